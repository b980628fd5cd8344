// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <string_view>
#include <vector>

/// How new elements come to their Terraform addresses, and how addresses end. Used by EditBuilder alone.
namespace sekisho {

/// "public", "private", "isolated".
std::string_view tierWord(Tier tier);

/// "private" of "private-1a", "private-a" or "private-ap-northeast-1a" in that zone; a name that does not end
/// in its zone as it is.
std::string_view nameWithoutZone(std::string_view name, const AvailabilityZone& az);

/// The Terraform types that a node itself (not its parts) is exported as: aws_flow_log and its log group and
/// role for a flow log; nothing for what is only drawn.
std::vector<std::string_view> requiredTypes(const Node& node);

/// The Terraform types of a part of that node.
std::vector<std::string_view> requiredTypes(const Node& owner, ElementId part);

/// One element under one Terraform type.
struct TypedElement {
    ElementId element;
    std::string_view type;

    friend auto operator<=>(const TypedElement&, const TypedElement&) = default;
};

/// All the elements of a node, itself included, that need an address.
std::vector<TypedElement> addressableElements(const Node& node);

/// Chooses an address for an element that has none under this type. Per-zone things in the first zone start a
/// set with count, those in the next zone join it; where that does not fit they get a label of their own.
/// Nobody else's address changes.
void placeNewborn(Design& design, const TypedElement& newborn);

/// Takes elements out of their sets. A set with count that would lose a member before its end is converted to
/// for_each first, with the `moved` addresses that keep the others alive.
void removeFromSets(Design& design, const std::vector<TypedElement>& dead);

/// Turns a set into for_each, with `moved` addresses for its members. Keys are zone names where the members
/// stand in different zones, else labels made from the names. No effect on a set that is for_each already.
void convertToForEach(Design& design, const ResourceKey& key);

/// The same for any form. Single is for sets of one member; with Count the members that may be switched off
/// are put last.
void convertTo(Design& design, const ResourceKey& key, AddressForm form);

/// Adds moves to those there are, so that no address is moved away from while it is declared, and only one
/// move leads to each: Terraform refuses anything else.
void noteMoves(Addresses& addresses, const std::vector<MovedAddress>& moves);

/// The address under which Terraform's state has a member: a single resource on the NAT switch is written
/// with `count`, and so stands at [0].
std::string stateAddress(const Network& network, const AddressRef& ref);

/// Whether the members of a set with count can be exported: those that always exist (or, for ACL
/// associations, are active) come before those that do not.
bool countOrderHolds(const Design& design, const ResourceSet& set);

} // namespace sekisho
