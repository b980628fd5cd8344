// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/layout_builder.h"
#include "ui/canvas/words.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_set>

namespace sekisho::canvas {

namespace {

constexpr double chipPitch = 32; ///< two groups of one workload stand beside its tile
constexpr double loopPitch = 54;
constexpr std::size_t mostWithRoom = 24; ///< more chips stand as close as they can
constexpr double sourcePitch = 44;
constexpr double loosePitch = 74; ///< room for the label of a rule between two chips
constexpr double shelfGap = 40;   ///< between chips on the shelf, for lines
constexpr double shelfRow = 56;
constexpr double wideShelfGap = 92; ///< the same where there are few: for labels too
constexpr double wideShelfRow = 74;
constexpr int mostLanes = 14; ///< then lines share lanes

QRectF centered(QPointF center, double width, double height) {
    return {center.x() - width / 2, center.y() - height / 2, width, height};
}

/// As near to what is wanted as can be, each at least its pitch below the one before; `wanted` is sorted
/// (pool adjacent violators).
std::vector<double> spread(const std::vector<double>& wanted, const std::vector<double>& pitches) {
    std::vector<double> offsets;
    for (const double pitch : pitches)
        offsets.push_back(offsets.empty() ? 0 : offsets.back() + pitch);
    struct Pool {
        double sum;
        int count;
        double mean() const { return sum / count; }
    };
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        pools.push_back({wanted[i] - offsets[i], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            pools[pools.size() - 2].sum += pools.back().sum;
            pools[pools.size() - 2].count += pools.back().count;
            pools.pop_back();
        }
    }
    std::vector<double> result;
    for (const Pool& pool : pools)
        for (int i = 0; i < pool.count; ++i)
            result.push_back(pool.mean() + offsets[result.size()]);
    return result;
}

} // namespace

/// How far below the one before each chip stands at least: where a rule joins the two there is room for its
/// label, under a group that lets itself in for the loop.
std::vector<double>
LayoutBuilder::pitchesOf(const std::vector<std::pair<double, SecurityGroupId>>& order) const {
    std::vector<double> pitches(order.size(), chipPitch);
    if (order.size() > mostWithRoom) return pitches;
    if (order.size() < 2) return pitches;
    std::unordered_set<std::pair<Placement, Placement>, Layout::Hash> linked;
    for (const RuleLink& link : m_links.rules)
        linked.emplace(link.from, link.to);
    for (std::size_t i = 1; i < order.size(); ++i) {
        const Placement above{order[i - 1].second, {}}, here{order[i].second, {}};
        if (linked.contains({above, here}) || linked.contains({here, above}))
            pitches[i] = loosePitch;
        else if (linked.contains({above, above}))
            pitches[i] = loopPitch;
    }
    return pitches;
}

void LayoutBuilder::planSpine(VpcPlan& plan, VpcLayout& vpc, double zonesTop) {
    std::map<SecurityGroupId, std::vector<double>> members;
    for (const SecurityGroupId group : plan.spine)
        if (!boxOf({group, {}})) members[group];
    for (const ZonePlan& zone : plan.zones) {
        double zoneTop = zonesTop;
        if (const Box* box = boxOf({zone.zone->id, {}})) zoneTop += std::max(0, box->y);
        for (const SubnetPlan& subnet : zone.subnets)
            for (const SubnetPlan::Tile& tile : subnet.tiles) {
                const Node* node = m_network.find(tile.placement.node);
                const auto* workload = std::get_if<Workload>(node);
                const auto* endpoint = std::get_if<VpcEndpoint>(node);
                if (!workload && !endpoint) continue;
                for (const SecurityGroupId group :
                     workload ? workload->securityGroups : endpoint->securityGroups)
                    if (const auto it = members.find(group); it != members.end())
                        it->second.push_back(zoneTop + zoneHeader + subnet.rect.y() + tile.center.y());
            }
    }
    std::vector<std::pair<double, SecurityGroupId>> order;
    std::vector<SecurityGroupId> loose; // without a member
    for (auto& [group, ys] : members) {
        if (ys.empty()) {
            loose.push_back(group);
            continue;
        }
        double mean = 0;
        for (const double y : ys)
            mean += y / double(ys.size());
        // The row of a member, so that a ribbon is straight.
        std::sort(ys.begin(), ys.end());
        double best = ys.front();
        for (const double y : ys)
            if (std::abs(y - mean) < std::abs(best - mean) - 1) best = y;
        order.emplace_back(best, group);
    }
    std::sort(order.begin(), order.end());
    std::vector<double> wanted;
    for (const auto& [y, group] : order)
        wanted.push_back(y);
    const std::vector<double> pitches = pitchesOf(order);
    const std::vector<double> ys = spread(wanted, pitches);
    const double lowest = zonesTop + 40;
    const double shift = ys.empty() ? 0 : std::max(0.0, lowest - ys.front());
    for (std::size_t i = 0; i < ys.size(); ++i)
        plan.rows.emplace_back(Placement{order[i].second, {}}, i == 0 ? ys[i] + shift : ys[i]);
    for (std::size_t i = 1; i < plan.rows.size(); ++i)
        plan.rows[i].second = std::max(plan.rows[i].second, plan.rows[i - 1].second + pitches[i]);

    placeLoose(plan, loose, lowest);
    double y = plan.rows.empty() ? lowest : plan.rows.back().second + loosePitch;
    vpc.chipHalf = 33;
    for (const auto& [placement, rowY] : plan.rows)
        vpc.chipHalf = std::max(vpc.chipHalf, chipWidth(rawNameOf(placement.node)) / 2);
    for (const Placement& source : plan.inside) {
        plan.rows.emplace_back(source, y);
        y += sourcePitch;
        vpc.chipHalf = std::max(vpc.chipHalf, 60.0);
    }
    // A group that lets itself in has a loop at its chip; lanes pass outside of it.
    const bool loops = std::any_of(m_links.rules.begin(), m_links.rules.end(), [&](const RuleLink& link) {
        return link.from == link.to && std::any_of(plan.rows.begin(), plan.rows.end(),
                                                   [&](const auto& each) { return each.first == link.from; });
    });
    vpc.firstLane = vpc.chipHalf + (loops ? 32 : 14);
    planLanes(plan, vpc);
}

/// Groups without a member stand from the top, where those with members leave room and no line passes: who
/// draws the groups first and then gives them members, one by one, sees the others stay.
void LayoutBuilder::placeLoose(VpcPlan& plan, const std::vector<SecurityGroupId>& loose,
                               double lowest) const {
    // Where lines pass: +1 at the row from which on they do, -1 at that where they no longer do.
    std::map<Placement, std::size_t> row;
    for (const Placement& source : plan.sky)
        row.emplace(source, 0);
    for (std::size_t i = 0; i < plan.rows.size(); ++i)
        row.emplace(plan.rows[i].first, i + 1);
    std::vector<int> change(plan.rows.size() + 2);
    for (const RuleLink& link : m_links.rules) {
        const auto from = row.find(link.from), to = row.find(link.to);
        if (from == row.end() || to == row.end()) continue;
        ++change[std::min(from->second, to->second)];
        --change[std::max(from->second, to->second)];
    }
    std::vector<std::pair<Placement, double>> rows;
    auto group = loose.begin();
    double free = lowest;
    int passing = 0;
    for (std::size_t i = 0; i < plan.rows.size(); ++i) {
        passing += change[i];
        for (; passing == 0 && group != loose.end() && free + loosePitch <= plan.rows[i].second; ++group) {
            rows.emplace_back(Placement{*group, {}}, free);
            free += loosePitch;
        }
        rows.push_back(plan.rows[i]);
        free = plan.rows[i].second + loosePitch;
    }
    for (; group != loose.end(); ++group) {
        rows.emplace_back(Placement{*group, {}}, free);
        free += loosePitch;
    }
    plan.rows = std::move(rows);
}

void LayoutBuilder::planLanes(VpcPlan& plan, VpcLayout& vpc) {
    std::unordered_map<Placement, int, Layout::Hash> row;
    for (std::size_t i = 0; i < plan.rows.size(); ++i)
        row.emplace(plan.rows[i].first, int(i));
    const int below = int(plan.rows.size());
    for (const SecurityGroupId group : plan.shelfChips)
        if (!boxOf({group, {}})) row.emplace(Placement{group, {}}, below);
    std::set<Placement> sky(plan.sky.begin(), plan.sky.end());
    const auto internet = m_links.internet.find(plan.vpc->id);

    struct Wish {
        std::size_t link;
        int from, to;
        bool sky;
    };
    std::vector<Wish> wishes;
    std::set<Placement> skyUsers;
    for (std::size_t i = 0; i < m_links.rules.size(); ++i) {
        const RuleLink& link = m_links.rules[i];
        const auto rowOf = [&](const Placement& placement) -> std::optional<int> {
            if (const auto it = row.find(placement); it != row.end()) return it->second;
            if (sky.contains(placement)) return -1;
            return {};
        };
        const auto from = rowOf(link.from), to = rowOf(link.to);
        if (!from || !to || *from == *to) continue;
        const bool fromSky = *from == -1 || *to == -1;
        const Placement& outside = *from == -1 ? link.from : link.to;
        const bool straight =
            std::abs(*from - *to) == 1 && std::max(*from, *to) < below &&
            (!fromSky || (internet != m_links.internet.end() && outside == internet->second));
        if (straight) continue;
        if (fromSky) skyUsers.insert(outside);
        wishes.push_back({i, std::min(*from, *to), std::max(*from, *to), fromSky});
    }
    std::stable_sort(wishes.begin(), wishes.end(),
                     [](const Wish& a, const Wish& b) { return a.to - a.from < b.to - b.from; });
    struct Taken {
        int from, to;
        Placement target;
    };
    std::array<std::vector<std::vector<Taken>>, 2> lanes; // left, right
    const auto laneFor = [&](int side, const Wish& wish) {
        const Placement& target = m_links.rules[wish.link].to;
        auto& all = lanes[std::size_t(side)];
        for (std::size_t lane = 0; lane < all.size(); ++lane)
            if (std::all_of(all[lane].begin(), all[lane].end(), [&](const Taken& taken) {
                    return taken.to <= wish.from || wish.to <= taken.from || taken.target == target;
                }))
                return int(lane);
        return int(all.size());
    };
    int turn = 0;
    for (const Wish& wish : wishes) {
        int side = 0;
        int lane = laneFor(0, wish);
        if (!wish.sky) {
            // Downwards at the right, upwards at the left, unless that would need another lane.
            const int rightLane = laneFor(1, wish);
            const bool down = row.at(m_links.rules[wish.link].to) == wish.to;
            if (rightLane < lane || (rightLane == lane && down)) {
                side = 1;
                lane = rightLane;
            }
        }
        auto& all = lanes[std::size_t(side)];
        if (lane >= mostLanes) lane = turn % mostLanes;
        ++turn;
        if (lane == int(all.size())) all.emplace_back();
        all[std::size_t(lane)].push_back({wish.from, wish.to, m_links.rules[wish.link].to});
        m_out.lanes[wish.link] = {side == 0 ? -1 : 1, lane};
    }
    plan.lanesLeft = int(lanes[0].size());
    plan.lanesRight = int(lanes[1].size());
    plan.skyLanes = std::clamp(int(skyUsers.size()), 1, 8);
    vpc.ribbons = true;
}

double LayoutBuilder::emitSpine(VpcPlan& plan, VpcLayout& vpc) {
    double bottom = 0;
    for (const auto& [placement, y] : plan.rows) {
        const bool chip = placement.node.kind == Kind::SecurityGroup;
        double width = chipWidth(rawNameOf(placement.node));
        if (!chip)
            for (const Source& source : m_links.sources)
                if (source.key == placement)
                    width = std::min(120.0, 20 + textWidth(TextRole::Source, sourceText(source)));
        const int index =
            add(placement, chip ? Shape::Chip : Shape::Source,
                centered(QPointF(vpc.spineX, y), width, chip ? chipHeight : sourceHeight), vpc.index);
        if (chip) vpc.chips.push_back(index);
        bottom = y + chipHeight / 2 + 12;
    }
    for (const auto* list : {&plan.spine, &plan.shelfChips})
        for (const SecurityGroupId group : *list)
            if (const Box* box = boxOf({group, {}})) {
                const QPointF at = m_out.items[std::size_t(vpc.index)].content +
                                   QPointF(std::max(0, box->x), std::max(0, box->y));
                add({group, {}}, Shape::Chip, QRectF(at, QSizeF(chipWidth(rawNameOf(group)), chipHeight)),
                    vpc.index);
            }
    return bottom;
}

QSizeF LayoutBuilder::shelfSize(const VpcPlan& plan, double width, VpcLayout& vpc) const {
    const double tiles = double(plan.shelfTiles.size());
    int chips = 0;
    double chip = 66;
    for (const SecurityGroupId group : plan.shelfChips)
        if (!boxOf({group, {}})) {
            ++chips;
            chip = std::max(chip, chipWidth(rawNameOf(group)));
        }
    const std::set<SecurityGroupId> onShelf(plan.shelfChips.begin(), plan.shelfChips.end());
    const auto isOnShelf = [&](const Placement& end) {
        const auto group = SecurityGroupId::from(end.node);
        return group && onShelf.contains(*group);
    };
    const bool labels = chips <= fewOnShelf &&
                        std::any_of(m_links.rules.begin(), m_links.rules.end(), [&](const RuleLink& link) {
                            return isOnShelf(link.from) && isOnShelf(link.to);
                        });
    vpc.cellWidth = chip + (labels ? wideShelfGap : shelfGap);
    vpc.cellHeight = labels ? wideShelfRow : shelfRow;
    // Many chips make a block of 16:10 rather than a tower.
    const double wanted = std::sqrt(chips * vpc.cellWidth * vpc.cellHeight * 1.6);
    double wide = std::max(width, tiles > 24 ? std::sqrt(tiles * tileColumn * tileRow * 1.6) : 0.0);
    if (chips > 24) wide = std::max(wide, wanted);
    vpc.shelfColumns = std::max(1, int((wide - shelfGap) / vpc.cellWidth));
    return {wide, 0};
}

double LayoutBuilder::emitShelf(const VpcPlan& plan, VpcLayout& vpc, double left, double width) {
    double y = vpc.shelfTop;
    const int perRow = std::max(1, int(width / tileColumn));
    std::vector<ElementId> tiles;
    for (const ElementId id : plan.shelfTiles) {
        if (const Box* box = boxOf({id, {}})) {
            const QPointF at = m_out.items[std::size_t(vpc.index)].content;
            addTile({id, {}},
                    at + QPointF(std::max(0, box->x) + tileSize / 2, std::max(0, box->y) + tileSize / 2),
                    vpc.index);
        } else {
            tiles.push_back(id);
        }
    }
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        const QPointF center(left + tileColumn / 2 + double(int(i) % perRow) * tileColumn,
                             y + 10 + tileSize / 2 + double(int(i) / perRow) * tileRow);
        addTile({tiles[i], {}}, center, vpc.index);
    }
    y += double((int(tiles.size()) + perRow - 1) / perRow) * tileRow + (tiles.empty() ? 0 : 6);

