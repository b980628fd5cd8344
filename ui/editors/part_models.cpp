// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/part_models.h"

#include "core/model/edits.h"
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

std::string argument(const Diagnostic& problem, std::string_view name) {
    for (const DiagnosticArg& arg : problem.args)
        if (arg.name == name) return arg.value;
    return {};
}

} // namespace

// --- CIDR blocks of a VPC

VpcCidrsModel::VpcCidrsModel(Document& document, Facts& facts, QObject* parent)
    : TableModel(document, facts, {Column::Cidr, Column::Status}, parent) {}

std::vector<Row> VpcCidrsModel::read() const {
    std::vector<Row> rows;
    if (const Vpc* vpc = ownerNode<Vpc>(design(), owner()))
        for (const VpcCidr& block : vpc->cidrs)
            rows.push_back({block.id, block});
    return rows;
}

QString VpcCidrsModel::text(const Row& row, Column column) const {
    const auto& block = std::get<VpcCidr>(row.value);
    if (column == Column::Cidr) return QString::fromStdString(block.cidr.toString());
    const Vpc* vpc = ownerNode<Vpc>(design(), owner());
    const bool isFirst = vpc && !vpc->cidrs.empty() && vpc->cidrs.front().id == block.id;
    return isFirst ? tr("Primary", "CIDR block") : tr("Secondary", "CIDR block");
}

QString VpcCidrsModel::tip(const Row&, Column) const {
    return tr("The addresses of the VPC: subnets are parts of these blocks. The primary one cannot be "
              "exchanged in AWS.");
}

bool VpcCidrsModel::isMono(const Row&, Column column) const {
    return column == Column::Cidr;
}
bool VpcCidrsModel::isHint(const Row&, Column column) const {
    return column == Column::Status;
}
CellKind VpcCidrsModel::kind(const Row&, Column column) const {
    return column == Column::Cidr ? CellKind::Text : CellKind::ReadOnly;
}
std::optional<Column> VpcCidrsModel::stretch() const {
    return Column::Cidr;
}

Verdict VpcCidrsModel::type(Row& row, Column column, const QString& typed) const {
    return column == Column::Cidr ? readCidr(typed, std::get<VpcCidr>(row.value).cidr, IpFamily::V4)
                                  : Verdict{};
}

std::optional<Row> VpcCidrsModel::blank() const {
    const Vpc* vpc = ownerNode<Vpc>(design(), owner());
    if (!vpc) return std::nullopt;
    // The next block of the private addresses that no VPC of the design has.
    std::vector<Cidr> taken;
    for (const Vpc& other : design().network.all<Vpc>())
        for (const VpcCidr& block : other.cidrs)
            taken.push_back(block.cidr);
    const auto free = firstFree(*Cidr::parse("10.0.0.0/8"), 16, taken);
    return Row{VpcCidrId{}, VpcCidr{{}, free.value_or(*Cidr::parse("172.16.0.0/16"))}};
}

Result<Delta> VpcCidrsModel::put(const Row& row) const {
    const Vpc* vpc = ownerNode<Vpc>(design(), owner());
    if (!vpc) return gone(owner());
    Vpc copy = *vpc;
    for (VpcCidr& block : copy.cidrs)
        if (ElementId(block.id) == row.key) block.cidr = std::get<VpcCidr>(row.value).cidr;
    return edits::replaceNode(design(), std::move(copy));
}

Result<Delta> VpcCidrsModel::insert(std::vector<Row> rows, std::optional<ElementId>) const {
    const Vpc* vpc = ownerNode<Vpc>(design(), owner());
    if (!vpc) return gone(owner());
    Vpc copy = *vpc;
    for (const Row& row : rows)
        copy.cidrs.push_back({{}, std::get<VpcCidr>(row.value).cidr});
    return edits::replaceNode(design(), std::move(copy));
}

std::vector<Column> VpcCidrsModel::copied() const {
    return {Column::Cidr};
}
std::vector<Column> VpcCidrsModel::columnsOf(const std::string& field) const {
    return field == "cidr" ? std::vector{Column::Cidr} : std::vector<Column>();
}

QString VpcCidrsModel::undoText(Doing doing, int number) const {
    switch (doing) {
    case Doing::Add: return tr("Add CIDR block");
    case Doing::Change: return tr("Change CIDR block");
    case Doing::Remove: return tr("Delete %n CIDR block(s)", nullptr, number);
    default: return tr("Paste %n CIDR block(s)", nullptr, number);
    }
}

