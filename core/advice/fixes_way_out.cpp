// SPDX-License-Identifier: Apache-2.0
#include "core/advice/mender.h"
#include "core/advice/way_out.h"

#include <algorithm>
#include <set>

/// Fixes of workloads without a way out.
namespace sekisho::advice {

namespace {

const Traffic& https() {
    static const Traffic traffic = Traffic::tcp(443);
    return traffic;
}

/// Whether a workload in these groups may call any address over HTTPS. In none: it gets the VPC's default
/// group, which lets all out.
bool letsHttpsOut(const Network& network, const std::vector<SecurityGroupId>& groups) {
    const auto isAnywhere = [](const SecurityGroupPeer& peer) {
        const auto* cidr = std::get_if<Cidr>(&peer);
        return cidr && *cidr == Cidr::anywhere(IpFamily::V4);
    };
    const auto coversHttps = [](const Traffic& given) {
        const Traffic traffic = given.normalized();
        if (traffic.protocol == Protocol::all()) return true;
        return traffic.protocol == Protocol::tcp() && traffic.ports && traffic.ports->contains(443);
    };
    return groups.empty() || std::any_of(groups.begin(), groups.end(), [&](SecurityGroupId id) {
               const SecurityGroup* group = network.get(id);
               return group && std::any_of(group->rules.begin(), group->rules.end(), [&](const auto& rule) {
                          return rule.direction == Direction::Egress && isAnywhere(rule.peer) &&
                                 coversHttps(rule.traffic);
                      });
           });
}

/// Adds endpoints to a copy of a design, one after the other.
class EndpointAdder {
public:
    EndpointAdder(const Design& design, const Workload& workload, VpcId vpc)
        : m_work(design), m_workload(workload), m_vpc(vpc) {}

    const Design& result() const { return m_work; }

    /// Lets the service be reached from the subnets: by what is there already, changed, or by a new endpoint.
    bool serve(const Service& service, const std::set<SubnetId>& subnets) {
        VpcEndpointId id;
        for (const VpcEndpoint& there : m_work.network.all<VpcEndpoint>())
            if (there.vpc == m_vpc && there.type == service.type &&
                nameOf(there.service) == nameOf(service.name))
                id = there.id;
        if (id.number == 0) {
            const auto before = m_work.network;
            if (!apply(edits::addVpcEndpoint(m_work, m_vpc, service.type, std::string(service.name))))
                return false;
            for (const VpcEndpoint& now : m_work.network.all<VpcEndpoint>())
                if (!before.get(now.id)) id = now.id;
            if (service.type == EndpointType::Interface) {
                VpcEndpoint endpoint = *m_work.network.get(id);
                endpoint.subnets = onePerZone(subnets);
                if (!apply(edits::replaceNode(m_work, std::move(endpoint)))) return false;
            }
        }
        VpcEndpoint endpoint = *m_work.network.get(id);
        if (service.type == EndpointType::Interface) {
            endpoint.privateDns = true;
            if (endpoint.subnets.empty()) endpoint.subnets = onePerZone(subnets);
            if (endpoint.securityGroups.empty()) endpoint.securityGroups = groups();
            if (endpoint.securityGroups.empty() || !letCallersInto(endpoint.securityGroups.front()))
                return false;
        } else {
            for (const SubnetId subnet : subnets) {
                const RouteTable* table = routeTableOf(m_work.network, subnet);
                if (table && std::find(endpoint.routeTables.begin(), endpoint.routeTables.end(), table->id) ==
                                 endpoint.routeTables.end())
                    endpoint.routeTables.push_back(table->id);
            }
        }
        return endpoint == *m_work.network.get(id) || apply(edits::replaceNode(m_work, std::move(endpoint)));
    }

private:
    bool apply(const Result<Delta>& delta) { return delta && m_work.apply(*delta); }

    std::string nameOf(std::string_view service) const {
        return endpointServiceName(std::string(service), m_work.settings.region);
    }

