// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/code_view.h"

#include "ui/panels/code_view_accessible.h"

#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QScrollBar>
#include <QStringMatcher>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace sekisho {

namespace {

constexpr qreal codeSize = 12;
constexpr int gutterPad = 8;   ///< left and right of the numbers
constexpr int markWidth = 4;   ///< of the marks of changes
constexpr int markDash = 3;    ///< of a broken one
constexpr int wedge = 4;       ///< half the height of the mark of what went
constexpr int barWidth = 3;    ///< beside highlighted lines
constexpr int textPad = 8;     ///< between the gutter and the text
constexpr int linesAround = 2; ///< above a line that is brought into view
constexpr int longestShown = 4000;
constexpr int longestTip = 120;

bool covers(const std::vector<LineRange>& ranges, int line) {
    const auto it = std::lower_bound(ranges.begin(), ranges.end(), line,
                                     [](const LineRange& range, int l) { return range.last < l; });
    return it != ranges.end() && it->first <= line;
}

/// The first change that reaches to the line (from 1) or begins behind it.
auto changeFrom(const std::vector<LineChange>& changes, int line) {
    return std::lower_bound(changes.begin(), changes.end(), line,
                            [](const LineChange& change, int l) { return change.lines.last < l; });
}

QColor colorOf(LineChange::Kind kind) {
    const style::Theme& theme = style::theme();
    return kind == LineChange::Came ? theme.ok : kind == LineChange::Changed ? theme.warnLine : theme.error;
}

QColor colorOf(CodeSpan::Kind kind) {
    const style::Theme& theme = style::theme();
    switch (kind) {
    case CodeSpan::Keyword: return theme.keyword;
    case CodeSpan::String: return theme.string;
    case CodeSpan::Number: return theme.number;
    case CodeSpan::Comment: return theme.comment;
    case CodeSpan::Reference: return theme.reference;
    }
    return theme.ink;
}

QTextLayout::FormatRange format(int from, int length, const QColor& ink) {
    QTextLayout::FormatRange range;
    range.start = from;
    range.length = length;
    range.format.setForeground(ink);
    return range;
}

} // namespace

CodeView::CodeView(QWidget* parent) : QAbstractScrollArea(parent), m_starts{0} {
    installCodeViewAccessible();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    auto* corner = new QWidget; // the style would paint a box between the scroll bars
    corner->setAutoFillBackground(true);
    setCornerWidget(corner);
    connect(&style::Style::instance(), &style::Style::themeChanged, this, [this] {
        measure();
        viewport()->update();
    });
    measure();
}

CodeView::~CodeView() = default;

void CodeView::setSyntax(Syntax syntax) {
    m_syntax = syntax;
    viewport()->update();
}

void CodeView::setLineNumbersShown(bool shown) {
    m_numbers = shown;
    updateScrollBars();
    viewport()->update();
}

void CodeView::measure() {
    const QFontMetricsF metrics(style::monoFont(codeSize));
    m_lineHeight = int(std::ceil(metrics.height())) + 2;
    m_charWidth = metrics.horizontalAdvance(QLatin1Char('0'));
    updateScrollBars();
}

// --- Text
// -----------------------------------------------------------------------------------------------------

void CodeView::setText(std::string_view text) {
    // Mostly little is different: only that is looked at and copied.
    const std::size_t most = std::min(m_text.size(), text.size());
    const std::size_t head = commonPrefix(m_text, text);
    if (head == most && m_text.size() == text.size()) return;
    const std::size_t tail = std::min(commonSuffix(m_text, text), most - head);
    // What is above a change stays where it is; below it, lines move with the text.
    const int top = verticalScrollBar()->value();
    const int before = lineCount();
    const bool topMoves =
        top > lineAtByte(head) && top < before && m_starts[std::size_t(top)] >= m_text.size() - tail;
    replace(head, m_text.size() - head - tail, text.substr(head, text.size() - head - tail));
    const int last = lineCount() - 1;
    for (Place* place : {&m_anchor, &m_cursor})
        if (place->line > last) *place = {last, 0};
    m_anchor = m_cursor; // the letters under a selection may be others now
    updateScrollBars();
    verticalScrollBar()->setValue(topMoves ? top + lineCount() - before : top);
    if (!m_search.isEmpty()) findMatches();
    viewport()->update();
}

