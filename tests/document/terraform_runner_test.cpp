// SPDX-License-Identifier: Apache-2.0
#include "ui/document/terraform_runner.h"

#include "core/model/templates.h"
#include "ui/document/kept_plan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

using namespace sekisho;

namespace {

/// A terraform that notes how it was called and does as its first argument says.
TerraformTool fakeTerraform(const QTemporaryDir& folder) {
    const QString path = folder.filePath(QStringLiteral("terraform"));
    QFile script(path);
    if (!script.open(QIODevice::WriteOnly)) qFatal("cannot write the script");
    script.write(R"sh(#!/bin/sh
echo "$@" >> "${CALLS:-calls}"
case $1 in
  compose) trap '' INT; echo waiting; sleep 300 ;;
  fmt) [ ! -e unformatted ] || { echo "-a"; exit 3; } ;;
  init) mkdir -p .terraform; printf '\033[32mready\033[0m\n' ;;
  validate) [ ! -e broken ] || { echo "no good" >&2; exit 1; }
    [ ! -e where ] || { [ "$(cut -d' ' -f6 /proc/$$/stat)" = $$ ] && [ ! -p /dev/stdout ] && echo "by itself"; }
    [ ! -e much ] || { head -c 40000000 /dev/zero | tr '\0' x; printf end; }
    [ ! -e die ] || { sleep 300 & echo $! > child; kill -9 $$; }
    [ ! -e stubborn ] || { trap '' INT; sleep 300 & echo $! > child; echo waiting; wait; } ;;
  plan) touch .terraform/sekisho.tfplan ;;
  show) [ ! -e unreadable ] || { echo "cannot read" >&2; exit 1; }
    [ -n "$3" ] || { cat state.json 2>/dev/null; exit 0; }
    [ ! -e garbage ] || { echo '{"resource_chan"'; exit 0; }
    [ ! -e change-while-planning ] || echo '# late' >> main.tf
    echo '{"resource_changes":[{"address":"aws_nat_gateway.main[0]","change":{"actions":["create"]}},
    {"address":"aws_eip.nat[0]","change":{"actions":["delete","create"]}},
    {"address":"aws_vpc.main","change":{"actions":["no-op"]}},
    {"address":"aws_subnet.public[1]","change":{"actions":["update"]}},
    {"address":"null_resource.mine","change":{"actions":["delete"]}}]}' ;;
  output) echo '{"ips":{"sensitive":false,"value":["198.51.100.1"]},"key":{"sensitive":true,"value":"secret"},"name":{"value":"x"},"none":{"value":null}}' ;;
  apply) [ ! -e refuse ] || exit 1
    [ ! -e slow ] || { trap 'while [ ! -e go ]; do sleep 0.05; done; echo > written; exit 1' INT
      echo waiting; while :; do sleep 0.05; done; } ;;
  destroy) trap 'echo stopped; exit 1' INT; echo waiting; sleep 30 & wait $! ;;
esac
)sh");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {QStringLiteral("terraform"), path, {}};
}

QStringList callsIn(const QTemporaryDir& folder) {
    QFile file(folder.filePath(QStringLiteral("calls")));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QStringList words;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (!line.isEmpty()) words << QString::fromUtf8(line.split(' ').front());
    return words;
}

void write(const QTemporaryDir& folder, const char* name, const QByteArray& text) {
    QFile file(folder.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text);
}

/// Whether a process whose number is in the file is over, be it that nobody has asked for how it ended.
bool isOver(const QTemporaryDir& folder, const char* name) {
    QFile number(folder.filePath(QLatin1String(name)));
    if (!number.open(QIODevice::ReadOnly)) return false;
    QFile stat(QStringLiteral("/proc/%1/stat").arg(number.readAll().trimmed().toInt()));
    if (!stat.open(QIODevice::ReadOnly)) return true;
    return stat.readAll().contains(") Z ");
}

/// Runs the steps to their end; the text they printed.
std::pair<bool, QByteArray> runAll(TerraformRunner& runner, const TerraformTool& tool, const QString& folder,
                                   const std::vector<TerraformStep>& steps) {
    bool done = false;
    bool succeeded = false;
    QByteArray text;
    QObject scope;
    QObject::connect(&runner, &TerraformRunner::text, &scope, [&](const QByteArray& more) { text += more; });
    QObject::connect(&runner, &TerraformRunner::finished, &scope, [&](bool ok) {
        done = true;
        succeeded = ok;
    });
    runner.run(tool, folder, steps);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(done, 20000); }();
    return {succeeded, text};
}

} // namespace

