// SPDX-License-Identifier: Apache-2.0
#include "core/format/reader.h"

#include "core/base/excerpt.h"

#include <algorithm>
#include <charconv>

namespace sekisho::format {

namespace {

bool isPlainKey(std::string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    });
}

} // namespace

std::string Reader::pathText() const {
    std::string path = m_base;
    for (const Segment& segment : m_path) {
        if (!segment.key.data()) {
            path.append("[").append(std::to_string(segment.index)).append("]");
        } else if (isPlainKey(segment.key)) {
            if (!path.empty()) path += '.';
            path += segment.key;
        } else {
            path += '[';
            appendQuoted(path, excerpt(segment.key));
            path += ']';
        }
    }
    return path;
}

std::string Reader::shown(std::string_view text) {
    std::string one = excerpt(text.substr(0, text.find_first_of("\r\n")));
    one.erase(one.find_last_not_of(' ') + 1);
    return one;
}

void Reader::stopAt(std::size_t offset, Code code, std::vector<DiagnosticArg> more) {
    if (m_error) return;
    const std::string path = pathText();
    std::vector<DiagnosticArg> args = m_places ? placeArgs(m_text, offset, path)
                                               : std::vector<DiagnosticArg>{{"path", path}, {"where", path}};
    std::move(more.begin(), more.end(), std::back_inserter(args));
    m_error = sekisho::error(code, std::move(args));
}

void Reader::stopAtKey(std::size_t offset, std::string_view key, Code code) {
    const Step step(*this, {key});
    stopAt(offset, code);
}

bool Reader::expect(char first, std::string_view type) {
    if (m_cursor.peek() == first) return true;
    stopAt(m_cursor.offset(), Code::file_wrong_type, {{"expected", std::string(type)}});
    return false;
}

void Reader::readBool(bool& value) {
    const std::size_t start = m_cursor.offset();
    if (m_cursor.peek() != 't' && m_cursor.peek() != 'f')
        return stopAt(start, Code::file_wrong_type, {{"expected", "true | false"}});
    value = m_cursor.token() == "true";
}

void Reader::readTrue() {
    const std::size_t start = m_cursor.offset();
    if (m_cursor.peek() != 't') return stopAt(start, Code::file_wrong_type, {{"expected", "true"}});
    m_cursor.token();
}

std::int64_t Reader::readInteger(std::int64_t min, std::int64_t max) {
    const std::size_t start = m_cursor.offset();
    const char first = m_cursor.peek();
    const bool number = first == '-' || (first >= '0' && first <= '9');
    const std::string_view text = number ? m_cursor.token() : std::string_view();
    if (!number || text.find_first_of(".eE") != std::string_view::npos) {
        stopAt(start, Code::file_wrong_type, {{"expected", "integer"}});
        return 0;
    }
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || value < min || value > max) {
        stopAt(start, Code::file_bad_value,
               {{"text", shown(text)}, {"expected", std::to_string(min) + ".." + std::to_string(max)}});
        return 0;
    }
    return value;
}

void Reader::read(TextMap& map) {
    if (!expect('{', "object")) return;
    for (m_cursor.enter(); !m_error && m_cursor.more();) {
        const std::size_t start = m_cursor.offset();
        const auto [entry, fresh] = map.try_emplace(std::string(m_cursor.key()));
        const Step step(*this, {entry->first});
        if (!fresh) return stopAt(start, Code::file_duplicate_key);
        read(entry->second);
    }
}

void Reader::enrol(ElementId id, std::size_t offset) {
    if (m_error) return;
    const Step step(*this, {"id"});
    if (id.number == 0)
        return stopAt(offset, Code::file_bad_value,
                      {{"text", toString(id)}, {"expected", std::string(kindWord(id.kind)) + "-1"}});
    if (!m_ids.insert(id).second) stopAt(offset, Code::file_duplicate, {{"text", toString(id)}});
}

ElementId Reader::readNodeId() {
    // The id says what the node is, and it need not be the first member.
    JsonCursor ahead = m_cursor;
    const std::size_t start = ahead.offset();
    for (ahead.enter(); ahead.more(); ahead.skip()) {
        if (ahead.key() != "id") continue;
        const std::size_t offset = ahead.offset();
        const Step step(*this, {"id"});
        if (ahead.peek() != '"') {
            stopAt(offset, Code::file_wrong_type, {{"expected", "string"}});
            return {};
        }
        const std::string_view text = ahead.string();
        const auto id = elementIdFromString(text);
        if (id && isNodeKind(id->kind)) return *id;
        std::string kinds;
        for (std::size_t kind = 0; kind < std::variant_size_v<Node>; ++kind)
            kinds.append(kinds.empty() ? "" : " | ").append(kindWord(static_cast<Kind>(kind))).append("-1");
        stopAt(offset, Code::file_bad_value, {{"text", shown(text)}, {"expected", kinds}});
        return {};
    }
    stopAtKey(start, "id", Code::file_missing_key);
    return {};
}

