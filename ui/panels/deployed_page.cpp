// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/deployed_page.h"

#include "ui/document/deployment.h"
#include "ui/document/selection.h"
#include "ui/panels/ansi_text.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace sekisho {

namespace {
constexpr int elementRole = Qt::UserRole + 1;
}

DeployedPage::DeployedPage(Selection& selection, Deployment& deployment, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_deployment(deployment) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(6);
    m_read = new QPushButton(this);
    m_read->setObjectName(QStringLiteral("deployedRead"));
    row->addWidget(m_read);
    m_copy = new QPushButton(this);
    m_copy->setObjectName(QStringLiteral("deployedCopy"));
    row->addWidget(m_copy);
    m_summary = new QLabel(this);
    m_summary->setProperty("role", QStringLiteral("second"));
    m_summary->setWordWrap(true);
    row->addWidget(m_summary, 1);
    column->addLayout(row);
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(QStringLiteral("deployedTree"));
    m_tree->setColumnCount(2);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(true);
    column->addWidget(m_tree, 1);
    auto* copyAction = new QAction(m_tree);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(copyAction);

    connect(copyAction, &QAction::triggered, this, &DeployedPage::copy);
    connect(m_copy, &QPushButton::clicked, this, &DeployedPage::copy);
    connect(m_read, &QPushButton::clicked, this, &DeployedPage::readRequested);
    connect(&m_deployment, &Deployment::stateChanged, this, &DeployedPage::showState);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        m_copy->setEnabled(item && !item->text(1).isEmpty());
        if (!item) return;
        const auto element = elementIdFromString(item->data(0, elementRole).toString().toStdString());
        if (!element) return;
        m_selection.set({*element});
        m_selection.reveal(*element);
    });
    m_read->setEnabled(false);
    retranslate();
}

void DeployedPage::setCanRead(bool can) {
    m_read->setEnabled(can);
}

void DeployedPage::setFailed(bool failed, const QByteArray& reason) {
    m_failed = failed;
    m_reason.clear();
    AnsiReader reader;
    for (const AnsiRun& run : reader.read(reason))
        m_reason += run.text;
    // Terraform frames its errors; the line that names it is enough.
    const qsizetype error = m_reason.indexOf(QLatin1String("Error: "));
    m_reason = (error < 0 ? m_reason : m_reason.mid(error)).section(QLatin1Char('\n'), 0, 0).trimmed();
    showState();
}

void DeployedPage::setBackend(const QString& backend) {
    m_backend = backend;
    showState();
}

/// Names have the room they need, as long as it leaves as much for the values.
void DeployedPage::fitColumns() {
    m_tree->resizeColumnToContents(0);
    // The page's width, not the tree's: that follows later.
    m_tree->setColumnWidth(0, std::min(m_tree->columnWidth(0), width() / 2));
}

void DeployedPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

void DeployedPage::copy() const {
    if (const QTreeWidgetItem* item = m_tree->currentItem(); item && !item->text(1).isEmpty())
        QGuiApplication::clipboard()->setText(item->text(1));
}

void DeployedPage::showState() {
    const QSignalBlocker blocker(m_tree);
    m_tree->clear();
    m_copy->setEnabled(false);
    const auto add = [](QTreeWidgetItem* parent, const QString& name, const QString& value,
                        const std::optional<ElementId>& element) {
        auto* item = new QTreeWidgetItem(parent, {name, value});
        item->setFont(0, style::monoFont(11));
        item->setFont(1, style::monoFont(11));
        item->setToolTip(0, name);
        item->setToolTip(1, value);
        if (element) item->setData(0, elementRole, QString::fromStdString(toString(*element)));
        return item;
    };
    const auto group = [this](const QString& name) {
        auto* item = new QTreeWidgetItem(m_tree, {name, QString()});
        item->setFirstColumnSpanned(true);
        item->setExpanded(true);
        return item;
    };
    if (!m_deployment.outputs().empty()) {
        auto* outputs = group(tr("Outputs"));
        for (const TerraformOutput& output : m_deployment.outputs())
            add(outputs, output.name, output.value, {});
    }
    if (!m_deployment.resources().empty()) {
        auto* resources = group(tr("Resources"));
        for (const StateResource& resource : m_deployment.resources()) {
            QString value = resource.text("id");
            if (const QString ip = resource.text("public_ip"); !ip.isEmpty())
                value = tr("%1, %2", "an id and an address").arg(value, ip);
            add(resources, resource.address, value, resource.element);
        }
    }
    m_tree->setVisible(m_tree->topLevelItemCount() > 0);
    fitColumns();
    if (m_failed && m_reason.isEmpty())
        m_summary->setText(tr("The state could not be read. “Check” prepares the folder for it."));
    else if (m_failed)
        m_summary->setText(
            tr("The state could not be read. “Check” prepares the folder for it. Terraform says: %1")
                .arg(m_reason));
    else if (!m_deployment.hasState() && !m_backend.isEmpty())
        m_summary->setText(tr("The state is kept in the backend “%1”. “Read state” asks it over the network.")
                               .arg(m_backend));
    else if (!m_deployment.hasState())
        m_summary->setText(tr("Nothing is known of AWS yet. After an apply, ids and addresses are shown here "
                              "and beside their nodes. Reading the state asks AWS nothing."));
    else if (m_deployment.resources().empty())
        m_summary->setText(tr("The state is empty: nothing of this design is in AWS."));
    else
        m_summary->setText(tr("%n resource(s) in the state.", nullptr, int(m_deployment.resources().size())));
}

void DeployedPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void DeployedPage::retranslate() {
    m_read->setText(tr("Read state"));
    m_read->setToolTip(tr("terraform output and show: what the state of the folder holds"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies the value of the selected line"));
    m_tree->setHeaderLabels({tr("Name"), tr("Value")});
    m_tree->setAccessibleName(tr("What is in AWS"));
    showState();
}

} // namespace sekisho
