// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/look.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QTextLayout>

#include <map>

namespace sekisho::canvas {

namespace {

constexpr std::array<qreal, 3> borders = {0.15, 0.35, 0.75};
constexpr qreal hysteresis = 0.03;

Level plainLevel(qreal scale) {
    int level = 0;
    while (level < 3 && scale >= borders[std::size_t(level)] - 1e-9)
        ++level;
    return Level(level);
}

} // namespace

Level Look::levelAt(qreal scale, const QWidget* view) const {
    if (forced) return *forced;
    for (Last& last : m_last) {
        if (last.view != view || last.scale == 0) continue;
        if (last.scale == scale) return last.level;
        Level level = plainLevel(scale);
        if (level != last.level) {
            // Only just over the border: as it was.
            const qreal border = borders[std::size_t(std::min(level, last.level))];
            if (std::abs(int(level) - int(last.level)) == 1 && std::abs(scale / border - 1) < hysteresis)
                level = last.level;
        }
        last.scale = scale;
        last.level = level;
        return level;
    }
    Last& fresh = m_last[m_next++ % m_last.size()];
    fresh = {view, scale, plainLevel(scale)};
    return fresh.level;
}

qreal scaleOf(const QPainter* painter) {
    return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
}

QString elided(TextRole role, const QString& text, double width) {
    // Names are one line, whatever they hold.
    QString line = text.simplified();
    if (line.size() > 200) line.truncate(200);
    if (textWidth(role, line) <= width) return line;
    return QFontMetricsF(textFont(role)).elidedText(line, Qt::ElideRight, width);
}

qreal heldGrowth(TextRole role, Level level, qreal scale) {
    constexpr qreal least = 9;
    return level == Level::Names ? std::max(1.0, least / scale / textFont(role).pixelSize()) : 1;
}

bool paintsPixels(const QPainter* painter) {
    return painter->paintEngine() && painter->paintEngine()->type() == QPaintEngine::Raster;
}

namespace {

/// One line, laid out: to shape a text costs more than to draw it.
struct LaidOut {
    QList<QGlyphRun> runs;
    qreal width = 0;
};

/// A role's font at some size, with what is laid out in it.
struct Face {
    QFont font;
    qreal ascent = 0, descent = 0;
    QHash<QString, LaidOut> texts;

    const LaidOut& text(const QString& text) {
        auto it = texts.constFind(text);
        if (it != texts.constEnd()) return *it;
        if (texts.size() > 4000) texts.clear();
        QTextLayout layout(text, font);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        layout.setTextOption(option);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        if (line.isValid()) line.setLineWidth(1e6);
        layout.endLayout();
        return *texts.insert(text, {layout.glyphRuns(), line.isValid() ? line.naturalTextWidth() : 0});
    }
};

Face& faceOf(TextRole role, int pixels) {
    static std::array<std::map<int, Face>, 8> all;
    auto& faces = all[std::size_t(role)];
    auto it = faces.find(pixels);
    if (it == faces.end()) {
        if (faces.size() > 40) faces.clear();
        Face face;
        face.font = textFont(role);
        face.font.setPixelSize(std::max(1, pixels));
        const QFontMetricsF metrics(face.font);
        face.ascent = metrics.ascent();
        face.descent = metrics.descent();
        it = faces.emplace(pixels, std::move(face)).first;
    }
    return it->second;
}

/// `middle`: of the text's left side or, if it is centred, of the text.
void drawRun(QPainter* painter, TextRole role, qreal grow, const QColor& color, QPointF middle,
             const QString& text, bool isCentered) {
    const qreal size = textFont(role).pixelSize() * grow;
    if (!paintsPixels(painter)) {
        const Face& face = faceOf(role, qRound(size));
        painter->setFont(face.font);
        painter->setPen(color);
        const qreal left = isCentered ? middle.x() - textWidth(role, text) * grow / 2 : middle.x();
        painter->drawText(QPointF(left, middle.y() + (face.ascent - face.descent) / 2), text);
        return;
    }
    // What has a whole size on the screen is drawn there: its letters are at hand, whatever the zoom.
    const QTransform toView = painter->worldTransform();
    const qreal seen = size * toView.m11();
    const bool onScreen = toView.type() == QTransform::TxScale && toView.m11() == toView.m22() &&
                          std::abs(seen - std::round(seen)) < 0.01;
    if (onScreen) {
        middle = toView.map(middle);
        painter->resetTransform();
    }
    Face& face = faceOf(role, qRound(onScreen ? seen : size));
    const LaidOut& laidOut = face.text(text);
    painter->setPen(color);
    const QPointF corner(isCentered ? middle.x() - laidOut.width / 2 : middle.x(),
                         middle.y() - (face.ascent + face.descent) / 2);
    for (const QGlyphRun& run : laidOut.runs)
        painter->drawGlyphRun(corner, run);
    if (onScreen) painter->setWorldTransform(toView);
}

} // namespace

void drawCentered(QPainter* painter, TextRole role, const QColor& color, QPointF center, const QString& text,
                  qreal grow) {
    if (!text.isEmpty()) drawRun(painter, role, grow, color, center, text, true);
}

void drawLeft(QPainter* painter, TextRole role, const QColor& color, QPointF leftMiddle, const QString& text,
              qreal grow) {
    if (!text.isEmpty()) drawRun(painter, role, grow, color, leftMiddle, text, false);
}

QPen outline(const QColor& color, qreal width) {
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPen dashed(const QColor& color, qreal width, qreal dash, qreal gap) {
    QPen pen(color, width, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({dash / width, gap / width});
    return pen;
}

void drawRing(QPainter* painter, const QRectF& box, qreal radius, const QColor& color, qreal width,
              qreal distance) {
    painter->setPen(outline(color, width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box.adjusted(-distance, -distance, distance, distance), radius + distance,
                             radius + distance);
}

void drawSmallBadge(QPainter* painter, const style::GroupMark& mark, QPointF center, qreal size,
                    const style::Theme& theme) {
    const qreal scale = scaleOf(painter);
    const int pixels = std::clamp(qRound(size * scale), 3, 64);
    const char16_t letter = mark.letter.isEmpty() ? u' ' : mark.letter.front().unicode();
    const quint64 key = quint64(mark.index % (2 * style::groupColors)) | quint64(letter) << 8 |
                        quint64(pixels) << 24 | quint64(theme.variant) << 32;
    static QHash<quint64, QImage> cache;
    QImage& image = cache[key];
    if (image.isNull()) {
        image = QImage(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter inner(&image);
        inner.setRenderHint(QPainter::Antialiasing);
        inner.setPen(outline(theme.tileLine, 1));
        inner.setBrush(theme.tile);
        inner.drawRoundedRect(QRectF(0.5, 0.5, pixels - 1, pixels - 1), pixels * 0.2, pixels * 0.2);
        style::paintBadge(&inner, mark, QPointF(pixels / 2.0, pixels / 2.0), pixels * 0.36, theme);
    }
    painter->drawImage(QRectF(center.x() - size / 2, center.y() - size / 2, size, size), image,
                       QRectF(0, 0, pixels, pixels));
}

} // namespace sekisho::canvas
