// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/export_dialog.h"

#include "core/terraform/replacements.h"
#include "ui/document/applied_groups.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/text_diff.h"
#include "ui/panels/code_view.h"
#include "ui/panels/figures.h"
#include "ui/panels/replacement_strip.h"
#include "ui/style/combo_box.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/text/diagnostic_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QUrl>

namespace sekisho {

namespace {

enum Column { FileColumn, ActionColumn, ChoiceColumn };
enum Rules { AsDesigned, Inline, Separate };
constexpr int margin = 16;
constexpr int mostMessages = 6;

QString sentenceOf(const Diagnostic& diagnostic, const Network* network = nullptr) {
    return QString::fromStdString(text::sentence(diagnostic, style::language(), network));
}

/// Sentences below each other; of many the first ones, and how many more there are.
QString paragraphs(QStringList lines) {
    lines.removeDuplicates();
    const int more = int(lines.size()) - mostMessages;
    if (more > 0) lines = lines.mid(0, mostMessages) << ExportDialog::tr("and %n more", nullptr, more);
    return lines.join(QLatin1Char('\n'));
}

QPushButton* button(const char* role = nullptr) {
    auto* result = new QPushButton;
    result->setAutoDefault(false); // Enter in a field belongs to the field
    if (role) result->setProperty("role", QLatin1String(role));
    return result;
}

QLabel* message(const char* role) {
    auto* label = new QLabel;
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

/// Of a diagnostic about a file: its name without the folder.
QString nameOfFile(const Diagnostic& diagnostic) {
    for (const DiagnosticArg& arg : diagnostic.args)
        if (arg.name == "path") return QString::fromStdString(arg.value).section(QLatin1Char('/'), -1);
    return {};
}

bool wantsChoice(const PlannedFile& file) {
    return file.action == FileAction::Edited || file.action == FileAction::KeepEdited;
}

} // namespace

ExportDialog::ExportDialog(Document& document, Facts& facts, const QString& folder, QWidget* parent)
    : QDialog(parent), m_document(document), m_facts(facts), m_firstFolder(folder) {
    setObjectName(QStringLiteral("export-dialog"));
    connect(&facts, &Facts::terraformChanged, this, [this] {
        m_dirty = true;
        if (isVisible()) refresh();
    });
    connect(&style::Style::instance(), &style::Style::themeChanged, this, [this] {
        if (isVisible()) refresh();
    });
}

ExportDialog::~ExportDialog() {
    // It loses the keyboard while the dialog goes, and would plan once more.
    if (m_folder) m_folder->disconnect(this);
}

void ExportDialog::showEvent(QShowEvent* event) {
    ensureBuilt();
    if (m_dirty) refresh();
    QDialog::showEvent(event);
}

void ExportDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_pages) {
        retranslate();
        if (isVisible()) refresh();
    }
    QDialog::changeEvent(event);
}

// --- Building
// -------------------------------------------------------------------------------------------------

void ExportDialog::ensureBuilt() {
    if (m_pages) return;
    build();
    m_options = m_facts.terraform().options();
    m_folder->setText(QDir::toNativeSeparators(m_firstFolder));
}

void ExportDialog::build() {
    resize(860, 600);
    m_pages = new QStackedWidget;
    m_pages->addWidget(buildPlanPage());
    m_pages->addWidget(buildReportPage());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(margin, margin, margin, margin);
    all->addWidget(m_pages);
    retranslate();
}

