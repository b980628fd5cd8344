// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/network_acl_rules_model.h"

#include "core/model/edits.h"
#include "ui/editors/peer_words.h"
#include "ui/editors/rows.h"
#include "ui/editors/sentences.h"
#include "ui/editors/traffic_words.h"

#include <algorithm>
#include <limits>
#include <set>

namespace sekisho::editors {

namespace {

constexpr std::int32_t lastNumber = 32766; // EC2 API: NetworkAclEntry

std::vector<Column> columnsFor(bool wide) {
    if (wide)
        return {Column::Number, Column::Type, Column::Protocol, Column::Ports, Column::Peer, Column::Action};
    return {Column::Number, Column::Protocol, Column::Ports, Column::Peer, Column::Action};
}

/// The rule of a row; of the * row, what it does.
NetworkAclRule ruleOf(const Row& row) {
    if (const auto* rule = std::get_if<NetworkAclRule>(&row.value)) return *rule;
    NetworkAclRule rule;
    rule.action = AclAction::Deny;
    if (const auto* last = std::get_if<LastDeny>(&row.value)) rule.peer = Cidr::anywhere(last->family);
    return rule;
}

/// No rule has these: what AWS made has no id of ours.
ElementId lastDenyKey(IpFamily family) {
    return {Kind::NetworkAclRule, family == IpFamily::V4 ? 0 : std::numeric_limits<std::uint32_t>::max()};
}

bool touches(const ChangeSet& changes, ElementId id) {
    return std::binary_search(changes.nodes.begin(), changes.nodes.end(), id);
}

} // namespace

NetworkAclRulesModel::NetworkAclRulesModel(Document& document, Facts& facts, Direction direction, bool wide,
                                           QObject* parent)
    : TableModel(document, facts, columnsFor(wide), parent), m_direction(direction) {}

const NetworkAcl* NetworkAclRulesModel::acl() const {
    const auto id = NetworkAclId::from(owner());
    return id ? design().network.get(*id) : nullptr;
}

bool NetworkAclRulesModel::hasIpv6() const {
    const NetworkAcl* node = acl();
    const Vpc* vpc = node ? design().network.get(node->vpc) : nullptr;
    if (vpc && !std::holds_alternative<std::monostate>(vpc->ipv6)) return true;
    // Rules for IPv6 in a VPC without are diagnosed; what they are measured against is shown all the same.
    return node && std::any_of(node->rules.begin(), node->rules.end(), [](const NetworkAclRule& rule) {
               const auto* cidr = std::get_if<Cidr>(&rule.peer);
               return cidr && cidr->family() == IpFamily::V6;
           });
}

std::vector<Row> NetworkAclRulesModel::read() const {
    std::vector<Row> rows;
    const NetworkAcl* node = acl();
    if (!node) return rows;
    for (const NetworkAclRule& rule : node->rules)
        if (rule.direction == m_direction) rows.push_back({rule.id, rule});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return ruleOf(a).number < ruleOf(b).number; });
    rows.push_back({lastDenyKey(IpFamily::V4), LastDeny{IpFamily::V4}});
    if (hasIpv6()) rows.push_back({lastDenyKey(IpFamily::V6), LastDeny{IpFamily::V6}});
    return rows;
}

bool NetworkAclRulesModel::concerns(const ChangeSet& changes) const {
    const NetworkAcl* node = acl();
    return TableModel::concerns(changes) || (node && touches(changes, node->vpc));
}

bool NetworkAclRulesModel::showsOther(const Row& row, const ChangeSet& changes) const {
    const NetworkAcl* node = acl();
    return node && std::holds_alternative<ThisVpcCidr>(ruleOf(row).peer) && touches(changes, node->vpc);
}

QString NetworkAclRulesModel::text(const Row& row, Column column) const {
    const NetworkAclRule rule = ruleOf(row);
    const NetworkAcl* node = acl();
    switch (column) {
    case Column::Number: return row.isFixed() ? QStringLiteral("*") : QString::number(rule.number);
    case Column::Type: return typeName(rule.traffic, Presets::OfAcls);
    case Column::Protocol: return protocolName(rule.traffic.protocol);
    case Column::Ports: return portsText(rule.traffic);
    case Column::Peer: return node ? peerText(design(), *node, rule.peer) : QString();
    case Column::Action: return rule.action == AclAction::Allow ? tr("Allow") : tr("Deny");
    default: return {};
    }
}

