// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/dock.h"
#include "core/model/edits.h"
#include "tests/desktop/window_fixture.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/palette_kinds.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/export_dialog.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/run_panel.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QProxyStyle>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>
#include <QWindow>

using namespace sekisho;
using test::whenModal;
using test::Window;

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void everyCommandIsCarriedOut();
    void leavingAsksOnce();
    void saveAndReopen();
    void brokenFileIsSaid();
    void droppedFileOpens();
    void titleSaysWhatIsOpen();
    void natSwitch();
    void languageAndThemeAtRunTime();
    void panesByKeyboard();
    void compactLayout();
    void panesKeepTheirSizes();
    void narrowToolBar();
    void desktopBecomesDark();
    void editsOnTheStartPageAreSeen();
    void pictureAsChosen();
    void everyControlHasAName();
    void fieldsLeaveKeysToCommands();
    void anExportIsRemembered();
    void closingWhileTerraformApplies();

private:
    static void press(QWidget* dialog, const QString& text);
};

void MainWindowTest::init() {
    style::setLanguage(style::LanguageChoice::English);
    style::setTheme(style::ThemeChoice::Light);
}

void MainWindowTest::press(QWidget* dialog, const QString& text) {
    for (auto* button : dialog->findChildren<QAbstractButton*>())
        if (button->text().remove(QLatin1Char('&')) == text) return button->click();
    qFatal("there is no button %s", qPrintable(text));
}

void MainWindowTest::everyCommandIsCarriedOut() {
    for (const CommandInfo& info : commandTable()) {
        Window window;
        Commands& commands = window->commands();
        const ElementId ecs = window.named(Kind::Workload, "ecs");
        const ElementId rds = window.named(Kind::Workload, "rds");
        const ElementId alb = window.named(Kind::Workload, "alb");
        QVERIFY(window->saveTo(window.path(QStringLiteral("a.sekisho")).toStdString()));
        // A history in both directions, a problem, a selection of three, something copied.
        window->document().edit(QStringLiteral("x"), edits::rename(window.design(), ecs, "x"));
        window->document().edit(QStringLiteral("y"), edits::rename(window.design(), ecs, "y"));
        window->document().undoStack()->undo();
        window->selection().set({ecs, rds, alb});
        window->canvas().setFocus();
        commands.action(Command::EditCopy)->trigger();

        if (info.id == Command::EditRename || info.id == Command::EditProperties)
            window->selection().set({ecs});
        QSignalSpy triggered(&commands, &Commands::triggered);
        QAction* action = commands.action(info.id);
        QVERIFY2(action->isEnabled(), info.name);
        QTimer closer; // whatever it asks is cancelled
        connect(&closer, &QTimer::timeout, this, [] {
            if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) dialog->reject();
            if (QWidget* popup = QApplication::activePopupWidget()) popup->close();
        });
        closer.start(20);
        action->trigger();
        QTRY_VERIFY2(triggered.count() > 0, info.name);
        QTest::qWait(30);
    }
}

void MainWindowTest::leavingAsksOnce() {
    Window window;
    const Design before = window.design();
    QVERIFY(window->document().edit(QStringLiteral("NAT"), edits::setNatEnabled(before, true)));
    bool asked = false;
    whenModal([&](QWidget* dialog) {
        asked = dialog->objectName() == QLatin1String("saveQuestion");
        press(dialog, QStringLiteral("Cancel"));
    });
    QVERIFY(!window->close());
    QVERIFY(asked);
    QVERIFY(window->isVisible());
    whenModal([&](QWidget* dialog) { press(dialog, QStringLiteral("Discard")); });
    QVERIFY(window->close());

    Window untouched;
    QVERIFY(untouched->close()); // nothing to ask
}

