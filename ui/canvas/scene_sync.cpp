// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/scene_state.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/style/theme.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace sekisho::canvas {

void CanvasScene::State::schedule() {
    if (scheduled) return;
    scheduled = true;
    QTimer::singleShot(0, &scene, [this] { settle(); });
}

void CanvasScene::State::settle() {
    if (!scheduled) return;
    scheduled = false;
    const bool design = anew || !changes.empty();
    if (design) follow();
    if (severities) syncSeverities();
    if (marks || design) syncMarks();
    if (planned || (design && deployment && deployment->isMarked())) syncPlan();
    severities = marks = planned = false;
    if (design) emit scene.settled();
}

/// Does as little as the change needs: new places, new lines, new contents.
void CanvasScene::State::follow() {
    const Design& now = document.design();
    bool places = anew || !changes.boxes.empty();
    bool allContents = anew;
    bool rulesOnly = true;
    std::set<ElementId> touched;
    for (const ElementId id : changes.nodes) {
        touched.insert(id);
        const auto before = seenNodes.share(id), after = now.network.nodes.share(id);
        if (!before || !after) {
            places = true;
            // The marks of groups go by their order.
            if (id.kind == Kind::SecurityGroup) allContents = true;
        } else {
            places = places || movesThings(*before, *after);
            if (id.kind == Kind::SecurityGroup && baseOf(*before).name != baseOf(*after).name)
                allContents = true;
        }
        if (id.kind != Kind::SecurityGroup) rulesOnly = false;
    }
    for (const Placement& placement : changes.boxes) {
        touched.insert(placement.node);
        if (placement.node.kind == Kind::SecurityGroup) allContents = true;
    }
    if (changes.settings && seenNat != now.settings.natEnabled) {
        allContents = true;
        if (!anew) fadeGhosts();
    }
    const bool linked = anew || !changes.nodes.empty() || changes.settings;
    Links before;
    bool reroute = false;
    if (linked) {
        Links fresh = rulesOnly && !anew && !changes.settings ? withRulesOf(now, links) : linksOf(now);
        if (anew || !fresh.sameShape(links)) {
            reroute = true;
            places = places || anew || !onlyShelfLines(fresh);
        }
        before = std::exchange(links, std::move(fresh));
    }
    seenNodes = now.network.nodes;
    seenNat = now.settings.natEnabled;
    const bool isNew = std::exchange(anew, false);
    changes = {};

    if (places) {
        layout = layoutOf(now, links);
        byNode.clear();
        containers.clear();
        for (std::size_t i = 0; i < layout.items.size(); ++i)
            if (isContainer(layout.items[i].shape)) containers.push_back(int(i));
        obstacles = std::make_unique<Obstacles>(layout);
    } else if (reroute) {
        std::map<Pair, SpineLane> lanes;
        for (std::size_t i = 0; i < before.rules.size(); ++i)
            if (layout.lanes[i].side != 0)
                lanes[{before.rules[i].from, before.rules[i].to}] = layout.lanes[i];
        layout.lanes.assign(links.rules.size(), {});
        for (std::size_t i = 0; i < links.rules.size() && !lanes.empty(); ++i)
            if (const auto it = lanes.find({links.rules[i].from, links.rules[i].to}); it != lanes.end())
                layout.lanes[i] = it->second;
    }
    if (isNew)
        lines = linesOf(now, layout, links, *obstacles);
    else if (places || reroute)
        lines = rerouted(now, layout, links, *obstacles, {linked ? before : links, lines, !places});
    else if (linked)
        relabel(lines, now, layout, before, links, *obstacles);
    syncItems(places, allContents, touched);
    syncFarNames();
    if (places || reroute || allContents)
        syncLines();
    else if (linked)
        syncChangedLines(before);
    if (places || allContents) {
        syncRibbons();
        syncPlain();
    }
    // Groups and what is drawn where have no part in what can be reached from a subnet.
    const bool needsChanged = allContents || (linked && !rulesOnly);
    if (needsChanged) findNeeds();
    if (needsChanged || places) syncCallouts();
    if (places || allContents || reroute) {
        syncLegend();
        plainMarks = false;
    }
    if (places) growSceneRect();
    severities = true;
}

