// SPDX-License-Identifier: Apache-2.0
#include "bench.h"
#include "tests/support/random_edits.h"
#include "ui/editors/address_models.h"
#include "ui/editors/network_acl_rules_model.h"
#include "ui/editors/part_models.h"
#include "ui/editors/routes_model.h"
#include "ui/editors/security_group_rules_model.h"
#include "ui/style/style.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include <map>
#include <memory>

using namespace sekisho;
using namespace sekisho::editors;
using namespace sekisho::test;

namespace {

std::unique_ptr<TableModel> makeModel(Bench& bench, int which) {
    switch (which) {
    case 0:
        return std::make_unique<SecurityGroupRulesModel>(bench.document, bench.facts, Direction::Ingress,
                                                         true);
    case 1:
        return std::make_unique<SecurityGroupRulesModel>(bench.document, bench.facts, Direction::Egress,
                                                         false);
    case 2:
        return std::make_unique<NetworkAclRulesModel>(bench.document, bench.facts, Direction::Ingress, true);
    case 3:
        return std::make_unique<NetworkAclRulesModel>(bench.document, bench.facts, Direction::Egress, false);
    case 4: return std::make_unique<RoutesModel>(bench.document, bench.facts);
    case 5: return std::make_unique<VpcCidrsModel>(bench.document, bench.facts);
    case 6: return std::make_unique<PrefixEntriesModel>(bench.document, bench.facts);
    case 7: return std::make_unique<ListenersModel>(bench.document, bench.facts);
    case 8: return std::make_unique<TagsModel>(bench.document, bench.facts, TagsModel::Of::Node);
    case 9: return std::make_unique<InterfacesModel>(bench.document, bench.facts);
    case 10: return std::make_unique<NatAddressesModel>(bench.document, bench.facts);
    default: return std::make_unique<TagsModel>(bench.document, bench.facts, TagsModel::Of::Settings);
    }
}

constexpr int modelCount = 12; // the last is of the project

ElementId ownerFor(int which) {
    static const ElementId owners[] = {SecurityGroupId{2}, SecurityGroupId{2}, NetworkAclId{1},
                                       NetworkAclId{1},    RouteTableId{1},    VpcId{1},
                                       PrefixListId{1},    WorkloadId{1},      VpcId{1},
                                       WorkloadId{1},      NatGatewayId{3},    ElementId{}};
    return owners[which];
}

SecurityGroupRule ruleOf(const SecurityGroup& group, std::uint32_t id) {
    for (const SecurityGroupRule& rule : group.rules)
        if (rule.id.number == id) return rule;
    return {};
}

} // namespace

/// The models of the tables: what they show, what they signal, what they let people do.
class TestModels : public QObject {
    Q_OBJECT

private slots:
    void showWhatTheDesignHas() {
        Bench bench;
        SecurityGroupRulesModel in(bench.document, bench.facts, Direction::Ingress, true);
        in.setOwner(SecurityGroupId{2});
        QCOMPARE(shown(in),
                 QStringList({"HTTP|TCP|80|alb|HTTP from ALB", "Custom TCP|TCP|3000|alb|App port from ALB"}));
        QCOMPARE(in.headerData(3, Qt::Horizontal).toString(), QStringLiteral("Source"));
        SecurityGroupRulesModel out(bench.document, bench.facts, Direction::Egress, false);
        out.setOwner(SecurityGroupId{2});
        QCOMPARE(shown(out), QStringList({"All|All|0.0.0.0/0|All traffic"}));
        QCOMPARE(out.headerData(2, Qt::Horizontal).toString(), QStringLiteral("To"));
        NetworkAclRulesModel acl(bench.document, bench.facts, Direction::Ingress, false);
        acl.setOwner(NetworkAclId{2});
        QCOMPARE(shown(acl), QStringList({"100|All|All|10.0.0.0/16|Allow",
                                          "110|TCP|1024-65535|0.0.0.0/0|Allow", "*|All|All|0.0.0.0/0|Deny"}));
        bench.edit(edits::setNatEnabled(bench.document.design(), true));
        RoutesModel routes(bench.document, bench.facts);
        routes.setOwner(RouteTableId{2});
        QCOMPARE(shown(routes), QStringList({"10.0.0.0/16|local||Active", "0.0.0.0/0|nat-1a|2|Active"}));
        bench.edit(edits::setNatEnabled(bench.document.design(), false));
        QCOMPARE(shown(routes).at(1), QStringLiteral("0.0.0.0/0|nat-1a|2|Off"));
    }

