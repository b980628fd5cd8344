// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/decimal.h"
#include "core/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho::cost {

/// What AWS charges for, as far as a network design decides it. The words (componentWord) are those of the
/// price book and of the command line.
enum class Component : std::uint8_t {
    NatGatewayHour,        ///< per NAT gateway and hour; a regional one: per hour and active zone
    NatGatewayGb,          ///< per GB processed, both directions
    PublicIpv4,            ///< per public address and hour, in use or idle (since February 2024)
    InterfaceEndpointHour, ///< per interface endpoint, zone and hour
    InterfaceEndpointGb, ///< per GB processed; the tiers count all interface endpoints of the Region together
    CrossAzGb,           ///< per billed GB; both sides are billed, so 1 GB that crosses once is 2 billed GB
    InternetOutGb,       ///< per GB out to the internet, without the free first 100 GB of the account
    NatInstanceHour,     ///< a t4g.nano per hour
    AlbHour,             ///< per Application Load Balancer and hour, without capacity units
    Gp3GbMonth,          ///< per GB of gp3 volume and month
};

inline constexpr std::size_t componentCount = static_cast<std::size_t>(Component::Gp3GbMonth) + 1;

/// "nat_gateway_hour", "public_ipv4"...
std::string_view componentWord(Component component);
std::optional<Component> componentFromWord(std::string_view word);

/// What one price is for: "hour", "GB" or "GB-month".
std::string_view componentUnit(Component component);

/// A part of a month's quantity that has a price of its own, from `from` up to `to` (nothing: no end).
struct Tier {
    Decimal from;
    std::optional<Decimal> to;
    Decimal unitPrice; ///< USD per unit

    friend bool operator==(const Tier&, const Tier&) = default;
};

/// A price in USD: on demand, before tax.
struct Price {
    std::vector<Tier> tiers;          ///< from 0 without gaps, the last one open; a flat price is one tier
    std::vector<std::string> sources; ///< keys of PriceBook::sources(); at least one
    std::string asOf;                 ///< the date of the figure, in the source's words
    std::string derivedFrom;          ///< if computed from another price: the formula, like "t4g.large / 16"
    bool assumed = false;             ///< nobody published it; must be marked wherever it is shown

    bool isDerived() const { return !derivedFrom.empty(); }
    bool isTiered() const { return tiers.size() > 1; }

    /// USD per unit; of a tiered price, that of the first tier.
    const Decimal& unit() const { return tiers.front().unitPrice; }

    /// The sources as one text: "CLONT, TYO_DOC".
    std::string source() const;

    /// What `quantity` units in one month cost, in USD, exactly; each tier prices the part that lies in it.
    /// Fails with quantity_negative or decimal_overflow.
    [[nodiscard]] Result<Decimal> cost(const Decimal& quantity) const;

    friend bool operator==(const Price&, const Price&) = default;
};

struct RegionPrices {
    std::string code;            ///< "ap-northeast-1"
    std::string name;            ///< AWS's English name: "Asia Pacific (Tokyo)"
    std::string partition;       ///< "aws", "aws-us-gov"
    std::string usageTypePrefix; ///< of AWS's usage types: "APN1"; it cannot be told from the code
    std::vector<std::string>
        zones;        ///< the usual zone names; empty where they are unknown. Accounts may differ
    std::string note; ///< a remark on the figures, or empty
    std::array<std::optional<Price>, componentCount> prices;

    /// Nothing: the price is unknown, which is not the same as free.
    const std::optional<Price>& price(Component component) const {
        return prices[static_cast<std::size_t>(component)];
    }
};

/// Where a figure comes from.
struct PriceSource {
    std::string reference;
    std::string asOf;
    std::string kind;   ///< "AWS Price List API", "real bill"...
    std::string caveat; ///< or empty
};

/// Prices by Region, each with its sources and date.
class PriceBook {
public:
    static constexpr int version = 1;
    static constexpr std::size_t maxBytes = 16U << 20U;

    /// Reads a price book (resources/price_book.json shows the format). Strict: unknown and repeated keys,
    /// money that is not a decimal string of 0 or more, tiers with gaps or overlaps and unnamed sources are
    /// refused, the diagnostic's `path` naming the place ("regions[3].prices.nat_gateway_hour.price").
    [[nodiscard]] static Result<PriceBook> parse(std::string_view json);

    const Decimal& hoursPerMonth() const { return m_hoursPerMonth; }

    /// In the order of the book, which ours keeps by code.
    const std::vector<RegionPrices>& regions() const { return m_regions; }

    /// The Region of that code, or nullptr.
    const RegionPrices* region(std::string_view code) const;

    /// The price in a Region; nothing if either is unknown.
    std::optional<Price> price(std::string_view region, Component component) const;

    const std::map<std::string, PriceSource, std::less<>>& sources() const { return m_sources; }

private:
    friend class PriceBookReader;

    Decimal m_hoursPerMonth;
    std::vector<RegionPrices> m_regions;
    std::map<std::string, PriceSource, std::less<>> m_sources;
};

} // namespace sekisho::cost
