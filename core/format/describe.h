// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/format/spelling.h"

/// What the objects of the file consist of: each type is described once, for reading, writing, the list of
/// its fields and the JSON Schema alike. `visit` gives its fields to an archive, in the order in which they
/// are written, as a key and a pointer to the member:
///   id        the element's own id: always there, not 0, unique in the file
///   required  always there
///   always    always written; may be left out on reading, which means the member's initializer
///   field     left out where it has the value of the member's initializer
namespace sekisho::format {

template<class T>
struct Fields;

template<class T>
concept Described = requires {
    sizeof(Fields<T>);
};

template<class A>
void visitBase(A& a) {
    a.field("name", &NodeBase::name);
    a.field("name_tag", &NodeBase::nameTag);
    a.field("tags", &NodeBase::tags);
}

// --- VPC, zones, subnets
// -------------------------------------------------------------------------------------

template<>
struct Fields<VpcCidr> {
    static void visit(auto& a) {
        a.id("id", &VpcCidr::id);
        a.required("cidr", &VpcCidr::cidr);
    }
};

template<>
struct Fields<Vpc> {
    static void visit(auto& a) {
        a.id("id", &Vpc::id);
        visitBase(a);
        a.field("cidrs", &Vpc::cidrs);
        a.field("ipv6", &Vpc::ipv6);
        a.field("enable_dns_support", &Vpc::dnsSupport);
        a.field("enable_dns_hostnames", &Vpc::dnsHostnames);
    }
};

template<>
struct Fields<AvailabilityZone> {
    static void visit(auto& a) {
        a.id("id", &AvailabilityZone::id);
        visitBase(a);
        a.required("vpc", &AvailabilityZone::vpc);
        a.required("zone", &AvailabilityZone::zone);
    }
};

template<>
struct Fields<Subnet> {
    static void visit(auto& a) {
        a.id("id", &Subnet::id);
        visitBase(a);
        a.required("az", &Subnet::az);
        a.field("cidr", &Subnet::cidr);
        a.field("ipv6", &Subnet::ipv6);
        a.always("tier", &Subnet::tier);
        a.field("map_public_ip_on_launch", &Subnet::mapPublicIpOnLaunch);
        a.field("assign_ipv6_address_on_creation", &Subnet::assignIpv6OnCreation);
    }
};

// --- Ways in and out
// -----------------------------------------------------------------------------------------

template<>
struct Fields<InternetGateway> {
    static void visit(auto& a) {
        a.id("id", &InternetGateway::id);
        visitBase(a);
        a.field("vpc", &InternetGateway::vpc);
    }
};

template<>
struct Fields<EgressOnlyInternetGateway> {
    static void visit(auto& a) {
        a.id("id", &EgressOnlyInternetGateway::id);
        visitBase(a);
        a.required("vpc", &EgressOnlyInternetGateway::vpc);
    }
};

template<>
struct Fields<OpaqueTarget> {
    static void visit(auto& a) {
        a.required("argument", &OpaqueTarget::argument);
        a.required("id", &OpaqueTarget::id);
    }
};

template<>
struct Fields<Route> {
    static void visit(auto& a) {
        a.id("id", &Route::id);
        a.required("destination", &Route::destination);
        a.required("target", &Route::target);
        a.field("on_nat_toggle", &Route::onNatToggle);
    }
};

template<>
struct Fields<RouteTableAssociation> {
    static void visit(auto& a) {
        a.id("id", &RouteTableAssociation::id);
        a.required("subnet", &RouteTableAssociation::subnet);
    }
};

template<>
struct Fields<RouteTable> {
    static void visit(auto& a) {
        a.id("id", &RouteTable::id);
        visitBase(a);
        a.required("vpc", &RouteTable::vpc);
        a.field("main", &RouteTable::main);
        a.field("routes", &RouteTable::routes);
        a.field("associations", &RouteTable::associations);
    }
};

template<>
struct Fields<NatZoneAddresses> {
    static void visit(auto& a) {
        a.required("az", &NatZoneAddresses::az);
        a.always("elastic_ips", &NatZoneAddresses::elasticIps);
    }
};

template<>
struct Fields<NatGateway> {
    static void visit(auto& a) {
        a.id("id", &NatGateway::id);
        visitBase(a);
        a.always("mode", &NatGateway::mode);
        a.field("subnet", &NatGateway::subnet);
        a.field("vpc", &NatGateway::vpc);
        a.field("elastic_ips", &NatGateway::elasticIps);
        a.field("private_ip", &NatGateway::privateIp);
        a.field("zones", &NatGateway::zones);
        a.field("on_nat_toggle", &NatGateway::onNatToggle);
    }
};

template<>
struct Fields<ElasticIp> {
    static void visit(auto& a) {
        a.id("id", &ElasticIp::id);
        visitBase(a);
        a.field("on_nat_toggle", &ElasticIp::onNatToggle);
    }
};

// --- Traffic, security groups and network ACLs
// -----------------------------------------------------------------

template<>
struct Fields<PortRange> {
    static void visit(auto& a) {
        a.required("from", &PortRange::from);
        a.required("to", &PortRange::to);
    }
};

template<>
struct Fields<IcmpType> {
    static void visit(auto& a) {
        a.required("type", &IcmpType::type);
        a.required("code", &IcmpType::code);
    }
};

/// Only for traffic that has no spelling.
template<>
struct Fields<Traffic> {
    static void visit(auto& a) {
        a.required("protocol", &Traffic::protocol);
        a.field("ports", &Traffic::ports);
        a.field("icmp", &Traffic::icmp);
    }
};

template<>
struct Fields<SecurityGroupRule> {
    static void visit(auto& a) {
        a.id("id", &SecurityGroupRule::id);
        a.required("direction", &SecurityGroupRule::direction);
        a.required("traffic", &SecurityGroupRule::traffic);
        a.required("peer", &SecurityGroupRule::peer);
        a.field("description", &SecurityGroupRule::description);
    }
};

template<>
struct Fields<SecurityGroup> {
    static void visit(auto& a) {
        a.id("id", &SecurityGroup::id);
        visitBase(a);
        a.required("vpc", &SecurityGroup::vpc);
        a.field("default", &SecurityGroup::isDefault);
        a.field("aws_name", &SecurityGroup::awsName);
        a.field("description", &SecurityGroup::description);
        a.field("rules", &SecurityGroup::rules);
    }
};

template<>
struct Fields<NetworkAclRule> {
    static void visit(auto& a) {
        a.id("id", &NetworkAclRule::id);
        a.required("direction", &NetworkAclRule::direction);
        a.required("number", &NetworkAclRule::number);
        a.required("action", &NetworkAclRule::action);
        a.required("traffic", &NetworkAclRule::traffic);
        a.required("peer", &NetworkAclRule::peer);
    }
};

template<>
struct Fields<NetworkAclAssociation> {
    static void visit(auto& a) {
        a.id("id", &NetworkAclAssociation::id);
        a.required("subnet", &NetworkAclAssociation::subnet);
        a.field("active", &NetworkAclAssociation::active);
    }
};

template<>
struct Fields<NetworkAcl> {
    static void visit(auto& a) {
        a.id("id", &NetworkAcl::id);
        visitBase(a);
        a.required("vpc", &NetworkAcl::vpc);
        a.field("default", &NetworkAcl::isDefault);
        a.field("rules", &NetworkAcl::rules);
        a.field("associations", &NetworkAcl::associations);
    }
};

template<>
struct Fields<PrefixListEntry> {
    static void visit(auto& a) {
        a.required("cidr", &PrefixListEntry::cidr);
        a.field("description", &PrefixListEntry::description);
    }
};

template<>
struct Fields<PrefixList> {
    static void visit(auto& a) {
        a.id("id", &PrefixList::id);
        visitBase(a);
        a.field("aws_name", &PrefixList::awsName);
        a.field("managed", &PrefixList::managed);
        a.always("address_family", &PrefixList::family);
        a.field("max_entries", &PrefixList::maxEntries);
        a.field("entries", &PrefixList::entries);
    }
};

// --- Endpoints, peering, flow logs
// -----------------------------------------------------------------------------

template<>
struct Fields<VpcEndpoint> {
    static void visit(auto& a) {
        a.id("id", &VpcEndpoint::id);
        visitBase(a);
        a.required("vpc", &VpcEndpoint::vpc);
        a.always("type", &VpcEndpoint::type);
        a.required("service", &VpcEndpoint::service);
        a.field("route_tables", &VpcEndpoint::routeTables);
        a.field("subnets", &VpcEndpoint::subnets);
        a.field("security_groups", &VpcEndpoint::securityGroups);
        a.field("private_dns_enabled", &VpcEndpoint::privateDns);
    }
};

template<>
struct Fields<ForeignVpc> {
    static void visit(auto& a) {
        a.required("vpc_id", &ForeignVpc::vpcId);
        a.field("owner_id", &ForeignVpc::ownerId);
        a.field("region", &ForeignVpc::region);
        a.field("cidrs", &ForeignVpc::cidrs);
    }
};

template<>
struct Fields<Peering> {
    static void visit(auto& a) {
        a.id("id", &Peering::id);
        visitBase(a);
        a.required("requester", &Peering::requester);
        a.required("accepter", &Peering::accepter);
        a.field("auto_accept", &Peering::autoAccept);
    }
};

template<>
struct Fields<CloudWatchDestination> {
    static void visit(auto& a) {
        a.field("log_group", &CloudWatchDestination::logGroup);
        a.field("retention_in_days", &CloudWatchDestination::retentionInDays);
    }
};

template<>
struct Fields<S3Destination> {
    static void visit(auto& a) { a.required("bucket_arn", &S3Destination::bucketArn); }
};

template<>
struct Fields<FlowLog> {
    static void visit(auto& a) {
        a.id("id", &FlowLog::id);
        visitBase(a);
        a.required("resource", &FlowLog::resource);
        a.always("traffic_type", &FlowLog::trafficType);
        a.required("destination", &FlowLog::destination);
        a.field("max_aggregation_interval", &FlowLog::aggregationInterval);
    }
};

// --- Workloads and the outside world
// ---------------------------------------------------------------------------

template<>
struct Fields<Interface> {
    static void visit(auto& a) {
        a.id("id", &Interface::id);
        a.required("subnet", &Interface::subnet);
        a.field("private_ip", &Interface::privateIp);
        a.field("public_ip", &Interface::publicIp);
        a.field("elastic_ip", &Interface::elasticIp);
    }
};

template<>
struct Fields<Listener> {
    static void visit(auto& a) {
        a.id("id", &Listener::id);
        a.always("protocol", &Listener::protocol);
        a.required("port", &Listener::port);
        a.field("target", &Listener::target);
        a.always("target_port", &Listener::targetPort);
        a.field("health_port", &Listener::healthPort);
    }
};

template<>
struct Fields<Workload> {
    static void visit(auto& a) {
        a.id("id", &Workload::id);
        visitBase(a);
        a.always("kind", &Workload::workloadKind);
        a.field("detail", &Workload::detail);
        a.field("internet_facing", &Workload::internetFacing);
        a.field("interfaces", &Workload::interfaces);
        a.field("security_groups", &Workload::securityGroups);
        a.field("listeners", &Workload::listeners);
        a.field("ports", &Workload::ports);
        a.field("needs", &Workload::needs);
    }
};

template<>
struct Fields<External> {
    static void visit(auto& a) {
        a.id("id", &External::id);
        visitBase(a);
        a.field("cidrs", &External::cidrs);
    }
};

// --- The rest of a design
// --------------------------------------------------------------------------------------

template<>
struct Fields<ForeignText> {
    static void visit(auto& a) {
        a.field("unresolved", &ForeignText::unresolved);
        a.field("kept", &ForeignText::kept);
    }
};

template<>
struct Fields<Network> {
    static void visit(auto& a) {
        a.always("nodes", &Network::nodes);
        a.field("foreign", &Network::foreign);
    }
};

template<>
struct Fields<ResourceMember> {
    static void visit(auto& a) {
        a.required("key", &ResourceMember::key);
        a.required("element", &ResourceMember::element);
    }
};

/// An entry of Addresses::sets as it stands in the file.
struct AddressRow : ResourceKey, ResourceSet {};

template<>
struct Fields<AddressRow> {
    static void visit(auto& a) {
        a.required("type", &ResourceKey::type);
        a.required("label", &ResourceKey::label);
        a.field("form", &ResourceSet::form);
        a.required("members", &ResourceSet::members);
    }
};

template<>
struct Fields<MovedAddress> {
    static void visit(auto& a) {
        a.required("from", &MovedAddress::from);
        a.required("to", &MovedAddress::to);
    }
};

template<>
struct Fields<Addresses> {
    static void visit(auto& a) {
        a.always("sets", &Addresses::sets);
        a.field("moved", &Addresses::moved);
    }
};

/// An entry of Diagram::boxes as it stands in the file.
struct BoxRow : Placement, Box {};

template<>
struct Fields<BoxRow> {
    static void visit(auto& a) {
        a.required("node", &Placement::node);
        a.field("in", &Placement::in);
        a.required("x", &Box::x);
        a.required("y", &Box::y);
        a.field("width", &Box::width);
        a.field("height", &Box::height);
        a.field("auto", &Box::automatic);
        a.field("locked", &Box::locked);
        a.field("collapsed", &Box::collapsed);
        a.field("color", &Box::color);
    }
};

template<>
struct Fields<Settings> {
    static void visit(auto& a) {
        a.always("region", &Settings::region);
        a.always("project_name", &Settings::projectName);
        a.always("environment", &Settings::environment);
        a.always("nat_enabled", &Settings::natEnabled);
        a.always("rule_style", &Settings::ruleStyle);
        a.field("default_tags", &Settings::defaultTags);
    }
};

template<>
struct Fields<Usage> {
    static void visit(auto& a) {
        a.field("nat_processed_gb", &Usage::natProcessedGb);
        a.field("internet_out_gb", &Usage::internetOutGb);
        a.field("endpoint_gb", &Usage::endpointGb);
    }
};

template<>
struct Fields<Acceptance> {
    static void visit(auto& a) {
        a.required("code", &Acceptance::code);
        a.field("subjects", &Acceptance::subjects);
        a.field("reason", &Acceptance::reason);
        a.field("until", &Acceptance::until);
    }
};

template<>
struct Fields<Notes> {
    static void visit(auto& a) {
        a.field("usage", &Notes::usage);
        a.field("acceptances", &Notes::acceptances);
    }
};

/// What the file says of itself.
struct Header {
    std::string format;
    std::int32_t version = 0;
    std::string generator;
};

/// The whole file.
struct Document : Header, Design {};

template<>
struct Fields<Document> {
    static void visit(auto& a) {
        a.required("format", &Header::format);
        a.required("version", &Header::version);
        a.always("generator", &Header::generator);
        a.always("settings", &Design::settings);
        a.always("network", &Design::network);
        a.always("addresses", &Design::addresses);
        a.always("diagram", &Design::diagram);
        a.always("notes", &Design::notes);
    }
};

} // namespace sekisho::format
