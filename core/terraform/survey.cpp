// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/survey.h"

#include "core/model/delta.h"
#include "core/model/references.h"
#include "core/terraform/resources.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sekisho::terraform {

namespace {

bool mayHaveRuleResources(const Design& design, bool anySeparate) {
    return anySeparate ||
           std::any_of(design.addresses.sets.begin(), design.addresses.sets.end(), [](const auto& entry) {
               return entry.key.type.rfind("aws_vpc_security_group_", 0) == 0;
           });
}

/// The other groups that the rules of this one name, sorted.
std::vector<SecurityGroupId> groupPeers(const SecurityGroup& group) {
    std::vector<SecurityGroupId> peers;
    for (const SecurityGroupRule& rule : group.rules)
        if (const auto* peer = std::get_if<SecurityGroupId>(&rule.peer)) peers.push_back(*peer);
    std::sort(peers.begin(), peers.end());
    peers.erase(std::unique(peers.begin(), peers.end()), peers.end());
    return peers;
}

bool hasSameRules(const SecurityGroup& a, const SecurityGroup& b) {
    return std::equal(a.rules.begin(), a.rules.end(), b.rules.begin(), b.rules.end(),
                      [](const SecurityGroupRule& x, const SecurityGroupRule& y) {
                          return x.id == y.id && x.direction == y.direction;
                      });
}

} // namespace

Survey::Survey(const Design& design, const ExportOptions& options)
    : m_design(&design), m_options(options), m_addresses(design.addresses) {
    const auto vpcs = network().all<Vpc>();
    if (!vpcs.empty()) {
        m_mainVpc = &*vpcs.begin();
        m_zones = zonesOf(network(), m_mainVpc->id);
    }
    m_allSeparate = options.rules.value_or(design.settings.ruleStyle) == RuleStyle::Separate;
    if (!m_allSeparate) m_separate = groupsInCycles(design);
    m_withRules = mayHaveRuleResources(design, m_allSeparate || !m_separate.empty());
    for (const auto& entry : network().nodes) {
        // Workloads have parts too, but no resources.
        if (entry.key.kind == Kind::Workload || (entry.key.kind == Kind::SecurityGroup && !m_withRules))
            continue;
        forEachPart(*entry.value, [&](ElementId part) { m_owners.emplace(part, entry.key); });
    }
}

std::optional<std::vector<SecurityGroupId>> Survey::follow(const ChangeSet& change, const Design& next) {
    if (change.foreign || change.moved || change.settings || !change.sets.empty()) return {};
    bool otherPeers = false;
    std::set<SecurityGroupId> otherRules;
    for (const ElementId id : change.nodes) {
        const auto group = SecurityGroupId::from(id);
        const SecurityGroup* before = group ? network().get(*group) : nullptr;
        const SecurityGroup* after = group ? next.network.get(*group) : nullptr;
        if (!before || !after || before->isDefault != after->isDefault) return {};
        if (!hasSameRules(*before, *after)) otherRules.insert(*group);
        otherPeers = otherPeers || groupPeers(*before) != groupPeers(*after);
    }
    std::vector<SecurityGroupId> replanned;
    if (otherPeers && !m_allSeparate) {
        const std::set<SecurityGroupId> before = std::exchange(m_separate, groupsInCycles(next));
        std::set_symmetric_difference(before.begin(), before.end(), m_separate.begin(), m_separate.end(),
                                      std::back_inserter(replanned));
    }
    for (const SecurityGroupId id : otherRules)
        if (hasSeparateRules(id)) replanned.push_back(id);
    std::sort(replanned.begin(), replanned.end());
    replanned.erase(std::unique(replanned.begin(), replanned.end()), replanned.end());

    for (const SecurityGroupId id : replanned) {
        const SecurityGroup &old = *network().get(id), &now = *next.network.get(id);
        if (sharesAddresses(old) || sharesAddresses(now)) return {};
    }
    // Who owns the rules of the other groups is asked only where they have resources of their own.
    const auto own = [&](const SecurityGroup& group) {
        for (const SecurityGroupRule& rule : group.rules)
            m_owners.emplace(rule.id, group.id);
    };
    for (const SecurityGroupId id : otherRules)
        for (const SecurityGroupRule& rule : network().get(id)->rules)
            m_owners.erase(rule.id);
    if (m_withRules) {
        for (const SecurityGroupId id : otherRules)
            own(*next.network.get(id));
    } else if (!m_separate.empty()) {
        m_withRules = true;
        for (const SecurityGroup& group : next.network.all<SecurityGroup>())
            own(group);
    }
    return replanned;
}

/// Whether the group, or a rule of it, is under an address together with others.
bool Survey::sharesAddresses(const SecurityGroup& group) const {
    const auto shares = [&](ElementId element, std::string_view type) {
        const auto ref = m_addresses.find(element, type);
        return ref && ref->set->members.size() > 1;
    };
    return shares(group.id, groupType(group)) ||
           std::any_of(group.rules.begin(), group.rules.end(), [&](const SecurityGroupRule& rule) {
               return shares(rule.id, ruleType(rule.direction));
           });
}

