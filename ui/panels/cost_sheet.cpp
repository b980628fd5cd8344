// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/cost_sheet.h"

#include <map>

namespace sekisho {

namespace {

CostGroup addressGroup(const cost::CostLine& line, const Network& network) {
    if (line.node.kind == Kind::NatGateway) return CostGroup::NatAddresses;
    if (line.node.kind == Kind::ElasticIp) return CostGroup::IdleAddresses;
    const auto id = WorkloadId::from(line.node);
    const Workload* workload = id ? network.get(*id) : nullptr;
    if (!workload) return CostGroup::WorkloadAddresses;
    switch (workload->workloadKind) {
    case WorkloadKind::Alb: return CostGroup::AlbAddresses;
    case WorkloadKind::Nlb: return CostGroup::NlbAddresses;
    default: return CostGroup::WorkloadAddresses;
    }
}

CostGroup groupOf(const cost::CostLine& line, const Network& network) {
    switch (line.component) {
    case cost::Component::NatGatewayHour: return CostGroup::NatGateways;
    case cost::Component::NatGatewayGb: return CostGroup::NatData;
    case cost::Component::PublicIpv4: return addressGroup(line, network);
    case cost::Component::InterfaceEndpointHour: return CostGroup::Endpoints;
    case cost::Component::InterfaceEndpointGb: return CostGroup::EndpointData;
    case cost::Component::CrossAzGb: return CostGroup::CrossAzData;
    case cost::Component::InternetOutGb: return CostGroup::InternetData;
    case cost::Component::NatInstanceHour:
    case cost::Component::AlbHour:
    case cost::Component::Gp3GbMonth: break;
    }
    return CostGroup::Other;
}

} // namespace

std::vector<CostRow> costRows(const cost::Estimate& estimate, const Network& network) {
    std::map<CostGroup, CostRow> rows;
    for (const cost::CostLine& line : estimate.lines) {
        CostRow& row = rows[groupOf(line, network)];
        row.quantity += line.quantity;
        row.assumed = row.assumed || line.assumed;
        // One Region, one price: either all lines of a kind have it or none.
        if (line.hourly) row.hourly = row.hourly.value_or(Decimal()) + *line.hourly;
        if (line.monthly) row.monthly = row.monthly.value_or(Decimal()) + *line.monthly;
        row.lines.push_back(line);
    }
    std::vector<CostRow> result;
    for (auto& [group, row] : rows) {
        row.group = group;
        result.push_back(std::move(row));
    }
    return result;
}

} // namespace sekisho
