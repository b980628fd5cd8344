// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/nat_switch.h"

#include "core/model/edits.h"
#include "ui/actions/commands.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/panels/figures.h"
#include "ui/panels/toggle_switch.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>

namespace sekisho {

namespace {

constexpr int iconSize = 18;
constexpr qreal radius = 6;

} // namespace

bool anyOnNatSwitch(const Network& network) {
    for (const NatGateway& nat : network.all<NatGateway>())
        if (nat.onNatToggle) return true;
    return false;
}

bool setNat(Document& document, bool on) {
    const QString text =
        on ? NatSwitch::tr("Switch NAT gateways on") : NatSwitch::tr("Switch NAT gateways off");
    return document.edit(text, edits::setNatEnabled(document.design(), on));
}

NatSwitch::NatSwitch(Document& document, Facts& facts, Commands& commands, QWidget* parent)
    : QFrame(parent), m_document(document), m_facts(facts), m_commands(commands), m_icon(new QLabel(this)),
      m_name(new QLabel(this)), m_switch(new ToggleSwitch(this)), m_position(new QLabel(this)),
      m_cost(new QLabel(this)) {
    setObjectName(QStringLiteral("nat-switch"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(11, 4, 11, 4);
    row->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_icon, m_name, m_switch, m_position, m_cost})
        row->addWidget(part);
    m_name->setFont(style::uiFont(13, true));
    m_cost->setFont(style::uiFont(13));
    m_cost->setContentsMargins(9, 0, 0, 0);

    connect(m_switch, &QAbstractButton::clicked, this,
            [this] { m_commands.action(Command::NatToggle)->trigger(); });
    connect(&facts, &Facts::costChanged, this, &NatSwitch::refresh);
    connect(&style::Style::instance(), &style::Style::themeChanged, this, &NatSwitch::refresh);
    refresh();
}

void NatSwitch::refresh() {
    const bool on = m_document.design().settings.natEnabled;
    m_switch->setChecked(on);
    m_commands.setChecked(Command::NatToggle, on);
    m_name->setText(tr("NAT gateways"));
    m_position->setText(on ? tr("On") : tr("Off"));
    m_switch->setAccessibleName(tr("NAT gateways"));
    const style::Theme& theme = style::theme();
    m_icon->setPixmap(style::icon(QStringLiteral("nat"), on ? theme.ink : theme.warn)
                          .pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    for (QLabel* label : {m_name, m_position, m_cost}) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, on ? label == m_cost ? theme.ink2 : theme.ink : theme.warn);
        label->setPalette(palette);
    }
    const auto& estimate = m_facts.estimate();
    QString cost;
    if (!anyOnNatSwitch(m_document.network())) {
        cost = tr("none drawn", "NAT gateways");
    } else if (estimate) {
        const Decimal hourly = estimate->natOn.hourly - estimate->natOff.hourly;
        const QString amount = figures::dollars(hourly, figures::hourPlaces);
        const bool atLeast = estimate->natOn.atLeast && !estimate->natOff.atLeast;
        if (on)
            cost = atLeast ? tr("at least %1/h").arg(amount) : tr("%1/h").arg(amount);
        else
            cost = atLeast ? tr("saves at least %1/h").arg(amount) : tr("saves %1/h").arg(amount);
    }
    const bool changed = cost != m_cost->text();
    m_cost->setText(cost);
    m_cost->setVisible(!cost.isEmpty() && !m_compact);
    const QString tip = m_commands.action(Command::NatToggle)->toolTip();
    setToolTip(m_compact && !cost.isEmpty() ? tip + QLatin1Char('\n') + cost : tip);
    m_switch->setAccessibleDescription(cost);
    update();
    if (changed) emit widthChanged();
}

void NatSwitch::setCompact(bool compact) {
    if (compact == m_compact) return;
    m_compact = compact;
    const QSignalBlocker quiet(this);
    refresh();
}

void NatSwitch::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QFrame::changeEvent(event);
}

// The whole of it is the switch: a small knob alone is hard to hit.
void NatSwitch::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->button() == Qt::LeftButton;
}

void NatSwitch::mouseReleaseEvent(QMouseEvent* event) {
    if (m_pressed && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        m_switch->click();
    m_pressed = false;
}

void NatSwitch::paintEvent(QPaintEvent*) {
    const style::Theme& theme = style::theme();
    const bool on = m_switch->isChecked();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? theme.line : theme.warnLine);
    painter.setBrush(on ? theme.panel : theme.warnSoft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (m_cost->isVisible()) {
        const qreal x = m_cost->geometry().left() + 0.5;
        painter.setPen(on ? theme.line : theme.warnLine);
        painter.drawLine(QPointF(x, 8), QPointF(x, height() - 8));
    }
}

} // namespace sekisho
