// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/outline_panel.h"

#include "ui/actions/commands.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/context_menu.h"
#include "ui/document/selection.h"
#include "ui/panels/outline_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

namespace {

constexpr int rowHeight = 24, iconSize = 18, badgeSize = 17;

/// Icon, name, and at the right how many.
class Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, rowHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const style::Theme& theme = style::theme();
        const bool selected = option.state & QStyle::State_Selected;
        const bool ghost = index.data(OutlineModel::GhostRole).toBool();
        painter->save();
        const QRect row = option.rect;
        const int size = index.data(OutlineModel::BadgeRole).toBool() ? badgeSize : iconSize;
        const QRect icon(row.left() + 3 + (iconSize - size) / 2, row.center().y() - size / 2 + 1, size, size);
        painter->setOpacity(ghost ? 0.55 : 1);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, icon);
        painter->setOpacity(1);
        int right = row.right() - 8;
        const QString count = index.data(OutlineModel::CountRole).toString();
        if (!count.isEmpty()) {
            painter->setFont(style::uiFont(11));
            painter->setPen(theme.ink3);
            const int width = painter->fontMetrics().horizontalAdvance(count);
            // The name is what people read: the number goes first where there is no room.
            if (right - width > row.left() + iconSize + 60) {
                painter->drawText(QRect(right - width, row.top(), width, row.height()),
                                  Qt::AlignRight | Qt::AlignVCenter, count);
                right -= width + 8;
            }
        }
        painter->setFont(style::uiFont(13, selected));
        painter->setPen(ghost ? theme.ink3 : selected ? theme.accent : theme.ink);
        const QRect text(row.left() + iconSize + 10, row.top(), right - row.left() - iconSize - 10,
                         row.height());
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(theme.accent, 1));
            painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -1.5, -0.5), 4, 4);
        }
        painter->restore();
    }
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex&) const override {
        editor->setGeometry(option.rect.adjusted(iconSize + 2, 0, 0, 0));
    }
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
        auto* editor = new QLineEdit(parent);
        editor->setAccessibleName(OutlinePanel::tr("Name"));
        editor->setFrame(true);
        return editor;
    }
};

/// The branches, in the theme's ink.
class Tree : public QTreeView {
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override {
        constexpr int size = 14;
        if (selectionModel()->isSelected(index)) painter->fillRect(rect, style::theme().accentSoft);
        if (!model()->hasChildren(index)) return;
        const QRectF at(rect.right() - size - 1, rect.center().y() - size / 2.0 + 0.5, size, size);
        style::paintIcon(painter,
                         isExpanded(index) ? QStringLiteral("ui-chevron-down")
                                           : QStringLiteral("ui-chevron-right"),
                         at, style::theme().ink2);
    }
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override {
        if (selectionModel()->isSelected(index)) painter->fillRect(option.rect, style::theme().accentSoft);
        QTreeView::drawRow(painter, option, index);
    }
};

} // namespace

OutlinePanel::OutlinePanel(Document& document, Selection& selection, Commands& commands, QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_commands(commands),
      m_model(new OutlineModel(document, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(0);
    m_tree = new Tree;
    m_tree->setObjectName(QStringLiteral("outline"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new Delegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(18);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_tree, 1);
    m_empty = new QLabel;
    m_empty->setProperty("role", "hint");
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_empty->setContentsMargins(12, 12, 12, 12);
    column->addWidget(m_empty, 1);

    // The keys of the drawing work here too; F2 is the tree's own.
    for (const Command command : {Command::EditCut, Command::EditCopy, Command::EditPaste,
                                  Command::EditDuplicate, Command::EditDelete, Command::EditProperties})
        m_tree->addAction(m_commands.action(command));

    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OutlinePanel::tellSelection);
    connect(&selection, &Selection::changed, this, &OutlinePanel::takeOverSelection);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const auto element = m_model->elementAt(index))
            m_selection.reveal(*element);
        else
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(m_tree, &QTreeView::entered, this,
            [this](const QModelIndex& index) { hover(m_model->elementAt(index)); });
    connect(m_tree, &QTreeView::viewportEntered, this, [this] { hover({}); });
    m_tree->setMouseTracking(true); // else nothing is entered but with a button down
    m_tree->viewport()->installEventFilter(this);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &OutlinePanel::showMenu);
    connect(&document, &Document::changed, this, [this] {
        m_empty->setVisible(m_model->rowCount() == 0);
        m_tree->setVisible(m_model->rowCount() > 0);
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex& within, int row, int) {
                // A VPC and its groups are open from the start; folds that people made stay.
                const QModelIndex index = m_model->index(row, 0, within);
                if (!within.isValid() || m_model->folderAt(index) == OutlineModel::Folder::SecurityGroups)
                    QMetaObject::invokeMethod(
                        this, [this, at = QPersistentModelIndex(index)] { m_tree->setExpanded(at, true); },
                        Qt::QueuedConnection);
            });
    retranslate();
    expandUsual();
    m_empty->setVisible(m_model->rowCount() == 0);
    m_tree->setVisible(m_model->rowCount() > 0);
    takeOverSelection();
}

