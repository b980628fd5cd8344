// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/plan_mark.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sekisho::canvas {

void drawPlanMark(QPainter* painter, PlannedAction action, QPointF center, qreal radius,
                  const style::Theme& theme) {
    const QColor color = action == PlannedAction::Create   ? theme.ok
                         : action == PlannedAction::Update ? theme.warn
                                                           : theme.error;
    const QRectF box(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius);
    // A rim of the ground parts it from lines and borders below it.
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.tile);
    const qreal rim = radius * 0.2;
    painter->drawRoundedRect(box.adjusted(-rim, -rim, rim, rim), radius * 0.65, radius * 0.65);
    painter->setBrush(color);
    painter->drawRoundedRect(box, radius * 0.5, radius * 0.5);
    painter->setPen(QPen(theme.tile, radius * 0.24, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const qreal arm = radius * 0.52;
    const auto bar = [&](qreal y) { painter->drawLine(center + QPointF(-arm, y), center + QPointF(arm, y)); };
    switch (action) {
    case PlannedAction::Create:
        bar(0);
        painter->drawLine(center + QPointF(0, -arm), center + QPointF(0, arm));
        break;
    case PlannedAction::Update: {
        QPainterPath wave(center + QPointF(-arm, arm * 0.25));
        wave.cubicTo(center + QPointF(-arm * 0.45, -arm * 0.95), center + QPointF(arm * 0.45, arm * 0.95),
                     center + QPointF(arm, -arm * 0.25));
        painter->drawPath(wave);
        break;
    }
    case PlannedAction::Replace:
        bar(-arm * 0.35);
        painter->drawLine(center + QPointF(0, -arm * 1.1), center + QPointF(0, arm * 0.4));
        bar(arm);
        break;
    case PlannedAction::Delete: bar(0); break;
    }
}

qreal planMarkRadiusAt(qreal scale) {
    return std::clamp(4.8 / std::max(scale, 0.05), planMarkRadius, 2.1 * planMarkRadius);
}

} // namespace sekisho::canvas
