// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/drop.h"

#include "core/model/edits.h"
#include "core/model/public_addresses.h"
#include "core/model/unused.h"
#include "ui/canvas/moving.h"
#include "ui/canvas/steps.h"
#include "ui/style/style.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace sekisho::canvas {

namespace {

struct Drop {
    Q_DECLARE_TR_FUNCTIONS(sekisho::canvas::Drop)
};

DropTarget takenBy(ElementId node, std::optional<SubnetId> in = {}) {
    return {Placement{node, in}, {}};
}
DropTarget refused(const QString& why) {
    return {{}, why};
}

QString nameOf(const Network& network, ElementId id) {
    return QString::fromStdString(text::displayName(network, id));
}

/// The subnet that a placement is or is drawn in.
std::optional<SubnetId> subnetOf(const Network& network, const Placement& over) {
    if (over.in) return over.in;
    if (const auto id = SubnetId::from(over.node)) return id;
    if (const auto id = NatGatewayId::from(over.node))
        if (const NatGateway* nat = network.get(*id)) return nat->subnet;
    return std::nullopt;
}

/// The zone that a placement is, or lies in.
std::optional<AvailabilityZoneId> zoneAt(const Network& network, const Placement& over) {
    if (const auto id = AvailabilityZoneId::from(over.node)) return id;
    if (const auto id = subnetOf(network, over))
        if (const Subnet* subnet = network.get(*id)) return subnet->az;
    return std::nullopt;
}

std::optional<VpcId> vpcAt(const Network& network, const Placement& over) {
    if (const auto id = VpcId::from(over.node)) return id;
    if (over.in) return vpcOf(network, *over.in);
    return vpcOf(network, over.node);
}

std::vector<SubnetId> subnetsIn(const Network& network, ElementId container) {
    std::vector<SubnetId> found;
    for (const Subnet& subnet : network.all<Subnet>())
        if (container == ElementId(subnet.id) || container == ElementId(subnet.az) ||
            vpcOf(network, subnet.id) == VpcId::from(container))
            found.push_back(subnet.id);
    return found;
}

bool leadsToInternet(const Network& network, SubnetId id) {
    const RouteTable* table = routeTableOf(network, id);
    return table && std::any_of(table->routes.begin(), table->routes.end(), [](const Route& route) {
               return std::holds_alternative<InternetGatewayId>(route.target);
           });
}

bool isPublic(const Network& network, SubnetId id) {
    const Subnet* subnet = network.get(id);
    return subnet && (subnet->tier == Tier::Public || leadsToInternet(network, id));
}

QString cannotHold(Kind container, PaletteKind kind) {
    const bool subnet = nodeKindOf(kind) == Kind::Subnet;
    const bool zone = kind == PaletteKind::AvailabilityZone;
    switch (container) {
    case Kind::Vpc: return Drop::tr("A VPC cannot hold a VPC.");
    case Kind::AvailabilityZone:
        return zone ? Drop::tr("An Availability Zone cannot hold an Availability Zone.")
                    : Drop::tr("An Availability Zone cannot hold a VPC.");
    default:
        return subnet ? Drop::tr("A subnet cannot hold a subnet.")
               : zone ? Drop::tr("A subnet cannot hold an Availability Zone.")
                      : Drop::tr("A subnet cannot hold a VPC.");
    }
}

DropTarget zoneTarget(const Network& network, const std::optional<Placement>& over) {
    if (!over) return refused(Drop::tr("An Availability Zone goes into a VPC."));
    if (VpcId::from(over->node)) return takenBy(over->node);
    if (AvailabilityZoneId::from(over->node))
        return refused(cannotHold(Kind::AvailabilityZone, PaletteKind::AvailabilityZone));
    if (subnetOf(network, *over)) return refused(cannotHold(Kind::Subnet, PaletteKind::AvailabilityZone));
    if (const auto vpc = vpcAt(network, *over)) return takenBy(*vpc);
    return refused(Drop::tr("An Availability Zone goes into a VPC."));
}

DropTarget subnetTarget(const Network& network, PaletteKind kind, const std::optional<Placement>& over) {
    if (!over) return refused(Drop::tr("A subnet goes into an Availability Zone."));
    if (subnetOf(network, *over)) return refused(cannotHold(Kind::Subnet, kind));
    if (const auto zone = zoneAt(network, *over)) return takenBy(*zone);
    const auto vpc = vpcAt(network, *over);
    if (!vpc) return refused(Drop::tr("A subnet goes into an Availability Zone."));
    const auto zones = zonesOf(network, *vpc);
    if (zones.size() == 1) return takenBy(zones.front()->id);
    return refused(zones.empty() ? Drop::tr("A subnet goes into an Availability Zone. Add one first.")
                                 : Drop::tr("A subnet goes into one of the Availability Zones."));
}

DropTarget natTarget(const Network& network, const std::optional<Placement>& over) {
    if (!over) return refused(Drop::tr("A NAT gateway goes into a public subnet."));
    if (const auto subnet = subnetOf(network, *over)) {
        if (isPublic(network, *subnet)) return takenBy(*subnet);
        return refused(Drop::tr("A NAT gateway goes into a public subnet. %1 is private.")
                           .arg(nameOf(network, *subnet)));
    }
    const auto zone = zoneAt(network, *over);
    const auto vpc = vpcAt(network, *over);
    if (!zone && !vpc) return refused(Drop::tr("A NAT gateway goes into a public subnet."));
    auto fitting = subnetsIn(network, zone ? ElementId(*zone) : ElementId(*vpc));
    std::erase_if(fitting, [&](SubnetId id) { return !isPublic(network, id); });
    if (fitting.size() == 1) return takenBy(fitting.front());
    return refused(fitting.empty()
                       ? Drop::tr("A NAT gateway goes into a public subnet. There is none here yet.")
                       : Drop::tr("A NAT gateway goes into one of the public subnets."));
}

DropTarget workloadTarget(const Network& network, const std::optional<Placement>& over) {
    if (!over) return refused(Drop::tr("A workload goes into a subnet."));
    if (const auto subnet = subnetOf(network, *over)) return takenBy(*subnet);
    const auto zone = zoneAt(network, *over);
    const auto vpc = vpcAt(network, *over);
    if (!zone && !vpc) return refused(Drop::tr("A workload goes into a subnet."));
    const auto fitting = subnetsIn(network, zone ? ElementId(*zone) : ElementId(*vpc));
    if (fitting.size() == 1) return takenBy(fitting.front());
    return refused(fitting.empty() ? Drop::tr("A workload goes into a subnet. There is none here yet.")
                                   : Drop::tr("A workload goes into one of the subnets."));
}

DropTarget vpcTarget(const Network& network, const std::optional<Placement>& over, const QString& refusal) {
    if (over)
        if (const auto vpc = vpcAt(network, *over)) return takenBy(*vpc);
    return refused(refusal);
}

bool isLoneInterface(const Network& network, const std::optional<Placement>& over) {
    if (!over) return false;
    if (const auto id = NatGatewayId::from(over->node)) {
        const NatGateway* nat = network.get(*id);
        return nat && nat->mode == NatMode::Public;
    }
    if (const auto id = WorkloadId::from(over->node)) {
        const Workload* workload = network.get(*id);
        return workload && over->in && workload->workloadKind == WorkloadKind::Ec2Instance;
    }
    return false;
}

std::string workloadBaseName(WorkloadKind kind) {
    switch (kind) {
    case WorkloadKind::Alb: return "alb";
    case WorkloadKind::Nlb: return "nlb";
    case WorkloadKind::EcsService: return "service";
    case WorkloadKind::Ec2Instance: return "instance";
    case WorkloadKind::Rds: return "db";
    case WorkloadKind::Lambda: return "function";
    case WorkloadKind::ElastiCache: return "cache";
    case WorkloadKind::Other: break;
    }
    return "workload";
}

/// 10.0.0.0/16, or the first 10.n.0.0/16 that overlaps no VPC's.
Cidr nextVpcCidr(const Network& network) {
    std::vector<Cidr> taken;
    for (const Vpc& vpc : network.all<Vpc>())
        for (const VpcCidr& block : vpc.cidrs)
            taken.push_back(block.cidr);
    const Cidr space = *Cidr::parse("10.0.0.0/8");
    return firstFree(space, 16, taken).value_or(*space.subnet(16, 0));
}

/// Attaches a new Elastic IP to what it was dropped on.
void attach(Steps& steps, ElasticIpId eip, const Placement& to) {
    if (const auto id = NatGatewayId::from(to.node)) {
        NatGateway nat = *steps.network().get(*id);
        ElasticIp address = *steps.network().get(eip);
        address.onNatToggle = nat.onNatToggle;
        nat.elasticIps.push_back(eip);
        steps.add(edits::replaceNode(steps.design(), std::move(address)));
        steps.add(edits::replaceNode(steps.design(), std::move(nat)));
    } else if (const auto workload = WorkloadId::from(to.node)) {
        Workload node = *steps.network().get(*workload);
        for (Interface& interface : node.interfaces)
            if (interface.subnet == to.in) {
                interface.elasticIp = eip;
                break;
            }
        steps.add(edits::replaceNode(steps.design(), std::move(node)));
    }
}

/// An interface endpoint in one subnet rather than in every zone.
void narrow(Steps& steps, VpcEndpointId id, SubnetId subnet) {
    const VpcEndpoint* endpoint = steps.network().get(id);
    if (!endpoint) return;
    VpcEndpoint copy = *endpoint;
    copy.subnets = {subnet};
    steps.add(edits::replaceNode(steps.design(), std::move(copy)));
}

/// Carries out the one edit (or few) that make the node, in `steps`.
void make(Steps& steps, PaletteKind kind, const std::optional<Placement>& target,
          const DropOptions& options) {
    const Design& design = steps.design();
    const Network& network = design.network;
    const auto vpc = target ? vpcAt(network, *target) : std::nullopt;
    const auto subnet = target ? subnetOf(network, *target) : std::nullopt;
    const auto name = [&](const std::string& base) {
        return options.name.empty() ? unusedName(network, nodeKindOf(kind), base) : options.name;
    };
    const auto noPlace = [&] {
        steps.add(fail(Code::edit_no_such_element, {{"id", target ? toString(target->node) : "-"}}));
    };

    switch (kind) {
    case PaletteKind::Vpc: steps.add(edits::addVpc(design, name("vpc"), nextVpcCidr(network))); return;
    case PaletteKind::AvailabilityZone:
        if (!vpc) return noPlace();
        steps.add(edits::addAvailabilityZone(
            design, *vpc, nextZone(design.network, *vpc, design.settings.region, options.zonesOfRegion)));
        return;
    case PaletteKind::PublicSubnet:
    case PaletteKind::PrivateSubnet:
    case PaletteKind::IsolatedSubnet: {
        const auto zone = target ? zoneAt(network, *target) : std::nullopt;
        if (!zone) return noPlace();
        // A second one of a tier in a zone needs a name to be told from the first.
        const std::string tier = kind == PaletteKind::PublicSubnet    ? "public"
                                 : kind == PaletteKind::PrivateSubnet ? "private"
                                                                      : "isolated";
        const AvailabilityZone* az = network.get(*zone);
        const std::string letters = az && az->zone.size() >= 2 ? az->zone.substr(az->zone.size() - 2) : "";
        std::string wanted = tier + "-" + letters;
        const auto taken = [&](const std::string& candidate) {
            for (const Subnet& other : network.all<Subnet>())
                if (other.az == *zone && other.name == candidate) return true;
            return false;
        };
        for (int n = 2; taken(wanted); ++n)
            wanted = tier + std::to_string(n) + "-" + letters;
        steps.add(
            edits::addSubnet(design, *zone, *tierOf(kind), wanted == tier + "-" + letters ? "" : wanted));
        return;
    }
    case PaletteKind::InternetGateway:
        if (!vpc) return noPlace();
        steps.add(edits::addInternetGateway(design, *vpc));
        return;
    case PaletteKind::NatGateway:
        if (!subnet) return noPlace();
        steps.add(edits::addNatGateway(design, *subnet));
        return;
    case PaletteKind::RegionalNatGateway:
        if (!vpc) return noPlace();
        steps.add(edits::addRegionalNatGateway(design, *vpc));
        return;
    case PaletteKind::EgressOnlyInternetGateway:
        if (!vpc) return noPlace();
        steps.add(edits::addEgressOnlyInternetGateway(design, *vpc));
        return;
    case PaletteKind::RouteTable: {
        if (!vpc) return noPlace();
        const Subnet* node = subnet ? network.get(*subnet) : nullptr;
        const auto delta = edits::addRouteTable(design, *vpc, name(node ? node->name : "routes"));
        if (!steps.add(delta) || !subnet) return;
        steps.add(edits::associateRouteTable(
            steps.design(), *RouteTableId::from(*madeBy(*delta, Kind::RouteTable)), *subnet));
        return;
    }
    case PaletteKind::ElasticIp: {
        const auto delta = edits::addElasticIp(design, name("eip"));
        if (steps.add(delta) && target)
            attach(steps, *ElasticIpId::from(*madeBy(*delta, Kind::ElasticIp)), *target);
        return;
    }
    case PaletteKind::SecurityGroup: {
        if (!vpc) return noPlace();
        const bool joins = canHaveGroups(network, target->node);
        const auto delta = edits::addSecurityGroup(
            design, *vpc, name(joins ? baseOf(*network.find(target->node)).name : "group"));
        if (steps.add(delta) && joins)
            steps.add(edits::setMembership(steps.design(),
                                           *SecurityGroupId::from(*madeBy(*delta, Kind::SecurityGroup)),
                                           target->node, true));
        return;
    }
    case PaletteKind::NetworkAcl: {
        if (!vpc) return noPlace();
        const Subnet* node = subnet ? network.get(*subnet) : nullptr;
        const auto delta = edits::addNetworkAcl(design, *vpc, name(node ? node->name : "acl"));
        if (steps.add(delta) && subnet)
            steps.add(edits::associateNetworkAcl(
                steps.design(), *NetworkAclId::from(*madeBy(*delta, Kind::NetworkAcl)), *subnet));
        return;
    }
    case PaletteKind::PrefixList:
        steps.add(edits::addPrefixList(design, name("prefix-list"), {}, IpFamily::V4));
        return;
    case PaletteKind::Alb:
    case PaletteKind::Nlb:
    case PaletteKind::EcsService:
    case PaletteKind::Ec2Instance:
    case PaletteKind::Rds:
    case PaletteKind::Lambda:
    case PaletteKind::ElastiCache:
    case PaletteKind::OtherWorkload: {
        if (!subnet) return noPlace();
        const WorkloadKind workload = *workloadKindOf(kind);
        const auto delta = edits::addWorkload(design, workload, name(workloadBaseName(workload)), {*subnet});
        if (!steps.add(delta)) return;
        // A load balancer in a public subnet is there to be reached.
        Workload node = *steps.network().get(*WorkloadId::from(*madeBy(*delta, Kind::Workload)));
        if (isLoadBalancer(node) && isPublic(network, *subnet)) {
            node.internetFacing = true;
            steps.add(edits::replaceNode(steps.design(), std::move(node)));
        }
        return;
    }
    case PaletteKind::GatewayEndpoint:
    case PaletteKind::InterfaceEndpoint: {
        if (!vpc) return noPlace();
        const EndpointType type = *endpointTypeOf(kind);
        const std::string service = options.service.empty() ? usualServices(type).front() : options.service;
        const auto delta = edits::addVpcEndpoint(design, *vpc, type, service);
        if (steps.add(delta) && subnet && type == EndpointType::Interface)
            narrow(steps, *VpcEndpointId::from(*madeBy(*delta, Kind::VpcEndpoint)), *subnet);
        return;
    }
    case PaletteKind::Peering: {
        if (!vpc) return noPlace();
        std::variant<VpcId, ForeignVpc> other = ForeignVpc{};
        if (network.all<Vpc>().size() == 2)
            for (const Vpc& candidate : network.all<Vpc>())
                if (candidate.id != *vpc) other = candidate.id;
        steps.add(edits::addPeering(design, *vpc, std::move(other), name("peering")));
        return;
    }
    case PaletteKind::FlowLog: {
        if (!vpc) return noPlace();
        std::variant<VpcId, SubnetId> resource = *vpc;
        if (subnet) resource = *subnet;
        steps.add(edits::addFlowLog(design, resource, name("flow-log")));
        return;
    }
    case PaletteKind::Internet: steps.add(edits::addExternal(design, name("Internet"), {})); return;
    case PaletteKind::ExternalNetwork:
        // A block of the documentation range (RFC 5737): without one it would be the whole internet.
        steps.add(edits::addExternal(design, name("office"), {*Cidr::parse("203.0.113.0/24")}));
        return;
    }
}

/// The drawing of a new node that was dropped at a point; the others are placed by the layout alone.
std::optional<Placement> placedBy(PaletteKind kind, ElementId made, const std::optional<Placement>& target) {
    switch (nodeKindOf(kind)) {
    case Kind::Vpc:
    case Kind::External: return Placement{made, {}};
    case Kind::NatGateway:
        if (kind == PaletteKind::NatGateway) return Placement{made, {}};
        return std::nullopt;
    case Kind::Workload:
        if (target) return Placement{made, SubnetId::from(target->node)};
        return std::nullopt;
    case Kind::VpcEndpoint:
        if (kind == PaletteKind::InterfaceEndpoint && target && SubnetId::from(target->node))
            return Placement{made, SubnetId::from(target->node)};
        return std::nullopt;
    default: return std::nullopt;
    }
}

} // namespace

