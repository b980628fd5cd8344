// SPDX-License-Identifier: Apache-2.0
#include "core/model/edits.h"
#include "core/model/fragment.h"
#include "core/model/references.h"
#include "core/model/templates.h"

#include <QTest>

#include <set>

using namespace sekisho;

/// Copies of parts of a design, whatever the part.
class FragmentTest : public QObject {
    Q_OBJECT
private slots:
    void everyNodeCanBeCopied();
    void copiesShareNoIds();
    void missingNodesAreNotCopied();
    void aZoneBecomesTheNext();
};

void FragmentTest::everyNodeCanBeCopied() {
    const Design design = *makeTemplate("hands-on");
    for (const auto& entry : design.network.nodes) {
        const QByteArray id = QByteArray::fromStdString(toString(entry.key));
        const Fragment fragment = fragmentOf(design, {entry.key});
        QVERIFY2(fragment.roots == std::vector<ElementId>{entry.key}, id);
        const auto pasted = edits::pasteFragment(design, fragment);
        QVERIFY2(pasted.has_value(), id);
        Design after = design;
        QVERIFY2(after.apply(pasted->delta).has_value(), id);
        QCOMPARE(after.network.nodes.size(), design.network.nodes.size() + fragment.nodes.size());
        QCOMPARE(pasted->roots.size(), std::size_t(1));
        QVERIFY2(after.network.find(pasted->roots.front()), id);
        // What was there is untouched, and references lead somewhere.
        for (const auto& old : design.network.nodes)
            QVERIFY2(*after.network.find(old.key) == *old.value, id);
        for (const auto& node : after.network.nodes)
            forEachReference(*node.value,
                             [&](ElementId, ElementId target) { QVERIFY2(after.network.find(target), id); });
        QVERIFY(after.apply(pasted->delta.inverse()).has_value());
        QVERIFY(after == design);
    }
}

void FragmentTest::copiesShareNoIds() {
    const Design design = *makeTemplate("hands-on");
    std::vector<ElementId> all;
    for (const auto& entry : design.network.nodes)
        all.push_back(entry.key);
    const auto pasted = edits::pasteFragment(design, fragmentOf(design, all));
    QVERIFY(pasted.has_value());
    Design after = design;
    QVERIFY(after.apply(pasted->delta).has_value());
    std::set<ElementId> ids;
    for (const auto& node : after.network.nodes) {
        QVERIFY(ids.insert(node.key).second);
        forEachPart(*node.value, [&](ElementId part) { QVERIFY(ids.insert(part).second); });
    }
    QCOMPARE(after.network.nodes.size(), 2 * design.network.nodes.size());
}

void FragmentTest::missingNodesAreNotCopied() {
    const Design design = *makeTemplate("hands-on");
    QVERIFY(fragmentOf(design, {SubnetId{99}}).nodes.empty());
    const auto pasted = edits::pasteFragment(design, {});
    QVERIFY(pasted && pasted->delta.empty());
}

/// No VPC has a zone twice: the copy of one is the next that the Region has.
void FragmentTest::aZoneBecomesTheNext() {
    Design design = *makeTemplate("hands-on");
    const auto zones = design.network.all<AvailabilityZone>();
    const VpcId vpc = zones.begin()->vpc;
    const Fragment fragment = fragmentOf(design, {zones.begin()->id});
    PasteOptions options;
    options.zonesOfRegion = {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"};
    for (const char* expected : {"ap-northeast-1d", "ap-northeast-1e"}) {
        const auto pasted = edits::pasteFragment(design, fragment, options);
        QVERIFY(pasted && design.apply(pasted->delta).has_value());
        QCOMPARE(zonesOf(design.network, vpc).back()->zone, std::string(expected));
    }
    // Where it is not taken, it stays.
    Design other;
    const auto net = edits::addVpcWithSubnets(other, "net", *Cidr::parse("10.1.0.0/16"), {"ap-northeast-1c"});
    QVERIFY(net && other.apply(*net).has_value());
    options.into = ElementId(other.network.all<Vpc>().begin()->id);
    options.sameDesign = false;
    const auto pasted = edits::pasteFragment(other, fragment, options);
    QVERIFY(pasted && other.apply(pasted->delta).has_value());
    QCOMPARE(zonesOf(other.network, other.network.all<Vpc>().begin()->id).back()->zone,
             std::string("ap-northeast-1a"));
}

QTEST_GUILESS_MAIN(FragmentTest)
#include "test_fragment.moc"
