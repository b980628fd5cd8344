// SPDX-License-Identifier: Apache-2.0
#include "core/model/address_book.h"
#include "core/model/edit_builder.h"
#include "core/model/edits.h"
#include "core/model/references.h"

#include <algorithm>

namespace sekisho::edits {

namespace {

constexpr int firstSubnetLength = 24;

tl::unexpected<Diagnostic> missing(ElementId id) {
    return fail(Code::edit_no_such_element, {{"id", toString(id)}});
}

/// "{project}-{environment}-" followed by more.
NameTemplate prefixed(std::string_view rest) {
    return *NameTemplate::parse(std::string("{project}-{environment}-").append(rest));
}

/// An AWS name is ASCII: what a display name keeps of it, with dashes.
std::string asciiSlug(std::string_view name, std::string_view fallback) {
    std::string slug = labelFrom(name, fallback);
    std::replace(slug.begin(), slug.end(), '_', '-');
    while (!slug.empty() && slug.front() == '-')
        slug.erase(slug.begin());
    return slug;
}

std::string shortZone(const AvailabilityZone& az) {
    return az.zone.size() >= 2 ? az.zone.substr(az.zone.size() - 2) : az.zone;
}

bool isDefaultRoute(const Route& route) {
    const auto* cidr = std::get_if<Cidr>(&route.destination);
    return cidr && *cidr == Cidr::anywhere(IpFamily::V4);
}

const InternetGateway* gatewayOf(const Network& network, VpcId vpc) {
    for (const InternetGateway& igw : network.all<InternetGateway>())
        if (igw.vpc == vpc) return &igw;
    return nullptr;
}

/// The VPC's route table whose default route leads to an internet gateway.
const RouteTable* publicTableOf(const Network& network, VpcId vpc) {
    for (const RouteTable& table : network.all<RouteTable>())
        if (table.vpc == vpc)
            for (const Route& route : table.routes)
                if (isDefaultRoute(route) && std::holds_alternative<InternetGatewayId>(route.target))
                    return &table;
    return nullptr;
}

void associate(EditBuilder& edit, RouteTableId table, SubnetId subnet) {
    RouteTable node = *edit.network().get(table);
    node.associations.push_back({edit.fresh<Kind::RouteTableAssociation>(), subnet});
    edit.put(std::move(node));
}

bool hasOwnTable(const Network& network, SubnetId subnet) {
    for (const RouteTable& table : network.all<RouteTable>())
        for (const RouteTableAssociation& association : table.associations)
            if (association.subnet == subnet) return true;
    return false;
}

RouteTableId putRouteTable(EditBuilder& edit, VpcId vpc, std::string name, std::string_view tag) {
    RouteTable table;
    table.id = edit.fresh<Kind::RouteTable>();
    table.vpc = vpc;
    table.name = std::move(name);
    table.nameTag = prefixed(tag);
    const RouteTableId id = table.id;
    edit.put(std::move(table));
    return id;
}

void putRoute(EditBuilder& edit, RouteTableId table, RouteDestination destination, RouteTarget target,
              bool onNatToggle) {
    RouteTable node = *edit.network().get(table);
    node.routes.push_back({edit.fresh<Kind::Route>(), destination, std::move(target), onNatToggle});
    edit.put(std::move(node));
}

/// The public subnets' table, made if the VPC has a gateway but no such table.
void routeToInternet(EditBuilder& edit, VpcId vpc) {
    const InternetGateway* igw = gatewayOf(edit.network(), vpc);
    if (!igw) return;
    const RouteTable* existing = publicTableOf(edit.network(), vpc);
    std::vector<SubnetId> subnets;
    for (const Subnet& subnet : edit.network().all<Subnet>())
        if (subnet.tier == Tier::Public && vpcOf(edit.network(), subnet.id) == vpc &&
            !hasOwnTable(edit.network(), subnet.id))
            subnets.push_back(subnet.id);
    if (!existing && subnets.empty()) return;
    const InternetGatewayId gateway = igw->id;
    RouteTableId table;
    if (existing) {
        table = existing->id;
    } else {
        table = putRouteTable(edit, vpc, "public", "public-rt");
        putRoute(edit, table, Cidr::anywhere(IpFamily::V4), gateway, false);
    }
    for (const SubnetId subnet : subnets)
        associate(edit, table, subnet);
}

VpcId putVpc(EditBuilder& edit, std::string name, Cidr cidr) {
    Vpc vpc;
    vpc.id = edit.fresh<Kind::Vpc>();
    vpc.nameTag = prefixed(edit.network().all<Vpc>().empty() ? std::string("vpc") : asciiSlug(name, "vpc"));
    vpc.name = std::move(name);
    vpc.cidrs.push_back({edit.fresh<Kind::VpcCidr>(), cidr});
    vpc.dnsSupport = true;
    vpc.dnsHostnames = true;
    const VpcId id = vpc.id;
    edit.put(std::move(vpc));
    return id;
}

AvailabilityZoneId putZone(EditBuilder& edit, VpcId vpc, std::string zone) {
    AvailabilityZone az;
    az.id = edit.fresh<Kind::AvailabilityZone>();
    az.vpc = vpc;
    az.name = zone;
    az.zone = std::move(zone);
    const AvailabilityZoneId id = az.id;
    edit.put(std::move(az));
    return id;
}

InternetGatewayId putInternetGateway(EditBuilder& edit, VpcId vpc) {
    InternetGateway igw;
    igw.id = edit.fresh<Kind::InternetGateway>();
    igw.vpc = vpc;
    igw.name = "internet gateway";
    igw.nameTag = prefixed("igw");
    const InternetGatewayId id = igw.id;
    edit.put(std::move(igw));
    return id;
}

Result<SubnetId> putSubnet(EditBuilder& edit, AvailabilityZoneId azId, Tier tier, std::string name,
                           std::optional<Cidr> cidr) {
    const AvailabilityZone* az = edit.network().get(azId);
    if (!az) return missing(azId);
    const Vpc* vpc = edit.network().get(az->vpc);
    if (!vpc) return missing(az->vpc);
    if (!cidr) {
        std::vector<Cidr> taken;
        int length = firstSubnetLength;
        for (const Subnet& other : edit.network().all<Subnet>())
            if (other.cidr && vpcOf(edit.network(), other.id) == vpc->id) {
                taken.push_back(*other.cidr);
                length = other.cidr->length();
            }
        for (const VpcCidr& block : vpc->cidrs)
            if (!cidr && block.cidr.family() == IpFamily::V4)
                cidr = firstFree(block.cidr, std::max(length, block.cidr.length()), taken);
        if (!cidr)
            return fail(
                Code::edit_no_free_cidr,
                {{"length", std::to_string(length)},
                 {"space", vpc->cidrs.empty() ? std::string("-") : vpc->cidrs.front().cidr.toString()}},
                {vpc->id});
    }
    Subnet subnet;
    subnet.id = edit.fresh<Kind::Subnet>();
    subnet.az = azId;
    subnet.cidr = cidr;
    subnet.tier = tier;
    const std::string own(
        nameWithoutZone(name.empty() ? std::string_view(tierWord(tier)) : std::string_view(name), *az));
    subnet.name = name.empty() ? own + "-" + shortZone(*az) : name;
    // One more of the same takes after the others, so that they are written alike.
    const Subnet* sibling = nullptr;
    for (const Subnet& other : edit.network().all<Subnet>()) {
        const AvailabilityZone* home = edit.network().get(other.az);
        if (!sibling && home && home->vpc == vpc->id && other.tier == tier &&
            nameWithoutZone(other.name, *home) == own)
            sibling = &other;
    }
    if (sibling) {
        subnet.nameTag = sibling->nameTag;
        subnet.mapPublicIpOnLaunch = sibling->mapPublicIpOnLaunch;
    } else {
        subnet.nameTag = prefixed(asciiSlug(own, tierWord(tier)) + (own == name ? "" : "-{az_letter}"));
    }
    const SubnetId id = subnet.id;
    const VpcId vpcId = vpc->id;
    edit.put(std::move(subnet));
    if (tier == Tier::Public) {
        if (const RouteTable* table = publicTableOf(edit.network(), vpcId))
            associate(edit, table->id, id);
        else
            routeToInternet(edit, vpcId);
    }
    return id;
}

/// Gives a subnet's route table a default route to the gateway, with a table of its own if it has none.
void routeThroughNat(EditBuilder& edit, SubnetId subnet, NatGatewayId nat) {
    const Network& network = edit.network();
    const RouteTable* table = nullptr;
    for (const RouteTable& candidate : network.all<RouteTable>())
        for (const RouteTableAssociation& association : candidate.associations)
            if (association.subnet == subnet) table = &candidate;
    RouteTableId id;
    if (table) {
        if (std::any_of(table->routes.begin(), table->routes.end(), isDefaultRoute)) return;
        id = table->id;
    } else {
        const Subnet* node = network.get(subnet);
        const AvailabilityZone* az = network.get(node->az);
        const VpcId vpc = az->vpc;
        const std::string word(tierWord(node->tier));
        id = putRouteTable(edit, vpc, word + "-" + shortZone(*az), word + "-rt-{az_letter}");
        associate(edit, id, subnet);
    }
    putRoute(edit, id, Cidr::anywhere(IpFamily::V4), nat, true);
}

NatGatewayId putNat(EditBuilder& edit, SubnetId subnetId) {
    const Subnet* subnet = edit.network().get(subnetId);
    const AvailabilityZone* az = edit.network().get(subnet->az);
    const std::string suffix = az ? "-" + shortZone(*az) : std::string();
    ElasticIp eip;
    eip.id = edit.fresh<Kind::ElasticIp>();
    eip.name = "nat-eip" + suffix;
    eip.nameTag = prefixed("nat-eip-{az_letter}");
    eip.onNatToggle = true;
    NatGateway nat;
    nat.id = edit.fresh<Kind::NatGateway>();
    nat.name = "nat" + suffix;
    nat.nameTag = prefixed("nat-{az_letter}");
    nat.subnet = subnetId;
    nat.elasticIps.push_back(eip.id);
    nat.onNatToggle = true;
    const NatGatewayId id = nat.id;
    edit.put(std::move(eip));
    edit.put(std::move(nat));
    if (!az) return id;
    std::vector<SubnetId> privates;
    for (const Subnet& other : edit.network().all<Subnet>())
        if (other.az == az->id && other.tier == Tier::Private && other.id != subnetId)
            privates.push_back(other.id);
    for (const SubnetId other : privates)
        routeThroughNat(edit, other, id);
    return id;
}

} // namespace

Result<Delta> addVpc(const Design& design, std::string name, Cidr cidr) {
    EditBuilder edit(design);
    putVpc(edit, std::move(name), cidr);
    return edit.finish();
}

Result<Delta> addVpcWithSubnets(const Design& design, std::string name, Cidr cidr,
                                const std::vector<std::string>& zones) {
    EditBuilder edit(design);
    const VpcId vpc = putVpc(edit, std::move(name), cidr);
    putInternetGateway(edit, vpc);
    std::vector<AvailabilityZoneId> columns;
    for (const std::string& zone : zones)
        columns.push_back(putZone(edit, vpc, zone));
    for (const AvailabilityZoneId az : columns)
        if (auto subnet = putSubnet(edit, az, Tier::Public, {}, {}); !subnet)
            return tl::unexpected(subnet.error());
    for (const AvailabilityZoneId az : columns) {
        auto subnet = putSubnet(edit, az, Tier::Private, {}, {});
        if (!subnet) return tl::unexpected(subnet.error());
        const std::string suffix = shortZone(*edit.network().get(az));
        associate(edit, putRouteTable(edit, vpc, "private-" + suffix, "private-rt-{az_letter}"), *subnet);
    }
    return edit.finish();
}

Result<Delta> addAvailabilityZone(const Design& design, VpcId vpc, std::string zone) {
    EditBuilder edit(design);
    if (!edit.network().get(vpc)) return missing(vpc);
    putZone(edit, vpc, std::move(zone));
    return edit.finish();
}

Result<Delta> addSubnet(const Design& design, AvailabilityZoneId az, Tier tier, std::string name,
                        std::optional<Cidr> cidr) {
    EditBuilder edit(design);
    if (auto subnet = putSubnet(edit, az, tier, std::move(name), cidr); !subnet)
        return tl::unexpected(subnet.error());
    return edit.finish();
}

Result<Delta> addInternetGateway(const Design& design, VpcId vpc) {
    EditBuilder edit(design);
    if (!edit.network().get(vpc)) return missing(vpc);
    putInternetGateway(edit, vpc);
    routeToInternet(edit, vpc);
    return edit.finish();
}

Result<Delta> addEgressOnlyInternetGateway(const Design& design, VpcId vpc) {
    EditBuilder edit(design);
    if (!edit.network().get(vpc)) return missing(vpc);
    EgressOnlyInternetGateway gateway;
    gateway.id = edit.fresh<Kind::EgressOnlyInternetGateway>();
    gateway.vpc = vpc;
    gateway.name = "egress-only gateway";
    gateway.nameTag = prefixed("eigw");
    edit.put(std::move(gateway));
    return edit.finish();
}

Result<Delta> addNatGateway(const Design& design, SubnetId subnet) {
    EditBuilder edit(design);
    if (!edit.network().get(subnet)) return missing(subnet);
    putNat(edit, subnet);
    return edit.finish();
}

Result<Delta> addNatGatewayPerZone(const Design& design, VpcId vpc) {
    EditBuilder edit(design);
    if (!edit.network().get(vpc)) return missing(vpc);
    std::vector<SubnetId> homes;
    for (const AvailabilityZone* az : zonesOf(design.network, vpc)) {
        bool served = false;
        for (const NatGateway& nat : design.network.all<NatGateway>())
            served = served || (nat.mode == NatMode::Public && zoneOf(design.network, nat.id) == az->id);
        if (served) continue;
        for (const Subnet& subnet : design.network.all<Subnet>())
            if (subnet.az == az->id && subnet.tier == Tier::Public) {
                homes.push_back(subnet.id);
                break;
            }
    }
    for (const SubnetId home : homes)
        putNat(edit, home);
    return edit.finish();
}

Result<Delta> addRegionalNatGateway(const Design& design, VpcId vpc) {
    EditBuilder edit(design);
    if (!edit.network().get(vpc)) return missing(vpc);
    NatGateway nat;
    nat.id = edit.fresh<Kind::NatGateway>();
    nat.name = "regional nat";
    nat.nameTag = prefixed("nat");
    nat.mode = NatMode::Regional;
    nat.vpc = vpc;
    nat.onNatToggle = true;
    const NatGatewayId id = nat.id;
    edit.put(std::move(nat));
    std::vector<SubnetId> privates;
    for (const Subnet& subnet : edit.network().all<Subnet>())
        if (subnet.tier == Tier::Private && vpcOf(edit.network(), subnet.id) == vpc)
            privates.push_back(subnet.id);
    for (const SubnetId subnet : privates)
        routeThroughNat(edit, subnet, id);
    return edit.finish();
}

Result<Delta> addElasticIp(const Design& design, std::string name) {
    EditBuilder edit(design);
    ElasticIp eip;
    eip.id = edit.fresh<Kind::ElasticIp>();
    eip.nameTag = prefixed(asciiSlug(name, "eip"));
    eip.name = std::move(name);
    edit.put(std::move(eip));
    return edit.finish();
}

Result<Delta> addNatAddress(const Design& design, NatGatewayId id, std::optional<AvailabilityZoneId> zone) {
    EditBuilder edit(design);
    const NatGateway* found = edit.network().get(id);
    if (!found) return missing(id);
    NatGateway nat = *found;
    const bool isRegional = nat.mode == NatMode::Regional;
    const auto addressesIn = [&](AvailabilityZoneId az) {
        return std::find_if(nat.zones.begin(), nat.zones.end(),
                            [&](const NatZoneAddresses& one) { return one.az == az; });
    };
    if (isRegional && !zone) {
        if (!nat.vpc) return missing(VpcId{});
        const auto zones = zonesOf(edit.network(), *nat.vpc);
        if (zones.empty()) return missing(*nat.vpc);
        const auto lacks = [&](const AvailabilityZone* az) {
            const auto it = addressesIn(az->id);
            return it == nat.zones.end() || it->elasticIps.empty();
        };
        const auto first = std::find_if(zones.begin(), zones.end(), lacks);
        zone = (first == zones.end() ? zones.front() : *first)->id;
    }
    if (!isRegional) zone = zoneOf(edit.network(), id);
    const AvailabilityZone* az = zone ? edit.network().get(*zone) : nullptr;
    if (isRegional && !az) return missing(*zone);

    const std::string name = az ? "nat-eip-" + shortZone(*az) : std::string("nat-eip");
    const auto isTaken = [&](const std::string& tried) {
        for (const ElasticIp& one : edit.network().all<ElasticIp>())
            if (one.name == tried) return true;
        return false;
    };
    ElasticIp eip;
    eip.id = edit.fresh<Kind::ElasticIp>();
    eip.name = name;
    for (int number = 2; isTaken(eip.name); ++number)
        eip.name = name + "-" + std::to_string(number);
    eip.nameTag = prefixed(az ? "nat-eip-{az_letter}" : "nat-eip");
    eip.onNatToggle = nat.onNatToggle;
    if (!isRegional) {
        nat.elasticIps.push_back(eip.id);
    } else if (const auto it = addressesIn(*zone); it != nat.zones.end()) {
        it->elasticIps.push_back(eip.id);
    } else {
        nat.zones.push_back({*zone, {eip.id}});
    }
    edit.put(std::move(eip));
    edit.put(std::move(nat));
    return edit.finish();
}

Result<Delta> addRouteTable(const Design& design, VpcId vpc, std::string name,
                            const std::vector<SubnetId>& subnets) {
    EditBuilder edit(design);
    if (!edit.network().get(vpc)) return missing(vpc);
    const std::string tag = asciiSlug(name, "main") + "-rt";
    const RouteTableId table = putRouteTable(edit, vpc, std::move(name), tag);
    for (const SubnetId subnet : subnets) {
        if (!edit.network().get(subnet)) return missing(subnet);
        associate(edit, table, subnet);
    }
    return edit.finish();
}

namespace {

/// The first of "slug", "slug-2", "slug-3", ... that is not taken: names of other scripts come to the same
/// slug.
template<class Taken>
NameTemplate freeName(const std::string& slug, std::string_view ending, Taken taken) {
    for (int attempt = 1;; ++attempt) {
        const std::string number = attempt > 1 ? "-" + std::to_string(attempt) : "";
        NameTemplate name = prefixed(slug + number + std::string(ending));
        if (!taken(name)) return name;
    }
}

/// AWS takes a name once in a VPC.
NameTemplate freeGroupName(const Network& network, VpcId vpc, const std::string& slug) {
    return freeName(slug, "-sg", [&](const NameTemplate& name) {
        for (const SecurityGroup& group : network.all<SecurityGroup>())
            if (group.vpc == vpc && group.awsName == name) return true;
        return false;
    });
}

/// AWS takes a name once in a Region.
NameTemplate freeLogGroup(const Network& network, const std::string& slug) {
    return freeName(slug, "", [&](const NameTemplate& name) {
        for (const FlowLog& log : network.all<FlowLog>()) {
            const auto* group = std::get_if<CloudWatchDestination>(&log.destination);
            if (group && group->logGroup == name) return true;
        }
        return false;
    });
}

} // namespace

Result<Delta> addSecurityGroup(const Design& design, VpcId vpc, std::string name, std::string description) {
    EditBuilder edit(design);
    if (!edit.network().get(vpc)) return missing(vpc);
    SecurityGroup group;
    group.id = edit.fresh<Kind::SecurityGroup>();
    group.vpc = vpc;
    const std::string slug = asciiSlug(name, "group");
    group.awsName = freeGroupName(design.network, vpc, slug);
    group.nameTag = group.awsName;
    group.description = description.empty() ? "Security group for " + slug : std::move(description);
    group.name = std::move(name);
    group.rules.push_back({edit.fresh<Kind::SecurityGroupRule>(), Direction::Egress, Traffic::all(),
                           Cidr::anywhere(IpFamily::V4), "All traffic"});
    edit.put(std::move(group));
    return edit.finish();
}

Result<Delta> addNetworkAcl(const Design& design, VpcId vpc, std::string name) {
    EditBuilder edit(design);
    if (!edit.network().get(vpc)) return missing(vpc);
    NetworkAcl acl;
    acl.id = edit.fresh<Kind::NetworkAcl>();
    acl.vpc = vpc;
    acl.nameTag = prefixed(asciiSlug(name, "network") + "-nacl");
    acl.name = std::move(name);
    edit.put(std::move(acl));
    return edit.finish();
}

Result<Delta> addPrefixList(const Design& design, std::string name, std::vector<PrefixListEntry> entries,
                            IpFamily family) {
    EditBuilder edit(design);
    PrefixList list;
    list.id = edit.fresh<Kind::PrefixList>();
    list.awsName = prefixed(asciiSlug(name, "list"));
    list.nameTag = list.awsName;
    list.name = std::move(name);
    list.family = family;
    list.maxEntries = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(entries.size()));
    list.entries = std::move(entries);
    edit.put(std::move(list));
    return edit.finish();
}

