// SPDX-License-Identifier: Apache-2.0
#include "app/cli/edit_op.h"
#include "core/format/json_codec.h"
#include "core/model/edits.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sekisho::cli {

namespace {

const Param nameParam{"name", "NAME", Text::param_name, true};
const Param vpcParam{"vpc", "VPC", Text::param_vpc};
const Param groupParam{"group", "GROUP", Text::param_group, true, true};
const Param aclParam{"acl", "ACL", Text::param_acl, true, true};
const Param directionParam{"direction", "DIRECTION", Text::param_direction,       true,
                           true,        false,       format::enumWords<Direction>};
const Param trafficParam{"traffic", "TRAFFIC", Text::param_traffic, true, true};

Result<Delta> addRule(Given& given) {
    SecurityGroupRule rule;
    rule.direction = given.word<Direction>("direction", Direction::Ingress);
    rule.traffic = given.traffic("traffic");
    rule.peer = given.variant<SecurityGroupPeer>("peer");
    rule.description = given.text("description");
    return edits::addSecurityGroupRule(given.design(), given.id<Kind::SecurityGroup>("group"),
                                       std::move(rule));
}

Result<Delta> addAclRule(Given& given) {
    NetworkAclRule rule;
    rule.direction = given.word<Direction>("direction", Direction::Ingress);
    rule.action = given.word<AclAction>("action", AclAction::Allow);
    rule.traffic = given.traffic("traffic");
    rule.peer = given.variant<NetworkAclPeer>("peer");
    rule.number = given.integer("number", 0);
    return edits::addNetworkAclRule(given.design(), given.id<Kind::NetworkAcl>("acl"), std::move(rule));
}

Result<Delta> addRoute(Given& given) {
    Route route;
    route.destination = given.variant<RouteDestination>("destination");
    route.target = given.variant<RouteTarget>("target");
    route.onNatToggle = given.isOn("on_nat_toggle");
    return edits::addRoute(given.design(), given.id<Kind::RouteTable>("table"), std::move(route));
}

/// The part of that id among the parts of all nodes of a type.
template<class N, class T, class IdType>
const T* partOf(const Network& network, std::vector<T> N::*parts, IdType id) {
    for (const N& node : network.all<N>())
        for (const T& part : node.*parts)
            if (part.id == id) return &part;
    return nullptr;
}

/// The part with the given fields put in, handed to the edit.
template<class N, class T>
Result<Delta> setPart(Given& given, std::string_view name, std::vector<T> N::*parts,
                      Result<Delta> (*edit)(const Design&, T)) {
    const auto id = given.id<kindOf<T>>(name);
    const T* part = partOf(given.design().network, parts, id);
    if (!part) return Delta{};
    nlohmann::json object = format::toJson(*part);
    given.putFields(object, kindOf<T>);
    if (given.problem()) return Delta{};
    auto changed = format::fromJson<T>(object, toString(ElementId(id)));
    if (!changed) return fail(std::move(changed.error()));
    return edit(given.design(), std::move(*changed));
}

/// The associations that are meant: one by its id, or those of an ACL, with one subnet if that is given.
std::vector<NetworkAclAssociationId> associationsOf(Given& given) {
    const ElementId element = given.element("acl", {Kind::NetworkAcl, Kind::NetworkAclAssociation});
    if (const auto association = NetworkAclAssociationId::from(element)) return {*association};
    std::vector<NetworkAclAssociationId> found;
    const bool one = given.has("subnet");
    const SubnetId subnet = one ? given.id<Kind::Subnet>("subnet") : SubnetId();
    if (const auto acl = NetworkAclId::from(element))
        if (const NetworkAcl* node = given.design().network.get(*acl))
            for (const NetworkAclAssociation& association : node->associations)
                if (!one || association.subnet == subnet) found.push_back(association.id);
    if (found.empty()) given.fail(Message{Text::acl_without_association, {{"name", given.text("acl")}}});
    return found;
}

Result<Delta> activate(Given& given, bool active) {
    Design work = given.design();
    Delta whole;
    for (const NetworkAclAssociationId association : associationsOf(given)) {
        const auto delta = edits::setAssociationActive(work, association, active);
        if (!delta) return delta;
        if (const auto applied = work.apply(*delta); !applied) return fail(applied.error());
        whole.append(*delta);
    }
    return whole;
}

Result<Delta> setMembership(Given& given, bool in) {
    return edits::setMembership(given.design(), given.id<Kind::SecurityGroup>("group"),
                                given.element("member", {Kind::Workload, Kind::VpcEndpoint}), in);
}

std::vector<EditOp> groupOps() {
    const Param member{"member", "MEMBER", Text::param_member, true, true};
    return {
        {"add-group",
         Text::op_add_group,
         {nameParam, {"description", "TEXT", Text::param_group_description}, vpcParam},
         "name=cache description=\"Security group for ElastiCache\"",
         false,
         [](Given& given) {
             return edits::addSecurityGroup(given.design(), given.vpc(), given.text("name"),
                                            given.text("description"));
         }},
        {"add-rule",
         Text::op_add_rule,
         {groupParam,
          directionParam,
          trafficParam,
          {"peer", "PEER", Text::param_peer, true, true},
          {"description", "TEXT", Text::param_description}},
         "sg:ecs ingress tcp/8080 sg:alb description=\"App port from ALB\"",
         false,
         addRule},
        {"set-rule",
         Text::op_set_rule,
         {{"rule", "RULE", Text::param_rule, true, true}},
         "sg-rule-1 peer=203.0.113.0/24 description=\"HTTP from the office\"",
         true,
         [](Given& given) {
             return setPart(given, "rule", &SecurityGroup::rules, edits::setSecurityGroupRule);
         }},
        {"remove-rule",
         Text::op_remove_rule,
         {{"rules", "RULE", Text::param_rules, true, true, true}},
         "sg-rule-1 nacl-rule-3",
         false,
         [](Given& given) {
             return edits::removeElements(
                 given.design(), given.elements("rules", {Kind::SecurityGroupRule, Kind::NetworkAclRule}));
         }},
        {"duplicate-rule",
         Text::op_duplicate_rule,
         {{"rule", "RULE", Text::param_rule, true, true}},
         "sg-rule-1",
         false,
         [](Given& given) {
             return edits::duplicateSecurityGroupRule(given.design(),
                                                      given.id<Kind::SecurityGroupRule>("rule"));
         }},
        {"join",
         Text::op_join,
         {groupParam, member},
         "sg:rds workload:ecs",
         false,
         [](Given& given) { return setMembership(given, true); }},
        {"leave",
         Text::op_leave,
         {groupParam, member},
         "sg:ecs workload:ecs",
         false,
         [](Given& given) { return setMembership(given, false); }},
    };
}

std::vector<EditOp> aclOps() {
    const Param subnet{"subnet", "SUBNET", Text::param_subnet, true, true};
    const Param either{"acl", "ACL", Text::param_acl_or_association, true, true};
    const Param one{"subnet", "SUBNET", Text::param_association_subnet, false, true};
    return {
        {"add-acl",
         Text::op_add_acl,
         {nameParam, vpcParam},
         "name=isolated",
         false,
         [](Given& given) { return edits::addNetworkAcl(given.design(), given.vpc(), given.text("name")); }},
        {"add-acl-rule",
         Text::op_add_acl_rule,
         {aclParam,
          directionParam,
          {"action", "ACTION", Text::param_action, true, true, false, format::enumWords<AclAction>},
          trafficParam,
          {"peer", "PEER", Text::param_acl_peer, true, true},
          {"number", "NUMBER", Text::param_acl_number}},
         "nacl:public ingress deny tcp/22 0.0.0.0/0 number=90",
         false,
         addAclRule},
        {"set-acl-rule",
         Text::op_set_acl_rule,
         {{"rule", "RULE", Text::param_acl_rule, true, true}},
         "nacl-rule-1 number=105 action=deny",
         true,
         [](Given& given) { return setPart(given, "rule", &NetworkAcl::rules, edits::setNetworkAclRule); }},
        {"reorder-acl",
         Text::op_reorder_acl,
         {aclParam, directionParam, {"order", "RULE", Text::param_order, true, true, true}},
         "nacl:public ingress nacl-rule-3 nacl-rule-1 nacl-rule-2",
         false,
         [](Given& given) {
             return edits::reorderNetworkAclRules(given.design(), given.id<Kind::NetworkAcl>("acl"),
                                                  given.word<Direction>("direction", Direction::Ingress),
                                                  given.ids<Kind::NetworkAclRule>("order"));
         }},
        {"associate-acl",
         Text::op_associate_acl,
         {aclParam, subnet},
         "nacl:private private-1a",
         false,
         [](Given& given) {
             return edits::associateNetworkAcl(given.design(), given.id<Kind::NetworkAcl>("acl"),
                                               given.id<Kind::Subnet>("subnet"));
         }},
        {"activate-acl",
         Text::op_activate_acl,
         {either, one},
         "nacl:public",
         false,
         [](Given& given) { return activate(given, true); }},
        {"deactivate-acl",
         Text::op_deactivate_acl,
         {either, one},
         "nacl:public public-1a",
         false,
         [](Given& given) { return activate(given, false); }},
    };
}

std::vector<EditOp> routeOps() {
    return {
        {"add-route",
         Text::op_add_route,
         {{"table", "TABLE", Text::param_table, true, true},
          {"destination", "CIDR|LIST", Text::param_destination, true, true},
          {"target", "TARGET", Text::param_target, true, true},
          {"on_nat_toggle", "on|off", Text::param_on_nat_toggle}},
         "route-table:public 192.168.0.0/16 tgw-0123456789abcdef0",
         false,
         addRoute},
        {"set-route",
         Text::op_set_route,
         {{"route", "ROUTE", Text::param_route, true, true}},
         "route-2 target=nat-2",
         true,
         [](Given& given) { return setPart(given, "route", &RouteTable::routes, edits::setRoute); }},
        {"associate-route-table",
         Text::op_associate_route_table,
         {{"table", "TABLE", Text::param_table, true, true},
          {"subnet", "SUBNET", Text::param_subnet, true, true}},
         "route-table:private-1a private-1c",
         false,
         [](Given& given) {
             return edits::associateRouteTable(given.design(), given.id<Kind::RouteTable>("table"),
                                               given.id<Kind::Subnet>("subnet"));
         }},
    };
}

} // namespace

std::vector<EditOp> trafficOps() {
    std::vector<EditOp> all = groupOps();
    for (const auto& more : {aclOps(), routeOps()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace sekisho::cli