    void keepUpWithRandomEdits_data() {
        QTest::addColumn<int>("which");
        for (int which = 0; which < modelCount; ++which)
            QTest::addRow("%d", which) << which;
    }
    void keepUpWithRandomEdits() {
        QFETCH(int, which);
        Bench bench;
        if (which == 10) bench.edit(edits::addRegionalNatGateway(bench.document.design(), VpcId{1}));
        const auto model = makeModel(bench, which);
        QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        model->setOwner(ownerFor(which));
        QSignalSpy resets(model.get(), &QAbstractItemModel::modelReset);
        RandomEdits random(20261123U + unsigned(which));
        std::map<ElementId, QPersistentModelIndex> places;
        const int steps = qEnvironmentVariableIsSet("SEKISHO_SHORT") ? 120 : 500;
        for (int step = 0; step < steps; ++step) {
            // Mostly what concerns the table: its own edits, through the model; else anything.
            const std::uint32_t what = random.below(10);
            const int row = int(random.below(std::uint32_t(std::max(1, model->rowCount()))));
            if (what == 0) {
                bench.undo();
            } else if (what == 1) {
                bench.redo();
            } else if (what == 2) {
                model->add();
            } else if (what == 3 && model->rowCount() > 0) {
                model->duplicate({row});
            } else if (what == 4 && model->rowCount() > 0 && random.chance(50)) {
                model->remove({row});
            } else if (what == 5 && model->rowCount() > 1) {
                model->move({row}, int(random.below(std::uint32_t(model->rowCount()))));
            } else if (what == 6 && model->rowCount() > 0) {
                const QModelIndex index =
                    model->index(row, int(random.below(std::uint32_t(model->columnCount()))));
                const QString texts[] = {"443", "tcp", "10.0.0.0/8", "http", "Deny", "self", "105", "x", ""};
                model->setData(index, texts[random.below(9)]);
            } else if (!bench.network().find(model->owner()) && which < modelCount - 1) {
                bench.undo();
            } else {
                const auto edit = random.next(bench.document.design());
                bench.document.edit(QString(), edit.delta);
            }
            const auto fresh = makeModel(bench, which);
            fresh->setOwner(ownerFor(which));
            QCOMPARE(shown(*model), shown(*fresh));
            // A row is the same row for as long as it is there.
            for (auto it = places.begin(); it != places.end();) {
                if (it->second.isValid())
                    QCOMPARE(model->elementAt(it->second.row()), std::optional(it->first));
                it = it->second.isValid() ? std::next(it) : places.erase(it);
            }
            for (int i = 0; i < model->rowCount(); ++i)
                if (const auto element = model->elementAt(i))
                    places.try_emplace(*element, model->index(i, 0));
        }
        QCOMPARE(resets.count(), 0);
    }

