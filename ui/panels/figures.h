// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/decimal.h"

#include <QString>
#include <QStringList>

/// How amounts are written. Only here they are rounded: 3 decimals an hour, 2 a month.
namespace sekisho::figures {

inline constexpr int hourPlaces = 3;
inline constexpr int monthPlaces = 2;

/// The same with commas between thousands: "16,346.50".
QString grouped(QString number);

QString perHour(const Decimal& amount);  ///< "0.134"
QString perMonth(const Decimal& amount); ///< "104.02"
/// "−104.02", "+7.30", "0.00"; what is rounded to zero has no sign.
QString difference(const Decimal& amount, int places);
/// "$0.134", "−$0.134", "+$7.30"; a sign only where it is asked for.
QString dollars(const Decimal& amount, int places, bool withSign = false);
/// "0.062", "0.0045": at least three decimals, at most six.
QString unitPrice(const Decimal& price);

/// "a, b, c" in the present language.
QString list(const QStringList& items);

} // namespace sekisho::figures
