// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/delta.h"

#include <string>
#include <vector>

namespace sekisho::advice {

/// What a fix does, for the words on its button. `Fix::value` is named with the kinds that have one.
enum class FixKind : std::uint8_t {
    Use,                ///< takes `value`: a CIDR, a zone, a number, a name
    Remove,             ///< the culprit, or what it must not have
    RemoveReference,    ///< to what does not exist
    Add,                ///< `value`: a CIDR
    GiveAddress,        ///< a Terraform address
    LeaveZoneOut,       ///< of a name
    GiveIpv6,           ///< to the VPC
    SwitchOff,          ///< the setting
    SwitchDnsOn,        ///< of the VPC
    RaiseTo,            ///< `value`: a number
    Renumber,           ///< the rules of one direction, in their order
    Attach,             ///< the internet gateway
    PutOnNatSwitch,     ///< the route
    TakeOffNatSwitch,   ///< the Elastic IP
    AddElasticIp,       ///< for the NAT gateway
    AddInternetGateway, ///< to the VPC
    LetAwsChoose,       ///< the address
    UseRouteTables,     ///< all of the VPC
    UseSubnets,         ///< one in each zone
    Join,               ///< two entries
    AddEndpoints,       ///< for what the workload needs, with a security group that lets it reach them
    SwitchNatOn,
};

/// A way to mend what a diagnostic is about.
struct Fix {
    FixKind kind{};
    std::string value;
    Delta delta;
};

/// The mends of a finding of check() or wayOutFindings() that leave nothing to be decided; most findings have
/// none, no finding has more than one that goes without saying. Nothing that a fix does lets more traffic
/// pass than before, but to what it adds. The delta is for this design alone.
std::vector<Fix> fixesOf(const Design& design, const Diagnostic& diagnostic);

} // namespace sekisho::advice
