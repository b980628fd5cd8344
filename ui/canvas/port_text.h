// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/nodes.h"

#include <QString>

#include <optional>
#include <vector>

/// Ports as people say them: "HTTPS", "443", "3000-3010", "udp/53", "80, 443".
namespace sekisho::canvas {

struct WellKnownPort {
    Traffic traffic;
    const char* name;  ///< "HTTPS"; not translated, but for "All traffic"
    const char* terms; ///< other words for it, in lower case: "https tls ssl"
};
const std::vector<WellKnownPort>& wellKnownPorts();

/// "HTTPS 443", "All traffic", "DNS udp/53".
QString portLabel(const WellKnownPort& port);

/// "443", "3000-3010", "udp/53", "All traffic": what parsePorts() reads back.
QString portText(const Traffic& traffic);
QString portsText(const std::vector<Traffic>& traffic);

/// What was typed; nothing if it cannot be read. Bare numbers and ranges are TCP. Several are separated by
/// commas.
std::optional<std::vector<Traffic>> parsePorts(const QString& text);

/// What a workload of that kind is usually reached at.
std::vector<Traffic> usualPorts(WorkloadKind kind);
/// What a name makes one expect, as long as nobody has said what stands behind it: 5432 for "rds" and
/// "app-db", 6379 for "redis"; HTTPS if the name says nothing.
std::vector<Traffic> usualPorts(const QString& name);

} // namespace sekisho::canvas
