// SPDX-License-Identifier: Apache-2.0
#include "tests/model/check_cases.h"

namespace check_cases {

namespace {

constexpr auto E = Severity::Error;
constexpr auto W = Severity::Warning;
constexpr auto I = Severity::Info;

Edit groupName(std::string text) {
    return changing<SecurityGroup>(
        1, [=](SecurityGroup& group) { group.awsName = NameTemplate::literal(text); });
}
Edit groupDescription(std::string text) {
    return changing<SecurityGroup>(1, [=](SecurityGroup& group) { group.description = text; });
}
Edit ruleDescription(std::string text) {
    return changing<SecurityGroup>(1, [=](SecurityGroup& group) { group.rules[1].description = text; });
}

/// Further groups of vpc-1, named "group-3" and so on.
Edit groups(std::uint32_t total) {
    return [=](Design& design) {
        for (std::uint32_t i = 4; i <= total; ++i) {
            SecurityGroup group;
            group.id = {i};
            group.vpc = {1};
            group.awsName = NameTemplate::literal("group-" + std::to_string(i));
            put(design, group);
        }
    };
}

/// ecs in so many groups, with so many ingress rules in the first of them.
Edit memberships(std::uint32_t count, int rules) {
    return [=](Design& design) {
        groups(20)(design);
        change<Workload>(design, 2, [&](Workload& n) {
            n.securityGroups = {{2}};
            for (std::uint32_t i = 4; n.securityGroups.size() < count; ++i)
                n.securityGroups.push_back({i});
        });
        change<SecurityGroup>(design, 2, [&](SecurityGroup& group) {
            for (int i = 1; i < rules; ++i)
                group.rules.push_back({{std::uint32_t(1000 + i)},
                                       Direction::Ingress,
                                       Traffic::tcp(std::uint16_t(i)),
                                       cidr("192.0.2.0/24"),
                                       {}});
        });
    };
}

/// So many further rules of sg-1, which has one ingress rule for IPv4.
Edit rules(int count, SecurityGroupPeer peer) {
    return changing<SecurityGroup>(1, [=](SecurityGroup& group) {
        for (int i = 0; i < count; ++i)
            group.rules.push_back({{std::uint32_t(1000 + i)},
                                   Direction::Ingress,
                                   Traffic::udp(PortRange::single(std::uint16_t(i))),
                                   peer,
                                   {}});
    });
}

/// One more rule of sg-1.
Edit rule(Traffic traffic, SecurityGroupPeer peer = cidr("192.0.2.0/24")) {
    return changing<SecurityGroup>(1, [=](SecurityGroup& group) {
        group.rules.push_back({{99}, Direction::Ingress, traffic, peer, {}});
    });
}

/// One more rule of nacl-1.
Edit aclRule(Traffic traffic, NetworkAclPeer peer = cidr("192.0.2.0/24")) {
    return changing<NetworkAcl>(1, [=](NetworkAcl& acl) {
        acl.rules.push_back({{99}, Direction::Ingress, 200, AclAction::Allow, traffic, peer});
    });
}

Edit aclNumber(std::int32_t number, Direction direction = Direction::Ingress) {
    return changing<NetworkAcl>(1, [=](NetworkAcl& acl) {
        acl.rules.push_back(
            {{99}, direction, number, AclAction::Deny, Traffic::tcp(22), cidr("192.0.2.0/24")});
    });
}

Edit aclRules(int total) {
    return changing<NetworkAcl>(2, [=](NetworkAcl& acl) {
        for (int i = 2; i <= total; ++i)
            acl.rules.push_back({{std::uint32_t(100 + i)},
                                 Direction::Egress,
                                 i,
                                 AclAction::Allow,
                                 Traffic::tcp(std::uint16_t(i)),
                                 cidr("192.0.2.0/24")});
    });
}

Edit list(const std::function<void(PrefixList&)>& edit) {
    return changing<PrefixList>(1, edit);
}

Traffic icmp(int type, int code) {
    return {Protocol::icmp(), {}, IcmpType{std::int16_t(type), std::int16_t(code)}};
}
Traffic icmpv6() {
    return {Protocol::icmpv6(), {}, IcmpType{}};
}

/// A rule of sg-2 for the group of another VPC, with or without a peering between the two.
Edit foreignPeer(bool peered) {
    return [=](Design& design) {
        change<SecurityGroup>(design, 2,
                              [](SecurityGroup& group) { group.rules[1].peer = SecurityGroupId{3}; });
        if (!peered) return;
        Peering peering;
        peering.id = {2};
        peering.requester = {2};
        peering.accepter = VpcId{1};
        put(design, peering);
    };
}

void addGroupCases(std::vector<Case>& cases) {
    cases.push_back({Code::group_name_empty, E, "empty", groupName(""), groupName("x")});
    cases.push_back({Code::group_name_length, E, "256", groupName(std::string(256, 'x')),
                     groupName(std::string(255, 'x'))});
    cases.push_back({Code::group_name_prefix, E, "sg-", groupName("sg-web"), groupName("sgweb")});
    cases.push_back({Code::group_name_prefix, E, "SG-", groupName("Sg-web"), groupName("web-sg-")});
    cases.push_back({Code::group_name_characters, E, "Japanese", groupName("ウェブ"),
                     groupName("a ._-:/()#,@[]+=&;{}!$*Z9")});
    cases.push_back({Code::group_name_characters, E, "percent", groupName("100%"), groupName("100")});
    cases.push_back({Code::group_name_reserved, E, "default", groupName("default"),
                     changing<SecurityGroup>(1, [](SecurityGroup& group) {
                         group.awsName = name("default");
                         group.isDefault = true;
                     })});
    cases.push_back(
        {Code::group_name_duplicate, E, "but for capitals",
         [](Design& design) {
             groupName("Web")(design);
             change<SecurityGroup>(design, 2, [](SecurityGroup& group) { group.awsName = name("wEB"); });
         },
         [](Design& design) {
             groupName("Web")(design);
             change<SecurityGroup>(design, 3, [](SecurityGroup& group) { group.awsName = name("Web"); });
         }});
    cases.push_back({Code::group_name_duplicate, E, "after expansion", groupName("sekisho-dev-ecs-sg"),
                     groupName("sekisho-prod-ecs-sg")});
    cases.push_back({Code::group_description_length, E, "256", groupDescription(std::string(256, 'x')),
                     groupDescription(std::string(255, 'x'))});
    cases.push_back({Code::group_description_characters, E, "quote", groupDescription("the \"web\""),
                     groupDescription("the web & more")});
    cases.push_back(
        {Code::default_group_duplicate, E, "two",
         [](Design& design) {
             for (const std::uint32_t i : {1U, 2U})
                 change<SecurityGroup>(design, i, [](SecurityGroup& group) { group.isDefault = true; });
         },
         [](Design& design) {
             for (const std::uint32_t i : {1U, 3U})
                 change<SecurityGroup>(design, i, [](SecurityGroup& group) { group.isDefault = true; });
         }});
    cases.push_back({Code::group_quota, W, "2501", groups(2501), groups(2500)});
    cases.push_back({Code::groups_per_interface, W, "6", memberships(6, 1), memberships(5, 1)});
    cases.push_back({Code::groups_per_interface, E, "17", memberships(17, 1), memberships(5, 1)});
    cases.push_back({Code::interface_rules_quota,
                     E,
                     "16 times 63",
                     memberships(16, 63),
                     memberships(5, 60),
                     {Code::groups_per_interface, Code::group_rules_quota}});
    cases.push_back({Code::group_peer_not_peered, E, "no peering", foreignPeer(false), nothing});
    cases.push_back({Code::group_peer_other_vpc, I, "peered", foreignPeer(true), nothing});
}

void addGroupRuleCases(std::vector<Case>& cases) {
    const SecurityGroupPeer v4 = cidr("192.0.2.0/24");
    const SecurityGroupPeer v6 = cidr("2001:db8::/32");
    cases.push_back({Code::rule_description_length, E, "256", ruleDescription(std::string(256, 'x')),
                     ruleDescription(std::string(255, 'x'))});
    cases.push_back({Code::rule_description_characters, E, "ampersand", ruleDescription("a & b"),
                     ruleDescription("a + b")});
    cases.push_back({Code::group_rules_quota, W, "61 of IPv4", rules(60, v4), rules(59, v4)});
    cases.push_back({Code::group_rules_quota, W, "61 of IPv6", rules(61, v6), rules(60, v6)});
    cases.push_back({Code::group_rules_quota, W, "groups count in both", rules(60, SecurityGroupId{2}),
                     rules(59, SecurityGroupId{2})});
    cases.push_back({Code::group_rules_quota, W, "lists weigh their size", rules(12, PrefixListId{1}),
                     rules(11, PrefixListId{1})});
    cases.push_back(
        {Code::group_rules_quota, E, "1001", rules(1001, v6), rules(60, v6), {Code::interface_rules_quota}});
    // The VPC's own block, however it is written.
    cases.push_back(
        {Code::rule_duplicate, E, "the VPC's block",
         [=](Design& design) {
             rule(Traffic::tcp(22), cidr("10.0.0.0/16"))(design);
             change<SecurityGroup>(design, 1, [](SecurityGroup& group) {
                 group.rules.push_back({{98}, Direction::Ingress, Traffic::tcp(22), ThisVpcCidr{}, {}});
             });
         },
         rule(Traffic::tcp(22), ThisVpcCidr{})});
    cases.push_back({Code::rule_duplicate, E, "another description",
                     rule(Traffic::tcp(443), Cidr::anywhere(IpFamily::V4)),
                     rule(Traffic::tcp(443), Cidr::anywhere(IpFamily::V6))});
    cases.push_back({Code::rule_duplicate, E, "ports that do not count",
                     changing<SecurityGroup>(1,
                                             [](SecurityGroup& group) {
                                                 group.rules.push_back(
                                                     {{99},
                                                      Direction::Egress,
                                                      {Protocol::all(), PortRange::all(), {}},
                                                      Cidr::anywhere(IpFamily::V4),
                                                      {}});
                                             }),
                     rule(Traffic::all(), Cidr::anywhere(IpFamily::V4))});
    cases.push_back(
        {Code::rule_duplicate, E, "self and its id",
         [](Design& design) {
             rule(Traffic::tcp(22), SelfGroup{})(design);
             change<SecurityGroup>(design, 1, [](SecurityGroup& group) {
                 group.rules.push_back({{98}, Direction::Ingress, Traffic::tcp(22), SecurityGroupId{1}, {}});
             });
         },
         rule(Traffic::tcp(22), SelfGroup{})});
}

void addTrafficCases(std::vector<Case>& cases) {
    const Traffic everythingOn80{Protocol::all(), PortRange::single(80), {}};
    cases.push_back({Code::rule_ports_ignored, W, "group", rule(everythingOn80), rule(Traffic::all())});
    cases.push_back({Code::rule_ports_ignored, W, "ACL", aclRule(everythingOn80), aclRule(Traffic::all())});
    const Traffic bareTcp{Protocol::tcp(), {}, {}};
    cases.push_back(
        {Code::rule_ports_missing, E, "group", rule(bareTcp), rule(Traffic::tcp(PortRange::all()))});
    cases.push_back({Code::rule_ports_missing, E, "ACL", aclRule({Protocol::udp(), {}, {}}),
                     aclRule(Traffic::udp(PortRange::all()))});
    cases.push_back({Code::rule_icmp_ignored, W, "tcp",
                     rule({Protocol::tcp(), PortRange::single(80), IcmpType{8, 0}}), rule(icmp(8, 0))});
    cases.push_back(
        {Code::rule_icmp_missing, E, "ACL", aclRule({Protocol::icmp(), {}, {}}), aclRule(icmp(-1, -1))});
    cases.push_back({Code::rule_icmp_range, E, "type 256", rule(icmp(256, 0)), rule(icmp(255, 0))});
    cases.push_back({Code::rule_icmp_range, E, "code -2", aclRule(icmp(3, -2)), aclRule(icmp(3, -1))});
    cases.push_back({Code::rule_icmp_code, E, "every type, one code", rule(icmp(-1, 4)), rule(icmp(3, 4))});
    cases.push_back({Code::rule_icmp_family, W, "icmp and IPv6", rule(icmp(8, 0), cidr("2001:db8::/32")),
                     rule(icmp(8, 0))});
    cases.push_back({Code::rule_icmp_family, W, "icmpv6 and IPv4", aclRule(icmpv6()),
                     aclRule(icmpv6(), cidr("2001:db8::/32"))});
    cases.push_back({Code::rule_icmp_family, W, "icmpv6 and an IPv4 list", rule(icmpv6(), PrefixListId{1}),
                     rule(icmp(8, 0), PrefixListId{1})});
    // A group may hold either family.
    cases.push_back({Code::rule_icmp_family, W, "icmpv6 and the VPC's block", rule(icmpv6(), ThisVpcCidr{}),
                     rule(icmpv6(), SecurityGroupId{2})});
}

void addListCases(std::vector<Case>& cases) {
    cases.push_back(
        {Code::prefix_list_name, E, "empty", list([](PrefixList& n) { n.awsName = {}; }), nothing});
    cases.push_back({Code::prefix_list_name, E, "AWS's",
                     list([](PrefixList& n) { n.awsName = name("com.amazonaws.x"); }),
                     list([](PrefixList& n) { n.awsName = name("com.example.x"); })});
    cases.push_back({Code::prefix_list_name, E, "256 bytes",
                     list([](PrefixList& n) { n.awsName = name((std::string(253, 'x') + "社").c_str()); }),
                     list([](PrefixList& n) { n.awsName = name((std::string(252, 'x') + "社").c_str()); })});
    cases.push_back({Code::prefix_list_max_entries,
                     E,
                     "1001",
                     list([](PrefixList& n) { n.maxEntries = 1001; }),
                     list([](PrefixList& n) { n.maxEntries = 498; }),
                     {Code::route_quota}});
    cases.push_back({Code::prefix_list_full, E, "2 of 1", list([](PrefixList& n) { n.maxEntries = 1; }),
                     list([](PrefixList& n) { n.maxEntries = 2; })});
    cases.push_back({Code::prefix_list_family, E, "IPv6 in IPv4",
                     list([](PrefixList& n) { n.entries[0].cidr = cidr("2001:db8::/32"); }), nothing});
    cases.push_back({Code::prefix_list_duplicate, E, "twice",
                     list([](PrefixList& n) { n.entries[0].cidr = n.entries[1].cidr; }),
                     list([](PrefixList& n) { n.managed = "com.amazonaws.ap-northeast-1.s3"; })});
    // Bytes: 85 characters of three are as many as 255 of one.
    const auto described = [](int times, const char* character) {
        return list([=](PrefixList& n) {
            n.entries[0].description.clear();
            for (int i = 0; i < times; ++i)
                n.entries[0].description += character;
        });
    };
    cases.push_back(
        {Code::prefix_list_description_length, E, "256", described(256, "x"), described(255, "x")});
    cases.push_back({Code::prefix_list_description_length, E, "86 of three bytes", described(86, "社"),
                     described(85, "社")});
}

void addAclCases(std::vector<Case>& cases) {
    cases.push_back({Code::acl_rule_number, E, "0", aclNumber(0), aclNumber(1)});
    cases.push_back({Code::acl_rule_number, E, "32767", aclNumber(32767), aclNumber(32766)});
    cases.push_back({Code::acl_rule_number_duplicate, E, "twice", aclNumber(100), aclNumber(101)});
    cases.push_back({Code::acl_rules_quota, W, "21", aclRules(21), aclRules(20)});
    cases.push_back({Code::acl_rules_quota, E, "41", aclRules(41), aclRules(20)});
    const auto acls = [](std::uint32_t total) {
        return [=](Design& design) {
            for (std::uint32_t i = 3; i <= total; ++i) {
                NetworkAcl acl;
                acl.id = {i};
                acl.vpc = {1};
                put(design, acl);
            }
        };
    };
    cases.push_back({Code::acl_quota, W, "201", acls(201), acls(200)});
    const auto only = [](Direction direction, AclAction action) {
        return changing<NetworkAcl>(1, [=](NetworkAcl& acl) {
            for (NetworkAclRule& one : acl.rules)
                if (one.direction == direction) one.action = action;
        });
    };
    const auto notInForce = [=](Design& design) {
        only(Direction::Egress, AclAction::Deny)(design);
        change<NetworkAcl>(design, 1, [](NetworkAcl& acl) {
            for (NetworkAclAssociation& one : acl.associations)
                one.active = false;
        });
    };
    cases.push_back(
        {Code::acl_passes_nothing, W, "denies all in", only(Direction::Ingress, AclAction::Deny), nothing});
    cases.push_back({Code::acl_passes_nothing, W, "denies all out", only(Direction::Egress, AclAction::Deny),
                     notInForce});
    const auto defaults = [](std::uint32_t vpc) {
        return [=](Design& design) {
            change<NetworkAcl>(design, 1, [](NetworkAcl& acl) { acl.isDefault = true; });
            NetworkAcl acl;
            acl.id = {3};
            acl.vpc = {vpc};
            acl.isDefault = true;
            put(design, acl);
        };
    };
    cases.push_back({Code::default_acl_duplicate, E, "two", defaults(1), defaults(2)});
    const auto associate = [](std::uint32_t subnet, bool active) {
        return changing<NetworkAcl>(2, [=](NetworkAcl& acl) {
            acl.associations.push_back({{99}, {subnet}, active});
        });
    };
    cases.push_back({Code::acl_several_active, E, "two", associate(3, true), associate(3, false)});
    cases.push_back({Code::acl_association_duplicate, E, "twice", associate(1, false), associate(2, true)});
    cases.push_back({Code::acl_other_vpc, E, "subnet-5", associate(5, true), associate(2, true)});
}

} // namespace

void addRuleCases(std::vector<Case>& cases) {
    addGroupCases(cases);
    addGroupRuleCases(cases);
    addTrafficCases(cases);
    addListCases(cases);
    addAclCases(cases);
}

} // namespace check_cases
