// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/picture.h"

#include <QDialog>
#include <QSizeF>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSettings;

namespace sekisho {

/// What a picture of the drawing is to look like, before its file is chosen. The choices are kept for the
/// next time.
class PictureDialog : public QDialog {
    Q_OBJECT
public:
    /// `drawing`: its size at 100 %.
    PictureDialog(QSettings& settings, QSizeF drawing, QWidget* parent = nullptr);

    QString suffix() const; ///< "svg", "png" or "pdf"
    canvas::PictureOptions options() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void follow();
    void keep();

    QSettings& m_settings;
    QSizeF m_drawing;
    QLabel* m_formatName = nullptr;
    QComboBox* m_format = nullptr;
    QLabel* m_sizeName = nullptr;
    QComboBox* m_size = nullptr;
    QLabel* m_colorsName = nullptr;
    QComboBox* m_colors = nullptr;
    QCheckBox* m_transparent = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace sekisho
