// SPDX-License-Identifier: Apache-2.0
#include "core/advice/way_out.h"

#include "core/model/public_addresses.h"

#include <algorithm>
#include <map>

namespace sekisho::advice {

namespace {

constexpr Service interface(std::string_view name) {
    return {EndpointType::Interface, name};
}
constexpr Service gateway(std::string_view name) {
    return {EndpointType::Gateway, name};
}

template<class Predicate>
std::vector<Need> eachOnce(const std::vector<NeedFrom>& needs, Predicate counts) {
    std::vector<Need> result;
    for (const NeedFrom& one : needs)
        if (counts(one) && std::find(result.begin(), result.end(), one.need) == result.end())
            result.push_back(one.need);
    return result;
}

/// What a subnet's default route leads to at one position of the NAT switch. A way through an internet
/// gateway still wants a public address.
using Exit = Passage;

class Finder {
public:
    explicit Finder(const Design& design) : m_network(design.network), m_region(design.settings.region) {
        for (const VpcEndpoint& endpoint : m_network.all<VpcEndpoint>())
            m_endpoints[endpoint.vpc].push_back(&endpoint);
    }

    NeedFrom look(const Workload& workload, const Interface& at, Need need) {
        NeedFrom result;
        result.need = need;
        result.interface = at.id;
        result.subnet = at.subnet;
        std::vector<ElementId> serving;
        const std::vector<Service>& services = servicesOf(need);
        for (const Service& service : services) {
            if (const VpcEndpoint* endpoint = endpointFor(at.subnet, service))
                serving.push_back(endpoint->id);
            else
                result.missing.push_back(service);
        }
        if (!services.empty() && result.missing.empty()) {
            result.natOn = result.natOff = {Way::Endpoints, std::move(serving)};
            return result;
        }
        result.natOn = toInternet(workload, at, true);
        result.natOff = toInternet(workload, at, false);
        return result;
    }

private:
    struct Place {
        std::optional<VpcId> vpc;
        const RouteTable* table = nullptr;
        Exit exits[2]; ///< NAT off, on
    };

    const Place& placeOf(SubnetId subnet) {
        const auto [it, fresh] = m_places.try_emplace(subnet);
        if (fresh) {
            Place& place = it->second;
            place.vpc = vpcOf(m_network, subnet);
            place.table = routeTableOf(m_network, subnet);
            for (const bool on : {false, true})
                place.exits[on] = exitOf(place, on);
        }
        return it->second;
    }

    /// The endpoint that serves the subnet: a gateway one through its route table, an interface one from
    /// anywhere in its VPC, by the service's own name (private DNS).
    const VpcEndpoint* endpointFor(SubnetId subnet, const Service& service) {
        const Place& place = placeOf(subnet);
        if (!place.vpc) return nullptr;
        const auto own = m_endpoints.find(*place.vpc);
        if (own == m_endpoints.end()) return nullptr;
        const std::string name = endpointServiceName(std::string(service.name), m_region);
        for (const VpcEndpoint* endpoint : own->second) {
            if (endpoint->type != service.type || endpointServiceName(endpoint->service, m_region) != name)
                continue;
            if (service.type == EndpointType::Interface) {
                if (!endpoint->subnets.empty() && endpoint->privateDns.value_or(false)) return endpoint;
            } else if (place.table && std::find(endpoint->routeTables.begin(), endpoint->routeTables.end(),
                                                place.table->id) != endpoint->routeTables.end()) {
                return endpoint;
            }
        }
        return nullptr;
    }

    Passage toInternet(const Workload& workload, const Interface& at, bool on) {
        Passage passage = placeOf(at.subnet).exits[on];
        if (passage.way != Way::InternetGateway) return passage;
        if (at.elasticIp) {
            const ElasticIp* address = m_network.get(*at.elasticIp);
            if (address && (on || !address->onNatToggle)) {
                passage.through.push_back(address->id);
                return passage;
            }
        }
        return hasPublicAddress(m_network, workload, at) ? passage : Passage();
    }

    /// The exits of all addresses of the internet: one default route, or the two halves of it, which go
    /// before. Where the halves differ, the worse of the two.
    Exit exitOf(const Place& place, bool on) const {
        if (!place.table || !place.vpc) return {};
        const Route* whole = nullptr;
        const Route* halves[2] = {};
        for (const Route& route : place.table->routes) {
            const auto* cidr = std::get_if<Cidr>(&route.destination);
            if (!cidr || cidr->family() != IpFamily::V4 || (route.onNatToggle && !on)) continue;
            if (cidr->length() == 0) whole = &route;
            if (cidr->length() == 1) halves[cidr->address().bytes[0] != 0] = &route;
        }
        const Route* low = halves[0] ? halves[0] : whole;
        const Route* high = halves[1] ? halves[1] : whole;
        if (!low || !high) return {};
        const Exit a = exitThrough(*low, *place.vpc, on);
        const Exit b = exitThrough(*high, *place.vpc, on);
        return !a ? a : b;
    }

    Exit exitThrough(const Route& route, VpcId vpc, bool on) const {
        return std::visit(Overloaded{
                              [&](InternetGatewayId id) {
                                  return isAttached(id, vpc) ? Exit{Way::InternetGateway, {id}} : Exit();
                              },
                              [&](NatGatewayId id) {
                                  return natWorks(id, vpc, on) ? Exit{Way::NatGateway, {id}} : Exit();
                              },
                              // A Gateway Load Balancer's endpoint, behind which is what nobody has drawn.
                              [&](VpcEndpointId id) {
                                  return m_network.get(id) ? Exit{Way::Other, {id}} : Exit();
                              },
                              // IPv6 only; and a peered VPC lets nobody out.
                              [](EgressOnlyInternetGatewayId) { return Exit(); },
                              [](PeeringId) { return Exit(); },
                              [&](const OpaqueTarget& target) {
                                  return target.argument == OpaqueTarget::Argument::Peering
                                             ? Exit()
                                             : Exit{Way::Other, {route.id}};
                              },
                          },
                          route.target);
    }

