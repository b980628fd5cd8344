// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/items.h"
#include "ui/canvas/plan_mark.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace sekisho::canvas {

SignItem::SignItem(Look& look, const Placed& placed) : PlacedItem(look, placed) {}

QMarginsF SignItem::margins() const {
    return {28, 26, 20, 26};
}

void SignItem::contentChanged() {
    switch (m_placed.shape) {
    case Shape::Chip: m_name = elided(TextRole::Chip, m_content.name, box().width() - 44); break;
    case Shape::Gate: m_name = elided(TextRole::Gate, m_content.name, box().width() - 35); break;
    case Shape::Source: m_name = elided(TextRole::Source, m_content.name, box().width() - 16); break;
    default: m_name = elided(TextRole::Name, m_content.name, box().width() - 48);
    }
}

std::optional<QPointF> SignItem::planSpot(Level level, qreal scale) const {
    // What is larger for the zoom goes outwards, so that badge and icon stay free.
    const qreal extra = planMarkRadiusAt(scale) - planMarkRadius;
    const QPointF out(-extra, extra / 2);
    switch (m_placed.shape) {
    case Shape::Chip: {
        if (level > Level::Overview) return QPointF(2, box().bottom() - 2) + out;
        const qreal half = std::min(20 / scale, 44.0) / 2;
        return box().center() + QPointF(-half, half);
    }
    case Shape::Gate:
        if (level == Level::Full) return QPointF(0, box().bottom() - 3);
        return QPointF(box().right() - (level == Level::Overview ? 60 : 32), box().bottom() - 3) + out;
    case Shape::RouteTable:
        if (level <= Level::Overview) return {};
        return QPointF(0, box().bottom()) + out;
    default: return QPointF(0, box().bottom() - 2);
    }
}

void SignItem::draw(QPainter* painter, Level level, qreal scale) {
    switch (m_placed.shape) {
    case Shape::Chip: drawChip(painter, level, scale); break;
    case Shape::Capsule: drawCapsule(painter, level, scale); break;
    case Shape::Gate: drawGate(painter, level); break;
    case Shape::RouteTable: drawRouteTable(painter, level); break;
    default: drawSource(painter, level, scale);
    }
}

/// How much larger the name is drawn for the zoom, as far as there is room for it.
qreal SignItem::grownWithin(TextRole role, Level level, qreal scale, qreal room) const {
    const qreal width = textWidth(role, m_name);
    return std::clamp(width > 0 ? room / width : 1.0, 1.0, heldGrowth(role, level, scale));
}

void SignItem::drawChip(QPainter* painter, Level level, qreal scale) const {
    const style::Theme& t = theme();
    if (m_content.groups.empty()) return;
    const style::GroupMark& mark = m_content.groups.front();
    const QColor color = t.group[std::size_t(mark.color())];
    if (level == Level::Map) {
        const qreal size = std::min(8 / scale, 60.0);
        painter->fillRect(QRectF(box().center().x() - size / 2, box().center().y() - size / 2, size, size),
                          color);
        return;
    }
    if (level == Level::Overview) {
        const qreal size = std::min(20 / scale, 44.0);
        // Lines end at the chip: its badge alone would stand apart from them, while that can be seen.
        if (box().height() * scale > 6) {
            painter->setPen(QPen(color, 1.25 / scale));
            painter->setBrush(t.tile);
            painter->drawRoundedRect(box(), box().height() / 2, box().height() / 2);
        }
        drawSmallBadge(painter, mark, box().center(), size, t);
        QRectF ring(0, 0, size, size);
        ring.moveCenter(box().center());
        if (m_mark.selected || m_mark.hovered)
            drawRing(painter, ring, 4 / scale, t.accent, 2 / scale, 2 / scale);
        return;
    }
    const qreal radius = box().height() / 2;
    painter->setPen(outline(color, 2));
    painter->setBrush(t.tile);
    painter->drawRoundedRect(box(), radius, radius);
    // Zoomed out, a name that can be read says more than a letter that cannot.
    constexpr qreal lettersFrom = 0.6;
    const qreal grow = heldGrowth(TextRole::Chip, level, scale);
    const qreal wanted = textWidth(TextRole::Chip, m_name) * grow;
    if (level == Level::Full || (scale >= lettersFrom && wanted <= box().width() - radius - 22)) {
        style::paintBadge(painter, mark, QPointF(radius + 4, radius), 8, t);
        drawLeft(painter, TextRole::Chip, t.ink, QPointF(radius + 17, radius), m_name, grow);
    } else {
        drawCentered(painter, TextRole::Chip, t.ink, box().center(),
                     elided(TextRole::Chip, m_name, (box().width() - 10) / grow), grow);
    }
    if (m_mark.selected)
        drawRing(painter, box(), radius, t.accent, 2, 4);
    else if (m_mark.hovered)
        drawRing(painter, box(), radius, t.accent, 1.5, 2);
    if (m_content.severity) {
        const bool isError = *m_content.severity == Severity::Error;
        const QPointF center(box().right() - 3, box().top() + 1);
        painter->setPen(outline(isError ? t.errorLine : t.warnLine, 1.25));
        painter->setBrush(isError ? t.errorSoft : t.warnSoft);
        painter->drawEllipse(center, 7.5, 7.5);
        style::paintIcon(painter,
                         isError ? QStringLiteral("problem-error") : QStringLiteral("problem-warning"),
                         QRectF(center.x() - 5.5, center.y() - 5.5, 11, 11), isError ? t.error : t.warn);
    }
    drawLock(painter, box().bottomRight() - QPointF(6, 2));
    drawHandles(painter);
}

