// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/content.h"

#include "ui/canvas/moving.h"
#include "ui/canvas/words.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <algorithm>

namespace sekisho::canvas {

namespace {

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// What people typed, on one line and without what would turn or hide text.
QString nameText(const std::string& name) {
    return QString::fromStdString(text::oneLine(name, 120));
}

QString joined(const QString& first, const QString& second) {
    if (first.isEmpty() || second.isEmpty()) return first + second;
    return QStringLiteral("%1 · %2").arg(first, second);
}

QString serviceText(const VpcEndpoint& endpoint) {
    if (endpoint.service == "s3") return QStringLiteral("S3");
    if (endpoint.service == "dynamodb") return QStringLiteral("DynamoDB");
    return nameText(endpoint.service);
}

/// The second line says nothing that the first has said.
QString unlessSame(const QString& second, const QString& first) {
    return second.compare(first, Qt::CaseInsensitive) == 0 ? QString() : second;
}

/// A name that is only the kind's, in whatever language, tells nothing.
QString unlessKind(const QString& name, Kind kind) {
    for (const auto language : {text::Language::English, text::Language::Japanese})
        if (name.compare(fromUtf8(text::kindName(kind, language)), Qt::CaseInsensitive) == 0) return {};
    return name;
}

class Describe {
public:
    Describe(const Design& design, const Placed& placed, Content& content)
        : m_design(design), m_placed(placed), m_content(content) {}

    void operator()(const Vpc& vpc) {
        m_content.name = nameText(vpc.name);
        QStringList cidrs;
        for (const VpcCidr& cidr : vpc.cidrs)
            cidrs << QString::fromStdString(cidr.cidr.toString());
        if (const Cidr* ipv6 = std::get_if<Cidr>(&vpc.ipv6))
            cidrs << QString::fromStdString(ipv6->toString());
        if (std::holds_alternative<AmazonIpv6>(vpc.ipv6)) cidrs << QStringLiteral("IPv6");
        m_content.second = cidrs.join(QStringLiteral(", "));
    }
    void operator()(const AvailabilityZone& zone) {
        m_content.name = nameText(zone.name.empty() ? zone.zone : zone.name);
        m_content.second = unlessSame(nameText(zone.zone), m_content.name);
    }
    void operator()(const Subnet& subnet) {
        m_content.name = nameText(subnet.name);
        m_content.tier = subnet.tier;
        QStringList cidrs;
        if (subnet.cidr) cidrs << QString::fromStdString(subnet.cidr->toString());
        if (const Cidr* ipv6 = std::get_if<Cidr>(&subnet.ipv6))
            cidrs << QString::fromStdString(ipv6->toString());
        if (std::holds_alternative<Ipv6Index>(subnet.ipv6)) cidrs << QStringLiteral("IPv6");
        m_content.second = cidrs.join(QStringLiteral(", "));
    }
    void operator()(const Workload& workload) {
        m_content.name = shortName(workload.workloadKind);
        m_content.own = nameText(workload.name);
        m_content.second = joined(nameText(workload.name), nameText(workload.detail));
        m_content.second = unlessSame(m_content.second, m_content.name);
    }
    void operator()(const NatGateway& nat) {
        titled(nat);
        if (nat.mode == NatMode::Regional)
            m_content.second =
                joined(Words::tr("regional"), unlessSame(m_content.second, Words::tr("regional")));
        if (nat.mode == NatMode::Private)
            m_content.second =
                joined(Words::tr("private"), unlessSame(m_content.second, Words::tr("private")));
        off();
    }
    void operator()(const ElasticIp& eip) {
        titled(eip);
        off();
        if (m_placed.shape == Shape::SmallTile) m_content.second.clear();
    }
    void operator()(const VpcEndpoint& endpoint) {
        m_content.name = serviceText(endpoint);
        m_content.second = Words::tr("Interface endpoint");
        if (endpoint.type != EndpointType::Gateway) return;
        // No line leads there: how many tables send their traffic through it is said.
        const int tables = int(endpoint.routeTables.size());
        m_content.second =
            tables == 0 ? Words::tr("no route table") : Words::tr("%n route table(s)", nullptr, tables);
    }
    void operator()(const External& external) {
        m_content.name = externalText(external);
        if (m_placed.shape == Shape::Tile) m_content.second = kindTitle(Kind::External);
    }
    void operator()(const SecurityGroup& group) { m_content.name = nameText(group.name); }
    void operator()(const NetworkAcl& acl) {
        if (m_placed.shape != Shape::Gate) return titled(acl);
        m_content.name = nameText(acl.name);
        m_content.ghost = std::none_of(
            acl.associations.begin(), acl.associations.end(), [&](const NetworkAclAssociation& association) {
                return association.active && association.subnet == *m_placed.placement.in;
            });
    }
    void operator()(const RouteTable& table) { titled(table); }
    void operator()(const PrefixList& list) {
        m_content.name = nameText(list.name);
        if (m_content.name.isEmpty()) m_content.name = kindTitle(Kind::PrefixList);
    }
    template<class N>
    void operator()(const N& node) {
        titled(node);
    }

private:
    template<class N>
    void titled(const N& node) {
        m_content.name = kindTitle(kindOf<N>);
        m_content.second = unlessKind(nameText(node.name), kindOf<N>);
    }
    void off() {
        m_content.ghost = isSwitchedOff(m_design, *m_design.network.find(m_placed.placement.node));
        if (m_content.ghost) m_content.second = Words::tr("off");
    }

