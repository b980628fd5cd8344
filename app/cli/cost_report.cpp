// SPDX-License-Identifier: Apache-2.0
#include "app/cli/cost_report.h"

#include "app/cli/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace sekisho::cli {

namespace {

using nlohmann::ordered_json;

constexpr std::string_view minus = "\xE2\x88\x92"; // U+2212

/// With at least `places` digits behind the point, and at most six.
std::string money(const Decimal& amount, int places) {
    if (amount.places() <= places) return amount.toFixed(places);
    return amount.rounded(6).toFixed(std::min(amount.rounded(6).places(), 6));
}

std::string signedMoney(const Decimal& amount, int places) {
    if (amount.isNegative()) return std::string(minus) + money(-amount, places);
    return (amount.isZero() ? "" : "+") + money(amount, places);
}

/// "main" alone, or the id where a thing has no name.
std::string nameOf(const cost::CostLine& line) {
    return line.nodeName.empty() ? toString(line.node) : clean(line.nodeName);
}

std::vector<Column> columns(const Console& console) {
    return {
        {console.text(Text::cost_column_what)},
        {console.text(Text::cost_column_component)},
        {console.text(Text::cost_column_quantity), Align::Right},
        {console.text(Text::cost_column_unit)},
        {console.text(Text::cost_column_price), Align::Right},
        {console.text(Text::cost_column_hourly), Align::Right},
        {console.text(Text::cost_column_monthly), Align::Right},
        {console.text(Text::cost_column_source)},
    };
}

std::vector<std::vector<std::string>> rows(const cost::Estimate& estimate, const Console& console) {
    std::vector<std::vector<std::string>> table;
    for (const cost::CostLine& line : estimate.lines) {
        std::string source = line.source;
        if (!line.asOf.empty()) source += " (" + line.asOf + ")";
        if (line.assumed) source += " " + console.text(Text::cost_assumed);
        const std::string unknown = console.text(Text::cost_unknown);
        std::string price = line.unitPrice ? money(*line.unitPrice, 3) : unknown;
        if (line.tiered) price = console.text(Text::cost_from_price, {{"price", price}});
        table.push_back({
            nameOf(line),
            std::string(cost::componentWord(line.component)),
            line.quantity.toString(),
            std::string(cost::componentUnit(line.component)),
            price,
            line.hourly  ? money(*line.hourly, 3)
            : line.usage ? std::string("-")
                         : unknown,
            line.monthly ? money(*line.monthly, 2) : unknown,
            clean(source),
        });
    }
    return table;
}

std::string amount(const cost::Totals& totals, const Decimal& value, int places, const Console& console) {
    const std::string text = money(value, places);
    return totals.atLeast ? console.text(Text::cost_at_least, {{"amount", text}}) : text;
}

std::vector<Column> totalColumns(const Console& console) {
    return {
        {""},
        {console.text(Text::cost_column_hourly), Align::Right},
        {console.text(Text::cost_column_monthly), Align::Right},
    };
}

std::vector<std::vector<std::string>> totalRows(const cost::Estimate& estimate, const Console& console) {
    const auto row = [&](Text title, const cost::Totals& totals) {
        return std::vector<std::string>{console.text(title), amount(totals, totals.hourly, 3, console),
                                        amount(totals, totals.monthly, 2, console)};
    };
    return {
        {console.text(Text::cost_total_fixed), amount(estimate.total, estimate.total.hourly, 3, console),
         amount(estimate.total, estimate.total.fixedMonthly, 2, console)},
        {console.text(Text::cost_total_usage), "-",
         amount(estimate.total, estimate.total.usageMonthly, 2, console)},
        row(Text::cost_total, estimate.total),
        row(Text::cost_nat_off, estimate.natOff),
        row(Text::cost_nat_on, estimate.natOn),
        {console.text(Text::cost_nat_difference),
         signedMoney(estimate.natOn.hourly - estimate.natOff.hourly, 3),
         signedMoney(estimate.natOn.monthly - estimate.natOff.monthly, 2)},
    };
}

/// The keys of the sources that stand behind some line.
std::set<std::string> usedSources(const cost::Estimate& estimate, const cost::PriceBook& book) {
    std::set<std::string> used;
    for (const cost::CostLine& line : estimate.lines)
        if (const auto price = book.price(estimate.region, line.component))
            used.insert(price->sources.begin(), price->sources.end());
    return used;
}

std::vector<std::string> remarks(const cost::Estimate& estimate, const cost::PriceBook& book,
                                 const Console& console) {
    std::vector<std::string> lines = {
        console.text(Text::cost_month, {{"hours", estimate.hoursPerMonth.toString()}}),
        console.text(Text::cost_no_workloads),
    };
    const bool hasUsage = std::any_of(estimate.lines.begin(), estimate.lines.end(),
                                      [](const cost::CostLine& line) { return line.usage; });
    if (!hasUsage) lines.push_back(console.text(Text::cost_no_usage));
    if (!estimate.unknown().empty()) lines.push_back(console.text(Text::cost_some_unknown));
    for (const std::string& key : usedSources(estimate, book)) {
        const auto source = book.sources().find(key);
        if (source == book.sources().end()) continue;
        lines.push_back(console.text(
            Text::cost_source_line,
            {{"key", key}, {"reference", source->second.reference}, {"date", source->second.asOf}}));
    }
    return lines;
}

std::string heading(const cost::Estimate& estimate, const Console& console) {
    return console.text(estimate.natEnabled ? Text::cost_heading_on : Text::cost_heading_off,
                        {{"region", estimate.region}, {"name", estimate.regionName}});
}

ordered_json number(const std::optional<Decimal>& value) {
    return value ? ordered_json(value->toString()) : ordered_json(nullptr);
}

ordered_json totalsJson(const cost::Totals& totals) {
    return {
        {"total_hourly", totals.hourly.toString()},
        {"total_monthly", totals.monthly.toString()},
        {"fixed_monthly", totals.fixedMonthly.toString()},
        {"usage_monthly", totals.usageMonthly.toString()},
        {"at_least", totals.atLeast},
    };
}

ordered_json lineJson(const cost::CostLine& line) {
    return {
        {"node", clean(line.nodeName)},
        {"node_id", toString(line.node)},
        {"detail_id", line.detail ? ordered_json(toString(*line.detail)) : ordered_json(nullptr)},
        {"component", cost::componentWord(line.component)},
        {"unit", cost::componentUnit(line.component)},
        {"quantity", line.quantity.toString()},
        {"unit_price", number(line.unitPrice)},
        {"hourly", number(line.hourly)},
        {"monthly", number(line.monthly)},
        {"kind", line.usage ? "usage" : "fixed"},
        {"source", line.source},
        {"as_of", line.asOf},
        {"assumed", line.assumed},
        {"tiered", line.tiered},
        {"on_nat_toggle", line.onNatToggle},
    };
}

} // namespace

