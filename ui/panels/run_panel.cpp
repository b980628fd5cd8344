// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/run_panel.h"

#include "core/cost/estimate.h"
#include "core/model/design.h"
#include "ui/document/deployment.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/kept_plan.h"
#include "ui/document/selection.h"
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
#include <QEvent>
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
#include <QTimer>

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
    nothingLayout->addStretch(1);
    m_pages->addWidget(nothing);
    connect(m_export, &QPushButton::clicked, this, &RunPanel::exportRequested);

    m_pages->addWidget(makePage());
    connectRunner();
    connect(m_deployed, &DeployedPage::readRequested, this, &RunPanel::readState);
    connect(&m_deployment, &Deployment::planChanged, this, &RunPanel::showChanges);
    connect(&m_document, &Document::replaced, this, [this] { m_question->hide(); });
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
    m_where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_where, 1);
    column->addLayout(row);

    m_progress = new QProgressBar(page);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(3);
    column->addWidget(m_progress);

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
    answer->addStretch(1);
    question->addLayout(answer);
    column->addWidget(m_question);
    m_question->hide();

    auto* splitter = new QSplitter(Qt::Horizontal, page);
    m_text = new QPlainTextEdit(splitter);
    m_text->setObjectName(QStringLiteral("runText"));
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setMaximumBlockCount(20000);
    m_text->setFont(style::monoFont(12));
    m_text->setFrameShape(QFrame::NoFrame);
    splitter->addWidget(m_text);
    auto* side = new QWidget(splitter);
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(8, 4, 8, 4);
    m_summary = new QLabel(side);
    m_summary->setProperty("role", QStringLiteral("second"));
    m_summary->setWordWrap(true);
    sideLayout->addWidget(m_summary);
    m_marks = new QCheckBox(side);
    m_marks->setObjectName(QStringLiteral("runMarks"));
    sideLayout->addWidget(m_marks);
    m_list = new QListWidget(side);
    m_list->setFont(style::monoFont(11));
    sideLayout->addWidget(m_list, 1);
    splitter->addWidget(side);
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
    connect(m_cancel, &QPushButton::clicked, m_runner, &TerraformRunner::cancel);
    connect(m_word, &QLineEdit::textChanged, this, [this](const QString& word) {
        m_go->setEnabled(
            word == (m_asked == TerraformStep::Apply ? QLatin1String("apply") : QLatin1String("destroy")));
    });
    connect(m_word, &QLineEdit::returnPressed, m_go, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, &RunPanel::confirmed);
    connect(m_marks, &QCheckBox::clicked, &m_deployment, &Deployment::setMarked);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int index) {
        const auto& changes = m_deployment.plan();
        if (index < 0 || index >= int(changes.size()) || !changes[std::size_t(index)].element) return;
        m_selection.set({*changes[std::size_t(index)].element});
        m_selection.reveal(*changes[std::size_t(index)].element);
    });
    return page;
}

void RunPanel::connectRunner() {
    connect(m_runner, &TerraformRunner::stepStarted, this, [this](TerraformStep step, const QString& line) {
        m_lastStep = step;
        if (step != TerraformStep::Read) say(QStringLiteral("$ ") + line);
    });
    connect(m_runner, &TerraformRunner::text, this, [this](const QByteArray& ansi) {
        if (m_lastStep != TerraformStep::Read) append(ansi);
    });
    connect(m_runner, &TerraformRunner::stepFinished, this, &RunPanel::stepFinished);
    connect(m_runner, &TerraformRunner::planDropped, this, [this](TerraformStep step) {
        m_deployment.dropPlan();
        say(step == TerraformStep::Plan
                ? tr("The files changed while terraform planned. Plan again.")
                : tr("The files have changed since they were planned: terraform plans anew."));
    });
    connect(m_runner, &TerraformRunner::finished, this, [this](bool succeeded) {
        if (m_lastStep != TerraformStep::Read)
            say(succeeded ? tr("Done.") : tr("Stopped: the step above did not succeed."));
        updateState();
        // What did not succeed may have changed something all the same.
        if (!succeeded && (m_lastStep == TerraformStep::Apply || m_lastStep == TerraformStep::Destroy)) {
            m_deployment.dropPlan();
            QTimer::singleShot(0, this, &RunPanel::readState);
        }
    });
}

