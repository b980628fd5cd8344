// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// How single values are spelled in the file.
namespace sekisho::format {

/// The words of an enum, in the order of its values. Empty: not an enum that the file knows.
template<class E>
inline constexpr std::array<std::string_view, 0> enumWords{};

template<>
inline constexpr auto enumWords<Direction> = std::to_array<std::string_view>({"ingress", "egress"});
template<>
inline constexpr auto enumWords<Tier> = std::to_array<std::string_view>({"public", "private", "isolated"});
template<>
inline constexpr auto enumWords<OpaqueTarget::Argument> = std::to_array<std::string_view>(
    {"gateway_id", "transit_gateway_id", "network_interface_id", "carrier_gateway_id", "local_gateway_id",
     "core_network_arn", "vpc_endpoint_id", "vpc_peering_connection_id"});
template<>
inline constexpr auto enumWords<NatMode> = std::to_array<std::string_view>({"public", "private", "regional"});
template<>
inline constexpr auto enumWords<AclAction> = std::to_array<std::string_view>({"allow", "deny"});
template<>
inline constexpr auto enumWords<IpFamily> = std::to_array<std::string_view>({"ipv4", "ipv6"});
template<>
inline constexpr auto enumWords<EndpointType> = std::to_array<std::string_view>({"gateway", "interface"});
template<>
inline constexpr auto enumWords<TrafficType> = std::to_array<std::string_view>({"accept", "reject", "all"});
template<>
inline constexpr auto enumWords<WorkloadKind> = std::to_array<std::string_view>(
    {"alb", "nlb", "ecs_service", "ec2_instance", "rds", "lambda", "elasticache", "other"});
template<>
inline constexpr auto enumWords<Need> = needWords;
template<>
inline constexpr auto enumWords<PublicIp> = std::to_array<std::string_view>({"subnet_default", "yes", "no"});
template<>
inline constexpr auto enumWords<AddressForm> = std::to_array<std::string_view>({"single", "count",
                                                                                "for_each"});
template<>
inline constexpr auto enumWords<RuleStyle> = std::to_array<std::string_view>({"inline", "separate"});

/// The keys of a variant's alternatives: the value stands as {"key": value}, one without content as
/// {"key": true}. An empty key: that alternative is written by leaving the field out.
template<class V>
inline constexpr std::array<std::string_view, 0> alternativeKeys{};

template<>
inline constexpr auto alternativeKeys<VpcIpv6> = std::to_array<std::string_view>({"", "amazon", "cidr"});
template<>
inline constexpr auto alternativeKeys<SubnetIpv6> = std::to_array<std::string_view>({"", "index", "cidr"});
template<>
inline constexpr auto alternativeKeys<RouteDestination> = std::to_array<std::string_view>({"cidr",
                                                                                           "prefix_list"});
template<>
inline constexpr auto alternativeKeys<RouteTarget> = std::to_array<std::string_view>(
    {"internet_gateway", "egress_only_internet_gateway", "nat_gateway", "vpc_endpoint", "peering", "opaque"});
template<>
inline constexpr auto alternativeKeys<SecurityGroupPeer> =
    std::to_array<std::string_view>({"cidr", "group", "self", "prefix_list", "vpc_cidr"});
template<>
inline constexpr auto alternativeKeys<NetworkAclPeer> = std::to_array<std::string_view>({"cidr", "vpc_cidr"});
template<>
inline constexpr auto
    alternativeKeys<decltype(Peering::accepter)> = std::to_array<std::string_view>({"vpc", "foreign"});
template<>
inline constexpr auto
    alternativeKeys<decltype(FlowLog::resource)> = std::to_array<std::string_view>({"vpc", "subnet"});
template<>
inline constexpr auto
    alternativeKeys<decltype(FlowLog::destination)> = std::to_array<std::string_view>({"cloud_watch", "s3"});

/// How a value is written as one JSON string:
///   word      what it is, in a word, for people
///   example   how it looks, for people
///   pattern   regular expression of all its spellings, as JSON Schema wants it
///   write     the spelling; nothing if this value cannot be written so (it is then written as an object)
///   read      the inverse; nothing if the text spells no value
///   correction (may be absent) how a text that is wrong was perhaps meant
template<class T>
struct Spelling;

template<class T>
concept Spelled = requires {
    Spelling<T>::word;
};

template<class T>
concept EnumSpelled = enumWords<T>
.size() > 0;

template<EnumSpelled E>
struct Spelling<E> {
    static constexpr std::string_view word = "word";
    static std::string example() {
        std::string text;
        for (const std::string_view each : enumWords<E>)
            text.append(text.empty() ? "" : " | ").append(each);
        return text;
    }
    static std::string pattern() {
        std::string text;
        for (const std::string_view each : enumWords<E>)
            text.append(text.empty() ? "^(" : "|").append(each);
        return text + ")$";
    }
    static std::optional<std::string> write(E value) {
        return std::string(enumWords<E>[static_cast<std::size_t>(value)]);
    }
    static std::optional<E> read(std::string_view text) {
        for (std::size_t i = 0; i < enumWords<E>.size(); ++i)
            if (enumWords<E>[i] == text) return static_cast<E>(i);
        return std::nullopt;
    }
};

template<Kind K>
struct Spelling<Id<K>> {
    static constexpr std::string_view word = "id";
    static std::string example() { return std::string(kindWord(K)) + "-1"; }
    static std::string pattern() { return '^' + std::string(kindWord(K)) + "-(0|[1-9][0-9]{0,9})$"; }
    static std::optional<std::string> write(Id<K> id) { return toString(id); }
    static std::optional<Id<K>> read(std::string_view text) {
        const auto id = elementIdFromString(text);
        return id ? Id<K>::from(*id) : std::nullopt;
    }
};

template<>
struct Spelling<ElementId> {
    static constexpr std::string_view word = "id";
    static std::string example() { return "subnet-1, sg-rule-2"; }
    static std::string pattern() { return "^[a-z-]+-(0|[1-9][0-9]{0,9})$"; }
    static std::optional<std::string> write(ElementId id) { return toString(id); }
    static std::optional<ElementId> read(std::string_view text) { return elementIdFromString(text); }
};

/// A Result's value, if there is one.
template<class T>
std::optional<T> valueOf(Result<T> result) {
    if (!result) return std::nullopt;
    return std::move(*result);
}

template<>
struct Spelling<Cidr> {
    static constexpr std::string_view word = "cidr";
    static std::string example() { return "10.0.0.0/16, 2001:db8::/56"; }
    static std::string correction(std::string_view wrong) {
        const auto cidr = Cidr::parse(wrong);
        if (!cidr && cidr.error().code == Code::cidr_host_bits)
            for (const DiagnosticArg& arg : cidr.error().args)
                if (arg.name == "network") return arg.value;
        return example();
    }
    static std::string pattern() { return "^[0-9A-Fa-f:.]+/[0-9]{1,3}$"; }
    static std::optional<std::string> write(const Cidr& cidr) { return cidr.toString(); }
    static std::optional<Cidr> read(std::string_view text) { return valueOf(Cidr::parse(text)); }
};

template<>
struct Spelling<IpAddress> {
    static constexpr std::string_view word = "address";
    static std::string example() { return "10.0.0.1, 2001:db8::1"; }
    static std::string pattern() { return "^[0-9A-Fa-f:.]+$"; }
    static std::optional<std::string> write(const IpAddress& address) { return address.toString(); }
    static std::optional<IpAddress> read(std::string_view text) { return IpAddress::parse(text); }
};

template<>
struct Spelling<Protocol> {
    static constexpr std::string_view word = "protocol";
    static std::string example() { return "tcp, udp, icmp, icmpv6, all, 50"; }
    static std::string pattern() { return "^([A-Za-z]+[0-9]?|-1|[0-9]{1,3})$"; }
    static std::optional<std::string> write(Protocol protocol) { return protocol.toString(); }
    static std::optional<Protocol> read(std::string_view text) { return valueOf(Protocol::parse(text)); }
};

/// Traffic that is not normalized (tcp without ports, ports where there are none) has no spelling.
template<>
struct Spelling<Traffic> {
    static constexpr std::string_view word = "traffic";
    static std::string example() { return "tcp/443, udp/1024-65535, icmp/8/0, all, 50"; }
    static std::string pattern() {
        return "^([A-Za-z]+[0-9]?|-1|[0-9]{1,3})(/(all|-1|[0-9]{1,5})([-/](-1|[0-9]{1,5}))?)?$";
    }
    static std::optional<std::string> write(const Traffic& traffic) {
        std::string text = traffic.toString();
        const auto back = Traffic::parse(text);
        if (!back || *back != traffic) return std::nullopt;
        return text;
    }
    static std::optional<Traffic> read(std::string_view text) { return valueOf(Traffic::parse(text)); }
};

template<>
struct Spelling<NameTemplate> {
    static constexpr std::string_view word = "name";
    static std::string example() { return "{project}-{environment}-web-{az_letter}"; }
    static std::string pattern() { return R"(^([^{}]|\{\{|\}\}|\{(project|environment|az_letter)\})*$)"; }
    static std::optional<std::string> write(const NameTemplate& name) { return name.toString(); }
    static std::optional<NameTemplate> read(std::string_view text) {
        return valueOf(NameTemplate::parse(text));
    }
};

template<>
struct Spelling<Decimal> {
    static constexpr std::string_view word = "decimal";
    static std::string example() { return "12.5"; }
    static std::string pattern() { return R"(^-?[0-9]+(\.[0-9]+)?$)"; }
    static std::optional<std::string> write(const Decimal& number) { return number.toString(); }
    static std::optional<Decimal> read(std::string_view text) { return valueOf(Decimal::parse(text)); }
};

/// A member of a resource set that has no key is its id alone.
template<>
struct Spelling<ResourceMember> {
    static constexpr std::string_view word = "id";
    static std::string example() { return Spelling<ElementId>::example(); }
    static std::string pattern() { return Spelling<ElementId>::pattern(); }
    static std::optional<std::string> write(const ResourceMember& member) {
        if (!member.key.empty()) return std::nullopt;
        return toString(member.element);
    }
    static std::optional<ResourceMember> read(std::string_view text) {
        const auto id = elementIdFromString(text);
        if (!id) return std::nullopt;
        return ResourceMember{{}, *id};
    }
};

} // namespace sekisho::format
