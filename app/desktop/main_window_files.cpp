// SPDX-License-Identifier: Apache-2.0
// The window's files: new, open, save, recent, leaving, pictures and printing.
#include "app/desktop/main_window.h"

#include "app/desktop/dock.h"
#include "app/desktop/notice.h"
#include "app/desktop/recent_files.h"
#include "core/cost/price_book.h"
#include "core/model/templates.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/palette_kinds.h"
#include "ui/canvas/picture.h"
#include "ui/document/autosave.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/panels/new_dialog.h"
#include "ui/panels/picture_dialog.h"
#include "ui/panels/run_panel.h"
#include "ui/panels/start_page.h"
#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

namespace sekisho {

namespace {

QString lastFolder(const QSettings& settings) {
    return settings.value(QStringLiteral("folder"), QDir::currentPath()).toString();
}

/// The one local file that is dragged, if that is what is dragged.
QString draggedFile(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

std::optional<canvas::PaletteKind> draggedKind(const QMimeData* data) {
    return canvas::paletteKindFromWord(QString::fromUtf8(data->data(QLatin1String(canvas::paletteMimeType))));
}

} // namespace

bool MainWindow::startWith(Result<Design> design, const QString& name) {
    if (!design) {
        tell(design.error());
        return false;
    }
    if (!mayLeave()) return false;
    m_unsavedExport.clear();
    m_document->start(std::move(*design), name);
    showDesign(true);
    return true;
}

bool MainWindow::newFromTemplate(const QString& name) {
    return startWith(makeTemplate(name.toStdString()),
                     name == QLatin1String("hands-on") ? tr("hands-on") : tr("untitled"));
}

void MainWindow::showNewDialog() {
    auto* dialog = new NewDialog(m_facts->prices(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { startWith(dialog->design(), dialog->designName()); });
    dialog->open();
}

bool MainWindow::openFile(const std::filesystem::path& path) {
    if (!mayLeave()) return false;
    if (const auto opened = m_document->open(path); !opened) {
        // Which file: people may have dropped it, or it was the last one of a session.
        const QString name = QString::fromStdString(text::oneLine(path.filename().string(), 80));
        const std::string why = text::sentence(opened.error(), style::language(), nullptr);
        m_notice->show(tr("“%1” was not opened. %2").arg(name, QString::fromStdString(why)), Severity::Error);
        return false;
    }
    showDesign(true);
    rememberFile();
    if (!m_document->loadRemarks().empty()) tell(m_document->loadRemarks().front());
    m_autosave->wait(); // what this window had kept of the file is gone
    if (isBeingChanged(m_document->path()))
        m_notice->show(
            tr("Another window of Sekisho has unsaved changes to “%1”. Who saves last overwrites what "
               "the other has saved.")
                .arg(m_document->displayName()),
            Severity::Warning);
    findLeftovers(m_document->path());
    offerRecovery();
    return true;
}

bool MainWindow::save() {
    return m_document->path().empty() ? saveAs() : saveTo(m_document->path());
}

bool MainWindow::saveAs() {
    QString name = m_document->displayName();
    if (!name.endsWith(QLatin1String(".sekisho"))) name += QLatin1String(".sekisho");
    QFileDialog dialog(this, tr("Save As"), lastFolder(m_settings), tr("Sekisho designs (*.sekisho)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("sekisho"));
    dialog.selectFile(name);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return false;
    return saveTo(dialog.selectedFiles().constFirst().toStdString());
}

bool MainWindow::saveTo(const std::filesystem::path& path) {
    if (path == m_document->path()) {
        const Overwrite answer = askOverwrite();
        if (answer == Overwrite::SaveAs) return saveAs();
        if (answer == Overwrite::No) return false;
    }
    if (const auto written = m_document->save(path); !written) {
        tell(written.error());
        return false;
    }
    rememberFile();
    return true;
}

void MainWindow::rememberFile() {
    const QFileInfo file(QString::fromStdString(m_document->path().string()));
    recent::add(m_settings, file.absoluteFilePath());
    m_settings.setValue(QStringLiteral("folder"), file.absolutePath());
}

bool MainWindow::mayLeave() {
    if (!m_open || !m_document->isModified()) return true;
    QMessageBox question(QMessageBox::Warning, QStringLiteral("Sekisho"),
                         tr("Save the changes to “%1”?").arg(m_document->displayName()),
                         QMessageBox::NoButton, this);
    question.setObjectName(QStringLiteral("saveQuestion"));
    question.setInformativeText(tr("What is not saved is lost."));
    QPushButton* saveButton = question.addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton* discard = question.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* cancel = question.addButton(tr("Cancel"), QMessageBox::RejectRole);
    question.setDefaultButton(saveButton);
    question.setEscapeButton(cancel);
    question.exec();
    if (question.clickedButton() == saveButton) return save();
    return question.clickedButton() == discard;
}

bool MainWindow::closeDesign() {
    if (!mayLeave()) return false;
    m_document->start(Design(), tr("untitled"));
    showDesign(false);
    return true;
}

bool MainWindow::mayLeaveTerraform() {
    Dock* run = dock(QStringLiteral("run"));
    auto* panel = run->hasContent() ? static_cast<RunPanel*>(run->content()) : nullptr;
    if (!panel || !panel->isChangingAws()) return true;
    QMessageBox question(QMessageBox::Warning, QStringLiteral("Sekisho"),
                         tr("Terraform is still changing what is in AWS. Stop it and close?"),
                         QMessageBox::NoButton, this);
    question.setObjectName(QStringLiteral("terraformQuestion"));
    question.setInformativeText(
        tr("It is asked to stop. It finishes what it has begun, writes its state and ends; "
           "what is missing then is done by the next apply."));
    QPushButton* stop = question.addButton(tr("Stop and close"), QMessageBox::DestructiveRole);
    QPushButton* stay = question.addButton(tr("Keep it running"), QMessageBox::RejectRole);
    question.setDefaultButton(stay);
    question.setEscapeButton(stay);
    // It may come to its end while the question stands.
    connect(&panel->runner(), &TerraformRunner::finished, &question, &QMessageBox::reject);
    question.exec();
    return question.clickedButton() == stop || !panel->isChangingAws();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLeaveTerraform() || !mayLeave()) {
        event->ignore();
        return;
    }
    m_settings.setValue(QStringLiteral("geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("layout"), saveState(1));
    m_settings.setValue(QStringLiteral("session"),
                        m_open ? QString::fromStdString(m_document->path().string()) : QString());
    m_autosave->finish();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFile(event->mimeData()).isEmpty() || (!m_open && draggedKind(event->mimeData())))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    // The canvas takes what comes from the palette; so does the start page, where a design begins with it.
    if (const auto kind = draggedKind(event->mimeData()); kind && !m_open) {
        event->acceptProposedAction();
        m_canvas->insert(*kind);
        return;
    }
    const QString file = draggedFile(event->mimeData());
    if (file.isEmpty()) return;
    event->acceptProposedAction();
    openFile(file.toStdString());
}

void MainWindow::savePicture() {
    PictureDialog choice(m_settings, canvas::pictureSize(m_document->design()), this);
    if (choice.exec() != QDialog::Accepted) return;
    const QString suffix = choice.suffix();
    QString base = m_document->displayName();
    if (base.endsWith(QLatin1String(".sekisho"))) base.chop(8);
    QFileDialog dialog(this, tr("Save Picture"), lastFolder(m_settings));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(suffix == QLatin1String("svg")   ? tr("SVG picture (*.svg)")
                         : suffix == QLatin1String("png") ? tr("PNG picture (*.png)")
                                                          : tr("PDF document (*.pdf)"));
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(base + QLatin1Char('.') + suffix);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
    const QString file = dialog.selectedFiles().constFirst();
    canvas::PictureOptions options = choice.options();
    options.title = m_document->displayName().toStdString();
    if (const auto saved = canvas::savePicture(m_document->design(), file.toStdString(), options); !saved)
        tell(saved.error());
    else
        m_notice->show(tr("The picture was saved as “%1”.").arg(QDir::toNativeSeparators(file)),
                       Severity::Info);
}

void MainWindow::print() {
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(m_document->displayName());
    const QRectF drawing = m_canvas->canvas().contentRect();
    printer.setPageOrientation(drawing.width() > drawing.height() ? QPageLayout::Landscape
                                                                  : QPageLayout::Portrait);
    QPrintDialog dialog(&printer, this);
    dialog.setObjectName(QStringLiteral("printDialog"));
    if (dialog.exec() != QDialog::Accepted) return;
    // On paper, ink on white.
    QPainter painter;
    if (!painter.begin(&printer)) {
        tell(error(Code::picture_failed, {{"reason", tr("the printer").toStdString()}}));
        return;
    }
    const QRectF page(QPointF(), printer.pageRect(QPrinter::DevicePixel).size());
    canvas::paintPicture(m_document->design(), painter, page, pictureOptions(style::Variant::Light, 1));
}

void MainWindow::copyPicture() {
    const auto image = canvas::pictureOf(m_document->design(), pictureOptions(style::theme().variant, 2));
    if (image)
        QGuiApplication::clipboard()->setImage(*image);
    else
        tell(image.error());
}

canvas::PictureOptions MainWindow::pictureOptions(style::Variant theme, double scale) const {
    canvas::PictureOptions options;
    options.theme = theme;
    options.scale = scale;
    options.title = m_document->displayName().toStdString();
    return options;
}

void MainWindow::connectFileCommands() {
    Commands& commands = *m_commands;
    commands.handle(Command::FileNew, [this] { showNewDialog(); });
    commands.handle(Command::FileOpen, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Open"), lastFolder(m_settings),
                                                          tr("Sekisho designs (*.sekisho);;All files (*)"));
        if (!file.isEmpty()) openFile(file.toStdString());
    });
    commands.handle(Command::FileSave, [this] { save(); });
    commands.handle(Command::FileSaveAs, [this] { saveAs(); });
    commands.handle(Command::FileSavePicture, [this] { savePicture(); });
    commands.handle(Command::FilePrint, [this] { print(); });
    commands.handle(Command::EditCopyPicture, [this] { copyPicture(); });
    commands.handle(Command::FileClose, [this] { closeDesign(); });
    commands.handle(Command::FileQuit, [this] { close(); });
    commands.handle(Command::FileClearRecent, [this] { recent::clear(m_settings); });

    QMenu* menu = commands.menu(Menu::Recent);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        const auto old = menu->actions();
        for (QAction* action : old)
            if (action->property("recent").isValid()) delete action;
        QAction* before = menu->actions().isEmpty() ? nullptr : menu->actions().constFirst();
        const QStringList files = recent::files(m_settings);
        for (const QString& file : files) {
            auto* action = new QAction(
                QDir::toNativeSeparators(file).replace(QLatin1Char('&'), QLatin1String("&&")), menu);
            action->setProperty("recent", true);
            connect(action, &QAction::triggered, this, [this, file] { openFile(file.toStdString()); });
            menu->insertAction(before, action);
        }
        m_commands->setEnabled(Command::FileClearRecent, !files.isEmpty());
    });
}

} // namespace sekisho
