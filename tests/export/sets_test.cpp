// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include "core/hcl/writer.h"
#include "core/model/edits.h"
#include "core/terraform/resources.h"
#include "core/terraform/unify.h"

using namespace sekisho;
using namespace sekisho::test;
using terraform::Term;

namespace {

terraform::PlannedSet planned(std::string_view type, const Design& design, std::string label) {
    const ResourceSet& set = *design.addresses.sets.find({std::string(type), label});
    return {terraform::typeInfo(type),
            terraform::FileId::Vpc,
            set.members.front().element,
            label,
            set.form,
            set.members,
            false};
}

/// The members' values for one argument of aws_route_table_association.private, written as one.
std::string unified(const Design& design, const std::vector<Term>& values) {
    const terraform::Survey survey(design, {});
    const terraform::PlannedSet set = planned("aws_route_table_association", design, "private");
    terraform::Scope scope(survey, set.address());
    terraform::Unifier unifier(scope, set);
    std::vector<const Term*> pointers;
    for (const Term& value : values)
        pointers.push_back(&value);
    std::string text = hcl::write(unifier.unify(pointers, "hint"));
    for (const auto& each : unifier.eachValues()) {
        text += " | " + each.name + ":";
        for (const hcl::Expr& value : each.byMember)
            text += " " + hcl::write(value);
    }
    return text;
}

Term subnetId(std::uint32_t number) {
    return terraform::idOf(SubnetId{number}, "aws_subnet");
}
Term literal(const char* value) {
    return hcl::Expr(value);
}
Term named(std::vector<Term> parts) {
    return terraform::Compound{terraform::Compound::Kind::Template, {}, std::move(parts)};
}

struct Case {
    const char* name;
    std::vector<Term> values; ///< of two members
    const char* counted;
    const char* keyed;
};

std::vector<Case> cases() {
    const AvailabilityZoneId a{1}, c{2};
    return {
        {"equal", {literal("x"), literal("x")}, R"("x")", R"("x")"},
        {"different",
         {literal("x"), literal("y")},
         R"(["x", "y"][count.index])",
         R"(each.value.hint | hint: "x" "y")"},
        {"missing",
         {literal("x"), Term()},
         R"(["x", null][count.index])",
         R"(each.value.hint | hint: "x" null)"},
        {"same position",
         {subnetId(3), subnetId(4)},
         "aws_subnet.private[count.index].id",
         "aws_subnet.private[each.key].id"},
        {"crossed",
         {subnetId(4), subnetId(3)},
         "[aws_subnet.private[1].id, aws_subnet.private[0].id][count.index]",
         R"(each.value.hint | hint: aws_subnet.private["ap-northeast-1c"].id aws_subnet.private["ap-northeast-1a"].id)"},
        {"one of a set",
         {subnetId(3), subnetId(3)},
         "aws_subnet.private[0].id",
         R"(aws_subnet.private["ap-northeast-1a"].id)"},
        {"zones",
         {terraform::ZoneName{a}, terraform::ZoneName{c}},
         "var.availability_zones[count.index]",
         "each.key"},
        {"zones crossed",
         {terraform::ZoneName{c}, terraform::ZoneName{a}},
         "[var.availability_zones[1], var.availability_zones[0]][count.index]",
         "each.value.hint | hint: var.availability_zones[1] var.availability_zones[0]"},
        {"letters",
         {terraform::ZoneLetter{a}, terraform::ZoneLetter{c}},
         "substr(var.availability_zones[count.index], -1, 1)",
         "substr(each.key, -1, 1)"},
        {"inside a text",
         {named({literal("a-"), literal("x"), terraform::ZoneLetter{a}}),
          named({literal("a-"), literal("y"), terraform::ZoneLetter{c}})},
         R"("a-${["x", "y"][count.index]}${substr(var.availability_zones[count.index], -1, 1)}")",
         R"("a-${each.value.hint}${substr(each.key, -1, 1)}" | hint: "x" "y")"},
        {"inside a list",
         {Term::list({literal("s"), subnetId(3)}), Term::list({literal("s"), subnetId(4)})},
         R"(["s", aws_subnet.private[count.index].id])",
         R"(["s", aws_subnet.private[each.key].id])"},
        {"lists of two lengths",
         {Term::list({literal("s")}), Term::list({})},
         R"([["s"], []][count.index])",
         R"(each.value.hint | hint: ["s"] [])"},
        {"inside an object",
         {Term::object({"Name", "k"}, {literal("x"), literal("v")}),
          Term::object({"Name", "k"}, {literal("y"), literal("v")})},
         R"({ Name = ["x", "y"][count.index], k = "v" })",
         R"({ Name = each.value.name, k = "v" } | name: "x" "y")"},
        {"inside a call",
         {Term::call("f", {literal("x"), terraform::number(1)}),
          Term::call("f", {literal("x"), terraform::number(2)})},
         R"(f("x", [1, 2][count.index]))",
         R"(f("x", each.value.hint) | hint: 1 2)"},
    };
}

} // namespace

