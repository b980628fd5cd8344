// SPDX-License-Identifier: Apache-2.0
#include "ui/document/text_diff.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace sekisho {

namespace {

using Lines = std::vector<std::string_view>;

constexpr int context = 3;     // lines
constexpr int maxEdits = 1000; // the search keeps about the square of this in memory

/// With their line ends, so that a missing last one is a difference.
Lines splitLines(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

enum class Op : char { Keep = ' ', Delete = '-', Insert = '+' };

/// The shortest edit script by Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its Variations").
std::vector<Op> shortestEdits(const Lines& a, const Lines& b) {
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    const auto at = [](int diagonal) { return static_cast<std::size_t>(diagonal + maxEdits + 1); };
    std::vector<int> furthest(static_cast<std::size_t>(2 * maxEdits + 3), 0); // x by diagonal x - y
    std::vector<std::vector<int>> trace; // the diagonals -d..d before round d
    const auto goesDown = [](int diagonal, int d, const auto& x) {
        return diagonal == -d || (diagonal != d && x(diagonal - 1) < x(diagonal + 1));
    };

    int edits = -1;
    for (int d = 0; d <= std::min(maxEdits, n + m) && edits < 0; ++d) {
        trace.emplace_back(furthest.begin() + static_cast<std::ptrdiff_t>(at(-d - 1)),
                           furthest.begin() + static_cast<std::ptrdiff_t>(at(d + 1)) + 1);
        const auto x = [&](int diagonal) { return furthest[at(diagonal)]; };
        for (int diagonal = -d; diagonal <= d; diagonal += 2) {
            int reached = goesDown(diagonal, d, x) ? x(diagonal + 1) : x(diagonal - 1) + 1;
            while (reached < n && reached - diagonal < m && reached - diagonal >= 0 &&
                   a[static_cast<std::size_t>(reached)] == b[static_cast<std::size_t>(reached - diagonal)])
                ++reached;
            furthest[at(diagonal)] = reached;
            if (diagonal == n - m && reached >= n) {
                edits = d;
                break;
            }
        }
    }

    std::vector<Op> script;
    if (edits < 0) {
        script.assign(a.size(), Op::Delete);
        script.insert(script.end(), b.size(), Op::Insert);
        return script;
    }
    int x = n;
    int y = m;
    for (int d = edits; d >= 0; --d) {
        const std::vector<int>& before = trace[static_cast<std::size_t>(d)];
        const auto reached = [&](int diagonal) { return before[static_cast<std::size_t>(diagonal + d + 1)]; };
        const int diagonal = x - y;
        const bool down = goesDown(diagonal, d, reached);
        const int fromDiagonal = down ? diagonal + 1 : diagonal - 1;
        const int fromX = d == 0 ? 0 : reached(fromDiagonal);
        const int fromY = d == 0 ? 0 : fromX - fromDiagonal;
        while (x > fromX && y > fromY) {
            script.push_back(Op::Keep);
            --x;
            --y;
        }
        if (d > 0) script.push_back(down ? Op::Insert : Op::Delete);
        x = fromX;
        y = fromY;
    }
    std::ranges::reverse(script);
    return script;
}

std::vector<Op> editScript(const Lines& a, const Lines& b) {
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    const auto middle = [&](const Lines& lines) {
        return Lines(lines.begin() + static_cast<std::ptrdiff_t>(head),
                     lines.end() - static_cast<std::ptrdiff_t>(tail));
    };
    std::vector<Op> script(head, Op::Keep);
    const std::vector<Op> edits = shortestEdits(middle(a), middle(b));
    script.insert(script.end(), edits.begin(), edits.end());
    script.insert(script.end(), tail, Op::Keep);
    return script;
}

std::string range(std::size_t start, std::size_t count) {
    // Lines count from 1; an empty range names the line before it.
    return std::to_string(count == 0 ? start : start + 1) + (count == 1 ? "" : ',' + std::to_string(count));
}

void appendLine(std::string& out, Op op, std::string_view line) {
    out += static_cast<char>(op);
    out += line;
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

} // namespace

std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view name) {
    if (before == after) return {};
    const Lines a = splitLines(before);
    const Lines b = splitLines(after);
    const std::vector<Op> script = editScript(a, b);

    std::string out = "--- a/" + std::string(name) + "\n+++ b/" + std::string(name) + '\n';
    std::size_t x = 0;
    std::size_t y = 0;
    std::size_t at = 0;
    while (at < script.size()) {
        std::size_t change = at;
        while (change < script.size() && script[change] == Op::Keep)
            ++change;
        if (change == script.size()) break;
        const std::size_t lead = std::min<std::size_t>(change - at, context);
        x += change - at - lead;
        y += change - at - lead;
        at = change - lead;

        // A hunk goes on while the next change is near enough for the contexts to touch.
        std::size_t end = at;
        std::size_t kept = 0;
        for (std::size_t i = change; i < script.size() && kept <= 2 * context; ++i) {
            kept = script[i] == Op::Keep ? kept + 1 : 0;
            if (script[i] != Op::Keep) end = i + 1;
        }
        end = std::min(end + context, script.size());

        std::string body;
        const std::size_t startX = x;
        const std::size_t startY = y;
        for (; at < end; ++at) {
            appendLine(body, script[at], script[at] == Op::Insert ? b[y] : a[x]);
            if (script[at] != Op::Insert) ++x;
            if (script[at] != Op::Delete) ++y;
        }
        out += "@@ -" + range(startX, x - startX) + " +" + range(startY, y - startY) + " @@\n" + body;
    }
    return out;
}

} // namespace sekisho
