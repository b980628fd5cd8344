// SPDX-License-Identifier: Apache-2.0
#include "core/model/check.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "ui/canvas/clipboard.h"

#include <QMimeData>
#include <QtTest>

using namespace sekisho;
using namespace sekisho::canvas;

namespace {

SubnetId subnet(const Design& design, const std::string& name) {
    for (const Subnet& node : design.network.all<Subnet>())
        if (node.name == name) return node.id;
    qFatal("no such subnet");
}

template<class N>
const N* named(const Design& design, const std::string& name) {
    for (const N& node : design.network.all<N>())
        if (node.name == name) return &node;
    return nullptr;
}

} // namespace

/// What is copied, how it travels, and what a paste makes of it.
class TestClipboard : public QObject {
    Q_OBJECT
private slots:
    void init() { m_design = *makeTemplate("hands-on"); }
    void roundTrip();
    void damagedTextIsNothing();
    void subnetBringsItsContent();
    void groupsOfTheSameDesignStay();
    void otherDesignGetsNoForeignReferences();
    void workloadIntoAnotherSubnet();
    void wholeVpc();
    void subnetWithoutZoneIsRefused();
    void pasteTwice();
    void boxesComeAlong();

private:
    Design paste(const Fragment& fragment, const PasteOptions& options,
                 std::vector<ElementId>* roots = nullptr) {
        Design after = m_design;
        const auto pasted = edits::pasteFragment(m_design, fragment, options);
        if (!pasted) qFatal("refused: %s", std::string(codeText(pasted.error().code)).c_str());
        if (!after.apply(pasted->delta)) qFatal("does not apply");
        if (roots) *roots = pasted->roots;
        Design back = after;
        if (!back.apply(pasted->delta.inverse()) || back != m_design) qFatal("cannot be undone");
        return after;
    }

    Design m_design;
};

void TestClipboard::roundTrip() {
    std::vector<ElementId> all;
    for (const auto& node : m_design.network.nodes)
        all.push_back(node.key);
    const ClipboardContent content{fragmentOf(m_design, all), QStringLiteral("here")};
    const auto data = toMimeData(content);
    QVERIFY(data->hasFormat(fragmentMimeType));
    const auto back = fromMimeData(data.get());
    QVERIFY(back.has_value());
    QVERIFY(back->fragment == content.fragment);
    QCOMPARE(back->origin, content.origin);
    // Through a program that knows plain text alone.
    QMimeData plain;
    plain.setText(data->text());
    QVERIFY(fromMimeData(&plain).has_value());
}

void TestClipboard::damagedTextIsNothing() {
    const ClipboardContent content{fragmentOf(m_design, {subnet(m_design, "private-1a")}), {}};
    const QByteArray text = toJsonText(content);
    QVERIFY(fromJsonText(text).has_value());
    for (qsizetype cut = 0; cut < text.size() - 1; cut += 7)
        QVERIFY(!fromJsonText(text.left(cut)).has_value());
    for (const char* odd :
         {"", "hello", "{}", "[]", "{\"format\": \"sekisho-nodes\"}",
          "{\"format\": \"sekisho-nodes\", \"version\": 2, \"roots\": [], \"nodes\": [], \"boxes\": []}",
          "{\"format\": \"sekisho-nodes\", \"version\": 1, \"roots\": [1], \"nodes\": [{}], \"boxes\": [7]}"})
        QVERIFY(!fromJsonText(odd).has_value());
}

void TestClipboard::subnetBringsItsContent() {
    const SubnetId id = subnet(m_design, "private-1a");
    const Fragment fragment = fragmentOf(m_design, {id});
    std::vector<ElementId> roots;
    const Design after = paste(fragment, {}, &roots);
    QCOMPARE(roots.size(), std::size_t(1));
    const Subnet* copy = after.network.get(*SubnetId::from(roots.front()));
    QVERIFY(copy && copy->id != id);
    QCOMPARE(copy->name, std::string("private-1a copy"));
    QVERIFY(!copy->cidr->overlaps(*after.network.get(id)->cidr));
    int inCopy = 0;
    for (const Workload& workload : after.network.all<Workload>())
        for (const Interface& interface : workload.interfaces)
            if (interface.subnet == copy->id) {
                ++inCopy;
                // A copy of a service over two subnets stands in the copied one alone.
                QCOMPARE(workload.interfaces.size(), std::size_t(1));
                QVERIFY(!workload.securityGroups.empty());
            }
    QCOMPARE(inCopy, 2); // the service and the database
    // The originals are as they were.
    for (const Workload& workload : m_design.network.all<Workload>())
        QVERIFY(*after.network.get(workload.id) == workload);
    QVERIFY(!hasErrors(check(after)));
}

void TestClipboard::groupsOfTheSameDesignStay() {
    const auto ecs = named<Workload>(m_design, "ecs")->id;
    const Fragment fragment = fragmentOf(m_design, {ecs});
    std::vector<ElementId> roots;
    const Design after = paste(fragment, {}, &roots);
    const Workload* copy = after.network.get(*WorkloadId::from(roots.front()));
    QVERIFY(copy->securityGroups == m_design.network.get(ecs)->securityGroups);
    QCOMPARE(copy->interfaces.size(), m_design.network.get(ecs)->interfaces.size());
}

