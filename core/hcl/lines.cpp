// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/lines.h"

#include "core/hcl/text.h"

#include <algorithm>
#include <cstring>

namespace sekisho::hcl {

void Lines::beginLine(bool closing) {
    m_begin = m_out.size();
    m_indent = 2 * (m_levels.size() - (closing && !m_levels.empty() ? 1 : 0));
    m_out.append(m_indent, ' ');
}

void Lines::equal() {
    if (m_equal != none) return; // only the first one of a line counts
    m_equal = m_out.size();
    m_netAtEqual = m_net;
}

void Lines::comment(std::string_view text) {
    m_comment = m_out.size();
    m_out.append(" # ").append(text);
}

/// Several brackets opened in one line make one level; a line that closes more than it opens leaves the
/// levels it closed, itself included.
std::size_t Lines::settleIndent() {
    std::size_t indent = 2 * m_levels.size();
    if (m_net > 0) {
        m_levels.push_back(m_net);
    } else if (m_net < 0) {
        int closed = -m_net;
        while (closed > 0 && !m_levels.empty()) {
            const int level = m_levels.back();
            if (closed < level)
                m_levels.back() -= closed;
            else
                m_levels.pop_back();
            closed -= level;
        }
        indent = 2 * m_levels.size();
    }
    return indent;
}

std::size_t Lines::columnsUpTo(std::size_t offset) const {
    std::size_t count = offset - m_begin;
    for (const Wide& wide : m_wide)
        if (wide.offset < offset)
            count -= wide.length - literalColumns(std::string_view(m_out).substr(wide.offset, wide.length));
    return count;
}

void Lines::endLine() {
    if (const std::size_t indent = settleIndent(); indent != m_indent) {
        m_out.replace(m_begin, m_indent, indent, ' ');
        const std::size_t shift = indent - m_indent; // modulo 2^n: may be "negative"
        if (m_equal != none) m_equal += shift;
        if (m_comment != none) m_comment += shift;
        for (Wide& wide : m_wide)
            wide.offset += shift;
    }
    // A line that opens a multi-line value has no cell for its `=`.
    if (m_net != m_netAtEqual) m_equal = none;

    Line line;
    line.equal = m_equal;
    line.comment = m_comment;
    if (m_equal != none) line.leadColumns = columnsUpTo(m_equal);
    if (m_comment != none) line.textColumns = columnsUpTo(m_comment);
    m_out += '\n';

    if (m_equal == none && m_comment == none)
        flush();
    else
        m_pending.push_back(line);
    m_equal = m_comment = none;
    m_net = m_netAtEqual = 0;
    m_wide.clear();
}

void Lines::blankLine() {
    flush();
    m_out += '\n';
}

void Lines::flush() {
    if (m_pending.empty()) return;
    // For every run of lines that have the cell: pad to the widest.
    const auto align = [&](auto has, auto width, auto pad) {
        const auto end = m_pending.end();
        for (auto line = m_pending.begin(); line != end;) {
            const auto first = std::find_if(line, end, has);
            line = std::find_if_not(first, end, has);
            std::size_t widest = 0;
            for (auto it = first; it != line; ++it)
                widest = std::max(widest, width(*it));
            for (auto it = first; it != line; ++it)
                pad(*it) = widest - width(*it);
        }
    };
    align([](const Line& line) { return line.equal != none; },
          [](const Line& line) { return line.leadColumns; },
          [](Line& line) -> std::size_t& { return line.equalPad; });
    align([](const Line& line) { return line.comment != none; },
          [](const Line& line) { return line.textColumns + line.equalPad; },
          [](Line& line) -> std::size_t& { return line.commentPad; });

    std::size_t growth = 0;
    for (const Line& line : m_pending)
        growth += line.equalPad + line.commentPad;
    if (growth > 0) {
        // From the back: each piece moves by the padding that is still in front of its end.
        std::size_t end = m_out.size();
        m_out.resize(end + growth);
        char* text = m_out.data();
        const auto insert = [&](std::size_t at, std::size_t pad) {
            if (pad == 0) return;
            std::memmove(text + at + growth, text + at, end - at);
            growth -= pad;
            std::memset(text + at + growth, ' ', pad);
            end = at;
        };
        for (auto line = m_pending.rbegin(); line != m_pending.rend(); ++line) {
            insert(line->comment, line->commentPad);
            insert(line->equal, line->equalPad);
        }
    }
    m_pending.clear();
}

} // namespace sekisho::hcl
