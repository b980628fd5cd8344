// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/main_window.h"

#include "app/desktop/dock.h"
#include "app/desktop/notice.h"
#include "app/desktop/offer_bar.h"
#include "app/desktop/recent_files.h"
#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "resources/resources.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_view.h"
#include "ui/document/autosave.h"
#include "ui/document/deployment.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/editors/rule_editor.h"
#include "ui/panels/cost_panel.h"
#include "ui/panels/figures.h"
#include "ui/panels/find_bar.h"
#include "ui/panels/inspector_panel.h"
#include "ui/panels/nat_switch.h"
#include "ui/panels/outline_panel.h"
#include "ui/panels/palette_panel.h"
#include "ui/panels/problems_panel.h"
#include "ui/panels/run_panel.h"
#include "ui/panels/start_page.h"
#include "ui/panels/starts.h"
#include "ui/panels/terraform_panel.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/text/diagnostic_text.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

#include <cassert>

namespace sekisho {

namespace {

/// From this width on, palette and outline, inspector and cost stand below each other; else they are tabs.
constexpr int wideFrom = 1400;
constexpr int layoutVersion = 1;
constexpr int findWidth = 214, shortFindWidth = 140;

QToolButton* toolButton(QToolBar* bar, QAction* action) {
    bar->addAction(action);
    auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

MainWindow::MainWindow(QSettings& settings, std::filesystem::path unsaved)
    : m_settings(settings), m_unsaved(std::move(unsaved)) {
    auto prices = cost::PriceBook::parse(resources::priceBookJson());
    assert(prices);
    m_prices = std::make_unique<cost::PriceBook>(std::move(*prices));
    m_document = std::make_unique<Document>();
    m_document->start(Design(), tr("untitled"));
    m_facts = std::make_unique<Facts>(*m_document, *m_prices);
    m_selection = std::make_unique<Selection>(*m_document);
    m_deployment = std::make_unique<Deployment>(*m_document, *m_facts);
    m_autosave = std::make_unique<Autosave>(*m_document, m_unsaved);
    m_commands = new Commands(this);
    m_commands->fillMenuBar(menuBar());

    auto* center = new QWidget(this);
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice = new Notice(center);
    column->addWidget(m_notice);
    m_recovery = new OfferBar(center);
    m_recovery->setObjectName(QStringLiteral("recoveryBar"));
    column->addWidget(m_recovery);
    m_disk = new OfferBar(center);
    m_disk->setObjectName(QStringLiteral("diskBar"));
    column->addWidget(m_disk);
    m_center = new QStackedWidget(center);
    column->addWidget(m_center, 1);
    m_canvas = new canvas::CanvasView(*m_document, *m_facts, *m_selection, *m_commands, m_center);
    m_canvas->setDeployment(m_deployment.get());
    m_center->addWidget(m_canvas);
    for (OfferBar* bar : {m_recovery, m_disk})
        bar->setHeir(m_canvas);
    setCentralWidget(center);

    makeToolBar();
    makeDocks();
    m_panesMenu = new QMenu(this);
    for (Dock* dock : m_docks)
        m_panesMenu->addAction(dock->toggleViewAction());
    m_commands->menu(Menu::View)->insertMenu(m_commands->action(Command::ViewResetLayout), m_panesMenu);
    makeStatusBar();
    setAcceptDrops(true);

    connect(m_document.get(), &Document::refused, this, &MainWindow::tell);
    connect(m_document.get(), &Document::modifiedChanged, this, &MainWindow::updateTitle);
    connect(m_document.get(), &Document::pathChanged, this, &MainWindow::updateTitle);
    connect(m_document.get(), &Document::pathChanged, this, &MainWindow::followExportFolder);
    connect(m_document.get(), &Document::replaced, this, [this] {
        m_unsavedExport.clear();
        m_exported.reset();
        m_disk->withdraw();
    });
    connect(m_document.get(), &Document::saved, this, [this] {
        if (!m_exported) m_exported = std::make_shared<Design>(m_document->design());
    });
    connect(m_document.get(), &Document::saved, m_disk, &OfferBar::withdraw);
    connect(m_document.get(), &Document::pathChanged, this, [this] {
        m_settings.setValue(QStringLiteral("session"), QString::fromStdString(m_document->path().string()));
    });
    connect(m_autosave.get(), &Autosave::failed, this, [this](const Diagnostic& reason) {
        m_notice->show(tr("A crash would lose your unsaved changes: %1")
                           .arg(QString::fromStdString(text::sentence(reason, style::language(), nullptr))),
                       Severity::Warning);
    });
    // Another design has another folder, or none.
    connect(
        m_document.get(), &Document::replaced, this,
        [this] {
            m_facts->setExportOptions(exportOptions());
            followExportFolder();
        },
        Qt::QueuedConnection);
    connect(m_document->undoStack(), &QUndoStack::indexChanged, this, [this] {
        // Palette and inspector stand beside the start page too: what is done with them is seen.
        if (!m_open && m_document->isModified()) showDesign(true);
        updateHistory();
    });
    connect(m_document.get(), &Document::changed, this,
            [this] { m_commands->setChecked(Command::NatToggle, m_document->design().settings.natEnabled); });
    connect(m_facts.get(), &Facts::problemsChanged, this, &MainWindow::updateProblemCount);
    connect(m_facts.get(), &Facts::costChanged, this, &MainWindow::updateTotal);
    connect(m_natSwitch, &NatSwitch::widthChanged, this, &MainWindow::fitToolBar);
    connect(m_selection.get(), &Selection::changed, this, [this] {
        updateHint();
        // The wide table shows what is selected, while it has rules.
        const auto selected = m_selection->single();
        Dock* rules = dock(QStringLiteral("rules"));
        if (selected && rules->isVisible() && rules->hasContent() &&
            editors::RuleEditor::takes(selected->kind))
            static_cast<editors::RuleEditor*>(rules->content())->setElement(*selected);
    });

    connectFileCommands();
    connectCommands();
    connectViewCommands();

    resize(1440, 900);
    if (const QScreen* screen = QApplication::primaryScreen()) {
        // Its frame is not known before it is shown: without room for that the status bar would be off the
        // screen.
        constexpr QSize frame(0, 40);
        resize(size().boundedTo(screen->availableSize() - frame));
    }
    restoreGeometry(m_settings.value(QStringLiteral("geometry")).toByteArray());
    // The default first, whatever follows: until panes were once given a size, Qt takes a restored size for
    // nothing and gives each pane as little as it may have.
    defaultLayout();
    restoreState(m_settings.value(QStringLiteral("layout")).toByteArray(), layoutVersion);
    updatePaneTitles();
    retranslate();
    showDesign(false);

    // The drawing first: the panes are filled when it has been painted.
    for (Dock* dock : m_docks)
        dock->setDeferred(true);
}

void MainWindow::setVisible(bool visible) {
    // Not before: mostly a design is opened before the window is shown.
    if (visible && !m_open && !isVisible()) {
        showStartPage();
        m_start->setFocus(Qt::OtherFocusReason);
    }
    QMainWindow::setVisible(visible);
}

bool MainWindow::event(QEvent* event) {
    const bool done = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        QTimer::singleShot(0, this, &MainWindow::fillPanes);
    }
    if (event->type() == QEvent::WindowActivate) checkDisk();
    if (event->type() == QEvent::ThemeChange) QTimer::singleShot(0, this, [] { style::followDesktop(); });
    return done;
}

void MainWindow::fillPanes() {
    for (Dock* dock : m_docks) {
        if (dock->hasContent() || dock->visibleRegion().isEmpty()) continue;
        dock->content();
        // One a turn, so that mouse and keyboard are answered in between.
        QTimer::singleShot(0, this, &MainWindow::fillPanes);
        return;
    }
    for (Dock* dock : m_docks)
        dock->setDeferred(false);
}

MainWindow::~MainWindow() {
    // What watches the document goes first: the docks' contents are destroyed by QObject otherwise, after it.
    m_document->disconnect();
    m_facts->disconnect();
    m_selection->disconnect();
    m_deployment->disconnect();
    delete centralWidget(); // not taken out first: that would give it a style once more
    qDeleteAll(m_docks);
    delete m_toolBar;
}

Dock* MainWindow::dock(const QString& name) const {
    for (Dock* dock : m_docks)
        if (dock->objectName() == name) return dock;
    return nullptr;
}

void MainWindow::makeToolBar() {
    m_toolBar = addToolBar(QString());
    m_toolBar->setObjectName(QStringLiteral("toolbar"));
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize(QSize(20, 20));
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    const auto groups = {
        std::vector{Command::FileNew, Command::FileOpen, Command::FileSave},
        std::vector{Command::EditUndo, Command::EditRedo},
        std::vector{Command::ToolSelect, Command::ToolPan, Command::ToolConnect},
    };
    for (const auto& group : groups) {
        for (const Command command : group)
            toolButton(m_toolBar, m_commands->action(command));
        m_toolBar->addSeparator();
    }
    // These two have a place in the bar of their own: where that is narrow they go, and the menu keeps them.
    for (const Command command : {Command::ArrangeTidy, Command::ViewSnap}) {
        auto* button = new QToolButton(m_toolBar);
        button->setDefaultAction(m_commands->action(command));
        button->setAccessibleName(m_commands->action(command)->text());
        m_spare << m_toolBar->addWidget(button);
    }
    m_spare << m_toolBar->addSeparator();
    m_natSwitch = new NatSwitch(*m_document, *m_facts, *m_commands, m_toolBar);
    m_toolBar->addWidget(m_natSwitch);
    m_toolBar->addSeparator();
    m_problemsButton = toolButton(m_toolBar, m_commands->action(Command::ShowProblems));
    m_problemsButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto* space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);

