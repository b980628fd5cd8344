// SPDX-License-Identifier: Apache-2.0
#include "core/model/edit_builder.h"
#include "core/model/fragment.h"
#include "core/model/references.h"
#include "core/model/unused.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace sekisho {

namespace {

/// Whether a table serves subnets of held zones and no others: the private table of a zone with its NAT
/// route.
bool servesOnly(const Network& network, const RouteTable& table, const std::set<ElementId>& held) {
    return !table.main && !table.associations.empty() &&
           std::all_of(table.associations.begin(), table.associations.end(),
                       [&](const RouteTableAssociation& a) {
                           const Subnet* subnet = network.get(a.subnet);
                           return subnet && held.contains(subnet->az);
                       });
}

/// Whether a node lies in something of `held`, so that it comes along.
bool liesIn(const Network& network, const Node& node, const std::set<ElementId>& held) {
    return std::visit(
        Overloaded{
            [](const Vpc&) { return false; },
            [&](const AvailabilityZone& n) { return held.contains(n.vpc); },
            [&](const Subnet& n) { return held.contains(n.az); },
            [&](const InternetGateway& n) { return n.vpc && held.contains(*n.vpc); },
            [&](const EgressOnlyInternetGateway& n) { return held.contains(n.vpc); },
            [&](const RouteTable& n) { return held.contains(n.vpc) || servesOnly(network, n, held); },
            [&](const NatGateway& n) {
                return (n.subnet && held.contains(*n.subnet)) || (n.vpc && held.contains(*n.vpc));
            },
            [&](const ElasticIp& n) {
                for (const NatGateway& nat : network.all<NatGateway>())
                    if (held.contains(nat.id) &&
                        std::find(nat.elasticIps.begin(), nat.elasticIps.end(), n.id) != nat.elasticIps.end())
                        return true;
                return false;
            },
            [&](const SecurityGroup& n) { return held.contains(n.vpc); },
            [&](const NetworkAcl& n) { return held.contains(n.vpc); },
            [](const PrefixList&) { return false; },
            [&](const VpcEndpoint& n) { return held.contains(n.vpc); },
            [&](const Peering& n) { return held.contains(n.requester); },
            [&](const FlowLog& n) {
                return std::visit([&](auto id) { return held.contains(id); }, n.resource);
            },
            [&](const Workload& n) {
                return std::any_of(n.interfaces.begin(), n.interfaces.end(),
                                   [&](const Interface& i) { return held.contains(i.subnet); });
            },
            [](const External&) { return false; },
        },
        node);
}

/// A zone that became another, as names tell of it: "ap-northeast-1c" and "1c" become "ap-northeast-1d" and
/// "1d".
using NewZones = std::vector<std::pair<std::string, std::string>>;

void addZone(NewZones& zones, const std::string& from, const std::string& to) {
    const auto brief = [](const std::string& zone) {
        return zone.size() > 2 ? zone.substr(zone.size() - 2) : zone;
    };
    zones.emplace_back(from, to);
    if (brief(from) != brief(to)) zones.emplace_back(brief(from), brief(to));
}

/// The name after the new zone, if it is, or ends in, an old one as a word of its own.
std::optional<std::string> afterZone(const std::string& name, const NewZones& zones) {
    for (const auto& [from, to] : zones) {
        if (!name.ends_with(from)) continue;
        const std::string before = name.substr(0, name.size() - from.size());
        if (before.empty() || before.ends_with('-') || before.ends_with('_') || before.ends_with(' '))
            return before + to;
    }
    return std::nullopt;
}

NameTemplate afterZone(const NameTemplate& name, const NewZones& zones) {
    const auto renamed = afterZone(name.toString(), zones);
    return renamed ? *NameTemplate::parse(*renamed) : name;
}

NameTemplate copyName(const NameTemplate& name) {
    return name.empty() ? name : *NameTemplate::parse(name.toString() + "-copy");
}

/// Where the parts of a fragment go that were not in something that came along.
struct Places {
    std::optional<VpcId> vpc;
    std::optional<AvailabilityZoneId> az;
    std::optional<SubnetId> subnet;
};

Places placesIn(const Network& network, const std::optional<ElementId>& into) {
    Places places;
    if (!into) return places;
    if (const auto id = SubnetId::from(*into))
        if (const Subnet* subnet = network.get(*id)) {
            places.subnet = id;
            places.az = subnet->az;
        }
    if (const auto id = AvailabilityZoneId::from(*into)) places.az = id;
    if (const auto id = VpcId::from(*into)) places.vpc = id;
    if (!places.vpc) places.vpc = vpcOf(network, *into);
    // A zone or VPC with a single fitting place is as good as that place.
    if (!places.az && places.vpc)
        if (const auto zones = zonesOf(network, *places.vpc); zones.size() == 1)
            places.az = zones.front()->id;
    return places;
}

/// The one thing a fragment's root is moved to, by changing the reference to its container. `kept`: the node
/// whose references lead out of the fragment still stands where it stood.
void moveInto(Node& node, const Places& places, const std::set<ElementId>& inside) {
    const auto out = [&](ElementId id) { return !inside.contains(id); };
    std::visit(Overloaded{
                   [](Vpc&) {},
                   [&](AvailabilityZone& n) {
                       if (places.vpc && out(n.vpc)) n.vpc = *places.vpc;
                   },
                   [&](Subnet& n) {
                       if (places.az && out(n.az)) n.az = *places.az;
                   },
                   [&](InternetGateway& n) {
                       if (places.vpc && (!n.vpc || out(*n.vpc))) n.vpc = *places.vpc;
                   },
                   [&](EgressOnlyInternetGateway& n) {
                       if (places.vpc && out(n.vpc)) n.vpc = *places.vpc;
                   },
                   [&](RouteTable& n) {
                       if (places.vpc && out(n.vpc)) n.vpc = *places.vpc;
                   },
                   [&](NatGateway& n) {
                       if (n.subnet && places.subnet && out(*n.subnet)) n.subnet = *places.subnet;
                       if (n.vpc && places.vpc && out(*n.vpc)) n.vpc = *places.vpc;
                   },
                   [](ElasticIp&) {},
                   [&](SecurityGroup& n) {
                       if (places.vpc && out(n.vpc)) n.vpc = *places.vpc;
                   },
                   [&](NetworkAcl& n) {
                       if (places.vpc && out(n.vpc)) n.vpc = *places.vpc;
                   },
                   [](PrefixList&) {},
                   [&](VpcEndpoint& n) {
                       if (places.vpc && out(n.vpc)) n.vpc = *places.vpc;
                       if (n.type != EndpointType::Interface || !places.subnet) return;
                       const bool stays = std::any_of(n.subnets.begin(), n.subnets.end(), [&](SubnetId id) {
                           return !out(id) || id == *places.subnet;
                       });
                       if (!stays) n.subnets = {*places.subnet};
                   },
                   [&](Peering& n) {
                       if (places.vpc && out(n.requester)) n.requester = *places.vpc;
                   },
                   [&](FlowLog& n) {
                       if (const auto* vpc = std::get_if<VpcId>(&n.resource); vpc && places.vpc && out(*vpc))
                           n.resource = *places.vpc;
                       if (const auto* subnet = std::get_if<SubnetId>(&n.resource);
                           subnet && places.subnet && out(*subnet))
                           n.resource = *places.subnet;
                   },
                   [&](Workload& n) {
                       if (!places.subnet || n.interfaces.empty()) return;
                       const bool stays =
                           std::any_of(n.interfaces.begin(), n.interfaces.end(), [&](const Interface& i) {
                               return !out(i.subnet) || i.subnet == *places.subnet;
                           });
                       if (stays) return;
                       n.interfaces.resize(1);
                       n.interfaces.front().subnet = *places.subnet;
                   },
                   [](External&) {},
               },
               node);
}

/// What a copy must not share with its original: addresses, being the default or main one, associations of
/// subnets that have theirs.
void makeOwn(Node& copy, const std::set<ElementId>& fresh) {
    if (auto* group = std::get_if<SecurityGroup>(&copy)) group->isDefault = false;
    if (auto* acl = std::get_if<NetworkAcl>(&copy)) {
        acl->isDefault = false;
        std::erase_if(acl->associations,
                      [&](const NetworkAclAssociation& a) { return !fresh.contains(a.subnet); });
    }
    if (auto* table = std::get_if<RouteTable>(&copy)) {
        table->main = false;
        std::erase_if(table->associations,
                      [&](const RouteTableAssociation& a) { return !fresh.contains(a.subnet); });
    }
    if (auto* nat = std::get_if<NatGateway>(&copy)) nat->privateIp.reset();
    if (auto* workload = std::get_if<Workload>(&copy)) {
        // A drawing in a subnet that was not copied stays with the original, if another came along.
        const bool any = std::any_of(workload->interfaces.begin(), workload->interfaces.end(),
                                     [&](const Interface& i) { return fresh.contains(i.subnet); });
        if (any)
            std::erase_if(workload->interfaces,
                          [&](const Interface& i) { return !fresh.contains(i.subnet); });
        for (Interface& interface : workload->interfaces) {
            interface.privateIp.reset();
            if (interface.elasticIp && !fresh.contains(*interface.elasticIp)) interface.elasticIp.reset();
        }
    }
}

std::set<std::string> namesOf(const Network& network, Kind kind) {
    std::set<std::string> names;
    for (const auto& entry : network.nodes)
        if (entry.key.kind == kind) names.insert(baseOf(*entry.value).name);
    return names;
}

/// Keeps the block of a pasted subnet where it is free and within the VPC, else takes the next free one.
Result<void> findBlock(const EditBuilder& edit, Subnet& subnet) {
    if (!subnet.cidr) return {};
    const auto vpcId = vpcOf(edit.network(), subnet.az);
    const Vpc* vpc = vpcId ? edit.network().get(*vpcId) : nullptr;
    if (!vpc) return {};
    std::vector<Cidr> taken;
    for (const Subnet& other : edit.network().all<Subnet>())
        if (other.cidr && vpcOf(edit.network(), other.id) == vpcId) taken.push_back(*other.cidr);
    const auto clashes = [&](const Cidr& block) {
        return std::any_of(taken.begin(), taken.end(),
                           [&](const Cidr& other) { return other.overlaps(block); });
    };
    const bool within = std::any_of(vpc->cidrs.begin(), vpc->cidrs.end(),
                                    [&](const VpcCidr& block) { return block.cidr.contains(*subnet.cidr); });
    if (within && !clashes(*subnet.cidr)) return {};
    for (const VpcCidr& block : vpc->cidrs)
        if (block.cidr.family() == subnet.cidr->family() && block.cidr.length() <= subnet.cidr->length())
            if (const auto free = firstFree(block.cidr, subnet.cidr->length(), taken)) {
                subnet.cidr = free;
                return {};
            }
    return fail(Code::edit_no_free_cidr,
                {{"length", std::to_string(subnet.cidr->length())},
                 {"space", vpc->cidrs.empty() ? "-" : vpc->cidrs.front().cidr.toString()}},
                {*vpcId});
}

/// Has a subnet go by a table or ACL of its VPC, or an endpoint reach into it; a table by an endpoint: if
/// that is still there.
void join(EditBuilder& edit, const Joined& joined) {
    const Node* holder = edit.network().find(joined.holder);
    if (!holder || vpcOf(edit.network(), joined.member) != vpcOf(edit.network(), joined.holder)) return;
    Node node = *holder;
    if (const auto subnet = SubnetId::from(joined.member)) {
        if (auto* table = std::get_if<RouteTable>(&node))
            table->associations.push_back({edit.fresh<Kind::RouteTableAssociation>(), *subnet});
        else if (auto* acl = std::get_if<NetworkAcl>(&node))
            acl->associations.push_back({edit.fresh<Kind::NetworkAclAssociation>(), *subnet, joined.active});
        else if (auto* endpoint = std::get_if<VpcEndpoint>(&node))
            endpoint->subnets.push_back(*subnet);
    } else if (const auto table = RouteTableId::from(joined.member)) {
        if (auto* endpoint = std::get_if<VpcEndpoint>(&node)) endpoint->routeTables.push_back(*table);
    }
    edit.put(std::move(node));
}

/// Whether a workload, which came with a zone, is in other zones too and still there: then it is not copied,
/// but stands in the copied zone as well, as a load balancer does.
bool spansOutOf(const Network& network, const Fragment& fragment, const Workload& workload,
                const std::set<ElementId>& inside, const Places& places) {
    const Workload* now = network.get(workload.id);
    if (!now || now->interfaces.empty()) return false;
    if (std::find(fragment.roots.begin(), fragment.roots.end(), ElementId(workload.id)) !=
        fragment.roots.end())
        return false;
    if (places.vpc && places.vpc != vpcOf(network, now->interfaces.front().subnet)) return false;
    bool anyInside = false, anyOutside = false;
    for (const Interface& interface : workload.interfaces) {
        if (!inside.contains(interface.subnet)) {
            anyOutside = true;
            continue;
        }
        const auto subnet = std::find_if(fragment.nodes.begin(), fragment.nodes.end(), [&](const Node& node) {
            return idOf(node) == ElementId(interface.subnet);
        });
        anyInside = anyInside || inside.contains(std::get<Subnet>(*subnet).az);
    }
    return anyInside && anyOutside;
}

} // namespace

