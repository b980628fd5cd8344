// SPDX-License-Identifier: Apache-2.0
#include "folder.h"
#include "ui/document/export_recovery.h"
#include "ui/document/export_writer.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <random>
#include <set>
#include <thread>

using namespace sekisho;
using namespace sekisho::test;

namespace {

using Files = std::vector<terraform::ExportedFile>;

struct Crash {};

const terraform::Assignment natOn{"enable_nat_gateway", "true"};

/// What stands in the folder before: an export of its own, files of somebody else.
const Files oldFiles = {{"gone.tf", "# goes\n", {}},
                        {"modules/old/a.tf", "# goes too\n", {}},
                        {"same.tf", "# stays\n", {}},
                        {"vpc.tf", "# old\n", {}}};

/// An export that creates, replaces, removes, sets a line and makes folders; one file takes several writes.
const Files newFiles = {{"modules/new/deep/b.tf", "# new\n", {}},
                        {"nat.tf", std::string(150'000, '#') + '\n', {}},
                        {"same.tf", "# stays\n", {}},
                        {"terraform.tfvars", "", natOn},
                        {"vpc.tf", "# new\n", {}}};

void prepare(const fs::path& folder) {
    put(folder / "mine.tf", "# mine\n");
    put(folder / "terraform.tfvars", "x = 1 # mine\n");
    put(folder / "modules/mine.tf", "# mine\n");
    const auto plan = planExport(folder, oldFiles);
    if (!plan || !writeExport(*plan)) qFatal("cannot prepare the folder");
    fs::permissions(folder / "vpc.tf", fs::perms(0640));
}

Snapshot stateBefore() {
    const Folder folder;
    prepare(folder.path());
    return snapshot(folder.path());
}

Snapshot stateAfter() {
    const Folder folder;
    prepare(folder.path());
    const auto plan = planExport(folder.path(), newFiles);
    if (!plan || !writeExport(*plan)) qFatal("cannot export");
    return snapshot(folder.path());
}

/// Fails or crashes at the given step, from 1; counts the steps.
class Fault {
public:
    enum Kind { FailOnce, FailFromThereOn, Throw };
    Fault(Kind kind, int step) : m_kind(kind), m_step(step) {}
    FaultHook hook() {
        return [this](std::string_view step) {
            m_names.emplace_back(step);
            const int now = static_cast<int>(m_names.size());
            if (m_kind == Throw && now == m_step) throw Crash{};
            return now == m_step || (m_kind == FailFromThereOn && now > m_step) ? ENOSPC : 0;
        };
    }
    bool struck() const { return static_cast<int>(m_names.size()) >= m_step; }
    QByteArray where() const {
        return QByteArray::number(m_step) + ": " +
               (struck() ? QByteArray::fromStdString(m_names[static_cast<std::size_t>(m_step - 1)])
                         : "(none)");
    }
    const std::vector<std::string>& names() const { return m_names; }

private:
    Kind m_kind;
    int m_step;
    std::vector<std::string> m_names;
};

/// Carries on with what a killed program left, maybe to be killed again; false when it was.
bool recover(const fs::path& folder, const FaultHook& hook = {}) {
    try {
        const auto recovery = recoverExport(folder, hook);
        if (!recovery) qWarning("recovery: %s", failureOf(recovery).constData());
        return recovery.has_value();
    } catch (const Crash&) {
        return false;
    }
}

const char* const childArgument = "--export-for-ever";

/// The program that is killed: exports the two designs in turn until then.
int exportForEver(const fs::path& folder) {
    std::puts("begun");
    std::fflush(stdout);
    for (int round = 0;; ++round) {
        const auto plan = planExport(folder, round % 2 == 0 ? newFiles : oldFiles);
        if (!plan) {
            qWarning("plan: %s", failureOf(plan).constData());
            return 3;
        }
        const auto written = writeExport(*plan);
        if (!written) {
            qWarning("write: %s", failureOf(written).constData());
            return 4;
        }
    }
}

} // namespace

class ExportFaultsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_before = stateBefore();
        m_after = stateAfter();
        QVERIFY(m_before != m_after);
    }

