// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"

#include <tl/expected.hpp>

namespace sekisho {

/// A value, or the one reason why there is none. No exception leaves core. Declare functions that return it
/// [[nodiscard]].
template<class T>
using Result = tl::expected<T, Diagnostic>;

/// `return fail(Code::cidr_syntax, {{"text", text}});`
inline tl::unexpected<Diagnostic> fail(Code code, std::vector<DiagnosticArg> args = {},
                                       std::vector<ElementId> subjects = {}) {
    return tl::unexpected<Diagnostic>(error(code, std::move(args), std::move(subjects)));
}
inline tl::unexpected<Diagnostic> fail(Diagnostic diagnostic) {
    return tl::unexpected<Diagnostic>(std::move(diagnostic));
}

} // namespace sekisho
