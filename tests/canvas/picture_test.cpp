// SPDX-License-Identifier: Apache-2.0
#include "tests/canvas/designs.h"
#include "ui/canvas/picture.h"
#include "ui/style/style.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sekisho;
using namespace sekisho::canvas;
using namespace sekisho::test;

namespace {

std::filesystem::path pathOf(const QString& file) {
    return file.toStdString();
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All text elements of an SVG, which has to be well-formed.
QStringList textsOf(const QByteArray& svg, QString* title = nullptr) {
    QXmlStreamReader reader(svg);
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        if (reader.name() == u"text")
            texts << reader.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        if (title && reader.name() == u"title") *title = reader.readElementText();
    }
    if (reader.hasError()) return {reader.errorString()};
    return texts;
}

} // namespace

class CanvasPictureTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }
    void cleanup() { style::setLanguage(style::LanguageChoice::English); }

    void svgHasTheWordsInIt() {
        const QString path = m_folder.filePath("a.svg");
        PictureOptions options;
        options.title = "web <1> & more";
        QVERIFY(savePicture(handsOn(), pathOf(path), options));
        QString title;
        const QStringList texts = textsOf(bytesOf(path), &title);
        for (const char* word : {"main", "10.0.0.0/16", "public-1a", "private-1c", "ECS service",
                                 "NAT gateway", "80, 443", "5432", "0.0.0.0/0", "alb", "ap-northeast-1a"})
            QVERIFY2(texts.contains(QString::fromUtf8(word)), word);
        QCOMPARE(title, QString("web <1> & more"));
        QVERIFY(!bytesOf(path).contains("<image")); // all of it vectors
    }

    void japaneseStaysText() {
        style::setLanguage(style::LanguageChoice::Japanese);
        Design design = handsOn();
        make(design, edits::rename(design, SubnetId{1}, "公開サブネット"));
        const QString path = m_folder.filePath("ja.svg");
        QVERIFY(savePicture(design, pathOf(path)));
        const QStringList texts = textsOf(bytesOf(path));
        for (const char* word : {"NATゲートウェイ", "ECSサービス", "公開サブネット"})
            QVERIFY2(texts.contains(QString::fromUtf8(word)), word);
    }

    void hostileNamesAreText() {
        Design design = handsOn();
        RandomEdits random(7);
        for (std::uint32_t i = 1; i <= 3; ++i) {
            make(design, edits::rename(design, WorkloadId{i}, random.hostileName()));
            make(design, edits::rename(design, SecurityGroupId{i},
                                       "</text><script>x</script>" + random.hostileName()));
            make(design, edits::rename(design, SubnetId{i}, random.hostileName()));
        }
        const QString path = m_folder.filePath("hostile.svg");
        QVERIFY(savePicture(design, pathOf(path)));
        QXmlStreamReader reader(bytesOf(path));
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::StartElement) QVERIFY(reader.name() != u"script");
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(savePicture(design, pathOf(m_folder.filePath("hostile.pdf"))));
        QVERIFY(savePicture(design, pathOf(m_folder.filePath("hostile.png"))));
    }

    void pdfIsOnePageWithFonts() {
        const QString path = m_folder.filePath("a.pdf");
        QVERIFY(savePicture(handsOn(), pathOf(path)));
        const QByteArray pdf = bytesOf(path);
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.contains("/Count 1"));
        QVERIFY(pdf.contains("/FontFile2"));
        QVERIFY(pdf.contains("/ToUnicode")); // the text can be searched
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
    }

    void pngHasItsSize() {
        const QString path = m_folder.filePath("a.PNG");
        QVERIFY(savePicture(handsOn(), pathOf(path)));
        const QImage once(path);
        QVERIFY(!once.isNull());
        PictureOptions options;
        options.scale = 2;
        options.theme = style::Variant::Dark;
        QVERIFY(savePicture(handsOn(), pathOf(path), options));
        const QImage twice(path);
        QVERIFY(std::abs(twice.width() - 2 * once.width()) <= 1 &&
                std::abs(twice.height() - 2 * once.height()) <= 1);
        QCOMPARE(once.pixelColor(1, 1), style::themeOf(style::Variant::Light).canvas);
        QCOMPARE(twice.pixelColor(1, 1), style::themeOf(style::Variant::Dark).canvas);
        options.transparent = true;
        QVERIFY(savePicture(handsOn(), pathOf(path), options));
        QCOMPARE(QImage(path).pixelColor(1, 1).alpha(), 0);
        QCOMPARE(QImage(path).text("Software"), QString("Sekisho"));
    }

    void theSameBytesEachTime() {
        for (const char* suffix : {"svg", "pdf", "png"}) {
            const QString first = m_folder.filePath(QStringLiteral("1.%1").arg(suffix)),
                          second = m_folder.filePath(QStringLiteral("2.%1").arg(suffix));
            QVERIFY(savePicture(platform(), pathOf(first)));
            QTest::qWait(1100); // another second
            QVERIFY(savePicture(platform(), pathOf(second)));
            QVERIFY2(bytesOf(first) == bytesOf(second), suffix);
        }
    }

    void everyDesignHasAPicture() {
        for (const auto& [name, design] : manyDesigns()) {
            const auto image = pictureOf(design);
            if (!image)
                QCOMPARE(image.error().code, Code::picture_too_large);
            else
                QVERIFY2(image->width() > 100, qPrintable(name));
        }
    }

    void refusals() {
        const auto codeFor = [](const auto& result) { return result ? Code() : result.error().code; };
        QCOMPARE(codeFor(savePicture(handsOn(), pathOf(m_folder.filePath("a.gif")))), Code::picture_format);
        QCOMPARE(codeFor(savePicture(handsOn(), pathOf(m_folder.filePath("svg")))), Code::picture_format);
        PictureOptions options;
        options.scale = 100;
        QCOMPARE(codeFor(savePicture(handsOn(), pathOf(m_folder.filePath("large.png")), options)),
                 Code::picture_too_large);
        QCOMPARE(codeFor(savePicture(handsOn(), pathOf(m_folder.filePath("no/such/folder.svg")))),
                 Code::write_no_folder);
        QVERIFY(!QFile::exists(m_folder.filePath("large.png")));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(CanvasPictureTest)
#include "picture_test.moc"
