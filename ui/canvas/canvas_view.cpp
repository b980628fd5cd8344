// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/canvas_view.h"

#include "core/model/edits.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_accessible.h"
#include "ui/canvas/canvas_commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/connect_tool.h"
#include "ui/canvas/inline_editor.h"
#include "ui/canvas/minimap.h"
#include "ui/canvas/motion.h"
#include "ui/canvas/moving.h"
#include "ui/canvas/notice.h"
#include "ui/canvas/plan_bar.h"
#include "ui/canvas/popover.h"
#include "ui/canvas/select_tool.h"
#include "ui/document/deployment.h"
#include "ui/document/selection.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTimerEvent>
#include <QVariantAnimation>

#include <algorithm>
#include <cmath>

namespace sekisho::canvas {

namespace {

constexpr qreal zoomStep = 1.25;
constexpr int fitMargin = 16;  ///< pixels around the drawing
constexpr int dotSpacing = 20; ///< scene units
constexpr qreal dotSize = 1.5; ///< pixels

/// The grid on empty ground. One row is painted and then copied: thousands of points with soft edges, one by
/// one, would take longer than all that is drawn on them.
void paintDots(QPainter* painter, const QRectF& rect, qreal spacing, const style::Theme& theme) {
    const QTransform toView = painter->worldTransform();
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QRectF view = toView.mapRect(rect);
    // In whole pixels of the device, so that all dots look alike.
    const auto pixel = [ratio](qreal position) { return std::round(position * ratio); };
    const qreal left = std::floor(view.left() * ratio);
    const int side = 2 * int(std::ceil(dotSize * ratio / 2));
    QImage row(int(std::ceil(view.right() * ratio) - left) + side, side, QImage::Format_ARGB32_Premultiplied);
    row.fill(theme.canvas);
    QPainter dots(&row);
    dots.setRenderHint(QPainter::Antialiasing);
    dots.setPen(Qt::NoPen);
    dots.setBrush(theme.grid);
    for (qreal x = std::floor(rect.left() / spacing) * spacing; x <= rect.right() + spacing; x += spacing)
        dots.drawEllipse(QPointF(pixel(toView.map(QPointF(x, 0)).x()) - left, side / 2.0),
                         dotSize * ratio / 2, dotSize * ratio / 2);
    dots.end();
    row.setDevicePixelRatio(ratio);
    painter->save();
    painter->resetTransform();
    for (qreal y = std::floor(rect.top() / spacing) * spacing; y <= rect.bottom() + spacing; y += spacing)
        painter->drawImage(QPointF(left, pixel(toView.map(QPointF(0, y)).y()) - side / 2.0) / ratio, row);
    painter->restore();
}

} // namespace

CanvasView::CanvasView(Document& document, Facts& facts, Selection& selection, Commands& commands,
                       QWidget* parent)
    : QGraphicsView(parent), m_document(document), m_facts(facts), m_selection(selection),
      m_commands(commands), m_scene(std::make_unique<CanvasScene>(document, facts, &selection)) {
    setScene(m_scene.get());
    setAccessibleName(tr("Drawing"));
    viewport()->setAccessibleName(accessibleName());
    setFrameShape(QFrame::NoFrame);
    setViewportUpdateMode(QGraphicsView::MinimalViewportUpdate);
    setRenderHint(QPainter::Antialiasing);
    setTransformationAnchor(QGraphicsView::NoAnchor);
    setResizeAnchor(QGraphicsView::NoAnchor);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);

    m_notice = new Notice(viewport());
    m_minimap = new Minimap(*this);
    m_tool = std::make_unique<SelectTool>(*this);
    m_commandHandlers = std::make_unique<CanvasCommands>(*this);
    installCanvasAccessibility();