/// How the members of a set become one block.
class SetsTest : public QObject {
    Q_OBJECT

private slots:
    void unify_data();
    void unify();
    void keyedByZone();
    void countExpressions();
    void addingAZoneInTheMiddleMovesNothing();
    void partlyToggled();
    void outputsOfAnyShape();
    void movedBlocks();
    void rulesOfUnlikeGroups();
};

void SetsTest::unify_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::newRow(cases()[i].name) << static_cast<int>(i);
}

void SetsTest::unify() {
    QFETCH(int, index);
    const Case c = cases()[static_cast<std::size_t>(index)];
    QCOMPARE(unified(handsOn(), c.values), std::string(c.counted));
    QCOMPARE(unified(keyedZones(), c.values), std::string(c.keyed));
}

void SetsTest::keyedByZone() {
    const auto result = terraform::exportTerraform(keyedZones(), {});
    QCOMPARE(codesOf(result, Severity::Error), std::string());
    QCOMPARE(blockOf(result, R"(resource "aws_subnet" "private")"),
             std::string(
                 "resource \"aws_subnet\" \"private\" {\n"
                 "  for_each = {\n"
                 "    ap-northeast-1a = {\n"
                 "      cidr_block = \"10.0.11.0/24\"\n"
                 "    }\n"
                 "    ap-northeast-1c = {\n"
                 "      cidr_block = \"10.0.12.0/24\"\n"
                 "    }\n"
                 "  }\n"
                 "\n"
                 "  vpc_id            = aws_vpc.main.id\n"
                 "  cidr_block        = each.value.cidr_block\n"
                 "  availability_zone = each.key\n"
                 "\n"
                 "  tags = {\n"
                 "    Name = \"${var.project_name}-${var.environment}-private-${substr(each.key, -1, 1)}\"\n"
                 "  }\n}"));
    QCOMPARE(
        normalizedBlocks(blockOf(result, R"(resource "aws_route" "private_nat")")).at(0),
        std::string(
            R"(resource "aws_route" "private_nat" { for_each = toset(var.enable_nat_gateway ? ["ap-northeast-1a", "ap-northeast-1c"] : []) )"
            R"(route_table_id = aws_route_table.private[each.key].id destination_cidr_block = "0.0.0.0/0" nat_gateway_id = aws_nat_gateway.main[each.key].id })"));
    QCOMPARE(bytesOf(result, "variables.tf").find("subnet_cidrs"), std::string::npos);
}

void SetsTest::countExpressions() {
    Design design = handsOn();
    apply(design, edits::addAvailabilityZone(design, VpcId{1}, "ap-northeast-1d"));
    // Two subnets for three zones: no longer one per zone.
    const auto fewer = terraform::exportTerraform(design, {.associateNacls = true});
    QVERIFY(blockOf(fewer, R"(resource "aws_subnet" "public")").find("count = 2\n") != std::string::npos);
    QVERIFY(blockOf(fewer, R"(resource "aws_nat_gateway" "main")")
                .find("count = var.enable_nat_gateway ? 2 : 0\n") != std::string::npos);
    QVERIFY(blockOf(fewer, R"(resource "aws_network_acl_association" "public")")
                .find("count = length(aws_subnet.public)\n") != std::string::npos);
    QVERIFY(bytesOf(fewer, "terraform.tfvars")
                .find(R"(["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"])") != std::string::npos);
}

