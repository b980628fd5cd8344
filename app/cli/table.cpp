// SPDX-License-Identifier: Apache-2.0
#include "app/cli/table.h"

#include "core/base/decimal.h"

#include <algorithm>
#include <array>

namespace sekisho::cli {

namespace {

struct Range {
    char32_t from;
    char32_t to;
};

// Unicode: East Asian Width W and F, as far as names of things use them.
constexpr std::array wide = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF}, Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60}, Range{0xFFE0, 0xFFE6},
    Range{0x1F300, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};
constexpr std::array combining = {
    Range{0x0300, 0x036F},
    Range{0x200B, 0x200F},
    Range{0x3099, 0x309A},
    Range{0xFE00, 0xFE0F},
};

template<std::size_t N>
bool isIn(const std::array<Range, N>& ranges, char32_t code) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const Range& range) { return range.from <= code && code <= range.to; });
}

std::string escapedBars(std::string_view cell) {
    std::string text;
    for (const char c : cell) {
        if (c == '|' || c == '\\') text += '\\';
        text += c == '\n' || c == '\r' ? ' ' : c;
    }
    return text;
}

} // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            code = (code << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        i += length;
        width += isIn(combining, code) ? 0U : isIn(wide, code) ? 2U : 1U;
    }
    return width;
}

std::string alignedTable(const std::vector<Column>& columns,
                         const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::size_t width = displayWidth(columns[i].heading);
        for (const auto& row : rows)
            width = std::max(width, displayWidth(row[i]));
        widths.push_back(width);
        headings.push_back(columns[i].heading);
    }
    std::string text;
    const auto add = [&](const std::vector<std::string>& cells) {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string pad(widths[i] - displayWidth(cells[i]), ' ');
            if (i > 0) line += "  ";
            line += columns[i].align == Align::Left ? cells[i] + pad : pad + cells[i];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    };
    add(headings);
    for (const auto& row : rows)
        add(row);
    return text;
}

std::string markdownTable(const std::vector<Column>& columns,
                          const std::vector<std::vector<std::string>>& rows) {
    std::string text = "|", rule = "|";
    for (const Column& column : columns) {
        text += " " + escapedBars(column.heading) + " |";
        rule += column.align == Align::Left ? " --- |" : " ---: |";
    }
    text += "\n" + rule + "\n";
    for (const auto& row : rows) {
        text += "|";
        for (const std::string& cell : row)
            text += " " + escapedBars(cell) + " |";
        text += "\n";
    }
    return text;
}

std::string csvRecord(const std::vector<std::string>& cells) {
    std::string record;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front()) record += ',';
        std::string text = cell;
        const bool formula =
            !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
        if (formula && !Decimal::parse(text)) text.insert(0, "'");
        if (text.find_first_of(",\"\r\n") == std::string::npos) {
            record += text;
            continue;
        }
        record += '"';
        for (const char c : text)
            record += c == '"' ? std::string("\"\"") : std::string(1, c);
        record += '"';
    }
    return record + "\r\n";
}

} // namespace sekisho::cli
