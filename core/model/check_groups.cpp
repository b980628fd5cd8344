// SPDX-License-Identifier: Apache-2.0
#include "core/model/check_rules.h"

#include <algorithm>
#include <numeric>
#include <set>

/// Security groups, prefix lists and who is in a group.
namespace sekisho::checks {

namespace {

constexpr std::size_t maxText = 255;     // names and descriptions
constexpr std::size_t groupQuota = 2500; // per Region
constexpr std::size_t ruleQuota = 60;    // per direction and family
constexpr std::size_t ruleMost = 1000;
constexpr std::size_t membershipQuota = 5; // groups per interface
constexpr std::size_t membershipMost = 16;
constexpr std::size_t interfaceRules = 1000; // groups per interface times rules per group
constexpr std::uint32_t maxListEntries = 1000;

bool isRuleDescriptionCharacter(char32_t c) {
    return c != '&' && isGroupCharacter(c);
}

void checkDescription(Inquiry& q, const std::string& text, bool (*isAllowed)(char32_t), Code length,
                      Code characters, const std::vector<ElementId>& holder) {
    if (const std::size_t count = characterCount(text); count > maxText)
        q.error(length, holder,
                {{"field", "description"},
                 {"length", std::to_string(count)},
                 {"limit", std::to_string(maxText)}});
    if (const std::string found = foreignCharacters(text, isAllowed); !found.empty())
        q.error(characters, holder, {{"field", "description"}, {"characters", found}});
}

void checkGroupName(Inquiry& q, const SecurityGroup& group) {
    const std::string name = q.expand(group.awsName);
    const auto report = [&](Code code, std::vector<DiagnosticArg> args = {}) {
        args.push_back({"field", "aws_name"});
        args.push_back({"name", name});
        q.error(code, {group.id}, std::move(args));
    };
    const std::size_t length = characterCount(name);
    if (length == 0) report(Code::group_name_empty);
    if (length > maxText)
        report(Code::group_name_length,
               {{"length", std::to_string(length)}, {"limit", std::to_string(maxText)}});
    const std::string lower = lowerAscii(name);
    if (lower.rfind("sg-", 0) == 0) report(Code::group_name_prefix);
    if (lower == "default") report(Code::group_name_reserved);
    if (const std::string found = foreignCharacters(name, isGroupCharacter); !found.empty())
        report(Code::group_name_characters, {{"characters", found}});
}

/// The group's own id and "self" are the same peer, and so are the VPC's block and its literal.
SecurityGroupPeer samePeer(const SecurityGroupRule& rule, const SecurityGroup& group, const Vpc* vpc) {
    if (const auto* peer = std::get_if<SecurityGroupId>(&rule.peer); peer && *peer == group.id)
        return SelfGroup{};
    if (std::holds_alternative<ThisVpcCidr>(rule.peer) && vpc && !vpc->cidrs.empty())
        return vpc->cidrs.front().cidr;
    return rule.peer;
}

void checkDuplicateRules(Inquiry& q, const SecurityGroup& group, const Vpc* vpc) {
    struct Key {
        Direction direction;
        Traffic traffic;
        SecurityGroupPeer peer;
        bool operator<(const Key& other) const {
            if (direction != other.direction) return direction < other.direction;
            if (traffic != other.traffic) return traffic < other.traffic;
            return peer < other.peer;
        }
    };
    std::map<Key, SecurityGroupRuleId> first;
    for (const SecurityGroupRule& rule : group.rules) {
        const auto [it, isNew] = first.try_emplace(
            {rule.direction, rule.traffic.normalized(), samePeer(rule, group, vpc)}, rule.id);
        if (!isNew) q.error(Code::rule_duplicate, {rule.id, group.id, it->second}, {{"field", "traffic"}});
    }
}

bool arePeered(Inquiry& q, VpcId a, VpcId b) {
    for (const Peering& peering : q.all<Peering>()) {
        const auto* accepter = std::get_if<VpcId>(&peering.accepter);
        if (!accepter) continue;
        if ((peering.requester == a && *accepter == b) || (peering.requester == b && *accepter == a))
            return true;
    }
    return false;
}

} // namespace

bool isSameIdentity(const SecurityGroup& a, const SecurityGroup& b) {
    return a.vpc == b.vpc && a.isDefault == b.isDefault && a.awsName == b.awsName;
}

std::size_t weightOf(const PrefixList& list) {
    if (list.managed.empty()) return list.maxEntries;
    // VPC User Guide, AWS-managed prefix list weight.
    struct Weight {
        std::string_view service;
        std::size_t weight;
    };
    constexpr std::array weights = {
        Weight{".cloudfront.origin-facing", 55},
        Weight{".ec2-instance-connect", 2},
        Weight{".groundstation", 5},
        Weight{".route53-healthchecks", 25},
        Weight{".s3express", 6},
        Weight{".vpc-lattice", 10},
    };
    for (const auto& [service, weight] : weights)
        if (list.managed.find(service) != std::string::npos) return weight;
    return 1; // S3 and DynamoDB
}

RuleCounts ruleCounts(Inquiry& q, const SecurityGroup& group) {
    RuleCounts counts{};
    for (const SecurityGroupRule& rule : group.rules) {
        auto& [v4, v6] = counts[static_cast<std::size_t>(rule.direction)];
        std::visit(Overloaded{
                       [&, &four = v4, &six = v6](const Cidr& cidr) {
                           ++(cidr.family() == IpFamily::V4 ? four : six);
                       },
                       [&, &four = v4, &six = v6](const SecurityGroupId&) { ++four, ++six; },
                       [&, &four = v4, &six = v6](const SelfGroup&) { ++four, ++six; },
                       [&, &four = v4, &six = v6](const PrefixListId& id) {
                           const PrefixList* list = q.get(id);
                           if (list) (list->family == IpFamily::V4 ? four : six) += weightOf(*list);
                       },
                       [&four = v4](const ThisVpcCidr&) { ++four; },
                   },
                   rule.peer);
    }
    return counts;
}

// --- Groups
// -----------------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const SecurityGroup& group) {
    if (!group.isDefault) {
        checkGroupName(q, group);
        checkDescription(q, group.description, isGroupCharacter, Code::group_description_length,
                         Code::group_description_characters, {group.id});
    }
    for (const SecurityGroupRule& rule : group.rules)
        checkDescription(q, rule.description, isRuleDescriptionCharacter, Code::rule_description_length,
                         Code::rule_description_characters, {rule.id, group.id});
}

