// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/address_models.h"

#include "core/model/edits.h"
#include "core/model/public_addresses.h"
#include "core/model/references.h"
#include "ui/editors/inspector_words.h"
#include "ui/editors/peer_words.h"
#include "ui/editors/rows.h"
#include "ui/editors/sentences.h"
#include "ui/editors/traffic_words.h"
#include "ui/style/icons.h"

#include <algorithm>

namespace sekisho::editors {

namespace {

template<class N>
const N* ownerNode(const Design& design, ElementId owner) {
    const Node* node = design.network.find(owner);
    return node ? std::get_if<N>(node) : nullptr;
}

tl::unexpected<Diagnostic> gone(ElementId owner) {
    return fail(Code::edit_no_such_element, {{"id", toString(owner)}});
}

bool same(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// A cell that is left empty, or says so.
bool isNothing(const QString& text) {
    return text.isEmpty() || text == QStringLiteral("–") || text == QStringLiteral("-");
}

bool touches(const ChangeSet& changes, ElementId id) {
    return std::binary_search(changes.nodes.begin(), changes.nodes.end(), id);
}

/// The node of a type that a text names, as lists show it or by its id.
template<class N>
const N* named(const Network& network, const QString& text) {
    for (const bool exactly : {true, false})
        for (const N& node : network.all<N>()) {
            const Qt::CaseSensitivity how = exactly ? Qt::CaseSensitive : Qt::CaseInsensitive;
            for (const QString& word : {choiceName(network, node.id), nameOf(network, node.id),
                                        QString::fromStdString(toString(ElementId(node.id)))})
                if (text.compare(word, how) == 0) return &node;
        }
    return nullptr;
}

/// The Elastic IPs that nobody has, and the one that is there.
std::vector<Choice> elasticIpChoices(const Network& network, std::optional<ElasticIpId> current) {
    std::vector<Choice> choices;
    for (const ElasticIp& eip : network.all<ElasticIp>())
        if (current == eip.id || !holderOf(network, eip.id))
            choices.push_back({choiceName(network, eip.id),
                               {},
                               style::icon(style::iconName(Kind::ElasticIp)),
                               choices.empty()});
    return choices;
}

} // namespace

// --- Interfaces of a workload

namespace {

const InterfaceRow& interfaceOf(const Row& row) {
    return std::get<InterfaceRow>(row.value);
}

} // namespace

InterfacesModel::InterfacesModel(Document& document, Facts& facts, QObject* parent)
    : TableModel(document, facts, {Column::Subnet, Column::PrivateIp, Column::PublicIp}, parent) {}

std::vector<Row> InterfacesModel::read() const {
    std::vector<Row> rows;
    if (const Workload* workload = ownerNode<Workload>(design(), owner()))
        for (const Interface& one : workload->interfaces)
            rows.push_back({one.id, InterfaceRow{one, false}});
    return rows;
}

bool InterfacesModel::showsOther(const Row& row, const ChangeSet& changes) const {
    const Interface& one = interfaceOf(row).interface;
    return touches(changes, one.subnet) || (one.elasticIp && touches(changes, *one.elasticIp)) ||
           (isBalancer() && touches(changes, owner()));
}

bool InterfacesModel::isBalancer() const {
    const Workload* workload = ownerNode<Workload>(design(), owner());
    return workload && isLoadBalancer(*workload);
}

bool InterfacesModel::hasByDefault(const Interface& one) const {
    if (isBalancer()) return ownerNode<Workload>(design(), owner())->internetFacing;
    const Subnet* subnet = design().network.get(one.subnet);
    return subnet && subnet->mapPublicIpOnLaunch;
}

QString InterfacesModel::text(const Row& row, Column column) const {
    const Interface& one = interfaceOf(row).interface;
    switch (column) {
    case Column::Subnet: return nameOf(design().network, one.subnet);
    case Column::PrivateIp:
        return one.privateIp ? QString::fromStdString(one.privateIp->toString()) : tr("Automatic");
    case Column::PublicIp: {
        if (one.elasticIp) return nameOf(design().network, *one.elasticIp);
        if (one.publicIp == PublicIp::Yes) return tr("Yes", "a public IP address");
        if (one.publicIp == PublicIp::No) return tr("No", "a public IP address");
        if (isBalancer()) return hasByDefault(one) ? tr("By scheme: yes") : tr("By scheme: no");
        return hasByDefault(one) ? tr("By subnet: yes") : tr("By subnet: no");
    }
    default: return {};
    }
}

QString InterfacesModel::input(const Row& row, Column column) const {
    const Interface& one = interfaceOf(row).interface;
    const Network& network = design().network;
    switch (column) {
    case Column::Subnet: return choiceName(network, one.subnet);
    case Column::PrivateIp: return one.privateIp ? text(row, column) : QString();
    case Column::PublicIp:
        if (one.elasticIp) return choiceName(network, *one.elasticIp);
        if (one.publicIp != PublicIp::SubnetDefault) return text(row, column);
        return isBalancer() ? tr("By scheme") : tr("By subnet");
    default: return {};
    }
}

QIcon InterfacesModel::icon(const Row& row, Column column) const {
    const Interface& one = interfaceOf(row).interface;
    if (column == Column::Subnet) return iconOf(design().network, one.subnet);
    if (column == Column::PublicIp && one.elasticIp) return iconOf(design().network, *one.elasticIp);
    return {};
}

QString InterfacesModel::tip(const Row& row, Column column) const {
    const Interface& one = interfaceOf(row).interface;
    switch (column) {
    case Column::Subnet: {
        const Subnet* subnet = design().network.get(one.subnet);
        return subnet ? subnetLine(design().network, *subnet) : QString();
    }
    case Column::PrivateIp: return tr("Its address in the subnet. Empty: AWS chooses one.");
    case Column::PublicIp:
        if (isBalancer())
            return tr("Public addresses, if the load balancer faces the internet; or an Elastic IP, which "
                      "stays.");
        return tr("A public address at launch, as its subnet says or by its own setting; or an Elastic IP, "
                  "which stays.");
    default: return {};
    }
}

bool InterfacesModel::isMono(const Row& row, Column column) const {
    return column == Column::PrivateIp && interfaceOf(row).interface.privateIp;
}

bool InterfacesModel::isHint(const Row& row, Column column) const {
    const Interface& one = interfaceOf(row).interface;
    if (column == Column::PrivateIp) return !one.privateIp;
    return column == Column::PublicIp && !one.elasticIp && one.publicIp == PublicIp::SubnetDefault;
}

CellKind InterfacesModel::kind(const Row&, Column column) const {
    return column == Column::PrivateIp ? CellKind::Text : CellKind::ChoiceOrText;
}

std::vector<Choice> InterfacesModel::options(const Row& row, Column column) const {
    const Interface& one = interfaceOf(row).interface;
    const Network& network = design().network;
    std::vector<Choice> choices;
    if (column == Column::Subnet) {
        const auto vpc = vpcOf(network, one.subnet);
        for (const Subnet& subnet : network.all<Subnet>())
            if (!vpc || vpcOf(network, subnet.id) == vpc)
                choices.push_back(
                    {choiceName(network, subnet.id), subnetHint(subnet), iconOf(network, subnet.id), false});
    } else if (column == Column::PublicIp) {
        choices = {{isBalancer() ? tr("By scheme") : tr("By subnet"),
                    hasByDefault(one) ? tr("Yes", "a public IP address") : tr("No", "a public IP address"),
                    {},
                    false},
                   {tr("Yes", "a public IP address"), {}, {}, false},
                   {tr("No", "a public IP address"), {}, {}, false}};
        const auto eips = elasticIpChoices(network, one.elasticIp);
        choices.insert(choices.end(), eips.begin(), eips.end());
        choices.push_back({tr("New Elastic IP"), {}, style::icon(QStringLiteral("ui-plus")), true});
    }
    return choices;
}

std::optional<Column> InterfacesModel::stretch() const {
    return Column::Subnet;
}

Verdict InterfacesModel::type(Row& row, Column column, const QString& typed) const {
    InterfaceRow& value = std::get<InterfaceRow>(row.value);
    Interface& one = value.interface;
    const Network& network = design().network;
    const QString text = plain(typed);
    switch (column) {
    case Column::Subnet:
        if (const Subnet* subnet = named<Subnet>(network, typed.trimmed())) {
            one.subnet = subnet->id;
            return {};
        }
        return {tr("“%1” is no subnet of this design. Choose one from the list.").arg(typed.trimmed()), {}};
    case Column::PrivateIp: {
        if (isNothing(text) || same(text, tr("Automatic")) || same(text, QStringLiteral("auto"))) {
            one.privateIp.reset();
            return {};
        }
        const auto address = IpAddress::parse(text.toStdString());
        if (!address) return {tr("“%1” is no IP address. Write it like 10.0.1.10.").arg(text), {}};
        one.privateIp = *address;
        return {};
    }
    case Column::PublicIp: {
        const auto choose = [&](PublicIp what) {
            one.publicIp = what;
            one.elasticIp.reset();
            value.newAddress = false;
            return Verdict{};
        };
        if (isNothing(text)) return choose(PublicIp::SubnetDefault);
        for (const QString& word :
             {tr("By subnet"), tr("By scheme"), QStringLiteral("By subnet"), QStringLiteral("By scheme")})
            if (text.startsWith(word, Qt::CaseInsensitive)) return choose(PublicIp::SubnetDefault);
        for (const QString& word :
             {tr("Yes", "a public IP address"), QStringLiteral("yes"), QStringLiteral("true")})
            if (same(text, word)) return choose(PublicIp::Yes);
        for (const QString& word :
             {tr("No", "a public IP address"), QStringLiteral("no"), QStringLiteral("false")})
            if (same(text, word)) return choose(PublicIp::No);
        if (same(text, tr("New Elastic IP")) || same(text, QStringLiteral("New Elastic IP"))) {
            value.newAddress = true;
            return {};
        }
        const ElasticIp* eip = named<ElasticIp>(network, typed.trimmed());
        if (!eip)
            return {tr("“%1” is no Elastic IP of this design. Choose one from the list, or write Yes or No.")
                        .arg(typed.trimmed()),
                    {}};
        if (one.elasticIp != eip->id)
            if (const QString holder = holderName(network, eip->id); !holder.isEmpty())
                return {tr("%1 has this Elastic IP already. One address serves one only.").arg(holder), {}};
        one.elasticIp = eip->id;
        value.newAddress = false;
        return {};
    }
    default: return {};
    }
}

std::optional<Row> InterfacesModel::blank() const {
    const Workload* workload = ownerNode<Workload>(design(), owner());
    if (!workload) return std::nullopt;
    // In the first subnet of its VPC where it has none yet.
    const Network& network = design().network;
    std::optional<VpcId> vpc;
    if (!workload->interfaces.empty()) vpc = vpcOf(network, workload->interfaces.front().subnet);
    std::optional<SubnetId> place;
    for (const Subnet& subnet : network.all<Subnet>()) {
        if (vpc && vpcOf(network, subnet.id) != vpc) continue;
        const bool isTaken = std::any_of(workload->interfaces.begin(), workload->interfaces.end(),
                                         [&](const Interface& other) { return other.subnet == subnet.id; });
        if (!place || !isTaken) place = subnet.id;
        if (!isTaken) break;
    }
    if (!place) return std::nullopt;
    return Row{InterfaceId{}, InterfaceRow{Interface{{}, *place, {}, PublicIp::SubnetDefault, {}}, false}};
}

Result<Delta> InterfacesModel::put(const Row& row) const {
    const auto store = [id = owner(), key = row.key](const Design& design, Interface one) -> Result<Delta> {
        const Workload* workload = ownerNode<Workload>(design, id);
        if (!workload) return gone(id);
        Workload copy = *workload;
        for (Interface& other : copy.interfaces)
            if (ElementId(other.id) == key) other = one;
        return edits::replaceNode(design, Node(std::move(copy)));
    };
    const InterfaceRow& value = interfaceOf(row);
    if (!value.newAddress) return store(design(), value.interface);
    const Workload* workload = ownerNode<Workload>(design(), owner());
    if (!workload) return gone(owner());
    return withNewElasticIp(design(), workload->name + "-eip", [&](const Design& work, ElasticIpId made) {
        Interface one = value.interface;
        one.elasticIp = made;
        return store(work, one);
    });
}

Result<Delta> InterfacesModel::insert(std::vector<Row> rows, std::optional<ElementId>) const {
    const Workload* workload = ownerNode<Workload>(design(), owner());
    if (!workload) return gone(owner());
    Workload copy = *workload;
    for (const Row& row : rows) {
        Interface one = interfaceOf(row).interface;
        one.id = {}; // a new one
        // Addresses are not for two.
        const auto isTaken = [&](const auto& address, auto Interface::*member) {
            return address && std::any_of(copy.interfaces.begin(), copy.interfaces.end(),
                                          [&](const Interface& other) { return other.*member == address; });
        };
        if (isTaken(one.privateIp, &Interface::privateIp)) one.privateIp.reset();
        if (isTaken(one.elasticIp, &Interface::elasticIp)) one.elasticIp.reset();
        copy.interfaces.push_back(one);
    }
    return edits::replaceNode(design(), Node(std::move(copy)));
}

std::vector<Column> InterfacesModel::columnsOf(const std::string& field) const {
    if (field == "subnet") return {Column::Subnet};
    if (field == "private_ip") return {Column::PrivateIp};
    if (field == "elastic_ip" || field == "public_ip") return {Column::PublicIp};
    return {};
}

QString InterfacesModel::undoText(Doing doing, int number) const {
    switch (doing) {
    case Doing::Add: return tr("Add network interface");
    case Doing::Change: return tr("Change network interface");
    case Doing::Remove: return tr("Delete %n network interface(s)", nullptr, number);
    case Doing::Duplicate: return tr("Duplicate %n network interface(s)", nullptr, number);
    default: return tr("Paste %n network interface(s)", nullptr, number);
    }
}

QString InterfacesModel::countText() const {
    return tr("%n interface(s)", nullptr, count());
}
QString InterfacesModel::emptyText() const {
    return tr("It stands in no subnet yet.");
}
QString InterfacesModel::addText() const {
    return tr("Add interface");
}

// --- Addresses of a regional NAT gateway

namespace {

const NatAddress& addressOf(const Row& row) {
    return std::get<NatAddress>(row.value);
}

} // namespace

NatAddressesModel::NatAddressesModel(Document& document, Facts& facts, QObject* parent)
    : TableModel(document, facts, {Column::Zone, Column::ElasticIp}, parent) {}

std::vector<Row> NatAddressesModel::read() const {
    std::vector<Row> rows;
    if (const NatGateway* nat = ownerNode<NatGateway>(design(), owner()))
        for (const NatZoneAddresses& zone : nat->zones) {
            for (const ElasticIpId eip : zone.elasticIps)
                rows.push_back({{}, NatAddress{zone.az, eip, false}});
            if (zone.elasticIps.empty()) rows.push_back({{}, NatAddress{zone.az, {}, false}});
        }
    keepKeys(rows);
    return rows;
}

bool NatAddressesModel::showsOther(const Row& row, const ChangeSet& changes) const {
    const NatAddress& address = addressOf(row);
    return touches(changes, address.az) || (address.elasticIp && touches(changes, *address.elasticIp));
}

QString NatAddressesModel::text(const Row& row, Column column) const {
    const NatAddress& address = addressOf(row);
    if (column == Column::ElasticIp)
        return address.elasticIp ? nameOf(design().network, *address.elasticIp) : QStringLiteral("–");
    const AvailabilityZone* zone = design().network.get(address.az);
    return zone ? shortZone(*zone) : QString::fromStdString(toString(ElementId(address.az)));
}

QString NatAddressesModel::input(const Row& row, Column column) const {
    const NatAddress& address = addressOf(row);
    if (column == Column::Zone) return choiceName(design().network, address.az);
    return address.elasticIp ? choiceName(design().network, *address.elasticIp) : QString();
}

QIcon NatAddressesModel::icon(const Row& row, Column column) const {
    if (column == Column::Zone) return style::icon(QStringLiteral("az"));
    return addressOf(row).elasticIp ? style::icon(style::iconName(Kind::ElasticIp)) : QIcon();
}

QString NatAddressesModel::tip(const Row&, Column column) const {
    return column == Column::Zone ? tr("The zone whose traffic leaves by this address.")
                                  : tr("The public address; each zone may have several.");
}

bool NatAddressesModel::isHint(const Row& row, Column column) const {
    return column == Column::ElasticIp && !addressOf(row).elasticIp;
}

CellKind NatAddressesModel::kind(const Row&, Column) const {
    return CellKind::ChoiceOrText;
}

std::vector<Choice> NatAddressesModel::options(const Row& row, Column column) const {
    const Network& network = design().network;
    if (column == Column::ElasticIp) {
        auto choices = elasticIpChoices(network, addressOf(row).elasticIp);
        choices.push_back({tr("New Elastic IP"), {}, style::icon(QStringLiteral("ui-plus")), true});
        return choices;
    }
    std::vector<Choice> choices;
    const NatGateway* nat = ownerNode<NatGateway>(design(), owner());
    for (const AvailabilityZone& zone : network.all<AvailabilityZone>())
        if (nat && (zone.vpc == nat->vpc || zone.id == addressOf(row).az))
            choices.push_back({choiceName(network, zone.id), QString::fromStdString(zone.zone),
                               style::icon(QStringLiteral("az")), false});
    return choices;
}

std::optional<Column> NatAddressesModel::stretch() const {
    return Column::ElasticIp;
}

Verdict NatAddressesModel::type(Row& row, Column column, const QString& typed) const {
    NatAddress& address = std::get<NatAddress>(row.value);
    const Network& network = design().network;
    const QString text = typed.trimmed();
    if (column == Column::Zone) {
        const AvailabilityZone* found = named<AvailabilityZone>(network, text);
        const NatGateway* nat = ownerNode<NatGateway>(design(), owner());
        for (const AvailabilityZone& zone : network.all<AvailabilityZone>())
            if (!found && nat && zone.vpc == nat->vpc &&
                (same(text, QString::fromStdString(zone.zone)) || same(text, shortZone(zone))))
                found = &zone;
        if (!found) return {tr("“%1” is no zone of this design. Choose one from the list.").arg(text), {}};
        address.az = found->id;
        return {};
    }
    if (same(text, tr("New Elastic IP")) || same(text, QStringLiteral("New Elastic IP"))) {
        address.newAddress = true;
        return {};
    }
    if (isNothing(text)) return {tr("Each row needs an address. Delete the row if it is not wanted."), {}};
    const ElasticIp* eip = named<ElasticIp>(network, text);
    if (!eip) return {tr("“%1” is no Elastic IP of this design. Choose one from the list.").arg(text), {}};
    if (address.elasticIp != eip->id)
        if (const QString holder = holderName(network, eip->id); !holder.isEmpty())
            return {tr("%1 has this Elastic IP already. One address serves one only.").arg(holder), {}};
    address.elasticIp = eip->id;
    address.newAddress = false;
    return {};
}

std::optional<Row> NatAddressesModel::blank() const {
    const NatGateway* nat = ownerNode<NatGateway>(design(), owner());
    if (!nat || !nat->vpc) return std::nullopt;
    const auto zones = zonesOf(design().network, *nat->vpc);
    if (zones.empty()) return std::nullopt;
    const auto isServed = [&](const AvailabilityZone* az) {
        return std::any_of(nat->zones.begin(), nat->zones.end(),
                           [&](const NatZoneAddresses& one) { return one.az == az->id; });
    };
    const auto first = std::find_if_not(zones.begin(), zones.end(), isServed);
    return Row{{}, NatAddress{(first == zones.end() ? zones.front() : *first)->id, {}, true}};
}

Result<Delta> NatAddressesModel::store(std::vector<NatAddress> addresses) const {
    const NatGateway* nat = ownerNode<NatGateway>(design(), owner());
    if (!nat) return gone(owner());
    // First all that is there, then one new address after the other: each is an edit of its own.
    NatGateway copy = *nat;
    copy.zones.clear();
    const auto zoneIn = [](NatGateway& node, AvailabilityZoneId az) -> NatZoneAddresses& {
        for (NatZoneAddresses& one : node.zones)
            if (one.az == az) return one;
        node.zones.push_back({az, {}});
        return node.zones.back();
    };
    for (const NatAddress& address : addresses) {
        NatZoneAddresses& zone = zoneIn(copy, address.az);
        if (!address.newAddress && address.elasticIp) zone.elasticIps.push_back(*address.elasticIp);
    }
    Result<Delta> delta = edits::replaceNode(design(), Node(std::move(copy)));
    for (const NatAddress& address : addresses)
        if (address.newAddress)
            delta = then(design(), delta, [id = nat->id, az = address.az](const Design& work) {
                return edits::addNatAddress(work, id, az);
            });
    return delta;
}

Result<Delta> NatAddressesModel::put(const Row& row) const {
    const int place = rowOf(row.key);
    if (place < 0) return gone(owner());
    std::vector<NatAddress> all;
    for (int i = 0; i < rowCount(); ++i)
        all.push_back(addressOf(i == place ? row : rowAt(i)));
    return store(std::move(all));
}

Result<Delta> NatAddressesModel::insert(std::vector<Row> rows, std::optional<ElementId> after) const {
    std::vector<NatAddress> all;
    for (int i = 0; i < rowCount(); ++i)
        all.push_back(addressOf(rowAt(i)));
    for (const Row& row : rows) {
        all.push_back(addressOf(row));
        // A copy is one more address for the zone.
        if (after) all.back().newAddress = true;
    }
    return store(std::move(all));
}

Result<Delta> NatAddressesModel::erase(const std::vector<ElementId>& keys) const {
    std::vector<NatAddress> all;
    for (int i = 0; i < rowCount(); ++i)
        if (std::find(keys.begin(), keys.end(), rowAt(i).key) == keys.end())
            all.push_back(addressOf(rowAt(i)));
    return store(std::move(all));
}

std::vector<Column> NatAddressesModel::columnsOf(const std::string& field) const {
    if (field == "zones") return {Column::Zone};
    if (field == "elastic_ips") return {Column::ElasticIp};
    return {};
}

std::vector<ElementId> NatAddressesModel::culprits(const Diagnostic& problem) const {
    std::vector<ElementId> keys;
    if (problem.subjects.empty() || problem.subjects.front() != owner()) return keys;
    const auto isNamed = [&](ElementId id) {
        return std::find(problem.subjects.begin(), problem.subjects.end(), id) != problem.subjects.end();
    };
    for (int row = 0; row < rowCount(); ++row) {
        const NatAddress& address = addressOf(rowAt(row));
        if (isNamed(address.az) || (address.elasticIp && isNamed(*address.elasticIp)))
            keys.push_back(rowAt(row).key);
    }
    return keys;
}

QString NatAddressesModel::undoText(Doing doing, int number) const {
    switch (doing) {
    case Doing::Add: return tr("Add address of a zone");
    case Doing::Change: return tr("Change address of a zone");
    case Doing::Remove: return tr("Delete %n address(es) of zones", nullptr, number);
    case Doing::Duplicate: return tr("Duplicate %n address(es) of zones", nullptr, number);
    default: return tr("Paste %n address(es) of zones", nullptr, number);
    }
}

QString NatAddressesModel::countText() const {
    return tr("%n address(es)", nullptr, count());
}
QString NatAddressesModel::emptyText() const {
    return tr("Automatic: AWS makes an address in each zone where there is traffic. Add one to choose them "
              "yourself.");
}
QString NatAddressesModel::addText() const {
    return tr("Add address");
}

} // namespace sekisho::editors
