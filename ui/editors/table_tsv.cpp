// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/rows.h"
#include "ui/editors/sentences.h"
#include "ui/editors/table_model.h"
#include "ui/editors/traffic_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <iterator>

/// Rows as text, as spreadsheets and the AWS console give and take them.
namespace sekisho::editors {

namespace {

constexpr int mostLines = 1000;

/// A cell that holds tabs, line ends or quotes stands in quotes, those within doubled.
QString quoted(QString cell) {
    if (!cell.contains(QLatin1Char('\t')) && !cell.contains(QLatin1Char('\n')) &&
        !cell.contains(QLatin1Char('\r')) && !cell.startsWith(QLatin1Char('"')))
        return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

struct Line {
    int number = 0; ///< as people count them
    QStringList cells;
};

std::vector<Line> linesOf(const QString& text) {
    std::vector<Line> lines;
    Line line{1, {}};
    QString cell;
    bool isQuoted = false;
    int number = 1;
    const auto endCell = [&] {
        line.cells << cell.trimmed();
        cell.clear();
    };
    const auto endLine = [&] {
        endCell();
        if (std::any_of(line.cells.begin(), line.cells.end(), [](const QString& c) { return !c.isEmpty(); }))
            lines.push_back(line);
        line = {++number, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted) {
            if (c != QLatin1Char('"'))
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"'))
                cell += text[i++];
            else
                isQuoted = false;
        } else if (c == QLatin1Char('"') && cell.isEmpty()) {
            isQuoted = true;
        } else if (c == QLatin1Char('\t')) {
            endCell();
        } else if (c == QLatin1Char('\n') || c == QLatin1Char('\r')) {
            if (c == QLatin1Char('\r') && i + 1 < text.size() && text[i + 1] == QLatin1Char('\n')) ++i;
            endLine();
        } else {
            cell += c;
        }
    }
    endLine();
    return lines;
}

/// The words that head a column in the AWS console (English and Japanese), in spreadsheets and here, in lower
/// case and without blanks.
std::optional<Column> columnHeaded(const QString& typed) {
    static const std::pair<const char*, Column> heads[] = {
        {"type", Column::Type},
        {"タイプ", Column::Type},
        {"protocol", Column::Protocol},
        {"プロトコル", Column::Protocol},
        {"ports", Column::Ports},
        {"portrange", Column::Ports},
        {"ポート", Column::Ports},
        {"ポート範囲", Column::Ports},
        {"source", Column::Peer},
        {"from", Column::Peer},
        {"to", Column::Peer},
        {"ソース", Column::Peer},
        {"送信元", Column::Peer},
        {"description", Column::Description},
        {"description-optional", Column::Description},
        {"説明", Column::Description},
        {"説明-オプション", Column::Description},
        {"rulenumber", Column::Number},
        {"rule", Column::Number},
        {"rule#", Column::Number},
        {"number", Column::Number},
        {"ルール番号", Column::Number},
        {"番号", Column::Number},
        {"allow/deny", Column::Action},
        {"action", Column::Action},
        {"許可/拒否", Column::Action},
        {"アクション", Column::Action},
        {"target", Column::Target},
        {"ターゲット", Column::Target},
        {"nat", Column::NatSwitch},
        {"status", Column::Status},
        {"ステータス", Column::Status},
        {"cidr", Column::Cidr},
        {"cidrblock", Column::Cidr},
        {"cidrブロック", Column::Cidr},
        {"key", Column::Key},
        {"キー", Column::Key},
        {"value", Column::Value},
        {"値", Column::Value},
        {"port", Column::Port},
        {"targetport", Column::TargetPort},
        {"healthport", Column::HealthPort},
        {"subnet", Column::Subnet},
        {"サブネット", Column::Subnet},
        {"privateip", Column::PrivateIp},
        {"publicip", Column::PublicIp},
        {"zone", Column::Zone},
        {"elasticip", Column::ElasticIp},
    };
    QString text = plain(typed).toLower().remove(QLatin1Char(' '));
    // The heads of the console's forms carry a link.
    for (const QString& link : {QStringLiteral("info"), QStringLiteral("情報")})
        if (text.size() > link.size() && text.endsWith(link)) text.chop(link.size());
    for (const auto& [head, column] : heads)
        if (text == QString::fromUtf8(head)) return column;
    return std::nullopt;
}

/// The head of a column of the console's that no table here has.
bool isForeignHead(const QString& typed) {
    static const QStringList heads = {QStringLiteral("name"),
                                      QStringLiteral("securitygroupruleid"),
                                      QStringLiteral("セキュリティグループルールid"),
                                      QStringLiteral("ipversion"),
                                      QStringLiteral("ipバージョン"),
                                      QStringLiteral("propagated"),
                                      QStringLiteral("伝播済み"),
                                      QStringLiteral("routeorigin")};
    return heads.contains(plain(typed).toLower().remove(QLatin1Char(' ')));
}

bool isRuleId(const QString& cell) {
    static const QRegularExpression id(QStringLiteral("^sgr-[0-9a-f]+$"));
    return id.match(cell).hasMatch();
}

/// The one cell of a line that has no more.
std::optional<QString> onlyCell(const Line& line) {
    QStringList filled = line.cells;
    filled.removeAll(QString());
    return filled.size() == 1 ? std::optional(filled.first()) : std::nullopt;
}

/// Browsers copy some tables of the console cell by cell, a line each. Such lines are put together: by the
/// heads where these come first, else by the ids of the rules.
std::vector<Line> folded(std::vector<Line> lines, const std::function<bool(const QString&)>& isHead) {
    std::vector<QString> cells;
    for (const Line& line : lines) {
        const auto cell = onlyCell(line);
        if (!cell) return lines;
        cells.push_back(*cell);
    }
    const auto rowFrom = [&](std::size_t from, std::size_t to) {
        Line row{lines[from].number, {}};
        for (std::size_t i = from; i < to; ++i)
            row.cells << cells[i];
        return row;
    };
    std::size_t heads = 0;
    while (heads < cells.size() && (isHead(cells[heads]) || isForeignHead(cells[heads])))
        ++heads;
    std::vector<Line> rows;
    if (heads >= 3) {
        for (std::size_t at = 0; at < cells.size(); at += heads)
            rows.push_back(rowFrom(at, std::min(at + heads, cells.size())));
        return rows;
    }
    std::vector<std::size_t> ids;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (isRuleId(cells[i])) ids.push_back(i);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        // Before the id of a rule stands its name.
        const std::size_t end = i + 1 < ids.size() ? ids[i + 1] - 1 : cells.size();
        if (end > ids[i]) rows.push_back(rowFrom(ids[i], end));
    }
    return rows.empty() ? lines : rows;
}

/// What a line has of a rule of the console's, behind its name, its id and the version of IP.
void dropConsoleColumns(QStringList& cells) {
    const auto id = std::find_if(cells.begin(), cells.end(), isRuleId);
    if (id == cells.end()) return;
    cells.erase(cells.begin(), id + 1);
    static const QStringList versions = {QStringLiteral("IPv4"), QStringLiteral("IPv6"), QStringLiteral("-"),
                                         QStringLiteral("–")};
    if (!cells.isEmpty() && versions.contains(cells.first())) cells.removeFirst();
}

/// The ways in which the columns of a table may have been left out of lines with that many cells: the type
/// says nothing that protocol and ports do not, numbers are given, descriptions are nobody's duty.
std::vector<std::vector<Column>> layouts(const std::vector<Column>& full, std::size_t given) {
    static constexpr Column spare[] = {Column::Type, Column::Description, Column::NatSwitch, Column::Number,
                                       Column::HealthPort};
    std::vector<std::vector<Column>> found;
    for (unsigned left = 0; left < (1U << std::size(spare)); ++left) {
        std::vector<Column> columns;
        bool has = true;
        for (unsigned i = 0; i < std::size(spare); ++i)
            if ((left >> i) & 1U) has = has && std::find(full.begin(), full.end(), spare[i]) != full.end();
        if (!has) continue;
        for (const Column column : full) {
            const auto* it = std::find(std::begin(spare), std::end(spare), column);
            if (it == std::end(spare) || !((left >> (it - std::begin(spare))) & 1U))
                columns.push_back(column);
        }
        if (columns.size() == given && !columns.empty()) found.push_back(std::move(columns));
    }
    return found;
}

} // namespace

QString TableModel::toTsv(const std::vector<int>& rows) const {
    QStringList lines;
    for (const int number : rows) {
        if (number < 0 || number >= rowCount() || isFixed(number)) continue;
        const Row& row = rowAt(number);
        QStringList cells;
        for (const Column column : copied()) {
            if (kind(row, column) == CellKind::Check)
                cells << (isChecked(row, column) ? QStringLiteral("true") : QStringLiteral("false"));
            else
                cells << quoted(input(row, column));
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.isEmpty() ? QString() : lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList TableModel::readLines(const QString& text, std::vector<Row>& rows) const {
    std::vector<Line> lines = linesOf(text);
    if (lines.empty()) return {tr("There is nothing to paste: the clipboard holds no rows of text.")};
    if (lines.size() > mostLines)
        return {tr("%n line(s) are too many to paste at once.", nullptr, int(lines.size()))};

    const std::vector<Column> full = copied();
    // "Source" heads a column of groups and of ACLs, "Destination" one of routes too.
    const auto headed = [&](const QString& cell) -> std::optional<Column> {
        for (const Column column : full)
            if (cell.compare(header(column), Qt::CaseInsensitive) == 0) return column;
        for (const QString& word :
             {QStringLiteral("destination"), QStringLiteral("送信先"), QStringLiteral("宛先")})
            if (plain(cell).compare(word, Qt::CaseInsensitive) == 0)
                return std::find(full.begin(), full.end(), Column::Peer) != full.end() ? Column::Peer
                                                                                       : Column::Destination;
        return columnHeaded(cell);
    };
    lines = folded(std::move(lines), [&](const QString& cell) { return headed(cell).has_value(); });
    std::vector<std::optional<Column>> map;
    int known = 0;
    for (const QString& cell : lines.front().cells) {
        map.push_back(headed(cell));
        if (map.back()) ++known;
    }
    if (known >= 2 || (known == 1 && map.size() == 1))
        lines.erase(lines.begin());
    else
        map.clear();
    if (lines.empty()) return {tr("There is nothing to paste: the clipboard holds no rows of text.")};

    QStringList complaints;
    for (Line& line : lines) {
        if (isImplied(line.cells)) continue;
        std::optional<Row> row;
        Verdict verdict;
        if (!map.empty()) {
            row = readLine(line.cells, map, verdict);
        } else {
            dropConsoleColumns(line.cells);
            // Tables are selected with what stands empty around them.
            while (line.cells.size() > int(full.size()) && line.cells.last().isEmpty())
                line.cells.removeLast();
            while (line.cells.size() > int(full.size()) && line.cells.first().isEmpty())
                line.cells.removeFirst();
            const auto ways = layouts(full, std::size_t(line.cells.size()));
            if (ways.empty()) {
                complaints << tr("Line %1: %2 columns are expected, there are %3.")
                                  .arg(line.number)
                                  .arg(full.size())
                                  .arg(line.cells.size());
                continue;
            }
            // The first way that makes sense; what is wrong is said of the first of all.
            for (const std::vector<Column>& columns : ways) {
                Verdict tried;
                const auto made = readLine(line.cells, {columns.begin(), columns.end()}, tried);
                if (tried.ok() || &columns == &ways.front()) {
                    row = made;
                    verdict = tried;
                }
                if (tried.ok()) break;
            }
        }
        if (!row) return {tr("Nothing can be added here.")};
        if (!verdict.ok()) complaints << tr("Line %1: %2").arg(line.number).arg(verdict.complaint);
        rows.push_back(std::move(*row));
    }
    if (complaints.isEmpty() && rows.empty())
        complaints << tr("There is nothing to paste: the clipboard holds no rows of text.");
    return complaints;
}

std::optional<Row> TableModel::readLine(const QStringList& cells,
                                        const std::vector<std::optional<Column>>& columns,
                                        Verdict& verdict) const {
    auto row = blank();
    if (!row) return std::nullopt;
    row->key.number = 0;
    const auto cellOf = [&](Column column) -> std::optional<QString> {
        const auto it = std::find(columns.begin(), columns.end(), std::optional(column));
        if (it == columns.end()) return std::nullopt;
        return cells.value(int(it - columns.begin()));
    };
    for (const Column column : readingOrder()) {
        auto cell = cellOf(column);
        if (!cell) continue;
        // The type is but a name for the protocol and the ports, where those are given.
        if (column == Column::Type &&
            (cell->isEmpty() || !cellOf(Column::Protocol).value_or(QString()).isEmpty()))
            continue;
        if ((column == Column::Protocol || column == Column::Ports) && cell->isEmpty()) continue;
        // So the console shows what has no description.
        if (column == Column::Description && (*cell == QLatin1String("-") || *cell == QStringLiteral("–")))
            cell->clear();
        if (kind(*row, column) == CellKind::ReadOnly) continue;
        verdict = type(*row, column, *cell);
        verdict.complaint.replace(plain(*cell), shortened(plain(*cell)));
        if (!verdict.ok()) break;
    }
    return row;
}

QStringList TableModel::paste(const QString& text) {
    std::vector<Row> rows;
    QStringList complaints = readLines(text, rows);
    if (!complaints.isEmpty()) return complaints;
    const int number = int(rows.size());
    const auto delta = insert(std::move(rows), {});
    if (!delta) return {sentence(delta.error(), &design().network)};
    if (!document().edit(undoText(Doing::Paste, number), delta)) return {tr("The rows could not be added.")};
    return {};
}

} // namespace sekisho::editors
