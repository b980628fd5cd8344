// SPDX-License-Identifier: Apache-2.0
#include "ui/document/sidecar.h"

#include "core/model/edits.h"
#include "core/model/templates.h"
#include "tests/document/folder.h"
#include "ui/document/design_file.h"

#include <QTest>

using namespace sekisho;
using test::Folder;
namespace fs = std::filesystem;
using test::put;

namespace {

Design handsOn() {
    return *makeTemplate("hands-on");
}

Design named(const std::string& name) {
    Design design = handsOn();
    const auto delta = edits::rename(design, design.network.all<SecurityGroup>().begin()->id, name);
    if (!delta || !design.apply(*delta)) qFatal("cannot rename");
    return design;
}

struct Crash {};

} // namespace

class SidecarTest : public QObject {
    Q_OBJECT

private slots:
    void standsBesideItsFile();
    void isAsPrivateAsItsFile();
    void twoProgramsDoNotTakeFromEachOther();
    void takesTheProgramsFolderWhereItMust();
    void namesSurviveWhateverTheyAre();
    void brokenOnesAreSaidAndKept();
    void isNoLeftoverWhileItIsHeld();
    void onlyOneProgramRecovers();
    void crashAtAnyStepLeavesAllOrNothing();
};

void SidecarTest::standsBesideItsFile() {
    Folder folder;
    const auto file = folder / "shop.sekisho", own = folder / "own";
    QVERIFY(saveDesign(file, handsOn()));
    const std::string saved = test::bytesOf(file);
    Sidecar sidecar(own);
    QVERIFY(sidecar.write({file, "shop.sekisho"}, named("new")));
    QVERIFY(sidecar.path() == folder / ".shop.sekisho.unsaved");
    // It is a design file like any other, and the file itself is as it was.
    QVERIFY(loadDesign(sidecar.path())->design == named("new"));
    QCOMPARE(test::bytesOf(file), saved);
    QVERIFY(sidecar.write({file, "shop.sekisho"}, named("newer")));
    QVERIFY(loadDesign(sidecar.path())->design == named("newer"));
    sidecar.remove();
    QVERIFY(sidecar.path().empty());
    QCOMPARE(test::snapshot(folder.path()).size(), std::size_t{1});
}

void SidecarTest::isAsPrivateAsItsFile() {
    Folder folder;
    const auto file = folder / "shop.sekisho";
    QVERIFY(saveDesign(file, handsOn()));
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    Sidecar sidecar(folder / "own");
    for (int i = 0; i < 2; ++i) {
        QVERIFY(sidecar.write({file, "shop.sekisho"}, handsOn()));
        QCOMPARE(int(fs::status(sidecar.path()).permissions()), 0640);
    }
    Sidecar unsaved(folder / "own");
    QVERIFY(unsaved.write({{}, "untitled"}, handsOn()));
    QCOMPARE(int(fs::status(unsaved.path()).permissions()), 0600);
    QCOMPARE(int(fs::status(folder / "own").permissions()), 0700);
}

void SidecarTest::twoProgramsDoNotTakeFromEachOther() {
    Folder folder;
    const auto file = folder / "shop.sekisho", own = folder / "own";
    QVERIFY(saveDesign(file, handsOn()));
    auto first = std::make_unique<Sidecar>(own), second = std::make_unique<Sidecar>(own);
    QVERIFY(first->write({file, "shop.sekisho"}, named("a")));
    QVERIFY(isBeingChanged(file));
    QVERIFY(second->write({file, "shop.sekisho"}, named("b")));
    QVERIFY(first->path() != second->path());
    QVERIFY(first->write({file, "shop.sekisho"}, named("a2")));
    QVERIFY(second->write({file, "shop.sekisho"}, named("b2")));
    QVERIFY(leftoversOf(file, own).empty());
    // Both crash.
    first.reset();
    second.reset();
    QVERIFY(!isBeingChanged(file));
    const auto left = leftoversOf(file, own);
    QCOMPARE(left.size(), std::size_t{2});
    QVERIFY(*left[0].design == named("a2"));
    QVERIFY(*left[1].design == named("b2"));
    for (const Leftover& one : left) {
        QVERIFY(one.of.file == fs::canonical(file));
        QVERIFY(discard(one));
    }
    QVERIFY(leftoversOf(file, own).empty());
}

void SidecarTest::takesTheProgramsFolderWhereItMust() {
    Folder folder;
    const auto own = folder / "far" / "own";
    // Beside it the name would be longer than a file system takes; the same as a folder that is read-only,
    // which is none to root.
    const auto file = folder / (std::string(245, 'x') + ".sekisho");
    put(file, "x");
    auto sidecar = std::make_unique<Sidecar>(own);
    QVERIFY(sidecar->write({file, "long"}, named("a")));
    QVERIFY(sidecar->path().parent_path() == own);
    QVERIFY(sidecar->write({file, "long"}, named("b")));
    sidecar.reset();
    const auto left = leftoversOf(file, own);
    QCOMPARE(left.size(), std::size_t{1});
    QVERIFY(left[0].of.file == file);
    QCOMPARE(left[0].of.name, std::string("long"));
    QVERIFY(*left[0].design == named("b"));
    QVERIFY(leftoversOf(folder / "other.sekisho", own).empty());
    QCOMPARE(leftoversIn(own).size(), std::size_t{1});

    // A link in the program's place is not followed.
    Sidecar refused("/dev/null/own");
    QCOMPARE(test::codeOf(refused.write({{}, "untitled"}, handsOn())), QByteArray("write-not-folder"));
}

