// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/links.h"

#include <QFont>
#include <QPointF>
#include <QRectF>

#include <unordered_map>
#include <vector>

/// Where everything is drawn. Pure: the same design gives the same layout.
namespace sekisho::canvas {

/// How something is drawn, as far as its place matters.
enum class Shape : std::uint8_t {
    Vpc,
    Zone,
    Subnet,
    Tile,       ///< 52: workloads, NAT gateways, endpoints, what stands on a shelf
    SmallTile,  ///< 36: Elastic IPs
    BorderTile, ///< 44, on the VPC's border, its name at the right of it, outside
    Capsule,    ///< above the VPC: the internet, other externals, prefix lists
    Chip,       ///< a security group
    Source,     ///< a CIDR that rules name
    Gate,       ///< a network ACL
    RouteTable, ///< the badge of one
};

inline bool isContainer(Shape shape) {
    return shape <= Shape::Subnet;
}

struct Placed {
    Placement placement;
    Shape shape{};
    QRectF rect;             ///< the box
    QRectF text;             ///< what is written under or beside it, or as its title; null: nothing
    int parent = -1;         ///< index of the container it is drawn in
    QPointF content;         ///< containers: what boxes are relative to
    bool outerRight = false; ///< its zone stands right of the spine: the route lane is at the right
    bool atTop = false;      ///< route tables, gateways: on the top border of their container

    /// The box with its text.
    QRectF extent() const { return text.isNull() ? rect : rect.united(text); }
    friend bool operator==(const Placed&, const Placed&) = default;
};

/// The lane that a rule takes along the spine past the chips between its ends.
struct SpineLane {
    int side = 0; ///< -1 left, 1 right, 0: straight from chip to chip
    int lane = 0; ///< 0 is the nearest to the chips
};

/// The free corridors of one VPC, for the router.
struct VpcLayout {
    VpcId vpc;
    int index = -1; ///< of its box in items
    double spineX = 0;
    double gutterLeft = 0, gutterRight = 0; ///< the inner borders of the zones beside the spine
    double chipHalf = 33;                   ///< of the widest chip in the spine
    double firstLane = 47;                  ///< of the lanes beside them, from the spine
    double skyY = 0;                        ///< between the capsules and the gateways on the border
    double topY = 0;                        ///< between the header and the zones
    double bottomY = 0;                     ///< between the zones and the shelf
    double shelfTop = 0;
    std::vector<int> chips;                              ///< in the spine, from the top
    double shelfLeft = 0, cellWidth = 0, cellHeight = 0; ///< the grid of chips on the shelf
    int shelfColumns = 0;
    std::vector<int> shelfChips;
    bool ribbons = true; ///< the chips stand beside their members
};

struct Layout {
    std::vector<Placed> items; ///< containers before what they hold
    std::vector<VpcLayout> vpcs;
    std::vector<SpineLane> lanes;                ///< of Links::rules
    std::vector<std::pair<int, int>> plainLines; ///< Elastic IPs and what they belong to, peered VPCs
    QRectF bounds;

    const Placed* find(const Placement& placement) const {
        const int at = indexOf(placement);
        return at < 0 ? nullptr : &items[std::size_t(at)];
    }
    int indexOf(const Placement& placement) const;
    const VpcLayout* vpcLayout(VpcId vpc) const;

    struct Hash {
        std::size_t operator()(const Placement& p) const noexcept {
            return std::hash<ElementId>()(p.node) * 31 + (p.in ? p.in->number + 1 : 0);
        }
        /// Of the ends of a line.
        std::size_t operator()(const std::pair<Placement, Placement>& ends) const noexcept {
            return (*this)(ends.first) * 1000003 + (*this)(ends.second);
        }
    };
    std::unordered_map<Placement, int, Hash> index;
};

Layout layoutOf(const Design& design, const Links& links);

/// Whether what changed in these nodes can move anything: false where only rules, names of no width, ... did.
/// `before` and `after` are the node's two values.
bool movesThings(const Node& before, const Node& after);

// --- Measures (look: "Canvas geometry")
inline constexpr double tileSize = 52, smallTile = 36, borderTile = 44, tileRow = 96, tileColumn = 100;
inline constexpr double vpcHeader = 26, zoneHeader = 24, subnetHeader = 36, routeLane = 34;
inline constexpr double padding = 10, subnetGap = 22, gutterWidth = 140, laneStep = 12;
inline constexpr double chipHeight = 26, gateHeight = 22, capsuleHeight = 28, sourceHeight = 20;
inline constexpr double borderPitch = 260; ///< gateways on the top border, with their names
inline constexpr double underTile = 38;    ///< the two lines under a tile
inline constexpr int fewOnShelf = 24;      ///< up to so many chips on a shelf stand apart, for labels between

/// The width of a text, remembered.
enum class TextRole { Name, Second, Chip, Gate, Mono, Source, Header, Label };
double textWidth(TextRole role, const QString& text);
double textWidth(TextRole role, const std::string& text); ///< without a way over QString for what is known
const QFont& textFont(TextRole role);

double chipWidth(const std::string& name);
/// The longest part of a chip's or gate's name, in pixels; more is elided.
inline constexpr double longestChipName = 110, longestGateName = 84;

} // namespace sekisho::canvas
