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

QString sentenceOf(const Diagnostic& problem, const Network& network) {
    return QString::fromStdString(text::sentence(problem, style::language(), &network));
}

} // namespace

ProblemsModel::ProblemsModel(Document& document, Facts& facts, QObject* parent)
    : QAbstractListModel(parent), m_document(document), m_facts(facts) {}

void ProblemsModel::refresh() {
    m_fixes.clear();
    const Diagnostics& now = m_facts.problems();
    // An edit adds or mends few at one place: what stands before and behind it stays.
    const auto head = std::mismatch(m_problems.begin(), m_problems.end(), now.begin(), now.end());
    const auto tail = std::mismatch(m_problems.rbegin(), std::make_reverse_iterator(head.first), now.rbegin(),
                                    std::make_reverse_iterator(head.second));
    const int first = int(head.first - m_problems.begin());
    const int gone = int(tail.first.base() - head.first);
    const int come = int(tail.second.base() - head.second);
    if (gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_problems.erase(m_problems.begin() + first, m_problems.begin() + first + gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, first, first + come - 1);
        m_problems.insert(m_problems.begin() + first, now.begin() + first, now.begin() + first + come);
        endInsertRows();
    }
    // The same problem may name things that are called otherwise now, and its fix is another.
    if (!m_problems.empty()) emit dataChanged(index(0), index(int(m_problems.size()) - 1));
}

void ProblemsModel::retranslate() {
    if (!m_problems.empty()) emit dataChanged(index(0), index(int(m_problems.size()) - 1));
}

const advice::Fix* ProblemsModel::fixOf(int row) const {
    const auto [it, fresh] = m_fixes.try_emplace(row);
    if (fresh) it->second = advice::fixesOf(m_document.design(), at(row));
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

int ProblemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_problems.size());
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Diagnostic& problem = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return sentenceOf(problem, m_document.network());
    case Qt::AccessibleTextRole: {
        const auto word = text::severityWord(problem.severity, style::language());
        return tr("%1: %2", "severity and sentence of a problem")
            .arg(QString::fromUtf8(word.data(), qsizetype(word.size())),
                 sentenceOf(problem, m_document.network()));
    }
    case SeverityRole: return int(problem.severity);
    case WrongRole: return splitSentence(sentenceOf(problem, m_document.network())).wrong;
    case MendRole: return splitSentence(sentenceOf(problem, m_document.network())).mend;
    case NamesRole: return names(problem);
    case FixRole: {
        const advice::Fix* fix = fixOf(index.row());
        return fix ? fixLabel(*fix) : QString();
    }
    case CodeRole: {
        const auto code = codeText(problem.code);
        return QString::fromUtf8(code.data(), qsizetype(code.size()));
    }
    default: return {};
    }
}

} // namespace sekisho
