// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/palette_kinds.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace sekisho::canvas {

namespace {

constexpr const char* context = "sekisho::canvas::Palette";

// clang-format off
const std::vector<PaletteEntry> table = {
    {PaletteKind::Vpc, PaletteGroup::Network, "vpc", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "VPC"), "vpc",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A network of its own. Drop it on empty ground."),
     "virtual private cloud network aws_vpc ネットワーク"},
    {PaletteKind::AvailabilityZone, PaletteGroup::Network, "availability-zone", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Availability Zone"), "az",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A column of the VPC. Drop it into a VPC; it takes the next zone of the Region."),
     "az data center アベイラビリティーゾーン アベイラビリティゾーン データセンター"},
    {PaletteKind::PublicSubnet, PaletteGroup::Network, "public-subnet", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Public subnet"), "subnet-public",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A subnet with a way to and from the internet. Drop it into an Availability Zone."),
     "aws_subnet サブネット パブリックサブネット"},
    {PaletteKind::PrivateSubnet, PaletteGroup::Network, "private-subnet", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Private subnet"), "subnet-private",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A subnet that the internet cannot reach. Drop it into an Availability Zone."),
     "aws_subnet サブネット プライベートサブネット"},
    {PaletteKind::IsolatedSubnet, PaletteGroup::Network, "isolated-subnet", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Isolated subnet"), "subnet-private",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A subnet without any way out. Drop it into an Availability Zone."),
     "aws_subnet intra database サブネット 分離 閉域"},
    {PaletteKind::InternetGateway, PaletteGroup::Network, "internet-gateway", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Internet gateway"), "igw",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "The VPC's way to and from the internet. Public subnets are routed to it."),
     "igw aws_internet_gateway インターネットゲートウェイ"},
    {PaletteKind::NatGateway, PaletteGroup::Network, "nat-gateway", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "NAT gateway"), "nat",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "The way out for private subnets, with an Elastic IP. Drop it into a public subnet."),
     "ngw aws_nat_gateway natgw NATゲートウェイ"},
    {PaletteKind::RegionalNatGateway, PaletteGroup::Network, "regional-nat-gateway", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Regional NAT gateway"), "nat",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "One NAT gateway for all zones of a VPC, without a public subnet."),
     "ngw aws_nat_gateway NATゲートウェイ リージョナル リージョン"},
    {PaletteKind::EgressOnlyInternetGateway, PaletteGroup::Network, "egress-only-internet-gateway", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Egress-only internet gateway"), "egress-only",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "The way out for IPv6, with no way in."),
     "eigw ipv6 aws_egress_only_internet_gateway Egress-onlyインターネットゲートウェイ"},
    {PaletteKind::RouteTable, PaletteGroup::Network, "route-table", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Route table"), "route-table",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Where traffic of a subnet goes. On a subnet it becomes that subnet's table."),
     "rtb routing aws_route_table ルートテーブル ルーティング 経路"},
    {PaletteKind::ElasticIp, PaletteGroup::Network, "elastic-ip", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Elastic IP"), "eip",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A public address that stays. On a NAT gateway or EC2 instance it is attached to it."),
     "eip public address ipv4 aws_eip 固定IP 静的IP"},

    {PaletteKind::SecurityGroup, PaletteGroup::Security, "security-group", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Security group"), "security-group",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A stateful firewall of its members. On a workload it becomes that workload's group."),
     "sg firewall aws_security_group セキュリティグループ ファイアウォール"},
    {PaletteKind::NetworkAcl, PaletteGroup::Security, "network-acl", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Network ACL"), "nacl",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A stateless gate at the border of subnets. On a subnet it is associated with it."),
     "nacl acl firewall aws_network_acl ネットワークACL 関所"},
    {PaletteKind::PrefixList, PaletteGroup::Security, "prefix-list", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Prefix list"), "prefix-list",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A named list of CIDR blocks, for rules and routes."),
     "pl cidr aws_ec2_managed_prefix_list プレフィックスリスト"},

    {PaletteKind::Alb, PaletteGroup::Workloads, "alb", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "ALB"), "alb",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Application Load Balancer. Drop it into a subnet."),
     "application load balancer elb lb http https aws_lb ロードバランサー ロードバランサ 負荷分散"},
    {PaletteKind::Nlb, PaletteGroup::Workloads, "nlb", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "NLB"), "nlb",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Network Load Balancer. Drop it into a subnet."),
     "network load balancer elb lb tcp aws_lb ロードバランサー ロードバランサ 負荷分散"},
    {PaletteKind::EcsService, PaletteGroup::Workloads, "ecs-service", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "ECS service"), "ecs",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Containers on Fargate or EC2. Drop it into a subnet."),
     "fargate container docker task aws_ecs_service コンテナ サービス タスク"},
    {PaletteKind::Ec2Instance, PaletteGroup::Workloads, "ec2-instance", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "EC2 instance"), "ec2",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A virtual server. Drop it into a subnet."),
     "virtual machine vm server bastion aws_instance インスタンス サーバー サーバ 踏み台"},
    {PaletteKind::Rds, PaletteGroup::Workloads, "rds", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "RDS"), "rds",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A relational database. Drop it into a private subnet."),
     "db database sql postgres postgresql mysql mariadb aurora aws_db_instance データベース"},
    {PaletteKind::Lambda, PaletteGroup::Workloads, "lambda", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Lambda function"), "lambda",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A function with interfaces in the VPC. Drop it into a private subnet."),
     "serverless faas aws_lambda_function 関数 サーバーレス ラムダ"},
    {PaletteKind::ElastiCache, PaletteGroup::Workloads, "elasticache", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "ElastiCache"), "elasticache",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "An in-memory store. Drop it into a private subnet."),
     "cache redis valkey memcached db aws_elasticache_cluster キャッシュ"},
    {PaletteKind::OtherWorkload, PaletteGroup::Workloads, "other-workload", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Other workload"), "workload",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Anything else with a network interface. Drop it into a subnet."),
     "eni interface eks kubernetes efs opensearch その他 ワークロード"},

    {PaletteKind::GatewayEndpoint, PaletteGroup::Connections, "gateway-endpoint", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Gateway endpoint"), "endpoint-gateway",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A free way to S3 or DynamoDB through the route tables of a VPC."),
     "vpce vpc endpoint s3 dynamodb aws_vpc_endpoint ゲートウェイエンドポイント VPCエンドポイント"},
    {PaletteKind::InterfaceEndpoint, PaletteGroup::Connections, "interface-endpoint", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Interface endpoint"), "endpoint-interface",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A private way to an AWS service (PrivateLink). Drop it into a subnet or a VPC."),
     "vpce vpc endpoint privatelink ecr logs ssm secrets manager aws_vpc_endpoint インターフェイスエンドポイント VPCエンドポイント"},
    {PaletteKind::Peering, PaletteGroup::Connections, "peering", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "VPC peering"), "peering",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "A connection to another VPC."),
     "pcx connection aws_vpc_peering_connection ピアリング VPCピアリング"},
    {PaletteKind::FlowLog, PaletteGroup::Connections, "flow-log", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Flow log"), "flow-log",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Records the traffic of a VPC or subnet."),
     "logging monitoring aws_flow_log フローログ VPCフローログ ログ"},

    {PaletteKind::Internet, PaletteGroup::Outside, "internet", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Internet"), "internet",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Everyone outside. Drop it on empty ground."),
     "world users anywhere external インターネット 外部 利用者"},
    {PaletteKind::ExternalNetwork, PaletteGroup::Outside, "external-network", QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "External network"), "external",
     QT_TRANSLATE_NOOP("sekisho::canvas::Palette", "Named blocks of addresses outside, like an office. Drop it on empty ground."),
     "office on-premises vpn cidr external 外部 拠点 オフィス オンプレミス"},
};
// clang-format on

