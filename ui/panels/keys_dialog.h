// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace sekisho {

class Commands;

/// All keys of the window, by menu, with a search.
class KeysDialog : public QDialog {
    Q_OBJECT
public:
    explicit KeysDialog(Commands& commands, QWidget* parent = nullptr);

    QTreeWidget* list() const { return m_list; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void filter(const QString& text);

    Commands& m_commands;
    QLineEdit* m_search = nullptr;
    QTreeWidget* m_list = nullptr;
};

} // namespace sekisho
