// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPixmap>
#include <QWidget>

namespace sekisho::canvas {

class CanvasView;

/// The whole drawing in a corner of the view, with the part that is seen. A click or drag goes there.
class Minimap : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(CanvasView& view);

    /// The drawing has changed: painted anew before it is next shown.
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void render();
    void goTo(QPointF position);
    QTransform toMap() const; ///< from scene units

    CanvasView& m_view;
    QPixmap m_picture;
    QRectF m_content;
    bool m_stale = true;
};

} // namespace sekisho::canvas