void MainWindowTest::saveAndReopen() {
    Window window;
    const QString path = window.path(QStringLiteral("設計.sekisho"));
    QVERIFY(window->document().edit(QStringLiteral("NAT"), edits::setNatEnabled(window.design(), true)));
    const Design before = window.design();
    QVERIFY(window->saveTo(path.toStdString()));
    QVERIFY(!window->isWindowModified());
    QVERIFY(window->newFromTemplate(QStringLiteral("empty")));
    QVERIFY(window.design() != before);
    QVERIFY(window->openFile(path.toStdString()));
    QVERIFY(window.design() == before);
    // It is in the list of recent files now.
    QMenu* recent = window->commands().menu(Menu::Recent);
    QVERIFY(QMetaObject::invokeMethod(recent, "aboutToShow"));
    QVERIFY(recent->actions().constFirst()->text().endsWith(QStringLiteral("設計.sekisho")));
}

void MainWindowTest::brokenFileIsSaid() {
    Window window;
    const Design before = window.design();
    QFile file(window.path(QStringLiteral("broken.sekisho")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":\"sekisho\",");
    file.close();
    QVERIFY(!window->openFile(file.fileName().toStdString()));
    QVERIFY(window.design() == before);
    const auto* notice = window->findChild<QWidget*>(QStringLiteral("notice"));
    QVERIFY(notice && notice->isVisible());
    bool said = false;
    for (const QLabel* label : notice->findChildren<QLabel*>())
        said |= label->text().length() > 20;
    QVERIFY(said);
}

void MainWindowTest::droppedFileOpens() {
    Window window(QStringLiteral("empty"));
    Window other;
    QVERIFY(other->saveTo(other.path(QStringLiteral("b.sekisho")).toStdString()));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(other.path(QStringLiteral("b.sekisho")))});
    // On the canvas, where people drop it.
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window.get(), &drop);
    QVERIFY(window.design() == other.design());
}

void MainWindowTest::titleSaysWhatIsOpen() {
    Window window;
    QVERIFY(window->windowTitle().contains(QLatin1String("[*]")));
    QVERIFY(!window->isWindowModified());
    QVERIFY(window->document().edit(QStringLiteral("NAT"), edits::setNatEnabled(window.design(), true)));
    QVERIFY(window->isWindowModified());
    QTest::keyClick(&window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!window->isWindowModified());
    QVERIFY(window->saveTo(window.path(QStringLiteral("shop.sekisho")).toStdString()));
    QVERIFY(window->windowTitle().startsWith(QLatin1String("shop.sekisho")));
    QVERIFY(window->closeDesign());
    QCOMPARE(window->windowTitle(), QStringLiteral("Sekisho"));
    QVERIFY(!window->commands().action(Command::TerraformExport)->isEnabled());
}

void MainWindowTest::natSwitch() {
    Window window;
    QVERIFY(!window.design().settings.natEnabled);
    QTest::keyClick(&window.get(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(window.design().settings.natEnabled);
    QVERIFY(window->commands().action(Command::NatToggle)->isChecked());
    QTest::keyClick(&window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!window.design().settings.natEnabled);
    QVERIFY(!window->commands().action(Command::NatToggle)->isChecked());
}

void MainWindowTest::languageAndThemeAtRunTime() {
    Window window;
    window->selection().set({window.named(Kind::SecurityGroup, "ecs")});
    const QString english = window->findChild<QToolButton*>(QStringLiteral("exportButton"))->text();
    window->commands().action(Command::LanguageJapanese)->trigger();
    QCoreApplication::processEvents();
    const QString japanese = window->findChild<QToolButton*>(QStringLiteral("exportButton"))->text();
    QCOMPARE(japanese, QString::fromUtf8("Terraformを書き出す"));
    QCOMPARE(window->menuBar()->actions().constFirst()->text(), QString::fromUtf8("ファイル(&F)"));
    QCOMPARE(window->dock(QStringLiteral("inspector"))->windowTitle(), QString::fromUtf8("インスペクター"));
    window->commands().action(Command::ThemeDark)->trigger();
    QVERIFY(style::theme().isDark());
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 80);
    window->commands().action(Command::LanguageEnglish)->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(window->findChild<QToolButton*>(QStringLiteral("exportButton"))->text(), english);
    // Both are kept for the next start.
    QCOMPARE(window.settings().value(QStringLiteral("theme")).toInt(), int(style::ThemeChoice::Dark));
    QCOMPARE(window.settings().value(QStringLiteral("language")).toInt(),
             int(style::LanguageChoice::English));
}

void MainWindowTest::panesByKeyboard() {
    Window window;
    window->canvas().setFocus();
    QSet<QWidget*> panes;
    for (int i = 0; i < 9; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus);
        for (const char* name : {"palette", "outline", "inspector", "cost", "terraform", "problems"})
            if (window->dock(QLatin1String(name))->isAncestorOf(focus))
                panes << window->dock(QLatin1String(name));
    }
    QVERIFY2(panes.size() >= 4, qPrintable(QString::number(panes.size())));
}

