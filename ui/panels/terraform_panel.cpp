// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/terraform_panel.h"

#include "core/model/edits.h"
#include "core/model/references.h"
#include "core/terraform/replacements.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/code_view.h"
#include "ui/panels/figures.h"
#include "ui/panels/replacement_strip.h"
#include "ui/panels/terraform_refusal.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>
#include <set>

namespace sekisho {

namespace {

/// What people look at first stands first; anything else follows by name.
constexpr const char* tabOrder[] = {"vpc.tf",           "security.tf",         "nat.tf",
                                    "nacl.tf",          "endpoints.tf",        "flow_logs.tf",
                                    "terraform.tfvars", "variables.tf",        "security_variables.tf",
                                    "outputs.tf",       "security_outputs.tf", "moved.tf",
                                    "versions.tf",      "docker-compose.yml"};

constexpr int roomyWidth = 640; ///< below it the tabs need the room
constexpr int changeDot = 7;    ///< the mark of a tab

constexpr const char* settingsFile = "terraform.tfvars";
constexpr const char* natSwitch = "enable_nat_gateway";

std::size_t rankOf(const QString& path) {
    const auto it = std::find(std::begin(tabOrder), std::end(tabOrder), path);
    return std::size_t(it - std::begin(tabOrder));
}

QToolButton* toolButton(const QString& icon) {
    auto* button = new QToolButton;
    button->setIcon(style::icon(icon));
    button->setIconSize({16, 16});
    button->setAutoRaise(true);
    return button;
}

std::map<std::string, std::string> textsOf(const terraform::ExportResult& result) {
    std::map<std::string, std::string> texts;
    for (const terraform::ExportedFile& file : result.files)
        texts.emplace(file.path, file.bytes);
    return texts;
}

const std::string& textOf(const std::map<std::string, std::string>& texts, const std::string& path) {
    static const std::string none;
    const auto it = texts.find(path);
    return it == texts.end() ? none : it->second;
}

/// What is selected and what belongs to it: the parts of nodes (rules, routes, associations), the Elastic IPs
/// of NAT gateways, and the routes and associations that lead to a node or hold it.
std::set<ElementId> concernedBy(const Network& network, const std::vector<ElementId>& selected) {
    std::set<ElementId> all(selected.begin(), selected.end());
    for (const ElementId element : selected) {
        const Node* node = network.find(element);
        if (!node) continue;
        forEachPart(*node, [&](ElementId part) { all.insert(part); });
        if (element.kind == Kind::NatGateway)
            forEachReference(*node, [&](ElementId, ElementId target) {
                if (target.kind == Kind::ElasticIp) all.insert(target);
            });
    }
    const auto follow = [&](const Node& holder) {
        forEachReference(holder, [&](ElementId part, ElementId target) {
            const bool follows = part.kind == Kind::Route || part.kind == Kind::RouteTableAssociation ||
                                 part.kind == Kind::NetworkAclAssociation;
            if (follows && std::find(selected.begin(), selected.end(), target) != selected.end())
                all.insert(part);
        });
    };
    for (const auto& entry : network.nodes)
        if (entry.key.kind == Kind::RouteTable || entry.key.kind == Kind::NetworkAcl) follow(*entry.value);
    return all;
}

} // namespace

TerraformPanel::TerraformPanel(Document& document, Facts& facts, Selection& selection, QWidget* parent)
    : QWidget(parent), m_document(document), m_facts(facts), m_selection(selection),
      m_replacements(std::make_unique<terraform::ReplacementFinder>()) {
    setObjectName(QStringLiteral("terraform-panel"));
    noteSaved();
    connect(&facts, &Facts::terraformChanged, this, &TerraformPanel::markDirty);
    connect(&document, &Document::saved, this, &TerraformPanel::noteSaved);
    connect(&document, &Document::replaced, this, [this] {
        m_current.clear();
        m_previous.clear();
        m_topLines.clear();
        noteSaved();
    });
    connect(&selection, &Selection::changed, this, [this] {
        if (m_built && isVisible() && !m_dirty) markSelection(!m_selecting);
    });
    connect(&style::Style::instance(), &style::Style::themeChanged, this, [this] {
        if (m_built) markDirty();
    });
}

TerraformPanel::~TerraformPanel() = default;

void TerraformPanel::showEvent(QShowEvent* event) {
    if (!m_built) build();
    if (m_dirty) refresh();
    QWidget::showEvent(event);
}

void TerraformPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_built) {
        retranslate();
        markDirty();
    }
    QWidget::changeEvent(event);
}

