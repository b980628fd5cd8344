// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>

namespace sekisho::style {

/// A combo box with the arrow that the style sheet takes from it; a text that is too long ends in "…".
class ComboBox : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sekisho::style
