// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/terraform_results.h"

#include <QObject>

#include <map>
#include <optional>
#include <vector>

namespace sekisho {

class Document;
class Facts;

/// One thing that AWS has given a node: an id, an address, an output about it.
struct DeployedValue {
    QString label; ///< "ID", "Public IP"; the name of an output
    QString value; ///< "nat-0123456789abcdef0"

    friend bool operator==(const DeployedValue&, const DeployedValue&) = default;
};

/// What terraform has said of the open design: what a plan would do to it, and what of it is in AWS. All
/// views of a window follow it. Another document begins without either.
class Deployment : public QObject {
    Q_OBJECT
public:
    Deployment(Document& document, Facts& facts, QObject* parent = nullptr);
    ~Deployment() override;

    // --- The plan
    /// A plan was made of the folder that the design was exported to. `isOfDesign`: the files there are those
    /// of the design as it is; if not, the plan is old from the start.
    void setPlan(std::vector<PlannedChange> changes, bool isOfDesign = true);
    /// It was carried out, or its files are no more.
    void dropPlan();
    const std::vector<PlannedChange>& plan() const { return m_plan; }
    /// Whether the design's Terraform text is another than that of the plan: what is drawn is not what was
    /// planned. Undoing the change makes the plan hold again.
    bool planIsOld() const { return m_planIsOld; }
    /// Whether the drawing shows the plan. A new plan is shown until somebody has enough of it, or the design
    /// changes; what is old cannot be shown.
    bool isMarked() const { return m_marksWanted && !m_planIsOld; }
    void setMarked(bool marked);
    /// What is shown at an element: at a part (a route, a rule) what happens to it; at a node what happens to
    /// itself, or to the Elastic IP of a NAT gateway, the worst of it; Update where only its parts change.
    std::optional<PlannedAction> plannedFor(ElementId element) const;
    /// All of the plan that concerns a node: itself, its parts, its addresses.
    std::vector<PlannedChange> changesOf(ElementId node) const;

    // --- What is in AWS
    void setState(std::vector<StateResource> resources, std::vector<TerraformOutput> outputs);
    /// Nothing is known of it.
    void clearState();
    /// Whether a state was read; it may be empty.
    bool hasState() const { return m_hasState; }
    const std::vector<StateResource>& resources() const { return m_resources; }
    const std::vector<TerraformOutput>& outputs() const { return m_outputs; }
    /// The resources that an element is; none if the state does not have it.
    std::vector<const StateResource*> resourcesOf(ElementId element) const;
    /// The public IPv4 address that the state has for a NAT gateway or an Elastic IP, the first of several;
    /// else empty.
    QString publicAddressOf(ElementId node) const;
    /// Ids, addresses and outputs of a node, for people.
    std::vector<DeployedValue> valuesOf(ElementId node) const;

signals:
    void planChanged(); ///< or whether it is shown
    void stateChanged();

private:
    std::size_t textNow() const;
    void compareText();
    /// The node that a change or a resource is shown at, beside the element itself.
    std::optional<ElementId> nodeOf(ElementId element) const;

    Document& m_document;
    Facts& m_facts;
    std::vector<PlannedChange> m_plan;
    std::map<ElementId, PlannedAction> m_actions;
    std::optional<std::size_t> m_plannedText; ///< hash of the text; nothing: it never was the design's
    bool m_marksWanted = false;
    bool m_planIsOld = false;
    bool m_comparing = false;
    std::vector<StateResource> m_resources;
    std::vector<TerraformOutput> m_outputs;
    bool m_hasState = false;
};

/// "+", "~", "±", "−".
QString signOf(PlannedAction action);
/// "will be created", ...
QString wordsOf(PlannedAction action);

} // namespace sekisho
