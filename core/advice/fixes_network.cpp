// SPDX-License-Identifier: Apache-2.0
#include "core/advice/mender.h"

#include <algorithm>
#include <set>

/// Fixes of zones, subnets, routes and security rules.
namespace sekisho::advice {

namespace {

constexpr int smallestSubnet = 28;
constexpr int largestSubnet = 16;
constexpr int newSubnet = 24;
constexpr std::int32_t numberStep = 10;
constexpr std::uint32_t maxListEntries = 1000;
constexpr std::string_view descriptionCharacters = " ._-:/()#,@[]+=;{}!$*";
constexpr std::string_view nameCharacters = " ._-:/()#,@[]+=&;{}!$*";

} // namespace

// --- Zones and subnets
// ------------------------------------------------------------------------------------------

void Mender::useFreeCidr(const Subnet* subnet) {
    if (!subnet) return;
    const auto vpcId = vpcOf(network(), subnet->id);
    const Vpc* vpc = vpcId ? network().get(*vpcId) : nullptr;
    if (!vpc) return;
    int length = subnet->cidr && subnet->cidr->family() == IpFamily::V4 ? subnet->cidr->length() : newSubnet;
    length = std::clamp(length, largestSubnet, smallestSubnet);
    std::vector<Cidr> taken;
    for (const Subnet& other : network().all<Subnet>())
        if (other.id != subnet->id && other.cidr && vpcOf(network(), other.id) == vpc->id)
            taken.push_back(*other.cidr);
    for (const VpcCidr& block : vpc->cidrs) {
        if (block.cidr.family() != IpFamily::V4) continue;
        const auto free = firstFree(block.cidr, std::max(length, block.cidr.length()), taken);
        if (!free) continue;
        change(FixKind::Use, free->toString(), subnet, [&](Subnet& next) { next.cidr = free; });
        return;
    }
}

void Mender::useFreeIpv6(const Subnet* subnet) {
    if (!subnet) return;
    const auto vpcId = vpcOf(network(), subnet->id);
    const Vpc* vpc = vpcId ? network().get(*vpcId) : nullptr;
    if (!vpc) return;
    int count = 256; // of Amazon's /56
    if (const auto* own = std::get_if<Cidr>(&vpc->ipv6))
        count = own->length() > 64 ? 0 : 1 << std::min(8, 64 - own->length());
    std::set<int> taken;
    for (const Subnet& other : network().all<Subnet>())
        if (const auto* index = std::get_if<Ipv6Index>(&other.ipv6);
            index && other.id != subnet->id && vpcOf(network(), other.id) == vpc->id)
            taken.insert(index->index);
    for (int index = 0; index < count; ++index) {
        if (taken.contains(index)) continue;
        change(FixKind::Use, std::to_string(index), subnet,
               [&](Subnet& next) { next.ipv6 = Ipv6Index{static_cast<std::uint8_t>(index)}; });
        return;
    }
}

void Mender::useZoneOfRegion() {
    const AvailabilityZone* zone = subject<AvailabilityZone>(0);
    if (!zone || zone->zone.empty()) return;
    const std::string& region = m_design.settings.region;
    const char letter = zone->zone.back();
    const bool endsInNumber = !region.empty() && region.back() >= '0' && region.back() <= '9';
    if (letter < 'a' || letter > 'z' || !endsInNumber) return;
    const std::string name = region + letter;
    for (const AvailabilityZone* other : zonesOf(network(), zone->vpc))
        if (other->zone == name) return;
    change(FixKind::Use, name, zone, [&](AvailabilityZone& next) {
        if (next.name == next.zone) next.name = name;
        next.zone = name;
    });
}

void Mender::mendSubnets() {
    const Subnet* subnet = subject<Subnet>(0);
    switch (m_diagnostic.code) {
    case Code::vpc_without_cidr: {
        std::vector<Cidr> taken;
        for (const Vpc& vpc : network().all<Vpc>())
            for (const VpcCidr& block : vpc.cidrs)
                taken.push_back(block.cidr);
        const auto free = firstFree(Cidr::containing({IpFamily::V4, {10, 0, 0, 0}}, 8), largestSubnet, taken);
        if (!free) break;
        EditBuilder edit(m_design);
        const Vpc* vpc = subject<Vpc>(0);
        if (!vpc) break;
        Vpc next = *vpc;
        next.cidrs.push_back({edit.fresh<Kind::VpcCidr>(), *free});
        edit.put(std::move(next));
        keep(FixKind::Add, free->toString(), edit.finish());
        break;
    }
    case Code::zone_foreign_region: useZoneOfRegion(); break;
    case Code::subnets_overlap:
        if (arg("field") == "cidr") useFreeCidr(subnet);
        break;
    case Code::subnet_without_cidr:
    case Code::subnet_cidr_not_ipv4:
    case Code::subnet_cidr_size:
    case Code::subnet_outside_vpc: useFreeCidr(subnet); break;
    case Code::subnet_ipv6_without_vpc:
        change(FixKind::GiveIpv6, {}, subject<Vpc>(1), [](Vpc& vpc) { vpc.ipv6 = AmazonIpv6{}; });
        break;
    case Code::subnet_ipv6_index:
    case Code::subnet_ipv6_duplicate: useFreeIpv6(subnet); break;
    case Code::subnet_ipv6_assign:
        change(FixKind::SwitchOff, {}, subnet, [](Subnet& next) { next.assignIpv6OnCreation = false; });
        break;
    default: break;
    }
}

// --- Groups, ACLs, prefix lists
// ---------------------------------------------------------------------------------

void Mender::nameGroup(const SecurityGroup* group) {
    if (!group) return;
    std::string slug = cleaned(group->name, "-");
    if (slug.empty()) slug = "group";
    const auto name = NameTemplate::parse("{project}-{environment}-" + slug + "-sg");
    if (!name) return;
    change(FixKind::Use, name->toString(), group, [&](SecurityGroup& next) { next.awsName = *name; });
}

void Mender::renameGroup(const SecurityGroup* group) {
    if (!group) return;
    const auto expanded = [&](const NameTemplate& name) {
        std::string text = name.expand({m_design.settings.projectName, m_design.settings.environment, {}});
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return text;
    };
    std::set<std::string> taken;
    for (const SecurityGroup& other : network().all<SecurityGroup>())
        if (other.id != group->id && other.vpc == group->vpc) taken.insert(expanded(other.awsName));
    for (int n = 2; n < 10'000; ++n) {
        const auto name = NameTemplate::parse(group->awsName.toString() + "-" + std::to_string(n));
        if (!name || taken.contains(expanded(*name))) continue;
        change(FixKind::Use, name->toString(), group, [&](SecurityGroup& next) { next.awsName = *name; });
        return;
    }
}

void Mender::cleanGroupName(const SecurityGroup* group) {
    if (!group) return;
    const auto name = NameTemplate::parse(cleaned(group->awsName.toString(), nameCharacters));
    if (!name || name->empty()) return;
    change(FixKind::Use, name->toString(), group, [&](SecurityGroup& next) { next.awsName = *name; });
}

void Mender::cleanDescription() {
    if (const SecurityGroup* group = subject<SecurityGroup>(0)) {
        std::string text = cleaned(group->description, descriptionCharacters);
        if (text.empty()) text = "Security group";
        change(FixKind::Use, text, group, [&](SecurityGroup& next) { next.description = text; });
        return;
    }
    const auto id = SecurityGroupRuleId::from(m_diagnostic.subjects.front());
    const SecurityGroup* owner = subject<SecurityGroup>(1);
    if (!id || !owner) return;
    for (const SecurityGroupRule& rule : owner->rules) {
        if (rule.id != *id) continue;
        SecurityGroupRule next = rule;
        next.description = cleaned(rule.description, descriptionCharacters);
        keep(next.description.empty() ? FixKind::Remove : FixKind::Use, next.description,
             edits::setSecurityGroupRule(m_design, next));
    }
}

template<class F>
void Mender::changeTraffic(FixKind kind, std::string value, F how) {
    const ElementId culprit = m_diagnostic.subjects.front();
    if (const SecurityGroup* group = subject<SecurityGroup>(1))
        for (SecurityGroupRule rule : group->rules)
            if (rule.id == culprit) {
                how(rule.traffic);
                keep(kind, value, edits::setSecurityGroupRule(m_design, rule));
            }
    if (const NetworkAcl* acl = subject<NetworkAcl>(1))
        for (NetworkAclRule rule : acl->rules)
            if (rule.id == culprit) {
                how(rule.traffic);
                keep(kind, value, edits::setNetworkAclRule(m_design, rule));
            }
}

/// The number between the rule's own and the next one: it is judged where it was.
void Mender::moveRuleNumber() {
    const NetworkAcl* acl = subject<NetworkAcl>(1);
    if (!acl) return;
    const ElementId culprit = m_diagnostic.subjects.front();
    const auto own = std::find_if(acl->rules.begin(), acl->rules.end(),
                                  [&](const NetworkAclRule& rule) { return rule.id == culprit; });
    if (own == acl->rules.end()) return;
    std::optional<std::int32_t> next;
    for (const NetworkAclRule& rule : acl->rules)
        if (rule.direction == own->direction && rule.number > own->number)
            next = std::min(next.value_or(rule.number), rule.number);
    const std::int32_t number =
        next ? own->number + (*next - own->number) / 2 : (own->number / numberStep + 1) * numberStep;
    constexpr std::int32_t highest = 32766;
    if (number == own->number || number > highest) {
        renumberRules();
        return;
    }
    NetworkAclRule moved = *own;
    moved.number = number;
    keep(FixKind::Use, std::to_string(number), edits::setNetworkAclRule(m_design, moved));
}

void Mender::renumberRules() {
    const NetworkAcl* acl = subject<NetworkAcl>(1);
    if (!acl) return;
    const ElementId culprit = m_diagnostic.subjects.front();
    std::vector<NetworkAclRule> rules;
    std::optional<Direction> direction;
    for (const NetworkAclRule& rule : acl->rules)
        if (rule.id == culprit) direction = rule.direction;
    if (!direction) return;
    for (const NetworkAclRule& rule : acl->rules)
        if (rule.direction == *direction) rules.push_back(rule);
    std::stable_sort(rules.begin(), rules.end(),
                     [](const NetworkAclRule& a, const NetworkAclRule& b) { return a.number < b.number; });
    std::vector<NetworkAclRuleId> order;
    for (const NetworkAclRule& rule : rules)
        order.push_back(rule.id);
    keep(FixKind::Renumber, {}, edits::reorderNetworkAclRules(m_design, acl->id, *direction, order));
}

void Mender::mendRules() {
    const SecurityGroup* group = subject<SecurityGroup>(0);
    const PrefixList* list = subject<PrefixList>(0);
    switch (m_diagnostic.code) {
    case Code::group_name_empty: nameGroup(group); break;
    case Code::group_name_characters: cleanGroupName(group); break;
    case Code::group_name_duplicate: renameGroup(group); break;
    case Code::group_description_characters:
    case Code::rule_description_characters: cleanDescription(); break;
    case Code::rule_duplicate:
    case Code::acl_association_duplicate: removeCulprit(); break;
    case Code::rule_ports_ignored:
        changeTraffic(FixKind::Remove, {}, [](Traffic& traffic) { traffic.ports.reset(); });
        break;
    case Code::rule_icmp_ignored:
        changeTraffic(FixKind::Remove, {}, [](Traffic& traffic) { traffic.icmp.reset(); });
        break;
    case Code::rule_icmp_family: {
        const Protocol own = arg("family") == "IPv6" ? Protocol::icmpv6() : Protocol::icmp();
        changeTraffic(FixKind::Use, own.toString(), [&](Traffic& traffic) { traffic.protocol = own; });
        break;
    }
    case Code::prefix_list_max_entries:
    case Code::prefix_list_full: {
        if (!list || list->entries.size() > maxListEntries) break;
        const auto room = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(list->entries.size()));
        change(room > list->maxEntries ? FixKind::RaiseTo : FixKind::Use, std::to_string(room), list,
               [&](PrefixList& next) { next.maxEntries = room; });
        break;
    }
    case Code::prefix_list_duplicate:
        change(FixKind::Remove, {}, list, [](PrefixList& next) {
            std::set<Cidr> seen;
            std::erase_if(next.entries,
                          [&](const PrefixListEntry& entry) { return !seen.insert(entry.cidr).second; });
        });
        break;
    case Code::acl_rule_number: renumberRules(); break;
    case Code::acl_rule_number_duplicate: moveRuleNumber(); break;
    default: break;
    }
}

