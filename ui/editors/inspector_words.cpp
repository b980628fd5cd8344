// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/inspector_words.h"

#include "core/model/references.h"
#include "core/model/unused.h"
#include "ui/editors/sentences.h"
#include "ui/style/icons.h"

#include <algorithm>

namespace sekisho::editors {

QIcon iconOf(const Network& network, ElementId element) {
    const Node* node = network.find(element);
    return style::icon(node ? style::iconName(*node) : style::iconName(element.kind));
}

QString shortZone(const AvailabilityZone& zone) {
    const QString name = clean(zone.zone);
    return name.mid(name.lastIndexOf(QLatin1Char('-')) + 1);
}

QString zonesText(const Network& network, const std::vector<SubnetId>& subnets) {
    QStringList zones;
    const AvailabilityZone* last = nullptr; // Subnets of one zone mostly follow each other.
    for (const SubnetId id : subnets) {
        const Subnet* subnet = network.get(id);
        const AvailabilityZone* zone = subnet ? network.get(subnet->az) : nullptr;
        if (!zone || zone == last) continue;
        last = zone;
        if (const QString name = shortZone(*zone); !zones.contains(name)) zones << name;
    }
    return listed(zones);
}

QString subnetHint(const Subnet& subnet) {
    if (subnet.cidr) return QString::fromStdString(subnet.cidr->toString());
    if (const auto* block = std::get_if<Cidr>(&subnet.ipv6)) return QString::fromStdString(block->toString());
    return std::holds_alternative<Ipv6Index>(subnet.ipv6) ? QStringLiteral("IPv6") : QString();
}

std::vector<const Subnet*> subnetsOf(const Network& network, VpcId vpc) {
    std::vector<const Subnet*> subnets;
    for (const Subnet& subnet : network.all<Subnet>())
        if (vpcOf(network, subnet.id) == vpc) subnets.push_back(&subnet);
    return subnets;
}

QString subnetLine(const Network& network, const Subnet& subnet) {
    const QString hint = subnetHint(subnet);
    const QString name = nameOf(network, subnet.id);
    return hint.isEmpty() ? name : QStringLiteral("%1  %2").arg(name, hint);
}

QString holderName(const Network& network, ElasticIpId eip) {
    const auto holder = holderOf(network, eip);
    return holder ? nameOf(network, *holder) : QString();
}

Result<Delta> withNewElasticIp(const Design& design, const std::string& name,
                               const std::function<Result<Delta>(const Design&, ElasticIpId)>& use) {
    const std::string free = unusedName(design.network, Kind::ElasticIp, name);
    return then(design, edits::addElasticIp(design, free), [&](const Design& work) {
        ElasticIpId made;
        for (const ElasticIp& one : work.network.all<ElasticIp>())
            if (!design.network.get(one.id)) made = one.id;
        return use(work, made);
    });
}

QString routesMakeIt(const Design& design, const Subnet& subnet) {
    const RouteTable* table = routeTableOf(design.network, subnet.id);
    const Route* out = nullptr;
    bool isOff = false;
    if (table)
        for (const Route& route : table->routes) {
            const auto* cidr = std::get_if<Cidr>(&route.destination);
            if (!cidr || !cidr->isAnywhere()) continue;
            if (route.onNatToggle && !design.settings.natEnabled) {
                isOff = true;
                continue;
            }
            // IPv4 says what people call a subnet, IPv6 where there is nothing else.
            if (!out || cidr->family() == IpFamily::V4) out = &route;
        }
    if (!out && isOff)
        return Inspector::tr("Cut off: its default route goes with the NAT switch, which is off.");
    if (!out) return Inspector::tr("Isolated: no route leads out of the VPC.");
    if (std::holds_alternative<InternetGatewayId>(out->target))
        return Inspector::tr("Public: its default route leads to an internet gateway.");
    if (std::holds_alternative<NatGatewayId>(out->target))
        return Inspector::tr("Private: it gets out through a NAT gateway, and nobody gets in.");
    if (std::holds_alternative<EgressOnlyInternetGatewayId>(out->target))
        return Inspector::tr("Private: it gets out over IPv6 alone, and nobody gets in.");
    return Inspector::tr("Private: its default route leads to another network.");
}

TextField* addTemplate(Inspector& page, const QString& label, const QString& tip, const std::string& field,
                       std::function<QString()> read,
                       std::function<Result<Delta>(const NameTemplate&)> edit) {
    TextField* line = page.textOf(
        label, tip, field, std::move(read),
        [](const QString& typed) {
            const auto parsed = NameTemplate::parse(typed.trimmed().toStdString());
            return parsed ? Verdict{} : complaint(parsed.error());
        },
        [edit = std::move(edit)](const QString& typed) -> Result<Delta> {
            const auto parsed = NameTemplate::parse(typed.trimmed().toStdString());
            if (!parsed) return fail(parsed.error());
            return edit(*parsed);
        });
    page.previewTemplate(line);
    return line;
}

Result<Delta> then(const Design& design, const Result<Delta>& first,
                   const std::function<Result<Delta>(const Design&)>& next) {
    if (!first) return first;
    Design work = design;
    if (const auto applied = work.apply(*first); !applied) return fail(applied.error());
    auto second = next(work);
    if (!second) return second;
    Delta all = *first;
    all.append(*second);
    return all;
}

} // namespace sekisho::editors
