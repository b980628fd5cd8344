// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace sekisho {

/// Reads all of `text` as a number from 0 to `max` (below 100,000,000): ASCII digits only, no sign, no space,
/// no leading zero, which some programs take for octal.
inline std::optional<int> readNumber(std::string_view text, int max) {
    if (text.empty() || text.size() > 8 || (text.size() > 1 && text.front() == '0')) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (value > max) return std::nullopt;
    return value;
}

} // namespace sekisho
