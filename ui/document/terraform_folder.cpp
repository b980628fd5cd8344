// SPDX-License-Identifier: Apache-2.0
#include "ui/document/terraform_folder.h"

#include "ui/document/export_manifest.h"
#include "ui/document/hcl_scanner.h"
#include "ui/document/tfvars_line.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace sekisho::terraform_folder {

namespace {

/// The arguments of a body whose expressions end with their lines or the body; stops at its closing brace.
/// `block` is called for each block in it, at the opening brace, and leaves the scanner behind the closing
/// one.
template<class OnBlock>
std::map<std::string, std::string> walkBody(HclScanner& scanner, std::string_view text,
                                            const OnBlock& onBlock) {
    std::map<std::string, std::string> arguments;
    while (!scanner.atEnd() && !scanner.broken()) {
        scanner.skipBlanks();
        if (scanner.take('\n') || scanner.skipComment()) continue;
        if (scanner.atEnd() || scanner.looksAt("}")) break;
        const std::string name(scanner.takeName());
        if (name.empty()) {
            scanner.skipToken();
            continue;
        }
        scanner.skipBlanks();
        if (!scanner.looksAt("==") && scanner.take('=')) {
            scanner.skipBlanks();
            const std::size_t start = scanner.position();
            std::size_t end = start;
            while (!scanner.atEnd() && !scanner.broken() && !scanner.looksAt("\n") && !scanner.looksAt("}")) {
                if (!scanner.skipComment()) {
                    const bool blank = scanner.looksAt(" ") || scanner.looksAt("\t") || scanner.looksAt("\r");
                    blank ? scanner.skipBlanks() : scanner.skipToken();
                    if (!blank) end = scanner.position();
                }
            }
            if (!scanner.broken()) arguments.emplace(name, text.substr(start, end - start));
            continue;
        }
        std::vector<std::string> labels;
        while (!scanner.atEnd() && !scanner.broken() && !scanner.looksAt("{") && !scanner.looksAt("\n") &&
               !scanner.looksAt("}")) {
            const std::size_t start = scanner.position();
            scanner.skipToken();
            std::string label(text.substr(start, scanner.position() - start));
            if (label.size() >= 2 && label.front() == '"') label = label.substr(1, label.size() - 2);
            labels.push_back(std::move(label));
            scanner.skipBlanks();
        }
        if (scanner.looksAt("{")) onBlock(name, labels);
    }
    return arguments;
}

QByteArray read(const QString& path, qint64 most) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.isSequential()) return {};
    return file.read(most);
}

constexpr qint64 mostText = qint64(4) * 1024 * 1024;

/// The text of a string without anything to evaluate.
std::optional<QString> literal(const std::string& expression) {
    const QString text = QString::fromStdString(expression);
    if (text.size() < 2 || !text.startsWith(QLatin1Char('"')) || !text.endsWith(QLatin1Char('"')) ||
        text.contains(QLatin1String("${")) || text.contains(QLatin1String("%{")) ||
        text.contains(QLatin1Char('\\')))
        return {};
    return text.mid(1, text.size() - 2);
}

/// What a variable is set to there, and where; in the order in which terraform takes them, the last wins.
std::optional<Identity> variable(const QDir& folder, const QString& name) {
    const std::string wanted = name.toStdString();
    std::optional<Identity> found;
    const auto take = [&](const QString& file, std::string_view type, std::string_view argument) {
        const std::string text = read(folder.filePath(file), mostText).toStdString();
        const auto value = argumentOf(text, type, type.empty() ? std::string_view() : wanted, argument);
        if (!value) return;
        const auto known = literal(*value);
        found = Identity{known ? *known : QString::fromStdString(*value), file};
    };
    const auto files = [&](const char* pattern) {
        return folder.entryList({QLatin1String(pattern)}, QDir::Files, QDir::Name);
    };
    for (const QString& file : files("*.tf"))
        take(file, "variable", "default");
    const QString environment = QStringLiteral("TF_VAR_") + name;
    if (const QByteArray key = environment.toUtf8(); qEnvironmentVariableIsSet(key.constData()))
        found = Identity{qEnvironmentVariable(key.constData()), environment};
    if (folder.exists(QStringLiteral("terraform.tfvars")))
        take(QStringLiteral("terraform.tfvars"), {}, wanted);
    for (const QString& file : files("*.auto.tfvars"))
        take(file, {}, wanted);
    return found;
}

} // namespace

