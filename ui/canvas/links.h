// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <QString>

#include <map>
#include <vector>

/// What is drawn as lines: the rules between groups, the routes between tables and gateways.
namespace sekisho::canvas {

/// All rules of one ordered pair: who sends, who receives.
struct RuleLink {
    Placement from;
    Placement to;
    SecurityGroupId color;        ///< whose colour it has: the receiving group's, or the sending one's
    std::vector<ElementId> rules; ///< in the order of the groups and their rules
    std::vector<Traffic> traffic; ///< what the label tells, one for each rule that counts for it

    friend bool operator==(const RuleLink&, const RuleLink&) = default;
};

/// A place that rules name and that is no group: a CIDR, the VPC itself, many CIDRs together.
struct Source {
    Placement key; ///< {first rule that names it}: such places are no nodes
    VpcId vpc;
    bool inside = false; ///< of the VPC's own addresses
    bool myVpc = false;  ///< "this VPC's CIDR"
    std::vector<Cidr> cidrs;

    friend bool operator==(const Source&, const Source&) = default;
};

/// The routes of one table that lead to one target, drawn from one subnet.
struct RouteLink {
    Placement from; ///< {table, subnet}
    Placement to;   ///< the target
    std::vector<ElementId> routes;
    std::vector<RouteDestination> destinations;
    bool ghost = false; ///< all of them hang on the NAT switch, which is off

    friend bool operator==(const RouteLink&, const RouteLink&) = default;
};

struct Links {
    std::vector<RuleLink> rules;
    std::vector<Source> sources;
    std::vector<RouteLink> routes;
    /// The capsule for the internet of each VPC that has one: a node, or where there is none {external-0}.
    std::map<VpcId, Placement> internet;

    /// Whether both have the same ends, so that nothing has to be placed or routed anew.
    bool sameShape(const Links& other) const;
    /// The same but for the rules.
    bool samePlaces(const Links& other) const;
};

Links linksOf(const Design& design);

/// The sources and lines of rules alone, the routes taken from `old`: what an edit of a group can change.
Links withRulesOf(const Design& design, const Links& old);

/// "80, 443", "22, 80, 443 +4", "1024-65535", "icmp", "all". `most`: how many are named before "+n"; 0: all.
QString trafficText(const std::vector<Traffic>& traffic, int most = 3);

/// What an external node is called: its name, the internet in the reader's language.
QString externalText(const External& external);

/// The name of a place for what the design has no node for: "10.1.0.0/16", "3 CIDRs", "My VPC".
QString sourceText(const Source& source);
QString destinationText(const Design& design, const std::vector<RouteDestination>& destinations);

/// Whether a node is one that the NAT switch has switched off.
bool isSwitchedOff(const Design& design, const Node& node);

/// The capsule that stands for the internet of a VPC in a design that has no node for it.
Placement implicitInternet(VpcId vpc);
inline bool isImplicitInternet(const Placement& placement) {
    return placement.node.kind == Kind::External && placement.node.number == 0;
}

} // namespace sekisho::canvas
