// SPDX-License-Identifier: Apache-2.0
#include "core/net/cidr.h"

#include "core/net/address_number.h"
#include "core/net/read_number.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sekisho {

namespace {

constexpr std::size_t groupCount = 8; ///< 16-bit groups of an IPv6 address
constexpr std::size_t longestCidrText = sizeof("ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255/128");

/// Takes the digits at the start of `rest` as one part of a dotted quad.
std::optional<std::uint8_t> takeOctet(std::string_view& rest) {
    std::size_t digits = 0;
    int value = 0;
    for (; digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9'; ++digits) {
        if (digits == 3 || (digits == 1 && rest.front() == '0')) return std::nullopt;
        value = value * 10 + (rest[digits] - '0');
    }
    if (digits == 0 || value > 255) return std::nullopt;
    rest.remove_prefix(digits);
    return static_cast<std::uint8_t>(value);
}

/// Reads all of `text` as a dotted quad into four bytes.
bool readIpv4(std::string_view text, std::uint8_t* bytes) {
    for (int i = 0; i < 4; ++i) {
        if (i > 0) {
            if (text.empty() || text.front() != '.') return false;
            text.remove_prefix(1);
        }
        const auto octet = takeOctet(text);
        if (!octet) return false;
        bytes[i] = *octet;
    }
    return text.empty();
}

int hexDigit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Reads all of `text` as an IPv6 address (RFC 4291, 2.2: the three forms) into 16 bytes that are 0.
bool readIpv6(std::string_view text, std::array<std::uint8_t, 16>& bytes) {
    std::size_t filled = 0;             // bytes
    std::size_t gap = bytes.size() + 1; // where "::" stands, once seen
    if (text.starts_with("::")) {
        gap = 0;
        text.remove_prefix(2);
    }
    while (!text.empty()) {
        if (filled == bytes.size()) return false;
        std::size_t digits = 0;
        unsigned group = 0;
        for (; digits < text.size() && hexDigit(text[digits]) >= 0; ++digits) {
            if (digits == 4) return false;
            group = group * 16 + static_cast<unsigned>(hexDigit(text[digits]));
        }
        if (digits == 0) return false;
        if (digits < text.size() && text[digits] == '.') { // the last 32 bits as a dotted quad
            if (filled + 4 > bytes.size() || !readIpv4(text, &bytes[filled])) return false;
            filled += 4;
            break;
        }
        bytes[filled++] = static_cast<std::uint8_t>(group >> 8);
        bytes[filled++] = static_cast<std::uint8_t>(group & 0xff);
        text.remove_prefix(digits);
        if (text.empty()) break;
        if (text.front() != ':' || text.size() == 1) return false;
        text.remove_prefix(1);
        if (text.front() == ':') {
            if (gap <= bytes.size()) return false;
            gap = filled;
            text.remove_prefix(1);
        }
    }
    if (gap > bytes.size()) return filled == bytes.size();
    if (filled == bytes.size()) return false; // "::" must stand for at least one group
    std::rotate(bytes.begin() + static_cast<std::ptrdiff_t>(gap),
                bytes.begin() + static_cast<std::ptrdiff_t>(filled), bytes.end());
    return true;
}

/// Writes 0-255 in decimal.
char* writeDecimal(char* out, unsigned value) {
    if (value >= 100) *out++ = static_cast<char>('0' + value / 100);
    if (value >= 10) *out++ = static_cast<char>('0' + value / 10 % 10);
    *out++ = static_cast<char>('0' + value % 10);
    return out;
}

char* writeIpv4(char* out, const std::uint8_t* bytes) {
    for (int i = 0; i < 4; ++i) {
        if (i > 0) *out++ = '.';
        out = writeDecimal(out, bytes[i]);
    }
    return out;
}

char* writeHex(char* out, unsigned group) {
    bool started = false;
    for (int shift = 12; shift >= 0; shift -= 4) {
        const unsigned digit = (group >> shift) & 0xf;
        started = started || digit != 0 || shift == 0;
        if (started) *out++ = "0123456789abcdef"[digit];
    }
    return out;
}

char* writeIpv6(char* out, const std::array<std::uint8_t, 16>& bytes) {
    std::array<unsigned, groupCount> groups{};
    for (std::size_t i = 0; i < groupCount; ++i)
        groups[i] = unsigned(bytes[2 * i]) << 8 | bytes[2 * i + 1];

    // RFC 5952, section 5: ::ffff:0:0/96 is known to hold IPv4 addresses.
    const bool mapped = groups[5] == 0xffff && std::all_of(groups.begin(), groups.begin() + 5,
                                                           [](unsigned group) { return group == 0; });
    const std::size_t hexGroups = mapped ? 6 : groupCount;

    // Section 4.2: "::" takes the longest run of zeros, the first of several, never a single group.
    std::size_t gapStart = groupCount;
    std::size_t gapLength = 1;
    for (std::size_t start = 0; start < hexGroups; ++start) {
        std::size_t end = start;
        while (end < hexGroups && groups[end] == 0)
            ++end;
        if (end - start > gapLength) {
            gapStart = start;
            gapLength = end - start;
        }
        start = end;
    }

    for (std::size_t i = 0; i < hexGroups;) {
        if (i == gapStart) {
            *out++ = ':';
            *out++ = ':';
            i += gapLength;
            continue;
        }
        if (i > 0 && i != gapStart + gapLength) *out++ = ':';
        out = writeHex(out, groups[i]);
        ++i;
    }
    if (!mapped) return out;
    *out++ = ':';
    return writeIpv4(out, &bytes[12]);
}

char* write(char* out, const IpAddress& address) {
    return address.family == IpFamily::V4 ? writeIpv4(out, address.bytes.data())
                                          : writeIpv6(out, address.bytes);
}

/// The bits of an address behind a prefix of `length` bits.
Uint128 hostMask(IpFamily family, int length) {
    return lowBits(addressBits(family) - length);
}

} // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
    IpAddress address;
    if (readIpv4(text, address.bytes.data())) return address;
    address = {IpFamily::V6, {}};
    if (readIpv6(text, address.bytes)) return address;
    return std::nullopt;
}

