// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/nodes.h"

#include <QIcon>

class QPainter;

/// The icons of resources/icons, by file name without ".svg". They are drawn in one colour, as vectors.
namespace sekisho::style {

/// For buttons and menus: in the theme's ink (ink3 when disabled), whatever the theme is when it is painted.
QIcon icon(const QString& name);
/// The same in a colour of its own.
QIcon icon(const QString& name, const QColor& color);

/// Paints an icon into `rect` (square, scene units): from a cache of pixmaps on the screen, as vectors where
/// the device is a picture file.
void paintIcon(QPainter* painter, const QString& name, const QRectF& rect, const QColor& color);

/// The icon of a node: "nat", "alb", "subnet-public"...
QString iconName(const Node& node);
QString iconName(Kind kind);
QString iconName(WorkloadKind kind);

} // namespace sekisho::style
