// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/picture.h"

#include "core/cost/price_book.h"
#include "core/model/design.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/document/atomic_file.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/text/diagnostic_text.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace sekisho::canvas {

namespace {

/// What common viewers still open; the second is 1 GB of pixels.
constexpr double mostPixelsASide = 32'000, mostPixels = 250e6;
/// A page of PDF 1.4 is at most 14,400 points a side.
constexpr double mostPoints = 14'400;

/// A scene of its own for the design, without selection or problems.
class Stage {
public:
    Stage(const Design& design, const PictureOptions& options) {
        m_document.start(design, QString());
        m_scene = std::make_unique<CanvasScene>(m_document, m_facts, nullptr);
        m_scene->setTheme(options.theme);
        m_scene->setAllDetail(true);
        m_scene->setProblemsShown(false);
        m_scene->settle();
        m_area = m_scene->contentRect().toAlignedRect();
    }

    const QRectF& area() const { return m_area; }

    void paint(QPainter& painter, const QRectF& target, const PictureOptions& options) {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                               QPainter::SmoothPixmapTransform);
        if (!options.transparent) painter.fillRect(target, m_scene->theme().canvas);
        m_scene->render(&painter, target, m_area);
    }

private:
    static const cost::PriceBook& noPrices() {
        static const cost::PriceBook none;
        return none;
    }

    Document m_document;
    Facts m_facts{m_document, noPrices()};
    std::unique_ptr<CanvasScene> m_scene;
    QRectF m_area;
};

QString titleOf(const Design& design, const PictureOptions& options) {
    const std::string& title = options.title.empty() ? design.settings.projectName : options.title;
    return QString::fromStdString(text::oneLine(title, 200));
}

tl::unexpected<Diagnostic> tooLarge(QSizeF size) {
    return fail(Code::picture_too_large, {{"width", std::to_string(std::llround(size.width()))},
                                          {"height", std::to_string(std::llround(size.height()))}});
}

Result<QImage> imageOf(Stage& stage, const PictureOptions& options) {
    const QSizeF size = stage.area().size() * options.scale;
    if (size.width() > mostPixelsASide || size.height() > mostPixelsASide ||
        size.width() * size.height() > mostPixels)
        return tooLarge(size);
    QImage image(std::max(1, qRound(size.width())), std::max(1, qRound(size.height())),
                 QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return tooLarge(size);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    stage.paint(painter, QRectF(QPointF(), QSizeF(image.size())), options);
    painter.end();
    return image;
}

Result<QByteArray> pngOf(Stage& stage, const QString& title, const PictureOptions& options) {
    auto image = imageOf(stage, options);
    if (!image) return fail(image.error());
    // 96 dots an inch at 100 %.
    const int dots = qRound(96 / 0.0254 * options.scale);
    image->setDotsPerMeterX(dots);
    image->setDotsPerMeterY(dots);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), title);
    writer.setText(QStringLiteral("Software"), QStringLiteral("Sekisho"));
    if (!writer.write(*image))
        return fail(Code::picture_failed, {{"reason", writer.errorString().toStdString()}});
    return bytes;
}

/// Qt names one family alone; where it is missing, others shall take its place.
void nameFallbackFonts(QByteArray& svg) {
    svg.replace("font-family=\"Inter\"",
                "font-family=\"Inter, 'Noto Sans CJK JP', 'Hiragino Sans', sans-serif\"");
    svg.replace("font-family=\"JetBrains Mono\"",
                "font-family=\"'JetBrains Mono', 'DejaVu Sans Mono', 'Noto Sans Mono CJK JP', monospace\"");
}

/// Qt writes a text of two scripts ("NAT" and kana) as two; who searches looks for the whole.
QByteArray withWholeTexts(const QByteArray& svg) {
    static const QRegularExpression element(
        QStringLiteral("(<text [^>]*? x=\")([^\"]+)(\"[^>]*?font-size=\"([0-9.]+)\"[^>]*>)([^<]*)</text>\n"));
    const QString text = QString::fromUtf8(svg);
    QString result;
    result.reserve(text.size());
    qsizetype done = 0;
    QString before, after; // the attributes of the element that is open for more
    double x = 0, widest = 0;
    for (auto it = element.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const double here = match.capturedView(2).toDouble(), size = match.capturedView(4).toDouble();
        const bool goesOn = match.capturedStart() == done && match.capturedView(1) == before &&
                            match.capturedView(3) == after && here > x && here - x <= widest;
        if (goesOn) {
            result.chop(qsizetype(std::strlen("</text>\n")));
            result += match.capturedView(5);
            result += QStringLiteral("</text>\n");
        } else {
            result += QStringView(text).mid(done, match.capturedEnd() - done);
            before = match.captured(1);
            after = match.captured(3);
        }
        x = here;
        // No letter is wider than its height by more than a little.
        widest = 1.25 * size * double(match.capturedLength(5)) + 1;
        done = match.capturedEnd();
    }
    result += QStringView(text).mid(done);
    return result.toUtf8();
}

