// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/check_list.h"

#include "core/model/design.h"
#include "ui/editors/peer_words.h"
#include "ui/editors/traffic_words.h"
#include "ui/text/diagnostic_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <map>

namespace sekisho {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sekisho::CheckList)
};

using Seen = std::optional<bool>;

/// Both have to be seen; what is known not to be there decides.
Seen both(Seen a, Seen b) {
    if (a == false || b == false) return false;
    return a && b ? Seen(true) : Seen();
}

/// What a state says of the elements of a design.
class State {
public:
    explicit State(const std::vector<StateResource>* resources) : m_isKnown(resources) {
        if (!resources) return;
        for (const StateResource& resource : *resources)
            if (resource.element) m_byElement.emplace(*resource.element, &resource);
    }

    bool isKnown() const { return m_isKnown; }
    /// Of a type that begins so; null: it is not there.
    const StateResource* find(ElementId element, const char* type = "aws_") const {
        const auto [first, last] = m_byElement.equal_range(element);
        for (auto it = first; it != last; ++it)
            if (it->second->address.startsWith(QLatin1String(type))) return it->second;
        return nullptr;
    }
    QString id(ElementId element) const {
        const StateResource* resource = find(element);
        return resource ? resource->text("id") : QString();
    }
    Seen has(ElementId element) const { return m_isKnown ? Seen(find(element) != nullptr) : Seen(); }

private:
    bool m_isKnown;
    std::multimap<ElementId, const StateResource*> m_byElement;
};

bool contains(const QJsonObject& object, const char* key, const QString& text) {
    return !text.isEmpty() && object[QLatin1String(key)].toArray().contains(QJsonValue(text));
}

/// "tcp" and "6" are one.
QString protocolOf(const QJsonValue& value) {
    const QString text = value.isDouble() ? QString::number(value.toInt()) : value.toString();
    const auto protocol = Protocol::parse(text.toStdString());
    return protocol ? QString::number(protocol->number()) : text;
}

/// Whether a rule as the state has it is about that traffic.
bool isAbout(const QJsonObject& rule, const Traffic& traffic) {
    const Traffic wanted = traffic.normalized();
    if (protocolOf(rule[QLatin1String("protocol")]) != QString::number(wanted.protocol.number()))
        return false;
    if (wanted.protocol.isAll()) return true;
    int from = -1, to = -1;
    if (wanted.ports) {
        from = wanted.ports->from;
        to = wanted.ports->to;
    } else if (wanted.icmp) {
        // An ACL keeps them apart from the ports.
        if (rule.contains(QLatin1String("icmp_type")))
            return rule[QLatin1String("icmp_type")].toInt() == wanted.icmp->type &&
                   rule[QLatin1String("icmp_code")].toInt() == wanted.icmp->code;
        from = wanted.icmp->type;
        to = wanted.icmp->code;
    } else {
        return true;
    }
    return rule[QLatin1String("from_port")].toInt() == from && rule[QLatin1String("to_port")].toInt() == to;
}

class Builder {
public:
    Builder(const Design& design, const std::vector<StateResource>* state)
        : m_design(design), m_network(design.network), m_state(state) {}

    std::vector<CheckPoint> run() {
        for (const Vpc& vpc : m_network.all<Vpc>())
            checkVpc(vpc);
        for (const SecurityGroup& group : m_network.all<SecurityGroup>())
            checkGroup(group);
        checkNats();
        for (const RouteTable& table : m_network.all<RouteTable>())
            checkRoutes(table);
        for (const NetworkAcl& acl : m_network.all<NetworkAcl>())
            checkAcl(acl);
        for (const VpcEndpoint& endpoint : m_network.all<VpcEndpoint>())
            checkEndpoint(endpoint);
        for (const Peering& peering : m_network.all<Peering>())
            add("peering", Words::tr("VPC > Peering connections"),
                Words::tr("The peering connection “%1” has the status Active.").arg(name(peering.id)),
                {peering.id}, m_state.has(peering.id));
        for (const FlowLog& log : m_network.all<FlowLog>())
            add("flow-log", Words::tr("VPC > Your VPCs > Flow logs"),
                Words::tr("The flow log “%1” has the status Active.").arg(name(log.id)), {log.id},
                m_state.has(log.id));
        checkCost();
        return std::move(m_points);
    }

private:
    void add(const char* what, const QString& page, const QString& text, std::vector<ElementId> elements,
             Seen seen) {
        QString key = QLatin1String(what);
        if (!elements.empty()) key += QLatin1Char('/') + QString::fromStdString(toString(elements.front()));
        m_points.push_back({std::move(key), page, text, std::move(elements), seen});
    }

