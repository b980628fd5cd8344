// SPDX-License-Identifier: Apache-2.0
#include "core/model/edits.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/connect_popover.h"
#include "ui/canvas/context_menu.h"
#include "ui/canvas/deployed_text.h"
#include "ui/canvas/drop.h"
#include "ui/canvas/minimap.h"
#include "ui/canvas/moving.h"
#include "ui/canvas/notice.h"
#include "ui/canvas/popover.h"
#include "ui/canvas/removal.h"
#include "ui/canvas/tool.h"
#include "ui/document/deployment.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QGestureEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QTimerEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

/// How the view takes mouse, wheel, keys and drags.
namespace sekisho::canvas {

namespace {

constexpr int edgeWidth = 28;    ///< pixels at the border in which a drag scrolls
constexpr int edgeInterval = 16; ///< ms

} // namespace

MouseInput CanvasView::inputOf(const QMouseEvent* event) const {
    const QPoint at = event->position().toPoint();
    return {mapToScene(at), at, event->button(), event->buttons(), event->modifiers()};
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    m_lastMouse = event->position().toPoint();
    m_nudgeGesture = 0;
    if (m_panButton != Qt::NoButton) return;
    const bool pans = event->button() == Qt::MiddleButton || event->button() == Qt::RightButton ||
                      (event->button() == Qt::LeftButton && m_spaceHeld);
    if (pans) {
        // A right press in the middle of a gesture takes it back.
        if (m_tool->busy()) {
            m_tool->cancel();
            return;
        }
        m_panButton = event->button();
        m_panStart = m_panLast = m_lastMouse;
        m_panMoved = false;
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    m_scene->setFocusRing({});
    m_tool->press(inputOf(event));
    setEdgeScrolling(m_tool->busy());
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    m_lastMouse = event->position().toPoint();
    if (m_panButton != Qt::NoButton) {
        if (!m_panMoved && (m_lastMouse - m_panStart).manhattanLength() < QApplication::startDragDistance())
            return;
        m_panMoved = true;
        if (m_spaceHeld) m_spacePanned = true;
        updateCursor();
        panBy(m_lastMouse - m_panLast);
        m_panLast = m_lastMouse;
        return;
    }
    if (m_spaceHeld) return;
    followMouse(inputOf(event));
}

void CanvasView::followMouse(const MouseInput& mouse) {
    m_tool->move(mouse);
    setEdgeScrolling(m_tool->busy());
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
    m_lastMouse = event->position().toPoint();
    if (m_panButton != Qt::NoButton) {
        if (event->button() == m_panButton) endPan();
        return;
    }
    setEdgeScrolling(false);
    m_tool->release(inputOf(event));
}

void CanvasView::endPan() {
    const bool still = !m_panMoved;
    const Qt::MouseButton button = m_panButton;
    m_panButton = Qt::NoButton;
    m_panMoved = false;
    updateCursor();
    if (still && button == Qt::RightButton) showMenu(m_panStart, false);
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_spaceHeld) {
        mousePressEvent(event);
        return;
    }
    m_tool->doubleClick(inputOf(event));
}

void CanvasView::wheelEvent(QWheelEvent* event) {
    const QPoint at = event->position().toPoint();
    if (event->modifiers() & Qt::ControlModifier) {
        // One notch is 120: a fifth more or less.
        setZoom(zoom() * std::pow(1.2, event->angleDelta().y() / 120.0), &at);
        event->accept();
        return;
    }
    QPoint by = event->pixelDelta();
    if (by.isNull()) by = event->angleDelta() / 2;
    if (event->modifiers() & Qt::ShiftModifier && by.x() == 0) by = {by.y(), 0};
    panBy(by);
    if (m_tool->busy()) {
        m_tool->move({mapToScene(at), at, Qt::NoButton, event->buttons(), event->modifiers()});
    }
    event->accept();
}

bool CanvasView::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::Gesture:
        if (auto* pinch =
                static_cast<QPinchGesture*>(static_cast<QGestureEvent*>(event)->gesture(Qt::PinchGesture))) {
            const QPoint at = viewport()->mapFromGlobal(pinch->hotSpot().toPoint());
            setZoom(zoom() * pinch->scaleFactor(), &at);
            event->accept();
            return true;
        }
        break;
    case QEvent::NativeGesture: {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            const QPoint at = gesture->position().toPoint();
            setZoom(zoom() * (1 + gesture->value()), &at);
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::ToolTip: {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto hit = m_deployment ? m_scene->hitAt(mapToScene(help->pos()), zoom()) : std::nullopt;
        const QString text = hit ? deployedText(*m_deployment, hit->elements) : QString();
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    case QEvent::Leave:
        if (!m_tool->busy()) m_tool->leave();
        break;
    default: break;
    }
    return QGraphicsView::viewportEvent(event);
}

void CanvasView::setEdgeScrolling(bool on) {
    if (on && m_edgeTimer == 0)
        m_edgeTimer = startTimer(edgeInterval);
    else if (!on && m_edgeTimer != 0) {
        killTimer(m_edgeTimer);
        m_edgeTimer = 0;
    }
}

void CanvasView::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_edgeTimer) {
        QGraphicsView::timerEvent(event);
        return;
    }
    if (!m_tool->busy() && !m_paletteDrag) {
        setEdgeScrolling(false);
        return;
    }
    // The nearer the border, and the farther beyond it, the faster.
    const auto speed = [](int at, int length) {
        constexpr int fastest = 24;
        if (at < edgeWidth) return std::min(fastest, (edgeWidth - at) / 2);
        if (at > length - edgeWidth) return -std::min(fastest, (at - (length - edgeWidth)) / 2);
        return 0;
    };
    const QPoint by(speed(m_lastMouse.x(), viewport()->width()),
                    speed(m_lastMouse.y(), viewport()->height()));
    if (by.isNull()) {
        m_dragInside = true;
        return;
    }
    if (m_paletteDrag) {
        if (!m_dragInside) return;
        panBy(by);
        followPalette();
        return;
    }
    panBy(by);
    m_tool->move({mapToScene(m_lastMouse), m_lastMouse, Qt::NoButton, QApplication::mouseButtons(),
                  QApplication::keyboardModifiers()});
}

