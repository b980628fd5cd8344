// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/plan.h"

#include <string>
#include <vector>

namespace sekisho::terraform {

/// The moves that an export writes: those of the design, and what follows from them. A rule's address comes
/// from its group's label, so the rules of a group that was given another label move with it.
std::vector<MovedAddress> movesOf(const Survey& survey, const std::vector<PlannedSet>& plan);

/// "aws_subnet.public" and "[0]" of "aws_subnet.public[0]".
struct SplitAddress {
    std::string_view resource;
    std::string_view key; ///< with its brackets; empty: none
};
SplitAddress splitAddress(std::string_view address);

} // namespace sekisho::terraform
