// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/plan.h"

#include <map>

namespace sekisho::terraform {

namespace {

/// What an import kept as text cannot be checked against the rest, and must not be left out either.
void refuseForeignText(const Survey& survey, Diagnostics& diagnostics) {
    for (const auto& entry : survey.network().foreign) {
        std::string fields;
        for (const auto* texts : {&entry.value->unresolved, &entry.value->kept})
            for (const auto& [field, expression] : *texts)
                fields += (fields.empty() ? "" : ", ") + field;
        if (!fields.empty())
            diagnostics.push_back(error(Code::export_foreign_text, {{"fields", fields}}, {entry.key}));
    }
}

void checkAcls(const Survey& survey, Diagnostics& diagnostics) {
    std::map<SubnetId, ElementId> aclOf;
    for (const NetworkAcl& acl : survey.network().all<NetworkAcl>()) {
        std::size_t inactive = 0;
        for (const NetworkAclAssociation& association : acl.associations) {
            if (!survey.isActive(association)) {
                ++inactive;
                continue;
            }
            const auto [it, isNew] = aclOf.emplace(association.subnet, acl.id);
            if (!isNew)
                diagnostics.push_back(
                    error(Code::export_two_acls, {}, {association.subnet, it->second, acl.id}));
        }
        if (inactive > 0)
            diagnostics.push_back(
                warning(Code::export_acl_inactive, {{"count", std::to_string(inactive)}}, {acl.id}));
    }
}

void checkRouteTables(const Survey& survey, Diagnostics& diagnostics) {
    std::map<SubnetId, ElementId> tableOf;
    std::map<VpcId, ElementId> mainOf;
    for (const RouteTable& table : survey.network().all<RouteTable>()) {
        for (const RouteTableAssociation& association : table.associations) {
            const auto [it, isNew] = tableOf.emplace(association.subnet, table.id);
            if (!isNew)
                diagnostics.push_back(
                    error(Code::export_two_route_tables, {}, {association.subnet, it->second, table.id}));
        }
        if (!table.main) continue;
        const auto [it, isNew] = mainOf.emplace(table.vpc, table.id);
        if (!isNew)
            diagnostics.push_back(error(Code::export_two_main_tables, {}, {table.vpc, it->second, table.id}));
    }
}

void warnOfNatOff(const Survey& survey, Diagnostics& diagnostics) {
    if (survey.options().nat.value_or(survey.design().settings.natEnabled)) return;
    std::vector<ElementId> toggled;
    for (const NatGateway& nat : survey.network().all<NatGateway>())
        if (nat.onNatToggle) toggled.push_back(nat.id);
    const std::size_t gateways = toggled.size();
    for (const ElasticIp& eip : survey.network().all<ElasticIp>())
        if (eip.onNatToggle) toggled.push_back(eip.id);
    if (toggled.empty()) return;
    diagnostics.push_back(warning(
        Code::nat_off_destroys,
        {{"gateways", std::to_string(gateways)}, {"addresses", std::to_string(toggled.size() - gateways)}},
        toggled));
}

void tellOfDrawnOnly(const Survey& survey, Diagnostics& diagnostics) {
    std::vector<ElementId> workloads;
    std::string names;
    for (const Workload& workload : survey.network().all<Workload>()) {
        workloads.push_back(workload.id);
        // A sentence can name a few; the rest is counted by {count}.
        if (workloads.size() <= 5) names += (names.empty() ? "" : ", ") + workload.name;
    }
    if (workloads.size() > 5) names += ", …";
    if (workloads.empty()) return;
    const std::string count = std::to_string(workloads.size());
    diagnostics.push_back(
        info(Code::export_drawn_only, {{"names", names}, {"count", count}}, std::move(workloads)));
}

} // namespace

void checkWhole(const Survey& survey, Diagnostics& diagnostics) {
    refuseForeignText(survey, diagnostics);
    checkAcls(survey, diagnostics);
    checkRouteTables(survey, diagnostics);
    warnOfNatOff(survey, diagnostics);
    tellOfDrawnOnly(survey, diagnostics);
}

} // namespace sekisho::terraform
