// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"
#include "ui/canvas/callout_item.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/far_names_item.h"
#include "ui/canvas/items.h"
#include "ui/canvas/legend_item.h"
#include "ui/canvas/line_items.h"
#include "ui/canvas/links.h"
#include "ui/canvas/overlay_item.h"
#include "ui/canvas/router.h"
#include "ui/document/deployment.h"
#include "ui/document/selection.h"

#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>

#include <set>
#include <span>

namespace sekisho::canvas {

/// What CanvasScene is made of; nobody else includes this.
struct CanvasScene::State {
    State(CanvasScene& s, Document& d, Facts& f, Selection* sel)
        : scene(s), document(d), facts(f), selection(sel) {}

    CanvasScene& scene;
    Document& document;
    Facts& facts;
    QPointer<Selection> selection;
    QPointer<Deployment> deployment; ///< none in pictures
    Look look;
    std::optional<style::Variant> ownTheme;

    // --- What was drawn last
    Table<ElementId, Node> seenNodes;
    bool seenNat = true;
    Links links;
    Layout layout;
    std::unique_ptr<Obstacles> obstacles; ///< of the layout
    Lines lines;
    std::vector<int> containers;    ///< in layout.items
    std::vector<int> byNode;        ///< of layout.items, by placement; empty until drawingsOf() is asked
    std::vector<PlacedItem*> items; ///< of layout.items, in their order
    std::unordered_map<Placement, PlacedItem*, Layout::Hash> byPlacement;
    using Pair = std::pair<Placement, Placement>;
    struct Drawn {
        LineItem* line = nullptr;
        LabelItem* label = nullptr;
        std::uint32_t round = 0; ///< the last in which it was there
    };
    using DrawnByEnds = std::unordered_map<Pair, Drawn, Layout::Hash>;
    DrawnByEnds rules, routes;
    std::uint32_t round = 0;
    std::map<SecurityGroupId, RibbonItem*> ribbons;
    std::map<Placement, std::set<Need>> needs; ///< that a workload in a subnet has no way out for
    std::map<Placement, CalloutItem*> callouts;
    PlainLinesItem* plain = nullptr;
    LegendItem* legend = nullptr;
    FarNamesItem* farNames = nullptr;
    OverlayItem* overlay = nullptr;
    QVariantAnimation* flash = nullptr;
    QVariantAnimation* dimming = nullptr;
    QVariantAnimation* ghosting = nullptr;
    std::optional<SecurityGroupId> fading; ///< the group for which the others are dimmed, or still are

    // --- What has changed since
    bool anew = true; ///< everything
    bool scheduled = false;
    bool severities = true;
    bool marks = true;
    bool plainMarks = false; ///< nothing is selected, hovered or dragged, and that is what is drawn
    bool problemsShown = true;
    bool planned = false; ///< the plan is to be looked at again
    ChangeSet changes;

    std::set<Placement> dragged;
    QPointF dragOffset;
    std::optional<Placement> resized;
    std::optional<Placement> focus;

    void schedule();
    void settle();
    void follow();
    Content contentAt(const Placed& placed) const;
    void syncItems(bool placesChanged, bool allContents, const std::set<ElementId>& touched);
    void syncTitles();
    void syncLines();
    void syncChangedLines(const Links& before);
    bool onlyShelfLines(const Links& fresh) const;
    void syncRibbons();
    void syncPlain();
    void findNeeds();
    void syncCallouts();
    void syncLegend();
    void syncFarNames();
    void syncSeverities();
    void syncMarks();
    bool isMoving() const;
    void fadeGhosts();
    void fadeFor(const std::optional<SecurityGroupId>& lit);
    void syncPlan();
    void growSceneRect();
    QRectF contentRect() const;
    std::optional<OverlayItem::Target> targetOf(const Placement& placement) const;
    int indexOf(const Placement& placement) const { return layout.indexOf(placement); }
    std::span<const int> drawingsOf(ElementId node);
};

} // namespace sekisho::canvas
