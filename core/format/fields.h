// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <string>
#include <string_view>
#include <vector>

namespace sekisho::format {

/// A field of an element, for lists of what can be set.
struct FieldInfo {
    std::string_view name; ///< the key in the file
    /// What it takes: "text", "integer", "true | false", "cidr", "subnet id", "list of sg-rule", "word" (one
    /// of `words`), "object" (a JSON object with one of `words` as its key)...
    std::string type;
    std::vector<std::string_view> words;
    bool required = false; ///< an element without it cannot be read
};

/// The fields of the elements of a kind, node or part, in the order in which they are written; "id" is the
/// first.
std::vector<FieldInfo> fieldsOf(Kind kind);

} // namespace sekisho::format
