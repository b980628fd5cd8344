// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include "core/model/edits.h"

#include <set>

using namespace sekisho;
using namespace sekisho::test;

namespace {

struct Row {
    Kind kind;
    const char* head;
    const char* part; ///< normalized: in the block
};

const std::vector<Row>& rows() {
    static const std::vector<Row> table = {
        {Kind::Vpc, R"(resource "aws_vpc" "main")",
         "cidr_block = var.vpc_cidr assign_generated_ipv6_cidr_block = true"},
        {Kind::Vpc, R"(resource "aws_vpc" "office")", R"(cidr_block = "172.16.0.0/16")"},
        {Kind::VpcCidr, R"(resource "aws_vpc_ipv4_cidr_block_association" "main_secondary")",
         R"(vpc_id = aws_vpc.main.id cidr_block = "10.1.0.0/16")"},
        {Kind::AvailabilityZone, R"(resource "aws_subnet" "office_office")",
         R"(cidr_block = var.office_office_subnet_cidrs[count.index] availability_zone = "ap-northeast-1d" tags = { Name = "office-d" })"},
        {Kind::Subnet, R"(resource "aws_subnet" "public")",
         "ipv6_cidr_block = [cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 7), null][count.index]"},
        {Kind::Subnet, R"(resource "aws_subnet" "public")",
         "assign_ipv6_address_on_creation = [true, null][count.index]"},
        {Kind::Subnet, R"(resource "aws_subnet" "v6_only")",
         "ipv6_cidr_block = cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 9) ipv6_native = true "
         "availability_zone = var.availability_zones[count.index]"},
        {Kind::Subnet, R"(resource "aws_subnet" "later")",
         "depends_on = [aws_vpc_ipv4_cidr_block_association.main_secondary]"},
        {Kind::InternetGateway, R"(resource "aws_internet_gateway" "main")", "vpc_id = aws_vpc.main.id"},
        {Kind::EgressOnlyInternetGateway, R"(resource "aws_egress_only_internet_gateway" "main")",
         "vpc_id = aws_vpc.main.id"},
        {Kind::RouteTable, R"(resource "aws_main_route_table_association" "office_office")",
         "vpc_id = aws_vpc.office.id route_table_id = aws_route_table.office_office.id"},
        {Kind::RouteTableAssociation, R"(resource "aws_route_table_association" "private")",
         "subnet_id = aws_subnet.private[count.index].id route_table_id = "
         "aws_route_table.private[count.index].id"},
        {Kind::Route, R"(resource "aws_route" "office_office_external")",
         "destination_prefix_list_id = aws_ec2_managed_prefix_list.partners.id transit_gateway_id = "
         "\"tgw-0123456789abcdef0\""},
        {Kind::Route, R"(resource "aws_route" "office_office_peering")",
         R"(destination_cidr_block = "10.0.0.0/16" vpc_peering_connection_id = aws_vpc_peering_connection.to_office.id)"},
        {Kind::Route, R"(resource "aws_route" "v6_egress_only")",
         R"(destination_ipv6_cidr_block = "::/0" egress_only_gateway_id = aws_egress_only_internet_gateway.main.id)"},
        {Kind::ElasticIp, R"(resource "aws_eip" "spare")", R"({ domain = "vpc")"},
        {Kind::NatGateway, R"(resource "aws_nat_gateway" "regional")",
         R"(count = var.enable_nat_gateway ? 1 : 0 availability_mode = "regional" vpc_id = aws_vpc.main.id availability_zone_address { allocation_ids = [aws_eip.zone_a.id] availability_zone = var.availability_zones[0] })"},
        {Kind::NatGateway, R"(resource "aws_nat_gateway" "regional")",
         "depends_on = [aws_internet_gateway.main]"},
        {Kind::SecurityGroup, R"(resource "aws_security_group" "web")",
         R"(name = "${var.project_name}-web" vpc_id = aws_vpc.main.id)"},
        {Kind::SecurityGroup, R"(resource "aws_default_security_group" "default")",
         "{ vpc_id = aws_vpc.main.id ingress = [] egress = [] }"},
        {Kind::SecurityGroupRule, R"(resource "aws_security_group" "web")",
         R"(ingress { from_port = 8080 to_port = 8090 protocol = "tcp" self = true } ingress { description = "ping" from_port = 8 to_port = 0 protocol = "icmp" cidr_blocks = [var.vpc_cidr] } ingress { from_port = 53 to_port = 53 protocol = "udp" prefix_list_ids = [aws_ec2_managed_prefix_list.partners.id] } ingress { from_port = 0 to_port = 0 protocol = "50" cidr_blocks = ["192.0.2.0/24"] } egress { from_port = -1 to_port = -1 protocol = "icmpv6" ipv6_cidr_blocks = ["2001:db8::/32"] } egress { from_port = 443 to_port = 443 protocol = "tcp" prefix_list_ids = [data.aws_ec2_managed_prefix_list.s3.id] })"},
        {Kind::NetworkAcl, R"(resource "aws_network_acl" "icmp")",
         R"(ingress { rule_no = 100 protocol = "icmp" action = "allow" cidr_block = "0.0.0.0/0" from_port = 0 to_port = 0 icmp_type = 3 icmp_code = 4 } ingress { rule_no = 110 protocol = "icmp" action = "deny" cidr_block = "10.9.0.0/16" from_port = 0 to_port = 0 icmp_type = -1 icmp_code = -1 } ingress { rule_no = 120 protocol = "58" action = "allow" ipv6_cidr_block = "::/0" from_port = 0 to_port = 0 icmp_type = 128 icmp_code = 0 } ingress { rule_no = 130 protocol = "50" action = "allow" cidr_block = var.vpc_cidr from_port = 0 to_port = 0 })"},
        {Kind::NetworkAclRule, R"(resource "aws_network_acl" "public")",
         R"(rule_no = 120 protocol = "tcp" action = "allow" cidr_block = "0.0.0.0/0" from_port = 1024 to_port = 65535)"},
        {Kind::NetworkAcl, R"(resource "aws_default_network_acl" "office_default")",
         "default_network_acl_id = aws_vpc.office.default_network_acl_id subnet_ids = "
         "[aws_subnet.office_office[0].id]"},
        {Kind::PrefixList, R"(resource "aws_ec2_managed_prefix_list" "partners")",
         R"(name = "${var.project_name}-partners" address_family = "IPv4" max_entries = 3 entry { cidr = "198.51.100.0/24" description = "A & Co" } entry { cidr = "203.0.113.7/32" })"},
        {Kind::PrefixList, R"(data "aws_ec2_managed_prefix_list" "s3")",
         R"(name = "com.amazonaws.${var.aws_region}.s3")"},
        {Kind::VpcEndpoint, R"(resource "aws_vpc_endpoint" "s3")",
         R"(service_name = "com.amazonaws.${var.aws_region}.s3" vpc_endpoint_type = "Gateway" route_table_ids = concat([aws_route_table.public.id], aws_route_table.private[*].id, [aws_route_table.v6.id]))"},
        {Kind::VpcEndpoint, R"(resource "aws_vpc_endpoint" "ecr_api")",
         R"(vpc_endpoint_type = "Interface" subnet_ids = aws_subnet.private[*].id security_group_ids = [aws_security_group.ecs.id] private_dns_enabled = true)"},
        {Kind::Peering, R"(resource "aws_vpc_peering_connection" "to_office")",
         "vpc_id = aws_vpc.main.id peer_vpc_id = aws_vpc.office.id auto_accept = true"},
        {Kind::Peering, R"(resource "aws_vpc_peering_connection" "abroad")",
         R"(peer_vpc_id = "vpc-0123456789abcdef0" peer_owner_id = "123456789012" peer_region = "us-west-2" tags)"},
        {Kind::FlowLog, R"(resource "aws_flow_log" "all")", R"(vpc_id = aws_vpc.main.id traffic_type = "ALL" log_destination_type = "cloud-watch-logs" log_destination = aws_cloudwatch_log_group.all.arn iam_role_arn = aws_iam_role.all.arn max_aggregation_interval = 60)"},
        {Kind::FlowLog, R"(resource "aws_cloudwatch_log_group" "all")",
         R"(name = "/vpc/${var.project_name}" retention_in_days = 30)"},
        {Kind::FlowLog, R"(resource "aws_iam_role" "all")", R"(Service = "vpc-flow-logs.amazonaws.com")"},
        {Kind::FlowLog, R"(resource "aws_iam_role_policy" "all")", "role = aws_iam_role.all.id"},
        {Kind::FlowLog, R"(resource "aws_flow_log" "rejects")",
         R"(subnet_id = aws_subnet.public[0].id traffic_type = "REJECT" log_destination_type = "s3" log_destination = "arn:aws:s3:::flow-logs/office/")"},
    };
    return table;
}

NameTemplate tag(std::string_view text) {
    return *NameTemplate::parse(text);
}

} // namespace

