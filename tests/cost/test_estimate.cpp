// SPDX-License-Identifier: Apache-2.0
#include "core/cost/estimate.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::cost;

namespace {

const PriceBook& book() {
    static const PriceBook instance = *PriceBook::parse(resources::priceBookJson());
    return instance;
}

Design handsOn() {
    return *makeTemplate("hands-on");
}

Design applied(Design design, const Result<Delta>& delta) {
    if (!delta || !design.apply(*delta)) qFatal("the edit does not apply");
    return design;
}

Estimate costOf(const Design& design, const char* region, bool nat, const char* gb = nullptr) {
    EstimateOptions options;
    options.region = region;
    options.nat = nat;
    if (gb) options.processedGb = *Decimal::parse(gb);
    const auto result = estimate(design, book(), options);
    if (!result) qFatal("no estimate: %s", std::string(codeText(result.error().code)).c_str());
    return *result;
}

struct Sum {
    Decimal hourly, monthly, quantity;
    int lines = 0;
};

Sum sum(const Estimate& estimate, Component component, std::optional<Kind> kind = std::nullopt) {
    Sum total;
    for (const CostLine& line : estimate.lines) {
        if (line.component != component || (kind && line.node.kind != *kind)) continue;
        ++total.lines;
        total.quantity += line.quantity;
        total.hourly += line.hourly.value_or(Decimal());
        total.monthly += line.monthly.value_or(Decimal());
    }
    return total;
}

QByteArray text(const Decimal& value) {
    return QByteArray::fromStdString(value.toString());
}

} // namespace

class EstimateTest : public QObject {
    Q_OBJECT

private slots:
    void handsOnByRegion_data();
    void handsOnByRegion();
    void natOffLeavesTheRest();
    void totalsAreTheSumsOfTheLines();
    void processedGbIsSplitWithoutLoss();
    void unknownPriceIsNeverZero();
    void oneNatForAllZonesPaysCrossZone();
    void regionalNatIsBilledPerActiveZone();
    void idleElasticIpCosts();
    void natThatIsNotOnTheSwitchStays();
    void endpointsPerSubnetAndSharedTiers();
    void internetOutIsTiered();
    void absurdQuantities_data();
    void absurdQuantities();
    void unknownRegionNamesTheKnown();
};

void EstimateTest::handsOnByRegion_data() {
    QTest::addColumn<QByteArray>("region");
    QTest::addColumn<QByteArray>("hourly");
    QTest::addColumn<QByteArray>("monthly");
    QTest::addColumn<QByteArray>("addresses");
    QTest::newRow("Virginia") << QByteArray("us-east-1") << QByteArray("0.09") << QByteArray("65.7")
                              << QByteArray("7.3");
    QTest::newRow("Tokyo") << QByteArray("ap-northeast-1") << QByteArray("0.124") << QByteArray("90.52")
                           << QByteArray("7.3");
    QTest::newRow("London") << QByteArray("eu-west-2") << QByteArray("0.1") << QByteArray("73")
                            << QByteArray("7.3");
}

void EstimateTest::handsOnByRegion() {
    QFETCH(QByteArray, region);
    const Estimate on = costOf(handsOn(), region, true);
    const Sum hours = sum(on, Component::NatGatewayHour);
    QCOMPARE(hours.lines, 2);
    QTEST(text(hours.hourly), "hourly");
    QTEST(text(hours.monthly), "monthly");
    const Sum addresses = sum(on, Component::PublicIpv4, Kind::NatGateway);
    QCOMPARE(addresses.lines, 2);
    QTEST(text(addresses.monthly), "addresses");
    QCOMPARE(on.hoursPerMonth, Decimal(730));
    for (const CostLine& line : on.lines) {
        QVERIFY(!line.source.empty());
        QVERIFY(!line.asOf.empty());
    }
}

void EstimateTest::natOffLeavesTheRest() {
    const Estimate off = costOf(handsOn(), "ap-northeast-1", false);
    QCOMPARE(sum(off, Component::NatGatewayHour).lines, 0);
    QCOMPARE(sum(off, Component::PublicIpv4, Kind::NatGateway).lines, 0);
    QCOMPARE(sum(off, Component::PublicIpv4, Kind::Workload).lines, 2); // the load balancer's
    QCOMPARE(text(off.total.monthly), QByteArray("7.3"));
    QCOMPARE(text(off.natOn.monthly - off.natOff.monthly), QByteArray("97.82"));
    QCOMPARE(text(off.natOn.hourly - off.natOff.hourly), QByteArray("0.134"));
    QCOMPARE(costOf(handsOn(), "ap-northeast-1", true).natOff, off.natOff);
}

