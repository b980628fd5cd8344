// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/links.h"

#include "ui/canvas/words.h"
#include "ui/text/diagnostic_text.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace sekisho::canvas {

namespace {

/// More blocks than this are drawn as one place, so that the drawing stays readable.
constexpr std::size_t mostSources = 6;

template<class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template<class... F>
Overloaded(F...) -> Overloaded<F...>;

bool insideVpc(const Vpc* vpc, const Cidr& cidr) {
    return vpc && std::any_of(vpc->cidrs.begin(), vpc->cidrs.end(),
                              [&](const VpcCidr& own) { return own.cidr.contains(cidr); });
}

class RuleCollector {
public:
    RuleCollector(const Design& design, Links& links) : m_design(design), m_links(links) {
        for (const External& external : design.network.all<External>())
            for (const Cidr& cidr : external.cidrs)
                m_externals.try_emplace(cidr, external.id);
    }

    void collect() {
        findSources();
        for (const SecurityGroup& group : m_design.network.all<SecurityGroup>())
            for (const SecurityGroupRule& rule : group.rules)
                add(group, rule);
        settleTraffic();
    }

private:
    struct PeerKey {
        VpcId vpc;
        std::optional<Cidr> cidr; ///< nothing: the VPC itself
        friend auto operator<=>(const PeerKey&, const PeerKey&) = default;
    };

    static bool isRestingDefault(const SecurityGroupRule& rule) {
        if (rule.direction != Direction::Egress || !rule.traffic.protocol.isAll()) return false;
        const Cidr* cidr = std::get_if<Cidr>(&rule.peer);
        return cidr && cidr->isAnywhere();
    }

    /// Which blocks are named, and by which rule first.
    void findSources() {
        std::map<PeerKey, SecurityGroupRuleId> first;
        for (const SecurityGroup& group : m_design.network.all<SecurityGroup>())
            for (const SecurityGroupRule& rule : group.rules) {
                std::optional<PeerKey> key;
                if (std::holds_alternative<ThisVpcCidr>(rule.peer)) key = PeerKey{group.vpc, {}};
                if (const Cidr* cidr = std::get_if<Cidr>(&rule.peer))
                    if (!cidr->isAnywhere() && !m_externals.contains(*cidr)) key = PeerKey{group.vpc, *cidr};
                if (key) first.try_emplace(*key, rule.id);
            }
        std::map<std::pair<VpcId, bool>, std::vector<std::pair<PeerKey, SecurityGroupRuleId>>> byPlace;
        for (const auto& [key, rule] : first)
            byPlace[{key.vpc, !key.cidr || insideVpc(m_design.network.get(key.vpc), *key.cidr)}].emplace_back(
                key, rule);
        for (const auto& [place, all] : byPlace) {
            const bool together = all.size() > mostSources;
            for (const auto& [key, rule] : all) {
                const bool own = !key.cidr.has_value();
                if (!own && together && m_merged.contains(place)) {
                    Source& source = m_links.sources[m_merged[place]];
                    source.cidrs.push_back(*key.cidr);
                    source.key.node = std::min(source.key.node, ElementId(rule));
                    m_sources[key] = m_merged[place];
                    continue;
                }
                m_sources[key] = m_links.sources.size();
                if (!own && together) m_merged[place] = m_links.sources.size();
                Source source;
                source.key = {rule, {}};
                source.vpc = place.first;
                source.inside = place.second;
                source.myVpc = own;
                if (key.cidr) source.cidrs = {*key.cidr};
                m_links.sources.push_back(std::move(source));
            }
        }
    }

    Placement internetOf(VpcId vpc) {
        const auto it = m_links.internet.find(vpc);
        if (it != m_links.internet.end()) return it->second;
        return m_links.internet[vpc] = implicitInternet(vpc);
    }

    Placement placeOf(const SecurityGroup& group, const SecurityGroupPeer& peer) {
        return std::visit(Overloaded{[&](const Cidr& cidr) -> Placement {
                                         if (cidr.isAnywhere()) return internetOf(group.vpc);
                                         if (const auto it = m_externals.find(cidr); it != m_externals.end())
                                             return {it->second, {}};
                                         return m_links.sources[m_sources.at({group.vpc, cidr})].key;
                                     },
                                     [&](const SecurityGroupId& id) -> Placement {
                                         return {id, {}};
                                     },
                                     [&](const SelfGroup&) -> Placement {
                                         return {group.id, {}};
                                     },
                                     [&](const PrefixListId& id) -> Placement {
                                         return {id, {}};
                                     },
                                     [&](const ThisVpcCidr&) -> Placement {
                                         return m_links.sources[m_sources.at({group.vpc, std::nullopt})].key;
                                     }},
                          peer);
    }

