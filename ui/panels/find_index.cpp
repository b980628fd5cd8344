// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/find_index.h"

#include "core/model/design.h"
#include "ui/actions/commands.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <algorithm>

namespace sekisho {

namespace {

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// What people may type for a node besides its name.
QStringList factsOf(const Node& node) {
    QStringList facts;
    std::visit(Overloaded{
                   [&](const Vpc& vpc) {
                       for (const VpcCidr& block : vpc.cidrs)
                           facts << fromUtf8(block.cidr.toString());
                   },
                   [&](const AvailabilityZone& zone) { facts << fromUtf8(zone.zone); },
                   [&](const Subnet& subnet) {
                       if (subnet.cidr) facts << fromUtf8(subnet.cidr->toString());
                   },
                   [&](const SecurityGroup& group) {
                       facts << fromUtf8(group.awsName.toString()) << fromUtf8(group.description);
                   },
                   [&](const PrefixList& list) {
                       for (const PrefixListEntry& entry : list.entries)
                           facts << fromUtf8(entry.cidr.toString());
                   },
                   [&](const VpcEndpoint& endpoint) { facts << fromUtf8(endpoint.service); },
                   [&](const Workload& workload) {
                       facts << fromUtf8(text::workloadName(workload.workloadKind, style::language()))
                             << fromUtf8(workload.detail);
                   },
                   [&](const External& external) {
                       for (const Cidr& cidr : external.cidrs)
                           facts << fromUtf8(cidr.toString());
                   },
                   [](const auto&) {},
               },
               node);
    return facts;
}

void addRules(const Network& network, const Node& node, std::vector<FindEntry>& entries) {
    const auto add = [&](ElementId rule, const QString& description) {
        FindEntry entry;
        entry.kind = FindEntry::Rule;
        entry.element = rule;
        entry.icon = style::iconName(node);
        const QString name = fromUtf8(text::displayName(network, rule, idOf(node)));
        entry.title = description.isEmpty() ? name : description;
        entry.detail = QStringLiteral("%1 · %2").arg(fromUtf8(text::oneLine(baseOf(node).name)), name);
        entry.haystack = (entry.detail + QLatin1Char(' ') + fromUtf8(toString(rule))).toLower();
        entries.push_back(std::move(entry));
    };
    if (const auto* group = std::get_if<SecurityGroup>(&node))
        for (const SecurityGroupRule& rule : group->rules)
            add(rule.id, fromUtf8(text::oneLine(rule.description)));
    if (const auto* acl = std::get_if<NetworkAcl>(&node))
        for (const NetworkAclRule& rule : acl->rules)
            add(rule.id, {});
}

} // namespace

std::vector<FindEntry> findEntriesOf(const Design& design) {
    const AddressIndex addresses(design.addresses);
    std::vector<FindEntry> nodes, rules;
    for (const auto& item : design.network.nodes) {
        const Node& node = *item.value;
        FindEntry entry;
        entry.element = item.key;
        entry.icon = style::iconName(node);
        entry.title = fromUtf8(text::displayName(design.network, item.key));
        QStringList details = {fromUtf8(text::kindName(item.key.kind, style::language()))};
        QStringList facts = factsOf(node);
        QStringList terraform;
        for (const AddressRef& ref : addresses.all(item.key))
            terraform << fromUtf8(toString(ref));
        // What is shown beside the kind: the block of a network, else the Terraform address.
        const bool hasBlock = item.key.kind == Kind::Vpc || item.key.kind == Kind::Subnet;
        facts = hasBlock ? facts + terraform : terraform + facts;
        facts.removeAll(QString());
        if (!facts.isEmpty()) details << facts.front();
        entry.detail = details.join(QStringLiteral(" · "));
        entry.haystack = (details.front() + QLatin1Char(' ') + facts.join(QLatin1Char(' ')) +
                          QLatin1Char(' ') + fromUtf8(toString(item.key)))
                             .toLower();
        nodes.push_back(std::move(entry));
        addRules(design.network, node, rules);
    }
    nodes.insert(nodes.end(), std::make_move_iterator(rules.begin()), std::make_move_iterator(rules.end()));
    return nodes;
}

std::vector<FindEntry> findEntriesOfCommands() {
    std::vector<FindEntry> entries;
    for (const CommandInfo& info : commandTable()) {
        FindEntry entry;
        entry.kind = FindEntry::Command;
        entry.command = int(info.id);
        entry.icon = QLatin1String(info.icon);
        entry.title = Commands::plainText(info.id);
        entry.detail = Commands::tip(info.id);
        // Scripts and people from other languages know the English name.
        entry.haystack = (entry.detail + QLatin1Char(' ') + QLatin1String(info.name)).toLower();
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::optional<int> findRank(const FindEntry& entry, const QStringList& words) {
    enum { Begins, BeginsWord, InTitle, Elsewhere };
    int rank = Begins;
    for (const QString& word : words) {
        const qsizetype at = entry.title.indexOf(word, 0, Qt::CaseInsensitive);
        if (at == 0)
            continue;
        else if (at > 0)
            rank = std::max<int>(rank, entry.title[at - 1].isLetterOrNumber() ? InTitle : BeginsWord);
        else if (entry.haystack.contains(word.toLower()))
            rank = Elsewhere;
        else
            return {};
    }
    return rank;
}

} // namespace sekisho