    void signalPrecisely() {
        Bench bench;
        SecurityGroupRulesModel model(bench.document, bench.facts, Direction::Ingress, false);
        model.setOwner(SecurityGroupId{1});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        SecurityGroupRule rule = ruleOf(bench.group(1), 2);
        rule.description = "other";
        bench.edit(edits::setSecurityGroupRule(bench.document.design(), rule));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
        bench.edit(edits::addSecurityGroupRule(bench.document.design(), SecurityGroupId{1}, rule));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(inserted[0][1].toInt(), 2);
        bench.undo();
        QCOMPARE(removed.count(), 1);
        // A group that is renamed is shown anew where it is a source, and nothing else is.
        SecurityGroupRulesModel other(bench.document, bench.facts, Direction::Ingress, false);
        other.setOwner(SecurityGroupId{2});
        changed.clear();
        QSignalSpy renamed(&other, &QAbstractItemModel::dataChanged);
        bench.edit(edits::rename(bench.document.design(), SecurityGroupId{1}, "entry"));
        QCOMPARE(renamed.count(), 2);
        QCOMPARE(other.index(0, 2).data().toString(), QStringLiteral("entry"));
        // Where boxes stand is nothing to a table of rules.
        renamed.clear();
        bench.edit(edits::placeBoxes(bench.document.design(), {{Placement{VpcId{1}, {}}, Box{}}}));
        QCOMPARE(renamed.count(), 0);
    }

    void moveTheRowOfAChangedNumber() {
        Bench bench;
        NetworkAclRulesModel model(bench.document, bench.facts, Direction::Ingress, false);
        model.setOwner(NetworkAclId{1});
        QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
        const QPersistentModelIndex first = model.index(0, 0);
        QVERIFY(model.setData(first, QStringLiteral("115")));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(first.row(), 1);
        QCOMPARE(shown(model).at(1), QStringLiteral("115|TCP|80|0.0.0.0/0|Allow"));
        bench.undo();
        QCOMPARE(first.row(), 0);
        QCOMPARE(moved.count(), 2);
    }

    void refuseTheLastRow() {
        Bench bench;
        NetworkAclRulesModel model(bench.document, bench.facts, Direction::Ingress, false);
        model.setOwner(NetworkAclId{1});
        const int last = model.rowCount() - 1;
        QVERIFY(model.isFixed(last));
        QVERIFY(!model.elementAt(last));
        const Design before = bench.document.design();
        for (int column = 0; column < model.columnCount(); ++column) {
            QVERIFY(!(model.flags(model.index(last, column)) & (Qt::ItemIsEditable | Qt::ItemIsDragEnabled)));
            QVERIFY(!model.setData(model.index(last, column), QStringLiteral("1")));
        }
        QVERIFY(!model.remove({last}));
        QVERIFY(!model.duplicate({last}));
        QVERIFY(!model.move({last}, 0));
        // Rows go above it even if they are dropped below.
        QVERIFY(model.move({0}, model.rowCount()));
        QCOMPARE(shown(model).last(), QStringLiteral("*|All|All|0.0.0.0/0|Deny"));
        bench.undo();
        QCOMPARE(bench.document.design(), before);
        QVERIFY(model.index(last, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("cannot be changed")));
        // Another denies IPv6 where there is some.
        Vpc vpc = *bench.network().get(VpcId{1});
        vpc.ipv6 = AmazonIpv6{};
        bench.edit(edits::replaceNode(bench.document.design(), vpc));
        QCOMPARE(shown(model).mid(last), QStringList({"*|All|All|0.0.0.0/0|Deny", "*|All|All|::/0|Deny"}));
        QVERIFY(model.isFixed(last + 1) && !model.elementAt(last + 1));
        QVERIFY(!model.remove({last + 1}));
        QVERIFY(model.move({0}, model.rowCount()));
        QCOMPARE(shown(model).mid(last), QStringList({"*|All|All|0.0.0.0/0|Deny", "*|All|All|::/0|Deny"}));
        bench.undo();
        bench.undo();
        QCOMPARE(model.rowCount(), last + 1);
        // So is what rules for IPv6 are measured against in a VPC that has none.
        QVERIFY(model.setData(model.index(0, 3), QStringLiteral("::/0")));
        QCOMPARE(model.rowCount(), last + 2);
    }

