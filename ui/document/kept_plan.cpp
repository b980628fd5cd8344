// SPDX-License-Identifier: Apache-2.0
#include "ui/document/kept_plan.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace sekisho::kept_plan {

namespace {

QString sealFile() {
    return QStringLiteral(".terraform/sekisho.tfplan.json");
}

QByteArray hashOf(const QString& path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return {};
    return hash.result();
}

} // namespace

QString file() {
    return QStringLiteral(".terraform/sekisho.tfplan");
}

QByteArray inputsOf(const QString& folder) {
    const QDir dir(folder);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList names = dir.entryList({QStringLiteral("*.tf"), QStringLiteral("*.tf.json"),
                                             QStringLiteral("*.tfvars"), QStringLiteral("*.tfvars.json")},
                                            QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString& name : names) {
        // Hashes are of one length, so that nothing can move from one file to the next unseen.
        hash.addData(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256));
        hash.addData(hashOf(dir.filePath(name)));
    }
    return hash.result().toHex();
}

void seal(const QString& folder, const QByteArray& inputs, const PlanCounts& counts) {
    QSaveFile seal(QDir(folder).filePath(sealFile()));
    if (!seal.open(QIODevice::WriteOnly)) return;
    const QJsonObject object{
        {QStringLiteral("inputs"), QString::fromLatin1(inputs)},
        {QStringLiteral("plan"), QString::fromLatin1(hashOf(QDir(folder).filePath(file())).toHex())},
        {QStringLiteral("create"), counts.create},
        {QStringLiteral("update"), counts.update},
        {QStringLiteral("replace"), counts.replace},
        {QStringLiteral("destroy"), counts.destroy},
    };
    seal.write(QJsonDocument(object).toJson());
    seal.commit();
}

bool exists(const QString& folder) {
    return QFile::exists(QDir(folder).filePath(file()));
}

std::optional<PlanCounts> held(const QString& folder) {
    if (!exists(folder)) return {};
    QFile seal(QDir(folder).filePath(sealFile()));
    if (!seal.open(QIODevice::ReadOnly)) return {};
    constexpr qint64 longest = 10000;
    const QJsonObject object = QJsonDocument::fromJson(seal.read(longest)).object();
    const auto text = [&](const char* key) { return object[QLatin1String(key)].toString().toLatin1(); };
    const auto count = [&](const char* key) { return object[QLatin1String(key)].toInt(); };
    if (text("inputs") != inputsOf(folder) || text("plan") != hashOf(QDir(folder).filePath(file())).toHex())
        return {};
    return PlanCounts{count("create"), count("update"), count("replace"), count("destroy")};
}

void drop(const QString& folder) {
    QFile::remove(QDir(folder).filePath(file()));
    QFile::remove(QDir(folder).filePath(sealFile()));
}

} // namespace sekisho::kept_plan
