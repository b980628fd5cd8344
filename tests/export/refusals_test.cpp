// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include "core/model/edits.h"

#include <functional>

using namespace sekisho;
using namespace sekisho::test;

namespace {

struct Case {
    const char* name;
    std::function<void(Design&)> spoil;
    const char* errors; ///< codes and subjects, a line each
    terraform::ExportOptions options = {};
};

template<class N, class Change>
void change(Design& design, decltype(N::id) id, Change change) {
    N node = *design.network.get(id);
    change(node);
    replace(design, node);
}

/// Groups counted under one label, as an import may bring them.
void shareLabel(Design& design, const std::vector<SecurityGroupId>& groups) {
    ResourceSet set{AddressForm::Count, {}};
    for (const SecurityGroupId id : groups) {
        set.members.push_back({{}, id});
        design.addresses.sets.remove({"aws_security_group", design.network.get(id)->name});
    }
    design.addresses.sets.set({"aws_security_group", "shared"}, set);
}

std::vector<Case> cases() {
    using terraform::ExportMode;
    const terraform::ExportOptions addOn{.mode = ExportMode::AddOn};
    return {
        {"foreign text",
         [](Design& d) {
             d.network.foreign.set(SubnetId{1}, ForeignText{{{"cidr_block", "local.x"}}, {}});
         },
         "export-foreign-text subnet-1\n"},
        {"no address",
         [](Design& d) {
             d.addresses.sets.remove({"aws_security_group", "rds"});
         },
         "export-address-missing sg-3\n"},
        {"label that is code",
         [](Design& d) {
             const ResourceSet set = *d.addresses.sets.find({"aws_security_group", "rds"});
             d.addresses.sets.remove({"aws_security_group", "rds"});
             d.addresses.sets.set({"aws_security_group", "x\" {}\nresource \"y"}, set);
         },
         "export-address-illegal sg-3\n"},
        {"two addresses",
         [](Design& d) {
             d.addresses.sets.set({"aws_vpc", "other"}, ResourceSet{AddressForm::Single, {{{}, VpcId{1}}}});
         },
         "export-address-twice vpc-1\n"},
        {"two things at one address",
         [](Design& d) {
             d.addresses.sets.set({"aws_vpc_security_group_ingress_rule", "alb_1"},
                                  ResourceSet{AddressForm::Single, {{{}, SecurityGroupRuleId{2}}}});
         },
         "export-address-clash sg-rule-2 sg-rule-1\n",
         {.rules = RuleStyle::Separate}},
        {"groups of different rules under one label",
         [](Design& d) {
             shareLabel(d, {SecurityGroupId{1}, SecurityGroupId{3}});
             change<SecurityGroup>(d, {2}, [](SecurityGroup& n) { n.rules.clear(); });
         },
         "export-set-mixed sg-1 sg-3\n"},
        {"subnet without a block",
         [](Design& d) { change<Subnet>(d, {3}, [](Subnet& n) { n.cidr.reset(); }); },
         "export-value-missing subnet-3\n"},
        {"VPC without a block", [](Design& d) { change<Vpc>(d, {1}, [](Vpc& n) { n.cidrs.clear(); }); },
         "export-value-missing vpc-1\n"},
        {"VPC with its own IPv6 block",
         [](Design& d) { change<Vpc>(d, {1}, [](Vpc& n) { n.ipv6 = *Cidr::parse("2001:db8::/56"); }); },
         "export-own-ipv6 vpc-1\n"},
        {"IPv6 subnet in an IPv4 VPC",
         [](Design& d) { change<Subnet>(d, {1}, [](Subnet& n) { n.ipv6 = Ipv6Index{1}; }); },
         "export-value-missing vpc-1\n"},
        {"NAT without address",
         [](Design& d) { change<NatGateway>(d, {1}, [](NatGateway& n) { n.elasticIps.clear(); }); },
         "export-value-missing nat-1\n"},
        {"NAT without subnet",
         [](Design& d) { change<NatGateway>(d, {2}, [](NatGateway& n) { n.subnet.reset(); }); },
         "export-value-missing nat-2\n"},
        {"private NAT with address",
         [](Design& d) { change<NatGateway>(d, {1}, [](NatGateway& n) { n.mode = NatMode::Private; }); },
         "export-nat-addresses nat-1\n"},
        {"fixed route to a switched NAT",
         [](Design& d) {
             for (const std::uint32_t table : {2u, 3u})
                 change<RouteTable>(d, {table}, [](RouteTable& n) {
                     for (Route& r : n.routes)
                         r.onNatToggle = false;
                 });
         },
         "toggle-mismatch route-2 nat-1\ntoggle-mismatch route-3 nat-2\n"},
        {"group that is gone",
         [](Design& d) {
             d.network.nodes.remove(SecurityGroupId{1});
             d.addresses.sets.remove({"aws_security_group", "alb"});
         },
         "export-dangling sg-2\n"},
        {"group without a name",
         [](Design& d) { change<SecurityGroup>(d, {1}, [](SecurityGroup& n) { n.awsName = {}; }); },
         "export-value-missing sg-1\n"},
        {"zone letter without a zone",
         [](Design& d) {
             change<SecurityGroup>(d, {1},
                                   [](SecurityGroup& n) { n.awsName = *NameTemplate::parse("{az_letter}"); });
         },
         "export-zone-unknown sg-1\n"},
        {"the same rule twice",
         [](Design& d) {
             change<SecurityGroup>(d, {1}, [](SecurityGroup& n) {
                 n.rules.push_back(n.rules.front());
                 n.rules.back().id = {99};
                 n.rules.back().description = "again";
             });
         },
         "export-rule-twice sg-rule-99 sg-rule-1 sg-1\n"},
        {"all ICMP types but one code",
         [](Design& d) {
             change<SecurityGroup>(d, {1}, [](SecurityGroup& n) {
                 n.rules.front().traffic = {Protocol::icmp(), {}, IcmpType{-1, 3}};
             });
         },
         "export-rule-traffic sg-rule-1 sg-1\n"},
        {"ACL number too high",
         [](Design& d) { change<NetworkAcl>(d, {1}, [](NetworkAcl& n) { n.rules.front().number = 32767; }); },
         "export-acl-number-range nacl-rule-1 nacl-1\n"},
        {"ACL number twice",
         [](Design& d) { change<NetworkAcl>(d, {1}, [](NetworkAcl& n) { n.rules[1].number = 100; }); },
         "export-acl-number-twice nacl-rule-2 nacl-rule-1 nacl-1\n"},
        {"two active ACLs",
         [](Design& d) {
             change<NetworkAcl>(d, {2}, [](NetworkAcl& n) { n.associations.front().subnet = SubnetId{1}; });
         },
         "export-two-acls subnet-1 nacl-1 nacl-2\n",
         {.associateNacls = true}},
        {"gap in a counted set",
         [](Design& d) {
             change<NetworkAcl>(d, {1}, [](NetworkAcl& n) { n.associations[1].active = true; });
         },
         "export-set-gap nacl-association-2\n"},
        {"two route tables",
         [](Design& d) {
             change<RouteTable>(d, {3}, [](RouteTable& n) { n.associations.front().subnet = SubnetId{3}; });
         },
         "export-two-route-tables subnet-3 route-table-2 route-table-3\n"},
        {"two main tables",
         [](Design& d) {
             for (const std::uint32_t table : {2u, 3u}) {
                 change<RouteTable>(d, {table}, [](RouteTable& n) { n.main = true; });
                 d.addresses.sets.set({"aws_main_route_table_association", "m" + std::to_string(table)},
                                      ResourceSet{AddressForm::Single, {{{}, RouteTableId{table}}}});
             }
         },
         "export-two-main-tables vpc-1 route-table-2 route-table-3\n"},
        {"route to an endpoint",
         [](Design& d) {
             apply(d, edits::addVpcEndpoint(d, VpcId{1}, EndpointType::Interface, "sqs"));
             apply(d, edits::addRoute(d, RouteTableId{1},
                                      {{}, *Cidr::parse("192.0.2.0/24"), VpcEndpointId{1}, false}));
         },
         "export-route-to-endpoint route-4 endpoint-1\n"},
        {"prefix list over its size",
         [](Design& d) {
             PrefixList list;
             list.awsName = NameTemplate::literal("l");
             list.entries = {{*Cidr::parse("192.0.2.0/24"), {}}, {*Cidr::parse("2001:db8::/32"), {}}};
             add(d, list);
         },
         "export-prefix-list-size prefix-list-1\nexport-prefix-list-family prefix-list-1\n"},
        {"add-on: empty", [](Design& d) { d = Design{}; },
         "export-addon-lacks\nexport-addon-lacks\nexport-addon-lacks\nexport-addon-lacks\nexport-addon-"
         "lacks\n",
         addOn},
        {"add-on: second VPC",
         [](Design& d) { apply(d, edits::addVpc(d, "office", *Cidr::parse("172.16.0.0/16"))); },
         "export-addon-extra vpc-2\n", addOn},
        {"add-on: keyed zones", [](Design& d) { d = keyedZones(); },
         "export-addon-differs subnet-1\nexport-addon-differs subnet-3\nexport-addon-differs route-table-2\n",
         addOn},
        {"add-on: another label",
         [](Design& d) {
             apply(d, edits::relabel(d, {"aws_vpc", "main"}, "app"));
         },
         "export-addon-lacks\nexport-addon-extra vpc-1\n", addOn},
        {"add-on: IPv6", [](Design& d) { change<Vpc>(d, {1}, [](Vpc& n) { n.ipv6 = AmazonIpv6{}; }); },
         "export-addon-ipv6 vpc-1\n", addOn},
        {"add-on: endpoint on the public table",
         [](Design& d) { apply(d, edits::addVpcEndpoint(d, VpcId{1}, EndpointType::Gateway, "s3")); },
         "export-addon-reference endpoint-1 route-table-1\n", addOn},
        {"add-on: route of the base",
         [](Design& d) {
             apply(d, edits::addRoute(d, RouteTableId{2},
                                      {{},
                                       *Cidr::parse("192.0.2.0/24"),
                                       OpaqueTarget{OpaqueTarget::Argument::TransitGateway, "tgw-1"},
                                       false}));
         },
         "export-addon-extra route-4\n", addOn},
        {"add-on: subnet on another table",
         [](Design& d) {
             change<RouteTable>(d, {2}, [](RouteTable& n) { n.associations.front().subnet = SubnetId{4}; });
             change<RouteTable>(d, {3}, [](RouteTable& n) { n.associations.front().subnet = SubnetId{3}; });
         },
         "export-addon-differs route-table-2\nexport-addon-table subnet-3\nexport-addon-table subnet-4\n",
         addOn},
    };
}

} // namespace

