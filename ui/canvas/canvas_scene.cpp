// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/canvas_scene.h"

#include "ui/canvas/motion.h"
#include "ui/canvas/scene_state.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/style/style.h"

#include <algorithm>
#include <cmath>

namespace sekisho::canvas {

CanvasScene::CanvasScene(Document& document, Facts& facts, Selection* selection, QObject* parent)
    : QGraphicsScene(parent), m_state(std::make_unique<State>(*this, document, facts, selection)) {
    State& state = *m_state;
    state.look.theme = &style::theme();
    state.plain = new PlainLinesItem(state.look);
    state.legend = new LegendItem(state.look);
    state.farNames = new FarNamesItem(state.look);
    state.overlay = new OverlayItem(state.look);
    for (QGraphicsItem* item :
         std::initializer_list<QGraphicsItem*>{state.plain, state.legend, state.farNames, state.overlay})
        addItem(item);
    state.flash = new QVariantAnimation(this);

    connect(&document, &Document::replaced, this, [this] {
        m_state->anew = true;
        m_state->schedule();
    });
    connect(&document, &Document::changed, this, [this](const ChangeSet& changes) {
        m_state->changes.merge(changes);
        m_state->schedule();
    });
    connect(&facts, &Facts::problemsChanged, this, [this] {
        m_state->severities = true;
        m_state->schedule();
    });
    if (selection) {
        const auto marks = [this] {
            m_state->marks = true;
            m_state->schedule();
        };
        connect(selection, &Selection::changed, this, marks);
        connect(selection, &Selection::hoverChanged, this, marks);
    }
    connect(&style::Style::instance(), &style::Style::themeChanged, this, [this] {
        if (!m_state->ownTheme) m_state->look.theme = &style::theme();
        update();
    });
    connect(&style::Style::instance(), &style::Style::languageChanged, this, [this] {
        m_state->anew = true;
        m_state->schedule();
    });
    state.schedule();
}

CanvasScene::~CanvasScene() {
    // Items look at the state while they go.
    clear();
}

const style::Theme& CanvasScene::theme() const {
    return *m_state->look.theme;
}

void CanvasScene::setTheme(style::Variant variant) {
    m_state->ownTheme = variant;
    m_state->look.theme = &style::themeOf(variant);
    update();
}

void CanvasScene::setAllDetail(bool on) {
    m_state->look.forced = on ? std::optional(Level::Full) : std::nullopt;
    update();
}

void CanvasScene::setProblemsShown(bool shown) {
    m_state->problemsShown = shown;
    m_state->severities = true;
    m_state->schedule();
}

void CanvasScene::setDeployment(Deployment* deployment) {
    m_state->deployment = deployment;
    const auto again = [this] {
        m_state->planned = true;
        m_state->schedule();
    };
    connect(deployment, &Deployment::planChanged, this, again);
    // The addresses that AWS has given.
    connect(deployment, &Deployment::stateChanged, this, [this] {
        for (const NatGateway& nat : m_state->document.network().all<NatGateway>())
            m_state->changes.nodes.push_back(nat.id);
        for (const ElasticIp& eip : m_state->document.network().all<ElasticIp>())
            m_state->changes.nodes.push_back(eip.id);
        m_state->schedule();
    });
    again();
}

void CanvasScene::settle() {
    m_state->settle();
}

// --- What is where

std::optional<QRectF> CanvasScene::rectOf(const Placement& placement) const {
    m_state->settle();
    const Placed* placed = m_state->layout.find(placement);
    if (!placed) return {};
    return placed->rect;
}

QPointF CanvasScene::contentOriginOf(const Placement& placement) const {
    m_state->settle();
    const Placed* placed = m_state->layout.find(placement);
    return placed ? placed->content : QPointF();
}

std::optional<Placement> CanvasScene::parentOf(const Placement& placement) const {
    m_state->settle();
    const Placed* placed = m_state->layout.find(placement);
    if (!placed || placed->parent < 0) return {};
    return m_state->layout.items[std::size_t(placed->parent)].placement;
}

/// The places of a node in layout.items; the index is made when somebody asks first.
std::span<const int> CanvasScene::State::drawingsOf(ElementId node) {
    const auto placementAt = [this](int index) -> const Placement& {
        return layout.items[std::size_t(index)].placement;
    };
    if (byNode.size() != layout.items.size()) {
        // By numbers that stand beside each other: sorting the places themselves takes ten times as long.
        const auto joined = [](std::uint32_t high, std::uint32_t low) {
            return (std::uint64_t(high) << 32) | low;
        };
        std::vector<std::pair<std::uint64_t, std::uint64_t>> keys;
        keys.reserve(layout.items.size());
        for (int i = 0; i < int(layout.items.size()); ++i) {
            const Placement& placement = placementAt(i);
            keys.emplace_back(joined(std::uint32_t(placement.node.kind), placement.node.number),
                              joined(placement.in ? placement.in->number + 1 : 0, std::uint32_t(i)));
        }
        std::sort(keys.begin(), keys.end());
        byNode.clear();
        for (const auto& [of, place] : keys)
            byNode.push_back(int(std::uint32_t(place)));
    }
    const auto first = std::partition_point(byNode.begin(), byNode.end(),
                                            [&](int index) { return placementAt(index).node < node; });
    const auto last =
        std::partition_point(first, byNode.end(), [&](int index) { return placementAt(index).node == node; });
    return {first, last};
}

std::vector<Placement> CanvasScene::placementsOf(ElementId node) const {
    m_state->settle();
    std::vector<Placement> found;
    for (const int index : m_state->drawingsOf(node))
        if (const Placement& one = m_state->layout.items[std::size_t(index)].placement;
            !isImplicitInternet(one))
            found.push_back(one);
    return found;
}

std::vector<Placement> CanvasScene::placementsIn(const QRectF& rect) const {
    m_state->settle();
    std::vector<Placement> found;
    for (const Placed& placed : m_state->layout.items)
        if (isNodeKind(placed.placement.node.kind) && placed.placement.node.number != 0 &&
            rect.contains(placed.rect))
            found.push_back(placed.placement);
    return found;
}

std::vector<Placement> CanvasScene::placements() const {
    m_state->settle();
    std::vector<const Placed*> all;
    for (const Placed& placed : m_state->layout.items)
        if (isNodeKind(placed.placement.node.kind) && placed.placement.node.number != 0)
            all.push_back(&placed);
    // Row by row; what is higher by less than half a tile is in the same row.
    const auto row = [](const Placed& placed) { return std::floor(placed.rect.top() / 24); };
    std::stable_sort(all.begin(), all.end(), [&](const Placed* a, const Placed* b) {
        return std::pair(row(*a), a->rect.left()) < std::pair(row(*b), b->rect.left());
    });
    std::vector<Placement> result;
    for (const Placed* placed : all)
        result.push_back(placed->placement);
    return result;
}

QRectF CanvasScene::State::contentRect() const {
    QRectF rect = layout.bounds;
    if (rect.isNull()) return {0, 0, 800, 500};
    if (legend->isVisible()) rect |= legend->plainRect();
    for (const auto* all : {&lines.rules, &lines.routes})
        for (const Line& line : *all)
            if (!line.points.isEmpty()) rect |= line.points.boundingRect();
    return rect.adjusted(-20, -16, 20, 16);
}

QRectF CanvasScene::contentRect() const {
    m_state->settle();
    return m_state->contentRect();
}

std::optional<Placement> CanvasScene::containerAt(QPointF point, const std::vector<Placement>& except) const {
    m_state->settle();
    const auto& items = m_state->layout.items;
    const auto isOut = [&](int index) {
        for (; index >= 0; index = items[std::size_t(index)].parent)
            if (std::find(except.begin(), except.end(), items[std::size_t(index)].placement) != except.end())
                return true;
        return false;
    };
    const Placed* best = nullptr;
    for (const int index : m_state->containers) {
        const Placed& placed = items[std::size_t(index)];
        if (placed.rect.contains(point) && (!best || placed.shape >= best->shape) && !isOut(index))
            best = &placed;
    }
    if (!best) return {};
    return best->placement;
}

std::optional<Hit> CanvasScene::hitAt(QPointF point, qreal scale) const {
    m_state->settle();
    const State& state = *m_state;
    const qreal tolerance = 5 / std::max(scale, 0.05);
    const QRectF around(point.x() - tolerance, point.y() - tolerance, 2 * tolerance, 2 * tolerance);
    const PlacedItem* container = nullptr;
    const LineItem* line = nullptr;
    qreal nearest = tolerance;
    const RibbonItem* ribbon = nullptr;
    const auto nodeHit = [](Part part, const Placement& placement) {
        Hit hit{part, placement, {}};
        if (isNodeKind(placement.node.kind) && placement.node.number != 0) hit.elements = {placement.node};
        return hit;
    };
    for (QGraphicsItem* each : items(around, Qt::IntersectsItemBoundingRect, Qt::DescendingOrder)) {
        if (!each->isVisible()) continue;
        if (each->type() == PlacedItem::Type) {
            const auto* item = static_cast<const PlacedItem*>(each);
            const Placed& placed = item->placed();
            QRectF rect = item->drawnRect();
            if (isContainer(placed.shape)) {
                if (!container && rect.contains(point)) container = item;
                continue;
            }
            if (placed.shape == Shape::Tile && scale >= 0.35) {
                const auto& groups = item->content().groups;
                const Node* node = state.document.network().find(placed.placement.node);
                if (node)
                    for (std::size_t i = 0; i < std::min<std::size_t>(groups.size(), 3); ++i) {
                        const QPointF center(rect.right() - 2 - qreal(i) * 17, rect.top());
                        if (std::hypot(point.x() - center.x(), point.y() - center.y()) > 9) continue;
                        Hit hit{Part::Badge, placed.placement, {groupsOf(*node)[i]}};
                        if (!state.document.network().find(hit.elements.front()))
                            hit.elements = {placed.placement.node};
                        return hit;
                    }
            }
            if (scale < 0.35) {
                const qreal size = 20 / std::max(scale, 0.05);
                const qreal grow = std::clamp((size - rect.height()) / 2, 0.0, 20.0);
                rect.adjust(-grow, -grow, grow, grow);
            }
            if (!rect.contains(point)) continue;
            switch (placed.shape) {
            case Shape::Gate: return nodeHit(Part::Gate, placed.placement);
            case Shape::RouteTable: return nodeHit(Part::RouteTable, placed.placement);
            case Shape::Chip: return nodeHit(Part::Chip, placed.placement);
            case Shape::Source: {
                Hit hit{Part::Node, placed.placement, {}};
                for (const auto& [key, drawn] : state.rules)
                    if (key.first == placed.placement || key.second == placed.placement)
                        hit.elements.insert(hit.elements.end(), drawn.line->elements().begin(),
                                            drawn.line->elements().end());
                return hit;
            }
            default: return nodeHit(Part::Node, placed.placement);
            }
        } else if (each->type() == LabelItem::Type) {
            const auto* label = static_cast<const LabelItem*>(each);
            if (scale >= 0.35 && label->labelRect().contains(point)) {
                line = &label->line();
                nearest = 0;
            }
        } else if (each->type() == LineItem::Type && nearest > 0) {
            const auto* item = static_cast<const LineItem*>(each);
            const qreal distance = item->distanceTo(point);
            if (distance < nearest) {
                nearest = distance;
                line = item;
            }
        } else if (each->type() == RibbonItem::Type && !ribbon && scale >= 0.35) {
            const auto* item = static_cast<const RibbonItem*>(each);
            if (item->contains(point)) ribbon = item;
        }
    }
    if (line)
        return Hit{line->kind() == LineKind::Rule ? Part::RuleEdge : Part::RouteEdge, {}, line->elements()};
    if (ribbon) return Hit{Part::Ribbon, {}, {ribbon->group()}};
    if (!container) return {};
    const qreal header = container->placed().shape == Shape::Vpc      ? vpcHeader
                         : container->placed().shape == Shape::Subnet ? subnetHeader
                                                                      : zoneHeader;
    const bool inHeader = point.y() < container->drawnRect().top() + header;
    return nodeHit(inHeader ? Part::Header : Part::Container, container->placement());
}

// --- Previews

void CanvasScene::setDragPreview(const std::vector<Placement>& placements, QPointF offset) {
    m_state->settle();
    State& state = *m_state;
    const std::set<Placement> wanted(placements.begin(), placements.end());
    std::set<Placement> all;
    std::vector<bool> moves(state.layout.items.size(), false);
    for (std::size_t i = 0; i < state.layout.items.size(); ++i) {
        const Placed& placed = state.layout.items[i];
        moves[i] =
            wanted.contains(placed.placement) || (placed.parent >= 0 && moves[std::size_t(placed.parent)]);
        if (moves[i]) all.insert(placed.placement);
    }
    for (std::size_t i = 0; i < moves.size(); ++i)
        if (moves[i])
            state.items[i]->setPreview(offset, {});
        else if (state.dragged.contains(state.layout.items[i].placement))
            state.items[i]->setPreview({}, {});
    state.dragOffset = offset;
    if (all == state.dragged) return;
    state.dragged = std::move(all);
    state.syncMarks();
}

void CanvasScene::setResizePreview(const std::optional<std::pair<Placement, QRectF>>& preview) {
    m_state->settle();
    State& state = *m_state;
    if (state.resized && (!preview || preview->first != *state.resized))
        if (const auto it = state.byPlacement.find(*state.resized); it != state.byPlacement.end())
            it->second->setPreview({}, {});
    state.resized.reset();
    if (!preview) return;
    const auto it = state.byPlacement.find(preview->first);
    if (it == state.byPlacement.end()) return;
    it->second->setPreview({}, preview->second);
    state.resized = preview->first;
}

std::optional<OverlayItem::Target> CanvasScene::State::targetOf(const Placement& placement) const {
    const auto it = byPlacement.find(placement);
    if (it == byPlacement.end()) return {};
    OverlayItem::Target target;
    target.rect = it->second->drawnRect();
    switch (it->second->placed().shape) {
    case Shape::Vpc: target.radius = 12; break;
    case Shape::Zone: target.radius = 9; break;
    case Shape::Chip:
    case Shape::Source:
    case Shape::Capsule: target.radius = target.rect.height() / 2; break;
    case Shape::Gate:
    case Shape::RouteTable: target.radius = 5; break;
    case Shape::Tile:
    case Shape::BorderTile: target.radius = 10; break;
    default: target.radius = 8;
    }
    return target;
}

void CanvasScene::setDropTarget(const std::optional<Placement>& target, bool takes) {
    if (target) m_state->settle();
    auto shown = target ? m_state->targetOf(*target) : std::nullopt;
    if (shown) shown->takes = takes;
    m_state->overlay->setDropTarget(shown);
}

void CanvasScene::setConnectPreview(const std::optional<QLineF>& line,
                                    const std::optional<Placement>& target) {
    m_state->settle();
    m_state->overlay->setConnection(line, target ? m_state->targetOf(*target) : std::nullopt);
}

void CanvasScene::setRubberBand(const std::optional<QRectF>& band) {
    m_state->overlay->setBand(band);
}

void CanvasScene::setFocusRing(const std::optional<Placement>& placement) {
    if (placement) m_state->settle();
    m_state->focus = placement;
    m_state->overlay->setFocus(placement ? m_state->targetOf(*placement) : std::nullopt);
}

void CanvasScene::setHandlesShown(bool shown) {
    if (m_state->look.handles == shown) return;
    m_state->look.handles = shown;
    for (PlacedItem* item : m_state->items)
        if (item->mark().hovered) item->update();
}

std::vector<QPointF> CanvasScene::handlesOf(const Placement& placement) const {
    m_state->settle();
    const auto it = m_state->byPlacement.find(placement);
    if (it == m_state->byPlacement.end()) return {};
    const Shape shape = it->second->placed().shape;
    if (isContainer(shape) || shape == Shape::Gate || shape == Shape::RouteTable || shape == Shape::Source)
        return {};
    const QRectF rect = it->second->drawnRect().adjusted(-4, -4, 4, 4);
    const QPointF center = rect.center();
    return {{center.x(), rect.top()},
            {rect.right(), center.y()},
            {center.x(), rect.bottom()},
            {rect.left(), center.y()}};
}

void CanvasScene::flash(const std::vector<Placement>& placements) {
    m_state->settle();
    std::vector<OverlayItem::Target> targets;
    for (const Placement& placement : placements)
        if (const auto target = m_state->targetOf(placement)) targets.push_back(*target);
    if (targets.empty()) return;
    QVariantAnimation* animation = m_state->flash;
    animation->stop();
    animation->disconnect(this);
    const bool moves = motion::isWanted();
    animation->setDuration(moves ? 4 * motion::flash : motion::held);
    animation->setStartValue(0.0);
    animation->setEndValue(1.0);
    connect(animation, &QVariantAnimation::valueChanged, this, [this, targets, moves](const QVariant& value) {
        const qreal at = value.toReal();
        const qreal strength = at >= 1 ? 0 : moves ? std::pow(std::sin(at * 2 * 3.14159265), 2) : 1;
        m_state->overlay->setFlash(targets, strength);
    });
    animation->start();
}

qreal CanvasScene::flashStrength() const {
    return m_state->overlay->flashStrength();
}

} // namespace sekisho::canvas
