// SPDX-License-Identifier: Apache-2.0
#include "core/format/json_text.h"

#include "core/base/excerpt.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <optional>

namespace sekisho::format {

namespace {

constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD";

std::uint8_t byteAt(std::string_view text, std::size_t i) {
    return static_cast<std::uint8_t>(text[i]);
}

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<std::uint32_t> hexDigit(char c) {
    if (isDigit(c)) return static_cast<std::uint32_t>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<std::uint32_t>(c - 'a' + 10);
    if (c >= 'A' && c <= 'F') return static_cast<std::uint32_t>(c - 'A' + 10);
    return std::nullopt;
}

void appendUtf8(std::string& out, std::uint32_t character) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0 | (character >> 6));
        put(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        put(0xE0 | (character >> 12));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    } else {
        put(0xF0 | (character >> 18));
        put(0x80 | ((character >> 12) & 0x3F));
        put(0x80 | ((character >> 6) & 0x3F));
        put(0x80 | (character & 0x3F));
    }
}

/// The first invalid byte, if any.
std::optional<std::size_t> findInvalidUtf8(std::string_view text, bool& cutOff) {
    for (std::size_t i = 0; i < text.size();) {
        if (byteAt(text, i) < 0x80) {
            ++i;
            continue;
        }
        const Utf8Character character = utf8Character(text.substr(i));
        if (!character.valid) {
            cutOff = character.cutOff;
            return i;
        }
        i += character.length;
    }
    return std::nullopt;
}

/// RFC 8259's grammar. Each function returns false once the error is set.
class Checker {
public:
    explicit Checker(std::string_view text) : m_text(text) {}

    Result<void> check() {
        skipBlanks();
        if (!value(0)) return fail(std::move(*m_error));
        skipBlanks();
        if (m_at < m_text.size()) {
            wrong();
            return fail(std::move(*m_error));
        }
        return {};
    }

private:
    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipBlanks() {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    bool stop(Code code, std::vector<DiagnosticArg> more = {}) {
        const TextPlace place = placeOf(m_text, m_at);
        m_error =
            error(code, {{"line", std::to_string(place.line)}, {"column", std::to_string(place.column)}});
        std::move(more.begin(), more.end(), std::back_inserter(m_error->args));
        return false;
    }

    /// What is here cannot stand here.
    bool wrong() {
        if (m_at >= m_text.size()) return stop(Code::file_truncated);
        const std::size_t end = m_text.find_first_of("\r\n", m_at);
        std::string shown;
        for (const char c : excerpt(m_text.substr(m_at, std::min(end, m_text.size()) - m_at)))
            shown += byteAt({&c, 1}, 0) < 0x20 ? ' ' : c;
        return stop(Code::file_syntax, {{"text", shown}});
    }

    bool value(int depth) {
        switch (here()) {
        case '{': return container(depth, '}');
        case '[': return container(depth, ']');
        case '"': return string();
        case 't': return word("true");
        case 'f': return word("false");
        case 'n': return word("null");
        default: return number();
        }
    }

    bool container(int depth, char close) {
        if (depth == maxDepth) return stop(Code::file_too_deep, {{"limit", std::to_string(maxDepth)}});
        ++m_at;
        skipBlanks();
        if (here() == close) {
            ++m_at;
            return true;
        }
        for (;;) {
            if (close == '}') {
                if (here() != '"') return wrong();
                if (!string()) return false;
                skipBlanks();
                if (here() != ':') return wrong();
                ++m_at;
                skipBlanks();
            }
            if (!value(depth + 1)) return false;
            skipBlanks();
            if (here() == close) {
                ++m_at;
                return true;
            }
            if (here() != ',') return wrong();
            ++m_at;
            skipBlanks();
        }
    }

    bool word(std::string_view expected) {
        for (const char c : expected) {
            if (here() != c) return wrong();
            ++m_at;
        }
        return true;
    }

    bool digits() {
        if (!isDigit(here())) return wrong();
        while (isDigit(here()))
            ++m_at;
        return true;
    }

    bool number() {
        if (here() == '-') ++m_at;
        if (here() == '0')
            ++m_at;
        else if (!digits())
            return false;
        if (here() == '.') {
            ++m_at;
            if (!digits()) return false;
        }
        if (here() == 'e' || here() == 'E') {
            ++m_at;
            if (here() == '+' || here() == '-') ++m_at;
            if (!digits()) return false;
        }
        return true;
    }

    bool string() {
        ++m_at;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (byteAt(m_text, m_at) < 0x20) return wrong();
            ++m_at;
            if (c == '\\' && !escape()) return false;
        }
        return wrong();
    }

