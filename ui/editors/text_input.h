// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/editors/cell.h"
#include "ui/style/combo_box.h"

#include <QCheckBox>

#include <vector>

namespace sekisho::editors {

/// Turns a field red, or back.
void markInvalid(QWidget* field, bool invalid);

/// Paints the box of an entry to tick, its left edge in the middle at a point; where it is.
QRect paintTick(QPainter* painter, QPoint leftMiddle, const QModelIndex& index, bool focused = false);
/// What an item view's delegate does with its event where a whole cell is a box to tick: a click and the
/// space bar turn it over. Whether the event was one of these.
bool turnOverTick(QEvent* event, QAbstractItemModel* model, const QRect& cell, const QModelIndex& index);

/// A check box whose text breaks where there is little room.
class TickBox : public QCheckBox {
    Q_OBJECT
public:
    explicit TickBox(const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& point) const override { return rect().contains(point); }

private:
    QRect textRect(int width) const;
};

/// A list to choose from, with icons and second texts; where it is free, something else may be typed, and
/// what is typed finds its entries.
class ChoiceBox : public style::ComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget* parent = nullptr);

    void setFree(bool free);
    bool isFree() const { return m_free; }
    void setChoices(const std::vector<Choice>& choices);
    /// Shows a value, which need not be among the choices. Signals nothing.
    void setValue(const QString& text);
    /// Opens the list; where something else may be typed, typing narrows it.
    void offerChoices();

protected:
    void showPopup() override;
    void wheelEvent(QWheelEvent* event) override;

private:
    bool m_free = false;
    std::vector<Choice> m_choices;
};

} // namespace sekisho::editors
