// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/rule_table.h"

#include "ui/document/selection.h"
#include "ui/editors/cell_delegate.h"
#include "ui/editors/table_model.h"
#include "ui/editors/text_input.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <numeric>

namespace sekisho::editors {

namespace {

constexpr int headerHeight = 23;
constexpr int leastColumn = 34;
constexpr int measuredRows = 200;
constexpr auto triggers = QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                          QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed;

/// Titles that stand where the texts of the cells begin.
class TableHeader : public QHeaderView {
public:
    explicit TableHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        const style::Theme& theme = style::theme();
        const int left = section == 0 ? CellDelegate::sideMargin : 6;
        painter->save();
        painter->fillRect(rect, theme.panel);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
        painter->setFont(style::uiFont(11));
        painter->setPen(theme.ink2);
        const QString text = model()->headerData(section, Qt::Horizontal).toString();
        const QRect room = rect.adjusted(left, 0, -2, -1);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        painter->restore();
    }
};

} // namespace

RuleTable::RuleTable(TableModel& model, Selection& selection, bool embedded, QWidget* parent)
    : QTableView(parent), m_model(model), m_selection(selection), m_delegate(new CellDelegate(this)),
      m_embedded(embedded) {
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(triggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(CellDelegate::rowHeight);
    verticalHeader()->setMinimumSectionSize(CellDelegate::rowHeight);
    auto* header = new TableHeader(this);
    setHorizontalHeader(header);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setMinimumSectionSize(16);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setFixedHeight(headerHeight);
    header->setTextElideMode(Qt::ElideRight);
    if (embedded) {
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    // Rows are dragged within the table only, so that no drag and drop of the desktop is needed. A press on
    // one of several selected rows keeps them selected.
    setDragEnabled(model.isOrdered());

    for (const auto& signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &RuleTable::fitLater);
    connect(&model, &QAbstractItemModel::dataChanged, this, &RuleTable::fitLater);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &RuleTable::fitLater);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        fitLater();
        followSelection();
        followHover();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RuleTable::followSelection);
    connect(&selection, &Selection::changed, this, &RuleTable::followSelection);
    connect(&selection, &Selection::hoverChanged, this, &RuleTable::followHover);
    connect(&style::Style::instance(), &style::Style::themeChanged, this, &RuleTable::fitLater);
    connect(m_delegate, &CellDelegate::reverted, this, [this] {
        // Esc in a row that was just added, and not touched since, takes the row back.
        if (m_freshGesture != 0) m_model.document().cancelGesture(std::exchange(m_freshGesture, 0));
    });
    connect(m_delegate, &QAbstractItemDelegate::commitData, this, [this] { m_freshGesture = 0; });
    followSelection();
    followHover();
}

RuleTable::~RuleTable() {
    // An open editor loses the keyboard when it is deleted, and would commit to what is no table any more.
    m_delegate->disconnect();
}

