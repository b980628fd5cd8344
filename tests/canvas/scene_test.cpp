// SPDX-License-Identifier: Apache-2.0
#include "core/cost/price_book.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "tests/canvas/designs.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/items.h"
#include "ui/canvas/line_items.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QGraphicsView>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace sekisho;
using namespace sekisho::canvas;
using namespace sekisho::test;

namespace {

const cost::PriceBook& prices() {
    static const cost::PriceBook book = *cost::PriceBook::parse(resources::priceBookJson());
    return book;
}

/// A document with a scene, as a window has them.
struct Stage {
    explicit Stage(Design design) { document.start(std::move(design), "test"); }
    Document document;
    Facts facts{document, prices()};
    Selection selection{document};
    CanvasScene scene{document, facts, &selection};

    void edit(const Result<Delta>& delta) {
        QVERIFY(document.edit("edit", delta));
        scene.settle();
    }
    QPointF centerOf(const Placement& placement) const { return scene.rectOf(placement)->center(); }
};

/// Everything that is drawn, as text: two drawings with the same text look alike.
QStringList drawn(CanvasScene& scene) {
    scene.settle();
    QStringList all;
    for (QGraphicsItem* item : scene.items()) {
        if (!item->isVisible()) continue;
        QString text;
        QDebug out(&text);
        out << item->type() << item->zValue();
        if (item->type() == PlacedItem::Type) {
            const auto* placed = static_cast<PlacedItem*>(item);
            const Content& content = placed->content();
            out << QString::fromStdString(toString(placed->placement().node))
                << (placed->placement().in ? int(placed->placement().in->number) : 0) << placed->drawnRect()
                << content.name << content.second << content.ghost << int(content.tier) << content.icon
                << content.groups.size() << (content.severity ? int(*content.severity) : -1)
                << placed->mark().dimmed << placed->mark().selected;
            for (const style::GroupMark& mark : content.groups)
                out << mark.index << mark.letter;
        } else if (item->type() == LineItem::Type) {
            const auto* line = static_cast<LineItem*>(item);
            out << line->line().points << line->line().label << line->line().labelRect << line->color()
                << line->ghost();
        } else {
            out << item->sceneBoundingRect();
        }
        all << text;
    }
    all.sort();
    return all;
}

PlacedItem* itemOf(CanvasScene& scene, const Placement& placement) {
    scene.settle();
    for (QGraphicsItem* item : scene.items())
        if (item->type() == PlacedItem::Type && static_cast<PlacedItem*>(item)->placement() == placement)
            return static_cast<PlacedItem*>(item);
    return nullptr;
}

QImage shot(CanvasScene& scene, qreal zoom) {
    scene.settle();
    const QRectF area = scene.contentRect();
    QImage image((area.size() * zoom).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    image.fill(scene.theme().canvas);
    QPainter painter(&image);
    scene.render(&painter, QRectF(QPointF(), area.size() * zoom), area);
    return image;
}

} // namespace

class CanvasSceneTest : public QObject {
    Q_OBJECT

private slots:
    void undoRestoresTheDrawing() {
        Stage stage(handsOn());
        const QStringList before = drawn(stage.scene);
        stage.edit(edits::addWorkload(stage.document.design(), WorkloadKind::Lambda, "jobs",
                                      {SubnetId{3}, SubnetId{4}}, {SecurityGroupId{2}}));
        QVERIFY(stage.scene.rectOf({WorkloadId{4}, SubnetId{3}}));
        const QStringList after = drawn(stage.scene);
        QVERIFY(before != after);
        stage.document.undoStack()->undo();
        QCOMPARE(drawn(stage.scene), before);
        stage.document.undoStack()->redo();
        QCOMPARE(drawn(stage.scene), after);
    }

