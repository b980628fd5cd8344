// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace sekisho {

class Commands;
class CostModel;
class Document;
class Facts;
class NatComparison;
class Selection;
class ToggleSwitch;

/// What the drawn network costs an hour and a month; while NAT is off, what that saves and whom it hurts.
class CostPanel : public QWidget {
    Q_OBJECT
public:
    CostPanel(Document& document, Facts& facts, Selection& selection, Commands& commands,
              QWidget* parent = nullptr);
    ~CostPanel() override;

    QSize sizeHint() const override { return {339, 295}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

    /// Puts the table of costs on the clipboard.
    void copyTable() const;

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A usage figure of the notes, GB a month.
    enum Usage { NatProcessed, InternetOut, EndpointData, UsageCount };

    void build();
    QWidget* buildPlainPage();
    QWidget* buildInputs();
    void retranslate();
    void markDirty();
    void refresh();
    void refreshTotals();
    void refreshUsers();
    void fitColumns();
    void refreshInputs();
    void showError(const QString& text);
    void commitUsage(Usage which);
    void commitRegion(int row);
    void selectRow(const QModelIndex& index);
    void selectAll(const QStringList& ids);

    Document& m_document;
    Facts& m_facts;
    Selection& m_selection;
    Commands& m_commands;
    bool m_built = false;
    bool m_dirty = true;

    QStackedWidget* m_pages = nullptr;
    QLabel* m_hour = nullptr;
    QLabel* m_month = nullptr;
    QLabel* m_empty = nullptr;
    CostModel* m_model = nullptr;
    QTreeView* m_table = nullptr;
    QLabel* m_withNatOff = nullptr;
    QLabel* m_natUsers = nullptr; ///< whose way out NAT is, while it is on
    QStringList m_users;          ///< their ids
    QLabel* m_assumed = nullptr;
    NatComparison* m_comparison = nullptr;
    QLabel* m_error = nullptr;
    QComboBox* m_region = nullptr;
    QLabel* m_natName = nullptr;
    ToggleSwitch* m_natSwitch = nullptr;
    QLabel* m_usageNames[UsageCount]{};
    QLineEdit* m_usage[UsageCount]{};
    QLabel* m_usageUnits[UsageCount]{};
    QToolButton* m_more = nullptr; ///< shows the rarer inputs
    QLabel* m_footer = nullptr;
};

} // namespace sekisho
