// SPDX-License-Identifier: Apache-2.0
#include "ui/style/theme.h"

#include "resources/resources.h"
#include "ui/style/style.h"
#include "ui/style/style_sheet.h"

#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPalette>

#include <cassert>
#include <optional>
#include <utility>

namespace sekisho::style {

namespace {

Theme read(const QJsonObject& tokens, Variant variant) {
    const auto color = [&](const char* name) {
        const QColor value(tokens.value(QLatin1String(name)).toString());
        assert(value.isValid());
        return value;
    };
    Theme theme;
    theme.variant = variant;
    const std::pair<const char*, QColor*> fields[] = {
        {"canvas", &theme.canvas},
        {"grid", &theme.grid},
        {"panel", &theme.panel},
        {"panel2", &theme.panel2},
        {"chrome", &theme.chrome},
        {"line", &theme.line},
        {"line2", &theme.line2},
        {"ink", &theme.ink},
        {"ink2", &theme.ink2},
        {"ink3", &theme.ink3},
        {"accent", &theme.accent},
        {"accentsoft", &theme.accentSoft},
        {"accentink", &theme.accentInk},
        {"vpcline", &theme.vpcLine},
        {"vpcfill", &theme.vpcFill},
        {"vpchead", &theme.vpcHead},
        {"azfill", &theme.azFill},
        {"azline", &theme.azLine},
        {"pubfill", &theme.publicFill},
        {"pubhead", &theme.publicHead},
        {"publine", &theme.publicLine},
        {"pubink", &theme.publicInk},
        {"prvfill", &theme.privateFill},
        {"prvhead", &theme.privateHead},
        {"prvline", &theme.privateLine},
        {"prvink", &theme.privateInk},
        {"tile", &theme.tile},
        {"tileline", &theme.tileLine},
        {"route", &theme.route},
        {"routecase", &theme.routeCase},
        {"ok", &theme.ok},
        {"oksoft", &theme.okSoft},
        {"okline", &theme.okLine},
        {"warn", &theme.warn},
        {"warnsoft", &theme.warnSoft},
        {"warnline", &theme.warnLine},
        {"err", &theme.error},
        {"errsoft", &theme.errorSoft},
        {"errline", &theme.errorLine},
        {"fwd", &theme.there},
        {"ret", &theme.back},
        {"hl", &theme.highlight},
        {"hlbar", &theme.highlightBar},
        {"kw", &theme.keyword},
        {"str", &theme.string},
        {"num", &theme.number},
        {"com", &theme.comment},
        {"ref", &theme.reference},
    };
    for (const auto& [name, field] : fields)
        *field = color(name);
    for (int i = 0; i < groupColors; ++i) {
        theme.group[i] = color(qPrintable(QStringLiteral("g%1").arg(i)));
        theme.groupInk[i] = color(qPrintable(QStringLiteral("i%1").arg(i)));
    }
    return theme;
}

struct Themes {
    Theme light, dark, highContrast;

    Themes() {
        const auto bytes = resources::find("theme/tokens.json");
        assert(bytes);
        const QJsonObject root =
            QJsonDocument::fromJson(QByteArray::fromRawData(bytes->data(), qsizetype(bytes->size())))
                .object();
        light = read(root.value(QLatin1String("light")).toObject(), Variant::Light);
        dark = read(root.value(QLatin1String("dark")).toObject(), Variant::Dark);
        highContrast = read(root.value(QLatin1String("high-contrast")).toObject(), Variant::HighContrast);
    }
};

const Themes& themes() {
    static const Themes all;
    return all;
}

Variant currentVariant = Variant::Light;
ThemeChoice currentChoice = ThemeChoice::System;

std::optional<bool> desktopIsDark; ///< as the desktop was last seen

/// Whether the desktop is dark: told by the palette without ours (QStyleHints::colorScheme is not in 6.4).
bool paletteIsDark() {
    const QPalette palette = QApplication::palette();
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette paletteOf(const Theme& theme) {
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.panel);
    palette.setColor(QPalette::AlternateBase, theme.panel2);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.ink3);
    palette.setColor(QPalette::Button, theme.panel);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::BrightText, theme.error);
    palette.setColor(QPalette::ToolTipBase, theme.panel2);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    palette.setColor(QPalette::Highlight, theme.accentSoft);
    palette.setColor(QPalette::HighlightedText, theme.ink);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::Light, theme.panel2);
    palette.setColor(QPalette::Midlight, theme.line2);
    palette.setColor(QPalette::Mid, theme.line);
    palette.setColor(QPalette::Dark, theme.line);
    palette.setColor(QPalette::Shadow, theme.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.ink3);
    return palette;
}

} // namespace

const Theme& themeOf(Variant variant) {
    switch (variant) {
    case Variant::Dark: return themes().dark;
    case Variant::HighContrast: return themes().highContrast;
    case Variant::Light: break;
    }
    return themes().light;
}

const Theme& theme() {
    return themeOf(currentVariant);
}

ThemeChoice themeChoice() {
    return currentChoice;
}

void setTheme(ThemeChoice choice) {
    if (!desktopIsDark) desktopIsDark = paletteIsDark();
    const bool dark = *desktopIsDark;
    currentChoice = choice;
    switch (choice) {
    case ThemeChoice::System: currentVariant = dark ? Variant::Dark : Variant::Light; break;
    case ThemeChoice::Light: currentVariant = Variant::Light; break;
    case ThemeChoice::Dark: currentVariant = Variant::Dark; break;
    case ThemeChoice::HighContrast: currentVariant = Variant::HighContrast; break;
    }
    QApplication::setPalette(paletteOf(theme()));
    QApplication::setFont(uiFont(13));
    qApp->setStyleSheet(styleSheet(theme()));
    emit Style::instance().themeChanged();
}

void followDesktop() {
    if (!desktopIsDark) return; // no theme of ours yet
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette()); // the desktop's
    const bool dark = paletteIsDark();
    QApplication::setPalette(ours);
    if (std::exchange(*desktopIsDark, dark) != dark && currentChoice == ThemeChoice::System)
        setTheme(ThemeChoice::System);
}

QFont uiFont(qreal pixels, bool semiBold) {
    static const QStringList families = {QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK JP"),
                                         QStringLiteral("sans-serif")};
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(qRound(pixels));
    if (semiBold) font.setWeight(QFont::DemiBold);
    return font;
}

QFont monoFont(qreal pixels) {
    static const QStringList families = {QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono"),
                                         QStringLiteral("Noto Sans Mono CJK JP"),
                                         QStringLiteral("monospace")};
    QFont font;
    font.setFamilies(families);
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(qRound(pixels));
    return font;
}

QFont tabular(QFont font) {
    // Inter's digits differ in width, and Qt 6.4 cannot ask for its tabular ones.
    font.setFamilies(
        {QStringLiteral("Noto Sans CJK JP"), QStringLiteral("DejaVu Sans"), QStringLiteral("sans-serif")});
    return font;
}

} // namespace sekisho::style