/// What each kind of node becomes.
class KindsTest : public QObject {
    Q_OBJECT

private slots:
    void resources_data();
    void resources();
    void everyKindHasARow();
    void literalIpv6();
    void zonalNat();
    void groupsInACycle();
    void separateRulesForAll();
    void rulesThatAreNone();
    void groupsOfPeeredVpcs();
    void notices();
};

void KindsTest::resources_data() {
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < rows().size(); ++i)
        QTest::addRow("%s", rows()[i].head) << static_cast<int>(i);
}

void KindsTest::resources() {
    QFETCH(int, row);
    const Row& wanted = rows()[static_cast<std::size_t>(row)];
    static const auto result = terraform::exportTerraform(everyKind(), {});
    QCOMPARE(codesOf(result, Severity::Error), std::string());
    const std::string block = blockOf(result, wanted.head);
    QVERIFY2(!block.empty(), wholeText(result).c_str());
    const std::string normal = normalizedBlocks(block).at(0);
    QVERIFY2(normal.find(wanted.part) != std::string::npos, block.c_str());
}

void KindsTest::everyKindHasARow() {
    std::set<Kind> seen = {Kind::Workload, Kind::External, Kind::Interface, Kind::Listener, // drawn only
                           Kind::NetworkAclAssociation};                                    // article_test
    for (const Row& row : rows())
        seen.insert(row.kind);
    for (std::size_t i = 0; i < kindCount; ++i)
        QVERIFY2(seen.contains(static_cast<Kind>(i)), std::string(kindWord(static_cast<Kind>(i))).c_str());
}