QString NetworkAclRulesModel::input(const Row& row, Column column) const {
    return column == Column::Peer ? peerInput(ruleOf(row).peer) : text(row, column);
}

QIcon NetworkAclRulesModel::icon(const Row& row, Column column) const {
    return column == Column::Peer && !row.isFixed() ? peerIcon(ruleOf(row).peer) : QIcon();
}

QString NetworkAclRulesModel::tip(const Row& row, Column column) const {
    if (row.isFixed())
        return tr("Denies what no rule above decides. The * rows cannot be changed or removed.");
    const NetworkAclRule rule = ruleOf(row);
    switch (column) {
    case Column::Number: return tr("The rule with the lowest number that fits decides.");
    case Column::Protocol:
    case Column::Ports: return typeTip(rule.traffic, Presets::OfAcls);
    case Column::Peer:
        if (std::holds_alternative<ThisVpcCidr>(rule.peer))
            return tr("The CIDR block of the VPC. The rule follows when the block changes.");
        return {};
    default: return {};
    }
}

bool NetworkAclRulesModel::isMono(const Row&, Column column) const {
    return column == Column::Peer;
}

CellKind NetworkAclRulesModel::kind(const Row& row, Column column) const {
    switch (column) {
    case Column::Ports:
        return ruleOf(row).traffic.protocol.isIcmp() ? CellKind::ChoiceOrText : CellKind::Text;
    case Column::Type:
    case Column::Action: return CellKind::Choice;
    case Column::Protocol:
    case Column::Peer: return CellKind::ChoiceOrText;
    default: return CellKind::Text;
    }
}

std::vector<Choice> NetworkAclRulesModel::options(const Row& row, Column column) const {
    if (column == Column::Ports) return portsChoices(ruleOf(row).traffic.protocol);
    const NetworkAcl* node = acl();
    if (column == Column::Type) return typeChoices(Presets::OfAcls);
    if (column == Column::Protocol) return protocolChoices(Presets::OfAcls);
    if (column == Column::Action) return {{tr("Allow"), {}, {}, false}, {tr("Deny"), {}, {}, false}};
    if (column == Column::Peer && node) return peerChoices(design(), *node);
    return {};
}

QString NetworkAclRulesModel::header(Column column) const {
    if (column != Column::Peer) return TableModel::header(column);
    const bool isWide = columnOf(Column::Type) >= 0;
    if (m_direction == Direction::Ingress) return isWide ? tr("Source") : tr("From");
    return isWide ? tr("Destination") : tr("To");
}

std::optional<Column> NetworkAclRulesModel::stretch() const {
    return Column::Peer;
}

Verdict NetworkAclRulesModel::type(Row& row, Column column, const QString& typed) const {
    auto* rule = std::get_if<NetworkAclRule>(&row.value);
    if (!rule) return {tr("The * rows cannot be changed or removed."), {}};
    const QString text = plain(typed);
    switch (column) {
    case Column::Number: {
        bool isNumber = false;
        const int number = text.toInt(&isNumber);
        // A number that another rule has is not refused here: both are marked.
        if (!isNumber || number < 1 || number > lastNumber)
            return {tr("“%1” is no rule number. Write a number from 1 to %2.").arg(text).arg(lastNumber), {}};
        rule->number = number;
        return {};
    }
    case Column::Type: return readType(rule->traffic, typed);
    case Column::Protocol: return readProtocol(rule->traffic, typed);
    case Column::Ports: return readPorts(rule->traffic, typed);
    case Column::Peer: return readPeer(typed, rule->peer);
    case Column::Action:
        for (const auto& [word, action] :
             {std::pair(tr("Allow"), AclAction::Allow), std::pair(QStringLiteral("allow"), AclAction::Allow),
              std::pair(QStringLiteral("許可"), AclAction::Allow), std::pair(tr("Deny"), AclAction::Deny),
              std::pair(QStringLiteral("deny"), AclAction::Deny),
              std::pair(QStringLiteral("拒否"), AclAction::Deny)})
            if (text.compare(word, Qt::CaseInsensitive) == 0) {
                rule->action = action;
                return {};
            }
        return {tr("“%1” is neither Allow nor Deny.").arg(text), {}};
    default: return {};
    }
}

