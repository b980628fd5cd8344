// SPDX-License-Identifier: Apache-2.0
#include "tests/panels/stage.h"
#include "ui/document/region_name.h"
#include "ui/panels/cost_model.h"
#include "ui/panels/cost_panel.h"
#include "ui/panels/figures.h"
#include "ui/panels/toggle_switch.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTextDocument>
#include <QTreeView>

using namespace sekisho;

namespace {

/// All that stands on the visible labels.
QStringList wordsOf(const QWidget& widget) {
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (!label->isVisible()) continue;
        QTextDocument text;
        if (label->textFormat() == Qt::PlainText)
            text.setPlainText(label->text());
        else
            text.setHtml(label->text());
        words << text.toPlainText();
    }
    return words;
}

bool says(const QWidget& widget, const QString& text) {
    for (const QString& words : wordsOf(widget))
        if (words.contains(text)) return true;
    return false;
}

QStringList rowOf(const QAbstractItemModel& model, int row, const QModelIndex& parent = {}) {
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.index(row, column, parent).data().toString();
    return cells;
}

struct Shown : Stage {
    CostPanel panel{document, facts, selection, commands};

    explicit Shown(const std::map<std::string, std::string>& settings = {}) : Stage(settings) {
        panel.resize(339, 420);
        show(panel);
    }
    QAbstractItemModel& table() { return *panel.findChild<QTreeView*>()->model(); }
    ToggleSwitch& toggle() { return *panel.findChild<ToggleSwitch*>(); }
    QLineEdit& gb() { return *panel.findChild<QLineEdit*>("nat-gb"); }
};

} // namespace

class CostPanelTest : public QObject {
    Q_OBJECT

private slots:
    void figures_data() {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QStringList>("gateways");
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QString>("hour");
        QTest::addColumn<QString>("month");
        QTest::addColumn<QString>("saved");
        // 730 h a month; two gateways, two addresses of theirs and two of the load balancer.
        QTest::newRow("Tokyo") << "ap-northeast-1"
                               << QStringList{"NAT gateways", "2 × 0.062", "0.124", "90.52"}
                               << QStringList{"Their public IPs", "2 × 0.005", "0.010", "7.30"}
                               << "$0.144 / hour"
                               << "$105.12 / month"
                               << "−$0.134/h · −$97.82/month";
        QTest::newRow("us-east-1") << "us-east-1"
                                   << QStringList{"NAT gateways", "2 × 0.045", "0.090", "65.70"}
                                   << QStringList{"Their public IPs", "2 × 0.005", "0.010", "7.30"}
                                   << "$0.110 / hour"
                                   << "$80.30 / month"
                                   << "−$0.100/h · −$73.00/month";
    }
    void figures() {
        QFETCH(QString, region);
        QFETCH(QStringList, gateways);
        QFETCH(QStringList, addresses);
        QFETCH(QString, hour);
        QFETCH(QString, month);
        QFETCH(QString, saved);
        Shown s({{"region", region.toStdString()}});
        QAbstractItemModelTester tester(&s.table(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QCOMPARE(rowOf(s.table(), 0), gateways);
        QCOMPARE(rowOf(s.table(), 1), addresses);
        QCOMPARE(rowOf(s.table(), 2), (QStringList{"ALB public IPs", "2 × 0.005", "0.010", "7.30"}));
        QCOMPARE(s.table().rowCount(), 3);
        QVERIFY(says(s.panel, hour));
        QVERIFY(says(s.panel, month));
        QVERIFY(says(s.panel, saved));
        QVERIFY(says(s.panel, "730 h a month"));
        QVERIFY(says(s.panel, "built-in prices, 2026-"));
        // Each gateway by itself.
        const QModelIndex nats = s.table().index(0, 0);
        QCOMPARE(s.table().rowCount(nats), 2);
        QVERIFY(rowOf(s.table(), 1, nats).front().startsWith("nat-1"));
        QVERIFY(nats.data(Qt::ToolTipRole).toString().contains("Source: "));
    }

    void dataIsPricedAsTyped() {
        Shown s;
        QTest::mouseClick(&s.gb(), Qt::LeftButton);
        QTest::keyClicks(&s.gb(), "100");
        QTest::keyClick(&s.gb(), Qt::Key_Return);
        QCOMPARE(s.design().notes.usage.natProcessedGb->toString(), std::string("100"));
        QCOMPARE(rowOf(s.table(), 3), (QStringList{"NAT data", "100 GB × 0.062", "–", "6.20"}));
        QVERIFY(says(s.panel, "$111.32 / month"));
        QVERIFY(says(s.panel, "−$0.134/h · −$104.02/month"));
        QCOMPARE(s.document.undoStack()->count(), 1);
        s.document.undoStack()->undo();
        QVERIFY(!s.design().notes.usage.natProcessedGb);
        QCOMPARE(s.gb().text(), QString());
        QVERIFY(says(s.panel, "$105.12 / month"));
    }

    void whatIsNoAmountIsRefused_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed : {"1,5", "-3", "1e3", "many", "99999999999999999999999999999999999999999"})
            QTest::newRow(typed) << typed;
    }
    void whatIsNoAmountIsRefused() {
        QFETCH(QString, typed);
        Shown s;
        QTest::mouseClick(&s.gb(), Qt::LeftButton);
        QTest::keyClicks(&s.gb(), typed);
        QTest::keyClick(&s.gb(), Qt::Key_Return);
        QVERIFY(!s.design().notes.usage.natProcessedGb);
        QCOMPARE(s.document.undoStack()->count(), 0);
        QVERIFY(s.gb().property("invalid").toBool());
        QCOMPARE(s.gb().text(), typed);
        QVERIFY(says(s.panel, typed.left(20)));
    }

