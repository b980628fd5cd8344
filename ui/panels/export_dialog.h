// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/export.h"
#include "ui/document/export_writer.h"

#include <QDialog>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace sekisho {

class CodeView;
class Document;
class Facts;
struct Design;

/// Shows what an export would do to a folder, file by file, and does it: all of it or nothing. Nothing is
/// written before "Export", and files of other people never are. Modeless: it follows the design and the
/// options; use open().
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `folder`: where this design was exported to last; may be empty.
    ExportDialog(Document& document, Facts& facts, const QString& folder, QWidget* parent = nullptr);
    ~ExportDialog() override;

    QString folder() const;
    void setFolder(const QString& folder);
    const terraform::ExportOptions& options() const { return m_options; }
    void setOptions(const terraform::ExportOptions& options);
    /// What was planned last; nothing if there is no folder or the export is refused.
    const std::optional<ExportPlan>& plan() const { return m_plan; }
    /// What becomes of a file that was edited since the last export; unset: not decided.
    void setChoice(const QString& path, std::optional<EditChoice> choice);
    /// The design that was exported to the folder before, as far as that is known: what terraform would
    /// destroy and make again since then is announced where the folder has an export.
    void setBefore(std::shared_ptr<const Design> design);
    /// Writes although AWS or terraform would refuse the design, until other problems are found than there
    /// are now. What cannot be written as Terraform at all is refused all the same.
    void setDespiteProblems(bool despite);
    /// Why "Export" is not possible now; empty: it is.
    QString obstacle() const;

public slots:
    /// Writes as planned. Errors stay in the dialog.
    void write();

signals:
    /// After the files were written; the caller remembers the folder for this design.
    void exported(const QString& folder);
    /// What was written shall be run: after that the dialog is closed.
    void runRequested();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void ensureBuilt();
    void build();
    QWidget* buildPlanPage();
    QWidget* buildOptions();
    QWidget* buildReportPage();
    void retranslate();
    void readOptions();
    void refresh();
    void refreshFiles();
    void refreshMessages();
    void showDifference();
    void showReport(const WriteReport& report);
    void browse();
    WriteOptions writeOptions() const;
    QString actionText(const PlannedFile& file) const;
    QString inactiveAcls() const;
    Diagnostics errorsOfDesign() const;
    QStringList replacements() const;

    Document& m_document;
    Facts& m_facts;
    QString m_firstFolder;
    terraform::ExportOptions m_options;
    terraform::ExportResult m_result;
    Diagnostics m_problems; ///< errors of the design, whatever they mean for the export
    std::shared_ptr<const Design> m_before;
    bool m_despite = false; ///< they do not hold it up
    std::optional<ExportPlan> m_plan;
    std::optional<Diagnostic> m_failure; ///< of planning or writing
    std::map<std::string, EditChoice> m_choices;
    bool m_dirty = true;

    QStackedWidget* m_pages = nullptr;
    QLabel* m_folderName = nullptr;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_browse = nullptr;
    QLabel* m_modeName = nullptr;
    QComboBox* m_mode = nullptr;
    QLabel* m_rulesName = nullptr;
    QComboBox* m_rules = nullptr;
    QLabel* m_nat = nullptr;
    QCheckBox* m_associate = nullptr;
    QCheckBox* m_docker = nullptr;
    QLabel* m_acls = nullptr;
    QLabel* m_warnings = nullptr;
    QLabel* m_notes = nullptr;
    QTreeWidget* m_files = nullptr;
    QLabel* m_reason = nullptr; ///< why the file in sight cannot be written
    CodeView* m_difference = nullptr;
    QLabel* m_errors = nullptr;
    QCheckBox* m_despiteBox = nullptr;
    QPushButton* m_write = nullptr;
    QPushButton* m_cancel = nullptr;
    QLabel* m_report = nullptr;
    QPushButton* m_openFolder = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace sekisho