void MainWindowTest::compactLayout() {
    Window window;
    window->resize(1280, 720);
    window->commands().action(Command::ViewResetLayout)->trigger();
    QCoreApplication::processEvents();
    QCOMPARE(window->tabifiedDockWidgets(window->dock(QStringLiteral("palette"))).size(), 1);
    QCOMPARE(window->tabifiedDockWidgets(window->dock(QStringLiteral("inspector"))).size(), 1);
    QVERIFY2(window->canvas().width() >= 740, qPrintable(QString::number(window->canvas().width())));
    QCOMPARE(window->width(), 1280);
}

void MainWindowTest::panesKeepTheirSizes() {
    Window window;
    const auto sizes = [](const MainWindow& of) {
        QMap<QString, QSize> all;
        for (const char* name : {"palette", "inspector", "cost", "terraform"})
            all[QLatin1String(name)] = of.dock(QLatin1String(name))->size();
        return all;
    };
    const auto before = sizes(window.get());
    QVERIFY(window->close());

    MainWindow again(window.settings(), window.path(QStringLiteral("unsaved")).toStdString());
    again.show();
    QVERIFY(QTest::qWaitForWindowExposed(&again));
    QTRY_VERIFY(again.dock(QStringLiteral("problems"))->hasContent());
    QCOMPARE(again.size(), window->size());
    QCOMPARE(sizes(again), before);
}

/// However narrow the window is: what is at the end of the bar, Export, is on it.
void MainWindowTest::narrowToolBar() {
    Window window;
    auto* button = window->findChild<QToolButton*>(QStringLiteral("exportButton"));
    auto* bar = window->findChild<QToolBar*>(QStringLiteral("toolbar"));
    QVERIFY(button && bar);
    window->resize(1600, 800);
    QCoreApplication::processEvents();
    const int wide = button->width();
    for (const auto choice : {style::LanguageChoice::English, style::LanguageChoice::Japanese}) {
        style::setLanguage(choice);
        for (const int width : {1280, 1100, 1000, 900}) {
            window->resize(width, 700);
            QTRY_COMPARE(window->width(), width);
            QCoreApplication::processEvents();
            const QRect place(button->mapTo(&window.get(), QPoint()), button->size());
            QVERIFY2(button->isVisible() && place.right() < width,
                     qPrintable(QStringLiteral("%1 at %2").arg(place.right()).arg(width)));
        }
    }
    style::setLanguage(style::LanguageChoice::English);
    window->resize(1600, 800);
    QCoreApplication::processEvents();
    QCOMPARE(button->width(), wide);
}

/// The desktop becomes dark while the window is open: "System" follows, what was chosen stays.
void MainWindowTest::desktopBecomesDark() {
    struct Desktop : QProxyStyle {
        using QProxyStyle::polish;
        void polish(QPalette& palette) override {
            palette = QPalette(isDark ? Qt::black : Qt::white);
            palette.setColor(QPalette::WindowText, isDark ? Qt::white : Qt::black);
        }
        bool isDark = false;
    };
    Window window;
    const auto before = style::themeChoice();
    auto* desktop = new Desktop;
    QApplication::setStyle(desktop);
    const auto becomes = [&](bool dark) {
        desktop->isDark = dark;
        QEvent event(QEvent::ThemeChange);
        QApplication::sendEvent(window->windowHandle(), &event);
        QCoreApplication::processEvents();
    };
    becomes(false);
    style::setTheme(style::ThemeChoice::System);
    QVERIFY(!style::theme().isDark());
    becomes(true);
    QVERIFY(style::theme().isDark());
    QVERIFY(window->palette().color(QPalette::Window).lightness() < 128);
    becomes(false);
    QVERIFY(!style::theme().isDark());
    style::setTheme(style::ThemeChoice::Light);
    becomes(true);
    QVERIFY(!style::theme().isDark());
    style::setTheme(style::ThemeChoice::System);
    QVERIFY(style::theme().isDark());
    becomes(false);
    style::setTheme(before);
}

