// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace sekisho {

/// A problem in the list: icon, what is wrong in up to two lines, whom it is about and how to mend it, and
/// the button of its fix.
class ProblemDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;
    /// Where the button of a row painted in `row` is; empty if it has none.
    static QRect buttonRect(const QRect& row, const QModelIndex& index);

signals:
    void fixClicked(const QModelIndex& index);
    /// Anywhere else in the row.
    void rowClicked(const QModelIndex& index);

private:
    QPersistentModelIndex m_pressed;
};

} // namespace sekisho
