// SPDX-License-Identifier: Apache-2.0
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "core/model/unused.h"
#include "ui/canvas/drop.h"

#include <QtTest>

using namespace sekisho;
using namespace sekisho::canvas;

namespace {

Design handsOn() {
    return *makeTemplate("hands-on");
}

template<class N>
const N& named(const Design& design, const std::string& name) {
    for (const N& node : design.network.all<N>())
        if (node.name == name) return node;
    qFatal("there is no %s", name.c_str());
}

/// "ground", "vpc", "zone", "public", "private", "workload", "nat": a place in the hands-on design.
std::optional<Placement> placeOf(const Design& design, const QString& word) {
    if (word == "vpc") return Placement{design.network.all<Vpc>().begin()->id, {}};
    if (word == "zone") return Placement{design.network.all<AvailabilityZone>().begin()->id, {}};
    const auto subnet = [&](Tier tier) {
        for (const Subnet& s : design.network.all<Subnet>())
            if (s.tier == tier) return s.id;
        qFatal("no such subnet");
    };
    if (word == "public") return Placement{subnet(Tier::Public), {}};
    if (word == "private") return Placement{subnet(Tier::Private), {}};
    if (word == "workload")
        for (const Workload& w : design.network.all<Workload>())
            if (w.workloadKind == WorkloadKind::EcsService)
                return Placement{w.id, w.interfaces.front().subnet};
    if (word == "nat") return Placement{design.network.all<NatGateway>().begin()->id, {}};
    return std::nullopt;
}

constexpr const char* places[] = {"ground", "vpc", "zone", "public", "private", "workload", "nat"};

} // namespace

/// What a new thing becomes where it is dropped.
class TestDrop : public QObject {
    Q_OBJECT
private slots:
    void everyKindEverywhere_data();
    void everyKindEverywhere();
    void subnetTakesTheNextBlock();
    void zoneTakesTheNextOfTheRegion();
    void oneFittingChildTakesIt();
    void groupOnWorkloadBecomesItsGroup();
    void aclOnSubnetIsAssociated();
    void routeTableOnSubnetReplacesItsTable();
    void endpointInOneSubnet();
    void publicLoadBalancerFacesTheInternet();
    void positionMakesABox();
    void wordsFindServices_data();
    void wordsFindServices();
    void tableIsInOrder();
};

void TestDrop::everyKindEverywhere_data() {
    // y: taken by what it is dropped on; v: by its VPC; s: by its subnet; g: by nobody, it just is; -:
    // refused
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("outcomes");
    const std::map<QString, QString> rows = {
        // ground vpc zone public private workload nat
        {"vpc", "g------"},
        {"availability-zone", "-y-----"},
        {"public-subnet", "--y----"},
        {"private-subnet", "--y----"},
        {"isolated-subnet", "--y----"},
        {"internet-gateway", "-------"}, // the VPC has one
        {"nat-gateway", "--cy--s"},
        {"regional-nat-gateway", "-yvvvvv"},
        {"egress-only-internet-gateway", "-yvvvvv"},
        {"route-table", "-yvyyss"},
        {"elastic-ip", "ggggggy"},
        {"security-group", "-yvvvyv"},
        {"network-acl", "-yvyyss"},
        {"prefix-list", "ggggggg"},
        {"alb", "---yyss"},
        {"nlb", "---yyss"},
        {"ecs-service", "---yyss"},
        {"ec2-instance", "---yyss"},
        {"rds", "---yyss"},
        {"lambda", "---yyss"},
        {"elasticache", "---yyss"},
        {"other-workload", "---yyss"},
        {"gateway-endpoint", "-yvvvvv"},
        {"interface-endpoint", "-yvyyss"},
        {"peering", "-yvvvvv"},
        {"flow-log", "-yvyyss"},
        {"internet", "g------"},
        {"external-network", "g------"},
    };
    QCOMPARE(rows.size(), paletteTable().size());
    for (const PaletteEntry& entry : paletteTable())
        QTest::newRow(entry.word) << QString(entry.word) << rows.at(entry.word);
}

void TestDrop::everyKindEverywhere() {
    QFETCH(QString, word);
    QFETCH(QString, outcomes);
    const PaletteKind kind = *paletteKindFromWord(word);
    const Design design = handsOn();
    for (int i = 0; i < int(std::size(places)); ++i) {
        const auto over = placeOf(design, places[i]);
        QCOMPARE(over.has_value(), i != 0);
        const DropTarget target = dropTarget(design.network, kind, over);
        const QChar outcome = outcomes[i];
        const QByteArray where = QByteArray(places[i]) + ": " + target.refusal.toUtf8();
        if (outcome == '-') {
            QVERIFY2(!target.takes(), where);
            QVERIFY2(target.refusal.endsWith('.'), where);
            continue;
        }
        QVERIFY2(target.takes(), where);
        if (outcome == 'y') QVERIFY2(target.placement == over, where);
        if (outcome == 'g') QVERIFY2(!target.placement, where);
        if (outcome == 'v') QVERIFY2(target.placement && target.placement->node.kind == Kind::Vpc, where);
        if (outcome == 's' || outcome == 'c')
            QVERIFY2(target.placement && target.placement->node.kind == Kind::Subnet, where);

        // What is taken can be done, undone, and makes a node of the kind.
        const auto dropped = drop(design, kind, target.placement);
        QVERIFY2(dropped.has_value(), where);
        QVERIFY(dropped->made.kind == nodeKindOf(kind));
        Design after = design;
        QVERIFY(after.apply(dropped->delta).has_value());
        QVERIFY(after.network.find(dropped->made));
        QVERIFY(after.apply(dropped->delta.inverse()).has_value());
        QVERIFY(after == design);
    }
}

