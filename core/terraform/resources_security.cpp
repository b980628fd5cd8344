// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/resources.h"

#include <algorithm>

/// Security groups and network ACLs.
namespace sekisho::terraform {

namespace {

constexpr std::int64_t highestAclNumber = 32766; // VPC User Guide, "Network ACL rules"

/// from_port and to_port of a group's rule: ports, ICMP type and code, or nothing (the protocol alone
/// decides).
struct PortPair {
    std::int64_t from;
    std::int64_t to;
};

std::optional<PortPair> portsOf(const Traffic& traffic) {
    const Traffic normal = traffic.normalized();
    if (normal.protocol.hasPorts()) {
        const PortRange ports = normal.ports.value_or(PortRange::all());
        return PortPair{ports.from, ports.to};
    }
    if (normal.protocol.isIcmp()) {
        const IcmpType icmp = normal.icmp.value_or(IcmpType{});
        return PortPair{icmp.type, icmp.code};
    }
    return std::nullopt;
}

/// What cannot be said in Terraform (or is refused by AWS) about a rule's protocol and ports.
bool isExpressible(const Traffic& traffic) {
    if (traffic.ports && traffic.ports->from > traffic.ports->to) return false;
    if (!traffic.protocol.isIcmp() || !traffic.icmp) return true;
    const auto inRange = [](int value) { return value >= -1 && value <= 255; };
    return inRange(traffic.icmp->type) && inRange(traffic.icmp->code) &&
           (traffic.icmp->type != -1 || traffic.icmp->code == -1);
}

/// Whether the peer is the rule's own group, which Terraform wants to hear as `self`.
bool isSelf(const SecurityGroup& group, const SecurityGroupPeer& peer) {
    const auto* other = std::get_if<SecurityGroupId>(&peer);
    return std::holds_alternative<SelfGroup>(peer) || (other && *other == group.id);
}

/// AWS takes a rule that names a group of another VPC only while the two are peered; nothing the rule refers
/// to says so. (VPC Peering Guide, "Update your security groups to reference peer security groups")
void dependOnPeering(Scope& scope, const SecurityGroup& group, const SecurityGroupPeer& peer,
                     ResourceBody& body) {
    // The many designs without peerings need not note every group that a rule names; that one comes is
    // noticed (Globals).
    const auto peerings = scope.survey().network().all<Peering>();
    const auto* id = std::get_if<SecurityGroupId>(&peer);
    const SecurityGroup* other = id && !peerings.empty() ? scope.get(*id) : nullptr;
    if (!other || other->vpc == group.vpc) return;
    scope.sawTheWhole();
    for (const Peering& peering : peerings) {
        const auto* accepter = std::get_if<VpcId>(&peering.accepter);
        if (accepter && ((peering.requester == group.vpc && *accepter == other->vpc) ||
                         (peering.requester == other->vpc && *accepter == group.vpc)))
            body.dependsOn.push_back({peering.id, "aws_vpc_peering_connection", {}});
    }
}

Argument inlinePeer(Scope& scope, const SecurityGroup& group, const SecurityGroupPeer& peer) {
    if (isSelf(group, peer)) return {"self", flag(true)};
    return std::visit(
        Overloaded{
            [](const Cidr& cidr) {
                return Argument{cidr.family() == IpFamily::V4 ? "cidr_blocks" : "ipv6_cidr_blocks",
                                Term::list({text(cidr.toString())})};
            },
            [&](const SecurityGroupId& id) {
                return Argument{"security_groups", Term::list({idOf(id, groupType(scope, id))})};
            },
            [&](const PrefixListId& id) {
                return Argument{"prefix_list_ids", Term::list({idOf(id, prefixListType(scope, id))})};
            },
            [&](const ThisVpcCidr&) {
                return Argument{"cidr_blocks", Term::list({vpcCidr(scope, group.vpc)})};
            },
            [](const SelfGroup&) {
                return Argument{"self", flag(true)};
            },
        },
        peer);
}

Argument separatePeer(Scope& scope, const SecurityGroup& group, const SecurityGroupPeer& peer) {
    const std::string_view ownType = groupType(scope, group.id);
    return std::visit(Overloaded{
                          [](const Cidr& cidr) {
                              return Argument{cidr.family() == IpFamily::V4 ? "cidr_ipv4" : "cidr_ipv6",
                                              text(cidr.toString())};
                          },
                          [&](const SecurityGroupId& id) {
                              return Argument{"referenced_security_group_id", idOf(id, groupType(scope, id))};
                          },
                          [&](const PrefixListId& id) {
                              return Argument{"prefix_list_id", idOf(id, prefixListType(scope, id))};
                          },
                          [&](const ThisVpcCidr&) {
                              return Argument{"cidr_ipv4", vpcCidr(scope, group.vpc)};
                          },
                          [&](const SelfGroup&) {
                              return Argument{"referenced_security_group_id", idOf(group.id, ownType)};
                          },
                      },
                      peer);
}

/// A CIDR without its prefix length being checked elsewhere: AWS counts two rules as one if protocol, ports
/// and peer agree, whatever their descriptions say.
struct RuleIdentity {
    Direction direction;
    Traffic traffic;
    SecurityGroupPeer peer;

