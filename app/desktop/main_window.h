// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/terraform/export.h"

#include <QMainWindow>

#include <filesystem>
#include <memory>
#include <optional>

class QActionGroup;
class QLabel;
class QSettings;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace sekisho {

class Commands;
class Deployment;
class Dock;
class Document;
class Facts;
class FindBar;
class Notice;
class RecentFiles;
class Selection;
class StartPage;
struct Design;
namespace canvas {
class CanvasView;
struct PictureOptions;
} // namespace canvas
namespace style {
enum class Variant;
}
namespace cost {
class PriceBook;
}

/// The window: wiring only. It owns the open document and everything that shows it.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Layout, recent files, theme and language come from `settings` and go there again; it must outlive
    /// this.
    explicit MainWindow(QSettings& settings);
    ~MainWindow() override;

    Document& document() { return *m_document; }
    Facts& facts() { return *m_facts; }
    Selection& selection() { return *m_selection; }
    Deployment& deployment() { return *m_deployment; }
    Commands& commands() { return *m_commands; }
    canvas::CanvasView& canvas() { return *m_canvas; }
    Dock* dock(const QString& name) const; ///< palette, outline, inspector, cost, terraform, problems

    // --- Files. What would be lost is asked for first (Save / Discard / Cancel); false: it was not done.
    bool newFromTemplate(const QString& name);
    bool openFile(const std::filesystem::path& path);
    bool save();
    bool saveAs();
    bool saveTo(const std::filesystem::path& path);
    bool closeDesign();

    /// Tells people something that went wrong, without stopping them.
    void tell(const Diagnostic& what);

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeToolBar();
    void makeDocks();
    void makeStatusBar();
    void defaultLayout();
    void connectCommands();
    void connectFileCommands();
    void connectViewCommands();
    void fillPanes();
    void updatePaneTitles();
    void retranslate();
    void updateTitle();
    void updateHint();
    void updateProblemCount();
    void updateTotal();
    void updateHistory();
    void showDesign(bool shown);
    void movePane(int step);
    void openRules(ElementId element);
    void exportTerraform();
    /// Where this design was exported to last; empty if it never was.
    QString exportFolder() const;
    void rememberExport(const QString& folder, const terraform::ExportOptions& options);
    /// The options of the last export of this design; those of a first one if it never was.
    terraform::ExportOptions exportOptions() const;
    void followExportFolder();
    void savePicture();
    void copyPicture();
    canvas::PictureOptions pictureOptions(style::Variant theme, double scale) const;
    void print();
    void showNewDialog();
    bool mayLeave();
    /// Terraform may be changing something in AWS: whether the window may be closed all the same.
    bool mayLeaveTerraform();
    /// Takes a new design in place of the present one, if that may be left.
    bool startWith(Result<Design> design, const QString& name);
    void rememberFile();

    QSettings& m_settings;
    std::unique_ptr<cost::PriceBook> m_prices;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<Facts> m_facts;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<Deployment> m_deployment;
    Commands* m_commands = nullptr;
    canvas::CanvasView* m_canvas = nullptr;
    QMenu* m_panesMenu = nullptr;
    QStackedWidget* m_center = nullptr;
    StartPage* m_start = nullptr;
    Notice* m_notice = nullptr;
    QToolBar* m_toolBar = nullptr;
    QToolButton* m_problemsButton = nullptr;
    FindBar* m_find = nullptr;
    QToolButton* m_exportButton = nullptr;
    QLabel* m_hint = nullptr;
    QToolButton* m_zoom = nullptr;
    QList<Dock*> m_docks;
    QString m_unsavedExport; ///< the folder of a design that has no file yet
    bool m_painted = false;
    bool m_open = false; ///< a design is shown, not the start page
};

} // namespace sekisho
