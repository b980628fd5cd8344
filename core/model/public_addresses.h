// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace sekisho {

struct Interface;
struct Network;
struct Workload;

/// ALB or NLB.
bool isLoadBalancer(const Workload& workload);

/// Whether AWS gives a network interface a public IPv4 address, beside any Elastic IP. A load balancer's
/// scheme decides, whatever its interfaces would like. Of the others, EC2 instances (and what nothing is
/// known of) take the subnet's default; the rest is private unless asked: Fargate tasks assign none by
/// default, databases and Lambda never do.
bool hasPublicAddress(const Network& network, const Workload& workload, const Interface& at);

} // namespace sekisho
