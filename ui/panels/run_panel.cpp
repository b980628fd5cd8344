// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/run_panel.h"

#include "core/cost/estimate.h"
#include "core/model/design.h"
#include "ui/document/deployment.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/kept_plan.h"
#include "ui/document/selection.h"
#include "ui/document/terraform_folder.h"
#include "ui/panels/ansi_text.h"
#include "ui/panels/check_list_page.h"
#include "ui/panels/deployed_page.h"
#include "ui/panels/figures.h"
#include "ui/style/combo_box.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTextBlock>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace sekisho {

namespace {

QColor inkOf(AnsiRun::Color color, const style::Theme& theme) {
    switch (color) {
    case AnsiRun::Color::Red: return theme.error;
    case AnsiRun::Color::Green: return theme.ok;
    case AnsiRun::Color::Yellow: return theme.warn;
    case AnsiRun::Color::Blue: return theme.accent;
    case AnsiRun::Color::Magenta: return theme.keyword;
    case AnsiRun::Color::Cyan: return theme.back;
    case AnsiRun::Color::Faint: return theme.ink3;
    case AnsiRun::Color::Default: break;
    }
    return theme.ink;
}

QColor inkOf(PlannedAction action, const style::Theme& theme) {
    switch (action) {
    case PlannedAction::Create: return theme.ok;
    case PlannedAction::Update: return theme.warn;
    case PlannedAction::Replace:
    case PlannedAction::Delete: break;
    }
    return theme.error;
}

/// Breaks what no view could lay out as one line; `column` is where the text begins, and then where it ends.
void breakLines(QString& text, qsizetype& column) {
    constexpr qsizetype longest = 2000;
    QString broken;
    qsizetype taken = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\n')) {
            column = 0;
        } else if (++column > longest && !text[i].isLowSurrogate()) {
            broken.append(QStringView(text).mid(taken, i - taken)).append(QLatin1Char('\n'));
            taken = i;
            column = 1;
        }
    }
    if (taken == 0) return;
    broken.append(QStringView(text).mid(taken));
    text = std::move(broken);
}

/// A label that is never lower than its text, however narrow it is.
class WholeText : public QLabel {
public:
    explicit WholeText(QWidget* parent) : QLabel(parent) { setWordWrap(true); }
    void fit() { setMinimumHeight(heightForWidth(width())); }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QLabel::resizeEvent(event);
        fit();
    }
};

} // namespace

