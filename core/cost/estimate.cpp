// SPDX-License-Identifier: Apache-2.0
#include "core/cost/estimate.h"

#include "core/model/public_addresses.h"

#include <algorithm>
#include <set>

namespace sekisho::cost {

namespace {

/// Digits behind the point to which a month's GB are split over gateways: bytes.
constexpr int gbPlaces = 9;

/// Both the sending and the receiving side of traffic between zones are billed (price book, rule cross_az).
constexpr int crossAzSides = 2;

class Estimator {
public:
    Estimator(const Design& design, const PriceBook& book, const RegionPrices& prices,
              std::optional<Decimal> natGb)
        : m_design(design), m_network(design.network), m_book(book), m_prices(prices),
          m_natGb(std::move(natGb)) {}

    /// The lines at one position of the switch.
    Result<std::vector<CostLine>> lines(bool natOn) {
        m_lines.clear();
        m_failure.reset();
        m_natOn = natOn;
        natGateways();
        idleElasticIps();
        endpoints();
        workloads();
        internetOut();
        if (m_failure) return fail(*m_failure);
        std::stable_sort(m_lines.begin(), m_lines.end(), [](const CostLine& a, const CostLine& b) {
            return std::tie(a.node, a.component) < std::tie(b.node, b.component);
        });
        return std::move(m_lines);
    }

private:
    bool exists(bool onNatToggle) const { return m_natOn || !onNatToggle; }

    CostLine line(ElementId node, Component component, Decimal quantity, bool onNatToggle) const {
        CostLine result;
        result.node = node;
        if (const Node* found = m_network.find(node)) result.nodeName = baseOf(*found).name;
        result.component = component;
        result.quantity = quantity;
        result.onNatToggle = onNatToggle;
        return result;
    }

    /// Prices the line and keeps it; `monthly` in place of quantity times price where tiers are shared.
    void keep(CostLine result, std::optional<Result<Decimal>> monthly = std::nullopt) {
        if (m_failure) return;
        const std::optional<Price>& price = m_prices.price(result.component);
        result.usage = componentUnit(result.component) == "GB";
        if (result.quantity.isZero()) return;
        if (price) {
            result.unitPrice = price->unit();
            result.source = price->source();
            result.asOf = price->asOf;
            result.tiered = price->isTiered();
            result.assumed = result.assumed || price->assumed || price->isDerived();
            Result<Decimal> amount = Decimal();
            if (result.usage) {
                amount = monthly ? *monthly : price->cost(result.quantity);
            } else {
                const auto hourly = price->unit().checkedMul(result.quantity);
                if (hourly) result.hourly = *hourly;
                amount = hourly ? hourly->checkedMul(m_book.hoursPerMonth()) : hourly;
            }
            if (!amount) {
                m_failure = amount.error();
                return;
            }
            result.monthly = *amount;
        }
        m_lines.push_back(std::move(result));
    }

    /// Zones in which a regional NAT gateway is active: those with a workload's interface; if no workload is
    /// drawn, those with a private subnet.
    std::size_t activeZones(VpcId vpc) const {
        std::set<AvailabilityZoneId> busy, served;
        for (const Subnet& subnet : m_network.all<Subnet>())
            if (subnet.tier == sekisho::Tier::Private && vpcOf(m_network, subnet.id) == vpc)
                served.insert(subnet.az);
        for (const Workload& workload : m_network.all<Workload>())
            for (const Interface& interface : workload.interfaces)
                if (const Subnet* subnet = m_network.get(interface.subnet);
                    subnet && subnet->tier != sekisho::Tier::Public && vpcOf(m_network, subnet->id) == vpc)
                    busy.insert(subnet->az);
        const std::size_t zones = busy.empty() ? served.size() : busy.size();
        return std::max<std::size_t>(zones, 1);
    }

    void publicAddress(ElementId node, std::optional<ElementId> detail, std::size_t count, bool onNatToggle,
                       bool assumed = false) {
        CostLine result = line(node, Component::PublicIpv4, Decimal(count), onNatToggle);
        result.detail = detail;
        result.assumed = assumed;
        keep(std::move(result));
    }

