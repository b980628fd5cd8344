// SPDX-License-Identifier: Apache-2.0
#include "tests/canvas_hands/workbench.h"
#include "ui/canvas/canvas_accessible.h"
#include "ui/canvas/inline_editor.h"

#include <QAccessible>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QMenu>
#include <QSignalSpy>

using namespace sekisho;
using namespace sekisho::canvas;

/// The keyboard and the commands on the canvas.
class TestEditing : public QObject {
    Q_OBJECT
private slots:
    void arrowsMoveAndMerge();
    void deleteAtOnceWhereNothingElseGoes();
    void deleteAsksWithDependents();
    void copyAndPasteSubnet();
    void pasteFromAnotherWindow();
    void cutAndPaste();
    void cutSaysWhatIsLost();
    void undoLooksBack();
    void duplicate();
    void selectAllAndAlign();
    void tidyForgetsPlaces();
    void renameInPlace();
    void renameWithInputMethod();
    void doubleClickRenames();
    void walkByKeyboard();
    void escapeDeselects();
    void enterAsksForProperties();
    void commandsFollowTheSelection();
    void insertFromThePalette();
    void nameTypedAfterADropIsTheOneItIsBornWith();
    void nameTypedLateRenames();
    void undoRightAfterADrop();
    void menuKey();
    void revealCentres();
    void minimap();
    void accessibility();
    void replacedWhileEditing();
};

void TestEditing::arrowsMoveAndMerge() {
    Workbench bench;
    const Design before = bench.design();
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    bench.click(bench.center(ecs));
    const QPointF start = bench.center(ecs);
    bench.key(Qt::Key_Left);
    bench.key(Qt::Key_Left);
    bench.key(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY((bench.center(ecs) - start - QPointF(-20, 1)).manhattanLength() <= 1); // boxes are whole pixels
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.undoes(before));
    // A click in between begins another step.
    bench.click(bench.center(ecs));
    bench.key(Qt::Key_Up);
    QCOMPARE(bench.steps(), 2);
}

void TestEditing::deleteAtOnceWhereNothingElseGoes() {
    Workbench bench;
    const Design before = bench.design();
    const ExternalId internet = bench.network().all<External>().begin()->id;
    bench.selection.set({internet});
    bench.key(Qt::Key_Delete);
    QVERIFY(!bench.view->popover());
    QVERIFY(!bench.network().get(internet));
    QVERIFY(bench.undoes(before));
}

void TestEditing::deleteAsksWithDependents() {
    Workbench bench;
    const Design before = bench.design();
    const SubnetId subnet = bench.named<Subnet>("public-1a").id;
    bench.click(bench.header(bench.at(subnet)));
    bench.key(Qt::Key_Delete);
    QVERIFY(bench.view->popover());
    const auto* text = bench.view->popover()->findChild<QLabel*>(QStringLiteral("consequences"));
    QVERIFY2(text && text->text().contains("nat-1a"), qPrintable(text->text()));
    QCOMPARE(bench.steps(), 0);
    bench.typeKey(Qt::Key_Escape);
    QVERIFY(bench.network().get(subnet));
    bench.key(Qt::Key_Backspace);
    QVERIFY(bench.view->popover());
    bench.typeKey(Qt::Key_Return);
    QVERIFY(!bench.network().get(subnet));
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.undoes(before));
}

void TestEditing::copyAndPasteSubnet() {
    Workbench bench;
    const Design before = bench.design();
    const SubnetId subnet = bench.named<Subnet>("private-1a").id;
    bench.click(bench.header(bench.at(subnet)));
    bench.key(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(bench.commands.action(Command::EditPaste)->isEnabled());
    bench.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.steps(), 1);
    const Subnet& copy = bench.named<Subnet>("private-1a copy");
    QVERIFY(copy.az == bench.network().get(subnet)->az);
    QVERIFY(!copy.cidr->overlaps(*bench.network().get(subnet)->cidr));
    QVERIFY(bench.named<Workload>("ecs copy").interfaces.front().subnet == copy.id);
    QVERIFY(bench.selection.single() == ElementId(copy.id));
    QVERIFY(bench.undoes(before));
    bench.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(bench.named<Subnet>("private-1a copy 2").az == copy.az);
}

