// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

enum class IpFamily : std::uint8_t { V4, V6 };

/// One IPv4 or IPv6 address: 16 bytes in network order, an IPv4 address in the first four (the rest is 0).
struct IpAddress {
    IpFamily family = IpFamily::V4;
    std::array<std::uint8_t, 16> bytes{};

    /// Reads "10.0.0.1" or "2001:db8::1" (RFC 4291; no zone, no port, no leading zeros in IPv4).
    [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);
    /// Dotted quad, or RFC 5952's canonical IPv6 (an IPv4-mapped address ends in a dotted quad: its section
    /// 5).
    std::string toString() const;
    /// 32 or 128.
    int bits() const { return family == IpFamily::V4 ? 32 : 128; }

    friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
};

/// A CIDR block whose host bits are 0: 10.0.0.0/16, 2001:db8::/56. Ordered by family, address, prefix length.
class Cidr {
public:
    /// 0.0.0.0/0.
    Cidr() = default;

    /// Reads "address/length". Errors: cidr_syntax; cidr_host_bits, whose {network} is the block that was
    /// meant.
    [[nodiscard]] static Result<Cidr> parse(std::string_view text);
    /// The block of `length` bits that holds the address; the length is clamped to the family's width.
    static Cidr containing(const IpAddress& address, int length);
    static Cidr anywhere(IpFamily family) { return containing({family, {}}, 0); }

    IpFamily family() const { return m_address.family; }
    const IpAddress& address() const { return m_address; }
    int length() const { return m_length; }
    /// The highest address of the block.
    IpAddress last() const;
    bool isAnywhere() const { return m_length == 0; }

    bool contains(const IpAddress& address) const;
    /// Whether every address of `other` is in this block.
    bool contains(const Cidr& other) const;
    bool overlaps(const Cidr& other) const { return contains(other) || other.contains(*this); }
    /// The next block of the same size, if it is still inside the family's space.
    std::optional<Cidr> next() const;
    /// The `index`-th block of `length` bits within this one, if there is one.
    std::optional<Cidr> subnet(int length, std::uint64_t index) const;

    std::string toString() const;

    friend auto operator<=>(const Cidr&, const Cidr&) = default;

private:
    Cidr(const IpAddress& address, int length)
        : m_address(address), m_length(static_cast<std::uint8_t>(length)) {}

    IpAddress m_address;
    std::uint8_t m_length = 0;
};

/// The first block of `length` bits inside `space` that overlaps none of `taken`; nothing if it is full.
std::optional<Cidr> firstFree(const Cidr& space, int length, const std::vector<Cidr>& taken);

} // namespace sekisho