void RunPanel::stepFinished(TerraformStep step, bool succeeded) {
    // Another design is open by now.
    if (m_runner->folder() != m_folder) return;
    const bool changes = step == TerraformStep::Apply || step == TerraformStep::Destroy;
    if (step == TerraformStep::Plan) {
        if (succeeded)
            m_deployment.setPlan(readPlan(m_runner->planJson(), m_document.design()));
        else
            m_deployment.dropPlan();
        m_planned = succeeded;
        showChanges();
    }
    if (changes && succeeded) {
        m_deployment.dropPlan();
        m_planned = false;
        for (const TerraformOutput& output : readOutputs(m_runner->outputJson()))
            say(output.name + QStringLiteral(" = ") + output.value);
    }
    if ((changes && succeeded) || step == TerraformStep::Read) {
        const bool known = !m_runner->stateJson().isEmpty();
        if (known)
            m_deployment.setState(sekisho::readState(m_runner->stateJson(), m_document.design()),
                                  readOutputs(m_runner->outputJson()));
        else
            m_deployment.clearState();
        m_deployed->setFailed(!known);
    }
}

void RunPanel::setFolder(const QString& folder) {
    if (folder != m_folder) {
        m_deployment.clearState();
        m_deployed->setFailed(false);
        m_planned = false;
    }
    m_folder = folder;
    // A new export: what was planned is planned no more.
    if (!kept_plan::held(folder)) {
        m_planned = false;
        m_deployment.dropPlan();
        showChanges();
    }
    m_question->hide();
    findTools();
    updateState();
    if (QFile::exists(QDir(folder).filePath(QStringLiteral("terraform.tfstate")))) readState();
}

void RunPanel::readState() {
    if (m_runner->isRunning() || m_folder.isEmpty() || m_tool->currentIndex() < 0) return;
    m_runner->run(m_tools[std::size_t(m_tool->currentIndex())], m_folder, {TerraformStep::Read});
    updateState();
}

void RunPanel::findTools() {
    m_tools = m_folder.isEmpty() ? std::vector<TerraformTool>() : terraformTools(m_folder);
    m_tool->clear();
    for (const TerraformTool& tool : m_tools)
        m_tool->addItem(tool.name);
}

void RunPanel::updateState() {
    const bool ready = !m_folder.isEmpty() && QDir(m_folder).exists() && !m_tools.empty();
    const bool running = m_runner->isRunning();
    m_pages->setCurrentIndex(ready ? 1 : 0);
    const bool exported = !m_folder.isEmpty() && QDir(m_folder).exists();
    m_empty->setText(
        exported
            ? tr("Neither terraform nor tofu is on the PATH, and there is no docker-compose.yml with docker. "
                 "Install one of them, then come back.")
            : tr("Terraform runs in the folder of the export. Export the design first."));
    m_export->setVisible(!exported);
    m_where->setText(QDir::toNativeSeparators(m_folder));
    m_where->setToolTip(m_where->text());
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
    for (QPushButton* button : {m_check, m_plan, m_apply, m_destroy})
        button->setEnabled(!running);
    m_tool->setEnabled(!running);
    m_deployed->setCanRead(ready && !running);
}

void RunPanel::start(const std::vector<TerraformStep>& steps) {
    if (m_runner->isRunning() || m_tool->currentIndex() < 0) return;
    m_question->hide();
    m_text->clear();
    m_runner->run(m_tools[std::size_t(m_tool->currentIndex())], m_folder, steps);
    updateState();
}