DropTarget dropTarget(const Network& network, PaletteKind kind, const std::optional<Placement>& over) {
    switch (kind) {
    case PaletteKind::Vpc:
        if (!over) return {};
        if (subnetOf(network, *over)) return refused(cannotHold(Kind::Subnet, kind));
        if (zoneAt(network, *over)) return refused(cannotHold(Kind::AvailabilityZone, kind));
        if (vpcAt(network, *over)) return refused(cannotHold(Kind::Vpc, kind));
        return {};
    case PaletteKind::AvailabilityZone: return zoneTarget(network, over);
    case PaletteKind::PublicSubnet:
    case PaletteKind::PrivateSubnet:
    case PaletteKind::IsolatedSubnet: return subnetTarget(network, kind, over);
    case PaletteKind::InternetGateway: {
        const auto target = vpcTarget(network, over, Drop::tr("An internet gateway goes onto a VPC."));
        if (target.placement)
            for (const InternetGateway& gateway : network.all<InternetGateway>())
                if (gateway.vpc == VpcId::from(target.placement->node))
                    return refused(Drop::tr("A VPC has one internet gateway, and %1 has it already.")
                                       .arg(nameOf(network, target.placement->node)));
        return target;
    }
    case PaletteKind::NatGateway: return natTarget(network, over);
    case PaletteKind::RegionalNatGateway:
        return vpcTarget(network, over, Drop::tr("A regional NAT gateway goes onto a VPC."));
    case PaletteKind::EgressOnlyInternetGateway:
        return vpcTarget(network, over, Drop::tr("An egress-only internet gateway goes onto a VPC."));
    case PaletteKind::RouteTable:
    case PaletteKind::NetworkAcl:
    case PaletteKind::FlowLog:
        if (over)
            if (const auto subnet = subnetOf(network, *over)) return takenBy(*subnet);
        return vpcTarget(
            network, over,
            kind == PaletteKind::RouteTable   ? Drop::tr("A route table goes onto a subnet or a VPC.")
            : kind == PaletteKind::NetworkAcl ? Drop::tr("A network ACL goes onto a subnet or a VPC.")
                                              : Drop::tr("A flow log goes onto a subnet or a VPC."));
    case PaletteKind::ElasticIp:
        // An address belongs to an account, not to a place; it may be attached to what has an interface.
        if (isLoneInterface(network, over)) return {over, {}};
        return {};
    case PaletteKind::SecurityGroup:
        if (over && canHaveGroups(network, over->node)) return {over, {}};
        return vpcTarget(network, over, Drop::tr("A security group goes onto a workload or a VPC."));
    case PaletteKind::PrefixList: return {};
    case PaletteKind::Alb:
    case PaletteKind::Nlb:
    case PaletteKind::EcsService:
    case PaletteKind::Ec2Instance:
    case PaletteKind::Rds:
    case PaletteKind::Lambda:
    case PaletteKind::ElastiCache:
    case PaletteKind::OtherWorkload: return workloadTarget(network, over);
    case PaletteKind::GatewayEndpoint:
        return vpcTarget(network, over, Drop::tr("A gateway endpoint goes onto a VPC."));
    case PaletteKind::InterfaceEndpoint:
        if (over)
            if (const auto subnet = subnetOf(network, *over)) return takenBy(*subnet);
        if (over)
            if (const auto zone = zoneAt(network, *over))
                if (const auto all = subnetsIn(network, *zone); all.size() == 1) return takenBy(all.front());
        return vpcTarget(network, over, Drop::tr("An interface endpoint goes into a subnet or a VPC."));
    case PaletteKind::Peering:
        return vpcTarget(network, over, Drop::tr("A peering connection goes onto a VPC."));
    case PaletteKind::Internet:
    case PaletteKind::ExternalNetwork:
        if (over && vpcAt(network, *over))
            return refused(Drop::tr("What is outside of AWS goes onto empty ground."));
        return {};
    }
    return {};
}

