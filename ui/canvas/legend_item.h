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
    void syncWith(const Signs& signs, QPointF leftMiddle);
    void retranslate();

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Look& m_look;
    Signs m_signs;
    QRectF m_bounds;
};

} // namespace sekisho::canvas