void TestClipboard::otherDesignGetsNoForeignReferences() {
    const auto ecs = named<Workload>(m_design, "ecs")->id;
    const Fragment fragment = fragmentOf(m_design, {ecs});
    Design other;
    const auto vpc = edits::addVpcWithSubnets(other, "net", *Cidr::parse("10.9.0.0/16"), {"eu-west-1a"});
    QVERIFY(vpc && other.apply(*vpc).has_value());
    const auto group = edits::addSecurityGroup(other, other.network.all<Vpc>().begin()->id, "unrelated");
    QVERIFY(group && other.apply(*group).has_value());
    PasteOptions options;
    options.sameDesign = false;
    options.into = subnet(other, "private-1a");
    const auto pasted = edits::pasteFragment(other, fragment, options);
    QVERIFY(pasted && other.apply(pasted->delta).has_value());
    const Workload* copy = other.network.get(*WorkloadId::from(pasted->roots.front()));
    QVERIFY(copy->securityGroups.empty()); // the group of that number is somebody else's
    QCOMPARE(copy->name, std::string("ecs"));
    QVERIFY(copy->interfaces.front().subnet == SubnetId::from(*options.into));
    // Without a place there is none.
    options.into.reset();
    QVERIFY(!edits::pasteFragment(other, fragment, options).has_value());
}

void TestClipboard::workloadIntoAnotherSubnet() {
    const Fragment fragment = fragmentOf(m_design, {named<Workload>(m_design, "ecs")->id});
    PasteOptions options;
    options.into = subnet(m_design, "public-1a");
    std::vector<ElementId> roots;
    const Design after = paste(fragment, options, &roots);
    const Workload* copy = after.network.get(*WorkloadId::from(roots.front()));
    QCOMPARE(copy->interfaces.size(), std::size_t(1));
    QVERIFY(copy->interfaces.front().subnet == SubnetId::from(*options.into));
}

void TestClipboard::wholeVpc() {
    const VpcId vpc = m_design.network.all<Vpc>().begin()->id;
    const Fragment fragment = fragmentOf(m_design, {vpc});
    std::vector<ElementId> roots;
    const Design after = paste(fragment, {}, &roots);
    QCOMPARE(after.network.all<Vpc>().size(), std::size_t(2));
    QCOMPARE(after.network.all<Subnet>().size(), 2 * m_design.network.all<Subnet>().size());
    QCOMPARE(after.network.all<SecurityGroup>().size(), 2 * m_design.network.all<SecurityGroup>().size());
    // Nothing of the copy refers to the original: rules name the copied groups.
    const VpcId copy = *VpcId::from(roots.front());
    for (const SecurityGroup& group : after.network.all<SecurityGroup>())
        for (const SecurityGroupRule& rule : group.rules)
            if (const auto* peer = std::get_if<SecurityGroupId>(&rule.peer))
                QVERIFY(after.network.get(*peer)->vpc == group.vpc);
    QCOMPARE(zonesOf(after.network, copy).size(), std::size_t(2));
}

void TestClipboard::subnetWithoutZoneIsRefused() {
    const Fragment fragment = fragmentOf(m_design, {subnet(m_design, "private-1a")});
    const auto pasted = edits::pasteFragment(Design(), fragment, {{}, false, 0, 0, {}});
    QVERIFY(!pasted.has_value());
    QVERIFY(pasted.error().code == Code::edit_dangling);
}

void TestClipboard::pasteTwice() {
    const Fragment fragment = fragmentOf(m_design, {named<SecurityGroup>(m_design, "ecs")->id});
    m_design = paste(fragment, {});
    const Design after = paste(fragment, {});
    QVERIFY(named<SecurityGroup>(after, "ecs copy"));
    QVERIFY(named<SecurityGroup>(after, "ecs copy 2"));
}

void TestClipboard::boxesComeAlong() {
    const SubnetId id = subnet(m_design, "private-1a");
    const WorkloadId ecs = named<Workload>(m_design, "ecs")->id;
    const auto placed =
        edits::placeBoxes(m_design, {{Placement{id, {}}, Box{5, 6, 300, {}, false, false, false, {}}},
                                     {Placement{ecs, id}, Box{7, 8, {}, {}, false, false, false, {}}}});
    QVERIFY(placed && m_design.apply(*placed).has_value());
    PasteOptions options;
    options.dx = options.dy = 20;
    std::vector<ElementId> roots;
    const Design after = paste(fragmentOf(m_design, {id}), options, &roots);
    const SubnetId copy = *SubnetId::from(roots.front());
    const Box* box = after.diagram.boxes.find({copy, {}});
    QVERIFY(box);
    QCOMPARE(box->x, 25);
    QCOMPARE(box->width, std::optional<std::int32_t>(300));
    bool inner = false;
    for (const auto& entry : after.diagram.boxes)
        inner = inner || (entry.key.in == copy && entry.value->x == 7 && entry.value->y == 8);
    QVERIFY(inner); // what is in it keeps its place within
}

QTEST_MAIN(TestClipboard)
#include "test_clipboard.moc"
