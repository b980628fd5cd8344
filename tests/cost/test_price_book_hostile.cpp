// SPDX-License-Identifier: Apache-2.0
// Price books that are wrong, each in one place: a diagnostic must name it, and nothing may be thrown.
#include <QtTest>

#include "core/cost/price_book.h"
#include "resources/resources.h"

#include <nlohmann/json.hpp>

#include <random>

using namespace sekisho;
using namespace sekisho::cost;
using Json = nlohmann::json;

namespace {

std::string small() {
    Json prices;
    for (std::size_t i = 0; i < componentCount; ++i)
        prices[componentWord(static_cast<Component>(i))] = nullptr;
    prices["nat_gateway_hour"] = {
        {"unit", "hour"}, {"price", "0.062"}, {"sources", {"A", "B"}}, {"as_of", "2024-06"}};
    prices["internet_out_gb"] = {{"unit", "GB"},
                                 {"tiers",
                                  {{{"from_gb", "0"}, {"to_gb", "10"}, {"usd_per_gb", "0.2"}},
                                   {{"from_gb", "10"}, {"to_gb", nullptr}, {"usd_per_gb", "0.1"}}}},
                                 {"sources", {"B"}},
                                 {"as_of", "2024-06"},
                                 {"assumed", true}};
    const Json source = {{"ref", "a page"}, {"as_of", "2024-06"}, {"kind", "a test"}};
    const Json book = {{"format", "sekisho-price-book"},
                       {"version", 1},
                       {"currency", "USD"},
                       {"hours_per_month", "730"},
                       {"sources", {{"A", source}, {"B", source}}},
                       {"regions",
                        {{{"code", "xx-test-1"},
                          {"name", "Test"},
                          {"partition", "aws"},
                          {"usage_type_prefix", "XXT1"},
                          {"zones", {"xx-test-1a"}},
                          {"prices", prices}}}}};
    return book.dump();
}

std::string arg(const Diagnostic& diagnostic, std::string_view name) {
    for (const DiagnosticArg& each : diagnostic.args)
        if (each.name == name) return each.value;
    return {};
}

} // namespace

class TestPriceBookHostile : public QObject {
    Q_OBJECT

private slots:
    void theSmallOneIsFine();
    void wrongValues_data();
    void wrongValues();
    void wrongTexts_data();
    void wrongTexts();
    void syntaxErrorsTellTheLine();
    void tooLarge();
    void deepNesting();
    void longTextsAreQuotedShortly();
    void damagedBytes();
};

void TestPriceBookHostile::theSmallOneIsFine() {
    const auto book = PriceBook::parse(small());
    QVERIFY2(book.has_value(), book ? "" : codeText(book.error().code).data());
    const auto price = book->price("xx-test-1", Component::InternetOutGb);
    QVERIFY(price && price->assumed && !price->isDerived());
    QCOMPARE(price->cost(15)->toString(), std::string("2.5"));
    QVERIFY(!book->price("xx-test-1", Component::AlbHour));
}