/// What cannot be said in Terraform is an error that names it, and no file comes out.
class RefusalsTest : public QObject {
    Q_OBJECT

private slots:
    void refused_data();
    void refused();
    void groupsUnderOneLabel();
    void theBaseItselfIsFine();
    void addOnWithEndpointsAndFlowLogs();
    void namesAreData();
};

void RefusalsTest::refused_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::newRow(cases()[i].name) << static_cast<int>(i);
}

void RefusalsTest::refused() {
    QFETCH(int, index);
    const Case c = cases()[static_cast<std::size_t>(index)];
    Design design = handsOn();
    c.spoil(design);
    const auto result = terraform::exportTerraform(design, c.options);
    QCOMPARE(QString::fromStdString(codesOf(result, Severity::Error)), QString(c.errors));
    QVERIFY(result.files.empty());
}

/// One of them refers to the other: inline, the block would refer to itself.
void RefusalsTest::groupsUnderOneLabel() {
    Design design = handsOn();
    shareLabel(design, {{1}, {2}});
    const auto result = terraform::exportTerraform(design, {});
    QCOMPARE(codesOf(result, Severity::Error), std::string());
    const std::string block = blockOf(result, R"(resource "aws_security_group" "shared")");
    QVERIFY(block.find("count = 2\n") != std::string::npos);
    QCOMPARE(block.find("ingress"), std::string::npos);
    QVERIFY(blockOf(result, R"(resource "aws_vpc_security_group_ingress_rule" "shared_4")")
                .find("referenced_security_group_id = aws_security_group.shared[0].id\n") !=
            std::string::npos);
    QVERIFY(
        blockOf(result, R"(resource "aws_security_group" "rds")").find("aws_security_group.shared[1].id") !=
        std::string::npos);
}