/// Whether other lines than before leave everything in its place: those that begin or end in a spine or above
/// a VPC, which take lanes there, are the same, and chips on a shelf stand as near to each other as before.
bool CanvasScene::State::onlyShelfLines(const Links& fresh) const {
    if (!fresh.samePlaces(links)) return false;
    std::unordered_set<Placement, Layout::Hash> spine;
    for (const VpcLayout& vpc : layout.vpcs) {
        if (!vpc.shelfChips.empty() && int(vpc.shelfChips.size()) <= fewOnShelf) return false;
        for (const int chip : vpc.chips)
            spine.insert(layout.items[std::size_t(chip)].placement);
    }
    const auto isLoose = [&](const Placement& end) {
        return end.node.kind == Kind::SecurityGroup && !spine.contains(end);
    };
    const auto others = [&](const Links& all) {
        std::vector<Pair> found;
        for (const RuleLink& link : all.rules)
            if (!isLoose(link.from) || !isLoose(link.to)) found.emplace_back(link.from, link.to);
        return found;
    };
    return others(fresh) == others(links);
}

/// What is in AWS goes before what it is called: the address that others have to let in.
Content CanvasScene::State::contentAt(const Placed& placed) const {
    Content content = contentOf(document.design(), links, placed);
    if (!deployment || !deployment->hasState() || content.ghost || placed.shape == Shape::SmallTile)
        return content;
    const Kind kind = placed.placement.node.kind;
    if (kind != Kind::NatGateway && kind != Kind::ElasticIp) return content;
    if (const QString address = deployment->publicAddressOf(placed.placement.node); !address.isEmpty())
        content.second = address;
    return content;
}

void CanvasScene::State::syncItems(bool placesChanged, bool allContents, const std::set<ElementId>& touched) {
    if (!placesChanged && !allContents) {
        for (const ElementId id : touched)
            for (std::size_t i = 0; i < layout.items.size(); ++i)
                if (layout.items[i].placement.node == id) {
                    Content content = contentAt(layout.items[i]);
                    content.severity = items[i]->content().severity;
                    items[i]->syncWith(layout.items[i], content);
                }
        return;
    }
    std::vector<PlacedItem*> fresh(layout.items.size());
    std::unordered_map<Placement, PlacedItem*, Layout::Hash> index;
    index.reserve(layout.items.size());
    for (std::size_t i = 0; i < layout.items.size(); ++i) {
        const Placed& placed = layout.items[i];
        PlacedItem* item = nullptr;
        if (const auto it = byPlacement.find(placed.placement); it != byPlacement.end()) {
            if (it->second && it->second->placed().shape == placed.shape) {
                item = it->second;
                it->second = nullptr;
            }
        }
        const bool isNew = !item;
        if (isNew) {
            item = makeItem(look, placed);
            scene.addItem(item);
        }
        if (isNew || allContents || touched.contains(placed.placement.node) ||
            placed.placement.node.kind == Kind::SecurityGroupRule) {
            Content content = contentAt(placed);
            if (!isNew) content.severity = item->content().severity;
            item->syncWith(placed, content);
        } else {
            item->syncWith(placed, item->content());
        }
        fresh[i] = item;
        index.emplace(placed.placement, item);
    }
    for (const auto& [placement, item] : byPlacement)
        delete item;
    items = std::move(fresh);
    byPlacement = std::move(index);

    syncTitles();
}

