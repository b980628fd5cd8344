// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/peer_words.h"

#include "ui/editors/sentences.h"
#include "ui/editors/traffic_words.h"
#include "ui/style/group_badge.h"
#include "ui/style/icons.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace sekisho::editors {

namespace {

struct Peers {
    Q_DECLARE_TR_FUNCTIONS(sekisho::editors::Peers)
};

bool same(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

QString self() {
    return Peers::tr("Self", "the group of the rule itself");
}
QString myVpc() {
    return Peers::tr("My VPC");
}
QString anywhere4() {
    return Peers::tr("Anywhere IPv4");
}
QString anywhere6() {
    return Peers::tr("Anywhere IPv6");
}

/// Words that never name an element.
bool isKeyword(const QString& text) {
    for (const QString& word :
         {self(), myVpc(), anywhere4(), anywhere6(), QStringLiteral("self"), QStringLiteral("anywhere"),
          QStringLiteral("vpc"), QStringLiteral("my vpc"), QStringLiteral("internet"),
          QStringLiteral("anywhere ipv4"), QStringLiteral("anywhere ipv6")})
        if (same(text, word)) return true;
    return Cidr::parse(text.toStdString()).has_value();
}

std::optional<Cidr> anywhereNamed(const QString& text) {
    if (same(text, anywhere6()) || same(text, QStringLiteral("anywhere ipv6")) ||
        same(text, QStringLiteral("anywhere-ipv6")))
        return Cidr::anywhere(IpFamily::V6);
    for (const QString& word : {anywhere4(), QStringLiteral("anywhere ipv4"), QStringLiteral("anywhere"),
                                QStringLiteral("anywhere-ipv4"), QStringLiteral("internet")})
        if (same(text, word)) return Cidr::anywhere(IpFamily::V4);
    return std::nullopt;
}

bool isMyVpc(const QString& text) {
    return same(text, myVpc()) || same(text, QStringLiteral("my vpc")) || same(text, QStringLiteral("vpc"));
}

bool isSelf(const QString& text) {
    return same(text, self()) || same(text, QStringLiteral("self"));
}

/// The elements of these kinds that a text names: by the name as lists show it, by the id, by the name in any
/// case, as the console copies it ("sg-0a1b / web"). Nothing if there is none; the first of several, since
/// lists tell those apart.
std::optional<ElementId> named(const Network& network, const QString& text, const std::vector<Kind>& kinds) {
    const auto search = [&](const auto& matches) -> std::optional<ElementId> {
        for (const Kind kind : kinds) {
            const auto end = network.nodes.lowerBound({Kind(int(kind) + 1), 0});
            for (auto it = network.nodes.lowerBound({kind, 0}); it != end; ++it)
                if (matches(it->key)) return it->key;
        }
        return std::nullopt;
    };
    if (const auto id = elementIdFromString(text.toStdString()); id && network.find(*id))
        for (const Kind kind : kinds)
            if (kind == id->kind) return id;
    if (const auto id = search([&](ElementId e) { return nameOf(network, e) == text; })) return id;
    if (const auto id = search([&](ElementId e) { return choiceName(network, e) == text; })) return id;
    if (const auto id = search([&](ElementId e) { return same(nameOf(network, e), text); })) return id;
    static const QRegularExpression console(
        QStringLiteral("^(?:sg|pl)-[0-9a-f]{8,}\\s*(?:/|\\()\\s*(.+?)\\)?$"));
    if (const auto match = console.match(text); match.hasMatch())
        return named(network, match.captured(1), kinds);
    return std::nullopt;
}

Verdict unknownPeer(const Network& network, const QString& text, const QString& wanted) {
    Verdict verdict{wanted.arg(text), {}};
    // What nearly is a CIDR is told what is wrong with it.
    Cidr ignored;
    static const QRegularExpression addressLike(QStringLiteral("^[0-9a-fA-F:.]+(?:/.*)?$"));
    if (addressLike.match(text).hasMatch() &&
        (text.contains(QLatin1Char('.')) || text.contains(QLatin1Char(':')) ||
         text.contains(QLatin1Char('/'))))
        return readCidr(text, ignored);
    // A name that is begun offers the one it may become.
    if (text.size() >= 2)
        for (const SecurityGroup& group : network.all<SecurityGroup>())
            if (nameOf(network, group.id).startsWith(text, Qt::CaseInsensitive)) {
                verdict.offer = choiceName(network, group.id);
                break;
            }
    return verdict;
}

constexpr std::pair<OpaqueTarget::Argument, const char*> opaquePrefixes[] = {
    {OpaqueTarget::Argument::TransitGateway, "tgw-"},
    {OpaqueTarget::Argument::Gateway, "vgw-"},
    {OpaqueTarget::Argument::NetworkInterface, "eni-"},
    {OpaqueTarget::Argument::CarrierGateway, "cagw-"},
    {OpaqueTarget::Argument::LocalGateway, "lgw-"},
    {OpaqueTarget::Argument::CoreNetwork, "arn:aws:networkmanager"},
    {OpaqueTarget::Argument::VpcEndpoint, "vpce-"},
    {OpaqueTarget::Argument::Peering, "pcx-"},
};

const std::vector<Kind>& targetKinds() {
    static const std::vector<Kind> kinds = {Kind::InternetGateway, Kind::EgressOnlyInternetGateway,
                                            Kind::NatGateway, Kind::VpcEndpoint, Kind::Peering};
    return kinds;
}

std::optional<ElementId> elementOf(const RouteTarget& target) {
    return std::visit(Overloaded{[](const OpaqueTarget&) { return std::optional<ElementId>(); },
                                 [](const auto& id) { return std::optional<ElementId>(id); }},
                      target);
}

Choice choiceOf(const Network& network, ElementId element) {
    return {choiceName(network, element), capitalized(kindName(element.kind)),
            style::icon(style::iconName(*network.find(element))), false};
}

} // namespace

QString choiceName(const Network& network, ElementId element) {
    const QString name = nameOf(network, element);
    bool alone = !isKeyword(name) && name == name.trimmed() && !name.isEmpty();
    const auto end = network.nodes.lowerBound({Kind(int(element.kind) + 1), 0});
    for (auto it = network.nodes.lowerBound({element.kind, 0}); alone && it != end; ++it)
        alone = it->key == element || !same(nameOf(network, it->key), name);
    if (alone) return name;
    return QStringLiteral("%1 (%2)").arg(name.trimmed(), QString::fromStdString(toString(element)));
}

QString cidrOf(const Network& network, VpcId id) {
    const Vpc* vpc = network.get(id);
    return vpc && !vpc->cidrs.empty() ? QString::fromStdString(vpc->cidrs.front().cidr.toString())
                                      : QString();
}

QString peerText(const Design& design, const SecurityGroup& group, const SecurityGroupPeer& peer) {
    if (std::holds_alternative<ThisVpcCidr>(peer)) {
        const QString cidr = cidrOf(design.network, group.vpc);
        return cidr.isEmpty() ? myVpc() : cidr;
    }
    if (const auto* id = std::get_if<SecurityGroupId>(&peer)) return nameOf(design.network, *id);
    if (const auto* id = std::get_if<PrefixListId>(&peer)) return nameOf(design.network, *id);
    return peerInput(design, peer);
}

QString peerInput(const Design& design, const SecurityGroupPeer& peer) {
    return std::visit(Overloaded{[](const Cidr& cidr) { return QString::fromStdString(cidr.toString()); },
                                 [](SelfGroup) { return self(); }, [](ThisVpcCidr) { return myVpc(); },
                                 [&](const auto& id) { return choiceName(design.network, id); }},
                      peer);
}

QIcon peerIcon(const Design& design, SecurityGroupId group, const SecurityGroupPeer& peer) {
    return std::visit(
        Overloaded{[](const Cidr&) { return QIcon(); },
                   [&](SelfGroup) { return style::badgeIcon(style::groupMark(design, group)); },
                   [&](SecurityGroupId id) { return style::badgeIcon(style::groupMark(design, id)); },
                   [](PrefixListId) { return style::icon(style::iconName(Kind::PrefixList)); },
                   [](ThisVpcCidr) { return style::icon(style::iconName(Kind::Vpc)); }},
        peer);
}

std::vector<Choice> peerChoices(const Design& design, const SecurityGroup& group) {
    const Network& network = design.network;
    std::vector<Choice> choices = {
        {self(), nameOf(network, group.id), style::badgeIcon(style::groupMark(design, group.id)), false},
        {myVpc(), cidrOf(network, group.vpc), style::icon(style::iconName(Kind::Vpc)), false},
        {anywhere4(), QStringLiteral("0.0.0.0/0"), style::icon(QStringLiteral("internet")), false},
        {anywhere6(), QStringLiteral("::/0"), style::icon(QStringLiteral("internet")), false}};
    // The groups of the same VPC first; those of a peered one may be named too.
    for (const bool own : {true, false}) {
        bool first = true;
        for (const SecurityGroup& other : network.all<SecurityGroup>()) {
            if (other.id == group.id || (other.vpc == group.vpc) != own) continue;
            choices.push_back({choiceName(network, other.id), own ? QString() : nameOf(network, other.vpc),
                               style::badgeIcon(style::groupMark(design, other.id)), first});
            first = false;
        }
    }
    bool first = true;
    for (const PrefixList& list : network.all<PrefixList>()) {
        choices.push_back(choiceOf(network, list.id));
        choices.back().beginsGroup = first;
        first = false;
    }
    return choices;
}

Verdict readPeer(const Design& design, const SecurityGroup& group, const QString& typed,
                 SecurityGroupPeer& peer) {
    const QString text = typed.trimmed();
    const QString simple = plain(typed);
    if (isSelf(simple)) {
        peer = SelfGroup{};
        return {};
    }
    if (isMyVpc(simple)) {
        peer = ThisVpcCidr{};
        return {};
    }
    if (const auto cidr = anywhereNamed(simple)) {
        peer = *cidr;
        return {};
    }
    if (const auto cidr = Cidr::parse(simple.toStdString())) {
        peer = *cidr;
        return {};
    }
    if (const auto id = named(design.network, text, {Kind::SecurityGroup, Kind::PrefixList})) {
        if (ElementId(group.id) == *id)
            peer = SelfGroup{};
        else if (const auto other = SecurityGroupId::from(*id))
            peer = *other;
        else
            peer = *PrefixListId::from(*id);
        return {};
    }
    return unknownPeer(design.network, simple,
                       Peers::tr("“%1” is no security group, prefix list or CIDR block. Choose one from the "
                                 "list, or write a block like 10.0.0.0/16."));
}

QString peerText(const Design& design, const NetworkAcl& acl, const NetworkAclPeer& peer) {
    if (std::holds_alternative<ThisVpcCidr>(peer)) {
        const QString cidr = cidrOf(design.network, acl.vpc);
        return cidr.isEmpty() ? myVpc() : cidr;
    }
    return peerInput(peer);
}

QString peerInput(const NetworkAclPeer& peer) {
    const auto* cidr = std::get_if<Cidr>(&peer);
    return cidr ? QString::fromStdString(cidr->toString()) : myVpc();
}

QIcon peerIcon(const NetworkAclPeer& peer) {
    return std::holds_alternative<ThisVpcCidr>(peer) ? style::icon(style::iconName(Kind::Vpc)) : QIcon();
}

std::vector<Choice> peerChoices(const Design& design, const NetworkAcl& acl) {
    std::vector<Choice> choices = {
        {myVpc(), cidrOf(design.network, acl.vpc), style::icon(style::iconName(Kind::Vpc)), false},
        {anywhere4(), QStringLiteral("0.0.0.0/0"), style::icon(QStringLiteral("internet")), false},
        {anywhere6(), QStringLiteral("::/0"), style::icon(QStringLiteral("internet")), false}};
    bool first = true;
    for (const Subnet& subnet : design.network.all<Subnet>()) {
        if (!subnet.cidr || vpcOf(design.network, subnet.id) != acl.vpc) continue;
        choices.push_back({QString::fromStdString(subnet.cidr->toString()), nameOf(design.network, subnet.id),
                           style::icon(style::iconName(*design.network.find(subnet.id))), first});
        first = false;
    }
    return choices;
}

Verdict readPeer(const QString& typed, NetworkAclPeer& peer) {
    const QString text = plain(typed);
    if (isMyVpc(text)) {
        peer = ThisVpcCidr{};
        return {};
    }
    if (const auto cidr = anywhereNamed(text)) {
        peer = *cidr;
        return {};
    }
    Cidr cidr;
    const Verdict verdict = readCidr(text, cidr);
    if (verdict.ok()) peer = cidr;
    return verdict;
}

QString destinationText(const Design& design, const RouteDestination& destination) {
    return std::visit(Overloaded{[](const Cidr& cidr) { return QString::fromStdString(cidr.toString()); },
                                 [&](PrefixListId id) { return choiceName(design.network, id); }},
                      destination);
}

std::vector<Choice> destinationChoices(const Design& design) {
    std::vector<Choice> choices = {
        {QStringLiteral("0.0.0.0/0"), anywhere4(), style::icon(QStringLiteral("internet")), false},
        {QStringLiteral("::/0"), anywhere6(), style::icon(QStringLiteral("internet")), false}};
    bool first = true;
    for (const PrefixList& list : design.network.all<PrefixList>()) {
        choices.push_back(choiceOf(design.network, list.id));
        choices.back().beginsGroup = first;
        first = false;
    }
    return choices;
}

Verdict readDestination(const Design& design, const QString& typed, RouteDestination& destination) {
    const QString text = plain(typed);
    if (const auto cidr = anywhereNamed(text)) {
        destination = *cidr;
        return {};
    }
    if (const auto cidr = Cidr::parse(text.toStdString())) {
        destination = *cidr;
        return {};
    }
    if (const auto id = named(design.network, typed.trimmed(), {Kind::PrefixList})) {
        destination = *PrefixListId::from(*id);
        return {};
    }
    Cidr ignored;
    return readCidr(text, ignored);
}

QString targetText(const Design& design, const RouteTarget& target) {
    if (const auto* opaque = std::get_if<OpaqueTarget>(&target)) return clean(opaque->id);
    return nameOf(design.network, *elementOf(target));
}

QString targetInput(const Design& design, const RouteTarget& target) {
    if (const auto* opaque = std::get_if<OpaqueTarget>(&target)) return clean(opaque->id);
    return choiceName(design.network, *elementOf(target));
}

QIcon targetIcon(const Design& design, const RouteTarget& target) {
    const auto id = elementOf(target);
    if (!id) return {};
    const Node* node = design.network.find(*id);
    return style::icon(node ? style::iconName(*node) : style::iconName(id->kind));
}

std::vector<Choice> targetChoices(const Design& design, VpcId vpc) {
    const Network& network = design.network;
    std::vector<Choice> choices;
    for (const Kind kind : targetKinds()) {
        const auto end = network.nodes.lowerBound({Kind(int(kind) + 1), 0});
        bool first = !choices.empty();
        for (auto it = network.nodes.lowerBound({kind, 0}); it != end; ++it) {
            bool fits = vpcOf(network, it->key) == vpc;
            // A peering serves both its ends.
            if (const auto* peering = std::get_if<Peering>(it->value.get())) {
                const auto* accepter = std::get_if<VpcId>(&peering->accepter);
                fits = peering->requester == vpc || (accepter && *accepter == vpc);
            }
            if (!fits) continue;
            choices.push_back(choiceOf(network, it->key));
            choices.back().beginsGroup = first;
            first = false;
        }
    }
    return choices;
}

Verdict readTarget(const Design& design, const QString& typed, RouteTarget& target) {
    const QString text = typed.trimmed();
    if (const auto id = named(design.network, text, targetKinds())) {
        if (const auto igw = InternetGatewayId::from(*id)) target = *igw;
        if (const auto egress = EgressOnlyInternetGatewayId::from(*id)) target = *egress;
        if (const auto nat = NatGatewayId::from(*id)) target = *nat;
        if (const auto endpoint = VpcEndpointId::from(*id)) target = *endpoint;
        if (const auto peering = PeeringId::from(*id)) target = *peering;
        return {};
    }
    for (const auto& [argument, prefix] : opaquePrefixes)
        if (text.startsWith(QLatin1String(prefix)) && text.size() > qsizetype(qstrlen(prefix))) {
            target = OpaqueTarget{argument, text.toStdString()};
            return {};
        }
    return {Peers::tr("“%1” is no gateway, endpoint or peering of this design. Choose one from the list, or "
                      "write the id of something that is not drawn, like tgw-0123456789abcdef0.")
                .arg(text),
            {}};
}

Verdict readCidr(const QString& typed, Cidr& cidr, std::optional<IpFamily> family) {
    const QString text = plain(typed);
    const auto parsed = Cidr::parse(text.toStdString());
    const auto address = IpAddress::parse(text.toStdString());
    const auto given = parsed    ? std::optional(parsed->family())
                       : address ? std::optional(address->family)
                                 : std::nullopt;
    if (given && family && *given != *family)
        return {*family == IpFamily::V4
                    ? Peers::tr("“%1” is IPv6. Write an IPv4 block here, like 10.0.1.0/24.").arg(text)
                    : Peers::tr("“%1” is IPv4. Write an IPv6 block here, like 2001:db8::/64.").arg(text),
                {}};
    if (parsed) {
        cidr = *parsed;
        return {};
    }
    Verdict verdict = complaint(parsed.error());
    if (address)
        verdict.offer = QString::fromStdString(Cidr::containing(*address, address->bits()).toString());
    return verdict;
}

Verdict readCidrs(const QString& text, std::vector<Cidr>& cidrs) {
    std::vector<Cidr> all;
    static const QRegularExpression separator(QStringLiteral("[\\s,;、]+"));
    for (const QString& part : plain(text).split(separator, Qt::SkipEmptyParts)) {
        Cidr cidr;
        Verdict verdict = readCidr(part, cidr);
        if (!verdict.ok()) {
            // The offer stands for the whole text.
            if (!verdict.offer.isEmpty()) verdict.offer = QString(plain(text)).replace(part, verdict.offer);
            return verdict;
        }
        all.push_back(cidr);
    }
    cidrs = std::move(all);
    return {};
}

QString cidrsText(const std::vector<Cidr>& cidrs) {
    QStringList texts;
    for (const Cidr& cidr : cidrs)
        texts << QString::fromStdString(cidr.toString());
    return texts.join(QStringLiteral(", "));
}

} // namespace sekisho::editors
