// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include <clocale>
#include <cstdio>

/// Runs under a locale prove nothing where that locale is not installed: then everything passes under "C".
class TestLocales : public QObject {
    Q_OBJECT

private slots:
    void theLocaleOfTheEnvironmentIsInForce() {
        QByteArray wanted = qgetenv("LC_ALL");
        if (wanted.isEmpty()) wanted = qgetenv("LC_NUMERIC");
        if (wanted.isEmpty()) wanted = qgetenv("LANG");
        if (wanted.isEmpty()) wanted = "C";
        QCOMPARE(QByteArray(std::setlocale(LC_NUMERIC, nullptr)), wanted);
        char number[8];
        std::snprintf(number, sizeof number, "%.1f", 0.5);
        QCOMPARE(QByteArray(number), QByteArray(wanted.startsWith("de_DE") ? "0,5" : "0.5"));
    }
};

QTEST_GUILESS_MAIN(TestLocales)
#include "test_locales.moc"
