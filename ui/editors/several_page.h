// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editors/inspector.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace sekisho::editors {

/// What is shown when several nodes are selected: what they are, and what can be done with all of them.
class SeveralPage : public QWidget {
    Q_OBJECT
public:
    explicit SeveralPage(const Context& context, QWidget* parent = nullptr);

    void setElements(std::vector<ElementId> elements);

private:
    Context m_context;
    std::vector<ElementId> m_elements;
    QLabel *m_title, *m_kinds;
    QListWidget* m_list;
    QPushButton *m_delete, *m_duplicate;
};

} // namespace sekisho::editors
