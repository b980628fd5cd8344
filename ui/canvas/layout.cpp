// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/layout.h"

#include "ui/canvas/layout_builder.h"

#include <algorithm>
#include <cmath>

namespace sekisho::canvas {

namespace {

QRectF centered(QPointF center, double width, double height) {
    return {center.x() - width / 2, center.y() - height / 2, width, height};
}

} // namespace

double chipWidth(const std::string& name) {
    return std::max(66.0, 46 + std::min(textWidth(TextRole::Chip, name), longestChipName));
}

int Layout::indexOf(const Placement& placement) const {
    const auto it = index.find(placement);
    return it == index.end() ? -1 : it->second;
}

const VpcLayout* Layout::vpcLayout(VpcId vpc) const {
    for (const VpcLayout& each : vpcs)
        if (each.vpc == vpc) return &each;
    return nullptr;
}

/// Where the name of a container is written, for labels to keep away from.
QRectF LayoutBuilder::titleOf(const Placed& container, const std::string& name) {
    constexpr double least = 96; // a CIDR
    const double height = container.shape == Shape::Vpc    ? vpcHeader
                          : container.shape == Shape::Zone ? zoneHeader - 2
                                                           : subnetHeader;
    const double width = 38 + std::max(least, textWidth(TextRole::Header, QString::fromStdString(name)));
    return {container.rect.topLeft(), QSizeF(std::min(width, container.rect.width() - 10), height)};
}

const std::string& LayoutBuilder::rawNameOf(ElementId node) const {
    static const std::string none;
    const Node* found = m_network.find(node);
    return found ? baseOf(*found).name : none;
}

QString LayoutBuilder::nameOf(ElementId node) const {
    return QString::fromStdString(rawNameOf(node));
}

int LayoutBuilder::add(const Placement& placement, Shape shape, const QRectF& rect, int parent) {
    Placed placed;
    placed.placement = placement;
    placed.shape = shape;
    placed.rect = rect;
    placed.parent = parent;
    m_out.items.push_back(placed);
    if (isNodeKind(placement.node.kind)) m_nodesPlaced.insert(placement.node);
    return int(m_out.items.size()) - 1;
}

int LayoutBuilder::addTile(const Placement& placement, QPointF center, int parent, Shape shape) {
    const double size = shape == Shape::SmallTile    ? smallTile
                        : shape == Shape::BorderTile ? borderTile
                                                     : tileSize;
    const int index = add(placement, shape, centered(center, size, size), parent);
    Placed& placed = m_out.items[std::size_t(index)];
    const QRectF rect = placed.rect;
    if (shape == Shape::BorderTile)
        placed.text = QRectF(rect.right() + 6, rect.top(), 194, 20);
    else if (shape == Shape::SmallTile)
        placed.text = QRectF(rect.left() - 12, rect.bottom() + 8, rect.width() + 24, 20);
    else
        placed.text = QRectF(rect.left() - 20, rect.bottom(), rect.width() + 40, underTile - 4);
    return index;
}

Layout LayoutBuilder::build() {
    sortOut();
    m_out.lanes.resize(m_links.rules.size());
    // Side by side; many in several rows.
    constexpr double between = 110, withNames = 250, rowWidth = 4200, betweenRows = 220;
    std::vector<QRectF> fixed;
    double x = 0, y = 0, rowBottom = 0;
    for (const bool byHand : {true, false})
        for (VpcPlan& plan : m_vpcs) {
            const Box* box = boxOf({plan.vpc->id, {}});
            if ((box != nullptr) != byHand) continue;
            if (box) {
                fixed.push_back(emitVpc(plan, QPointF(box->x, box->y)));
                continue;
            }
            const std::size_t items = m_out.items.size(), vpcs = m_out.vpcs.size(),
                              lines = m_out.plainLines.size();
            for (bool again = true; again;) {
                again = false;
                m_out.items.resize(items);
                m_out.vpcs.resize(vpcs);
                m_out.plainLines.resize(lines);
                const QRectF rect = emitVpc(plan, QPointF(x, y)).adjusted(-40, -100, 40, 40);
                for (const QRectF& other : fixed)
                    if (rect.intersects(other)) {
                        x = other.right() + (between + 40);
                        again = true;
                        break;
                    }
                if (again) continue;
                x = rect.right() - 40 + (plan.sideBorder.empty() ? between : withNames);
                rowBottom = std::max(rowBottom, rect.bottom() - 40);
            }
            if (x > rowWidth) {
                x = 0;
                y = rowBottom + betweenRows;
            }
        }
    emitRest();
    for (std::size_t i = 0; i < m_out.items.size(); ++i) {
        m_out.index.emplace(m_out.items[i].placement, int(i));
        m_out.bounds |= m_out.items[i].extent();
    }
    // Peered VPCs of one design are joined by a line.
    for (const Peering& peering : m_network.all<Peering>())
        if (const auto* accepter = std::get_if<VpcId>(&peering.accepter)) {
            const int from = m_out.indexOf({peering.id, {}}), to = m_out.indexOf({*accepter, {}});
            if (from >= 0 && to >= 0) m_out.plainLines.emplace_back(from, to);
        }
    return std::move(m_out);
}

QRectF LayoutBuilder::emitVpc(VpcPlan& plan, QPointF topLeft) {
    const double left = topLeft.x(), top = topLeft.y();
    const int index = add({plan.vpc->id, {}}, Shape::Vpc, QRectF(topLeft, QSizeF(300, 160)), -1);
    VpcLayout vpc;
    vpc.vpc = plan.vpc->id;
    vpc.index = index;

    // Lanes for routes that leave the zones.
    std::set<Placement> viaTop, viaBottom;
    for (const RouteLink& link : m_links.routes) {
        const Subnet* subnet = m_network.get(*link.from.in);
        const AvailabilityZone* zone = subnet ? m_network.get(subnet->az) : nullptr;
        if (!zone || zone->vpc != plan.vpc->id) continue;
        switch (link.to.node.kind) {
        case Kind::NatGateway: {
            const NatGateway* nat = m_network.get(NatGatewayId{link.to.node.number});
            const Subnet* home = nat && nat->subnet ? m_network.get(*nat->subnet) : nullptr;
            if (!home)
                viaBottom.insert(link.to);
            else if (home->az != subnet->az)
                viaTop.insert(link.to);
            break;
        }
        case Kind::InternetGateway: {
            // From the top of a zone it has a way of its own, in the header.
            const auto home = std::find_if(plan.zones.begin(), plan.zones.end(),
                                           [&](const ZonePlan& each) { return each.zone == zone; });
            if (home == plan.zones.end()) break;
            const auto own = std::find_if(home->subnets.begin(), home->subnets.end(),
                                          [&](const SubnetPlan& each) { return each.subnet == subnet; });
            if (own == home->subnets.end() || !isAtTop(link.from.node.number) || !isHighest(*own, *home))
                viaTop.insert(link.to);
            break;
        }
        case Kind::EgressOnlyInternetGateway: viaTop.insert(link.to); break;
        case Kind::VpcEndpoint:
        case Kind::Peering: viaBottom.insert(link.to); break;
        default: break;
        }
    }
    plan.topLanes = std::min(6, int(viaTop.size()));
    plan.bottomLanes = std::min(6, int(viaBottom.size()));

    const double zonesTop = top + 42 + plan.topLanes * laneStep;
    vpc.topY = top + vpcHeader + 8 + (plan.topLanes > 0 ? 4 : 0);
    m_out.items[std::size_t(index)].content = QPointF(left + 12, top + 42);
    planSpine(plan, vpc, zonesTop);

    // Zones left of the spine, the spine, zones right of it.
    // Outside of the last lane there is room for half a label.
    const auto half = [&](int lanes) {
        return std::max(gutterWidth / 2, vpc.firstLane + (lanes > 0 ? 14 + lanes * laneStep : 2));
    };
    const double halfLeft = half(plan.lanesLeft), halfRight = half(plan.lanesRight);
    double x = left + 12, zonesBottom = zonesTop + 40;
    bool spineDone = false;
    double right = x;
    const auto passSpine = [&] {
        if (spineDone) return;
        spineDone = true;
        if (right > left + 12) x = right;
        vpc.gutterLeft = x;
        vpc.spineX = x + halfLeft;
        x = vpc.spineX + halfRight;
        vpc.gutterRight = x;
        right = std::max(right, x);
    };
    for (const ZonePlan& zone : plan.zones) {
        if (zone.right) passSpine();
        QPointF place(x, zonesTop);
        right = std::max(right, x + zone.rect.width());
        x += zone.rect.width() + 20;
        if (const Box* box = boxOf({zone.zone->id, {}}))
            place =
                m_out.items[std::size_t(index)].content + QPointF(std::max(0, box->x), std::max(0, box->y));
        emitZone(zone, place, index);
        right = std::max(right, place.x() + zone.rect.width());
        zonesBottom = std::max(zonesBottom, place.y() + zone.rect.height());
    }
    passSpine();
    vpc.skyY = top - 30;
    zonesBottom = std::max(zonesBottom, emitSpine(plan, vpc));
    vpc.bottomY = zonesBottom + 10;
    vpc.shelfTop = zonesBottom + 14 + plan.bottomLanes * laneStep;
    const double sideMargin = plan.sideBorder.empty() ? 12 : 40 + plan.bottomLanes * laneStep;
    double width = std::max(right - left, 300.0);
    if (plan.topBorder.size() > 1)
        width = std::max(width, vpc.spineX - left + double(plan.topBorder.size() - 1) * borderPitch + 40);
    if (const Box* box = boxOf({plan.vpc->id, {}}))
        width = std::max(width, double(box->width.value_or(0)) - sideMargin);
    width = std::max(width, shelfSize(plan, width - 24, vpc).width() + 24);
    double bottom = emitShelf(plan, vpc, left + 12, width - 24);
    bottom = std::max(bottom, zonesBottom + 12 + plan.bottomLanes * laneStep);
    QRectF rect(left, top, width + sideMargin, bottom - top);
    rect.setHeight(std::max(rect.height(), 70.0 + 108.0 * double(plan.sideBorder.size())));
    if (const Box* box = boxOf({plan.vpc->id, {}})) {
        rect.setHeight(std::max(rect.height(), double(box->height.value_or(0))));
    }
    // Chips that were put elsewhere by hand stay inside.
    for (std::size_t i = std::size_t(index) + 1; i < m_out.items.size(); ++i) {
        rect.setRight(std::max(rect.right(), m_out.items[i].rect.right() + 12));
        rect.setBottom(std::max(rect.bottom(), m_out.items[i].rect.bottom() + 12));
    }
    Placed& placed = m_out.items[std::size_t(index)];
    placed.rect = rect;
    placed.text = titleOf(placed, plan.vpc->name);
    emitBorder(plan, vpc, rect);
    emitSky(plan, vpc);
    m_out.vpcs.push_back(vpc);
    QRectF all = rect;
    for (std::size_t i = std::size_t(index); i < m_out.items.size(); ++i)
        all |= m_out.items[i].rect;
    return all;
}

void LayoutBuilder::emitZone(const ZonePlan& zone, QPointF topLeft, int vpc) {
    const int index = add({zone.zone->id, {}}, Shape::Zone, QRectF(topLeft, zone.rect.size()), vpc);
    Placed& placed = m_out.items[std::size_t(index)];
    placed.content = topLeft + QPointF(padding, zoneHeader);
    placed.text = titleOf(placed, zone.zone->name.empty() ? zone.zone->zone : zone.zone->name);
    placed.outerRight = zone.right;
    const QPointF content = placed.content;
    for (const SubnetPlan& subnet : zone.subnets)
        emitSubnet(subnet, content, index, zone);
}

void LayoutBuilder::emitSubnet(const SubnetPlan& plan, QPointF zoneContent, int zone, const ZonePlan& home) {
    const bool right = home.right;
    const QRectF rect = plan.rect.translated(zoneContent);
    const int index = add({plan.subnet->id, {}}, Shape::Subnet, rect, zone);
    Placed& placed = m_out.items[std::size_t(index)];
    placed.content = rect.topLeft() + QPointF(padding, subnetHeader + padding);
    placed.text = titleOf(placed, plan.subnet->name);
    placed.outerRight = right;
    std::map<Placement, int> tiles;
    for (const SubnetPlan::Tile& tile : plan.tiles)
        tiles[tile.placement] = addTile(tile.placement, rect.topLeft() + tile.center, index, tile.shape);
    for (const auto& [address, owner] : plan.lines)
        if (const auto it = tiles.find(owner); it != tiles.end())
            m_out.plainLines.emplace_back(tiles.at(address), it->second);
    emitGates(plan, index, right, isHighest(plan, home));
}

/// Whether nothing in its zone stands above it.
bool LayoutBuilder::isHighest(const SubnetPlan& subnet, const ZonePlan& zone) {
    return std::none_of(zone.subnets.begin(), zone.subnets.end(), [&](const SubnetPlan& other) {
        return other.rect.top() < subnet.rect.top() - 1 && other.rect.right() > subnet.rect.left() &&
               other.rect.left() < subnet.rect.right();
    });
}

void LayoutBuilder::emitGates(const SubnetPlan& plan, int subnetIndex, bool right, bool highest) {
    const Subnet& subnet = *plan.subnet;
    const QRectF rect = m_out.items[std::size_t(subnetIndex)].rect;
    // At the right of the spine the corner is left to the labels of the route lane; at the left, where no
    // gate stands there, a route's line gets room for its label.
    const auto gates = m_gates.find(subnet.id.number);
    const bool gated = gates != m_gates.end() && !gates->second.empty();
    double x = rect.right() - padding - (right || !gated ? 54 : 0);
    if (gated)
        for (const auto& [acl, active] : gates->second) {
            const double width = 38 + std::min(textWidth(TextRole::Gate, nameOf(acl)), longestGateName);
            add({acl, subnet.id}, Shape::Gate,
                QRectF(x - width, rect.top() - gateHeight / 2, width, gateHeight), subnetIndex);
            x -= width + 6;
        }
    const auto it = m_tables.find(subnet.id.number);
    if (it == m_tables.end()) return;
    // Below the line by which routes of others reach a NAT gateway in the first row.
    double y = rect.top() + subnetHeader + padding - 1 + tileSize / 2 + (plan.outer.empty() ? 0 : 34);
    for (const RouteTableId table : it->second) {
        const bool atTop = highest && isAtTop(table.number);
        QPointF center(right ? rect.right() : rect.left(), y);
        if (atTop) {
            center = QPointF(x - 22, rect.top());
            x -= 34;
        } else {
            y += 34;
        }
        const int index = add({table, subnet.id}, Shape::RouteTable, centered(center, 22, 20), subnetIndex);
        m_out.items[std::size_t(index)].atTop = atTop;
        m_out.items[std::size_t(index)].outerRight = right;
    }
}

/// Things without a VPC, or in containers that the design does not have.
void LayoutBuilder::emitRest() {
    QRectF bounds;
    for (const Placed& placed : m_out.items)
        bounds |= placed.extent();
    std::vector<ElementId> rest;
    for (const auto& entry : m_network.nodes)
        if (!placed(entry.key)) rest.push_back(entry.key);
    const double width =
        std::max(800.0, std::max(bounds.width(), std::sqrt(double(rest.size())) * tileColumn * 1.3));
    double x = bounds.left() + 54, y = bounds.bottom() + (bounds.isEmpty() ? 0 : 74) + tileSize / 2;
    for (const ElementId id : rest) {
        const bool chip = id.kind == Kind::SecurityGroup;
        const Placement placement{id, {}};
        QPointF center(x, y);
        if (const Box* box = boxOf(placement))
            center = QPointF(box->x + tileSize / 2, box->y + tileSize / 2);
        else if ((x += chip ? 180 : tileColumn) > bounds.left() + width) {
            x = bounds.left() + 54;
            y += tileRow;
        }
        if (chip)
            add(placement, Shape::Chip, centered(center, chipWidth(rawNameOf(id)), chipHeight), -1);
        else
            addTile(placement, center, -1);
    }
}

bool movesThings(const Node& before, const Node& after) {
    if (before.index() != after.index()) return true;
    // What stands in a chip, a capsule or a gate makes it wider.
    const bool nameCounts =
        std::holds_alternative<SecurityGroup>(after) || std::holds_alternative<NetworkAcl>(after) ||
        std::holds_alternative<External>(after) || std::holds_alternative<PrefixList>(after);
    if (nameCounts && baseOf(before).name != baseOf(after).name) return true;
    if (const auto* group = std::get_if<SecurityGroup>(&after))
        return group->vpc != std::get<SecurityGroup>(before).vpc;
    if (const auto* acl = std::get_if<NetworkAcl>(&after)) {
        const auto& old = std::get<NetworkAcl>(before);
        return acl->vpc != old.vpc || acl->associations != old.associations;
    }
    Node same = before;
    static_cast<NodeBase&>(baseOf(same)) = baseOf(after);
    return !(same == after);
}

Layout layoutOf(const Design& design, const Links& links) {
    return LayoutBuilder(design, links).build();
}

} // namespace sekisho::canvas