    bool escape() {
        if (here() == 'u') {
            ++m_at;
            std::uint32_t unit = 0;
            if (!codeUnit(unit)) return false;
            if (unit >= 0xDC00 && unit <= 0xDFFF) return wrong();
            if (unit < 0xD800 || unit > 0xDBFF) return true;
            if (here() != '\\') return wrong();
            ++m_at;
            if (here() != 'u') return wrong();
            ++m_at;
            if (!codeUnit(unit)) return false;
            return (unit >= 0xDC00 && unit <= 0xDFFF) || wrong();
        }
        if (m_at >= m_text.size() || std::string_view("\"\\/bfnrt").find(here()) == std::string_view::npos)
            return wrong();
        ++m_at;
        return true;
    }

    bool codeUnit(std::uint32_t& unit) {
        for (int i = 0; i < 4; ++i, ++m_at) {
            const auto digit = hexDigit(here());
            if (!digit) return wrong();
            unit = ((unit << 4) | *digit) & 0xFFFF;
        }
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::optional<Diagnostic> m_error;
};

} // namespace

Utf8Character utf8Character(std::string_view text) {
    // Table 3-7 of the Unicode Standard: only the second byte has narrower limits.
    const std::uint8_t first = byteAt(text, 0);
    std::size_t length = 0;
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xBF;
    if (first < 0x80) return {};
    if (first >= 0xC2 && first <= 0xDF) {
        length = 2;
    } else if (first >= 0xE0 && first <= 0xEF) {
        length = 3;
        if (first == 0xE0) low = 0xA0;
        if (first == 0xED) high = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
        length = 4;
        if (first == 0xF0) low = 0x90;
        if (first == 0xF4) high = 0x8F;
    } else {
        return {1, false, false};
    }
    for (std::size_t i = 1; i < length; ++i) {
        if (i == text.size()) return {i, false, true};
        if (byteAt(text, i) < low || byteAt(text, i) > high) return {i, false, false};
        low = 0x80;
        high = 0xBF;
    }
    return {length, true, false};
}

std::string sanitized(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Utf8Character character = utf8Character(text.substr(i));
        out += character.valid ? text.substr(i, character.length) : replacementCharacter;
        i += character.length;
    }
    return out;
}

void appendQuoted(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (std::size_t i = 0; i < text.size();) {
        const std::uint8_t byte = byteAt(text, i);
        if (byte >= 0x80) {
            const Utf8Character character = utf8Character(text.substr(i));
            const std::string_view bytes = text.substr(i, character.length);
            if (!character.valid)
                out += replacementCharacter;
            else if (bytes == "\xE2\x80\xA8")
                out += "\\u2028";
            else if (bytes == "\xE2\x80\xA9")
                out += "\\u2029";
            else
                out += bytes;
            i += character.length;
            continue;
        }
        switch (byte) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            if (byte < 0x20 || byte == 0x7F) {
                out += "\\u00";
                out += hex[byte >> 4U];
                out += hex[byte & 0xFU];
            } else {
                out += text[i];
            }
        }
        ++i;
    }
    out += '"';
}

TextPlace placeOf(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    TextPlace place;
    const std::size_t newline = before.rfind('\n');
    const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
    place.line += static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    for (std::size_t i = start; i < before.size(); ++place.column)
        i += utf8Character(before.substr(i)).length;
    return place;
}

