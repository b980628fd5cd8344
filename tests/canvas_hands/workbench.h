// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/popover.h"
#include "ui/canvas/select_tool.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"

#include <QAction>
#include <QApplication>
#include <QDragMoveEvent>
#include <QLabel>
#include <QMimeData>
#include <QMouseEvent>
#include <QtTest>

namespace sekisho::canvas {

/// The prices that the program carries.
inline const cost::PriceBook& prices() {
    static const cost::PriceBook book = *cost::PriceBook::parse(*resources::find("price_book.json"));
    return book;
}

/// A shown view of the hands-on design, and the events people make.
class Workbench {
public:
    explicit Workbench(Design start = *makeTemplate("hands-on"))
        : facts(document, prices()), selection(document), commands(&window),
          view(new CanvasView(document, facts, selection, commands, &window)) {
        document.start(std::move(start), QStringLiteral("test"));
        window.resize(1300, 900);
        view->setGeometry(0, 0, 1300, 900);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window)) qFatal("the window does not become active");
        view->setFocus();
        view->canvas().settle();
        view->setZoom(1);
    }

    ~Workbench() { delete view; }

    const Design& design() const { return document.design(); }
    const Network& network() const { return document.network(); }
    QWidget* viewport() const { return view->viewport(); }
    int steps() { return document.undoStack()->index(); }

    template<class N>
    const N& named(const std::string& name) const {
        for (const N& node : network().all<N>())
            if (node.name == name) return node;
        qFatal("there is no %s", name.c_str());
    }
    Placement at(ElementId node, int drawing = 0) const {
        const auto all = view->canvas().placementsOf(node);
        if (drawing >= int(all.size())) qFatal("%s is not drawn", toString(node).c_str());
        return all[std::size_t(drawing)];
    }
    QRectF rect(const Placement& placement) const { return *view->canvas().rectOf(placement); }
    QPointF center(const Placement& placement) const { return rect(placement).center(); }
    /// The header of a container, where nothing stands.
    QPointF header(const Placement& placement) const { return rect(placement).topLeft() + QPointF(60, 14); }

    // --- The mouse; points in scene units
    QPoint toView(QPointF point) const { return view->mapFromScene(point); }
    void send(QEvent::Type type, QPointF point, Qt::MouseButton button, Qt::MouseButtons buttons,
              Qt::KeyboardModifiers modifiers = {}) {
        const QPoint p = toView(point);
        QMouseEvent event(type, p, viewport()->mapToGlobal(p), button, buttons, modifiers);
        QApplication::sendEvent(viewport(), &event);
    }
    void hover(QPointF point) { send(QEvent::MouseMove, point, Qt::NoButton, Qt::NoButton); }
    void press(QPointF point, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton) {
        hover(point);
        send(QEvent::MouseButtonPress, point, button, button, modifiers);
        held = button;
    }
    void move(QPointF point, Qt::KeyboardModifiers modifiers = {}) {
        send(QEvent::MouseMove, point, Qt::NoButton, held, modifiers);
    }
    void release(QPointF point, Qt::KeyboardModifiers modifiers = {}) {
        send(QEvent::MouseButtonRelease, point, held, Qt::NoButton, modifiers);
        held = Qt::NoButton;
    }
    void click(QPointF point, Qt::KeyboardModifiers modifiers = {}) {
        press(point, modifiers);
        release(point, modifiers);
    }
    /// Pressed at one point, released at another, with steps in between.
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {}) {
        press(from);
        for (const qreal part : {0.2, 0.5, 0.8, 1.0})
            move(from + (to - from) * part, modifiers);
        release(to, modifiers);
    }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(view, Qt::Key(key), modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    void typeKey(int key) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); }
    void run(Command command) {
        if (!commands.action(command)->isEnabled()) qFatal("the command is disabled");
        commands.action(command)->trigger();
    }

    // --- A drag from the palette
    void dragOver(const char* word, QPointF point) {
        mime.setData(QLatin1String(paletteMimeType), word);
        const QPoint p = toView(point);
        QDragEnterEvent enter(p, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(viewport(), &enter);
        QDragMoveEvent move(p, Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(viewport(), &move);
    }
    void drop(const char* word, QPointF point) {
        dragOver(word, point);
        QDropEvent drop(toView(point), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QApplication::sendEvent(viewport(), &drop);
    }

    /// The sentence at the mouse.
    QString notice() const {
        const auto* label = viewport()->findChild<QLabel*>(QStringLiteral("notice"));
        return label && label->isVisible() ? label->text() : QString();
    }
    /// Whether one step back leads to `before`, and one forth to the present again.
    bool undoes(const Design& before) {
        const Design now = design();
        document.undoStack()->undo();
        const bool back = design() == before;
        document.undoStack()->redo();
        return back && design() == now;
    }

    Document document;
    Facts facts;
    Selection selection;
    QWidget window;
    Commands commands;
    CanvasView* view;
    Qt::MouseButton held = Qt::NoButton;
    QMimeData mime;
};

} // namespace sekisho::canvas
