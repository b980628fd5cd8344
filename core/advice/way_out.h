// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/design.h"

#include <string_view>
#include <vector>

/// How workloads reach what they need outside of the VPC, and what becomes of that when NAT is switched off.
/// Read from the routes, the public addresses and the endpoints: a subnet's tier is an intent and decides
/// nothing. Security groups and network ACLs are not looked at here.
///
/// Sources: Amazon ECR, ECS, CloudWatch and Systems Manager pages "interface VPC endpoints"; AWS PrivateLink
/// Guide.
namespace sekisho::advice {

/// An AWS service as endpoints name it: "ecr.api".
struct Service {
    EndpointType type = EndpointType::Interface;
    std::string_view name;

    friend bool operator==(const Service&, const Service&) = default;
};

/// Whether what is needed lies outside of the VPC at all. Traffic inside, requests from outside and public
/// names (the VPC's resolver answers them) need no way out.
bool leavesVpc(Need need);

/// The endpoints that together serve the need; empty: none do, only a way to the internet does.
const std::vector<Service>& servicesOf(Need need);

enum class Way : std::uint8_t {
    None,
    Endpoints,       ///< all of servicesOf(), reachable from the subnet
    InternetGateway, ///< with a public address of its own
    NatGateway,
    Other, ///< a target that Sekisho does not draw (a transit gateway, an instance): taken to lead there
};

/// How one need is met, and by what: endpoints, gateways, the Elastic IP.
struct Passage {
    Way way = Way::None;
    std::vector<ElementId> through;

    explicit operator bool() const { return way != Way::None; }
    friend bool operator==(const Passage&, const Passage&) = default;
};

/// One need of a workload, seen from one of its interfaces.
struct NeedFrom {
    Need need{};
    InterfaceId interface;
    SubnetId subnet;
    Passage natOn;  ///< with the NAT switch on
    Passage natOff; ///< and off
    /// The endpoints that would still have to be there for endpoints alone to do; empty where they do already
    /// and where none can.
    std::vector<Service> missing;

    /// Switching NAT off takes it away.
    bool lostWithoutNat() const { return natOn && !natOff; }
};

/// A workload with stated needs that leave the VPC.
struct WayOut {
    WorkloadId workload;
    bool natEnabled = true;      ///< the present position of the switch
    std::vector<NeedFrom> needs; ///< by interface, then in the order of the stated needs

    /// Needs, each once, that some interface has no way for at the present position of the switch.
    std::vector<Need> unmet() const;
    /// Needs, each once, that some interface loses when NAT is switched off.
    std::vector<Need> lostWithoutNat() const;
};

/// Every such workload, in the order of ids.
std::vector<WayOut> waysOut(const Design& design);

/// A warning for each workload that lacks a way out for some need: way_out_switched_off where NAT would do if
/// it were on, else way_out_missing. The subjects are the workload, then the subnets it has none from; the
/// arg "needs" is the words of the needs (needWords), with a space between.
Diagnostics wayOutFindings(const Design& design);

} // namespace sekisho::advice