// --- Keys

bool CanvasView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        // Esc ends the gesture here before any window key gets it.
        if (key->key() == Qt::Key_Escape && (m_tool->busy() || !m_selection.empty())) {
            event->accept();
            return true;
        }
        // Enter connects what the keyboard is at; else it is the key of a command.
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_focus &&
            m_toolKind == ToolKind::Connect) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Drawing"));
        viewport()->setAccessibleName(accessibleName());
    }
    return QGraphicsView::event(event);
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_tool->cancel()) {
            setEdgeScrolling(false);
        } else if (m_toolKind != ToolKind::Select) {
            setTool(ToolKind::Select);
        } else {
            m_selection.clear();
            setFocused({}, false);
        }
        return;
    case Qt::Key_Space:
        if (event->isAutoRepeat()) return;
        m_spaceHeld = true;
        m_spacePanned = false;
        updateCursor();
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        if (control)
            walk(-1, false);
        else
            moveByKey(event);
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        if (control)
            walk(1, false);
        else
            moveByKey(event);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_focus && m_tool->pick(*m_focus)) return;
        break;
    case Qt::Key_Menu: showMenu({}, true); return;
    case Qt::Key_F10:
        if (event->modifiers() & Qt::ShiftModifier) {
            showMenu({}, true);
            return;
        }
        break;
    case Qt::Key_Home:
        if (const auto order = m_scene->placements(); !order.empty()) {
            m_focus.reset();
            walk(1, true);
        }
        return;
    case Qt::Key_End:
        if (const auto order = m_scene->placements(); !order.empty()) {
            m_focus.reset();
            walk(-1, true);
        }
        return;
    case Qt::Key_Control:
        m_tool->modifiersChanged({mapToScene(m_lastMouse), m_lastMouse, Qt::NoButton,
                                  QApplication::mouseButtons(), event->modifiers() | Qt::ControlModifier});
        return;
    default: break;
    }
    // Not QGraphicsView's: it would scroll, and offer the key to the scene.
    event->ignore();
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        const bool tapped = m_spaceHeld && !m_spacePanned && m_panButton == Qt::NoButton;
        m_spaceHeld = false;
        if (m_panButton == Qt::LeftButton) endPan();
        if (tapped && m_focus && !m_tool->pick(*m_focus)) m_selection.toggle(m_focus->node);
        updateCursor();
        return;
    }
    if (event->key() == Qt::Key_Control)
        m_tool->modifiersChanged({mapToScene(m_lastMouse), m_lastMouse, Qt::NoButton,
                                  QApplication::mouseButtons(), event->modifiers() & ~Qt::ControlModifier});
    event->ignore();
}

