// SPDX-License-Identifier: Apache-2.0
#include "tests/canvas/designs.h"
#include "ui/canvas/layout.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::canvas;
using namespace sekisho::test;

namespace {

Layout layoutFor(const Design& design) {
    return layoutOf(design, linksOf(design));
}

QString nameOf(const Placement& placement) {
    QString name = QString::fromStdString(toString(placement.node));
    if (placement.in) name += QStringLiteral(" in %1").arg(placement.in->number);
    return name;
}

bool isTile(Shape shape) {
    return !isContainer(shape) && shape != Shape::Gate && shape != Shape::RouteTable;
}

Box boxAt(int x, int y) {
    Box box;
    box.x = x;
    box.y = y;
    return box;
}

void place(Design& design, const Placement& placement, const Box& box) {
    make(design, edits::placeBoxes(design, {{placement, box}}));
}

} // namespace

class CanvasLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void everyNodeIsDrawn_data() { designs(); }
    void everyNodeIsDrawn() {
        const Design design = current();
        const Layout layout = layoutFor(design);
        std::set<ElementId> drawn;
        for (const Placed& placed : layout.items)
            drawn.insert(placed.placement.node);
        for (const auto& entry : design.network.nodes)
            QVERIFY2(drawn.contains(entry.key), toString(entry.key).c_str());
        // Each place once.
        QCOMPARE(layout.index.size(), layout.items.size());
    }

    void workloadsAreDrawnOncePerSubnet() {
        const Design design = platform();
        const Layout layout = layoutFor(design);
        for (const Workload& workload : design.network.all<Workload>())
            for (const Interface& interface : workload.interfaces)
                QVERIFY(layout.find({workload.id, interface.subnet}));
        for (const VpcEndpoint& endpoint : design.network.all<VpcEndpoint>())
            for (const SubnetId subnet : endpoint.subnets)
                QVERIFY(layout.find({endpoint.id, subnet}));
    }

    void childrenAreInsideTheirParents_data() { designs(); }
    void childrenAreInsideTheirParents() {
        const Layout layout = layoutFor(current());
        for (const Placed& placed : layout.items) {
            if (placed.parent < 0) continue;
            const Placed& parent = layout.items[std::size_t(placed.parent)];
            QVERIFY(isContainer(parent.shape));
            const bool onBorder = placed.shape == Shape::Gate || placed.shape == Shape::RouteTable ||
                                  placed.shape == Shape::BorderTile;
            if (onBorder)
                QVERIFY2(parent.rect.adjusted(-1, -1, 1, 1).intersects(placed.rect),
                         qPrintable(nameOf(placed.placement)));
            else
                QVERIFY2(parent.rect.contains(placed.rect), qPrintable(nameOf(placed.placement)));
        }
    }

    void nothingOverlaps_data() { designs(); }
    void nothingOverlaps() {
        const Design design = current();
        const Layout layout = layoutFor(design);
        const auto byHand = [&](int index) {
            for (; index >= 0; index = layout.items[std::size_t(index)].parent)
                if (design.diagram.boxes.contains(layout.items[std::size_t(index)].placement)) return true;
            return false;
        };
        for (std::size_t i = 0; i < layout.items.size(); ++i) {
            if (!isTile(layout.items[i].shape) || byHand(int(i))) continue;
            for (std::size_t j = i + 1; j < layout.items.size(); ++j) {
                if (!isTile(layout.items[j].shape) || byHand(int(j))) continue;
                QVERIFY2(!layout.items[i].rect.intersects(layout.items[j].rect),
                         qPrintable(nameOf(layout.items[i].placement) + " and " +
                                    nameOf(layout.items[j].placement)));
            }
        }
        for (std::size_t i = 0; i < layout.items.size(); ++i)
            for (std::size_t j = i + 1; j < layout.items.size(); ++j) {
                const Placed &a = layout.items[i], &b = layout.items[j];
                if (!isContainer(a.shape) || a.shape != b.shape || byHand(int(i)) || byHand(int(j))) continue;
                QVERIFY2(!a.rect.intersects(b.rect),
                         qPrintable(nameOf(a.placement) + " and " + nameOf(b.placement)));
            }
    }

    void isDeterministic() {
        for (const auto& [name, design] : manyDesigns())
            QVERIFY2(layoutFor(design).items == layoutFor(Design(design)).items, qPrintable(name));
    }

    void theHandsOnDesignLooksLikeThePicture() {
        const Design design = handsOn();
        const Layout layout = layoutFor(design);
        const auto rect = [&](ElementId node, std::optional<SubnetId> in = {}) {
            return layout.find({node, in})->rect;
        };
        // Two columns with the spine between them, public above private.
        const QRectF first = rect(AvailabilityZoneId{1}), second = rect(AvailabilityZoneId{2});
        QCOMPARE(second.left() - first.right(), gutterWidth);
        QCOMPARE(first.size(), second.size());
        QVERIFY(rect(SubnetId{1}).bottom() < rect(SubnetId{3}).top());
        QCOMPARE(rect(SubnetId{1}).top(), rect(SubnetId{2}).top());
        const double spine = layout.vpcs.front().spineX;
        QCOMPARE(spine, (first.right() + second.left()) / 2);
        // The gateway stands on the border, the internet above it, the chips below it.
        QCOMPARE(rect(InternetGatewayId{1}).center(), QPointF(spine, rect(VpcId{1}).top()));
        QCOMPARE(rect(ExternalId{1}).center().x(), spine);
        QVERIFY(rect(ExternalId{1}).bottom() < rect(InternetGatewayId{1}).top());
        for (std::uint32_t i = 1; i <= 3; ++i) {
            const QRectF chip = rect(SecurityGroupId{i});
            QCOMPARE(chip.center().x(), spine);
            for (const Interface& interface : design.network.get(WorkloadId{i})->interfaces)
                QCOMPARE(rect(WorkloadId{i}, interface.subnet).center().y(), chip.center().y());
        }
        // Mirrored: what talks to groups stands by the spine, NAT gateways at the outside.
        QVERIFY(rect(NatGatewayId{1}).center().x() < rect(WorkloadId{1}, SubnetId{1}).center().x());
        QVERIFY(rect(NatGatewayId{2}).center().x() > rect(WorkloadId{1}, SubnetId{2}).center().x());
        QCOMPARE(rect(ElasticIpId{1}).center().y(), rect(NatGatewayId{1}).center().y());
        // Gates straddle the top border, public tables too; private ones the outer border.
        QCOMPARE(rect(NetworkAclId{1}, SubnetId{1}).center().y(), rect(SubnetId{1}).top());
        QCOMPARE(rect(RouteTableId{1}, SubnetId{1}).center().y(), rect(SubnetId{1}).top());
        QCOMPARE(rect(RouteTableId{2}, SubnetId{3}).center().x(), rect(SubnetId{3}).left());
        QCOMPARE(rect(RouteTableId{3}, SubnetId{4}).center().x(), rect(SubnetId{4}).right());
    }

    void boxesAreRelativeToTheContent() {
        Design design = handsOn();
        const Placement tile{WorkloadId{2}, SubnetId{3}}, subnet{SubnetId{3}, {}};
        const Layout before = layoutFor(design);
        place(design, tile, boxAt(20, 60));
        const Layout after = layoutFor(design);
        QCOMPARE(after.find(tile)->rect.topLeft(), after.find(subnet)->content + QPointF(20, 60));
        // The others stay where they were.
        for (const Placed& placed : before.items)
            if (isTile(placed.shape) && placed.placement != tile && placed.shape != Shape::Chip)
                QCOMPARE(after.find(placed.placement)->rect, placed.rect);
        // Moving the container takes what is in it along.
        place(design, subnet, boxAt(40, 220));
        const Layout moved = layoutFor(design);
        QCOMPARE(moved.find(subnet)->rect.topLeft(),
                 moved.find({AvailabilityZoneId{1}, {}})->content + QPointF(40, 220));
        QCOMPARE(moved.find(tile)->rect.topLeft() - moved.find(subnet)->rect.topLeft(),
                 after.find(tile)->rect.topLeft() - after.find(subnet)->rect.topLeft());
    }

    void automaticTilesGiveWay() {
        Design design = handsOn();
        const Placement ecs{WorkloadId{2}, SubnetId{3}}, rds{WorkloadId{3}, SubnetId{3}};
        const Layout before = layoutFor(design);
        const QPointF onRds = before.find(rds)->rect.topLeft() - before.find({SubnetId{3}, {}})->content;
        place(design, ecs, boxAt(int(onRds.x()), int(onRds.y())));
        const Layout after = layoutFor(design);
        QVERIFY(!after.find(ecs)->rect.intersects(after.find(rds)->rect));
        QVERIFY(after.find({SubnetId{3}, {}})->rect.contains(after.find(rds)->rect));
    }

    void containersGrowButNeverBelowTheirContent() {
        Design design = handsOn();
        const Placement subnet{SubnetId{3}, {}};
        const QRectF natural = layoutFor(design).find(subnet)->rect;
        Box box = boxAt(24, 300);
        box.width = 500;
        box.height = 400;
        place(design, subnet, box);
        const Layout large = layoutFor(design);
        QCOMPARE(large.find(subnet)->rect.size(), QSizeF(500, 400));
        QVERIFY(large.find({AvailabilityZoneId{1}, {}})->rect.contains(large.find(subnet)->rect));
        QVERIFY(large.find({VpcId{1}, {}})->rect.contains(large.find({AvailabilityZoneId{1}, {}})->rect));
        box.width = 10;
        box.height = 10;
        place(design, subnet, box);
        const QSizeF least = layoutFor(design).find(subnet)->rect.size();
        QVERIFY(least.width() >= natural.width() - 0.1);
        QVERIFY(least.height() >= 150);
    }

    void rulesMoveNothing() {
        Design design = scaled(200, 400, 20);
        const Links before = linksOf(design);
        const SecurityGroup group = *design.network.get(SecurityGroupId{10});
        SecurityGroup changed = group;
        changed.rules.back().traffic = Traffic::tcp(9999);
        QVERIFY(!movesThings(Node(group), Node(changed)));
        make(design, edits::replaceNode(design, Node(changed)));
        QVERIFY(linksOf(design).sameShape(before));
        SecurityGroup renamed = group;
        renamed.name = "a much longer name";
        QVERIFY(movesThings(Node(group), Node(renamed)));
        // A workload's name stands under its tile, where it moves nothing.
        const Workload workload = *design.network.get(WorkloadId{1});
        Workload named = workload;
        named.name = "other";
        QVERIFY(!movesThings(Node(workload), Node(named)));
        named.securityGroups.clear();
        QVERIFY(movesThings(Node(workload), Node(named)));
    }

    void fewGroupsStandInTheSpineWithoutMembers() {
        Design design = handsOn();
        const VpcId vpc{1};
        const double spine = layoutFor(design).find({SecurityGroupId{1}, {}})->rect.center().x();
        make(design, edits::addSecurityGroup(design, vpc, "cache"));
        make(design, edits::addSecurityGroup(design, vpc, "queue"));
        const Layout layout = layoutFor(design);
        double y = layout.find({SecurityGroupId{3}, {}})->rect.bottom();
        for (const std::uint32_t number : {4u, 5u}) {
            const Placed* chip = layout.find({SecurityGroupId{number}, {}});
            QVERIFY(chip);
            QCOMPARE(chip->rect.center().x(), layout.find({SecurityGroupId{1}, {}})->rect.center().x());
            QVERIFY(chip->rect.top() > y + 20); // room for the label of a rule
            y = chip->rect.bottom();
        }
        QVERIFY(layout.find({vpc, {}})->rect.bottom() > y);
        QVERIFY(std::abs(spine - layout.find({SecurityGroupId{1}, {}})->rect.center().x()) < 1);
        // Many go onto the shelf below.
        for (int i = 0; i < 9; ++i)
            make(design, edits::addSecurityGroup(design, vpc, "more" + std::to_string(i)));
        const Layout crowded = layoutFor(design);
        QVERIFY(crowded.find({SecurityGroupId{4}, {}})->rect.top() >
                crowded.find({SubnetId{4}, {}})->rect.bottom());
    }

    void groupsWithoutMembersStayAboveThoseThatHaveSome() {
        Design design = handsOn();
        const VpcId vpc{1};
        const double before = layoutFor(design).find({vpc, {}})->rect.height();
        const Network members = design.network; // that which is gone over stays
        for (const std::uint32_t number : {1u, 2u})
            for (const Workload& workload : members.all<Workload>())
                make(design, edits::setMembership(design, SecurityGroupId{number}, workload.id, false));
        const auto top = [](const Layout& layout, std::uint32_t number) {
            return layout.find({SecurityGroupId{number}, {}})->rect.top();
        };
        const Layout layout = layoutFor(design);
        QVERIFY(top(layout, 1) < top(layout, 2) && top(layout, 2) < top(layout, 3));
        QCOMPARE(layout.find({vpc, {}})->rect.height(), before);
        // Where a line passes they would be in its way.
        addRule(design, SecurityGroupId{3}, "tcp/5432", Cidr::anywhere(IpFamily::V4));
        const Layout crossed = layoutFor(design);
        QVERIFY(top(crossed, 3) < top(crossed, 1) && top(crossed, 1) < top(crossed, 2));
    }

    void longNamesStayInTheirPlaces() {
        Design design = handsOn();
        const std::string name(100, 'W');
        make(design, edits::rename(design, SecurityGroupId{1}, name));
        make(design, edits::rename(design, NetworkAclId{1}, name));
        const Layout layout = layoutFor(design);
        QVERIFY(layout.find({SecurityGroupId{1}, {}})->rect.width() <= longestChipName + 50);
        QVERIFY(layout.find({NetworkAclId{1}, SubnetId{1}})->rect.width() <= longestGateName + 40);
        const Placed& chip = *layout.find({SecurityGroupId{1}, {}});
        for (const Placed& placed : layout.items)
            if (placed.shape == Shape::Zone) QVERIFY(!placed.rect.intersects(chip.rect));
    }

    void aCrowdIsNoTower() {
        const Design design = crowd();
        const Layout layout = layoutFor(design);
        const QRectF all = layout.find({VpcId{1}, {}})->rect;
        QVERIFY(all.width() > all.height());
        // What is alone in its subnet stands in the first row, whatever is beside it in the other zone.
        const Workload& alone = *design.network.get(WorkloadId{41});
        const SubnetId home = alone.interfaces.front().subnet;
        QVERIFY(layout.find({alone.id, home})->rect.top() - layout.find({home, {}})->rect.top() < tileRow);
    }

    void aBoxThatSaysNothingOfThePlaceMovesNothing() {
        Design design = handsOn();
        const Layout before = layoutFor(design);
        Box box;
        box.automatic = true;
        box.color = 5;
        place(design, {SecurityGroupId{2}, {}}, box);
        QVERIFY(layoutFor(design).items == before.items);
    }

private:
    void designs() {
        QTest::addColumn<int>("which");
        m_designs = manyDesigns();
        for (std::size_t i = 0; i < m_designs.size(); ++i)
            QTest::newRow(qPrintable(m_designs[i].first)) << int(i);
    }
    Design current() {
        QFETCH(int, which);
        return m_designs[std::size_t(which)].second;
    }

    std::vector<std::pair<QString, Design>> m_designs;
};

QTEST_MAIN(CanvasLayoutTest)
#include "layout_test.moc"
