// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/replacement_strip.h"

#include "core/terraform/replacements.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sekisho {

namespace {

constexpr std::size_t mostShown = 50;
constexpr int mostHeight = 74; ///< of the rows: three without a line break
constexpr int iconSize = 16;
constexpr QChar arrow(0x2192);

QString shown(const std::string& value) {
    return value.empty() ? ReplacementStrip::tr("none", "no value") : QString::fromStdString(value);
}

QString reason(const terraform::ForcedArgument& argument) {
    const QString name = QString::fromStdString(argument.name);
    if (argument.before == argument.after)
        return ReplacementStrip::tr("%1 (%2 is replaced)").arg(name, shown(argument.after));
    return QStringLiteral("%1 %2 %3 %4").arg(name, shown(argument.before), arrow, shown(argument.after));
}

} // namespace

QString replacementReasons(const terraform::Replacement& one) {
    if (one.moved)
        return ReplacementStrip::tr("would be destroyed as %1 and made anew")
            .arg(QString::fromStdString(one.moved->from));
    QStringList texts;
    for (const terraform::ForcedArgument& argument : one.arguments)
        texts << reason(argument);
    return texts.join(QStringLiteral(", "));
}

ReplacementStrip::ReplacementStrip(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("replacement-strip"));
    m_icon = new QLabel;
    m_icon->setFixedSize(iconSize, iconSize);
    m_title = new QLabel;
    m_title->setWordWrap(true);
    m_title->setFont(style::uiFont(12, true));
    m_keep = new QPushButton;
    m_keep->setObjectName(QStringLiteral("keep"));
    connect(m_keep, &QPushButton::clicked, this, &ReplacementStrip::keepRequested);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    head->addWidget(m_keep, 0, Qt::AlignTop);

    m_rows = new QWidget;
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(iconSize, 0, 0, 0);
    rows->setSpacing(0);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_rows);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    for (QWidget* widget : {static_cast<QWidget*>(m_scroll), m_scroll->viewport(), m_rows})
        widget->setAutoFillBackground(false);
    m_scroll->setStyleSheet(QStringLiteral("QScrollArea, QScrollArea > QWidget > QWidget { background: "
                                           "transparent; }"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_scroll);
    setAutoFillBackground(true);
    connect(&style::Style::instance(), &style::Style::themeChanged, this, &ReplacementStrip::fill);
    hide();
}

ReplacementStrip::~ReplacementStrip() = default;

void ReplacementStrip::show(const std::vector<terraform::Replacement>& list) {
    if (m_list == list && !list.empty() == isVisibleTo(parentWidget())) return;
    m_list = list;
    fill();
}

void ReplacementStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) fill();
    QFrame::changeEvent(event);
}

void ReplacementStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

void ReplacementStrip::fill() {
    setVisible(!m_list.empty());
    // Later: one of them may be what was clicked.
    for (QWidget* old : m_rows->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        old->hide();
        m_rows->layout()->removeWidget(old);
        old->deleteLater();
    }
    if (m_list.empty()) return;
    const style::Theme& theme = style::theme();
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, theme.warnSoft);
    palette.setColor(QPalette::WindowText, theme.warn);
    setPalette(palette);
    m_icon->setPixmap(style::icon(QStringLiteral("problem-warning")).pixmap(iconSize, iconSize));
    m_title->setText(
        tr("Since the last save, terraform would replace %n resource(s)", nullptr, int(m_list.size())));
    const std::size_t moves = terraform::movesThatKeep(m_list).size();
    m_keep->setVisible(moves > 0);
    m_keep->setText(tr("Keep: write %n moved block(s)", nullptr, int(moves)));
    m_keep->setToolTip(tr("Tells terraform which resource is which, so that it destroys none of them."));
    setAccessibleName(m_title->text());
    for (std::size_t i = 0; i < std::min(m_list.size(), mostShown); ++i) {
        const terraform::Replacement& one = m_list[i];
        const QString address = QString::fromStdString(one.address);
        auto* row = new QWidget(m_rows);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(4);
        auto* link = new QPushButton(address);
        link->setProperty("role", QStringLiteral("flat"));
        link->setFont(style::monoFont(11));
        link->setCursor(Qt::PointingHandCursor);
        link->setAccessibleName(tr("Select %1").arg(address));
        connect(link, &QPushButton::clicked, this,
                [this, element = one.element] { emit elementActivated(element); });
        auto* why = new QLabel(replacementReasons(one));
        why->setTextFormat(Qt::PlainText);
        why->setWordWrap(true);
        why->setFont(style::uiFont(11));
        why->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QPalette ink = why->palette();
        ink.setColor(QPalette::WindowText, theme.ink2);
        why->setPalette(ink);
        line->addWidget(link, 0, Qt::AlignTop);
        line->addWidget(why, 1);
        m_rows->layout()->addWidget(row);
        row->show(); // at once, that its height counts
    }
    if (m_list.size() > mostShown) {
        auto* more = new QLabel(tr("and %n more", nullptr, int(m_list.size() - mostShown)), m_rows);
        m_rows->layout()->addWidget(more);
        more->show();
    }
    fit();
}

/// As high as the rows, up to a few of them: the text below needs the room.
void ReplacementStrip::fit() {
    const int width = m_scroll->viewport()->width();
    QLayout* rows = m_rows->layout();
    const int height = rows->hasHeightForWidth() ? rows->heightForWidth(width) : rows->sizeHint().height();
    m_scroll->setFixedHeight(std::min(height, mostHeight));
}

} // namespace sekisho
