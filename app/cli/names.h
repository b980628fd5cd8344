// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"

namespace sekisho::cli {

/// The Terraform address by which people know an element: of a rule that is written inside its group, the
/// group's. Empty if it has none.
std::string mainAddress(const Design& design, const AddressIndex& addresses, ElementId element);

/// "main/ap-northeast-1a/public-1a": the node's name behind those of what it stands in.
std::string pathOf(const Network& network, ElementId node);

/// The element that a text names, of one of these kinds (empty: of any): an id, a Terraform address, a
/// display name, a path of names that ends with it ("main/public-1a"), or one of these behind its kind
/// ("sg:alb"), in this order. Problems: element_unknown, element_unknown_among,
/// element_ambiguous (with the candidates), element_kind.
Attempt<ElementId> findElement(const Design& design, std::string_view text,
                               const std::vector<Kind>& kinds = {});

} // namespace sekisho::cli