    std::vector<SecurityGroupId> chips;
    for (const SecurityGroupId group : plan.shelfChips)
        if (!boxOf({group, {}})) chips.push_back(group);
    vpc.shelfLeft = left + shelfGap / 2;
    vpc.shelfTop = y;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const int column = int(i) % vpc.shelfColumns, row = int(i) / vpc.shelfColumns;
        const double chip = chipWidth(rawNameOf(chips[i]));
        const QPointF center(vpc.shelfLeft + (column + 0.5) * vpc.cellWidth,
                             y + (row + 0.5) * vpc.cellHeight);
        vpc.shelfChips.push_back(
            add({chips[i], {}}, Shape::Chip, centered(center, chip, chipHeight), vpc.index));
    }
    const int rows = (int(chips.size()) + vpc.shelfColumns - 1) / vpc.shelfColumns;
    y += rows * vpc.cellHeight;
    return tiles.empty() && chips.empty() ? 0 : y + 8;
}

void LayoutBuilder::emitSky(const VpcPlan& plan, VpcLayout& vpc) {
    const double top = m_out.items[std::size_t(vpc.index)].rect.top();
    vpc.skyY = top - 30;
    const double y = top - 52 - (plan.skyLanes - 1) * laneStep;
    double nextRight = vpc.spineX, nextLeft = vpc.spineX;
    bool first = true, toRight = true;
    for (const Placement& placement : plan.sky) {
        const bool source = placement.node.kind == Kind::SecurityGroupRule;
        QString text = isImplicitInternet(placement) ? Words::tr("Internet") : nameOf(placement.node);
        if (const auto external = ExternalId::from(placement.node))
            if (const External* node = m_network.get(*external)) text = externalText(*node);
        if (source) {
            for (const Source& each : m_links.sources)
                if (each.key == placement) text = sourceText(each);
        }
        const double width = source ? 24 + std::min(textWidth(TextRole::Source, text), 150.0)
                                    : std::max(92.0, 52 + std::min(textWidth(TextRole::Name, text), 130.0));
        const double height = source ? sourceHeight + 4 : capsuleHeight;
        const bool atSpine = first && placement.node.kind == Kind::External &&
                             m_links.internet.contains(plan.vpc->id) &&
                             m_links.internet.at(plan.vpc->id) == placement;
        double x = vpc.spineX;
        if (atSpine) {
            nextRight += width / 2 + 24;
            nextLeft -= width / 2 + 24;
        } else {
            if (first) {
                nextRight += 70;
                nextLeft -= 70;
            }
            x = toRight ? nextRight + width / 2 : nextLeft - width / 2;
            (toRight ? nextRight : nextLeft) += (toRight ? 1 : -1) * (width + 24);
            toRight = !toRight;
        }
        first = false;
        QRectF rect = centered(QPointF(x, y), width, height);
        if (const Box* box = boxOf(placement)) rect.moveTopLeft(QPointF(box->x, box->y));
        add(placement, source ? Shape::Source : Shape::Capsule, rect, -1);
    }
}

void LayoutBuilder::emitBorder(const VpcPlan& plan, const VpcLayout& vpc, const QRectF& rect) {
    const QPointF content = m_out.items[std::size_t(vpc.index)].content;
    double x = vpc.spineX;
    for (const ElementId id : plan.topBorder) {
        double center = x;
        if (const Box* box = boxOf({id, {}}))
            center = std::clamp(content.x() + box->x + borderTile / 2, rect.left() + 40, rect.right() - 40);
        else
            x += borderPitch;
        const int index = addTile({id, {}}, QPointF(center, rect.top()), vpc.index, Shape::BorderTile);
        m_out.items[std::size_t(index)].atTop = true;
    }
    double y = rect.top() + 84;
    for (const ElementId id : plan.sideBorder) {
        double center = y;
        if (const Box* box = boxOf({id, {}}))
            center = std::clamp(content.y() + box->y + borderTile / 2, rect.top() + 60, rect.bottom() - 40);
        else
            y += 108;
        addTile({id, {}}, QPointF(rect.right(), center), vpc.index, Shape::BorderTile);
    }
}

} // namespace sekisho::canvas