    connect(m_scene.get(), &CanvasScene::settled, this, [this] {
        updateSceneRect();
        m_minimap->refresh();
        // Where the focused thing is no more, the ring goes too.
        if (m_focus && !m_scene->rectOf(*m_focus)) setFocused({}, false);
        if (m_fitPending && isVisible()) fitAll(false);
    });
    connect(&document, &Document::replaced, this, [this] {
        m_replacing = true;
        m_fitPending = true; // once the new design is laid out
        m_tool->cancel();
        closePopover();
        if (m_editor) delete m_editor;
        setFocused({}, false);
    });
    connect(&document, &Document::changed, this, [this] {
        if (m_tool->busy()) m_tool->cancel();
        // What people work on must not jump: no fitting after an edit.
        m_fitted = m_fitted && m_replacing;
        m_replacing = false;
    });
    connect(document.undoStack(), &QUndoStack::indexChanged, this, &CanvasView::followHistory);
    connect(&selection, &Selection::revealRequested, this, &CanvasView::reveal);
    connect(&selection, &Selection::changed, this, [this] {
        m_nudgeGesture = 0;
        viewport()->update();
    });
    connect(&style::Style::instance(), &style::Style::themeChanged, this, [this] {
        m_minimap->refresh();
        resetCachedContent();
        viewport()->update();
    });
    updateSceneRect();
    updateCursor();
}

CanvasView::~CanvasView() {
    if (m_animation) {
        // It would tell of its end when this is no view any more.
        m_animation->disconnect();
        delete m_animation;
        m_animation = nullptr;
    }
    // What the tools show is part of the scene, which goes with this.
    m_commandHandlers.reset();
    if (m_popover) delete m_popover;
    if (m_editor) delete m_editor;
    m_tool.reset();
    setScene(nullptr);
}

void CanvasView::setDeployment(Deployment* deployment) {
    m_deployment = deployment;
    m_scene->setDeployment(deployment);
    m_planBar = new PlanBar(*deployment, viewport());
    positionOverlays();
}

// --- What is seen

qreal CanvasView::zoom() const {
    return transform().m11();
}

void CanvasView::updateSceneRect() {
    // Room to push the drawing nearly out of sight, never wholly.
    constexpr qreal share = 0.85;
    const QRectF content = m_scene->contentRect();
    const qreal x = viewport()->width() * share / zoom();
    const qreal y = viewport()->height() * share / zoom();
    setSceneRect(content.adjusted(-x, -y, x, y));
}

void CanvasView::applyZoom(qreal zoom) {
    setTransform(QTransform::fromScale(zoom, zoom));
    updateSceneRect();
}

void CanvasView::setZoom(qreal wanted, const QPoint* anchor) {
    if (m_animation) m_animation->stop();
    const qreal target = std::clamp(wanted, minZoom, maxZoom);
    const QPoint at = anchor ? *anchor : viewport()->rect().center();
    const QPointF there = mapToScene(at);
    m_fitted = false;
    if (qFuzzyCompare(target, zoom())) return;
    m_move.reset();
    applyZoom(target);
    const QPointF off = viewportTransform().map(there) - at;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + qRound(off.x()));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + qRound(off.y()));
    emit zoomChanged(zoom());
}

void CanvasView::zoomIn() {
    setZoom(zoom() * zoomStep);
}

void CanvasView::zoomOut() {
    setZoom(zoom() / zoomStep);
}

void CanvasView::showView(QPointF center, qreal wanted, bool animated) {
    if (m_animation) m_animation->stop();
    m_move.reset();
    const qreal target = std::clamp(wanted, minZoom, maxZoom);
    const bool still = !animated || !isVisible() || !motion::isWanted();
    const auto show = [this](QPointF point, qreal z) {
        applyZoom(z);
        centerOn(point);
        emit zoomChanged(zoom());
    };
    if (still) {
        show(center, target);
        return;
    }
    const QPointF startCenter = mapToScene(viewport()->rect().center());
    const qreal startZoom = zoom();
    m_animation = new QVariantAnimation(this);
    m_animation->setStartValue(0.0);
    m_animation->setEndValue(1.0);
    m_animation->setDuration(motion::fit);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QVariantAnimation::valueChanged, this, [=](const QVariant& value) {
        const qreal t = value.toReal();
        // Even steps to the eye: the zoom goes by factors.
        show(startCenter + (center - startCenter) * t, startZoom * std::pow(target / startZoom, t));
    });
    connect(m_animation, &QVariantAnimation::stateChanged, this, [this](QAbstractAnimation::State state) {
        if (state != QAbstractAnimation::Stopped) return;
        sender()->deleteLater();
        if (sender() == m_animation) m_animation = nullptr;
    });
    m_animation->start();
}

