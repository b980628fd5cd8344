// SPDX-License-Identifier: Apache-2.0
#include "core/cost/price_book.h"
#include "resources/resources.h"
#include "tests/canvas/designs.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/deployed_text.h"
#include "ui/canvas/items.h"
#include "ui/canvas/line_items.h"
#include "ui/canvas/picture.h"
#include "ui/canvas/plan_mark.h"
#include "ui/document/deployment.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

using namespace sekisho;
using namespace sekisho::canvas;
using namespace sekisho::test;

namespace {

const cost::PriceBook& prices() {
    static const cost::PriceBook book = *cost::PriceBook::parse(resources::priceBookJson());
    return book;
}

struct Stage {
    QMainWindow window;
    Commands commands{&window};
    Document document;
    Facts facts{document, prices()};
    Selection selection{document};
    Deployment deployment{document, facts};
    CanvasView view{document, facts, selection, commands};

    explicit Stage(Design design) {
        view.setDeployment(&deployment);
        document.start(std::move(design), QStringLiteral("test"));
        view.resize(1200, 800);
        view.show();
        QCoreApplication::processEvents();
    }
    template<class N>
    ElementId first() {
        return document.network().all<N>().begin()->id;
    }
    /// What is marked, as "nat-1 +".
    QStringList marks() {
        view.canvas().settle();
        QStringList all;
        for (QGraphicsItem* item : view.canvas().items()) {
            if (item->type() == PlacedItem::Type) {
                const auto* placed = static_cast<PlacedItem*>(item);
                if (placed->planned())
                    all << QString::fromStdString(toString(placed->placement().node)) + ' ' +
                               signOf(*placed->planned());
            } else if (item->type() == LineItem::Type) {
                const auto* line = static_cast<LineItem*>(item);
                if (line->planned()) all << QStringLiteral("line ") + signOf(*line->planned());
            }
        }
        all.sort();
        return all;
    }
    PlannedChange change(ElementId element, PlannedAction action) {
        return {QString::fromStdString(toString(element)), action, element};
    }
    QWidget* bar() { return view.findChild<QWidget*>(QStringLiteral("planBar")); }
};

} // namespace

/// What a plan would do, on the drawing.
class PlanTest : public QObject {
    Q_OBJECT

private slots:
    void nodesAndLinesAreMarked();
    void marksFollowTheDesign();
    void theBarCountsAndDismisses();
    void toolTipsAndDescriptions();
    void signsDifferWithoutColour();
    void picturesHaveNoMarks();
    void addressesStandBesideTheirNodes();
    void whatIsNotDrawnIsSaid();
};

void PlanTest::nodesAndLinesAreMarked() {
    Stage stage(handsOn());
    QVERIFY(stage.marks().isEmpty());
    const auto* nat = stage.document.network().get(NatGatewayId{1});
    const RouteTable* table = nullptr;
    const Route* route = nullptr;
    for (const RouteTable& each : stage.document.network().all<RouteTable>())
        for (const Route& r : each.routes)
            if (std::holds_alternative<NatGatewayId>(r.target) && !route) {
                table = &each;
                route = &r;
            }
    stage.deployment.setPlan({stage.change(nat->id, PlannedAction::Create),
                              stage.change(nat->elasticIps.front(), PlannedAction::Create),
                              stage.change(route->id, PlannedAction::Create),
                              stage.change(stage.first<SecurityGroup>(), PlannedAction::Update),
                              stage.change(stage.first<Vpc>(), PlannedAction::Delete),
                              stage.change(stage.first<Subnet>(), PlannedAction::Replace)});
    const QStringList marks = stage.marks();
    QVERIFY(marks.contains("nat-1 +") && marks.contains("line +"));
    QVERIFY(marks.contains(QString::fromStdString(toString(nat->elasticIps.front())) + " +"));
    QVERIFY(marks.contains(QString::fromStdString(toString(ElementId(table->id))) + " ~"));
    QVERIFY(marks.contains("sg-1 ~") && marks.contains(QString::fromUtf8("vpc-1 −")) &&
            marks.contains(QString::fromUtf8("subnet-1 ±")));
    QVERIFY(!marks.join(' ').contains("nat-2"));
}

