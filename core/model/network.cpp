// SPDX-License-Identifier: Apache-2.0
#include "core/model/network.h"

#include "core/model/references.h"

namespace sekisho {

namespace {

std::optional<VpcId> vpcOfSubnet(const Network& network, SubnetId id) {
    const Subnet* subnet = network.get(id);
    const AvailabilityZone* az = subnet ? network.get(subnet->az) : nullptr;
    return az ? std::optional(az->vpc) : std::nullopt;
}

std::optional<AvailabilityZoneId> zoneOfSubnet(const Network& network, SubnetId id) {
    const Subnet* subnet = network.get(id);
    return subnet ? std::optional(subnet->az) : std::nullopt;
}

/// The zone that all the subnets share.
template<class Subnets, class Project>
std::optional<AvailabilityZoneId> commonZone(const Network& network, const Subnets& subnets,
                                             Project project) {
    std::optional<AvailabilityZoneId> common;
    for (const auto& entry : subnets) {
        const auto zone = zoneOfSubnet(network, project(entry));
        if (!zone || (common && *common != *zone)) return std::nullopt;
        common = zone;
    }
    return common;
}

} // namespace

std::optional<VpcId> vpcOf(const Network& network, ElementId id) {
    const Node* node = network.find(id);
    if (!node) return std::nullopt;
    using Found = std::optional<VpcId>;
    return std::visit(Overloaded{
                          [](const Vpc& n) -> Found { return n.id; },
                          [](const AvailabilityZone& n) -> Found { return n.vpc; },
                          [&](const Subnet& n) -> Found {
                              const AvailabilityZone* az = network.get(n.az);
                              return az ? Found(az->vpc) : std::nullopt;
                          },
                          [](const InternetGateway& n) -> Found { return n.vpc; },
                          [](const EgressOnlyInternetGateway& n) -> Found { return n.vpc; },
                          [](const RouteTable& n) -> Found { return n.vpc; },
                          [&](const NatGateway& n) -> Found {
                              if (n.mode == NatMode::Regional) return n.vpc;
                              return n.subnet ? vpcOfSubnet(network, *n.subnet) : std::nullopt;
                          },
                          [](const ElasticIp&) -> Found { return std::nullopt; },
                          [](const SecurityGroup& n) -> Found { return n.vpc; },
                          [](const NetworkAcl& n) -> Found { return n.vpc; },
                          [](const PrefixList&) -> Found { return std::nullopt; },
                          [](const VpcEndpoint& n) -> Found { return n.vpc; },
                          [](const Peering& n) -> Found { return n.requester; },
                          [&](const FlowLog& n) -> Found {
                              if (const auto* vpc = std::get_if<VpcId>(&n.resource)) return *vpc;
                              return vpcOfSubnet(network, std::get<SubnetId>(n.resource));
                          },
                          [&](const Workload& n) -> Found {
                              return n.interfaces.empty() ? std::nullopt
                                                          : vpcOfSubnet(network, n.interfaces.front().subnet);
                          },
                          [](const External&) -> Found { return std::nullopt; },
                      },
                      *node);
}

std::optional<AvailabilityZoneId> zoneOf(const Network& network, ElementId id) {
    const Node* node = network.find(id);
    if (!node) return std::nullopt;
    if (const auto* az = std::get_if<AvailabilityZone>(node)) return az->id;
    if (const auto* subnet = std::get_if<Subnet>(node)) return subnet->az;
    if (const auto* nat = std::get_if<NatGateway>(node))
        return nat->mode != NatMode::Regional && nat->subnet ? zoneOfSubnet(network, *nat->subnet)
                                                             : std::nullopt;
    if (const auto* eip = std::get_if<ElasticIp>(node)) {
        for (const NatGateway& nat : network.all<NatGateway>()) {
            for (const ElasticIpId used : nat.elasticIps)
                if (used == eip->id) return zoneOf(network, nat.id);
            for (const NatZoneAddresses& zone : nat.zones)
                for (const ElasticIpId used : zone.elasticIps)
                    if (used == eip->id) return zone.az;
        }
        for (const Workload& workload : network.all<Workload>())
            for (const Interface& interface : workload.interfaces)
                if (interface.elasticIp == eip->id) return zoneOfSubnet(network, interface.subnet);
        return std::nullopt;
    }
    if (const auto* table = std::get_if<RouteTable>(node))
        return commonZone(network, table->associations,
                          [](const RouteTableAssociation& a) { return a.subnet; });
    if (const auto* endpoint = std::get_if<VpcEndpoint>(node))
        return commonZone(network, endpoint->subnets, [](SubnetId s) { return s; });
    if (const auto* workload = std::get_if<Workload>(node))
        return commonZone(network, workload->interfaces, [](const Interface& i) { return i.subnet; });
    return std::nullopt;
}

std::optional<ElementId> ownerOf(const Network& network, ElementId element) {
    if (isNodeKind(element.kind))
        return network.nodes.contains(element) ? std::optional(element) : std::nullopt;
    for (const auto& entry : network.nodes) {
        bool found = false;
        forEachPart(*entry.value, [&](ElementId part) { found = found || part == element; });
        if (found) return entry.key;
    }
    return std::nullopt;
}

std::vector<const AvailabilityZone*> zonesOf(const Network& network, VpcId vpc) {
    std::vector<const AvailabilityZone*> zones;
    for (const AvailabilityZone& az : network.all<AvailabilityZone>())
        if (az.vpc == vpc) zones.push_back(&az);
    return zones;
}

const RouteTable* routeTableOf(const Network& network, SubnetId subnet) {
    const RouteTable* main = nullptr;
    const auto vpc = vpcOfSubnet(network, subnet);
    for (const RouteTable& table : network.all<RouteTable>()) {
        for (const RouteTableAssociation& association : table.associations)
            if (association.subnet == subnet) return &table;
        if (table.main && !main && vpc == table.vpc) main = &table;
    }
    return main;
}

const NetworkAcl* activeAclOf(const Network& network, SubnetId subnet) {
    for (const NetworkAcl& acl : network.all<NetworkAcl>())
        for (const NetworkAclAssociation& association : acl.associations)
            if (association.active && association.subnet == subnet) return &acl;
    return nullptr;
}

std::string zoneLetter(const AvailabilityZone& zone) {
    return zone.zone.empty() ? std::string() : zone.zone.substr(zone.zone.size() - 1);
}

std::string endpointServiceName(const std::string& service, const std::string& region) {
    for (const std::string_view prefix : {"com.amazonaws.", "cn.com.amazonaws.", "aws."})
        if (service.rfind(prefix, 0) == 0) return service;
    return "com.amazonaws." + region + "." + service;
}

} // namespace sekisho
