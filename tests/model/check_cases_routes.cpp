// SPDX-License-Identifier: Apache-2.0
#include "tests/model/check_cases.h"

namespace check_cases {

namespace {

constexpr auto E = Severity::Error;
constexpr auto W = Severity::Warning;

/// One more route of a table.
Edit route(std::uint32_t table, RouteDestination to, RouteTarget target, bool onNatToggle = false) {
    return changing<RouteTable>(table, [=](RouteTable& n) {
        n.routes.push_back({{99}, to, target, onNatToggle});
    });
}

OpaqueTarget opaque(OpaqueTarget::Argument argument, const char* id) {
    return {argument, id};
}
OpaqueTarget interface() {
    return opaque(OpaqueTarget::Argument::NetworkInterface, "eni-0123");
}
OpaqueTarget transit() {
    return opaque(OpaqueTarget::Argument::TransitGateway, "tgw-0123");
}

Edit tables(std::uint32_t total) {
    return [=](Design& design) {
        for (std::uint32_t i = 3; i <= total; ++i) {
            RouteTable table;
            table.id = {100 + i};
            table.vpc = {1};
            put(design, table);
        }
    };
}

/// So many routes in route-table-3, which has none.
Edit routes(int total) {
    return changing<RouteTable>(3, [=](RouteTable& table) {
        for (int i = 0; i < total; ++i)
            table.routes.push_back({{std::uint32_t(1000 + i)},
                                    cidr("172.16.0.0/12").subnet(28, std::uint64_t(i)).value(),
                                    transit()});
    });
}

/// An address for NAT or workload, on the NAT switch or not.
void addEip(Design& design, std::uint32_t id, bool onNatToggle = false) {
    ElasticIp eip;
    eip.id = {id};
    eip.onNatToggle = onNatToggle;
    put(design, eip);
}

Edit nat(void (*edit)(NatGateway&)) {
    return changing<NatGateway>(1, edit);
}

/// A second NAT gateway, private unless changed, in subnet-2.
Edit secondNat(void (*edit)(NatGateway&)) {
    return [=](Design& design) {
        NatGateway gateway;
        gateway.id = {2};
        gateway.mode = NatMode::Private;
        gateway.subnet = SubnetId{2};
        edit(gateway);
        put(design, gateway);
    };
}

/// A regional one for vpc-1.
Edit regionalNat(void (*edit)(NatGateway&)) {
    return [=](Design& design) {
        NatGateway gateway;
        gateway.id = {2};
        gateway.mode = NatMode::Regional;
        gateway.vpc = VpcId{1};
        edit(gateway);
        put(design, gateway);
    };
}

Edit both(Edit first, Edit second) {
    return [=](Design& design) {
        first(design);
        second(design);
    };
}

Edit natAddresses(std::uint32_t total) {
    return [=](Design& design) {
        for (std::uint32_t i = 2; i <= total; ++i)
            addEip(design, i);
        change<NatGateway>(design, 1, [=](NatGateway& n) {
            for (std::uint32_t i = 2; i <= total; ++i)
                n.elasticIps.push_back({i});
        });
    };
}

Edit zonalNats(std::uint32_t total) {
    return [=](Design& design) {
        for (std::uint32_t i = 2; i <= total; ++i) {
            NatGateway gateway;
            gateway.id = {i};
            gateway.mode = NatMode::Private;
            gateway.subnet = SubnetId{1};
            put(design, gateway);
        }
    };
}

/// Interfaces of further workloads with an address of their own each, in the public subnet.
Edit ownAddresses(std::uint32_t total) {
    return [=](Design& design) {
        for (std::uint32_t i = 2; i <= total; ++i) {
            addEip(design, i);
            change<Workload>(design, 2, [=](Workload& n) {
                n.interfaces.push_back({{100 + i}, {4}, {}, {}, ElasticIpId{i}});
            });
        }
    };
}

void addTableCases(std::vector<Case>& cases) {
    cases.push_back({Code::route_table_quota, W, "201", tables(201), tables(200)});
    const auto mains = [](std::uint32_t first, std::uint32_t second) {
        return [=](Design& design) {
            for (const std::uint32_t i : {first, second})
                change<RouteTable>(design, i, [](RouteTable& table) { table.main = true; });
        };
    };
    cases.push_back({Code::route_table_main_duplicate, E, "two", mains(1, 2), mains(1, 3)});
    const auto associate = [](std::uint32_t table, std::uint32_t subnet) {
        return changing<RouteTable>(table, [=](RouteTable& n) {
            n.associations.push_back({{99}, {subnet}});
        });
    };
    cases.push_back({Code::route_table_association_duplicate, E, "two tables", associate(2, 2), nothing});
    cases.push_back(
        {Code::route_table_association_duplicate, E, "one table twice", associate(1, 2), nothing});
    cases.push_back({Code::route_table_other_vpc, E, "subnet-5",
                     [=](Design& design) {
                         change<RouteTable>(design, 3, [](RouteTable& table) { table.associations.clear(); });
                         associate(1, 5)(design);
                     },
                     changing<RouteTable>(3, [](RouteTable& table) { table.associations.clear(); })});
    cases.push_back({Code::route_quota, W, "501", routes(501), routes(500)});
    cases.push_back({Code::route_quota, E, "1001", routes(1001), routes(500)});
}

void addDestinationCases(std::vector<Case>& cases) {
    cases.push_back({Code::route_destination_duplicate, E, "default route",
                     route(1, Cidr::anywhere(IpFamily::V4), transit()),
                     route(1, cidr("0.0.0.0/1"), transit())});
    cases.push_back({Code::route_destination_duplicate, E, "prefix list",
                     route(2, PrefixListId{1}, transit()), route(1, PrefixListId{1}, transit())});
    cases.push_back({Code::route_local, E, "the VPC's block", route(1, cidr("10.0.0.0/16"), interface()),
                     route(1, cidr("10.0.0.0/8"), interface())});
    cases.push_back({Code::route_inside_vpc, E, "no subnet", route(1, cidr("10.0.99.0/24"), interface()),
                     route(1, cidr("10.0.11.0/24"), interface())});
    cases.push_back(
        {Code::route_inside_vpc, E, "half a subnet", route(1, cidr("10.0.11.0/25"), interface()), nothing});
    cases.push_back(
        {Code::route_inside_vpc, E, "transit gateway", route(1, cidr("10.0.11.0/24"), transit()),
         route(1, cidr("10.0.11.0/24"), opaque(OpaqueTarget::Argument::VpcEndpoint, "vpce-0123"))});
    const auto anywhere6 = Cidr::anywhere(IpFamily::V6);
    cases.push_back({Code::route_ipv6_to_nat, E, "::/0", route(1, anywhere6, NatGatewayId{1}, true),
                     route(1, cidr("64:ff9b::/96"), NatGatewayId{1}, true)});
    cases.push_back({Code::route_ipv4_to_egress_only, E, "0.0.0.0/1",
                     route(1, cidr("0.0.0.0/1"), EgressOnlyInternetGatewayId{1}),
                     route(1, anywhere6, EgressOnlyInternetGatewayId{1})});
}

void addTargetCases(std::vector<Case>& cases) {
    const auto away = cidr("192.168.0.0/16");
    cases.push_back({Code::route_target_other_vpc, E, "NAT", route(3, away, NatGatewayId{1}, true),
                     route(2, away, NatGatewayId{1}, true)});
    cases.push_back({Code::route_target_other_vpc, E, "egress-only",
                     route(3, Cidr::anywhere(IpFamily::V6), EgressOnlyInternetGatewayId{1}), nothing});
    cases.push_back({Code::route_target_other_vpc, E, "peering of others", route(3, away, PeeringId{1}),
                     route(1, away, PeeringId{1})});
    const auto internet = Cidr::anywhere(IpFamily::V4);
    cases.push_back({Code::route_igw_not_attached, E, "of another VPC",
                     route(3, internet, InternetGatewayId{1}), nothing});
    const auto gateway = [=](std::optional<VpcId> vpc) {
        return [=](Design& design) {
            InternetGateway n;
            n.id = {2};
            n.vpc = vpc;
            put(design, n);
            route(3, internet, InternetGatewayId{2})(design);
        };
    };
    cases.push_back({Code::route_igw_not_attached, E, "of none", gateway({}), gateway(VpcId{2})});
    cases.push_back({Code::route_nat_loop, E, "associated", route(1, away, NatGatewayId{1}, true),
                     route(1, cidr("64:ff9b::/96"), NatGatewayId{1}, true)});
    cases.push_back({Code::route_nat_loop,
                     E,
                     "by the main table",
                     [](Design& design) {
                         change<RouteTable>(design, 1, [](RouteTable& table) { table.associations.clear(); });
                         change<RouteTable>(design, 2, [](RouteTable& table) { table.main = true; });
                     },
                     changing<RouteTable>(2, [](RouteTable& table) { table.main = true; }),
                     {Code::nat_subnet_without_internet_route}});
    cases.push_back(
        {Code::route_to_endpoint, E, "gateway", route(1, PrefixListId{1}, VpcEndpointId{1}), nothing});
    cases.push_back({Code::route_target_syntax, E, "empty",
                     route(1, away, opaque(OpaqueTarget::Argument::Gateway, "")),
                     route(1, away, opaque(OpaqueTarget::Argument::Gateway, "vgw-0123"))});
    cases.push_back(
        {Code::route_target_syntax, E, "another kind",
         route(1, away, opaque(OpaqueTarget::Argument::CoreNetwork, "tgw-0123")),
         route(1, away,
               opaque(OpaqueTarget::Argument::CoreNetwork, "arn:aws:networkmanager::1:core-network/x"))});
    cases.push_back({Code::route_off_toggle, E, "stays", route(2, away, NatGatewayId{1}, false),
                     route(2, away, NatGatewayId{1}, true)});
}

void addNatCases(std::vector<Case>& cases) {
    cases.push_back({Code::nat_without_subnet, E, "nowhere", secondNat([](NatGateway& n) { n.subnet = {}; }),
                     secondNat([](NatGateway&) {})});
    cases.push_back({Code::nat_without_eip, E, "public",
                     secondNat([](NatGateway& n) { n.mode = NatMode::Public; }),
                     secondNat([](NatGateway&) {})});
    cases.push_back({Code::nat_private_with_eip, E, "private",
                     both([](Design& design) { addEip(design, 2); },
                          secondNat([](NatGateway& n) { n.elasticIps = {{2}}; })),
                     both([](Design& design) { addEip(design, 2); }, secondNat([](NatGateway& n) {
                              n.elasticIps = {{2}};
                              n.mode = NatMode::Public;
                          }))});
    cases.push_back({Code::nat_addresses_quota, W, "3", natAddresses(3), natAddresses(2)});
    cases.push_back({Code::nat_addresses_quota, E, "9", natAddresses(9), natAddresses(2), {Code::eip_quota}});
    cases.push_back({Code::nat_regional_without_vpc, E, "no VPC",
                     regionalNat([](NatGateway& n) { n.vpc = {}; }), regionalNat([](NatGateway&) {})});
    cases.push_back({Code::nat_regional_with_subnet, E, "subnet",
                     regionalNat([](NatGateway& n) { n.subnet = SubnetId{1}; }), nothing});
    const auto withEip = [](Edit edit) { return both([](Design& design) { addEip(design, 2); }, edit); };
    cases.push_back({Code::nat_regional_with_eip, E, "outside of its zones",
                     withEip(regionalNat([](NatGateway& n) { n.elasticIps = {{2}}; })),
                     withEip(regionalNat([](NatGateway& n) {
                         n.zones = {{{1}, {{2}}}};
                     }))});
    cases.push_back({Code::nat_regional_duplicate, W, "two",
                     both(regionalNat([](NatGateway&) {}), regionalNat([](NatGateway& n) { n.id = {3}; })),
                     regionalNat([](NatGateway&) {})});
    cases.push_back({Code::nat_zone_duplicate, E, "twice", regionalNat([](NatGateway& n) {
                         n.zones = {{{1}, {}}, {{1}, {}}};
                     }),
                     regionalNat([](NatGateway& n) {
                         n.zones = {{{1}, {}}, {{2}, {}}};
                     })});
    cases.push_back({Code::nat_zone_other_vpc, E, "az-3", regionalNat([](NatGateway& n) {
                         n.zones = {{{3}, {}}};
                     }),
                     regionalNat([](NatGateway& n) {
                         n.zones = {{{2}, {}}};
                     })});
    cases.push_back({Code::nat_without_igw, E, "regional",
                     regionalNat([](NatGateway& n) { n.vpc = VpcId{2}; }),
                     secondNat([](NatGateway& n) { n.subnet = SubnetId{5}; })});
    cases.push_back({Code::nat_without_igw, E, "zonal", withEip(secondNat([](NatGateway& n) {
                         n.mode = NatMode::Public;
                         n.subnet = SubnetId{5};
                         n.elasticIps = {{2}};
                     })),
                     nothing});
    cases.push_back({Code::nat_subnet_without_internet_route, W, "in a private subnet",
                     withEip(secondNat([](NatGateway& n) {
                         n.mode = NatMode::Public;
                         n.subnet = SubnetId{3};
                         n.elasticIps = {{2}};
                     })),
                     withEip(secondNat([](NatGateway& n) {
                         n.mode = NatMode::Public;
                         n.subnet = SubnetId{2};
                         n.elasticIps = {{2}};
                     }))});
    cases.push_back({Code::nat_quota, W, "6", zonalNats(6), zonalNats(5)});
}

void addEipCases(std::vector<Case>& cases) {
    cases.push_back({Code::eip_shared, E, "twice in one gateway", nat([](NatGateway& n) {
                         n.elasticIps = {{1}, {1}};
                     }),
                     natAddresses(2)});
    cases.push_back({Code::eip_shared, E, "two gateways", secondNat([](NatGateway& n) {
                         n.mode = NatMode::Public;
                         n.elasticIps = {{1}};
                         n.onNatToggle = true;
                     }),
                     nothing});
    cases.push_back(
        {Code::eip_shared, E, "gateway and interface",
         both(
             [](Design& design) {
                 change<ElasticIp>(design, 1, [](ElasticIp& n) { n.onNatToggle = false; });
             },
             changing<Workload>(2, [](Workload& n) { n.interfaces[0].elasticIp = ElasticIpId{1}; })),
         ownAddresses(2)});
    cases.push_back(
        {Code::eip_unused, W, "nobody's", [](Design& design) { addEip(design, 2); }, ownAddresses(2)});
    cases.push_back({Code::eip_quota, W, "6", ownAddresses(6), ownAddresses(5)});
    cases.push_back({Code::eip_on_toggle, E, "gateway stays",
                     both(nat([](NatGateway& n) { n.onNatToggle = false; }), nothing),
                     both(nat([](NatGateway& n) { n.onNatToggle = false; }),
                          changing<ElasticIp>(1, [](ElasticIp& n) { n.onNatToggle = false; }))});
    cases.push_back(
        {Code::eip_on_toggle, E, "interface stays",
         both([](Design& design) { addEip(design, 2, true); },
              changing<Workload>(2, [](Workload& n) { n.interfaces[0].elasticIp = ElasticIpId{2}; })),
         ownAddresses(2)});
}

} // namespace

void addRouteCases(std::vector<Case>& cases) {
    addTableCases(cases);
    addDestinationCases(cases);
    addTargetCases(cases);
    addNatCases(cases);
    addEipCases(cases);
}

} // namespace check_cases