void PlanTest::marksFollowTheDesign() {
    Stage stage(handsOn());
    stage.deployment.setPlan({stage.change(stage.first<NatGateway>(), PlannedAction::Create)});
    QCOMPARE(stage.marks(), QStringList{"nat-1 +"});
    // Moving something leaves what is exported, and so the marks.
    QVERIFY(stage.document.edit("move", edits::placeBoxes(stage.document.design(),
                                                          {{{stage.first<NatGateway>(), {}},
                                                            Box{40, 60, {}, {}, false, false, false, {}}}})));
    QCoreApplication::processEvents();
    QCOMPARE(stage.marks(), QStringList{"nat-1 +"});
    QVERIFY(stage.document.edit("add", edits::addSecurityGroup(stage.document.design(), VpcId{1}, "more")));
    QTRY_VERIFY(stage.marks().isEmpty());
    stage.deployment.setPlan({stage.change(stage.first<NatGateway>(), PlannedAction::Delete)});
    QCOMPARE(stage.marks(), QStringList{QString::fromUtf8("nat-1 −")});
    stage.document.start(handsOn(), QStringLiteral("other"));
    QTRY_VERIFY(stage.marks().isEmpty());
}

void PlanTest::theBarCountsAndDismisses() {
    Stage stage(handsOn());
    QVERIFY(!stage.bar()->isVisible());
    stage.deployment.setPlan({stage.change(stage.first<NatGateway>(), PlannedAction::Create),
                              stage.change(stage.first<Vpc>(), PlannedAction::Create),
                              {QStringLiteral("null_resource.x"), PlannedAction::Delete, {}}});
    QVERIFY(stage.bar()->isVisible());
    QStringList shown;
    for (const QLabel* label : stage.bar()->findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty()) shown << label->text();
    const QString elsewhere = QString::fromUtf8("not drawn: − null_resource.x");
    QCOMPARE(shown, QStringList({"Plan", "2 to add", "1 to destroy", elsewhere}));
    QCOMPARE(stage.bar()->accessibleName(), QStringLiteral("Plan: 2 to add, 1 to destroy, ") + elsewhere);
    auto* close = stage.bar()->findChild<QToolButton*>();
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!stage.bar()->isVisible());
    QTRY_VERIFY(stage.marks().isEmpty());
    QVERIFY(!stage.deployment.plan().empty());
}

void PlanTest::toolTipsAndDescriptions() {
    Stage stage(handsOn());
    const ElementId nat = stage.first<NatGateway>();
    stage.deployment.setPlan({{QStringLiteral("aws_nat_gateway.main[0]"), PlannedAction::Create, nat}});
    stage.deployment.setState({{QStringLiteral("aws_vpc.main"), stage.first<Vpc>(), {{"id", "vpc-0f"}}}}, {});
    QCOMPARE(deployedText(stage.deployment, {nat}),
             QStringLiteral("+ aws_nat_gateway.main[0] will be created"));
    QCOMPARE(deployedText(stage.deployment, {stage.first<Vpc>()}), QStringLiteral("ID: vpc-0f"));
    QVERIFY(deployedText(stage.deployment, {stage.first<Subnet>()}).isEmpty());
    const QPoint at = stage.view.mapFromScene(stage.view.canvas().rectOf({nat, {}})->center());
    QHelpEvent help(QEvent::ToolTip, at, stage.view.viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(stage.view.viewport(), &help);
    QTRY_COMPARE(QToolTip::text(), QStringLiteral("+ aws_nat_gateway.main[0] will be created"));
    QToolTip::hideText();
    QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&stage.view);
    bool found = false;
    for (int i = 0; i < canvas->childCount() && !found; ++i)
        found =
            canvas->child(i) && canvas->child(i)->text(QAccessible::Description).contains("will be created");
    QVERIFY(found);
}

