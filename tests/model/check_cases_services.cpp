// SPDX-License-Identifier: Apache-2.0
#include "tests/model/check_cases.h"

namespace check_cases {

namespace {

constexpr auto E = Severity::Error;
constexpr auto W = Severity::Warning;

Edit gateway(void (*edit)(VpcEndpoint&)) {
    return changing<VpcEndpoint>(1, edit);
}
Edit interface(void (*edit)(VpcEndpoint&)) {
    return changing<VpcEndpoint>(2, edit);
}
/// Another endpoint like that of the number, changed.
Edit another(std::uint32_t like, void (*edit)(VpcEndpoint&)) {
    return [=](Design& design) {
        VpcEndpoint endpoint = *design.network.get(VpcEndpointId{like});
        endpoint.id = {3};
        edit(endpoint);
        put(design, endpoint);
    };
}

Edit accepter(void (*edit)(ForeignVpc&)) {
    return changing<Peering>(1, [=](Peering& peering) { edit(std::get<ForeignVpc>(peering.accepter)); });
}
Edit autoAccepter(void (*edit)(ForeignVpc&)) {
    return changing<Peering>(1, [=](Peering& peering) {
        peering.autoAccept = true;
        edit(std::get<ForeignVpc>(peering.accepter));
    });
}
Edit inside(std::uint32_t requester, std::uint32_t other, std::uint32_t id = 2) {
    return [=](Design& design) {
        Peering peering;
        peering.id = {id};
        peering.requester = {requester};
        peering.accepter = VpcId{other};
        put(design, peering);
    };
}

Edit logGroup(void (*edit)(CloudWatchDestination&)) {
    return changing<FlowLog>(1,
                             [=](FlowLog& log) { edit(std::get<CloudWatchDestination>(log.destination)); });
}
Edit bucket(const char* arn) {
    return changing<FlowLog>(2, [=](FlowLog& log) { log.destination = S3Destination{arn}; });
}
Edit interval(int seconds) {
    return changing<FlowLog>(2, [=](FlowLog& log) { log.aggregationInterval = seconds; });
}
Edit secondGroup(const char* group) {
    return changing<FlowLog>(2, [=](FlowLog& log) {
        log.destination = CloudWatchDestination{name(group), {}};
    });
}

Edit alb(void (*edit)(Workload&)) {
    return changing<Workload>(1, edit);
}
Edit ecs(void (*edit)(Workload&)) {
    return changing<Workload>(2, edit);
}

void addEndpointCases(std::vector<Case>& cases) {
    cases.push_back({Code::endpoint_service_empty, E, "empty",
                     interface([](VpcEndpoint& n) { n.service = ""; }),
                     interface([](VpcEndpoint& n) { n.service = "com.amazonaws.ap-northeast-1.ecr.api"; })});
    cases.push_back({Code::endpoint_gateway_service, E, "ecr.api",
                     gateway([](VpcEndpoint& n) { n.service = "ecr.api"; }),
                     gateway([](VpcEndpoint& n) { n.service = "dynamodb"; })});
    cases.push_back({Code::endpoint_gateway_service, E, "full name",
                     gateway([](VpcEndpoint& n) { n.service = "com.amazonaws.ap-northeast-1.sqs"; }),
                     gateway([](VpcEndpoint& n) { n.service = "com.amazonaws.ap-northeast-1.s3"; })});
    cases.push_back({Code::endpoint_gateway_interfaces, E, "subnets",
                     gateway([](VpcEndpoint& n) { n.subnets = {{3}}; }), nothing});
    cases.push_back({Code::endpoint_gateway_interfaces, E, "groups",
                     gateway([](VpcEndpoint& n) { n.securityGroups = {{1}}; }), nothing});
    cases.push_back({Code::endpoint_interface_route_tables, E, "tables",
                     interface([](VpcEndpoint& n) { n.routeTables = {{2}}; }), nothing});
    cases.push_back({Code::endpoint_without_subnets, W, "none",
                     interface([](VpcEndpoint& n) { n.subnets.clear(); }),
                     interface([](VpcEndpoint& n) { n.subnets = {{3}}; })});
    cases.push_back({Code::endpoint_without_route_tables, W, "none",
                     gateway([](VpcEndpoint& n) { n.routeTables.clear(); }), gateway([](VpcEndpoint& n) {
                         n.routeTables = {{1}, {2}};
                     })});
    cases.push_back({Code::endpoint_zone_twice, E, "1a twice", interface([](VpcEndpoint& n) {
                         n.subnets = {{1}, {3}};
                     }),
                     interface([](VpcEndpoint& n) {
                         n.subnets = {{1}, {4}};
                     })});
    cases.push_back({Code::endpoint_other_vpc, E, "subnet",
                     interface([](VpcEndpoint& n) { n.subnets = {{5}}; }), nothing});
    cases.push_back({Code::endpoint_other_vpc, E, "group",
                     interface([](VpcEndpoint& n) { n.securityGroups = {{3}}; }),
                     interface([](VpcEndpoint& n) { n.securityGroups = {{1}}; })});
    cases.push_back({Code::endpoint_other_vpc, E, "table",
                     gateway([](VpcEndpoint& n) { n.routeTables = {{3}}; }), nothing});
    cases.push_back({Code::endpoint_duplicate, E, "gateways on one table", another(1, [](VpcEndpoint&) {}),
                     another(1, [](VpcEndpoint& n) { n.service = "dynamodb"; })});
    cases.push_back({Code::endpoint_duplicate, W, "gateways on two tables",
                     another(1, [](VpcEndpoint& n) { n.routeTables = {{1}}; }),
                     another(1, [](VpcEndpoint& n) {
                         n.vpc = {2};
                         n.routeTables = {{3}};
                     })});
    cases.push_back({Code::endpoint_duplicate, E, "private DNS twice",
                     another(2, [](VpcEndpoint& n) { n.service = "com.amazonaws.ap-northeast-1.logs"; }),
                     another(2, [](VpcEndpoint& n) { n.service = "s3"; })});
    const auto dns = [](std::optional<bool> support, std::optional<bool> hostnames) {
        return changing<Vpc>(1, [=](Vpc& vpc) {
            vpc.dnsSupport = support;
            vpc.dnsHostnames = hostnames;
        });
    };
    cases.push_back({Code::endpoint_private_dns, E, "hostnames off by default", dns({}, {}), dns({}, true)});
    cases.push_back({Code::endpoint_private_dns, E, "support off", dns(false, true), dns(true, true)});
}

void addPeeringCases(std::vector<Case>& cases) {
    cases.push_back({Code::peering_same_vpc, E, "itself", inside(1, 1), inside(1, 2)});
    cases.push_back({Code::peering_overlap, E, "foreign", accepter([](ForeignVpc& n) {
                         n.cidrs = {cidr("172.16.0.0/16"), cidr("10.0.128.0/20")};
                     }),
                     accepter([](ForeignVpc& n) {
                         n.cidrs = {cidr("172.16.0.0/16"), cidr("10.3.0.0/16")};
                     })});
    cases.push_back(
        {Code::peering_overlap, E, "of the design",
         [](Design& design) {
             inside(1, 2)(design);
             change<Vpc>(design, 2, [](Vpc& vpc) { vpc.cidrs.push_back({{9}, cidr("10.0.0.0/24")}); });
         },
         [](Design& design) {
             inside(1, 2)(design);
             change<Vpc>(design, 2, [](Vpc& vpc) { vpc.cidrs.push_back({{9}, cidr("10.2.0.0/24")}); });
         }});
    cases.push_back({Code::peering_duplicate, E, "the other way round",
                     [](Design& design) {
                         inside(1, 2)(design);
                         inside(2, 1, 3)(design);
                     },
                     inside(1, 2)});
    cases.push_back(
        {Code::peering_accepter_id, E, "empty", accepter([](ForeignVpc& n) { n.vpcId = ""; }), nothing});
    cases.push_back({Code::peering_accepter_id, E, "capitals",
                     accepter([](ForeignVpc& n) { n.vpcId = "vpc-0123ABCD"; }),
                     accepter([](ForeignVpc& n) { n.vpcId = "vpc-0123abcd"; })});
    cases.push_back({Code::peering_accepter_id, E, "too short",
                     accepter([](ForeignVpc& n) { n.vpcId = "vpc-0123abc"; }), nothing});
    cases.push_back({Code::peering_accepter_account, E, "11 digits",
                     accepter([](ForeignVpc& n) { n.ownerId = "12345678901"; }),
                     accepter([](ForeignVpc& n) { n.ownerId = ""; })});
    cases.push_back({Code::peering_accepter_region, E, "words",
                     accepter([](ForeignVpc& n) { n.region = "Osaka"; }),
                     accepter([](ForeignVpc& n) { n.region = "us-gov-west-1"; })});
    cases.push_back({Code::peering_auto_accept, E, "another account", autoAccepter([](ForeignVpc&) {}),
                     autoAccepter([](ForeignVpc& n) { n.ownerId = ""; })});
    cases.push_back({Code::peering_auto_accept, E, "another Region", autoAccepter([](ForeignVpc& n) {
                         n.ownerId = "";
                         n.region = "us-east-1";
                     }),
                     autoAccepter([](ForeignVpc& n) {
                         n.ownerId = "";
                         n.region = "ap-northeast-1";
                     })});
}

void addFlowLogCases(std::vector<Case>& cases) {
    cases.push_back({Code::flow_log_interval, E, "61", interval(61), interval(600)});
    cases.push_back({Code::flow_log_retention, E, "2 days",
                     logGroup([](CloudWatchDestination& n) { n.retentionInDays = 2; }),
                     logGroup([](CloudWatchDestination& n) { n.retentionInDays = 3653; })});
    cases.push_back(
        {Code::flow_log_bucket, E, "a name", bucket("logs-bucket"), bucket("arn:aws:s3:::logs-bucket")});
    cases.push_back({Code::flow_log_bucket, E, "capitals", bucket("arn:aws:s3:::Logs"),
                     bucket("arn:aws-cn:s3:::logs/x/")});
    cases.push_back({Code::flow_log_bucket, E, "no bucket", bucket("arn:aws:s3:::/folder"), nothing});
    cases.push_back({Code::flow_log_group_name, E, "empty",
                     logGroup([](CloudWatchDestination& n) { n.logGroup = {}; }),
                     logGroup([](CloudWatchDestination& n) { n.logGroup = name("/a_b-c.d#1"); })});
    cases.push_back({Code::flow_log_group_name, E, "space",
                     logGroup([](CloudWatchDestination& n) { n.logGroup = name("flow log"); }), nothing});
    cases.push_back({Code::flow_log_group_duplicate, E, "after expansion", secondGroup("/vpc/sekisho"),
                     secondGroup("/vpc/other")});
}

void addWorkloadCases(std::vector<Case>& cases) {
    cases.push_back({Code::workload_without_interfaces, W, "nowhere",
                     ecs([](Workload& n) { n.interfaces.clear(); }),
                     ecs([](Workload& n) { n.interfaces.pop_back(); })});
    cases.push_back({Code::workload_several_vpcs, E, "both VPCs",
                     ecs([](Workload& n) { n.interfaces[1].subnet = {5}; }),
                     ecs([](Workload& n) { n.interfaces[1].subnet = {3}; })});
    cases.push_back({Code::workload_group_other_vpc, E, "sg-3",
                     ecs([](Workload& n) { n.securityGroups = {{3}}; }), ecs([](Workload& n) {
                         n.securityGroups = {{1}, {2}};
                     })});
    cases.push_back({Code::load_balancer_zones, W, "ALB in one zone",
                     alb([](Workload& n) { n.interfaces.pop_back(); }), alb([](Workload& n) {
                         n.interfaces.pop_back();
                         n.workloadKind = WorkloadKind::Nlb;
                     })});
    cases.push_back({Code::load_balancer_zone_twice, E, "1a twice",
                     alb([](Workload& n) { n.interfaces.push_back(interfaceIn(9, 3)); }),
                     alb([](Workload& n) { n.interfaces.push_back(interfaceIn(9, 1)); })});
    cases.push_back({Code::listener_protocol, E, "ALB and udp",
                     alb([](Workload& n) { n.listeners[0].protocol = Protocol::udp(); }),
                     alb([](Workload& n) {
                         n.listeners[0].protocol = Protocol::udp();
                         n.workloadKind = WorkloadKind::Nlb;
                     })});
    cases.push_back(
        {Code::listener_port, E, "port", alb([](Workload& n) { n.listeners[0].port = 0; }), nothing});
    cases.push_back(
        {Code::listener_port, E, "target", alb([](Workload& n) { n.listeners[0].targetPort = 0; }), nothing});
    cases.push_back({Code::listener_port, E, "health",
                     alb([](Workload& n) { n.listeners[0].healthPort = 0; }),
                     alb([](Workload& n) { n.listeners[0].healthPort = 8080; })});
    cases.push_back({Code::listener_duplicate, E, "443 twice", alb([](Workload& n) {
                         n.listeners.push_back(n.listeners[0]);
                         n.listeners[1].id = {2};
                     }),
                     alb([](Workload& n) {
                         n.listeners.push_back(n.listeners[0]);
                         n.listeners[1].id = {2};
                         n.listeners[1].port = 80;
                     })});
}

} // namespace

void addServiceCases(std::vector<Case>& cases) {
    addEndpointCases(cases);
    addPeeringCases(cases);
    addFlowLogCases(cases);
    addWorkloadCases(cases);
}

} // namespace check_cases
