// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <QString>

#include <vector>

namespace sekisho::canvas {

/// What would go along if `elements` were removed, in one sentence: "NAT gateway nat-1a, Elastic IP
/// nat-eip-1a and 2 routes go too." Empty: nothing else goes. `delta` is that of edits::removeElements().
QString alsoRemoved(const Design& design, const std::vector<ElementId>& elements, const Delta& delta);

enum class Removing { Delete, Cut };

/// "Delete public-1a", "Delete 3 elements"; "Cut public-1a".
QString removalText(const Network& network, const std::vector<ElementId>& elements,
                    Removing how = Removing::Delete);

} // namespace sekisho::canvas