/// Lower case, full-width letters as half-width ones.
QString folded(const QString& text) {
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

} // namespace

const std::vector<PaletteEntry>& paletteTable() {
    return table;
}

const PaletteEntry& paletteEntry(PaletteKind kind) {
    return table[static_cast<std::size_t>(kind)];
}

std::optional<PaletteKind> paletteKindFromWord(const QString& word) {
    for (const PaletteEntry& entry : table)
        if (word == QLatin1String(entry.word)) return entry.kind;
    return std::nullopt;
}

QString paletteName(PaletteKind kind) {
    return QCoreApplication::translate(context, paletteEntry(kind).name);
}

QString paletteTip(PaletteKind kind) {
    return QCoreApplication::translate(context, paletteEntry(kind).tip);
}

QString paletteGroupName(PaletteGroup group) {
    switch (group) {
    case PaletteGroup::Network: return QCoreApplication::translate("sekisho::canvas::Palette", "Network");
    case PaletteGroup::Security: return QCoreApplication::translate("sekisho::canvas::Palette", "Security");
    case PaletteGroup::Workloads: return QCoreApplication::translate("sekisho::canvas::Palette", "Workloads");
    case PaletteGroup::Connections:
        return QCoreApplication::translate("sekisho::canvas::Palette", "Endpoints and more");
    case PaletteGroup::Outside: return QCoreApplication::translate("sekisho::canvas::Palette", "Outside");
    }
    return {};
}

