// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/terraform_results.h"
#include "ui/style/theme.h"

#include <QPointF>

class QPainter;

namespace sekisho::canvas {

inline constexpr qreal planMarkRadius = 7.5;

/// What a plan would do to something, as a sign on a filled square: "+", "~", "±", "−".
void drawPlanMark(QPainter* painter, PlannedAction action, QPointF center, qreal radius,
                  const style::Theme& theme);

/// The radius at a zoom: it shrinks less than the drawing, so that the sign can be read from 15 % on.
qreal planMarkRadiusAt(qreal scale);

} // namespace sekisho::canvas
