// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"

#include <set>

namespace sekisho::cli {

/// What changed from one design to the other. To standard output a line for each element: added, changed or
/// removed, tab, id, tab, name, tab, Terraform address if any. To standard error what people might not
/// expect: what went along without being `named`, what Terraform would destroy, replace or move.
void reportChanges(const Design& before, const Design& after, const std::set<ElementId>& named,
                   Console& console);

} // namespace sekisho::cli
