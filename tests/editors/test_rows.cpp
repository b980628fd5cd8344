// SPDX-License-Identifier: Apache-2.0
#include "bench.h"
#include "ui/editors/cell_delegate.h"
#include "ui/editors/rule_editor.h"
#include "ui/editors/rule_table.h"
#include "ui/editors/table_section.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace sekisho;
using namespace sekisho::editors;
using namespace sekisho::test;

namespace {

struct Window : EditorWindow {
    using EditorWindow::EditorWindow;

    QPoint middleOf(int row, int column = 0, std::size_t section = 0) {
        return table(section).visualRect(model(section).index(row, column)).center();
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {}, std::size_t section = 0) {
        QTest::mouseClick(table(section).viewport(), Qt::LeftButton, modifiers, middleOf(row, 0, section));
    }
    std::vector<int> numbers(std::uint32_t acl) {
        std::vector<int> all;
        for (const NetworkAclRule& rule : bench.acl(acl).rules)
            if (rule.direction == Direction::Ingress) all.push_back(rule.number);
        return all;
    }
    QString ports(int row) { return model().index(row, 2).data().toString(); }
};

} // namespace

/// Rows: added, copied, deleted, put in order; lit and selected here and elsewhere.
class TestRows : public QObject {
    Q_OBJECT

private slots:
    void selectBothWays() {
        Window w(SecurityGroupId{2});
        w.click(1);
        QCOMPARE(w.bench.selection.elements(), std::vector<ElementId>{SecurityGroupRuleId{5}});
        w.click(0, Qt::ControlModifier);
        QCOMPARE(w.bench.selection.elements().size(), std::size_t(2));
        // Elsewhere: one of the other direction.
        w.bench.selection.set({SecurityGroupRuleId{6}});
        QVERIFY(w.table(0).selectedRows().empty());
        QCOMPARE(w.table(1).selectedRows(), std::vector<int>{0});
        w.bench.selection.set({SecurityGroupRuleId{4}});
        QCOMPARE(w.table(0).selectedRows(), std::vector<int>{0});
        QVERIFY(w.table(1).selectedRows().empty());
        w.bench.selection.set({SecurityGroupId{2}});
        QVERIFY(w.table(0).selectedRows().empty());
        // The keyboard selects too.
        w.table().setFocus();
        w.table().setCurrentIndex(w.model().index(0, 0));
        QTest::keyClick(&w.table(), Qt::Key_Down);
        QCOMPARE(w.bench.selection.single(), std::optional<ElementId>(SecurityGroupRuleId{5}));
    }

    void hoverBothWays() {
        Window w(SecurityGroupId{2});
        QTest::mouseMove(w.table().viewport(), w.middleOf(1));
        QTRY_COMPARE(w.bench.selection.hovered(), std::optional<ElementId>(SecurityGroupRuleId{5}));
        QTest::mouseMove(w.table().viewport(), w.middleOf(0));
        QTRY_COMPARE(w.bench.selection.hovered(), std::optional<ElementId>(SecurityGroupRuleId{4}));
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(w.table().viewport(), &leave);
        QVERIFY(!w.bench.selection.hovered());
        // A rule that is lit elsewhere is lit here: the row looks other than before.
        const QRect row = w.table().visualRect(w.model().index(1, 3));
        const QImage before = w.table().viewport()->grab(row).toImage();
        w.bench.selection.setHovered(SecurityGroupRuleId{5});
        QVERIFY(w.table().viewport()->grab(row).toImage() != before);
        w.bench.selection.setHovered(std::nullopt);
        QCOMPARE(w.table().viewport()->grab(row).toImage(), before);
    }

