// SPDX-License-Identifier: Apache-2.0
#include "core/model/check_rules.h"

#include "core/net/address_number.h"

#include <algorithm>
#include <set>

/// VPCs, zones, subnets, internet gateways and addresses in subnets.
namespace sekisho::checks {

namespace {

constexpr std::size_t vpcQuota = 5;      // per Region
constexpr std::size_t subnetQuota = 200; // per VPC
constexpr std::size_t vpcCidrQuota = 5;  // per VPC
constexpr std::size_t vpcCidrMost = 50;

bool isIpv4Size(const Cidr& cidr) {
    return cidr.length() >= 16 && cidr.length() <= 28;
}

/// IPv6 blocks come in steps of 4 bits (VPC User Guide, VPC CIDR blocks and Subnet CIDR blocks).
bool isIpv6Size(const Cidr& cidr, int longest) {
    return cidr.family() == IpFamily::V6 && cidr.length() >= 44 && cidr.length() <= longest &&
           cidr.length() % 4 == 0;
}

/// The length of the IPv6 block of a VPC: Amazon assigns a /56. Nothing if it has none.
std::optional<int> ipv6Length(const Vpc& vpc) {
    if (const auto* block = std::get_if<Cidr>(&vpc.ipv6)) return block->length();
    return std::holds_alternative<AmazonIpv6>(vpc.ipv6) ? std::optional(56) : std::nullopt;
}

void checkSubnetIpv6(Inquiry& q, const Subnet& subnet, const Vpc& vpc) {
    if (std::holds_alternative<std::monostate>(subnet.ipv6)) return;
    const auto length = ipv6Length(vpc);
    if (!length) {
        q.error(Code::subnet_ipv6_without_vpc, {subnet.id, vpc.id}, {{"field", "ipv6"}});
        return;
    }
    if (const auto* index = std::get_if<Ipv6Index>(&subnet.ipv6)) {
        const int bits = std::clamp(64 - *length, 0, 8);
        if (const int count = 1 << bits; index->index >= count)
            q.error(Code::subnet_ipv6_index, {subnet.id, vpc.id},
                    {{"field", "ipv6"},
                     {"index", std::to_string(index->index)},
                     {"count", std::to_string(count)}});
    }
    const auto* own = std::get_if<Cidr>(&subnet.ipv6);
    const auto* block = std::get_if<Cidr>(&vpc.ipv6);
    if (own && block && !block->contains(*own))
        q.error(Code::subnet_ipv6_outside_vpc, {subnet.id, vpc.id},
                {{"field", "ipv6"}, {"cidr", own->toString()}, {"block", block->toString()}});
}

/// What of a subnet must not meet that of another one.
struct Block {
    VpcId vpc;
    Cidr cidr;
    SubnetId subnet;
    const char* field;
};

/// The literal IPv6 block, or the one that an index picks from a known block of the VPC.
std::optional<Cidr> ipv6Block(const Subnet& subnet, const Vpc* vpc) {
    if (const auto* own = std::get_if<Cidr>(&subnet.ipv6)) return *own;
    const auto* index = std::get_if<Ipv6Index>(&subnet.ipv6);
    const auto* block = vpc ? std::get_if<Cidr>(&vpc->ipv6) : nullptr;
    return index && block ? block->subnet(64, index->index) : std::nullopt;
}

/// Blocks nest or are apart, so in the order of their addresses it is enough to remember the open ones.
void checkOverlaps(Inquiry& q, std::vector<Block> blocks) {
    std::sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
        return std::tuple(a.vpc, a.cidr, a.subnet) < std::tuple(b.vpc, b.cidr, b.subnet);
    });
    std::vector<const Block*> open;
    for (const Block& block : blocks) {
        while (!open.empty() && (open.back()->vpc != block.vpc || !open.back()->cidr.overlaps(block.cidr)))
            open.pop_back();
        if (!open.empty()) {
            const bool isLater = open.back()->subnet < block.subnet;
            const Block& later = isLater ? block : *open.back();
            const Block& earlier = isLater ? *open.back() : block;
            q.error(Code::subnets_overlap, {later.subnet, earlier.subnet},
                    {{"field", later.field},
                     {"cidr", later.cidr.toString()},
                     {"other", earlier.cidr.toString()}});
        }
        open.push_back(&block);
    }
}

} // namespace

