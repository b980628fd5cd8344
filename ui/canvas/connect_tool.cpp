// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/connect_tool.h"

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/connection.h"
#include "ui/document/selection.h"

#include <QApplication>
#include <QLineF>

namespace sekisho::canvas {

std::optional<Placement> connectableAt(const CanvasView& view, QPointF point) {
    const auto hit = view.canvas().hitAt(point, view.zoom());
    if (!hit || !hit->placement) return std::nullopt;
    return hit->placement;
}

void ConnectGesture::begin(const Placement& from, QPointF start) {
    m_from = from;
    m_start = start;
}

std::optional<Placement> ConnectGesture::targetAt(QPointF point) const {
    const auto target = connectableAt(m_view, point);
    if (target && m_from && *target == *m_from) return std::nullopt;
    return target;
}

void ConnectGesture::move(const MouseInput& mouse) {
    if (m_from) show(targetAt(mouse.scene), mouse.scene);
}

void ConnectGesture::moveTo(const Placement& target) {
    if (!m_from) return;
    const auto rect = m_view.canvas().rectOf(target);
    if (rect) show(target == *m_from ? std::nullopt : std::optional(target), rect->center());
}

void ConnectGesture::show(const std::optional<Placement>& target, QPointF end) {
    QString refusal;
    std::optional<Placement> takes;
    if (target) {
        const Connection plan = planConnection(m_view.document().design(), m_from->node, target->node);
        if (plan.makes != Connection::Makes::Nothing)
            takes = target;
        else if (target->node.kind != Kind::Vpc && target->node.kind != Kind::AvailabilityZone &&
                 !(target->node.kind == Kind::Subnet && m_from->in == SubnetId::from(target->node)))
            refusal = plan.refusal; // passing over a container is no mistake yet
    }
    m_view.canvas().setConnectPreview(QLineF(m_start, end), takes);
    m_view.say(refusal, m_view.mapFromScene(end));
}

void ConnectGesture::finish(const MouseInput& mouse) {
    if (m_from) connectTo(targetAt(mouse.scene), mouse.scene);
}

void ConnectGesture::finishAt(const Placement& target) {
    if (!m_from) return;
    const auto rect = m_view.canvas().rectOf(target);
    connectTo(target, rect ? rect->center() : m_start);
}

void ConnectGesture::connectTo(const std::optional<Placement>& target, QPointF end) {
    const Placement from = *m_from;
    cancel();
    if (!target) return;
    const Connection plan = planConnection(m_view.document().design(), from.node, target->node);
    if (plan.makes == Connection::Makes::Nothing) {
        m_view.say(plan.refusal, m_view.mapFromScene(end), true);
        return;
    }
    m_view.connectNodes(from.node, target->node, end);
}

void ConnectGesture::cancel() {
    m_from.reset();
    m_view.canvas().setConnectPreview({});
    m_view.say({}, {});
}

// --- ConnectTool

ConnectTool::ConnectTool(CanvasView& view) : Tool(view), m_gesture(view) {
    view.canvas().setHandlesShown(true);
}

ConnectTool::~ConnectTool() = default;

void ConnectTool::press(const MouseInput& mouse) {
    if (m_clicked && m_gesture.active()) {
        // The second click ends what the first began.
        m_clicked = false;
        m_gesture.finish(mouse);
        return;
    }
    if (const auto from = connectableAt(view(), mouse.scene)) {
        m_pressed = mouse.view;
        m_gesture.begin(*from, mouse.scene);
        view().selection().set({from->node});
    } else {
        view().selection().clear();
    }
}

void ConnectTool::move(const MouseInput& mouse) {
    if (m_gesture.active()) {
        m_gesture.move(mouse);
        return;
    }
    const auto over = connectableAt(view(), mouse.scene);
    view().selection().setHovered(over ? std::optional(over->node) : std::nullopt);
}

void ConnectTool::release(const MouseInput& mouse) {
    if (!m_gesture.active()) return;
    if (!m_clicked && (mouse.view - m_pressed).manhattanLength() < QApplication::startDragDistance()) {
        m_clicked = true; // wait for the second click
        return;
    }
    m_clicked = false;
    m_gesture.finish(mouse);
}

bool ConnectTool::pick(const Placement& placement) {
    if (m_gesture.active()) {
        m_clicked = false;
        m_gesture.finishAt(placement);
        return true;
    }
    const auto rect = view().canvas().rectOf(placement);
    if (!rect) return false;
    m_gesture.begin(placement, rect->center());
    m_clicked = true; // the mouse may end it too
    view().selection().set({placement.node});
    return true;
}

void ConnectTool::focusMoved(const Placement& placement) {
    m_gesture.moveTo(placement);
}

bool ConnectTool::cancel() {
    m_clicked = false;
    if (!m_gesture.active()) return false;
    m_gesture.cancel();
    return true;
}

void ConnectTool::leave() {
    view().selection().setHovered({});
}

// --- PanTool

void PanTool::press(const MouseInput& mouse) {
    m_last = mouse.view;
    view().viewport()->setCursor(Qt::ClosedHandCursor);
}

void PanTool::move(const MouseInput& mouse) {
    if (!m_last) return;
    view().panBy(mouse.view - *m_last);
    m_last = mouse.view;
}

void PanTool::release(const MouseInput&) {
    m_last.reset();
    view().viewport()->setCursor(Qt::OpenHandCursor);
}

bool PanTool::cancel() {
    if (!m_last) return false;
    m_last.reset();
    view().viewport()->setCursor(Qt::OpenHandCursor);
    return true;
}

} // namespace sekisho::canvas
