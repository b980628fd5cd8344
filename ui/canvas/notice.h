// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QTimer>

namespace sekisho::canvas {

/// A sentence at the mouse: why a drop or a connection is refused.
class Notice : public QLabel {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent);

    /// `lasting`: goes by itself after some seconds, rather than with the gesture. Empty: hides.
    void say(const QString& sentence, QPoint at, bool lasting);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyTheme();
    QTimer m_timer;
};

} // namespace sekisho::canvas
