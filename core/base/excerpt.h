// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sekisho {

/// `text` for quoting in a message: what somebody gave us may be a megabyte long, and its beginning (at most
/// 80 bytes, cut between UTF-8 characters) tells enough.
inline std::string excerpt(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() <= longest) return std::string(text);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

} // namespace sekisho
