// SPDX-License-Identifier: Apache-2.0
#include "tests/canvas/designs.h"
#include "ui/canvas/links.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::canvas;
using namespace sekisho::test;

namespace {

const RuleLink* find(const Links& links, const Placement& from, const Placement& to) {
    for (const RuleLink& link : links.rules)
        if (link.from == from && link.to == to) return &link;
    return nullptr;
}

} // namespace

class CanvasLinksTest : public QObject {
    Q_OBJECT

private slots:
    void rulesOfAPairAreOneLine() {
        const Links links = linksOf(handsOn());
        // internet -> alb -> ecs -> rds; letting everything out is no line.
        QCOMPARE(links.rules.size(), std::size_t(3));
        const RuleLink* alb = find(links, {ExternalId{1}, {}}, {SecurityGroupId{1}, {}});
        const RuleLink* ecs = find(links, {SecurityGroupId{1}, {}}, {SecurityGroupId{2}, {}});
        QVERIFY(alb && ecs);
        QCOMPARE(trafficText(alb->traffic), QString("80, 443"));
        QCOMPARE(alb->rules.size(), std::size_t(2));
        QCOMPARE(trafficText(ecs->traffic), QString("80, 3000"));
        QCOMPARE(ecs->color, SecurityGroupId{2});
    }

    void labels_data() {
        QTest::addColumn<QStringList>("traffic");
        QTest::addColumn<QString>("label");
        QTest::newRow("one") << QStringList{"tcp/443"} << "443";
        QTest::newRow("ascending") << QStringList{"tcp/443", "tcp/22", "tcp/80"} << "22, 80, 443";
        QTest::newRow("more") << QStringList{"tcp/443", "tcp/22", "tcp/80", "tcp/3000", "udp/53"}
                              << "22, 53, 80 +2";
        QTest::newRow("joined") << QStringList{"tcp/80", "tcp/81", "tcp/82-90"} << "80-90";
        QTest::newRow("range") << QStringList{"tcp/1024-65535"} << "1024-65535";
        QTest::newRow("twice") << QStringList{"tcp/53", "udp/53"} << "53";
        QTest::newRow("icmp") << QStringList{"icmp", "tcp/22"} << "22, icmp";
        QTest::newRow("everything") << QStringList{"tcp/22", "all"} << "all";
        QTest::newRow("other") << QStringList{"50"} << "protocol 50";
    }
    void labels() {
        QFETCH(QStringList, traffic);
        QFETCH(QString, label);
        std::vector<Traffic> all;
        for (const QString& text : traffic)
            all.push_back(*Traffic::parse(text.toStdString()));
        QCOMPARE(trafficText(all), label);
    }

    void sources() {
        Design design = handsOn();
        const SecurityGroupId rds{3};
        addRule(design, rds, "tcp/5432", ThisVpcCidr{});
        addRule(design, rds, "tcp/5432", *Cidr::parse("10.0.11.0/24"));
        addRule(design, rds, "tcp/5432", *Cidr::parse("203.0.113.0/24"));
        addRule(design, rds, "tcp/5432", SelfGroup{});
        Links links = linksOf(design);
        QCOMPARE(links.sources.size(), std::size_t(3));
        int inside = 0;
        for (const Source& source : links.sources) {
            inside += source.inside;
            QVERIFY(find(links, source.key, {rds, {}}));
        }
        QCOMPARE(inside, 2);
        QVERIFY(find(links, {rds, {}}, {rds, {}}));

        // A block that is a node of the design needs no place of its own.
        make(design, edits::addExternal(design, "office", {*Cidr::parse("203.0.113.0/24")}));
        links = linksOf(design);
        QCOMPARE(links.sources.size(), std::size_t(2));
        QVERIFY(find(links, {ExternalId{2}, {}}, {rds, {}}));

        // Many blocks are one place.
        for (int i = 0; i < 20; ++i)
            addRule(design, rds, "tcp/22", *Cidr::parse("192.0.2." + std::to_string(i) + "/32"));
        links = linksOf(design);
        QCOMPARE(links.sources.size(), std::size_t(3));
        bool found = false;
        for (const Source& source : links.sources)
            found = found || source.cidrs.size() == 20;
        QVERIFY(found);
    }

    void narrowEgressIsDrawn() {
        Design design = handsOn();
        addRule(design, SecurityGroupId{2}, "tcp/443", Cidr(), Direction::Egress);
        QVERIFY(find(linksOf(design), {SecurityGroupId{2}, {}}, {ExternalId{1}, {}}));
        // What the receiver lets in tells the ports, whatever the sender lets out.
        addRule(design, SecurityGroupId{2}, "tcp/0-65535", SecurityGroupId{3}, Direction::Egress);
        const Links links = linksOf(design);
        const RuleLink* link = find(links, {SecurityGroupId{2}, {}}, {SecurityGroupId{3}, {}});
        QCOMPARE(trafficText(link->traffic), QString("5432"));
        QCOMPARE(link->rules.size(), std::size_t(2));
    }

    void routes() {
        Links links = linksOf(handsOn(true));
        QCOMPARE(links.routes.size(), std::size_t(4)); // two public to the gateway, two private to their NAT
        for (const RouteLink& link : links.routes)
            QVERIFY(!link.ghost);
        links = linksOf(handsOn(false));
        int ghosts = 0;
        for (const RouteLink& link : links.routes)
            ghosts += link.ghost;
        QCOMPARE(ghosts, 2);
    }
};

QTEST_MAIN(CanvasLinksTest)
#include "links_test.moc"
