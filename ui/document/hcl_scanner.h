// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sekisho {

/// Walks over HCL just well enough to tell code from strings, comments and heredocs.
class HclScanner {
public:
    explicit HclScanner(std::string_view text) : m_text(text) {}

    std::size_t position() const { return m_at; }
    bool atEnd() const { return m_at >= m_text.size(); }
    bool broken() const { return m_broken; }
    bool looksAt(std::string_view token) const { return m_text.substr(m_at).starts_with(token); }

    void skipBlanks() {
        while (!atEnd() && isBlank(m_text[m_at]))
            ++m_at;
    }

    bool skipComment() {
        if (looksAt("#") || looksAt("//")) {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
            return true;
        }
        if (!looksAt("/*")) return false;
        skipPast(m_text.find("*/", m_at + 2), 2);
        return true;
    }

    std::string_view takeName() {
        const std::size_t start = m_at;
        if (!atEnd() && startsName(m_text[m_at]))
            while (!atEnd() && isNamePart(m_text[m_at]))
                ++m_at;
        return m_text.substr(start, m_at - start);
    }

    bool take(char c) {
        if (atEnd() || m_text[m_at] != c) return false;
        ++m_at;
        return true;
    }

    /// One token of an expression: a string, a heredoc, a bracketed group, a name or a single character.
    void skipToken() {
        const char c = m_text[m_at];
        if (c == '"') return skipString();
        if (looksAt("<<")) return skipHeredoc();
        if (c == '(' || c == '[' || c == '{') return skipGroup(c == '(' ? ')' : c == '[' ? ']' : '}');
        if (c == ')' || c == ']' || c == '}') m_broken = true;
        if (takeName().empty()) ++m_at;
    }

    /// The rest of an expression; it ends behind its last token. A line break ends it.
    std::size_t skipExpression() {
        std::size_t end = m_at;
        while (!atEnd() && !m_broken && m_text[m_at] != '\n') {
            if (isBlank(m_text[m_at]))
                ++m_at;
            else if (!skipComment()) {
                skipToken();
                end = m_at;
            }
        }
        return end;
    }

private:
    static bool startsName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
    }
    static bool isNamePart(char c) { return startsName(c) || (c >= '0' && c <= '9') || c == '-'; }
    static bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

    void skipPast(std::size_t found, std::size_t length) {
        m_broken = m_broken || found == std::string_view::npos;
        m_at = m_broken ? m_text.size() : found + length;
    }

    void skipString() {
        ++m_at;
        while (!atEnd() && m_text[m_at] != '\n' && !m_broken) {
            if (take('"')) return;
            if (looksAt("$${") || looksAt("%%{"))
                m_at += 3;
            else if (looksAt("${") || looksAt("%{")) {
                ++m_at;
                skipGroup('}');
            } else
                m_at = std::min<std::size_t>(m_at + (m_text[m_at] == '\\' ? 2 : 1), m_text.size());
        }
        m_broken = true;
    }

    void skipGroup(char closing) {
        // Deeper than any real file; a hostile one must not exhaust the stack.
        constexpr int maxDepth = 200;
        m_broken = m_broken || ++m_depth > maxDepth;
        ++m_at;
        while (!atEnd() && !m_broken) {
            if (take(closing)) {
                --m_depth;
                return;
            }
            if (!skipComment()) skipToken();
        }
        m_broken = true;
    }

    void skipHeredoc() {
        m_at += 2;
        take('-');
        const std::string_view marker = takeName();
        skipBlanks();
        if (marker.empty() || !take('\n')) {
            m_broken = true;
            return;
        }
        while (!atEnd()) {
            skipBlanks();
            const std::size_t lineEnd = std::min(m_text.find('\n', m_at), m_text.size());
            std::string_view line = m_text.substr(m_at, lineEnd - m_at);
            while (!line.empty() && isBlank(line.back()))
                line.remove_suffix(1);
            if (line == marker) {
                m_at += marker.size();
                return;
            }
            m_at = std::min(lineEnd + 1, m_text.size());
        }
        m_broken = true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_broken = false;
};

} // namespace sekisho
