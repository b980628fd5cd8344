// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/model/design.h"
#include "ui/canvas/moving.h"
#include "ui/canvas/palette_kinds.h"
#include "ui/canvas/removal.h"
#include "ui/document/document.h"

#include <QGraphicsView>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMenu;
class QVariantAnimation;

namespace sekisho {

class Commands;
class Deployment;
class Facts;
class Selection;

namespace canvas {

class CanvasCommands;
class CanvasScene;
class DropHandler;
class InlineEditor;
class Minimap;
class Notice;
class PlanBar;
class Popover;
class Tool;
struct Connection;
struct DropOptions;
struct MouseInput;

enum class ToolKind { Select, Pan, Connect };

/// The drawing of the open design in a window: what people see of it and do with it. It shows a CanvasScene;
/// every gesture ends in one edit of the document.
class CanvasView : public QGraphicsView {
    Q_OBJECT
public:
    static constexpr qreal minZoom = 0.05;
    static constexpr qreal maxZoom = 4.0;

    CanvasView(Document& document, Facts& facts, Selection& selection, Commands& commands,
               QWidget* parent = nullptr);
    ~CanvasView() override;

    CanvasScene& canvas() const { return *m_scene; }
    Document& document() const { return m_document; }
    Facts& facts() const { return m_facts; }
    std::vector<std::string> zonesOfRegion() const; ///< the usual ones of the design's Region, if known
    Selection& selection() const { return m_selection; }
    Commands& commands() const { return m_commands; }
    /// What terraform has said of the design: marks what a plan would do, and tells ids and addresses.
    void setDeployment(Deployment* deployment);
    Deployment* deployment() const { return m_deployment; }

    // --- What is seen
    qreal zoom() const; ///< 1 = 100 %
    /// Zooms so that what is at `anchor` (viewport; its centre if null) stays there.
    void setZoom(qreal zoom, const QPoint* anchor = nullptr);
    void zoomIn();
    void zoomOut();
    /// The whole drawing, at most at 100 %.
    void fitAll(bool animated = true);
    void zoomToSelection();
    /// Brings it into view and flashes it.
    void reveal(ElementId element);
    /// Scrolls as little as needed.
    void bringIntoView(const Placement& placement);
    /// The same for what the last edit made: taking that back goes back to what was in sight before.
    void bringNewIntoView(const Placement& placement);
    void panBy(QPoint viewportPixels);

    // --- Tools
    ToolKind toolKind() const { return m_toolKind; }
    void setTool(ToolKind kind);
    Tool& tool() const { return *m_tool; }
    Snapping snapping() const { return m_snapping; }
    void setSnapping(Snapping snapping);
    bool minimapShown() const;
    void setMinimapShown(bool shown);

    // --- Keyboard focus within the drawing
    std::optional<Placement> focused() const { return m_focus; }
    /// Puts the ring there; `select`: and selects it alone.
    void setFocused(const std::optional<Placement>& placement, bool select);
    /// The placements that commands are about: those of the selected nodes; of a node drawn several times the
    /// focused or last clicked drawing if there is one, else all.
    std::vector<Placement> selectedPlacements(bool allDrawings = true) const;

    // --- What tools and menus call
    /// Makes a new thing where it fits: into the selected container, else at the centre of the view.
    void insert(PaletteKind kind);
    /// The same with a place: `over` is what it is dropped on, `at` where (scene units).
    void insertAt(PaletteKind kind, const std::optional<Placement>& over, const std::optional<QPointF>& at);
    /// What something dropped at a point is dropped on: a tile that may take it, else the container.
    std::optional<Placement> dropPlaceAt(QPointF point) const;
    /// Edits the name where it is drawn.
    void rename(const Placement& placement);
    /// Connects two nodes; asks for the ports near `at` (scene units) where it takes any.
    void connectNodes(ElementId from, ElementId to, QPointF at);
    /// Removes after saying what goes along; at once if nothing does.
    void removeElements(const std::vector<ElementId>& elements);
    /// Removes what was just copied, `held` being all of that: what is not held is said before it goes.
    void cutElements(const std::vector<ElementId>& elements, const std::vector<ElementId>& held);
    /// Opens the menu for what is at a point, or for the selection.
    void showMenu(const QPoint& viewportPosition, bool byKeyboard);
    /// A sentence at the mouse (why a drop is refused); empty: none.
    void say(const QString& sentence, QPoint viewportPosition, bool lasting = false);
    /// Why something does not move.
    void sayLocked(const Placement& placement, QPoint viewportPosition);
    Popover* popover() const;
    void closePopover();