/// Names of containers end where a table's badge, a gate or a route's line begins; a zone's begins right of
/// the lines that pass it.
void CanvasScene::State::syncTitles() {
    std::vector<double> starts(layout.items.size(), 0), ends(layout.items.size(), 0);
    const auto limit = [&](std::size_t container, double x) {
        double& end = ends[container];
        const double inside = x - layout.items[container].rect.left() - 10;
        end = end == 0 ? inside : std::min(end, inside);
    };
    for (const Placed& placed : layout.items) {
        if (placed.parent < 0) continue;
        const Placed& parent = layout.items[std::size_t(placed.parent)];
        const bool gate = placed.shape == Shape::Gate || (placed.shape == Shape::RouteTable && placed.atTop);
        const bool onBorder =
            placed.shape == Shape::BorderTile && placed.rect.center().y() < parent.rect.top() + 1;
        if (gate || onBorder) limit(std::size_t(placed.parent), placed.rect.left());
    }
    for (std::size_t i = 0; i < layout.items.size(); ++i) {
        const Placed& placed = layout.items[i];
        if (placed.shape != Shape::Vpc && placed.shape != Shape::Zone) continue;
        const QRectF title = QRectF(placed.rect.topLeft(), QSizeF(placed.rect.width(), placed.text.height()))
                                 .adjusted(2, 3, -2, -1);
        for (const Line& line : lines.routes)
            for (qsizetype s = 1; s < line.points.size(); ++s) {
                const QRectF segment =
                    QRectF(line.points[s - 1], line.points[s]).normalized().adjusted(-3, 0, 3, 0);
                if (segment.left() > title.right() || segment.right() < title.left() ||
                    segment.top() > title.bottom() || segment.bottom() < title.top())
                    continue;
                constexpr double lane = 44; // at the outer side, before the subnets
                if (placed.shape == Shape::Zone && segment.right() < title.left() + lane)
                    starts[i] = std::max(starts[i], segment.right() - placed.rect.left() + 6);
                else
                    limit(i, segment.left());
            }
    }
    for (std::size_t i = 0; i < ends.size(); ++i)
        if (isContainer(layout.items[i].shape))
            static_cast<ContainerItem*>(items[i])->setTitleRoom(starts[i], ends[i]);
}

namespace {

/// style::groupMark() without the letter.
int groupColor(const Design& design, SecurityGroupId group) {
    if (const Box* box = design.diagram.boxes.find(Placement{group, {}}); box && box->color)
        return *box->color % style::groupColors;
    const auto& nodes = design.network.nodes;
    return int(nodes.lowerBound(group) - nodes.lowerBound({Kind::SecurityGroup, 0})) % style::groupColors;
}

} // namespace

void CanvasScene::State::syncLines() {
    const Design& now = document.design();
    ++round;
    const auto update = [&](DrawnByEnds& drawn, LineKind kind, const auto& all,
                            const std::vector<Line>& ways) {
        constexpr bool areRules = std::is_same_v<std::decay_t<decltype(all.front())>, RuleLink>;
        std::size_t count = 0;
        std::unordered_map<ElementId, int> colors;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (ways[i].points.size() < 2) continue;
            const auto [it, isNew] = drawn.try_emplace({all[i].from, all[i].to});
            Drawn& entry = it->second;
            if (isNew) {
                entry.line = new LineItem(look, kind);
                entry.label = new LabelItem(look, *entry.line);
                scene.addItem(entry.line);
                scene.addItem(entry.label);
            }
            entry.round = round;
            ++count;
            bool changed = false;
            if constexpr (areRules) {
                const auto [color, unknown] = colors.try_emplace(all[i].color);
                if (unknown) color->second = groupColor(now, all[i].color);
                changed = entry.line->syncWith(ways[i], color->second, false);
                entry.line->setElements(all[i].rules);
            } else {
                changed = entry.line->syncWith(ways[i], 0, all[i].ghost);
                entry.line->setElements(all[i].routes);
            }
            if (changed) entry.label->sync();
        }
        if (count == drawn.size()) return;
        std::erase_if(drawn, [&](const auto& each) {
            if (each.second.round == round) return false;
            delete each.second.label;
            delete each.second.line;
            return true;
        });
    };
    update(rules, LineKind::Rule, links.rules, lines.rules);
    update(routes, LineKind::Route, links.routes, lines.routes);
}

