// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"

#include <string>
#include <vector>

namespace sekisho {

struct Network;

/// The zone that a VPC takes next: the first of `zonesOfRegion` that it does not have; else, or where those
/// are unknown (empty), the letter after its last zone's, then the first free letter, of `region`
/// ("ap-northeast-1").
std::string nextZone(const Network& network, VpcId vpc, const std::string& region,
                     const std::vector<std::string>& zonesOfRegion);

/// `base`, or "base-2", "base-3"...: the first that no node of the kind is called.
std::string unusedName(const Network& network, Kind kind, const std::string& base);

} // namespace sekisho
