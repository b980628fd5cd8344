// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/line_changes.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <unordered_map>

namespace sekisho {

namespace {

using Lines = std::vector<std::string_view>;

/// Larger paragraphs are compared from both ends only.
constexpr std::size_t mostPairs = 250'000;
constexpr std::size_t blockSize = 256;

/// A top-level block of Terraform text with all that is in it, or any run of lines between blank ones that
/// are followed by a line that is not indented.
struct Paragraph {
    std::string_view text;
    int firstLine = 1;
};

Lines linesOf(std::string_view text) {
    Lines lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

bool isIndented(char first) {
    return first == ' ' || first == '\t';
}

/// Whether a paragraph may start there.
bool isStart(std::string_view text, std::size_t at) {
    return at == 0 || (at >= 2 && text[at - 1] == '\n' && text[at - 2] == '\n' &&
                       (at == text.size() || !isIndented(text[at])));
}

/// Each paragraph without the blank line behind it.
std::vector<Paragraph> paragraphsOf(std::string_view text, int firstLine) {
    std::vector<Paragraph> all;
    std::size_t start = 0;
    int line = firstLine, startLine = firstLine;
    for (std::size_t from = 0; from < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const bool last = end + 1 >= text.size();
        const bool blank = end == from && (last || !isIndented(text[end + 1]));
        if (blank || last) {
            const std::size_t stop = blank ? std::max(start, from) : end;
            all.push_back({text.substr(start, stop - start), startLine});
            start = end + 1;
            startLine = line + 1;
        }
        from = end + 1;
    }
    return all;
}

/// Lines of the earlier text, each with its end.
std::string joined(const Lines& lines, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < std::min(to, lines.size()); ++i)
        text.append(lines[i]).push_back('\n');
    return text;
}

/// What is in no longest common subsequence of two paragraphs.
void compareLines(std::string_view before, std::string_view after, int firstLine,
                  std::vector<LineChange>& changes) {
    const Lines old = linesOf(before), now = linesOf(after);
    std::size_t head = 0, tail = 0;
    while (head < std::min(old.size(), now.size()) && old[head] == now[head])
        ++head;
    while (tail < std::min(old.size(), now.size()) - head &&
           old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    const std::size_t rows = old.size() - head - tail, columns = now.size() - head - tail;
    /// The lines [i, row) of the earlier text gave way to [j, column) of the later.
    const auto add = [&](std::size_t i, std::size_t row, std::size_t j, std::size_t column) {
        if (i == row && j == column) return;
        LineChange change;
        change.kind = i == row ? LineChange::Came : j == column ? LineChange::Went : LineChange::Changed;
        change.lines.first = firstLine + int(head + j);
        change.lines.last = j == column ? change.lines.first : firstLine + int(head + column) - 1;
        change.before = joined(old, head + i, head + row);
        changes.push_back(std::move(change));
    };
    if (rows == 0 || columns == 0 || rows * columns > mostPairs) {
        add(0, rows, 0, columns);
        return;
    }
    std::vector<std::vector<int>> length(rows + 1, std::vector<int>(columns + 1));
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            length[i][j] = old[head + i] == now[head + j] ? length[i + 1][j + 1] + 1
                                                          : std::max(length[i + 1][j], length[i][j + 1]);
    std::size_t i = 0, j = 0, sameI = 0, sameJ = 0; // behind the last line that both have
    while (i < rows && j < columns) {
        if (old[head + i] == now[head + j]) {
            add(sameI, i, sameJ, j);
            sameI = ++i;
            sameJ = ++j;
        } else if (length[i + 1][j] >= length[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    add(sameI, rows, sameJ, columns);
}

} // namespace

std::size_t commonPrefix(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t n = 0;
    while (n + blockSize <= most && std::memcmp(a.data() + n, b.data() + n, blockSize) == 0)
        n += blockSize;
    while (n < most && a[n] == b[n])
        ++n;
    return n;
}

std::size_t commonSuffix(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t n = 0;
    while (n + blockSize <= most && std::memcmp(a.data() + a.size() - n - blockSize,
                                                b.data() + b.size() - n - blockSize, blockSize) == 0)
        n += blockSize;
    while (n < most && a[a.size() - 1 - n] == b[b.size() - 1 - n])
        ++n;
    return n;
}

LineCounts& LineCounts::operator+=(const LineCounts& more) {
    came += more.came;
    changed += more.changed;
    went += more.went;
    return *this;
}

LineCounts countsOf(const std::vector<LineChange>& changes) {
    LineCounts counts;
    for (const LineChange& change : changes) {
        const int was = int(std::count(change.before.begin(), change.before.end(), '\n'));
        const int is = change.kind == LineChange::Went ? 0 : change.lines.last - change.lines.first + 1;
        counts.changed += std::min(was, is);
        counts.came += std::max(0, is - was);
        counts.went += std::max(0, was - is);
    }
    return counts;
}

std::vector<LineChange> lineChanges(std::string_view before, std::string_view after) {
    std::vector<LineChange> changes;
    if (before == after) return changes;
    // What both begin and end with, in whole paragraphs.
    std::size_t head = commonPrefix(before, after);
    while (!isStart(before, head) || !isStart(after, head))
        --head;
    std::size_t tail = commonSuffix(before.substr(head), after.substr(head));
    while (tail > 0 && (!isStart(before, before.size() - tail) || !isStart(after, after.size() - tail)))
        --tail;
    const std::string_view old = before.substr(head, before.size() - head - tail);
    const std::string_view now = after.substr(head, after.size() - head - tail);
    const int firstLine = 1 + int(std::count(after.begin(), after.begin() + std::ptrdiff_t(head), '\n'));

    const std::vector<Paragraph> olds = paragraphsOf(old, 1), nows = paragraphsOf(now, firstLine);
    // Where each earlier paragraph is now: the same text wherever it stands; else what begins with the same
    // line ("resource ... {"); else, where as many are left on both sides, what stands in its place.
    constexpr std::size_t nowhere = std::size_t(-1);
    std::vector<std::size_t> placeOf(olds.size(), nowhere), originOf(nows.size(), nowhere);
    const auto pair = [&](std::size_t i, std::size_t j) {
        placeOf[i] = j;
        originOf[j] = i;
    };
    const auto pairBy = [&](auto key) {
        std::unordered_map<std::string_view, std::vector<std::size_t>> places;
        for (std::size_t j = nows.size(); j-- > 0;)
            if (originOf[j] == nowhere) places[key(nows[j])].push_back(j);
        for (std::size_t i = 0; i < olds.size(); ++i) {
            if (placeOf[i] != nowhere) continue;
            const auto it = places.find(key(olds[i]));
            if (it == places.end() || it->second.empty()) continue;
            pair(i, it->second.back());
            it->second.pop_back();
        }
    };
    pairBy([](const Paragraph& p) { return p.text; });
    pairBy([](const Paragraph& p) { return p.text.substr(0, p.text.find('\n')); });
    std::vector<std::size_t> left, fresh;
    for (std::size_t i = 0; i < olds.size(); ++i)
        if (placeOf[i] == nowhere) left.push_back(i);
    for (std::size_t j = 0; j < nows.size(); ++j)
        if (originOf[j] == nowhere) fresh.push_back(j);
    if (left.size() == fresh.size())
        for (std::size_t k = 0; k < left.size(); ++k)
            pair(left[k], fresh[k]);

    for (std::size_t j = 0; j < nows.size(); ++j) {
        const std::string_view was = originOf[j] == nowhere ? std::string_view() : olds[originOf[j]].text;
        compareLines(was, nows[j].text, nows[j].firstLine, changes);
    }
    // What went stands before what followed it and is still there.
    std::vector<LineChange> gone;
    int behind = firstLine + int(std::count(now.begin(), now.end(), '\n'));
    for (std::size_t i = olds.size(); i-- > 0;) {
        if (placeOf[i] != nowhere)
            behind = nows[placeOf[i]].firstLine;
        else if (!olds[i].text.empty())
            gone.push_back({LineChange::Went,
                            {behind, behind},
                            joined(linesOf(olds[i].text), 0, std::string_view::npos)});
    }
    changes.insert(changes.end(), std::make_move_iterator(gone.rbegin()),
                   std::make_move_iterator(gone.rend()));
    std::stable_sort(changes.begin(), changes.end(),
                     [](const LineChange& a, const LineChange& b) { return a.lines.first < b.lines.first; });
    return changes;
}

} // namespace sekisho
