// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/picture_dialog.h"

#include "ui/style/combo_box.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>

namespace sekisho {

namespace {

constexpr const char* suffixes[] = {"svg", "png", "pdf"};
constexpr int pngFormat = 1;
constexpr int scales[] = {1, 2, 3, 4};
constexpr int margin = 16;

QString key(const char* name) {
    return QStringLiteral("picture/") + QLatin1String(name);
}

} // namespace

PictureDialog::PictureDialog(QSettings& settings, QSizeF drawing, QWidget* parent)
    : QDialog(parent), m_settings(settings), m_drawing(drawing), m_formatName(new QLabel),
      m_format(new style::ComboBox), m_sizeName(new QLabel), m_size(new style::ComboBox),
      m_colorsName(new QLabel), m_colors(new style::ComboBox), m_transparent(new QCheckBox),
      m_hint(new QLabel), m_save(new QPushButton), m_cancel(new QPushButton) {
    setObjectName(QStringLiteral("picture-dialog"));
    m_format->setObjectName(QStringLiteral("picture-format"));
    m_size->setObjectName(QStringLiteral("picture-size"));
    m_colors->setObjectName(QStringLiteral("picture-colors"));
    m_transparent->setObjectName(QStringLiteral("picture-transparent"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const auto add = [&](QLabel* label, QComboBox* field) {
        label->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
    };
    add(m_formatName, m_format);
    add(m_sizeName, m_size);
    add(m_colorsName, m_colors);
    grid->addWidget(m_transparent, grid->rowCount(), 1);
    m_hint->setProperty("role", QStringLiteral("hint"));
    m_hint->setWordWrap(true);
    m_save->setProperty("role", QStringLiteral("primary"));
    m_save->setObjectName(QStringLiteral("picture-save"));
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, [this] {
        keep();
        accept();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &PictureDialog::follow);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(margin, margin, margin, margin);
    all->setSpacing(14);
    all->addLayout(grid);
    all->addWidget(m_hint);
    all->addStretch(1);
    all->addLayout(buttons);
    retranslate();

    const auto choose = [&](QComboBox* box, const char* name) {
        box->setCurrentIndex(std::clamp(m_settings.value(key(name), 0).toInt(), 0, box->count() - 1));
    };
    choose(m_format, "format");
    choose(m_size, "size");
    choose(m_colors, "colors");
    m_transparent->setChecked(m_settings.value(key("transparent"), false).toBool());
    follow();
    setMinimumWidth(400);
}

QString PictureDialog::suffix() const {
    return QLatin1String(suffixes[m_format->currentIndex()]);
}

canvas::PictureOptions PictureDialog::options() const {
    canvas::PictureOptions options;
    constexpr style::Variant variants[] = {style::Variant::Light, style::Variant::Dark,
                                           style::Variant::HighContrast};
    const int colors = m_colors->currentIndex();
    options.theme = colors == 0 ? style::theme().variant : variants[colors - 1];
    options.scale = m_format->currentIndex() == pngFormat ? scales[m_size->currentIndex()] : 1;
    options.transparent = m_transparent->isChecked();
    return options;
}

void PictureDialog::keep() {
    m_settings.setValue(key("format"), m_format->currentIndex());
    m_settings.setValue(key("size"), m_size->currentIndex());
    m_settings.setValue(key("colors"), m_colors->currentIndex());
    m_settings.setValue(key("transparent"), m_transparent->isChecked());
}

void PictureDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QDialog::changeEvent(event);
}

void PictureDialog::retranslate() {
    setWindowTitle(tr("Save Picture"));
    const auto fill = [](QComboBox* box, const QStringList& texts) {
        const QSignalBlocker quiet(box);
        const int chosen = std::max(box->currentIndex(), 0);
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(chosen);
    };
    fill(m_format, {tr("SVG: sharp at every size"), tr("PNG: pixels"), tr("PDF: one page")});
    QStringList sizes;
    for (const int scale : scales) {
        const QSize pixels = (m_drawing * scale).toSize();
        sizes << tr("%1 %: %2 × %3 pixels").arg(scale * 100).arg(pixels.width()).arg(pixels.height());
    }
    fill(m_size, sizes);
    fill(m_colors, {tr("As in the window"), tr("Light"), tr("Dark"), tr("High contrast")});
    m_formatName->setText(tr("&Format"));
    m_sizeName->setText(tr("Si&ze"));
    m_colorsName->setText(tr("&Colours"));
    m_format->setAccessibleName(tr("Format"));
    m_size->setAccessibleName(tr("Size"));
    m_colors->setAccessibleName(tr("Colours"));
    m_transparent->setText(tr("&Transparent ground"));
    m_save->setText(tr("Save…"));
    m_cancel->setText(tr("Cancel"));
    follow();
}

void PictureDialog::follow() {
    const bool pixels = m_format->currentIndex() == pngFormat;
    m_size->setEnabled(pixels);
    m_sizeName->setEnabled(pixels);
    m_hint->setText(pixels ? tr("The whole drawing, whatever part of it the window shows.")
                           : tr("The whole drawing; its text can be searched and copied."));
}

} // namespace sekisho
