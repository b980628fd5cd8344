// SPDX-License-Identifier: Apache-2.0
// Decimal against arithmetic as taught at school: on strings of digits of any length.
#include "core/base/decimal.h"

#include <QtTest>

#include <algorithm>
#include <random>
#include <string>

using sekisho::Decimal;

namespace {

// Natural numbers as their digits, the last digit first, without leading zeros; zero is "".
using Natural = std::string;

void trim(Natural& digits) {
    while (!digits.empty() && digits.back() == 0)
        digits.pop_back();
}

int compare(const Natural& a, const Natural& b) {
    if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
    for (std::size_t i = a.size(); i-- > 0;)
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    return 0;
}

Natural add(const Natural& a, const Natural& b) {
    Natural result;
    int carry = 0;
    for (std::size_t i = 0; i < std::max(a.size(), b.size()) || carry; ++i) {
        carry += (i < a.size() ? a[i] : 0) + (i < b.size() ? b[i] : 0);
        result.push_back(static_cast<char>(carry % 10));
        carry /= 10;
    }
    return result;
}

Natural subtract(const Natural& a, const Natural& b) { // a >= b
    Natural result = a;
    int borrow = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const int digit = a[i] - (i < b.size() ? b[i] : 0) - borrow;
        borrow = digit < 0 ? 1 : 0;
        result[i] = static_cast<char>(digit + 10 * borrow);
    }
    trim(result);
    return result;
}

Natural multiply(const Natural& a, const Natural& b) {
    std::vector<int> sums(a.size() + b.size(), 0);
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            sums[i + j] += a[i] * b[j];
    Natural result;
    int carry = 0;
    for (const int sum : sums) {
        carry += sum;
        result.push_back(static_cast<char>(carry % 10));
        carry /= 10;
    }
    trim(result);
    return result;
}

Natural shifted(const Natural& a, std::size_t zeros) {
    return a.empty() ? a : Natural(zeros, '\0') + a;
}

// A number at school: sign, digits, and how many of them are behind the point.
struct Number {
    bool negative = false;
    Natural digits;
    std::size_t places = 0;
};

Number numberOf(const Decimal& value) {
    Number number;
    bool behindPoint = false;
    for (const char c : value.toString()) {
        if (c == '-') {
            number.negative = true;
        } else if (c == '.') {
            behindPoint = true;
        } else {
            number.digits.insert(number.digits.begin(), static_cast<char>(c - '0'));
            if (behindPoint) ++number.places;
        }
    }
    trim(number.digits);
    return number;
}

Number sum(Number a, Number b) {
    const std::size_t places = std::max(a.places, b.places);
    a.digits = shifted(a.digits, places - a.places);
    b.digits = shifted(b.digits, places - b.places);
    if (a.negative == b.negative) return {a.negative, add(a.digits, b.digits), places};
    if (compare(a.digits, b.digits) >= 0) return {a.negative, subtract(a.digits, b.digits), places};
    return {b.negative, subtract(b.digits, a.digits), places};
}

Number product(const Number& a, const Number& b) {
    return {a.negative != b.negative, multiply(a.digits, b.digits), a.places + b.places};
}

std::string text(Number number) {
    while (number.places > 0 && !number.digits.empty() && number.digits.front() == 0) {
        number.digits.erase(number.digits.begin());
        --number.places;
    }
    if (number.digits.empty()) return "0";
    while (number.digits.size() <= number.places)
        number.digits.push_back(0);
    std::string result = number.negative ? "-" : "";
    for (std::size_t i = number.digits.size(); i-- > 0;) {
        result += static_cast<char>('0' + number.digits[i]);
        if (i == number.places && i > 0) result += '.';
    }
    return result;
}

// Whether a Decimal can hold it: the promise that checkedAdd and the like are measured against.
bool fits(const std::string& text) {
    const auto point = text.find('.');
    const auto places = point == std::string::npos ? 0 : text.size() - point - 1;
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) digits += c;
    return digits.size() <= 38 && places <= 36;
}