    bool isAttached(InternetGatewayId id, VpcId vpc) const {
        const InternetGateway* igw = m_network.get(id);
        return igw && igw->vpc == vpc;
    }

    /// Whether the gateway exists at that position of the switch and itself gets out.
    bool natWorks(NatGatewayId id, VpcId vpc, bool on) const {
        const NatGateway* nat = m_network.get(id);
        if (!nat || (nat->onNatToggle && !on)) return false;
        if (nat->mode == NatMode::Private) return false;
        if (nat->mode == NatMode::Regional) {
            if (nat->vpc != vpc) return false;
            for (const InternetGateway& igw : m_network.all<InternetGateway>())
                if (igw.vpc == vpc) return true;
            return false;
        }
        if (!nat->subnet) return false;
        Place home;
        home.vpc = vpcOf(m_network, *nat->subnet);
        home.table = routeTableOf(m_network, *nat->subnet);
        if (!home.table || home.vpc != vpc) return false;
        return std::any_of(home.table->routes.begin(), home.table->routes.end(), [&](const Route& route) {
            const auto* cidr = std::get_if<Cidr>(&route.destination);
            const auto* igw = std::get_if<InternetGatewayId>(&route.target);
            return cidr && *cidr == Cidr::anywhere(IpFamily::V4) && igw && isAttached(*igw, vpc) &&
                   (on || !route.onNatToggle);
        });
    }

    const Network& m_network;
    const std::string& m_region;
    std::map<VpcId, std::vector<const VpcEndpoint*>> m_endpoints;
    std::map<SubnetId, Place> m_places;
};

} // namespace

bool leavesVpc(Need need) {
    switch (need) {
    case Need::DnsPublicNames:
    case Need::IntraVpc:
    case Need::InboundViaAlb:
    case Need::InboundDirectPublicIp: return false;
    case Need::EcrPullFargate:
    case Need::EcsOnEc2:
    case Need::ExternalApiIpv4:
    case Need::CloudWatchLogs:
    case Need::CloudWatchMetrics:
    case Need::PackagesAmazonLinux:
    case Need::PackagesAptPipNpm:
    case Need::S3:
    case Need::DynamoDb:
    case Need::SsmSessionManager:
    case Need::SecretsManager:
    case Need::StsKms: return true;
    }
    return false;
}

const std::vector<Service>& servicesOf(Need need) {
    // ECR keeps the layers of images in S3 and sends clients there by the public name, which only the gateway
    // endpoint catches.
    static const std::map<Need, std::vector<Service>> services = {
        {Need::EcrPullFargate, {interface("ecr.api"), interface("ecr.dkr"), gateway("s3")}},
        {Need::EcsOnEc2,
         {interface("ecs"), interface("ecs-agent"), interface("ecs-telemetry"), interface("ecr.api"),
          interface("ecr.dkr"), gateway("s3")}},
        {Need::CloudWatchLogs, {interface("logs")}},
        {Need::CloudWatchMetrics, {interface("monitoring")}},
        {Need::PackagesAmazonLinux, {gateway("s3")}},
        {Need::S3, {gateway("s3")}},
        {Need::DynamoDb, {gateway("dynamodb")}},
        {Need::SsmSessionManager, {interface("ssm"), interface("ssmmessages")}},
        {Need::SecretsManager, {interface("secretsmanager")}},
        {Need::StsKms, {interface("sts"), interface("kms")}},
    };
    static const std::vector<Service> none;
    const auto it = services.find(need);
    return it == services.end() ? none : it->second;
}

std::vector<Need> WayOut::unmet() const {
    return eachOnce(needs, [&](const NeedFrom& one) { return !(natEnabled ? one.natOn : one.natOff); });
}

std::vector<Need> WayOut::lostWithoutNat() const {
    return eachOnce(needs, [](const NeedFrom& one) { return one.lostWithoutNat(); });
}

Diagnostics wayOutFindings(const Design& design) {
    Diagnostics findings;
    for (const WayOut& out : waysOut(design)) {
        std::vector<ElementId> subjects = {out.workload};
        bool natDoes = !out.natEnabled;
        for (const NeedFrom& one : out.needs) {
            if (out.natEnabled ? one.natOn : one.natOff) continue;
            natDoes = natDoes && one.natOn;
            if (std::find(subjects.begin(), subjects.end(), ElementId(one.subnet)) == subjects.end())
                subjects.emplace_back(one.subnet);
        }
        std::string words;
        for (const Need need : out.unmet()) {
            if (!words.empty()) words += ' ';
            words += needWords[static_cast<std::size_t>(need)];
        }
        if (words.empty()) continue;
        findings.push_back(warning(natDoes ? Code::way_out_switched_off : Code::way_out_missing,
                                   {{"needs", std::move(words)}}, std::move(subjects)));
    }
    return findings;
}

std::vector<WayOut> waysOut(const Design& design) {
    Finder finder(design);
    std::vector<WayOut> result;
    for (const Workload& workload : design.network.all<Workload>()) {
        WayOut out{workload.id, design.settings.natEnabled, {}};
        for (const Interface& at : workload.interfaces)
            for (const Need need : workload.needs)
                if (leavesVpc(need)) out.needs.push_back(finder.look(workload, at, need));
        if (!out.needs.empty()) result.push_back(std::move(out));
    }
    return result;
}

} // namespace sekisho::advice
