// SPDX-License-Identifier: Apache-2.0
#include "ui/document/terraform_runner.h"

#include "core/model/design.h"
#include "ui/document/kept_plan.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <csignal>
#include <unistd.h>

namespace sekisho {

namespace {

QStringList argumentsOf(TerraformStep step, bool havePlan) {
    switch (step) {
    case TerraformStep::Format:
        return {QStringLiteral("fmt"), QStringLiteral("-check"), QStringLiteral("-diff")};
    case TerraformStep::Init: return {QStringLiteral("init"), QStringLiteral("-input=false")};
    case TerraformStep::Validate: return {QStringLiteral("validate")};
    case TerraformStep::Plan:
        return {QStringLiteral("plan"), QStringLiteral("-input=false"),
                QStringLiteral("-out=") + kept_plan::file()};
    case TerraformStep::Apply:
        if (havePlan) return {QStringLiteral("apply"), QStringLiteral("-input=false"), kept_plan::file()};
        return {QStringLiteral("apply"), QStringLiteral("-input=false"), QStringLiteral("-auto-approve")};
    case TerraformStep::Read: return {QStringLiteral("output"), QStringLiteral("-json")};
    case TerraformStep::Destroy: break;
    }
    return {QStringLiteral("destroy"), QStringLiteral("-input=false"), QStringLiteral("-auto-approve")};
}

/// What the container of a docker-compose.yml has to be told to run terraform rather than a shell: in ours,
/// as in the article's, the service gives a shell, and the files are in a folder of it.
QStringList composeArguments(const QString& file) {
    QStringList arguments{QStringLiteral("compose"), QStringLiteral("run"), QStringLiteral("--rm"),
                          QStringLiteral("-T")};
    QFile compose(file);
    constexpr qint64 longest = 100000;
    const QByteArray text = compose.open(QIODevice::ReadOnly) ? compose.read(longest) : QByteArray();
    if (text.contains("entrypoint:"))
        arguments << QStringLiteral("--entrypoint") << QStringLiteral("terraform");
    if (text.contains(".:/workspace/terraform"))
        arguments << QStringLiteral("--workdir") << QStringLiteral("/workspace/terraform");
    return arguments << QStringLiteral("terraform");
}

} // namespace

std::vector<TerraformTool> terraformTools(const QString& folder) {
    std::vector<TerraformTool> tools;
    for (const char* name : {"terraform", "tofu"})
        if (const QString path = QStandardPaths::findExecutable(QLatin1String(name)); !path.isEmpty())
            tools.push_back({QLatin1String(name), path, {}});
    const QString compose = QDir(folder).filePath(QStringLiteral("docker-compose.yml"));
    if (QFile::exists(compose))
        if (const QString path = QStandardPaths::findExecutable(QStringLiteral("docker")); !path.isEmpty())
            tools.push_back({QStringLiteral("docker compose"), path, composeArguments(compose)});
    return tools;
}

TerraformRunner::TerraformRunner(QObject* parent) : QObject(parent) {}

TerraformRunner::~TerraformRunner() {
    if (!m_process) return;
    m_process->disconnect(this);
    // Terraform writes its state and removes its lock when it is interrupted; only then is it killed.
    ::kill(static_cast<pid_t>(m_process->processId()), SIGINT);
    if (!m_process->waitForFinished(3000)) m_process->kill();
    m_process->waitForFinished(1000);
}

void TerraformRunner::run(const TerraformTool& tool, const QString& folder,
                          const std::vector<TerraformStep>& steps) {
    if (isRunning() || steps.empty()) return;
    m_tool = tool;
    m_folder = folder;
    m_steps = steps;
    m_at = 0;
    m_cancelled = false;
    next();
}

void TerraformRunner::next() {
    const TerraformStep step = m_steps[m_at];
    m_phase = step == TerraformStep::Read ? Phase::ShowOutputs : Phase::Step;
    if (step == TerraformStep::Plan) {
        // init makes .terraform only where there is something to keep in it.
        QDir(m_folder).mkpath(QStringLiteral(".terraform"));
        kept_plan::drop(m_folder);
        m_inputs = kept_plan::inputsOf(m_folder);
        m_planJson.clear();
    }
    if (step == TerraformStep::Apply && kept_plan::exists(m_folder) && !kept_plan::held(m_folder)) {
        kept_plan::drop(m_folder);
        emit planDropped(m_steps[m_at]);
    }
    const QStringList arguments = argumentsOf(step, kept_plan::exists(m_folder));
    emit stepStarted(step, m_tool.name + QLatin1Char(' ') + arguments.join(QLatin1Char(' ')));
    start(arguments, m_phase != Phase::Step);
}

void TerraformRunner::start(const QStringList& arguments, bool capture) {
    m_captured.clear();
    m_process = new QProcess(this);
    m_process->setWorkingDirectory(m_folder);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TF_IN_AUTOMATION"), QStringLiteral("1"));
    environment.insert(QStringLiteral("CHECKPOINT_DISABLE"), QStringLiteral("1"));
    m_process->setProcessEnvironment(environment);
    if (!capture) m_process->setProcessChannelMode(QProcess::MergedChannels);
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this, capture] {
        const QByteArray bytes = m_process->readAllStandardOutput();
        if (capture)
            m_captured += bytes;
        else
            emit text(bytes);
    });
    connect(m_process, &QProcess::finished, this, &TerraformRunner::ended);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // Whatever else goes wrong is followed by finished().
        if (error != QProcess::FailedToStart) return;
        emit text((m_process->errorString() + QLatin1Char('\n')).toUtf8());
        ended(-1, QProcess::CrashExit);
    });
    m_process->start(m_tool.program, m_tool.arguments + arguments, QIODevice::ReadOnly);
}

