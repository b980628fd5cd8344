// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/cost_model.h"

#include "core/cost/price_book.h"
#include "ui/panels/figures.h"
#include "ui/style/theme.h"
#include "ui/text/diagnostic_text.h"

#include <QFont>
#include <QStringList>

namespace sekisho {

namespace {

constexpr QChar dash(0x2013);

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

CostModel::CostModel(const cost::PriceBook& prices, QObject* parent)
    : QAbstractItemModel(parent), m_prices(prices) {}

void CostModel::setRows(std::vector<CostRow> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString CostModel::groupName(CostGroup group) {
    switch (group) {
    case CostGroup::NatGateways: return tr("NAT gateways");
    case CostGroup::NatAddresses: return tr("Their public IPs");
    case CostGroup::AlbAddresses: return tr("ALB public IPs");
    case CostGroup::NlbAddresses: return tr("NLB public IPs");
    case CostGroup::WorkloadAddresses: return tr("Workload public IPs");
    case CostGroup::IdleAddresses: return tr("Idle Elastic IPs");
    case CostGroup::Endpoints: return tr("Interface endpoints");
    case CostGroup::NatData: return tr("NAT data");
    case CostGroup::CrossAzData: return tr("Data across AZs");
    case CostGroup::EndpointData: return tr("Endpoint data");
    case CostGroup::InternetData: return tr("Data to the internet");
    case CostGroup::Other: break;
    }
    return tr("Other");
}

void CostModel::setCompact(bool compact) {
    if (compact == m_compact) return;
    m_compact = compact;
    emit headerDataChanged(Qt::Horizontal, Quantity, Quantity);
    if (m_rows.empty()) return;
    emit dataChanged(index(0, Quantity), index(int(m_rows.size()) - 1, Quantity));
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const QModelIndex parent = index(row, 0);
        emit dataChanged(index(0, Quantity, parent), index(rowCount(parent) - 1, Quantity, parent));
    }
}

QString CostModel::quantityText(const Decimal& quantity, const cost::CostLine& line) const {
    if (!line.unitPrice) return tr("Price unknown");
    const QString amount = figures::grouped(QString::fromStdString(quantity.rounded(3).toString()));
    const QString count = line.usage ? tr("%1 GB").arg(amount) : amount;
    if (m_compact) return count;
    const QString price = figures::unitPrice(*line.unitPrice);
    return line.tiered ? tr("%1 × from %2").arg(count, price) : tr("%1 × %2").arg(count, price);
}

QString CostModel::text(const CostRow& row, const cost::CostLine* line, int column) const {
    const cost::CostLine& sample = line ? *line : row.first();
    switch (column) {
    case Item:
        if (!line) return row.assumed ? tr("%1 *").arg(groupName(row.group)) : groupName(row.group);
        return line->nodeName.empty() ? fromUtf8(toString(line->node))
                                      : fromUtf8(text::oneLine(line->nodeName));
    case Quantity: return quantityText(line ? line->quantity : row.quantity, sample);
    case Hour: {
        const auto& amount = line ? line->hourly : row.hourly;
        return amount ? figures::perHour(*amount) : QString(dash);
    }
    case Month: {
        const auto& amount = line ? line->monthly : row.monthly;
        return amount ? figures::perMonth(*amount) : QString(dash);
    }
    default: return {};
    }
}

QString CostModel::origin(const cost::CostLine& line) const {
    if (!line.unitPrice)
        return tr("Price unknown: the built-in price book has none for this Region. It is not $0.");
    QStringList lines;
    const QString unit = fromUtf8(cost::componentUnit(line.component));
    lines << (line.tiered ? tr("From $%1 per %2, less for larger amounts")
                                .arg(figures::unitPrice(*line.unitPrice), unit)
                          : tr("$%1 per %2").arg(figures::unitPrice(*line.unitPrice), unit));
    if (line.assumed) lines << tr("* Price or quantity is an assumption.");
    lines << tr("Built-in price of %1").arg(fromUtf8(line.asOf));
    for (const QString& key : fromUtf8(line.source).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const auto source = m_prices.sources().find(key.toStdString());
        if (source != m_prices.sources().end())
            lines << tr("Source: %1").arg(fromUtf8(text::oneLine(source->second.reference, 120)));
    }
    return lines.join(QLatin1Char('\n'));
}

QString CostModel::asTable() const {
    QStringList lines;
    const auto add = [&](const CostRow& row, const cost::CostLine* line, const QString& indent) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) {
            QString cell = text(row, line, column);
            // Spreadsheets take figures without commas, whatever their language.
            if (column != Item) cell.remove(QLatin1Char(','));
            cells << (column == Item ? indent : QString()) + cell;
        }
        lines << cells.join(QLatin1Char('\t'));
    };
    QStringList heading;
    for (int column = 0; column < ColumnCount; ++column)
        heading << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines << heading.join(QLatin1Char('\t'));
    for (const CostRow& row : m_rows) {
        add(row, nullptr, {});
        for (const cost::CostLine& line : row.lines)
            add(row, &line, QStringLiteral("  "));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QModelIndex CostModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    // A thing carries the place of its kind, counted from 1.
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex CostModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == 0) return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int CostModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return int(m_rows.size());
    if (parent.internalId() != 0 || parent.column() != 0) return 0;
    return int(m_rows[std::size_t(parent.row())].lines.size());
}

QVariant CostModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const bool isLine = index.internalId() != 0;
    const CostRow& row = m_rows[isLine ? std::size_t(index.internalId()) - 1 : std::size_t(index.row())];
    const cost::CostLine* line = isLine ? &row.lines[std::size_t(index.row())] : nullptr;
    switch (role) {
    case Qt::DisplayRole: return text(row, line, index.column());
    case Qt::ToolTipRole: return origin(line ? *line : row.first());
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (index.column() == Item ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::FontRole: return index.column() == Item ? style::uiFont(12) : style::tabular(style::uiFont(12));
    case Qt::ForegroundRole:
        return index.column() == Quantity || isLine ? style::theme().ink2 : style::theme().ink;
    case ElementRole: return line ? fromUtf8(toString(line->detail.value_or(line->node))) : QString();
    default: return {};
    }
}

QVariant CostModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Item ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Item: return tr("Item");
    case Quantity: return m_compact ? tr("Quantity") : tr("Quantity × $");
    case Hour: return tr("$/h");
    case Month: return tr("$/month");
    default: return {};
    }
}

} // namespace sekisho