/// Where the lines run as they did: the few whose rules or routes are others.
void CanvasScene::State::syncChangedLines(const Links& before) {
    const bool few = links.rules.size() > 500;
    for (std::size_t i = 0; i < links.rules.size(); ++i) {
        // In a crowd labels do not move each other.
        if (few && links.rules[i] == before.rules[i]) continue;
        const auto it = rules.find({links.rules[i].from, links.rules[i].to});
        if (it == rules.end()) continue;
        it->second.line->setElements(links.rules[i].rules);
        if (it->second.line->syncWith(lines.rules[i], it->second.line->color(), false))
            it->second.label->sync();
    }
    for (std::size_t i = 0; i < links.routes.size(); ++i) {
        const auto it = routes.find({links.routes[i].from, links.routes[i].to});
        if (it == routes.end()) continue;
        it->second.line->setElements(links.routes[i].routes);
        if (it->second.line->syncWith(lines.routes[i], 0, links.routes[i].ghost)) it->second.label->sync();
    }
}

void CanvasScene::State::syncRibbons() {
    const Design& now = document.design();
    std::map<SecurityGroupId, std::vector<QPolygonF>> bands;
    for (const VpcLayout& vpc : layout.vpcs) {
        if (vpc.chips.empty()) continue;
        std::map<SecurityGroupId, QRectF> chips;
        for (const int index : vpc.chips)
            chips.emplace(SecurityGroupId{layout.items[std::size_t(index)].placement.node.number},
                          layout.items[std::size_t(index)].rect);
        for (const Placed& placed : layout.items)
            if (placed.shape == Shape::Chip && placed.parent == vpc.index)
                chips.try_emplace(SecurityGroupId{placed.placement.node.number}, placed.rect);
        for (const Placed& placed : layout.items) {
            if (placed.shape != Shape::Tile || !placed.placement.in) continue;
            const Node* node = now.network.find(placed.placement.node);
            if (!node) continue;
            int top = placed.parent;
            while (top >= 0 && layout.items[std::size_t(top)].shape != Shape::Vpc)
                top = layout.items[std::size_t(top)].parent;
            if (top != vpc.index) continue;
            const auto& groups = groupsOf(*node);
            // Those of several groups arrive below each other.
            const double step = groups.size() > 1 ? std::min(12.0, 40.0 / double(groups.size() - 1)) : 0;
            double y2 = placed.rect.center().y() - step * double(groups.size() - 1) / 2 - step;
            for (const SecurityGroupId group : groups) {
                y2 += step;
                const auto chip = chips.find(group);
                if (chip == chips.end()) continue;
                const QRectF from = chip->second, to = placed.rect;
                const bool right = to.center().x() > from.center().x();
                const double x1 = from.center().x(), x2 = right ? to.left() + 6 : to.right() - 6;
                const double y1 = from.center().y();
                QPolygonF band;
                if (std::abs(y1 - to.center().y()) <= 19) {
                    band << QPointF(x1, y1) << QPointF(x2, y1);
                } else {
                    // Up or down beside the chip, then to the tile.
                    const double bend =
                        right ? std::min(from.right() + 18, x2 - 8) : std::max(from.left() - 18, x2 + 8);
                    band << QPointF(x1, y1) << QPointF(bend, y1) << QPointF(bend, y2) << QPointF(x2, y2);
                }
                bands[group].push_back(band);
            }
        }
    }
    std::map<SecurityGroupId, RibbonItem*> left;
    for (const auto& [group, all] : bands) {
        RibbonItem* item = nullptr;
        if (const auto it = ribbons.find(group); it != ribbons.end()) {
            item = it->second;
            ribbons.erase(it);
        } else {
            item = new RibbonItem(look, group);
            scene.addItem(item);
        }
        item->syncWith(all, groupColor(now, group));
        left.emplace(group, item);
    }
    for (const auto& [group, item] : ribbons)
        delete item;
    ribbons = std::move(left);
}

