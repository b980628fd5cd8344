// SPDX-License-Identifier: Apache-2.0
#include "tests/support/random_edits.h"

#include "core/model/references.h"

#include <array>

namespace sekisho::test {

template<class IdType>
IdType RandomEdits::pick(const Design& design) {
    using N = std::variant_alternative_t<static_cast<std::size_t>(IdType::kind), Node>;
    const auto all = design.network.all<N>();
    if (all.empty()) return IdType{7777}; // names nothing
    auto it = all.begin();
    for (std::uint32_t skip = below(static_cast<std::uint32_t>(all.size())); skip > 0; --skip)
        ++it;
    return it->id;
}

std::string RandomEdits::hostileName() {
    static const std::array<std::string, 20> pieces = {"\"",
                                                       "\\",
                                                       "${path.root}",
                                                       "%{ if true }",
                                                       "\n",
                                                       "\r\n",
                                                       std::string(1, '\0'),
                                                       "\xE2\x80\xAE",
                                                       "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9",
                                                       "<<EOT\n",
                                                       "*/",
                                                       "# ",
                                                       "日本語",
                                                       "\xFF",
                                                       "\t",
                                                       "$${",
                                                       "'",
                                                       "../../etc/passwd",
                                                       "{project}",
                                                       "a1"};
    std::string name;
    for (std::uint32_t count = 1 + below(6); count > 0; --count)
        name += pieces[below(pieces.size())];
    if (chance(2)) name.append(10'000, 'x');
    return name;
}

std::string RandomEdits::name() {
    static const std::array<std::string_view, 8> plain = {"web",   "api",       "db",   "batch-1a",
                                                          "cache", "public-1c", "決済", "web"};
    return chance(30)
               ? hostileName()
               : std::string(plain[below(plain.size())]) + (chance(50) ? std::to_string(below(20)) : "");
}

Traffic RandomEdits::traffic() {
    switch (below(6)) {
    case 0: return Traffic::all();
    case 1:
        return {Protocol::icmp(), std::nullopt,
                IcmpType{static_cast<std::int16_t>(below(30)), static_cast<std::int16_t>(below(3))}};
    case 2: return Traffic::udp(PortRange{53, static_cast<std::uint16_t>(53 + below(1000))});
    case 3: return {*Protocol::parse("50"), std::nullopt, std::nullopt};
    default: return Traffic::tcp(static_cast<std::uint16_t>(below(65536)));
    }
}

Cidr RandomEdits::cidr() {
    if (chance(20)) return *Cidr::parse("2001:db8::/32");
    IpAddress address{IpFamily::V4,
                      {10, static_cast<std::uint8_t>(below(4)), static_cast<std::uint8_t>(below(256)), 0}};
    return Cidr::containing(address, static_cast<int>(16 + below(13)));
}

SecurityGroupPeer RandomEdits::peer(const Design& design) {
    switch (below(5)) {
    case 0: return SelfGroup{};
    case 1: return ThisVpcCidr{};
    case 2: return pick<SecurityGroupId>(design);
    case 3:
        if (!design.network.all<PrefixList>().empty()) return pick<PrefixListId>(design);
        [[fallthrough]];
    default: return cidr();
    }
}

std::vector<ElementId> RandomEdits::someElements(const Design& design) {
    std::vector<ElementId> all;
    for (const auto& entry : design.network.nodes) {
        all.push_back(entry.key);
        forEachPart(*entry.value, [&](ElementId part) { all.push_back(part); });
    }
    std::vector<ElementId> chosen;
    for (std::uint32_t count = 1 + below(2); count > 0 && !all.empty(); --count)
        chosen.push_back(all[below(static_cast<std::uint32_t>(all.size()))]);
    return chosen;
}

RandomEdits::Step RandomEdits::next(const Design& design) {
    using namespace edits;
    const auto vpc = [&] { return pick<VpcId>(design); };
    const auto subnet = [&] { return pick<SubnetId>(design); };
    const auto direction = [&] { return chance(60) ? Direction::Ingress : Direction::Egress; };
    const auto tier = [&] { return static_cast<Tier>(below(3)); };
    switch (below(44)) {
    case 0: return {"addVpc", addVpc(design, name(), cidr())};
    case 1:
        return {"addVpcWithSubnets", addVpcWithSubnets(design, name(), *Cidr::parse("10.9.0.0/16"),
                                                       {"ap-northeast-1a", "ap-northeast-1d"})};
    case 2:
    case 3: {
        static const std::array<std::string, 4> zones = {"ap-northeast-1a", "ap-northeast-1b",
                                                         "ap-northeast-1c", "ap-northeast-1d"};
        return {"addAvailabilityZone", addAvailabilityZone(design, vpc(), zones[below(zones.size())])};
    }
    case 4:
    case 5:
    case 6:
        return {"addSubnet", addSubnet(design, pick<AvailabilityZoneId>(design), tier(),
                                       chance(50) ? name() : std::string())};
    case 7: return {"addInternetGateway", addInternetGateway(design, vpc())};
    case 8: return {"addEgressOnlyInternetGateway", addEgressOnlyInternetGateway(design, vpc())};
    case 9:
    case 10: return {"addNatGateway", addNatGateway(design, subnet())};
    case 11: return {"addNatGatewayPerZone", addNatGatewayPerZone(design, vpc())};
    case 12: return {"addRegionalNatGateway", addRegionalNatGateway(design, vpc())};
    case 13: return {"addElasticIp", addElasticIp(design, name())};
    case 14: return {"addRouteTable", addRouteTable(design, vpc(), name())};
    case 15:
    case 16: return {"addSecurityGroup", addSecurityGroup(design, vpc(), name())};
    case 17: return {"addNetworkAcl", addNetworkAcl(design, vpc(), name())};
    case 18: return {"addPrefixList", addPrefixList(design, name(), {{cidr(), name()}}, IpFamily::V4)};
    case 19:
        return {"addVpcEndpoint",
                addVpcEndpoint(design, vpc(), chance(50) ? EndpointType::Gateway : EndpointType::Interface,
                               chance(50) ? "s3" : "ecr.api")};
    case 20:
        return {"addPeering",
                addPeering(design, vpc(), ForeignVpc{"vpc-0123456789abcdef0", "", "", {}}, name())};
    case 21: return {"addFlowLog", addFlowLog(design, vpc(), name())};
    case 22:
        return {"addWorkload", addWorkload(design, static_cast<WorkloadKind>(below(8)), name(), {subnet()},
                                           {pick<SecurityGroupId>(design)})};
    case 23: return {"addExternal", addExternal(design, name(), {cidr()})};
    case 24:
    case 25:
        return {"rename",
                rename(design, someElements(design).empty() ? ElementId{} : someElements(design).front(),
                       name())};
    case 26:
    case 27: return {"removeElements", removeElements(design, someElements(design)), true};
    case 28: return {"duplicateNodes", duplicateNodes(design, {pick<SecurityGroupId>(design)}, 20, 20)};
    case 29: return {"duplicateNodes", duplicateNodes(design, {subnet()}, 20, 20)};
    case 30: return {"moveSubnet", moveSubnet(design, subnet(), pick<AvailabilityZoneId>(design))};
    case 31: return {"moveNatGateway", moveNatGateway(design, pick<NatGatewayId>(design), subnet())};
    case 32:
        return {"placeBoxes",
                placeBoxes(design, {{{subnet(), std::nullopt},
                                     Box{static_cast<std::int32_t>(below(500)), 40, std::nullopt,
                                         std::nullopt, false, false, false, std::nullopt}}})};
    case 33:
    case 34:
        return {"addSecurityGroupRule",
                addSecurityGroupRule(
                    design, pick<SecurityGroupId>(design),
                    {{}, direction(), traffic(), peer(design), chance(50) ? name() : std::string()})};
    case 35: {
        const SecurityGroup* group = design.network.get(pick<SecurityGroupId>(design));
        if (!group || group->rules.empty()) return {"setSecurityGroupRule", setSecurityGroupRule(design, {})};
        SecurityGroupRule rule = group->rules[below(static_cast<std::uint32_t>(group->rules.size()))];
        rule.traffic = traffic();
        rule.peer = peer(design);
        return {"setSecurityGroupRule", setSecurityGroupRule(design, rule)};
    }
    case 36:
        return {"setMembership",
                setMembership(design, pick<SecurityGroupId>(design), pick<WorkloadId>(design), chance(60))};
    case 37:
        return {"addNetworkAclRule",
                addNetworkAclRule(design, pick<NetworkAclId>(design),
                                  {{},
                                   direction(),
                                   chance(70) ? 0 : static_cast<std::int32_t>(below(40000)),
                                   chance(70) ? AclAction::Allow : AclAction::Deny,
                                   traffic(),
                                   cidr()})};
    case 38: {
        const NetworkAcl* acl = design.network.get(pick<NetworkAclId>(design));
        std::vector<NetworkAclRuleId> order;
        if (acl)
            for (const NetworkAclRule& rule : acl->rules)
                if (rule.direction == Direction::Ingress) order.insert(order.begin(), rule.id);
        return {"reorderNetworkAclRules", reorderNetworkAclRules(design, acl ? acl->id : NetworkAclId{7777},
                                                                 Direction::Ingress, order)};
    }
    case 39:
        return {"associateNetworkAcl", associateNetworkAcl(design, pick<NetworkAclId>(design), subnet()),
                true};
    case 40:
        return {"addRoute", addRoute(design, pick<RouteTableId>(design),
                                     {{}, cidr(), pick<InternetGatewayId>(design), false})};
    case 41:
        return {"associateRouteTable", associateRouteTable(design, pick<RouteTableId>(design), subnet())};
    case 42: return {"setNatEnabled", setNatEnabled(design, chance(50))};
    default: {
        const auto& sets = design.addresses.sets;
        if (sets.empty()) return {"useForEach", useForEach(design, {"aws_vpc", "none"}), true};
        const auto& key = (sets.begin() + below(static_cast<std::uint32_t>(sets.size())))->key;
        if (chance(50)) return {"useForEach", useForEach(design, key), true};
        return {"relabel", relabel(design, key, "renamed_" + std::to_string(below(1000))), true};
    }
    }
}

} // namespace sekisho::test
