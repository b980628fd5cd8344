// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/plan_bar.h"

#include "ui/canvas/plan_mark.h"
#include "ui/document/deployment.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace sekisho::canvas {

namespace {
constexpr PlannedAction signOrder[] = {PlannedAction::Create, PlannedAction::Update, PlannedAction::Replace,
                                       PlannedAction::Delete};
}

PlanBar::PlanBar(Deployment& deployment, QWidget* parent) : QFrame(parent), m_deployment(deployment) {
    setObjectName(QStringLiteral("planBar"));
    setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 3, 3, 3);
    row->setSpacing(5);
    m_title = new QLabel(this);
    m_title->setFont(style::uiFont(12, true));
    row->addWidget(m_title);
    for (Entry& entry : m_entries) {
        entry.sign = new QLabel(this);
        entry.text = new QLabel(this);
        entry.text->setFont(style::uiFont(12));
        row->addSpacing(5);
        row->addWidget(entry.sign);
        row->addWidget(entry.text);
    }
    m_elsewhere = new QLabel(this);
    m_elsewhere->setObjectName(QStringLiteral("planBarElsewhere"));
    m_elsewhere->setProperty("role", QStringLiteral("second"));
    row->addSpacing(5);
    row->addWidget(m_elsewhere);
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("planBarClose"));
    m_close->setAutoRaise(true);
    m_close->setIconSize(QSize(12, 12));
    row->addSpacing(3);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] { m_deployment.setMarked(false); });
    connect(&m_deployment, &Deployment::planChanged, this, &PlanBar::follow);
    retranslate();
}

void PlanBar::follow() {
    const bool news = m_deployment.isMarked() && isHidden();
    setVisible(m_deployment.isMarked());
    if (!m_deployment.isMarked()) return;
    const PlanCounts counts = countsOf(m_deployment.plan());
    const int numbers[] = {counts.create, counts.update, counts.replace, counts.destroy};
    const QString texts[] = {
        tr("%1 to add").arg(counts.create),
        tr("%1 to change").arg(counts.update),
        tr("%1 to replace").arg(counts.replace),
        tr("%1 to destroy").arg(counts.destroy),
    };
    QStringList spoken;
    for (int i = 0; i < 4; ++i) {
        const bool shown = numbers[i] > 0;
        m_entries[i].sign->setVisible(shown);
        m_entries[i].text->setVisible(shown);
        if (!shown) continue;
        m_entries[i].text->setText(texts[i]);
        spoken << texts[i];
        constexpr int side = 16;
        QPixmap sign(QSize(side, side) * devicePixelRatioF());
        sign.setDevicePixelRatio(devicePixelRatioF());
        sign.fill(Qt::transparent);
        QPainter painter(&sign);
        painter.setRenderHint(QPainter::Antialiasing);
        drawPlanMark(&painter, signOrder[i], QPointF(side / 2.0, side / 2.0), 6.5, style::theme());
        painter.end();
        m_entries[i].sign->setPixmap(sign);
    }
    // What was deleted from the drawing, or never was in it, bears no sign.
    QStringList elsewhere;
    for (const PlannedChange& change : m_deployment.plan())
        if (!change.element) elsewhere << signOf(change.action) + QLatin1Char(' ') + change.address;
    m_elsewhere->setVisible(!elsewhere.isEmpty());
    constexpr int most = 20;
    m_elsewhere->setToolTip(elsewhere.mid(0, most).join(QLatin1Char('\n')) +
                            (elsewhere.size() > most ? QStringLiteral("\n…") : QString()));
    QString text;
    if (elsewhere.size() == 1) text = tr("not drawn: %1").arg(elsewhere.front());
    if (elsewhere.size() > 1)
        text = tr("not drawn: %1 and %2 more").arg(elsewhere.front()).arg(elsewhere.size() - 1);
    // The bar covers little of the drawing; the tool tip has it whole.
    constexpr int widest = 180;
    m_elsewhere->setText(m_elsewhere->fontMetrics().elidedText(text, Qt::ElideMiddle, widest));
    if (!text.isEmpty()) spoken << text;
    m_close->setIcon(style::icon(QStringLiteral("ui-close")));
    adjustSize();
    setAccessibleName(tr("Plan: %1").arg(spoken.join(tr(", ", "between counts"))));
    if (news) {
        raise();
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void PlanBar::paintEvent(QPaintEvent*) {
    const style::Theme& theme = style::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void PlanBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange) follow();
    QFrame::changeEvent(event);
}

void PlanBar::retranslate() {
    m_title->setText(tr("Plan"));
    m_close->setToolTip(tr("Take the marks out of the drawing"));
    m_close->setAccessibleName(m_close->toolTip());
    follow();
}

} // namespace sekisho::canvas
