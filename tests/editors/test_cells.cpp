// SPDX-License-Identifier: Apache-2.0
#include "bench.h"
#include "core/base/diagnostic.h"
#include "ui/editors/complaint_bubble.h"
#include "ui/editors/rule_editor.h"
#include "ui/editors/rule_table.h"
#include "ui/editors/table_section.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace sekisho;
using namespace sekisho::editors;
using namespace sekisho::test;

namespace {

struct Window : EditorWindow {
    using EditorWindow::EditorWindow;

    /// Opens the editor of a cell by F2.
    QWidget* edit(int row, int column) {
        table().setFocus();
        table().setCurrentIndex(model().index(row, column));
        QTest::keyClick(&table(), Qt::Key_F2);
        return open();
    }
    QWidget* open() {
        QWidget* editorOf = QApplication::focusWidget();
        return table().viewport()->isAncestorOf(editorOf) ? editorOf : nullptr;
    }
    /// What stands below the table in red.
    QString said() {
        QStringList texts;
        for (auto* label : editor.sections()[0]->findChildren<QLabel*>())
            if (label->isVisible() && label->property("role") == QStringLiteral("error"))
                texts << label->text().remove(QChar(0x200b));
        return texts.join(QLatin1Char('\n'));
    }
    ComplaintBubble* bubble() { return window.findChild<ComplaintBubble*>(); }
    const SecurityGroupRule& rule(std::uint32_t group, std::size_t index) {
        return bench.group(group).rules[index];
    }
};

} // namespace

