// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <QString>

namespace sekisho::canvas {

class CanvasView;

/// Lets screen readers see what is drawn: the children of a CanvasView are what it draws, in reading order.
void installCanvasAccessibility();

/// Tells screen readers that the keyboard is at another thing of the drawing.
void notifyCanvasFocus(CanvasView& view);

/// "Security group ecs, 2 members", "Private subnet private-1a, 10.0.11.0/24, in ap-northeast-1a".
QString spokenName(const Design& design, const Placement& placement);

} // namespace sekisho::canvas
