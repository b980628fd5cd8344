// SPDX-License-Identifier: Apache-2.0
#include "folder.h"
#include "ui/document/design_file.h"

#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sekisho;
using namespace sekisho::test;

namespace {

/// Drops root's power over permissions, which would make every folder writable.
class AsNobody {
public:
    AsNobody() : m_root(::geteuid() == 0 && ::seteuid(65534) == 0) {}
    ~AsNobody() {
        if (m_root && ::seteuid(0) != 0) qFatal("cannot become root again");
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool m_root;
};

/// A disk that is full after `bytes` more of a file.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit now{bytes, m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_old); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_old{};
};

struct Crash {};

} // namespace

class AtomicFileTest : public QObject {
    Q_OBJECT

private slots:
    void designsComeBack() {
        const Folder folder;
        Design design;
        design.settings.projectName = "設計";
        QCOMPARE(failureOf(saveDesign(folder / "a.sekisho", design)), QByteArray());
        QCOMPARE(bytesOf(folder / "a.sekisho"), format::writeDesign(design));
        const auto loaded = loadDesign(folder / "a.sekisho");
        QCOMPARE(failureOf(loaded), QByteArray());
        QVERIFY(loaded->design == design);
        design.settings.projectName = "shop";
        QVERIFY(saveDesign(folder / "a.sekisho", design));
        QVERIFY(loadDesign(folder / "a.sekisho")->design == design);
        QCOMPARE(snapshot(folder.path()).size(), std::size_t{1}); // no litter
    }

