// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/codes.h"
#include "core/base/ids.h"

#include <string>
#include <utility>
#include <vector>

namespace sekisho {

enum class Severity : std::uint8_t { Error, Warning, Info };

/// A named value that a sentence of ui/text puts in place of "{name}".
struct DiagnosticArg {
    std::string name;
    std::string value;

    friend bool operator==(const DiagnosticArg&, const DiagnosticArg&) = default;
};

/// Something to tell people, as data: ui/text turns it into a sentence in their language.
struct Diagnostic {
    Severity severity = Severity::Error;
    Code code{};
    std::vector<DiagnosticArg> args;
    std::vector<ElementId> subjects; ///< the elements it is about, the culprit first

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Shorthand: `error(Code::cidr_syntax, {{"text", text}})`.
inline Diagnostic error(Code code, std::vector<DiagnosticArg> args = {},
                        std::vector<ElementId> subjects = {}) {
    return {Severity::Error, code, std::move(args), std::move(subjects)};
}
inline Diagnostic warning(Code code, std::vector<DiagnosticArg> args = {},
                          std::vector<ElementId> subjects = {}) {
    return {Severity::Warning, code, std::move(args), std::move(subjects)};
}
inline Diagnostic info(Code code, std::vector<DiagnosticArg> args = {},
                       std::vector<ElementId> subjects = {}) {
    return {Severity::Info, code, std::move(args), std::move(subjects)};
}

inline bool hasErrors(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics)
        if (diagnostic.severity == Severity::Error) return true;
    return false;
}

} // namespace sekisho
