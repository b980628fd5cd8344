// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/lookup.h"

#include "core/terraform/project_files.h"

#include <algorithm>

namespace sekisho::terraform {

std::map<std::string, ElementId> elementsByAddress(const Design& design) {
    std::map<std::string, ElementId> elements;
    for (const auto& entry : design.addresses.sets) {
        const ResourceSet& set = *entry.value;
        for (std::size_t i = 0; i < set.members.size(); ++i) {
            const std::string address = toString(AddressRef{&entry.key, &set, i});
            elements.emplace(address, set.members[i].element);
            if (set.form == AddressForm::Single) elements.emplace(address + "[0]", set.members[i].element);
        }
    }
    // Rules that are resources of their own are named after their group.
    const AddressIndex index(design.addresses);
    for (const SecurityGroup& group : design.network.all<SecurityGroup>()) {
        const auto ref = index.find(group.id, groupType(group));
        if (!ref) continue;
        for (const SecurityGroupRule& rule : group.rules) {
            const std::string_view type = ruleType(rule.direction);
            if (!index.find(rule.id, type))
                elements.emplace(std::string(type) + "." + ref->key->label + "_" +
                                     std::to_string(rule.id.number),
                                 rule.id);
        }
    }
    return elements;
}

std::vector<OutputElements> outputElements(const Design& design, const ExportOptions& options) {
    const Survey survey(design, options);
    Diagnostics ignored;
    const std::vector<PlannedSet> plan = planSets(survey, ignored);
    std::vector<OutputElements> all;
    const auto add = [&](const Output& output) {
        OutputElements found{output.name, std::string(output.values.front().attribute), {}, output.isList};
        for (std::size_t i = 0; i < output.values.size();) {
            // A whole set with keys is listed in the order of its keys.
            const auto ref = survey.addresses().find(output.values[i].element, output.values[i].type);
            std::size_t count = 1;
            if (ref && ref->set->form == AddressForm::ForEach && ref->index == 0 &&
                i + ref->set->members.size() <= output.values.size()) {
                const auto& members = ref->set->members;
                const bool whole = std::equal(members.begin(), members.end(),
                                              output.values.begin() + static_cast<std::ptrdiff_t>(i),
                                              [](const ResourceMember& a, const ElementAttribute& b) {
                                                  return a.element == b.element;
                                              });
                if (whole) {
                    std::vector<ResourceMember> sorted = members;
                    std::sort(sorted.begin(), sorted.end(),
                              [](const auto& a, const auto& b) { return a.key < b.key; });
                    for (const ResourceMember& member : sorted)
                        found.elements.push_back(member.element);
                    i += sorted.size();
                    continue;
                }
            }
            found.elements.push_back(output.values[i].element);
            i += count;
        }
        all.push_back(std::move(found));
    };
    if (!survey.isAddOn())
        for (const Output& output : networkOutputs(survey, plan))
            add(output);
    for (const PlannedSet& set : plan)
        if (set.type->type == "aws_security_group" || set.type->type == "aws_default_security_group")
            if (!set.members.empty() && !(survey.isAddOn() && isOfBase(set))) add(groupOutput(set));
    for (const Output& output : natOutputs(survey, plan))
        add(output);
    return all;
}

} // namespace sekisho::terraform
