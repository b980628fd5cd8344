// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace sekisho {

/// A line over the canvas that offers something and waits: it stops nobody, and stays until it is answered
/// or closed.
class OfferBar : public QFrame {
    Q_OBJECT
public:
    struct Choice {
        QString name;                  ///< the button's object name
        std::function<QString()> text; ///< asked for again when the language changes
        std::function<void()> what;    ///< the bar is hidden before
    };

    explicit OfferBar(QWidget* parent);

    /// Takes the place of what was offered before. `closed`: what the cross does, besides hiding the bar.
    void offer(std::function<QString()> text, std::vector<Choice> choices, std::function<void()> closed = {});
    QString text() const;
    /// There is nothing to offer any more.
    void withdraw();
    /// Who gets the keyboard when the bar goes while it has it.
    void setHeir(QWidget* heir) { m_heir = heir; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QWidget* m_heir = nullptr;
    QBoxLayout* m_row = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_label = nullptr;
    QToolButton* m_close = nullptr;
    std::function<QString()> m_text;
    std::function<void()> m_closed;
    std::vector<Choice> m_choices;
    std::vector<QPushButton*> m_buttons;
};

} // namespace sekisho