    friend bool operator==(const RuleIdentity&, const RuleIdentity&) = default;
};

RuleIdentity identityOf(const Network& network, const SecurityGroup& group, const SecurityGroupRule& rule) {
    RuleIdentity identity{rule.direction, rule.traffic.normalized(), rule.peer};
    if (isSelf(group, rule.peer)) identity.peer = SelfGroup{};
    const Vpc* vpc = network.get(group.vpc);
    if (std::holds_alternative<ThisVpcCidr>(rule.peer) && vpc && !vpc->cidrs.empty())
        identity.peer = vpc->cidrs.front().cidr;
    return identity;
}

void refuseBadRules(Scope& scope, const SecurityGroup& group) {
    std::vector<RuleIdentity> seen;
    seen.reserve(group.rules.size());
    for (const SecurityGroupRule& rule : group.rules) {
        if (!isExpressible(rule.traffic))
            scope.refuse(Code::export_rule_traffic, {rule.id, group.id},
                         {{"traffic", rule.traffic.toString()}});
        // A reference to the VPC may change what its CIDR is.
        if (std::holds_alternative<ThisVpcCidr>(rule.peer)) scope.get(group.vpc);
        RuleIdentity identity = identityOf(scope.survey().network(), group, rule);
        const auto same = std::find(seen.begin(), seen.end(), identity);
        if (same != seen.end())
            scope.refuse(Code::export_rule_twice,
                         {rule.id, group.rules[static_cast<std::size_t>(same - seen.begin())].id, group.id});
        seen.push_back(std::move(identity));
    }
}

/// The provider leaves the rules of a direction alone that the configuration does not mention, so that the
/// last one to be taken out of a design would stay in AWS: none are said to be none. (Terraform AWS provider,
/// aws_security_group, "Removing All Ingress and Egress Rules"; aws_network_acl treats them alike.)
template<class Rules>
void sayNone(const Rules& rules, ResourceBody& body) {
    for (const Direction direction : {Direction::Ingress, Direction::Egress})
        if (std::none_of(rules.begin(), rules.end(),
                         [&](const auto& rule) { return rule.direction == direction; }))
            body.add(direction == Direction::Ingress ? "ingress" : "egress", Term::list({}));
}

void addInlineRules(Scope& scope, const SecurityGroup& group, ResourceBody& body) {
    sayNone(group.rules, body);
    // Ingress before egress, each in the order of the design.
    body.blocks.reserve(group.rules.size());
    for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
        for (const SecurityGroupRule& rule : group.rules) {
            if (rule.direction != direction) continue;
            NestedBlock block{direction == Direction::Ingress ? "ingress" : "egress", {}, rule.id};
            block.arguments.reserve(5);
            if (!rule.description.empty()) block.arguments.push_back({"description", text(rule.description)});
            const PortPair ports = portsOf(rule.traffic).value_or(PortPair{0, 0});
            block.arguments.push_back({"from_port", number(ports.from)});
            block.arguments.push_back({"to_port", number(ports.to)});
            block.arguments.push_back({"protocol", text(rule.traffic.protocol.toAws())});
            block.arguments.push_back(inlinePeer(scope, group, rule.peer));
            body.blocks.push_back(std::move(block));
            dependOnPeering(scope, group, rule.peer, body);
        }
    }
}

void makeRules(Scope& scope, const SecurityGroup& group, ResourceBody& body) {
    refuseBadRules(scope, group);
    if (!scope.survey().hasSeparateRules(group.id)) addInlineRules(scope, group, body);
}

/// IANA numbers where the provider knows no name.
std::string aclProtocol(Protocol protocol) {
    return protocol == Protocol::icmpv6() ? std::to_string(protocol.number()) : protocol.toAws();
}

NestedBlock aclRule(Scope& scope, const NetworkAcl& acl, const NetworkAclRule& rule) {
    NestedBlock block{rule.direction == Direction::Ingress ? "ingress" : "egress", {}, rule.id};
    auto& arguments = block.arguments;
    const Traffic traffic = rule.traffic.normalized();
    arguments.push_back({"rule_no", number(rule.number)});
    arguments.push_back({"protocol", text(aclProtocol(traffic.protocol))});
    arguments.push_back({"action", text(rule.action == AclAction::Allow ? "allow" : "deny")});
    if (const auto* cidr = std::get_if<Cidr>(&rule.peer))
        arguments.push_back(
            {cidr->family() == IpFamily::V4 ? "cidr_block" : "ipv6_cidr_block", text(cidr->toString())});
    else
        arguments.push_back({"cidr_block", vpcCidr(scope, acl.vpc)});
    const PortPair ports =
        traffic.protocol.hasPorts() ? portsOf(traffic).value_or(PortPair{0, 0}) : PortPair{0, 0};
    arguments.push_back({"from_port", number(ports.from)});
    arguments.push_back({"to_port", number(ports.to)});
    if (traffic.protocol.isIcmp()) {
        const IcmpType icmp = traffic.icmp.value_or(IcmpType{});
        arguments.push_back({"icmp_type", number(icmp.type)});
        arguments.push_back({"icmp_code", number(icmp.code)});
    }
    return block;
}

void addAclRules(Scope& scope, const NetworkAcl& acl, ResourceBody& body) {
    for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
        std::vector<const NetworkAclRule*> rules;
        for (const NetworkAclRule& rule : acl.rules)
            if (rule.direction == direction) rules.push_back(&rule);
        std::stable_sort(rules.begin(), rules.end(), [](const NetworkAclRule* a, const NetworkAclRule* b) {
            return a->number < b->number;
        });
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const NetworkAclRule& rule = *rules[i];
            const std::string number = std::to_string(rule.number);
            if (rule.number < 1 || rule.number > highestAclNumber)
                scope.refuse(Code::export_acl_number_range, {rule.id, acl.id}, {{"number", number}});
            if (i > 0 && rules[i - 1]->number == rule.number)
                scope.refuse(Code::export_acl_number_twice, {rule.id, rules[i - 1]->id, acl.id},
                             {{"number", number}});
            if (!isExpressible(rule.traffic))
                scope.refuse(Code::export_rule_traffic, {rule.id, acl.id},
                             {{"traffic", rule.traffic.toString()}});
            body.blocks.push_back(aclRule(scope, acl, rule));
        }
    }
}

} // namespace

