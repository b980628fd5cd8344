// SPDX-License-Identifier: Apache-2.0
#include "ui/document/region_name.h"

#include "core/cost/price_book.h"

#include <QCoreApplication>

namespace sekisho {

namespace {

/// The places of the price book, for translators.
[[maybe_unused]] constexpr const char* places[] = {
    QT_TRANSLATE_NOOP("sekisho::Regions", "Cape Town"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Hong Kong"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Taipei"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Tokyo"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Seoul"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Osaka"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Mumbai"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Hyderabad"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Singapore"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Sydney"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Jakarta"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Melbourne"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Malaysia"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "New Zealand"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Thailand"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Canada Central"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Calgary"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Frankfurt"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Zurich"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Stockholm"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Milan"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Spain"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Ireland"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "London"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Paris"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Tel Aviv"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "UAE"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Bahrain"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Mexico Central"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Sao Paulo"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "N. Virginia"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Ohio"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "GovCloud US-East"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "GovCloud US-West"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "N. California"),
    QT_TRANSLATE_NOOP("sekisho::Regions", "Oregon"),
};

} // namespace

QString regionName(const cost::RegionPrices& region) {
    // "Asia Pacific (Tokyo)", but "Canada (Central)" and "AWS GovCloud (US-East)".
    QString name = QString::fromStdString(region.name);
    const auto open = name.indexOf(QLatin1Char('(')), close = name.lastIndexOf(QLatin1Char(')'));
    if (open < 0 || close <= open) return name;
    QString place = name.mid(open + 1, close - open - 1);
    if (place == QLatin1String("Central")) place = name.left(open) + place;
    if (place.startsWith(QLatin1String("US-"))) place = QStringLiteral("GovCloud ") + place;
    return QCoreApplication::translate("sekisho::Regions", place.toUtf8().constData());
}

QString regionNameAndCode(const cost::RegionPrices& region) {
    return QStringLiteral("%1 · %2").arg(regionName(region), QString::fromStdString(region.code));
}

} // namespace sekisho
