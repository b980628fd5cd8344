// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/resources.h"

/// Prefix lists, endpoints, peering and flow logs.
namespace sekisho::terraform {

namespace {

/// A name in which "{region}" stands for the Region.
Term withRegion(Scope& scope, std::string_view name) {
    constexpr std::string_view mark = "{region}";
    std::vector<Term> parts;
    for (std::size_t at = name.find(mark); at != std::string_view::npos; at = name.find(mark)) {
        if (at > 0) parts.push_back(text(std::string(name.substr(0, at))));
        parts.push_back(regionTerm(scope));
        name.remove_prefix(at + mark.size());
    }
    if (parts.empty()) return text(std::string(name));
    if (!name.empty()) parts.push_back(text(std::string(name)));
    return Compound{Compound::Kind::Template, {}, std::move(parts)};
}

const CloudWatchDestination& cloudWatch(const FlowLog& log) {
    return std::get<CloudWatchDestination>(log.destination);
}

hcl::Expr jsonencode(hcl::Expr value) {
    return hcl::call("jsonencode", {std::move(value)});
}

/// {"Version": ..., "Statement": [...]} of one statement. IAM User Guide, "IAM JSON policy elements".
hcl::Expr policy(std::vector<hcl::ObjectItem> statement) {
    return jsonencode(hcl::object(
        {{"Version", "2012-10-17"}, {"Statement", hcl::tuple({hcl::object(std::move(statement))})}}));
}

} // namespace

void makePrefixList(Scope& scope, ElementId element, ResourceBody& body) {
    const PrefixList* list = scope.get(*PrefixListId::from(element));
    if (list->awsName.empty()) refuseMissing(scope, element, "name");
    body.add("name", nameTerm(scope, element, list->awsName));
    body.add("address_family", text(list->family == IpFamily::V4 ? "IPv4" : "IPv6"));
    body.add("max_entries", number(list->maxEntries));
    if (list->maxEntries < 1 || list->entries.size() > list->maxEntries)
        scope.refuse(
            Code::export_prefix_list_size, {element},
            {{"entries", std::to_string(list->entries.size())}, {"limit", std::to_string(list->maxEntries)}});
    for (const PrefixListEntry& entry : list->entries) {
        if (entry.cidr.family() != list->family)
            scope.refuse(Code::export_prefix_list_family, {element}, {{"cidr", entry.cidr.toString()}});
        NestedBlock block{"entry", {{"cidr", text(entry.cidr.toString())}}, {}};
        if (!entry.description.empty()) block.arguments.push_back({"description", text(entry.description)});
        body.blocks.push_back(std::move(block));
    }
    addTags(scope, element, *list, body);
}

void makeManagedPrefixList(Scope& scope, ElementId element, ResourceBody& body) {
    const PrefixList* list = scope.get(*PrefixListId::from(element));
    body.add("name", withRegion(scope, list->managed));
}

void makeVpcEndpoint(Scope& scope, ElementId element, ResourceBody& body) {
    const VpcEndpoint* endpoint = scope.get(*VpcEndpointId::from(element));
    if (endpoint->service.empty()) refuseMissing(scope, element, "service_name");
    body.add("vpc_id", idOf(endpoint->vpc, "aws_vpc"));
    body.add("service_name", withRegion(scope, endpointServiceName(endpoint->service, "{region}")));
    // Lists are said to be empty too: what the configuration does not mention the provider leaves as it is.
    if (endpoint->type == EndpointType::Gateway) {
        body.add("vpc_endpoint_type", text("Gateway"));
        body.add("route_table_ids", idList(endpoint->routeTables, "aws_route_table"));
    } else {
        body.add("vpc_endpoint_type", text("Interface"));
        body.add("subnet_ids", idList(endpoint->subnets, "aws_subnet"));
        std::vector<Term> groups;
        for (const SecurityGroupId id : endpoint->securityGroups)
            groups.push_back(idOf(id, groupType(scope, id)));
        // What AWS gives it by itself (PrivateLink Guide, "Create an interface endpoint").
        if (groups.empty())
            groups.emplace_back(ElementAttribute{endpoint->vpc, "aws_vpc", "default_security_group_id"});
        body.add("security_group_ids", Term::list(std::move(groups)));
        if (endpoint->privateDns) body.add("private_dns_enabled", flag(*endpoint->privateDns));
    }
    addTags(scope, element, *endpoint, body);
}

void makePeering(Scope& scope, ElementId element, ResourceBody& body) {
    const Peering* peering = scope.get(*PeeringId::from(element));
    body.add("vpc_id", idOf(peering->requester, "aws_vpc"));
    bool sameAccountAndRegion = true;
    std::visit(Overloaded{
                   [&](const VpcId& id) { body.add("peer_vpc_id", idOf(id, "aws_vpc")); },
                   [&](const ForeignVpc& vpc) {
                       if (vpc.vpcId.empty()) refuseMissing(scope, element, "peer_vpc_id");
                       body.add("peer_vpc_id", text(vpc.vpcId));
                       if (!vpc.ownerId.empty()) body.add("peer_owner_id", text(vpc.ownerId));
                       if (!vpc.region.empty()) body.add("peer_region", text(vpc.region));
                       sameAccountAndRegion = vpc.ownerId.empty() && vpc.region.empty();
                   },
               },
               peering->accepter);
    // AWS lets the requester accept only where both sides are its own.
    if (peering->autoAccept && sameAccountAndRegion) body.add("auto_accept", flag(true));
    addTags(scope, element, *peering, body);
}

void makeFlowLog(Scope& scope, ElementId element, ResourceBody& body) {
    const FlowLog* log = scope.get(*FlowLogId::from(element));
    if (const auto* vpc = std::get_if<VpcId>(&log->resource))
        body.add("vpc_id", idOf(*vpc, "aws_vpc"));
    else
        body.add("subnet_id", idOf(std::get<SubnetId>(log->resource), "aws_subnet"));
    switch (log->trafficType) {
    case TrafficType::Accept: body.add("traffic_type", text("ACCEPT")); break;
    case TrafficType::Reject: body.add("traffic_type", text("REJECT")); break;
    case TrafficType::All: body.add("traffic_type", text("ALL")); break;
    }
    std::visit(
        Overloaded{
            [&](const CloudWatchDestination&) {
                body.add("log_destination_type", text("cloud-watch-logs"));
                body.add("log_destination", ElementAttribute{element, "aws_cloudwatch_log_group", "arn"});
                body.add("iam_role_arn", ElementAttribute{element, "aws_iam_role", "arn"});
            },
            [&](const S3Destination& s3) {
                if (s3.bucketArn.empty()) refuseMissing(scope, element, "log_destination");
                body.add("log_destination_type", text("s3"));
                body.add("log_destination", text(s3.bucketArn));
            },
        },
        log->destination);
    if (log->aggregationInterval) body.add("max_aggregation_interval", number(*log->aggregationInterval));
    addTags(scope, element, *log, body);
}

void makeLogGroup(Scope& scope, ElementId element, ResourceBody& body) {
    const FlowLog* log = scope.get(*FlowLogId::from(element));
    const CloudWatchDestination& destination = cloudWatch(*log);
    if (destination.logGroup.empty()) refuseMissing(scope, element, "name");
    body.add("name", nameTerm(scope, element, destination.logGroup));
    if (destination.retentionInDays) body.add("retention_in_days", number(*destination.retentionInDays));
    addTags(scope, element, *log, body);
}

// The trust and the permissions are those of "IAM role for publishing flow logs to CloudWatch Logs" (VPC User
// Guide). The role has no name of its own: role names are short and unique in the account.
void makeFlowLogRole(Scope& scope, ElementId element, ResourceBody& body) {
    const FlowLog* log = scope.get(*FlowLogId::from(element));
    body.add("assume_role_policy",
             policy({{"Effect", "Allow"},
                     {"Principal", hcl::object({{"Service", "vpc-flow-logs.amazonaws.com"}})},
                     {"Action", "sts:AssumeRole"}}));
    addTags(scope, element, *log, body);
}

void makeFlowLogRolePolicy(Scope&, ElementId element, ResourceBody& body) {
    body.add("role", ElementAttribute{element, "aws_iam_role", "id"});
    body.add(
        "policy",
        policy({{"Effect", "Allow"},
                {"Action", hcl::tuple({"logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents",
                                       "logs:DescribeLogGroups", "logs:DescribeLogStreams"},
                                      hcl::Layout::MultiLine)},
                {"Resource", "*"}}));
}

} // namespace sekisho::terraform
