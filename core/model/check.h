// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <memory>

/// What AWS or Terraform would refuse in a design, or what surely cannot work there. Security findings and
/// reachability are not looked at here: a design without a finding is valid, not safe.
///
/// Error: AWS or Terraform refuses it, or it cannot work. Warning: probably not meant, or beyond a default
/// quota that can be raised. Info: worth knowing.
///
/// Subjects come with the culprit first; where that is a part (a rule, a route), the node it belongs to
/// follows, then what else it is about. The arg "field" names the field of the culprit beside which an editor
/// shows the finding. What an import could not evaluate (ForeignText::unresolved) is never found fault with.
///
/// Sources: AWS VPC User Guide and quotas, EC2 API Reference, Terraform AWS provider 6.x.
namespace sekisho {

/// All findings, in the order of the nodes' ids, then of their parts. Those of the settings come first.
Diagnostics check(const Design& design);

/// The same, kept up to date: work is done again only where an edit could matter.
class Checker {
public:
    Checker();
    ~Checker();
    Checker(Checker&&) noexcept;
    Checker& operator=(Checker&&) noexcept;

    /// The findings of `design`, the same as check(design). `changes` is what happened since the last update;
    /// null if that is unknown: then everything is compared, by the identity of the shared nodes. The result
    /// lives until the next update.
    const Diagnostics& update(const Design& design, const ChangeSet* changes = nullptr);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sekisho
