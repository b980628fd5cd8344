// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/model/name_template.h"
#include "core/net/cidr.h"
#include "core/net/protocol.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

/// The nodes of a network, as plain values. What AWS would refuse can be held all the same: model/check.h
/// says what is wrong with it. Sources: AWS VPC User Guide, EC2 API Reference, Terraform AWS provider 6.x.
namespace sekisho {

/// What every node has.
struct NodeBase {
    std::string name;                        ///< what people read; any language, need not be unique
    NameTemplate nameTag;                    ///< the tag Name; empty: no such tag
    std::map<std::string, std::string> tags; ///< further tags, literal

    friend bool operator==(const NodeBase&, const NodeBase&) = default;
};

enum class Direction : std::uint8_t { Ingress, Egress };

/// "The IPv4 CIDR of the VPC this belongs to", as opposed to a block that happens to be the same.
struct ThisVpcCidr {
    friend auto operator<=>(const ThisVpcCidr&, const ThisVpcCidr&) = default;
};

/// The security group that the rule itself belongs to.
struct SelfGroup {
    friend auto operator<=>(const SelfGroup&, const SelfGroup&) = default;
};

// --- VPC, zones, subnets
// -------------------------------------------------------------------------------------

/// An IPv4 block of a VPC; the first one is the primary.
struct VpcCidr {
    VpcCidrId id;
    Cidr cidr;

    friend bool operator==(const VpcCidr&, const VpcCidr&) = default;
};

/// IPv6 of a VPC: a /56 that Amazon assigns (unknown until then), or a block of one's own.
struct AmazonIpv6 {
    friend bool operator==(const AmazonIpv6&, const AmazonIpv6&) = default;
};
using VpcIpv6 = std::variant<std::monostate, AmazonIpv6, Cidr>;

struct Vpc : NodeBase {
    VpcId id;
    std::vector<VpcCidr> cidrs;
    VpcIpv6 ipv6;
    std::optional<bool> dnsSupport;   ///< enable_dns_support; unset: AWS's default, true
    std::optional<bool> dnsHostnames; ///< enable_dns_hostnames; unset: AWS's default, false

    friend bool operator==(const Vpc&, const Vpc&) = default;
};

/// One availability zone of one VPC: a column of the drawing.
struct AvailabilityZone : NodeBase {
    AvailabilityZoneId id;
    VpcId vpc;
    std::string zone; ///< "ap-northeast-1a"

    friend bool operator==(const AvailabilityZone&, const AvailabilityZone&) = default;
};

/// What a subnet is meant to be. Analysis reads the routes, never this.
enum class Tier : std::uint8_t { Public, Private, Isolated };

/// The n-th /64 of the VPC's IPv6 block (0-255).
struct Ipv6Index {
    std::uint8_t index = 0;

    friend bool operator==(const Ipv6Index&, const Ipv6Index&) = default;
};
using SubnetIpv6 = std::variant<std::monostate, Ipv6Index, Cidr>;

struct Subnet : NodeBase {
    SubnetId id;
    AvailabilityZoneId az; ///< its VPC is the zone's
    std::optional<Cidr> cidr;
    SubnetIpv6 ipv6;
    Tier tier = Tier::Private;
    bool mapPublicIpOnLaunch = false;
    bool assignIpv6OnCreation = false;

    friend bool operator==(const Subnet&, const Subnet&) = default;
};

// --- Ways in and out
// -----------------------------------------------------------------------------------------

struct InternetGateway : NodeBase {
    InternetGatewayId id;
    std::optional<VpcId> vpc; ///< nothing: attached to none

    friend bool operator==(const InternetGateway&, const InternetGateway&) = default;
};

struct EgressOnlyInternetGateway : NodeBase {
    EgressOnlyInternetGatewayId id;
    VpcId vpc;

