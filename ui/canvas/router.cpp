// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/router.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

namespace sekisho::canvas {

namespace {

/// Above this many rules labels are placed each for itself.
constexpr std::size_t mostPlaced = 500;

QPolygonF line(QPointF from, QPointF to) {
    return QPolygonF(QList<QPointF>{from, to});
}

class Router {
public:
    Router(const Design& design, const Layout& layout, const Links& links, const Obstacles& obstacles)
        : m_design(design), m_layout(layout), m_links(links), m_obstacles(obstacles) {}

    Lines run(const DrawnLines* before = nullptr) {
        sortEnds();
        if (before) matchWith(*before);
        Lines lines;
        lines.rules.resize(m_links.rules.size());
        lines.routes.resize(m_links.routes.size());
        for (std::size_t i = 0; i < m_links.rules.size(); ++i)
            lines.rules[i].points = ruleLine(i);
        sortRoutes();
        for (std::size_t i = 0; i < m_links.routes.size(); ++i)
            lines.routes[i].points = routeLine(m_links.routes[i]);
        if (before) takeOver(lines, *before);
        label(lines);
        return lines;
    }

    /// `before`: the links that the present labels are of, if there are any.
    void label(Lines& lines, const Links* before = nullptr) {
        bool changed = false;
        // In a crowd only what needs no looking for a place is labelled, each line for itself.
        const bool crowd = m_links.rules.size() > mostPlaced;
        for (std::size_t i = 0; i < m_links.rules.size(); ++i) {
            if (before && before->rules[i].traffic == m_links.rules[i].traffic) continue;
            if (i < m_was.size() && m_was[i].isKept) continue;
            Line& line = lines.rules[i];
            QString text = i < m_was.size() && m_was[i].saysTheSame ? m_was[i].line->label
                                                                    : trafficText(m_links.rules[i].traffic);
            if (text == line.label) continue;
            line.label = std::move(text);
            changed = true;
            if (crowd) placeAlone(line);
        }
        for (std::size_t i = 0; i < m_links.routes.size(); ++i) {
            // No short cut here: destinations are written with the names of prefix lists.
            QString text = destinationText(m_design, m_links.routes[i].destinations);
            changed = changed || text != lines.routes[i].label;
            lines.routes[i].label = std::move(text);
        }
        if (changed) placeLabels(lines, crowd);
    }

private:
    /// Finds the lines that the rules had before.
    void matchWith(const DrawnLines& before) {
        m_sameLayout = before.sameLayout;
        m_was.resize(m_links.rules.size());
        const auto& old = before.links.rules;
        std::size_t next = 0; // the order is the same but for the few that came or went
        for (std::size_t i = 0; i < m_links.rules.size(); ++i) {
            const RuleLink& link = m_links.rules[i];
            constexpr std::size_t window = 16;
            const std::size_t end = std::min(old.size(), next + window);
            std::size_t at = next;
            while (at < end && !(old[at].from == link.from && old[at].to == link.to))
                ++at;
            if (at == end) continue;
            next = at + 1;
            m_was[i] = {&before.lines.rules[at], old[at].traffic == link.traffic};
        }
    }

    /// Where lines are labelled each for itself: what runs as it did and says the same stays as it is.
    void takeOver(Lines& lines, const DrawnLines& before) {
        if (!before.sameLayout || std::min(m_links.rules.size(), before.links.rules.size()) <= mostPlaced)
            return;
        for (std::size_t i = 0; i < m_was.size(); ++i) {
            Was& was = m_was[i];
            if (!was.saysTheSame || was.line->points != lines.rules[i].points) continue;
            lines.rules[i] = std::move(*was.line);
            was.isKept = true;
        }
    }

    /// Where the end of a rule stands.
    struct End {
        enum class Place { Free, Spine, Shelf, Sky } place = Place::Free;
        int index = -1; ///< in the layout
        int vpc = -1;   ///< in Layout::vpcs
        int row = 0, column = 0;
    };

    const Placed& at(int index) const { return m_layout.items[std::size_t(index)]; }