QString VpcCidrsModel::countText() const {
    return tr("%n block(s)", nullptr, count());
}
QString VpcCidrsModel::emptyText() const {
    return tr("A VPC needs an IPv4 block.");
}
QString VpcCidrsModel::addText() const {
    return tr("Add CIDR block");
}

// --- Entries of a prefix list

PrefixEntriesModel::PrefixEntriesModel(Document& document, Facts& facts, QObject* parent)
    : TableModel(document, facts, {Column::Cidr, Column::Description}, parent) {}

std::vector<Row> PrefixEntriesModel::read() const {
    std::vector<Row> rows;
    if (const PrefixList* list = ownerNode<PrefixList>(design(), owner()))
        for (const PrefixListEntry& entry : list->entries)
            rows.push_back({{}, entry});
    keepKeys(rows);
    return rows;
}

QString PrefixEntriesModel::text(const Row& row, Column column) const {
    const auto& entry = std::get<PrefixListEntry>(row.value);
    return QString::fromStdString(column == Column::Cidr ? entry.cidr.toString() : entry.description);
}

bool PrefixEntriesModel::isMono(const Row&, Column column) const {
    return column == Column::Cidr;
}
bool PrefixEntriesModel::isHint(const Row&, Column column) const {
    return column == Column::Description;
}
CellKind PrefixEntriesModel::kind(const Row&, Column) const {
    return CellKind::Text;
}
std::optional<Column> PrefixEntriesModel::stretch() const {
    return Column::Description;
}

Verdict PrefixEntriesModel::type(Row& row, Column column, const QString& typed) const {
    auto& entry = std::get<PrefixListEntry>(row.value);
    if (column == Column::Cidr) {
        const PrefixList* list = ownerNode<PrefixList>(design(), owner());
        return readCidr(typed, entry.cidr, list ? std::optional(list->family) : std::nullopt);
    }
    entry.description = typed.simplified().toStdString();
    return {};
}

std::optional<Row> PrefixEntriesModel::blank() const {
    const PrefixList* list = ownerNode<PrefixList>(design(), owner());
    if (!list || !list->managed.empty()) return std::nullopt;
    // Addresses for documentation (RFC 5737, RFC 3849): an entry that stays as it is harms nobody.
    const bool isV4 = list->family == IpFamily::V4;
    std::vector<Cidr> taken;
    for (const PrefixListEntry& entry : list->entries)
        taken.push_back(entry.cidr);
    const Cidr space = *Cidr::parse(isV4 ? "192.0.2.0/24" : "2001:db8::/32");
    return Row{{}, PrefixListEntry{firstFree(space, isV4 ? 32 : 64, taken).value_or(space), {}}};
}

Result<Delta> PrefixEntriesModel::put(const Row& row) const {
    const PrefixList* list = ownerNode<PrefixList>(design(), owner());
    const int place = rowOf(row.key);
    if (!list || place < 0) return gone(owner());
    PrefixList copy = *list;
    copy.entries[std::size_t(place)] = std::get<PrefixListEntry>(row.value);
    return edits::replaceNode(design(), std::move(copy));
}

Result<Delta> PrefixEntriesModel::insert(std::vector<Row> rows, std::optional<ElementId>) const {
    const PrefixList* list = ownerNode<PrefixList>(design(), owner());
    if (!list) return gone(owner());
    PrefixList copy = *list;
    for (Row& row : rows)
        copy.entries.push_back(std::get<PrefixListEntry>(std::move(row.value)));
    copy.maxEntries = std::max(copy.maxEntries, std::uint32_t(copy.entries.size()));
    return edits::replaceNode(design(), std::move(copy));
}

Result<Delta> PrefixEntriesModel::erase(const std::vector<ElementId>& keys) const {
    const PrefixList* list = ownerNode<PrefixList>(design(), owner());
    if (!list) return gone(owner());
    PrefixList copy = *list;
    copy.entries.clear();
    for (int row = 0; row < rowCount(); ++row)
        if (std::find(keys.begin(), keys.end(), rowAt(row).key) == keys.end())
            copy.entries.push_back(list->entries[std::size_t(row)]);
    return edits::replaceNode(design(), std::move(copy));
}

std::vector<Column> PrefixEntriesModel::columnsOf(const std::string& field) const {
    return field == "entries" ? std::vector{Column::Cidr} : std::vector<Column>();
}

std::vector<ElementId> PrefixEntriesModel::culprits(const Diagnostic& problem) const {
    std::vector<ElementId> keys;
    if (problem.subjects.empty() || problem.subjects.front() != owner()) return keys;
    const std::string cidr = argument(problem, "cidr");
    for (int row = 0; row < rowCount(); ++row)
        if (std::get<PrefixListEntry>(rowAt(row).value).cidr.toString() == cidr)
            keys.push_back(rowAt(row).key);
    return keys;
}