    /// The same in a crowd of rules, where what can stay is taken over, with groups in a spine and without.
    void followingACrowdIsLikeDrawingAnew() {
        const int steps = qEnvironmentVariableIsSet("SEKISHO_SHORT") ? 8 : 36;
        for (const char* workloads : {"0", "14", "60"}) {
            Stage stage(
                *makeTemplate("scale", {{"groups", "260"}, {"rules", "620"}, {"workloads", workloads}}));
            std::mt19937 random(7);
            const auto below = [&](std::size_t most) { return std::size_t(random() % most); };
            std::size_t kept = 0;
            for (int i = 0; i < steps; ++i) {
                const Design& design = stage.document.design();
                std::vector<const SecurityGroup*> groups;
                for (const SecurityGroup& group : design.network.all<SecurityGroup>())
                    groups.push_back(&group);
                const SecurityGroup& group = *groups[below(i % 2 == 0 ? 12 : groups.size())];
                SecurityGroupRule rule;
                rule.traffic = Traffic::tcp(std::uint16_t(3000 + i));
                rule.peer = groups[below(i % 3 == 0 ? 12 : groups.size())]->id;
                if (i % 5 == 4) rule.peer = *Cidr::parse("203.0." + std::to_string(i) + ".0/24");
                if (i % 7 == 6) rule.peer = *Cidr::parse("0.0.0.0/0");
                if (i % 4 == 3 && !group.rules.empty()) {
                    stage.edit(edits::removeElements(design, {group.rules[below(group.rules.size())].id}));
                } else if (i % 4 == 2 && !group.rules.empty()) {
                    rule.id = group.rules.front().id;
                    rule.direction = group.rules.front().direction;
                    stage.edit(edits::setSecurityGroupRule(design, rule));
                } else {
                    stage.edit(edits::addSecurityGroupRule(design, group.id, rule));
                }
                if (i % 6 == 5) stage.document.undoStack()->undo();
                Stage anew(stage.document.design());
                const QStringList followed = drawn(stage.scene);
                kept += std::size_t(followed.size());
                QCOMPARE(followed, drawn(anew.scene));
            }
            QVERIFY(kept > std::size_t(steps) * 600);
        }
    }

    /// Whatever the edits: following them one by one gives the drawing that the design has from scratch.
    void followingIsLikeDrawingAnew() {
        const int seeds = qEnvironmentVariableIsSet("SEKISHO_SHORT") ? 2 : 6;
        for (int seed = 1; seed <= seeds; ++seed) {
            Stage stage(handsOn());
            RandomEdits random{std::uint64_t(seed)};
            for (int i = 0; i < 60; ++i) {
                const auto step = random.next(stage.document.design());
                if (step.delta) stage.document.edit("step", step.delta);
                if (i % 3 == 0) stage.scene.settle();
                if (i % 7 == 0) stage.document.undoStack()->undo();
            }
            const QStringList followed = drawn(stage.scene);
            Stage anew(stage.document.design());
            QCOMPARE(followed, drawn(anew.scene));
            while (stage.document.undoStack()->canUndo())
                stage.document.undoStack()->undo();
            Stage first(handsOn());
            QCOMPARE(drawn(stage.scene), drawn(first.scene));
        }
    }

