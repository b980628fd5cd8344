// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editors/table_model.h"

/// The small tables: CIDR blocks of a VPC, entries of a prefix list, listeners, tags.
namespace sekisho::editors {

/// The IPv4 blocks of a VPC, the primary first.
class VpcCidrsModel : public TableModel {
    Q_OBJECT
public:
    VpcCidrsModel(Document& document, Facts& facts, QObject* parent = nullptr);

    QString countText() const override;
    QString emptyText() const override;
    QString addText() const override;

protected:
    std::vector<Row> read() const override;
    QString text(const Row& row, Column column) const override;
    QString tip(const Row& row, Column column) const override;
    bool isMono(const Row& row, Column column) const override;
    bool isHint(const Row& row, Column column) const override;
    CellKind kind(const Row& row, Column column) const override;
    std::optional<Column> stretch() const override;
    Verdict type(Row& row, Column column, const QString& text) const override;
    std::optional<Row> blank() const override;
    Result<Delta> put(const Row& row) const override;
    Result<Delta> insert(std::vector<Row> rows, std::optional<ElementId> after) const override;
    std::vector<Column> copied() const override;
    std::vector<Column> columnsOf(const std::string& field) const override;
    QString undoText(Doing doing, int number) const override;
};

class PrefixEntriesModel : public TableModel {
    Q_OBJECT
public:
    PrefixEntriesModel(Document& document, Facts& facts, QObject* parent = nullptr);

    QString countText() const override;
    QString emptyText() const override;
    QString addText() const override;

protected:
    bool hasElements() const override { return false; }
    std::vector<Row> read() const override;
    QString text(const Row& row, Column column) const override;
    bool isMono(const Row& row, Column column) const override;
    bool isHint(const Row& row, Column column) const override;
    CellKind kind(const Row& row, Column column) const override;
    std::optional<Column> stretch() const override;
    Verdict type(Row& row, Column column, const QString& text) const override;
    std::optional<Row> blank() const override;
    Result<Delta> put(const Row& row) const override;
    Result<Delta> insert(std::vector<Row> rows, std::optional<ElementId> after) const override;
    Result<Delta> erase(const std::vector<ElementId>& keys) const override;
    std::vector<Column> columnsOf(const std::string& field) const override;
    std::vector<ElementId> culprits(const Diagnostic& problem) const override;
    QString undoText(Doing doing, int number) const override;
};

class ListenersModel : public TableModel {
    Q_OBJECT
public:
    ListenersModel(Document& document, Facts& facts, QObject* parent = nullptr);

    QString countText() const override;
    QString emptyText() const override;
    QString addText() const override;

protected:
    std::vector<Row> read() const override;
    bool showsOther(const Row& row, const ChangeSet& changes) const override;
    QString text(const Row& row, Column column) const override;
    QIcon icon(const Row& row, Column column) const override;
    QString tip(const Row& row, Column column) const override;
    QString input(const Row& row, Column column) const override;
    CellKind kind(const Row& row, Column column) const override;
    std::vector<Choice> options(const Row& row, Column column) const override;
    std::optional<Column> stretch() const override;
    Verdict type(Row& row, Column column, const QString& text) const override;
    std::optional<Row> blank() const override;
    Result<Delta> put(const Row& row) const override;
    Result<Delta> insert(std::vector<Row> rows, std::optional<ElementId> after) const override;
    std::vector<Column> columnsOf(const std::string& field) const override;
    QString header(Column column) const override;
    QString undoText(Doing doing, int number) const override;
};

/// The tags of a node, or the ones of the provider that all resources get.
class TagsModel : public TableModel {
    Q_OBJECT
public:
    enum class Of { Node, Settings };
    TagsModel(Document& document, Facts& facts, Of of, QObject* parent = nullptr);

    QString countText() const override;
    QString emptyText() const override;
    QString addText() const override;

protected:
    bool hasElements() const override { return false; }
    std::vector<Row> read() const override;
    bool concerns(const ChangeSet& changes) const override;
    QString text(const Row& row, Column column) const override;
    QString input(const Row& row, Column column) const override;
    CellKind kind(const Row& row, Column column) const override;
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
    using Tags = std::map<std::string, std::string>;
    Tags tags() const;
    Result<Delta> store(Tags tags) const;

    Of m_of;
};

} // namespace sekisho::editors
