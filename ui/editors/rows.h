// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <string>
#include <variant>

/// What the rows of the tables hold. For the models alone: it brings the whole model with it.
namespace sekisho::editors {

struct Tag {
    std::string key, value;

    friend bool operator==(const Tag&, const Tag&) = default;
};

/// The route to the VPC itself, which each table has.
struct LocalRoute {
    std::string destination;

    friend bool operator==(const LocalRoute&, const LocalRoute&) = default;
};

/// The rule at the end of each direction of a network ACL, which denies what no rule before it decided.
struct LastDeny {
    bool ipv6 = false;

    friend bool operator==(const LastDeny&, const LastDeny&) = default;
};

/// One row: a copy of what the design holds, so that the table can say what has changed.
struct Row {
    /// Tells rows apart: the id of the part. What has no id of its own has a number of the model's.
    ElementId key;
    std::variant<SecurityGroupRule, NetworkAclRule, LastDeny, Route, LocalRoute, Listener, PrefixListEntry,
                 VpcCidr, Tag>
        value;

    /// What AWS made, which nobody can change.
    bool isFixed() const {
        return std::holds_alternative<LastDeny>(value) || std::holds_alternative<LocalRoute>(value);
    }
};

} // namespace sekisho::editors