    m_find = new FindBar(*m_document, *m_selection, *m_commands, m_toolBar);
    connect(m_find, &FindBar::designFileRequested, this,
            [this](const QString& path) { openFile(path.toStdString()); });
    connect(m_find, &FindBar::terraformFileRequested, this, [this](const QString& path) {
        Dock* dock = this->dock(QStringLiteral("terraform"));
        dock->bringUp();
        static_cast<TerraformPanel*>(dock->content())->showFile(path);
    });
    m_toolBar->addWidget(m_find);

    auto* gap = new QWidget(m_toolBar);
    gap->setFixedWidth(6);
    m_toolBar->addWidget(gap);
    m_exportButton = new QToolButton(m_toolBar);
    m_exportButton->setObjectName(QStringLiteral("exportButton"));
    m_exportButton->setProperty("role", QStringLiteral("primary"));
    m_exportButton->setIconSize(QSize(16, 16));
    m_exportButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_exportButton, &QToolButton::clicked, m_commands->action(Command::TerraformExport),
            &QAction::trigger);
    connect(m_commands->action(Command::TerraformExport), &QAction::changed, this, [this] {
        m_exportButton->setEnabled(m_commands->action(Command::TerraformExport)->isEnabled());
    });
    m_toolBar->addWidget(m_exportButton);
}

