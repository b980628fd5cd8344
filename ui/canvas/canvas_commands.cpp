// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/canvas_commands.h"

#include "core/model/edits.h"
#include "core/model/references.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/clipboard.h"
#include "ui/canvas/removal.h"
#include "ui/document/selection.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCursor>
#include <QMimeData>
#include <QUuid>

#include <algorithm>
#include <map>
#include <set>

namespace sekisho::canvas {

namespace {

constexpr int pasteOffset = 20;

QString freshOrigin() {
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

CanvasCommands::CanvasCommands(CanvasView& view)
    : QObject(&view), m_view(view), m_commands(&view.commands()), m_origin(freshOrigin()) {
    Commands& commands = view.commands();
    // These belong to whom the keyboard belongs to: a text field copies its text, a table its rows.
    for (const Command command :
         {Command::EditCut, Command::EditCopy, Command::EditPaste, Command::EditDuplicate,
          Command::EditDelete, Command::EditSelectAll, Command::EditRename, Command::EditProperties,
          Command::ToolSelect, Command::ToolPan, Command::ToolConnect}) {
        QAction* action = commands.action(command);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        if (QWidget* window = qobject_cast<QWidget*>(action->parent())) window->removeAction(action);
        view.addAction(action);
    }

    add(Command::EditCut, &CanvasCommands::cut);
    add(Command::EditCopy, &CanvasCommands::copy);
    add(Command::EditPaste, &CanvasCommands::paste);
    add(Command::EditDuplicate, &CanvasCommands::duplicate);
    add(Command::EditDelete, &CanvasCommands::remove);
    add(Command::EditSelectAll, &CanvasCommands::selectAll);
    add(Command::EditRename, &CanvasCommands::rename);
    add(Command::EditProperties, &CanvasCommands::properties);
    add(Command::ArrangeTidy, &CanvasCommands::tidy);
    add(Command::ArrangeTidySelection, &CanvasCommands::tidySelection);
    add(Command::ArrangeLock, &CanvasCommands::lock);
    const auto arranges = [&](Command command, Arrangement arrangement) {
        commands.handle(command, [this, arrangement] { arrange(arrangement); });
    };
    arranges(Command::AlignLeft, Arrangement::Left);
    arranges(Command::AlignCenter, Arrangement::Center);
    arranges(Command::AlignRight, Arrangement::Right);
    arranges(Command::AlignTop, Arrangement::Top);
    arranges(Command::AlignMiddle, Arrangement::Middle);
    arranges(Command::AlignBottom, Arrangement::Bottom);
    arranges(Command::DistributeHorizontally, Arrangement::DistributeHorizontally);
    arranges(Command::DistributeVertically, Arrangement::DistributeVertically);
    commands.handle(Command::ViewZoomIn, [&view] { view.zoomIn(); });
    commands.handle(Command::ViewZoomOut, [&view] { view.zoomOut(); });
    commands.handle(Command::ViewZoomActual, [&view] { view.setZoom(1); });
    commands.handle(Command::ViewFit, [&view] { view.fitAll(); });
    commands.handle(Command::ViewZoomSelection, [&view] { view.zoomToSelection(); });
    commands.handle(Command::ViewSnap, [&view] {
        view.setSnapping({!view.snapping().grid, view.snapping().guides});
    });
    commands.handle(Command::ViewSnapGuides, [&view] {
        view.setSnapping({view.snapping().grid, !view.snapping().guides});
    });
    commands.handle(Command::ViewMinimap, [&view] { view.setMinimapShown(!view.minimapShown()); });
    commands.handle(Command::ToolSelect, [&view] { view.setTool(ToolKind::Select); });
    commands.handle(Command::ToolPan, [&view] { view.setTool(ToolKind::Pan); });
    commands.handle(Command::ToolConnect, [&view] { view.setTool(ToolKind::Connect); });

    connect(&view, &CanvasView::toolChanged, this, &CanvasCommands::followTool);
    connect(&view, &CanvasView::snappingChanged, this, &CanvasCommands::followTool);
    connect(&view, &CanvasView::minimapChanged, this, &CanvasCommands::followTool);
    connect(&view, &CanvasView::zoomChanged, this, &CanvasCommands::followTool);
    connect(&view.selection(), &Selection::changed, this, &CanvasCommands::follow);
    connect(&view.canvas(), &CanvasScene::settled, this, &CanvasCommands::follow);
    connect(&view.document(), &Document::changed, this, &CanvasCommands::follow);
    connect(&view.document(), &Document::replaced, this, [this] { m_origin = freshOrigin(); });
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this, &CanvasCommands::followClipboard);
    follow();
    followTool();
    followClipboard();
}

void CanvasCommands::add(Command command, void (CanvasCommands::*what)()) {
    m_view.commands().handle(command, [this, what] { (this->*what)(); });
}

std::vector<ElementId> CanvasCommands::selectedNodes() const {
    std::vector<ElementId> nodes;
    for (const ElementId element : m_view.selection().elements())
        if (isNodeKind(element.kind)) nodes.push_back(element);
    return nodes;
}

std::vector<Placement> CanvasCommands::movable() const {
    std::vector<Placement> found;
    for (const Placement& placement : m_view.selectedPlacements())
        if (isMovable(placement)) found.push_back(placement);
    return found;
}

std::vector<Placement> CanvasCommands::arrangeable() const {
    auto found = movable();
    const Design& design = m_view.document().design();
    std::erase_if(found, [&](const Placement& placement) { return isLocked(design, placement); });
    return found;
}

void CanvasCommands::follow() {
    if (!m_commands) return;
    Commands& commands = *m_commands;
    const auto& elements = m_view.selection().elements();
    const bool any = !elements.empty();
    const bool nodes = !selectedNodes().empty();
    const auto single = m_view.selection().single();
    const auto placed = arrangeable().size();
    const auto all = movable().size();
    commands.setEnabled(Command::EditCut, nodes);
    commands.setEnabled(Command::EditCopy, nodes);
    commands.setEnabled(Command::EditDuplicate, nodes);
    commands.setEnabled(Command::EditDelete, any);
    commands.setEnabled(Command::EditRename, single && isNodeKind(single->kind));
    commands.setEnabled(Command::EditProperties, any);
    commands.setEnabled(Command::EditSelectAll, !m_view.document().network().nodes.empty());
    commands.setEnabled(Command::ViewZoomSelection, nodes);
    commands.setEnabled(Command::ArrangeTidy, !m_view.document().network().nodes.empty());
    commands.setEnabled(Command::ArrangeTidySelection, placed > 0);
    commands.setEnabled(Command::ArrangeLock, all > 0);
    commands.setChecked(Command::ArrangeLock, all > 0 && placed == 0);
    for (const Command command : {Command::AlignLeft, Command::AlignCenter, Command::AlignRight,
                                  Command::AlignTop, Command::AlignMiddle, Command::AlignBottom})
        commands.setEnabled(command, placed > 1);
    for (const Command command : {Command::DistributeHorizontally, Command::DistributeVertically})
        commands.setEnabled(command, placed > 2);
}

void CanvasCommands::followTool() {
    if (!m_commands) return;
    Commands& commands = *m_commands;
    commands.setChecked(Command::ToolSelect, m_view.toolKind() == ToolKind::Select);
    commands.setChecked(Command::ToolPan, m_view.toolKind() == ToolKind::Pan);
    commands.setChecked(Command::ToolConnect, m_view.toolKind() == ToolKind::Connect);
    commands.setChecked(Command::ViewSnap, m_view.snapping().grid);
    commands.setChecked(Command::ViewSnapGuides, m_view.snapping().guides);
    commands.setChecked(Command::ViewMinimap, m_view.minimapShown());
    commands.setEnabled(Command::ViewZoomIn, m_view.zoom() < CanvasView::maxZoom * 0.999);
    commands.setEnabled(Command::ViewZoomOut, m_view.zoom() > CanvasView::minZoom * 1.001);
}

bool CanvasCommands::canPaste() const {
    const QMimeData* data = QApplication::clipboard()->mimeData();
    return data && (data->hasFormat(QLatin1String(fragmentMimeType)) || fromMimeData(data));
}

void CanvasCommands::followClipboard() {
    if (m_commands) m_commands->setEnabled(Command::EditPaste, canPaste());
    m_pasted = 0;
}

void CanvasCommands::copy() {
    const auto nodes = selectedNodes();
    if (nodes.empty()) return;
    ClipboardContent content{fragmentOf(m_view.document().design(), nodes), m_origin};
    QApplication::clipboard()->setMimeData(toMimeData(content).release());
}

void CanvasCommands::cut() {
    const auto nodes = selectedNodes();
    if (nodes.empty()) return;
    copy();
    // What is on the clipboard too is not lost, nor are the tables and ACLs that a pasted subnet joins again.
    const Design& design = m_view.document().design();
    const Fragment fragment = fragmentOf(design, nodes);
    std::vector<ElementId> held = nodes;
    for (const Node& node : fragment.nodes) {
        held.push_back(idOf(node));
        forEachPart(node, [&](ElementId part) { held.push_back(part); });
    }
    for (const Joined& joined : fragment.joined)
        if (const Node* holder = design.network.find(joined.holder))
            forEachReference(*holder, [&](ElementId part, ElementId target) {
                if (target == joined.member) held.push_back(part);
            });
    m_view.cutElements(nodes, held);
}

void CanvasCommands::paste() {
    const auto content = fromMimeData(QApplication::clipboard()->mimeData());
    if (!content) return;
    const Document& document = m_view.document();
    PasteOptions options;
    options.zonesOfRegion = m_view.zonesOfRegion();
    options.sameDesign = content->origin == m_origin;
    // Into what is under the mouse, else into what is selected, else where the originals are.
    const QPoint mouse = m_view.viewport()->mapFromGlobal(QCursor::pos());
    std::vector<std::optional<ElementId>> places;
    if (m_view.viewport()->rect().contains(mouse) && m_view.viewport()->underMouse())
        if (const auto container = m_view.canvas().containerAt(m_view.mapToScene(mouse)))
            places.emplace_back(container->node);
    for (const Placement& placement : m_view.selectedPlacements()) {
        if (isResizable(placement)) places.emplace_back(placement.node);
        for (auto parent = m_view.canvas().parentOf(placement); parent;
             parent = m_view.canvas().parentOf(*parent))
            places.emplace_back(parent->node);
    }
    if (options.sameDesign) places.emplace_back(std::nullopt);
    if (const auto vpcs = document.network().all<Vpc>(); vpcs.size() == 1)
        places.emplace_back(ElementId(vpcs.begin()->id));
    if (places.empty()) places.emplace_back(std::nullopt);
    Result<Pasted> pasted = fail(Code::edit_dangling);
    for (const auto& place : places) {
        options.into = place;
        // Something copied is not put into itself, but beside itself.
        const auto& roots = content->fragment.roots;
        if (options.sameDesign && place && std::find(roots.begin(), roots.end(), *place) != roots.end())
            continue;
        options.dx = options.dy = pasteOffset * (m_pasted + 1);
        pasted = edits::pasteFragment(document.design(), content->fragment, options);
        if (pasted) break;
    }
    if (!pasted) {
        m_view.say(tr("There is no place for it here. Select the container it shall go into."),
                   m_view.viewport()->rect().center(), true);
        return;
    }
    if (!m_view.document().edit(tr("Paste"), pasted->delta)) return;
    ++m_pasted;
    showPasted(pasted->roots);
}

void CanvasCommands::duplicate() {
    const auto nodes = selectedNodes();
    if (nodes.empty()) return;
    const Design& design = m_view.document().design();
    PasteOptions options;
    options.zonesOfRegion = m_view.zonesOfRegion();
    options.dx = options.dy = pasteOffset;
    const auto pasted = edits::pasteFragment(design, fragmentOf(design, nodes), options);
    if (!pasted) {
        m_view.document().edit(tr("Duplicate"), fail(pasted.error()));
        return;
    }
    if (!m_view.document().edit(tr("Duplicate"), pasted->delta)) return;
    showPasted(pasted->roots);
}

void CanvasCommands::showPasted(const std::vector<ElementId>& roots) {
    m_view.canvas().settle();
    m_view.selection().set(roots);
    for (const ElementId root : roots)
        if (const auto placements = m_view.canvas().placementsOf(root); !placements.empty()) {
            m_view.bringNewIntoView(placements.front());
            return;
        }
}

void CanvasCommands::remove() {
    m_view.removeElements(m_view.selection().elements());
}

void CanvasCommands::selectAll() {
    std::vector<ElementId> all;
    for (const Placement& placement : m_view.canvas().placements())
        if (std::find(all.begin(), all.end(), placement.node) == all.end()) all.push_back(placement.node);
    m_view.selection().set(std::move(all));
}

void CanvasCommands::rename() {
    const auto chosen = m_view.selectedPlacements(false);
    if (!chosen.empty()) m_view.rename(chosen.front());
}

void CanvasCommands::properties() {
    if (!m_view.selection().empty()) emit m_view.propertiesRequested(m_view.selection().elements().front());
}

void CanvasCommands::tidy() {
    const Design& design = m_view.document().design();
    std::vector<std::pair<Placement, std::optional<Box>>> boxes;
    for (const auto& entry : design.diagram.boxes)
        if (!entry.value->locked) boxes.emplace_back(entry.key, tidiedBox(*entry.value));
    m_view.document().edit(tr("Tidy"), edits::placeBoxes(design, boxes));
    m_view.canvas().settle();
    m_view.fitAll();
}

void CanvasCommands::tidySelection() {
    const Design& design = m_view.document().design();
    std::vector<std::pair<Placement, std::optional<Box>>> boxes;
    for (const Placement& placement : m_view.selectedPlacements())
        if (const Box* box = design.diagram.boxes.find(placement); box && !box->locked)
            boxes.emplace_back(placement, tidiedBox(*box));
    m_view.document().edit(tr("Tidy Selection"), edits::placeBoxes(design, boxes));
}

void CanvasCommands::lock() {
    const CanvasScene& scene = m_view.canvas();
    const Design& design = m_view.document().design();
    const bool locks = !arrangeable().empty();
    std::vector<std::pair<Placement, std::optional<Box>>> boxes;
    for (const Placement& placement : movable()) {
        const auto rect = scene.rectOf(placement);
        if (!rect || isLocked(design, placement) == locks) continue;
        const auto parent = scene.parentOf(placement);
        const QPointF origin = parent ? scene.contentOriginOf(*parent) : QPointF();
        Box box = movedBox(design, placement, rect->topLeft() - origin);
        box.locked = locks;
        boxes.emplace_back(placement, box);
    }
    m_view.document().edit(locks ? tr("Lock") : tr("Unlock"), edits::placeBoxes(design, boxes));
}

std::vector<std::vector<Placement>> CanvasCommands::arrangedTogether() const {
    const CanvasScene& scene = m_view.canvas();
    const auto all = arrangeable();
    const std::set<Placement> chosen(all.begin(), all.end());
    std::set<ElementId> nodes;
    bool severalDrawings = false;
    for (const Placement& placement : all)
        severalDrawings = !nodes.insert(placement.node).second || severalDrawings;
    std::map<std::optional<Placement>, std::vector<Placement>> byZone;
    for (const Placement& placement : all) {
        bool carried = false;
        std::optional<Placement> zone;
        for (auto parent = scene.parentOf(placement); parent; parent = scene.parentOf(*parent)) {
            carried = carried || chosen.contains(*parent);
            if (parent->node.kind == Kind::AvailabilityZone) zone = *parent;
        }
        // What lies in something selected goes along with it.
        if (!carried) byZone[severalDrawings ? zone : std::nullopt].push_back(placement);
    }
    std::vector<std::vector<Placement>> groups;
    for (auto& [zone, placements] : byZone)
        groups.push_back(std::move(placements));
    return groups;
}

void CanvasCommands::arrange(Arrangement arrangement) {
    const CanvasScene& scene = m_view.canvas();
    const Design& design = m_view.document().design();
    std::vector<std::pair<Placement, std::optional<Box>>> boxes;
    bool moved = false;
    for (const auto& placements : arrangedTogether()) {
        std::vector<QRectF> rects;
        for (const Placement& placement : placements)
            rects.push_back(scene.rectOf(placement).value_or(QRectF()));
        const auto corners = arranged(rects, arrangement);
        for (std::size_t i = 0; i < placements.size(); ++i) {
            // What stands right already keeps the place that the layout gives it.
            if (corners[i] == rects[i].topLeft()) continue;
            const auto parent = scene.parentOf(placements[i]);
            const QPointF origin = parent ? scene.contentOriginOf(*parent) : QPointF();
            QPointF position = corners[i] - origin;
            if (parent) position = {std::max(0.0, position.x()), std::max(0.0, position.y())};
            moved = true;
            boxes.emplace_back(placements[i], movedBox(design, placements[i], position));
        }
    }
    if (!moved) return;
    const bool distributes = arrangement == Arrangement::DistributeHorizontally ||
                             arrangement == Arrangement::DistributeVertically;
    m_view.document().edit(distributes ? tr("Distribute") : tr("Align"), edits::placeBoxes(design, boxes));
}

} // namespace sekisho::canvas
