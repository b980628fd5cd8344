// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/cost_panel.h"

#include "core/model/edits.h"
#include "ui/actions/commands.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/region_name.h"
#include "ui/document/selection.h"
#include "ui/panels/cost_model.h"
#include "ui/panels/figures.h"
#include "ui/panels/nat_comparison.h"
#include "ui/panels/nat_switch.h"
#include "ui/panels/toggle_switch.h"
#include "ui/style/combo_box.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/style_sheet.h"
#include "ui/style/theme.h"
#include "ui/text/diagnostic_text.h"

#include <QAction>
#include <QClipboard>
#include <QDate>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace sekisho {

namespace {

constexpr int margin = 12;
constexpr int fieldWidth = 64;
constexpr int roomyHeight = 360; ///< below it, the comparison goes before the inputs

QFrame* hairline() {
    auto* line = new QFrame;
    line->setProperty("role", QStringLiteral("line"));
    return line;
}

QLabel* labelOf(const char* role) {
    auto* label = new QLabel;
    label->setProperty("role", QLatin1String(role));
    return label;
}

void setInvalid(QWidget* field, bool invalid) {
    style::restyle(field, "invalid", invalid);
}

} // namespace

CostPanel::CostPanel(Document& document, Facts& facts, Selection& selection, Commands& commands,
                     QWidget* parent)
    : QWidget(parent), m_document(document), m_facts(facts), m_selection(selection), m_commands(commands) {
    setObjectName(QStringLiteral("cost-panel"));
    connect(&facts, &Facts::costChanged, this, &CostPanel::markDirty);
    connect(&style::Style::instance(), &style::Style::themeChanged, this, &CostPanel::markDirty);
}

CostPanel::~CostPanel() {
    // A field that loses the keyboard while the window goes would commit to what is half gone.
    for (QLineEdit* field : m_usage)
        if (field) field->disconnect(this);
}

void CostPanel::showEvent(QShowEvent* event) {
    if (!m_built) build();
    if (m_dirty) refresh();
    QWidget::showEvent(event);
}

bool CostPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == m_table->viewport()) fitColumns();
    return QWidget::eventFilter(watched, event);
}

void CostPanel::resizeEvent(QResizeEvent* event) {
    if (m_built) refreshInputs();
    QWidget::resizeEvent(event);
}

void CostPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_built) {
        retranslate();
        markDirty();
    }
    QWidget::changeEvent(event);
}

void CostPanel::markDirty() {
    m_dirty = true;
    if (isVisible() && m_built) refresh();
}

void CostPanel::build() {
    m_built = true;
    m_comparison = new NatComparison;
    connect(m_comparison, &NatComparison::workloadsActivated, this, &CostPanel::selectAll);
    m_pages = new QStackedWidget;
    m_pages->addWidget(buildPlainPage());
    m_pages->addWidget(m_comparison);
    m_error = labelOf("error");
    m_error->setWordWrap(true);
    m_error->setContentsMargins(margin, 0, margin, 0);
    m_error->hide();
    m_footer = labelOf("second");
    m_footer->setContentsMargins(margin, 5, margin, 6);
    m_footer->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_pages, 1);
    all->addWidget(m_error);
    all->addWidget(buildInputs());
    all->addWidget(hairline());
    all->addWidget(m_footer);
    retranslate();
}

