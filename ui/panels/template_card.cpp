// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/template_card.h"

#include "ui/style/group_badge.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace sekisho {

namespace {

constexpr qreal radius = 8;
constexpr int pad = 10;
constexpr int pictureHeight = 110;
constexpr int nameHeight = 20;
constexpr int aboveText = pad + pictureHeight + 8 + nameHeight;

void box(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& line, qreal round,
         Qt::PenStyle style = Qt::SolidLine) {
    painter->setPen(QPen(line, 1, style));
    painter->setBrush(fill);
    painter->drawRoundedRect(rect, round, round);
}

void tile(QPainter* painter, const QString& icon, const QPointF& center, qreal size) {
    const style::Theme& theme = style::theme();
    const QRectF rect(center.x() - size / 2, center.y() - size / 2, size, size);
    box(painter, rect, theme.tile, theme.tileLine, 3);
    style::paintIcon(painter, icon, rect.adjusted(2.5, 2.5, -2.5, -2.5), theme.ink);
}

} // namespace

void paintStart(QPainter* painter, Start start, const QRectF& rect) {
    const style::Theme& theme = style::theme();
    painter->setRenderHint(QPainter::Antialiasing);
    box(painter, rect, theme.canvas, theme.line2, 6);
    const QRectF vpc = rect.adjusted(8, 14, -8, -6);
    if (start == Start::Empty) {
        box(painter, vpc, Qt::transparent, theme.ink3, 6, Qt::DashLine);
        style::paintIcon(painter, QStringLiteral("ui-plus"),
                         QRectF(vpc.center() - QPointF(9, 9), QSizeF(18, 18)), theme.ink3);
        return;
    }
    box(painter, vpc, theme.vpcFill, theme.vpcLine, 6);
    const qreal gutter = 26, column = (vpc.width() - gutter - 16) / 2;
    for (int zone = 0; zone < 2; ++zone) {
        const QRectF az(vpc.left() + 5 + zone * (column + gutter + 6), vpc.top() + 10, column,
                        vpc.height() - 15);
        box(painter, az, Qt::transparent, theme.azLine, 4, Qt::DashLine);
        const qreal height = (az.height() - 11) / 2;
        const QRectF open(az.left() + 4, az.top() + 4, az.width() - 8, height);
        const QRectF closed = open.translated(0, height + 3);
        box(painter, open, theme.publicFill, theme.publicLine, 3);
        box(painter, closed, theme.privateFill, theme.privateLine, 3);
        if (start != Start::HandsOn) continue;
        tile(painter, QStringLiteral("nat"), {open.left() + open.width() * 0.28, open.center().y()}, 17);
        tile(painter, QStringLiteral("alb"), {open.left() + open.width() * 0.72, open.center().y()}, 17);
        tile(painter, QStringLiteral("ecs"), {closed.left() + closed.width() * 0.28, closed.center().y()},
             17);
        tile(painter, QStringLiteral("rds"), {closed.left() + closed.width() * 0.72, closed.center().y()},
             17);
    }
    tile(painter, QStringLiteral("igw"), {vpc.center().x(), vpc.top()}, 16);
    if (start != Start::HandsOn) return;
    painter->setPen(QPen(theme.route, 1));
    painter->drawLine(QPointF(vpc.center().x(), vpc.top() + 9), QPointF(vpc.center().x(), vpc.bottom() - 8));
    for (int group = 0; group < 3; ++group)
        style::paintBadge(painter, {group, QStringLiteral("AER").mid(group, 1)},
                          {vpc.center().x(), vpc.top() + 22 + group * (vpc.height() - 34) / 2}, 6.5, theme);
}

TemplateCard::TemplateCard(Start start, QWidget* parent) : QAbstractButton(parent), m_start(start) {
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    retranslate();
}

void TemplateCard::retranslate() {
    setText(startName(m_start));
    setAccessibleDescription(startDescription(m_start));
    setToolTip(startDescription(m_start));
    updateGeometry();
}

int TemplateCard::heightForWidth(int width) const {
    const QRect room(0, 0, std::max(60, width - 2 * pad), 1000);
    const QFontMetrics metrics(style::uiFont(11));
    return aboveText + metrics.boundingRect(room, Qt::TextWordWrap, startDescription(m_start)).height() + pad;
}

void TemplateCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QAbstractButton::changeEvent(event);
}

void TemplateCard::paintEvent(QPaintEvent*) {
    const style::Theme& theme = style::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool chosen = isChecked();
    painter.setPen(QPen(chosen || hasFocus() ? theme.accent : theme.line, chosen ? 2 : 1));
    painter.setBrush(chosen ? theme.accentSoft : underMouse() ? theme.panel2 : theme.panel);
    painter.drawRoundedRect(frame, radius, radius);
    paintStart(&painter, m_start, QRectF(pad, pad, width() - 2 * pad, pictureHeight));
    painter.setPen(theme.ink);
    painter.setFont(style::uiFont(13, true));
    const int top = pad + pictureHeight + 8;
    painter.drawText(QRect(pad, top, width() - 2 * pad, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2 * pad));
    painter.setPen(theme.ink2);
    painter.setFont(style::uiFont(11));
    painter.drawText(QRect(pad, aboveText, width() - 2 * pad, height() - aboveText),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, startDescription(m_start));
}

} // namespace sekisho
