// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace sekisho {

/// A row of the problems. An open one: icon, what is wrong in up to two lines, whom it is about and how to
/// mend it, the button of its fix and the one that accepts it. An accepted one: what and why, and the button
/// that opens it again. Between them their heading.
class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Button { Fix, Accept, Reopen };
    /// Height that a row has more while it asks for a reason; the field stands at its bottom.
    static constexpr int askingHeight = 38;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    /// Where a button of a row painted in `row` is; empty if it has none of the kind.
    static QRect buttonRect(const QRect& row, const QModelIndex& index, Button button = Button::Fix);

signals:
    void buttonClicked(const QModelIndex& index, ProblemDelegate::Button button);
    /// Anywhere else in the row.
    void rowClicked(const QModelIndex& index);

private:
    void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintButton(QPainter* painter, const QRect& row, const QModelIndex& index, Button button) const;

    QPersistentModelIndex m_pressed;
    Button m_pressedButton = Button::Fix;
};

} // namespace sekisho