    /// As the console shows it: a group by its name, others by their tag Name; else as it is drawn.
    QString name(ElementId id) const {
        const Node* node = m_network.find(id);
        if (!node) return {};
        const auto zone = zoneOf(m_network, id);
        const AvailabilityZone* az = zone ? m_network.get(*zone) : nullptr;
        const std::string letter = az ? zoneLetter(*az) : std::string();
        const Settings& settings = m_design.settings;
        const auto expand = [&](const NameTemplate& text) {
            return text.expand({settings.projectName, settings.environment, letter});
        };
        std::string shown;
        if (const auto* group = std::get_if<SecurityGroup>(node)) shown = expand(group->awsName);
        if (shown.empty()) shown = expand(baseOf(*node).nameTag);
        if (shown.empty()) shown = text::displayName(m_network, id);
        return QString::fromStdString(shown);
    }

    static QString listed(const QStringList& all) {
        return all.join(Words::tr(", ", "between the things of a list"));
    }

    /// "HTTP (80), HTTPS (443)".
    static QString traffic(const Traffic& traffic) {
        const Traffic whole = traffic.normalized();
        const QString type = editors::typeName(whole);
        if (!whole.ports || whole.ports->isAll()) return type;
        const QString ports = editors::portsText(whole);
        // What the console calls any ports of that protocol.
        const bool custom = type == editors::typeName({whole.protocol, PortRange{1, 2}, {}});
        return custom ? Words::tr("%1 %2", "TCP 3000").arg(editors::protocolName(whole.protocol), ports)
                      : Words::tr("%1 (%2)", "HTTPS (443)").arg(type, ports);
    }

    void checkVpc(const Vpc& vpc) {
        QStringList cidrs;
        for (const VpcCidr& cidr : vpc.cidrs)
            cidrs << QString::fromStdString(cidr.cidr.toString());
        Seen seen = m_state.has(vpc.id);
        if (const StateResource* there = m_state.find(vpc.id); there && !cidrs.empty())
            seen = there->text("cidr_block") == cidrs.front();
        for (std::size_t i = 1; i < vpc.cidrs.size(); ++i)
            seen = both(seen, m_state.has(vpc.cidrs[i].id));
        add("vpc", Words::tr("VPC > Your VPCs"),
            cidrs.empty() ? Words::tr("There is the VPC “%1”.").arg(name(vpc.id))
                          : Words::tr("There is the VPC “%1” with %2.").arg(name(vpc.id), listed(cidrs)),
            {vpc.id}, seen);
    }

    // --- Security groups

    QString peer(const SecurityGroup& group, const SecurityGroupPeer& peer) const {
        if (const auto* other = std::get_if<SecurityGroupId>(&peer))
            return Words::tr("the group “%1”").arg(name(*other));
        if (std::holds_alternative<SelfGroup>(peer)) return Words::tr("the group itself");
        if (const auto* cidr = std::get_if<Cidr>(&peer)) return QString::fromStdString(cidr->toString());
        if (std::holds_alternative<ThisVpcCidr>(peer)) return editors::cidrOf(m_network, group.vpc);
        return editors::peerText(m_design, group, peer);
    }

