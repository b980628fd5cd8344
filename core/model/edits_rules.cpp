// SPDX-License-Identifier: Apache-2.0
#include "core/model/edit_builder.h"
#include "core/model/edits.h"

#include <algorithm>

namespace sekisho::edits {

namespace {

constexpr std::int32_t firstAclNumber = 100;
constexpr std::int32_t aclStep = 10;
constexpr std::int32_t lastAclNumber = 32766; // EC2 API: NetworkAclEntry

tl::unexpected<Diagnostic> missing(ElementId id) {
    return fail(Code::edit_no_such_element, {{"id", toString(id)}});
}

template<class T, class IdType>
auto findPart(std::vector<T>& parts, IdType id) {
    return std::find_if(parts.begin(), parts.end(), [&](const T& part) { return part.id == id; });
}
template<class T, class IdType>
auto findPart(const std::vector<T>& parts, IdType id) {
    return std::find_if(parts.begin(), parts.end(), [&](const T& part) { return part.id == id; });
}

/// A copy of the node that holds the part, and a reference into it.
template<class N, class T, class IdType>
std::optional<N> holderOf(const Network& network, std::vector<T> N::*parts, IdType id) {
    for (const N& node : network.all<N>())
        if (findPart(node.*parts, id) != (node.*parts).end()) return node;
    return std::nullopt;
}

/// Replaces the part that has the id of `part`.
template<class N, class T>
Result<Delta> setPart(const Design& design, std::vector<T> N::*parts, T part) {
    auto holder = holderOf(design.network, parts, part.id);
    if (!holder) return missing(part.id);
    EditBuilder edit(design);
    *findPart((*holder).*parts, part.id) = std::move(part);
    edit.put(std::move(*holder));
    return edit.finish();
}

/// Ends the subnet's active association with any ACL but `keep`.
void endOtherAcls(EditBuilder& edit, SubnetId subnet, NetworkAclAssociationId keep) {
    std::vector<NetworkAcl> changed;
    for (const NetworkAcl& acl : edit.network().all<NetworkAcl>()) {
        NetworkAcl copy = acl;
        const auto ended = std::erase_if(copy.associations, [&](const NetworkAclAssociation& a) {
            return a.active && a.subnet == subnet && a.id != keep;
        });
        if (ended > 0) changed.push_back(std::move(copy));
    }
    for (NetworkAcl& acl : changed)
        edit.put(std::move(acl));
}

} // namespace

Result<Delta> addSecurityGroupRule(const Design& design, SecurityGroupId id, SecurityGroupRule rule) {
    const SecurityGroup* group = design.network.get(id);
    if (!group) return missing(id);
    EditBuilder edit(design);
    SecurityGroup copy = *group;
    rule.id = edit.fresh<Kind::SecurityGroupRule>();
    copy.rules.push_back(std::move(rule));
    edit.put(std::move(copy));
    return edit.finish();
}

Result<Delta> setSecurityGroupRule(const Design& design, SecurityGroupRule rule) {
    return setPart(design, &SecurityGroup::rules, std::move(rule));
}

Result<Delta> duplicateSecurityGroupRule(const Design& design, SecurityGroupRuleId id) {
    auto group = holderOf(design.network, &SecurityGroup::rules, id);
    if (!group) return missing(id);
    EditBuilder edit(design);
    const auto original = findPart(group->rules, id);
    SecurityGroupRule copy = *original;
    copy.id = edit.fresh<Kind::SecurityGroupRule>();
    group->rules.insert(original + 1, std::move(copy));
    edit.put(std::move(*group));
    return edit.finish();
}

Result<Delta> setMembership(const Design& design, SecurityGroupId group, ElementId member, bool in) {
    const Node* node = design.network.find(member);
    if (!node) return missing(member);
    if (!design.network.get(group)) return missing(group);
    EditBuilder edit(design);
    Node copy = *node;
    std::vector<SecurityGroupId>* groups = nullptr;
    if (auto* workload = std::get_if<Workload>(&copy)) groups = &workload->securityGroups;
    if (auto* endpoint = std::get_if<VpcEndpoint>(&copy)) groups = &endpoint->securityGroups;
    if (!groups) return fail(Code::edit_kind, {{"id", toString(member)}}, {member});
    std::erase(*groups, group);
    if (in) groups->push_back(group);
    edit.put(std::move(copy));
    return edit.finish();
}

Result<Delta> addNetworkAclRule(const Design& design, NetworkAclId id, NetworkAclRule rule) {
    const NetworkAcl* acl = design.network.get(id);
    if (!acl) return missing(id);
    if (rule.number == 0) {
        std::int32_t highest = 0;
        for (const NetworkAclRule& other : acl->rules)
            if (other.direction == rule.direction) highest = std::max(highest, other.number);
        rule.number = highest == 0 ? firstAclNumber : (highest / aclStep + 1) * aclStep;
        if (rule.number > lastAclNumber) return fail(Code::edit_no_free_number, {}, {id});
    }
    EditBuilder edit(design);
    NetworkAcl copy = *acl;
    rule.id = edit.fresh<Kind::NetworkAclRule>();
    copy.rules.push_back(std::move(rule));
    edit.put(std::move(copy));
    return edit.finish();
}

Result<Delta> setNetworkAclRule(const Design& design, NetworkAclRule rule) {
    return setPart(design, &NetworkAcl::rules, std::move(rule));
}

Result<Delta> reorderNetworkAclRules(const Design& design, NetworkAclId id, Direction direction,
                                     const std::vector<NetworkAclRuleId>& order) {
    const NetworkAcl* acl = design.network.get(id);
    if (!acl) return missing(id);
    NetworkAcl copy = *acl;
    std::vector<NetworkAclRule> others, reordered;
    for (const NetworkAclRule& rule : acl->rules)
        if (rule.direction != direction) others.push_back(rule);
    for (const NetworkAclRuleId ruleId : order) {
        const auto rule = findPart(acl->rules, ruleId);
        if (rule == acl->rules.end() || rule->direction != direction ||
            findPart(reordered, ruleId) != reordered.end())
            return fail(Code::edit_bad_order, {}, {id});
        reordered.push_back(*rule);
        reordered.back().number = firstAclNumber + aclStep * static_cast<std::int32_t>(reordered.size() - 1);
    }
    if (reordered.size() + others.size() != acl->rules.size()) return fail(Code::edit_bad_order, {}, {id});
    if (!reordered.empty() && reordered.back().number > lastAclNumber)
        return fail(Code::edit_no_free_number, {}, {id});
    copy.rules = direction == Direction::Ingress ? reordered : others;
    const auto& rest = direction == Direction::Ingress ? others : reordered;
    copy.rules.insert(copy.rules.end(), rest.begin(), rest.end());
    EditBuilder edit(design);
    edit.put(std::move(copy));
    return edit.finish();
}

Result<Delta> associateNetworkAcl(const Design& design, NetworkAclId id, SubnetId subnet) {
    const NetworkAcl* acl = design.network.get(id);
    if (!acl) return missing(id);
    if (!design.network.get(subnet)) return missing(subnet);
    EditBuilder edit(design);
    NetworkAcl copy = *acl;
    const auto existing = std::find_if(copy.associations.begin(), copy.associations.end(),
                                       [&](const NetworkAclAssociation& a) { return a.subnet == subnet; });
    NetworkAclAssociationId association;
    if (existing != copy.associations.end()) {
        existing->active = true;
        association = existing->id;
    } else {
        association = edit.fresh<Kind::NetworkAclAssociation>();
        copy.associations.push_back({association, subnet, true});
    }
    edit.put(std::move(copy));
    endOtherAcls(edit, subnet, association);
    return edit.finish();
}

Result<Delta> setAssociationActive(const Design& design, NetworkAclAssociationId id, bool active) {
    auto acl = holderOf(design.network, &NetworkAcl::associations, id);
    if (!acl) return missing(id);
    EditBuilder edit(design);
    const auto association = findPart(acl->associations, id);
    association->active = active;
    const SubnetId subnet = association->subnet;
    edit.put(std::move(*acl));
    if (active) endOtherAcls(edit, subnet, id);
    return edit.finish();
}

Result<Delta> addRoute(const Design& design, RouteTableId id, Route route) {
    const RouteTable* table = design.network.get(id);
    if (!table) return missing(id);
    EditBuilder edit(design);
    RouteTable copy = *table;
    route.id = edit.fresh<Kind::Route>();
    copy.routes.push_back(std::move(route));
    edit.put(std::move(copy));
    return edit.finish();
}

Result<Delta> setRoute(const Design& design, Route route) {
    return setPart(design, &RouteTable::routes, std::move(route));
}

Result<Delta> associateRouteTable(const Design& design, RouteTableId id, SubnetId subnet) {
    const RouteTable* table = design.network.get(id);
    if (!table) return missing(id);
    if (!design.network.get(subnet)) return missing(subnet);
    EditBuilder edit(design);
    RouteTableAssociation association{{}, subnet};
    std::vector<RouteTable> changed;
    for (const RouteTable& other : design.network.all<RouteTable>())
        for (const RouteTableAssociation& existing : other.associations) {
            if (existing.subnet != subnet) continue;
            if (other.id == id) return Delta{};
            // The association goes over with its id, and so with its address: terraform changes it in place.
            association = existing;
            changed.push_back(other);
            std::erase_if(changed.back().associations,
                          [&](const RouteTableAssociation& a) { return a.id == association.id; });
            break;
        }
    if (association.id.number == 0) association.id = edit.fresh<Kind::RouteTableAssociation>();
    for (RouteTable& other : changed)
        edit.put(std::move(other));
    RouteTable copy = *table;
    copy.associations.push_back(association);
    edit.put(std::move(copy));
    return edit.finish();
}

} // namespace sekisho::edits
