// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/text_input.h"

#include "ui/style/base_style.h"
#include "ui/style/icons.h"
#include "ui/style/style_sheet.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace sekisho::editors {

namespace {

constexpr int hintRole = Qt::UserRole + 1;

/// An entry of the list: icon, text, and the second text at the right.
class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const style::Theme& theme = style::theme();
        const QRect& rect = option.rect;
        painter->save();
        if (option.state & QStyle::State_Selected) painter->fillRect(rect, theme.accentSoft);
        if (index.data(Qt::UserRole).toBool())
            painter->fillRect(QRect(rect.left() + 6, rect.top(), rect.width() - 12, 1), theme.line2);
        int left = rect.left() + 8;
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        if (!icon.isNull()) {
            icon.paint(painter, QRect(left, rect.center().y() - 7, 15, 15));
            left += 21;
        }
        painter->setFont(style::uiFont(12));
        painter->setPen(theme.ink);
        const QString text = index.data().toString();
        painter->drawText(QRect(left, rect.top(), rect.right() - left, rect.height()), Qt::AlignVCenter,
                          text);
        const int end = left + painter->fontMetrics().horizontalAdvance(text) + 12;
        painter->setFont(style::uiFont(11));
        painter->setPen(theme.ink3);
        painter->drawText(QRect(end, rect.top(), rect.right() - 8 - end, rect.height()),
                          Qt::AlignVCenter | Qt::AlignRight, index.data(hintRole).toString());
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        int width = 8 + 12 + 8;
        if (index.data(Qt::DecorationRole).isValid()) width += 21;
        width += QFontMetrics(style::uiFont(12)).horizontalAdvance(index.data().toString());
        width += QFontMetrics(style::uiFont(11)).horizontalAdvance(index.data(hintRole).toString());
        return {width, 25};
    }
};

} // namespace

void markInvalid(QWidget* field, bool invalid) {
    style::restyle(field, "invalid", invalid);
}

QRect paintTick(QPainter* painter, QPoint leftMiddle, const QModelIndex& index, bool focused) {
    const QRect box(leftMiddle.x(), leftMiddle.y() - style::tickSize / 2, style::tickSize, style::tickSize);
    QStyle::State state = QStyle::State_Enabled;
    if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked) state |= QStyle::State_On;
    if (focused) state |= QStyle::State_HasFocus;
    style::paintTick(painter, box, state);
    return box;
}

bool turnOverTick(QEvent* event, QAbstractItemModel* model, const QRect& cell, const QModelIndex& index) {
    const bool isClick = event->type() == QEvent::MouseButtonRelease &&
                         static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton &&
                         cell.contains(static_cast<QMouseEvent*>(event)->pos());
    const bool isKey =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (!isClick && !isKey) return false;
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

namespace {

constexpr int tickInset = 2; // for the ring of the keyboard
constexpr int tickGap = 7;
constexpr int lineHeight = 26;

} // namespace

TickBox::TickBox(const QString& text, QWidget* parent) : QCheckBox(text, parent) {
    setFont(style::uiFont(12));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect TickBox::textRect(int width) const {
    const QRect room(0, 0, std::max(40, width - tickInset - style::tickSize - tickGap), 1000);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, text());
}

QSize TickBox::sizeHint() const {
    return {tickInset + style::tickSize + tickGap + fontMetrics().horizontalAdvance(text()) + 2, lineHeight};
}

int TickBox::heightForWidth(int width) const {
    return std::max(lineHeight, textRect(width).height() + 8);
}

void TickBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QRect box(tickInset, (lineHeight - style::tickSize) / 2, style::tickSize, style::tickSize);
    QStyleOptionButton option;
    initStyleOption(&option);
    style::paintTick(&painter, box, option.state);
    painter.setFont(font());
    painter.setPen(isEnabled() ? style::theme().ink : style::theme().ink3);
    const int left = tickInset + style::tickSize + tickGap;
    const bool isOneLine = height() < lineHeight + 8;
    const QRect room(left, isOneLine ? 0 : 4, width() - left, isOneLine ? lineHeight : height() - 4);
    painter.drawText(room, Qt::TextWordWrap | Qt::AlignLeft | (isOneLine ? Qt::AlignVCenter : Qt::AlignTop),
                     text());
}

ChoiceBox::ChoiceBox(QWidget* parent) : style::ComboBox(parent) {
    setItemDelegate(new ChoiceDelegate(this));
    setFont(style::uiFont(12));
    setIconSize({15, 15});
    setMaxVisibleItems(16);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(4);
    setFocusPolicy(Qt::StrongFocus); // nor by the wheel: see wheelEvent()
}

void ChoiceBox::setFree(bool free) {
    m_free = free;
    setEditable(free);
    if (!free) return;
    setInsertPolicy(QComboBox::NoInsert);
    // The icon beside the text is that of the entry with this text, or none.
    connect(lineEdit(), &QLineEdit::textEdited, this, [this](const QString& text) {
        const int found = findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive);
        if (found == currentIndex()) return;
        const QSignalBlocker blocker(this);
        const int cursor = lineEdit()->cursorPosition();
        setCurrentIndex(found);
        setEditText(text);
        lineEdit()->setCursorPosition(cursor);
        lineEdit()->setModified(true);
    });
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    completer()->popup()->setItemDelegate(new ChoiceDelegate(completer()));
    completer()->popup()->setProperty("role", "choices");
}

void ChoiceBox::setChoices(const std::vector<Choice>& choices) {
    const QString value = currentText();
    const QSignalBlocker blocker(this);
    m_choices = choices;
    clear();
    for (const Choice& choice : choices) {
        addItem(choice.icon, choice.text);
        setItemData(count() - 1, choice.beginsGroup, Qt::UserRole);
        setItemData(count() - 1, choice.hint, hintRole);
    }
    setValue(value);
}

void ChoiceBox::setValue(const QString& text) {
    const QSignalBlocker blocker(this);
    const int found = findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive);
    setCurrentIndex(found);
    if (m_free) {
        setEditText(text);
        lineEdit()->setModified(false);
    }
}

void ChoiceBox::showPopup() {
    // As wide as its widest entry, however narrow the cell is.
    int widest = width();
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, itemDelegate()->sizeHint({}, model()->index(i, 0)).width() + 24);
    view()->setMinimumWidth(std::min(widest, 360));
    QComboBox::showPopup();
}

void ChoiceBox::offerChoices() {
    if (!m_free) return showPopup();
    // The keyboard stays with the text: what is typed narrows the list.
    QCompleter* offering = completer();
    offering->setCompletionPrefix(QString());
    int widest = width();
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, itemDelegate()->sizeHint({}, model()->index(i, 0)).width() + 24);
    offering->popup()->setMinimumWidth(std::min(widest, 360));
    offering->setMaxVisibleItems(maxVisibleItems());
    offering->complete();
}

void ChoiceBox::wheelEvent(QWheelEvent* event) {
    // A page that is scrolled must not change what the mouse happens to pass.
    event->ignore();
}

} // namespace sekisho::editors