RunPanel::RunPanel(Document& document, Facts& facts, Selection& selection, Deployment& deployment,
                   QWidget* parent)
    : QWidget(parent), m_document(document), m_facts(facts), m_selection(selection), m_deployment(deployment),
      m_runner(new TerraformRunner(this)), m_ansi(std::make_unique<AnsiReader>()) {
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->setDocumentMode(true);
    outer->addWidget(m_tabs);
    m_pages = new QStackedWidget(m_tabs);
    m_tabs->addTab(m_pages, QString());
    m_deployed = new DeployedPage(selection, deployment, m_tabs);
    m_tabs->addTab(m_deployed, QString());
    m_checkList = new CheckListPage(document, selection, deployment, m_tabs);
    m_tabs->addTab(m_checkList, QString());

    auto* nothing = new QWidget(m_pages);
    auto* nothingLayout = new QVBoxLayout(nothing);
    nothingLayout->addStretch(1);
    m_empty = new QLabel(nothing);
    m_empty->setProperty("role", QStringLiteral("second"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    nothingLayout->addWidget(m_empty);
    m_export = new QPushButton(nothing);
    m_export->setObjectName(QStringLiteral("runExport"));
    nothingLayout->addWidget(m_export, 0, Qt::AlignCenter);
    m_lookAgain = new QPushButton(nothing);
    m_lookAgain->setObjectName(QStringLiteral("runLookAgain"));
    nothingLayout->addWidget(m_lookAgain, 0, Qt::AlignCenter);
    connect(m_lookAgain, &QPushButton::clicked, this, [this] { setFolder(m_folder); });
    nothingLayout->addStretch(1);
    m_pages->addWidget(nothing);
    connect(m_export, &QPushButton::clicked, this, &RunPanel::exportRequested);

    m_pages->addWidget(makePage());
    connectRunner();
    connect(m_deployed, &DeployedPage::readRequested, this, &RunPanel::readState);
    connect(&m_deployment, &Deployment::planChanged, this, &RunPanel::showChanges);
    connect(&m_document, &Document::replaced, this, [this] { closeQuestion(); });
    connect(&m_facts, &Facts::terraformChanged, this, [this] {
        // Once for many edits in a row.
        if (isVisible()) QTimer::singleShot(0, this, &RunPanel::lookAtFiles);
    });
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &RunPanel::showProgress);
    retranslate();
    updateState();
}

RunPanel::~RunPanel() = default;

const std::vector<PlannedChange>& RunPanel::plannedChanges() const {
    return m_deployment.plan();
}

QWidget* RunPanel::makePage() {
    auto* page = new QWidget(m_pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(6);
    m_tool = new style::ComboBox(page);
    row->addWidget(m_tool);
    const auto button = [&](const char* name) {
        auto* b = new QPushButton(page);
        b->setObjectName(QLatin1String(name));
        row->addWidget(b);
        return b;
    };
    m_check = button("runCheck");
    m_plan = button("runPlan");
    m_apply = button("runApply");
    m_destroy = button("runDestroy");
    m_cancel = button("runCancel");
    m_where = new QLabel(page);
    m_where->setProperty("role", QStringLiteral("hint"));
    m_where->setTextFormat(Qt::PlainText);
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_where->installEventFilter(this);
    row->addWidget(m_where, 1);
    m_status = new QLabel(page);
    m_status->setObjectName(QStringLiteral("runStatus"));
    m_status->setProperty("role", QStringLiteral("second"));
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_status, 1);
    column->addLayout(row);

    m_progress = new QProgressBar(page);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    column->addWidget(m_progress);

    auto* notice = new QVBoxLayout;
    notice->setContentsMargins(12, 0, 12, 0);
    notice->addWidget(makeNotice(page));
    column->addLayout(notice);

    m_question = new QFrame(page);
    m_question->setProperty("role", QStringLiteral("warning"));
    // The sentences over the whole width, so that none of them is cut.
    auto* question = new QVBoxLayout(m_question);
    question->setContentsMargins(4, 2, 4, 2);
    question->setSpacing(4);
    m_questionText = new WholeText(m_question);
    question->addWidget(m_questionText);
    auto* answer = new QHBoxLayout;
    m_word = new QLineEdit(m_question);
    m_word->setObjectName(QStringLiteral("runWord"));
    m_word->setFixedWidth(110);
    answer->addWidget(m_word);
    m_go = new QPushButton(m_question);
    m_go->setObjectName(QStringLiteral("runGo"));
    answer->addWidget(m_go);
    m_leave = new QPushButton(m_question);
    m_leave->setObjectName(QStringLiteral("runLeave"));
    answer->addWidget(m_leave);
    answer->addStretch(1);
    question->addLayout(answer);
    column->addWidget(m_question);
    m_question->hide();

    constexpr int lowest = 32; // the pane does not grow for what can be scrolled
    auto* splitter = new QSplitter(Qt::Horizontal, page);
    m_results = splitter;
    m_text = new QPlainTextEdit(splitter);
    m_text->setObjectName(QStringLiteral("runText"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setMaximumBlockCount(20000);
    m_text->setFont(style::monoFont(12));
    // Terraform breaks its lines itself; a plan that is broken again cannot be read.
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setMinimumHeight(lowest);
    splitter->addWidget(m_text);
    // Followed while somebody is at its end, whatever becomes of its height.
    QScrollBar* bar = m_text->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_follows = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (m_follows) bar->setValue(maximum);
    });
    m_side = new QWidget(splitter);
    auto* sideLayout = new QVBoxLayout(m_side);
    sideLayout->setContentsMargins(8, 4, 8, 4);
    m_summary = new QLabel(m_side);
    m_summary->setProperty("role", QStringLiteral("second"));
    m_summary->setWordWrap(true);
    sideLayout->addWidget(m_summary);
    m_marks = new QCheckBox(m_side);
    m_marks->setObjectName(QStringLiteral("runMarks"));
    sideLayout->addWidget(m_marks);
    m_list = new QListWidget(m_side);
    m_list->setFont(style::monoFont(11));
    m_list->setMinimumHeight(lowest);
    sideLayout->addWidget(m_list, 1);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    column->addWidget(splitter, 1);

    connect(m_check, &QPushButton::clicked, this, [this] {
        start({TerraformStep::Format, TerraformStep::Init, TerraformStep::Validate});
    });
    connect(m_plan, &QPushButton::clicked, this, [this] {
        start({TerraformStep::Init, TerraformStep::Validate, TerraformStep::Plan});
    });
    connect(m_apply, &QPushButton::clicked, this, [this] { askFor(TerraformStep::Apply); });
    connect(m_destroy, &QPushButton::clicked, this, [this] { askFor(TerraformStep::Destroy); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_runner->cancel();
        showProgress();
    });
    connect(m_word, &QLineEdit::textChanged, this, [this](const QString& word) {
        m_go->setEnabled(
            word == (m_asked == TerraformStep::Apply ? QLatin1String("apply") : QLatin1String("destroy")));
    });
    connect(m_word, &QLineEdit::returnPressed, m_go, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, &RunPanel::confirmed);
    connect(m_leave, &QPushButton::clicked, this, &RunPanel::closeQuestion);
    m_question->installEventFilter(this);
    m_word->installEventFilter(this);
    connect(m_tool, &QComboBox::textActivated, this, [this](const QString& name) { m_chosenTool = name; });
    connect(m_marks, &QCheckBox::clicked, &m_deployment, &Deployment::setMarked);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int index) {
        const auto& changes = m_deployment.plan();
        if (index < 0 || index >= int(changes.size()) || !changes[std::size_t(index)].element) return;
        m_selection.set({*changes[std::size_t(index)].element});
        m_selection.reveal(*changes[std::size_t(index)].element);
    });
    return page;
}

