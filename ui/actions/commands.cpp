// SPDX-License-Identifier: Apache-2.0
#include "ui/actions/commands.h"

#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include <optional>

namespace sekisho {

namespace {

enum Flags { Plain = 0, Check = 1, Group = 2 };

constexpr std::pair<Menu, const char*> menuTitles[] = {
    {Menu::File, QT_TRANSLATE_NOOP("sekisho::Commands", "&File")},
    {Menu::Recent, QT_TRANSLATE_NOOP("sekisho::Commands", "Open &Recent")},
    {Menu::Edit, QT_TRANSLATE_NOOP("sekisho::Commands", "&Edit")},
    {Menu::View, QT_TRANSLATE_NOOP("sekisho::Commands", "&View")},
    {Menu::Theme, QT_TRANSLATE_NOOP("sekisho::Commands", "&Theme")},
    {Menu::Language, QT_TRANSLATE_NOOP("sekisho::Commands", "&Language")},
    {Menu::Insert, QT_TRANSLATE_NOOP("sekisho::Commands", "&Insert")},
    {Menu::Arrange, QT_TRANSLATE_NOOP("sekisho::Commands", "&Arrange")},
    {Menu::Check, QT_TRANSLATE_NOOP("sekisho::Commands", "&Check")},
    {Menu::Terraform, "&Terraform"},
    {Menu::Help, QT_TRANSLATE_NOOP("sekisho::Commands", "&Help")},
};

} // namespace

bool CommandInfo::checkable() const {
    return (flags & Check) != 0;
}

bool CommandInfo::beginsGroup() const {
    return (flags & Group) != 0;
}

const std::vector<CommandInfo>& commandTable() {
    static const std::vector<CommandInfo> table = {
#define COMMAND(id, name, menu, text, tip, icon, keys, flags)                                                \
    {Command::id, name, Menu::menu, text, tip, icon, keys, flags},
#include "ui/actions/commands.inc"
#undef COMMAND
    };
    return table;
}

Commands::Commands(QWidget* window) : QObject(window) {
    for (const CommandInfo& info : commandTable()) {
        auto* action = new QAction(window);
        action->setObjectName(QLatin1String(info.name));
        action->setCheckable(info.checkable());
        action->setEnabled(false);
        if (*info.icon) action->setIcon(style::icon(QLatin1String(info.icon)));
        if (*info.keys) action->setShortcuts(QKeySequence::listFromString(QLatin1String(info.keys)));
        window->addAction(action);
        m_actions.push_back(action);
    }
    retranslate();
    connect(&style::Style::instance(), &style::Style::languageChanged, this, &Commands::retranslate);
}

QAction* Commands::action(Command command) const {
    return m_actions[static_cast<std::size_t>(command)];
}

void Commands::handle(Command command, std::function<void()> what) {
    QAction* a = action(command);
    a->setEnabled(true);
    connect(a, &QAction::triggered, this, [this, command, what = std::move(what)] {
        what();
        emit triggered(command);
    });
}

void Commands::setEnabled(Command command, bool enabled) {
    action(command)->setEnabled(enabled);
}

void Commands::setChecked(Command command, bool checked) {
    action(command)->setChecked(checked);
}

QString Commands::plainText(Command command) {
    QString text = tr(commandTable()[static_cast<std::size_t>(command)].text);
    // "(&X)" is how Japanese menus name the key.
    if (const auto at = text.indexOf(QLatin1String("(&"));
        at > 0 && text.mid(at + 3, 1) == QLatin1String(")"))
        text.remove(at, 4);
    return text.remove(QLatin1Char('&')).remove(QChar(0x2026));
}

QString Commands::tip(Command command) {
    return tr(commandTable()[static_cast<std::size_t>(command)].tip);
}

void Commands::fillMenuBar(QMenuBar* bar) {
    for (const auto& [menu, title] : menuTitles) {
        auto*& slot = m_menus[static_cast<std::size_t>(menu)];
        const auto parent = menu == Menu::Recent                            ? std::optional(Menu::File)
                            : menu == Menu::Theme || menu == Menu::Language ? std::optional(Menu::View)
                                                                            : std::nullopt;
        if (!parent) {
            slot = bar->addMenu(QString());
        } else if (menu == Menu::Recent) {
            slot = new QMenu(this->menu(*parent));
            this->menu(*parent)->insertMenu(action(Command::FileSave), slot);
        } else {
            if (menu == Menu::Theme) this->menu(*parent)->addSeparator();
            slot = this->menu(*parent)->addMenu(QString());
        }
        for (const CommandInfo& info : commandTable()) {
            if (info.menu != menu) continue;
            if (info.beginsGroup()) slot->addSeparator();
            slot->addAction(action(info.id));
        }
    }
    retranslate();
}

QMenu* Commands::menu(Menu menu) const {
    return m_menus[static_cast<std::size_t>(menu)];
}

void Commands::retranslate() {
    for (const CommandInfo& info : commandTable()) {
        QAction* a = action(info.id);
        a->setText(tr(info.text));
        const QString keys = a->shortcut().toString(QKeySequence::NativeText);
        a->setToolTip(keys.isEmpty() ? tr(info.tip) : tr("%1 (%2)").arg(tr(info.tip), keys));
        a->setStatusTip(tr(info.tip));
    }
    for (const auto& [menu, title] : menuTitles)
        if (m_menus[static_cast<std::size_t>(menu)])
            m_menus[static_cast<std::size_t>(menu)]->setTitle(tr(title));
}

} // namespace sekisho
