// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/problems_panel.h"

#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/fix_words.h"
#include "ui/panels/problem_delegate.h"
#include "ui/panels/problems_model.h"
#include "ui/style/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedLayout>

#include <algorithm>

namespace sekisho {

ProblemsPanel::ProblemsPanel(Document& document, Facts& facts, Selection& selection, QWidget* parent)
    : QWidget(parent), m_document(document), m_facts(facts), m_selection(selection),
      m_model(new ProblemsModel(document, facts, this)) {
    setObjectName(QStringLiteral("problems-panel"));
    connect(&facts, &Facts::problemsChanged, this, [this] {
        m_dirty = true;
        count(); // badges are there when the panel is not
        if (isVisible()) refresh();
    });
    connect(&style::Style::instance(), &style::Style::themeChanged, this, [this] {
        if (m_list) m_list->viewport()->update();
    });
}

void ProblemsPanel::showEvent(QShowEvent* event) {
    if (!m_list) build();
    if (m_dirty) refresh();
    QWidget::showEvent(event);
}

void ProblemsPanel::build() {
    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust); // rows are as high as their width makes them
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    auto* delegate = new ProblemDelegate(m_list);
    m_list->setItemDelegate(delegate);
    connect(delegate, &ProblemDelegate::fixClicked, this, &ProblemsPanel::fix);
    connect(delegate, &ProblemDelegate::rowClicked, this, &ProblemsPanel::select);
    connect(m_list, &QListView::customContextMenuRequested, this, &ProblemsPanel::showMenu);
    m_empty = new QLabel;
    m_empty->setProperty("role", QStringLiteral("second"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_pages = new QStackedLayout(this);
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(m_list);
    m_pages->addWidget(m_empty);
    retranslate();
}

void ProblemsPanel::retranslate() {
    m_list->setAccessibleName(tr("Problems"));
    m_empty->setText(tr("No problems found."));
    m_model->retranslate();
}

void ProblemsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_list) retranslate();
    QWidget::changeEvent(event);
}

void ProblemsPanel::count() {
    int counts[3]{};
    for (const Diagnostic& problem : m_facts.problems())
        ++counts[int(problem.severity)];
    if (std::equal(counts, counts + 3, m_counts)) return;
    std::copy(counts, counts + 3, m_counts);
    emit countsChanged(counts[0], counts[1], counts[2]);
}

void ProblemsPanel::refresh() {
    m_dirty = false;
    m_model->refresh();
    if (m_pages) m_pages->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    m_row = std::min(m_row, m_model->rowCount() - 1);
    count();
}

void ProblemsPanel::goTo(int step) {
    if (m_dirty) refresh();
    const int rows = m_model->rowCount();
    if (rows == 0) return;
    m_row = m_row < 0 ? (step > 0 ? 0 : rows - 1) : (m_row + step + rows) % rows;
    const QModelIndex index = m_model->index(m_row);
    if (m_list) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
    select(index);
}

void ProblemsPanel::select(const QModelIndex& index) {
    m_row = index.row();
    const Diagnostic& problem = m_model->at(index.row());
    if (problem.subjects.empty()) {
        m_selection.clear(); // of the settings: the inspector shows them when nothing is selected
        return;
    }
    const ElementId culprit = problem.subjects.front();
    m_selection.set({culprit});
    m_selection.reveal(culprit);
}

void ProblemsPanel::fix(const QModelIndex& index) {
    const advice::Fix* fix = m_model->fixOf(index.row());
    if (!fix) return;
    // The edit makes new problems of the old ones: the fix does not live as long.
    const Result<Delta> delta = fix->delta;
    m_document.edit(fixLabel(*fix), delta);
}

void ProblemsPanel::showMenu(const QPoint& at) {
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid()) return;
    QMenu menu;
    menu.addAction(tr("Select"), this, [this, index] { select(index); });
    if (const QString label = index.data(ProblemsModel::FixRole).toString(); !label.isEmpty())
        menu.addAction(tr("Fix: %1").arg(label), this, [this, index] { fix(index); });
    menu.addAction(tr("Copy Text"), this, [index] {
        QGuiApplication::clipboard()->setText(index.data(Qt::DisplayRole).toString());
    });
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

bool ProblemsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::ShortcutOverride) {
        // Enter is here for the problem, not for the window's Properties.
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) event->accept();
    }
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const QModelIndex index = m_list->currentIndex();
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (index.isValid() && enter) {
            // With Ctrl it is the button.
            if ((key->modifiers() & Qt::ControlModifier) != 0)
                fix(index);
            else
                select(index);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sekisho
