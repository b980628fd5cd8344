// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/resources.h"

#include <algorithm>

/// VPCs, subnets, gateways, routes and NAT.
namespace sekisho::terraform {

namespace {

/// The part of that id among the parts of its node.
template<class Parts>
const auto* partOf(const Parts& parts, ElementId id) {
    const auto it = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.id == id; });
    return it != parts.end() ? &*it : nullptr;
}

/// The typed owner of a part.
template<class NodeId>
const auto* ownerNode(Scope& scope, ElementId part) {
    const auto owner = scope.survey().ownerOf(part);
    const auto id = owner ? NodeId::from(*owner) : std::nullopt;
    return id ? scope.get(*id) : nullptr;
}

std::string_view argumentName(OpaqueTarget::Argument argument) {
    using Argument = OpaqueTarget::Argument;
    switch (argument) {
    case Argument::Gateway: return "gateway_id";
    case Argument::TransitGateway: return "transit_gateway_id";
    case Argument::NetworkInterface: return "network_interface_id";
    case Argument::CarrierGateway: return "carrier_gateway_id";
    case Argument::LocalGateway: return "local_gateway_id";
    case Argument::CoreNetwork: return "core_network_arn";
    case Argument::VpcEndpoint: return "vpc_endpoint_id";
    case Argument::Peering: return "vpc_peering_connection_id";
    }
    return {};
}

/// A public NAT gateway works only once the VPC's internet gateway is there; nothing it refers to says so.
void dependOnInternetGateway(Scope& scope, std::optional<VpcId> vpc, ResourceBody& body) {
    scope.sawTheWhole();
    if (!vpc) return;
    for (const InternetGateway& gateway : scope.survey().network().all<InternetGateway>())
        if (gateway.vpc == vpc) body.dependsOn.push_back({gateway.id, "aws_internet_gateway", {}});
}

/// A block in a secondary CIDR of the VPC is free only once the VPC has that CIDR; nothing the subnet refers
/// to says so.
void dependOnSecondaryCidr(Scope& scope, VpcId id, const Cidr& block, ResourceBody& body) {
    const Vpc* vpc = scope.get(id);
    if (!vpc || vpc->cidrs.size() < 2 || vpc->cidrs.front().cidr.contains(block)) return;
    for (auto cidr = vpc->cidrs.begin() + 1; cidr != vpc->cidrs.end(); ++cidr)
        if (cidr->cidr.contains(block))
            body.dependsOn.push_back({cidr->id, "aws_vpc_ipv4_cidr_block_association", {}});
}

} // namespace

void makeVpc(Scope& scope, ElementId element, ResourceBody& body) {
    const Vpc* vpc = scope.get(*VpcId::from(element));
    const Vpc* main = scope.survey().mainVpc();
    if (vpc->cidrs.empty())
        refuseMissing(scope, element, "cidr_block");
    else if (main && main->id == vpc->id)
        body.add("cidr_block", hcl::ref("var.vpc_cidr"));
    else
        body.add("cidr_block", text(vpc->cidrs.front().cidr.toString()));
    if (std::holds_alternative<AmazonIpv6>(vpc->ipv6))
        body.add("assign_generated_ipv6_cidr_block", flag(true));
    // The provider takes a block of one's own from an IPAM pool alone, which the model does not know.
    if (const auto* own = std::get_if<Cidr>(&vpc->ipv6))
        scope.refuse(Code::export_own_ipv6, {element}, {{"cidr", own->toString()}});
    if (vpc->dnsSupport) body.add("enable_dns_support", flag(*vpc->dnsSupport));
    if (vpc->dnsHostnames) body.add("enable_dns_hostnames", flag(*vpc->dnsHostnames));
    addTags(scope, element, *vpc, body);
}

void makeVpcCidr(Scope& scope, ElementId element, ResourceBody& body) {
    const Vpc* vpc = ownerNode<VpcId>(scope, element);
    body.add("vpc_id", idOf(vpc->id, "aws_vpc"));
    body.add("cidr_block", text(partOf(vpc->cidrs, element)->cidr.toString()));
}

