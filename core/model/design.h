// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/decimal.h"
#include "core/base/result.h"
#include "core/model/addresses.h"
#include "core/model/network.h"

#include <optional>

namespace sekisho {

/// A node as drawn in one place: a workload in two subnets is drawn twice.
struct Placement {
    ElementId node;
    std::optional<SubnetId> in; ///< workloads and endpoints: the subnet of this drawing

    friend auto operator<=>(const Placement&, const Placement&) = default;
};

/// Where people put it, in scene units (1 px at 100 %), relative to the container, and how it shall look.
/// What has no box is placed automatically.
struct Box {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::optional<std::int32_t> width; ///< unset: as large as the content wants
    std::optional<std::int32_t> height;
    bool automatic = false; ///< x and y say nothing: it is placed automatically all the same
    bool locked = false;    ///< it stays where it is: neither a drag nor tidying moves it
    bool collapsed = false;
    std::optional<std::uint8_t> color; ///< index into the group colours; unset: by order

    friend bool operator==(const Box&, const Box&) = default;
};

/// What only the picture knows.
struct Diagram {
    Table<Placement, Box> boxes;

    friend bool operator==(const Diagram&, const Diagram&) = default;
};

enum class RuleStyle : std::uint8_t {
    Inline,   ///< ingress and egress blocks in aws_security_group
    Separate, ///< aws_vpc_security_group_ingress_rule and _egress_rule
};

struct Settings {
    std::string region = "ap-northeast-1";
    std::string projectName = "sekisho";
    std::string environment = "dev";
    bool natEnabled = true; ///< the position of the NAT switch (enable_nat_gateway)
    RuleStyle ruleStyle = RuleStyle::Inline;
    std::map<std::string, std::string> defaultTags; ///< of the provider

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// Traffic of the whole design, GB per month.
struct Usage {
    std::optional<Decimal> natProcessedGb; ///< through NAT gateways, both directions
    std::optional<Decimal> internetOutGb;  ///< to the internet
    std::optional<Decimal> endpointGb;     ///< through interface endpoints

    friend bool operator==(const Usage&, const Usage&) = default;
};

/// A finding that somebody has looked at and lives with.
struct Acceptance {
    std::string code; ///< of the finding, e.g. "sg-open-to-world"
    std::vector<ElementId> subjects;
    std::string reason;
    std::string until; ///< "2027-03-31"; empty: for ever

    friend bool operator==(const Acceptance&, const Acceptance&) = default;
};

struct Notes {
    Usage usage;
    std::vector<Acceptance> acceptances;

    friend bool operator==(const Notes&, const Notes&) = default;
};

struct Delta;
struct ChangeSet;

/// One document. A plain value: copies are cheap and independent.
struct Design {
    Network network;
    Addresses addresses;
    Diagram diagram;
    Settings settings;
    Notes notes;

    /// Carries out an edit wholly or not at all. Errors: edit_conflict (what the delta expects to find is not
    /// there, or is already there), edit_kind (a node under an id of another kind), edit_duplicate_id (a part
    /// whose id another has), edit_dangling (a NEW reference to what does not exist), edit_address (an
    /// address that is not legal, or two for one thing).
    [[nodiscard]] Result<ChangeSet> apply(const Delta& delta);

    friend bool operator==(const Design&, const Design&) = default;
};

} // namespace sekisho
