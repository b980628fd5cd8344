// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/select_tool.h"

#include "core/model/edits.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/steps.h"
#include "ui/document/selection.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <set>

namespace sekisho::canvas {

namespace {

constexpr qreal gripReach = 6;   ///< pixels on the screen
constexpr qreal handleReach = 8; ///< pixels on the screen
constexpr qreal guideReach = 6;  ///< pixels on the screen
constexpr qreal smallestContainer = 60;

QCursor cursorFor(Qt::Edges edges) {
    if (edges == (Qt::TopEdge | Qt::LeftEdge) || edges == (Qt::BottomEdge | Qt::RightEdge))
        return Qt::SizeFDiagCursor;
    if (edges == (Qt::TopEdge | Qt::RightEdge) || edges == (Qt::BottomEdge | Qt::LeftEdge))
        return Qt::SizeBDiagCursor;
    return edges & (Qt::LeftEdge | Qt::RightEdge) ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

bool hasToggleModifier(Qt::KeyboardModifiers modifiers) {
    return modifiers & (Qt::ShiftModifier | Qt::ControlModifier);
}

} // namespace

SelectTool::SelectTool(CanvasView& view) : Tool(view), m_connect(view) {
    view.canvas().setHandlesShown(true);
}

SelectTool::~SelectTool() = default;

bool SelectTool::busy() const {
    return m_state == State::Dragging || m_state == State::Banding || m_state == State::Resizing ||
           m_state == State::Connecting;
}

void SelectTool::press(const MouseInput& mouse) {
    if (mouse.button != Qt::LeftButton) return;
    m_pressed = mouse;
    if (const auto grip = gripAt(mouse.scene)) {
        m_grip = grip;
        m_resized = *view().canvas().rectOf(grip->placement);
        m_smallest = smallestFor(view().canvas(), grip->placement);
        m_state = State::Resizing;
        return;
    }
    if (m_hovered)
        if (const auto handle = handleAt(*m_hovered, mouse.scene)) {
            m_connect.begin(*m_hovered, *handle);
            m_state = State::Connecting;
            return;
        }
    const auto hit = view().canvas().hitAt(mouse.scene, view().zoom());
    if (!hit) {
        m_state = State::PressedEmpty;
        m_bandStart =
            hasToggleModifier(mouse.modifiers) ? view().selection().elements() : std::vector<ElementId>{};
        if (m_bandStart.empty()) view().selection().clear();
        view().setFocused({}, false);
        return;
    }
    m_pressedOn = hit->placement;
    m_pressedElements = hit->elements;
    Selection& selection = view().selection();
    m_wasSelected =
        !hit->elements.empty() && std::all_of(hit->elements.begin(), hit->elements.end(),
                                              [&](ElementId id) { return selection.contains(id); });
    // The ground of a VPC or zone is where people begin a band; by its header, or once it is selected, it is
    // moved.
    if (hit->part == Part::Container && !m_wasSelected && hit->placement->node.kind != Kind::Subnet) {
        m_state = State::PressedEmpty;
        m_bandStart = hasToggleModifier(mouse.modifiers) ? selection.elements() : std::vector<ElementId>{};
        return;
    }
    m_state = State::Pressed;
    if (!m_wasSelected) {
        if (hasToggleModifier(mouse.modifiers)) {
            auto all = selection.elements();
            for (const ElementId id : hit->elements)
                if (!selection.contains(id)) all.push_back(id);
            selection.set(std::move(all));
        } else {
            selection.set(hit->elements);
        }
    }
    view().setFocused(hit->placement, false);
}

void SelectTool::move(const MouseInput& mouse) {
    const bool far = (mouse.view - m_pressed.view).manhattanLength() >= QApplication::startDragDistance();
    switch (m_state) {
    case State::Idle: hover(mouse); return;
    case State::Pressed:
        if (!far) return;
        beginDrag(mouse);
        if (m_state == State::Dragging) drag(mouse);
        return;
    case State::PressedEmpty:
        if (!far) return;
        m_state = State::Banding;
        [[fallthrough]];
    case State::Banding: {
        const QRectF band = QRectF(m_pressed.scene, mouse.scene).normalized();
        view().canvas().setRubberBand(band);
        view().selection().setHovered({});
        const auto inside = view().canvas().placementsIn(band);
        auto all = m_bandStart;
        std::set<ElementId> known(all.begin(), all.end());
        const std::set<Placement> within(inside.begin(), inside.end());
        for (const Placement& placement : inside) {
            if (known.contains(placement.node)) continue;
            // A network ACL or route table that other subnets share is not of this place alone.
            const auto drawings = view().canvas().placementsOf(placement.node);
            const bool whole = std::all_of(drawings.begin(), drawings.end(), [&](const Placement& drawing) {
                return within.contains(drawing);
            });
            if (!isMovable(placement) && !whole) continue;
            known.insert(placement.node);
            all.push_back(placement.node);
        }
        view().selection().set(std::move(all));
        return;
    }
    case State::Dragging: drag(mouse); return;
    case State::Resizing: resize(mouse); return;
    case State::Connecting: m_connect.move(mouse); return;
    }
}

void SelectTool::release(const MouseInput& mouse) {
    if (mouse.button != Qt::LeftButton) return;
    // What is pressed still may have said that it is locked.
    if (m_state != State::Pressed) view().say({}, {});
    switch (m_state) {
    case State::Pressed: {
        Selection& selection = view().selection();
        if (!m_wasSelected) break;
        // A click on what was selected already: out of the selection, or it alone.
        if (hasToggleModifier(mouse.modifiers)) {
            auto all = selection.elements();
            for (const ElementId id : m_pressedElements)
                std::erase(all, id);
            selection.set(std::move(all));
        } else {
            selection.set(m_pressedElements);
        }
        break;
    }
    case State::PressedEmpty:
        if (m_pressedOn) {
            auto all = m_bandStart;
            all.insert(all.end(), m_pressedElements.begin(), m_pressedElements.end());
            view().selection().set(std::move(all));
            view().setFocused(m_pressedOn, false);
        }
        break;
    case State::Dragging: dropDragged(mouse); break;
    case State::Resizing: commitResize(); break;
    case State::Connecting:
        // A click on a handle is one on the thing itself.
        if (m_hovered &&
            (mouse.view - m_pressed.view).manhattanLength() < QApplication::startDragDistance()) {
            m_connect.cancel();
            view().selection().set({m_hovered->node});
            view().setFocused(m_hovered, false);
        } else {
            m_connect.finish(mouse);
        }
        break;
    default: break;
    }
    reset();
    hover(mouse);
}

void SelectTool::doubleClick(const MouseInput& mouse) {
    const auto hit = view().canvas().hitAt(mouse.scene, view().zoom());
    if (!hit) return;
    if (hit->placement && hit->part != Part::RouteEdge && hit->part != Part::RuleEdge)
        view().rename(*hit->placement);
    else if (!hit->elements.empty())
        emit view().propertiesRequested(hit->elements.front());
}

void SelectTool::modifiersChanged(const MouseInput& mouse) {
    if (m_state == State::Dragging) drag(mouse);
    if (m_state == State::Resizing) resize(mouse);
}

bool SelectTool::cancel() {
    if (m_state == State::Idle) return false;
    const bool gesture = busy();
    if (m_state == State::Banding) view().selection().set(m_bandStart);
    if (m_connect.active()) m_connect.cancel();
    view().say({}, {});
    reset();
    return gesture;
}

void SelectTool::reset() {
    CanvasScene& scene = view().canvas();
    scene.setDragPreview({}, {});
    scene.setDropTarget({});
    scene.setRubberBand({});
    scene.setResizePreview({});
    if (m_connect.active()) m_connect.cancel();
    m_state = State::Idle;
    m_pressedOn.reset();
    m_pressedElements.clear();
    m_dragged.clear();
    m_grip.reset();
    m_offset = {};
    if (!m_guides.empty()) view().viewport()->update();
    m_guides.clear();
}

void SelectTool::leave() {
    if (m_state != State::Idle) return;
    m_hovered.reset();
    view().selection().setHovered({});
}

// --- Hovering

void SelectTool::hover(const MouseInput& mouse) {
    QWidget* viewport = view().viewport();
    if (const auto grip = gripAt(mouse.scene)) {
        viewport->setCursor(cursorFor(grip->edges));
        return;
    }
    // The handles stand around what is hovered: the mouse may go out to them.
    if (m_hovered && handleAt(*m_hovered, mouse.scene)) {
        viewport->setCursor(Qt::CrossCursor);
        return;
    }
    const auto hit = view().canvas().hitAt(mouse.scene, view().zoom());
    m_hovered = hit ? hit->placement : std::nullopt;
    std::optional<ElementId> element;
    std::vector<ElementId> with; // a line stands for several rules
    if (hit && hit->placement) {
        element = hit->placement->node;
    } else if (hit && !hit->elements.empty()) {
        element = hit->elements.front();
        with = hit->elements;
    }
    view().selection().setHovered(element, std::move(with));
    viewport->setCursor(idleCursor());
}

std::optional<QPointF> SelectTool::handleAt(const Placement& placement, QPointF point) const {
    // The handles are seen on hovering only; a selected thing that was hovered keeps them.
    const auto box = view().canvas().rectOf(placement);
    if (!box) return std::nullopt;
    const bool inside = box->contains(point);
    for (const QPointF& handle : view().canvas().handlesOf(placement)) {
        const qreal distance = QLineF(handle, point).length();
        if (distance * view().zoom() > handleReach) continue;
        // Zoomed out they reach over the whole of what is small, and over its neighbours: these come first.
        if (inside && distance > QLineF(handle, box->center()).length() / 2) continue;
        if (!inside)
            if (const auto hit = view().canvas().hitAt(point, view().zoom());
                hit && hit->placement && *hit->placement != placement && !isResizable(*hit->placement))
                return std::nullopt;
        return handle;
    }
    return std::nullopt;
}

// --- Dragging

void SelectTool::beginDrag(const MouseInput& mouse) {
    CanvasScene& scene = view().canvas();
    if (!m_pressedOn || !isMovable(*m_pressedOn)) {
        return; // edges, gates and the like stay where they are
    }
    const Design& design = view().document().design();
    if (isLocked(design, *m_pressedOn)) {
        view().sayLocked(*m_pressedOn, mouse.view);
        return;
    }
    std::vector<Placement> all{*m_pressedOn};
    for (const ElementId id : view().selection().elements()) {
        if (id == m_pressedOn->node) continue;
        // Of what is drawn several times, the drawing beside the one that is dragged; else all of them.
        const auto drawings = scene.placementsOf(id);
        const auto parent = scene.parentOf(*m_pressedOn);
        const auto beside = std::find_if(drawings.begin(), drawings.end(), [&](const Placement& drawing) {
            return scene.parentOf(drawing) == parent;
        });
        for (auto it = drawings.begin(); it != drawings.end(); ++it)
            if (isMovable(*it) && !isLocked(design, *it) && (beside == drawings.end() || it == beside))
                all.push_back(*it);
    }
    // What lies in something that is dragged comes along with it.
    const std::set<Placement> chosen(all.begin(), all.end());
    const auto carried = [&](const Placement& placement) {
        for (auto parent = scene.parentOf(placement); parent; parent = scene.parentOf(*parent))
            if (chosen.contains(*parent)) return true;
        return false;
    };
    m_dragged.clear();
    for (const Placement& placement : all)
        if (const auto rect = scene.rectOf(placement); rect && !carried(placement))
            m_dragged.push_back({placement, *rect, scene.parentOf(placement)});
    if (m_dragged.empty()) return;
    m_state = State::Dragging;
    view().selection().setHovered({});
    view().viewport()->setCursor(Qt::ClosedHandCursor);
}

std::optional<Placement> SelectTool::containerFor(const Dragged& dragged, const MouseInput& mouse) const {
    // Nothing goes into what is dragged along with it.
    std::vector<Placement> except;
    for (const Dragged& one : m_dragged)
        if (isResizable(one.placement)) except.push_back(one.placement);
    const bool pressed = m_pressedOn && dragged.placement == *m_pressedOn;
    const QPointF point = pressed ? mouse.scene : dragged.rect.translated(m_offset).center();
    // A group that is put on something takes it in. Not by hitAt(): the chip itself is under the mouse.
    if (dragged.placement.node.kind == Kind::SecurityGroup && m_dragged.size() == 1)
        for (const Placement& placement : view().canvas().placements())
            if (canHaveGroups(view().document().network(), placement.node))
                if (const auto rect = view().canvas().rectOf(placement); rect && rect->contains(point))
                    return placement;
    return view().canvas().containerAt(point, except);
}

Snapping SelectTool::snappingWith(const MouseInput& mouse) const {
    const Snapping set = view().snapping();
    return mouse.modifiers & Qt::ControlModifier ? set.inverted() : set;
}

void SelectTool::drag(const MouseInput& mouse) {
    CanvasScene& scene = view().canvas();
    const Network& network = view().document().network();
    m_offset = mouse.scene - m_pressed.scene;
    m_guides.clear();

    // Where it would go decides what it is lined up with.
    const Dragged& first = m_dragged.front();
    const auto over = containerFor(first, mouse);
    const auto plan = planReparenting(network, first.placement, first.parent, over);
    const auto container = plan.makes == Reparenting::Makes::Move ? plan.target : first.parent;
    const Snapping snapping = snappingWith(mouse);
    if ((snapping.grid || snapping.guides) && plan.makes != Reparenting::Makes::Refuse &&
        plan.makes != Reparenting::Makes::Join) {
        std::set<Placement> dragged;
        for (const Dragged& one : m_dragged)
            dragged.insert(one.placement);
        std::vector<QRectF> others;
        for (const Placement& placement : snapping.guides ? scene.placements() : std::vector<Placement>())
            if (isMovable(placement) && scene.parentOf(placement) == container &&
                !dragged.contains(placement))
                if (const auto rect = scene.rectOf(placement)) others.push_back(*rect);
        const QPointF origin = container ? scene.contentOriginOf(*container) : QPointF();
        Snapped snapped = snap(first.rect, m_offset, others, origin, guideReach / view().zoom(),
                               snapping.grid ? gridStep : 0);
        m_offset = snapped.offset;
        m_guides = std::move(snapped.guides);
    }

    std::vector<Placement> placements;
    QString refusal;
    std::optional<Placement> refusedAt;
    for (const Dragged& dragged : m_dragged) {
        placements.push_back(dragged.placement);
        const auto one =
            planReparenting(network, dragged.placement, dragged.parent, containerFor(dragged, mouse));
        if (one.makes == Reparenting::Makes::Refuse && refusal.isEmpty()) {
            refusal = one.refusal;
            refusedAt = one.target;
        }
    }
    scene.setDragPreview(placements, m_offset);
    if (!refusal.isEmpty())
        scene.setDropTarget(refusedAt, false);
    else
        scene.setDropTarget(plan.makes == Reparenting::Makes::Stay ? std::nullopt : plan.target);
    view().viewport()->setCursor(refusal.isEmpty() ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
    view().say(refusal, mouse.view);
    view().viewport()->update();
}

QPointF SelectTool::positionIn(const Dragged& dragged, const std::optional<Placement>& container) const {
    const CanvasScene& scene = view().canvas();
    const QPointF origin = container ? scene.contentOriginOf(*container) : QPointF();
    QPointF position = dragged.rect.topLeft() + m_offset - origin;
    if (!container) return position;
    // Within the container: never above or left of its content; beyond the other sides only where it has no
    // size of its own and is as large as what it holds.
    position.setX(std::max(position.x(), 0.0));
    position.setY(std::max(position.y(), 0.0));
    const Box* box = view().document().design().diagram.boxes.find(*container);
    const auto room = scene.rectOf(*container);
    if (box && room) {
        const QPointF last =
            room->bottomRight() - origin - QPointF(dragged.rect.width(), dragged.rect.height());
        if (box->width) position.setX(std::clamp(position.x(), 0.0, std::max(0.0, last.x())));
        if (box->height) position.setY(std::clamp(position.y(), 0.0, std::max(0.0, last.y())));
    }
    return position;
}

void SelectTool::dropDragged(const MouseInput& mouse) {
    drag(mouse);
    const Network& network = view().document().network();
    Steps steps(view().document().design());
    std::vector<std::pair<Placement, std::optional<Box>>> boxes;
    bool moved = false, joined = false;
    for (const Dragged& dragged : m_dragged) {
        const auto plan =
            planReparenting(network, dragged.placement, dragged.parent, containerFor(dragged, mouse));
        if (plan.makes == Reparenting::Makes::Refuse) {
            const QString refusal = plan.refusal;
            reset();
            view().say(refusal, mouse.view, true);
            return;
        }
        if (plan.makes == Reparenting::Makes::Move) {
            steps.add(reparent(steps.design(), dragged.placement, *plan.target));
            const Placement after = drawnAfter(dragged.placement, *plan.target);
            // A subnet finds its place in the new zone by itself: its box meant the old one.
            if (after.node.kind == Kind::Subnet)
                boxes.emplace_back(after, std::nullopt);
            else
                boxes.emplace_back(after, movedBox(steps.design(), after, positionIn(dragged, plan.target)));
            moved = true;
        } else if (plan.makes == Reparenting::Makes::Join) {
            // It keeps its place, or finds one beside its new member.
            steps.add(join(steps.design(), dragged.placement, *plan.target));
            joined = true;
        } else {
            boxes.emplace_back(dragged.placement, movedBox(steps.design(), dragged.placement,
                                                           positionIn(dragged, dragged.parent)));
        }
    }
    if (!moved && !joined && m_offset == QPointF()) return;
    if (!boxes.empty()) steps.add(edits::placeBoxes(steps.design(), boxes));
    CanvasScene& scene = view().canvas();
    scene.setDragPreview({}, {});
    scene.setDropTarget({});
    const int count = int(m_dragged.size());
    view().document().edit(joined  ? tr("Add to Security Group")
                           : moved ? tr("Move to Another Container")
                                   : tr("Move %n Element(s)", nullptr, count),
                           steps.take());
}

// --- Resizing

std::optional<Placement> SelectTool::resizable() const {
    const auto element = view().selection().single();
    if (!element) return std::nullopt;
    const Placement placement{*element, {}};
    if (!isResizable(placement) || !view().canvas().rectOf(placement) ||
        isLocked(view().document().design(), placement))
        return std::nullopt;
    return placement;
}

std::optional<SelectTool::Grip> SelectTool::gripAt(QPointF point) const {
    const auto placement = resizable();
    if (!placement) return std::nullopt;
    const QRectF rect = *view().canvas().rectOf(*placement);
    const qreal reach = gripReach / view().zoom();
    if (!rect.adjusted(-reach, -reach, reach, reach).contains(point)) return std::nullopt;
    Qt::Edges edges;
    if (std::abs(point.x() - rect.left()) <= reach) edges |= Qt::LeftEdge;
    if (std::abs(point.x() - rect.right()) <= reach) edges |= Qt::RightEdge;
    if (std::abs(point.y() - rect.top()) <= reach) edges |= Qt::TopEdge;
    if (std::abs(point.y() - rect.bottom()) <= reach) edges |= Qt::BottomEdge;
    if (!edges) return std::nullopt;
    // Gates and tiles on the border go first.
    if (const auto hit = view().canvas().hitAt(point, view().zoom());
        hit && hit->placement && *hit->placement != *placement && hit->part != Part::Container &&
        hit->part != Part::Header)
        return std::nullopt;
    return Grip{*placement, edges};
}

QRectF smallestFor(const CanvasScene& scene, const Placement& placement) {
    constexpr qreal margin = 10, lines = 38; // the two lines under a tile
    const QPointF origin = scene.contentOriginOf(placement);
    QRectF content(origin, QSizeF(smallestContainer, smallestContainer / 2));
    for (const Placement& child : scene.placements())
        if (scene.parentOf(child) == placement && isMovable(child))
            if (const auto rect = scene.rectOf(child))
                content = content.united(isResizable(child) || child.node.kind == Kind::SecurityGroup
                                             ? *rect
                                             : rect->adjusted(0, 0, 0, lines));
    const QRectF rect = *scene.rectOf(placement);
    // The header stays above the content.
    return QRectF(QPointF(std::min(content.left() - margin, origin.x()),
                          content.top() - (origin.y() - rect.top())),
                  content.bottomRight() + QPointF(margin, margin))
        .intersected(rect);
}

void SelectTool::resize(const MouseInput& mouse) {
    const QRectF before = *view().canvas().rectOf(m_grip->placement);
    QPointF point = mouse.scene - m_pressed.scene;
    QRectF rect = before;
    const Snapping snapping = snappingWith(mouse);
    const auto settle = [&](qreal value) {
        return snapping.grid ? std::round(value / gridStep) * gridStep : value;
    };
    if (m_grip->edges & Qt::LeftEdge)
        rect.setLeft(std::min(before.left() + settle(point.x()), m_smallest.left()));
    if (m_grip->edges & Qt::RightEdge)
        rect.setRight(std::max(before.right() + settle(point.x()), m_smallest.right()));
    if (m_grip->edges & Qt::TopEdge)
        rect.setTop(std::min(before.top() + settle(point.y()), m_smallest.top()));
    if (m_grip->edges & Qt::BottomEdge)
        rect.setBottom(std::max(before.bottom() + settle(point.y()), m_smallest.bottom()));
    m_resized = rect;
    view().canvas().setResizePreview(std::pair(m_grip->placement, rect));
    view().viewport()->update();
}

void SelectTool::commitResize() {
    CanvasScene& scene = view().canvas();
    const Placement placement = m_grip->placement;
    const QRectF before = *scene.rectOf(placement);
    const auto parent = scene.parentOf(placement);
    const QPointF origin = parent ? scene.contentOriginOf(*parent) : QPointF();
    scene.setResizePreview({});
    if (m_resized == before) return;
    const Design& design = view().document().design();
    Box box = movedBox(design, placement, m_resized.topLeft() - origin);
    box.width = int(std::lround(m_resized.width()));
    box.height = int(std::lround(m_resized.height()));
    std::vector<std::pair<Placement, std::optional<Box>>> boxes{{placement, box}};
    // What people placed in it stays where it is when the left or upper edge moves.
    const QPointF shift = before.topLeft() - m_resized.topLeft();
    if (!shift.isNull())
        for (const auto& entry : design.diagram.boxes)
            if (scene.parentOf(entry.key) == placement) {
                Box child = *entry.value;
                child.x += int(std::lround(shift.x()));
                child.y += int(std::lround(shift.y()));
                boxes.emplace_back(entry.key, child);
            }
    view().document().edit(tr("Resize"), edits::placeBoxes(design, boxes));
}

// --- Painting

void SelectTool::paint(QPainter* painter) {
    const style::Theme& theme = view().canvas().theme();
    const qreal zoom = view().zoom();
    if (!m_guides.empty()) {
        QPen pen(theme.accent, 1);
        pen.setCosmetic(true);
        pen.setStyle(Qt::DashLine);
        painter->setPen(pen);
        for (const QLineF& guide : m_guides)
            painter->drawLine(guide);
    }
    const auto placement = resizable();
    if (!placement || (m_state != State::Idle && m_state != State::Pressed && m_state != State::Resizing))
        return;
    const QRectF rect = m_state == State::Resizing ? m_resized : *view().canvas().rectOf(*placement);
    const qreal half = 3.5 / zoom;
    QPen pen(theme.accent, 1.5);
    pen.setCosmetic(true);
    painter->setPen(pen);
    painter->setBrush(theme.panel);
    const QPointF c = rect.center();
    for (const QPointF& grip :
         {rect.topLeft(), QPointF(c.x(), rect.top()), rect.topRight(), QPointF(rect.right(), c.y()),
          rect.bottomRight(), QPointF(c.x(), rect.bottom()), rect.bottomLeft(), QPointF(rect.left(), c.y())})
        painter->drawRect(QRectF(grip.x() - half, grip.y() - half, 2 * half, 2 * half));
}

} // namespace sekisho::canvas