    /// An interface endpoint has at most one network interface in a zone.
    std::vector<SubnetId> onePerZone(const std::set<SubnetId>& subnets) const {
        std::vector<SubnetId> chosen;
        std::set<AvailabilityZoneId> zones;
        for (const SubnetId id : subnets)
            if (const Subnet* subnet = m_work.network.get(id); subnet && zones.insert(subnet->az).second)
                chosen.push_back(id);
        return chosen;
    }

    /// The groups of the VPC's other interface endpoints, else a new one. None: it could not be made.
    std::vector<SecurityGroupId> groups() {
        for (const VpcEndpoint& there : m_work.network.all<VpcEndpoint>())
            if (there.vpc == m_vpc && !there.securityGroups.empty()) return there.securityGroups;
        const auto before = m_work.network;
        apply(edits::addSecurityGroup(m_work, m_vpc, "endpoints", "HTTPS to VPC endpoints"));
        for (const SecurityGroup& now : m_work.network.all<SecurityGroup>())
            if (!before.get(now.id)) return {now.id};
        return {};
    }

    /// Lets the workload call whoever is in the group over HTTPS.
    bool letCallersInto(SecurityGroupId id) {
        std::vector<SecurityGroupPeer> callers(m_workload.securityGroups.begin(),
                                               m_workload.securityGroups.end());
        if (callers.empty()) callers.emplace_back(ThisVpcCidr{});
        for (const SecurityGroupPeer& caller : callers) {
            const SecurityGroup* group = m_work.network.get(id);
            if (!group) return false;
            const bool letIn = std::any_of(group->rules.begin(), group->rules.end(), [&](const auto& rule) {
                return rule.direction == Direction::Ingress && rule.traffic.normalized() == https() &&
                       (rule.peer == caller || rule.peer == SecurityGroupPeer(ThisVpcCidr{}));
            });
            if (letIn) continue;
            SecurityGroupRule rule;
            rule.traffic = https();
            rule.peer = caller;
            rule.description = "HTTPS";
            if (!apply(edits::addSecurityGroupRule(m_work, id, std::move(rule)))) return false;
        }
        return true;
    }

    Design m_work;
    const Workload& m_workload;
    VpcId m_vpc;
};

} // namespace

void Mender::addEndpoints(const Workload& workload) {
    if (!letsHttpsOut(network(), workload.securityGroups)) return;
    std::vector<std::pair<Service, std::set<SubnetId>>> wanted; // in the order in which they are needed
    for (const WayOut& out : waysOut(m_design)) {
        if (out.workload != workload.id) continue;
        for (const NeedFrom& one : out.needs) {
            if (out.natEnabled ? one.natOn : one.natOff) continue;
            for (const Service& service : one.missing) {
                auto it = std::find_if(wanted.begin(), wanted.end(),
                                       [&](const auto& other) { return other.first == service; });
                if (it == wanted.end()) it = wanted.insert(it, {service, {}});
                it->second.insert(one.subnet);
            }
        }
    }
    if (wanted.empty()) return;
    const auto vpc = vpcOf(network(), *wanted.front().second.begin());
    if (!vpc) return;
    EndpointAdder adder(m_design, workload, *vpc);
    for (const auto& [service, subnets] : wanted)
        if (!adder.serve(service, subnets)) return;
    // What no endpoint serves, or a route table that is not drawn would have to know, is not mended by this.
    for (const WayOut& out : waysOut(adder.result()))
        if (out.workload == workload.id && !out.unmet().empty()) return;
    keepDifference(FixKind::AddEndpoints, {}, adder.result());
}

void Mender::mendWayOut() {
    const Workload* workload = subject<Workload>(0);
    if (!workload) return;
    addEndpoints(*workload);
    if (m_fixes.empty() && m_diagnostic.code == Code::way_out_switched_off)
        keep(FixKind::SwitchNatOn, {}, edits::setNatEnabled(m_design, true));
}

} // namespace sekisho::advice