/// Zone b stands between a and c, but it came last.
void SetsTest::addingAZoneInTheMiddleMovesNothing() {
    Design design = handsOn();
    const auto before = terraform::exportTerraform(design, {});
    apply(design, edits::addAvailabilityZone(design, VpcId{1}, "ap-northeast-1b"));
    AvailabilityZoneId zone;
    for (const AvailabilityZone& az : design.network.all<AvailabilityZone>())
        zone = az.id;
    for (const Tier tier : {Tier::Public, Tier::Private})
        apply(design,
              edits::addSubnet(design, zone, tier, tier == Tier::Public ? "public-1b" : "private-1b"));
    const auto after = terraform::exportTerraform(design, {});
    const char* const heads[] = {R"(resource "aws_subnet" "public")", R"(resource "aws_subnet" "private")"};
    for (const char* head : heads) {
        QVERIFY(!blockOf(before, head).empty());
        QCOMPARE(QString::fromStdString(blockOf(after, head)), QString::fromStdString(blockOf(before, head)));
    }
    const std::string values = bytesOf(after, "terraform.tfvars");
    QVERIFY2(values.find(R"(["10.0.1.0/24", "10.0.2.0/24", ")") != std::string::npos, values.c_str());
}

/// What stays is in front: only the end of a counted set may hang on the switch.
void SetsTest::partlyToggled() {
    Design design = handsOn();
    const auto stays = [&](std::uint32_t number) {
        Design changed = design;
        NatGateway nat = *design.network.get(NatGatewayId{number});
        nat.onNatToggle = false;
        replace(changed, nat);
        ElasticIp eip = *design.network.get(ElasticIpId{number});
        eip.onNatToggle = false;
        replace(changed, eip);
        return changed;
    };
    const auto front = terraform::exportTerraform(stays(1), {});
    QCOMPARE(codesOf(front, Severity::Error), std::string());
    QVERIFY(blockOf(front, R"(resource "aws_eip" "nat")")
                .find("count = var.enable_nat_gateway ? length(var.availability_zones) : 1\n") !=
            std::string::npos);
    const auto back = terraform::exportTerraform(stays(2), {});
    QVERIFY(back.files.empty());
    QCOMPARE(codesOf(back, Severity::Error),
             std::string("export-toggle-mixed eip-1 eip-2\nexport-toggle-mixed nat-1 nat-2\n"));
}

void SetsTest::outputsOfAnyShape() {
    const std::string keyed = bytesOf(terraform::exportTerraform(keyedZones(), {}), "outputs.tf");
    QVERIFY2(keyed.find("= [for member in aws_nat_gateway.main : member.id]\n") != std::string::npos,
             keyed.c_str());
    QVERIFY2(keyed.find("= [for member in aws_eip.nat : member.public_ip]\n") != std::string::npos,
             keyed.c_str());
    const std::string mixed = bytesOf(terraform::exportTerraform(everyKind(), {}), "outputs.tf");
    QVERIFY2(mixed.find("= concat(aws_nat_gateway.main[*].id, ") != std::string::npos, mixed.c_str());
    QVERIFY2(mixed.find("aws_nat_gateway.regional[*].id") != std::string::npos, mixed.c_str());
}

void SetsTest::movedBlocks() {
    Design design = handsOn();
    apply(design, edits::useForEach(design, {"aws_subnet", "public"}));
    apply(design, edits::relabel(design, {"aws_security_group", "alb"}, "front"));
    const auto result = terraform::exportTerraform(design, {});
    const std::string text = bytesOf(result, "moved.tf");
    QVERIFY2(text.find("  from = aws_subnet.public[1]\n  to   = aws_subnet.public[\"ap-northeast-1c\"]\n") !=
                 std::string::npos,
             text.c_str());
    QVERIFY2(text.find("  from = aws_security_group.alb\n  to   = aws_security_group.front\n") !=
                 std::string::npos,
             text.c_str());
    design.addresses.moved.push_back({"aws_vpc.main", "aws_vpc.x\" {}\nresource"});
    QCOMPARE(codesOf(terraform::exportTerraform(design, {}), Severity::Error),
             std::string("export-moved-illegal\n"));
}

/// One inbound rule here and one outbound rule there are as many, but not the same block: neither may be
/// lost.
void SetsTest::rulesOfUnlikeGroups() {
    Design design = handsOn();
    SecurityGroup group;
    group.vpc = VpcId{1};
    group.description = "one of two";
    ResourceSet set{AddressForm::Count, {}};
    for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
        group.name = direction == Direction::Ingress ? "in" : "out";
        group.awsName = *NameTemplate::parse(group.name);
        group.rules = {{{}, direction, Traffic::tcp(80), Cidr::anywhere(IpFamily::V4), {}}};
        set.members.push_back({{}, add(design, group)});
        design.addresses.sets.remove({"aws_security_group", group.name});
    }
    design.addresses.sets.set({"aws_security_group", "both"}, set);
    const auto result = terraform::exportTerraform(design, {});
    QVERIFY(result.files.empty());
    QCOMPARE(codesOf(result, Severity::Error), std::string("export-set-mixed sg-4 sg-5\n"));
    QVERIFY(!terraform::exportTerraform(design, {.rules = RuleStyle::Separate}).files.empty());
}

QTEST_APPLESS_MAIN(SetsTest)
#include "sets_test.moc"
