// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/connection.h"

#include "core/model/edits.h"
#include "core/model/unused.h"
#include "ui/canvas/drop.h"
#include "ui/canvas/links.h"
#include "ui/canvas/port_text.h"
#include "ui/canvas/steps.h"
#include "ui/style/style.h"

#include <QCoreApplication>

#include <algorithm>

namespace sekisho::canvas {

namespace {

struct Connect {
    Q_DECLARE_TR_FUNCTIONS(sekisho::canvas::Connect)
};

QString nameOf(const Network& network, ElementId id) {
    return endName(network, id);
}

Connection refused(const QString& why) {
    Connection connection;
    connection.refusal = why;
    return connection;
}

Connection direct(const QString& undoText) {
    Connection connection;
    connection.makes = Connection::Makes::Direct;
    connection.undoText = undoText;
    return connection;
}

const std::vector<SecurityGroupId>* groupsOf(const Network& network, ElementId id) {
    const Node* node = network.find(id);
    if (!node) return nullptr;
    if (const auto* workload = std::get_if<Workload>(node)) return &workload->securityGroups;
    const auto* endpoint = std::get_if<VpcEndpoint>(node);
    if (endpoint && endpoint->type == EndpointType::Interface) return &endpoint->securityGroups;
    return nullptr;
}

/// The end of a rule that a node is; nothing for what no rule can name.
std::optional<RuleEnd> ruleEnd(const Network& network, ElementId id) {
    RuleEnd end;
    end.element = id;
    if (isImplicitInternet({id, {}})) {
        end.peers = {Cidr::anywhere(IpFamily::V4)};
        return end;
    }
    const Node* node = network.find(id);
    if (!node) return std::nullopt;
    if (const auto* groups = groupsOf(network, id)) {
        end.groups = *groups;
        end.wantsGroup = groups->empty();
    } else if (const auto group = SecurityGroupId::from(id)) {
        end.groups = {*group};
    } else if (const auto* external = std::get_if<External>(node)) {
        if (external->cidrs.empty()) end.peers = {Cidr::anywhere(IpFamily::V4)};
        for (const Cidr& block : external->cidrs)
            end.peers.emplace_back(block);
    } else if (std::holds_alternative<InternetGateway>(*node)) {
        end.peers = {Cidr::anywhere(IpFamily::V4)};
    } else if (const auto list = PrefixListId::from(id)) {
        end.peers = {*list};
    } else if (const auto* subnet = std::get_if<Subnet>(node)) {
        if (!subnet->cidr) return std::nullopt;
        end.peers = {*subnet->cidr};
    } else {
        return std::nullopt;
    }
    return end;
}

std::vector<Traffic> portsOf(const Network& network, ElementId id) {
    if (const auto workload = WorkloadId::from(id)) {
        const Workload* node = network.get(*workload);
        if (!node->ports.empty()) return node->ports;
        std::vector<Traffic> ports;
        for (const Listener& listener : node->listeners)
            if (listener.protocol == Protocol::tcp()) ports.push_back(Traffic::tcp(listener.port));
        return ports.empty() ? usualPorts(node->workloadKind) : ports;
    }
    if (const auto group = SecurityGroupId::from(id)) {
        for (const Workload& member : network.all<Workload>())
            if (std::find(member.securityGroups.begin(), member.securityGroups.end(), *group) !=
                member.securityGroups.end())
                return portsOf(network, member.id);
        return usualPorts(QString::fromStdString(network.get(*group)->name));
    }
    return {Traffic::tcp(443)};
}

std::optional<RouteTarget> routeTargetOf(ElementId id) {
    if (const auto nat = NatGatewayId::from(id)) return RouteTarget(*nat);
    if (const auto igw = InternetGatewayId::from(id)) return RouteTarget(*igw);
    if (const auto eigw = EgressOnlyInternetGatewayId::from(id)) return RouteTarget(*eigw);
    return std::nullopt;
}

Cidr destinationFor(const RouteTarget& target) {
    return Cidr::anywhere(std::holds_alternative<EgressOnlyInternetGatewayId>(target) ? IpFamily::V6
                                                                                      : IpFamily::V4);
}

bool leadsTo(const RouteTable& table, const RouteTarget& target) {
    return std::any_of(table.routes.begin(), table.routes.end(), [&](const Route& route) {
        return route.destination == RouteDestination(destinationFor(target)) && route.target == target;
    });
}

bool onToggle(const Network& network, const RouteTarget& target) {
    const auto* id = std::get_if<NatGatewayId>(&target);
    const NatGateway* nat = id ? network.get(*id) : nullptr;
    return nat && nat->onNatToggle;
}

/// Adds or changes the table's default route.
Result<Delta> setDefaultRoute(const Design& design, RouteTableId id, const RouteTarget& target) {
    const RouteTable* table = design.network.get(id);
    if (!table) return fail(Code::edit_no_such_element, {{"id", toString(id)}});
    const bool toggled = onToggle(design.network, target);
    for (const Route& route : table->routes)
        if (route.destination == RouteDestination(destinationFor(target))) {
            Route changed = route;
            changed.target = target;
            changed.onNatToggle = toggled;
            return edits::setRoute(design, std::move(changed));
        }
    return edits::addRoute(design, id, Route{{}, destinationFor(target), target, toggled});
}

bool sameVpc(const Network& network, ElementId a, ElementId b) {
    const auto left = vpcOf(network, a);
    const auto right = vpcOf(network, b);
    return left && right && *left == *right;
}

/// What a line between two things means that has nothing to do with rules; `makes` is Nothing with an empty
/// refusal where it is none of these.
Connection planDirect(const Network& network, ElementId from, ElementId to) {
    const auto pair = [&](Kind a, Kind b) {
        return (from.kind == a && to.kind == b) || (from.kind == b && to.kind == a);
    };
    const auto inOneVpc = [&](const QString& undoText) {
        return sameVpc(network, from, to) ? direct(undoText)
                                          : refused(Connect::tr("%1 and %2 are in different VPCs.")
                                                        .arg(nameOf(network, from), nameOf(network, to)));
    };
    if (from.kind == Kind::Subnet || from.kind == Kind::RouteTable)
        if (const auto target = routeTargetOf(to)) {
            const auto subnet = SubnetId::from(from);
            const RouteTable* table =
                subnet ? routeTableOf(network, *subnet) : network.get(*RouteTableId::from(from));
            if (table && leadsTo(*table, *target))
                return refused(Connect::tr("The default route of %1 leads to %2 already.")
                                   .arg(nameOf(network, from), nameOf(network, to)));
            if (const auto* id = std::get_if<NatGatewayId>(&*target))
                if (const NatGateway* nat = network.get(*id); nat && subnet && nat->subnet == subnet)
                    return refused(Connect::tr("A NAT gateway cannot be the way out of its own subnet."));
            return inOneVpc(Connect::tr("Route to %1").arg(nameOf(network, to)));
        }
    if (pair(Kind::Subnet, Kind::RouteTable)) return inOneVpc(Connect::tr("Associate Route Table"));
    if (pair(Kind::Subnet, Kind::NetworkAcl)) return inOneVpc(Connect::tr("Associate Network ACL"));
    if (pair(Kind::Subnet, Kind::VpcEndpoint) || pair(Kind::RouteTable, Kind::VpcEndpoint)) {
        const auto id = VpcEndpointId::from(from.kind == Kind::VpcEndpoint ? from : to);
        const VpcEndpoint* endpoint = network.get(*id);
        const ElementId other = from.kind == Kind::VpcEndpoint ? to : from;
        if (endpoint && endpoint->type == EndpointType::Gateway) {
            const auto subnet = SubnetId::from(other);
            if (subnet && !routeTableOf(network, *subnet))
                return refused(Connect::tr("%1 has no route table of its own. Give it one first.")
                                   .arg(nameOf(network, other)));
            return inOneVpc(Connect::tr("Route to %1").arg(nameOf(network, *id)));
        }
    }
    if (from.kind == Kind::Vpc && to.kind == Kind::Vpc) return direct(Connect::tr("Add VPC Peering"));
    if (pair(Kind::Vpc, Kind::InternetGateway)) {
        const auto id = InternetGatewayId::from(from.kind == Kind::InternetGateway ? from : to);
        if (network.get(*id)->vpc) return refused(Connect::tr("The internet gateway is attached already."));
        return direct(Connect::tr("Attach Internet Gateway"));
    }
    if (pair(Kind::ElasticIp, Kind::NatGateway) || pair(Kind::ElasticIp, Kind::Workload)) {
        const ElementId other = from.kind == Kind::ElasticIp ? to : from;
        if (const auto id = WorkloadId::from(other))
            if (network.get(*id)->workloadKind != WorkloadKind::Ec2Instance ||
                network.get(*id)->interfaces.empty())
                return refused(Connect::tr("Only a NAT gateway or an EC2 instance takes an Elastic IP."));
        return direct(Connect::tr("Attach Elastic IP"));
    }
    return {};
}

QString whyNoRule(const Network& network, ElementId from, ElementId to) {
    for (const ElementId id : {to, from}) {
        switch (id.kind) {
        case Kind::NatGateway:
            return Connect::tr("A NAT gateway is reached by routes, not by rules: connect a subnet to it.");
        case Kind::EgressOnlyInternetGateway:
            return Connect::tr("A gateway is reached by routes, not by rules: connect a subnet to it.");
        case Kind::AvailabilityZone:
            return Connect::tr("An Availability Zone has no rules. Connect what is in it.");
        case Kind::Vpc: return Connect::tr("A VPC has no rules. Connect what is in it.");
        case Kind::NetworkAcl:
            return Connect::tr("A network ACL is associated with subnets. Connect it to one.");
        case Kind::RouteTable:
            return Connect::tr("A route table is associated with subnets. Connect it to one.");
        case Kind::ElasticIp:
            return Connect::tr("Only a NAT gateway or an EC2 instance takes an Elastic IP.");
        case Kind::FlowLog: return Connect::tr("A flow log only watches. It cannot be connected.");
        case Kind::Peering:
            return Connect::tr("A peering connection is reached by routes. Add one to a route table.");
        case Kind::VpcEndpoint:
            if (const VpcEndpoint* endpoint = network.get(*VpcEndpointId::from(id));
                endpoint && endpoint->type == EndpointType::Gateway)
                return Connect::tr("A gateway endpoint is reached by routes: connect a subnet to it.");
            break;
        default: break;
        }
    }
    return Connect::tr("%1 and %2 cannot be connected.").arg(nameOf(network, from), nameOf(network, to));
}

bool covers(const Traffic& wide, const Traffic& narrow) {
    if (wide.protocol.isAll()) return true;
    if (wide.protocol != narrow.protocol) return false;
    const Traffic a = wide.normalized();
    const Traffic b = narrow.normalized();
    if (a.ports && b.ports) return a.ports->contains(*b.ports);
    return a == b || (a.icmp && a.icmp->type == -1);
}

bool coversPeer(const SecurityGroupPeer& wide, const SecurityGroupPeer& narrow) {
    if (wide == narrow) return true;
    const auto* block = std::get_if<Cidr>(&wide);
    if (!block) return false;
    if (const auto* inner = std::get_if<Cidr>(&narrow)) return block->contains(*inner);
    return block->isAnywhere() && !std::holds_alternative<PrefixListId>(narrow);
}

/// The group of an end, made if it wants one.
std::optional<SecurityGroupId> settle(Steps& steps, const RuleEnd& end, GroupChoice choice) {
    if (choice) return choice;
    if (!end.groups.empty()) return end.groups.front();
    if (!end.wantsGroup) return std::nullopt;
    // Both ends may be the same workload, which by now has its group.
    if (const auto* groups = groupsOf(steps.network(), end.element); groups && !groups->empty())
        return groups->front();
    const auto vpc = vpcOf(steps.network(), end.element);
    if (!vpc) return std::nullopt;
    const std::string name =
        unusedName(steps.network(), Kind::SecurityGroup, baseOf(*steps.network().find(end.element)).name);
    const auto delta = edits::addSecurityGroup(steps.design(), *vpc, name);
    if (!steps.add(delta)) return std::nullopt;
    const auto group = SecurityGroupId::from(*madeBy(*delta, Kind::SecurityGroup));
    steps.add(edits::setMembership(steps.design(), *group, end.element, true));
    return group;
}

void addRule(Steps& steps, SecurityGroupId group, Direction direction, const Traffic& traffic,
             SecurityGroupPeer peer) {
    if (peer == SecurityGroupPeer(group)) peer = SelfGroup{};
    const SecurityGroup* node = steps.network().get(group);
    if (!node) return;
    for (const SecurityGroupRule& rule : node->rules)
        if (rule.direction == direction && rule.traffic.normalized() == traffic.normalized() &&
            rule.peer == peer)
            return;
    steps.add(edits::addSecurityGroupRule(steps.design(), group, {{}, direction, traffic, peer, {}}));
}

bool letsOut(const SecurityGroup& group, const Traffic& traffic, const SecurityGroupPeer& peer) {
    return std::any_of(group.rules.begin(), group.rules.end(), [&](const SecurityGroupRule& rule) {
        return rule.direction == Direction::Egress && covers(rule.traffic, traffic) &&
               coversPeer(rule.peer, peer);
    });
}

} // namespace

QString endName(const Network& network, ElementId id) {
    if (isImplicitInternet({id, {}})) return paletteName(PaletteKind::Internet);
    return QString::fromStdString(text::displayName(network, id));
}

Connection planConnection(const Design& design, ElementId from, ElementId to) {
    const Network& network = design.network;
    const auto isThere = [&](ElementId id) { return network.find(id) || isImplicitInternet({id, {}}); };
    if (!isThere(from) || !isThere(to)) return refused(Connect::tr("There is nothing to connect to here."));
    if (from == to && !SecurityGroupId::from(from) && !groupsOf(network, from))
        return refused(Connect::tr("Drag to something else to connect it."));
    if (auto plan = planDirect(network, from, to);
        plan.makes != Connection::Makes::Nothing || !plan.refusal.isEmpty())
        return plan;
    auto fromEnd = ruleEnd(network, from);
    auto toEnd = ruleEnd(network, to);
    if (!fromEnd || !toEnd) return refused(whyNoRule(network, from, to));
    const bool fromGroup = fromEnd->peers.empty();
    const bool toGroup = toEnd->peers.empty();
    if (!fromGroup && !toGroup)
        return refused(
            to.kind == Kind::Subnet || from.kind == Kind::Subnet
                ? Connect::tr("A subnet takes no rules. Connect what is in it, or its network ACL.")
                : Connect::tr("Neither end has a security group that could hold a rule."));
    if (fromGroup && toGroup && !sameVpc(network, from, to))
        return refused(
            Connect::tr("%1 and %2 are in different VPCs.").arg(nameOf(network, from), nameOf(network, to)));
    if ((fromGroup && fromEnd->wantsGroup && !vpcOf(network, from)) ||
        (toGroup && toEnd->wantsGroup && !vpcOf(network, to)))
        return refused(Connect::tr("It stands in no VPC yet, so it can have no security group."));
    Connection connection;
    connection.makes = Connection::Makes::Rule;
    connection.undoText = Connect::tr("Allow %1 to %2").arg(nameOf(network, from), nameOf(network, to));
    connection.ports = portsOf(network, to);
    connection.from = std::move(*fromEnd);
    connection.to = std::move(*toEnd);
    return connection;
}

bool needsEgress(const Design& design, const Connection& connection, GroupChoice from, GroupChoice to,
                 const std::vector<Traffic>& ports) {
    if (!connection.from.peers.empty() || !connection.to.peers.empty()) return false;
    if (!from && !connection.from.groups.empty()) from = connection.from.groups.front();
    if (!to && !connection.to.groups.empty()) to = connection.to.groups.front();
    const SecurityGroup* group = from ? design.network.get(*from) : nullptr;
    if (!group) return false; // a new one lets everything out
    SecurityGroupPeer peer = SelfGroup{};
    if (to != from) {
        // A group that is not there yet is only reached by a rule to anywhere.
        if (to)
            peer = *to;
        else
            peer = SecurityGroupId{};
    }
    return !std::all_of(ports.begin(), ports.end(),
                        [&](const Traffic& traffic) { return letsOut(*group, traffic, peer); });
}

Result<Delta> connectRule(const Design& design, const Connection& connection, GroupChoice from,
                          GroupChoice to, const std::vector<Traffic>& ports, bool egress) {
    Steps steps(design);
    const auto fromGroup = settle(steps, connection.from, from);
    const auto toGroup = settle(steps, connection.to, to);
    for (const Traffic& traffic : ports) {
        if (toGroup && fromGroup) {
            addRule(steps, *toGroup, Direction::Ingress, traffic, *fromGroup);
            if (egress) addRule(steps, *fromGroup, Direction::Egress, traffic, *toGroup);
        } else if (toGroup) {
            for (const SecurityGroupPeer& peer : connection.from.peers)
                addRule(steps, *toGroup, Direction::Ingress, traffic, peer);
        } else if (fromGroup) {
            for (const SecurityGroupPeer& peer : connection.to.peers)
                addRule(steps, *fromGroup, Direction::Egress, traffic, peer);
        }
    }
    return steps.take();
}

Result<Delta> routeSubnetTo(const Design& design, SubnetId id, const RouteTarget& target) {
    const Network& network = design.network;
    const Subnet* subnet = network.get(id);
    const auto vpc = vpcOf(network, id);
    if (!subnet || !vpc) return fail(Code::edit_no_such_element, {{"id", toString(id)}});
    const RouteTable* table = routeTableOf(network, id);
    if (table && leadsTo(*table, target)) return Delta{};
    const bool own = table && table->associations.size() == 1 && table->associations.front().subnet == id;
    if (own) return setDefaultRoute(design, table->id, target);
    for (const RouteTable& other : network.all<RouteTable>())
        if (other.vpc == *vpc && leadsTo(other, target))
            return edits::associateRouteTable(design, other.id, id);
    Steps steps(design);
    const auto added =
        edits::addRouteTable(design, *vpc, unusedName(network, Kind::RouteTable, subnet->name));
    if (!steps.add(added)) return steps.take();
    const auto fresh = *RouteTableId::from(*madeBy(*added, Kind::RouteTable));
    if (table) {
        const std::vector<Route> routes = table->routes;
        for (const Route& route : routes)
            if (route.destination != RouteDestination(destinationFor(target)))
                steps.add(edits::addRoute(steps.design(), fresh, route));
    }
    steps.add(setDefaultRoute(steps.design(), fresh, target));
    steps.add(edits::associateRouteTable(steps.design(), fresh, id));
    return steps.take();
}

Result<Delta> connectDirectly(const Design& design, ElementId from, ElementId to) {
    const Network& network = design.network;
    const auto one = [&]<Kind K>(std::integral_constant<Kind, K>) {
        auto id = Id<K>::from(from);
        return id ? id : Id<K>::from(to);
    };
    const auto subnet = one(std::integral_constant<Kind, Kind::Subnet>());
    const auto table = one(std::integral_constant<Kind, Kind::RouteTable>());
    const auto acl = one(std::integral_constant<Kind, Kind::NetworkAcl>());
    const auto endpoint = one(std::integral_constant<Kind, Kind::VpcEndpoint>());
    const auto eip = one(std::integral_constant<Kind, Kind::ElasticIp>());
    const auto igw = one(std::integral_constant<Kind, Kind::InternetGateway>());
    const auto vpc = one(std::integral_constant<Kind, Kind::Vpc>());
    if (const auto target = routeTargetOf(to)) {
        if (subnet) return routeSubnetTo(design, *subnet, *target);
        if (table) return setDefaultRoute(design, *table, *target);
    }
    if (subnet && table) return edits::associateRouteTable(design, *table, *subnet);
    if (subnet && acl) return edits::associateNetworkAcl(design, *acl, *subnet);
    if (endpoint && network.get(*endpoint)) {
        VpcEndpoint node = *network.get(*endpoint);
        const RouteTable* used = subnet ? routeTableOf(network, *subnet) : nullptr;
        const auto id = table ? table : used ? std::optional(used->id) : std::nullopt;
        if (!id) return fail(Code::edit_no_such_element, {{"id", toString(from)}});
        if (std::find(node.routeTables.begin(), node.routeTables.end(), *id) == node.routeTables.end())
            node.routeTables.push_back(*id);
        return edits::replaceNode(design, std::move(node));
    }
    if (igw && vpc && network.get(*igw)) {
        InternetGateway node = *network.get(*igw);
        node.vpc = *vpc;
        return edits::replaceNode(design, std::move(node));
    }
    if (eip) {
        const ElementId other = ElementId(*eip) == from ? to : from;
        if (const auto id = NatGatewayId::from(other)) {
            NatGateway node = *network.get(*id);
            if (std::find(node.elasticIps.begin(), node.elasticIps.end(), *eip) == node.elasticIps.end())
                node.elasticIps.push_back(*eip);
            return edits::replaceNode(design, std::move(node));
        }
        if (const auto id = WorkloadId::from(other)) {
            Workload node = *network.get(*id);
            if (!node.interfaces.empty()) node.interfaces.front().elasticIp = *eip;
            return edits::replaceNode(design, std::move(node));
        }
    }
    if (from.kind == Kind::Vpc && to.kind == Kind::Vpc)
        return edits::addPeering(design, *VpcId::from(from), *VpcId::from(to),
                                 unusedName(network, Kind::Peering, "peering"));
    return fail(Code::edit_no_such_element, {{"id", toString(to)}});
}

} // namespace sekisho::canvas