// --- Routes
// -----------------------------------------------------------------------------------------------------

void Mender::moveToEndpoint() {
    const VpcEndpoint* endpoint = subject<VpcEndpoint>(2);
    const RouteTable* table = subject<RouteTable>(1);
    if (!endpoint || !table) return;
    EditBuilder edit(m_design);
    RouteTable without = *table;
    std::erase_if(without.routes,
                  [&](const Route& route) { return route.id == m_diagnostic.subjects.front(); });
    edit.put(std::move(without));
    if (endpoint->type == EndpointType::Gateway &&
        std::find(endpoint->routeTables.begin(), endpoint->routeTables.end(), table->id) ==
            endpoint->routeTables.end()) {
        VpcEndpoint next = *endpoint;
        next.routeTables.push_back(table->id);
        edit.put(std::move(next));
    }
    keep(FixKind::Remove, {}, edit.finish());
}

void Mender::mendRoutes() {
    const RouteTable* table = subject<RouteTable>(1);
    const auto routeOf = [&](ElementId id) -> const Route* {
        for (const Route& route : table->routes)
            if (route.id == id) return &route;
        return nullptr;
    };
    const Route* own = table ? routeOf(m_diagnostic.subjects.front()) : nullptr;
    const auto changeRoute = [&](FixKind kind, std::string value, auto how) {
        if (!own) return;
        Route next = *own;
        how(next);
        keep(kind, std::move(value), edits::setRoute(m_design, next));
    };
    switch (m_diagnostic.code) {
    case Code::route_table_association_duplicate:
        // With two tables somebody has to say which.
        if (m_diagnostic.subjects.size() > 3 && m_diagnostic.subjects[1] == m_diagnostic.subjects[3])
            removeCulprit();
        break;
    case Code::route_destination_duplicate: {
        const Route* other =
            own && m_diagnostic.subjects.size() > 2 ? routeOf(m_diagnostic.subjects[2]) : nullptr;
        if (other && other->target == own->target && other->onNatToggle == own->onNatToggle) removeCulprit();
        break;
    }
    case Code::route_local: removeCulprit(); break;
    case Code::route_igw_not_attached: {
        const InternetGateway* igw = subject<InternetGateway>(2);
        if (!igw || igw->vpc || !table) break;
        bool taken = false;
        for (const InternetGateway& other : network().all<InternetGateway>())
            taken = taken || other.vpc == table->vpc;
        if (taken) break;
        change(FixKind::Attach, {}, igw, [&](InternetGateway& next) { next.vpc = table->vpc; });
        break;
    }
    case Code::route_ipv6_to_nat:
        if (!table) break;
        for (const EgressOnlyInternetGateway& gateway : network().all<EgressOnlyInternetGateway>())
            if (gateway.vpc == table->vpc) {
                changeRoute(FixKind::Use, gateway.name.empty() ? toString(gateway.id) : gateway.name,
                            [&](Route& route) {
                                route.target = gateway.id;
                                route.onNatToggle = false;
                            });
                break;
            }
        break;
    case Code::route_to_endpoint: moveToEndpoint(); break;
    case Code::route_off_toggle:
        changeRoute(FixKind::PutOnNatSwitch, {}, [](Route& route) { route.onNatToggle = true; });
        break;
    default: break;
    }
}

} // namespace sekisho::advice
