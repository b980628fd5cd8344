// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QSettings;

/// The files that were open lately, the last one first; those that are gone are left out.
namespace sekisho::recent {

inline constexpr int most = 10;

QStringList files(const QSettings& settings);
void add(QSettings& settings, const QString& file);
void clear(QSettings& settings);

} // namespace sekisho::recent