    friend bool operator==(const EgressOnlyInternetGateway&, const EgressOnlyInternetGateway&) = default;
};

/// A route target that Sekisho does not draw: a transit gateway, a network interface, ... known by its id
/// alone.
struct OpaqueTarget {
    /// The argument of aws_route that takes it.
    enum class Argument : std::uint8_t {
        Gateway,          ///< gateway_id (a virtual private gateway)
        TransitGateway,   ///< transit_gateway_id
        NetworkInterface, ///< network_interface_id
        CarrierGateway,   ///< carrier_gateway_id
        LocalGateway,     ///< local_gateway_id
        CoreNetwork,      ///< core_network_arn
        VpcEndpoint,      ///< vpc_endpoint_id (a Gateway Load Balancer endpoint)
        Peering,          ///< vpc_peering_connection_id
    };
    Argument argument = Argument::TransitGateway;
    std::string id; ///< "tgw-0123456789abcdef0"

    friend bool operator==(const OpaqueTarget&, const OpaqueTarget&) = default;
};

using RouteDestination = std::variant<Cidr, PrefixListId>;
using RouteTarget = std::variant<InternetGatewayId, EgressOnlyInternetGatewayId, NatGatewayId, VpcEndpointId,
                                 PeeringId, OpaqueTarget>;

struct Route {
    RouteId id;
    RouteDestination destination;
    RouteTarget target;
    bool onNatToggle = false; ///< exists only while NAT is switched on

    friend bool operator==(const Route&, const Route&) = default;
};

struct RouteTableAssociation {
    RouteTableAssociationId id;
    SubnetId subnet;

    friend bool operator==(const RouteTableAssociation&, const RouteTableAssociation&) = default;
};

/// A custom route table. The local routes are implied; the VPC's own main table is implicit
/// (model/implicit.h) unless a table here is `main`.
struct RouteTable : NodeBase {
    RouteTableId id;
    VpcId vpc;
    bool main = false;
    std::vector<Route> routes;
    std::vector<RouteTableAssociation> associations;

    friend bool operator==(const RouteTable&, const RouteTable&) = default;
};

enum class NatMode : std::uint8_t {
    Public,   ///< zonal, in a subnet, with Elastic IPs
    Private,  ///< zonal, in a subnet, without
    Regional, ///< for the whole VPC (AWS provider >= 6.24, availability_mode = "regional")
};

/// Addresses of a regional NAT gateway in manual mode, per zone.
struct NatZoneAddresses {
    AvailabilityZoneId az;
    std::vector<ElasticIpId> elasticIps;

    friend bool operator==(const NatZoneAddresses&, const NatZoneAddresses&) = default;
};

struct NatGateway : NodeBase {
    NatGatewayId id;
    NatMode mode = NatMode::Public;
    std::optional<SubnetId> subnet;      ///< zonal: where it stands
    std::optional<VpcId> vpc;            ///< regional: which VPC it serves
    std::vector<ElasticIpId> elasticIps; ///< zonal public: the primary first, then secondary ones
    std::optional<IpAddress> privateIp;  ///< unset: AWS chooses
    std::vector<NatZoneAddresses> zones; ///< regional: manual mode; empty: automatic
    bool onNatToggle = false;            ///< exists only while NAT is switched on

    friend bool operator==(const NatGateway&, const NatGateway&) = default;
};

struct ElasticIp : NodeBase {
    ElasticIpId id;
    bool onNatToggle = false; ///< exists only while NAT is switched on

    friend bool operator==(const ElasticIp&, const ElasticIp&) = default;
};

// --- Security groups and network ACLs
// --------------------------------------------------------------------------

/// Source of an ingress rule, destination of an egress rule.
using SecurityGroupPeer = std::variant<Cidr, SecurityGroupId, SelfGroup, PrefixListId, ThisVpcCidr>;

struct SecurityGroupRule {
    SecurityGroupRuleId id;
    Direction direction = Direction::Ingress;
    Traffic traffic;
    SecurityGroupPeer peer;
    std::string description;

    friend bool operator==(const SecurityGroupRule&, const SecurityGroupRule&) = default;
};

struct SecurityGroup : NodeBase {
    SecurityGroupId id;
    VpcId vpc;
    bool isDefault = false; ///< the VPC's default group, taken over
    NameTemplate awsName;   ///< GroupName; cannot be changed in place
    std::string description;
    std::vector<SecurityGroupRule> rules;