class Source {
public:
    int below(int limit) { return std::uniform_int_distribution<>(0, limit - 1)(m_engine); }

    // Of all sizes, with many zeros, nines, twos and fives, where carries and trailing zeros come from.
    Decimal decimal() {
        for (;;) {
            std::string text = below(2) ? "-" : "";
            const int whole = 1 + below(below(3) ? 6 : 38);
            const int places = below(below(3) ? 6 : 37);
            for (int i = 0; i < whole; ++i)
                text += digit();
            if (places > 0) text += '.';
            for (int i = 0; i < places; ++i)
                text += digit();
            if (const auto value = Decimal::parse(text)) return *value;
        }
    }

private:
    char digit() {
        static const std::string digits = "00099225501234567890123456789";
        return digits[static_cast<std::size_t>(below(static_cast<int>(digits.size())))];
    }

    std::mt19937 m_engine{20240601}; // fixed: a failure can be repeated
};

constexpr int rounds = 20000;

#define EXPECT(condition, a, b)                                                                              \
    QVERIFY2(condition, qPrintable(QString::fromStdString((a).toString() + " and " + (b).toString())))

} // namespace

class TestDecimalRandom : public QObject {
    Q_OBJECT

private slots:
    void referenceKnowsItsSums();
    void exactOrRefused();
    void comparisonFollowsTheDifference();
    void divisionIsNearestEven();
    void roundingIsNearestAwayFromZero();
    void algebra();
};

void TestDecimalRandom::referenceKnowsItsSums() {
    const auto number = [](const char* text) { return numberOf(*Decimal::parse(text)); };
    QCOMPARE(text(sum(number("-0.95"), number("1"))), std::string("0.05"));
    QCOMPARE(text(product(number("-12.5"), number("0.8"))), std::string("-10"));
    QCOMPARE(text(product(number("99"), number("99"))), std::string("9801"));
    QVERIFY(fits("0." + std::string(36, '1')) && !fits("0." + std::string(37, '1')));
}

void TestDecimalRandom::exactOrRefused() {
    Source source;
    int refused = 0;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = source.decimal();
        const Decimal b = source.decimal();
        Number minusB = numberOf(b);
        minusB.negative = !minusB.negative;
        const struct {
            sekisho::Result<Decimal> checked;
            Decimal plain;
            std::string expected;
        } cases[] = {
            {a.checkedAdd(b), a + b, text(sum(numberOf(a), numberOf(b)))},
            {a.checkedSub(b), a - b, text(sum(numberOf(a), minusB))},
            {a.checkedMul(b), a * b, text(product(numberOf(a), numberOf(b)))},
        };
        for (const auto& [checked, plain, expected] : cases) {
            EXPECT(checked.has_value() == fits(expected), a, b);
            EXPECT(fits(plain.toString()), a, b);
            if (checked) {
                EXPECT(checked->toString() == expected, a, b);
                EXPECT(plain == *checked, a, b);
            } else {
                EXPECT(checked.error().code == sekisho::Code::decimal_overflow, a, b);
                ++refused;
            }
        }
    }
    QVERIFY2(refused > rounds / 100, "the numbers were too tame to reach the limits");
}

void TestDecimalRandom::comparisonFollowsTheDifference() {
    Source source;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = source.decimal();
        const Decimal b = source.below(10) ? source.decimal() : a;
        Number minusB = numberOf(b);
        minusB.negative = !minusB.negative;
        const std::string difference = text(sum(numberOf(a), minusB));
        EXPECT((a == b) == (difference == "0"), a, b);
        EXPECT((a < b) == (difference[0] == '-'), a, b);
        EXPECT((a > b) == (difference != "0" && difference[0] != '-'), a, b);
    }
}

