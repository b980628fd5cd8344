// SPDX-License-Identifier: Apache-2.0
#include "ui/document/terraform_runner.h"

#include "core/model/design.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <map>

#include <csignal>
#include <unistd.h>

namespace sekisho {

namespace {

/// In .terraform, which is terraform's own and in nobody's git.
QString planFile() {
    return QStringLiteral(".terraform/sekisho.tfplan");
}

QStringList argumentsOf(TerraformStep step, bool havePlan) {
    switch (step) {
    case TerraformStep::Format:
        return {QStringLiteral("fmt"), QStringLiteral("-check"), QStringLiteral("-diff")};
    case TerraformStep::Init: return {QStringLiteral("init"), QStringLiteral("-input=false")};
    case TerraformStep::Validate: return {QStringLiteral("validate")};
    case TerraformStep::Plan:
        return {QStringLiteral("plan"), QStringLiteral("-input=false"), QStringLiteral("-out=") + planFile()};
    case TerraformStep::Apply:
        if (havePlan) return {QStringLiteral("apply"), QStringLiteral("-input=false"), planFile()};
        return {QStringLiteral("apply"), QStringLiteral("-input=false"), QStringLiteral("-auto-approve")};
    case TerraformStep::Destroy: break;
    }
    return {QStringLiteral("destroy"), QStringLiteral("-input=false"), QStringLiteral("-auto-approve")};
}

std::optional<PlannedAction> actionOf(const QJsonArray& actions) {
    const auto has = [&](const char* word) { return actions.contains(QJsonValue(QLatin1String(word))); };
    if (has("create") && has("delete")) return PlannedAction::Replace;
    if (has("create")) return PlannedAction::Create;
    if (has("delete")) return PlannedAction::Delete;
    if (has("update")) return PlannedAction::Update;
    return {}; // no-op, read
}

} // namespace

std::vector<TerraformTool> terraformTools(const QString& folder) {
    std::vector<TerraformTool> tools;
    for (const char* name : {"terraform", "tofu"})
        if (const QString path = QStandardPaths::findExecutable(QLatin1String(name)); !path.isEmpty())
            tools.push_back({QLatin1String(name), path, {}});
    if (QFile::exists(QDir(folder).filePath(QStringLiteral("docker-compose.yml"))))
        if (const QString path = QStandardPaths::findExecutable(QStringLiteral("docker")); !path.isEmpty())
            tools.push_back({QStringLiteral("docker compose"),
                             path,
                             {QStringLiteral("compose"), QStringLiteral("run"), QStringLiteral("--rm"),
                              QStringLiteral("-T"), QStringLiteral("terraform")}});
    return tools;
}

std::vector<PlannedChange> readPlan(const QByteArray& json, const Design& design) {
    std::map<QString, ElementId> elements;
    for (const auto& entry : design.addresses.sets)
        for (std::size_t i = 0; i < entry.value->members.size(); ++i)
            elements[QString::fromStdString(toString(AddressRef{&entry.key, entry.value.get(), i}))] =
                entry.value->members[i].element;
    std::vector<PlannedChange> changes;
    const QJsonArray all =
        QJsonDocument::fromJson(json).object()[QLatin1String("resource_changes")].toArray();
    for (const QJsonValue& value : all) {
        const QJsonObject resource = value.toObject();
        const auto action =
            actionOf(resource[QLatin1String("change")].toObject()[QLatin1String("actions")].toArray());
        if (!action) continue;
        PlannedChange change{resource[QLatin1String("address")].toString(), *action, {}};
        if (const auto it = elements.find(change.address); it != elements.end()) change.element = it->second;
        changes.push_back(std::move(change));
    }
    return changes;
}

std::vector<TerraformOutput> readOutputs(const QByteArray& json) {
    std::vector<TerraformOutput> outputs;
    const QJsonObject all = QJsonDocument::fromJson(json).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject output = it->toObject();
        const QJsonValue value = output[QLatin1String("value")];
        QString text = value.toString();
        if (output[QLatin1String("sensitive")].toBool())
            text = QStringLiteral("(sensitive)");
        else if (value.isArray())
            text = QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
        else if (value.isObject())
            text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        else if (!value.isString())
            text = value.toVariant().toString();
        outputs.push_back({it.key(), text});
    }
    return outputs;
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
    m_phase = Phase::Step;
    const TerraformStep step = m_steps[m_at];
    // init makes .terraform only where there is something to keep in it.
    if (step == TerraformStep::Plan) QDir(m_folder).mkpath(QStringLiteral(".terraform"));
    const bool havePlan = QFile::exists(QDir(m_folder).filePath(planFile()));
    QStringList arguments = argumentsOf(step, havePlan);
    emit stepStarted(step, m_tool.name + QLatin1Char(' ') + arguments.join(QLatin1Char(' ')));
    start(arguments, false);
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
    if (m_phase == Phase::Step && succeeded) {
        if (step == TerraformStep::Plan) {
            m_phase = Phase::ShowPlan;
            start({QStringLiteral("show"), QStringLiteral("-json"), planFile()}, true);
            return;
        }
        if (step == TerraformStep::Apply) {
            // What was planned has been done; the same plan cannot be applied twice.
            QFile::remove(QDir(m_folder).filePath(planFile()));
            m_phase = Phase::ShowOutputs;
            start({QStringLiteral("output"), QStringLiteral("-json")}, true);
            return;
        }
        if (step == TerraformStep::Destroy) {
            QFile::remove(QDir(m_folder).filePath(planFile()));
            m_outputJson.clear();
        }
    }
    if (m_phase == Phase::ShowPlan && succeeded) m_planJson = m_captured;
    if (m_phase == Phase::ShowOutputs && succeeded) m_outputJson = m_captured;
    emit stepFinished(step, succeeded);
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
