// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/terraform_refusal.h"

#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/text/diagnostic_text.h"

#include <QLabel>

namespace sekisho {

namespace {

constexpr int margin = 12;
constexpr int mostShown = 50;

} // namespace

TerraformRefusal::TerraformRefusal(QWidget* parent) : QScrollArea(parent), m_label(new QLabel) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_label->setObjectName(QStringLiteral("terraform-refusal"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_label->setMargin(margin);
    m_label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_label, &QLabel::linkActivated, this, [this](const QString& link) {
        if (const auto element = elementIdFromString(link.toStdString())) emit elementActivated(*element);
    });
    setWidget(m_label);
}

QString TerraformRefusal::text() const {
    return m_label->text();
}

void TerraformRefusal::show(const Diagnostics& diagnostics, const Network& network) {
    const style::Theme& theme = style::theme();
    QString html = QStringLiteral("<p><b>%1</b></p>")
                       .arg(tr("There is no Terraform text as long as these problems are open:"));
    int shown = 0, left = 0;
    for (const Diagnostic& one : diagnostics) {
        if (one.severity != Severity::Error) continue;
        if (shown == mostShown) {
            ++left;
            continue;
        }
        ++shown;
        QString line =
            QString::fromStdString(text::sentence(one, style::language(), &network)).toHtmlEscaped();
        if (!one.subjects.empty())
            line += QStringLiteral(" <a style='color:%1' href='%2'>%3</a>")
                        .arg(theme.accent.name(), QString::fromStdString(toString(one.subjects.front())),
                             tr("Select", "a link that selects the culprit"));
        html += QStringLiteral("<p style='margin-top:4px; margin-bottom:4px'>%1</p>").arg(line);
    }
    if (left > 0) html += QStringLiteral("<p>%1</p>").arg(tr("and %n more", nullptr, left));
    m_label->setText(html);
}

} // namespace sekisho
