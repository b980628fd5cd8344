// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/problems_model.h"

#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/panels/figures.h"
#include "ui/panels/fix_words.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/text/diagnostic_text.h"

#include <algorithm>

namespace sekisho {

namespace {

constexpr int mostNames = 4;
constexpr std::size_t mostOfReason = 300;

} // namespace

ProblemsModel::ProblemsModel(Document& document, Facts& facts, QObject* parent)
    : QAbstractListModel(parent), m_document(document), m_facts(facts) {}

std::vector<ProblemsModel::Row> ProblemsModel::wanted() const {
    std::vector<Row> rows;
    const Diagnostics& open = m_facts.problems();
    const auto& accepted = m_facts.acceptedProblems();
    rows.reserve(open.size() + accepted.size() + 1);
    for (const Diagnostic& problem : open)
        rows.push_back({RowKind::Open, problem, {}});
    // The worst first; below each other what stands together in the design.
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.problem.severity < b.problem.severity; });
    if (!accepted.empty()) rows.push_back({RowKind::Heading, {}, {}});
    if (m_unfolded)
        for (const AcceptedProblem& one : accepted)
            rows.push_back({RowKind::Accepted, one.problem, one.acceptance});
    return rows;
}

void ProblemsModel::refresh() {
    m_fixes.clear();
    m_open = int(m_facts.problems().size());
    m_accepted = int(m_facts.acceptedProblems().size());
    takeOver(wanted());
    // The same problem may name things that are called otherwise now, and its fix is another.
    retranslate();
}

void ProblemsModel::takeOver(const std::vector<Row>& now) {
    // An edit adds or mends few at one place: what stands before and behind it stays.
    const auto head = std::mismatch(m_rows.begin(), m_rows.end(), now.begin(), now.end());
    const auto tail = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(head.first), now.rbegin(),
                                    std::make_reverse_iterator(head.second));
    const int first = int(head.first - m_rows.begin());
    const int gone = int(tail.first.base() - head.first);
    const int come = int(tail.second.base() - head.second);
    if (gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + first + gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, first, first + come - 1);
        m_rows.insert(m_rows.begin() + first, now.begin() + first, now.begin() + first + come);
        endInsertRows();
    }
}

void ProblemsModel::retranslate() {
    if (!m_rows.empty()) emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void ProblemsModel::setUnfolded(bool unfolded) {
    if (unfolded == m_unfolded) return;
    m_unfolded = unfolded;
    takeOver(wanted());
    if (m_accepted > 0) emit dataChanged(index(m_open), index(m_open));
}

void ProblemsModel::setAsking(const QModelIndex& asking) {
    if (m_asking == asking) return;
    const QPersistentModelIndex before = m_asking;
    m_asking = asking;
    for (const QModelIndex& row : {QModelIndex(before), asking})
        if (row.isValid()) emit dataChanged(row, row);
}

const advice::Fix* ProblemsModel::fixOf(int row) const {
    const auto [it, fresh] = m_fixes.try_emplace(row);
    if (fresh && kindOf(row) == RowKind::Open) it->second = advice::fixesOf(m_document.design(), at(row));
    return it->second.empty() ? nullptr : &it->second.front();
}

QString ProblemsModel::names(const Diagnostic& problem) const {
    QStringList list;
    for (const ElementId subject : problem.subjects) {
        if (list.size() == mostNames) break;
        list << QString::fromStdString(text::displayName(m_document.network(), subject));
    }
    list.removeDuplicates();
    return figures::list(list);
}

QString ProblemsModel::sentence(const Diagnostic& problem) const {
    return QString::fromStdString(text::sentence(problem, style::language(), &m_document.network()));
}

QString ProblemsModel::heading() const {
    return m_open == 0 ? tr("No open problems · %n accepted", nullptr, m_accepted)
                       : tr("%n accepted", nullptr, m_accepted);
}

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (role == RowKindRole) return int(row.kind);
    if (row.kind == RowKind::Heading) {
        switch (role) {
        case Qt::DisplayRole:
        case WrongRole: return heading();
        case Qt::ToolTipRole:
            return m_unfolded ? tr("Hide the accepted problems") : tr("Show the accepted problems");
        case FoldedRole: return !m_unfolded;
        default: return {};
        }
    }
    const Diagnostic& problem = row.problem;
    switch (role) {
    case Qt::DisplayRole: return sentence(problem);
    case Qt::ToolTipRole:
        return row.kind == RowKind::Accepted
                   ? sentence(problem) + QLatin1Char('\n') + data(index, ReasonRole).toString()
                   : sentence(problem);
    case Qt::AccessibleTextRole: {
        if (row.kind == RowKind::Accepted)
            return tr("%1 %2", "an accepted problem and its reason")
                .arg(sentence(problem), data(index, ReasonRole).toString());
        const auto word = text::severityWord(problem.severity, style::language());
        return tr("%1: %2", "severity and sentence of a problem")
            .arg(QString::fromUtf8(word.data(), qsizetype(word.size())), sentence(problem));
    }
    case SeverityRole: return int(problem.severity);
    case WrongRole: return splitSentence(sentence(problem)).wrong;
    case MendRole: return splitSentence(sentence(problem)).mend;
    case NamesRole: return names(problem);
    case FixRole: {
        const advice::Fix* fix = fixOf(index.row());
        return fix ? fixLabel(*fix) : QString();
    }
    case CodeRole: {
        const auto code = codeText(problem.code);
        return QString::fromUtf8(code.data(), qsizetype(code.size()));
    }
    case ReasonRole: {
        if (row.kind != RowKind::Accepted) return {};
        const QString reason = QString::fromStdString(text::oneLine(row.acceptance.reason, mostOfReason));
        const QString why =
            reason.isEmpty() ? tr("Accepted without a reason") : tr("Accepted: %1").arg(reason);
        return row.acceptance.until.empty() ? why
                                            : tr("%1 (until %2)", "a reason and a date")
                                                  .arg(why, QString::fromStdString(row.acceptance.until));
    }
    // What AWS or terraform refuses does not go away by being lived with.
    case AcceptableRole: return row.kind == RowKind::Open && problem.severity != Severity::Error;
    case AskingRole: return m_asking == index;
    default: return {};
    }
}

} // namespace sekisho
