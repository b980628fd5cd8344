// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/items.h"

#include "ui/canvas/plan_mark.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace sekisho::canvas {

namespace {

qreal layerOf(const Placed& placed) {
    switch (placed.shape) {
    case Shape::Vpc: return layer::vpc;
    case Shape::Zone: return layer::zone;
    case Shape::Subnet: return layer::subnet;
    case Shape::Chip:
    case Shape::Source:
    case Shape::Capsule: return layer::chip;
    case Shape::Gate:
    case Shape::RouteTable: return layer::gate;
    case Shape::Tile:
    case Shape::SmallTile:
    case Shape::BorderTile: break;
    }
    return layer::node;
}

} // namespace

PlacedItem::PlacedItem(Look& look, const Placed& placed) : m_look(look), m_placed(placed) {
    setZValue(layerOf(placed));
    setAcceptedMouseButtons(Qt::NoButton);
}

bool PlacedItem::syncWith(const Placed& placed, const Content& content) {
    const bool moved = placed.rect != m_box.translated(pos() - m_offset) || m_bounds.isNull() ||
                       placed.text != m_placed.text;
    const bool changed = !(content == m_content);
    // What is merely elsewhere has the same texts: most of a large drawing, after most edits.
    const bool reshaped =
        m_bounds.isNull() || placed.rect.size() != m_placed.rect.size() || placed.atTop != m_placed.atTop;
    m_placed = placed;
    if (!moved && !changed) return false;
    if (content.ghost != m_content.ghost && m_look.ghost < 1) m_ghostRun = m_look.ghostRun;
    if (changed) m_content = content;
    if (moved) place();
    if (changed || reshaped) contentChanged();
    update();
    return true;
}

void PlacedItem::place() {
    const QRectF rect = m_preview.value_or(m_placed.rect);
    const QRectF newBox(QPointF(), rect.size());
    const QRectF newBounds = newBox.marginsAdded(margins());
    if (newBox != m_box || newBounds != m_bounds) {
        prepareGeometryChange();
        m_box = newBox;
        m_bounds = newBounds;
    }
    setPos(rect.topLeft() + m_offset);
}

void PlacedItem::setMark(const Mark& mark) {
    if (mark == m_mark) return;
    m_mark = mark;
    update();
}

void PlacedItem::setPlanned(std::optional<PlannedAction> planned) {
    if (planned == m_planned) return;
    m_planned = planned;
    update();
}

void PlacedItem::setPreview(QPointF offset, const std::optional<QRectF>& rect) {
    if (offset == m_offset && rect == m_preview) return;
    const bool resized = rect != m_preview;
    m_offset = offset;
    m_preview = rect;
    place();
    if (resized) {
        contentChanged();
        update();
    }
}

void PlacedItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    const qreal scale = scaleOf(painter);
    if (m_mark.dimmed) painter->setOpacity(painter->opacity() * m_look.dimmedOpacity());
    const Level level = m_look.levelAt(scale, widget);
    draw(painter, level, scale);
    if (m_planned && level != Level::Map)
        if (const auto spot = planSpot(level, scale))
            drawPlanMark(painter, *m_planned, *spot, planMarkRadiusAt(scale), theme());
    if (m_mark.dimmed) painter->setOpacity(1);
}

void PlacedItem::drawStateRings(QPainter* painter, qreal radius) const {
    if (m_mark.selected)
        drawRing(painter, m_box, radius, theme().accent, 2, 4);
    else if (m_mark.memberOf) {
        QColor color = theme().group[std::size_t(m_mark.memberOf->color())];
        drawRing(painter, m_box, radius, color, 2, 4);
    } else if (m_mark.tied)
        drawRing(painter, m_box, radius, theme().accent, 1.5, 4);
    if (m_mark.hovered) drawRing(painter, m_box, radius, theme().accent, 1.5, 0);
}

void PlacedItem::drawHandles(QPainter* painter) const {
    if (!m_mark.hovered || !m_look.handles) return;
    painter->setPen(outline(theme().accent, 1.5));
    painter->setBrush(theme().tile);
    const QPointF center = m_box.center();
    for (const QPointF& point : {QPointF(center.x(), m_box.top()), QPointF(m_box.right(), center.y()),
                                 QPointF(center.x(), m_box.bottom()), QPointF(m_box.left(), center.y())}) {
        const QPointF outward = point - center;
        const qreal length = std::max<qreal>(1, std::hypot(outward.x(), outward.y()));
        painter->drawEllipse(point + outward / length * 4, 4.5, 4.5);
    }
}

void PlacedItem::drawLock(QPainter* painter, QPointF center) const {
    if (!m_content.locked) return;
    painter->setPen(outline(theme().tileLine, 1));
    painter->setBrush(theme().tile);
    painter->drawEllipse(center, 8, 8);
    style::paintIcon(painter, QStringLiteral("ui-lock"), QRectF(center.x() - 5.5, center.y() - 5.5, 11, 11),
                     theme().ink2);
}

PlacedItem* makeItem(Look& look, const Placed& placed) {
    switch (placed.shape) {
    case Shape::Vpc:
    case Shape::Zone:
    case Shape::Subnet: return new ContainerItem(look, placed);
    case Shape::Tile:
    case Shape::SmallTile:
    case Shape::BorderTile: return new TileItem(look, placed);
    case Shape::Capsule:
    case Shape::Chip:
    case Shape::Source:
    case Shape::Gate:
    case Shape::RouteTable: break;
    }
    return new SignItem(look, placed);
}

} // namespace sekisho::canvas
