// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editors/table_model.h"

namespace sekisho {
struct Route;
struct RouteTable;
} // namespace sekisho

namespace sekisho::editors {

/// The routes of one table; the local ones, which AWS makes, come first.
class RoutesModel : public TableModel {
    Q_OBJECT
public:
    RoutesModel(Document& document, Facts& facts, QObject* parent = nullptr);

    bool isOrdered() const override { return true; }
    QString countText() const override;
    QString emptyText() const override;
    QString addText() const override;

protected:
    std::vector<Row> read() const override;
    bool concerns(const ChangeSet& changes) const override;
    bool showsOther(const Row& row, const ChangeSet& changes) const override;
    QString text(const Row& row, Column column) const override;
    QString input(const Row& row, Column column) const override;
    QIcon icon(const Row& row, Column column) const override;
    QString tip(const Row& row, Column column) const override;
    bool isMono(const Row& row, Column column) const override;
    bool isHint(const Row& row, Column column) const override;
    bool isChecked(const Row& row, Column column) const override;
    CellKind kind(const Row& row, Column column) const override;
    std::vector<Choice> options(const Row& row, Column column) const override;
    std::optional<Column> stretch() const override;
    Verdict type(Row& row, Column column, const QString& text) const override;
    std::optional<Row> blank() const override;
    Result<Delta> put(const Row& row) const override;
    Result<Delta> insert(std::vector<Row> rows, std::optional<ElementId> after) const override;
    Result<Delta> reorder(const std::vector<ElementId>& keys) const override;
    std::vector<Column> copied() const override;
    bool isImplied(const QStringList& cells) const override;
    std::vector<Column> columnsOf(const std::string& field) const override;
    QString undoText(Doing doing, int number) const override;

private:
    const RouteTable* table() const;
    /// The NAT gateway a route leads to is switched off with it, or without it.
    bool isOff(const Route& route) const;
    bool isBlackhole(const Route& route) const;
};

} // namespace sekisho::editors
