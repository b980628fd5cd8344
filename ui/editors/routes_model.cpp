// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/routes_model.h"

#include "core/model/edits.h"
#include "ui/editors/peer_words.h"
#include "ui/editors/rows.h"
#include "ui/editors/sentences.h"

#include <algorithm>

namespace sekisho::editors {

namespace {

const Route* routeOf(const Row& row) {
    return std::get_if<Route>(&row.value);
}

bool touches(const ChangeSet& changes, ElementId id) {
    return std::binary_search(changes.nodes.begin(), changes.nodes.end(), id);
}

std::optional<ElementId> elementOf(const RouteTarget& target) {
    return std::visit(Overloaded{[](const OpaqueTarget&) { return std::optional<ElementId>(); },
                                 [](const auto& id) { return std::optional<ElementId>(id); }},
                      target);
}

} // namespace

RoutesModel::RoutesModel(Document& document, Facts& facts, QObject* parent)
    : TableModel(document, facts, {Column::Destination, Column::Target, Column::NatSwitch, Column::Status},
                 parent) {}

const RouteTable* RoutesModel::table() const {
    const auto id = RouteTableId::from(owner());
    return id ? design().network.get(*id) : nullptr;
}

std::vector<Row> RoutesModel::read() const {
    std::vector<Row> rows;
    const RouteTable* node = table();
    if (!node) return rows;
    if (const Vpc* vpc = design().network.get(node->vpc)) {
        for (const VpcCidr& block : vpc->cidrs)
            rows.push_back({block.id, LocalRoute{block.cidr.toString(), {}}});
        if (const auto* own = std::get_if<Cidr>(&vpc->ipv6))
            rows.push_back({vpc->id, LocalRoute{own->toString(), {}}});
        else if (std::holds_alternative<AmazonIpv6>(vpc->ipv6))
            rows.push_back({vpc->id, LocalRoute{}});
    }
    for (const VpcEndpoint& endpoint : design().network.all<VpcEndpoint>())
        if (endpoint.type == EndpointType::Gateway &&
            std::find(endpoint.routeTables.begin(), endpoint.routeTables.end(), node->id) !=
                endpoint.routeTables.end())
            rows.push_back({endpoint.id, LocalRoute{endpoint.service, endpoint.id}});
    for (const Route& route : node->routes)
        rows.push_back({route.id, route});
    return rows;
}

bool RoutesModel::concerns(const ChangeSet& changes) const {
    const RouteTable* node = table();
    const auto endpoint =
        std::lower_bound(changes.nodes.begin(), changes.nodes.end(), ElementId{Kind::VpcEndpoint, 0});
    return TableModel::concerns(changes) || (node && touches(changes, node->vpc)) ||
           (endpoint != changes.nodes.end() && endpoint->kind == Kind::VpcEndpoint);
}

bool RoutesModel::showsOther(const Row& row, const ChangeSet& changes) const {
    const Route* route = routeOf(row);
    if (!route) {
        const auto& endpoint = std::get<LocalRoute>(row.value).endpoint;
        return endpoint && touches(changes, *endpoint); // its name
    }
    if (changes.settings) return true; // the NAT switch
    const auto* list = std::get_if<PrefixListId>(&route->destination);
    const auto target = elementOf(route->target);
    return (list && touches(changes, *list)) || (target && touches(changes, *target));
}

bool RoutesModel::isOff(const Route& route) const {
    return route.onNatToggle && !design().settings.natEnabled;
}

bool RoutesModel::isBlackhole(const Route& route) const {
    if (const auto* id = std::get_if<NatGatewayId>(&route.target)) {
        const NatGateway* nat = design().network.get(*id);
        return !nat || (nat->onNatToggle && !design().settings.natEnabled && !route.onNatToggle);
    }
    if (const auto* id = std::get_if<InternetGatewayId>(&route.target)) {
        const InternetGateway* gateway = design().network.get(*id);
        return !gateway || !gateway->vpc;
    }
    const auto target = elementOf(route.target);
    return target && !design().network.find(*target);
}

QString RoutesModel::text(const Row& row, Column column) const {
    const Route* route = routeOf(row);
    if (!route) {
        const auto& local = std::get<LocalRoute>(row.value);
        switch (column) {
        case Column::Destination:
            if (local.endpoint) return tr("%1 (prefix list)").arg(clean(local.destination));
            return local.destination.empty() ? tr("IPv6 of the VPC")
                                             : QString::fromStdString(local.destination);
        case Column::Target:
            return local.endpoint ? nameOf(design().network, *local.endpoint) : QStringLiteral("local");
        case Column::Status: return tr("Active", "status of a route");
        default: return {};
        }
    }
    switch (column) {
    case Column::Destination: return destinationText(design(), route->destination);
    case Column::Target: return targetText(design(), route->target);
    case Column::Status:
        if (isOff(*route)) return tr("Off", "status of a route");
        return isBlackhole(*route) ? tr("Blackhole", "status of a route") : tr("Active", "status of a route");
    default: return {};
    }
}

QString RoutesModel::input(const Row& row, Column column) const {
    const Route* route = routeOf(row);
    return route && column == Column::Target ? targetInput(design(), route->target) : text(row, column);
}

QIcon RoutesModel::icon(const Row& row, Column column) const {
    if (column != Column::Target) return {};
    if (const Route* route = routeOf(row)) return targetIcon(design(), route->target);
    const auto& endpoint = std::get<LocalRoute>(row.value).endpoint;
    return endpoint ? targetIcon(design(), *endpoint) : QIcon();
}

QString RoutesModel::tip(const Row& row, Column column) const {
    const Route* route = routeOf(row);
    if (!route && std::get<LocalRoute>(row.value).endpoint)
        return tr(
            "AWS adds this route for the gateway endpoint: to the addresses of the service, as its prefix "
            "list names them. It goes when the endpoint leaves the table.");
    if (!route)
        return tr(
            "AWS adds this route: everything in the VPC reaches everything in it. It cannot be changed.");
    if (column == Column::NatSwitch)
        return tr("Whether this route exists only while the NAT gateways are switched on.");
    if (column != Column::Status) return {};
    if (isOff(*route)) return tr("The NAT gateways are switched off: Terraform creates no such route.");
    if (isBlackhole(*route)) return tr("The target is not there: what takes this route is lost.");
    return {};
}

bool RoutesModel::isMono(const Row& row, Column column) const {
    const Route* route = routeOf(row);
    if (column != Column::Destination) return false;
    return route ? std::holds_alternative<Cidr>(route->destination)
                 : !std::get<LocalRoute>(row.value).endpoint;
}

bool RoutesModel::isHint(const Row& row, Column column) const {
    const Route* route = routeOf(row);
    return column == Column::Status || (route && isOff(*route));
}

bool RoutesModel::isChecked(const Row& row, Column) const {
    const Route* route = routeOf(row);
    return route && route->onNatToggle;
}

CellKind RoutesModel::kind(const Row&, Column column) const {
    switch (column) {
    case Column::Destination:
    case Column::Target: return CellKind::ChoiceOrText;
    case Column::NatSwitch: return CellKind::Check;
    default: return CellKind::ReadOnly;
    }
}

std::vector<Choice> RoutesModel::options(const Row&, Column column) const {
    const RouteTable* node = table();
    if (column == Column::Destination) return destinationChoices(design());
    if (column == Column::Target && node) return targetChoices(design(), node->vpc);
    return {};
}

std::optional<Column> RoutesModel::stretch() const {
    return Column::Target;
}

Verdict RoutesModel::type(Row& row, Column column, const QString& typed) const {
    auto* route = std::get_if<Route>(&row.value);
    if (!route) return {tr("AWS adds this route: it cannot be changed here."), {}};
    switch (column) {
    case Column::Destination: return readDestination(design(), typed, route->destination);
    case Column::Target: {
        const RouteTarget before = route->target;
        const Verdict verdict = readTarget(design(), typed, route->target);
        // What leads elsewhere than to a switched gateway does not come and go with it.
        if (verdict.ok() && route->target != before) {
            const auto* id = std::get_if<NatGatewayId>(&route->target);
            const NatGateway* nat = id ? design().network.get(*id) : nullptr;
            route->onNatToggle = nat && nat->onNatToggle;
        }
        return verdict;
    }
    case Column::NatSwitch: route->onNatToggle = typed == QLatin1String("true"); return {};
    default: return {};
    }
}

std::optional<Row> RoutesModel::blank() const {
    const RouteTable* node = table();
    if (!node) return std::nullopt;
    Route route;
    // The default route if there is none: to the NAT gateway where one stands in the zone of the subnets.
    const auto leadsTo = [&](const Cidr& cidr) {
        return std::any_of(node->routes.begin(), node->routes.end(),
                           [&](const Route& other) { return other.destination == RouteDestination(cidr); });
    };
    Cidr destination = Cidr::anywhere(IpFamily::V4);
    for (std::uint64_t i = 16; leadsTo(destination) && i < 32; ++i)
        destination = *Cidr::parse("172." + std::to_string(i) + ".0.0/16");
    route.destination = destination;

    std::optional<RouteTarget> target;
    const auto zone = zoneOf(design().network, node->id);
    for (const NatGateway& nat : design().network.all<NatGateway>()) {
        if (vpcOf(design().network, nat.id) != node->vpc) continue;
        const bool isNear = zone && zoneOf(design().network, nat.id) == zone;
        if (target && !isNear) continue;
        target = nat.id;
        route.onNatToggle = nat.onNatToggle;
        if (isNear) break;
    }
    if (!target) {
        const auto choices = targetChoices(design(), node->vpc);
        RouteTarget found;
        if (!choices.empty() && readTarget(design(), choices.front().text, found).ok()) target = found;
    }
    // Nothing is drawn that could be a target: an id is to be typed.
    route.target = target.value_or(OpaqueTarget{OpaqueTarget::Argument::TransitGateway, "tgw-"});
    return Row{route.id, route};
}

Result<Delta> RoutesModel::put(const Row& row) const {
    return edits::setRoute(design(), *routeOf(row));
}

Result<Delta> RoutesModel::insert(std::vector<Row> rows, std::optional<ElementId> after) const {
    const RouteTable* node = table();
    if (!node) return fail(Code::edit_no_such_element, {{"id", toString(owner())}});
    RouteTable copy = *node;
    auto place = copy.routes.end();
    if (after) {
        place = std::find_if(copy.routes.begin(), copy.routes.end(),
                             [&](const Route& route) { return ElementId(route.id) == *after; });
        if (place != copy.routes.end()) ++place;
    }
    for (const Row& row : rows) {
        Route route = *routeOf(row);
        route.id = {}; // a new one
        place = copy.routes.insert(place, std::move(route)) + 1;
    }
    return edits::replaceNode(design(), std::move(copy));
}

Result<Delta> RoutesModel::reorder(const std::vector<ElementId>& keys) const {
    const RouteTable* node = table();
    if (!node) return fail(Code::edit_no_such_element, {{"id", toString(owner())}});
    RouteTable copy = *node;
    copy.routes.clear();
    for (const ElementId key : keys)
        for (const Route& route : node->routes)
            if (ElementId(route.id) == key) copy.routes.push_back(route);
    if (copy.routes.size() != node->routes.size()) return fail(Code::edit_bad_order, {}, {node->id});
    return edits::replaceNode(design(), Node(std::move(copy)));
}

std::vector<Column> RoutesModel::copied() const {
    return {Column::Destination, Column::Target, Column::NatSwitch};
}

bool RoutesModel::isImplied(const QStringList& cells) const {
    return cells.contains(QStringLiteral("local"));
}

std::vector<Column> RoutesModel::columnsOf(const std::string& field) const {
    if (field == "destination") return {Column::Destination};
    if (field == "target") return {Column::Target};
    if (field == "on_nat_toggle") return {Column::NatSwitch};
    return {};
}

QString RoutesModel::undoText(Doing doing, int number) const {
    switch (doing) {
    case Doing::Add: return tr("Add route");
    case Doing::Change: return tr("Change route");
    case Doing::Remove: return tr("Delete %n route(s)", nullptr, number);
    case Doing::Duplicate: return tr("Duplicate %n route(s)", nullptr, number);
    case Doing::Paste: return tr("Paste %n route(s)", nullptr, number);
    case Doing::Move: return tr("Reorder routes");
    }
    return {};
}

QString RoutesModel::countText() const {
    return tr("%n route(s)", nullptr, rowCount());
}

QString RoutesModel::emptyText() const {
    return tr("Without a route nothing leaves the VPC.");
}

QString RoutesModel::addText() const {
    return tr("Add route");
}

} // namespace sekisho::editors
