// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style/theme.h"

#include <QString>

class QVariant;
class QWidget;

namespace sekisho::style {

/// What the palette cannot say. Widgets ask for a role by the dynamic property "role":
///   QToolButton, QPushButton "primary": the one filled button; "flat": no border until the mouse is over it
///   QLabel "heading" (13/600), "second" (11, ink2), "hint" (11, ink3), "figure" (20/600), "note" (a soft
///   box),
///     "warning" (a soft box in amber), "error" (a line in red)
///   QFrame "line": a hairline
QString styleSheet(const Theme& theme);

/// Sets a property that the style sheet looks at, "role" or "invalid", on a widget that may have been shown
/// already: the sheet looks again.
void restyle(QWidget* widget, const char* property, const QVariant& value);

} // namespace sekisho::style
