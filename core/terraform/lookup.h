// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/terraform/export.h"

#include <map>
#include <string>
#include <vector>

/// The way back: from what terraform names in plans, states and outputs to what is drawn.
namespace sekisho::terraform {

/// The element of every address that an export of the design may give a resource, as terraform spells it. A
/// resource without count that is on the NAT switch is there as `x` and as `x[0]`.
std::map<std::string, ElementId> elementsByAddress(const Design& design);

/// What an output tells about which elements: their `attribute`, one for each element, in this order.
struct OutputElements {
    std::string name;      ///< "nat_gateway_ids"
    std::string attribute; ///< "id", "public_ip"
    std::vector<ElementId> elements;
    bool isList = false;

    friend bool operator==(const OutputElements&, const OutputElements&) = default;
};

/// The outputs of an export, in the order in which they are written. Elements on the NAT switch are listed
/// whatever its position; while it is off, terraform's list lacks them.
std::vector<OutputElements> outputElements(const Design& design, const ExportOptions& options = {});

} // namespace sekisho::terraform
