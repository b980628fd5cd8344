// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/format/codec.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace sekisho::format {

/// Turns a document of one version into the next version. It may rely on nothing but the JSON being
/// well-formed: what does not fit is left as it is for the reader to refuse. Does not touch "version".
using MigrationStep = void (*)(nlohmann::json& document);

/// The steps from the oldest version that can be read to the current one.
struct Migrations {
    int oldest = currentVersion;
    std::vector<MigrationStep> steps;

    int current() const { return oldest + static_cast<int>(steps.size()); }
};

/// Those of this program.
const Migrations& migrations();

/// The text of the document in the current version. `text` has passed checkJson(); it is of `version`, which
/// is one of those that `migrations` knows. Error: file_duplicate_key.
[[nodiscard]] Result<std::string> migrated(std::string_view text, int version, const Migrations& migrations);

/// readDesign() with other migrations.
[[nodiscard]] Result<Loaded> readDesign(std::string_view bytes, const Migrations& migrations);

} // namespace sekisho::format
