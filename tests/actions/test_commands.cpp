// SPDX-License-Identifier: Apache-2.0
#include "ui/actions/commands.h"
#include "ui/style/style.h"

#include "resources/resources.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sekisho;

class CommandsTest : public QObject {
    Q_OBJECT

private slots:
    void everyCommandIsComplete() {
        QSet<QString> names, keys;
        for (const CommandInfo& info : commandTable()) {
            QCOMPARE(int(info.id), int(&info - commandTable().data()));
            QVERIFY2(!names.contains(QLatin1String(info.name)), info.name);
            names.insert(QLatin1String(info.name));
            QVERIFY2(*info.text && *info.tip, info.name);
            if (*info.icon) QVERIFY2(resources::find("icons/" + std::string(info.icon) + ".svg"), info.name);
            if (!*info.keys) continue;
            for (const QKeySequence& key : QKeySequence::listFromString(QLatin1String(info.keys))) {
                QVERIFY2(!key.isEmpty(), info.name);
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
        }
    }

    void menusHoldEveryCommandOnce() {
        QMainWindow window;
        Commands commands(&window);
        commands.fillMenuBar(window.menuBar());
        QHash<QAction*, int> seen;
        for (int menu = 0; menu <= int(Menu::Help); ++menu) {
            QVERIFY(commands.menu(Menu(menu)));
            for (QAction* action : commands.menu(Menu(menu))->actions())
                if (!action->isSeparator() && !action->menu()) ++seen[action];
        }
        for (const CommandInfo& info : commandTable())
            QCOMPARE(seen.value(commands.action(info.id)), 1);
    }

    void aKeyTriggersWhatIsHandled() {
        QMainWindow window;
        Commands commands(&window);
        commands.fillMenuBar(window.menuBar());
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        int count = 0;
        QVERIFY(!commands.action(Command::FileSave)->isEnabled());
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(count, 0);
        commands.handle(Command::FileSave, [&] { ++count; });
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(count, 1);
        commands.setEnabled(Command::FileSave, false);
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(count, 1);
    }

    /// In one menu no two entries have the same underlined letter, in either language.
    void mnemonicsAreUnique() {
        QMainWindow window;
        Commands commands(&window);
        commands.fillMenuBar(window.menuBar());
        static const QRegularExpression letter(QStringLiteral("&([^&])"));
        const auto check = [](const QList<QAction*>& actions, const QString& where) {
            QHash<QString, QString> seen;
            for (const QAction* action : actions) {
                if (action->isSeparator()) continue;
                const auto match = letter.match(action->text());
                QVERIFY2(match.hasMatch(), qPrintable(action->text()));
                const QString key = match.captured(1).toUpper();
                QVERIFY2(!seen.contains(key), qPrintable(where + QStringLiteral(": ") + seen.value(key) +
                                                         QStringLiteral(" / ") + action->text()));
                seen.insert(key, action->text());
            }
        };
        for (const auto choice : {style::LanguageChoice::English, style::LanguageChoice::Japanese}) {
            style::setLanguage(choice);
            check(window.menuBar()->actions(), QStringLiteral("menu bar"));
            for (int menu = 0; menu <= int(Menu::Help); ++menu)
                check(commands.menu(Menu(menu))->actions(), commands.menu(Menu(menu))->title());
        }
        style::setLanguage(style::LanguageChoice::English);
    }

    void textsFollowTheLanguage() {
        QMainWindow window;
        Commands commands(&window);
        commands.fillMenuBar(window.menuBar());
        style::setLanguage(style::LanguageChoice::English);
        const QString english = commands.action(Command::FileSave)->text();
        QCOMPARE(Commands::plainText(Command::FileSaveAs), QStringLiteral("Save As"));
        style::setLanguage(style::LanguageChoice::Japanese);
        QVERIFY(commands.action(Command::FileSave)->text() != english);
        for (const CommandInfo& info : commandTable())
            QVERIFY2(!Commands::plainText(info.id).contains(QLatin1Char('&')) &&
                         !Commands::plainText(info.id).contains(QLatin1String("()")),
                     info.name);
        style::setLanguage(style::LanguageChoice::English);
        QCOMPARE(commands.action(Command::FileSave)->text(), english);
    }
};

QTEST_MAIN(CommandsTest)
#include "test_commands.moc"
