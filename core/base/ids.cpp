// SPDX-License-Identifier: Apache-2.0
#include "core/base/ids.h"

#include <array>
#include <charconv>

namespace sekisho {

namespace {

constexpr std::array<std::string_view, kindCount> kindWords = {
    "vpc",
    "az",
    "subnet",
    "igw",
    "eigw",
    "route-table",
    "nat",
    "eip",
    "sg",
    "nacl",
    "prefix-list",
    "endpoint",
    "peering",
    "flow-log",
    "workload",
    "external",
    "vpc-cidr",
    "route",
    "route-table-association",
    "sg-rule",
    "nacl-rule",
    "nacl-association",
    "interface",
    "listener",
};

} // namespace

std::string_view kindWord(Kind kind) {
    return kindWords[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kindFromWord(std::string_view word) {
    for (std::size_t i = 0; i < kindWords.size(); ++i)
        if (kindWords[i] == word) return static_cast<Kind>(i);
    return std::nullopt;
}

std::string toString(ElementId id) {
    std::string text(kindWord(id.kind));
    text += '-';
    text += std::to_string(id.number);
    return text;
}

std::optional<ElementId> elementIdFromString(std::string_view text) {
    const auto dash = text.rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto kind = kindFromWord(text.substr(0, dash));
    const auto digits = text.substr(dash + 1);
    if (!kind || digits.empty() || (digits.size() > 1 && digits.front() == '0')) return std::nullopt;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return ElementId{*kind, number};
}

} // namespace sekisho
