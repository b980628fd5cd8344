// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/callout_item.h"

#include "ui/canvas/items.h"
#include "ui/style/theme.h"

#include <QPainter>

namespace sekisho::canvas {

CalloutItem::CalloutItem(Look& look) : m_look(look) {
    setZValue(layer::callout);
    setAcceptedMouseButtons(Qt::NoButton);
}

void CalloutItem::syncWith(const QRectF& rect, const QRectF& tile, const QString& title,
                           const QString& text) {
    const QString cutTitle = elided(TextRole::Name, title, rect.width() - 20);
    const QString cut = elided(TextRole::Second, text, rect.width() - 20);
    if (rect == m_rect && tile == m_tile && cut == m_text && cutTitle == m_title) return;
    prepareGeometryChange();
    m_rect = rect;
    m_tile = tile;
    m_title = cutTitle;
    m_text = cut;
    setToolTip(text);
    m_bounds = rect.united(tile).adjusted(-2, -2, 2, 2);
    update();
}

void CalloutItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    if (m_look.levelAt(scaleOf(painter), widget) != Level::Full) return;
    const style::Theme& t = *m_look.theme;
    const bool right = m_rect.center().x() > m_tile.center().x();
    const qreal y = m_rect.center().y();
    painter->setPen(outline(t.warnLine, 1.25));
    // Up to the ring around the tile.
    painter->drawLine(QPointF(right ? m_rect.left() : m_rect.right(), y),
                      QPointF(right ? m_tile.right() + 4 : m_tile.left() - 4, y));
    painter->setBrush(t.warnSoft);
    painter->drawRoundedRect(m_rect, 6, 6);
    drawLeft(painter, TextRole::Name, t.warn, m_rect.topLeft() + QPointF(11, 12.5), m_title);
    drawLeft(painter, TextRole::Second, t.warn, m_rect.topLeft() + QPointF(11, 27), m_text);
}

} // namespace sekisho::canvas
