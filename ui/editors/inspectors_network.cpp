// SPDX-License-Identifier: Apache-2.0
#include "core/model/references.h"
#include "ui/document/document.h"
#include "ui/editors/address_models.h"
#include "ui/editors/inspector_words.h"
#include "ui/editors/part_models.h"
#include "ui/editors/peer_words.h"
#include "ui/editors/rule_editor.h"
#include "ui/editors/sentences.h"
#include "ui/editors/table_section.h"
#include "ui/editors/text_input.h"
#include "ui/editors/traffic_words.h"
#include "ui/style/icons.h"

#include <QCheckBox>

#include <algorithm>

/// The inspectors of the VPC, its zones, subnets, gateways and route tables.
namespace sekisho::editors {

namespace {

QString vpcName(const Inspector& page, VpcId vpc) {
    return nameOf(page.design().network, vpc);
}

template<class T>
void put(std::vector<T>& all, T one, bool in) {
    std::erase(all, one);
    if (in) all.push_back(one);
}

/// The VPCs to choose from; `edit` puts the node into one.
std::vector<Pick> vpcPicks(const Inspector& page, std::optional<VpcId> current,
                           const std::function<Result<Delta>(VpcId)>& edit) {
    std::vector<Pick> picks;
    for (const Vpc& vpc : page.design().network.all<Vpc>())
        picks.push_back({{choiceName(page.design().network, vpc.id), cidrOf(page.design().network, vpc.id),
                          iconOf(page.design().network, vpc.id), false},
                         vpc.id == current,
                         [edit, id = vpc.id](const Design&) { return edit(id); }});
    return picks;
}

} // namespace

void buildVpc(Inspector& page) {
    page.addHeader([&page] {
        const Network& network = page.design().network;
        const VpcId id{page.element().number};
        return Inspector::tr("VPC · %1 · %2")
            .arg(Inspector::tr("%n zone(s)", nullptr, int(zonesOf(network, id).size())),
                 Inspector::tr("%n subnet(s)", nullptr, int(subnetsOf(network, id).size())));
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.addTable(new VpcCidrsModel(page.context().document, page.context().facts),
                  Inspector::tr("IPv4 CIDR blocks"));
    page.section(Inspector::tr("IPv6 and DNS"));
    page.pick(Inspector::tr("IPv6"),
              Inspector::tr("Addresses that are all public: subnets get a /64 each of the block."), "ipv6",
              [&page] {
                  const Vpc* vpc = page.node<Vpc>();
                  std::vector<Pick> picks;
                  if (!vpc) return picks;
                  const auto set = [&page](VpcIpv6 ipv6) {
                      return [&page, ipv6](const Design&) {
                          return page.changed<Vpc>([&](Vpc& n) { n.ipv6 = ipv6; });
                      };
                  };
                  picks.push_back({{Inspector::tr("None"), {}, {}, false},
                                   vpc->ipv6.index() == 0,
                                   set(std::monostate{})});
                  picks.push_back({{Inspector::tr("Amazon-provided"), QStringLiteral("/56"), {}, false},
                                   std::holds_alternative<AmazonIpv6>(vpc->ipv6),
                                   set(AmazonIpv6{})});
                  const auto* own = std::get_if<Cidr>(&vpc->ipv6);
                  picks.push_back({{Inspector::tr("Own block"), {}, {}, false},
                                   own != nullptr,
                                   set(own ? *own : *Cidr::parse("2001:db8::/56"))});
                  return picks;
              });
    TextField* own = page.text<Vpc>(
        Inspector::tr("IPv6 block"), Inspector::tr("A block of your own that AWS announces for you."), "ipv6",
        [](const Vpc& n) {
            const auto* block = std::get_if<Cidr>(&n.ipv6);
            return block ? QString::fromStdString(block->toString()) : QString();
        },
        [](Vpc& n, const QString& typed) {
            Cidr block;
            const Verdict verdict = readCidr(typed, block, IpFamily::V6);
            if (verdict.ok()) n.ipv6 = block;
            return verdict;
        });
    page.showOnly(own, [&page] {
        const Vpc* vpc = page.node<Vpc>();
        return vpc && std::holds_alternative<Cidr>(vpc->ipv6);
    });
    page.check<Vpc>(
        Inspector::tr("DNS resolution"),
        Inspector::tr("Instances may ask the Amazon DNS server. On unless it is switched off."),
        "dns_support", [](const Vpc& n) { return n.dnsSupport.value_or(true); },
        [](Vpc& n, bool on) { n.dnsSupport = on; });
    page.check<Vpc>(
        Inspector::tr("DNS hostnames"),
        Inspector::tr(
            "Instances with a public IP get a public DNS name; private DNS of endpoints needs it too."),
        "dns_hostnames", [](const Vpc& n) { return n.dnsHostnames.value_or(false); },
        [](Vpc& n, bool on) { n.dnsHostnames = on; });
    page.addNameTagAndTags();
}

void buildAvailabilityZone(Inspector& page) {
    page.addHeader([&page] {
        const AvailabilityZone* zone = page.node<AvailabilityZone>();
        return Inspector::tr("Availability Zone of %1").arg(vpcName(page, zone->vpc));
    });
    page.section();
    page.addName();
    page.text<AvailabilityZone>(
        Inspector::tr("Zone"),
        Inspector::tr("The zone's name in AWS, such as ap-northeast-1a: data centres apart from those of the "
                      "other zones."),
        "zone", [](const AvailabilityZone& n) { return QString::fromStdString(n.zone); },
        [](AvailabilityZone& n, const QString& typed) {
            if (plain(typed).isEmpty())
                return Verdict{Inspector::tr("Give the name of a zone, like ap-northeast-1a."), {}};
            n.zone = plain(typed).toStdString();
            return Verdict{};
        });
    page.info(Inspector::tr("Subnets"), {}, [&page] {
        QStringList names;
        for (const Subnet& subnet : page.design().network.all<Subnet>())
            if (ElementId(subnet.az) == page.element()) names << subnetLine(page.design().network, subnet);
        return names.isEmpty() ? Inspector::tr("None yet") : names.join(QLatin1Char('\n'));
    });
    page.addNote([] {
        return Inspector::tr("Terraform creates nothing for a zone: its name stands in the list of zones.");
    });
}

void buildSubnet(Inspector& page) {
    page.addHeader([&page] {
        const Subnet* subnet = page.node<Subnet>();
        const Network& network = page.design().network;
        return Inspector::tr("Subnet in %1 · %2").arg(nameOf(network, subnet->az), subnetHint(*subnet));
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.pick(Inspector::tr("Zone"),
              Inspector::tr("The zone a subnet stands in. Moving it makes AWS replace it."), "az", [&page] {
                  const Subnet* subnet = page.node<Subnet>();
                  std::vector<Pick> picks;
                  if (!subnet) return picks;
                  for (const AvailabilityZone& zone : page.design().network.all<AvailabilityZone>())
                      picks.push_back({{choiceName(page.design().network, zone.id), vpcName(page, zone.vpc),
                                        style::icon(QStringLiteral("az")), false},
                                       zone.id == subnet->az,
                                       [id = subnet->id, az = zone.id](const Design& design) {
                                           return edits::moveSubnet(design, id, az);
                                       }});
                  return picks;
              });
    page.text<Subnet>(
        Inspector::tr("IPv4 CIDR"),
        Inspector::tr("The addresses of the subnet, a part of the VPC's. AWS keeps five of them for itself."),
        "cidr",
        [](const Subnet& n) { return n.cidr ? QString::fromStdString(n.cidr->toString()) : QString(); },
        [](Subnet& n, const QString& typed) {
            if (plain(typed).isEmpty()) {
                n.cidr.reset();
                return Verdict{};
            }
            Cidr block;
            const Verdict verdict = readCidr(typed, block, IpFamily::V4);
            if (verdict.ok()) n.cidr = block;
            return verdict;
        });
    page.text<Subnet>(
            QStringLiteral("IPv6"),
            Inspector::tr("Empty for none; the number of the /64 in the block of the VPC (0 to 255), or a "
                          "block of its own."),
            "ipv6",
            [](const Subnet& n) {
                if (const auto* index = std::get_if<Ipv6Index>(&n.ipv6)) return QString::number(index->index);
                const auto* block = std::get_if<Cidr>(&n.ipv6);
                return block ? QString::fromStdString(block->toString()) : QString();
            },
            [](Subnet& n, const QString& typed) {
                const QString text = plain(typed);
                bool isNumber = false;
                const int number = text.toInt(&isNumber);
                if (text.isEmpty()) {
                    n.ipv6 = std::monostate{};
                } else if (isNumber) {
                    if (number < 0 || number > 255)
                        return Verdict{Inspector::tr("A VPC has the blocks 0 to 255 of /64."), {}};
                    n.ipv6 = Ipv6Index{std::uint8_t(number)};
                } else {
                    Cidr block;
                    const Verdict verdict = readCidr(text, block, IpFamily::V6);
                    if (!verdict.ok()) return verdict;
                    n.ipv6 = block;
                }
                return Verdict{};
            })
        ->setPlaceholderText(Inspector::tr("None"));
    page.pick(Inspector::tr("Tier"),
              Inspector::tr(
                  "What the subnet is meant to be: it colours the drawing. What it is, its routes decide."),
              "tier", [&page] {
                  const Subnet* subnet = page.node<Subnet>();
                  std::vector<Pick> picks;
                  if (!subnet) return picks;
                  const std::pair<Tier, QString> tiers[] = {
                      {Tier::Public, Inspector::tr("Public", "subnet")},
                      {Tier::Private, Inspector::tr("Private", "subnet")},
                      {Tier::Isolated, Inspector::tr("Isolated", "subnet")}};
                  for (const auto& [tier, name] : tiers)
                      picks.push_back({{name,
                                        {},
                                        style::icon(tier == Tier::Public ? QStringLiteral("subnet-public")
                                                                         : QStringLiteral("subnet-private")),
                                        false},
                                       subnet->tier == tier,
                                       [&page, tier = tier](const Design&) {
                                           return page.changed<Subnet>([&](Subnet& n) { n.tier = tier; });
                                       }});
                  return picks;
              });
    page.info(Inspector::tr("Its routes"),
              Inspector::tr("What the routes make of the subnet, whatever its tier says."), [&page] {
                  const Subnet* subnet = page.node<Subnet>();
                  return subnet ? routesMakeIt(page.design(), *subnet) : QString();
              });
    page.check<Subnet>(
        Inspector::tr("Public IPv4 at launch"),
        Inspector::tr("Instances that start here get a public IPv4 address by themselves."),
        "map_public_ip_on_launch", [](const Subnet& n) { return n.mapPublicIpOnLaunch; },
        [](Subnet& n, bool on) { n.mapPublicIpOnLaunch = on; });
    page.check<Subnet>(
        Inspector::tr("IPv6 at launch"),
        Inspector::tr("Instances that start here get an IPv6 address by themselves."),
        "assign_ipv6_on_creation", [](const Subnet& n) { return n.assignIpv6OnCreation; },
        [](Subnet& n, bool on) { n.assignIpv6OnCreation = on; });
    page.section(Inspector::tr("Routes and network ACL"));
    page.pick(Inspector::tr("Route table"), Inspector::tr("Where traffic that leaves the subnet goes."),
              "route_table", [&page] {
                  const Subnet* subnet = page.node<Subnet>();
                  std::vector<Pick> picks;
                  if (!subnet) return picks;
                  const Network& network = page.design().network;
                  const auto vpc = vpcOf(network, subnet->id);
                  std::optional<RouteTableAssociationId> association;
                  std::optional<RouteTableId> current;
                  for (const RouteTable& table : network.all<RouteTable>())
                      for (const RouteTableAssociation& one : table.associations)
                          if (one.subnet == subnet->id) {
                              association = one.id;
                              current = table.id;
                          }
                  picks.push_back({{Inspector::tr("Main route table"), Inspector::tr("of the VPC"),
                                    style::icon(QStringLiteral("route-table")), false},
                                   !current,
                                   [association](const Design& design) -> Result<Delta> {
                                       if (!association) return Delta{};
                                       return edits::removeElements(design, {*association});
                                   }});
                  for (const RouteTable& table : network.all<RouteTable>())
                      if (table.vpc == vpc || table.id == current)
                          picks.push_back({{choiceName(network, table.id),
                                            table.main ? Inspector::tr("main", "route table") : QString(),
                                            iconOf(network, table.id), false},
                                           table.id == current,
                                           [id = table.id, subnet = subnet->id](const Design& design) {
                                               return edits::associateRouteTable(design, id, subnet);
                                           }});
                  return picks;
              });
    page.pick(Inspector::tr("Network ACL"),
              Inspector::tr("Which traffic may cross the border of the subnet at all. It knows no replies."),
              "network_acl", [&page] {
                  const Subnet* subnet = page.node<Subnet>();
                  std::vector<Pick> picks;
                  if (!subnet) return picks;
                  const Network& network = page.design().network;
                  const auto vpc = vpcOf(network, subnet->id);
                  const NetworkAcl* current = activeAclOf(network, subnet->id);
                  std::vector<ElementId> associations;
                  for (const NetworkAcl& acl : network.all<NetworkAcl>())
                      for (const NetworkAclAssociation& one : acl.associations)
                          if (one.subnet == subnet->id && one.active) associations.emplace_back(one.id);
                  picks.push_back({{Inspector::tr("Default network ACL"), Inspector::tr("of the VPC"),
                                    style::icon(QStringLiteral("nacl")), false},
                                   !current,
                                   [associations](const Design& design) -> Result<Delta> {
                                       if (associations.empty()) return Delta{};
                                       return edits::removeElements(design, associations);
                                   }});
                  for (const NetworkAcl& acl : network.all<NetworkAcl>())
                      if (acl.vpc == vpc || &acl == current)
                          picks.push_back({{choiceName(network, acl.id), {}, iconOf(network, acl.id), false},
                                           &acl == current,
                                           [id = acl.id, subnet = subnet->id](const Design& design) {
                                               return edits::associateNetworkAcl(design, id, subnet);
                                           }});
                  return picks;
              });
    page.addNameTagAndTags();
}

void buildInternetGateway(Inspector& page) {
    page.addHeader([&page] {
        const InternetGateway* gateway = page.node<InternetGateway>();
        return gateway->vpc ? Inspector::tr("Internet gateway of %1").arg(vpcName(page, *gateway->vpc))
                            : Inspector::tr("Internet gateway · attached to no VPC");
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.pick(
        QStringLiteral("VPC"),
        Inspector::tr("The VPC it is attached to. A VPC has one internet gateway at most."), "vpc", [&page] {
            const InternetGateway* gateway = page.node<InternetGateway>();
            std::vector<Pick> picks;
            if (!gateway) return picks;
            picks = vpcPicks(page, gateway->vpc, [&page](VpcId vpc) {
                return page.changed<InternetGateway>([&](InternetGateway& n) { n.vpc = vpc; });
            });
            picks.insert(picks.begin(),
                         {{Inspector::tr("None"), {}, {}, false}, !gateway->vpc, [&page](const Design&) {
                              return page.changed<InternetGateway>([](InternetGateway& n) { n.vpc.reset(); });
                          }});
            return picks;
        });
    page.info(Inspector::tr("Used by"), Inspector::tr("The route tables that lead here."), [&page] {
        QStringList names;
        for (const RouteTable& table : page.design().network.all<RouteTable>())
            for (const Route& route : table.routes)
                if (const auto* id = std::get_if<InternetGatewayId>(&route.target);
                    id && ElementId(*id) == page.element() &&
                    !names.contains(nameOf(page.design().network, table.id)))
                    names << nameOf(page.design().network, table.id);
        return names.isEmpty() ? Inspector::tr("No route leads here yet.") : listed(names);
    });
    page.addNote(
        [] { return Inspector::tr("Free of charge. Subnets whose default route leads here are public."); });
    page.addNameTagAndTags();
}

void buildEgressOnlyInternetGateway(Inspector& page) {
    page.addHeader([&page] {
        return Inspector::tr("Egress-only internet gateway of %1")
            .arg(vpcName(page, page.node<EgressOnlyInternetGateway>()->vpc));
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.pick(QStringLiteral("VPC"), Inspector::tr("The VPC it serves."), "vpc", [&page] {
        const auto* gateway = page.node<EgressOnlyInternetGateway>();
        if (!gateway) return std::vector<Pick>();
        return vpcPicks(page, gateway->vpc, [&page](VpcId vpc) {
            return page.changed<EgressOnlyInternetGateway>(
                [&](EgressOnlyInternetGateway& n) { n.vpc = vpc; });
        });
    });
    page.addNote([] {
        return Inspector::tr(
            "Free of charge. Lets IPv6 traffic out and its replies in, and nothing that begins outside.");
    });
    page.addNameTagAndTags();
}

void buildRouteTable(Inspector& page) {
    page.addHeader([&page] {
        const RouteTable* table = page.node<RouteTable>();
        return Inspector::tr("Route table of %1 · %2")
            .arg(vpcName(page, table->vpc),
                 Inspector::tr("%n subnet(s)", nullptr, int(table->associations.size())));
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.addRules();
    page.section(Inspector::tr("Subnets"));
    page.ticks(
        Inspector::tr("Associated"),
        Inspector::tr("The subnets that use this table. A subnet uses one table only."), "subnet", [&page] {
            const RouteTable* table = page.node<RouteTable>();
            std::vector<Tick> ticks;
            if (!table) return ticks;
            const Network& network = page.design().network;
            for (const Subnet* subnet : subnetsOf(network, table->vpc)) {
                const auto own = std::find_if(table->associations.begin(), table->associations.end(),
                                              [&](const auto& one) { return one.subnet == subnet->id; });
                const bool isOwn = own != table->associations.end();
                const RouteTable* other = routeTableOf(network, subnet->id);
                QString tip;
                if (!isOwn && other) tip = Inspector::tr("Uses %1 now.").arg(nameOf(network, other->id));
                ticks.push_back({subnetLine(network, *subnet), iconOf(network, subnet->id), tip, isOwn,
                                 [id = table->id, subnet = subnet->id,
                                  association = isOwn ? own->id : RouteTableAssociationId{}](
                                     const Design& design, bool on) {
                                     return on ? edits::associateRouteTable(design, id, subnet)
                                               : edits::removeElements(design, {association});
                                 }});
            }
            return ticks;
        });
    page.checkOf(
        Inspector::tr("Main route table of the VPC"),
        Inspector::tr("Subnets that are associated with no table use the main one."), "main",
        [&page] {
            const RouteTable* table = page.node<RouteTable>();
            return table && table->main;
        },
        [&page](bool on) -> Result<Delta> {
            const RouteTable* table = page.node<RouteTable>();
            if (!table) return fail(Code::edit_no_such_element, {{"id", toString(page.element())}});
            Result<Delta> delta = page.changed<RouteTable>([&](RouteTable& n) { n.main = on; });
            // A VPC has one main table: the former one steps back in the same step.
            for (const RouteTable& other : page.design().network.all<RouteTable>()) {
                if (!on || !other.main || other.id == table->id || other.vpc != table->vpc) continue;
                delta = then(page.design(), delta, [&](const Design& design) {
                    RouteTable copy = other;
                    copy.main = false;
                    return edits::replaceNode(design, std::move(copy));
                });
            }
            return delta;
        });
    page.addNameTagAndTags();
}

namespace {

const QString& dash() {
    static const QString text = QStringLiteral("–");
    return text;
}

bool isSwitchedOff(const Inspector& page) {
    const NatGateway* nat = page.node<NatGateway>();
    return nat && nat->onNatToggle && !page.design().settings.natEnabled;
}

std::vector<Pick> natModes(Inspector& page) {
    const NatGateway* nat = page.node<NatGateway>();
    std::vector<Pick> picks;
    if (!nat) return picks;
    const std::tuple<NatMode, QString, QString> modes[] = {
        {NatMode::Public, Inspector::tr("Public", "NAT gateway"), Inspector::tr("zonal, to the internet")},
        {NatMode::Private, Inspector::tr("Private", "NAT gateway"),
         Inspector::tr("zonal, to other networks")},
        {NatMode::Regional, Inspector::tr("Regional", "NAT gateway"), Inspector::tr("for the whole VPC")}};
    for (const auto& [mode, name, hint] : modes)
        picks.push_back(
            {{name, hint, {}, false}, nat->mode == mode, [&page, mode = mode](const Design& design) {
                 const Result<Delta> changed = page.changed<NatGateway>([&](NatGateway& n) {
                     // A regional one stands in a VPC, the others in a subnet.
                     const auto vpc = n.vpc ? n.vpc : vpcOf(design.network, n.id);
                     if (mode == NatMode::Regional) {
                         n.vpc = vpc;
                         n.subnet.reset();
                         n.elasticIps.clear();
                         n.privateIp.reset();
                     } else if (n.mode == NatMode::Regional) {
                         n.zones.clear();
                         n.vpc.reset();
                         for (const Subnet& subnet : design.network.all<Subnet>())
                             if (!n.subnet && vpc && vpcOf(design.network, subnet.id) == vpc &&
                                 (subnet.tier == Tier::Public) == (mode == NatMode::Public))
                                 n.subnet = subnet.id;
                     }
                     if (mode == NatMode::Private) n.elasticIps.clear();
                     n.mode = mode;
                 });
                 // Out to the internet goes nothing without a public address.
                 const NatGateway* now = page.node<NatGateway>();
                 if (mode != NatMode::Public || !now || !now->elasticIps.empty()) return changed;
                 return then(design, changed,
                             [id = now->id](const Design& work) { return edits::addNatAddress(work, id); });
             }});
    return picks;
}

/// A regional gateway finds its addresses by itself, or has them given for each zone.
std::vector<Pick> natAddressing(const Inspector& page) {
    const NatGateway* nat = page.node<NatGateway>();
    std::vector<Pick> picks;
    if (!nat || nat->mode != NatMode::Regional) return picks;
    picks.push_back({{Inspector::tr("Automatic", "addresses of a NAT gateway"), {}, {}, false},
                     nat->zones.empty(),
                     [&page](const Design&) {
                         return page.changed<NatGateway>([](NatGateway& n) { n.zones.clear(); });
                     }});
    picks.push_back({{Inspector::tr("By hand", "addresses of a NAT gateway"),
                      Inspector::tr("Elastic IPs for each zone"),
                      {},
                      false},
                     !nat->zones.empty(),
                     [id = nat->id, vpc = nat->vpc](const Design& design) {
                         const auto zones =
                             vpc ? zonesOf(design.network, *vpc) : std::vector<const AvailabilityZone*>();
                         if (zones.empty())
                             return edits::addNatAddress(design, id); // which says what is missing
                         Result<Delta> delta = Delta{};
                         for (const AvailabilityZone* zone : zones)
                             delta = then(design, delta, [id, az = zone->id](const Design& work) {
                                 return edits::addNatAddress(work, id, az);
                             });
                         return delta;
                     }});
    return picks;
}

} // namespace

void buildNatGateway(Inspector& page) {
    page.addHeader([&page] {
        const NatGateway* nat = page.node<NatGateway>();
        const Network& network = page.design().network;
        const QString place = nat->subnet ? nameOf(network, *nat->subnet)
                              : nat->vpc  ? vpcName(page, *nat->vpc)
                                          : dash();
        return isSwitchedOff(page) ? Inspector::tr("NAT gateway in %1 · switched off").arg(place)
                                   : Inspector::tr("NAT gateway in %1").arg(place);
    });
    page.addNote([&page] {
        return isSwitchedOff(page)
                   ? Inspector::tr("Still in your design. Terraform creates no NAT gateway, no "
                                   "Elastic IP and no private default route.")
                   : QString();
    });
    page.section();
    page.addName();
    page.addAddresses();
    const auto isZonal = [&page] {
        const NatGateway* nat = page.node<NatGateway>();
        return nat && nat->mode != NatMode::Regional;
    };
    page.pick(Inspector::tr("Mode"),
              Inspector::tr("Public: out to the internet with an Elastic IP. Private: out to other networks. "
                            "Regional: one for all zones."),
              "mode", [&page] { return natModes(page); });
    ChoiceBox* subnets = page.pick(
        Inspector::tr("Subnet"), Inspector::tr("Where it stands: a public NAT gateway in a public subnet."),
        "subnet", [&page] {
            const NatGateway* nat = page.node<NatGateway>();
            std::vector<Pick> picks;
            if (!nat) return picks;
            for (const Subnet& subnet : page.design().network.all<Subnet>())
                picks.push_back({{choiceName(page.design().network, subnet.id), subnetHint(subnet),
                                  iconOf(page.design().network, subnet.id), false},
                                 nat->subnet == subnet.id,
                                 [id = nat->id, to = subnet.id](const Design& design) {
                                     return edits::moveNatGateway(design, id, to);
                                 }});
            return picks;
        });
    page.showOnly(subnets, isZonal);
    ChoiceBox* vpcs =
        page.pick(QStringLiteral("VPC"), Inspector::tr("The VPC that the regional NAT gateway serves."),
                  "vpc", [&page] {
                      const NatGateway* nat = page.node<NatGateway>();
                      if (!nat) return std::vector<Pick>();
                      return vpcPicks(page, nat->vpc, [&page](VpcId vpc) {
                          return page.changed<NatGateway>([&](NatGateway& n) { n.vpc = vpc; });
                      });
                  });
    page.showOnly(vpcs, [isZonal] { return !isZonal(); });
    page.members(
        Inspector::tr("Elastic IPs"), Inspector::tr("Add Elastic IP"),
        Inspector::tr("The public addresses that its traffic comes from; the first is the primary one."),
        "elastic_ips", [&page] {
            const NatGateway* nat = page.node<NatGateway>();
            std::vector<Member> members;
            if (!nat || nat->mode != NatMode::Public) return members;
            const Network& network = page.design().network;
            const auto offer = [&](ElasticIpId id, bool isOwn, const QString& text) {
                members.push_back({[text] { return text; }, iconOf(network, id), isOwn,
                                   [&page, id](const Design&, bool on) {
                                       return page.changed<NatGateway>(
                                           [&](NatGateway& n) { put(n.elasticIps, id, on); });
                                   }});
            };
            for (const ElasticIpId id : nat->elasticIps)
                offer(id, true,
                      id == nat->elasticIps.front() && nat->elasticIps.size() > 1
                          ? Inspector::tr("%1 · primary", "an Elastic IP").arg(nameOf(network, id))
                          : nameOf(network, id));
            for (const ElasticIp& eip : network.all<ElasticIp>())
                if (!holderOf(network, eip.id)) offer(eip.id, false, nameOf(network, eip.id));
            members.push_back(
                {[] { return Inspector::tr("New Elastic IP"); }, style::icon(QStringLiteral("ui-plus")),
                 false,
                 [id = nat->id](const Design& design, bool) { return edits::addNatAddress(design, id); }});
            return members;
        });
    TextField* privateIp = page.text<NatGateway>(
        Inspector::tr("Private IP"), Inspector::tr("Its address inside the subnet. Empty: AWS chooses one."),
        "private_ip",
        [](const NatGateway& n) {
            return n.privateIp ? QString::fromStdString(n.privateIp->toString()) : QString();
        },
        [](NatGateway& n, const QString& typed) {
            const QString text = plain(typed);
            const auto address = IpAddress::parse(text.toStdString());
            if (!text.isEmpty() && (!address || address->family != IpFamily::V4))
                return Verdict{Inspector::tr("“%1” is no IPv4 address. Write it like 10.0.1.10.").arg(text),
                               {}};
            n.privateIp = address;
            return Verdict{};
        });
    privateIp->setPlaceholderText(Inspector::tr("AWS chooses"));
    page.showOnly(privateIp, isZonal);
    ChoiceBox* addressing = page.pick(
        Inspector::tr("Addresses"),
        Inspector::tr("Automatic: AWS makes an Elastic IP in each zone where there is traffic. By hand: "
                      "those that you choose, for the zones that you choose."),
        {}, [&page] { return natAddressing(page); });
    page.showOnly(addressing, [isZonal] { return !isZonal(); });
    TableSection* zones = page.addTable(new NatAddressesModel(page.context().document, page.context().facts),
                                        Inspector::tr("Elastic IPs"));
    page.onRefresh([&page, zones, isZonal] {
        const NatGateway* nat = page.node<NatGateway>();
        zones->setVisible(!isZonal() && nat && !nat->zones.empty());
    });
    page.section();
    page.check<NatGateway>(
        Inspector::tr("On the NAT switch"),
        Inspector::tr("It exists only while the NAT gateways are switched on (enable_nat_gateway)."),
        "on_nat_toggle", [](const NatGateway& n) { return n.onNatToggle; },
        [](NatGateway& n, bool on) { n.onNatToggle = on; });
    page.addNameTagAndTags();
}

void buildElasticIp(Inspector& page) {
    page.addHeader([&page] {
        const QString holder = holderName(page.design().network, ElasticIpId{page.element().number});
        return holder.isEmpty() ? Inspector::tr("Elastic IP · not in use")
                                : Inspector::tr("Elastic IP of %1").arg(holder);
    });
    page.section();
    page.addName();
    page.addAddresses();
    page.check<ElasticIp>(
        Inspector::tr("On the NAT switch"),
        Inspector::tr("It exists only while the NAT gateways are switched on (enable_nat_gateway)."),
        "on_nat_toggle", [](const ElasticIp& n) { return n.onNatToggle; },
        [](ElasticIp& n, bool on) { n.onNatToggle = on; });
    page.addNote(
        [] { return Inspector::tr("A public IPv4 address costs the same whether it is in use or not."); });
    page.addNameTagAndTags();
}

} // namespace sekisho::editors
