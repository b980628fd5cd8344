// SPDX-License-Identifier: Apache-2.0
#include "core/model/delta.h"
#include "core/model/edits.h"
#include "core/model/templates.h"

#include <QTest>

using namespace sekisho;

namespace {

Design handsOn() {
    return *makeTemplate("hands-on");
}

template<class N>
std::shared_ptr<const Node> share(N node) {
    return std::make_shared<const Node>(std::move(node));
}

Delta nodeChange(ElementId id, std::shared_ptr<const Node> before, std::shared_ptr<const Node> after) {
    Delta delta;
    delta.nodes.push_back({id, std::move(before), std::move(after)});
    return delta;
}

} // namespace

/// Design::apply: all or nothing, and what it refuses.
class DesignTest : public QObject {
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void allOrNothing();
    void changeSetNamesWhatWasTouched();
    void loadedDanglingReferencesStay();
    void snapshotsAreIndependent();
    void differenceIsAnEdit();
    void nameTemplates_data();
    void nameTemplates();
    void templatesRefuse_data();
    void templatesRefuse();
    void scaleIsAsLargeAsAsked();
};

Q_DECLARE_METATYPE(sekisho::Delta)

void DesignTest::refuses_data() {
    QTest::addColumn<Delta>("delta");
    QTest::addColumn<int>("code");
    const Design d = handsOn();
    const auto row = [](const char* name, Delta delta, Code code) {
        QTest::newRow(name) << std::move(delta) << static_cast<int>(code);
    };
    const ElementId subnet = SubnetId{1};
    Subnet changed = *d.network.get(SubnetId{1});
    changed.name = "other";
    row("unknown id", nodeChange(SubnetId{9}, share(changed), nullptr), Code::edit_conflict);
    row("id in use", nodeChange(subnet, nullptr, share(changed)), Code::edit_conflict);
    row("changed meanwhile", nodeChange(subnet, share(changed), nullptr), Code::edit_conflict);
    row("kind of the id", nodeChange(VpcId{9}, nullptr, share(changed)), Code::edit_kind);
    Subnet zero = changed;
    zero.id = SubnetId{0};
    row("number zero", nodeChange(SubnetId{0}, nullptr, share(zero)), Code::edit_kind);
    Subnet dangling = changed;
    dangling.az = AvailabilityZoneId{9};
    row("new dangling reference", nodeChange(subnet, d.network.nodes.share(subnet), share(dangling)),
        Code::edit_dangling);
    row("removing what is referred to", nodeChange(VpcId{1}, d.network.nodes.share(VpcId{1}), nullptr),
        Code::edit_dangling);
    SecurityGroup twice = *d.network.get(SecurityGroupId{1});
    twice.rules.push_back(twice.rules.front());
    row("part id twice in a node",
        nodeChange(SecurityGroupId{1}, d.network.nodes.share(SecurityGroupId{1}), share(twice)),
        Code::edit_duplicate_id);
    SecurityGroup stolen = *d.network.get(SecurityGroupId{1});
    stolen.rules.front().id = SecurityGroupRuleId{7};
    row("part id of another node",
        nodeChange(SecurityGroupId{1}, d.network.nodes.share(SecurityGroupId{1}), share(stolen)),
        Code::edit_duplicate_id);

    const auto set = [](ResourceKey key, ResourceSet after) {
        Delta delta;
        delta.sets.push_back(
            {std::move(key), nullptr, std::make_shared<const ResourceSet>(std::move(after))});
        return delta;
    };
    row("illegal label", set({"aws_vpc", "a b"}, {AddressForm::Single, {{{}, VpcId{1}}}}),
        Code::edit_address);
    row("two addresses", set({"aws_vpc", "again"}, {AddressForm::Single, {{{}, VpcId{1}}}}),
        Code::edit_address);
    row("empty set", set({"aws_vpc", "again"}, {AddressForm::Count, {}}), Code::edit_address);
    row("address of nothing", set({"aws_vpc", "again"}, {AddressForm::Single, {{{}, VpcId{9}}}}),
        Code::edit_address);
    row("for_each without key", set({"aws_eip", "x"}, {AddressForm::ForEach, {{{}, VpcId{1}}}}),
        Code::edit_address);
    Delta box;
    box.boxes.push_back({{SubnetId{9}, std::nullopt}, nullptr, std::make_shared<const Box>()});
    row("box of nothing", box, Code::edit_dangling);
    Delta settings;
    settings.settings = {Settings{}, Settings{}};
    row("settings changed meanwhile", settings, Code::edit_conflict);
}

void DesignTest::refuses() {
    QFETCH(Delta, delta);
    QFETCH(int, code);
    Design design = handsOn();
    const auto result = design.apply(delta);
    QVERIFY(!result);
    QCOMPARE(static_cast<int>(result.error().code), code);
    QVERIFY(design == handsOn());
}

void DesignTest::allOrNothing() {
    Design design = handsOn();
    Delta delta = *edits::rename(design, SubnetId{1}, "first");
    delta.append(nodeChange(SubnetId{9}, design.network.nodes.share(SubnetId{1}), nullptr));
    QVERIFY(!design.apply(delta));
    QVERIFY(design == handsOn());
}

void DesignTest::changeSetNamesWhatWasTouched() {
    Design design = handsOn();
    const auto renamed = design.apply(*edits::rename(design, SubnetId{1}, "x"));
    QVERIFY(renamed);
    QCOMPARE(renamed->nodes, std::vector<ElementId>{SubnetId{1}});
    QVERIFY(renamed->sets.empty() && !renamed->settings && !renamed->onlyDiagram());
    const auto placed = design.apply(
        *edits::placeBoxes(design, {{{SubnetId{1}, {}}, Box{1, 2, {}, {}, false, false, false, {}}}}));
    QVERIFY(placed && placed->onlyDiagram());
    const auto toggled = design.apply(*edits::setNatEnabled(design, true));
    QVERIFY(toggled && toggled->settings && toggled->nodes.empty());
    QVERIFY(design.apply(Delta{})->empty());
}

