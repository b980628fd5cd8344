// SPDX-License-Identifier: Apache-2.0
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "ui/canvas/connection.h"
#include "ui/canvas/drop.h"
#include "ui/canvas/port_text.h"
#include "ui/canvas/removal.h"

#include <QtTest>

using namespace sekisho;
using namespace sekisho::canvas;
using Makes = Connection::Makes;

namespace {

Design handsOn() {
    return *makeTemplate("hands-on");
}

template<class N>
const N* named(const Design& design, const std::string& name) {
    for (const N& node : design.network.all<N>())
        if (node.name == name) return &node;
    return nullptr;
}

WorkloadId workload(const Design& design, WorkloadKind kind) {
    for (const Workload& node : design.network.all<Workload>())
        if (node.workloadKind == kind) return node.id;
    qFatal("no such workload");
}

Subnet subnet(const Design& design, Tier tier, int n = 0) {
    for (const Subnet& node : design.network.all<Subnet>())
        if (node.tier == tier && n-- == 0) return node;
    qFatal("no such subnet");
}

std::size_t rulesOf(const Design& design, SecurityGroupId group, Direction direction) {
    const auto& rules = design.network.get(group)->rules;
    return std::size_t(std::count_if(rules.begin(), rules.end(),
                                     [&](const auto& rule) { return rule.direction == direction; }));
}

} // namespace

/// What a line from one thing to another means.
class TestConnection : public QObject {
    Q_OBJECT
private slots:
    void ports_data();
    void ports();
    void betweenWorkloads();
    void fromTheInternet();
    void workloadWithoutGroupGetsOne();
    void groupsWithoutMembersGoByTheirName();
    void groupWithItself();
    void existingRuleIsNotMadeAgain();
    void narrowEgressIsOpened();
    void subnetToNat();
    void sharedTableIsLeftAlone();
    void subnetJoinsTheTableThatLeadsThere();
    void associations();
    void refusals_data();
    void refusals();
    void everyPairIsAnswered();
    void whatGoesAlongIsNamed();
};

void TestConnection::ports_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read");
    QTest::newRow("number") << "8080"
                            << "tcp/8080";
    QTest::newRow("range") << "3000-3010"
                           << "tcp/3000-3010";
    QTest::newRow("range with blanks and dash") << QString::fromUtf8("3000 – 3010") << "tcp/3000-3010";
    QTest::newRow("protocol") << "tcp/8443"
                              << "tcp/8443";
    QTest::newRow("udp") << "udp/53"
                         << "udp/53";
    QTest::newRow("other way round") << "53/udp"
                                     << "udp/53";
    QTest::newRow("name") << "https"
                          << "tcp/443";
    QTest::newRow("name and number") << "PostgreSQL 5432"
                                     << "tcp/5432";
    QTest::newRow("list") << "80, 443"
                          << "tcp/80 tcp/443";
    QTest::newRow("Japanese comma") << QString::fromUtf8("80、443") << "tcp/80 tcp/443";
    QTest::newRow("full-width") << QString::fromUtf8("４４３") << "tcp/443";
    QTest::newRow("all") << "All traffic"
                         << "all";
    QTest::newRow("all by word") << "all"
                                 << "all";
    QTest::newRow("ping") << "ICMP"
                          << "icmp";
    QTest::newRow("twice") << "80,80"
                           << "tcp/80";
    QTest::newRow("empty") << ""
                           << "-";
    QTest::newRow("too high") << "70000"
                              << "-";
    QTest::newRow("reversed") << "10-5"
                              << "-";
    QTest::newRow("word") << "banana"
                          << "-";
    QTest::newRow("list with a hole") << "80,,443"
                                      << "-";
}

void TestConnection::ports() {
    QFETCH(QString, typed);
    QFETCH(QString, read);
    const auto traffic = parsePorts(typed);
    QString text = traffic ? QString() : QStringLiteral("-");
    if (traffic)
        for (const Traffic& one : *traffic)
            text += (text.isEmpty() ? "" : " ") + QString::fromStdString(one.toString());
    QCOMPARE(text, read);
    if (traffic) {
        const auto again = parsePorts(portsText(*traffic));
        QVERIFY(again && again->size() == traffic->size());
    }
}

