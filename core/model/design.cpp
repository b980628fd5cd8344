// SPDX-License-Identifier: Apache-2.0
#include "core/model/design.h"

#include "core/model/delta.h"
#include "core/model/references.h"
#include "core/model/replay.h"

#include <algorithm>
#include <set>

namespace sekisho {

namespace {

using Failure = std::optional<Diagnostic>;

std::string describe(ElementId id) {
    return toString(id);
}
std::string describe(const ResourceKey& key) {
    return toString(key);
}
std::string describe(const Placement& placement) {
    return placement.in ? toString(placement.node) + " in " + toString(*placement.in)
                        : toString(placement.node);
}

/// Carries out the changes in order. A value that is not what the change expects is a conflict.
template<class K, class V>
Failure applyChanges(Table<K, V>& table, const std::vector<Change<K, V>>& changes, std::vector<K>& touched) {
    for (const Change<K, V>& change : changes) {
        const V* current = table.find(change.key);
        const V* before = change.before.get();
        const bool same = current == before || (current && before && *current == *before);
        if (!same)
            return error(Code::edit_conflict,
                         {{"what", describe(change.key)},
                          {"state", current ? (before ? "changed" : "present") : "absent"}});
        table.set(change.key, change.after);
        touched.push_back(change.key);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    return std::nullopt;
}

template<class V>
Failure applyReplacement(V& value, const std::optional<Delta::Replacement<V>>& replacement,
                         std::string_view what, bool& touched) {
    if (!replacement) return std::nullopt;
    if (!(value == replacement->before))
        return error(Code::edit_conflict, {{"what", std::string(what)}, {"state", "changed"}});
    value = replacement->after;
    touched = true;
    return std::nullopt;
}

std::vector<ElementId> partsOf(const Node& node) {
    std::vector<ElementId> parts;
    forEachPart(node, [&](ElementId part) { parts.push_back(part); });
    return parts;
}

/// Part ids must be unique in the whole design; only what the touched nodes brought can break that.
Failure checkParts(const Network& before, const Network& after, const std::vector<ElementId>& touched) {
    std::set<ElementId> fresh;
    for (const ElementId id : touched) {
        const Node* node = after.find(id);
        if (!node) continue;
        const Node* old = before.find(id);
        std::vector<ElementId> known = old ? partsOf(*old) : std::vector<ElementId>();
        std::sort(known.begin(), known.end());
        std::set<ElementId> own;
        for (const ElementId part : partsOf(*node)) {
            if (part.number == 0 || !own.insert(part).second)
                return error(Code::edit_duplicate_id, {{"id", toString(part)}}, {id});
            if (!std::binary_search(known.begin(), known.end(), part)) fresh.insert(part);
        }
    }
    if (fresh.empty()) return std::nullopt;
    Failure failure;
    std::set<ElementId> seen;
    for (const auto& entry : after.nodes)
        forEachPart(*entry.value, [&](ElementId part) {
            if (fresh.contains(part) && !seen.insert(part).second)
                failure = error(Code::edit_duplicate_id, {{"id", toString(part)}}, {entry.key});
        });
    return failure;
}

/// A reference to nothing may stay, where it was loaded so; it may not be made.
Failure checkReferences(const Network& before, const Network& after, const std::vector<ElementId>& touched) {
    Failure failure;
    bool removed = false;
    const auto check = [&](ElementId id, const Node& node) {
        forEachReference(node, [&](ElementId part, ElementId target) {
            if (failure || after.find(target)) return;
            bool wasSo = false;
            if (const Node* old = before.find(id); old && !before.find(target))
                forEachReference(
                    *old, [&](ElementId p, ElementId t) { wasSo = wasSo || (p == part && t == target); });
            if (!wasSo)
                failure = error(Code::edit_dangling, {{"from", toString(part)}, {"to", toString(target)}},
                                {id, part});
        });
    };
    for (const ElementId id : touched) {
        const Node* node = after.find(id);
        if (node)
            check(id, *node);
        else
            removed = removed || before.find(id);
    }
    if (removed)
        for (const auto& entry : after.nodes) {
            if (failure) break;
            check(entry.key, *entry.value);
        }
    return failure;
}

bool isMember(const ResourceSet* set, ElementId element) {
    return set && std::any_of(set->members.begin(), set->members.end(),
                              [&](const ResourceMember& member) { return member.element == element; });
}

/// What an address set names must exist, once. What was loaded naming nothing may go on doing so.
Failure checkSets(const Design& before, const Design& design) {
    std::set<ElementId> parts;
    for (const auto& entry : design.network.nodes)
        if (entry.key.kind != Kind::Workload && entry.key.kind != Kind::SecurityGroup)
            forEachPart(*entry.value, [&](ElementId part) { parts.insert(part); });
    std::set<ElementId> rules; // of groups: filled only when a set asks, since groups are many
    const auto exists = [&](ElementId element) {
        if (isNodeKind(element.kind)) return design.network.nodes.contains(element);
        if (element.kind != Kind::SecurityGroupRule) return parts.contains(element);
        if (rules.empty())
            for (const SecurityGroup& group : design.network.all<SecurityGroup>())
                for (const SecurityGroupRule& rule : group.rules)
                    rules.insert(rule.id);
        return rules.contains(element);
    };
    std::set<std::pair<std::string_view, ElementId>> addressed;
    for (const auto& entry : design.addresses.sets) {
        const ResourceSet& set = *entry.value;
        const std::string address = toString(entry.key);
        const auto wrong = [&](std::string_view why, ElementId element = {}) {
            std::vector<ElementId> subjects;
            if (element.number != 0) subjects.push_back(element);
            return error(Code::edit_address, {{"address", address}, {"why", std::string(why)}},
                         std::move(subjects));
        };
        if (!isLegalLabel(entry.key.label)) return wrong("label");
        if (set.members.empty() || (set.form == AddressForm::Single && set.members.size() != 1))
            return wrong("size");
        std::set<std::string_view> keys;
        for (const ResourceMember& member : set.members) {
            if ((set.form == AddressForm::ForEach) == member.key.empty()) return wrong("key", member.element);
            if (set.form == AddressForm::ForEach && !keys.insert(member.key).second)
                return wrong("key", member.element);
            if (!exists(member.element) && (ownerOf(before.network, member.element) ||
                                            !isMember(before.addresses.sets.find(entry.key), member.element)))
                return wrong("element", member.element);
            if (!addressed.insert({entry.key.type, member.element}).second)
                return wrong("twice", member.element);
        }
    }
    return std::nullopt;
}

Failure checkBoxes(const Design& before, const Design& design) {
    const auto dangles = [](const Network& network, const Placement& placement) {
        return !network.find(placement.node) || (placement.in && !network.find(*placement.in));
    };
    for (const auto& entry : design.diagram.boxes)
        if (dangles(design.network, entry.key) &&
            !(before.diagram.boxes.contains(entry.key) && dangles(before.network, entry.key)))
            return error(Code::edit_dangling, {{"from", "diagram"}, {"to", describe(entry.key)}},
                         {entry.key.node});
    return std::nullopt;
}

/// Changes the tables as the delta says; judges nothing but that it fits.
Failure carryOut(Design& design, const Delta& delta, ChangeSet& changed) {
    std::vector<ElementId> foreign;
    if (auto f = applyChanges(design.network.nodes, delta.nodes, changed.nodes)) return f;
    if (auto f = applyChanges(design.network.foreign, delta.foreign, foreign)) return f;
    if (auto f = applyChanges(design.addresses.sets, delta.sets, changed.sets)) return f;
    if (auto f = applyChanges(design.diagram.boxes, delta.boxes, changed.boxes)) return f;
    if (auto f = applyReplacement(design.addresses.moved, delta.moved, "moved", changed.moved)) return f;
    if (auto f = applyReplacement(design.settings, delta.settings, "settings", changed.settings)) return f;
    if (auto f = applyReplacement(design.notes, delta.notes, "notes", changed.notes)) return f;
    changed.foreign = !foreign.empty();
    return std::nullopt;
}

} // namespace

Result<ChangeSet> replay(Design& design, const Delta& delta) {
    Design next = design;
    ChangeSet changed;
    if (auto f = carryOut(next, delta, changed)) return fail(std::move(*f));
    design = std::move(next);
    return changed;
}

Result<Applied> applied(const Design& design, const Delta& delta) {
    Applied result{design, {}};
    auto& [next, changed] = result;
    if (auto f = carryOut(next, delta, changed)) return fail(std::move(*f));

    bool structure = !changed.sets.empty();
    bool removed = false;
    for (const ElementId id : changed.nodes) {
        const Node* node = next.network.find(id);
        if (node && (idOf(*node) != id || id.number == 0))
            return fail(Code::edit_kind, {{"id", toString(id)}}, {id});
        const Node* old = design.network.find(id);
        if (!node) removed = true;
        // Addresses and boxes can only be left behind by what lost an element.
        if (!node || (old && id.kind != Kind::SecurityGroup && partsOf(*old) != partsOf(*node)))
            structure = true;
    }
    if (auto f = checkParts(design.network, next.network, changed.nodes)) return fail(std::move(*f));
    if (auto f = checkReferences(design.network, next.network, changed.nodes)) return fail(std::move(*f));
    if (structure)
        if (auto f = checkSets(design, next)) return fail(std::move(*f));
    if (removed || !changed.boxes.empty())
        if (auto f = checkBoxes(design, next)) return fail(std::move(*f));
    return result;
}

Result<ChangeSet> Design::apply(const Delta& delta) {
    auto made = applied(*this, delta);
    if (!made) return fail(std::move(made.error()));
    *this = std::move(made->design);
    return std::move(made->changes);
}

} // namespace sekisho
