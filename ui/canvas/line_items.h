// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/look.h"
#include "ui/canvas/router.h"
#include "ui/document/terraform_results.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace sekisho::canvas {

enum class LineKind : std::uint8_t { Rule, Route };

/// The line of a rule or a route, without its label.
class LineItem : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };
    int type() const override { return Type; }

    LineItem(Look& look, LineKind kind);

    /// `color`: of the group, for rules. True if anything changed.
    bool syncWith(const Line& line, int color, bool ghost);
    void setElements(std::vector<ElementId> elements) { m_elements = std::move(elements); }
    void setMark(const Mark& mark);
    /// What a plan would do to the worst of its rules or routes; drawn at the label.
    void setPlanned(std::optional<PlannedAction> planned) { m_planned = planned; }
    const std::optional<PlannedAction>& planned() const { return m_planned; }

    LineKind kind() const { return m_kind; }
    const Line& line() const { return m_line; }
    const std::vector<ElementId>& elements() const { return m_elements; }
    const Mark& mark() const { return m_mark; }
    int color() const { return m_color; }
    bool ghost() const { return m_ghost; }
    /// How far a point is from the line; large if far.
    qreal distanceTo(QPointF point) const;

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void drawRule(QPainter* painter, Level level, qreal scale) const;
    void drawRoute(QPainter* painter, Level level, qreal scale, bool ghost) const;

    Look& m_look;
    LineKind m_kind;
    Line m_line;
    QPainterPath m_path; ///< with round corners, up to the head's root
    QRectF m_bounds;
    std::vector<ElementId> m_elements;
    Mark m_mark;
    std::optional<PlannedAction> m_planned;
    int m_color = 0;
    bool m_ghost = false;
    int m_ghostRun = 0;
};

/// The label of a line; above all lines.
class LabelItem : public QGraphicsItem {
public:
    enum { Type = UserType + 3 };
    int type() const override { return Type; }

    LabelItem(Look& look, const LineItem& line);
    void sync();
    const LineItem& line() const { return m_line; }
    /// Where it is drawn; null while it is not.
    QRectF labelRect() const;

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Look& m_look;
    const LineItem& m_line;
    QRectF m_bounds;
};

/// Ties a group's chip to its members.
class RibbonItem : public QGraphicsItem {
public:
    enum { Type = UserType + 4 };
    int type() const override { return Type; }

    RibbonItem(Look& look, SecurityGroupId group);
    bool syncWith(const std::vector<QPolygonF>& bands, int color);
    void setMark(const Mark& mark);
    SecurityGroupId group() const { return m_group; }
    bool contains(const QPointF& point) const override;

    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Look& m_look;
    SecurityGroupId m_group;
    /// A stretch of the ribbon: far from all of them are in view.
    struct Piece {
        QPainterPath outline;
        QRectF bounds;
    };
    std::vector<QPolygonF> m_bands;
    std::vector<Piece> m_pieces;
    std::vector<QRectF> m_runs; ///< the straight ends of the others; they touch, but do not cover each other
    QRectF m_bounds;
    Mark m_mark;
    int m_color = 0;
};

/// Thin lines that are no routes: from an address to what it belongs to, from a VPC to its peer.
class PlainLinesItem : public QGraphicsItem {
public:
    explicit PlainLinesItem(Look& look);
    struct Plain {
        QPolygonF points;
        bool ghost = false;
        friend bool operator==(const Plain&, const Plain&) = default;
    };
    void syncWith(std::vector<Plain> lines);
    QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Look& m_look;
    std::vector<Plain> m_lines;
    QRectF m_bounds;
};

/// The corners joined, each rounded with up to `radius`.
QPainterPath roundedPath(const QPolygonF& points, qreal radius);

} // namespace sekisho::canvas
