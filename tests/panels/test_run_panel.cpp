// SPDX-License-Identifier: Apache-2.0
#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/ansi_text.h"
#include "ui/panels/run_panel.h"
#include "ui/style/theme.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

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

private:
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
  plan) printf '\033[1mPlan:\033[0m 1 to add\n'; touch .terraform/sekisho.tfplan ;;
  show) echo '{"resource_changes":[{"address":"aws_nat_gateway.main[0]","change":{"actions":["create"]}}]}' ;;
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
        QCOMPARE(text, QString::fromUtf8("日本 endx"));
    }
}

#define PANEL()                                                                                              \
    const auto prices = cost::PriceBook::parse(resources::priceBookJson());                                  \
    Document document;                                                                                       \
    Facts facts(document, *prices);                                                                          \
    Selection selection(document);                                                                           \
    document.start(*makeTemplate("hands-on"), QStringLiteral("x"));                                          \
    RunPanel panel(document, facts, selection);                                                              \
    panel.resize(700, 220);                                                                                  \
    panel.show()

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
    QTRY_COMPARE(calls(), QByteArray("apply\noutput\n"));
    QTRY_VERIFY(panel.findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("198.51.100.1")));
}

QTEST_MAIN(RunPanelTest)
#include "test_run_panel.moc"
