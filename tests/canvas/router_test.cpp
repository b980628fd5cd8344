// SPDX-License-Identifier: Apache-2.0
#include "tests/canvas/designs.h"
#include "ui/canvas/router.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::canvas;
using namespace sekisho::test;

namespace {

struct Drawing {
    explicit Drawing(const Design& design)
        : links(linksOf(design)), layout(layoutOf(design, links)), lines(linesOf(design, layout, links)) {}
    Links links;
    Layout layout;
    Lines lines;
};

QString nameOf(const Placement& from, const Placement& to) {
    return QString::fromStdString(toString(from.node) + " -> " + toString(to.node));
}

bool crosses(QPointF a, QPointF b, const QRectF& box) {
    const QRectF segment = QRectF(a, b).normalized();
    return segment.left() < box.right() && segment.right() > box.left() && segment.top() < box.bottom() &&
           segment.bottom() > box.top();
}

} // namespace

class CanvasRouterTest : public QObject {
    Q_OBJECT

private slots:
    void linesAreUprightAndEndAtTheirBoxes() {
        for (const auto& [name, design] : manyDesigns()) {
            const Drawing drawing(design);
            const auto check = [&, designName = name](const Line& line, const Placement& from,
                                                      const Placement& to) {
                const Placed *a = drawing.layout.find(from), *b = drawing.layout.find(to);
                if (!a || !b) return line.points.isEmpty();
                if (line.points.size() < 2) return false;
                for (qsizetype i = 1; i < line.points.size(); ++i)
                    if (std::abs(line.points[i].x() - line.points[i - 1].x()) > 0.6 &&
                        std::abs(line.points[i].y() - line.points[i - 1].y()) > 0.6)
                        return false;
                return a->rect.adjusted(-1, -1, 1, 1).contains(line.points.front()) &&
                       b->rect.adjusted(-1, -1, 1, 1).contains(line.points.back());
            };
            for (std::size_t i = 0; i < drawing.links.rules.size(); ++i)
                QVERIFY2(
                    check(drawing.lines.rules[i], drawing.links.rules[i].from, drawing.links.rules[i].to),
                    qPrintable(name + ": " + nameOf(drawing.links.rules[i].from, drawing.links.rules[i].to)));
            for (std::size_t i = 0; i < drawing.links.routes.size(); ++i)
                QVERIFY2(
                    check(drawing.lines.routes[i], drawing.links.routes[i].from, drawing.links.routes[i].to),
                    qPrintable(name + ": " +
                               nameOf(drawing.links.routes[i].from, drawing.links.routes[i].to)));
        }
    }

    void linesCrossNoBoxes() {
        for (const auto& [name, design] : manyDesigns()) {
            // What people put in the way by hand may be crossed where there is no way round.
            if (!design.diagram.boxes.empty()) continue;
            const Drawing drawing(design);
            const auto check = [&](const Line& line, const Placement& from, const Placement& to) {
                for (const Placed& placed : drawing.layout.items) {
                    if (isContainer(placed.shape) || placed.placement == from || placed.placement == to)
                        continue;
                    if (placed.placement.node.kind == Kind::InternetGateway) continue;
                    for (qsizetype i = 1; i < line.points.size(); ++i)
                        if (crosses(line.points[i - 1], line.points[i], placed.rect))
                            return QString::fromStdString(toString(placed.placement.node));
                }
                return QString();
            };
            for (std::size_t i = 0; i < drawing.links.rules.size(); ++i) {
                const QString box =
                    check(drawing.lines.rules[i], drawing.links.rules[i].from, drawing.links.rules[i].to);
                QVERIFY2(box.isEmpty(),
                         qPrintable(name + ": " +
                                    nameOf(drawing.links.rules[i].from, drawing.links.rules[i].to) +
                                    " crosses " + box));
            }
            for (std::size_t i = 0; i < drawing.links.routes.size(); ++i) {
                const QString box =
                    check(drawing.lines.routes[i], drawing.links.routes[i].from, drawing.links.routes[i].to);
                QVERIFY2(box.isEmpty(),
                         qPrintable(name + ": " +
                                    nameOf(drawing.links.routes[i].from, drawing.links.routes[i].to) +
                                    " crosses " + box));
            }
        }
    }

