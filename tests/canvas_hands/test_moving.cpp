// SPDX-License-Identifier: Apache-2.0
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "ui/canvas/moving.h"

#include <QtTest>

using namespace sekisho;
using namespace sekisho::canvas;
using Makes = Reparenting::Makes;

/// What a drag means: where things stay, where they go over, what they line up with.
class TestMoving : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_design = *makeTemplate("hands-on");
        for (const AvailabilityZone& zone : m_design.network.all<AvailabilityZone>())
            m_zones.push_back(zone.id);
        for (const Subnet& subnet : m_design.network.all<Subnet>())
            (subnet.tier == Tier::Public ? m_public : m_private).push_back(subnet.id);
        m_vpc = m_design.network.all<Vpc>().begin()->id;
        m_nat = m_design.network.all<NatGateway>().begin()->id;
        for (const Workload& workload : m_design.network.all<Workload>())
            if (workload.workloadKind == WorkloadKind::EcsService) m_ecs = workload.id;
    }
    void subnetToAnotherZone();
    void subnetIntoSubnetIsRefused();
    void natToAnotherSubnet();
    void workloadToAnotherSubnet();
    void withinItsContainerItStays();
    void containersStay();
    void snapping();
    void guidesBeatTheGrid();
    void arranging_data();
    void arranging();

private:
    Placement at(ElementId id) const { return {id, {}}; }

    Design m_design;
    std::vector<AvailabilityZoneId> m_zones;
    std::vector<SubnetId> m_public, m_private;
    VpcId m_vpc;
    NatGatewayId m_nat;
    WorkloadId m_ecs;
};

void TestMoving::subnetToAnotherZone() {
    const auto plan = planReparenting(m_design.network, at(m_private[0]), at(m_zones[0]), at(m_zones[1]));
    QVERIFY(plan.makes == Makes::Move);
    QVERIFY(plan.target == at(m_zones[1]));
    Design design = m_design;
    const auto delta = reparent(design, at(m_private[0]), *plan.target);
    QVERIFY(delta && design.apply(*delta).has_value());
    QVERIFY(design.network.get(m_private[0])->az == m_zones[1]);
    QVERIFY(planReparenting(m_design.network, at(m_private[0]), at(m_zones[0]), at(m_vpc)).makes ==
            Makes::Refuse);
    QVERIFY(planReparenting(m_design.network, at(m_private[0]), at(m_zones[0]), {}).makes == Makes::Refuse);
}

void TestMoving::subnetIntoSubnetIsRefused() {
    const auto plan = planReparenting(m_design.network, at(m_private[0]), at(m_zones[0]), at(m_public[1]));
    QVERIFY(plan.makes == Makes::Refuse);
    QCOMPARE(plan.refusal, QStringLiteral("A subnet cannot hold a subnet."));
    QVERIFY(plan.target == at(m_public[1]));
}

void TestMoving::natToAnotherSubnet() {
    const auto home = *m_design.network.get(m_nat)->subnet;
    const SubnetId other = m_public[home == m_public[0] ? 1 : 0];
    QVERIFY(planReparenting(m_design.network, at(m_nat), at(home), at(other)).makes == Makes::Move);
    const auto refused = planReparenting(m_design.network, at(m_nat), at(home), at(m_private[0]));
    QVERIFY(refused.makes == Makes::Refuse);
    QVERIFY2(refused.refusal.contains("private-1a"), qPrintable(refused.refusal));
    Design design = m_design;
    const auto delta = reparent(design, at(m_nat), at(other));
    QVERIFY(delta && design.apply(*delta).has_value());
    QVERIFY(design.network.get(m_nat)->subnet == other);
}

void TestMoving::workloadToAnotherSubnet() {
    const Placement drawn{m_ecs, m_private[0]};
    const auto plan = planReparenting(m_design.network, drawn, at(m_private[0]), at(m_public[0]));
    QVERIFY(plan.makes == Makes::Move);
    QVERIFY((drawnAfter(drawn, *plan.target) == Placement{m_ecs, m_public[0]}));
    Design design = m_design;
    const auto delta = reparent(design, drawn, *plan.target);
    QVERIFY(delta && design.apply(*delta).has_value());
    QVERIFY(design.network.get(m_ecs)->interfaces.front().subnet == m_public[0]);
    // The service stands in the other private subnet already.
    const auto twice = planReparenting(m_design.network, drawn, at(m_private[0]), at(m_private[1]));
    QVERIFY(twice.makes == Makes::Refuse);
    QVERIFY(planReparenting(m_design.network, drawn, at(m_private[0]), at(m_zones[0])).makes ==
            Makes::Refuse);
}