/// Puts `by` in the place of some bytes, and finds the lines there anew.
void CodeView::replace(std::size_t at, std::size_t length, std::string_view by) {
    m_text.replace(at, length, by);
    // A line starts behind every line break but the last byte. The one before the place may have been the
    // last.
    const std::size_t from = at == 0 ? 0 : at - 1;
    const auto first = std::upper_bound(m_starts.begin(), m_starts.end(), from);
    const auto behind = std::upper_bound(first, m_starts.end(), at + length);
    std::vector<std::uint32_t> starts(m_starts.begin(), first);
    starts.reserve(m_starts.size() + by.size() / 16);
    const std::size_t end = at + by.size();
    for (std::size_t i = m_text.find('\n', from); i < end; i = m_text.find('\n', i + 1))
        starts.push_back(std::uint32_t(i + 1));
    // Unsigned: a shorter text is a shift that wraps around, and back.
    const auto shift = std::uint32_t(by.size()) - std::uint32_t(length);
    std::transform(behind, m_starts.end(), std::back_inserter(starts),
                   [&](std::uint32_t start) { return start + shift; });
    if (starts.size() > 1 && starts.back() == m_text.size()) starts.pop_back();
    m_starts = std::move(starts);
    const bool isClosed = !m_text.empty() && m_text.back() == '\n';
    m_longest = m_text.size() - m_starts.back() - (isClosed ? 1 : 0);
    for (std::size_t i = 1; i < m_starts.size(); ++i)
        m_longest = std::max<std::size_t>(m_longest, m_starts[i] - 1 - m_starts[i - 1]);
}

int CodeView::lineAtByte(std::size_t byte) const {
    return int(std::upper_bound(m_starts.begin(), m_starts.end(), byte) - m_starts.begin()) - 1;
}

QString CodeView::line(int line) const {
    const std::size_t from = m_starts[std::size_t(line)];
    std::size_t end = line + 1 < lineCount() ? m_starts[std::size_t(line) + 1] - 1 : m_text.size();
    if (end > from && m_text[end - 1] == '\n') --end;
    return QString::fromUtf8(m_text.data() + from, qsizetype(end - from)).left(longestShown);
}

// --- Marks
// ----------------------------------------------------------------------------------------------------

void CodeView::setHighlighted(std::vector<LineRange> lines) {
    if (lines == m_highlighted) return;
    m_highlighted = std::move(lines);
    viewport()->update();
}

void CodeView::setChanged(std::vector<LineChange> byLastEdit, std::vector<LineChange> sinceSave) {
    m_recent = std::move(byLastEdit);
    m_unsaved = std::move(sinceSave);
    viewport()->update();
}

void CodeView::goToChange(int step) {
    if (m_unsaved.empty()) return;
    const int at = m_cursor.line + 1;
    const auto isBefore = [at](const LineChange& change) { return change.lines.first < at; };
    const auto isNotBehind = [at](const LineChange& change) { return change.lines.first <= at; };
    auto it = m_unsaved.begin();
    if (step > 0) {
        it = std::partition_point(it, m_unsaved.end(), isNotBehind);
        if (it == m_unsaved.end()) it = m_unsaved.begin();
    } else {
        it = std::partition_point(it, m_unsaved.end(), isBefore);
        it = std::prev(it == m_unsaved.begin() ? m_unsaved.end() : it);
    }
    moveCursor({it->lines.first - 1, 0}, false);
    reveal(it->lines);
}

void CodeView::goToFirstChange() {
    moveCursor({}, false);
    if (!m_unsaved.empty() && m_unsaved.front().lines.first > 1) goToChange(1);
}

bool CodeView::hasChangeBelow() const {
    return !m_unsaved.empty() && m_unsaved.back().lines.first > m_cursor.line + 1;
}

/// What stood where the line is, for a tooltip; empty if nothing became of it.
QString CodeView::changeTip(int line) const {
    constexpr qsizetype mostLines = 14;
    QStringList parts;
    for (auto it = changeFrom(m_unsaved, line); it != m_unsaved.end() && it->lines.first <= line; ++it) {
        if (it->kind == LineChange::Came) {
            parts << tr("New since the last save");
            continue;
        }
        parts << (it->kind == LineChange::Changed ? tr("Before, as last saved:")
                                                  : tr("Gone since the last save:"));
        QStringList lines = QString::fromStdString(it->before).split(QLatin1Char('\n'));
        lines.removeLast(); // behind the last end of line
        const qsizetype more = lines.size() - mostLines;
        if (more > 0) lines = lines.mid(0, mostLines) << tr("and %n more line(s)", nullptr, int(more));
        for (const QString& one : std::as_const(lines))
            parts << QStringLiteral("    %1").arg(one.left(longestTip));
    }
    return parts.join(QLatin1Char('\n'));
}

void CodeView::setSearch(const QString& text) {
    m_search = text;
    m_match = -1;
    findMatches();
    viewport()->update();
}

