// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/look.h"

#include <QGraphicsItem>

namespace sekisho::canvas {

/// Says what the signs of the drawing mean; below it.
class LegendItem : public QGraphicsItem {
public:
    explicit LegendItem(Look& look);

    /// Which signs occur.
    struct Signs {
        bool rules = false, ribbons = false, routes = false, gates = false, ghosts = false;
        int color = 1; ///< of the examples
        bool operator==(const Signs&) const = default;
    };
    /// `room`: how wide it may become when it is zoomed out.
    void syncWith(const Signs& signs, QPointF leftMiddle, qreal room);
    void retranslate();
    /// What it covers at full size, scene units.
    QRectF plainRect() const { return m_plain.translated(pos()); }

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Look& m_look;
    Signs m_signs;
    qreal m_room = 0;
    QRectF m_plain, m_bounds;
};

} // namespace sekisho::canvas
