// SPDX-License-Identifier: Apache-2.0
#include "core/model/templates.h"

#include "core/model/edit_builder.h"

#include <charconv>

namespace sekisho {

namespace {

using SettingsMap = std::map<std::string, std::string>;

constexpr std::uint32_t handsOnZones = 2;
constexpr std::uint32_t scaleLimit = 100'000;

NameTemplate prefixed(std::string_view rest) {
    return *NameTemplate::parse(std::string("{project}-{environment}-").append(rest));
}
Cidr cidr(std::string_view text) {
    return *Cidr::parse(text);
}
Cidr anywhere() {
    return Cidr::anywhere(IpFamily::V4);
}

void addSet(Addresses& addresses, std::string type, std::string label, AddressForm form,
            const std::vector<ElementId>& elements) {
    ResourceSet set{form, {}};
    for (const ElementId element : elements)
        set.members.push_back({{}, element});
    addresses.sets.set({std::move(type), std::move(label)}, std::move(set));
}

/// What the Network of the article needs while it is put together.
struct Maker {
    Design design;

    template<class N>
    void put(N node) {
        const ElementId id = node.id;
        design.network.nodes.set(id, Node(std::move(node)));
    }
    void single(std::string type, std::string label, ElementId element) {
        addSet(design.addresses, std::move(type), std::move(label), AddressForm::Single, {element});
    }
    void counted(std::string type, std::string label, const std::vector<ElementId>& elements) {
        addSet(design.addresses, std::move(type), std::move(label), AddressForm::Count, elements);
    }
};

SecurityGroup articleGroup(SecurityGroupId id, std::string_view label, std::string description) {
    SecurityGroup group;
    group.id = id;
    group.vpc = VpcId{1};
    group.name = label;
    group.awsName = prefixed(std::string(label) + "-sg");
    group.nameTag = group.awsName;
    group.description = std::move(description);
    return group;
}

SecurityGroupRule allEgress(std::uint32_t number) {
    return {SecurityGroupRuleId{number}, Direction::Egress, Traffic::all(), anywhere(), "All traffic"};
}

void addArticleGroups(Maker& make) {
    const auto in = [](std::uint32_t number, std::uint16_t port, SecurityGroupPeer peer,
                       std::string description) {
        return SecurityGroupRule{SecurityGroupRuleId{number}, Direction::Ingress, Traffic::tcp(port),
                                 std::move(peer), std::move(description)};
    };
    const SecurityGroupId alb{1}, ecs{2}, rds{3};
    SecurityGroup group = articleGroup(alb, "alb", "Security group for Application Load Balancer");
    group.rules = {in(1, 80, anywhere(), "HTTP from Internet"), in(2, 443, anywhere(), "HTTPS from Internet"),
                   allEgress(3)};
    make.put(std::move(group));
    group = articleGroup(ecs, "ecs", "Security group for ECS Fargate");
    group.rules = {in(4, 80, alb, "HTTP from ALB"), in(5, 3000, alb, "App port from ALB"), allEgress(6)};
    make.put(std::move(group));
    group = articleGroup(rds, "rds", "Security group for RDS PostgreSQL");
    group.rules = {in(7, 5432, ecs, "PostgreSQL from ECS"), allEgress(8)};
    make.put(std::move(group));
    make.single("aws_security_group", "alb", alb);
    make.single("aws_security_group", "ecs", ecs);
    make.single("aws_security_group", "rds", rds);
}

void addArticleAcls(Maker& make) {
    const auto rule = [](std::uint32_t id, Direction direction, std::int32_t number, Traffic traffic,
                         NetworkAclPeer peer) {
        return NetworkAclRule{NetworkAclRuleId{id}, direction, number, AclAction::Allow, traffic, peer};
    };
    const Traffic ephemeral = Traffic::tcp(PortRange{1024, 65535});
    NetworkAcl acl;
    acl.id = NetworkAclId{1};
    acl.vpc = VpcId{1};
    acl.name = "public";
    acl.nameTag = prefixed("public-nacl");
    acl.rules = {rule(1, Direction::Ingress, 100, Traffic::tcp(80), anywhere()),
                 rule(2, Direction::Ingress, 110, Traffic::tcp(443), anywhere()),
                 rule(3, Direction::Ingress, 120, ephemeral, anywhere()),
                 rule(4, Direction::Egress, 100, Traffic::all(), anywhere())};
    // The article leaves the associations commented out.
    acl.associations = {{NetworkAclAssociationId{1}, SubnetId{1}, false},
                        {NetworkAclAssociationId{2}, SubnetId{2}, false}};
    make.put(acl);
    acl.id = NetworkAclId{2};
    acl.name = "private";
    acl.nameTag = prefixed("private-nacl");
    acl.rules = {rule(5, Direction::Ingress, 100, Traffic::all(), ThisVpcCidr{}),
                 rule(6, Direction::Ingress, 110, ephemeral, anywhere()),
                 rule(7, Direction::Egress, 100, Traffic::all(), anywhere())};
    acl.associations = {{NetworkAclAssociationId{3}, SubnetId{3}, false},
                        {NetworkAclAssociationId{4}, SubnetId{4}, false}};
    make.put(acl);
    make.single("aws_network_acl", "public", NetworkAclId{1});
    make.single("aws_network_acl", "private", NetworkAclId{2});
    make.counted("aws_network_acl_association", "public",
                 {NetworkAclAssociationId{1}, NetworkAclAssociationId{2}});
    make.counted("aws_network_acl_association", "private",
                 {NetworkAclAssociationId{3}, NetworkAclAssociationId{4}});
}

void addArticleWorkloads(Maker& make) {
    const auto interface = [](std::uint32_t id, std::uint32_t subnet, PublicIp publicIp) {
        Interface result;
        result.id = InterfaceId{id};
        result.subnet = SubnetId{subnet};
        result.publicIp = publicIp;
        return result;
    };
    const WorkloadId albId{1}, ecsId{2}, rdsId{3};
    Workload alb;
    alb.id = albId;
    alb.name = "alb";
    alb.workloadKind = WorkloadKind::Alb;
    alb.internetFacing = true;
    alb.interfaces = {interface(1, 1, PublicIp::Yes), interface(2, 2, PublicIp::Yes)};
    alb.securityGroups = {SecurityGroupId{1}};
    alb.listeners = {{ListenerId{1}, Protocol::tcp(), 80, ecsId, 80, std::nullopt},
                     {ListenerId{2}, Protocol::tcp(), 443, ecsId, 3000, std::nullopt}};
    alb.ports = {Traffic::tcp(80), Traffic::tcp(443)};
    Workload ecs;
    ecs.id = ecsId;
    ecs.name = "ecs";
    ecs.workloadKind = WorkloadKind::EcsService;
    ecs.detail = "Fargate";
    ecs.interfaces = {interface(3, 3, PublicIp::No), interface(4, 4, PublicIp::No)};
    ecs.securityGroups = {SecurityGroupId{2}};
    ecs.ports = {Traffic::tcp(80), Traffic::tcp(3000)};
    ecs.needs = {Need::EcrPullFargate, Need::CloudWatchLogs, Need::IntraVpc};
    Workload rds;
    rds.id = rdsId;
    rds.name = "rds";
    rds.workloadKind = WorkloadKind::Rds;
    rds.detail = "PostgreSQL";
    rds.interfaces = {interface(5, 3, PublicIp::No), interface(6, 4, PublicIp::No)};
    rds.securityGroups = {SecurityGroupId{3}};
    rds.ports = {Traffic::tcp(5432)};
    make.put(std::move(alb));
    make.put(std::move(ecs));
    make.put(std::move(rds));
    External internet;
    internet.id = ExternalId{1};
    internet.name = "Internet";
    make.put(std::move(internet));
}

/// The VPC, zones, subnets, gateway and tables that the article builds upon, and its NAT gateways.
void addArticleNetwork(Maker& make, const std::vector<std::string>& zones) {
    const VpcId vpcId{1};
    const InternetGatewayId igwId{1};
    Vpc vpc;
    vpc.id = vpcId;
    vpc.name = "main";
    vpc.nameTag = prefixed("vpc");
    vpc.cidrs = {{VpcCidrId{1}, cidr("10.0.0.0/16")}};
    vpc.dnsSupport = true;
    vpc.dnsHostnames = true;
    make.put(std::move(vpc));
    InternetGateway igw;
    igw.id = igwId;
    igw.name = "internet gateway";
    igw.nameTag = prefixed("igw");
    igw.vpc = vpcId;
    make.put(std::move(igw));

    RouteTable publicTable;
    publicTable.id = RouteTableId{1};
    publicTable.vpc = vpcId;
    publicTable.name = "public";
    publicTable.nameTag = prefixed("public-rt");
    publicTable.routes = {{RouteId{1}, anywhere(), igwId, false}};

    std::vector<ElementId> publics, privates, publicLinks, privateLinks, tables, eips, nats, routes;
    for (std::uint32_t i = 1; i <= handsOnZones; ++i) {
        const std::string& zone = zones[i - 1];
        const std::string suffix = "-" + zone.substr(zone.size() - 2);
        AvailabilityZone az;
        az.id = AvailabilityZoneId{i};
        az.vpc = vpcId;
        az.name = zone;
        az.zone = zone;
        make.put(std::move(az));

        const auto subnet = [&](std::uint32_t id, std::string_view tier, const std::string& block) {
            Subnet node;
            node.id = SubnetId{id};
            node.az = AvailabilityZoneId{i};
            node.name = std::string(tier) + suffix;
            node.nameTag = prefixed(std::string(tier) + "-{az_letter}");
            node.cidr = cidr(block);
            node.tier = tier == "public" ? Tier::Public : Tier::Private;
            node.mapPublicIpOnLaunch = tier == "public";
            make.put(std::move(node));
        };
        subnet(i, "public", "10.0." + std::to_string(i) + ".0/24");
        subnet(i + handsOnZones, "private", "10.0." + std::to_string(10 + i) + ".0/24");
        publics.push_back(SubnetId{i});
        privates.push_back(SubnetId{i + handsOnZones});

        ElasticIp eip;
        eip.id = ElasticIpId{i};
        eip.name = "nat-eip" + suffix;
        eip.nameTag = prefixed("nat-eip-{az_letter}");
        eip.onNatToggle = true;
        make.put(std::move(eip));
        eips.push_back(ElasticIpId{i});

        NatGateway nat;
        nat.id = NatGatewayId{i};
        nat.name = "nat" + suffix;
        nat.nameTag = prefixed("nat-{az_letter}");
        nat.subnet = SubnetId{i};
        nat.elasticIps = {ElasticIpId{i}};
        nat.onNatToggle = true;
        make.put(std::move(nat));
        nats.push_back(NatGatewayId{i});

        publicTable.associations.push_back({RouteTableAssociationId{i}, SubnetId{i}});
        publicLinks.push_back(RouteTableAssociationId{i});
        RouteTable table;
        table.id = RouteTableId{i + 1};
        table.vpc = vpcId;
        table.name = "private" + suffix;
        table.nameTag = prefixed("private-rt-{az_letter}");
        table.routes = {{RouteId{i + 1}, anywhere(), NatGatewayId{i}, true}};
        table.associations = {{RouteTableAssociationId{i + handsOnZones}, SubnetId{i + handsOnZones}}};
        make.put(std::move(table));
        tables.push_back(RouteTableId{i + 1});
        routes.push_back(RouteId{i + 1});
        privateLinks.push_back(RouteTableAssociationId{i + handsOnZones});
    }
    make.put(std::move(publicTable));

    make.single("aws_vpc", "main", vpcId);
    make.single("aws_internet_gateway", "main", igwId);
    make.counted("aws_subnet", "public", publics);
    make.counted("aws_subnet", "private", privates);
    make.single("aws_route_table", "public", RouteTableId{1});
    make.counted("aws_route_table", "private", tables);
    make.single("aws_route", "public_internet", RouteId{1});
    make.counted("aws_route", "private_nat", routes);
    make.counted("aws_route_table_association", "public", publicLinks);
    make.counted("aws_route_table_association", "private", privateLinks);
    make.counted("aws_eip", "nat", eips);
    make.counted("aws_nat_gateway", "main", nats);
}

std::vector<std::string> twoZones(const std::string& region, const std::vector<std::string>& known) {
    if (known.size() >= handsOnZones) return {known[0], known[1]};
    return {region + "a", region + (region == "ap-northeast-1" ? "c" : "b")};
}

Design handsOn(const Settings& settings, const std::vector<std::string>& zones) {
    Maker make;
    make.design.settings = settings;
    addArticleNetwork(make, twoZones(settings.region, zones));
    addArticleGroups(make);
    addArticleAcls(make);
    addArticleWorkloads(make);
    return std::move(make.design);
}

struct ScaleSize {
    std::uint32_t groups = 100;
    std::uint32_t rules = 200;
    std::uint32_t workloads = 50;
};

/// A hands-on network with many groups: each group's rules let in the group before it, CIDRs and all egress.
Design scale(const Settings& settings, const std::vector<std::string>& zones, const ScaleSize& size) {
    Maker make;
    make.design.settings = settings;
    addArticleNetwork(make, twoZones(settings.region, zones));
    std::uint32_t nextRule = 1;
    for (std::uint32_t g = 0; g < size.groups; ++g) {
        const std::string label = "service-" + std::to_string(g + 1);
        SecurityGroup group = articleGroup(SecurityGroupId{g + 1}, label,
                                           "Security group for service " + std::to_string(g + 1));
        // The total is spread evenly; the first groups take what is left over.
        const std::uint32_t count = size.rules / size.groups + (g < size.rules % size.groups ? 1 : 0);
        for (std::uint32_t r = 0; r < count; ++r) {
            const auto port = static_cast<std::uint16_t>(1024 + (g * 7 + r * 13) % 60000);
            SecurityGroupRule rule;
            rule.id = SecurityGroupRuleId{nextRule++};
            if (r == 0) {
                rule.direction = Direction::Egress;
                rule.peer = anywhere();
                rule.description = "All traffic";
            } else if (r % 2 == 1 && g > 0) {
                rule.traffic = Traffic::tcp(port);
                rule.peer = SecurityGroupId{g};
                rule.description = "From service " + std::to_string(g);
            } else {
                // Distinct for every r, so that no rule is there twice.
                rule.traffic = Traffic::tcp(port);
                rule.peer = Cidr::containing(
                    {IpFamily::V4, {10, static_cast<std::uint8_t>(r >> 8), static_cast<std::uint8_t>(r), 0}},
                    24);
                rule.description = "From the network";
            }
            group.rules.push_back(std::move(rule));
        }
        make.put(std::move(group));
        make.single("aws_security_group", labelFrom(label, "service"), SecurityGroupId{g + 1});
    }
    for (std::uint32_t w = 0; w < size.workloads; ++w) {
        Workload workload;
        workload.id = WorkloadId{w + 1};
        workload.name = "service-" + std::to_string(w + 1);
        workload.workloadKind = WorkloadKind::EcsService;
        workload.detail = "Fargate";
        for (std::uint32_t i = 0; i < handsOnZones; ++i) {
            Interface interface;
            interface.id = InterfaceId{w * handsOnZones + i + 1};
            interface.subnet = SubnetId{handsOnZones + i + 1};
            interface.publicIp = PublicIp::No;
            workload.interfaces.push_back(interface);
        }
        if (size.groups > 0) workload.securityGroups = {SecurityGroupId{w % size.groups + 1}};
        workload.ports = {Traffic::tcp(8080)};
        make.put(std::move(workload));
    }
    return std::move(make.design);
}

bool isPlain(std::string_view text, std::string_view extra) {
    if (text.empty() || text.size() > 64) return false;
    for (const char c : text)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || extra.find(c) != std::string_view::npos))
            return false;
    return true;
}

} // namespace