    /// While NAT is on: what switching it off would change, and whose way out it is.
    void namesWhoGetsOutThroughNat() {
        Shown s;
        QVERIFY(says(s.panel, "$0.144 → $0.010 / hour · $105.12 → $7.30 / month"));
        QVERIFY(says(s.panel, "Way out of: ECS service ecs"));
        auto* users = s.panel.findChild<QLabel*>("nat-users");
        QVERIFY(
            users->toolTip().contains("ECS service ecs: Pull images from ECR (Fargate), CloudWatch Logs"));
        emit users->linkActivated("users");
        QVERIFY(s.selection.single() == ElementId(WorkloadId{2}));
        QTest::mouseClick(&s.toggle(), Qt::LeftButton);
        QVERIFY(!users->isVisible());
        s.document.undoStack()->undo();
        s.change<Workload>(2, [](Workload& workload) { workload.needs.clear(); });
        QVERIFY(!users->isVisible());
    }

    /// The traffic can be typed at both positions of the switch, in a panel as high as the window gives it.
    void trafficIsAskedForWithNatOff() {
        Shown s;
        s.panel.resize(339, 330);
        QTest::mouseClick(&s.toggle(), Qt::LeftButton);
        QVERIFY(s.gb().isVisible());
        QTest::mouseClick(&s.gb(), Qt::LeftButton);
        QTest::keyClicks(&s.gb(), "100");
        QTest::keyClick(&s.gb(), Qt::Key_Return);
        QVERIFY(says(s.panel, "−$104.02"));
    }

    void theSwitchComparesAtOnce() {
        Shown s;
        Notes notes;
        notes.usage.natProcessedGb = Decimal(100);
        s.edit(edits::setNotes(s.design(), notes));
        QTest::mouseClick(&s.toggle(), Qt::LeftButton);
        QVERIFY(!s.design().settings.natEnabled);
        for (const char* text : {"$0.144", "$0.010", "−$0.134", "$111.32", "$7.30", "−$104.02", "−90.52",
                                 "−6.20", "NAT data, 100 GB", "NAT gateways (2)"})
            QVERIFY2(says(s.panel, QString::fromUtf8(text)), text);
        // Who loses the way out, and what for.
        QVERIFY(says(s.panel, "ECS service ecs"));
        QVERIFY(says(s.panel, "Pull images from ECR (Fargate)"));
        // Both positions stay comparable while prices change.
        Settings settings = s.design().settings;
        settings.region = "us-east-1";
        s.edit(edits::setSettings(s.design(), settings));
        QVERIFY(says(s.panel, "−$0.100"));
        QTest::mouseClick(&s.toggle(), Qt::LeftButton);
        QVERIFY(s.design().settings.natEnabled);
        QVERIFY(says(s.panel, "With NAT off:"));
        s.document.undoStack()->undo();
        QVERIFY(!s.toggle().isChecked());
    }

