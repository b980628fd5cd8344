// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/protocol.h"
#include "ui/editors/cell.h"

#include <vector>

/// Protocols and ports as the AWS console names them, written and read.
namespace sekisho::editors {

/// Whose names: the console offers some kinds of traffic for network ACLs alone ("HTTP*" for port 8080).
enum class Presets { OfGroups, OfAcls };

/// "HTTPS", "All TCP", "Custom UDP"...: the console's name for a kind of traffic.
QString typeName(const Traffic& traffic, Presets whose = Presets::OfGroups);
/// The type's name, and what an ICMP type and code mean: "Custom ICMP - IPv4: Echo request".
QString typeTip(const Traffic& traffic, Presets whose = Presets::OfGroups);
/// "TCP", "UDP", "ICMP", "ICMPv6", "All", else the number.
QString protocolName(Protocol protocol);
/// "443", "1024-65535", "All"; the ICMP type and code as "8/0".
QString portsText(const Traffic& traffic);

/// The console's names, the customs last.
std::vector<Choice> typeChoices(Presets whose = Presets::OfGroups);
/// The protocols, then the console's names for those who think in services.
std::vector<Choice> protocolChoices(Presets whose = Presets::OfGroups);
/// The types of ICMP by name; nothing for protocols whose ports are to be typed.
std::vector<Choice> portsChoices(Protocol protocol);

/// Each reads a text into `traffic`, which stays as it is if the text cannot be read. What was given before
/// is kept where it still has a meaning (the ports when TCP becomes UDP).
Verdict readType(Traffic& traffic, const QString& text);
Verdict readProtocol(Traffic& traffic, const QString& text);
Verdict readPorts(Traffic& traffic, const QString& text);

/// The text in its plain form: full-width digits and letters made half-width, no blanks around.
QString plain(const QString& text);

} // namespace sekisho::editors
