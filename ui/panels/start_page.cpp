// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/start_page.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace sekisho {

namespace {

constexpr int mostRecent = 6;
constexpr int buttonWidth = 300;

QPushButton* bigButton(const QString& icon, bool primary) {
    auto* button = new QPushButton;
    button->setIcon(style::icon(icon, primary ? style::theme().accentInk : QColor()));
    button->setIconSize({18, 18});
    button->setMinimumSize(buttonWidth, 38);
    if (primary) button->setProperty("role", QStringLiteral("primary"));
    return button;
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent), m_title(new QLabel), m_handsOn(bigButton(QStringLiteral("sekisho"), true)),
      m_emptyVpc(bigButton(QStringLiteral("vpc"), false)),
      m_open(bigButton(QStringLiteral("ui-open"), false)), m_recentTitle(new QLabel),
      m_recent(new QVBoxLayout) {
    setObjectName(QStringLiteral("start-page"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setAlignment(Qt::AlignHCenter);
    m_recentTitle->setProperty("role", QStringLiteral("second"));
    m_handsOn->setObjectName(QStringLiteral("start-hands-on"));
    m_emptyVpc->setObjectName(QStringLiteral("start-empty-vpc"));
    m_open->setObjectName(QStringLiteral("start-open"));
    connect(m_handsOn, &QPushButton::clicked, this, &StartPage::handsOnRequested);
    connect(m_emptyVpc, &QPushButton::clicked, this, &StartPage::emptyVpcRequested);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);

    auto* column = new QVBoxLayout;
    column->setSpacing(10);
    column->addStretch(1);
    column->addWidget(m_title);
    column->addSpacing(6);
    column->addWidget(m_handsOn);
    column->addWidget(m_emptyVpc);
    column->addWidget(m_open);
    column->addSpacing(10);
    column->addWidget(m_recentTitle);
    m_recent->setSpacing(0);
    column->addLayout(m_recent);
    column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column);
    row->addStretch(1);
    m_recentTitle->hide();
    retranslate();
}

void StartPage::retranslate() {
    m_title->setText(tr("Nothing is drawn yet"));
    m_handsOn->setText(tr("Open the hands-on design"));
    m_emptyVpc->setText(tr("Empty VPC with 2 AZs"));
    m_open->setText(tr("Open a file"));
    m_recentTitle->setText(tr("Opened recently"));
}

void StartPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange)
        m_handsOn->setIcon(style::icon(QStringLiteral("sekisho"), style::theme().accentInk));
    QWidget::changeEvent(event);
}

void StartPage::setRecentFiles(const QStringList& paths) {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString& path : paths.mid(0, mostRecent)) {
        auto* button = new QPushButton;
        button->setProperty("role", QStringLiteral("flat"));
        button->setFlat(true);
        button->setCursor(Qt::PointingHandCursor);
        const QFileInfo file(path);
        const QFontMetrics metrics(style::uiFont(13));
        QString folder = QDir::toNativeSeparators(file.path());
        if (folder.startsWith(QDir::homePath())) folder.replace(0, QDir::homePath().size(), QLatin1Char('~'));
        button->setText(metrics.elidedText(tr("%1 — %2", "file name and folder").arg(file.fileName(), folder),
                                           Qt::ElideMiddle, buttonWidth - 20));
        button->setToolTip(QDir::toNativeSeparators(path));
        button->setAccessibleName(tr("Open %1").arg(file.fileName()));
        connect(button, &QPushButton::clicked, this, [this, path] { emit recentRequested(path); });
        m_recent->addWidget(button, 0, Qt::AlignLeft);
    }
    m_recentTitle->setVisible(!paths.isEmpty());
}

void StartPage::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), style::theme().canvas);
}

} // namespace sekisho