void TerraformPanel::markDirty() {
    m_dirty = true;
    if (m_built && isVisible()) refresh();
}

// --- Building
// -------------------------------------------------------------------------------------------------

void TerraformPanel::build() {
    m_built = true;
    m_view = new CodeView;
    connect(m_view, &CodeView::lineActivated, this, &TerraformPanel::selectAt);
    m_refusal = new TerraformRefusal;
    connect(m_refusal, &TerraformRefusal::elementActivated, this, [this](ElementId element) {
        m_selection.set({element});
        m_selection.reveal(element);
    });
    m_strip = new ReplacementStrip(this);
    connect(m_strip, &ReplacementStrip::elementActivated, m_refusal, &TerraformRefusal::elementActivated);
    connect(m_strip, &ReplacementStrip::keepRequested, this, &TerraformPanel::keepReplaced);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_refusal);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTabs());
    auto* line = new QFrame;
    line->setProperty("role", QStringLiteral("line"));
    column->addWidget(line);
    column->addWidget(m_strip);
    column->addWidget(m_pages, 1);
    column->addWidget(buildSearch());
    retranslate();
}

QWidget* TerraformPanel::buildTabs() {
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setFont(style::monoFont(12));
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { showCurrent(); });
    m_tabs->setIconSize({changeDot, changeDot});
    m_changes = new QToolButton;
    m_changes->setObjectName(QStringLiteral("terraform-changes"));
    m_changes->setAutoRaise(true);
    m_changes->setFont(style::tabular(style::uiFont(11)));
    connect(m_changes, &QToolButton::clicked, this, &TerraformPanel::goToNextChange);
    m_options = new QToolButton;
    m_options->setPopupMode(QToolButton::InstantPopup);
    m_options->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_options->setFont(style::uiFont(11));
    m_options->setMenu(new QMenu(m_options));
    connect(m_options->menu(), &QMenu::aboutToShow, this, &TerraformPanel::fillOptionsMenu);
    m_copy = toolButton(QStringLiteral("ui-duplicate"));
    connect(m_copy, &QToolButton::clicked, this, &TerraformPanel::copyFile);
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(2);
    row->addWidget(m_tabs, 1);
    row->addWidget(m_changes);
    row->addWidget(m_options);
    row->addWidget(m_copy);
    return bar;
}

QWidget* TerraformPanel::buildSearch() {
    m_searchRow = new QWidget;
    m_searchField = new QLineEdit;
    m_searchField->setClearButtonEnabled(true);
    m_searchField->installEventFilter(this);
    m_searchCount = new QLabel;
    m_searchCount->setProperty("role", QStringLiteral("second"));
    m_previousMatch = new QToolButton;
    m_nextMatch = new QToolButton;
    m_previousMatch->setArrowType(Qt::UpArrow);
    m_nextMatch->setArrowType(Qt::DownArrow);
    m_closeSearch = toolButton(QStringLiteral("ui-close"));
    connect(m_searchField, &QLineEdit::textChanged, this, &TerraformPanel::search);
    connect(m_previousMatch, &QToolButton::clicked, this, [this] { goToMatch(-1); });
    connect(m_nextMatch, &QToolButton::clicked, this, [this] { goToMatch(1); });
    connect(m_closeSearch, &QToolButton::clicked, this, &TerraformPanel::closeSearch);
    auto* row = new QHBoxLayout(m_searchRow);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_searchField, 1);
    row->addWidget(m_searchCount);
    row->addWidget(m_previousMatch);
    row->addWidget(m_nextMatch);
    row->addWidget(m_closeSearch);
    m_searchRow->hide();
    return m_searchRow;
}

void TerraformPanel::retranslate() {
    m_view->setAccessibleName(tr("Terraform text"));
    m_tabs->setAccessibleName(tr("Terraform files"));
    m_copy->setToolTip(tr("Copy the file"));
    m_copy->setAccessibleName(tr("Copy the file"));
    m_searchField->setPlaceholderText(tr("Find in this file"));
    m_searchField->setAccessibleName(tr("Find in this file"));
    m_previousMatch->setToolTip(tr("Previous match"));
    m_previousMatch->setAccessibleName(tr("Previous match"));
    m_nextMatch->setToolTip(tr("Next match"));
    m_nextMatch->setAccessibleName(tr("Next match"));
    m_closeSearch->setToolTip(tr("Close the search"));
    m_closeSearch->setAccessibleName(tr("Close the search"));
    updateMatchCount();
}

