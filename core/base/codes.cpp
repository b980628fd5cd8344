// SPDX-License-Identifier: Apache-2.0
#include "core/base/codes.h"

#include <algorithm>
#include <array>
#include <string>

namespace sekisho {

namespace {

constexpr std::array names = {
#define SEKISHO_CODE(name) std::string_view(#name),
    SEKISHO_CODES(SEKISHO_CODE)
#undef SEKISHO_CODE
};

const std::array<std::string, names.size()>& dashedNames() {
    static const auto texts = [] {
        std::array<std::string, names.size()> result;
        for (std::size_t i = 0; i < names.size(); ++i) {
            result[i] = names[i];
            std::replace(result[i].begin(), result[i].end(), '_', '-');
        }
        return result;
    }();
    return texts;
}

} // namespace

const std::uint16_t codeCount = static_cast<std::uint16_t>(names.size());

std::string_view codeText(Code code) {
    return dashedNames()[static_cast<std::size_t>(code)];
}

} // namespace sekisho
