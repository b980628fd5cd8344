// SPDX-License-Identifier: Apache-2.0
#include "app/cli/names.h"

#include "core/model/address_book.h"

#include <algorithm>

namespace sekisho::cli {

namespace {

constexpr std::size_t mostCandidates = 20;

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0;;) {
        const auto at = text.find(separator, from);
        parts.push_back(text.substr(from, at - from));
        if (at == std::string_view::npos) return parts;
        from = at + 1;
    }
}

/// The names of what a node stands in, the outermost first, and its own.
std::vector<std::string> namesUpTo(const Network& network, ElementId id) {
    std::vector<ElementId> chain;
    if (const auto vpc = vpcOf(network, id); vpc && ElementId(*vpc) != id) chain.push_back(*vpc);
    if (const auto zone = zoneOf(network, id); zone && ElementId(*zone) != id) chain.push_back(*zone);
    const Node* node = network.find(id);
    if (const auto* nat = node ? std::get_if<NatGateway>(node) : nullptr)
        if (nat->subnet) chain.push_back(*nat->subnet);
    chain.push_back(id);
    std::vector<std::string> names;
    for (const ElementId each : chain)
        if (const Node* found = network.find(each)) names.push_back(baseOf(*found).name);
    return names;
}

bool bearsName(const Node& node, std::string_view name) {
    const auto* zone = std::get_if<AvailabilityZone>(&node);
    return baseOf(node).name == name || (zone && zone->zone == name);
}

/// Whether the segments are names of what the node stands in, in order, and the last one is its own.
bool matchesPath(const Network& network, ElementId id, const std::vector<std::string_view>& segments) {
    const auto names = namesUpTo(network, id);
    if (names.empty() || names.back() != segments.back()) return false;
    std::size_t next = 0;
    for (const std::string& name : names)
        if (next < segments.size() && name == segments[next]) ++next;
    return next == segments.size();
}

bool exists(const Design& design, ElementId id) {
    return ownerOf(design.network, id).has_value();
}

std::vector<ElementId> byAddress(const Design& design, std::string_view text) {
    std::vector<ElementId> found;
    for (const auto& entry : design.addresses.sets) {
        const std::string key = toString(entry.key);
        if (text.substr(0, key.size()) != key) continue;
        const ResourceSet& set = *entry.value;
        for (std::size_t i = 0; i < set.members.size(); ++i)
            if (text == key || text == toString(AddressRef{&entry.key, &set, i}))
                found.push_back(set.members[i].element);
    }
    return found;
}

std::vector<ElementId> byName(const Design& design, std::string_view text) {
    std::vector<ElementId> found;
    for (const auto& entry : design.network.nodes)
        if (bearsName(*entry.value, text)) found.push_back(entry.key);
    if (!found.empty() || text.find('/') == std::string_view::npos) return found;
    const auto segments = split(text, '/');
    for (const auto& entry : design.network.nodes)
        if (matchesPath(design.network, entry.key, segments)) found.push_back(entry.key);
    return found;
}

std::string described(const Network& network, ElementId id) {
    return toString(id) + " (" +
           (isNodeKind(id.kind) ? pathOf(network, id) : text::displayName(network, id)) + ")";
}

std::string kindWords(const std::vector<Kind>& kinds) {
    std::vector<std::string_view> words;
    for (const Kind kind : kinds)
        words.push_back(kindWord(kind));
    return joined(words);
}

} // namespace

std::string mainAddress(const Design& design, const AddressIndex& addresses, ElementId element) {
    if (const Node* node = design.network.find(element))
        for (const std::string_view type : requiredTypes(*node))
            if (const auto ref = addresses.find(element, type)) return toString(*ref);
    if (const auto all = addresses.all(element); !all.empty()) return toString(all.front());
    const auto owner = isNodeKind(element.kind) ? std::nullopt : ownerOf(design.network, element);
    return owner ? mainAddress(design, addresses, *owner) : std::string();
}

std::string pathOf(const Network& network, ElementId node) {
    return joined(namesUpTo(network, node), "/");
}

Attempt<ElementId> findElement(const Design& design, std::string_view text, const std::vector<Kind>& kinds) {
    std::vector<Kind> wanted = kinds;
    const auto fits = [&](ElementId id) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), id.kind) != wanted.end();
    };
    std::string_view name = text;
    std::vector<ElementId> found;
    if (const auto id = elementIdFromString(text); id && exists(design, *id)) found = {*id};
    if (found.empty()) found = byAddress(design, text);
    if (found.empty()) found = byName(design, text);
    const auto colon = text.find(':');
    if (found.empty() && colon != std::string_view::npos && colon + 1 < text.size()) {
        if (const auto kind = kindFromWord(text.substr(0, colon));
            kind && (kinds.empty() || std::find(kinds.begin(), kinds.end(), *kind) != kinds.end())) {
            wanted = {*kind};
            name = text.substr(colon + 1);
            found = byName(design, name);
        }
    }
    if (found.empty())
        return wanted.empty() ? problem(Text::element_unknown, {{"name", std::string(text)}})
                              : problem(Text::element_unknown_among,
                                        {{"name", std::string(text)}, {"kinds", kindWords(wanted)}});

    std::vector<ElementId> fitting;
    std::copy_if(found.begin(), found.end(), std::back_inserter(fitting), fits);
    if (fitting.size() == 1) return fitting.front();
    const bool none = fitting.empty();
    std::vector<std::string> candidates;
    for (const ElementId id : none ? found : fitting) {
        if (candidates.size() == mostCandidates) {
            candidates.emplace_back("…");
            break;
        }
        candidates.push_back(described(design.network, id));
    }
    return problem(
        none ? Text::element_kind : Text::element_ambiguous,
        {{"name", std::string(text)}, {"candidates", joined(candidates)}, {"kinds", kindWords(wanted)}});
}

} // namespace sekisho::cli