Result<QByteArray> svgOf(Stage& stage, const QString& title, const PictureOptions& options) {
    const QSizeF size = stage.area().size() * options.scale;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), stage.area().size()));
    generator.setTitle(title.toHtmlEscaped()); // Qt writes it as it is
    generator.setDescription(QStringLiteral("Sekisho"));
    QPainter painter;
    if (!painter.begin(&generator)) return fail(Code::picture_failed, {{"reason", "SVG"}});
    stage.paint(painter, QRectF(QPointF(), stage.area().size()), options);
    painter.end();
    nameFallbackFonts(bytes);
    return withWholeTexts(bytes);
}

/// The time of writing is no part of the drawing, and how Qt writes it depends on the time zone, even in
/// length.
void fixDate(QByteArray& pdf) {
    const QByteArray key = "/CreationDate (";
    const qsizetype begin = pdf.indexOf(key) + key.size(), end = pdf.indexOf(')', begin);
    const qsizetype table = pdf.lastIndexOf("\nxref\n"), start = pdf.lastIndexOf("startxref\n");
    if (begin < key.size() || end < 0 || table < end || start < table) return;
    const QByteArray never = "D:20000101000000Z";
    const qsizetype shift = never.size() - (end - begin);

    // From the end on: the table says with ten digits a line where each object begins, then where it is
    // itself.
    const qsizetype last = start + qsizetype(std::strlen("startxref\n"));
    pdf.replace(last, pdf.indexOf('\n', last) - last, QByteArray::number(table + 1 + shift));
    constexpr char entry[] = " 00000 n ";
    for (qsizetype at = pdf.indexOf(entry, table); at >= 0 && at < start; at = pdf.indexOf(entry, at + 1)) {
        const qsizetype offset = pdf.mid(at - 10, 10).toLongLong();
        if (offset > begin)
            pdf.replace(at - 10, 10, QByteArray::number(offset + shift).rightJustified(10, '0'));
    }
    pdf.replace(begin, end - begin, never);
}

Result<QByteArray> pdfOf(Stage& stage, const QString& title, const PictureOptions& options) {
    // 96 scene units are an inch.
    const QSizeF points = stage.area().size() * options.scale * 0.75;
    if (points.width() > mostPoints || points.height() > mostPoints)
        return tooLarge(stage.area().size() * options.scale);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_4);
    writer.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(288);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Sekisho"));
    QPainter painter;
    if (!painter.begin(&writer)) return fail(Code::picture_failed, {{"reason", "PDF"}});
    stage.paint(painter, QRectF(QPointF(), points * 4), options);
    painter.end();
    buffer.close();
    fixDate(bytes);
    return bytes;
}

} // namespace

Result<void> savePicture(const Design& design, const std::filesystem::path& path,
                         const PictureOptions& options) {
    std::string suffix = path.extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    if (suffix != ".svg" && suffix != ".png" && suffix != ".pdf")
        return fail(Code::picture_format, {{"path", path.string()}});
    Stage stage(design, options);
    const QString title = titleOf(design, options);
    const auto bytes = suffix == ".svg"   ? svgOf(stage, title, options)
                       : suffix == ".png" ? pngOf(stage, title, options)
                                          : pdfOf(stage, title, options);
    if (!bytes) return fail(bytes.error());
    return replaceFile(path, std::string_view(bytes->constData(), std::size_t(bytes->size())));
}

QSizeF pictureSize(const Design& design) {
    return Stage(design, {}).area().size();
}

void paintPicture(const Design& design, QPainter& painter, const QRectF& target,
                  const PictureOptions& options) {
    Stage stage(design, options);
    const QSizeF size = stage.area().size().scaled(target.size(), Qt::KeepAspectRatio);
    stage.paint(painter, QRectF(QPointF(target.center().x() - size.width() / 2, target.top()), size),
                options);
}

Result<QImage> pictureOf(const Design& design, const PictureOptions& options) {
    Stage stage(design, options);
    return imageOf(stage, options);
}

} // namespace sekisho::canvas
