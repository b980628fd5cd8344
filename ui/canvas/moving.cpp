// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/moving.h"

#include "core/model/edits.h"
#include "ui/canvas/content.h"
#include "ui/style/style.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace sekisho::canvas {

namespace {

struct Moving {
    Q_DECLARE_TR_FUNCTIONS(sekisho::canvas::Moving)
};

using Makes = Reparenting::Makes;

Reparenting stay(const std::optional<Placement>& target) {
    return {Makes::Stay, target, {}};
}
Reparenting moveTo(ElementId target) {
    return {Makes::Move, Placement{target, {}}, {}};
}
Reparenting refuse(const std::optional<Placement>& at, const QString& why) {
    return {Makes::Refuse, at, why};
}

std::optional<SubnetId> subnetAt(const std::optional<Placement>& over) {
    if (!over) return std::nullopt;
    return over->in ? over->in : SubnetId::from(over->node);
}

std::optional<AvailabilityZoneId> zoneAt(const Network& network, const std::optional<Placement>& over) {
    if (!over) return std::nullopt;
    if (const auto id = AvailabilityZoneId::from(over->node)) return id;
    if (const auto id = subnetAt(over))
        if (const Subnet* subnet = network.get(*id)) return subnet->az;
    return std::nullopt;
}

std::optional<VpcId> vpcAt(const Network& network, const std::optional<Placement>& over) {
    if (!over) return std::nullopt;
    if (const auto id = VpcId::from(over->node)) return id;
    return vpcOf(network, over->node);
}

/// A node that lives in a subnet: a workload's drawing, a NAT gateway.
Reparenting planIntoSubnet(const Network& network, const Placement& what, SubnetId home,
                           const std::optional<Placement>& over) {
    const auto subnet = subnetAt(over);
    if (!subnet)
        return refuse({}, what.node.kind == Kind::NatGateway ? Moving::tr("A NAT gateway stays in a subnet.")
                                                             : Moving::tr("It stays in a subnet."));
    if (*subnet == home) return stay(Placement{home, {}});
    if (const auto nat = NatGatewayId::from(what.node)) {
        const Subnet* target = network.get(*subnet);
        const NatGateway* node = network.get(*nat);
        if (target && node && node->mode == NatMode::Public && target->tier != Tier::Public) {
            const RouteTable* table = routeTableOf(network, *subnet);
            const bool open =
                table && std::any_of(table->routes.begin(), table->routes.end(), [](const Route& route) {
                    return std::holds_alternative<InternetGatewayId>(route.target);
                });
            if (!open)
                return refuse(Placement{*subnet, {}},
                              Moving::tr("A NAT gateway goes into a public subnet. %1 is private.")
                                  .arg(QString::fromStdString(text::displayName(network, *subnet))));
        }
    }
    if (vpcOf(network, *subnet) != vpcOf(network, home))
        return refuse(Placement{*subnet, {}},
                      Moving::tr("Its groups and addresses belong to the other VPC. Copy it instead."));
    return moveTo(*subnet);
}

} // namespace