QString PrefixEntriesModel::undoText(Doing doing, int number) const {
    switch (doing) {
    case Doing::Add: return tr("Add entry");
    case Doing::Change: return tr("Change entry");
    case Doing::Remove: return tr("Delete %n entries", nullptr, number);
    default: return tr("Paste %n entries", nullptr, number);
    }
}

QString PrefixEntriesModel::countText() const {
    return tr("%n entries", nullptr, count());
}
QString PrefixEntriesModel::emptyText() const {
    const PrefixList* list = ownerNode<PrefixList>(design(), owner());
    return list && !list->managed.empty() ? tr("AWS keeps the entries of this list.")
                                          : tr("The list names no addresses yet.");
}
QString PrefixEntriesModel::addText() const {
    return tr("Add entry");
}

// --- Listeners

ListenersModel::ListenersModel(Document& document, Facts& facts, QObject* parent)
    : TableModel(document, facts,
                 {Column::Protocol, Column::Port, Column::Target, Column::TargetPort, Column::HealthPort},
                 parent) {}

std::vector<Row> ListenersModel::read() const {
    std::vector<Row> rows;
    if (const Workload* workload = ownerNode<Workload>(design(), owner()))
        for (const Listener& listener : workload->listeners)
            rows.push_back({listener.id, listener});
    return rows;
}

bool ListenersModel::showsOther(const Row& row, const ChangeSet& changes) const {
    const auto& target = std::get<Listener>(row.value).target;
    return target && std::binary_search(changes.nodes.begin(), changes.nodes.end(), ElementId(*target));
}

QString ListenersModel::text(const Row& row, Column column) const {
    const auto& listener = std::get<Listener>(row.value);
    switch (column) {
    case Column::Protocol: return protocolName(listener.protocol);
    case Column::Port: return QString::number(listener.port);
    case Column::Target:
        return listener.target ? nameOf(design().network, *listener.target) : QStringLiteral("–");
    case Column::TargetPort: return QString::number(listener.targetPort);
    case Column::HealthPort:
        return listener.healthPort ? QString::number(*listener.healthPort) : QStringLiteral("–");
    default: return {};
    }
}

QString ListenersModel::input(const Row& row, Column column) const {
    const auto& listener = std::get<Listener>(row.value);
    if (column == Column::Target)
        return listener.target ? choiceName(design().network, *listener.target) : QString();
    if (column == Column::HealthPort && !listener.healthPort) return {};
    return text(row, column);
}

QIcon ListenersModel::icon(const Row& row, Column column) const {
    const auto& target = std::get<Listener>(row.value).target;
    const Node* node = target ? design().network.find(*target) : nullptr;
    return node && column == Column::Target ? style::icon(style::iconName(*node)) : QIcon();
}

QString ListenersModel::tip(const Row&, Column column) const {
    if (column == Column::HealthPort) return tr("The port that health checks ask. Empty: the target port.");
    return {};
}

CellKind ListenersModel::kind(const Row&, Column column) const {
    switch (column) {
    case Column::Protocol: return CellKind::Choice;
    case Column::Target: return CellKind::ChoiceOrText;
    default: return CellKind::Text;
    }
}

std::vector<Choice> ListenersModel::options(const Row&, Column column) const {
    if (column == Column::Protocol)
        return {{QStringLiteral("TCP"), {}, {}, false}, {QStringLiteral("UDP"), {}, {}, false}};
    std::vector<Choice> choices;
    if (column == Column::Target)
        for (const Workload& other : design().network.all<Workload>())
            if (ElementId(other.id) != owner())
                choices.push_back({choiceName(design().network, other.id),
                                   {},
                                   style::icon(style::iconName(other.workloadKind)),
                                   false});
    return choices;
}

std::optional<Column> ListenersModel::stretch() const {
    return Column::Target;
}

QString ListenersModel::header(Column column) const {
    if (column == Column::TargetPort) return tr("Port", "the port of a listener's target");
    if (column == Column::HealthPort) return tr("Health", "the port that health checks ask");
    return TableModel::header(column);
}