Result<Delta> addVpcEndpoint(const Design& design, VpcId vpc, EndpointType type, std::string service) {
    EditBuilder edit(design);
    const Network& network = edit.network();
    if (!network.get(vpc)) return missing(vpc);
    VpcEndpoint endpoint;
    endpoint.id = edit.fresh<Kind::VpcEndpoint>();
    endpoint.vpc = vpc;
    endpoint.type = type;
    endpoint.name = service;
    endpoint.nameTag = prefixed(asciiSlug(service, "endpoint") + "-endpoint");
    endpoint.service = std::move(service);
    if (type == EndpointType::Gateway) {
        for (const RouteTable& table : network.all<RouteTable>())
            if (table.vpc == vpc) endpoint.routeTables.push_back(table.id);
    } else {
        endpoint.privateDns = true;
        for (const AvailabilityZone* az : zonesOf(network, vpc))
            for (const Subnet& subnet : network.all<Subnet>())
                if (subnet.az == az->id && subnet.tier == Tier::Private) {
                    endpoint.subnets.push_back(subnet.id);
                    break;
                }
    }
    edit.put(std::move(endpoint));
    return edit.finish();
}

Result<Delta> addPeering(const Design& design, VpcId requester, std::variant<VpcId, ForeignVpc> accepter,
                         std::string name) {
    EditBuilder edit(design);
    if (!edit.network().get(requester)) return missing(requester);
    Peering peering;
    peering.id = edit.fresh<Kind::Peering>();
    peering.requester = requester;
    if (const auto* foreign = std::get_if<ForeignVpc>(&accepter))
        peering.autoAccept = foreign->ownerId.empty() && foreign->region.empty();
    peering.accepter = std::move(accepter);
    peering.nameTag = prefixed(asciiSlug(name, "peering"));
    peering.name = std::move(name);
    edit.put(std::move(peering));
    return edit.finish();
}

