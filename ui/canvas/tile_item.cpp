// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/items.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHash>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace sekisho::canvas {

namespace {

constexpr qreal nameSpace = 97, smallNameSpace = 64, besideSpace = 190;
constexpr qreal badgeRadius = 8.5, badgeStep = 17;
constexpr std::size_t mostBadges = 3;
constexpr qreal largestSprite = 2; ///< pixels of the device for one of the scene
constexpr qsizetype mostSpriteBytes = 24 << 20;

} // namespace

TileItem::TileItem(Look& look, const Placed& placed) : PlacedItem(look, placed) {}

QMarginsF TileItem::margins() const {
    if (m_placed.shape == Shape::BorderTile) return {16, 16, besideSpace + 16, 16};
    // At the middle levels the name grows; it is never wider than twice its place.
    return {70, 22, 70, 48};
}

void TileItem::contentChanged() {
    m_spriteKey = QStringLiteral("%1/%2/%3/%4/")
                      .arg(m_content.icon)
                      .arg(int(m_placed.shape))
                      .arg(m_content.ghost)
                      .arg(m_content.severity ? int(*m_content.severity) : -1);
    for (const style::GroupMark& mark : m_content.groups)
        m_spriteKey += QStringLiteral("%1%2/").arg(mark.index % (2 * style::groupColors)).arg(mark.letter);
    m_bands.clear();
    QPainterPath shape;
    shape.addRoundedRect(box(), radius(), radius());
    const qreal part = box().width() / qreal(std::max<std::size_t>(1, m_content.groups.size()));
    for (std::size_t i = 0; i < m_content.groups.size(); ++i) {
        QPainterPath band;
        band.addRect(QRectF(qreal(i) * part, box().bottom() - 6, part, 6));
        m_bands.push_back(shape.intersected(band));
    }
    const qreal space = m_placed.shape == Shape::BorderTile  ? besideSpace
                        : m_placed.shape == Shape::SmallTile ? smallNameSpace
                                                             : nameSpace;
    m_name =
        elided(m_placed.shape == Shape::SmallTile ? TextRole::Second : TextRole::Name, m_content.name, space);
    const bool oneLine = m_placed.shape == Shape::BorderTile && m_placed.atTop;
    const qreal left = oneLine ? space - textWidth(TextRole::Name, m_name) - 8 : space;
    m_second = elided(TextRole::Second, m_content.second, left);
    constexpr qreal least = 30; // less would be an ellipsis alone
    if (m_second != m_content.second && left < least) m_second.clear();
}

/// At the lower left: groups and problems are above, names below or to the right.
std::optional<QPointF> TileItem::planSpot(Level level, qreal scale) const {
    // Routes end at the sides of what stands on a border.
    if (level > Level::Overview && m_placed.shape == Shape::BorderTile)
        return QPointF(box().left() + 8, box().bottom());
    if (level > Level::Overview) return QPointF(box().left(), box().bottom() - 9);
    const qreal half = farSize(scale) / 2;
    return box().center() + QPointF(-half, half);
}

qreal TileItem::farSize(qreal scale) const {
    return std::min(20 / scale, 62.0) * (m_placed.shape == Shape::SmallTile ? 0.75 : 1);
}

qreal TileItem::radius() const {
    return m_placed.shape == Shape::SmallTile ? 8 : 10;
}

void TileItem::draw(QPainter* painter, Level level, qreal scale) {
    if (level <= Level::Overview) {
        drawFar(painter, level, scale);
        return;
    }
    if (isFading()) {
        const qreal opacity = painter->opacity();
        m_content.ghost = !m_content.ghost;
        painter->setOpacity(opacity * (1 - m_look.ghost));
        drawFace(painter);
        m_content.ghost = !m_content.ghost;
        painter->setOpacity(opacity * m_look.ghost);
        drawFace(painter);
        painter->setOpacity(opacity);
    } else if (!m_look.forced && paintsPixels(painter)) {
        // Hundreds are in view, unless it is enlarged much: their faces come from a cache.
        drawSprite(painter);
    } else {
        drawFace(painter);
    }
    if (m_mark.selected || m_mark.memberOf || m_mark.tied || m_mark.hovered) {
        drawStateRings(painter, radius());
        // Badges lie above the ring.
        drawGroups(painter);
        drawSeverity(painter);
    }
    drawNames(painter, level, scale);
    drawLock(painter, box().bottomRight() - QPointF(1, 3));
    drawHandles(painter);
}

