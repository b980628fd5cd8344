// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/moving.h"

#include <QObject>
#include <QPointer>
#include <QString>

namespace sekisho {

enum class Command;
class Commands;

namespace canvas {

class CanvasView;

/// What the commands of the Edit, View and Arrange menus do with a drawing, and when they can be used.
class CanvasCommands : public QObject {
    Q_OBJECT
public:
    explicit CanvasCommands(CanvasView& view);

    void copy();
    void cut();
    void paste();
    void showPasted(const std::vector<ElementId>& roots);
    void duplicate();
    void remove();
    void selectAll();
    void rename();
    void properties();
    void tidy();
    void tidySelection();
    void arrange(Arrangement arrangement);
    /// Locks the selection; unlocks it if all of it is locked.
    void lock();

    /// Whether the clipboard holds something of ours.
    bool canPaste() const;

private:
    void add(Command command, void (CanvasCommands::*what)());
    void follow();
    void followClipboard();
    void followTool();
    std::vector<ElementId> selectedNodes() const;
    /// The selected drawings that can be put somewhere; and of them those that are not locked.
    std::vector<Placement> movable() const;
    std::vector<Placement> arrangeable() const;
    /// Those of them that are lined up with each other: where something is drawn in several zones, what is in
    /// one zone; else all.
    std::vector<std::vector<Placement>> arrangedTogether() const;

    CanvasView& m_view;
    QPointer<Commands> m_commands; ///< may go before the view, when a window closes
    QString m_origin;              ///< names the open design on the clipboard
    int m_pasted = 0;              ///< how often the same was pasted: each goes a step farther
};

} // namespace canvas
} // namespace sekisho
