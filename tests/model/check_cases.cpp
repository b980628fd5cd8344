// SPDX-License-Identifier: Apache-2.0
#include "tests/model/check_cases.h"

#include "core/model/address_book.h"

namespace check_cases {

namespace {

void addVpcs(Design& design) {
    Vpc vpc;
    vpc.id = {1};
    vpc.name = "main";
    vpc.nameTag = name("{project}-{environment}-vpc");
    vpc.cidrs = {{{1}, cidr("10.0.0.0/16")}};
    vpc.ipv6 = AmazonIpv6{};
    vpc.dnsHostnames = true;
    put(design, vpc);
    vpc.id = {2};
    vpc.name = "other";
    vpc.cidrs = {{{2}, cidr("10.1.0.0/16")}};
    vpc.ipv6 = {};
    put(design, vpc);

    AvailabilityZone zone;
    zone.id = {1};
    zone.vpc = {1};
    zone.zone = "ap-northeast-1a";
    put(design, zone);
    zone.id = {2};
    zone.zone = "ap-northeast-1c";
    put(design, zone);
    zone.id = {3};
    zone.vpc = {2};
    zone.zone = "ap-northeast-1a";
    put(design, zone);

    const auto addSubnet = [&](std::uint32_t id, std::uint32_t az, const char* label, const char* block) {
        Subnet subnet;
        subnet.id = {id};
        subnet.az = {az};
        subnet.name = label;
        subnet.nameTag = name("{project}-subnet-{az_letter}");
        subnet.cidr = cidr(block);
        put(design, subnet);
    };
    addSubnet(1, 1, "public-a", "10.0.1.0/24");
    addSubnet(2, 2, "public-c", "10.0.2.0/24");
    addSubnet(3, 1, "private-a", "10.0.11.0/24");
    addSubnet(4, 2, "private-c", "10.0.12.0/24");
    addSubnet(5, 3, "other-a", "10.1.1.0/24");
}

void addRoutes(Design& design) {
    InternetGateway gateway;
    gateway.id = {1};
    gateway.vpc = VpcId{1};
    put(design, gateway);
    EgressOnlyInternetGateway egressOnly;
    egressOnly.id = {1};
    egressOnly.vpc = {1};
    put(design, egressOnly);

    ElasticIp eip;
    eip.id = {1};
    eip.name = "nat-a";
    eip.onNatToggle = true;
    put(design, eip);
    NatGateway nat;
    nat.id = {1};
    nat.name = "nat-a";
    nat.nameTag = name("{project}-nat-{az_letter}");
    nat.subnet = SubnetId{1};
    nat.elasticIps = {{1}};
    nat.onNatToggle = true;
    put(design, nat);

    RouteTable table;
    table.id = {1};
    table.name = "public";
    table.vpc = {1};
    table.routes = {{{1}, Cidr::anywhere(IpFamily::V4), InternetGatewayId{1}}};
    table.associations = {{{1}, {1}}, {{2}, {2}}};
    put(design, table);
    table.id = {2};
    table.name = "private";
    table.routes = {{{2}, Cidr::anywhere(IpFamily::V4), NatGatewayId{1}, true},
                    {{3}, Cidr::anywhere(IpFamily::V6), EgressOnlyInternetGatewayId{1}},
                    {{4}, PrefixListId{1}, OpaqueTarget{OpaqueTarget::Argument::TransitGateway, "tgw-0123"}}};
    table.associations = {{{3}, {3}}, {{4}, {4}}};
    put(design, table);
    table.id = {3};
    table.name = "other";
    table.vpc = {2};
    table.routes = {};
    table.associations = {{{5}, {5}}};
    put(design, table);
}

void addRules(Design& design) {
    const auto addGroup = [&](std::uint32_t id, std::uint32_t vpc, const char* label) {
        SecurityGroup group;
        group.id = {id};
        group.vpc = {vpc};
        group.name = label;
        group.awsName = name("{project}-{environment}-");
        group.awsName = name(("{project}-{environment}-" + std::string(label) + "-sg").c_str());
        group.description = "Security group";
        group.rules = {
            {{id * 10}, Direction::Egress, Traffic::all(), Cidr::anywhere(IpFamily::V4), "Everything"}};
        put(design, group);
    };
    addGroup(1, 1, "alb");
    addGroup(2, 1, "ecs");
    addGroup(3, 2, "other");
    change<SecurityGroup>(design, 1, [](SecurityGroup& group) {
        group.rules.push_back(
            {{11}, Direction::Ingress, Traffic::tcp(443), Cidr::anywhere(IpFamily::V4), "HTTPS"});
    });
    change<SecurityGroup>(design, 2, [](SecurityGroup& group) {
        group.rules.push_back(
            {{21}, Direction::Ingress, Traffic::tcp(3000), SecurityGroupId{1}, "From the ALB"});
    });

    NetworkAcl acl;
    acl.id = {1};
    acl.vpc = {1};
    acl.name = "private";
    acl.rules = {
        {{1}, Direction::Ingress, 100, AclAction::Allow, Traffic::all(), ThisVpcCidr{}},
        {{2}, Direction::Egress, 100, AclAction::Allow, Traffic::all(), Cidr::anywhere(IpFamily::V4)}};
    acl.associations = {{{1}, {3}, true}, {{2}, {4}, true}};
    put(design, acl);
    acl.id = {2};
    acl.name = "public";
    acl.rules = {{{3}, Direction::Ingress, 100, AclAction::Allow, Traffic::all(), ThisVpcCidr{}},
                 {{4}, Direction::Egress, 100, AclAction::Allow, Traffic::all(), ThisVpcCidr{}}};
    acl.associations = {{{3}, {1}, true}};
    put(design, acl);

    PrefixList list;
    list.id = {1};
    list.name = "offices";
    list.awsName = name("offices");
    list.maxEntries = 5;
    list.entries = {{cidr("198.51.100.0/24"), "Tokyo"}, {cidr("203.0.113.0/24"), "Osaka"}};
    put(design, list);
}

void addServices(Design& design) {
    VpcEndpoint endpoint;
    endpoint.id = {1};
    endpoint.name = "s3";
    endpoint.vpc = {1};
    endpoint.type = EndpointType::Gateway;
    endpoint.service = "s3";
    endpoint.routeTables = {{2}};
    put(design, endpoint);
    endpoint.id = {2};
    endpoint.name = "logs";
    endpoint.type = EndpointType::Interface;
    endpoint.service = "logs";
    endpoint.routeTables = {};
    endpoint.subnets = {{3}, {4}};
    endpoint.securityGroups = {{2}};
    endpoint.privateDns = true;
    put(design, endpoint);

    Peering peering;
    peering.id = {1};
    peering.name = "partner";
    peering.requester = {1};
    peering.accepter = ForeignVpc{"vpc-0123456789abcdef0", "123456789012", "", {cidr("172.16.0.0/16")}};
    peering.autoAccept = false;
    put(design, peering);

    FlowLog log;
    log.id = {1};
    log.name = "flow";
    log.resource = VpcId{1};
    log.destination = CloudWatchDestination{name("/vpc/{project}"), 90};
    log.aggregationInterval = 60;
    put(design, log);
    log.id = {2};
    log.resource = SubnetId{1};
    log.destination = S3Destination{"arn:aws:s3:::logs-bucket/vpc/"};
    put(design, log);

    Workload alb;
    alb.id = {1};
    alb.name = "alb";
    alb.workloadKind = WorkloadKind::Alb;
    alb.interfaces = {interfaceIn(1, 1), interfaceIn(2, 2)};
    alb.securityGroups = {{1}};
    alb.listeners = {{{1}, Protocol::tcp(), 443, WorkloadId{2}, 3000, {}}};
    put(design, alb);
    Workload ecs;
    ecs.id = {2};
    ecs.name = "ecs";
    ecs.workloadKind = WorkloadKind::EcsService;
    ecs.interfaces = {interfaceIn(3, 3), interfaceIn(4, 4)};
    ecs.securityGroups = {{2}};
    put(design, ecs);
    External internet;
    internet.id = {1};
    internet.name = "internet";
    put(design, internet);
}

} // namespace

Design goodDesign() {
    Design design;
    addVpcs(design);
    addRoutes(design);
    addRules(design);
    addServices(design);
    address(design);
    return design;
}

void address(Design& design) {
    std::vector<TypedElement> wanted;
    for (const auto& entry : design.network.nodes)
        for (const TypedElement& element : addressableElements(*entry.value))
            wanted.push_back(element);
    Table<ResourceKey, ResourceSet> sets;
    const AddressIndex known(design.addresses);
    for (const auto& [element, type] : wanted) {
        const auto ref = known.find(element, type);
        if (ref) {
            sets.set(*ref->key, *ref->set);
            continue;
        }
        std::string label = toString(element);
        sets.set({std::string(type), label}, ResourceSet{AddressForm::Single, {{"", element}}});
    }
    design.addresses.sets = std::move(sets);
}

} // namespace check_cases
