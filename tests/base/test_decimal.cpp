// SPDX-License-Identifier: Apache-2.0
#include "core/base/decimal.h"
#include "core/base/excerpt.h"

#include <QtTest>

#include <clocale>
#include <limits>
#include <type_traits>

using sekisho::Code;
using sekisho::Decimal;
using sekisho::Result;

// Money must not come out of binary floats, not even by accident.
static_assert(!std::is_convertible_v<double, Decimal> && !std::is_constructible_v<Decimal, double>);
static_assert(!std::is_constructible_v<Decimal, bool>);
static_assert(std::is_convertible_v<int, Decimal>);

namespace {

const QString nines38(38, u'9');

Decimal dec(const QString& text) {
    const auto value = Decimal::parse(text.toStdString());
    if (!value) qFatal("not a decimal: %s", qPrintable(text));
    return *value;
}

QString str(const Decimal& value) {
    return QString::fromStdString(value.toString());
}

// The value, or the code of the failure.
QString str(const Result<Decimal>& value) {
    if (value) return str(*value);
    const auto code = sekisho::codeText(value.error().code);
    return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
}

} // namespace

class TestDecimal : public QObject {
    Q_OBJECT

private slots:
    void parse_data();
    void parse();
    void parseIgnoresTheLocale();
    void parseErrorsQuoteTheBeginning();
    void integers();
    void arithmetic_data();
    void arithmetic();
    void outOfRange_data();
    void outOfRange();
    void division_data();
    void division();
    void rounding_data();
    void rounding();
    void comparison_data();
    void comparison();
    void negation();
    void compoundAssignment();
    void money();
};

void TestDecimal::parse_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << text << expected; };
    row("0", "0");
    row("-0", "0");
    row("-0.000", "0");
    row("3", "3");
    row("007.50", "7.5");
    row("0.045", "0.045");
    row("-12.5", "-12.5");
    row("100", "100");
    row("1000000000000000000000000000000", "1000000000000000000000000000000");
    row("1.0000000000000000000000000000000000000000000000000000", "1");
    row("0.000000000000000000000000000000000001", "0.000000000000000000000000000000000001");
    row("0.0000000000000000000000000000000000001", "decimal-overflow");
    row("-99.999999999999999999999999999999999999", "-99.999999999999999999999999999999999999");
    row("100.999999999999999999999999999999999999", "decimal-overflow");
    row("00000000000000000000000000000000000000000000000000007", "7");
    QTest::newRow("38 nines") << nines38 << nines38;
    QTest::newRow("10^38") << "1" + QString(38, u'0') << "decimal-overflow";
    QTest::newRow("a million digits") << QString(1000000, u'7') << "decimal-overflow";
    QTest::newRow("a million zeros") << "0." + QString(1000000, u'0') << "0";
    QTest::newRow("NUL inside") << QString::fromLatin1("1\0002", 3) << "decimal-syntax";
    for (const char* const text :
         {"",      "-",     "+1",  "--1", ".",    ".5",   "5.",  "-.5",  "1..2", "1.2.3", "1,5",
          "1 000", "1_000", " 1",  "1 ",  "1\n",  "1e3",  "1E3", "1e-3", "0x10", "inf",   "-inf",
          "nan",   "NaN",   "abc", "1-",  "1.-2", "１２", "٣",   "−1",   "$1",   "1USD"})
        QTest::addRow("refused: \"%s\"", text) << QString::fromUtf8(text) << "decimal-syntax";
}

void TestDecimal::parse() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = Decimal::parse(text.toStdString());
    QCOMPARE(str(value), expected);
    if (!value) return;
    const auto again = Decimal::parse(value->toString());
    QVERIFY(again.has_value());
    QVERIFY(*again == *value);
}

void TestDecimal::parseIgnoresTheLocale() {
    const QByteArray before = std::setlocale(LC_ALL, nullptr);
    for (const char* const name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "C"})
        if (std::setlocale(LC_ALL, name)) break;
    QCOMPARE(str(dec("1.5") + dec("0.25")), "1.75");
    QCOMPARE(str(Decimal::parse("1,5")), "decimal-syntax");
    std::setlocale(LC_ALL, before.constData());
}