    void sortEnds() {
        m_ends.resize(m_layout.items.size());
        for (std::size_t v = 0; v < m_layout.vpcs.size(); ++v) {
            const VpcLayout& vpc = m_layout.vpcs[v];
            for (std::size_t i = 0; i < vpc.shelfChips.size(); ++i)
                m_ends[std::size_t(vpc.shelfChips[i])] = {End::Place::Shelf, vpc.shelfChips[i], int(v),
                                                          int(i) / vpc.shelfColumns,
                                                          int(i) % vpc.shelfColumns};
            int row = 0;
            for (std::size_t i = 0; i < m_layout.items.size(); ++i) {
                const Placed& placed = m_layout.items[i];
                if (placed.parent != vpc.index || m_ends[i].index >= 0) continue;
                if ((placed.shape == Shape::Chip || placed.shape == Shape::Source) &&
                    std::abs(placed.rect.center().x() - vpc.spineX) < 0.5)
                    m_ends[i] = {End::Place::Spine, int(i), int(v), row++, 0};
            }
        }
        // What stands above a VPC comes after what is in it and before the next.
        std::map<int, int> byVpc;
        for (std::size_t v = 0; v < m_layout.vpcs.size(); ++v)
            byVpc[m_layout.vpcs[v].index] = int(v);
        int current = -1;
        for (std::size_t i = 0; i < m_layout.items.size(); ++i) {
            if (const auto it = byVpc.find(int(i)); it != byVpc.end()) current = it->second;
            const Placed& placed = m_layout.items[i];
            if (placed.parent < 0 && current >= 0 &&
                (placed.shape == Shape::Capsule || placed.shape == Shape::Source))
                m_ends[i] = {End::Place::Sky, int(i), current, -1, 0};
        }
        for (std::size_t i = 0; i < m_ends.size(); ++i)
            m_ends[i].index = int(i);
        std::map<int, int> skyUsers;
        for (std::size_t i = 0; i < m_links.rules.size(); ++i)
            for (const Placement& placement : {m_links.rules[i].from, m_links.rules[i].to}) {
                const int index = m_layout.indexOf(placement);
                if (index < 0 || m_ends[std::size_t(index)].place != End::Place::Sky) continue;
                if (m_layout.lanes[i].side != 0)
                    m_skyLane.try_emplace(index, skyUsers[m_ends[std::size_t(index)].vpc]++);
            }
    }

    bool isClear(const QPolygonF& points, int from, int to, double clearance) const {
        for (qsizetype i = 1; i < points.size(); ++i)
            if (m_obstacles.crossed(points[i - 1], points[i], from, to, clearance, true)) return false;
        return true;
    }

    QPolygonF orAround(QPolygonF points, int from, int to, const Line* was = nullptr) const {
        points = straightened(points);
        if (was && was->points == points) return points; // what was found then is found now
        if (points.size() >= 2 && isClear(points, from, to, 3)) return points;
        const QPolygonF way = searchWay(m_layout, m_obstacles, from, to);
        return way.isEmpty() ? points : way;
    }

    QPolygonF ruleLine(std::size_t i) {
        const RuleLink& link = m_links.rules[i];
        const int from = m_layout.indexOf(link.from), to = m_layout.indexOf(link.to);
        if (from < 0 || to < 0) return {};
        if (from == to) return loop(at(from).rect);
        const Line* was = m_sameLayout ? m_was[i].line : nullptr;
        const End& a = m_ends[std::size_t(from)];
        const End& b = m_ends[std::size_t(to)];
        const bool sameVpc = a.vpc == b.vpc && a.vpc >= 0;
        if (sameVpc && a.place == End::Place::Shelf && b.place == End::Place::Shelf)
            return orAround(shelfLine(i, a, b), from, to, was);
        const bool inSpine = (a.place == End::Place::Spine || a.place == End::Place::Sky) &&
                             (b.place == End::Place::Spine || b.place == End::Place::Sky);
        const SpineLane lane = m_layout.lanes[i];
        if (sameVpc && inSpine) {
            const bool straight =
                lane.side == 0 && std::abs(at(from).rect.center().x() - at(to).rect.center().x()) < 1;
            return orAround(straight ? straightLine(link, from, to) : laneLine(i, a, b, lane), from, to, was);
        }
        if (sameVpc && lane.side != 0) return orAround(shelfToSpine(a, b, lane), from, to, was);
        return orAround(plainWay(at(from).rect, at(to).rect), from, to, was);
    }

    static QPolygonF loop(const QRectF& rect) {
        const double x = rect.right() + 18, y = rect.bottom() + 16;
        return {{{rect.right(), rect.center().y()},
                 {x, rect.center().y()},
                 {x, y},
                 {rect.right() - 14, y},
                 {rect.right() - 14, rect.bottom()}}};
    }