std::vector<DiagnosticArg> placeArgs(std::string_view text, std::size_t offset, const std::string& path) {
    const TextPlace place = placeOf(text, offset);
    const std::string line = std::to_string(place.line);
    const std::string column = std::to_string(place.column);
    const std::string where = line + ':' + column + (path.empty() ? "" : " ") + path;
    return {{"path", path}, {"line", line}, {"column", column}, {"where", where}};
}

Result<void> checkJson(std::string_view text) {
    bool cutOff = false;
    if (const auto at = findInvalidUtf8(text, cutOff)) {
        const TextPlace place = placeOf(text, *at);
        return fail(cutOff ? Code::file_truncated : Code::file_not_utf8,
                    {{"line", std::to_string(place.line)}, {"column", std::to_string(place.column)}});
    }
    return Checker(text).check();
}

void JsonCursor::skipBlanks() {
    while (m_offset < m_text.size() && isBlank(m_text[m_offset]))
        ++m_offset;
}

void JsonCursor::enter() {
    ++m_offset;
    skipBlanks();
}

bool JsonCursor::more() {
    const char c = peek();
    if (c == '}' || c == ']') {
        ++m_offset;
        skipBlanks();
        return false;
    }
    if (c == ',') {
        ++m_offset;
        skipBlanks();
    }
    return true;
}

std::string_view JsonCursor::key() {
    const std::string_view text = string();
    ++m_offset; // the colon
    skipBlanks();
    return text;
}

std::string_view JsonCursor::string() {
    assert(peek() == '"');
    const std::size_t from = ++m_offset;
    bool escapes = false;
    while (m_text[m_offset] != '"') {
        if (m_text[m_offset] == '\\') {
            escapes = true;
            ++m_offset;
        }
        ++m_offset;
    }
    const std::size_t to = m_offset++;
    skipBlanks();
    return escapes ? unescaped(from, to) : m_text.substr(from, to - from);
}

std::string_view JsonCursor::unescaped(std::size_t from, std::size_t to) {
    const auto codeUnit = [this](std::size_t& i) {
        std::uint32_t unit = 0;
        for (int n = 0; n < 4; ++n)
            unit = (unit << 4) | hexDigit(m_text[i++]).value_or(0);
        return unit;
    };
    m_scratch.clear();
    for (std::size_t i = from; i < to;) {
        if (m_text[i] != '\\') {
            m_scratch += m_text[i++];
            continue;
        }
        const char c = m_text[i + 1];
        i += 2;
        switch (c) {
        case 'b': m_scratch += '\b'; break;
        case 'f': m_scratch += '\f'; break;
        case 'n': m_scratch += '\n'; break;
        case 'r': m_scratch += '\r'; break;
        case 't': m_scratch += '\t'; break;
        case 'u': {
            std::uint32_t character = codeUnit(i);
            if (character >= 0xD800 && character <= 0xDBFF) {
                i += 2; // the second "\u"
                character = 0x10000 + ((character - 0xD800) << 10) + (codeUnit(i) - 0xDC00);
            }
            appendUtf8(m_scratch, character);
            break;
        }
        default: m_scratch += c; // a quote, a slash, a backslash
        }
    }
    return m_scratch;
}

std::string_view JsonCursor::token() {
    const std::size_t from = m_offset;
    while (m_offset < m_text.size() && !isBlank(m_text[m_offset]) &&
           std::string_view(",]}").find(m_text[m_offset]) == std::string_view::npos)
        ++m_offset;
    const std::string_view text = m_text.substr(from, m_offset - from);
    skipBlanks();
    return text;
}

void JsonCursor::skip() {
    const auto skipString = [this] {
        for (++m_offset; m_text[m_offset] != '"'; ++m_offset)
            if (m_text[m_offset] == '\\') ++m_offset;
        ++m_offset;
    };
    int depth = 0;
    do {
        switch (m_text[m_offset]) {
        case '"': skipString(); break;
        case '{':
        case '[':
            ++depth;
            ++m_offset;
            break;
        case '}':
        case ']':
            --depth;
            ++m_offset;
            break;
        default:
            if (depth == 0) {
                token();
                return;
            }
            ++m_offset;
        }
    } while (depth > 0);
    skipBlanks();
}

} // namespace sekisho::format