void TestDecimal::parseErrorsQuoteTheBeginning() {
    const auto shortText = Decimal::parse("1e5");
    QVERIFY(!shortText);
    QCOMPARE(shortText.error().args.front().value, std::string("1e5"));
    const auto longText = Decimal::parse(std::string(100000, 'x'));
    QVERIFY(!longText);
    QCOMPARE(longText.error().args.front().value, std::string(80, 'x') + "…");
    // Cut between characters: 79 bytes and a character of three would make 82.
    QCOMPARE(sekisho::excerpt(std::string(79, 'x') + "税税"), std::string(79, 'x') + "…");
    QCOMPARE(sekisho::excerpt(std::string(77, 'x') + "税"), std::string(77, 'x') + "税");
}

void TestDecimal::integers() {
    QCOMPARE(str(Decimal()), "0");
    QCOMPARE(str(Decimal(730)), "730");
    QCOMPARE(str(Decimal(-1)), "-1");
    QCOMPARE(str(Decimal(std::numeric_limits<std::int64_t>::min())), "-9223372036854775808");
    QCOMPARE(str(Decimal(std::numeric_limits<std::uint64_t>::max())), "18446744073709551615");
    QVERIFY(Decimal(10) == dec("10.0"));
    QVERIFY(Decimal(0).isZero() && !Decimal(0).isNegative() && Decimal(-2).isNegative());
    QCOMPARE(dec("0.0450").places(), 3);
    QCOMPARE(Decimal(1000).places(), 0);
}

void TestDecimal::arithmetic_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("sum");
    QTest::addColumn<QString>("difference");
    QTest::addColumn<QString>("product");
    const auto row = [](const char* a, const char* b, const char* sum, const char* difference,
                        const char* product) {
        QTest::addRow("%s, %s", a, b) << a << b << sum << difference << product;
    };
    row("0", "0", "0", "0", "0");
    row("0.1", "0.2", "0.3", "-0.1", "0.02");
    row("1.5", "-1.5", "0", "3", "-2.25");
    row("-0.25", "-4", "-4.25", "3.75", "1");
    row("0.045", "730", "730.045", "-729.955", "32.85");
    row("1000", "0.001", "1000.001", "999.999", "1");
    row("99999999999999999999999999999999999999", "0", "99999999999999999999999999999999999999",
        "99999999999999999999999999999999999999", "0");
    row("99999999999999999999999999999999999999", "1", "decimal-overflow",
        "99999999999999999999999999999999999998", "99999999999999999999999999999999999999");
    row("-99999999999999999999999999999999999999", "1", "-99999999999999999999999999999999999998",
        "decimal-overflow", "-99999999999999999999999999999999999999");
    row("99999999999999999999999999999999999999", "0.1", "decimal-overflow", "decimal-overflow",
        "9999999999999999999999999999999999999.9");
    row("10000000000000000000000000000000000000", "0.1", "decimal-overflow",
        "9999999999999999999999999999999999999.9", "1000000000000000000000000000000000000");
    row("1000000000000000000000000000000", "0.062", "1000000000000000000000000000000.062",
        "999999999999999999999999999999.938", "62000000000000000000000000000");
    row("10000000000000000000", "10000000000000000000", "20000000000000000000", "0", "decimal-overflow");
    row("0.0000000000000000001", "0.0000000000000000001", "0.0000000000000000002", "0", "decimal-overflow");
    // The product of the digits has 39 digits, the product itself fits.
    row("50000000000000000000000000000000000.5", "0.2", "50000000000000000000000000000000000.7",
        "50000000000000000000000000000000000.3", "10000000000000000000000000000000000.1");
    row("1.9073486328125", "5242880000", "5242880001.9073486328125", "-5242879998.0926513671875",
        "10000000000");
}

void TestDecimal::arithmetic() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(QString, sum);
    QFETCH(QString, difference);
    QFETCH(QString, product);
    const Decimal x = dec(a);
    const Decimal y = dec(b);
    QCOMPARE(str(x.checkedAdd(y)), sum);
    QCOMPARE(str(y.checkedAdd(x)), sum);
    QCOMPARE(str(x.checkedSub(y)), difference);
    QCOMPARE(str(x.checkedMul(y)), product);
    QCOMPARE(str(y.checkedMul(x)), product);
    if (sum != "decimal-overflow") QCOMPARE(str(x + y), sum);
    if (difference != "decimal-overflow") QCOMPARE(str(x - y), difference);
    if (product != "decimal-overflow") QCOMPARE(str(x * y), product);
}

