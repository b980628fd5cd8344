// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QProcess>
#include <QStringList>

#include <optional>
#include <vector>

namespace sekisho {

struct Design;

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

enum class TerraformStep { Format, Init, Validate, Plan, Apply, Destroy };

enum class PlannedAction { Create, Update, Replace, Delete };

/// What a plan would do to one resource.
struct PlannedChange {
    QString address; ///< "aws_nat_gateway.main[0]"
    PlannedAction action{};
    std::optional<ElementId> element; ///< what it is in the design, if it is drawn
};

/// A value of `terraform output -json`.
struct TerraformOutput {
    QString name;
    QString value; ///< text as it is, everything else as JSON; "(sensitive)" if terraform hides it
};

/// The changes that `terraform show -json PLAN` prints, in its order; what stays is left out.
std::vector<PlannedChange> readPlan(const QByteArray& json, const Design& design);
std::vector<TerraformOutput> readOutputs(const QByteArray& json);

/// Runs one step after the other in a folder. The text comes as terraform prints it, with its colours (ANSI).
class TerraformRunner : public QObject {
    Q_OBJECT
public:
    explicit TerraformRunner(QObject* parent = nullptr);
    ~TerraformRunner() override; ///< ends what runs

    /// Runs the steps in order; the first that fails ends it. A plan is kept in the folder's .terraform, so
    /// that an apply does what was shown; without one, apply plans anew. Nothing happens while something
    /// runs.
    void run(const TerraformTool& tool, const QString& folder, const std::vector<TerraformStep>& steps);
    bool isRunning() const { return m_process != nullptr; }
    /// Asks terraform to stop as it does on Ctrl+C, so that its state stays whole; asked twice, kills it.
    void cancel();

    /// Of the last plan that succeeded; empty before.
    const QByteArray& planJson() const { return m_planJson; }
    /// Of the last apply that succeeded.
    const QByteArray& outputJson() const { return m_outputJson; }

signals:
    void stepStarted(sekisho::TerraformStep step, const QString& commandLine);
    void text(const QByteArray& ansi);
    void stepFinished(sekisho::TerraformStep step, bool succeeded);
    /// After the last step, or the one that failed.
    void finished(bool succeeded);

private:
    void next();
    void start(const QStringList& arguments, bool capture);
    void ended(int code, QProcess::ExitStatus status);

    TerraformTool m_tool;
    QString m_folder;
    std::vector<TerraformStep> m_steps;
    std::size_t m_at = 0;
    enum class Phase { Step, ShowPlan, ShowOutputs } m_phase = Phase::Step;
    QProcess* m_process = nullptr;
    QByteArray m_captured;
    bool m_cancelled = false;
    QByteArray m_planJson, m_outputJson;
};

} // namespace sekisho
