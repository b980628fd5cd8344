// SPDX-License-Identifier: Apache-2.0
#include "core/model/check_rules.h"
#include "core/model/log_retention.h"
#include "core/model/public_addresses.h"

#include <algorithm>
#include <map>
#include <set>

/// Endpoints, peering, flow logs and workloads.
namespace sekisho::checks {

namespace {

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// The services with gateway endpoints (VPC User Guide, Gateway endpoints; S3 User Guide, S3 Express One
/// Zone).
bool hasGatewayEndpoint(const VpcEndpoint& endpoint, const std::string& region) {
    const std::string name = endpointServiceName(endpoint.service, region);
    return endsWith(name, ".s3") || endsWith(name, ".dynamodb") || endsWith(name, ".s3express");
}

/// Whether two endpoints of one service and type get in each other's way: two gateways on one route table
/// want the same route, two interfaces the same private DNS name.
bool clash(const VpcEndpoint& a, const VpcEndpoint& b) {
    if (a.type == EndpointType::Interface)
        return a.privateDns.value_or(false) && b.privateDns.value_or(false);
    return std::any_of(a.routeTables.begin(), a.routeTables.end(), [&](RouteTableId table) {
        return std::find(b.routeTables.begin(), b.routeTables.end(), table) != b.routeTables.end();
    });
}

bool isDigits(std::string_view text, bool hexadecimal) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || (hexadecimal && c >= 'a' && c <= 'f');
    });
}

bool isVpcId(std::string_view text) {
    if (text.substr(0, 4) != "vpc-") return false;
    const std::string_view digits = text.substr(4);
    return digits.size() >= 8 && digits.size() <= 17 && isDigits(digits, true);
}

bool isAccountId(std::string_view text) {
    return text.size() == 12 && isDigits(text, false);
}

/// "arn:aws:s3:::bucket" with or without a folder; other partitions too.
bool isBucketArn(std::string_view text) {
    std::string_view rest = text;
    for (const std::string_view partition : {"arn:aws:s3:::", "arn:aws-cn:s3:::", "arn:aws-us-gov:s3:::"})
        if (text.substr(0, partition.size()) == partition) rest = text.substr(partition.size());
    if (rest.size() == text.size()) return false;
    const std::string_view bucket = rest.substr(0, rest.find('/'));
    // S3 User Guide, Bucket naming rules.
    const auto isEdge = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (bucket.size() < 3 || bucket.size() > 63 || !isEdge(bucket.front()) || !isEdge(bucket.back()))
        return false;
    return std::all_of(bucket.begin(), bucket.end(),
                       [&](char c) { return isEdge(c) || c == '-' || c == '.'; }) &&
           std::all_of(rest.begin(), rest.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

bool isLogGroupCharacter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c < 0x80 && std::string_view("_-/.#").find(static_cast<char>(c)) != std::string_view::npos);
}

std::vector<Cidr> blocksOf(const Vpc& vpc) {
    std::vector<Cidr> blocks;
    for (const VpcCidr& block : vpc.cidrs)
        blocks.push_back(block.cidr);
    if (const auto* ipv6 = std::get_if<Cidr>(&vpc.ipv6)) blocks.push_back(*ipv6);
    return blocks;
}

/// AWS refuses a peering as soon as any two blocks overlap; the first pair says it.
void checkOverlap(Inquiry& q, const Peering& peering, const std::vector<Cidr>& own,
                  const std::vector<Cidr>& others) {
    for (const Cidr& a : own)
        for (const Cidr& b : others)
            if (a.overlaps(b)) {
                q.error(Code::peering_overlap, {peering.id},
                        {{"field", "accepter"}, {"cidr", a.toString()}, {"other", b.toString()}});
                return;
            }
}

} // namespace

// --- Endpoints
// --------------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const VpcEndpoint& endpoint) {
    const auto refuse = [&](Code code, const char* field) {
        q.error(code, {endpoint.id}, {{"field", field}});
    };
    if (endpoint.service.empty()) refuse(Code::endpoint_service_empty, "service");
    if (endpoint.type == EndpointType::Interface) {
        if (!endpoint.routeTables.empty()) refuse(Code::endpoint_interface_route_tables, "route_tables");
        if (endpoint.subnets.empty())
            q.warning(Code::endpoint_without_subnets, {endpoint.id}, {{"field", "subnets"}});
        return;
    }
    if (!endpoint.service.empty() && !hasGatewayEndpoint(endpoint, q.settings().region))
        q.error(Code::endpoint_gateway_service, {endpoint.id},
                {{"field", "type"}, {"service", endpoint.service}});
    if (!endpoint.subnets.empty()) refuse(Code::endpoint_gateway_interfaces, "subnets");
    if (!endpoint.securityGroups.empty()) refuse(Code::endpoint_gateway_interfaces, "security_groups");
    if (endpoint.routeTables.empty())
        q.warning(Code::endpoint_without_route_tables, {endpoint.id}, {{"field", "route_tables"}});
}

