// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/cost_report.h"
#include "app/cli/prices.h"

namespace sekisho::cli {

Status runCost(const Arguments& arguments, Console& console) {
    cost::EstimateOptions options;
    if (const auto nat = arguments.value("nat")) options.nat = *nat == "on";
    if (const auto text = arguments.value("processed-gb")) {
        const auto processed = Decimal::parse(*text);
        if (!processed) return console.fail(processed.error(), nullptr, "--processed-gb");
        options.processedGb = *processed;
    }
    const auto design = loadFile(arguments.word(0), console);
    if (!design) return Status::Failed;
    const auto book = loadPrices(console);
    if (!book) return Status::Failed;
    options.region = arguments.value("region").value_or(design->settings.region);
    if (!findRegion(*book, options.region, console)) return Status::Failed;

    const auto estimate = cost::estimate(*design, *book, options);
    if (!estimate) return console.fail(estimate.error(), &design->network);
    const std::string format = arguments.value("format").value_or("text");
    if (format == "json")
        console.print(costAsJson(*estimate, *book));
    else if (format == "csv")
        console.print(costAsCsv(*estimate));
    else if (format == "md")
        console.print(costAsMarkdown(*estimate, *book, console));
    else
        console.print(costAsText(*estimate, *book, console));
    return Status::Yes;
}

} // namespace sekisho::cli
