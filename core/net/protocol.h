// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sekisho {

/// An IANA protocol number 0-255, or "all" (AWS's -1).
class Protocol {
public:
    constexpr Protocol() = default; ///< all

    static constexpr Protocol all() { return {}; }
    static constexpr Protocol tcp() { return Protocol(6); }
    static constexpr Protocol udp() { return Protocol(17); }
    static constexpr Protocol icmp() { return Protocol(1); }
    static constexpr Protocol icmpv6() { return Protocol(58); }

    /// Reads a name (tcp, udp, icmp, icmpv6, all; any case), "-1" or a number 0-255. Error: protocol_unknown.
    [[nodiscard]] static Result<Protocol> parse(std::string_view text);

    constexpr bool isAll() const { return m_number < 0; }
    constexpr bool isIcmp() const { return m_number == 1 || m_number == 58; }
    /// tcp and udp: the protocols whose rules carry a port range.
    constexpr bool hasPorts() const { return m_number == 6 || m_number == 17; }
    /// -1 for all.
    constexpr int number() const { return m_number; }
    /// "all", "tcp", "udp", "icmp", "icmpv6", else the number.
    std::string toString() const;
    /// As AWS and Terraform write it: "-1", "tcp", "udp", "icmp", "icmpv6", else the number.
    std::string toAws() const;

    friend constexpr auto operator<=>(const Protocol&, const Protocol&) = default;

private:
    explicit constexpr Protocol(int number) : m_number(static_cast<std::int16_t>(number)) {}

    std::int16_t m_number = -1;
};

/// Ports from..to, both inclusive, 0-65535, from <= to.
struct PortRange {
    std::uint16_t from = 0;
    std::uint16_t to = 65535;

    static constexpr PortRange all() { return {0, 65535}; }
    static constexpr PortRange single(std::uint16_t port) { return {port, port}; }
    /// Reads "443", "1024-65535" or "all". Error: port_syntax (also for a reversed range).
    [[nodiscard]] static Result<PortRange> parse(std::string_view text);

    constexpr bool contains(std::uint16_t port) const { return from <= port && port <= to; }
    constexpr bool contains(const PortRange& other) const { return from <= other.from && other.to <= to; }
    constexpr bool isAll() const { return from == 0 && to == 65535; }
    std::string toString() const; ///< "443", "1024-65535", "all"

    friend constexpr auto operator<=>(const PortRange&, const PortRange&) = default;
};

/// ICMP type and code; -1 = all. AWS: type -1 demands code -1.
struct IcmpType {
    std::int16_t type = -1;
    std::int16_t code = -1;

    friend constexpr auto operator<=>(const IcmpType&, const IcmpType&) = default;
};

/// What a rule is about: a protocol with what narrows it. For tcp and udp the ports count, for ICMP the type;
/// a protocol that has neither means all of it whatever is given (EC2 API: IpPermission).
struct Traffic {
    Protocol protocol;
    std::optional<PortRange> ports; ///< as given; AWS ignores it where the protocol has no ports
    std::optional<IcmpType> icmp;   ///< as given; only for icmp and icmpv6

    static Traffic all() { return {}; }
    static Traffic tcp(PortRange ports) { return {Protocol::tcp(), ports, {}}; }
    static Traffic tcp(std::uint16_t port) { return tcp(PortRange::single(port)); }
    static Traffic udp(PortRange ports) { return {Protocol::udp(), ports, {}}; }

    /// Reads "tcp/443", "udp/1024-65535", "tcp" (all ports), "icmp", "icmp/8/0", "icmpv6/128", "all", "50".
    /// The result is normalized. Errors: protocol_unknown, port_syntax, icmp_syntax, protocol_without_ports.
    [[nodiscard]] static Result<Traffic> parse(std::string_view text);
    /// The inverse of parse, for the normalized traffic.
    std::string toString() const;
    /// The same traffic written one way only: ports where there are none dropped, missing ones made explicit.
    Traffic normalized() const;

    friend auto operator<=>(const Traffic&, const Traffic&) = default;
};

} // namespace sekisho