    friend bool operator==(const SecurityGroup&, const SecurityGroup&) = default;
};

enum class AclAction : std::uint8_t { Allow, Deny };

using NetworkAclPeer = std::variant<Cidr, ThisVpcCidr>;

struct NetworkAclRule {
    NetworkAclRuleId id;
    Direction direction = Direction::Ingress;
    std::int32_t number = 100; ///< 1-32766; lowest first
    AclAction action = AclAction::Allow;
    Traffic traffic;
    NetworkAclPeer peer;

    friend bool operator==(const NetworkAclRule&, const NetworkAclRule&) = default;
};

struct NetworkAclAssociation {
    NetworkAclAssociationId id;
    SubnetId subnet;
    bool active = true; ///< not: drawn, but neither exported nor analysed

    friend bool operator==(const NetworkAclAssociation&, const NetworkAclAssociation&) = default;
};

struct NetworkAcl : NodeBase {
    NetworkAclId id;
    VpcId vpc;
    bool isDefault = false; ///< the VPC's default ACL, taken over
    std::vector<NetworkAclRule> rules;
    std::vector<NetworkAclAssociation> associations;

    friend bool operator==(const NetworkAcl&, const NetworkAcl&) = default;
};

struct PrefixListEntry {
    Cidr cidr;
    std::string description;

    friend bool operator==(const PrefixListEntry&, const PrefixListEntry&) = default;
};

struct PrefixList : NodeBase {
    PrefixListId id;
    NameTemplate awsName; ///< an own list's name; a managed one's is in `managed`
    std::string managed;  ///< "com.amazonaws.{region}.s3" for a list of AWS's; empty: our own
    IpFamily family = IpFamily::V4;
    std::uint32_t maxEntries = 1; ///< own list: what it weighs in quotas
    std::vector<PrefixListEntry> entries;

    friend bool operator==(const PrefixList&, const PrefixList&) = default;
};

// --- Endpoints, peering, flow logs
// -----------------------------------------------------------------------------

enum class EndpointType : std::uint8_t { Gateway, Interface };

struct VpcEndpoint : NodeBase {
    VpcEndpointId id;
    VpcId vpc;
    EndpointType type = EndpointType::Interface;
    std::string service; ///< "s3", "ecr.api": com.amazonaws.<region>.<service>; a full name as it is
    std::vector<RouteTableId> routeTables;       ///< gateway
    std::vector<SubnetId> subnets;               ///< interface: one network interface in each
    std::vector<SecurityGroupId> securityGroups; ///< interface
    std::optional<bool> privateDns;              ///< interface; unset: AWS's default

    friend bool operator==(const VpcEndpoint&, const VpcEndpoint&) = default;
};

/// A VPC outside the design.
struct ForeignVpc {
    std::string vpcId;   ///< "vpc-0123456789abcdef0"
    std::string ownerId; ///< account; empty: the same
    std::string region;  ///< empty: the same
    std::vector<Cidr> cidrs;

    friend bool operator==(const ForeignVpc&, const ForeignVpc&) = default;
};

struct Peering : NodeBase {
    PeeringId id;
    VpcId requester;
    std::variant<VpcId, ForeignVpc> accepter;
    bool autoAccept = true; ///< only where both are of one account and Region

    friend bool operator==(const Peering&, const Peering&) = default;
};

enum class TrafficType : std::uint8_t { Accept, Reject, All };

/// Flow log to a log group of its own, made with its role.
struct CloudWatchDestination {
    NameTemplate logGroup;              ///< name of the log group
    std::optional<int> retentionInDays; ///< unset: for ever

    friend bool operator==(const CloudWatchDestination&, const CloudWatchDestination&) = default;
};
struct S3Destination {
    std::string bucketArn; ///< may carry a folder

    friend bool operator==(const S3Destination&, const S3Destination&) = default;
};

struct FlowLog : NodeBase {
    FlowLogId id;
    std::variant<VpcId, SubnetId> resource;
    TrafficType trafficType = TrafficType::All;
    std::variant<CloudWatchDestination, S3Destination> destination;
    std::optional<int> aggregationInterval; ///< seconds, 60 or 600; unset: 600

