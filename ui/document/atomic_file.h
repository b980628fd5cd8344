// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/file_ops.h"

namespace sekisho {

/// The bytes of the file at `path`, links followed. Fails with read_missing, read_not_regular (a folder, a
/// pipe, a device), read_too_large (more than `limit` bytes; told before reading) or read_failed.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit);

/// Writes the file as a whole or not at all, whatever happens in between; the bytes are on the disk when this
/// returns. An existing file hands on its permissions; a link is followed and stays a link. The file that
/// takes shape is ".<name>.saving" beside it: one fixed name, so that a killed save leaves no litter for
/// longer than until the next (QSaveFile leaves one more randomly named file each time). Fails with
/// write_unwritable, write_no_space, write_no_folder, write_not_folder, write_not_regular,
/// write_locked (another save of the same file is under way) or write_failed.
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& path, std::string_view bytes,
                                       const FaultHook& hook = {});

} // namespace sekisho