bool paletteMatches(const PaletteEntry& entry, const QString& query) {
    constexpr qsizetype enoughToSearchWithin = 3;
    const QStringList asked = folded(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList words =
        folded(QLatin1String(entry.name) + QLatin1Char(' ') + paletteName(entry.kind) + QLatin1Char(' ') +
               QLatin1String(entry.word) + QLatin1Char(' ') + QString::fromUtf8(entry.terms))
            .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(asked.begin(), asked.end(), [&](const QString& part) {
        return std::any_of(words.begin(), words.end(), [&](const QString& word) {
            // Japanese is written without spaces: any two of its characters mean something.
            const bool within =
                part.size() >= enoughToSearchWithin || (!part.isEmpty() && part[0].unicode() > 0x2FFF);
            return within ? word.contains(part) : word.startsWith(part);
        });
    });
}

Kind nodeKindOf(PaletteKind kind) {
    switch (kind) {
    case PaletteKind::Vpc: return Kind::Vpc;
    case PaletteKind::AvailabilityZone: return Kind::AvailabilityZone;
    case PaletteKind::PublicSubnet:
    case PaletteKind::PrivateSubnet:
    case PaletteKind::IsolatedSubnet: return Kind::Subnet;
    case PaletteKind::InternetGateway: return Kind::InternetGateway;
    case PaletteKind::NatGateway:
    case PaletteKind::RegionalNatGateway: return Kind::NatGateway;
    case PaletteKind::EgressOnlyInternetGateway: return Kind::EgressOnlyInternetGateway;
    case PaletteKind::RouteTable: return Kind::RouteTable;
    case PaletteKind::ElasticIp: return Kind::ElasticIp;
    case PaletteKind::SecurityGroup: return Kind::SecurityGroup;
    case PaletteKind::NetworkAcl: return Kind::NetworkAcl;
    case PaletteKind::PrefixList: return Kind::PrefixList;
    case PaletteKind::Alb:
    case PaletteKind::Nlb:
    case PaletteKind::EcsService:
    case PaletteKind::Ec2Instance:
    case PaletteKind::Rds:
    case PaletteKind::Lambda:
    case PaletteKind::ElastiCache:
    case PaletteKind::OtherWorkload: return Kind::Workload;
    case PaletteKind::GatewayEndpoint:
    case PaletteKind::InterfaceEndpoint: return Kind::VpcEndpoint;
    case PaletteKind::Peering: return Kind::Peering;
    case PaletteKind::FlowLog: return Kind::FlowLog;
    case PaletteKind::Internet:
    case PaletteKind::ExternalNetwork: return Kind::External;
    }
    return Kind::Vpc;
}

std::optional<WorkloadKind> workloadKindOf(PaletteKind kind) {
    switch (kind) {
    case PaletteKind::Alb: return WorkloadKind::Alb;
    case PaletteKind::Nlb: return WorkloadKind::Nlb;
    case PaletteKind::EcsService: return WorkloadKind::EcsService;
    case PaletteKind::Ec2Instance: return WorkloadKind::Ec2Instance;
    case PaletteKind::Rds: return WorkloadKind::Rds;
    case PaletteKind::Lambda: return WorkloadKind::Lambda;
    case PaletteKind::ElastiCache: return WorkloadKind::ElastiCache;
    case PaletteKind::OtherWorkload: return WorkloadKind::Other;
    default: return std::nullopt;
    }
}

std::optional<Tier> tierOf(PaletteKind kind) {
    switch (kind) {
    case PaletteKind::PublicSubnet: return Tier::Public;
    case PaletteKind::PrivateSubnet: return Tier::Private;
    case PaletteKind::IsolatedSubnet: return Tier::Isolated;
    default: return std::nullopt;
    }
}

std::optional<EndpointType> endpointTypeOf(PaletteKind kind) {
    switch (kind) {
    case PaletteKind::GatewayEndpoint: return EndpointType::Gateway;
    case PaletteKind::InterfaceEndpoint: return EndpointType::Interface;
    default: return std::nullopt;
    }
}

} // namespace sekisho::canvas
