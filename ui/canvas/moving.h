// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

/// What a drag, an arrow key or "align" means. Pure: nothing of windows here.
namespace sekisho::canvas {

/// What becomes of a drawn thing that is dragged to another container.
struct Reparenting {
    enum class Makes {
        Stay,   ///< it is where it belongs: only its box moves
        Move,   ///< reparent() carries it over
        Join,   ///< it is a security group, and what it is put on becomes its member: join()
        Refuse, ///< see `refusal`
    };
    Makes makes = Makes::Stay;
    std::optional<Placement> target; ///< the container that lights up
    QString refusal;
};

/// `from` is the container it is drawn in, `over` the innermost container under the mouse (nothing: empty
/// ground); for a security group it may be what can be in one.
Reparenting planReparenting(const Network& network, const Placement& what,
                            const std::optional<Placement>& from, const std::optional<Placement>& over);

/// Carries it over to the target of the plan. Where it is drawn then: drawnAfter().
[[nodiscard]] Result<Delta> reparent(const Design& design, const Placement& what, const Placement& target);
Placement drawnAfter(const Placement& what, const Placement& target);

/// Puts the target of a Join into the group.
[[nodiscard]] Result<Delta> join(const Design& design, const Placement& group, const Placement& target);
/// A workload, or an endpoint that has interfaces.
bool canHaveGroups(const Network& network, ElementId id);

/// Whether people can put it somewhere: gates, for example, stand where their border is.
bool isMovable(const Placement& what);
/// Whether it has a size of its own that people can change.
bool isResizable(const Placement& what);

/// Whether people have said that it stays where it is.
bool isLocked(const Design& design, const Placement& what);

/// What is left of a box when the thing is placed automatically again: nothing, or how it looks.
std::optional<Box> tidiedBox(const Box& box);

/// A box to be put at a place relative to the content of its container; what else it holds stays.
Box movedBox(const Design& design, const Placement& what, QPointF position);

inline constexpr int gridStep = 10;
QPointF onGrid(QPointF point, int step = gridStep);

struct Snapped {
    QPointF offset; ///< of the drag, put right
    std::vector<QLineF> guides;
};
/// `moving` is the rectangle of what is dragged before the drag, `offset` how far the mouse has gone. A guide
/// (a line of one of `others`) within `reach` beats the grid; the grid holds the top left corner, relative to
/// `origin`, and is none if `step` is 0.
Snapped snap(const QRectF& moving, QPointF offset, const std::vector<QRectF>& others, QPointF origin,
             qreal reach, int step = gridStep);

/// What a drag settles on.
struct Snapping {
    bool grid = true;
    bool guides = true;

    /// What holds while Ctrl is pressed: nothing, or if there was nothing, all.
    Snapping inverted() const { return grid || guides ? Snapping{false, false} : Snapping{}; }
    friend bool operator==(const Snapping&, const Snapping&) = default;
};

enum class Arrangement {
    Left,
    Center,
    Right,
    Top,
    Middle,
    Bottom,
    DistributeHorizontally,
    DistributeVertically
};

/// New top left corners, in the order of `rects`.
std::vector<QPointF> arranged(const std::vector<QRectF>& rects, Arrangement arrangement);

} // namespace sekisho::canvas