/// Cells under real keys: what is typed is judged at once, and nothing wrong gets into the design.
class TestCells : public QObject {
    Q_OBJECT

private slots:
    void refuseBadPortsAndTakeGoodOnes() {
        Window w(SecurityGroupId{2});
        const Design before = w.bench.document.design();
        QWidget* field = w.edit(0, 1);
        QVERIFY(field);
        QTest::keyClicks(field, QStringLiteral("44x"));
        QVERIFY(field->property("invalid").toBool());
        QVERIFY(w.bubble()->isVisible());
        QVERIFY(w.bubble()->text().contains(QStringLiteral("44x")));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(w.open(), field); // it is kept
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(w.open(), field);
        QCOMPARE(w.bench.document.design(), before);
        QTest::keyClick(field, Qt::Key_Backspace);
        QVERIFY(!field->property("invalid").toBool());
        QVERIFY(!w.bubble()->isVisible());
        QTest::keyClicks(field, QStringLiteral("3"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!w.open());
        QCOMPARE(w.rule(2, 0).traffic, Traffic::tcp(443));
        QCOMPARE(w.bench.document.undoStack()->count(), 1);
        // Enter goes down, as in a spreadsheet.
        QCOMPARE(w.table().currentIndex().row(), 1);
        QCOMPARE(w.table().currentIndex().column(), 1);
    }

    void complaintGoesWithItsCell() {
        Window w(SecurityGroupId{2});
        QWidget* field = w.edit(0, 1);
        QTest::keyClicks(field, QStringLiteral("44x"));
        const auto distance = [&] {
            return w.bubble()->y() - field->mapTo(&w.window, QPoint(0, field->height())).y();
        };
        const int before = distance();
        w.editor.move(0, 100);
        QVERIFY(w.bubble()->isVisible());
        QCOMPARE(distance(), before);
        // A page that is scrolled takes the cell out of sight; nothing points at it then.
        w.editor.move(0, -600);
        QVERIFY(!w.bubble()->isVisible());
        w.editor.move(0, 0);
        QVERIFY(w.bubble()->isVisible());
    }

    void takeBackWithEscape() {
        Window w(SecurityGroupId{2});
        QWidget* field = w.edit(0, 1);
        QTest::keyClicks(field, QStringLiteral("99999"));
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(!w.open());
        QCOMPARE(w.rule(2, 0).traffic, Traffic::tcp(80));
        QCOMPARE(w.bench.document.undoStack()->count(), 0);
    }

    void keepWhatIsWrongWhenTheKeyboardLeaves() {
        Window w(SecurityGroupId{2});
        const Design before = w.bench.document.design();
        const QModelIndex cell = w.model().index(0, 1);
        QWidget* field = w.edit(0, 1);
        QTest::keyClicks(field, QStringLiteral("44x"));
        QLineEdit other(&w.window);
        other.show();
        other.setFocus();
        QTRY_VERIFY(!w.open());
        // It stays in the cell, with what is wrong; the design knows nothing of it.
        QCOMPARE(w.bench.document.design(), before);
        QCOMPARE(w.bench.document.undoStack()->count(), 0);
        QCOMPARE(cell.data().toString(), QStringLiteral("44x"));
        QCOMPARE(cell.data(TableModel::SeverityRole).toInt(), int(Severity::Error));
        QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not a port")));
        QVERIFY(w.said().contains(QStringLiteral("Ports, row 1: “44x” is not a port")));
        // Another cell, another group: it is there when people come back.
        w.table().setCurrentIndex(w.model().index(1, 1));
        w.editor.setElement(SecurityGroupId{3});
        QVERIFY(!w.said().contains(QStringLiteral("44x")));
        w.editor.setElement(SecurityGroupId{2});
        QCOMPARE(cell.data().toString(), QStringLiteral("44x"));
        // Going on where it was left.
        field = w.edit(0, 1);
        QCOMPARE(qobject_cast<QLineEdit*>(field)->text(), QStringLiteral("44x"));
        QVERIFY(field->property("invalid").toBool());
        QVERIFY(ComplaintBubble::of(field)->isVisible());
        QTest::keyClick(field, Qt::Key_End);
        QTest::keyClick(field, Qt::Key_Backspace);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(w.rule(2, 0).traffic, Traffic::tcp(44));
        QVERIFY(w.said().isEmpty());
        QCOMPARE(w.bench.document.undoStack()->count(), 1);
        // What is right is taken when the keyboard leaves.
        field = w.edit(0, 1);
        QTest::keyClicks(field, QStringLiteral("444"));
        other.setFocus();
        QTRY_COMPARE(w.rule(2, 0).traffic, Traffic::tcp(444));
    }

    void takeBackWhatWasRefused() {
        Window w(SecurityGroupId{2});
        const QModelIndex cell = w.model().index(0, 1);
        const auto refuse = [&] {
            QTest::keyClicks(w.edit(0, 1), QStringLiteral("65536"));
            w.table().setCurrentIndex(w.model().index(1, 2)); // as a click does
            QTRY_VERIFY(!w.open());
            QCOMPARE(cell.data().toString(), QStringLiteral("65536"));
        };
        // Esc on the cell, Esc in it, another value of it, a row that is deleted, another design.
        refuse();
        w.table().setCurrentIndex(cell);
        QTest::keyClick(&w.table(), Qt::Key_Escape);
        QCOMPARE(cell.data().toString(), QStringLiteral("80"));
        refuse();
        QTest::keyClick(w.edit(0, 1), Qt::Key_Escape);
        QCOMPARE(cell.data().toString(), QStringLiteral("80"));
        refuse();
        w.model().setData(w.model().index(0, 0), QStringLiteral("https"));
        QCOMPARE(cell.data().toString(), QStringLiteral("443"));
        refuse();
        w.model().remove({0});
        QVERIFY(w.said().isEmpty());
        w.bench.undo();
        QCOMPARE(cell.data().toString(), QStringLiteral("443"));
        refuse();
        w.bench.document.start(w.bench.document.design(), QString());
        w.editor.setElement(SecurityGroupId{2});
        QCOMPARE(w.model().index(0, 1).data().toString(), QStringLiteral("443"));
    }

    void showTheIconOfWhatIsTyped() {
        Window w(SecurityGroupId{2});
        auto* source = qobject_cast<QComboBox*>(w.edit(0, 2));
        QCOMPARE(source->currentIndex(), 4);
        QTest::keyClicks(source, QStringLiteral("10.0.0.0/8"));
        QCOMPARE(source->currentIndex(), -1);
        QCOMPARE(source->currentText(), QStringLiteral("10.0.0.0/8"));
        QTest::keyClick(source, Qt::Key_Return);
        QCOMPARE(w.rule(2, 0).peer, SecurityGroupPeer(*Cidr::parse("10.0.0.0/8")));
    }

    void chooseAnIcmpTypeByName() {
        Window w(SecurityGroupId{2});
        QVERIFY(w.model().setData(w.model().index(0, 0), QStringLiteral("icmp")));
        auto* types = qobject_cast<QComboBox*>(w.edit(0, 1));
        QVERIFY(types);
        QVERIFY(types->findText(QStringLiteral("3/4")) > 0);
        QTest::keyClicks(types, QStringLiteral("echo request"));
        QTest::keyClick(types, Qt::Key_Return);
        QCOMPARE(w.model().index(0, 1).data().toString(), QStringLiteral("8"));
        QVERIFY(
            w.model().index(0, 1).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Echo request")));
        types = qobject_cast<QComboBox*>(w.edit(0, 1));
        QTest::keyClicks(types, QStringLiteral("256"));
        QVERIFY(types->property("invalid").toBool());
        QTest::keyClick(types, Qt::Key_Escape);
    }

    void openTheListByMouse() {
        Window w(SecurityGroupId{2}, RuleEditor::Shape::Wide);
        const auto doubleClick = [&](int column) {
            const QPoint at = w.table().visualRect(w.model().index(0, column)).center();
            QTest::mouseClick(w.table().viewport(), Qt::LeftButton, {}, at);
            QTest::mouseDClick(w.table().viewport(), Qt::LeftButton, {}, at);
        };
        doubleClick(0);
        auto* type = w.table().findChild<QComboBox*>();
        QVERIFY(type && type->view()->isVisible());
        type->hidePopup();
        QTest::keyClick(type, Qt::Key_Escape);
        QTRY_VERIFY(!w.table().findChild<QComboBox*>());
        // Where something else may be typed, the keyboard stays with the text.
        doubleClick(3);
        auto* source = w.table().findChild<QComboBox*>();
        QVERIFY(source && source->completer()->popup()->isVisible());
        QTest::keyClicks(source, QStringLiteral("rds"));
        QCOMPARE(source->currentText(), QStringLiteral("rds"));
    }

    void goFromCellToCell() {
        Window w(SecurityGroupId{2});
        QWidget* field = w.edit(0, 1);
        QTest::keyClicks(field, QStringLiteral("8080"));
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(w.rule(2, 0).traffic, Traffic::tcp(8080));
        auto* source = qobject_cast<QComboBox*>(w.open());
        QVERIFY(source);
        QTest::keyClicks(source, QStringLiteral("rds"));
        QTest::keyClick(source, Qt::Key_Tab);
        QCOMPARE(w.rule(2, 0).peer, SecurityGroupPeer(SecurityGroupId{3}));
        QWidget* description = w.open();
        QVERIFY(qobject_cast<QLineEdit*>(description));
        QTest::keyClicks(description, QStringLiteral("From the database"));
        QTest::keyClick(description, Qt::Key_Backtab);
        QCOMPARE(w.rule(2, 0).description, std::string("From the database"));
        QVERIFY(qobject_cast<QComboBox*>(w.open()));
        QTest::keyClick(w.open(), Qt::Key_Escape);
        // Arrows go about without editing; a letter begins to.
        QTest::keyClick(&w.table(), Qt::Key_Down);
        QTest::keyClick(&w.table(), Qt::Key_Left);
        QCOMPARE(w.table().currentIndex(), w.model().index(1, 1));
        QTest::keyClicks(&w.table(), QStringLiteral("5"));
        QVERIFY(w.open());
        QTest::keyClick(w.open(), Qt::Key_Return);
        QCOMPARE(w.rule(2, 1).traffic, Traffic::tcp(5));
    }

    void chooseASource() {
        Window w(SecurityGroupId{2});
        auto* source = qobject_cast<QComboBox*>(w.edit(0, 2));
        QVERIFY(source);
        QCOMPARE(source->currentText(), QStringLiteral("alb"));
        QStringList texts;
        for (int i = 0; i < source->count(); ++i)
            texts << source->itemText(i);
        QCOMPARE(texts, QStringList({"Self", "My VPC", "Anywhere IPv4", "Anywhere IPv6", "alb", "rds"}));
        QVERIFY(!source->itemIcon(4).isNull());
        // Down goes through the list; what is arrived at is taken by Enter.
        source->setCurrentIndex(5);
        emit source->activated(5);
        QTRY_VERIFY(!w.open());
        QCOMPARE(w.rule(2, 0).peer, SecurityGroupPeer(SecurityGroupId{3}));
        QWidget* again = w.edit(0, 2);
        QTest::keyClicks(again, QStringLiteral("my vpc"));
        QTest::keyClick(again, Qt::Key_Return);
        QCOMPARE(w.rule(2, 0).peer, SecurityGroupPeer(ThisVpcCidr{}));
    }

    void offerTheNetworkAddress() {
        Window w(SecurityGroupId{2});
        QWidget* source = w.edit(0, 2);
        QTest::keyClicks(source, QStringLiteral("10.1.2.3/16"));
        QVERIFY(source->property("invalid").toBool());
        auto* offer = w.bubble()->findChild<QPushButton*>();
        QVERIFY(offer->isVisible());
        QVERIFY(offer->text().contains(QStringLiteral("10.1.0.0/16")));
        QTest::mouseClick(offer, Qt::LeftButton);
        QVERIFY(!source->property("invalid").toBool());
        QTest::keyClick(source, Qt::Key_Return);
        QCOMPARE(w.rule(2, 0).peer, SecurityGroupPeer(*Cidr::parse("10.1.0.0/16")));
        // By keys alone.
        source = w.edit(1, 2);
        QTest::keyClicks(source, QStringLiteral("10.2.2.3/16"));
        QTest::keyClick(source, Qt::Key_Return, Qt::AltModifier);
        QTest::keyClick(source, Qt::Key_Return);
        QCOMPARE(w.rule(2, 1).peer, SecurityGroupPeer(*Cidr::parse("10.2.0.0/16")));
    }

    void chooseAType() {
        Window w(SecurityGroupId{2}, RuleEditor::Shape::Wide);
        auto* type = qobject_cast<QComboBox*>(w.edit(0, 0));
        QVERIFY(type && !type->isEditable());
        const int at = type->findText(QStringLiteral("PostgreSQL"));
        QVERIFY(at >= 0);
        type->setCurrentIndex(at);
        QTest::keyClick(type, Qt::Key_Return);
        QCOMPARE(w.rule(2, 0).traffic, Traffic::tcp(5432));
    }

    void addARuleByKeys() {
        Window w(SecurityGroupId{3});
        w.table().setFocus();
        QTest::keyClick(&w.table(), Qt::Key_Insert);
        QCOMPARE(w.model().rowCount(), 2);
        QWidget* protocol = w.open();
        QVERIFY(protocol);
        QTest::keyClicks(protocol, QStringLiteral("ssh"));
        QTest::keyClick(protocol, Qt::Key_Tab);
        QTest::keyClick(w.open(), Qt::Key_Tab); // the port is right
        QTest::keyClicks(w.open(), QStringLiteral("alb"));
        QTest::keyClick(w.open(), Qt::Key_Tab);
        QTest::keyClicks(w.open(), QStringLiteral("SSH from ALB"));
        QTest::keyClick(w.open(), Qt::Key_Return);
        const SecurityGroupRule added = w.bench.group(3).rules.back();
        QCOMPARE(added.traffic, Traffic::tcp(22));
        QCOMPARE(added.peer, SecurityGroupPeer(SecurityGroupId{1}));
        QCOMPARE(added.description, std::string("SSH from ALB"));
        // All of it is one step.
        QCOMPARE(w.bench.document.undoStack()->count(), 1);
        QCOMPARE(w.bench.document.undoStack()->undoText(), QStringLiteral("Add rule"));
        w.bench.undo();
        QCOMPARE(w.model().rowCount(), 1);
        w.bench.redo();
        QCOMPARE(w.model().rowCount(), 2);
        // Another edit is another step.
        QWidget* field = w.edit(0, 1);
        QTest::keyClicks(field, QStringLiteral("5433"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(w.bench.document.undoStack()->count(), 2);
    }

    void takeBackAnAddedRule() {
        Window w(SecurityGroupId{3});
        auto* add = w.editor.sections()[0]->findChild<QPushButton*>();
        QCOMPARE(add->text(), QStringLiteral("Add inbound rule"));
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(w.model().rowCount(), 2);
        QTest::keyClick(w.open(), Qt::Key_Escape);
        QTRY_COMPARE(w.model().rowCount(), 1);
        QVERIFY(!w.bench.document.undoStack()->canUndo());
        QVERIFY(!w.bench.document.undoStack()->canRedo());
    }

    void keepWhatIsTypedWhileOthersEdit() {
        Window w(SecurityGroupId{2});
        QWidget* field = w.edit(1, 1);
        QTest::keyClicks(field, QStringLiteral("44"));
        SecurityGroupRule rule = w.rule(2, 0);
        w.bench.edit(edits::addSecurityGroupRule(w.bench.document.design(), SecurityGroupId{2}, rule));
        rule = w.rule(2, 1);
        rule.description = "x";
        w.bench.edit(edits::setSecurityGroupRule(w.bench.document.design(), rule));
        QCOMPARE(w.open(), field);
        QTest::keyClicks(field, QStringLiteral("3"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(w.rule(2, 1).traffic, Traffic::tcp(443));
        QCOMPARE(w.rule(2, 1).description, std::string("x"));
        // A rule that is deleted under the editor takes the editor with it.
        field = w.edit(1, 1);
        QTest::keyClicks(field, QStringLiteral("9"));
        w.bench.edit(edits::removeElements(w.bench.document.design(), {w.rule(2, 1).id}));
        QTRY_VERIFY(!w.open());
    }

    void switchARoute() {
        Window w(RouteTableId{2});
        QVERIFY(w.bench.table(2).routes[0].onNatToggle);
        w.table().setFocus();
        w.table().setCurrentIndex(w.model().index(1, 2));
        QTest::keyClick(&w.table(), Qt::Key_Space);
        QVERIFY(!w.bench.table(2).routes[0].onNatToggle);
        const QRect cell = w.table().visualRect(w.model().index(1, 2));
        QTest::mouseClick(w.table().viewport(), Qt::LeftButton, {}, cell.center());
        QVERIFY(w.bench.table(2).routes[0].onNatToggle);
        // The local route is AWS's.
        QVERIFY(!w.edit(0, 0));
        QWidget* target = w.edit(1, 1);
        QTest::keyClicks(target, QStringLiteral("tgw-0123456789abcdef0"));
        QTest::keyClick(target, Qt::Key_Return);
        QVERIFY(std::holds_alternative<OpaqueTarget>(w.bench.table(2).routes[0].target));
    }
};

QTEST_MAIN(TestCells)
#include "test_cells.moc"