void checkLinks(Inquiry& q, const SecurityGroup& group) {
    const Vpc* vpc = q.require(group.vpc, "vpc", {group.id});
    for (const SecurityGroupRule& rule : group.rules) {
        std::optional<IpFamily> family;
        if (const auto* cidr = std::get_if<Cidr>(&rule.peer)) family = cidr->family();
        if (std::holds_alternative<ThisVpcCidr>(rule.peer)) family = IpFamily::V4;
        if (const auto* id = std::get_if<PrefixListId>(&rule.peer))
            if (const PrefixList* list = q.require(*id, "peer", {rule.id, group.id})) family = list->family;
        checkTraffic(q, rule.traffic, family, rule.id, group.id);
        const auto* id = std::get_if<SecurityGroupId>(&rule.peer);
        const SecurityGroup* peer = id ? q.identityOf(*id) : nullptr;
        if (id && !peer) q.dangling(*id, "peer", {rule.id, group.id});
        if (!peer || peer->vpc == group.vpc) continue;
        if (arePeered(q, group.vpc, peer->vpc))
            q.info(Code::group_peer_other_vpc, {rule.id, group.id, peer->id}, {{"field", "peer"}});
        else
            q.error(Code::group_peer_not_peered, {rule.id, group.id, peer->id}, {{"field", "peer"}});
    }
    checkDuplicateRules(q, group, vpc);
    const RuleCounts counts = ruleCounts(q, group);
    for (const Direction direction : {Direction::Ingress, Direction::Egress})
        for (const IpFamily family : {IpFamily::V4, IpFamily::V6})
            q.quota(Code::group_rules_quota,
                    counts[static_cast<std::size_t>(direction)][static_cast<std::size_t>(family)], ruleQuota,
                    ruleMost, {group.id},
                    {{"field", "rules"},
                     {"direction", std::string(directionWord(direction))},
                     {"family", std::string(familyWord(family))}});
}

void checkGroups(Inquiry& q) {
    const auto groups = q.all<SecurityGroup>();
    std::map<std::pair<VpcId, std::string>, SecurityGroupId> names;
    std::map<VpcId, SecurityGroupId> defaults;
    ElementId last;
    for (const SecurityGroup& group : groups) {
        last = group.id;
        if (group.isDefault) {
            const auto [it, isNew] = defaults.try_emplace(group.vpc, group.id);
            if (!isNew)
                q.error(Code::default_group_duplicate, {group.id, it->second}, {{"field", "is_default"}});
            continue;
        }
        std::string name = q.expand(group.awsName);
        if (name.empty()) continue;
        const auto [it, isNew] = names.try_emplace({group.vpc, lowerAscii(name)}, group.id);
        if (!isNew)
            q.error(Code::group_name_duplicate, {group.id, it->second},
                    {{"field", "aws_name"}, {"name", std::move(name)}});
    }
    q.quota(Code::group_quota, groups.size(), groupQuota, noLimit, {last});
}