void checkLinks(Inquiry& q, const VpcEndpoint& endpoint) {
    const Vpc* vpc = q.require(endpoint.vpc, "vpc", {endpoint.id});
    const auto refuseForeign = [&](ElementId id, const char* field) {
        q.error(Code::endpoint_other_vpc, {endpoint.id, id}, {{"field", field}});
    };
    for (const RouteTableId id : endpoint.routeTables) {
        const RouteTable* table = q.require(id, "route_tables", {endpoint.id});
        if (table && table->vpc != endpoint.vpc) refuseForeign(id, "route_tables");
    }
    std::map<AvailabilityZoneId, SubnetId> zones;
    for (const SubnetId id : endpoint.subnets) {
        const AvailabilityZone* zone = q.require(id, "subnets", {endpoint.id}) ? q.zoneOf(id) : nullptr;
        if (!zone) continue;
        if (zone->vpc != endpoint.vpc) refuseForeign(id, "subnets");
        const auto [it, isNew] = zones.try_emplace(zone->id, id);
        if (!isNew) q.error(Code::endpoint_zone_twice, {endpoint.id, id, it->second}, {{"field", "subnets"}});
    }
    checkMemberships(q, endpoint.securityGroups, endpoint.vpc, endpoint.id, Code::endpoint_other_vpc);
    const bool wantsDns = endpoint.type == EndpointType::Interface && endpoint.privateDns.value_or(false);
    if (vpc && wantsDns && !(vpc->dnsSupport.value_or(true) && vpc->dnsHostnames.value_or(false)))
        q.error(Code::endpoint_private_dns, {endpoint.id, vpc->id}, {{"field", "private_dns"}});
}

void checkEndpoints(Inquiry& q) {
    std::map<std::tuple<VpcId, EndpointType, std::string>, std::vector<const VpcEndpoint*>> alike;
    for (const VpcEndpoint& endpoint : q.all<VpcEndpoint>()) {
        if (endpoint.service.empty()) continue;
        const std::string service = endpointServiceName(endpoint.service, q.settings().region);
        auto& others = alike[{endpoint.vpc, endpoint.type, service}];
        const std::vector<DiagnosticArg> args{{"field", "service"}, {"service", service}};
        const auto rival = std::find_if(others.begin(), others.end(),
                                        [&](const VpcEndpoint* other) { return clash(*other, endpoint); });
        if (rival != others.end())
            q.error(Code::endpoint_duplicate, {endpoint.id, (*rival)->id}, args);
        else if (!others.empty())
            q.warning(Code::endpoint_duplicate, {endpoint.id, others.front()->id}, args);
        others.push_back(&endpoint);
    }
}

// --- Peering
// ----------------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const Peering& peering) {
    const auto* foreign = std::get_if<ForeignVpc>(&peering.accepter);
    if (!foreign) return;
    const auto refuse = [&](Code code, const std::string& text) {
        q.error(code, {peering.id}, {{"field", "accepter"}, {"text", text}});
    };
    if (!isVpcId(foreign->vpcId)) refuse(Code::peering_accepter_id, foreign->vpcId);
    if (!foreign->ownerId.empty() && !isAccountId(foreign->ownerId))
        refuse(Code::peering_accepter_account, foreign->ownerId);
    if (!foreign->region.empty() && !isRegionName(foreign->region))
        refuse(Code::peering_accepter_region, foreign->region);
    const bool elsewhere =
        !foreign->ownerId.empty() || (!foreign->region.empty() && foreign->region != q.settings().region);
    if (peering.autoAccept && elsewhere)
        q.error(Code::peering_auto_accept, {peering.id}, {{"field", "auto_accept"}});
}

void checkLinks(Inquiry& q, const Peering& peering) {
    const Vpc* requester = q.require(peering.requester, "requester", {peering.id});
    const auto* id = std::get_if<VpcId>(&peering.accepter);
    if (!id) {
        if (requester)
            checkOverlap(q, peering, blocksOf(*requester), std::get<ForeignVpc>(peering.accepter).cidrs);
        return;
    }
    if (*id == peering.requester) {
        q.error(Code::peering_same_vpc, {peering.id, *id}, {{"field", "accepter"}});
        return;
    }
    const Vpc* accepter = q.require(*id, "accepter", {peering.id});
    if (requester && accepter) checkOverlap(q, peering, blocksOf(*requester), blocksOf(*accepter));
}

void checkPeerings(Inquiry& q) {
    std::map<std::pair<std::string, std::string>, PeeringId> first;
    for (const Peering& peering : q.all<Peering>()) {
        const auto* foreign = std::get_if<ForeignVpc>(&peering.accepter);
        if (foreign && foreign->vpcId.empty()) continue;
        std::string a = "own " + toString(peering.requester);
        std::string b = foreign ? foreign->vpcId : "own " + toString(std::get<VpcId>(peering.accepter));
        if (a == b) continue;
        if (b < a) std::swap(a, b);
        const auto [it, isNew] = first.try_emplace({std::move(a), std::move(b)}, peering.id);
        if (!isNew) q.error(Code::peering_duplicate, {peering.id, it->second}, {{"field", "accepter"}});
    }
}