    void failsAtEveryStep() {
        int succeeded = 0;
        for (int step = 1;; ++step) {
            const Folder folder;
            prepare(folder.path());
            const auto plan = planExport(folder.path(), newFiles);
            Fault fault(Fault::FailOnce, step);
            const auto written = writeExport(*plan, {}, fault.hook());
            if (!fault.struck()) break;
            const Snapshot now = snapshot(folder.path());
            // Steps after the last that matters may fail: then only the empty stage stays until the next
            // export.
            if (written) {
                ++succeeded;
                QVERIFY2(recover(folder.path()), fault.where().constData());
                QVERIFY2(snapshot(folder.path()) == m_after, fault.where().constData());
                continue;
            }
            // At once when the way back was free, else after the next start.
            if (now != m_before) QVERIFY2(recover(folder.path()), fault.where().constData());
            QVERIFY2(snapshot(folder.path()) == m_before,
                     fault.where() + "\n" + describe(snapshot(folder.path())));
            QCOMPARE(codeOf(written), QByteArray("write-no-space"));
            QVERIFY2(now == m_before || fault.where().contains("stage"), fault.where().constData());
        }
        QVERIFY(succeeded > 0);
    }

    /// The disk dies for good: rolling back cannot work either, but the next start can.
    void staysBrokenFromEveryStepOn() {
        std::set<QByteArray> codes;
        for (int step = 1;; ++step) {
            const Folder folder;
            prepare(folder.path());
            const auto plan = planExport(folder.path(), newFiles);
            Fault fault(Fault::FailFromThereOn, step);
            const auto written = writeExport(*plan, {}, fault.hook());
            if (!fault.struck()) break;
            codes.insert(codeOf(written));
            QVERIFY2(recover(folder.path()), fault.where().constData());
            QVERIFY2(snapshot(folder.path()) == (written ? m_after : m_before),
                     fault.where() + "\n" + describe(snapshot(folder.path())));
        }
        QCOMPARE(codes, (std::set<QByteArray>{"", "write-no-space", "write-rollback-failed"}));
    }

    void crashesAtEveryStep() {
        int before = 0;
        int after = 0;
        for (int step = 1;; ++step) {
            const Folder folder;
            prepare(folder.path());
            const auto plan = planExport(folder.path(), newFiles);
            Fault fault(Fault::Throw, step);
            try {
                QVERIFY(writeExport(*plan, {}, fault.hook()));
            } catch (const Crash&) {
            }
            if (!fault.struck()) break;
            // The next plan takes it back by itself.
            const auto next = planExport(folder.path(), newFiles);
            QVERIFY2(next.has_value(), fault.where() + failureOf(next));
            const Snapshot now = snapshot(folder.path());
            QVERIFY2(now == m_before || now == m_after, fault.where() + "\n" + describe(now));
            ++(now == m_before ? before : after);
            QVERIFY2(writeExport(*next).has_value(), fault.where().constData());
            QCOMPARE(snapshot(folder.path()), m_after);
        }
        QVERIFY(before > 20);
        QVERIFY(after > 2);
    }

    /// Killed again while taking back, and once more after that.
    void crashesWhileRecovering() {
        for (int step = 1;; ++step) {
            bool struck = false;
            for (int again = 1;; ++again) {
                const Folder folder;
                prepare(folder.path());
                const auto plan = planExport(folder.path(), newFiles);
                Fault first(Fault::Throw, step);
                try {
                    static_cast<void>(writeExport(*plan, {}, first.hook()).has_value());
                } catch (const Crash&) {
                }
                struck = first.struck();
                Fault second(Fault::Throw, again);
                if (!struck || recover(folder.path(), second.hook())) break;
                if (again % 3 == 0) {
                    Fault third(Fault::Throw, again / 3);
                    recover(folder.path(), third.hook());
                }
                QVERIFY2(recover(folder.path()), (first.where() + ", " + second.where()).constData());
                const Snapshot now = snapshot(folder.path());
                QVERIFY2(now == m_before || now == m_after,
                         first.where() + ", " + second.where() + "\n" + describe(now));
            }
            if (!struck) break;
        }
    }

