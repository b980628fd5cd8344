// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/replacements.h"

namespace sekisho::terraform {

// Source: the schema of the AWS provider 6.25.0 (tests/terraform/stand_in/schema.json, flag f; c is
// `computed`, d is `whenAbsent`), which a test compares with this. aws_security_group.description and
// aws_subnet.cidr_block are from the provider's documentation. `region`, which every regional resource has,
// is not written: it is the provider's, and is looked at once for all.
const std::vector<ForcesReplacement>& argumentsThatForceReplacement() {
    static const std::vector<ForcesReplacement> table = {
        {"aws_vpc", "cidr_block", {}, true},
        {"aws_vpc_ipv4_cidr_block_association", "vpc_id"},
        {"aws_vpc_ipv4_cidr_block_association", "cidr_block", {}, true},
        {"aws_egress_only_internet_gateway", "vpc_id"},
        {"aws_subnet", "vpc_id"},
        {"aws_subnet", "cidr_block"},
        {"aws_subnet", "availability_zone", {}, true},
        {"aws_subnet", "ipv6_native", "false"},
        {"aws_route_table", "vpc_id"},
        {"aws_route", "route_table_id"},
        {"aws_route", "destination_cidr_block"},
        {"aws_route", "destination_ipv6_cidr_block"},
        {"aws_route", "destination_prefix_list_id"},
        {"aws_route_table_association", "subnet_id"},
        {"aws_vpc_peering_connection", "vpc_id"},
        {"aws_vpc_peering_connection", "peer_vpc_id"},
        {"aws_vpc_peering_connection", "peer_owner_id", {}, true},
        {"aws_vpc_peering_connection", "peer_region", {}, true},
        {"aws_ec2_managed_prefix_list", "address_family"},
        {"aws_default_security_group", "vpc_id", {}, true},
        {"aws_security_group", "name", {}, true},
        {"aws_security_group", "description", "Managed by Terraform"},
        {"aws_security_group", "vpc_id", {}, true},
        {"aws_vpc_security_group_ingress_rule", "security_group_id"},
        {"aws_vpc_security_group_egress_rule", "security_group_id"},
        {"aws_eip", "domain", {}, true},
        {"aws_nat_gateway", "availability_mode", {}, true},
        {"aws_nat_gateway", "connectivity_type", "public"},
        {"aws_nat_gateway", "allocation_id"},
        {"aws_nat_gateway", "subnet_id"},
        {"aws_nat_gateway", "vpc_id", {}, true},
        {"aws_nat_gateway", "private_ip", {}, true},
        {"aws_default_network_acl", "default_network_acl_id"},
        {"aws_network_acl", "vpc_id"},
        {"aws_network_acl_association", "network_acl_id"},
        {"aws_network_acl_association", "subnet_id"},
        {"aws_vpc_endpoint", "vpc_id"},
        {"aws_vpc_endpoint", "service_name"},
        {"aws_vpc_endpoint", "vpc_endpoint_type", "Gateway"},
        {"aws_cloudwatch_log_group", "name", {}, true},
        {"aws_iam_role_policy", "role"},
        {"aws_flow_log", "vpc_id"},
        {"aws_flow_log", "subnet_id"},
        {"aws_flow_log", "traffic_type"},
        {"aws_flow_log", "log_destination_type", "cloud-watch-logs"},
        {"aws_flow_log", "log_destination", {}, true},
        {"aws_flow_log", "iam_role_arn"},
        {"aws_flow_log", "max_aggregation_interval", "600"},
    };
    return table;
}

} // namespace sekisho::terraform