void CanvasView::fitAll(bool animated) {
    const QRectF content = m_scene->contentRect();
    m_fitted = true;
    m_fitPending = false;
    if (content.isEmpty()) {
        showView(content.center(), 1, animated);
        return;
    }
    const QSizeF room(std::max(1, viewport()->width() - 2 * fitMargin),
                      std::max(1, viewport()->height() - 2 * fitMargin));
    const qreal wanted = std::min(room.width() / content.width(), room.height() / content.height());
    showView(content.center(), std::min(1.0, wanted), animated);
}

void CanvasView::zoomToSelection() {
    QRectF rect;
    for (const Placement& placement : selectedPlacements())
        if (const auto one = m_scene->rectOf(placement)) rect = rect.united(*one);
    if (rect.isEmpty()) return;
    constexpr qreal around = 40;
    rect.adjust(-around, -around, around, around);
    m_fitted = false;
    const qreal wanted = std::min(viewport()->width() / rect.width(), viewport()->height() / rect.height());
    showView(rect.center(), std::min(2.0, wanted), true);
}

void CanvasView::bringIntoView(const Placement& placement) {
    auto rect = m_scene->rectOf(placement);
    if (!rect) return;
    constexpr qreal lines = 38; // under a tile
    if (isMovable(placement) && !isResizable(placement) && placement.node.kind != Kind::SecurityGroup)
        rect->adjust(0, 0, 0, lines);
    const QRect seen = mapFromScene(*rect).boundingRect();
    if (viewport()->rect().adjusted(8, 8, -8, -8).contains(seen)) return;
    m_fitted = false;
    ensureVisible(*rect, 60, 60);
}

QPoint CanvasView::scrolled() const {
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void CanvasView::scrollTo(QPoint position) {
    horizontalScrollBar()->setValue(position.x());
    verticalScrollBar()->setValue(position.y());
}

void CanvasView::bringNewIntoView(const Placement& placement) {
    const QPoint from = scrolled();
    bringIntoView(placement);
    const int step = m_document.undoStack()->index();
    m_move.reset();
    if (scrolled() != from && step > 0)
        m_move = Move{m_document.undoStack()->command(step - 1), step, from, scrolled()};
}

/// Undo and redo show again what was in sight before and after, unless people have looked elsewhere since.
void CanvasView::followHistory() {
    if (!m_move) return;
    const QUndoStack& history = *m_document.undoStack();
    if (m_move->step > history.count() || history.command(m_move->step - 1) != m_move->edit) {
        m_move.reset();
        return;
    }
    const int index = history.index();
    const bool undone = index == m_move->step - 1, redone = index == m_move->step;
    if ((!undone || scrolled() != m_move->to) && (!redone || scrolled() != m_move->from)) return;
    m_scene->settle();
    scrollTo(undone ? m_move->from : m_move->to);
}

void CanvasView::reveal(ElementId element) {
    const auto owner = ownerOf(m_document.network(), element);
    if (!owner) return;
    const auto placements = m_scene->placementsOf(*owner);
    if (placements.empty()) return;
    const auto rect = m_scene->rectOf(placements.front());
    if (rect && !viewport()->rect().contains(mapFromScene(*rect).boundingRect())) {
        m_fitted = false;
        centerOn(rect->center());
    }
    m_scene->flash(placements);
}

void CanvasView::panBy(QPoint pixels) {
    if (pixels.isNull()) return;
    m_fitted = false;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - pixels.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - pixels.y());
}

void CanvasView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    if (m_minimap && m_minimap->isVisible()) m_minimap->update();
    // Overlays belong to the window, not to the drawing; a name that is edited moves along with it.
    if (m_editor) m_editor->move(m_editor->pos() + QPoint(dx, dy));
    positionOverlays();
}