void SidecarTest::namesSurviveWhateverTheyAre() {
    Folder folder;
    const auto own = folder / "own";
    for (const std::string& name :
         {std::string("\xff\xfe %41\n\"'.sekisho"), std::string("店 設計.sekisho")}) {
        const fs::path file = folder / (std::string(230, 'y') + name);
        auto sidecar = std::make_unique<Sidecar>(own);
        QVERIFY(sidecar->write({file, name}, handsOn()));
        sidecar.reset();
        const auto left = leftoversIn(own);
        QCOMPARE(left.size(), std::size_t{1});
        QVERIFY(left[0].of.file == file);
        QVERIFY(left[0].design);
        QVERIFY(discard(left[0]));
    }
}

void SidecarTest::brokenOnesAreSaidAndKept() {
    Folder folder;
    const auto file = folder / "shop.sekisho", own = folder / "own";
    QVERIFY(saveDesign(file, handsOn()));
    put(sidecarBeside(file), "{\"format\": \"sekisho\", ");
    const auto left = leftoversOf(file, own);
    QCOMPARE(left.size(), std::size_t{1});
    QVERIFY(!left[0].design);
    // What is written meanwhile goes elsewhere.
    Sidecar sidecar(own);
    QVERIFY(sidecar.write({file, "shop.sekisho"}, named("a")));
    QVERIFY(sidecar.path().parent_path() == own);
    QCOMPARE(test::bytesOf(left[0].sidecar), std::string("{\"format\": \"sekisho\", "));
    // A folder or a link of that name is no leftover.
    QVERIFY(discard(left[0]));
    fs::create_symlink(file, sidecarBeside(file));
    QVERIFY(leftoversOf(file, own).empty());
}

void SidecarTest::isNoLeftoverWhileItIsHeld() {
    Folder folder;
    const auto own = folder / "own";
    auto sidecar = std::make_unique<Sidecar>(own);
    QVERIFY(sidecar->write({{}, "untitled"}, named("a")));
    QVERIFY(leftoversIn(own).empty());
    // It is held through every write.
    QVERIFY(sidecar->write({{}, "untitled"}, named("b")));
    QVERIFY(leftoversIn(own).empty());
    sidecar.reset();
    QCOMPARE(leftoversIn(own).size(), std::size_t{1});
}

void SidecarTest::onlyOneProgramRecovers() {
    Folder folder;
    const auto own = folder / "own";
    auto crashed = std::make_unique<Sidecar>(own);
    QVERIFY(crashed->write({{}, "untitled"}, named("a")));
    crashed.reset();
    const auto left = leftoversIn(own);
    const auto same = leftoversIn(own); // as another program sees it
    QCOMPARE(left.size(), std::size_t{1});
    auto hold = claim(left[0]);
    QVERIFY(hold);
    QVERIFY(!claim(same[0]));
    QVERIFY(!discard(same[0]));
    // It goes on in the same place, and what the other remembers of it is not to be had.
    Sidecar sidecar(own);
    sidecar.adopt(left[0].sidecar, *hold);
    hold = tl::unexpected<int>(0);
    QVERIFY(sidecar.write({{}, "untitled"}, named("b")));
    QVERIFY(sidecar.path() == left[0].sidecar);
    QVERIFY(!claim(same[0]));
    QVERIFY(discard(same[0]) == false);
    sidecar.remove();
    QVERIFY(discard(same[0])); // it is gone
}

void SidecarTest::crashAtAnyStepLeavesAllOrNothing() {
    Folder folder;
    const auto file = folder / "shop.sekisho", own = folder / "own";
    QVERIFY(saveDesign(file, handsOn()));
    const std::string saved = test::bytesOf(file);
    for (const bool untitled : {false, true}) {
        const UnsavedOf of{untitled ? fs::path() : file, "shop"};
        for (int crashAt = 0;; ++crashAt) {
            int step = 0;
            bool crashed = false;
            {
                Sidecar sidecar(own, [&](std::string_view) {
                    if (step++ == crashAt) throw Crash{};
                    return 0;
                });
                try {
                    QVERIFY(sidecar.write(of, named("a")));
                    QVERIFY(sidecar.write(of, named("b")));
                } catch (const Crash&) {
                    crashed = true;
                }
            }
            const auto left = untitled ? leftoversIn(own) : leftoversOf(file, own);
            QVERIFY(left.size() <= 1);
            if (!left.empty()) {
                QVERIFY2(left[0].design, qPrintable(QString::number(crashAt)));
                QVERIFY(*left[0].design == named("a") || *left[0].design == named("b"));
                QVERIFY(discard(left[0]));
            }
            // Looking has tidied up what was half-written.
            QVERIFY2(test::snapshot(folder.path()).size() <= 2,
                     test::describe(test::snapshot(folder.path())).constData());
            QCOMPARE(test::bytesOf(file), saved);
            if (!crashed) break;
        }
    }
}

QTEST_GUILESS_MAIN(SidecarTest)
#include "sidecar_test.moc"