QWidget* CostPanel::buildPlainPage() {
    m_hour = labelOf("figure");
    m_month = labelOf("figure");
    for (QLabel* total : {m_hour, m_month}) {
        total->setTextFormat(Qt::RichText);
        total->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* totals = new QHBoxLayout;
    totals->setContentsMargins(margin, 8, margin, 4);
    totals->setSpacing(18);
    totals->addWidget(m_hour);
    totals->addWidget(m_month);
    totals->addStretch(1);

    m_model = new CostModel(m_facts.prices(), this);
    m_table = new QTreeView;
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setIndentation(15);
    m_table->setUniformRowHeights(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    QHeaderView* header = m_table->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(36);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(CostModel::Item, QHeaderView::Stretch);
    header->setSectionsClickable(false);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QTreeView::activated, this, &CostPanel::selectRow);
    connect(m_table, &QTreeView::clicked, this, &CostPanel::selectRow);
    connect(m_table, &QTreeView::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu;
        menu.addAction(tr("Copy as Table"), this, &CostPanel::copyTable);
        menu.exec(m_table->viewport()->mapToGlobal(at));
    });
    auto* copy = new QAction(m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &CostPanel::copyTable);
    m_table->addAction(copy);

    m_empty = labelOf("second");
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setContentsMargins(margin, 6, margin, 6);
    m_withNatOff = new QLabel;
    m_withNatOff->setTextFormat(Qt::RichText);
    m_withNatOff->setContentsMargins(margin, 4, margin, 2);
    m_natUsers = labelOf("second");
    m_natUsers->setObjectName(QStringLiteral("nat-users"));
    m_natUsers->setTextFormat(Qt::RichText);
    m_natUsers->setWordWrap(true);
    m_natUsers->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_natUsers, &QLabel::linkActivated, this, [this] { selectAll(m_users); });
    m_assumed = labelOf("hint");
    m_assumed->setContentsMargins(margin, 0, margin, 2);

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(totals);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(4, 0, 6, 0);
    inset->addWidget(m_table);
    column->addLayout(inset, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_assumed);
    column->addWidget(m_withNatOff);
    auto* users = new QVBoxLayout;
    users->setContentsMargins(margin, 0, margin, 2);
    users->addWidget(m_natUsers);
    column->addLayout(users);
    return page;
}

QWidget* CostPanel::buildInputs() {
    m_region = new style::ComboBox;
    m_region->setMinimumContentsLength(10);
    m_region->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_region, &QComboBox::activated, this, &CostPanel::commitRegion);
    m_natName = new QLabel;
    m_natSwitch = new ToggleSwitch;
    connect(m_natSwitch, &QAbstractButton::clicked, this,
            [this] { m_commands.action(Command::NatToggle)->trigger(); });

    auto* inputs = new QWidget;
    auto* column = new QVBoxLayout(inputs);
    column->setContentsMargins(margin, 4, margin, 6);
    column->setSpacing(4);
    auto* first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(m_region, 1);
    first->addWidget(m_natName);
    first->addWidget(m_natSwitch);
    column->addLayout(first);
    m_more = new QToolButton;
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setIconSize({14, 14});
    m_more->setIcon(style::icon(QStringLiteral("ui-chevron-down")));
    m_more->setObjectName(QStringLiteral("more-usage"));
    connect(m_more, &QToolButton::toggled, this, [this] { refreshInputs(); });
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_more, 1, 3);
    for (const Usage which : {NatProcessed, EndpointData, InternetOut}) {
        m_usageNames[which] = new QLabel;
        m_usageNames[which]->setFont(style::uiFont(12));
        m_usageUnits[which] = labelOf("second");
        QLineEdit* field = m_usage[which] = new QLineEdit;
        field->setAlignment(Qt::AlignRight);
        field->setFixedWidth(fieldWidth);
        field->setPlaceholderText(QStringLiteral("0"));
        m_usageNames[which]->setBuddy(field);
        const int row = which == NatProcessed ? 1 : grid->rowCount();
        grid->addWidget(m_usageNames[which], row, 0);
        grid->addWidget(field, row, 1);
        grid->addWidget(m_usageUnits[which], row, 2);
        connect(field, &QLineEdit::editingFinished, this, [this, which] { commitUsage(which); });
        connect(field, &QLineEdit::textEdited, this, [this, field] {
            setInvalid(field, false);
            showError({});
        });
    }
    column->addLayout(grid);
    m_usage[NatProcessed]->setObjectName(QStringLiteral("nat-gb"));
    m_usage[InternetOut]->setObjectName(QStringLiteral("internet-gb"));
    m_usage[EndpointData]->setObjectName(QStringLiteral("endpoint-gb"));
    m_region->setObjectName(QStringLiteral("cost-region"));
    return inputs;
}