void CanvasView::positionOverlays() {
    constexpr int inset = 12;
    // Scrolling moves the children of the viewport: they are put back.
    if (m_planBar) m_planBar->move(inset, inset);
    if (m_minimap)
        m_minimap->move(viewport()->width() - m_minimap->width() - inset,
                        viewport()->height() - m_minimap->height() - inset);
}

void CanvasView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    updateSceneRect();
    positionOverlays();
    if (m_fitted && isVisible()) fitAll(false);
}

void CanvasView::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    m_scene->settle();
    positionOverlays();
    if (m_fitted || m_fitPending) fitAll(false);
}

void CanvasView::drawBackground(QPainter* painter, const QRectF& rect) {
    const style::Theme& theme = m_scene->theme();
    painter->fillRect(rect, theme.canvas);
    // The dots keep their distance on the screen between 14 and 28 px.
    qreal spacing = dotSpacing;
    while (spacing * zoom() < 14)
        spacing *= 2;
    while (spacing * zoom() > 28 && spacing > gridStep)
        spacing /= 2;
    paintDots(painter, rect, spacing, theme);
}

void CanvasView::drawForeground(QPainter* painter, const QRectF&) {
    if (m_tool) m_tool->paint(painter);
}

// --- Tools

void CanvasView::setTool(ToolKind kind) {
    if (kind == m_toolKind) {
        emit toolChanged();
        return;
    }
    m_tool->cancel();
    m_tool->leave();
    m_toolKind = kind;
    m_tool.reset();
    m_scene->setHandlesShown(kind != ToolKind::Pan);
    switch (kind) {
    case ToolKind::Select: m_tool = std::make_unique<SelectTool>(*this); break;
    case ToolKind::Pan: m_tool = std::make_unique<PanTool>(*this); break;
    case ToolKind::Connect: m_tool = std::make_unique<ConnectTool>(*this); break;
    }
    updateCursor();
    emit toolChanged();
}

void CanvasView::setSnapping(Snapping snapping) {
    if (snapping == m_snapping) return;
    m_snapping = snapping;
    emit snappingChanged();
}

bool CanvasView::minimapShown() const {
    return !m_minimap->isHidden();
}

void CanvasView::setMinimapShown(bool shown) {
    if (shown == minimapShown()) return;
    m_minimap->setVisible(shown);
    positionOverlays();
    emit minimapChanged(shown);
}

void CanvasView::updateCursor() {
    if (m_panButton != Qt::NoButton && m_panMoved)
        viewport()->setCursor(Qt::ClosedHandCursor);
    else if (m_spaceHeld)
        viewport()->setCursor(Qt::OpenHandCursor);
    else
        viewport()->setCursor(m_tool->idleCursor());
}

void CanvasView::say(const QString& sentence, QPoint viewportPosition, bool lasting) {
    m_notice->say(sentence, viewportPosition, lasting);
}

void CanvasView::sayLocked(const Placement& placement, QPoint viewportPosition) {
    const QString key =
        m_commands.action(Command::ArrangeLock)->shortcut().toString(QKeySequence::NativeText);
    say(tr("%1 is locked. %2 unlocks it.", "a name and a key")
            .arg(QString::fromStdString(text::displayName(m_document.network(), placement.node)), key),
        viewportPosition, true);
}

Popover* CanvasView::popover() const {
    return m_popover;
}

void CanvasView::closePopover() {
    if (!m_popover) return;
    delete m_popover;
    m_popover = nullptr;
}

void CanvasView::openPopover(Popover* popover, QPointF at) {
    closePopover();
    m_popover = popover;
    connect(popover, &Popover::closed, this, [this, popover] {
        if (m_popover == popover) m_popover = nullptr;
    });
    popover->openAt(mapFromScene(at));
}

void CanvasView::rename(const Placement& placement) {
    editName(placement, [this, id = placement.node](const QString& name) {
        m_document.edit(tr("Rename"), edits::rename(m_document.design(), id, name.toStdString()));
    });
}