    friend bool operator==(const FlowLog&, const FlowLog&) = default;
};

// --- Workloads and the outside world
// ---------------------------------------------------------------------------

enum class WorkloadKind : std::uint8_t { Alb, Nlb, EcsService, Ec2Instance, Rds, Lambda, ElastiCache, Other };

/// What a workload must be able to reach (facts: nat-needs.json).
enum class Need : std::uint8_t {
    EcrPullFargate,
    EcsOnEc2,
    ExternalApiIpv4,
    DnsPublicNames,
    CloudWatchLogs,
    CloudWatchMetrics,
    PackagesAmazonLinux,
    PackagesAptPipNpm,
    S3,
    DynamoDb,
    SsmSessionManager,
    SecretsManager,
    StsKms,
    IntraVpc,
    InboundViaAlb,
    InboundDirectPublicIp,
};

/// How needs are called in files and in the arguments of diagnostics, in the order of Need.
inline constexpr auto needWords = std::to_array<std::string_view>(
    {"ecr_pull_fargate", "ecs_on_ec2", "external_api_ipv4", "dns_public_names", "cloudwatch_logs",
     "cloudwatch_metrics", "packages_amazon_linux", "packages_apt_pip_npm", "s3", "dynamodb",
     "ssm_session_manager", "secrets_manager", "sts_kms", "intra_vpc", "inbound_via_alb",
     "inbound_direct_public_ip"});
static_assert(needWords.size() == static_cast<std::size_t>(Need::InboundDirectPublicIp) + 1);

enum class PublicIp : std::uint8_t {
    SubnetDefault, ///< whatever the subnet's map_public_ip_on_launch says
    Yes,
    No,
};

/// One network interface of a workload, or as many alike as the service runs in that subnet.
struct Interface {
    InterfaceId id;
    SubnetId subnet;
    std::optional<IpAddress> privateIp;
    PublicIp publicIp = PublicIp::SubnetDefault;
    std::optional<ElasticIpId> elasticIp;

    friend bool operator==(const Interface&, const Interface&) = default;
};

/// A port on which a load balancer listens, and where it sends what comes.
struct Listener {
    ListenerId id;
    Protocol protocol = Protocol::tcp();
    std::uint16_t port = 80;
    std::optional<WorkloadId> target;
    std::uint16_t targetPort = 80;
    std::optional<std::uint16_t> healthPort; ///< unset: the target port

    friend bool operator==(const Listener&, const Listener&) = default;
};

/// Not exported as an AWS resource: it shows who is behind the groups, and every surface says so.
struct Workload : NodeBase {
    WorkloadId id;
    WorkloadKind workloadKind = WorkloadKind::Other;
    std::string detail;          ///< "Fargate", "primary": the second line under the name
    bool internetFacing = false; ///< load balancers; otherwise internal
    std::vector<Interface> interfaces;
    std::vector<SecurityGroupId> securityGroups; ///< of all its interfaces
    std::vector<Listener> listeners;             ///< load balancers
    std::vector<Traffic> ports;                  ///< ports served
    std::vector<Need> needs;

    friend bool operator==(const Workload&, const Workload&) = default;
};

/// The world outside: the internet, or named blocks of it.
struct External : NodeBase {
    ExternalId id;
    std::vector<Cidr> cidrs; ///< empty: the internet

    friend bool operator==(const External&, const External&) = default;
};

using Node = std::variant<Vpc, AvailabilityZone, Subnet, InternetGateway, EgressOnlyInternetGateway,
                          RouteTable, NatGateway, ElasticIp, SecurityGroup, NetworkAcl, PrefixList,
                          VpcEndpoint, Peering, FlowLog, Workload, External>;

/// The kind of a node type: kindOf<Subnet> == Kind::Subnet.
template<class N>
inline constexpr Kind kindOf = decltype(N::id)::kind;

inline const NodeBase& baseOf(const Node& node) {
    return std::visit([](const auto& n) -> const NodeBase& { return n; }, node);
}
inline NodeBase& baseOf(Node& node) {
    return std::visit([](auto& n) -> NodeBase& { return n; }, node);
}
inline ElementId idOf(const Node& node) {
    return std::visit([](const auto& n) -> ElementId { return n.id; }, node);
}

/// For std::visit over alternatives: a kind that is not handled does not compile.
template<class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template<class... F>
Overloaded(F...) -> Overloaded<F...>;

} // namespace sekisho
