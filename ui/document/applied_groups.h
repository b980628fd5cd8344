// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/document/export_plan.h"

#include <optional>
#include <string_view>

namespace sekisho {

/// What a state of terraform (terraform.tfstate, or `terraform state pull`; format version 4) says of
/// security groups. Nothing for what is no such state.
std::optional<terraform::AppliedGroups> readAppliedGroups(std::string_view state);

/// The same of the local state in a folder; nothing where there is none that can be read.
std::optional<terraform::AppliedGroups> appliedGroupsIn(const std::filesystem::path& folder);

/// Where no state is known: a warning if groups have their rules inside in the files that the plan replaces
/// and as resources of their own in those it writes, or the other way round.
Diagnostics warnOfTurnedRules(const ExportPlan& plan);

} // namespace sekisho
