// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"
#include "ui/editors/cell.h"

#include <vector>

/// Sources, destinations and targets of rules and routes, written, read and offered for choice.
namespace sekisho::editors {

/// How the name of an element stands in lists: with its id behind it where the name alone would be taken for
/// another thing.
QString choiceName(const Network& network, ElementId element);

/// The primary IPv4 block of a VPC, "10.0.0.0/16"; empty if it has none.
QString cidrOf(const Network& network, VpcId vpc);

// --- Security group rules
/// As a cell shows it; as one would type it.
QString peerText(const Design& design, const SecurityGroup& group, const SecurityGroupPeer& peer);
QString peerInput(const Design& design, const SecurityGroupPeer& peer);
QIcon peerIcon(const Design& design, SecurityGroupId group, const SecurityGroupPeer& peer);
std::vector<Choice> peerChoices(const Design& design, const SecurityGroup& group);
Verdict readPeer(const Design& design, const SecurityGroup& group, const QString& text,
                 SecurityGroupPeer& peer);

// --- Network ACL rules
QString peerText(const Design& design, const NetworkAcl& acl, const NetworkAclPeer& peer);
QString peerInput(const NetworkAclPeer& peer);
QIcon peerIcon(const NetworkAclPeer& peer);
std::vector<Choice> peerChoices(const Design& design, const NetworkAcl& acl);
Verdict readPeer(const QString& text, NetworkAclPeer& peer);

// --- Routes
QString destinationText(const Design& design, const RouteDestination& destination);
std::vector<Choice> destinationChoices(const Design& design);
Verdict readDestination(const Design& design, const QString& text, RouteDestination& destination);

QString targetText(const Design& design, const RouteTarget& target);
QString targetInput(const Design& design, const RouteTarget& target);
QIcon targetIcon(const Design& design, const RouteTarget& target);
std::vector<Choice> targetChoices(const Design& design, VpcId vpc);
Verdict readTarget(const Design& design, const QString& text, RouteTarget& target);

/// Reads a CIDR, of one family where only that can be: host bits are a complaint that offers the network
/// address, a lone address an offer of /32.
Verdict readCidr(const QString& text, Cidr& cidr, std::optional<IpFamily> family = {});
/// Reads "10.0.0.0/16, 10.1.0.0/16"; empty for none.
Verdict readCidrs(const QString& text, std::vector<Cidr>& cidrs);
QString cidrsText(const std::vector<Cidr>& cidrs);

} // namespace sekisho::editors
