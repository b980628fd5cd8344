// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/terraform/plan.h"

#include <string>
#include <vector>

/// The files around the resources, without their header comments.
namespace sekisho::terraform {

/// Terraform and provider versions, and the provider. Stack only.
std::string versionsText(const Survey& survey, std::string_view terraformVersions);
/// Stack: every variable; add-on: enable_nat_gateway.
std::string variablesText(const Survey& survey, const std::vector<PlannedSet>& plan);
/// Their values.
std::string tfvarsText(const Survey& survey, const std::vector<PlannedSet>& plan);
/// One output: an attribute of one element, or of several as a list.
struct Output {
    std::string name;
    std::string description;
    std::vector<ElementAttribute> values; ///< never empty
    bool isList = false;
};
/// One security group's output, by set; without its description, which its text has.
Output groupOutput(const PlannedSet& set);
/// Made together with the group's text, since groups are many.
std::string groupOutputText(Scope& scope, const PlannedSet& set);
/// The other outputs: what comes before the groups' (stack only), and what comes after them.
std::vector<Output> networkOutputs(const Survey& survey, const std::vector<PlannedSet>& plan);
std::vector<Output> natOutputs(const Survey& survey, const std::vector<PlannedSet>& plan);
std::string networkOutputsText(Scope& scope, const std::vector<PlannedSet>& plan);
std::string natOutputsText(Scope& scope, const std::vector<PlannedSet>& plan);
/// `moved` blocks, of an add-on those alone that are about what it writes.
std::string movedText(const Survey& survey, const std::vector<PlannedSet>& plan, Diagnostics& diagnostics);
std::string dockerComposeText();
/// "# Sekisho: name", and a newline.
std::string headerText(const std::string& designName);

} // namespace sekisho::terraform
