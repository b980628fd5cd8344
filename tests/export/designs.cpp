// SPDX-License-Identifier: Apache-2.0
#include "tests/export/designs.h"

#include "core/model/edits.h"
#include "core/model/templates.h"

#include <cstdio>
#include <cstdlib>

namespace sekisho::test {

namespace {

Cidr cidr(std::string_view text) {
    return *Cidr::parse(text);
}
NameTemplate tag(std::string_view text) {
    return *NameTemplate::parse(text);
}

SecurityGroupRule rule(Direction direction, Traffic traffic, SecurityGroupPeer peer,
                       std::string description = {}) {
    return {{}, direction, traffic, std::move(peer), std::move(description)};
}

/// An ACL with an ICMP rule for each way of saying it, and one for a protocol that the provider knows by
/// number.
NetworkAcl icmpAcl(VpcId vpc) {
    NetworkAcl acl;
    acl.vpc = vpc;
    acl.name = "icmp";
    const auto add = [&](std::int32_t number, Traffic traffic, NetworkAclPeer peer, AclAction action) {
        acl.rules.push_back({{}, Direction::Ingress, number, action, traffic, peer});
    };
    add(120, {Protocol::icmpv6(), {}, IcmpType{128, 0}}, cidr("::/0"), AclAction::Allow);
    add(100, {Protocol::icmp(), {}, IcmpType{3, 4}}, cidr("0.0.0.0/0"), AclAction::Allow);
    add(110, {Protocol::icmp(), {}, {}}, cidr("10.9.0.0/16"), AclAction::Deny);
    add(130, {*Protocol::parse("50"), {}, {}}, ThisVpcCidr{}, AclAction::Allow);
    return acl;
}

void addGroups(Design& design, VpcId vpc, PrefixListId own, PrefixListId managed) {
    SecurityGroup group;
    group.vpc = vpc;
    group.name = "web";
    group.awsName = tag("{project}-web");
    group.rules = {
        rule(Direction::Egress, {Protocol::icmpv6(), {}, {}}, cidr("2001:db8::/32")),
        rule(Direction::Ingress, Traffic::tcp(PortRange{8080, 8090}), SelfGroup{}),
        rule(Direction::Ingress, {Protocol::icmp(), {}, IcmpType{8, 0}}, ThisVpcCidr{}, "ping"),
        rule(Direction::Ingress, Traffic::udp(PortRange::single(53)), own),
        rule(Direction::Egress, Traffic::tcp(443), managed),
        rule(Direction::Ingress, {*Protocol::parse("50"), {}, {}}, cidr("192.0.2.0/24")),
    };
    add(design, group);
    // Two that refer to each other, one of them by way of a third, and to themselves.
    group.rules.clear();
    group.name = "ping";
    group.awsName = tag("ping");
    const SecurityGroupId ping = add(design, group);
    group.name = "pong";
    group.awsName = tag("pong");
    group.rules = {rule(Direction::Ingress, Traffic::tcp(7), ping, "from ping"),
                   rule(Direction::Egress, Traffic::all(), SelfGroup{})};
    const SecurityGroupId pong = add(design, group);
    apply(design, edits::addSecurityGroupRule(design, ping, rule(Direction::Ingress, Traffic::tcp(7), pong)));
    apply(design,
          edits::addSecurityGroupRule(design, ping, rule(Direction::Egress, Traffic::all(), ThisVpcCidr{})));
    SecurityGroup byDefault;
    byDefault.vpc = vpc;
    byDefault.isDefault = true;
    byDefault.name = "default";
    add(design, byDefault);
}

} // namespace

ChangeSet apply(Design& design, const Result<Delta>& delta) {
    const auto changes = delta ? design.apply(*delta) : Result<ChangeSet>(tl::unexpected(delta.error()));
    if (changes) return *changes;
    std::string words(codeText(changes.error().code));
    for (const DiagnosticArg& arg : changes.error().args)
        words += " " + arg.name + "=" + arg.value;
    std::fprintf(stderr, "a design of the tests cannot be made: %s\n", words.c_str());
    std::abort();
}

template<class N>
decltype(N::id) add(Design& design, N node) {
    const ChangeSet changes = apply(design, edits::addNode(design, Node(std::move(node))));
    for (const ElementId id : changes.nodes)
        if (const auto typed = decltype(N::id)::from(id)) return *typed;
    std::abort();
}

template VpcId add(Design&, Vpc);
template SubnetId add(Design&, Subnet);
template SecurityGroupId add(Design&, SecurityGroup);
template NetworkAclId add(Design&, NetworkAcl);
template NatGatewayId add(Design&, NatGateway);
template ElasticIpId add(Design&, ElasticIp);
template RouteTableId add(Design&, RouteTable);
template PrefixListId add(Design&, PrefixList);
template VpcEndpointId add(Design&, VpcEndpoint);
template PeeringId add(Design&, Peering);
template FlowLogId add(Design&, FlowLog);
template WorkloadId add(Design&, Workload);

Design handsOn() {
    return *makeTemplate("hands-on");
}

Design everyKind() {
    Design design = handsOn();
    Network& network = design.network;
    const VpcId vpc{1};
    Vpc main = *network.get(vpc);
    main.ipv6 = AmazonIpv6{};
    main.cidrs.push_back({{}, cidr("10.1.0.0/16")});
    apply(design, edits::replaceNode(design, main));
    Subnet first = *network.get(SubnetId{1});
    first.ipv6 = Ipv6Index{7};
    first.assignIpv6OnCreation = true;
    apply(design, edits::replaceNode(design, first));
    Subnet native;
    native.az = first.az;
    native.name = "v6 only";
    native.ipv6 = Ipv6Index{9};
    native.assignIpv6OnCreation = true;
    native.tier = Tier::Isolated;
    const SubnetId isolated = add(design, native);
    Subnet later;
    later.az = first.az;
    later.name = "later";
    later.cidr = cidr("10.1.5.0/24");
    add(design, later);
    apply(design, edits::addEgressOnlyInternetGateway(design, vpc));

    const VpcId second = [&] {
        apply(design, edits::addVpc(design, "office", cidr("172.16.0.0/16")));
        return VpcId{2};
    }();
    apply(design, edits::addAvailabilityZone(design, second, "ap-northeast-1d"));
    Subnet office;
    office.az = design.network.all<AvailabilityZone>().begin()->id;
    for (const AvailabilityZone& az : network.all<AvailabilityZone>())
        if (az.vpc == second) office.az = az.id;
    office.name = "office";
    office.cidr = cidr("172.16.0.0/24");
    office.nameTag = tag("office-{az_letter}");
    add(design, office);
    apply(design, edits::addPeering(design, vpc, second, "to office"));
    apply(design,
          edits::addPeering(design, vpc, ForeignVpc{"vpc-0123456789abcdef0", "123456789012", "us-west-2", {}},
                            "abroad"));

    PrefixList own;
    own.name = "partners";
    own.awsName = tag("{project}-partners");
    own.maxEntries = 3;
    own.entries = {{cidr("198.51.100.0/24"), "A & Co"}, {cidr("203.0.113.7/32"), {}}};
    const PrefixListId ownId = add(design, own);
    PrefixList managed;
    managed.name = "S3";
    managed.managed = "com.amazonaws.{region}.s3";
    const PrefixListId managedId = add(design, managed);
    addGroups(design, vpc, ownId, managedId);

    RouteTable table;
    table.vpc = second;
    table.name = "office";
    table.main = true;
    table.routes = {
        {{}, ownId, OpaqueTarget{OpaqueTarget::Argument::TransitGateway, "tgw-0123456789abcdef0"}, false},
        {{}, cidr("10.0.0.0/16"), PeeringId{1}, false}};
    add(design, table);
    RouteTable v6;
    v6.vpc = vpc;
    v6.name = "v6";
    v6.routes = {{{}, cidr("::/0"), network.all<EgressOnlyInternetGateway>().begin()->id, false}};
    v6.associations = {{{}, isolated}};
    add(design, v6);

    ElasticIp eip;
    eip.name = "spare";
    const ElasticIpId spare = add(design, eip);
    eip.name = "second";
    const ElasticIpId secondary = add(design, eip);
    eip.name = "zone a";
    const ElasticIpId zoneA = add(design, eip);
    NatGateway nat;
    nat.name = "outbound";
    nat.subnet = SubnetId{1};
    nat.elasticIps = {spare, secondary};
    nat.privateIp = IpAddress::parse("10.0.1.200");
    add(design, nat);
    nat = {};
    nat.name = "inward";
    nat.mode = NatMode::Private;
    nat.subnet = SubnetId{3};
    add(design, nat);
    nat = {};
    nat.name = "everywhere";
    nat.mode = NatMode::Regional;
    nat.vpc = vpc;
    nat.zones = {{first.az, {zoneA}}};
    nat.onNatToggle = true;
    add(design, nat);

    add(design, icmpAcl(vpc));
    NetworkAcl byDefault;
    byDefault.vpc = second;
    byDefault.isDefault = true;
    byDefault.name = "default";
    add(design, byDefault);

    apply(design, edits::addVpcEndpoint(design, vpc, EndpointType::Gateway, "s3"));
    VpcEndpoint endpoint;
    endpoint.vpc = vpc;
    endpoint.name = "ecr";
    endpoint.service = "ecr.api";
    endpoint.subnets = {SubnetId{3}, SubnetId{4}};
    endpoint.securityGroups = {SecurityGroupId{2}};
    endpoint.privateDns = true;
    add(design, endpoint);
    FlowLog log;
    log.name = "all";
    log.resource = vpc;
    log.destination = CloudWatchDestination{tag("/vpc/{project}"), 30};
    log.aggregationInterval = 60;
    add(design, log);
    log.name = "rejects";
    log.resource = SubnetId{1};
    log.trafficType = TrafficType::Reject;
    log.destination = S3Destination{"arn:aws:s3:::flow-logs/office/"};
    log.aggregationInterval.reset();
    add(design, log);
    apply(design, edits::addExternal(design, "partner", {cidr("198.51.100.0/24")}));
    design.settings.defaultTags = {{"Owner", "net \"team\" ${x}"}};
    return design;
}

Design keyedZones() {
    Design design = handsOn();
    for (const auto& [type, label] :
         std::vector<std::pair<const char*, const char*>>{{"aws_subnet", "public"},
                                                          {"aws_subnet", "private"},
                                                          {"aws_eip", "nat"},
                                                          {"aws_nat_gateway", "main"},
                                                          {"aws_route_table", "private"},
                                                          {"aws_route", "private_nat"},
                                                          {"aws_route_table_association", "private"}})
        apply(design, edits::useForEach(design, {type, label}));
    return design;
}

std::string bytesOf(const terraform::ExportResult& result, std::string_view path) {
    for (const terraform::ExportedFile& file : result.files)
        if (file.path == path) return file.bytes;
    return {};
}

std::string wholeText(const terraform::ExportResult& result) {
    std::string text;
    for (const terraform::ExportedFile& file : result.files)
        text += "==> " + file.path + "\n" + file.bytes;
    return text;
}

std::string blockOf(const terraform::ExportResult& result, std::string_view head) {
    const std::string start = "\n" + std::string(head) + " {";
    for (const terraform::ExportedFile& file : result.files) {
        const std::size_t at = file.bytes.find(start);
        if (at == std::string::npos) continue;
        const std::size_t end = file.bytes.find("\n}\n", at);
        if (end != std::string::npos) return file.bytes.substr(at + 1, end + 1 - at);
    }
    return {};
}

std::string codesOf(const terraform::ExportResult& result, Severity severity) {
    std::string lines;
    for (const Diagnostic& diagnostic : result.diagnostics) {
        if (diagnostic.severity != severity) continue;
        lines += codeText(diagnostic.code);
        for (const ElementId subject : diagnostic.subjects)
            lines += " " + toString(subject);
        lines += "\n";
    }
    return lines;
}

std::vector<std::string> normalizedBlocks(std::string_view text) {
    std::vector<std::string> blocks;
    std::string current;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool ends = line == "}";
        const std::size_t first = line.find_first_not_of(' ');
        if (first == std::string_view::npos || line[first] == '#') continue;
        bool gap = !current.empty();
        for (const char c : line) {
            if (c == ' ') {
                gap = !current.empty();
                continue;
            }
            if (gap) current += ' ';
            gap = false;
            current += c;
        }
        if (ends) blocks.push_back(std::exchange(current, {}));
    }
    return blocks;
}

} // namespace sekisho::test