void makeSecurityGroup(Scope& scope, ElementId element, ResourceBody& body) {
    const SecurityGroup* group = scope.get(*SecurityGroupId::from(element));
    if (group->awsName.empty()) refuseMissing(scope, element, "name");
    body.arguments.reserve(5);
    body.add("name", nameTerm(scope, element, group->awsName));
    // Without one Terraform writes its own; an empty one it refuses.
    if (!group->description.empty()) body.add("description", text(group->description));
    body.add("vpc_id", idOf(group->vpc, "aws_vpc"));
    makeRules(scope, *group, body);
    addTags(scope, element, *group, body);
    body.comment = group->name;
}

void makeDefaultSecurityGroup(Scope& scope, ElementId element, ResourceBody& body) {
    const SecurityGroup* group = scope.get(*SecurityGroupId::from(element));
    body.add("vpc_id", idOf(group->vpc, "aws_vpc"));
    makeRules(scope, *group, body);
    addTags(scope, element, *group, body);
    body.comment = group->name;
    scope.report(warning(Code::export_default_taken_over, {{"address", scope.address()}}, {element}));
}

void makeSecurityGroupRule(Scope& scope, ElementId element, ResourceBody& body) {
    const auto owner = scope.survey().ownerOf(element);
    const auto id = owner ? SecurityGroupId::from(*owner) : std::nullopt;
    const SecurityGroup* group = scope.get(*id);
    const auto rule = std::find_if(group->rules.begin(), group->rules.end(),
                                   [&](const SecurityGroupRule& r) { return r.id == element; });
    body.add("security_group_id", idOf(group->id, groupType(scope, group->id)));
    if (!rule->description.empty()) body.add("description", text(rule->description));
    Argument peer = separatePeer(scope, *group, rule->peer);
    body.add(peer.name, std::move(peer.value));
    body.add("ip_protocol", text(rule->traffic.protocol.toAws()));
    if (const auto ports = portsOf(rule->traffic)) {
        body.add("from_port", number(ports->from));
        body.add("to_port", number(ports->to));
    }
    dependOnPeering(scope, *group, rule->peer, body);
}