void TestDecimal::outOfRange_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QChar>("sign");
    QTest::addColumn<QString>("b");
    QTest::addColumn<QString>("expected");
    QTest::newRow("sum at the limit") << nines38 << QChar(u'+') << nines38 << nines38;
    QTest::newRow("negative sum at the limit") << "-" + nines38 << QChar(u'-') << "1"
                                               << "-" + nines38;
    QTest::newRow("product at the limit") << nines38 << QChar(u'*') << "-2"
                                          << "-" + nines38;
    QTest::newRow("fine digits go first") << nines38 << QChar(u'-') << "1.4" << QString(37, u'9') + "8";
    QTest::newRow("too fine a product") << "0.0000000000000000001" << QChar(u'*') << "0.0000000000000000001"
                                        << "0";
    QTest::newRow("large times fine") << "12345678901234567890" << QChar(u'*') << "1.5555555555555555555"
                                      << "19204389401920438939.3141289499314128950";
}

void TestDecimal::outOfRange() {
    QFETCH(QString, a);
    QFETCH(QChar, sign);
    QFETCH(QString, b);
    QFETCH(QString, expected);
    const Decimal x = dec(a);
    const Decimal y = dec(b);
    if (sign == u'*' && expected.contains(u'.')) {
        // How much survives is not promised; here it must be 18 digits.
        const Decimal difference = x * y - dec(expected);
        QVERIFY2(difference < 10 && difference > -10, qPrintable(str(x * y)));
        return;
    }
    QCOMPARE(str(sign == u'+' ? x + y : sign == u'-' ? x - y : x * y), expected);
}

void TestDecimal::division_data() {
    QTest::addColumn<QString>("dividend");
    QTest::addColumn<QString>("divisor");
    QTest::addColumn<int>("places");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* a, const char* b, int places, const char* expected) {
        QTest::addRow("%s / %s to %d", a, b, places) << a << b << places << expected;
    };
    row("1", "3", 4, "0.3333");
    row("2", "3", 4, "0.6667");
    row("-2", "3", 4, "-0.6667");
    row("1", "8", 3, "0.125");
    row("1", "8", 2, "0.12"); // half to even
    row("3", "8", 2, "0.38");
    row("-1", "8", 2, "-0.12");
    row("0.5", "1", 0, "0");
    row("1.5", "1", 0, "2");
    row("2.5", "1", 0, "2");
    row("2.500001", "1", 0, "3");
    row("0.15000000000000000000000000000000001", "1", 1, "0.2");
    row("0.25", "1", 1, "0.2");
    row("0.25000000000000000000000000000001", "1", 1, "0.3");
    row("5.5", "3.7", 0, "1"); // 1.48..: rounding twice would give 2
    row("1.000000000000000000000000000000000001", "2", 0, "1");
    row("0", "7", 36, "0");
    row("20.44", "0.052", 0, "393"); // break-even of one endpoint in two zones of Tokyo, in GB
    row("0.0672", "16", 6, "0.0042");
    row("1", "0", 2, "decimal-zero-division");
    row("0", "0", 2, "decimal-zero-division");
    row("1", "0.000000000000000000000000000000000001", 1, "1000000000000000000000000000000000000");
    row("1", "0.000000000000000000000000000000000001", 2, "1000000000000000000000000000000000000");
    row("100", "0.000000000000000000000000000000000001", 0, "decimal-overflow");
    row("0.000000000000000000000000000000000001", "99999999999999999999999999999999999999", 36, "0");
    row("99999999999999999999999999999999999999", "99999999999999999999999999999999999998", 36, "1");
    row("1", "3", -5, "0");
    row("2", "3", 99, "0.666666666666666666666666666666666667");
}

