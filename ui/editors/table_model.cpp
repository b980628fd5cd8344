// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/table_model.h"

#include "core/model/edits.h"
#include "ui/document/facts.h"
#include "ui/editors/rows.h"
#include "ui/editors/sentences.h"
#include "ui/editors/traffic_words.h"
#include "ui/style/style.h"

#include <QMimeData>
#include <QTimer>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace sekisho::editors {

namespace {

constexpr auto rowsMime = "application/x-sekisho-rows";

/// The problem of one cell: the worst severity, all the sentences.
struct CellProblem {
    Severity severity = Severity::Info;
    QString text;

    friend bool operator==(const CellProblem&, const CellProblem&) = default;
};
using Problems = std::map<std::pair<ElementId, Column>, CellProblem>;

bool has(const std::vector<ElementId>& ids, ElementId id) {
    return std::binary_search(ids.begin(), ids.end(), id);
}

} // namespace

struct TableModel::State {
    Document& document;
    Facts& facts;
    std::vector<Column> columns;
    ElementId owner;
    std::vector<Row> rows;

    std::uint32_t lastKey = 0;
    Gesture gesture = 0;
    ElementId gestureKey;

    bool problemsKnown = false;
    bool markPending = false;
    Problems problems;
    Problems marked; ///< as views were told

    struct Draft {
        QString text;  ///< what was typed
        QString input; ///< what the cell had then
    };
    std::map<std::pair<ElementId, Column>, Draft> drafts;
};

TableModel::TableModel(Document& document, Facts& facts, std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent),
      m_state(new State{document, facts, std::move(columns), {}, {}, 0, 0, {}, false, false, {}, {}, {}}) {
    connect(&document, &Document::changed, this, &TableModel::follow);
    connect(&facts, &Facts::problemsChanged, this, [this] {
        m_state->problemsKnown = false;
        if (std::exchange(m_state->markPending, true)) return;
        // Later: the facts may be told of a change before this model is.
        QTimer::singleShot(0, this, &TableModel::markProblems);
    });
    connect(&document, &Document::replaced, this, [this] { forgetDrafts(true); });
    connect(&style::Style::instance(), &style::Style::languageChanged, this, &TableModel::retranslate);
}

TableModel::~TableModel() = default;

Document& TableModel::document() const {
    return m_state->document;
}

const Design& TableModel::design() const {
    return m_state->document.design();
}

ElementId TableModel::owner() const {
    return m_state->owner;
}

void TableModel::setOwner(ElementId owner) {
    if (owner == m_state->owner && !m_state->rows.empty()) return;
    beginResetModel();
    // Numbers of the model's mean other rows now; parts keep what was typed for them.
    if (!hasElements()) m_state->drafts.clear();
    m_state->owner = owner;
    m_state->rows.clear();
    m_state->rows = read();
    m_state->problemsKnown = false;
    m_state->gesture = 0;
    m_state->marked.clear();
    endResetModel();
    // Nothing has been told to views yet; the first painting asks.
    collectProblems();
    m_state->marked = m_state->problems;
    emit draftsChanged();
}

const std::vector<Column>& TableModel::columns() const {
    return m_state->columns;
}

int TableModel::columnOf(Column column) const {
    const auto it = std::find(m_state->columns.begin(), m_state->columns.end(), column);
    return it == m_state->columns.end() ? -1 : int(it - m_state->columns.begin());
}

std::optional<int> TableModel::stretchColumn() const {
    const auto column = stretch();
    if (!column || columnOf(*column) < 0) return std::nullopt;
    return columnOf(*column);
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_state->rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_state->columns.size());
}

