// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sekisho::hcl {

/// One step through bytes that may or may not be UTF-8.
struct CodePoint {
    char32_t value = 0;     ///< U+FFFD if invalid
    std::size_t length = 1; ///< bytes: of the code point, or of the maximal invalid part
    bool valid = false;
};

/// The code point that begins at `text[at]`; `at` must be inside. Overlong forms, surrogates and what lies
/// beyond U+10FFFF are invalid.
CodePoint codePointAt(std::string_view text, std::size_t at);

/// Appends a code point as UTF-8.
void appendUtf8(std::string& out, char32_t codePoint);

} // namespace sekisho::hcl
