// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTreeView;

namespace sekisho {

class Commands;
class Document;
class OutlineModel;
class Selection;

namespace canvas {
class CanvasView;
}

/// The design as a tree. What is selected here is selected everywhere; F2 renames in place.
class OutlinePanel : public QWidget {
    Q_OBJECT
public:
    OutlinePanel(Document& document, Selection& selection, Commands& commands, QWidget* parent = nullptr);

    /// Whose context menu it shows; without one, the commands alone.
    void setCanvas(canvas::CanvasView* canvas) { m_canvas = canvas; }

    QTreeView* tree() const { return m_tree; }
    OutlineModel* model() const { return m_model; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void expandUsual();
    void takeOverSelection();
    void tellSelection();
    void showMenu(QPoint position);
    void hover(std::optional<ElementId> element);

    Document& m_document;
    Selection& m_selection;
    Commands& m_commands;
    canvas::CanvasView* m_canvas = nullptr;
    OutlineModel* m_model = nullptr;
    QTreeView* m_tree = nullptr;
    QLabel* m_empty = nullptr;
    std::optional<ElementId> m_hovered; ///< told from here
    bool m_telling = false;             ///< the selection is changed from here, or taken over to here
};

} // namespace sekisho