void CanvasView::editName(const Placement& placement, std::function<void(const QString&)> accept) {
    const Node* node = m_document.network().find(placement.node);
    const auto rect = m_scene->rectOf(placement);
    if (!node || !rect) return;
    bringIntoView(placement);
    QRectF place = *rect;
    // Where the name stands: in the header of a container, under a tile, in a chip.
    constexpr qreal header = 24, iconSpace = 28, underTile = 16, wide = 110;
    if (isResizable(placement))
        place = QRectF(rect->left() + iconSpace, rect->top() + 2, std::min(rect->width() / 2, wide), header);
    else if (placement.node.kind != Kind::SecurityGroup && placement.node.kind != Kind::NetworkAcl &&
             placement.node.kind != Kind::External && placement.node.kind != Kind::PrefixList)
        place = QRectF(rect->center().x() - wide / 2, rect->bottom() + 4, wide, underTile);
    if (m_editor) delete m_editor;
    m_editor = new InlineEditor(QString::fromStdString(baseOf(*node).name), std::move(accept), viewport());
    connect(m_editor, &InlineEditor::closed, this, [this] { m_editor = nullptr; });
    m_editor->openAt(mapFromScene(place).boundingRect(),
                     style::uiFont(std::clamp(12 * zoom(), 11.0, 18.0), true));
}

// --- Focus and selection

void CanvasView::setFocused(const std::optional<Placement>& placement, bool select) {
    m_focus = placement;
    // The ring is for those who work with the keys: a click does not draw it.
    if (select && placement) m_selection.set({placement->node});
    m_scene->setFocusRing(hasFocus() && select ? placement : std::nullopt);
    emit focusChanged();
    notifyCanvasFocus(*this);
}

std::vector<Placement> CanvasView::selectedPlacements(bool allDrawings) const {
    std::vector<Placement> all;
    for (const ElementId element : m_selection.elements()) {
        if (!isNodeKind(element.kind)) continue;
        if (!allDrawings && m_focus && m_focus->node == element) {
            all.push_back(*m_focus);
            continue;
        }
        for (const Placement& placement : m_scene->placementsOf(element))
            all.push_back(placement);
    }
    return all;
}

bool CanvasView::walk(int step, bool select) {
    const auto order = m_scene->placements();
    if (order.empty()) return false;
    auto it = m_focus ? std::find(order.begin(), order.end(), *m_focus) : order.end();
    if (it == order.end()) {
        goTo(step > 0 ? order.front() : order.back(), select);
        return true;
    }
    const auto next = (it - order.begin()) + step;
    if (next < 0 || next >= std::ssize(order)) return false; // out of the drawing
    goTo(order[std::size_t(next)], select);
    return true;
}

void CanvasView::goTo(const Placement& placement, bool select) {
    setFocused(placement, select);
    m_scene->setFocusRing(placement);
    bringIntoView(placement);
    m_tool->focusMoved(placement);
}

bool CanvasView::focusNextPrevChild(bool next) {
    if (hasFocus() && walk(next ? 1 : -1, !m_tool->busy())) return true;
    if (hasFocus()) setFocused({}, false);
    return QGraphicsView::focusNextPrevChild(next);
}

void CanvasView::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        if (m_focus)
            m_scene->setFocusRing(m_focus);
        else
            walk(event->reason() == Qt::TabFocusReason ? 1 : -1, true);
    }
}

void CanvasView::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    m_scene->setFocusRing({});
    m_spaceHeld = false;
    m_nudgeGesture = 0;
    updateCursor();
}

/// What is nearest in a direction; what lies aside counts as farther.
bool CanvasView::walkTowards(QPoint direction) {
    if (!m_focus) return walk(1, !m_tool->busy());
    const auto here = m_scene->rectOf(*m_focus);
    if (!here) return false;
    std::optional<Placement> best;
    qreal nearest = 0;
    for (const Placement& placement : m_scene->placements()) {
        const auto rect = m_scene->rectOf(placement);
        // Not to what holds it.
        if (!rect || placement == *m_focus || rect->contains(*here)) continue;
        const QPointF way = rect->center() - here->center();
        const qreal along = QPointF::dotProduct(way, QPointF(direction));
        const qreal aside = std::abs(way.x() * direction.y()) + std::abs(way.y() * direction.x());
        if (along < 1 || aside > 2 * along) continue;
        const qreal distance = along + 2 * aside;
        if (best && distance >= nearest) continue;
        best = placement;
        nearest = distance;
    }
    if (!best) return false;
    goTo(*best, !m_tool->busy());
    return true;
}

