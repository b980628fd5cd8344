// SPDX-License-Identifier: Apache-2.0
#include "core/advice/fixes.h"
#include "core/advice/way_out.h"
#include "core/model/check.h"
#include "core/model/edits.h"
#include "core/model/replay.h"
#include "core/model/templates.h"
#include "tests/model/check_cases.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <set>

using namespace check_cases;
using namespace sekisho::advice;

namespace {

/// The codes of which each case (or, where noted, some case) has a fix.
const std::set<Code> mended = {
    Code::settings_name_empty,
    Code::settings_name_characters,
    Code::reference_dangling,
    Code::name_without_zone,
    Code::address_missing,
    Code::address_label,
    Code::vpc_without_cidr,
    Code::zone_foreign_region,
    Code::subnet_without_cidr,
    Code::subnet_cidr_not_ipv4,
    Code::subnet_cidr_size,
    Code::subnet_outside_vpc,
    Code::subnets_overlap,
    Code::subnet_ipv6_without_vpc,
    Code::subnet_ipv6_index,
    Code::subnet_ipv6_duplicate,
    Code::subnet_ipv6_assign,
    Code::group_name_empty,
    Code::group_name_characters,
    Code::group_name_duplicate,
    Code::group_description_characters,
    Code::rule_description_characters,
    Code::rule_duplicate,
    Code::rule_ports_ignored,
    Code::rule_icmp_ignored,
    Code::rule_icmp_family,
    Code::prefix_list_max_entries,
    Code::prefix_list_full,
    Code::prefix_list_duplicate,
    Code::acl_rule_number,
    Code::acl_rule_number_duplicate,
    Code::acl_association_duplicate,
    Code::route_table_association_duplicate,
    Code::route_destination_duplicate,
    Code::route_local,
    Code::route_igw_not_attached,
    Code::route_ipv6_to_nat,
    Code::route_to_endpoint,
    Code::route_off_toggle,
    Code::nat_without_eip,
    Code::nat_regional_with_subnet,
    Code::nat_zone_duplicate,
    Code::nat_without_igw,
    Code::eip_unused,
    Code::eip_on_toggle,
    Code::private_ip_outside_subnet,
    Code::private_ip_reserved,
    Code::private_ip_duplicate,
    Code::endpoint_gateway_interfaces,
    Code::endpoint_interface_route_tables,
    Code::endpoint_without_subnets,
    Code::endpoint_without_route_tables,
    Code::endpoint_private_dns,
    Code::peering_auto_accept,
    Code::flow_log_interval,
    Code::flow_log_retention,
    Code::flow_log_group_name,
    Code::flow_log_group_duplicate,
};

} // namespace

