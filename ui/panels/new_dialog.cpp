// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/new_dialog.h"

#include "core/cost/price_book.h"
#include "core/model/check.h"
#include "ui/document/region_name.h"
#include "ui/panels/figures.h"
#include "ui/panels/template_card.h"
#include "ui/style/combo_box.h"
#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace sekisho {

namespace {

constexpr int margin = 16;

} // namespace

NewDialog::NewDialog(const cost::PriceBook& prices, QWidget* parent)
    : QDialog(parent), m_prices(prices), m_regionName(new QLabel), m_region(new style::ComboBox),
      m_projectName(new QLabel), m_project(new QLineEdit), m_environmentName(new QLabel),
      m_environment(new QLineEdit), m_error(new QLabel), m_create(new QPushButton),
      m_cancel(new QPushButton) {
    setObjectName(QStringLiteral("new-dialog"));
    auto* cards = new QHBoxLayout;
    cards->setSpacing(10);
    for (int i = 0; i < startCount; ++i) {
        m_cards[i] = new TemplateCard(Start(i));
        cards->addWidget(m_cards[i]);
    }
    m_cards[0]->setChecked(true);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto add = [&](QLabel* label, QWidget* field) {
        label->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    add(m_regionName, m_region);
    add(m_projectName, m_project);
    add(m_environmentName, m_environment);
    const StartSettings defaults;
    m_project->setText(defaults.project);
    m_environment->setText(defaults.environment);
    m_project->setObjectName(QStringLiteral("new-project"));
    m_environment->setObjectName(QStringLiteral("new-environment"));
    m_region->setObjectName(QStringLiteral("new-region"));
    m_error->setProperty("role", QStringLiteral("error"));
    m_error->setWordWrap(true);

    m_create->setProperty("role", QStringLiteral("primary"));
    m_create->setDefault(true);
    m_create->setObjectName(QStringLiteral("new-create"));
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    for (QLineEdit* field : {m_project, m_environment})
        connect(field, &QLineEdit::textChanged, this, &NewDialog::check);
    connect(m_region, &QComboBox::currentIndexChanged, this, &NewDialog::check);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_create);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(margin, margin, margin, margin);
    all->setSpacing(14);
    all->addLayout(cards);
    all->addLayout(grid);
    all->addWidget(m_error);
    all->addStretch(1);
    all->addLayout(buttons);
    retranslate();
    resize(640, 430);
}

void NewDialog::retranslate() {
    setWindowTitle(tr("New Design"));
    m_regionName->setText(tr("Region"));
    m_projectName->setText(tr("Project"));
    m_environmentName->setText(tr("Environment"));
    m_region->setAccessibleName(tr("Region"));
    m_project->setAccessibleName(tr("Project"));
    m_environment->setAccessibleName(tr("Environment"));
    m_project->setToolTip(tr("Stands at the beginning of AWS names."));
    m_environment->setToolTip(tr("dev, stg, prod: stands in AWS names behind the project."));
    m_create->setText(tr("Create"));
    m_cancel->setText(tr("Cancel"));
    const QString chosen = settings().region;
    {
        const QSignalBlocker quiet(m_region);
        m_region->clear();
        for (const cost::RegionPrices& region : m_prices.regions())
            m_region->addItem(regionNameAndCode(region), QString::fromStdString(region.code));
        m_region->setCurrentIndex(m_region->findData(chosen));
    }
    check();
}

void NewDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

void NewDialog::setStart(Start start) {
    m_cards[int(start)]->setChecked(true);
}

Start NewDialog::start() const {
    for (const TemplateCard* card : m_cards)
        if (card->isChecked()) return card->start();
    return Start::Empty;
}

StartSettings NewDialog::settings() const {
    StartSettings settings;
    if (m_region->currentIndex() >= 0) settings.region = m_region->currentData().toString();
    settings.project = m_project->text().trimmed();
    settings.environment = m_environment->text().trimmed();
    return settings;
}

Result<Design> NewDialog::design() const {
    return makeStart(start(), settings(), m_prices);
}

QString NewDialog::designName() const {
    const StartSettings chosen = settings();
    if (chosen.environment.isEmpty()) return chosen.project;
    return QStringLiteral("%1-%2").arg(chosen.project, chosen.environment);
}

/// The names are judged as those of a design are.
void NewDialog::check() {
    const auto empty = makeStart(Start::Empty, settings(), m_prices);
    QStringList lines;
    bool possible = empty.has_value();
    if (!empty) {
        lines << QString::fromStdString(text::sentence(empty.error(), style::language()));
    } else {
        for (const Diagnostic& finding : sekisho::check(*empty)) {
            lines << QString::fromStdString(text::sentence(finding, style::language()));
            possible = possible && finding.severity != Severity::Error;
        }
    }
    m_error->setText(lines.join(QLatin1Char('\n')));
    m_error->setVisible(!lines.isEmpty());
    m_create->setEnabled(possible);
}

} // namespace sekisho