    bool focusNextPrevChild(bool next) override;

signals:
    void zoomChanged(qreal zoom);
    void toolChanged();
    void snappingChanged();
    void minimapChanged(bool shown);
    /// Enter, "Properties": show the inspector.
    void propertiesRequested(sekisho::ElementId element);
    void focusChanged();

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void timerEvent(QTimerEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    friend class CanvasCommands;

    MouseInput inputOf(const QMouseEvent* event) const;
    void showView(QPointF center, qreal zoom, bool animated);
    void applyZoom(qreal zoom);
    void updateSceneRect();
    void updateCursor();
    void followMouse(const MouseInput& mouse);
    void endPan();
    void setEdgeScrolling(bool on);
    bool walk(int step, bool select);
    bool walkTowards(QPoint direction);
    void goTo(const Placement& placement, bool select);
    void moveByKey(const QKeyEvent* event);
    void nudge(QPointF by);
    void grow(QPointF by);
    void followPalette();
    void endPaletteDrag();
    void positionOverlays();
    void askForService(PaletteKind kind, const std::optional<Placement>& target,
                       const std::optional<QPointF>& at);
    void editName(const Placement& placement, std::function<void(const QString&)> accept);
    void removeAfterSaying(const std::vector<ElementId>& elements, const std::vector<ElementId>& expected,
                           Removing how);
    void followHistory();
    QPoint scrolled() const;
    void scrollTo(QPoint position);
    /// Where what was made is drawn first; nothing if it was not made.
    std::optional<Placement> makeNew(PaletteKind kind, const std::optional<Placement>& target,
                                     const DropOptions& options, Gesture gesture);
    void carryOutDrop(PaletteKind kind, const std::optional<Placement>& target,
                      const std::optional<QPointF>& at, const std::string& service);
    void openPopover(Popover* popover, QPointF at);

    Document& m_document;
    Facts& m_facts;
    Selection& m_selection;
    Commands& m_commands;
    std::unique_ptr<CanvasScene> m_scene;
    std::unique_ptr<CanvasCommands> m_commandHandlers;

    ToolKind m_toolKind = ToolKind::Select;
    std::unique_ptr<Tool> m_tool;
    Snapping m_snapping;

    bool m_fitted = true;     ///< the whole is shown, and shall be after a resize
    bool m_replacing = false; ///< between Document::replaced() and its changed()
    bool m_fitPending = true; ///< another design came: it is fitted once it is laid out
    QVariantAnimation* m_animation = nullptr;
    /// How the view went to what an edit made.
    struct Move {
        const QUndoCommand* edit = nullptr;
        int step = 0; ///< of the history, when the edit is done
        QPoint from, to;
    };
    std::optional<Move> m_move;

    bool m_spaceHeld = false;
    bool m_spacePanned = false;
    Qt::MouseButton m_panButton = Qt::NoButton; ///< panning, if any
    QPoint m_panStart, m_panLast;
    bool m_panMoved = false;

    std::optional<Placement> m_focus;
    Gesture m_nudgeGesture = 0; ///< while arrow keys move the same things
    int m_edgeTimer = 0;
    QPoint m_lastMouse;                       ///< viewport
    std::optional<PaletteKind> m_paletteDrag; ///< what a drag from the palette would make
    bool m_dragInside = false;                ///< it has been off the edges: coming in does not scroll

    Notice* m_notice = nullptr;
    Minimap* m_minimap = nullptr;
    Deployment* m_deployment = nullptr;
    PlanBar* m_planBar = nullptr;
    QPointer<InlineEditor> m_editor;
    Popover* m_popover = nullptr;
};

} // namespace canvas
} // namespace sekisho
