// SPDX-License-Identifier: Apache-2.0
#include "tests/panels/stage.h"
#include "ui/document/deployment.h"
#include "ui/panels/check_list.h"
#include "ui/panels/check_list_page.h"
#include "ui/style/style.h"

#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QStandardItemModel>

#include <algorithm>

using namespace sekisho;

namespace {

QStringList texts(const std::vector<CheckPoint>& points, const QString& page = {}) {
    QStringList all;
    for (const CheckPoint& point : points)
        if (page.isEmpty() || point.page == page) all << point.text;
    return all;
}

const CheckPoint* about(const std::vector<CheckPoint>& points, const char* key, ElementId element) {
    const QString wanted = QLatin1String(key) + QLatin1Char('/') + QString::fromStdString(toString(element));
    const auto it =
        std::find_if(points.begin(), points.end(), [&](const auto& point) { return point.key == wanted; });
    return it == points.end() ? nullptr : &*it;
}

Design handsOn(bool nat) {
    Design design = *makeTemplate("hands-on");
    design.settings.natEnabled = nat;
    return design;
}

template<class N>
const N& nth(const Design& design, std::size_t at = 0) {
    for (const N& node : design.network.all<N>())
        if (at-- == 0) return node;
    qFatal("there are not as many");
}

QJsonObject rule(int from, int to, const char* protocol, const char* key, const QString& peer) {
    return {{"from_port", from},
            {"to_port", to},
            {"protocol", QLatin1String(protocol)},
            {QLatin1String(key), QJsonArray{peer}}};
}

} // namespace

/// What the article tells its reader to look at, for this design.
class CheckListTest : public QObject {
    Q_OBJECT

private slots:
    void init() { style::setLanguage(style::LanguageChoice::English); }
    void handsOnWithNat();
    void natOff();
    void withoutAcls();
    void severalVpcs();
    void nothing();
    void japanese();
    void theStateTicks();
    void page();
};

void CheckListTest::handsOnWithNat() {
    const Design design = handsOn(true);
    const auto points = checkList(design);
    QCOMPARE(texts(points, QStringLiteral("VPC > Your VPCs")),
             QStringList{"There is the VPC “handson-dev-vpc” with 10.0.0.0/16."});
    const QStringList groups = texts(points, QStringLiteral("EC2 > Security groups"));
    QVERIFY2(
        groups.contains("Inbound rules of “handson-dev-alb-sg”: HTTP (80), HTTPS (443) from 0.0.0.0/0, and "
                        "nothing else."),
        qPrintable(groups.join('\n')));
    QVERIFY(groups.contains("Inbound rules of “handson-dev-ecs-sg”: HTTP (80), TCP 3000 from the group "
                            "“handson-dev-alb-sg”, and nothing else."));
    QVERIFY(groups.contains("Inbound rules of “handson-dev-rds-sg”: PostgreSQL (5432) from the group "
                            "“handson-dev-ecs-sg”, and nothing else."));
    QVERIFY(groups.contains("Outbound rules of “handson-dev-rds-sg”: All traffic to 0.0.0.0/0."));
    const QStringList nats = texts(points, QStringLiteral("VPC > NAT gateways"));
    QCOMPARE(nats.size(), 3);
    QCOMPARE(nats[0], QStringLiteral("There are 2 NAT gateways, one in each Availability Zone."));
    QVERIFY(nats[1].contains("“handson-dev-nat-a”") && nats[1].contains("Available"));
    const QStringList eips = texts(points, QStringLiteral("VPC > Elastic IPs"));
    QCOMPARE(eips.size(), 2);
    QVERIFY(eips[1].contains("nat-eip-c") && eips[1].contains("“handson-dev-nat-c”"));
    const QStringList routes = texts(points, QStringLiteral("VPC > Route tables"));
    QCOMPARE(routes.filter("0.0.0.0/0").filter("nat-…").size(), 2);
    const QStringList acls = texts(points, QStringLiteral("VPC > Network ACLs"));
    QVERIFY2(acls.first().contains("100 allows HTTP (80) (0.0.0.0/0)") &&
                 acls.first().contains("120 allows TCP 1024-65535"),
             qPrintable(acls.first()));
    // As in the article, they are drawn and associated with nothing.
    QCOMPARE(acls.filter("not in force").size(), 2);
    QVERIFY(points.back().text.startsWith("Nothing is left that costs"));
    // Everything has something to select, and a key of its own.
    QSet<QString> keys;
    for (const CheckPoint& point : points) {
        QVERIFY(!point.elements.empty() && !point.page.isEmpty() && !point.seen);
        keys << point.key;
    }
    QCOMPARE(keys.size(), int(points.size()));
}

