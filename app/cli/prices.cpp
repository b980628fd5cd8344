// SPDX-License-Identifier: Apache-2.0
#include "app/cli/prices.h"

#include "resources/resources.h"

namespace sekisho::cli {

std::optional<cost::PriceBook> loadPrices(Console& console) {
    auto book = cost::PriceBook::parse(resources::priceBookJson());
    if (book) return std::move(*book);
    console.fail(book.error());
    return std::nullopt;
}

const cost::RegionPrices* findRegion(const cost::PriceBook& book, const std::string& code, Console& console) {
    if (const cost::RegionPrices* region = book.region(code)) return region;
    std::vector<std::string> known;
    for (const cost::RegionPrices& region : book.regions())
        known.push_back(region.code);
    console.fail(Text::region_unknown, {{"region", code}, {"known", joined(known)}});
    return nullptr;
}

} // namespace sekisho::cli
