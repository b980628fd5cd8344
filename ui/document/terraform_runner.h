// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/terraform_results.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

class QTemporaryFile;

namespace sekisho {

/// A program that runs the exported files: terraform, tofu, or terraform in a container as in the article.
struct TerraformTool {
    QString name;          ///< "terraform", "tofu", "docker compose"
    QString program;       ///< its path
    QStringList arguments; ///< before those of the step: {"compose", "run", "--rm", "terraform"}

    friend bool operator==(const TerraformTool&, const TerraformTool&) = default;
};

/// What can run the files of a folder, the best first: terraform, tofu; docker where a docker-compose.yml in
/// the folder, or in the one around it, has a service "terraform".
std::vector<TerraformTool> terraformTools(const QString& folder);

/// Read: the state and the outputs as they are in the folder's state; asks AWS nothing.
enum class TerraformStep { Format, Init, Validate, Plan, Apply, Destroy, Read };

/// Whether a step changes what is in AWS.
bool changesAws(TerraformStep step);

/// Runs one step after the other in a folder. The text comes as terraform prints it, with its colours (ANSI).
///
/// Terraform is a session of its own and writes to a file, not to a pipe: whatever becomes of this program or
/// its terminal, an apply is not cut off in the middle, with resources that no state knows of.
class TerraformRunner : public QObject {
    Q_OBJECT
public:
    explicit TerraformRunner(QObject* parent = nullptr);
    /// Ends what runs, by asking; an apply or destroy is not waited for, but never killed.
    ~TerraformRunner() override;

    /// Runs the steps in order; the first that fails ends it. Files that are not formatted fail nothing. A
    /// plan is kept in the folder's .terraform, so that an apply does what was shown
    /// (ui/document/kept_plan.h); without one, or with one of other files than there are now, apply plans
    /// anew. Nothing happens while something runs.
    void run(const TerraformTool& tool, const QString& folder, const std::vector<TerraformStep>& steps);
    bool isRunning() const { return m_isRunning; }
    /// The step that runs, or ran last, and where it stands among those of the run, from 0.
    TerraformStep step() const { return m_at < m_steps.size() ? m_steps[m_at] : TerraformStep::Read; }
    std::size_t stepAt() const { return m_at; }
    std::size_t stepCount() const { return m_steps.size(); }
    /// Of the last run.
    const QString& folder() const { return m_folder; }
    /// Asks terraform to stop as it does on Ctrl+C, so that its state stays whole; asked twice, kills it with
    /// all that it started.
    void cancel();
    bool isCancelled() const { return m_cancelled; } ///< the run that is, or was last
    bool hasCrashed() const { return m_crashed; }    ///< something else killed the last step

    /// Of the last plan that succeeded; empty before.
    const QByteArray& planJson() const { return m_planJson; }
    /// Of the last apply, destroy or read; empty where it could not be read.
    const QByteArray& outputJson() const { return m_outputJson; }
    const QByteArray& stateJson() const { return m_stateJson; }

signals:
    void stepStarted(sekisho::TerraformStep step, const QString& commandLine);
    void text(const QByteArray& ansi);
    /// So many bytes were printed that nobody could follow, and are left out here.
    void skipped(qint64 bytes);
    /// `fmt` would write some files otherwise; how is in the text.
    void unformatted();
    void stepFinished(sekisho::TerraformStep step, bool succeeded);
    /// The kept plan was of other files than there are now, found at that step; it is gone.
    void planDropped(sekisho::TerraformStep step);
    /// After the last step, or the one that failed.
    void finished(bool succeeded);

private:
    void next();
    void start(const QStringList& arguments, bool capture);
    void failToStart(const QString& reason);
    bool readMore();
    void endedOrFollow();
    void ended();
    void killAll();
    bool keepPlan();
    void finishStep(bool succeeded);

    TerraformTool m_tool;
    QString m_folder;
    std::vector<TerraformStep> m_steps;
    std::size_t m_at = 0;
    enum class Phase { Step, ShowPlan, ShowOutputs, ShowState } m_phase = Phase::Step;
    QProcess* m_process = nullptr;
    std::unique_ptr<QTemporaryFile> m_printed; ///< what the process prints
    std::unique_ptr<QTemporaryFile> m_errors;  ///< what it says apart from what is captured
    qint64 m_read = 0;                         ///< so much of it was told
    qint64 m_group = 0;                        ///< of the process and all that it has started; 0: none
    QString m_container;                       ///< docker's name of what runs; empty: it runs here
    QTimer m_reader;
    bool m_isRunning = false;
    bool m_isCaptured = false;
    bool m_hasEnded = false;
    int m_code = 0;
    bool m_cancelled = false;
    bool m_crashed = false;
    QByteArray m_inputs; ///< what is planned: kept_plan::inputsOf()
    QByteArray m_planJson, m_outputJson, m_stateJson;
};

} // namespace sekisho