void TileItem::drawFace(QPainter* painter) const {
    const style::Theme& t = theme();
    drawBox(painter);
    // Whole pixels, so that the strokes stay sharp.
    const qreal side = m_placed.shape == Shape::Tile ? 26 : m_placed.shape == Shape::BorderTile ? 22 : 18;
    QRectF icon(0, 0, side, side);
    icon.moveCenter(box().center());
    if (!m_content.groups.empty()) icon.translate(0, -2);
    const qreal opacity = painter->opacity();
    if (m_content.ghost) painter->setOpacity(opacity * 0.55);
    style::paintIcon(painter, m_content.icon, icon, t.ink);
    if (m_content.ghost) painter->setOpacity(opacity);
    if (m_content.severity)
        drawRing(painter, box(), radius(), *m_content.severity == Severity::Error ? t.errorLine : t.warnLine,
                 2, 4);
    drawGroups(painter);
    drawSeverity(painter);
}

void TileItem::drawSprite(QPainter* painter) const {
    const QTransform toView = painter->worldTransform();
    const qreal ratio = painter->device()->devicePixelRatioF();
    const qreal scale = toView.m11() * ratio;
    if (toView.type() > QTransform::TxScale || scale <= 0 || scale > largestSprite) return drawFace(painter);
    // As far as badges and the sign of a problem reach.
    const qreal around = m_content.severity && m_content.groups.size() > mostBadges ? 36 : 14;
    const QRectF area = box().adjusted(-around, -around, around, around);
    const int pixels = int(std::ceil(area.width() * scale));
    static QHash<QString, QImage> sprites;
    static qsizetype bytes = 0;
    const QString key = m_spriteKey + QString::number(qRound(scale * 4096)) + QChar(u'/') +
                        QString::number(int(theme().variant));
    auto it = sprites.constFind(key);
    if (it == sprites.constEnd()) {
        if (bytes > mostSpriteBytes) {
            sprites.clear();
            bytes = 0;
        }
        QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter inner(&image);
        inner.setRenderHints(painter->renderHints());
        inner.scale(scale, scale);
        inner.translate(-area.topLeft());
        drawFace(&inner);
        inner.end();
        image.setDevicePixelRatio(ratio);
        bytes += image.sizeInBytes();
        it = sprites.insert(key, image);
    }
    // On whole pixels of the device, without scaling.
    const QPointF corner = toView.map(area.topLeft()) * ratio;
    painter->resetTransform();
    painter->drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, *it);
    painter->setWorldTransform(toView);
}

