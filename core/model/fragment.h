// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/delta.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sekisho {

/// That a subnet goes by a route table or network ACL which is not part of the fragment, or has a network
/// interface of an endpoint; or a route table by a gateway endpoint.
struct Joined {
    ElementId member;
    ElementId holder;
    bool active = true; ///< of an ACL: in force

    friend bool operator==(const Joined&, const Joined&) = default;
};

/// A part of a design that stands by itself, as a clipboard holds it.
struct Fragment {
    std::vector<Node> nodes; ///< in the order of their ids; references may lead out of the fragment
    std::vector<std::pair<Placement, Box>> boxes;
    std::vector<ElementId> roots; ///< what was copied; the other nodes came along with it
    std::vector<Joined> joined;

    friend bool operator==(const Fragment&, const Fragment&) = default;
};

/// The nodes with what they hold: zones and subnets what is in them, a NAT gateway its Elastic IPs, zones the
/// route tables that serve only them. What a VPC holds comes with it: groups, tables, ACLs, gateways. A
/// workload of several zones comes with each of them; where it is still there, pasting draws it in the new
/// zone too.
Fragment fragmentOf(const Design& design, const std::vector<ElementId>& nodes);

struct PasteOptions {
    /// The container it goes into: subnets go into a zone (or a subnet's), workloads into a subnet...
    /// Nothing: where the originals are, if they are of this design.
    std::optional<ElementId> into;
    /// Whether the fragment was taken from this design: then references that lead out of it are kept where
    /// they still lead somewhere. Otherwise an equal id may mean something else, and they fall away.
    bool sameDesign = true;
    std::int32_t dx = 0; ///< by which the boxes of the roots are shifted
    std::int32_t dy = 0;
    std::vector<std::string> zonesOfRegion; ///< the usual zones of the design's Region, if known
};

struct Pasted {
    Delta delta;
    std::vector<ElementId> roots; ///< the copies of Fragment::roots
};

namespace edits {

/// Puts a copy of the fragment into the design: ids are new, references within lead to the copies, names that
/// are taken get " copy", subnets whose block is taken get a free one, zones that the VPC has the next. What
/// is named after a zone that becomes another ("public-1c") is named after that one. Subnets join the route
/// table and network ACL of their originals, route tables the gateway endpoints, if those did not come along
/// and are of the VPC that it goes into. Errors: edit_no_free_cidr; edit_dangling for what has no place (a
/// subnet without a zone to go into).
[[nodiscard]] Result<Pasted> pasteFragment(const Design& design, const Fragment& fragment,
                                           const PasteOptions& options = {});

} // namespace edits
} // namespace sekisho