Reparenting planReparenting(const Network& network, const Placement& what,
                            const std::optional<Placement>& from, const std::optional<Placement>& over) {
    switch (what.node.kind) {
    case Kind::Workload:
    case Kind::VpcEndpoint:
        if (what.in) {
            auto plan = planIntoSubnet(network, what, *what.in, over);
            if (plan.makes != Makes::Move) return plan;
            // A drawing stands for the interface in that subnet: there cannot be two of one node.
            const auto target = SubnetId::from(plan.target->node);
            bool twice = false;
            if (const auto id = WorkloadId::from(what.node))
                if (const Workload* node = network.get(*id))
                    twice = std::any_of(node->interfaces.begin(), node->interfaces.end(),
                                        [&](const Interface& i) { return i.subnet == target; });
            if (const auto id = VpcEndpointId::from(what.node))
                if (const VpcEndpoint* node = network.get(*id))
                    twice =
                        std::find(node->subnets.begin(), node->subnets.end(), *target) != node->subnets.end();
            if (twice) return refuse(plan.target, Moving::tr("It is in this subnet already."));
            return plan;
        }
        return stay(from);
    case Kind::NatGateway:
        if (const NatGateway* nat = network.get(*NatGatewayId::from(what.node)); nat && nat->subnet)
            return planIntoSubnet(network, what, *nat->subnet, over);
        return stay(from);
    case Kind::Subnet: {
        const Subnet* subnet = network.get(*SubnetId::from(what.node));
        if (!subnet) return stay(from);
        if (const auto inner = subnetAt(over); inner && *inner != subnet->id)
            return refuse(Placement{*inner, {}}, Moving::tr("A subnet cannot hold a subnet."));
        const auto zone = zoneAt(network, over);
        if (!zone) return refuse({}, Moving::tr("A subnet stays in an Availability Zone."));
        if (*zone == subnet->az) return stay(Placement{*zone, {}});
        return moveTo(*zone);
    }
    case Kind::AvailabilityZone:
        if (vpcAt(network, over) != vpcOf(network, what.node))
            return refuse({}, Moving::tr("An Availability Zone stays in its VPC."));
        return stay(from);
    case Kind::Vpc:
        if (over && over->node != what.node) return refuse(over, Moving::tr("A VPC cannot hold a VPC."));
        return stay({});
    case Kind::SecurityGroup:
        if (vpcAt(network, over) != vpcOf(network, what.node))
            return refuse({}, Moving::tr("A security group stays in its VPC."));
        if (canHaveGroups(network, over->node)) {
            const auto group = SecurityGroupId::from(what.node);
            const auto& groups = groupsOf(*network.find(over->node));
            if (std::find(groups.begin(), groups.end(), *group) != groups.end())
                return refuse(over, Moving::tr("It is a member of this group already."));
            return {Makes::Join, over, {}};
        }
        return stay(from);
    default: return stay(from);
    }
}

Result<Delta> reparent(const Design& design, const Placement& what, const Placement& target) {
    const auto subnet = SubnetId::from(target.node);
    const auto zone = AvailabilityZoneId::from(target.node);
    if (const auto id = SubnetId::from(what.node); id && zone) return edits::moveSubnet(design, *id, *zone);
    if (const auto id = NatGatewayId::from(what.node); id && subnet)
        return edits::moveNatGateway(design, *id, *subnet);
    if (what.in && subnet) return edits::moveToSubnet(design, what.node, *what.in, *subnet);
    return fail(Code::edit_no_such_element, {{"id", toString(target.node)}});
}

Result<Delta> join(const Design& design, const Placement& group, const Placement& target) {
    return edits::setMembership(design, *SecurityGroupId::from(group.node), target.node, true);
}

bool canHaveGroups(const Network& network, ElementId id) {
    if (WorkloadId::from(id)) return true;
    if (const auto endpoint = VpcEndpointId::from(id)) {
        const VpcEndpoint* node = network.get(*endpoint);
        return node && node->type == EndpointType::Interface;
    }
    return false;
}

Placement drawnAfter(const Placement& what, const Placement& target) {
    return what.in ? Placement{what.node, SubnetId::from(target.node)} : what;
}

bool isMovable(const Placement& what) {
    // A network ACL stands on the border of its subnet, a route table where the route leaves it. What is no
    // node (the internet that is implied, a CIDR that rules name) has no box of its own.
    return isNodeKind(what.node.kind) && what.node.number != 0 && what.node.kind != Kind::NetworkAcl &&
           what.node.kind != Kind::RouteTable;
}

bool isResizable(const Placement& what) {
    return what.node.kind == Kind::Vpc || what.node.kind == Kind::AvailabilityZone ||
           what.node.kind == Kind::Subnet;
}

bool isLocked(const Design& design, const Placement& what) {
    const Box* box = design.diagram.boxes.find(what);
    return box && box->locked;
}

std::optional<Box> tidiedBox(const Box& box) {
    Box tidied;
    tidied.collapsed = box.collapsed;
    tidied.color = box.color;
    if (tidied == Box{}) return std::nullopt;
    tidied.automatic = true;
    return tidied;
}

Box movedBox(const Design& design, const Placement& what, QPointF position) {
    Box box;
    if (const Box* old = design.diagram.boxes.find(what)) box = *old;
    box.automatic = false;
    box.x = int(std::lround(position.x()));
    box.y = int(std::lround(position.y()));
    return box;
}

QPointF onGrid(QPointF point, int step) {
    return {std::round(point.x() / step) * step, std::round(point.y() / step) * step};
}

