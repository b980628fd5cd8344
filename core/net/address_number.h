// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/cidr.h"
#include "core/net/uint128.h"

namespace sekisho {

/// 32 or 128.
constexpr int addressBits(IpFamily family) {
    return family == IpFamily::V4 ? 32 : 128;
}

/// The address as the number it is: 0.0.1.0 is 256.
inline Uint128 addressNumber(const IpAddress& address) {
    const auto read = [&address](int from, int to) {
        std::uint64_t number = 0;
        for (int i = from; i < to; ++i)
            number = (number << 8) | address.bytes[static_cast<std::size_t>(i)];
        return number;
    };
    return address.family == IpFamily::V4 ? Uint128(read(0, 4)) : Uint128(read(0, 8), read(8, 16));
}

/// The inverse of addressNumber; bits beyond the family's width are dropped.
inline IpAddress addressFromNumber(IpFamily family, Uint128 number) {
    IpAddress address{family, {}};
    const auto write = [&address](int from, int to, std::uint64_t value) {
        for (int i = to - 1; i >= from; --i, value >>= 8)
            address.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value & 0xff);
    };
    if (family == IpFamily::V4) {
        write(0, 4, number.low);
    } else {
        write(0, 8, number.high);
        write(8, 16, number.low);
    }
    return address;
}

} // namespace sekisho
