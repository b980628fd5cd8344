// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/form.h"

#include "ui/editors/cell_delegate.h"
#include "ui/editors/sentences.h"
#include "ui/editors/text_input.h"
#include "ui/editors/traffic_words.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sekisho::editors {

namespace {

constexpr int rowHeight = 26;
constexpr int itemHeight = 24;
constexpr int fieldGap = 6;
constexpr int mostItems = 16;

/// Katakana needs the room of seven characters.
int labelWidth() {
    return style::language() == text::Language::Japanese ? 86 : 78;
}

/// A colour of the theme for a label; pages are made anew when the theme changes.
void tint(QLabel* label, const QColor& color) {
    QPalette palette = label->palette();
    if (palette.color(QPalette::WindowText) == color) return;
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

/// An entry to tick: the box, its icon, its text.
class CheckDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const style::Theme& theme = style::theme();
        const QRect& rect = option.rect;
        const auto* view = static_cast<const QListWidget*>(option.widget);
        const bool isCurrent = view->hasFocus() && view->currentIndex() == index;
        painter->save();
        if (option.state & QStyle::State_MouseOver) painter->fillRect(rect, theme.panel2);
        const QRect box = paintTick(painter, {rect.left() + 2, rect.center().y()}, index, isCurrent);
        int left = box.right() + 8;
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        if (!icon.isNull()) {
            icon.paint(painter, QRect(left, rect.center().y() - 7, 15, 15));
            left += 21;
        }
        painter->setFont(style::uiFont(12));
        painter->setPen(theme.ink);
        const QRect room(left, rect.top(), rect.right() - left, rect.height());
        painter->drawText(
            room, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {60, itemHeight};
    }
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override {
        return turnOverTick(event, model, option.rect, index);
    }
};

} // namespace

// --- TextField

TextField::TextField(QWidget* parent) : QLineEdit(parent) {
    setFont(style::uiFont(12));
    connect(this, &QLineEdit::textEdited, this, &TextField::judge);
}

void TextField::setValue(const QString& value) {
    // Neither who types nor what was refused is disturbed: nothing typed is lost.
    const bool isTyping = isModified() && typed() != m_value && (hasFocus() || !m_verdict.ok());
    m_value = value;
    if (isTyping) return judge();
    m_isPreview = false;
    if (text() != value) {
        setText(value);
        setCursorPosition(0);
    }
    setModified(false);
    if (!hasFocus()) showPreview();
    judge();
}

QString TextField::preview() const {
    return m_preview && !m_isPreview && hasFocus() ? m_preview(text()) : QString();
}

void TextField::showPreview() {
    if (!m_preview || m_value.isEmpty() || text() != m_value) return;
    m_isPreview = true;
    setText(m_preview(m_value));
    setCursorPosition(0);
    setModified(false);
}

QString TextField::refused() const {
    return isModified() && !m_verdict.ok() ? typed() : QString();
}

void TextField::resume(const QString& text) {
    m_isPreview = false;
    setText(text);
    setModified(true);
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
    m_verdict = m_judge && typed() != m_value ? m_judge(typed()) : Verdict{};
    m_verdict.complaint.replace(plain(typed()), shortened(plain(typed())));
    markInvalid(this, !m_verdict.ok());
    setAccessibleDescription(m_verdict.complaint);
    emit judged();
}

void TextField::commit() {
    if (typed() == m_value) return setModified(false);
    judge();
    if (!m_verdict.ok()) return;
    setModified(false);
    const QString given = typed();
    m_value = given;
    emit committed(given);
}

bool TextField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnd = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        // The window has commands on these keys.
        if (isEnd || (key->key() == Qt::Key_Escape && typed() != m_value)) {
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
    if (event->key() == Qt::Key_Escape && typed() != m_value) {
        setText(m_value);
        setModified(false);
        return judge();
    }
    QLineEdit::keyPressEvent(event);
}

void TextField::focusInEvent(QFocusEvent* event) {
    if (std::exchange(m_isPreview, false)) {
        setText(m_value);
        setModified(false);
    }
    QLineEdit::focusInEvent(event);
    emit judged();
}