    QPolygonF straightLine(const RuleLink& link, int from, int to) const {
        const QRectF a = at(from).rect, b = at(to).rect;
        // Two opposite lines run beside each other.
        const bool both = hasOpposite(link);
        const double x = a.center().x() + (both ? (a.top() < b.top() ? -7 : 7) : 0);
        return a.top() < b.top() ? line({x, a.bottom()}, {x, b.top()}) : line({x, a.top()}, {x, b.bottom()});
    }

    bool hasOpposite(const RuleLink& link) const {
        if (m_pairs.empty())
            for (const RuleLink& each : m_links.rules)
                m_pairs.insert({each.from, each.to});
        return m_pairs.contains({link.to, link.from});
    }

    double laneX(const VpcLayout& vpc, SpineLane lane) const {
        return vpc.spineX + lane.side * (vpc.firstLane + lane.lane * laneStep);
    }

    /// From the side of one chip along a lane to the side of the other; from the sky down into the lane.
    QPolygonF laneLine(std::size_t, const End& a, const End& b, SpineLane lane) const {
        const VpcLayout& vpc = m_layout.vpcs[std::size_t(a.vpc)];
        const int side = lane.side == 0 ? -1 : lane.side;
        const double x = laneX(vpc, {side, lane.lane});
        const bool down = at(a.index).rect.top() < at(b.index).rect.top();
        QPolygonF points = legTo(a, x, side, down ? 4 : -4);
        QPolygonF back = legTo(b, x, side, 0);
        std::reverse(back.begin(), back.end());
        return points + back;
    }

    QPolygonF legTo(const End& end, double x, int side, double offset) const {
        const QRectF rect = at(end.index).rect;
        if (end.place == End::Place::Sky) {
            const VpcLayout& vpc = m_layout.vpcs[std::size_t(end.vpc)];
            const auto it = m_skyLane.find(end.index);
            const double y = vpc.skyY - (it == m_skyLane.end() ? 0 : it->second) * laneStep;
            const double port = rect.center().x() + side * std::min(16.0, rect.width() / 7);
            return {{{port, rect.bottom()}, {port, y}, {x, y}}};
        }
        const double edge = side < 0 ? rect.left() : rect.right();
        return line({edge, rect.center().y() + offset}, {x, rect.center().y() + offset});
    }

    QPolygonF shelfToSpine(const End& a, const End& b, SpineLane lane) const {
        const bool aOnShelf = a.place == End::Place::Shelf;
        const End& shelf = aOnShelf ? a : b;
        const End& spine = aOnShelf ? b : a;
        const VpcLayout& vpc = m_layout.vpcs[std::size_t(shelf.vpc)];
        const double x = laneX(vpc, lane);
        QPolygonF points = legTo(spine, x, lane.side, aOnShelf ? 0 : 4);
        const QRectF rect = at(shelf.index).rect;
        const double rowY = vpc.shelfTop + shelf.row * vpc.cellHeight;
        points << QPointF(x, vpc.bottomY - 2);
        const double column = vpc.shelfLeft + shelf.column * vpc.cellWidth;
        if (shelf.row > 0) points << QPointF(column, vpc.bottomY - 2) << QPointF(column, rowY);
        points << QPointF(rect.center().x(), shelf.row > 0 ? rowY : vpc.bottomY - 2)
               << QPointF(rect.center().x(), rect.top());
        if (aOnShelf) std::reverse(points.begin(), points.end());
        return points;
    }

    struct Taken {
        double from, to;
        int target;
    };
    /// The lane of a channel (its index, from 0) that is free between two coordinates.
    int takeLane(std::int64_t channel, double from, double to, int target, int capacity) {
        auto& lanes = m_channels[channel];
        if (from > to) std::swap(from, to);
        for (std::size_t lane = 0; lane < lanes.size(); ++lane)
            if (std::all_of(lanes[lane].begin(), lanes[lane].end(), [&](const Taken& taken) {
                    return taken.target == target || taken.to + 10 <= from || to + 10 <= taken.from;
                })) {
                lanes[lane].push_back({from, to, target});
                return int(lane);
            }
        if (int(lanes.size()) < capacity) {
            lanes.push_back({{from, to, target}});
            return int(lanes.size()) - 1;
        }
        return target % capacity;
    }
    static double laneOffset(int lane, double step) {
        return (lane % 2 == 0 ? 1 : -1) * ((lane + 1) / 2) * step; // NOLINT(bugprone-integer-division)
    }

