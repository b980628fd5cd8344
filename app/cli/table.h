// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sekisho::cli {

enum class Align : unsigned char { Left, Right };

struct Column {
    std::string heading;
    Align align = Align::Left;
};

/// How many columns of a terminal a text takes: East Asian wide characters two, combining ones none.
std::size_t displayWidth(std::string_view text);

/// Rows under headings, in columns two blanks apart.
std::string alignedTable(const std::vector<Column>& columns,
                         const std::vector<std::vector<std::string>>& rows);

/// A Markdown table; bars and line ends in cells are escaped.
std::string markdownTable(const std::vector<Column>& columns,
                          const std::vector<std::vector<std::string>>& rows);

/// One record of CSV (RFC 4180), with CR LF. A cell that a spreadsheet would take for a formula gets an
/// apostrophe before it.
std::string csvRecord(const std::vector<std::string>& cells);

} // namespace sekisho::cli
