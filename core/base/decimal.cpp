// SPDX-License-Identifier: Apache-2.0
#include "core/base/decimal.h"

#include "core/base/excerpt.h"

#include <algorithm>
#include <array>

namespace sekisho {

namespace {

bool allDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

tl::unexpected<Diagnostic> overflow(const Decimal& a, std::string_view sign, const Decimal& b) {
    return fail(Code::decimal_overflow, {{"text", a.toString() + std::string(sign) + b.toString()}});
}

} // namespace

constexpr Decimal::Magnitude Decimal::powerOfTen(int exponent) {
    constexpr auto powers = [] {
        std::array<Magnitude, maxDigits + 1> result{1};
        for (std::size_t i = 1; i < result.size(); ++i)
            result[i] = result[i - 1] * 10;
        return result;
    }();
    return powers[static_cast<std::size_t>(exponent)];
}

Decimal Decimal::normalized(bool negative, Magnitude magnitude, int scale) {
    while (scale > 0 && magnitude % 10 == 0) {
        magnitude /= 10;
        --scale;
    }
    Decimal result;
    result.m_magnitude = magnitude;
    result.m_scale = static_cast<std::uint8_t>(scale);
    result.m_negative = negative && magnitude != 0;
    return result;
}

Result<Decimal> Decimal::parse(std::string_view text) {
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative) rest.remove_prefix(1);
    const auto point = rest.find('.');
    std::string_view whole = rest.substr(0, point);
    std::string_view fraction = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
    if (!allDigits(whole) || (point != std::string_view::npos && !allDigits(fraction)))
        return fail(Code::decimal_syntax, {{"text", excerpt(text)}});

    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
    const std::size_t leadingZeros =
        whole.empty() ? std::min(fraction.find_first_not_of('0'), fraction.size()) : 0;
    if (fraction.size() > maxPlaces || whole.size() + fraction.size() - leadingZeros > maxDigits)
        return fail(Code::decimal_overflow, {{"text", excerpt(text)}});

    Magnitude magnitude = 0;
    for (const std::string_view digits : {whole, fraction})
        for (const char digit : digits)
            magnitude = magnitude * 10 + static_cast<unsigned>(digit - '0');
    return normalized(negative, magnitude, static_cast<int>(fraction.size()));
}

std::optional<Decimal> Decimal::sum(const Decimal& a, const Decimal& b) {
    if (a.m_scale > b.m_scale) return sum(b, a);
    // Beyond twice the limit b could not bring the sum back below it; up to there nothing wraps (3 * 10^38 <
    // 2^128).
    const Magnitude factor = powerOfTen(b.m_scale - a.m_scale);
    if (a.m_magnitude > 2 * powerOfTen(maxDigits) / factor) return std::nullopt;
    const Magnitude aligned = a.m_magnitude * factor;
    const bool same = a.m_negative == b.m_negative;
    const bool aWins = aligned >= b.m_magnitude;
    const Magnitude magnitude = same    ? aligned + b.m_magnitude
                                : aWins ? aligned - b.m_magnitude
                                        : b.m_magnitude - aligned;
    if (magnitude >= powerOfTen(maxDigits)) return std::nullopt;
    return normalized(aWins ? a.m_negative : b.m_negative, magnitude, b.m_scale);
}

std::optional<Decimal> Decimal::product(const Decimal& a, const Decimal& b) {
    Magnitude x = a.m_magnitude;
    Magnitude y = b.m_magnitude;
    int scale = a.m_scale + b.m_scale;
    if (x == 0 || y == 0) return Decimal();
    // Cancelling the tens first leaves no trailing zero, so that whatever fits as a result fits on the way
    // too.
    while (scale > 0) {
        const bool two = x % 2 == 0;
        const bool five = x % 5 == 0;
        if (two && five) {
            x /= 10;
        } else if (y % 10 == 0) {
            y /= 10;
        } else if (two && y % 5 == 0) {
            x /= 2;
            y /= 5;
        } else if (five && y % 2 == 0) {
            x /= 5;
            y /= 2;
        } else {
            break;
        }
        --scale;
    }
    if (scale > maxPlaces || x > (powerOfTen(maxDigits) - 1) / y) return std::nullopt;
    return normalized(a.m_negative != b.m_negative, x * y, scale);
}

// The exact result if it fits, else that of operands made coarser place by place, else the largest number.
template<class Operation>
Decimal Decimal::nearest(Decimal a, Decimal b, bool negative, Operation exact) {
    for (;;) {
        if (const std::optional<Decimal> result = exact(a, b)) return *result;
        Decimal& finer = a.m_scale >= b.m_scale ? a : b;
        if (finer.m_scale == 0) return normalized(negative, powerOfTen(maxDigits) - 1, 0);
        finer = finer.rounded(finer.m_scale - 1);
    }
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    return Decimal::nearest(a, b, a.m_negative, Decimal::sum);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    return Decimal::nearest(a, b, a.m_negative != b.m_negative, Decimal::product);
}

