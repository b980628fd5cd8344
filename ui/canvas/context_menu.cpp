// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/context_menu.h"

#include "core/model/edits.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/drop.h"
#include "ui/canvas/moving.h"
#include "ui/canvas/steps.h"
#include "ui/document/document.h"
#include "ui/document/selection.h"
#include "ui/style/group_badge.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace sekisho::canvas {

namespace {

struct ContextMenu {
    Q_DECLARE_TR_FUNCTIONS(sekisho::canvas::ContextMenu)
};

QString nameOf(const Network& network, ElementId id) {
    // A name may hold the character that marks a key.
    return QString::fromStdString(text::displayName(network, id))
        .replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// What is usually put into a container, in this order.
std::vector<PaletteKind> addableTo(const std::optional<Placement>& place) {
    if (!place)
        return {PaletteKind::Vpc, PaletteKind::Internet, PaletteKind::ExternalNetwork, PaletteKind::ElasticIp,
                PaletteKind::PrefixList};
    switch (place->node.kind) {
    case Kind::Vpc:
        return {PaletteKind::AvailabilityZone,  PaletteKind::InternetGateway, PaletteKind::SecurityGroup,
                PaletteKind::NetworkAcl,        PaletteKind::RouteTable,      PaletteKind::GatewayEndpoint,
                PaletteKind::InterfaceEndpoint, PaletteKind::Peering,         PaletteKind::FlowLog};
    case Kind::AvailabilityZone:
        return {PaletteKind::PublicSubnet, PaletteKind::PrivateSubnet, PaletteKind::IsolatedSubnet,
                PaletteKind::NatGateway};
    case Kind::Subnet:
        return {PaletteKind::NatGateway,  PaletteKind::Alb,
                PaletteKind::EcsService,  PaletteKind::Ec2Instance,
                PaletteKind::Rds,         PaletteKind::Lambda,
                PaletteKind::ElastiCache, PaletteKind::InterfaceEndpoint,
                PaletteKind::NetworkAcl,  PaletteKind::RouteTable,
                PaletteKind::FlowLog};
    case Kind::Workload: return {PaletteKind::SecurityGroup};
    default: return {};
    }
}

void addNew(QMenu& menu, CanvasView& view, const MenuPlace& place) {
    const Network& network = view.document().network();
    std::vector<PaletteKind> kinds = addableTo(place.placement);
    std::erase_if(kinds,
                  [&](PaletteKind kind) { return !dropTarget(network, kind, place.placement).takes(); });
    if (kinds.empty()) return;
    QMenu* add = menu.addMenu(style::icon(QStringLiteral("ui-plus")), ContextMenu::tr("Add"));
    add->setObjectName(QStringLiteral("add"));
    for (const PaletteKind kind : kinds) {
        QAction* action =
            add->addAction(style::icon(QLatin1String(paletteEntry(kind).icon)), paletteName(kind));
        action->setObjectName(QStringLiteral("add-%1").arg(QLatin1String(paletteEntry(kind).word)));
        // A tile goes where the menu was opened; on another tile there is no room.
        const bool container = place.placement && !place.placement->in;
        const std::optional<QPointF> at = container || !place.placement ? place.position : std::nullopt;
        QObject::connect(action, &QAction::triggered, &view,
                         [&view, kind, over = place.placement, at] { view.insertAt(kind, over, at); });
    }
}

const std::vector<SecurityGroupId>* groupsOf(const Node* node) {
    if (!node) return nullptr;
    if (const auto* workload = std::get_if<Workload>(node)) return &workload->securityGroups;
    const auto* endpoint = std::get_if<VpcEndpoint>(node);
    if (endpoint && endpoint->type == EndpointType::Interface) return &endpoint->securityGroups;
    return nullptr;
}

/// The groups of the VPC with a mark at those it is in.
void addGroups(QMenu& menu, CanvasView& view, const MenuPlace& place) {
    const Design& design = view.document().design();
    const ElementId member = place.placement->node;
    const auto* groups = groupsOf(design.network.find(member));
    if (!groups) return;
    QMenu* sub =
        menu.addMenu(style::icon(QStringLiteral("security-group")), ContextMenu::tr("Security Groups"));
    sub->setObjectName(QStringLiteral("groups"));
    const auto vpc = vpcOf(design.network, member);
    for (const SecurityGroup& group : design.network.all<SecurityGroup>()) {
        if (vpc != group.vpc) continue;
        QAction* action = sub->addAction(nameOf(design.network, group.id));
        action->setCheckable(true);
        action->setChecked(std::find(groups->begin(), groups->end(), group.id) != groups->end());
        QObject::connect(action, &QAction::triggered, &view, [&view, member, id = group.id](bool in) {
            view.document().edit(in ? ContextMenu::tr("Add to Security Group")
                                    : ContextMenu::tr("Remove from Security Group"),
                                 edits::setMembership(view.document().design(), id, member, in));
        });
    }
    if (!sub->isEmpty()) sub->addSeparator();
    QAction* fresh = sub->addAction(ContextMenu::tr("New Group for It"));
    QObject::connect(fresh, &QAction::triggered, &view, [&view, over = place.placement] {
        view.insertAt(PaletteKind::SecurityGroup, over, std::nullopt);
    });
}

/// A gate or route table at a subnet, and a subnet itself: which one it has.
void addAssociations(QMenu& menu, CanvasView& view, const MenuPlace& place) {
    const Design& design = view.document().design();
    const Network& network = design.network;
    const auto subnet = place.placement->in ? place.placement->in : SubnetId::from(place.placement->node);
    if (!subnet || !network.get(*subnet)) return;
    const auto vpc = vpcOf(network, *subnet);
    if (const auto acl = NetworkAclId::from(place.placement->node))
        if (const NetworkAcl* node = network.get(*acl))
            for (const NetworkAclAssociation& association : node->associations) {
                if (association.subnet != *subnet) continue;
                QAction* action = menu.addAction(association.active ? ContextMenu::tr("Deactivate Here")
                                                                    : ContextMenu::tr("Activate Here"));
                action->setObjectName(QStringLiteral("toggle-association"));
                QObject::connect(action, &QAction::triggered, &view,
                                 [&view, id = association.id, active = !association.active] {
                                     view.document().edit(
                                         active ? ContextMenu::tr("Activate Network ACL")
                                                : ContextMenu::tr("Deactivate Network ACL"),
                                         edits::setAssociationActive(view.document().design(), id, active));
                                 });
                QAction* end = menu.addAction(ContextMenu::tr("End Association"));
                end->setObjectName(QStringLiteral("end-association"));
                QObject::connect(end, &QAction::triggered, &view, [&view, id = association.id] {
                    view.document().edit(ContextMenu::tr("End Association"),
                                         edits::removeElements(view.document().design(), {id}));
                });
            }
    const bool isAcl = place.placement->node.kind == Kind::NetworkAcl;
    const bool isTable = place.placement->node.kind == Kind::RouteTable;
    const bool isSubnet = place.placement->node.kind == Kind::Subnet;
    if (isAcl || isSubnet) {
        QMenu* sub = menu.addMenu(style::icon(QStringLiteral("nacl")), ContextMenu::tr("Network ACL"));
        const NetworkAcl* active = activeAclOf(network, *subnet);
        for (const NetworkAcl& acl : network.all<NetworkAcl>()) {
            if (vpc != acl.vpc) continue;
            QAction* action = sub->addAction(nameOf(network, acl.id));
            action->setCheckable(true);
            action->setChecked(active && active->id == acl.id);
            QObject::connect(action, &QAction::triggered, &view, [&view, id = acl.id, s = *subnet] {
                view.document().edit(ContextMenu::tr("Associate Network ACL"),
                                     edits::associateNetworkAcl(view.document().design(), id, s));
            });
        }
        sub->menuAction()->setVisible(!sub->isEmpty());
    }
    if (isTable || isSubnet) {
        QMenu* sub = menu.addMenu(style::icon(QStringLiteral("route-table")), ContextMenu::tr("Route Table"));
        const RouteTable* used = routeTableOf(network, *subnet);
        for (const RouteTable& table : network.all<RouteTable>()) {
            if (vpc != table.vpc) continue;
            QAction* action = sub->addAction(nameOf(network, table.id));
            action->setCheckable(true);
            action->setChecked(used && used->id == table.id);
            QObject::connect(action, &QAction::triggered, &view, [&view, id = table.id, s = *subnet] {
                view.document().edit(ContextMenu::tr("Associate Route Table"),
                                     edits::associateRouteTable(view.document().design(), id, s));
            });
        }
        sub->menuAction()->setVisible(!sub->isEmpty());
    }
}

/// A workload can stand in further subnets: one more drawing of it.
void addInterfaces(QMenu& menu, CanvasView& view, const MenuPlace& place) {
    const Network& network = view.document().network();
    const auto id = WorkloadId::from(place.placement->node);
    const Workload* workload = id ? network.get(*id) : nullptr;
    if (!workload) return;
    const auto vpc = vpcOf(network, *id);
    QMenu* sub = menu.addMenu(ContextMenu::tr("Also in Subnet"));
    for (const Subnet& subnet : network.all<Subnet>()) {
        const bool in = std::any_of(workload->interfaces.begin(), workload->interfaces.end(),
                                    [&](const Interface& i) { return i.subnet == subnet.id; });
        if (in || vpcOf(network, subnet.id) != vpc) continue;
        QAction* action = sub->addAction(nameOf(network, subnet.id));
        QObject::connect(action, &QAction::triggered, &view, [&view, w = *id, s = subnet.id] {
            const Design& design = view.document().design();
            const Workload* now = design.network.get(w);
            if (!now) return;
            Workload copy = *now;
            Interface interface;
            interface.subnet = s;
            copy.interfaces.push_back(interface);
            view.document().edit(ContextMenu::tr("Add to Subnet"),
                                 edits::replaceNode(design, std::move(copy)));
        });
    }
    sub->menuAction()->setVisible(!sub->isEmpty());
    if (place.placement->in && workload->interfaces.size() > 1) {
        for (const Interface& interface : workload->interfaces) {
            if (interface.subnet != *place.placement->in) continue;
            QAction* action = menu.addAction(ContextMenu::tr("Take out of This Subnet"));
            QObject::connect(action, &QAction::triggered, &view, [&view, part = interface.id] {
                view.document().edit(ContextMenu::tr("Take out of Subnet"),
                                     edits::removeElements(view.document().design(), {part}));
            });
            break;
        }
    }
}

/// The other containers it could be dragged to.
void addMoves(QMenu& menu, CanvasView& view, const MenuPlace& place) {
    const Network& network = view.document().network();
    const Placement what = *place.placement;
    const auto from = view.canvas().parentOf(what);
    if (isLocked(view.document().design(), what)) return;
    QMenu* sub = menu.addMenu(ContextMenu::tr("Move to"));
    sub->setObjectName(QStringLiteral("move-to"));
    const auto offer = [&](ElementId container) {
        const auto plan = planReparenting(network, what, from, Placement{container, {}});
        if (plan.makes != Reparenting::Makes::Move) return;
        QAction* action = sub->addAction(nameOf(network, container));
        QObject::connect(action, &QAction::triggered, &view, [&view, what, target = *plan.target] {
            const Design& design = view.document().design();
            Steps steps(design);
            steps.add(reparent(design, what, target));
            // Where it stood meant the old container.
            steps.add(edits::placeBoxes(steps.design(), {{drawnAfter(what, target), std::nullopt}}));
            view.document().edit(ContextMenu::tr("Move to Another Container"), steps.take());
            view.setFocused(drawnAfter(what, target), false);
        });
    };
    if (what.node.kind == Kind::Subnet)
        for (const AvailabilityZone& zone : network.all<AvailabilityZone>())
            offer(zone.id);
    else
        for (const Subnet& subnet : network.all<Subnet>())
            offer(subnet.id);
    sub->menuAction()->setVisible(!sub->isEmpty());
}

} // namespace

void fillContextMenu(QMenu& menu, CanvasView& view, const MenuPlace& place) {
    Commands& commands = view.commands();
    const auto add = [&](Command command) { menu.addAction(commands.action(command)); };
    addNew(menu, view, place);
    if (place.placement) {
        addGroups(menu, view, place);
        addInterfaces(menu, view, place);
        addAssociations(menu, view, place);
        addMoves(menu, view, place);
    }
    if (!menu.isEmpty()) menu.addSeparator();
    if (place.elements.empty()) {
        add(Command::EditPaste);
        add(Command::EditSelectAll);
        menu.addSeparator();
        add(Command::ArrangeTidy);
        add(Command::ViewFit);
        return;
    }
    add(Command::EditProperties);
    if (commands.action(Command::EditRename)->isEnabled()) add(Command::EditRename);
    menu.addSeparator();
    add(Command::EditCut);
    add(Command::EditCopy);
    add(Command::EditPaste);
    add(Command::EditDuplicate);
    add(Command::EditDelete);
    if (commands.action(Command::AlignLeft)->isEnabled()) {
        QMenu* arrange = menu.addMenu(ContextMenu::tr("Arrange"));
        for (const Command command :
             {Command::AlignLeft, Command::AlignCenter, Command::AlignRight, Command::AlignTop,
              Command::AlignMiddle, Command::AlignBottom, Command::DistributeHorizontally,
              Command::DistributeVertically, Command::ArrangeTidySelection})
            arrange->addAction(commands.action(command));
    } else if (commands.action(Command::ArrangeTidySelection)->isEnabled()) {
        add(Command::ArrangeTidySelection);
    }
    if (commands.action(Command::ArrangeLock)->isEnabled()) add(Command::ArrangeLock);
    menu.addSeparator();
    add(Command::ViewZoomSelection);
}

} // namespace sekisho::canvas
