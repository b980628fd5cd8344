// SPDX-License-Identifier: Apache-2.0
#include "ui/document/terraform_runner.h"

#include "core/model/design.h"
#include "ui/document/kept_plan.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <algorithm>
#include <csignal>
#include <sys/stat.h>
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

/// The docker compose file that serves a folder: in it, or, as in the article, in the project around it.
QString composeFileOf(const QString& folder) {
    QDir dir(folder);
    for (int up = 0; up < 2; ++up) {
        // In the order in which docker looks.
        for (const char* name : {"compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"})
            if (dir.exists(QLatin1String(name))) return dir.filePath(QLatin1String(name));
        if (!dir.cdUp()) break;
    }
    return {};
}

/// Where the container finds the folder: what a line "- .:/workspace" of the compose file says. Empty if
/// none does.
QString folderInContainer(const QString& composeFile, const QByteArray& text, const QString& folder) {
    const QDir project = QFileInfo(composeFile).absoluteDir();
    const QString within = project.relativeFilePath(QDir(folder).absolutePath());
    QString found;
    qsizetype longest = -1;
    for (const QByteArray& each : text.split('\n')) {
        QString line = QString::fromUtf8(each).trimmed();
        if (!line.startsWith(QLatin1String("- "))) continue;
        line = line.mid(2).trimmed();
        line.remove(QLatin1Char('"')).remove(QLatin1Char('\''));
        const QStringList parts = line.split(QLatin1Char(':'));
        if (parts.size() < 2 || !parts[0].startsWith(QLatin1Char('.')) ||
            !parts[1].startsWith(QLatin1Char('/')))
            continue;
        const QString host = QDir::cleanPath(parts[0]);
        QString rest;
        if (host == QLatin1String(".")) {
            rest = within == QLatin1String(".") ? QString() : within;
        } else if (within == host) {
            rest.clear();
        } else if (within.startsWith(host + QLatin1Char('/'))) {
            rest = within.mid(host.size() + 1);
        } else {
            continue;
        }
        if (host.size() <= longest) continue;
        longest = host.size();
        found = QDir::cleanPath(parts[1] + QLatin1Char('/') + rest);
    }
    return found;
}

/// What the container of a compose file has to be told to run terraform rather than a shell: in ours, as in
/// the article's, the service gives a shell, and the files are in a folder of it.
QStringList composeArguments(const QString& file, const QByteArray& text, const QString& folder) {
    QStringList arguments{QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("-T")};
    if (text.contains("entrypoint:"))
        arguments << QStringLiteral("--entrypoint") << QStringLiteral("terraform");
    if (const QString inside = folderInContainer(file, text, folder); !inside.isEmpty())
        arguments << QStringLiteral("--workdir") << inside;
    arguments << QStringLiteral("terraform");
    return arguments;
}

QByteArray textOf(const QString& path) {
    QFile file(path);
    constexpr qint64 longest = 100000;
    return file.open(QIODevice::ReadOnly) ? file.read(longest) : QByteArray();
}

} // namespace

std::vector<TerraformTool> terraformTools(const QString& folder) {
    std::vector<TerraformTool> tools;
    for (const char* name : {"terraform", "tofu"})
        if (const QString path = QStandardPaths::findExecutable(QLatin1String(name)); !path.isEmpty())
            tools.push_back({QLatin1String(name), path, {}});
    const QString compose = composeFileOf(folder);
    const QByteArray text = compose.isEmpty() ? QByteArray() : textOf(compose);
    if (!text.contains("terraform:")) return tools; // no such service
    const QStringList arguments = composeArguments(compose, text, folder);
    if (const QString path = QStandardPaths::findExecutable(QStringLiteral("docker")); !path.isEmpty())
        tools.push_back(
            {QStringLiteral("docker compose"), path, QStringList(QStringLiteral("compose")) + arguments});
    // The article's, from before compose was part of docker.
    if (const QString path = QStandardPaths::findExecutable(QStringLiteral("docker-compose"));
        !path.isEmpty())
        tools.push_back({QStringLiteral("docker-compose"), path, arguments});
    return tools;
}

bool changesAws(TerraformStep step) {
    return step == TerraformStep::Apply || step == TerraformStep::Destroy;
}

