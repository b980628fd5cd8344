// SPDX-License-Identifier: Apache-2.0
#include "tests/model/check_cases.h"

namespace check_cases {

namespace {

constexpr auto E = Severity::Error;
constexpr auto W = Severity::Warning;

Edit vpcCidr(const char* block) {
    return changing<Vpc>(2, [=](Vpc& vpc) { vpc.cidrs.push_back({{9}, cidr(block)}); });
}

Edit subnetCidr(const char* block) {
    return changing<Subnet>(3, [=](Subnet& subnet) { subnet.cidr = cidr(block); });
}

Edit vpcIpv6(VpcIpv6 ipv6) {
    return changing<Vpc>(1, [=](Vpc& vpc) { vpc.ipv6 = ipv6; });
}

/// The IPv6 of vpc-1, and of subnet-3 in it.
Edit subnetIpv6(VpcIpv6 ofVpc, SubnetIpv6 ofSubnet) {
    return [=](Design& design) {
        change<Vpc>(design, 1, [&](Vpc& vpc) { vpc.ipv6 = ofVpc; });
        change<Subnet>(design, 3, [&](Subnet& subnet) { subnet.ipv6 = ofSubnet; });
    };
}

Edit zoneName(const char* text) {
    return changing<AvailabilityZone>(3, [=](AvailabilityZone& zone) { zone.zone = text; });
}

Edit blocks(int count) {
    return changing<Vpc>(2, [=](Vpc& vpc) {
        for (int i = int(vpc.cidrs.size()); i < count; ++i)
            vpc.cidrs.push_back(
                {{std::uint32_t(100 + i)}, cidr("10.64.0.0/10").subnet(24, std::uint64_t(i)).value()});
    });
}

Edit vpcs(std::uint32_t count) {
    return [=](Design& design) {
        for (std::uint32_t i = 3; i <= count; ++i) {
            Vpc vpc;
            vpc.id = {i};
            vpc.cidrs = {{{i}, cidr("10.0.0.0/8").subnet(16, i).value()}};
            put(design, vpc);
        }
    };
}

Edit subnets(std::uint32_t count) {
    return [=](Design& design) {
        for (std::uint32_t i = 2; i <= count; ++i) {
            Subnet subnet;
            subnet.id = {100 + i};
            subnet.az = {3};
            subnet.cidr = cidr("10.1.128.0/17").subnet(28, i).value();
            put(design, subnet);
        }
    };
}

/// The address of ecs in subnet-3, 10.0.11.0/24.
Edit privateIp(const char* address) {
    return changing<Workload>(2, [=](Workload& n) { n.interfaces[0].privateIp = ip(address); });
}

Edit privateIps(const char* ofNat, const char* ofWorkload) {
    return [=](Design& design) {
        change<NatGateway>(design, 1, [&](NatGateway& nat) { nat.privateIp = ip(ofNat); });
        change<Workload>(design, 1, [&](Workload& alb) { alb.interfaces[0].privateIp = ip(ofWorkload); });
    };
}

void addVpcCases(std::vector<Case>& cases) {
    cases.push_back({Code::vpc_without_cidr, E, "no block",
                     changing<Vpc>(2, [](Vpc& vpc) { vpc.cidrs.clear(); }), nothing});
    cases.push_back(
        {Code::vpc_cidr_not_ipv4, E, "IPv6 block", vpcCidr("2001:db8::/56"), vpcCidr("10.2.0.0/16")});
    cases.push_back({Code::vpc_cidr_size, E, "too large", vpcCidr("10.2.0.0/15"), vpcCidr("10.2.0.0/16")});
    cases.push_back({Code::vpc_cidr_size, E, "too small", vpcCidr("10.2.0.0/29"), vpcCidr("10.2.0.0/28")});
    cases.push_back({Code::vpc_cidrs_overlap, E, "inside", vpcCidr("10.1.128.0/24"), vpcCidr("10.2.0.0/24")});
    cases.push_back({Code::vpc_cidrs_overlap, E, "the same", vpcCidr("10.1.0.0/16"), nothing});
    cases.push_back({Code::vpc_cidr_quota, W, "6", blocks(6), blocks(5)});
    cases.push_back({Code::vpc_cidr_quota, E, "51", blocks(51), blocks(5)});
    cases.push_back(
        {Code::vpc_ipv6_size, E, "/64", vpcIpv6(cidr("2001:db8::/64")), vpcIpv6(cidr("2001:db8::/60"))});
    cases.push_back(
        {Code::vpc_ipv6_size, E, "/43", vpcIpv6(cidr("2001:db8::/43")), vpcIpv6(cidr("2001:db8::/44"))});
    cases.push_back(
        {Code::vpc_ipv6_size, E, "/55", vpcIpv6(cidr("2001:db8::/55")), vpcIpv6(cidr("2001:db8::/56"))});
    cases.push_back({Code::vpc_ipv6_size, E, "IPv4", vpcIpv6(cidr("10.9.0.0/16")), vpcIpv6(AmazonIpv6{})});
    cases.push_back({Code::vpc_quota, W, "6", vpcs(6), vpcs(5)});
}

void addZoneCases(std::vector<Case>& cases) {
    cases.push_back({Code::zone_name_syntax, E, "empty", zoneName(""), nothing});
    cases.push_back(
        {Code::zone_name_syntax, E, "no letter", zoneName("ap-northeast-1"), zoneName("ap-northeast-1d")});
    cases.push_back(
        {Code::zone_name_syntax, E, "capital", zoneName("ap-northeast-1A"), zoneName("ap-northeast-1f")});
    cases.push_back({Code::zone_name_syntax, E, "dash at the end", zoneName("ap-northeast-1-tpe-"),
                     zoneName("ap-northeast-1-tpe-1a")});
    cases.push_back({Code::zone_foreign_region, E, "another Region", zoneName("us-east-1a"), nothing});
    cases.push_back({Code::zone_foreign_region, E, "longer number", zoneName("ap-northeast-11a"),
                     zoneName("ap-northeast-1-wl1-nrt-wlz-1")});
    cases.push_back(
        {Code::zone_duplicate,
         E,
         "twice in vpc-1",
         changing<AvailabilityZone>(2, [](AvailabilityZone& zone) { zone.zone = "ap-northeast-1a"; }),
         changing<AvailabilityZone>(3, [](AvailabilityZone& zone) { zone.zone = "ap-northeast-1c"; }),
         // the endpoint's and the ALB's subnets are still in two zones of the drawing
         {}});
}

void addSubnetCases(std::vector<Case>& cases) {
    const auto ownBlock = cidr("2001:db8::/56");
    cases.push_back({Code::subnet_without_cidr, E, "neither",
                     changing<Subnet>(3, [](Subnet& subnet) { subnet.cidr.reset(); }),
                     changing<Subnet>(3, [](Subnet& subnet) {
                         subnet.cidr.reset();
                         subnet.ipv6 = Ipv6Index{7};
                     })});
    cases.push_back({Code::subnet_cidr_not_ipv4, E, "IPv6", subnetCidr("2001:db8::/64"), nothing});
    cases.push_back(
        {Code::subnet_cidr_size, E, "/29", subnetCidr("10.0.11.0/29"), subnetCidr("10.0.11.0/28")});
    cases.push_back(
        {Code::subnet_outside_vpc, E, "outside", subnetCidr("10.1.11.0/24"), subnetCidr("10.0.255.0/24")});
    cases.push_back({Code::subnet_outside_vpc, E, "larger than the VPC's block",
                     [](Design& design) {
                         change<Vpc>(design, 2, [](Vpc& vpc) { vpc.cidrs[0].cidr = cidr("10.1.0.0/20"); });
                         change<Subnet>(design, 5, [](Subnet& subnet) { subnet.cidr = cidr("10.1.0.0/16"); });
                     },
                     changing<Subnet>(5, [](Subnet& subnet) { subnet.cidr = cidr("10.1.0.0/16"); })});
    cases.push_back(
        {Code::subnets_overlap, E, "inside", subnetCidr("10.0.12.128/25"), subnetCidr("10.0.13.128/25")});
    cases.push_back(
        {Code::subnets_overlap, E, "around", subnetCidr("10.0.8.0/21"), subnetCidr("10.0.24.0/21")});
    cases.push_back(
        {Code::subnets_overlap, E, "literal IPv6 on an index",
         [=](Design& design) {
             subnetIpv6(ownBlock, Ipv6Index{3})(design);
             change<Subnet>(design, 4, [](Subnet& subnet) { subnet.ipv6 = cidr("2001:db8:0:3::/64"); });
         },
         [=](Design& design) {
             subnetIpv6(ownBlock, Ipv6Index{3})(design);
             change<Subnet>(design, 4, [](Subnet& subnet) { subnet.ipv6 = cidr("2001:db8:0:4::/64"); });
         }});
    cases.push_back({Code::subnet_ipv6_without_vpc, E, "index", subnetIpv6({}, Ipv6Index{0}),
                     subnetIpv6(AmazonIpv6{}, Ipv6Index{0})});
    cases.push_back({Code::subnet_ipv6_size, E, "/65", subnetIpv6(ownBlock, cidr("2001:db8::/65")),
                     subnetIpv6(ownBlock, cidr("2001:db8::/64"))});
    cases.push_back({Code::subnet_ipv6_size, E, "/62", subnetIpv6(ownBlock, cidr("2001:db8::/62")),
                     subnetIpv6(ownBlock, cidr("2001:db8::/60"))});
    cases.push_back({Code::subnet_ipv6_outside_vpc, E, "outside", subnetIpv6(ownBlock, cidr("2001:db9::/64")),
                     subnetIpv6(ownBlock, cidr("2001:db8:0:ff::/64"))});
    cases.push_back({Code::subnet_ipv6_index, E, "16 of a /60",
                     subnetIpv6(cidr("2001:db8::/60"), Ipv6Index{16}),
                     subnetIpv6(cidr("2001:db8::/60"), Ipv6Index{15})});
    cases.push_back({Code::subnet_ipv6_duplicate, E, "twice",
                     [](Design& design) {
                         for (const std::uint32_t i : {3U, 4U})
                             change<Subnet>(design, i, [](Subnet& subnet) { subnet.ipv6 = Ipv6Index{3}; });
                     },
                     [](Design& design) {
                         for (const std::uint32_t i : {3U, 4U})
                             change<Subnet>(design, i,
                                            [=](Subnet& n) { n.ipv6 = Ipv6Index{std::uint8_t(i)}; });
                     }});
    cases.push_back({Code::subnet_ipv6_assign, E, "without IPv6",
                     changing<Subnet>(3, [](Subnet& subnet) { subnet.assignIpv6OnCreation = true; }),
                     changing<Subnet>(3, [](Subnet& subnet) {
                         subnet.assignIpv6OnCreation = true;
                         subnet.ipv6 = Ipv6Index{1};
                     })});
    cases.push_back({Code::subnet_quota, W, "201", subnets(201), subnets(200)});
}

} // namespace

void addNetworkCases(std::vector<Case>& cases) {
    addVpcCases(cases);
    addZoneCases(cases);
    addSubnetCases(cases);
    cases.push_back({Code::internet_gateway_duplicate, E, "second one",
                     [](Design& design) {
                         InternetGateway gateway;
                         gateway.id = {2};
                         gateway.vpc = VpcId{1};
                         put(design, gateway);
                     },
                     [](Design& design) {
                         InternetGateway gateway;
                         gateway.id = {2};
                         gateway.vpc = VpcId{2};
                         put(design, gateway);
                     }});
    cases.push_back(
        {Code::private_ip_outside_subnet, E, "outside", privateIp("10.0.12.10"), privateIp("10.0.11.10")});
    cases.push_back(
        {Code::private_ip_outside_subnet, E, "IPv6 without a block", privateIp("2001:db8::10"), nothing});
    for (const char* reserved : {"10.0.11.0", "10.0.11.3", "10.0.11.255"})
        cases.push_back(
            {Code::private_ip_reserved, E, reserved, privateIp(reserved), privateIp("10.0.11.4")});
    cases.push_back({Code::private_ip_duplicate, E, "NAT and workload", privateIps("10.0.1.10", "10.0.1.10"),
                     privateIps("10.0.1.10", "10.0.1.254")});
}

} // namespace check_cases
