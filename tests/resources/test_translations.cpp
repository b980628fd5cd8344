// SPDX-License-Identifier: Apache-2.0
#include "resources/resources.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

/// The Japanese of the window is complete: resources/translations/update lists what is missing.
class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void japaneseIsComplete();
    void embedded();
};

namespace {

/// "%1", "%n" and the like, and HTML tags: what a translation must keep.
QSet<QString> marks(const QString& text) {
    static const QRegularExpression mark(QStringLiteral("%(?:\\d|n)|</?[a-z]+>|\\{[a-z]+\\}"));
    QSet<QString> found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    return found;
}

} // namespace

void TranslationsTest::japaneseIsComplete() {
    QFile file(QStringLiteral(SEKISHO_SOURCE_DIR "/resources/translations/sekisho_ja.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source, text;
    int messages = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        // A context that lupdate could not name in full is not found at run time.
        if (xml.name() == QLatin1String("name")) {
            const QString context = xml.readElementText();
            QVERIFY2(context.startsWith(QLatin1String("sekisho::")) || context == QLatin1String("Drawing"),
                     qPrintable(context));
        }
        if (xml.name() == QLatin1String("source")) source = xml.readElementText();
        if (xml.name() == QLatin1String("translation")) {
            const QString type = xml.attributes().value(QLatin1String("type")).toString();
            text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            ++messages;
            QVERIFY2(type.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(type, source)));
            QVERIFY2(!text.isEmpty(), qPrintable(source));
            QVERIFY2(marks(text) == marks(source), qPrintable(source + QStringLiteral(" / ") + text));
        }
    }
    QVERIFY(!xml.hasError());
    QVERIFY2(messages > 900, qPrintable(QString::number(messages)));
}

void TranslationsTest::embedded() {
    for (const char* name : {"sekisho_ja.qm", "sekisho_en.qm"})
        QVERIFY(sekisho::resources::find(name));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "test_translations.moc"