/// Says that the files are not those of the design.
QWidget* RunPanel::makeNotice(QWidget* parent) {
    m_notice = new QFrame(parent);
    m_notice->setObjectName(QStringLiteral("runNotice"));
    m_notice->setProperty("role", QStringLiteral("warning"));
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(4, 2, 4, 2);
    m_noticeText = new WholeText(m_notice);
    row->addWidget(m_noticeText, 1);
    m_noticeExport = new QPushButton(m_notice);
    m_noticeExport->setObjectName(QStringLiteral("runNoticeExport"));
    row->addWidget(m_noticeExport);
    connect(m_noticeExport, &QPushButton::clicked, this, &RunPanel::exportRequested);
    m_notice->hide();
    return m_notice;
}

void RunPanel::connectRunner() {
    connect(m_runner, &TerraformRunner::stepStarted, this, [this](TerraformStep step, const QString& line) {
        m_lastStep = step;
        m_clock.start();
        m_readError.clear();
        if (step != TerraformStep::Read) {
            if (m_column > 0) say(QString());
            m_stepLine = m_text->document()->blockCount() - 1;
            say(QStringLiteral("$ ") + line);
        }
        showProgress();
    });
    connect(m_runner, &TerraformRunner::text, this, [this](const QByteArray& ansi) {
        if (m_lastStep != TerraformStep::Read)
            append(ansi);
        else
            m_readError += ansi;
    });
    connect(m_runner, &TerraformRunner::skipped, this, [this](qint64 bytes) {
        say(QString());
        say(tr("… %1 are left out: there is more than can be shown.").arg(locale().formattedDataSize(bytes)));
    });
    connect(m_runner, &TerraformRunner::unformatted, this, [this] {
        say(tr(
            "Some files are not formatted as “terraform fmt” would; that changes nothing of what they do."));
    });
    connect(m_runner, &TerraformRunner::stepFinished, this, &RunPanel::stepFinished);
    connect(m_runner, &TerraformRunner::planDropped, this, [this](TerraformStep step) {
        m_deployment.dropPlan();
        say(step == TerraformStep::Plan
                ? tr("The files changed while terraform planned. Plan again.")
                : tr("The files have changed since they were planned: terraform plans anew."));
    });
    connect(m_runner, &TerraformRunner::finished, this, [this](bool succeeded) {
        if (m_lastStep != TerraformStep::Read) {
            if (m_column > 0) say(QString());
            say(succeeded                 ? tr("Done.")
                : m_runner->isCancelled() ? tr("Cancelled.")
                : m_runner->hasCrashed()  ? tr("Something ended the program in the middle.")
                                          : tr("Stopped: the step above did not succeed."));
            if (!succeeded && !m_runner->isCancelled()) explainFailure();
        }
        updateState();
        lookAtFiles();
        // What did not succeed may have changed something all the same.
        if (!succeeded && (m_lastStep == TerraformStep::Apply || m_lastStep == TerraformStep::Destroy)) {
            m_deployment.dropPlan();
            QTimer::singleShot(0, this, &RunPanel::readState);
        }
    });
}