    void putRowsInOrder() {
        Bench bench;
        SecurityGroupRulesModel group(bench.document, bench.facts, Direction::Ingress, false);
        group.setOwner(SecurityGroupId{2});
        QVERIFY(group.isOrdered());
        const QStringList rows = shown(group);
        const SecurityGroup before = bench.group(2);
        QSignalSpy moved(&group, &QAbstractItemModel::rowsMoved);
        QVERIFY(group.move({1}, 0));
        QCOMPARE(shown(group), QStringList({rows[1], rows[0]}));
        QCOMPARE(moved.count(), 1);
        QCOMPARE(bench.document.undoStack()->count(), 1);
        // The outbound rule stands where it stood, and nothing but the order has changed.
        QCOMPARE(bench.group(2).rules.size(), before.rules.size());
        for (std::size_t i = 0; i < before.rules.size(); ++i)
            QCOMPARE(bench.group(2).rules[i].direction, before.rules[i].direction);
        // Put down where it was: no step, and no numbers are changed.
        QVERIFY(!group.move({0}, 1));
        QCOMPARE(bench.document.undoStack()->count(), 1);
        bench.undo();
        QCOMPARE(bench.group(2), before);

        RoutesModel routes(bench.document, bench.facts);
        routes.setOwner(RouteTableId{2});
        QVERIFY(routes.add());
        QCOMPARE(routes.rowCount(), 3);
        const QStringList table = shown(routes);
        QVERIFY(routes.move({2}, 0)); // not above what AWS made
        QCOMPARE(shown(routes), QStringList({table[0], table[2], table[1]}));
    }

    void routeByTheSwitchOnlyToItsGateways() {
        Bench bench;
        RoutesModel routes(bench.document, bench.facts);
        routes.setOwner(RouteTableId{2});
        const Route nat = bench.table(2).routes[0];
        QVERIFY(nat.onNatToggle);
        // To the internet gateway: it must not go away with NAT.
        QVERIFY(routes.setData(routes.index(1, 1), QStringLiteral("internet gateway")));
        QVERIFY(!bench.table(2).routes[0].onNatToggle);
        QVERIFY(routes.setData(routes.index(1, 1), QStringLiteral("nat-1a")));
        QCOMPARE(bench.table(2).routes[0], nat);
    }

    void showTheRoutesOfEndpoints() {
        Bench bench;
        RoutesModel routes(bench.document, bench.facts);
        routes.setOwner(RouteTableId{2});
        const int before = routes.rowCount();
        bench.edit(edits::addVpcEndpoint(bench.document.design(), VpcId{1}, EndpointType::Gateway, "s3"));
        QCOMPARE(routes.rowCount(), before + 1);
        QVERIFY(routes.isFixed(1));
        QCOMPARE(routes.index(1, 0).data().toString(), QStringLiteral("s3 (prefix list)"));
        const ElementId endpoint = bench.network().all<VpcEndpoint>().begin()->id;
        bench.edit(edits::rename(bench.document.design(), endpoint, "to S3"));
        QCOMPARE(routes.index(1, 1).data().toString(), QStringLiteral("to S3"));
        bench.edit(edits::removeElements(bench.document.design(), {endpoint}));
        QCOMPARE(routes.rowCount(), before);
    }

