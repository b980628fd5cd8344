// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "ui/document/terraform_results.h"

#include <QString>

#include <optional>
#include <vector>

namespace sekisho {

struct Design;

/// Something to see in AWS's console once the design is there, as the hands-on article tells its reader to.
struct CheckPoint {
    QString key;                     ///< the same for the same check, whatever the language
    QString page;                    ///< where to look: "VPC > NAT gateways"
    QString text;                    ///< what is to be seen, with the names and values of this design
    std::vector<ElementId> elements; ///< what it is about, to be selected
    /// Whether the state shows it; nothing where a state does not tell, or none was read.
    std::optional<bool> seen;

    friend bool operator==(const CheckPoint&, const CheckPoint&) = default;
};

/// What there is to check of this design, by page in the order of the article, in the language of the
/// application. `state`: what the folder's state holds (readState()); null: not read.
std::vector<CheckPoint> checkList(const Design& design, const std::vector<StateResource>* state = nullptr);

} // namespace sekisho
