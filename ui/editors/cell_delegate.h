// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QPointer>
#include <QStyledItemDelegate>

#include <array>
#include <vector>

namespace sekisho::editors {

class ComplaintBubble;

/// Paints the cells of the tables and edits them. What is typed is judged at once: while it cannot be, the
/// editor is red, says why, and keeps it to itself.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

    /// The rows that are lit because they, or what stands for them elsewhere, are hovered.
    void setLitRows(std::vector<int> rows) { m_litRows = std::move(rows); }
    /// Room on the left of the first column and on the right of the last.
    static constexpr int sideMargin = 12;
    static constexpr int rowHeight = 26;

signals:
    /// The keyboard ended an editor without a change.
    void reverted();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    bool isValid(QWidget* editor) const;
    /// Says of the text in an editor whether it can be, or what is wrong with it.
    static void judge(QWidget* editor);

    std::vector<int> m_litRows;
    mutable std::array<QHash<QString, int>, 2> m_widths; ///< of texts in the two fonts, remembered
};

} // namespace sekisho::editors