void makeSubnet(Scope& scope, ElementId element, ResourceBody& body) {
    const Subnet* subnet = scope.get(*SubnetId::from(element));
    const AvailabilityZone* az = scope.get(subnet->az);
    if (!az) {
        scope.refuse(Code::export_dangling, {element}, {{"missing", toString(ElementId(subnet->az))}});
        return;
    }
    body.add("vpc_id", idOf(az->vpc, "aws_vpc"));
    if (subnet->cidr) {
        body.add("cidr_block", SubnetCidr{*subnet->cidr});
        dependOnSecondaryCidr(scope, az->vpc, *subnet->cidr, body);
    }
    if (const auto* index = std::get_if<Ipv6Index>(&subnet->ipv6)) {
        const Vpc* vpc = scope.get(az->vpc);
        if (vpc && std::holds_alternative<std::monostate>(vpc->ipv6))
            refuseMissing(scope, az->vpc, "ipv6_cidr_block");
        body.add("ipv6_cidr_block",
                 Term::call("cidrsubnet", {ElementAttribute{az->vpc, "aws_vpc", "ipv6_cidr_block"}, number(8),
                                           number(index->index)}));
    } else if (const auto* block = std::get_if<Cidr>(&subnet->ipv6)) {
        body.add("ipv6_cidr_block", text(block->toString()));
    } else if (!subnet->cidr) {
        refuseMissing(scope, element, "cidr_block");
    }
    if (!subnet->cidr) body.add("ipv6_native", flag(true));
    body.add("availability_zone", ZoneName{subnet->az});
    if (subnet->mapPublicIpOnLaunch) body.add("map_public_ip_on_launch", flag(true));
    if (subnet->assignIpv6OnCreation) body.add("assign_ipv6_address_on_creation", flag(true));
    addTags(scope, element, *subnet, body);
}

void makeInternetGateway(Scope& scope, ElementId element, ResourceBody& body) {
    const InternetGateway* gateway = scope.get(*InternetGatewayId::from(element));
    if (gateway->vpc) body.add("vpc_id", idOf(*gateway->vpc, "aws_vpc"));
    addTags(scope, element, *gateway, body);
}

void makeEgressOnlyInternetGateway(Scope& scope, ElementId element, ResourceBody& body) {
    const auto* gateway = scope.get(*EgressOnlyInternetGatewayId::from(element));
    body.add("vpc_id", idOf(gateway->vpc, "aws_vpc"));
    addTags(scope, element, *gateway, body);
}

void makeRouteTable(Scope& scope, ElementId element, ResourceBody& body) {
    const RouteTable* table = scope.get(*RouteTableId::from(element));
    body.add("vpc_id", idOf(table->vpc, "aws_vpc"));
    addTags(scope, element, *table, body);
}

void makeMainRouteTableAssociation(Scope& scope, ElementId element, ResourceBody& body) {
    const RouteTable* table = scope.get(*RouteTableId::from(element));
    body.add("vpc_id", idOf(table->vpc, "aws_vpc"));
    body.add("route_table_id", idOf(table->id, "aws_route_table"));
}

void makeRouteTableAssociation(Scope& scope, ElementId element, ResourceBody& body) {
    const RouteTable* table = ownerNode<RouteTableId>(scope, element);
    body.add("subnet_id", idOf(partOf(table->associations, element)->subnet, "aws_subnet"));
    body.add("route_table_id", idOf(table->id, "aws_route_table"));
}

