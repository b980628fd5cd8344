// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/code_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

/// Mouse, keys and the clipboard of the code view.
namespace sekisho {

QString CodeView::selectedText() const {
    const Place low = std::min(m_anchor, m_cursor), high = std::max(m_anchor, m_cursor);
    if (low == high) return {};
    if (low.line == high.line) return line(low.line).mid(low.column, high.column - low.column);
    QString text = line(low.line).mid(low.column) + QLatin1Char('\n');
    for (int i = low.line + 1; i < high.line; ++i)
        text += line(i) + QLatin1Char('\n');
    return text + line(high.line).left(high.column);
}

void CodeView::copy() const {
    if (hasSelection()) QGuiApplication::clipboard()->setText(selectedText());
}

void CodeView::selectAll() {
    const int last = lineCount() - 1;
    m_anchor = {};
    m_cursor = {last, int(line(last).size())};
    viewport()->update();
}

int CodeView::offsetOf(const Place& place) const {
    const std::string_view before = std::string_view(m_text).substr(0, m_starts[std::size_t(place.line)]);
    return int(QString::fromUtf8(before.data(), qsizetype(before.size())).size()) + place.column;
}

void CodeView::setCursorOffset(int offset) {
    const QString before = QString::fromUtf8(m_text.data(), qsizetype(m_text.size())).left(offset);
    const int line = int(before.count(QLatin1Char('\n')));
    moveCursor({line, int(before.size() - before.lastIndexOf(QLatin1Char('\n')) - 1)}, false);
}

void CodeView::selectionOffsets(int& start, int& end) const {
    start = offsetOf(std::min(m_anchor, m_cursor));
    end = offsetOf(std::max(m_anchor, m_cursor));
}

void CodeView::moveCursor(Place place, bool select) {
    place.line = std::clamp(place.line, 0, lineCount() - 1);
    place.column = std::clamp(place.column, 0, int(line(place.line).size()));
    m_cursor = place;
    if (!select) m_anchor = place;
    const int top = verticalScrollBar()->value();
    const int inSight = std::max(1, viewport()->height() / m_lineHeight);
    if (place.line < top) verticalScrollBar()->setValue(place.line);
    if (place.line >= top + inSight) verticalScrollBar()->setValue(place.line - inSight + 1);
    viewport()->update();
}

void CodeView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_dragged = false;
    moveCursor(placeAt(event->position()), (event->modifiers() & Qt::ShiftModifier) != 0);
}

void CodeView::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    const Place place = placeAt(event->position());
    if (place == m_cursor) return;
    m_dragged = true;
    moveCursor(place, true);
}

void CodeView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_dragged || hasSelection()) return;
    // Beside the last line there is nothing that could be meant.
    if (event->position().y() < lineRect(lineCount()).bottom()) emit lineActivated(m_cursor.line + 1);
}

void CodeView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Place place = placeAt(event->position());
    const QString text = line(place.line);
    const auto isWord = [&](int i) {
        return i >= 0 && i < text.size() && (text[i].isLetterOrNumber() || text[i] == QLatin1Char('_'));
    };
    int from = place.column, to = place.column;
    while (isWord(from - 1))
        --from;
    while (isWord(to))
        ++to;
    m_anchor = {place.line, from};
    m_cursor = {place.line, to};
    viewport()->update();
}

void CodeView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    if ((event->modifiers() & Qt::AltModifier) != 0 &&
        (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        goToChange(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    const bool select = (event->modifiers() & Qt::ShiftModifier) != 0;
    const bool whole = (event->modifiers() & Qt::ControlModifier) != 0;
    const int page = std::max(1, viewport()->height() / m_lineHeight - 1);
    Place to = m_cursor;
    switch (event->key()) {
    case Qt::Key_Up: --to.line; break;
    case Qt::Key_Down: ++to.line; break;
    case Qt::Key_PageUp: to.line -= page; break;
    case Qt::Key_PageDown: to.line += page; break;
    case Qt::Key_Left: --to.column; break;
    case Qt::Key_Right: ++to.column; break;
    case Qt::Key_Home: to = {whole ? 0 : to.line, 0}; break;
    case Qt::Key_End:
        if (whole) to.line = lineCount() - 1;
        to.column = int(line(std::clamp(to.line, 0, lineCount() - 1)).size());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: emit lineActivated(m_cursor.line + 1); return;
    default: QAbstractScrollArea::keyPressEvent(event); return;
    }
    moveCursor(to, select);
}

void CodeView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu;
    QAction* copying = menu.addAction(tr("Copy"), this, &CodeView::copy);
    copying->setEnabled(hasSelection());
    menu.addAction(tr("Select All"), this, &CodeView::selectAll);
    menu.exec(event->globalPos());
}

bool CodeView::event(QEvent* event) {
    // The window has these keys for the canvas: here they are for the text.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll) ||
            key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter ||
            (key->modifiers() == Qt::AltModifier &&
             (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QPoint at = viewport()->mapFrom(this, help->pos());
        const int line = at.y() / m_lineHeight + firstVisibleLine();
        const QString tip = m_numbers && at.x() < gutterWidth() ? changeTip(line) : QString();
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), tip, this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) viewport()->update();
    return QAbstractScrollArea::event(event);
}

} // namespace sekisho
