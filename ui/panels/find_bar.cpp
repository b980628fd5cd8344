// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/find_bar.h"

#include "core/model/delta.h"
#include "ui/actions/commands.h"
#include "ui/document/document.h"
#include "ui/document/selection.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

namespace {

constexpr std::size_t mostResults = 50;
constexpr int rowHeight = 40;
constexpr int mostRows = 8;
constexpr int listWidth = 420;

/// Icon, title and keys in the first line, what it is in the second.
class ResultDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {listWidth, rowHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const style::Theme& theme = style::theme();
        painter->save();
        const QRect row = option.rect;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, theme.accentSoft);
        else if (option.state & QStyle::State_MouseOver)
            painter->fillRect(row, theme.panel2);
        const QColor ink = index.data(FindModel::EnabledRole).toBool() ? theme.ink : theme.ink3;
        const QString icon = index.data(FindModel::IconRole).toString();
        if (!icon.isEmpty())
            style::paintIcon(painter, icon, QRectF(row.left() + 10, row.top() + 11, 18, 18), ink);
        int right = row.right() - 12;
        const QString keys = index.data(FindModel::KeysRole).toString();
        painter->setFont(style::uiFont(11));
        if (!keys.isEmpty()) {
            painter->setPen(theme.ink3);
            painter->drawText(QRect(row.left(), row.top() + 4, right - row.left(), 16),
                              Qt::AlignRight | Qt::AlignVCenter, keys);
            right -= painter->fontMetrics().horizontalAdvance(keys) + 12;
        }
        const int left = row.left() + 38;
        painter->setPen(theme.ink2);
        painter->drawText(QRect(left, row.top() + 20, row.right() - 12 - left, 16),
                          Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data(FindModel::DetailRole).toString(),
                                                            Qt::ElideRight, row.right() - 12 - left));
        painter->setFont(style::uiFont(13));
        painter->setPen(ink);
        painter->drawText(
            QRect(left, row.top() + 3, right - left, 18), Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, right - left));
        painter->restore();
    }
};

} // namespace

// --- The list
// -------------------------------------------------------------------------------------------------

FindModel::FindModel(Commands& commands, QObject* parent)
    : QAbstractListModel(parent), m_commands(commands) {}

void FindModel::setEntries(std::vector<FindEntry> entries) {
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int FindModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant FindModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const FindEntry& entry = at(index.row());
    const QAction* action =
        entry.kind == FindEntry::Command ? m_commands.action(Command(entry.command)) : nullptr;
    switch (role) {
    case Qt::DisplayRole: return entry.title;
    case Qt::ToolTipRole:
    case DetailRole: return entry.detail;
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "title and detail of a search result").arg(entry.title, entry.detail);
    case IconRole: return entry.icon;
    case KeysRole: return action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
    case EnabledRole: return !action || action->isEnabled();
    default: return {};
    }
}

// --- The field
// ------------------------------------------------------------------------------------------------

FindBar::FindBar(Document& document, Selection& selection, Commands& commands, QWidget* parent)
    : QLineEdit(parent), m_document(document), m_selection(selection), m_commands(commands),
      m_results(new FindModel(commands, this)), m_hint(new QLabel(this)) {
    setObjectName(QStringLiteral("find-bar"));
    addAction(style::icon(QStringLiteral("ui-search")), LeadingPosition);
    m_hint->setProperty("role", QStringLiteral("hint"));
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(this, &QLineEdit::textEdited, this, &FindBar::search);
    connect(this, &QLineEdit::textChanged, this, [this] { placeHint(); });
    connect(&document, &Document::changed, this, [this](const ChangeSet& changes) {
        if (!changes.onlyDiagram()) m_dirty = true;
    });
    connect(&document, &Document::replaced, this, [this] {
        m_sought.clear();
        hideList();
        clear();
    });
    retranslate();
}

FindBar::~FindBar() {
    delete m_popup;
}

QSize FindBar::sizeHint() const {
    return {214, QLineEdit::sizeHint().height()};
}

void FindBar::retranslate() {
    setPlaceholderText(tr("Find or run"));
    setAccessibleName(tr("Find or run"));
    setToolTip(Commands::tip(Command::EditFind));
    m_hint->setText(m_commands.action(Command::EditFind)->shortcut().toString(QKeySequence::NativeText));
    m_hint->adjustSize();
    if (m_nothing) m_nothing->setText(tr("Nothing in the design and no command matches."));
    m_dirty = true;
}

void FindBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QLineEdit::changeEvent(event);
}

void FindBar::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    placeHint();
}

void FindBar::placeHint() {
    m_hint->adjustSize();
    m_hint->move(width() - m_hint->width() - 10, (height() - m_hint->height()) / 2);
    const int needed = fontMetrics().horizontalAdvance(placeholderText()) + m_hint->width() + 60;
    m_hint->setVisible(text().isEmpty() && width() >= needed);
}

void FindBar::start() {
    if (!hasFocus()) m_before = window()->focusWidget();
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
    search();
}

void FindBar::setDesignFiles(const QStringList& paths) {
    m_designFiles = paths;
    m_dirty = true;
}

void FindBar::setTerraformFiles(const QStringList& paths) {
    if (paths == m_terraformFiles) return;
    m_terraformFiles = paths;
    m_dirty = true;
}

