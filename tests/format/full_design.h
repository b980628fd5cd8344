// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <cstdlib>
#include <string>
#include <utility>

namespace sekisho::test {

inline Cidr cidrOf(std::string_view text) {
    const auto cidr = Cidr::parse(text);
    if (!cidr) std::abort();
    return *cidr;
}

inline Traffic trafficOf(std::string_view text) {
    const auto traffic = Traffic::parse(text);
    if (!traffic) std::abort();
    return *traffic;
}

inline NameTemplate templateOf(std::string_view text) {
    const auto name = NameTemplate::parse(text);
    if (!name) std::abort();
    return *name;
}

/// A node with its NodeBase filled in.
template<class N>
N named(decltype(N::id) id, std::string name) {
    N node;
    node.id = id;
    node.name = std::move(name);
    node.nameTag = templateOf("{project}-{environment}-" + node.name + "-{az_letter}");
    node.tags = {{"Owner", "network team"}, {"空のタグ", ""}};
    return node;
}

inline void addNetworkFrame(Network& network) {
    const auto put = [&network](auto node) {
        const ElementId id = node.id;
        network.nodes.set(id, Node(std::move(node)));
    };
    auto vpc = named<Vpc>({1}, "main");
    vpc.cidrs = {{{1}, cidrOf("10.0.0.0/16")}, {{2}, cidrOf("100.64.0.0/20")}};
    vpc.ipv6 = AmazonIpv6{};
    vpc.dnsSupport = true;
    vpc.dnsHostnames = false;
    put(vpc);
    Vpc ownIpv6;
    ownIpv6.id = {2};
    ownIpv6.ipv6 = cidrOf("2001:db8:1200::/56");
    put(ownIpv6);

    auto zoneA = named<AvailabilityZone>({1}, "a");
    zoneA.vpc = {1};
    zoneA.zone = "ap-northeast-1a";
    put(zoneA);
    AvailabilityZone zoneC;
    zoneC.id = {2};
    zoneC.vpc = {1};
    zoneC.zone = "ap-northeast-1c";
    put(zoneC);

    auto subnet = named<Subnet>({1}, "public");
    subnet.az = {1};
    subnet.cidr = cidrOf("10.0.1.0/24");
    subnet.ipv6 = Ipv6Index{1};
    subnet.tier = Tier::Public;
    subnet.mapPublicIpOnLaunch = true;
    subnet.assignIpv6OnCreation = true;
    put(subnet);
    Subnet literalIpv6;
    literalIpv6.id = {2};
    literalIpv6.az = {2};
    literalIpv6.ipv6 = cidrOf("2001:db8:1200:7::/64");
    literalIpv6.tier = Tier::Isolated;
    put(literalIpv6);

    auto gateway = named<InternetGateway>({1}, "igw");
    gateway.vpc = VpcId{1};
    put(gateway);
    put(named<InternetGateway>({2}, "detached"));
    auto egressOnly = named<EgressOnlyInternetGateway>({1}, "eigw");
    egressOnly.vpc = {1};
    put(egressOnly);

    auto table = named<RouteTable>({1}, "private");
    table.vpc = {1};
    table.main = true;
    auto route = [&table, number = 1U](RouteDestination destination, RouteTarget target) mutable {
        table.routes.push_back({{number++}, std::move(destination), std::move(target), false});
    };
    route(cidrOf("0.0.0.0/0"), NatGatewayId{1});
    table.routes.back().onNatToggle = true;
    route(cidrOf("::/0"), EgressOnlyInternetGatewayId{1});
    route(cidrOf("198.51.100.0/24"), InternetGatewayId{1});
    route(PrefixListId{1}, VpcEndpointId{1});
    route(cidrOf("172.16.0.0/12"), PeeringId{1});
    route(cidrOf("192.0.2.0/24"),
          OpaqueTarget{OpaqueTarget::Argument::CoreNetwork, "arn:aws:networkmanager::1:c"});
    table.associations = {{{1}, {1}}, {{2}, {2}}};
    put(table);

    auto nat = named<NatGateway>({1}, "nat");
    nat.subnet = SubnetId{1};
    nat.elasticIps = {{1}, {2}};
    nat.privateIp = IpAddress::parse("10.0.1.10");
    nat.onNatToggle = true;
    put(nat);
    NatGateway regional;
    regional.id = {2};
    regional.mode = NatMode::Regional;
    regional.vpc = VpcId{1};
    regional.zones = {{{1}, {{3}}}, {{2}, {}}};
    put(regional);
    for (std::uint32_t number = 1; number <= 3; ++number) {
        auto address = named<ElasticIp>({number}, "nat");
        address.onNatToggle = number < 3;
        put(address);
    }
}

inline void addFilters(Network& network) {
    const auto put = [&network](auto node) {
        const ElementId id = node.id;
        network.nodes.set(id, Node(std::move(node)));
    };
    auto group = named<SecurityGroup>({1}, "web");
    group.vpc = {1};
    group.isDefault = true;
    group.awsName = templateOf("{project}-{{web}}");
    group.description = "Web \"tier\" \\ line\nbreak \t\x01\x7f \xE2\x80\xA8 日本語 😀";
    group.description += '\0';
    auto rule = [&group, number = 1U](Direction direction, Traffic traffic, SecurityGroupPeer peer) mutable {
        group.rules.push_back({{number++}, direction, traffic, peer, {}});
    };
    rule(Direction::Ingress, trafficOf("tcp/443"), cidrOf("0.0.0.0/0"));
    group.rules.back().description = "HTTPS";
    rule(Direction::Ingress, trafficOf("udp/1024-65535"), SecurityGroupId{2});
    rule(Direction::Ingress, trafficOf("all"), SelfGroup{});
    rule(Direction::Egress, trafficOf("tcp"), PrefixListId{1});
    rule(Direction::Egress, trafficOf("icmp/8/0"), ThisVpcCidr{});
    rule(Direction::Egress, trafficOf("icmpv6/128"), cidrOf("::/0"));
    rule(Direction::Egress, trafficOf("50"), cidrOf("203.0.113.0/24"));
    // What no text spells: tcp without ports, ports where there are none, a reversed range, a code of every
    // type.
    rule(Direction::Egress, {Protocol::tcp(), {}, {}}, SelfGroup{});
    rule(Direction::Egress, {Protocol::all(), PortRange{5, 3}, {}}, SelfGroup{});
    rule(Direction::Egress, {Protocol::icmp(), {}, IcmpType{-1, 7}}, SelfGroup{});
    put(group);
    SecurityGroup bare;
    bare.id = {2};
    bare.vpc = {1};
    put(bare);

    auto acl = named<NetworkAcl>({1}, "public");
    acl.vpc = {1};
    acl.isDefault = true;
    acl.rules = {
        {{1}, Direction::Ingress, 100, AclAction::Allow, trafficOf("tcp/443"), cidrOf("0.0.0.0/0")},
        {{2}, Direction::Egress, 32766, AclAction::Deny, trafficOf("all"), ThisVpcCidr{}},
    };
    acl.associations = {{{1}, {1}, true}, {{2}, {2}, false}};
    put(acl);

    auto list = named<PrefixList>({1}, "offices");
    list.awsName = templateOf("{project}-offices");
    list.family = IpFamily::V6;
    list.maxEntries = 20;
    list.entries = {{cidrOf("2001:db8::/32"), "Tokyo"}, {cidrOf("2001:db9::/32"), {}}};
    put(list);
    PrefixList managed;
    managed.id = {2};
    managed.managed = "com.amazonaws.{region}.s3";
    put(managed);
}

inline void addServices(Network& network) {
    const auto put = [&network](auto node) {
        const ElementId id = node.id;
        network.nodes.set(id, Node(std::move(node)));
    };
    auto s3 = named<VpcEndpoint>({1}, "s3");
    s3.vpc = {1};
    s3.type = EndpointType::Gateway;
    s3.service = "s3";
    s3.routeTables = {{1}};
    put(s3);
    VpcEndpoint ecr;
    ecr.id = {2};
    ecr.vpc = {1};
    ecr.service = "ecr.api";
    ecr.subnets = {{1}, {2}};
    ecr.securityGroups = {{1}};
    ecr.privateDns = false;
    put(ecr);

    auto peering = named<Peering>({1}, "partner");
    peering.requester = {1};
    peering.accepter =
        ForeignVpc{"vpc-0123456789abcdef0", "123456789012", "us-east-1", {cidrOf("172.16.0.0/12")}};
    peering.autoAccept = false;
    put(peering);
    Peering inside;
    inside.id = {2};
    inside.requester = {1};
    inside.accepter = VpcId{2};
    put(inside);

    auto log = named<FlowLog>({1}, "vpc");
    log.resource = VpcId{1};
    log.trafficType = TrafficType::Reject;
    log.destination = CloudWatchDestination{templateOf("/{project}/flow"), 30};
    log.aggregationInterval = 60;
    put(log);
    FlowLog toBucket;
    toBucket.id = {2};
    toBucket.resource = SubnetId{1};
    toBucket.destination = S3Destination{"arn:aws:s3:::logs/flow"};
    put(toBucket);

    auto balancer = named<Workload>({1}, "alb");
    balancer.workloadKind = WorkloadKind::Alb;
    balancer.detail = "internet";
    balancer.internetFacing = true;
    balancer.interfaces = {{{1}, {1}, IpAddress::parse("10.0.1.20"), PublicIp::Yes, ElasticIpId{1}},
                           {{2}, {2}, IpAddress::parse("2001:db8:1200:7::20"), PublicIp::SubnetDefault, {}}};
    balancer.securityGroups = {{1}, {2}};
    balancer.listeners = {{{1}, Protocol::tcp(), 443, WorkloadId{2}, 8080, std::uint16_t{8081}}};
    balancer.ports = {trafficOf("tcp/443"), {Protocol::udp(), {}, {}}};
    balancer.needs = {Need::S3, Need::InboundDirectPublicIp};
    put(balancer);
    Workload service;
    service.id = {2};
    service.workloadKind = WorkloadKind::EcsService;
    put(service);

    auto partner = named<External>({1}, "partner");
    partner.cidrs = {cidrOf("198.51.100.0/24"), cidrOf("2001:db8:ffff::/48")};
    put(partner);
}

/// A design with every kind of node and part, in which every field differs from what it is when left out,
/// every alternative stands somewhere, and strings are as awkward as they get.
inline Design fullDesign() {
    Design design;
    addNetworkFrame(design.network);
    addFilters(design.network);
    addServices(design.network);
    design.network.foreign.set(VpcId{1},
                               ForeignText{{{"cidr", "var.cidr"}}, {{"instance_tenancy", "\"default\""}}});
    design.network.foreign.set(RouteId{1}, ForeignText{{{"a b", "local.x[\"y\"]"}}, {}});

    design.addresses.sets.set({"aws_vpc", "main"}, ResourceSet{AddressForm::Single, {{"", VpcId{1}}}});
    design.addresses.sets.set({"aws_subnet", "public"},
                              ResourceSet{AddressForm::Count, {{"", SubnetId{1}}, {"", SubnetId{2}}}});
    design.addresses.sets.set(
        {"aws_nat_gateway", "nat"},
        ResourceSet{AddressForm::ForEach, {{"c", NatGatewayId{2}}, {"a", NatGatewayId{1}}}});
    design.addresses.moved = {{"aws_subnet.a", "aws_subnet.public[0]"}};

    design.diagram.boxes.set({VpcId{1}, {}}, Box{-40, 20, 900, 600, false, false, true, std::uint8_t{3}});
    design.diagram.boxes.set({WorkloadId{1}, SubnetId{1}}, Box{8, 16, {}, {}, true, true, false, {}});
    design.diagram.boxes.set({WorkloadId{1}, SubnetId{2}}, Box{});

    design.settings.region = "eu-central-1";
    design.settings.projectName = "shop";
    design.settings.environment = "prod";
    design.settings.natEnabled = false;
    design.settings.ruleStyle = RuleStyle::Separate;
    design.settings.defaultTags = {{"ManagedBy", "Terraform"}};

    design.notes.usage = {Decimal(100), *Decimal::parse("12.345678901234567890123456789"),
                          *Decimal::parse("0.5")};
    design.notes.acceptances = {
        {"sg-open-to-world", {SecurityGroupId{1}, SecurityGroupRuleId{1}}, "public", "2027-03-31"},
        {"nat-single", {}, {}, {}}};
    return design;
}

} // namespace sekisho::test
