// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <string>
#include <variant>

/// What the rows of the tables hold. For the models alone: it brings the whole model with it.
namespace sekisho::editors {

struct Tag {
    std::string key, value;

    friend bool operator==(const Tag&, const Tag&) = default;
};

/// A route that AWS makes: to the VPC itself, which each table has, or to a gateway endpoint of the table.
struct LocalRoute {
    std::string destination;
    std::optional<VpcEndpointId> endpoint;

    friend bool operator==(const LocalRoute&, const LocalRoute&) = default;
};

/// The rule at the end of each direction of a network ACL, which denies what no rule before it decided. AWS
/// has one for IPv4 and, in a VPC with IPv6, another for that.
struct LastDeny {
    IpFamily family = IpFamily::V4;

    friend bool operator==(const LastDeny&, const LastDeny&) = default;
};

/// A network interface of a workload; `newAddress`: it is to get an Elastic IP of its own, not made yet.
struct InterfaceRow {
    Interface interface;
    bool newAddress = false;

    friend bool operator==(const InterfaceRow&, const InterfaceRow&) = default;
};

/// An address of a regional NAT gateway in a zone; no Elastic IP: none yet, or with `newAddress` one that is
/// made for it.
struct NatAddress {
    AvailabilityZoneId az;
    std::optional<ElasticIpId> elasticIp;
    bool newAddress = false;

    friend bool operator==(const NatAddress&, const NatAddress&) = default;
};

/// One row: a copy of what the design holds, so that the table can say what has changed.
struct Row {
    /// Tells rows apart: the id of the part. What has no id of its own has a number of the model's.
    ElementId key;
    std::variant<SecurityGroupRule, NetworkAclRule, LastDeny, Route, LocalRoute, Listener, PrefixListEntry,
                 VpcCidr, Tag, InterfaceRow, NatAddress>
        value;

    /// What AWS made, which nobody can change.
    bool isFixed() const {
        return std::holds_alternative<LastDeny>(value) || std::holds_alternative<LocalRoute>(value);
    }
};

} // namespace sekisho::editors
