// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/canvas/layout.h"

#include <array>
#include <set>
#include <unordered_set>

/// How layoutOf() goes about it; nobody else includes this.
namespace sekisho::canvas {

/// What stands at the outer side of a subnet: a NAT gateway with its addresses, the address of a workload...
struct OuterRow {
    Placement main;
    std::vector<ElementId> addresses;
};

struct SubnetPlan {
    const Subnet* subnet = nullptr;
    std::vector<ElementId> members; ///< workloads, then endpoints
    std::vector<OuterRow> outer;
    int band = 0;
    QRectF rect; ///< within the zone's content
    struct Tile {
        Placement placement;
        QPointF center; ///< within rect
        Shape shape = Shape::Tile;
    };
    std::vector<Tile> tiles;
    std::vector<std::pair<Placement, Placement>> lines; ///< addresses and what they belong to
};

/// Subnets of the same tier and turn in all zones: they stand beside each other, and their rows are one.
struct Band {
    std::unordered_map<ElementId, int> slot;
    int columns = 1;
    double height = 0;
    double y = 0;
};

struct ZonePlan {
    const AvailabilityZone* zone = nullptr;
    std::vector<SubnetPlan> subnets;
    bool right = false;
    QRectF rect;
    double innerWidth = 288; ///< of its subnets
};

class LayoutBuilder {
public:
    LayoutBuilder(const Design& design, const Links& links);
    Layout build();

private:
    struct VpcPlan {
        const Vpc* vpc = nullptr;
        std::vector<ZonePlan> zones;
        std::vector<Band> bands;
        std::vector<SecurityGroupId> spine;
        std::vector<std::pair<Placement, double>> rows; ///< of the spine: chips, then sources, with their y
        std::vector<ElementId> shelfTiles;
        std::vector<SecurityGroupId> shelfChips;
        std::vector<ElementId> topBorder;
        std::vector<ElementId> sideBorder;
        std::vector<Placement> sky;
        std::vector<Placement> inside; ///< sources within the VPC
        int lanesLeft = 0, lanesRight = 0, skyLanes = 1, bottomLanes = 0, topLanes = 0;
    };

    // --- What belongs where
    void sortOut();
    void sortNats();
    void sortGroups();
    void sortOthers();
    void planZones(VpcPlan& plan);
    static double widthOf(const SubnetPlan& subnet, const Band& band);
    static double outerRowWidth(const OuterRow& row);
    void planBand(Band& band, const std::vector<const SubnetPlan*>& subnets);
    void placeSubnets(VpcPlan& plan);
    void placeTiles(SubnetPlan& subnet, const Band& band, bool right, double innerWidth);
    void placeBands(VpcPlan& plan, const std::vector<std::vector<QRectF>>& byHand);

    // --- Putting it there
    QRectF emitVpc(VpcPlan& plan, QPointF topLeft);
    void emitZone(const ZonePlan& zone, QPointF topLeft, int vpc);
    void emitSubnet(const SubnetPlan& plan, QPointF zoneContent, int zone, const ZonePlan& home);
    static bool isHighest(const SubnetPlan& subnet, const ZonePlan& zone);
    void emitGates(const SubnetPlan& plan, int subnetIndex, bool right, bool highest);
    bool isAtTop(std::uint32_t table) const {
        const auto it = m_tableAtTop.find(table);
        return it != m_tableAtTop.end() && it->second;
    }
    std::vector<double> pitchesOf(const std::vector<std::pair<double, SecurityGroupId>>& order) const;
    void planSpine(VpcPlan& plan, VpcLayout& vpc, double zonesTop);
    void placeLoose(VpcPlan& plan, const std::vector<SecurityGroupId>& loose, double lowest) const;
    void planLanes(VpcPlan& plan, VpcLayout& vpc);
    double emitSpine(VpcPlan& plan, VpcLayout& vpc);
    QSizeF shelfSize(const VpcPlan& plan, double width, VpcLayout& vpc) const;
    double emitShelf(const VpcPlan& plan, VpcLayout& vpc, double left, double width);
    void emitSky(const VpcPlan& plan, VpcLayout& vpc);
    void emitBorder(const VpcPlan& plan, const VpcLayout& vpc, const QRectF& rect);
    void emitRest();

    int add(const Placement& placement, Shape shape, const QRectF& rect, int parent);
    int addTile(const Placement& placement, QPointF center, int parent, Shape shape = Shape::Tile);
    /// Where people put it; null for what is placed here.
    const Box* boxOf(const Placement& placement) const {
        const Box* box = m_design.diagram.boxes.find(placement);
        return box && !box->automatic ? box : nullptr;
    }
    bool placed(ElementId node) const { return m_nodesPlaced.contains(node); }
    const std::string& rawNameOf(ElementId node) const;
    QString nameOf(ElementId node) const;
    static QRectF titleOf(const Placed& container, const std::string& name);
    VpcPlan* planOf(VpcId vpc);

    const Design& m_design;
    const Network& m_network;
    const Links& m_links;
    Layout m_out;
    std::vector<VpcPlan> m_vpcs;
    std::unordered_map<std::uint32_t, std::size_t> m_vpcIndex;
    std::unordered_map<std::uint32_t, SubnetPlan> m_subnets; ///< by number, until they are in a zone
    std::unordered_map<std::uint32_t, std::vector<std::pair<NetworkAclId, bool>>> m_gates; ///< by subnet
    std::unordered_map<std::uint32_t, std::vector<RouteTableId>> m_tables;                 ///< by subnet
    std::unordered_set<ElementId> m_nodesPlaced;
    std::unordered_map<std::uint32_t, bool> m_tableAtTop; ///< of tables with routes: whether all lead up
};

} // namespace sekisho::canvas
