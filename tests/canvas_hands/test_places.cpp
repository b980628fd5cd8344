// SPDX-License-Identifier: Apache-2.0
#include "tests/canvas_hands/workbench.h"
#include "ui/canvas/motion.h"

#include <QMenu>

using namespace sekisho;
using namespace sekisho::canvas;

/// Where things stay and go: locking, lining up, and all of it by the keyboard.
class TestPlaces : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { motion::setWanted({}); }

    void lockedStays();
    void lockedContainerKeepsItsSize();
    void lockOfSeveral();
    void guidesAndGridAreTwoSwitches();
    void alignsWithinEachZone();
    void alignsAtTheOtherSides();
    void moveMenu();
    void arrowsScrollWhereNothingIsSelected();
    void altArrowsResize();
    void connectByKeys();
    void connectByKeysGoesToWhatIsNearest();
    void connectByKeysIsCancelled();
    void paletteDragScrollsAtTheEdge();
    void droppedNearTheBorderStaysInside();
    void everyDrawingFlashes();
    void calmFlashStays();
    void dimmingFades();
};

void TestPlaces::lockedStays() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    bench.click(bench.center(ecs));
    bench.key(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(bench.steps(), 1);
    QVERIFY(isLocked(bench.design(), ecs));
    QVERIFY(bench.commands.action(Command::ArrangeLock)->isChecked());
    const QRectF place = bench.rect(ecs);
    const Design locked = bench.design();
    bench.drag(bench.center(ecs), bench.center(ecs) + QPointF(-90, 20));
    QVERIFY2(bench.notice().contains("Ctrl+L"), qPrintable(bench.notice()));
    bench.key(Qt::Key_Left);
    QVERIFY(bench.design() == locked);
    bench.run(Command::ArrangeTidy);
    QCOMPARE(bench.rect(ecs), place);
    QVERIFY(isLocked(bench.design(), ecs));
    // Unlocked it stands there still, and can be moved again.
    bench.selection.set({ecs.node});
    bench.key(Qt::Key_L, Qt::ControlModifier);
    QVERIFY(!isLocked(bench.design(), ecs));
    QCOMPARE(bench.rect(ecs), place);
    bench.key(Qt::Key_Left);
    QCOMPARE(bench.rect(ecs).left(), place.left() - gridStep);
}

void TestPlaces::lockedContainerKeepsItsSize() {
    Workbench bench;
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    bench.selection.set({subnet.node});
    bench.run(Command::ArrangeLock);
    const Design locked = bench.design();
    const QRectF rect = bench.rect(subnet);
    bench.drag({rect.center().x(), rect.bottom()}, {rect.center().x(), rect.bottom() + 80});
    QVERIFY(bench.design() == locked);
    bench.selection.set({subnet.node});
    bench.key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(bench.design() == locked);
}

void TestPlaces::lockOfSeveral() {
    Workbench bench;
    const ElementId ecs = bench.named<Workload>("ecs").id, rds = bench.named<Workload>("rds").id;
    bench.selection.set({ecs});
    bench.run(Command::ArrangeLock);
    bench.selection.set({ecs, rds});
    // One of them can still be moved: the switch is not on, and locks it too.
    QVERIFY(!bench.commands.action(Command::ArrangeLock)->isChecked());
    const Design before = bench.design();
    bench.run(Command::ArrangeLock);
    QVERIFY(isLocked(bench.design(), bench.at(rds)) && isLocked(bench.design(), bench.at(ecs)));
    QVERIFY(bench.undoes(before));
    bench.run(Command::ArrangeLock);
    QVERIFY(!isLocked(bench.design(), bench.at(rds)) && !isLocked(bench.design(), bench.at(ecs)));
}

void TestPlaces::guidesAndGridAreTwoSwitches() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const Placement rds = bench.at(bench.named<Workload>("rds").id);
    const QRectF from = bench.rect(ecs);
    const QPointF way(-113, bench.rect(rds).center().y() - from.center().y() + 4);
    const auto dragged = [&] {
        bench.drag(from.center(), from.center() + way);
        const QRectF there = bench.rect(ecs);
        bench.document.undoStack()->undo();
        return there;
    };
    // The guide along the centres of the two is within reach, the grid is not there.
    bench.run(Command::ViewSnap);
    QVERIFY(!bench.view->snapping().grid && bench.view->snapping().guides);
    QCOMPARE(dragged().center().y(), bench.rect(rds).center().y());
    bench.run(Command::ViewSnapGuides);
    QVERIFY(!bench.commands.action(Command::ViewSnapGuides)->isChecked());
    QCOMPARE(dragged().center(), from.center() + way);
    // With Ctrl all of it is on again.
    bench.drag(from.center(), from.center() + way, Qt::ControlModifier);
    QCOMPARE(bench.rect(ecs).center().y(), bench.rect(rds).center().y());
}

