// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/check_list.h"

#include <QWidget>

#include <set>

class QLabel;
class QListView;
class QStandardItemModel;

namespace sekisho {

class Deployment;
class Document;
class Selection;

/// The check list of the open design. What the state shows is ticked by itself, the rest by hand; that is
/// kept while the design is open. A click selects what a line is about.
class CheckListPage : public QWidget {
    Q_OBJECT
public:
    CheckListPage(Document& document, Selection& selection, Deployment& deployment,
                  QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void later();
    void refresh();
    void countTicks();
    const CheckPoint* pointAt(int row) const;

    Document& m_document;
    Selection& m_selection;
    Deployment& m_deployment;
    std::vector<CheckPoint> m_points;
    std::vector<int> m_rows;    ///< of the list: which point; -1: a heading
    std::set<QString> m_ticked; ///< by hand
    bool m_dirty = true;
    QLabel* m_summary = nullptr;
    QStandardItemModel* m_items = nullptr;
    QListView* m_list = nullptr;
};

} // namespace sekisho
