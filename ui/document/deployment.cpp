// SPDX-License-Identifier: Apache-2.0
#include "ui/document/deployment.h"

#include "core/model/design.h"
#include "core/terraform/lookup.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/terraform_folder.h"

#include <QHashFunctions>
#include <QTimer>

#include <algorithm>

namespace sekisho {

namespace {

int weightOf(PlannedAction action) {
    switch (action) {
    case PlannedAction::Create: return 0;
    case PlannedAction::Update: return 1;
    case PlannedAction::Replace: return 2;
    case PlannedAction::Delete: break;
    }
    return 3;
}

/// The NAT gateway that an Elastic IP serves.
std::optional<ElementId> natOf(const Network& network, ElementId eip) {
    const auto id = ElasticIpId::from(eip);
    if (!id) return {};
    const auto has = [&](const std::vector<ElasticIpId>& all) {
        return std::find(all.begin(), all.end(), *id) != all.end();
    };
    for (const NatGateway& nat : network.all<NatGateway>())
        if (has(nat.elasticIps) || std::any_of(nat.zones.begin(), nat.zones.end(),
                                               [&](const auto& zone) { return has(zone.elasticIps); }))
            return nat.id;
    return {};
}

} // namespace

Deployment::Deployment(Document& document, Facts& facts, QObject* parent)
    : QObject(parent), m_document(document), m_facts(facts) {
    connect(&document, &Document::replaced, this, [this] {
        dropPlan();
        clearState();
    });
    connect(&facts, &Facts::terraformChanged, this, [this] {
        if (m_plan.empty() || m_comparing) return;
        // Once for many edits in a row, and after the views have followed them.
        m_comparing = true;
        QTimer::singleShot(0, this, &Deployment::compareText);
    });
}

Deployment::~Deployment() = default;

std::size_t Deployment::textNow() const {
    std::size_t hash = 0;
    for (const terraform::ExportedFile& file : m_facts.terraform().result().files) {
        hash = qHashBits(file.path.data(), file.path.size(), hash);
        const std::string_view text = terraform_folder::withoutHeader(file.bytes);
        hash = qHashBits(text.data(), text.size(), hash);
    }
    return hash;
}

void Deployment::compareText() {
    m_comparing = false;
    if (m_plan.empty()) return;
    const bool isOld = m_plannedText != textNow();
    if (isOld == m_planIsOld) return;
    m_planIsOld = isOld;
    emit planChanged();
}

std::optional<ElementId> Deployment::nodeOf(ElementId element) const {
    if (const auto nat = natOf(m_document.network(), element)) return nat;
    if (isNodeKind(element.kind)) return {};
    return ownerOf(m_document.network(), element);
}

void Deployment::setPlan(std::vector<PlannedChange> changes, bool isOfDesign) {
    m_plan = std::move(changes);
    m_planIsOld = !isOfDesign && !m_plan.empty();
    m_marksWanted = !m_plan.empty();
    m_actions.clear();
    m_plannedText.reset();
    if (isOfDesign && !m_plan.empty()) m_plannedText = textNow();
    const auto join = [this](ElementId id, PlannedAction action) {
        const auto [it, isNew] = m_actions.emplace(id, action);
        if (!isNew && weightOf(action) > weightOf(it->second)) it->second = action;
    };
    for (const PlannedChange& change : m_plan) {
        if (!change.element) continue;
        join(*change.element, change.action);
        if (change.element->kind == Kind::ElasticIp)
            if (const auto nat = nodeOf(*change.element)) join(*nat, change.action);
    }
    // A table whose route goes does not go itself.
    std::vector<ElementId> changed;
    for (const auto& [id, action] : m_actions)
        if (!isNodeKind(id.kind))
            if (const auto node = nodeOf(id)) changed.push_back(*node);
    for (const ElementId node : changed)
        m_actions.emplace(node, PlannedAction::Update);
    emit planChanged();
}

void Deployment::dropPlan() {
    if (m_plan.empty()) return;
    m_plan.clear();
    m_actions.clear();
    m_marksWanted = false;
    m_planIsOld = false;
    emit planChanged();
}

void Deployment::setMarked(bool marked) {
    if (m_plan.empty() || m_planIsOld || marked == m_marksWanted) return;
    m_marksWanted = marked;
    emit planChanged();
}

std::optional<PlannedAction> Deployment::plannedFor(ElementId element) const {
    if (!isMarked()) return {};
    const auto it = m_actions.find(element);
    return it == m_actions.end() ? std::nullopt : std::optional(it->second);
}

std::vector<PlannedChange> Deployment::changesOf(ElementId node) const {
    std::vector<PlannedChange> changes;
    for (const PlannedChange& change : m_plan)
        if (change.element && (*change.element == node || nodeOf(*change.element) == node))
            changes.push_back(change);
    return changes;
}

void Deployment::setState(std::vector<StateResource> resources, std::vector<TerraformOutput> outputs) {
    m_resources = std::move(resources);
    m_outputs = std::move(outputs);
    m_hasState = true;
    emit stateChanged();
}

void Deployment::clearState() {
    if (!m_hasState) return;
    m_resources.clear();
    m_outputs.clear();
    m_hasState = false;
    emit stateChanged();
}

std::vector<const StateResource*> Deployment::resourcesOf(ElementId element) const {
    std::vector<const StateResource*> found;
    for (const StateResource& resource : m_resources)
        if (resource.element == element) found.push_back(&resource);
    return found;
}

QString Deployment::publicAddressOf(ElementId node) const {
    for (const StateResource& resource : m_resources)
        if (resource.element && (*resource.element == node || (resource.element->kind == Kind::ElasticIp &&
                                                               nodeOf(*resource.element) == node)))
            if (QString address = resource.text("public_ip"); !address.isEmpty()) return address;
    return {};
}

std::vector<DeployedValue> Deployment::valuesOf(ElementId node) const {
    std::vector<DeployedValue> values;
    if (!m_hasState) return values;
    const auto add = [&](const QString& label, const QString& value) {
        if (value.isEmpty()) return;
        const DeployedValue made{label, value};
        if (std::find(values.begin(), values.end(), made) == values.end()) values.push_back(made);
    };
    std::vector<const StateResource*> own = resourcesOf(node);
    for (const StateResource* resource : own) {
        add(own.size() > 1 ? resource->address.section(QLatin1Char('.'), 0, 0) : tr("ID"),
            resource->text("id"));
        add(tr("Public IP"), resource->text("public_ip"));
        add(tr("Private IP"), resource->text("private_ip"));
    }
    // What people look for at a NAT gateway is its address.
    for (const StateResource& resource : m_resources)
        if (resource.element && resource.element->kind == Kind::ElasticIp &&
            nodeOf(*resource.element) == node)
            add(tr("Public IP"), resource.text("public_ip"));
    for (const terraform::OutputElements& known :
         terraform::outputElements(m_document.design(), m_facts.terraform().options())) {
        const auto output = std::find_if(m_outputs.begin(), m_outputs.end(),
                                         [&](const auto& o) { return o.name.toStdString() == known.name; });
        if (output == m_outputs.end()) continue;
        for (std::size_t i = 0; i < known.elements.size(); ++i) {
            const ElementId element = known.elements[i];
            if (element != node && nodeOf(element) != node) continue;
            if (!known.isList) {
                add(output->name, output->value);
                continue;
            }
            // The list may be of another state of the design: what the resource itself says goes first.
            qsizetype at = qsizetype(known.elements.size()) == output->listed.size() ? qsizetype(i) : -1;
            for (const StateResource* resource : resourcesOf(element))
                if (const auto found = output->listed.indexOf(resource->text(known.attribute.c_str()));
                    found >= 0)
                    at = found;
            if (at >= 0) add(QStringLiteral("%1[%2]").arg(output->name).arg(at), output->listed[at]);
        }
    }
    return values;
}

QString signOf(PlannedAction action) {
    switch (action) {
    case PlannedAction::Create: return QStringLiteral("+");
    case PlannedAction::Update: return QStringLiteral("~");
    case PlannedAction::Replace: return QString(QChar(0x00B1));
    case PlannedAction::Delete: break;
    }
    return QString(QChar(0x2212));
}

QString wordsOf(PlannedAction action) {
    switch (action) {
    case PlannedAction::Create: return Deployment::tr("will be created");
    case PlannedAction::Update: return Deployment::tr("will be changed");
    case PlannedAction::Replace: return Deployment::tr("will be destroyed and created anew");
    case PlannedAction::Delete: break;
    }
    return Deployment::tr("will be destroyed");
}

} // namespace sekisho