void CostPanel::retranslate() {
    m_table->setAccessibleName(tr("What the network costs"));
    m_region->setAccessibleName(tr("Region of the prices"));
    m_region->setToolTip(tr("The Region of the design: prices differ between Regions."));
    m_natName->setText(tr("NAT"));
    m_natSwitch->setAccessibleName(tr("NAT gateways"));
    m_natSwitch->setToolTip(Commands::tip(Command::NatToggle));
    m_more->setToolTip(tr("More traffic"));
    m_more->setAccessibleName(tr("More traffic"));
    const QString names[] = {tr("Through NAT"), tr("To the internet"), tr("Through endpoints")};
    const QString tips[] = {tr("GB a month through all NAT gateways, both directions"),
                            tr("GB a month out to the internet"),
                            tr("GB a month through all interface endpoints")};
    for (int which = 0; which < UsageCount; ++which) {
        m_usageNames[which]->setText(names[which]);
        m_usageUnits[which]->setText(tr("GB a month"));
        m_usage[which]->setAccessibleName(tips[which]);
        m_usage[which]->setToolTip(tips[which]);
    }
    m_assumed->setText(tr("* rests on an assumption; its tooltip says which."));
    m_region->clear(); // filled anew with names in the language
}

void CostPanel::refresh() {
    m_dirty = false;
    refreshInputs();
    const Design& design = m_document.design();
    const auto& estimate = m_facts.estimate();
    if (!estimate) {
        // A Region without prices, or an absurd quantity: said instead of figures.
        m_pages->setCurrentIndex(0);
        m_hour->clear();
        m_month->clear();
        m_model->setRows({});
        m_table->hide();
        m_withNatOff->hide();
        m_natUsers->hide();
        m_assumed->hide();
        m_empty->setText(
            QString::fromStdString(text::sentence(estimate.error(), style::language(), &design.network)));
        m_empty->show();
        m_footer->setText(
            tr("Built-in prices of %n Region(s)", nullptr, int(m_facts.prices().regions().size())));
        return;
    }
    const bool off = !design.settings.natEnabled;
    // Where there is nothing to switch there is nothing to compare.
    const bool compares = off && anyOnNatSwitch(design.network);
    m_pages->setCurrentIndex(compares ? 1 : 0);
    if (compares) m_comparison->show(design, m_facts.prices());
    refreshTotals();
    m_withNatOff->setVisible(!off && estimate->natOn != estimate->natOff);
}