void TestDecimal::division() {
    QFETCH(QString, dividend);
    QFETCH(QString, divisor);
    QFETCH(int, places);
    QFETCH(QString, expected);
    QCOMPARE(str(dec(dividend).dividedBy(dec(divisor), places)), expected);
}

void TestDecimal::rounding_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("places");
    QTest::addColumn<QString>("rounded");
    QTest::addColumn<QString>("fixed");
    const auto row = [](const char* value, int places, const char* rounded, const char* fixed) {
        QTest::addRow("%s to %d", value, places) << value << places << rounded << fixed;
    };
    row("65.7", 2, "65.7", "65.70");
    row("0", 2, "0", "0.00");
    row("3", 0, "3", "3");
    row("3", -1, "3", "3");
    row("0.005", 2, "0.01", "0.01"); // halves away from zero
    row("0.015", 2, "0.02", "0.02");
    row("0.025", 2, "0.03", "0.03");
    row("-0.005", 2, "-0.01", "-0.01");
    row("-0.004", 2, "0", "0.00"); // never "-0.00"
    row("0.00499999999999999999999999", 2, "0", "0.00");
    row("999.995", 2, "1000", "1000.00");
    row("0.5", 0, "1", "1");
    row("1234567.891", 1, "1234567.9", "1234567.9");
    row("12", 3, "12", "12.000");
    row("99999999999999999999999999999999999999", 3, "99999999999999999999999999999999999999",
        "99999999999999999999999999999999999999.000");
    row("9.999999999999999999999999999999999999", 35, "10", "10.00000000000000000000000000000000000");
}

void TestDecimal::rounding() {
    QFETCH(QString, value);
    QFETCH(int, places);
    QFETCH(QString, rounded);
    QFETCH(QString, fixed);
    QCOMPARE(str(dec(value).rounded(places)), rounded);
    QCOMPARE(QString::fromStdString(dec(value).toFixed(places)), fixed);
}

void TestDecimal::comparison_data() {
    QTest::addColumn<QString>("smaller");
    QTest::addColumn<QString>("larger");
    const auto row = [](const QString& a, const QString& b) {
        QTest::addRow("%s < %s", qPrintable(a), qPrintable(b)) << a << b;
    };
    row("0", "1");
    row("-1", "0");
    row("-2", "-1");
    row("-1", "1");
    row("1.5", "1.50001");
    row("-1.50001", "-1.5");
    row("9", "10");
    row("0.9", "0.91");
    row("0.000000000000000000000000000000000001", nines38);
    row("-" + nines38, "-0.000000000000000000000000000000000001");
    row(nines38.chopped(1) + "8", nines38);
    row("99.999999999999999999999999999999999998", "99.999999999999999999999999999999999999");
}

void TestDecimal::comparison() {
    QFETCH(QString, smaller);
    QFETCH(QString, larger);
    const Decimal a = dec(smaller);
    const Decimal b = dec(larger);
    QVERIFY(a < b && a <= b && b > a && b >= a && a != b);
    QVERIFY(!(b < a) && !(a == b));
    QVERIFY((a <=> a) == 0 && a == a && (b <=> b) == 0);
}

void TestDecimal::negation() {
    QCOMPARE(str(-dec("1.5")), "-1.5");
    QCOMPARE(str(-dec("-1.5")), "1.5");
    QCOMPARE(str(-Decimal()), "0");
    QVERIFY(-Decimal() == Decimal());
}

void TestDecimal::compoundAssignment() {
    Decimal value = 2;
    value += dec("0.5");
    value *= 3;
    value -= 1;
    QCOMPARE(str(value), "6.5");
    value = value * value - value;
    QCOMPARE(str(value), "35.75");
}

void TestDecimal::money() {
    const Decimal month = 730;
    QCOMPARE((2 * dec("0.045") * month).toFixed(2), std::string("65.70"));
    QCOMPARE((2 * dec("0.062") * month).toFixed(2), std::string("90.52"));
    QCOMPARE((2 * (dec("0.062") + dec("0.005")) * month).toFixed(2), std::string("97.82"));
    Decimal total;
    for (int i = 0; i < 1000; ++i)
        total += dec("0.001");
    QVERIFY(total == 1);
}

QTEST_APPLESS_MAIN(TestDecimal)
#include "test_decimal.moc"
