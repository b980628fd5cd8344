// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"
#include "core/model/design.h"

namespace sekisho {

/// A design and what an edit touched in it.
struct Applied {
    Design design;
    ChangeSet changes;
};

/// What Design::apply() would make of the design; the same errors.
[[nodiscard]] Result<Applied> applied(const Design& design, const Delta& delta);

/// Takes back an edit that Design::apply() has carried out, or does it once more. What stood in the design
/// before may stand there again, even what apply() would not let in: a reference to nothing, an illegal
/// address that came with a file. Wholly or not at all. Error: edit_conflict.
[[nodiscard]] Result<ChangeSet> replay(Design& design, const Delta& delta);

} // namespace sekisho
