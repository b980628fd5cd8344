// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace sekisho {

/// Asks in a row of the problems why one of them is accepted. It stands at the bottom of the row, whose text
/// stays in sight above it.
class ReasonField : public QWidget {
    Q_OBJECT
public:
    explicit ReasonField(QWidget* parent = nullptr);

    /// Puts the keyboard into the field.
    void start();

signals:
    void given(const QString& reason);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void give();

    QLineEdit* m_field = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace sekisho
