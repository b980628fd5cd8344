// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

/// Lines from 1, both inclusive.
struct LineRange {
    int first = 1;
    int last = 1;

    friend bool operator==(const LineRange&, const LineRange&) = default;
};

/// How many bytes both texts begin, or end, with. Quick: blocks are compared before bytes.
std::size_t commonPrefix(std::string_view a, std::string_view b);
std::size_t commonSuffix(std::string_view a, std::string_view b);

/// What became of lines that stand together.
struct LineChange {
    enum Kind {
        Came,    ///< there was nothing in their place
        Changed, ///< there was something else
        Went,    ///< nothing is in their place now
    };
    Kind kind{};
    /// Of the later text. Where lines went: the line that stands there now, which is one behind the last
    /// where they were the end.
    LineRange lines;
    std::string before; ///< what stood there, with the ends of lines; empty where lines came

    friend bool operator==(const LineChange&, const LineChange&) = default;
};

/// How many lines came, changed and went. Of a change into more or fewer lines, the rest came or went.
struct LineCounts {
    int came = 0, changed = 0, went = 0;

    bool none() const { return came == 0 && changed == 0 && went == 0; }
    LineCounts& operator+=(const LineCounts& more);
    friend bool operator==(const LineCounts&, const LineCounts&) = default;
};

/// From one text to another, by line. In linear time: texts are compared by their top-level blocks, and only
/// blocks that differ line by line. A block that merely moved is no change.
std::vector<LineChange> lineChanges(std::string_view before, std::string_view after);

LineCounts countsOf(const std::vector<LineChange>& changes);

} // namespace sekisho
