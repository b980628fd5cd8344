// SPDX-License-Identifier: Apache-2.0
#include "core/model/edit_builder.h"
#include "core/model/edits.h"
#include "core/model/references.h"

#include <algorithm>
#include <set>

namespace sekisho::edits {

namespace {

tl::unexpected<Diagnostic> missing(ElementId id) {
    return fail(Code::edit_no_such_element, {{"id", toString(id)}});
}

/// Gives a number to each part that has none.
void numberParts(EditBuilder& edit, Node& node) {
    const auto number = [&](auto& parts) {
        for (auto& part : parts)
            if (part.id.number == 0) part.id.number = edit.fresh(part.id.kind).number;
    };
    std::visit(Overloaded{
                   [&](Vpc& n) { number(n.cidrs); },
                   [&](RouteTable& n) {
                       number(n.routes);
                       number(n.associations);
                   },
                   [&](SecurityGroup& n) { number(n.rules); },
                   [&](NetworkAcl& n) {
                       number(n.rules);
                       number(n.associations);
                   },
                   [&](Workload& n) {
                       number(n.interfaces);
                       number(n.listeners);
                   },
                   [](auto&) {},
               },
               node);
}

template<class T>
bool eraseParts(std::vector<T>& parts, const std::set<ElementId>& gone) {
    return std::erase_if(parts, [&](const T& part) { return gone.contains(part.id); }) > 0;
}

Node withoutParts(Node node, const std::set<ElementId>& gone) {
    std::visit(Overloaded{
                   [&](Vpc& n) { eraseParts(n.cidrs, gone); },
                   [&](RouteTable& n) {
                       eraseParts(n.routes, gone);
                       eraseParts(n.associations, gone);
                   },
                   [&](SecurityGroup& n) { eraseParts(n.rules, gone); },
                   [&](NetworkAcl& n) {
                       eraseParts(n.rules, gone);
                       eraseParts(n.associations, gone);
                   },
                   [&](Workload& n) {
                       eraseParts(n.interfaces, gone);
                       eraseParts(n.listeners, gone);
                   },
                   [](auto&) {},
               },
               node);
    return node;
}

/// " copy" behind the AWS name, so that two groups of one VPC do not bear the same.
NameTemplate copyName(const NameTemplate& name) {
    return name.empty() ? name : *NameTemplate::parse(name.toString() + "-copy");
}

} // namespace

Result<Delta> replaceNode(const Design& design, Node node) {
    EditBuilder edit(design);
    if (!edit.network().find(idOf(node))) return missing(idOf(node));
    numberParts(edit, node);
    edit.put(std::move(node));
    return edit.finish();
}

Result<Delta> rename(const Design& design, ElementId id, std::string name) {
    const Node* node = design.network.find(id);
    if (!node) return missing(id);
    EditBuilder edit(design);
    Node copy = *node;
    baseOf(copy).name = std::move(name);
    edit.put(std::move(copy));
    return edit.finish();
}

Result<Delta> removeElements(const Design& design, const std::vector<ElementId>& elements) {
    EditBuilder edit(design);
    std::map<ElementId, std::set<ElementId>> parts; // by owner
    for (const ElementId element : elements) {
        const auto owner = ownerOf(design.network, element);
        if (!owner) return missing(element);
        if (*owner == element)
            edit.remove(element);
        else
            parts[*owner].insert(element);
    }
    for (const auto& [owner, gone] : parts)
        edit.put(withoutParts(*design.network.find(owner), gone));
    return edit.finish();
}

Result<Delta> duplicateNodes(const Design& design, const std::vector<ElementId>& nodes, std::int32_t dx,
                             std::int32_t dy) {
    EditBuilder edit(design);
    std::set<ElementId> originals;
    for (const ElementId id : nodes) {
        if (!design.network.find(id)) return missing(id);
        originals.insert(id);
    }
    // A container brings what is in it; a NAT gateway its own Elastic IPs.
    for (bool again = true; again;) {
        again = false;
        for (const auto& entry : design.network.nodes) {
            if (originals.contains(entry.key)) continue;
            const bool inside = std::visit(
                Overloaded{
                    [](const Vpc&) { return false; },
                    [&](const AvailabilityZone& n) { return originals.contains(n.vpc); },
                    [&](const Subnet& n) { return originals.contains(n.az); },
                    [&](const InternetGateway& n) { return n.vpc && originals.contains(*n.vpc); },
                    [&](const EgressOnlyInternetGateway& n) { return originals.contains(n.vpc); },
                    [&](const RouteTable& n) { return originals.contains(n.vpc); },
                    [&](const NatGateway& n) {
                        return (n.subnet && originals.contains(*n.subnet)) ||
                               (n.vpc && originals.contains(*n.vpc));
                    },
                    [&](const ElasticIp& n) {
                        for (const NatGateway& nat : design.network.all<NatGateway>())
                            if (originals.contains(nat.id))
                                for (const ElasticIpId eip : nat.elasticIps)
                                    if (eip == n.id) return true;
                        return false;
                    },
                    [&](const SecurityGroup& n) { return originals.contains(n.vpc); },
                    [&](const NetworkAcl& n) { return originals.contains(n.vpc); },
                    [](const PrefixList&) { return false; },
                    [&](const VpcEndpoint& n) { return originals.contains(n.vpc); },
                    [&](const Peering& n) { return originals.contains(n.requester); },
                    [&](const FlowLog& n) {
                        return std::visit([&](auto id) { return originals.contains(id); }, n.resource);
                    },
                    [&](const Workload& n) {
                        return !n.interfaces.empty() &&
                               std::all_of(n.interfaces.begin(), n.interfaces.end(),
                                           [&](const Interface& i) { return originals.contains(i.subnet); });
                    },
                    [](const External&) { return false; },
                },
                *entry.value);
            if (inside) again = originals.insert(entry.key).second || again;
        }
    }
    std::map<ElementId, ElementId> copies;
    for (const ElementId id : originals) {
        copies[id] = edit.fresh(id.kind);
        forEachPart(*design.network.find(id), [&](ElementId part) { copies[part] = edit.fresh(part.kind); });
    }
    std::vector<Cidr> taken;
    for (const Subnet& subnet : design.network.all<Subnet>())
        if (subnet.cidr) taken.push_back(*subnet.cidr);
    for (const ElementId id : originals) {
        Node copy = remapped(*design.network.find(id), [&](ElementId element) {
            const auto it = copies.find(element);
            return it == copies.end() ? element : it->second;
        });
        NodeBase& base = baseOf(copy);
        base.name += " copy";
        base.nameTag = copyName(base.nameTag);
        if (auto* group = std::get_if<SecurityGroup>(&copy)) {
            group->awsName = copyName(group->awsName);
            group->isDefault = false;
        }
        if (auto* acl = std::get_if<NetworkAcl>(&copy)) {
            acl->isDefault = false;
            // A subnet has one ACL, so associations follow only copied subnets.
            std::erase_if(acl->associations,
                          [&](const NetworkAclAssociation& a) { return design.network.get(a.subnet); });
        }
        if (auto* table = std::get_if<RouteTable>(&copy)) {
            table->main = false;
            std::erase_if(table->associations,
                          [&](const RouteTableAssociation& a) { return design.network.get(a.subnet); });
        }
        if (auto* list = std::get_if<PrefixList>(&copy)) list->awsName = copyName(list->awsName);
        if (auto* subnet = std::get_if<Subnet>(&copy)) {
            // Next to its original, the copy needs a block of its own; in a copied VPC it keeps the block.
            const auto vpc = vpcOf(design.network, id);
            const Vpc* space = vpc && !originals.contains(*vpc) ? design.network.get(*vpc) : nullptr;
            if (space && subnet->cidr) {
                std::optional<Cidr> free;
                for (const VpcCidr& block : space->cidrs)
                    if (!free && block.cidr.family() == subnet->cidr->family() &&
                        block.cidr.length() <= subnet->cidr->length())
                        free = firstFree(block.cidr, subnet->cidr->length(), taken);
                if (!free)
                    return fail(
                        Code::edit_no_free_cidr,
                        {{"length", std::to_string(subnet->cidr->length())},
                         {"space", space->cidrs.empty() ? "-" : space->cidrs.front().cidr.toString()}},
                        {*vpc});
                subnet->cidr = free;
                taken.push_back(*free);
            }
            if (space && std::holds_alternative<Ipv6Index>(subnet->ipv6)) subnet->ipv6 = std::monostate();
        }
        edit.put(std::move(copy));
    }
    for (const auto& entry : design.diagram.boxes) {
        const auto node = copies.find(entry.key.node);
        if (node == copies.end()) continue;
        Placement placement{node->second, entry.key.in};
        if (placement.in)
            if (const auto in = copies.find(*placement.in); in != copies.end())
                placement.in = SubnetId::from(in->second);
        Box box = *entry.value;
        box.x += dx;
        box.y += dy;
        edit.diagram().boxes.set(placement, box);
    }
    return edit.finish();
}

Result<Delta> moveSubnet(const Design& design, SubnetId id, AvailabilityZoneId az) {
    const Subnet* subnet = design.network.get(id);
    if (!subnet) return missing(id);
    if (!design.network.get(az)) return missing(az);
    EditBuilder edit(design);
    Subnet copy = *subnet;
    copy.az = az;
    edit.put(std::move(copy));
    return edit.finish();
}

Result<Delta> moveNatGateway(const Design& design, NatGatewayId id, SubnetId subnet) {
    const NatGateway* nat = design.network.get(id);
    if (!nat) return missing(id);
    if (!design.network.get(subnet)) return missing(subnet);
    EditBuilder edit(design);
    NatGateway copy = *nat;
    copy.subnet = subnet;
    edit.put(std::move(copy));
    return edit.finish();
}

Result<Delta> moveToSubnet(const Design& design, ElementId id, SubnetId from, SubnetId to) {
    const Node* node = design.network.find(id);
    if (!node) return missing(id);
    if (!design.network.get(to)) return missing(to);
    EditBuilder edit(design);
    Node copy = *node;
    bool found = false;
    if (auto* workload = std::get_if<Workload>(&copy)) {
        for (Interface& interface : workload->interfaces)
            if (!found && interface.subnet == from) {
                interface.subnet = to;
                interface.privateIp.reset(); // an address of the old subnet
                found = true;
            }
    } else if (auto* endpoint = std::get_if<VpcEndpoint>(&copy)) {
        const auto it = std::find(endpoint->subnets.begin(), endpoint->subnets.end(), from);
        found = it != endpoint->subnets.end();
        if (found &&
            std::find(endpoint->subnets.begin(), endpoint->subnets.end(), to) == endpoint->subnets.end())
            *it = to;
        else if (found)
            endpoint->subnets.erase(it);
    }
    if (!found) return missing(from);
    edit.put(std::move(copy));
    edit.diagram().boxes.remove({id, from});
    return edit.finish();
}

Result<Delta> placeBoxes(const Design& design,
                         const std::vector<std::pair<Placement, std::optional<Box>>>& boxes) {
    EditBuilder edit(design);
    for (const auto& [placement, box] : boxes) {
        if (!design.network.find(placement.node)) return missing(placement.node);
        if (placement.in && !design.network.get(*placement.in)) return missing(*placement.in);
        if (box)
            edit.diagram().boxes.set(placement, *box);
        else
            edit.diagram().boxes.remove(placement);
    }
    return edit.finish();
}

Result<Delta> setNatEnabled(const Design& design, bool enabled) {
    EditBuilder edit(design);
    edit.settings().natEnabled = enabled;
    return edit.finish();
}

Result<Delta> setSettings(const Design& design, Settings settings) {
    EditBuilder edit(design);
    edit.settings() = std::move(settings);
    return edit.finish();
}

Result<Delta> setNotes(const Design& design, Notes notes) {
    EditBuilder edit(design);
    edit.notes() = std::move(notes);
    return edit.finish();
}

} // namespace sekisho::edits
