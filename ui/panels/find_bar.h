// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/find_index.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QPointer>

class QFrame;
class QLabel;
class QListView;

namespace sekisho {

class Commands;
class Document;
class Selection;

/// What answers the text of the field, the best first.
class FindModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, IconRole, KeysRole, EnabledRole };

    FindModel(Commands& commands, QObject* parent = nullptr);

    void setEntries(std::vector<FindEntry> entries);
    const FindEntry& at(int row) const { return m_entries[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    Commands& m_commands;
    std::vector<FindEntry> m_entries;
};

/// "Find or run": a field with a list below it. Enter goes to what was found, runs the command or opens the
/// file; next() and previous() go on among what was found in the design.
class FindBar : public QLineEdit {
    Q_OBJECT
public:
    FindBar(Document& document, Selection& selection, Commands& commands, QWidget* parent = nullptr);
    ~FindBar() override;

    QSize sizeHint() const override;

    /// Takes the keyboard, with the text selected.
    void start();
    void next() { goOn(1); }
    void previous() { goOn(-1); }
    /// Files that can be found: designs opened before, and the files of the Terraform text.
    void setDesignFiles(const QStringList& paths);
    void setTerraformFiles(const QStringList& paths);

    FindModel* results() const { return m_results; }
    bool isListShown() const;

signals:
    void designFileRequested(const QString& path);
    void terraformFileRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void retranslate();
    void placeHint();
    void buildList();
    void placeList();
    void search();
    void hideList();
    void run(int row);
    void goOn(int step);
    std::vector<const FindEntry*> matches(const QString& text);
    const std::vector<FindEntry>& entries();

    Document& m_document;
    Selection& m_selection;
    Commands& m_commands;
    FindModel* m_results = nullptr;
    QPointer<QFrame> m_popup; ///< a child of the window
    QListView* m_list = nullptr;
    QLabel* m_nothing = nullptr;
    QLabel* m_hint = nullptr;
    QPointer<QWidget> m_before; ///< had the keyboard before
    QStringList m_designFiles, m_terraformFiles;
    std::vector<FindEntry> m_entries;
    bool m_dirty = true;
    QString m_sought;     ///< what next() goes on with
    std::size_t m_at = 0; ///< the match gone to last
};

} // namespace sekisho