QWidget* ExportDialog::buildOptions() {
    m_folderName = new QLabel;
    m_folder = new QLineEdit;
    m_folder->setObjectName(QStringLiteral("export-folder"));
    m_folderName->setBuddy(m_folder);
    connect(m_folder, &QLineEdit::editingFinished, this, [this] {
        if (!m_folder->isModified()) return;
        m_folder->setModified(false);
        m_choices.clear();
        refresh();
    });
    m_browse = button();
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    m_modeName = new QLabel;
    m_mode = new style::ComboBox;
    m_rulesName = new QLabel;
    m_rules = new style::ComboBox;
    m_modeName->setBuddy(m_mode);
    m_rulesName->setBuddy(m_rules);
    m_associate = new QCheckBox;
    m_docker = new QCheckBox;
    m_nat = new QLabel;
    for (QComboBox* box : {m_mode, m_rules})
        connect(box, &QComboBox::activated, this, &ExportDialog::readOptions);
    for (QCheckBox* box : {m_associate, m_docker})
        connect(box, &QCheckBox::clicked, this, &ExportDialog::readOptions);

    auto* options = new QWidget;
    auto* grid = new QGridLayout(options);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(m_folderName, 0, 0);
    auto* row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    grid->addLayout(row, 0, 1, 1, 3);
    grid->addWidget(m_modeName, 1, 0);
    grid->addWidget(m_mode, 1, 1);
    grid->addWidget(m_rulesName, 1, 2);
    grid->addWidget(m_rules, 1, 3);
    auto* checks = new QHBoxLayout;
    checks->setSpacing(18);
    checks->addWidget(m_associate);
    checks->addWidget(m_docker);
    checks->addStretch(1);
    checks->addWidget(m_nat);
    grid->addLayout(checks, 2, 0, 1, 4);
    return options;
}

QWidget* ExportDialog::buildPlanPage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(buildOptions());
    m_acls = message("warning");
    m_warnings = message("warning");
    m_notes = message("note");
    m_errors = message("error");
    column->addWidget(m_acls);
    column->addWidget(m_warnings);

    m_files = new QTreeWidget;
    m_files->setObjectName(QStringLiteral("export-files"));
    m_files->setColumnCount(3);
    m_files->setRootIsDecorated(false);
    m_files->setUniformRowHeights(true);
    m_files->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_files->header()->setStretchLastSection(true);
    connect(m_files, &QTreeWidget::currentItemChanged, this, &ExportDialog::showDifference);
    m_difference = new CodeView;
    m_difference->setLineNumbersShown(false);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_files);
    m_reason = message("error");
    auto* right = new QWidget;
    auto* stacked = new QVBoxLayout(right);
    stacked->setContentsMargins(0, 0, 0, 0);
    stacked->setSpacing(6);
    stacked->addWidget(m_reason);
    stacked->addWidget(m_difference, 1);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 4);
    column->addWidget(splitter, 1);
    column->addWidget(m_notes);
    column->addWidget(m_errors);
    m_despiteBox = new QCheckBox;
    m_despiteBox->setObjectName(QStringLiteral("export-despite"));
    m_despiteBox->hide();
    connect(m_despiteBox, &QCheckBox::clicked, this, &ExportDialog::setDespiteProblems);
    column->addWidget(m_despiteBox);

    m_write = button("primary");
    m_write->setObjectName(QStringLiteral("export-write"));
    m_cancel = button();
    connect(m_write, &QPushButton::clicked, this, &ExportDialog::write);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_write);
    column->addLayout(buttons);
    return page;
}

QWidget* ExportDialog::buildReportPage() {
    m_report = new QLabel;
    m_report->setObjectName(QStringLiteral("export-report"));
    m_report->setWordWrap(true);
    m_report->setTextFormat(Qt::PlainText);
    m_report->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_report->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_report);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_openFolder = button();
    m_run = button();
    m_run->setObjectName(QStringLiteral("export-run"));
    m_close = button("primary");
    connect(m_run, &QPushButton::clicked, this, [this] {
        accept();
        emit runRequested();
    });
    connect(m_openFolder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder())); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_openFolder);
    buttons->addWidget(m_run);
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    return page;
}

