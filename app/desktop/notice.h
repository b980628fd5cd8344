// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"

#include <QFrame>

class QLabel;
class QTimer;

namespace sekisho {

/// A line over the canvas that says what went wrong. It stops nobody: it goes by itself, or when it is
/// closed.
class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent);

    void show(const QString& text, Severity severity);
    QString text() const;

private:
    QLabel* m_icon = nullptr;
    QLabel* m_label = nullptr;
    QTimer* m_timer = nullptr;
};

} // namespace sekisho
