// SPDX-License-Identifier: Apache-2.0
// What the price book that we ship says, and what is computed with it.
#include <QtTest>

#include "core/cost/price_book.h"
#include "resources/resources.h"

#include <QFile>

using namespace sekisho;
using namespace sekisho::cost;

namespace {

const PriceBook& shipped() {
    static const auto book = PriceBook::parse(resources::priceBookJson());
    if (!book) qFatal("%s", codeText(book.error().code).data());
    return *book;
}

Decimal dec(const QString& text) {
    return Decimal::parse(text.toStdString()).value();
}

Component component(const QString& word) {
    return componentFromWord(word.toStdString()).value();
}

} // namespace

class TestPriceBook : public QObject {
    Q_OBJECT

private slots:
    void embeddedFilesAreTheFiles();
    void componentWords();
    void regions();
    void zones();
    void everyPriceNamesItsOrigin();
    void unitPrices_data();
    void unitPrices();
    void tiers_data();
    void tiers();
    void tieredCost_data();
    void tieredCost();
    void refusedQuantities();
    void derivedPrices();
    void monthsOfTheArticle();
};

void TestPriceBook::embeddedFilesAreTheFiles() {
    QVERIFY(!resources::names().empty());
    for (const std::string_view name : resources::names()) {
        if (name.substr(name.find_last_of('.') + 1) == "qm") continue; // made while building
        QFile file(QStringLiteral(SEKISHO_SOURCE_DIR "/resources/") +
                   QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const auto bytes = resources::find(name);
        QVERIFY(bytes.has_value());
        QVERIFY(file.readAll() == QByteArray(bytes->data(), static_cast<qsizetype>(bytes->size())));
    }
    QVERIFY(resources::find("price_book.json") == resources::priceBookJson());
    QVERIFY(!resources::find("") && !resources::find("price_book") && !resources::find("../CMakeLists.txt"));
}

void TestPriceBook::componentWords() {
    for (std::size_t i = 0; i < componentCount; ++i) {
        const auto each = static_cast<Component>(i);
        QVERIFY(componentFromWord(componentWord(each)) == each);
        QVERIFY(!componentUnit(each).empty());
    }
    QCOMPARE(componentWord(Component::PublicIpv4), std::string_view("public_ipv4"));
    QCOMPARE(componentUnit(Component::Gp3GbMonth), std::string_view("GB-month"));
    QVERIFY(!componentFromWord("") && !componentFromWord("NatGatewayHour"));
}

void TestPriceBook::regions() {
    QCOMPARE(shipped().regions().size(), std::size_t{36});
    QVERIFY(std::is_sorted(shipped().regions().begin(), shipped().regions().end(),
                           [](const auto& a, const auto& b) { return a.code < b.code; }));
    for (const RegionPrices& region : shipped().regions())
        QVERIFY(shipped().region(region.code) == &region);
    const RegionPrices* const tokyo = shipped().region("ap-northeast-1");
    QVERIFY(tokyo);
    QCOMPARE(tokyo->name, std::string("Asia Pacific (Tokyo)"));
    QCOMPARE(tokyo->partition, std::string("aws"));
    QCOMPARE(tokyo->usageTypePrefix, std::string("APN1"));
    QCOMPARE(shipped().region("eu-west-1")->usageTypePrefix, std::string("EU"));
    QCOMPARE(shipped().region("us-gov-west-1")->partition, std::string("aws-us-gov"));
    QVERIFY(!shipped().region("") && !shipped().region("ap-northeast-9") &&
            !shipped().region("AP-NORTHEAST-1"));
    QVERIFY(!shipped().price("nowhere-1", Component::AlbHour));
    QVERIFY(shipped().hoursPerMonth() == 730);
}

void TestPriceBook::zones() {
    const std::vector<std::string> tokyo = {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"};
    QVERIFY(shipped().region("ap-northeast-1")->zones == tokyo);
    QCOMPARE(shipped().region("us-east-1")->zones.size(), std::size_t{6});
    for (const RegionPrices& region : shipped().regions())
        for (const std::string& zone : region.zones) {
            QVERIFY(zone.starts_with(region.code));
            QCOMPARE(zone.size(), region.code.size() + 1);
        }
}

void TestPriceBook::everyPriceNamesItsOrigin() {
    for (const RegionPrices& region : shipped().regions())
        for (const auto& price : region.prices) {
            if (!price) continue;
            QVERIFY2(!price->sources.empty() && !price->asOf.empty() && !price->tiers.empty(),
                     region.code.c_str());
            for (const std::string& source : price->sources) {
                const auto found = shipped().sources().find(source);
                QVERIFY2(found != shipped().sources().end(), source.c_str());
                QVERIFY(!found->second.reference.empty() && !found->second.kind.empty());
            }
            // Nothing that AWS charges for is free: a 0 would be an unknown in disguise.
            for (const Tier& tier : price->tiers)
                QVERIFY2(tier.unitPrice > 0, region.code.c_str());
            QVERIFY2(!price->assumed, region.code.c_str());
        }
    const auto tokyo = shipped().price("ap-northeast-1", Component::NatGatewayHour);
    QCOMPARE(tokyo->source(), std::string("CLONT, CLOUDLINT, TYO_DOC, TYO_BULK, TYO_HYBRID"));
    QCOMPARE(tokyo->asOf, std::string("2026-09-27"));
}

void TestPriceBook::unitPrices_data() {
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("usd"); // empty: unknown
    const auto row = [](const char* region, const char* word, const char* usd) {
        QTest::addRow("%s %s", region, word) << region << word << usd;
    };
    row("us-east-1", "nat_gateway_hour", "0.045");
    row("us-east-1", "nat_gateway_gb", "0.045");
    row("us-east-1", "public_ipv4", "0.005");
    row("us-east-1", "interface_endpoint_hour", "0.01");
    row("us-east-1", "interface_endpoint_gb", "0.01");
    row("us-east-1", "cross_az_gb", "0.01");
    row("us-east-1", "internet_out_gb", "0.09");
    row("us-east-1", "nat_instance_hour", "0.0042");
    row("us-east-1", "alb_hour", "0.0225");
    row("us-east-1", "gp3_gb_month", "0.08");
    row("ap-northeast-1", "nat_gateway_hour", "0.062");
    row("ap-northeast-1", "nat_gateway_gb", "0.062");
    row("ap-northeast-1", "public_ipv4", "0.005");
    row("ap-northeast-1", "interface_endpoint_hour", "0.014");
    row("ap-northeast-1", "interface_endpoint_gb", "0.01");
    row("ap-northeast-1", "cross_az_gb", "0.01");
    row("ap-northeast-1", "internet_out_gb", "0.114");
    row("ap-northeast-1", "nat_instance_hour", "0.0054");
    row("ap-northeast-1", "alb_hour", "0.0243");
    row("ap-northeast-1", "gp3_gb_month", "0.096");
    row("af-south-1", "nat_gateway_hour", "0.057");
    row("af-south-1", "nat_gateway_gb", "");
    row("af-south-1", "interface_endpoint_hour", "");
    row("sa-east-1", "nat_gateway_gb", "");
    row("us-gov-west-1", "interface_endpoint_gb", "");
}

void TestPriceBook::unitPrices() {
    QFETCH(QString, region);
    QFETCH(QString, word);
    QFETCH(QString, usd);
    const auto price = shipped().price(region.toStdString(), component(word));
    QCOMPARE(price ? QString::fromStdString(price->unit().toString()) : QString(), usd);
}

void TestPriceBook::tiers_data() {
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    QTest::newRow("internet out, us-east-1")
        << "us-east-1"
        << "internet_out_gb"
        << "0-10240: 0.09; 10240-51200: 0.085; 51200-153600: 0.07; 153600-: 0.05";
    QTest::newRow("internet out, Tokyo")
        << "ap-northeast-1"
        << "internet_out_gb"
        << "0-10240: 0.114; 10240-51200: 0.089; 51200-153600: 0.086; 153600-: 0.084";
    QTest::newRow("interface endpoints, Tokyo") << "ap-northeast-1"
                                                << "interface_endpoint_gb"
                                                << "0-1048576: 0.01; 1048576-5242880: 0.006; 5242880-: 0.004";
    QTest::newRow("a flat price") << "ap-northeast-1"
                                  << "nat_gateway_gb"
                                  << "0-: 0.062";
}

void TestPriceBook::tiers() {
    QFETCH(QString, region);
    QFETCH(QString, word);
    QFETCH(QString, expected);
    const auto price = shipped().price(region.toStdString(), component(word));
    QVERIFY(price.has_value());
    QStringList texts;
    for (const Tier& tier : price->tiers)
        texts += QString::fromStdString(tier.from.toString() + '-' + (tier.to ? tier.to->toString() : "") +
                                        ": " + tier.unitPrice.toString());
    QCOMPARE(texts.join("; "), expected);
    QCOMPARE(price->isTiered(), texts.size() > 1);
}

void TestPriceBook::tieredCost_data() {
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("usd");
    const auto row = [](const char* word, const char* quantity, const char* usd) {
        QTest::addRow("%s %s", quantity, word) << word << quantity << usd;
    };
    // us-east-1
    row("nat_gateway_hour", "730", "32.85");
    row("nat_gateway_gb", "0", "0");
    row("nat_gateway_gb", "0.000001", "0.000000045");
    row("internet_out_gb", "1", "0.09");
    row("internet_out_gb", "10239.5", "921.555");
    row("internet_out_gb", "10240", "921.6");
    row("internet_out_gb", "10240.001", "921.600085");
    row("internet_out_gb", "10241", "921.685");
    row("internet_out_gb", "51200", "4403.2");
    row("internet_out_gb", "51201", "4403.27");
    row("internet_out_gb", "153601", "11571.25");
    row("interface_endpoint_gb", "6000000", "38680.064");
    row("nat_gateway_gb", "1000000000000000000000000000000", "45000000000000000000000000000");
}

void TestPriceBook::tieredCost() {
    QFETCH(QString, word);
    QFETCH(QString, quantity);
    QFETCH(QString, usd);
    const auto cost = shipped().price("us-east-1", component(word))->cost(dec(quantity));
    QVERIFY(cost.has_value());
    QCOMPARE(QString::fromStdString(cost->toString()), usd);
}

void TestPriceBook::refusedQuantities() {
    const auto price = shipped().price("us-east-1", Component::InternetOutGb);
    const auto negative = price->cost(dec("-0.001"));
    QVERIFY(!negative && negative.error().code == Code::quantity_negative);
    const auto huge = price->cost(dec(QString(38, u'9')));
    QVERIFY(!huge && huge.error().code == Code::decimal_overflow);
    const auto fine = price->cost(dec("0." + QString(35, u'0') + "1"));
    QVERIFY(!fine && fine.error().code == Code::decimal_overflow);
}

void TestPriceBook::derivedPrices() {
    const auto sourced = shipped().price("us-east-1", Component::NatInstanceHour);
    QVERIFY(!sourced->isDerived());
    QCOMPARE(sourced->asOf, std::string("2026-08-12"));
    int derived = 0;
    for (const RegionPrices& region : shipped().regions())
        for (std::size_t i = 0; i < componentCount; ++i) {
            const auto& price = region.prices[i];
            if (!price || !price->isDerived()) continue;
            QCOMPARE(static_cast<Component>(i), Component::NatInstanceHour);
            QCOMPARE(price->derivedFrom, std::string("t4g.large / 16"));
            ++derived;
        }
    QCOMPARE(derived, 35);
}

void TestPriceBook::monthsOfTheArticle() {
    const Decimal& month = shipped().hoursPerMonth();
    const auto natMonth = [&](const char* region) {
        return 2 * shipped().price(region, Component::NatGatewayHour)->cost(month).value();
    };
    QCOMPARE(natMonth("us-east-1").toFixed(2), std::string("65.70"));
    QCOMPARE(natMonth("ap-northeast-1").toFixed(2), std::string("90.52"));
    const Decimal addresses =
        2 * shipped().price("ap-northeast-1", Component::PublicIpv4)->cost(month).value();
    QCOMPARE((natMonth("ap-northeast-1") + addresses).toFixed(2), std::string("97.82"));
}

QTEST_APPLESS_MAIN(TestPriceBook)
#include "test_price_book.moc"
