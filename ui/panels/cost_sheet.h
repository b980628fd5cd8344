// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cost/estimate.h"

#include <vector>

namespace sekisho {

/// What the lines of an estimate are added up as.
enum class CostGroup : std::uint8_t {
    NatGateways,
    NatAddresses,
    AlbAddresses,
    NlbAddresses,
    WorkloadAddresses,
    IdleAddresses,
    Endpoints,
    NatData,
    CrossAzData,
    EndpointData,
    InternetData,
    Other,
};

/// The lines of one kind, and their sum.
struct CostRow {
    CostGroup group{};
    std::vector<cost::CostLine> lines; ///< never empty
    Decimal quantity;
    std::optional<Decimal> hourly;  ///< unset for usage, and where the price is unknown
    std::optional<Decimal> monthly; ///< unset where the price is unknown
    bool assumed = false;           ///< some figure of it is

    const cost::CostLine& first() const { return lines.front(); }
    bool priceKnown() const { return first().unitPrice.has_value(); }
};

/// The lines of an estimate by kind, in the order of CostGroup.
std::vector<CostRow> costRows(const cost::Estimate& estimate, const Network& network);

} // namespace sekisho
