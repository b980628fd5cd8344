// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/format/codec.h"
#include "ui/document/atomic_file.h"

namespace sekisho {

/// Reads a .sekisho file. Besides what readDesign() finds it fails like readFile(), and with read_empty.
[[nodiscard]] Result<format::Loaded> loadDesign(const std::filesystem::path& path);

/// Writes a .sekisho file; atomic, fails like replaceFile().
[[nodiscard]] Result<void> saveDesign(const std::filesystem::path& path, const Design& design,
                                      const FaultHook& hook = {});

} // namespace sekisho