const Row& TableModel::rowAt(int row) const {
    return m_state->rows[std::size_t(row)];
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = rowAt(index.row());
    const Column column = m_state->columns[std::size_t(index.column())];
    const auto problem = [&]() -> const CellProblem* {
        collectProblems();
        const auto it = m_state->problems.find({row.key, column});
        return it == m_state->problems.end() ? nullptr : &it->second;
    };
    if (const QString* draft = draftOf(row, column)) {
        const auto shown = [&] { return clean(draft->toStdString()); };
        switch (role) {
        case Qt::DisplayRole: return shown();
        case Qt::EditRole: return *draft;
        case DraftRole: return true;
        case SeverityRole: return int(Severity::Error);
        case Qt::DecorationRole: return {};
        case Qt::ToolTipRole:
        case ProblemRole: return judge(index, *draft).complaint;
        case Qt::AccessibleTextRole:
            return tr("%1 – %2", "a cell and its problem").arg(shown(), judge(index, *draft).complaint);
        default: break;
        }
    }
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::EditRole: return row.isFixed() ? text(row, column) : input(row, column);
    case Qt::DecorationRole: {
        const QIcon shown = icon(row, column);
        return shown.isNull() ? QVariant() : QVariant(shown);
    }
    case Qt::CheckStateRole:
        if (row.isFixed() || kind(row, column) != CellKind::Check) return {};
        return isChecked(row, column) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole: {
        if (const auto* found = problem()) return found->text;
        const QString said = tip(row, column);
        return said.isEmpty() ? text(row, column) : said;
    }
    case Qt::AccessibleTextRole: {
        const QString shown = text(row, column);
        const auto* found = problem();
        return found ? tr("%1 – %2", "a cell and its problem").arg(shown, found->text) : shown;
    }
    case SeverityRole: {
        const auto* found = problem();
        return found ? QVariant(int(found->severity)) : QVariant();
    }
    case ProblemRole: {
        const auto* found = problem();
        return found ? found->text : QString();
    }
    case FixedRole: return row.isFixed();
    case MonoRole: return isMono(row, column);
    case HintRole: return isHint(row, column);
    default: return {};
    }
}

bool TableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    const Column column = m_state->columns[std::size_t(index.column())];
    Row row = rowAt(index.row());
    const CellKind cell = cellKind(index);
    QString typed;
    if (role == Qt::EditRole && cell != CellKind::ReadOnly && cell != CellKind::Check)
        typed = value.toString();
    else if (role == Qt::CheckStateRole && cell == CellKind::Check)
        typed = value.toInt() == Qt::Checked ? QStringLiteral("true") : QStringLiteral("false");
    else
        return false;
    const auto before = row.value;
    if (!type(row, column, typed).ok()) return false;
    dropDraft(index);
    if (row.value == before) return true;
    const bool isFresh = m_state->gesture != 0 && row.key == m_state->gestureKey;
    return m_state->document.edit(undoText(isFresh ? Doing::Add : Doing::Change, 1), put(row),
                                  isFresh ? m_state->gesture : 0);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return header(m_state->columns[std::size_t(section)]);
    if (role == Qt::TextAlignmentRole) return int(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags TableModel::flags(const QModelIndex& index) const {
    // Between rows, not onto them.
    if (!index.isValid()) return isOrdered() ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const CellKind cell = cellKind(index);
    if (cell == CellKind::Check)
        flags |= Qt::ItemIsUserCheckable;
    else if (cell != CellKind::ReadOnly)
        flags |= Qt::ItemIsEditable;
    if (isOrdered() && !isFixed(index.row())) flags |= Qt::ItemIsDragEnabled;
    return flags;
}

Qt::DropActions TableModel::supportedDropActions() const {
    return isOrdered() ? Qt::MoveAction : Qt::IgnoreAction;
}

QStringList TableModel::mimeTypes() const {
    return {QLatin1String(rowsMime)};
}

QMimeData* TableModel::mimeData(const QModelIndexList& indexes) const {
    std::vector<int> rows;
    for (const QModelIndex& index : indexes)
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::erase_if(rows, [&](int row) { return isFixed(row); });
    if (rows.empty()) return nullptr;
    QByteArray keys = QByteArray::fromStdString(toString(m_state->owner));
    for (const ElementId key : keysOf(rows))
        keys += ' ' + QByteArray::fromStdString(toString(key));
    auto* data = new QMimeData;
    data->setData(QLatin1String(rowsMime), keys);
    data->setText(toTsv(rows));
    return data;
}

bool TableModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int, int,
                                 const QModelIndex& parent) const {
    if (!isOrdered() || !data || action != Qt::MoveAction || parent.isValid()) return false;
    const QByteArray from = data->data(QLatin1String(rowsMime)).split(' ').value(0);
    return from.toStdString() == toString(m_state->owner);
}

