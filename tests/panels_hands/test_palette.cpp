// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/palette_panel.h"
#include "ui/style/style.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QtTest>

using namespace sekisho;
using canvas::PaletteKind;

/// The palette: its search, and what Enter and a double-click do.
class TestPalette : public QObject {
    Q_OBJECT
private slots:
    void listsEverything();
    void searches();
    void nothingFound();
    void enterInserts();
    void doubleClickInserts();
    void titlesCannotBeChosen();
};

void TestPalette::listsEverything() {
    PalettePanel panel;
    const auto listed = panel.listed();
    QCOMPARE(listed.size(), canvas::paletteTable().size());
    QVERIFY(listed.front() == PaletteKind::Vpc);
}

void TestPalette::searches() {
    PalettePanel panel;
    auto* search = panel.findChild<QLineEdit*>(QStringLiteral("paletteSearch"));
    QVERIFY(search && !search->accessibleName().isEmpty());
    search->setText("db");
    QVERIFY(panel.listed().front() == PaletteKind::Rds);
    search->setText(QString::fromUtf8("ロードバランサ"));
    QVERIFY((panel.listed() == std::vector{PaletteKind::Alb, PaletteKind::Nlb}));
    search->clear();
    QCOMPARE(panel.listed().size(), canvas::paletteTable().size());
}

void TestPalette::nothingFound() {
    PalettePanel panel;
    panel.findChild<QLineEdit*>(QStringLiteral("paletteSearch"))->setText("toaster");
    const auto* nothing = panel.findChild<QLabel*>(QStringLiteral("paletteNothing"));
    QVERIFY(!nothing->isHidden());
    QCOMPARE(nothing->text(), QString::fromUtf8("No service matches “toaster”."));
    QVERIFY(panel.listed().empty());
}

void TestPalette::enterInserts() {
    PalettePanel panel;
    panel.show();
    QSignalSpy spy(&panel, &PalettePanel::insertRequested);
    auto* search = panel.findChild<QLineEdit*>(QStringLiteral("paletteSearch"));
    QTest::keyClicks(search, "redis");
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QVERIFY(spy[0][0].value<PaletteKind>() == PaletteKind::ElastiCache);
    // By the arrow keys too.
    search->clear();
    QTest::keyClick(search, Qt::Key_Down);
    auto* list = panel.findChild<QListWidget*>();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(spy.count(), 2);
    // Esc empties the search.
    search->setText("x");
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
}

void TestPalette::doubleClickInserts() {
    PalettePanel panel;
    panel.resize(232, 446);
    panel.show();
    QSignalSpy spy(&panel, &PalettePanel::insertRequested);
    auto* list = panel.findChild<QListWidget*>();
    const QRect row = list->visualItemRect(list->item(2));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(spy.count(), 1);
    QVERIFY(spy[0][0].value<PaletteKind>() == PaletteKind::AvailabilityZone);
}

void TestPalette::titlesCannotBeChosen() {
    PalettePanel panel;
    panel.show();
    QSignalSpy spy(&panel, &PalettePanel::insertRequested);
    auto* list = panel.findChild<QListWidget*>();
    QVERIFY(!(list->item(0)->flags() & Qt::ItemIsSelectable));
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(spy.count(), 0);
}

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