Snapped snap(const QRectF& moving, QPointF offset, const std::vector<QRectF>& others, QPointF origin,
             qreal reach, int step) {
    const QRectF rect = moving.translated(offset);
    struct Best {
        qreal distance = 0; // to go; only with `other`
        const QRectF* other = nullptr;
        qreal at = 0;
    };
    const auto search = [&](bool horizontal) {
        Best best;
        best.distance = reach + 1;
        const auto lines = [&](const QRectF& r) {
            return horizontal ? std::array{r.left(), r.center().x(), r.right()}
                              : std::array{r.top(), r.center().y(), r.bottom()};
        };
        const auto mine = lines(rect);
        for (const QRectF& other : others) {
            const auto theirs = lines(other);
            for (std::size_t i = 0; i < mine.size(); ++i) {
                // Centre to centre, edges to edges: everything else looks like chance.
                for (std::size_t j = 0; j < theirs.size(); ++j) {
                    if ((i == 1) != (j == 1)) continue;
                    const qreal distance = theirs[j] - mine[i];
                    if (std::abs(distance) <= reach && std::abs(distance) < std::abs(best.distance))
                        best = {distance, &other, theirs[j]};
                }
            }
        }
        return best;
    };
    const Best x = search(true);
    const Best y = search(false);
    const QPointF corner = step > 0 ? onGrid(rect.topLeft() - origin, step) + origin : rect.topLeft();
    Snapped result;
    result.offset.setX(offset.x() + (x.other ? x.distance : corner.x() - rect.left()));
    result.offset.setY(offset.y() + (y.other ? y.distance : corner.y() - rect.top()));
    const QRectF there = moving.translated(result.offset);
    if (x.other) {
        const QRectF both = there.united(*x.other);
        result.guides.emplace_back(x.at, both.top(), x.at, both.bottom());
    }
    if (y.other) {
        const QRectF both = there.united(*y.other);
        result.guides.emplace_back(both.left(), y.at, both.right(), y.at);
    }
    return result;
}

std::vector<QPointF> arranged(const std::vector<QRectF>& rects, Arrangement arrangement) {
    std::vector<QPointF> corners;
    for (const QRectF& rect : rects)
        corners.push_back(rect.topLeft());
    if (rects.size() < 2) return corners;
    const auto each = [&](auto change) {
        for (std::size_t i = 0; i < rects.size(); ++i)
            change(corners[i], rects[i]);
    };
    const auto distribute = [&](bool horizontal) {
        std::vector<std::size_t> order(rects.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto start = [&](std::size_t i) { return horizontal ? rects[i].left() : rects[i].top(); };
        const auto length = [&](std::size_t i) { return horizontal ? rects[i].width() : rects[i].height(); };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return start(a) < start(b); });
        qreal filled = 0;
        for (const std::size_t i : order)
            filled += length(i);
        const qreal span = start(order.back()) + length(order.back()) - start(order.front());
        const qreal gap = (span - filled) / qreal(order.size() - 1);
        qreal at = start(order.front());
        for (const std::size_t i : order) {
            horizontal ? corners[i].setX(at) : corners[i].setY(at);
            at += length(i) + gap;
        }
    };
    QRectF all = rects.front();
    for (const QRectF& rect : rects)
        all = all.united(rect);
    switch (arrangement) {
    case Arrangement::Left: each([&](QPointF& corner, const QRectF&) { corner.setX(all.left()); }); break;
    case Arrangement::Center:
        each([&](QPointF& corner, const QRectF& rect) { corner.setX(all.center().x() - rect.width() / 2); });
        break;
    case Arrangement::Right:
        each([&](QPointF& corner, const QRectF& rect) { corner.setX(all.right() - rect.width()); });
        break;
    case Arrangement::Top: each([&](QPointF& corner, const QRectF&) { corner.setY(all.top()); }); break;
    case Arrangement::Middle:
        each([&](QPointF& corner, const QRectF& rect) { corner.setY(all.center().y() - rect.height() / 2); });
        break;
    case Arrangement::Bottom:
        each([&](QPointF& corner, const QRectF& rect) { corner.setY(all.bottom() - rect.height()); });
        break;
    case Arrangement::DistributeHorizontally: distribute(true); break;
    case Arrangement::DistributeVertically: distribute(false); break;
    }
    return corners;
}

} // namespace sekisho::canvas