void TestPlaces::alignsWithinEachZone() {
    Workbench bench;
    const WorkloadId ecs = bench.named<Workload>("ecs").id, rds = bench.named<Workload>("rds").id;
    bench.drag(bench.center(bench.at(ecs)), bench.center(bench.at(ecs)) + QPointF(-90, 0));
    const QRectF other = bench.rect(bench.at(ecs, 1));
    const Design before = bench.design();
    bench.selection.set({ecs, rds});
    bench.run(Command::AlignLeft);
    QCOMPARE(bench.rect(bench.at(rds)).left(), bench.rect(bench.at(ecs)).left());
    // In the other zone both stood in line already.
    QCOMPARE(bench.rect(bench.at(ecs, 1)), other);
    QCOMPARE(bench.rect(bench.at(rds, 1)).left(), other.left());
    QVERIFY(bench.undoes(before));
}

void TestPlaces::alignsAtTheOtherSides() {
    Workbench bench;
    const SubnetId upper = bench.named<Subnet>("public-1a").id, lower = bench.named<Subnet>("public-1c").id;
    bench.selection.set({lower});
    for (int i = 0; i < 3; ++i)
        bench.key(Qt::Key_Down, Qt::AltModifier);
    bench.selection.set({upper, lower});
    bench.run(Command::AlignBottom);
    QCOMPARE(bench.rect(bench.at(upper)).bottom(), bench.rect(bench.at(lower)).bottom());
    bench.run(Command::AlignMiddle);
    QVERIFY(std::abs(bench.rect(bench.at(upper)).center().y() - bench.rect(bench.at(lower)).center().y()) <=
            1);
}

void TestPlaces::moveMenu() {
    Workbench bench;
    const Design before = bench.design();
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const SubnetId target = bench.named<Subnet>("public-1a").id;
    bench.click(bench.center(ecs));
    bench.key(Qt::Key_Menu);
    auto* menu = bench.view->findChild<QMenu*>(QStringLiteral("canvasMenu"));
    QVERIFY(menu);
    auto* targets = menu->findChild<QMenu*>(QStringLiteral("move-to"));
    QVERIFY(targets);
    QAction* chosen = nullptr;
    for (QAction* action : targets->actions()) {
        QVERIFY(action->text() != QStringLiteral("private-1a")); // it is there
        if (action->text() == QStringLiteral("public-1a")) chosen = action;
    }
    QVERIFY(chosen);
    chosen->trigger();
    menu->close();
    QVERIFY(bench.network().get(*WorkloadId::from(ecs.node))->interfaces.front().subnet == target);
    QVERIFY(bench.undoes(before));
}

void TestPlaces::arrowsScrollWhereNothingIsSelected() {
    Workbench bench;
    bench.selection.clear();
    const QPointF corner = bench.view->mapToScene(QPoint(0, 0));
    bench.key(Qt::Key_Right);
    bench.key(Qt::Key_Down);
    const QPointF now = bench.view->mapToScene(QPoint(0, 0));
    QVERIFY(now.x() > corner.x() + 20 && now.y() > corner.y() + 20);
    QCOMPARE(bench.steps(), 0);
}

void TestPlaces::altArrowsResize() {
    Workbench bench;
    const Design before = bench.design();
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    bench.selection.set({subnet.node});
    const QSizeF size = bench.rect(subnet).size();
    bench.key(Qt::Key_Down, Qt::AltModifier);
    bench.key(Qt::Key_Down, Qt::AltModifier);
    bench.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(bench.rect(subnet).size(), size + QSizeF(1, 2 * gridStep));
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.undoes(before));
    // Never smaller than what is in it.
    for (int i = 0; i < 60; ++i)
        bench.key(Qt::Key_Up, Qt::AltModifier);
    for (const char* name : {"ecs", "rds"})
        QVERIFY(bench.rect(subnet).contains(bench.rect(bench.at(bench.named<Workload>(name).id))));
}

void TestPlaces::connectByKeys() {
    Workbench bench;
    const Design before = bench.design();
    const Placement alb = bench.at(bench.named<SecurityGroup>("alb").id);
    const Placement rds = bench.at(bench.named<SecurityGroup>("rds").id);
    QTest::keyClick(bench.view, Qt::Key_C);
    QVERIFY(bench.view->toolKind() == ToolKind::Connect);
    bench.view->setFocused(alb, true);
    bench.key(Qt::Key_Return);
    QVERIFY(bench.view->tool().busy());
    for (int i = 0; i < 60 && bench.view->focused() != rds; ++i)
        bench.key(Qt::Key_Tab);
    QVERIFY(bench.view->focused() == rds);
    bench.key(Qt::Key_Return);
    QVERIFY(bench.view->popover());
    bench.typeKey(Qt::Key_Return);
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.named<SecurityGroup>("rds").rules.back().peer ==
            SecurityGroupPeer(*SecurityGroupId::from(alb.node)));
    QVERIFY(bench.undoes(before));
}

