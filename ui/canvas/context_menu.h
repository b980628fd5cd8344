// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <QPointF>

#include <optional>
#include <vector>

class QMenu;

namespace sekisho::canvas {

class CanvasView;

/// What a context menu is about.
struct MenuPlace {
    std::optional<Placement> placement; ///< what is there; nothing: empty ground, or an edge
    std::vector<ElementId> elements;    ///< what is selected by it
    std::optional<QPointF> position;    ///< where it was opened, scene units; nothing: not on the canvas
};

/// The entries that fit: what can be added there, what it can be put into, then the commands of the table.
void fillContextMenu(QMenu& menu, CanvasView& view, const MenuPlace& place);

} // namespace sekisho::canvas
