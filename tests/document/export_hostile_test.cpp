// SPDX-License-Identifier: Apache-2.0
#include "folder.h"
#include "ui/document/export_recovery.h"
#include "ui/document/export_writer.h"

#include <QTest>

#include <random>
#include <sys/stat.h>

using namespace sekisho;
using namespace sekisho::test;

namespace {

const std::vector<terraform::ExportedFile> files = {{"vpc.tf", "# vpc\n", {}}};

const std::string precious = "precious\n";

/// A folder to export into, with files around and in it that nothing may touch.
void prepare(const Folder& folder) {
    put(folder / "outside.tf", precious);
    put(folder / "out/mine.tf", precious);
    put(folder / "out/vpc.tf", precious);
    fs::create_directory(folder / "outside");
    put(folder / "outside/x.tf", precious);
    fs::create_symlink("../outside", folder / "out/link");
}

std::uint64_t inode(const fs::path& path) {
    struct stat status {};
    ::stat(path.c_str(), &status);
    return status.st_ino;
}

/// JSON without the backslashes.
QByteArray json(const char* text) {
    return QByteArray(text).replace('\'', '"');
}

/// A stage as an export leaves it, with a journal for the entries.
void plantStage(const fs::path& out, const ExportJournal& journal) {
    fs::create_directory(out / stageName);
    put(out / stageName / "old.0", "hostile\n");
    put(out / stageName / "new.0", "hostile\n");
    ExportJournal own = journal;
    own.stage = inode(out / stageName);
    put(out / stageName / journalName, writeJournal(own));
}

} // namespace