void TestDrop::subnetTakesTheNextBlock() {
    Design design = handsOn();
    const auto zone = placeOf(design, "zone");
    std::vector<Cidr> before;
    for (const Subnet& subnet : design.network.all<Subnet>())
        before.push_back(*subnet.cidr);
    const auto dropped = drop(design, PaletteKind::PrivateSubnet, zone);
    QVERIFY(dropped.has_value());
    QVERIFY(design.apply(dropped->delta).has_value());
    const Subnet* made = design.network.get(*SubnetId::from(dropped->made));
    QVERIFY(made && made->cidr);
    QVERIFY(made->tier == Tier::Private);
    QVERIFY(ElementId(made->az) == zone->node);
    for (const Cidr& other : before)
        QVERIFY(!other.overlaps(*made->cidr));
    QVERIFY(design.network.all<Vpc>().begin()->cidrs.front().cidr.contains(*made->cidr));
    // Its name tells it from the one that is there.
    QCOMPARE(made->name, std::string("private2-1a"));
}

void TestDrop::zoneTakesTheNextOfTheRegion() {
    Design design = handsOn();
    const auto vpc = *VpcId::from(placeOf(design, "vpc")->node);
    const std::vector<std::string> zones = {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"};
    const std::string region = design.settings.region;
    QCOMPARE(nextZone(design.network, vpc, region, zones), std::string("ap-northeast-1d"));
    // Where the Region's are unknown, or all there: the letter after the last.
    QCOMPARE(nextZone(design.network, vpc, region, {}), std::string("ap-northeast-1d"));
    DropOptions options;
    options.zonesOfRegion = zones;
    const auto dropped = drop(design, PaletteKind::AvailabilityZone, placeOf(design, "vpc"), options);
    QVERIFY(dropped && design.apply(dropped->delta).has_value());
    QCOMPARE(zonesOf(design.network, vpc).back()->zone, std::string("ap-northeast-1d"));
    QCOMPARE(nextZone(design.network, vpc, region, zones), std::string("ap-northeast-1e"));
}

void TestDrop::oneFittingChildTakesIt() {
    Design design;
    const auto vpc = edits::addVpcWithSubnets(design, "net", *Cidr::parse("10.0.0.0/16"), {"eu-west-1a"});
    QVERIFY(vpc && design.apply(*vpc).has_value());
    const Placement ground{design.network.all<Vpc>().begin()->id, {}};
    const auto nat = dropTarget(design.network, PaletteKind::NatGateway, ground);
    QVERIFY(nat.takes());
    QVERIFY(design.network.get(*SubnetId::from(nat.placement->node))->tier == Tier::Public);
    QVERIFY(dropTarget(design.network, PaletteKind::PublicSubnet, ground).placement->node.kind ==
            Kind::AvailabilityZone);
    // Two subnets: a workload could go into either.
    QVERIFY(!dropTarget(design.network, PaletteKind::Rds, ground).takes());
    const Placement privateSubnet = *placeOf(design, "private");
    const auto refused = dropTarget(design.network, PaletteKind::NatGateway, privateSubnet);
    QVERIFY(!refused.takes());
    QVERIFY2(refused.refusal.contains("private-1a"), qPrintable(refused.refusal));
    QCOMPARE(dropTarget(design.network, PaletteKind::PublicSubnet, privateSubnet).refusal,
             QStringLiteral("A subnet cannot hold a subnet."));
}

void TestDrop::groupOnWorkloadBecomesItsGroup() {
    Design design = handsOn();
    const auto workload = placeOf(design, "workload");
    const auto before = design.network.get(*WorkloadId::from(workload->node))->securityGroups.size();
    const auto dropped = drop(design, PaletteKind::SecurityGroup, workload);
    QVERIFY(dropped && design.apply(dropped->delta).has_value());
    const Workload* after = design.network.get(*WorkloadId::from(workload->node));
    QCOMPARE(after->securityGroups.size(), before + 1);
    QVERIFY(ElementId(after->securityGroups.back()) == dropped->made);
}

void TestDrop::aclOnSubnetIsAssociated() {
    Design design = handsOn();
    const auto subnet = placeOf(design, "private");
    const auto dropped = drop(design, PaletteKind::NetworkAcl, subnet);
    QVERIFY(dropped && design.apply(dropped->delta).has_value());
    QVERIFY(ElementId(activeAclOf(design.network, *SubnetId::from(subnet->node))->id) == dropped->made);
}

void TestDrop::routeTableOnSubnetReplacesItsTable() {
    Design design = handsOn();
    const auto subnet = *SubnetId::from(placeOf(design, "private")->node);
    const auto dropped = drop(design, PaletteKind::RouteTable, placeOf(design, "private"));
    QVERIFY(dropped && design.apply(dropped->delta).has_value());
    QVERIFY(ElementId(routeTableOf(design.network, subnet)->id) == dropped->made);
    int associations = 0;
    for (const RouteTable& table : design.network.all<RouteTable>())
        for (const RouteTableAssociation& association : table.associations)
            associations += association.subnet == subnet ? 1 : 0;
    QCOMPARE(associations, 1);
}

void TestDrop::endpointInOneSubnet() {
    Design design = handsOn();
    DropOptions options;
    options.service = "secretsmanager";
    const auto subnet = *SubnetId::from(placeOf(design, "private")->node);
    const auto dropped = drop(design, PaletteKind::InterfaceEndpoint, placeOf(design, "private"), options);
    QVERIFY(dropped && design.apply(dropped->delta).has_value());
    const VpcEndpoint* endpoint = design.network.get(*VpcEndpointId::from(dropped->made));
    QCOMPARE(endpoint->service, std::string("secretsmanager"));
    QVERIFY(endpoint->subnets == std::vector<SubnetId>{subnet});
}

void TestDrop::publicLoadBalancerFacesTheInternet() {
    Design design = handsOn();
    for (const char* place : {"public", "private"}) {
        const auto dropped = drop(design, PaletteKind::Alb, placeOf(design, place));
        QVERIFY(dropped.has_value());
        Design after = design;
        QVERIFY(after.apply(dropped->delta).has_value());
        const Workload* alb = after.network.get(*WorkloadId::from(dropped->made));
        QCOMPARE(alb->internetFacing, QString(place) == "public");
        QVERIFY(alb->securityGroups.empty());
    }
}

void TestDrop::positionMakesABox() {
    Design design = handsOn();
    DropOptions options;
    options.position = QPoint(120, 60);
    const auto subnet = placeOf(design, "private");
    const auto dropped = drop(design, PaletteKind::Rds, subnet, options);
    QVERIFY(dropped && design.apply(dropped->delta).has_value());
    const Box* box = design.diagram.boxes.find({dropped->made, SubnetId::from(subnet->node)});
    QVERIFY(box);
    QCOMPARE(box->x, 120);
    QCOMPARE(box->y, 60);
}

void TestDrop::wordsFindServices_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("found");
    QTest::newRow("db") << "db"
                        << "rds" << true;
    QTest::newRow("db is no gateway") << "db"
                                      << "nat-gateway" << false;
    QTest::newRow("postgres") << "postgres"
                              << "rds" << true;
    QTest::newRow("Japanese") << QString::fromUtf8("データベース") << "rds" << true;
    QTest::newRow("half-width Japanese") << QString::fromUtf8("ﾃﾞｰﾀﾍﾞｰｽ") << "rds" << true;
    QTest::newRow("within Japanese") << QString::fromUtf8("グループ") << "security-group" << true;
    QTest::newRow("fargate") << "Fargate"
                             << "ecs-service" << true;
    QTest::newRow("terraform's word") << "aws_nat_gateway"
                                      << "nat-gateway" << true;
    QTest::newRow("two words") << "sub pri"
                               << "private-subnet" << true;
    QTest::newRow("two words, one wrong") << "sub pub"
                                          << "private-subnet" << false;
    QTest::newRow("sg") << "sg"
                        << "security-group" << true;
    QTest::newRow("full-width") << QString::fromUtf8("ＡＬＢ") << "alb" << true;
    QTest::newRow("nothing") << "toaster"
                             << "rds" << false;
    QTest::newRow("empty") << ""
                           << "rds" << true;
}

void TestDrop::wordsFindServices() {
    QFETCH(QString, query);
    QFETCH(QString, word);
    QFETCH(bool, found);
    QCOMPARE(paletteMatches(paletteEntry(*paletteKindFromWord(word)), query), found);
}

void TestDrop::tableIsInOrder() {
    std::size_t i = 0;
    for (const PaletteEntry& entry : paletteTable()) {
        QCOMPARE(static_cast<std::size_t>(entry.kind), i++);
        QVERIFY(paletteKindFromWord(entry.word) == entry.kind);
        QVERIFY(QFile::exists(QStringLiteral(SEKISHO_SOURCE_DIR "/resources/icons/%1.svg").arg(entry.icon)));
    }
}

QTEST_MAIN(TestDrop)
#include "test_drop.moc"
