// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <array>
#include <set>

namespace sekisho {

/// How named edits are made: put and remove nodes on a working copy, then finish(). The bookkeeping is done
/// there and once: new elements get their Terraform addresses, what is removed takes with it what hangs on
/// it, its addresses, boxes and acceptances; no address of anything else changes, unless `moved` says so.
class EditBuilder {
public:
    /// `design` must outlive this.
    explicit EditBuilder(const Design& design);
    explicit EditBuilder(Design&&) = delete;

    /// The working state: the design with what was put so far (addresses are up to date after finish() only).
    const Design& design() const { return m_work; }
    const Network& network() const { return m_work.network; }

    /// An id that nothing in the design has, or had before this edit. Parts and nodes alike.
    template<Kind K>
    Id<K> fresh() {
        return {freshNumber(K)};
    }
    ElementId fresh(Kind kind) { return {kind, freshNumber(kind)}; }

    /// Inserts or replaces the node of that id.
    void put(Node node);
    /// Removes a node and, in finish(), what cannot be without it.
    void remove(ElementId node);
    Settings& settings() { return m_work.settings; }
    Notes& notes() { return m_work.notes; }
    Diagram& diagram() { return m_work.diagram; }
    Addresses& addresses() { return m_work.addresses; }

    /// The whole edit. Errors: those of Design::apply, found before anything is applied.
    [[nodiscard]] Result<Delta> finish();

private:
    std::uint32_t freshNumber(Kind kind);
    void removeCascade();

    const Design& m_start;
    Design m_work;
    std::array<std::uint32_t, kindCount> m_highest{};
    bool m_counted = false;
    std::set<ElementId> m_gone;
};

} // namespace sekisho
