// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/export_manifest.h"
#include "ui/document/file_ops.h"

#include <optional>

namespace sekisho {

/// A change of one file, by the SHA-256 of its bytes; unset: there is no file.
struct JournalEntry {
    std::string path;
    std::optional<std::string> before;
    std::optional<std::string> after;
};

/// How to take an export back. It lies in the stage from before the first file is touched until after the
/// last: as long as it is there the export has not happened. Entry i has its new bytes in "new.<i>" and its
/// old file in "old.<i>".
struct ExportJournal {
    std::uint64_t stage = 0; ///< inode of the stage: a stage that was copied or sent here is not followed
    std::vector<std::string> folders; ///< sub-folders the export makes, outermost first
    std::vector<JournalEntry> entries;
};

inline constexpr const char* journalName = "journal.json";
inline constexpr const char* journalDraftName = "journal.draft"; ///< renamed once it is complete

std::string newName(std::size_t entry);
std::string oldName(std::size_t entry);

std::string writeJournal(const ExportJournal& journal);
/// The journal, if the text is one and names nothing that an export could not have touched.
std::optional<ExportJournal> readJournal(std::string_view bytes);

/// What taking back an interrupted export came to.
struct ExportRecovery {
    bool found = false;                ///< there was one
    std::vector<std::string> restored; ///< files that are as before again
    Diagnostics notes; ///< write_recovered; write_recovery_left for a file somebody changed since
};

/// Takes back what an export left that was killed or met a full disk: afterwards every file is as it was
/// before that export, or, if it had got as far, as it wrote it; nothing is in between. A file that somebody
/// changed in the meantime is left alone and named. Touches only files that hold exactly what the interrupted
/// export wrote. Fails with write_locked (it is still running), write_stage_foreign (the stage is not of this
/// folder's making), write_symlink, write_unwritable, write_failed...; calling it again then goes on where it
/// stopped.
[[nodiscard]] Result<ExportRecovery> recoverExport(const std::filesystem::path& folder,
                                                   const FaultHook& hook = {});

/// The same for a folder that this handle has locked. `root` is for messages.
[[nodiscard]] Result<ExportRecovery> recoverLocked(const FolderHandle& folder,
                                                   const std::filesystem::path& root);

} // namespace sekisho