void MainWindow::makeDocks() {
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    for (const auto area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea})
        setTabPosition(area, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setDocumentMode(true);
    const auto add = [this](const char* name, const char* title, Qt::DockWidgetArea area,
                            std::function<QWidget*(QWidget*)> make) {
        auto* dock = new Dock(QLatin1String(name), title, std::move(make), this);
        dock->setHome(area);
        addDockWidget(area, dock);
        m_docks << dock;
        const auto later = [this] { QTimer::singleShot(0, this, &MainWindow::updatePaneTitles); };
        connect(dock, &QDockWidget::dockLocationChanged, this, later);
        connect(dock, &QDockWidget::topLevelChanged, this, later);
        connect(dock, &QDockWidget::visibilityChanged, this, later);
    };
    add("palette", QT_TRANSLATE_NOOP("sekisho::Dock", "Palette"), Qt::LeftDockWidgetArea,
        [this](QWidget* parent) {
            auto* panel = new PalettePanel(parent);
            connect(panel, &PalettePanel::insertRequested, m_canvas, &canvas::CanvasView::insert);
            return panel;
        });
    add("outline", QT_TRANSLATE_NOOP("sekisho::Dock", "Outline"), Qt::LeftDockWidgetArea,
        [this](QWidget* parent) {
            auto* panel = new OutlinePanel(*m_document, *m_selection, *m_commands, parent);
            panel->setCanvas(m_canvas);
            return panel;
        });
    add("inspector", QT_TRANSLATE_NOOP("sekisho::Dock", "Inspector"), Qt::RightDockWidgetArea,
        [this](QWidget* parent) {
            auto* panel = new InspectorPanel(*m_document, *m_facts, *m_selection, parent);
            panel->setDeployment(m_deployment.get());
            connect(panel, &InspectorPanel::openWide, this, &MainWindow::openRules);
            return panel;
        });
    add("cost", QT_TRANSLATE_NOOP("sekisho::Dock", "Network cost"), Qt::RightDockWidgetArea,
        [this](QWidget* parent) {
            return new CostPanel(*m_document, *m_facts, *m_selection, *m_commands, parent);
        });
    add("terraform", "Terraform", Qt::BottomDockWidgetArea,
        [this](QWidget* parent) { return new TerraformPanel(*m_document, *m_facts, *m_selection, parent); });
    add("problems", QT_TRANSLATE_NOOP("sekisho::Dock", "Problems"), Qt::BottomDockWidgetArea,
        [this](QWidget* parent) { return new ProblemsPanel(*m_document, *m_facts, *m_selection, parent); });
    // Made when somebody wants more room for the rules than the inspector has.
    add("rules", QT_TRANSLATE_NOOP("sekisho::Dock", "Rules"), Qt::BottomDockWidgetArea,
        [this](QWidget* parent) {
            return new editors::RuleEditor(*m_document, *m_facts, *m_selection,
                                           editors::RuleEditor::Shape::Wide, parent);
        });
    add("run", QT_TRANSLATE_NOOP("sekisho::Dock", "Run"), Qt::BottomDockWidgetArea, [this](QWidget* parent) {
        auto* panel = new RunPanel(*m_document, *m_facts, *m_selection, *m_deployment, parent);
        connect(panel, &RunPanel::exportRequested, m_commands->action(Command::TerraformExport),
                &QAction::trigger);
        panel->setFolder(exportFolder());
        return panel;
    });
}

