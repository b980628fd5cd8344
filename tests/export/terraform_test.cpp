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
    QTest::addColumn<bool>("addOn");
    QTest::newRow("hands-on") << 0 << false << false << false;
    QTest::newRow("hands-on, ACLs in force") << 0 << false << true << false;
    QTest::newRow("hands-on, separate") << 0 << true << false << false;
    QTest::newRow("hands-on, separate, ACLs in force") << 0 << true << true << false;
    QTest::newRow("hands-on, add-on") << 0 << false << false << true;
    QTest::newRow("hands-on, add-on, ACLs in force") << 0 << false << true << true;
    QTest::newRow("hands-on, add-on, separate") << 0 << true << false << true;
    QTest::newRow("every kind") << 1 << false << false << false;
    QTest::newRow("keyed zones") << 2 << false << true << false;
    QTest::newRow("empty") << 3 << false << false << false;
    QTest::newRow("scale") << 4 << false << false << false;
}

/// What the article's reader has from the part before: the network that the add-on adds to. It has no NAT
/// switch yet.
void putArticlesNetwork(const QDir& folder) {
    const QDir article(QStringLiteral(SEKISHO_SOURCE_DIR "/tests/terraform/fixtures/article"));
    for (const char* name : {"versions.tf", "vpc.tf", "variables.tf"}) {
        QFile from(article.filePath(QLatin1String(name))), to(folder.filePath(QLatin1String(name)));
        QVERIFY(from.open(QIODevice::ReadOnly) && to.open(QIODevice::WriteOnly));
        QByteArray text = from.readAll();
        if (const auto at = text.indexOf("\nvariable \"enable_nat_gateway\""); at >= 0)
            text.truncate(at); // the last one
        QVERIFY(!text.contains("enable_nat_gateway") && to.write(text) == text.size());
    }
}

/// init, validate, plan, apply, and nothing left to do at the next plan; where anything hangs on the NAT
/// switch, with the switch off, on and off again. All against the provider's schema.
void TerraformExportTest::accepted() {
    NEED("terraform");
    NEED("node");
    QFETCH(int, design);
    QFETCH(bool, separate);
    QFETCH(bool, associated);
    QFETCH(bool, addOn);
    terraform::ExportOptions options{.associateNacls = associated};
    if (addOn) options.mode = terraform::ExportMode::AddOn;
    if (separate) options.rules = RuleStyle::Separate;
    QTemporaryDir folder;
    if (addOn) putArticlesNetwork(QDir(folder.path()));
    const Design designs[] = {
        handsOn(), everyKind(), keyedZones(), *makeTemplate("empty"),
        *makeTemplate("scale", {{"groups", "40"}, {"rules", "80"}, {"workloads", "5"}})};
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