bool TableModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                              const QModelIndex& parent) {
    if (!canDropMimeData(data, action, row, column, parent)) return false;
    std::vector<int> rows;
    QList<QByteArray> words = data->data(QLatin1String(rowsMime)).split(' ');
    words.removeFirst();
    for (const QByteArray& word : words) {
        const auto id = elementIdFromString(word.toStdString());
        const int found = id ? rowOf(*id) : -1;
        if (found < 0) return false; // gone, or of the other direction
        rows.push_back(found);
    }
    return move(rows, row < 0 ? rowCount() : row);
}

CellKind TableModel::cellKind(const QModelIndex& index) const {
    const Row& row = rowAt(index.row());
    return row.isFixed() ? CellKind::ReadOnly : kind(row, m_state->columns[std::size_t(index.column())]);
}

std::vector<Choice> TableModel::choices(const QModelIndex& index) const {
    return options(rowAt(index.row()), m_state->columns[std::size_t(index.column())]);
}

Verdict TableModel::judge(const QModelIndex& index, const QString& text) const {
    Row row = rowAt(index.row());
    Verdict verdict = type(row, m_state->columns[std::size_t(index.column())], text);
    verdict.complaint.replace(plain(text), shortened(plain(text)));
    return verdict;
}

const QString* TableModel::draftOf(const Row& row, Column column) const {
    const auto it = m_state->drafts.find({row.key, column});
    return it == m_state->drafts.end() ? nullptr : &it->second.text;
}

void TableModel::keepDraft(const QModelIndex& index, const QString& text) {
    const Row& row = rowAt(index.row());
    const Column column = m_state->columns[std::size_t(index.column())];
    if (row.isFixed() || judge(index, text).ok()) return;
    m_state->drafts[{row.key, column}] = {text, input(row, column)};
    emit dataChanged(index, index);
    emit draftsChanged();
}

void TableModel::dropDraft(const QModelIndex& index) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return;
    const Column column = m_state->columns[std::size_t(index.column())];
    if (m_state->drafts.erase({rowAt(index.row()).key, column}) == 0) return;
    emit dataChanged(index, index);
    emit draftsChanged();
}

bool TableModel::hasDraft(const QModelIndex& index) const {
    return index.isValid() && draftOf(rowAt(index.row()), m_state->columns[std::size_t(index.column())]);
}

QStringList TableModel::draftComplaints() const {
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column) {
            const QModelIndex place = index(row, column);
            const QString* draft = draftOf(rowAt(row), m_state->columns[std::size_t(column)]);
            if (!draft) continue;
            lines << tr("%1, row %2: %3", "a column, a row, what is wrong there")
                         .arg(headerData(column, Qt::Horizontal).toString())
                         .arg(row + 1)
                         .arg(judge(place, *draft).complaint);
        }
    return lines;
}

/// Forgets what was typed into rows that are gone, or into cells that something else has changed since.
void TableModel::forgetDrafts(bool all) {
    if (m_state->drafts.empty()) return;
    const auto isStale = [&](const auto& entry) {
        const auto& [place, draft] = entry;
        const int row = rowOf(place.first);
        // Of another owner: it is judged when that is shown.
        if (row < 0) return !hasElements() || !ownerOf(design().network, place.first);
        return input(rowAt(row), place.second) != draft.input;
    };
    if (std::erase_if(m_state->drafts, [&](const auto& entry) { return all || isStale(entry); }) == 0) return;
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit draftsChanged();
}

std::optional<ElementId> TableModel::elementAt(int row) const {
    if (row < 0 || row >= rowCount() || !hasElements() || isFixed(row)) return std::nullopt;
    return rowAt(row).key;
}