    QPolygonF shelfLine(std::size_t i, const End& a, const End& b) {
        const VpcLayout& vpc = m_layout.vpcs[std::size_t(a.vpc)];
        const QRectF from = at(a.index).rect, to = at(b.index).rect;
        const bool both = hasOpposite(m_links.rules[i]);
        if (a.row == b.row && std::abs(a.column - b.column) == 1) {
            const double y = from.center().y() + (both ? (a.column < b.column ? -4 : 4) : 0);
            return a.column < b.column ? line({from.right(), y}, {to.left(), y})
                                       : line({from.left(), y}, {to.right(), y});
        }
        if (a.column == b.column && std::abs(a.row - b.row) == 1) {
            const double x = from.center().x() + (both ? (a.row < b.row ? -6 : 6) : 0);
            return a.row < b.row ? line({x, from.bottom()}, {x, to.top()})
                                 : line({x, from.top()}, {x, to.bottom()});
        }
        const auto key = [&](bool horizontal, int place) {
            return (std::int64_t(a.vpc) << 40) + (std::int64_t(horizontal) << 36) + place;
        };
        const bool down = a.row < b.row;
        const int leave = a.row + (down ? 1 : 0);
        const int arrive = a.row == b.row ? leave : b.row + (down ? 0 : 1);
        const double portA = from.center().x() + (down ? -8 : 8), portB = to.center().x();
        const auto rowY = [&](int row) { return vpc.shelfTop + row * vpc.cellHeight; };
        if (leave == arrive) {
            const int lane = takeLane(key(true, leave), portA, portB, b.index, 2);
            const double y = rowY(leave) + (lane == 0 ? -5 : 5);
            return {{{portA, down ? from.bottom() : from.top()},
                     {portA, y},
                     {portB, y},
                     {portB, b.row >= leave ? to.top() : to.bottom()}}};
        }
        const int column = b.column + (b.column <= a.column ? 1 : 0);
        const double columnX = vpc.shelfLeft + column * vpc.cellWidth;
        const int lane1 = takeLane(key(true, leave), portA, columnX, b.index, 2);
        const int lane2 = takeLane(key(false, column), rowY(leave), rowY(arrive), b.index, 3);
        const int lane3 = takeLane(key(true, arrive), columnX, portB, b.index, 2);
        const double x = columnX + laneOffset(lane2, 10);
        const double y1 = rowY(leave) + (lane1 == 0 ? -5 : 5), y2 = rowY(arrive) + (lane3 == 0 ? -5 : 5);
        return {{{portA, down ? from.bottom() : from.top()},
                 {portA, y1},
                 {x, y1},
                 {x, y2},
                 {portB, y2},
                 {portB, down ? to.top() : to.bottom()}}};
    }

    /// With one bend or two, from the side that looks towards the other.
    static QPolygonF plainWay(const QRectF& a, const QRectF& b) {
        const QPointF p = a.center(), q = b.center();
        if (std::abs(p.x() - q.x()) > std::abs(p.y() - q.y())) {
            const double x1 = q.x() > p.x() ? a.right() : a.left(), x2 = q.x() > p.x() ? b.left() : b.right();
            const double middle = (x1 + x2) / 2;
            return {{{x1, p.y()}, {middle, p.y()}, {middle, q.y()}, {x2, q.y()}}};
        }
        const double y1 = q.y() > p.y() ? a.bottom() : a.top(), y2 = q.y() > p.y() ? b.top() : b.bottom();
        const double middle = (y1 + y2) / 2;
        return {{{p.x(), y1}, {p.x(), middle}, {q.x(), middle}, {q.x(), y2}}};
    }

    // --- Routes
    const VpcLayout* vpcOf(int index) const {
        int top = index;
        while (top >= 0 && at(top).shape != Shape::Vpc)
            top = at(top).parent;
        for (const VpcLayout& vpc : m_layout.vpcs)
            if (vpc.index == top && top >= 0) return &vpc;
        return nullptr;
    }
    int zoneOfItem(int index) const {
        while (index >= 0 && at(index).shape != Shape::Zone)
            index = at(index).parent;
        return index;
    }

