// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/process.h"

#include <QImage>
#include <QTest>
#include <QXmlStreamReader>

using namespace cli;

class CliRenderTest : public QObject {
    Q_OBJECT

private slots:
    void rendersEachFormat_data() {
        QTest::addColumn<QString>("locale");
        for (const char* locale : {"C", "C.UTF-8", "ja_JP.UTF-8", "de_DE.UTF-8", "no_SUCH.locale"})
            QTest::newRow(locale) << QString::fromLatin1(locale);
    }
    void rendersEachFormat() {
        QFETCH(QString, locale);
        const Workplace place;
        for (const char* suffix : {"svg", "png", "pdf"}) {
            const QString out = place.path(QStringLiteral("out.%1").arg(QLatin1String(suffix)));
            const Outcome outcome = run({"render", place.design, "-o", out}, locale);
            QVERIFY2(outcome.status == 0, outcome.err);
            QCOMPARE(outcome.out, QByteArray());
            QCOMPARE(outcome.err, QByteArray()); // not even a remark of Qt's
            QVERIFY(bytesOf(out).size() > 5000);
        }
        QVERIFY(bytesOf(place.path("out.pdf")).startsWith("%PDF-"));
        QVERIFY(!QImage(place.path("out.png")).isNull());
        QXmlStreamReader svg(bytesOf(place.path("out.svg")));
        while (!svg.atEnd())
            svg.readNext();
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
    }

    void languageOfThePicture() {
        const Workplace place;
        const QString out = place.path("a.svg");
        QCOMPARE(run({"render", place.design, "-o", out, "--lang", "ja"}).status, 0);
        QVERIFY(bytesOf(out).contains("NATゲートウェイ"));
        QCOMPARE(run({"render", place.design, "-o", out, "--lang", "en"}, "ja_JP.UTF-8").status, 0);
        QVERIFY(bytesOf(out).contains("NAT gateway"));
        QVERIFY(bytesOf(out).contains("10.0.11.0/24"));
    }

    void themeAndScale() {
        const Workplace place;
        const QString light = place.path("l.png"), dark = place.path("d.png");
        QCOMPARE(run({"render", place.design, "-o", light}).status, 0);
        QCOMPARE(run({"render", place.design, "-o", dark, "--theme", "dark", "--scale", "2"}).status, 0);
        const QImage once(light), twice(dark);
        QVERIFY(std::abs(twice.width() - 2 * once.width()) <= 1);
        QVERIFY(once.pixelColor(2, 2).lightness() > 200);
        QVERIFY(twice.pixelColor(2, 2).lightness() < 60);
    }

    void theSameBytesEachTime() {
        const Workplace place;
        for (const char* suffix : {"svg", "png", "pdf"}) {
            const QString out = place.path(QStringLiteral("a.%1").arg(QLatin1String(suffix)));
            QCOMPARE(run({"render", place.design, "-o", out}).status, 0);
            const QByteArray first = bytesOf(out);
            QTest::qSleep(1100);
            QCOMPARE(run({"render", place.design, "-o", out}, "ja_JP.UTF-8").status, 0);
            QCOMPARE(run({"render", place.design, "-o", out, "--lang", "en"}).status, 0);
            QVERIFY(bytesOf(out) == first);
            // Nor do the time zone or the settings of a screen count.
            for (const char* setting :
                 {"TZ=Asia/Tokyo", "TZ=America/St_Johns", "QT_FONT_DPI=192", "QT_SCREEN_SCALE_FACTORS=2"}) {
                const Outcome again =
                    runShell(QStringLiteral("export %1; exec \"$0\" \"$@\"").arg(QLatin1String(setting)),
                             {"render", place.design, "-o", out});
                QCOMPARE(again.status, 0);
                QVERIFY2(bytesOf(out) == first, setting);
            }
        }
    }

    /// Where a PDF's objects begin its table must say, or viewers call the file damaged.
    void tableOfThePdf() {
        const Workplace place;
        const QString out = place.path("a.pdf");
        for (const char* zone : {"UTC", "Asia/Tokyo"}) {
            QCOMPARE(runShell(QStringLiteral("TZ=%1 exec \"$0\" \"$@\"").arg(QLatin1String(zone)),
                              {"render", place.design, "-o", out})
                         .status,
                     0);
            const QByteArray pdf = bytesOf(out);
            const qsizetype last = pdf.lastIndexOf("startxref\n") + 10;
            const qsizetype table = pdf.mid(last, pdf.indexOf('\n', last) - last).trimmed().toLongLong();
            QCOMPARE(pdf.mid(table, 5), QByteArray("xref\n"));
            const QList<QByteArray> lines = pdf.mid(table, pdf.indexOf("trailer", table) - table).split('\n');
            int objects = 0;
            for (qsizetype i = 3; i < lines.size(); ++i) {
                if (!lines[i].contains(" 00000 n")) continue;
                const qsizetype at = lines[i].left(10).toLongLong();
                const QByteArray begin = QByteArray::number(i - 2) + " 0 obj";
                QCOMPARE(pdf.mid(at, begin.size()), begin);
                ++objects;
            }
            QVERIFY(objects > 10);
        }
    }

    void needsNoWritablePlaceOfItsOwn() {
        const Workplace place;
        const QString out = place.path("a.svg");
        const Outcome outcome = runShell("cd / && exec \"$0\" \"$@\"", {"render", place.design, "-o", out});
        QVERIFY2(outcome.status == 0, outcome.err);
        QVERIFY(!bytesOf(out).isEmpty());
    }

    void surroundingsDoNotMatter() {
        const Workplace place;
        const QString out = place.path("a.svg");
        const Outcome outcome =
            runShell("QT_QPA_PLATFORM=xcb DISPLAY=:77 QT_SCALE_FACTOR=3 QT_STYLE_OVERRIDE=none "
                     "exec \"$0\" \"$@\"",
                     {"render", place.design, "-o", out});
        QVERIFY2(outcome.status == 0, outcome.err);
        QCOMPARE(outcome.err, QByteArray());
    }

    void errors_data() {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("format") << QStringList{"DESIGN", "-o", "a.gif"} << QByteArray("[picture-format]");
        QTest::newRow("no suffix") << QStringList{"DESIGN", "-o", "a"} << QByteArray("[picture-format]");
        QTest::newRow("no output") << QStringList{"DESIGN"} << QByteArray("[option-required]");
        QTest::newRow("theme") << QStringList{"DESIGN", "-o", "a.svg", "--theme", "pink"}
                               << QByteArray("[option-choice]");
        for (const char* scale : {"0", "-1", "nan", "1e9", "9", "x", "1,5", ""})
            QTest::newRow(scale) << QStringList{"DESIGN", "-o", "a.svg",
                                                QStringLiteral("--scale=%1").arg(QLatin1String(scale))}
                                 << QByteArray("[");
        QTest::newRow("no folder") << QStringList{"DESIGN", "-o", "/no/such/folder/a.svg"}
                                   << QByteArray("[write-no-folder]");
        QTest::newRow("no file") << QStringList{"/no/such/file.sekisho", "-o", "a.svg"}
                                 << QByteArray("[read-missing]");
    }
    void errors() {
        QFETCH(QStringList, args);
        QFETCH(QByteArray, code);
        const Workplace place;
        args.replaceInStrings("DESIGN", place.design);
        const Outcome outcome = run(QStringList{"render"} + args, "C", place.folder.path());
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(code), outcome.err);
        QVERIFY(!QFile::exists(place.path("a.svg")));
    }
};

QTEST_GUILESS_MAIN(CliRenderTest)
#include "render_test.moc"
