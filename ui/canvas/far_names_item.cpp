// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/far_names_item.h"

#include "ui/canvas/items.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace sekisho::canvas {

namespace {

constexpr qreal onScreen = 11, smallestZoom = 0.05;

/// Zones side by side begin alike: where there is no room, the end tells them apart ("1a").
QString zoneName(const QString& name, qreal space) {
    if (textWidth(TextRole::Header, name) <= space) return name;
    const QString end = name.mid(name.lastIndexOf(QLatin1Char('-')) + 1);
    return elided(TextRole::Header, end.isEmpty() ? name : end, space);
}

} // namespace

FarNamesItem::FarNamesItem(Look& look) : m_look(look) {
    setZValue(layer::callout);
    setAcceptedMouseButtons(Qt::NoButton);
}

void FarNamesItem::syncWith(std::vector<Name> names) {
    if (names == m_names) return;
    prepareGeometryChange();
    m_names = std::move(names);
    m_bounds = {};
    for (const Name& name : m_names)
        m_bounds |= name.rect.adjusted(0, name.vpc ? -1.5 * onScreen / smallestZoom : 0, 0, 0);
    update();
}

void FarNamesItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    const qreal scale = std::max(scaleOf(painter), smallestZoom);
    const Level level = m_look.levelAt(scaleOf(painter), widget);
    if (level >= Level::Names) return;
    const style::Theme& t = *m_look.theme;
    const qreal pixels = onScreen / scale;
    const qreal grow = pixels / textFont(TextRole::Header).pixelSize();
    for (const Name& name : m_names) {
        // A VPC's name stands above it at the left, a zone's in the strip above the zone while there is room.
        const bool above = name.vpc || (level == Level::Overview && 42 * scale >= 9);
        const qreal space = name.vpc ? name.rect.width() / 2 - 30 / scale : name.rect.width() - 4 / scale;
        if (space < 2 * pixels) continue;
        const qreal y =
            above ? name.rect.top() - pixels * (name.vpc ? 0.8 : 0.65) : name.rect.top() + pixels * 0.9;
        const QPointF at(name.rect.left() + 4 / scale, y);
        const QString text = name.vpc ? elided(TextRole::Header, name.text, space / grow)
                                      : zoneName(name.text.simplified(), space / grow);
        if (!name.vpc) {
            // Routes and borders run there: the name stands on a ground of its own.
            const qreal width = textWidth(TextRole::Header, text) * grow;
            QColor ground = level == Level::Overview ? t.vpcFill : t.publicHead;
            ground.setAlphaF(0.85F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(
                QRectF(at.x() - 2 / scale, y - pixels * 0.55, width + 4 / scale, pixels * 1.1), 3 / scale,
                3 / scale);
        }
        drawLeft(painter, TextRole::Header, name.vpc ? t.ink : t.ink2, at, text, grow);
    }
}

} // namespace sekisho::canvas
