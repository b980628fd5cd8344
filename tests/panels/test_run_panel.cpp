// SPDX-License-Identifier: Apache-2.0
#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "ui/document/deployment.h"
#include "ui/document/document.h"
#include "ui/document/export_plan.h"
#include "ui/document/export_writer.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/ansi_text.h"
#include "ui/panels/run_panel.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTreeWidget>

#include <algorithm>

using namespace sekisho;

/// Terraform from the window; the terraform here is a script that notes how it was called.
class RunPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void colours();
    void emptyState();
    void planIsListed();
    void applyOnlyAfterTheWord();
    void theQuestionTellsThePlan();
    void filesThatChangeAfterTheQuestion();
    void marksGoWithTheirPlan();
    void theStateIsReadByItself();
    void aFailedApplyIsLookedAt();
    void whoseAccount();
    void theFilesAreNotTheDesign();
    void theProgramStaysChosen();
    void missingProgramsAreLookedForAgain();
    void aLineWithoutEnd();
    void itSaysWhatRuns();
    void theQuestionCanBeLeft();
    void theTextIsFollowed();
    void commonFailuresAreExplained_data();
    void commonFailuresAreExplained();

private:
    void write(const char* name, const QByteArray& text) const;
    QByteArray calls() const;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_path;
};

void RunPanelTest::init() {
    style::setTheme(style::ThemeChoice::Light);
    m_folder = std::make_unique<QTemporaryDir>();
    QFile script(m_folder->filePath(QStringLiteral("terraform")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(R"(#!/bin/sh
echo "$1" >> calls
case $1 in
  validate) [ ! -e endless ] || { head -c 3000000 /dev/zero | tr '\0' x; }
    [ ! -e error ] || { cat error; seq 100; exit 1; }
    [ ! -e many ] || seq 500
    [ ! -e wait ] || { echo waiting; while [ ! -e go ]; do sleep 0.05; done; } ;;
  plan) printf '\033[1mPlan:\033[0m 1 to add\n'; touch .terraform/sekisho.tfplan ;;
  show) if [ -n "$3" ]; then
      echo '{"resource_changes":[{"address":"aws_nat_gateway.main[0]","change":{"actions":["create"]}}]}'
    else
      echo '{"values":{"root_module":{"resources":[{"address":"aws_nat_gateway.main[0]","mode":"managed",
        "values":{"id":"nat-0abc","public_ip":"198.51.100.1"}}]}}}'
    fi ;;
  apply) [ ! -e refuse ] || exit 1 ;;
  output) echo '{"nat_gateway_public_ips":{"value":["198.51.100.1"]}}' ;;
esac
)");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_path = qgetenv("PATH");
    qputenv("PATH", m_folder->path().toUtf8() + ':' + m_path);
    qputenv("AWS_PROFILE", "team-sandbox");
}

void RunPanelTest::cleanup() {
    qputenv("PATH", m_path);
    qunsetenv("AWS_PROFILE");
}

