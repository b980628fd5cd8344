// SPDX-License-Identifier: Apache-2.0
#include "core/advice/mender.h"
#include "core/model/log_retention.h"

#include <algorithm>
#include <set>

/// Fixes of NAT gateways, addresses, endpoints, peerings and flow logs.
namespace sekisho::advice {

namespace {

constexpr int shortInterval = 60;
constexpr int longInterval = 600;

} // namespace

void Mender::addElasticIp(const NatGateway* nat) {
    if (!nat) return;
    EditBuilder edit(m_design);
    ElasticIp address;
    address.id = edit.fresh<Kind::ElasticIp>();
    address.name = nat->name.empty() ? "nat-eip" : nat->name + "-eip";
    address.nameTag = nat->nameTag;
    address.onNatToggle = nat->onNatToggle;
    NatGateway next = *nat;
    next.elasticIps.push_back(address.id);
    edit.put(std::move(address));
    edit.put(std::move(next));
    keep(FixKind::AddElasticIp, {}, edit.finish());
}

void Mender::letAwsChoose() {
    const auto holder =
        std::find_if(m_diagnostic.subjects.begin(), m_diagnostic.subjects.end(),
                     [](ElementId id) { return id.kind == Kind::NatGateway || id.kind == Kind::Workload; });
    if (holder == m_diagnostic.subjects.end()) return;
    if (const auto id = NatGatewayId::from(*holder))
        change(FixKind::LetAwsChoose, {}, network().get(*id),
               [](NatGateway& next) { next.privateIp.reset(); });
    const auto workload = WorkloadId::from(*holder);
    if (!workload) return;
    const std::optional<ElementId> part = subjectOf(Kind::Interface);
    change(FixKind::LetAwsChoose, {}, network().get(*workload), [&](Workload& next) {
        const bool namesOne = part && std::any_of(next.interfaces.begin(), next.interfaces.end(),
                                                  [&](const Interface& i) { return i.id == *part; });
        for (Interface& one : next.interfaces)
            if (one.privateIp && one.privateIp->toString() == arg("address") &&
                (!namesOne || one.id == *part))
                one.privateIp.reset();
    });
}

void Mender::useSubnets(const VpcEndpoint* endpoint) {
    if (!endpoint) return;
    std::vector<SubnetId> chosen;
    std::set<AvailabilityZoneId> zones;
    for (const bool privateOnes : {true, false}) {
        for (const Subnet& subnet : network().all<Subnet>())
            if ((subnet.tier == Tier::Private) == privateOnes &&
                vpcOf(network(), subnet.id) == endpoint->vpc && zones.insert(subnet.az).second)
                chosen.push_back(subnet.id);
        if (!chosen.empty()) break;
    }
    change(FixKind::UseSubnets, {}, endpoint, [&](VpcEndpoint& next) { next.subnets = chosen; });
}

void Mender::useRetention(const FlowLog* log) {
    const auto* group = log ? std::get_if<CloudWatchDestination>(&log->destination) : nullptr;
    if (!group || !group->retentionInDays || *group->retentionInDays < 1) return;
    // What was to be kept for some days is kept that long at least.
    const auto longer = std::lower_bound(logRetentions.begin(), logRetentions.end(), *group->retentionInDays);
    if (longer == logRetentions.end()) return;
    change(FixKind::Use, std::to_string(*longer), log, [&](FlowLog& next) {
        std::get<CloudWatchDestination>(next.destination).retentionInDays = *longer;
    });
}

void Mender::cleanLogGroup(const FlowLog* log) {
    const auto* group = log ? std::get_if<CloudWatchDestination>(&log->destination) : nullptr;
    if (!group) return;
    std::string text = group->logGroup.toString();
    for (const std::string_view brace : {"{{", "}}"})
        for (auto at = text.find(brace); at != std::string::npos; at = text.find(brace))
            text.replace(at, brace.size(), "-");
    text = cleaned(text, "_-/.#{}");
    if (text.empty()) text = "/vpc/{project}-{environment}";
    const auto name = NameTemplate::parse(text);
    if (!name) return;
    change(FixKind::Use, text, log,
           [&](FlowLog& next) { std::get<CloudWatchDestination>(next.destination).logGroup = *name; });
}

void Mender::renameLogGroup(const FlowLog* log) {
    const auto* group = log ? std::get_if<CloudWatchDestination>(&log->destination) : nullptr;
    if (!group) return;
    const auto expanded = [&](const NameTemplate& name) {
        return name.expand({m_design.settings.projectName, m_design.settings.environment, {}});
    };
    std::set<std::string> taken;
    for (const FlowLog& other : network().all<FlowLog>())
        if (const auto* own = std::get_if<CloudWatchDestination>(&other.destination))
            taken.insert(expanded(own->logGroup));
    for (int n = 2; n < 10'000; ++n) {
        const auto name = NameTemplate::parse(group->logGroup.toString() + "-" + std::to_string(n));
        if (!name || taken.contains(expanded(*name))) continue;
        change(FixKind::Use, name->toString(), log,
               [&](FlowLog& next) { std::get<CloudWatchDestination>(next.destination).logGroup = *name; });
        return;
    }
}

void Mender::mendServices() {
    const NatGateway* nat = subject<NatGateway>(0);
    const VpcEndpoint* endpoint = subject<VpcEndpoint>(0);
    const FlowLog* log = subject<FlowLog>(0);
    switch (m_diagnostic.code) {
    case Code::nat_without_eip: addElasticIp(nat); break;
    case Code::nat_regional_without_vpc:
        if (const auto vpcs = network().all<Vpc>(); vpcs.size() == 1)
            change(FixKind::Use, vpcs.begin()->name, nat,
                   [&](NatGateway& next) { next.vpc = vpcs.begin()->id; });
        break;
    case Code::nat_regional_with_subnet:
        change(FixKind::Remove, {}, nat, [&](NatGateway& next) {
            if (!next.vpc) next.vpc = vpcOf(network(), *next.subnet);
            next.subnet.reset();
        });
        break;
    case Code::nat_zone_duplicate:
        change(FixKind::Join, {}, nat, [](NatGateway& next) {
            std::vector<NatZoneAddresses> zones;
            for (const NatZoneAddresses& zone : next.zones) {
                const auto same =
                    std::find_if(zones.begin(), zones.end(),
                                 [&](const NatZoneAddresses& other) { return other.az == zone.az; });
                if (same == zones.end())
                    zones.push_back(zone);
                else
                    same->elasticIps.insert(same->elasticIps.end(), zone.elasticIps.begin(),
                                            zone.elasticIps.end());
            }
            next.zones = std::move(zones);
        });
        break;
    case Code::nat_without_igw:
        if (const Vpc* vpc = subject<Vpc>(1))
            keep(FixKind::AddInternetGateway, {}, edits::addInternetGateway(m_design, vpc->id));
        break;
    case Code::eip_unused: removeCulprit(); break;
    case Code::eip_on_toggle:
        if (const auto eip = subjectOf(Kind::ElasticIp))
            change(FixKind::TakeOffNatSwitch, {}, network().get(*ElasticIpId::from(*eip)),
                   [](ElasticIp& next) { next.onNatToggle = false; });
        break;
    case Code::private_ip_outside_subnet:
    case Code::private_ip_reserved:
    case Code::private_ip_duplicate: letAwsChoose(); break;
    case Code::endpoint_gateway_interfaces:
        change(FixKind::Remove, {}, endpoint, [](VpcEndpoint& next) {
            next.subnets.clear();
            next.securityGroups.clear();
        });
        break;
    case Code::endpoint_interface_route_tables:
        change(FixKind::Remove, {}, endpoint, [](VpcEndpoint& next) { next.routeTables.clear(); });
        break;
    case Code::endpoint_without_subnets: useSubnets(endpoint); break;
    case Code::endpoint_without_route_tables:
        change(FixKind::UseRouteTables, {}, endpoint, [&](VpcEndpoint& next) {
            for (const RouteTable& table : network().all<RouteTable>())
                if (table.vpc == next.vpc) next.routeTables.push_back(table.id);
        });
        break;
    case Code::endpoint_private_dns:
        change(FixKind::SwitchDnsOn, {}, subject<Vpc>(1), [](Vpc& vpc) {
            vpc.dnsSupport = true;
            vpc.dnsHostnames = true;
        });
        break;
    case Code::peering_auto_accept:
        change(FixKind::SwitchOff, {}, subject<Peering>(0), [](Peering& next) { next.autoAccept = false; });
        break;
    case Code::flow_log_interval: {
        if (!log || !log->aggregationInterval) break;
        // The nearer of the two that there are.
        const bool isShort = *log->aggregationInterval < (shortInterval + longInterval) / 2;
        const int seconds = isShort ? shortInterval : longInterval;
        change(FixKind::Use, std::to_string(seconds), log,
               [&](FlowLog& next) { next.aggregationInterval = seconds; });
        break;
    }
    case Code::flow_log_retention: useRetention(log); break;
    case Code::flow_log_group_name: cleanLogGroup(log); break;
    case Code::flow_log_group_duplicate: renameLogGroup(log); break;
    default: break;
    }
}

} // namespace sekisho::advice