/// What to do about errors that many meet, and the first of them brought into view.
void RunPanel::explainFailure() {
    const QTextDocument* text = m_text->document();
    const QTextBlock step = text->findBlockByNumber(m_stepLine);
    QTextBlock error;
    const auto says = [&](std::initializer_list<const char*> any) {
        return std::any_of(any.begin(), any.end(), [&](const char* words) {
            return !text->find(QLatin1String(words), step.position()).isNull();
        });
    };
    for (QTextBlock block = step; block.isValid() && !error.isValid(); block = block.next())
        if (block.text().contains(QLatin1String("Error: "))) error = block;
    if (says({"Failed to query available provider packages", "Failed to install provider",
              "could not connect to registry"}))
        m_hint =
            tr("The AWS provider could not be downloaded: look at the network connection, then try again.");
    else if (says({"Error acquiring the state lock"}))
        m_hint = tr("Another terraform is using this state: wait until it has ended, then try again.");
    else if (says({"No valid credential sources found", "failed to get shared config profile",
                   "InvalidClientTokenId", "ExpiredToken", "no EC2 IMDS role found"}))
        m_hint = tr("There are no valid credentials for AWS: sign in (aws sso login, aws configure), or set "
                    "AWS_PROFILE before Sekisho is started.");
    else if (says({"UnauthorizedOperation", "AccessDenied"}))
        m_hint = tr("The AWS account does not allow that to this user or role.");
    else if (says({"Required plugins are not installed", "Inconsistent dependency lock file",
                   "Backend initialization required", "Module not installed"}))
        m_hint = tr("The folder has to be prepared first: “Check” does it.");
    if (!m_hint.isEmpty()) say(m_hint);
    // In a low pane only the end would be in view.
    if (error.isValid() && m_follows) m_text->verticalScrollBar()->setValue(error.blockNumber());
}

void RunPanel::stepFinished(TerraformStep step, bool succeeded) {
    // Another design is open by now.
    if (m_runner->folder() != m_folder) return;
    const bool changes = step == TerraformStep::Apply || step == TerraformStep::Destroy;
    if (step == TerraformStep::Plan) {
        if (succeeded)
            m_deployment.setPlan(readPlan(m_runner->planJson(), m_document.design()),
                                 terraform_folder::match(m_folder, m_facts.terraform().result().files) !=
                                     terraform_folder::Match::Other);
        else
            m_deployment.dropPlan();
        m_planned = succeeded;
        showChanges();
    }
    if (changes && succeeded) {
        m_planned = false;
        m_deployment.dropPlan();
    }
    if ((changes && succeeded) || step == TerraformStep::Read) {
        const bool known = !m_runner->stateJson().isEmpty();
        if (known)
            m_deployment.setState(sekisho::readState(m_runner->stateJson(), m_document.design()),
                                  readOutputs(m_runner->outputJson()));
        else
            m_deployment.clearState();
        m_deployed->setFailed(!known, m_readError);
    }
}

