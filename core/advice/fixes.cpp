// SPDX-License-Identifier: Apache-2.0
#include "core/advice/fixes.h"

#include "core/advice/mender.h"
#include "core/model/address_book.h"
#include "core/model/references.h"

#include <algorithm>

namespace sekisho::advice {

std::string_view Mender::arg(std::string_view name) const {
    for (const DiagnosticArg& one : m_diagnostic.args)
        if (one.name == name) return one.value;
    return {};
}

std::optional<ElementId> Mender::subjectOf(Kind kind) const {
    for (const ElementId id : m_diagnostic.subjects)
        if (id.kind == kind) return id;
    return {};
}

void Mender::keep(FixKind kind, std::string value, const Result<Delta>& delta) {
    if (delta && !delta->empty()) m_fixes.push_back({kind, std::move(value), *delta});
}

void Mender::keepDifference(FixKind kind, std::string value, const Design& after) {
    keep(kind, std::move(value), difference(m_design, after));
}

void Mender::removeCulprit() {
    keep(FixKind::Remove, {}, edits::removeElements(m_design, {m_diagnostic.subjects.front()}));
}

void Mender::removeReference() {
    const auto target = elementIdFromString(arg("target"));
    const auto holder = std::find_if(m_diagnostic.subjects.begin(), m_diagnostic.subjects.end(),
                                     [](ElementId id) { return isNodeKind(id.kind); });
    if (!target || holder == m_diagnostic.subjects.end()) return;
    const Node* node = network().find(*holder);
    if (!node) return;
    const auto without = detached(*node, {*target});
    if (!without) return;
    EditBuilder edit(m_design);
    edit.put(*without);
    keep(FixKind::RemoveReference, {}, edit.finish());
}

void Mender::giveAddress() {
    const std::string type(arg("type"));
    Design after = m_design;
    placeNewborn(after, {m_diagnostic.subjects.front(), type});
    keepDifference(FixKind::GiveAddress, {}, after);
}

void Mender::makeLabelLegal() {
    const ElementId element = m_diagnostic.subjects.front();
    for (const auto& entry : m_design.addresses.sets) {
        const auto& members = entry.value->members;
        if (isLegalLabel(entry.key.label) ||
            std::none_of(members.begin(), members.end(),
                         [&](const ResourceMember& member) { return member.element == element; }))
            continue;
        const std::string stem = labelFrom(entry.key.label, "main");
        ResourceKey key{entry.key.type, stem};
        for (int n = 2; m_design.addresses.sets.contains(key); ++n)
            key.label = stem + "_" + std::to_string(n);
        // Terraform never took the old one, so there is nothing to be moved.
        Design after = m_design;
        after.addresses.sets.set(key, entry.value);
        after.addresses.sets.remove(entry.key);
        keepDifference(FixKind::Use, key.label, after);
        return;
    }
}

void Mender::find() {
    if (m_diagnostic.code >= Code::settings_region_syntax && m_diagnostic.code <= Code::address_several)
        mendNames();
    else if (m_diagnostic.code <= Code::internet_gateway_duplicate)
        mendSubnets();
    else if (m_diagnostic.code <= Code::acl_other_vpc)
        mendRules();
    else if (m_diagnostic.code <= Code::route_off_toggle)
        mendRoutes();
    else if (m_diagnostic.code <= Code::listener_duplicate)
        mendServices();
    else
        mendWayOut();
}

void Mender::mendNames() {
    switch (m_diagnostic.code) {
    case Code::settings_name_empty: useSetting(defaultOf(arg("field"))); break;
    case Code::settings_name_characters: {
        const std::string clean = cleaned(arg("text"), "-.");
        useSetting(clean.empty() ? defaultOf(arg("field")) : clean);
        break;
    }
    case Code::reference_dangling: removeReference(); break;
    case Code::name_without_zone: leaveZoneOut(); break;
    case Code::address_missing: giveAddress(); break;
    case Code::address_label: makeLabelLegal(); break;
    default: break;
    }
}

std::string Mender::defaultOf(std::string_view field) {
    return field == "project_name" ? Settings().projectName : Settings().environment;
}

void Mender::useSetting(std::string value) {
    Settings settings = m_design.settings;
    (arg("field") == "project_name" ? settings.projectName : settings.environment) = value;
    keep(FixKind::Use, value, edits::setSettings(m_design, settings));
}

void Mender::leaveZoneOut() {
    const auto without = [](NameTemplate& name) {
        std::string text = name.toString();
        for (const std::string_view part : {"-{az_letter}", "{az_letter}-", "{az_letter}"})
            for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
                text.erase(at, part.size());
        if (const auto parsed = NameTemplate::parse(text)) name = *parsed;
    };
    const Node* found = network().find(m_diagnostic.subjects.front());
    if (!found) return;
    Node node = *found;
    if (arg("field") == "name_tag") without(baseOf(node).nameTag);
    if (auto* group = std::get_if<SecurityGroup>(&node); group && arg("field") == "aws_name")
        without(group->awsName);
    if (auto* list = std::get_if<PrefixList>(&node); list && arg("field") == "aws_name")
        without(list->awsName);
    if (auto* log = std::get_if<FlowLog>(&node))
        if (auto* group = std::get_if<CloudWatchDestination>(&log->destination);
            group && arg("field") == "log_group")
            without(group->logGroup);
    EditBuilder edit(m_design);
    edit.put(std::move(node));
    keep(FixKind::LeaveZoneOut, {}, edit.finish());
}

std::string Mender::cleaned(std::string_view text, std::string_view others) {
    std::string clean;
    for (const char c : text) {
        const bool allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                             others.find(c) != std::string_view::npos;
        if (allowed)
            clean += c;
        else if (!clean.empty() && clean.back() != '-')
            clean += '-';
    }
    while (!clean.empty() && clean.back() == '-')
        clean.pop_back();
    return clean;
}

std::vector<Fix> fixesOf(const Design& design, const Diagnostic& diagnostic) {
    // Findings about the settings have no subjects; all others name a culprit.
    const bool ofSettings =
        diagnostic.code >= Code::settings_region_syntax && diagnostic.code <= Code::settings_name_characters;
    if (diagnostic.code < Code::settings_region_syntax || diagnostic.code > Code::way_out_missing ||
        (diagnostic.subjects.empty() && !ofSettings))
        return {};
    return Mender(design, diagnostic).fixes();
}

} // namespace sekisho::advice
