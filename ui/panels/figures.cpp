// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace sekisho::figures {

namespace {

constexpr QChar minus(0x2212);

QString fixed(const Decimal& amount, int digits) {
    return grouped(QString::fromStdString(amount.toFixed(digits)));
}

} // namespace

QString grouped(QString number) {
    const auto point = number.indexOf(QLatin1Char('.'));
    const qsizetype first = number.startsWith(QLatin1Char('-')) ? 1 : 0;
    for (qsizetype at = (point < 0 ? number.size() : point) - 3; at > first; at -= 3)
        number.insert(at, QLatin1Char(','));
    return number;
}

QString perHour(const Decimal& amount) {
    return fixed(amount, hourPlaces);
}

QString perMonth(const Decimal& amount) {
    return fixed(amount, monthPlaces);
}

QString difference(const Decimal& amount, int digits) {
    const Decimal rounded = amount.rounded(digits);
    if (rounded.isZero()) return fixed(rounded, digits);
    return (rounded.isNegative() ? minus : QChar('+')) +
           fixed(rounded.isNegative() ? -rounded : rounded, digits);
}

QString dollars(const Decimal& amount, int digits, bool withSign) {
    const Decimal rounded = amount.rounded(digits);
    const QString text = QChar('$') + fixed(rounded.isNegative() ? -rounded : rounded, digits);
    if (rounded.isNegative()) return minus + text;
    return withSign && !rounded.isZero() ? QChar('+') + text : text;
}

QString unitPrice(const Decimal& price) {
    const Decimal rounded = price.rounded(6);
    return fixed(rounded, std::max(rounded.places(), 3));
}

QString list(const QStringList& items) {
    return items.join(QCoreApplication::translate("sekisho::Figures", ", ", "between the items of a list"));
}

} // namespace sekisho::figures
