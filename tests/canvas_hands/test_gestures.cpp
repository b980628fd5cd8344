// SPDX-License-Identifier: Apache-2.0
#include "tests/canvas_hands/workbench.h"
#include "ui/canvas/drop.h"

#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace sekisho;
using namespace sekisho::canvas;

namespace {

/// Whether what is at a point takes a new thing of the kind.
bool isTakenAt(const Workbench& bench, PaletteKind kind, QPointF point) {
    return dropTarget(bench.network(), kind, bench.view->dropPlaceAt(point)).takes();
}

} // namespace

/// The mouse on the canvas: what each gesture makes of the design, in one step of undo.
class TestGestures : public QObject {
    Q_OBJECT
private slots:
    void clickSelects();
    void rubberBand();
    void dragMovesInOneStep();
    void dragBackIsNoStep();
    void escapeCancelsTheDrag();
    void controlInvertsSnapping();
    void dragMovesAllSelected();
    void dropIntoAnotherSubnet();
    void dropOfSubnetIntoAnotherZone();
    void refusedDropSaysWhy();
    void resizeContainer();
    void resizeNeverBelowContent();
    void connectByHandle();
    void groupOnAWorkloadTakesItIn();
    void smallChipsAreNotAllHandle();
    void connectGroupsByTool();
    void connectSubnetToNat();
    void connectingRefusalSaysWhy();
    void popoverCanBeCancelled();
    void panning();
    void zoomAtTheCursor();
    void paletteDragLightsUpAndDrops();
    void paletteDragRefused();
    void everyKindOnEveryContainer();
    void endpointAsksForItsService();
    void contextMenuFits();
    void fittingOnOpen();
};

void TestGestures::clickSelects() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const Placement rds = bench.at(bench.named<Workload>("rds").id);
    bench.click(bench.center(ecs));
    QVERIFY(bench.selection.elements() == std::vector<ElementId>{ecs.node});
    bench.click(bench.center(rds), Qt::ShiftModifier);
    QVERIFY((bench.selection.elements() == std::vector<ElementId>{ecs.node, rds.node}));
    bench.click(bench.center(ecs), Qt::ControlModifier);
    QVERIFY(bench.selection.elements() == std::vector<ElementId>{rds.node});
    bench.click(bench.view->canvas().contentRect().topLeft() - QPointF(30, 0));
    QVERIFY(bench.selection.empty());
    // The ground of a VPC is the VPC.
    const Placement vpc = bench.at(bench.network().all<Vpc>().begin()->id);
    bench.click(bench.rect(vpc).bottomLeft() + QPointF(6, -6));
    QVERIFY(bench.selection.single() == vpc.node);
    QCOMPARE(bench.steps(), 0);
}

void TestGestures::rubberBand() {
    Workbench bench;
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    const QRectF rect = bench.rect(subnet).adjusted(-4, -4, 4, 4);
    // From the ground of the zone to the zone's other side.
    bench.press(rect.bottomLeft());
    bench.move(rect.center());
    bench.move(rect.topRight());
    QVERIFY(bench.selection.contains(subnet.node));
    bench.release(rect.topRight());
    QVERIFY(bench.selection.contains(subnet.node));
    QVERIFY(bench.selection.contains(bench.named<Workload>("rds").id));
    QVERIFY(!bench.selection.contains(bench.named<Subnet>("private-1c").id));
    QCOMPARE(bench.steps(), 0);
    // Shift adds to what is selected; Esc gives back what was.
    const auto before = bench.selection.elements();
    const QRectF other = bench.rect(bench.at(bench.named<Subnet>("public-1a").id)).adjusted(-4, -4, 4, 4);
    bench.press(other.bottomRight(), Qt::ShiftModifier);
    bench.move(other.topLeft());
    QVERIFY(bench.selection.elements().size() > before.size());
    bench.key(Qt::Key_Escape);
    QVERIFY(bench.selection.elements() == before);
    bench.release(other.topLeft());
    QVERIFY(bench.selection.elements() == before);
}