    /// Routes to one target share their lanes.
    void sortRoutes() {
        for (const RouteLink& link : m_links.routes) {
            const int from = m_layout.indexOf(link.from), to = m_layout.indexOf(link.to);
            if (from < 0 || to < 0) continue;
            const int zone = zoneOfItem(from);
            const bool direct = at(from).atTop && at(to).placement.node.kind == Kind::InternetGateway;
            if (direct) continue;
            if (zone >= 0) {
                auto& lanes = m_zoneLanes[zone];
                lanes.try_emplace(to, int(lanes.size()));
            }
            if (const VpcLayout* vpc = vpcOf(from); vpc && zoneOfItem(to) != zone) {
                auto& lanes = (zoneOfItem(to) >= 0 || at(to).atTop ? m_topLanes : m_bottomLanes)[vpc->index];
                lanes.try_emplace(to, int(lanes.size()));
            }
        }
    }

    double zoneLaneX(int zone, int target) const {
        const Placed& placed = at(zone);
        int lane = 0;
        if (const auto it = m_zoneLanes.find(zone); it != m_zoneLanes.end())
            if (const auto found = it->second.find(target); found != it->second.end()) lane = found->second;
        // The second lane is the outer one: at the inner side stand the badges of the tables.
        const double inward = routeLane / 2 - (lane % 2) * 10;
        return placed.outerRight ? placed.rect.right() - inward : placed.rect.left() + inward;
    }

    using Lanes = std::map<int, std::map<int, int>>;
    static int crossLane(const Lanes& lanes, const VpcLayout& vpc, int target) {
        const auto it = lanes.find(vpc.index);
        if (it == lanes.end()) return 0;
        const auto found = it->second.find(target);
        return found == it->second.end() ? 0 : found->second % 6;
    }

    QPolygonF routeLine(const RouteLink& link) {
        const int from = m_layout.indexOf(link.from), to = m_layout.indexOf(link.to);
        if (from < 0 || to < 0) return {};
        const VpcLayout* vpc = vpcOf(from);
        const int zone = zoneOfItem(from);
        const VpcLayout* other = vpcOf(to);
        if (!vpc || zone < 0 || (other && other != vpc))
            return orAround(plainWay(at(from).rect, at(to).rect), from, to);
        const Placed& badge = at(from);
        const Placed& target = at(to);
        const QRectF box = badge.rect;
        const double vpcTop = at(vpc->index).rect.top();
        const double topLane = vpc->topY + crossLane(m_topLanes, *vpc, to) * laneStep;
        const double bottomLane = vpc->bottomY + crossLane(m_bottomLanes, *vpc, to) * laneStep;
        const int targetZone = zoneOfItem(to);

        QPolygonF points;
        if (badge.atTop) {
            points << QPointF(box.center().x(), box.top());
            if (target.shape == Shape::BorderTile && std::abs(target.rect.center().y() - vpcTop) < 1) {
                const double y = vpcTop + 12;
                const bool fromLeft = box.center().x() < target.rect.center().x();
                QPolygonF side = points;
                side << QPointF(box.center().x(), y)
                     << QPointF(fromLeft ? target.rect.left() : target.rect.right(), y);
                if (isClear(straightened(side), from, to, 3) &&
                    target.placement.node.kind == Kind::InternetGateway)
                    return straightened(side);
                points << QPointF(box.center().x(), topLane) << QPointF(target.rect.center().x(), topLane)
                       << QPointF(target.rect.center().x(), target.rect.bottom());
                return orAround(points, from, to);
            }
            if (targetZone >= 0) {
                points << QPointF(box.center().x(), topLane) << QPointF(zoneLaneX(targetZone, to), topLane);
                return orAround(points + intoZone(targetZone, to), from, to);
            }
            const double margin = at(vpc->index).rect.right() - 26;
            points << QPointF(box.center().x(), topLane) << QPointF(margin, topLane);
            return orAround(points + toEdge(to, margin, bottomLane), from, to);
        }
        const double x = zoneLaneX(zone, to);
        const double edge = badge.outerRight ? box.right() : box.left();
        points << QPointF(edge, box.center().y()) << QPointF(x, box.center().y());
        if (targetZone == zone) return orAround(points + intoZone(zone, to), from, to);
        if (targetZone >= 0) {
            points << QPointF(x, topLane) << QPointF(zoneLaneX(targetZone, to), topLane);
            return orAround(points + intoZone(targetZone, to), from, to);
        }
        if (target.shape == Shape::BorderTile && std::abs(target.rect.center().y() - vpcTop) < 1) {
            points << QPointF(x, topLane) << QPointF(target.rect.center().x() - 6, topLane)
                   << QPointF(target.rect.center().x() - 6, target.rect.bottom());
            return orAround(points, from, to);
        }
        points << QPointF(x, bottomLane);
        return orAround(points + toEdge(to, at(vpc->index).rect.right() - 26, bottomLane), from, to);
    }

