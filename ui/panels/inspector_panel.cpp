// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/inspector_panel.h"

#include "core/model/delta.h"
#include "ui/document/deployment.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/editors/inspector.h"
#include "ui/editors/rule_table.h"
#include "ui/editors/several_page.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

struct InspectorPanel::State {
    editors::Context context;
    QStackedWidget* stack;
    std::map<Kind, editors::Inspector*> pages;
    editors::Inspector* settings = nullptr;
    editors::SeveralPage* several = nullptr;

    std::vector<ElementId> owners;   ///< the nodes that are shown
    std::vector<ElementId> selected; ///< as it was when they were
    bool isPending = false;          ///< the selection was not followed, since nobody looks
    bool problemsPending = false;
};

InspectorPanel::InspectorPanel(Document& document, Facts& facts, Selection& selection, QWidget* parent)
    : QWidget(parent),
      m_state(new State{
          {document, facts, selection, nullptr}, new QStackedWidget(this), {}, {}, {}, {}, {}, true, false}) {
    setMinimumWidth(240);
    setAccessibleName(tr("Inspector"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state->stack);
    connect(&selection, &Selection::changed, this, &InspectorPanel::followSelection);
    connect(&document, &Document::changed, this, [this](const ChangeSet& changes) {
        const auto concerns = [&](ElementId box) { return box.kind == Kind::SecurityGroup; };
        // Where boxes stand is no setting; the colour of a group is.
        if (changes.onlyDiagram() &&
            std::none_of(changes.boxes.begin(), changes.boxes.end(),
                         [&](const Placement& place) { return concerns(place.node); }))
            return;
        refresh();
    });
    connect(&document, &Document::replaced, this, [this] {
        m_state->selected.clear();
        m_state->owners.clear();
        m_state->isPending = true;
        followSelection();
    });
    connect(&facts, &Facts::problemsChanged, this, [this] {
        if (std::exchange(m_state->problemsPending, true)) return;
        QTimer::singleShot(0, this, [this] {
            m_state->problemsPending = false;
            if (auto* shown = page(); shown && isVisible()) shown->refreshProblems();
        });
    });
    // Labels and pictures of the pages are of one theme and language: others are made when they are needed.
    connect(&style::Style::instance(), &style::Style::themeChanged, this, &InspectorPanel::forgetPages);
}

InspectorPanel::~InspectorPanel() = default;

void InspectorPanel::setDeployment(Deployment* deployment) {
    m_state->context.deployment = deployment;
    connect(deployment, &Deployment::stateChanged, this, &InspectorPanel::refresh);
    forgetPages();
}

std::optional<ElementId> InspectorPanel::element() const {
    if (m_state->owners.size() != 1) return std::nullopt;
    return m_state->owners.front();
}

editors::Inspector* InspectorPanel::page() const {
    auto* area = qobject_cast<QScrollArea*>(m_state->stack->currentWidget());
    return area ? qobject_cast<editors::Inspector*>(area->widget()) : nullptr;
}

QWidget* InspectorPanel::scrolled(QWidget* page) {
    auto* area = new QScrollArea(m_state->stack);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    m_state->stack->addWidget(area);
    return area;
}

void InspectorPanel::followSelection() {
    State& state = *m_state;
    Selection& selection = state.context.selection;
    const Network& network = state.context.document.network();
    // A selected rule that was deleted leaves what it belonged to selected, not nothing.
    if (selection.empty() && state.owners.size() == 1 && network.find(state.owners.front()) &&
        !state.selected.empty() &&
        std::all_of(state.selected.begin(), state.selected.end(), [&](ElementId id) {
            return !isNodeKind(id.kind) && ownerOf(network, id) == std::nullopt;
        })) {
        const ElementId owner = state.owners.front();
        state.selected = {owner};
        return selection.set({owner});
    }
    state.selected = selection.elements();
    std::vector<ElementId> owners;
    for (const ElementId id : state.selected)
        if (const auto owner = ownerOf(network, id);
            owner && std::find(owners.begin(), owners.end(), *owner) == owners.end())
            owners.push_back(*owner);
    if (owners == state.owners && !state.isPending) return;
    state.owners = std::move(owners);
    // A page nobody sees is made when somebody does.
    state.isPending = true;
    if (isVisible()) showOwners(state.owners);
}

void InspectorPanel::showOwners(std::vector<ElementId> owners) {
    State& state = *m_state;
    state.isPending = false;
    if (owners.size() > 1) {
        if (!state.several) {
            state.several = new editors::SeveralPage(state.context);
            scrolled(state.several);
        }
        state.several->setElements(owners);
        state.stack->setCurrentWidget(state.several->parentWidget()->parentWidget());
        return;
    }
    editors::Inspector* shown = nullptr;
    if (owners.empty()) {
        if (!state.settings) {
            state.settings = editors::makeSettingsInspector(state.context, nullptr);
            scrolled(state.settings);
        }
        shown = state.settings;
    } else {
        editors::Inspector*& page = state.pages[owners.front().kind];
        if (!page) {
            page = editors::makeInspector(owners.front().kind, state.context, nullptr);
            scrolled(page);
            connect(page, &editors::Inspector::openWide, this, &InspectorPanel::openWide);
        }
        shown = page;
    }
    const ElementId element = owners.empty() ? ElementId{} : owners.front();
    const bool isOther = shown->element() != element;
    shown->setElement(element);
    auto* area = static_cast<QScrollArea*>(shown->parentWidget()->parentWidget());
    if (isOther) area->verticalScrollBar()->setValue(0);
    state.stack->setCurrentWidget(area);
}

void InspectorPanel::refresh() {
    State& state = *m_state;
    if (!isVisible()) {
        state.isPending = true;
        return;
    }
    if (state.isPending) return showOwners(state.owners);
    // What is shown is gone: the selection will say so, maybe after this.
    for (const ElementId id : state.owners)
        if (!state.context.document.network().find(id)) return;
    if (state.owners.size() > 1)
        state.several->setElements(state.owners);
    else if (auto* shown = page())
        shown->refresh();
}

void InspectorPanel::focusFirstField() {
    if (auto* shown = page()) {
        // The row of the selected rule, if a rule is selected.
        for (auto* table : shown->findChildren<editors::RuleTable*>())
            if (table->isVisible() && !table->selectedRows().empty())
                return table->setFocus(Qt::OtherFocusReason);
        for (QWidget* field : shown->findChildren<QWidget*>())
            if (field->isVisible() && field->isEnabled() &&
                (qobject_cast<QLineEdit*>(field) || qobject_cast<QComboBox*>(field)))
                return field->setFocus(Qt::OtherFocusReason);
    }
}

void InspectorPanel::editName() {
    if (auto* shown = page())
        if (auto* field = shown->findChild<QLineEdit*>(QStringLiteral("name"))) {
            field->setFocus(Qt::OtherFocusReason);
            field->selectAll();
        }
}

void InspectorPanel::forgetPages() {
    State& state = *m_state;
    while (QWidget* page = state.stack->widget(0)) {
        state.stack->removeWidget(page);
        page->deleteLater();
    }
    state.pages.clear();
    state.settings = nullptr;
    state.several = nullptr;
    state.isPending = true;
    setAccessibleName(tr("Inspector"));
    if (isVisible()) showOwners(state.owners);
}

void InspectorPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) forgetPages();
    QWidget::changeEvent(event);
}

void InspectorPanel::showEvent(QShowEvent* event) {
    if (m_state->isPending) showOwners(m_state->owners);
    QWidget::showEvent(event);
}

} // namespace sekisho