void RefusalsTest::theBaseItselfIsFine() {
    for (const auto mode : {terraform::ExportMode::Stack, terraform::ExportMode::AddOn})
        QCOMPARE(codesOf(terraform::exportTerraform(handsOn(), {.mode = mode}), Severity::Error),
                 std::string());
    // Nothing drawn is a stack all the same.
    const auto empty = terraform::exportTerraform(Design{}, {});
    QCOMPARE(codesOf(empty, Severity::Error), std::string());
    QCOMPARE(empty.files.size(), std::size_t(3));
}

/// They refer to what the base has.
void RefusalsTest::addOnWithEndpointsAndFlowLogs() {
    Design design = handsOn();
    VpcEndpoint endpoint;
    endpoint.vpc = {1};
    endpoint.name = "s3";
    endpoint.service = "s3";
    endpoint.type = EndpointType::Gateway;
    endpoint.routeTables = {{2}, {3}};
    add(design, endpoint);
    apply(design, edits::addFlowLog(design, VpcId{1}, "all"));
    const auto result = terraform::exportTerraform(design, {.mode = terraform::ExportMode::AddOn});
    QCOMPARE(codesOf(result, Severity::Error), std::string());
    // The Region's variable is not among those an add-on may use.
    QVERIFY(bytesOf(result, "endpoints.tf").find(R"("com.amazonaws.ap-northeast-1.s3")") !=
            std::string::npos);
    QVERIFY(bytesOf(result, "endpoints.tf").find("= aws_route_table.private[*].id\n") != std::string::npos);
    QVERIFY(!bytesOf(result, "flow_logs.tf").empty());
}

