// SPDX-License-Identifier: Apache-2.0
#include "app/cli/texts.h"

#include <algorithm>
#include <array>
#include <limits>

namespace sekisho::cli {

namespace {

struct Row {
    std::string_view name;
    std::string_view english;
    std::string_view japanese;
};

constexpr auto rows = std::to_array<Row>({
#define CLI_TEXT(name, english, japanese) {#name, english, japanese},
#include "app/cli/texts.inc"
#undef CLI_TEXT
});

const Row& rowOf(Text text) {
    return rows[static_cast<std::size_t>(text)];
}

} // namespace

const std::uint16_t textCount = static_cast<std::uint16_t>(rows.size());

std::string_view raw(Text text, Language language) {
    return language == Language::Japanese ? rowOf(text).japanese : rowOf(text).english;
}

std::string codeOf(Text text) {
    std::string code(rowOf(text).name);
    std::replace(code.begin(), code.end(), '_', '-');
    return code;
}

std::string fill(Text text, Language language, const std::vector<DiagnosticArg>& args) {
    std::string_view rest = raw(text, language);
    std::string filled;
    while (!rest.empty()) {
        const auto open = rest.find('{');
        const auto close = rest.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        filled += rest.substr(0, open);
        const std::string_view name = rest.substr(open + 1, close - open - 1);
        const auto arg = std::find_if(args.begin(), args.end(),
                                      [&](const DiagnosticArg& each) { return each.name == name; });
        if (arg != args.end())
            filled += text::oneLine(arg->value, std::numeric_limits<std::size_t>::max());
        else
            filled += rest.substr(open, close - open + 1); // JSON in a help text
        rest.remove_prefix(close + 1);
    }
    return filled.append(rest);
}

} // namespace sekisho::cli