void TerraformPanel::fillOptionsMenu() {
    QMenu* menu = m_options->menu();
    menu->clear();
    qDeleteAll(menu->findChildren<QActionGroup*>());
    const terraform::ExportOptions& options = m_facts.terraform().options();
    const RuleStyle rules = options.rules.value_or(m_document.design().settings.ruleStyle);
    const auto add = [&](QActionGroup* group, const QString& text, bool checked, auto chosen) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        group->addAction(action);
        connect(action, &QAction::triggered, this, chosen);
    };
    const auto setMode = [this](terraform::ExportMode mode) {
        terraform::ExportOptions next = m_facts.terraform().options();
        next.mode = mode;
        if (mode == terraform::ExportMode::AddOn) next.docker = false;
        m_facts.setExportOptions(next);
    };
    const auto setRules = [this](RuleStyle rule) {
        terraform::ExportOptions next = m_facts.terraform().options();
        next.rules.reset();
        m_facts.setExportOptions(next);
        Settings settings = m_document.design().settings;
        settings.ruleStyle = rule;
        m_document.edit(tr("Change style of rules"), edits::setSettings(m_document.design(), settings));
    };
    auto* modes = new QActionGroup(menu);
    add(modes, tr("Stack: a folder that stands alone"), options.mode == terraform::ExportMode::Stack,
        [=] { setMode(terraform::ExportMode::Stack); });
    add(modes, tr("Add-on: files beside an existing VPC"), options.mode == terraform::ExportMode::AddOn,
        [=] { setMode(terraform::ExportMode::AddOn); });
    menu->addSeparator();
    auto* styles = new QActionGroup(menu);
    add(styles, tr("Rules inside their security group"), rules == RuleStyle::Inline,
        [=] { setRules(RuleStyle::Inline); });
    add(styles, tr("Rules as resources of their own"), rules == RuleStyle::Separate,
        [=] { setRules(RuleStyle::Separate); });
}

// --- Following the design
// -------------------------------------------------------------------------------------

void TerraformPanel::noteSaved() {
    m_saved.reset();
    m_counts.clear();
    m_savedDesign = std::make_unique<Design>(m_document.design());
    // What was never saved was never applied.
    m_replacements->setBefore(m_document.path().empty() ? std::optional<Design>() : m_document.design());
    if (m_built && isVisible()) markDirty();
}

void TerraformPanel::keepReplaced() {
    const Design& design = m_document.design();
    const auto& list = m_replacements->update(design, m_facts.terraform().options());
    m_document.edit(tr("Write moved blocks"), edits::addMoved(design, terraform::movesThatKeep(list)));
}

const TerraformPanel::Texts& TerraformPanel::savedTexts() {
    if (!m_saved) {
        // Mostly asked right after saving, when it is what is shown.
        if (!m_document.isModified())
            m_saved = m_current;
        else
            m_saved = textsOf(terraform::exportTerraform(*m_savedDesign, m_facts.terraform().options()));
        m_savedDesign = std::make_unique<Design>();
    }
    return *m_saved;
}

const std::vector<terraform::Span>& TerraformPanel::spans() {
    if (m_spans) return *m_spans;
    m_spans = m_facts.terraform().spans();
    // The switch in terraform.tfvars is about all that hangs on it.
    const std::string& settings = textOf(m_current, settingsFile);
    std::size_t at = settings.find(natSwitch);
    while (at != std::string::npos && at > 0 && settings[at - 1] != '\n')
        at = settings.find(natSwitch, at + 1);
    if (at == std::string::npos) return *m_spans;
    const int line = 1 + int(std::count(settings.begin(), settings.begin() + std::ptrdiff_t(at), '\n'));
    for (const NatGateway& nat : m_document.network().all<NatGateway>())
        if (nat.onNatToggle) m_spans->push_back({settingsFile, line, line, nat.id});
    return *m_spans;
}

