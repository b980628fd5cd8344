// SPDX-License-Identifier: Apache-2.0
#include "core/base/codes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace sekisho {

namespace {

// A plain array: clang does not deduce the size of a std::array with more than 256 elements.
constexpr std::string_view names[] = {
#define SEKISHO_CODE(name) std::string_view(#name),
    SEKISHO_CODES(SEKISHO_CODE)
#undef SEKISHO_CODE
};

const std::array<std::string, std::size(names)>& dashedNames() {
    static const auto texts = [] {
        std::array<std::string, std::size(names)> result;
        for (std::size_t i = 0; i < std::size(names); ++i) {
            result[i] = names[i];
            std::replace(result[i].begin(), result[i].end(), '_', '-');
        }
        return result;
    }();
    return texts;
}

} // namespace

const std::uint16_t codeCount = static_cast<std::uint16_t>(std::size(names));

std::string_view codeText(Code code) {
    return dashedNames()[static_cast<std::size_t>(code)];
}

} // namespace sekisho
