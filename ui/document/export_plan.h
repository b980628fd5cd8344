// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/export.h"
#include "ui/document/export_manifest.h"
#include "ui/document/file_ops.h"

#include <optional>

namespace sekisho {

enum class FileAction : std::uint8_t {
    Create,     ///< there is none yet
    Recreate,   ///< an earlier export wrote it, somebody deleted it
    Unchanged,  ///< is already as it shall be
    Update,     ///< written by an earlier export and not edited since
    SetLine,    ///< somebody else's: the assignment is set, the rest stays
    Edited,     ///< written by an earlier export and edited since: asks keep or overwrite
    Foreign,    ///< somebody else's and in the way: never overwritten
    Blocked,    ///< no regular file, or out of our reach: see `obstacle`
    Remove,     ///< no longer produced, not edited: goes
    KeepEdited, ///< no longer produced but edited since: stays unless people say otherwise
};

struct PlannedFile {
    std::string path;
    FileAction action{};
    std::optional<std::string> before;  ///< the bytes on the disk (not read for Foreign and Blocked)
    std::optional<std::string> after;   ///< the bytes it shall have; unset: it shall go
    bool listed = false;                ///< whether, once written, it counts as ours
    std::optional<Diagnostic> obstacle; ///< Foreign and Blocked: why it cannot be written
};

/// What an export would do to a folder, as the disk was when it was planned. Nothing has been written.
struct ExportPlan {
    std::filesystem::path folder;   ///< absolute; need not exist yet
    std::vector<PlannedFile> files; ///< those produced, in their order, then those that are not any more
    ExportManifest manifest;        ///< what the last export wrote
    std::optional<std::string> manifestBytes; ///< as on the disk
    Diagnostics notes;                        ///< what became of an interrupted earlier export
};

/// Compares the files with the folder; of a foreign file with `onlyAssignment` only that line is set. First
/// takes back what an interrupted export left, see recoverExport(). Fails when the folder as a whole cannot
/// be used: write_bad_path, write_not_folder, write_bad_manifest, write_manifest_version, read_failed,
/// and whatever recoverExport() fails with. What stands in the way of one file is told there.
[[nodiscard]] Result<ExportPlan> planExport(const std::filesystem::path& folder,
                                            const std::vector<terraform::ExportedFile>& files,
                                            const FaultHook& hook = {});

} // namespace sekisho
