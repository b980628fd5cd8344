// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/line_changes.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace sekisho {

namespace {

using Lines = std::vector<std::string_view>;

/// Larger paragraphs are compared from both ends only.
constexpr std::size_t mostPairs = 250'000;
constexpr std::size_t blockSize = 256;

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

/// Each paragraph without the blank line behind it.
std::vector<Paragraph> paragraphsOf(std::string_view text, int firstLine) {
    std::vector<Paragraph> all;
    std::size_t start = 0;
    int line = firstLine, startLine = firstLine;
    for (std::size_t from = 0; from < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const bool blank = end == from, last = end + 1 >= text.size();
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

void add(std::vector<LineRange>& ranges, int first, int last) {
    if (last < first) return;
    if (!ranges.empty() && ranges.back().last + 1 >= first)
        ranges.back().last = std::max(ranges.back().last, last);
    else
        ranges.push_back({first, last});
}

/// The lines of `after` that are in no longest common subsequence with `before`.
void compareLines(std::string_view before, std::string_view after, int firstLine,
                  std::vector<LineRange>& ranges) {
    const Lines old = linesOf(before), now = linesOf(after);
    std::size_t head = 0, tail = 0;
    while (head < std::min(old.size(), now.size()) && old[head] == now[head])
        ++head;
    while (tail < std::min(old.size(), now.size()) - head &&
           old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    const std::size_t rows = old.size() - head - tail, columns = now.size() - head - tail;
    const auto lineAt = [&](std::size_t i) { return firstLine + int(head + i); };
    if (rows == 0 || columns == 0 || rows * columns > mostPairs) {
        if (columns > 0) add(ranges, lineAt(0), lineAt(columns - 1));
        return;
    }
    std::vector<std::vector<int>> length(rows + 1, std::vector<int>(columns + 1));
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            length[i][j] = old[head + i] == now[head + j] ? length[i + 1][j + 1] + 1
                                                          : std::max(length[i + 1][j], length[i][j + 1]);
    std::size_t i = 0, j = 0;
    while (j < columns) {
        if (i < rows && old[head + i] == now[head + j]) {
            ++i;
            ++j;
        } else if (i < rows && length[i + 1][j] >= length[i][j + 1]) {
            ++i;
        } else {
            add(ranges, lineAt(j), lineAt(j));
            ++j;
        }
    }
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

std::vector<LineRange> changedLines(std::string_view before, std::string_view after) {
    std::vector<LineRange> ranges;
    if (before == after) return ranges;
    // What both begin and end with, in whole paragraphs.
    constexpr std::string_view gap = "\n\n";
    std::size_t head = commonPrefix(before, after);
    head = head < gap.size() ? std::string_view::npos : before.rfind(gap, head - gap.size());
    head = head == std::string_view::npos ? 0 : head + gap.size();
    std::size_t tail = commonSuffix(before.substr(head), after.substr(head));
    const std::size_t behindGap = after.find(gap, after.size() - tail);
    tail = behindGap == std::string_view::npos ? 0 : after.size() - behindGap - gap.size();
    const std::string_view old = before.substr(head, before.size() - head - tail);
    const std::string_view now = after.substr(head, after.size() - head - tail);
    const int firstLine = 1 + int(std::count(after.begin(), after.begin() + std::ptrdiff_t(head), '\n'));

    std::vector<Paragraph> olds = paragraphsOf(old, 1);
    const std::vector<Paragraph> nows = paragraphsOf(now, firstLine);
    std::unordered_map<std::string_view, int> known;
    for (const Paragraph& paragraph : olds)
        ++known[paragraph.text];
    std::vector<const Paragraph*> fresh;
    for (const Paragraph& paragraph : nows) {
        const auto it = known.find(paragraph.text);
        if (it != known.end() && it->second > 0)
            --it->second;
        else
            fresh.push_back(&paragraph);
    }
    // Those left over on both sides, in order: what one has become.
    std::vector<const Paragraph*> gone;
    for (auto it = olds.rbegin(); it != olds.rend(); ++it)
        if (int& left = known[it->text]; left > 0) {
            --left;
            gone.push_back(&*it);
        }
    std::reverse(gone.begin(), gone.end());
    // A paragraph is told by its first line ("resource ... {") where that finds it, else by its place.
    std::unordered_map<std::string_view, const Paragraph*> byHead;
    const auto headOf = [](const Paragraph& p) { return p.text.substr(0, p.text.find('\n')); };
    for (const Paragraph* paragraph : gone)
        byHead.try_emplace(headOf(*paragraph), paragraph);
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const auto it = byHead.find(headOf(*fresh[i]));
        const Paragraph* was = it != byHead.end()            ? it->second
                               : gone.size() == fresh.size() ? gone[i]
                                                             : nullptr;
        compareLines(was ? was->text : std::string_view(), fresh[i]->text, fresh[i]->firstLine, ranges);
    }
    return ranges;
}

} // namespace sekisho