void TestDecimalRandom::divisionIsNearestEven() {
    Source source;
    int halves = 0;
    for (int i = 0; i < rounds; ++i) {
        const int places = source.below(12);
        Decimal a = source.decimal();
        const Decimal b = source.decimal();
        if (b.isZero()) continue;
        if (i % 4 == 0) {
            // A quotient that ends in exactly one half.
            const auto half = (2 * source.below(1000) + 1) * Decimal(5);
            const auto exact = b.checkedMul(half).and_then([&](const Decimal& x) {
                Decimal unit = 1;
                for (int place = 0; place <= places; ++place)
                    unit *= *Decimal::parse("0.1");
                return x.checkedMul(unit);
            });
            if (!exact) continue;
            a = *exact;
        }
        const auto quotient = a.dividedBy(b, places);
        if (!quotient) {
            // Then it is large: |a| >= 10^(38-places) * |b|, give or take the rounding.
            Number bound = numberOf(b);
            bound.digits = shifted(bound.digits, static_cast<std::size_t>(37 - places));
            bound.negative = true;
            Number size = numberOf(a);
            size.negative = false;
            EXPECT(!sum(size, bound).negative, a, b);
            continue;
        }
        EXPECT(quotient->places() <= places, a, b);
        // |a - q*b| * 2 * 10^places <= |b|, and if equal, q is even in its last place.
        Number back = product(numberOf(*quotient), numberOf(b));
        back.negative = !back.negative;
        Number error = sum(numberOf(a), back);
        error.negative = false;
        error.digits = shifted(multiply(error.digits, Natural(1, '\2')), static_cast<std::size_t>(places));
        Number limit = numberOf(b);
        limit.negative = true;
        const std::string rest = text(sum(error, limit));
        EXPECT(rest == "0" || rest[0] == '-', a, b);
        if (rest == "0") {
            ++halves;
            EXPECT(quotient->toFixed(places).back() % 2 == 0, a, b);
        }
    }
    QVERIFY2(halves > rounds / 20, "too few halves to tell half-even from half-up");
}

void TestDecimalRandom::roundingIsNearestAwayFromZero() {
    Source source;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = source.decimal();
        const int places = source.below(37);
        const Decimal rounded = a.rounded(places);
        EXPECT(rounded.places() <= places, a, Decimal(places));
        Number unit{false, Natural(1, '\5'), static_cast<std::size_t>(places) + 1}; // half of the last place
        Number size = numberOf(a);
        size.negative = false;
        Number roundedSize = numberOf(rounded);
        roundedSize.negative = true;
        // size - rounded size is in [-half, half)
        Number difference = sum(size, roundedSize);
        EXPECT(text(sum(difference, unit))[0] != '-', a, Decimal(places));
        unit.negative = true;
        const std::string upper = text(sum(difference, unit));
        EXPECT(upper[0] == '-', a, Decimal(places));
        const std::string fixed = a.toFixed(places);
        EXPECT(*Decimal::parse(fixed) == rounded, a, Decimal(places));
        const auto point = fixed.find('.');
        EXPECT(places == 0 ? point == std::string::npos
                           : fixed.size() - point - 1 == static_cast<std::size_t>(places),
               a, Decimal(places));
    }
}

void TestDecimalRandom::algebra() {
    Source source;
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = source.decimal();
        const Decimal b = source.decimal();
        EXPECT(-(-a) == a && (a - a).isZero() && a * 1 == a && (a * 0).isZero() && a + 0 == a, a, b);
        EXPECT(Decimal::parse(a.toString()) == a, a, b);
        if (const auto total = a.checkedAdd(b)) EXPECT(total->checkedSub(b) == a, a, b);
        if (const auto both = a.checkedMul(b); both && !b.isZero()) EXPECT(both->dividedBy(b, 36) == a, a, b);
    }
}

QTEST_APPLESS_MAIN(TestDecimalRandom)
#include "test_decimal_random.moc"
