// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/given.h"
#include "core/model/delta.h"

#include <span>

namespace sekisho::cli {

/// An argument of an operation. On the command line it is written name=value; a positional one may also
/// stand as a bare word, in this order.
struct Param {
    std::string_view name;
    std::string_view shown; ///< what people put there: "CIDR"
    Text help{};
    bool required = false;
    bool positional = false;
    bool many = false;                            ///< a list; if positional, the last one
    std::span<const std::string_view> words = {}; ///< what it may be; empty: anything
};

/// An operation of `edit`.
struct EditOp {
    std::string_view name;
    Text help{};
    std::vector<Param> params;
    std::string_view example; ///< its arguments, for the design that `new --template hands-on` makes
    bool fields = false;      ///< takes further arguments: fields of what it makes or changes
    /// What the operation would change. What is wrong with the arguments is remembered by `Given`, and the
    /// result then means nothing.
    Result<Delta> (*run)(Given& given) = nullptr;
};

/// The one table of operations: parsing, help and tests are made from it.
const std::vector<EditOp>& editOps();

const EditOp* findEditOp(std::string_view name);

/// "add-az vpc=VPC zone=ZONE".
std::string usageOf(const EditOp& op);

// The parts of the table.
std::vector<EditOp> genericOps();
std::vector<EditOp> networkOps();
std::vector<EditOp> trafficOps();
std::vector<EditOp> designOps();

} // namespace sekisho::cli
