// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/security_group_rules_model.h"

#include "core/model/edits.h"
#include "ui/editors/peer_words.h"
#include "ui/editors/rows.h"
#include "ui/editors/sentences.h"
#include "ui/editors/traffic_words.h"

#include <algorithm>

namespace sekisho::editors {

namespace {

std::vector<Column> columnsFor(bool wide) {
    if (wide) return {Column::Type, Column::Protocol, Column::Ports, Column::Peer, Column::Description};
    return {Column::Protocol, Column::Ports, Column::Peer, Column::Description};
}

const SecurityGroupRule& ruleOf(const Row& row) {
    return std::get<SecurityGroupRule>(row.value);
}

} // namespace

SecurityGroupRulesModel::SecurityGroupRulesModel(Document& document, Facts& facts, Direction direction,
                                                 bool wide, QObject* parent)
    : TableModel(document, facts, columnsFor(wide), parent), m_direction(direction) {}

const SecurityGroup* SecurityGroupRulesModel::group() const {
    const auto id = SecurityGroupId::from(owner());
    return id ? design().network.get(*id) : nullptr;
}

std::vector<Row> SecurityGroupRulesModel::read() const {
    std::vector<Row> rows;
    if (const SecurityGroup* node = group())
        for (const SecurityGroupRule& rule : node->rules)
            if (rule.direction == m_direction) rows.push_back({rule.id, rule});
    return rows;
}

bool SecurityGroupRulesModel::showsOther(const Row& row, const ChangeSet& changes) const {
    const auto& peer = ruleOf(row).peer;
    if (std::holds_alternative<Cidr>(peer)) return false;
    const auto touches = [&](Kind kind) {
        const auto it = std::lower_bound(changes.nodes.begin(), changes.nodes.end(), ElementId{kind, 0});
        return it != changes.nodes.end() && it->kind == kind;
    };
    if (std::holds_alternative<ThisVpcCidr>(peer)) return touches(Kind::Vpc);
    if (std::holds_alternative<PrefixListId>(peer)) return touches(Kind::PrefixList);
    // A group that comes or goes may change the badges of the others; a box may hold a colour.
    return touches(Kind::SecurityGroup) ||
           std::any_of(changes.boxes.begin(), changes.boxes.end(),
                       [](const Placement& box) { return box.node.kind == Kind::SecurityGroup; });
}

QString SecurityGroupRulesModel::text(const Row& row, Column column) const {
    const SecurityGroupRule& rule = ruleOf(row);
    switch (column) {
    case Column::Type: return typeName(rule.traffic);
    case Column::Protocol: return protocolName(rule.traffic.protocol);
    case Column::Ports: return portsText(rule.traffic);
    case Column::Peer: {
        const SecurityGroup* node = group();
        return node ? peerText(design(), *node, rule.peer) : QString();
    }
    case Column::Description: return clean(rule.description);
    default: return {};
    }
}

QString SecurityGroupRulesModel::input(const Row& row, Column column) const {
    if (column == Column::Peer) return peerInput(design(), ruleOf(row).peer);
    if (column == Column::Description) return QString::fromStdString(ruleOf(row).description);
    return text(row, column);
}

QIcon SecurityGroupRulesModel::icon(const Row& row, Column column) const {
    const SecurityGroup* node = group();
    return node && column == Column::Peer ? peerIcon(design(), node->id, ruleOf(row).peer) : QIcon();
}

QString SecurityGroupRulesModel::tip(const Row& row, Column column) const {
    const SecurityGroupRule& rule = ruleOf(row);
    if (column == Column::Protocol || column == Column::Ports) return typeTip(rule.traffic);
    if (column != Column::Peer) return {};
    if (std::holds_alternative<SelfGroup>(rule.peer))
        return tr("The group itself: its members may talk to each other.");
    if (std::holds_alternative<ThisVpcCidr>(rule.peer))
        return tr("The CIDR block of the VPC. The rule follows when the block changes.");
    if (std::holds_alternative<SecurityGroupId>(rule.peer))
        return tr("All members of the security group %1.").arg(text(row, column));
    return {};
}

bool SecurityGroupRulesModel::isMono(const Row& row, Column column) const {
    const auto& peer = ruleOf(row).peer;
    return column == Column::Peer &&
           (std::holds_alternative<Cidr>(peer) || std::holds_alternative<ThisVpcCidr>(peer));
}

bool SecurityGroupRulesModel::isHint(const Row&, Column column) const {
    return column == Column::Description;
}

CellKind SecurityGroupRulesModel::kind(const Row& row, Column column) const {
    switch (column) {
    case Column::Ports:
        return ruleOf(row).traffic.protocol.isIcmp() ? CellKind::ChoiceOrText : CellKind::Text;
    case Column::Type: return CellKind::Choice;
    case Column::Protocol:
    case Column::Peer: return CellKind::ChoiceOrText;
    default: return CellKind::Text;
    }
}

std::vector<Choice> SecurityGroupRulesModel::options(const Row& row, Column column) const {
    if (column == Column::Ports) return portsChoices(ruleOf(row).traffic.protocol);
    if (column == Column::Type) return typeChoices();
    if (column == Column::Protocol) return protocolChoices();
    const SecurityGroup* node = group();
    if (column == Column::Peer && node) return peerChoices(design(), *node);
    return {};
}

QString SecurityGroupRulesModel::header(Column column) const {
    if (column != Column::Peer) return TableModel::header(column);
    const bool isWide = columnOf(Column::Type) >= 0;
    if (m_direction == Direction::Ingress) return isWide ? tr("Source") : tr("From");
    return isWide ? tr("Destination") : tr("To");
}

std::optional<Column> SecurityGroupRulesModel::stretch() const {
    return Column::Description;
}

Verdict SecurityGroupRulesModel::type(Row& row, Column column, const QString& typed) const {
    auto& rule = std::get<SecurityGroupRule>(row.value);
    switch (column) {
    case Column::Type: return readType(rule.traffic, typed);
    case Column::Protocol: return readProtocol(rule.traffic, typed);
    case Column::Ports: return readPorts(rule.traffic, typed);
    case Column::Peer: {
        const SecurityGroup* node = group();
        return node ? readPeer(design(), *node, typed, rule.peer) : Verdict{};
    }
    case Column::Description: {
        // What of it AWS would refuse is marked; a line end cannot even be seen in a cell.
        rule.description = typed.simplified().toStdString();
        return {};
    }
    default: return {};
    }
}

std::optional<Row> SecurityGroupRulesModel::blank() const {
    if (!group()) return std::nullopt;
    // From the VPC alone: what is added lets nobody in from outside before it was said so.
    SecurityGroupRule rule;
    rule.direction = m_direction;
    rule.traffic = Traffic::tcp(443);
    rule.peer = ThisVpcCidr{};
    return Row{rule.id, rule};
}

Result<Delta> SecurityGroupRulesModel::put(const Row& row) const {
    return edits::setSecurityGroupRule(design(), ruleOf(row));
}

Result<Delta> SecurityGroupRulesModel::insert(std::vector<Row> rows, std::optional<ElementId> after) const {
    const SecurityGroup* node = group();
    if (!node) return fail(Code::edit_no_such_element, {{"id", toString(owner())}});
    SecurityGroup copy = *node;
    auto place = copy.rules.end();
    if (after) {
        place = std::find_if(copy.rules.begin(), copy.rules.end(),
                             [&](const SecurityGroupRule& rule) { return ElementId(rule.id) == *after; });
        if (place != copy.rules.end()) ++place;
    }
    for (const Row& row : rows) {
        SecurityGroupRule rule = ruleOf(row);
        rule.id = {}; // a new one
        rule.direction = m_direction;
        place = copy.rules.insert(place, std::move(rule)) + 1;
    }
    return edits::replaceNode(design(), std::move(copy));
}

Result<Delta> SecurityGroupRulesModel::reorder(const std::vector<ElementId>& keys) const {
    const SecurityGroup* node = group();
    if (!node) return fail(Code::edit_no_such_element, {{"id", toString(owner())}});
    SecurityGroup copy = *node;
    // The rules of the other direction keep their places.
    auto key = keys.begin();
    for (SecurityGroupRule& place : copy.rules) {
        if (place.direction != m_direction || key == keys.end()) continue;
        const auto rule = std::find_if(node->rules.begin(), node->rules.end(),
                                       [&](const auto& one) { return ElementId(one.id) == *key; });
        if (rule == node->rules.end()) return fail(Code::edit_bad_order, {}, {node->id});
        place = *rule;
        ++key;
    }
    return edits::replaceNode(design(), Node(std::move(copy)));
}

std::vector<Column> SecurityGroupRulesModel::copied() const {
    return columnsFor(true);
}

std::vector<Column> SecurityGroupRulesModel::columnsOf(const std::string& field) const {
    if (field == "traffic") return {Column::Ports};
    if (field == "peer") return {Column::Peer};
    if (field == "description") return {Column::Description};
    return {};
}

QString SecurityGroupRulesModel::countText() const {
    return tr("%n rule(s)", nullptr, count());
}

QString SecurityGroupRulesModel::emptyText() const {
    return m_direction == Direction::Ingress ? tr("Nothing gets in yet.") : tr("Nothing gets out.");
}

QString SecurityGroupRulesModel::addText() const {
    return m_direction == Direction::Ingress ? tr("Add inbound rule") : tr("Add outbound rule");
}

} // namespace sekisho::editors