class TerraformRunnerTest : public QObject {
    Q_OBJECT

private slots:
    void planIsReadAndApplied() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        TerraformRunner runner;
        const auto [planned, text] = runAll(
            runner, tool, folder.path(), {TerraformStep::Init, TerraformStep::Validate, TerraformStep::Plan});
        QVERIFY(planned);
        QCOMPARE(text, QByteArray("\033[32mready\033[0m\n")); // colours stay; the plan's JSON is not shown
        QCOMPARE(callsIn(folder), QStringList({"init", "validate", "plan", "show"}));
        QVERIFY(kept_plan::held(folder.path()) == (PlanCounts{1, 1, 1, 1}));

        const Design design = *makeTemplate("hands-on");
        const auto changes = readPlan(runner.planJson(), design);
        QCOMPARE(changes.size(), std::size_t(4));
        QCOMPARE(changes[0].action, PlannedAction::Create);
        QCOMPARE(changes[0].element, std::optional<ElementId>(design.network.all<NatGateway>().begin()->id));
        QCOMPARE(changes[1].action, PlannedAction::Replace);
        QCOMPARE(changes[2].action, PlannedAction::Update);
        QCOMPARE(changes[2].element->kind, Kind::Subnet);
        QVERIFY(!changes[3].element);

        const auto [applied, nothing] = runAll(runner, tool, folder.path(), {TerraformStep::Apply});
        QVERIFY(applied);
        QVERIFY(nothing.isEmpty());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral(".terraform/sekisho.tfplan"))));
        QFile calls(folder.filePath(QStringLiteral("calls")));
        QVERIFY(calls.open(QIODevice::ReadOnly));
        QVERIFY(calls.readAll().contains("apply -input=false .terraform/sekisho.tfplan\n"));
        const auto outputs = readOutputs(runner.outputJson());
        QCOMPARE(outputs.size(), std::size_t(4));
        QCOMPARE(outputs[0].value, QStringLiteral("[\"198.51.100.1\"]"));
        QCOMPARE(outputs[1].value, QStringLiteral("(sensitive)"));
        QCOMPARE(outputs[2].value, QStringLiteral("x"));
        QCOMPARE(outputs[3].value, QStringLiteral("null"));
    }

    /// A plan of other files than there are is not applied, whatever has happened to them.
    void aStalePlanIsNotApplied_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("holds");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << true;
        QTest::newRow("not an input") << QByteArray("notes.md") << QByteArray("x") << true;
        QTest::newRow("same bytes") << QByteArray("main.tf") << QByteArray("# main") << true;
        QTest::newRow("edited") << QByteArray("main.tf") << QByteArray("# other") << false;
        QTest::newRow("switch") << QByteArray("terraform.tfvars") << QByteArray("nat = true") << false;
        QTest::newRow("new") << QByteArray("more.tf") << QByteArray() << false;
        QTest::newRow("json") << QByteArray("more.tf.json") << QByteArray("{}") << false;
        QTest::newRow("other plan") << QByteArray(".terraform/sekisho.tfplan") << QByteArray("x") << false;
        QTest::newRow("bad seal") << QByteArray(".terraform/sekisho.tfplan.json") << QByteArray("[") << false;
    }
    void aStalePlanIsNotApplied() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, text);
        QFETCH(bool, holds);
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "main.tf", "# main");
        write(folder, "terraform.tfvars", "nat = false");
        TerraformRunner runner;
        QVERIFY(runAll(runner, tool, folder.path(), {TerraformStep::Plan}).first);
        if (!file.isEmpty()) write(folder, file.constData(), text);
        QCOMPARE(kept_plan::held(folder.path()).has_value(), holds);
        int dropped = 0;
        connect(&runner, &TerraformRunner::planDropped, this, [&](TerraformStep step) {
            QCOMPARE(step, TerraformStep::Apply);
            ++dropped;
        });
        QVERIFY(runAll(runner, tool, folder.path(), {TerraformStep::Apply}).first);
        QCOMPARE(dropped, holds ? 0 : 1);
        QFile calls(folder.filePath(QStringLiteral("calls")));
        QVERIFY(calls.open(QIODevice::ReadOnly));
        const QByteArray all = calls.readAll();
        QCOMPARE(all.contains("apply -input=false .terraform/sekisho.tfplan\n"), holds);
        QCOMPARE(all.contains("apply -input=false -auto-approve\n"), !holds);
        QVERIFY(!kept_plan::exists(folder.path()));
    }

    void filesThatChangeWhilePlanning() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "main.tf", "# main");
        write(folder, "change-while-planning", "");
        TerraformRunner runner;
        int dropped = 0;
        connect(&runner, &TerraformRunner::planDropped, this, [&] { ++dropped; });
        QVERIFY(!runAll(runner, tool, folder.path(), {TerraformStep::Plan}).first);
        QCOMPARE(dropped, 1);
        QVERIFY(!kept_plan::exists(folder.path()));
        QVERIFY(runner.planJson().isEmpty());
    }

    void aFailedApplyLeavesNoPlan() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        TerraformRunner runner;
        QVERIFY(runAll(runner, tool, folder.path(), {TerraformStep::Plan}).first);
        write(folder, "refuse", "");
        QVERIFY(!runAll(runner, tool, folder.path(), {TerraformStep::Apply}).first);
        QVERIFY(!kept_plan::exists(folder.path()));
    }

    void theStateIsRead() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "state.json", R"({"values":{"root_module":{"resources":[
            {"address":"aws_nat_gateway.main[1]","mode":"managed","values":{"id":"nat-1","public_ip":"203.0.113.5"}},
            {"address":"data.aws_x.y","mode":"data","values":{"id":"z"}}],
            "child_modules":[{"resources":[{"address":"module.m.aws_vpc.main","mode":"managed","values":{"id":"vpc-9"}}]}]}}})");
        TerraformRunner runner;
        const auto [succeeded, text] = runAll(runner, tool, folder.path(), {TerraformStep::Read});
        QVERIFY(succeeded);
        QVERIFY(text.isEmpty());
        QCOMPARE(callsIn(folder), QStringList({"output", "show"}));
        const Design design = *makeTemplate("hands-on");
        const auto resources = readState(runner.stateJson(), design);
        QCOMPARE(resources.size(), std::size_t(2));
        QCOMPARE(resources[0].element->kind, Kind::NatGateway);
        QCOMPARE(resources[0].text("public_ip"), QStringLiteral("203.0.113.5"));
        QVERIFY(!resources[1].element); // of a module, not of the design
        QCOMPARE(readOutputs(runner.outputJson())[0].listed, QStringList{"198.51.100.1"});
    }

    /// In our docker-compose.yml and the article's the service gives a shell, and the files are in a folder.
    void composeRunsTerraformItself() {
        QTemporaryDir folder;
        const QByteArray path = qgetenv("PATH");
        write(folder, "docker", "#!/bin/sh\n");
        QFile::setPermissions(folder.filePath(QStringLiteral("docker")), QFile::ReadOwner | QFile::ExeOwner);
        qputenv("PATH", folder.path().toUtf8());
        QVERIFY(terraformTools(folder.path()).empty());
        write(folder, "docker-compose.yml", "services:\n  terraform:\n    image: x\n");
        auto tools = terraformTools(folder.path());
        QCOMPARE(tools.size(), std::size_t(1));
        QCOMPARE(tools[0].arguments, QStringList({"compose", "run", "--rm", "-T", "terraform"}));
        write(folder, "docker-compose.yml",
              "  terraform:\n    entrypoint: [\"/bin/sh\"]\n    volumes:\n      - .:/workspace/terraform\n");
        tools = terraformTools(folder.path());
        qputenv("PATH", path);
        QCOMPARE(tools[0].arguments, QStringList({"compose", "run", "--rm", "-T", "--entrypoint", "terraform",
                                                  "--workdir", "/workspace/terraform", "terraform"}));
    }

    /// The article's file is beside the folder, in the project around it.
    void composeOfTheProject_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("folder");
        QTest::addRow("whole") << QByteArray("  terraform:\n    volumes:\n      - .:/infra\n") << "/infra/tf";
        QTest::addRow("folder") << QByteArray("  terraform:\n    volumes:\n      - \"./tf:/w/x\"\n")
                                << "/w/x";
        QTest::addRow("the nearest") << QByteArray(
                                            "  terraform:\n    volumes:\n      - ./tf:/a:rw\n      - .:/b\n")
                                     << "/a";
        QTest::addRow("other") << QByteArray(
                                      "  terraform:\n    volumes:\n      - ./t:/a\n      - ~/.aws:/c\n")
                               << QString();
    }
    void composeOfTheProject() {
        QFETCH(QByteArray, text);
        QFETCH(QString, folder);
        QTemporaryDir project;
        const QByteArray path = qgetenv("PATH");
        for (const char* name : {"docker", "docker-compose"}) {
            write(project, name, "#!/bin/sh\n");
            QFile::setPermissions(project.filePath(QLatin1String(name)), QFile::ReadOwner | QFile::ExeOwner);
        }
        QVERIFY(QDir(project.path()).mkdir(QStringLiteral("tf")));
        write(project, "compose.yaml", text);
        qputenv("PATH", project.path().toUtf8());
        const auto tools = terraformTools(project.filePath(QStringLiteral("tf")));
        write(project, "compose.yaml", "services:\n  web:\n");
        const auto none = terraformTools(project.filePath(QStringLiteral("tf")));
        qputenv("PATH", path);
        QVERIFY(none.empty());
        QCOMPARE(tools.size(), std::size_t(2));
        QStringList arguments{"run", "--rm", "-T"};
        if (!folder.isEmpty()) arguments << "--workdir" << folder;
        arguments << "terraform";
        QCOMPARE(tools[0].arguments, QStringList("compose") + arguments);
        QCOMPARE(tools[1].arguments, arguments);
    }

    void theFirstFailureEnds() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        QFile broken(folder.filePath(QStringLiteral("broken")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.close();
        TerraformRunner runner;
        const auto [succeeded, text] =
            runAll(runner, tool, folder.path(), {TerraformStep::Validate, TerraformStep::Plan});
        QVERIFY(!succeeded);
        QCOMPARE(text, QByteArray("no good\n"));
        QCOMPARE(callsIn(folder), QStringList({"validate"}));
        QVERIFY(!runner.isRunning());
    }

    /// Whatever becomes of this program, terraform is not cut off by it.
    void terraformStandsByItself() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "where", "");
        TerraformRunner runner;
        const auto [succeeded, text] = runAll(runner, tool, folder.path(), {TerraformStep::Validate});
        QVERIFY(succeeded);
        QCOMPARE(text, QByteArray("by itself\n"));
    }

    void anApplyIsNeverKilled() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "slow", "");
        auto runner = std::make_unique<TerraformRunner>();
        bool begun = false;
        connect(runner.get(), &TerraformRunner::text, this,
                [&](const QByteArray& text) { begun = begun || text.contains("waiting"); });
        runner->run(tool, folder.path(), {TerraformStep::Apply});
        QTRY_VERIFY(begun);
        runner.reset();
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("written"))));
        write(folder, "go", "");
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("written"))));
    }

    void cancelledTwiceNothingIsLeft() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "stubborn", "");
        TerraformRunner runner;
        connect(&runner, &TerraformRunner::text, this, [&](const QByteArray& text) {
            if (!text.contains("waiting")) return;
            runner.cancel();
            QVERIFY(runner.isRunning() && runner.isCancelled());
            runner.cancel();
        });
        QVERIFY(!runAll(runner, tool, folder.path(), {TerraformStep::Validate}).first);
        QVERIFY(!runner.hasCrashed());
        QTRY_VERIFY(isOver(folder, "child"));
    }

    void whatDiesTakesItsOwnAlong() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "die", "");
        TerraformRunner runner;
        QVERIFY(!runAll(runner, tool, folder.path(), {TerraformStep::Validate, TerraformStep::Plan}).first);
        QVERIFY(runner.hasCrashed() && !runner.isCancelled());
        QTRY_VERIFY(isOver(folder, "child"));
    }

    void tooMuchIsLeftOut() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "much", "");
        TerraformRunner runner;
        qint64 left = 0;
        connect(&runner, &TerraformRunner::skipped, this, [&](qint64 bytes) { left += bytes; });
        const auto [succeeded, text] = runAll(runner, tool, folder.path(), {TerraformStep::Validate});
        QVERIFY(succeeded);
        QVERIFY(text.endsWith("end"));
        QCOMPARE(text.size() + left, qint64(40000003));
    }

    void badFormatStopsNothing() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "unformatted", "");
        TerraformRunner runner;
        int told = 0;
        connect(&runner, &TerraformRunner::unformatted, this, [&] { ++told; });
        const auto [succeeded, text] =
            runAll(runner, tool, folder.path(), {TerraformStep::Format, TerraformStep::Validate});
        QVERIFY(succeeded);
        QCOMPARE(told, 1);
        QCOMPARE(callsIn(folder), QStringList({"fmt", "validate"}));
    }

    void whatCannotBeReadIsSaid() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "unreadable", "");
        TerraformRunner runner;
        const auto [succeeded, text] = runAll(runner, tool, folder.path(), {TerraformStep::Plan});
        QVERIFY(!succeeded);
        QCOMPARE(text, QByteArray("cannot read\n"));
    }

    void aPlanThatCannotBeReadIsNone() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        write(folder, "garbage", "");
        TerraformRunner runner;
        QVERIFY(!runAll(runner, tool, folder.path(), {TerraformStep::Plan}).first);
        QVERIFY(runner.planJson().isEmpty() && !kept_plan::exists(folder.path()));
    }

    /// A container is ended by its name.
    void cancelledTwiceTheContainerIsEnded() {
        QTemporaryDir folder;
        TerraformTool tool = fakeTerraform(folder);
        QVERIFY(QFile::rename(tool.program, folder.filePath(QStringLiteral("docker"))));
        tool = {
            QStringLiteral("docker"), folder.filePath(QStringLiteral("docker")), {"compose", "run", "--rm"}};
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path().toUtf8() + ':' + path);
        qputenv("CALLS", folder.filePath(QStringLiteral("calls")).toUtf8());
        TerraformRunner runner;
        connect(&runner, &TerraformRunner::text, this, [&](const QByteArray& text) {
            if (!text.contains("waiting")) return;
            runner.cancel();
            runner.cancel();
        });
        QVERIFY(!runAll(runner, tool, folder.path(), {TerraformStep::Validate}).first);
        qputenv("PATH", path);
        qunsetenv("CALLS");
        const auto calls = [&] {
            QFile file(folder.filePath(QStringLiteral("calls")));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(calls().contains("kill sekisho-"));
        QVERIFY2(calls().startsWith("compose run --rm --name sekisho-"), calls());
    }

    void cancelLetsTerraformFinish() {
        QTemporaryDir folder;
        const TerraformTool tool = fakeTerraform(folder);
        TerraformRunner runner;
        connect(&runner, &TerraformRunner::text, this, [&](const QByteArray& text) {
            if (text.contains("waiting")) runner.cancel();
        });
        const auto [succeeded, text] = runAll(runner, tool, folder.path(), {TerraformStep::Destroy});
        QVERIFY(!succeeded);
        QVERIFY(text.contains("stopped"));
    }

    void aMissingProgramIsSaid() {
        QTemporaryDir folder;
        TerraformRunner runner;
        const auto [succeeded, text] =
            runAll(runner, {QStringLiteral("terraform"), folder.filePath(QStringLiteral("none")), {}},
                   folder.path(), {TerraformStep::Init});
        QVERIFY(!succeeded);
        QVERIFY(!text.isEmpty());
        QVERIFY(!runner.isRunning());
    }

    void hostileJsonIsNoPlan() {
        const Design design = *makeTemplate("hands-on");
        for (const char* json : {"", "{", "[]", "{\"resource_changes\": 3}",
                                 "{\"resource_changes\": [1, {}, {\"address\": 5, \"change\": []}]}"})
            QVERIFY(readPlan(json, design).empty() && readState(json, design).empty());
        QVERIFY(readOutputs("[1,2]").empty());
    }
};

QTEST_GUILESS_MAIN(TerraformRunnerTest)
#include "terraform_runner_test.moc"
