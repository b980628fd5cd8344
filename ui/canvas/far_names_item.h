// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/look.h"

#include <QGraphicsItem>

namespace sekisho::canvas {

/// The names of VPCs and zones in zoomed-out drawings: of one size on the screen, above what is in them.
class FarNamesItem : public QGraphicsItem {
public:
    explicit FarNamesItem(Look& look);

    struct Name {
        QRectF rect; ///< of the container
        QString text;
        bool vpc = false;
        bool operator==(const Name&) const = default;
    };
    void syncWith(std::vector<Name> names);

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Look& m_look;
    std::vector<Name> m_names;
    QRectF m_bounds;
};

} // namespace sekisho::canvas