std::optional<std::size_t> Survey::zoneIndex(AvailabilityZoneId zone) const {
    for (std::size_t i = 0; i < m_zones.size(); ++i)
        if (m_zones[i]->id == zone) return i;
    return std::nullopt;
}

std::optional<ElementId> Survey::ownerOf(ElementId element) const {
    if (isNodeKind(element.kind)) return network().find(element) ? std::optional(element) : std::nullopt;
    const auto it = m_owners.find(element);
    return it != m_owners.end() ? std::optional(it->second) : std::nullopt;
}

std::vector<SubnetId> Survey::subnetsOnDefaultAcl(VpcId vpc) const {
    std::set<SubnetId> held;
    for (const NetworkAcl& acl : network().all<NetworkAcl>())
        if (!acl.isDefault)
            for (const NetworkAclAssociation& association : acl.associations)
                if (isActive(association)) held.insert(association.subnet);
    std::vector<SubnetId> rest;
    for (const Subnet& subnet : network().all<Subnet>())
        if (!held.contains(subnet.id) && vpcOf(network(), subnet.id) == vpc) rest.push_back(subnet.id);
    return rest;
}

std::optional<AvailabilityZoneId> Survey::zoneOf(ElementId element) const {
    const auto owner = ownerOf(element);
    if (!owner) return std::nullopt;
    const auto subnetOf = [&](const auto& associations) -> std::optional<ElementId> {
        for (const auto& association : associations)
            if (association.id == element) return association.subnet;
        return std::nullopt;
    };
    std::optional<ElementId> standsAt = owner;
    if (element.kind == Kind::RouteTableAssociation)
        standsAt = subnetOf(network().get(*RouteTableId::from(*owner))->associations);
    if (element.kind == Kind::NetworkAclAssociation)
        standsAt = subnetOf(network().get(*NetworkAclId::from(*owner))->associations);
    return standsAt ? sekisho::zoneOf(network(), *standsAt) : std::nullopt;
}

void Scope::sawNode(ElementId id) {
    if (!m_nodes.empty() && m_nodes.back().id == id) return;
    m_nodes.push_back({id, m_survey->network().find(id)});
}

std::optional<AddressRef> Scope::find(ElementId element, std::string_view type) {
    const auto ref = m_survey->addresses().find(element, type);
    m_found.push_back({element, type, ref ? ref->set : nullptr, ref ? ref->key->label : std::string()});
    return ref;
}

const Route* Scope::route(RouteId id) {
    const auto owner = m_survey->ownerOf(id);
    const auto tableId = owner ? RouteTableId::from(*owner) : std::nullopt;
    const RouteTable* table = tableId ? get(*tableId) : nullptr;
    if (!table) return nullptr;
    for (const Route& candidate : table->routes)
        if (candidate.id == id) return &candidate;
    return nullptr;
}

bool Scope::toggled(ElementId element) {
    if (const auto id = NatGatewayId::from(element)) {
        const NatGateway* nat = get(*id);
        return nat && nat->onNatToggle;
    }
    if (const auto id = ElasticIpId::from(element)) {
        const ElasticIp* eip = get(*id);
        return eip && eip->onNatToggle;
    }
    if (const auto id = RouteId::from(element)) {
        const Route* found = route(*id);
        return found && found->onNatToggle;
    }
    return false;
}

void Scope::report(Diagnostic diagnostic) {
    if (diagnostic.severity == Severity::Error) m_volatile = true;
    if (std::find(m_diagnostics.begin(), m_diagnostics.end(), diagnostic) == m_diagnostics.end())
        m_diagnostics.push_back(std::move(diagnostic));
}

void Scope::refuse(Code code, std::vector<ElementId> subjects, std::vector<DiagnosticArg> args) {
    args.insert(args.begin(), {"address", m_address});
    report(error(code, std::move(args), std::move(subjects)));
}

bool Scope::sawOneOf(const std::vector<ElementId>& nodes) const {
    return m_volatile || std::any_of(m_nodes.begin(), m_nodes.end(), [&](const SeenNode& seen) {
               return std::binary_search(nodes.begin(), nodes.end(), seen.id);
           });
}

bool Scope::holds(const Survey& survey) const {
    if (m_volatile) return false;
    const auto sameNode = [&](const SeenNode& seen) { return survey.network().find(seen.id) == seen.node; };
    const auto sameAddress = [&](const SeenAddress& seen) {
        const auto ref = survey.addresses().find(seen.element, seen.type);
        return ref ? ref->set == seen.set && ref->key->label == seen.label : seen.set == nullptr;
    };
    return std::all_of(m_nodes.begin(), m_nodes.end(), sameNode) &&
           std::all_of(m_found.begin(), m_found.end(), sameAddress);
}

} // namespace sekisho::terraform