void KindsTest::literalIpv6() {
    Design design = everyKind();
    Subnet subnet = *design.network.get(SubnetId{1});
    subnet.ipv6 = *Cidr::parse("2001:db8:1:2::/64");
    replace(design, subnet);
    const std::string block =
        blockOf(terraform::exportTerraform(design, {}), R"(resource "aws_subnet" "public")");
    QVERIFY2(block.find(R"( = ["2001:db8:1:2::/64", null][count.index])") != std::string::npos,
             block.c_str());
}

void KindsTest::zonalNat() {
    const auto result = terraform::exportTerraform(everyKind(), {});
    const std::string text = bytesOf(result, "nat.tf");
    QVERIFY2(text.find("  allocation_id            = aws_eip.spare.id\n"
                       "  secondary_allocation_ids = [aws_eip.second.id]\n"
                       "  subnet_id                = aws_subnet.public[count.index].id\n"
                       "  private_ip               = \"10.0.1.200\"\n") != std::string::npos,
             text.c_str());
    QVERIFY2(text.find("  connectivity_type = \"private\"\n"
                       "  subnet_id         = aws_subnet.private[count.index].id\n") != std::string::npos,
             text.c_str());
}

/// Inline rules of groups that refer to each other would be a cycle; a group that refers to itself alone is
/// none.
void KindsTest::groupsInACycle() {
    const auto result = terraform::exportTerraform(everyKind(), {});
    const std::string ping = blockOf(result, R"(resource "aws_security_group" "ping")");
    QVERIFY(!ping.empty());
    QCOMPARE(ping.find("ingress"), std::string::npos);
    const std::string text = bytesOf(result, "security.tf");
    QVERIFY2(text.find("  security_group_id            = aws_security_group.ping.id\n"
                       "  referenced_security_group_id = aws_security_group.pong.id\n"
                       "  ip_protocol                  = \"tcp\"\n"
                       "  from_port                    = 7\n"
                       "  to_port                      = 7\n}\n") != std::string::npos,
             text.c_str());
    // -1 has no ports; oneself is referred to by id; the VPC's block follows the variable.
    QVERIFY2(text.find("  security_group_id            = aws_security_group.pong.id\n"
                       "  referenced_security_group_id = aws_security_group.pong.id\n"
                       "  ip_protocol                  = \"-1\"\n}\n") != std::string::npos,
             text.c_str());
    QVERIFY2(text.find("  security_group_id = aws_security_group.ping.id\n"
                       "  cidr_ipv4         = var.vpc_cidr\n"
                       "  ip_protocol       = \"-1\"\n}\n") != std::string::npos,
             text.c_str());
    QVERIFY(!blockOf(result, R"(resource "aws_security_group" "ecs")").empty());
    QVERIFY(blockOf(result, R"(resource "aws_security_group" "ecs")").find("ingress") != std::string::npos);
}

