// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/terraform/export.h"
#include "ui/document/sidecar.h"

#include <QMainWindow>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

class QActionGroup;
class QLabel;
class QSettings;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace sekisho {

class Autosave;
class Commands;
class Deployment;
class Dock;
class Document;
class Facts;
class FindBar;
class NatSwitch;
class Notice;
class OfferBar;
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
    /// this. `unsaved`: the folder for changes that a crash must not take and that cannot wait beside their
    /// file.
    MainWindow(QSettings& settings, std::filesystem::path unsaved);
    ~MainWindow() override;

    Document& document() { return *m_document; }
    Facts& facts() { return *m_facts; }
    Selection& selection() { return *m_selection; }
    Deployment& deployment() { return *m_deployment; }
    Autosave& autosave() { return *m_autosave; }
    Commands& commands() { return *m_commands; }
    canvas::CanvasView& canvas() { return *m_canvas; }
    Dock* dock(const QString& name) const; ///< palette, outline, inspector, cost, terraform, problems

    /// Opens what there is to begin with: the file, or the one that was open last, or the hands-on design;
    /// and offers what a crash has left behind.
    void begin(const std::optional<std::filesystem::path>& file);

    // --- Files. What would be lost is asked for first (Save / Discard / Cancel); false: it was not done.
    bool newFromTemplate(const QString& name);
    bool openFile(const std::filesystem::path& path);
    bool save();
    bool saveAs();
    bool saveTo(const std::filesystem::path& path);
    bool closeDesign();

    /// Tells people something that went wrong, without stopping them.
    void tell(const Diagnostic& what);

    void setVisible(bool visible) override;

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
    void fitToolBar();
    void updateTitle();
    void updateHint();
    void updateProblemCount();
    void updateTotal();
    void updateHistory();
    void showDesign(bool shown);
    void showStartPage();
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
    void findLeftovers(const std::filesystem::path& file);
    void offerRecovery();
    void recover();
    /// Says when another program has changed the open file, and offers what can be done.
    void checkDisk();
    enum class Overwrite { Yes, SaveAs, No };
    Overwrite askOverwrite();
    /// "5 minutes ago"
    static QString ageOf(std::int64_t nanoseconds);

    QSettings& m_settings;
    std::unique_ptr<cost::PriceBook> m_prices;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<Facts> m_facts;
    std::unique_ptr<Selection> m_selection;
    std::unique_ptr<Deployment> m_deployment;
    std::filesystem::path m_unsaved;
    std::unique_ptr<Autosave> m_autosave;
    std::vector<Leftover> m_left; ///< of crashes, neither recovered nor discarded; the first is offered
    Commands* m_commands = nullptr;
    canvas::CanvasView* m_canvas = nullptr;
    QMenu* m_panesMenu = nullptr;
    QStackedWidget* m_center = nullptr;
    StartPage* m_start = nullptr;
    Notice* m_notice = nullptr;
    OfferBar* m_recovery = nullptr;
    OfferBar* m_disk = nullptr; ///< for when another program has changed the open file
    QToolBar* m_toolBar = nullptr;
    QToolButton* m_problemsButton = nullptr;
    FindBar* m_find = nullptr;
    NatSwitch* m_natSwitch = nullptr;
    QList<QAction*> m_spare; ///< of the toolbar, what goes first where it is narrow
    QToolButton* m_exportButton = nullptr;
    QLabel* m_hint = nullptr;
    QToolButton* m_zoom = nullptr;
    QList<Dock*> m_docks;
    /// As it was exported last, or else as it was opened or first saved: what terraform is taken to have
    /// applied.
    std::shared_ptr<const Design> m_exported;
    QString m_unsavedExport; ///< the folder of a design that has no file yet
    bool m_painted = false;
    bool m_open = false; ///< a design is shown, not the start page
};

} // namespace sekisho