void CostPanel::refreshTotals() {
    const cost::Estimate& estimate = *m_facts.estimate();
    const style::Theme& theme = style::theme();
    const auto total = [&](const QString& amount, const QString& unit) {
        return QStringLiteral("%1<span style='font-size:11px; font-weight:400; color:%3'> %2</span>")
            .arg(amount, unit, theme.ink2.name());
    };
    const auto atLeast = [&](const QString& amount) {
        return estimate.total.atLeast ? tr("≥ %1", "at least").arg(amount) : amount;
    };
    m_hour->setText(
        total(atLeast(figures::dollars(estimate.total.hourly, figures::hourPlaces)), tr("/ hour")));
    m_month->setText(
        total(atLeast(figures::dollars(estimate.total.monthly, figures::monthPlaces)), tr("/ month")));
    const QString why =
        estimate.total.atLeast ? tr("At least: the price of some items is unknown.") : QString();
    m_hour->setToolTip(why);
    m_month->setToolTip(why);

    QSet<int> expanded;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_table->isExpanded(m_model->index(row, 0)))
            expanded.insert(int(m_model->rows()[std::size_t(row)].group));
    std::vector<CostRow> rows = costRows(estimate, m_document.network());
    bool assumed = false;
    // The latest of the days that the sources name; some name none ("undated").
    QString date;
    const auto note = [&date](const std::string& asOf) {
        const QDate day = QDate::fromString(QString::fromStdString(asOf.substr(0, 10)), Qt::ISODate);
        if (day.isValid()) date = std::max(date, day.toString(Qt::ISODate));
    };
    for (const CostRow& row : rows) {
        assumed = assumed || row.assumed;
        note(row.first().asOf);
    }
    const cost::RegionPrices* region = m_facts.prices().region(estimate.region);
    if (date.isEmpty() && region)
        for (const auto& price : region->prices)
            if (price) note(price->asOf);
    m_model->setRows(std::move(rows));
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (expanded.contains(int(m_model->rows()[std::size_t(row)].group)))
            m_table->expand(m_model->index(row, 0));
    fitColumns();
    const bool empty = m_model->rowCount() == 0;
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(
        tr("Nothing drawn so far costs anything: VPCs, subnets, route tables, security groups and "
           "internet gateways are free."));
    m_assumed->setVisible(assumed);

    const Decimal hour = estimate.natOff.hourly - estimate.natOn.hourly;
    const Decimal month = estimate.natOff.monthly - estimate.natOn.monthly;
    // Where a price on the switch is unknown, more than this goes.
    const bool more =
        std::any_of(estimate.lines.begin(), estimate.lines.end(),
                    [](const cost::CostLine& line) { return line.onNatToggle && !line.unitPrice; });
    const QString saved =
        QStringLiteral("<b style='color:%1'>%2</b>")
            .arg(theme.ok.name(), tr("%1/h · %2/month")
                                      .arg(figures::dollars(hour, figures::hourPlaces, true),
                                           figures::dollars(month, figures::monthPlaces, true)));
    const auto change = [&](const Decimal& on, const Decimal& off, int places) {
        return QStringLiteral("%1 → %2").arg(figures::dollars(on, places), figures::dollars(off, places));
    };
    const QString changes =
        tr("%1 / hour · %2 / month")
            .arg(change(estimate.natOn.hourly, estimate.natOff.hourly, figures::hourPlaces),
                 change(estimate.natOn.monthly, estimate.natOff.monthly, figures::monthPlaces));
    m_withNatOff->setText(
        QStringLiteral("%1<br><span style='font-size:11px; color:%2'>%3</span>")
            .arg(more ? tr("With NAT off at least: %1").arg(saved) : tr("With NAT off: %1").arg(saved),
                 theme.ink2.name(), changes));
    refreshUsers();
    if (date.isEmpty()) date = tr("date unknown");
    m_footer->setText(tr("%1 · %2 h a month · built-in prices, %3")
                          .arg(region ? regionName(*region) : QString::fromStdString(estimate.region),
                               QString::fromStdString(estimate.hoursPerMonth.toString()), date));
}

/// Where the names of things would be cut off, the prices stand in the tooltips alone.
void CostPanel::fitColumns() {
    m_model->setCompact(false);
    const QAbstractItemView* view = m_table;
    int wanted = 0;
    for (int column = 0; column < CostModel::ColumnCount; ++column)
        wanted += std::max(view->sizeHintForColumn(column), m_table->header()->sectionSizeHint(column));
    m_model->setCompact(wanted > m_table->viewport()->width());
}

/// Names the workloads that get out through what the switch would take away.
void CostPanel::refreshUsers() {
    const NatUsers users = natUsersOf(m_document.design());
    m_users = users.ids;
    const style::Theme& theme = style::theme();
    m_natUsers->setVisible(m_document.design().settings.natEnabled && !users.ids.isEmpty());
    m_natUsers->setText(QStringLiteral("<a style='color:%1; text-decoration:none' href='users'>%2</a>")
                            .arg(theme.ink2.name(), tr("Way out of: %1").arg(figures::list(users.names))));
    m_natUsers->setToolTip(QStringLiteral("<p>%1</p>").arg(users.lines.join(QStringLiteral("<br>"))));
}

