// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/terraform_runner.h"

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
    /// What the last plan would do; empty when it is done or does not hold any more.
    const std::vector<PlannedChange>& plannedChanges() const;

signals:
    void plannedChangesChanged();
    void exportRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void start(const std::vector<TerraformStep>& steps);
    void askFor(TerraformStep step);
    void confirmed();
    void readState();
    void stepFinished(TerraformStep step, bool succeeded);
    QWidget* makePage();
    void connectRunner();
    void findTools();
    void append(const QByteArray& ansi);
    void say(const QString& line);
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
    std::vector<TerraformTool> m_tools;
    TerraformStep m_asked = TerraformStep::Apply;
    std::optional<PlanCounts> m_shownPlan; ///< what the question said of the plan
    bool m_planned = false;                ///< the last plan succeeded and nothing was applied since
    TerraformStep m_lastStep = TerraformStep::Read;

    QTabWidget* m_tabs = nullptr;
    DeployedPage* m_deployed = nullptr;
    CheckListPage* m_checkList = nullptr;
    QStackedWidget* m_pages = nullptr;
    QLabel* m_empty = nullptr;
    QPushButton* m_export = nullptr;
    QComboBox* m_tool = nullptr;
    QLabel* m_where = nullptr;
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
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_summary = nullptr;
    QCheckBox* m_marks = nullptr;
    QListWidget* m_list = nullptr;
};

} // namespace sekisho
