// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "ui/canvas/layout.h"
#include "ui/style/group_badge.h"

#include <optional>
#include <vector>

namespace sekisho::canvas {

/// What an item shows of the design: equal contents are drawn alike.
struct Content {
    QString icon;
    QString name;   ///< the first line
    QString second; ///< the line under it
    /// Where the first line is only what kind of workload it is: its own name, for when there is room for
    /// one.
    QString own;
    std::vector<style::GroupMark> groups;
    Tier tier = Tier::Private;
    bool locked = false; ///< people have said that it stays where it is
    bool ghost = false;  ///< off: dashed, without fill; gates: not in force
    std::optional<Severity> severity;

    bool operator==(const Content& other) const;
};

/// `severity` is not filled in.
Content contentOf(const Design& design, const Links& links, const Placed& placed);

/// "Internet gateway", "NATゲートウェイ": the kind as a title.
QString kindTitle(Kind kind);
/// "ALB", "ECS service": what stands under a tile.
QString shortName(WorkloadKind kind);

/// The security groups of a workload or endpoint; empty for others.
const std::vector<SecurityGroupId>& groupsOf(const Node& node);

} // namespace sekisho::canvas
