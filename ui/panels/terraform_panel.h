// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QColor>
#include <QHash>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace sekisho {

class CodeView;
class Document;
class Facts;
class ReplacementStrip;
class Selection;
class TerraformRefusal;
struct Design;
struct LineChange;
struct LineCounts;
struct LineRange;
namespace terraform {
class ReplacementFinder;
struct ExportResult;
struct Span;
} // namespace terraform

/// The Terraform text of the design as it would be exported now: a tab for each file. What is selected
/// elsewhere is marked here, and a click in the text selects what it is about. Beside the line numbers stands
/// what the last edit changed, and which lines came, changed or went since the last save; tabs and a count
/// say so for all files.
class TerraformPanel : public QWidget {
    Q_OBJECT
public:
    TerraformPanel(Document& document, Facts& facts, Selection& selection, QWidget* parent = nullptr);
    ~TerraformPanel() override;

    QSize sizeHint() const override { return {492, 187}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

    QStringList files() const; ///< in the order of the tabs
    QString currentFile() const;
    /// Shows a file; nothing happens if there is none of that name.
    void showFile(const QString& path);
    void copyFile() const;
    /// Opens the search within the file.
    void find();
    CodeView* view() const { return m_view; }

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Texts = std::map<std::string, std::string>; ///< by path

    void build();
    QWidget* buildTabs();
    QWidget* buildSearch();
    void retranslate();
    void fillOptionsMenu();
    void markDirty();
    void refresh();
    void takeOver(const terraform::ExportResult& result);
    void refreshOptions();
    void refreshTabs();
    void refreshChanges();
    void showCurrent();
    void markSelection(bool reveal);
    void selectAt(int line);
    void noteSaved();
    void keepReplaced();
    const Texts& savedTexts();
    const LineCounts& countsOfFile(const std::string& path);
    void goToNextChange();
    const std::vector<terraform::Span>& spans();
    void search(const QString& text);
    void goToMatch(int step);
    void updateMatchCount();
    void closeSearch();

    Document& m_document;
    Facts& m_facts;
    Selection& m_selection;
    bool m_built = false;
    bool m_dirty = true;
    bool m_selecting = false; ///< the selection comes from a click here

    QTabBar* m_tabs = nullptr;
    QToolButton* m_changes = nullptr; ///< how many lines differ from the last save; goes to the next
    QToolButton* m_options = nullptr;
    QToolButton* m_copy = nullptr;
    QStackedWidget* m_pages = nullptr;
    CodeView* m_view = nullptr;
    TerraformRefusal* m_refusal = nullptr;
    ReplacementStrip* m_strip = nullptr;
    QWidget* m_searchRow = nullptr;
    QLineEdit* m_searchField = nullptr;
    QLabel* m_searchCount = nullptr;
    QToolButton* m_previousMatch = nullptr;
    QToolButton* m_nextMatch = nullptr;
    QToolButton* m_closeSearch = nullptr;

    QColor m_dotColor;              ///< of the marks of the tabs
    QString m_shown;                ///< the file in the view
    QHash<QString, int> m_topLines; ///< where each file was scrolled to
    Texts m_current;                ///< as shown
    std::string m_name;             ///< of the design, in their headers
    Texts m_previous;               ///< before the last edit that changed a text: the files it changed
    std::optional<Texts> m_saved;   ///< as of the last save; unset: to be made from m_savedDesign
    std::map<std::string, LineCounts> m_counts; ///< since the last save, of files that have been looked at
    std::unique_ptr<Design> m_savedDesign;
    std::unique_ptr<terraform::ReplacementFinder> m_replacements; ///< since the last save
    std::optional<std::vector<terraform::Span>> m_spans;
};

} // namespace sekisho