void TestPlaces::connectByKeysGoesToWhatIsNearest() {
    Workbench bench;
    bench.view->setTool(ToolKind::Connect);
    const Placement alb = bench.at(bench.named<SecurityGroup>("alb").id);
    bench.view->setFocused(alb, true);
    bench.key(Qt::Key_Space);
    QVERIFY(bench.view->tool().busy());
    bench.key(Qt::Key_Down);
    QVERIFY(bench.view->focused() == bench.at(bench.named<SecurityGroup>("ecs").id));
    bench.key(Qt::Key_Down);
    QVERIFY(bench.view->focused() == bench.at(bench.named<SecurityGroup>("rds").id));
    // What is gone over is not what is selected.
    QVERIFY(bench.selection.single() == alb.node);
    QCOMPARE(bench.steps(), 0);
}

void TestPlaces::connectByKeysIsCancelled() {
    Workbench bench;
    bench.view->setTool(ToolKind::Connect);
    bench.view->setFocused(bench.at(bench.named<SecurityGroup>("alb").id), true);
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.view->tool().busy());
    QVERIFY(!bench.view->popover());
    QVERIFY(bench.view->toolKind() == ToolKind::Connect);
    bench.key(Qt::Key_Escape);
    QVERIFY(bench.view->toolKind() == ToolKind::Select);
}

void TestPlaces::paletteDragScrollsAtTheEdge() {
    Workbench bench;
    bench.view->setZoom(3);
    const QPointF corner = bench.view->mapToScene(QPoint(0, 0));
    const auto over = [&](QPoint p) { bench.dragOver("rds", bench.view->mapToScene(p)); };
    // Coming in over the edge does not scroll.
    over({4, 400});
    QTest::qWait(100);
    QCOMPARE(bench.view->mapToScene(QPoint(0, 0)), corner);
    over({600, 400});
    QTest::qWait(60);
    over({4, 400});
    QTRY_VERIFY(bench.view->mapToScene(QPoint(0, 0)).x() < corner.x() - 10);
    QDragLeaveEvent leave;
    QApplication::sendEvent(bench.viewport(), &leave);
    const QPointF now = bench.view->mapToScene(QPoint(0, 0));
    QTest::qWait(60);
    QCOMPARE(bench.view->mapToScene(QPoint(0, 0)), now);
}

void TestPlaces::droppedNearTheBorderStaysInside() {
    Workbench bench;
    const Placement subnet = bench.at(bench.named<Subnet>("private-1a").id);
    const QRectF rect = bench.rect(subnet);
    bench.drop("elasticache", {rect.left() + 90, rect.bottom() - 12});
    const Placement made = bench.at(bench.named<Workload>("cache").id);
    QVERIFY(std::abs(bench.center(made).x() - rect.left() - 90) < 14);
    QCOMPARE(bench.rect(subnet), rect); // it did not grow
}

void TestPlaces::everyDrawingFlashes() {
    Workbench bench;
    motion::setWanted(true);
    QCOMPARE(bench.view->canvas().flashStrength(), 0.0);
    bench.selection.reveal(bench.named<Workload>("ecs").id);
    QTRY_VERIFY(bench.view->canvas().flashStrength() > 0);
    QTRY_COMPARE(bench.view->canvas().flashStrength(), 0.0);
}

void TestPlaces::calmFlashStays() {
    Workbench bench;
    motion::setWanted(false);
    bench.selection.reveal(bench.named<Workload>("ecs").id);
    QTRY_COMPARE(bench.view->canvas().flashStrength(), 1.0);
    QTRY_COMPARE(bench.view->canvas().flashStrength(), 0.0);
}

void TestPlaces::dimmingFades() {
    Workbench bench;
    const auto far = [&] { // a tile that is not of the group, as it is seen
        bench.view->canvas().settle();
        return bench.viewport()->grab().toImage().pixelColor(
            bench.toView(bench.rect(bench.at(bench.named<Workload>("rds").id)).topLeft() + QPointF(26, 40)));
    };
    const QColor plain = far();
    for (const bool moves : {false, true}) {
        motion::setWanted(moves);
        bench.selection.setHovered(bench.named<SecurityGroup>("alb").id);
        if (!moves) QVERIFY(far() != plain);
        QTRY_VERIFY(far() != plain);
        bench.selection.setHovered({});
        if (!moves) QCOMPARE(far(), plain);
        QTRY_COMPARE(far(), plain);
    }
}

QTEST_MAIN(TestPlaces)
#include "test_places.moc"