std::optional<std::string> argumentOf(std::string_view text, std::string_view type, std::string_view label,
                                      std::string_view argument) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    HclScanner scanner(text);
    std::optional<std::string> found;
    const auto own = walkBody(scanner, text, [&](const std::string& name, const auto& labels) {
        if (found || name != type || labels.empty() || labels.front() != label) return scanner.skipToken();
        scanner.take('{');
        const auto arguments =
            walkBody(scanner, text, [&](const auto&, const auto&) { scanner.skipToken(); });
        scanner.take('}');
        const auto it = arguments.find(std::string(argument));
        if (it != arguments.end() && !arguments.contains("alias")) found = it->second;
    });
    if (!type.empty()) return found;
    const auto it = own.find(std::string(argument));
    return it == own.end() ? std::nullopt : std::optional(it->second);
}

Identity identityOf(const QString& folder) {
    const QDir dir(folder);
    const QStringList files = dir.entryList({QStringLiteral("*.tf")}, QDir::Files, QDir::Name);
    for (const QString& file : files) {
        const std::string text = read(dir.filePath(file), mostText).toStdString();
        const auto expression = argumentOf(text, "provider", "aws", "profile");
        if (!expression) continue;
        if (const auto name = literal(*expression)) return {*name, file};
        const QString reference = QString::fromStdString(*expression);
        if (reference.startsWith(QLatin1String("var.")))
            if (const auto value = variable(dir, reference.mid(4)))
                // A variable that is null leaves it to the environment.
                if (value->profile != QLatin1String("null") && !value->profile.isEmpty()) return *value;
        if (!reference.startsWith(QLatin1String("var."))) return {reference, file};
    }
    if (!qEnvironmentVariableIsEmpty("AWS_ACCESS_KEY_ID") &&
        !qEnvironmentVariableIsEmpty("AWS_SECRET_ACCESS_KEY"))
        return {QString(), QStringLiteral("AWS_ACCESS_KEY_ID")};
    for (const char* name : {"AWS_PROFILE", "AWS_DEFAULT_PROFILE"})
        if (const QString profile = qEnvironmentVariable(name); !profile.isEmpty())
            return {profile, QLatin1String(name)};
    return {QStringLiteral("default"), QString()};
}

QString workspaceOf(const QString& folder) {
    constexpr qint64 longest = 1000;
    QString name = qEnvironmentVariable("TF_WORKSPACE");
    if (name.isEmpty())
        name =
            QString::fromUtf8(read(QDir(folder).filePath(QStringLiteral(".terraform/environment")), longest))
                .trimmed();
    return name.isEmpty() ? QStringLiteral("default") : name;
}

StatePlace statePlaceOf(const QString& folder) {
    const QDir dir(folder);
    // What init noted of a backend; it has the form of a state.
    const QJsonObject backend =
        QJsonDocument::fromJson(read(dir.filePath(QStringLiteral(".terraform/terraform.tfstate")), mostText))
            .object()[QLatin1String("backend")]
            .toObject();
    const QString type = backend[QLatin1String("type")].toString();
    if (!type.isEmpty() && type != QLatin1String("local")) return {true, type};
    QString file = backend[QLatin1String("config")].toObject()[QLatin1String("path")].toString(
        QStringLiteral("terraform.tfstate"));
    if (const QString workspace = workspaceOf(folder); workspace != QLatin1String("default"))
        file = QStringLiteral("terraform.tfstate.d/%1/terraform.tfstate").arg(workspace);
    return {dir.exists(file), QString()};
}

std::string_view withoutHeader(std::string_view text) {
    if (!text.starts_with("# Sekisho")) return text;
    return text.substr(std::min(text.find('\n'), text.size()));
}

Match match(const QString& folder, const std::vector<terraform::ExportedFile>& files) {
    const QDir dir(folder);
    const QByteArray bytes = read(dir.filePath(QLatin1String(manifestName)), qint64(maxManifestBytes) + 1);
    const auto manifest = bytes.isEmpty() ? Result<ExportManifest>(ExportManifest())
                                          : readManifest(bytes.toStdString(), manifestName);
    if (!manifest || files.empty()) return Match::Other;
    Match found = Match::Same;
    std::size_t listed = 0;
    for (const terraform::ExportedFile& file : files) {
        const std::string there =
            read(dir.filePath(QString::fromStdString(file.path)), qint64(maxExportFileBytes)).toStdString();
        const auto known = manifest->find(file.path);
        if (known != manifest->end()) ++listed;
        if (withoutHeader(there) == withoutHeader(file.bytes)) continue;
        const bool isEditors = known == manifest->end() || sha256(there) != known->second;
        if (isEditors && file.onlyAssignment) {
            // Somebody's own file with our line in it.
            const auto& [name, value] = *file.onlyAssignment;
            if (setTfvarsLine(there, name, value) != there) return Match::Other;
            continue;
        }
        if (known == manifest->end() || known->second != sha256(file.bytes)) return Match::Other;
        found = Match::Edited;
    }
    // A file that this export would remove.
    return listed < manifest->size() ? Match::Other : found;
}

} // namespace sekisho::terraform_folder
