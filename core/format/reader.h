// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/format/json_text.h"
#include "core/format/shape.h"

#include <limits>
#include <set>

namespace sekisho::format {

/// Reads values from JSON text that checkJson() has passed. The first error ends it: what is read afterwards
/// is meaningless, and the error stays.
class Reader {
public:
    /// `path`: what the text is part of. `places`: whether lines and columns of the text mean something to
    /// people.
    explicit Reader(std::string_view text, std::string path = {}, bool places = true)
        : m_text(text), m_cursor(text), m_base(std::move(path)), m_places(places) {}

    const std::optional<Diagnostic>& error() const { return m_error; }
    /// The ids of all elements that were read.
    const std::set<ElementId>& ids() const { return m_ids; }

    template<class T>
    void read(T& value) {
        if constexpr (std::same_as<T, bool>) {
            readBool(value);
        } else if constexpr (std::integral<T>) {
            using Limits = std::numeric_limits<T>;
            value = static_cast<T>(readInteger(Limits::min(), Limits::max()));
        } else if constexpr (std::same_as<T, std::string>) {
            if (expect('"', "string")) value = m_cursor.string();
        } else if constexpr (isOptional<T>) {
            read(value.emplace());
        } else if constexpr (isList<T>) {
            readList([&] { read(value.emplace_back()); });
        } else if constexpr (isVariant<T>) {
            readVariant(value);
        } else if constexpr (Spelled<T> && Described<T>) {
            if (m_cursor.peek() == '{')
                readObject(value);
            else
                readSpelled(value);
        } else if constexpr (Spelled<T>) {
            readSpelled(value);
        } else {
            readObject(value);
        }
    }
    void read(TextMap& map);
    void read(Node& node);
    void read(Ipv6Index& index) { read(index.index); }
    void read(Table<ElementId, Node>& nodes);
    void read(Table<ElementId, ForeignText>& foreign);
    void read(Table<ResourceKey, ResourceSet>& sets);
    void read(Diagram& diagram);

private:
    struct Segment {
        std::string_view key; ///< with no data: an index
        std::size_t index = 0;
    };

    /// Keeps the path while a value is read.
    class Step {
    public:
        Step(Reader& reader, Segment segment) : m_path(reader.m_path) { m_path.push_back(segment); }
        ~Step() { m_path.pop_back(); }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;

    private:
        std::vector<Segment>& m_path;
    };

    /// Reads the field that has the key, if there is one.
    template<class T>
    struct FieldReader {
        Reader& reader;
        T& object;
        std::string_view key = {};
        std::size_t offset = 0;
        bool found = false;
        std::uint32_t index = 0;
        std::uint32_t seen = 0; // a bit for each field

        template<class C, class M>
        void id(std::string_view name, M C::*member) {
            const bool before = found;
            const std::size_t start = reader.m_cursor.offset();
            field(name, member);
            if (found && !before) reader.enrol(object.*member, start);
        }
        template<class C, class M>
        void required(std::string_view name, M C::*member) {
            field(name, member);
        }
        template<class C, class M>
        void always(std::string_view name, M C::*member) {
            field(name, member);
        }
        template<class C, class M>
        void field(std::string_view name, M C::*member) {
            const std::uint32_t bit = 1U << index++;
            if (found || name != key) return;
            found = true;
            const Step step(reader, {name});
            if ((seen & bit) != 0) return reader.stopAt(offset, Code::file_duplicate_key);
            seen |= bit;
            reader.read(object.*member);
        }
    };

    /// Finds the first field that must be there and is not.
    struct MissingFinder {
        std::uint32_t seen;
        std::uint32_t index = 0;
        std::string_view missing = {};

        template<class M>
        void id(std::string_view name, M member) {
            required(name, member);
        }
        template<class M>
        void required(std::string_view name, M) {
            if ((seen & (1U << index++)) == 0 && missing.empty()) missing = name;
        }
        template<class M>
        void always(std::string_view, M) {
            ++index;
        }
        template<class M>
        void field(std::string_view, M) {
            ++index;
        }
    };

