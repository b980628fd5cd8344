// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/nodes.h"
#include "core/model/table.h"

#include <map>
#include <string>

namespace sekisho {

/// What an import found and the model has no place for. It is kept, and written back on export.
struct ForeignText {
    /// Field -> HCL expression that nobody can evaluate; the node's own field holds the assumed value.
    std::map<std::string, std::string> unresolved;
    /// Argument that is not modelled -> HCL expression.
    std::map<std::string, std::string> kept;

    friend bool operator==(const ForeignText&, const ForeignText&) = default;
};

/// What AWS would know: the nodes by id.
struct Network {
    Table<ElementId, Node> nodes;
    Table<ElementId, ForeignText> foreign; ///< by the node or part it belongs to

    /// The node of that id and type; null if there is none.
    template<Kind K>
    auto get(Id<K> id) const {
        using N = std::variant_alternative_t<static_cast<std::size_t>(K), Node>;
        const Node* node = nodes.find(id);
        return node ? std::get_if<N>(node) : static_cast<const N*>(nullptr);
    }
    const Node* find(ElementId id) const { return nodes.find(id); }

    /// All nodes of one type, in the order of their ids: `for (const Subnet& subnet :
    /// network.all<Subnet>())`.
    template<class N>
    class Range {
    public:
        class Iterator {
        public:
            explicit Iterator(Table<ElementId, Node>::const_iterator it) : m_it(it) {}
            const N& operator*() const { return *std::get_if<N>(m_it->value.get()); }
            const N* operator->() const { return &**this; }
            Iterator& operator++() {
                ++m_it;
                return *this;
            }
            friend bool operator==(const Iterator&, const Iterator&) = default;

        private:
            Table<ElementId, Node>::const_iterator m_it;
        };
        Range(Table<ElementId, Node>::const_iterator first, Table<ElementId, Node>::const_iterator last)
            : m_first(first), m_last(last) {}
        Iterator begin() const { return Iterator(m_first); }
        Iterator end() const { return Iterator(m_last); }
        bool empty() const { return m_first == m_last; }
        std::size_t size() const { return static_cast<std::size_t>(m_last - m_first); }

    private:
        Table<ElementId, Node>::const_iterator m_first, m_last;
    };
    template<class N>
    Range<N> all() const {
        constexpr Kind kind = kindOf<N>;
        return {nodes.lowerBound({kind, 0}),
                nodes.lowerBound({static_cast<Kind>(static_cast<int>(kind) + 1), 0})};
    }

    friend bool operator==(const Network&, const Network&) = default;
};

/// The VPC a node belongs to, as far as that is known: an Elastic IP's through its NAT gateway is not looked
/// for.
std::optional<VpcId> vpcOf(const Network& network, ElementId node);

/// The one availability zone a node stands in: a subnet's, a zonal NAT gateway's, that of an Elastic IP's NAT
/// gateway, that of all the subnets of a route table. Nothing if there is none, or more than one.
std::optional<AvailabilityZoneId> zoneOf(const Network& network, ElementId node);

/// The node that a part belongs to, itself for a node. Nothing if there is no such element.
/// Linear in the size of the network for parts.
std::optional<ElementId> ownerOf(const Network& network, ElementId element);

/// The zones of a VPC, in the order in which they were added.
std::vector<const AvailabilityZone*> zonesOf(const Network& network, VpcId vpc);

/// The route table a subnet uses: the associated one, else the VPC's explicit main table; null: the implicit
/// one.
const RouteTable* routeTableOf(const Network& network, SubnetId subnet);

/// The network ACL whose association with the subnet is active; null: the VPC's default ACL.
const NetworkAcl* activeAclOf(const Network& network, SubnetId subnet);

/// The last character of a zone's name: "a" of ap-northeast-1a.
std::string zoneLetter(const AvailabilityZone& zone);

/// "com.amazonaws.<region>.<service>"; a service that already has a dot-separated provider prefix is left
/// alone.
std::string endpointServiceName(const std::string& service, const std::string& region);

} // namespace sekisho
