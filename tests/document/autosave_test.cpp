// SPDX-License-Identifier: Apache-2.0
#include "ui/document/autosave.h"

#include "core/model/edits.h"
#include "core/model/templates.h"
#include "tests/document/folder.h"
#include "ui/document/design_file.h"
#include "ui/document/document.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <cstdio>

using namespace sekisho;
using namespace std::chrono_literals;
using test::Folder;
namespace fs = std::filesystem;

namespace {

Design handsOn() {
    return *makeTemplate("hands-on");
}

bool rename(Document& document, const std::string& name) {
    const auto group = document.network().all<SecurityGroup>().begin()->id;
    return document.edit(QStringLiteral("Rename"), edits::rename(document.design(), group, name));
}

std::string nameIn(const Design& design) {
    return design.network.all<SecurityGroup>().begin()->name;
}

/// A document with a file, and its autosave.
struct Bench {
    Folder folder;
    fs::path file = folder / "shop.sekisho", own = folder / "own";
    Document document;
    Autosave autosave{document, own};

    Bench() {
        if (!saveDesign(file, handsOn()) || !document.open(file)) qFatal("no file");
        autosave.setDelays(10ms, 50ms);
    }
    bool written() {
        QSignalSpy spy(&autosave, &Autosave::written);
        return spy.wait(30'000);
    }
    /// How many files there are besides the design's.
    std::size_t others() {
        autosave.wait();
        const auto all = test::snapshot(folder.path());
        return all.size() - 1;
    }
};

} // namespace

class AutosaveTest : public QObject {
    Q_OBJECT

private slots:
    void anEditIsWritten();
    void withoutAnEditNothingIs();
    void goesWhenItIsNotNeeded();
    void aLastingStormIsWrittenMeanwhile();
    void saysOnceThatItCannot();
    void recoveredIsOneStepOnTheFile();
    void recoveredWithoutItsFile();
    void adoptedIsKeptUpToDate();
    void killedAtAnyMoment();
};

void AutosaveTest::anEditIsWritten() {
    Bench bench;
    const std::string saved = test::bytesOf(bench.file);
    QVERIFY(rename(bench.document, "new"));
    QVERIFY(bench.written());
    QVERIFY(bench.autosave.path() == sidecarBeside(bench.file));
    QCOMPARE(nameIn(loadDesign(bench.autosave.path())->design), std::string("new"));
    QCOMPARE(test::bytesOf(bench.file), saved);
    // Somewhere else, where there is no file yet.
    bench.document.start(handsOn(), QStringLiteral("untitled"));
    QCOMPARE(bench.others(), std::size_t{0});
    QVERIFY(rename(bench.document, "newer"));
    QVERIFY(bench.written());
    QVERIFY(bench.autosave.path().parent_path() == bench.own);
}

void AutosaveTest::withoutAnEditNothingIs() {
    Bench bench;
    QSignalSpy spy(&bench.autosave, &Autosave::written);
    bench.document.start(handsOn(), QStringLiteral("untitled"));
    QVERIFY(bench.document.open(bench.file));
    // Done and taken back before it was written.
    QVERIFY(rename(bench.document, "new"));
    bench.document.undoStack()->undo();
    QTest::qWait(150);
    QCOMPARE(spy.count(), 0);
    QCOMPARE(bench.others(), std::size_t{0});
}

void AutosaveTest::goesWhenItIsNotNeeded() {
    Bench bench;
    const auto edited = [&] {
        return rename(bench.document, "new") && bench.written() && bench.others() == 1;
    };
    QVERIFY(edited());
    bench.document.undoStack()->undo();
    QCOMPARE(bench.others(), std::size_t{0});
    QVERIFY(edited());
    QVERIFY(bench.document.save(bench.file));
    QCOMPARE(bench.others(), std::size_t{0});
    QVERIFY(rename(bench.document, "newer") && bench.written());
    QVERIFY(bench.document.open(bench.file)); // what was not saved is discarded
    QCOMPARE(bench.others(), std::size_t{0});
    bench.document.start(handsOn(), QString());
    QVERIFY(rename(bench.document, "new") && bench.written());
    bench.autosave.finish();
    QVERIFY(leftoversIn(bench.own).empty());
    QVERIFY(fs::is_empty(bench.own));
}

void AutosaveTest::aLastingStormIsWrittenMeanwhile() {
    Bench bench;
    bench.autosave.setDelays(10'000ms, 50ms); // it is never quiet
    QSignalSpy spy(&bench.autosave, &Autosave::written);
    for (int i = 0; spy.count() < 3; ++i) {
        QVERIFY(rename(bench.document, "name-" + std::to_string(i)));
        QTest::qWait(5);
        QVERIFY(i < 20'000);
    }
}

void AutosaveTest::saysOnceThatItCannot() {
    Folder folder;
    Document document;
    Autosave autosave(document, "/dev/null/own");
    autosave.setDelays(1ms, 1ms);
    QSignalSpy spy(&autosave, &Autosave::failed);
    document.start(handsOn(), QStringLiteral("untitled"));
    QVERIFY(rename(document, "a"));
    QVERIFY(spy.wait(30'000));
    QVERIFY(rename(document, "b"));
    QTest::qWait(100);
    QCOMPARE(spy.count(), 1);
}

void AutosaveTest::recoveredIsOneStepOnTheFile() {
    Bench bench;
    QVERIFY(rename(bench.document, "lost"));
    const Design lost = bench.document.design();
    QVERIFY(bench.document.open(bench.file));
    const Design saved = bench.document.design();
    bench.document.recover(lost, bench.file, QStringLiteral("shop.sekisho"), QStringLiteral("Recover"));
    QVERIFY(bench.document.design() == lost);
    QVERIFY(bench.document.isModified());
    QVERIFY(bench.document.path() == bench.file);
    bench.document.undoStack()->undo();
    QVERIFY(bench.document.design() == saved);
    QVERIFY(!bench.document.isModified());

    // Another design is open: the file takes its place.
    bench.document.start(*makeTemplate("empty"), QStringLiteral("untitled"));
    bench.document.recover(lost, bench.file, QStringLiteral("shop.sekisho"), QStringLiteral("Recover"));
    QVERIFY(bench.document.design() == lost);
    QVERIFY(bench.document.isModified());
    QCOMPARE(bench.document.displayName(), QStringLiteral("shop.sekisho"));
}

void AutosaveTest::recoveredWithoutItsFile() {
    Bench bench;
    const fs::path gone = bench.folder / "gone.sekisho";
    for (const fs::path& file : {gone, fs::path()}) {
        bench.document.recover(handsOn(), file, QStringLiteral("untitled"), QStringLiteral("Recover"));
        QVERIFY(bench.document.design() == handsOn());
        QVERIFY(bench.document.isModified());
        QVERIFY(bench.document.path() == file);
        QCOMPARE(bench.document.displayName(),
                 file.empty() ? QStringLiteral("untitled") : QStringLiteral("gone.sekisho"));
        // No way of undoing makes it look saved.
        QVERIFY(rename(bench.document, "x"));
        bench.document.undoStack()->undo();
        QVERIFY(bench.document.isModified());
    }
    bench.document.recover(handsOn(), gone, QString(), QString());
    QVERIFY(bench.document.save(gone));
    QVERIFY(!bench.document.isModified());
}

void AutosaveTest::adoptedIsKeptUpToDate() {
    Bench bench;
    {
        Sidecar crashed(bench.own);
        Design design = bench.document.design();
        QVERIFY(crashed.write({bench.file, "shop.sekisho"}, *makeTemplate("empty")));
    }
    auto left = leftoversOf(bench.file, bench.own);
    QCOMPARE(left.size(), std::size_t{1});
    const auto hold = claim(left[0]);
    QVERIFY(hold);
    bench.document.recover(*left[0].design, left[0].of.file, QString(), QStringLiteral("Recover"));
    bench.autosave.adopt(left[0], *hold);
    QVERIFY(bench.written());
    QVERIFY(bench.autosave.path() == left[0].sidecar);
    QCOMPARE(bench.others(), std::size_t{1});
    QVERIFY(bench.document.save(bench.file));
    QCOMPARE(bench.others(), std::size_t{0});
}

/// What the killed program does: it edits without end, and says what is on the disk by now.
int editForever(const fs::path& file, const fs::path& own) {
    Document document;
    Autosave autosave(document, own);
    autosave.setDelays(5ms, 20ms);
    if (file.empty())
        document.start(handsOn(), QStringLiteral("untitled"));
    else if (!document.open(file))
        return 1;
    int last = 0, begun = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, [&] { rename(document, "edit-" + std::to_string(++last)); });
    // A write that begins after a write was told holds at least the edits before that.
    QObject::connect(&autosave, &Autosave::written, [&] {
        std::printf("%d\n", begun);
        std::fflush(stdout);
        begun = last;
    });
    timer.start(1);
    return QCoreApplication::exec();
}

void AutosaveTest::killedAtAnyMoment() {
    Bench bench;
    const std::string saved = test::bytesOf(bench.file);
    for (int round = 0; round < 24; ++round) {
        const fs::path file = round % 2 ? bench.file : fs::path();
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--edit-forever"), QString::fromStdString(file.string()),
                     QString::fromStdString(bench.own.string())});
        QVERIFY(child.waitForStarted());
        int told = -1, lines = 0;
        while (lines < 3 + round) {
            QVERIFY(child.waitForReadyRead(60'000));
            for (; child.canReadLine(); ++lines)
                told = child.readLine().trimmed().toInt();
        }
        child.kill();
        QVERIFY(child.waitForFinished());
        while (child.canReadLine())
            told = child.readLine().trimmed().toInt();
        const auto left = round % 2 ? leftoversOf(bench.file, bench.own) : leftoversIn(bench.own);
        QCOMPARE(left.size(), std::size_t{1});
        QVERIFY(left[0].design);
        const std::string name = nameIn(*left[0].design);
        QVERIFY(name.starts_with("edit-"));
        QVERIFY2(std::stoi(name.substr(5)) >= told, qPrintable(QString::number(told)));
        QVERIFY(left[0].of.file == (round % 2 ? fs::canonical(bench.file) : fs::path()));
        QVERIFY(discard(left[0]));
        QCOMPARE(test::bytesOf(bench.file), saved);
    }
    QVERIFY(fs::is_empty(bench.own));
    QCOMPARE(test::snapshot(bench.folder.path()).size(), std::size_t{2});
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc == 4 && argv[1] == std::string_view("--edit-forever")) return editForever(argv[2], argv[3]);
    AutosaveTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "autosave_test.moc"
