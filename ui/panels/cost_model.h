// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/cost_sheet.h"

#include <QAbstractItemModel>

namespace sekisho {

/// What the network costs, by kind; below each kind the things themselves.
class CostModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Item, Quantity, Hour, Month, ColumnCount };
    enum Role { ElementRole = Qt::UserRole }; ///< QString id of the thing, empty for a kind

    CostModel(const cost::PriceBook& prices, QObject* parent = nullptr);

    void setRows(std::vector<CostRow> rows);
    const std::vector<CostRow>& rows() const { return m_rows; }
    /// Where there is little room the quantities stand without the prices.
    void setCompact(bool compact);
    /// "NAT gateways".
    static QString groupName(CostGroup group);
    /// All of it, tab-separated with a heading, as spreadsheets take it.
    QString asTable() const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const CostRow& row, const cost::CostLine* line, int column) const;
    /// "100 GB × 0.062"; says so where the price is unknown.
    QString quantityText(const Decimal& quantity, const cost::CostLine& line) const;
    QString origin(const cost::CostLine& line) const;

    const cost::PriceBook& m_prices;
    std::vector<CostRow> m_rows;
    bool m_compact = false;
};

} // namespace sekisho
