// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"
#include "core/terraform/export.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What terraform would destroy and make again, were the folder of one design's export followed by another's:
/// found by comparing the arguments that the two exports give to each resource in terraform's state.
namespace sekisho::terraform {

/// An argument that no resource can be given once it exists.
struct ForcedArgument {
    std::string name;
    std::string before; ///< its value, or the address of what it refers to; empty: none
    /// The same as `before` where it refers to a resource that is itself replaced.
    std::string after;

    friend bool operator==(const ForcedArgument&, const ForcedArgument&) = default;
};

struct Replacement {
    ElementId element;                     ///< what has the address now
    std::string address;                   ///< now
    std::vector<ForcedArgument> arguments; ///< why; empty: only because its address is another
    /// The same resource under another address: a `moved` block from there to here keeps it.
    std::optional<MovedAddress> moved;
    /// Whether it is kept if all the moves of the list are made.
    bool avoidable = false;

    friend bool operator==(const Replacement&, const Replacement&) = default;
};

/// In the order of the export. What merely comes or goes, also with the NAT switch, is not among them.
std::vector<Replacement> replacements(const Design& before, const Design& now, const ExportOptions& options);

/// Every move that a list offers; to be made together.
std::vector<MovedAddress> movesThatKeep(const std::vector<Replacement>& list);

/// The same again and again while a design changes. An edit that cannot matter (a box, a rule, a name that
/// people read) costs a comparison of pointers.
class ReplacementFinder {
public:
    ReplacementFinder();
    ~ReplacementFinder();

    /// The design that terraform is taken to have applied; nothing: none yet, and so nothing to replace.
    void setBefore(std::optional<Design> design);
    /// The reference lives until the next call.
    const std::vector<Replacement>& update(const Design& now, const ExportOptions& options);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// A row of the table of arguments that force replacement: the "Forces new resource" of the AWS provider
/// 6.25.0, for the arguments that exports write.
struct ForcesReplacement {
    std::string_view type;
    std::string_view argument;
    std::string_view whenAbsent = {}; ///< the provider's default
    bool computed = false;            ///< left out, what AWS has stays
};
const std::vector<ForcesReplacement>& argumentsThatForceReplacement();

} // namespace sekisho::terraform
