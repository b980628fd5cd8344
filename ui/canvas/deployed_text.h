// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <QString>

#include <vector>

namespace sekisho {

class Deployment;

namespace canvas {

/// What terraform has said of what is at one place, a line each: what a plan would do while that is shown,
/// and the ids and addresses in AWS. Empty if it has said nothing.
QString deployedText(const Deployment& deployment, const std::vector<ElementId>& elements);

} // namespace canvas
} // namespace sekisho
