// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/window_fixture.h"

#include "app/desktop/dock.h"

#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/palette_kinds.h"
#include "ui/document/document.h"

#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QTimer>

namespace sekisho::test {

namespace {

/// The offscreen platform says that of every window; among hundreds of its lines a failure is not found.
void hushSizeHints() {
    static QtMessageHandler next = nullptr;
    if (next) return;
    next = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& text) {
        if (!text.contains(QLatin1String("propagateSizeHints"))) next(type, context, text);
    });
}

} // namespace

Window::Window(const QString& templateName) {
    hushSizeHints();
    m_settings = std::make_unique<QSettings>(path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_settings, path(QStringLiteral("unsaved")).toStdString());
    m_window->resize(1440, 900);
    if (!templateName.isEmpty()) m_window->newFromTemplate(templateName);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get())) qFatal("the window does not become active");
    m_window->canvas().canvas().settle();
    // The screen of the offscreen platform is small; the panes are filled after the first paint.
    m_window->commands().action(Command::ViewResetLayout)->trigger();
    const auto filled = [this] {
        for (const char* name : {"inspector", "terraform", "problems"})
            if (!m_window->dock(QLatin1String(name))->hasContent()) return false;
        return true;
    };
    if (!QTest::qWaitFor(filled)) qFatal("the panes stay empty");
}

Window::~Window() = default;

const Design& Window::design() {
    return m_window->document().design();
}

QWidget* Window::viewport() {
    return m_window->canvas().viewport();
}

QPoint Window::atScene(QPointF point) {
    m_window->canvas().ensureVisible(QRectF(point - QPointF(20, 20), QSizeF(40, 40)));
    return m_window->canvas().mapFromScene(point);
}

QPoint Window::at(const Placement& placement) {
    m_window->canvas().canvas().settle();
    const auto rect = m_window->canvas().canvas().rectOf(placement);
    if (!rect) qFatal("%s is not drawn", toString(placement.node).c_str());
    return atScene(rect->center());
}

bool Window::dropFromPalette(const char* word, QPoint position) {
    QMimeData data;
    data.setData(QLatin1String(canvas::paletteMimeType), word);
    QDragEnterEvent enter(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport(), &enter);
    QDragMoveEvent move(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport(), &move);
    QDropEvent drop(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport(), &drop);
    m_window->canvas().canvas().settle();
    return drop.isAccepted();
}

void Window::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers) {
    QTest::mouseMove(viewport(), from);
    QTest::mousePress(viewport(), Qt::LeftButton, modifiers, from);
    for (int step = 1; step <= 8; ++step) {
        const QPoint between = from + (to - from) * step / 8;
        QMouseEvent move(QEvent::MouseMove, between, viewport()->mapToGlobal(between), Qt::NoButton,
                         Qt::LeftButton, modifiers);
        QApplication::sendEvent(viewport(), &move);
    }
    QTest::mouseRelease(viewport(), Qt::LeftButton, modifiers, to);
    m_window->canvas().canvas().settle();
}

ElementId Window::named(Kind kind, const std::string& name) {
    for (const auto& entry : design().network.nodes)
        if (entry.key.kind == kind && baseOf(*entry.value).name == name) return entry.key;
    qFatal("there is no %s", name.c_str());
}

void whenModal(const std::function<void(QWidget*)>& what) {
    auto* timer = new QTimer(qApp);
    auto tries = std::make_shared<int>(200);
    QObject::connect(timer, &QTimer::timeout, qApp, [timer, what, tries] {
        QWidget* modal = QApplication::activeModalWidget();
        if (!modal && --*tries > 0) return;
        timer->stop();
        timer->deleteLater();
        if (modal) what(modal);
    });
    timer->start(10);
}

} // namespace sekisho::test