void CanvasView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) viewport()->update();
    QGraphicsView::changeEvent(event);
}

// --- Menus

void CanvasView::contextMenuEvent(QContextMenuEvent* event) {
    // The right button opens it on release, so that it can pan; this is for the keyboard and for scripts.
    if (event->reason() != QContextMenuEvent::Mouse) showMenu(event->pos(), true);
    event->accept();
}

void CanvasView::showMenu(const QPoint& viewportPosition, bool byKeyboard) {
    QPoint at = viewportPosition;
    MenuPlace place;
    if (byKeyboard) {
        auto chosen = selectedPlacements(false);
        if (chosen.empty() && m_focus) chosen = {*m_focus};
        if (!chosen.empty()) {
            place.placement = chosen.front();
            place.elements = m_selection.elements();
            if (const auto rect = m_scene->rectOf(chosen.front())) at = mapFromScene(rect->center());
        } else {
            at = viewport()->rect().center();
        }
    } else {
        place.position = mapToScene(at);
        if (const auto hit = m_scene->hitAt(*place.position, zoom())) {
            place.placement = hit->placement;
            place.elements = hit->elements;
            const bool selected =
                !hit->elements.empty() && std::all_of(hit->elements.begin(), hit->elements.end(),
                                                      [&](ElementId id) { return m_selection.contains(id); });
            if (!selected) m_selection.set(hit->elements);
            m_focus = hit->placement;
        } else {
            m_selection.clear();
        }
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("canvasMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillContextMenu(*menu, *this, place);
    menu->popup(viewport()->mapToGlobal(at));
}

// --- Making and removing

/// Whether people give it a name of their own; zones, gateways and addresses have one that says where they
/// are.
static bool isNamedByPeople(Kind kind) {
    switch (kind) {
    case Kind::Vpc:
    case Kind::SecurityGroup:
    case Kind::NetworkAcl:
    case Kind::RouteTable:
    case Kind::PrefixList:
    case Kind::Workload:
    case Kind::External: return true;
    default: return false;
    }
}

std::optional<Placement> CanvasView::dropPlaceAt(QPointF point) const {
    if (const auto hit = m_scene->hitAt(point, zoom()); hit && hit->placement && hit->part == Part::Node)
        return hit->placement;
    return m_scene->containerAt(point);
}

void CanvasView::insert(PaletteKind kind) {
    const QPointF center = mapToScene(viewport()->rect().center());
    const Network& network = m_document.network();
    // What is selected goes first, then what is in the middle of the view, then the only one that fits.
    std::vector<std::optional<Placement>> tries;
    for (const Placement& placement : selectedPlacements(false))
        tries.emplace_back(placement);
    for (const Placement& placement : selectedPlacements(false))
        for (auto parent = m_scene->parentOf(placement); parent; parent = m_scene->parentOf(*parent))
            tries.push_back(parent);
    tries.push_back(dropPlaceAt(center));
    tries.emplace_back(std::nullopt);
    if (network.all<Vpc>().size() == 1) tries.emplace_back(Placement{network.all<Vpc>().begin()->id, {}});
    QString refusal;
    for (const auto& place : tries) {
        const DropTarget target = dropTarget(network, kind, place);
        if (target.takes()) {
            insertAt(kind, place, std::nullopt);
            return;
        }
        if (refusal.isEmpty()) refusal = target.refusal;
    }
    say(refusal, viewport()->rect().center(), true);
}

void CanvasView::insertAt(PaletteKind kind, const std::optional<Placement>& over,
                          const std::optional<QPointF>& at) {
    const DropTarget target = dropTarget(m_document.network(), kind, over);
    if (!target.takes()) {
        say(target.refusal, at ? mapFromScene(*at) : viewport()->rect().center(), true);
        return;
    }
    if (asksForService(kind))
        askForService(kind, target.placement, at);
    else
        carryOutDrop(kind, target.placement, at, {});
}

void CanvasView::askForService(PaletteKind kind, const std::optional<Placement>& target,
                               const std::optional<QPointF>& at) {
    auto* popover = new ServicePopover(
        paletteName(kind), usualServices(*endpointTypeOf(kind)),
        [this, kind, target, at](const std::string& service) { carryOutDrop(kind, target, at, service); },
        viewport());
    openPopover(popover, at ? *at : mapToScene(viewport()->rect().center()));
}

std::vector<std::string> CanvasView::zonesOfRegion() const {
    const auto* region = m_facts.prices().region(m_document.design().settings.region);
    return region ? region->zones : std::vector<std::string>();
}

void CanvasView::carryOutDrop(PaletteKind kind, const std::optional<Placement>& target,
                              const std::optional<QPointF>& at, const std::string& service) {
    DropOptions options;
    options.service = service;
    options.zonesOfRegion = zonesOfRegion();
    if (at) {
        // A tile goes where the mouse was, unless something stands there or it would hang over the border.
        constexpr qreal tile = 52, underTile = 38, wide = 1000;
        const bool large = kind == PaletteKind::Vpc;
        const QPointF corner = large ? *at : *at - QPointF(tile / 2, tile / 2);
        const QPointF origin = target ? m_scene->contentOriginOf(*target) : QPointF();
        QPointF position = m_snapping.grid ? onGrid(corner - origin) : corner - origin;
        if (target && !large)
            if (const auto room = m_scene->rectOf(*target)) {
                // Inside where there is room: what is dropped near a border does not hang over it.
                const QPointF last = room->bottomRight() - origin - QPointF(tile + 22, tile + underTile + 10);
                position = {std::clamp(position.x(), 0.0, std::max(0.0, last.x())),
                            std::clamp(position.y(), 0.0, std::max(0.0, last.y()))};
            }
        bool fits = true;
        const QRectF there(position + origin,
                           large ? QSizeF(wide / 2, wide / 2) : QSizeF(tile, tile + underTile));
        if (target) {
            const auto room = m_scene->rectOf(*target);
            fits = room && QRectF(origin, room->bottomRight()).contains(there);
        }
        for (const Placement& placement : m_scene->placements()) {
            if (m_scene->parentOf(placement) != target || !isMovable(placement)) continue;
            const auto rect = m_scene->rectOf(placement);
            fits =
                fits &&
                !(rect && rect->adjusted(0, 0, 0, isResizable(placement) ? 0 : underTile).intersects(there));
        }
        if (fits) options.position = position.toPoint();
    }
    const Gesture gesture = Document::newGesture();
    const auto made = makeNew(kind, target, options, gesture);
    if (!made || !isNamedByPeople(made->node.kind)) return;
    // The name typed now is the one it is born with: Terraform address and AWS name are made of it, and no
    // later renaming changes them. So it is made once more, in the same step.
    editName(*made, [this, kind, target, options, gesture, id = made->node,
                     step = m_document.undoStack()->index()](const QString& name) mutable {
        if (m_document.undoStack()->index() == step) m_document.cancelGesture(gesture);
        // Something else was done meanwhile: what was made stays as it is.
        if (m_document.undoStack()->index() != step - 1) {
            m_document.edit(tr("Rename"), edits::rename(m_document.design(), id, name.toStdString()));
            return;
        }
        options.name = name.toStdString();
        makeNew(kind, target, options, gesture);
    });
}

std::optional<Placement> CanvasView::makeNew(PaletteKind kind, const std::optional<Placement>& target,
                                             const DropOptions& options, Gesture gesture) {
    const auto dropped = drop(m_document.design(), kind, target, options);
    const QString text = tr("Add %1").arg(paletteName(kind));
    if (!dropped) {
        m_document.edit(text, fail(dropped.error()));
        return {};
    }
    if (!m_document.edit(text, dropped->delta, gesture)) return {};
    m_scene->settle();
    m_selection.set({dropped->made});
    const auto placements = m_scene->placementsOf(dropped->made);
    if (placements.empty()) return {};
    setFocused(placements.front(), false);
    bringNewIntoView(placements.front());
    return placements.front();
}

void CanvasView::connectNodes(ElementId from, ElementId to, QPointF at) {
    Connection plan = planConnection(m_document.design(), from, to);
    switch (plan.makes) {
    case Connection::Makes::Nothing: say(plan.refusal, mapFromScene(at), true); return;
    case Connection::Makes::Direct:
        m_document.edit(plan.undoText, connectDirectly(m_document.design(), from, to));
        return;
    case Connection::Makes::Rule:
        openPopover(new ConnectPopover(m_document, std::move(plan), viewport()), at);
        return;
    }
}

void CanvasView::removeElements(const std::vector<ElementId>& elements) {
    removeAfterSaying(elements, elements, Removing::Delete);
}

void CanvasView::cutElements(const std::vector<ElementId>& elements, const std::vector<ElementId>& held) {
    removeAfterSaying(elements, held, Removing::Cut);
}

void CanvasView::removeAfterSaying(const std::vector<ElementId>& elements,
                                   const std::vector<ElementId>& expected, Removing how) {
    if (elements.empty()) return;
    const Design& design = m_document.design();
    const auto delta = edits::removeElements(design, elements);
    const QString title = removalText(design.network, elements, how);
    const QString also = delta ? alsoRemoved(design, expected, *delta) : QString();
    const auto remove = [this, elements, title] {
        m_document.edit(title, edits::removeElements(m_document.design(), elements));
    };
    if (also.isEmpty()) {
        remove();
        return;
    }
    QPointF at = mapToScene(viewport()->rect().center());
    if (const auto owner = ownerOf(design.network, elements.front()))
        if (const auto placements = m_scene->placementsOf(*owner); !placements.empty())
            if (const auto rect = m_scene->rectOf(placements.front()))
                if (const QRect seen = viewport()->rect(); seen.contains(mapFromScene(rect->topRight())))
                    at = rect->topRight();
    openPopover(new RemovalPopover(title, also, how, remove, viewport()), at);
}

// --- Drags from the palette

void CanvasView::dragEnterEvent(QDragEnterEvent* event) {
    const auto word = QString::fromUtf8(event->mimeData()->data(QLatin1String(paletteMimeType)));
    if (!paletteKindFromWord(word)) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
}

void CanvasView::dragMoveEvent(QDragMoveEvent* event) {
    m_paletteDrag =
        paletteKindFromWord(QString::fromUtf8(event->mimeData()->data(QLatin1String(paletteMimeType))));
    if (!m_paletteDrag) {
        event->ignore();
        return;
    }
    m_lastMouse = event->position().toPoint();
    followPalette();
    setEdgeScrolling(true);
    // Refusing the move would keep the drop from coming, and the reason from being read: the drop says it.
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

/// Lights up what would take the drop, or says why it would not.
void CanvasView::followPalette() {
    const auto over = dropPlaceAt(mapToScene(m_lastMouse));
    const DropTarget target = dropTarget(m_document.network(), *m_paletteDrag, over);
    if (target.takes())
        m_scene->setDropTarget(target.placement, true);
    else
        m_scene->setDropTarget(over, false);
    say(target.refusal, m_lastMouse);
}

void CanvasView::endPaletteDrag() {
    m_paletteDrag.reset();
    m_dragInside = false;
    setEdgeScrolling(false);
    m_scene->setDropTarget({});
    say({}, {});
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent* event) {
    endPaletteDrag();
    event->accept();
}

void CanvasView::dropEvent(QDropEvent* event) {
    endPaletteDrag();
    const auto kind =
        paletteKindFromWord(QString::fromUtf8(event->mimeData()->data(QLatin1String(paletteMimeType))));
    if (!kind) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QPointF at = mapToScene(event->position().toPoint());
    setFocus(Qt::MouseFocusReason);
    insertAt(*kind, dropPlaceAt(at), at);
}

} // namespace sekisho::canvas