void CanvasView::moveByKey(const QKeyEvent* event) {
    QPoint direction;
    switch (event->key()) {
    case Qt::Key_Left: direction.setX(-1); break;
    case Qt::Key_Right: direction.setX(1); break;
    case Qt::Key_Up: direction.setY(-1); break;
    default: direction.setY(1); break;
    }
    const QPointF by = QPointF(direction) * (event->modifiers() & Qt::ShiftModifier ? 1 : gridStep);
    if (event->modifiers() & Qt::AltModifier)
        grow(by);
    else if (m_toolKind == ToolKind::Connect)
        walkTowards(direction);
    else
        nudge(by);
}

void CanvasView::nudge(QPointF by) {
    const Design& design = m_document.design();
    std::vector<std::pair<Placement, std::optional<sekisho::Box>>> boxes;
    const auto chosen = selectedPlacements(false);
    std::optional<Placement> locked;
    for (const Placement& placement : chosen) {
        const auto rect = m_scene->rectOf(placement);
        if (!rect || !isMovable(placement)) continue;
        if (isLocked(design, placement)) {
            locked = placement;
            continue;
        }
        const auto parent = m_scene->parentOf(placement);
        // What is in something that moves comes along.
        if (parent && std::find(chosen.begin(), chosen.end(), *parent) != chosen.end()) continue;
        const QPointF origin = parent ? m_scene->contentOriginOf(*parent) : QPointF();
        QPointF position = rect->topLeft() - origin + by;
        if (parent) position = {std::max(0.0, position.x()), std::max(0.0, position.y())};
        boxes.emplace_back(placement, movedBox(design, placement, position));
    }
    if (boxes.empty()) {
        // Nothing is there to be moved but the view.
        constexpr qreal pixels = 6;
        if (chosen.empty()) panBy((-by * pixels).toPoint());
        if (locked) sayLocked(*locked, mapFromScene(m_scene->rectOf(*locked)->center()));
        return;
    }
    if (m_nudgeGesture == 0) m_nudgeGesture = Document::newGesture();
    const Gesture gesture = m_nudgeGesture;
    m_document.edit(tr("Move %n Element(s)", nullptr, int(boxes.size())), edits::placeBoxes(design, boxes),
                    gesture);
    m_nudgeGesture = gesture;
}

/// Moves the right or lower edge of the one selected container.
void CanvasView::grow(QPointF by) {
    const auto element = m_selection.single();
    const Placement placement{element.value_or(ElementId{}), {}};
    const auto rect = element && isResizable(placement) ? m_scene->rectOf(placement) : std::nullopt;
    if (!rect) return;
    const QSizeF least = smallestFor(*m_scene, placement).size();
    const auto parent = m_scene->parentOf(placement);
    const QPointF origin = parent ? m_scene->contentOriginOf(*parent) : QPointF();
    const Design& design = m_document.design();
    if (isLocked(design, placement)) return sayLocked(placement, mapFromScene(rect->center()));
    sekisho::Box box = movedBox(design, placement, rect->topLeft() - origin);
    box.width = int(std::lround(std::max(least.width(), rect->width() + by.x())));
    box.height = int(std::lround(std::max(least.height(), rect->height() + by.y())));
    if (*box.width == std::lround(rect->width()) && *box.height == std::lround(rect->height())) return;
    if (m_nudgeGesture == 0) m_nudgeGesture = Document::newGesture();
    const Gesture gesture = m_nudgeGesture;
    m_document.edit(tr("Resize"), edits::placeBoxes(design, {{placement, box}}), gesture);
    m_nudgeGesture = gesture;
}

} // namespace sekisho::canvas