void RunPanel::setFolder(const QString& folder) {
    if (folder != m_folder) {
        m_deployment.clearState();
        m_deployed->setFailed(false);
        m_planned = false;
        m_hint.clear();
    }
    m_folder = folder;
    // A new export: what was planned is planned no more.
    if (!kept_plan::held(folder)) {
        m_planned = false;
        m_deployment.dropPlan();
        showChanges();
    }
    closeQuestion();
    findTools();
    updateState();
    lookAtFiles();
    // A state that is kept elsewhere is only asked for when somebody wants it.
    const terraform_folder::StatePlace state = terraform_folder::statePlaceOf(folder);
    m_deployed->setBackend(state.backend);
    if (state.isThere && state.backend.isEmpty() && !folder.isEmpty()) readState();
}

void RunPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // What was missing may have been installed since.
    if (m_tools.empty()) findTools();
    updateState();
    lookAtFiles();
}

bool RunPanel::isChangingAws() const {
    return m_runner->isRunning() && changesAws(m_runner->step());
}

/// Terraform runs what is in the folder, not what is drawn.
void RunPanel::lookAtFiles() {
    const bool exported = !m_folder.isEmpty() && QDir(m_folder).exists();
    const auto match = exported ? terraform_folder::match(m_folder, m_facts.terraform().result().files)
                                : terraform_folder::Match::Same;
    m_notice->setVisible(match != terraform_folder::Match::Same || !m_hint.isEmpty());
    m_noticeExport->setVisible(match == terraform_folder::Match::Other && m_hint.isEmpty());
    m_noticeText->setText(!m_hint.isEmpty() ? m_hint
                          : match == terraform_folder::Match::Other
                              ? tr("The design has changed since it was exported.")
                              : tr("Files were edited since the export: they are run as they are."));
    m_notice->setToolTip(tr("Terraform runs the files in %1").arg(QDir::toNativeSeparators(m_folder)));
    if (!m_notice->isHidden()) static_cast<WholeText*>(m_noticeText)->fit();
}

void RunPanel::showProgress() {
    const bool running = m_runner->isRunning();
    m_status->setVisible(running);
    m_where->setVisible(!running);
    if (!running) return m_tick.stop();
    if (!m_tick.isActive()) m_tick.start();
    const auto name = [](TerraformStep step) {
        switch (step) {
        case TerraformStep::Format: return "fmt";
        case TerraformStep::Init: return "init";
        case TerraformStep::Validate: return "validate";
        case TerraformStep::Plan: return "plan";
        case TerraformStep::Apply: return "apply";
        case TerraformStep::Destroy: return "destroy";
        case TerraformStep::Read: break;
        }
        return "output";
    };
    // Whoever is asked for the second time is not asked.
    const bool stopping = m_runner->isCancelled();
    m_cancel->setText(stopping ? tr("Stop now") : tr("Cancel"));
    m_cancel->setToolTip(stopping ? tr("Ends terraform at once: it cannot write its state any more")
                                  : tr("Asks terraform to stop; it finishes what it has begun"));
    const int seconds = int(m_clock.elapsed() / 1000);
    const QString time = QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    QString text = QString::fromLatin1(name(m_runner->step()));
    if (m_runner->stepCount() > 1)
        text = tr("Step %1 of %2: %3").arg(m_runner->stepAt() + 1).arg(m_runner->stepCount()).arg(text);
    text = tr("%1 · %2", "a step and how long it has taken").arg(text, time);
    if (stopping) text = tr("%1 · stopping").arg(text);
    m_status->setText(text);
}