    template<class T>
    void readObject(T& object) {
        const std::size_t start = m_cursor.offset();
        if (!expect('{', "object")) return;
        FieldReader<T> fields{*this, object};
        for (m_cursor.enter(); !m_error && m_cursor.more();) {
            fields.offset = m_cursor.offset();
            fields.key = m_cursor.key();
            fields.found = false;
            fields.index = 0;
            Fields<T>::visit(fields);
            if (!fields.found) stopAtKey(fields.offset, fields.key, Code::file_unknown_key);
        }
        MissingFinder finder{fields.seen};
        Fields<T>::visit(finder);
        if (!m_error && !finder.missing.empty()) stopAtKey(start, finder.missing, Code::file_missing_key);
    }

    template<class ReadElement>
    void readList(ReadElement readElement) {
        if (!expect('[', "array")) return;
        std::size_t index = 0;
        for (m_cursor.enter(); !m_error && m_cursor.more(); ++index) {
            const Step step(*this, {{}, index});
            readElement();
        }
    }

    /// Rows of a table in any order; none may have another's key.
    template<class K, class V, class ReadRow>
    void readTable(Table<K, V>& table, ReadRow readRow);

    template<class V>
    void readVariant(V& variant) {
        static_assert(alternativeKeys<V>.size() == std::variant_size_v<V>);
        const std::size_t start = m_cursor.offset();
        const std::string_view raw = m_text.substr(start);
        const auto oneOf = [] {
            std::string text;
            for (const std::string_view key : alternativeKeys<V>)
                if (!key.empty()) text.append(text.empty() ? "{\"" : " | {\"").append(key).append("\": …}");
            return text;
        };
        if (m_cursor.peek() != '{') return stopAt(start, Code::file_wrong_type, {{"expected", oneOf()}});
        m_cursor.enter();
        if (!m_cursor.more())
            return stopAt(start, Code::file_bad_value, {{"text", "{}"}, {"expected", oneOf()}});
        const std::size_t keyOffset = m_cursor.offset();
        const std::string_view key = m_cursor.key();
        if (!readAlternative(variant, key, std::make_index_sequence<std::variant_size_v<V>>()))
            return stopAtKey(keyOffset, key, Code::file_unknown_key);
        if (!m_error && m_cursor.more())
            stopAt(start, Code::file_bad_value, {{"text", shown(raw)}, {"expected", oneOf()}});
    }
    template<class V, std::size_t... I>
    bool readAlternative(V& variant, std::string_view key, std::index_sequence<I...>) {
        const auto tryOne = [&]<std::size_t J>(std::integral_constant<std::size_t, J>) {
            constexpr std::string_view name = alternativeKeys<V>[J];
            if (name.empty() || name != key) return false;
            const Step step(*this, {name});
            auto& alternative = variant.template emplace<J>();
            if constexpr (std::is_empty_v<std::remove_reference_t<decltype(alternative)>>)
                readTrue();
            else
                read(alternative);
            return true;
        };
        return (tryOne(std::integral_constant<std::size_t, I>()) || ...);
    }

    template<class T>
    void readSpelled(T& value) {
        const std::size_t start = m_cursor.offset();
        if (m_cursor.peek() != '"')
            return stopAt(start, Code::file_wrong_type, {{"expected", '"' + Spelling<T>::example() + '"'}});
        const std::string_view text = m_cursor.string();
        if (auto parsed = Spelling<T>::read(text)) {
            value = std::move(*parsed);
            return;
        }
        std::string expected;
        if constexpr (requires { Spelling<T>::correction(text); })
            expected = Spelling<T>::correction(text);
        else
            expected = Spelling<T>::example();
        stopAt(start, Code::file_bad_value, {{"text", shown(text)}, {"expected", expected}});
    }

    void readBool(bool& value);
    void readTrue();
    std::int64_t readInteger(std::int64_t min, std::int64_t max);
    void read(AddressRow& row);
    ElementId readNodeId();
    void enrol(ElementId id, std::size_t offset);

    bool expect(char first, std::string_view type);
    static std::string shown(std::string_view text);
    std::string pathText() const;
    void stopAt(std::size_t offset, Code code, std::vector<DiagnosticArg> more = {});
    void stopAtKey(std::size_t offset, std::string_view key, Code code);

    std::string_view m_text;
    JsonCursor m_cursor;
    std::string m_base;
    bool m_places;
    std::vector<Segment> m_path;
    std::optional<Diagnostic> m_error;
    std::set<ElementId> m_ids;
};

} // namespace sekisho::format
