// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/delta.h"

#include <string_view>

/// Findings that somebody has looked at and lives with: Notes::acceptances.
namespace sekisho {

/// Whether an acceptance counts for a finding on a day ("2027-03-31"): it does for the findings of its code
/// that are about all its subjects, up to and including its last day.
bool covers(const Acceptance& acceptance, const Diagnostic& finding, std::string_view day);

/// The acceptance that counts for a finding; null: it is open. Of several the one recorded last.
const Acceptance* acceptanceOf(const Notes& notes, const Diagnostic& finding, std::string_view day);

/// The day it is in the time zone of this machine: "2027-03-31".
std::string today();

namespace edits {

/// Records an acceptance, in the place of one for the same code and subjects.
[[nodiscard]] Result<Delta> accept(const Design& design, Acceptance acceptance);
/// Takes back the acceptance for this code and just these subjects, in any order; where there is none,
/// nothing changes.
[[nodiscard]] Result<Delta> withdrawAcceptance(const Design& design, std::string_view code,
                                               std::vector<ElementId> subjects);

} // namespace edits

} // namespace sekisho