    void readingFails_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("missing") << QByteArray("nothing.sekisho") << QByteArray("read-missing");
        QTest::newRow("no name") << QByteArray("") << QByteArray("read-not-regular");
        QTest::newRow("missing folder") << QByteArray("nowhere/a.sekisho") << QByteArray("read-missing");
        QTest::newRow("a folder") << QByteArray("sub") << QByteArray("read-not-regular");
        QTest::newRow("a pipe") << QByteArray("pipe") << QByteArray("read-not-regular");
        QTest::newRow("below a file") << QByteArray("empty/a.sekisho") << QByteArray("read-failed");
        QTest::newRow("links in a circle") << QByteArray("circle") << QByteArray("read-failed");
        QTest::newRow("broken link") << QByteArray("broken") << QByteArray("read-missing");
        QTest::newRow("too large") << QByteArray("large") << QByteArray("read-too-large");
        QTest::newRow("empty") << QByteArray("empty") << QByteArray("read-empty");
        QTest::newRow("no permission") << QByteArray("secret") << QByteArray("read-failed");
        QTest::newRow("no design") << QByteArray("text") << QByteArray("file-syntax");
    }
    void readingFails() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, code);
        const Folder folder;
        fs::permissions(folder.path(), fs::perms(0755));
        fs::create_directory(folder / "sub");
        QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0666), 0);
        put(folder / "empty", "");
        put(folder / "text", "hello");
        put(folder / "secret", "x");
        fs::permissions(folder / "secret", fs::perms(0));
        put(folder / "large", "");
        fs::resize_file(folder / "large", std::uintmax_t{100} << 30); // sparse: must be refused unread
        fs::create_symlink("circle", folder / "circle");
        fs::create_symlink("gone", folder / "broken");
        const AsNobody nobody;
        const auto loaded = loadDesign(folder / name.toStdString());
        QCOMPARE(codeOf(loaded), code);
    }

    void followsLinksWhenReading() {
        const Folder folder;
        put(folder / "real/a", "bytes");
        fs::create_symlink("real/a", folder / "link");
        QCOMPARE(readFile(folder / "link", 5).value_or("failed"), std::string("bytes"));
        QCOMPARE(codeOf(readFile(folder / "link", 4)), QByteArray("read-too-large"));
    }

    void keepsPermissions() {
        const Folder folder;
        for (const int mode : {0600, 0640, 0644, 0664, 0755}) {
            put(folder / "a", "old");
            fs::permissions(folder / "a", fs::perms(mode));
            QVERIFY(replaceFile(folder / "a", "new"));
            QCOMPARE(bytesOf(folder / "a"), std::string("new"));
            QCOMPARE(static_cast<int>(fs::status(folder / "a").permissions()), mode);
        }
    }

    void newFilesObeyTheUmask() {
        const Folder folder;
        const mode_t old = ::umask(027);
        const auto written = replaceFile(folder / "a", "new");
        ::umask(old);
        QVERIFY(written);
        QCOMPARE(static_cast<int>(fs::status(folder / "a").permissions()), 0640);
    }

    void linksStayLinks_data() {
        QTest::addColumn<bool>("exists");
        QTest::newRow("to a file") << true;
        QTest::newRow("to nothing yet") << false;
    }
    void linksStayLinks() {
        QFETCH(bool, exists);
        const Folder folder;
        fs::create_directory(folder / "real");
        if (exists) put(folder / "real/a", "old");
        fs::create_symlink("real/a", folder / "one");
        fs::create_symlink(folder / "one", folder / "two"); // absolute, over a relative one
        QCOMPARE(failureOf(replaceFile(folder / "two", "new")), QByteArray());
        QVERIFY(fs::is_symlink(folder / "one") && fs::is_symlink(folder / "two"));
        QCOMPARE(bytesOf(folder / "real/a"), std::string("new"));
        QCOMPARE(snapshot(folder.path()).size(), std::size_t{4});
    }

    void writingFails_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("a folder") << QByteArray("sub") << QByteArray("write-not-regular");
        QTest::newRow("no name") << QByteArray("sub/") << QByteArray("write-not-regular");
        QTest::newRow("dots") << QByteArray("sub/..") << QByteArray("write-not-regular");
        QTest::newRow("a pipe") << QByteArray("pipe") << QByteArray("write-not-regular");
        QTest::newRow("no folder") << QByteArray("nowhere/a") << QByteArray("write-no-folder");
        QTest::newRow("below a file") << QByteArray("file/a") << QByteArray("write-not-folder");
        QTest::newRow("links in a circle") << QByteArray("circle") << QByteArray("write-failed");
        QTest::newRow("below links in a circle") << QByteArray("circle/a") << QByteArray("write-failed");
        QTest::newRow("write-protected file") << QByteArray("protected") << QByteArray("write-unwritable");
        QTest::newRow("write-protected folder") << QByteArray("sub/a") << QByteArray("write-unwritable");
        QTest::newRow("name too long") << QByteArray(250, 'x') << QByteArray("write-failed");
    }
    void writingFails() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, code);
        const Folder folder;
        fs::permissions(folder.path(), fs::perms(0777));
        put(folder / "file", "old");
        fs::create_directory(folder / "sub");
        fs::permissions(folder / "sub", fs::perms(0555));
        put(folder / "protected", "old");
        fs::permissions(folder / "protected", fs::perms(0444));
        QCOMPARE(::mkfifo((folder / "pipe").c_str(), 0666), 0);
        fs::create_symlink("circle", folder / "circle");
        const Snapshot before = snapshot(folder.path());
        const auto written = [&] {
            const AsNobody nobody;
            return replaceFile(folder / name.toStdString(), "new");
        }();
        QCOMPARE(codeOf(written), code);
        QCOMPARE(snapshot(folder.path()), before);
    }

    void fullDisk() {
        const Folder folder;
        put(folder / "a", "old");
        const Snapshot before = snapshot(folder.path());
        const auto written = [&] {
            const FileSizeLimit limit(100'000);
            return replaceFile(folder / "a", std::string(200'000, 'x'));
        }();
        QCOMPARE(codeOf(written), QByteArray("write-no-space"));
        QCOMPARE(snapshot(folder.path()), before);
        QVERIFY(replaceFile(folder / "a", std::string(200'000, 'x')));
    }

    void failsAtEveryStep() {
        const std::string bytes(150'000, 'x'); // several writes
        int steps = 0;
        for (int failing = 1;; ++failing) {
            const Folder folder;
            put(folder / "a", "old");
            put(folder / ".a.saving", "left by a save that was killed");
            steps = 0;
            const auto written = replaceFile(
                folder / "a", bytes, [&](std::string_view) { return ++steps == failing ? ENOSPC : 0; });
            if (steps < failing) break;
            const bool replaced = bytesOf(folder / "a") == bytes;
            QCOMPARE(codeOf(written), QByteArray(replaced ? "" : "write-no-space"));
            QVERIFY(replaced || bytesOf(folder / "a") == "old");
            QVERIFY(steps == 1 || !fs::exists(folder / ".a.saving"));
        }
        QVERIFY(steps >= 6);
    }

    void crashesAtEveryStep() {
        const std::string bytes(150'000, 'x');
        int steps = 0;
        for (int crashing = 1;; ++crashing) {
            const Folder folder;
            put(folder / "a", "old");
            steps = 0;
            try {
                QVERIFY(replaceFile(folder / "a", bytes, [&](std::string_view) {
                    if (++steps == crashing) throw Crash{};
                    return 0;
                }));
            } catch (const Crash&) {
            }
            if (steps < crashing) break;
            QVERIFY(bytesOf(folder / "a") == "old" || bytesOf(folder / "a") == bytes);
            // The next save leaves nothing of the killed one.
            QCOMPARE(failureOf(replaceFile(folder / "a", "newest")), QByteArray());
            QCOMPARE(bytesOf(folder / "a"), std::string("newest"));
            QCOMPARE(snapshot(folder.path()).size(), std::size_t{1});
        }
        QVERIFY(steps >= 5);
    }

    void neverWritesThroughAPlantedDraft() {
        const Folder folder;
        put(folder / "victim", "precious");
        fs::create_symlink("victim", folder / ".a.saving");
        QVERIFY(replaceFile(folder / "a", "new"));
        QCOMPARE(bytesOf(folder / "victim"), std::string("precious"));
        fs::create_hard_link(folder / "victim", folder / ".a.saving");
        QVERIFY(replaceFile(folder / "a", "newer"));
        QCOMPARE(bytesOf(folder / "victim"), std::string("precious"));
        QCOMPARE(bytesOf(folder / "a"), std::string("newer"));
    }

    void relativePaths() {
        const Folder folder;
        const fs::path here = fs::current_path();
        fs::current_path(folder.path());
        const auto written = replaceFile("a", "new");
        const auto read = readFile("a", 100);
        fs::current_path(here);
        QCOMPARE(failureOf(written), QByteArray());
        QCOMPARE(read.value_or("failed"), std::string("new"));
    }
};

QTEST_GUILESS_MAIN(AtomicFileTest)
#include "atomic_file_test.moc"
