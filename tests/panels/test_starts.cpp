// SPDX-License-Identifier: Apache-2.0
#include "core/model/check.h"
#include "tests/panels/stage.h"
#include "ui/panels/new_dialog.h"
#include "ui/panels/start_page.h"
#include "ui/panels/template_card.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace sekisho;

class StartsTest : public QObject {
    Q_OBJECT

private slots:
    void makesWhatIsChosen() {
        NewDialog dialog(Stage::prices());
        Stage::show(dialog);
        QVERIFY(dialog.start() == Start::HandsOn);
        auto* region = dialog.findChild<QComboBox*>("new-region");
        region->setCurrentIndex(region->findData("us-east-1"));
        auto* project = dialog.findChild<QLineEdit*>("new-project");
        project->selectAll();
        QTest::keyClicks(project, "shop");
        auto* environment = dialog.findChild<QLineEdit*>("new-environment");
        environment->selectAll();
        QTest::keyClicks(environment, "prod");
        QTest::mouseClick(dialog.findChildren<TemplateCard*>().value(1), Qt::LeftButton);
        QVERIFY(dialog.start() == Start::VpcTwoAzs);
        QCOMPARE(dialog.designName(), QString("shop-prod"));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(dialog.findChild<QPushButton*>("new-create"), Qt::LeftButton);
        QCOMPARE(accepted.count(), 1);
        const auto design = dialog.design();
        QVERIFY(design.has_value());
        QCOMPARE(design->settings.region, std::string("us-east-1"));
        QCOMPARE(design->settings.projectName, std::string("shop"));
        QCOMPARE(design->settings.environment, std::string("prod"));
        QCOMPARE(design->network.all<Subnet>().size(), std::size_t(4));
        QVERIFY(check(*design).empty());
    }

    void everyStartIsSound_data() {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("subnets");
        QTest::newRow("hands-on") << int(Start::HandsOn) << 4;
        QTest::newRow("two zones") << int(Start::VpcTwoAzs) << 4;
        QTest::newRow("empty") << int(Start::Empty) << 0;
    }
    void everyStartIsSound() {
        QFETCH(int, start);
        QFETCH(int, subnets);
        for (const cost::RegionPrices& region : Stage::prices().regions()) {
            StartSettings settings;
            settings.region = QString::fromStdString(region.code);
            const auto design = makeStart(Start(start), settings, Stage::prices());
            QVERIFY(design.has_value());
            QCOMPARE(int(design->network.all<Subnet>().size()), subnets);
            QVERIFY2(!hasErrors(check(*design)), region.code.c_str());
        }
    }

    void namesAreJudged() {
        NewDialog dialog(Stage::prices());
        Stage::show(dialog);
        auto* create = dialog.findChild<QPushButton*>("new-create");
        QVERIFY(create->isEnabled());
        auto* project = dialog.findChild<QLineEdit*>("new-project");
        project->selectAll();
        QTest::keyClick(project, Qt::Key_Delete);
        QVERIFY(!create->isEnabled());
        QTest::keyClicks(project, "shop");
        QVERIFY(create->isEnabled());
    }

    void cardsAreChosenByKeys() {
        NewDialog dialog(Stage::prices());
        Stage::show(dialog);
        auto* first = dialog.findChildren<TemplateCard*>().value(0);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        QVERIFY(dialog.start() == Start::VpcTwoAzs);
    }

    void theEmptyCanvasOffersThreeWays() {
        StartPage page;
        page.resize(867, 586);
        Stage::show(page);
        QSignalSpy handsOn(&page, &StartPage::handsOnRequested);
        QSignalSpy empty(&page, &StartPage::emptyVpcRequested);
        QSignalSpy open(&page, &StartPage::openRequested);
        QTest::mouseClick(page.findChild<QPushButton*>("start-hands-on"), Qt::LeftButton);
        QTest::mouseClick(page.findChild<QPushButton*>("start-empty-vpc"), Qt::LeftButton);
        QTest::mouseClick(page.findChild<QPushButton*>("start-open"), Qt::LeftButton);
        QCOMPARE(handsOn.count() + empty.count() + open.count(), 3);
        QSignalSpy recent(&page, &StartPage::recentRequested);
        page.setRecentFiles({"/a/first.sekisho", "/b/second.sekisho"});
        QPushButton* second = nullptr;
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->accessibleName().contains("second.sekisho")) second = button;
        QVERIFY(second);
        QTRY_VERIFY(second->isVisible());
        QTest::mouseClick(second, Qt::LeftButton);
        QCOMPARE(recent.first().first().toString(), QString("/b/second.sekisho"));
    }
};

QTEST_MAIN(StartsTest)
#include "test_starts.moc"
