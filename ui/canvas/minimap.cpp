// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/minimap.h"

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/style/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace sekisho::canvas {

namespace {
constexpr int mapWidth = 180, mapHeight = 120, inset = 6;
}

Minimap::Minimap(CanvasView& view) : QWidget(view.viewport()), m_view(view) {
    setObjectName(QStringLiteral("minimap"));
    setFixedSize(mapWidth, mapHeight);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Minimap"));
    hide();
}

void Minimap::refresh() {
    m_stale = true;
    if (isVisible()) update();
}

void Minimap::showEvent(QShowEvent* event) {
    m_stale = true;
    QWidget::showEvent(event);
}

QTransform Minimap::toMap() const {
    const QRectF room = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    if (m_content.isEmpty()) return {};
    const qreal scale = std::min(room.width() / m_content.width(), room.height() / m_content.height());
    QTransform transform;
    transform.translate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    transform.translate(-m_content.center().x(), -m_content.center().y());
    return transform;
}

void Minimap::render() {
    m_stale = false;
    m_content = m_view.canvas().contentRect();
    m_picture = QPixmap(size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(Qt::transparent);
    if (m_content.isEmpty()) return;
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    m_view.canvas().render(&painter, toMap().mapRect(m_content), m_content);
}

void Minimap::paintEvent(QPaintEvent*) {
    if (m_stale) render();
    const style::Theme& theme = style::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.drawPixmap(0, 0, m_picture);
    const QRectF seen = m_view.mapToScene(m_view.viewport()->rect()).boundingRect();
    QColor fill = theme.accent;
    fill.setAlphaF(0.10F);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(fill);
    painter.setClipRect(rect().adjusted(1, 1, -1, -1));
    painter.drawRect(toMap().mapRect(seen).intersected(QRectF(rect()).adjusted(2, 2, -2, -2)));
}

void Minimap::goTo(QPointF position) {
    if (m_stale) render();
    if (m_content.isEmpty()) return;
    const QPointF there = toMap().inverted().map(position);
    const QPointF now = m_view.mapToScene(m_view.viewport()->rect().center());
    m_view.panBy(((now - there) * m_view.zoom()).toPoint());
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) goTo(event->position());
    event->accept();
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) goTo(event->position());
    event->accept();
}

} // namespace sekisho::canvas
