// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/several_page.h"

#include "ui/document/document.h"
#include "ui/document/selection.h"
#include "ui/editors/cell_delegate.h"
#include "ui/editors/inspector_words.h"
#include "ui/editors/sentences.h"
#include "ui/style/group_badge.h"
#include "ui/style/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <map>

namespace sekisho::editors {

SeveralPage::SeveralPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_title(new QLabel(this)), m_kinds(new QLabel(this)),
      m_list(new QListWidget(this)),
      m_delete(new QPushButton(style::icon(QStringLiteral("ui-delete")), tr("Delete"), this)),
      m_duplicate(new QPushButton(style::icon(QStringLiteral("ui-duplicate")), tr("Duplicate"), this)) {
    setProperty("role", "page");
    m_title->setProperty("role", "title");
    m_kinds->setProperty("role", "second");
    m_kinds->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize({15, 15});
    m_list->setAccessibleName(tr("Selected"));
    m_delete->setToolTip(tr("Delete the selection and what cannot be without it"));
    m_duplicate->setToolTip(tr("Copy the selection beside itself"));
    constexpr int margin = CellDelegate::sideMargin;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 12, margin, 12);
    layout->addWidget(m_title);
    layout->addWidget(m_kinds);
    layout->addWidget(m_list, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_duplicate);
    buttons->addWidget(m_delete);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_delete, &QPushButton::clicked, this, [this] {
        Document& document = m_context.document;
        const auto gone = m_elements;
        document.edit(tr("Delete %n element(s)", nullptr, int(gone.size())),
                      edits::removeElements(document.design(), gone));
    });
    connect(m_duplicate, &QPushButton::clicked, this, [this] {
        Document& document = m_context.document;
        constexpr int shift = 24;
        document.edit(tr("Duplicate %n element(s)", nullptr, int(m_elements.size())),
                      edits::duplicateNodes(document.design(), m_elements, shift, shift));
    });
    // One of many: choosing it in the list narrows the selection to it.
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        const auto row = std::size_t(m_list->row(item));
        if (row < m_elements.size()) m_context.selection.set({m_elements[row]});
    });
    connect(m_list, &QListWidget::itemEntered, this, [this](QListWidgetItem* item) {
        const auto row = std::size_t(m_list->row(item));
        if (row < m_elements.size()) m_context.selection.setHovered(m_elements[row]);
    });
    m_list->setMouseTracking(true);
}

void SeveralPage::setElements(std::vector<ElementId> elements) {
    m_elements = std::move(elements);
    const Design& design = m_context.document.design();
    m_title->setText(tr("%n selected", nullptr, int(m_elements.size())));
    std::map<Kind, int> kinds;
    m_list->clear();
    for (const ElementId id : m_elements) {
        ++kinds[id.kind];
        const auto group = SecurityGroupId::from(id);
        m_list->addItem(new QListWidgetItem(group ? style::badgeIcon(style::groupMark(design, *group))
                                                  : iconOf(design.network, id),
                                            nameOf(design.network, id)));
    }
    QStringList words;
    for (const auto& [kind, count] : kinds)
        words << tr("%1 × %2", "how many of a kind").arg(count).arg(kindName(kind));
    m_kinds->setText(words.join(QStringLiteral(" · ")));
}

} // namespace sekisho::editors
