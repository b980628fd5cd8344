// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/network.h"

#include <functional>
#include <set>

namespace sekisho {

/// Calls `found(part, target)` for each reference of a node; `part` is the rule, route, ... that holds it, or
/// the node itself.
void forEachReference(const Node& node, const std::function<void(ElementId part, ElementId target)>& found);

/// Calls `found(part)` for the id of every part of a node, in order.
void forEachPart(const Node& node, const std::function<void(ElementId part)>& found);

/// The NAT gateway or workload that has an Elastic IP; nothing for one that is free.
std::optional<ElementId> holderOf(const Network& network, ElasticIpId eip);

/// The node without its references to what is gone: rules, routes, associations, memberships fall away.
/// Nothing if the node cannot be without them (a NAT gateway without its subnet, a workload without any
/// interface).
std::optional<Node> detached(const Node& node, const std::set<ElementId>& gone);

/// The node with every id replaced through `map` (ids that it does not know stay). For copies.
Node remapped(const Node& node, const std::function<ElementId(ElementId)>& map);

} // namespace sekisho