void RunPanel::readState() {
    if (m_runner->isRunning() || m_folder.isEmpty() || m_tool->currentIndex() < 0) return;
    m_runner->run(m_tools[std::size_t(m_tool->currentIndex())], m_folder, {TerraformStep::Read});
    updateState();
}

void RunPanel::findTools() {
    m_tools = m_folder.isEmpty() ? std::vector<TerraformTool>() : terraformTools(m_folder);
    m_tool->clear();
    for (const TerraformTool& tool : m_tools) {
        m_tool->addItem(tool.name);
        m_tool->setItemData(m_tool->count() - 1, QDir::toNativeSeparators(tool.program), Qt::ToolTipRole);
    }
    if (const int chosen = m_tool->findText(m_chosenTool); chosen >= 0) m_tool->setCurrentIndex(chosen);
}

void RunPanel::updateState() {
    const bool ready = !m_folder.isEmpty() && QDir(m_folder).exists() && !m_tools.empty();
    const bool running = m_runner->isRunning();
    m_pages->setCurrentIndex(ready ? 1 : 0);
    const bool exported = !m_folder.isEmpty() && QDir(m_folder).exists();
    m_empty->setText(exported
                         ? tr("Neither terraform nor tofu is on the PATH, and there is no docker with a "
                              "docker-compose.yml. "
                              "Install Terraform, or export with the docker-compose.yml, then look again.")
                         : tr("Terraform runs in the folder of the export. Export the design first."));
    m_export->setVisible(!exported);
    m_lookAgain->setVisible(exported);
    const QString workspace = terraform_folder::workspaceOf(m_folder);
    m_where->setToolTip(QDir::toNativeSeparators(m_folder));
    m_place = workspace == QLatin1String("default")
                  ? m_where->toolTip()
                  : tr("%1 · workspace %2").arg(m_where->toolTip(), workspace);
    showPlace();
    m_progress->setVisible(running);
    // While something runs, what can be done is to cancel it; the rest of the row says what it is.
    const bool wasFocused = !running && m_cancel->hasFocus();
    m_cancel->setVisible(running);
    for (QPushButton* button : {m_check, m_plan, m_apply, m_destroy})
        button->setVisible(!running);
    if (wasFocused) m_plan->setFocus();
    m_tool->setEnabled(!running);
    m_deployed->setCanRead(ready && !running);
    showProgress();
    showSide();
}

void RunPanel::showSide() {
    m_side->setVisible((m_planned || !m_deployment.plan().empty()) && !m_runner->isRunning());
}

void RunPanel::start(const std::vector<TerraformStep>& steps) {
    if (m_runner->isRunning() || m_tool->currentIndex() < 0) return;
    closeQuestion();
    m_text->clear();
    *m_ansi = AnsiReader();
    m_column = 0;
    m_hint.clear();
    lookAtFiles();
    m_runner->run(m_tools[std::size_t(m_tool->currentIndex())], m_folder, steps);
    updateState();
}

/// Whose account it is.
QString RunPanel::accountWords() const {
    const terraform_folder::Identity identity = terraform_folder::identityOf(m_folder);
    QString account = identity.profile.isEmpty()
                          ? tr("the AWS account of the keys in %1").arg(identity.saidBy)
                      : identity.saidBy.isEmpty()
                          ? tr("the AWS account of the profile “%1”").arg(identity.profile)
                          : tr("the AWS account of the profile “%1” (%2)", "%2: a file or a variable")
                                .arg(identity.profile, identity.saidBy);
    if (const QString workspace = terraform_folder::workspaceOf(m_folder);
        workspace != QLatin1String("default"))
        account = tr("%1, workspace “%2”").arg(account, workspace);
    return account;
}