void makeRoute(Scope& scope, ElementId element, ResourceBody& body) {
    const Route* route = scope.route(*RouteId::from(element));
    const RouteTable* table = ownerNode<RouteTableId>(scope, element);
    body.add("route_table_id", idOf(table->id, "aws_route_table"));
    std::visit(Overloaded{
                   [&](const Cidr& cidr) {
                       body.add(cidr.family() == IpFamily::V4 ? "destination_cidr_block"
                                                              : "destination_ipv6_cidr_block",
                                text(cidr.toString()));
                   },
                   [&](const PrefixListId& list) {
                       body.add("destination_prefix_list_id", idOf(list, prefixListType(scope, list)));
                   },
               },
               route->destination);
    std::visit(
        Overloaded{
            [&](const InternetGatewayId& id) { body.add("gateway_id", idOf(id, "aws_internet_gateway")); },
            [&](const EgressOnlyInternetGatewayId& id) {
                body.add("egress_only_gateway_id", idOf(id, "aws_egress_only_internet_gateway"));
            },
            [&](const NatGatewayId& id) { body.add("nat_gateway_id", idOf(id, "aws_nat_gateway")); },
            [&](const VpcEndpointId& id) {
                // AWS makes a gateway endpoint's routes by itself, and no route leads to an interface
                // endpoint.
                scope.refuse(Code::export_route_to_endpoint, {element, id});
            },
            [&](const PeeringId& id) {
                body.add("vpc_peering_connection_id", idOf(id, "aws_vpc_peering_connection"));
            },
            [&](const OpaqueTarget& target) {
                if (target.id.empty()) refuseMissing(scope, element, argumentName(target.argument));
                body.add(argumentName(target.argument), text(target.id));
            },
        },
        route->target);
}

void makeElasticIp(Scope& scope, ElementId element, ResourceBody& body) {
    const ElasticIp* eip = scope.get(*ElasticIpId::from(element));
    body.add("domain", text("vpc"));
    addTags(scope, element, *eip, body);
}

void makeNatGateway(Scope& scope, ElementId element, ResourceBody& body) {
    const NatGateway* nat = scope.get(*NatGatewayId::from(element));
    const auto addressIds = [](const std::vector<ElasticIpId>& ids) { return idList(ids, "aws_eip"); };
    if (nat->mode == NatMode::Regional) {
        body.add("availability_mode", text("regional"));
        if (nat->vpc)
            body.add("vpc_id", idOf(*nat->vpc, "aws_vpc"));
        else
            refuseMissing(scope, element, "vpc_id");
        if (!nat->elasticIps.empty()) scope.refuse(Code::export_nat_addresses, {element});
        for (const NatZoneAddresses& zone : nat->zones) {
            if (zone.elasticIps.empty()) refuseMissing(scope, element, "allocation_ids");
            body.blocks.push_back(
                {"availability_zone_address",
                 {{"allocation_ids", addressIds(zone.elasticIps)}, {"availability_zone", ZoneName{zone.az}}},
                 {}});
        }
        dependOnInternetGateway(scope, nat->vpc, body);
    } else {
        const bool isPublic = nat->mode == NatMode::Public;
        if (!isPublic) body.add("connectivity_type", text("private"));
        if (isPublic && nat->elasticIps.empty()) refuseMissing(scope, element, "allocation_id");
        if (!isPublic && !nat->elasticIps.empty()) scope.refuse(Code::export_nat_addresses, {element});
        if (isPublic && !nat->elasticIps.empty()) {
            body.add("allocation_id", idOf(nat->elasticIps.front(), "aws_eip"));
            if (nat->elasticIps.size() > 1)
                body.add("secondary_allocation_ids",
                         addressIds({nat->elasticIps.begin() + 1, nat->elasticIps.end()}));
        }
        if (nat->subnet)
            body.add("subnet_id", idOf(*nat->subnet, "aws_subnet"));
        else
            refuseMissing(scope, element, "subnet_id");
        if (nat->privateIp) body.add("private_ip", text(nat->privateIp->toString()));
        if (isPublic && nat->subnet)
            dependOnInternetGateway(scope, vpcOf(scope.survey().network(), *nat->subnet), body);
    }
    addTags(scope, element, *nat, body);
}

} // namespace sekisho::terraform
