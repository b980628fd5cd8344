// SPDX-License-Identifier: Apache-2.0
#include "tests/export/judge.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

namespace sekisho::test {

Outcome runProgram(const QString& program, const QStringList& arguments, const QByteArray& input,
                   int seconds) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CHECKPOINT_DISABLE"), QStringLiteral("1"));
    environment.insert(QStringLiteral("TF_CLI_CONFIG_FILE"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("SEKISHO_STAND_IN"), QStringLiteral(SEKISHO_BINARY_DIR "/stand_in"));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(seconds * 1000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAll()};
    return {process.exitCode(), process.readAll()};
}

bool isMissing(const char* program) {
    return QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
}

QString judgeScript() {
    return QStringLiteral(SEKISHO_SOURCE_DIR "/tests/terraform/judge.js");
}

void saveFiles(const QDir& folder, const terraform::ExportResult& result) {
    if (!folder.mkpath(QStringLiteral("."))) qFatal("cannot make %s", qPrintable(folder.path()));
    for (const auto& file : result.files) {
        QFile target(folder.filePath(QString::fromStdString(file.path)));
        const auto size = static_cast<qint64>(file.bytes.size());
        if (!target.open(QIODevice::WriteOnly) || target.write(file.bytes.data(), size) != size)
            qFatal("cannot write %s", qPrintable(target.fileName()));
    }
}

QList<Verdict> judgeAll(const QStringList& folders, const char* how) {
    QList<Verdict> verdicts;
    if (folders.isEmpty()) return verdicts;
    const Outcome outcome =
        runProgram(QStringLiteral("node"),
                   {judgeScript(), QStringLiteral("--batch"), QStringLiteral("-"), QLatin1String(how)},
                   folders.join(QLatin1Char('\n')).toUtf8(), 12 * 3600);
    for (const QByteArray& line : outcome.output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.contains(QLatin1String("dir"))) continue;
        Verdict verdict{object[QLatin1String("dir")].toString(), object[QLatin1String("ok")].toBool(), {}};
        verdict.text = QString::fromUtf8(line).left(4000);
        verdicts << verdict;
    }
    // A folder without a verdict has not been accepted.
    for (const QString& folder : folders) {
        bool judged = false;
        for (const Verdict& verdict : verdicts)
            judged |= verdict.folder == folder;
        if (!judged) verdicts << Verdict{folder, false, QString::fromUtf8(outcome.output.right(4000))};
    }
    return verdicts;
}

} // namespace sekisho::test
