// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hcl/expr.h"
#include "core/terraform/plan.h"
#include "core/terraform/survey.h"
#include "core/terraform/term.h"

#include <string>
#include <string_view>
#include <vector>

namespace sekisho::terraform {

/// The variable that holds the CIDRs of a counted set of subnets.
std::string subnetCidrVariable(std::string_view label);
/// Whether they are in that variable: counted, and each with an IPv4 block.
bool hasSubnetCidrVariable(const Network& network, const PlannedSet& set);

/// Whether element `of` is always there when `from` is, or both hang on the NAT switch: otherwise an error.
/// `of` may be toggled only if `from` is.
void checkToggle(Scope& scope, ElementId from, ElementId of, std::string_view type);

/// One expression for one member: its own address and values.
///
/// `lazily` says that the expression may be evaluated while what it refers to is switched off.
hcl::Expr expressionOf(Scope& scope, ElementId from, const Term& term, bool lazily = false);

/// The ids (or other attributes) of elements as one list, `aws_subnet.public[*].id` for a whole counted set;
/// valid also while NAT is switched off. Elements of one set are gathered where they are neighbours. `from`:
/// who asks.
hcl::Expr listOf(Scope& scope, ElementId from, const std::vector<ElementAttribute>& elements);

/// Writes the values that the members of a set have for one argument as one expression. What differs by
/// position follows `count.index`, what differs by key `each`, at the smallest place where the values differ.
class Unifier {
public:
    /// `set` and `scope` must outlive it.
    Unifier(Scope& scope, const PlannedSet& set);

    /// `values`: one for each member. `hint`: what to call the value where `each` has to carry it.
    hcl::Expr unify(const std::vector<const Term*>& values, std::string_view hint);

    /// for_each: what `each.value` must hold, by member, in the order in which it was asked for.
    struct EachValue {
        std::string name;
        std::vector<hcl::Expr> byMember;
    };
    const std::vector<EachValue>& eachValues() const { return m_eachValues; }

private:
    std::optional<hcl::Expr> byIndex(const std::vector<const Term*>& values);
    std::optional<hcl::Expr> byKey(const std::vector<const Term*>& values);
    std::optional<hcl::Expr> within(const std::vector<const Term*>& values, std::string_view hint);
    hcl::Expr memberwise(const std::vector<const Term*>& values, std::string_view hint);
    hcl::Expr eachValue(std::vector<hcl::Expr> byMember, std::string_view hint);
    void checkToggles(const std::vector<const Term*>& values);

    Scope& m_scope;
    const PlannedSet& m_set;
    std::vector<EachValue> m_eachValues;
};

} // namespace sekisho::terraform
