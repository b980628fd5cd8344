// SPDX-License-Identifier: Apache-2.0
#include "app/cli/edit_op.h"
#include "core/model/edits.h"

#include <algorithm>
#include <array>

namespace sekisho::cli {

namespace {

const Param nameParam{"name", "NAME", Text::param_name, true};
const Param vpcParam{"vpc", "VPC", Text::param_vpc};

/// "a" is the zone with that letter in the design's Region.
std::string zoneName(const Design& design, const std::string& given) {
    const bool isLetter = given.size() == 1 && given[0] >= 'a' && given[0] <= 'z';
    return isLetter ? design.settings.region + given : given;
}

Result<Delta> addVpcWithSubnets(Given& given) {
    std::vector<std::string> zones;
    for (const std::string& zone : given.texts("zones"))
        zones.push_back(zoneName(given.design(), zone));
    return edits::addVpcWithSubnets(given.design(), given.text("name"), given.cidr("cidr"), zones);
}

Result<Delta> addPrefixList(Given& given) {
    std::vector<PrefixListEntry> entries;
    for (const Cidr& cidr : given.cidrs("cidrs"))
        entries.push_back({cidr, {}});
    const IpFamily family = entries.empty() ? IpFamily::V4 : entries.front().cidr.family();
    return edits::addPrefixList(given.design(), given.text("name"), std::move(entries),
                                given.word<IpFamily>("family", family));
}

Result<Delta> addEndpoint(Given& given) {
    const std::string service = given.text("service");
    // The only services with gateway endpoints, which cost nothing (VPC User Guide, gateway endpoints).
    const bool gateway = service == "s3" || service == "dynamodb";
    const EndpointType type =
        given.word<EndpointType>("type", gateway ? EndpointType::Gateway : EndpointType::Interface);
    return edits::addVpcEndpoint(given.design(), given.vpc(), type, service);
}

/// "vpc-0123456789abcdef0": an id of AWS's, as opposed to one of this design.
bool isAwsVpcId(std::string_view text) {
    constexpr std::string_view prefix = "vpc-";
    if (text.substr(0, prefix.size()) != prefix) return false;
    text.remove_prefix(prefix.size());
    return (text.size() == 8 || text.size() == 17) &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<Delta> addPeering(Given& given) {
    std::variant<VpcId, ForeignVpc> accepter;
    if (isAwsVpcId(given.text("accepter")))
        accepter = ForeignVpc{given.text("accepter"), given.text("owner"), given.text("region"),
                              given.cidrs("cidrs")};
    else
        accepter = given.id<Kind::Vpc>("accepter");
    return edits::addPeering(given.design(), given.vpc("requester"), std::move(accepter), given.text("name"));
}

Result<Delta> addFlowLog(Given& given) {
    const ElementId resource = given.element("resource", {Kind::Vpc, Kind::Subnet});
    std::variant<VpcId, SubnetId> target = VpcId::from(resource).value_or(VpcId());
    if (const auto subnet = SubnetId::from(resource)) target = *subnet;
    return edits::addFlowLog(given.design(), target, given.text("name"));
}

} // namespace

std::vector<EditOp> networkOps() {
    return {
        {"add-vpc",
         Text::op_add_vpc,
         {nameParam, {"cidr", "CIDR", Text::param_cidr, true}},
         "name=second cidr=10.1.0.0/16",
         false,
         [](Given& given) { return edits::addVpc(given.design(), given.text("name"), given.cidr("cidr")); }},
        {"add-vpc-with-subnets",
         Text::op_add_vpc_with_subnets,
         {nameParam,
          {"cidr", "CIDR", Text::param_cidr, true},
          {"zones", "ZONE,ZONE", Text::param_zones, true, false, true}},
         "name=second cidr=10.1.0.0/16 zones=a,c",
         false,
         addVpcWithSubnets},
        {"add-az",
         Text::op_add_az,
         {{"zone", "ZONE", Text::param_zone, true, true}, vpcParam},
         "ap-northeast-1d",
         false,
         [](Given& given) {
             return edits::addAvailabilityZone(given.design(), given.vpc(),
                                               zoneName(given.design(), given.text("zone")));
         }},
        {"add-subnet",
         Text::op_add_subnet,
         {{"az", "ZONE", Text::param_az, true},
          {"tier", "TIER", Text::param_tier, true, false, false, format::enumWords<Tier>},
          {"name", "NAME", Text::param_name},
          {"cidr", "CIDR", Text::param_subnet_cidr}},
         "az=ap-northeast-1a tier=isolated name=db-1a",
         false,
         [](Given& given) {
             return edits::addSubnet(given.design(), given.id<Kind::AvailabilityZone>("az"),
                                     given.word<Tier>("tier", Tier::Private), given.text("name"),
                                     given.cidrIfGiven("cidr"));
         }},
        {"add-igw",
         Text::op_add_igw,
         {vpcParam},
         "vpc=main",
         false,
         [](Given& given) { return edits::addInternetGateway(given.design(), given.vpc()); }},
        {"add-egress-only-igw",
         Text::op_add_egress_only_igw,
         {vpcParam},
         "",
         false,
         [](Given& given) { return edits::addEgressOnlyInternetGateway(given.design(), given.vpc()); }},
        {"add-nat",
         Text::op_add_nat,
         {{"subnet", "SUBNET", Text::param_nat_subnet, true, true}},
         "public-1a",
         false,
         [](Given& given) { return edits::addNatGateway(given.design(), given.id<Kind::Subnet>("subnet")); }},
        {"add-nat-per-az",
         Text::op_add_nat_per_az,
         {vpcParam},
         "vpc=main",
         false,
         [](Given& given) { return edits::addNatGatewayPerZone(given.design(), given.vpc()); }},
        {"add-regional-nat",
         Text::op_add_regional_nat,
         {vpcParam},
         "vpc=main",
         false,
         [](Given& given) { return edits::addRegionalNatGateway(given.design(), given.vpc()); }},
        {"add-eip",
         Text::op_add_eip,
         {nameParam},
         "name=spare",
         false,
         [](Given& given) { return edits::addElasticIp(given.design(), given.text("name")); }},
        {"add-nat-address",
         Text::op_add_nat_address,
         {{"nat", "NAT", Text::param_nat, true, true}, {"az", "ZONE", Text::param_nat_zone}},
         "nat-1a",
         false,
         [](Given& given) {
             std::optional<AvailabilityZoneId> zone;
             if (given.has("az")) zone = given.id<Kind::AvailabilityZone>("az");
             return edits::addNatAddress(given.design(), given.id<Kind::NatGateway>("nat"), zone);
         }},
        {"add-route-table",
         Text::op_add_route_table,
         {nameParam, vpcParam, {"subnets", "SUBNET,SUBNET", Text::param_table_subnets, false, false, true}},
         "name=isolated subnets=private-1a",
         false,
         [](Given& given) {
             return edits::addRouteTable(given.design(), given.vpc(), given.text("name"),
                                         given.ids<Kind::Subnet>("subnets"));
         }},
        {"add-prefix-list",
         Text::op_add_prefix_list,
         {nameParam,
          {"cidrs", "CIDR,CIDR", Text::param_list_cidrs, true, false, true},
          {"family", "FAMILY", Text::param_family, false, false, false, format::enumWords<IpFamily>}},
         "name=partners cidrs=203.0.113.0/24,198.51.100.0/24",
         false,
         addPrefixList},
        {"add-endpoint",
         Text::op_add_endpoint,
         {{"service", "SERVICE", Text::param_service, true, true},
          {"type", "TYPE", Text::param_endpoint_type, false, false, false, format::enumWords<EndpointType>},
          vpcParam},
         "ecr.api",
         false,
         addEndpoint},
        {"add-peering",
         Text::op_add_peering,
         {{"accepter", "VPC", Text::param_accepter, true},
          nameParam,
          {"requester", "VPC", Text::param_requester},
          {"owner", "ACCOUNT", Text::param_owner},
          {"region", "REGION", Text::param_peer_region},
          {"cidrs", "CIDR,CIDR", Text::param_peer_cidrs, false, false, true}},
         "accepter=vpc-0123456789abcdef0 name=partner cidrs=172.16.0.0/16",
         false,
         addPeering},
        {"add-flow-log",
         Text::op_add_flow_log,
         {{"resource", "VPC|SUBNET", Text::param_resource, true, true}, nameParam},
         "main name=flow-log",
         false,
         addFlowLog},
        {"add-workload",
         Text::op_add_workload,
         {{"kind", "KIND", Text::param_workload_kind, true, false, false, format::enumWords<WorkloadKind>},
          nameParam,
          {"subnets", "SUBNET,SUBNET", Text::param_workload_subnets, true, false, true},
          {"groups", "GROUP,GROUP", Text::param_groups, false, false, true}},
         "kind=lambda name=worker subnets=private-1a,private-1c groups=sg:ecs",
         false,
         [](Given& given) {
             return edits::addWorkload(given.design(), given.word<WorkloadKind>("kind", WorkloadKind::Other),
                                       given.text("name"), given.ids<Kind::Subnet>("subnets"),
                                       given.ids<Kind::SecurityGroup>("groups"));
         }},
        {"add-external",
         Text::op_add_external,
         {nameParam, {"cidrs", "CIDR,CIDR", Text::param_external_cidrs, false, false, true}},
         "name=office cidrs=203.0.113.0/24",
         false,
         [](Given& given) {
             return edits::addExternal(given.design(), given.text("name"), given.cidrs("cidrs"));
         }},
        {"move-subnet",
         Text::op_move_subnet,
         {{"subnet", "SUBNET", Text::param_subnet, true, true}, {"az", "ZONE", Text::param_az, true, true}},
         "private-1a ap-northeast-1c",
         false,
         [](Given& given) {
             return edits::moveSubnet(given.design(), given.id<Kind::Subnet>("subnet"),
                                      given.id<Kind::AvailabilityZone>("az"));
         }},
        {"move-nat",
         Text::op_move_nat,
         {{"nat", "NAT", Text::param_nat, true, true},
          {"subnet", "SUBNET", Text::param_nat_subnet, true, true}},
         "nat-1 public-1c",
         false,
         [](Given& given) {
             return edits::moveNatGateway(given.design(), given.id<Kind::NatGateway>("nat"),
                                          given.id<Kind::Subnet>("subnet"));
         }},
        {"move-to-subnet",
         Text::op_move_to_subnet,
         {{"element", "ELEMENT", Text::param_resident, true, true},
          {"from", "SUBNET", Text::param_from, true},
          {"to", "SUBNET", Text::param_to, true}},
         "workload:ecs from=private-1a to=public-1a",
         false,
         [](Given& given) {
             return edits::moveToSubnet(given.design(),
                                        given.element("element", {Kind::Workload, Kind::VpcEndpoint}),
                                        given.id<Kind::Subnet>("from"), given.id<Kind::Subnet>("to"));
         }},
    };
}

} // namespace sekisho::cli