void TestPriceBookHostile::wrongValues_data() {
    QTest::addColumn<QString>("pointer"); // where the small book is changed
    QTest::addColumn<QString>("value");   // to what JSON; empty: removed
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* pointer, const char* value, const char* code, const char* path) {
        QTest::addRow("%s = %s", pointer, value) << pointer << value << code << path;
    };
    const char* const region = "/regions/0";
    const char* const nat = "/regions/0/prices/nat_gateway_hour";
    const char* const out = "/regions/0/prices/internet_out_gb";
    const auto at = [](const char* base, const char* rest) { return QByteArray(base) + rest; };
    const std::string natPath = "regions[0].prices.nat_gateway_hour";
    const std::string outPath = "regions[0].prices.internet_out_gb";

    row("", "null", "price-book-type", "/");
    row("", "[]", "price-book-type", "/");
    row("/format", "\"sekisho\"", "price-book-version", "");
    row("/format", "", "price-book-missing", "format");
    row("/format", "7", "price-book-type", "format");
    row("/version", "2", "price-book-version", "");
    row("/version", "-1", "price-book-version", "");
    row("/version", "18446744073709551615", "price-book-version", "");
    row("/version", "\"1\"", "price-book-type", "version");
    row("/version", "1.0", "price-book-type", "version");
    row("/version", "", "price-book-missing", "version");
    row("/extra", "1", "price-book-unknown-key", "extra");
    row("/currency", "\"JPY\"", "price-book-unit", "currency");
    row("/hours_per_month", "730", "price-book-money", "hours_per_month");
    row("/hours_per_month", "\"-730\"", "price-book-money", "hours_per_month");
    row("/sources", "[]", "price-book-type", "sources");
    row("/sources/A", "\"a page\"", "price-book-type", "sources.A");
    row("/sources/A/ref", "\"\"", "price-book-text", "sources.A.ref");
    row("/sources/A/kind", "", "price-book-missing", "sources.A.kind");
    row("/sources/A/caveat", "false", "price-book-type", "sources.A.caveat");
    row("/sources/A/url", "\"x\"", "price-book-unknown-key", "sources.A.url");
    row("/sources/A", "", "price-book-source", (natPath + ".sources").c_str());
    row("/regions", "{}", "price-book-type", "regions");
    row("/regions", "", "price-book-missing", "regions");
    row(region, "null", "price-book-type", "regions[0]");
    row(at(region, "/code"), "\"\"", "price-book-text", "regions[0].code");
    row(at(region, "/code"), "[]", "price-book-type", "regions[0].code");
    row(at(region, "/name"), "", "price-book-missing", "regions[0].name");
    row(at(region, "/colour"), "\"red\"", "price-book-unknown-key", "regions[0].colour");
    row(at(region, "/zones"), "\"xx-test-1a\"", "price-book-type", "regions[0].zones");
    row(at(region, "/zones/0"), "1", "price-book-type", "regions[0].zones[0]");
    row(at(region, "/zones/0"), "\"\"", "price-book-text", "regions[0].zones[0]");
    row(at(region, "/zones/-"), "\"xx-test-1a\"", "price-book-duplicate", "regions[0].zones[1]");
    row(at(region, "/prices"), "[]", "price-book-type", "regions[0].prices");
    row(at(region, "/prices/alb_hour"), "", "price-book-missing", "regions[0].prices.alb_hour");
    row(at(region, "/prices/alb_minute"), "null", "price-book-unknown-key", "regions[0].prices.alb_minute");
    row(nat, "\"0.062\"", "price-book-type", natPath.c_str());
    row(nat, "{}", "price-book-missing", (natPath + ".unit").c_str());
    row(at(nat, "/unit"), "\"GB\"", "price-book-unit", (natPath + ".unit").c_str());
    row(at(nat, "/price"), "", "price-book-missing", (natPath + ".price").c_str());
    for (const char* const value :
         {"0.062", "0", "null", "true", "[]", "{}", "\"\"", "\"-0.062\"", "\"1e-2\"", "\"0,062\"", "\"NaN\"",
          "\"Infinity\"", "\"0.062 \"", "\"$0.062\"",
          "\"1000000000000000000000000000000000000000000000000000000000000000000\""})
        row(at(nat, "/price"), value, "price-book-money", (natPath + ".price").c_str());
    row(at(nat, "/tiers"), "[{\"from_gb\":\"0\",\"to_gb\":null,\"usd_per_gb\":\"1\"}]",
        "price-book-unknown-key", (natPath + ".price").c_str());
    row(at(nat, "/sources"), "[]", "price-book-missing", (natPath + ".sources[0]").c_str());
    row(at(nat, "/sources"), "\"A\"", "price-book-type", (natPath + ".sources").c_str());
    row(at(nat, "/sources/1"), "\"A\"", "price-book-duplicate", (natPath + ".sources[1]").c_str());
    row(at(nat, "/sources/1"), "\"C\"", "price-book-source", (natPath + ".sources").c_str());
    row(at(nat, "/as_of"), "null", "price-book-type", (natPath + ".as_of").c_str());
    row(at(nat, "/derived"), "true", "price-book-type", (natPath + ".derived").c_str());
    row(at(nat, "/assumed"), "\"yes\"", "price-book-type", (natPath + ".assumed").c_str());
    row(at(out, "/tiers"), "{}", "price-book-type", (outPath + ".tiers").c_str());
    row(at(out, "/tiers"), "null", "price-book-type", (outPath + ".tiers").c_str());
    row(at(out, "/tiers"), "[]", "price-book-missing", (outPath + ".tiers[0]").c_str());
    row(at(out, "/tiers/0/from_gb"), "\"1\"", "price-book-tiers", (outPath + ".tiers[0]").c_str());
    row(at(out, "/tiers/0/to_gb"), "\"0\"", "price-book-tiers", (outPath + ".tiers[0]").c_str());
    row(at(out, "/tiers/0/to_gb"), "null", "price-book-tiers", (outPath + ".tiers[0]").c_str());
    row(at(out, "/tiers/0/to_gb"), "\"11\"", "price-book-tiers", (outPath + ".tiers[1]").c_str()); // overlap
    row(at(out, "/tiers/0/to_gb"), "\"9\"", "price-book-tiers", (outPath + ".tiers[1]").c_str());  // gap
    row(at(out, "/tiers/1/to_gb"), "\"20\"", "price-book-tiers", (outPath + ".tiers[1]").c_str());
    row(at(out, "/tiers/1/to_gb"), "", "price-book-missing", (outPath + ".tiers[1].to_gb").c_str());
    row(at(out, "/tiers/1/usd_per_gb"), "\"-1\"", "price-book-money",
        (outPath + ".tiers[1].usd_per_gb").c_str());
    row(at(out, "/tiers/1/usd_per_gb"), "0.1", "price-book-money",
        (outPath + ".tiers[1].usd_per_gb").c_str());
    row(at(out, "/tiers/1/free"), "true", "price-book-unknown-key", (outPath + ".tiers[1].free").c_str());
    row(at(out, "/tiers/1"), "7", "price-book-type", (outPath + ".tiers[1]").c_str());
}