QString RunPanel::question() const {
    const auto& estimate = m_facts.estimate();
    const QString nat =
        estimate ? figures::dollars(estimate->natOn.monthly - estimate->natOff.monthly, figures::monthPlaces)
                 : QString();
    QString changed;
    if (terraform_folder::match(m_folder, m_facts.terraform().result().files) ==
        terraform_folder::Match::Other)
        changed = tr("The design has changed since it was exported here; what was exported is what counts.");
    if (m_asked == TerraformStep::Destroy) {
        const QString state = m_deployment.hasState() ? tr("The state holds %n resource(s).", nullptr,
                                                           int(m_deployment.resources().size()))
                                                      : tr("What the state holds was not read.");
        const QString costs =
            estimate
                ? tr("NAT, which costs %1 a month plus data while it is on, then costs nothing.").arg(nat)
                : tr("What NAT costs there is not known.");
        return tr("This destroys everything that the files in this folder made in %1, NAT gateways and their "
                  "addresses too. %2 %3 Type “destroy” to go on.")
            .arg(accountWords(), state, costs);
    }
    const QString plan = !m_shownPlan
                             ? tr("There is no plan of these files yet: terraform plans while it applies.")
                         // As terraform counts: what is replaced is destroyed and added.
                         : m_shownPlan->empty() ? tr("The plan changes nothing.")
                                                : tr("The plan: %1 to add, %2 to change, %3 to destroy.")
                                                      .arg(m_shownPlan->create + m_shownPlan->replace)
                                                      .arg(m_shownPlan->update)
                                                      .arg(m_shownPlan->destroy + m_shownPlan->replace);
    const QString costs =
        estimate ? tr("What NAT adds there costs %1 a month plus data while it is on; it is %2 now.")
                       .arg(nat, estimate->natEnabled ? tr("on", "NAT") : tr("off", "NAT"))
                 : tr("What NAT costs there is not known.");
    const QString what = changed.isEmpty() ? plan : tr("%1 %2", "two sentences").arg(changed, plan);
    return tr("This changes real resources in %1. %2 %3 Type “apply” to go on.")
        .arg(accountWords(), what, costs);
}

void RunPanel::askFor(TerraformStep step) {
    m_asked = step;
    m_shownPlan = kept_plan::held(m_folder);
    m_questionText->setText(question());
    m_word->clear();
    m_go->setEnabled(false);
    m_go->setText(step == TerraformStep::Apply ? tr("Apply") : tr("Destroy"));
    // In a low pane the question takes the place of the text: the pane would grow, and stay so.
    constexpr int enough = 90;
    const int asked = m_questionText->heightForWidth(m_question->width()) + m_word->sizeHint().height();
    m_results->setVisible(m_pages->height() - asked > 2 * enough);
    m_question->show();
    static_cast<WholeText*>(m_questionText)->fit();
    m_word->setFocus();
}

void RunPanel::closeQuestion() {
    m_results->show();
    // The keyboard stays in this pane.
    if (m_question->isAncestorOf(focusWidget())) m_text->setFocus();
    m_question->hide();
}

/// The middle gives way where there is little room; where there is none, the tip says it alone.
void RunPanel::showPlace() {
    constexpr int least = 48;
    const int room = m_where->width();
    m_where->setText(room < least ? QString()
                                  : m_where->fontMetrics().elidedText(m_place, Qt::ElideMiddle, room));
}