    QPolygonF intoZone(int zone, int target) const {
        const QRectF rect = at(target).rect;
        const double x = zoneLaneX(zone, target);
        return line({x, rect.center().y()},
                    {at(zone).outerRight ? rect.right() : rect.left(), rect.center().y()});
    }

    QPolygonF toEdge(int target, double margin, double bottomLane) const {
        const QRectF rect = at(target).rect;
        if (at(target).shape == Shape::BorderTile)
            return {{{margin - 8, bottomLane},
                     {margin - 8, rect.center().y()},
                     {rect.left(), rect.center().y()}}};
        return line({rect.center().x(), bottomLane}, {rect.center().x(), rect.top()});
    }

    // --- Labels
    static QSizeF pillSize(const Line& line) { return {textWidth(TextRole::Label, line.label) + 20, 20}; }

    /// Lanes are at least 10 apart.
    static QSizeF uprightSize(const Line& line) { return {18, textWidth(TextRole::Label, line.label) + 16}; }

    void placeAlone(Line& line) const {
        line.labelRect = {};
        line.upright = false;
        if (line.points.size() < 2) return;
        line.labelSpot = (line.points[0] + line.points[1]) / 2;
        const QSizeF size = pillSize(line);
        const bool horizontal = std::abs(line.points[0].y() - line.points[1].y()) < 0.01;
        const double length = (line.points[1] - line.points[0]).manhattanLength();
        if (line.points.size() > 2 || length < (horizontal ? size.width() + 24 : size.height() + 22)) return;
        const QRectF rect = around(line.labelSpot, size);
        if (!m_obstacles.covered(rect, false)) line.labelRect = rect;
    }

    void placeLabels(Lines& lines, bool crowd) {
        std::vector<QRectF> taken;
        const auto isFree = [&](const QRectF& rect, bool subnets) {
            if (m_obstacles.covered(rect, subnets)) return false;
            return std::none_of(taken.begin(), taken.end(), [&](const QRectF& other) {
                return other.intersects(rect.adjusted(-4, -3, 4, 3));
            });
        };
        if (!crowd) {
            sortSegments(lines);
            for (std::size_t i = 0; i < lines.rules.size(); ++i) {
                Line& line = lines.rules[i];
                line.labelRect = {};
                line.upright = false;
                if (line.points.size() < 2) continue;
                // Best where no other line runs, in a lane among others along it; else over lines beside it,
                // but over none of their heads and bends.
                place(line, pillSize(line), lines, int(i), isFree, Over::Nothing);
                for (const Over over : {Over::Nothing, Over::SameReceiver}) {
                    if (!line.labelRect.isNull()) break;
                    line.upright = true;
                    place(line, uprightSize(line), lines, int(i), isFree, over);
                    line.upright = !line.labelRect.isNull();
                }
                if (line.labelRect.isNull()) place(line, pillSize(line), lines, int(i), isFree, Over::Others);
                if (!line.labelRect.isNull()) taken.push_back(line.labelRect);
            }
        }
        std::vector<const Line*> before;
        for (Line& line : lines.rules) {
            if (crowd || line.labelRect.isNull()) continue;
            findRoom(line, before);
            before.push_back(&line);
        }
        for (std::size_t i = 0; i < lines.routes.size(); ++i) {
            Line& line = lines.routes[i];
            line.labelRect = {};
            line.plain = false;
            if (line.points.size() < 2) continue;
            const QSizeF size(textWidth(TextRole::Mono, line.label) + 14, 18);
            const auto isClearOfRoutes = [&](const QRectF& rect, bool subnets) {
                return isFree(rect, subnets) && !crossesRoute(rect, lines, i);
            };
            place(line, size, lines, -1, isClearOfRoutes, Over::Nothing);
            if (line.labelRect.isNull()) placePlain(line, isClearOfRoutes);
            if (!line.labelRect.isNull()) taken.push_back(line.labelRect);
        }
    }

    /// What a label may lie on beside its own line: lines that end where it does and run in its lane; or any,
    /// but for their ends and bends.
    enum class Over { Nothing, SameReceiver, Others };

