// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/advice/fixes.h"
#include "core/base/diagnostic.h"
#include "core/model/design.h"

#include <QAbstractListModel>

#include <map>

namespace sekisho {

class Document;
class Facts;

/// The problems of the design, kept in step with it row by row: the open ones, the worst first; then, where
/// there are any, a heading that says how many are accepted, and below it those, unless they are folded away.
class ProblemsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class RowKind { Open, Heading, Accepted };
    enum Role {
        RowKindRole = Qt::UserRole, ///< int of RowKind
        SeverityRole,               ///< int of Severity
        WrongRole,                  ///< the sentence up to what is wrong
        MendRole,                   ///< the rest: how to mend it
        NamesRole,                  ///< of the subjects, joined
        FixRole,                    ///< text of the button; empty: there is no plain fix
        CodeRole,                   ///< "subnets-overlap"
        ReasonRole,                 ///< why it is accepted, and until when
        AcceptableRole,             ///< bool: an open one that people may live with
        FoldedRole,                 ///< bool, of the heading
        AskingRole,                 ///< bool: the row has room for a field that asks for the reason
    };

    ProblemsModel(Document& document, Facts& facts, QObject* parent = nullptr);

    /// Takes over the present problems; emits what differs.
    void refresh();
    /// The words may be others: the language has changed.
    void retranslate();

    /// Whether the accepted ones are shown.
    bool isUnfolded() const { return m_unfolded; }
    void setUnfolded(bool unfolded);
    /// Gives the row the room that AskingRole tells of, and takes it from the one that had it; an invalid
    /// index: none has it.
    void setAsking(const QModelIndex& index);

    QModelIndex asking() const { return m_asking; }

    int openCount() const { return m_open; }
    RowKind kindOf(int row) const { return m_rows[std::size_t(row)].kind; }
    /// Of any row but the heading.
    const Diagnostic& at(int row) const { return m_rows[std::size_t(row)].problem; }
    /// Of an accepted row.
    const Acceptance& acceptanceOf(int row) const { return m_rows[std::size_t(row)].acceptance; }
    /// The plain fix of an open problem; null: there is none. Lives until the next refresh().
    const advice::Fix* fixOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        RowKind kind = RowKind::Open;
        Diagnostic problem;
        Acceptance acceptance;

        friend bool operator==(const Row&, const Row&) = default;
    };

    void takeOver(const std::vector<Row>& now);
    std::vector<Row> wanted() const;
    QString heading() const;
    QString sentence(const Diagnostic& problem) const;
    QString names(const Diagnostic& problem) const;

    Document& m_document;
    Facts& m_facts;
    std::vector<Row> m_rows;
    int m_open = 0;
    int m_accepted = 0;
    bool m_unfolded = false;
    QPersistentModelIndex m_asking;
    /// By row, made when asked: a fix is made for one state of the design.
    mutable std::map<int, std::vector<advice::Fix>> m_fixes;
};

} // namespace sekisho