void MainWindow::defaultLayout() {
    const bool wide = width() >= wideFrom;
    // Taken out and put in again: what is a tab would stay one.
    for (Dock* dock : m_docks) {
        removeDockWidget(dock);
        dock->setFloating(false);
    }
    for (Dock* dock : m_docks) {
        addDockWidget(dock->home(), dock);
        dock->setVisible(dock->objectName() != QLatin1String("rules"));
    }
    if (wide) {
        splitDockWidget(dock(QStringLiteral("palette")), dock(QStringLiteral("outline")), Qt::Vertical);
        splitDockWidget(dock(QStringLiteral("inspector")), dock(QStringLiteral("cost")), Qt::Vertical);
        splitDockWidget(dock(QStringLiteral("terraform")), dock(QStringLiteral("problems")), Qt::Horizontal);
        tabifyDockWidget(dock(QStringLiteral("problems")), dock(QStringLiteral("run")));
        dock(QStringLiteral("problems"))->raise();
        tabifyDockWidget(dock(QStringLiteral("terraform")), dock(QStringLiteral("rules")));
    } else {
        tabifyDockWidget(dock(QStringLiteral("palette")), dock(QStringLiteral("outline")));
        tabifyDockWidget(dock(QStringLiteral("inspector")), dock(QStringLiteral("cost")));
        tabifyDockWidget(dock(QStringLiteral("terraform")), dock(QStringLiteral("problems")));
        tabifyDockWidget(dock(QStringLiteral("problems")), dock(QStringLiteral("run")));
        tabifyDockWidget(dock(QStringLiteral("run")), dock(QStringLiteral("rules")));
        for (const char* front : {"palette", "inspector", "terraform"})
            dock(QLatin1String(front))->raise();
    }
    const auto size = [this](const char* name, int pixels, Qt::Orientation orientation) {
        resizeDocks({dock(QLatin1String(name))}, {pixels}, orientation);
    };
    size("palette", wide ? 232 : 200, Qt::Horizontal);
    size("inspector", wide ? 339 : 300, Qt::Horizontal);
    size("terraform", wide ? 217 : 168, Qt::Vertical);
    if (wide) {
        resizeDocks({dock(QStringLiteral("palette")), dock(QStringLiteral("outline"))}, {446, 357},
                    Qt::Vertical);
        resizeDocks({dock(QStringLiteral("inspector")), dock(QStringLiteral("cost"))}, {440, 363},
                    Qt::Vertical);
        resizeDocks({dock(QStringLiteral("terraform")), dock(QStringLiteral("problems"))}, {492, 374},
                    Qt::Horizontal);
    }
}

void MainWindow::openRules(ElementId element) {
    Dock* rules = dock(QStringLiteral("rules"));
    auto* editor = static_cast<editors::RuleEditor*>(rules->content());
    editor->setElement(element);
    rules->bringUp();
}

/// A pane that is a tab among others is named by its tab; else by its title.
void MainWindow::updatePaneTitles() {
    for (Dock* dock : m_docks) {
        bool alone = true;
        for (const QDockWidget* other : tabifiedDockWidgets(dock))
            alone = alone && other->isHidden();
        dock->setTitleShown(dock->isFloating() || alone);
    }
}

