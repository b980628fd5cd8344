// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "core/cost/price_book.h"

namespace sekisho::cli {

/// The price book of this release. Parsed when asked for, since most commands need none. Nothing, after
/// saying why, if it cannot be read.
std::optional<cost::PriceBook> loadPrices(Console& console);

/// The Region of that code; null after saying which there are.
const cost::RegionPrices* findRegion(const cost::PriceBook& book, const std::string& code, Console& console);

} // namespace sekisho::cli
