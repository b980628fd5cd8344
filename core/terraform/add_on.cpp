// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/plan.h"

#include <algorithm>

/// The add-on refers to what the article's base declares: one VPC `main`, subnets `public` and `private`
/// counted over the zones, an internet gateway `main`, route tables `private` counted over the zones.
namespace sekisho::terraform {

namespace {

class AddOnCheck {
public:
    AddOnCheck(const Survey& survey, const std::vector<PlannedSet>& plan, Diagnostics& diagnostics)
        : m_survey(survey), m_plan(plan), m_diagnostics(diagnostics) {}

    void run() {
        require("aws_vpc", "main", AddressForm::Single);
        require("aws_internet_gateway", "main", AddressForm::Single);
        requirePerZone("aws_subnet", "public");
        requirePerZone("aws_subnet", "private");
        requirePerZone("aws_route_table", "private");
        for (const PlannedSet& set : m_plan)
            if (!isKnown(set)) refuse(Code::export_addon_extra, set, set.members.front().element);
        checkVpc();
        checkTables();
        checkEndpoints();
    }

private:
    const PlannedSet* find(std::string_view type, std::string_view label) const {
        const auto it = std::find_if(m_plan.begin(), m_plan.end(), [&](const PlannedSet& set) {
            return set.type->type == type && set.label == label;
        });
        return it != m_plan.end() ? &*it : nullptr;
    }

    void lacks(std::string_view type, std::string_view label) {
        m_diagnostics.push_back(
            error(Code::export_addon_lacks, {{"address", std::string(type) + "." + std::string(label)}}));
    }

    void refuse(Code code, const PlannedSet& set, ElementId subject) {
        m_diagnostics.push_back(error(code, {{"address", set.address()}}, {subject}));
    }

    const PlannedSet* require(std::string_view type, std::string_view label, AddressForm form) {
        const PlannedSet* set = find(type, label);
        if (!set)
            lacks(type, label);
        else if (set->form != form)
            refuse(Code::export_addon_differs, *set, set->members.front().element);
        return set && set->form == form ? set : nullptr;
    }

    /// Counted over the zones: member i stands in zone i, and there is one for each.
    void requirePerZone(std::string_view type, std::string_view label) {
        const PlannedSet* set = require(type, label, AddressForm::Count);
        if (!set) return;
        bool agrees = set->members.size() == m_survey.zones().size();
        for (std::size_t i = 0; agrees && i < set->members.size(); ++i) {
            const auto zone = m_survey.zoneOf(set->members[i].element);
            agrees = zone && m_survey.zoneIndex(*zone) == i;
        }
        if (!agrees) refuse(Code::export_addon_differs, *set, set->members.front().element);
    }

    /// What the base has, and what the add-on's files hold.
    bool isKnown(const PlannedSet& set) const {
        if (!isOfBase(set)) return true;
        const std::string_view type = set.type->type;
        if (type == "aws_vpc" || type == "aws_internet_gateway") return set.label == "main";
        if (type == "aws_subnet" || type == "aws_route_table")
            return set.label == "public" || set.label == "private";
        if (type == "aws_route_table_association") return true; // see checkTables()
        if (type == "aws_route")
            return std::all_of(set.members.begin(), set.members.end(), [&](const ResourceMember& member) {
                return isPublicDefaultRoute(member.element);
            });
        return false;
    }

    bool isPublicDefaultRoute(ElementId element) const {
        const RouteTable* table = tableOf(element);
        const auto ref = table ? m_survey.addresses().find(table->id, "aws_route_table") : std::nullopt;
        if (!ref || ref->key->label != "public") return false;
        return std::any_of(table->routes.begin(), table->routes.end(), [&](const Route& route) {
            const auto* cidr = std::get_if<Cidr>(&route.destination);
            return route.id == element && cidr && *cidr == Cidr::anywhere(IpFamily::V4) &&
                   std::holds_alternative<InternetGatewayId>(route.target);
        });
    }

    const RouteTable* tableOf(ElementId part) const {
        const auto owner = m_survey.ownerOf(part);
        const auto id = owner ? RouteTableId::from(*owner) : std::nullopt;
        return id ? m_survey.network().get(*id) : nullptr;
    }

    void checkVpc() {
        const Vpc* vpc = m_survey.mainVpc();
        if (vpc && !std::holds_alternative<std::monostate>(vpc->ipv6))
            m_diagnostics.push_back(error(Code::export_addon_ipv6, {}, {vpc->id}));
        for (const Subnet& subnet : m_survey.network().all<Subnet>())
            if (!std::holds_alternative<std::monostate>(subnet.ipv6))
                m_diagnostics.push_back(error(Code::export_addon_ipv6, {}, {subnet.id}));
        for (const InternetGateway& gateway : m_survey.network().all<InternetGateway>())
            if (!vpc || gateway.vpc != vpc->id)
                m_diagnostics.push_back(error(Code::export_addon_differs,
                                              {{"address", "aws_internet_gateway.main"}}, {gateway.id}));
    }

    /// Each subnet uses the base's table of its kind and zone.
    void checkTables() {
        for (const char* const label : {"public", "private"}) {
            const PlannedSet* subnets = find("aws_subnet", label);
            if (!subnets) continue;
            for (std::size_t i = 0; i < subnets->members.size(); ++i) {
                const auto id = SubnetId::from(subnets->members[i].element);
                const RouteTable* table = id ? routeTableOf(m_survey.network(), *id) : nullptr;
                const auto ref =
                    table ? m_survey.addresses().find(table->id, "aws_route_table") : std::nullopt;
                const bool agrees = ref && ref->key->label == label &&
                                    (ref->set->form == AddressForm::Single || ref->index == i);
                if (!agrees)
                    m_diagnostics.push_back(error(Code::export_addon_table,
                                                  {{"address", std::string("aws_route_table.") + label}},
                                                  {*id}));
            }
        }
    }

    /// The base's public route table is not among what the add-on may rely on.
    void checkEndpoints() {
        for (const VpcEndpoint& endpoint : m_survey.network().all<VpcEndpoint>())
            for (const RouteTableId table : endpoint.routeTables)
                refuseOtherTable(endpoint.id, table);
        for (const RouteTable& table : m_survey.network().all<RouteTable>())
            for (const Route& route : table.routes)
                if (std::holds_alternative<NatGatewayId>(route.target)) refuseOtherTable(route.id, table.id);
    }

    void refuseOtherTable(ElementId from, RouteTableId table) {
        const auto ref = m_survey.addresses().find(table, "aws_route_table");
        if (ref && ref->key->label != "private")
            m_diagnostics.push_back(
                error(Code::export_addon_reference, {{"address", toString(*ref)}}, {from, table}));
    }

    const Survey& m_survey;
    const std::vector<PlannedSet>& m_plan;
    Diagnostics& m_diagnostics;
};

} // namespace

bool isOfBase(const PlannedSet& set) {
    return set.file == FileId::Vpc;
}

void checkAddOn(const Survey& survey, const std::vector<PlannedSet>& plan, Diagnostics& diagnostics) {
    AddOnCheck(survey, plan, diagnostics).run();
}

} // namespace sekisho::terraform