void KindsTest::separateRulesForAll() {
    Design design = handsOn();
    const auto result = terraform::exportTerraform(design, {.rules = RuleStyle::Separate});
    QCOMPARE(bytesOf(result, "security.tf").find("ingress {"), std::string::npos);
    QCOMPARE(blockOf(result, R"(resource "aws_vpc_security_group_ingress_rule" "ecs_5")"),
             std::string("resource \"aws_vpc_security_group_ingress_rule\" \"ecs_5\" {\n"
                         "  security_group_id            = aws_security_group.ecs.id\n"
                         "  description                  = \"App port from ALB\"\n"
                         "  referenced_security_group_id = aws_security_group.alb.id\n"
                         "  ip_protocol                  = \"tcp\"\n"
                         "  from_port                    = 3000\n"
                         "  to_port                      = 3000\n}"));
    // One resource for each rule, by the design's setting as well as by option.
    design.settings.ruleStyle = RuleStyle::Separate;
    QCOMPARE(wholeText(terraform::exportTerraform(design, {})), wholeText(result));
    std::size_t rules = 0;
    const std::string text = bytesOf(result, "security.tf");
    for (std::size_t at = 0; (at = text.find("resource \"aws_vpc_security_group_", at)) != std::string::npos;
         ++at)
        ++rules;
    QCOMPARE(rules, std::size_t(8));
}