void Reader::read(Node& node) {
    if (!expect('{', "object")) return;
    const ElementId id = readNodeId();
    if (m_error) return;
    const auto tryKind = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
        static_assert(kindOf<std::variant_alternative_t<I, Node>> == static_cast<Kind>(I));
        if (static_cast<Kind>(I) != id.kind) return false;
        readObject(node.emplace<I>());
        return true;
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (void)(tryKind(std::integral_constant<std::size_t, I>()) || ...);
    }
    (std::make_index_sequence<std::variant_size_v<Node>>());
}

template<class K, class V, class ReadRow>
void Reader::readTable(Table<K, V>& table, ReadRow readRow) {
    std::vector<std::pair<K, std::shared_ptr<const V>>> rows;
    std::set<K> keys;
    readList([&] {
        const std::size_t start = m_cursor.offset();
        auto row = readRow();
        if (m_error) return;
        if (!keys.insert(row.first).second) {
            std::string text;
            if constexpr (std::same_as<K, Placement>)
                text = toString(row.first.node);
            else
                text = toString(row.first);
            return stopAt(start, Code::file_duplicate, {{"text", text}});
        }
        rows.push_back(std::move(row));
    });
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [key, value] : rows)
        table.set(key, std::move(value));
}

void Reader::read(Table<ElementId, Node>& nodes) {
    readTable(nodes, [this] {
        Node node;
        read(node);
        const ElementId id = idOf(node);
        return std::pair(id, std::make_shared<const Node>(std::move(node)));
    });
}

void Reader::read(Table<ResourceKey, ResourceSet>& sets) {
    std::set<std::pair<std::string, ElementId>> addressed;
    readTable(sets, [&] {
        const std::size_t start = m_cursor.offset();
        AddressRow row;
        read(row);
        for (const ResourceMember& member : row.members)
            if (!m_error && !addressed.emplace(row.type, member.element).second)
                stopAt(start, Code::file_duplicate, {{"text", toString(member.element)}});
        ResourceSet& set = row;
        return std::pair<ResourceKey, std::shared_ptr<const ResourceSet>>(
            row, std::make_shared<const ResourceSet>(std::move(set)));
    });
}

void Reader::read(AddressRow& row) {
    const std::size_t start = m_cursor.offset();
    readObject(row);
    if (m_error) return;
    // What Design::apply refuses must not come in through a file either.
    if (!isLegalLabel(row.label)) {
        const Step step(*this, {"label"});
        return stopAt(start, Code::file_bad_value,
                      {{"text", shown(row.label)}, {"expected", "[A-Za-z_][A-Za-z0-9_-]*"}});
    }
    const Step step(*this, {"members"});
    if (row.members.empty() || (row.form == AddressForm::Single && row.members.size() != 1))
        return stopAt(
            start, Code::file_bad_value,
            {{"text", std::to_string(row.members.size())}, {"expected", row.members.empty() ? "1.." : "1"}});
    std::set<std::string_view> keys;
    for (std::size_t i = 0; i < row.members.size(); ++i) {
        const ResourceMember& member = row.members[i];
        const Step at(*this, {{}, i});
        const bool keyed = row.form == AddressForm::ForEach;
        if (keyed == member.key.empty())
            return stopAt(start, Code::file_bad_value,
                          {{"text", keyed ? toString(member.element) : shown(member.key)},
                           {"expected", keyed ? R"({"key": "a", "element": "subnet-1"})" : "subnet-1"}});
        if (keyed && !keys.insert(member.key).second)
            return stopAt(start, Code::file_duplicate, {{"text", shown(member.key)}});
    }
}

void Reader::read(Diagram& diagram) {
    readTable(diagram.boxes, [this] {
        BoxRow row;
        readObject(row);
        return std::pair<Placement, std::shared_ptr<const Box>>(row, std::make_shared<const Box>(row));
    });
}

void Reader::read(Table<ElementId, ForeignText>& foreign) {
    if (!expect('{', "object")) return;
    std::map<ElementId, ForeignText> rows;
    for (m_cursor.enter(); !m_error && m_cursor.more();) {
        const std::size_t start = m_cursor.offset();
        const std::string key(m_cursor.key());
        const Step step(*this, {key});
        const auto id = elementIdFromString(key);
        if (!id)
            return stopAt(start, Code::file_bad_value,
                          {{"text", shown(key)}, {"expected", Spelling<ElementId>::example()}});
        const auto [entry, fresh] = rows.try_emplace(*id);
        if (!fresh) return stopAt(start, Code::file_duplicate_key);
        readObject(entry->second);
    }
    for (auto& [id, text] : rows)
        foreign.set(id, std::move(text));
}

} // namespace sekisho::format