QByteArray RunPanelTest::calls() const {
    QFile file(m_folder->filePath(QStringLiteral("calls")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RunPanelTest::colours() {
    AnsiReader reader;
    const auto runs = reader.read("plain \x1b[32m+ green\x1b[0m\x1b[1;31mred\x1b[0m");
    QCOMPARE(runs.size(), std::size_t(3));
    QCOMPARE(runs[0].text, QStringLiteral("plain "));
    QVERIFY(runs[1].color == AnsiRun::Color::Green && !runs[1].bold);
    QVERIFY(runs[2].color == AnsiRun::Color::Red && runs[2].bold);
    // Cut within a sequence and within a character.
    const QByteArray whole = QByteArrayLiteral("\x1b[33m\xe6\x97\xa5\xe6\x9c\xac\x1b[0m end\x1b[2K\x1b]x");
    for (qsizetype cut = 0; cut <= whole.size(); ++cut) {
        AnsiReader parts;
        QString text;
        for (const QByteArray& part : {whole.left(cut), whole.mid(cut)})
            for (const AnsiRun& run : parts.read(part)) {
                if (run.text.contains(QChar(0x65E5))) QVERIFY(run.color == AnsiRun::Color::Yellow);
                text += run.text;
            }
        QCOMPARE(text, QString::fromUtf8("日本 end"));
    }
    // Titles and links for the terminal, and colours there is no name for.
    const QByteArray more = QByteArrayLiteral("a\x1b]0;title\ab\x1b]8;;https://x\x1b\\link\x1b]8;;\x1b\\c"
                                              "\x1b[38;5;1md\x1b[48;2;1;4;31me\x1b[0m\x1b]never\nended");
    for (qsizetype cut = 0; cut <= more.size(); ++cut) {
        AnsiReader parts;
        QString text;
        for (const QByteArray& part : {more.left(cut), more.mid(cut)})
            for (const AnsiRun& run : parts.read(part)) {
                QVERIFY(!run.bold && !run.underline && run.color == AnsiRun::Color::Default);
                text += run.text;
            }
        QCOMPARE(text, QStringLiteral("ablinkcdenever\nended"));
    }
}

#define PANEL()                                                                                              \
    const auto prices = cost::PriceBook::parse(resources::priceBookJson());                                  \
    Document document;                                                                                       \
    Facts facts(document, *prices);                                                                          \
    Selection selection(document);                                                                           \
    document.start(*makeTemplate("hands-on"), QStringLiteral("x"));                                          \
    Deployment deployment(document, facts);                                                                  \
    RunPanel panel(document, facts, selection, deployment);                                                  \
    panel.resize(700, 220);                                                                                  \
    panel.show();                                                                                            \
    [[maybe_unused]] const auto exportNow = [&] {                                                            \
        const auto plan = planExport(m_folder->path().toStdString(), facts.terraform().result().files);      \
        QVERIFY(plan&& writeExport(*plan, {}));                                                              \
        panel.setFolder(m_folder->path());                                                                   \
    }

void RunPanelTest::emptyState() {
    PANEL();
    auto* exportButton = panel.findChild<QPushButton*>(QStringLiteral("runExport"));
    QVERIFY(exportButton->isVisible());
    QSignalSpy asked(&panel, &RunPanel::exportRequested);
    QTest::mouseClick(exportButton, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    panel.setFolder(m_folder->path());
    QVERIFY(!exportButton->isVisible());
    QVERIFY(panel.findChild<QPushButton*>(QStringLiteral("runPlan"))->isVisible());
}

void RunPanelTest::planIsListed() {
    PANEL();
    panel.setFolder(m_folder->path());
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("runPlan")), Qt::LeftButton);
    QVERIFY(panel.findChild<QPushButton*>(QStringLiteral("runCancel"))->isVisible());
    QTRY_VERIFY(!panel.runner().isRunning());
    QCOMPARE(calls(), QByteArray("init\nvalidate\nplan\nshow\n"));
    QCOMPARE(panel.plannedChanges().size(), std::size_t(1));
    auto* list = panel.findChild<QListWidget*>();
    QCOMPARE(list->item(0)->text(), QStringLiteral("+ aws_nat_gateway.main[0]"));
    QVERIFY(panel.findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("Plan: 1 to add")));
    list->setCurrentRow(0);
    QVERIFY(selection.single() == ElementId(document.network().all<NatGateway>().begin()->id));
}

void RunPanelTest::applyOnlyAfterTheWord() {
    PANEL();
    panel.setFolder(m_folder->path());
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("runApply")), Qt::LeftButton);
    auto* word = panel.findChild<QLineEdit*>(QStringLiteral("runWord"));
    auto* go = panel.findChild<QPushButton*>(QStringLiteral("runGo"));
    QVERIFY(word->isVisible() && !go->isEnabled());
    // Whose account, and what NAT costs there.
    QString question;
    for (const QLabel* label : word->parentWidget()->findChildren<QLabel*>())
        question += label->text();
    QVERIFY2(question.contains(QStringLiteral("team-sandbox")), qPrintable(question));
    QVERIFY2(question.contains(QStringLiteral("$97.82")), qPrintable(question));
    QTest::keyClicks(word, QStringLiteral("yes"));
    QTest::keyClick(word, Qt::Key_Return);
    QVERIFY(!go->isEnabled());
    QCOMPARE(calls(), QByteArray());
    word->clear();
    QTest::keyClicks(word, QStringLiteral("apply"));
    QVERIFY(go->isEnabled());
    QTest::keyClick(word, Qt::Key_Return);
    QTRY_VERIFY(!panel.runner().isRunning() && !calls().isEmpty());
    QTRY_COMPARE(calls(), QByteArray("apply\noutput\nshow\n"));
    QTRY_VERIFY(deployment.hasState());
    QCOMPARE(deployment.outputs().front().value, QStringLiteral("[\"198.51.100.1\"]"));
}

