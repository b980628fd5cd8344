// SPDX-License-Identifier: Apache-2.0
#include "core/model/references.h"

#include <algorithm>

namespace sekisho {

namespace {

/// Calls visit(part, id&) for every reference of a node, so that one description serves for reading, for
/// dropping and for replacing. `N` is a node type, const or not; `id` a typed id.
template<class N, class F>
void visitReferences(N& node, F&& visit) {
    using T = std::remove_const_t<N>;
    const ElementId self = node.id;
    const auto visitVariant = [&](ElementId part, auto& variant) {
        std::visit(
            [&](auto& value) {
                if constexpr (std::is_convertible_v<decltype(value), ElementId>) visit(part, value);
            },
            variant);
    };
    if constexpr (std::is_same_v<T, Vpc> || std::is_same_v<T, ElasticIp> || std::is_same_v<T, PrefixList> ||
                  std::is_same_v<T, External>) {
        // refers to nothing
    } else if constexpr (std::is_same_v<T, AvailabilityZone> ||
                         std::is_same_v<T, EgressOnlyInternetGateway>) {
        visit(self, node.vpc);
    } else if constexpr (std::is_same_v<T, Subnet>) {
        visit(self, node.az);
    } else if constexpr (std::is_same_v<T, InternetGateway>) {
        if (node.vpc) visit(self, *node.vpc);
    } else if constexpr (std::is_same_v<T, RouteTable>) {
        visit(self, node.vpc);
        for (auto& route : node.routes) {
            visitVariant(route.id, route.destination);
            visitVariant(route.id, route.target);
        }
        for (auto& association : node.associations)
            visit(association.id, association.subnet);
    } else if constexpr (std::is_same_v<T, NatGateway>) {
        if (node.subnet) visit(self, *node.subnet);
        if (node.vpc) visit(self, *node.vpc);
        for (auto& eip : node.elasticIps)
            visit(self, eip);
        for (auto& zone : node.zones) {
            visit(self, zone.az);
            for (auto& eip : zone.elasticIps)
                visit(self, eip);
        }
    } else if constexpr (std::is_same_v<T, SecurityGroup>) {
        visit(self, node.vpc);
        for (auto& rule : node.rules)
            visitVariant(rule.id, rule.peer);
    } else if constexpr (std::is_same_v<T, NetworkAcl>) {
        visit(self, node.vpc);
        for (auto& association : node.associations)
            visit(association.id, association.subnet);
    } else if constexpr (std::is_same_v<T, VpcEndpoint>) {
        visit(self, node.vpc);
        for (auto& table : node.routeTables)
            visit(self, table);
        for (auto& subnet : node.subnets)
            visit(self, subnet);
        for (auto& group : node.securityGroups)
            visit(self, group);
    } else if constexpr (std::is_same_v<T, Peering>) {
        visit(self, node.requester);
        visitVariant(self, node.accepter);
    } else if constexpr (std::is_same_v<T, FlowLog>) {
        visitVariant(self, node.resource);
    } else if constexpr (std::is_same_v<T, Workload>) {
        for (auto& interface : node.interfaces) {
            visit(interface.id, interface.subnet);
            if (interface.elasticIp) visit(interface.id, *interface.elasticIp);
        }
        for (auto& group : node.securityGroups)
            visit(self, group);
        for (auto& listener : node.listeners)
            if (listener.target) visit(listener.id, *listener.target);
    } else {
        static_assert(!sizeof(T), "a node type whose references are not described");
    }
}

/// Calls visit(id&) for the id of every part.
template<class N, class F>
void visitParts(N& node, F&& visit) {
    using T = std::remove_const_t<N>;
    const auto each = [&](auto& parts) {
        for (auto& part : parts)
            visit(part.id);
    };
    if constexpr (std::is_same_v<T, Vpc>) {
        each(node.cidrs);
    } else if constexpr (std::is_same_v<T, RouteTable>) {
        each(node.routes);
        each(node.associations);
    } else if constexpr (std::is_same_v<T, SecurityGroup>) {
        each(node.rules);
    } else if constexpr (std::is_same_v<T, NetworkAcl>) {
        each(node.rules);
        each(node.associations);
    } else if constexpr (std::is_same_v<T, Workload>) {
        each(node.interfaces);
        each(node.listeners);
    }
}

using Gone = std::set<ElementId>;

template<class T, class P>
void dropIf(std::vector<T>& values, P predicate) {
    values.erase(std::remove_if(values.begin(), values.end(), predicate), values.end());
}

template<class IdType>
void dropIds(std::vector<IdType>& ids, const Gone& gone) {
    dropIf(ids, [&](const IdType& id) { return gone.contains(id); });
}

template<class Variant>
bool refersToGone(const Variant& variant, const Gone& gone) {
    return std::visit(
        [&](const auto& value) {
            if constexpr (std::is_convertible_v<decltype(value), ElementId>)
                return gone.contains(value);
            else
                return false;
        },
        variant);
}

/// Drops what refers to something gone; false if the node cannot be without it.
struct Detach {
    const Gone& gone;

