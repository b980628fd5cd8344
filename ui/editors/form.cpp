// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/form.h"

#include "ui/editors/cell_delegate.h"
#include "ui/editors/text_input.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho::editors {

namespace {

constexpr int labelWidth = 78;
constexpr int rowHeight = 26;
constexpr int itemHeight = 24;
constexpr int mostItems = 8;

} // namespace

// --- TextField

TextField::TextField(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textEdited, this, &TextField::judge);
}

void TextField::setValue(const QString& value) {
    const bool isTyping = hasFocus() && isModified() && text() != m_value;
    m_value = value;
    if (isTyping) return judge();
    if (text() != value) {
        setText(value);
        setCursorPosition(0);
    }
    setModified(false);
    judge();
}

void TextField::takeOffer() {
    const QString offer = m_verdict.offer;
    if (offer.isEmpty()) return;
    setText(offer);
    setModified(true);
    judge();
    commit();
}

void TextField::judge() {
    m_verdict = m_judge && text() != m_value ? m_judge(text()) : Verdict{};
    markInvalid(this, !m_verdict.ok());
    setAccessibleDescription(m_verdict.complaint);
    emit judged();
}

void TextField::commit() {
    if (text() == m_value) return setModified(false);
    judge();
    if (!m_verdict.ok()) return;
    setModified(false);
    const QString typed = text();
    m_value = typed;
    emit committed(typed);
}

bool TextField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnd = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // The window has commands on these keys.
        if (isEnd || (key->key() == Qt::Key_Escape && text() != m_value)) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void TextField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if ((event->modifiers() & Qt::AltModifier) && !m_verdict.offer.isEmpty()) return takeOffer();
        commit();
        if (m_verdict.ok()) selectAll();
        return;
    }
    if (event->key() == Qt::Key_Escape && text() != m_value) {
        setText(m_value);
        setModified(false);
        return judge();
    }
    QLineEdit::keyPressEvent(event);
}

void TextField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) commit();
}

// --- CheckList

CheckList::CheckList(QWidget* parent) : QListWidget(parent) {
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setIconSize({15, 15});
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const auto index = std::size_t(row(item));
        const bool checked = item->checkState() == Qt::Checked;
        if (index >= m_items.size() || m_items[index].checked == checked) return;
        // The design may refuse: what is ticked is what it says afterwards.
        const auto toggle = m_items[index].toggle;
        const QSignalBlocker blocker(this);
        item->setCheckState(checked ? Qt::Unchecked : Qt::Checked);
        toggle(checked);
    });
}

void CheckList::setItems(std::vector<CheckItem> items) {
    const QSignalBlocker blocker(this);
    while (count() > int(items.size()))
        delete takeItem(count() - 1);
    while (count() < int(items.size()))
        addItem(QString());
    m_items = std::move(items);
    for (int i = 0; i < count(); ++i) {
        const CheckItem& one = m_items[std::size_t(i)];
        QListWidgetItem* shown = item(i);
        shown->setText(one.text);
        shown->setIcon(one.icon);
        shown->setToolTip(one.tip.isEmpty() ? one.text : one.tip);
        shown->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        shown->setCheckState(one.checked ? Qt::Checked : Qt::Unchecked);
    }
    updateGeometry();
}

QSize CheckList::sizeHint() const {
    return {120, std::clamp(count(), 1, mostItems) * itemHeight + 2};
}

// --- CodeText

CodeText::CodeText(QWidget* parent) : QWidget(parent), m_text(new QTextEdit(this)) {
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(style::monoFont(11));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(0);
    m_text->viewport()->setAutoFillBackground(false);
    setFocusProxy(m_text);
}

void CodeText::setText(const QString& text) {
    if (text == m_text->toPlainText()) return;
    m_text->setPlainText(text);
    fit();
}

QString CodeText::text() const {
    return m_text->toPlainText();
}

void CodeText::resizeEvent(QResizeEvent*) {
    fit();
}

void CodeText::fit() {
    m_text->document()->setTextWidth(width());
    const int height = std::max(int(m_text->document()->size().height()) + 1, 16);
    setFixedHeight(height + 4);
    m_text->setGeometry(0, 3, width(), height + 1);
}

// --- Form

Form::Form(QWidget* parent) : QWidget(parent), m_layout(new QGridLayout(this)) {
    m_layout->setContentsMargins(CellDelegate::sideMargin, 0, CellDelegate::sideMargin, 0);
    m_layout->setHorizontalSpacing(6);
    m_layout->setVerticalSpacing(0);
    m_layout->setColumnMinimumWidth(0, labelWidth);
    m_layout->setColumnStretch(1, 1);
}

