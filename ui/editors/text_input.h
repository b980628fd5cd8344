// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editors/cell.h"

#include <QComboBox>

#include <vector>

namespace sekisho::editors {

/// Turns a field red, or back.
void markInvalid(QWidget* field, bool invalid);

/// A list to choose from, with icons and second texts; where it is free, something else may be typed, and
/// what is typed finds its entries.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget* parent = nullptr);

    void setFree(bool free);
    bool isFree() const { return m_free; }
    void setChoices(const std::vector<Choice>& choices);
    /// Shows a value, which need not be among the choices. Signals nothing.
    void setValue(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showPopup() override;
    void wheelEvent(QWheelEvent* event) override;

private:
    bool m_free = false;
    std::vector<Choice> m_choices;
};

} // namespace sekisho::editors
