// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace sekisho {

/// A switch: a checkable button drawn as a knob in a track.
class ToggleSwitch : public QAbstractButton {
    Q_OBJECT
public:
    explicit ToggleSwitch(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sekisho
