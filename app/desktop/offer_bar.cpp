// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/offer_bar.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace sekisho {

OfferBar::OfferBar(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("offerBar"));
    setProperty("role", QStringLiteral("offer"));
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(10, 5, 6, 5);
    m_row->setSpacing(8);
    m_icon = new QLabel(this);
    m_row->addWidget(m_icon);
    m_label = new QLabel(this);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->addWidget(m_label, 1);
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("offerClose"));
    m_close->setAutoRaise(true);
    m_close->setIconSize(QSize(13, 13));
    m_row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        const auto closed = m_closed;
        withdraw();
        if (closed) closed();
    });
    hide();
}

void OfferBar::offer(std::function<QString()> text, std::vector<Choice> choices,
                     std::function<void()> closed) {
    // One of them may be what was just clicked.
    for (QPushButton* button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    m_text = std::move(text);
    m_closed = std::move(closed);
    m_choices = std::move(choices);
    for (const Choice& choice : m_choices) {
        auto* button = new QPushButton(this);
        button->setObjectName(choice.name);
        connect(button, &QPushButton::clicked, this, [this, what = choice.what] {
            withdraw();
            what();
        });
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons.push_back(button);
    }
    retranslate();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void OfferBar::withdraw() {
    // Qt would give it to the next in the chain as if somebody had pressed Tab.
    if (m_heir && isAncestorOf(QApplication::focusWidget())) m_heir->setFocus(Qt::OtherFocusReason);
    hide();
    // What it says may be about something that is no more.
    m_text = {};
    m_closed = {};
}

QString OfferBar::text() const {
    return isVisible() ? m_label->text() : QString();
}

void OfferBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) retranslate();
}

void OfferBar::retranslate() {
    if (!m_text) return;
    m_label->setText(m_text());
    setAccessibleName(m_label->text());
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setText(m_choices[i].text());
    m_close->setIcon(style::icon(QStringLiteral("ui-close")));
    m_close->setAccessibleName(tr("Not now"));
    m_close->setToolTip(m_close->accessibleName());
    m_icon->setPixmap(style::icon(QStringLiteral("problem-info"), style::theme().accent)
                          .pixmap(QSize(18, 18), devicePixelRatioF()));
}

} // namespace sekisho