void makeNetworkAcl(Scope& scope, ElementId element, ResourceBody& body) {
    const NetworkAcl* acl = scope.get(*NetworkAclId::from(element));
    body.add("vpc_id", idOf(acl->vpc, "aws_vpc"));
    sayNone(acl->rules, body);
    addAclRules(scope, *acl, body);
    addTags(scope, element, *acl, body);
}

void makeDefaultNetworkAcl(Scope& scope, ElementId element, ResourceBody& body) {
    const NetworkAcl* acl = scope.get(*NetworkAclId::from(element));
    body.add("default_network_acl_id", ElementAttribute{acl->vpc, "aws_vpc", "default_network_acl_id"});
    // Left out, the provider would want to part the ACL from every subnet that AWS puts on it by itself.
    scope.sawTheWhole();
    const auto subnets = scope.survey().subnetsOnDefaultAcl(acl->vpc);
    if (!subnets.empty()) body.add("subnet_ids", idList(subnets, "aws_subnet"));
    addAclRules(scope, *acl, body);
    addTags(scope, element, *acl, body);
    scope.report(warning(Code::export_default_taken_over, {{"address", scope.address()}}, {element}));
}

void makeNetworkAclAssociation(Scope& scope, ElementId element, ResourceBody& body) {
    const auto owner = scope.survey().ownerOf(element);
    const auto id = owner ? NetworkAclId::from(*owner) : std::nullopt;
    const NetworkAcl* acl = scope.get(*id);
    const auto association = std::find_if(acl->associations.begin(), acl->associations.end(),
                                          [&](const NetworkAclAssociation& a) { return a.id == element; });
    body.add("network_acl_id", idOf(acl->id, aclType(*acl)));
    body.add("subnet_id", idOf(association->subnet, "aws_subnet"));
}

} // namespace sekisho::terraform
