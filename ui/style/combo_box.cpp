// SPDX-License-Identifier: Apache-2.0
#include "ui/style/combo_box.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

namespace sekisho::style {

void ComboBox::paintEvent(QPaintEvent* event) {
    if (isEditable()) {
        QComboBox::paintEvent(event);
    } else {
        // Qt cuts a text that is too long in the middle of a letter.
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const int room = width() - 10 - 22 - (option.currentIcon.isNull() ? 0 : iconSize().width() + 6);
        option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
    QPainter painter(this);
    const QRectF place(width() - 19, height() / 2.0 - 6, 12, 12);
    paintIcon(&painter, QStringLiteral("ui-chevron-down"), place, theme().ink3);
}

} // namespace sekisho::style
