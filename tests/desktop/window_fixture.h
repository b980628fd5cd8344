// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/main_window.h"
#include "core/model/design.h"

#include <QSettings>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QGraphicsView;

/// A main window of its own for each test, with settings in a temporary folder.
namespace sekisho::test {

class Window {
public:
    /// Opens a design of that template, 1440 x 900, and waits until it is shown.
    explicit Window(const QString& templateName = QStringLiteral("hands-on"));
    ~Window();

    MainWindow* operator->() { return m_window.get(); }
    MainWindow& get() { return *m_window; }
    const Design& design();
    QSettings& settings() { return *m_settings; }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    // --- The canvas, by real events
    /// The viewport's position of the middle of something drawn, brought into view.
    QPoint at(const Placement& placement);
    QPoint atScene(QPointF point);
    /// Drops a palette kind ("rds") there.
    bool dropFromPalette(const char* word, QPoint position);
    /// Presses, moves in steps, releases.
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    QWidget* viewport();

    ElementId named(Kind kind, const std::string& name);
    template<class N>
    const N& node(const std::string& name) {
        for (const N& n : design().network.all<N>())
            if (n.name == name) return n;
        qFatal("there is no %s", name.c_str());
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

/// Does something as soon as a modal window is open (and until it is closed), since exec() blocks.
void whenModal(const std::function<void(QWidget*)>& what);

} // namespace sekisho::test