void TestEditing::pasteFromAnotherWindow() {
    Workbench from;
    from.selection.set({from.named<Subnet>("private-1a").id});
    from.run(Command::EditCopy);
    Design other;
    const auto delta = edits::addVpcWithSubnets(other, "net", *Cidr::parse("10.7.0.0/16"), {"eu-west-1a"});
    QVERIFY(delta && other.apply(*delta).has_value());
    Workbench to(other);
    const AvailabilityZoneId zone = to.network().all<AvailabilityZone>().begin()->id;
    to.selection.set({zone});
    to.run(Command::EditPaste);
    QCOMPARE(to.steps(), 1);
    const Subnet& copy = to.named<Subnet>("private-1a copy"); // that name is taken there
    QVERIFY(copy.az == zone);
    QVERIFY(Cidr::parse("10.7.0.0/16")->contains(*copy.cidr));
    const Workload& workload = to.named<Workload>("ecs");
    QVERIFY(workload.securityGroups.empty());
    QVERIFY(to.undoes(other));
}

void TestEditing::cutAndPaste() {
    Workbench bench;
    const WorkloadId rds = bench.named<Workload>("rds").id;
    bench.selection.set({rds});
    bench.run(Command::EditCut);
    QVERIFY(!bench.network().get(rds));
    QCOMPARE(bench.steps(), 1);
    bench.selection.set({bench.named<Subnet>("public-1a").id});
    bench.run(Command::EditPaste);
    const Workload& pasted = bench.named<Workload>("rds");
    QCOMPARE(pasted.interfaces.size(), std::size_t(1));
    QVERIFY(pasted.interfaces.front().subnet == bench.named<Subnet>("public-1a").id);
    QCOMPARE(pasted.securityGroups.size(), std::size_t(1));
}

/// What is lost by a cut, being neither on the clipboard nor joined again by a paste, is said first.
void TestEditing::cutSaysWhatIsLost() {
    Workbench bench;
    const Design before = bench.design();
    const SecurityGroupId alb = bench.named<SecurityGroup>("alb").id;
    bench.selection.set({alb});
    bench.run(Command::EditCut);
    QVERIFY(bench.network().get(alb));
    QVERIFY(bench.view->popover());
    const auto* said = bench.view->popover()->findChild<QLabel*>(QStringLiteral("consequences"));
    QVERIFY(said && said->text().contains(QStringLiteral("2 security group rule")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!bench.network().get(alb));
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.undoes(before));

    // All of a zone is on the clipboard, and the tables that its subnets share are joined again.
    bench.selection.set({zonesOf(bench.network(), bench.named<Vpc>("main").id).back()->id});
    bench.run(Command::EditCut);
    QVERIFY(!bench.view->popover());
    QCOMPARE(zonesOf(bench.network(), bench.named<Vpc>("main").id).size(), std::size_t(1));
}

/// What was made out of sight is shown; taking it back shows again what was seen before.
void TestEditing::undoLooksBack() {
    Workbench bench;
    bench.view->fitAll(false);
    bench.view->setZoom(1.2);
    const auto seen = [&] { return bench.view->mapToScene(QPoint(0, 0)); };
    const QPointF before = seen();
    bench.selection.set({zonesOf(bench.network(), bench.named<Vpc>("main").id).back()->id});
    bench.run(Command::EditDuplicate);
    const QPointF after = seen();
    QVERIFY(after != before);
    const Placement zone = bench.at(zonesOf(bench.network(), bench.named<Vpc>("main").id).back()->id);
    QVERIFY(bench.view->viewport()->rect().contains(bench.toView(bench.center(zone))));
    bench.document.undoStack()->undo();
    QCOMPARE(seen(), before);
    bench.document.undoStack()->redo();
    QCOMPARE(seen(), after);
    // Who has looked elsewhere since is left there.
    bench.view->panBy(QPoint(30, 0));
    const QPointF elsewhere = seen();
    bench.document.undoStack()->undo();
    QCOMPARE(seen(), elsewhere);
}