void TerraformPanel::refresh() {
    m_dirty = false;
    m_spans.reset();
    const terraform::Exporter& exporter = m_facts.terraform();
    const terraform::ExportResult& result = exporter.result();
    refreshOptions();
    const bool refused = hasErrors(result.diagnostics);
    m_pages->setCurrentIndex(refused ? 1 : 0);
    m_copy->setEnabled(!refused);
    if (refused) m_changes->hide();
    m_tabs->setEnabled(!refused);
    if (refused) {
        m_refusal->show(result.diagnostics, m_document.network());
        m_strip->show({});
        return;
    }
    m_strip->show(m_replacements->update(m_document.design(), exporter.options()));
    takeOver(result);
    // Headers with another name are no edit.
    if (m_name != exporter.options().designName) m_previous.clear();
    m_name = exporter.options().designName;
    refreshTabs();
    showCurrent();
    refreshChanges();
}

/// How the text is written, in as many words as there is room for.
void TerraformPanel::refreshOptions() {
    const terraform::ExportOptions& options = m_facts.terraform().options();
    const bool addOn = options.mode == terraform::ExportMode::AddOn;
    const bool separate =
        options.rules.value_or(m_document.design().settings.ruleStyle) == RuleStyle::Separate;
    const QString whole = addOn ? separate ? tr("Add-on · separate rules") : tr("Add-on · inline rules")
                          : separate ? tr("Stack · separate rules")
                                     : tr("Stack · inline rules");
    m_options->setText(width() < roomyWidth ? addOn ? tr("Add-on") : tr("Stack") : whole);
    m_options->setToolTip(tr("How the text is written: %1").arg(whole));
    m_options->setAccessibleName(m_options->toolTip());
}

void TerraformPanel::resizeEvent(QResizeEvent* event) {
    if (m_built) refreshOptions();
    QWidget::resizeEvent(event);
}

/// Copies what differs. What was there becomes "before the last edit", if the edit changed any text.
void TerraformPanel::takeOver(const terraform::ExportResult& result) {
    const bool first = m_current.empty(); // the first text of a design is no change
    std::vector<const terraform::ExportedFile*> changed;
    for (const terraform::ExportedFile& file : result.files) {
        const auto it = m_current.find(file.path);
        if (it == m_current.end() || it->second != file.bytes) changed.push_back(&file);
    }
    const std::size_t fresh = std::size_t(std::count_if(
        changed.begin(), changed.end(), [&](const auto* file) { return !m_current.contains(file->path); }));
    const bool removed = m_current.size() + fresh > result.files.size();
    if (changed.empty() && !removed) return;
    std::erase_if(m_previous, [&](const auto& entry) {
        return std::none_of(changed.begin(), changed.end(),
                            [&](const auto* file) { return file->path == entry.first; });
    });
    for (const terraform::ExportedFile* file : changed) {
        m_counts.erase(file->path);
        // They change places, so that there is room already for the copy.
        std::string& text = m_current[file->path];
        std::string& previous = m_previous[file->path];
        std::swap(text, previous);
        text = file->bytes;
        if (first) previous = text;
    }
    if (removed)
        std::erase_if(m_current, [&](const auto& entry) {
            return std::none_of(result.files.begin(), result.files.end(),
                                [&](const auto& file) { return file.path == entry.first; });
        });
}

void TerraformPanel::refreshTabs() {
    QStringList paths;
    for (const auto& [path, text] : m_current)
        paths << QString::fromStdString(path);
    std::stable_sort(paths.begin(), paths.end(),
                     [](const QString& a, const QString& b) { return rankOf(a) < rankOf(b); });
    if (paths == files()) return;
    const QString shown = currentFile();
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > 0)
        m_tabs->removeTab(m_tabs->count() - 1);
    for (const QString& path : paths)
        m_tabs->addTab(path);
    m_tabs->setCurrentIndex(std::max(0, int(paths.indexOf(shown))));
}

const LineCounts& TerraformPanel::countsOfFile(const std::string& path) {
    const auto [it, fresh] = m_counts.try_emplace(path);
    if (fresh) it->second = countsOf(lineChanges(textOf(savedTexts(), path), textOf(m_current, path)));
    return it->second;
}

