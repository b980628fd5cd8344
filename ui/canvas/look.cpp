// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/look.h"

#include "ui/style/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPixmapCache>
#include <QStyleOptionGraphicsItem>

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

void drawCentered(QPainter* painter, const QFont& font, const QColor& color, QPointF center, const QString& text) {
    if (text.isEmpty()) return;
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(QRectF(center.x() - 400, center.y() - 20, 800, 40), Qt::AlignCenter | Qt::TextDontClip, text);
}

void drawLeft(QPainter* painter, const QFont& font, const QColor& color, QPointF leftMiddle, const QString& text) {
    if (text.isEmpty()) return;
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(QRectF(leftMiddle.x(), leftMiddle.y() - 20, 1600, 40),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
}

QPen outline(const QColor& color, qreal width) {
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

QPen dashed(const QColor& color, qreal width, qreal dash, qreal gap) {
    QPen pen(color, width, Qt::CustomDashLine, Qt::FlatCap, Qt::RoundJoin);
    pen.setDashPattern({dash / width, gap / width});
    return pen;
}

void drawRing(QPainter* painter, const QRectF& box, qreal radius, const QColor& color, qreal width, qreal distance) {
    painter->setPen(outline(color, width));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box.adjusted(-distance, -distance, distance, distance), radius + distance,
                             radius + distance);
}

void drawSmallBadge(QPainter* painter, const style::GroupMark& mark, QPointF center, qreal size,
                    const style::Theme& theme) {
    const qreal scale = scaleOf(painter);
    const int pixels = std::clamp(qRound(size * scale), 3, 64);
    const QString key = QStringLiteral("sekisho/badge/%1/%2/%3/%4")
                            .arg(mark.index % (2 * style::groupColors))
                            .arg(mark.letter)
                            .arg(pixels)
                            .arg(int(theme.variant));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QPainter inner(&pixmap);
        inner.setRenderHint(QPainter::Antialiasing);
        inner.setPen(outline(theme.tileLine, 1));
        inner.setBrush(theme.tile);
        inner.drawRoundedRect(QRectF(0.5, 0.5, pixels - 1, pixels - 1), pixels * 0.2, pixels * 0.2);
        style::paintBadge(&inner, mark, QPointF(pixels / 2.0, pixels / 2.0), pixels * 0.3, theme);
        inner.end();
        QPixmapCache::insert(key, pixmap);
    }
    painter->drawPixmap(QRectF(center.x() - size / 2, center.y() - size / 2, size, size), pixmap,
                        QRectF(0, 0, pixels, pixels));
}

} // namespace sekisho::canvas