void TestEditing::duplicate() {
    Workbench bench;
    const Design before = bench.design();
    bench.selection.set({bench.named<SecurityGroup>("ecs").id});
    bench.key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(bench.steps(), 1);
    QCOMPARE(bench.named<SecurityGroup>("ecs copy").rules.size(),
             bench.named<SecurityGroup>("ecs").rules.size());
    QVERIFY(bench.undoes(before));
}

void TestEditing::selectAllAndAlign() {
    Workbench bench;
    bench.key(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(bench.selection.elements().size() > 15);
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const Placement rds = bench.at(bench.named<Workload>("rds").id);
    bench.drag(bench.center(ecs),
               bench.center(ecs) + QPointF(-90, 0)); // everything is selected: all of it moves
    bench.document.undoStack()->undo();
    bench.selection.clear();
    bench.drag(bench.center(ecs), bench.center(ecs) + QPointF(-90, 0));
    const Design before = bench.design();
    const int steps = bench.steps();
    bench.selection.set({ecs.node, rds.node});
    bench.run(Command::AlignLeft);
    QCOMPARE(bench.steps(), steps + 1);
    QCOMPARE(bench.rect(ecs).left(), bench.rect(rds).left());
    QVERIFY(bench.undoes(before));
}

void TestEditing::tidyForgetsPlaces() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    const QPointF start = bench.center(ecs);
    bench.drag(start, start + QPointF(-90, 20));
    QVERIFY(bench.center(ecs) != start);
    const Design before = bench.design();
    bench.run(Command::ArrangeTidy);
    QVERIFY(bench.design().diagram.boxes.empty());
    QCOMPARE(bench.center(ecs), start);
    QVERIFY(bench.undoes(before));
}

void TestEditing::renameInPlace() {
    Workbench bench;
    const Design before = bench.design();
    const SubnetId subnet = bench.named<Subnet>("private-1a").id;
    bench.click(bench.header(bench.at(subnet)));
    bench.key(Qt::Key_F2);
    auto* editor = bench.viewport()->findChild<InlineEditor*>();
    QVERIFY(editor && editor->hasFocus());
    QCOMPARE(editor->selectedText(), QStringLiteral("private-1a"));
    bench.type("app tier");
    bench.typeKey(Qt::Key_Return);
    QCOMPARE(bench.network().get(subnet)->name, std::string("app tier"));
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.undoes(before));
    QVERIFY(bench.view->hasFocus());
    // Esc leaves the name alone.
    bench.key(Qt::Key_F2);
    bench.type("other");
    bench.typeKey(Qt::Key_Escape);
    QCOMPARE(bench.network().get(subnet)->name, std::string("app tier"));
}

void TestEditing::renameWithInputMethod() {
    Workbench bench;
    const WorkloadId ecs = bench.named<Workload>("ecs").id;
    bench.view->rename(bench.at(ecs));
    auto* editor = bench.viewport()->findChild<InlineEditor*>();
    QVERIFY(editor);
    QVERIFY(editor->testAttribute(Qt::WA_InputMethodEnabled));
    QInputMethodEvent composing(QString::fromUtf8("おうよう"), {});
    QApplication::sendEvent(editor, &composing);
    QInputMethodEvent commit;
    commit.setCommitString(QString::fromUtf8("応用"));
    QApplication::sendEvent(editor, &commit);
    bench.typeKey(Qt::Key_Return);
    QCOMPARE(QString::fromStdString(bench.network().get(ecs)->name), QString::fromUtf8("応用"));
}

