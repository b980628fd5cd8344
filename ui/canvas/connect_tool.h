// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"
#include "ui/canvas/tool.h"

#include <optional>

namespace sekisho::canvas {

/// A line being drawn from something to something else. Both the handles of the select tool and the connect
/// tool make it.
class ConnectGesture {
public:
    explicit ConnectGesture(CanvasView& view) : m_view(view) {}

    bool active() const { return m_from.has_value(); }
    void begin(const Placement& from, QPointF start);
    void move(const MouseInput& mouse);
    /// The line's end goes to something, by the keyboard.
    void moveTo(const Placement& target);
    /// Connects what the line ends at, or says why not.
    void finish(const MouseInput& mouse);
    void finishAt(const Placement& target);
    void cancel();

private:
    std::optional<Placement> targetAt(QPointF point) const;
    void show(const std::optional<Placement>& target, QPointF end);
    void connectTo(const std::optional<Placement>& target, QPointF end);

    CanvasView& m_view;
    std::optional<Placement> m_from;
    QPointF m_start;
};

/// What can be connected at a point: a tile, chip, gate, container's header.
std::optional<Placement> connectableAt(const CanvasView& view, QPointF point);

/// Connects by dragging from anywhere on one thing to another; two clicks do the same, and so does Enter at
/// what the keyboard is at.
class ConnectTool : public Tool {
    Q_OBJECT
public:
    explicit ConnectTool(CanvasView& view);
    ~ConnectTool() override;

    void press(const MouseInput& mouse) override;
    void move(const MouseInput& mouse) override;
    void release(const MouseInput& mouse) override;
    bool pick(const Placement& placement) override;
    void focusMoved(const Placement& placement) override;
    bool cancel() override;
    bool busy() const override { return m_gesture.active(); }
    QCursor idleCursor() const override { return Qt::CrossCursor; }
    void leave() override;

private:
    ConnectGesture m_gesture;
    QPoint m_pressed;
    bool m_clicked = false; ///< the first of two clicks was made
};

/// Moves the view with the left button.
class PanTool : public Tool {
    Q_OBJECT
public:
    using Tool::Tool;

    void press(const MouseInput& mouse) override;
    void move(const MouseInput& mouse) override;
    void release(const MouseInput& mouse) override;
    bool cancel() override;
    bool busy() const override { return false; } // it scrolls itself
    QCursor idleCursor() const override { return Qt::OpenHandCursor; }

private:
    std::optional<QPoint> m_last;
};

} // namespace sekisho::canvas