void MainWindowTest::editsOnTheStartPageAreSeen() {
    Window window;
    QVERIFY(window->closeDesign());
    QVERIFY(!window->canvas().isVisible());
    QMimeData data;
    data.setData(QLatin1String(canvas::paletteMimeType), "vpc");
    QDragEnterEvent enter(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPoint(600, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window.get(), &drop);
    QVERIFY(window->canvas().isVisible());
    QCOMPARE(window.design().network.all<Vpc>().size(), std::size_t{1});
    QCOMPARE(window->windowTitle(), QStringLiteral("untitled[*] – Sekisho"));
    QVERIFY(window->isWindowModified());
    QVERIFY(window->commands().action(Command::FileSaveAs)->isEnabled());
    QVERIFY(window->commands().action(Command::EditUndo)->isEnabled());
    bool asked = false;
    whenModal([&](QWidget* dialog) {
        asked = dialog->objectName() == QLatin1String("saveQuestion");
        press(dialog, QStringLiteral("Discard"));
    });
    QVERIFY(window->closeDesign());
    QVERIFY(asked);
}

void MainWindowTest::pictureAsChosen() {
    Window window;
    const QString file = window.path(QStringLiteral("drawing.png"));
    QSize promised;
    for (const int scale : {2, 3}) {
        // First what it is to look like, then where it goes.
        whenModal([&](QWidget* dialog) {
            QCOMPARE(dialog->objectName(), QStringLiteral("picture-dialog"));
            auto* format = dialog->findChild<QComboBox*>(QStringLiteral("picture-format"));
            auto* size = dialog->findChild<QComboBox*>(QStringLiteral("picture-size"));
            format->setCurrentIndex(0);
            QVERIFY(!size->isEnabled());
            format->setCurrentIndex(1);
            QVERIFY(size->isEnabled());
            size->setCurrentIndex(scale - 1);
            const auto pixels =
                QRegularExpression(QStringLiteral("(\\d+) × (\\d+)")).match(size->currentText());
            promised = QSize(pixels.captured(1).toInt(), pixels.captured(2).toInt());
            dialog->findChild<QComboBox*>(QStringLiteral("picture-colors"))->setCurrentIndex(2);
            dialog->findChild<QCheckBox*>(QStringLiteral("picture-transparent"))->setChecked(scale == 3);
            whenModal([&](QWidget* second) {
                auto* chooser = qobject_cast<QFileDialog*>(second);
                QVERIFY(chooser);
                QCOMPARE(chooser->defaultSuffix(), QStringLiteral("png"));
                // As one types it: selectFile() leaves the field alone if it has the keyboard already.
                chooser->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(file);
                static_cast<QDialog*>(chooser)->accept(); // public there
            });
            dialog->findChild<QPushButton*>(QStringLiteral("picture-save"))->click();
        });
        QFile::remove(file);
        window->commands().action(Command::FileSavePicture)->trigger();
        const QImage image(file);
        QCOMPARE(image.size(), promised);
        const QColor corner = image.pixelColor(1, 1);
        QCOMPARE(corner.alpha(), scale == 3 ? 0 : 255);
        if (scale == 2) QVERIFY(corner.lightness() < 60); // dark, while the window is light
    }
}

void MainWindowTest::everyControlHasAName() {
    Window window;
    window->selection().set({window.named(Kind::SecurityGroup, "ecs")});
    QTest::qWait(50);
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                 qPrintable(QStringLiteral("%1 “%2” in %3")
                                .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                     QLatin1String(widget->parentWidget()->metaObject()->className()))));
    }
}

namespace {

ExportDialog* exportTo(Window& window, const QString& folder, const terraform::ExportOptions& options = {}) {
    window->commands().action(Command::TerraformExport)->trigger();
    auto* dialog = window->findChild<ExportDialog*>();
    dialog->setOptions(options);
    dialog->setFolder(folder);
    dialog->write();
    return dialog;
}

} // namespace