std::optional<Row> NetworkAclRulesModel::blank() const {
    if (!acl()) return std::nullopt;
    NetworkAclRule rule;
    rule.direction = m_direction;
    rule.number = 0; // the next one
    rule.traffic = Traffic::tcp(443);
    rule.peer = ThisVpcCidr{};
    return Row{rule.id, rule};
}

Result<Delta> NetworkAclRulesModel::put(const Row& row) const {
    return edits::setNetworkAclRule(design(), ruleOf(row));
}

Result<Delta> NetworkAclRulesModel::insert(std::vector<Row> rows, std::optional<ElementId> after) const {
    const NetworkAcl* node = acl();
    if (!node) return fail(Code::edit_no_such_element, {{"id", toString(owner())}});
    NetworkAcl copy = *node;
    std::set<std::int32_t> taken;
    for (const NetworkAclRule& rule : copy.rules)
        if (rule.direction == m_direction) taken.insert(rule.number);
    for (const Row& row : rows) {
        NetworkAclRule rule = ruleOf(row);
        rule.id = {}; // a new one
        rule.direction = m_direction;
        // A copy goes behind its original while there is room; what is pasted keeps a number that is free.
        const bool isCopy = after.has_value();
        std::int32_t number = rule.number;
        if (isCopy) {
            const auto next = taken.upper_bound(number);
            number = next == taken.end() ? 0 : (*next - number) / 2 + number;
        }
        if (number < 1 || taken.contains(number)) {
            const std::int32_t highest = taken.empty() ? 90 : *taken.rbegin();
            number = (highest / 10 + 1) * 10;
        }
        if (number > lastNumber) return fail(Code::edit_no_free_number, {}, {node->id});
        rule.number = number;
        taken.insert(number);
        copy.rules.push_back(std::move(rule));
    }
    return edits::replaceNode(design(), std::move(copy));
}

Result<Delta> NetworkAclRulesModel::reorder(const std::vector<ElementId>& keys) const {
    std::vector<NetworkAclRuleId> order;
    for (const ElementId key : keys)
        order.push_back(NetworkAclRuleId{key.number});
    return edits::reorderNetworkAclRules(design(), NetworkAclId{owner().number}, m_direction, order);
}

std::vector<Column> NetworkAclRulesModel::copied() const {
    return columnsFor(true);
}

bool NetworkAclRulesModel::isImplied(const QStringList& cells) const {
    const auto first =
        std::find_if(cells.begin(), cells.end(), [](const QString& cell) { return !cell.isEmpty(); });
    return first != cells.end() && *first == QLatin1String("*");
}

std::vector<Column> NetworkAclRulesModel::columnsOf(const std::string& field) const {
    if (field == "number") return {Column::Number};
    if (field == "traffic") return {Column::Ports};
    if (field == "peer") return {Column::Peer};
    return {};
}

std::vector<ElementId> NetworkAclRulesModel::culprits(const Diagnostic& problem) const {
    std::vector<ElementId> keys = TableModel::culprits(problem);
    if (problem.code != Code::acl_rule_number_duplicate || keys.empty()) return keys;
    // Neither of two rules of one number is the one at fault.
    const std::int32_t number = ruleOf(rowAt(rowOf(keys.front()))).number;
    keys.clear();
    for (int row = 0; row < rowCount(); ++row)
        if (!isFixed(row) && ruleOf(rowAt(row)).number == number) keys.push_back(rowAt(row).key);
    return keys;
}

QString NetworkAclRulesModel::countText() const {
    return tr("%n rule(s)", nullptr, count());
}

QString NetworkAclRulesModel::emptyText() const {
    return m_direction == Direction::Ingress ? tr("Nothing gets in yet.") : tr("Nothing gets out yet.");
}

QString NetworkAclRulesModel::addText() const {
    return m_direction == Direction::Ingress ? tr("Add inbound rule") : tr("Add outbound rule");
}

} // namespace sekisho::editors