Verdict ListenersModel::type(Row& row, Column column, const QString& typed) const {
    auto& listener = std::get<Listener>(row.value);
    const QString text = plain(typed);
    const auto readPort = [&](std::uint16_t& port) -> Verdict {
        const auto range = PortRange::parse(text.toStdString());
        if (!range || range->from != range->to || range->from == 0)
            return {tr("“%1” is no port. Write a number from 1 to 65535.").arg(text), {}};
        port = range->from;
        return {};
    };
    switch (column) {
    case Column::Protocol: {
        // The ports come from their own cells: of the names only the protocols are taken.
        const auto protocol = Protocol::parse(text.toStdString());
        if (!protocol) return complaint(protocol.error());
        listener.protocol = *protocol;
        return {};
    }
    case Column::Port: return readPort(listener.port);
    case Column::TargetPort: return readPort(listener.targetPort);
    case Column::HealthPort: {
        if (text.isEmpty() || text == QStringLiteral("–")) {
            listener.healthPort.reset();
            return {};
        }
        std::uint16_t port = 0;
        const Verdict verdict = readPort(port);
        if (verdict.ok()) listener.healthPort = port;
        return verdict;
    }
    case Column::Target: {
        if (text.isEmpty() || text == QStringLiteral("–")) {
            listener.target.reset();
            return {};
        }
        for (const Workload& other : design().network.all<Workload>())
            if (typed.trimmed() == nameOf(design().network, other.id) ||
                typed.trimmed() == choiceName(design().network, other.id)) {
                listener.target = other.id;
                return {};
            }
        return {tr("“%1” is no workload of this design. Choose one from the list.").arg(typed.trimmed()), {}};
    }
    default: return {};
    }
}

std::optional<Row> ListenersModel::blank() const {
    const Workload* workload = ownerNode<Workload>(design(), owner());
    if (!workload) return std::nullopt;
    Listener listener;
    const auto isTaken = [&](std::uint16_t port) {
        return std::any_of(workload->listeners.begin(), workload->listeners.end(),
                           [&](const Listener& other) { return other.port == port; });
    };
    for (const std::uint16_t port : {std::uint16_t(80), std::uint16_t(443), std::uint16_t(8080)}) {
        listener.port = port;
        if (!isTaken(port)) break;
    }
    if (!workload->listeners.empty()) {
        listener.target = workload->listeners.back().target;
        listener.targetPort = workload->listeners.back().targetPort;
    }
    return Row{listener.id, listener};
}

Result<Delta> ListenersModel::put(const Row& row) const {
    const Workload* workload = ownerNode<Workload>(design(), owner());
    if (!workload) return gone(owner());
    Workload copy = *workload;
    for (Listener& listener : copy.listeners)
        if (ElementId(listener.id) == row.key) listener = std::get<Listener>(row.value);
    return edits::replaceNode(design(), std::move(copy));
}

Result<Delta> ListenersModel::insert(std::vector<Row> rows, std::optional<ElementId>) const {
    const Workload* workload = ownerNode<Workload>(design(), owner());
    if (!workload) return gone(owner());
    Workload copy = *workload;
    for (const Row& row : rows) {
        copy.listeners.push_back(std::get<Listener>(row.value));
        copy.listeners.back().id = {}; // a new one
    }
    return edits::replaceNode(design(), std::move(copy));
}

std::vector<Column> ListenersModel::columnsOf(const std::string& field) const {
    if (field == "protocol") return {Column::Protocol};
    if (field == "port") return {Column::Port};
    if (field == "target") return {Column::Target};
    if (field == "target_port") return {Column::TargetPort};
    if (field == "health_port") return {Column::HealthPort};
    return {};
}

QString ListenersModel::undoText(Doing doing, int number) const {
    switch (doing) {
    case Doing::Add: return tr("Add listener");
    case Doing::Change: return tr("Change listener");
    case Doing::Remove: return tr("Delete %n listener(s)", nullptr, number);
    default: return tr("Paste %n listener(s)", nullptr, number);
    }
}

QString ListenersModel::countText() const {
    return tr("%n listener(s)", nullptr, count());
}
QString ListenersModel::emptyText() const {
    return tr("The load balancer listens on no port yet.");
}
QString ListenersModel::addText() const {
    return tr("Add listener");
}

// --- Tags

TagsModel::TagsModel(Document& document, Facts& facts, Of of, QObject* parent)
    : TableModel(document, facts, {Column::Key, Column::Value}, parent), m_of(of) {}

TagsModel::Tags TagsModel::tags() const {
    if (m_of == Of::Settings) return design().settings.defaultTags;
    const Node* node = design().network.find(owner());
    return node ? baseOf(*node).tags : Tags();
}