class ExportHostileTest : public QObject {
    Q_OBJECT

private slots:
    void manifests_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        const QByteArray hash = QByteArray::fromStdString(sha256(precious));
        const auto listing = [&](const QByteArray& path) {
            return json("{'format':'sekisho-export','version':1,'files':{'") + path + "\":\"" + hash + "\"}}";
        };
        const auto bad = [](const char* name, const QByteArray& text) {
            QTest::newRow(name) << text << QByteArray("write-bad-manifest");
        };
        bad("empty", "");
        bad("no JSON", "hello");
        bad("cut off", listing("vpc.tf").chopped(5));
        bad("no object", "[]");
        bad("null", "null");
        bad("another format", json("{'format':'sekisho','version':1,'files':{}}"));
        bad("no format", json("{'version':1,'files':{}}"));
        bad("format is a number", json("{'format':1,'version':1,'files':{}}"));
        bad("no version", json("{'format':'sekisho-export','files':{}}"));
        bad("version 0", json("{'format':'sekisho-export','version':0,'files':{}}"));
        bad("negative version", json("{'format':'sekisho-export','version':-1,'files':{}}"));
        bad("fractional version", json("{'format':'sekisho-export','version':1.5,'files':{}}"));
        bad("version is text", json("{'format':'sekisho-export','version':'1','files':{}}"));
        bad("no files", json("{'format':'sekisho-export','version':1}"));
        bad("files is an array", json("{'format':'sekisho-export','version':1,'files':['vpc.tf']}"));
        bad("unknown key", json("{'format':'sekisho-export','version':1,'files':{},'more':1}"));
        bad("no hash", json("{'format':'sekisho-export','version':1,'files':{'vpc.tf':null}}"));
        bad("short hash", json("{'format':'sekisho-export','version':1,'files':{'vpc.tf':'abc'}}"));
        bad("hash in capitals",
            json("{'format':'sekisho-export','version':1,'files':{'vpc.tf':'") + hash.toUpper() + "\"}}");
        bad("parent", listing("../outside.tf"));
        bad("parent within", listing("a/../../outside.tf"));
        bad("absolute", listing("/etc/hostname"));
        bad("itself", listing(".sekisho-export.json"));
        bad("the stage", listing(".sekisho-export.stage/x"));
        bad("hidden", listing(".git/config"));
        bad("state", listing("terraform.tfstate"));
        bad("NUL", listing("vpc.tf\\u0000x"));
        bad("empty path", listing(""));
        bad("not UTF-8", listing("a\xFF.tf"));
        bad("very deep", QByteArray(300'000, '['));
        bad("too large", listing("vpc.tf") + QByteArray(5'000'000, ' '));
        QTest::newRow("newer") << json("{'format':'sekisho-export','version':2,'files':{}}")
                               << QByteArray("write-manifest-version");
        // A file behind a link is no file of ours, whatever the list says; nor is one that differs.
        QTest::newRow("behind a link") << listing("link/x.tf") << QByteArray("write-foreign-file");
        QTest::newRow("with another hash")
            << json("{'format':'sekisho-export','version':1,'files':{'mine.tf':'") + QByteArray(64, '0') +
                   "\"}}"
            << QByteArray("write-foreign-file");
    }
    void manifests() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        const Folder folder;
        prepare(folder);
        put(folder / "out/.sekisho-export.json", text.toStdString());
        const Snapshot before = snapshot(folder.path());
        const auto plan = planExport(folder / "out", files);
        const auto written = plan ? writeExport(*plan, {true, {}}) : tl::unexpected<Diagnostic>(plan.error());
        QCOMPARE(codeOf(written), code);
        QCOMPARE(snapshot(folder.path()), before);
        // Nor when there is nothing in the way of the files themselves.
        const auto other = planExport(folder / "out", {{"new.tf", "x", {}}});
        if (other) QCOMPARE(codeOf(writeExport(*other, {true, {}})), QByteArray());
        fs::remove(folder / "out/new.tf");
        Snapshot after = snapshot(folder.path());
        after["out/.sekisho-export.json"] = before.at("out/.sekisho-export.json");
        QCOMPARE(after, before);
    }

    void manifestIsNoFile_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("link") << QByteArray("link") << QByteArray("write-symlink");
        QTest::newRow("broken link") << QByteArray("broken") << QByteArray("write-symlink");
        QTest::newRow("folder") << QByteArray("folder") << QByteArray("write-not-regular");
        QTest::newRow("pipe") << QByteArray("pipe") << QByteArray("write-not-regular");
    }
    void manifestIsNoFile() {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, code);
        const Folder folder;
        prepare(folder);
        const fs::path manifest = folder / "out/.sekisho-export.json";
        put(folder / "list", json("{'format':'sekisho-export','version':1,'files':{}}").toStdString());
        if (what == "link") fs::create_symlink("../list", manifest);
        if (what == "broken") fs::create_symlink("../nothing", manifest);
        if (what == "folder") fs::create_directory(manifest);
        if (what == "pipe") QCOMPARE(::mkfifo(manifest.c_str(), 0666), 0);
        const Snapshot before = snapshot(folder.path());
        QCOMPARE(codeOf(planExport(folder / "out", {{"new.tf", "x", {}}})), code);
        QCOMPARE(snapshot(folder.path()), before);
    }

    /// Journals that claim that files of other people were just written by an export.
    void journals_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("code");
        const auto refused = [](const char* path) {
            QTest::newRow(path) << QByteArray(path) << QByteArray("write-stage-foreign");
        };
        for (const char* path :
             {"../outside.tf", "/etc/hostname", "a/../../outside.tf", ".", "..", "", ".git/config",
              ".sekisho-export.stage/old.0", "terraform.tfstate", "vpc.tf/", "a//b"})
            refused(path);
        QTest::newRow("NUL") << QByteArray("mine.tf\0x", 9) << QByteArray("write-stage-foreign");
        QTest::newRow("behind a link") << QByteArray("link/x.tf") << QByteArray();
        QTest::newRow("a folder") << QByteArray("link") << QByteArray();
        QTest::newRow("below a file") << QByteArray("mine.tf/x") << QByteArray();
    }
    void journals() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, code);
        const std::optional<std::string> was = sha256("hostile\n");
        const std::optional<std::string> is = sha256(precious);
        const Folder folder;
        prepare(folder);
        const Snapshot before = snapshot(folder.path());
        for (const ExportJournal& journal : {ExportJournal{0, {}, {{path.toStdString(), was, is}}},
                                             ExportJournal{0, {}, {{path.toStdString(), {}, is}}},
                                             ExportJournal{0, {}, {{path.toStdString(), was, {}}}}}) {
            plantStage(folder / "out", journal);
            const Snapshot planted = snapshot(folder.path());
            QCOMPARE(codeOf(recoverExport(folder / "out")), code);
            QCOMPARE(snapshot(folder.path()), code.isEmpty() ? before : planted);
            fs::remove_all(folder / "out" / stageName);
        }
    }

    void journalFolders_data() {
        QTest::addColumn<QByteArray>("path");
        for (const char* path : {"..", "../outside", "/tmp", ".git", "", "a/../.."})
            QTest::newRow(path) << QByteArray(path);
    }
    void journalFolders() {
        QFETCH(QByteArray, path);
        const Folder folder;
        prepare(folder);
        fs::create_directory(folder / "out/.git");
        plantStage(folder / "out", {0, {path.toStdString()}, {}});
        const Snapshot before = snapshot(folder.path());
        QCOMPARE(codeOf(recoverExport(folder / "out")), QByteArray("write-stage-foreign"));
        QCOMPARE(snapshot(folder.path()), before);
    }

    void journalFoldersWithFilesStay() {
        const Folder folder;
        prepare(folder);
        put(folder / "out/modules/x.tf", precious);
        const Snapshot before = snapshot(folder.path());
        plantStage(folder / "out", {0, {"modules", "link", "mine.tf", "nothing/there"}, {}});
        QCOMPARE(failureOf(recoverExport(folder / "out")), QByteArray());
        QCOMPARE(snapshot(folder.path()), before);
    }

    /// A stage that came with the folder, say from an archive, knows the hashes of other people's files but
    /// not its own inode.
    void stagesFromElsewhere() {
        const Folder folder;
        prepare(folder);
        plantStage(folder / "out", {0, {}, {{"mine.tf", sha256("hostile\n"), sha256(precious)}}});
        fs::rename(folder / "out" / stageName, folder / "stage");
        fs::copy(folder / "stage", folder / "out" / stageName);
        const Snapshot before = snapshot(folder.path());
        QCOMPARE(failureOf(planExport(folder / "out", files)),
                 "write-stage-foreign " + QByteArray::fromStdString((folder / "out" / stageName).string()));
        QCOMPARE(snapshot(folder.path()), before);
    }

    /// The old file in the stage must be what the journal says.
    void exchangedBackups() {
        const Folder folder;
        prepare(folder);
        const Snapshot before = snapshot(folder.path());
        plantStage(folder / "out", {0, {}, {{"mine.tf", sha256("something else"), sha256(precious)}}});
        const auto recovery = recoverExport(folder / "out");
        QCOMPARE(failureOf(recovery), QByteArray());
        QCOMPARE(recovery->notes.back().code, Code::write_recovery_left);
        QCOMPARE(snapshot(folder.path()), before);
    }

    void journalTexts_data() {
        QTest::addColumn<QByteArray>("text");
        const QByteArray hash(64, 'a');
        const QByteArray head =
            json("{'format':'sekisho-export-journal','version':1,'stage':1,'folders':[],'entries':");
        const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
        row("empty", "");
        row("no JSON", "hello");
        row("no object", "[]");
        row("cut off", head + "[");
        row("very deep", QByteArray(300'000, '['));
        row("another format", QByteArray(head).replace("journal", "x") + "[]}");
        row("another version", QByteArray(head).replace("1,\"stage\"", "2,\"stage\"") + "[]}");
        row("stage is text", QByteArray(head).replace("\"stage\":1", "\"stage\":\"1\"") + "[]}");
        row("negative stage", QByteArray(head).replace("\"stage\":1", "\"stage\":-1") + "[]}");
        row("folders is text", QByteArray(head).replace("\"folders\":[]", "\"folders\":\"\"") + "[]}");
        row("a folder is a number", QByteArray(head).replace("\"folders\":[]", "\"folders\":[1]") + "[]}");
        row("entries is an object", head + "{}}");
        row("entry is text", head + "[\"x\"]}");
        row("entry without a path", head + json("[{'after':'") + hash + "\"}]}");
        row("entry without hashes", head + json("[{'path':'x'}]}"));
        row("entry that changes nothing",
            head + json("[{'path':'x','before':'") + hash + json("','after':'") + hash + "\"}]}");
        row("hash is no hash", head + json("[{'path':'x','after':'abc'}]}"));
        row("hash is a number", head + json("[{'path':'x','after':1}]}"));
        row("unknown key in an entry", head + json("[{'path':'x','more':'1','after':'") + hash + "\"}]}");
        row("unknown key", head + json("[],'more':1}"));
        row("path twice",
            head + json("[{'path':'x','after':'") + hash + json("'},{'path':'x','after':'") + hash + "\"}]}");
    }
    void journalTexts() {
        QFETCH(QByteArray, text);
        QVERIFY(!readJournal(text.toStdString()).has_value());
        const Folder folder;
        prepare(folder);
        fs::create_directory(folder / "out" / stageName);
        put(folder / "out" / stageName / journalName, text.toStdString());
        const Snapshot before = snapshot(folder.path());
        QCOMPARE(codeOf(planExport(folder / "out", files)), QByteArray("write-stage-foreign"));
        QCOMPARE(snapshot(folder.path()), before);
    }

    void journalsReadBack() {
        const ExportJournal journal{
            42, {"a", "a/b"}, {{"a/b/c.tf", {}, sha256("1")}, {manifestName, sha256("2"), {}}}};
        const auto read = readJournal(writeJournal(journal));
        QVERIFY(read.has_value());
        QCOMPARE(writeJournal(*read), writeJournal(journal));
        QCOMPARE(read->stage, std::uint64_t{42});
        QCOMPARE(read->folders.size(), std::size_t{2});
        QCOMPARE(read->entries[1].before, std::optional<std::string>(sha256("2")));
    }

    /// A stage that is something else, or holds something else, is not tidied away.
    void stages_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("a link") << QByteArray("link") << QByteArray("write-symlink");
        QTest::newRow("a file") << QByteArray("file") << QByteArray("write-stage-foreign");
        QTest::newRow("a foreign file in it") << QByteArray("notes.txt") << QByteArray("write-stage-foreign");
        QTest::newRow("a folder in it") << QByteArray("new.0/x") << QByteArray("write-stage-foreign");
        QTest::newRow("a link in it") << QByteArray("linked") << QByteArray("write-stage-foreign");
        QTest::newRow("the journal is a link") << QByteArray("journal") << QByteArray("write-stage-foreign");
        QTest::newRow("left by an export") << QByteArray("new.0") << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
    }
    void stages() {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, code);
        const Folder folder;
        prepare(folder);
        const Snapshot clean = snapshot(folder.path());
        const fs::path stage = folder / "out" / stageName;
        if (what == "link")
            fs::create_symlink("../outside", stage);
        else if (what == "file")
            put(stage, precious);
        else {
            fs::create_directory(stage);
            if (what == "linked")
                fs::create_symlink("../../outside.tf", stage / "old.0");
            else if (what == "journal")
                fs::create_symlink("../../outside.tf", stage / journalName);
            else if (!what.isEmpty())
                put(stage / what.toStdString(), precious);
        }
        const Snapshot before = snapshot(folder.path());
        QCOMPARE(codeOf(planExport(folder / "out", files)), code);
        QCOMPARE(snapshot(folder.path()), code.isEmpty() ? clean : before);
    }

    /// Journals damaged at random never lead outside and never crash.
    void damagedJournals() {
        std::mt19937 random(5); // NOLINT(cert-msc51-cpp)
        for (int round = 0; round < 400; ++round) {
            const Folder folder;
            prepare(folder);
            plantStage(folder / "out",
                       {0, {"modules"}, {{"gone.tf", sha256("hostile\n"), {}}, {"x.tf", {}, sha256("x")}}});
            std::string text = bytesOf(folder / "out" / stageName / journalName);
            for (auto count = random() % 3 + 1; count > 0; --count)
                text[random() % text.size()] = "/.\"{}[]0a\\"[random() % 10];
            put(folder / "out" / stageName / journalName, text);
            static_cast<void>(recoverExport(folder / "out").has_value());
            QCOMPARE(bytesOf(folder / "outside.tf"), precious);
            QCOMPARE(bytesOf(folder / "outside/x.tf"), precious);
            QCOMPARE(bytesOf(folder / "out/mine.tf"), precious);
            QCOMPARE(bytesOf(folder / "out/vpc.tf"), precious);
        }
    }
};

QTEST_GUILESS_MAIN(ExportHostileTest)
#include "export_hostile_test.moc"
