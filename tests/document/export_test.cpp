// SPDX-License-Identifier: Apache-2.0
#include "folder.h"
#include "ui/document/export_writer.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sekisho;
using namespace sekisho::test;

namespace {

using Files = std::vector<terraform::ExportedFile>;

const Files stack = {{"nat.tf", "# nat\n", {}}, {"security.tf", "# sg\n", {}}, {"vpc.tf", "# vpc\n", {}}};

terraform::ExportedFile tfvars(const std::string& value) {
    return {"terraform.tfvars", "enable_nat_gateway = " + value + '\n',
            terraform::Assignment{"enable_nat_gateway", value}};
}

QByteArray word(FileAction action) {
    switch (action) {
    case FileAction::Create: return "create";
    case FileAction::Recreate: return "recreate";
    case FileAction::Unchanged: return "unchanged";
    case FileAction::Update: return "update";
    case FileAction::SetLine: return "set-line";
    case FileAction::Edited: return "edited";
    case FileAction::Foreign: return "foreign";
    case FileAction::Blocked: return "blocked";
    case FileAction::Remove: return "remove";
    case FileAction::KeepEdited: return "keep-edited";
    }
    return "?";
}

/// "create nat.tf, update vpc.tf": without what stays unchanged.
QByteArray actions(const Result<ExportPlan>& plan) {
    if (!plan) return failureOf(plan);
    QByteArrayList words;
    for (const PlannedFile& file : plan->files)
        if (file.action != FileAction::Unchanged)
            words += word(file.action) + ' ' + QByteArray::fromStdString(file.path);
    return words.join(", ");
}

QByteArray joined(const std::vector<std::string>& paths) {
    QByteArrayList list;
    for (const std::string& path : paths)
        list += QByteArray::fromStdString(path);
    return list.join(' ');
}

/// Plans and writes; the code of a failure, or nothing.
QByteArray exportTo(const fs::path& folder, const Files& files, const WriteOptions& options = {},
                    WriteReport* report = nullptr) {
    const auto plan = planExport(folder, files);
    if (!plan) return codeOf(plan);
    auto written = writeExport(*plan, options);
    if (written && report) *report = *written;
    return codeOf(written);
}

QByteArray manifestFiles(const fs::path& folder) {
    const auto manifest = readManifest(bytesOf(folder / manifestName), "manifest");
    if (!manifest) return failureOf(manifest);
    QByteArrayList list;
    for (const auto& [path, hash] : *manifest)
        list += QByteArray::fromStdString(path);
    return list.join(' ');
}

/// The folder without Sekisho's bookkeeping.
QByteArray listing(const fs::path& folder) {
    QByteArrayList list;
    for (const auto& [path, what] : snapshot(folder))
        if (path != manifestName) list += QByteArray::fromStdString(path);
    return list.join(' ');
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

private slots:
    void firstExport() {
        const Folder folder;
        WriteReport report;
        QCOMPARE(actions(planExport(folder / "a/b", stack)),
                 QByteArray("create nat.tf, create security.tf, create vpc.tf"));
        QVERIFY(!fs::exists(folder / "a")); // planning writes nothing
        QCOMPARE(exportTo(folder / "a/b", stack, {}, &report), QByteArray());
        QCOMPARE(joined(report.written), QByteArray("nat.tf security.tf vpc.tf"));
        QCOMPARE(listing(folder / "a/b"), QByteArray("nat.tf security.tf vpc.tf"));
        QCOMPARE(bytesOf(folder / "a/b/vpc.tf"), std::string("# vpc\n"));
        // sha256sum's word for these bytes
        QCOMPARE(
            QByteArray::fromStdString(bytesOf(folder / "a/b/.sekisho-export.json")),
            QByteArray(
                "{\n  \"format\": \"sekisho-export\",\n  \"version\": 1,\n  \"files\": {\n"
                "    \"nat.tf\": \"c9d09e99cd3fa94a72abe18651ab7205a59fda7099a8fdf0d67954d93ca3d160\",\n"
                "    \"security.tf\": \"0d2b532485ed199072acc98d9217b2ab8c7bfeea8da8ef87376a9a023ff6d2a3\",\n"
                "    \"vpc.tf\": \"d8eca44de55c873a715ab106fc1bd1df0a980713ed4cc8aada0f5796f4eaeb58\"\n  "
                "}\n}\n"));
    }

    void secondExportTouchesNothing() {
        const Folder folder;
        QCOMPARE(exportTo(folder.path(), stack), QByteArray());
        const auto inodeAndTime = [&](const std::string& name) {
            struct stat status {};
            ::stat((folder / name).c_str(), &status);
            return std::pair(status.st_ino, status.st_mtim.tv_nsec);
        };
        const auto vpc = inodeAndTime("vpc.tf");
        const auto manifest = inodeAndTime(manifestName);
        QCOMPARE(actions(planExport(folder.path(), stack)), QByteArray());
        WriteReport report;
        QCOMPARE(exportTo(folder.path(), stack, {}, &report), QByteArray());
        QVERIFY(report.written.empty() && report.removed.empty() && report.notes.empty());
        QCOMPARE(inodeAndTime("vpc.tf"), vpc);
        QCOMPARE(inodeAndTime(manifestName), manifest);
    }

    /// One earlier export of `stack`, something done to the folder, then another design.
    void decides_data() {
        QTest::addColumn<QByteArray>("path");     // what happens to it
        QTest::addColumn<QByteArray>("edit");     // new bytes; "-" deletes, "" nothing
        QTest::addColumn<QByteArray>("produced"); // path=bytes pairs
        QTest::addColumn<QByteArray>("actions");
        QTest::addColumn<bool>("force");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("after"); // path=bytes pairs of the folder
        QTest::addColumn<QByteArray>("listed");
        const auto row = [](const char* name, const char* path, const char* edit, const char* produced,
                            const char* planned, bool force, const char* code, const char* after,
                            const char* listed) {
            QTest::newRow(name) << QByteArray(path) << QByteArray(edit) << QByteArray(produced)
                                << QByteArray(planned) << force << QByteArray(code) << QByteArray(after)
                                << QByteArray(listed);
        };
        const char* const same = "nat.tf=# nat|security.tf=# sg|vpc.tf=# vpc";
        const char* const all = "nat.tf security.tf vpc.tf";
        row("update", "", "", "nat.tf=new|security.tf=# sg|vpc.tf=# vpc", "update nat.tf", false, "",
            "nat.tf=new|security.tf=# sg|vpc.tf=# vpc", all);
        row("remove", "", "", "security.tf=# sg|vpc.tf=# vpc", "remove nat.tf", false, "",
            "security.tf=# sg|vpc.tf=# vpc", "security.tf vpc.tf");
        row("add", "", "", "a.tf=a|nat.tf=# nat|security.tf=# sg|vpc.tf=# vpc", "create a.tf", false, "",
            "a.tf=a|nat.tf=# nat|security.tf=# sg|vpc.tf=# vpc", "a.tf nat.tf security.tf vpc.tf");
        row("deleted by people", "nat.tf", "-", same, "recreate nat.tf", false, "", same, all);
        row("deleted and no longer produced", "nat.tf", "-", "security.tf=# sg|vpc.tf=# vpc", "", false, "",
            "security.tf=# sg|vpc.tf=# vpc", "security.tf vpc.tf");
        row("edited", "nat.tf", "mine", same, "edited nat.tf", false, "write-edited-file",
            "nat.tf=mine|security.tf=# sg|vpc.tf=# vpc", all);
        row("edited, forced", "nat.tf", "mine", same, "edited nat.tf", true, "", same, all);
        row("edited to what is produced now", "nat.tf", "new\n", "nat.tf=new|security.tf=# sg|vpc.tf=# vpc",
            "", false, "", "nat.tf=new|security.tf=# sg|vpc.tf=# vpc", all);
        row("edited, no longer produced", "nat.tf", "mine", "security.tf=# sg|vpc.tf=# vpc",
            "keep-edited nat.tf", false, "", "nat.tf=mine|security.tf=# sg|vpc.tf=# vpc", all);
        row("edited, no longer produced, forced", "nat.tf", "mine", "security.tf=# sg|vpc.tf=# vpc",
            "keep-edited nat.tf", true, "", "nat.tf=mine|security.tf=# sg|vpc.tf=# vpc", all);
        row("foreign stays", "mine.tf", "mine", same, "", false, "",
            "mine.tf=mine|nat.tf=# nat|security.tf=# sg|vpc.tf=# vpc", all);
        row("foreign in the way", "a.tf", "mine", "a.tf=a|nat.tf=new",
            "foreign a.tf, update nat.tf, remove security.tf, remove vpc.tf", false, "write-foreign-file",
            "a.tf=mine|nat.tf=# nat|security.tf=# sg|vpc.tf=# vpc", all);
        row("foreign in the way, forced", "a.tf", "mine", "a.tf=a",
            "foreign a.tf, remove nat.tf, remove security.tf, remove vpc.tf", true, "write-foreign-file",
            "a.tf=mine|nat.tf=# nat|security.tf=# sg|vpc.tf=# vpc", all);
        row("foreign with the same bytes", "a.tf", "a\n", "a.tf=a",
            "foreign a.tf, remove nat.tf, remove security.tf, remove vpc.tf", true, "write-foreign-file",
            "a.tf=a|nat.tf=# nat|security.tf=# sg|vpc.tf=# vpc", all);
        row("nothing produced", "", "", "", "remove nat.tf, remove security.tf, remove vpc.tf", false, "", "",
            "");
        row("in a sub-folder", "", "", "modules/a/b.tf=b",
            "create modules/a/b.tf, remove nat.tf, remove security.tf, remove vpc.tf", false, "",
            "modules/a/b.tf=b", "modules/a/b.tf");
    }
    void decides() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, edit);
        QFETCH(QByteArray, produced);
        QFETCH(QByteArray, actions);
        QFETCH(bool, force);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, listed);
        const auto pairs = [](const QByteArray& text) {
            std::map<std::string, std::string> found;
            for (const QByteArray& pair : text.split('|')) {
                const auto equals = pair.indexOf('=');
                if (equals > 0) found[pair.left(equals).toStdString()] = pair.mid(equals + 1).toStdString();
            }
            return found;
        };
        const Folder folder;
        QCOMPARE(exportTo(folder.path(), stack), QByteArray());
        if (edit == "-")
            fs::remove(folder / path.toStdString());
        else if (!edit.isEmpty())
            put(folder / path.toStdString(), edit.toStdString());
        Files files;
        for (const auto& [name, bytes] : pairs(produced))
            files.push_back({name, bytes + '\n', {}});

        const auto plan = planExport(folder.path(), files);
        QCOMPARE(::actions(plan), actions);
        const Snapshot before = snapshot(folder.path());
        const auto written = writeExport(*plan, {force, {}});
        QCOMPARE(codeOf(written), code);
        if (!written) {
            QCOMPARE(argument(written.error(), "path"), (folder / path.toStdString()).string());
            QCOMPARE(snapshot(folder.path()), before);
        }
        std::map<std::string, std::string> now;
        for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
            if (entry.is_regular_file() && entry.path().filename() != manifestName)
                now[entry.path().lexically_relative(folder.path()).string()] =
                    QByteArray::fromStdString(bytesOf(entry.path())).trimmed().toStdString();
        QCOMPARE(now, pairs(after));
        QCOMPARE(manifestFiles(folder.path()), listed);
        if (!code.isEmpty()) return;
        // What was written is what the next plan finds, unless something waits for people.
        const auto again = planExport(folder.path(), files);
        QVERIFY(again.has_value());
        for (const PlannedFile& file : again->files)
            QVERIFY(file.action == FileAction::Unchanged || file.action == FileAction::KeepEdited);
    }

    void everyRefusalIsNamed() {
        const Folder folder;
        QCOMPARE(exportTo(folder.path(), stack), QByteArray());
        put(folder / "nat.tf", "mine");
        put(folder / "vpc.tf", "mine");
        put(folder / "other.tf", "mine");
        fs::create_symlink("other.tf", folder / "link.tf");
        Files files = stack;
        files.push_back({"link.tf", "x", {}});
        files.push_back({"other.tf", "x", {}});
        const auto plan = planExport(folder.path(), files);
        const auto refused = [&](const WriteOptions& options) {
            QByteArrayList list;
            for (const Diagnostic& diagnostic : refusals(*plan, options))
                list += QByteArray::fromStdString(std::string(codeText(diagnostic.code)) + ' ' +
                                                  fs::path(argument(diagnostic, "path")).filename().string());
            return list.join(", ");
        };
        QCOMPARE(refused({}),
                 QByteArray("write-edited-file nat.tf, write-edited-file vpc.tf, write-symlink link.tf, "
                            "write-foreign-file other.tf"));
        QCOMPARE(refused({true, {}}), QByteArray("write-symlink link.tf, write-foreign-file other.tf"));
        QCOMPARE(refused({false, {{"nat.tf", EditChoice::Keep}, {"other.tf", EditChoice::Overwrite}}}),
                 QByteArray("write-edited-file vpc.tf, write-symlink link.tf, write-foreign-file other.tf"));
    }

    void peopleChoosePerFile() {
        const Folder folder;
        QCOMPARE(exportTo(folder.path(), stack), QByteArray());
        for (const char* name : {"nat.tf", "security.tf", "vpc.tf"})
            put(folder / name, "mine\n");
        const Files files = {{"nat.tf", "# nat 2\n", {}}, {"security.tf", "# sg 2\n", {}}};
        WriteReport report;
        QCOMPARE(exportTo(folder.path(), files,
                          {true, {{"nat.tf", EditChoice::Keep}, {"vpc.tf", EditChoice::Overwrite}}}, &report),
                 QByteArray());
        QCOMPARE(joined(report.written), QByteArray("security.tf"));
        QCOMPARE(joined(report.removed), QByteArray("vpc.tf"));
        QCOMPARE(joined(report.kept), QByteArray("nat.tf"));
        QCOMPARE(report.notes.size(), std::size_t{1});
        QCOMPARE(report.notes.front().code, Code::write_kept_edited);
        QCOMPARE(report.notes.front().severity, Severity::Warning);
        QCOMPARE(bytesOf(folder / "nat.tf"), std::string("mine\n"));
        QCOMPARE(bytesOf(folder / "security.tf"), std::string("# sg 2\n"));
        QCOMPARE(listing(folder.path()), QByteArray("nat.tf security.tf"));
        // It is asked about again, and with a yes it is Sekisho's again.
        QCOMPARE(actions(planExport(folder.path(), files)), QByteArray("edited nat.tf"));
        QCOMPARE(exportTo(folder.path(), files, {false, {{"nat.tf", EditChoice::Overwrite}}}), QByteArray());
        QCOMPARE(bytesOf(folder / "nat.tf"), std::string("# nat 2\n"));
    }

    void editedFilesCarryTheDifference() {
        const Folder folder;
        QCOMPARE(exportTo(folder.path(), stack), QByteArray());
        put(folder / "nat.tf", "mine\n");
        const auto plan = planExport(folder.path(), stack);
        QCOMPARE(plan->files.front().before, std::optional<std::string>("mine\n"));
        QCOMPARE(plan->files.front().after, std::optional<std::string>("# nat\n"));
    }

    void tfvars_data() {
        QTest::addColumn<bool>("ours"); // an earlier export wrote it
        QTest::addColumn<QByteArray>("edit");
        QTest::addColumn<QByteArray>("actions");
        QTest::addColumn<bool>("force");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("listed");
        const auto row = [](const char* name, bool ours, const char* edit, const char* planned, bool force,
                            const char* code, const char* after, const char* listed) {
            QTest::newRow(name) << ours << QByteArray(edit) << QByteArray(planned) << force
                                << QByteArray(code) << QByteArray(after) << QByteArray(listed);
        };
        const char* const on = "enable_nat_gateway = true\n";
        row("none yet", false, "", "create terraform.tfvars", false, "", on, "terraform.tfvars");
        row("foreign", false, "project_name = \"x\"\nenable_nat_gateway = false # no\n",
            "set-line terraform.tfvars", false, "", "project_name = \"x\"\nenable_nat_gateway = true # no\n",
            "");
        row("foreign without the line", false, "project_name = \"x\"\n", "set-line terraform.tfvars", false,
            "", "project_name = \"x\"\nenable_nat_gateway = true\n", "");
        row("foreign, already so", false, "enable_nat_gateway   = true\n", "", false, "",
            "enable_nat_gateway   = true\n", "");
        row("foreign, broken", false, "a = \"\n", "blocked terraform.tfvars", true, "write-assignment",
            "a = \"\n", "");
        row("ours", true, "", "update terraform.tfvars", false, "", on, "terraform.tfvars");
        row("ours, edited", true, "# mine\nenable_nat_gateway = false\n", "edited terraform.tfvars", false,
            "write-edited-file", "# mine\nenable_nat_gateway = false\n", "terraform.tfvars");
        row("ours, edited, forced", true, "# mine\nenable_nat_gateway = false\n", "edited terraform.tfvars",
            true, "", "# mine\nenable_nat_gateway = true\n", "");
        row("ours, edited, already so", true, "# mine\nenable_nat_gateway = true\n", "", false, "",
            "# mine\nenable_nat_gateway = true\n", "");
    }
    void tfvars() {
        QFETCH(bool, ours);
        QFETCH(QByteArray, edit);
        QFETCH(QByteArray, actions);
        QFETCH(bool, force);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, listed);
        const Folder folder;
        if (ours) QCOMPARE(exportTo(folder.path(), {::tfvars("false")}), QByteArray());
        if (!edit.isEmpty()) put(folder / "terraform.tfvars", edit.toStdString());
        const auto plan = planExport(folder.path(), {::tfvars("true")});
        QCOMPARE(::actions(plan), actions);
        QCOMPARE(codeOf(writeExport(*plan, {force, {}})), code);
        QCOMPARE(QByteArray::fromStdString(bytesOf(folder / "terraform.tfvars")), after);
        if (!ours && listed.isEmpty())
            QVERIFY(!fs::exists(folder / manifestName));
        else
            QCOMPARE(manifestFiles(folder.path()), listed);
        // A foreign file is never removed, whatever is exported next.
        if (!code.isEmpty() || !listed.isEmpty()) return;
        QCOMPARE(exportTo(folder.path(), {{"vpc.tf", "x", {}}}), QByteArray());
        QCOMPARE(QByteArray::fromStdString(bytesOf(folder / "terraform.tfvars")), after);
    }

    void permissionsStay() {
        const Folder folder;
        QCOMPARE(exportTo(folder.path(), stack), QByteArray());
        fs::permissions(folder / "nat.tf", fs::perms(0640));
        Files files = stack;
        files[0].bytes = "# nat 2\n";
        QCOMPARE(exportTo(folder.path(), files), QByteArray());
        QCOMPARE(static_cast<int>(fs::status(folder / "nat.tf").permissions()), 0640);
        QCOMPARE(bytesOf(folder / "nat.tf"), std::string("# nat 2\n"));
    }

    /// Another name of the same file, elsewhere, keeps its bytes.
    void hardLinksAreNotWrittenThrough() {
        const Folder folder;
        QCOMPARE(exportTo(folder / "out", stack), QByteArray());
        fs::create_hard_link(folder / "out/nat.tf", folder / "elsewhere");
        Files files = stack;
        files[0].bytes = "# nat 2\n";
        QCOMPARE(exportTo(folder / "out", files), QByteArray());
        QCOMPARE(bytesOf(folder / "elsewhere"), std::string("# nat\n"));
    }

    void badPaths_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("good");
        for (const char* good :
             {"vpc.tf", "a/b.tf", "a b.tf", "terraform.tfvars", "docker-compose.yml", "x..y"})
            QTest::newRow(good) << QByteArray(good) << true;
        for (const char* bad : {"/etc/x",
                                "..",
                                "../x",
                                "a/../x",
                                "a/..",
                                ".",
                                "./x",
                                "a/./x",
                                "a//b",
                                "a/",
                                "/",
                                "",
                                ".hidden",
                                "a/.git/x",
                                ".sekisho-export.json",
                                ".sekisho-export.stage/x",
                                "a\\b",
                                "C:\\x",
                                "a\nb",
                                "a\x7f",
                                "\xE3\x81\x82.tf",
                                "terraform.tfstate",
                                "a/terraform.tfstate.backup"})
            QTest::newRow(bad) << QByteArray(bad) << false;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
        QTest::newRow("long name") << QByteArray(201, 'x') << false;
        QTest::newRow("long path") << QByteArray("ab/").repeated(400) + "x" << false;
    }
    void badPaths() {
        QFETCH(QByteArray, path);
        QFETCH(bool, good);
        const Folder folder;
        QCOMPARE(exportTo(folder / "out", {{path.toStdString(), "x", {}}}),
                 QByteArray(good ? "" : "write-bad-path"));
        QCOMPARE(fs::exists(folder / "out"), good);
        QCOMPARE(snapshot(folder.path()).size(), good ? 3U + static_cast<std::size_t>(path.count('/')) : 0U);
    }

    void pathsTwice() {
        const Folder folder;
        QCOMPARE(exportTo(folder / "out", {{"a.tf", "1", {}}, {"a.tf", "2", {}}}),
                 QByteArray("write-bad-path"));
    }

    void targetsThatAreNoFiles_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<bool>("listed"); // an earlier export wrote a file there
        QTest::addColumn<QByteArray>("failure");
        for (const bool listed : {false, true}) {
            const QByteArray suffix = listed ? ", listed" : "";
            QTest::newRow("link to a file" + suffix)
                << QByteArray("link ../outside") << listed << QByteArray("write-symlink vpc.tf");
            QTest::newRow("broken link" + suffix)
                << QByteArray("link ../nothing") << listed << QByteArray("write-symlink vpc.tf");
            QTest::newRow("folder" + suffix)
                << QByteArray("folder") << listed << QByteArray("write-not-regular vpc.tf");
            QTest::newRow("pipe" + suffix)
                << QByteArray("pipe") << listed << QByteArray("write-not-regular vpc.tf");
        }
    }
    void targetsThatAreNoFiles() {
        QFETCH(QByteArray, what);
        QFETCH(bool, listed);
        QFETCH(QByteArray, failure);
        const Folder folder;
        put(folder / "outside", "# vpc\n");
        const fs::path out = folder / "out";
        fs::create_directory(out);
        if (listed) QCOMPARE(exportTo(out, stack), QByteArray());
        fs::remove(out / "vpc.tf");
        if (what.startsWith("link ")) fs::create_symlink(what.mid(5).toStdString(), out / "vpc.tf");
        if (what == "folder") fs::create_directory(out / "vpc.tf");
        if (what == "pipe") QCOMPARE(::mkfifo((out / "vpc.tf").c_str(), 0666), 0);
        const Snapshot before = snapshot(folder.path());
        const auto plan = planExport(out, {{"nat.tf", "new", {}}, {"vpc.tf", "new", {}}});
        const auto written = writeExport(*plan, {true, {{"vpc.tf", EditChoice::Overwrite}}});
        QCOMPARE(failureOf(written).replace((out.string() + '/').c_str(), ""), failure);
        QCOMPARE(snapshot(folder.path()), before);
        if (!listed) return;
        // Nor is it removed when no longer produced.
        QCOMPARE(exportTo(out, {{"nat.tf", "new", {}}, {"security.tf", "new", {}}}), QByteArray());
        QCOMPARE(snapshot(folder.path()).at("out/vpc.tf"), before.at("out/vpc.tf"));
    }

    void subfoldersThatAreLinks() {
        const Folder folder;
        fs::create_directories(folder / "out");
        fs::create_directories(folder / "outside");
        fs::create_symlink(folder / "outside", folder / "out/modules");
        const Snapshot before = snapshot(folder.path());
        QCOMPARE(exportTo(folder / "out", {{"modules/a.tf", "x", {}}}), QByteArray("write-symlink"));
        QCOMPARE(snapshot(folder.path()), before);
        // Nor one that is swapped in after the plan was made.
        fs::remove(folder / "out/modules");
        fs::create_directory(folder / "out/modules");
        const auto plan = planExport(folder / "out", {{"modules/a.tf", "x", {}}});
        fs::remove(folder / "out/modules");
        fs::create_symlink(folder / "outside", folder / "out/modules");
        QCOMPARE(codeOf(writeExport(*plan)), QByteArray("write-symlink"));
        QCOMPARE(snapshot(folder.path()), before);
    }

    void folders_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("made"); // where the files are afterwards
        QTest::newRow("plain") << QByteArray("out") << QByteArray() << QByteArray("out");
        QTest::newRow("with a slash") << QByteArray("out/") << QByteArray() << QByteArray("out");
        QTest::newRow("with parents") << QByteArray("x/y/z") << QByteArray() << QByteArray("x/y/z");
        QTest::newRow("with dots") << QByteArray("real/../out/./") << QByteArray() << QByteArray("out");
        QTest::newRow("a link people chose") << QByteArray("link") << QByteArray() << QByteArray("real");
        QTest::newRow("below a link") << QByteArray("link/x") << QByteArray() << QByteArray("real/x");
        QTest::newRow("Japanese") << QByteArray("書き出し") << QByteArray() << QByteArray("書き出し");
        QTest::newRow("a file") << QByteArray("file") << QByteArray("write-not-folder") << QByteArray();
        QTest::newRow("below a file")
            << QByteArray("file/x/y") << QByteArray("write-not-folder") << QByteArray();
        QTest::newRow("a broken link")
            << QByteArray("broken") << QByteArray("write-not-folder") << QByteArray();
        QTest::newRow("links in a circle")
            << QByteArray("circle") << QByteArray("read-failed") << QByteArray();
    }
    void folders() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, made);
        const Folder folder;
        fs::create_directory(folder / "real");
        put(folder / "file", "x");
        fs::create_symlink("real", folder / "link");
        fs::create_symlink("gone", folder / "broken");
        fs::create_symlink("circle", folder / "circle");
        const Snapshot before = snapshot(folder.path());
        QCOMPARE(exportTo(folder / path.toStdString(), stack), code);
        if (code.isEmpty())
            QCOMPARE(bytesOf(folder / made.toStdString() / "vpc.tf"), std::string("# vpc\n"));
        else
            QCOMPARE(snapshot(folder.path()), before);
    }

    void noFolderNamed() { QCOMPARE(exportTo("", stack), QByteArray("write-not-folder")); }

    void writeProtection_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("folder") << QByteArray("folder");
        QTest::newRow("file") << QByteArray("file");
        QTest::newRow("parent of a folder to be made") << QByteArray("parent");
    }
    void writeProtection() {
        QFETCH(QByteArray, what);
        const Folder folder;
        const bool root = ::geteuid() == 0;
        if (root && (::chown(folder.path().c_str(), 65534, 65534) != 0 || ::seteuid(65534) != 0))
            QSKIP("no other user");
        const auto asRoot = qScopeGuard([root] {
            if (root && ::seteuid(0) != 0) qFatal("cannot become root again");
        });
        QCOMPARE(exportTo(folder / "out", stack), QByteArray());
        const fs::path locked = what == "folder" ? folder / "out"
                                : what == "file" ? folder / "out/nat.tf"
                                                 : folder.path();
        const fs::path target = what == "parent" ? folder / "x/y" : folder / "out";
        const fs::perms old = fs::status(locked).permissions();
        fs::permissions(locked, fs::perms(0555));
        const Snapshot before = snapshot(folder.path());
        // Reading alone is fine.
        if (what == "folder") QCOMPARE(exportTo(target, stack), QByteArray());
        const QByteArray code = exportTo(target, {{"nat.tf", "new", {}}}, {true, {}});
        const Snapshot after = snapshot(folder.path());
        fs::permissions(locked, old);
        QCOMPARE(code, QByteArray("write-unwritable"));
        QCOMPARE(after, before);
    }

    /// Whatever people do between the plan and the writing.
    void changedInBetween_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("edit"); // "-" deletes
        QTest::newRow("edited") << QByteArray("nat.tf") << QByteArray("mine");
        QTest::newRow("deleted") << QByteArray("nat.tf") << QByteArray("-");
        QTest::newRow("appeared") << QByteArray("a.tf") << QByteArray("mine");
        QTest::newRow("to be removed, edited") << QByteArray("vpc.tf") << QByteArray("mine");
        QTest::newRow("manifest edited") << QByteArray(manifestName) << QByteArray("{}");
        QTest::newRow("manifest deleted") << QByteArray(manifestName) << QByteArray("-");
    }
    void changedInBetween() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, edit);
        const Folder folder;
        QCOMPARE(exportTo(folder.path(), stack), QByteArray());
        const auto plan =
            planExport(folder.path(), {{"a.tf", "a", {}}, {"nat.tf", "new", {}}, {"security.tf", "new", {}}});
        if (edit == "-")
            fs::remove(folder / path.toStdString());
        else
            put(folder / path.toStdString(), edit.toStdString());
        const Snapshot before = snapshot(folder.path());
        const auto written = writeExport(*plan, {true, {}});
        QCOMPARE(failureOf(written),
                 "write-changed " + QByteArray::fromStdString((folder / path.toStdString()).string()));
        QCOMPARE(snapshot(folder.path()), before);
    }

    void oneAtATime() {
        const Folder folder;
        QCOMPARE(exportTo(folder.path(), stack), QByteArray());
        const auto plan = planExport(folder.path(), {{"nat.tf", "new", {}}});
        const Snapshot before = snapshot(folder.path());
        const auto other = FolderHandle::open(folder.path());
        QVERIFY(other && other->lock(std::chrono::milliseconds(0)));
        QCOMPARE(failureOf(writeExport(*plan)),
                 "write-locked " + QByteArray::fromStdString(folder.path().string()));
        QCOMPARE(snapshot(folder.path()), before);
        // Looking needs no lock while there is nothing to take back.
        QCOMPARE(actions(planExport(folder.path(), stack)), QByteArray());
        fs::create_directory(folder / stageName);
        QCOMPARE(codeOf(planExport(folder.path(), stack)), QByteArray("write-locked"));
    }

    void manifestsAreTheSameForTheSameFiles() {
        std::mt19937 random(3); // NOLINT(cert-msc51-cpp)
        const Folder first;
        QCOMPARE(exportTo(first.path(), stack), QByteArray());
        for (int round = 0; round < 5; ++round) {
            const Folder folder;
            Files files = stack;
            std::ranges::shuffle(files, random);
            QCOMPARE(exportTo(folder.path(), {{"vpc.tf", std::to_string(round), {}}}), QByteArray());
            QCOMPARE(exportTo(folder.path(), files), QByteArray());
            QCOMPARE(snapshot(folder.path()), snapshot(first.path()));
        }
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
