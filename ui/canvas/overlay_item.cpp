// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/overlay_item.h"

#include "ui/canvas/items.h"
#include "ui/style/theme.h"

#include <QPainter>

#include <cmath>

namespace sekisho::canvas {

OverlayItem::OverlayItem(Look& look) : m_look(look) {
    setZValue(layer::overlay);
    setAcceptedMouseButtons(Qt::NoButton);
}

void OverlayItem::changed() {
    QRectF bounds;
    for (const auto* target : {&m_drop, &m_focus, &m_end})
        if (*target) bounds |= (*target)->rect.adjusted(-16, -16, 16, 16);
    for (const Target& target : m_flash)
        bounds |= target.rect.adjusted(-32, -32, 32, 32); // a broad ring when zoomed out
    if (m_line) bounds |= QRectF(m_line->p1(), m_line->p2()).normalized().adjusted(-16, -16, 16, 16);
    if (m_band) bounds |= m_band->normalized().adjusted(-4, -4, 4, 4);
    if (bounds != m_bounds) {
        prepareGeometryChange();
        m_bounds = bounds;
    }
    update();
}

void OverlayItem::setDropTarget(const std::optional<Target>& target) {
    if (target == m_drop) return;
    m_drop = target;
    changed();
}

void OverlayItem::setConnection(const std::optional<QLineF>& line, const std::optional<Target>& end) {
    if (line == m_line && end == m_end) return;
    m_line = line;
    m_end = end;
    changed();
}

void OverlayItem::setBand(const std::optional<QRectF>& band) {
    if (band == m_band) return;
    m_band = band;
    changed();
}

void OverlayItem::setFocus(const std::optional<Target>& focus) {
    if (focus == m_focus) return;
    m_focus = focus;
    changed();
}

void OverlayItem::setFlash(const std::vector<Target>& flash, qreal strength) {
    if (flash == m_flash && strength == m_strength) return;
    m_flash = flash;
    m_strength = strength;
    changed();
}

void OverlayItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const style::Theme& t = *m_look.theme;
    const qreal unit = std::clamp(1 / scaleOf(painter), 0.5, 8.0);
    for (const auto* target : {&m_drop, &m_end}) {
        if (!*target) continue;
        const QColor line = (*target)->takes ? t.accent : t.errorLine;
        QColor fill = (*target)->takes ? t.accent : t.error;
        fill.setAlphaF(0.10F);
        painter->setPen(outline(line, 2 * unit));
        painter->setBrush(fill);
        painter->drawRoundedRect((*target)->rect, (*target)->radius, (*target)->radius);
    }
    if (m_line) {
        painter->setPen(outline(t.accent, 2 * unit));
        painter->drawLine(*m_line);
        painter->setBrush(t.tile);
        painter->drawEllipse(m_line->p1(), 4.5 * unit, 4.5 * unit);
        if (m_line->length() > 12) {
            const QPointF tip = m_line->p2();
            const QPointF d = QPointF(m_line->dx(), m_line->dy()) / m_line->length() * 10 * unit;
            const QPointF normal(-d.y() / 2, d.x() / 2);
            painter->setPen(Qt::NoPen);
            painter->setBrush(t.accent);
            painter->drawPolygon(QPolygonF{{tip, tip - d + normal, tip - d - normal}});
        }
    }
    if (m_focus) {
        QPen pen(t.ink, 1.5 * unit, Qt::CustomDashLine, Qt::RoundCap);
        pen.setDashPattern({0.1, 2});
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(m_focus->rect.adjusted(-8, -8, 8, 8), m_focus->radius + 8,
                                 m_focus->radius + 8);
    }
    if (m_strength > 0) {
        QColor color = t.accent;
        color.setAlphaF(float(m_strength));
        for (const Target& target : m_flash)
            drawRing(painter, target.rect, target.radius, color, 3 * unit, 6);
    }
    if (m_band) {
        QColor fill = t.accent;
        fill.setAlphaF(0.08F);
        painter->setPen(QPen(t.accent, unit));
        painter->setBrush(fill);
        painter->drawRect(m_band->normalized());
    }
}

} // namespace sekisho::canvas
