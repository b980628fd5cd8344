// SPDX-License-Identifier: Apache-2.0
// What the window's commands do, beside files and what the canvas carries out itself.
#include "app/desktop/main_window.h"

#include "app/desktop/dock.h"
#include "app/desktop/offer_bar.h"
#include "app/desktop/recent_files.h"
#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/motion.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/export_dialog.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/keys_dialog.h"
#include "ui/panels/palette_panel.h"
#include "ui/panels/problems_panel.h"
#include "ui/panels/run_panel.h"
#include "ui/panels/terraform_panel.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QActionGroup>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMessageBox>
#include <QSettings>
#include <QToolBar>

namespace sekisho {

namespace {

/// On X11 text fields take Ctrl+E (end of line) and Ctrl+K (delete to the end of it) for themselves, as Emacs
/// does: an export, or a search, would not start from a field. Here these keys belong to the commands.
class KeysForCommands : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::ShortcutOverride) return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() != Qt::ControlModifier || (key->key() != Qt::Key_E && key->key() != Qt::Key_K))
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void MainWindow::connectCommands() {
    qApp->installEventFilter(new KeysForCommands(this));
    Commands& commands = *m_commands;
    commands.handle(Command::EditUndo, [this] { m_document->undoStack()->undo(); });
    commands.handle(Command::EditRedo, [this] { m_document->undoStack()->redo(); });
    commands.handle(Command::FileSettings, [this] {
        m_selection->clear();
        dock(QStringLiteral("inspector"))->bringUp();
    });
    connect(m_canvas, &canvas::CanvasView::propertiesRequested, this, [this] {
        Dock* inspector = dock(QStringLiteral("inspector"));
        inspector->bringUp();
        static_cast<InspectorPanel*>(inspector->content())->focusFirstField();
    });

    commands.handle(Command::NatToggle, [this] {
        const bool on = !m_document->design().settings.natEnabled;
        m_document->edit(on ? tr("Switch NAT on") : tr("Switch NAT off"),
                         edits::setNatEnabled(m_document->design(), on));
        m_commands->setChecked(Command::NatToggle, m_document->design().settings.natEnabled);
    });

    const auto problems = [this] {
        Dock* dock = this->dock(QStringLiteral("problems"));
        dock->show();
        dock->raise();
        return static_cast<ProblemsPanel*>(dock->content());
    };
    commands.handle(Command::ShowProblems, [this] { dock(QStringLiteral("problems"))->bringUp(); });
    commands.handle(Command::NextProblem, [problems] { problems()->goTo(1); });
    commands.handle(Command::PreviousProblem, [problems] { problems()->goTo(-1); });
    commands.handle(Command::ShowCost, [this] { dock(QStringLiteral("cost"))->bringUp(); });

    commands.handle(Command::TerraformExport, [this] { exportTerraform(); });
    commands.handle(Command::ShowTerraform, [this] { dock(QStringLiteral("terraform"))->bringUp(); });
    commands.handle(Command::ShowRun, [this] { dock(QStringLiteral("run"))->bringUp(); });
    commands.handle(Command::TerraformCopyFile, [this] {
        static_cast<TerraformPanel*>(dock(QStringLiteral("terraform"))->content())->copyFile();
    });

    commands.handle(Command::EditFind, [this] {
        m_find->setDesignFiles(recent::files(m_settings));
        QStringList files;
        for (const auto& file : m_facts->terraform().result().files)
            files << QString::fromStdString(file.path);
        m_find->setTerraformFiles(files);
        m_find->start();
    });
    commands.handle(Command::EditFindNext, [this] { m_find->next(); });
    commands.handle(Command::EditFindPrevious, [this] { m_find->previous(); });
    commands.handle(Command::InsertFind, [this] {
        Dock* palette = dock(QStringLiteral("palette"));
        palette->bringUp();
        static_cast<PalettePanel*>(palette->content())->focusSearch();
    });

    commands.handle(Command::HelpKeys, [this] {
        auto* dialog = new KeysDialog(*m_commands, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    commands.handle(Command::HelpAbout, [this] {
        auto* box = new QMessageBox(
            QMessageBox::NoIcon, tr("About Sekisho"),
            tr("<b>Sekisho %1</b><br>Designer for the security layout of AWS VPCs. Works offline; "
               "nothing leaves your machine.<br><br>Licence: Apache-2.0")
                .arg(QApplication::applicationVersion()),
            QMessageBox::Close, this);
        box->setObjectName(QStringLiteral("about"));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

void MainWindow::connectViewCommands() {
    Commands& commands = *m_commands;
    commands.handle(Command::ViewNextPane, [this] { movePane(1); });
    commands.handle(Command::ViewPreviousPane, [this] { movePane(-1); });
    commands.handle(Command::ViewResetLayout, [this] { defaultLayout(); });

    const auto remembered = [this](const char* key, bool otherwise) {
        return m_settings.value(QLatin1String(key), otherwise).toBool();
    };
    m_canvas->setSnapping({remembered("snap-grid", true), remembered("snap-guides", true)});
    connect(m_canvas, &canvas::CanvasView::snappingChanged, this, [this] {
        m_settings.setValue(QStringLiteral("snap-grid"), m_canvas->snapping().grid);
        m_settings.setValue(QStringLiteral("snap-guides"), m_canvas->snapping().guides);
    });
    if (m_settings.contains(QStringLiteral("reduced-motion")))
        canvas::motion::setWanted(!remembered("reduced-motion", false));
    commands.handle(Command::ViewReducedMotion, [this] {
        const bool reduced = canvas::motion::isWanted();
        canvas::motion::setWanted(!reduced);
        m_settings.setValue(QStringLiteral("reduced-motion"), reduced);
        m_commands->setChecked(Command::ViewReducedMotion, reduced);
    });
    commands.setChecked(Command::ViewReducedMotion, !canvas::motion::isWanted());

    const std::pair<Command, style::ThemeChoice> themes[] = {
        {Command::ThemeSystem, style::ThemeChoice::System},
        {Command::ThemeLight, style::ThemeChoice::Light},
        {Command::ThemeDark, style::ThemeChoice::Dark},
        {Command::ThemeHighContrast, style::ThemeChoice::HighContrast},
    };
    auto* themeGroup = new QActionGroup(this);
    for (const auto& [command, choice] : themes) {
        commands.handle(command, [this, choice = choice] {
            style::setTheme(choice);
            m_settings.setValue(QStringLiteral("theme"), int(choice));
        });
        themeGroup->addAction(commands.action(command));
        commands.setChecked(command, style::themeChoice() == choice);
    }
    const std::pair<Command, style::LanguageChoice> languages[] = {
        {Command::LanguageSystem, style::LanguageChoice::System},
        {Command::LanguageEnglish, style::LanguageChoice::English},
        {Command::LanguageJapanese, style::LanguageChoice::Japanese},
    };
    auto* languageGroup = new QActionGroup(this);
    for (const auto& [command, choice] : languages) {
        commands.handle(command, [this, choice = choice] {
            style::setLanguage(choice);
            m_settings.setValue(QStringLiteral("language"), int(choice));
        });
        languageGroup->addAction(commands.action(command));
        commands.setChecked(command, style::languageChoice() == choice);
    }
}

void MainWindow::movePane(int step) {
    QList<QWidget*> panes = {m_toolBar};
    for (Dock* dock : m_docks)
        if (dock->isVisible() && dock->content() && !dock->visibleRegion().isEmpty())
            panes << dock->content();
    panes.insert(1, centralWidget());
    for (OfferBar* bar : {m_disk, m_recovery})
        if (bar->isVisible()) panes.insert(1, bar);
    // The innermost: the bars stand within the centre.
    int at = 0;
    for (int i = int(panes.size()) - 1; i >= 0; --i)
        if (QApplication::focusWidget() && panes[i]->isAncestorOf(QApplication::focusWidget())) at = i;
    // The first thing in the next pane that takes the keyboard.
    for (int tried = 1; tried <= panes.size(); ++tried) {
        QWidget* pane = panes[(at + step * tried + panes.size() * tried) % panes.size()];
        if (pane == centralWidget() && m_open) {
            m_canvas->setFocus(Qt::ShortcutFocusReason);
            return;
        }
        for (QWidget* widget = pane->nextInFocusChain(); widget && widget != pane;
             widget = widget->nextInFocusChain()) {
            if (!pane->isAncestorOf(widget)) break;
            if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled()) {
                widget->setFocus(Qt::ShortcutFocusReason);
                return;
            }
        }
    }
}

namespace {

/// The settings' key for what is remembered of a design's export.
QString keyOf(const char* what, const QString& design) {
    return QLatin1String(what) + QLatin1Char('/') +
           QString::fromLatin1(
               design.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

constexpr const char* folderKey = "exportFolders";
constexpr const char* optionsKey = "exportOptions";

QStringList wordsOf(const terraform::ExportOptions& options) {
    QStringList words;
    if (options.mode == terraform::ExportMode::AddOn) words << QStringLiteral("addon");
    if (options.rules)
        words << (*options.rules == RuleStyle::Inline ? QStringLiteral("inline")
                                                      : QStringLiteral("separate"));
    if (options.associateNacls) words << QStringLiteral("associate-nacls");
    if (options.docker) words << QStringLiteral("docker");
    return words;
}

terraform::ExportOptions optionsOf(const QStringList& words) {
    const auto has = [&](const char* word) { return words.contains(QLatin1String(word)); };
    terraform::ExportOptions options;
    if (has("addon")) options.mode = terraform::ExportMode::AddOn;
    if (has("inline")) options.rules = RuleStyle::Inline;
    if (has("separate")) options.rules = RuleStyle::Separate;
    options.associateNacls = has("associate-nacls");
    options.docker = has("docker") && options.mode == terraform::ExportMode::Stack;
    return options;
}

} // namespace

QString MainWindow::exportFolder() const {
    const QString design = QString::fromStdString(m_document->path().string());
    return design.isEmpty() ? m_unsavedExport : m_settings.value(keyOf(folderKey, design)).toString();
}

terraform::ExportOptions MainWindow::exportOptions() const {
    const QString design = QString::fromStdString(m_document->path().string());
    return design.isEmpty() ? terraform::ExportOptions()
                            : optionsOf(m_settings.value(keyOf(optionsKey, design)).toStringList());
}

void MainWindow::rememberExport(const QString& folder, const terraform::ExportOptions& options) {
    const QString design = QString::fromStdString(m_document->path().string());
    if (design.isEmpty()) {
        m_unsavedExport = folder;
    } else {
        m_settings.setValue(keyOf(folderKey, design), folder);
        m_settings.setValue(keyOf(optionsKey, design), wordsOf(options));
    }
    m_exported = std::make_shared<Design>(m_document->design());
    // What is shown, and what the next export begins with, is what was exported.
    m_facts->setExportOptions(options);
    if (Dock* run = dock(QStringLiteral("run")); run->hasContent())
        static_cast<RunPanel*>(run->content())->setFolder(folder);
}

/// The design was saved under another name, or is another one.
void MainWindow::followExportFolder() {
    const QString design = QString::fromStdString(m_document->path().string());
    if (!design.isEmpty() && !m_unsavedExport.isEmpty()) {
        m_settings.setValue(keyOf(folderKey, design), m_unsavedExport);
        m_settings.setValue(keyOf(optionsKey, design), wordsOf(m_facts->terraform().options()));
        m_unsavedExport.clear();
    }
    Dock* run = dock(QStringLiteral("run"));
    if (!run || !run->hasContent()) return;
    auto* panel = static_cast<RunPanel*>(run->content());
    if (panel->folder() != exportFolder()) panel->setFolder(exportFolder());
}

void MainWindow::exportTerraform() {
    // At first beside the design's file.
    QString folder = exportFolder();
    if (folder.isEmpty()) {
        const QString design = QString::fromStdString(m_document->path().string());
        folder = (design.isEmpty() ? QDir::currentPath() : QFileInfo(design).absolutePath()) +
                 QStringLiteral("/terraform");
    }
    auto* dialog = new ExportDialog(*m_document, *m_facts, folder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setBefore(m_exported);
    connect(dialog, &ExportDialog::exported, this,
            [this, dialog](const QString& to) { rememberExport(to, dialog->options()); });
    connect(dialog, &ExportDialog::runRequested, m_commands->action(Command::ShowRun), &QAction::trigger);
    dialog->open();
}

} // namespace sekisho