    void add(const SecurityGroup& group, const SecurityGroupRule& rule) {
        if (isRestingDefault(rule)) return;
        const Placement own{group.id, {}};
        const Placement peer = placeOf(group, rule.peer);
        const bool in = rule.direction == Direction::Ingress;
        const Placement from = in ? peer : own;
        const Placement to = in ? own : peer;
        const auto [it, fresh] = m_index.try_emplace(std::pair(to, from), m_links.rules.size());
        if (fresh) {
            RuleLink link;
            link.from = from;
            link.to = to;
            const auto receiver = SecurityGroupId::from(to.node);
            link.color = receiver ? *receiver : group.id;
            m_links.rules.push_back(std::move(link));
            m_out.emplace_back();
        }
        RuleLink& link = m_links.rules[it->second];
        link.rules.push_back(rule.id);
        (in ? link.traffic : m_out[it->second]).push_back(rule.traffic);
    }

    /// What comes in decides; where only the sender has rules, these tell.
    void settleTraffic() {
        for (std::size_t i = 0; i < m_links.rules.size(); ++i)
            if (m_links.rules[i].traffic.empty()) m_links.rules[i].traffic = std::move(m_out[i]);
    }

    struct PairHash {
        static std::size_t of(const Placement& p) {
            return std::hash<ElementId>()(p.node) * 31 + (p.in ? p.in->number : 0);
        }
        std::size_t operator()(const std::pair<Placement, Placement>& pair) const {
            return of(pair.first) * 1000003 + of(pair.second);
        }
    };

    const Design& m_design;
    Links& m_links;
    std::map<Cidr, ExternalId> m_externals;
    std::map<PeerKey, std::size_t> m_sources;
    std::map<std::pair<VpcId, bool>, std::size_t> m_merged;
    std::unordered_map<std::pair<Placement, Placement>, std::size_t, PairHash> m_index;
    std::vector<std::vector<Traffic>> m_out; ///< of the links, what their sender lets out
};

/// Each VPC with a gateway has an internet above it; the design's own node stands above the first.
void findInternets(const Design& design, Links& links) {
    std::optional<ExternalId> node;
    for (const External& external : design.network.all<External>())
        if (external.cidrs.empty() && !node) node = external.id;
    std::optional<VpcId> first;
    for (const InternetGateway& igw : design.network.all<InternetGateway>()) {
        if (!igw.vpc || !design.network.get(*igw.vpc)) continue;
        if (!first || *igw.vpc < *first) first = *igw.vpc;
        links.internet.try_emplace(*igw.vpc, implicitInternet(*igw.vpc));
    }
    if (!first && node)
        for (const Vpc& vpc : design.network.all<Vpc>()) {
            first = vpc.id;
            break;
        }
    if (first && node) links.internet[*first] = Placement{*node, {}};
}

Placement placementOfTarget(const Design& design, const RouteTarget& target) {
    return std::visit(Overloaded{[](const OpaqueTarget&) -> Placement {
                                     return {{Kind::Route, 0}, {}};
                                 },
                                 [&](const VpcEndpointId& id) -> Placement {
                                     const VpcEndpoint* endpoint = design.network.get(id);
                                     if (endpoint && endpoint->type == EndpointType::Interface &&
                                         !endpoint->subnets.empty())
                                         return {id, endpoint->subnets.front()};
                                     return {id, {}};
                                 },
                                 [](const auto& id) -> Placement {
                                     return {id, {}};
                                 }},
                      target);
}

void collectRoutes(const Design& design, Links& links) {
    std::map<VpcId, const RouteTable*> mains;
    std::map<SubnetId, const RouteTable*> tables;
    for (const RouteTable& table : design.network.all<RouteTable>()) {
        if (table.main) mains.try_emplace(table.vpc, &table);
        for (const RouteTableAssociation& association : table.associations)
            tables.try_emplace(association.subnet, &table);
    }
    for (const Subnet& subnet : design.network.all<Subnet>()) {
        const RouteTable* table = nullptr;
        if (const auto it = tables.find(subnet.id); it != tables.end()) {
            table = it->second;
        } else if (const AvailabilityZone* az = design.network.get(subnet.az)) {
            if (const auto main = mains.find(az->vpc); main != mains.end()) table = main->second;
        }
        if (!table) continue;
        const std::size_t begin = links.routes.size();
        for (const Route& route : table->routes) {
            const Placement to = placementOfTarget(design, route.target);
            if (to.node.kind == Kind::Route) continue; // opaque: not drawn
            const bool ghost = route.onNatToggle && !design.settings.natEnabled;
            auto it = std::find_if(links.routes.begin() + std::ptrdiff_t(begin), links.routes.end(),
                                   [&](const RouteLink& link) { return link.to == to; });
            if (it == links.routes.end()) {
                links.routes.push_back({{table->id, subnet.id}, to, {}, {}, true});
                it = std::prev(links.routes.end());
            }
            it->routes.push_back(route.id);
            it->destinations.push_back(route.destination);
            it->ghost = it->ghost && ghost;
        }
    }
}

/// The sorted numbers joined: 80, 81, 82 -> 80-82.
std::vector<std::pair<int, int>> joinedPorts(std::vector<std::pair<int, int>> ranges) {
    std::sort(ranges.begin(), ranges.end());
    std::vector<std::pair<int, int>> joined;
    for (const auto& range : ranges)
        if (!joined.empty() && range.first <= joined.back().second + 1)
            joined.back().second = std::max(joined.back().second, range.second);
        else
            joined.push_back(range);
    return joined;
}

} // namespace