void EstimateTest::totalsAreTheSumsOfTheLines() {
    for (const RegionPrices& region : book().regions()) {
        const Estimate on = costOf(handsOn(), region.code.c_str(), true, "100");
        Decimal fixed, usage, hourly, toggled;
        bool unknown = false;
        for (const CostLine& line : on.lines) {
            if (!line.monthly) {
                unknown = true;
                continue;
            }
            QVERIFY(!line.monthly->isNegative());
            (line.usage ? usage : fixed) += *line.monthly;
            if (line.hourly) hourly += *line.hourly;
            QCOMPARE(line.hourly.has_value(), !line.usage);
            if (line.onNatToggle) toggled += *line.monthly;
        }
        QCOMPARE(on.total.fixedMonthly, fixed);
        QCOMPARE(on.total.usageMonthly, usage);
        QCOMPARE(on.total.monthly, fixed + usage);
        QCOMPARE(on.total.hourly, hourly);
        QCOMPARE(on.total.atLeast, unknown);
        QCOMPARE(on.unknown().empty(), !unknown);
        QCOMPARE(on.natOn, on.total);
        QCOMPARE(on.natOn.monthly - on.natOff.monthly, toggled);
    }
}

void EstimateTest::processedGbIsSplitWithoutLoss() {
    Design three = applied(handsOn(), edits::addAvailabilityZone(handsOn(), VpcId{1}, "ap-northeast-1d"));
    three = applied(three, edits::addSubnet(three, AvailabilityZoneId{3}, sekisho::Tier::Public));
    three = applied(three, edits::addNatGatewayPerZone(three, VpcId{1}));
    const Estimate on = costOf(three, "ap-northeast-1", true, "100");
    const Sum data = sum(on, Component::NatGatewayGb);
    QCOMPARE(data.lines, 3);
    QCOMPARE(data.quantity, Decimal(100));
    QCOMPARE(text(data.monthly), QByteArray("6.2"));
    QCOMPARE(sum(costOf(three, "ap-northeast-1", false, "100"), Component::NatGatewayGb).lines, 0);
}

void EstimateTest::unknownPriceIsNeverZero() {
    const RegionPrices* unpriced = nullptr;
    for (const RegionPrices& region : book().regions())
        if (!region.price(Component::NatGatewayGb)) unpriced = &region;
    QVERIFY(unpriced);
    const Estimate on = costOf(handsOn(), unpriced->code.c_str(), true, "100");
    QVERIFY(on.total.atLeast);
    QCOMPARE(on.unknown().size(), std::size_t(2));
    QVERIFY(!on.unknown().front()->monthly);
    QVERIFY(!costOf(handsOn(), unpriced->code.c_str(), true, "0").total.atLeast);
    QVERIFY(!costOf(handsOn(), unpriced->code.c_str(), true).total.atLeast);
    QVERIFY(!on.natOff.atLeast);
}

void EstimateTest::oneNatForAllZonesPaysCrossZone() {
    // Both private tables through the first zone's gateway; the second gateway goes.
    Design design = handsOn();
    Route route = design.network.get(RouteTableId{3})->routes.front();
    route.target = NatGatewayId{1};
    design = applied(design, edits::setRoute(design, route));
    design = applied(design, edits::removeElements(design, {NatGatewayId{2}}));
    const Estimate on = costOf(design, "ap-northeast-1", true, "100");
    const Sum cross = sum(on, Component::CrossAzGb);
    QCOMPARE(cross.quantity, Decimal(100)); // half of it crosses, billed on both sides
    QCOMPARE(text(cross.monthly), QByteArray("1"));
    QCOMPARE(sum(costOf(handsOn(), "ap-northeast-1", true, "100"), Component::CrossAzGb).lines, 0);
}

