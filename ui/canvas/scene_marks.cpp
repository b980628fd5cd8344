// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/scene_state.h"
#include "ui/document/document.h"
#include "ui/document/selection.h"

#include <algorithm>

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
    const bool plainNow = selected.empty() && hovered.empty() && dragged.empty();
    if (plainNow && plainMarks) return;
    plainMarks = plainNow;
    std::optional<SecurityGroupId> lit; // the hovered group
    for (const ElementId id : hovered)
        if (const auto group = SecurityGroupId::from(id)) lit = *group;
    std::optional<style::GroupMark> litMark;
    if (lit) litMark = style::groupMark(now, *lit);
    std::vector<std::pair<SecurityGroupId, style::GroupMark>> selectedGroups;
    for (const ElementId id : selected)
        if (const auto group = SecurityGroupId::from(id))
            selectedGroups.emplace_back(*group, style::groupMark(now, *group));

    const auto isDragged = [&](const Placement& placement) { return dragged.contains(placement); };
    // The other ends of the hovered group's rules stay lit with it.
    std::set<Placement> ends;
    const auto markLine = [&](const Pair& key, const Drawn& drawn) {
        Mark mark;
        mark.selected = touches(drawn.line->elements(), selected);
        mark.hovered = touches(drawn.line->elements(), hovered);
        if (lit) {
            const bool own = key.first.node == *lit || key.second.node == *lit;
            if (own) {
                ends.insert(key.first);
                ends.insert(key.second);
            }
            mark.hovered = mark.hovered || own;
            mark.dimmed = !mark.hovered;
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
    for (const auto& [group, item] : ribbons) {
        Mark mark;
        mark.selected = selected.contains(group);
        mark.hovered = lit == group;
        mark.dimmed = lit && lit != group;
        item->setMark(mark);
    }
    for (PlacedItem* item : items) {
        const ElementId id = item->placement().node;
        Mark mark;
        mark.selected = selected.contains(id);
        mark.hovered = hovered.contains(id);
        if (!isContainer(item->placed().shape)) {
            const Node* node = lit || !selectedGroups.empty() ? now.network.find(id) : nullptr;
            if (lit && isMember(node, *lit)) mark.memberOf = litMark;
            if (!mark.memberOf)
                for (const auto& [group, groupMark] : selectedGroups)
                    if (isMember(node, group)) {
                        mark.memberOf = groupMark;
                        break;
                    }
            if (lit)
                mark.dimmed = !mark.hovered && !(mark.memberOf && isMember(node, *lit)) &&
                              !ends.contains(item->placement());
        }
        item->setMark(mark);
    }
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