Result<Delta> addFlowLog(const Design& design, std::variant<VpcId, SubnetId> resource, std::string name) {
    EditBuilder edit(design);
    FlowLog log;
    log.id = edit.fresh<Kind::FlowLog>();
    log.resource = resource;
    log.nameTag = freeLogGroup(design.network, asciiSlug(name, "flow-log"));
    log.destination = CloudWatchDestination{log.nameTag, 30};
    log.name = std::move(name);
    edit.put(std::move(log));
    return edit.finish();
}

Result<Delta> addWorkload(const Design& design, WorkloadKind kind, std::string name,
                          const std::vector<SubnetId>& subnets, const std::vector<SecurityGroupId>& groups) {
    EditBuilder edit(design);
    Workload workload;
    workload.id = edit.fresh<Kind::Workload>();
    workload.workloadKind = kind;
    workload.name = std::move(name);
    workload.securityGroups = groups;
    for (const SubnetId subnet : subnets) {
        Interface interface;
        interface.id = edit.fresh<Kind::Interface>();
        interface.subnet = subnet;
        workload.interfaces.push_back(interface);
    }
    edit.put(std::move(workload));
    return edit.finish();
}

Result<Delta> addExternal(const Design& design, std::string name, std::vector<Cidr> cidrs) {
    EditBuilder edit(design);
    External external;
    external.id = edit.fresh<Kind::External>();
    external.name = std::move(name);
    external.cidrs = std::move(cidrs);
    edit.put(std::move(external));
    return edit.finish();
}