    const Design& m_design;
    const Placed& m_placed;
    Content& m_content;
};

} // namespace

bool Content::operator==(const Content& other) const {
    return icon == other.icon && name == other.name && second == other.second && own == other.own &&
           locked == other.locked && tier == other.tier && ghost == other.ghost &&
           severity == other.severity &&
           std::equal(groups.begin(), groups.end(), other.groups.begin(), other.groups.end(),
                      [](const style::GroupMark& a, const style::GroupMark& b) {
                          return a.index == b.index && a.letter == b.letter;
                      });
}

Content contentOf(const Design& design, const Links& links, const Placed& placed) {
    Content content;
    const Placement& placement = placed.placement;
    if (isImplicitInternet(placement)) {
        content.icon = QStringLiteral("internet");
        content.name = Words::tr("Internet");
        return content;
    }
    if (placed.shape == Shape::Source) {
        for (const Source& source : links.sources)
            if (source.key == placement) content.name = sourceText(source);
        return content;
    }
    const Node* node = design.network.find(placement.node);
    if (!node) return content;
    content.icon = style::iconName(*node);
    content.locked = isLocked(design, placement);
    std::visit(Describe(design, placed, content), *node);
    for (const SecurityGroupId group : groupsOf(*node))
        content.groups.push_back(style::groupMark(design, group));
    if (const auto group = SecurityGroupId::from(placement.node))
        content.groups.push_back(style::groupMark(design, *group));
    return content;
}

QString kindTitle(Kind kind) {
    QString title = fromUtf8(text::kindName(kind, style::language()));
    if (!title.isEmpty()) title[0] = title[0].toUpper();
    return title;
}

QString shortName(WorkloadKind kind) {
    switch (kind) {
    case WorkloadKind::Alb: return QStringLiteral("ALB");
    case WorkloadKind::Nlb: return QStringLiteral("NLB");
    case WorkloadKind::Rds: return QStringLiteral("RDS");
    case WorkloadKind::Lambda: return QStringLiteral("Lambda");
    case WorkloadKind::Other: return Words::tr("Workload");
    default: return fromUtf8(text::workloadName(kind, style::language()));
    }
}

const std::vector<SecurityGroupId>& groupsOf(const Node& node) {
    static const std::vector<SecurityGroupId> none;
    if (const auto* workload = std::get_if<Workload>(&node)) return workload->securityGroups;
    if (const auto* endpoint = std::get_if<VpcEndpoint>(&node)) return endpoint->securityGroups;
    return none;
}

} // namespace sekisho::canvas