Result<Delta> TagsModel::store(Tags tags) const {
    if (m_of == Of::Settings) {
        Settings settings = design().settings;
        settings.defaultTags = std::move(tags);
        return edits::setSettings(design(), std::move(settings));
    }
    const Node* node = design().network.find(owner());
    if (!node) return gone(owner());
    Node copy = *node;
    baseOf(copy).tags = std::move(tags);
    return edits::replaceNode(design(), std::move(copy));
}

std::vector<Row> TagsModel::read() const {
    std::vector<Row> rows;
    for (const auto& [key, value] : tags())
        rows.push_back({{}, Tag{key, value}});
    keepKeys(rows);
    return rows;
}

bool TagsModel::concerns(const ChangeSet& changes) const {
    return m_of == Of::Settings ? changes.settings : TableModel::concerns(changes);
}

QString TagsModel::text(const Row& row, Column column) const {
    const Tag& tag = std::get<Tag>(row.value);
    return clean(column == Column::Key ? tag.key : tag.value);
}

QString TagsModel::input(const Row& row, Column column) const {
    const Tag& tag = std::get<Tag>(row.value);
    return QString::fromStdString(column == Column::Key ? tag.key : tag.value);
}

CellKind TagsModel::kind(const Row&, Column) const {
    return CellKind::Text;
}
std::optional<Column> TagsModel::stretch() const {
    return Column::Value;
}

Verdict TagsModel::type(Row& row, Column column, const QString& typed) const {
    Tag& tag = std::get<Tag>(row.value);
    if (column == Column::Value) {
        tag.value = typed.trimmed().toStdString();
        return {};
    }
    const std::string key = typed.trimmed().toStdString();
    if (key.empty()) return {tr("A tag needs a key."), {}};
    if (key != tag.key && tags().contains(key))
        return {tr("There is a tag %1 already.").arg(typed.trimmed()), {}};
    tag.key = key;
    return {};
}

std::optional<Row> TagsModel::blank() const {
    const Tags all = tags();
    std::string key = "Key";
    for (int number = 2; all.contains(key); ++number)
        key = "Key" + std::to_string(number);
    return Row{{}, Tag{key, {}}};
}

Result<Delta> TagsModel::put(const Row& row) const {
    const int place = rowOf(row.key);
    if (place < 0) return gone(owner());
    Tags all = tags();
    all.erase(std::get<Tag>(rowAt(place).value).key);
    const Tag& tag = std::get<Tag>(row.value);
    all[tag.key] = tag.value;
    return store(std::move(all));
}

Result<Delta> TagsModel::insert(std::vector<Row> rows, std::optional<ElementId> after) const {
    Tags all = tags();
    for (const Row& row : rows) {
        Tag tag = std::get<Tag>(row.value);
        // A copy gets a key of its own; what is pasted takes the place of what has its key.
        if (after)
            while (all.contains(tag.key))
                tag.key += " copy";
        all[tag.key] = tag.value;
    }
    return store(std::move(all));
}

Result<Delta> TagsModel::erase(const std::vector<ElementId>& keys) const {
    Tags all = tags();
    for (const ElementId key : keys)
        if (const int row = rowOf(key); row >= 0) all.erase(std::get<Tag>(rowAt(row).value).key);
    return store(std::move(all));
}

std::vector<Column> TagsModel::columnsOf(const std::string& field) const {
    if (field == "tags" || field == "default_tags") return {Column::Key};
    return {};
}

std::vector<ElementId> TagsModel::culprits(const Diagnostic& problem) const {
    std::vector<ElementId> keys;
    const bool isOurs = m_of == Of::Settings
                            ? problem.subjects.empty()
                            : !problem.subjects.empty() && problem.subjects.front() == owner();
    if (!isOurs) return keys;
    const std::string key =
        problem.code == Code::tag_name_twice ? std::string("Name") : argument(problem, "key");
    for (int row = 0; row < rowCount(); ++row)
        if (std::get<Tag>(rowAt(row).value).key == key) keys.push_back(rowAt(row).key);
    return keys;
}

QString TagsModel::undoText(Doing doing, int number) const {
    switch (doing) {
    case Doing::Add: return tr("Add tag");
    case Doing::Change: return tr("Change tag");
    case Doing::Remove: return tr("Delete %n tag(s)", nullptr, number);
    default: return tr("Paste %n tag(s)", nullptr, number);
    }
}

QString TagsModel::countText() const {
    return tr("%n tag(s)", nullptr, count());
}
QString TagsModel::emptyText() const {
    return m_of == Of::Settings ? tr("No tags for all resources.") : tr("No tags but the name.");
}
QString TagsModel::addText() const {
    return tr("Add tag");
}

} // namespace sekisho::editors
