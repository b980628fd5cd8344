// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/notice.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

namespace sekisho {

Notice::Notice(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("notice"));
    setProperty("role", QStringLiteral("warning"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 0, 0, 0);
    m_icon = new QLabel(this);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    m_label = new QLabel(this);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_label, 1);
    auto* close = new QToolButton(this);
    close->setIcon(style::icon(QStringLiteral("ui-close")));
    close->setIconSize(QSize(13, 13));
    close->setAccessibleName(tr("Close the message"));
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void Notice::show(const QString& text, Severity severity) {
    const style::Theme& theme = style::theme();
    const QString icon = severity == Severity::Error     ? QStringLiteral("problem-error")
                         : severity == Severity::Warning ? QStringLiteral("problem-warning")
                                                         : QStringLiteral("problem-info");
    m_icon->setPixmap(style::icon(icon, theme.warn).pixmap(QSize(18, 18), devicePixelRatioF()));
    m_label->setText(text);
    // An error stays until somebody has had time to read it twice; a remark goes sooner.
    m_timer->start(severity == Severity::Error ? 20000 : 8000);
    QWidget::show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString Notice::text() const {
    return isVisible() ? m_label->text() : QString();
}

} // namespace sekisho