/// Whatever people write stays between quotes or behind a "#".
void RefusalsTest::namesAreData() {
    const std::string hostile = "\"}\n${var.x} %{if true} \\ */ \r\n resource \"a\" \"b\" {}\n日本語\xFF";
    Design design = handsOn();
    const auto clean = terraform::exportTerraform(design, {.docker = true, .designName = "x"});
    change<SecurityGroup>(design, {1}, [&](SecurityGroup& n) {
        n.name = hostile;
        n.description = hostile;
        n.awsName = NameTemplate::literal(hostile);
        n.rules.front().description = hostile;
        n.tags = {{hostile, hostile}};
    });
    design.settings.projectName = hostile;
    design.settings.defaultTags = {{hostile, hostile}};
    const auto result = terraform::exportTerraform(design, {.docker = true, .designName = hostile});
    QCOMPARE(codesOf(result, Severity::Error), std::string());
    QCOMPARE(result.files.size(), clean.files.size());
    const std::string text = wholeText(result);
    QCOMPARE(text.find("\n resource"), std::string::npos);
    QCOMPARE(text.find("\n}\n${"), std::string::npos);
    for (std::size_t at = 0; (at = text.find("${var.x}", at)) != std::string::npos; ++at)
        QVERIFY(text[at - 1] == '$' || text.rfind('#', at) > text.rfind('\n', at));
    // As many blocks as before, in every file.
    for (std::size_t i = 0; i < clean.files.size(); ++i)
        if (clean.files[i].path != "versions.tf" && clean.files[i].path.ends_with(".tf"))
            QCOMPARE(normalizedBlocks(result.files[i].bytes).size(),
                     normalizedBlocks(clean.files[i].bytes).size());
}

QTEST_APPLESS_MAIN(RefusalsTest)
#include "refusals_test.moc"