    template<class IsFree>
    void place(Line& line, QSizeF size, const Lines& lines, int rule, const IsFree& isFree, Over over) const {
        std::vector<std::pair<double, qsizetype>> segments;
        for (qsizetype s = 1; s < line.points.size(); ++s)
            segments.emplace_back(-(line.points[s] - line.points[s - 1]).manhattanLength(), s);
        std::sort(segments.begin(), segments.end());
        const qsizetype longest = segments.front().second;
        line.labelSpot = (line.points[longest] + line.points[longest - 1]) / 2;
        for (const auto& [length, s] : segments) {
            const QPointF a = line.points[s - 1], b = line.points[s];
            const bool horizontal = std::abs(a.y() - b.y()) < 0.01;
            // The arrow's head stays to be seen, and a bit of the line on both sides.
            const double need = horizontal ? size.width() + 24 : size.height() + 22;
            if (-length < need) break;
            if ((rule < 0 && !horizontal) || (line.upright && horizontal)) continue;
            // The middle of the longest stretch that is free: boxes may stand before the line.
            const double extent = horizontal ? size.width() : size.height();
            const double from = horizontal ? a.x() : a.y(), to = horizontal ? b.x() : b.y();
            const double low = std::min(from, to) + extent / 2 + 4,
                         high = std::max(from, to) - extent / 2 - 4;
            const auto at = [&](double along) {
                return around(horizontal ? QPointF(along, a.y()) : QPointF(a.x(), along), size);
            };
            constexpr double step = 6;
            double bestFrom = 0, bestTo = -1, start = low;
            bool open = false;
            for (double along = low; along <= high + step; along += step) {
                const double here = std::min(along, high);
                const bool free = along <= high + 0.01 && isFree(at(here), false) &&
                                  !crossesOther(at(here), lines, rule, over);
                if (free && !open) start = here;
                if (!free && open && along - step - start > bestTo - bestFrom) {
                    bestFrom = start;
                    bestTo = along - step;
                }
                open = free;
                if (free && along + step > high && high - start > bestTo - bestFrom) {
                    bestFrom = start;
                    bestTo = high;
                }
            }
            if (bestTo < bestFrom) continue;
            // The head takes a part of the end for itself.
            const double shift = to > from ? -3 : 3;
            line.labelRect = at(std::clamp((bestFrom + bestTo) / 2 + shift, bestFrom, bestTo));
            return;
        }
    }

    static QRectF around(QPointF middle, QSizeF size) {
        return {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()};
    }

    /// Whether a label would lie on another rule's line.
    bool crossesOther(const QRectF& rect, const Lines& lines, int rule, Over over) const {
        if (rule < 0) return false;
        const QRectF wide = rect.adjusted(-2, -10, 2, 10);
        for (int x = cellOf(wide.left()); x <= cellOf(wide.right()); ++x)
            for (int y = cellOf(wide.top()); y <= cellOf(wide.bottom()); ++y) {
                const auto it = m_segments.find(cellKey(x, y));
                if (it == m_segments.end()) continue;
                for (const auto& [other, s] : it->second) {
                    if (other == rule) continue;
                    const QPointF a = lines.rules[std::size_t(other)].points[s - 1],
                                  b = lines.rules[std::size_t(other)].points[s];
                    if (over == Over::Others) {
                        if (wide.contains(a) || wide.contains(b)) return true;
                        continue;
                    }
                    const QRectF segment = QRectF(a, b).normalized();
                    if (over == Over::SameReceiver && segment.width() == 0 &&
                        m_links.rules[std::size_t(other)].to == m_links.rules[std::size_t(rule)].to)
                        continue;
                    if (segment.left() < rect.right() && segment.right() > rect.left() &&
                        segment.top() < rect.bottom() && segment.bottom() > rect.top())
                        return true;
                }
            }
        return false;
    }

    /// Whether a label would lie on the line of a route that leads elsewhere.
    bool crossesRoute(const QRectF& rect, const Lines& lines, std::size_t route) const {
        const QRectF wide = rect.adjusted(-3, -3, 3, 3);
        for (std::size_t other = 0; other < lines.routes.size(); ++other) {
            if (m_links.routes[other].to == m_links.routes[route].to) continue;
            const QPolygonF& points = lines.routes[other].points;
            for (qsizetype s = 1; s < points.size(); ++s) {
                const QRectF segment = QRectF(points[s - 1], points[s]).normalized();
                if (segment.left() < wide.right() && segment.right() > wide.left() &&
                    segment.top() < wide.bottom() && segment.bottom() > wide.top())
                    return true;
            }
        }
        return false;
    }