void EstimateTest::regionalNatIsBilledPerActiveZone() {
    Design design = handsOn();
    design = applied(design, edits::removeElements(design, {NatGatewayId{1}, NatGatewayId{2}}));
    design = applied(design, edits::addRegionalNatGateway(design, VpcId{1}));
    const Estimate on = costOf(design, "us-east-1", true);
    const Sum hours = sum(on, Component::NatGatewayHour);
    QCOMPARE(hours.quantity, Decimal(2));
    QCOMPARE(text(hours.monthly), QByteArray("65.7"));
    QCOMPARE(sum(on, Component::PublicIpv4, Kind::NatGateway).quantity, Decimal(2));
    for (const CostLine& line : on.lines)
        if (line.node.kind == Kind::NatGateway) QVERIFY(line.assumed);
}

void EstimateTest::idleElasticIpCosts() {
    const Design design = applied(handsOn(), edits::addElasticIp(handsOn(), "spare"));
    const Estimate off = costOf(design, "us-east-1", false);
    const Sum idle = sum(off, Component::PublicIpv4, Kind::ElasticIp);
    QCOMPARE(idle.lines, 1);
    QCOMPARE(text(idle.monthly), QByteArray("3.65"));
}

void EstimateTest::natThatIsNotOnTheSwitchStays() {
    Design design = handsOn();
    NatGateway nat = *design.network.get(NatGatewayId{1});
    nat.onNatToggle = false;
    design = applied(design, edits::replaceNode(design, nat));
    ElasticIp eip = *design.network.get(ElasticIpId{1});
    eip.onNatToggle = false;
    design = applied(design, edits::replaceNode(design, eip));
    const Estimate off = costOf(design, "us-east-1", false);
    QCOMPARE(sum(off, Component::NatGatewayHour).lines, 1);
    QCOMPARE(sum(off, Component::PublicIpv4, Kind::NatGateway).lines, 1);
}

void EstimateTest::endpointsPerSubnetAndSharedTiers() {
    Design design = handsOn();
    design = applied(design, edits::addVpcEndpoint(design, VpcId{1}, EndpointType::Interface, "ecr.api"));
    design = applied(design, edits::addVpcEndpoint(design, VpcId{1}, EndpointType::Interface, "logs"));
    design = applied(design, edits::addVpcEndpoint(design, VpcId{1}, EndpointType::Gateway, "s3"));
    Notes notes;
    notes.usage.endpointGb = Decimal(1048577); // one GB into the second tier
    design = applied(design, edits::setNotes(design, notes));
    const Estimate estimate = costOf(design, "ap-northeast-1", false);
    const Sum hours = sum(estimate, Component::InterfaceEndpointHour);
    QCOMPARE(hours.lines, 2);
    QCOMPARE(text(hours.hourly), QByteArray("0.056")); // 2 endpoints x 2 zones x 0.014
    const Sum data = sum(estimate, Component::InterfaceEndpointGb);
    QCOMPARE(data.quantity, Decimal(1048577));
    QCOMPARE(text(data.monthly), QByteArray("10485.766")); // 1048576 x 0.01 + 1 x 0.006
}

void EstimateTest::internetOutIsTiered() {
    Design design = handsOn();
    Notes notes;
    notes.usage.internetOutGb = Decimal(10241);
    design = applied(design, edits::setNotes(design, notes));
    const Sum out = sum(costOf(design, "us-east-1", false), Component::InternetOutGb);
    QCOMPARE(text(out.monthly), QByteArray("921.685")); // 10240 x 0.09 + 1 x 0.085
}

void EstimateTest::absurdQuantities_data() {
    QTest::addColumn<QByteArray>("gb");
    QTest::newRow("negative") << QByteArray("-1");
    QTest::newRow("38 digits") << QByteArray(38, '9');
}

void EstimateTest::absurdQuantities() {
    QFETCH(QByteArray, gb);
    EstimateOptions options;
    options.nat = true;
    options.processedGb = *Decimal::parse(gb.toStdString());
    QVERIFY(!estimate(handsOn(), book(), options));
}

void EstimateTest::unknownRegionNamesTheKnown() {
    EstimateOptions options;
    options.region = "mars-north-1";
    const auto result = estimate(handsOn(), book(), options);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Code::cost_region_unknown);
    QVERIFY(result.error().args.at(1).value.find("ap-northeast-1") != std::string::npos);
}

QTEST_APPLESS_MAIN(EstimateTest)
#include "test_estimate.moc"
