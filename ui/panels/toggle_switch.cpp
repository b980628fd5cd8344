// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/toggle_switch.h"

#include "ui/style/theme.h"

#include <QPainter>

namespace sekisho {

namespace {

constexpr QSizeF track(34, 18);
constexpr qreal gap = 3;  ///< around the knob
constexpr qreal ring = 2; ///< for the focus

} // namespace

ToggleSwitch::ToggleSwitch(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize ToggleSwitch::sizeHint() const {
    return {int(track.width() + 2 * ring) + 2, int(track.height() + 2 * ring) + 2};
}

void ToggleSwitch::paintEvent(QPaintEvent*) {
    const style::Theme& theme = style::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body(QPointF((width() - track.width()) / 2, (height() - track.height()) / 2), track);
    const bool on = isChecked() != isDown();
    QColor fill = isChecked() ? theme.accent : theme.ink3;
    if (!isEnabled()) fill = theme.line;
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        const QRectF outer = body.adjusted(-ring, -ring, ring, ring);
        painter.drawRoundedRect(outer, outer.height() / 2, outer.height() / 2);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    const qreal size = body.height() - 2 * gap;
    const qreal x = on ? body.right() - gap - size : body.left() + gap;
    painter.setBrush(theme.panel);
    painter.drawEllipse(QRectF(x, body.top() + gap, size, size));
}

} // namespace sekisho
