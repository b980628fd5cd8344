// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <map>
#include <memory>
#include <vector>

class QStackedWidget;

namespace sekisho {

class Deployment;
class Document;
class Facts;
class Selection;

namespace editors {
class Inspector;
}

/// The settings of what is selected: of a node, of the node that a selected part belongs to, of the project
/// when nothing is selected; of several, what they are and what can be done with all. Pages are made when
/// they are first needed.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    InspectorPanel(Document& document, Facts& facts, Selection& selection, QWidget* parent = nullptr);
    ~InspectorPanel() override;

    /// Where ids and addresses in AWS are known from; pages show them.
    void setDeployment(Deployment* deployment);

    /// The node whose settings are shown; nothing for the project and for several.
    std::optional<ElementId> element() const;
    /// Takes the keyboard to the first field (Enter on a node in the drawing), or to the row of the rule that
    /// is selected.
    void focusFirstField();
    /// Puts the keyboard into the field of the name, its text selected.
    void editName();

    QSize sizeHint() const override { return {339, 478}; }

signals:
    /// The rules of an element are wanted in a wide pane (editors::RuleEditor, Shape::Wide).
    void openWide(sekisho::ElementId element);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void followSelection();
    void showOwners(std::vector<ElementId> owners);
    void forgetPages();
    void refresh();
    editors::Inspector* page() const;
    QWidget* scrolled(QWidget* page);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sekisho
