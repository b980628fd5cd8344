// SPDX-License-Identifier: Apache-2.0
#include "tests/format/schema_generator.h"

#include "core/format/codec.h"
#include "core/format/shape.h"
#include "core/format/writer.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace sekisho::test {

namespace {

using namespace sekisho::format;
using Json = nlohmann::ordered_json;

template<class T>
struct IdKind;
template<Kind K>
struct IdKind<Id<K>> {
    static constexpr Kind kind = K;
};

/// The name of a type among the $defs: for elements the word of their ids.
template<class T>
std::string nameOf() {
    if constexpr (requires { IdKind<decltype(T::id)>::kind; })
        return std::string(kindWord(IdKind<decltype(T::id)>::kind));
    else if constexpr (std::same_as<T, OpaqueTarget>)
        return "opaque-target";
    else if constexpr (std::same_as<T, NatZoneAddresses>)
        return "nat-zone";
    else if constexpr (std::same_as<T, PortRange>)
        return "port-range";
    else if constexpr (std::same_as<T, IcmpType>)
        return "icmp-type";
    else if constexpr (std::same_as<T, Traffic>)
        return "unspelled-traffic";
    else if constexpr (std::same_as<T, PrefixListEntry>)
        return "prefix-list-entry";
    else if constexpr (std::same_as<T, ForeignVpc>)
        return "foreign-vpc";
    else if constexpr (std::same_as<T, CloudWatchDestination>)
        return "cloud-watch-destination";
    else if constexpr (std::same_as<T, S3Destination>)
        return "s3-destination";
    else if constexpr (std::same_as<T, ForeignText>)
        return "foreign-text";
    else if constexpr (std::same_as<T, Network>)
        return "network";
    else if constexpr (std::same_as<T, ResourceMember>)
        return "address-member";
    else if constexpr (std::same_as<T, AddressRow>)
        return "address-set";
    else if constexpr (std::same_as<T, MovedAddress>)
        return "moved-address";
    else if constexpr (std::same_as<T, Addresses>)
        return "addresses";
    else if constexpr (std::same_as<T, BoxRow>)
        return "box";
    else if constexpr (std::same_as<T, Settings>)
        return "settings";
    else if constexpr (std::same_as<T, Usage>)
        return "usage";
    else if constexpr (std::same_as<T, Acceptance>)
        return "acceptance";
    else if constexpr (std::same_as<T, Notes>)
        return "notes";
    else
        static_assert(sizeof(T) == 0, "a type without a name in the schema");
}

class Generator {
public:
    Json document() {
        Json schema;
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        schema["$id"] = "urn:sekisho:format:" + std::to_string(currentVersion);
        schema["title"] = "Sekisho design (.sekisho), format " + std::to_string(currentVersion);
        schema.update(objectOf<Document>());
        schema["properties"]["format"] = {{"const", "sekisho"}};
        schema["properties"]["version"] = {{"const", currentVersion}};
        Json sorted;
        for (const auto& [name, definition] : m_defs)
            sorted[name] = definition;
        schema["$defs"] = sorted;
        return schema;
    }

private:
    /// Collects properties and required keys of one object.
    template<class T>
    struct Properties {
        Generator& generator;
        Json properties = Json::object();
        Json required_ = Json::array();

        template<class C, class M>
        void id(std::string_view key, M C::*) {
            const std::string word(kindWord(IdKind<M>::kind));
            properties[std::string(key)] = {{"type", "string"},
                                            {"pattern", '^' + word + "-[1-9][0-9]{0,9}$"}};
            required_.push_back(key);
        }
        template<class C, class M>
        void required(std::string_view key, M C::*) {
            properties[std::string(key)] = generator.schemaOf<M>();
            required_.push_back(key);
        }
        template<class C, class M>
        void always(std::string_view key, M C::*member) {
            field(key, member);
        }
        template<class C, class M>
        void field(std::string_view key, M C::*member) {
            Json schema = generator.schemaOf<M>();
            if constexpr (std::integral<M> || EnumSpelled<M> || std::same_as<M, std::string>) {
                Writer writer;
                writer.write(defaultOf<T>().*member);
                schema["default"] = Json::parse(writer.take());
            }
            properties[std::string(key)] = std::move(schema);
        }
    };

