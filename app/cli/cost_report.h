// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "core/cost/estimate.h"

namespace sekisho::cli {

/// An estimate as people and scripts read it. Money in USD.
std::string costAsText(const cost::Estimate& estimate, const cost::PriceBook& book, const Console& console);
std::string costAsMarkdown(const cost::Estimate& estimate, const cost::PriceBook& book,
                           const Console& console);
std::string costAsJson(const cost::Estimate& estimate, const cost::PriceBook& book);
/// The lines alone: a total among them would be counted twice by whoever adds up the column.
std::string costAsCsv(const cost::Estimate& estimate);

} // namespace sekisho::cli