    void natGateways() {
        std::vector<const NatGateway*> present;
        for (const NatGateway& nat : m_network.all<NatGateway>())
            if (exists(nat.onNatToggle)) present.push_back(&nat);
        for (const NatGateway* nat : present) {
            const bool automatic = nat->mode == NatMode::Regional && nat->zones.empty();
            std::size_t zones = 1;
            if (automatic && nat->vpc) zones = activeZones(*nat->vpc);
            if (nat->mode == NatMode::Regional && !nat->zones.empty()) zones = nat->zones.size();
            CostLine hours = line(nat->id, Component::NatGatewayHour, Decimal(zones), nat->onNatToggle);
            hours.assumed = automatic;
            keep(std::move(hours));
            if (automatic) publicAddress(nat->id, std::nullopt, zones, nat->onNatToggle, true);
        }
        if (!m_natGb || present.empty()) return;
        // An even split that loses nothing: the last gateway takes what rounding left.
        Decimal left = *m_natGb;
        const auto share = m_natGb->dividedBy(Decimal(present.size()), gbPlaces);
        if (!share) {
            m_failure = share.error();
            return;
        }
        for (std::size_t i = 0; i < present.size(); ++i) {
            const bool last = i + 1 == present.size();
            const Decimal part = last ? left : *share;
            left -= part;
            keep(line(present[i]->id, Component::NatGatewayGb, part, present[i]->onNatToggle));
            crossAz(*present[i], part);
        }
    }

    /// Traffic of subnets in other zones reaches a zonal gateway across zones.
    void crossAz(const NatGateway& nat, const Decimal& gb) {
        const auto zone = zoneOf(m_network, nat.id);
        if (nat.mode == NatMode::Regional || !zone) return;
        std::size_t served = 0, foreign = 0;
        for (const RouteTable& table : m_network.all<RouteTable>()) {
            const bool leadsHere =
                std::any_of(table.routes.begin(), table.routes.end(), [&](const Route& route) {
                    const auto* target = std::get_if<NatGatewayId>(&route.target);
                    return target && *target == nat.id && exists(route.onNatToggle);
                });
            if (!leadsHere) continue;
            for (const RouteTableAssociation& association : table.associations)
                if (const Subnet* subnet = m_network.get(association.subnet)) {
                    ++served;
                    if (subnet->az != *zone) ++foreign;
                }
        }
        if (foreign == 0) return;
        const auto billed = gb.checkedMul(Decimal(crossAzSides * foreign));
        const auto share = billed ? billed->dividedBy(Decimal(served), gbPlaces) : billed;
        if (!share) {
            m_failure = share.error();
            return;
        }
        CostLine result = line(nat.id, Component::CrossAzGb, *share, nat.onNatToggle);
        result.assumed = true; // that every subnet sends alike
        keep(std::move(result));
    }

    /// Every Elastic IP that exists is billed, at what uses it; one that nothing uses at itself.
    void idleElasticIps() {
        for (const ElasticIp& eip : m_network.all<ElasticIp>()) {
            if (!exists(eip.onNatToggle)) continue;
            ElementId user = eip.id;
            for (const NatGateway& nat : m_network.all<NatGateway>()) {
                bool uses =
                    std::find(nat.elasticIps.begin(), nat.elasticIps.end(), eip.id) != nat.elasticIps.end();
                for (const NatZoneAddresses& zone : nat.zones)
                    uses = uses || std::find(zone.elasticIps.begin(), zone.elasticIps.end(), eip.id) !=
                                       zone.elasticIps.end();
                if (uses) user = nat.id;
            }
            for (const Workload& workload : m_network.all<Workload>())
                for (const Interface& interface : workload.interfaces)
                    if (interface.elasticIp == eip.id) user = workload.id;
            publicAddress(user, eip.id, 1, eip.onNatToggle);
        }
    }