/// Says for each file and for all of them what differs from the last save.
void TerraformPanel::refreshChanges() {
    const auto sentence = [](const LineCounts& counts) {
        QStringList parts;
        if (counts.came > 0) parts << tr("%n line(s) new", nullptr, counts.came);
        if (counts.changed > 0) parts << tr("%n changed", "lines", counts.changed);
        if (counts.went > 0) parts << tr("%n gone", "lines", counts.went);
        return figures::list(parts);
    };
    const QColor color = style::theme().warnLine;
    const bool sameColor = color == m_dotColor;
    m_dotColor = color;
    QPixmap dot(QSize(changeDot, changeDot) * devicePixelRatioF());
    dot.setDevicePixelRatio(devicePixelRatioF());
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(0.5, 0.5, changeDot - 1, changeDot - 1));
    painter.end();
    LineCounts all;
    QStringList lines;
    for (int i = 0; i < m_tabs->count(); ++i) {
        const QString path = m_tabs->tabText(i);
        const LineCounts& counts = countsOfFile(path.toStdString());
        all += counts;
        const bool marked = !m_tabs->tabIcon(i).isNull();
        if (counts.none() == marked || (marked && !sameColor))
            m_tabs->setTabIcon(i, counts.none() ? QIcon() : QIcon(dot));
        const QString tip =
            counts.none() ? QString() : tr("%1: %2", "file: changes").arg(path, sentence(counts));
        m_tabs->setTabToolTip(i, tip);
        if (!tip.isEmpty()) lines << tip;
    }
    for (const auto& [path, text] : savedTexts()) {
        if (m_current.contains(path)) continue;
        const LineCounts& counts = countsOfFile(path);
        all += counts;
        lines << tr("%1: the file is gone, %2", "file: changes")
                     .arg(QString::fromStdString(path), sentence(counts));
    }
    m_changes->setVisible(!all.none());
    const auto part = [](QChar sign, int count) {
        return count > 0 ? QStringLiteral("%1%2 ").arg(sign).arg(count) : QString();
    };
    m_changes->setText((part(QLatin1Char('+'), all.came) + part(QLatin1Char('~'), all.changed) +
                        part(QChar(0x2212), all.went))
                           .trimmed());
    const QString title = tr("Since the last save: %1").arg(sentence(all));
    m_changes->setAccessibleName(title);
    m_changes->setToolTip(title + QLatin1Char('\n') + lines.join(QLatin1Char('\n')) + QLatin1Char('\n') +
                          tr("Click: to the next change; Alt+Down and Alt+Up in the text"));
}

/// The next one in this file, or the first in the next file that has any.
void TerraformPanel::goToNextChange() {
    m_view->setFocus();
    if (m_view->hasChangeBelow()) {
        m_view->goToChange(1);
        return;
    }
    const int count = m_tabs->count(), now = m_tabs->currentIndex();
    for (int step = 1; step <= count; ++step) {
        const int tab = (now + step) % count;
        if (countsOfFile(m_tabs->tabText(tab).toStdString()).none()) continue;
        m_tabs->setCurrentIndex(tab);
        m_view->goToFirstChange();
        return;
    }
}

QStringList TerraformPanel::files() const {
    QStringList paths;
    for (int i = 0; m_tabs && i < m_tabs->count(); ++i)
        paths << m_tabs->tabText(i);
    return paths;
}

QString TerraformPanel::currentFile() const {
    return m_tabs && m_tabs->currentIndex() >= 0 ? m_tabs->tabText(m_tabs->currentIndex()) : QString();
}

void TerraformPanel::showFile(const QString& path) {
    if (!m_built) build();
    if (m_dirty) refresh();
    const int index = int(files().indexOf(path));
    if (index >= 0) m_tabs->setCurrentIndex(index);
}

void TerraformPanel::showCurrent() {
    const QString path = currentFile();
    const std::string key = path.toStdString();
    const bool other = path != m_shown;
    if (other && !m_shown.isEmpty()) m_topLines[m_shown] = m_view->firstVisibleLine();
    m_shown = path;
    m_view->setSyntax(path.endsWith(QLatin1String(".yml")) ? CodeView::Syntax::Plain : CodeView::Syntax::Hcl);
    const std::string& text = textOf(m_current, key);
    m_view->setText(text);
    if (other) m_view->setFirstVisibleLine(m_topLines.value(path, 1));
    // A file without an earlier text is as it was before the last edit.
    m_view->setChanged(m_previous.contains(key) ? lineChanges(textOf(m_previous, key), text)
                                                : std::vector<LineChange>(),
                       lineChanges(textOf(savedTexts(), key), text));
    markSelection(false);
    updateMatchCount();
}

// --- The selection
// --------------------------------------------------------------------------------------------