    /// How many of the state's rules of a direction name that peer for that traffic; nothing if the state
    /// cannot tell.
    std::optional<bool> names(const QJsonArray& rules, const SecurityGroup& group,
                              const SecurityGroupRule& rule) const {
        for (const QJsonValue& value : rules) {
            const QJsonObject each = value.toObject();
            if (!isAbout(each, rule.traffic)) continue;
            const auto hasCidr = [&](const QString& cidr) {
                return contains(each, "cidr_blocks", cidr) || contains(each, "ipv6_cidr_blocks", cidr);
            };
            bool found = false;
            if (const auto* cidr = std::get_if<Cidr>(&rule.peer)) {
                found = hasCidr(QString::fromStdString(cidr->toString()));
            } else if (std::holds_alternative<ThisVpcCidr>(rule.peer)) {
                found = hasCidr(editors::cidrOf(m_network, group.vpc));
            } else if (const auto* other = std::get_if<SecurityGroupId>(&rule.peer)) {
                found = contains(each, "security_groups", m_state.id(*other)) ||
                        (*other == group.id && each[QLatin1String("self")].toBool());
            } else if (std::holds_alternative<SelfGroup>(rule.peer)) {
                found = each[QLatin1String("self")].toBool();
            } else if (const auto* list = std::get_if<PrefixListId>(&rule.peer)) {
                const QString id = m_state.id(*list);
                if (id.isEmpty()) return {}; // one of AWS's
                found = contains(each, "prefix_list_ids", id);
            }
            if (found) return true;
        }
        return false;
    }

    Seen seenRules(const SecurityGroup& group, Direction direction) const {
        if (!m_state.isKnown()) return {};
        const StateResource* there = m_state.find(group.id);
        if (!there) return false;
        const QJsonArray rules =
            there->values[QLatin1String(direction == Direction::Ingress ? "ingress" : "egress")].toArray();
        Seen seen = true;
        int wanted = 0, separate = 0;
        for (const SecurityGroupRule& rule : group.rules) {
            if (rule.direction != direction) continue;
            ++wanted;
            if (m_state.find(rule.id)) {
                ++separate;
                continue; // a resource of its own
            }
            seen = both(seen, names(rules, group, rule));
        }
        // No rule but these.
        int sources = 0;
        for (const QJsonValue& value : rules) {
            const QJsonObject rule = value.toObject();
            for (const char* key : {"cidr_blocks", "ipv6_cidr_blocks", "security_groups", "prefix_list_ids"})
                sources += int(rule[QLatin1String(key)].toArray().size());
            sources += rule[QLatin1String("self")].toBool() ? 1 : 0;
        }
        if (separate == 0 && sources > wanted) return false;
        return seen;
    }

