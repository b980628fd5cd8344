// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/look.h"

#include <QGraphicsItem>

namespace sekisho::canvas {

/// "No way out" and what is missing, beside a workload.
class CalloutItem : public QGraphicsItem {
public:
    explicit CalloutItem(Look& look);
    /// `rect`: the box; `tile`: what the leader goes to. Scene units.
    void syncWith(const QRectF& rect, const QRectF& tile, const QString& title, const QString& text);

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Look& m_look;
    QRectF m_rect, m_tile, m_bounds;
    QString m_title, m_text;
};

} // namespace sekisho::canvas