int TableModel::rowOf(ElementId element) const {
    const auto& rows = m_state->rows;
    const auto it =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.key == element; });
    return it == rows.end() ? -1 : int(it - rows.begin());
}

std::vector<ElementId> TableModel::keys() const {
    std::vector<ElementId> keys;
    for (const Row& row : m_state->rows)
        keys.push_back(row.key);
    return keys;
}

bool TableModel::isFixed(int row) const {
    return rowAt(row).isFixed();
}

int TableModel::count() const {
    return int(std::count_if(m_state->rows.begin(), m_state->rows.end(),
                             [](const Row& row) { return !row.isFixed(); }));
}

std::vector<ElementId> TableModel::keysOf(const std::vector<int>& rows) const {
    std::vector<ElementId> keys;
    for (const int row : rows)
        if (row >= 0 && row < rowCount() && !isFixed(row)) keys.push_back(rowAt(row).key);
    return keys;
}

std::optional<int> TableModel::add(Gesture gesture) {
    const auto row = blank();
    if (!row) return std::nullopt;
    std::unordered_set<ElementId> known;
    for (const Row& old : m_state->rows)
        known.insert(old.key);
    if (!m_state->document.edit(undoText(Doing::Add, 1), insert({*row}, {}), gesture)) return std::nullopt;
    for (int i = 0; i < rowCount(); ++i)
        if (!known.contains(rowAt(i).key)) return i;
    return std::nullopt;
}

bool TableModel::duplicate(const std::vector<int>& rows) {
    std::vector<Row> copies;
    std::optional<ElementId> after;
    for (const int row : rows)
        if (!isFixed(row)) {
            copies.push_back(rowAt(row));
            after = rowAt(row).key;
        }
    if (copies.empty()) return false;
    const int number = int(copies.size());
    return m_state->document.edit(undoText(Doing::Duplicate, number), insert(std::move(copies), after));
}

bool TableModel::remove(const std::vector<int>& rows) {
    const auto keys = keysOf(rows);
    return !keys.empty() && m_state->document.edit(undoText(Doing::Remove, int(keys.size())), erase(keys));
}

bool TableModel::move(const std::vector<int>& rows, int before) {
    if (!isOrdered()) return false;
    const auto moved = keysOf(rows);
    if (moved.empty()) return false;
    std::vector<ElementId> order, old;
    bool placed = false;
    for (int i = 0; i <= rowCount(); ++i) {
        if (i == std::clamp(before, 0, rowCount()) && !std::exchange(placed, true))
            order.insert(order.end(), moved.begin(), moved.end());
        if (i == rowCount() || isFixed(i)) continue;
        old.push_back(rowAt(i).key);
        if (std::find(moved.begin(), moved.end(), rowAt(i).key) == moved.end()) order.push_back(rowAt(i).key);
    }
    if (order == old) return false; // put down where they were
    return m_state->document.edit(undoText(Doing::Move, int(moved.size())), reorder(order));
}

void TableModel::setGesture(Gesture gesture, int row) {
    m_state->gesture = gesture;
    m_state->gestureKey = row >= 0 && row < rowCount() ? rowAt(row).key : ElementId{};
}

bool TableModel::concerns(const ChangeSet& changes) const {
    return has(changes.nodes, m_state->owner);
}

bool TableModel::showsOther(const Row&, const ChangeSet&) const {
    return false;
}

QIcon TableModel::icon(const Row&, Column) const {
    return {};
}
QString TableModel::tip(const Row&, Column) const {
    return {};
}
bool TableModel::isMono(const Row&, Column) const {
    return false;
}
bool TableModel::isHint(const Row&, Column) const {
    return false;
}
bool TableModel::isChecked(const Row&, Column) const {
    return false;
}
std::vector<Choice> TableModel::options(const Row&, Column) const {
    return {};
}
std::optional<Column> TableModel::stretch() const {
    return std::nullopt;
}