std::vector<int> RuleTable::selectedRows() const {
    std::vector<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

QSize RuleTable::sizeHint() const {
    if (!m_embedded) return QTableView::sizeHint();
    return {200, headerHeight + int(m_model.rowCount()) * CellDelegate::rowHeight};
}

QSize RuleTable::minimumSizeHint() const {
    return m_embedded ? QSize(120, sizeHint().height())
                      : QSize(120, headerHeight + 3 * CellDelegate::rowHeight);
}

// --- Rows

void RuleTable::addRow() {
    const Gesture gesture = Document::newGesture();
    const auto row = m_model.add(gesture);
    if (!row) return;
    QModelIndex first = m_model.index(*row, 0);
    if (!(first.flags() & Qt::ItemIsEditable)) first = neighbour(first, 1);
    // A number is there already: the first thing to say is the traffic.
    if (first.isValid() && m_model.columns().front() == Column::Number) first = neighbour(first, 1);
    setFocus();
    setCurrentIndex(first);
    scrollTo(first);
    edit(first);
    m_model.setGesture(gesture, *row);
    m_freshGesture = gesture;
}

void RuleTable::duplicateRows() {
    const auto rows = selectedRows();
    if (rows.empty()) return;
    const auto known = m_model.keys();
    if (m_model.duplicate(rows)) selectRowsBeside(known);
}

/// Selects what came in since the rows were these: it is what people go on with.
void RuleTable::selectRowsBeside(const std::vector<ElementId>& known) {
    const auto now = m_model.keys();
    QItemSelection fresh;
    QModelIndex first;
    for (int row = 0; row < int(now.size()); ++row) {
        if (std::find(known.begin(), known.end(), now[std::size_t(row)]) != known.end()) continue;
        const QModelIndex left = m_model.index(row, 0);
        fresh.select(left, m_model.index(row, m_model.columnCount() - 1));
        if (!first.isValid()) first = m_model.index(row, std::max(0, currentIndex().column()));
    }
    if (!first.isValid()) return;
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(fresh, QItemSelectionModel::ClearAndSelect);
    scrollTo(first);
}

void RuleTable::deleteRows() {
    const auto rows = selectedRows();
    if (rows.empty()) return;
    // What is selected next is settled first: the selection must not fall back to nothing.
    int next = rows.back() + 1;
    if (next >= m_model.rowCount() || m_model.isFixed(next)) next = rows.front() - 1;
    while (next >= 0 && std::find(rows.begin(), rows.end(), next) != rows.end())
        --next;
    const int column = std::max(0, currentIndex().column());
    const auto element = m_model.elementAt(next);
    const bool hasElements = m_model.elementAt(rows.front()).has_value();
    if (hasElements &&
        std::all_of(rows.begin(), rows.end(), [&](int row) { return !m_model.isFixed(row); })) {
        m_following = true;
        m_selection.set({element.value_or(m_model.owner())});
        m_following = false;
    }
    const QPersistentModelIndex place =
        next >= 0 && !m_model.isFixed(next) ? m_model.index(next, column) : QModelIndex();
    if (!m_model.remove(rows)) return followSelection();
    if (place.isValid()) setCurrentIndex(place);
}

void RuleTable::move(int by) {
    auto rows = selectedRows();
    std::erase_if(rows, [&](int row) { return m_model.isFixed(row); });
    if (rows.empty() || !m_model.isOrdered()) return;
    const int before = by < 0 ? rows.front() - 1 : rows.back() + 2;
    // Nothing goes past the rows that AWS made.
    const int passed = by < 0 ? rows.front() - 1 : rows.back() + 1;
    if (passed < 0 || passed >= m_model.rowCount() || m_model.isFixed(passed)) return;
    m_model.move(rows, before);
}

void RuleTable::moveRowsUp() {
    move(-1);
}
void RuleTable::moveRowsDown() {
    move(1);
}

void RuleTable::copyRows() {
    const QString text = m_model.toTsv(selectedRows());
    if (!text.isEmpty()) QApplication::clipboard()->setText(text);
}

void RuleTable::pasteRows() {
    const auto known = m_model.keys();
    const QStringList complaints = m_model.paste(QApplication::clipboard()->text());
    if (complaints.isEmpty()) selectRowsBeside(known);
    emit complained(complaints);
}

// --- Keys

bool RuleTable::handles(const QKeyEvent& event) const {
    for (const auto key : {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste, QKeySequence::Delete,
                           QKeySequence::SelectAll})
        if (event.matches(key)) return true;
    switch (event.key()) {
    case Qt::Key_Insert:
    case Qt::Key_Backspace:
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End: return true;
    case Qt::Key_Escape: return m_model.hasDraft(currentIndex());
    case Qt::Key_D: return event.modifiers() == Qt::ControlModifier || event.modifiers() == Qt::NoModifier;
    default: break;
    }
    // A letter begins to edit; it is no command of the window here.
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    return modifiers == Qt::NoModifier && !event.text().isEmpty() && event.text().front().isPrint();
}

bool RuleTable::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && m_dropRow >= 0) {
        event->accept(); // Esc ends the drag, and no command interferes
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && handles(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void RuleTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyRows();
    if (event->matches(QKeySequence::Cut)) {
        copyRows();
        return deleteRows();
    }
    if (event->matches(QKeySequence::Paste)) return pasteRows();
    const bool alt = event->modifiers() == Qt::AltModifier;
    const bool none = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->key() == Qt::Key_Escape && m_dropRow >= 0) return endDrag();
    if (event->key() == Qt::Key_Escape && m_model.hasDraft(currentIndex()))
        return m_model.dropDraft(currentIndex());
    switch (event->key()) {
    case Qt::Key_Insert:
        if (none) return addRow();
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (none) return deleteRows();
        break;
    case Qt::Key_D:
        if (event->modifiers() == Qt::ControlModifier) return duplicateRows();
        break;
    case Qt::Key_Up:
        if (alt) return move(-1);
        break;
    case Qt::Key_Down:
        if (alt) return move(1);
        break;
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (none && currentIndex().isValid()) {
            if (currentIndex().flags() & Qt::ItemIsEditable) edit(currentIndex());
            return;
        }
        break;
    default: break;
    }
    QTableView::keyPressEvent(event);
}

