// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/line_items.h"

#include "ui/canvas/items.h"
#include "ui/canvas/plan_mark.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
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

/// Fills rectangles with soft edges, as drawRect() would: whole pixels at once, those at the borders by as
/// much as is covered of them. The painter's own way takes three times as long, and there are hundreds.
void fillUpright(QPainter* painter, const std::vector<QRectF>& rects, const QColor& color) {
    const QTransform toDevice = painter->deviceTransform();
    if (painter->paintEngine()->type() != QPaintEngine::Raster || toDevice.type() > QTransform::TxScale) {
        for (const QRectF& rect : rects)
            painter->drawRect(rect);
        return;
    }
    const QTransform before = painter->worldTransform();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QTransform fromDevice = painter->deviceTransform().inverted();
    struct Span {
        qreal from, to, covered;
    };
    // One dimension: the pixel that is begun, those that are whole, the one that is begun at the end.
    const auto spansOf = [](qreal from, qreal to) {
        const qreal first = std::ceil(from), last = std::floor(to);
        if (first > last) return std::array{Span{last, first, to - from}, Span{}, Span{}};
        return std::array{Span{first - 1, first, first - from}, Span{first, last, 1},
                          Span{last, last + 1, to - last}};
    };
    for (const QRectF& rect : rects) {
        const QRectF device = toDevice.mapRect(rect);
        for (const Span& y : spansOf(device.top(), device.bottom()))
            for (const Span& x : spansOf(device.left(), device.right())) {
                const qreal covered = x.covered * y.covered;
                if (covered < 0.01 || x.to <= x.from || y.to <= y.from) continue;
                QColor part = color;
                part.setAlphaF(color.alphaF() * float(covered));
                // Qt hands what is taller to threads, which costs more than so narrow a stripe.
                constexpr qreal most = 64;
                for (qreal top = y.from; top < y.to; top += most)
                    painter->fillRect(fromDevice.mapRect(QRectF(QPointF(x.from, top),
                                                                QPointF(x.to, std::min(y.to, top + most)))),
                                      part);
            }
    }
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setWorldTransform(before);
}

/// Cuts the straight stretches of lanes out of the ways, between the places where rows leave them.
void cutLanes(std::vector<QPolygonF>& ways, std::vector<QRectF>& runs) {
    constexpr qreal half = ribbonWidth / 2;
    const std::size_t count = ways.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (ways[i].size() != 4) continue;
        const QPolygonF way = ways[i];
        const qreal x = way[1].x(), from = way[1].y(), to = way[2].y();
        const qreal down = to > from ? 1 : -1;
        if (std::abs(to - from) < 4 * bendRadius) continue;
        // How far from its beginning the lane is something else than straight.
        std::vector<std::pair<qreal, qreal>> joints;
        for (std::size_t k = 0; k < count; ++k) {
            const QPolygonF& other = ways[k];
            if (k == i || other.size() < 3) continue;
            // The last bend of another way in the same lane, to the same side.
            const QPointF before = other[other.size() - 3], bend = other[other.size() - 2];
            const qreal along = (bend.y() - from) * down;
            if (before.x() != x || bend.x() != x || (bend.y() - before.y()) * down <= 0) continue;
            if (along > 0 && along < std::abs(to - from))
                joints.emplace_back(along - bendRadius, along + half);
        }
        std::sort(joints.begin(), joints.end());
        const qreal length = std::abs(to - from) - bendRadius; // to the last bend
        joints.emplace_back(length, length);
        const auto at = [&](qreal along) { return QPointF(x, from + along * down); };
        qreal done = bendRadius; // behind the first bend
        qreal begun = done;      // of the joints that lie in each other
        for (const auto& [begin, end] : joints) {
            if (begin > done) {
                if (done > begun) ways.push_back(QPolygonF{{at(begun), at(done)}});
                runs.push_back(QRectF(at(done), at(begin)).normalized().adjusted(-half, 0, half, 0));
                begun = begin;
            }
            done = std::max(done, std::min(end, length));
        }
        if (done > begun) ways.push_back(QPolygonF{{at(begun), at(done)}});
        ways.push_back(QPolygonF{{at(length), way[2], way[3]}});
        ways[i] = QPolygonF{{way[0], way[1], at(bendRadius)}};
    }
}