void TestConnection::betweenWorkloads() {
    Design design = handsOn();
    const auto ecs = workload(design, WorkloadKind::EcsService);
    const auto rds = workload(design, WorkloadKind::Rds);
    const auto plan = planConnection(design, ecs, rds);
    QVERIFY(plan.makes == Makes::Rule);
    QCOMPARE(portsText(plan.ports), QStringLiteral("5432"));
    const auto group = plan.to.groups.front();
    const auto before = rulesOf(design, group, Direction::Ingress);
    const auto delta = connectRule(design, plan, {}, {}, {Traffic::tcp(3306)}, false);
    QVERIFY(delta && design.apply(*delta).has_value());
    QCOMPARE(rulesOf(design, group, Direction::Ingress), before + 1);
    const auto& rule = design.network.get(group)->rules.back();
    QVERIFY(rule.peer == SecurityGroupPeer(plan.from.groups.front()));
    QVERIFY(rule.traffic == Traffic::tcp(3306));
}

void TestConnection::fromTheInternet() {
    Design design = handsOn();
    const ExternalId internet = design.network.all<External>().begin()->id;
    const auto rds = workload(design, WorkloadKind::Rds);
    const auto plan = planConnection(design, internet, rds);
    QVERIFY(plan.makes == Makes::Rule);
    const auto delta = connectRule(design, plan, {}, {}, {Traffic::tcp(5432)}, false);
    QVERIFY(delta && design.apply(*delta).has_value());
    QVERIFY(design.network.get(plan.to.groups.front())->rules.back().peer ==
            SecurityGroupPeer(Cidr::anywhere(IpFamily::V4)));
    // And out again: a rule of the group it comes from.
    const auto out = planConnection(design, rds, internet);
    QVERIFY(out.makes == Makes::Rule);
}

void TestConnection::workloadWithoutGroupGetsOne() {
    Design design = handsOn();
    const auto subnetId = subnet(design, Tier::Private).id;
    const auto dropped = drop(design, PaletteKind::ElastiCache, Placement{subnetId, {}});
    QVERIFY(dropped && design.apply(dropped->delta).has_value());
    const auto ecs = workload(design, WorkloadKind::EcsService);
    const auto plan = planConnection(design, ecs, dropped->made);
    QVERIFY(plan.makes == Makes::Rule);
    QVERIFY(plan.to.wantsGroup);
    QCOMPARE(portsText(plan.ports), QStringLiteral("6379"));
    const auto delta = connectRule(design, plan, {}, {}, plan.ports, false);
    QVERIFY(delta && design.apply(*delta).has_value());
    const auto& groups = design.network.get(*WorkloadId::from(dropped->made))->securityGroups;
    QCOMPARE(groups.size(), std::size_t(1));
    QCOMPARE(design.network.get(groups.front())->name, std::string("cache"));
    QCOMPARE(rulesOf(design, groups.front(), Direction::Ingress), std::size_t(1));
    QVERIFY(design.apply(delta->inverse()).has_value());
    QVERIFY(design.network.get(*WorkloadId::from(dropped->made))->securityGroups.empty());
}

void TestConnection::groupsWithoutMembersGoByTheirName() {
    const std::pair<const char*, const char*> expected[] = {
        {"rds", "5432"},
        {"app-db", "5432"},
        {"orders-mysql", "3306"},
        {"Redis", "6379"},
        {"session_cache", "6379"},
        {"ecs", "80"},
        {"bastion", "22"},
        {"alb", "443"},
        {"adb", "443"},
        {"データベース", "443"},
        {"web", "80"},
    };
    for (const auto& [name, ports] : expected) {
        Design design = *makeTemplate("hands-on");
        const auto added = edits::addSecurityGroup(design, VpcId{1}, name);
        QVERIFY(added && design.apply(*added).has_value());
        const Connection plan = planConnection(design, SecurityGroupId{1}, SecurityGroupId{4});
        QVERIFY2(portsText(plan.ports) == QLatin1String(ports), name);
    }
}

void TestConnection::groupWithItself() {
    Design design = handsOn();
    const auto group = named<SecurityGroup>(design, "ecs")->id;
    const auto plan = planConnection(design, group, group);
    QVERIFY(plan.makes == Makes::Rule);
    const auto delta = connectRule(design, plan, {}, {}, {Traffic::tcp(7000)}, false);
    QVERIFY(delta && design.apply(*delta).has_value());
    QVERIFY(std::holds_alternative<SelfGroup>(design.network.get(group)->rules.back().peer));
}

void TestConnection::existingRuleIsNotMadeAgain() {
    const Design design = handsOn();
    const auto plan = planConnection(design, workload(design, WorkloadKind::EcsService),
                                     workload(design, WorkloadKind::Rds));
    const auto delta = connectRule(design, plan, {}, {}, {Traffic::tcp(5432)}, false);
    QVERIFY(delta && delta->empty());
}