Fragment fragmentOf(const Design& design, const std::vector<ElementId>& nodes) {
    std::set<ElementId> held;
    Fragment fragment;
    for (const ElementId id : nodes)
        if (design.network.find(id) && held.insert(id).second) fragment.roots.push_back(id);
    for (bool again = true; again;) {
        again = false;
        for (const auto& entry : design.network.nodes)
            if (!held.contains(entry.key) && liesIn(design.network, *entry.value, held))
                again = held.insert(entry.key).second || again;
    }
    for (const ElementId id : held)
        fragment.nodes.push_back(*design.network.find(id));
    for (const RouteTable& table : design.network.all<RouteTable>())
        for (const RouteTableAssociation& a : table.associations)
            if (!held.contains(table.id) && held.contains(a.subnet))
                fragment.joined.push_back({a.subnet, table.id});
    for (const NetworkAcl& acl : design.network.all<NetworkAcl>())
        for (const NetworkAclAssociation& a : acl.associations)
            if (!held.contains(acl.id) && held.contains(a.subnet))
                fragment.joined.push_back({a.subnet, acl.id, a.active});
    for (const VpcEndpoint& endpoint : design.network.all<VpcEndpoint>()) {
        if (held.contains(endpoint.id)) continue;
        for (const RouteTableId table : endpoint.routeTables)
            if (held.contains(table)) fragment.joined.push_back({table, endpoint.id});
        // One network interface in each zone: a copy within the same zone gets none.
        for (const SubnetId id : endpoint.subnets)
            if (const Subnet* subnet = design.network.get(id); held.contains(id) && held.contains(subnet->az))
                fragment.joined.push_back({id, endpoint.id});
    }
    for (const auto& entry : design.diagram.boxes)
        if (held.contains(entry.key.node)) fragment.boxes.emplace_back(entry.key, *entry.value);
    return fragment;
}

