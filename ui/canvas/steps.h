// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <optional>

namespace sekisho::canvas {

/// Joins edits that build on each other into one Delta, hence into one step of undo:
/// `steps.add(edits::addSecurityGroup(steps.design(), ...))`. The first that fails decides; those after it
/// are not carried out.
class Steps {
public:
    explicit Steps(const Design& design) : m_work(design) {}

    /// The design with what was added so far.
    const Design& design() const { return m_work; }
    const Network& network() const { return m_work.network; }

    bool add(const Result<Delta>& delta) {
        if (m_error) return false;
        if (!delta) {
            m_error = delta.error();
            return false;
        }
        if (const auto applied = m_work.apply(*delta); !applied) {
            m_error = applied.error();
            return false;
        }
        m_delta.append(*delta);
        return true;
    }

    [[nodiscard]] Result<Delta> take() {
        if (m_error) return fail(*m_error);
        return std::move(m_delta);
    }

private:
    Design m_work;
    Delta m_delta;
    std::optional<Diagnostic> m_error;
};

/// The first node of a kind that an edit brings into being.
inline std::optional<ElementId> madeBy(const Delta& delta, Kind kind) {
    for (const auto& change : delta.nodes)
        if (change.key.kind == kind && !change.before && change.after) return change.key;
    return std::nullopt;
}

} // namespace sekisho::canvas
