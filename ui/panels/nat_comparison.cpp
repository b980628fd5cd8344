// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/nat_comparison.h"

#include "core/advice/way_out.h"
#include "ui/panels/cost_model.h"
#include "ui/panels/figures.h"
#include "ui/style/style.h"
#include "ui/style/style_sheet.h"
#include "ui/style/theme.h"
#include "ui/text/diagnostic_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>
#include <map>

namespace sekisho {

namespace {

constexpr QChar arrow(0x2192);
constexpr int margin = 12;
constexpr int rowHeight = 25;

void clear(QGridLayout* grid) {
    while (QLayoutItem* item = grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QLabel* cell(const QString& text, const QFont& font, const QColor& color,
             Qt::Alignment alignment = Qt::AlignRight) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    QPalette palette;
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
    label->setAlignment(alignment | Qt::AlignVCenter);
    return label;
}

QWidget* hairline() {
    auto* line = new QFrame;
    line->setProperty("role", QStringLiteral("line"));
    return line;
}

/// What is saved is good news, what costs more is not.
QColor colorOf(const Decimal& difference) {
    const style::Theme& theme = style::theme();
    if (difference.isZero()) return theme.ink3;
    return difference.isNegative() ? theme.ok : theme.error;
}

/// One kind of cost at both positions of the switch.
struct Origin {
    std::optional<Decimal> on, off;
    bool unknown = false;
    Decimal quantity;
    bool usage = false;

    Decimal difference() const { return off.value_or(Decimal()) - on.value_or(Decimal()); }
};

std::map<CostGroup, Origin> originsOf(const Design& design, const cost::Estimate& on,
                                      const cost::Estimate& off) {
    std::map<CostGroup, Origin> origins;
    for (const bool isOn : {true, false})
        for (const CostRow& row : costRows(isOn ? on : off, design.network)) {
            Origin& origin = origins[row.group];
            (isOn ? origin.on : origin.off) = row.monthly;
            origin.unknown = origin.unknown || !row.priceKnown();
            origin.usage = row.first().usage;
            if (origin.quantity < row.quantity) origin.quantity = row.quantity;
        }
    return origins;
}

QString nameOf(const Network& network, WorkloadId id) {
    const Workload* workload = network.get(id);
    return NatComparison::tr("%1 %2", "kind and name of a workload: ECS service app")
        .arg(QString::fromUtf8(text::workloadName(workload->workloadKind, style::language()).data()),
             QString::fromStdString(text::oneLine(workload->name)));
}

} // namespace

NatUsers natUsersOf(const Design& design) {
    NatUsers users;
    for (const advice::WayOut& out : advice::waysOut(design)) {
        const auto lost = out.lostWithoutNat();
        const QString name = nameOf(design.network, out.workload).toHtmlEscaped();
        if (lost.empty()) {
            if (out.unmet().empty()) users.keepers << name;
            continue;
        }
        QStringList needs;
        for (const Need need : lost) {
            const auto word = text::needName(need, style::language());
            needs << QString::fromUtf8(word.data(), qsizetype(word.size()));
        }
        users.ids << QString::fromStdString(toString(out.workload));
        users.names << name;
        users.lines << NatComparison::tr("%1: %2", "workload: what it needs")
                           .arg(name, figures::list(needs).toHtmlEscaped());
    }
    constexpr int most = 4;
    for (QStringList* list : {&users.names, &users.lines})
        if (list->size() > most) {
            const int more = int(list->size()) - most + 1;
            *list = list->mid(0, most - 1) << NatComparison::tr("and %n more", nullptr, more);
        }
    return users;
}

NatComparison::NatComparison(QWidget* parent)
    : QWidget(parent), m_totals(new QGridLayout), m_origins(new QGridLayout), m_warning(new QLabel) {
    auto* page = new QWidget;
    page->setProperty("role", QStringLiteral("page"));
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(margin, 0, margin, 4);
    column->setSpacing(6);
    for (QGridLayout* grid : {m_totals, m_origins}) {
        grid->setHorizontalSpacing(7);
        grid->setVerticalSpacing(0);
        grid->setColumnStretch(0, 1);
        column->addLayout(grid);
    }
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);

    m_warning->setProperty("role", QStringLiteral("warning"));
    m_warning->setWordWrap(true);
    m_warning->setTextFormat(Qt::RichText);
    m_warning->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_warning, &QLabel::linkActivated, this, [this] { emit workloadsActivated(m_losers); });
    auto* box = new QVBoxLayout;
    box->setContentsMargins(margin, 0, margin, 6);
    box->addWidget(m_warning);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(4);
    all->addWidget(scroll, 1);
    all->addLayout(box);
}

