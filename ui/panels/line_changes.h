// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
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

/// The lines of `after` that are new or different; sorted, not touching each other. In linear time: texts are
/// compared by their paragraphs (runs of lines between blank ones), and only paragraphs that differ line by
/// line.
std::vector<LineRange> changedLines(std::string_view before, std::string_view after);

} // namespace sekisho
