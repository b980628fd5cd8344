// SPDX-License-Identifier: Apache-2.0
#include "core/model/public_addresses.h"
#include "ui/document/document.h"
#include "ui/editors/address_models.h"
#include "ui/editors/inspector_words.h"
#include "ui/editors/part_models.h"
#include "ui/editors/peer_words.h"
#include "ui/editors/sentences.h"
#include "ui/editors/table_section.h"
#include "ui/editors/text_input.h"
#include "ui/editors/traffic_words.h"
#include "ui/style/group_badge.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <QCheckBox>
#include <QLabel>
#include <QRegularExpression>

#include <algorithm>

/// The inspectors of endpoints, peerings, flow logs, workloads and the world outside.
namespace sekisho::editors {

namespace {

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

template<class T>
bool holds(const std::vector<T>& all, T one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

template<class T>
void put(std::vector<T>& all, T one, bool in) {
    std::erase(all, one);
    if (in) all.push_back(one);
}

/// The groups of a VPC with their badges, to tick for a member.
std::vector<Tick> groupTicks(const Inspector& page, ElementId member, std::optional<VpcId> vpc,
                             const std::vector<SecurityGroupId>& groups) {
    std::vector<Tick> ticks;
    const Design& design = page.design();
    for (const SecurityGroup& group : design.network.all<SecurityGroup>()) {
        const bool isIn = holds(groups, group.id);
        if (!isIn && vpc && group.vpc != *vpc) continue;
        ticks.push_back({nameOf(design.network, group.id),
                         style::badgeIcon(style::groupMark(design, group.id)), clean(group.description), isIn,
                         [id = group.id, member](const Design& d, bool on) {
                             return edits::setMembership(d, id, member, on);
                         }});
    }
    return ticks;
}

} // namespace

void buildVpcEndpoint(Inspector& page) {
    const auto isGateway = [&page] {
        const VpcEndpoint* endpoint = page.node<VpcEndpoint>();
        return endpoint && endpoint->type == EndpointType::Gateway;
    };
    page.addHeader([&page, isGateway] {
        const QString vpc = nameOf(page.design().network, page.node<VpcEndpoint>()->vpc);
        return isGateway() ? Inspector::tr("Gateway endpoint of %1").arg(vpc)
                           : Inspector::tr("Interface endpoint of %1").arg(vpc);
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.text<VpcEndpoint>(
        Inspector::tr("Service"),
        Inspector::tr("What it leads to, in short (s3, ecr.api) or in full (com.amazonaws.…)."), "service",
        [](const VpcEndpoint& n) { return QString::fromStdString(n.service); },
        [](VpcEndpoint& n, const QString& typed) {
            if (plain(typed).isEmpty())
                return Verdict{Inspector::tr("Give a service, like s3 or ecr.api."), {}};
            n.service = plain(typed).toStdString();
            return Verdict{};
        });
    page.info({}, {}, [&page] {
        const VpcEndpoint* endpoint = page.node<VpcEndpoint>();
        return endpoint ? QStringLiteral("→ %1").arg(
                              clean(endpointServiceName(endpoint->service, page.design().settings.region)))
                        : QString();
    });
    page.pick(
        Inspector::tr("Type"),
        Inspector::tr("A gateway endpoint is a route and free, for S3 and DynamoDB. An interface endpoint is "
                      "an address in the subnets and costs by the hour."),
        "type", [&page] {
            const VpcEndpoint* endpoint = page.node<VpcEndpoint>();
            std::vector<Pick> picks;
            if (!endpoint) return picks;
            const std::tuple<EndpointType, QString, QString> types[] = {
                {EndpointType::Gateway, Inspector::tr("Gateway"), QStringLiteral("endpoint-gateway")},
                {EndpointType::Interface, Inspector::tr("Interface"), QStringLiteral("endpoint-interface")}};
            for (const auto& [type, name, icon] : types)
                picks.push_back({{name, {}, style::icon(icon), false},
                                 endpoint->type == type,
                                 [&page, type = type](const Design&) {
                                     return page.changed<VpcEndpoint>([&](VpcEndpoint& n) {
                                         n.type = type;
                                         // Each kind has its own: what the other had would be refused.
                                         if (type == EndpointType::Gateway) {
                                             n.subnets.clear();
                                             n.securityGroups.clear();
                                             n.privateDns.reset();
                                         } else {
                                             n.routeTables.clear();
                                         }
                                     });
                                 }});
            return picks;
        });
    page.ticks(Inspector::tr("Route tables"), Inspector::tr("The tables that get a route to the service."),
               "route_tables", [&page, isGateway] {
                   const VpcEndpoint* endpoint = page.node<VpcEndpoint>();
                   std::vector<Tick> ticks;
                   if (!endpoint || !isGateway()) return ticks;
                   const Network& network = page.design().network;
                   for (const RouteTable& table : network.all<RouteTable>()) {
                       const bool isIn = holds(endpoint->routeTables, table.id);
                       if (!isIn && table.vpc != endpoint->vpc) continue;
                       ticks.push_back({nameOf(network, table.id),
                                        iconOf(network, table.id),
                                        {},
                                        isIn,
                                        [&page, id = table.id](const Design&, bool on) {
                                            return page.changed<VpcEndpoint>(
                                                [&](VpcEndpoint& n) { put(n.routeTables, id, on); });
                                        }});
                   }
                   return ticks;
               });
    page.ticks(Inspector::tr("Subnets"),
               Inspector::tr("Where it has an address, one a zone; each zone is paid for."), "subnets",
               [&page, isGateway] {
                   const VpcEndpoint* endpoint = page.node<VpcEndpoint>();
                   std::vector<Tick> ticks;
                   if (!endpoint || isGateway()) return ticks;
                   const Network& network = page.design().network;
                   for (const Subnet& subnet : network.all<Subnet>()) {
                       const bool isIn = holds(endpoint->subnets, subnet.id);
                       if (!isIn && vpcOf(network, subnet.id) != endpoint->vpc) continue;
                       ticks.push_back({subnetLine(network, subnet),
                                        iconOf(network, subnet.id),
                                        {},
                                        isIn,
                                        [&page, id = subnet.id](const Design&, bool on) {
                                            return page.changed<VpcEndpoint>(
                                                [&](VpcEndpoint& n) { put(n.subnets, id, on); });
                                        }});
                   }
                   return ticks;
               });
    page.ticks(
        Inspector::tr("Groups"),
        Inspector::tr("The security groups of its addresses: they must let HTTPS in from who uses it."),
        "security_groups", [&page, isGateway] {
            const VpcEndpoint* endpoint = page.node<VpcEndpoint>();
            if (!endpoint || isGateway()) return std::vector<Tick>();
            return groupTicks(page, endpoint->id, endpoint->vpc, endpoint->securityGroups);
        });
    ChoiceBox* dns =
        page.pick(Inspector::tr("Private DNS"),
                  Inspector::tr("The service's usual name leads to the endpoint. It needs DNS resolution and "
                                "hostnames of the VPC."),
                  "private_dns", [&page] {
                      const VpcEndpoint* endpoint = page.node<VpcEndpoint>();
                      std::vector<Pick> picks;
                      if (!endpoint) return picks;
                      const std::pair<std::optional<bool>, QString> values[] = {
                          {std::nullopt, Inspector::tr("AWS default")},
                          {true, Inspector::tr("On")},
                          {false, Inspector::tr("Off")}};
                      for (const auto& [value, name] : values)
                          picks.push_back({{name, {}, {}, false},
                                           endpoint->privateDns == value,
                                           [&page, value = value](const Design&) {
                                               return page.changed<VpcEndpoint>(
                                                   [&](VpcEndpoint& n) { n.privateDns = value; });
                                           }});
                      return picks;
                  });
    page.showOnly(dns, [isGateway] { return !isGateway(); });
    page.addNameTagAndTags();
}

void buildPeering(Inspector& page) {
    const auto foreign = [&page] {
        const Peering* peering = page.node<Peering>();
        return peering ? std::get_if<ForeignVpc>(&peering->accepter) : nullptr;
    };
    page.addHeader([] { return capitalized(kindName(Kind::Peering)); });
    page.section();
    page.addName();
    page.addAddresses();
    page.pick(
        Inspector::tr("From"), Inspector::tr("The VPC that asks for the connection."), "requester", [&page] {
            const Peering* peering = page.node<Peering>();
            std::vector<Pick> picks;
            if (!peering) return picks;
            const Network& network = page.design().network;
            for (const Vpc& vpc : network.all<Vpc>())
                picks.push_back(
                    {{choiceName(network, vpc.id), cidrOf(network, vpc.id), iconOf(network, vpc.id), false},
                     peering->requester == vpc.id,
                     [&page, id = vpc.id](const Design&) {
                         return page.changed<Peering>([&](Peering& n) { n.requester = id; });
                     }});
            return picks;
        });
    page.pick(
        Inspector::tr("To"), Inspector::tr("The VPC that accepts it, of this design or outside it."),
        "accepter", [&page, foreign] {
            const Peering* peering = page.node<Peering>();
            std::vector<Pick> picks;
            if (!peering) return picks;
            const Network& network = page.design().network;
            const auto* current = std::get_if<VpcId>(&peering->accepter);
            for (const Vpc& vpc : network.all<Vpc>())
                picks.push_back(
                    {{choiceName(network, vpc.id), cidrOf(network, vpc.id), iconOf(network, vpc.id), false},
                     current && *current == vpc.id,
                     [&page, id = vpc.id](const Design&) {
                         return page.changed<Peering>([&](Peering& n) { n.accepter = id; });
                     }});
            picks.push_back(
                {{Inspector::tr("VPC outside the design"), {}, style::icon(QStringLiteral("external")), true},
                 foreign() != nullptr,
                 [&page](const Design&) {
                     return page.changed<Peering>([&](Peering& n) {
                         n.accepter = ForeignVpc{};
                         n.autoAccept = false;
                     });
                 }});
            return picks;
        });
    const auto part = [&page, foreign](const QString& label, const QString& tip, const char* field,
                                       std::function<QString(const ForeignVpc&)> read,
                                       std::function<Verdict(ForeignVpc&, const QString&)> write) {
        TextField* line = page.text<Peering>(
            label, tip, field,
            [read](const Peering& n) {
                const auto* far = std::get_if<ForeignVpc>(&n.accepter);
                return far ? read(*far) : QString();
            },
            [write](Peering& n, const QString& typed) {
                auto* far = std::get_if<ForeignVpc>(&n.accepter);
                return far ? write(*far, typed) : Verdict{};
            });
        page.showOnly(line, [foreign] { return foreign() != nullptr; });
        return line;
    };
    part(
        Inspector::tr("VPC id"), Inspector::tr("Like vpc-0123456789abcdef0."), "vpc_id",
        [](const ForeignVpc& f) { return QString::fromStdString(f.vpcId); },
        [](ForeignVpc& f, const QString& typed) {
            f.vpcId = plain(typed).toStdString();
            return Verdict{};
        });
    part(
        Inspector::tr("Account"),
        Inspector::tr("The 12 digits of the account that has it. Empty: the same account."), "owner_id",
        [](const ForeignVpc& f) { return QString::fromStdString(f.ownerId); },
        [](ForeignVpc& f, const QString& typed) {
            f.ownerId = plain(typed).toStdString();
            return Verdict{};
        })
        ->setPlaceholderText(Inspector::tr("The same"));
    part(
        Inspector::tr("Region"), Inspector::tr("Empty: the same Region."), "region",
        [](const ForeignVpc& f) { return QString::fromStdString(f.region); },
        [](ForeignVpc& f, const QString& typed) {
            f.region = plain(typed).toStdString();
            return Verdict{};
        })
        ->setPlaceholderText(Inspector::tr("The same"));
    part(
        Inspector::tr("CIDR blocks"),
        Inspector::tr("The blocks of the VPC outside, with commas between them."), "cidrs",
        [](const ForeignVpc& f) { return cidrsText(f.cidrs); },
        [](ForeignVpc& f, const QString& typed) { return readCidrs(typed, f.cidrs); });
    page.check<Peering>(
        Inspector::tr("Accept by itself"),
        Inspector::tr(
            "Terraform accepts the connection too. Only where both VPCs are of one account and Region."),
        "auto_accept", [](const Peering& n) { return n.autoAccept; },
        [](Peering& n, bool on) { n.autoAccept = on; });
    page.addNote([] {
        return Inspector::tr("Both sides need routes to the other, and their blocks must not overlap.");
    });
    page.addNameTagAndTags();
}

namespace {

Verdict readSeconds(const QString& typed, std::optional<int>& value) {
    const QString text = plain(typed);
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!text.isEmpty() && (!isNumber || number < 1))
        return {Inspector::tr("Write a whole number, or nothing for the default."), {}};
    value = text.isEmpty() ? std::optional<int>() : std::optional<int>(number);
    return {};
}

} // namespace

void buildFlowLog(Inspector& page) {
    const auto logGroup = [&page] {
        const FlowLog* log = page.node<FlowLog>();
        return log ? std::get_if<CloudWatchDestination>(&log->destination) : nullptr;
    };
    page.addHeader([&page] {
        const FlowLog* log = page.node<FlowLog>();
        return Inspector::tr("Flow log of %1")
            .arg(std::visit([&](auto id) { return nameOf(page.design().network, id); }, log->resource));
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.pick(Inspector::tr("Watches"), Inspector::tr("Whose traffic is written down."), "resource", [&page] {
        const FlowLog* log = page.node<FlowLog>();
        std::vector<Pick> picks;
        if (!log) return picks;
        const Network& network = page.design().network;
        const auto offer = [&](auto id, const QString& hint) {
            const auto* current = std::get_if<decltype(id)>(&log->resource);
            picks.push_back({{choiceName(network, id), hint, iconOf(network, id), false},
                             current && *current == id,
                             [&page, id](const Design&) {
                                 return page.changed<FlowLog>([&](FlowLog& n) { n.resource = id; });
                             }});
        };
        for (const Vpc& vpc : network.all<Vpc>())
            offer(vpc.id, cidrOf(network, vpc.id));
        for (const Subnet& subnet : network.all<Subnet>())
            offer(subnet.id, subnetHint(subnet));
        return picks;
    });
    page.pick(
        Inspector::tr("Traffic"),
        Inspector::tr("Which of it: what was let through, what was refused, or both."), "traffic_type",
        [&page] {
            const FlowLog* log = page.node<FlowLog>();
            std::vector<Pick> picks;
            if (!log) return picks;
            const std::pair<TrafficType, QString> types[] = {
                {TrafficType::All, Inspector::tr("All")},
                {TrafficType::Accept, Inspector::tr("Accepted")},
                {TrafficType::Reject, Inspector::tr("Rejected")}};
            for (const auto& [type, name] : types)
                picks.push_back(
                    {{name, {}, {}, false}, log->trafficType == type, [&page, type = type](const Design&) {
                         return page.changed<FlowLog>([&](FlowLog& n) { n.trafficType = type; });
                     }});
            return picks;
        });
    page.pick(Inspector::tr("Written to"),
              Inspector::tr("A log group of CloudWatch Logs, made with its role, or a bucket of S3."),
              "destination", [&page, logGroup] {
                  std::vector<Pick> picks;
                  if (!page.node<FlowLog>()) return picks;
                  picks.push_back({{QStringLiteral("CloudWatch Logs"), {}, {}, false},
                                   logGroup() != nullptr,
                                   [&page](const Design&) {
                                       return page.changed<FlowLog>([&](FlowLog& n) {
                                           n.destination = CloudWatchDestination{
                                               *NameTemplate::parse("/vpc/{project}-{environment}/flow-logs"),
                                               14};
                                       });
                                   }});
                  picks.push_back(
                      {{QStringLiteral("S3"), {}, {}, false}, logGroup() == nullptr, [&page](const Design&) {
                           return page.changed<FlowLog>(
                               [&](FlowLog& n) { n.destination = S3Destination{"arn:aws:s3:::flow-logs"}; });
                       }});
                  return picks;
              });
    TextField* group = page.text<FlowLog>(
        Inspector::tr("Log group"),
        Inspector::tr("The name of the log group. {project} and {environment} are filled in."), "log_group",
        [](const FlowLog& n) {
            const auto* to = std::get_if<CloudWatchDestination>(&n.destination);
            return to ? QString::fromStdString(to->logGroup.toString()) : QString();
        },
        [](FlowLog& n, const QString& typed) {
            const auto parsed = NameTemplate::parse(typed.trimmed().toStdString());
            if (!parsed) return complaint(parsed.error());
            if (auto* to = std::get_if<CloudWatchDestination>(&n.destination)) to->logGroup = *parsed;
            return Verdict{};
        });
    page.previewTemplate(group);
    page.showOnly(group, [logGroup] { return logGroup() != nullptr; });
    TextField* days = page.text<FlowLog>(
        Inspector::tr("Kept, days"), Inspector::tr("After how many days entries are deleted. Empty: never."),
        "retention_in_days",
        [](const FlowLog& n) {
            const auto* to = std::get_if<CloudWatchDestination>(&n.destination);
            return to && to->retentionInDays ? QString::number(*to->retentionInDays) : QString();
        },
        [](FlowLog& n, const QString& typed) {
            std::optional<int> value;
            const Verdict verdict = readSeconds(typed, value);
            if (auto* to = std::get_if<CloudWatchDestination>(&n.destination); to && verdict.ok())
                to->retentionInDays = value;
            return verdict;
        });
    days->setPlaceholderText(Inspector::tr("For ever"));
    page.showOnly(days, [logGroup] { return logGroup() != nullptr; });
    TextField* bucket = page.text<FlowLog>(
        Inspector::tr("Bucket ARN"),
        Inspector::tr("The bucket, with a folder behind it if you like: arn:aws:s3:::name/folder/."),
        "bucket_arn",
        [](const FlowLog& n) {
            const auto* to = std::get_if<S3Destination>(&n.destination);
            return to ? QString::fromStdString(to->bucketArn) : QString();
        },
        [](FlowLog& n, const QString& typed) {
            if (auto* to = std::get_if<S3Destination>(&n.destination))
                to->bucketArn = plain(typed).toStdString();
            return Verdict{};
        });
    page.showOnly(bucket, [&page, logGroup] { return page.node<FlowLog>() && logGroup() == nullptr; });
    page.text<FlowLog>(
            Inspector::tr("Interval, s"),
            Inspector::tr("Over how many seconds traffic is added up: 60 or 600. Empty: 600."),
            "aggregation_interval",
            [](const FlowLog& n) {
                return n.aggregationInterval ? QString::number(*n.aggregationInterval) : QString();
            },
            [](FlowLog& n, const QString& typed) { return readSeconds(typed, n.aggregationInterval); })
        ->setPlaceholderText(QStringLiteral("600"));
    page.addNameTagAndTags();
}

namespace {

QString trafficText(const std::vector<Traffic>& ports) {
    QStringList texts;
    for (const Traffic& traffic : ports)
        texts << QString::fromStdString(traffic.toString());
    return texts.join(QStringLiteral(", "));
}

Verdict readTraffic(const QString& typed, std::vector<Traffic>& ports) {
    std::vector<Traffic> all;
    static const QRegularExpression separator(QStringLiteral("[\\s,;、]+"));
    for (const QString& part : plain(typed).split(separator, Qt::SkipEmptyParts)) {
        // A lone number is a port of TCP.
        const bool isPort = PortRange::parse(part.toStdString()).has_value() && part.front().isDigit();
        const auto traffic = Traffic::parse((isPort ? QStringLiteral("tcp/") + part : part).toStdString());
        if (!traffic) return complaint(traffic.error());
        all.push_back(*traffic);
    }
    ports = std::move(all);
    return {};
}

bool isLoadBalancer(const Inspector& page) {
    const Workload* workload = page.node<Workload>();
    return workload && sekisho::isLoadBalancer(*workload);
}

} // namespace

void buildWorkload(Inspector& page) {
    page.addHeader([&page] {
        const Workload* workload = page.node<Workload>();
        std::vector<SubnetId> subnets;
        for (const Interface& one : workload->interfaces)
            subnets.push_back(one.subnet);
        const QString kind =
            capitalized(fromUtf8(text::workloadName(workload->workloadKind, style::language())));
        const QString zones = zonesText(page.design().network, subnets);
        return zones.isEmpty()
                   ? kind
                   : Inspector::tr("%1 in %2", "a member of a group and its zones").arg(kind, zones);
    });
    page.section();
    page.addName();
    page.pick(
        Inspector::tr("Kind"), Inspector::tr("What it is: the drawing shows its icon."), "kind", [&page] {
            const Workload* workload = page.node<Workload>();
            std::vector<Pick> picks;
            if (!workload) return picks;
            for (const WorkloadKind kind :
                 {WorkloadKind::Alb, WorkloadKind::Nlb, WorkloadKind::EcsService, WorkloadKind::Ec2Instance,
                  WorkloadKind::Rds, WorkloadKind::Lambda, WorkloadKind::ElastiCache, WorkloadKind::Other})
                picks.push_back({{capitalized(fromUtf8(text::workloadName(kind, style::language()))),
                                  {},
                                  style::icon(style::iconName(kind)),
                                  false},
                                 workload->workloadKind == kind,
                                 [&page, kind](const Design&) {
                                     return page.changed<Workload>(
                                         [&](Workload& n) { n.workloadKind = kind; });
                                 }});
            return picks;
        });
    page.text<Workload>(
        Inspector::tr("Detail"),
        Inspector::tr("The second line under the name in the drawing, such as Fargate."), "detail",
        [](const Workload& n) { return QString::fromStdString(n.detail); },
        [](Workload& n, const QString& typed) {
            n.detail = typed.simplified().toStdString();
            return Verdict{};
        });
    page.addNote([] { return Inspector::tr("Not exported: Sekisho exports the network around it."); });
    page.section();
    page.ticks(
        Inspector::tr("Subnets"), Inspector::tr("Where it has network interfaces."), "interfaces", [&page] {
            const Workload* workload = page.node<Workload>();
            std::vector<Tick> ticks;
            if (!workload) return ticks;
            const Network& network = page.design().network;
            std::optional<VpcId> vpc;
            if (!workload->interfaces.empty()) vpc = vpcOf(network, workload->interfaces.front().subnet);
            for (const Subnet& subnet : network.all<Subnet>()) {
                const bool isIn = std::any_of(workload->interfaces.begin(), workload->interfaces.end(),
                                              [&](const Interface& one) { return one.subnet == subnet.id; });
                if (!isIn && vpc && vpcOf(network, subnet.id) != *vpc) continue;
                ticks.push_back(
                    {subnetLine(network, subnet),
                     iconOf(network, subnet.id),
                     {},
                     isIn,
                     [&page, id = subnet.id](const Design&, bool on) {
                         return page.changed<Workload>([&](Workload& n) {
                             std::erase_if(n.interfaces,
                                           [&](const Interface& one) { return one.subnet == id; });
                             if (on) n.interfaces.push_back({{}, id, {}, PublicIp::SubnetDefault, {}});
                         });
                     }});
            }
            return ticks;
        });
    page.addTable(new InterfacesModel(page.context().document, page.context().facts),
                  Inspector::tr("Network interfaces"));
    page.section();
    page.ticks(Inspector::tr("Groups"),
               Inspector::tr("The security groups of all its interfaces: their rules are added together."),
               "security_groups", [&page] {
                   const Workload* workload = page.node<Workload>();
                   if (!workload) return std::vector<Tick>();
                   std::optional<VpcId> vpc;
                   if (!workload->interfaces.empty())
                       vpc = vpcOf(page.design().network, workload->interfaces.front().subnet);
                   return groupTicks(page, workload->id, vpc, workload->securityGroups);
               });
    QCheckBox* facing = page.check<Workload>(
        Inspector::tr("Internet-facing"),
        Inspector::tr("The load balancer has public addresses; otherwise it is internal."), "internet_facing",
        [](const Workload& n) { return n.internetFacing; },
        [](Workload& n, bool on) { n.internetFacing = on; });
    page.showOnly(facing, [&page] { return isLoadBalancer(page); });
    TextField* ports = page.text<Workload>(
        Inspector::tr("Ports served"),
        Inspector::tr("What it listens on, with commas between: 8080, udp/53."), "ports",
        [](const Workload& n) { return trafficText(n.ports); },
        [](Workload& n, const QString& typed) { return readTraffic(typed, n.ports); });
    ports->setPlaceholderText(QStringLiteral("tcp/8080"));
    TableSection* listeners = page.addTable(new ListenersModel(page.context().document, page.context().facts),
                                            Inspector::tr("Listeners"));
    page.onRefresh([&page, listeners] { listeners->setVisible(isLoadBalancer(page)); });
    page.section(Inspector::tr("What it needs"));
    page.ticks(
        Inspector::tr("Reaches"),
        Inspector::tr("What it must be able to reach: Sekisho warns when it cannot."), "needs",
        [&page] {
            const Workload* workload = page.node<Workload>();
            std::vector<Tick> ticks;
            if (!workload) return ticks;
            for (int i = 0; i <= int(Need::InboundDirectPublicIp); ++i) {
                const Need need = Need(i);
                ticks.push_back({capitalized(fromUtf8(text::needName(need, style::language()))),
                                 {},
                                 {},
                                 holds(workload->needs, need),
                                 [&page, need](const Design&, bool on) {
                                     return page.changed<Workload>([&](Workload& n) {
                                         put(n.needs, need, on);
                                         std::sort(n.needs.begin(), n.needs.end());
                                     });
                                 }});
            }
            return ticks;
        },
        true);
}

void buildExternal(Inspector& page) {
    page.addHeader([&page] {
        const External* external = page.node<External>();
        return external->cidrs.empty() ? Inspector::tr("The internet") : Inspector::tr("A network outside");
    });
    page.section();
    page.addName();
    page.text<External>(
            Inspector::tr("CIDR blocks"),
            Inspector::tr("The blocks it has, with commas between them. Empty: the whole internet."), "cidrs",
            [](const External& n) { return cidrsText(n.cidrs); },
            [](External& n, const QString& typed) { return readCidrs(typed, n.cidrs); })
        ->setPlaceholderText(Inspector::tr("The internet"));
    page.addNote(
        [] { return Inspector::tr("Not exported: it stands for who talks to the network from outside."); });
}

} // namespace sekisho::editors