void OutlinePanel::retranslate() {
    setAccessibleName(tr("Outline"));
    m_tree->setAccessibleName(tr("Outline"));
    m_empty->setText(tr("The design is empty. Drag a VPC from the palette to begin."));
}

void OutlinePanel::expandUsual() {
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        const auto element = m_model->elementAt(index);
        if (!element || element->kind != Kind::Vpc) continue;
        m_tree->expand(index);
        for (int child = 0; child < m_model->rowCount(index); ++child)
            if (const QModelIndex inner = m_model->index(child, 0, index);
                m_model->folderAt(inner) == OutlineModel::Folder::SecurityGroups)
                m_tree->expand(inner);
    }
}

void OutlinePanel::tellSelection() {
    if (m_telling) return;
    m_telling = true;
    std::vector<ElementId> elements;
    for (const QModelIndex& index : m_tree->selectionModel()->selectedIndexes())
        if (const auto element = m_model->elementAt(index);
            element && std::find(elements.begin(), elements.end(), *element) == elements.end())
            elements.push_back(*element);
    m_selection.set(std::move(elements));
    m_telling = false;
}

void OutlinePanel::takeOverSelection() {
    if (m_telling) return;
    m_telling = true;
    QItemSelection rows;
    QModelIndex first;
    for (const ElementId element : m_selection.elements()) {
        const auto owner =
            isNodeKind(element.kind) ? std::optional(element) : ownerOf(m_document.network(), element);
        if (!owner) continue;
        for (const QModelIndex& row : m_model->rowsOf(*owner)) {
            rows.select(row, row);
            if (!first.isValid()) first = row;
        }
    }
    QItemSelectionModel* model = m_tree->selectionModel();
    model->select(rows, QItemSelectionModel::ClearAndSelect);
    if (first.isValid()) {
        model->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_tree->scrollTo(first);
    }
    m_telling = false;
}

void OutlinePanel::showMenu(QPoint position) {
    const QModelIndex index = m_tree->indexAt(position);
    const auto placement = m_model->placementAt(index);
    if (!placement) return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("outlineMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* rename = menu->addAction(tr("Rename"));
    connect(rename, &QAction::triggered, m_tree,
            [this, at = QPersistentModelIndex(index)] { m_tree->edit(at); });
    QAction* show = menu->addAction(tr("Show on the Canvas"));
    connect(show, &QAction::triggered, this, [this, id = placement->node] { m_selection.reveal(id); });
    menu->addSeparator();
    if (m_canvas) {
        canvas::fillContextMenu(*menu, *m_canvas, {placement, m_selection.elements(), {}});
        menu->removeAction(m_commands.action(Command::EditRename)); // in place, here
    } else {
        for (const Command command : {Command::EditProperties, Command::EditCut, Command::EditCopy,
                                      Command::EditPaste, Command::EditDuplicate, Command::EditDelete})
            menu->addAction(m_commands.action(command));
    }
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void OutlinePanel::hover(std::optional<ElementId> element) {
    if (element == m_hovered) return;
    // What others light meanwhile stays lit.
    if (element || m_selection.hovered() == m_hovered) m_selection.setHovered(element);
    m_hovered = element;
}

bool OutlinePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave && watched == m_tree->viewport()) hover({});
    return QWidget::eventFilter(watched, event);
}

void OutlinePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace sekisho
