// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "ui/document/document.h"
#include "ui/editors/cell.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace sekisho {
class Facts;
struct ChangeSet;
struct NodeBase;
} // namespace sekisho

namespace sekisho::editors {

struct Row;

/// Rules of one owner as rows. The model holds ids and copies, changes the design by named edits alone and
/// follows Document::changed with precise signals: a row keeps its place in views through every edit, undo
/// and redo of others.
class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        SeverityRole = Qt::UserRole, ///< of the problem of a cell, as int; invalid: none
        ProblemRole,                 ///< its sentences
        FixedRole,                   ///< whether AWS made the row
        MonoRole,                    ///< whether the text is code
        HintRole,                    ///< text of second rank
        DraftRole,                   ///< whether what is shown was typed and refused
    };

    ~TableModel() override;

    Document& document() const;
    ElementId owner() const;
    /// Shows the rows of another owner: the one reset there is.
    void setOwner(ElementId owner);

    const std::vector<Column>& columns() const;
    int columnOf(Column column) const; ///< -1: there is no such column
    std::optional<int> stretchColumn() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

    // --- Cells
    CellKind cellKind(const QModelIndex& index) const;
    std::vector<Choice> choices(const QModelIndex& index) const;
    /// What a text would come to, without taking it.
    Verdict judge(const QModelIndex& index, const QString& text) const;

    /// Keeps a text that was typed and refused: the cell goes on showing it, with what is wrong, until it is
    /// mended or taken back, or the cell is changed by something else. Nothing typed is lost, and none of it
    /// gets into the design.
    void keepDraft(const QModelIndex& index, const QString& text);
    void dropDraft(const QModelIndex& index);
    bool hasDraft(const QModelIndex& index) const;
    /// "Ports “44x”: ...", a line for each refused text.
    QStringList draftComplaints() const;

    // --- Rows
    /// The element of a row, to be selected and lit; nothing for rows that have none.
    std::optional<ElementId> elementAt(int row) const;
    int rowOf(ElementId element) const;  ///< -1: not here
    std::vector<ElementId> keys() const; ///< what tells the rows apart, in their order
    bool isFixed(int row) const;
    int count() const; ///< of the rows that people made

    /// Adds a row that is safe as it stands (it lets nothing in from outside); its number, or nothing where
    /// it could not be.
    std::optional<int> add(Gesture gesture = 0);
    bool duplicate(const std::vector<int>& rows);
    bool remove(const std::vector<int>& rows);
    /// Whether people may put the rows in order.
    virtual bool isOrdered() const { return false; }
    /// Puts the rows, in their order, before the row `before`; false if that is where they are.
    bool move(const std::vector<int>& rows, int before);

    /// The rows with all their columns, as spreadsheets take them.
    QString toTsv(const std::vector<int>& rows) const;
    /// Adds what a text has, line by line. What cannot be understood is named by line, and then nothing is
    /// added.
    QStringList paste(const QString& text);

    /// Edits of this row are one step with its adding, until another row is begun or 0 is set.
    void setGesture(Gesture gesture, int row = -1);

    /// "2 rules".
    virtual QString countText() const = 0;
    /// Why there is nothing.
    virtual QString emptyText() const = 0;
    virtual QString addText() const = 0; ///< "Add inbound rule"

signals:
    void draftsChanged();

protected:
    TableModel(Document& document, Facts& facts, std::vector<Column> columns, QObject* parent);

    const Row& rowAt(int row) const;
    std::vector<ElementId> keysOf(const std::vector<int>& rows) const;
    const Design& design() const;
    /// Whether keys are ids of parts (else numbers of the model's).
    virtual bool hasElements() const { return true; }

    /// The rows as the design has them now.
    virtual std::vector<Row> read() const = 0;
    /// Whether a change may alter the rows or what they show.
    virtual bool concerns(const ChangeSet& changes) const;
    /// Whether a row shows something of another node than the owner that has changed.
    virtual bool showsOther(const Row& row, const ChangeSet& changes) const;

    virtual QString text(const Row& row, Column column) const = 0;
    virtual QString input(const Row& row, Column column) const { return text(row, column); }
    virtual QIcon icon(const Row& row, Column column) const;
    virtual QString tip(const Row& row, Column column) const;
    virtual bool isMono(const Row& row, Column column) const;
    virtual bool isHint(const Row& row, Column column) const;
    virtual bool isChecked(const Row& row, Column column) const;
    virtual CellKind kind(const Row& row, Column column) const = 0;
    virtual std::vector<Choice> options(const Row& row, Column column) const;
    virtual QString header(Column column) const;
    virtual std::optional<Column> stretch() const;

    /// Takes a typed text into the row, or says why not.
    virtual Verdict type(Row& row, Column column, const QString& text) const = 0;
    virtual std::optional<Row> blank() const = 0;
    virtual Result<Delta> put(const Row& row) const = 0;
    /// Rows with key number 0 behind the row `after` (nothing: at the end).
    virtual Result<Delta> insert(std::vector<Row> rows, std::optional<ElementId> after) const = 0;
    virtual Result<Delta> erase(const std::vector<ElementId>& keys) const;
    virtual Result<Delta> reorder(const std::vector<ElementId>& keys) const;

    /// The columns in which rows are copied; the first of them may be left out on pasting.
    virtual std::vector<Column> copied() const { return columns(); }
    /// The order in which a pasted line is read: what others depend on first.
    virtual std::vector<Column> readingOrder() const { return copied(); }
    /// Whether a line of a paste is one that is there anyway (the * rule of an ACL).
    virtual bool isImplied(const QStringList& cells) const;

    /// The columns beside which a problem of a field is shown.
    virtual std::vector<Column> columnsOf(const std::string& field) const = 0;
    /// The rows that a problem of the owner is about.
    virtual std::vector<ElementId> culprits(const Diagnostic& problem) const;

    /// Gives the design's row the key that a view knows it by, for rows without ids.
    void keepKeys(std::vector<Row>& rows) const;

    enum class Doing { Add, Change, Remove, Duplicate, Paste, Move };
    virtual QString undoText(Doing doing, int number) const;

private:
    void follow(const ChangeSet& changes);
    void sync(const ChangeSet* changes);
    void retranslate();
    void markProblems();
    void collectProblems() const;
    const QString* draftOf(const Row& row, Column column) const;
    void forgetDrafts(bool all);
    std::optional<Row> readLine(const QStringList& cells, const std::vector<std::optional<Column>>& columns,
                                Verdict& verdict) const;
    QStringList readLines(const QString& text, std::vector<Row>& rows) const;

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sekisho::editors
