// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/offer_bar.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "tests/desktop/window_fixture.h"
#include "ui/actions/commands.h"
#include "ui/document/autosave.h"
#include "ui/document/design_file.h"
#include "ui/document/document.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;
using test::whenModal;
using test::Window;

namespace {

/// What is done while another window of Sekisho is open, which then crashes.
class Crashed {
public:
    Crashed(const Window& window, const std::filesystem::path& file, const Design& design,
            const std::string& name = "shop.sekisho")
        : m_sidecar(window.path(QStringLiteral("unsaved")).toStdString()) {
        if (!m_sidecar.write({file, name}, design)) qFatal("no sidecar");
    }

private:
    Sidecar m_sidecar;
};

Design withNat(const Design& design) {
    Design other = design;
    const auto delta = edits::setNatEnabled(design, true);
    if (!delta || !other.apply(*delta)) qFatal("no NAT");
    return other;
}

std::filesystem::path fileOf(const Window& window, const char* name = "shop.sekisho") {
    return window.path(QLatin1String(name)).toStdString();
}

OfferBar& bar(Window& window, const char* name = "recoveryBar") {
    return *window->findChild<OfferBar*>(QLatin1String(name));
}

void answer(Window& window, const char* button, const char* barName = "recoveryBar") {
    for (auto* one : bar(window, barName).findChildren<QPushButton*>(QLatin1String(button)))
        if (one->isVisible()) return one->click();
    qFatal("there is no button %s", button);
}

/// "Sekisho" comes to the front, as after a visit to another program.
void activate(Window& window) {
    QEvent event(QEvent::WindowActivate);
    QApplication::sendEvent(&window.get(), &event);
}

} // namespace

class RecoveryTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        style::setLanguage(style::LanguageChoice::English);
        style::setTheme(style::ThemeChoice::Light);
    }
    void unsavedChangesOfAFile();
    void discarded();
    void neverSaved();
    void ofAnotherFileAsksForWhatIsOpen();
    void brokenIsSaidAndKept();
    void notWhatWasSavedAllTheSame();
    void laterIsAskedAgain();
    void closingLeavesNothing();
    void anotherWindowIsTold();
    void sessionIsRestored();
    void theFileThatIsGone();
    void changedByAnotherProgram();
    void overwritingAsks();
    void goneFromTheDisk();
};

void RecoveryTest::unsavedChangesOfAFile() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    const Design saved = window.design(), lost = withNat(saved);
    { const Crashed crashed(window, fileOf(window), lost); }
    QVERIFY(window->openFile(fileOf(window)));
    QVERIFY(window.design() == saved); // what is in the file, until somebody says so
    const QString said = bar(window).text();
    QVERIFY2(said.contains(QLatin1String("shop.sekisho")) && said.contains(QLatin1String("minute")),
             qPrintable(said));
    window->commands().action(Command::LanguageJapanese)->trigger();
    QCoreApplication::processEvents();
    QVERIFY2(bar(window).text().contains(QStringLiteral("復元")), qPrintable(bar(window).text()));

    answer(window, "recover");
    QVERIFY(!bar(window).isVisible());
    QVERIFY(window.design() == lost);
    QVERIFY(window->isWindowModified());
    QVERIFY(window->document().path() == fileOf(window));
    QVERIFY(loadDesign(fileOf(window))->design == saved);
    // It lives on in its sidecar until it is saved.
    window->autosave().wait();
    QVERIFY(std::filesystem::exists(sidecarBeside(fileOf(window))));
    window->commands().action(Command::EditUndo)->trigger();
    QVERIFY(window.design() == saved);
    window->commands().action(Command::EditRedo)->trigger();
    QVERIFY(window->save());
    window->autosave().wait();
    QVERIFY(!std::filesystem::exists(sidecarBeside(fileOf(window))));
    QVERIFY(loadDesign(fileOf(window))->design == lost);
}

void RecoveryTest::discarded() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    { const Crashed crashed(window, fileOf(window), withNat(window.design())); }
    QVERIFY(window->openFile(fileOf(window)));
    answer(window, "discardRecovery");
    QVERIFY(!bar(window).isVisible());
    QVERIFY(!window->isWindowModified());
    QVERIFY(!std::filesystem::exists(sidecarBeside(fileOf(window))));
    QVERIFY(window->openFile(fileOf(window)));
    QVERIFY(!bar(window).isVisible());
}

void RecoveryTest::neverSaved() {
    Window window;
    const Design lost = withNat(window.design());
    { const Crashed crashed(window, {}, lost, "drawing"); }
    { const Crashed crashed(window, {}, window.design(), "other"); }
    window->begin(std::nullopt);
    QVERIFY(bar(window).text().contains(QLatin1String("other"))); // the latest first
    QVERIFY(bar(window).text().contains(QLatin1String("1 more")));
    answer(window, "discardRecovery");
    QVERIFY(bar(window).text().contains(QLatin1String("drawing")));
    answer(window, "recover");
    QVERIFY(window.design() == lost);
    QVERIFY(window->isWindowModified());
    QVERIFY(window->windowTitle().startsWith(QLatin1String("drawing")));
    QVERIFY(window->commands().action(Command::FileSave)->isEnabled());
}