TerraformRunner::TerraformRunner(QObject* parent) : QObject(parent) {
    constexpr int eyeRate = 40; // ms
    m_reader.setInterval(eyeRate);
    connect(&m_reader, &QTimer::timeout, this, &TerraformRunner::endedOrFollow);
}

TerraformRunner::~TerraformRunner() {
    if (!m_process) return;
    m_process->disconnect(this);
    if (m_hasEnded || m_process->state() == QProcess::NotRunning) return;
    // Terraform writes its state and removes its lock when it is interrupted.
    m_process->waitForStarted(1000);
    if (!m_cancelled) ::kill(static_cast<pid_t>(m_process->processId()), SIGINT);
    if (m_process->waitForFinished(3000)) return;
    if (changesAws(step()) && m_phase == Phase::Step) {
        // AWS takes its time; the state is written when it has answered. A QProcess that is deleted kills.
        static auto* const stay = new QObject;
        m_process->setParent(stay);
        return;
    }
    killAll();
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
    m_crashed = false;
    m_isRunning = true;
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
    const QStringList words =
        QStringList(QFileInfo(m_tool.program).fileName()) + m_tool.arguments + arguments;
    emit stepStarted(step, words.join(QLatin1Char(' ')));
    start(arguments, m_phase != Phase::Step);
}

namespace {

/// A file that has a name only as long as a program needs it.
std::unique_ptr<QTemporaryFile> openScratch() {
    auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/sekisho-XXXXXX.log"));
    if (!file->open()) return nullptr;
    return file;
}

void forgetName(QTemporaryFile* file) {
    if (!file) return;
    QFile::remove(file->fileName()); // by name: what is open stays open
    file->setAutoRemove(false);
}

qint64 sizeOf(const QTemporaryFile& file) {
    struct stat facts {};
    return ::fstat(file.handle(), &facts) == 0 ? qint64(facts.st_size) : 0;
}

QByteArray readAt(const QTemporaryFile& file, qint64 from, qint64 most) {
    QByteArray bytes(most, Qt::Uninitialized);
    const ssize_t got = ::pread(file.handle(), bytes.data(), std::size_t(most), off_t(from));
    bytes.truncate(got > 0 ? qsizetype(got) : 0);
    return bytes;
}

/// What is told at once, so that the window answers in between; and how much behind one may fall.
constexpr qint64 mostAtOnce = qint64(128) * 1024;
constexpr qint64 mostBehind = qint64(16) * 1024 * 1024;
/// Plans and states for programs: larger ones are nobody's.
constexpr qint64 mostCaptured = qint64(512) * 1024 * 1024;

} // namespace

void TerraformRunner::start(const QStringList& arguments, bool capture) {
    m_isCaptured = capture;
    m_hasEnded = false;
    m_read = 0;
    m_group = 0;
    m_printed = openScratch();
    m_errors = capture ? openScratch() : nullptr;
    m_process = new QProcess(this);
    if (!m_printed || (capture && !m_errors))
        return failToStart(tr("There is no room for what it prints in %1.").arg(QDir::tempPath()));
    m_process->setWorkingDirectory(m_folder);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TF_IN_AUTOMATION"), QStringLiteral("1"));
    environment.insert(QStringLiteral("CHECKPOINT_DISABLE"), QStringLiteral("1"));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(m_printed->fileName(), QIODevice::Append);
    if (capture)
        m_process->setStandardErrorFile(m_errors->fileName(), QIODevice::Append);
    else
        m_process->setProcessChannelMode(QProcess::MergedChannels);
    // Nothing that ends this program's terminal or group reaches it, and all that it starts can be found.
    m_process->setChildProcessModifier([] { ::setsid(); });
    connect(m_process, &QProcess::started, this, [this] {
        m_group = m_process->processId();
        forgetName(m_printed.get());
        forgetName(m_errors.get());
    });
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        const bool crashed = status != QProcess::NormalExit;
        m_code = crashed ? -1 : code;
        m_crashed = crashed && !m_cancelled;
        // The providers of a terraform that was killed go on otherwise.
        if (crashed || m_cancelled) killAll();
        m_hasEnded = true;
        endedOrFollow();
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        // Whatever else goes wrong is followed by finished().
        if (error == QProcess::FailedToStart) failToStart(m_process->errorString());
    });
    if (!capture) m_reader.start();
    QStringList before = m_tool.arguments;
    m_container.clear();
    if (const qsizetype remove = before.indexOf(QLatin1String("--rm")); remove >= 0) {
        // What runs in a container does not end with the program that started it.
        static int count = 0;
        m_container = QStringLiteral("sekisho-%1-%2").arg(QCoreApplication::applicationPid()).arg(++count);
        before.insert(remove + 1, QStringLiteral("--name"));
        before.insert(remove + 2, m_container);
    }
    m_process->start(m_tool.program, before + arguments, QIODevice::ReadOnly);
}

