// SPDX-License-Identifier: Apache-2.0
#include "core/format/writer.h"

namespace sekisho::format {

void Writer::newLine() {
    m_out += '\n';
    m_out.append(2 * m_depth, ' ');
}

void Writer::separate(bool& first, bool line) {
    if (!first) m_out += line ? "," : ", ";
    if (line) newLine();
    first = false;
}

void Writer::close(char bracket, bool line) {
    --m_depth;
    if (line) newLine();
    m_out += bracket;
}

void Writer::writeMap(const TextMap& map) {
    // Keys that are not UTF-8 change on writing, and could then meet another: none may be lost, and what is
    // written must be readable.
    TextMap clean;
    for (const auto& [key, value] : map) {
        std::string text = sanitized(key);
        while (!clean.emplace(text, value).second)
            text += "\xEF\xBF\xBD";
    }
    m_out += '{';
    bool first = true;
    for (const auto& [key, value] : clean) {
        if (!first) m_out += ", ";
        first = false;
        appendQuoted(m_out, key);
        m_out += ": ";
        appendQuoted(m_out, value);
    }
    m_out += '}';
}

void Writer::write(const Table<ElementId, ForeignText>& foreign, bool expanded) {
    m_out += '{';
    ++m_depth;
    bool first = true;
    for (const auto& entry : foreign) {
        separate(first, expanded);
        appendQuoted(m_out, toString(entry.key));
        m_out += ": ";
        writeObject(*entry.value);
    }
    close('}', !first && expanded);
}

} // namespace sekisho::format