void RecoveryTest::ofAnotherFileAsksForWhatIsOpen() {
    Window window;
    const Design lost = withNat(window.design());
    { const Crashed crashed(window, {}, lost, "drawing"); }
    window->begin(std::nullopt);
    const auto group = window.design().network.all<SecurityGroup>().begin()->id;
    QVERIFY(window->document().edit(QStringLiteral("x"), edits::rename(window.design(), group, "mine")));
    const Design mine = window.design();
    whenModal([](QWidget* dialog) { static_cast<QMessageBox*>(dialog)->reject(); });
    answer(window, "recover");
    QVERIFY(window.design() == mine);
    QVERIFY(bar(window).isVisible()); // still to be had
    whenModal([](QWidget* dialog) {
        for (auto* button : dialog->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Discard")) button->click();
    });
    answer(window, "recover");
    QVERIFY(window.design() == lost);
}

void RecoveryTest::brokenIsSaidAndKept() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    const auto sidecar = sidecarBeside(fileOf(window));
    QFile file(QString::fromStdString(sidecar.string()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"format\": ") > 0);
    file.close();
    QVERIFY(window->openFile(fileOf(window)));
    QVERIFY(bar(window).text().contains(QLatin1String("cannot be read")));
    QVERIFY(bar(window).text().contains(QString::fromStdString(sidecar.string())));
    QVERIFY(!bar(window).findChild<QPushButton*>(QStringLiteral("recover")));
    // Neither edits nor saving touch it.
    window->autosave().setDelays(std::chrono::milliseconds(1), std::chrono::milliseconds(1));
    QSignalSpy written(&window->autosave(), &Autosave::written);
    QVERIFY(window->document().edit(QStringLiteral("NAT"), edits::setNatEnabled(window.design(), true)));
    QVERIFY(written.wait(30'000));
    QVERIFY(window->save());
    window->autosave().wait();
    QVERIFY(std::filesystem::exists(sidecar));
}

void RecoveryTest::notWhatWasSavedAllTheSame() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    { const Crashed crashed(window, fileOf(window), window.design()); }
    QVERIFY(window->openFile(fileOf(window)));
    QVERIFY(!bar(window).isVisible());
    QVERIFY(!std::filesystem::exists(sidecarBeside(fileOf(window))));
}

void RecoveryTest::laterIsAskedAgain() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    { const Crashed crashed(window, fileOf(window), withNat(window.design())); }
    QVERIFY(window->openFile(fileOf(window)));
    bar(window).findChild<QWidget*>(QStringLiteral("offerClose"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(!bar(window).isVisible());
    QVERIFY(window->openFile(fileOf(window)));
    QVERIFY(bar(window).isVisible());
}

void RecoveryTest::closingLeavesNothing() {
    Window window;
    window->autosave().setDelays(std::chrono::milliseconds(1), std::chrono::milliseconds(1));
    QSignalSpy written(&window->autosave(), &Autosave::written);
    QVERIFY(window->document().edit(QStringLiteral("NAT"), edits::setNatEnabled(window.design(), true)));
    QVERIFY(written.wait(30'000));
    const auto unsaved = window.path(QStringLiteral("unsaved")).toStdString();
    QVERIFY(!std::filesystem::is_empty(unsaved));
    whenModal([](QWidget* dialog) {
        for (auto* button : dialog->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Discard")) button->click();
    });
    QVERIFY(window->close());
    QVERIFY(std::filesystem::is_empty(unsaved));
}

void RecoveryTest::anotherWindowIsTold() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    const Crashed running(window, fileOf(window), withNat(window.design()));
    QVERIFY(window->openFile(fileOf(window)));
    QVERIFY(!bar(window).isVisible());
    const auto* notice = window->findChild<QWidget*>(QStringLiteral("notice"));
    QVERIFY(notice->isVisible());
    bool said = false;
    for (const QLabel* label : notice->findChildren<QLabel*>())
        said |= label->text().contains(QLatin1String("Another window"));
    QVERIFY(said);
}

void RecoveryTest::sessionIsRestored() {
    Window window;
    const Design design = withNat(window.design());
    QVERIFY(window->document().edit(QStringLiteral("NAT"), edits::setNatEnabled(window.design(), true)));
    QVERIFY(window->saveTo(fileOf(window)));
    // Before an orderly end, which there may never be.
    window.settings().sync();
    const QSettings asOnDisk(window.settings().fileName(), QSettings::IniFormat);
    QCOMPARE(asOnDisk.value(QStringLiteral("session")).toString().toStdString(), fileOf(window).string());
    QVERIFY(window->newFromTemplate(QStringLiteral("empty")));
    QCOMPARE(window.settings().value(QStringLiteral("session")).toString(), QString());

    window.settings().setValue(QStringLiteral("session"), QString::fromStdString(fileOf(window).string()));
    window->begin(std::nullopt);
    QVERIFY(window.design() == design);
    // A file that is named goes before it.
    QVERIFY(saveDesign(fileOf(window, "other.sekisho"), *makeTemplate("empty")));
    window->begin(fileOf(window, "other.sekisho"));
    QVERIFY(window.design() == *makeTemplate("empty"));
    QCOMPARE(window->windowTitle(), QStringLiteral("other.sekisho[*] – Sekisho"));
}

void RecoveryTest::theFileThatIsGone() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    const Design lost = withNat(window.design());
    { const Crashed crashed(window, fileOf(window), lost); }
    std::filesystem::remove(fileOf(window));
    window->begin(std::nullopt);
    QVERIFY(window.design() == *makeTemplate("hands-on"));
    QVERIFY(window->document().path().empty());
    QVERIFY(bar(window).text().contains(QLatin1String("gone")));
    answer(window, "recover");
    QVERIFY(window.design() == lost);
    QVERIFY(window->isWindowModified());
    QVERIFY(window->save());
    QVERIFY(loadDesign(fileOf(window))->design == lost);
}

void RecoveryTest::changedByAnotherProgram() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    const Design mine = window.design(), theirs = withNat(mine);
    activate(window);
    QVERIFY(!bar(window, "diskBar").isVisible());
    // The same again, as `git checkout` there and back writes it, is no change.
    QVERIFY(saveDesign(fileOf(window), mine));
    activate(window);
    QVERIFY(!bar(window, "diskBar").isVisible());

    QVERIFY(saveDesign(fileOf(window), theirs));
    activate(window);
    QVERIFY(bar(window, "diskBar").text().contains(QLatin1String("shop.sekisho")));
    QVERIFY(window.design() == mine);
    answer(window, "reload", "diskBar");
    QVERIFY(window.design() == theirs);
    QVERIFY(!window->isWindowModified());
    activate(window);
    QVERIFY(!bar(window, "diskBar").isVisible());
    window->commands().action(Command::EditUndo)->trigger(); // mine is not lost
    QVERIFY(window.design() == mine);
    QVERIFY(window->isWindowModified());
    QVERIFY(window->save());

    QVERIFY(saveDesign(fileOf(window), theirs));
    activate(window);
    answer(window, "keepMine", "diskBar");
    QVERIFY(window.design() == mine);
    QVERIFY(window->isWindowModified());
    activate(window);
    QVERIFY(!bar(window, "diskBar").isVisible());
    QVERIFY(window->save()); // without a question: it has been answered
    QVERIFY(loadDesign(fileOf(window))->design == mine);
}

void RecoveryTest::overwritingAsks() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    const Design theirs = *makeTemplate("empty");
    QVERIFY(saveDesign(fileOf(window), theirs));
    QVERIFY(window->document().edit(QStringLiteral("NAT"), edits::setNatEnabled(window.design(), true)));
    QString asked;
    const auto with = [&](const QString& text) {
        whenModal([&asked, text](QWidget* dialog) {
            asked = dialog->objectName();
            for (auto* button : dialog->findChildren<QPushButton*>())
                if (button->text() == text) return button->click();
            qFatal("there is no button %s", qPrintable(text));
        });
    };
    with(QStringLiteral("Cancel"));
    QVERIFY(!window->save());
    QCOMPARE(asked, QStringLiteral("overwriteQuestion"));
    QVERIFY(loadDesign(fileOf(window))->design == theirs);
    QVERIFY(window->isWindowModified());
    with(QStringLiteral("Overwrite"));
    QVERIFY(window->save());
    QVERIFY(loadDesign(fileOf(window))->design == window.design());
    // Broken by a merge, it is not overwritten unasked either.
    QFile file(window.path(QStringLiteral("shop.sekisho")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("<<<<<<< HEAD\n") > 0);
    file.close();
    activate(window);
    QVERIFY(bar(window, "diskBar").isVisible());
    QVERIFY(!bar(window, "diskBar").findChild<QPushButton*>(QStringLiteral("reload")) ||
            !bar(window, "diskBar").findChild<QPushButton*>(QStringLiteral("reload"))->isVisible());
    with(QStringLiteral("Cancel"));
    QVERIFY(!window->save());
}

void RecoveryTest::goneFromTheDisk() {
    Window window;
    QVERIFY(window->saveTo(fileOf(window)));
    QVERIFY(!window->commands().action(Command::FileSave)->isEnabled());
    std::filesystem::remove(fileOf(window));
    activate(window);
    QVERIFY(window->isWindowModified());
    QVERIFY(window->commands().action(Command::FileSave)->isEnabled());
    QVERIFY(window->save());
    QVERIFY(std::filesystem::exists(fileOf(window)));
}

QTEST_MAIN(RecoveryTest)
#include "test_recovery.moc"