void TestConnection::narrowEgressIsOpened() {
    Design design = handsOn();
    const auto ecs = workload(design, WorkloadKind::EcsService);
    const auto rds = workload(design, WorkloadKind::Rds);
    auto plan = planConnection(design, ecs, rds);
    const std::vector<Traffic> mysql{Traffic::tcp(3306)};
    QVERIFY(!needsEgress(design, plan, {}, {}, mysql)); // a group lets everything out at first
    SecurityGroup group = *design.network.get(plan.from.groups.front());
    std::erase_if(group.rules, [](const auto& rule) { return rule.direction == Direction::Egress; });
    const auto narrowed = edits::replaceNode(design, group);
    QVERIFY(narrowed && design.apply(*narrowed).has_value());
    QVERIFY(needsEgress(design, plan, {}, {}, mysql));
    const auto delta = connectRule(design, plan, {}, {}, mysql, true);
    QVERIFY(delta && design.apply(*delta).has_value());
    QCOMPARE(rulesOf(design, group.id, Direction::Egress), std::size_t(1));
    QVERIFY(!needsEgress(design, plan, {}, {}, mysql));
}

void TestConnection::subnetToNat() {
    Design design = handsOn();
    const auto zones = zonesOf(design.network, design.network.all<Vpc>().begin()->id);
    // The private subnet of the second zone is sent to the NAT gateway of the first.
    const Subnet there = subnet(design, Tier::Private, 1);
    NatGatewayId nat = design.network.all<NatGateway>().begin()->id;
    QVERIFY(zoneOf(design.network, nat) != there.az);
    const auto plan = planConnection(design, there.id, nat);
    QVERIFY(plan.makes == Makes::Direct);
    const auto tables = design.network.all<RouteTable>().size();
    const auto delta = connectDirectly(design, there.id, nat);
    QVERIFY(delta && design.apply(*delta).has_value());
    const RouteTable* table = routeTableOf(design.network, there.id);
    const auto leads = std::count_if(table->routes.begin(), table->routes.end(), [&](const Route& route) {
        return route.target == RouteTarget(nat) && route.onNatToggle;
    });
    QCOMPARE(leads, std::ptrdiff_t(1));
    QCOMPARE(design.network.all<RouteTable>().size(), tables);
    QVERIFY(planConnection(design, there.id, nat).makes == Makes::Nothing); // already
    QVERIFY(zones.size() == 2);
}

void TestConnection::sharedTableIsLeftAlone() {
    Design design = handsOn();
    // Both public subnets share one table; only one of them is to leave through a NAT gateway.
    const Subnet first = subnet(design, Tier::Public, 0);
    const Subnet second = subnet(design, Tier::Public, 1);
    QVERIFY(routeTableOf(design.network, first.id) == routeTableOf(design.network, second.id));
    NatGatewayId other;
    for (const NatGateway& nat : design.network.all<NatGateway>())
        if (nat.subnet == second.id) other = nat.id;
    const RouteTable shared = *routeTableOf(design.network, second.id);
    const auto delta = routeSubnetTo(design, first.id, other);
    QVERIFY(delta && design.apply(*delta).has_value());
    const RouteTable* own = routeTableOf(design.network, first.id);
    QVERIFY(own->routes.front().target == RouteTarget(other));
    QVERIFY(routeTableOf(design.network, second.id)->routes == shared.routes);
}

void TestConnection::subnetJoinsTheTableThatLeadsThere() {
    Design design = handsOn();
    const auto igw = design.network.all<InternetGateway>().begin()->id;
    const auto zone = design.network.all<AvailabilityZone>().begin()->id;
    const auto added = edits::addSubnet(design, zone, Tier::Isolated);
    QVERIFY(added && design.apply(*added).has_value());
    const Subnet fresh = subnet(design, Tier::Isolated);
    const auto tables = design.network.all<RouteTable>().size();
    const auto delta = connectDirectly(design, fresh.id, igw);
    QVERIFY(delta && design.apply(*delta).has_value());
    QCOMPARE(design.network.all<RouteTable>().size(), tables);
    QVERIFY(routeTableOf(design.network, fresh.id) ==
            routeTableOf(design.network, subnet(design, Tier::Public).id));
}

void TestConnection::associations() {
    Design design = handsOn();
    const Subnet there = subnet(design, Tier::Private, 0);
    NetworkAclId other;
    for (const NetworkAcl& acl : design.network.all<NetworkAcl>())
        if (activeAclOf(design.network, there.id) != &acl) other = acl.id;
    QVERIFY(planConnection(design, there.id, other).makes == Makes::Direct);
    auto delta = connectDirectly(design, other, there.id); // either way round
    QVERIFY(delta && design.apply(*delta).has_value());
    QVERIFY(activeAclOf(design.network, there.id)->id == other);
    const RouteTableId table = routeTableOf(design.network, subnet(design, Tier::Public).id)->id;
    delta = connectDirectly(design, there.id, table);
    QVERIFY(delta && design.apply(*delta).has_value());
    QVERIFY(routeTableOf(design.network, there.id)->id == table);
}

