// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/layout_builder.h"

#include <algorithm>
#include <cmath>

namespace sekisho::canvas {

namespace {

/// Above this many groups in a VPC the spine would be a tower: they all go to the shelf.
constexpr std::size_t mostSpineChips = 48;
constexpr std::size_t fewChips = 8; ///< stand in the spine even without a member
constexpr int mostStaggered = 8;    ///< columns of tiles that each have rows of their own for ribbons

int tierRank(Tier tier) {
    return tier == Tier::Public ? 0 : tier == Tier::Private ? 1 : 2;
}

/// For lists that get one node after the other: it can only stand at the end already.
void addOnce(std::vector<ElementId>& list, ElementId id) {
    if (list.empty() || list.back() != id) list.push_back(id);
}

} // namespace

LayoutBuilder::LayoutBuilder(const Design& design, const Links& links)
    : m_design(design), m_network(design.network), m_links(links) {}

LayoutBuilder::VpcPlan* LayoutBuilder::planOf(VpcId vpc) {
    const auto it = m_vpcIndex.find(vpc.number);
    return it == m_vpcIndex.end() ? nullptr : &m_vpcs[it->second];
}

void LayoutBuilder::sortOut() {
    for (const Vpc& vpc : m_network.all<Vpc>()) {
        m_vpcIndex.emplace(vpc.id.number, m_vpcs.size());
        m_vpcs.emplace_back().vpc = &vpc;
    }
    for (const Subnet& subnet : m_network.all<Subnet>())
        m_subnets[subnet.id.number].subnet = &subnet;
    const auto into = [&](SubnetId subnet, ElementId node) {
        const auto it = m_subnets.find(subnet.number);
        if (it != m_subnets.end()) addOnce(it->second.members, node);
    };
    for (const Workload& workload : m_network.all<Workload>())
        for (const Interface& interface : workload.interfaces)
            into(interface.subnet, workload.id);
    for (const VpcEndpoint& endpoint : m_network.all<VpcEndpoint>())
        for (const SubnetId subnet : endpoint.subnets)
            into(subnet, endpoint.id);
    sortNats();
    for (const NetworkAcl& acl : m_network.all<NetworkAcl>())
        for (const NetworkAclAssociation& association : acl.associations) {
            auto& gates = m_gates[association.subnet.number];
            const auto same = std::find_if(gates.begin(), gates.end(),
                                           [&](const auto& gate) { return gate.first == acl.id; });
            if (same == gates.end())
                gates.emplace_back(acl.id, association.active);
            else
                same->second = same->second || association.active;
        }
    // A table whose routes all lead to the gateways on the upper border stands at the top; one whose routes
    // go elsewhere too stands where the route lane is.
    for (const RouteLink& link : m_links.routes) {
        const bool up = link.to.node.kind == Kind::InternetGateway ||
                        link.to.node.kind == Kind::EgressOnlyInternetGateway;
        const auto [it, fresh] = m_tableAtTop.try_emplace(link.from.node.number, up);
        it->second = it->second && up;
    }
    std::map<VpcId, RouteTableId> mains;
    for (const RouteTable& table : m_network.all<RouteTable>()) {
        if (table.main) mains.try_emplace(table.vpc, table.id);
        for (const RouteTableAssociation& association : table.associations) {
            auto& tables = m_tables[association.subnet.number];
            if (std::find(tables.begin(), tables.end(), table.id) == tables.end()) tables.push_back(table.id);
        }
    }
    for (VpcPlan& plan : m_vpcs)
        planZones(plan);
    for (VpcPlan& plan : m_vpcs)
        if (const auto main = mains.find(plan.vpc->id); main != mains.end())
            for (const ZonePlan& zone : plan.zones)
                for (const SubnetPlan& subnet : zone.subnets)
                    if (auto& tables = m_tables[subnet.subnet->id.number]; tables.empty())
                        tables.push_back(main->second);
    sortGroups();
    sortOthers();
}

void LayoutBuilder::sortNats() {
    std::set<ElementId> taken;
    for (const NatGateway& nat : m_network.all<NatGateway>()) {
        if (!nat.subnet) continue;
        const auto it = m_subnets.find(nat.subnet->number);
        if (it == m_subnets.end()) continue;
        OuterRow row{{nat.id, {}}, {}};
        for (const ElasticIpId eip : nat.elasticIps)
            if (m_network.get(eip) && taken.insert(eip).second) row.addresses.push_back(eip);
        it->second.outer.push_back(std::move(row));
    }
    for (const Workload& workload : m_network.all<Workload>())
        for (const Interface& interface : workload.interfaces) {
            if (!interface.elasticIp || !m_network.get(*interface.elasticIp)) continue;
            const auto it = m_subnets.find(interface.subnet.number);
            if (it == m_subnets.end() || !taken.insert(*interface.elasticIp).second) continue;
            it->second.outer.push_back({{workload.id, interface.subnet}, {*interface.elasticIp}});
        }
    for (const FlowLog& log : m_network.all<FlowLog>())
        if (const auto* subnet = std::get_if<SubnetId>(&log.resource))
            if (const auto it = m_subnets.find(subnet->number); it != m_subnets.end())
                it->second.outer.push_back({{log.id, {}}, {}});
}

void LayoutBuilder::planZones(VpcPlan& plan) {
    const auto zones = zonesOf(m_network, plan.vpc->id);
    std::map<AvailabilityZoneId, std::size_t> byId;
    for (const AvailabilityZone* zone : zones) {
        byId.emplace(zone->id, plan.zones.size());
        plan.zones.push_back({zone, {}, plan.zones.size() >= (zones.size() + 1) / 2, {}});
    }
    for (auto it = m_subnets.begin(); it != m_subnets.end();) {
        const auto zone = byId.find(it->second.subnet->az);
        if (zone == byId.end()) {
            ++it;
            continue;
        }
        plan.zones[zone->second].subnets.push_back(std::move(it->second));
        it = m_subnets.erase(it);
    }
    std::array<std::vector<std::vector<SubnetPlan*>>, 3> tiers;
    for (ZonePlan& zone : plan.zones) {
        std::sort(zone.subnets.begin(), zone.subnets.end(), [](const SubnetPlan& a, const SubnetPlan& b) {
            return std::pair(tierRank(a.subnet->tier), a.subnet->id) <
                   std::pair(tierRank(b.subnet->tier), b.subnet->id);
        });
        std::array<std::size_t, 3> next{};
        for (SubnetPlan& subnet : zone.subnets) {
            auto& tier = tiers[std::size_t(tierRank(subnet.subnet->tier))];
            const std::size_t turn = next[std::size_t(tierRank(subnet.subnet->tier))]++;
            if (tier.size() <= turn) tier.resize(turn + 1);
            tier[turn].push_back(&subnet);
        }
    }
    for (auto& tier : tiers)
        for (auto& subnets : tier) {
            Band band;
            std::vector<const SubnetPlan*> all(subnets.begin(), subnets.end());
            planBand(band, all);
            for (SubnetPlan* subnet : subnets)
                subnet->band = int(plan.bands.size());
            plan.bands.push_back(std::move(band));
        }
    // A zone is as wide as what is in it.
    for (ZonePlan& zone : plan.zones)
        for (const SubnetPlan& subnet : zone.subnets)
            zone.innerWidth =
                std::max(zone.innerWidth, widthOf(subnet, plan.bands[std::size_t(subnet.band)]));
    placeSubnets(plan);
}

double LayoutBuilder::widthOf(const SubnetPlan& subnet, const Band& band) {
    int columns = 0;
    for (const ElementId member : subnet.members)
        columns = std::max(columns, band.slot.at(member) % band.columns + 1);
    double outer = 0;
    for (const OuterRow& row : subnet.outer)
        outer = std::max(outer, outerRowWidth(row));
    return 2 * padding + columns * tileColumn + outer;
}

double LayoutBuilder::outerRowWidth(const OuterRow& row) {
    return 104.0 + 79.0 * double(row.addresses.size());
}

void LayoutBuilder::planBand(Band& band, const std::vector<const SubnetPlan*>& subnets) {
    // By whether it is an endpoint, which come after workloads: the subnets it is drawn in.
    std::map<std::pair<bool, ElementId>, std::vector<std::size_t>> members;
    double outerHeight = 0;
    for (std::size_t s = 0; s < subnets.size(); ++s) {
        for (const ElementId id : subnets[s]->members)
            members[{id.kind != Kind::Workload, id}].push_back(s);
        outerHeight = std::max(outerHeight, double(subnets[s]->outer.size()) * tileRow);
    }
    // Each has one row in all zones: the first that is free wherever it is drawn.
    std::vector<std::vector<bool>> used(subnets.size());
    std::vector<std::size_t> free(subnets.size(), 0); // the first free row of each
    int all = 0, count = 0;
    for (const auto& [key, in] : members) {
        std::size_t slot = 0;
        for (const std::size_t s : in)
            slot = std::max(slot, free[s]);
        const auto isTaken = [&](std::size_t s) { return slot < used[s].size() && used[s][slot]; };
        while (std::any_of(in.begin(), in.end(), isTaken))
            ++slot;
        for (const std::size_t s : in) {
            used[s].resize(std::max(used[s].size(), slot + 1), false);
            used[s][slot] = true;
            while (free[s] < used[s].size() && used[s][free[s]])
                ++free[s];
        }
        band.slot.emplace(key.second, int(slot));
        all = std::max(all, int(slot) + 1);
        // Behind the last that is placed here no room is kept for what people put elsewhere.
        if (std::any_of(in.begin(), in.end(), [&, id = key.second](std::size_t s) {
                return !boxOf({id, subnets[s]->subnet->id});
            }))
            count = std::max(count, int(slot) + 1);
    }
    band.columns = all <= 4 ? 1 : all <= 12 ? 2 : all <= 24 ? 3 : int(std::ceil(std::sqrt(all)));
    const int rows = (count + band.columns - 1) / band.columns;
    double height = count == 0 ? 0 : rows * tileRow;
    if (band.columns > 1 && band.columns <= mostStaggered && count > 0) {
        // Columns stand lower by a part of a row each, so that every tile has a row for its ribbon.
        const int last = (count - 1) % band.columns;
        height =
            std::max((rows - 1) * tileRow + last * tileRow / band.columns,
                     rows > 1 ? (rows - 2) * tileRow + (band.columns - 1) * tileRow / band.columns : 0.0) +
            tileRow;
    }
    band.height = subnetHeader + 3 + std::max({height, outerHeight, 56.0});
}

void LayoutBuilder::placeTiles(SubnetPlan& subnet, const Band& band, bool right, double innerWidth) {
    const SubnetId id = subnet.subnet->id;
    const QPointF content(padding, subnetHeader + padding);
    const double half = tileSize / 2;
    std::vector<QRectF> fixed; // extents of what was put by hand
    const auto byHand = [&](const Placement& placement, Shape shape) {
        const Box* box = boxOf(placement);
        if (!box) return false;
        const double size = shape == Shape::SmallTile ? smallTile / 2 : half;
        const QPointF center = content + QPointF(std::max(0, box->x) + size, std::max(0, box->y) + size);
        subnet.tiles.push_back({placement, center, shape});
        fixed.push_back(
            QRectF(center.x() - half - 12, center.y() - size - 6, 2 * half + 24, 2 * size + underTile + 6));
        return true;
    };
    for (const ElementId member : subnet.members)
        byHand({member, id}, Shape::Tile);
    for (const OuterRow& row : subnet.outer) {
        if (!row.main.in) byHand(row.main, Shape::Tile);
        for (const ElementId address : row.addresses)
            byHand({address, {}}, Shape::SmallTile);
    }
    double width = innerWidth, height = band.height;
    for (const QRectF& rect : fixed) {
        width = std::max(width, rect.right() + padding);
        height = std::max(height, rect.bottom() + padding);
    }
    if (const Box* box = boxOf({id, {}})) {
        width = std::max(width, double(box->width.value_or(0)));
        height = std::max(height, double(box->height.value_or(0)));
    }
    const double first = subnetHeader + padding - 1 + half;
    const auto slotCenter = [&](int slot) {
        const int column = slot % band.columns, row = slot / band.columns;
        const double stagger = band.columns <= mostStaggered ? column * tileRow / band.columns : 0;
        const double x = 52 + column * tileColumn;
        return QPointF(right ? x : width - x, first + row * tileRow + stagger);
    };
    const auto isFree = [&](QPointF center, double size) {
        const QRectF rect(center.x() - half - 12, center.y() - size - 6, 2 * half + 24,
                          2 * size + underTile + 6);
        return std::none_of(fixed.begin(), fixed.end(),
                            [&](const QRectF& other) { return other.intersects(rect); });
    };
    // Each has the slot of its place in the band, also while others were put elsewhere; only what would be
    // covered gives way.
    std::set<int> used;
    std::vector<ElementId> displaced;
    for (const ElementId member : subnet.members) {
        if (boxOf({member, id})) continue;
        const int slot = band.slot.at(member);
        if (isFree(slotCenter(slot), half)) {
            used.insert(slot);
            subnet.tiles.push_back({{member, id}, slotCenter(slot)});
        } else {
            displaced.push_back(member);
        }
    }
    for (const ElementId member : displaced) {
        int slot = 0;
        while (used.contains(slot) || !isFree(slotCenter(slot), half))
            ++slot;
        used.insert(slot);
        subnet.tiles.push_back({{member, id}, slotCenter(slot)});
    }
    int row = 0;
    for (const OuterRow& outer : subnet.outer) {
        const auto center = [&](std::size_t turn) {
            const double x = 54 + 79 * double(turn);
            return QPointF(right ? width - x : x, first + row * tileRow);
        };
        std::size_t turn = 0;
        while (!isFree(center(0), half) && row < 200)
            ++row;
        if (!outer.main.in && !boxOf(outer.main)) subnet.tiles.push_back({outer.main, center(0)});
        turn = outer.main.in ? 0 : 1;
        for (const ElementId address : outer.addresses) {
            if (!boxOf({address, {}}))
                subnet.tiles.push_back({{address, {}}, center(turn), Shape::SmallTile});
            subnet.lines.emplace_back(Placement{address, {}}, outer.main);
            ++turn;
        }
        ++row;
    }
    for (const SubnetPlan::Tile& tile : subnet.tiles) {
        const double size = tile.shape == Shape::SmallTile ? smallTile / 2 : half;
        height = std::max(height, tile.center.y() + size + underTile);
    }
    subnet.rect = QRectF(right ? 0 : routeLane - padding, 0, width, height);
}

void LayoutBuilder::placeSubnets(VpcPlan& plan) {
    std::vector<std::vector<QRectF>> byHand(plan.zones.size());
    for (std::size_t z = 0; z < plan.zones.size(); ++z)
        for (SubnetPlan& subnet : plan.zones[z].subnets) {
            placeTiles(subnet, plan.bands[std::size_t(subnet.band)], plan.zones[z].right,
                       plan.zones[z].innerWidth);
            if (const Box* box = boxOf({subnet.subnet->id, {}})) {
                subnet.rect.moveTopLeft(QPointF(std::max(0, box->x), std::max(0, box->y)));
                byHand[z].push_back(subnet.rect);
            }
        }
    placeBands(plan, byHand);
    double tallest = 60;
    for (ZonePlan& zone : plan.zones) {
        const double lane = zone.right ? routeLane - padding : 0;
        QSizeF content(zone.innerWidth + routeLane - padding, 0);
        for (const SubnetPlan& subnet : zone.subnets)
            content = content.expandedTo(QSizeF(subnet.rect.right() + lane, subnet.rect.bottom()));
        zone.rect = QRectF(0, 0, content.width() + 2 * padding, content.height() + zoneHeader + padding);
        if (const Box* box = boxOf({zone.zone->id, {}})) {
            zone.rect.setWidth(std::max(zone.rect.width(), double(box->width.value_or(0))));
            zone.rect.setHeight(std::max(zone.rect.height(), double(box->height.value_or(0))));
        }
        tallest = std::max(tallest, zone.rect.height());
    }
    for (ZonePlan& zone : plan.zones)
        if (const Box* box = boxOf({zone.zone->id, {}}); !box || !box->height) zone.rect.setHeight(tallest);
}

/// From the top down, the same y in all zones; where a subnet was put by hand, the others make room for it.
void LayoutBuilder::placeBands(VpcPlan& plan, const std::vector<std::vector<QRectF>>& byHand) {
    double y = 0;
    for (std::size_t b = 0; b < plan.bands.size(); ++b) {
        double height = plan.bands[b].height;
        const auto each = [&](const auto& visit) {
            for (std::size_t z = 0; z < plan.zones.size(); ++z)
                for (SubnetPlan& subnet : plan.zones[z].subnets)
                    if (subnet.band == int(b)) visit(subnet, z);
        };
        const auto isFixed = [&](const SubnetPlan& subnet) {
            return boxOf({subnet.subnet->id, {}}) != nullptr;
        };
        each([&](const SubnetPlan& subnet, std::size_t) { height = std::max(height, subnet.rect.height()); });
        bool again = true;
        while (again) {
            again = false;
            each([&](const SubnetPlan& subnet, std::size_t z) {
                if (isFixed(subnet)) return;
                const QRectF rect(subnet.rect.x(), y - subnetGap + 1, subnet.rect.width(),
                                  height + 2 * subnetGap - 2);
                for (const QRectF& other : byHand[z])
                    if (rect.intersects(other)) {
                        y = other.bottom() + subnetGap;
                        again = true;
                        return;
                    }
            });
        }
        plan.bands[b].y = y;
        each([&](SubnetPlan& subnet, std::size_t) {
            if (isFixed(subnet)) return;
            subnet.rect.moveTop(y);
            subnet.rect.setHeight(std::max(subnet.rect.height(), plan.bands[b].height));
        });
        y += height + subnetGap;
    }
}

void LayoutBuilder::sortGroups() {
    // A group stands in the spine if a member of it is drawn in a subnet of its VPC, or if there are few:
    // then what is being drawn is where its members will be.
    std::set<SecurityGroupId> drawn;
    for (const VpcPlan& plan : m_vpcs)
        for (const ZonePlan& zone : plan.zones)
            for (const SubnetPlan& subnet : zone.subnets)
                for (const ElementId id : subnet.members) {
                    const Node* node = m_network.find(id);
                    const auto& groups = id.kind == Kind::Workload
                                             ? std::get<Workload>(*node).securityGroups
                                             : std::get<VpcEndpoint>(*node).securityGroups;
                    for (const SecurityGroupId group : groups)
                        if (const SecurityGroup* found = m_network.get(group);
                            found && found->vpc == plan.vpc->id)
                            drawn.insert(group);
                }
    for (const SecurityGroup& group : m_network.all<SecurityGroup>())
        if (VpcPlan* plan = planOf(group.vpc))
            (drawn.contains(group.id) ? plan->spine : plan->shelfChips).push_back(group.id);
    for (VpcPlan& plan : m_vpcs) {
        if (!plan.zones.empty() && plan.spine.size() + plan.shelfChips.size() <= fewChips) {
            plan.spine.insert(plan.spine.end(), plan.shelfChips.begin(), plan.shelfChips.end());
            plan.shelfChips.clear();
        }
        if (plan.spine.size() > mostSpineChips) {
            plan.shelfChips.insert(plan.shelfChips.end(), plan.spine.begin(), plan.spine.end());
            std::sort(plan.shelfChips.begin(), plan.shelfChips.end());
            plan.spine.clear();
        }
    }
}

void LayoutBuilder::sortOthers() {
    const auto to = [&](std::optional<VpcId> vpc, std::vector<ElementId> VpcPlan::*list, ElementId id) {
        if (VpcPlan* plan = vpc ? planOf(*vpc) : nullptr) (plan->*list).push_back(id);
    };
    for (const InternetGateway& igw : m_network.all<InternetGateway>())
        to(igw.vpc, &VpcPlan::topBorder, igw.id);
    for (const EgressOnlyInternetGateway& gateway : m_network.all<EgressOnlyInternetGateway>())
        to(gateway.vpc, &VpcPlan::topBorder, gateway.id);
    for (const NatGateway& nat : m_network.all<NatGateway>())
        if (!nat.subnet || !m_network.get(*nat.subnet)) to(nat.vpc, &VpcPlan::shelfTiles, nat.id);
    std::set<ElementId> drawnTables, drawnAcls;
    for (const VpcPlan& plan : m_vpcs)
        for (const ZonePlan& zone : plan.zones)
            for (const SubnetPlan& subnet : zone.subnets) {
                for (const RouteTableId table : m_tables[subnet.subnet->id.number])
                    drawnTables.insert(table);
                for (const auto& [acl, active] : m_gates[subnet.subnet->id.number])
                    drawnAcls.insert(acl);
            }
    for (const RouteTable& table : m_network.all<RouteTable>())
        if (!drawnTables.contains(table.id)) to(table.vpc, &VpcPlan::shelfTiles, table.id);
    for (const NetworkAcl& acl : m_network.all<NetworkAcl>())
        if (!drawnAcls.contains(acl.id)) to(acl.vpc, &VpcPlan::shelfTiles, acl.id);
    for (const VpcEndpoint& endpoint : m_network.all<VpcEndpoint>()) {
        const bool drawn = std::any_of(endpoint.subnets.begin(), endpoint.subnets.end(),
                                       [&](SubnetId id) { return m_network.get(id) != nullptr; });
        if (drawn) continue;
        to(endpoint.vpc, endpoint.type == EndpointType::Gateway ? &VpcPlan::sideBorder : &VpcPlan::shelfTiles,
           endpoint.id);
    }
    for (const Peering& peering : m_network.all<Peering>())
        to(peering.requester, &VpcPlan::sideBorder, peering.id);
    for (const FlowLog& log : m_network.all<FlowLog>())
        if (const auto* vpc = std::get_if<VpcId>(&log.resource)) to(*vpc, &VpcPlan::shelfTiles, log.id);

    for (const auto& [vpc, internet] : m_links.internet)
        if (VpcPlan* plan = planOf(vpc)) plan->sky.push_back(internet);
    // Other things of the outside stand above the first VPC whose rules name them.
    std::map<Placement, VpcId> user;
    for (const RuleLink& link : m_links.rules)
        for (const auto& [outside, group] : {std::pair(link.from, link.to), std::pair(link.to, link.from)})
            if (outside.node.kind == Kind::External || outside.node.kind == Kind::PrefixList)
                if (const auto id = SecurityGroupId::from(group.node))
                    if (const SecurityGroup* node = m_network.get(*id)) user.try_emplace(outside, node->vpc);
    const auto intoSky = [&](const Placement& placement) {
        for (const VpcPlan& plan : m_vpcs)
            if (std::find(plan.sky.begin(), plan.sky.end(), placement) != plan.sky.end()) return;
        VpcPlan* plan = nullptr;
        if (const auto it = user.find(placement); it != user.end()) plan = planOf(it->second);
        if (!plan && !m_vpcs.empty()) plan = &m_vpcs.front();
        if (plan) plan->sky.push_back(placement);
    };
    for (const External& external : m_network.all<External>())
        intoSky({external.id, {}});
    for (const PrefixList& list : m_network.all<PrefixList>())
        intoSky({list.id, {}});
    for (const Source& source : m_links.sources)
        if (VpcPlan* plan = planOf(source.vpc))
            (source.inside ? plan->inside : plan->sky).push_back(source.key);
}

} // namespace sekisho::canvas
