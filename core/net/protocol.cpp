// SPDX-License-Identifier: Apache-2.0
#include "core/net/protocol.h"

#include "core/net/read_number.h"

#include <algorithm>
#include <array>

namespace sekisho {

namespace {

struct NamedProtocol {
    std::string_view name;
    Protocol protocol;
};

constexpr std::array namedProtocols = {
    NamedProtocol{"tcp", Protocol::tcp()},   NamedProtocol{"udp", Protocol::udp()},
    NamedProtocol{"icmp", Protocol::icmp()}, NamedProtocol{"icmpv6", Protocol::icmpv6()},
    NamedProtocol{"all", Protocol::all()},
};

/// Whether `text` is the lower-case ASCII `word` in any case, in whatever locale.
bool isWord(std::string_view text, std::string_view word) {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char c, char w) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == w; });
}

/// Reads an ICMP type or code: 0-255, or all of them as "all" or AWS's "-1".
std::optional<std::int16_t> readIcmpNumber(std::string_view text) {
    if (text == "-1" || isWord(text, "all")) return std::int16_t{-1};
    const auto number = readNumber(text, 255);
    if (!number) return std::nullopt;
    return static_cast<std::int16_t>(*number);
}

/// Reads "8" or "8/0". A code of every type is refused: AWS demands code -1 with type -1.
Result<IcmpType> readIcmpType(std::string_view text) {
    const auto slash = text.find('/');
    const auto type = readIcmpNumber(text.substr(0, slash));
    const auto code =
        slash == std::string_view::npos ? std::int16_t{-1} : readIcmpNumber(text.substr(slash + 1));
    if (!type || !code || (*type < 0 && *code >= 0))
        return fail(Code::icmp_syntax, {{"text", std::string(text)}});
    return IcmpType{*type, *code};
}

} // namespace

Result<Protocol> Protocol::parse(std::string_view text) {
    for (const auto& [name, protocol] : namedProtocols)
        if (isWord(text, name)) return protocol;
    if (text == "-1") return all();
    if (const auto number = readNumber(text, 255)) return Protocol(*number);
    return fail(Code::protocol_unknown, {{"text", std::string(text)}});
}

std::string Protocol::toString() const {
    for (const auto& [name, protocol] : namedProtocols)
        if (protocol == *this) return std::string(name);
    return std::to_string(m_number);
}

std::string Protocol::toAws() const {
    return isAll() ? "-1" : toString();
}

Result<PortRange> PortRange::parse(std::string_view text) {
    if (isWord(text, "all")) return all();
    const auto dash = text.find('-');
    const auto first = readNumber(text.substr(0, dash), 65535);
    const auto last = dash == std::string_view::npos ? first : readNumber(text.substr(dash + 1), 65535);
    if (!first || !last || *first > *last) return fail(Code::port_syntax, {{"text", std::string(text)}});
    return PortRange{static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*last)};
}

std::string PortRange::toString() const {
    if (isAll()) return "all";
    if (from == to) return std::to_string(from);
    return std::to_string(from) + '-' + std::to_string(to);
}

Result<Traffic> Traffic::parse(std::string_view text) {
    const auto slash = text.find('/');
    const auto protocol = Protocol::parse(text.substr(0, slash));
    if (!protocol) return fail(protocol.error());

    Traffic traffic{*protocol, {}, {}};
    if (slash == std::string_view::npos) return traffic.normalized();

    const auto detail = text.substr(slash + 1);
    if (protocol->hasPorts()) {
        const auto ports = PortRange::parse(detail);
        if (!ports) return fail(ports.error());
        traffic.ports = *ports;
    } else if (protocol->isIcmp()) {
        const auto icmp = readIcmpType(detail);
        if (!icmp) return fail(icmp.error());
        traffic.icmp = *icmp;
    } else {
        // AWS would ignore the ports; somebody who types them means them.
        return fail(Code::protocol_without_ports,
                    {{"text", std::string(text)}, {"protocol", protocol->toString()}});
    }
    return traffic;
}

std::string Traffic::toString() const {
    const Traffic one = normalized();
    std::string text = one.protocol.toString();
    if (one.ports && !one.ports->isAll()) {
        text += '/';
        text += one.ports->toString();
    }
    if (one.icmp && one.icmp->type >= 0) {
        text += '/';
        text += std::to_string(one.icmp->type);
        if (one.icmp->code >= 0) {
            text += '/';
            text += std::to_string(one.icmp->code);
        }
    }
    return text;
}

Traffic Traffic::normalized() const {
    Traffic one{protocol, {}, {}};
    if (protocol.hasPorts()) one.ports = ports.value_or(PortRange::all());
    if (protocol.isIcmp()) {
        one.icmp = icmp.value_or(IcmpType{});
        if (one.icmp->type < 0) one.icmp = IcmpType{}; // type -1 demands code -1
    }
    return one;
}

} // namespace sekisho
