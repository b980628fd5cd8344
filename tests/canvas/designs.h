// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "tests/support/random_edits.h"

#include <QString>

#include <set>
#include <vector>

/// Designs that the tests of the drawing look at.
namespace sekisho::test {

inline void make(Design& design, const Result<Delta>& delta) {
    if (!delta || !design.apply(*delta)) qFatal("an edit of a test's design was refused");
}

inline void addRule(Design& design, SecurityGroupId group, const char* traffic, SecurityGroupPeer peer,
                    Direction direction = Direction::Ingress) {
    SecurityGroupRule rule;
    rule.direction = direction;
    rule.traffic = *Traffic::parse(traffic);
    rule.peer = std::move(peer);
    make(design, edits::addSecurityGroupRule(design, group, rule));
}

inline Design handsOn(bool nat = true) {
    Design design = *makeTemplate("hands-on");
    design.settings.natEnabled = nat;
    return design;
}

inline Design scaled(int groups, int rules, int workloads) {
    return *makeTemplate("scale", {{"groups", std::to_string(groups)},
                                   {"rules", std::to_string(rules)},
                                   {"workloads", std::to_string(workloads)}});
}

/// Three zones, nine subnets, twelve groups that talk to each other, and one of nearly everything else.
inline Design platform() {
    Design design;
    make(design, edits::addVpcWithSubnets(design, "platform", *Cidr::parse("10.20.0.0/16"),
                                          {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"}));
    const VpcId vpc{1};
    make(design, edits::addNatGatewayPerZone(design, vpc));
    std::vector<AvailabilityZoneId> zones;
    for (const AvailabilityZone& zone : design.network.all<AvailabilityZone>())
        zones.push_back(zone.id);
    for (const AvailabilityZoneId zone : zones)
        make(design, edits::addSubnet(design, zone, Tier::Isolated));
    std::vector<SubnetId> fronts, middles, backs;
    for (const Subnet& subnet : design.network.all<Subnet>())
        (subnet.tier == Tier::Public    ? fronts
         : subnet.tier == Tier::Private ? middles
                                        : backs)
            .push_back(subnet.id);
    const std::vector<WorkloadKind> kinds = {
        WorkloadKind::Alb,         WorkloadKind::EcsService, WorkloadKind::EcsService,
        WorkloadKind::Nlb,         WorkloadKind::EcsService, WorkloadKind::Rds,
        WorkloadKind::ElastiCache, WorkloadKind::Lambda,     WorkloadKind::Other,
        WorkloadKind::Ec2Instance, WorkloadKind::Rds,        WorkloadKind::EcsService};
    for (std::uint32_t i = 0; i < 12; ++i) {
        const std::string name = "service-" + std::to_string(i + 1);
        make(design, edits::addSecurityGroup(design, vpc, name));
        const auto& subnets = i == 0 || i == 3 ? fronts : i == 5 || i == 6 || i == 10 ? backs : middles;
        make(design, edits::addWorkload(design, kinds[i], name, subnets, {SecurityGroupId{i + 1}}));
    }
    const auto group = [](std::uint32_t number) { return SecurityGroupId{number}; };
    addRule(design, group(1), "tcp/443", Cidr());
    addRule(design, group(4), "tcp/443", Cidr());
    addRule(design, group(5), "tcp/22", *Cidr::parse("203.0.113.0/24"));
    addRule(design, group(9), "tcp/443", ThisVpcCidr{});
    addRule(design, group(9), "tcp/8443", SelfGroup{});
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs = {
        {2, 1}, {3, 1}, {3, 4}, {12, 4}, {5, 2}, {6, 5}, {6, 3}, {7, 3}, {11, 3}, {10, 12}, {8, 3}, {3, 8}};
    for (const auto& [to, from] : pairs)
        addRule(design, group(to), "tcp/8080", group(from));
    make(design, edits::addVpcEndpoint(design, vpc, EndpointType::Gateway, "s3"));
    make(design, edits::addVpcEndpoint(design, vpc, EndpointType::Interface, "ecr.api"));
    make(design, edits::addFlowLog(design, vpc, "everything"));
    make(design, edits::addEgressOnlyInternetGateway(design, vpc));
    make(design, edits::addElasticIp(design, "spare"));
    make(design, edits::addPrefixList(design, "partners", {}, IpFamily::V4));
    make(design, edits::addExternal(design, "office", {*Cidr::parse("198.51.100.0/24")}));
    make(design, edits::addNetworkAcl(design, vpc, "unused"));
    make(design, edits::addNetworkAcl(design, vpc, "data"));
    for (const SubnetId subnet : backs)
        make(design, edits::associateNetworkAcl(design, NetworkAclId{2}, subnet));
    return design;
}

/// Two VPCs that are peered, beside a third that is empty.
inline Design severalVpcs() {
    Design design = handsOn();
    make(design,
         edits::addVpcWithSubnets(design, "second", *Cidr::parse("10.1.0.0/16"), {"ap-northeast-1a"}));
    make(design, edits::addVpc(design, "third", *Cidr::parse("10.2.0.0/16")));
    make(design, edits::addPeering(design, VpcId{1}, VpcId{2}, "to second"));
    return design;
}

/// Ways out of every kind: a regional NAT gateway, a peer, the internet and IPv6 from the same tables.
inline Design manyWaysOut() {
    Design design;
    make(design, edits::addVpcWithSubnets(design, "ways", *Cidr::parse("10.3.0.0/16"),
                                          {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"}));
    const VpcId vpc{1};
    make(design, edits::addVpc(design, "peer", *Cidr::parse("10.4.0.0/16")));
    make(design, edits::addNatGatewayPerZone(design, vpc));
    make(design, edits::addRegionalNatGateway(design, vpc));
    make(design, edits::addEgressOnlyInternetGateway(design, vpc));
    make(design, edits::addPeering(design, vpc, VpcId{2}, "to peer"));
    NatGatewayId regional{};
    for (const NatGateway& nat : design.network.all<NatGateway>())
        if (nat.mode == NatMode::Regional) regional = nat.id;
    const auto route = [&](RouteTableId table, const char* destination, RouteTarget target) {
        make(design, edits::addRoute(design, table, {{}, *Cidr::parse(destination), target, false}));
    };
    std::vector<RouteTableId> tables;
    for (const RouteTable& table : design.network.all<RouteTable>())
        if (!table.associations.empty()) tables.push_back(table.id);
    for (const RouteTableId table : tables) {
        route(table, "::/0", EgressOnlyInternetGatewayId{1});
        route(table, "10.4.0.0/16", PeeringId{1});
        route(table, "192.0.2.0/24", regional);
    }
    return design;
}

/// Forty workloads in one subnet, one in another.
inline Design crowd() {
    Design design;
    make(design, edits::addVpcWithSubnets(design, "crowd", *Cidr::parse("10.5.0.0/16"),
                                          {"ap-northeast-1a", "ap-northeast-1c"}));
    std::vector<SubnetId> homes;
    for (const Subnet& subnet : design.network.all<Subnet>())
        if (subnet.tier == Tier::Private) homes.push_back(subnet.id);
    for (std::uint32_t i = 0; i < 4; ++i)
        make(design, edits::addSecurityGroup(design, VpcId{1}, "group-" + std::to_string(i + 1)));
    for (std::uint32_t i = 0; i < 41; ++i)
        make(design, edits::addWorkload(design, WorkloadKind::EcsService, "service-" + std::to_string(i + 1),
                                        {homes[i < 40 ? 0 : 1]}, {SecurityGroupId{i % 4 + 1}}));
    addRule(design, SecurityGroupId{2}, "tcp/5432", SecurityGroupId{1});
    addRule(design, SecurityGroupId{3}, "tcp/8080", SecurityGroupId{2});
    return design;
}

/// What a design becomes by chance; often odd.
inline Design randomDesign(std::uint64_t seed, int steps) {
    Design design = handsOn();
    RandomEdits edits(seed);
    for (int i = 0; i < steps; ++i)
        if (const auto step = edits.next(design); step.delta) (void)design.apply(*step.delta);
    return design;
}

inline std::vector<std::pair<QString, Design>> manyDesigns() {
    std::vector<std::pair<QString, Design>> all = {
        {"hands-on", handsOn()},  {"nat off", handsOn(false)},     {"empty", *makeTemplate("empty")},
        {"platform", platform()}, {"several VPCs", severalVpcs()}, {"ways out", manyWaysOut()},
        {"crowd", crowd()},       {"scale", scaled(30, 90, 30)},   {"shelf", scaled(120, 360, 40)}};
    const int most = qEnvironmentVariableIsSet("SEKISHO_SHORT") ? 4 : 16;
    for (int seed = 1; seed <= most; ++seed)
        all.emplace_back(QStringLiteral("random %1").arg(seed),
                         randomDesign(std::uint64_t(seed), 60 + 12 * seed));
    return all;
}

} // namespace sekisho::test