void TestMoving::withinItsContainerItStays() {
    QVERIFY(
        planReparenting(m_design.network, {m_ecs, m_private[0]}, at(m_private[0]), at(m_private[0])).makes ==
        Makes::Stay);
    QVERIFY(planReparenting(m_design.network, at(m_private[0]), at(m_zones[0]), at(m_zones[0])).makes ==
            Makes::Stay);
}

void TestMoving::containersStay() {
    QVERIFY(planReparenting(m_design.network, at(m_zones[0]), at(m_vpc), at(m_vpc)).makes == Makes::Stay);
    QVERIFY(planReparenting(m_design.network, at(m_zones[0]), at(m_vpc), {}).makes == Makes::Refuse);
    QVERIFY(planReparenting(m_design.network, at(m_vpc), {}, {}).makes == Makes::Stay);
    const auto group = m_design.network.all<SecurityGroup>().begin()->id;
    QVERIFY(planReparenting(m_design.network, at(group), at(m_vpc), at(m_private[0])).makes == Makes::Stay);
    QVERIFY(planReparenting(m_design.network, at(group), at(m_vpc), {}).makes == Makes::Refuse);
    QVERIFY(!isMovable(at(m_design.network.all<NetworkAcl>().begin()->id)));
}

void TestMoving::snapping() {
    const QRectF rect(103, 207, 50, 50);
    const auto snapped = snap(rect, {14, 2}, {}, {3, 7}, 6);
    // The corner, seen from the content's origin, is on the grid.
    QCOMPARE(rect.topLeft() + snapped.offset, QPointF(113, 207));
    QVERIFY(snapped.guides.empty());
}

void TestMoving::guidesBeatTheGrid() {
    const QRectF rect(0, 0, 50, 50);
    const QRectF other(203, 300, 50, 50);
    const auto snapped = snap(rect, {200, 100}, {other}, {}, 6);
    QCOMPARE(snapped.offset, QPointF(203, 100));
    QCOMPARE(snapped.guides.size(), std::size_t(1));
    QCOMPARE(snapped.guides.front().x1(), snapped.guides.front().x2());
    // Out of reach: the grid.
    QCOMPARE(snap(rect, {190, 100}, {other}, {}, 6).offset, QPointF(190, 100));
}

void TestMoving::arranging_data() {
    QTest::addColumn<int>("arrangement");
    QTest::addColumn<QList<QPointF>>("corners");
    using A = Arrangement;
    QTest::newRow("left") << int(A::Left) << QList<QPointF>{{0, 0}, {0, 100}, {0, 300}};
    QTest::newRow("top") << int(A::Top) << QList<QPointF>{{0, 0}, {100, 0}, {50, 0}};
    QTest::newRow("center") << int(A::Center) << QList<QPointF>{{65, 0}, {65, 100}, {55, 300}};
    QTest::newRow("down") << int(A::DistributeVertically) << QList<QPointF>{{0, 0}, {100, 150}, {50, 300}};
    QTest::newRow("across") << int(A::DistributeHorizontally)
                            << QList<QPointF>{{0, 0}, {100, 100}, {45, 300}};
}

void TestMoving::arranging() {
    QFETCH(int, arrangement);
    QFETCH(QList<QPointF>, corners);
    const std::vector<QRectF> rects{{0, 0, 20, 20}, {100, 100, 50, 20}, {50, 300, 40, 20}};
    const auto result = arranged(rects, Arrangement(arrangement));
    if (QByteArray(QTest::currentDataTag()) == "across") {
        // 0-20, then 40 wide, then 100-150: the gaps are equal.
        QCOMPARE(result[2].x() - 20, result[1].x() - (result[2].x() + 40));
        return;
    }
    if (QByteArray(QTest::currentDataTag()) == "center") {
        for (std::size_t i = 0; i < rects.size(); ++i)
            QCOMPARE(result[i].x() + rects[i].width() / 2, 75.0);
        return;
    }
    for (std::size_t i = 0; i < rects.size(); ++i)
        QCOMPARE(result[i], corners[qsizetype(i)]);
}

QTEST_MAIN(TestMoving)
#include "test_moving.moc"
