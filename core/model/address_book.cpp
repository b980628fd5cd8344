// SPDX-License-Identifier: Apache-2.0
#include "core/model/address_book.h"

#include <algorithm>
#include <set>

namespace sekisho {

namespace {

constexpr std::string_view natType = "aws_nat_gateway";

/// Where a newborn would like to stand.
struct Wish {
    std::string base;                 ///< preferred label
    std::optional<std::size_t> index; ///< position in a set with count
    std::string key;                  ///< key in a set with for_each; empty: belongs in no set
    std::string suffix;               ///< what tells it from its like when it must stand alone
};

bool labelTaken(const Addresses& addresses, const ResourceKey& key) {
    if (addresses.sets.contains(key)) return true;
    // An address that something moved away from must not be declared again: terraform refuses that.
    const std::string address = toString(key);
    return std::any_of(addresses.moved.begin(), addresses.moved.end(), [&](const MovedAddress& moved) {
        return moved.from.compare(0, address.size(), address) == 0 &&
               (moved.from.size() == address.size() || moved.from[address.size()] == '[');
    });
}

std::string numbered(const std::string& base, std::size_t attempt) {
    return attempt == 1 ? base : base + "_" + std::to_string(attempt);
}

std::string freeLabel(const Addresses& addresses, std::string_view type, const std::string& base) {
    for (std::size_t attempt = 1;; ++attempt)
        if (std::string label = numbered(base, attempt); !labelTaken(addresses, {std::string(type), label}))
            return label;
}

bool isToggled(const Network& network, ElementId element) {
    if (const Node* node = network.find(element)) {
        if (const auto* nat = std::get_if<NatGateway>(node)) return nat->onNatToggle;
        if (const auto* eip = std::get_if<ElasticIp>(node)) return eip->onNatToggle;
        return false;
    }
    if (element.kind == Kind::Route)
        for (const RouteTable& table : network.all<RouteTable>())
            for (const Route& route : table.routes)
                if (route.id == element) return route.onNatToggle;
    return false;
}

/// Whether the element can be absent from an export although it is drawn: off with NAT, or not in force.
bool isOptional(const Network& network, ElementId element) {
    if (element.kind == Kind::NetworkAclAssociation) {
        for (const NetworkAcl& acl : network.all<NetworkAcl>())
            for (const NetworkAclAssociation& association : acl.associations)
                if (association.id == element) return !association.active;
        return false;
    }
    return isToggled(network, element);
}

std::optional<VpcId> vpcOfElement(const Network& network, ElementId element) {
    const auto owner = ownerOf(network, element);
    return owner ? vpcOf(network, *owner) : std::nullopt;
}

/// The label of another VPC than the first, as a prefix: names of the main VPC's parts stay short.
std::string vpcPrefix(const Design& design, std::optional<VpcId> vpc) {
    const auto vpcs = design.network.all<Vpc>();
    if (!vpc || vpcs.empty() || vpcs.begin()->id == *vpc) return {};
    const auto ref = AddressIndex(design.addresses).find(*vpc, "aws_vpc");
    return ref ? ref->key->label + "_" : std::string();
}

std::string_view targetWord(const RouteTarget& target) {
    return std::visit(Overloaded{
                          [](const InternetGatewayId&) { return std::string_view("internet"); },
                          [](const EgressOnlyInternetGatewayId&) { return std::string_view("egress_only"); },
                          [](const NatGatewayId&) { return std::string_view("nat"); },
                          [](const VpcEndpointId&) { return std::string_view("endpoint"); },
                          [](const PeeringId&) { return std::string_view("peering"); },
                          [](const OpaqueTarget&) { return std::string_view("external"); },
                      },
                      target);
}

/// Label and slot of something that goes wherever another element stands ("follow the subnet's set").
Wish following(const Design& design, ElementId leader, std::string_view leaderType,
               const std::string& label) {
    Wish wish{label, std::nullopt, {}, {}};
    if (const auto ref = AddressIndex(design.addresses).find(leader, leaderType)) {
        if (ref->set->form == AddressForm::Count) wish.index = ref->index;
        if (ref->set->form == AddressForm::ForEach) wish.key = ref->set->members[ref->index].key;
        wish.suffix = ref->set->form == AddressForm::Count ? std::to_string(ref->index + 1) : wish.key;
    }
    return wish;
}

std::string labelOf(const Design& design, ElementId element, std::string_view type) {
    const auto ref = AddressIndex(design.addresses).find(element, type);
    return ref ? ref->key->label : std::string(kindWord(element.kind));
}

/// Adds what follows from standing in one zone.
void placeInZone(const Design& design, ElementId node, Wish& wish) {
    const auto zone = zoneOf(design.network, node);
    const AvailabilityZone* az = zone ? design.network.get(*zone) : nullptr;
    if (!az) return;
    const auto zones = zonesOf(design.network, az->vpc);
    for (std::size_t i = 0; i < zones.size(); ++i)
        if (zones[i]->id == az->id) wish.index = i;
    wish.key = az->zone;
    wish.suffix = labelFrom(zoneLetter(*az), "zone");
}

Wish wishOfNode(const Design& design, const Node& node, std::string_view type) {
    const Network& network = design.network;
    const ElementId id = idOf(node);
    const std::string prefix = vpcPrefix(design, id.kind == Kind::Vpc ? std::nullopt : vpcOf(network, id));
    const auto zone = zoneOf(network, id);
    const AvailabilityZone* az = zone ? network.get(*zone) : nullptr;
    const std::string& name = baseOf(node).name;
    const auto named = [&](std::string_view fallback) {
        return prefix + labelFrom(az ? nameWithoutZone(name, *az) : std::string_view(name), fallback);
    };
    Wish wish;
    std::visit(Overloaded{
                   [&](const Vpc&) {
                       const bool first =
                           design.addresses.sets.lowerBound({"aws_vpc", ""}) == design.addresses.sets.end() ||
                           design.addresses.sets.lowerBound({"aws_vpc", ""})->key.type != "aws_vpc";
                       wish.base = first ? "main" : labelFrom(name, "vpc");
                   },
                   [&](const Subnet& n) {
                       wish.base = named(tierWord(n.tier));
                       placeInZone(design, id, wish);
                   },
                   [&](const InternetGateway&) { wish.base = prefix + "main"; },
                   [&](const EgressOnlyInternetGateway&) { wish.base = prefix + "main"; },
                   [&](const RouteTable& n) {
                       wish.base = named("main");
                       const bool endsInZone = az && nameWithoutZone(name, *az) != name;
                       // A table for the subnets of one zone is one of several alike, unless its name says
                       // otherwise.
                       if (endsInZone && !n.main && type == "aws_route_table") placeInZone(design, id, wish);
                   },
                   [&](const NatGateway& n) {
                       wish.base = prefix + (n.mode == NatMode::Public    ? "main"
                                             : n.mode == NatMode::Private ? "private"
                                                                          : "regional");
                       placeInZone(design, id, wish);
                   },
                   [&](const ElasticIp&) {
                       wish.base = az ? "nat" : labelFrom(name, "main");
                       bool ofNat = false;
                       for (const NatGateway& nat : network.all<NatGateway>())
                           ofNat = ofNat || (!nat.elasticIps.empty() && nat.elasticIps.front() == id);
                       if (ofNat)
                           placeInZone(design, id, wish);
                       else
                           wish.base = labelFrom(name, "main");
                   },
                   [&](const SecurityGroup& n) {
                       wish.base = n.isDefault ? prefix + "default" : prefix + labelFrom(name, "group");
                   },
                   [&](const NetworkAcl& n) {
                       wish.base = n.isDefault ? prefix + "default" : prefix + labelFrom(name, "acl");
                   },
                   [&](const PrefixList& n) {
                       const auto dot = n.managed.rfind('.');
                       wish.base = n.managed.empty()
                                       ? labelFrom(name, "list")
                                       : labelFrom(std::string_view(n.managed).substr(dot + 1), "list");
                   },
                   [&](const VpcEndpoint& n) {
                       const auto last =
                           n.service.rfind("com.amazonaws.", 0) == 0 ? n.service.rfind('.') + 1 : 0;
                       wish.base = prefix + labelFrom(std::string_view(n.service).substr(last), "endpoint");
                   },
                   [&](const Peering&) { wish.base = labelFrom(name, "peering"); },
                   [&](const FlowLog&) { wish.base = prefix + labelFrom(name, "flow_log"); },
                   [](const AvailabilityZone&) {},
                   [](const Workload&) {},
                   [](const External&) {},
               },
               node);
    return wish;
}

Wish wishOfPart(const Design& design, const Node& owner, ElementId part) {
    if (const auto* vpc = std::get_if<Vpc>(&owner))
        return {labelOf(design, vpc->id, "aws_vpc") + "_secondary", std::nullopt, {}, {}};
    if (const auto* table = std::get_if<RouteTable>(&owner)) {
        const std::string label = labelOf(design, table->id, "aws_route_table");
        for (const Route& route : table->routes)
            if (route.id == part)
                return following(design, table->id, "aws_route_table",
                                 label + "_" + std::string(targetWord(route.target)));
        for (const RouteTableAssociation& association : table->associations)
            if (association.id == part)
                return following(design, association.subnet, "aws_subnet",
                                 labelOf(design, association.subnet, "aws_subnet"));
    }
    if (const auto* acl = std::get_if<NetworkAcl>(&owner)) {
        for (const NetworkAclAssociation& association : acl->associations) {
            if (association.id != part) continue;
            const std::string aclLabel =
                labelOf(design, acl->id, acl->isDefault ? "aws_default_network_acl" : "aws_network_acl");
            const std::string subnetLabel = labelOf(design, association.subnet, "aws_subnet");
            return following(design, association.subnet, "aws_subnet",
                             aclLabel == subnetLabel ? aclLabel : aclLabel + "_" + subnetLabel);
        }
    }
    return {std::string(kindWord(part.kind)), std::nullopt, {}, {}};
}

bool hasKey(const ResourceSet& set, const std::string& key) {
    return std::any_of(set.members.begin(), set.members.end(),
                       [&](const ResourceMember& m) { return m.key == key; });
}

} // namespace

std::string_view tierWord(Tier tier) {
    switch (tier) {
    case Tier::Public: return "public";
    case Tier::Private: return "private";
    case Tier::Isolated: return "isolated";
    }
    return {};
}

std::string_view nameWithoutZone(std::string_view name, const AvailabilityZone& az) {
    const std::string_view zone = az.zone;
    const auto endsWith = [&](std::string_view suffix) {
        return !suffix.empty() && name.size() > suffix.size() + 1 &&
               name.substr(name.size() - suffix.size()) == suffix &&
               (name[name.size() - suffix.size() - 1] == '-' ||
                name[name.size() - suffix.size() - 1] == '_' || name[name.size() - suffix.size() - 1] == ' ');
    };
    const std::string_view shortZone = zone.size() >= 2 ? zone.substr(zone.size() - 2) : zone;
    const std::string_view letter = zone.empty() ? zone : zone.substr(zone.size() - 1);
    for (const std::string_view suffix : {zone, shortZone, letter})
        if (endsWith(suffix)) return name.substr(0, name.size() - suffix.size() - 1);
    return name;
}

std::vector<std::string_view> requiredTypes(const Node& node) {
    using Types = std::vector<std::string_view>;
    return std::visit(
        Overloaded{
            [](const Vpc&) { return Types{"aws_vpc"}; },
            [](const AvailabilityZone&) { return Types{}; },
            [](const Subnet&) { return Types{"aws_subnet"}; },
            [](const InternetGateway&) { return Types{"aws_internet_gateway"}; },
            [](const EgressOnlyInternetGateway&) { return Types{"aws_egress_only_internet_gateway"}; },
            [](const RouteTable& n) {
                return n.main ? Types{"aws_route_table", "aws_main_route_table_association"}
                              : Types{"aws_route_table"};
            },
            [](const NatGateway&) { return Types{natType}; },
            [](const ElasticIp&) { return Types{"aws_eip"}; },
            [](const SecurityGroup& n) {
                return Types{n.isDefault ? "aws_default_security_group" : "aws_security_group"};
            },
            [](const NetworkAcl& n) {
                return Types{n.isDefault ? "aws_default_network_acl" : "aws_network_acl"};
            },
            [](const PrefixList& n) {
                return Types{n.managed.empty() ? "aws_ec2_managed_prefix_list"
                                               : "data.aws_ec2_managed_prefix_list"};
            },
            [](const VpcEndpoint&) { return Types{"aws_vpc_endpoint"}; },
            [](const Peering&) { return Types{"aws_vpc_peering_connection"}; },
            [](const FlowLog& n) {
                return std::holds_alternative<CloudWatchDestination>(n.destination)
                           ? Types{"aws_flow_log", "aws_cloudwatch_log_group", "aws_iam_role",
                                   "aws_iam_role_policy"}
                           : Types{"aws_flow_log"};
            },
            [](const Workload&) { return Types{}; },
            [](const External&) { return Types{}; },
        },
        node);
}

std::vector<std::string_view> requiredTypes(const Node& owner, ElementId part) {
    switch (part.kind) {
    case Kind::VpcCidr: {
        const auto* vpc = std::get_if<Vpc>(&owner);
        const bool primary = vpc && !vpc->cidrs.empty() && vpc->cidrs.front().id == part;
        return primary ? std::vector<std::string_view>{}
                       : std::vector<std::string_view>{"aws_vpc_ipv4_cidr_block_association"};
    }
    case Kind::Route: return {"aws_route"};
    case Kind::RouteTableAssociation: return {"aws_route_table_association"};
    case Kind::NetworkAclAssociation: return {"aws_network_acl_association"};
    default: return {};
    }
}

std::vector<TypedElement> addressableElements(const Node& node) {
    std::vector<TypedElement> elements;
    const auto add = [&](ElementId element, const std::vector<std::string_view>& types) {
        for (const std::string_view type : types)
            elements.push_back({element, type});
    };
    add(idOf(node), requiredTypes(node));
    // Groups are by far the most numerous, and their rules have no stored addresses.
    if (idOf(node).kind == Kind::SecurityGroup) return elements;
    std::visit(Overloaded{
                   [&](const Vpc& n) {
                       for (const VpcCidr& cidr : n.cidrs)
                           add(cidr.id, requiredTypes(node, cidr.id));
                   },
                   [&](const RouteTable& n) {
                       for (const Route& route : n.routes)
                           add(route.id, requiredTypes(node, route.id));
                       for (const RouteTableAssociation& a : n.associations)
                           add(a.id, requiredTypes(node, a.id));
                   },
                   [&](const NetworkAcl& n) {
                       for (const NetworkAclAssociation& a : n.associations)
                           add(a.id, requiredTypes(node, a.id));
                   },
                   [](const auto&) {},
               },
               node);
    return elements;
}

void placeNewborn(Design& design, const TypedElement& newborn) {
    const auto owner = ownerOf(design.network, newborn.element);
    const Node* node = owner ? design.network.find(*owner) : nullptr;
    if (!node) return;
    const Wish wish = isNodeKind(newborn.element.kind) ? wishOfNode(design, *node, newborn.type)
                                                       : wishOfPart(design, *node, newborn.element);
    Addresses& addresses = design.addresses;
    const std::string type(newborn.type);
    const auto joins = [&](const ResourceSet& set, const std::string& label) {
        if (set.form == AddressForm::Single || set.members.empty()) return false;
        const ElementId like = set.members.front().element;
        if (vpcOfElement(design.network, like) != vpcOfElement(design.network, newborn.element)) return false;
        const auto wasLeft = [&](const std::string& address) {
            return std::any_of(addresses.moved.begin(), addresses.moved.end(),
                               [&](const MovedAddress& moved) { return moved.from == address; });
        };
        const ResourceKey key{type, label};
        ResourceSet grown = set;
        grown.members.push_back({wish.key, newborn.element});
        if (wasLeft(toString(AddressRef{&key, &grown, set.members.size()}))) return false;
        if (set.form == AddressForm::ForEach) return !wish.key.empty() && !hasKey(set, wish.key);
        return wish.index == set.members.size() &&
               isToggled(design.network, like) == isToggled(design.network, newborn.element);
    };
    if (wish.index || !wish.key.empty()) {
        for (std::size_t attempt = 1;; ++attempt) {
            const ResourceKey key{type, numbered(wish.base, attempt)};
            if (const ResourceSet* set = addresses.sets.find(key)) {
                if (!joins(*set, key.label)) continue;
                ResourceSet grown = *set;
                grown.members.push_back(
                    {set->form == AddressForm::ForEach ? wish.key : std::string(), newborn.element});
                addresses.sets.set(key, std::move(grown));
                return;
            }
            if (labelTaken(addresses, key)) continue;
            if (wish.index == std::size_t{0})
                addresses.sets.set(key, ResourceSet{AddressForm::Count, {{{}, newborn.element}}});
            else if (!wish.index)
                addresses.sets.set(key, ResourceSet{AddressForm::ForEach, {{wish.key, newborn.element}}});
            else
                break; // no set to join, and not the first of a new one
            return;
        }
    }
    const std::string base =
        wish.suffix.empty() ? wish.base : wish.base + "_" + labelFrom(wish.suffix, "other");
    addresses.sets.set({type, freeLabel(addresses, type, base)},
                       ResourceSet{AddressForm::Single, {{{}, newborn.element}}});
}

namespace {

/// Keys for the members: zone names where they stand in different zones, else labels made from the names.
void giveKeys(const Network& network, std::vector<ResourceMember>& members) {
    std::set<std::string> used;
    const auto zoneName = [&](ElementId element) -> std::string {
        auto owner = ownerOf(network, element);
        const Node* node = owner ? network.find(*owner) : nullptr;
        // An association stands where its subnet stands, whatever else its owner is associated with.
        if (const auto* table = node ? std::get_if<RouteTable>(node) : nullptr)
            for (const RouteTableAssociation& a : table->associations)
                if (a.id == element) owner = a.subnet;
        if (const auto* acl = node ? std::get_if<NetworkAcl>(node) : nullptr)
            for (const NetworkAclAssociation& a : acl->associations)
                if (a.id == element) owner = a.subnet;
        const auto zone = owner ? zoneOf(network, *owner) : std::nullopt;
        const AvailabilityZone* az = zone ? network.get(*zone) : nullptr;
        return az ? az->zone : std::string();
    };
    for (ResourceMember& member : members) {
        std::string name = zoneName(member.element);
        if (name.empty() || used.contains(name)) {
            const auto owner = ownerOf(network, member.element);
            const Node* node = owner ? network.find(*owner) : nullptr;
            name = labelFrom(node ? baseOf(*node).name : std::string(), toString(member.element));
        }
        std::string unique = name;
        for (std::size_t attempt = 2; used.contains(unique); ++attempt)
            unique = numbered(name, attempt);
        used.insert(unique);
        member.key = unique;
    }
}

} // namespace

std::string stateAddress(const Network& network, const AddressRef& ref) {
    const bool counted =
        ref.set->form == AddressForm::Single && isToggled(network, ref.set->members[ref.index].element);
    return toString(ref) + (counted ? "[0]" : "");
}

void noteMoves(Addresses& addresses, const std::vector<MovedAddress>& moves) {
    auto& known = addresses.moved;
    for (const MovedAddress& move : moves) {
        // What was once moved away from an address that is declared again now is moved away no longer, ...
        std::erase_if(known, [&](const MovedAddress& old) { return old.from == move.to; });
        // ... and what was moved there comes the same way: only one may come.
        for (MovedAddress& old : known)
            if (old.to == move.to) old.to = move.from;
        std::erase_if(known, [](const MovedAddress& old) { return old.from == old.to; });
    }
    known.insert(known.end(), moves.begin(), moves.end());
}

void convertToForEach(Design& design, const ResourceKey& key) {
    convertTo(design, key, AddressForm::ForEach);
}

void convertTo(Design& design, const ResourceKey& key, AddressForm form) {
    const ResourceSet* found = design.addresses.sets.find(key);
    if (!found || found->form == form) return;
    const ResourceSet old = *found;
    ResourceSet set{form, old.members};
    for (ResourceMember& member : set.members)
        member.key.clear();
    if (form == AddressForm::ForEach) giveKeys(design.network, set.members);
    if (form == AddressForm::Count)
        std::stable_partition(set.members.begin(), set.members.end(), [&](const ResourceMember& m) {
            return !isOptional(design.network, m.element);
        });
    std::vector<MovedAddress> moves;
    for (std::size_t i = 0; i < old.members.size(); ++i) {
        const auto now = std::find_if(set.members.begin(), set.members.end(), [&](const ResourceMember& m) {
            return m.element == old.members[i].element;
        });
        MovedAddress move{
            stateAddress(design.network, {&key, &old, i}),
            stateAddress(design.network, {&key, &set, static_cast<std::size_t>(now - set.members.begin())})};
        if (move.from != move.to) moves.push_back(std::move(move));
    }
    if (key.type.rfind("data.", 0) != 0) noteMoves(design.addresses, moves);
    design.addresses.sets.set(key, std::move(set));
}

void removeFromSets(Design& design, const std::vector<TypedElement>& dead) {
    if (dead.empty()) return;
    const std::set<TypedElement> gone(dead.begin(), dead.end());
    std::vector<ResourceKey> touched;
    for (const auto& entry : design.addresses.sets)
        if (std::any_of(entry.value->members.begin(), entry.value->members.end(),
                        [&](const ResourceMember& m) {
                            return gone.contains({m.element, entry.key.type});
                        }))
            touched.push_back(entry.key);
    for (const ResourceKey& key : touched) {
        const auto isDead = [&](const ResourceMember& m) { return gone.contains({m.element, key.type}); };
        const ResourceSet* set = design.addresses.sets.find(key);
        const bool tailOnly = std::is_partitioned(set->members.begin(), set->members.end(),
                                                  [&](const ResourceMember& m) { return !isDead(m); });
        if (set->form == AddressForm::Count && !tailOnly) convertToForEach(design, key);
        ResourceSet rest = *design.addresses.sets.find(key);
        for (std::size_t i = 0; i < rest.members.size(); ++i) {
            if (!isDead(rest.members[i])) continue;
            // What is gone was not moved anywhere.
            const std::string address = toString(AddressRef{&key, &rest, i});
            auto& moved = design.addresses.moved;
            if (!tailOnly)
                moved.erase(std::remove_if(moved.begin(), moved.end(),
                                           [&](const MovedAddress& m) { return m.to == address; }),
                            moved.end());
        }
        rest.members.erase(std::remove_if(rest.members.begin(), rest.members.end(), isDead),
                           rest.members.end());
        if (rest.members.empty())
            design.addresses.sets.remove(key);
        else
            design.addresses.sets.set(key, std::move(rest));
    }
}

bool countOrderHolds(const Design& design, const ResourceSet& set) {
    return set.form != AddressForm::Count ||
           std::is_partitioned(set.members.begin(), set.members.end(), [&](const ResourceMember& m) {
               return !isOptional(design.network, m.element);
           });
}

} // namespace sekisho
