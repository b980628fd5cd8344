// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/format/json_text.h"
#include "core/format/shape.h"

#include <charconv>

namespace sekisho::format {

/// Writes values as JSON text. Lists of objects that belong to an expanded object have one element a line, so
/// that a rule added is a line added.
class Writer {
public:
    /// `expanded`: the value belongs to an expanded object.
    template<class T>
    void write(const T& value, bool expanded = false) {
        if constexpr (std::same_as<T, bool>) {
            m_out += value ? "true" : "false";
        } else if constexpr (std::integral<T>) {
            writeInteger(value);
        } else if constexpr (std::same_as<T, std::string>) {
            appendQuoted(m_out, value);
        } else if constexpr (std::same_as<T, TextMap>) {
            writeMap(value);
        } else if constexpr (isOptional<T>) {
            write(*value, expanded);
        } else if constexpr (isList<T>) {
            using E = typename T::value_type;
            writeList(value, expanded && Described<E> && !Spelled<E>,
                      [this](const E& element) { write(element); });
        } else if constexpr (isVariant<T> && !std::same_as<T, Node>) {
            writeVariant(value);
        } else {
            if constexpr (Spelled<T>) {
                if (const auto text = Spelling<T>::write(value)) {
                    appendQuoted(m_out, *text);
                    return;
                }
            }
            if constexpr (Described<T>) writeObject(value);
        }
    }
    void write(const Node& node, bool = false) {
        std::visit([this](const auto& n) { writeObject(n); }, node);
    }
    void write(const Ipv6Index& index, bool = false) { writeInteger(index.index); }
    void write(const Table<ElementId, Node>& nodes, bool expanded) {
        writeList(nodes, expanded, [this](const auto& entry) { write(*entry.value); });
    }
    void write(const Table<ElementId, ForeignText>& foreign, bool expanded);
    void write(const Table<ResourceKey, ResourceSet>& sets, bool expanded) {
        writeList(sets, expanded, [this](const auto& entry) { write(AddressRow{entry.key, *entry.value}); });
    }
    void write(const Diagram& diagram, bool expanded) {
        writeList(diagram.boxes, expanded, [this](const auto& entry) {
            write(BoxRow{entry.key, *entry.value});
        });
    }

    std::string take() { return std::move(m_out); }
    void reserve(std::size_t bytes) { m_out.reserve(bytes); }

private:
    template<class T>
    struct ObjectWriter {
        Writer& writer;
        const T& object;
        bool first = true;

        template<class C, class M>
        void id(std::string_view key, M C::*member) {
            always(key, member);
        }
        template<class C, class M>
        void required(std::string_view key, M C::*member) {
            always(key, member);
        }
        template<class C, class M>
        void field(std::string_view key, M C::*member) {
            if (!(object.*member == defaultOf<T>().*member)) always(key, member);
        }
        template<class C, class M>
        void always(std::string_view key, M C::*member) {
            writer.separate(first, isExpanded<T>);
            writer.m_out += '"';
            writer.m_out += key;
            writer.m_out += "\": ";
            writer.write(object.*member, isExpanded<T>);
        }
    };

    template<class T>
    void writeObject(const T& object) {
        m_out += '{';
        ++m_depth;
        ObjectWriter<T> fields{*this, object};
        Fields<T>::visit(fields);
        close('}', !fields.first && isExpanded<T>);
    }

    template<class List, class WriteElement>
    void writeList(const List& list, bool lines, WriteElement writeElement) {
        m_out += '[';
        ++m_depth;
        bool first = true;
        for (const auto& element : list) {
            separate(first, lines);
            writeElement(element);
        }
        close(']', !first && lines);
    }

    template<class V>
    void writeVariant(const V& variant) {
        static_assert(alternativeKeys<V>.size() == std::variant_size_v<V>);
        m_out += "{\"";
        m_out += alternativeKeys<V>[variant.index()];
        m_out += "\": ";
        std::visit(
            [this](const auto& alternative) {
                if constexpr (std::is_empty_v<std::remove_cvref_t<decltype(alternative)>>)
                    write(true);
                else
                    write(alternative);
            },
            variant);
        m_out += '}';
    }

    template<class I>
    void writeInteger(I value) {
        char digits[24];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
        m_out.append(digits, end);
    }

    void writeMap(const TextMap& map);
    void separate(bool& first, bool line);
    void close(char bracket, bool line);
    void newLine();

    std::string m_out;
    std::size_t m_depth = 0;
};

} // namespace sekisho::format