void TestGestures::dragMovesInOneStep() {
    Workbench bench;
    const Design before = bench.design();
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const QRectF from = bench.rect(ecs);
    bench.drag(from.center(), from.center() + QPointF(-130, 30));
    QCOMPARE(bench.steps(), 1);
    const Box* box = bench.design().diagram.boxes.find(ecs);
    QVERIFY(box);
    // On the grid of its subnet, and there it is drawn.
    QCOMPARE(box->x % gridStep, 0);
    const QPointF moved = bench.rect(ecs).topLeft() - from.topLeft();
    QVERIFY(std::abs(moved.x() + 130) <= 10 && std::abs(moved.y() - 30) <= 10);
    // The other drawing of the service stayed.
    QVERIFY(!bench.design().diagram.boxes.find(bench.at(ecs.node, 1)));
    QVERIFY(bench.undoes(before));
}

void TestGestures::dragBackIsNoStep() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const QPointF center = bench.center(ecs);
    bench.press(center);
    bench.move(center + QPointF(-80, 40), Qt::ControlModifier);
    bench.move(center, Qt::ControlModifier);
    bench.release(center, Qt::ControlModifier);
    QCOMPARE(bench.steps(), 0);
    QVERIFY(bench.design().diagram.boxes.empty());
}

void TestGestures::escapeCancelsTheDrag() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const QPointF center = bench.center(ecs);
    bench.press(center);
    bench.move(center + QPointF(-80, 40));
    QVERIFY(bench.view->tool().busy());
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.view->tool().busy());
    bench.move(center + QPointF(-90, 50));
    bench.release(center + QPointF(-90, 50));
    QCOMPARE(bench.steps(), 0);
    QCOMPARE(bench.center(ecs), center);
}

void TestGestures::controlInvertsSnapping() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const QRectF from = bench.rect(ecs);
    bench.drag(from.center(), from.center() + QPointF(-113, 37), Qt::ControlModifier);
    QCOMPARE(bench.rect(ecs).topLeft() - from.topLeft(), QPointF(-113, 37));
    bench.document.undoStack()->undo();
    bench.run(Command::ViewSnap);
    bench.run(Command::ViewSnapGuides);
    QVERIFY(bench.view->snapping() == (Snapping{false, false}));
    bench.drag(from.center(), from.center() + QPointF(-113, 37));
    QCOMPARE(bench.rect(ecs).topLeft() - from.topLeft(), QPointF(-113, 37));
}

void TestGestures::dragMovesAllSelected() {
    Workbench bench;
    const Design before = bench.design();
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const Placement rds = bench.at(bench.named<Workload>("rds").id);
    const QPointF e = bench.center(ecs), r = bench.center(rds);
    bench.click(e);
    bench.click(r, Qt::ShiftModifier);
    bench.drag(e, e + QPointF(-60, 10), Qt::ControlModifier);
    QCOMPARE(bench.steps(), 1);
    QCOMPARE(bench.center(ecs), e + QPointF(-60, 10));
    QCOMPARE(bench.center(rds), r + QPointF(-60, 10));
    QVERIFY(bench.undoes(before));
}

void TestGestures::dropIntoAnotherSubnet() {
    Workbench bench;
    const Design before = bench.design();
    const WorkloadId ecs = bench.named<Workload>("ecs").id;
    const SubnetId from = bench.named<Subnet>("private-1a").id;
    const SubnetId to = bench.named<Subnet>("public-1a").id;
    bench.drag(bench.center({ecs, from}), bench.center(bench.at(to)) + QPointF(20, 10));
    QCOMPARE(bench.steps(), 1);
    const auto& interfaces = bench.network().get(ecs)->interfaces;
    QVERIFY(interfaces.front().subnet == to);
    QVERIFY(bench.view->canvas().rectOf({ecs, to}));
    QVERIFY(bench.undoes(before));
}

void TestGestures::dropOfSubnetIntoAnotherZone() {
    Workbench bench;
    const Design before = bench.design();
    const Subnet subnet = bench.named<Subnet>("private-1a");
    const AvailabilityZoneId zone = bench.named<AvailabilityZone>("ap-northeast-1c").id;
    const QRectF target = bench.rect(bench.at(zone));
    bench.drag(bench.header(bench.at(subnet.id)), target.topLeft() + QPointF(60, 12));
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.network().get(subnet.id)->az == zone);
    QVERIFY(bench.undoes(before));
}

