// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/items.h"
#include "ui/canvas/plan_mark.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace sekisho::canvas {

ContainerItem::ContainerItem(Look& look, const Placed& placed) : PlacedItem(look, placed) {}

QMarginsF ContainerItem::margins() const {
    // The sign of a plan stands on the left border.
    return {28, 8, 7, 7};
}

std::optional<QPointF> ContainerItem::planSpot(Level, qreal scale) const {
    if (m_placed.shape == Shape::Zone) return {};
    return QPointF(planMarkRadius - planMarkRadiusAt(scale),
                   m_placed.shape == Shape::Vpc ? vpcHeader / 2 : subnetHeader / 2);
}

void ContainerItem::setTitleRoom(qreal start, qreal end) {
    if (start == m_titleStart && end == m_headerEnd) return;
    m_titleStart = start;
    m_headerEnd = end;
    contentChanged();
    update();
}

void ContainerItem::contentChanged() {
    const qreal end = m_headerEnd > 0 ? std::min(m_headerEnd, box().width() - 10) : box().width() - 10;
    if (m_placed.shape == Shape::Vpc) {
        // The name goes first; a block that is cut says nothing.
        m_name = elided(TextRole::Header, m_content.name, end - 36);
        const qreal left = end - 44 - textWidth(TextRole::Header, m_name);
        m_second = elided(TextRole::Mono, m_content.second, std::max(0.0, left));
        if (m_second != m_content.second && left < 96) m_second.clear();
    } else if (m_placed.shape == Shape::Zone) {
        const qreal start = std::max(8.0, m_titleStart);
        m_name = elided(TextRole::Gate, m_content.name, std::max(20.0, end - start - 15));
        m_second = elided(TextRole::Gate, m_content.second,
                          std::max(0.0, end - start - 24 - textWidth(TextRole::Gate, m_name)));
    } else {
        m_name = elided(TextRole::Header, m_content.name, end - 36);
        m_second = elided(TextRole::Mono, m_content.second, box().width() - 46);
    }
}

void ContainerItem::draw(QPainter* painter, Level level, qreal scale) {
    switch (m_placed.shape) {
    case Shape::Vpc: drawVpc(painter, level, scale); break;
    case Shape::Zone: drawZone(painter, level, scale); break;
    default: drawSubnet(painter, level, scale);
    }
    if (level >= Level::Names) {
        // Gates stand on the upper border.
        const qreal middle = m_placed.shape == Shape::Vpc      ? vpcHeader / 2
                             : m_placed.shape == Shape::Subnet ? subnetHeader - 11
                                                               : zoneHeader / 2;
        drawLock(painter, QPointF(box().right() - 15, middle));
    }
    const qreal radius = m_placed.shape == Shape::Vpc ? 12 : m_placed.shape == Shape::Zone ? 9 : 8;
    // Rings of the same width on the screen, whatever the zoom.
    const qreal unit = std::max(1.0, 1 / scale);
    if (m_mark.selected) {
        drawRing(painter, box(), radius, theme().accent, 2 * std::min(unit, 4.0), 3);
    } else if (m_mark.hovered) {
        drawRing(painter, box(), radius, theme().accent, 1.5 * std::min(unit, 4.0), 0);
    }
}

/// The upper part of a box with round corners.
static QPainterPath roundedTop(const QRectF& box, qreal height, qreal radius) {
    QPainterPath path;
    path.moveTo(box.left(), box.top() + height);
    path.arcTo(QRectF(box.left(), box.top(), 2 * radius, 2 * radius), 180, -90);
    path.arcTo(QRectF(box.right() - 2 * radius, box.top(), 2 * radius, 2 * radius), 90, -90);
    path.lineTo(box.right(), box.top() + height);
    path.closeSubpath();
    return path;
}

/// A name of one size on the screen. Those of VPCs and zones are a FarNamesItem's.
static void drawFarName(QPainter* painter, const QRectF& box, const QString& text, const QColor& ink,
                        qreal scale, qreal inset) {
    const qreal pixels = 11 / scale;
    const qreal grow = pixels / textFont(TextRole::Header).pixelSize();
    const qreal space = box.width() - 2 * inset;
    if (space < pixels * 2 || box.height() < pixels * 1.3) return;
    drawLeft(painter, TextRole::Header, ink,
             QPointF(box.left() + inset, box.top() + std::max(pixels * 0.6, 13.0)),
             elided(TextRole::Header, text, space / grow), grow);
}

