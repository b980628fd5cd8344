// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/layout.h"
#include "ui/style/group_badge.h"

#include <QPen>

#include <optional>

class QPainter;
class QWidget;

namespace sekisho::canvas {

/// How much is drawn, by zoom: below 15 %, 35 %, 75 %, and from there.
enum class Level : std::uint8_t { Map, Overview, Names, Full };

/// What all items of a scene are painted with.
struct Look {
    const style::Theme* theme = nullptr;
    std::optional<Level> forced; ///< pictures show all of it
    bool handles = true;
    qreal dim = 1;    ///< how far what is dimmed has faded, while it does
    qreal ghost = 1;  ///< the same of what has become a ghost, or is none any more
    int ghostRun = 0; ///< which of these fadings it is

    /// The opacity of what is dimmed.
    qreal dimmedOpacity() const { return 1 - 0.7 * dim; }
    /// The level of a view at a zoom. It changes 3 % behind the border, so that it does not flicker there.
    Level levelAt(qreal scale, const QWidget* view) const;

private:
    struct Last {
        const QWidget* view = nullptr;
        qreal scale = 0;
        Level level = Level::Full;
    };
    mutable std::array<Last, 3> m_last; ///< the view, the overview map, a picture
    mutable std::size_t m_next = 0;
};

/// What an item shows of selection, hovering and gestures.
struct Mark {
    bool selected = false;
    bool hovered = false;
    bool dimmed = false;
    bool tied = false; ///< to what is selected or hovered: a gateway endpoint to its route tables
    std::optional<style::GroupMark> memberOf; ///< of the selected or hovered group

    bool operator==(const Mark& other) const {
        return selected == other.selected && hovered == other.hovered && dimmed == other.dimmed &&
               tied == other.tied && memberOf.has_value() == other.memberOf.has_value() &&
               (!memberOf || memberOf->index == other.memberOf->index);
    }
};

/// The zoom a painter draws at.
qreal scaleOf(const QPainter* painter);

/// The text, cut with an ellipsis where it is wider.
QString elided(TextRole role, const QString& text, double width);

/// One line of text, centred on a point; or beginning at it, its middle at y. `grow`: larger than the role's.
void drawCentered(QPainter* painter, TextRole role, const QColor& color, QPointF center, const QString& text,
                  qreal grow = 1);
void drawLeft(QPainter* painter, TextRole role, const QColor& color, QPointF leftMiddle, const QString& text,
              qreal grow = 1);

/// How much larger than its role a text is drawn at the middle levels to keep 9 px on the screen.
qreal heldGrowth(TextRole role, Level level, qreal scale);

/// Whether a painter draws pixels, so that caches of them may be used.
bool paintsPixels(const QPainter* painter);

QPen outline(const QColor& color, qreal width);
QPen dashed(const QColor& color, qreal width, qreal dash, qreal gap);

/// The ring around what is selected, a warning, an error...
void drawRing(QPainter* painter, const QRectF& box, qreal radius, const QColor& color, qreal width,
              qreal distance);

/// A group's badge on a small tile, from a cache of pixmaps: for zoomed-out drawings of thousands.
void drawSmallBadge(QPainter* painter, const style::GroupMark& mark, QPointF center, qreal size,
                    const style::Theme& theme);

} // namespace sekisho::canvas