void TestGestures::refusedDropSaysWhy() {
    Workbench bench;
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    const QPointF to = bench.center(bench.at(bench.named<Subnet>("public-1c").id)) + QPointF(0, 40);
    bench.press(bench.header(subnet));
    bench.move(bench.header(subnet) + QPointF(40, 0));
    bench.move(to);
    QCOMPARE(bench.notice(), QStringLiteral("A subnet cannot hold a subnet."));
    bench.release(to);
    QCOMPARE(bench.steps(), 0);
    // A NAT gateway into a private subnet.
    const NatGatewayId nat = bench.network().all<NatGateway>().begin()->id;
    const QPointF there = bench.center(subnet) + QPointF(-60, 0);
    bench.press(bench.center(bench.at(nat)));
    bench.move(there - QPointF(20, 20));
    bench.move(there);
    QVERIFY2(bench.notice().contains("private-1a is private"), qPrintable(bench.notice()));
    bench.release(there);
    QCOMPARE(bench.steps(), 0);
}

void TestGestures::resizeContainer() {
    Workbench bench;
    const Design before = bench.design();
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    bench.click(bench.header(subnet));
    const QRectF from = bench.rect(subnet);
    const QPointF grip(from.center().x(), from.bottom());
    bench.hover(grip);
    QCOMPARE(bench.viewport()->cursor().shape(), Qt::SizeVerCursor);
    bench.drag(grip, grip + QPointF(0, 60));
    QCOMPARE(bench.steps(), 1);
    const Box* box = bench.design().diagram.boxes.find(subnet);
    QVERIFY(box && box->height && box->width);
    QCOMPARE(*box->height, qRound(from.height()) + 60);
    QCOMPARE(bench.rect(subnet).height(), from.height() + 60);
    QVERIFY(bench.undoes(before));
}

void TestGestures::resizeNeverBelowContent() {
    Workbench bench;
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    bench.click(bench.header(subnet));
    const QRectF from = bench.rect(subnet);
    const QPointF grip(from.center().x(), from.bottom());
    bench.drag(grip, QPointF(grip.x(), from.top() + 20));
    const Placement rds{bench.named<Workload>("rds").id, SubnetId::from(subnet.node)};
    QVERIFY(bench.rect(subnet).contains(bench.rect(rds)));
}

/// Zoomed out, a chip is hardly larger than the reach of its handles: it is selected and moved all the same.
void TestGestures::smallChipsAreNotAllHandle() {
    Workbench bench;
    bench.view->setZoom(0.4);
    for (const char* name : {"alb", "ecs"}) {
        const Placement chip = bench.at(bench.named<SecurityGroup>(name).id);
        bench.hover(bench.center(chip));
        bench.click(bench.center(chip));
        QCOMPARE(bench.selection.elements(), std::vector<ElementId>{chip.node});
    }
    const Placement chip = bench.at(bench.named<SecurityGroup>("rds").id);
    const QRectF before = bench.rect(chip);
    bench.hover(before.center());
    bench.drag(before.center(), before.center() + QPointF(0, 80));
    QVERIFY(!bench.view->popover());
    QVERIFY(bench.rect(chip).center().y() > before.center().y() + 40);
    // A click on a handle selects too.
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    bench.view->setZoom(1);
    bench.hover(bench.center(ecs));
    bench.click(bench.view->canvas().handlesOf(ecs)[1]);
    QCOMPARE(bench.selection.elements(), std::vector<ElementId>{ecs.node});
}

void TestGestures::connectByHandle() {
    Workbench bench;
    const Design before = bench.design();
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const Placement rds = bench.at(bench.named<Workload>("rds").id);
    const SecurityGroupId group = bench.named<SecurityGroup>("rds").id;
    const std::size_t rules = bench.network().get(group)->rules.size();
    bench.hover(bench.center(ecs));
    const auto handles = bench.view->canvas().handlesOf(ecs);
    QCOMPARE(handles.size(), std::size_t(4));
    bench.drag(handles[3], bench.center(rds));
    QVERIFY(bench.view->popover());
    QCOMPARE(bench.steps(), 0);
    // Proposed is what the target serves; another is typed over it. One Enter, one step.
    auto* ports = qobject_cast<QComboBox*>(QApplication::focusWidget());
    QVERIFY(ports);
    QCOMPARE(ports->currentText(), QStringLiteral("PostgreSQL 5432"));
    bench.type("3306");
    bench.typeKey(Qt::Key_Return);
    QVERIFY(!bench.view->popover());
    QCOMPARE(bench.steps(), 1);
    const auto& after = bench.network().get(group)->rules;
    QCOMPARE(after.size(), rules + 1);
    QVERIFY(after.back().traffic == Traffic::tcp(3306));
    QVERIFY(after.back().peer == SecurityGroupPeer(bench.named<SecurityGroup>("ecs").id));
    QVERIFY(bench.undoes(before));
    QVERIFY(bench.view->hasFocus());
}