void CostPanel::refreshInputs() {
    const Design& design = m_document.design();
    const QString code = QString::fromStdString(design.settings.region);
    if (m_region->count() == 0)
        for (const cost::RegionPrices& region : m_facts.prices().regions())
            m_region->addItem(regionNameAndCode(region), QString::fromStdString(region.code));
    int row = m_region->findData(code);
    if (row < 0) {
        m_region->addItem(code, code);
        row = m_region->count() - 1;
    }
    m_region->setCurrentIndex(row);
    m_natSwitch->setChecked(design.settings.natEnabled);

    const sekisho::Usage& usage = design.notes.usage;
    const std::optional<Decimal>* values[] = {&usage.natProcessedGb, &usage.internetOutGb, &usage.endpointGb};
    bool hasEndpoints = false;
    for (const VpcEndpoint& endpoint : m_document.network().all<VpcEndpoint>())
        hasEndpoints = hasEndpoints || endpoint.type == EndpointType::Interface;
    // The comparison needs the room of a small panel: the rarer inputs go.
    const bool hasRoom = design.settings.natEnabled || height() >= roomyHeight;
    m_more->setVisible(hasRoom);
    for (int which = 0; which < UsageCount; ++which) {
        const QString text =
            *values[which] ? QString::fromStdString((*values[which])->toString()) : QString();
        // What is being typed is not taken away.
        if (!m_usage[which]->hasFocus() || !m_usage[which]->isModified()) m_usage[which]->setText(text);
        const bool shown =
            which == NatProcessed ||
            (hasRoom && m_more->isChecked() && (which != EndpointData || hasEndpoints || *values[which]));
        for (QWidget* part :
             std::initializer_list<QWidget*>{m_usageNames[which], m_usage[which], m_usageUnits[which]})
            part->setVisible(shown);
    }
}

void CostPanel::showError(const QString& text) {
    m_error->setText(text);
    m_error->setVisible(!text.isEmpty());
}

void CostPanel::commitUsage(Usage which) {
    QLineEdit* field = m_usage[which];
    if (!field->isModified()) return;
    const std::string typed = field->text().trimmed().toStdString();
    std::optional<Decimal> value;
    if (!typed.empty()) {
        const auto parsed = Decimal::parse(typed);
        const auto wrong = !parsed ? std::optional(parsed.error())
                           : parsed->isNegative()
                               ? std::optional(error(Code::quantity_negative, {{"text", typed}}))
                               : std::nullopt;
        if (wrong) {
            setInvalid(field, true);
            showError(QString::fromStdString(text::sentence(*wrong, style::language())));
            return;
        }
        value = *parsed;
    }
    field->setModified(false);
    setInvalid(field, false);
    showError({});
    Notes notes = m_document.design().notes;
    std::optional<Decimal>* slots_[] = {&notes.usage.natProcessedGb, &notes.usage.internetOutGb,
                                        &notes.usage.endpointGb};
    *slots_[which] = value;
    m_document.edit(tr("Change traffic per month"), edits::setNotes(m_document.design(), notes));
    if (isVisible()) refreshInputs();
}

void CostPanel::commitRegion(int row) {
    Settings settings = m_document.design().settings;
    settings.region = m_region->itemData(row).toString().toStdString();
    m_document.edit(tr("Change Region"), edits::setSettings(m_document.design(), settings));
}

void CostPanel::selectRow(const QModelIndex& index) {
    const auto id = elementIdFromString(index.data(CostModel::ElementRole).toString().toStdString());
    if (!id) return;
    m_selection.set({*id});
    m_selection.reveal(*id);
}

void CostPanel::selectAll(const QStringList& ids) {
    std::vector<ElementId> elements;
    for (const QString& id : ids)
        if (const auto element = elementIdFromString(id.toStdString())) elements.push_back(*element);
    m_selection.set(elements);
    if (!elements.empty()) m_selection.reveal(elements.front());
}

void CostPanel::copyTable() const {
    if (m_model) QGuiApplication::clipboard()->setText(m_model->asTable());
}

} // namespace sekisho
