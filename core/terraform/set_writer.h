// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/plan.h"

#include <string>

namespace sekisho::terraform {

/// The resource block of a set (with its comment), as text that starts at a line and ends with a newline.
/// Errors go to the scope; the text is then of no use.
std::string writeSet(Scope& scope, const PlannedSet& set);

} // namespace sekisho::terraform