void TestGestures::groupOnAWorkloadTakesItIn() {
    Workbench bench;
    const Design before = bench.design();
    const Placement group = bench.at(bench.named<SecurityGroup>("rds").id);
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    bench.drag(bench.center(group), bench.center(ecs));
    QCOMPARE(bench.steps(), 1);
    const auto& groups = bench.named<Workload>("ecs").securityGroups;
    QVERIFY(std::find(groups.begin(), groups.end(), *SecurityGroupId::from(group.node)) != groups.end());
    QVERIFY(!bench.design().diagram.boxes.find(group)); // the chip finds its place
    // Once more: it says so and changes nothing.
    bench.drag(bench.center(group), bench.center(ecs));
    QVERIFY2(bench.notice().contains("already"), qPrintable(bench.notice()));
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.undoes(before));
}

void TestGestures::connectGroupsByTool() {
    Workbench bench;
    bench.run(Command::ToolConnect);
    QVERIFY(bench.commands.action(Command::ToolConnect)->isChecked());
    const Placement alb = bench.at(bench.named<SecurityGroup>("alb").id);
    const Placement rds = bench.at(bench.named<SecurityGroup>("rds").id);
    bench.drag(bench.center(alb), bench.center(rds));
    QVERIFY(bench.view->popover());
    bench.typeKey(Qt::Key_Return);
    const auto& rules = bench.named<SecurityGroup>("rds").rules;
    QVERIFY(rules.back().peer == SecurityGroupPeer(SecurityGroupId::from(alb.node).value()));
    // Esc in the view goes back to selecting.
    bench.key(Qt::Key_Escape);
    QVERIFY(bench.view->toolKind() == ToolKind::Select);
}

void TestGestures::connectSubnetToNat() {
    Workbench bench;
    const Design before = bench.design();
    bench.run(Command::ToolConnect);
    const SubnetId subnet = bench.named<Subnet>("private-1c").id;
    const NatGatewayId nat = bench.named<NatGateway>("nat-1a").id;
    // From the header, and in two clicks.
    bench.click(bench.header(bench.at(subnet)));
    bench.hover(bench.center(bench.at(nat)));
    bench.click(bench.center(bench.at(nat)));
    QCOMPARE(bench.steps(), 1);
    const RouteTable* table = routeTableOf(bench.network(), subnet);
    QVERIFY(std::any_of(table->routes.begin(), table->routes.end(),
                        [&](const Route& route) { return route.target == RouteTarget(nat); }));
    QVERIFY(bench.undoes(before));
}

void TestGestures::connectingRefusalSaysWhy() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const NatGatewayId nat = bench.named<NatGateway>("nat-1a").id;
    bench.hover(bench.center(ecs));
    bench.drag(bench.view->canvas().handlesOf(ecs)[0], bench.center(bench.at(nat)));
    QVERIFY(!bench.view->popover());
    QVERIFY2(bench.notice().contains("connect a subnet"), qPrintable(bench.notice()));
    QCOMPARE(bench.steps(), 0);
}

void TestGestures::popoverCanBeCancelled() {
    Workbench bench;
    const WorkloadId ecs = bench.named<Workload>("ecs").id;
    const WorkloadId rds = bench.named<Workload>("rds").id;
    bench.view->connectNodes(ecs, rds, {});
    QVERIFY(bench.view->popover());
    bench.type("banana");
    bench.typeKey(Qt::Key_Return);
    QVERIFY(bench.view->popover()); // it says what is wrong and stays
    bench.typeKey(Qt::Key_Escape);
    QVERIFY(!bench.view->popover());
    bench.view->connectNodes(ecs, rds, {});
    bench.view->setFocus(); // as a click elsewhere does
    QVERIFY(!bench.view->popover());
    QCOMPARE(bench.steps(), 0);
}

