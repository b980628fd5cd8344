// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/look.h"

#include <QGraphicsItem>
#include <QLineF>

namespace sekisho::canvas {

/// What a gesture shows above everything: drop targets, the line being connected, the rubber band, the focus
/// ring, the flash of something found.
class OverlayItem : public QGraphicsItem {
public:
    explicit OverlayItem(Look& look);

    struct Target {
        QRectF rect;
        qreal radius = 8;
        bool takes = true;
        bool operator==(const Target&) const = default;
    };
    void setDropTarget(const std::optional<Target>& target);
    void setConnection(const std::optional<QLineF>& line, const std::optional<Target>& end);
    void setBand(const std::optional<QRectF>& band);
    void setFocus(const std::optional<Target>& focus);
    /// `strength`: 0 none, 1 full.
    void setFlash(const std::vector<Target>& flash, qreal strength);
    qreal flashStrength() const { return m_strength; }

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void changed();

    Look& m_look;
    std::optional<Target> m_drop, m_focus, m_end;
    std::vector<Target> m_flash;
    std::optional<QLineF> m_line;
    std::optional<QRectF> m_band;
    qreal m_strength = 0;
    QRectF m_bounds;
};

} // namespace sekisho::canvas
