// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace sekisho {

namespace cost {
struct RegionPrices;
}

/// "Tokyo" of AWS's "Asia Pacific (Tokyo)", in the present language.
QString regionName(const cost::RegionPrices& region);
/// "Tokyo · ap-northeast-1".
QString regionNameAndCode(const cost::RegionPrices& region);

} // namespace sekisho