const std::vector<FindEntry>& FindBar::entries() {
    if (!m_dirty) return m_entries;
    m_dirty = false;
    m_entries = findEntriesOf(m_document.design());
    for (FindEntry& command : findEntriesOfCommands())
        m_entries.push_back(std::move(command));
    const auto addFiles = [&](const QStringList& paths, FindEntry::Kind kind, const QString& icon,
                              const QString& what) {
        for (const QString& path : paths) {
            FindEntry entry;
            entry.kind = kind;
            entry.title = path.section(QLatin1Char('/'), -1);
            entry.detail = kind == FindEntry::DesignFile ? path : what;
            entry.haystack = path.toLower();
            entry.icon = icon;
            entry.path = path;
            m_entries.push_back(std::move(entry));
        }
    };
    addFiles(m_terraformFiles, FindEntry::TerraformFile, QStringLiteral("terraform-export"),
             tr("Terraform text"));
    addFiles(m_designFiles, FindEntry::DesignFile, QStringLiteral("ui-open"), {});
    return m_entries;
}

std::vector<const FindEntry*> FindBar::matches(const QString& text) {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<std::pair<int, const FindEntry*>> ranked;
    for (const FindEntry& entry : entries()) {
        // Without a text: what can be done.
        if (words.isEmpty() &&
            (entry.kind != FindEntry::Command || !m_commands.action(Command(entry.command))->isEnabled()))
            continue;
        if (const auto rank = findRank(entry, words)) ranked.emplace_back(*rank, &entry);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const FindEntry*> found;
    for (const auto& [rank, entry] : ranked)
        found.push_back(entry);
    return found;
}

void FindBar::buildList() {
    m_popup = new QFrame(window());
    m_popup->setObjectName(QStringLiteral("find-list"));
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_popup->setAutoFillBackground(true);
    m_list = new QListView;
    m_list->setModel(m_results);
    m_list->setItemDelegate(new ResultDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the keys stay with the field
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Search results"));
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { run(index.row()); });
    m_nothing = new QLabel;
    m_nothing->setProperty("role", QStringLiteral("second"));
    m_nothing->setContentsMargins(12, 10, 12, 10);
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    retranslate();
}

void FindBar::placeList() {
    const int rows = std::clamp(m_results->rowCount(), 1, mostRows);
    const int wide = std::min(std::max(width(), listWidth), window()->width() - 16);
    const QPoint below = mapTo(window(), QPoint(0, height() + 3));
    const int left = std::clamp(below.x() + width() - wide, 8, std::max(8, window()->width() - wide - 8));
    const int most = std::max(rowHeight + 4, window()->height() - below.y() - 8);
    m_popup->setGeometry(left, below.y(), wide, std::min(rows * rowHeight + 4, most));
}

void FindBar::search() {
    if (!m_popup) buildList();
    const auto found = matches(text());
    std::vector<FindEntry> shown;
    for (std::size_t i = 0; i < std::min(found.size(), mostResults); ++i)
        shown.push_back(*found[i]);
    m_sought = text();
    m_at = std::size_t(-1);
    m_results->setEntries(std::move(shown));
    m_list->setVisible(m_results->rowCount() > 0);
    m_nothing->setVisible(m_results->rowCount() == 0);
    if (m_results->rowCount() > 0) m_list->setCurrentIndex(m_results->index(0));
    placeList();
    m_popup->show();
    m_popup->raise();
}

bool FindBar::isListShown() const {
    return m_popup && m_popup->isVisible();
}

void FindBar::hideList() {
    if (m_popup) m_popup->hide();
}

void FindBar::run(int row) {
    if (row < 0 || row >= m_results->rowCount()) return;
    const FindEntry entry = m_results->at(row);
    hideList();
    QWidget* back = m_before;
    if (entry.element) {
        // F3 goes on from here.
        m_at = std::size_t(-1);
        std::size_t at = 0;
        for (const FindEntry* match : matches(m_sought)) {
            if (!match->element) continue;
            if (match->element == entry.element) m_at = at;
            ++at;
        }
        if (back) back->setFocus();
        m_selection.set({*entry.element});
        m_selection.reveal(*entry.element);
        return;
    }
    clear();
    if (back) back->setFocus();
    switch (entry.kind) {
    case FindEntry::Command: m_commands.action(Command(entry.command))->trigger(); break;
    case FindEntry::TerraformFile: emit terraformFileRequested(entry.path); break;
    case FindEntry::DesignFile: emit designFileRequested(entry.path); break;
    case FindEntry::Node:
    case FindEntry::Rule: break;
    }
}

void FindBar::goOn(int step) {
    if (m_sought.trimmed().isEmpty()) {
        start();
        return;
    }
    std::vector<ElementId> elements;
    for (const FindEntry* match : matches(m_sought))
        if (match->element) elements.push_back(*match->element);
    if (elements.empty()) {
        start();
        return;
    }
    const std::size_t count = elements.size();
    if (m_at >= count)
        m_at = step > 0 ? 0 : count - 1;
    else
        m_at = (m_at + count + std::size_t(step)) % count;
    m_selection.set({elements[m_at]});
    m_selection.reveal(elements[m_at]);
}

void FindBar::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason) search();
}

void FindBar::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    hideList();
}

bool FindBar::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // These are the field's own while it has the keyboard.
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Escape:
        case Qt::Key_Up:
        case Qt::Key_Down: event->accept(); return true;
        default: break;
        }
    }
    return QLineEdit::event(event);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    const int rows = m_results->rowCount();
    const auto move = [&](int step) {
        if (!isListShown()) {
            search();
            return;
        }
        const int row = std::clamp(m_list->currentIndex().row() + step, 0, std::max(0, rows - 1));
        m_list->setCurrentIndex(m_results->index(row));
    };
    switch (event->key()) {
    case Qt::Key_Down: move(1); return;
    case Qt::Key_Up: move(-1); return;
    case Qt::Key_PageDown: move(mostRows); return;
    case Qt::Key_PageUp: move(-mostRows); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isListShown())
            search();
        else
            run(m_list->currentIndex().row());
        return;
    case Qt::Key_Escape:
        hideList();
        clear();
        if (m_before) m_before->setFocus();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

} // namespace sekisho