void TextField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason) return;
    commit();
    if (m_verdict.ok()) showPreview();
    emit judged();
}

// --- CheckList

CheckList::CheckList(QWidget* parent) : QListWidget(parent) {
    setFrameShape(NoFrame);
    setFont(style::uiFont(12));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setItemDelegate(new CheckDelegate(this));
    setMouseTracking(true);
    setUniformItemSizes(true);
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

// --- SetList

SetList::SetList(const QString& addText, QWidget* parent)
    : QWidget(parent), m_lines(new QVBoxLayout), m_add(new QPushButton(addText, this)) {
    m_add->setProperty("role", "flat");
    m_add->setIcon(style::icon(QStringLiteral("ui-plus")));
    m_add->setIconSize({13, 13});
    m_add->setFont(style::uiFont(12));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_lines->setSpacing(0);
    layout->addLayout(m_lines);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        QMenu menu(this);
        for (std::size_t i = 0; i < m_others.size(); ++i)
            menu.addAction(m_others[i].icon, m_others[i].text())->setData(int(i));
        if (const QAction* chosen = menu.exec(m_add->mapToGlobal(QPoint(0, m_add->height()))))
            m_others[std::size_t(chosen->data().toInt())].move();
    });
}

void SetList::setItems(std::vector<ListedItem> items, std::vector<ListedItem> others) {
    m_items = std::move(items);
    m_others = std::move(others);
    m_add->setVisible(!m_others.empty());
    QStringList texts;
    for (const ListedItem& item : m_items)
        texts << item.text();
    if (texts == m_shown && m_lines->count() == int(m_items.size())) {
        // The same things, but badges may have changed.
        for (std::size_t i = 0; i < m_items.size(); ++i)
            if (auto* label = m_lines->itemAt(int(i))->widget()->findChild<QLabel*>(QStringLiteral("icon")))
                label->setPixmap(m_items[i].icon.pixmap(15, 15));
        return;
    }
    m_shown = texts;
    while (QLayoutItem* line = m_lines->takeAt(0)) {
        line->widget()->hide();
        line->widget()->deleteLater(); // its button may be what brought the change about
        delete line;
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        auto* line = new QWidget(this);
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 2, 0, 2);
        row->setSpacing(6);
        auto* icon = new QLabel(line);
        icon->setObjectName(QStringLiteral("icon"));
        icon->setPixmap(m_items[i].icon.pixmap(15, 15));
        auto* text = new QLabel(breakable(texts[qsizetype(i)]), line);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setFont(style::uiFont(12));
        auto* remove = new QToolButton(line);
        remove->setIcon(style::icon(QStringLiteral("ui-close")));
        remove->setIconSize({11, 11});
        remove->setAutoRaise(true);
        remove->setToolTip(tr("Take out"));
        remove->setAccessibleName(tr("Take out %1").arg(texts[qsizetype(i)]));
        connect(remove, &QToolButton::clicked, this, [this, i] {
            if (i < m_items.size()) m_items[i].move();
        });
        row->addWidget(icon);
        row->addWidget(text, 1);
        row->addWidget(remove);
        m_lines->addWidget(line);
    }
}

// --- CodeText