Result<Delta> TableModel::erase(const std::vector<ElementId>& keys) const {
    return edits::removeElements(design(), keys);
}

Result<Delta> TableModel::reorder(const std::vector<ElementId>&) const {
    return fail(Code::edit_bad_order, {}, {m_state->owner});
}

bool TableModel::isImplied(const QStringList&) const {
    return false;
}

std::vector<ElementId> TableModel::culprits(const Diagnostic& problem) const {
    std::vector<ElementId> keys;
    for (const ElementId subject : problem.subjects)
        if (!isNodeKind(subject.kind) && rowOf(subject) >= 0) keys.push_back(subject);
    return keys;
}

QString TableModel::header(Column column) const {
    switch (column) {
    case Column::Number: return tr("Rule", "column: number of a network ACL rule");
    case Column::Type: return tr("Type");
    case Column::Protocol: return tr("Protocol");
    case Column::Ports: return tr("Ports");
    case Column::Peer: return tr("From");
    case Column::Action: return tr("Action", "column: allow or deny");
    case Column::Description: return tr("Description");
    case Column::Destination: return tr("Destination");
    case Column::Target: return tr("Target");
    case Column::NatSwitch: return tr("NAT", "column: is on the NAT switch");
    case Column::Status: return tr("Status");
    case Column::Cidr: return tr("CIDR block");
    case Column::Key: return tr("Key");
    case Column::Value: return tr("Value");
    case Column::Port: return tr("Port");
    case Column::TargetPort: return tr("Target port");
    case Column::HealthPort: return tr("Health port");
    case Column::Subnet: return tr("Subnet");
    case Column::PrivateIp: return tr("Private IP");
    case Column::PublicIp: return tr("Public IP");
    case Column::Zone: return tr("Zone");
    case Column::ElasticIp: return tr("Elastic IP");
    }
    return {};
}

QString TableModel::undoText(Doing doing, int number) const {
    switch (doing) {
    case Doing::Add: return tr("Add rule");
    case Doing::Change: return tr("Change rule");
    case Doing::Remove: return tr("Delete %n rule(s)", nullptr, number);
    case Doing::Duplicate: return tr("Duplicate %n rule(s)", nullptr, number);
    case Doing::Paste: return tr("Paste %n rule(s)", nullptr, number);
    case Doing::Move: return tr("Reorder rules");
    }
    return {};
}

void TableModel::keepKeys(std::vector<Row>& rows) const {
    const auto& old = m_state->rows;
    std::vector<bool> used(old.size());
    std::vector<bool> done(rows.size());
    const auto take = [&](std::size_t to, std::size_t from) {
        rows[to].key = old[from].key;
        done[to] = used[from] = true;
    };
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < old.size(); ++j)
            if (!used[j] && old[j].value == rows[i].value) {
                take(i, j);
                break;
            }
    // What changed in place, then what changed and moved thereby.
    for (std::size_t i = 0; i < rows.size() && i < old.size(); ++i)
        if (!done[i] && !used[i]) take(i, i);
    for (std::size_t i = 0, j = 0; i < rows.size(); ++i) {
        if (done[i]) continue;
        while (j < old.size() && used[j])
            ++j;
        if (j < old.size())
            take(i, j);
        else
            rows[i].key = {m_state->owner.kind, ++m_state->lastKey};
    }
}

