// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/complaint_bubble.h"

#include "ui/editors/sentences.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sekisho::editors {

ComplaintBubble::ComplaintBubble(QWidget* editor)
    : QFrame(editor->window()), m_editor(editor), m_label(new QLabel(this)), m_button(new QPushButton(this)) {
    setObjectName(QStringLiteral("complaint"));
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    m_label->setWordWrap(true);
    m_label->setProperty("role", "error");
    m_label->setTextFormat(Qt::PlainText);
    m_button->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    layout->addWidget(m_label);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    const style::Theme& theme = style::theme();
    setStyleSheet(
        QStringLiteral("QFrame#complaint { background: %1; border: 1px solid %2; border-radius: 6px; }")
            .arg(theme.errorSoft.name(), theme.errorLine.name()));
    connect(m_button, &QPushButton::clicked, this, [this] { emit offerTaken(m_offer); });
    // All that may carry it away: the page that is scrolled, the pane that is moved.
    for (QWidget* carrier = editor; carrier && !carrier->isWindow(); carrier = carrier->parentWidget())
        carrier->installEventFilter(this);
    connect(editor, &QObject::destroyed, this, &QObject::deleteLater);
    hide();
}

ComplaintBubble* ComplaintBubble::of(QWidget* editor) {
    for (auto* bubble :
         editor->window()->findChildren<ComplaintBubble*>(QString(), Qt::FindDirectChildrenOnly))
        if (bubble->m_editor == editor) return bubble;
    return nullptr;
}

void ComplaintBubble::say(const Verdict& verdict) {
    m_offer = verdict.offer;
    m_label->setText(breakable(verdict.complaint));
    m_button->setVisible(!m_offer.isEmpty());
    m_button->setText(tr("Use %1", "a text that is offered").arg(m_offer));
    m_button->setToolTip(tr("Alt+Enter"));
    m_editor->setAccessibleDescription(verdict.complaint);
    m_isSaid = !verdict.ok() && m_editor->isVisible();
    m_isSaid ? place() : hide();
}

QString ComplaintBubble::text() const {
    return m_label->text().remove(QChar(0x200b));
}

bool ComplaintBubble::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_editor) {
        if (event->type() == QEvent::Hide) {
            m_isSaid = false;
            hide();
        }
        if (event->type() == QEvent::Show && !m_label->text().isEmpty()) {
            // Said before the editor was there: a text that had been refused earlier.
            m_isSaid = true;
            place();
        }
    }
    if (m_isSaid && (event->type() == QEvent::Move || event->type() == QEvent::Resize)) place();
    return QFrame::eventFilter(watched, event);
}

void ComplaintBubble::place() {
    QWidget* window = parentWidget();
    const int width = std::min(280, window->width() - 8);
    setFixedWidth(width);
    m_label->setFixedWidth(width - 18);
    adjustSize();
    const int needed = layout()->heightForWidth(width);
    resize(width, needed > 0 ? needed : sizeHint().height());
    const QPoint corner = m_editor->mapTo(window, QPoint(0, m_editor->height() + 2));
    const int above = m_editor->mapTo(window, QPoint()).y() - height() - 2;
    int y = corner.y();
    // Below a box to choose from stands its list.
    const bool isList = qobject_cast<QComboBox*>(m_editor) && above >= 0;
    if (isList || y + height() > window->height()) y = above;
    move(std::clamp(corner.x(), 4, std::max(4, window->width() - width - 4)), std::max(0, y));
    setVisible(!isScrolledAway());
    raise();
}

bool ComplaintBubble::isScrolledAway() const {
    QRect seen = m_editor->rect();
    for (const QWidget* at = m_editor; at && !at->isWindow() && !seen.isEmpty(); at = at->parentWidget())
        seen = seen.translated(at->pos()) & at->parentWidget()->rect();
    return seen.isEmpty();
}

} // namespace sekisho::editors
