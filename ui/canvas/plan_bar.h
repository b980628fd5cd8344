// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace sekisho {

class Deployment;

namespace canvas {

/// Says what the signs of a plan mean and how many there are, above the drawing; its button takes them away.
class PlanBar : public QFrame {
    Q_OBJECT
public:
    PlanBar(Deployment& deployment, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void retranslate();

    Deployment& m_deployment;
    QLabel* m_title = nullptr;
    struct Entry {
        QLabel* sign = nullptr;
        QLabel* text = nullptr;
    };
    Entry m_entries[4];
    QLabel* m_elsewhere = nullptr; ///< what the plan does to what is not drawn
    QToolButton* m_close = nullptr;
};

} // namespace canvas
} // namespace sekisho
