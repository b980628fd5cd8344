// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/nodes.h"

#include <QString>

#include <optional>
#include <vector>

/// The one table of what can be put into a drawing: the palette lists it, the canvas takes it.
namespace sekisho::canvas {

enum class PaletteKind {
    Vpc,
    AvailabilityZone,
    PublicSubnet,
    PrivateSubnet,
    IsolatedSubnet,
    InternetGateway,
    NatGateway,
    RegionalNatGateway,
    EgressOnlyInternetGateway,
    RouteTable,
    ElasticIp,
    SecurityGroup,
    NetworkAcl,
    PrefixList,
    Alb,
    Nlb,
    EcsService,
    Ec2Instance,
    Rds,
    Lambda,
    ElastiCache,
    OtherWorkload,
    GatewayEndpoint,
    InterfaceEndpoint,
    Peering,
    FlowLog,
    Internet,
    ExternalNetwork,
};

enum class PaletteGroup { Network, Security, Workloads, Connections, Outside };

struct PaletteEntry {
    PaletteKind kind{};
    PaletteGroup group{};
    const char* word;  ///< for scripts, tests and drags: "public-subnet"
    const char* name;  ///< "Public subnet"; translated by paletteName()
    const char* icon;  ///< of resources/icons
    const char* tip;   ///< what it does there, one sentence; translated by paletteTip()
    const char* terms; ///< further words by which people look for it: English, Japanese, AWS's
};

/// In the order of PaletteKind, which is that of the palette.
const std::vector<PaletteEntry>& paletteTable();
const PaletteEntry& paletteEntry(PaletteKind kind);
std::optional<PaletteKind> paletteKindFromWord(const QString& word);

QString paletteName(PaletteKind kind);
QString paletteTip(PaletteKind kind);
QString paletteGroupName(PaletteGroup group);
/// Whether what people typed means this entry: each of its words begins a word of the name (in English or in
/// the present language), of the word or of the terms, or stands within one of three characters or more.
bool paletteMatches(const PaletteEntry& entry, const QString& query);

/// The kind of node it makes.
Kind nodeKindOf(PaletteKind kind);
std::optional<WorkloadKind> workloadKindOf(PaletteKind kind);
std::optional<Tier> tierOf(PaletteKind kind);
std::optional<EndpointType> endpointTypeOf(PaletteKind kind);

/// A drag from the palette carries the word under this type.
inline constexpr const char* paletteMimeType = "application/x-sekisho-palette";

} // namespace sekisho::canvas