void TableModel::follow(const ChangeSet& changes) {
    m_state->problemsKnown = false;
    if (concerns(changes)) {
        sync(&changes);
        return forgetDrafts(false);
    }
    for (int row = 0; row < rowCount(); ++row)
        if (showsOther(rowAt(row), changes)) emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void TableModel::sync(const ChangeSet* changes) {
    auto& rows = m_state->rows;
    std::vector<Row> next = read();
    std::unordered_map<ElementId, std::size_t> places;
    for (std::size_t i = 0; i < next.size(); ++i)
        places[next[i].key] = i;

    for (int last = int(rows.size()) - 1; last >= 0; --last) {
        if (places.contains(rows[std::size_t(last)].key)) continue;
        int first = last;
        while (first > 0 && !places.contains(rows[std::size_t(first) - 1].key))
            --first;
        beginRemoveRows({}, first, last);
        rows.erase(rows.begin() + first, rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }

    const auto moveRow = [&](std::size_t from, std::size_t to) { // `to` as beginMoveRows counts
        beginMoveRows({}, int(from), int(from), {}, int(to));
        Row row = std::move(rows[from]);
        rows.erase(rows.begin() + std::ptrdiff_t(from));
        rows.insert(rows.begin() + std::ptrdiff_t(to > from ? to - 1 : to), std::move(row));
        endMoveRows();
    };
    const auto find = [&](ElementId key, std::size_t begin) {
        std::size_t i = begin;
        while (i < rows.size() && rows[i].key != key)
            ++i;
        return i;
    };
    for (std::size_t i = 0; i < next.size(); ++i) {
        if (i < rows.size() && rows[i].key == next[i].key) continue;
        // One row that went down is one move, not one of each row that it passed.
        if (i + 1 < rows.size() && rows[i + 1].key == next[i].key) {
            const std::size_t place = places[rows[i].key];
            std::size_t to = i + 1;
            while (to < rows.size() && places[rows[to].key] < place)
                ++to;
            moveRow(i, to);
            continue;
        }
        if (const std::size_t from = find(next[i].key, i); from < rows.size()) {
            moveRow(from, i);
            continue;
        }
        std::size_t last = i;
        while (last + 1 < next.size() && find(next[last + 1].key, i) == rows.size())
            ++last;
        beginInsertRows({}, int(i), int(last));
        rows.insert(rows.begin() + std::ptrdiff_t(i), next.begin() + std::ptrdiff_t(i),
                    next.begin() + std::ptrdiff_t(last) + 1);
        endInsertRows();
        i = last;
    }

    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool differs = !(rows[i].value == next[i].value);
        if (differs) rows[i].value = std::move(next[i].value);
        if (differs || (changes && showsOther(rows[i], *changes)))
            emit dataChanged(index(int(i), 0), index(int(i), columnCount() - 1));
    }
}

void TableModel::retranslate() {
    m_state->problemsKnown = false;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TableModel::collectProblems() const {
    if (std::exchange(m_state->problemsKnown, true)) return;
    Problems& problems = m_state->problems;
    problems.clear();
    if (m_state->rows.empty()) return;
    for (const Diagnostic& problem : m_state->facts.problems()) {
        const auto field = std::find_if(problem.args.begin(), problem.args.end(),
                                        [](const DiagnosticArg& arg) { return arg.name == "field"; });
        if (field == problem.args.end()) continue;
        const auto keys = culprits(problem);
        if (keys.empty()) continue;
        const auto fields = columnsOf(field->value);
        const auto column =
            std::find_if(fields.begin(), fields.end(), [&](Column c) { return columnOf(c) >= 0; });
        if (column == fields.end()) continue;
        const QString said = sentence(problem, &design().network);
        for (const ElementId key : keys) {
            CellProblem& cell = problems[{key, *column}];
            cell.severity = std::min(cell.severity, problem.severity);
            if (cell.text.contains(said)) continue;
            if (!cell.text.isEmpty()) cell.text += QLatin1Char('\n');
            cell.text += said;
        }
    }
}

void TableModel::markProblems() {
    m_state->markPending = false;
    collectProblems();
    const Problems before = std::exchange(m_state->marked, m_state->problems);
    const auto tell = [&](const Problems& these, const Problems& those) {
        for (const auto& [cell, problem] : these) {
            const auto other = those.find(cell);
            if (other != those.end() && other->second == problem) continue;
            const int row = rowOf(cell.first);
            const int column = columnOf(cell.second);
            if (row < 0 || column < 0) continue;
            emit dataChanged(index(row, column), index(row, column),
                             {SeverityRole, ProblemRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
        }
    };
    tell(before, m_state->marked);
    tell(m_state->marked, before);
}

} // namespace sekisho::editors