class FixesTest : public QObject {
    Q_OBJECT

private slots:
    /// Over the whole table of the tests of check(): what a fix is offered for, it mends, and undo brings it
    /// back.
    void mendsWhatItSays_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < allCases().size(); ++i) {
            const std::string label = std::string(codeText(allCases()[i].code)) + ": " + allCases()[i].what;
            QTest::newRow(label.c_str()) << int(i);
        }
    }
    void mendsWhatItSays() {
        QFETCH(int, index);
        const Case& one = allCases()[std::size_t(index)];
        Design bad = goodDesign();
        one.bad(bad);
        if (one.addressed) address(bad);
        for (const Diagnostic& finding : check(bad)) {
            if (finding.code != one.code) continue;
            const std::vector<Fix> fixes = fixesOf(bad, finding);
            if (!fixes.empty()) m_seen.insert(one.code);
            for (const Fix& fix : fixes) {
                Design design = bad;
                const auto applied = design.apply(fix.delta);
                QVERIFY(applied.has_value());
                const Diagnostics after = check(design);
                QVERIFY2(std::find(after.begin(), after.end(), finding) == after.end(),
                         "the finding is still there");
                QVERIFY(replay(design, fix.delta.inverse()).has_value());
                QVERIFY(design == bad);
            }
        }
    }

    /// Runs last: the list above is what there is.
    void mendsThese() {
        if (m_seen.size() < 2) QSKIP("needs the whole table");
        for (const Code code : mended)
            QVERIFY2(m_seen.contains(code), std::string(codeText(code)).c_str());
        for (const Code code : m_seen)
            QVERIFY2(mended.contains(code), std::string(codeText(code)).c_str());
    }

    /// A rule that is squeezed in keeps its place among the others.
    void aNumberIsFoundBetween() {
        Design design = goodDesign();
        change<NetworkAcl>(design, 1, [](NetworkAcl& acl) {
            acl.rules.push_back(
                {{10}, Direction::Ingress, 110, AclAction::Deny, Traffic::tcp(22), ThisVpcCidr{}});
            acl.rules.push_back(
                {{11}, Direction::Ingress, 100, AclAction::Deny, Traffic::tcp(23), ThisVpcCidr{}});
        });
        const Diagnostics findings = check(design);
        QCOMPARE(findings.size(), std::size_t(1));
        const auto fixes = fixesOf(design, findings[0]);
        QCOMPARE(fixes.size(), std::size_t(1));
        QVERIFY(fixes[0].kind == FixKind::Use);
        QCOMPARE(fixes[0].value, std::string("105"));
        // No number is free between: all are numbered anew, in their order.
        change<NetworkAcl>(design, 1, [](NetworkAcl& acl) { acl.rules[2].number = 101; });
        const auto again = fixesOf(design, check(design)[0]);
        QCOMPARE(again.size(), std::size_t(1));
        QVERIFY(again[0].kind == FixKind::Renumber);
        QVERIFY(design.apply(again[0].delta).has_value());
        const NetworkAcl* acl = design.network.get(NetworkAclId{1});
        std::vector<std::pair<std::int32_t, std::uint32_t>> order;
        for (const NetworkAclRule& rule : acl->rules)
            if (rule.direction == Direction::Ingress) order.emplace_back(rule.number, rule.id.number);
        std::sort(order.begin(), order.end());
        const std::vector<std::pair<std::int32_t, std::uint32_t>> expected = {{100, 1}, {110, 11}, {120, 10}};
        QVERIFY(order == expected);
    }

    void overlappingSubnetsGetTheNextFreeBlock() {
        Design design = goodDesign();
        change<Subnet>(design, 2, [](Subnet& subnet) { subnet.cidr = cidr("10.0.1.0/25"); });
        const auto fixes = fixesOf(design, check(design).at(0));
        QCOMPARE(fixes.size(), std::size_t(1));
        QCOMPARE(fixes[0].value, std::string("10.0.0.0/25"));
    }

    /// Where there is but one VPC it goes without saying which is meant.
    void aRegionalGatewayServesTheOnlyVpc() {
        Design design = goodDesign();
        change<NatGateway>(design, 1, [](NatGateway& nat) {
            nat.mode = NatMode::Regional;
            nat.subnet.reset();
            nat.elasticIps.clear();
        });
        const Diagnostic finding =
            error(Code::nat_regional_without_vpc, {{"field", "vpc"}}, {NatGatewayId{1}});
        QVERIFY(fixesOf(design, finding).empty());
        for (const ElementId gone : std::initializer_list<ElementId>{
                 VpcId{2}, AvailabilityZoneId{3}, SubnetId{5}, RouteTableId{3}, SecurityGroupId{3}})
            design.network.nodes.remove(gone);
        address(design);
        const auto fixes = fixesOf(design, finding);
        QCOMPARE(fixes.size(), std::size_t(1));
        QVERIFY(design.apply(fixes[0].delta).has_value());
        QVERIFY(design.network.get(NatGatewayId{1})->vpc == VpcId{1});
    }

    /// The endpoints of all that is needed, with a group that lets the workload in; nothing else changes.
    void endpointsServeInsteadOfNat() {
        Design design = makeTemplate("hands-on").value();
        const Design before = design;
        const auto fixes = fixesOf(design, wayOutFindings(design).at(0));
        QCOMPARE(fixes.size(), std::size_t(1));
        QVERIFY(fixes[0].kind == FixKind::AddEndpoints);
        QVERIFY(design.apply(fixes[0].delta).has_value());
        QVERIFY(wayOutFindings(design).empty());
        QVERIFY(check(design).empty());
        QStringList endpoints;
        const auto group = SecurityGroupId{4};
        for (const VpcEndpoint& one : design.network.all<VpcEndpoint>()) {
            endpoints << QString::fromStdString(one.service);
            if (one.type == EndpointType::Gateway) continue;
            QVERIFY(one.privateDns == true);
            QVERIFY(one.subnets == (std::vector<SubnetId>{{3}, {4}}));
            QVERIFY(one.securityGroups == std::vector{group});
        }
        QCOMPARE(endpoints, (QStringList{"ecr.api", "ecr.dkr", "s3", "logs"}));
        QVERIFY(!before.network.get(group));
        const SecurityGroup* added = design.network.get(group);
        QVERIFY(added);
        std::vector<SecurityGroupRule> in;
        for (const SecurityGroupRule& rule : added->rules)
            if (rule.direction == Direction::Ingress) in.push_back(rule);
        QCOMPARE(in.size(), std::size_t(1));
        QVERIFY(in[0].traffic == Traffic::tcp(443));
        QVERIFY(in[0].peer == SecurityGroupPeer(SecurityGroupId{2}));
        QVERIFY(replay(design, fixes[0].delta.inverse()).has_value());
        QVERIFY(design == before);
    }

    /// What is there is used: the endpoint, its group, and the rule that lets the caller in.
    void endpointsThatAreThereAreUsed() {
        Design design = makeTemplate("hands-on").value();
        const auto apply = [&](const Result<Delta>& delta) {
            QVERIFY(delta.has_value());
            QVERIFY(design.apply(*delta).has_value());
        };
        apply(edits::addVpcEndpoint(design, {1}, EndpointType::Interface, "ecr.api"));
        apply(edits::addVpcEndpoint(design, {1}, EndpointType::Gateway, "s3"));
        change<VpcEndpoint>(design, 1, [](VpcEndpoint& e) {
            e.securityGroups = {{3}};
            e.privateDns.reset();
        });
        change<VpcEndpoint>(design, 2, [](VpcEndpoint& e) { e.routeTables = {{1}, {2}}; });
        const auto fixes = fixesOf(design, wayOutFindings(design).at(0));
        QCOMPARE(fixes.size(), std::size_t(1));
        apply(fixes[0].delta);
        QVERIFY(wayOutFindings(design).empty());
        QVERIFY(!design.network.get(SecurityGroupId{4}));
        QVERIFY(design.network.get(VpcEndpointId{1})->privateDns == true);
        QVERIFY(design.network.get(VpcEndpointId{2})->routeTables ==
                (std::vector<RouteTableId>{{1}, {2}, {3}}));
        int https = 0;
        for (const SecurityGroupRule& rule : design.network.get(SecurityGroupId{3})->rules)
            https += rule.traffic == Traffic::tcp(443) && rule.peer == SecurityGroupPeer(SecurityGroupId{2});
        QCOMPARE(https, 1); // for all three
    }

    /// An endpoint that only lacks its private DNS lets its caller in too.
    void anEndpointThatIsMendedLetsItsCallerIn() {
        Design design = makeTemplate("hands-on").value();
        change<Workload>(design, 2, [](Workload& w) { w.needs = {Need::CloudWatchLogs}; });
        for (const bool inAGroup : {true, false}) {
            Design one = design;
            const auto added = edits::addVpcEndpoint(one, {1}, EndpointType::Interface, "logs");
            QVERIFY(added.has_value() && one.apply(*added).has_value());
            change<VpcEndpoint>(one, 1, [&](VpcEndpoint& e) {
                e.privateDns = false;
                if (inAGroup) e.securityGroups = {{3}};
            });
            const auto fixes = fixesOf(one, wayOutFindings(one).at(0));
            QCOMPARE(fixes.size(), std::size_t(1));
            QVERIFY(one.apply(fixes[0].delta).has_value());
            const auto groups = one.network.get(VpcEndpointId{1})->securityGroups;
            QVERIFY(groups == std::vector{SecurityGroupId{inAGroup ? 3U : 4U}});
            const auto& rules = one.network.get(groups[0])->rules;
            QVERIFY(std::any_of(rules.begin(), rules.end(), [](const SecurityGroupRule& rule) {
                return rule.direction == Direction::Ingress && rule.traffic == Traffic::tcp(443) &&
                       rule.peer == SecurityGroupPeer(SecurityGroupId{2});
            }));
        }
    }

    /// What no endpoint serves, or a group would not let out, is left to NAT; and where that is on, to
    /// people.
    void natServesWhatEndpointsDoNot() {
        const auto foreign = [](Design& d) {
            change<Workload>(d, 2, [](Workload& w) { w.needs.push_back(Need::ExternalApiIpv4); });
        };
        const auto closed = [](Design& d) {
            change<SecurityGroup>(d, 2, [](SecurityGroup& g) {
                std::erase_if(g.rules, [](const auto& rule) { return rule.direction == Direction::Egress; });
            });
        };
        for (const std::function<void(Design&)>& how :
             {std::function<void(Design&)>(foreign), std::function<void(Design&)>(closed)}) {
            Design design = makeTemplate("hands-on").value();
            how(design);
            const auto fixes = fixesOf(design, wayOutFindings(design).at(0));
            QCOMPARE(fixes.size(), std::size_t(1));
            QVERIFY(fixes[0].kind == FixKind::SwitchNatOn);
            QVERIFY(design.apply(fixes[0].delta).has_value());
            QVERIFY(wayOutFindings(design).empty());
            for (const std::uint32_t table : {2U, 3U})
                change<RouteTable>(design, table, [](RouteTable& t) { t.routes.clear(); });
            QVERIFY(fixesOf(design, wayOutFindings(design).at(0)).empty());
        }
    }

private:
    std::set<Code> m_seen;
};

QTEST_APPLESS_MAIN(FixesTest)
#include "test_fixes.moc"
