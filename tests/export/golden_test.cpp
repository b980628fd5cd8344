// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include <QDir>

using namespace sekisho;
using namespace sekisho::test;

/// The bytes of whole exports, under tests/golden. SEKISHO_UPDATE_GOLDEN=1 writes them anew: then read the
/// diff.
class GoldenTest : public QObject {
    Q_OBJECT

private slots:
    void files_data();
    void files();
};

void GoldenTest::files_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("separate");
    QTest::addColumn<int>("design");
    QTest::newRow("hands-on-stack") << 0 << false << 0;
    QTest::newRow("hands-on-addon") << 1 << false << 0;
    QTest::newRow("hands-on-separate") << 0 << true << 0;
    QTest::newRow("every-kind") << 0 << false << 1;
    QTest::newRow("keyed-zones") << 0 << false << 2;
}

void GoldenTest::files() {
    QFETCH(int, mode);
    QFETCH(bool, separate);
    QFETCH(int, design);
    terraform::ExportOptions options;
    options.mode = mode == 1 ? terraform::ExportMode::AddOn : terraform::ExportMode::Stack;
    if (separate) options.rules = RuleStyle::Separate;
    options.docker = mode == 0;
    options.designName = "hands-on.sekisho";
    const auto result = terraform::exportTerraform(design == 0   ? handsOn()
                                                   : design == 1 ? everyKind()
                                                                 : keyedZones(),
                                                   options);
    QCOMPARE(codesOf(result, Severity::Error), "");
    QVERIFY(!result.files.empty());

    QDir folder(QStringLiteral(SEKISHO_SOURCE_DIR "/tests/golden/") + QLatin1String(QTest::currentDataTag()));
    if (qEnvironmentVariableIntValue("SEKISHO_UPDATE_GOLDEN") == 1) {
        folder.removeRecursively();
        QVERIFY(folder.mkpath("."));
        for (const auto& file : result.files) {
            QFile target(folder.filePath(QString::fromStdString(file.path)));
            QVERIFY(target.open(QIODevice::WriteOnly));
            QCOMPARE(target.write(file.bytes.data(), static_cast<qint64>(file.bytes.size())),
                     static_cast<qint64>(file.bytes.size()));
        }
    }
    QStringList paths;
    for (const auto& file : result.files) {
        const QString path = QString::fromStdString(file.path);
        paths << path;
        QFile golden(folder.filePath(path));
        QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable("no golden file " + golden.fileName()));
        QCOMPARE(QString::fromStdString(file.bytes), QString::fromUtf8(golden.readAll()));
    }
    paths.sort();
    QCOMPARE(folder.entryList(QDir::Files, QDir::Name), paths);
}

QTEST_APPLESS_MAIN(GoldenTest)
#include "golden_test.moc"