    void deleteAndStayNear() {
        Window w(SecurityGroupId{1});
        w.click(0);
        QTest::keyClick(&w.table(), Qt::Key_Delete);
        QCOMPARE(w.bench.group(1).rules.size(), std::size_t(2));
        QCOMPARE(w.bench.document.undoStack()->undoText().contains(QStringLiteral("Delete")), true);
        // The next rule is selected, so that Del goes on; at last the group.
        QCOMPARE(w.bench.selection.single(), std::optional<ElementId>(SecurityGroupRuleId{2}));
        QTest::keyClick(&w.table(), Qt::Key_Delete);
        QCOMPARE(w.model().rowCount(), 0);
        QCOMPARE(w.bench.selection.single(), std::optional<ElementId>(SecurityGroupId{1}));
        auto labels = w.editor.sections()[0]->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("Nothing gets in yet.");
        }));
        w.bench.undo();
        w.bench.undo();
        QCOMPARE(w.model().rowCount(), 2);
    }

    void duplicateByKeyAndButton() {
        Window w(SecurityGroupId{1});
        w.click(0);
        QTest::keyClick(&w.table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(w.model().rowCount(), 3);
        QCOMPARE(w.model().index(1, 1).data().toString(), QStringLiteral("80"));
        for (auto* button : w.editor.sections()[0]->findChildren<QToolButton*>())
            if (button->accessibleName() == QStringLiteral("Delete") && button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(w.model().rowCount(), 2);
    }

    void reorderByKeys() {
        Window w(NetworkAclId{1});
        w.bench.edit(edits::setNetworkAclRule(w.bench.document.design(), [&] {
            NetworkAclRule rule = w.bench.acl(1).rules[2];
            rule.number = 205;
            return rule;
        }()));
        w.click(2);
        const auto selected = w.bench.selection.single();
        QTest::keyClick(&w.table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(w.numbers(1), (std::vector<int>{100, 110, 120}));
        QCOMPARE(w.ports(1), QStringLiteral("1024-65535"));
        QCOMPARE(w.bench.selection.single(), selected);
        QCOMPARE(w.table().selectedRows(), std::vector<int>{1});
        QTest::keyClick(&w.table(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(w.ports(0), QStringLiteral("1024-65535"));
        QTest::keyClick(&w.table(), Qt::Key_Up, Qt::AltModifier); // it is first already
        QCOMPARE(w.ports(0), QStringLiteral("1024-65535"));
        QCOMPARE(w.bench.document.undoStack()->count(), 3);
        QTest::keyClick(&w.table(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&w.table(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(&w.table(), Qt::Key_Down, Qt::AltModifier); // not below the * row
        QCOMPARE(w.ports(2), QStringLiteral("1024-65535"));
        QCOMPARE(w.model().index(3, 0).data().toString(), QStringLiteral("*"));
    }

    void reorderByDrop() {
        Window w(NetworkAclId{1});
        const QModelIndexList row = {w.model().index(2, 0)};
        std::unique_ptr<QMimeData> data(w.model().mimeData(row));
        QVERIFY(data);
        QVERIFY(w.model().dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
        QCOMPARE(w.ports(0), QStringLiteral("1024-65535"));
        QCOMPARE(w.numbers(1), (std::vector<int>{100, 110, 120}));
        QCOMPARE(w.bench.document.undoStack()->count(), 1);
        // Rows of the other direction, or of another ACL, are no rows of this table.
        data.reset(w.model(1).mimeData({w.model(1).index(0, 0)}));
        QVERIFY(!w.model().dropMimeData(data.get(), Qt::MoveAction, 0, 0, {}));
        QVERIFY(!w.model().mimeData({w.model().index(3, 0)})); // the * row
        QMimeData text;
        text.setText(QStringLiteral("nonsense"));
        QVERIFY(!w.model().dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
        QCOMPARE(w.bench.document.undoStack()->count(), 1);
    }

    void reorderByMouse() {
        Window w(NetworkAclId{1});
        QWidget* viewport = w.table().viewport();
        const auto drag = [&](const QPoint& from, const QPoint& to) {
            QTest::mousePress(viewport, Qt::LeftButton, {}, from);
            for (const QPoint& point : {from + QPoint(0, 3), (from + to) / 2, to}) {
                QMouseEvent move(QEvent::MouseMove, point, viewport->mapToGlobal(point), Qt::NoButton,
                                 Qt::LeftButton, {});
                QApplication::sendEvent(viewport, &move);
            }
        };
        drag(w.middleOf(2), w.middleOf(0) - QPoint(0, 8));
        QCOMPARE(w.ports(0), QStringLiteral("80")); // nothing before it is let go
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, w.middleOf(0) - QPoint(0, 8));
        QCOMPARE(w.ports(0), QStringLiteral("1024-65535"));
        QCOMPARE(w.numbers(1), (std::vector<int>{100, 110, 120}));
        QCOMPARE(w.bench.document.undoStack()->count(), 1);
        // Never below the * row, however far down.
        drag(w.middleOf(0), w.middleOf(3) + QPoint(0, 40));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, w.middleOf(3));
        QCOMPARE(w.ports(2), QStringLiteral("1024-65535"));
        QCOMPARE(w.model().index(3, 0).data().toString(), QStringLiteral("*"));
        // Two rows at once.
        w.click(0);
        w.click(1, Qt::ShiftModifier);
        drag(w.middleOf(1), w.middleOf(2) + QPoint(0, 9));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, w.middleOf(2));
        QCOMPARE(w.ports(0), QStringLiteral("1024-65535"));
        QCOMPARE(w.ports(1), QStringLiteral("80"));
        QCOMPARE(w.bench.document.undoStack()->count(), 3);
        // Esc takes it back; so does a drop where the row was.
        w.table().setFocus();
        drag(w.middleOf(2), w.middleOf(0));
        QTest::keyClick(&w.table(), Qt::Key_Escape);
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, w.middleOf(0));
        QCOMPARE(w.bench.document.undoStack()->count(), 3);
        w.click(2);
        drag(w.middleOf(2), w.middleOf(2) + QPoint(60, 0));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, w.middleOf(2));
        QCOMPARE(w.bench.document.undoStack()->count(), 3);
        // The * row cannot be taken hold of.
        drag(w.middleOf(3), w.middleOf(0));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, w.middleOf(0));
        QCOMPARE(w.bench.document.undoStack()->count(), 3);
    }

    void copyAndPaste() {
        Window w(SecurityGroupId{2});
        w.table().setFocus();
        w.table().selectAll();
        QTest::keyClick(&w.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral(
                     "HTTP\tTCP\t80\talb\tHTTP from ALB\nCustom TCP\tTCP\t3000\talb\tApp port from ALB\n"));
        const auto copied = w.bench.group(2).rules;
        QTest::keyClick(&w.table(), Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(w.model().rowCount(), 0);
        w.table().setFocus();
        QTest::keyClick(&w.table(), Qt::Key_V, Qt::ControlModifier);
        const auto& pasted = w.bench.group(2).rules;
        QCOMPARE(pasted.size(), copied.size());
        for (const std::size_t i : {0, 1}) {
            const SecurityGroupRule& rule = pasted[i + 1]; // behind the outbound one
            QCOMPARE(rule.traffic, copied[i].traffic);
            QCOMPARE(rule.peer, copied[i].peer);
            QCOMPARE(rule.description, copied[i].description);
            QVERIFY(rule.id != copied[i].id);
        }
        QCOMPARE(w.bench.document.undoStack()->count(), 2);
    }

    void roundTripOddTexts() {
        Bench bench;
        SecurityGroupRule rule = bench.group(2).rules[0];
        rule.description = "\"quoted\" and, commas; 日本語";
        bench.edit(edits::setSecurityGroupRule(bench.document.design(), rule));
        RuleEditor editor(bench.document, bench.facts, bench.selection, RuleEditor::Shape::Narrow);
        editor.setElement(SecurityGroupId{2});
        TableModel& model = editor.sections()[0]->model();
        QCOMPARE(model.paste(model.toTsv({0})), QStringList());
        QCOMPARE(bench.group(2).rules.back().description, rule.description);
        QCOMPARE(bench.group(2).rules.back().peer, rule.peer);
    }

    void pasteFromTheConsole() {
        Bench bench;
        RuleEditor editor(bench.document, bench.facts, bench.selection, RuleEditor::Shape::Narrow);
        editor.setElement(SecurityGroupId{3});
        TableModel& group = editor.sections()[0]->model();
        QCOMPARE(group.paste(QStringLiteral(
                     "Name\tSecurity group rule ID\tIP version\tType\tProtocol\tPort "
                     "range\tSource\tDescription\r\n"
                     "-\tsgr-0a\tIPv4\tHTTPS\tTCP\t443\t10.9.0.0/16\tOffice\r\n"
                     "-\tsgr-0b\t-\tCustom UDP\tUDP\t5000 - 5010\tsg-0123456789abcdef0 / ecs\t-\r\n"
                     "-\tsgr-0c\tIPv4\tAll traffic\tAll\tAll\t0.0.0.0/0\t\r\n")),
                 QStringList());
        QCOMPARE(shown(group).mid(1),
                 QStringList({"TCP|443|10.9.0.0/16|Office", "UDP|5000-5010|ecs|", "All|All|0.0.0.0/0|"}));
        QCOMPARE(bench.document.undoStack()->count(), 1);
        RuleEditor other(bench.document, bench.facts, bench.selection, RuleEditor::Shape::Narrow);
        other.setElement(NetworkAclId{1});
        TableModel& acl = other.sections()[0]->model();
        QCOMPARE(acl.paste(QStringLiteral("Rule number\tType\tProtocol\tPort range\tSource\tAllow/Deny\n"
                                          "100\tSSH (22)\tTCP (6)\t22\t10.0.0.0/8\tDeny\n"
                                          "300\tAll traffic\tAll\tAll\t0.0.0.0/0\tAllow\n"
                                          "*\tAll traffic\tAll\tAll\t0.0.0.0/0\tDeny\n")),
                 QStringList());
        // 100 is taken, so it comes last.
        QCOMPARE(shown(acl), QStringList({"100|TCP|80|0.0.0.0/0|Allow", "110|TCP|443|0.0.0.0/0|Allow",
                                          "120|TCP|1024-65535|0.0.0.0/0|Allow", "130|TCP|22|10.0.0.0/8|Deny",
                                          "300|All|All|0.0.0.0/0|Allow", "*|All|All|0.0.0.0/0|Deny"}));
    }

    void pasteInEveryShape_data() {
        QTest::addColumn<QString>("text");
        const QString rows = QStringLiteral("HTTPS\tTCP\t443\t10.9.0.0/16\tOffice\n"
                                            "Custom UDP\tUDP\t5000-5010\trds\t\n");
        QTest::newRow("own") << rows;
        QTest::newRow("windows") << QString(rows).replace(QLatin1Char('\n'), QStringLiteral("\r\n"));
        QTest::newRow("no type") << QStringLiteral("TCP\t443\t10.9.0.0/16\tOffice\n"
                                                   "UDP\t5000-5010\trds\t\n");
        QTest::newRow("no description") << QStringLiteral("HTTPS\tTCP\t443\t10.9.0.0/16\n"
                                                          "UDP\t5000-5010\trds\n");
        QTest::newRow("empty columns around") << QStringLiteral("\tHTTPS\tTCP\t443\t10.9.0.0/16\tOffice\n"
                                                                "Custom UDP\tUDP\t5000-5010\trds\t\t\t\n");
        QTest::newRow("console, rows alone") << QStringLiteral(
            "–\tsgr-0a1b2c3d\tIPv4\tHTTPS\tTCP\t443\t10.9.0.0/16\tOffice\n"
            "–\tsgr-0a1b2c3e\t–\tCustom UDP\tUDP\t5000 - 5010\tsg-0123456789abcdef0 (rds)\t–\n");
        QTest::newRow("console in Japanese") << QStringLiteral(
            "Name\tセキュリティグループルール ID\tIP "
            "バージョン\tタイプ\tプロトコル\tポート範囲\tソース\t説明\n"
            "–\tsgr-0a1b2c3d\tIPv4\tHTTPS\tTCP\t443\t10.9.0.0/16\tOffice\n"
            "–\tsgr-0a1b2c3e\t–\tカスタム UDP\tUDP\t5000 - 5010\tsg-0123456789abcdef0 / rds\t–\n");
        QTest::newRow("console, a cell a line")
            << QStringLiteral("Name\nSecurity group rule ID\nIP version\nType\nProtocol\nPort range\nSource\n"
                              "Description\n–\nsgr-0a1b2c3d\nIPv4\nHTTPS\nTCP\n443\n10.9.0.0/16\nOffice\n"
                              "–\nsgr-0a1b2c3e\n–\nCustom UDP\nUDP\n5000 - 5010\nrds\n–\n");
        QTest::newRow("console, a cell a line, no heads")
            << QStringLiteral("\t–\n\tsgr-0a1b2c3d\n\tIPv4\n\tHTTPS\n\tTCP\n\t443\n\t10.9.0.0/16\n\tOffice\n"
                              "\t–\n\tsgr-0a1b2c3e\n\t–\n\tCustom UDP\n\tUDP\n\t5000 - 5010\n\trds\n\t–\n");
    }
    void pasteInEveryShape() {
        QFETCH(QString, text);
        Bench bench;
        RuleEditor editor(bench.document, bench.facts, bench.selection, RuleEditor::Shape::Narrow);
        editor.setElement(SecurityGroupId{1});
        TableModel& group = editor.sections()[0]->model();
        const int before = group.rowCount();
        const QStringList complaints = group.paste(text);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
        QStringList rows = shown(group).mid(before);
        for (QString& row : rows)
            row.remove(QStringLiteral("Office"));
        QCOMPARE(rows, QStringList({"TCP|443|10.9.0.0/16|", "UDP|5000-5010|rds|"}));
        QCOMPARE(bench.document.undoStack()->count(), 1);
    }

    void pasteAclsAndRoutesOfTheConsole() {
        Bench bench;
        RuleEditor acls(bench.document, bench.facts, bench.selection, RuleEditor::Shape::Narrow);
        acls.setElement(NetworkAclId{1});
        TableModel& acl = acls.sections()[0]->model();
        QCOMPARE(acl.paste(QStringLiteral("ルール番号\tタイプ\tプロトコル\tポート範囲\t送信元\t許可/拒否\n"
                                          "300\tHTTP* (8080)\tTCP (6)\t8080\t0.0.0.0/0\t許可\n"
                                          "310\tすべてのトラフィック\tすべて\tすべて\t10.0.0.0/8\t拒否\n"
                                          "*\tすべてのトラフィック\tすべて\tすべて\t0.0.0.0/0\t拒否\n")),
                 QStringList());
        QCOMPARE(shown(acl).mid(3, 2),
                 QStringList({"300|TCP|8080|0.0.0.0/0|Allow", "310|All|All|10.0.0.0/8|Deny"}));
        // Without numbers they come after the others.
        QCOMPARE(acl.paste(QStringLiteral("SSH\tTCP\t22\t10.0.0.0/8\tAllow\n")), QStringList());
        QCOMPARE(shown(acl).at(5), QStringLiteral("320|TCP|22|10.0.0.0/8|Allow"));
        RuleEditor tables(bench.document, bench.facts, bench.selection, RuleEditor::Shape::Narrow);
        tables.setElement(RouteTableId{1});
        TableModel& routes = tables.sections()[0]->model();
        const int before = routes.rowCount();
        QCOMPARE(routes.paste(QStringLiteral("送信先\tターゲット\tステータス\t伝播済み\n"
                                             "10.0.0.0/16\tlocal\tアクティブ\tいいえ\n"
                                             "10.9.0.0/16\ttgw-0123456789abcdef0\tアクティブ\tいいえ\n")),
                 QStringList());
        QCOMPARE(routes.paste(QStringLiteral("10.8.0.0/16\ttgw-0123456789abcdef0\n")), QStringList());
        QCOMPARE(shown(routes).mid(before), QStringList({"10.9.0.0/16|tgw-0123456789abcdef0|0|Active",
                                                         "10.8.0.0/16|tgw-0123456789abcdef0|0|Active"}));
    }

    void selectWhatCameIn() {
        Window w(SecurityGroupId{2});
        w.click(0);
        QTest::keyClick(&w.table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(w.table().selectedRows(), std::vector<int>{1});
        QApplication::clipboard()->setText(QStringLiteral("TCP\t22\tself\t\nTCP\t23\tself\t\n"));
        QTest::keyClick(&w.table(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(w.table().selectedRows(), (std::vector<int>{3, 4}));
        QCOMPARE(w.bench.selection.elements().size(), std::size_t(2));
    }

    void lightAllRulesOfALine() {
        Window w(SecurityGroupId{2});
        const auto picture = [&](int row) {
            return w.table().viewport()->grab(w.table().visualRect(w.model().index(row, 3))).toImage();
        };
        const QImage first = picture(0), second = picture(1);
        w.bench.selection.setHovered(SecurityGroupRuleId{4},
                                     {SecurityGroupRuleId{4}, SecurityGroupRuleId{5}});
        QVERIFY(picture(0) != first);
        QVERIFY(picture(1) != second);
        w.bench.selection.setHovered(std::nullopt);
        QCOMPARE(picture(1), second);
    }

    void sayWhatIsWrongWithTheRow() {
        Window w(NetworkAclId{1});
        QVERIFY(w.model().setData(w.model().index(1, 0), QStringLiteral("100")));
        QTRY_VERIFY(w.model().index(0, 0).data(TableModel::SeverityRole).isValid());
        const auto said = [&] {
            for (auto* label : w.editor.sections()[0]->findChildren<QLabel*>())
                if (label->isVisible() && label->property("role") == QStringLiteral("error"))
                    return label->text();
            return QString();
        };
        w.click(2);
        QVERIFY(said().isEmpty());
        w.click(0);
        QVERIFY(said().contains(QStringLiteral("100")));
        w.bench.undo();
        QTRY_VERIFY(said().isEmpty());
    }

    void refuseAHostilePaste_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line"); // that is named; 0: none
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("blank lines") << QStringLiteral("\n\n \n") << 0;
        QTest::newRow("prose") << QStringLiteral("Dear all,\nplease see below.") << 1;
        QTest::newRow("bad port") << QStringLiteral("HTTP\tTCP\t80\talb\t\nCustom TCP\tTCP\t8o\talb\t") << 2;
        QTest::newRow("bad source") << QStringLiteral("TCP\t80\talb\tx\n\nTCP\t80\tnobody\tx") << 3;
        QTest::newRow("host bits") << QStringLiteral("TCP\t80\t10.0.0.1/8\tx") << 1;
        QTest::newRow("columns") << QStringLiteral("a\tb\tc\td\te\tf\tg") << 1;
        QTest::newRow("quotes") << QStringLiteral("\"TCP\t80\talb\tx") << 1;
        QTest::newRow("markup") << QStringLiteral("TCP\t80\t<img src=x>\tx") << 1;
        QTest::newRow("controls") << QStringLiteral("TCP\t80\t\x01\x02\u202e\tx") << 1;
        QTest::newRow("long") << QString(200000, QLatin1Char('x')) << 1;
        QTest::newRow("many") << QStringLiteral("TCP\t80\talb\tx\n").repeated(5000) << 0;
    }
    void refuseAHostilePaste() {
        QFETCH(QString, text);
        QFETCH(int, line);
        Window w(SecurityGroupId{3});
        const Design before = w.bench.document.design();
        const QStringList complaints = w.model().paste(text);
        QVERIFY(!complaints.isEmpty());
        if (line > 0)
            QVERIFY2(complaints.first().startsWith(QStringLiteral("Line %1:").arg(line)),
                     qPrintable(complaints.first().left(200)));
        QCOMPARE(w.bench.document.design(), before);
        // In the window it is said below the table.
        QApplication::clipboard()->setText(text);
        w.table().setFocus();
        QTest::keyClick(&w.table(), Qt::Key_V, Qt::ControlModifier);
        const auto labels = w.editor.sections()[0]->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel* label) {
            return label->isVisible() && label->property("role") == QStringLiteral("error") &&
                   !label->text().isEmpty();
        }));
    }

    void askForMoreRoom() {
        Window w(SecurityGroupId{2});
        QSignalSpy asked(&w.editor, &RuleEditor::openWide);
        for (auto* button : w.editor.sections()[0]->findChildren<QToolButton*>())
            if (button->accessibleName() == QStringLiteral("Show in a wide pane"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked[0][0].value<ElementId>() == ElementId(SecurityGroupId{2}));
        Window wide(SecurityGroupId{2}, RuleEditor::Shape::Wide);
        QCOMPARE(wide.model().columnCount(), 5);
        QCOMPARE(wide.editor.title(), QStringLiteral("ecs"));
    }

    void fitThePane() {
        for (const int width : {339, 300}) {
            for (const ElementId owner :
                 {ElementId(SecurityGroupId{1}), ElementId(SecurityGroupId{2}), ElementId(NetworkAclId{1}),
                  ElementId(NetworkAclId{2}), ElementId(RouteTableId{2})}) {
                Window w(owner);
                w.editor.setGeometry(0, 0, width, 620);
                QTest::qWait(1);
                for (TableSection* section : w.editor.sections()) {
                    RuleTable& table = section->table();
                    int total = 0;
                    for (int column = 0; column < section->model().columnCount(); ++column) {
                        total += table.columnWidth(column);
                        if (width < 339) continue;
                        // Nothing of the ordinary design is cut.
                        for (int row = 0; row < section->model().rowCount(); ++row) {
                            const QModelIndex index = section->model().index(row, column);
                            QVERIFY2(table.columnWidth(column) >=
                                         table.itemDelegate()->sizeHint({}, index).width(),
                                     qPrintable(index.data().toString()));
                        }
                    }
                    QVERIFY(total <= width);
                }
            }
        }
    }
};

QTEST_MAIN(TestRows)
#include "test_rows.moc"