void CanvasScene::State::syncPlain() {
    const Design& now = document.design();
    std::vector<PlainLinesItem::Plain> all;
    for (const auto& [from, to] : layout.plainLines) {
        const Placed& a = layout.items[std::size_t(from)];
        const Placed& b = layout.items[std::size_t(to)];
        const QRectF p = a.rect, q = b.rect;
        const Node* node = now.network.find(a.placement.node);
        const bool ghost = node && isSwitchedOff(now, *node);
        QPolygonF points;
        if (b.shape == Shape::Vpc) {
            // To the border of the other VPC.
            const double y = std::clamp(p.center().y(), q.top() + 20, q.bottom() - 20);
            if (p.center().x() < q.left())
                points << QPointF(p.right(), p.center().y()) << QPointF(q.left(), y);
            else if (p.center().x() > q.right())
                points << QPointF(p.left(), p.center().y()) << QPointF(q.right(), y);
            if (points.size() == 2 && std::abs(points[0].y() - points[1].y()) > 1) {
                const double middle = (points[0].x() + points[1].x()) / 2;
                points = QPolygonF{{points[0], {middle, points[0].y()}, {middle, points[1].y()}, points[1]}};
            }
        } else if (std::abs(p.center().y() - q.center().y()) < 20) {
            const bool right = q.center().x() > p.center().x();
            const double y = p.center().y();
            points << QPointF(right ? p.right() : p.left(), y) << QPointF(right ? q.left() : q.right(), y);
        } else {
            points << p.center() << QPointF(p.center().x(), q.center().y()) << q.center();
        }
        if (points.size() >= 2) all.push_back({points, ghost});
    }
    plain->syncWith(std::move(all));
}

void CanvasScene::State::syncFarNames() {
    std::vector<FarNamesItem::Name> names;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (layout.items[i].shape == Shape::Vpc || layout.items[i].shape == Shape::Zone)
            names.push_back(
                {layout.items[i].rect, items[i]->content().name, layout.items[i].shape == Shape::Vpc});
    farNames->syncWith(std::move(names));
}

void CanvasScene::State::syncLegend() {
    LegendItem::Signs signs;
    signs.rules = !rules.empty();
    signs.ribbons = !ribbons.empty();
    signs.routes = !routes.empty();
    for (std::size_t i = 0; i < items.size(); ++i) {
        signs.gates = signs.gates || layout.items[i].shape == Shape::Gate;
        signs.ghosts = signs.ghosts || items[i]->content().ghost;
    }
    QPointF place(0, 0);
    qreal room = 0;
    if (!layout.vpcs.empty()) {
        const QRectF rect = layout.items[std::size_t(layout.vpcs.front().index)].rect;
        room = rect.width();
        place = QPointF(rect.left() + 4, layout.bounds.bottom() + 20);
    }
    legend->syncWith(signs, place, room);
    if (layout.vpcs.empty()) legend->setVisible(false);
}

void CanvasScene::State::syncSeverities() {
    for (PlacedItem* item : items) {
        if (!isNodeKind(item->placement().node.kind)) continue;
        auto severity = problemsShown ? facts.severityOf(item->placement().node) : std::nullopt;
        if (!severity && !needs.empty() && needs.contains(item->placement())) severity = Severity::Warning;
        if (severity == item->content().severity) continue;
        Content content = item->content();
        content.severity = severity;
        item->syncWith(item->placed(), content);
    }
}

void CanvasScene::State::growSceneRect() {
    constexpr double margin = 1200;
    const QRectF wanted = contentRect().adjusted(-margin / 2, -margin / 2, margin / 2, margin / 2);
    const QRectF present = scene.sceneRect();
    // It stays as it is while there is room, so that nothing jumps while people work.
    if (present.contains(wanted.adjusted(margin / 4, margin / 4, -margin / 4, -margin / 4)) &&
        present.width() < wanted.width() * 2 + 2 * margin)
        return;
    scene.setSceneRect(wanted.adjusted(-margin / 2, -margin / 2, margin / 2, margin / 2));
}

} // namespace sekisho::canvas
