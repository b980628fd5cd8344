// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/popover.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace sekisho::canvas {

namespace {

constexpr int radius = 8;
constexpr int shadow = 6; ///< around the panel

bool isApplyKey(int key) {
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

Popover::Popover(const QString& title, QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("popover"));
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    m_body = new QVBoxLayout(this);
    m_body->setContentsMargins(12 + shadow, 10 + shadow, 12 + shadow, 12 + shadow);
    m_body->setSpacing(8);
    auto* heading = new QLabel(title);
    heading->setProperty("role", "heading");
    heading->setTextFormat(Qt::PlainText);
    m_body->addWidget(heading);
    // The keyboard may be in any of its fields.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!m_open || !now || now == this || isAncestorOf(now)) return;
        // The list of a combo box is a window of its own.
        for (QWidget* w = now; w; w = w->parentWidget())
            if (w == this) return;
        close();
    });
}

Popover::~Popover() {
    // A field that goes gives the keyboard away.
    qApp->disconnect(this);
}

void Popover::openAt(QPoint point) {
    adjustSize();
    constexpr int gap = 10;
    const QRect room = parentWidget()->rect();
    QPoint corner = point + QPoint(gap, gap);
    if (corner.x() + width() > room.right()) corner.setX(point.x() - gap - width());
    if (corner.y() + height() > room.bottom()) corner.setY(point.y() - gap - height());
    corner.setX(std::clamp(corner.x(), 0, std::max(0, room.width() - width())));
    corner.setY(std::clamp(corner.y(), 0, std::max(0, room.height() - height())));
    move(corner);
    show();
    raise();
    QWidget* first = firstField();
    first->setFocus(Qt::PopupFocusReason);
    for (QWidget* child : findChildren<QWidget*>())
        child->installEventFilter(this);
    m_open = true;
}

void Popover::addButtons(const QString& apply, const QString& iconName) {
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addStretch(1);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    auto* yes = new QPushButton(apply);
    yes->setObjectName(QStringLiteral("apply"));
    yes->setProperty("role", "primary");
    yes->setAutoDefault(false);
    if (!iconName.isEmpty()) yes->setIcon(style::icon(iconName, style::theme().accentInk));
    line->addWidget(cancel);
    line->addWidget(yes);
    m_body->addLayout(line);
    connect(cancel, &QPushButton::clicked, this, &Popover::close);
    connect(yes, &QPushButton::clicked, this, &Popover::applyAndClose);
}

void Popover::applyAndClose() {
    if (!apply()) return;
    emit applied();
    close();
}

void Popover::close() {
    if (!m_open && isHidden()) return;
    m_open = false;
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget()) || hasFocus();
    hide();
    emit closed();
    if (hadKeyboard && parentWidget()) {
        // The viewport's view is who works with the keys.
        QWidget* view = parentWidget()->parentWidget();
        (view ? view : parentWidget())->setFocus(Qt::OtherFocusReason);
    }
    deleteLater();
}

bool Popover::event(QEvent* event) {
    // Keys of the window (Enter, Del, single letters) are none while somebody types here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

bool Popover::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (!(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) event->accept();
        return QFrame::eventFilter(watched, event);
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (isApplyKey(key->key())) {
            if (auto* button = qobject_cast<QPushButton*>(watched))
                button->click();
            else
                applyAndClose();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void Popover::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else if (isApplyKey(event->key()))
        applyAndClose();
    event->accept();
}

void Popover::mousePressEvent(QMouseEvent* event) {
    event->accept(); // not for the drawing behind it
}

void Popover::paintEvent(QPaintEvent*) {
    const style::Theme& theme = style::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF panel = QRectF(rect()).adjusted(shadow, shadow, -shadow, -shadow);
    painter.setPen(Qt::NoPen);
    QColor shade = theme.isDark() ? theme.canvas.darker() : theme.ink;
    shade.setAlpha(theme.isDark() ? 22 : 7);
    for (int i = shadow; i > 0; --i) {
        painter.setBrush(shade);
        painter.drawRoundedRect(panel.adjusted(-i, 2 - i, i, i), radius + i, radius + i);
    }
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

bool Popover::focusNextPrevChild(bool next) {
    // Stays within the popover.
    QList<QWidget*> fields;
    for (QWidget* child : findChildren<QWidget*>())
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) &&
            !child->focusProxy())
            fields << child;
    if (fields.isEmpty()) return true;
    auto at = fields.indexOf(QApplication::focusWidget());
    if (at < 0)
        at = 0;
    else
        at = (at + (next ? 1 : fields.size() - 1)) % fields.size();
    fields[at]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

// --- RemovalPopover

RemovalPopover::RemovalPopover(const QString& title, const QString& consequences, Removing how,
                               std::function<void()> remove, QWidget* parent)
    : Popover(title, parent), m_remove(std::move(remove)) {
    auto* label = new QLabel(consequences);
    label->setObjectName(QStringLiteral("consequences"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(280);
    label->setMaximumWidth(360);
    body()->addWidget(label);
    addButtons(how == Removing::Cut ? tr("Cut") : tr("Delete"), QStringLiteral("ui-delete"));
    setAccessibleDescription(consequences);
}

bool RemovalPopover::apply() {
    m_remove();
    return true;
}

QWidget* RemovalPopover::firstField() {
    return findChild<QPushButton*>(QStringLiteral("apply"));
}

// --- ServicePopover

ServicePopover::ServicePopover(const QString& title, const std::vector<std::string>& services,
                               std::function<void(const std::string&)> choose, QWidget* parent)
    : Popover(title, parent), m_services(services), m_choose(std::move(choose)) {
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("service"));
    m_search->setPlaceholderText(tr("Service, like secretsmanager"));
    m_search->setAccessibleName(tr("AWS service"));
    m_search->setMinimumWidth(250);
    m_search->addAction(style::icon(QStringLiteral("ui-search")), QLineEdit::LeadingPosition);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("services"));
    m_list->setAccessibleName(tr("Usual services"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFixedHeight(190);
    body()->addWidget(m_search);
    body()->addWidget(m_list);
    addButtons(tr("Add"), QStringLiteral("ui-plus"));
    connect(m_search, &QLineEdit::textChanged, this, &ServicePopover::filter);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { m_search->setText(item->data(Qt::UserRole).toString()); });
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { applyAndClose(); });
    filter({});
}

void ServicePopover::filter(const QString& text) {
    const QString wanted = text.trimmed().toLower();
    m_list->clear();
    for (const std::string& service : m_services) {
        const QString name = QString::fromStdString(service);
        if (!wanted.isEmpty() && !name.contains(wanted)) continue;
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(Qt::UserRole, name);
        item->setFont(style::monoFont(12));
    }
    // What is not in the list can be had all the same.
    static const QRegularExpression legal(QStringLiteral("^[a-z0-9][a-z0-9.-]*$"));
    if (m_list->count() == 0 && legal.match(wanted).hasMatch()) {
        auto* item = new QListWidgetItem(tr("Use “%1”").arg(wanted), m_list);
        item->setData(Qt::UserRole, wanted);
    }
    if (m_list->count() > 0) m_list->setCurrentRow(0);
}

bool ServicePopover::apply() {
    const QListWidgetItem* item = m_list->currentItem();
    // An exact name beats the first that merely contains it.
    const QString typed = m_search->text().trimmed().toLower();
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(Qt::UserRole).toString() == typed) item = m_list->item(i);
    if (!item) return false;
    m_choose(item->data(Qt::UserRole).toString().toStdString());
    return true;
}

QWidget* ServicePopover::firstField() {
    return m_search;
}

bool ServicePopover::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace sekisho::canvas