void TestGestures::panning() {
    Workbench bench;
    const QPointF start = bench.view->mapToScene(QPoint(0, 0));
    const QPoint from(400, 300), to(340, 260);
    const auto panned = [&](Qt::MouseButton button) {
        bench.press(bench.view->mapToScene(from), {}, button);
        const auto at = [&](QPoint p) {
            QMouseEvent event(QEvent::MouseMove, p, bench.viewport()->mapToGlobal(p), Qt::NoButton, button,
                              {});
            QApplication::sendEvent(bench.viewport(), &event);
        };
        at(from + QPoint(-30, -20));
        at(to);
        bench.release(bench.view->mapToScene(to));
        const QPointF now = bench.view->mapToScene(QPoint(0, 0));
        bench.view->panBy(to - from);
        bench.view->panBy(2 * (from - to));
        return now;
    };
    QCOMPARE(panned(Qt::MiddleButton), start + QPointF(60, 40));
    QCOMPARE(panned(Qt::RightButton), start + QPointF(60, 40));
    QVERIFY(!bench.view->findChild<QMenu*>(QStringLiteral("canvasMenu")));
    QTest::keyPress(bench.view, Qt::Key_Space);
    QCOMPARE(panned(Qt::LeftButton), start + QPointF(60, 40));
    QTest::keyRelease(bench.view, Qt::Key_Space);
    QCOMPARE(bench.steps(), 0);
}

void TestGestures::zoomAtTheCursor() {
    Workbench bench;
    const QPoint at(500, 400);
    QSignalSpy spy(bench.view, &CanvasView::zoomChanged);
    const auto wheel = [&](int delta) {
        QWheelEvent event(at, bench.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(bench.viewport(), &event);
    };
    const QPointF there = bench.view->mapToScene(at);
    wheel(120);
    QVERIFY(bench.view->zoom() > 1.1);
    QVERIFY((bench.view->mapToScene(at) - there).manhattanLength() < 2);
    QVERIFY(!spy.isEmpty());
    for (int i = 0; i < 60; ++i)
        wheel(240);
    QCOMPARE(bench.view->zoom(), CanvasView::maxZoom);
    QVERIFY(!bench.commands.action(Command::ViewZoomIn)->isEnabled());
    for (int i = 0; i < 120; ++i)
        wheel(-240);
    QCOMPARE(bench.view->zoom(), CanvasView::minZoom);
    bench.run(Command::ViewZoomActual);
    QCOMPARE(bench.view->zoom(), 1.0);
}

void TestGestures::paletteDragLightsUpAndDrops() {
    Workbench bench;
    const Design before = bench.design();
    const SubnetId subnet = bench.named<Subnet>("private-1a").id;
    const QPointF spot = bench.rect(bench.at(subnet)).center() + QPointF(-60, 20);
    bench.drop("elasticache", spot);
    QCOMPARE(bench.steps(), 1);
    const Workload& made = bench.named<Workload>("cache");
    QVERIFY(made.interfaces.front().subnet == subnet);
    QVERIFY(bench.selection.single() == ElementId(made.id));
    // It stands where it was dropped.
    QVERIFY((bench.center({made.id, subnet}) - spot).manhattanLength() <= 14);
    QVERIFY(bench.undoes(before));
}

void TestGestures::paletteDragRefused() {
    Workbench bench;
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    bench.dragOver("public-subnet", bench.center(subnet) + QPointF(-60, 0));
    QCOMPARE(bench.notice(), QStringLiteral("A subnet cannot hold a subnet."));
    bench.drop("public-subnet", bench.center(subnet) + QPointF(-60, 0));
    QCOMPARE(bench.steps(), 0);
    QCOMPARE(bench.notice(), QStringLiteral("A subnet cannot hold a subnet."));
    // Over the zone it is taken.
    const AvailabilityZoneId zone = bench.named<AvailabilityZone>("ap-northeast-1a").id;
    bench.drop("private-subnet", bench.rect(bench.at(zone)).topLeft() + QPointF(100, 10));
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.named<Subnet>("private2-1a").az == zone);
}

void TestGestures::everyKindOnEveryContainer() {
    for (const PaletteEntry& entry : paletteTable()) {
        Workbench bench;
        const Design before = bench.design();
        const Placement vpc = bench.at(bench.network().all<Vpc>().begin()->id);
        const Placement zone = bench.at(bench.named<AvailabilityZone>("ap-northeast-1a").id);
        const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
        const QPointF points[] = {
            bench.rect(vpc).topLeft() - QPointF(14, 14), bench.rect(vpc).topLeft() + QPointF(160, 30),
            bench.rect(zone).topLeft() + QPointF(180, 10), bench.center(subnet) + QPointF(-60, 20)};
        for (const QPointF& point : points) {
            bench.view->canvas().settle();
            const bool taken = isTakenAt(bench, entry.kind, point);
            bench.drop(entry.word, point);
            if (bench.view->popover()) bench.typeKey(Qt::Key_Return);
            const QByteArray where = QByteArray(entry.word) + " " + bench.notice().toUtf8();
            if (taken) {
                QVERIFY2(bench.steps() == 1, where);
                QVERIFY2(bench.selection.single() && bench.selection.single()->kind == nodeKindOf(entry.kind),
                         where);
                bench.document.undoStack()->undo();
            } else {
                QVERIFY2(bench.steps() == 0, where);
                QVERIFY2(bench.notice().endsWith('.'), where);
            }
            QVERIFY2(bench.design() == before, where);
        }
    }
}