    /// Whether the border of a VPC or zone runs through a rectangle.
    bool crossesBorder(const QRectF& rect) const {
        return std::any_of(m_layout.items.begin(), m_layout.items.end(), [&](const Placed& placed) {
            return (placed.shape == Shape::Vpc || placed.shape == Shape::Zone) &&
                   placed.rect.intersects(rect) && !placed.rect.contains(rect);
        });
    }

    /// Zoomed-out views write labels larger, as far as those that come before leave room.
    void findRoom(Line& line, const std::vector<const Line*>& before) const {
        line.room = 1;
        for (const double factor : {1.3, 1.6, 2.0, 2.6}) {
            const QRectF rect = around(line.labelRect.center(), line.labelRect.size() * factor);
            const bool free = !m_obstacles.covered(rect, false) &&
                              std::none_of(before.begin(), before.end(), [&](const Line* other) {
                                  return other->room >= factor &&
                                         around(other->labelRect.center(), other->labelRect.size() * factor)
                                             .intersects(rect);
                              });
            if (!free) break;
            line.room = factor;
        }
    }

    static int cellOf(double value) { return int(std::floor(value / 120)); }
    static std::int64_t cellKey(int x, int y) { return (std::int64_t(x) << 32) ^ std::uint32_t(y); }

    void sortSegments(const Lines& lines) {
        m_segments.clear();
        for (std::size_t i = 0; i < lines.rules.size(); ++i)
            for (qsizetype s = 1; s < lines.rules[i].points.size(); ++s) {
                const QRectF segment =
                    QRectF(lines.rules[i].points[s - 1], lines.rules[i].points[s]).normalized();
                for (int x = cellOf(segment.left()); x <= cellOf(segment.right()); ++x)
                    for (int y = cellOf(segment.top()); y <= cellOf(segment.bottom()); ++y)
                        m_segments[cellKey(x, y)].emplace_back(int(i), s);
            }
    }

    /// Beside an upright line, where no subnet is.
    template<class IsFree>
    void placePlain(Line& line, const IsFree& isFree) const {
        const QSizeF size(textWidth(TextRole::Mono, line.label) + 2, 13);
        for (qsizetype s = 1; s < line.points.size(); ++s) {
            const QPointF a = line.points[s - 1], b = line.points[s];
            if (std::abs(a.x() - b.x()) > 0.01) continue;
            const double top = std::min(a.y(), b.y()) + 14, bottom = std::max(a.y(), b.y()) - 14;
            // At the side where the line turns to.
            const QPointF last = line.points.back();
            const double x = last.x() > a.x() ? a.x() + 9 : a.x() - 9 - size.width();
            for (double y = top; y <= bottom; y += 2) {
                const QRectF rect(x, y - size.height() / 2, size.width(), size.height());
                if (!isFree(rect, true) || crossesBorder(rect)) continue;
                line.labelRect = rect;
                line.plain = true;
                return;
            }
        }
    }

    const Design& m_design;
    const Layout& m_layout;
    const Links& m_links;
    const Obstacles& m_obstacles;
    std::unordered_map<std::int64_t, std::vector<std::pair<int, qsizetype>>>
        m_segments; ///< of rules, by cell
    std::vector<End> m_ends;
    std::map<int, int> m_skyLane;
    mutable std::unordered_set<std::pair<Placement, Placement>, Layout::Hash> m_pairs;
    struct Was {
        Line* line = nullptr;
        bool saysTheSame = false;
        bool isKept = false; ///< it was moved to the new ones
    };
    std::vector<Was> m_was; ///< of the rules: the lines they had
    bool m_sameLayout = false;
    std::unordered_map<std::int64_t, std::vector<std::vector<Taken>>> m_channels;
    Lanes m_zoneLanes;               ///< by zone: target -> lane
    Lanes m_topLanes, m_bottomLanes; ///< by VPC: target -> lane above and below the zones
};

} // namespace

Lines linesOf(const Design& design, const Layout& layout, const Links& links, const Obstacles& obstacles) {
    return Router(design, layout, links, obstacles).run();
}

Lines rerouted(const Design& design, const Layout& layout, const Links& links, const Obstacles& obstacles,
               DrawnLines before) {
    return Router(design, layout, links, obstacles).run(&before);
}

void relabel(Lines& lines, const Design& design, const Layout& layout, const Links& before,
             const Links& links, const Obstacles& obstacles) {
    Router(design, layout, links, obstacles).label(lines, &before);
}

} // namespace sekisho::canvas
