// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;
class QStackedLayout;

namespace sekisho {

class Document;
class Facts;
class ProblemsModel;
class Selection;

/// What AWS or Terraform would refuse. A click selects the culprit and brings it into view; a fix is a button
/// and one step of undo. What people decide to live with is accepted with a reason, stands folded away below
/// the open problems, is not counted among them, and can be opened again.
class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    ProblemsPanel(Document& document, Facts& facts, Selection& selection, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {374, 187}; }
    QSize minimumSizeHint() const override { return {220, 100}; }

    int errors() const { return m_counts[0]; }
    int warnings() const { return m_counts[1]; }
    int infos() const { return m_counts[2]; }

    /// Asks in its row for the reason to accept an open problem; nothing happens with one that is an error.
    void askToAccept(const QModelIndex& index);

    /// Selects the culprit of the next problem (step 1) or the one before (-1), round and round.
    void goTo(int step);
    ProblemsModel* model() const { return m_model; }
    QListView* list() const { return m_list; }

signals:
    /// Of the open problems, for badges; Info counts apart.
    void countsChanged(int errors, int warnings, int infos);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void retranslate();
    void refresh();
    void count();
    void select(const QModelIndex& index);
    void fix(const QModelIndex& index);
    void accept(const QModelIndex& index, const QString& reason);
    void reopen(const QModelIndex& index);
    void stopAsking();
    void activate(const QModelIndex& index);
    void showMenu(const QPoint& at);

    Document& m_document;
    Facts& m_facts;
    Selection& m_selection;
    ProblemsModel* m_model = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_empty = nullptr;
    QStackedLayout* m_pages = nullptr;
    bool m_dirty = true;
    int m_counts[3]{};
    int m_row = -1; ///< of the problem gone to last
};

} // namespace sekisho
