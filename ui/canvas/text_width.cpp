// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/layout.h"
#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QHash>

#include <array>
#include <string>
#include <unordered_map>

namespace sekisho::canvas {

namespace {

QFont makeFont(TextRole role) {
    switch (role) {
    case TextRole::Name: return style::uiFont(12, true);
    case TextRole::Second: return style::uiFont(11);
    case TextRole::Chip: return style::uiFont(12, true);
    case TextRole::Gate: return style::uiFont(11);
    case TextRole::Mono: return style::monoFont(11);
    case TextRole::Source: return style::monoFont(11);
    case TextRole::Header: return style::uiFont(12, true);
    case TextRole::Label: return style::uiFont(12, true);
    }
    return style::uiFont(12);
}

} // namespace

const QFont& textFont(TextRole role) {
    static const std::array<QFont, 8> fonts = [] {
        std::array<QFont, 8> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = makeFont(TextRole(i));
        return all;
    }();
    return fonts[std::size_t(role)];
}

double textWidth(TextRole role, const QString& text) {
    struct Entry {
        QFontMetricsF metrics;
        QHash<QString, double> widths;
    };
    static std::array<std::unique_ptr<Entry>, 8> entries;
    auto& entry = entries[std::size_t(role)];
    if (!entry) entry = std::make_unique<Entry>(Entry{QFontMetricsF(textFont(role)), {}});
    const auto it = entry->widths.constFind(text);
    if (it != entry->widths.constEnd()) return *it;
    if (entry->widths.size() > 20000) entry->widths.clear();
    const double width = entry->metrics.horizontalAdvance(text);
    entry->widths.insert(text, width);
    return width;
}

double textWidth(TextRole role, const std::string& text) {
    static std::array<std::unordered_map<std::string, double>, 8> entries;
    auto& widths = entries[std::size_t(role)];
    const auto it = widths.find(text);
    if (it != widths.end()) return it->second;
    if (widths.size() > 20000) widths.clear();
    return widths[text] = textWidth(role, QString::fromStdString(text));
}

} // namespace sekisho::canvas