void DesignTest::loadedDanglingReferencesStay() {
    Design design = handsOn();
    Subnet subnet = *design.network.get(SubnetId{4});
    subnet.az = AvailabilityZoneId{77};
    design.network.nodes.set(SubnetId{4}, Node(subnet)); // as a file might hold it
    QVERIFY(design.apply(*edits::rename(design, SubnetId{4}, "still dangling")));
    subnet.az = AvailabilityZoneId{78};
    subnet.name = "still dangling";
    QVERIFY(!design.apply(nodeChange(SubnetId{4}, design.network.nodes.share(SubnetId{4}), share(subnet))));

    // Addresses and boxes of nothing do not stand in the way of edits elsewhere, but none may be made.
    design = handsOn();
    design.addresses.sets.set({"aws_eip", "lost"}, ResourceSet{AddressForm::Single, {{{}, ElasticIpId{77}}}});
    design.diagram.boxes.set({SubnetId{77}, std::nullopt}, Box{});
    QVERIFY(design.apply(*edits::removeElements(design, {SubnetId{4}})));
    QVERIFY(design.apply(*edits::placeBoxes(design, {{{SubnetId{1}, {}}, Box{}}})));
    const auto boxless = edits::removeElements(design, {SubnetId{3}});
    Delta forgetful = *boxless;
    forgetful.sets.clear();
    QVERIFY(!design.apply(forgetful));
}

void DesignTest::snapshotsAreIndependent() {
    Design design = handsOn();
    const Design snapshot = design;
    QVERIFY(design.apply(*edits::removeElements(design, {VpcId{1}})));
    QVERIFY(snapshot == handsOn());
    QVERIFY(!(design == snapshot));
}

void DesignTest::differenceIsAnEdit() {
    Design from = handsOn();
    const Design to = *makeTemplate("scale");
    QVERIFY(difference(from, from).empty());
    const Delta delta = difference(from, to);
    QVERIFY(from.apply(delta));
    QVERIFY(from == to);
    QVERIFY(from.apply(delta.inverse()));
    QVERIFY(from == handsOn());
}

void DesignTest::nameTemplates_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expanded"); // null: refused
    QTest::newRow("all parts") << QByteArray("{project}-{environment}-nat-{az_letter}")
                               << QByteArray("p-e-nat-a");
    QTest::newRow("literal") << QByteArray("plain ${x}}") << QByteArray();
    QTest::newRow("doubled") << QByteArray("{{project}} {{") << QByteArray("{project} {");
    QTest::newRow("unknown") << QByteArray("{region}") << QByteArray();
    QTest::newRow("unclosed") << QByteArray("x{project") << QByteArray();
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("japanese") << QByteArray("関所{project}") << QByteArray("関所p");
}

void DesignTest::nameTemplates() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expanded);
    const auto name = NameTemplate::parse(text.toStdString());
    QCOMPARE(name.has_value(), !expanded.isNull());
    if (!name) return;
    QCOMPARE(QByteArray::fromStdString(name->expand({"p", "e", "a"})), expanded);
    QCOMPARE(*NameTemplate::parse(name->toString()), *name);
}

void DesignTest::templatesRefuse_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("code");
    const auto row = [](const char* title, const char* name, const char* key, const char* value, Code code) {
        QTest::newRow(title) << QByteArray(name) << QByteArray(key) << QByteArray(value)
                             << static_cast<int>(code);
    };
    row("template", "hands-off", "", "", Code::template_unknown);
    row("setting", "hands-on", "groups", "3", Code::template_setting_unknown);
    row("number", "scale", "groups", "3x", Code::template_setting_bad);
    row("negative", "scale", "groups", "-3", Code::template_setting_bad);
    row("too many", "scale", "rules", "100001", Code::template_setting_bad);
    row("region", "hands-on", "region", "Tokyo!", Code::template_setting_bad);
    row("empty name", "hands-on", "project_name", "", Code::template_setting_bad);
}

void DesignTest::templatesRefuse() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(int, code);
    std::map<std::string, std::string> settings;
    if (!key.isEmpty()) settings[key.toStdString()] = value.toStdString();
    const auto design = makeTemplate(name.toStdString(), settings);
    QVERIFY(!design);
    QCOMPARE(static_cast<int>(design.error().code), code);
}

void DesignTest::scaleIsAsLargeAsAsked() {
    const auto design = makeTemplate(
        "scale", {{"groups", "7"}, {"rules", "24"}, {"workloads", "5"}, {"region", "us-east-1"}});
    QVERIFY(design);
    QCOMPARE(design->network.all<SecurityGroup>().size(), std::size_t(7));
    QCOMPARE(design->network.all<Workload>().size(), std::size_t(5));
    std::size_t rules = 0;
    for (const SecurityGroup& group : design->network.all<SecurityGroup>())
        rules += group.rules.size();
    QCOMPARE(rules, std::size_t(24));
    QCOMPARE(design->network.get(AvailabilityZoneId{2})->zone, std::string("us-east-1b"));
    QVERIFY(*design ==
            *makeTemplate("scale",
                          {{"groups", "7"}, {"rules", "24"}, {"workloads", "5"}, {"region", "us-east-1"}}));
    QVERIFY(makeTemplate("scale", {{"groups", "0"}, {"rules", "10"}}));
}

QTEST_APPLESS_MAIN(DesignTest)
#include "test_design.moc"