bool RuleTable::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) {
    if (!QTableView::edit(index, trigger, event)) return false;
    // Who comes with the mouse wants to choose with the mouse.
    if (trigger == DoubleClicked || trigger == SelectedClicked)
        for (auto* box : viewport()->findChildren<ChoiceBox*>(QString(), Qt::FindDirectChildrenOnly))
            if (box->isVisible()) box->offerChoices();
    return true;
}

void RuleTable::setReadOnly(bool readOnly) {
    setEditTriggers(readOnly ? EditTriggers(NoEditTriggers) : EditTriggers(triggers));
}

QModelIndex RuleTable::neighbour(const QModelIndex& index, int step) const {
    if (!index.isValid()) return {};
    const int columns = m_model.columnCount();
    const int cells = m_model.rowCount() * columns;
    for (int cell = index.row() * columns + index.column() + step; cell >= 0 && cell < cells; cell += step) {
        const QModelIndex next = m_model.index(cell / columns, cell % columns);
        if (next.flags() & (Qt::ItemIsEditable | Qt::ItemIsUserCheckable)) return next;
    }
    return {};
}

bool RuleTable::focusNextPrevChild(bool next) {
    // From cell to cell, and out at the ends: the table is no trap.
    if (hasFocus() && selectionModel()->hasSelection()) {
        const QModelIndex index = neighbour(currentIndex(), next ? 1 : -1);
        if (index.isValid()) {
            setCurrentIndex(index);
            return true;
        }
    }
    return QTableView::focusNextPrevChild(next);
}

void RuleTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    const bool isNext = hint == QAbstractItemDelegate::EditNextItem;
    if (isNext || hint == QAbstractItemDelegate::EditPreviousItem) {
        const QPersistentModelIndex next = neighbour(currentIndex(), isNext ? 1 : -1);
        QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
        // Beyond the last cell there is nothing to edit; the keyboard stays in the table.
        if (!next.isValid()) return;
        setCurrentIndex(next);
        if (QModelIndex(next).flags() & Qt::ItemIsEditable) edit(next);
        return;
    }
    QTableView::closeEditor(editor, hint);
    if (hint != QAbstractItemDelegate::SubmitModelCache) return;
    const QModelIndex below = m_model.index(currentIndex().row() + 1, currentIndex().column());
    if (below.isValid() && !m_model.isFixed(below.row())) setCurrentIndex(below);
}

// --- Dragging rows

void RuleTable::mousePressEvent(QMouseEvent* event) {
    const int row = rowAt(event->pos().y());
    if (event->button() == Qt::LeftButton && m_model.isOrdered() && row >= 0 && !m_model.isFixed(row))
        m_pressedAt = event->pos();
    QTableView::mousePressEvent(event);
}

