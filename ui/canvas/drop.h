// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/model/delta.h"
#include "ui/canvas/palette_kinds.h"

#include <QPoint>
#include <QString>

#include <string>
#include <vector>

/// What becomes of something new that is dropped into the drawing. Pure: nothing of windows here.
namespace sekisho::canvas {

/// Who would take a drop.
struct DropTarget {
    /// The container, workload, gateway... that takes it and lights up; nothing: the empty ground.
    std::optional<Placement> placement;
    /// Why nobody takes it, in one sentence; empty: it is taken.
    QString refusal;

    bool takes() const { return refusal.isEmpty(); }
};

/// Who takes a new thing that is dropped on `over`: the container or tile under the mouse, nothing for empty
/// ground. Where that is not the right one but has exactly one that is (a NAT gateway on a zone with one
/// public subnet, a security group on a subnet), that one takes it.
DropTarget dropTarget(const Network& network, PaletteKind kind, const std::optional<Placement>& over);

/// Whether the new thing has to be told which AWS service it is for.
bool asksForService(PaletteKind kind);
/// The services that are usual for that type, best known first: "s3", "ecr.api"...
std::vector<std::string> usualServices(EndpointType type);

struct DropOptions {
    /// Where it goes, relative to the content of the target; nothing: wherever the layout puts it.
    std::optional<QPoint> position;
    std::string name;                       ///< empty: one that no other has
    std::string service;                    ///< endpoints
    std::vector<std::string> zonesOfRegion; ///< the usual zones of the design's Region, if known
};

struct Dropped {
    Delta delta;
    ElementId made; ///< what to select afterwards
};

/// The edit that a drop on `target` (of dropTarget(), which took it) means. Errors: those of the edits.
[[nodiscard]] Result<Dropped> drop(const Design& design, PaletteKind kind,
                                   const std::optional<Placement>& target, const DropOptions& options = {});

} // namespace sekisho::canvas
