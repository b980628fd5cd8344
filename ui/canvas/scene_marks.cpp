// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/motion.h"
#include "ui/canvas/scene_state.h"
#include "ui/document/document.h"
#include "ui/document/selection.h"

#include <QGraphicsView>

#include <algorithm>
#include <map>

namespace sekisho::canvas {

namespace {

bool touches(const std::vector<ElementId>& elements, const std::set<ElementId>& wanted) {
    return std::any_of(elements.begin(), elements.end(), [&](ElementId id) { return wanted.contains(id); });
}

bool isMember(const Node* node, SecurityGroupId group) {
    if (!node) return false;
    const auto& groups = groupsOf(*node);
    return std::find(groups.begin(), groups.end(), group) != groups.end();
}

/// The route tables of gateway endpoints among `elements`, and the endpoints of route tables among them: no
/// line runs between the two.
void addTied(const Network& network, const std::set<ElementId>& elements, std::set<ElementId>& tied) {
    for (const ElementId element : elements) {
        if (const auto id = VpcEndpointId::from(element))
            if (const VpcEndpoint* endpoint = network.get(*id))
                tied.insert(endpoint->routeTables.begin(), endpoint->routeTables.end());
        if (const auto id = RouteTableId::from(element))
            for (const VpcEndpoint& endpoint : network.all<VpcEndpoint>())
                if (std::find(endpoint.routeTables.begin(), endpoint.routeTables.end(), *id) !=
                    endpoint.routeTables.end())
                    tied.insert(endpoint.id);
    }
}

} // namespace

/// What is selected, what the mouse is over, and what belongs to it.
void CanvasScene::State::syncMarks() {
    const Design& now = document.design();
    std::set<ElementId> selected, hovered;
    const auto note = [&](std::set<ElementId>& into, ElementId id) {
        into.insert(id);
        // Of a part that is not drawn itself, the node it belongs to.
        if (!isNodeKind(id.kind) && id.kind != Kind::SecurityGroupRule && id.kind != Kind::Route)
            if (const auto owner = ownerOf(now.network, id)) into.insert(*owner);
    };
    if (selection) {
        for (const ElementId id : selection->elements())
            note(selected, id);
        if (const auto id = selection->hovered()) note(hovered, *id);
    }
    std::optional<SecurityGroupId> lit; // the hovered group
    for (const ElementId id : hovered)
        if (const auto group = SecurityGroupId::from(id)) lit = *group;
    fadeFor(lit);
    // What is dimmed comes back slowly: until it is there, it still is.
    const auto dims = lit ? lit : fading;
    const bool plainNow = selected.empty() && hovered.empty() && dragged.empty() && !dims;
    if (plainNow && plainMarks) return;
    plainMarks = plainNow;
    std::set<ElementId> tied;
    addTied(now.network, selected, tied);
    addTied(now.network, hovered, tied);
    std::optional<style::GroupMark> litMark;
    if (lit) litMark = style::groupMark(now, *lit);
    std::map<SecurityGroupId, style::GroupMark> selectedGroups;
    for (const ElementId id : selected)
        if (const auto group = SecurityGroupId::from(id))
            selectedGroups.emplace(*group, style::groupMark(now, *group));

    const auto isDragged = [&](const Placement& placement) { return dragged.contains(placement); };
    // The other ends of the hovered group's rules stay lit with it.
    std::set<Placement> ends;
    const auto markLine = [&](const Pair& key, const Drawn& drawn) {
        Mark mark;
        mark.selected = touches(drawn.line->elements(), selected);
        mark.hovered = touches(drawn.line->elements(), hovered);
        if (dims) {
            const bool own = key.first.node == *dims || key.second.node == *dims;
            if (own) {
                ends.insert(key.first);
                ends.insert(key.second);
            }
            mark.hovered = mark.hovered || (own && lit);
            mark.dimmed = !mark.hovered && !own;
        }
        if (isDragged(key.first) || isDragged(key.second)) mark.dimmed = true;
        if (mark == drawn.line->mark()) return;
        drawn.line->setMark(mark);
        drawn.label->sync();
    };
    for (const auto& [key, drawn] : rules)
        markLine(key, drawn);
    for (const auto& [key, drawn] : routes)
        markLine(key, drawn);
    // Lines and ribbons stay where they are while their ends are dragged: they step back.
    std::set<SecurityGroupId> draggedGroups;
    for (const Placement& placement : dragged) {
        if (const auto group = SecurityGroupId::from(placement.node)) draggedGroups.insert(*group);
        if (const Node* node = now.network.find(placement.node))
            for (const SecurityGroupId group : groupsOf(*node))
                draggedGroups.insert(group);
    }
    for (const auto& [group, item] : ribbons) {
        Mark mark;
        mark.selected = selected.contains(group);
        mark.hovered = lit == group;
        mark.dimmed = (dims && dims != group) || draggedGroups.contains(group);
        item->setMark(mark);
    }
    for (PlacedItem* item : items) {
        const ElementId id = item->placement().node;
        Mark mark;
        mark.selected = selected.contains(id);
        mark.hovered = hovered.contains(id);
        mark.tied = tied.contains(id);
        if (!isContainer(item->placed().shape)) {
            const Node* node = dims || !selectedGroups.empty() ? now.network.find(id) : nullptr;
            if (lit && isMember(node, *lit)) mark.memberOf = litMark;
            if (!mark.memberOf && node) {
                // Of several the first one drawn.
                auto first = selectedGroups.end();
                for (const SecurityGroupId group : groupsOf(*node))
                    if (const auto it = selectedGroups.find(group);
                        it != selectedGroups.end() &&
                        (first == selectedGroups.end() || it->first < first->first))
                        first = it;
                if (first != selectedGroups.end()) mark.memberOf = first->second;
            }
            if (dims)
                mark.dimmed = id != *dims && !mark.hovered && !isMember(node, *dims) &&
                              !ends.contains(item->placement());
        }
        item->setMark(mark);
    }
}

bool CanvasScene::State::isMoving() const {
    const auto views = scene.views();
    return motion::isWanted() && !views.isEmpty() && views.front()->isVisible();
}

/// What the NAT switch turns into ghosts, or back, does so slowly.
void CanvasScene::State::fadeGhosts() {
    if (!isMoving()) return;
    if (!ghosting) {
        ghosting = new QVariantAnimation(&scene);
        ghosting->setStartValue(0.0);
        ghosting->setEndValue(1.0);
        ghosting->setDuration(motion::natSwitch);
        QObject::connect(ghosting, &QVariantAnimation::valueChanged, &scene, [this](const QVariant& value) {
            look.ghost = value.toReal();
            scene.update();
        });
    }
    ghosting->stop();
    ++look.ghostRun;
    look.ghost = 0;
    ghosting->start();
}

/// Starts the fading that a group that is lit, or no more, brings along.
void CanvasScene::State::fadeFor(const std::optional<SecurityGroupId>& lit) {
    const bool moves = isMoving();
    const qreal wanted = lit ? 1 : 0;
    if (!moves || (lit && fading && !dimming)) {
        fading = lit;
        look.dim = 1;
        if (dimming) dimming->stop();
        return;
    }
    if (lit && !fading) look.dim = 0;
    if (lit) fading = lit;
    if (!fading) return;
    if (!dimming) {
        dimming = new QVariantAnimation(&scene);
        QObject::connect(dimming, &QVariantAnimation::valueChanged, &scene, [this](const QVariant& value) {
            look.dim = value.toReal();
            scene.update();
        });
        QObject::connect(dimming, &QVariantAnimation::finished, &scene, [this] {
            if (look.dim > 0.5) return;
            fading.reset();
            look.dim = 1;
            marks = true;
            schedule();
        });
    }
    const bool runs = dimming->state() == QAbstractAnimation::Running;
    if (look.dim == wanted || (runs && dimming->endValue().toReal() == wanted)) return;
    dimming->stop();
    dimming->setStartValue(look.dim);
    dimming->setEndValue(wanted);
    dimming->setDuration(motion::dim);
    dimming->start();
}

/// What a plan would do to what is drawn.
void CanvasScene::State::syncPlan() {
    const Network& network = document.network();
    for (PlacedItem* item : items) {
        const Placement& placement = item->placement();
        auto action = deployment ? deployment->plannedFor(placement.node) : std::nullopt;
        // An ACL's gate is there for each subnet, but what is not associated there does not change there.
        if (action && item->placed().shape == Shape::Gate && item->content().ghost) {
            const auto* acl = std::get_if<NetworkAcl>(network.find(placement.node));
            if (acl && *action == PlannedAction::Update) action.reset();
        }
        item->setPlanned(action);
    }
    for (const auto* all : {&rules, &routes})
        for (const auto& [key, drawn] : *all) {
            std::optional<PlannedAction> action;
            if (deployment)
                for (const ElementId id : drawn.line->elements())
                    if (const auto each = deployment->plannedFor(id); each && (!action || *each > *action))
                        action = each;
            if (action == drawn.line->planned()) continue;
            drawn.line->setPlanned(action);
            drawn.label->sync();
        }
}

} // namespace sekisho::canvas
