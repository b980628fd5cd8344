// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include "core/model/edits.h"
#include "tests/export/judge.h"
#include "ui/document/applied_groups.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace sekisho;
using namespace sekisho::test;

namespace {

/// The hands-on design with a rule that makes its groups refer to each other in a circle.
Design withCycle() {
    Design design = handsOn();
    apply(design, edits::addSecurityGroupRule(
                      design, SecurityGroupId{1},
                      {{}, Direction::Ingress, Traffic::tcp(9000), SecurityGroupId{3}, "from the database"}));
    return design;
}

struct Plan {
    bool ok = false;
    QStringList create, update, destroy;
    QString text;
};

/// Applies one folder and plans the other in its state, which is left in `state`.
Plan planAfter(const QString& before, const QString& now, const QString& state) {
    const Outcome outcome = runProgram(QStringLiteral("node"), {judgeScript(), "--scenario", "change", before,
                                                                now, "--state", state, "--json"});
    const QJsonObject object = QJsonDocument::fromJson(outcome.output).object();
    const auto list = [&](const char* name) {
        QStringList addresses;
        for (const QJsonValue& value : object[QLatin1String(name)].toArray())
            addresses << value.toString();
        return addresses;
    };
    return {object[QLatin1String("ok")].toBool(), list("create"), list("update"),
            list("delete") + list("replace"), QString::fromUtf8(outcome.output)};
}

std::optional<terraform::AppliedGroups> readState(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return readAppliedGroups(file.readAll().toStdString());
}

} // namespace

/// Rules of groups that stand elsewhere than they did when they were applied.
class HandoverTest : public QObject {
    Q_OBJECT

private slots:
    void nothingWithoutAState();
    void whatWouldStayIsRefused();
    void terraformKeepsTheRules_data();
    void terraformKeepsTheRules();
};

void HandoverTest::nothingWithoutAState() {
    for (const auto& applied : {std::optional<terraform::AppliedGroups>(),
                                std::optional<terraform::AppliedGroups>(terraform::AppliedGroups())}) {
        const auto result = terraform::exportTerraform(withCycle(), {.applied = applied});
        QVERIFY(!result.files.empty());
        QCOMPARE(bytesOf(result, "handover.tf"), std::string());
        QVERIFY(bytesOf(result, "versions.tf").find("\">= 1.5\"") != std::string::npos);
    }
}

void HandoverTest::whatWouldStayIsRefused() {
    terraform::AppliedGroups applied;
    applied.ids = {{"aws_security_group.alb", "sg-1"}};
    applied.inside = {{"aws_security_group.alb",
                       {{false, "tcp", 80, 80, "0.0.0.0/0"}, {false, "tcp", 22, 22, "0.0.0.0/0"}}}};
    const auto result = terraform::exportTerraform(withCycle(), {.applied = applied});
    QCOMPARE(codesOf(result, Severity::Error), std::string("export-rules-left sg-1\n"));
    QVERIFY(result.files.empty());
    // Inside the group it is the group that takes the rule away.
    QVERIFY(!terraform::exportTerraform(handsOn(), {.applied = applied}).files.empty());
}

void HandoverTest::terraformKeepsTheRules_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("created");
    QTest::newRow("style to separate") << 0 << 1 << 0;
    QTest::newRow("style back to inline") << 1 << 0 << 0;
    QTest::newRow("a circle is drawn") << 0 << 2 << 1;
    QTest::newRow("a circle is opened") << 2 << 0 << 0;
    QTest::newRow("of every kind, to separate") << 3 << 4 << 0;
    QTest::newRow("of every kind, back to inline") << 4 << 3 << 0;
    QTest::newRow("with another label") << 0 << 5 << 0;
}

void HandoverTest::terraformKeepsTheRules() {
    NEED_TERRAFORM();
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(int, created);
    const auto exported = [](int which, const std::optional<terraform::AppliedGroups>& applied) {
        Design design = which == 2 ? withCycle() : which == 3 || which == 4 ? everyKind() : handsOn();
        if (which == 5) apply(design, edits::relabel(design, {"aws_security_group", "ecs"}, "containers"));
        const bool separate = which == 1 || which == 4 || which == 5;
        return terraform::exportTerraform(
            design, {.rules = separate ? RuleStyle::Separate : RuleStyle::Inline, .applied = applied});
    };
    QTemporaryDir folder;
    const auto save = [&](const char* name, const terraform::ExportResult& result) {
        saveFiles(QDir(folder.filePath(QLatin1String(name))), result);
        return folder.filePath(QLatin1String(name));
    };
    const QString state = folder.filePath("state.json");
    const QString before = save("before", exported(from, {}));
    QVERIFY2(planAfter(before, before, state).ok, "the first state");
    const auto applied = readState(state);
    QVERIFY(applied);
    const auto result = exported(to, applied);
    QCOMPARE(codesOf(result, Severity::Error), std::string());
    QVERIFY(!bytesOf(result, "handover.tf").empty());
    QVERIFY(bytesOf(result, "versions.tf").find("\">= 1.7\"") != std::string::npos);
    const std::string said = codesOf(result, Severity::Warning);
    QVERIFY2(said.find("export-rules-leave") != said.find("export-rules-enter"), said.c_str());
    const Plan plan = planAfter(before, save("now", result), folder.filePath("other.json"));
    QVERIFY2(plan.ok, qPrintable(plan.text));
    QVERIFY2(plan.destroy.isEmpty(), qPrintable(plan.text));
    QVERIFY2(plan.create.size() == created, qPrintable(plan.text));
    // The same state, and nothing changes places any more.
    QCOMPARE(bytesOf(exported(from, applied), "handover.tf"), std::string());
    // The file is as terraform would format it.
    for (const Verdict& verdict : judgeAll({folder.filePath("now")}, "--validate"))
        QVERIFY2(verdict.accepted, qPrintable(verdict.text));
}

QTEST_GUILESS_MAIN(HandoverTest)
#include "handover_test.moc"
