// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/problems_panel.h"

#include "core/model/acceptances.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/fix_words.h"
#include "ui/panels/problem_delegate.h"
#include "ui/panels/problems_model.h"
#include "ui/panels/reason_field.h"
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
    connect(delegate, &ProblemDelegate::buttonClicked, this,
            [this](const QModelIndex& index, ProblemDelegate::Button button) {
                switch (button) {
                case ProblemDelegate::Button::Fix: fix(index); break;
                case ProblemDelegate::Button::Accept: askToAccept(index); break;
                case ProblemDelegate::Button::Reopen: reopen(index); break;
                }
            });
    connect(delegate, &ProblemDelegate::rowClicked, this, &ProblemsPanel::activate);
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
    const int rows = m_model->openCount();
    if (rows == 0) return;
    m_row = std::min(m_row, rows - 1);
    m_row = m_row < 0 ? (step > 0 ? 0 : rows - 1) : (m_row + step + rows) % rows;
    const QModelIndex index = m_model->index(m_row);
    if (m_list) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
    select(index);
}

/// What a click does, or Enter.
void ProblemsPanel::activate(const QModelIndex& index) {
    if (m_model->kindOf(index.row()) == ProblemsModel::RowKind::Heading)
        m_model->setUnfolded(!m_model->isUnfolded());
    else
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

void ProblemsPanel::askToAccept(const QModelIndex& index) {
    stopAsking();
    if (!m_list || !index.data(ProblemsModel::AcceptableRole).toBool()) return;
    m_model->setAsking(index);
    auto* field = new ReasonField;
    const QPersistentModelIndex row(index);
    connect(field, &ReasonField::given, this, [this, row](const QString& reason) { accept(row, reason); });
    connect(field, &ReasonField::cancelled, this, &ProblemsPanel::stopAsking);
    m_list->setIndexWidget(index, field);
    m_list->setCurrentIndex(index);
    m_list->doItemsLayout(); // the row is higher now
    m_list->scrollTo(index);
    field->start();
}

void ProblemsPanel::stopAsking() {
    const QModelIndex asking = m_model->asking();
    m_model->setAsking({});
    if (!asking.isValid()) return;
    m_list->setFocus();
    if (QWidget* field = m_list->indexWidget(asking)) field->hide(); // it goes later
    m_list->setIndexWidget(asking, nullptr);
}

void ProblemsPanel::accept(const QModelIndex& index, const QString& reason) {
    if (!index.isValid()) return;
    const Diagnostic problem = m_model->at(index.row());
    stopAsking();
    const Acceptance acceptance{
        std::string(codeText(problem.code)), problem.subjects, reason.toStdString(), {}};
    m_document.edit(tr("Accept problem"), edits::accept(m_document.design(), acceptance));
}

void ProblemsPanel::reopen(const QModelIndex& index) {
    const Acceptance acceptance = m_model->acceptanceOf(index.row());
    m_document.edit(tr("Reopen problem"),
                    edits::withdrawAcceptance(m_document.design(), acceptance.code, acceptance.subjects));
}

void ProblemsPanel::showMenu(const QPoint& at) {
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid() || m_model->kindOf(index.row()) == ProblemsModel::RowKind::Heading) return;
    QMenu menu;
    menu.addAction(tr("Select"), this, [this, index] { select(index); });
    if (const QString label = index.data(ProblemsModel::FixRole).toString(); !label.isEmpty())
        menu.addAction(tr("Fix: %1").arg(label), this, [this, index] { fix(index); });
    if (index.data(ProblemsModel::AcceptableRole).toBool())
        menu.addAction(tr("Accept…"), this, [this, index] { askToAccept(index); });
    if (m_model->kindOf(index.row()) == ProblemsModel::RowKind::Accepted)
        menu.addAction(tr("Reopen"), this, [this, index] { reopen(index); });
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
            // With Ctrl it is the fix, with Shift it accepts or opens again.
            const bool accepted = m_model->kindOf(index.row()) == ProblemsModel::RowKind::Accepted;
            if ((key->modifiers() & Qt::ControlModifier) != 0)
                fix(index);
            else if ((key->modifiers() & Qt::ShiftModifier) == 0)
                activate(index);
            else if (accepted)
                reopen(index);
            else
                askToAccept(index);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sekisho
