// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/line_items.h"

#include "ui/canvas/items.h"
#include "ui/canvas/plan_mark.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <array>
#include <cmath>
#include <map>

namespace sekisho::canvas {

namespace {

constexpr qreal bendRadius = 10, ruleHead = 9, routeHead = 7, ribbonWidth = 12;

QPointF towards(QPointF from, QPointF to, qreal length) {
    const QPointF d = to - from;
    const qreal total = std::hypot(d.x(), d.y());
    return total < 0.01 ? from : from + d * (length / total);
}

/// The same ground with less to draw: of the ways that leave a chip along one lane only the one to the
/// farthest row is whole, the others begin where they leave the lane; and the way to a tile lies in that to a
/// tile behind it.
std::vector<QPolygonF> withoutRepeats(const std::vector<QPolygonF>& bands) {
    using Row = std::array<qreal, 5>;  // start, lane, height, to the right or left
    using Lane = std::array<qreal, 4>; // start, lane, up or down
    std::map<Row, QPolygonF> rows;
    std::map<Lane, qreal> farthest;
    const auto rowOf = [](const QPolygonF& band) {
        const QPointF corner = band[band.size() - 2], end = band.back();
        return Row{band[0].x(), band[0].y(), corner.x(), corner.y(), end.x() > corner.x() ? 1.0 : -1.0};
    };
    const auto laneOf = [](const QPolygonF& band) {
        return Lane{band[0].x(), band[0].y(), band[2].x(), band[2].y() > band[0].y() ? 1.0 : -1.0};
    };
    for (const QPolygonF& band : bands) {
        const auto [it, fresh] = rows.try_emplace(rowOf(band), band);
        const qreal corner = band[band.size() - 2].x();
        if (!fresh && std::abs(it->second.back().x() - corner) < std::abs(band.back().x() - corner))
            it->second = band;
        if (band.size() != 4) continue;
        const auto [lane, first] = farthest.try_emplace(laneOf(band), band[2].y());
        if (!first && std::abs(lane->second - band[0].y()) < std::abs(band[2].y() - band[0].y()))
            lane->second = band[2].y();
    }
    std::vector<QPolygonF> result;
    for (const auto& [row, band] : rows) {
        const bool inLane = band.size() == 4 && farthest.at(laneOf(band)) != band[2].y() &&
                            std::abs(band[2].y() - band[1].y()) >= 2 * bendRadius;
        if (!inLane) {
            result.push_back(band);
            continue;
        }
        const qreal before = band[2].y() > band[1].y() ? -bendRadius : bendRadius;
        result.push_back(QPolygonF{{band[2] + QPointF(0, before), band[2], band[3]}});
    }
    return result;
}

} // namespace

QPainterPath roundedPath(const QPolygonF& points, qreal radius) {
    QPainterPath path;
    if (points.isEmpty()) return path;
    path.moveTo(points.front());
    for (qsizetype i = 1; i + 1 < points.size(); ++i) {
        const QPointF a = points[i - 1], b = points[i], c = points[i + 1];
        const qreal r =
            std::min({radius, std::hypot(b.x() - a.x(), b.y() - a.y()) / (i == 1 ? 1 : 2),
                      std::hypot(c.x() - b.x(), c.y() - b.y()) / (i + 2 == points.size() ? 1 : 2)});
        path.lineTo(towards(b, a, r));
        path.quadTo(b, towards(b, c, r));
    }
    path.lineTo(points.back());
    return path;
}

LineItem::LineItem(Look& look, LineKind kind) : m_look(look), m_kind(kind) {
    setZValue(kind == LineKind::Rule ? layer::rule : layer::route);
    setAcceptedMouseButtons(Qt::NoButton);
}

bool LineItem::syncWith(const Line& line, int color, bool ghost) {
    if (line == m_line && color == m_color && ghost == m_ghost) return false;
    if (line.points != m_line.points || ghost != m_ghost) {
        prepareGeometryChange();
        QPolygonF points = line.points;
        // The stroke ends where the head begins.
        if (points.size() >= 2 && !ghost)
            points.back() = towards(points.back(), points[points.size() - 2],
                                    m_kind == LineKind::Rule ? ruleHead - 1 : 1);
        m_path = roundedPath(points, bendRadius);
        m_bounds = points.isEmpty() ? QRectF() : line.points.boundingRect().adjusted(-8, -8, 8, 8);
    }
    if (ghost != m_ghost && m_look.ghost < 1) m_ghostRun = m_look.ghostRun;
    m_line = line;
    m_color = color;
    m_ghost = ghost;
    setVisible(!line.points.isEmpty());
    update();
    return true;
}

void LineItem::setMark(const Mark& mark) {
    if (mark == m_mark) return;
    m_mark = mark;
    setZValue((m_kind == LineKind::Rule ? layer::rule : layer::route) +
              (mark.hovered || mark.selected ? 0.5 : 0));
    update();
}

qreal LineItem::distanceTo(QPointF point) const {
    qreal best = 1e9;
    for (qsizetype i = 1; i < m_line.points.size(); ++i) {
        const QRectF segment = QRectF(m_line.points[i - 1], m_line.points[i]).normalized();
        const qreal dx = std::max({segment.left() - point.x(), 0.0, point.x() - segment.right()});
        const qreal dy = std::max({segment.top() - point.y(), 0.0, point.y() - segment.bottom()});
        best = std::min(best, std::hypot(dx, dy));
    }
    return best;
}

QPainterPath LineItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(8);
    return stroker.createStroke(m_path);
}

void LineItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    const qreal scale = scaleOf(painter);
    const Level level = m_look.levelAt(scale, widget);
    if (level == Level::Map) return;
    if (m_mark.dimmed) painter->setOpacity(painter->opacity() * m_look.dimmedOpacity());
    if (m_kind == LineKind::Rule)
        drawRule(painter, level, scale);
    else if (m_look.ghost < 1 && m_ghostRun == m_look.ghostRun) {
        // As it was, going, and as it is, coming.
        const qreal opacity = painter->opacity();
        painter->setOpacity(opacity * (1 - m_look.ghost));
        drawRoute(painter, level, scale, !m_ghost);
        painter->setOpacity(opacity * m_look.ghost);
        drawRoute(painter, level, scale, m_ghost);
        painter->setOpacity(opacity);
    } else
        drawRoute(painter, level, scale, m_ghost);
    if (m_mark.dimmed) painter->setOpacity(1);
}

void LineItem::drawRule(QPainter* painter, Level level, qreal scale) const {
    const style::Theme& t = *m_look.theme;
    const QColor color = t.group[std::size_t(m_color % style::groupColors)];
    const bool lit = m_mark.hovered || m_mark.selected;
    if (level == Level::Overview) {
        painter->setPen(QPen(lit ? t.accent : color, (lit ? 3 : 1.75) / scale));
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(m_line.points);
        return;
    }
    painter->setBrush(Qt::NoBrush);
    if (lit) {
        QColor halo = t.accent;
        halo.setAlphaF(0.22F);
        painter->setPen(outline(halo, 9));
        painter->drawPath(m_path);
    }
    painter->setPen(QPen(color, lit ? 3 : 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter->drawPath(m_path);
    const QPointF tip = m_line.points.back();
    const QPointF root = towards(tip, m_line.points[m_line.points.size() - 2], ruleHead);
    const QPointF d = (tip - root) / ruleHead;
    const QPointF normal(-d.y(), d.x());
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(QPolygonF{{tip, root + normal * ruleHead / 2, root - normal * ruleHead / 2}});
}

void LineItem::drawRoute(QPainter* painter, Level level, qreal scale, bool ghost) const {
    const style::Theme& t = *m_look.theme;
    const bool lit = m_mark.hovered || m_mark.selected;
    painter->setBrush(Qt::NoBrush);
    if (ghost) {
        painter->setPen(dashed(lit ? t.accent : t.ink3, 1.25, 2, 5));
        painter->drawPath(m_path);
        return;
    }
    if (level == Level::Overview) {
        painter->setPen(QPen(lit ? t.accent : t.route, 1.5 / scale));
        painter->drawPolyline(m_line.points);
        return;
    }
    QColor casing = t.routeCase;
    if (lit) {
        casing = t.accent;
        casing.setAlphaF(0.35F);
    }
    painter->setPen(QPen(casing, lit ? 9 : 6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter->drawPath(m_path);
    painter->setPen(outline(lit ? t.accent : t.route, lit ? 2 : 1.5));
    painter->drawPath(m_path);
    const QPointF tip = m_line.points.back();
    const QPointF root = towards(tip, m_line.points[m_line.points.size() - 2], routeHead);
    const QPointF d = (tip - root) / routeHead;
    const QPointF normal(-d.y(), d.x());
    painter->setPen(outline(lit ? t.accent : t.route, 1.75));
    painter->drawPolyline(QPolygonF{{root + normal * routeHead * 0.7, tip, root - normal * routeHead * 0.7}});
}

LabelItem::LabelItem(Look& look, const LineItem& line) : m_look(look), m_line(line) {
    setZValue(layer::label);
    setAcceptedMouseButtons(Qt::NoButton);
}

QRectF LabelItem::labelRect() const {
    const Line& line = m_line.line();
    if (line.points.isEmpty() || line.label.isEmpty()) return {};
    if (!line.labelRect.isNull()) return line.labelRect;
    if (!m_line.mark().hovered && !m_line.mark().selected) return {};
    const TextRole role = m_line.kind() == LineKind::Rule ? TextRole::Label : TextRole::Mono;
    QRectF rect(0, 0, textWidth(role, line.label) + 20, 20);
    rect.moveCenter(line.labelSpot);
    return rect;
}

void LabelItem::sync() {
    const QRectF rect = labelRect();
    // At the middle levels the text grows to stay readable.
    QRectF bounds =
        rect.isNull() ? QRectF() : rect.adjusted(-rect.width() * 0.6 - 14, -14, rect.width() * 0.6 + 2, 16);
    if (m_line.line().upright) bounds.adjust(0, -rect.height() * 0.8, 0, rect.height() * 0.8);
    if (bounds != m_bounds) {
        prepareGeometryChange();
        m_bounds = bounds;
    }
    setVisible(!rect.isNull());
    update();
}

void LabelItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    const qreal scale = scaleOf(painter);
    const Level level = m_look.levelAt(scale, widget);
    if (level <= Level::Overview) return;
    const style::Theme& t = *m_look.theme;
    const Line& line = m_line.line();
    QRectF rect = labelRect();
    const bool isRule = m_line.kind() == LineKind::Rule;
    const bool lit = m_line.mark().hovered || m_line.mark().selected;
    const TextRole role = isRule ? TextRole::Label : TextRole::Mono;
    qreal grow = 1;
    if (level == Level::Names) {
        if (!isRule) return; // what is a CIDR goes first
        grow = heldGrowth(role, level, scale);
        // Held at 9 px on the screen, as long as that does not cover more than the line's own surroundings.
        const qreal width = rect.width() * grow;
        if (grow > line.room) return;
        rect.adjust(-(width - rect.width()) / 2, -rect.height() * (grow - 1) / 2, (width - rect.width()) / 2,
                    rect.height() * (grow - 1) / 2);
    }
    if (m_line.mark().dimmed) painter->setOpacity(painter->opacity() * m_look.dimmedOpacity());
    const bool upright = line.upright && !line.labelRect.isNull();
    const QTransform before = painter->worldTransform();
    const QRectF seen = rect;
    if (upright) {
        painter->translate(rect.center());
        painter->rotate(-90);
        rect = QRectF(-rect.height() / 2, -rect.width() / 2, rect.height(), rect.width());
    }
    if (line.plain || (m_line.ghost() && !isRule)) {
        drawCentered(painter, role,
                     lit              ? t.accent
                     : m_line.ghost() ? t.ink3
                                      : t.ink2,
                     rect.center(), line.label, grow);
    } else {
        const qreal radius = isRule ? rect.height() / 2 : 4;
        const QColor color = lit      ? t.accent
                             : isRule ? t.group[std::size_t(m_line.color() % style::groupColors)]
                                      : t.route;
        painter->setPen(outline(color, isRule ? (lit ? 2 : 1.5) : 1.25));
        painter->setBrush(t.tile);
        painter->drawRoundedRect(rect, radius, radius);
        drawCentered(painter, role, t.ink, rect.center(), line.label, grow);
    }
    if (upright) painter->setWorldTransform(before);
    if (m_line.planned()) {
        const qreal radius = planMarkRadiusAt(scale) * 0.8;
        drawPlanMark(painter, *m_line.planned(), QPointF(seen.left() - radius, seen.center().y()), radius, t);
    }
    if (m_line.mark().dimmed) painter->setOpacity(1);
}

RibbonItem::RibbonItem(Look& look, SecurityGroupId group) : m_look(look), m_group(group) {
    setZValue(layer::ribbon);
    setFlag(ItemUsesExtendedStyleOption); // paint() asks what is exposed
    setAcceptedMouseButtons(Qt::NoButton);
}

bool RibbonItem::syncWith(const std::vector<QPolygonF>& bands, int color) {
    if (bands == m_bands && color == m_color) return false;
    prepareGeometryChange();
    m_bands = bands;
    m_color = color;
    QPainterPathStroker stroker;
    stroker.setWidth(ribbonWidth);
    stroker.setCapStyle(Qt::FlatCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    m_pieces.clear();
    m_bounds = QRectF();
    for (const QPolygonF& band : withoutRepeats(bands)) {
        const QPainterPath outline = stroker.createStroke(roundedPath(band, bendRadius));
        m_pieces.push_back({outline, outline.boundingRect()});
        m_bounds |= m_pieces.back().bounds;
    }
    update();
    return true;
}

void RibbonItem::setMark(const Mark& mark) {
    if (mark == m_mark) return;
    m_mark = mark;
    update();
}

bool RibbonItem::contains(const QPointF& point) const {
    return m_bounds.contains(point) && std::any_of(m_pieces.begin(), m_pieces.end(), [&](const Piece& piece) {
               return piece.bounds.contains(point) && piece.outline.contains(point);
           });
}

void RibbonItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) {
    if (m_look.levelAt(scaleOf(painter), widget) <= Level::Overview) return;
    // One shape, so that stretches that two members share are not darker: all outlines run the same way
    // round.
    QPainterPath shape;
    shape.setFillRule(Qt::WindingFill);
    for (const Piece& piece : m_pieces)
        if (piece.bounds.intersects(option->exposedRect)) shape.addPath(piece.outline);
    if (shape.isEmpty()) return;
    QColor color = m_look.theme->group[std::size_t(m_color % style::groupColors)];
    color.setAlphaF(m_mark.dimmed                       ? 0.20F * float(m_look.dimmedOpacity())
                    : m_mark.selected || m_mark.hovered ? 0.34F
                                                        : 0.20F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPath(shape);
}

PlainLinesItem::PlainLinesItem(Look& look) : m_look(look) {
    setZValue(layer::line);
    setAcceptedMouseButtons(Qt::NoButton);
}

void PlainLinesItem::syncWith(std::vector<Plain> lines) {
    if (lines == m_lines) return;
    prepareGeometryChange();
    m_lines = std::move(lines);
    m_bounds = {};
    for (const Plain& line : m_lines)
        m_bounds |= line.points.boundingRect().adjusted(-2, -2, 2, 2);
    update();
}

void PlainLinesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    if (m_look.levelAt(scaleOf(painter), widget) <= Level::Overview) return;
    painter->setBrush(Qt::NoBrush);
    for (const Plain& line : m_lines) {
        painter->setPen(line.ghost ? dashed(m_look.theme->tileLine, 1.25, 2, 4)
                                   : outline(m_look.theme->tileLine, 1.25));
        painter->drawPolyline(line.points);
    }
}

} // namespace sekisho::canvas
