// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/outline_model.h"

#include "core/model/edits.h"
#include "core/model/references.h"
#include "ui/canvas/links.h"
#include "ui/document/document.h"
#include "ui/style/group_badge.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <algorithm>

namespace sekisho {

namespace {

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

OutlineModel::OutlineModel(Document& document, QObject* parent)
    : QAbstractItemModel(parent), m_document(document), m_root(std::make_unique<Item>()) {
    sync(*m_root, wanted());
    connect(&document, &Document::changed, this, &OutlineModel::follow);
    connect(&style::Style::instance(), &style::Style::languageChanged, this, [this] { refresh({}); });
    connect(&style::Style::instance(), &style::Style::themeChanged, this, [this] { refresh({}); });
}

OutlineModel::~OutlineModel() = default;

/// What the tree should be for the present design.
OutlineModel::Tree OutlineModel::wanted() const {
    const Network& network = m_document.network();
    Tree tree;
    const Key root;
    const auto node = [](ElementId id, std::optional<SubnetId> in = {}) { return Key{Folder::None, id, in}; };
    const auto folder = [&](Folder which, ElementId of, std::vector<Key> content) {
        if (content.empty()) return;
        const Key key{which, of, {}};
        tree[of == ElementId{} ? root : node(of)].push_back(key);
        tree[key] = std::move(content);
    };
    const auto isThere = [&](std::optional<VpcId> vpc) { return vpc && network.get(*vpc); };

    std::map<SubnetId, std::vector<Key>> inSubnets;
    std::map<VpcId, std::vector<Key>> direct, groups, acls, tables, endpoints;
    std::vector<Key> loose, lists, addresses;
    for (const NatGateway& nat : network.all<NatGateway>())
        if (nat.subnet && network.get(*nat.subnet))
            inSubnets[*nat.subnet].push_back(node(nat.id));
        else if (isThere(nat.vpc))
            direct[*nat.vpc].push_back(node(nat.id));
        else
            loose.push_back(node(nat.id));
    for (const Workload& workload : network.all<Workload>()) {
        bool placed = false;
        for (const Interface& interface : workload.interfaces)
            if (network.get(interface.subnet)) {
                auto& list = inSubnets[interface.subnet];
                const Key key = node(workload.id, interface.subnet);
                if (std::find(list.begin(), list.end(), key) == list.end()) list.push_back(key);
                placed = true;
            }
        if (!placed) loose.push_back(node(workload.id));
    }
    for (const VpcEndpoint& endpoint : network.all<VpcEndpoint>())
        if (isThere(endpoint.vpc))
            endpoints[endpoint.vpc].push_back(node(endpoint.id));
        else
            loose.push_back(node(endpoint.id));
    const auto sort = [&](auto& into, std::optional<VpcId> vpc, ElementId id) {
        if (isThere(vpc))
            into[*vpc].push_back(node(id));
        else
            loose.push_back(node(id));
    };
    for (const SecurityGroup& group : network.all<SecurityGroup>())
        sort(groups, group.vpc, group.id);
    for (const NetworkAcl& acl : network.all<NetworkAcl>())
        sort(acls, acl.vpc, acl.id);
    for (const RouteTable& table : network.all<RouteTable>())
        sort(tables, table.vpc, table.id);
    for (const InternetGateway& gateway : network.all<InternetGateway>())
        sort(direct, gateway.vpc, gateway.id);
    for (const EgressOnlyInternetGateway& gateway : network.all<EgressOnlyInternetGateway>())
        sort(direct, gateway.vpc, gateway.id);
    for (const Peering& peering : network.all<Peering>())
        sort(direct, peering.requester, peering.id);
    for (const FlowLog& log : network.all<FlowLog>()) {
        const auto* vpc = std::get_if<VpcId>(&log.resource);
        const auto* subnet = std::get_if<SubnetId>(&log.resource);
        if (subnet && network.get(*subnet))
            inSubnets[*subnet].push_back(node(log.id));
        else
            sort(direct, vpc ? std::optional(*vpc) : std::nullopt, log.id);
    }
    for (const PrefixList& list : network.all<PrefixList>())
        lists.push_back(node(list.id));
    // An address stands under the NAT gateway that has it.
    for (const ElasticIp& address : network.all<ElasticIp>())
        if (const auto holder = holderOf(network, address.id); holder && holder->kind == Kind::NatGateway)
            tree[node(*holder)].push_back(node(address.id));
        else
            addresses.push_back(node(address.id));

    for (const Vpc& vpc : network.all<Vpc>()) {
        const Key key = node(vpc.id);
        tree[root].push_back(key);
        for (const AvailabilityZone* zone : zonesOf(network, vpc.id))
            tree[key].push_back(node(zone->id));
        folder(Folder::SecurityGroups, vpc.id, groups[vpc.id]);
        folder(Folder::NetworkAcls, vpc.id, acls[vpc.id]);
        folder(Folder::RouteTables, vpc.id, tables[vpc.id]);
        folder(Folder::Endpoints, vpc.id, endpoints[vpc.id]);
        for (const Key& child : direct[vpc.id])
            tree[key].push_back(child);
    }
    for (const AvailabilityZone& zone : network.all<AvailabilityZone>())
        if (!network.get(zone.vpc)) loose.push_back(node(zone.id));
    for (const Subnet& subnet : network.all<Subnet>()) {
        if (network.get(subnet.az))
            tree[node(subnet.az)].push_back(node(subnet.id));
        else
            loose.push_back(node(subnet.id));
        if (const auto it = inSubnets.find(subnet.id); it != inSubnets.end())
            tree[node(subnet.id)] = std::move(it->second);
    }
    for (const External& external : network.all<External>())
        tree[root].push_back(node(external.id));
    for (const Key& key : loose)
        tree[root].push_back(key);
    folder(Folder::ElasticIps, {}, addresses);
    folder(Folder::PrefixLists, {}, lists);
    return tree;
}

void OutlineModel::forget(Item& item) {
    for (const auto& child : item.children)
        forget(*child);
    const auto [first, last] = m_byNode.equal_range(item.key.node);
    for (auto it = first; it != last; ++it)
        if (it->second == &item) {
            m_byNode.erase(it);
            return;
        }
}

void OutlineModel::sync(Item& item, const Tree& tree) {
    static const std::vector<Key> none;
    const auto found = tree.find(item.key);
    const std::vector<Key>& keys = found == tree.end() ? none : found->second;
    auto& children = item.children;
    const auto index = [&] { return &item == m_root.get() ? QModelIndex() : indexOf(item); };
    for (int row = int(children.size()) - 1; row >= 0; --row) {
        if (std::find(keys.begin(), keys.end(), children[std::size_t(row)]->key) != keys.end()) continue;
        beginRemoveRows(index(), row, row);
        forget(*children[std::size_t(row)]);
        children.erase(children.begin() + row);
        endRemoveRows();
    }
    for (int row = 0; row < int(keys.size()); ++row) {
        const Key& key = keys[std::size_t(row)];
        if (row < int(children.size()) && children[std::size_t(row)]->key == key) continue;
        const auto later =
            std::find_if(children.begin() + std::min<std::ptrdiff_t>(row, std::ssize(children)),
                         children.end(), [&](const auto& child) { return child->key == key; });
        if (later != children.end()) {
            const int from = int(later - children.begin());
            beginMoveRows(index(), from, from, index(), row);
            std::rotate(children.begin() + row, later, later + 1);
            endMoveRows();
            continue;
        }
        auto child = std::make_unique<Item>();
        child->key = key;
        child->parent = &item;
        beginInsertRows(index(), row, row);
        if (key.folder == Folder::None) m_byNode.emplace(key.node, child.get());
        children.insert(children.begin() + row, std::move(child));
        endInsertRows();
    }
    for (const auto& child : children)
        sync(*child, tree);
}

void OutlineModel::follow(const ChangeSet& changes) {
    const bool groupColours = std::any_of(changes.boxes.begin(), changes.boxes.end(), [](const Placement& p) {
        return p.node.kind == Kind::SecurityGroup;
    });
    if (changes.nodes.empty() && !changes.settings && !groupColours) return;
    const auto groupCount = [this] {
        return std::count_if(m_byNode.begin(), m_byNode.end(),
                             [](const auto& entry) { return entry.first.kind == Kind::SecurityGroup; });
    };
    const auto before = groupCount();
    if (!changes.nodes.empty()) sync(*m_root, wanted());
    const auto tell = [this](ElementId node) {
        for (const QModelIndex& row : rowsOf(node))
            emit dataChanged(row, row);
    };
    for (const ElementId node : changes.nodes)
        tell(node);
    // The marks of groups go by their order; the switch dims what hangs on it.
    if (groupColours || before != groupCount())
        for (const SecurityGroup& group : m_document.network().all<SecurityGroup>())
            tell(group.id);
    if (changes.settings) {
        for (const NatGateway& nat : m_document.network().all<NatGateway>())
            tell(nat.id);
        for (const ElasticIp& address : m_document.network().all<ElasticIp>())
            tell(address.id);
    }
    // Folders say how many they hold.
    if (!changes.nodes.empty()) {
        const auto folders = [this](const Item& item, const auto& self) -> void {
            for (const auto& child : item.children) {
                if (child->key.folder != Folder::None) {
                    const QModelIndex row = indexOf(*child);
                    emit dataChanged(row, row, {CountRole});
                }
                self(*child, self);
            }
        };
        folders(*m_root, folders);
    }
}

void OutlineModel::refresh(const QModelIndex& parent) {
    const int rows = rowCount(parent);
    if (rows == 0) return;
    emit dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
    for (int row = 0; row < rows; ++row)
        refresh(index(row, 0, parent));
}

OutlineModel::Item& OutlineModel::itemAt(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<Item*>(index.internalPointer()) : *m_root;
}

QModelIndex OutlineModel::indexOf(const Item& item) const {
    if (!item.parent) return {};
    const auto& siblings = item.parent->children;
    const auto it = std::find_if(siblings.begin(), siblings.end(),
                                 [&](const auto& other) { return other.get() == &item; });
    return createIndex(int(it - siblings.begin()), 0, const_cast<Item*>(&item));
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex& parent) const {
    const Item& item = itemAt(parent);
    if (column != 0 || row < 0 || row >= int(item.children.size())) return {};
    return createIndex(row, column, item.children[std::size_t(row)].get());
}

QModelIndex OutlineModel::parent(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const Item* parent = itemAt(index).parent;
    return parent && parent != m_root.get() ? indexOf(*parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : int(itemAt(parent).children.size());
}

int OutlineModel::columnCount(const QModelIndex&) const {
    return 1;
}

QString OutlineModel::nameOf(const Item& item) const {
    switch (item.key.folder) {
    case Folder::SecurityGroups: return tr("Security groups");
    case Folder::NetworkAcls: return tr("Network ACLs");
    case Folder::RouteTables: return tr("Route tables");
    case Folder::Endpoints: return tr("Endpoints");
    case Folder::ElasticIps: return tr("Elastic IPs");
    case Folder::PrefixLists: return tr("Prefix lists");
    case Folder::None: break;
    }
    const Node* node = m_document.network().find(item.key.node);
    if (!node) return {};
    // Who bears only the name of its kind, in English as designs are made, is called so in any language.
    if (const auto* external = std::get_if<External>(node); external && external->cidrs.empty())
        return canvas::externalText(*external);
    if (baseOf(*node).name == text::kindName(item.key.node.kind, text::Language::English))
        return fromUtf8(text::kindName(item.key.node.kind, style::language()));
    return fromUtf8(text::displayName(m_document.network(), item.key.node));
}

QString OutlineModel::rightText(const Item& item) const {
    if (item.key.folder != Folder::None) return QString::number(item.children.size());
    const Node* node = m_document.network().find(item.key.node);
    if (!node) return {};
    if (const auto* group = std::get_if<SecurityGroup>(node))
        return tr("%n rule(s)", nullptr, int(group->rules.size()));
    if (const auto* acl = std::get_if<NetworkAcl>(node))
        return tr("%n rule(s)", nullptr, int(acl->rules.size()));
    if (const auto* table = std::get_if<RouteTable>(node))
        return tr("%n route(s)", nullptr, int(table->routes.size()));
    const bool off = !m_document.design().settings.natEnabled;
    if (const auto* nat = std::get_if<NatGateway>(node); nat && nat->onNatToggle && off) return tr("off");
    if (const auto* eip = std::get_if<ElasticIp>(node); eip && eip->onNatToggle && off) return tr("off");
    return {};
}

QVariant OutlineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Item& item = itemAt(index);
    const Node* node = item.key.folder == Folder::None ? m_document.network().find(item.key.node) : nullptr;
    switch (role) {
    case Qt::DisplayRole: return nameOf(item);
    case Qt::EditRole: return node ? fromUtf8(baseOf(*node).name) : QVariant();
    case Qt::DecorationRole:
        switch (item.key.folder) {
        case Folder::SecurityGroups: return style::icon(style::iconName(Kind::SecurityGroup));
        case Folder::NetworkAcls: return style::icon(style::iconName(Kind::NetworkAcl));
        case Folder::RouteTables: return style::icon(style::iconName(Kind::RouteTable));
        case Folder::Endpoints: return style::icon(style::iconName(Kind::VpcEndpoint));
        case Folder::ElasticIps: return style::icon(style::iconName(Kind::ElasticIp));
        case Folder::PrefixLists: return style::icon(style::iconName(Kind::PrefixList));
        case Folder::None: break;
        }
        if (const auto id = SecurityGroupId::from(item.key.node); id && node)
            return style::badgeIcon(style::groupMark(m_document.design(), *id));
        return node ? style::icon(style::iconName(*node)) : QVariant();
    case ElementRole: return node ? QString::fromStdString(toString(item.key.node)) : QString();
    case CountRole: return rightText(item);
    case BadgeRole: return node && item.key.node.kind == Kind::SecurityGroup;
    case GhostRole: {
        if (!node || m_document.design().settings.natEnabled) return false;
        const auto* nat = std::get_if<NatGateway>(node);
        const auto* eip = std::get_if<ElasticIp>(node);
        return (nat && nat->onNatToggle) || (eip && eip->onNatToggle);
    }
    case Qt::AccessibleTextRole: {
        const QString right = rightText(item);
        return right.isEmpty() ? nameOf(item) : tr("%1, %2", "a name and how many").arg(nameOf(item), right);
    }
    case Qt::ToolTipRole:
        if (node)
            return tr("%1 %2", "kind and name, like: subnet public-1a")
                .arg(fromUtf8(text::kindName(item.key.node.kind, style::language())), nameOf(item));
        return {};
    default: return {};
    }
}

bool OutlineModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto element = elementAt(index);
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || !element || name.isEmpty()) return false;
    if (name == index.data(Qt::EditRole).toString()) return true;
    return m_document.edit(tr("Rename"), edits::rename(m_document.design(), *element, name.toStdString()));
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return elementAt(index) ? flags | Qt::ItemIsEditable : flags;
}

std::optional<ElementId> OutlineModel::elementAt(const QModelIndex& index) const {
    if (!index.isValid() || itemAt(index).key.folder != Folder::None) return std::nullopt;
    return itemAt(index).key.node;
}

std::optional<Placement> OutlineModel::placementAt(const QModelIndex& index) const {
    const auto element = elementAt(index);
    if (!element) return std::nullopt;
    return Placement{*element, itemAt(index).key.in};
}

OutlineModel::Folder OutlineModel::folderAt(const QModelIndex& index) const {
    return index.isValid() ? itemAt(index).key.folder : Folder::None;
}

std::vector<QModelIndex> OutlineModel::rowsOf(ElementId element) const {
    std::vector<QModelIndex> rows;
    const auto [first, last] = m_byNode.equal_range(element);
    for (auto it = first; it != last; ++it)
        rows.push_back(indexOf(*it->second));
    return rows;
}

} // namespace sekisho
