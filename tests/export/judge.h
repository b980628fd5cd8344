// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/export.h"

#include <QByteArray>
#include <QDir>
#include <QList>
#include <QStringList>

/// The real terraform as a judge of exports: tests/terraform/README.md.
namespace sekisho::test {

struct Outcome {
    int code = -1; ///< exit status; -1: it did not run
    QByteArray output;
};

/// Runs a program in the environment that the judge needs, up to `seconds`.
Outcome runProgram(const QString& program, const QStringList& arguments, const QByteArray& input = {},
                   int seconds = 600);
bool isMissing(const char* program);
QString judgeScript();

/// Writes the files of an export into a folder, which is made.
void saveFiles(const QDir& folder, const terraform::ExportResult& result);

struct Verdict {
    QString folder;
    bool accepted = false;
    QString text; ///< what was wrong, and where
};

/// Judges many folders at once. `how`: "--validate", "--plan", "--apply". One verdict a folder.
QList<Verdict> judgeAll(const QStringList& folders, const char* how);

} // namespace sekisho::test

#define NEED(program)                                                                                        \
    if (sekisho::test::isMissing(program)) {                                                                 \
        if (qEnvironmentVariable("CI") == QLatin1String("true")) QFAIL(program " is missing");               \
        QSKIP(program " is missing");                                                                        \
    }
#define NEED_TERRAFORM()                                                                                     \
    NEED("terraform");                                                                                       \
    NEED("node")
