// SPDX-License-Identifier: Apache-2.0
#include "ui/style/base_style.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace sekisho::style {

void paintTick(QPainter* painter, const QRect& rect, QStyle::State state, bool round) {
    const Theme& colors = theme();
    const bool enabled = state & QStyle::State_Enabled;
    const bool on = state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = !on ? colors.panel : enabled ? colors.accent : colors.ink3;
    const QColor line = on ? fill : state & QStyle::State_MouseOver ? colors.accent : colors.ink3;
    const QRectF box = QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, 1.25));
    painter->setBrush(fill);
    if (round)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 3, 3);
    if (state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colors.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 3.5, 3.5);
    }
    painter->setPen(QPen(colors.accentInk, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height());
    };
    if (state & QStyle::State_NoChange) {
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.accentInk);
        painter->drawEllipse(box.center(), box.width() / 5, box.width() / 5);
    } else if (on) {
        painter->drawPolyline(QPolygonF({at(0.25, 0.53), at(0.43, 0.7), at(0.76, 0.32)}));
    }
    painter->restore();
}

BaseStyle::BaseStyle() : QProxyStyle(QStringLiteral("fusion")) {}

void BaseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paintTick(painter, option->rect, option->state); return;
    case PE_IndicatorRadioButton: paintTick(painter, option->rect, option->state, true); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

QIcon BaseStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
    switch (which) {
    // Where a bar has no room for all it holds.
    case SP_ToolBarHorizontalExtensionButton: return icon(QStringLiteral("ui-chevron-right"));
    case SP_ToolBarVerticalExtensionButton: return icon(QStringLiteral("ui-chevron-down"));
    // Each pane asks for these again and again while it is made, and has a title bar of its own.
    case SP_TitleBarNormalButton:
    case SP_TitleBarCloseButton: return {};
    case SP_MessageBoxCritical: return icon(QStringLiteral("problem-error"), theme().error);
    case SP_MessageBoxWarning: return icon(QStringLiteral("problem-warning"), theme().warn);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion: return icon(QStringLiteral("problem-info"), theme().accent);
    default: return QProxyStyle::standardIcon(which, option, widget);
    }
}

int BaseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return tickSize;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BaseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* more) const {
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons) return 0;
    return QProxyStyle::styleHint(hint, option, widget, more);
}

} // namespace sekisho::style