Result<Delta> addNode(const Design& design, Node node) {
    EditBuilder edit(design);
    const ElementId old = idOf(node);
    const ElementId id = edit.fresh(old.kind);
    std::map<ElementId, ElementId> ids{{old, id}};
    // Parts that come without a number must not be taken for one another, so they are numbered one by one.
    std::visit(Overloaded{
                   [&](Vpc& n) {
                       for (auto& part : n.cidrs)
                           part.id = edit.fresh<Kind::VpcCidr>();
                   },
                   [&](RouteTable& n) {
                       for (auto& part : n.routes)
                           part.id = edit.fresh<Kind::Route>();
                       for (auto& part : n.associations)
                           part.id = edit.fresh<Kind::RouteTableAssociation>();
                   },
                   [&](SecurityGroup& n) {
                       for (auto& part : n.rules)
                           part.id = edit.fresh<Kind::SecurityGroupRule>();
                   },
                   [&](NetworkAcl& n) {
                       for (auto& part : n.rules)
                           part.id = edit.fresh<Kind::NetworkAclRule>();
                       for (auto& part : n.associations)
                           part.id = edit.fresh<Kind::NetworkAclAssociation>();
                   },
                   [&](Workload& n) {
                       for (auto& part : n.interfaces)
                           part.id = edit.fresh<Kind::Interface>();
                       for (auto& part : n.listeners)
                           part.id = edit.fresh<Kind::Listener>();
                   },
                   [](auto&) {},
               },
               node);
    edit.put(remapped(node, [&](ElementId element) {
        const auto it = ids.find(element);
        return it == ids.end() ? element : it->second;
    }));
    return edit.finish();
}

} // namespace sekisho::edits
