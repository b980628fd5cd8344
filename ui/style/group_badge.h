// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"
#include "ui/style/theme.h"

#include <QChar>
#include <QIcon>
#include <QPainterPath>

class QPainter;

/// How a security group is told from others: colour, shape and letter.
namespace sekisho::style {

/// The place of a group in the order of its design (0, 1, ...), or the one people gave it. The colour and the
/// shape are index % 8; from 8 on the shapes are hollow, up to 15, then it begins again.
struct GroupMark {
    int index = 0;
    QString letter; ///< the first letter or digit of its name, in capitals

    int color() const { return index % groupColors; }
    bool hollow() const { return index % (2 * groupColors) >= groupColors; }
};

GroupMark groupMark(const Design& design, SecurityGroupId group);

/// circle, square, diamond, hexagon, pentagon, octagon, shield, slant: an outline within the radius.
QPainterPath badgeShape(int color, const QPointF& center, qreal radius);

void paintBadge(QPainter* painter, const GroupMark& mark, const QPointF& center, qreal radius,
                const Theme& theme);

/// For lists and combo boxes; follows the theme.
QIcon badgeIcon(const GroupMark& mark);

} // namespace sekisho::style
