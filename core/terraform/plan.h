// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/resources.h"
#include "core/terraform/survey.h"

#include <string>
#include <vector>

namespace sekisho::terraform {

/// One resource set as it will be written.
struct PlannedSet {
    const TypeInfo* type = nullptr;
    FileId file{};
    ElementId owner; ///< node of the first member
    std::string label;
    AddressForm form = AddressForm::Single;
    std::vector<ResourceMember> members;
    bool separateRules = false; ///< groups: the rules are resources of their own

    std::string address() const { return std::string(type->type) + "." + label; }
    friend bool operator==(const PlannedSet&, const PlannedSet&) = default;
};

/// Everything the design asks of Terraform, in the order in which it is written. What has no address, or
/// shares one, is an error in `diagnostics`.
std::vector<PlannedSet> planSets(const Survey& survey, Diagnostics& diagnostics);

/// The part of it that is of some groups, each by itself: none of them may share a set with others. Whether
/// an address is taken by another set is for the caller to look.
std::vector<PlannedSet> planGroups(const Survey& survey, const std::vector<SecurityGroupId>& groups,
                                   Diagnostics& diagnostics);

/// What concerns the whole design: what is drawn but not exported, what cannot be exported yet, what AWS
/// allows once only.
void checkWhole(const Survey& survey, Diagnostics& diagnostics);

/// Whether the design is one that can be laid beside the article's base; an error for each difference.
void checkAddOn(const Survey& survey, const std::vector<PlannedSet>& plan, Diagnostics& diagnostics);

/// Whether the set belongs to the base of an add-on, and so is not written by it.
bool isOfBase(const PlannedSet& set);

} // namespace sekisho::terraform
