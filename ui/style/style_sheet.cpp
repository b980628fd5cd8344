// SPDX-License-Identifier: Apache-2.0
#include "ui/style/style_sheet.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace sekisho::style {

namespace {

constexpr auto sheet = R"(
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QMenuBar { background: @chrome; border: none; padding: 0 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @accentSoft; }
QMenu { background: @panel; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @ink; }
QMenu::item:disabled { color: @ink3; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: @line2; margin: 4px 8px; }
QToolBar { background: @chrome; border: none; border-bottom: 1px solid @line; spacing: 3px; padding: 2px 10px; }
QToolBar::separator { background: @line; width: 1px; margin: 6px 6px; }
QStatusBar { background: @chrome; border-top: 1px solid @line; color: @ink2; }
QStatusBar::item { border: none; }
QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; background: transparent; }
QToolButton:hover { background: @line2; }
QToolButton:checked { background: @accentSoft; color: @accent; }
QToolButton:pressed { background: @line; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="small"] { padding: 1px; border-radius: 4px; font-size: 11px; }
QPushButton { border: 1px solid @line; border-radius: 6px; padding: 4px 11px; background: @panel; min-height: 16px; }
QPushButton:hover { background: @panel2; border-color: @ink3; }
QPushButton:pressed { background: @line2; }
QPushButton:focus { border-color: @accent; }
QPushButton:disabled { color: @ink3; border-color: @line2; }
QPushButton:default { border-color: @accent; }
QPushButton[role="primary"], QToolButton[role="primary"] { background: @accent; color: @accentInk; border-color: @accent; font-weight: 600; padding: 5px 12px; }
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover { background: @link; }
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled { background: @line; color: @ink3; border-color: @line; }
QPushButton[role="flat"] { border-color: transparent; background: transparent; padding: 4px 8px; }
QPushButton[role="flat"]:hover { background: @line2; }
QPushButton[role="flat"]:focus { border-color: @accent; }
QLineEdit, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit[role="field"] { border: 1px solid @line; border-radius: 6px; padding: 3px 8px; background: @panel; selection-background-color: @accentSoft; selection-color: @ink; min-height: 18px; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus { border-color: @accent; }
QLineEdit[invalid="true"], QComboBox[invalid="true"] { border-color: @errorLine; background: @errorSoft; }
QLineEdit:disabled, QComboBox:disabled { color: @ink3; background: @panel2; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox QAbstractItemView { border: 1px solid @line; background: @panel; selection-background-color: @accentSoft; selection-color: @ink; }
QAbstractItemView { border: none; background: @panel; selection-background-color: @accentSoft; selection-color: @ink; alternate-background-color: @panel; outline: none; }
QAbstractItemView[role="choices"] { border: 1px solid @line; }
QTreeView::item, QListView::item { height: 24px; border: none; }
QTreeView::item:hover, QListView::item:hover { background: @panel2; }
QTreeView::item:selected, QListView::item:selected { background: @accentSoft; color: @ink; }
QTableView { gridline-color: @line2; }
QTableView::item:selected { background: @accentSoft; color: @ink; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @ink2; border: none; border-bottom: 1px solid @line; padding: 3px 6px; font-size: 11px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: @panel; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @line; border-radius: 4px; margin: 1px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabBar { background: @panel; qproperty-elideMode: ElideNone; }
QTabBar::tab { background: transparent; color: @ink2; padding: 6px 7px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { color: @ink; font-weight: 600; border-bottom-color: @accent; }
QTabBar::tab:focus { color: @accent; }
QTabBar::scroller { width: 20px; }
QTabBar QToolButton { background: @panel; padding: 1px; border-radius: 4px; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QSplitter::handle { background: @line; }
QToolTip { background: @panel2; color: @ink; border: 1px solid @line; padding: 3px 6px; }
QGroupBox { border: none; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="title"] { font-size: 15px; font-weight: 600; }
QLabel[role="second"] { font-size: 11px; color: @ink2; }
QLabel[role="hint"] { font-size: 11px; color: @ink3; }
QLabel[role="figure"] { font-size: 20px; font-weight: 600; }
QLabel[role="error"] { font-size: 11px; color: @error; }
QLabel[role="caution"] { font-size: 11px; color: @warn; }
QLabel[role="note"] { background: @panel2; color: @ink2; border-radius: 6px; padding: 8px 10px; font-size: 11px; }
QLabel[role="warning"], QFrame[role="warning"] { background: @warnSoft; color: @warn; border: 1px solid @warnLine; border-radius: 6px; padding: 8px 10px; }
QFrame[role="warning"] QLabel { color: @warn; }
QFrame[role="offer"] { background: @accentSoft; border: none; border-bottom: 1px solid @line; }
QFrame[role="line"] { background: @line2; max-height: 1px; min-height: 1px; border: none; }
)";

} // namespace

QString styleSheet(const Theme& theme) {
    // Longer names first where one begins with another.
    const std::pair<const char*, QColor> words[] = {
        {"@accentSoft", theme.accentSoft},
        {"@accentInk", theme.accentInk},
        {"@accent", theme.accent},
        {"@chrome", theme.chrome},
        {"@panel2", theme.panel2},
        {"@panel", theme.panel},
        {"@line2", theme.line2},
        {"@line", theme.line},
        {"@ink2", theme.ink2},
        {"@ink3", theme.ink3},
        {"@ink", theme.ink},
        {"@errorSoft", theme.errorSoft},
        {"@errorLine", theme.errorLine},
        {"@error", theme.error},
        {"@warnSoft", theme.warnSoft},
        {"@warnLine", theme.warnLine},
        {"@warn", theme.warn},
        {"@link", theme.isDark() ? theme.accent.lighter(112) : theme.accent.lighter(120)},
    };
    QString text = QString::fromLatin1(sheet);
    for (const auto& [word, color] : words)
        text.replace(QLatin1String(word), color.name());
    return text;
}

void restyle(QWidget* widget, const char* property, const QVariant& value) {
    const QVariant now = widget->property(property);
    if (now == value || (!now.isValid() && !value.toBool())) return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace sekisho::style
