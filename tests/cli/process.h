// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

/// Runs the built program as others do: as a process of its own.
namespace cli {

struct Outcome {
    int status = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    /// "summary/error": a value within the JSON.
    QJsonValue at(const QString& path) const {
        QJsonValue value = json();
        for (const QString& key : path.split('/'))
            value = value.toObject().value(key);
        return value;
    }
    QList<QByteArray> lines() const {
        QList<QByteArray> all = out.split('\n');
        if (!all.isEmpty() && all.last().isEmpty()) all.removeLast();
        return all;
    }
};

inline QString program() {
    return QStringLiteral(SEKISHO_BINARY_DIR "/bin/sekisho-cli");
}

/// Nothing but a locale: no HOME, no DISPLAY, no PATH.
inline QProcessEnvironment bareEnvironment(const QString& locale = QStringLiteral("C")) {
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("LC_ALL"), locale);
    return environment;
}

inline Outcome finish(QProcess& process, const QString& file, const QStringList& args) {
    process.start(file, args);
    Outcome outcome;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit) {
        outcome.err = "the process did not end by itself: " + process.errorString().toUtf8();
        return outcome;
    }
    outcome.status = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

inline Outcome run(const QStringList& args, const QString& locale = QStringLiteral("C"),
                   const QString& folder = {}) {
    QProcess process;
    process.setProcessEnvironment(bareEnvironment(locale));
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    return finish(process, program(), args);
}

/// The program through a shell: `script` calls it as "$0" with "$@".
inline Outcome runShell(const QString& script, const QStringList& args) {
    QProcess process;
    process.setProcessEnvironment(bareEnvironment());
    return finish(process, QStringLiteral("/bin/sh"),
                  QStringList{QStringLiteral("-c"), script, program()} + args);
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A folder of its own with the hands-on design in it.
struct Workplace {
    QTemporaryDir folder;
    QString design = path("web.sekisho");

    Workplace() { created = run({"new", "--template", "hands-on", "-o", design}); }
    QString path(const QString& name) const { return folder.filePath(name); }

    Outcome created;
};

} // namespace cli
