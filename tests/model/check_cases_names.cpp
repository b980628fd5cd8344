// SPDX-License-Identifier: Apache-2.0
#include "tests/model/check_cases.h"

namespace check_cases {

namespace {

constexpr auto E = Severity::Error;
constexpr auto W = Severity::Warning;

Edit settings(void (*edit)(Settings&)) {
    return [=](Design& design) { edit(design.settings); };
}

Edit tag(std::string key, std::string value) {
    return changing<Vpc>(2, [=](Vpc& vpc) { vpc.tags[key] = value; });
}

/// So many tags of subnet-5, which has a Name tag too.
Edit tags(int count) {
    return changing<Subnet>(5, [=](Subnet& subnet) {
        for (int i = 0; i < count; ++i)
            subnet.tags["key" + std::to_string(i)] = "value";
    });
}

Edit addressSet(std::string label, ResourceSet set) {
    return [=](Design& design) {
        design.addresses.sets.remove({"aws_vpc", "vpc-1"});
        design.addresses.sets.set({"aws_vpc", label}, set);
    };
}

void addSettingsCases(std::vector<Case>& cases) {
    // With another Region its zones and what is named after it are wrong too.
    cases.push_back({Code::settings_region_syntax,
                     E,
                     "words",
                     settings([](Settings& s) { s.region = "Tokyo"; }),
                     nothing,
                     {Code::zone_foreign_region}});
    cases.push_back({Code::settings_region_syntax,
                     E,
                     "a zone",
                     settings([](Settings& s) { s.region = "ap-northeast-1a"; }),
                     nothing,
                     {Code::zone_foreign_region}});
    cases.push_back({Code::settings_name_empty, E, "project",
                     settings([](Settings& s) { s.projectName = ""; }), nothing});
    cases.push_back({Code::settings_name_empty, W, "environment",
                     settings([](Settings& s) { s.environment = ""; }),
                     settings([](Settings& s) { s.environment = "prod"; })});
    cases.push_back({Code::settings_name_characters,
                     W,
                     "Japanese",
                     settings([](Settings& s) { s.projectName = "関所"; }),
                     settings([](Settings& s) { s.projectName = "sekisho.v2_x"; }),
                     {Code::group_name_characters, Code::flow_log_group_name}});
}

void addTagCases(std::vector<Case>& cases) {
    cases.push_back({Code::name_without_zone, W, "VPC",
                     changing<Vpc>(2, [](Vpc& vpc) { vpc.nameTag = name("vpc-{az_letter}"); }), nothing});
    cases.push_back(
        {Code::name_without_zone, E, "group",
         changing<SecurityGroup>(1, [](SecurityGroup& n) { n.awsName = name("alb-{az_letter}"); }), nothing});
    cases.push_back(
        {Code::name_without_zone, W, "table over two zones",
         changing<RouteTable>(2, [](RouteTable& table) { table.nameTag = name("rt-{az_letter}"); }),
         changing<RouteTable>(3, [](RouteTable& table) { table.nameTag = name("rt-{az_letter}"); })});
    cases.push_back({Code::name_without_zone,
                     W,
                     "address of nobody",
                     [](Design& design) {
                         ElasticIp eip;
                         eip.id = {2};
                         eip.nameTag = name("eip-{az_letter}");
                         put(design, eip);
                     },
                     changing<ElasticIp>(1, [](ElasticIp& eip) { eip.nameTag = name("eip-{az_letter}"); }),
                     {Code::eip_unused}});
    cases.push_back({Code::tag_quota, E, "50 and a Name", tags(50), tags(49)});
    cases.push_back({Code::tag_quota, E, "with the provider's",
                     [](Design& design) {
                         design.settings.defaultTags["owner"] = "team";
                         tags(49)(design);
                     },
                     [](Design& design) {
                         design.settings.defaultTags["key1"] = "overridden";
                         tags(49)(design);
                     }});
    cases.push_back({Code::tag_key_length, E, "empty", tag("", "x"), tag("k", "")});
    cases.push_back(
        {Code::tag_key_length, E, "129", tag(std::string(129, 'k'), "x"), tag(std::string(128, 'k'), "x")});
    std::string kanji;
    for (int i = 0; i < 256; ++i)
        kanji += "値";
    cases.push_back({Code::tag_value_length, E, "257 characters", tag("k", kanji + "値"), tag("k", kanji)});
    cases.push_back(
        {Code::tag_value_length, E, "Name",
         changing<Vpc>(2, [](Vpc& vpc) { vpc.nameTag = NameTemplate::literal(std::string(257, 'n')); }),
         changing<Vpc>(2, [](Vpc& vpc) { vpc.nameTag = NameTemplate::literal(std::string(256, 'n')); })});
    cases.push_back({Code::tag_reserved_prefix, E, "lower", tag("aws:x", "x"), tag("aws", "x")});
    cases.push_back({Code::tag_reserved_prefix, E, "upper", tag("AWS:x", "x"), tag("my-aws:x", "x")});
    cases.push_back({Code::tag_reserved_prefix, E, "of the provider",
                     settings([](Settings& s) { s.defaultTags["aws:x"] = "x"; }),
                     settings([](Settings& s) { s.defaultTags["x"] = "aws:x"; })});
    cases.push_back({Code::tag_characters, W, "quote", tag("k", "say \"hi\""), tag("k", "a+b-c=d._:/@ 値")});
    cases.push_back({Code::tag_characters, W, "direction override",
                     tag("k", "a\xe2\x80\xae"
                              "b"),
                     tag("k", "ab")});
    cases.push_back({Code::tag_name_twice, W, "template and tag", tag("Name", "x"),
                     changing<Subnet>(5, [](Subnet& subnet) {
                         subnet.nameTag = {};
                         subnet.tags["Name"] = "x";
                     })});
}

void addAddressCases(std::vector<Case>& cases) {
    const auto none = [](Design& design) { design.addresses.sets.remove({"aws_vpc", "vpc-1"}); };
    const auto noRoute = [](Design& design) { design.addresses.sets.remove({"aws_route", "route-1"}); };
    const ResourceSet own{AddressForm::Single, {{"", VpcId{1}}}};
    cases.push_back({Code::address_missing, E, "node", none, nothing, {}, false});
    cases.push_back({Code::address_missing, E, "part", noRoute, nothing, {}, false});
    cases.push_back(
        {Code::address_label, E, "space", addressSet("my vpc", own), addressSet("my_vpc-1", own), {}, false});
    cases.push_back({Code::address_label,
                     E,
                     "digit first",
                     addressSet("1vpc", own),
                     addressSet("_1vpc", own),
                     {},
                     false});
    cases.push_back({Code::address_several,
                     E,
                     "two labels",
                     [=](Design& design) {
                         design.addresses.sets.set({"aws_vpc", "second"}, own);
                     },
                     nothing,
                     {},
                     false});
    const auto both = [](AddressForm form, std::string keyA, std::string keyB) {
        return [=](Design& design) {
            design.addresses.sets.remove({"aws_vpc", "vpc-1"});
            design.addresses.sets.remove({"aws_vpc", "vpc-2"});
            design.addresses.sets.set({"aws_vpc", "both"},
                                      ResourceSet{form, {{keyA, VpcId{1}}, {keyB, VpcId{2}}}});
        };
    };
    cases.push_back({Code::address_duplicate,
                     E,
                     "two in a single",
                     both(AddressForm::Single, "", ""),
                     both(AddressForm::Count, "", ""),
                     {},
                     false});
    cases.push_back({Code::address_duplicate,
                     E,
                     "one key for two",
                     both(AddressForm::ForEach, "a", "a"),
                     both(AddressForm::ForEach, "a", "b"),
                     {},
                     false});
}

void addDanglingCases(std::vector<Case>& cases) {
    const auto add = [&](const char* what, Edit bad, std::vector<Code> also = {}) {
        cases.push_back({Code::reference_dangling, E, what, std::move(bad), nothing, std::move(also)});
    };
    add("zone -> vpc", changing<AvailabilityZone>(3, [](AvailabilityZone& n) { n.vpc = {99}; }),
        {Code::route_table_other_vpc});
    add("subnet -> zone", changing<Subnet>(5, [](Subnet& n) { n.az = {99}; }));
    add("internet gateway -> vpc", [](Design& design) {
        InternetGateway gateway;
        gateway.id = {2};
        gateway.vpc = VpcId{99};
        put(design, gateway);
    });
    add("egress-only gateway -> vpc", changing<EgressOnlyInternetGateway>(1, [](auto& n) { n.vpc = {99}; }),
        {Code::route_target_other_vpc});
    add("table -> vpc", changing<RouteTable>(3, [](RouteTable& n) { n.vpc = {99}; }),
        {Code::route_table_other_vpc});
    add("table -> subnet", changing<RouteTable>(3, [](RouteTable& n) { n.associations[0].subnet = {99}; }));
    add("route -> list",
        changing<RouteTable>(2, [](RouteTable& n) { n.routes[2].destination = PrefixListId{99}; }));
    const auto target = [](RouteTarget to) {
        return changing<RouteTable>(3, [=](RouteTable& n) { n.routes = {{{9}, cidr("10.9.0.0/16"), to}}; });
    };
    add("route -> internet gateway", target(InternetGatewayId{99}));
    add("route -> egress-only gateway", target(EgressOnlyInternetGatewayId{99}));
    add("route -> nat", target(NatGatewayId{99}));
    add("route -> endpoint", target(VpcEndpointId{99}));
    add("route -> peering", target(PeeringId{99}));
    add("nat -> subnet", changing<NatGateway>(1, [](NatGateway& n) { n.subnet = SubnetId{99}; }),
        {Code::name_without_zone});
    add("nat -> address", changing<NatGateway>(1, [](NatGateway& n) { n.elasticIps.push_back({99}); }));
    add("group -> vpc", changing<SecurityGroup>(3, [](SecurityGroup& n) { n.vpc = {99}; }));
    add("rule -> group",
        changing<SecurityGroup>(2, [](SecurityGroup& n) { n.rules[1].peer = SecurityGroupId{99}; }));
    add("rule -> list",
        changing<SecurityGroup>(2, [](SecurityGroup& n) { n.rules[1].peer = PrefixListId{99}; }));
    add("acl -> vpc", changing<NetworkAcl>(2, [](NetworkAcl& n) { n.vpc = {99}; }), {Code::acl_other_vpc});
    add("acl -> subnet", changing<NetworkAcl>(2, [](NetworkAcl& n) { n.associations[0].subnet = {99}; }));
    add("endpoint -> vpc", changing<VpcEndpoint>(1, [](VpcEndpoint& n) { n.vpc = {99}; }),
        {Code::endpoint_other_vpc});
    add("endpoint -> table", changing<VpcEndpoint>(1, [](VpcEndpoint& n) { n.routeTables = {{99}}; }));
    add("endpoint -> subnet", changing<VpcEndpoint>(2, [](VpcEndpoint& n) { n.subnets.push_back({99}); }));
    add("endpoint -> group", changing<VpcEndpoint>(2, [](VpcEndpoint& n) { n.securityGroups = {{99}}; }));
    add("peering -> requester", changing<Peering>(1, [](Peering& n) { n.requester = {99}; }));
    add("peering -> accepter", changing<Peering>(1, [](Peering& n) { n.accepter = VpcId{99}; }));
    add("flow log -> vpc", changing<FlowLog>(1, [](FlowLog& n) { n.resource = VpcId{99}; }));
    add("flow log -> subnet", changing<FlowLog>(2, [](FlowLog& n) { n.resource = SubnetId{99}; }));
    add("interface -> subnet", changing<Workload>(2, [](Workload& n) { n.interfaces[1].subnet = {99}; }));
    add("interface -> address",
        changing<Workload>(2, [](Workload& n) { n.interfaces[1].elasticIp = ElasticIpId{99}; }));
    add("workload -> group", changing<Workload>(2, [](Workload& n) { n.securityGroups.push_back({99}); }));
    add("listener -> workload",
        changing<Workload>(1, [](Workload& n) { n.listeners[0].target = WorkloadId{99}; }));
    const auto regional = [](std::vector<NatZoneAddresses> zones) {
        return [=](Design& design) {
            NatGateway nat;
            nat.id = {2};
            nat.mode = NatMode::Regional;
            nat.vpc = VpcId{1};
            nat.zones = zones;
            put(design, nat);
        };
    };
    add("regional nat -> zone", regional({{{99}, {}}}));
    add("regional nat -> address", regional({{{1}, {{99}}}}));
    add("regional nat -> vpc", [](Design& design) {
        NatGateway nat;
        nat.id = {2};
        nat.mode = NatMode::Regional;
        nat.vpc = VpcId{99};
        put(design, nat);
    });
}

} // namespace

void addNameCases(std::vector<Case>& cases) {
    addSettingsCases(cases);
    addTagCases(cases);
    addAddressCases(cases);
    addDanglingCases(cases);
}

} // namespace check_cases
