// SPDX-License-Identifier: Apache-2.0
#include "core/model/check_rules.h"

#include <algorithm>
#include <map>
#include <set>

/// Network ACLs.
namespace sekisho::checks {

namespace {

constexpr std::int32_t highestRule = 32766;
constexpr std::size_t ruleQuota = 20; // per direction
constexpr std::size_t ruleMost = 40;
constexpr std::size_t aclQuota = 200; // per VPC

} // namespace

void checkAlone(Inquiry& q, const NetworkAcl& acl) {
    std::set<std::pair<Direction, std::int32_t>> numbers;
    std::array<std::size_t, 2> counts{};
    std::array<bool, 2> passes{};
    for (const NetworkAclRule& rule : acl.rules) {
        const auto side = static_cast<std::size_t>(rule.direction);
        ++counts[side];
        passes[side] = passes[side] || rule.action == AclAction::Allow;
        const std::vector<DiagnosticArg> args{{"field", "number"},
                                              {"number", std::to_string(rule.number)},
                                              {"direction", std::string(directionWord(rule.direction))}};
        if (rule.number < 1 || rule.number > highestRule)
            q.error(Code::acl_rule_number, {rule.id, acl.id}, args);
        if (!numbers.emplace(rule.direction, rule.number).second)
            q.error(Code::acl_rule_number_duplicate, {rule.id, acl.id}, args);
        const auto* cidr = std::get_if<Cidr>(&rule.peer);
        checkTraffic(q, rule.traffic, cidr ? cidr->family() : IpFamily::V4, rule.id, acl.id);
    }
    const bool inForce = std::any_of(acl.associations.begin(), acl.associations.end(),
                                     [](const NetworkAclAssociation& one) { return one.active; });
    for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
        const auto side = static_cast<std::size_t>(direction);
        const std::vector<DiagnosticArg> args{{"field", "rules"},
                                              {"direction", std::string(directionWord(direction))}};
        q.quota(Code::acl_rules_quota, counts[side], ruleQuota, ruleMost, {acl.id}, args);
        // ACLs are stateless: with one direction shut not even answers come through.
        if (inForce && !passes[side]) q.warning(Code::acl_passes_nothing, {acl.id}, args);
    }
}

void checkLinks(Inquiry& q, const NetworkAcl& acl) {
    q.require(acl.vpc, "vpc", {acl.id});
    std::set<SubnetId> seen;
    for (const NetworkAclAssociation& association : acl.associations) {
        const std::vector<DiagnosticArg> args{{"field", "subnet"}};
        if (!q.require(association.subnet, "subnet", {association.id, acl.id})) continue;
        if (const auto vpc = q.vpcOf(association.subnet); vpc && *vpc != acl.vpc)
            q.error(Code::acl_other_vpc, {association.id, acl.id, association.subnet}, args);
        if (!seen.insert(association.subnet).second)
            q.error(Code::acl_association_duplicate, {association.id, acl.id, association.subnet}, args);
    }
}

void checkAcls(Inquiry& q) {
    std::map<SubnetId, NetworkAclId> active;
    std::map<VpcId, NetworkAclId> defaults;
    std::map<VpcId, std::size_t> counts;
    for (const NetworkAcl& acl : q.all<NetworkAcl>()) {
        ++counts[acl.vpc];
        if (acl.isDefault) {
            const auto [it, isNew] = defaults.try_emplace(acl.vpc, acl.id);
            if (!isNew) q.error(Code::default_acl_duplicate, {acl.id, it->second}, {{"field", "is_default"}});
        }
        for (const NetworkAclAssociation& association : acl.associations) {
            if (!association.active) continue;
            const auto [it, isNew] = active.try_emplace(association.subnet, acl.id);
            if (!isNew && it->second != acl.id)
                q.error(Code::acl_several_active, {association.id, acl.id, association.subnet, it->second},
                        {{"field", "active"}});
        }
    }
    for (const auto& [vpc, count] : counts)
        q.quota(Code::acl_quota, count, aclQuota, noLimit, {vpc});
}

} // namespace sekisho::checks
