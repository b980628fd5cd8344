// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/text.h"
#include "core/hcl/utf8.h"

#include <algorithm>
#include <iterator>

namespace sekisho::hcl {

namespace {

enum class Class : std::uint8_t {
    Other,
    Control, ///< always alone: controls, CR and LF out of CRLF, U+FFFD
    Prepend,
    Extend,
    Spacing,
    Zwj,
    Regional,
    Pictograph,
    L,
    V,
    T,
    Lv,
    Lvt,
    End ///< of the text
};

struct Range {
    char32_t first;
    char32_t last;
    Class kind;
};

constexpr Class P = Class::Prepend;
constexpr Class C = Class::Control;
constexpr Class E = Class::Extend;
constexpr Class R = Class::Regional;
constexpr Class S = Class::Spacing;
constexpr Class Z = Class::Zwj;
constexpr Class X = Class::Pictograph;
constexpr Class L = Class::L;
constexpr Class V = Class::V;
constexpr Class T = Class::T;

constexpr Range ranges[] = {
#include "core/hcl/graphemes.inc"
};

Class classOf(char32_t c) {
    if (c < 0x80) return c < 0x20 || c == 0x7F ? Class::Control : Class::Other;
    if (c >= 0x3400 && c <= 0x9FFF) return Class::Other; // kanji need no search
    if (c >= 0xAC00 && c <= 0xD7A3) return (c - 0xAC00) % 28 == 0 ? Class::Lv : Class::Lvt;
    const Range* range = std::ranges::lower_bound(ranges, c, {}, &Range::last);
    return range != std::end(ranges) && range->first <= c ? range->kind : Class::Other;
}

/// Reads clusters off the front of a text, by the grammar of go-textseg v15 (grapheme_clusters.rl).
class Clusters {
public:
    Clusters(std::string_view text, std::size_t at) : m_text(text), m_at(at) { look(); }

    /// Passes over one cluster and returns where it ends. Must not be at the end.
    std::size_t pass() {
        if (m_next == Class::Control) {
            const bool carriageReturn = m_text[m_at] == '\r';
            step();
            if (carriageReturn && m_at < m_text.size() && m_text[m_at] == '\n') step();
            return m_at;
        }
        while (m_next == Class::Prepend)
            step();
        switch (m_next) {
        case Class::Control:
        case Class::Prepend:
        case Class::End: break;
        case Class::L:
        case Class::V:
        case Class::T:
        case Class::Lv:
        case Class::Lvt:
            hangul();
            extension(true);
            break;
        case Class::Pictograph:
            step();
            extension(true);
            break;
        case Class::Regional:
            step();
            if (m_next == Class::Regional) step();
            extension(true);
            break;
        case Class::Other:
        case Class::Extend:
        case Class::Spacing:
        case Class::Zwj:
            step();
            extension(false);
            break;
        }
        return m_at;
    }

private:
    void look() {
        if (m_at >= m_text.size()) {
            m_next = Class::End;
            return;
        }
        const CodePoint point = codePointAt(m_text, m_at);
        m_length = point.length;
        m_next = point.valid ? classOf(point.value) : Class::End;
    }
    void step() {
        m_at += m_length;
        look();
    }
    void all(Class kind) {
        while (m_next == kind)
            step();
    }
    void hangul() {
        if (m_next == Class::L) {
            all(Class::L);
            if (m_next == Class::Lvt) {
                step();
                all(Class::T);
                return;
            }
            // After leading consonants an LV syllable takes no T directly, though it does at the start.
            if (m_next == Class::Lv) step();
            if (m_next == Class::V) {
                all(Class::V);
                all(Class::T);
            }
            return;
        }
        if (m_next == Class::Lv)
            step();
        else if (m_next == Class::Lvt) {
            step();
            all(Class::T);
            return;
        }
        all(Class::V);
        all(Class::T);
    }
    void extension(bool glue) {
        while (m_next == Class::Extend || m_next == Class::Spacing || m_next == Class::Zwj) {
            const bool joiner = m_next == Class::Zwj;
            step();
            if (glue && joiner && m_next == Class::Pictograph) step();
        }
    }

    std::string_view m_text;
    std::size_t m_at;
    std::size_t m_length = 0;
    Class m_next = Class::End;
};

bool isAscii(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

} // namespace

std::size_t columns(std::string_view text) {
    if (isAscii(text) && text.find('\r') == std::string_view::npos) return text.size();
    // Terraform counts through a Go scanner that sees 4096 bytes at a time and takes the end of what it sees
    // for the end of the text: a cluster across that limit counts as two.
    constexpr std::size_t window = 4096;
    std::size_t count = 0;
    std::size_t at = 0;
    std::size_t seen = std::min(window, text.size());
    while (at < text.size()) {
        if (at == seen || (!codePointAt(text.substr(0, seen), at).valid && seen < text.size()))
            seen = std::min(at + window, text.size());
        const std::string_view visible = text.substr(0, seen);
        const CodePoint first = codePointAt(visible, at);
        at = first.valid ? Clusters(visible, at).pass() : at + first.length;
        ++count;
    }
    return count;
}

std::size_t literalColumns(std::string_view escaped) {
    if (isAscii(escaped)) return escaped.size();
    std::size_t count = 0;
    std::size_t at = 0;
    while (at < escaped.size()) {
        const std::size_t sign = std::min(escaped.find_first_of("$%", at), escaped.size());
        if (sign > at) count += columns(escaped.substr(at, sign - at));
        if (sign == escaped.size()) break;
        at = sign + 1;
        if (escaped.substr(at, 2) == (escaped[sign] == '$' ? "${" : "%{")) {
            at += 2;
            if (at < escaped.size() && escaped[at] == '~') ++at;
        }
        count += at - sign;
    }
    return count;
}

} // namespace sekisho::hcl
