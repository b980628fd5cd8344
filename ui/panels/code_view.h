// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/line_changes.h"

#include <QAbstractScrollArea>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

/// Text to read: line numbers, colours, marks, a selection to copy. It keeps the bytes and lays out only the
/// lines in sight, so that a new text of a megabyte is shown as fast as one of a page.
class CodeView : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class Syntax { Plain, Hcl, Diff };
    /// A place in the text: line from 0, column in QChars.
    struct Place {
        int line = 0;
        int column = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };

    explicit CodeView(QWidget* parent = nullptr);
    ~CodeView() override;

    void setSyntax(Syntax syntax);
    void setLineNumbersShown(bool shown);
    /// Takes another state of the same text: what is in sight stays in sight.
    void setText(std::string_view text);
    const std::string& text() const { return m_text; }
    int lineCount() const { return int(m_starts.size()); }
    QString line(int line) const; ///< from 0

    /// Lines (from 1) with a coloured ground and a bar: what is selected elsewhere.
    void setHighlighted(std::vector<LineRange> lines);
    const std::vector<LineRange>& highlighted() const { return m_highlighted; }
    /// Marks beside the numbers: what lines came (a bar), changed (a broken bar) and went (a wedge where they
    /// were) since the last save; the numbers of lines that the last edit touched stand out. Both in order.
    void setChanged(std::vector<LineChange> byLastEdit, std::vector<LineChange> sinceSave);
    const std::vector<LineChange>& changedByLastEdit() const { return m_recent; }
    const std::vector<LineChange>& changedSinceSave() const { return m_unsaved; }
    /// Puts the cursor on the next change since the last save (step 1) or the one before (-1), round and
    /// round; nothing happens if there is none.
    void goToChange(int step);
    void goToFirstChange();
    /// Whether one begins below the cursor.
    bool hasChangeBelow() const;

    /// Brings lines (from 1) into view, unless the first is in sight.
    void reveal(const LineRange& lines);
    int firstVisibleLine() const; ///< from 1
    void setFirstVisibleLine(int line);
    /// Where a line (from 1) is painted, in the viewport.
    QRect lineRect(int line) const;

    /// Marks all places of a text, whatever its capitals; empty: none.
    void setSearch(const QString& text);
    int matchCount() const { return int(m_matches.size()); }
    int currentMatch() const { return m_match; } ///< from 0; -1: none
    void goToMatch(int index);                   ///< wraps round

    bool hasSelection() const { return m_anchor != m_cursor; }
    QString selectedText() const;
    void copy() const;
    void selectAll();

    // For screen readers: places as characters from the start of the text.
    int cursorOffset() const { return offsetOf(m_cursor); }
    void setCursorOffset(int offset);
    void selectionOffsets(int& start, int& end) const;

signals:
    /// A line (from 1) was clicked or Enter was pressed on it.
    void lineActivated(int line);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Match {
        int line = 0;
        int column = 0;
        int length = 0;
    };

    void measure();
    void updateScrollBars();
    void findMatches();
    void replace(std::size_t at, std::size_t length, std::string_view by);
    int lineAtByte(std::size_t byte) const;
    int offsetOf(const Place& place) const;
    int gutterWidth() const;
    Place placeAt(const QPointF& point) const;
    qreal xOf(const QString& line, int column) const;
    void moveCursor(Place place, bool select);
    void paintLine(QPainter& painter, int line, const QRectF& rect) const;
    void paintGutter(QPainter& painter, int line, const QRect& rect) const;
    QString changeTip(int line) const;

    std::string m_text;
    std::vector<std::uint32_t> m_starts; ///< of lines, in bytes; never empty
    std::size_t m_longest = 0;           ///< bytes of the longest line
    Syntax m_syntax = Syntax::Hcl;
    bool m_numbers = true;
    int m_lineHeight = 16;
    qreal m_charWidth = 7;
    std::vector<LineRange> m_highlighted;
    std::vector<LineChange> m_recent, m_unsaved;
    QString m_search;
    std::vector<Match> m_matches;
    int m_match = -1;
    Place m_anchor, m_cursor;
    bool m_dragged = false;
};

/// The colours of a line of HCL: [from, from + length).
struct CodeSpan {
    enum Kind { Keyword, String, Number, Comment, Reference } kind{};
    int from = 0;
    int length = 0;
};
std::vector<CodeSpan> hclSpans(const QString& line);

} // namespace sekisho