void TestPriceBookHostile::wrongValues() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, code);
    QFETCH(QString, path);
    Json json = Json::parse(small());
    const Json::json_pointer where(pointer.toStdString());
    if (value.isEmpty())
        json.at(where.parent_pointer()).erase(where.back());
    else
        json[where] = Json::parse(value.toStdString());
    const auto book = PriceBook::parse(json.dump());
    QVERIFY(!book);
    QCOMPARE(QString::fromUtf8(codeText(book.error().code).data()), code);
    QCOMPARE(QString::fromStdString(arg(book.error(), "path")), path);
}

void TestPriceBookHostile::wrongTexts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("path");
    const QByteArray good = QByteArray::fromStdString(small());
    const auto changed = [&](const char* from, const char* to) {
        QByteArray text = good;
        const auto at = text.indexOf(from);
        if (at < 0) qFatal("%s is not there", from);
        return text.replace(at, static_cast<qsizetype>(qstrlen(from)), to);
    };
    QTest::newRow("empty") << QByteArray() << "price-book-syntax"
                           << "";
    QTest::newRow("blank") << QByteArray(" \n") << "price-book-syntax"
                           << "";
    QTest::newRow("cut off") << good.chopped(1) << "price-book-syntax"
                             << "";
    QTest::newRow("something behind") << good + "{}"
                                      << "price-book-syntax"
                                      << "";
    QTest::newRow("a NUL behind") << good + QByteArray(1, '\0') << "price-book-syntax"
                                  << "";
    QTest::newRow("not UTF-8") << changed("a page", "a \xff page") << "price-book-syntax"
                               << "";
    QTest::newRow("a lone surrogate") << changed("a page", "\\ud800") << "price-book-syntax"
                                      << "";
    QTest::newRow("a comment") << changed("{", "{/*x*/") << "price-book-syntax"
                               << "";
    QTest::newRow("a number beyond everything") << changed("\"730\"", "1e999999") << "price-book-syntax"
                                                << "";
    QTest::newRow("NaN") << changed("\"730\"", "NaN") << "price-book-syntax"
                         << "";
    QTest::newRow("a key twice") << changed("\"currency\"", "\"version\":1,\"currency\"")
                                 << "price-book-duplicate"
                                 << "version";
    QTest::newRow("a price twice") << changed("\"alb_hour\":null", "\"alb_hour\":null,\"alb_hour\":null")
                                   << "price-book-duplicate"
                                   << "regions[0].prices.alb_hour";
    QTest::newRow("a key twice, once escaped")
        << changed("\"alb_hour\":null", "\"alb_hour\":null,\"alb\\u005fhour\":null") << "price-book-duplicate"
        << "regions[0].prices.alb_hour";
    const auto start = good.indexOf("\"regions\":[") + 11;
    const QByteArray region = good.mid(start, good.lastIndexOf("],\"sources\"") - start);
    QByteArray twice = good;
    twice.insert(start, region + ",");
    QTest::newRow("a Region twice") << twice << "price-book-duplicate"
                                    << "regions[1].code";
}