void MainWindow::makeStatusBar() {
    statusBar()->setSizeGripEnabled(false);
    m_hint = new QLabel(this);
    m_hint->setContentsMargins(10, 0, 0, 0);
    m_hint->setTextFormat(Qt::PlainText);
    statusBar()->addWidget(m_hint, 1);
    const auto button = [this](Command command) {
        auto* b = new QToolButton(this);
        b->setDefaultAction(m_commands->action(command));
        b->setToolButtonStyle(Qt::ToolButtonIconOnly);
        b->setIconSize(QSize(14, 14));
        b->setProperty("role", QStringLiteral("small"));
        b->setFixedSize(22, 20);
        return b;
    };
    statusBar()->addPermanentWidget(button(Command::ViewZoomOut));
    m_zoom = new QToolButton(this);
    m_zoom->setProperty("role", QStringLiteral("small"));
    m_zoom->setFixedHeight(20);
    m_zoom->setMinimumWidth(50);
    connect(m_zoom, &QToolButton::clicked, m_commands->action(Command::ViewZoomActual), &QAction::trigger);
    statusBar()->addPermanentWidget(m_zoom);
    statusBar()->addPermanentWidget(button(Command::ViewZoomIn));
    statusBar()->addPermanentWidget(button(Command::ViewFit));
    const auto showZoom = [this](qreal zoom) {
        m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100)));
        m_zoom->setAccessibleName(tr("Zoom %1 percent; click for 100 percent").arg(qRound(zoom * 100)));
    };
    connect(m_canvas, &canvas::CanvasView::zoomChanged, this, showZoom);
    showZoom(1);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange && m_exportButton)
        m_exportButton->setIcon(style::icon(QStringLiteral("terraform-export"), style::theme().accentInk));
}

void MainWindow::retranslate() {
    if (!m_exportButton) return;
    m_toolBar->setWindowTitle(tr("Toolbar"));
    m_exportButton->setText(tr("Export Terraform"));
    m_exportButton->setToolTip(m_commands->action(Command::TerraformExport)->toolTip());
    m_exportButton->setIcon(style::icon(QStringLiteral("terraform-export"), style::theme().accentInk));
    updateTitle();
    updateHint();
    updateHistory();
    updateProblemCount();
    updateTotal();
    QTimer::singleShot(0, this, &MainWindow::fitToolBar); // when all of it speaks the language
    m_panesMenu->setTitle(tr("&Panes"));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    fitToolBar();
}

/// What matters less gives way, so that nothing falls off the end, where Export stands.
void MainWindow::fitToolBar() {
    if (!m_exportButton) return;
    enum Step { All, NoSpare, NoCost, ShortFind, ExportSign, ProblemsSign };
    for (const Step step : {All, NoSpare, NoCost, ShortFind, ExportSign, ProblemsSign}) {
        for (QAction* action : m_spare)
            action->setVisible(step < NoSpare);
        m_natSwitch->setCompact(step >= NoCost);
        m_find->setFixedWidth(step < ShortFind ? findWidth : shortFindWidth);
        m_exportButton->setToolButtonStyle(step < ExportSign ? Qt::ToolButtonTextBesideIcon
                                                             : Qt::ToolButtonIconOnly);
        m_problemsButton->setToolButtonStyle(step < ProblemsSign ? Qt::ToolButtonTextBesideIcon
                                                                 : Qt::ToolButtonIconOnly);
        m_toolBar->layout()->invalidate();
        if (m_toolBar->sizeHint().width() <= width()) return;
    }
}

void MainWindow::updateTitle() {
    const bool named = m_open && !m_document->displayName().isEmpty();
    setWindowModified(m_open && m_document->isModified());
    setWindowTitle(named ? tr("%1[*] – Sekisho").arg(m_document->displayName()) : QStringLiteral("Sekisho"));
    m_commands->setEnabled(Command::FileSave,
                           m_open && (m_document->isModified() || m_document->path().empty()));
}