void RuleTable::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressedAt || !(event->buttons() & Qt::LeftButton)) return QTableView::mouseMoveEvent(event);
    const QPoint at = event->pos();
    if (m_dropRow < 0 && (at - *m_pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
    // The gap nearest to the mouse; what AWS made stays where it is.
    int first = 0, last = m_model.rowCount();
    while (last > 0 && m_model.isFixed(last - 1))
        --last;
    while (first < last && m_model.isFixed(first))
        ++first;
    const int y = at.y() + verticalOffset();
    m_dropRow = std::clamp((y + CellDelegate::rowHeight / 2) / CellDelegate::rowHeight, first, last);
    viewport()->setCursor(Qt::ClosedHandCursor);
    viewport()->update();
}

void RuleTable::mouseReleaseEvent(QMouseEvent* event) {
    const int before = m_dropRow;
    if (before < 0) {
        m_pressedAt.reset();
        return QTableView::mouseReleaseEvent(event);
    }
    endDrag();
    const std::unique_ptr<QMimeData> rows(m_model.mimeData(selectionModel()->selectedRows()));
    if (rows) m_model.dropMimeData(rows.get(), Qt::MoveAction, before, 0, {});
}

void RuleTable::endDrag() {
    m_pressedAt.reset();
    m_dropRow = -1;
    setState(NoState);
    viewport()->unsetCursor();
    viewport()->update();
}

void RuleTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (m_dropRow < 0) return;
    QPainter painter(viewport());
    const int y = std::max(0, m_dropRow * CellDelegate::rowHeight - verticalOffset() - 1);
    painter.fillRect(QRect(4, y, viewport()->width() - 8, 2), style::theme().accent);
}

// --- Looks

void RuleTable::fitLater() {
    if (std::exchange(m_fitPending, true)) return;
    QTimer::singleShot(0, this, [this] {
        m_fitPending = false;
        measureColumns();
        fitColumns();
        updateGeometry();
    });
}

void RuleTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void RuleTable::measureColumns() {
    const int columns = m_model.columnCount();
    m_contents.clear();
    m_titled.clear();
    const QFontMetrics headerFont(style::uiFont(11));
    for (int column = 0; column < columns; ++column) {
        const bool isEdge = column == 0 || column == columns - 1;
        int content = leastColumn;
        for (int row = 0; row < std::min(m_model.rowCount(), measuredRows); ++row)
            content = std::max(content, m_delegate->sizeHint({}, m_model.index(row, column)).width());
        const QString title = m_model.headerData(column, Qt::Horizontal).toString();
        m_contents.push_back(content);
        m_titled.push_back(std::max(content, headerFont.horizontalAdvance(title) + 13 + (isEdge ? 6 : 0)));
    }
}

void RuleTable::fitColumns() {
    const int columns = m_model.columnCount();
    if (int(m_titled.size()) != columns) measureColumns();
    const int room = viewport()->width();
    std::vector<int> widths = m_titled;
    int spare = room - std::accumulate(widths.begin(), widths.end(), 0);
    const auto stretch = std::size_t(m_model.stretchColumn().value_or(columns - 1));
    if (!m_embedded && spare > 0) {
        // Where there is much room, all columns get a share.
        const int share = std::min(spare / (columns + 1), 60);
        for (int& width : widths)
            width += share;
        spare -= share * columns;
    }
    if (spare >= 0) {
        widths[stretch] += spare;
    } else {
        const auto give = [&](std::size_t column, int least) {
            const int given = std::clamp(-spare, 0, std::max(0, widths[column] - least));
            widths[column] -= given;
            spare += given;
        };
        // Titles are cut before what stands below them; then the column for prose gives way, then the widest.
        for (std::size_t column = 0; column < widths.size(); ++column)
            give(column, m_contents[column]);
        give(stretch, 72);
        while (spare < 0) {
            const auto widest = std::max_element(widths.begin(), widths.end());
            if (*widest <= leastColumn) break;
            give(std::size_t(widest - widths.begin()), std::max(leastColumn, *widest - 8));
        }
    }
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, widths[std::size_t(column)]);
}