/// Cuts off what lies past the last bend of ways that leave one lane side by side, and what is straight of
/// the lanes: gives it as rectangles that do not cover each other, which are drawn in a part of the time of a
/// shape with the rest.
std::vector<QRectF> cutRuns(std::vector<QPolygonF>& ways) {
    constexpr qreal half = ribbonWidth / 2;
    struct Row {
        qreal y, end;
        std::size_t way;
    };
    std::map<std::pair<qreal, bool>, std::vector<Row>> lanes; // by where the runs begin, to the right or left
    std::vector<QRectF> upright;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const QPolygonF& way = ways[i];
        if (way.size() < 3) {
            // In the row of the chip: it lies over the beginning of the lanes.
            upright.push_back(QRectF(way.front(), way.back()).normalized().adjusted(0, -half, 0, half));
            continue;
        }
        if (way.size() == 4)
            upright.push_back(QRectF(way[1], way[2]).normalized().adjusted(-half, -half, half, half));
        const QPointF corner = way[way.size() - 2], end = way.back();
        const bool right = end.x() > corner.x();
        const qreal start = corner.x() + (right ? bendRadius : -bendRadius);
        if (corner.y() == end.y() && std::abs(end.x() - corner.x()) > 2 * bendRadius)
            lanes[{start, right}].push_back({end.y(), end.x(), i});
    }
    std::vector<QRectF> runs;
    bool anyCrosses = false;
    for (auto& [lane, rows] : lanes) {
        const auto [start, right] = lane;
        const auto crosses = [&, from = start](const Row& row) {
            const QRectF run =
                QRectF(QPointF(from, row.y - half), QPointF(row.end, row.y + half)).normalized();
            return std::any_of(upright.begin(), upright.end(),
                               [&](const QRectF& other) { return other.intersects(run); });
        };
        anyCrosses = std::erase_if(rows, crosses) > 0 || anyCrosses;
        // From border to border of the rows, as far as the longest there reaches.
        std::vector<qreal> borders;
        for (const Row& row : rows) {
            ways[row.way].back().setX(start);
            borders.push_back(row.y - half);
            borders.push_back(row.y + half);
        }
        std::sort(borders.begin(), borders.end());
        borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
        std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.y < b.y; });
        std::size_t first = 0; // of the rows that can still reach down to here
        for (std::size_t k = 1; k < borders.size(); ++k) {
            const qreal top = borders[k - 1], bottom = borders[k];
            while (first < rows.size() && rows[first].y + half <= top)
                ++first;
            qreal end = start;
            for (std::size_t i = first; i < rows.size() && rows[i].y - half < bottom; ++i)
                end = right ? std::max(end, rows[i].end) : std::min(end, rows[i].end);
            if (end != start) runs.push_back(QRectF(QPointF(start, top), QPointF(end, bottom)).normalized());
        }
    }
    if (!anyCrosses) cutLanes(ways, runs);
    return runs;
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
    std::vector<QPolygonF> ways = withoutRepeats(bands);
    m_runs = cutRuns(ways);
    for (const QRectF& run : m_runs)
        m_bounds |= run;
    for (const QPolygonF& way : ways) {
        const QPainterPath outline = stroker.createStroke(roundedPath(way, bendRadius));
        m_pieces.push_back({outline, outline.boundingRect()});
        m_bounds |= m_pieces.back().bounds;
    }
    // What lies side by side is one piece: then no piece covers another. A few small shapes are drawn sooner
    // than one that reaches over all of the drawing.
    std::sort(m_pieces.begin(), m_pieces.end(),
              [](const Piece& a, const Piece& b) { return a.bounds.top() < b.bounds.top(); });
    std::vector<Piece> apart;
    for (Piece& piece : m_pieces) {
        piece.outline.setFillRule(Qt::WindingFill);
        if (apart.empty() || apart.back().bounds.bottom() <= piece.bounds.top()) {
            apart.push_back(std::move(piece));
        } else {
            apart.back().outline.addPath(piece.outline);
            apart.back().bounds |= piece.bounds;
        }
    }
    m_pieces = std::move(apart);
    update();
    return true;
}

void RibbonItem::setMark(const Mark& mark) {
    if (mark == m_mark) return;
    m_mark = mark;
    update();
}

bool RibbonItem::contains(const QPointF& point) const {
    const auto holds = [&](const QRectF& run) { return run.contains(point); };
    return m_bounds.contains(point) &&
           (std::any_of(m_runs.begin(), m_runs.end(), holds) ||
            std::any_of(m_pieces.begin(), m_pieces.end(), [&](const Piece& piece) {
                return piece.bounds.contains(point) && piece.outline.contains(point);
            }));
}

void RibbonItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) {
    if (m_look.levelAt(scaleOf(painter), widget) <= Level::Overview) return;
    QColor color = m_look.theme->group[std::size_t(m_color % style::groupColors)];
    color.setAlphaF(m_mark.dimmed                       ? 0.20F * float(m_look.dimmedOpacity())
                    : m_mark.selected || m_mark.hovered ? 0.34F
                                                        : 0.20F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    // Each piece is one shape, so that stretches that two members share are not darker: all outlines run the
    // same way round.
    for (const Piece& piece : m_pieces)
        if (piece.bounds.intersects(option->exposedRect)) painter->drawPath(piece.outline);
    std::vector<QRectF> runs;
    for (const QRectF& run : m_runs)
        if (run.intersects(option->exposedRect)) runs.push_back(run);
    fillUpright(painter, runs, color);
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