CodeText::CodeText(QWidget* parent) : QWidget(parent), m_text(new QTextEdit(this)) {
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Terraform address"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(style::monoFont(11));
    m_text->setWordWrapMode(QTextOption::WrapAnywhere);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(0);
    m_text->viewport()->setAutoFillBackground(false);
    setFocusProxy(m_text);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CodeText::setText(const QString& text) {
    if (text == m_text->toPlainText()) return;
    m_text->setPlainText(text);
    updateGeometry();
}

QString CodeText::text() const {
    return m_text->toPlainText();
}

int CodeText::heightForWidth(int width) const {
    // Characters of one width, broken anywhere: counted rather than laid out.
    const QFontMetricsF font(m_text->font());
    const int perLine = std::max(1, int((width - 2) / font.horizontalAdvance(QLatin1Char('m'))));
    int lines = 0;
    for (const QString& line : text().split(QLatin1Char('\n')))
        lines += std::max(1, int((line.size() + perLine - 1) / perLine));
    return int(std::ceil(lines * font.lineSpacing())) + 10;
}

void CodeText::resizeEvent(QResizeEvent*) {
    m_text->setGeometry(0, 5, width(), height() - 5);
}

// --- Form

Form::Form(QWidget* parent) : QWidget(parent), m_layout(new QGridLayout(this)) {
    m_layout->setContentsMargins(CellDelegate::sideMargin, 0, CellDelegate::sideMargin, 0);
    m_layout->setHorizontalSpacing(fieldGap);
    m_layout->setVerticalSpacing(0);
    m_layout->setColumnMinimumWidth(0, labelWidth());
    m_layout->setColumnStretch(1, 1);
}

int Form::fieldsLeft() {
    return labelWidth() + fieldGap;
}

void Form::add(const QString& labelText, QWidget* field, const QString& tip) {
    auto* label = new QLabel(labelText, this);
    label->setFont(style::uiFont(12));
    label->setWordWrap(true);
    label->setFixedWidth(labelWidth());
    label->setMinimumHeight(rowHeight);
    label->setBuddy(field);
    label->setToolTip(tip);
    tint(label, style::theme().ink2);
    field->setToolTip(tip);
    if (field->accessibleName().isEmpty()) field->setAccessibleName(labelText);
    QLabel* note = makeNote();
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

CheckList* Form::checks(const QString& label, const QString& tip, bool isWhole) {
    auto* field = new CheckList(this);
    if (isWhole) {
        field->setAccessibleName(label);
        field->setToolTip(tip);
        whole(field);
    } else {
        add(label, field, tip);
    }
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
    field->setFont(style::uiFont(12));
    field->setTextInteractionFlags(Qt::TextSelectableByMouse);
    field->setMinimumWidth(60); // text to be copied is cut rather than that it widens the page
    add(label, field, tip);
    return field;
}

void Form::whole(QWidget* widget) {
    QLabel* note = makeNote();
    m_layout->addWidget(widget, m_lines, 0, 1, 2);
    m_layout->addWidget(note, m_lines + 1, 0, 1, 2);
    m_layout->setRowMinimumHeight(m_lines + 2, 5);
    m_lines += 3;
    m_rows.push_back({widget, nullptr, note, nullptr, {}, false});
}

QLabel* Form::makeNote() {
    auto* note = new QLabel(this);
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    note->setFont(style::uiFont(11));
    note->setContentsMargins(0, 2, 0, 2);
    note->hide();
    return note;
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
    refreshNote(*row);
}

void Form::setProblem(QWidget* field, const QString& text, bool isError) {
    Row* row = rowOf(field);
    if (!row || (row->problem == text && row->isError == isError)) return;
    row->problem = text;
    row->isError = isError;
    refreshNote(*row);
}

void Form::refreshNote(Row& row) {
    Verdict verdict;
    if (auto* typed = qobject_cast<TextField*>(row.field)) verdict = typed->verdict();
    const bool isTyped = !verdict.ok();
    QString text = isTyped ? verdict.complaint : row.problem;
    bool isPreview = false;
    if (const auto* typed = qobject_cast<TextField*>(row.field);
        typed && text.isEmpty() && !typed->preview().isEmpty()) {
        text = QStringLiteral("→ %1").arg(typed->preview());
        isPreview = true;
    }
    const style::Theme& theme = style::theme();
    const QColor color = isTyped || row.isError ? theme.error : theme.warn;
    const bool isShown = !row.field->isHidden();
    text = breakable(text);
    if (row.note->text() != text) row.note->setText(text);
    tint(row.note, isPreview ? theme.ink2 : color);
    row.note->setVisible(isShown && !text.isEmpty());
    if (!row.offer) return;
    row.offer->setVisible(isShown && isTyped && !verdict.offer.isEmpty());
    row.offer->setText(tr("Use %1", "a text that is offered").arg(verdict.offer));
    row.offer->setToolTip(tr("Alt+Enter"));
}

} // namespace sekisho::editors