/// The first line of the header. What is zoomed out is held at a size that can be read, as far as the header
/// is wide.
void ContainerItem::drawTitle(QPainter* painter, TextRole role, Level level, qreal scale, const QColor& ink,
                              QPointF leftMiddle, const QString& name) const {
    const qreal grow = heldGrowth(role, level, scale);
    if (grow == 1) {
        drawLeft(painter, role, ink, leftMiddle, name);
        return;
    }
    qreal end = m_headerEnd > 0 ? std::min(m_headerEnd, box().width() - 10) : box().width() - 10;
    // A gate is its sign alone then.
    if (m_placed.shape == Shape::Subnet) end = std::max(end, box().width() - 96);
    drawLeft(painter, role, ink, leftMiddle, elided(role, m_content.name, (end - leftMiddle.x()) / grow),
             grow);
}

void ContainerItem::drawVpc(QPainter* painter, Level level, qreal scale) {
    const style::Theme& t = theme();
    const qreal width = level >= Level::Names ? 1.75 : 1.75 / std::max(scale, 0.2);
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.vpcFill);
    painter->drawRoundedRect(box(), 12, 12);
    if (level >= Level::Names) {
        painter->setBrush(t.vpcHead);
        painter->drawPath(roundedTop(box(), vpcHeader, 12));
    }
    painter->setPen(outline(t.vpcLine, width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box(), 12, 12);
    if (level <= Level::Overview) return;
    style::paintIcon(painter, m_content.icon, QRectF(10, 4.5, 17, 17), t.ink);
    drawTitle(painter, TextRole::Header, level, scale, t.ink, QPointF(34, 13.5), m_name);
    if (level == Level::Full)
        drawLeft(painter, TextRole::Mono, t.ink2, QPointF(42 + textWidth(TextRole::Header, m_name), 13.5),
                 m_second);
}

void ContainerItem::drawZone(QPainter* painter, Level level, qreal scale) {
    const style::Theme& t = theme();
    if (level == Level::Map) {
        painter->setPen(outline(t.azLine, 1.25 / std::max(scale, 0.1)));
        painter->setBrush(t.azFill);
        painter->drawRect(box());
        return;
    }
    painter->setPen(dashed(t.azLine, 1.25, 5, 4));
    painter->setBrush(t.azFill);
    painter->drawRoundedRect(box(), 9, 9);
    if (level == Level::Overview) return;
    const qreal x = std::max(8.0, m_titleStart);
    style::paintIcon(painter, QStringLiteral("az"), QRectF(x, 5, 12, 12), t.ink2);
    drawTitle(painter, TextRole::Gate, level, scale, t.ink2, QPointF(x + 15, 11.5), m_name);
    if (level == Level::Full)
        drawLeft(painter, TextRole::Gate, t.ink3, QPointF(x + 24 + textWidth(TextRole::Gate, m_name), 11.5),
                 m_second);
}

void ContainerItem::drawSubnet(QPainter* painter, Level level, qreal scale) {
    const style::Theme& t = theme();
    const bool isPublic = m_content.tier == Tier::Public;
    const QColor fill = isPublic ? t.publicFill : t.privateFill;
    const QColor head = isPublic ? t.publicHead : t.privateHead;
    const QColor line = isPublic ? t.publicLine : t.privateLine;
    const QColor ink = isPublic ? t.publicInk : t.privateInk;
    if (level == Level::Map) {
        painter->fillRect(box(), head);
        return;
    }
    painter->setPen(outline(line, level == Level::Overview ? 1.25 / scale : 1.5));
    painter->setBrush(fill);
    painter->drawRoundedRect(box(), 8, 8);
    if (level == Level::Overview) {
        // As long as the header has room for 11 px on the screen.
        if (subnetHeader * scale >= 8) drawFarName(painter, box(), m_content.name, ink, scale, 10);
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(head);
    painter->drawPath(roundedTop(box(), subnetHeader, 8));
    painter->setPen(outline(line, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box(), 8, 8);
    style::paintIcon(painter, m_content.icon, QRectF(10, 9, 18, 18), ink);
    const bool second = level == Level::Full && !m_second.isEmpty();
    drawTitle(painter, TextRole::Header, level, scale, ink, QPointF(34, second ? 12.5 : 18), m_name);
    if (second) drawLeft(painter, TextRole::Mono, t.ink2, QPointF(34, 26), m_second);
}

} // namespace sekisho::canvas
