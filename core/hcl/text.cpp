// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/text.h"

#include "core/hcl/utf8.h"

#include <algorithm>
#include <array>

namespace sekisho::hcl {

namespace {

constexpr bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// The ASCII characters that stand for themselves between quotes, whatever is next to them.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x7F; ++c)
        table[c] = true;
    for (const unsigned char c : {'"', '\\', '$', '%'})
        table[c] = false;
    return table;
}();

/// Controls, and what a reviewer cannot see or what changes how the rest is shown. Variation selectors are
/// left alone: emoji and Japanese names need them, and they change nothing but a glyph.
bool isHidden(char32_t c) {
    if (c < 0x20) return true;
    if (c < 0x7F) return false;
    if (c <= 0x9F) return true;
    switch (c) {
    case 0xAD:   // soft hyphen
    case 0x61C:  // Arabic letter mark
    case 0x115F: // Hangul fillers
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
    case 0x180E: // Mongolian vowel separator
    case 0xFEFF: // byte order mark
        return true;
    default: break;
    }
    return (c >= 0x200B && c <= 0x200F)       // zero-width and directional marks
           || (c >= 0x2028 && c <= 0x202E)    // line and paragraph separators, bidirectional embeddings
           || (c >= 0x2060 && c <= 0x206F)    // word joiner, isolates, deprecated format characters
           || (c >= 0xFFF9 && c <= 0xFFFB)    // interlinear annotation
           || (c & 0xFFFE) == 0xFFFE          // noncharacters
           || (c >= 0xE0000 && c <= 0xE007F); // tags
}

void appendCode(std::string& out, char32_t c) {
    const bool isLong = c > 0xFFFF;
    out += isLong ? "\\U" : "\\u";
    for (int shift = isLong ? 28 : 12; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(c >> shift) & 0xF];
}

/// Where the run of plain characters that begins at `at` ends.
std::size_t plainEnd(std::string_view data, std::size_t at) {
    while (at < data.size() && plain[static_cast<unsigned char>(data[at])])
        ++at;
    return at;
}

} // namespace

bool isIdentifier(std::string_view text) {
    if (text.empty() || !(isLetter(text[0]) || text[0] == '_')) return false;
    return std::ranges::all_of(text,
                               [](char c) { return isLetter(c) || isDigit(c) || c == '_' || c == '-'; });
}

std::string identifierFrom(std::string_view name, std::string_view fallback) {
    constexpr std::size_t limit = 64;
    std::string label;
    bool gap = false;
    for (const char c : name) {
        if (!isLetter(c) && !isDigit(c)) {
            gap = true;
            continue;
        }
        if ((gap && !label.empty()) || (label.empty() && isDigit(c))) label += '_';
        gap = false;
        label += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (label.size() >= limit) break;
    }
    if (label.empty()) return std::string(fallback);
    if (label.size() > limit) label.resize(limit);
    while (label.back() == '_')
        label.pop_back();
    return label;
}

std::string sanitised(std::string_view data) {
    std::string out;
    out.reserve(data.size());
    for (std::size_t at = 0; at < data.size();) {
        const CodePoint point = codePointAt(data, at);
        if (point.valid)
            out += data.substr(at, point.length);
        else
            out += "\uFFFD";
        at += point.length;
    }
    return out;
}

bool appendEscaped(std::string& out, std::string_view data) {
    bool wide = false;
    for (std::size_t at = 0;;) {
        const std::size_t end = plainEnd(data, at);
        out.append(data, at, end - at);
        if (end == data.size()) return wide;
        const char c = data[end];
        at = end + 1;
        switch (c) {
        case '"': out += "\\\""; continue;
        case '\\': out += "\\\\"; continue;
        case '\n': out += "\\n"; continue;
        case '\r': out += "\\r"; continue;
        case '\t': out += "\\t"; continue;
        case '$':
        case '%':
            out += c;
            if (at < data.size() && data[at] == '{') out += c;
            continue;
        default: break;
        }
        const CodePoint point = codePointAt(data, end);
        at = end + point.length;
        if (point.valid && isHidden(point.value)) {
            appendCode(out, point.value);
            continue;
        }
        wide = true;
        if (point.valid)
            out.append(data, end, point.length);
        else
            out += "\uFFFD";
    }
}

std::string stringLiteral(std::string_view data) {
    std::string out;
    out.reserve(data.size() + 2);
    out += '"';
    appendEscaped(out, data);
    out += '"';
    return out;
}

std::vector<std::string> commentLines(std::string_view text) {
    std::vector<std::string> lines(1);
    const auto trim = [&] { lines.back().erase(lines.back().find_last_not_of(' ') + 1); };
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        const std::size_t next = at + point.length;
        switch (point.value) {
        case '\r':
            if (next < text.size() && text[next] == '\n') break; // the line ends at the "\n"
            [[fallthrough]];
        case '\n':
        case 0x85:
        case 0x2028:
        case 0x2029:
            trim();
            lines.emplace_back();
            break;
        case '\t': lines.back() += ' '; break;
        default:
            if (!point.valid)
                lines.back() += "\uFFFD";
            else if (isHidden(point.value))
                appendCode(lines.back(), point.value);
            else
                lines.back().append(text, at, point.length);
        }
        at = next;
    }
    trim();
    return lines;
}

} // namespace sekisho::hcl
