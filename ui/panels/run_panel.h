// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/terraform_runner.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace sekisho {

class AnsiReader;
class CheckListPage;
class DeployedPage;
class Deployment;
class Document;
class Facts;
class Selection;

/// Runs terraform in the folder of the last export: format, init, validate and plan at once; apply and
/// destroy only after a word was typed that says one knows what it does. Beside it what is in AWS, and what
/// to look at there.
class RunPanel : public QWidget {
    Q_OBJECT
public:
    RunPanel(Document& document, Facts& facts, Selection& selection, Deployment& deployment,
             QWidget* parent = nullptr);
    ~RunPanel() override;

    /// Where terraform runs; empty: nothing was exported yet. To be said again after each export: a plan of
    /// other files is forgotten, and the state is read where there is one.
    void setFolder(const QString& folder);
    const QString& folder() const { return m_folder; }
    TerraformRunner& runner() { return *m_runner; }
    /// Whether something runs now that changes what is in AWS.
    bool isChangingAws() const;
    /// What the last plan would do; empty when it is done or does not hold any more.
    const std::vector<PlannedChange>& plannedChanges() const;

signals:
    void plannedChangesChanged();
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void start(const std::vector<TerraformStep>& steps);
    void askFor(TerraformStep step);
    void confirmed();
    void closeQuestion();
    void readState();
    void stepFinished(TerraformStep step, bool succeeded);
    QWidget* makePage();
    QWidget* makeNotice(QWidget* parent);
    QString accountWords() const;
    QString question() const;
    void lookAtFiles();
    void showProgress();
    void showSide();
    void showPlace();
    void connectRunner();
    void findTools();
    void append(const QByteArray& ansi);
    void say(const QString& line);
    void explainFailure();
    void showChanges();
    void updateState();
    void retranslate();

    Document& m_document;
    Facts& m_facts;
    Selection& m_selection;
    Deployment& m_deployment;
    TerraformRunner* m_runner = nullptr;
    std::unique_ptr<AnsiReader> m_ansi;
    QString m_folder;
    QString m_place; ///< the folder and the workspace, as m_where says them if it has the room
    std::vector<TerraformTool> m_tools;
    TerraformStep m_asked = TerraformStep::Apply;
    std::optional<PlanCounts> m_shownPlan; ///< what the question said of the plan
    bool m_planned = false;                ///< the last plan succeeded and nothing was applied since
    TerraformStep m_lastStep = TerraformStep::Read;
    QString m_chosenTool;  ///< by hand; kept from export to export
    QElapsedTimer m_clock; ///< since the step began
    QTimer m_tick;
    qsizetype m_column = 0; ///< of the line that is being printed
    bool m_follows = true;  ///< the newest text is in view
    QString m_hint;         ///< what to do about the last failure
    int m_stepLine = 0;     ///< of the text: where the step's output begins
    QByteArray m_readError; ///< what terraform says when the state cannot be read

    QTabWidget* m_tabs = nullptr;
    DeployedPage* m_deployed = nullptr;
    CheckListPage* m_checkList = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_lookAgain = nullptr;
    QComboBox* m_tool = nullptr;
    QLabel* m_where = nullptr;
    QLabel* m_status = nullptr;
    QFrame* m_notice = nullptr;
    QLabel* m_noticeText = nullptr;
    QPushButton* m_noticeExport = nullptr;
    QPushButton* m_check = nullptr;
    QPushButton* m_plan = nullptr;
    QPushButton* m_apply = nullptr;
    QPushButton* m_destroy = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    QFrame* m_question = nullptr;
    QLabel* m_questionText = nullptr;
    QLineEdit* m_word = nullptr;
    QPushButton* m_go = nullptr;
    QPushButton* m_leave = nullptr;
    QWidget* m_results = nullptr; ///< text and plan
    QPlainTextEdit* m_text = nullptr;
    QWidget* m_side =
        nullptr; ///< what the plan would do; only where there is a plan, so that the text has room
    QLabel* m_summary = nullptr;
    QCheckBox* m_marks = nullptr;
    QListWidget* m_list = nullptr;
};

} // namespace sekisho
