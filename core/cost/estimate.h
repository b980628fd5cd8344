// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/cost/price_book.h"
#include "core/model/design.h"

#include <optional>
#include <string>
#include <vector>

namespace sekisho::cost {

struct EstimateOptions {
    std::string region;                 ///< empty: the design's
    std::optional<bool> nat;            ///< the NAT switch; unset: as in the design
    std::optional<Decimal> processedGb; ///< GB per month through NAT, whole design; unset: as in the notes
};

/// One thing that costs. Money is in USD; a month has PriceBook::hoursPerMonth() hours.
struct CostLine {
    ElementId node;                  ///< what people see it at: an address's NAT gateway, a workload
    std::optional<ElementId> detail; ///< the Elastic IP, interface or subnet that the line is about
    std::string nodeName;            ///< display name of `node`
    Component component{};
    Decimal quantity;                 ///< per hour: how many; else units per month (see componentUnit)
    std::optional<Decimal> unitPrice; ///< USD; unset: unknown. Of a tiered price: the first tier's
    std::optional<Decimal> hourly;    ///< USD per hour; unset for usage, and where the price is unknown
    std::optional<Decimal> monthly;   ///< USD per month; unset where the price is unknown
    bool usage = false;               ///< depends on traffic; otherwise fixed by the hour
    bool onNatToggle = false;         ///< goes away when NAT is switched off
    std::string source;               ///< keys of PriceBook::sources()
    std::string asOf;                 ///< date of the price
    bool assumed = false;             ///< price or quantity is an assumption
    bool tiered = false;              ///< `monthly` is more than quantity times `unitPrice`

    friend bool operator==(const CostLine&, const CostLine&) = default;
};

struct Totals {
    Decimal hourly; ///< of the fixed lines
    Decimal monthly;
    Decimal fixedMonthly;
    Decimal usageMonthly;
    bool atLeast = false; ///< some price is unknown: the true total is higher

    friend bool operator==(const Totals&, const Totals&) = default;
};

struct Estimate {
    std::string region;
    std::string regionName;
    bool natEnabled = false;
    Decimal hoursPerMonth;
    std::vector<CostLine> lines; ///< at this position of the switch, by node, then component
    Totals total;
    Totals natOff;
    Totals natOn;

    /// The lines whose price nobody knows.
    std::vector<const CostLine*> unknown() const;

    friend bool operator==(const Estimate&, const Estimate&) = default;
};

/// What the drawn network costs. Counted: NAT gateways (a regional one per active zone), the data through
/// them, every public IPv4 address (NAT, load balancers, instances, idle Elastic IPs), interface endpoints
/// and their data, traffic between zones on its way to a NAT gateway, traffic out. Workloads themselves are
/// not. Errors: cost_region_unknown; quantity_negative and decimal_overflow for absurd quantities.
[[nodiscard]] Result<Estimate> estimate(const Design& design, const PriceBook& book,
                                        const EstimateOptions& options = {});

} // namespace sekisho::cost