const std::vector<TemplateInfo>& designTemplates() {
    static const std::vector<TemplateInfo> templates = {
        {"hands-on",
         "The hands-on article: VPC in two zones, ALB, ECS and RDS with their security groups, NAT gateways "
         "behind a "
         "switch, network ACLs",
         "ハンズオン記事の構成：2つのAZのVPC、ALB・ECS・RDSとセキュリティグループ、切り替え可能なNATゲートウ"
         "ェイ、"
         "ネットワークACL",
         {"region", "project_name", "environment"}},
        {"empty", "Nothing yet", "空の設計", {"region", "project_name", "environment"}},
        {"scale",
         "Many security groups, rules and workloads, for benchmarks",
         "ベンチマーク用：多数のセキュリティグループ、ルール、ワークロード",
         {"groups", "rules", "workloads", "region", "project_name", "environment"}},
    };
    return templates;
}

Result<Design> makeTemplate(std::string_view name, const SettingsMap& given,
                            const std::vector<std::string>& zonesOfRegion) {
    const TemplateInfo* found = nullptr;
    std::string known;
    for (const TemplateInfo& info : designTemplates()) {
        if (info.name == name) found = &info;
        known += (known.empty() ? "" : ", ") + std::string(info.name);
    }
    if (!found) return fail(Code::template_unknown, {{"name", std::string(name)}, {"known", known}});

    Settings settings;
    settings.projectName = name == "hands-on" ? "handson" : "sekisho";
    settings.natEnabled = false; // the article's default
    ScaleSize size;
    for (const auto& [key, value] : given) {
        bool taken = false;
        std::string keys;
        for (const std::string_view setting : found->settings) {
            taken = taken || setting == key;
            keys += (keys.empty() ? "" : ", ") + std::string(setting);
        }
        if (!taken)
            return fail(Code::template_setting_unknown,
                        {{"template", std::string(name)}, {"name", key}, {"known", keys}});
        const auto bad = [&, &settingName = key, &settingValue = value](std::string_view expected) {
            return fail(
                Code::template_setting_bad,
                {{"name", settingName}, {"value", settingValue}, {"expected", std::string(expected)}});
        };
        if (key == "region") {
            if (!isPlain(value, "-") || value.find('-') == std::string::npos)
                return bad("ap-northeast-1, us-east-1");
            settings.region = value;
        } else if (key == "project_name" || key == "environment") {
            if (value.empty()) return bad("a-z 0-9 -");
            (key == "environment" ? settings.environment : settings.projectName) = value;
        } else {
            std::uint32_t number = 0;
            const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
            if (failure != std::errc() || end != value.data() + value.size() || number > scaleLimit)
                return bad("0-100000");
            (key == "groups" ? size.groups : key == "rules" ? size.rules : size.workloads) = number;
        }
    }
    if (name == "hands-on") return handsOn(settings, zonesOfRegion);
    if (name == "scale") return scale(settings, zonesOfRegion, size);
    Design design;
    design.settings = settings;
    return design;
}

} // namespace sekisho