    void routesPassNoSubnet() {
        for (const auto& [name, design] : {std::pair(QStringLiteral("hands-on"), handsOn()),
                                           std::pair(QStringLiteral("platform"), platform()),
                                           std::pair(QStringLiteral("several VPCs"), severalVpcs()),
                                           std::pair(QStringLiteral("ways out"), manyWaysOut())}) {
            const Drawing drawing(design);
            for (std::size_t i = 0; i < drawing.links.routes.size(); ++i) {
                const RouteLink& link = drawing.links.routes[i];
                const Placed* target = drawing.layout.find(link.to);
                for (std::size_t k = 0; k < drawing.layout.items.size(); ++k) {
                    const Placed& subnet = drawing.layout.items[k];
                    // Where the route ends it has to go in.
                    if (subnet.shape != Shape::Subnet || !target || target->parent == int(k)) continue;
                    const QPolygonF& points = drawing.lines.routes[i].points;
                    for (qsizetype s = 1; s < points.size(); ++s)
                        QVERIFY2(!crosses(points[s - 1], points[s], subnet.rect.adjusted(14, 14, -14, -14)),
                                 qPrintable(name + ": " + nameOf(link.from, link.to) + " through " +
                                            QString::fromStdString(toString(subnet.placement.node))));
                }
            }
        }
    }

    void labelsKeepAwayFromTitles() {
        for (const auto& [name, design] : manyDesigns()) {
            const Drawing drawing(design);
            for (const auto* lines : {&drawing.lines.rules, &drawing.lines.routes})
                for (const Line& line : *lines) {
                    if (line.labelRect.isNull()) continue;
                    for (const Placed& placed : drawing.layout.items)
                        if (isContainer(placed.shape))
                            QVERIFY2(!placed.text.intersects(line.labelRect),
                                     qPrintable(name + ": " + line.label));
                }
        }
    }

    void rulesBetweenNeighboursAreLabelled() {
        // Chips that a rule joins stand far enough apart for its ports.
        const Drawing drawing(crowd());
        for (std::size_t i = 0; i < drawing.links.rules.size(); ++i)
            QVERIFY2(!drawing.lines.rules[i].labelRect.isNull(),
                     qPrintable(nameOf(drawing.links.rules[i].from, drawing.links.rules[i].to)));
    }

    void lanesAreApart() {
        const Drawing drawing(platform());
        const auto& rules = drawing.lines.rules;
        for (std::size_t i = 0; i < rules.size(); ++i)
            for (std::size_t j = i + 1; j < rules.size(); ++j) {
                if (drawing.links.rules[i].to == drawing.links.rules[j].to)
                    continue; // they join at their target
                for (qsizetype s = 1; s < rules[i].points.size(); ++s)
                    for (qsizetype t = 1; t < rules[j].points.size(); ++t) {
                        const QPointF a = rules[i].points[s - 1], b = rules[i].points[s];
                        const QPointF c = rules[j].points[t - 1], d = rules[j].points[t];
                        if (std::abs(a.x() - b.x()) > 0.1 || std::abs(c.x() - d.x()) > 0.1)
                            continue; // upright ones
                        const double overlap = std::min(std::max(a.y(), b.y()), std::max(c.y(), d.y())) -
                                               std::max(std::min(a.y(), b.y()), std::min(c.y(), d.y()));
                        if (overlap < 12) continue;
                        QVERIFY2(std::abs(a.x() - c.x()) >= 10,
                                 qPrintable(nameOf(drawing.links.rules[i].from, drawing.links.rules[i].to) +
                                            " and " +
                                            nameOf(drawing.links.rules[j].from, drawing.links.rules[j].to)));
                    }
            }
    }

