// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/rule_editor.h"

#include "core/model/network.h"
#include "ui/document/document.h"
#include "ui/document/selection.h"
#include "ui/editors/network_acl_rules_model.h"
#include "ui/editors/routes_model.h"
#include "ui/editors/rule_table.h"
#include "ui/editors/security_group_rules_model.h"
#include "ui/editors/sentences.h"
#include "ui/editors/table_section.h"

#include <QEvent>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace sekisho::editors {

RuleEditor::RuleEditor(Document& document, Facts& facts, Selection& selection, Shape shape, QWidget* parent)
    : QWidget(parent), m_document(document), m_facts(facts), m_selection(selection), m_shape(shape),
      m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(shape == Shape::Narrow ? 10 : 0);
    connect(&document, &Document::changed, this, [this] {
        if (m_built) emit titleChanged();
    });
    connect(&selection, &Selection::changed, this, [this] {
        // The tab with the rule that was selected elsewhere comes to the front.
        const auto single = m_selection.single();
        if (!m_tabs || !single) return;
        for (TableSection* section : m_sections)
            if (section->model().rowOf(*single) >= 0) m_tabs->setCurrentWidget(section);
    });
}

bool RuleEditor::takes(Kind kind) {
    return kind == Kind::SecurityGroup || kind == Kind::NetworkAcl || kind == Kind::RouteTable;
}

QString RuleEditor::title() const {
    return nameOf(m_document.network(), m_element);
}

void RuleEditor::setElement(ElementId element) {
    const auto owner = ownerOf(m_document.network(), element);
    if (!owner || !takes(owner->kind)) return;
    if (!m_built || owner->kind != m_element.kind) build(owner->kind);
    m_element = *owner;
    for (TableSection* section : m_sections)
        section->model().setOwner(*owner);
    emit titleChanged();
}

void RuleEditor::build(Kind kind) {
    m_element.kind = kind;
    for (TableSection* section : m_sections)
        delete section;
    m_sections.clear();
    delete m_tabs;
    delete m_note;
    m_tabs = nullptr;
    m_note = nullptr;
    const bool isWide = m_shape == Shape::Wide;
    if (kind == Kind::RouteTable) {
        m_sections.push_back(
            new TableSection(new RoutesModel(m_document, m_facts), m_selection, !isWide, this));
    } else {
        for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
            TableModel* model = nullptr;
            if (kind == Kind::SecurityGroup)
                model = new SecurityGroupRulesModel(m_document, m_facts, direction, isWide);
            else
                model = new NetworkAclRulesModel(m_document, m_facts, direction, isWide);
            m_sections.push_back(new TableSection(model, m_selection, !isWide, this));
        }
    }
    if (isWide && m_sections.size() > 1) {
        m_tabs = new QTabWidget(this);
        m_tabs->setDocumentMode(true);
        for (TableSection* section : m_sections) {
            m_tabs->addTab(section, {});
            connect(section, &TableSection::countChanged, this, &RuleEditor::retranslate);
        }
        m_layout->addWidget(m_tabs);
    } else {
        for (TableSection* section : m_sections)
            m_layout->addWidget(section);
    }
    if (!isWide) {
        for (TableSection* section : m_sections)
            connect(section, &TableSection::wideWanted, this, [this] { emit openWide(m_element); });
        m_sections.front()->offerWide();
        if (kind != Kind::RouteTable) {
            m_note = new QLabel(this);
            m_note->setProperty("role", "note");
            m_note->setWordWrap(true);
            auto* box = new QVBoxLayout;
            box->setContentsMargins(12, 0, 12, 0);
            box->addWidget(m_note);
            m_layout->addLayout(box);
        }
    }
    m_built = true;
    retranslate();
}

void RuleEditor::addRule() {
    if (!m_sections.empty()) m_sections.front()->table().addRow();
}

void RuleEditor::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_built) retranslate();
    QWidget::changeEvent(event);
}

void RuleEditor::retranslate() {
    if (m_sections.size() == 1) {
        m_sections[0]->setTitle(tr("Routes"));
    } else if (m_tabs) {
        const QString titles[] = {tr("Inbound"), tr("Outbound")};
        for (int i = 0; i < m_tabs->count(); ++i) {
            TableSection* section = m_sections[std::size_t(i)];
            section->setTitle({});
            section->table().setAccessibleName(titles[i]);
            m_tabs->setTabText(i, tr("%1 (%2)", "a table and how many rows it has")
                                      .arg(titles[i])
                                      .arg(section->model().count()));
        }
    } else {
        m_sections[0]->setTitle(tr("Inbound"));
        m_sections[1]->setTitle(tr("Outbound"));
    }
    if (!m_note) return;
    if (m_element.kind == Kind::SecurityGroup)
        m_note->setText(tr("Replies to allowed traffic always pass. You need no rule for them."));
    else
        m_note->setText(
            tr("Replies need rules of their own: allow the ports 1024-65535 in the other direction. "
               "The * rows cannot be changed or removed."));
}

} // namespace sekisho::editors
