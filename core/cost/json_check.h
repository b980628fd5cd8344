// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string_view>

namespace sekisho::cost {

/// What the JSON library would not tell: the line and column of a syntax error (price_book_syntax), and the
/// path of a key that an object repeats (price_book_duplicate), where it would silently keep the last value.
/// Nothing: `json` parses without loss.
std::optional<Diagnostic> checkJson(std::string_view json);

} // namespace sekisho::cost
