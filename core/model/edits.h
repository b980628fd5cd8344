// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <string>
#include <string_view>
#include <vector>

/// The named edits: pure functions that say what a change would be and change nothing. Each gives a Delta for
/// Design::apply, or why it cannot be done (edit_no_such_element for an id that names nothing, and what each
/// says of itself). What AWS would refuse is not refused here: check() says so, and people may be on their
/// way.
namespace sekisho::edits {

// --- Adding
// -------------------------------------------------------------------------------------------------

[[nodiscard]] Result<Delta> addVpc(const Design& design, std::string name, Cidr cidr);

/// A VPC with zones, a public and a private subnet in each, an internet gateway and route tables, without
/// NAT: the base that the hands-on article starts from. Zones by name, "ap-northeast-1a".
[[nodiscard]] Result<Delta> addVpcWithSubnets(const Design& design, std::string name, Cidr cidr,
                                              const std::vector<std::string>& zones);

/// A zone, as the last column whatever its letter.
[[nodiscard]] Result<Delta> addAvailabilityZone(const Design& design, VpcId vpc, std::string zone);

/// A subnet. Without a CIDR it takes the next free block of the VPC, of the size its other subnets have (/24
/// for the first). A public one joins a route table that leads to an internet gateway, where the VPC has one.
/// Error: edit_no_free_cidr.
[[nodiscard]] Result<Delta> addSubnet(const Design& design, AvailabilityZoneId az, Tier tier,
                                      std::string name = {}, std::optional<Cidr> cidr = {});

/// An internet gateway attached to the VPC; with the public subnets' route table and its default route.
[[nodiscard]] Result<Delta> addInternetGateway(const Design& design, VpcId vpc);

[[nodiscard]] Result<Delta> addEgressOnlyInternetGateway(const Design& design, VpcId vpc);

/// A NAT gateway in a subnet with an Elastic IP of its own, on the NAT switch; the private subnets of its
/// zone that have no default route get one to it (those without a route table of their own get that too).
[[nodiscard]] Result<Delta> addNatGateway(const Design& design, SubnetId subnet);

/// A NAT gateway in each zone that has a public subnet and lacks one.
[[nodiscard]] Result<Delta> addNatGatewayPerZone(const Design& design, VpcId vpc);

/// A regional NAT gateway for the VPC (automatic mode), on the NAT switch.
[[nodiscard]] Result<Delta> addRegionalNatGateway(const Design& design, VpcId vpc);

[[nodiscard]] Result<Delta> addElasticIp(const Design& design, std::string name);

/// A new Elastic IP for a NAT gateway, on the NAT switch as that is: a further one of a zonal gateway, or one
/// for a zone of a regional gateway, whose addresses are then chosen by hand. Without a zone it is for the
/// first zone of the VPC that has none yet. Errors: edit_no_such_element, also where the VPC has no zone.
[[nodiscard]] Result<Delta> addNatAddress(const Design& design, NatGatewayId nat,
                                          std::optional<AvailabilityZoneId> zone = {});

[[nodiscard]] Result<Delta> addRouteTable(const Design& design, VpcId vpc, std::string name,
                                          const std::vector<SubnetId>& subnets = {});

/// A group that lets everything out and nothing in, like a new one in the AWS console.
[[nodiscard]] Result<Delta> addSecurityGroup(const Design& design, VpcId vpc, std::string name,
                                             std::string description = {});

/// An ACL with no rules: it denies all.
[[nodiscard]] Result<Delta> addNetworkAcl(const Design& design, VpcId vpc, std::string name);

[[nodiscard]] Result<Delta> addPrefixList(const Design& design, std::string name,
                                          std::vector<PrefixListEntry> entries, IpFamily family);

/// A gateway endpoint on all the VPC's route tables, or an interface endpoint in the private subnets, one a
/// zone.
[[nodiscard]] Result<Delta> addVpcEndpoint(const Design& design, VpcId vpc, EndpointType type,
                                           std::string service);

[[nodiscard]] Result<Delta> addPeering(const Design& design, VpcId requester,
                                       std::variant<VpcId, ForeignVpc> accepter, std::string name);

/// All traffic of the VPC or subnet, to a log group of its own.
[[nodiscard]] Result<Delta> addFlowLog(const Design& design, std::variant<VpcId, SubnetId> resource,
                                       std::string name);

/// A workload with an interface in each of the subnets.
[[nodiscard]] Result<Delta> addWorkload(const Design& design, WorkloadKind kind, std::string name,
                                        const std::vector<SubnetId>& subnets,
                                        const std::vector<SecurityGroupId>& groups = {});

[[nodiscard]] Result<Delta> addExternal(const Design& design, std::string name, std::vector<Cidr> cidrs);

/// Any node, as given but for its id and its parts' ids, which are made. For scripts and paste.
[[nodiscard]] Result<Delta> addNode(const Design& design, Node node);

// --- Changing
// -----------------------------------------------------------------------------------------------

/// Puts the node in the place of the one with its id. Parts with number 0 get new ids.
[[nodiscard]] Result<Delta> replaceNode(const Design& design, Node node);

/// The display name alone: no AWS name, tag or address follows.
[[nodiscard]] Result<Delta> rename(const Design& design, ElementId node, std::string name);

/// Removes nodes and parts, with what cannot be without them. What that is, is in the delta.
[[nodiscard]] Result<Delta> removeElements(const Design& design, const std::vector<ElementId>& elements);

/// Copies of the nodes with what they hold, into the same containers; references among the copied go to the
/// copies. Names get " copy". Boxes are shifted by (dx, dy).
[[nodiscard]] Result<Delta> duplicateNodes(const Design& design, const std::vector<ElementId>& nodes,
                                           std::int32_t dx, std::int32_t dy);

/// Moves a subnet to another zone of the same or another VPC. Its addresses stay.
[[nodiscard]] Result<Delta> moveSubnet(const Design& design, SubnetId subnet, AvailabilityZoneId az);

/// Moves a zonal NAT gateway to another subnet.
[[nodiscard]] Result<Delta> moveNatGateway(const Design& design, NatGatewayId nat, SubnetId subnet);

/// Moves one drawing of a workload or interface endpoint from one subnet to another.
[[nodiscard]] Result<Delta> moveToSubnet(const Design& design, ElementId node, SubnetId from, SubnetId to);

/// Where nodes are drawn; touches the picture alone. No box: placed automatically again.
[[nodiscard]] Result<Delta> placeBoxes(const Design& design,
                                       const std::vector<std::pair<Placement, std::optional<Box>>>& boxes);

// --- Security groups
// -------------------------------------------------------------------------------------------

/// `rule.id` is made here. The same rule twice in a group is not refused (check() says so).
[[nodiscard]] Result<Delta> addSecurityGroupRule(const Design& design, SecurityGroupId group,
                                                 SecurityGroupRule rule);
/// Replaces the rule with `rule.id`, wherever it is.
[[nodiscard]] Result<Delta> setSecurityGroupRule(const Design& design, SecurityGroupRule rule);
/// Copies a rule below itself.
[[nodiscard]] Result<Delta> duplicateSecurityGroupRule(const Design& design, SecurityGroupRuleId rule);
/// Puts a workload or interface endpoint into a group, or takes it out.
[[nodiscard]] Result<Delta> setMembership(const Design& design, SecurityGroupId group, ElementId member,
                                          bool in);

// --- Network ACLs
// ----------------------------------------------------------------------------------------------

/// `rule.id` is made here; number 0 takes the highest of its direction + 10 (rounded up to tens).
/// Error: edit_no_free_number.
[[nodiscard]] Result<Delta> addNetworkAclRule(const Design& design, NetworkAclId acl, NetworkAclRule rule);
[[nodiscard]] Result<Delta> setNetworkAclRule(const Design& design, NetworkAclRule rule);
/// Puts the rules of a direction in this order and numbers them 100, 110, 120, ... Error: edit_bad_order.
[[nodiscard]] Result<Delta> reorderNetworkAclRules(const Design& design, NetworkAclId acl,
                                                   Direction direction,
                                                   const std::vector<NetworkAclRuleId>& order);
/// Associates the subnet, actively; an active association with another ACL ends, as in AWS.
[[nodiscard]] Result<Delta> associateNetworkAcl(const Design& design, NetworkAclId acl, SubnetId subnet);
/// In force or only drawn. Making one active ends the subnet's other active one.
[[nodiscard]] Result<Delta> setAssociationActive(const Design& design, NetworkAclAssociationId association,
                                                 bool active);

// --- Routes
// -----------------------------------------------------------------------------------------------------

/// `route.id` is made here.
[[nodiscard]] Result<Delta> addRoute(const Design& design, RouteTableId table, Route route);
[[nodiscard]] Result<Delta> setRoute(const Design& design, Route route);
/// Associates the subnet; an association with another table ends.
[[nodiscard]] Result<Delta> associateRouteTable(const Design& design, RouteTableId table, SubnetId subnet);

// --- The whole design
// ------------------------------------------------------------------------------------------

/// The NAT switch.
[[nodiscard]] Result<Delta> setNatEnabled(const Design& design, bool enabled);
[[nodiscard]] Result<Delta> setSettings(const Design& design, Settings settings);
[[nodiscard]] Result<Delta> setNotes(const Design& design, Notes notes);

/// Gives a set of resources another label, with `moved` addresses. Errors: edit_label_illegal,
/// edit_label_taken (also by what has moved away from there).
[[nodiscard]] Result<Delta> relabel(const Design& design, const ResourceKey& key, std::string label);
/// Addresses a set by keys instead of by index, with `moved` addresses.
[[nodiscard]] Result<Delta> useForEach(const Design& design, const ResourceKey& key);
/// How the resources of a set are told from each other, with `moved` addresses, so that none is replaced.
/// With `count` those that may be switched off come last. Error: edit_address for `single` with several
/// members.
[[nodiscard]] Result<Delta> setAddressForm(const Design& design, const ResourceKey& key, AddressForm form);
/// Notes that what had one address has another now ("the subnet that was drawn again is the same subnet").
/// Error: edit_address where an address is moved from, or to, twice.
[[nodiscard]] Result<Delta> addMoved(const Design& design, const std::vector<MovedAddress>& moved);

} // namespace sekisho::edits
