// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QTableView>

#include <optional>

namespace sekisho {
class Selection;
}

namespace sekisho::editors {

class CellDelegate;
class TableModel;

/// A table of rules that is used like a spreadsheet: arrows and Tab go from cell to cell, typing or F2 edits,
/// Insert adds, Del deletes, Alt+Up and Alt+Down reorder, rows are copied and pasted as text. A row is what
/// is selected and hovered in the rest of the window.
class RuleTable : public QTableView {
    Q_OBJECT
public:
    /// `embedded`: as high as its rows, on a page that scrolls; otherwise it scrolls by itself.
    RuleTable(TableModel& model, Selection& selection, bool embedded, QWidget* parent = nullptr);
    ~RuleTable() override;

    std::vector<int> selectedRows() const;
    /// Rows can be selected and copied, but not edited.
    void setReadOnly(bool readOnly);

    using QTableView::edit;

public slots:
    void addRow(); ///< and edits it
    void duplicateRows();
    void deleteRows();
    void moveRowsUp();
    void moveRowsDown();
    void copyRows();
    void pasteRows();

signals:
    /// Lines of a paste that could not be understood; empty: all well.
    void complained(const QStringList& complaints);
    void rowsSelected();

protected:
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void measureColumns();
    void fitColumns();
    void fitLater();
    void hover(int row);
    void followSelection();
    void followHover();
    void move(int by);
    void selectRowsBeside(const std::vector<ElementId>& known);
    void endDrag();
    bool handles(const QKeyEvent& event) const;
    QModelIndex neighbour(const QModelIndex& index, int step) const;

    TableModel& m_model;
    Selection& m_selection;
    CellDelegate* m_delegate;
    bool m_embedded;
    bool m_following = false;
    bool m_fitPending = false;
    std::vector<int> m_contents, m_titled; ///< the widths that the columns ask for, without and with titles
    std::optional<QPoint> m_pressedAt;     ///< where a row was taken hold of
    int m_dropRow = -1;                    ///< while rows are dragged: before which they would come
    std::optional<ElementId> m_hovered;    ///< what this table lit
    quint64 m_freshGesture = 0;            ///< of a row that was just added and not touched yet
};

} // namespace sekisho::editors