void CheckListTest::natOff() {
    const auto points = checkList(handsOn(false));
    const QStringList all = texts(points);
    QVERIFY(all.filter("has the status Available").isEmpty());
    QVERIFY(texts(points, QStringLiteral("VPC > Elastic IPs")).isEmpty());
    QCOMPARE(texts(points, QStringLiteral("VPC > NAT gateways")).filter("NAT is switched off").size(), 2);
    QCOMPARE(texts(points, QStringLiteral("VPC > Route tables")).filter("NAT is switched off").size(), 2);
}

void CheckListTest::withoutAcls() {
    Design design = handsOn(true);
    std::vector<ElementId> acls;
    for (const NetworkAcl& acl : design.network.all<NetworkAcl>())
        acls.push_back(acl.id);
    QVERIFY(design.apply(*edits::removeElements(design, acls)));
    QVERIFY(texts(checkList(design), QStringLiteral("VPC > Network ACLs")).isEmpty());
}

void CheckListTest::severalVpcs() {
    Design design = handsOn(true);
    QVERIFY(design.apply(*edits::addVpc(design, "second", *Cidr::parse("10.9.0.0/16"))));
    const QStringList vpcs = texts(checkList(design), QStringLiteral("VPC > Your VPCs"));
    QCOMPARE(vpcs.size(), 2);
    QVERIFY(vpcs[1].contains("10.9.0.0/16"));
}

void CheckListTest::nothing() {
    QVERIFY(checkList(Design()).empty());
}

void CheckListTest::japanese() {
    style::setLanguage(style::LanguageChoice::Japanese);
    const auto points = checkList(handsOn(true));
    const QStringList all = texts(points);
    for (const QString& text : all) {
        QVERIFY2(std::any_of(text.begin(), text.end(),
                             [](QChar c) { return c.unicode() >= 0x3040 && c.unicode() <= 0x30FF; }),
                 qPrintable(text));
        QVERIFY2(!text.contains(" from ") && !text.contains("rules"), qPrintable(text));
    }
    QVERIFY(std::any_of(points.begin(), points.end(), [](const CheckPoint& point) {
        return point.page == QString::fromUtf8("EC2 > セキュリティグループ");
    }));
    style::setLanguage(style::LanguageChoice::English);
}

void CheckListTest::theStateTicks() {
    const Design design = handsOn(true);
    const SecurityGroup& alb = nth<SecurityGroup>(design);
    const NatGateway& nat = nth<NatGateway>(design);
    const NatGateway& second = nth<NatGateway>(design, 1);
    const QJsonObject http = rule(80, 80, "tcp", "cidr_blocks", "0.0.0.0/0");
    const QJsonObject https = rule(443, 443, "6", "cidr_blocks", "0.0.0.0/0");
    const QJsonObject all = rule(0, 0, "-1", "cidr_blocks", "0.0.0.0/0");
    const auto resource = [](const char* address, ElementId element, QJsonObject values) {
        return StateResource{QLatin1String(address), element, std::move(values)};
    };
    const auto group = [&](QJsonArray ingress) {
        return resource("aws_security_group.alb", alb.id,
                        {{"id", "sg-1"}, {"ingress", ingress}, {"egress", QJsonArray{all}}});
    };
    const ElementId eip = nat.elasticIps.front();
    std::vector<StateResource> state{
        group({https, http}),
        resource("aws_nat_gateway.main[0]", nat.id,
                 {{"id", "nat-1"}, {"subnet_id", "subnet-1"}, {"allocation_id", "eipalloc-1"}}),
        resource("aws_subnet.public[0]", *nat.subnet, {{"id", "subnet-1"}}),
        resource("aws_eip.nat[0]", eip, {{"id", "eipalloc-1"}}),
        resource("aws_vpc.main", nth<Vpc>(design).id, {{"id", "vpc-1"}, {"cidr_block", "10.0.0.0/16"}}),
    };
    auto points = checkList(design, &state);
    QVERIFY(about(points, "inbound", alb.id)->seen == true);
    QVERIFY(about(points, "outbound", alb.id)->seen == true);
    QVERIFY(about(points, "vpc", nth<Vpc>(design).id)->seen == true);
    QVERIFY(about(points, "nat", nat.id)->seen == true);
    QVERIFY(about(points, "nat", second.id)->seen == false);
    QVERIFY(about(points, "nats", nat.id)->seen == false);
    QVERIFY(about(points, "eip", eip)->seen == true);
    QVERIFY(points.back().seen == false); // it costs
    // Another rule, a rule too few, another port, another source: not what was designed.
    for (const QJsonArray& ingress :
         {QJsonArray{http, https, rule(22, 22, "tcp", "cidr_blocks", "0.0.0.0/0")}, QJsonArray{http},
          QJsonArray{http, rule(444, 444, "tcp", "cidr_blocks", "0.0.0.0/0")},
          QJsonArray{http, rule(443, 443, "tcp", "cidr_blocks", "10.0.0.0/8")},
          QJsonArray{http, rule(443, 443, "udp", "cidr_blocks", "0.0.0.0/0")}}) {
        state.front() = group(ingress);
        points = checkList(design, &state);
        QVERIFY(about(points, "inbound", alb.id)->seen == false);
    }
    // After “Destroy”.
    state.clear();
    points = checkList(design, &state);
    QVERIFY(points.back().seen == true);
    QVERIFY(about(points, "inbound", alb.id)->seen == false);
}

