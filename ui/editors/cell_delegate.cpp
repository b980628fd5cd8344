// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/cell_delegate.h"

#include "core/base/diagnostic.h"
#include "ui/editors/complaint_bubble.h"
#include "ui/editors/table_model.h"
#include "ui/editors/text_input.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>

namespace sekisho::editors {

namespace {

constexpr int cellMargin = 6;
constexpr int iconSize = 15;
constexpr int gap = 6;

QFont fontOf(const QModelIndex& index) {
    return index.data(TableModel::MonoRole).toBool() ? style::monoFont(11) : style::uiFont(12);
}

int leftMargin(const QModelIndex& index) {
    return index.column() == 0 ? CellDelegate::sideMargin : cellMargin;
}

int rightMargin(const QModelIndex& index) {
    return index.column() == index.model()->columnCount() - 1 ? CellDelegate::sideMargin : cellMargin;
}

QString textOf(QWidget* editor) {
    if (auto* combo = qobject_cast<QComboBox*>(editor)) return combo->currentText();
    if (auto* line = qobject_cast<QLineEdit*>(editor)) return line->text();
    return {};
}

constexpr auto placeProperty = "place";

/// The cell that an editor is for; invalid once it is gone.
QPersistentModelIndex placeOf(const QWidget* editor) {
    return editor->property(placeProperty).value<QPersistentModelIndex>();
}

const TableModel* modelOf(const QPersistentModelIndex& place) {
    return place.isValid() ? qobject_cast<const TableModel*>(place.model()) : nullptr;
}

/// What is typed is judged at once, beside the cell; what is offered in its place can be taken.
void watch(QWidget* editor, QLineEdit* line, const QModelIndex& index, void (*judge)(QWidget*)) {
    editor->setProperty(placeProperty, QVariant::fromValue(QPersistentModelIndex(index)));
    auto* bubble = new ComplaintBubble(editor);
    QObject::connect(line, &QLineEdit::textEdited, editor, [editor, judge] { judge(editor); });
    QObject::connect(bubble, &ComplaintBubble::offerTaken, editor,
                     [editor, line, judge](const QString& text) {
                         line->setText(text);
                         line->setModified(true);
                         judge(editor);
                     });
}

} // namespace

CellDelegate::CellDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const style::Theme& theme = style::theme();
    const QRect& rect = option.rect;
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isCurrent = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active);
    painter->save();
    if (isSelected)
        painter->fillRect(rect, theme.accentSoft);
    else if (std::find(m_litRows.begin(), m_litRows.end(), index.row()) != m_litRows.end())
        painter->fillRect(rect, theme.panel2);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line2);

    QRect room = rect.adjusted(leftMargin(index), 0, -rightMargin(index), -1);
    const QVariant severity = index.data(TableModel::SeverityRole);
    QColor ink = index.data(TableModel::HintRole).toBool() ? theme.ink2 : theme.ink;
    if (index.data(TableModel::FixedRole).toBool()) ink = theme.ink3;
    if (severity.isValid()) {
        const bool isError = severity.toInt() == int(Severity::Error);
        const bool isWarning = severity.toInt() == int(Severity::Warning);
        const QColor color = isError ? theme.error : isWarning ? theme.warn : theme.ink2;
        if (isError || isWarning) ink = color;
        const QRectF place(room.left(), rect.center().y() - 7, 14, 14);
        style::paintIcon(painter,
                         isError     ? QStringLiteral("problem-error")
                         : isWarning ? QStringLiteral("problem-warning")
                                     : QStringLiteral("problem-info"),
                         place, color);
        room.setLeft(room.left() + 14 + 4);
    }
    if (index.data(Qt::CheckStateRole).isValid()) {
        paintTick(painter, {room.left(), rect.center().y()}, index);
    } else {
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        if (!icon.isNull()) {
            icon.paint(painter, QRect(room.left(), rect.center().y() - iconSize / 2, iconSize, iconSize));
            room.setLeft(room.left() + iconSize + gap);
        }
        painter->setFont(fontOf(index));
        painter->setPen(ink);
        const QString text = index.data().toString();
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    }
    if (isCurrent) {
        painter->setPen(theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(rect.adjusted(index.column() == 0 ? 2 : 0, 0, -1, -2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    int width = leftMargin(index) + rightMargin(index);
    if (index.data(TableModel::SeverityRole).isValid()) width += 18;
    if (index.data(Qt::CheckStateRole).isValid()) return {width + 16, rowHeight};
    if (index.data(Qt::DecorationRole).isValid()) width += iconSize + gap;
    const QString text = index.data().toString();
    auto& widths = m_widths[index.data(TableModel::MonoRole).toBool() ? 1 : 0];
    auto known = widths.constFind(text);
    if (known == widths.constEnd()) {
        constexpr qsizetype most = 5000;
        if (widths.size() >= most) widths.clear();
        known = widths.insert(text, QFontMetrics(fontOf(index)).horizontalAdvance(text));
    }
    return {width + *known + 1, rowHeight};
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const {
    const auto* model = qobject_cast<const TableModel*>(index.model());
    if (!model) return nullptr;
    const CellKind kind = model->cellKind(index);
    const QString name = model->headerData(index.column(), Qt::Horizontal).toString();
    auto* self = const_cast<CellDelegate*>(this);
    if (kind == CellKind::Text) {
        auto* line = new QLineEdit(parent);
        line->setFrame(true);
        line->setProperty("role", "cell");
        line->setFont(fontOf(index));
        line->setAccessibleName(name);
        watch(line, line, index, &CellDelegate::judge);
        return line;
    }
    if (kind != CellKind::Choice && kind != CellKind::ChoiceOrText) return nullptr;

    auto* combo = new ChoiceBox(parent);
    combo->setProperty("role", "cell");
    combo->setFont(style::uiFont(12));
    combo->setAccessibleName(name);
    combo->setFree(kind == CellKind::ChoiceOrText);
    combo->setChoices(model->choices(index));
    connect(combo, &QComboBox::activated, self, [self, combo] {
        emit self->commitData(combo);
        emit self->closeEditor(combo);
    });
    if (kind == CellKind::ChoiceOrText) watch(combo, combo->lineEdit(), index, &CellDelegate::judge);
    return combo;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* combo = qobject_cast<ChoiceBox*>(editor)) {
        // What is being typed is not disturbed by a change that comes meanwhile.
        if (combo->isFree() && combo->lineEdit()->isModified()) return;
        combo->setValue(text);
        if (combo->isFree()) combo->lineEdit()->selectAll();
    } else if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        if (!line->isModified()) line->setText(text);
    }
    // What was refused before is taken up again where it was left.
    if (index.data(TableModel::DraftRole).toBool()) judge(editor);
}

void CellDelegate::judge(QWidget* editor) {
    const auto place = placeOf(editor);
    const TableModel* model = modelOf(place);
    auto* bubble = ComplaintBubble::of(editor);
    if (!model || !bubble) return;
    const Verdict verdict = model->judge(place, textOf(editor));
    markInvalid(editor, !verdict.ok());
    bubble->say(verdict);
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    const QString text = textOf(editor);
    if (model->setData(index, text, Qt::EditRole)) return;
    if (auto* table = qobject_cast<TableModel*>(model)) table->keepDraft(index, text);
}

void CellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const {
    QRect rect = option.rect.adjusted(index.column() == 0 ? 4 : 0, 0, 0, 0);
    // A cell may be narrower than what is to be typed into it.
    const int least = qobject_cast<QComboBox*>(editor) ? 150 : 64;
    const int room = editor->parentWidget()->width();
    if (rect.width() < least) rect.setWidth(std::min(least, room));
    if (rect.right() > room - 2) rect.moveRight(room - 2);
    rect.setLeft(std::max(rect.left(), 2));
    editor->setGeometry(rect);
}

bool CellDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index) {
    if (!(model->flags(index) & Qt::ItemIsUserCheckable)) return false;
    return turnOverTick(event, model, option.rect, index);
}

bool CellDelegate::isValid(QWidget* editor) const {
    return !editor->property("invalid").toBool();
}

bool CellDelegate::eventFilter(QObject* object, QEvent* event) {
    auto* editor = qobject_cast<QWidget*>(object);
    if (!editor) return QStyledItemDelegate::eventFilter(object, event);
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Enter || key->key() == Qt::Key_Return;
        const bool isTab = key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
        if (isEnter && (key->modifiers() & Qt::AltModifier)) {
            auto* bubble = ComplaintBubble::of(editor);
            if (bubble && !bubble->offer().isEmpty() && bubble->isVisible())
                emit bubble->offerTaken(bubble->offer());
            return true;
        }
        // What cannot be stays in the editor, with the reason beside it.
        if ((isEnter || isTab) && !isValid(editor)) return true;
        if (key->key() == Qt::Key_Escape) {
            const auto place = placeOf(editor);
            if (const TableModel* model = modelOf(place)) const_cast<TableModel*>(model)->dropDraft(place);
            emit closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
            emit reverted();
            return true;
        }
        if (isEnter) {
            emit commitData(editor);
            emit closeEditor(editor, QAbstractItemDelegate::SubmitModelCache);
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // The window has commands on these keys; while something is typed they end the typing.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_F2 ||
            key == Qt::Key_Insert || key == Qt::Key_Up || key == Qt::Key_Down) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && !isValid(editor)) {
        QWidget* focus = QApplication::focusWidget();
        const bool isOutside =
            !QApplication::activePopupWidget() && focus != editor && !(focus && editor->isAncestorOf(focus));
        if (isOutside) {
            // It stays in the cell, refused; going back to it goes on where it was left.
            emit commitData(editor);
            emit closeEditor(editor, QAbstractItemDelegate::NoHint);
        }
        return false;
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace sekisho::editors