    void aRuleEditTouchesItsLineAlone() {
        Stage stage(handsOn());
        stage.scene.settle();
        std::map<QGraphicsItem*, QString> labels;
        std::set<QGraphicsItem*> before;
        for (QGraphicsItem* item : stage.scene.items())
            before.insert(item);
        addOne(stage, SecurityGroupId{3}, "tcp/3306", SecurityGroupId{2});
        std::set<QGraphicsItem*> after;
        for (QGraphicsItem* item : stage.scene.items()) {
            after.insert(item);
            if (item->type() == LineItem::Type) labels[item] = static_cast<LineItem*>(item)->line().label;
        }
        QVERIFY(before == after);
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const auto& each) { return each.second == "3306, 5432"; }));
        // Another sender: one more line and its label.
        addOne(stage, SecurityGroupId{3}, "tcp/5432", SecurityGroupId{1});
        QCOMPARE(std::size_t(stage.scene.items().size()), after.size() + 2);
    }

    void theNatSwitchTurnsThingsIntoGhosts() {
        Stage stage(handsOn());
        const Placement nat{NatGatewayId{1}, {}};
        QVERIFY(!itemOf(stage.scene, nat)->content().ghost);
        const QRectF rect = *stage.scene.rectOf(nat);
        stage.edit(edits::setNatEnabled(stage.document.design(), false));
        QVERIFY(itemOf(stage.scene, nat)->content().ghost);
        QVERIFY(itemOf(stage.scene, {ElasticIpId{1}, {}})->content().ghost);
        QCOMPARE(itemOf(stage.scene, nat)->content().second, QString("off"));
        QCOMPARE(*stage.scene.rectOf(nat), rect);
        int ghosts = 0;
        for (QGraphicsItem* item : stage.scene.items())
            if (item->type() == LineItem::Type) ghosts += static_cast<LineItem*>(item)->ghost();
        QCOMPARE(ghosts, 2);
    }

    void hits() {
        Stage stage(handsOn());
        const auto& scene = stage.scene;
        const auto hit = [&](QPointF point) { return *scene.hitAt(point); };
        const Placement alb{WorkloadId{1}, SubnetId{1}};
        QCOMPARE(hit(stage.centerOf(alb)).part, Part::Node);
        QCOMPARE(hit(stage.centerOf(alb)).placement, std::optional(alb));
        const QRectF tile = *scene.rectOf(alb);
        QCOMPARE(hit(QPointF(tile.right() - 2, tile.top() - 3)).part, Part::Badge);
        QCOMPARE(hit(QPointF(tile.right() - 2, tile.top() - 3)).elements,
                 std::vector<ElementId>{SecurityGroupId{1}});
        QCOMPARE(hit(stage.centerOf({SecurityGroupId{2}, {}})).part, Part::Chip);
        QCOMPARE(hit(stage.centerOf({NetworkAclId{1}, SubnetId{1}})).part, Part::Gate);
        QCOMPARE(hit(stage.centerOf({RouteTableId{2}, SubnetId{3}})).part, Part::RouteTable);
        const QRectF subnet = *scene.rectOf({SubnetId{3}, {}});
        QCOMPARE(hit(subnet.topLeft() + QPointF(60, 12)).part, Part::Header);
        QCOMPARE(hit(subnet.bottomLeft() + QPointF(60, -30)).part, Part::Container);
        QCOMPARE(hit(subnet.bottomLeft() + QPointF(60, -30)).elements, std::vector<ElementId>{SubnetId{3}});
        // Between chip and member: the ribbon; between the chips: the rules.
        const QRectF chip = *scene.rectOf({SecurityGroupId{1}, {}}),
                     next = *scene.rectOf({SecurityGroupId{2}, {}});
        const Hit ribbon = hit(QPointF((tile.right() + chip.left()) / 2, chip.center().y()));
        QCOMPARE(ribbon.part, Part::Ribbon);
        QCOMPARE(ribbon.elements, std::vector<ElementId>{SecurityGroupId{1}});
        const Hit rule = hit(QPointF(chip.center().x() + 2, next.top() - 20));
        QCOMPARE(rule.part, Part::RuleEdge);
        QCOMPARE(rule.elements.size(), std::size_t(2));
        QCOMPARE(rule.elements.front().kind, Kind::SecurityGroupRule);
        const Hit label = hit(QPointF(chip.center().x() + 20, (chip.bottom() + next.top()) / 2));
        QCOMPARE(label.part, Part::RuleEdge);
        QVERIFY(!scene.hitAt(QPointF(-5000, -5000)));
        // Zoomed out things are larger than they are.
        QVERIFY(scene.hitAt(tile.topLeft() - QPointF(8, 8), 0.2)->part == Part::Node);
    }

    void containers() {
        Stage stage(handsOn());
        const auto& scene = stage.scene;
        const QPointF inSubnet = scene.rectOf({SubnetId{3}, {}})->bottomLeft() + QPointF(30, -20);
        QCOMPARE(scene.containerAt(inSubnet), std::optional(Placement{SubnetId{3}, {}}));
        QCOMPARE(scene.containerAt(inSubnet, {{SubnetId{3}, {}}}),
                 std::optional(Placement{AvailabilityZoneId{1}, {}}));
        QCOMPARE(scene.containerAt(inSubnet, {{AvailabilityZoneId{1}, {}}}),
                 std::optional(Placement{VpcId{1}, {}}));
        QVERIFY(!scene.containerAt(inSubnet, {{VpcId{1}, {}}}));
        QCOMPARE(scene.parentOf({WorkloadId{1}, SubnetId{1}}), std::optional(Placement{SubnetId{1}, {}}));
        QCOMPARE(scene.parentOf({SecurityGroupId{1}, {}}), std::optional(Placement{VpcId{1}, {}}));
        QVERIFY(!scene.parentOf({VpcId{1}, {}}));
        QCOMPARE(scene.placementsOf(WorkloadId{2}),
                 (std::vector<Placement>{{WorkloadId{2}, SubnetId{3}}, {WorkloadId{2}, SubnetId{4}}}));
        const auto all = scene.placements();
        QVERIFY(std::find(all.begin(), all.end(), Placement{WorkloadId{2}, SubnetId{4}}) != all.end());
        const auto inside = scene.placementsIn(scene.rectOf({SubnetId{1}, {}})->adjusted(-1, -1, 1, 1));
        QVERIFY(std::find(inside.begin(), inside.end(), Placement{NatGatewayId{1}, {}}) != inside.end());
        QVERIFY(std::find(inside.begin(), inside.end(), Placement{WorkloadId{2}, SubnetId{3}}) ==
                inside.end());
    }

    /// No line runs from a gateway endpoint to the tables that lead there: each lights up with the other.
    void gatewayEndpointShowsItsTables() {
        Stage stage(handsOn());
        stage.edit(edits::addVpcEndpoint(stage.document.design(), VpcId{1}, EndpointType::Gateway, "s3"));
        const VpcEndpointId id = stage.document.network().all<VpcEndpoint>().begin()->id;
        const Placement endpoint{id, {}}, table{RouteTableId{2}, SubnetId{3}};
        const QString tables = itemOf(stage.scene, endpoint)->content().second;
        QVERIFY2(tables.contains(QStringLiteral("3 route table")), qPrintable(tables));
        QVERIFY(!itemOf(stage.scene, table)->mark().tied);
        stage.selection.set({id});
        stage.scene.settle();
        QVERIFY(itemOf(stage.scene, table)->mark().tied);
        stage.selection.set({});
        stage.selection.setHovered(RouteTableId{2});
        stage.scene.settle();
        QVERIFY(itemOf(stage.scene, endpoint)->mark().tied);
        QVERIFY(!itemOf(stage.scene, {NatGatewayId{1}, {}})->mark().tied);
    }

    void selectionIsShown() {
        Stage stage(handsOn());
        const Placement ecs{WorkloadId{2}, SubnetId{3}}, rds{WorkloadId{3}, SubnetId{3}};
        stage.selection.set({SecurityGroupId{2}});
        stage.scene.settle();
        QVERIFY(itemOf(stage.scene, {SecurityGroupId{2}, {}})->mark().selected);
        QVERIFY(itemOf(stage.scene, ecs)->mark().memberOf);
        QVERIFY(!itemOf(stage.scene, rds)->mark().memberOf);
        stage.selection.set({});
        stage.selection.setHovered(SecurityGroupId{2});
        stage.scene.settle();
        QVERIFY(!itemOf(stage.scene, ecs)->mark().dimmed);
        QVERIFY(itemOf(stage.scene, {NatGatewayId{1}, {}})->mark().dimmed);
        QVERIFY(!itemOf(stage.scene, {SubnetId{1}, {}})->mark().dimmed);
        // A rule that is hovered in a table lights its line.
        const ElementId rule = stage.document.network().get(SecurityGroupId{3})->rules.front().id;
        stage.selection.setHovered(rule);
        stage.scene.settle();
        int lit = 0;
        for (QGraphicsItem* item : stage.scene.items())
            if (item->type() == LineItem::Type) lit += static_cast<LineItem*>(item)->mark().hovered;
        QCOMPARE(lit, 1);
        QVERIFY(!itemOf(stage.scene, {NatGatewayId{1}, {}})->mark().dimmed);
    }

    void previewsLeaveNothingBehind() {
        Stage stage(handsOn());
        const QStringList before = drawn(stage.scene);
        const Placement subnet{SubnetId{3}, {}}, ecs{WorkloadId{2}, SubnetId{3}};
        const QRectF rect = itemOf(stage.scene, ecs)->drawnRect();
        stage.scene.setDragPreview({subnet}, QPointF(50, 30));
        QCOMPARE(itemOf(stage.scene, ecs)->drawnRect(), rect.translated(50, 30));
        QCOMPARE(*stage.scene.rectOf(ecs), rect);
        stage.scene.setDragPreview({}, {});
        stage.scene.setResizePreview({{subnet, QRectF(0, 0, 500, 500)}});
        QCOMPARE(itemOf(stage.scene, subnet)->drawnRect(), QRectF(0, 0, 500, 500));
        stage.scene.setResizePreview({});
        stage.scene.setDropTarget(subnet, false);
        stage.scene.setDropTarget({});
        stage.scene.setConnectPreview(QLineF(0, 0, 90, 90), ecs);
        stage.scene.setConnectPreview({});
        stage.scene.setRubberBand(QRectF(0, 0, 90, 90));
        stage.scene.setRubberBand({});
        stage.scene.setFocusRing(ecs);
        stage.scene.setFocusRing({});
        QCOMPARE(drawn(stage.scene), before);
    }

    void problemsAreShown() {
        Design design = handsOn();
        make(design, edits::addElasticIp(design, "spare"));
        NatGateway nat = *design.network.get(NatGatewayId{1});
        nat.elasticIps.clear(); // a public one needs an address
        make(design, edits::replaceNode(design, Node(nat)));
        Stage stage(design);
        stage.scene.settle();
        QCOMPARE(itemOf(stage.scene, {NatGatewayId{1}, {}})->content().severity,
                 stage.facts.severityOf(NatGatewayId{1}));
        QVERIFY(stage.facts.severityOf(NatGatewayId{1}));
        stage.scene.setProblemsShown(false);
        stage.scene.settle();
        QVERIFY(!itemOf(stage.scene, {NatGatewayId{1}, {}})->content().severity);
    }

    void detailGoesWithTheZoom() {
        style::Theme theme;
        Look look;
        look.theme = &theme;
        QCOMPARE(look.levelAt(1, nullptr), Level::Full);
        QCOMPARE(look.levelAt(0.75, nullptr), Level::Full);
        QCOMPARE(look.levelAt(0.74, nullptr), Level::Full); // not yet
        QCOMPARE(look.levelAt(0.72, nullptr), Level::Names);
        QCOMPARE(look.levelAt(0.76, nullptr), Level::Names); // not yet back
        QCOMPARE(look.levelAt(0.78, nullptr), Level::Full);
        QCOMPARE(look.levelAt(0.3, nullptr), Level::Overview);
        QCOMPARE(look.levelAt(0.1, nullptr), Level::Map);
        look.forced = Level::Full;
        QCOMPARE(look.levelAt(0.1, nullptr), Level::Full);
    }

    void everyZoomThemeAndLanguageIsDrawn() {
        Stage stage(platform());
        for (const auto variant : {style::Variant::Light, style::Variant::Dark, style::Variant::HighContrast})
            for (const qreal zoom : {0.06, 0.2, 0.5, 1.0}) {
                stage.scene.setTheme(variant);
                const QImage image = shot(stage.scene, zoom);
                std::set<QRgb> colors;
                for (int y = 0; y < image.height(); y += 2)
                    for (int x = 0; x < image.width(); x += 2)
                        colors.insert(image.pixel(x, y));
                QVERIFY(colors.size() > 8);
            }
        style::setLanguage(style::LanguageChoice::Japanese);
        stage.scene.settle();
        QCOMPARE(itemOf(stage.scene, {WorkloadId{2}, SubnetId{4}})->content().name, QString("ECSサービス"));
        style::setLanguage(style::LanguageChoice::English);
        stage.scene.settle();
        QCOMPARE(itemOf(stage.scene, {WorkloadId{2}, SubnetId{4}})->content().name, QString("ECS service"));
    }

    void nothingIsPaintedOutsideOfItsBounds() {
        // What a partial repaint shows is what a full one shows.
        Stage stage(platform());
        stage.selection.set({WorkloadId{2}});
        QGraphicsView view(&stage.scene);
        view.setFrameShape(QFrame::NoFrame);
        view.resize(1000, 700);
        view.centerOn(stage.centerOf({WorkloadId{2}, stage.scene.placementsOf(WorkloadId{2}).front().in}));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        stage.selection.set({SecurityGroupId{3}});
        stage.scene.settle();
        stage.selection.setHovered(WorkloadId{3});
        stage.scene.settle();
        stage.selection.setHovered({});
        stage.selection.set({});
        stage.scene.settle();
        QCoreApplication::processEvents();
        const QImage followed = view.grab().toImage();
        view.viewport()->update();
        QCoreApplication::processEvents();
        QCOMPARE(view.grab().toImage(), followed);
    }

    /// Ribbons to hundreds of members: joining their outlines took all of the stack.
    void aGroupMayHaveHundredsOfMembers() {
        Stage stage(*makeTemplate("scale", {{"groups", "8"}, {"rules", "40"}, {"workloads", "2450"}}));
        stage.scene.settle();
        int ribbons = 0;
        for (QGraphicsItem* item : stage.scene.items()) {
            if (item->type() != RibbonItem::Type) continue;
            ++ribbons;
            const SecurityGroupId group = static_cast<RibbonItem*>(item)->group();
            // It reaches from the chip to each member.
            for (const Placement& placement : stage.scene.placements()) {
                const auto id = WorkloadId::from(placement.node);
                if (!id || stage.document.network().get(*id)->securityGroups.front() != group) continue;
                // At its height, or level with a chip that is hardly higher or lower.
                bool reached = false;
                for (const double x : {-22, 22})
                    for (double y = -19; y <= 19; y += 2)
                        reached = reached || item->contains(stage.centerOf(placement) + QPointF(x, y));
                QVERIFY(reached);
            }
        }
        QCOMPARE(ribbons, 8);
    }

    /// Where two ways of one ribbon run together it is no darker than elsewhere.
    void aRibbonIsOfOneShade() {
        Look look;
        look.theme = &style::theme();
        RibbonItem ribbon(look, SecurityGroupId{1});
        std::vector<QPolygonF> bands;
        for (const double y : {40.0, 140.0, 240.0, 20.0})
            for (const double x : {160.0, 260.0})
                bands.push_back(QPolygonF{{QPointF(20, 20), QPointF(60, 20), QPointF(60, y), QPointF(x, y)}});
        for (QPolygonF& band : bands)
            if (band[1].y() == band[2].y()) band = QPolygonF{{band[0], band[3]}};
        ribbon.syncWith(bands, 0);
        QImage image(300, 300, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QGraphicsScene scene;
        scene.addItem(&ribbon);
        QPainter painter(&image);
        scene.render(&painter, QRectF(0, 0, 300, 300), QRectF(0, 0, 300, 300));
        painter.end();
        scene.removeItem(&ribbon);
        const QRgb shade = image.pixel(130, 240);
        QVERIFY(shade != qRgb(255, 255, 255));
        for (const QPoint at : {QPoint(40, 20), QPoint(60, 100), QPoint(60, 200), QPoint(62, 60),
                                QPoint(130, 140), QPoint(220, 240), QPoint(130, 20)})
            QCOMPARE(image.pixel(at), shade);
        QCOMPARE(image.pixel(280, 240), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(60, 260), qRgb(255, 255, 255));
    }

    /// What comes from the cache of faces is what is painted without it, also where the sign of a problem
    /// stands aside.
    void cachedFacesAreWhole() {
        Look look;
        look.theme = &style::theme();
        Placed placed;
        placed.placement = {WorkloadId{1}, SubnetId{1}};
        placed.shape = Shape::Tile;
        placed.rect = QRectF(100, 100, 52, 52);
        for (const int groups : {0, 1, 3, 4, 9}) {
            Content content;
            content.icon = QStringLiteral("ecs");
            content.severity = Severity::Warning;
            for (int i = 0; i < groups; ++i)
                content.groups.push_back({i, QStringLiteral("G")});
            const std::unique_ptr<PlacedItem> item(makeItem(look, placed));
            item->syncWith(placed, content);
            const auto painted = [&] {
                QImage image(260, 260, QImage::Format_RGB32);
                image.fill(Qt::white);
                QGraphicsScene scene;
                scene.addItem(item.get());
                QPainter painter(&image);
                painter.setRenderHint(QPainter::Antialiasing);
                scene.render(&painter, QRectF(0, 0, 260, 260), QRectF(0, 0, 260, 260));
                painter.end();
                scene.removeItem(item.get());
                return image;
            };
            look.forced.reset();
            const QImage cached = painted();
            look.forced = Level::Full;
            const QImage exact = painted();
            for (int y = 0; y < exact.height(); ++y)
                for (int x = 0; x < exact.width(); ++x)
                    QVERIFY2(std::abs(qGray(cached.pixel(x, y)) - qGray(exact.pixel(x, y))) < 12,
                             qPrintable(QStringLiteral("%1 groups, at %2 %3").arg(groups).arg(x).arg(y)));
        }
    }

    void anotherDesignReplacesTheFirst() {
        Stage stage(platform());
        stage.scene.settle();
        QSignalSpy settled(&stage.scene, &CanvasScene::settled);
        stage.document.start(*makeTemplate("empty"), "empty");
        stage.scene.settle();
        QCOMPARE(settled.count(), 1);
        QVERIFY(stage.scene.placements().empty());
        stage.document.start(handsOn(), "again");
        Stage anew(handsOn());
        QCOMPARE(drawn(stage.scene), drawn(anew.scene));
    }

private:
    static void addOne(Stage& stage, SecurityGroupId group, const char* traffic, SecurityGroupPeer peer) {
        SecurityGroupRule rule;
        rule.traffic = *Traffic::parse(traffic);
        rule.peer = std::move(peer);
        stage.edit(edits::addSecurityGroupRule(stage.document.design(), group, rule));
    }
};

QTEST_MAIN(CanvasSceneTest)
#include "scene_test.moc"