    void labelsCoverNothing() {
        for (const auto& [name, design] : manyDesigns()) {
            const Drawing drawing(design);
            std::vector<QRectF> labels;
            for (const auto* lines : {&drawing.lines.rules, &drawing.lines.routes})
                for (const Line& line : *lines)
                    if (!line.labelRect.isNull()) labels.push_back(line.labelRect);
            for (std::size_t i = 0; i < labels.size(); ++i) {
                for (const Placed& placed : drawing.layout.items)
                    if (!isContainer(placed.shape))
                        QVERIFY2(!placed.rect.intersects(labels[i]), qPrintable(name));
                if (drawing.links.rules.size() > 400) continue;
                for (std::size_t j = i + 1; j < labels.size(); ++j)
                    QVERIFY2(!labels[i].intersects(labels[j]), qPrintable(name));
            }
        }
    }

    /// A label that is written along its line lies on no other, but for lines to the same receiver in its
    /// lane.
    void uprightLabelsBelongToOneLane() {
        int upright = 0;
        for (const auto& [name, design] : manyDesigns()) {
            const Drawing drawing(design);
            const auto& rules = drawing.lines.rules;
            for (std::size_t i = 0; i < rules.size(); ++i) {
                if (!rules[i].upright) continue;
                ++upright;
                QVERIFY2(rules[i].labelRect.height() > rules[i].labelRect.width(), qPrintable(name));
                const QRectF label = rules[i].labelRect.adjusted(0.5, 0.5, -0.5, -0.5);
                for (std::size_t j = 0; j < rules.size(); ++j) {
                    if (drawing.links.rules[i].to == drawing.links.rules[j].to) continue;
                    const QPolygonF& points = rules[j].points;
                    for (qsizetype s = 1; s < points.size(); ++s) {
                        const QRectF line = QRectF(points[s - 1], points[s]).normalized();
                        QVERIFY2(!label.intersects(line.adjusted(-0.1, -0.1, 0.1, 0.1)), qPrintable(name));
                    }
                }
            }
        }
        QVERIFY(upright > 0);
    }

    void theHandsOnSpineIsStraight() {
        const Drawing drawing(handsOn());
        const double spine = drawing.layout.vpcs.front().spineX;
        for (const Line& line : drawing.lines.rules) {
            QCOMPARE(line.points.size(), qsizetype(2));
            QCOMPARE(line.points[0].x(), spine);
            QCOMPARE(line.points[1].x(), spine);
            QVERIFY(!line.labelRect.isNull());
            QCOMPARE(line.labelRect.center().x(), spine);
        }
        for (const Line& line : drawing.lines.routes) {
            QVERIFY(!line.labelRect.isNull());
            QCOMPARE(line.label, QString("0.0.0.0/0"));
        }
    }

    void oppositeRulesRunBesideEachOther() {
        Design design = handsOn();
        addRule(design, SecurityGroupId{1}, "tcp/9000", SecurityGroupId{2});
        const Drawing drawing(design);
        std::vector<double> xs;
        for (std::size_t i = 0; i < drawing.links.rules.size(); ++i) {
            const RuleLink& link = drawing.links.rules[i];
            if (link.from.node.kind == Kind::SecurityGroup &&
                link.from.node.number + link.to.node.number == 3)
                xs.push_back(drawing.lines.rules[i].points.front().x());
        }
        QCOMPARE(xs.size(), std::size_t(2));
        QVERIFY(std::abs(xs[0] - xs[1]) >= 10);
    }

    void aWayAroundIsFound() {
        Design design = handsOn();
        Box box;
        box.x = 300;
        box.y = 250; // the chip of the database, away from the spine
        make(design, edits::placeBoxes(design, {{Placement{SecurityGroupId{3}, {}}, box}}));
        const Drawing drawing(design);
        for (std::size_t i = 0; i < drawing.links.rules.size(); ++i)
            for (const Placed& placed : drawing.layout.items) {
                const RuleLink& link = drawing.links.rules[i];
                if (isContainer(placed.shape) || placed.placement == link.from ||
                    placed.placement == link.to || placed.placement.node.kind == Kind::InternetGateway)
                    continue;
                const QPolygonF& points = drawing.lines.rules[i].points;
                for (qsizetype s = 1; s < points.size(); ++s)
                    QVERIFY(!crosses(points[s - 1], points[s], placed.rect));
            }
    }
};

QTEST_MAIN(CanvasRouterTest)
#include "router_test.moc"
