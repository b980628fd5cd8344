// SPDX-License-Identifier: Apache-2.0
#include "core/model/check_rules.h"

#include <algorithm>
#include <map>
#include <set>

/// Route tables.
namespace sekisho::checks {

namespace {

constexpr std::size_t tableQuota = 200; // per VPC
constexpr std::size_t routeQuota = 500; // per table, propagated ones not counted
constexpr std::size_t routeMost = 1000;

struct OpaqueSyntax {
    OpaqueTarget::Argument argument;
    std::string_view prefix;
};
constexpr std::array opaqueSyntaxes = {
    OpaqueSyntax{OpaqueTarget::Argument::Gateway, "vgw-"},
    OpaqueSyntax{OpaqueTarget::Argument::TransitGateway, "tgw-"},
    OpaqueSyntax{OpaqueTarget::Argument::NetworkInterface, "eni-"},
    OpaqueSyntax{OpaqueTarget::Argument::CarrierGateway, "cagw-"},
    OpaqueSyntax{OpaqueTarget::Argument::LocalGateway, "lgw-"},
    OpaqueSyntax{OpaqueTarget::Argument::CoreNetwork, "arn:"},
    OpaqueSyntax{OpaqueTarget::Argument::VpcEndpoint, "vpce-"},
    OpaqueSyntax{OpaqueTarget::Argument::Peering, "pcx-"},
};

/// The addresses of IPv4 behind NAT64, the one IPv6 traffic a NAT gateway takes.
bool isNat64(const Cidr& cidr) {
    static const Cidr nat64 = Cidr::parse("64:ff9b::/96").value();
    return nat64.contains(cidr);
}

/// The rules about one route of a table.
class RouteCheck {
    template<Kind K>
    auto require(Id<K> id) {
        return m_q.require(id, "target", {m_route.id, m_table.id});
    }

public:
    RouteCheck(Inquiry& q, const RouteTable& table, const Route& route)
        : m_q(q), m_table(table), m_route(route) {
        if (const auto* list = std::get_if<PrefixListId>(&route.destination)) {
            if (const PrefixList* node = q.require(*list, "destination", {route.id, table.id}))
                m_family = node->family;
        } else {
            m_cidr = std::get<Cidr>(route.destination);
            m_family = m_cidr->family();
        }
    }

    void operator()(const InternetGatewayId& id) {
        const InternetGateway* gateway = require(id);
        if (gateway && gateway->vpc != m_table.vpc) report(Code::route_igw_not_attached, id);
    }
    void operator()(const EgressOnlyInternetGatewayId& id) {
        const EgressOnlyInternetGateway* gateway = require(id);
        if (!gateway) return;
        if (gateway->vpc != m_table.vpc) report(Code::route_target_other_vpc, id);
        if (m_family == IpFamily::V4) report(Code::route_ipv4_to_egress_only, id);
    }
    void operator()(const NatGatewayId& id) {
        const NatGateway* nat = require(id);
        if (!nat) return;
        if (const auto vpc = m_q.vpcOf(*nat); vpc && *vpc != m_table.vpc)
            report(Code::route_target_other_vpc, id);
        if (m_family == IpFamily::V6 && !(m_cidr && isNat64(*m_cidr))) report(Code::route_ipv6_to_nat, id);
        if (nat->onNatToggle && !m_route.onNatToggle)
            m_q.error(Code::route_off_toggle, {m_route.id, m_table.id, id}, {{"field", "on_nat_toggle"}});
    }
    void operator()(const VpcEndpointId& id) {
        // A gateway endpoint writes its routes itself, an interface endpoint is an address.
        if (require(id)) report(Code::route_to_endpoint, id);
    }
    void operator()(const PeeringId& id) {
        const Peering* peering = require(id);
        if (!peering) return;
        const auto* accepter = std::get_if<VpcId>(&peering->accepter);
        if (peering->requester != m_table.vpc && !(accepter && *accepter == m_table.vpc))
            report(Code::route_target_other_vpc, id);
    }
    void operator()(const OpaqueTarget& target) {
        const auto syntax =
            std::find_if(opaqueSyntaxes.begin(), opaqueSyntaxes.end(),
                         [&](const OpaqueSyntax& s) { return s.argument == target.argument; });
        if (target.id.size() <= syntax->prefix.size() || target.id.rfind(syntax->prefix, 0) != 0)
            m_q.error(Code::route_target_syntax, {m_route.id, m_table.id},
                      {{"field", "target"},
                       {"text", target.id},
                       {"expected", std::string(syntax->prefix) + "..."}});
    }

