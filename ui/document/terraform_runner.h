// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/terraform_results.h"

#include <QObject>
#include <QProcess>
#include <QStringList>

#include <vector>

namespace sekisho {

/// A program that runs the exported files: terraform, tofu, or terraform in a container as in the article.
struct TerraformTool {
    QString name;          ///< "terraform", "tofu", "docker compose"
    QString program;       ///< its path
    QStringList arguments; ///< before those of the step: {"compose", "run", "--rm", "terraform"}

    friend bool operator==(const TerraformTool&, const TerraformTool&) = default;
};

/// What can run the files of a folder, the best first: terraform, tofu; docker where the folder has a
/// docker-compose.yml.
std::vector<TerraformTool> terraformTools(const QString& folder);

/// Read: the state and the outputs as they are in the folder's state; asks AWS nothing.
enum class TerraformStep { Format, Init, Validate, Plan, Apply, Destroy, Read };

/// Runs one step after the other in a folder. The text comes as terraform prints it, with its colours (ANSI).
class TerraformRunner : public QObject {
    Q_OBJECT
public:
    explicit TerraformRunner(QObject* parent = nullptr);
    ~TerraformRunner() override; ///< ends what runs

    /// Runs the steps in order; the first that fails ends it. A plan is kept in the folder's .terraform, so
    /// that an apply does what was shown (ui/document/kept_plan.h); without one, or with one of other files
    /// than there are now, apply plans anew. Nothing happens while something runs.
    void run(const TerraformTool& tool, const QString& folder, const std::vector<TerraformStep>& steps);
    bool isRunning() const { return m_process != nullptr; }
    /// Of the last run.
    const QString& folder() const { return m_folder; }
    /// Asks terraform to stop as it does on Ctrl+C, so that its state stays whole; asked twice, kills it.
    void cancel();

    /// Of the last plan that succeeded; empty before.
    const QByteArray& planJson() const { return m_planJson; }
    /// Of the last apply, destroy or read; empty where it could not be read.
    const QByteArray& outputJson() const { return m_outputJson; }
    const QByteArray& stateJson() const { return m_stateJson; }

signals:
    void stepStarted(sekisho::TerraformStep step, const QString& commandLine);
    void text(const QByteArray& ansi);
    void stepFinished(sekisho::TerraformStep step, bool succeeded);
    /// The kept plan was of other files than there are now, found at that step; it is gone.
    void planDropped(sekisho::TerraformStep step);
    /// After the last step, or the one that failed.
    void finished(bool succeeded);

private:
    void next();
    void start(const QStringList& arguments, bool capture);
    void ended(int code, QProcess::ExitStatus status);
    bool keepPlan();
    void finishStep(bool succeeded);

    TerraformTool m_tool;
    QString m_folder;
    std::vector<TerraformStep> m_steps;
    std::size_t m_at = 0;
    enum class Phase { Step, ShowPlan, ShowOutputs, ShowState } m_phase = Phase::Step;
    QProcess* m_process = nullptr;
    QByteArray m_captured;
    bool m_cancelled = false;
    QByteArray m_inputs; ///< what is planned: kept_plan::inputsOf()
    QByteArray m_planJson, m_outputJson, m_stateJson;
};

} // namespace sekisho
