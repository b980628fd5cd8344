// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "ui/text/diagnostic_text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What sekisho-cli itself says: help, reports, and messages about its arguments. Everything about a design
/// comes as a Diagnostic, whose sentences are in ui/text.
namespace sekisho::cli {

using text::Language;

enum class Text : std::uint16_t {
#define CLI_TEXT(name, english, japanese) name,
#include "app/cli/texts.inc"
#undef CLI_TEXT
};

extern const std::uint16_t textCount;

/// The text with its placeholders.
std::string_view raw(Text text, Language language);

/// "unknown-command": how a message is named for scripts.
std::string codeOf(Text text);

/// The text with each "{name}" replaced by the argument of that name, which loses line ends and control
/// characters.
std::string fill(Text text, Language language, const std::vector<DiagnosticArg>& args = {});

} // namespace sekisho::cli
