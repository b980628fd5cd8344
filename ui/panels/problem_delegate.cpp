// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/problem_delegate.h"

#include "core/base/diagnostic.h"
#include "ui/panels/problems_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace sekisho {

namespace {

constexpr int side = 12; ///< left and right of a row
constexpr int above = 7; ///< above and below
constexpr int iconSize = 16;
constexpr int iconGap = 9;
constexpr int buttonGap = 10;
constexpr int buttonHeight = 24;
constexpr int buttonPad = 10;
constexpr qreal buttonRadius = 6;
constexpr int mostButtonShare = 2; ///< a button takes at most half of the row
constexpr int mostLines = 2;

QFont titleFont() {
    return style::uiFont(12, true);
}
QFont secondFont() {
    return style::uiFont(11);
}
QFont buttonFont() {
    return style::uiFont(12);
}

/// The text broken into at most two lines, the last one elided.
QStringList brokenInto(const QString& text, const QFont& font, int width) {
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == mostLines - 1) {
            lines << QFontMetrics(font).elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

QRect textRect(const QRect& row, const QModelIndex& index) {
    const QRect button = ProblemDelegate::buttonRect(row, index);
    const int right = button.isEmpty() ? row.right() - side : button.left() - buttonGap;
    return QRect(QPoint(row.left() + side + iconSize + iconGap, row.top() + above),
                 QPoint(right, row.bottom() - above));
}

QString secondLine(const QModelIndex& index) {
    const QString names = index.data(ProblemsModel::NamesRole).toString();
    const QString mend = index.data(ProblemsModel::MendRole).toString();
    if (names.isEmpty() || mend.isEmpty()) return names + mend;
    return QStringLiteral("%1 · %2").arg(names, mend);
}

} // namespace

QRect ProblemDelegate::buttonRect(const QRect& row, const QModelIndex& index) {
    const QString text = index.data(ProblemsModel::FixRole).toString();
    if (text.isEmpty()) return {};
    const int wanted = QFontMetrics(buttonFont()).horizontalAdvance(text) + 2 * buttonPad;
    const int width = std::min(wanted, row.width() / mostButtonShare);
    return {row.right() - side - width + 1, row.top() + above, width, buttonHeight};
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = option.rect.width() > 0 ? option.rect.width() : 374;
    const QRect row(0, 0, width, 100);
    const auto lines = brokenInto(index.data(ProblemsModel::WrongRole).toString(), titleFont(),
                                  textRect(row, index).width());
    const int title = QFontMetrics(titleFont()).height() * int(std::max<qsizetype>(1, lines.size()));
    const int second = secondLine(index).isEmpty() ? 0 : QFontMetrics(secondFont()).height() + 2;
    return {width, std::max(title + second, buttonHeight) + 2 * above + 1};
}

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const style::Theme& theme = style::theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, theme.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, theme.panel2);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.line2);

    const auto severity = Severity(index.data(ProblemsModel::SeverityRole).toInt());
    const QString icon = severity == Severity::Error     ? QStringLiteral("problem-error")
                         : severity == Severity::Warning ? QStringLiteral("problem-warning")
                                                         : QStringLiteral("problem-info");
    const QColor ink = severity == Severity::Error     ? theme.error
                       : severity == Severity::Warning ? theme.warn
                                                       : theme.ink2;
    style::paintIcon(painter, icon, QRectF(row.left() + side, row.top() + above, iconSize, iconSize), ink);

    const QRect text = textRect(row, index);
    int y = text.top();
    painter->setFont(titleFont());
    painter->setPen(theme.ink);
    const int lineHeight = QFontMetrics(titleFont()).height();
    for (const QString& line :
         brokenInto(index.data(ProblemsModel::WrongRole).toString(), titleFont(), text.width())) {
        painter->drawText(QRect(text.left(), y, text.width(), lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                          line);
        y += lineHeight;
    }
    painter->setFont(secondFont());
    painter->setPen(theme.ink2);
    const QFontMetrics second(secondFont());
    // Below the button there is room for more.
    const bool below = y + 2 > row.top() + above + buttonHeight;
    const int width = (below ? row.right() - side : text.right()) - text.left();
    painter->drawText(QRect(text.left(), y + 2, width, second.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      second.elidedText(secondLine(index), Qt::ElideRight, width));

    const QRect button = buttonRect(row, index);
    if (!button.isEmpty()) {
        painter->setPen(QPen(theme.line, 1));
        painter->setBrush(m_pressed == index ? theme.line2 : theme.panel);
        painter->drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), buttonRadius, buttonRadius);
        painter->setFont(buttonFont());
        painter->setPen(theme.ink);
        painter->drawText(button, Qt::AlignCenter,
                          QFontMetrics(buttonFont())
                              .elidedText(index.data(ProblemsModel::FixRole).toString(), Qt::ElideRight,
                                          button.width() - buttonPad));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

bool ProblemDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease &&
        event->type() != QEvent::MouseButtonDblClick)
        return false;
    auto* mouse = static_cast<QMouseEvent*>(event);
    const bool over = mouse->button() == Qt::LeftButton &&
                      buttonRect(option.rect, index).contains(mouse->position().toPoint());
    if (event->type() != QEvent::MouseButtonRelease) {
        m_pressed = over ? index : QModelIndex();
        return over;
    }
    const bool clicked = over && m_pressed == index;
    m_pressed = QModelIndex();
    if (clicked)
        emit fixClicked(index);
    else if (mouse->button() == Qt::LeftButton && !over)
        emit rowClicked(index);
    return over;
}

} // namespace sekisho
