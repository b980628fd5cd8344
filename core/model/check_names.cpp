// SPDX-License-Identifier: Apache-2.0
#include "core/model/address_book.h"
#include "core/model/check_rules.h"

#include <algorithm>

/// Settings, names, tags and Terraform addresses.
namespace sekisho::checks {

namespace {

constexpr std::size_t maxTags = 50;      // EC2 User Guide, Tag restrictions
constexpr std::size_t maxTagKey = 128;   // the same
constexpr std::size_t maxTagValue = 256; // the same

/// Letters, digits, spaces and + - = . _ : / @ pass everywhere; letters of other scripts count as letters.
bool isTagCharacter(char32_t c) {
    if (c >= 0x80)
        return c > 0xa0 && c != 0xfffd && !(c >= 0x2028 && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
    return std::string_view(" +-=._:/@").find(static_cast<char>(c)) != std::string_view::npos;
}

void checkTag(Inquiry& q, const std::string& key, const std::string& value, std::string_view field,
              const std::vector<ElementId>& holder) {
    const std::string fieldName(field);
    const std::size_t keyLength = characterCount(key);
    const std::size_t valueLength = characterCount(value);
    if (keyLength < 1 || keyLength > maxTagKey)
        q.error(Code::tag_key_length, holder,
                {{"field", fieldName},
                 {"key", key},
                 {"length", std::to_string(keyLength)},
                 {"limit", std::to_string(maxTagKey)}});
    if (valueLength > maxTagValue)
        q.error(Code::tag_value_length, holder,
                {{"field", fieldName},
                 {"key", key},
                 {"length", std::to_string(valueLength)},
                 {"limit", std::to_string(maxTagValue)}});
    if (lowerAscii(key).rfind("aws:", 0) == 0)
        q.error(Code::tag_reserved_prefix, holder, {{"field", fieldName}, {"key", key}});
    if (const std::string characters = foreignCharacters(key + value, isTagCharacter); !characters.empty())
        q.warning(Code::tag_characters, holder,
                  {{"field", fieldName}, {"key", key}, {"characters", characters}});
}

struct NamedTemplate {
    std::string_view field;
    const NameTemplate* name;
};

/// Every text of a node that is a template.
std::vector<NamedTemplate> templatesOf(const Node& node) {
    std::vector<NamedTemplate> names{{"name_tag", &baseOf(node).nameTag}};
    if (const auto* group = std::get_if<SecurityGroup>(&node)) names.push_back({"aws_name", &group->awsName});
    if (const auto* list = std::get_if<PrefixList>(&node)) names.push_back({"aws_name", &list->awsName});
    if (const auto* log = std::get_if<FlowLog>(&node))
        if (const auto* group = std::get_if<CloudWatchDestination>(&log->destination))
            names.push_back({"log_group", &group->logGroup});
    return names;
}

/// Zones, workloads and the outside are drawn but never made, so nobody gives them tags.
bool isMade(const Node& node) {
    const Kind kind = idOf(node).kind;
    return kind != Kind::AvailabilityZone && kind != Kind::Workload && kind != Kind::External;
}

/// The address that an element has in a set of which it is a member.
void checkPlace(Inquiry& q, const ResourceKey& key, ElementId element, const std::vector<ElementId>& holder) {
    const ResourceSet& set = *q.addressSet(key);
    const auto own = std::find_if(set.members.begin(), set.members.end(),
                                  [&](const ResourceMember& member) { return member.element == element; });
    const auto index = static_cast<std::size_t>(own - set.members.begin());
    const std::string address = toString(AddressRef{&key, &set, index});
    for (std::size_t i = 0; i < set.members.size(); ++i) {
        const ResourceMember& other = set.members[i];
        if (i == index) continue;
        const bool sameAddress =
            set.form == AddressForm::Single || (set.form == AddressForm::ForEach && other.key == own->key);
        if (!sameAddress && other.element != element) continue;
        q.error(Code::address_duplicate, holder, {{"address", address}});
        break;
    }
    if (!isLegalLabel(key.label)) q.error(Code::address_label, holder, {{"address", address}});
}

} // namespace

void checkSettings(Inquiry& q) {
    const Settings& settings = q.settings();
    if (!isRegionName(settings.region))
        q.error(Code::settings_region_syntax, {}, {{"field", "region"}, {"text", settings.region}});
    const auto checkName = [&](const char* field, const std::string& text, bool required) {
        if (text.empty() && required)
            q.error(Code::settings_name_empty, {}, {{"field", field}});
        else if (text.empty())
            q.warning(Code::settings_name_empty, {}, {{"field", field}});
        if (const std::string characters = foreignCharacters(text, isGroupCharacter); !characters.empty())
            q.warning(Code::settings_name_characters, {},
                      {{"field", field}, {"text", text}, {"characters", characters}});
    };
    checkName("project_name", settings.projectName, true);
    checkName("environment", settings.environment, false);
    for (const auto& [key, value] : settings.defaultTags)
        checkTag(q, key, value, "default_tags", {});
}

void checkNames(Inquiry& q, const Node& node) {
    if (!isMade(node)) return;
    const NodeBase& base = baseOf(node);
    const ElementId id = idOf(node);
    for (const auto& [key, value] : base.tags)
        checkTag(q, key, value, "tags", {id});
    // Any zone's letter does for the length.
    if (!base.nameTag.empty()) checkTag(q, "Name", q.expand(base.nameTag, "a"), "name_tag", {id});
    const bool namedTwice = !base.nameTag.empty() && base.tags.contains("Name");
    if (namedTwice) q.warning(Code::tag_name_twice, {id}, {{"field", "tags"}});
    std::size_t count = base.tags.size() + (base.nameTag.empty() || namedTwice ? 0 : 1);
    for (const auto& [key, value] : q.settings().defaultTags)
        if (!base.tags.contains(key) && (key != "Name" || base.nameTag.empty())) ++count;
    if (count > maxTags)
        q.error(Code::tag_quota, {id},
                {{"field", "tags"}, {"count", std::to_string(count)}, {"limit", std::to_string(maxTags)}});
}

void checkZoneNames(Inquiry& q, const Node& node) {
    if (!isMade(node)) return;
    for (const NamedTemplate& named : templatesOf(node)) {
        if (!named.name->uses(NameTemplate::Kind::AzLetter)) continue;
        // Where a node stands may follow from any of these.
        q.all<Subnet>();
        q.all<NatGateway>();
        q.all<Workload>();
        if (zoneOf(q.network(), idOf(node))) continue;
        const std::vector<DiagnosticArg> args{{"field", std::string(named.field)}};
        // A tag with a hole in it does no harm; what stood in a zone may have been taken out of it.
        if (named.field == "name_tag")
            q.warning(Code::name_without_zone, {idOf(node)}, args);
        else
            q.error(Code::name_without_zone, {idOf(node)}, args);
    }
}

void checkAddresses(Inquiry& q, const Node& node) {
    const ElementId id = idOf(node);
    const auto checkElement = [&](ElementId element, std::string_view type, bool required) {
        const auto holder = element == id ? std::vector<ElementId>{id} : std::vector<ElementId>{element, id};
        const ResourceKey* first = nullptr;
        if (const auto* keys = q.addressesOf(element))
            for (const ResourceKey* key : *keys) {
                if (key->type != type) continue;
                if (first) {
                    q.error(Code::address_several, holder,
                            {{"address", toString(*first)}, {"other", toString(*key)}});
                } else {
                    first = key;
                    checkPlace(q, *key, element, holder);
                }
            }
        if (required && !first) q.error(Code::address_missing, holder, {{"type", std::string(type)}});
    };
    for (const TypedElement& wanted : addressableElements(node))
        checkElement(wanted.element, wanted.type, true);
    // A rule has an address of its own only where an import found one.
    if (const auto* group = std::get_if<SecurityGroup>(&node))
        for (const SecurityGroupRule& rule : group->rules)
            checkElement(rule.id,
                         rule.direction == Direction::Ingress ? "aws_vpc_security_group_ingress_rule"
                                                              : "aws_vpc_security_group_egress_rule",
                         false);
}

} // namespace sekisho::checks
