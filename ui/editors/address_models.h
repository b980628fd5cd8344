// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/nodes.h"
#include "ui/editors/table_model.h"

/// The tables of addresses: the network interfaces of a workload, the zones of a regional NAT gateway.
namespace sekisho::editors {

struct NatAddress;

/// The network interfaces of a workload: the subnet of each, its private address, its public one.
class InterfacesModel : public TableModel {
    Q_OBJECT
public:
    InterfacesModel(Document& document, Facts& facts, QObject* parent = nullptr);

    QString countText() const override;
    QString emptyText() const override;
    QString addText() const override;

protected:
    std::vector<Row> read() const override;
    bool showsOther(const Row& row, const ChangeSet& changes) const override;
    QString text(const Row& row, Column column) const override;
    QString input(const Row& row, Column column) const override;
    QIcon icon(const Row& row, Column column) const override;
    QString tip(const Row& row, Column column) const override;
    bool isMono(const Row& row, Column column) const override;
    bool isHint(const Row& row, Column column) const override;
    CellKind kind(const Row& row, Column column) const override;
    std::vector<Choice> options(const Row& row, Column column) const override;
    std::optional<Column> stretch() const override;
    Verdict type(Row& row, Column column, const QString& text) const override;
    std::optional<Row> blank() const override;
    Result<Delta> put(const Row& row) const override;
    Result<Delta> insert(std::vector<Row> rows, std::optional<ElementId> after) const override;
    std::vector<Column> columnsOf(const std::string& field) const override;
    QString undoText(Doing doing, int number) const override;

private:
    /// Load balancers have public addresses by their scheme, whatever their subnets say.
    bool isBalancer() const;
    /// Whether an interface that says nothing of its own has a public address.
    bool hasByDefault(const Interface& one) const;
};

/// The Elastic IPs of a regional NAT gateway in manual mode, a row each. Without a row it is in automatic
/// mode: AWS makes addresses where they are needed.
class NatAddressesModel : public TableModel {
    Q_OBJECT
public:
    NatAddressesModel(Document& document, Facts& facts, QObject* parent = nullptr);

    QString countText() const override;
    QString emptyText() const override;
    QString addText() const override;

protected:
    bool hasElements() const override { return false; }
    std::vector<Row> read() const override;
    bool showsOther(const Row& row, const ChangeSet& changes) const override;
    QString text(const Row& row, Column column) const override;
    QString input(const Row& row, Column column) const override;
    QIcon icon(const Row& row, Column column) const override;
    QString tip(const Row& row, Column column) const override;
    bool isHint(const Row& row, Column column) const override;
    CellKind kind(const Row& row, Column column) const override;
    std::vector<Choice> options(const Row& row, Column column) const override;
    std::optional<Column> stretch() const override;
    Verdict type(Row& row, Column column, const QString& text) const override;
    std::optional<Row> blank() const override;
    Result<Delta> put(const Row& row) const override;
    Result<Delta> insert(std::vector<Row> rows, std::optional<ElementId> after) const override;
    Result<Delta> erase(const std::vector<ElementId>& keys) const override;
    std::vector<Column> columnsOf(const std::string& field) const override;
    std::vector<ElementId> culprits(const Diagnostic& problem) const override;
    QString undoText(Doing doing, int number) const override;

private:
    Result<Delta> store(std::vector<NatAddress> addresses) const;
};

} // namespace sekisho::editors
