// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/nodes.h"
#include "ui/editors/table_model.h"

namespace sekisho::editors {

/// The rules of one direction of one security group.
class SecurityGroupRulesModel : public TableModel {
    Q_OBJECT
public:
    /// `wide`: with the column of the types.
    SecurityGroupRulesModel(Document& document, Facts& facts, Direction direction, bool wide,
                            QObject* parent = nullptr);

    bool isOrdered() const override { return true; }
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
    QString header(Column column) const override;
    std::optional<Column> stretch() const override;
    Verdict type(Row& row, Column column, const QString& text) const override;
    std::optional<Row> blank() const override;
    Result<Delta> put(const Row& row) const override;
    Result<Delta> insert(std::vector<Row> rows, std::optional<ElementId> after) const override;
    Result<Delta> reorder(const std::vector<ElementId>& keys) const override;
    std::vector<Column> copied() const override;
    std::vector<Column> columnsOf(const std::string& field) const override;

private:
    const SecurityGroup* group() const;

    Direction m_direction;
};

} // namespace sekisho::editors
