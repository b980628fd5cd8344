// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/palette_panel.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QDrag>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace sekisho {

using canvas::PaletteEntry;
using canvas::PaletteGroup;
using canvas::PaletteKind;

namespace {

constexpr int wordRole = Qt::UserRole;
constexpr int rowHeight = 25, titleHeight = 26;

bool isTitle(const QModelIndex& index) {
    return index.data(wordRole).toString().isEmpty();
}

/// A tile as it will stand in the drawing.
QPixmap tilePixmap(PaletteKind kind, qreal ratio) {
    constexpr int size = 52, icon = 26;
    const style::Theme& theme = style::theme();
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(theme.tile);
    painter.drawRoundedRect(QRectF(1, 1, size - 2, size - 2), 10, 10);
    constexpr qreal at = (size - icon) / 2.0;
    style::paintIcon(&painter, QLatin1String(paletteEntry(kind).icon), QRectF(at, at, icon, icon), theme.ink);
    return pixmap;
}

/// Entries with their icon, group titles in between.
class Delegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        return {120, isTitle(index) ? titleHeight : rowHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        constexpr int left = 12, icon = 18, gap = 8;
        const style::Theme& theme = style::theme();
        const QRect row = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isTitle(index)) {
            painter->setFont(style::uiFont(11.5, true));
            painter->setPen(theme.ink2);
            painter->drawText(row.adjusted(left, 3, -4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              index.data().toString());
            painter->restore();
            return;
        }
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? theme.accentSoft : theme.panel2);
            painter->drawRoundedRect(QRectF(row).adjusted(5, 1, -5, -1), 5, 5);
        }
        if (selected && option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(theme.accent, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(row).adjusted(5.5, 1.5, -5.5, -1.5), 5, 5);
        }
        const auto kind = canvas::paletteKindFromWord(index.data(wordRole).toString());
        if (kind)
            style::paintIcon(painter, QLatin1String(paletteEntry(*kind).icon),
                             QRectF(row.left() + left, row.center().y() - icon / 2.0 + 0.5, icon, icon),
                             theme.ink);
        painter->setFont(style::uiFont(13));
        painter->setPen(theme.ink);
        const QRect textRect = row.adjusted(left + icon + gap, 0, -6, 0);
        painter->drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(painter->font())
                              .elidedText(index.data().toString(), Qt::ElideRight, textRect.width()));
        painter->restore();
    }
};

/// The list that a drag starts from.
class PaletteList : public QListWidget {
public:
    using QListWidget::QListWidget;

protected:
    void startDrag(Qt::DropActions) override {
        const QListWidgetItem* item = currentItem();
        const auto kind = item ? canvas::paletteKindFromWord(item->data(wordRole).toString()) : std::nullopt;
        if (!kind) return;
        auto* drag = new QDrag(this);
        auto* carried = new QMimeData;
        carried->setData(QLatin1String(canvas::paletteMimeType), item->data(wordRole).toString().toUtf8());
        drag->setMimeData(carried);
        drag->setPixmap(tilePixmap(*kind, devicePixelRatioF()));
        drag->setHotSpot(QPoint(26, 26));
        drag->exec(Qt::CopyAction, Qt::CopyAction);
    }
};

} // namespace

PalettePanel::PalettePanel(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(4);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("paletteSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(style::icon(QStringLiteral("ui-search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    auto* padding = new QVBoxLayout;
    padding->setContentsMargins(10, 0, 10, 2);
    padding->addWidget(m_search);
    column->addLayout(padding);

    m_list = new PaletteList;
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setItemDelegate(new Delegate(m_list));
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);

    m_nothing = new QLabel;
    m_nothing->setObjectName(QStringLiteral("paletteNothing"));
    m_nothing->setProperty("role", "hint");
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_nothing->setContentsMargins(12, 12, 12, 12);
    m_nothing->setTextFormat(Qt::PlainText);
    column->addWidget(m_nothing, 1);

    connect(m_search, &QLineEdit::textChanged, this, &PalettePanel::fill);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &PalettePanel::insertCurrent);
    retranslate();
}

void PalettePanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

std::vector<PaletteKind> PalettePanel::listed() const {
    std::vector<PaletteKind> kinds;
    for (int row = 0; row < m_list->count(); ++row)
        if (const auto kind = canvas::paletteKindFromWord(m_list->item(row)->data(wordRole).toString()))
            kinds.push_back(*kind);
    return kinds;
}

void PalettePanel::retranslate() {
    m_search->setPlaceholderText(tr("Search services"));
    m_search->setAccessibleName(tr("Search services"));
    m_list->setAccessibleName(tr("Services"));
    setAccessibleName(tr("Palette"));
    fill();
}

void PalettePanel::fill() {
    const QString query = m_search->text().trimmed();
    const QListWidgetItem* before = m_list->currentItem();
    const QString current = before ? before->data(wordRole).toString() : QString();
    m_list->clear();
    const PaletteEntry* previous = nullptr;
    for (const PaletteEntry& entry : canvas::paletteTable()) {
        if (!canvas::paletteMatches(entry, query)) continue;
        if (!previous || previous->group != entry.group) {
            auto* title = new QListWidgetItem(canvas::paletteGroupName(entry.group), m_list);
            title->setFlags(Qt::NoItemFlags);
        }
        previous = &entry;
        auto* item = new QListWidgetItem(canvas::paletteName(entry.kind), m_list);
        item->setData(wordRole, QString::fromLatin1(entry.word));
        item->setToolTip(canvas::paletteTip(entry.kind));
        item->setData(Qt::AccessibleDescriptionRole, canvas::paletteTip(entry.kind));
        if (current == QLatin1String(entry.word)) m_list->setCurrentItem(item);
    }
    // Enter in the search inserts the first that is found.
    if (!m_list->currentItem() && !query.isEmpty()) m_list->setCurrentItem(firstEntry());
    const bool nothing = m_list->count() == 0;
    m_nothing->setText(tr("No service matches “%1”.").arg(query));
    m_nothing->setVisible(nothing);
    m_list->setVisible(!nothing);
}

QListWidgetItem* PalettePanel::firstEntry() const {
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->flags() & Qt::ItemIsSelectable) return m_list->item(row);
    return nullptr;
}

void PalettePanel::insertCurrent() {
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return;
    if (const auto kind = canvas::paletteKindFromWord(item->data(wordRole).toString()))
        emit insertRequested(*kind);
}

bool PalettePanel::eventFilter(QObject* watched, QEvent* event) {
    const auto isEnter = [](int key) { return key == Qt::Key_Return || key == Qt::Key_Enter; };
    if (event->type() == QEvent::ShortcutOverride && isEnter(static_cast<QKeyEvent*>(event)->key())) {
        event->accept(); // Enter inserts here, whatever it does in the window
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (isEnter(key->key())) {
            insertCurrent();
            return true;
        }
        if (watched == m_search && m_list->isVisible() &&
            (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
            if (!m_list->currentItem()) m_list->setCurrentItem(firstEntry());
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
        if (watched == m_search && key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PalettePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

} // namespace sekisho
