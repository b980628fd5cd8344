// SPDX-License-Identifier: Apache-2.0
#include "app/cli/given.h"

#include "app/cli/edit_op.h"
#include "app/cli/names.h"
#include "core/format/json_codec.h"
#include "core/model/references.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace sekisho::cli {

namespace {

using nlohmann::json;

constexpr std::string_view listPrefix = "list of ";
constexpr std::string_view idSuffix = " id";

/// The alternatives of variants that are references.
struct ReferenceWord {
    std::string_view word;
    Kind kind;
};
constexpr auto referenceWords = std::to_array<ReferenceWord>({
    {"group", Kind::SecurityGroup},
    {"prefix_list", Kind::PrefixList},
    {"internet_gateway", Kind::InternetGateway},
    {"egress_only_internet_gateway", Kind::EgressOnlyInternetGateway},
    {"nat_gateway", Kind::NatGateway},
    {"vpc_endpoint", Kind::VpcEndpoint},
    {"peering", Kind::Peering},
    {"vpc", Kind::Vpc},
    {"subnet", Kind::Subnet},
});

/// How the ids of route targets that are not drawn begin (EC2 API), and the argument of aws_route.
struct OpaquePrefix {
    std::string_view prefix;
    std::string_view argument;
};
constexpr auto opaquePrefixes = std::to_array<OpaquePrefix>({
    {"tgw-", "transit_gateway_id"},
    {"vgw-", "gateway_id"},
    {"eni-", "network_interface_id"},
    {"cagw-", "carrier_gateway_id"},
    {"lgw-", "local_gateway_id"},
    {"arn:aws:networkmanager", "core_network_arn"},
    {"vpce-", "vpc_endpoint_id"},
    {"pcx-", "vpc_peering_connection_id"},
});

bool startsWith(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}
bool endsWith(std::string_view text, std::string_view suffix) {
    return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}
bool contains(const std::vector<std::string_view>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "name" or "tags.Owner": what stands before "=" in an argument.
bool isKey(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('.'));
    return !first.empty() && first[0] >= 'a' && first[0] <= 'z' &&
           std::all_of(first.begin(), first.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

GivenValue valueFrom(const json& value) {
    if (value.is_string()) return {value.get<std::string>(), true};
    return {value.dump(-1, ' ', false, json::error_handler_t::replace), false};
}

std::optional<bool> switchFrom(std::string_view text) {
    if (text == "on" || text == "true" || text == "yes") return true;
    if (text == "off" || text == "false" || text == "no") return false;
    return std::nullopt;
}

std::optional<std::int64_t> integerFrom(std::string_view text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [last, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc() || last != end || text.empty()) return std::nullopt;
    return number;
}

/// The value as JSON, if it is meant as such.
std::optional<json> jsonFrom(const GivenValue& value, std::string_view opening) {
    if (value.literal || value.text.empty() || opening.find(value.text[0]) == std::string_view::npos)
        return std::nullopt;
    json parsed = json::parse(value.text, nullptr, false);
    if (parsed.is_discarded()) return std::nullopt;
    return parsed;
}

/// The elements of a list: a JSON array, or texts between commas.
std::vector<GivenValue> listFrom(const GivenValue& value) {
    std::vector<GivenValue> list;
    if (const auto array = jsonFrom(value, "[")) {
        for (const json& each : *array)
            list.push_back(valueFrom(each));
        return list;
    }
    std::string_view rest = value.text;
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        list.push_back({std::string(rest.substr(0, comma)), value.literal});
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return list;
}

} // namespace

void Given::fail(Problem problem) {
    if (!m_problem) m_problem = std::move(problem);
}

void Given::failWord(std::string_view name, const std::vector<std::string_view>& known) {
    fail(Message{Text::op_argument_choice,
                 {{"value", text(name)}, {"name", std::string(name)}, {"known", joined(known)}}});
}

void Given::set(const std::string& name, GivenValue value) {
    const bool isNew = m_values.emplace(name, std::move(value)).second;
    if (!isNew) fail(Message{Text::op_argument_twice, {{"name", name}}});
    for (const Param& param : m_op.params)
        if (param.name == name && !param.words.empty() &&
            std::find(param.words.begin(), param.words.end(), text(name)) == param.words.end())
            failWord(name, {param.words.begin(), param.words.end()});
}

void Given::readWords(const std::vector<std::string>& words) {
    std::vector<const Param*> places;
    for (const Param& param : m_op.params)
        if (param.positional) places.push_back(&param);
    std::size_t place = 0;
    json many = json::array();
    for (const std::string& word : words) {
        const auto equals = word.find('=');
        const std::string key = word.substr(0, equals);
        if (equals != std::string::npos && isKey(key)) {
            const bool isParam = std::any_of(m_op.params.begin(), m_op.params.end(),
                                             [&](const Param& param) { return param.name == key; });
            GivenValue value{word.substr(equals + 1), false};
            if (isParam)
                set(key, std::move(value));
            else if (m_op.fields)
                m_fields.emplace_back(key, std::move(value));
            else
                fail(Message{Text::op_argument_unknown, {{"name", key}, {"usage", usageOf(m_op)}}});
            continue;
        }
        while (place < places.size() && has(places[place]->name) && !places[place]->many)
            ++place;
        if (place == places.size())
            return fail(Message{Text::op_argument_extra, {{"word", word}, {"usage", usageOf(m_op)}}});
        if (places[place]->many)
            many.push_back(word);
        else
            set(std::string(places[place++]->name), {word, false});
    }
    if (!many.empty())
        set(std::string(places[place]->name),
            {many.dump(-1, ' ', false, json::error_handler_t::replace), false});
}

void Given::readObject(const json& object) {
    for (const auto& [key, value] : object.items()) {
        if (key == "op") continue;
        const auto& name = key;
        if (std::any_of(m_op.params.begin(), m_op.params.end(),
                        [&](const Param& param) { return param.name == name; }))
            set(key, valueFrom(value));
        else if (m_op.fields)
            m_fields.emplace_back(key, valueFrom(value));
        else
            fail(Message{Text::op_argument_unknown, {{"name", key}, {"usage", usageOf(m_op)}}});
    }
}

void Given::checkRequired() {
    for (const Param& param : m_op.params)
        if (param.required && !has(param.name))
            fail(Message{Text::op_argument_missing,
                         {{"name", std::string(param.name)}, {"usage", usageOf(m_op)}}});
}

std::string Given::text(std::string_view name, std::string_view otherwise) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::string(otherwise) : found->second.text;
}

std::vector<std::string> Given::texts(std::string_view name) {
    std::vector<std::string> all;
    if (const auto found = m_values.find(name); found != m_values.end())
        for (GivenValue& each : listFrom(found->second))
            all.push_back(std::move(each.text));
    return all;
}

std::int32_t Given::integer(std::string_view name, std::int32_t otherwise) {
    if (!has(name)) return otherwise;
    const auto number = integerFrom(text(name));
    if (number && std::in_range<std::int32_t>(*number)) return static_cast<std::int32_t>(*number);
    fail(Message{Text::op_argument_integer, {{"value", text(name)}, {"name", std::string(name)}}});
    return otherwise;
}

bool Given::isOn(std::string_view name, bool otherwise) {
    if (!has(name)) return otherwise;
    const auto state = switchFrom(text(name));
    if (!state) failWord(name, {"on", "off"});
    return state.value_or(otherwise);
}

Cidr Given::cidr(std::string_view name) {
    auto parsed = Cidr::parse(text(name));
    if (parsed) return *parsed;
    fail(std::move(parsed.error()));
    return {};
}

std::optional<Cidr> Given::cidrIfGiven(std::string_view name) {
    return has(name) ? std::optional(cidr(name)) : std::nullopt;
}

std::vector<Cidr> Given::cidrs(std::string_view name) {
    std::vector<Cidr> all;
    for (const std::string& each : texts(name)) {
        auto parsed = Cidr::parse(each);
        if (parsed)
            all.push_back(*parsed);
        else
            fail(std::move(parsed.error()));
    }
    return all;
}

Traffic Given::traffic(std::string_view name) {
    auto parsed = Traffic::parse(text(name));
    if (parsed) return *parsed;
    fail(std::move(parsed.error()));
    return {};
}

ElementId Given::element(std::string_view name, const std::vector<Kind>& kinds) {
    auto found = findElement(m_design, text(name), kinds);
    if (!found) {
        fail(std::move(found.error()));
        return {kinds.empty() ? Kind::Vpc : kinds.front(), 0};
    }
    m_named.insert(*found);
    return *found;
}

std::vector<ElementId> Given::elements(std::string_view name, const std::vector<Kind>& kinds) {
    std::vector<ElementId> all;
    for (const std::string& each : texts(name)) {
        auto found = findElement(m_design, each, kinds);
        if (found) {
            m_named.insert(*found);
            all.push_back(*found);
        } else {
            fail(std::move(found.error()));
        }
    }
    return all;
}

VpcId Given::vpc(std::string_view name) {
    if (has(name)) return id<Kind::Vpc>(name);
    const auto vpcs = m_design.network.all<Vpc>();
    if (vpcs.size() == 1) return vpcs.begin()->id;
    std::vector<std::string> known;
    for (const Vpc& vpc : vpcs)
        known.push_back(toString(vpc.id) + " (" + vpc.name + ")");
    fail(Message{vpcs.empty() ? Text::op_no_vpc : Text::op_which_vpc,
                 {{"name", std::string(name)}, {"known", joined(known)}}});
    return {};
}

std::string Given::resolved(const std::string& name, const std::vector<Kind>& kinds) {
    auto found = findElement(m_design, name, kinds);
    if (found) return toString(*found);
    fail(std::move(found.error()));
    return {};
}

template<class V>
V Given::variant(std::string_view name) {
    const auto found = m_values.find(name);
    const std::vector<std::string_view> words(format::alternativeKeys<V>.begin(),
                                              format::alternativeKeys<V>.end());
    if (found == m_values.end()) return {};
    auto value = format::fromJson<V>(variantValue(words, found->second, name), name);
    if (value) return std::move(*value);
    fail(std::move(value.error()));
    return {};
}
template SecurityGroupPeer Given::variant(std::string_view);
template NetworkAclPeer Given::variant(std::string_view);
template RouteDestination Given::variant(std::string_view);
template RouteTarget Given::variant(std::string_view);

json Given::variantValue(const std::vector<std::string_view>& words, const GivenValue& value,
                         std::string_view field) {
    const std::string& text = value.text;
    if (auto object = jsonFrom(value, "{")) {
        for (const ReferenceWord& reference : referenceWords)
            if (contains(words, reference.word) && object->contains(reference.word) &&
                (*object)[std::string(reference.word)].is_string()) {
                json& name = (*object)[std::string(reference.word)];
                name = resolved(name.get<std::string>(), {reference.kind});
            }
        return std::move(*object);
    }
    for (const std::string_view flag : {"self", "amazon", "vpc_cidr"})
        if (text == flag && contains(words, flag)) return {{std::string(flag), true}};
    if (text == "vpc" && contains(words, "vpc_cidr")) return {{"vpc_cidr", true}};
    if (contains(words, "cidr")) {
        if (text == "internet") return {{"cidr", "0.0.0.0/0"}};
        auto parsed = Cidr::parse(text);
        if (parsed) return {{"cidr", parsed->toString()}};
        const bool meantAsCidr = text.find_first_not_of("0123456789abcdefABCDEF.:/") == std::string::npos &&
                                 text.find_first_of(".:/") != std::string::npos;
        if (meantAsCidr) {
            fail(std::move(parsed.error()));
            return {};
        }
    }
    if (const auto number = integerFrom(text); number && contains(words, "index"))
        return {{"index", *number}};
    if (contains(words, "opaque"))
        for (const OpaquePrefix& opaque : opaquePrefixes)
            if (startsWith(text, opaque.prefix) && !findElement(m_design, text))
                return {{"opaque", {{"argument", std::string(opaque.argument)}, {"id", text}}}};
    if (contains(words, "s3") && startsWith(text, "arn:")) return {{"s3", {{"bucket_arn", text}}}};
    if (contains(words, "cloud_watch")) return {{"cloud_watch", {{"log_group", text}}}};

    std::vector<Kind> kinds;
    for (const ReferenceWord& reference : referenceWords)
        if (contains(words, reference.word)) kinds.push_back(reference.kind);
    if (kinds.empty()) {
        fail(Message{Text::op_argument_choice,
                     {{"value", text}, {"name", std::string(field)}, {"known", joined(words)}}});
        return {};
    }
    const std::string id = resolved(text, kinds);
    const auto element = elementIdFromString(id);
    for (const ReferenceWord& reference : referenceWords)
        if (element && reference.kind == element->kind && contains(words, reference.word))
            return {{std::string(reference.word), id}};
    return {};
}

json Given::fieldValue(const format::FieldInfo& field, const GivenValue& value) {
    const std::string& text = value.text;
    const std::string_view type = field.type;
    if (!value.literal && text == "null") return nullptr;
    if (type == "true | false") {
        if (const auto state = switchFrom(text)) return *state;
        fail(Message{Text::op_argument_choice,
                     {{"value", text}, {"name", std::string(field.name)}, {"known", "on, off"}}});
        return nullptr;
    }
    if (type == "integer") {
        if (const auto number = integerFrom(text)) return *number;
        fail(Message{Text::op_argument_integer, {{"value", text}, {"name", std::string(field.name)}}});
        return nullptr;
    }
    if (startsWith(type, listPrefix)) {
        const std::string element(type.substr(listPrefix.size()));
        const bool objects = element == "object" || kindFromWord(element);
        json list = json::array();
        for (const GivenValue& each : listFrom(value)) {
            if (objects)
                list.push_back(partValue(element, jsonFrom(each, "{").value_or(json(each.text))));
            else
                list.push_back(fieldValue({field.name, element, field.words, false}, each));
        }
        numberParts(list, field);
        return list;
    }
    if (endsWith(type, idSuffix)) {
        const auto kind = kindFromWord(type.substr(0, type.size() - idSuffix.size()));
        return resolved(text, kind ? std::vector<Kind>{*kind} : std::vector<Kind>());
    }
    if (type == "object" && !field.words.empty()) return variantValue(field.words, value, field.name);
    const bool maybeObject = type == "object" || type == "map of text" || type == "traffic";
    if (auto parsed = jsonFrom(value, maybeObject ? "{" : "\"")) return std::move(*parsed);

    if (type == "word" && !field.words.empty() && !contains(field.words, text)) {
        fail(Message{Text::op_argument_choice,
                     {{"value", text}, {"name", std::string(field.name)}, {"known", joined(field.words)}}});
        return nullptr;
    }
    // Told by the parser itself what is wrong says more than "this is no CIDR".
    std::optional<Diagnostic> wrong;
    const auto keep = [&](const auto& result) {
        if (!result) wrong = result.error();
    };
    if (type == "cidr") keep(Cidr::parse(text));
    if (type == "traffic") keep(Traffic::parse(text));
    if (type == "name") keep(NameTemplate::parse(text));
    if (type == "decimal") keep(Decimal::parse(text));
    if (type == "protocol") keep(Protocol::parse(text));
    if (wrong) fail(std::move(*wrong));
    return text;
}

json Given::partValue(std::string_view kindName, json part) {
    const auto kind = kindFromWord(kindName);
    if (!kind || !part.is_object()) return part;
    for (const format::FieldInfo& field : format::fieldsOf(*kind)) {
        const std::string name(field.name);
        if (name == "id" || !part.contains(name)) continue;
        json value = fieldValue(field, valueFrom(part[name]));
        if (value.is_null())
            part.erase(name);
        else
            part[name] = std::move(value);
    }
    return part;
}

void Given::numberParts(json& value, const format::FieldInfo& field) {
    const auto kind = kindFromWord(std::string_view(field.type).substr(listPrefix.size()));
    if (!kind) return;
    if (!m_newNumbers.contains(*kind)) {
        std::uint32_t& highest = m_newNumbers[*kind];
        for (const auto& entry : m_design.network.nodes)
            forEachPart(*entry.value, [&](ElementId part) {
                if (part.kind == *kind) highest = std::max(highest, part.number);
            });
    }
    for (json& part : value)
        if (part.is_object() && !part.contains("id"))
            part["id"] = toString(ElementId{*kind, ++m_newNumbers[*kind]});
}

void Given::putFields(json& object, Kind kind) {
    putFields(object, format::fieldsOf(kind), kindWord(kind));
}

void Given::putFields(json& object, const std::vector<format::FieldInfo>& fields, std::string_view what) {
    for (const auto& [key, value] : m_fields) {
        const auto dot = key.find('.');
        const std::string name = key.substr(0, dot);
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&](const format::FieldInfo& each) { return each.name == name; });
        if (field == fields.end() || name == "id") {
            std::vector<std::string_view> known;
            for (const format::FieldInfo& each : fields)
                if (each.name != "id") known.push_back(each.name);
            return fail(Message{Text::field_unknown,
                                {{"name", name}, {"what", std::string(what)}, {"known", joined(known)}}});
        }
        json wanted;
        if (dot == std::string::npos) {
            wanted = fieldValue(*field, value);
        } else if (field->type == "map of text") {
            wanted = object.value(name, json::object());
            if (!value.literal && value.text == "null")
                wanted.erase(key.substr(dot + 1));
            else
                wanted[key.substr(dot + 1)] = value.text;
        } else {
            return fail(Message{Text::field_no_map, {{"name", name}}});
        }
        if (wanted.is_null())
            object.erase(name);
        else
            object[name] = std::move(wanted);
    }
}

} // namespace sekisho::cli