    void whoHasEndpointsKeepsTheWayOut() {
        Shown s;
        for (const char* service : {"ecr.api", "ecr.dkr", "logs"})
            s.edit(edits::addVpcEndpoint(s.design(), VpcId{1}, EndpointType::Interface, service));
        s.edit(edits::addVpcEndpoint(s.design(), VpcId{1}, EndpointType::Gateway, "s3"));
        QTest::mouseClick(&s.toggle(), Qt::LeftButton);
        QVERIFY(says(s.panel, "Keep their way out: ECS service ecs"));
        QVERIFY(!says(s.panel, "lose"));
        // No warning any more, and none in its colours either.
        const auto boxColor = [&] {
            for (QLabel* label : s.panel.findChildren<QLabel*>())
                if (label->text().contains("way out"))
                    return label->grab().toImage().pixelColor(label->width() - 6, label->height() / 2);
            return QColor();
        };
        QCOMPARE(boxColor(), style::theme().panel2);
        s.document.undoStack()->undo();
        s.document.undoStack()->undo();
        QTest::mouseClick(&s.toggle(), Qt::LeftButton);
        QVERIFY(says(s.panel, "lose"));
        QCOMPARE(boxColor(), style::theme().warnSoft);
    }

    void anUnknownPriceIsNotZero() {
        Shown s;
        Notes notes;
        notes.usage.natProcessedGb = Decimal(100);
        s.edit(edits::setNotes(s.design(), notes));
        auto* regions = s.panel.findChild<QComboBox*>("cost-region");
        const int hongKong = regions->findData("ap-east-1");
        regions->setFocus();
        regions->setCurrentIndex(hongKong);
        emit regions->activated(hongKong);
        QCOMPARE(s.design().settings.region, std::string("ap-east-1"));
        QCOMPARE(rowOf(s.table(), 3), (QStringList{"NAT data", "Price unknown", "–", "–"}));
        QVERIFY(says(s.panel, "≥ $109.50"));
        QVERIFY(says(s.panel, "With NAT off at least: −$0.140/h"));
        QTest::mouseClick(&s.toggle(), Qt::LeftButton);
        QVERIFY(says(s.panel, "More is saved than this"));
        s.document.undoStack()->undo();
        s.document.undoStack()->undo();
        QCOMPARE(s.design().settings.region, std::string("ap-northeast-1"));
        QCOMPARE(regions->currentData().toString(), QString("ap-northeast-1"));
    }

    void aRegionWithoutPricesSaysSo() {
        Shown s;
        Settings settings = s.design().settings;
        settings.region = "xx-nowhere-1";
        s.edit(edits::setSettings(s.design(), settings));
        QVERIFY(says(s.panel, "There are no prices for the Region “xx-nowhere-1”"));
        QVERIFY(!says(s.panel, "$"));
        s.document.undoStack()->undo();
        QVERIFY(says(s.panel, "$105.12 / month"));
    }