void ExportDialog::retranslate() {
    setWindowTitle(tr("Export Terraform"));
    m_folderName->setText(tr("Folder"));
    m_folder->setPlaceholderText(tr("The folder to write into"));
    m_folder->setAccessibleName(tr("Folder"));
    m_browse->setText(tr("Choose…"));
    m_modeName->setText(tr("Kind"));
    m_rulesName->setText(tr("Security group rules"));
    m_associate->setText(tr("Put all network ACLs in force"));
    m_associate->setToolTip(tr("Makes every drawn association of a network ACL active for this export."));
    m_docker->setText(tr("With docker-compose.yml"));
    m_docker->setToolTip(tr("Adds a file to run Terraform in a container."));
    m_despiteBox->setText(tr("Export all the same"));
    m_despiteBox->setToolTip(
        tr("Writes the files although AWS or terraform will probably refuse them. Your files stay safe."));
    m_files->setHeaderLabels({tr("File"), tr("What happens"), tr("Your choice")});
    m_files->setAccessibleName(tr("Files of the export"));
    m_difference->setAccessibleName(tr("What changes in the file"));
    m_write->setText(tr("Export"));
    m_cancel->setText(tr("Cancel"));
    m_openFolder->setText(tr("Open Folder"));
    m_run->setText(tr("Run Terraform"));
    m_run->setToolTip(tr("Goes to the pane “Run”, where these files are checked, planned and applied"));
    m_close->setText(tr("Close"));
    m_mode->clear();
    m_mode->addItem(tr("Stack: a folder that stands alone"));
    m_mode->addItem(tr("Add-on: files beside an existing VPC"));
    m_mode->setAccessibleName(tr("Kind of the export"));
    m_rules->clear();
    m_rules->addItem(tr("As in the design"));
    m_rules->addItem(tr("Inside their security group"));
    m_rules->addItem(tr("As resources of their own"));
    m_rules->setAccessibleName(tr("Security group rules"));
}

// --- Options and plan
// -----------------------------------------------------------------------------------------

QString ExportDialog::folder() const {
    if (!m_folder) return m_firstFolder;
    const QString text = m_folder->text().trimmed();
    return text.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(text));
}

void ExportDialog::setFolder(const QString& folder) {
    ensureBuilt();
    m_folder->setText(QDir::toNativeSeparators(folder));
    m_choices.clear();
    refresh();
}

void ExportDialog::setOptions(const terraform::ExportOptions& options) {
    ensureBuilt();
    m_options = options;
    refresh();
}

void ExportDialog::setChoice(const QString& path, std::optional<EditChoice> choice) {
    ensureBuilt();
    if (choice)
        m_choices[path.toStdString()] = *choice;
    else
        m_choices.erase(path.toStdString());
    m_failure.reset();
    refreshMessages();
}