namespace edits {

Result<Pasted> pasteFragment(const Design& design, const Fragment& fragment, const PasteOptions& options) {
    EditBuilder edit(design);
    std::set<ElementId> inside;
    for (const Node& node : fragment.nodes)
        inside.insert(idOf(node));
    // Copies get their numbers first, so that references can be put right in one go.
    std::map<ElementId, ElementId> copies;
    std::set<ElementId> fresh;
    for (const Node& node : fragment.nodes) {
        fresh.insert(copies[idOf(node)] = edit.fresh(idOf(node).kind));
        forEachPart(node, [&](ElementId part) { copies[part] = edit.fresh(part.kind); });
    }
    const Places places = placesIn(design.network, options.into);
    std::vector<const Workload*> extended;
    if (options.sameDesign)
        for (const Node& node : fragment.nodes)
            if (const auto* workload = std::get_if<Workload>(&node);
                workload && spansOutOf(design.network, fragment, *workload, inside, places)) {
                extended.push_back(workload);
                copies.erase(workload->id);
            }
    const auto map = [&](ElementId id) {
        const auto it = copies.find(id);
        return it == copies.end() ? id : it->second;
    };

    // A container is there before what it holds, because ids are in the order of kinds.
    std::map<ElementId, std::optional<SubnetId>> moved; // copy -> the subnet its one drawing is in now
    NewZones newZones;
    for (const Node& original : fragment.nodes) {
        if (!copies.contains(idOf(original))) continue;
        Node node = original;
        moveInto(node, places, inside);
        std::set<ElementId> lost;
        forEachReference(node, [&](ElementId, ElementId target) {
            if (inside.contains(target)) return;
            const bool place = target == ElementId(places.vpc.value_or(VpcId{})) ||
                               target == ElementId(places.az.value_or(AvailabilityZoneId{})) ||
                               target == ElementId(places.subnet.value_or(SubnetId{}));
            if (place) return;
            if (!options.sameDesign || !design.network.find(target)) lost.insert(target);
        });
        const auto whole = detached(node, lost);
        if (!whole)
            return fail(Code::edit_dangling,
                        {{"from", baseOf(node).name}, {"to", lost.empty() ? "-" : toString(*lost.begin())}});
        Node copy = remapped(*whole, map);
        makeOwn(copy, fresh);
        NodeBase& base = baseOf(copy);
        const ElementId id = idOf(copy);
        if (auto* az = std::get_if<AvailabilityZone>(&copy)) {
            const auto there = zonesOf(edit.network(), az->vpc);
            if (std::any_of(there.begin(), there.end(),
                            [&](const AvailabilityZone* other) { return other->zone == az->zone; })) {
                const std::string before =
                    std::exchange(az->zone, nextZone(edit.network(), az->vpc, design.settings.region,
                                                     options.zonesOfRegion));
                addZone(newZones, before, az->zone);
            }
        }
        const auto names = namesOf(edit.network(), id.kind);
        if (const auto renamed = afterZone(base.name, newZones); renamed && !names.contains(*renamed)) {
            base.name = *renamed;
            base.nameTag = afterZone(base.nameTag, newZones);
        }
        if (names.contains(base.name) && id.kind != Kind::AvailabilityZone) {
            base.name += " copy";
            for (int n = 2; names.contains(base.name); ++n)
                base.name = baseOf(original).name + " copy " + std::to_string(n);
            base.nameTag = copyName(base.nameTag);
            if (auto* group = std::get_if<SecurityGroup>(&copy)) group->awsName = copyName(group->awsName);
            if (auto* list = std::get_if<PrefixList>(&copy)) list->awsName = copyName(list->awsName);
        }
        if (auto* subnet = std::get_if<Subnet>(&copy)) {
            if (const auto found = findBlock(edit, *subnet); !found) return fail(found.error());
            const auto vpc = vpcOf(edit.network(), subnet->az);
            if (std::holds_alternative<Ipv6Index>(subnet->ipv6) && vpc && !fresh.contains(*vpc))
                subnet->ipv6 = std::monostate();
        }
        if (const auto* workload = std::get_if<Workload>(&copy); workload && workload->interfaces.size() == 1)
            moved[id] = workload->interfaces.front().subnet;
        edit.put(std::move(copy));
    }
    for (const Workload* original : extended) {
        Workload workload = *edit.network().get(original->id);
        for (const Interface& interface : original->interfaces) {
            if (!inside.contains(interface.subnet)) continue;
            Interface own = interface;
            own.id = InterfaceId{copies.at(interface.id).number};
            own.subnet = SubnetId{copies.at(interface.subnet).number};
            own.privateIp.reset();
            own.elasticIp.reset();
            workload.interfaces.push_back(own);
        }
        edit.put(std::move(workload));
    }
    if (options.sameDesign)
        for (const Joined& joined : fragment.joined)
            if (const auto copy = copies.find(joined.member); copy != copies.end())
                join(edit, {copy->second, joined.holder, joined.active});

    const std::set<ElementId> roots(fragment.roots.begin(), fragment.roots.end());
    std::set<Placement> placed;
    for (const auto& [where, box] : fragment.boxes) {
        const auto node = copies.find(where.node);
        // An extended workload is drawn anew where a subnet of it was copied.
        const bool isNew = node != copies.end() || (where.in && inside.contains(*where.in));
        if (!isNew) continue;
        Placement placement{map(where.node), {}};
        if (where.in) {
            placement.in = SubnetId::from(map(*where.in));
            if (const auto it = moved.find(placement.node); it != moved.end() && it->second)
                placement.in = it->second;
            if (!edit.network().get(*placement.in)) continue;
        }
        if (!placed.insert(placement).second) continue;
        Box shifted = box;
        if (roots.contains(where.node)) {
            shifted.x += options.dx;
            shifted.y += options.dy;
        }
        edit.diagram().boxes.set(placement, shifted);
    }

    auto delta = edit.finish();
    if (!delta) return fail(delta.error());
    Pasted pasted{std::move(*delta), {}};
    for (const ElementId root : fragment.roots)
        if (const auto it = copies.find(root); it != copies.end()) pasted.roots.push_back(it->second);
    return pasted;
}

} // namespace edits
} // namespace sekisho
