// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/notice.h"

#include "ui/style/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace sekisho::canvas {

Notice::Notice(QWidget* parent) : QLabel(parent) {
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText);
    setContentsMargins(10, 6, 10, 6);
    setFont(style::uiFont(12));
    applyTheme();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Notice::say(const QString& sentence, QPoint at, bool lasting) {
    m_timer.stop();
    if (sentence.isEmpty()) {
        hide();
        setText({});
        return;
    }
    const bool news = sentence != text() || isHidden();
    if (news) {
        constexpr int widest = 340;
        setText(sentence);
        setWordWrap(false);
        if (sizeHint().width() > widest) {
            setWordWrap(true);
            setFixedWidth(widest);
            setFixedHeight(heightForWidth(widest));
        } else {
            setFixedSize(sizeHint());
        }
    }
    QPoint corner = at + QPoint(14, 18);
    const QRect room = parentWidget()->rect();
    if (corner.x() + width() > room.right()) corner.setX(at.x() - 8 - width());
    if (corner.y() + height() > room.bottom()) corner.setY(at.y() - 10 - height());
    move(std::max(4, corner.x()), std::max(4, corner.y()));
    show();
    raise();
    if (news) {
        setAccessibleName(sentence);
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    constexpr int readingTime = 4000; // ms
    if (lasting) m_timer.start(readingTime);
}

void Notice::paintEvent(QPaintEvent* event) {
    const style::Theme& theme = style::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.errorLine, 1));
    painter.setBrush(theme.errorSoft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.end();
    QLabel::paintEvent(event);
}

void Notice::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::PaletteChange) {
        if (palette().color(QPalette::WindowText) != style::theme().error) applyTheme();
    }
    QLabel::changeEvent(event);
}

void Notice::applyTheme() {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, style::theme().error);
    setPalette(colours);
}

} // namespace sekisho::canvas