/// Each is another shape, in every theme, for those who see no colours.
void PlanTest::signsDifferWithoutColour() {
    for (const auto variant : {style::Variant::Light, style::Variant::Dark, style::Variant::HighContrast}) {
        std::vector<QImage> seen;
        for (const auto action :
             {PlannedAction::Create, PlannedAction::Update, PlannedAction::Replace, PlannedAction::Delete}) {
            QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            style::Theme theme = style::themeOf(variant);
            theme.ok = theme.warn = theme.error;
            drawPlanMark(&painter, action, QPointF(20, 20), 14, theme);
            painter.end();
            for (const QImage& other : seen)
                QVERIFY(image != other);
            seen.push_back(image);
        }
    }
}

void PlanTest::picturesHaveNoMarks() {
    const Design design = handsOn();
    const QImage before = *pictureOf(design);
    Stage stage(design);
    stage.deployment.setPlan({stage.change(stage.first<NatGateway>(), PlannedAction::Create)});
    QVERIFY(!stage.marks().isEmpty());
    QVERIFY(*pictureOf(stage.document.design()) == before);
}

/// What others have to let in is read in the drawing, once AWS has given it.
void PlanTest::addressesStandBesideTheirNodes() {
    Stage stage(handsOn());
    const auto* nat = stage.document.network().get(NatGatewayId{1});
    const auto second = [&] {
        stage.view.canvas().settle();
        for (QGraphicsItem* item : stage.view.canvas().items())
            if (item->type() == PlacedItem::Type)
                if (const auto* placed = static_cast<PlacedItem*>(item); placed->placement().node == nat->id)
                    return placed->content().second;
        return QString();
    };
    const QString name = second();
    const StateResource eip{QStringLiteral("aws_eip.nat[0]"), nat->elasticIps.front(),
                            QJsonObject{{QStringLiteral("public_ip"), QStringLiteral("203.0.113.5")}}};
    stage.deployment.setState({eip}, {});
    QCOMPARE(second(), QStringLiteral("203.0.113.5"));
    stage.deployment.clearState();
    QCOMPARE(second(), name);
    stage.deployment.setState({eip}, {});
    // Off, it is off.
    QVERIFY(stage.document.edit(QStringLiteral("off"), edits::setNatEnabled(stage.document.design(), false)));
    QVERIFY(second() != QStringLiteral("203.0.113.5"));
}

/// A group that was deleted from the drawing cannot bear the sign that it will be destroyed.
void PlanTest::whatIsNotDrawnIsSaid() {
    Stage stage(handsOn());
    auto* label = stage.bar()->findChild<QLabel*>(QStringLiteral("planBarElsewhere"));
    stage.deployment.setPlan({stage.change(stage.first<Vpc>(), PlannedAction::Update)});
    QVERIFY(stage.bar()->isVisible() && !label->isVisible());
    stage.deployment.setPlan({{QStringLiteral("aws_security_group.rds"), PlannedAction::Delete, {}}});
    QVERIFY(label->isVisible() && label->text().startsWith(QStringLiteral("not drawn: ")));
    QCOMPARE(label->toolTip(), QString::fromUtf8("− aws_security_group.rds"));
    stage.deployment.setPlan({{QStringLiteral("aws_security_group.rds"), PlannedAction::Delete, {}},
                              {QStringLiteral("null_resource.x"), PlannedAction::Create, {}}});
    QVERIFY(label->text().endsWith(QStringLiteral("and 1 more")));
    QVERIFY(label->toolTip().contains(QStringLiteral("+ null_resource.x")));
}

QTEST_MAIN(PlanTest)
#include "plan_test.moc"
