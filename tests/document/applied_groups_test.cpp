// SPDX-License-Identifier: Apache-2.0
#include "ui/document/applied_groups.h"

#include "folder.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::test;

namespace {

const std::string state = R"({
  "version": 4,
  "resources": [
    {"mode": "data", "type": "aws_ec2_managed_prefix_list", "name": "s3",
     "instances": [{"attributes": {"id": "pl-1"}}]},
    {"mode": "managed", "type": "aws_security_group", "name": "web", "instances": [
      {"attributes": {"id": "sg-1", "egress": [],
        "ingress": [{"cidr_blocks": ["10.0.0.0/8"], "ipv6_cidr_blocks": ["::/0"], "prefix_list_ids": null,
                     "security_groups": ["sg-9"], "self": true, "from_port": 80, "to_port": 81,
                     "protocol": "6", "description": ""}]}}]},
    {"mode": "managed", "type": "aws_security_group", "name": "set", "instances": [
      {"index_key": 0, "attributes": {"id": "sg-2", "egress": [
        {"cidr_blocks": ["0.0.0.0/0"], "from_port": 0, "to_port": 0, "protocol": "-1"}]}},
      {"index_key": "a", "deposed": "x", "attributes": {"id": "sg-3"}}]},
    {"mode": "managed", "type": "aws_security_group", "name": "split", "instances": [
      {"attributes": {"id": "sg-4", "ingress": [
        {"cidr_blocks": ["0.0.0.0/0"], "from_port": 1, "to_port": 1, "protocol": "tcp"}]}}]},
    {"mode": "managed", "type": "aws_vpc_security_group_ingress_rule", "name": "split_1", "instances": [
      {"attributes": {"id": "sgr-1", "security_group_id": "sg-4"}}]},
    {"module": "module.other", "mode": "managed", "type": "aws_security_group", "name": "theirs",
     "instances": [{"attributes": {"id": "sg-5"}}]},
    {"mode": "managed", "type": "aws_vpc", "name": "main", "instances": [{"attributes": {"id": "vpc-1"}}]}
  ]
})";

QByteArray rulesOf(const terraform::AppliedGroups& applied, const std::string& address) {
    QByteArrayList lines;
    const auto rules = applied.inside.find(address);
    if (rules == applied.inside.end()) return "none";
    for (const terraform::AppliedRule& rule : rules->second)
        lines << QByteArray(rule.egress ? "out " : "in ") + rule.protocol.c_str() + ' ' +
                     QByteArray::number(qint64(rule.from)) + '-' + QByteArray::number(qint64(rule.to)) + ' ' +
                     rule.source.c_str();
    return lines.join(", ");
}

const char* const inside =
    "resource \"aws_security_group\" \"web\" {\n  name = \"w\"\n\n  ingress {\n  }\n}\n";
const char* const outside = "resource \"aws_security_group\" \"web\" {\n  name = \"w\"\n}\n\n"
                            "resource \"aws_vpc_security_group_ingress_rule\" \"web_1\" {\n"
                            "  security_group_id = aws_security_group.web.id\n}\n";

ExportPlan planOf(const char* before, const char* after) {
    ExportPlan plan;
    plan.files.push_back({"security.tf", FileAction::Update, before, after, true, {}});
    return plan;
}

} // namespace

class AppliedGroupsTest : public QObject {
    Q_OBJECT

private slots:
    void state_();
    void whatIsNoState();
    void inAFolder();
    void turnedRules();
};

void AppliedGroupsTest::state_() {
    const auto applied = readAppliedGroups(state);
    QVERIFY(applied);
    QCOMPARE(rulesOf(*applied, "aws_security_group.web"),
             QByteArray("in tcp 80-81 10.0.0.0/8, in tcp 80-81 ::/0, in tcp 80-81 sg-9, in tcp 80-81 sg-1"));
    QCOMPARE(rulesOf(*applied, "aws_security_group.set[0]"), QByteArray("out -1 0-0 0.0.0.0/0"));
    // The provider lists rules that are resources in their group too.
    QCOMPARE(rulesOf(*applied, "aws_security_group.split"), QByteArray("none"));
    QCOMPARE(applied->resources.at("aws_vpc_security_group_ingress_rule.split_1"), std::string("sg-4"));
    QCOMPARE(applied->ids.at("data.aws_ec2_managed_prefix_list.s3"), std::string("pl-1"));
    QCOMPARE(applied->ids.size(), std::size_t(4));
}

void AppliedGroupsTest::whatIsNoState() {
    for (const char* text : {"", "{", "[]", "null", "{\"version\": 3, \"resources\": []}", "{\"version\": 4}",
                             "{\"version\": 4, \"resources\": {}}", "\xff"})
        QVERIFY2(!readAppliedGroups(text), text);
    // Shapes that no terraform writes are passed over.
    for (const char* resource :
         {"1", "null", "{}", "{\"type\": 1}", "{\"type\": \"aws_security_group\", \"instances\": 7}",
          "{\"type\": \"aws_security_group\", \"instances\": [{\"attributes\": [1]}]}",
          "{\"type\": \"aws_security_group\", \"name\": \"x\", \"instances\": "
          "[{\"attributes\": {\"id\": \"sg-1\", \"ingress\": [5, {\"cidr_blocks\": [7], "
          "\"protocol\": 6}]}}]}"}) {
        const auto applied =
            readAppliedGroups(std::string(R"({"version": 4, "resources": [)") + resource + "]}");
        QVERIFY2(applied && applied->inside.empty(), resource);
    }
}

void AppliedGroupsTest::inAFolder() {
    const Folder folder;
    QVERIFY(!appliedGroupsIn(folder.path()));
    QVERIFY(!appliedGroupsIn(folder / "missing"));
    put(folder / "terraform.tfstate", state);
    QCOMPARE(appliedGroupsIn(folder.path()).value_or(terraform::AppliedGroups()).ids.size(), std::size_t(4));
}

void AppliedGroupsTest::turnedRules() {
    for (const auto& plan : {planOf(inside, outside), planOf(outside, inside)}) {
        const Diagnostics said = warnOfTurnedRules(plan);
        QCOMPARE(said.size(), std::size_t(1));
        QCOMPARE(codeText(said.front().code), std::string_view("export-rules-turn"));
        QCOMPARE(argument(said.front(), "names"), std::string("aws_security_group.web"));
    }
    QVERIFY(warnOfTurnedRules(planOf(inside, inside)).empty());
    QVERIFY(warnOfTurnedRules(planOf(outside, outside)).empty());
    QVERIFY(warnOfTurnedRules(planOf("", outside)).empty());
}

QTEST_APPLESS_MAIN(AppliedGroupsTest)
#include "applied_groups_test.moc"
