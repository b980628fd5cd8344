// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/include_rules.h"

#include <QTest>

using architecture::checkIncludes;
using architecture::Report;
using architecture::Violation;

namespace {

const std::filesystem::path source = SEKISHO_SOURCE_DIR;
const std::filesystem::path qtHeaders = SEKISHO_QT_HEADERS;
const std::filesystem::path fixtures = source / "tests/architecture/fixtures";

QByteArray describe(const Violation& v) {
    return QByteArray::fromStdString(v.file + ":" + std::to_string(v.line) + ": " + v.include + ": " + v.why);
}

} // namespace

class TestArchitecture : public QObject {
    Q_OBJECT

private slots:
    void ourSources() {
        const Report report = checkIncludes(source, qtHeaders);
        QVERIFY2(report.files > 50 && report.includes > 200, "hardly anything was read: is the path right?");
        for (const Violation& violation : report.violations)
            qWarning("%s", describe(violation).constData());
        QVERIFY2(report.violations.empty(), "the dependency rule of ARCHITECTURE.md is broken, see above");
    }

    // The judge judged: what is planted in fixtures/bad must be found, each in its place and for its reason.
    void plantedViolations_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("reason");

        const auto row = [](const char* file, int line, const char* reason) {
            QTest::addRow("%s:%d", file, line)
                << QString::fromUtf8(file) << line << QString::fromUtf8(reason);
        };
        row("core/base/qt.h", 4, "core/base may not include Qt (QtCore)");
        row("core/base/qt.h", 5, "core/base may not include Qt (QtCore)");
        row("core/base/qt.h", 6, "core/base may not include Qt (QtCore)");
        row("core/base/qt.h", 7, "core/base may not include Qt (QtWidgets)");
        row("core/base/qt.h", 8, "core/base may not include Qt (QtGui)");
        row("core/base/qt.h", 9, "core/base may not include Qt");
        row("core/base/qt.h", 10, "core stands on the standard library");
        row("core/base/qt.h", 11, "cannot be judged");
        row("core/base/upwards.cpp", 2, "core/base may not include core/model");
        row("core/hcl/model.h", 4, "core/hcl may not include core/model");
        row("core/hcl/model.h", 5, "core/hcl may not include core/net");
        row("core/model/paths.h", 4, "write the path from the root");
        row("core/model/paths.h", 5, "there is no such file");
        row("core/model/paths.h", 6, "there is no such file");
        row("core/model/paths.h", 7, "included with quotes");
        row("core/model/paths.h", 8, "core/model may not include ui/document");
        row("core/model/paths.h", 9, "core/model may not include app");
        row("core/cost/sideways.h", 4, "core/cost may not include core/terraform");
        row("core/unknown/room.h", 1, "in no room that has a rule");
        row("core/loose.h", 1, "in no room that has a rule");
        row("ui/document/dialog.h", 4, "ui/document may not include Qt (QtWidgets)");
        row("ui/document/dialog.h", 5, "ui/document may not include Qt (QtWidgets)");
        row("ui/document/dialog.h", 6, "ui/document may not include ui/canvas");
        row("ui/document/dialog.h", 7, "ui/document may not include app");
    }
    void plantedViolations() {
        QFETCH(QString, file);
        QFETCH(int, line);
        QFETCH(QString, reason);
        const Report report = checkIncludes(fixtures / "bad", qtHeaders);
        const auto found =
            std::find_if(report.violations.begin(), report.violations.end(),
                         [&](const Violation& v) { return v.file == file.toStdString() && v.line == line; });
        QVERIFY(found != report.violations.end());
        QVERIFY2(QString::fromStdString(found->why).contains(reason), describe(*found));
    }
    void nothingElseIsFoundInThePlantedTree() {
        const Report report = checkIncludes(fixtures / "bad", qtHeaders);
        QCOMPARE(report.violations.size(), std::size_t(24));
    }
    void whatIsAllowed() {
        const Report report = checkIncludes(fixtures / "good", qtHeaders);
        QVERIFY(report.includes > 10);
        for (const Violation& violation : report.violations)
            QFAIL(describe(violation).constData());
    }
};

QTEST_GUILESS_MAIN(TestArchitecture)
#include "test_architecture.moc"
