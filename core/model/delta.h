// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <memory>
#include <vector>

namespace sekisho {

/// One entry of one table, before and after; null: absent.
template<class K, class V>
struct Change {
    K key;
    std::shared_ptr<const V> before;
    std::shared_ptr<const V> after;
};

/// An edit as data: what was, and what will be. Changes of one table happen in order, so that deltas are
/// joined by appending one to the other.
struct Delta {
    std::vector<Change<ElementId, Node>> nodes;
    std::vector<Change<ElementId, ForeignText>> foreign;
    std::vector<Change<ResourceKey, ResourceSet>> sets;
    std::vector<Change<Placement, Box>> boxes;
    template<class V>
    struct Replacement {
        V before;
        V after;
    };
    std::optional<Replacement<std::vector<MovedAddress>>> moved;
    std::optional<Replacement<Settings>> settings;
    std::optional<Replacement<Notes>> notes;

    bool empty() const;
    /// The edit that takes this one back.
    Delta inverse() const;
    /// This edit, then `next`.
    void append(const Delta& next);
};

/// What an applied edit touched; each list without duplicates, sorted.
struct ChangeSet {
    std::vector<ElementId> nodes;
    std::vector<ResourceKey> sets;
    std::vector<Placement> boxes;
    bool foreign = false;
    bool moved = false;
    bool settings = false;
    bool notes = false;

    bool empty() const;
    /// Whether only the picture changed: analysis, cost and export stay as they are.
    bool onlyDiagram() const;
    void merge(const ChangeSet& other);
};

/// The edit that makes `after` out of `before`.
Delta difference(const Design& before, const Design& after);

} // namespace sekisho