void NatComparison::show(const Design& design, const cost::PriceBook& prices) {
    cost::EstimateOptions options;
    options.nat = true;
    const auto on = cost::estimate(design, prices, options);
    options.nat = false;
    const auto off = cost::estimate(design, prices, options);
    if (!on || !off) return;
    const style::Theme& theme = style::theme();
    const QFont small = style::uiFont(11), text = style::uiFont(12), bold = style::uiFont(12, true);
    const QFont money = style::tabular(style::uiFont(12)),
                boldMoney = style::tabular(style::uiFont(12, true));
    const QFont large = style::tabular(style::uiFont(14, true));

    clear(m_totals);
    m_totals->addWidget(cell(tr("NAT on"), small, theme.ink2), 0, 1);
    m_totals->addWidget(cell(tr("NAT off"), small, theme.ink2), 0, 3);
    m_totals->addWidget(cell(tr("Difference"), small, theme.ink2), 0, 4);
    m_totals->setRowMinimumHeight(0, 24);
    const auto total = [&](int row, const QString& name, const Decimal& before, const Decimal& after,
                           int places) {
        const auto amount = [&](const cost::Totals& totals, const Decimal& value) {
            const QString dollars = figures::dollars(value, places);
            return totals.atLeast ? tr("≥ %1", "at least").arg(dollars) : dollars;
        };
        const Decimal difference = after - before;
        m_totals->addWidget(hairline(), row, 0, 1, 5);
        m_totals->setRowMinimumHeight(row + 1, 31);
        m_totals->addWidget(cell(name, bold, theme.ink, Qt::AlignLeft), row + 1, 0);
        m_totals->addWidget(cell(amount(on->natOn, before), money, theme.ink2), row + 1, 1);
        m_totals->addWidget(cell(arrow, text, theme.ink2, Qt::AlignCenter), row + 1, 2);
        m_totals->addWidget(cell(amount(off->natOff, after), large, theme.ink), row + 1, 3);
        m_totals->addWidget(cell(figures::dollars(difference, places, true), boldMoney, colorOf(difference)),
                            row + 1, 4);
    };
    total(1, tr("Per hour"), on->natOn.hourly, off->natOff.hourly, figures::hourPlaces);
    total(3, tr("Per month"), on->natOn.monthly, off->natOff.monthly, figures::monthPlaces);
    m_totals->addWidget(hairline(), 5, 0, 1, 5);
    if (std::any_of(on->lines.begin(), on->lines.end(),
                    [](const cost::CostLine& line) { return line.onNatToggle && !line.unitPrice; })) {
        QLabel* note = cell(tr("More is saved than this: the price of some items is unknown."), small,
                            theme.ink2, Qt::AlignLeft);
        note->setWordWrap(true);
        m_totals->addWidget(note, 6, 0, 1, 5);
    }

    clear(m_origins);
    m_origins->addWidget(cell(tr("Where the difference comes from"), bold, theme.ink, Qt::AlignLeft), 0, 0, 1,
                         4);
    m_origins->addWidget(cell(tr("$ per month"), small, theme.ink2), 0, 4);
    m_origins->setRowMinimumHeight(0, rowHeight);
    const auto origins = originsOf(design, *on, *off);
    int row = 1;
    // What changes goes before what does not.
    for (const bool changed : {true, false})
        for (const auto& [group, origin] : origins) {
            const bool gone = origin.unknown && origin.on.has_value() != origin.off.has_value();
            if ((!origin.difference().isZero() || gone) != changed) continue;
            const QString name = CostModel::groupName(group);
            const QString amount =
                figures::grouped(QString::fromStdString(origin.quantity.rounded(3).toString()));
            m_origins->addWidget(hairline(), row++, 0, 1, 5);
            m_origins->setRowMinimumHeight(row, rowHeight);
            QLabel* what =
                cell(origin.usage ? tr("%1, %2 GB").arg(name, amount) : tr("%1 (%2)").arg(name, amount), text,
                     theme.ink, Qt::AlignLeft);
            what->setWordWrap(true); // rather than push the figures out of a narrow pane
            m_origins->addWidget(what, row, 0);
            if (origin.unknown) {
                m_origins->addWidget(cell(tr("Price unknown"), text, theme.ink2), row++, 1, 1, 4);
                continue;
            }
            m_origins->addWidget(cell(figures::perMonth(origin.on.value_or(Decimal())), money, theme.ink2),
                                 row, 1);
            m_origins->addWidget(cell(arrow, text, theme.ink2, Qt::AlignCenter), row, 2);
            m_origins->addWidget(cell(figures::perMonth(origin.off.value_or(Decimal())), money, theme.ink),
                                 row, 3);
            m_origins->addWidget(cell(figures::difference(origin.difference(), figures::monthPlaces),
                                      boldMoney, colorOf(origin.difference())),
                                 row++, 4);
        }

    // A layout would show them later only.
    for (QGridLayout* grid : {m_totals, m_origins})
        for (int i = 0; i < grid->count(); ++i)
            if (QWidget* widget = grid->itemAt(i)->widget()) widget->show();

    const NatUsers users = natUsersOf(design);
    m_losers = users.ids;
    const QString style = QStringLiteral("style='color:%1; text-decoration:none'").arg(theme.warn.name());
    QString html;
    if (!m_losers.isEmpty())
        html = QStringLiteral("<b><a %1 href='losers'>%2</a></b><br>%3")
                   .arg(style, tr("%n workload(s) lose their way out", nullptr, int(m_losers.size())),
                        users.lines.join(QStringLiteral("<br>")));
    if (!users.keepers.isEmpty()) {
        if (!html.isEmpty()) html += QStringLiteral("<br>");
        html += tr("Keep their way out: %1").arg(figures::list(users.keepers));
    }
    m_warning->setFont(style::uiFont(12));
    style::restyle(m_warning, "role",
                   m_losers.isEmpty() ? QStringLiteral("note") : QStringLiteral("warning"));
    m_warning->setText(html);
    m_warning->setVisible(!html.isEmpty());
}

} // namespace sekisho