void TerraformPanel::markSelection(bool reveal) {
    std::vector<LineRange> marked;
    if (m_selection.empty() || m_current.empty()) {
        m_view->setHighlighted({});
        return;
    }
    const std::set<ElementId> about = concernedBy(m_document.network(), m_selection.elements());
    const auto concerns = [&](const terraform::Span& span) { return about.contains(span.element); };
    if (reveal) {
        // What is selected itself before what goes with it; the file in sight before others.
        const auto rank = [&](const terraform::Span& span) {
            return (m_selection.contains(span.element) ? 0 : 2) +
                   (span.file == m_shown.toStdString() ? 0 : 1);
        };
        const terraform::Span* first = nullptr;
        for (const terraform::Span& span : spans())
            if (concerns(span) && (!first || rank(span) < rank(*first))) first = &span;
        if (first && first->file != m_shown.toStdString()) {
            const LineRange lines{first->firstLine, first->lastLine};
            m_tabs->setCurrentIndex(int(files().indexOf(QString::fromStdString(first->file))));
            m_view->reveal(lines);
            return; // showCurrent() has marked
        }
        if (first) m_view->reveal({first->firstLine, first->lastLine});
    }
    const std::string shown = m_shown.toStdString();
    for (const terraform::Span& span : spans())
        if (span.file == shown && concerns(span)) marked.push_back({span.firstLine, span.lastLine});
    std::sort(marked.begin(), marked.end(),
              [](const LineRange& a, const LineRange& b) { return a.first < b.first; });
    std::vector<LineRange> joined;
    for (const LineRange& range : marked) {
        if (!joined.empty() && range.first <= joined.back().last)
            joined.back().last = std::max(joined.back().last, range.last);
        else
            joined.push_back(range);
    }
    m_view->setHighlighted(std::move(joined));
}

void TerraformPanel::selectAt(int line) {
    // The innermost block: a rule before its group. What shares the lines is selected together.
    const std::string shown = m_shown.toStdString();
    std::vector<ElementId> elements;
    int size = 0;
    for (const terraform::Span& span : spans()) {
        if (span.file != shown || line < span.firstLine || line > span.lastLine) continue;
        const int own = span.lastLine - span.firstLine;
        if (!elements.empty() && own > size) continue;
        if (elements.empty() || own < size) elements.clear();
        size = own;
        elements.push_back(span.element);
    }
    if (elements.empty()) return;
    m_selecting = true;
    m_selection.set(elements);
    m_selecting = false;
    m_selection.reveal(elements.front());
}

void TerraformPanel::copyFile() const {
    const auto it = m_current.find(currentFile().toStdString());
    if (it != m_current.end()) QGuiApplication::clipboard()->setText(QString::fromStdString(it->second));
}

// --- Search
// ---------------------------------------------------------------------------------------------------

void TerraformPanel::find() {
    if (!m_built) build();
    m_searchRow->show();
    if (m_view->hasSelection() && !m_view->selectedText().contains(QLatin1Char('\n')))
        m_searchField->setText(m_view->selectedText());
    m_searchField->setFocus();
    m_searchField->selectAll();
    search(m_searchField->text());
}

void TerraformPanel::search(const QString& text) {
    m_view->setSearch(text);
    if (m_view->matchCount() > 0) m_view->goToMatch(0);
    updateMatchCount();
}

void TerraformPanel::goToMatch(int step) {
    m_view->goToMatch(m_view->currentMatch() + step);
    updateMatchCount();
}

void TerraformPanel::updateMatchCount() {
    if (m_searchField->text().isEmpty())
        m_searchCount->clear();
    else if (m_view->matchCount() == 0)
        m_searchCount->setText(tr("No match"));
    else
        m_searchCount->setText(tr("%1 of %2").arg(m_view->currentMatch() + 1).arg(m_view->matchCount()));
}

void TerraformPanel::closeSearch() {
    m_searchRow->hide();
    m_searchField->clear();
    m_view->setFocus();
}

bool TerraformPanel::event(QEvent* event) {
    // With the keyboard in this panel, Ctrl+F looks into the text, not for nodes.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void TerraformPanel::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Find))
        find();
    else
        QWidget::keyPressEvent(event);
}

bool TerraformPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_searchField && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool back = (key->modifiers() & Qt::ShiftModifier) != 0;
        switch (key->key()) {
        case Qt::Key_Escape: closeSearch(); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: goToMatch(back ? -1 : 1); return true;
        case Qt::Key_F3: goToMatch(back ? -1 : 1); return true;
        default: break;
        }
    }
    if (watched == m_searchField && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_F3 || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sekisho