bool asksForService(PaletteKind kind) {
    return endpointTypeOf(kind).has_value();
}

std::vector<std::string> usualServices(EndpointType type) {
    if (type == EndpointType::Gateway) return {"s3", "dynamodb"};
    return {"ecr.api",
            "ecr.dkr",
            "logs",
            "secretsmanager",
            "ssm",
            "ssmmessages",
            "ec2messages",
            "kms",
            "sts",
            "monitoring",
            "ecs",
            "ecs-agent",
            "ecs-telemetry",
            "sqs",
            "sns",
            "events",
            "lambda",
            "execute-api",
            "s3",
            "dynamodb",
            "rds",
            "elasticloadbalancing",
            "autoscaling",
            "ec2",
            "states",
            "kinesis-streams",
            "xray",
            "athena",
            "glue",
            "bedrock-runtime"};
}

Result<Dropped> drop(const Design& design, PaletteKind kind, const std::optional<Placement>& target,
                     const DropOptions& options) {
    Steps steps(design);
    make(steps, kind, target, options);
    const auto made = [&]() -> std::optional<ElementId> {
        std::optional<ElementId> newest;
        for (const auto& entry : steps.network().nodes)
            if (entry.key.kind == nodeKindOf(kind) && !design.network.find(entry.key)) newest = entry.key;
        return newest;
    }();
    if (made && options.position)
        if (const auto placement = placedBy(kind, *made, target)) {
            Box box;
            box.x = options.position->x();
            box.y = options.position->y();
            steps.add(edits::placeBoxes(steps.design(), {{*placement, box}}));
        }
    auto delta = steps.take();
    if (!delta) return fail(delta.error());
    return Dropped{std::move(*delta), made.value_or(ElementId{})};
}

} // namespace sekisho::canvas