void ExportDialog::browse() {
    auto* dialog = new QFileDialog(this, tr("Folder for the Terraform files"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setFolder);
    dialog->open();
}

void ExportDialog::readOptions() {
    m_options.mode =
        m_mode->currentIndex() == 1 ? terraform::ExportMode::AddOn : terraform::ExportMode::Stack;
    switch (m_rules->currentIndex()) {
    case Inline: m_options.rules = RuleStyle::Inline; break;
    case Separate: m_options.rules = RuleStyle::Separate; break;
    default: m_options.rules.reset(); break;
    }
    m_options.associateNacls = m_associate->isChecked();
    // An add-on lies beside somebody's own set-up.
    m_options.docker = m_docker->isChecked() && m_options.mode == terraform::ExportMode::Stack;
    refresh();
}

void ExportDialog::refresh() {
    m_dirty = false;
    m_failure.reset();
    m_options.designName = m_facts.terraform().options().designName;
    terraform::ExportOptions options = m_options;
    if (!folder().isEmpty()) options.applied = appliedGroupsIn(QDir(folder()).absolutePath().toStdString());
    const terraform::Exporter& shown = m_facts.terraform();
    m_result = shown.options() == options ? shown.result()
                                          : terraform::exportTerraform(m_document.design(), options);
    // What AWS or terraform would refuse is not written unless people insist; see terraform::exportChecked().
    Diagnostics problems = errorsOfDesign();
    if (problems != m_problems) m_despite = false; // nobody has insisted on these
    m_problems = std::move(problems);
    if (!m_problems.empty() && !m_despite) m_result.files.clear();
    m_plan.reset();
    if (!folder().isEmpty() && !hasErrors(m_result.diagnostics) && (m_problems.empty() || m_despite)) {
        auto planned = planExport(QDir(folder()).absolutePath().toStdString(), m_result.files);
        if (planned) {
            m_plan = std::move(*planned);
            const Diagnostics turned = options.applied ? Diagnostics() : warnOfTurnedRules(*m_plan);
            m_result.diagnostics.insert(m_result.diagnostics.end(), turned.begin(), turned.end());
        } else
            m_failure = planned.error();
    }
    m_mode->setCurrentIndex(m_options.mode == terraform::ExportMode::AddOn ? 1 : 0);
    m_rules->setCurrentIndex(!m_options.rules                        ? AsDesigned
                             : *m_options.rules == RuleStyle::Inline ? Inline
                                                                     : Separate);
    m_associate->setChecked(m_options.associateNacls);
    m_docker->setChecked(m_options.docker);
    m_docker->setEnabled(m_options.mode == terraform::ExportMode::Stack);
    const bool nat = m_options.nat.value_or(m_document.design().settings.natEnabled);
    m_nat->setText(nat ? tr("NAT gateways: On") : tr("NAT gateways: Off"));
    m_nat->setToolTip(QStringLiteral("enable_nat_gateway = %1")
                          .arg(nat ? QStringLiteral("true") : QStringLiteral("false")));
    const QString inactive = inactiveAcls();
    m_acls->setVisible(!inactive.isEmpty() && !m_options.associateNacls);
    m_acls->setText(
        tr("Drawn but not in force, so not exported: %1. The subnets keep the network ACL they have.")
            .arg(inactive));
    m_associate->setEnabled(!inactive.isEmpty());
    refreshFiles();
    refreshMessages();
}

/// Accepted ones too: that somebody lives with them changes nothing for AWS.
Diagnostics ExportDialog::errorsOfDesign() const {
    Diagnostics errors;
    for (const Diagnostic& problem : m_facts.problems())
        if (problem.severity == Severity::Error) errors.push_back(problem);
    for (const AcceptedProblem& one : m_facts.acceptedProblems())
        if (one.problem.severity == Severity::Error) errors.push_back(one.problem);
    return errors;
}

void ExportDialog::setBefore(std::shared_ptr<const Design> design) {
    m_before = std::move(design);
    m_dirty = true;
    if (isVisible()) refresh();
}

QStringList ExportDialog::replacements() const {
    QStringList lines;
    if (!m_before || !m_plan || !m_plan->manifestBytes) return lines;
    const auto list = terraform::replacements(*m_before, m_document.design(), m_options);
    for (const terraform::Replacement& one : list) {
        const QString line = tr("Terraform will destroy %1 and make it anew: %2")
                                 .arg(QString::fromStdString(one.address), replacementReasons(one));
        lines << (one.avoidable
                      ? line + QLatin1Char(' ') + tr("The Terraform pane offers a moved block that keeps it.")
                      : line);
    }
    return lines;
}

void ExportDialog::setDespiteProblems(bool despite) {
    ensureBuilt();
    if (m_dirty) refresh();
    m_despite = despite;
    refresh();
}

QString ExportDialog::inactiveAcls() const {
    QStringList names;
    for (const NetworkAcl& acl : m_document.network().all<NetworkAcl>()) {
        int inactive = 0;
        for (const NetworkAclAssociation& association : acl.associations)
            if (!association.active) ++inactive;
        if (inactive > 0)
            names << tr("%1 on %n subnet(s)", nullptr, inactive)
                         .arg(QString::fromStdString(text::oneLine(acl.name)));
    }
    return figures::list(names);
}

QString ExportDialog::actionText(const PlannedFile& file) const {
    switch (file.action) {
    case FileAction::Create: return tr("New file");
    case FileAction::Recreate: return tr("Written again; it was deleted");
    case FileAction::Unchanged: return tr("No change");
    case FileAction::Update: return tr("Updated");
    case FileAction::SetLine: return tr("One line is set, the rest stays");
    case FileAction::Edited: return tr("Edited since the last export");
    case FileAction::Foreign: return tr("Not Sekisho's: not overwritten");
    case FileAction::Blocked: return tr("Cannot be written");
    case FileAction::Remove: return tr("Removed; no longer part of it");
    case FileAction::KeepEdited: return tr("No longer part of it, but edited");
    }
    return {};
}

void ExportDialog::refreshFiles() {
    const QString current = m_files->currentItem() ? m_files->currentItem()->text(FileColumn) : QString();
    const QSignalBlocker quiet(m_files);
    m_files->clear();
    if (!m_plan) {
        // Without a folder the files are shown all the same.
        for (const terraform::ExportedFile& file : m_result.files) {
            auto* item = new QTreeWidgetItem(m_files, {QString::fromStdString(file.path), QString()});
            item->setFont(FileColumn, style::monoFont(12));
        }
    } else {
        const style::Theme& theme = style::theme();
        for (const PlannedFile& file : m_plan->files) {
            const QString path = QString::fromStdString(file.path);
            auto* item = new QTreeWidgetItem(m_files, {path, actionText(file)});
            item->setFont(FileColumn, style::monoFont(12));
            const bool stops = file.action == FileAction::Foreign || file.action == FileAction::Blocked;
            item->setForeground(ActionColumn, stops                                  ? theme.error
                                              : wantsChoice(file)                    ? theme.warn
                                              : file.action == FileAction::Unchanged ? theme.ink3
                                                                                     : theme.ink2);
            if (!wantsChoice(file)) continue;
            const bool orphan = file.action == FileAction::KeepEdited;
            auto* box = new style::ComboBox;
            box->setAccessibleName(tr("What becomes of %1").arg(path));
            if (!orphan) box->addItem(tr("Choose…"));
            box->addItem(tr("Keep mine"), int(EditChoice::Keep));
            box->addItem(orphan ? tr("Remove") : tr("Overwrite"), int(EditChoice::Overwrite));
            if (const auto chosen = m_choices.find(file.path); chosen != m_choices.end())
                box->setCurrentIndex(box->findData(int(chosen->second)));
            connect(box, &QComboBox::activated, this, [this, box, path] {
                const QVariant chosen = box->currentData();
                setChoice(path, chosen.isValid() ? std::optional(EditChoice(chosen.toInt())) : std::nullopt);
            });
            m_files->setItemWidget(item, ChoiceColumn, box);
        }
    }
    QTreeWidgetItem* select = nullptr;
    for (int i = 0; i < m_files->topLevelItemCount() && !select; ++i)
        if (m_files->topLevelItem(i)->text(FileColumn) == current) select = m_files->topLevelItem(i);
    // At first what there is to look at.
    for (std::size_t i = 0; m_plan && !select && i < m_plan->files.size(); ++i)
        if (m_plan->files[i].action != FileAction::Unchanged) select = m_files->topLevelItem(int(i));
    if (!select) select = m_files->topLevelItem(0);
    m_files->setCurrentItem(select);
    showDifference();
}

void ExportDialog::showDifference() {
    const QTreeWidgetItem* item = m_files->currentItem();
    const std::string path = item ? item->text(FileColumn).toStdString() : std::string();
    const auto showText = [&](const std::string& text) {
        m_difference->setSyntax(item->text(FileColumn).endsWith(QLatin1String(".yml"))
                                    ? CodeView::Syntax::Plain
                                    : CodeView::Syntax::Hcl);
        m_difference->setText(text);
    };
    m_difference->setFirstVisibleLine(1);
    m_reason->hide();
    if (m_plan)
        for (const PlannedFile& file : m_plan->files) {
            if (file.path != path) continue;
            if (file.obstacle) {
                m_reason->setText(sentenceOf(*file.obstacle));
                m_reason->show();
                showText(file.after.value_or(""));
            } else if (file.after && (!file.before || *file.before == *file.after)) {
                showText(*file.after);
            } else {
                m_difference->setSyntax(CodeView::Syntax::Diff);
                m_difference->setText(
                    unifiedDiff(file.before.value_or(""), file.after.value_or(""), file.path));
            }
            return;
        }
    for (const terraform::ExportedFile& file : m_result.files)
        if (file.path == path) {
            showText(file.bytes);
            return;
        }
    m_difference->setText({});
}

WriteOptions ExportDialog::writeOptions() const {
    WriteOptions options;
    options.choices = m_choices;
    return options;
}

QString ExportDialog::obstacle() const {
    QStringList lines, edited;
    if (!m_despite)
        for (const Diagnostic& one : m_problems)
            lines << sentenceOf(one, &m_document.network());
    for (const Diagnostic& one : m_result.diagnostics)
        if (one.severity == Severity::Error) lines << sentenceOf(one, &m_document.network());
    if (m_failure) lines << sentenceOf(*m_failure);
    if (m_plan)
        for (const Diagnostic& one : refusals(*m_plan, writeOptions())) {
            // The sentence for all programs names an option of the command line.
            if (one.code != Code::write_edited_file)
                lines << sentenceOf(one);
            else
                edited << nameOfFile(one);
        }
    if (!edited.isEmpty())
        lines << tr("Edited since the last export: %1. Look at the difference, then choose to keep your file "
                    "or "
                    "to overwrite it.")
                     .arg(figures::list(edited));
    if (lines.isEmpty() && folder().isEmpty()) lines << tr("Choose the folder to write into.");
    return paragraphs(lines);
}

void ExportDialog::refreshMessages() {
    QStringList notes, warnings = replacements();
    if (m_despite)
        for (const Diagnostic& one : m_problems)
            warnings << tr("Exported all the same: %1").arg(sentenceOf(one, &m_document.network()));
    for (const Diagnostic& one : m_result.diagnostics) {
        // The inactive ACLs have a box of their own, by name.
        if (one.severity == Severity::Error || one.code == Code::export_acl_inactive) continue;
        (one.severity == Severity::Warning ? warnings : notes) << sentenceOf(one, &m_document.network());
    }
    if (m_plan)
        for (const Diagnostic& one : m_plan->notes)
            notes << sentenceOf(one);
    m_notes->setText(paragraphs(notes));
    m_notes->setVisible(!notes.isEmpty());
    m_warnings->setText(paragraphs(warnings));
    m_warnings->setVisible(!warnings.isEmpty());
    const QString stops = obstacle();
    m_errors->setText(stops);
    m_errors->setVisible(!stops.isEmpty());
    m_despiteBox->setVisible(!m_problems.empty() && !hasErrors(m_result.diagnostics));
    m_despiteBox->setChecked(m_despite);
    m_write->setEnabled(m_plan.has_value() && refusals(*m_plan, writeOptions()).empty());
}

// --- Writing
// --------------------------------------------------------------------------------------------------

void ExportDialog::write() {
    if (!m_plan) return;
    const auto report = writeExport(*m_plan, writeOptions());
    if (report) {
        m_choices.clear();
        showReport(*report);
        emit exported(folder());
        return;
    }
    // The folder is not as it was planned for: look again, and keep saying why.
    const Diagnostic failure = report.error();
    refresh();
    m_failure = failure;
    refreshMessages();
}

void ExportDialog::showReport(const WriteReport& report) {
    QStringList lines;
    const auto add = [&](const QString& title, const std::vector<std::string>& paths) {
        if (paths.empty()) return;
        lines << title;
        for (const std::string& path : paths)
            lines << QStringLiteral("    %1").arg(QString::fromStdString(path));
        lines << QString();
    };
    lines << tr("Exported to %1").arg(QDir::toNativeSeparators(folder())) << QString();
    if (report.written.empty() && report.removed.empty())
        lines << tr("Every file was already as it should be.") << QString();
    add(tr("Written:"), report.written);
    add(tr("Removed:"), report.removed);
    add(tr("Left as they are:"), report.kept);
    for (const Diagnostic& note : report.notes)
        lines << sentenceOf(note);
    m_report->setText(lines.join(QLatin1Char('\n')));
    m_pages->setCurrentIndex(1);
    m_close->setFocus();
}

} // namespace sekisho
