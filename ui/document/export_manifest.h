// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace sekisho {

inline constexpr const char* manifestName = ".sekisho-export.json";
inline constexpr const char* stageName = ".sekisho-export.stage"; ///< folder of an export under way

/// Larger files in an export folder are none of ours.
inline constexpr std::size_t maxExportFileBytes = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t maxManifestBytes = std::size_t{4} * 1024 * 1024;

/// What the last export wrote: path in the folder -> SHA-256 in lower-case hex.
using ExportManifest = std::map<std::string, std::string>;

std::string sha256(std::string_view bytes);
bool isSha256(std::string_view text);

/// Whether an export may write, or a manifest list, this path: relative, of printable ASCII without
/// backslashes, no "." or ".." and nothing hidden (".git", ".terraform", our own bookkeeping), no Terraform
/// state.
bool isExportPath(std::string_view path);

/// The text of .sekisho-export.json: the same for the same files, at any time.
std::string writeManifest(const ExportManifest& manifest);

/// Fails with write_bad_manifest or write_manifest_version; `path` is for the message.
[[nodiscard]] Result<ExportManifest> readManifest(std::string_view bytes, const std::filesystem::path& path);

} // namespace sekisho
