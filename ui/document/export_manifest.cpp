// SPDX-License-Identifier: Apache-2.0
#include "ui/document/export_manifest.h"

#include <nlohmann/json.hpp>

#include <QCryptographicHash>

#include <algorithm>

namespace sekisho {

namespace {

constexpr int manifestVersion = 1;

using Json = nlohmann::json; // its objects are sorted by key

} // namespace

std::string sha256(std::string_view bytes) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toHex().toStdString();
}

bool isSha256(std::string_view text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isExportPath(std::string_view path) {
    constexpr std::size_t maxPath = 1024;
    constexpr std::size_t maxName = 200; // room for the file system's own 255
    if (path.empty() || path.size() > maxPath || path.ends_with('/')) return false;
    if (!std::ranges::all_of(path, [](char c) { return c >= ' ' && c <= '~' && c != '\\'; })) return false;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, slash);
        if (name.empty() || name.size() > maxName || name.starts_with('.')) return false;
        if (name.find(".tfstate") != std::string_view::npos) return false;
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return true;
}

std::string writeManifest(const ExportManifest& manifest) {
    Json files = Json::object();
    for (const auto& [path, hash] : manifest)
        files[path] = hash;
    nlohmann::ordered_json document;
    document["format"] = "sekisho-export";
    document["version"] = manifestVersion;
    document["files"] = files;
    return document.dump(2) + '\n';
}

Result<ExportManifest> readManifest(std::string_view bytes, const std::filesystem::path& path) {
    const auto bad = [&] { return fail(Code::write_bad_manifest, {{"path", path.string()}}); };
    const Json document = Json::parse(bytes, nullptr, false);
    if (!document.is_object() || document.value("format", Json()) != "sekisho-export") return bad();
    const Json version = document.value("version", Json());
    if (!version.is_number_unsigned()) return bad();
    if (version > manifestVersion)
        return fail(Code::write_manifest_version, {{"path", path.string()}, {"version", version.dump()}});
    const Json files = document.value("files", Json());
    if (version < manifestVersion || document.size() != 3 || !files.is_object()) return bad();

    ExportManifest manifest;
    for (const auto& [file, hash] : files.items()) {
        if (!isExportPath(file) || !hash.is_string() || !isSha256(hash.get_ref<const std::string&>()))
            return bad();
        manifest[file] = hash.get<std::string>();
    }
    return manifest;
}

} // namespace sekisho
