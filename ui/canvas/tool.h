// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <QCursor>
#include <QObject>
#include <QPoint>
#include <QPointF>

class QKeyEvent;
class QPainter;

namespace sekisho::canvas {

class CanvasView;

struct MouseInput {
    QPointF scene; ///< scene units
    QPoint view;   ///< in the viewport
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons;
    Qt::KeyboardModifiers modifiers;
};

/// Owns mouse and keys while it is the view's tool. It shows what it is about through the scene's previews
/// and changes the design once, when the gesture ends.
class Tool : public QObject {
    Q_OBJECT
public:
    explicit Tool(CanvasView& view);

    virtual void press(const MouseInput& mouse) = 0;
    virtual void move(const MouseInput& mouse) = 0; ///< with and without a button held
    virtual void release(const MouseInput& mouse) = 0;
    virtual void doubleClick(const MouseInput& mouse) { press(mouse); }
    virtual void modifiersChanged(const MouseInput&) {}
    /// Enter or Space at what the keyboard is at; false: the tool has no use for it.
    virtual bool pick(const Placement&) { return false; }
    /// The keyboard has gone on to something else.
    virtual void focusMoved(const Placement&) {}
    /// Ends the gesture under way as if it had never been; false: there was none.
    virtual bool cancel() = 0;
    /// Whether a gesture is under way: then the view scrolls at its edges.
    virtual bool busy() const = 0;
    virtual QCursor idleCursor() const { return Qt::ArrowCursor; }
    /// The mouse has left the view, or the tool is put away.
    virtual void leave() {}
    /// What is drawn over everything: guides, grips. Scene units.
    virtual void paint(QPainter*) {}

protected:
    CanvasView& view() const { return m_view; }

private:
    CanvasView& m_view;
};

} // namespace sekisho::canvas
