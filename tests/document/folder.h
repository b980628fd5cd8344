// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtGlobal>

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>

namespace sekisho::test {

namespace fs = std::filesystem;

/// A fresh folder, in memory where there is such a place: these tests sync thousands of times.
class Folder {
public:
    Folder()
        : m_folder(QDir("/dev/shm").exists() ? "/dev/shm/sekisho-XXXXXX"
                                             : QDir::tempPath() + "/sekisho-XXXXXX") {
        if (!m_folder.isValid()) qFatal("no temporary folder");
    }
    fs::path path() const { return m_folder.path().toStdString(); }
    fs::path operator/(const std::string& name) const { return path() / name; }

private:
    QTemporaryDir m_folder;
};

inline void put(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << bytes;
    if (!file.flush()) qFatal("cannot write %s", path.c_str());
}

inline std::string bytesOf(const fs::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) return "(unreadable)";
    return file.readAll().toStdString();
}

/// Everything below a folder: path -> what it is, its permissions and its bytes.
using Snapshot = std::map<std::string, std::string>;

inline Snapshot snapshot(const fs::path& root) {
    Snapshot found;
    if (!fs::exists(root)) return found;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
        const std::string name = entry.path().lexically_relative(root).string();
        const std::string mode = std::to_string(static_cast<int>(entry.symlink_status().permissions()));
        if (entry.is_symlink())
            found[name] = "link " + fs::read_symlink(entry.path()).string();
        else if (entry.is_directory())
            found[name] = "folder " + mode;
        else if (entry.is_regular_file())
            found[name] = "file " + mode + '\n' + bytesOf(entry.path());
        else
            found[name] = "other " + mode;
    }
    return found;
}

/// For the message of a failed comparison.
inline QByteArray describe(const Snapshot& snapshot) {
    QByteArray text;
    for (const auto& [path, what] : snapshot)
        text += QByteArray::fromStdString(path + ": " + what.substr(0, 60)).replace('\n', ' ') + "\n";
    return text;
}

inline std::string argument(const Diagnostic& diagnostic, const std::string& name) {
    for (const DiagnosticArg& arg : diagnostic.args)
        if (arg.name == name) return arg.value;
    return "(no such argument)";
}

/// "write-symlink /folder/vpc.tf", or "" for success.
template<class T>
QByteArray failureOf(const Result<T>& result) {
    if (result) return {};
    return QByteArray::fromStdString(std::string(codeText(result.error().code)) + ' ' +
                                     argument(result.error(), "path"));
}

/// The code alone.
template<class T>
QByteArray codeOf(const Result<T>& result) {
    return failureOf(result).split(' ').front();
}

} // namespace sekisho::test
