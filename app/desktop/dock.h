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
    /// While it is deferred, showing the pane does not make its content: the window fills its panes one after
    /// the other when the drawing has been painted.
    void setDeferred(bool deferred) { m_deferred = deferred; }
    /// Where the default layout has it.
    Qt::DockWidgetArea home() const { return m_home; }
    void setHome(Qt::DockWidgetArea area) { m_home = area; }
    /// What follows the title, also in the tab: a count, a total.
    void setSuffix(const QString& suffix);
    void setTitleShown(bool shown);
    /// Shows it, in front of others of its tab group, and gives it the keyboard.
    void bringUp();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const char* m_title;
    QString m_suffix;
    std::function<QWidget*(QWidget*)> m_make;
    Qt::DockWidgetArea m_home = Qt::LeftDockWidgetArea;
    bool m_deferred = false;
    QWidget* m_bar = nullptr;
    QLabel* m_label = nullptr;
    QToolButton* m_float = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace sekisho