Result<Decimal> Decimal::checkedAdd(const Decimal& other) const {
    if (const auto result = sum(*this, other)) return *result;
    return overflow(*this, " + ", other);
}

Result<Decimal> Decimal::checkedSub(const Decimal& other) const {
    if (const auto result = sum(*this, -other)) return *result;
    return overflow(*this, " - ", other);
}

Result<Decimal> Decimal::checkedMul(const Decimal& other) const {
    if (const auto result = product(*this, other)) return *result;
    return overflow(*this, " * ", other);
}

std::optional<Decimal> Decimal::quotient(const Decimal& a, const Decimal& b, int places) {
    const Magnitude divisor = b.m_magnitude;
    Magnitude result = a.m_magnitude / divisor;
    Magnitude rest = a.m_magnitude % divisor;
    // The result is a's digits times 10^shift over b's. A division that comes out even ends early: the zeros
    // that are left need no room, except those before the point.
    int shift = places + b.m_scale - a.m_scale;
    for (; shift > 0 && (rest != 0 || shift > places); --shift) {
        // One digit of long division; rest * 10 would not fit, rest + rest < 2 * 10^38 does.
        unsigned digit = 0;
        Magnitude next = 0;
        for (int i = 0; i < 10; ++i) {
            next += rest;
            if (next >= divisor) {
                next -= divisor;
                ++digit;
            }
        }
        rest = next;
        if (result > (powerOfTen(maxDigits) - 1 - digit) / 10) return std::nullopt;
        result = result * 10 + digit;
    }
    Magnitude unit = divisor; // what `rest` is a part of
    bool more = false;        // whether anything lies below `rest`
    if (shift < 0) {
        more = rest != 0;
        unit = powerOfTen(-shift);
        rest = result % unit;
        result /= unit;
        shift = 0;
    }
    const bool isHalf = rest == unit - rest && !more;
    if (isHalf ? result % 2 == 1 : rest >= unit - rest) ++result;
    if (result >= powerOfTen(maxDigits)) return std::nullopt;
    return normalized(a.m_negative != b.m_negative, result, places - shift);
}

Result<Decimal> Decimal::dividedBy(const Decimal& divisor, int places) const {
    if (divisor.isZero()) return fail(Code::decimal_zero_division, {{"text", toString()}});
    if (const auto result = quotient(*this, divisor, std::clamp(places, 0, maxPlaces))) return *result;
    return overflow(*this, " / ", divisor);
}

Decimal Decimal::rounded(int places) const {
    places = std::clamp(places, 0, maxPlaces);
    if (places >= m_scale) return *this;
    const Magnitude unit = powerOfTen(m_scale - places);
    const Magnitude rest = m_magnitude % unit;
    return normalized(m_negative, m_magnitude / unit + (rest >= unit - rest ? 1 : 0), places);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    if (a.m_negative != b.m_negative)
        return a.m_negative ? std::strong_ordering::less : std::strong_ordering::greater;
    if (a.m_negative) return -b <=> -a;
    // Whole part, then fraction: bringing all of it to one scale might not fit.
    const auto unitA = Decimal::powerOfTen(a.m_scale);
    const auto unitB = Decimal::powerOfTen(b.m_scale);
    const auto wholeA = a.m_magnitude / unitA;
    const auto wholeB = b.m_magnitude / unitB;
    if (wholeA != wholeB) return wholeA < wholeB ? std::strong_ordering::less : std::strong_ordering::greater;
    const auto fractionA = a.m_magnitude % unitA * Decimal::powerOfTen(Decimal::maxPlaces - a.m_scale);
    const auto fractionB = b.m_magnitude % unitB * Decimal::powerOfTen(Decimal::maxPlaces - b.m_scale);
    if (fractionA == fractionB) return std::strong_ordering::equal;
    return fractionA < fractionB ? std::strong_ordering::less : std::strong_ordering::greater;
}

std::string Decimal::toString() const {
    return text(0);
}

std::string Decimal::toFixed(int places) const {
    return rounded(places).text(std::clamp(places, 0, maxPlaces));
}

std::string Decimal::text(int minPlaces) const {
    std::string digits; // from the last to the first
    for (Magnitude rest = m_magnitude; rest != 0; rest /= 10)
        digits += static_cast<char>('0' + static_cast<int>(rest % 10));
    const std::size_t scale = m_scale;
    if (digits.size() <= scale) digits.append(scale + 1 - digits.size(), '0');
    const std::string fraction(digits.rend() - static_cast<std::ptrdiff_t>(scale), digits.rend());
    std::string result = m_negative ? "-" : "";
    result.append(digits.rbegin(), digits.rend() - static_cast<std::ptrdiff_t>(scale));
    const std::size_t places = std::max(scale, static_cast<std::size_t>(minPlaces));
    if (places > 0) result += '.' + fraction + std::string(places - scale, '0');
    return result;
}

} // namespace sekisho
