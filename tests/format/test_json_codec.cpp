// SPDX-License-Identifier: Apache-2.0
#include "core/format/fields.h"
#include "core/format/json_codec.h"
#include "tests/format/full_design.h"

#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace sekisho;
using nlohmann::json;

namespace {

std::string argument(const Diagnostic& diagnostic, std::string_view name) {
    for (const DiagnosticArg& arg : diagnostic.args)
        if (arg.name == name) return arg.value;
    return "(no such argument)";
}

} // namespace

class JsonCodecTest : public QObject {
    Q_OBJECT

private slots:
    void nodes_data();
    void nodes();
    void parts();
    void rest();
    void errors_data();
    void errors();
    void deep();
    void fields_data();
    void fields();
    void fieldDetails();
};

void JsonCodecTest::nodes_data() {
    QTest::addColumn<quint32>("index");
    const Design design = test::fullDesign();
    for (std::size_t i = 0; i < design.network.nodes.size(); ++i)
        QTest::newRow(toString((design.network.nodes.begin() + std::ptrdiff_t(i))->key).c_str())
            << quint32(i);
}

void JsonCodecTest::nodes() {
    QFETCH(quint32, index);
    const Design design = test::fullDesign();
    const auto entry = design.network.nodes.begin() + std::ptrdiff_t(index);
    const Node& node = *entry->value;
    const json value = format::toJson(node);
    QCOMPARE(value.at("id").get<std::string>(), toString(entry->key));
    const auto again = format::nodeFromJson(value);
    QVERIFY(again.has_value());
    QVERIFY(*again == node);
    // By its own type, the same.
    std::visit(
        [&value](const auto& typed) {
            using N = std::remove_cvref_t<decltype(typed)>;
            QVERIFY(format::toJson(typed) == value);
            const auto back = format::fromJson<N>(value);
            QVERIFY(back.has_value());
            QVERIFY(*back == typed);
        },
        node);
}

void JsonCodecTest::parts() {
    const Design design = test::fullDesign();
    for (const SecurityGroupRule& rule : design.network.get(SecurityGroupId{1})->rules) {
        const auto back = format::fromJson<SecurityGroupRule>(format::toJson(rule));
        QVERIFY(back.has_value());
        QVERIFY(*back == rule);
        QVERIFY(*format::fromJson<Traffic>(format::toJson(rule.traffic)) == rule.traffic);
        QVERIFY(*format::fromJson<SecurityGroupPeer>(format::toJson(rule.peer)) == rule.peer);
    }
    for (const Route& route : design.network.get(RouteTableId{1})->routes) {
        QVERIFY(*format::fromJson<Route>(format::toJson(route)) == route);
        QVERIFY(*format::fromJson<RouteTarget>(format::toJson(route.target)) == route.target);
        QVERIFY(*format::fromJson<RouteDestination>(format::toJson(route.destination)) == route.destination);
    }
    QVERIFY(format::toJson(Traffic::tcp(443)) == json("tcp/443"));
    QVERIFY(format::toJson(SecurityGroupPeer(SecurityGroupId{7})) == json({{"group", "sg-7"}}));
    QVERIFY(format::toJson(NetworkAclPeer(ThisVpcCidr{})) == json({{"vpc_cidr", true}}));
}

void JsonCodecTest::rest() {
    const Design design = test::fullDesign();
    QVERIFY(*format::fromJson<Settings>(format::toJson(design.settings)) == design.settings);
    QVERIFY(*format::fromJson<Notes>(format::toJson(design.notes)) == design.notes);
    QVERIFY(*format::fromJson<Usage>(format::toJson(design.notes.usage)) == design.notes.usage);
    QVERIFY(*format::fromJson<Acceptance>(format::toJson(design.notes.acceptances.front())) ==
            design.notes.acceptances.front());
}

void JsonCodecTest::errors_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("no object") << QByteArray("[]") << int(Code::file_wrong_type) << QByteArray("ops[2].node");
    QTest::newRow("no id") << QByteArray("{}") << int(Code::file_missing_key) << QByteArray("ops[2].node.id");
    QTest::newRow("unknown key") << QByteArray(R"({"id": "eip-1", "x": 1})") << int(Code::file_unknown_key)
                                 << QByteArray("ops[2].node.x");
    QTest::newRow("float") << QByteArray(R"({"id": "flow-log-1", "max_aggregation_interval": 60.5})")
                           << int(Code::file_wrong_type)
                           << QByteArray("ops[2].node.max_aggregation_interval");
}