void TestPriceBookHostile::wrongTexts() {
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, path);
    const auto book = PriceBook::parse({text.constData(), static_cast<std::size_t>(text.size())});
    QVERIFY(!book);
    QCOMPARE(QString::fromUtf8(codeText(book.error().code).data()), code);
    QCOMPARE(QString::fromStdString(arg(book.error(), "path")), path);
}

void TestPriceBookHostile::syntaxErrorsTellTheLine() {
    const auto book = PriceBook::parse("{\n  \"format\": \"税\", oops\n}");
    QVERIFY(!book);
    QCOMPARE(arg(book.error(), "line"), std::string("2"));
    QCOMPARE(arg(book.error(), "column"), std::string("18")); // in characters: the o
}

void TestPriceBookHostile::tooLarge() {
    const auto book = PriceBook::parse(std::string(PriceBook::maxBytes + 1, ' '));
    QVERIFY(!book && book.error().code == Code::price_book_too_large);
    QCOMPARE(arg(book.error(), "bytes"), std::to_string(PriceBook::maxBytes + 1));
}

void TestPriceBookHostile::deepNesting() {
    for (const char* const opening : {"[", "{\"a\":"}) {
        std::string text;
        while (text.size() < PriceBook::maxBytes - 10)
            text += opening;
        const auto book = PriceBook::parse(text);
        QVERIFY(!book && book.error().code == Code::price_book_type);
        QVERIFY(arg(book.error(), "path").size() < 200);
    }
}

void TestPriceBookHostile::longTextsAreQuotedShortly() {
    const std::string text(100000, 'x');
    Json json = Json::parse(small());
    json[text] = 1;
    const auto unknown = PriceBook::parse(json.dump());
    QVERIFY(!unknown && unknown.error().code == Code::price_book_unknown_key);
    QVERIFY(arg(unknown.error(), "path").size() < 100);
    json.erase(text);
    json["currency"] = text;
    const auto currency = PriceBook::parse(json.dump());
    QVERIFY(!currency && currency.error().code == Code::price_book_unit);
    QVERIFY(arg(currency.error(), "text").size() < 100);
}

// Whatever happens to the bytes: a book or a diagnostic, never an exception.
void TestPriceBookHostile::damagedBytes() {
    const std::string good = small();
    std::mt19937 engine(7);
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine);
    };
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string text = good;
        for (std::size_t edits = 1 + below(3); edits > 0; --edits) {
            const std::size_t at = below(text.size());
            switch (below(3)) {
            case 0: text[at] = static_cast<char>(below(256)); break;
            case 1: text.erase(at, 1 + below(20)); break;
            default: text.insert(at, text.substr(below(text.size()), 1 + below(20))); break;
            }
        }
        const auto book = PriceBook::parse(text);
        if (!book)
            ++refused;
        else
            QVERIFY(book->hoursPerMonth() >= 0 && !book->hoursPerMonth().isNegative());
    }
    QVERIFY(refused > 1000 && refused < 3000);
}

QTEST_APPLESS_MAIN(TestPriceBookHostile)
#include "test_price_book_hostile.moc"
