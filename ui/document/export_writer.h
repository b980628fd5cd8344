// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/export_plan.h"

#include <map>

namespace sekisho {

/// What shall become of a file that was edited since the last export.
enum class EditChoice : std::uint8_t { Keep, Overwrite };

struct WriteOptions {
    /// Overwrites edited files (`--force`). Files that are no longer produced stay all the same when edited,
    /// and foreign files are never overwritten.
    bool force = false;
    /// Per file, before `force`. Overwriting a file that is no longer produced removes it.
    std::map<std::string, EditChoice> choices;
};

/// What an export did, by path in the folder.
struct WriteReport {
    std::vector<std::string> written;
    std::vector<std::string> removed;
    std::vector<std::string> kept; ///< edited files that were left as they are
    Diagnostics notes;             ///< warnings: write_kept_edited, write_kept_orphan, those of a recovery
};

/// Why the plan cannot be carried out like this: one error for every foreign, blocked or edited file. Empty:
/// it can.
Diagnostics refusals(const ExportPlan& plan, const WriteOptions& options);

/// Carries the plan out: all of it, or, on failure, nothing: then every file is as it was. Nothing is
/// overwritten that is not as the plan saw it (write_changed). Fails also with the first of refusals(), with
/// write_locked, write_unwritable, write_no_space, write_failed, what recoverExport() fails with, and with
/// write_rollback_failed when taking back failed too, which the next export then goes on with.
[[nodiscard]] Result<WriteReport> writeExport(const ExportPlan& plan, const WriteOptions& options = {},
                                              const FaultHook& hook = {});

} // namespace sekisho