void TestEditing::doubleClickRenames() {
    Workbench bench;
    const Placement chip = bench.at(bench.named<SecurityGroup>("ecs").id);
    bench.click(bench.center(chip));
    bench.send(QEvent::MouseButtonDblClick, bench.center(chip), Qt::LeftButton, Qt::LeftButton);
    QVERIFY(bench.viewport()->findChild<InlineEditor*>());
    bench.type("service");
    bench.view->setFocus(); // a click elsewhere takes it over
    QCOMPARE(bench.network().get(*SecurityGroupId::from(chip.node))->name, std::string("service"));
}

void TestEditing::walkByKeyboard() {
    Workbench bench;
    bench.selection.clear();
    bench.view->setFocused({}, false);
    const auto order = bench.view->canvas().placements();
    for (const Placement& placement : order) {
        bench.key(Qt::Key_Tab);
        QVERIFY(bench.view->focused() == placement);
        QVERIFY(bench.selection.single() == placement.node);
    }
    bench.key(Qt::Key_Backtab);
    QVERIFY(bench.view->focused() == order[order.size() - 2]);
    bench.key(Qt::Key_Home);
    QVERIFY(bench.view->focused() == order.front());
    // Ctrl with an arrow walks on without selecting; Space selects what the ring is at.
    bench.key(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(bench.view->focused() == order[1]);
    QVERIFY(bench.selection.single() == order.front().node);
    bench.key(Qt::Key_Space);
    QVERIFY(bench.selection.contains(order[1].node));
    QCOMPARE(bench.steps(), 0);
}

void TestEditing::escapeDeselects() {
    Workbench bench;
    bench.click(bench.center(bench.at(bench.named<Workload>("ecs").id)));
    QVERIFY(!bench.selection.empty());
    bench.key(Qt::Key_Escape);
    QVERIFY(bench.selection.empty());
}

void TestEditing::enterAsksForProperties() {
    Workbench bench;
    const WorkloadId ecs = bench.named<Workload>("ecs").id;
    QSignalSpy spy(bench.view, &CanvasView::propertiesRequested);
    bench.click(bench.center(bench.at(ecs)));
    bench.key(Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QVERIFY(spy.front().front().value<ElementId>() == ElementId(ecs));
}

void TestEditing::commandsFollowTheSelection() {
    Workbench bench;
    const auto enabled = [&](Command command) { return bench.commands.action(command)->isEnabled(); };
    bench.selection.clear();
    for (const Command command :
         {Command::EditCut, Command::EditCopy, Command::EditDelete, Command::EditDuplicate,
          Command::EditRename, Command::EditProperties, Command::AlignLeft, Command::ViewZoomSelection})
        QVERIFY(!enabled(command));
    bench.selection.set({bench.named<Subnet>("private-1a").id});
    for (const Command command : {Command::EditCut, Command::EditCopy, Command::EditDelete,
                                  Command::EditDuplicate, Command::EditRename, Command::EditProperties})
        QVERIFY(enabled(command));
    QVERIFY(!enabled(Command::AlignLeft));
    // A rule can be deleted, not copied.
    bench.selection.set({bench.named<SecurityGroup>("ecs").rules.front().id});
    QVERIFY(enabled(Command::EditDelete));
    QVERIFY(!enabled(Command::EditCopy) && !enabled(Command::EditRename));
    bench.run(Command::EditDelete);
    QCOMPARE(bench.steps(), 1);
    bench.document.start(Design(), QStringLiteral("empty"));
    bench.view->canvas().settle();
    QVERIFY(!enabled(Command::EditSelectAll));
}

void TestEditing::insertFromThePalette() {
    Workbench bench;
    // Into what is selected, or what holds it.
    bench.selection.set({bench.named<Workload>("rds").id});
    bench.view->insert(PaletteKind::Lambda);
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.named<Workload>("function").interfaces.front().subnet ==
            bench.at(bench.named<Workload>("rds").id).in);
    bench.selection.clear();
    bench.view->insert(PaletteKind::Vpc);
    QCOMPARE(bench.network().all<Vpc>().size(), std::size_t(2));
    // Nobody fits: a reason.
    bench.document.start(Design(), QStringLiteral("empty"));
    bench.view->insert(PaletteKind::Rds);
    QVERIFY(!bench.notice().isEmpty());
    QVERIFY(bench.network().nodes.empty());
    bench.view->insert(PaletteKind::Vpc);
    bench.view->insert(PaletteKind::AvailabilityZone); // into the VPC that was just made
    bench.view->insert(PaletteKind::PublicSubnet);
    bench.view->insert(PaletteKind::Ec2Instance);
    QCOMPARE(bench.network().all<Workload>().size(), std::size_t(1));
}

void TestEditing::nameTypedAfterADropIsTheOneItIsBornWith() {
    Workbench bench;
    const Design before = bench.design();
    const Placement vpc = bench.at(bench.named<Vpc>("main").id);
    bench.drop("security-group", bench.header(vpc) + QPointF(200, 0));
    QCOMPARE(bench.network().all<SecurityGroup>().size(), std::size_t(4));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("inlineEditor"));
    bench.type(QStringLiteral("cache"));
    bench.typeKey(Qt::Key_Return);
    const auto& cache = bench.named<SecurityGroup>("cache");
    QCOMPARE(QString::fromStdString(cache.awsName.toString()),
             QStringLiteral("{project}-{environment}-cache-sg"));
    const auto address = AddressIndex(bench.design().addresses).find(cache.id, "aws_security_group");
    QVERIFY(address.has_value());
    QCOMPARE(address->key->label, std::string("cache"));
    QVERIFY(bench.design().addresses.moved.empty());
    QVERIFY(bench.selection.elements() == std::vector<ElementId>{cache.id});
    QCOMPARE(bench.steps(), 1);
    QVERIFY(bench.undoes(before));
    QVERIFY(bench.view->hasFocus());
}