    void copiesAsTable() {
        Shown s;
        s.panel.copyTable();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.startsWith("Item\tQuantity × $\t$/h\t$/month\n"));
        QVERIFY(text.contains("NAT gateways\t2 × 0.062\t0.124\t90.52\n"));
    }

    /// Large figures can be read, and pasted.
    void thousandsAreGrouped() {
        Shown s;
        Notes notes;
        notes.usage.natProcessedGb = Decimal(2000000);
        s.edit(edits::setNotes(s.design(), notes));
        QVERIFY(says(s.panel, "$124,105.12 / month"));
        QCOMPARE(rowOf(s.table(), 3).back(), QString("124,000.00"));
        s.panel.copyTable();
        QVERIFY(QGuiApplication::clipboard()->text().contains("\t124000.00\n"));
        QCOMPARE(figures::grouped("-1234567.5"), QString("-1,234,567.5"));
        QCOMPARE(figures::grouped("-123.5"), QString("-123.5"));
        QCOMPARE(figures::grouped("1000"), QString("1,000"));
    }

    /// A narrow panel shows the names and leaves the prices to the tooltips.
    void namesAreNotCutOff() {
        Shown s;
        auto* tree = s.panel.findChild<QTreeView*>();
        QVERIFY(rowOf(s.table(), 0).at(1).contains("0.062"));
        for (const int width : {300, 339, 500}) {
            s.panel.resize(width, 420);
            QCOMPARE(rowOf(s.table(), 0).at(1).contains("0.062"), width > 300);
            QVERIFY(tree->columnWidth(0) >= tree->fontMetrics().horizontalAdvance("Their public IPs"));
        }
    }

    void aLineSelectsWhatItIsAbout() {
        Shown s;
        auto* tree = s.panel.findChild<QTreeView*>();
        tree->expandAll();
        const QModelIndex nat = s.table().index(1, 0, s.table().index(0, 0));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(nat).center());
        QVERIFY(s.selection.single() == ElementId(NatGatewayId{2}));
        // What was unfolded stays so.
        s.edit(edits::addElasticIp(s.design(), "spare"));
        QVERIFY(tree->isExpanded(s.table().index(0, 0)));
        QCOMPARE(rowOf(s.table(), 3).front(), QString("Idle Elastic IPs"));
    }

    void theToolbarSwitchFollows() {
        Stage s;
        NatSwitch toolbar(s.document, s.facts, s.commands);
        Stage::show(toolbar);
        QVERIFY(says(toolbar, "$0.134/h"));
        QVERIFY(says(toolbar, "On"));
        QTest::mouseClick(&toolbar, Qt::LeftButton, {}, QPoint(30, toolbar.height() / 2));
        QVERIFY(!s.design().settings.natEnabled);
        QVERIFY(says(toolbar, "saves $0.134/h"));
        QVERIFY(!s.commands.action(Command::NatToggle)->isChecked());
        s.document.undoStack()->undo();
        QVERIFY(says(toolbar, "On"));
        QVERIFY(s.commands.action(Command::NatToggle)->isChecked());
        auto* knob = toolbar.findChild<ToggleSwitch*>();
        knob->setFocus();
        QTest::keyClick(knob, Qt::Key_Space);
        QVERIFY(!s.design().settings.natEnabled);
        QCOMPARE(s.document.undoStack()->undoText(), QString("Switch NAT gateways off"));
    }

    void amountsAreRoundedForDisplayOnly() {
        QCOMPARE(figures::difference(*Decimal::parse("-0.0004"), 3), QString("0.000"));
        QCOMPARE(figures::difference(*Decimal::parse("-0.0005"), 3), QString("−0.001"));
        QCOMPARE(figures::difference(*Decimal::parse("7.3"), 2), QString("+7.30"));
        QCOMPARE(figures::dollars(*Decimal::parse("-97.82"), 2, true), QString("−$97.82"));
        QCOMPARE(figures::dollars(*Decimal::parse("12.345"), 2), QString("$12.35"));
        QCOMPARE(figures::unitPrice(*Decimal::parse("0.0045")), QString("0.0045"));
        QCOMPARE(figures::unitPrice(*Decimal::parse("1")), QString("1.000"));
    }

    void regionsHaveShortNames() {
        QCOMPARE(regionName(*Stage::prices().region("ap-northeast-1")), QString("Tokyo"));
        QCOMPARE(regionName(*Stage::prices().region("ca-central-1")), QString("Canada Central"));
        QCOMPARE(regionName(*Stage::prices().region("us-gov-east-1")), QString("GovCloud US-East"));
        QCOMPARE(regionNameAndCode(*Stage::prices().region("us-east-1")), QString("N. Virginia · us-east-1"));
    }
};

QTEST_MAIN(CostPanelTest)
#include "test_cost_panel.moc"