    /// What AWS makes of a destination inside the VPC itself (VPC User Guide, Route priority).
    void checkDestination(const Vpc& vpc) {
        if (!m_cidr) return;
        std::vector<Cidr> blocks;
        for (const VpcCidr& block : vpc.cidrs)
            blocks.push_back(block.cidr);
        if (const auto* block = std::get_if<Cidr>(&vpc.ipv6)) blocks.push_back(*block);
        for (const Cidr& block : blocks) {
            if (!block.contains(*m_cidr)) continue;
            if (block == *m_cidr)
                reportDestination(Code::route_local);
            else if (!mayLeadInside() || !isWholeSubnet(vpc.id))
                reportDestination(Code::route_inside_vpc);
            return;
        }
    }

private:
    void report(Code code, ElementId target) {
        m_q.error(code, {m_route.id, m_table.id, target}, {{"field", "target"}});
    }
    void reportDestination(Code code) {
        m_q.error(code, {m_route.id, m_table.id}, {{"field", "destination"}, {"cidr", m_cidr->toString()}});
    }
    bool mayLeadInside() const {
        if (std::holds_alternative<NatGatewayId>(m_route.target)) return true;
        const auto* opaque = std::get_if<OpaqueTarget>(&m_route.target);
        return opaque && (opaque->argument == OpaqueTarget::Argument::NetworkInterface ||
                          opaque->argument == OpaqueTarget::Argument::VpcEndpoint);
    }
    bool isWholeSubnet(VpcId vpc) {
        for (const Subnet& subnet : m_q.all<Subnet>()) {
            const auto* ipv6 = std::get_if<Cidr>(&subnet.ipv6);
            if ((subnet.cidr == m_cidr || (ipv6 && *ipv6 == *m_cidr)) && m_q.vpcOf(subnet.id) == vpc)
                return true;
        }
        return false;
    }

    Inquiry& m_q;
    const RouteTable& m_table;
    const Route& m_route;
    std::optional<Cidr> m_cidr; // nothing: a prefix list
    std::optional<IpFamily> m_family;
};

} // namespace

void checkLinks(Inquiry& q, const RouteTable& table) {
    const Vpc* vpc = q.require(table.vpc, "vpc", {table.id});
    std::map<RouteDestination, RouteId> destinations;
    std::size_t count = 0;
    for (const Route& route : table.routes) {
        RouteCheck check(q, table, route);
        std::visit(check, route.target);
        if (vpc) check.checkDestination(*vpc);
        const auto [it, isNew] = destinations.try_emplace(route.destination, route.id);
        if (!isNew)
            q.error(Code::route_destination_duplicate, {route.id, table.id, it->second},
                    {{"field", "destination"}});
        const auto* list = std::get_if<PrefixListId>(&route.destination);
        const PrefixList* node = list ? q.get(*list) : nullptr;
        count += node ? weightOf(*node) : 1;
    }
    q.quota(Code::route_quota, count, routeQuota, routeMost, {table.id}, {{"field", "routes"}});
    for (const RouteTableAssociation& association : table.associations) {
        if (!q.require(association.subnet, "subnet", {association.id, table.id})) continue;
        if (const auto subnetVpc = q.vpcOf(association.subnet); subnetVpc && *subnetVpc != table.vpc)
            q.error(Code::route_table_other_vpc, {association.id, table.id, association.subnet},
                    {{"field", "subnet"}});
    }
}

void checkRouteTables(Inquiry& q) {
    std::map<SubnetId, RouteTableId> tables;
    std::map<VpcId, RouteTableId> mains;
    std::map<VpcId, std::size_t> counts;
    for (const RouteTable& table : q.all<RouteTable>()) {
        ++counts[table.vpc];
        if (table.main) {
            const auto [it, isNew] = mains.try_emplace(table.vpc, table.id);
            if (!isNew)
                q.error(Code::route_table_main_duplicate, {table.id, it->second}, {{"field", "main"}});
        }
        for (const RouteTableAssociation& association : table.associations) {
            const auto [it, isNew] = tables.try_emplace(association.subnet, table.id);
            if (!isNew)
                q.error(Code::route_table_association_duplicate,
                        {association.id, table.id, association.subnet, it->second}, {{"field", "subnet"}});
        }
    }
    for (const auto& [vpc, count] : counts)
        q.quota(Code::route_table_quota, count, tableQuota, noLimit, {vpc});
}

void checkNatLoops(Inquiry& q) {
    q.all<Subnet>();
    q.all<AvailabilityZone>();
    std::map<NatGatewayId, const RouteTable*> tables; // of the subnet it stands in
    q.all<RouteTable>();
    for (const NatGateway& nat : q.all<NatGateway>())
        if (nat.subnet && nat.mode != NatMode::Regional)
            tables[nat.id] = routeTableOf(q.network(), *nat.subnet);
    for (const RouteTable& table : q.network().all<RouteTable>())
        for (const Route& route : table.routes) {
            const auto* nat = std::get_if<NatGatewayId>(&route.target);
            const auto it = nat ? tables.find(*nat) : tables.end();
            if (it == tables.end() || it->second != &table) continue;
            // NAT64 comes out as IPv4, which such a route does not catch again.
            const auto* cidr = std::get_if<Cidr>(&route.destination);
            if (cidr && cidr->family() == IpFamily::V6) continue;
            q.error(Code::route_nat_loop, {route.id, table.id, *nat}, {{"field", "target"}});
        }
}

} // namespace sekisho::checks
