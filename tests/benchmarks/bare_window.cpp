// SPDX-License-Identifier: Apache-2.0
// What the start of Sekisho is set against: a main window with one menu and one Japanese label, shown,
// painted once, then one turn of the event loop.
#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QTimer>

namespace {

class Window : public QMainWindow {
protected:
    bool event(QEvent* event) override {
        const bool done = QMainWindow::event(event);
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return done;
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    Window window;
    window.menuBar()->addMenu(QStringLiteral("File"))->addAction(QStringLiteral("Quit"));
    window.setCentralWidget(new QLabel(QString::fromUtf8("日本語のラベル")));
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