void TileItem::drawBox(QPainter* painter) const {
    const style::Theme& t = theme();
    if (m_content.ghost) {
        painter->setPen(dashed(t.tileLine, 1.25, 3, 3.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box(), radius(), radius());
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(t.tile);
    painter->drawRoundedRect(box(), radius(), radius());
    if (!m_content.groups.empty()) {
        for (std::size_t i = 0; i < m_bands.size(); ++i) {
            painter->setBrush(t.group[std::size_t(m_content.groups[i].color())]);
            painter->drawPath(m_bands[i]);
        }
    }
    painter->setPen(outline(t.tileLine, 1.25));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(box(), radius(), radius());
}

void TileItem::drawGroups(QPainter* painter) const {
    const auto& groups = m_content.groups;
    const std::size_t shown = std::min(groups.size(), mostBadges);
    for (std::size_t i = 0; i < shown; ++i)
        style::paintBadge(painter, groups[i], QPointF(box().right() - 2 - qreal(i) * badgeStep, box().top()),
                          badgeRadius, theme());
    if (groups.size() > shown) {
        // In a badge of its own: the header of the subnet is near.
        const QString text = QStringLiteral("+%1").arg(groups.size() - shown);
        const qreal width = std::max(17.0, textWidth(TextRole::Second, text) + 7);
        const QRectF badge(box().right() - 2 - qreal(shown) * badgeStep + badgeRadius - width,
                           box().top() - badgeRadius + 0.5, width, 2 * badgeRadius - 1);
        painter->setPen(outline(theme().tileLine, 1));
        painter->setBrush(theme().tile);
        painter->drawRoundedRect(badge, badgeRadius - 0.5, badgeRadius - 0.5);
        drawCentered(painter, TextRole::Second, theme().ink2, badge.center(), text);
    }
}

void TileItem::drawSeverity(QPainter* painter) const {
    if (!m_content.severity) return;
    const style::Theme& t = theme();
    const bool isError = *m_content.severity == Severity::Error;
    // Beside the badges where there are so many.
    const qreal aside = m_content.groups.size() > mostBadges ? 22 : 0;
    const QPointF center(box().left() - 2 - aside, box().top());
    painter->setPen(outline(isError ? t.errorLine : t.warnLine, 1.25));
    painter->setBrush(isError ? t.errorSoft : t.warnSoft);
    painter->drawEllipse(center, 9.5, 9.5);
    style::paintIcon(painter, isError ? QStringLiteral("problem-error") : QStringLiteral("problem-warning"),
                     QRectF(center.x() - 6.5, center.y() - 6.5, 13, 13), isError ? t.error : t.warn);
}

void TileItem::drawNames(QPainter* painter, Level level, qreal scale) const {
    const style::Theme& t = theme();
    const QColor ink = m_content.ghost ? t.ink3 : t.ink;
    const QColor ink2 = m_content.ghost ? t.ink3 : t.ink2;
    const bool small = m_placed.shape == Shape::SmallTile;
    const qreal x = box().center().x();
    if (level == Level::Names) {
        // 9 px on the screen, as long as it stays in its place.
        const qreal grow = heldGrowth(TextRole::Name, level, scale), pixels = 12 * grow;
        const QString& name = m_content.own.isEmpty() ? m_content.name : m_content.own;
        const qreal width = textWidth(TextRole::Name, name) * grow;
        if (small || width > 112) return;
        if (m_placed.shape == Shape::BorderTile)
            drawLeft(painter, TextRole::Name, ink, QPointF(box().right() + 10, box().top() + 9), name, grow);
        else
            drawCentered(painter, TextRole::Name, ink, QPointF(x, box().bottom() + 4 + pixels * 0.7), name,
                         grow);
        return;
    }
    if (m_placed.shape == Shape::BorderTile) {
        // On the top border there is one line above the border, at the side there is room for two.
        const QPointF name(box().right() + 10,
                           m_placed.atTop || m_second.isEmpty() ? 9 : box().center().y() - 11);
        drawLeft(painter, TextRole::Name, ink, name, m_name);
        const QPointF second = m_placed.atTop
                                   ? name + QPointF(textWidth(TextRole::Name, m_name) + 8, 0)
                                   : name + QPointF(0, 22); // a line to a peer runs between the two
        drawLeft(painter, TextRole::Second, ink2, second, m_second);
        return;
    }
    if (small) {
        drawCentered(painter, TextRole::Second, ink2, QPointF(x, box().bottom() + 20), m_name);
        return;
    }
    drawCentered(painter, TextRole::Name, ink, QPointF(x, box().bottom() + 12), m_name);
    drawCentered(painter, TextRole::Second, ink2, QPointF(x, box().bottom() + 26), m_second);
}

void TileItem::drawFar(QPainter* painter, Level level, qreal scale) const {
    const style::Theme& t = theme();
    const QPointF center = box().center();
    if (level == Level::Map) {
        const qreal size = std::min(8 / scale, 70.0);
        const QColor color =
            m_content.groups.empty() ? t.tileLine : t.group[std::size_t(m_content.groups.front().color())];
        painter->fillRect(QRectF(center.x() - size / 2, center.y() - size / 2, size, size), color);
        return;
    }
    const qreal size = farSize(scale);
    if (!m_content.groups.empty()) {
        drawSmallBadge(painter, m_content.groups.front(), center, size, t);
    } else {
        QRectF tile(0, 0, size, size);
        tile.moveCenter(center);
        painter->setPen(m_content.ghost ? dashed(t.tileLine, 1 / scale, 3 / scale, 3 / scale)
                                        : QPen(t.tileLine, 1 / scale));
        painter->setBrush(m_content.ghost ? QBrush(Qt::NoBrush) : QBrush(t.tile));
        painter->drawRect(tile);
        style::paintIcon(painter, m_content.icon,
                         tile.adjusted(size * 0.15, size * 0.15, -size * 0.15, -size * 0.15),
                         m_content.ghost ? t.ink3 : t.ink);
    }
    QRectF ring(0, 0, size, size);
    ring.moveCenter(center);
    if (m_mark.selected || m_mark.hovered)
        drawRing(painter, ring, 4 / scale, t.accent, 2 / scale, 2 / scale);
    else if (m_mark.memberOf)
        drawRing(painter, ring, 4 / scale, t.group[std::size_t(m_mark.memberOf->color())], 2 / scale,
                 2 / scale);
}

} // namespace sekisho::canvas