// --- VPCs
// -------------------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const Vpc& vpc) {
    if (vpc.cidrs.empty()) q.error(Code::vpc_without_cidr, {vpc.id}, {{"field", "cidrs"}});
    for (std::size_t i = 0; i < vpc.cidrs.size(); ++i) {
        const auto& [id, cidr] = vpc.cidrs[i];
        const std::vector<DiagnosticArg> args{{"field", "cidr"}, {"cidr", cidr.toString()}};
        if (cidr.family() != IpFamily::V4)
            q.error(Code::vpc_cidr_not_ipv4, {id, vpc.id}, args);
        else if (!isIpv4Size(cidr))
            q.error(Code::vpc_cidr_size, {id, vpc.id}, args);
        for (std::size_t j = 0; j < i; ++j) {
            if (!cidr.overlaps(vpc.cidrs[j].cidr)) continue;
            q.error(Code::vpc_cidrs_overlap, {id, vpc.id, vpc.cidrs[j].id},
                    {{"field", "cidr"}, {"cidr", cidr.toString()}, {"other", vpc.cidrs[j].cidr.toString()}});
            break;
        }
    }
    q.quota(Code::vpc_cidr_quota, vpc.cidrs.size(), vpcCidrQuota, vpcCidrMost, {vpc.id},
            {{"field", "cidrs"}});
    if (const auto* block = std::get_if<Cidr>(&vpc.ipv6); block && !isIpv6Size(*block, 60))
        q.error(Code::vpc_ipv6_size, {vpc.id}, {{"field", "ipv6"}, {"cidr", block->toString()}});
}

void checkVpcs(Inquiry& q) {
    const auto vpcs = q.all<Vpc>();
    ElementId last;
    for (const Vpc& vpc : vpcs)
        last = vpc.id;
    q.quota(Code::vpc_quota, vpcs.size(), vpcQuota, noLimit, {last});

    std::set<std::pair<VpcId, std::string_view>> seen;
    for (const AvailabilityZone& zone : q.all<AvailabilityZone>())
        if (!zone.zone.empty() && !seen.emplace(zone.vpc, zone.zone).second)
            q.error(Code::zone_duplicate, {zone.id}, {{"field", "zone"}, {"text", zone.zone}});
}

// --- Zones
// ------------------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const AvailabilityZone& zone) {
    const std::string& region = q.settings().region;
    const std::string_view text = zone.zone;
    // The Region is what remains without the letter, or, of a Local or Wavelength Zone (us-west-2-lax-1a),
    // without the dashed words that follow it.
    const auto isSuffix = [](std::string_view suffix) {
        if (suffix.size() == 1) return suffix[0] >= 'a' && suffix[0] <= 'z';
        return suffix.size() > 2 && suffix.front() == '-' && suffix.back() != '-' &&
               std::all_of(suffix.begin(), suffix.end(), [](char c) {
                   return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
               });
    };
    bool isName = false;
    for (std::size_t length = 0; length < text.size() && !isName; ++length)
        isName = isRegionName(text.substr(0, length)) && isSuffix(text.substr(length));
    if (!isName)
        q.error(Code::zone_name_syntax, {zone.id}, {{"field", "zone"}, {"text", zone.zone}});
    else if (text.substr(0, region.size()) != region ||
             !isSuffix(text.substr(std::min(region.size(), text.size()))))
        q.error(Code::zone_foreign_region, {zone.id},
                {{"field", "zone"}, {"text", zone.zone}, {"region", region}});
}

void checkLinks(Inquiry& q, const AvailabilityZone& zone) {
    q.require(zone.vpc, "vpc", {zone.id});
}

// --- Subnets
// ----------------------------------------------------------------------------------------------------

void checkAlone(Inquiry& q, const Subnet& subnet) {
    const bool hasIpv6 = !std::holds_alternative<std::monostate>(subnet.ipv6);
    if (!subnet.cidr && !hasIpv6) q.error(Code::subnet_without_cidr, {subnet.id}, {{"field", "cidr"}});
    if (subnet.cidr) {
        const std::vector<DiagnosticArg> args{{"field", "cidr"}, {"cidr", subnet.cidr->toString()}};
        if (subnet.cidr->family() != IpFamily::V4)
            q.error(Code::subnet_cidr_not_ipv4, {subnet.id}, args);
        else if (!isIpv4Size(*subnet.cidr))
            q.error(Code::subnet_cidr_size, {subnet.id}, args);
    }
    if (const auto* block = std::get_if<Cidr>(&subnet.ipv6); block && !isIpv6Size(*block, 64))
        q.error(Code::subnet_ipv6_size, {subnet.id}, {{"field", "ipv6"}, {"cidr", block->toString()}});
    if (subnet.assignIpv6OnCreation && !hasIpv6)
        q.error(Code::subnet_ipv6_assign, {subnet.id}, {{"field", "assign_ipv6_on_creation"}});
}

void checkLinks(Inquiry& q, const Subnet& subnet) {
    const AvailabilityZone* zone = q.require(subnet.az, "az", {subnet.id});
    const Vpc* vpc = zone ? q.get(zone->vpc) : nullptr;
    if (!vpc) return;
    if (subnet.cidr && subnet.cidr->family() == IpFamily::V4 && !vpc->cidrs.empty() &&
        std::none_of(vpc->cidrs.begin(), vpc->cidrs.end(),
                     [&](const VpcCidr& block) { return block.cidr.contains(*subnet.cidr); }))
        q.error(Code::subnet_outside_vpc, {subnet.id, vpc->id},
                {{"field", "cidr"}, {"cidr", subnet.cidr->toString()}});
    checkSubnetIpv6(q, subnet, *vpc);
}

