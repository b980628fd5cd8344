// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/connect_tool.h"
#include "ui/canvas/moving.h"

#include <vector>

namespace sekisho::canvas {

class CanvasScene;

/// The least rectangle a container can have for what is in it; within its present one.
QRectF smallestFor(const CanvasScene& scene, const Placement& placement);

/// Selects, moves, resizes, and connects from the handles of what the mouse is over.
class SelectTool : public Tool {
    Q_OBJECT
public:
    explicit SelectTool(CanvasView& view);
    ~SelectTool() override;

    void press(const MouseInput& mouse) override;
    void move(const MouseInput& mouse) override;
    void release(const MouseInput& mouse) override;
    void doubleClick(const MouseInput& mouse) override;
    void modifiersChanged(const MouseInput& mouse) override;
    bool cancel() override;
    bool busy() const override;
    void leave() override;
    void paint(QPainter* painter) override;

private:
    enum class State { Idle, Pressed, PressedEmpty, Dragging, Banding, Resizing, Connecting };

    /// One of the drawings that are dragged.
    struct Dragged {
        Placement placement;
        QRectF rect; ///< before the drag
        std::optional<Placement> parent;
    };

    // Dragging
    void beginDrag(const MouseInput& mouse);
    void drag(const MouseInput& mouse);
    Snapping snappingWith(const MouseInput& mouse) const;
    void dropDragged(const MouseInput& mouse);
    std::optional<Placement> containerFor(const Dragged& dragged, const MouseInput& mouse) const;
    QPointF positionIn(const Dragged& dragged, const std::optional<Placement>& container) const;
    // Resizing
    struct Grip {
        Placement placement;
        Qt::Edges edges;
    };
    std::optional<Grip> gripAt(QPointF point) const;
    std::optional<Placement> resizable() const; ///< the one selected container
    void resize(const MouseInput& mouse);
    void commitResize();
    // Hovering
    void hover(const MouseInput& mouse);
    std::optional<QPointF> handleAt(const Placement& placement, QPointF point) const;
    void reset();

    State m_state = State::Idle;
    MouseInput m_pressed;
    std::optional<Placement> m_pressedOn;
    std::vector<ElementId> m_pressedElements;
    bool m_wasSelected = false; ///< what was pressed was selected before: releasing may narrow or toggle
    std::vector<Dragged> m_dragged;
    QPointF m_offset;
    std::vector<QLineF> m_guides;
    std::vector<ElementId> m_bandStart; ///< what was selected when the band began
    std::optional<Grip> m_grip;
    QRectF m_resized, m_smallest;
    std::optional<Placement> m_hovered;
    ConnectGesture m_connect;
};

} // namespace sekisho::canvas
