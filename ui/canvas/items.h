// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/content.h"
#include "ui/canvas/look.h"
#include "ui/document/terraform_results.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace sekisho::canvas {

/// From the back to the front.
namespace layer {
inline constexpr qreal vpc = 0, zone = 1, subnet = 2, ribbon = 3, line = 4, route = 5, rule = 6, label = 7,
                       chip = 8, node = 9, gate = 10, callout = 11, overlay = 20;
}

/// Something of the design in one place. It lies at the top left of its rectangle; box() is the rectangle in
/// its own coordinates. It is brought up to date by syncWith() and setMark(), which do nothing if nothing
/// changed.
class PlacedItem : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };
    int type() const override { return Type; }

    PlacedItem(Look& look, const Placed& placed);

    const Placement& placement() const { return m_placed.placement; }
    const Placed& placed() const { return m_placed; }
    const Content& content() const { return m_content; }
    const Mark& mark() const { return m_mark; }

    /// True if anything changed.
    bool syncWith(const Placed& placed, const Content& content);
    void setMark(const Mark& mark);
    /// What a plan would do to it.
    void setPlanned(std::optional<PlannedAction> planned);
    const std::optional<PlannedAction>& planned() const { return m_planned; }
    /// Drawn shifted, or with another rectangle, while a gesture lasts.
    void setPreview(QPointF offset, const std::optional<QRectF>& rect);
    /// The rectangle as drawn now, scene units.
    QRectF drawnRect() const { return m_box.translated(pos()); }

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) final;
    void themeChanged() { update(); }

protected:
    virtual void draw(QPainter* painter, Level level, qreal scale) = 0;
    /// How far it paints beyond its box.
    virtual QMarginsF margins() const = 0;
    virtual void contentChanged() {}
    /// Where the sign of a plan stands; nothing where it is not shown at that level.
    virtual std::optional<QPointF> planSpot(Level level, qreal scale) const = 0;
    void drawStateRings(QPainter* painter, qreal radius) const;
    void drawHandles(QPainter* painter) const;
    /// The sign of what is locked.
    void drawLock(QPainter* painter, QPointF center) const;

    const style::Theme& theme() const { return *m_look.theme; }
    const QRectF& box() const { return m_box; }
    /// Whether it is just becoming a ghost, or one no more: both are painted then.
    bool isFading() const { return m_look.ghost < 1 && m_ghostRun == m_look.ghostRun; }

    Look& m_look;
    Placed m_placed;
    Content m_content;
    Mark m_mark;
    std::optional<PlannedAction> m_planned;

private:
    void place();

    QRectF m_box;
    QRectF m_bounds;
    QPointF m_offset;
    std::optional<QRectF> m_preview;
    int m_ghostRun = 0;
};

/// A VPC, a zone, a subnet.
class ContainerItem : public PlacedItem {
public:
    ContainerItem(Look& look, const Placed& placed);
    /// Where the title may begin and has to end, in the item's coordinates; 0: as usual.
    void setTitleRoom(qreal start, qreal end);

protected:
    void draw(QPainter* painter, Level level, qreal scale) override;
    QMarginsF margins() const override;
    void contentChanged() override;
    std::optional<QPointF> planSpot(Level level, qreal scale) const override;

private:
    void drawVpc(QPainter* painter, Level level, qreal scale);
    void drawZone(QPainter* painter, Level level, qreal scale);
    void drawSubnet(QPainter* painter, Level level, qreal scale);
    void drawTitle(QPainter* painter, TextRole role, Level level, qreal scale, const QColor& ink,
                   QPointF leftMiddle, const QString& name) const;

    qreal m_titleStart = 0, m_headerEnd = 0;
    QString m_name, m_second;
};

/// A tile with its name under it or beside it: workloads, gateways, endpoints, addresses.
class TileItem : public PlacedItem {
public:
    TileItem(Look& look, const Placed& placed);

protected:
    void draw(QPainter* painter, Level level, qreal scale) override;
    QMarginsF margins() const override;
    void contentChanged() override;
    std::optional<QPointF> planSpot(Level level, qreal scale) const override;

private:
    qreal farSize(qreal scale) const;
    void drawFar(QPainter* painter, Level level, qreal scale) const;
    void drawFace(QPainter* painter) const;
    void drawSprite(QPainter* painter) const;
    void drawBox(QPainter* painter) const;
    void drawGroups(QPainter* painter) const;
    void drawNames(QPainter* painter, Level level, qreal scale) const;
    void drawSeverity(QPainter* painter) const;
    qreal radius() const;

    std::vector<QPainterPath> m_bands; ///< one for each group
    QString m_spriteKey;               ///< equal for tiles that look alike
    QString m_name, m_second;
};

/// A group's chip, a capsule above the VPC, a source of rules, an ACL's gate, a route table's badge.
class SignItem : public PlacedItem {
public:
    SignItem(Look& look, const Placed& placed);

protected:
    void draw(QPainter* painter, Level level, qreal scale) override;
    QMarginsF margins() const override;
    void contentChanged() override;
    std::optional<QPointF> planSpot(Level level, qreal scale) const override;

private:
    qreal grownWithin(TextRole role, Level level, qreal scale, qreal room) const;
    void drawChip(QPainter* painter, Level level, qreal scale) const;
    void drawCapsule(QPainter* painter, Level level, qreal scale) const;
    void drawSource(QPainter* painter, Level level, qreal scale) const;
    void drawGate(QPainter* painter, Level level) const;
    void drawRouteTable(QPainter* painter, Level level) const;

    QString m_name;
};

PlacedItem* makeItem(Look& look, const Placed& placed);

} // namespace sekisho::canvas
