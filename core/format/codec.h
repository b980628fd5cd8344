// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/model/design.h"

#include <string>
#include <string_view>

/// The .sekisho file: one JSON document in UTF-8. resources/sekisho.schema.json says what it consists of.
namespace sekisho::format {

inline constexpr int currentVersion = 1; ///< of the format that writeDesign() writes
inline constexpr std::string_view generatorName = "Sekisho 0.1";

struct Loaded {
    Design design;
    /// What was odd and has been accepted: file_bom, file_migrated, file_dangling. References from node to
    /// node that lead nowhere are kept too, but are for model/check to say.
    Diagnostics diagnostics;
};

/// Reads a file, strictly: nothing is guessed, skipped or dropped. Errors name the place as {line} and
/// {column}, and where the text is JSON also as {path}, like network.nodes[3].rules[0].traffic ({where}: all
/// three).
///   the text: file_too_large, file_not_utf8, file_truncated, file_syntax, file_too_deep
///   what it is: file_not_sekisho, file_newer (with {version}, {known} and {generator})
///   its content: file_unknown_key, file_missing_key, file_duplicate_key, file_wrong_type (with {expected}),
///     file_bad_value (with {text} and {expected}), file_duplicate (an id, an address or a box that stands
///     twice; with {text})
[[nodiscard]] Result<Loaded> readDesign(std::string_view bytes);

/// The file of a design: the same bytes for equal designs, one line for each rule, route, address and box.
/// Strings that are not UTF-8 lose what is not: see sanitized() in json_text.h.
std::string writeDesign(const Design& design);

} // namespace sekisho::format
