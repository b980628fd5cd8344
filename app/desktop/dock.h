// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDockWidget>

#include <functional>

class QLabel;
class QToolButton;

namespace sekisho {

/// A pane at an edge of the window: a title 30 px high with buttons to float and to close, and a content that
/// is made when the pane is first shown, so that what nobody looks at costs no time at the start.
class Dock : public QDockWidget {
    Q_OBJECT
public:
    /// `name` is for saved layouts and tests. `title` is English; it is translated in the context
    /// "sekisho::Dock".
    Dock(const QString& name, const char* title, std::function<QWidget*(QWidget* parent)> make,
         QWidget* parent);

    /// Makes the content if it is not there yet.
    QWidget* content();
    bool hasContent() const { return !m_make; }
    /// Adds a widget between title and buttons (a count, a small total).
    void setTitleExtra(QWidget* extra);
    /// Shows it, in front of others of its tab group, and gives it the keyboard.
    void bringUp();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();

    const char* m_title;
    std::function<QWidget*(QWidget*)> m_make;
    QWidget* m_bar = nullptr;
    QLabel* m_label = nullptr;
    QToolButton* m_float = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace sekisho