void Form::add(const QString& labelText, QWidget* field, const QString& tip) {
    auto* label = new QLabel(labelText, this);
    label->setFont(style::uiFont(12));
    label->setWordWrap(true);
    label->setFixedWidth(labelWidth);
    label->setMinimumHeight(rowHeight);
    label->setBuddy(field);
    label->setToolTip(tip);
    label->setStyleSheet(QStringLiteral("font-size: 12px; color: %1;").arg(style::theme().ink2.name()));
    field->setToolTip(tip);
    if (field->accessibleName().isEmpty()) field->setAccessibleName(labelText);
    auto* note = new QLabel(this);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    note->hide();
    auto* offer = new QPushButton(this);
    offer->setFocusPolicy(Qt::NoFocus);
    offer->hide();
    m_layout->setRowMinimumHeight(m_lines, 0);
    m_layout->addWidget(label, m_lines, 0, Qt::AlignTop);
    m_layout->addWidget(field, m_lines, 1);
    m_layout->addWidget(note, m_lines + 1, 1);
    m_layout->addWidget(offer, m_lines + 2, 1, Qt::AlignLeft);
    // The room between rows; it goes with a row that is hidden only by half, which nobody sees.
    m_layout->setRowMinimumHeight(m_lines + 3, 5);
    m_lines += 4;
    m_rows.push_back({field, label, note, offer, {}, false});
    if (auto* typed = qobject_cast<TextField*>(field)) {
        connect(typed, &TextField::judged, this, [this, typed] { refreshNote(*rowOf(typed)); });
        connect(offer, &QPushButton::clicked, typed, &TextField::takeOffer);
    }
}

TextField* Form::text(const QString& label, const QString& tip) {
    auto* field = new TextField(this);
    field->setFixedHeight(rowHeight);
    add(label, field, tip);
    return field;
}

ChoiceBox* Form::choice(const QString& label, const QString& tip) {
    auto* field = new ChoiceBox(this);
    field->setFixedHeight(rowHeight);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    add(label, field, tip);
    return field;
}

CheckList* Form::checks(const QString& label, const QString& tip) {
    auto* field = new CheckList(this);
    add(label, field, tip);
    return field;
}

CodeText* Form::code(const QString& label, const QString& tip) {
    auto* field = new CodeText(this);
    add(label, field, tip);
    return field;
}

QLabel* Form::info(const QString& label, const QString& tip) {
    auto* field = new QLabel(this);
    field->setWordWrap(true);
    field->setTextFormat(Qt::PlainText);
    field->setMinimumHeight(rowHeight);
    field->setStyleSheet(QStringLiteral("font-size: 12px;"));
    field->setTextInteractionFlags(Qt::TextSelectableByMouse);
    add(label, field, tip);
    return field;
}

void Form::whole(QWidget* widget) {
    m_layout->addWidget(widget, m_lines, 0, 1, 2);
    m_layout->setRowMinimumHeight(m_lines + 1, 5);
    m_lines += 2;
    m_rows.push_back({widget, nullptr, nullptr, nullptr, {}, false});
}

Form::Row* Form::rowOf(QWidget* field) {
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.field == field; });
    return it == m_rows.end() ? nullptr : &*it;
}

void Form::setRowVisible(QWidget* field, bool visible) {
    Row* row = rowOf(field);
    if (!row) return;
    field->setVisible(visible);
    if (row->label) row->label->setVisible(visible);
    if (row->note) refreshNote(*row);
}

void Form::setProblem(QWidget* field, const QString& text, bool isError) {
    Row* row = rowOf(field);
    if (!row || !row->note || (row->problem == text && row->isError == isError)) return;
    row->problem = text;
    row->isError = isError;
    refreshNote(*row);
}

void Form::refreshNote(Row& row) {
    Verdict verdict;
    if (auto* typed = qobject_cast<TextField*>(row.field)) verdict = typed->verdict();
    const bool isTyped = !verdict.ok();
    const QString text = isTyped ? verdict.complaint : row.problem;
    const style::Theme& theme = style::theme();
    const QColor color = isTyped || row.isError ? theme.error : theme.warn;
    row.note->setStyleSheet(QStringLiteral("font-size: 11px; padding: 2px 0; color: %1;").arg(color.name()));
    row.note->setText(text);
    const bool isShown = !row.field->isHidden();
    row.note->setVisible(isShown && !text.isEmpty());
    row.offer->setVisible(isShown && isTyped && !verdict.offer.isEmpty());
    row.offer->setText(tr("Use %1", "a text that is offered").arg(verdict.offer));
    row.offer->setToolTip(tr("Alt+Enter"));
}

} // namespace sekisho::editors
