// SPDX-License-Identifier: Apache-2.0
#include "core/advice/fixes.h"
#include "core/model/check.h"
#include "core/model/replay.h"
#include "tests/model/check_cases.h"

#include <QTest>

#include <algorithm>
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

private:
    std::set<Code> m_seen;
};

QTEST_APPLESS_MAIN(FixesTest)
#include "test_fixes.moc"
