// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/palette_kinds.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace sekisho {

/// What can be put into the drawing: a searchable list to drag from. Double-click and Enter insert where it
/// fits.
class PalettePanel : public QWidget {
    Q_OBJECT
public:
    explicit PalettePanel(QWidget* parent = nullptr);

    /// Takes the keyboard to the search ("Search Services").
    void focusSearch();
    /// The kinds that are listed now, in order.
    std::vector<canvas::PaletteKind> listed() const;

signals:
    void insertRequested(sekisho::canvas::PaletteKind kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill();
    void insertCurrent();
    QListWidgetItem* firstEntry() const;

    QLineEdit* m_search = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_nothing = nullptr;
};

} // namespace sekisho
