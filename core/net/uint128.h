// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <compare>
#include <cstdint>

namespace sekisho {

/// An unsigned number of 128 bits, wrapping like the built-in ones: the compilers' own __int128 is an
/// extension.
struct Uint128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    constexpr Uint128() = default;
    constexpr Uint128(std::uint64_t value) : low(value) {} // NOLINT(google-explicit-constructor)
    constexpr Uint128(std::uint64_t high64, std::uint64_t low64) : high(high64), low(low64) {}

    friend constexpr auto operator<=>(const Uint128&, const Uint128&) = default;

    friend constexpr Uint128 operator+(Uint128 a, Uint128 b) {
        const std::uint64_t low64 = a.low + b.low;
        return {a.high + b.high + (low64 < a.low ? 1U : 0U), low64};
    }
    friend constexpr Uint128 operator-(Uint128 a, Uint128 b) {
        return {a.high - b.high - (a.low < b.low ? 1U : 0U), a.low - b.low};
    }
    friend constexpr Uint128 operator&(Uint128 a, Uint128 b) { return {a.high & b.high, a.low & b.low}; }
    friend constexpr Uint128 operator|(Uint128 a, Uint128 b) { return {a.high | b.high, a.low | b.low}; }
    friend constexpr Uint128 operator~(Uint128 a) { return {~a.high, ~a.low}; }
    /// A shift by 128 or more gives 0.
    friend constexpr Uint128 operator<<(Uint128 a, int count) {
        if (count == 0) return a;
        if (count >= 128) return {};
        if (count >= 64) return {a.low << (count - 64), 0};
        return {(a.high << count) | (a.low >> (64 - count)), a.low << count};
    }
};

/// How many of the lowest bits are 0: 128 for 0.
constexpr int trailingZeros(Uint128 value) {
    return value.low != 0 ? std::countr_zero(value.low) : 64 + std::countr_zero(value.high);
}

/// The number whose `count` (0-128) lowest bits are 1.
constexpr Uint128 lowBits(int count) {
    return (Uint128(1) << count) - 1;
}

/// The nearest double.
constexpr double toDouble(Uint128 value) {
    return static_cast<double>(value.high) * 18446744073709551616.0 + static_cast<double>(value.low);
}

} // namespace sekisho
