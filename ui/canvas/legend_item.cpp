// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/legend_item.h"

#include "ui/canvas/items.h"
#include "ui/canvas/words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace sekisho::canvas {

namespace {
constexpr qreal between = 26, signWidth = 30, toText = 8;
}

LegendItem::LegendItem(Look& look) : m_look(look) {
    setZValue(layer::label);
    setAcceptedMouseButtons(Qt::NoButton);
}

void LegendItem::syncWith(const Signs& signs, QPointF leftMiddle, qreal room) {
    m_signs = signs;
    m_room = room;
    setPos(leftMiddle);
    retranslate();
}

void LegendItem::retranslate() {
    qreal width = 0;
    const auto entry = [&](bool shown, const QString& text) {
        if (shown) width += signWidth + toText + textWidth(TextRole::Second, text) + between;
    };
    entry(m_signs.rules, Words::tr("Allowed ports"));
    entry(m_signs.ribbons, Words::tr("Security group members"));
    entry(m_signs.routes, Words::tr("Route"));
    entry(m_signs.gates, Words::tr("Network ACL"));
    entry(m_signs.ghosts, Words::tr("Off or not in force"));
    const QRectF plain(0, -12, std::max(0.0, width - between), 24);
    constexpr qreal largest = 2.4; // as zoomed out as names are shown
    if (plain != m_plain) {
        // It lies in many cells of the scene's index: only where it must.
        prepareGeometryChange();
        m_plain = plain;
        m_bounds = QRectF(0, -12, plain.width() * largest, 12 + 24 * largest);
    }
    setVisible(width > 0);
    update();
}

void LegendItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    const Level level = m_look.levelAt(scaleOf(painter), widget);
    if (level <= Level::Overview) return;
    // As large as can be read, or not at all.
    const qreal grow = heldGrowth(TextRole::Second, level, scaleOf(painter));
    if (grow > 1 && m_plain.width() * grow > std::max(m_room, m_plain.width())) return;
    painter->translate(0, (grow - 1) * 6);
    painter->scale(grow, grow);
    const style::Theme& t = *m_look.theme;
    qreal x = 0;
    const auto entry = [&](const QString& text) {
        drawLeft(painter, TextRole::Second, t.ink3, QPointF(x + signWidth + toText, 0), text);
        x += signWidth + toText + textWidth(TextRole::Second, text) + between;
    };
    const QColor color = t.group[std::size_t(m_signs.color % style::groupColors)];
    if (m_signs.rules) {
        painter->setPen(QPen(color, 2));
        painter->drawLine(QPointF(x, 0), QPointF(x + signWidth - 8, 0));
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPolygon(QPolygonF{
            {QPointF(x + signWidth, 0), QPointF(x + signWidth - 9, -4.5), QPointF(x + signWidth - 9, 4.5)}});
        entry(Words::tr("Allowed ports"));
    }
    if (m_signs.ribbons) {
        QColor band = color;
        band.setAlphaF(0.34F);
        painter->fillRect(QRectF(x, -6, signWidth - 3, 12), band);
        entry(Words::tr("Security group members"));
    }
    if (m_signs.routes) {
        painter->setPen(QPen(t.routeCase, 6, Qt::SolidLine, Qt::FlatCap));
        painter->drawLine(QPointF(x, 0), QPointF(x + signWidth - 1, 0));
        painter->setPen(outline(t.route, 1.5));
        painter->drawLine(QPointF(x, 0), QPointF(x + signWidth - 1, 0));
        painter->drawPolyline(QPolygonF{
            {QPointF(x + signWidth - 7, -5), QPointF(x + signWidth, 0), QPointF(x + signWidth - 7, 5)}});
        entry(Words::tr("Route"));
    }
    if (m_signs.gates) {
        painter->setPen(outline(t.vpcLine, 1.25));
        painter->setBrush(t.tile);
        painter->drawRoundedRect(QRectF(x + 5, -9, 24, 18), 5, 5);
        style::paintIcon(painter, QStringLiteral("nacl"), QRectF(x + 10, -7, 14, 14), t.ink);
        entry(Words::tr("Network ACL"));
    }
    if (m_signs.ghosts) {
        painter->setPen(dashed(t.tileLine, 1.25, 3, 3.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(x + 10, -9, 18, 18), 4, 4);
        entry(Words::tr("Off or not in force"));
    }
}

} // namespace sekisho::canvas