bool RunPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_where) {
        if (event->type() == QEvent::Resize) showPlace();
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        closeQuestion();
        m_apply->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RunPanel::confirmed() {
    closeQuestion();
    if (m_asked == TerraformStep::Apply && m_shownPlan && kept_plan::held(m_folder) != m_shownPlan) {
        // What was confirmed is not what would be done.
        start({TerraformStep::Init, TerraformStep::Validate, TerraformStep::Plan});
        say(tr(
            "The files have changed since you were asked, so nothing is applied: look at the new plan, then "
            "apply."));
        return;
    }
    start({m_asked});
}

void RunPanel::append(const QByteArray& ansi) {
    const style::Theme& theme = style::theme();
    QTextCursor cursor(m_text->document());
    cursor.movePosition(QTextCursor::End);
    const bool follows = m_follows;
    cursor.beginEditBlock();
    for (AnsiRun& run : m_ansi->read(ansi)) {
        breakLines(run.text, m_column);
        QTextCharFormat format;
        format.setForeground(inkOf(run.color, theme));
        if (run.bold) format.setFontWeight(QFont::DemiBold);
        format.setFontUnderline(run.underline);
        cursor.insertText(run.text, format);
    }
    cursor.endEditBlock();
    if (!follows) return;
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
    m_follows = true;
}

void RunPanel::say(const QString& line) {
    append(QByteArrayLiteral("\x1b[0m\x1b[2m") + line.toUtf8() + QByteArrayLiteral("\x1b[0m\n"));
}

void RunPanel::showChanges() {
    const style::Theme& theme = style::theme();
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    const auto& changes = m_deployment.plan();
    for (const PlannedChange& change : changes) {
        auto* item = new QListWidgetItem(signOf(change.action) + QLatin1Char(' ') + change.address, m_list);
        item->setForeground(inkOf(change.action, theme));
        item->setToolTip(
            tr("%1 %2", "aws_vpc.main will be created").arg(change.address, wordsOf(change.action)));
    }
    const PlanCounts counts = countsOf(changes);
    QString summary = !counts.empty() ? tr("%1 to add, %2 to change, %3 to replace, %4 to destroy")
                                            .arg(counts.create)
                                            .arg(counts.update)
                                            .arg(counts.replace)
                                            .arg(counts.destroy)
                      : m_planned ? tr("Nothing to change: what is in AWS is as the files say.")
                                  : tr("No plan yet.");
    if (m_deployment.planIsOld()) summary = tr("Of before: %1").arg(summary);
    m_summary->setText(summary);
    showSide();
    m_marks->setVisible(!changes.empty() && !m_deployment.planIsOld());
    m_marks->setChecked(m_deployment.isMarked());
    emit plannedChangesChanged();
}

void RunPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateState();
        lookAtFiles();
        if (m_question->isVisible()) m_questionText->setText(question());
        m_go->setText(m_asked == TerraformStep::Apply ? tr("Apply") : tr("Destroy"));
    }
    if (event->type() == QEvent::PaletteChange) showChanges();
}

void RunPanel::retranslate() {
    m_tabs->setTabText(0, tr("Plan and apply"));
    m_tabs->setTabText(1, tr("In AWS"));
    m_tabs->setTabText(2, tr("Check list"));
    m_tool->setAccessibleName(tr("Program"));
    m_marks->setText(tr("Mark in the drawing"));
    m_marks->setToolTip(tr("Shows at each node what the plan would do to it"));
    m_export->setText(tr("Export Terraform…"));
    m_noticeExport->setText(tr("Export…"));
    m_lookAgain->setText(tr("Look again"));
    m_leave->setText(tr("Cancel"));
    m_check->setText(tr("Check"));
    m_check->setToolTip(tr("terraform fmt, init and validate: nothing in AWS is touched"));
    m_plan->setText(tr("Plan"));
    m_plan->setToolTip(tr("terraform plan: what would change in AWS, and nothing is changed"));
    m_apply->setText(tr("Apply…"));
    m_apply->setToolTip(tr("terraform apply: makes it so in AWS, after you have typed a word"));
    m_destroy->setText(tr("Destroy…"));
    m_destroy->setToolTip(tr("terraform destroy: removes it from AWS, after you have typed a word"));
    m_word->setAccessibleName(tr("Word to confirm with"));
    m_text->setAccessibleName(tr("What terraform says"));
    m_text->setPlaceholderText(tr("“Plan” shows what terraform would do in AWS. Nothing is changed by it."));
    m_list->setAccessibleName(tr("Planned changes"));
    showChanges();
}

} // namespace sekisho