std::string costAsText(const cost::Estimate& estimate, const cost::PriceBook& book, const Console& console) {
    std::string text = heading(estimate, console) + "\n\n";
    if (estimate.lines.empty())
        text += console.text(Text::cost_nothing) + "\n\n";
    else
        text += alignedTable(columns(console), rows(estimate, console)) + "\n";
    text += alignedTable(totalColumns(console), totalRows(estimate, console)) + "\n";
    for (const std::string& line : remarks(estimate, book, console))
        text += line + "\n";
    return text;
}

std::string costAsMarkdown(const cost::Estimate& estimate, const cost::PriceBook& book,
                           const Console& console) {
    std::string text = "## " + heading(estimate, console) + "\n\n";
    if (estimate.lines.empty())
        text += console.text(Text::cost_nothing) + "\n\n";
    else
        text += markdownTable(columns(console), rows(estimate, console)) + "\n";
    text += markdownTable(totalColumns(console), totalRows(estimate, console)) + "\n";
    for (const std::string& line : remarks(estimate, book, console))
        text += "- " + line + "\n";
    return text;
}

std::string costAsJson(const cost::Estimate& estimate, const cost::PriceBook& book) {
    ordered_json lines = ordered_json::array(), unknown = ordered_json::array();
    for (const cost::CostLine& line : estimate.lines)
        lines.push_back(lineJson(line));
    for (const cost::CostLine* line : estimate.unknown())
        unknown.push_back({
            {"node", clean(line->nodeName)},
            {"node_id", toString(line->node)},
            {"component", cost::componentWord(line->component)},
            {"unit", cost::componentUnit(line->component)},
            {"quantity", line->quantity.toString()},
        });
    ordered_json sources = ordered_json::object();
    for (const std::string& key : usedSources(estimate, book)) {
        const auto source = book.sources().find(key);
        if (source == book.sources().end()) continue;
        sources[key] = {{"reference", source->second.reference},
                        {"as_of", source->second.asOf},
                        {"kind", source->second.kind},
                        {"caveat", source->second.caveat}};
    }
    ordered_json json = {
        {"region", estimate.region},
        {"region_name", estimate.regionName},
        {"currency", "USD"},
        {"nat_enabled", estimate.natEnabled},
        {"hours_per_month", ordered_json::parse(estimate.hoursPerMonth.toString())},
        {"lines", lines},
    };
    json.update(totalsJson(estimate.total));
    json["nat_off"] = totalsJson(estimate.natOff);
    json["nat_on"] = totalsJson(estimate.natOn);
    json["nat_difference"] = {
        {"hourly", (estimate.natOn.hourly - estimate.natOff.hourly).toString()},
        {"monthly", (estimate.natOn.monthly - estimate.natOff.monthly).toString()},
    };
    json["unknown"] = unknown;
    json["sources"] = sources;
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string costAsCsv(const cost::Estimate& estimate) {
    const auto number = [](const std::optional<Decimal>& value) {
        return value ? value->toString() : std::string();
    };
    std::string text = csvRecord({"node", "node_id", "component", "unit", "quantity", "unit_price", "hourly",
                                  "monthly", "kind", "source", "as_of", "assumed"});
    for (const cost::CostLine& line : estimate.lines)
        text += csvRecord(
            {clean(line.nodeName), toString(line.node), std::string(cost::componentWord(line.component)),
             std::string(cost::componentUnit(line.component)), line.quantity.toString(),
             number(line.unitPrice), number(line.hourly), number(line.monthly),
             line.usage ? "usage" : "fixed", line.source, line.asOf, line.assumed ? "true" : "false"});
    return text;
}

} // namespace sekisho::cli
