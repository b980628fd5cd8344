// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/tool.h"

namespace sekisho::canvas {

Tool::Tool(CanvasView& view) : m_view(view) {}

} // namespace sekisho::canvas
