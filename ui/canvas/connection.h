// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <QString>

#include <optional>
#include <vector>

/// What a line drawn from one thing to another means, and the edit it makes. Pure: nothing of windows here.
namespace sekisho::canvas {

/// One end of a security group rule.
struct RuleEnd {
    ElementId element; ///< what the line begins or ends at
    /// The groups to choose from; the first is the likeliest. Empty: none yet, or not a matter of groups.
    std::vector<SecurityGroupId> groups;
    /// A workload or endpoint without a group: it would get one of its name.
    bool wantsGroup = false;
    /// What stands in a rule instead of a group: blocks, a prefix list.
    std::vector<SecurityGroupPeer> peers;
};

struct Connection {
    enum class Makes {
        Nothing, ///< see `refusal`
        Rule,    ///< ask for the ports, then connectRule()
        Direct,  ///< connectDirectly(), nothing to ask
    };
    Makes makes = Makes::Nothing;
    QString refusal;  ///< why nothing comes of it, one sentence
    QString undoText; ///< the name of the step
    RuleEnd from, to; ///< Rule
    /// Rule: what the far end is usually reached at.
    std::vector<Traffic> ports;
};

/// The name of what a line begins or ends at; the internet where no node stands for it.
QString endName(const Network& network, ElementId id);

/// What a line from one node to another would be.
Connection planConnection(const Design& design, ElementId from, ElementId to);

/// What people chose for an end: one of its groups; nothing: the new group, or the peers.
using GroupChoice = std::optional<SecurityGroupId>;

/// Whether the group that the line begins at must let the traffic out first: its own rules do not.
bool needsEgress(const Design& design, const Connection& connection, GroupChoice from, GroupChoice to,
                 const std::vector<Traffic>& ports);

/// The rules of a planned connection, one for each of `ports`, with the groups it needs; rules that exist are
/// not made again. An empty delta: all of it is allowed already. `egress`: lets it out too, see
/// needsEgress().
[[nodiscard]] Result<Delta> connectRule(const Design& design, const Connection& connection, GroupChoice from,
                                        GroupChoice to, const std::vector<Traffic>& ports, bool egress);

/// A route, an association, an attachment.
[[nodiscard]] Result<Delta> connectDirectly(const Design& design, ElementId from, ElementId to);

/// Makes the subnet's default route lead to the target: in its own table if no other subnet shares that,
/// else by the table that leads there already, else by a new table that keeps the other routes.
[[nodiscard]] Result<Delta> routeSubnetTo(const Design& design, SubnetId subnet, const RouteTarget& target);

} // namespace sekisho::canvas
