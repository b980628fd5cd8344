// SPDX-License-Identifier: Apache-2.0
#include "core/model/delta.h"

#include <algorithm>

namespace sekisho {

namespace {

template<class K, class V>
void invert(std::vector<Change<K, V>>& changes) {
    std::reverse(changes.begin(), changes.end());
    for (Change<K, V>& change : changes)
        std::swap(change.before, change.after);
}

template<class V>
void appendReplacement(std::optional<Delta::Replacement<V>>& to,
                       const std::optional<Delta::Replacement<V>>& next) {
    if (!next) return;
    if (to)
        to->after = next->after;
    else
        to = next;
}

template<class T>
void unite(std::vector<T>& to, const std::vector<T>& from) {
    to.insert(to.end(), from.begin(), from.end());
    std::sort(to.begin(), to.end());
    to.erase(std::unique(to.begin(), to.end()), to.end());
}

template<class K, class V>
std::vector<Change<K, V>> tableDifference(const Table<K, V>& before, const Table<K, V>& after) {
    std::vector<Change<K, V>> changes;
    auto b = before.begin();
    auto a = after.begin();
    while (b != before.end() || a != after.end()) {
        if (a == after.end() || (b != before.end() && b->key < a->key)) {
            changes.push_back({b->key, b->value, nullptr});
            ++b;
        } else if (b == before.end() || a->key < b->key) {
            changes.push_back({a->key, nullptr, a->value});
            ++a;
        } else {
            if (a->value != b->value && !(*a->value == *b->value))
                changes.push_back({a->key, b->value, a->value});
            ++a;
            ++b;
        }
    }
    return changes;
}

} // namespace

bool Delta::empty() const {
    return nodes.empty() && foreign.empty() && sets.empty() && boxes.empty() && !moved && !settings && !notes;
}

Delta Delta::inverse() const {
    Delta result = *this;
    invert(result.nodes);
    invert(result.foreign);
    invert(result.sets);
    invert(result.boxes);
    if (result.moved) std::swap(result.moved->before, result.moved->after);
    if (result.settings) std::swap(result.settings->before, result.settings->after);
    if (result.notes) std::swap(result.notes->before, result.notes->after);
    return result;
}

void Delta::append(const Delta& next) {
    nodes.insert(nodes.end(), next.nodes.begin(), next.nodes.end());
    foreign.insert(foreign.end(), next.foreign.begin(), next.foreign.end());
    sets.insert(sets.end(), next.sets.begin(), next.sets.end());
    boxes.insert(boxes.end(), next.boxes.begin(), next.boxes.end());
    appendReplacement(moved, next.moved);
    appendReplacement(settings, next.settings);
    appendReplacement(notes, next.notes);
}

bool ChangeSet::empty() const {
    return nodes.empty() && sets.empty() && boxes.empty() && !foreign && !moved && !settings && !notes;
}

bool ChangeSet::onlyDiagram() const {
    return nodes.empty() && sets.empty() && !foreign && !moved && !settings && !notes;
}

void ChangeSet::merge(const ChangeSet& other) {
    unite(nodes, other.nodes);
    unite(sets, other.sets);
    unite(boxes, other.boxes);
    foreign = foreign || other.foreign;
    moved = moved || other.moved;
    settings = settings || other.settings;
    notes = notes || other.notes;
}

Delta difference(const Design& before, const Design& after) {
    Delta delta;
    delta.nodes = tableDifference(before.network.nodes, after.network.nodes);
    delta.foreign = tableDifference(before.network.foreign, after.network.foreign);
    delta.sets = tableDifference(before.addresses.sets, after.addresses.sets);
    delta.boxes = tableDifference(before.diagram.boxes, after.diagram.boxes);
    if (before.addresses.moved != after.addresses.moved)
        delta.moved = {before.addresses.moved, after.addresses.moved};
    if (!(before.settings == after.settings)) delta.settings = {before.settings, after.settings};
    if (!(before.notes == after.notes)) delta.notes = {before.notes, after.notes};
    return delta;
}

} // namespace sekisho