void TestConnection::refusals_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("part");
    QTest::newRow("workload to NAT") << "workload"
                                     << "nat"
                                     << "routes";
    QTest::newRow("workload to zone") << "workload"
                                      << "zone"
                                      << "Availability Zone";
    QTest::newRow("workload to VPC") << "workload"
                                     << "vpc"
                                     << "VPC";
    QTest::newRow("internet to subnet") << "internet"
                                        << "subnet"
                                        << "subnet";
    QTest::newRow("workload to ACL") << "workload"
                                     << "acl"
                                     << "network ACL";
}

void TestConnection::refusals() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, part);
    const Design design = handsOn();
    const auto find = [&](const QString& word) -> ElementId {
        if (word == "workload") return workload(design, WorkloadKind::EcsService);
        if (word == "nat") return design.network.all<NatGateway>().begin()->id;
        if (word == "zone") return design.network.all<AvailabilityZone>().begin()->id;
        if (word == "vpc") return design.network.all<Vpc>().begin()->id;
        if (word == "internet") return design.network.all<External>().begin()->id;
        if (word == "acl") return design.network.all<NetworkAcl>().begin()->id;
        return subnet(design, Tier::Private).id;
    };
    const auto plan = planConnection(design, find(from), find(to));
    QVERIFY(plan.makes == Makes::Nothing);
    QVERIFY2(plan.refusal.contains(part), qPrintable(plan.refusal));
}

/// Each pair of things gets a connection that can be made, or a reason.
void TestConnection::everyPairIsAnswered() {
    Design design = handsOn();
    for (const PaletteEntry& entry : paletteTable())
        for (const char* unused : {""}) {
            (void)unused;
            for (const auto& node : design.network.nodes) {
                const auto target = dropTarget(design.network, entry.kind, Placement{node.key, {}});
                if (!target.takes()) continue;
                const auto dropped = drop(design, entry.kind, target.placement);
                if (dropped) QVERIFY(design.apply(dropped->delta).has_value());
                break;
            }
        }
    std::vector<ElementId> ids;
    for (const auto& node : design.network.nodes)
        ids.push_back(node.key);
    for (const ElementId from : ids)
        for (const ElementId to : ids) {
            const auto plan = planConnection(design, from, to);
            const QByteArray pair =
                QByteArray::fromStdString(toString(from) + " -> " + toString(to)) + plan.refusal.toUtf8();
            switch (plan.makes) {
            case Makes::Nothing: QVERIFY2(plan.refusal.endsWith('.'), pair); break;
            case Makes::Direct: {
                Design copy = design;
                const auto delta = connectDirectly(design, from, to);
                QVERIFY2(delta.has_value(), pair);
                QVERIFY2(copy.apply(*delta).has_value(), pair);
                QVERIFY2(!plan.undoText.isEmpty(), pair);
                break;
            }
            case Makes::Rule: {
                Design copy = design;
                QVERIFY2(!plan.ports.empty(), pair);
                const auto delta = connectRule(design, plan, {}, {}, {Traffic::tcp(61234)}, true);
                QVERIFY2(delta.has_value(), pair);
                QVERIFY2(!delta->empty(), pair);
                QVERIFY2(copy.apply(*delta).has_value(), pair);
                break;
            }
            }
        }
}

void TestConnection::whatGoesAlongIsNamed() {
    const Design design = handsOn();
    const auto ask = [&](std::vector<ElementId> elements) {
        return alsoRemoved(design, elements, *edits::removeElements(design, elements));
    };
    const Subnet there = subnet(design, Tier::Public);
    const QString text = ask({there.id});
    QVERIFY2(text.contains("NAT gateway nat-1a"), qPrintable(text));
    QVERIFY2(text.contains("association"), qPrintable(text));
    // A rule alone takes nothing with it.
    const auto rule = named<SecurityGroup>(design, "ecs")->rules.front().id;
    QCOMPARE(ask({rule}), QString());
    // The group that another names in its rules: those rules go.
    QVERIFY2(ask({named<SecurityGroup>(design, "alb")->id}).contains("rule"), qPrintable(text));
}

QTEST_MAIN(TestConnection)
#include "test_connection.moc"
