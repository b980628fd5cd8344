// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/layout.h"

#include <QPolygonF>

#include <unordered_map>
#include <vector>

/// How lines run. Pure: the same layout and links give the same lines.
namespace sekisho::canvas {

/// A line in right angles; empty if one of its ends is not drawn.
struct Line {
    QPolygonF points; ///< the corners, from the sender to the receiver
    QString label;
    QRectF labelRect;     ///< where it is written; null: no place, it shows on hover
    bool plain = false;   ///< written beside the line, without a box
    bool upright = false; ///< written from below to above, along its line among others
    double room = 1;      ///< how much the label can grow before it covers something
    QPointF labelSpot;    ///< the middle of the longest segment, for labels without a place of their own

    friend bool operator==(const Line&, const Line&) = default;
};

struct Lines {
    std::vector<Line> rules;  ///< of Links::rules
    std::vector<Line> routes; ///< of Links::routes
};

/// Finds what stands in the way of lines and labels.
class Obstacles {
public:
    /// Holds on to the layout.
    explicit Obstacles(const Layout& layout);

    /// Whether a segment comes within `clearance` of a box other than these two (indices of items).
    bool crossed(QPointF from, QPointF to, int except1, int except2, double clearance,
                 bool passGateways) const;
    /// Whether a rectangle touches a box or the text under it; `subnets`: or a border of a subnet.
    bool covered(const QRectF& rect, bool subnets) const;
    /// The boxes that touch a rectangle.
    std::vector<int> within(const QRectF& rect) const;
    std::size_t count() const { return m_count; }

private:
    template<class Visit>
    bool any(const QRectF& rect, const Visit& visit) const;

    const Layout& m_layout;
    std::unordered_map<std::int64_t, std::vector<int>> m_cells;
    std::size_t m_count = 0;
};

Lines linesOf(const Design& design, const Layout& layout, const Links& links, const Obstacles& obstacles);
inline Lines linesOf(const Design& design, const Layout& layout, const Links& links) {
    return linesOf(design, layout, links, Obstacles(layout));
}

/// Lines as they were drawn, and of what.
struct DrawnLines {
    const Links& links;
    Lines& lines; ///< what is taken over is taken out
    bool sameLayout = false;
};
/// The same as linesOf(), in less time: what a line says stays while it tells of the same traffic, and in the
/// same layout the labels of a crowd stay while their lines run as they did.
Lines rerouted(const Design& design, const Layout& layout, const Links& links, const Obstacles& obstacles,
               DrawnLines before);

/// The same lines with the labels of other links of the same shape as those `before`.
void relabel(Lines& lines, const Design& design, const Layout& layout, const Links& before,
             const Links& links, const Obstacles& obstacles);

/// A way from one box to another around all others; empty if none was found.
QPolygonF searchWay(const Layout& layout, const Obstacles& obstacles, int from, int to);

/// Drops corners that are none.
QPolygonF straightened(const QPolygonF& points);

} // namespace sekisho::canvas