void MainWindow::updateHistory() {
    const QUndoStack* stack = m_document->undoStack();
    const auto update = [this](Command command, bool possible, const QString& what) {
        QAction* action = m_commands->action(command);
        action->setEnabled(m_open && possible);
        const QString plain = Commands::plainText(command);
        action->setText(what.isEmpty() ? plain : tr("%1: %2", "Undo: Add rule").arg(plain, what));
        action->setToolTip(action->text() + QStringLiteral(" (") +
                           action->shortcut().toString(QKeySequence::NativeText) + QLatin1Char(')'));
    };
    update(Command::EditUndo, stack->canUndo(), stack->undoText());
    update(Command::EditRedo, stack->canRedo(), stack->redoText());
}

void MainWindow::updateProblemCount() {
    qsizetype count = 0;
    if (m_open)
        for (const Diagnostic& problem : m_facts->problems())
            if (problem.severity != Severity::Info) ++count;
    const QString text = count == 0 ? tr("Problems") : tr("Problems %1").arg(count);
    if (text != m_problemsButton->text()) {
        m_problemsButton->setText(text);
        fitToolBar();
    }
    dock(QStringLiteral("problems"))->setSuffix(count == 0 ? QString() : QString::number(count));
}

void MainWindow::updateTotal() {
    const auto& estimate = m_facts->estimate();
    QString total;
    if (m_open && estimate) {
        total =
            tr("%1/h", "dollars per hour").arg(figures::dollars(estimate->total.hourly, figures::hourPlaces));
        if (estimate->total.atLeast) total = tr("≥ %1", "at least that much").arg(total);
    }
    dock(QStringLiteral("cost"))->setSuffix(total);
}

void MainWindow::updateHint() {
    if (!m_open) {
        m_hint->setText(tr("Open a design to begin."));
        return;
    }
    const auto& selected = m_selection->elements();
    if (selected.empty()) {
        m_hint->setText(tr("Drag from the palette to add something; drag from a handle to connect."));
        return;
    }
    if (selected.size() > 1) {
        m_hint->setText(tr("%n selected.", nullptr, int(selected.size())));
        return;
    }
    const ElementId element = selected.front();
    const auto word = text::kindName(element.kind, style::language());
    const QString kind = QString::fromUtf8(word.data(), qsizetype(word.size()));
    const QString name = QString::fromStdString(text::displayName(m_document->network(), element));
    QString what = tr("%1 %2 selected.", "security group ecs selected").arg(kind, name);
    what[0] = what[0].toUpper();
    switch (element.kind) {
    case Kind::SecurityGroup:
        m_hint->setText(what + QLatin1Char(' ') + tr("Drag its handle to a group to allow traffic."));
        break;
    case Kind::Workload:
        m_hint->setText(what + QLatin1Char(' ') +
                        tr("Drag its handle to another workload to allow traffic."));
        break;
    case Kind::Subnet:
        m_hint->setText(what + QLatin1Char(' ') + tr("Drop workloads and gateways into it."));
        break;
    default: m_hint->setText(what);
    }
}

void MainWindow::tell(const Diagnostic& what) {
    m_notice->show(QString::fromStdString(text::sentence(what, style::language(), &m_document->network())),
                   what.severity);
}

void MainWindow::showDesign(bool shown) {
    m_open = shown;
    if (shown)
        m_center->setCurrentWidget(m_canvas);
    else if (isVisible())
        showStartPage();
    for (const Command command :
         {Command::FileSaveAs, Command::FileSavePicture, Command::FilePrint, Command::FileClose,
          Command::FileSettings, Command::EditCopyPicture, Command::NatToggle, Command::TerraformExport,
          Command::EditFind, Command::InsertFind})
        m_commands->setEnabled(command, shown);
    updateTitle();
    updateHint();
    updateHistory();
    updateProblemCount();
    updateTotal();
    // Not to a bar above it, whose buttons a key would press unseen.
    if (!isVisible()) m_center->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showStartPage() {
    if (!m_start) {
        m_start = new StartPage(m_center);
        m_center->addWidget(m_start);
        connect(m_start, &StartPage::handsOnRequested, this,
                [this] { newFromTemplate(QStringLiteral("hands-on")); });
        connect(m_start, &StartPage::emptyVpcRequested, this,
                [this] { startWith(makeStart(Start::VpcTwoAzs, {}, *m_prices), tr("untitled")); });
        connect(m_start, &StartPage::recentRequested, this,
                [this](const QString& file) { openFile(file.toStdString()); });
        connect(m_start, &StartPage::openRequested, m_commands->action(Command::FileOpen), &QAction::trigger);
    }
    m_start->setRecentFiles(recent::files(m_settings));
    m_center->setCurrentWidget(m_start);
}

} // namespace sekisho
