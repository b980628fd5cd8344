// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sekisho {

/// An exact decimal number, for money and quantities: never a binary float, never rounded unless asked.
/// It holds up to 38 digits, up to 36 of them behind the point. There is one form for each value (no "1.50",
/// no
/// "-0"), so equal numbers are equal objects.
class Decimal {
public:
    static constexpr int maxDigits = 38;
    static constexpr int maxPlaces = 36; ///< digits behind the point

    constexpr Decimal() = default;

    /// Integers convert silently because nothing can be lost; floating point does not convert at all.
    template<std::integral T>
    requires(!std::same_as<T, bool> &&
             sizeof(T) <=
                 sizeof(std::uint64_t)) constexpr Decimal(T value) // NOLINT(google-explicit-constructor)
        : m_magnitude(magnitudeOf(value)), m_negative(std::cmp_less(value, 0)) {}

    /// Reads `-?[0-9]+(\.[0-9]+)?`, whatever the locale. Exponents, a plus sign, blanks, digit grouping,
    /// "inf" and the like fail with decimal_syntax; more digits than fit with decimal_overflow.
    [[nodiscard]] static Result<Decimal> parse(std::string_view text);

    constexpr bool isZero() const { return m_magnitude == 0; }
    constexpr bool isNegative() const { return m_negative; }
    constexpr int places() const { return m_scale; } ///< digits behind the point that the value needs

    /// The exact sum, difference or product, or decimal_overflow if that does not fit. For numbers that come
    /// from outside.
    [[nodiscard]] Result<Decimal> checkedAdd(const Decimal& other) const;
    [[nodiscard]] Result<Decimal> checkedSub(const Decimal& other) const;
    [[nodiscard]] Result<Decimal> checkedMul(const Decimal& other) const;

    /// The quotient rounded half-even to `places` (clamped to 0..36) digits behind the point. Fails with
    /// decimal_zero_division or decimal_overflow.
    [[nodiscard]] Result<Decimal> dividedBy(const Decimal& divisor, int places) const;

    /// Rounded to `places` (clamped to 0..36) digits behind the point, halves away from zero, as on an
    /// invoice.
    Decimal rounded(int places) const;

    /// Exact whenever the exact result fits, which prices times hours always do. Otherwise defined all the
    /// same, but no longer exact: the finest digits go first, and what is too large stays at the largest
    /// number.
    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    Decimal& operator+=(const Decimal& other) { return *this = *this + other; }
    Decimal& operator-=(const Decimal& other) { return *this = *this - other; }
    Decimal& operator*=(const Decimal& other) { return *this = *this * other; }

    constexpr Decimal operator-() const {
        Decimal result = *this;
        result.m_negative = !m_negative && !isZero();
        return result;
    }

    friend constexpr bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

    /// "-12.5": a point, no exponent, no grouping, no needless zeros; parse() reads it back.
    std::string toString() const;

    /// Rounded as by rounded(), with exactly `places` digits behind the point: "65.70".
    std::string toFixed(int places) const;

private:
    __extension__ typedef unsigned __int128 Magnitude; // NOLINT(modernize-use-using): needs __extension__

    static Decimal normalized(bool negative, Magnitude magnitude, int scale);
    static std::optional<Decimal> sum(const Decimal& a, const Decimal& b);
    static std::optional<Decimal> product(const Decimal& a, const Decimal& b);
    static std::optional<Decimal> quotient(const Decimal& a, const Decimal& b, int places);
    template<class Operation>
    static Decimal nearest(Decimal a, Decimal b, bool negative, Operation exact);
    static constexpr Magnitude powerOfTen(int exponent);

    template<class T>
    static constexpr std::uint64_t magnitudeOf(T value) {
        // Negated as unsigned, which the smallest integer survives.
        const auto bits = static_cast<std::uint64_t>(value);
        return std::cmp_less(value, 0) ? std::uint64_t{0} - bits : bits;
    }

    std::string text(int minPlaces) const;

    // The value is +-m_magnitude / 10^m_scale; m_magnitude < 10^38; the smallest scale that does.
    Magnitude m_magnitude = 0;
    std::uint8_t m_scale = 0;
    bool m_negative = false;
};

} // namespace sekisho
