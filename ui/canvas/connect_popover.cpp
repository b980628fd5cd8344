// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/connect_popover.h"

#include "ui/canvas/port_text.h"
#include "ui/document/document.h"
#include "ui/style/combo_box.h"
#include "ui/style/group_badge.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sekisho::canvas {

namespace {

QString nameOf(const Network& network, ElementId id) {
    return QString::fromStdString(text::displayName(network, id));
}

} // namespace

ConnectPopover::ConnectPopover(Document& document, Connection connection, QWidget* parent)
    : Popover(tr("Allow traffic"), parent), m_document(document), m_connection(std::move(connection)) {
    auto* ends = new QHBoxLayout;
    ends->setSpacing(8);
    ends->addWidget(endField(m_connection.from, m_from, tr("From")));
    auto* arrow = new QLabel(QStringLiteral("→"));
    arrow->setAccessibleName(tr("to"));
    ends->addWidget(arrow);
    ends->addWidget(endField(m_connection.to, m_to, tr("To")));
    ends->addStretch(1);
    body()->addLayout(ends);

    m_ports = new style::ComboBox;
    m_ports->setObjectName(QStringLiteral("ports"));
    m_ports->setAccessibleName(tr("Ports"));
    m_ports->setEditable(true);
    m_ports->setInsertPolicy(QComboBox::NoInsert);
    m_ports->setMinimumWidth(270);
    for (const WellKnownPort& port : wellKnownPorts())
        m_ports->addItem(portLabel(port));
    m_ports->setCompleter(nullptr); // its list would take the Enter that applies
    QString proposed = portsText(m_connection.ports);
    if (m_connection.ports.size() == 1)
        for (const WellKnownPort& port : wellKnownPorts())
            if (port.traffic.normalized() == m_connection.ports.front().normalized())
                proposed = portLabel(port);
    m_ports->setCurrentText(proposed);
    m_ports->lineEdit()->setPlaceholderText(tr("443, 3000-3010 or udp/53"));
    m_ports->lineEdit()->selectAll();
    body()->addWidget(m_ports);

    m_egress = new QCheckBox;
    m_egress->setObjectName(QStringLiteral("egress"));
    m_egress->setChecked(true);
    body()->addWidget(m_egress);
    m_error = new QLabel;
    m_error->setObjectName(QStringLiteral("error"));
    m_error->setProperty("role", "error");
    m_error->setWordWrap(true);
    m_error->hide();
    body()->addWidget(m_error);
    addButtons(tr("Allow"));

    connect(m_ports, &QComboBox::editTextChanged, this, [this] {
        m_error->hide();
        update();
    });
    for (QComboBox* choice : {m_from, m_to})
        if (choice) connect(choice, &QComboBox::currentIndexChanged, this, [this] { update(); });
    update();
}

QWidget* ConnectPopover::endField(const RuleEnd& end, QComboBox*& choice, const QString& accessibleName) {
    const Design& design = m_document.design();
    if (end.groups.size() > 1) {
        choice = new style::ComboBox;
        choice->setAccessibleName(accessibleName);
        for (const SecurityGroupId group : end.groups)
            choice->addItem(style::badgeIcon(style::groupMark(design, group)), nameOf(design.network, group));
        return choice;
    }
    auto* field = new QWidget;
    auto* line = new QHBoxLayout(field);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    auto* badge = new QLabel;
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    line->addWidget(badge);
    line->addWidget(label);
    if (!end.groups.empty()) {
        badge->setPixmap(style::badgeIcon(style::groupMark(design, end.groups.front())).pixmap(18, 18));
        label->setText(nameOf(design.network, end.groups.front()));
    } else {
        const Node* node = design.network.find(end.element);
        if (node)
            badge->setPixmap(style::icon(style::iconName(*node)).pixmap(18, 18));
        else
            badge->setPixmap(style::icon(QStringLiteral("internet")).pixmap(18, 18));
        const QString name = endName(design.network, end.element);
        label->setText(end.wantsGroup ? tr("%1 (new group)").arg(name) : name);
        if (end.wantsGroup)
            label->setToolTip(tr("%1 is in no security group yet. It gets one of its name.").arg(name));
    }
    field->setAccessibleName(accessibleName);
    return field;
}

GroupChoice ConnectPopover::chosen(const QComboBox* choice, const RuleEnd& end) const {
    if (choice) return end.groups[std::size_t(std::max(0, choice->currentIndex()))];
    if (!end.groups.empty()) return end.groups.front();
    return std::nullopt;
}

void ConnectPopover::update() {
    const auto from = chosen(m_from, m_connection.from);
    const auto ports = parsePorts(m_ports->currentText());
    const bool needed =
        ports && needsEgress(m_document.design(), m_connection, from, chosen(m_to, m_connection.to), *ports);
    m_egress->setVisible(needed);
    if (needed && from)
        m_egress->setText(tr("Let it out of %1 too").arg(nameOf(m_document.network(), *from)));
    if (isVisible()) adjustSize();
}

bool ConnectPopover::apply() {
    const auto ports = parsePorts(m_ports->currentText());
    if (!ports) {
        m_error->setText(tr("Not a port. Write 443, 3000-3010, udp/53 or a name like HTTPS."));
        m_error->show();
        adjustSize();
        return false;
    }
    const auto from = chosen(m_from, m_connection.from);
    const auto to = chosen(m_to, m_connection.to);
    const bool egress =
        m_egress->isChecked() && needsEgress(m_document.design(), m_connection, from, to, *ports);
    const auto delta = connectRule(m_document.design(), m_connection, from, to, *ports, egress);
    if (delta && delta->empty()) {
        m_error->setText(tr("This is allowed already."));
        m_error->show();
        adjustSize();
        return false;
    }
    m_document.edit(m_connection.undoText, delta);
    return true;
}

QWidget* ConnectPopover::firstField() {
    return m_ports->lineEdit();
}

} // namespace sekisho::canvas