void SignItem::drawCapsule(QPainter* painter, Level level, qreal scale) const {
    const style::Theme& t = theme();
    const qreal radius = box().height() / 2;
    if (level <= Level::Overview) {
        painter->setPen(QPen(t.vpcLine, 1.25 / scale));
        painter->setBrush(t.tile);
        painter->drawRoundedRect(box(), radius, radius);
        if (level == Level::Overview)
            style::paintIcon(painter, m_content.icon,
                             QRectF(box().center().x() - radius, 0, box().height(), box().height()), t.ink);
        return;
    }
    painter->setPen(outline(t.vpcLine, 1.5));
    painter->setBrush(t.tile);
    painter->drawRoundedRect(box(), radius, radius);
    const qreal grow = grownWithin(TextRole::Name, level, scale, box().width() - 38);
    const qreal width = 22 + textWidth(TextRole::Name, m_name) * grow;
    const qreal x = box().center().x() - width / 2;
    style::paintIcon(painter, m_content.icon, QRectF(x, radius - 8, 16, 16), t.ink);
    drawLeft(painter, TextRole::Name, t.ink, QPointF(x + 22, radius), m_name, grow);
    drawStateRings(painter, radius);
    drawLock(painter, box().bottomRight() - QPointF(6, 2));
    drawHandles(painter);
}

void SignItem::drawSource(QPainter* painter, Level level, qreal scale) const {
    const style::Theme& t = theme();
    const qreal radius = box().height() / 2;
    const TextRole role = !m_name.isEmpty() && m_name.front().isDigit() ? TextRole::Source : TextRole::Second;
    // A block of addresses cannot be cut short: zoomed out, it takes half of the gap to its neighbours.
    constexpr qreal spare = 11, inset = 4;
    const qreal grow = grownWithin(role, level, scale, box().width() + 2 * (spare - inset));
    const qreal wider = std::max(0.0, textWidth(role, m_name) * grow + 2 * inset - box().width()) / 2;
    painter->setPen(
        outline(m_mark.selected || m_mark.hovered ? t.accent : t.line, m_mark.selected ? 2 : 1.25));
    // Too small to be written in, it is a mark rather than an empty box.
    painter->setBrush(level >= Level::Names ? t.tile : t.ink3);
    painter->drawRoundedRect(box().adjusted(-wider, 0, wider, 0), radius, radius);
    if (level >= Level::Names) drawCentered(painter, role, t.ink, box().center(), m_name, grow);
}

void SignItem::drawGate(QPainter* painter, Level level) const {
    const style::Theme& t = theme();
    if (level == Level::Map) return;
    const bool lit = m_mark.hovered || m_mark.selected;
    const QColor line = lit ? t.accent : m_content.ghost ? t.ink3 : t.vpcLine;
    if (level == Level::Overview) {
        painter->setPen(outline(line, 4));
        painter->setBrush(t.tile);
        painter->drawRoundedRect(QRectF(box().right() - 60, 5, 60, 12), 6, 6);
        return;
    }
    const QRectF gate = level == Level::Full ? box() : QRectF(box().right() - 32, 0, 32, box().height());
    painter->setPen(m_content.ghost && !lit ? dashed(line, 1.25, 3, 2.5) : outline(line, 1.25));
    painter->setBrush(t.tile);
    painter->drawRoundedRect(gate, 5, 5);
    const QColor ink = lit ? t.accent : m_content.ghost ? t.ink3 : t.ink;
    style::paintIcon(painter, m_content.icon, QRectF(gate.left() + 8, 3, 16, 16), ink);
    if (level == Level::Full)
        drawLeft(painter, TextRole::Gate, ink, QPointF(gate.left() + 28, box().height() / 2), m_name);
    if (m_mark.selected) drawRing(painter, gate, 5, t.accent, 2, 3);
    if (m_content.severity) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(*m_content.severity == Severity::Error ? t.errorLine : t.warnLine);
        painter->drawEllipse(gate.topRight(), 4, 4);
    }
}

void SignItem::drawRouteTable(QPainter* painter, Level level) const {
    const style::Theme& t = theme();
    if (level <= Level::Overview) return;
    const bool lit = m_mark.hovered || m_mark.selected || m_mark.tied;
    painter->setPen(outline(lit ? t.accent : t.vpcLine, m_mark.tied ? 2 : 1.25));
    painter->setBrush(m_mark.tied ? t.accentSoft : t.tile);
    painter->drawRoundedRect(box(), 5, 5);
    QRectF icon(0, 0, 14, 14);
    icon.moveCenter(box().center());
    style::paintIcon(painter, m_content.icon, icon, lit ? t.accent : t.ink);
    if (m_mark.selected) drawRing(painter, box(), 5, t.accent, 2, 3);
    if (m_content.severity) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(*m_content.severity == Severity::Error ? t.errorLine : t.warnLine);
        painter->drawEllipse(box().topRight(), 4, 4);
    }
}

} // namespace sekisho::canvas
