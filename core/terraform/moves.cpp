// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/moves.h"

#include <algorithm>
#include <map>
#include <set>

namespace sekisho::terraform {

namespace {

constexpr std::string_view groupTypes[] = {"aws_security_group", "aws_default_security_group"};

/// The label of a group's address; empty for any other.
std::string groupLabel(std::string_view address) {
    const std::string_view resource = splitAddress(address).resource;
    for (const std::string_view type : groupTypes)
        if (resource.size() > type.size() && resource.substr(0, type.size()) == type &&
            resource[type.size()] == '.')
            return std::string(resource.substr(type.size() + 1));
    return {};
}

/// Rules with an address made from their group's, by the group's label.
struct RuleAddress {
    std::string_view type;
    std::string suffix; ///< "_12"
};
std::multimap<std::string, RuleAddress> derivedRules(const Survey& survey,
                                                     const std::vector<PlannedSet>& plan) {
    std::multimap<std::string, RuleAddress> rules;
    for (const PlannedSet& set : plan) {
        if (set.type->type != ingressRuleType && set.type->type != egressRuleType) continue;
        const ElementId rule = set.members.front().element;
        const std::string suffix = "_" + std::to_string(rule.number);
        if (survey.addresses().find(rule, set.type->type) || set.label.size() <= suffix.size()) continue;
        rules.emplace(set.label.substr(0, set.label.size() - suffix.size()),
                      RuleAddress{set.type->type, suffix});
    }
    return rules;
}

} // namespace

SplitAddress splitAddress(std::string_view address) {
    const std::size_t bracket = std::min(address.find('['), address.size());
    return {address.substr(0, bracket), address.substr(bracket)};
}

std::vector<MovedAddress> movesOf(const Survey& survey, const std::vector<PlannedSet>& plan) {
    const std::vector<MovedAddress>& stored = survey.design().addresses.moved;
    std::map<std::string, std::string> relabelled; ///< labels of groups
    for (const MovedAddress& move : stored) {
        const std::string from = groupLabel(move.from), to = groupLabel(move.to);
        if (!from.empty() && !to.empty() && from != to) relabelled.emplace(from, to);
    }
    if (relabelled.empty()) return stored;
    const auto rules = derivedRules(survey, plan);
    const auto labelNow = [&](std::string label) {
        for (std::size_t steps = 0; steps < relabelled.size(); ++steps) {
            const auto next = relabelled.find(label);
            if (next == relabelled.end()) break;
            label = next->second;
        }
        return label;
    };
    std::vector<MovedAddress> moves;
    std::set<std::string> done;
    for (const MovedAddress& move : stored) {
        moves.push_back(move);
        const std::string from = groupLabel(move.from), to = groupLabel(move.to);
        if (from.empty() || to.empty() || from == to || !done.insert(from).second) continue;
        const auto [first, last] = rules.equal_range(labelNow(to));
        for (auto rule = first; rule != last; ++rule) {
            const std::string type(rule->second.type);
            moves.push_back({type + "." + from + rule->second.suffix, type + "." + to + rule->second.suffix});
        }
    }
    return moves;
}

} // namespace sekisho::terraform
