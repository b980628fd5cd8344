// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"
#include "ui/style/theme.h"

#include <QGraphicsScene>

#include <memory>
#include <optional>
#include <vector>

namespace sekisho {

class Deployment;
class Document;
class Facts;
class Selection;

namespace canvas {

/// What is at a point of the drawing.
enum class Part {
    Container, ///< the body of a VPC, a zone, a subnet
    Header,    ///< the title of one
    Node,      ///< a tile: a workload, a gateway, an endpoint, an address...
    Chip,      ///< a security group in the gutter
    Badge,     ///< a security group's mark on a member
    Gate,      ///< a network ACL on the border of a subnet
    RouteTable,
    RuleEdge,  ///< or its label: the rules from one group to another
    RouteEdge, ///< or its label: a route
    Ribbon,    ///< between a chip and its members
};

struct Hit {
    Part part{};
    /// What is drawn there: {workload, subnet}, {acl, subnet}, {route table, subnet}, {subnet}... Not for
    /// edges.
    std::optional<Placement> placement;
    /// What a click selects: the node; for edges the rules or the route.
    std::vector<ElementId> elements;
};

/// The drawing of a design. It shows, and tells what is where; it changes nothing. Mouse and keys belong to
/// the tools of CanvasView. Positions are in scene units: 1 px at 100 %.
class CanvasScene : public QGraphicsScene {
    Q_OBJECT
public:
    /// `selection` may be null: a picture without a window.
    CanvasScene(Document& document, Facts& facts, Selection* selection, QObject* parent = nullptr);
    ~CanvasScene() override;

    const style::Theme& theme() const;
    /// The window's theme unless another is set; for pictures.
    void setTheme(style::Variant variant);
    /// Draws everything in full at any zoom; for pictures.
    void setAllDetail(bool on);
    /// Rings and badges of warnings and errors; on unless switched off.
    void setProblemsShown(bool shown);

    /// Marks what a plan would do; null: no marks, as in pictures.
    void setDeployment(Deployment* deployment);

    /// The topmost thing at a point; nothing on empty ground. `scale` is the zoom (1 = 100 %), for
    /// tolerances.
    std::optional<Hit> hitAt(QPointF point, qreal scale = 1) const;
    /// The innermost container at a point that is a VPC, zone or subnet; `except` and what is in them do not
    /// count.
    std::optional<Placement> containerAt(QPointF point, const std::vector<Placement>& except = {}) const;
    /// Where something is drawn; nothing for what is not (or not as a box).
    std::optional<QRectF> rectOf(const Placement& placement) const;
    /// Where the content of a container begins: boxes (Diagram) are relative to this point. For what lies in
    /// no container, the origin.
    QPointF contentOriginOf(const Placement& placement) const;
    /// The container something is drawn in: the subnet of a tile, the zone of a subnet, the VPC of a zone or
    /// chip.
    std::optional<Placement> parentOf(const Placement& placement) const;
    /// Every place where a node is drawn, in the order of the subnets.
    std::vector<Placement> placementsOf(ElementId node) const;
    /// The tiles, chips, gates and containers that lie wholly in `rect` (rubber band).
    std::vector<Placement> placementsIn(const QRectF& rect) const;
    /// Everything that can be selected by the keyboard, in reading order.
    std::vector<Placement> placements() const;
    /// Everything drawn, with a margin; for fitting and for pictures.
    QRectF contentRect() const;

    // --- What a tool shows while a gesture lasts. Nothing of it is in the design.
    /// Draws these (with what they contain) shifted.
    void setDragPreview(const std::vector<Placement>& placements, QPointF offset);
    /// Draws one with another rectangle (resizing).
    void setResizePreview(const std::optional<std::pair<Placement, QRectF>>& preview);
    /// Marks a container as taking a drop, or as refusing it; null: none.
    void setDropTarget(const std::optional<Placement>& target, bool takes = true);
    /// A line from something to the mouse, and what it would end at.
    void setConnectPreview(const std::optional<QLineF>& line, const std::optional<Placement>& target = {});
    void setRubberBand(const std::optional<QRectF>& band);
    /// The dotted ring of the keyboard; null: none.
    void setFocusRing(const std::optional<Placement>& placement);
    /// Handles for connecting are drawn at what is hovered only if a tool wants them.
    void setHandlesShown(bool shown);
    /// The four handles of something, scene units; empty if it has none.
    std::vector<QPointF> handlesOf(const Placement& placement) const;
    /// Two ring flashes around each; where motion is reduced, a ring that stays for a second.
    void flash(const std::vector<Placement>& placements);
    /// How much is seen of the rings at present: 0 none, 1 all.
    qreal flashStrength() const;

    /// How the whole drawing is laid out again when there is more to place than one design holds: for tests
    /// and benchmarks, everything pending is done now rather than before the next paint.
    void settle();

signals:
    /// After the drawing has followed a change of the design.
    void settled();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace canvas
} // namespace sekisho