    void checkGroup(const SecurityGroup& group) {
        for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
            const bool in = direction == Direction::Ingress;
            // One clause for each source, its ports together, as one reads them.
            std::vector<std::pair<QString, QStringList>> bySource;
            for (const SecurityGroupRule& rule : group.rules) {
                if (rule.direction != direction) continue;
                const QString source = peer(group, rule.peer);
                auto it = std::find_if(bySource.begin(), bySource.end(),
                                       [&](const auto& entry) { return entry.first == source; });
                if (it == bySource.end()) it = bySource.insert(bySource.end(), {source, {}});
                if (const QString what = traffic(rule.traffic); !it->second.contains(what))
                    it->second << what;
            }
            QStringList clauses;
            for (const auto& [source, what] : bySource)
                clauses << (in ? Words::tr("%1 from %2", "HTTP (80), HTTPS (443) from 0.0.0.0/0")
                               : Words::tr("%1 to %2", "All traffic to 0.0.0.0/0"))
                               .arg(listed(what), source);
            const QString all = clauses.join(Words::tr("; ", "between the rules of a group"));
            QString text;
            if (in)
                text =
                    clauses.empty()
                        ? Words::tr("“%1” has no inbound rule: nothing comes in.").arg(name(group.id))
                        : Words::tr("Inbound rules of “%1”: %2, and nothing else.").arg(name(group.id), all);
            else
                text = clauses.empty()
                           ? Words::tr("“%1” has no outbound rule: nothing goes out.").arg(name(group.id))
                           : Words::tr("Outbound rules of “%1”: %2.").arg(name(group.id), all);
            add(in ? "inbound" : "outbound", Words::tr("EC2 > Security groups"), text, {group.id},
                seenRules(group, direction));
        }
    }

    // --- NAT

    bool isOff(bool onToggle) const { return onToggle && !m_design.settings.natEnabled; }

    void checkNats() {
        const QString page = Words::tr("VPC > NAT gateways");
        std::vector<ElementId> on;
        std::map<AvailabilityZoneId, int> zones;
        for (const NatGateway& nat : m_network.all<NatGateway>()) {
            if (isOff(nat.onNatToggle)) {
                const auto there = m_state.has(nat.id);
                add("no-nat", page,
                    Words::tr(
                        "There is no NAT gateway “%1”, or it has the status Deleted: NAT is switched off.")
                        .arg(name(nat.id)),
                    {nat.id}, there ? Seen(!*there) : Seen());
                continue;
            }
            on.push_back(nat.id);
            if (const auto zone = zoneOf(m_network, nat.id)) ++zones[*zone];
        }
        const bool onePerZone = on.size() > 1 && zones.size() == on.size();
        if (onePerZone) {
            Seen seen = true;
            for (const ElementId nat : on)
                seen = both(seen, m_state.has(nat));
            add("nats", page,
                Words::tr("There are %n NAT gateways, one in each Availability Zone.", nullptr,
                          int(on.size())),
                on, seen);
        }
        for (const NatGateway& nat : m_network.all<NatGateway>()) {
            if (isOff(nat.onNatToggle)) continue;
            const Subnet* subnet = nat.subnet ? m_network.get(*nat.subnet) : nullptr;
            Seen seen = m_state.has(nat.id);
            if (const StateResource* there = m_state.find(nat.id); there && nat.subnet)
                seen = there->text("subnet_id") == m_state.id(*nat.subnet);
            // Terraform waits until it is available.
            add("nat", page,
                subnet ? Words::tr("The NAT gateway “%1” in the subnet “%2” has the status Available.")
                             .arg(name(nat.id), name(subnet->id))
                       : Words::tr("The NAT gateway “%1” has the status Available.").arg(name(nat.id)),
                {nat.id}, seen);
        }
        for (const NatGateway& nat : m_network.all<NatGateway>()) {
            if (isOff(nat.onNatToggle)) continue;
            std::vector<ElasticIpId> addresses = nat.elasticIps;
            for (const NatZoneAddresses& zone : nat.zones)
                addresses.insert(addresses.end(), zone.elasticIps.begin(), zone.elasticIps.end());
            for (const ElasticIpId eip : addresses) {
                Seen seen = both(m_state.has(eip), m_state.has(nat.id));
                const StateResource* there = m_state.find(nat.id);
                if (there && seen == true && !nat.elasticIps.empty() && eip == nat.elasticIps.front())
                    seen = there->text("allocation_id") == m_state.id(eip);
                add("eip", Words::tr("VPC > Elastic IPs"),
                    Words::tr("The Elastic IP “%1” is associated with the NAT gateway “%2”.")
                        .arg(name(eip), name(nat.id)),
                    {eip, nat.id}, seen);
            }
        }
    }

    // --- Routes

    Seen seenRoute(const Route& route) const {
        if (!m_state.isKnown()) return {};
        const StateResource* there = m_state.find(route.id);
        if (!there) return false;
        if (const auto* cidr = std::get_if<Cidr>(&route.destination)) {
            const QString text = QString::fromStdString(cidr->toString());
            if (there->text("destination_cidr_block") != text &&
                there->text("destination_ipv6_cidr_block") != text)
                return false;
        }
        const auto leadsTo = [&](const char* argument, ElementId target) {
            const QString id = m_state.id(target);
            return Seen(!id.isEmpty() && there->text(argument) == id);
        };
        if (const auto* nat = std::get_if<NatGatewayId>(&route.target))
            return leadsTo("nat_gateway_id", *nat);
        if (const auto* igw = std::get_if<InternetGatewayId>(&route.target))
            return leadsTo("gateway_id", *igw);
        if (const auto* peering = std::get_if<PeeringId>(&route.target))
            return leadsTo("vpc_peering_connection_id", *peering);
        return true;
    }

    QString target(const RouteTarget& target) const {
        if (const auto* nat = std::get_if<NatGatewayId>(&target))
            return Words::tr("the NAT gateway “%1” (nat-…)").arg(name(*nat));
        if (const auto* igw = std::get_if<InternetGatewayId>(&target))
            return Words::tr("the internet gateway “%1” (igw-…)").arg(name(*igw));
        return editors::targetText(m_design, target);
    }

    void checkRoutes(const RouteTable& table) {
        const QString page = Words::tr("VPC > Route tables");
        for (const Route& route : table.routes) {
            const bool off = isOff(route.onNatToggle);
            const QString to = editors::destinationText(m_design, route.destination);
            QString text = Words::tr("The route table “%1” has the route with destination %2 and target %3.")
                               .arg(name(table.id), to, target(route.target));
            Seen seen = seenRoute(route);
            if (off) {
                text =
                    Words::tr("The route table “%1” has no route with destination %2: NAT is switched off.")
                        .arg(name(table.id), to);
                const Seen there = m_state.has(route.id);
                seen = there ? Seen(!*there) : Seen();
            }
            add(off ? "no-route" : "route", page, text, {route.id, table.id}, seen);
        }
        if (table.associations.empty()) return;
        QStringList subnets;
        Seen seen = m_state.has(table.id);
        std::vector<ElementId> elements{table.id};
        for (const RouteTableAssociation& association : table.associations) {
            subnets << name(association.subnet);
            elements.push_back(association.subnet);
            seen = both(seen, m_state.has(association.id));
        }
        add("route-table", page,
            Words::tr("The route table “%1” is associated with: %2.").arg(name(table.id), listed(subnets)),
            elements, seen);
    }

    // --- Network ACLs

    Seen seenEntries(const NetworkAcl& acl, Direction direction) const {
        if (!m_state.isKnown()) return {};
        const StateResource* there = m_state.find(acl.id);
        if (!there) return false;
        const QJsonArray rules =
            there->values[QLatin1String(direction == Direction::Ingress ? "ingress" : "egress")].toArray();
        int wanted = 0;
        for (const NetworkAclRule& rule : acl.rules) {
            if (rule.direction != direction) continue;
            ++wanted;
            const auto* cidr = std::get_if<Cidr>(&rule.peer);
            const QString from =
                cidr ? QString::fromStdString(cidr->toString()) : editors::cidrOf(m_network, acl.vpc);
            const bool found = std::any_of(rules.begin(), rules.end(), [&](const QJsonValue& value) {
                const QJsonObject each = value.toObject();
                return each[QLatin1String("rule_no")].toInt() == rule.number &&
                       each[QLatin1String("action")].toString().compare(
                           QLatin1String(rule.action == AclAction::Allow ? "allow" : "deny"),
                           Qt::CaseInsensitive) == 0 &&
                       (each[QLatin1String("cidr_block")].toString() == from ||
                        each[QLatin1String("ipv6_cidr_block")].toString() == from) &&
                       isAbout(each, rule.traffic);
            });
            if (!found) return false;
        }
        return rules.size() == wanted;
    }

    void checkAcl(const NetworkAcl& acl) {
        const QString page = Words::tr("VPC > Network ACLs");
        for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
            const bool in = direction == Direction::Ingress;
            std::vector<const NetworkAclRule*> rules;
            for (const NetworkAclRule& rule : acl.rules)
                if (rule.direction == direction) rules.push_back(&rule);
            std::sort(rules.begin(), rules.end(), [](auto* a, auto* b) { return a->number < b->number; });
            QStringList entries;
            for (const NetworkAclRule* rule : rules) {
                const QString peer = editors::peerText(m_design, acl, rule->peer);
                entries << (rule->action == AclAction::Allow
                                ? Words::tr("%1 allows %2 (%3)", "100 allows HTTP (80) (0.0.0.0/0)")
                                : Words::tr("%1 denies %2 (%3)", "90 denies SSH (22) (0.0.0.0/0)"))
                               .arg(QString::number(rule->number), traffic(rule->traffic), peer);
            }
            QString text;
            if (entries.empty())
                text = in ? Words::tr("“%1” has no inbound rule but *, which denies all.")
                          : Words::tr("“%1” has no outbound rule but *, which denies all.");
            else
                text =
                    in ? Words::tr("Inbound rules of “%1”: %2.") : Words::tr("Outbound rules of “%1”: %2.");
            text = entries.empty() ? text.arg(name(acl.id))
                                   : text.arg(name(acl.id), entries.join(Words::tr("; ", "between rules")));
            add(in ? "acl-in" : "acl-out", page, text, {acl.id}, seenEntries(acl, direction));
        }
        if (acl.isDefault) return;
        QStringList subnets;
        std::vector<ElementId> elements{acl.id};
        Seen seen = m_state.has(acl.id);
        for (const NetworkAclAssociation& association : acl.associations) {
            if (!association.active) continue;
            subnets << name(association.subnet);
            elements.push_back(association.subnet);
            seen = both(seen, m_state.has(association.id));
        }
        if (subnets.empty()) {
            // Also what an association that is only drawn would be.
            for (const NetworkAclAssociation& association : acl.associations)
                if (m_state.find(association.id)) seen = false;
            add("acl-none", page,
                Words::tr("“%1” is associated with no subnet: it is not in force yet.").arg(name(acl.id)),
                elements, seen);
        } else {
            add("acl-subnets", page,
                Words::tr("“%1” is associated with: %2.").arg(name(acl.id), listed(subnets)), elements, seen);
        }
    }

    void checkEndpoint(const VpcEndpoint& endpoint) {
        add("endpoint", Words::tr("VPC > Endpoints"),
            Words::tr("The endpoint “%1” for %2 has the status Available.")
                .arg(name(endpoint.id), QString::fromStdString(endpoint.service)),
            {endpoint.id}, m_state.has(endpoint.id));
    }

    // --- In the end

    void checkCost() {
        std::vector<ElementId> costly;
        for (const NatGateway& nat : m_network.all<NatGateway>())
            costly.push_back(nat.id);
        for (const ElasticIp& eip : m_network.all<ElasticIp>())
            costly.push_back(eip.id);
        for (const VpcEndpoint& endpoint : m_network.all<VpcEndpoint>())
            if (endpoint.type == EndpointType::Interface) costly.push_back(endpoint.id);
        if (costly.empty()) return;
        Seen seen;
        if (m_state.isKnown())
            seen = std::none_of(costly.begin(), costly.end(),
                                [&](ElementId id) { return m_state.find(id) != nullptr; });
        add("cost", Words::tr("When you are done"),
            Words::tr("Nothing is left that costs by the hour: NAT gateways, Elastic IPs and interface "
                      "endpoints are gone after “Destroy”, or after NAT was switched off and applied."),
            std::move(costly), seen);
    }

    const Design& m_design;
    const Network& m_network;
    State m_state;
    std::vector<CheckPoint> m_points;
};

} // namespace

std::vector<CheckPoint> checkList(const Design& design, const std::vector<StateResource>* state) {
    return Builder(design, state).run();
}

} // namespace sekisho
