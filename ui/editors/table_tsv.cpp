// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/rows.h"
#include "ui/editors/sentences.h"
#include "ui/editors/table_model.h"
#include "ui/editors/traffic_words.h"

#include <algorithm>

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

/// The words that head a column in the AWS console, in spreadsheets and here, in lower case.
std::optional<Column> columnHeaded(const QString& typed) {
    static const std::pair<const char*, Column> heads[] = {
        {"type", Column::Type},
        {"protocol", Column::Protocol},
        {"ports", Column::Ports},
        {"port range", Column::Ports},
        {"source", Column::Peer},
        {"from", Column::Peer},
        {"to", Column::Peer},
        {"description", Column::Description},
        {"description - optional", Column::Description},
        {"rule number", Column::Number},
        {"rule", Column::Number},
        {"rule #", Column::Number},
        {"number", Column::Number},
        {"allow/deny", Column::Action},
        {"action", Column::Action},
        {"target", Column::Target},
        {"nat", Column::NatSwitch},
        {"status", Column::Status},
        {"cidr", Column::Cidr},
        {"cidr block", Column::Cidr},
        {"key", Column::Key},
        {"value", Column::Value},
        {"port", Column::Port},
        {"target port", Column::TargetPort},
        {"health port", Column::HealthPort},
    };
    const QString text = plain(typed).toLower();
    for (const auto& [head, column] : heads)
        if (text == QLatin1String(head)) return column;
    return std::nullopt;
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
        if (cell.compare(QLatin1String("destination"), Qt::CaseInsensitive) == 0)
            return columnOf(Column::Peer) >= 0 ? Column::Peer : Column::Destination;
        return columnHeaded(cell);
    };
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
    for (const Line& line : lines) {
        if (isImplied(line.cells)) continue;
        std::vector<std::optional<Column>> columns = map;
        const std::size_t given = std::size_t(line.cells.size());
        if (columns.empty()) {
            if (given == full.size())
                columns.assign(full.begin(), full.end());
            else if (given + 1 == full.size() &&
                     std::find(full.begin(), full.end(), Column::Type) != full.end()) {
                for (const Column column : full)
                    if (column != Column::Type) columns.emplace_back(column);
            } else {
                complaints << tr("Line %1: %2 columns are expected, there are %3.")
                                  .arg(line.number)
                                  .arg(full.size())
                                  .arg(given);
                continue;
            }
        }
        auto row = blank();
        if (!row) return {tr("Nothing can be added here.")};
        row->key.number = 0;
        const auto cellOf = [&](Column column) {
            const auto it = std::find(columns.begin(), columns.end(), std::optional(column));
            return it == columns.end() ? QString() : line.cells.value(it - columns.begin());
        };
        for (const Column column : readingOrder()) {
            if (std::find(columns.begin(), columns.end(), std::optional(column)) == columns.end()) continue;
            const QString cell = cellOf(column);
            // The type is but a name for the protocol and the ports, where those are given.
            if (column == Column::Type && (cell.isEmpty() || !cellOf(Column::Protocol).isEmpty())) continue;
            if (column == Column::Protocol && cell.isEmpty()) continue;
            if (column == Column::Ports && cell.isEmpty()) continue;
            if (kind(*row, column) == CellKind::ReadOnly) continue;
            const Verdict verdict = type(*row, column, cell);
            if (!verdict.ok()) {
                complaints << tr("Line %1: %2").arg(line.number).arg(verdict.complaint);
                break;
            }
        }
        rows.push_back(std::move(*row));
    }
    if (complaints.isEmpty() && rows.empty())
        complaints << tr("There is nothing to paste: the clipboard holds no rows of text.");
    return complaints;
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
