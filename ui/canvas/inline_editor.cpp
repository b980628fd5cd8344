// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/inline_editor.h"

#include <QFontMetrics>
#include <QKeyEvent>

namespace sekisho::canvas {

InlineEditor::InlineEditor(const QString& text, std::function<void(const QString&)> accept, QWidget* parent)
    : QLineEdit(text, parent), m_original(text), m_accept(std::move(accept)) {
    setObjectName(QStringLiteral("inlineEditor"));
    setAccessibleName(tr("Name"));
    setAlignment(Qt::AlignCenter);
    connect(this, &QLineEdit::textChanged, this, &InlineEditor::fit);
}

void InlineEditor::openAt(const QRect& place, const QFont& font) {
    setFont(font);
    m_place = place;
    fit();
    show();
    raise();
    selectAll();
    setFocus(Qt::OtherFocusReason);
}

void InlineEditor::fit() {
    constexpr int margins = 24, narrowest = 90;
    const int wanted =
        std::max({m_place.width(), narrowest, QFontMetrics(font()).horizontalAdvance(text()) + margins});
    const int height = std::max(26, QFontMetrics(font()).height() + 10);
    const QRect room = parentWidget() ? parentWidget()->rect() : QRect();
    const int width = std::min(wanted, std::max(narrowest, room.width() - 8));
    QRect rect(0, 0, width, height);
    rect.moveCenter(m_place.center());
    rect.moveLeft(std::clamp(rect.left(), 4, std::max(4, room.width() - width - 4)));
    rect.moveTop(std::clamp(rect.top(), 4, std::max(4, room.height() - height - 4)));
    setGeometry(rect);
}

bool InlineEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // Nothing was typed: what is to be undone is what was done before.
        if (key->matches(QKeySequence::Undo) && text() == m_original) {
            finish(false);
            event->ignore();
            return false;
        }
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void InlineEditor::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape: finish(false); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: finish(true); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void InlineEditor::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    // The list of an input method and the menu of the line edit take the focus without leaving it.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish(true);
}

void InlineEditor::finish(bool accept) {
    if (m_done) return;
    m_done = true;
    const bool hadKeyboard = hasFocus();
    hide();
    const QString name = text().trimmed();
    if (accept && !name.isEmpty() && name != m_original) m_accept(name);
    emit closed();
    if (hadKeyboard && parentWidget() && parentWidget()->parentWidget())
        parentWidget()->parentWidget()->setFocus(Qt::OtherFocusReason);
    deleteLater();
}

} // namespace sekisho::canvas
