// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

#include <array>
#include <functional>
#include <vector>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

/// The one table of commands (commands.inc). Menus, toolbar, context menus, "Find or run" and the list of
/// keys are made from it, so that a command has one text, one key and one state everywhere.
namespace sekisho {

enum class Command {
#define COMMAND(id, name, menu, text, tip, icon, keys, flags) id,
#include "ui/actions/commands.inc"
#undef COMMAND
};

enum class Menu { File, Recent, Edit, View, Theme, Language, Insert, Arrange, Check, Terraform, Help };

struct CommandInfo {
    Command id{};
    const char* name; ///< "edit-undo"
    Menu menu{};
    const char* text; ///< with & and …; translated by Commands::text()
    const char* tip;
    const char* icon; ///< or ""
    const char* keys; ///< "Ctrl+Y; Ctrl+Shift+Z", or ""
    int flags = 0;
    bool checkable() const;
    bool beginsGroup() const;
};

/// In the order of Command.
const std::vector<CommandInfo>& commandTable();

/// The QActions of one window. Whoever can carry out a command says so with handle(); until then it is
/// disabled.
class Commands : public QObject {
    Q_OBJECT
public:
    explicit Commands(QWidget* window);

    QAction* action(Command command) const;
    /// What triggering does; enables it. `window` receives the keys.
    void handle(Command command, std::function<void()> what);
    void setEnabled(Command command, bool enabled);
    void setChecked(Command command, bool checked); ///< does not trigger it

    /// Without mnemonics and dots, for lists: "Save As".
    static QString plainText(Command command);
    static QString tip(Command command);

    /// Puts the menus into the bar: File (with Recent), Edit, View (with Theme and Language), Insert,
    /// Arrange, Check, Terraform, Help. Calling it again is not needed when the language changes.
    void fillMenuBar(QMenuBar* bar);
    QMenu* menu(Menu menu) const;

signals:
    void triggered(sekisho::Command command);

private:
    void retranslate();

    std::vector<QAction*> m_actions;
    std::array<QMenu*, 11> m_menus{};
};

} // namespace sekisho
