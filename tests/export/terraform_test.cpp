// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include "core/model/templates.h"
#include "tests/export/judge.h"
#include "tests/support/random_edits.h"

#include <QDir>
#include <QTemporaryDir>

using namespace sekisho;
using namespace sekisho::test;

/// What the real terraform says of exports.
class TerraformExportTest : public QObject {
    Q_OBJECT

private slots:
    void formatted_data();
    void formatted();
    void accepted_data();
    void accepted();
};

void TerraformExportTest::formatted_data() {
    QTest::addColumn<int>("design");
    QTest::newRow("hands-on") << 0;
    QTest::newRow("every kind") << 1;
    QTest::newRow("keyed zones") << 2;
    QTest::newRow("scale") << 3;
    QTest::newRow("random edits") << 4;
}

/// `terraform fmt` would not change a byte.
void TerraformExportTest::formatted() {
    NEED("terraform");
    QFETCH(int, design);
    QTemporaryDir folder;
    const QDir root(folder.path());
    if (design == 0) {
        saveFiles(QDir(root.filePath("stack")),
                  terraform::exportTerraform(handsOn(), {.associateNacls = true, .docker = true}));
        saveFiles(QDir(root.filePath("addon")),
                  terraform::exportTerraform(handsOn(), {.mode = terraform::ExportMode::AddOn}));
        saveFiles(QDir(root.filePath("separate")),
                  terraform::exportTerraform(handsOn(), {.rules = RuleStyle::Separate}));
    } else if (design == 1) {
        saveFiles(root, terraform::exportTerraform(everyKind(), {.designName = "名前 \"x\""}));
    } else if (design == 2) {
        saveFiles(root, terraform::exportTerraform(keyedZones(), {}));
    } else if (design == 3) {
        saveFiles(root,
                  terraform::exportTerraform(
                      *makeTemplate("scale", {{"groups", "200"}, {"rules", "400"}, {"workloads", "5"}}), {}));
    } else {
        int written = 0;
        for (std::uint64_t seed = 100; seed < 130; ++seed) {
            RandomEdits edits(seed);
            Design current = handsOn();
            for (int step = 0; step < 25; ++step) {
                Design next = current;
                const auto edit = edits.next(current);
                if (!edit.delta || !next.apply(*edit.delta)) continue;
                if (!terraform::exportTerraform(next, {}).files.empty()) current = std::move(next);
            }
            saveFiles(QDir(root.filePath(QString::number(seed))), terraform::exportTerraform(current, {}));
            ++written;
        }
        QCOMPARE(written, 30);
    }
    const Outcome outcome = runProgram("terraform", {"fmt", "-check", "-diff", "-recursive", folder.path()});
    QVERIFY2(outcome.code == 0, outcome.output.constData());
}

void TerraformExportTest::accepted_data() {
    QTest::addColumn<int>("design");
    QTest::addColumn<bool>("separate");
    QTest::addColumn<bool>("associated");
    QTest::newRow("hands-on") << 0 << false << false;
    QTest::newRow("hands-on, separate, ACLs in force") << 0 << true << true;
    QTest::newRow("every kind") << 1 << false << false;
    QTest::newRow("keyed zones") << 2 << false << true;
    QTest::newRow("empty") << 3 << false << false;
}

/// init, validate, plan, apply, and nothing left to do at the next plan; where anything hangs on the NAT
/// switch, with the switch off, on and off again. All against the provider's schema.
void TerraformExportTest::accepted() {
    NEED("terraform");
    NEED("node");
    QFETCH(int, design);
    QFETCH(bool, separate);
    QFETCH(bool, associated);
    terraform::ExportOptions options{.associateNacls = associated};
    if (separate) options.rules = RuleStyle::Separate;
    QTemporaryDir folder;
    const Design designs[] = {handsOn(), everyKind(), keyedZones(), Design{}};
    const auto result = terraform::exportTerraform(designs[design], options);
    QCOMPARE(codesOf(result, Severity::Error), std::string());
    saveFiles(QDir(folder.path()), result);
    const QString judge = judgeScript();
    std::vector<QStringList> runs = {{judge, "--apply", folder.path()}};
    if (!bytesOf(result, "nat.tf").empty())
        runs.push_back({judge, "--scenario", "nat-toggle", folder.path()});
    for (const QStringList& arguments : runs) {
        const Outcome outcome = runProgram("node", arguments);
        if (outcome.code == 77) QSKIP(outcome.output.constData());
        QVERIFY2(outcome.code == 0, outcome.output.constData());
    }
}

QTEST_GUILESS_MAIN(TerraformExportTest)
#include "terraform_test.moc"