    bool operator()(Vpc&) const { return true; }
    bool operator()(AvailabilityZone& n) const { return !gone.contains(n.vpc); }
    bool operator()(Subnet& n) const { return !gone.contains(n.az); }
    bool operator()(InternetGateway& n) const { return !n.vpc || !gone.contains(*n.vpc); }
    bool operator()(EgressOnlyInternetGateway& n) const { return !gone.contains(n.vpc); }
    bool operator()(RouteTable& n) const {
        dropIf(n.routes, [&](const Route& r) {
            return refersToGone(r.destination, gone) || refersToGone(r.target, gone);
        });
        dropIf(n.associations, [&](const RouteTableAssociation& a) { return gone.contains(a.subnet); });
        return !gone.contains(n.vpc);
    }
    bool operator()(NatGateway& n) const {
        dropIds(n.elasticIps, gone);
        for (NatZoneAddresses& zone : n.zones)
            dropIds(zone.elasticIps, gone);
        dropIf(n.zones, [&](const NatZoneAddresses& zone) { return gone.contains(zone.az); });
        return (!n.subnet || !gone.contains(*n.subnet)) && (!n.vpc || !gone.contains(*n.vpc));
    }
    bool operator()(ElasticIp&) const { return true; }
    bool operator()(SecurityGroup& n) const {
        dropIf(n.rules, [&](const SecurityGroupRule& rule) { return refersToGone(rule.peer, gone); });
        return !gone.contains(n.vpc);
    }
    bool operator()(NetworkAcl& n) const {
        dropIf(n.associations, [&](const NetworkAclAssociation& a) { return gone.contains(a.subnet); });
        return !gone.contains(n.vpc);
    }
    bool operator()(PrefixList&) const { return true; }
    bool operator()(VpcEndpoint& n) const {
        dropIds(n.routeTables, gone);
        dropIds(n.subnets, gone);
        dropIds(n.securityGroups, gone);
        return !gone.contains(n.vpc);
    }
    bool operator()(Peering& n) const {
        return !gone.contains(n.requester) && !refersToGone(n.accepter, gone);
    }
    bool operator()(FlowLog& n) const { return !refersToGone(n.resource, gone); }
    bool operator()(Workload& n) const {
        const bool had = !n.interfaces.empty();
        dropIf(n.interfaces, [&](const Interface& i) { return gone.contains(i.subnet); });
        for (Interface& interface : n.interfaces)
            if (interface.elasticIp && gone.contains(*interface.elasticIp)) interface.elasticIp.reset();
        dropIds(n.securityGroups, gone);
        for (Listener& listener : n.listeners)
            if (listener.target && gone.contains(*listener.target)) listener.target.reset();
        return !had || !n.interfaces.empty();
    }
    bool operator()(External&) const { return true; }
};

} // namespace

void forEachReference(const Node& node, const std::function<void(ElementId, ElementId)>& found) {
    std::visit(
        [&](const auto& n) { visitReferences(n, [&](ElementId part, ElementId id) { found(part, id); }); },
        node);
}

void forEachPart(const Node& node, const std::function<void(ElementId)>& found) {
    std::visit([&](const auto& n) { visitParts(n, [&](ElementId id) { found(id); }); }, node);
}

std::optional<ElementId> holderOf(const Network& network, ElasticIpId eip) {
    const auto has = [&](const std::vector<ElasticIpId>& all) {
        return std::find(all.begin(), all.end(), eip) != all.end();
    };
    for (const NatGateway& nat : network.all<NatGateway>())
        if (has(nat.elasticIps) || std::any_of(nat.zones.begin(), nat.zones.end(),
                                               [&](const auto& zone) { return has(zone.elasticIps); }))
            return nat.id;
    for (const Workload& workload : network.all<Workload>())
        for (const Interface& one : workload.interfaces)
            if (one.elasticIp == eip) return workload.id;
    return {};
}

std::optional<Node> detached(const Node& node, const std::set<ElementId>& gone) {
    Node copy = node;
    if (!std::visit(Detach{gone}, copy)) return std::nullopt;
    return copy;
}

Node remapped(const Node& node, const std::function<ElementId(ElementId)>& map) {
    Node copy = node;
    const auto replace = [&](auto& id) {
        using IdType = std::remove_reference_t<decltype(id)>;
        if (const auto mapped = IdType::from(map(id))) id = *mapped;
    };
    std::visit(
        [&](auto& n) {
            visitReferences(n, [&](ElementId, auto& id) { replace(id); });
            visitParts(n, replace);
            replace(n.id);
        },
        copy);
    return copy;
}

} // namespace sekisho
