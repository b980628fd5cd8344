// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/dock.h"

#include "ui/style/icons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace sekisho {

Dock::Dock(const QString& name, const char* title, std::function<QWidget*(QWidget*)> make, QWidget* parent)
    : QDockWidget(parent), m_title(title), m_make(std::move(make)) {
    setObjectName(name);
    m_bar = new QWidget(this);
    m_bar->setFixedHeight(30);
    auto* layout = new QHBoxLayout(m_bar);
    layout->setContentsMargins(12, 0, 6, 0);
    layout->setSpacing(2);
    m_label = new QLabel(m_bar);
    m_label->setProperty("role", QStringLiteral("heading"));
    layout->addWidget(m_label);
    layout->addStretch(1);
    const auto button = [&](const QString& icon) {
        auto* b = new QToolButton(m_bar);
        b->setIcon(style::icon(icon));
        b->setIconSize(QSize(13, 13));
        b->setProperty("role", QStringLiteral("small"));
        b->setFixedSize(22, 22);
        b->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(b);
        return b;
    };
    m_float = button(QStringLiteral("ui-duplicate"));
    m_close = button(QStringLiteral("ui-close"));
    connect(m_float, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(m_close, &QToolButton::clicked, this, &QDockWidget::close);
    setTitleBarWidget(m_bar);
    // Not the show event: to Qt a tab behind others is shown too, somewhere off the window.
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        if (visible && !m_deferred) content();
    });
    retranslate();
}

QWidget* Dock::content() {
    if (m_make) {
        // Taken first: making the content may show this pane.
        const auto make = std::exchange(m_make, nullptr);
        setWidget(make(this));
    }
    return widget();
}

void Dock::setSuffix(const QString& suffix) {
    if (suffix == m_suffix) return;
    m_suffix = suffix;
    retranslate();
}

void Dock::setTitleShown(bool shown) {
    m_bar->setFixedHeight(shown ? 30 : 0);
    for (QWidget* widget : m_bar->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        widget->setVisible(shown);
}

void Dock::bringUp() {
    show();
    raise();
    if (QWidget* inside = content()) {
        QWidget* target = inside->focusProxy() ? inside->focusProxy() : inside;
        if (target->focusPolicy() == Qt::NoFocus && target->nextInFocusChain())
            target = target->nextInFocusChain();
        target->setFocus(Qt::ShortcutFocusReason);
    }
}

void Dock::changeEvent(QEvent* event) {
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void Dock::retranslate() {
    const QString title = tr(m_title);
    const QString whole = m_suffix.isEmpty() ? title : title + QStringLiteral("  ") + m_suffix;
    setWindowTitle(whole);
    m_label->setText(whole);
    m_float->setToolTip(tr("Float"));
    m_float->setAccessibleName(tr("Float the pane %1").arg(title));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close the pane %1").arg(title));
}

} // namespace sekisho
