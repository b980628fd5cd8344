// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/removal.h"

#include "core/model/references.h"
#include "ui/style/style.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>
#include <set>

namespace sekisho::canvas {

namespace {

struct Removal {
    Q_DECLARE_TR_FUNCTIONS(sekisho::canvas::Removal)
};

QString partsText(Kind kind, int n) {
    switch (kind) {
    case Kind::Route: return Removal::tr("%n route(s)", nullptr, n);
    case Kind::SecurityGroupRule: return Removal::tr("%n security group rule(s)", nullptr, n);
    case Kind::NetworkAclRule: return Removal::tr("%n network ACL rule(s)", nullptr, n);
    case Kind::RouteTableAssociation: return Removal::tr("%n route table association(s)", nullptr, n);
    case Kind::NetworkAclAssociation: return Removal::tr("%n network ACL association(s)", nullptr, n);
    case Kind::Interface: return Removal::tr("%n network interface(s) of workloads", nullptr, n);
    case Kind::Listener: return Removal::tr("%n listener(s)", nullptr, n);
    default: return Removal::tr("%n part(s)", nullptr, n);
    }
}

} // namespace

QString alsoRemoved(const Design& design, const std::vector<ElementId>& elements, const Delta& delta) {
    constexpr int mostNames = 4;
    const std::set<ElementId> asked(elements.begin(), elements.end());
    // Changes of one node may come several times: the first `before` and the last `after` count.
    std::map<ElementId, std::pair<const Node*, const Node*>> changes;
    for (const auto& change : delta.nodes) {
        const auto [it, added] = changes.try_emplace(change.key, change.before.get(), nullptr);
        it->second.second = change.after.get();
    }
    QStringList names;
    int furtherNodes = 0;
    std::map<Kind, int> parts;
    for (const auto& [id, states] : changes) {
        const auto& [before, after] = states;
        if (!before) continue;
        if (!after) {
            if (asked.contains(id)) continue;
            if (names.size() < mostNames)
                names << Removal::tr("%1 %2", "kind and name, like: subnet public-1a")
                             .arg(QString::fromUtf8(
                                      text::kindName(id.kind, style::language()).data(),
                                      qsizetype(text::kindName(id.kind, style::language()).size())),
                                  QString::fromStdString(text::displayName(design.network, id)));
            else
                ++furtherNodes;
            continue;
        }
        std::set<ElementId> left;
        forEachPart(*after, [&](ElementId part) { left.insert(part); });
        forEachPart(*before, [&](ElementId part) {
            if (!left.contains(part) && !asked.contains(part)) ++parts[part.kind];
        });
    }
    if (furtherNodes > 0) names << Removal::tr("%n further element(s)", nullptr, furtherNodes);
    for (const auto& [kind, n] : parts)
        names << partsText(kind, n);
    if (names.isEmpty()) return {};
    return Removal::tr("This goes too: %1.")
        .arg(names.join(Removal::tr(", ", "between the items of a list")));
}

QString removalText(const Network& network, const std::vector<ElementId>& elements, Removing how) {
    const bool cuts = how == Removing::Cut;
    if (elements.size() == 1) {
        const QString name = QString::fromStdString(text::displayName(network, elements.front()));
        return cuts ? Removal::tr("Cut %1").arg(name) : Removal::tr("Delete %1").arg(name);
    }
    const int n = int(elements.size());
    return cuts ? Removal::tr("Cut %n element(s)", nullptr, n)
                : Removal::tr("Delete %n element(s)", nullptr, n);
}

} // namespace sekisho::canvas