/// On X11 a text field would take them for moving and deleting.
void MainWindowTest::fieldsLeaveKeysToCommands() {
    struct Greedy : QLineEdit {
        using QLineEdit::QLineEdit;
        bool event(QEvent* event) override {
            if (event->type() != QEvent::ShortcutOverride) return QLineEdit::event(event);
            event->accept();
            return true;
        }
    };
    Window window;
    Greedy field(&window.get());
    field.show();
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(window->findChild<FindBar*>()->hasFocus());
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_E, Qt::ControlModifier);
    auto* dialog = window->findChild<ExportDialog*>();
    QVERIFY(dialog);
    dialog->reject();
}

/// With its folder and its options: the next export does not take back what the last one chose.
void MainWindowTest::anExportIsRemembered() {
    Window window;
    const std::string file = window.path(QStringLiteral("a.sekisho")).toStdString();
    terraform::ExportOptions options;
    options.docker = true;
    options.rules = RuleStyle::Separate;
    exportTo(window, window.path(QStringLiteral("tf")), options)->accept();
    QVERIFY(QFile::exists(window.path(QStringLiteral("tf/docker-compose.yml"))));
    QTRY_VERIFY(!window->findChild<ExportDialog*>());
    QVERIFY(window->saveTo(file));
    QVERIFY(window->newFromTemplate(QStringLiteral("empty")));
    const auto dialogNow = [&] {
        window->commands().action(Command::TerraformExport)->trigger();
        auto* dialog = window->findChild<ExportDialog*>();
        const std::pair<QString, terraform::ExportOptions> found{dialog->folder(), dialog->options()};
        dialog->reject();
        QTest::qWait(0);
        return found;
    };
    QTest::qWait(0);
    QVERIFY(dialogNow().second == terraform::ExportOptions());
    QVERIFY(window->openFile(file));
    QTest::qWait(0);
    const auto [folder, again] = dialogNow();
    QCOMPARE(folder, window.path(QStringLiteral("tf")));
    options.designName = "a.sekisho"; // follows from the file
    QVERIFY(again == options);
    // From what was written one goes on to where it is run.
    Dock* run = window->dock(QStringLiteral("run"));
    run->hide();
    auto* dialog = exportTo(window, folder, options);
    dialog->findChild<QPushButton*>(QStringLiteral("export-run"))->click();
    QVERIFY(run->isVisible() && !dialog->isVisible());
}

void MainWindowTest::closingWhileTerraformApplies() {
    Window window;
    QFile script(window.path(QStringLiteral("terraform")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n[ $1 = apply ] || exit 0\ntrap 'echo > stopped; exit 1' INT\n"
                 "echo > started\nwhile :; do sleep 0.05; done\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFileInfo(script.fileName()).path().toUtf8() + ':' + path);
    exportTo(window, window.path(QStringLiteral("tf")))
        ->findChild<QPushButton*>(QStringLiteral("export-run"))
        ->click();
    auto* panel = static_cast<RunPanel*>(window->dock(QStringLiteral("run"))->content());
    panel->findChild<QPushButton*>(QStringLiteral("runApply"))->click();
    panel->findChild<QLineEdit*>(QStringLiteral("runWord"))->setText(QStringLiteral("apply"));
    panel->findChild<QPushButton*>(QStringLiteral("runGo"))->click();
    qputenv("PATH", path);
    QTRY_VERIFY(panel->isChangingAws());
    // Before it has set its trap it would not say that it was stopped.
    QTRY_VERIFY(QFile::exists(window.path(QStringLiteral("tf/started"))));
    whenModal([&](QWidget* dialog) { press(dialog, QStringLiteral("Keep it running")); });
    QVERIFY(!window->close());
    QVERIFY(panel->isChangingAws());
    whenModal([&](QWidget* dialog) { press(dialog, QStringLiteral("Stop and close")); });
    QVERIFY(window->close());
    panel->runner().cancel();
    QTRY_VERIFY(QFile::exists(window.path(QStringLiteral("tf/stopped"))));
}

QTEST_MAIN(MainWindowTest)
#include "test_main_window.moc"
