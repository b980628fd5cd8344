// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/plan.h"

#include <string>
#include <vector>

namespace sekisho::terraform {

/// Rules of security groups that stand elsewhere than in terraform's state, and what sees to it that AWS
/// keeps them: `import` blocks for rules that become resources of their own (AWS would refuse to make them
/// twice), `removed` blocks for resources whose rules move back into their group (destroying them would take
/// the rules away, and the group would notice only at the next apply). Both need terraform 1.7.
struct Handover {
    std::string text; ///< of handover.tf; empty: nothing changes places
    Diagnostics diagnostics;
};

/// What the options' `applied` asks for; nothing without it. What AWS would keep although the design does not
/// have it is an error: no file of ours could take it away.
Handover handOver(const Survey& survey, const std::vector<PlannedSet>& plan);

} // namespace sekisho::terraform