void JsonCodecTest::errors() {
    QFETCH(QByteArray, value);
    QFETCH(int, code);
    QFETCH(QByteArray, path);
    const auto node = format::nodeFromJson(json::parse(value.toStdString()), "ops[2].node");
    QVERIFY(!node);
    QCOMPARE(int(node.error().code), code);
    QCOMPARE(argument(node.error(), "path"), path.toStdString());
    QCOMPARE(argument(node.error(), "where"), path.toStdString());
    QCOMPARE(argument(node.error(), "line"), std::string("(no such argument)"));
}

void JsonCodecTest::deep() {
    json value = 1;
    for (int i = 0; i < 1000; ++i)
        value = json::array({std::move(value)});
    const auto node = format::nodeFromJson(value, "node");
    QVERIFY(!node);
    QCOMPARE(node.error().code, Code::file_too_deep);
}

void JsonCodecTest::fields_data() {
    QTest::addColumn<int>("kind");
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        const std::string word(kindWord(static_cast<Kind>(kind)));
        QTest::newRow(word.c_str()) << int(kind);
    }
}

void JsonCodecTest::fields() {
    QFETCH(int, kind);
    const std::vector<format::FieldInfo> fields = format::fieldsOf(static_cast<Kind>(kind));
    QVERIFY(!fields.empty());
    QCOMPARE(fields.front().name, std::string_view("id"));
    QCOMPARE(fields.front().type, std::string(kindWord(static_cast<Kind>(kind))) + " id");
    QVERIFY(fields.front().required);
    for (const format::FieldInfo& field : fields)
        QVERIFY(!field.name.empty() && !field.type.empty());

    // Every key that is written is listed.
    if (!isNodeKind(static_cast<Kind>(kind))) return;
    for (const auto& entry : test::fullDesign().network.nodes) {
        if (entry.key.kind != static_cast<Kind>(kind)) continue;
        const json value = format::toJson(*entry.value);
        for (const auto& [key, content] : value.items())
            QVERIFY2(
                std::any_of(fields.begin(), fields.end(),
                            [name = std::string_view(key)](const auto& field) { return field.name == name; }),
                key.c_str());
    }
}

void JsonCodecTest::fieldDetails() {
    const auto field = [](Kind kind, std::string_view name) {
        for (const format::FieldInfo& info : format::fieldsOf(kind))
            if (info.name == name) return info;
        return format::FieldInfo{};
    };
    using Words = std::vector<std::string_view>;
    QCOMPARE(field(Kind::Subnet, "az").type, std::string("az id"));
    QVERIFY(field(Kind::Subnet, "az").required);
    QVERIFY(!field(Kind::Subnet, "cidr").required);
    QCOMPARE(field(Kind::Subnet, "cidr").type, std::string("cidr"));
    QVERIFY((field(Kind::Subnet, "tier").words == Words{"public", "private", "isolated"}));
    QVERIFY((field(Kind::Subnet, "ipv6").words == Words{"index", "cidr"}));
    QCOMPARE(field(Kind::SecurityGroup, "rules").type, std::string("list of sg-rule"));
    QCOMPARE(field(Kind::NatGateway, "elastic_ips").type, std::string("list of eip id"));
    QCOMPARE(field(Kind::NatGateway, "on_nat_toggle").type, std::string("true | false"));
    QCOMPARE(field(Kind::NetworkAclRule, "number").type, std::string("integer"));
    QCOMPARE(field(Kind::SecurityGroupRule, "traffic").type, std::string("traffic"));
    QVERIFY((field(Kind::SecurityGroupRule, "peer").words ==
             Words{"cidr", "group", "self", "prefix_list", "vpc_cidr"}));
    QCOMPARE(field(Kind::Vpc, "tags").type, std::string("map of text"));
    QCOMPARE(field(Kind::Vpc, "enable_dns_support").type, std::string("true | false"));
}

QTEST_GUILESS_MAIN(JsonCodecTest)
#include "test_json_codec.moc"