/// What the configuration does not mention the provider leaves as it is: the last rule taken out of a design
/// would stay in AWS.
void KindsTest::rulesThatAreNone() {
    Design design = handsOn();
    SecurityGroup group = *design.network.get(SecurityGroupId{1});
    std::erase_if(group.rules, [](const auto& rule) { return rule.direction == Direction::Ingress; });
    replace(design, group);
    NetworkAcl acl = *design.network.get(NetworkAclId{1});
    acl.rules.clear();
    replace(design, acl);
    VpcEndpoint endpoint;
    endpoint.vpc = VpcId{1};
    endpoint.service = "s3";
    endpoint.type = EndpointType::Gateway;
    add(design, endpoint);
    endpoint.service = "logs";
    endpoint.type = EndpointType::Interface;
    add(design, endpoint);
    const auto has = [](const terraform::ExportResult& result, const char* head, const char* line) {
        return blockOf(result, head).find(line) != std::string::npos;
    };
    const char* const groupHead = R"(resource "aws_security_group" "alb")";
    const char* const aclHead = R"(resource "aws_network_acl" "public")";
    const auto result = terraform::exportTerraform(design, {});
    QVERIFY2(has(result, groupHead, "  ingress     = []\n"), blockOf(result, groupHead).c_str());
    QVERIFY(!has(result, groupHead, "egress      = []"));
    QVERIFY2(has(result, aclHead, "  ingress = []\n  egress  = []\n"), blockOf(result, aclHead).c_str());
    QVERIFY(has(result, R"(resource "aws_vpc_endpoint" "s3")", "  route_table_ids   = []\n"));
    QVERIFY(
        has(result, R"(resource "aws_vpc_endpoint" "logs")",
            "  subnet_ids         = []\n  security_group_ids = [aws_vpc.main.default_security_group_id]\n"));
    // Rules that are resources would be taken away.
    const auto separate = terraform::exportTerraform(design, {.rules = RuleStyle::Separate});
    QVERIFY(!has(separate, groupHead, "[]"));
}

/// AWS takes a rule that names a group of another VPC only once the two are peered.
void KindsTest::groupsOfPeeredVpcs() {
    Design design = everyKind();
    SecurityGroup group;
    group.vpc = VpcId{2};
    group.name = "office";
    group.awsName = tag("office");
    const SecurityGroupId office = add(design, group);
    apply(design, edits::addSecurityGroupRule(design, SecurityGroupId{3},
                                              {{}, Direction::Ingress, Traffic::tcp(5432), office, {}}));
    const char* const needed = "  depends_on = [aws_vpc_peering_connection.to_office]\n";
    const auto inside = terraform::exportTerraform(design, {});
    QVERIFY(blockOf(inside, R"(resource "aws_security_group" "rds")").find(needed) != std::string::npos);
    QVERIFY(blockOf(inside, R"(resource "aws_security_group" "ecs")").find("depends_on") ==
            std::string::npos);
    const std::string text =
        bytesOf(terraform::exportTerraform(design, {.rules = RuleStyle::Separate}), "security.tf");
    const std::size_t first = text.find(needed);
    QVERIFY(first != std::string::npos);
    QVERIFY(text.find(needed, first + 1) == std::string::npos); // that rule alone
}

void KindsTest::notices() {
    const auto result = terraform::exportTerraform(everyKind(), {.nat = true});
    QCOMPARE(codesOf(result, Severity::Info),
             std::string("export-drawn-only workload-1 workload-2 workload-3\n"));
    const std::string warnings = codesOf(result, Severity::Warning);
    QVERIFY2(warnings.find("export-acl-inactive nacl-1\nexport-acl-inactive nacl-2\n") == 0,
             warnings.c_str());
    QVERIFY2(warnings.find("export-default-taken-over sg-") != std::string::npos, warnings.c_str());
    QVERIFY2(warnings.find("export-default-taken-over nacl-") != std::string::npos, warnings.c_str());
    QCOMPARE(warnings.find("nat-off-destroys"), std::string::npos);
    const std::string off =
        codesOf(terraform::exportTerraform(everyKind(), {.nat = false}), Severity::Warning);
    QVERIFY2(off.find("nat-off-destroys nat-") != std::string::npos, off.c_str());
    // Only the value of the variable follows the option.
    Design design = handsOn();
    const auto on = terraform::exportTerraform(design, {.nat = true});
    const auto switchedOff = terraform::exportTerraform(design, {.nat = false});
    for (std::size_t i = 0; i < on.files.size(); ++i)
        QCOMPARE(on.files[i].bytes == switchedOff.files[i].bytes, on.files[i].path != "terraform.tfvars");
}

QTEST_APPLESS_MAIN(KindsTest)
#include "kinds_test.moc"