void TerraformRunner::ended(int code, QProcess::ExitStatus status) {
    if (!m_process) return;
    const QByteArray rest = m_process->readAllStandardOutput();
    if (m_phase == Phase::Step) {
        if (!rest.isEmpty()) emit text(rest);
    } else {
        m_captured += rest;
    }
    m_process->deleteLater();
    m_process = nullptr;
    const TerraformStep step = m_steps[m_at];
    const bool succeeded = code == 0 && status == QProcess::NormalExit && !m_cancelled;
    const auto read = [this](Phase phase, const QStringList& arguments) {
        m_phase = phase;
        start(arguments, true);
    };
    switch (m_phase) {
    case Phase::Step:
        // What was planned has been done, or begun: the same plan cannot be applied twice.
        if (step == TerraformStep::Apply || step == TerraformStep::Destroy) kept_plan::drop(m_folder);
        if (!succeeded) return finishStep(false);
        if (step == TerraformStep::Plan)
            return read(Phase::ShowPlan,
                        {QStringLiteral("show"), QStringLiteral("-json"), kept_plan::file()});
        if (step == TerraformStep::Apply || step == TerraformStep::Destroy)
            return read(Phase::ShowOutputs, argumentsOf(TerraformStep::Read, false));
        return finishStep(true);
    case Phase::ShowPlan:
        if (succeeded) m_planJson = m_captured;
        return finishStep(succeeded && keepPlan());
    case Phase::ShowOutputs:
        m_outputJson = succeeded ? m_captured : QByteArray();
        if (m_cancelled) return finishStep(false);
        return read(Phase::ShowState, {QStringLiteral("show"), QStringLiteral("-json")});
    case Phase::ShowState:
        m_stateJson = succeeded ? m_captured : QByteArray();
        // That something could not be read does not undo what was applied.
        return finishStep(succeeded || (step != TerraformStep::Read && !m_cancelled));
    }
}

/// False if the files are no longer those that the plan began with.
bool TerraformRunner::keepPlan() {
    if (m_inputs != kept_plan::inputsOf(m_folder)) {
        kept_plan::drop(m_folder);
        m_planJson.clear();
        emit planDropped(m_steps[m_at]);
        return false;
    }
    kept_plan::seal(m_folder, m_inputs, countsOf(readPlan(m_planJson, Design())));
    return true;
}

void TerraformRunner::finishStep(bool succeeded) {
    emit stepFinished(m_steps[m_at], succeeded);
    if (!succeeded || ++m_at == m_steps.size())
        emit finished(succeeded);
    else
        next();
}

void TerraformRunner::cancel() {
    if (!m_process) return;
    if (m_cancelled) {
        m_process->kill();
        return;
    }
    m_cancelled = true;
    ::kill(static_cast<pid_t>(m_process->processId()), SIGINT);
}

} // namespace sekisho
