// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/advice/fixes.h"
#include "core/base/diagnostic.h"

#include <QAbstractListModel>

#include <map>

namespace sekisho {

class Document;
class Facts;

/// The problems of the design, kept in step with it row by row.
class ProblemsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        SeverityRole = Qt::UserRole, ///< int of Severity
        WrongRole,                   ///< the sentence up to what is wrong
        MendRole,                    ///< the rest: how to mend it
        NamesRole,                   ///< of the subjects, joined
        FixRole,                     ///< text of the button; empty: there is no plain fix
        CodeRole,                    ///< "subnets-overlap"
    };

    ProblemsModel(Document& document, Facts& facts, QObject* parent = nullptr);

    /// Takes over the present problems; emits what differs.
    void refresh();
    /// The words may be others: the language has changed.
    void retranslate();

    const Diagnostic& at(int row) const { return m_problems[std::size_t(row)]; }
    /// The plain fix of a problem; null: there is none. Lives until the next refresh().
    const advice::Fix* fixOf(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString names(const Diagnostic& problem) const;

    Document& m_document;
    Facts& m_facts;
    Diagnostics m_problems;
    /// By row, made when asked: a fix is made for one state of the design.
    mutable std::map<int, std::vector<advice::Fix>> m_fixes;
};

} // namespace sekisho
