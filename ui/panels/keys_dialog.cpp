// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/keys_dialog.h"

#include "ui/actions/commands.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <map>

namespace sekisho {

namespace {

constexpr int margin = 12;

QString menuName(Menu menu) {
    switch (menu) {
    case Menu::File: return KeysDialog::tr("File");
    case Menu::Recent: return KeysDialog::tr("Open Recent");
    case Menu::Edit: return KeysDialog::tr("Edit");
    case Menu::View: return KeysDialog::tr("View");
    case Menu::Theme: return KeysDialog::tr("Theme");
    case Menu::Language: return KeysDialog::tr("Language");
    case Menu::Insert: return KeysDialog::tr("Insert");
    case Menu::Arrange: return KeysDialog::tr("Arrange");
    case Menu::Check: return KeysDialog::tr("Check");
    case Menu::Terraform: return QStringLiteral("Terraform");
    case Menu::Help: return KeysDialog::tr("Help");
    }
    return {};
}

/// What keys and mouse do on the canvas that is no command.
struct CanvasKey {
    const char* text;
    const char* keys;
    const char* tip;
};
constexpr CanvasKey canvasKeys[] = {
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Next, previous"), "Tab · Shift+Tab",
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Select the next thing in the drawing, or the one before")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Go on without selecting"), "Ctrl+← · Ctrl+→",
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Space then adds it to the selection, or takes it out")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Move"), "← ↑ → ↓",
     QT_TRANSLATE_NOOP(
         "sekisho::KeysDialog",
         "Move the selection by a grid step, with Shift by a pixel; scroll where nothing is selected")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Resize"), "Alt+← ↑ → ↓",
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Make a VPC, zone or subnet larger or smaller")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Connect by keys"), "C · Enter · Enter",
     QT_TRANSLATE_NOOP(
         "sekisho::KeysDialog",
         "Enter at where the traffic comes from, then at where it goes; arrows and Tab go there")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Menu"), "Menu · Shift+F10",
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "What can be done with the selection")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Cancel"), "Esc",
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "End the gesture without a change; else select nothing")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Several"),
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Shift+click · drag over them"),
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Add to the selection, or select what lies in a rectangle")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Scroll"),
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Middle or right drag · Space+drag · wheel"),
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Show another part of the drawing; Shift+wheel goes sideways")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Zoom"), QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Ctrl+wheel"),
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "What is at the mouse stays there")},
    {QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Snap or not"),
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "Ctrl while dragging"),
     QT_TRANSLATE_NOOP("sekisho::KeysDialog", "The opposite of how snapping is set")},
};

} // namespace

KeysDialog::KeysDialog(Commands& commands, QWidget* parent)
    : QDialog(parent), m_commands(commands), m_search(new QLineEdit), m_list(new QTreeWidget) {
    setObjectName(QStringLiteral("keys-dialog"));
    m_search->addAction(style::icon(QStringLiteral("ui-search")), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::filter);
    m_list->setColumnCount(3);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    resize(640, 520);
}

void KeysDialog::showEvent(QShowEvent* event) {
    if (m_list->topLevelItemCount() == 0) retranslate();
    QDialog::showEvent(event);
}

void KeysDialog::retranslate() {
    setWindowTitle(tr("Keys"));
    m_search->setPlaceholderText(tr("Find a command or a key"));
    m_search->setAccessibleName(tr("Find a command or a key"));
    m_list->setAccessibleName(tr("Keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys"), tr("What it does")});
    m_list->clear();
    const auto addGroup = [this](const QString& name) {
        auto* group = new QTreeWidgetItem(m_list, {name});
        group->setFont(0, style::uiFont(13, true));
        group->setFirstColumnSpanned(true);
        group->setFlags(Qt::ItemIsEnabled);
        return group;
    };
    std::map<Menu, QTreeWidgetItem*> groups;
    for (const CommandInfo& info : commandTable()) {
        QStringList keys;
        for (const QKeySequence& key : m_commands.action(info.id)->shortcuts())
            keys << key.toString(QKeySequence::NativeText);
        if (keys.isEmpty()) continue;
        QTreeWidgetItem*& group = groups[info.menu];
        if (!group) group = addGroup(menuName(info.menu));
        new QTreeWidgetItem(
            group, {Commands::plainText(info.id), keys.join(QStringLiteral(" · ")), Commands::tip(info.id)});
    }
    QTreeWidgetItem* onCanvas = addGroup(tr("On the canvas"));
    for (const CanvasKey& key : canvasKeys)
        new QTreeWidgetItem(onCanvas, {tr(key.text), tr(key.keys), tr(key.tip)});
    m_list->expandAll();
    filter(m_search->text());
}

void KeysDialog::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_list->topLevelItemCount() > 0) retranslate();
    QDialog::changeEvent(event);
}

void KeysDialog::filter(const QString& text) {
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_list->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* item = group->child(j);
            bool shown = text.trimmed().isEmpty();
            for (int column = 0; column < 3 && !shown; ++column)
                shown = item->text(column).contains(text.trimmed(), Qt::CaseInsensitive);
            item->setHidden(!shown);
            any = any || shown;
        }
        group->setHidden(!any);
    }
}

} // namespace sekisho
