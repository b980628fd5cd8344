// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/check_list_page.h"

#include "core/model/delta.h"
#include "core/model/design.h"
#include "ui/document/deployment.h"
#include "ui/document/document.h"
#include "ui/document/selection.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTimer>

#include <algorithm>

namespace sekisho {

namespace {

/// Rows as high as their text needs at the width of the list.
class WholeRows : public QStyledItemDelegate {
public:
    explicit WholeRows(QListView* list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem filled = option;
        initStyleOption(&filled, index);
        constexpr int above = 4, besides = 16;
        int width = m_list->viewport()->width() - besides;
        if (filled.features & QStyleOptionViewItem::HasCheckIndicator)
            width -= m_list->style()->pixelMetric(QStyle::PM_IndicatorWidth) + 2 * besides;
        const QRect text = filled.fontMetrics.boundingRect(QRect(0, 0, std::max(width, 60), 10000),
                                                           Qt::TextWordWrap, filled.text);
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        return {m_list->viewport()->width(), std::max(usual.height(), text.height() + 2 * above)};
    }

private:
    QListView* m_list;
};

} // namespace

CheckListPage::CheckListPage(Document& document, Selection& selection, Deployment& deployment,
                             QWidget* parent)
    : QWidget(parent), m_document(document), m_selection(selection), m_deployment(deployment) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_summary = new QLabel(this);
    m_summary->setProperty("role", QStringLiteral("second"));
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(12, 6, 12, 6);
    column->addWidget(m_summary);
    m_items = new QStandardItemModel(this);
    m_list = new QListView(this);
    m_list->setModel(m_items);
    m_list->setItemDelegate(new WholeRows(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setObjectName(QStringLiteral("checkList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(m_list, 1);

    const auto select = [this](int row) {
        const CheckPoint* point = pointAt(row);
        if (!point || point->elements.empty()) return;
        m_selection.set(point->elements);
        m_selection.reveal(point->elements.front());
    };
    connect(m_list, &QListView::clicked, this, [select](const QModelIndex& index) { select(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [select](const QModelIndex& index) { select(index.row()); });
    connect(m_items, &QStandardItemModel::itemChanged, this, [this](QStandardItem* item) {
        const CheckPoint* point = pointAt(item->row());
        if (!point) return;
        if (item->checkState() == Qt::Checked)
            m_ticked.insert(point->key);
        else
            m_ticked.erase(point->key);
        countTicks();
    });
    connect(&m_document, &Document::replaced, this, [this] {
        m_ticked.clear();
        later();
    });
    connect(&m_document, &Document::changed, this, [this](const ChangeSet& changes) {
        if (!changes.onlyDiagram()) later();
    });
    connect(&m_deployment, &Deployment::stateChanged, this, &CheckListPage::later);
    m_list->setAccessibleName(tr("Check list"));
}

const CheckPoint* CheckListPage::pointAt(int row) const {
    if (row < 0 || row >= int(m_rows.size()) || m_rows[std::size_t(row)] < 0) return nullptr;
    return &m_points[std::size_t(m_rows[std::size_t(row)])];
}

void CheckListPage::later() {
    if (m_dirty) return;
    m_dirty = true;
    if (isVisible()) QTimer::singleShot(0, this, &CheckListPage::refresh);
}

void CheckListPage::showEvent(QShowEvent* event) {
    refresh();
    QWidget::showEvent(event);
}

void CheckListPage::refresh() {
    if (!m_dirty) return;
    m_dirty = false;
    const style::Theme& theme = style::theme();
    const int row = m_list->currentIndex().row();
    m_points = checkList(m_document.design(), m_deployment.hasState() ? &m_deployment.resources() : nullptr);
    m_rows.clear();
    m_items->clear();
    QString page;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const CheckPoint& point = m_points[i];
        if (point.page != page) {
            page = point.page;
            auto* heading = new QStandardItem(page);
            heading->setFlags(Qt::ItemIsEnabled);
            heading->setFont(style::uiFont(12, true));
            heading->setForeground(theme.ink2);
            m_items->appendRow(heading);
            m_rows.push_back(-1);
        }
        auto* item = new QStandardItem;
        const bool seen = point.seen == true;
        QString text = point.text;
        if (seen) text = tr("%1 (seen in the state)").arg(text);
        if (point.seen == false) text = tr("%1 (not so in the state)").arg(text);
        item->setText(text);
        // What the state shows need not be looked at again.
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                       (seen ? Qt::NoItemFlags : Qt::ItemIsUserCheckable));
        item->setCheckState(seen || m_ticked.contains(point.key) ? Qt::Checked : Qt::Unchecked);
        if (seen) item->setForeground(theme.ok);
        if (point.seen == false) item->setForeground(theme.warn);
        m_items->appendRow(item);
        m_rows.push_back(int(i));
    }
    m_list->setVisible(!m_points.empty());
    // The same place, without selecting anything anew.
    const QSignalBlocker blocker(m_list->selectionModel());
    m_list->setCurrentIndex(m_items->index(std::min(row, m_items->rowCount() - 1), 0));
    countTicks();
}

void CheckListPage::countTicks() {
    int done = 0;
    for (int row = 0; row < m_items->rowCount(); ++row)
        if (pointAt(row) && m_items->item(row)->checkState() == Qt::Checked) ++done;
    if (m_points.empty())
        m_summary->setText(tr("Nothing to check: the design has nothing yet that would be seen in AWS."));
    else if (m_deployment.hasState())
        m_summary->setText(tr("%1 of %2 seen. What the state cannot show is ticked by hand.")
                               .arg(done)
                               .arg(int(m_points.size())));
    else
        m_summary->setText(
            tr("%1 of %2 seen. Look in the AWS console, and tick; once the state was read, much "
               "is ticked by itself.")
                .arg(done)
                .arg(int(m_points.size())));
}

void CheckListPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange && event->type() != QEvent::PaletteChange) return;
    m_list->setAccessibleName(tr("Check list"));
    later();
}

} // namespace sekisho