void checkMemberships(Inquiry& q, const std::vector<SecurityGroupId>& groups, std::optional<VpcId> vpc,
                      ElementId holder, Code otherVpc) {
    std::size_t most = 0;
    for (const SecurityGroupId id : groups) {
        const SecurityGroup* group = q.require(id, "security_groups", {holder});
        if (!group) continue;
        if (vpc && group->vpc != *vpc) q.error(otherVpc, {holder, group->id}, {{"field", "security_groups"}});
        for (const auto& direction : ruleCounts(q, *group))
            for (const std::size_t count : direction)
                most = std::max(most, count);
    }
    const std::size_t count = std::set<SecurityGroupId>(groups.begin(), groups.end()).size();
    q.quota(Code::groups_per_interface, count, membershipQuota, membershipMost, {holder},
            {{"field", "security_groups"}});
    if (count * most > interfaceRules)
        q.error(Code::interface_rules_quota, {holder},
                {{"field", "security_groups"},
                 {"groups", std::to_string(count)},
                 {"rules", std::to_string(most)},
                 {"limit", std::to_string(interfaceRules)}});
}

// --- Traffic
// ----------------------------------------------------------------------------------------------------

void checkTraffic(Inquiry& q, const Traffic& traffic, std::optional<IpFamily> family, ElementId rule,
                  ElementId owner) {
    const Protocol protocol = traffic.protocol;
    const std::vector<ElementId> holder{rule, owner};
    const std::vector<DiagnosticArg> args{{"field", "traffic"}, {"protocol", protocol.toString()}};
    const auto with = [&](std::vector<DiagnosticArg> more) {
        more.insert(more.begin(), args.begin(), args.end());
        return more;
    };
    if (protocol.hasPorts() && !traffic.ports) q.error(Code::rule_ports_missing, holder, args);
    // Every port is what such a rule lets pass anyway.
    if (!protocol.hasPorts() && traffic.ports && !traffic.ports->isAll())
        q.warning(Code::rule_ports_ignored, holder, with({{"ports", traffic.ports->toString()}}));
    if (!protocol.isIcmp()) {
        if (traffic.icmp) q.warning(Code::rule_icmp_ignored, holder, args);
        return;
    }
    // The EC2 API takes a group's rule without them as "all", a network ACL's it refuses.
    if (!traffic.icmp && owner.kind == Kind::NetworkAcl) q.error(Code::rule_icmp_missing, holder, args);
    if (traffic.icmp) {
        const auto [type, code] = *traffic.icmp;
        const auto isByte = [](int number) { return number >= -1 && number <= 255; };
        const auto numbers = with({{"type", std::to_string(type)}, {"code", std::to_string(code)}});
        if (!isByte(type) || !isByte(code))
            q.error(Code::rule_icmp_range, holder, numbers);
        else if (type == -1 && code != -1)
            q.error(Code::rule_icmp_code, holder, numbers);
    }
    const IpFamily own = protocol == Protocol::icmp() ? IpFamily::V4 : IpFamily::V6;
    if (family && *family != own)
        q.warning(Code::rule_icmp_family, holder, with({{"family", std::string(familyWord(*family))}}));
}

// --- Prefix lists
// -----------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const PrefixList& list) {
    if (!list.managed.empty()) return; // AWS looks after its own
    const std::string name = q.expand(list.awsName);
    // The provider counts the bytes of a list's texts, which unlike those of groups need not be ASCII.
    if (name.empty() || name.size() > maxText || name.rfind("com.amazonaws", 0) == 0)
        q.error(Code::prefix_list_name, {list.id}, {{"field", "aws_name"}, {"name", name}});
    if (list.maxEntries < 1 || list.maxEntries > maxListEntries)
        q.error(Code::prefix_list_max_entries, {list.id},
                {{"field", "max_entries"},
                 {"count", std::to_string(list.maxEntries)},
                 {"limit", std::to_string(maxListEntries)}});
    if (list.entries.size() > list.maxEntries)
        q.error(Code::prefix_list_full, {list.id},
                {{"field", "entries"},
                 {"count", std::to_string(list.entries.size())},
                 {"limit", std::to_string(list.maxEntries)}});
    std::set<Cidr> seen;
    for (const PrefixListEntry& entry : list.entries) {
        if (entry.cidr.family() != list.family)
            q.error(Code::prefix_list_family, {list.id},
                    {{"field", "entries"},
                     {"family", std::string(familyWord(list.family))},
                     {"cidr", entry.cidr.toString()}});
        if (!seen.insert(entry.cidr).second)
            q.error(Code::prefix_list_duplicate, {list.id},
                    {{"field", "entries"}, {"cidr", entry.cidr.toString()}});
        if (entry.description.size() > maxText)
            q.error(Code::prefix_list_description_length, {list.id},
                    {{"field", "entries"},
                     {"cidr", entry.cidr.toString()},
                     {"length", std::to_string(entry.description.size())},
                     {"limit", std::to_string(maxText)}});
    }
}

} // namespace sekisho::checks
