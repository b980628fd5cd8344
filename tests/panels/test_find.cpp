// SPDX-License-Identifier: Apache-2.0
#include "tests/panels/stage.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/keys_dialog.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QToolBar>
#include <QTreeWidget>

using namespace sekisho;

namespace {

struct Shown : Stage {
    FindBar* bar = nullptr;
    QSignalSpy revealed{&selection, &Selection::revealRequested};

    Shown() {
        auto* tools = new QToolBar;
        window.addToolBar(tools);
        bar = new FindBar(document, selection, commands);
        tools->addWidget(bar);
        auto* middle = new QWidget;
        middle->setFocusPolicy(Qt::StrongFocus);
        window.setCentralWidget(middle);
        window.resize(900, 600);
        show(window);
        middle->setFocus();
        bar->start();
    }
    QStringList found() {
        QStringList titles;
        for (int row = 0; row < bar->results()->rowCount(); ++row)
            titles << bar->results()->index(row).data().toString();
        return titles;
    }
    void type(const QString& text) {
        bar->selectAll();
        QTest::keyClicks(bar, text);
    }
};

} // namespace

class FindTest : public QObject {
    Q_OBJECT

private slots:
    void findsNodes_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("name") << "private-1c"
                              << "private-1c";
        QTest::newRow("capitals do not count") << "PRIVATE-1A"
                                               << "private-1a";
        QTest::newRow("CIDR") << "10.0.12.0"
                              << "private-1c";
        QTest::newRow("Terraform address") << "aws_security_group.rds"
                                           << "rds";
        QTest::newRow("description of a rule") << "postgresql from"
                                               << "PostgreSQL from ECS";
        QTest::newRow("kind and name") << "security ecs"
                                       << "ecs";
        QTest::newRow("command") << "export"
                                 << "Export Terraform";
        QTest::newRow("id") << "nat-2"
                            << "nat-1c";
    }
    void findsNodes() {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        Shown s;
        QAbstractItemModelTester tester(s.bar->results(),
                                        QAbstractItemModelTester::FailureReportingMode::Fatal);
        s.type(typed);
        QVERIFY(s.bar->isListShown());
        QCOMPARE(s.found().value(0), first);
    }

    void enterGoesThere() {
        Shown s;
        s.type("private-1c");
        QTest::keyClick(s.bar, Qt::Key_Return);
        QVERIFY(s.selection.single() == ElementId(SubnetId{4}));
        QCOMPARE(s.revealed.count(), 1);
        QVERIFY(!s.bar->isListShown());
        QVERIFY(!s.bar->hasFocus());
    }

    void goesOnAmongTheMatches() {
        Shown s;
        s.type("nat-1");
        QStringList nats;
        for (const QString& title : s.found())
            nats << title;
        QVERIFY(nats.size() >= 2);
        QTest::keyClick(s.bar, Qt::Key_Return);
        const auto first = s.selection.single();
        s.bar->next();
        const auto second = s.selection.single();
        QVERIFY(first && second && *first != *second);
        s.bar->previous();
        QVERIFY(s.selection.single() == first);
        s.bar->previous();
        s.bar->next();
        QVERIFY(s.selection.single() == first);
        // What is gone is not gone to.
        s.edit(edits::removeElements(s.design(), {*second}));
        for (int i = 0; i < 4; ++i) {
            s.bar->next();
            QVERIFY(s.selection.single() != second);
        }
    }

    void choosesByArrowsAndMouse() {
        Shown s;
        s.type("private-1");
        const QString second = s.found().value(1);
        QTest::keyClick(s.bar, Qt::Key_Down);
        QTest::keyClick(s.bar, Qt::Key_Return);
        const auto chosen = s.selection.single();
        QVERIFY(chosen);
        s.bar->start();
        s.type("private-1");
        auto* list = s.window.findChild<QListView*>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(s.bar->results()->index(1)).center());
        QVERIFY(s.selection.single() == chosen);
    }

    void runsCommands() {
        Shown s;
        s.type("nat gateways");
        const int row = int(s.found().indexOf("NAT Gateways"));
        QVERIFY(row >= 0);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(s.bar, Qt::Key_Down);
        QTest::keyClick(s.bar, Qt::Key_Return);
        QVERIFY(!s.design().settings.natEnabled);
        QVERIFY(s.bar->text().isEmpty());
    }

    void opensFiles() {
        Shown s;
        QSignalSpy design(s.bar, &FindBar::designFileRequested);
        QSignalSpy text(s.bar, &FindBar::terraformFileRequested);
        s.bar->setDesignFiles({"/home/me/shop-prod.sekisho"});
        s.bar->setTerraformFiles({"security.tf", "vpc.tf"});
        s.type("shop-prod");
        QTest::keyClick(s.bar, Qt::Key_Return);
        QCOMPARE(design.first().first().toString(), QString("/home/me/shop-prod.sekisho"));
        s.bar->start();
        s.type("security.tf");
        QTest::keyClick(s.bar, Qt::Key_Return);
        QCOMPARE(text.first().first().toString(), QString("security.tf"));
    }

    void saysWhenThereIsNothing() {
        Shown s;
        s.type("no such thing at all");
        QCOMPARE(s.bar->results()->rowCount(), 0);
        QVERIFY(s.bar->isListShown());
        QTest::keyClick(s.bar, Qt::Key_Return);
        QVERIFY(s.selection.empty());
        QTest::keyClick(s.bar, Qt::Key_Escape);
        QVERIFY(!s.bar->isListShown());
        QVERIFY(!s.bar->hasFocus());
    }

    void followsTheDesign() {
        Shown s;
        s.type("billing");
        QVERIFY(s.found().isEmpty());
        s.edit(edits::addSecurityGroup(s.design(), VpcId{1}, "billing"));
        s.type("billing");
        QCOMPARE(s.found().value(0), QString("billing"));
    }

    void listsAllKeys() {
        Stage s;
        KeysDialog dialog(s.commands);
        Stage::show(dialog);
        QStringList shown;
        const auto read = [&] {
            shown.clear();
            for (int i = 0; i < dialog.list()->topLevelItemCount(); ++i)
                for (int j = 0; j < dialog.list()->topLevelItem(i)->childCount(); ++j)
                    if (const auto* item = dialog.list()->topLevelItem(i)->child(j); !item->isHidden())
                        shown << item->text(0) + '|' + item->text(1);
        };
        read();
        QStringList expected;
        for (const CommandInfo& info : commandTable())
            if (*info.keys) expected << Commands::plainText(info.id);
        // Behind the commands: what keys do on the canvas beside them.
        const int onCanvas =
            dialog.list()->topLevelItem(dialog.list()->topLevelItemCount() - 1)->childCount();
        QVERIFY(onCanvas > 0 && shown.contains("Cancel|Esc"));
        QCOMPARE(shown.size() - onCanvas, expected.size());
        QVERIFY(shown.contains("Save|Ctrl+S"));
        QVERIFY(shown.contains("Redo|Ctrl+Shift+Z · Ctrl+Y"));
        QTest::keyClicks(dialog.findChild<QLineEdit*>(), "undo");
        read();
        QCOMPARE(shown, QStringList{"Undo|Ctrl+Z"});
    }
};

QTEST_MAIN(FindTest)
#include "test_find.moc"
