// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/recent_files.h"

#include <QFileInfo>
#include <QSettings>

namespace sekisho::recent {

namespace {

QString key() {
    return QStringLiteral("recentFiles");
}

} // namespace

QStringList files(const QSettings& settings) {
    QStringList there;
    const QStringList all = settings.value(key()).toStringList();
    for (const QString& file : all)
        if (QFileInfo::exists(file)) there << file;
    return there;
}

void add(QSettings& settings, const QString& file) {
    QStringList all = settings.value(key()).toStringList();
    all.removeAll(file);
    all.prepend(file);
    settings.setValue(key(), QStringList(all.mid(0, most)));
}

void clear(QSettings& settings) {
    settings.remove(key());
}

} // namespace sekisho::recent