    void endpoints() {
        std::vector<const VpcEndpoint*> interfaces;
        for (const VpcEndpoint& endpoint : m_network.all<VpcEndpoint>())
            if (endpoint.type == EndpointType::Interface && !endpoint.subnets.empty())
                interfaces.push_back(&endpoint);
        for (const VpcEndpoint* endpoint : interfaces)
            keep(line(endpoint->id, Component::InterfaceEndpointHour, Decimal(endpoint->subnets.size()),
                      false));
        const auto& gb = m_design.notes.usage.endpointGb;
        if (!gb || interfaces.empty()) return;
        // The tiers count the Region's endpoints together, so the whole is priced and the parts share it.
        const std::optional<Price>& price = m_prices.price(Component::InterfaceEndpointGb);
        std::optional<Decimal> whole;
        if (price) {
            const auto cost = price->cost(*gb);
            if (!cost) {
                m_failure = cost.error();
                return;
            }
            whole = *cost;
        }
        const Decimal count(interfaces.size());
        const auto share = gb->dividedBy(count, gbPlaces);
        const auto amount = whole ? whole->dividedBy(count, gbPlaces) : Result<Decimal>(Decimal());
        if (!share || !amount) {
            m_failure = share ? amount.error() : share.error();
            return;
        }
        Decimal gbLeft = *gb, amountLeft = whole.value_or(Decimal());
        for (std::size_t i = 0; i < interfaces.size(); ++i) {
            const bool last = i + 1 == interfaces.size();
            const Decimal gbPart = last ? gbLeft : *share;
            const Decimal amountPart = last ? amountLeft : *amount;
            gbLeft -= gbPart;
            amountLeft -= amountPart;
            keep(line(interfaces[i]->id, Component::InterfaceEndpointGb, gbPart, false),
                 Result<Decimal>(amountPart));
        }
    }

    /// Public addresses that AWS gives to workloads; Elastic IPs are counted where they are.
    void workloads() {
        for (const Workload& workload : m_network.all<Workload>())
            for (const Interface& interface : workload.interfaces)
                if (!interface.elasticIp && hasPublicAddress(m_network, workload, interface))
                    publicAddress(workload.id, interface.id, 1, false);
    }

    void internetOut() {
        const auto& gb = m_design.notes.usage.internetOutGb;
        const auto vpcs = m_network.all<Vpc>();
        if (!gb || vpcs.empty()) return;
        keep(line(vpcs.begin()->id, Component::InternetOutGb, *gb, false));
    }

    const Design& m_design;
    const Network& m_network;
    const PriceBook& m_book;
    const RegionPrices& m_prices;
    std::optional<Decimal> m_natGb;
    bool m_natOn = false;
    std::vector<CostLine> m_lines;
    std::optional<Diagnostic> m_failure;
};

Result<Totals> totalsOf(const std::vector<CostLine>& lines) {
    Totals totals;
    const auto add = [](Decimal& sum, const Decimal& value) -> std::optional<Diagnostic> {
        const auto next = sum.checkedAdd(value);
        if (!next) return next.error();
        sum = *next;
        return std::nullopt;
    };
    for (const CostLine& line : lines) {
        if (!line.monthly) {
            totals.atLeast = true;
            continue;
        }
        if (auto f = add(line.usage ? totals.usageMonthly : totals.fixedMonthly, *line.monthly))
            return fail(*f);
        if (auto f = add(totals.monthly, *line.monthly)) return fail(*f);
        if (line.hourly)
            if (auto f = add(totals.hourly, *line.hourly)) return fail(*f);
    }
    return totals;
}

} // namespace

std::vector<const CostLine*> Estimate::unknown() const {
    std::vector<const CostLine*> result;
    for (const CostLine& line : lines)
        if (!line.unitPrice) result.push_back(&line);
    return result;
}

Result<Estimate> estimate(const Design& design, const PriceBook& book, const EstimateOptions& options) {
    const std::string& code = options.region.empty() ? design.settings.region : options.region;
    const RegionPrices* region = book.region(code);
    if (!region) {
        std::string known;
        for (const RegionPrices& other : book.regions())
            known += (known.empty() ? "" : ", ") + other.code;
        return fail(Code::cost_region_unknown, {{"region", code}, {"known", known}});
    }
    const std::optional<Decimal>& gb =
        options.processedGb ? options.processedGb : design.notes.usage.natProcessedGb;
    for (const auto& quantity : {gb, design.notes.usage.endpointGb, design.notes.usage.internetOutGb})
        if (quantity && quantity->isNegative())
            return fail(Code::quantity_negative, {{"text", quantity->toString()}});

    Estimate result;
    result.region = code;
    result.regionName = region->name;
    result.natEnabled = options.nat.value_or(design.settings.natEnabled);
    result.hoursPerMonth = book.hoursPerMonth();
    Estimator estimator(design, book, *region, gb);
    for (const bool on : {false, true}) {
        auto lines = estimator.lines(on);
        if (!lines) return tl::unexpected(lines.error());
        const auto totals = totalsOf(*lines);
        if (!totals) return tl::unexpected(totals.error());
        (on ? result.natOn : result.natOff) = *totals;
        if (on == result.natEnabled) {
            result.total = *totals;
            result.lines = std::move(*lines);
        }
    }
    return result;
}

} // namespace sekisho::cost