void CodeView::findMatches() {
    m_matches.clear();
    if (!m_search.isEmpty()) {
        const QStringMatcher matcher(m_search, Qt::CaseInsensitive);
        const QString all = QString::fromUtf8(m_text.data(), qsizetype(m_text.size()));
        int line = 0;
        qsizetype lineStart = 0;
        for (qsizetype at = matcher.indexIn(all); at >= 0; at = matcher.indexIn(all, at + m_search.size())) {
            for (qsizetype end = all.indexOf(QLatin1Char('\n'), lineStart); end >= 0 && end < at;
                 end = all.indexOf(QLatin1Char('\n'), lineStart)) {
                lineStart = end + 1;
                ++line;
            }
            m_matches.push_back({line, int(at - lineStart), int(m_search.size())});
        }
    }
    m_match = m_matches.empty() ? -1 : std::min(m_match, int(m_matches.size()) - 1);
}

void CodeView::goToMatch(int index) {
    if (m_matches.empty()) return;
    const int count = matchCount();
    m_match = (index % count + count) % count;
    const Match& match = m_matches[std::size_t(m_match)];
    m_anchor = {match.line, match.column};
    m_cursor = {match.line, match.column + match.length};
    reveal({match.line + 1, match.line + 1});
    viewport()->update();
}

// --- Scrolling
// ------------------------------------------------------------------------------------------------

void CodeView::updateScrollBars() {
    const int inSight = std::max(1, viewport()->height() / m_lineHeight);
    verticalScrollBar()->setRange(0, std::max(0, lineCount() - inSight));
    verticalScrollBar()->setPageStep(inSight);
    const int wanted = gutterWidth() + textPad + int(std::ceil(qreal(m_longest) * m_charWidth)) + textPad;
    horizontalScrollBar()->setRange(0, std::max(0, wanted - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(int(m_charWidth * 4));
}

void CodeView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void CodeView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) measure();
    QAbstractScrollArea::changeEvent(event);
}

int CodeView::firstVisibleLine() const {
    return verticalScrollBar()->value() + 1;
}

void CodeView::setFirstVisibleLine(int line) {
    verticalScrollBar()->setValue(line - 1);
}

void CodeView::reveal(const LineRange& lines) {
    const int first = lines.first - 1;
    const int top = verticalScrollBar()->value();
    const int inSight = std::max(1, viewport()->height() / m_lineHeight);
    if (first >= top && first < top + inSight) return;
    verticalScrollBar()->setValue(first - linesAround);
}

int CodeView::gutterWidth() const {
    if (!m_numbers) return barWidth;
    int digits = 2;
    for (int n = lineCount(); n >= 100; n /= 10)
        ++digits;
    return markWidth + gutterPad + int(std::ceil(digits * m_charWidth)) + gutterPad;
}

QRect CodeView::lineRect(int line) const {
    return {0, (line - 1 - verticalScrollBar()->value()) * m_lineHeight, viewport()->width(), m_lineHeight};
}

// --- Painting
// -------------------------------------------------------------------------------------------------

void CodeView::paintEvent(QPaintEvent*) {
    const style::Theme& theme = style::theme();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), theme.panel);
    painter.setFont(style::monoFont(codeSize));
    const int top = verticalScrollBar()->value();
    const int gutter = gutterWidth();
    const int inSight = viewport()->height() / m_lineHeight + 1;
    for (int i = top; i < std::min(lineCount(), top + inSight); ++i) {
        const QRect rect = lineRect(i + 1);
        if (covers(m_highlighted, i + 1)) {
            painter.fillRect(rect, theme.highlight);
            painter.fillRect(QRect(rect.left(), rect.top(), barWidth, rect.height()), theme.highlightBar);
        }
        painter.save();
        painter.setClipRect(QRect(gutter, rect.top(), rect.width() - gutter, rect.height()));
        paintLine(painter, i, QRectF(rect));
        painter.restore();
        if (m_numbers) paintGutter(painter, i + 1, rect);
    }
    if (hasFocus() && !m_text.empty()) {
        const QString at = line(m_cursor.line);
        const QRect rect = lineRect(m_cursor.line + 1);
        const qreal x = gutter + textPad - horizontalScrollBar()->value() + xOf(at, m_cursor.column);
        if (x >= gutter) painter.fillRect(QRectF(x, rect.top() + 1, 1.5, rect.height() - 2), theme.accent);
    }
}

