// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/table_section.h"

#include "core/base/diagnostic.h"
#include "ui/editors/cell_delegate.h"
#include "ui/editors/rule_table.h"
#include "ui/editors/sentences.h"
#include "ui/editors/table_model.h"
#include "ui/style/icons.h"
#include "ui/style/style_sheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace sekisho::editors {

namespace {

QLabel* label(const char* role, QWidget* parent) {
    auto* made = new QLabel(parent);
    made->setProperty("role", role);
    made->setTextFormat(Qt::PlainText);
    return made;
}

} // namespace

TableSection::TableSection(TableModel* model, Selection& selection, bool embedded, QWidget* parent)
    : QWidget(parent), m_model(model), m_table(new RuleTable(*model, selection, embedded, this)) {
    model->setParent(this);
    m_heading = new QWidget(this);
    m_title = label("heading", m_heading);
    m_count = label("second", m_heading);
    m_empty = label("second", this);
    m_empty->setContentsMargins(CellDelegate::sideMargin, 2, CellDelegate::sideMargin, 2);
    m_empty->setWordWrap(true);
    m_complaint = label("error", this);
    m_complaint->setContentsMargins(CellDelegate::sideMargin, 0, CellDelegate::sideMargin, 0);
    m_complaint->setWordWrap(true);
    m_complaint->hide();
    m_problem = label("error", this);
    m_problem->setContentsMargins(CellDelegate::sideMargin, 2, CellDelegate::sideMargin, 0);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_buttons = new QWidget(this);
    m_add = new QPushButton(style::icon(QStringLiteral("ui-plus")), {}, m_buttons);
    m_add->setIconSize({14, 14});
    m_tools = new QWidget(m_buttons);
    const auto tool = [&](const char* icon) {
        auto* button = new QToolButton(m_tools);
        button->setIcon(style::icon(QLatin1String(icon)));
        button->setIconSize({15, 15});
        button->setFixedSize(24, 26);
        button->setAutoRaise(true);
        return button;
    };
    m_up = tool("ui-up");
    m_down = tool("ui-down");
    m_duplicate = tool("ui-duplicate");
    m_delete = tool("ui-delete");
    m_wide = new QToolButton(m_heading);
    m_wide->setIcon(style::icon(QStringLiteral("ui-wide")));
    m_wide->setIconSize({14, 14});
    m_wide->setAutoRaise(true);
    m_wide->hide();

    auto* heading = new QHBoxLayout(m_heading);
    heading->setContentsMargins(CellDelegate::sideMargin, 0, CellDelegate::sideMargin - 2, 0);
    heading->setSpacing(4);
    m_heading->setFixedHeight(24);
    m_wide->setFixedSize(22, 22);
    heading->addWidget(m_title);
    heading->addStretch();
    heading->addWidget(m_count);
    heading->addWidget(m_wide);
    m_buttonRow = new QBoxLayout(QBoxLayout::LeftToRight, m_buttons);
    m_buttonRow->setContentsMargins(CellDelegate::sideMargin, 6, CellDelegate::sideMargin - 4, 0);
    m_buttonRow->setSpacing(0);
    m_buttonRow->addWidget(m_add, 0, Qt::AlignLeft);
    m_buttonRow->addStretch();
    m_buttonRow->addWidget(m_tools, 0, Qt::AlignRight);
    m_buttons->setMinimumWidth(1); // not what the row would need: see fitButtons()
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(0);
    for (QToolButton* button : {m_up, m_down, m_duplicate, m_delete})
        tools->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_table, embedded ? 0 : 1);
    layout->addWidget(m_empty);
    layout->addWidget(m_problem);
    layout->addWidget(m_complaint);
    layout->addWidget(m_buttons);
    if (!embedded) layout->addSpacing(6);

    connect(m_add, &QPushButton::clicked, m_table, &RuleTable::addRow);
    connect(m_duplicate, &QToolButton::clicked, m_table, &RuleTable::duplicateRows);
    connect(m_delete, &QToolButton::clicked, m_table, &RuleTable::deleteRows);
    connect(m_up, &QToolButton::clicked, m_table, &RuleTable::moveRowsUp);
    connect(m_down, &QToolButton::clicked, m_table, &RuleTable::moveRowsDown);
    connect(m_wide, &QToolButton::clicked, this, &TableSection::wideWanted);
    connect(m_table, &RuleTable::complained, this, &TableSection::complain);
    connect(m_table, &RuleTable::rowsSelected, this, [this] {
        refreshButtons();
        showProblems();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, &TableSection::showProblems);
    for (const auto& signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &TableSection::refresh);
    connect(model, &TableModel::draftsChanged, this, &TableSection::showComplaints);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        complain({});
        refresh();
    });
    retranslate();
}

