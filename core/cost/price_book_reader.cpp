// SPDX-License-Identifier: Apache-2.0
#include "core/base/excerpt.h"
#include "core/cost/json_check.h"
#include "core/cost/price_book.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace sekisho::cost {

namespace {

using Json = nlohmann::json;

constexpr std::string_view formatName = "sekisho-price-book";

/// A JSON value and the way to it.
struct Node {
    const Json* json = nullptr;
    std::string path;
};

std::string quoted(const Node& node) {
    const Json& json = *node.json;
    if (json.is_string()) return excerpt(json.get_ref<const std::string&>());
    return json.is_structured() ? json.type_name() : json.dump();
}

std::string below(const std::string& path, std::string_view key) {
    return path.empty() ? excerpt(key) : path + '.' + excerpt(key);
}

} // namespace

/// Reads the members one after another. The first problem is kept and all later reading yields empty values,
/// so that it needs to be looked at only at the end.
class PriceBookReader {
public:
    Result<PriceBook> read(const Json& json);

private:
    void report(Code code, std::vector<DiagnosticArg> args) {
        if (!m_problem) m_problem = error(code, std::move(args));
    }

    void refuseUnknownKeys(const Node& object, std::initializer_list<std::string_view> known);
    Node optionalMember(const Node& object, std::string_view key);
    Node member(const Node& object, std::string_view key);
    std::string text(const Node& object, std::string_view key);
    std::string optionalText(const Node& object, std::string_view key);
    Decimal money(const Node& object, std::string_view key);
    std::vector<Node> items(const Node& object, std::string_view key);
    std::vector<std::string> texts(const Node& object, std::string_view key);
    bool expect(const Node& node, bool isIt, std::string_view type);

    bool readHead(const Node& root);
    void readSources(const Node& object);
    RegionPrices readRegion(const Node& object);
    Price readPrice(const Node& object, Component component);
    std::vector<Tier> readTiers(const Node& object);

    PriceBook m_book;
    std::optional<Diagnostic> m_problem;
};

bool PriceBookReader::expect(const Node& node, bool isIt, std::string_view type) {
    if (!isIt) report(Code::price_book_type, {{"path", node.path}, {"expected", std::string(type)}});
    return isIt;
}

void PriceBookReader::refuseUnknownKeys(const Node& object, std::initializer_list<std::string_view> known) {
    if (m_problem || !expect(object, object.json->is_object(), "object")) return;
    for (const auto& [key, value] : object.json->items())
        if (std::ranges::find(known, key) == known.end())
            return report(Code::price_book_unknown_key, {{"path", below(object.path, key)}});
}

/// The member, or a Node without json.
Node PriceBookReader::optionalMember(const Node& object, std::string_view key) {
    Node node{nullptr, below(object.path, key)};
    if (m_problem || !expect(object, object.json->is_object(), "object")) return node;
    const auto found = object.json->find(key);
    if (found != object.json->end()) node.json = &*found;
    return node;
}

Node PriceBookReader::member(const Node& object, std::string_view key) {
    Node node = optionalMember(object, key);
    if (!node.json) report(Code::price_book_missing, {{"path", node.path}});
    return node;
}

std::string PriceBookReader::optionalText(const Node& object, std::string_view key) {
    return optionalMember(object, key).json ? text(object, key) : std::string();
}

std::string PriceBookReader::text(const Node& object, std::string_view key) {
    const Node node = member(object, key);
    if (m_problem || !expect(node, node.json->is_string(), "string")) return {};
    auto value = node.json->get<std::string>();
    if (value.empty()) report(Code::price_book_text, {{"path", node.path}});
    return value;
}

Decimal PriceBookReader::money(const Node& object, std::string_view key) {
    const Node node = member(object, key);
    if (m_problem) return {};
    if (node.json->is_string()) {
        const auto value = Decimal::parse(node.json->get_ref<const std::string&>());
        if (value && !value->isNegative()) return *value;
    }
    report(Code::price_book_money, {{"path", node.path}, {"text", quoted(node)}});
    return {};
}

std::vector<Node> PriceBookReader::items(const Node& object, std::string_view key) {
    const Node node = member(object, key);
    if (m_problem || !expect(node, node.json->is_array(), "array")) return {};
    std::vector<Node> result;
    for (std::size_t i = 0; i < node.json->size(); ++i)
        result.push_back({&(*node.json)[i], node.path + '[' + std::to_string(i) + ']'});
    return result;
}

std::vector<std::string> PriceBookReader::texts(const Node& object, std::string_view key) {
    std::vector<std::string> result;
    for (const Node& item : items(object, key)) {
        if (!expect(item, item.json->is_string(), "string")) break;
        result.push_back(item.json->get<std::string>());
        if (result.back().empty()) report(Code::price_book_text, {{"path", item.path}});
        if (std::find(result.begin(), result.end() - 1, result.back()) != result.end() - 1)
            report(Code::price_book_duplicate, {{"path", item.path}});
    }
    return result;
}

// Before anything else: of another version even the keys are not ours to judge.
bool PriceBookReader::readHead(const Node& root) {
    const Node format = member(root, "format");
    const Node version = member(root, "version");
    if (m_problem || !expect(format, format.json->is_string(), "string") ||
        !expect(version, version.json->is_number_integer(), "integer"))
        return false;
    if (format.json->get_ref<const std::string&>() == formatName && *version.json == PriceBook::version)
        return true;
    report(Code::price_book_version, {{"format", quoted(format)},
                                      {"version", quoted(version)},
                                      {"known_format", std::string(formatName)},
                                      {"known_version", std::to_string(PriceBook::version)}});
    return false;
}