void CodeView::paintGutter(QPainter& painter, int line, const QRect& rect) const {
    const style::Theme& theme = style::theme();
    const int gutter = gutterWidth();
    // Behind the last line nothing is painted: what went there is shown at its foot.
    const bool isLast = line == lineCount();
    const auto touches = [&](const LineChange& change) {
        return change.lines.first <= line || (isLast && change.lines.first == line + 1);
    };
    const auto recent = changeFrom(m_recent, line);
    const bool isRecent = recent != m_recent.end() && touches(*recent);
    const QRect number(rect.left() + barWidth, rect.top(), gutter - gutterPad - markWidth - barWidth + 3,
                       rect.height());
    if (isRecent) painter.fillRect(number, theme.accentSoft);
    painter.save();
    if (isRecent) {
        QFont bold = painter.font();
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
    }
    painter.setPen(isRecent ? theme.accent : theme.ink3);
    painter.drawText(number.adjusted(0, 0, -3, 0), Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
    painter.restore();

    const int left = gutter - markWidth - 1;
    for (auto it = changeFrom(m_unsaved, line); it != m_unsaved.end() && touches(*it); ++it) {
        const QColor color = colorOf(it->kind);
        switch (it->kind) {
        case LineChange::Came: painter.fillRect(left, rect.top(), markWidth, rect.height(), color); break;
        case LineChange::Changed:
            for (int y = rect.top(); y <= rect.bottom(); y += 2 * markDash)
                painter.fillRect(left, y, markWidth, std::min(markDash, rect.bottom() - y + 1), color);
            break;
        case LineChange::Went: {
            const int y = it->lines.first > line ? rect.bottom() + 1 : rect.top();
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawPolygon(QPolygonF{QPointF(left - 1, y - wedge), QPointF(left + markWidth + 2, y),
                                          QPointF(left - 1, y + wedge)});
            painter.restore();
            break;
        }
        }
    }
}

void CodeView::paintLine(QPainter& painter, int index, const QRectF& rect) const {
    const style::Theme& theme = style::theme();
    const QString text = line(index);
    QList<QTextLayout::FormatRange> formats;
    QColor ink = theme.ink;
    QColor ground;
    if (m_syntax == Syntax::Hcl) {
        for (const CodeSpan& span : hclSpans(text))
            formats << format(span.from, span.length, colorOf(span.kind));
    } else if (m_syntax == Syntax::Diff && !text.isEmpty()) {
        const bool header = text.startsWith(QLatin1String("+++")) || text.startsWith(QLatin1String("---"));
        if (header) {
            ink = theme.ink2;
        } else if (text[0] == QLatin1Char('+')) {
            ink = theme.ok;
            ground = theme.okSoft;
        } else if (text[0] == QLatin1Char('-')) {
            ink = theme.error;
            ground = theme.errorSoft;
        } else if (text[0] == QLatin1Char('@')) {
            ink = theme.reference;
        }
    }
    if (ground.isValid()) painter.fillRect(rect, ground);
    for (const Match& match : m_matches)
        if (match.line == index) {
            QTextLayout::FormatRange mark = format(match.column, match.length, theme.ink);
            mark.format.setBackground(theme.warnSoft);
            formats << mark;
        }
    const Place low = std::min(m_anchor, m_cursor), high = std::max(m_anchor, m_cursor);
    if (hasSelection() && low.line <= index && index <= high.line) {
        const int from = low.line == index ? low.column : 0;
        const int to = high.line == index ? high.column : int(text.size());
        QTextLayout::FormatRange selected = format(from, to - from, theme.ink);
        selected.format.setBackground(theme.accentSoft.darker(theme.isDark() ? 80 : 108));
        if (to > from) formats << selected;
    }
    QTextLayout layout(text, style::monoFont(codeSize));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine one = layout.createLine();
    if (one.isValid()) one.setLineWidth(1e6);
    layout.endLayout();
    painter.setPen(ink);
    const qreal x = rect.left() + gutterWidth() + textPad - horizontalScrollBar()->value();
    layout.draw(&painter, QPointF(x, rect.top() + (rect.height() - layout.boundingRect().height()) / 2));
}

qreal CodeView::xOf(const QString& text, int column) const {
    QTextLayout layout(text, style::monoFont(codeSize));
    layout.beginLayout();
    QTextLine one = layout.createLine();
    if (one.isValid()) one.setLineWidth(1e6);
    layout.endLayout();
    return one.isValid() ? one.cursorToX(column) : 0;
}

CodeView::Place CodeView::placeAt(const QPointF& point) const {
    const int row = int(std::floor(point.y() / m_lineHeight)) + verticalScrollBar()->value();
    const int index = std::clamp(row, 0, lineCount() - 1);
    const QString text = line(index);
    QTextLayout layout(text, style::monoFont(codeSize));
    layout.beginLayout();
    QTextLine one = layout.createLine();
    if (one.isValid()) one.setLineWidth(1e6);
    layout.endLayout();
    const qreal x = point.x() - gutterWidth() - textPad + horizontalScrollBar()->value();
    return {index, one.isValid() ? one.xToCursor(x) : 0};
}

} // namespace sekisho
