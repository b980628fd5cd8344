// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

/// What an id names: a node of the network, or a part of a node (a rule, a route, an association...).
/// The order is the order of ids, of the file and of what is exported; append only.
enum class Kind : std::uint8_t {
    Vpc,
    AvailabilityZone,
    Subnet,
    InternetGateway,
    EgressOnlyInternetGateway,
    RouteTable,
    NatGateway,
    ElasticIp,
    SecurityGroup,
    NetworkAcl,
    PrefixList,
    VpcEndpoint,
    Peering,
    FlowLog,
    Workload,
    External,
    // Parts
    VpcCidr,
    Route,
    RouteTableAssociation,
    SecurityGroupRule,
    NetworkAclRule,
    NetworkAclAssociation,
    Interface,
    Listener,
};

inline constexpr std::size_t kindCount = static_cast<std::size_t>(Kind::Listener) + 1;

/// Whether ids of this kind name nodes (otherwise: parts of nodes).
constexpr bool isNodeKind(Kind kind) {
    return kind < Kind::VpcCidr;
}

/// The word for the kind in ids, in the file and on the command line: "subnet", "sg-rule".
std::string_view kindWord(Kind kind);

/// The kind a word names, if any.
std::optional<Kind> kindFromWord(std::string_view word);

/// Names one element of a design for ever; written "subnet-3". Ordered by kind, then by number, which is the
/// order of birth. Number 0 is reserved for what AWS makes by itself (see model/implicit.h).
struct ElementId {
    Kind kind{};
    std::uint32_t number = 0;

    friend constexpr auto operator<=>(const ElementId&, const ElementId&) = default;
};

std::string toString(ElementId id);

/// The id that a text like "subnet-3" spells; nothing for anything else (leading zeros included).
std::optional<ElementId> elementIdFromString(std::string_view text);

/// An id whose kind is known to the compiler.
template<Kind K>
struct Id {
    static constexpr Kind kind = K;
    std::uint32_t number = 0;

    constexpr operator ElementId() const { return {K, number}; } // NOLINT(google-explicit-constructor)
    friend constexpr auto operator<=>(const Id&, const Id&) = default;

    /// The typed id, if `id` is of this kind.
    static constexpr std::optional<Id> from(ElementId id) {
        if (id.kind != K) return std::nullopt;
        return Id{id.number};
    }
};

using VpcId = Id<Kind::Vpc>;
using AvailabilityZoneId = Id<Kind::AvailabilityZone>;
using SubnetId = Id<Kind::Subnet>;
using InternetGatewayId = Id<Kind::InternetGateway>;
using EgressOnlyInternetGatewayId = Id<Kind::EgressOnlyInternetGateway>;
using RouteTableId = Id<Kind::RouteTable>;
using NatGatewayId = Id<Kind::NatGateway>;
using ElasticIpId = Id<Kind::ElasticIp>;
using SecurityGroupId = Id<Kind::SecurityGroup>;
using NetworkAclId = Id<Kind::NetworkAcl>;
using PrefixListId = Id<Kind::PrefixList>;
using VpcEndpointId = Id<Kind::VpcEndpoint>;
using PeeringId = Id<Kind::Peering>;
using FlowLogId = Id<Kind::FlowLog>;
using WorkloadId = Id<Kind::Workload>;
using ExternalId = Id<Kind::External>;
using VpcCidrId = Id<Kind::VpcCidr>;
using RouteId = Id<Kind::Route>;
using RouteTableAssociationId = Id<Kind::RouteTableAssociation>;
using SecurityGroupRuleId = Id<Kind::SecurityGroupRule>;
using NetworkAclRuleId = Id<Kind::NetworkAclRule>;
using NetworkAclAssociationId = Id<Kind::NetworkAclAssociation>;
using InterfaceId = Id<Kind::Interface>;
using ListenerId = Id<Kind::Listener>;

} // namespace sekisho

template<>
struct std::hash<sekisho::ElementId> {
    std::size_t operator()(sekisho::ElementId id) const noexcept {
        return std::hash<std::uint64_t>()((std::uint64_t(id.kind) << 32) | id.number);
    }
};
