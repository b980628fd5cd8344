// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/problem_delegate.h"

#include "core/base/diagnostic.h"
#include "ui/panels/problems_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <iterator>

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
constexpr int mostButtonShare = 2; ///< the button of a fix takes at most half of the row
constexpr int betweenButtons = 6;
constexpr int headingHeight = 28;
constexpr int chevronSize = 14;
constexpr int markSize = 15;
constexpr int mostLines = 2;

QFont titleFont() {
    return style::uiFont(12, true);
}
QFont secondTitleFont() {
    return style::uiFont(12);
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

using Button = ProblemDelegate::Button;
constexpr Button buttons[] = {Button::Fix, Button::Accept, Button::Reopen};

ProblemsModel::RowKind rowKind(const QModelIndex& index) {
    return ProblemsModel::RowKind(index.data(ProblemsModel::RowKindRole).toInt());
}

QString labelOf(const QModelIndex& index, Button button) {
    switch (button) {
    case Button::Fix: return index.data(ProblemsModel::FixRole).toString();
    case Button::Accept: return ProblemDelegate::tr("Accept");
    case Button::Reopen: return ProblemDelegate::tr("Reopen");
    }
    return {};
}

bool has(const QModelIndex& index, Button button) {
    switch (button) {
    case Button::Fix: return !labelOf(index, Button::Fix).isEmpty();
    case Button::Accept: return index.data(ProblemsModel::AcceptableRole).toBool();
    case Button::Reopen: return rowKind(index) == ProblemsModel::RowKind::Accepted;
    }
    return false;
}

/// Beside the words of a fix, Accept is a mark alone.
bool isMark(const QModelIndex& index, Button button) {
    return button == Button::Accept && has(index, Button::Fix);
}

QRect textRect(const QRect& row, const QModelIndex& index) {
    int right = row.right() - side;
    for (const Button button : buttons)
        if (const QRect rect = ProblemDelegate::buttonRect(row, index, button); !rect.isEmpty())
            right = std::min(right, rect.left() - buttonGap);
    return QRect(QPoint(row.left() + side + iconSize + iconGap, row.top() + above),
                 QPoint(right, row.bottom() - above));
}

QString secondLine(const QModelIndex& index) {
    if (rowKind(index) == ProblemsModel::RowKind::Accepted)
        return index.data(ProblemsModel::ReasonRole).toString();
    const QString names = index.data(ProblemsModel::NamesRole).toString();
    const QString mend = index.data(ProblemsModel::MendRole).toString();
    if (names.isEmpty() || mend.isEmpty()) return names + mend;
    return QStringLiteral("%1 · %2").arg(names, mend);
}

} // namespace

QRect ProblemDelegate::buttonRect(const QRect& row, const QModelIndex& index, Button button) {
    if (!has(index, button)) return {};
    if (isMark(index, button)) {
        const QRect fix = buttonRect(row, index, Button::Fix);
        return {fix.left() - betweenButtons - buttonHeight, fix.top(), buttonHeight, buttonHeight};
    }
    const int wanted = QFontMetrics(buttonFont()).horizontalAdvance(labelOf(index, button)) + 2 * buttonPad;
    const int width = std::min(wanted, row.width() / mostButtonShare);
    return {row.right() - side - width + 1, row.top() + above, width, buttonHeight};
}

QSize ProblemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = option.rect.width() > 0 ? option.rect.width() : 374;
    if (rowKind(index) == ProblemsModel::RowKind::Heading) return {width, headingHeight};
    const QRect row(0, 0, width, 100);
    const auto lines = brokenInto(index.data(ProblemsModel::WrongRole).toString(), titleFont(),
                                  textRect(row, index).width());
    const int title = QFontMetrics(titleFont()).height() * int(std::max<qsizetype>(1, lines.size()));
    const int second = secondLine(index).isEmpty() ? 0 : QFontMetrics(secondFont()).height() + 2;
    const int asking = index.data(ProblemsModel::AskingRole).toBool() ? askingHeight : 0;
    return {width, std::max(title + second, buttonHeight) + 2 * above + 1 + asking};
}

void ProblemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    if (rowKind(index) == ProblemsModel::RowKind::Heading) {
        paintHeading(painter, option, index);
        return;
    }
    const style::Theme& theme = style::theme();
    const bool accepted = rowKind(index) == ProblemsModel::RowKind::Accepted;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, theme.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, theme.panel2);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.line2);

    const auto severity = Severity(index.data(ProblemsModel::SeverityRole).toInt());
    const QString icon = accepted                        ? QStringLiteral("ok")
                         : severity == Severity::Error   ? QStringLiteral("problem-error")
                         : severity == Severity::Warning ? QStringLiteral("problem-warning")
                                                         : QStringLiteral("problem-info");
    const QColor ink = accepted                        ? theme.ink3
                       : severity == Severity::Error   ? theme.error
                       : severity == Severity::Warning ? theme.warn
                                                       : theme.ink2;
    style::paintIcon(painter, icon, QRectF(row.left() + side, row.top() + above, iconSize, iconSize), ink);

    const QRect text = textRect(row, index);
    int y = text.top();
    painter->setFont(accepted ? secondTitleFont() : titleFont());
    painter->setPen(accepted ? theme.ink2 : theme.ink);
    const int lineHeight = QFontMetrics(titleFont()).height();
    for (const QString& line :
         brokenInto(index.data(ProblemsModel::WrongRole).toString(), titleFont(), text.width())) {
        painter->drawText(QRect(text.left(), y, text.width(), lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                          line);
        y += lineHeight;
    }
    painter->setFont(secondFont());
    painter->setPen(accepted ? theme.ink3 : theme.ink2);
    const QFontMetrics second(secondFont());
    // Below the button there is room for more.
    const bool below = y + 2 > row.top() + above + buttonHeight;
    const int width = (below ? row.right() - side : text.right()) - text.left();
    painter->drawText(QRect(text.left(), y + 2, width, second.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      second.elidedText(secondLine(index), Qt::ElideRight, width));

    for (const Button button : buttons)
        paintButton(painter, row, index, button);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

void ProblemDelegate::paintHeading(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const style::Theme& theme = style::theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (option.state & QStyle::State_MouseOver) painter->fillRect(row, theme.panel2);
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.line2);
    const qreal top = row.center().y() - chevronSize / 2.0 + 0.5;
    style::paintIcon(painter,
                     index.data(ProblemsModel::FoldedRole).toBool() ? QStringLiteral("ui-chevron-right")
                                                                    : QStringLiteral("ui-chevron-down"),
                     QRectF(row.left() + side + 1, top, chevronSize, chevronSize), theme.ink2);
    painter->setFont(style::uiFont(11.5, true));
    painter->setPen(theme.ink2);
    const QRect text = row.adjusted(side + iconSize + iconGap, 0, -side, -1);
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

void ProblemDelegate::paintButton(QPainter* painter, const QRect& row, const QModelIndex& index,
                                  Button button) const {
    const QRect rect = buttonRect(row, index, button);
    if (rect.isEmpty()) return;
    const style::Theme& theme = style::theme();
    const bool down = m_pressed == index && m_pressedButton == button;
    painter->setPen(QPen(theme.line, 1));
    painter->setBrush(down ? theme.line2 : theme.panel);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), buttonRadius, buttonRadius);
    if (isMark(index, button)) {
        const QRectF at(rect.left() + (rect.width() - markSize) / 2.0,
                        rect.top() + (rect.height() - markSize) / 2.0, markSize, markSize);
        style::paintIcon(painter, QStringLiteral("ok"), at, theme.ink2);
        return;
    }
    painter->setFont(buttonFont());
    painter->setPen(theme.ink);
    painter->drawText(rect, Qt::AlignCenter,
                      QFontMetrics(buttonFont())
                          .elidedText(labelOf(index, button), Qt::ElideRight, rect.width() - buttonPad));
}

bool ProblemDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() == QEvent::ToolTip)
        for (const Button button : {Button::Accept, Button::Reopen}) {
            const QRect rect = buttonRect(option.rect, index, button);
            if (!rect.contains(event->pos())) continue;
            QToolTip::showText(event->globalPos(),
                               button == Button::Accept ? tr("Accept: I know of it, and this is why")
                                                        : tr("Count it among the open problems again"),
                               view->viewport(), rect);
            return true;
        }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

bool ProblemDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonRelease &&
        event->type() != QEvent::MouseButtonDblClick)
        return false;
    auto* mouse = static_cast<QMouseEvent*>(event);
    const bool left = mouse->button() == Qt::LeftButton;
    const auto over = std::find_if(std::begin(buttons), std::end(buttons), [&](Button button) {
        return left && buttonRect(option.rect, index, button).contains(mouse->position().toPoint());
    });
    const bool isOver = over != std::end(buttons);
    if (event->type() != QEvent::MouseButtonRelease) {
        m_pressed = isOver ? index : QModelIndex();
        if (isOver) m_pressedButton = *over;
        return isOver;
    }
    const bool clicked = isOver && m_pressed == index && m_pressedButton == *over;
    m_pressed = QModelIndex();
    if (clicked)
        emit buttonClicked(index, *over);
    else if (left && !isOver)
        emit rowClicked(index);
    return isOver;
}

} // namespace sekisho