    /// A folder the export makes itself is gone again with it.
    void newFoldersGoAgain() {
        for (int step = 1;; ++step) {
            const Folder folder;
            const auto plan = planExport(folder / "x/y", newFiles);
            Fault fault(Fault::FailOnce, step);
            const auto written = writeExport(*plan, {}, fault.hook());
            if (!fault.struck()) break;
            if (written) continue;
            // Where the stage itself could not go, the next start tidies up.
            if (fs::exists(folder / "x")) {
                QVERIFY2(fault.where().contains("stage"), fault.where().constData());
                QVERIFY(recover(folder / "x/y"));
                QCOMPARE(snapshot(folder / "x/y"), Snapshot());
            }
        }
    }

    /// Files somebody changes between a crash and the next start are theirs; all others are put back.
    void changedAfterACrash_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("edit"); // "-" deletes, "link" makes it a link
        QTest::newRow("replaced file, edited") << QByteArray("vpc.tf") << QByteArray("# mine\n");
        QTest::newRow("replaced file, deleted") << QByteArray("vpc.tf") << QByteArray("-");
        QTest::newRow("replaced file, now a link") << QByteArray("vpc.tf") << QByteArray("link");
        QTest::newRow("new file, edited") << QByteArray("nat.tf") << QByteArray("# mine\n");
        QTest::newRow("removed file, made again") << QByteArray("gone.tf") << QByteArray("# mine\n");
        QTest::newRow("foreign file, edited") << QByteArray("terraform.tfvars") << QByteArray("x = 2\n");
        QTest::newRow("file beside, edited") << QByteArray("mine.tf") << QByteArray("# mine 2\n");
        QTest::newRow("file put into a new folder")
            << QByteArray("modules/new/c.tf") << QByteArray("# mine\n");
    }
    void changedAfterACrash() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, edit);
        const Folder folder;
        prepare(folder.path());
        put(folder / "elsewhere", "# new\n");
        const auto plan = planExport(folder.path(), newFiles);
        try {
            // Everything is in place, only the journal is still there.
            QVERIFY(writeExport(*plan, {}, [](std::string_view step) {
                        if (step == "remove journal.json") throw Crash{};
                        return 0;
                    }).has_value());
        } catch (const Crash&) {
        }
        const fs::path target = folder / path.toStdString();
        fs::remove(target);
        if (edit == "link")
            fs::create_symlink("elsewhere", target);
        else if (edit != "-")
            put(target, edit.toStdString());
        const std::string mine = edit == "-" ? "" : snapshot(folder.path()).at(path.toStdString());

        const auto recovery = recoverExport(folder.path());
        QCOMPARE(failureOf(recovery), QByteArray());
        QByteArrayList left;
        for (const Diagnostic& note : recovery->notes)
            if (note.code == Code::write_recovery_left)
                left += QByteArray::fromStdString(argument(note, "path"));
        QCOMPARE(recovery->notes.front().code, Code::write_recovered);
        const bool touched = m_before.contains(path.toStdString()) != m_after.contains(path.toStdString()) ||
                             (m_before.contains(path.toStdString()) &&
                              m_before.at(path.toStdString()) != m_after.at(path.toStdString()));
        QCOMPARE(left,
                 touched ? QByteArrayList{QByteArray::fromStdString(target.string())} : QByteArrayList());

        Snapshot expected = m_before;
        expected["elsewhere"] = snapshot(folder.path()).at("elsewhere");
        expected.erase(path.toStdString());
        if (edit != "-") expected[path.toStdString()] = mine;
        if (path.startsWith("modules/new")) expected["modules/new"] = m_after.at("modules/new");
        QVERIFY2(snapshot(folder.path()) == expected, describe(snapshot(folder.path())).constData());
        QCOMPARE(bytesOf(folder / "elsewhere"), std::string("# new\n"));
    }

    /// File systems without hard links get copies.
    void worksWithoutLinks() {
        const FaultHook noLinks = [](std::string_view step) { return step.starts_with("link ") ? EPERM : 0; };
        const Folder folder;
        prepare(folder.path());
        const auto plan = planExport(folder.path(), newFiles);
        const auto failed = writeExport(*plan, {}, [&](std::string_view step) {
            return step == "remove journal.json" ? EIO : noLinks(step);
        });
        QCOMPARE(codeOf(failed), QByteArray("write-rollback-failed")); // it removes the journal, too
        QVERIFY(recover(folder.path()));
        QVERIFY2(snapshot(folder.path()) == m_before, describe(snapshot(folder.path())).constData());
        QVERIFY(writeExport(*plan, {}, noLinks));
        QCOMPARE(snapshot(folder.path()), m_after);
    }

    void namesTheReason_data() {
        QTest::addColumn<int>("error");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("full disk") << ENOSPC << QByteArray("write-no-space");
        QTest::newRow("quota") << EDQUOT << QByteArray("write-no-space");
        QTest::newRow("read-only") << EROFS << QByteArray("write-unwritable");
        QTest::newRow("permission") << EACCES << QByteArray("write-unwritable");
        QTest::newRow("broken disk") << EIO << QByteArray("write-failed");
    }
    void namesTheReason() {
        QFETCH(int, error);
        QFETCH(QByteArray, code);
        const Folder folder;
        prepare(folder.path());
        const auto plan = planExport(folder.path(), newFiles);
        const auto written = writeExport(
            *plan, {}, [&](std::string_view step) { return step == "rename vpc.tf" ? error : 0; });
        QCOMPARE(failureOf(written), code + ' ' + QByteArray::fromStdString((folder / "vpc.tf").string()));
        QCOMPARE(snapshot(folder.path()), m_before);
    }

    /// The real thing: kill -9 at any moment. SEKISHO_LONG=1 for many more.
    void killed() {
        const Folder folder;
        prepare(folder.path());
        std::mt19937 random(std::random_device{}());
        const int rounds = qEnvironmentVariableIsSet("SEKISHO_LONG") ? 1000 : 40;
        std::set<QByteArray> interrupted;
        for (int round = 0; round < rounds; ++round) {
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QCoreApplication::applicationFilePath(),
                        {childArgument, QString::fromStdString(folder.path().string())});
            QVERIFY(child.waitForStarted());
            // From here on its time goes into exports, however slowly programs start on a busy machine.
            QVERIFY(child.waitForReadyRead());
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
            QCOMPARE(child.state(), QProcess::Running);
            child.kill();
            QVERIFY(child.waitForFinished());
            if (fs::exists(folder / stageName))
                interrupted.insert(fs::exists(folder / stageName / journalName) ? "touching" : "preparing");

            const auto plan = planExport(folder.path(), newFiles);
            QVERIFY2(plan.has_value(), failureOf(plan).constData());
            QVERIFY(!fs::exists(folder / stageName));
            // Exactly one of the two exports, by bytes and by manifest.
            const auto holds = [&](const Files& files) {
                const auto manifest = readManifest(bytesOf(folder / manifestName), "manifest");
                std::size_t listed = 0;
                for (const auto& file : files) {
                    if (file.onlyAssignment) continue;
                    if (bytesOf(folder / file.path) != file.bytes) return false;
                    if (!manifest || !manifest->contains(file.path)) return false;
                    ++listed;
                }
                return manifest->size() == listed;
            };
            const bool isOld = holds(oldFiles);
            const bool isNew = holds(newFiles);
            QVERIFY2(isOld != isNew, describe(snapshot(folder.path())).constData());
            for (const auto& file : isOld ? newFiles : oldFiles) {
                const Files& present = isOld ? oldFiles : newFiles;
                const bool both =
                    std::ranges::any_of(present, [&](const auto& f) { return f.path == file.path; });
                QVERIFY2(both || file.onlyAssignment || !fs::exists(folder / file.path), file.path.c_str());
            }
            QCOMPARE(bytesOf(folder / "mine.tf"), std::string("# mine\n"));
            QVERIFY(bytesOf(folder / "terraform.tfvars").starts_with("x = 1 # mine\n"));
        }
        QVERIFY(writeExport(*planExport(folder.path(), newFiles)));
        QVERIFY2(!interrupted.empty(), "no export was ever interrupted: the test tests nothing");
    }

private:
    Snapshot m_before;
    Snapshot m_after;
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == childArgument)
        return exportForEver(arguments[2].toStdString());
    ExportFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "export_faults_test.moc"
