// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace sekisho::style {

/// Side of a box to tick, px.
inline constexpr int tickSize = 15;
/// Paints a box to tick or, if it is round, a radio button, in the colours of the theme.
void paintTick(QPainter* painter, const QRect& rect, QStyle::State state, bool round = false);

/// Fusion, with what the palette cannot tell it: boxes to tick and icons that are seen in every theme.
/// Buttons of dialogs have no icons: Fusion's are of no theme of ours.
class BaseStyle : public QProxyStyle {
    Q_OBJECT
public:
    BaseStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                       const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* more) const override;
};

} // namespace sekisho::style