void CheckListTest::page() {
    Stage stage;
    Deployment deployment(stage.document, stage.facts);
    CheckListPage page(stage.document, stage.selection, deployment);
    page.resize(420, 300);
    Stage::show(page);
    auto* list = page.findChild<QListView*>(QStringLiteral("checkList"));
    auto* items = qobject_cast<QStandardItemModel*>(list->model());
    auto* summary = page.findChild<QLabel*>();
    QVERIFY(summary->text().startsWith(QStringLiteral("0 of ")));
    // A heading, then the VPC.
    QCOMPARE(items->item(0)->flags() & Qt::ItemIsUserCheckable, Qt::ItemFlags());
    const QStandardItem* vpc = items->item(1);
    QVERIFY(vpc->checkState() == Qt::Unchecked);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(vpc->index()).center());
    QVERIFY(stage.selection.single() == ElementId(stage.design().network.all<Vpc>().begin()->id));
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(items->item(1)->checkState() == Qt::Checked);
    QVERIFY(summary->text().startsWith(QStringLiteral("1 of ")));
    // It stays ticked while the design changes.
    stage.edit(edits::setNatEnabled(stage.design(), false));
    QTRY_VERIFY(!items->findItems(QStringLiteral("NAT is switched off"), Qt::MatchContains).isEmpty());
    QVERIFY(items->item(1)->checkState() == Qt::Checked);
    // What the state shows is ticked by itself, and cannot be taken out.
    deployment.setState({{QStringLiteral("aws_vpc.main"),
                          ElementId(stage.design().network.all<Vpc>().begin()->id),
                          {{"cidr_block", "10.0.0.0/16"}}}},
                        {});
    QTRY_VERIFY(items->item(1)->text().contains(QStringLiteral("seen in the state")));
    QVERIFY(!(items->item(1)->flags() & Qt::ItemIsUserCheckable));
    // Nothing is cut.
    for (int row = 0; row < items->rowCount(); ++row) {
        const QRect rect = list->visualRect(items->index(row, 0));
        QVERIFY(rect.right() <= list->viewport()->width());
        const QRect text = list->fontMetrics().boundingRect(QRect(0, 0, rect.width() - 40, 10000),
                                                            Qt::TextWordWrap, items->item(row)->text());
        QVERIFY2(rect.height() >= text.height(), qPrintable(items->item(row)->text()));
    }
    // Another design: nothing ticked, and why it is empty.
    stage.document.start(Design(), QStringLiteral("empty"));
    QTRY_VERIFY(!list->isVisible());
    QVERIFY(summary->text().startsWith(QStringLiteral("Nothing to check")));
}

QTEST_MAIN(CheckListTest)
#include "test_check_list.moc"
