// SPDX-License-Identifier: Apache-2.0
#include "core/cost/price_book.h"

#include <algorithm>

namespace sekisho::cost {

namespace {

struct ComponentInfo {
    std::string_view word;
    std::string_view unit;
};

constexpr std::array<ComponentInfo, componentCount> components = {{
    {"nat_gateway_hour", "hour"},
    {"nat_gateway_gb", "GB"},
    {"public_ipv4", "hour"},
    {"interface_endpoint_hour", "hour"},
    {"interface_endpoint_gb", "GB"},
    {"cross_az_gb", "GB"},
    {"internet_out_gb", "GB"},
    {"nat_instance_hour", "hour"},
    {"alb_hour", "hour"},
    {"gp3_gb_month", "GB-month"},
}};

} // namespace

std::string_view componentWord(Component component) {
    return components[static_cast<std::size_t>(component)].word;
}

std::string_view componentUnit(Component component) {
    return components[static_cast<std::size_t>(component)].unit;
}

std::optional<Component> componentFromWord(std::string_view word) {
    for (std::size_t i = 0; i < components.size(); ++i)
        if (components[i].word == word) return static_cast<Component>(i);
    return std::nullopt;
}

std::string Price::source() const {
    std::string text;
    for (const std::string& name : sources) {
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

Result<Decimal> Price::cost(const Decimal& quantity) const {
    if (quantity.isNegative()) return fail(Code::quantity_negative, {{"text", quantity.toString()}});
    Result<Decimal> total;
    for (const Tier& tier : tiers) {
        if (quantity <= tier.from) break;
        const Decimal end = tier.to ? std::min(*tier.to, quantity) : quantity;
        const auto part =
            end.checkedSub(tier.from)
                .and_then([&](const Decimal& units) { return units.checkedMul(tier.unitPrice); })
                .and_then([&](const Decimal& usd) { return total->checkedAdd(usd); });
        if (!part) return part;
        total = part;
    }
    return total;
}

const RegionPrices* PriceBook::region(std::string_view code) const {
    const auto found = std::ranges::find(m_regions, code, &RegionPrices::code);
    return found == m_regions.end() ? nullptr : &*found;
}

std::optional<Price> PriceBook::price(std::string_view regionCode, Component component) const {
    const RegionPrices* const prices = region(regionCode);
    return prices ? prices->price(component) : std::nullopt;
}

} // namespace sekisho::cost