void RuleTable::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    const auto rows = selectedRows();
    const bool any = std::any_of(rows.begin(), rows.end(), [&](int row) { return !m_model.isFixed(row); });
    const auto action = [&](const QString& text, const char* icon, const QKeySequence& key, auto slot,
                            bool on) {
        QAction* made = menu.addAction(*icon ? style::icon(QLatin1String(icon)) : QIcon(), text, this, slot);
        made->setShortcut(key);
        made->setEnabled(on);
    };
    action(m_model.addText(), "ui-plus", Qt::Key_Insert, &RuleTable::addRow, true);
    action(tr("Duplicate"), "ui-duplicate", Qt::CTRL | Qt::Key_D, &RuleTable::duplicateRows, any);
    action(tr("Delete"), "ui-delete", QKeySequence::Delete, &RuleTable::deleteRows, any);
    menu.addSeparator();
    action(tr("Copy"), "", QKeySequence::Copy, &RuleTable::copyRows, any);
    action(tr("Paste"), "", QKeySequence::Paste, &RuleTable::pasteRows, true);
    if (m_model.isOrdered()) {
        menu.addSeparator();
        action(tr("Move up"), "", Qt::ALT | Qt::Key_Up, &RuleTable::moveRowsUp, any);
        action(tr("Move down"), "", Qt::ALT | Qt::Key_Down, &RuleTable::moveRowsDown, any);
    }
    menu.exec(event->globalPos());
}

// --- Selection and hover, both ways

bool RuleTable::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::MouseMove) hover(rowAt(static_cast<QMouseEvent*>(event)->pos().y()));
    if (event->type() == QEvent::Leave) hover(-1);
    return QTableView::viewportEvent(event);
}

void RuleTable::hover(int row) {
    const auto element = m_model.elementAt(row);
    if (!element && row >= 0 && !m_model.isFixed(row)) {
        m_delegate->setLitRows({row});
        viewport()->update();
    }
    if (element == m_hovered) return;
    // What another view has lit since is not put out.
    if (element || m_selection.hovered() == m_hovered) m_selection.setHovered(element);
    m_hovered = element;
    if (!element && row < 0) m_delegate->setLitRows({});
    viewport()->update();
}

void RuleTable::followHover() {
    std::vector<int> lit;
    if (m_selection.hovered())
        for (int row = 0; row < m_model.rowCount(); ++row)
            if (const auto element = m_model.elementAt(row); element && m_selection.isHovered(*element))
                lit.push_back(row);
    m_delegate->setLitRows(std::move(lit));
    viewport()->update();
}

void RuleTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    emit rowsSelected();
    if (m_following) return;
    std::vector<ElementId> elements;
    for (const int row : selectedRows())
        if (const auto element = m_model.elementAt(row)) elements.push_back(*element);
    if (elements.empty()) return;
    m_following = true;
    m_selection.set(std::move(elements));
    m_following = false;
}

void RuleTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) {
        m_model.setGesture(0);
        m_freshGesture = 0;
    }
}

void RuleTable::followSelection() {
    if (m_following) return;
    QItemSelection rows;
    QModelIndex first;
    for (const ElementId element : m_selection.elements()) {
        const int row = m_model.rowOf(element);
        if (row < 0 || !m_model.elementAt(row)) continue;
        const QModelIndex left = m_model.index(row, 0);
        rows.select(left, m_model.index(row, m_model.columnCount() - 1));
        if (!first.isValid()) first = left;
    }
    // A table without elements of its own keeps its rows to itself.
    if (rows.isEmpty() && m_model.rowCount() > 0 && !m_model.elementAt(0) && !m_model.isFixed(0)) return;
    m_following = true;
    if (first.isValid() && !rows.contains(currentIndex()))
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (first.isValid() && !hasFocus()) scrollTo(first);
    m_following = false;
}

} // namespace sekisho::editors