    void editInterfaces() {
        Bench bench;
        InterfacesModel model(bench.document, bench.facts);
        model.setOwner(WorkloadId{2});
        const auto interfaces = [&] { return bench.network().get(WorkloadId{2})->interfaces; };
        QCOMPARE(shown(model), QStringList({"private-1a|Automatic|No", "private-1c|Automatic|No"}));
        QVERIFY(model.setData(model.index(0, 1), QStringLiteral("10.0.11.20")));
        QCOMPARE(interfaces()[0].privateIp, IpAddress::parse("10.0.11.20"));
        QVERIFY(!model.setData(model.index(0, 1), QStringLiteral("10.0.11")));
        QVERIFY(!model.judge(model.index(0, 1), QStringLiteral("10.0.11.0/24")).ok());
        QVERIFY(model.setData(model.index(0, 2), QStringLiteral("yes")));
        QCOMPARE(interfaces()[0].publicIp, PublicIp::Yes);
        // An Elastic IP that a gateway has is no other's; a new one is made in the same step.
        QVERIFY(model.judge(model.index(0, 2), QStringLiteral("nat-eip-1a"))
                    .complaint.contains(QStringLiteral("nat-1a")));
        const int steps = bench.document.undoStack()->count();
        QVERIFY(model.setData(model.index(0, 2), QStringLiteral("New Elastic IP")));
        QCOMPARE(bench.document.undoStack()->count(), steps + 1);
        QVERIFY(interfaces()[0].elasticIp);
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("ecs-eip"));
        // A copy takes no address that the original has.
        QVERIFY(model.duplicate({0}));
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(!interfaces()[2].elasticIp && !interfaces()[2].privateIp);
        QVERIFY(model.setData(model.index(2, 0), QStringLiteral("public-1a")));
        QCOMPARE(interfaces()[2].subnet, SubnetId{1});
        QVERIFY(model.remove({2}));
        // What is out of the subnet is said beside it.
        QVERIFY(model.setData(model.index(1, 1), QStringLiteral("192.168.0.1")));
        QTRY_VERIFY(model.index(1, 1).data(TableModel::SeverityRole).isValid());
        QVERIFY(model.setData(model.index(1, 1), QString()));
        QVERIFY(!interfaces()[1].privateIp);
        QVERIFY(model.setData(model.index(0, 2), QStringLiteral("By subnet")));
        QVERIFY(!interfaces()[0].elasticIp);
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("By subnet: no"));
        const Design before = bench.document.design();
        QCOMPARE(model.paste(model.toTsv({0, 1})), QStringList());
        QCOMPARE(model.rowCount(), 4);
        bench.undo();
        QCOMPARE(bench.document.design(), before);
    }

    void editAddressesOfZones() {
        Bench bench;
        bench.edit(edits::addRegionalNatGateway(bench.document.design(), VpcId{1}));
        NatAddressesModel model(bench.document, bench.facts);
        model.setOwner(NatGatewayId{3});
        const auto zones = [&] { return bench.network().get(NatGatewayId{3})->zones; };
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.add());
        QVERIFY(model.add());
        // The names of the zonal gateways' addresses are taken.
        QCOMPARE(shown(model), QStringList({"1a|nat-eip-1a-2", "1c|nat-eip-1c-2"}));
        QCOMPARE(zones().size(), std::size_t(2));
        QVERIFY(bench.network().get(zones()[0].elasticIps[0])->onNatToggle);
        QVERIFY(model.duplicate({0}));
        QCOMPARE(zones()[0].elasticIps.size(), std::size_t(2));
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.setData(model.index(1, 0), QStringLiteral("1c")));
        QCOMPARE(zones()[0].elasticIps.size(), std::size_t(1));
        QCOMPARE(zones()[1].elasticIps.size(), std::size_t(2));
        QVERIFY(!model.judge(model.index(0, 1), QStringLiteral("nat-eip-1c")).ok()); // nat-1c has it
        QVERIFY(!model.judge(model.index(0, 1), QString()).ok());
        QVERIFY(!model.judge(model.index(0, 0), QStringLiteral("1z")).ok());
        bench.edit(edits::addElasticIp(bench.document.design(), "spare"));
        QVERIFY(model.setData(model.index(0, 1), QStringLiteral("spare")));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("spare"));
        // Two zones with one address is what AWS refuses: beside the cells.
        NatGateway twice = *bench.network().get(NatGatewayId{3});
        twice.zones[1].elasticIps[0] = twice.zones[0].elasticIps[0];
        bench.edit(edits::replaceNode(bench.document.design(), twice));
        QTRY_VERIFY(model.index(0, 1).data(TableModel::SeverityRole).isValid());
        QVERIFY(model.remove({0, 1, 2}));
        QVERIFY(zones().empty());
        QVERIFY(model.emptyText().startsWith(QStringLiteral("Automatic")));
    }

    void refuseTheOtherFamily() {
        Bench bench;
        VpcCidrsModel blocks(bench.document, bench.facts);
        blocks.setOwner(VpcId{1});
        QVERIFY(blocks.judge(blocks.index(0, 0), QStringLiteral("2001:db8::/56"))
                    .complaint.contains(QStringLiteral("is IPv6")));
        bench.edit(edits::addPrefixList(bench.document.design(), "six", {{*Cidr::parse("2001:db8::/64"), ""}},
                                        IpFamily::V6));
        PrefixEntriesModel entries(bench.document, bench.facts);
        entries.setOwner(bench.network().all<PrefixList>().begin()->id);
        QVERIFY(entries.judge(entries.index(0, 0), QStringLiteral("10.0.0.0/8"))
                    .complaint.contains(QStringLiteral("is IPv4")));
        QVERIFY(entries.judge(entries.index(0, 0), QStringLiteral("2001:db8:1::/64")).ok());
    }

    void markClashingNumbersAndDuplicates() {
        Bench bench;
        NetworkAclRulesModel acl(bench.document, bench.facts, Direction::Ingress, false);
        acl.setOwner(NetworkAclId{1});
        QSignalSpy changed(&acl, &QAbstractItemModel::dataChanged);
        QVERIFY(acl.setData(acl.index(1, 0), QStringLiteral("100")));
        QTRY_VERIFY(changed.count() >= 3);
        for (const int row : {0, 1}) {
            QCOMPARE(acl.index(row, 0).data(TableModel::SeverityRole).toInt(), int(Severity::Error));
            QVERIFY(acl.index(row, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("100")));
        }
        QVERIFY(!acl.index(2, 0).data(TableModel::SeverityRole).isValid());
        bench.undo();
        QVERIFY(!acl.index(0, 0).data(TableModel::SeverityRole).isValid());

        SecurityGroupRulesModel group(bench.document, bench.facts, Direction::Ingress, false);
        group.setOwner(SecurityGroupId{2});
        QVERIFY(group.duplicate({0}));
        QCOMPARE(shown(group).at(1), shown(group).at(0));
        for (const int row : {0, 1})
            QCOMPARE(group.index(row, 1).data(TableModel::SeverityRole).toInt(), int(Severity::Error));
        QVERIFY(!group.index(2, 1).data(TableModel::SeverityRole).isValid());
    }

    void readWhatPeopleType_data() {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("row"); // as shown then; empty: refused
        const auto add = [](const char* column, const char* text, const char* row) {
            QTest::addRow("%s %s", column, text) << column << text << row;
        };
        add("Type", "HTTPS", "HTTPS|TCP|443|alb");
        add("Type", "postgresql", "PostgreSQL|TCP|5432|alb");
        add("Type", "MySQL/Aurora", "MySQL/Aurora|TCP|3306|alb");
        add("Type", "DNS (UDP)", "DNS (UDP)|UDP|53|alb");
        add("Type", "All traffic", "All traffic|All|All|alb");
        add("Type", "All ICMP - IPv4", "All ICMP - IPv4|ICMP|All|alb");
        add("Type", "Custom UDP", "Custom UDP|UDP|80|alb");
        add("Type", "nonsense", "");
        add("Protocol", "udp", "Custom UDP|UDP|80|alb");
        add("Protocol", "6", "HTTP|TCP|80|alb");
        add("Protocol", "TCP (6)", "HTTP|TCP|80|alb");
        add("Protocol", "ALL", "All traffic|All|All|alb");
        add("Protocol", "50", "Custom protocol|50|All|alb");
        add("Protocol", "tcp/8080", "Custom TCP|TCP|8080|alb");
        add("Protocol", "ssh", "SSH|TCP|22|alb");
        add("Protocol", "tpc", "");
        add("Protocol", "256", "");
        add("Ports", "443", "HTTPS|TCP|443|alb");
        add("Ports", "1024-65535", "Custom TCP|TCP|1024-65535|alb");
        add("Ports", " 1024 - 2048 ", "Custom TCP|TCP|1024-2048|alb");
        add("Ports", "４４３", "HTTPS|TCP|443|alb");
        add("Ports", "all", "All TCP|TCP|All|alb");
        add("Type", "SSH (22)", "SSH|TCP|22|alb");
        add("Type", "MS SQL (1433)", "MSSQL|TCP|1433|alb");
        add("Type", "カスタム TCP", "HTTP|TCP|80|alb");
        add("Type", "すべてのトラフィック", "All traffic|All|All|alb");
        add("Type", "すべての ICMP - IPv4", "All ICMP - IPv4|ICMP|All|alb");
        add("Protocol", "-1", "All traffic|All|All|alb");
        add("Protocol", "255", "Custom protocol|255|All|alb");
        add("Protocol", "-1/80", "");
        add("Ports", "すべて", "All TCP|TCP|All|alb");
        add("Ports", "80-", "");
        add("Ports", "-80", "");
        add("Ports", "٤٤٣", "");
        add("Ports", "44x", "");
        add("Ports", "65536", "");
        add("Ports", "90-80", "");
        add("Ports", "", "");
        add("Source", "rds", "HTTP|TCP|80|rds");
        add("Source", "RDS", "HTTP|TCP|80|rds");
        add("Source", "sg-0123456789abcdef0 / rds", "HTTP|TCP|80|rds");
        add("Source", "ecs", "HTTP|TCP|80|Self");
        add("Source", "self", "HTTP|TCP|80|Self");
        add("Source", "Anywhere IPv4", "HTTP|TCP|80|0.0.0.0/0");
        add("Source", "Anywhere IPv6", "HTTP|TCP|80|::/0");
        add("Source", "My VPC", "HTTP|TCP|80|10.0.0.0/16");
        add("Source", "10.1.0.0/16", "HTTP|TCP|80|10.1.0.0/16");
        add("Source", "10.1.2.3/16", "");
        add("Source", "10.1.2.3", "");
        add("Source", "nobody", "");
    }
    void readWhatPeopleType() {
        QFETCH(QString, column);
        QFETCH(QString, text);
        QFETCH(QString, row);
        Bench bench;
        SecurityGroupRulesModel model(bench.document, bench.facts, Direction::Ingress, true);
        model.setOwner(SecurityGroupId{2});
        int at = -1;
        for (int i = 0; i < model.columnCount(); ++i)
            if (model.headerData(i, Qt::Horizontal).toString() == column) at = i;
        QVERIFY(at >= 0);
        const QModelIndex index = model.index(0, at);
        const Design before = bench.document.design();
        QCOMPARE(model.judge(index, text).ok(), !row.isEmpty());
        QCOMPARE(model.setData(index, text), !row.isEmpty());
        if (row.isEmpty()) {
            QVERIFY(!model.judge(index, text).complaint.isEmpty());
            QCOMPARE(bench.document.design(), before);
        } else {
            QCOMPARE(shown(model).at(0), row + QStringLiteral("|HTTP from ALB"));
        }
    }

    void offerWhatWasMeant() {
        Bench bench;
        SecurityGroupRulesModel model(bench.document, bench.facts, Direction::Ingress, false);
        model.setOwner(SecurityGroupId{2});
        QCOMPARE(model.judge(model.index(0, 2), QStringLiteral("10.1.2.3/16")).offer,
                 QStringLiteral("10.1.0.0/16"));
        QCOMPARE(model.judge(model.index(0, 2), QStringLiteral("10.1.2.3")).offer,
                 QStringLiteral("10.1.2.3/32"));
        QCOMPARE(model.judge(model.index(0, 2), QStringLiteral("rd")).offer, QStringLiteral("rds"));
    }

    void tellGroupsOfOneNameApart() {
        Bench bench;
        bench.edit(edits::rename(bench.document.design(), SecurityGroupId{3}, "alb"));
        SecurityGroupRulesModel model(bench.document, bench.facts, Direction::Ingress, false);
        model.setOwner(SecurityGroupId{2});
        const QModelIndex peer = model.index(0, 2);
        QString second;
        for (const Choice& choice : model.choices(peer))
            if (choice.text.startsWith(QStringLiteral("alb"))) second = choice.text;
        QVERIFY(model.setData(peer, second));
        QCOMPARE(ruleOf(bench.group(2), 4).peer, SecurityGroupPeer(SecurityGroupId{3}));
        // What is shown for editing means the same again.
        QVERIFY(model.setData(peer, peer.data(Qt::EditRole)));
        QCOMPARE(ruleOf(bench.group(2), 4).peer, SecurityGroupPeer(SecurityGroupId{3}));
    }

    void everyChoiceCanBeTyped() {
        Bench bench;
        bench.edit(edits::addRegionalNatGateway(bench.document.design(), VpcId{1}));
        bench.edit(edits::addNatAddress(bench.document.design(), NatGatewayId{3}));
        for (int which = 0; which < modelCount - 1; ++which) {
            const auto model = makeModel(bench, which);
            model->setOwner(ownerFor(which));
            for (int column = 0; column < model->columnCount() && model->rowCount() > 0; ++column)
                for (const Choice& choice : model->choices(model->index(model->isFixed(0) ? 1 : 0, column))) {
                    const QModelIndex index = model->index(model->isFixed(0) ? 1 : 0, column);
                    const Verdict verdict = model->judge(index, choice.text);
                    QVERIFY2(verdict.ok(), qPrintable(choice.text + QLatin1Char(' ') + verdict.complaint));
                    QVERIFY(model->setData(index, choice.text));
                }
        }
    }

    void addWhatLetsNobodyIn() {
        Bench bench;
        SecurityGroupRulesModel model(bench.document, bench.facts, Direction::Ingress, false);
        model.setOwner(SecurityGroupId{3});
        const auto row = model.add();
        QCOMPARE(row, std::optional(1));
        QCOMPARE(bench.group(3).rules.back().peer, SecurityGroupPeer(ThisVpcCidr{}));
        NetworkAclRulesModel acl(bench.document, bench.facts, Direction::Ingress, false);
        acl.setOwner(NetworkAclId{1});
        QCOMPARE(acl.add(), std::optional(3));
        QCOMPARE(shown(acl).at(3), QStringLiteral("130|TCP|443|10.0.0.0/16|Allow"));
        QVERIFY(acl.duplicate({1}));
        QCOMPARE(shown(acl).at(2), QStringLiteral("115|TCP|443|0.0.0.0/0|Allow"));
    }

    void speakTheLanguage() {
        Bench bench;
        SecurityGroupRulesModel model(bench.document, bench.facts, Direction::Ingress, false);
        model.setOwner(SecurityGroupId{2});
        QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        style::setLanguage(style::LanguageChoice::Japanese);
        QCOMPARE(headers.count(), 1);
        QCOMPARE(changed.count(), 1);
        QVERIFY(
            !model.judge(model.index(0, 1), QStringLiteral("x")).complaint.contains(QStringLiteral("port")));
        // English words are understood all the same.
        QVERIFY(model.judge(model.index(0, 1), QStringLiteral("all")).ok());
        QVERIFY(model.judge(model.index(0, 2), QStringLiteral("Anywhere IPv4")).ok());
        style::setLanguage(style::LanguageChoice::English);
    }
};

QTEST_MAIN(TestModels)
#include "test_models.moc"
