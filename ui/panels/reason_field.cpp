// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/reason_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sekisho {

namespace {

constexpr int left = 37; ///< below the text of the row
constexpr int right = 12;
constexpr int bottom = 9;
constexpr int longestReason = 500; ///< letters

} // namespace

ReasonField::ReasonField(QWidget* parent)
    : QWidget(parent), m_field(new QLineEdit), m_accept(new QPushButton), m_cancel(new QPushButton) {
    m_field->setObjectName(QStringLiteral("accept-reason"));
    m_field->setMaxLength(longestReason);
    m_field->installEventFilter(this);
    m_accept->setObjectName(QStringLiteral("accept-give"));
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_field, 1);
    row->addWidget(m_accept);
    row->addWidget(m_cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(left, 0, right, bottom);
    column->addStretch(1);
    column->addLayout(row);
    connect(m_field, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_accept, &QPushButton::clicked, this, &ReasonField::give);
    connect(m_cancel, &QPushButton::clicked, this, &ReasonField::cancelled);
    m_accept->setEnabled(false);
    setFocusProxy(m_field);
    retranslate();
}

void ReasonField::start() {
    m_field->setFocus(Qt::OtherFocusReason);
}

void ReasonField::retranslate() {
    m_field->setPlaceholderText(tr("Why is this fine?"));
    m_field->setAccessibleName(tr("Why this problem is accepted"));
    m_accept->setText(tr("Accept"));
    m_cancel->setText(tr("Cancel"));
}

void ReasonField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ReasonField::give() {
    const QString reason = m_field->text().trimmed();
    if (!reason.isEmpty()) emit given(reason);
}

bool ReasonField::eventFilter(QObject* watched, QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enter && key != Qt::Key_Escape) return QWidget::eventFilter(watched, event);
    // The window has these keys for other things: here they are the field's.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (enter)
        give();
    else
        emit cancelled();
    return true;
}

} // namespace sekisho