void TableSection::setTitle(const QString& title) {
    m_title->setText(title);
    m_heading->setVisible(!title.isEmpty());
    m_table->setAccessibleName(title);
}

void TableSection::offerWide() {
    m_wide->show();
}

void TableSection::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    refresh();
}

void TableSection::refresh() {
    m_count->setText(m_model->countText());
    m_empty->setText(m_model->emptyText());
    m_empty->setVisible(m_model->count() == 0);
    m_table->setVisible(m_model->rowCount() > 0);
    m_table->setReadOnly(m_readOnly);
    m_buttons->setVisible(!m_readOnly);
    refreshButtons();
    emit countChanged();
}

void TableSection::refreshButtons() {
    const auto rows = m_table->selectedRows();
    const bool any = std::any_of(rows.begin(), rows.end(), [&](int row) { return !m_model->isFixed(row); });
    for (QToolButton* button : {m_duplicate, m_delete})
        button->setVisible(any);
    for (QToolButton* button : {m_up, m_down})
        button->setVisible(any && m_model->isOrdered());
    m_tools->setVisible(any);
    fitButtons();
}

/// In a narrow pane the tools stand below: side by side with the long words of some languages they would
/// widen the page beyond it, and be cut off.
void TableSection::fitButtons() {
    const QMargins margins = m_buttonRow->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const int needed = m_add->sizeHint().width() + (m_tools->isHidden() ? 0 : m_tools->sizeHint().width());
    m_buttonRow->setDirection(needed <= room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void TableSection::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitButtons();
}

void TableSection::complain(const QStringList& complaints) {
    m_complaints = complaints;
    showComplaints();
}

void TableSection::showComplaints() {
    constexpr int most = 4;
    const QStringList drafts = m_model->draftComplaints();
    const QStringList all = drafts + m_complaints;
    QStringList shown = all.mid(0, most);
    if (all.size() > most) shown << tr("%n more line(s)", nullptr, int(all.size()) - most);
    if (!drafts.isEmpty())
        shown << tr(
            "What is red is not part of the design yet. Mend it, or press Esc there to take it back.");
    m_complaint->setText(breakable(shown.join(QLatin1Char('\n'))));
    m_complaint->setVisible(!all.isEmpty());
}

/// What is wrong with the selected row: the marks in its cells say it to who points at them, this to all.
void TableSection::showProblems() {
    QStringList texts;
    bool isError = false;
    const auto rows = m_table->selectedRows();
    for (int column = 0; rows.size() == 1 && column < m_model->columnCount(); ++column) {
        const QModelIndex place = m_model->index(rows.front(), column);
        const QString text = place.data(TableModel::ProblemRole).toString();
        if (text.isEmpty() || m_model->hasDraft(place)) continue;
        texts << text;
        isError = isError || place.data(TableModel::SeverityRole).toInt() == int(Severity::Error);
    }
    const QString role = isError ? QStringLiteral("error") : QStringLiteral("caution");
    if (m_problem->property("role").toString() != role) style::restyle(m_problem, "role", role);
    m_problem->setText(breakable(texts.join(QLatin1Char('\n'))));
    m_problem->setVisible(!texts.isEmpty());
}

void TableSection::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void TableSection::retranslate() {
    m_add->setText(m_model->addText());
    const std::pair<QToolButton*, QString> tools[] = {{m_up, tr("Move up")},
                                                      {m_down, tr("Move down")},
                                                      {m_duplicate, tr("Duplicate")},
                                                      {m_delete, tr("Delete")},
                                                      {m_wide, tr("Show in a wide pane")}};
    for (const auto& [button, text] : tools) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    refresh();
}

} // namespace sekisho::editors