void PriceBookReader::readSources(const Node& object) {
    if (m_problem || !expect(object, object.json->is_object(), "object")) return;
    for (const auto& [name, json] : object.json->items()) {
        const Node node{&json, below(object.path, name)};
        if (name.empty()) report(Code::price_book_text, {{"path", node.path}});
        refuseUnknownKeys(node, {"ref", "as_of", "kind", "caveat"});
        m_book.m_sources[name] = {text(node, "ref"), text(node, "as_of"), text(node, "kind"),
                                  optionalText(node, "caveat")};
        if (m_problem) return;
    }
}

std::vector<Tier> PriceBookReader::readTiers(const Node& object) {
    std::vector<Tier> tiers;
    const std::vector<Node> rows = items(object, "tiers");
    for (const Node& row : rows) {
        refuseUnknownKeys(row, {"from_gb", "to_gb", "usd_per_gb"});
        Tier tier{money(row, "from_gb"), std::nullopt, money(row, "usd_per_gb")};
        const Node to = member(row, "to_gb");
        if (m_problem) return tiers;
        const bool isLast = &row == &rows.back();
        if (!to.json->is_null()) tier.to = money(row, "to_gb");
        const Decimal start = tiers.empty() ? Decimal() : *tiers.back().to;
        if (tier.from != start || tier.to.has_value() == isLast || (tier.to && *tier.to <= tier.from))
            report(Code::price_book_tiers, {{"path", row.path}});
        if (m_problem) return tiers;
        tiers.push_back(std::move(tier));
    }
    if (tiers.empty()) report(Code::price_book_missing, {{"path", object.path + ".tiers[0]"}});
    return tiers;
}

Price PriceBookReader::readPrice(const Node& object, Component component) {
    refuseUnknownKeys(object, {"unit", "price", "tiers", "sources", "as_of", "derived", "assumed"});
    Price price;
    const std::string unit = text(object, "unit");
    if (!m_problem && unit != componentUnit(component))
        report(Code::price_book_unit, {{"path", object.path + ".unit"},
                                       {"text", quoted(member(object, "unit"))},
                                       {"expected", std::string(componentUnit(component))}});
    if (optionalMember(object, "tiers").json) {
        if (const Node flat = optionalMember(object, "price"); flat.json)
            report(Code::price_book_unknown_key, {{"path", flat.path}});
        price.tiers = readTiers(object);
    } else {
        price.tiers = {{Decimal(), std::nullopt, money(object, "price")}};
    }
    price.sources = texts(object, "sources");
    if (price.sources.empty()) report(Code::price_book_missing, {{"path", object.path + ".sources[0]"}});
    for (const std::string& name : price.sources)
        if (!m_book.m_sources.contains(name))
            report(Code::price_book_source, {{"path", object.path + ".sources"}, {"text", excerpt(name)}});
    price.asOf = text(object, "as_of");
    price.derivedFrom = optionalText(object, "derived");
    if (const Node assumed = optionalMember(object, "assumed"); assumed.json)
        price.assumed = expect(assumed, assumed.json->is_boolean(), "boolean") && assumed.json->get<bool>();
    return price;
}

RegionPrices PriceBookReader::readRegion(const Node& object) {
    RegionPrices region;
    refuseUnknownKeys(object, {"code", "name", "partition", "usage_type_prefix", "zones", "note", "prices"});
    region.code = text(object, "code");
    region.name = text(object, "name");
    region.partition = text(object, "partition");
    region.usageTypePrefix = text(object, "usage_type_prefix");
    region.zones = texts(object, "zones");
    region.note = optionalText(object, "note");
    const Node prices = member(object, "prices");
    if (m_problem || !expect(prices, prices.json->is_object(), "object")) return region;
    for (const auto& [word, json] : prices.json->items())
        if (!componentFromWord(word))
            report(Code::price_book_unknown_key, {{"path", below(prices.path, word)}});
    for (std::size_t i = 0; i < componentCount && !m_problem; ++i) {
        const auto component = static_cast<Component>(i);
        const Node node = member(prices, componentWord(component));
        if (node.json && !node.json->is_null()) region.prices[i] = readPrice(node, component);
    }
    return region;
}

Result<PriceBook> PriceBookReader::read(const Json& json) {
    const Node root{&json, ""};
    if (!json.is_object()) return fail(Code::price_book_type, {{"path", "/"}, {"expected", "object"}});
    if (!readHead(root)) return fail(std::move(*m_problem));
    refuseUnknownKeys(root, {"format", "version", "title", "compiled_from", "currency", "hours_per_month",
                             "notes", "sources", "regions"});
    m_book.m_hoursPerMonth = money(root, "hours_per_month");
    if (const std::string currency = text(root, "currency"); !m_problem && currency != "USD")
        report(Code::price_book_unit,
               {{"path", "currency"}, {"text", quoted(member(root, "currency"))}, {"expected", "USD"}});
    readSources(member(root, "sources"));
    std::set<std::string, std::less<>> codes;
    for (const Node& node : items(root, "regions")) {
        m_book.m_regions.push_back(readRegion(node));
        if (!codes.insert(m_book.m_regions.back().code).second)
            report(Code::price_book_duplicate, {{"path", node.path + ".code"}});
        if (m_problem) break;
    }
    if (m_problem) return fail(std::move(*m_problem));
    return std::move(m_book);
}

Result<PriceBook> PriceBook::parse(std::string_view json) {
    if (json.size() > maxBytes)
        return fail(Code::price_book_too_large,
                    {{"bytes", std::to_string(json.size())}, {"limit", std::to_string(maxBytes)}});
    if (auto problem = checkJson(json)) return fail(std::move(*problem));
    return PriceBookReader().read(Json::parse(json, nullptr, false));
}

} // namespace sekisho::cost