void TerraformRunner::failToStart(const QString& reason) {
    emit text((reason + QLatin1Char('\n')).toUtf8());
    m_code = -1;
    m_hasEnded = true;
    // Not from within run(): whoever called it is told afterwards.
    QTimer::singleShot(0, this, &TerraformRunner::ended);
}

/// Tells what was printed since, a piece; whether that was all.
bool TerraformRunner::readMore() {
    if (!m_printed) return true;
    const qint64 size = sizeOf(*m_printed);
    if (size - m_read > mostBehind) {
        const qint64 left = size - mostAtOnce - m_read;
        m_read += left;
        emit skipped(left);
    }
    const QByteArray bytes = readAt(*m_printed, m_read, std::min(mostAtOnce, size - m_read));
    m_read += bytes.size();
    if (!bytes.isEmpty()) emit text(bytes);
    return bytes.isEmpty() || m_read >= size;
}

/// The text that is left comes before the end.
void TerraformRunner::endedOrFollow() {
    const bool told = m_isCaptured || readMore();
    if (!m_hasEnded || !told) return;
    m_reader.stop();
    ended();
}

void TerraformRunner::ended() {
    if (!m_process) return;
    m_process->deleteLater();
    m_process = nullptr;
    QByteArray captured;
    if (m_isCaptured && m_printed) {
        captured = readAt(*m_printed, 0, std::min(sizeOf(*m_printed), mostCaptured));
        // Why there is no answer.
        if (m_code != 0 && m_errors) emit text(readAt(*m_errors, 0, mostAtOnce));
    }
    m_printed.reset();
    m_errors.reset();
    const TerraformStep step = m_steps[m_at];
    constexpr int differs = 3; // of fmt -check
    const bool isUnformatted = step == TerraformStep::Format && m_code == differs;
    const bool succeeded = (m_code == 0 || isUnformatted) && !m_cancelled;
    if (isUnformatted && succeeded) emit unformatted();
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
        if (!succeeded || !QJsonDocument::fromJson(captured).isObject()) {
            // A plan that nobody has seen is none to apply.
            kept_plan::drop(m_folder);
            if (succeeded) emit text((tr("The plan cannot be read.") + QLatin1Char('\n')).toUtf8());
            return finishStep(false);
        }
        m_planJson = captured;
        return finishStep(keepPlan());
    case Phase::ShowOutputs:
        m_outputJson = succeeded ? captured : QByteArray();
        if (m_cancelled) return finishStep(false);
        return read(Phase::ShowState, {QStringLiteral("show"), QStringLiteral("-json")});
    case Phase::ShowState:
        m_stateJson = succeeded ? captured : QByteArray();
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
    if (succeeded && ++m_at < m_steps.size()) return next();
    m_isRunning = false;
    emit finished(succeeded);
}

void TerraformRunner::cancel() {
    if (!m_process || m_hasEnded) return;
    if (m_cancelled) return killAll();
    m_cancelled = true;
    if (m_process->processId() > 0) ::kill(static_cast<pid_t>(m_process->processId()), SIGINT);
}

void TerraformRunner::killAll() {
    m_process->kill();
    // It leads the group of all that it has started.
    if (m_group > 0) ::kill(static_cast<pid_t>(-m_group), SIGKILL);
    if (m_container.isEmpty()) return;
    if (const QString docker = QStandardPaths::findExecutable(QStringLiteral("docker")); !docker.isEmpty()) {
        QProcess kill;
        kill.setProgram(docker);
        kill.setArguments({QStringLiteral("kill"), m_container});
        kill.setStandardOutputFile(QProcess::nullDevice());
        kill.setStandardErrorFile(QProcess::nullDevice());
        kill.startDetached();
    }
}

} // namespace sekisho
