// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

#include <functional>

namespace sekisho::canvas {

/// Edits a name where it is drawn. Enter and a click elsewhere take it over, Esc does not. A plain line edit,
/// so that input methods work.
class InlineEditor : public QLineEdit {
    Q_OBJECT
public:
    InlineEditor(const QString& text, std::function<void(const QString&)> accept, QWidget* parent);

    /// At a rectangle of the parent, which grows with what is typed.
    void openAt(const QRect& place, const QFont& font);

signals:
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void finish(bool accept);
    void fit();

    QString m_original;
    std::function<void(const QString&)> m_accept;
    QRect m_place;
    bool m_done = false;
};

} // namespace sekisho::canvas
