// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>

#include <array>

/// The one place for colours, fonts and measures. The values are resources/theme/tokens.json.
namespace sekisho::style {

enum class Variant { Light, Dark, HighContrast };

inline constexpr int groupColors = 8;

/// All colours of one theme; the names are those of tokens.json.
struct Theme {
    Variant variant{};
    QColor canvas, grid, panel, panel2, chrome, line, line2;
    QColor ink, ink2, ink3; ///< text, second line, hint and ghost text
    QColor accent, accentSoft, accentInk;
    QColor vpcLine, vpcFill, vpcHead, azFill, azLine;
    QColor publicFill, publicHead, publicLine, publicInk;
    QColor privateFill, privateHead, privateLine, privateInk;
    QColor tile, tileLine, route, routeCase;
    QColor ok, okSoft, okLine, warn, warnSoft, warnLine, error, errorSoft, errorLine;
    QColor there, back;                                 ///< the two directions of a trace
    QColor highlight, highlightBar;                     ///< a marked stretch of text
    QColor keyword, string, number, comment, reference; ///< code
    std::array<QColor, groupColors> group;              ///< a group's colour, never for text
    std::array<QColor, groupColors> groupInk;           ///< the letter on a filled badge

    bool isDark() const { return variant != Variant::Light; }
};

const Theme& themeOf(Variant variant);

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// The theme of the windows, Light until setTheme().
const Theme& theme();
ThemeChoice themeChoice();
/// Gives the application palette and style sheet of a theme. System: light or dark as the desktop is, see
/// followDesktop(). Widgets learn of it by QEvent::PaletteChange; Style::themeChanged tells
/// others.
void setTheme(ThemeChoice choice);
/// For windows that get QEvent::ThemeChange: the desktop may have become dark, or light.
void followDesktop();

/// Text: 13 px in panels, 12 in tables and for the names of nodes (semi-bold), 11 in second lines. Never
/// below 10.5.
QFont uiFont(qreal pixels, bool semiBold = false);
/// Code (12 px) and CIDRs (11 px).
QFont monoFont(qreal pixels);
/// Digits of one width, for columns of money.
QFont tabular(QFont font);

} // namespace sekisho::style
