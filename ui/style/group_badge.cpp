// SPDX-License-Identifier: Apache-2.0
#include "ui/style/group_badge.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmap>

#include <cmath>
#include <numbers>

namespace sekisho::style {

namespace {

/// `corners` points on a circle, the first at `start` degrees, clockwise from the right.
QPainterPath polygon(int corners, const QPointF& center, qreal radius, qreal start) {
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const qreal angle = (start + i * 360.0 / corners) * std::numbers::pi / 180;
        points << center + QPointF(std::cos(angle), std::sin(angle)) * radius;
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

class BadgeEngine : public QIconEngine {
public:
    explicit BadgeEngine(GroupMark mark) : m_mark(std::move(mark)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintBadge(painter, m_mark, QRectF(rect).center(), std::min(rect.width(), rect.height()) / 2.0 - 0.5,
                   theme());
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        QPixmap result(size * scale);
        result.setDevicePixelRatio(scale);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
    QIconEngine* clone() const override { return new BadgeEngine(*this); }

private:
    GroupMark m_mark;
};

} // namespace

GroupMark groupMark(const Design& design, SecurityGroupId group) {
    GroupMark mark;
    const auto& nodes = design.network.nodes;
    mark.index = int(nodes.lowerBound(group) - nodes.lowerBound({Kind::SecurityGroup, 0}));
    if (const Box* box = design.diagram.boxes.find(Placement{group, {}}); box && box->color)
        mark.index = *box->color;
    if (const SecurityGroup* node = design.network.get(group)) {
        const QString name = QString::fromStdString(node->name);
        for (const QChar c : name)
            if (c.isLetterOrNumber()) {
                mark.letter = c.toUpper();
                break;
            }
    }
    return mark;
}

QPainterPath badgeShape(int color, const QPointF& center, qreal radius) {
    const qreal r = radius;
    QPainterPath path;
    switch (color) {
    case 0: path.addEllipse(center, r, r); break;
    case 1: path.addRect(QRectF(center.x() - r * 0.88, center.y() - r * 0.88, r * 1.76, r * 1.76)); break;
    case 2: path = polygon(4, center, r * 1.2, -90); break;
    case 3: path = polygon(6, center, r * 1.06, 0); break;
    case 4: path = polygon(5, center + QPointF(0, r * 0.06), r * 1.1, -90); break;
    case 5: path = polygon(8, center, r * 1.04, 22.5); break;
    case 6: {
        const QPointF c = center;
        path.moveTo(c + QPointF(-0.9, -0.92) * r);
        path.lineTo(c + QPointF(0.9, -0.92) * r);
        path.lineTo(c + QPointF(0.9, 0.1) * r);
        path.quadTo(c + QPointF(0.8, 0.75) * r, c + QPointF(0, 1.08) * r);
        path.quadTo(c + QPointF(-0.8, 0.75) * r, c + QPointF(-0.9, 0.1) * r);
        path.closeSubpath();
        break;
    }
    default:
        path.addPolygon(QPolygonF({center + QPointF(-0.62, -0.85) * r, center + QPointF(1.15, -0.85) * r,
                                   center + QPointF(0.62, 0.85) * r, center + QPointF(-1.15, 0.85) * r}));
        path.closeSubpath();
    }
    return path;
}

void paintBadge(QPainter* painter, const GroupMark& mark, const QPointF& center, qreal radius,
                const Theme& theme) {
    const QColor color = theme.group[mark.color()];
    const QPainterPath shape = badgeShape(mark.color(), center, mark.hollow() ? radius - 0.75 : radius);
    painter->setPen(mark.hollow() ? QPen(color, 1.75) : QPen(Qt::NoPen));
    painter->setBrush(mark.hollow() ? theme.tile : color);
    painter->drawPath(shape);
    if (mark.letter.isEmpty() || radius < 5) return;
    painter->setFont(uiFont(std::max(radius * 1.2, 7.0), true));
    painter->setPen(mark.hollow() ? theme.ink : theme.groupInk[mark.color()]);
    painter->drawText(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius),
                      Qt::AlignCenter, mark.letter);
}

QIcon badgeIcon(const GroupMark& mark) {
    return QIcon(new BadgeEngine(mark));
}

} // namespace sekisho::style
