// SPDX-License-Identifier: Apache-2.0
#include "core/model/check_rules.h"

#include <algorithm>
#include <map>
#include <set>

/// NAT gateways and Elastic IPs.
namespace sekisho::checks {

namespace {

constexpr std::size_t addressQuota = 2; // per zonal NAT gateway
constexpr std::size_t addressMost = 8;
constexpr std::size_t natQuota = 5; // per zone
constexpr std::size_t eipQuota = 5; // per Region

bool leadsToInternet(const RouteTable& table, const Network& network) {
    return std::any_of(table.routes.begin(), table.routes.end(), [&](const Route& route) {
        const auto* gateway = std::get_if<InternetGatewayId>(&route.target);
        return gateway && network.get(*gateway);
    });
}

void checkWayOut(Inquiry& q, const NatGateway& nat, const std::set<VpcId>& vpcsWithGateway) {
    if (nat.mode == NatMode::Private) return;
    const auto vpc = q.vpcOf(nat);
    if (!vpc || !q.get(*vpc)) return;
    if (!vpcsWithGateway.contains(*vpc)) {
        q.error(Code::nat_without_igw, {nat.id, *vpc});
        return;
    }
    if (nat.mode != NatMode::Public) return;
    const RouteTable* table = routeTableOf(q.network(), *nat.subnet);
    if (!table || !leadsToInternet(*table, q.network()))
        q.warning(Code::nat_subnet_without_internet_route, {nat.id, *nat.subnet}, {{"field", "subnet"}});
}

/// Somebody who has an Elastic IP: the node, and its interface if it has several.
struct EipUser {
    ElementId node;
    std::optional<ElementId> interface;
    bool onNatToggle = false;
};

std::vector<ElementId> subjectsOf(const EipUser& user, std::vector<ElementId> others) {
    others.insert(others.begin(), user.node);
    if (user.interface) others.push_back(*user.interface);
    return others;
}

} // namespace

// --- NAT gateways
// -----------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const NatGateway& nat) {
    const std::vector<DiagnosticArg> ofAddresses{{"field", "elastic_ips"}};
    const bool hasAddresses = !nat.elasticIps.empty();
    if (nat.mode == NatMode::Regional) {
        if (!nat.vpc) q.error(Code::nat_regional_without_vpc, {nat.id}, {{"field", "vpc"}});
        if (nat.subnet) q.error(Code::nat_regional_with_subnet, {nat.id}, {{"field", "subnet"}});
        if (hasAddresses) q.error(Code::nat_regional_with_eip, {nat.id}, ofAddresses);
        std::set<AvailabilityZoneId> seen;
        for (const NatZoneAddresses& zone : nat.zones)
            if (!seen.insert(zone.az).second)
                q.error(Code::nat_zone_duplicate, {nat.id, zone.az}, {{"field", "zones"}});
        return;
    }
    if (!nat.subnet) q.error(Code::nat_without_subnet, {nat.id}, {{"field", "subnet"}});
    if (nat.mode == NatMode::Public && !hasAddresses) q.error(Code::nat_without_eip, {nat.id}, ofAddresses);
    if (nat.mode == NatMode::Private && hasAddresses)
        q.error(Code::nat_private_with_eip, {nat.id}, ofAddresses);
    q.quota(Code::nat_addresses_quota, nat.elasticIps.size(), addressQuota, addressMost, {nat.id},
            ofAddresses);
}

void checkLinks(Inquiry& q, const NatGateway& nat) {
    if (nat.subnet)
        if (const Subnet* subnet = q.require(*nat.subnet, "subnet", {nat.id}); subnet && nat.privateIp)
            checkPrivateIp(q, *nat.privateIp, *subnet, {nat.id});
    if (nat.vpc) q.require(*nat.vpc, "vpc", {nat.id});
    const auto requireAll = [&](const std::vector<ElasticIpId>& addresses, const char* field) {
        for (const ElasticIpId id : addresses)
            q.require(id, field, {nat.id});
    };
    requireAll(nat.elasticIps, "elastic_ips");
    for (const NatZoneAddresses& zone : nat.zones) {
        const AvailabilityZone* az = q.require(zone.az, "zones", {nat.id});
        if (az && nat.mode == NatMode::Regional && nat.vpc && az->vpc != *nat.vpc)
            q.error(Code::nat_zone_other_vpc, {nat.id, az->id}, {{"field", "zones"}});
        requireAll(zone.elasticIps, "zones");
    }
}

void checkNatGateways(Inquiry& q) {
    q.all<Vpc>();
    q.all<Subnet>();
    q.all<RouteTable>();
    std::set<VpcId> vpcsWithGateway;
    for (const InternetGateway& gateway : q.all<InternetGateway>())
        if (gateway.vpc) vpcsWithGateway.insert(*gateway.vpc);
    std::map<VpcId, NatGatewayId> regional;
    std::map<AvailabilityZoneId, std::size_t> zonal;
    for (const NatGateway& nat : q.all<NatGateway>()) {
        checkWayOut(q, nat, vpcsWithGateway);
        if (nat.mode != NatMode::Regional) {
            if (const AvailabilityZone* zone = nat.subnet ? q.zoneOf(*nat.subnet) : nullptr)
                ++zonal[zone->id];
        } else if (nat.vpc) {
            const auto [it, isNew] = regional.try_emplace(*nat.vpc, nat.id);
            if (!isNew)
                q.warning(Code::nat_regional_duplicate, {nat.id, it->second, *nat.vpc}, {{"field", "vpc"}});
        }
    }
    for (const auto& [zone, count] : zonal)
        q.quota(Code::nat_quota, count, natQuota, noLimit, {zone});
}

// --- Elastic IPs
// ------------------------------------------------------------------------------------------------

void checkElasticIps(Inquiry& q) {
    std::map<ElasticIpId, std::vector<EipUser>> users;
    for (const NatGateway& nat : q.all<NatGateway>()) {
        const EipUser user{nat.id, {}, nat.onNatToggle};
        for (const ElasticIpId id : nat.elasticIps)
            users[id].push_back(user);
        for (const NatZoneAddresses& zone : nat.zones)
            for (const ElasticIpId id : zone.elasticIps)
                users[id].push_back(user);
    }
    for (const Workload& workload : q.all<Workload>())
        for (const Interface& interface : workload.interfaces)
            if (interface.elasticIp)
                users[*interface.elasticIp].push_back({workload.id, interface.id, false});

    const auto eips = q.all<ElasticIp>();
    ElementId last;
    for (const ElasticIp& eip : eips) {
        last = eip.id;
        const auto it = users.find(eip.id);
        if (it == users.end()) {
            q.warning(Code::eip_unused, {eip.id});
            continue;
        }
        const std::vector<EipUser>& all = it->second;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const char* field = all[i].interface ? "elastic_ip" : "elastic_ips";
            if (i > 0)
                q.error(Code::eip_shared, subjectsOf(all[i], {eip.id, all[0].node}), {{"field", field}});
            if (eip.onNatToggle && !all[i].onNatToggle)
                q.error(Code::eip_on_toggle, subjectsOf(all[i], {eip.id}), {{"field", field}});
        }
    }
    q.quota(Code::eip_quota, eips.size(), eipQuota, noLimit, {last});
}

} // namespace sekisho::checks