void RunPanelTest::write(const char* name, const QByteArray& text) const {
    QFile file(m_folder->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

namespace {

QString questionOf(const RunPanel& panel) {
    QString question;
    for (const QLabel* label :
         panel.findChild<QLineEdit*>(QStringLiteral("runWord"))->parentWidget()->findChildren<QLabel*>())
        question += label->text();
    return question;
}

void press(RunPanel& panel, const char* button) {
    QTest::mouseClick(panel.findChild<QPushButton*>(QLatin1String(button)), Qt::LeftButton);
}

void confirm(RunPanel& panel, const char* word) {
    auto* field = panel.findChild<QLineEdit*>(QStringLiteral("runWord"));
    field->clear();
    QTest::keyClicks(field, QLatin1String(word));
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace

void RunPanelTest::theQuestionTellsThePlan() {
    PANEL();
    write("main.tf", "# one");
    panel.setFolder(m_folder->path());
    press(panel, "runApply");
    QVERIFY2(questionOf(panel).contains("There is no plan of these files yet"),
             qPrintable(questionOf(panel)));
    press(panel, "runPlan");
    QTRY_VERIFY(!panel.runner().isRunning());
    press(panel, "runApply");
    QVERIFY2(questionOf(panel).contains("The plan: 1 to add, 0 to change, 0 to destroy."),
             qPrintable(questionOf(panel)));
    // Exported again, with another text.
    write("main.tf", "# two");
    panel.setFolder(m_folder->path());
    QVERIFY(panel.plannedChanges().empty());
    press(panel, "runApply");
    QVERIFY(questionOf(panel).contains("There is no plan of these files yet"));
}

/// What was confirmed is done, or nothing.
void RunPanelTest::filesThatChangeAfterTheQuestion() {
    PANEL();
    write("main.tf", "# one");
    panel.setFolder(m_folder->path());
    press(panel, "runPlan");
    QTRY_VERIFY(!panel.runner().isRunning());
    press(panel, "runApply");
    write("main.tf", "# two");
    confirm(panel, "apply");
    QTRY_VERIFY(!panel.runner().isRunning());
    QVERIFY(!calls().contains("apply"));
    QCOMPARE(calls().count("plan"), 2);
    QVERIFY(panel.findChild<QPlainTextEdit*>()->toPlainText().contains("nothing is applied"));
    press(panel, "runApply");
    confirm(panel, "apply");
    QTRY_VERIFY(!panel.runner().isRunning());
    QVERIFY(calls().contains("apply"));
}

void RunPanelTest::marksGoWithTheirPlan() {
    PANEL();
    exportNow();
    const ElementId nat = document.network().all<NatGateway>().begin()->id;
    press(panel, "runPlan");
    QTRY_VERIFY(!panel.runner().isRunning());
    QVERIFY(deployment.plannedFor(nat) == PlannedAction::Create);
    auto* marks = panel.findChild<QCheckBox*>(QStringLiteral("runMarks"));
    QVERIFY(marks->isVisible() && marks->isChecked());
    QTest::mouseClick(marks, Qt::LeftButton, {}, QPoint(8, marks->height() / 2));
    QVERIFY(!deployment.plannedFor(nat));
    deployment.setMarked(true);
    QVERIFY(marks->isChecked());
    // Another design: the list stays, and says that it is old.
    QVERIFY(document.edit(QStringLiteral("on"),
                          edits::setNatEnabled(document.design(), !document.design().settings.natEnabled)));
    QTRY_VERIFY(!deployment.plannedFor(nat));
    QVERIFY(!marks->isVisible());
    QCOMPARE(panel.plannedChanges().size(), std::size_t(1));
    const auto labels = panel.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [](QLabel* label) { return label->text().contains("has changed since"); }));
    press(panel, "runApply");
    confirm(panel, "apply");
    QTRY_VERIFY(!panel.runner().isRunning() && panel.plannedChanges().empty());
}

void RunPanelTest::theStateIsReadByItself() {
    PANEL();
    const ElementId nat = document.network().all<NatGateway>().begin()->id;
    panel.setFolder(m_folder->path());
    QVERIFY(!panel.runner().isRunning());
    write("terraform.tfstate", "{}");
    panel.setFolder(m_folder->path());
    QTRY_VERIFY(deployment.hasState());
    QCOMPARE(calls(), QByteArray("output\nshow\n")); // neither plan nor refresh: AWS is not asked
    const auto values = deployment.valuesOf(nat);
    QCOMPARE(values.front().value, QStringLiteral("nat-0abc"));
    // Listed, a click selects, and the value can be copied.
    auto* tabs = panel.findChild<QTabWidget*>();
    tabs->setCurrentIndex(1);
    auto* tree = panel.findChild<QTreeWidget*>(QStringLiteral("deployedTree"));
    QVERIFY(tree->isVisible());
    QTreeWidgetItem* item = tree->topLevelItem(1)->child(0);
    QCOMPARE(item->text(0), QStringLiteral("aws_nat_gateway.main[0]"));
    QCOMPARE(item->text(1), QStringLiteral("nat-0abc, 198.51.100.1"));
    tree->setCurrentItem(item);
    QVERIFY(selection.single() == nat);
    press(panel, "deployedCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), item->text(1));
    // Another folder is another account's.
    QTemporaryDir other;
    panel.setFolder(other.path());
    QVERIFY(!deployment.hasState());
}

/// What failed half way may have changed something.
void RunPanelTest::aFailedApplyIsLookedAt() {
    PANEL();
    panel.setFolder(m_folder->path());
    write("refuse", "");
    press(panel, "runApply");
    confirm(panel, "apply");
    QTRY_VERIFY(deployment.hasState());
    QCOMPARE(calls(), QByteArray("apply\noutput\nshow\n"));
    QVERIFY(panel.findChild<QPlainTextEdit*>()->toPlainText().contains("did not succeed"));
}

/// Both questions name the account and what NAT costs.
void RunPanelTest::whoseAccount() {
    PANEL();
    panel.setFolder(m_folder->path());
    for (const char* button : {"runApply", "runDestroy"}) {
        press(panel, button);
        const QString question = questionOf(panel);
        QVERIFY2(question.contains("“team-sandbox” (AWS_PROFILE)"), qPrintable(question));
        QVERIFY2(question.contains("$97.82"), qPrintable(question));
    }
    qunsetenv("AWS_PROFILE");
    press(panel, "runApply");
    QVERIFY2(questionOf(panel).contains("the profile “default”."), qPrintable(questionOf(panel)));
    write("provider.tf", "provider \"aws\" {\n  profile = var.who\n}\n");
    write("terraform.tfvars", "who = \"prod\"\n");
    qputenv("TF_WORKSPACE", "blue");
    press(panel, "runApply");
    qunsetenv("TF_WORKSPACE");
    QVERIFY2(questionOf(panel).contains("“prod” (terraform.tfvars), workspace “blue”"),
             qPrintable(questionOf(panel)));
}

/// Terraform runs what was exported; what is drawn by now may be another thing.
void RunPanelTest::theFilesAreNotTheDesign() {
    PANEL();
    const ElementId nat = document.network().all<NatGateway>().begin()->id;
    exportNow();
    auto* notice = panel.findChild<QFrame*>(QStringLiteral("runNotice"));
    auto* again = panel.findChild<QPushButton*>(QStringLiteral("runNoticeExport"));
    QVERIFY(!notice->isVisible());
    QVERIFY(document.edit(QStringLiteral("on"),
                          edits::setNatEnabled(document.design(), !document.design().settings.natEnabled)));
    QTRY_VERIFY(notice->isVisible() && again->isVisible());
    QSignalSpy asked(&panel, &RunPanel::exportRequested);
    again->click();
    QCOMPARE(asked.count(), 1);
    // A plan of the files is none of what is drawn.
    press(panel, "runPlan");
    QTRY_VERIFY(!panel.runner().isRunning());
    QVERIFY(!deployment.plannedFor(nat) && deployment.planIsOld());
    press(panel, "runApply");
    QVERIFY(questionOf(panel).contains("The design has changed since"));
    // An edit during the plan.
    exportNow();
    QTRY_VERIFY(!notice->isVisible());
    write("wait", "");
    press(panel, "runPlan");
    QTRY_VERIFY(panel.findChild<QPlainTextEdit*>()->toPlainText().contains("waiting"));
    document.undoStack()->undo();
    write("go", "");
    QTRY_VERIFY(!panel.runner().isRunning());
    QVERIFY(!deployment.plannedFor(nat) && deployment.planIsOld());
    // What was edited by hand is run as it is.
    exportNow();
    write("vpc.tf", "# mine");
    panel.setFolder(m_folder->path());
    QVERIFY(notice->isVisible() && !again->isVisible());
    press(panel, "runPlan");
    QTRY_VERIFY(!panel.runner().isRunning());
    QVERIFY(deployment.plannedFor(nat));
}

void RunPanelTest::theProgramStaysChosen() {
    PANEL();
    QVERIFY(QFile::copy(m_folder->filePath(QStringLiteral("terraform")),
                        m_folder->filePath(QStringLiteral("tofu"))));
    panel.setFolder(m_folder->path());
    auto* tool = panel.findChild<QComboBox*>();
    QCOMPARE(tool->currentText(), QStringLiteral("terraform"));
    tool->setFocus();
    QTest::keyClick(tool, Qt::Key_Down);
    QCOMPARE(tool->currentText(), QStringLiteral("tofu"));
    panel.setFolder(m_folder->path());
    QCOMPARE(tool->currentText(), QStringLiteral("tofu"));
}

void RunPanelTest::missingProgramsAreLookedForAgain() {
    PANEL();
    QTemporaryDir empty;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", empty.path().toUtf8());
    panel.setFolder(m_folder->path());
    auto* again = panel.findChild<QPushButton*>(QStringLiteral("runLookAgain"));
    QVERIFY(again->isVisible());
    again->click();
    QVERIFY(again->isVisible());
    qputenv("PATH", path);
    again->click();
    QVERIFY(!again->isVisible());
    QVERIFY(panel.findChild<QPushButton*>(QStringLiteral("runPlan"))->isVisible());
}

void RunPanelTest::aLineWithoutEnd() {
    PANEL();
    write("endless", "");
    panel.setFolder(m_folder->path());
    press(panel, "runCheck");
    QTRY_VERIFY(!panel.runner().isRunning());
    auto* text = panel.findChild<QPlainTextEdit*>();
    QVERIFY(text->blockCount() > 1000);
    QVERIFY(text->toPlainText().endsWith(QStringLiteral("x\nDone.\n")));
}

void RunPanelTest::itSaysWhatRuns() {
    PANEL();
    write("wait", "");
    panel.setFolder(m_folder->path());
    press(panel, "runPlan");
    auto* status = panel.findChild<QLabel*>(QStringLiteral("runStatus"));
    QTRY_VERIFY(status->text().startsWith(QStringLiteral("Step 2 of 3: validate")));
    QVERIFY(status->isVisible());
    press(panel, "runCancel");
    QVERIFY(status->text().contains(QStringLiteral("stopping")));
    QCOMPARE(panel.findChild<QPushButton*>(QStringLiteral("runCancel"))->text(), QStringLiteral("Stop now"));
    QTRY_VERIFY(!panel.runner().isRunning());
    QVERIFY(!status->isVisible());
    QVERIFY(panel.findChild<QPlainTextEdit*>()->toPlainText().endsWith(QStringLiteral("Cancelled.\n")));
}

void RunPanelTest::theQuestionCanBeLeft() {
    PANEL();
    panel.setFolder(m_folder->path());
    auto* word = panel.findChild<QLineEdit*>(QStringLiteral("runWord"));
    const int height = panel.minimumSizeHint().height();
    press(panel, "runApply");
    QVERIFY(word->isVisible());
    press(panel, "runLeave");
    QVERIFY(!word->isVisible());
    press(panel, "runDestroy");
    QTest::keyClick(word, Qt::Key_Escape);
    QVERIFY(!word->isVisible());
    QVERIFY(!word->hasFocus());
    QVERIFY(panel.findChild<QPlainTextEdit*>()->isVisible());
    QCOMPARE(panel.minimumSizeHint().height(), height);
    QCOMPARE(calls(), QByteArray());
}

/// The newest is in view, unless somebody has scrolled away from it.
void RunPanelTest::theTextIsFollowed() {
    PANEL();
    write("many", "");
    panel.setFolder(m_folder->path());
    auto* bar = panel.findChild<QPlainTextEdit*>()->verticalScrollBar();
    press(panel, "runCheck");
    QTRY_VERIFY(!panel.runner().isRunning());
    QVERIFY(bar->maximum() > 100);
    QCOMPARE(bar->value(), bar->maximum());
    write("wait", "");
    press(panel, "runCheck");
    QTRY_VERIFY(panel.findChild<QPlainTextEdit*>()->toPlainText().contains("waiting"));
    panel.resize(700, 180); // a lower view
    QTRY_COMPARE(bar->value(), bar->maximum());
    bar->setValue(3);
    write("go", "");
    QTRY_VERIFY(!panel.runner().isRunning());
    QCOMPARE(bar->value(), 3);
}

void RunPanelTest::commonFailuresAreExplained_data() {
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<QString>("hint");
    QTest::newRow("network") << QByteArray("Error: Failed to query available provider packages")
                             << "network connection";
    QTest::newRow("lock") << QByteArray("Error: Error acquiring the state lock") << "Another terraform";
    QTest::newRow("account") << QByteArray("Error: No valid credential sources found") << "AWS_PROFILE";
    QTest::newRow("rights") << QByteArray("Error: creating EC2 VPC: UnauthorizedOperation: x")
                            << "does not allow";
    QTest::newRow("init") << QByteArray("Error: Required plugins are not installed") << "“Check”";
    QTest::newRow("other") << QByteArray("Error: Unsupported argument") << QString();
}

void RunPanelTest::commonFailuresAreExplained() {
    QFETCH(QByteArray, error);
    QFETCH(QString, hint);
    PANEL();
    write("error", QByteArray("seq\n\n") + error + '\n');
    panel.setFolder(m_folder->path());
    press(panel, "runCheck");
    QTRY_VERIFY(!panel.runner().isRunning());
    auto* view = panel.findChild<QPlainTextEdit*>();
    const QString last = view->toPlainText().trimmed().section('\n', -1);
    if (hint.isEmpty())
        QVERIFY(last.startsWith(QStringLiteral("Stopped")));
    else
        QVERIFY2(last.contains(hint), qPrintable(last));
    // Where it is seen without scrolling, until the next attempt.
    auto* notice = panel.findChild<QFrame*>(QStringLiteral("runNotice"))->findChild<QLabel*>();
    QVERIFY(hint.isEmpty() || (notice->isVisible() && notice->text() == last));
    // What is wrong is in view, not what comes after it.
    QVERIFY(view->cursorForPosition({2, 2}).block().text().startsWith(QStringLiteral("Error: ")));
}

QTEST_MAIN(RunPanelTest)
#include "test_run_panel.moc"