void TestGestures::endpointAsksForItsService() {
    Workbench bench;
    const Design before = bench.design();
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    bench.drop("interface-endpoint", bench.center(subnet) + QPointF(-60, 20));
    QVERIFY(bench.view->popover());
    QCOMPARE(bench.steps(), 0);
    bench.type("secr");
    bench.typeKey(Qt::Key_Return);
    QVERIFY(!bench.view->popover());
    QCOMPARE(bench.steps(), 1);
    QCOMPARE(bench.network().all<VpcEndpoint>().begin()->service, std::string("secretsmanager"));
    QVERIFY(bench.undoes(before));
    // One that the list does not know.
    bench.drop("interface-endpoint", bench.center(subnet) + QPointF(-60, 20));
    bench.type("rekognition");
    bench.typeKey(Qt::Key_Return);
    bool found = false;
    for (const VpcEndpoint& endpoint : bench.network().all<VpcEndpoint>())
        found = found || endpoint.service == "rekognition";
    QVERIFY(found);
}

void TestGestures::contextMenuFits() {
    Workbench bench;
    const Placement zone = bench.at(bench.named<AvailabilityZone>("ap-northeast-1a").id);
    const QPointF point = bench.rect(zone).topLeft() + QPointF(180, 10);
    bench.press(point, {}, Qt::RightButton);
    bench.release(point);
    auto* menu = bench.view->findChild<QMenu*>(QStringLiteral("canvasMenu"));
    QVERIFY(menu && menu->isVisible());
    QVERIFY(bench.selection.single() == zone.node);
    auto* add = menu->findChild<QAction*>(QStringLiteral("add-private-subnet"));
    QVERIFY(add);
    QVERIFY(menu->actions().contains(bench.commands.action(Command::EditDelete)));
    add->trigger();
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.named<Subnet>("private2-1a").tier == Tier::Private);
    menu->close();
    // At a gate: its association.
    bench.document.undoStack()->undo();
    bench.view->canvas().settle();
    Placement gate;
    for (const Placement& placement : bench.view->canvas().placements())
        if (placement.node.kind == Kind::NetworkAcl) gate = placement;
    QVERIFY(gate.in);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    bench.press(bench.center(gate), {}, Qt::RightButton);
    bench.release(bench.center(gate));
    menu = bench.view->findChild<QMenu*>(QStringLiteral("canvasMenu"));
    QVERIFY(menu);
    auto* toggle = menu->findChild<QAction*>(QStringLiteral("toggle-association"));
    QVERIFY(toggle);
    const bool was = activeAclOf(bench.network(), *gate.in) != nullptr;
    toggle->trigger();
    QVERIFY((activeAclOf(bench.network(), *gate.in) != nullptr) != was);
    menu->close();
}

void TestGestures::fittingOnOpen() {
    Workbench bench;
    bench.view->setZoom(3);
    bench.document.start(*makeTemplate("hands-on"), QStringLiteral("again"));
    bench.view->canvas().settle();
    QVERIFY(bench.view->zoom() <= 1.0);
    const QRectF seen = bench.view->mapToScene(bench.viewport()->rect()).boundingRect();
    QVERIFY(seen.contains(bench.rect(bench.at(bench.network().all<Vpc>().begin()->id))));
    // An edit does not make the drawing jump.
    const QPointF corner = bench.view->mapToScene(QPoint(0, 0));
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    bench.drag(bench.center(ecs), bench.center(ecs) + QPointF(-80, 20));
    bench.view->canvas().settle();
    QCOMPARE(bench.view->mapToScene(QPoint(0, 0)), corner);
}

QTEST_MAIN(TestGestures)
#include "test_gestures.moc"