bool Links::samePlaces(const Links& other) const {
    return internet == other.internet &&
           std::equal(sources.begin(), sources.end(), other.sources.begin(), other.sources.end(),
                      [](const Source& a, const Source& b) {
                          return a.key == b.key && a.vpc == b.vpc && a.inside == b.inside &&
                                 sourceText(a) == sourceText(b);
                      }) &&
           std::equal(
               routes.begin(), routes.end(), other.routes.begin(), other.routes.end(),
               [](const RouteLink& a, const RouteLink& b) { return a.from == b.from && a.to == b.to; });
}

bool Links::sameShape(const Links& other) const {
    return std::equal(
               rules.begin(), rules.end(), other.rules.begin(), other.rules.end(),
               [](const RuleLink& a, const RuleLink& b) { return a.from == b.from && a.to == b.to; }) &&
           samePlaces(other);
}

Links linksOf(const Design& design) {
    Links links;
    findInternets(design, links);
    RuleCollector(design, links).collect();
    collectRoutes(design, links);
    return links;
}

Links withRulesOf(const Design& design, const Links& old) {
    Links links;
    findInternets(design, links);
    RuleCollector(design, links).collect();
    links.routes = old.routes;
    return links;
}

QString trafficText(const std::vector<Traffic>& traffic, int most) {
    std::vector<std::pair<int, int>> ranges;
    bool icmp = false;
    std::set<QString> protocols;
    for (const Traffic& each : traffic) {
        const Traffic normal = each.normalized();
        if (normal.protocol.isAll()) return Words::tr("all");
        if (normal.protocol.isIcmp())
            icmp = true;
        else if (normal.protocol.hasPorts())
            ranges.emplace_back(normal.ports->from, normal.ports->to);
        else
            protocols.insert(
                Words::tr("protocol %1").arg(QString::fromStdString(normal.protocol.toString())));
    }
    QStringList parts;
    for (const auto& [from, to] : joinedPorts(std::move(ranges))) {
        if (from == 0 && to == 65535)
            parts << QStringLiteral("0-65535");
        else
            parts << (from == to ? QString::number(from) : QStringLiteral("%1-%2").arg(from).arg(to));
    }
    if (icmp) parts << QStringLiteral("icmp");
    for (const QString& protocol : protocols)
        parts << protocol;
    if (most == 0 || parts.size() <= most) return parts.join(QStringLiteral(", "));
    return QStringLiteral("%1 +%2")
        .arg(parts.mid(0, most).join(QStringLiteral(", ")))
        .arg(parts.size() - most);
}

QString sourceText(const Source& source) {
    if (source.myVpc) return Words::tr("My VPC");
    if (source.cidrs.size() == 1) return QString::fromStdString(source.cidrs.front().toString());
    return Words::tr("%n CIDRs", nullptr, int(source.cidrs.size()));
}

QString externalText(const External& external) {
    if (external.name.empty() || (external.cidrs.empty() && external.name == "Internet"))
        return Words::tr("Internet");
    return QString::fromStdString(text::oneLine(external.name, 120));
}

QString destinationText(const Design& design, const std::vector<RouteDestination>& destinations) {
    if (destinations.empty()) return {};
    QString first;
    if (const Cidr* cidr = std::get_if<Cidr>(&destinations.front()))
        first = QString::fromStdString(cidr->toString());
    else if (const PrefixList* list = design.network.get(std::get<PrefixListId>(destinations.front())))
        first = QString::fromStdString(list->name);
    if (destinations.size() == 1) return first;
    return QStringLiteral("%1 +%2").arg(first).arg(destinations.size() - 1);
}

bool isSwitchedOff(const Design& design, const Node& node) {
    if (design.settings.natEnabled) return false;
    if (const auto* nat = std::get_if<NatGateway>(&node)) return nat->onNatToggle;
    if (const auto* eip = std::get_if<ElasticIp>(&node)) return eip->onNatToggle;
    return false;
}

Placement implicitInternet(VpcId vpc) {
    return {ElementId{Kind::External, 0}, SubnetId{vpc.number}};
}

} // namespace sekisho::canvas