std::string IpAddress::toString() const {
    std::array<char, longestCidrText> buffer{};
    return {buffer.data(), write(buffer.data(), *this)};
}

Result<Cidr> Cidr::parse(std::string_view text) {
    const auto slash = text.rfind('/');
    if (slash == std::string_view::npos) return fail(Code::cidr_syntax, {{"text", std::string(text)}});
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address) return fail(Code::cidr_syntax, {{"text", std::string(text)}});
    const auto length = readNumber(text.substr(slash + 1), address->bits());
    if (!length) return fail(Code::cidr_syntax, {{"text", std::string(text)}});
    const Cidr block = containing(*address, *length);
    if (block.address() != *address)
        return fail(Code::cidr_host_bits, {{"text", std::string(text)}, {"network", block.toString()}});
    return block;
}

Cidr Cidr::containing(const IpAddress& address, int length) {
    const int clamped = std::clamp(length, 0, address.bits());
    const Uint128 network = addressNumber(address) & ~hostMask(address.family, clamped);
    return {addressFromNumber(address.family, network), clamped};
}

IpAddress Cidr::last() const {
    return addressFromNumber(family(), addressNumber(m_address) | hostMask(family(), m_length));
}

bool Cidr::contains(const IpAddress& address) const {
    if (address.family != family()) return false;
    return (addressNumber(address) & ~hostMask(family(), m_length)) == addressNumber(m_address);
}

bool Cidr::contains(const Cidr& other) const {
    return m_length <= other.m_length && contains(other.m_address);
}

std::optional<Cidr> Cidr::next() const {
    const Uint128 highest = addressNumber(last());
    if (highest == lowBits(m_address.bits())) return std::nullopt;
    return Cidr(addressFromNumber(family(), highest + 1), m_length);
}

std::optional<Cidr> Cidr::subnet(int length, std::uint64_t index) const {
    if (length < m_length || length > m_address.bits()) return std::nullopt;
    if (Uint128(index) > lowBits(length - m_length)) return std::nullopt;
    const Uint128 offset = Uint128(index) << (m_address.bits() - length);
    return Cidr(addressFromNumber(family(), addressNumber(m_address) + offset), length);
}

std::string Cidr::toString() const {
    std::array<char, longestCidrText> buffer{};
    char* out = write(buffer.data(), m_address);
    *out++ = '/';
    return {buffer.data(), writeDecimal(out, m_length)};
}

std::optional<Cidr> firstFree(const Cidr& space, int length, const std::vector<Cidr>& taken) {
    const IpFamily family = space.family();
    if (length < space.length() || length > addressBits(family)) return std::nullopt;

    std::vector<std::pair<Uint128, Uint128>> ranges; // first and last address
    ranges.reserve(taken.size());
    for (const Cidr& block : taken)
        if (block.overlaps(space))
            ranges.emplace_back(addressNumber(block.address()), addressNumber(block.last()));
    std::sort(ranges.begin(), ranges.end());

    const Uint128 mask = hostMask(family, length);
    const Uint128 end = addressNumber(space.last());
    Uint128 candidate = addressNumber(space.address());
    for (const auto& [from, to] : ranges) {
        if (to < candidate) continue;
        if (from > (candidate | mask)) break;
        const Uint128 passed = to | mask; // the last block that this range reaches into ends here
        if (passed >= end) return std::nullopt;
        candidate = passed + 1;
    }
    return Cidr::containing(addressFromNumber(family, candidate), length);
}

} // namespace sekisho
