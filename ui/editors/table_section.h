// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace sekisho {
class Selection;
}

namespace sekisho::editors {

class RuleTable;
class TableModel;

/// A table with its title, its count, and the buttons that work on its rows.
class TableSection : public QWidget {
    Q_OBJECT
public:
    /// Owns the model. `embedded`: on a page that scrolls.
    TableSection(TableModel* model, Selection& selection, bool embedded, QWidget* parent = nullptr);

    TableModel& model() const { return *m_model; }
    RuleTable& table() const { return *m_table; }
    void setTitle(const QString& title); ///< empty: no line for it
    /// A button that asks for more room; `openWide` tells.
    void offerWide();
    /// Shown by who has nothing to add or delete: a table for reading.
    void setReadOnly(bool readOnly);

signals:
    void wideWanted();
    void countChanged();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void refreshButtons();
    void fitButtons();
    void retranslate();
    void complain(const QStringList& complaints);
    void showComplaints();
    void showProblems();

    TableModel* m_model;
    RuleTable* m_table;
    QWidget* m_heading;
    QLabel *m_title, *m_count, *m_empty, *m_complaint, *m_problem;
    QPushButton* m_add;
    QToolButton *m_duplicate, *m_delete, *m_up, *m_down, *m_wide;
    QWidget *m_buttons, *m_tools;
    QBoxLayout* m_buttonRow;
    QStringList m_complaints; ///< about what was pasted
    bool m_readOnly = false;
};

} // namespace sekisho::editors