void TestEditing::nameTypedLateRenames() {
    Workbench bench;
    const Placement vpc = bench.at(bench.named<Vpc>("main").id);
    bench.drop("security-group", bench.header(vpc) + QPointF(200, 0));
    // Somebody else edits while the field is open.
    QVERIFY(bench.document.edit(QStringLiteral("other"),
                                edits::rename(bench.design(), bench.named<Workload>("ecs").id, "service")));
    bench.type(QStringLiteral("cache"));
    bench.typeKey(Qt::Key_Return);
    QCOMPARE(bench.network().all<SecurityGroup>().size(), std::size_t(4));
    const auto& cache = bench.named<SecurityGroup>("cache");
    QCOMPARE(AddressIndex(bench.design().addresses).find(cache.id, "aws_security_group")->key->label,
             std::string("group"));
    QVERIFY(bench.named<Workload>("service").name == "service");
    QCOMPARE(bench.steps(), 3);
}

void TestEditing::undoRightAfterADrop() {
    Workbench bench;
    const Design before = bench.design();
    const Placement vpc = bench.at(bench.named<Vpc>("main").id);
    bench.drop("security-group", bench.header(vpc) + QPointF(200, 0));
    QVERIFY(bench.design() != before);
    // The field leaves the shortcut to the window, and goes.
    QKeyEvent key(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    key.ignore();
    QWidget* field = QApplication::focusWidget();
    QCOMPARE(field->objectName(), QStringLiteral("inlineEditor"));
    QApplication::sendEvent(field, &key);
    QVERIFY(!key.isAccepted());
    QVERIFY(!field->isVisible());
    // Once something is typed, the shortcut is the field's.
    bench.document.undoStack()->undo();
    QVERIFY(bench.design() == before);
    bench.drop("security-group", bench.header(vpc) + QPointF(200, 0));
    bench.type(QStringLiteral("x"));
    QKeyEvent again(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    again.ignore();
    QApplication::sendEvent(QApplication::focusWidget(), &again);
    QVERIFY(again.isAccepted());
    bench.typeKey(Qt::Key_Escape);
    QVERIFY(bench.named<SecurityGroup>("group").name == "group");
}

void TestEditing::menuKey() {
    Workbench bench;
    bench.click(bench.center(bench.at(bench.named<Workload>("ecs").id)));
    bench.key(Qt::Key_Menu);
    auto* menu = bench.view->findChild<QMenu*>(QStringLiteral("canvasMenu"));
    QVERIFY(menu && menu->isVisible());
    QVERIFY(menu->findChild<QMenu*>(QStringLiteral("groups")));
    menu->close();
}

void TestEditing::revealCentres() {
    Workbench bench;
    bench.view->setZoom(3);
    const Placement nat = bench.at(bench.named<NatGateway>("nat-1c").id);
    bench.view->panBy({4000, 4000});
    QVERIFY(!bench.viewport()->rect().contains(bench.toView(bench.center(nat))));
    bench.selection.reveal(nat.node);
    QVERIFY(bench.viewport()->rect().contains(bench.toView(bench.center(nat))));
}

void TestEditing::minimap() {
    Workbench bench;
    bench.key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.view->minimapShown());
    QVERIFY(bench.commands.action(Command::ViewMinimap)->isChecked());
    auto* map = bench.viewport()->findChild<QWidget*>(QStringLiteral("minimap"));
    QVERIFY(map && map->isVisible());
    bench.view->setZoom(3);
    const QPoint place = map->pos();
    QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(30, 60));
    const QPointF left = bench.view->mapToScene(bench.viewport()->rect().center());
    QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(150, 60));
    QVERIFY(bench.view->mapToScene(bench.viewport()->rect().center()).x() > left.x() + 100);
    QCOMPARE(map->pos(), place);
}