// --- Flow logs
// --------------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const FlowLog& log) {
    if (log.aggregationInterval && *log.aggregationInterval != 60 && *log.aggregationInterval != 600)
        q.error(Code::flow_log_interval, {log.id},
                {{"field", "aggregation_interval"}, {"seconds", std::to_string(*log.aggregationInterval)}});
    if (const auto* bucket = std::get_if<S3Destination>(&log.destination)) {
        if (!isBucketArn(bucket->bucketArn))
            q.error(Code::flow_log_bucket, {log.id}, {{"field", "bucket_arn"}, {"text", bucket->bucketArn}});
        return;
    }
    const auto& group = std::get<CloudWatchDestination>(log.destination);
    const std::string name = q.expand(group.logGroup);
    const std::size_t length = characterCount(name);
    if (length < 1 || length > 512 || !foreignCharacters(name, isLogGroupCharacter).empty())
        q.error(Code::flow_log_group_name, {log.id}, {{"field", "log_group"}, {"text", name}});
    if (const auto days = group.retentionInDays;
        days && std::find(logRetentions.begin(), logRetentions.end(), *days) == logRetentions.end()) {
        q.error(Code::flow_log_retention, {log.id},
                {{"field", "retention_in_days"}, {"days", std::to_string(*days)}});
    }
}

void checkLinks(Inquiry& q, const FlowLog& log) {
    std::visit([&](const auto& id) { q.require(id, "resource", {log.id}); }, log.resource);
}

void checkFlowLogs(Inquiry& q) {
    std::map<std::string, FlowLogId> first;
    for (const FlowLog& log : q.all<FlowLog>()) {
        const auto* group = std::get_if<CloudWatchDestination>(&log.destination);
        if (!group || group->logGroup.empty()) continue;
        const auto [it, isNew] = first.try_emplace(q.expand(group->logGroup), log.id);
        if (!isNew)
            q.error(Code::flow_log_group_duplicate, {log.id, it->second},
                    {{"field", "log_group"}, {"text", it->first}});
    }
}

// --- Workloads
// --------------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const Workload& workload) {
    if (workload.interfaces.empty())
        q.warning(Code::workload_without_interfaces, {workload.id}, {{"field", "interfaces"}});
    if (!isLoadBalancer(workload)) return;
    std::set<std::pair<Protocol, std::uint16_t>> seen;
    for (const Listener& listener : workload.listeners) {
        const auto refuse = [&](Code code, const char* field) {
            q.error(code, {listener.id, workload.id},
                    {{"field", field}, {"protocol", listener.protocol.toString()}});
        };
        const bool takesUdp = workload.workloadKind == WorkloadKind::Nlb;
        if (listener.protocol != Protocol::tcp() && !(takesUdp && listener.protocol == Protocol::udp()))
            refuse(Code::listener_protocol, "protocol");
        if (listener.port == 0) refuse(Code::listener_port, "port");
        if (listener.targetPort == 0) refuse(Code::listener_port, "target_port");
        if (listener.healthPort == 0) refuse(Code::listener_port, "health_port");
        if (!seen.emplace(listener.protocol, listener.port).second) refuse(Code::listener_duplicate, "port");
    }
}

void checkLinks(Inquiry& q, const Workload& workload) {
    std::optional<VpcId> vpc;
    std::map<AvailabilityZoneId, SubnetId> zones;
    for (const Interface& interface : workload.interfaces) {
        const std::vector<ElementId> holder{interface.id, workload.id};
        if (interface.elasticIp) q.require(*interface.elasticIp, "elastic_ip", holder);
        const Subnet* subnet = q.require(interface.subnet, "subnet", holder);
        if (!subnet) continue;
        if (interface.privateIp)
            checkPrivateIp(q, *interface.privateIp, *subnet, {workload.id, interface.id});
        const AvailabilityZone* zone = q.zoneOf(interface.subnet);
        if (!zone) continue;
        if (vpc && *vpc != zone->vpc) q.error(Code::workload_several_vpcs, holder, {{"field", "subnet"}});
        if (!vpc) vpc = zone->vpc;
        const auto [it, isNew] = zones.try_emplace(zone->id, interface.subnet);
        if (!isNew && it->second != interface.subnet && isLoadBalancer(workload))
            q.error(Code::load_balancer_zone_twice, holder, {{"field", "subnet"}});
    }
    if (workload.workloadKind == WorkloadKind::Alb && !workload.interfaces.empty() && zones.size() < 2)
        q.warning(Code::load_balancer_zones, {workload.id},
                  {{"field", "interfaces"}, {"count", std::to_string(zones.size())}});
    checkMemberships(q, workload.securityGroups, vpc, workload.id, Code::workload_group_other_vpc);
    for (const Listener& listener : workload.listeners)
        if (listener.target) q.require(*listener.target, "target", {listener.id, workload.id});
}

} // namespace sekisho::checks