void RunPanel::askFor(TerraformStep step) {
    m_asked = step;
    QString profile = qEnvironmentVariable("AWS_PROFILE");
    if (profile.isEmpty()) profile = QStringLiteral("default");
    const auto& estimate = m_facts.estimate();
    m_shownPlan = kept_plan::held(m_folder);
    if (step == TerraformStep::Destroy) {
        const QString what = m_deployment.hasState() ? tr("The state holds %n resource(s).", nullptr,
                                                          int(m_deployment.resources().size()))
                                                     : tr("What the state holds was not read.");
        m_questionText->setText(
            tr("This destroys everything that the files in this folder made in the AWS account of the "
               "profile “%1”, NAT gateways and their addresses too. %2 Type “destroy” to go on.")
                .arg(profile, what));
    } else {
        const QString plan =
            !m_shownPlan ? tr("There is no plan of these files yet: terraform plans while it applies.")
            // As terraform counts: what is replaced is destroyed and added.
            : m_shownPlan->empty() ? tr("The plan changes nothing.")
                                   : tr("The plan: %1 to add, %2 to change, %3 to destroy.")
                                         .arg(m_shownPlan->create + m_shownPlan->replace)
                                         .arg(m_shownPlan->update)
                                         .arg(m_shownPlan->destroy + m_shownPlan->replace);
        const QString what =
            estimate ? tr("What NAT adds there costs %1 a month plus data while it is on; it is %2 now.")
                           .arg(figures::dollars(estimate->natOn.monthly - estimate->natOff.monthly,
                                                 figures::monthPlaces),
                                estimate->natEnabled ? tr("on", "NAT") : tr("off", "NAT"))
                     : tr("What NAT costs there is not known.");
        m_questionText->setText(tr("This changes real resources in the AWS account of the profile “%1”. %2 "
                                   "%3 Type “apply” to go on.")
                                    .arg(profile, plan, what));
    }
    m_word->clear();
    m_go->setEnabled(false);
    m_go->setText(step == TerraformStep::Apply ? tr("Apply") : tr("Destroy"));
    m_question->show();
    static_cast<WholeText*>(m_questionText)->fit();
    m_word->setFocus();
}

void RunPanel::confirmed() {
    m_question->hide();
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
    const bool atEnd = m_text->verticalScrollBar()->value() == m_text->verticalScrollBar()->maximum();
    for (const AnsiRun& run : m_ansi->read(ansi)) {
        QTextCharFormat format;
        format.setForeground(inkOf(run.color, theme));
        if (run.bold) format.setFontWeight(QFont::DemiBold);
        format.setFontUnderline(run.underline);
        cursor.insertText(run.text, format);
    }
    if (atEnd) m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
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
    if (m_deployment.planIsOld())
        summary = tr("%1. The design has changed since: export it and plan again.").arg(summary);
    m_summary->setText(summary);
    m_marks->setVisible(!changes.empty() && !m_deployment.planIsOld());
    m_marks->setChecked(m_deployment.isMarked());
    emit plannedChangesChanged();
}

void RunPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        updateState();
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
    m_check->setText(tr("Check"));
    m_check->setToolTip(tr("terraform fmt, init and validate: nothing in AWS is touched"));
    m_plan->setText(tr("Plan"));
    m_plan->setToolTip(tr("terraform plan: what would change in AWS, and nothing is changed"));
    m_apply->setText(tr("Apply…"));
    m_apply->setToolTip(tr("terraform apply: makes it so in AWS, after you have typed a word"));
    m_destroy->setText(tr("Destroy…"));
    m_destroy->setToolTip(tr("terraform destroy: removes it from AWS, after you have typed a word"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Asks terraform to stop; twice: stops it at once"));
    m_word->setAccessibleName(tr("Word to confirm with"));
    m_text->setAccessibleName(tr("What terraform says"));
    m_text->setPlaceholderText(tr("“Plan” shows what terraform would do in AWS. Nothing is changed by it."));
    m_list->setAccessibleName(tr("Planned changes"));
    showChanges();
}

} // namespace sekisho