void TestEditing::accessibility() {
    Workbench bench;
    QAccessible::setActive(true);
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(bench.view);
    QVERIFY(canvas);
    const auto order = bench.view->canvas().placements();
    QVERIFY(canvas->childCount() >= int(order.size()));
    const Placement group = bench.at(bench.named<SecurityGroup>("ecs").id);
    bool found = false;
    for (int i = 0; i < int(order.size()); ++i) {
        QAccessibleInterface* child = canvas->child(i);
        QVERIFY(child && child->isValid());
        QVERIFY(!child->text(QAccessible::Name).isEmpty());
        QCOMPARE(canvas->indexOfChild(child), i);
        QVERIFY(child->parent() == canvas);
        if (order[std::size_t(i)] != group) continue;
        found = true;
        QVERIFY2(child->text(QAccessible::Name).startsWith("Security group ecs, 2 member"),
                 qPrintable(child->text(QAccessible::Name)));
        bench.view->setFocus();
        child->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(bench.selection.single() == group.node);
        QVERIFY(child->state().focused);
        QVERIFY(child->state().selected);
        QVERIFY(canvas->focusChild() == child);
        const QPoint middle = child->rect().center();
        QVERIFY(canvas->childAt(middle.x(), middle.y()) == child);
    }
    QVERIFY(found);
    QAccessible::setActive(false);
}

void TestEditing::replacedWhileEditing() {
    Workbench bench;
    const Placement ecs = bench.at(bench.named<Workload>("ecs").id);
    bench.view->rename(ecs);
    bench.view->connectNodes(ecs.node, bench.named<Workload>("rds").id, {});
    bench.press(bench.center(ecs));
    bench.move(bench.center(ecs) + QPointF(-50, 20));
    bench.document.start(Design(), QStringLiteral("empty"));
    bench.move(QPointF(0, 0));
    bench.release(QPointF(0, 0));
    QVERIFY(!bench.view->popover());
    QVERIFY(bench.design() == Design());
    QCOMPARE(bench.steps(), 0);
}

QTEST_MAIN(TestEditing)
#include "test_editing.moc"
