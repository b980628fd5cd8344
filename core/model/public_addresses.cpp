// SPDX-License-Identifier: Apache-2.0
#include "core/model/public_addresses.h"

#include "core/model/network.h"

namespace sekisho {

namespace {

bool takesSubnetDefault(WorkloadKind kind) {
    return kind == WorkloadKind::Ec2Instance || kind == WorkloadKind::Other;
}

} // namespace

bool isLoadBalancer(const Workload& workload) {
    return workload.workloadKind == WorkloadKind::Alb || workload.workloadKind == WorkloadKind::Nlb;
}

bool hasPublicAddress(const Network& network, const Workload& workload, const Interface& at) {
    if (isLoadBalancer(workload)) return workload.internetFacing && at.publicIp != PublicIp::No;
    if (at.publicIp != PublicIp::SubnetDefault) return at.publicIp == PublicIp::Yes;
    const Subnet* subnet = network.get(at.subnet);
    return subnet && subnet->mapPublicIpOnLaunch && takesSubnetDefault(workload.workloadKind);
}

} // namespace sekisho