void checkSubnets(Inquiry& q) {
    q.all<AvailabilityZone>();
    const auto vpcs = q.all<Vpc>();
    std::vector<Block> blocks;
    std::map<VpcId, std::size_t> counts;
    std::map<std::pair<VpcId, std::uint8_t>, SubnetId> indices;
    for (const Subnet& subnet : q.all<Subnet>()) {
        const AvailabilityZone* zone = q.network().get(subnet.az);
        if (!zone) continue;
        ++counts[zone->vpc];
        if (subnet.cidr) blocks.push_back({zone->vpc, *subnet.cidr, subnet.id, "cidr"});
        if (const auto* index = std::get_if<Ipv6Index>(&subnet.ipv6)) {
            const auto [it, isNew] = indices.try_emplace({zone->vpc, index->index}, subnet.id);
            if (!isNew) {
                q.error(Code::subnet_ipv6_duplicate, {subnet.id, it->second},
                        {{"field", "ipv6"}, {"index", std::to_string(index->index)}});
                continue; // that says it; the overlap would say it again
            }
        }
        if (const auto block = ipv6Block(subnet, q.network().get(zone->vpc)))
            blocks.push_back({zone->vpc, *block, subnet.id, "ipv6"});
    }
    checkOverlaps(q, std::move(blocks));
    for (const Vpc& vpc : vpcs)
        if (const auto it = counts.find(vpc.id); it != counts.end())
            q.quota(Code::subnet_quota, it->second, subnetQuota, noLimit, {vpc.id});
}

// --- Internet gateways
// ------------------------------------------------------------------------------------------

void checkLinks(Inquiry& q, const InternetGateway& gateway) {
    if (gateway.vpc) q.require(*gateway.vpc, "vpc", {gateway.id});
}

void checkLinks(Inquiry& q, const EgressOnlyInternetGateway& gateway) {
    q.require(gateway.vpc, "vpc", {gateway.id});
}

void checkInternetGateways(Inquiry& q) {
    std::map<VpcId, InternetGatewayId> first;
    for (const InternetGateway& gateway : q.all<InternetGateway>()) {
        if (!gateway.vpc) continue;
        const auto [it, isNew] = first.try_emplace(*gateway.vpc, gateway.id);
        if (!isNew)
            q.error(Code::internet_gateway_duplicate, {gateway.id, it->second, *gateway.vpc},
                    {{"field", "vpc"}});
    }
}

// --- Addresses in subnets
// ---------------------------------------------------------------------------------------

void checkPrivateIp(Inquiry& q, const IpAddress& address, const Subnet& subnet,
                    std::vector<ElementId> holder) {
    const AvailabilityZone* zone = q.get(subnet.az);
    const auto block =
        address.family == IpFamily::V4 ? subnet.cidr : ipv6Block(subnet, zone ? q.get(zone->vpc) : nullptr);
    if (!block || block->family() != address.family) {
        // A block that Amazon assigns is not known yet; a family that the subnet lacks is.
        const bool hasFamily =
            address.family == IpFamily::V6 && !std::holds_alternative<std::monostate>(subnet.ipv6);
        if (!hasFamily)
            q.error(Code::private_ip_outside_subnet, std::move(holder),
                    {{"field", "private_ip"},
                     {"address", address.toString()},
                     {"cidr", subnet.cidr ? subnet.cidr->toString() : std::string("-")}});
        return;
    }
    const std::vector<DiagnosticArg> args{
        {"field", "private_ip"}, {"address", address.toString()}, {"cidr", block->toString()}};
    if (!block->contains(address)) {
        q.error(Code::private_ip_outside_subnet, std::move(holder), args);
        return;
    }
    const Uint128 offset = addressNumber(address) - addressNumber(block->address());
    if (offset < Uint128(4) || address == block->last())
        q.error(Code::private_ip_reserved, std::move(holder), args);
}

void checkPrivateIps(Inquiry& q) {
    std::map<std::pair<SubnetId, IpAddress>, ElementId> first;
    const auto take = [&](SubnetId subnet, const std::optional<IpAddress>& address, ElementId node,
                          std::optional<ElementId> interface) {
        if (!address) return;
        const auto [it, isNew] = first.try_emplace({subnet, *address}, node);
        if (isNew) return;
        std::vector<ElementId> subjects{node, it->second};
        if (interface) subjects.push_back(*interface);
        q.error(Code::private_ip_duplicate, std::move(subjects),
                {{"field", "private_ip"}, {"address", address->toString()}});
    };
    for (const NatGateway& nat : q.all<NatGateway>())
        if (nat.subnet) take(*nat.subnet, nat.privateIp, nat.id, {});
    for (const Workload& workload : q.all<Workload>())
        for (const Interface& interface : workload.interfaces)
            take(interface.subnet, interface.privateIp, workload.id, interface.id);
}

} // namespace sekisho::checks