    template<class T>
    Json objectOf() {
        Properties<T> collected{*this};
        Fields<T>::visit(collected);
        Json schema;
        schema["type"] = "object";
        schema["properties"] = std::move(collected.properties);
        if (!collected.required_.empty()) schema["required"] = std::move(collected.required_);
        schema["additionalProperties"] = false;
        return schema;
    }

    template<class T>
    Json reference() {
        const std::string name = nameOf<T>();
        if (m_defs.try_emplace(name).second) m_defs[name] = objectOf<T>();
        return {{"$ref", "#/$defs/" + name}};
    }

    static Json listOf(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

    template<class... N>
    Json anyNode(const std::variant<N...>*) {
        return {{"oneOf", Json::array({reference<N>()...})}};
    }

    template<class V, std::size_t... I>
    Json alternatives(std::index_sequence<I...>) {
        Json all = Json::array();
        const auto add = [&]<std::size_t J>(std::integral_constant<std::size_t, J>) {
            using A = std::variant_alternative_t<J, V>;
            const std::string key(alternativeKeys<V>[J]);
            if (key.empty()) return;
            Json content;
            if constexpr (std::is_empty_v<A>)
                content = {{"const", true}};
            else
                content = schemaOf<A>();
            Json schema;
            schema["type"] = "object";
            schema["properties"][key] = std::move(content);
            schema["required"] = Json::array({key});
            schema["additionalProperties"] = false;
            all.push_back(std::move(schema));
        };
        (add(std::integral_constant<std::size_t, I>()), ...);
        return {{"oneOf", std::move(all)}};
    }

    template<class T>
    static Json spelled() {
        if constexpr (EnumSpelled<T>)
            return {{"enum", enumWords<T>}};
        else
            return {{"type", "string"}, {"pattern", Spelling<T>::pattern()}};
    }

    template<class T>
    Json schemaOf() {
        if constexpr (std::same_as<T, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (std::integral<T>) {
            using Limits = std::numeric_limits<T>;
            return {{"type", "integer"}, {"minimum", Limits::min()}, {"maximum", Limits::max()}};
        } else if constexpr (std::same_as<T, Ipv6Index>) {
            return schemaOf<decltype(Ipv6Index::index)>();
        } else if constexpr (std::same_as<T, std::string>) {
            return {{"type", "string"}};
        } else if constexpr (std::same_as<T, TextMap>) {
            return {{"type", "object"}, {"additionalProperties", {{"type", "string"}}}};
        } else if constexpr (std::same_as<T, Table<ElementId, Node>>) {
            return listOf(anyNode(static_cast<const Node*>(nullptr)));
        } else if constexpr (std::same_as<T, Table<ElementId, ForeignText>>) {
            return {{"type", "object"},
                    {"propertyNames", {{"pattern", Spelling<ElementId>::pattern()}}},
                    {"additionalProperties", reference<ForeignText>()}};
        } else if constexpr (std::same_as<T, Table<ResourceKey, ResourceSet>>) {
            return listOf(reference<AddressRow>());
        } else if constexpr (std::same_as<T, Diagram>) {
            return listOf(reference<BoxRow>());
        } else if constexpr (isOptional<T>) {
            return schemaOf<typename T::value_type>();
        } else if constexpr (isList<T>) {
            return listOf(schemaOf<typename T::value_type>());
        } else if constexpr (isVariant<T>) {
            return alternatives<T>(std::make_index_sequence<std::variant_size_v<T>>());
        } else if constexpr (Spelled<T> && Described<T>) {
            return {{"oneOf", Json::array({spelled<T>(), reference<T>()})}};
        } else if constexpr (Spelled<T>) {
            return spelled<T>();
        } else {
            return reference<T>();
        }
    }

    std::map<std::string, Json> m_defs;
};

} // namespace

std::string generateSchema() {
    return Generator().document().dump(2) + '\n';
}

} // namespace sekisho::test
