// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/edit_op.h"
#include "core/format/codec.h"
#include "core/model/check.h"
#include "tests/cli/process.h"

#include <QJsonArray>
#include <QTest>

using namespace cli;

namespace {

/// A word of a shell line without its quotes.
QStringList shellWords(const QString& line) {
    return QProcess::splitCommand(line);
}

sekisho::Design designIn(const QString& path) {
    const auto loaded = sekisho::format::readDesign(bytesOf(path).toStdString());
    return loaded ? loaded->design : sekisho::Design();
}

template<class N>
const N* named(const sekisho::Design& design, std::string_view name) {
    for (const N& node : design.network.all<N>())
        if (node.name == name) return &node;
    return nullptr;
}

} // namespace

class CliEditTest : public QObject {
    Q_OBJECT

private slots:
    // What the help shows must work.
    void everyExampleWorks_data() {
        QTest::addColumn<QString>("line");
        for (const sekisho::cli::EditOp& op : sekisho::cli::editOps()) {
            const QString name = QString::fromUtf8(op.name.data(), qsizetype(op.name.size()));
            const QString example = QString::fromUtf8(op.example.data(), qsizetype(op.example.size()));
            QTest::newRow(name.toUtf8().constData()) << (name + ' ' + example);
        }
    }
    void everyExampleWorks() {
        QFETCH(QString, line);
        const Workplace place;
        QStringList words = shellWords(line);
        if (words.first() == "unaccept") {
            QCOMPARE(run({"edit", place.design, "accept", "nat-quota", "reason=x"}).status, 0);
            words.append("nat-quota");
        }
        const QByteArray before = bytesOf(place.design);
        const Outcome dry = run(QStringList{"edit", place.design, "--dry-run"} + words);
        QVERIFY2(dry.status == 0, dry.err);
        QCOMPARE(bytesOf(place.design), before);
        const Outcome outcome = run(QStringList{"edit", place.design} + words);
        QVERIFY2(outcome.status == 0, outcome.err);
        QCOMPARE(outcome.out, dry.out);
        const QByteArray after = bytesOf(place.design);
        QVERIFY(sekisho::format::readDesign(after.toStdString()));
        // Each zone has a NAT gateway already, and no association is active.
        const QStringList maybeNothing{"add-nat-per-az", "deactivate-acl"};
        if (!maybeNothing.contains(words.first())) {
            QVERIFY2(after != before, outcome.err);
            QVERIFY(!outcome.out.isEmpty());
        }
        for (const QByteArray& each : outcome.lines()) {
            const auto cells = each.split('\t');
            QVERIFY2(cells.size() == 3 || cells.size() == 4, each);
            QVERIFY((QList<QByteArray>{"added", "changed", "removed"}).contains(cells[0]));
        }
    }

    // A script takes the same operations with the same arguments.
    void everyCommandCanStandInAScript() {
        const Workplace place;
        const QString copy = place.path("copy.sekisho");
        QVERIFY(QFile::copy(place.design, copy));
        QVERIFY(write(place.path("ops.json"),
                      R"([{"op": "add-subnet", "az": "ap-northeast-1a", "tier": "isolated", "name": "db"},
                          {"op": "add-rule", "group": "sg:ecs", "direction": "ingress", "traffic": "tcp/8080",
                           "peer": {"group": "alb"}, "description": "null"},
                          {"op": "set", "element": "db", "tags": {"a": "1"}, "map_public_ip_on_launch": false},
                          {"op": "nat", "state": true},
                          {"op": "remove", "elements": ["workload:rds", "sg:rds"]}])"));
        const Outcome script = run({"edit", copy, "--script", place.path("ops.json")});
        QVERIFY2(script.status == 0, script.err);
        for (const QStringList& words :
             {QStringList{"add-subnet", "az=ap-northeast-1a", "tier=isolated", "name=db"},
              QStringList{"add-rule", "sg:ecs", "ingress", "tcp/8080", "sg:alb", "description=null"},
              QStringList{"set", "db", "tags.a=1", "map_public_ip_on_launch=off"}, QStringList{"nat", "on"},
              QStringList{"remove", "workload:rds", "sg:rds"}}) {
            const Outcome one = run(QStringList{"edit", place.design} + words);
            QVERIFY2(one.status == 0, one.err);
        }
        QCOMPARE(bytesOf(place.design), bytesOf(copy));
        QVERIFY(script.out.contains("added\tsubnet-5\tdb\taws_subnet."));
        QVERIFY(script.out.contains("changed\tsettings\tnat_enabled\n"));
        QVERIFY(script.out.contains("removed\tsg-3\trds\taws_security_group.rds\n"));
    }

    void aScriptIsAllOrNothing_data() {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("message");
        const QByteArray good = R"({"op": "nat", "state": "on"})";
        QTest::newRow("second fails")
            << QByteArray("[" + good + R"(, {"op": "add-az", "zone": "d", "vpc": "other"}, )" + good + "]")
            << QByteArray("operation 2 (add-az)");
        QTest::newRow("unknown op") << QByteArray("[" + good + R"(, {"op": "explode"}])")
                                    << QByteArray("[op-unknown]");
        QTest::newRow("unknown argument")
            << QByteArray("[" + good + R"(, {"op": "nat", "state": "on", "x": 1}])")
            << QByteArray("[op-argument-unknown]");
        QTest::newRow("missing argument")
            << QByteArray("[" + good + R"(, {"op": "rename", "element": "sg-1"}])")
            << QByteArray("[op-argument-missing]");
        QTest::newRow("no array") << good << QByteArray("[script-shape]");
        QTest::newRow("no op") << QByteArray("[1]") << QByteArray("[script-shape]");
        QTest::newRow("no JSON") << QByteArray("[" + good) << QByteArray("[file-truncated]");
        QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray("[file-too-deep]");
    }
    void aScriptIsAllOrNothing() {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, message);
        const Workplace place;
        const QByteArray before = bytesOf(place.design);
        QVERIFY(write(place.path("ops.json"), script));
        const Outcome outcome = run({"edit", place.design, "--script", place.path("ops.json")});
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(message), outcome.err);
        QCOMPARE(bytesOf(place.design), before);
    }

    void wrongArgumentsAreRefused_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* line, const char* message) {
            QTest::newRow(line) << QString::fromUtf8(line) << QByteArray(message);
        };
        row("", "[op-missing]");
        row("explode", "[op-unknown]");
        row("nat maybe", "on, off");
        row("nat on off", "[op-argument-extra]");
        row("nat state=on state=off", "[op-argument-twice]");
        row("remove", "[op-argument-missing]");
        row("remove nothing", "[element-unknown]");
        row("remove alb", "sg-1 (main/alb)");
        row("remove alb", "[element-ambiguous]");
        row("add-nat sg:alb", "[element-unknown-among]");
        row("add-nat private-1a extra", "[op-argument-extra]");
        row("add-nat workload-1", "[element-kind]");
        row("add-vpc name=x cidr=10.0.0.1/16", "[cidr-host-bits]");
        row("add-vpc name=x cidr=ten", "[cidr-syntax]");
        row("add-vpc nam=x", "[op-argument-unknown]");
        row("add-subnet az=ap-northeast-1a tier=secret", "public, private, isolated");
        row("add-rule sg:alb ingress tcp/99999 internet", "[port-syntax]");
        row("add-rule sg:alb ingress tcp/80 10.0.0.1/8", "[cidr-host-bits]");
        row("add-rule sg:alb ingress tcp/80 nobody", "[element-unknown-among]");
        row("set subnet-1 cidr=10.0.0.1/24", "[cidr-host-bits]");
        row("set subnet-1 colour=red", "map_public_ip_on_launch");
        row("set subnet-1 id=subnet-9", "[field-unknown]");
        row("set subnet-1 name.x=y", "[field-no-map]");
        row("set subnet-1 map_public_ip_on_launch=perhaps", "on, off");
        row("set subnet-1 az=null", "[file-missing-key]");
        row("set-rule sg-rule-1 traffic=tcp/x", "[port-syntax]");
        row("set-acl-rule nacl-rule-1 number=first", "[op-argument-integer]");
        row("add subnet name=x", "[file-missing-key]");
        row("add planet name=x", "[op-argument-choice]");
        row("move workload:ecs x=1 y=2", "[move-which-drawing]");
        row("move sg:alb x=1", "[move-needs-place]");
        row("reorder-acl nacl:public ingress nacl-rule-1", "[edit-bad-order]");
        row("relabel aws_subnet.public 9x", "[edit-label-illegal]");
        row("relabel aws_subnet.public private", "[edit-label-taken]");
        row("relabel aws_subnet.nothing x", "[edit-no-such-element]");
        row("usage nat_processed_gb=-1", "[quantity-negative]");
        row("usage nat_processed_gb=lots", "[decimal-syntax]");
        row("accept no-such-code reason=x", "[code-unknown]");
        row("accept nat-quota reason=x until=tomorrow", "[date-syntax]");
        row("unaccept nat-quota", "[acceptance-unknown]");
        row("settings rule_style=sideways", "inline, separate");
        row("set workload:ecs needs=s3,moon", "inbound_direct_public_ip");
        row("rename sg-rule-1 x", "[element-kind]");
        row("activate-acl nacl:public private-1a", "[acl-without-association]");
    }
    void wrongArgumentsAreRefused() {
        QFETCH(QString, line);
        QFETCH(QByteArray, message);
        const Workplace place;
        const QByteArray before = bytesOf(place.design);
        const Outcome outcome = run(QStringList{"edit", place.design} + shellWords(line));
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(message), outcome.err);
        QCOMPARE(bytesOf(place.design), before);
    }

    void elementsAreNamedInManyWays_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("id") << QString("subnet-3") << QByteArray("subnet-3");
        QTest::newRow("name") << QString("private-1a") << QByteArray("subnet-3");
        QTest::newRow("path") << QString("main/private-1c") << QByteArray("subnet-4");
        QTest::newRow("longer path") << QString("main/ap-northeast-1c/private-1c") << QByteArray("subnet-4");
        QTest::newRow("kind") << QString("subnet:private-1a") << QByteArray("subnet-3");
        QTest::newRow("address") << QString("aws_subnet.private[1]") << QByteArray("subnet-4");
        QTest::newRow("single address") << QString("aws_security_group.ecs") << QByteArray("sg-2");
    }
    void elementsAreNamedInManyWays() {
        QFETCH(QString, name);
        QFETCH(QByteArray, id);
        const Workplace place;
        if (name.contains("private")) // the route tables have the same names; the id alone says which
            QCOMPARE(run({"edit", place.design, "rename", "route-table-2", "rt-a"}).status +
                         run({"edit", place.design, "rename", "route-table-3", "rt-c"}).status,
                     0);
        const Outcome outcome = run({"edit", place.design, "set", name, "name=other"});
        QVERIFY2(outcome.status == 0, outcome.err);
        QVERIFY2(outcome.out.startsWith("changed\t" + id + "\tother\t"), outcome.out);
    }

    void peersAndTargetsHaveShortForms() {
        const Workplace place;
        for (const char* line :
             {"add-rule sg:ecs ingress tcp/1 internet", "add-rule sg:ecs ingress tcp/2 self",
              "add-rule sg:ecs ingress tcp/3 vpc_cidr", "add-rule sg:ecs egress udp/53 2001:db8::/32",
              "add-rule sg:ecs ingress tcp/4 {\\\"group\\\":\\\"alb\\\"}",
              "add-route route-table:public 10.9.0.0/16 igw-1",
              "add-route route-table:public 10.8.0.0/16 eni-0123456789abcdef0"}) {
            const Outcome outcome = run(QStringList{"edit", place.design} +
                                        QString::fromUtf8(line).replace("\\\"", "\"").split(' '));
            QVERIFY2(outcome.status == 0, outcome.err);
        }
        const auto design = designIn(place.design);
        const auto* group = named<sekisho::SecurityGroup>(design, "ecs");
        QVERIFY(group);
        const auto peer = [&](std::size_t back) { return (group->rules.end() - std::ptrdiff_t(back))->peer; };
        QVERIFY(peer(5) == sekisho::SecurityGroupPeer(sekisho::Cidr::anywhere(sekisho::IpFamily::V4)));
        QVERIFY(peer(4) == sekisho::SecurityGroupPeer(sekisho::SelfGroup()));
        QVERIFY(peer(3) == sekisho::SecurityGroupPeer(sekisho::ThisVpcCidr()));
        QVERIFY(peer(2) == sekisho::SecurityGroupPeer(*sekisho::Cidr::parse("2001:db8::/32")));
        QVERIFY(peer(1) == sekisho::SecurityGroupPeer(sekisho::SecurityGroupId{1}));
        const auto* table = named<sekisho::RouteTable>(design, "public");
        QVERIFY(table && table->routes.size() == 3);
        const auto* opaque = std::get_if<sekisho::OpaqueTarget>(&table->routes.back().target);
        QVERIFY(opaque && opaque->argument == sekisho::OpaqueTarget::Argument::NetworkInterface);
    }

    void partsTakeShortFormsToo() {
        const Workplace place;
        const Outcome outcome = run(
            {"edit", place.design, "add", "workload", "kind=rds", "name=copy", "security_groups=sg:rds",
             R"(interfaces=[{"subnet": "subnet:private-1a"}, {"subnet": "aws_subnet.private[1]", "public_ip": "no"}])"});
        QVERIFY2(outcome.status == 0, outcome.err);
        const auto design = designIn(place.design);
        const auto* workload = named<sekisho::Workload>(design, "copy");
        QVERIFY(workload && workload->interfaces.size() == 2);
        QVERIFY(workload->interfaces[0].subnet == sekisho::SubnetId{3});
        QVERIFY(workload->interfaces[1].subnet == sekisho::SubnetId{4});
        const Outcome rules =
            run({"edit", place.design, "set", "sg:rds",
                 R"(rules=[{"direction": "ingress", "traffic": "tcp/5432", "peer": "sg:ecs"}])"});
        QVERIFY2(rules.status == 0, rules.err);
        const auto* group = named<sekisho::SecurityGroup>(design, "rds");
        QVERIFY(group && group->rules.size() == 2);
        QCOMPARE(designIn(place.design).network.get(group->id)->rules.size(), std::size_t{1});
    }

    void consequencesAreTold() {
        const Workplace place;
        const Outcome removed = run({"edit", place.design, "remove", "nat-1"});
        QVERIFY2(removed.status == 0, removed.err);
        QVERIFY(removed.out.contains("removed\tnat-1\tnat-1a\taws_nat_gateway.main[0]\n"));
        QVERIFY2(removed.err.contains("(eip-1). [edit-removed-along]"), removed.err);
        QVERIFY(removed.err.contains("[edit-moved]"));
        QVERIFY(removed.err.contains("aws_nat_gateway.main[1]"));
        QVERIFY2(removed.err.contains("[edit-destroys]"), removed.err);

        const Outcome moved = run({"edit", place.design, "move-subnet", "private-1c", "ap-northeast-1a"});
        QVERIFY2(moved.err.contains("aws_subnet.private[1] (availability_zone)"), moved.err);
        QVERIFY(moved.err.contains("[edit-replaces]"));

        // A setting is part of names that cannot be changed.
        const Outcome other = run({"edit", place.design, "settings", "project_name=other", "--dry-run"});
        QVERIFY2(other.err.contains("aws_security_group.alb (name)"), other.err);
        QVERIFY(run({"edit", place.design, "set", "nat-2", "elastic_ips=[]", "--dry-run"})
                    .err.contains("aws_nat_gateway.main[\"ap-northeast-1c\"] (allocation_id)"));

        const Outcome renamed = run({"edit", place.design, "rename", "sg:alb", "ロードバランサー"});
        QCOMPARE(renamed.err, QByteArray());
        QCOMPARE(renamed.out, QByteArray("changed\tsg-1\tロードバランサー\taws_security_group.alb\n"));
    }

    void whatIsWrittenElsewhere() {
        const Workplace place;
        const QByteArray before = bytesOf(place.design);
        const QString other = place.path("other.sekisho");
        QCOMPARE(run({"edit", place.design, "nat", "on", "-o", other}).status, 0);
        QCOMPARE(bytesOf(place.design), before);
        QVERIFY(designIn(other).settings.natEnabled);
        const Outcome refused = run({"edit", place.design, "nat", "off", "-o", other});
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.err.contains("[file-exists]"));
        QCOMPARE(run({"edit", place.design, "nat", "off", "-o", other, "--force"}).status, 0);
        QCOMPARE(bytesOf(other), before);
    }

    void nothingToChangeIsFine() {
        const Workplace place;
        const QByteArray before = bytesOf(place.design);
        const Outcome outcome = run({"edit", place.design, "nat", "off"});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(bytesOf(place.design), before);
    }

    void usageReachesTheCosts() {
        const Workplace place;
        QCOMPARE(run({"edit", place.design, "usage", "nat_processed_gb=100"}).status, 0);
        const QJsonObject cost = run({"cost", place.design, "--nat", "on", "--format", "json"}).json();
        QCOMPARE(cost[QLatin1String("usage_monthly")].toString(), QString("6.2"));
        QCOMPARE(run({"edit", place.design, "usage", "nat_processed_gb=null"}).status, 0);
        QVERIFY(!designIn(place.design).notes.usage.natProcessedGb);
    }

    // A design made from nothing by operations alone is valid.
    void aDesignFromNothing() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.sekisho");
        QCOMPARE(run({"new", "--template", "empty", "-o", path}).status, 0);
        for (const QStringList& words : {
                 QStringList{"add-vpc-with-subnets", "name=app", "cidr=10.2.0.0/16", "zones=a,c"},
                 QStringList{"add-nat-per-az"},
                 QStringList{"add-group", "name=web"},
                 QStringList{"add-rule", "web", "ingress", "tcp/443", "internet"},
                 QStringList{"add-endpoint", "s3"},
             }) {
            const Outcome outcome = run(QStringList{"edit", path} + words);
            QVERIFY2(outcome.status == 0, outcome.err);
        }
        const Outcome checked = run({"check", path});
        QVERIFY2(checked.status == 0, checked.out);
        const Outcome exported = run({"export", path, "-o", folder.filePath("tf")});
        QVERIFY2(exported.status == 0, exported.err);
    }

    void editHelpListsEverything() {
        const Outcome help = run({"edit", "--help"});
        QCOMPARE(help.status, 0);
        for (const sekisho::cli::EditOp& op : sekisho::cli::editOps())
            QVERIFY(help.out.contains("\n  " + QByteArray(op.name.data(), qsizetype(op.name.size()))));
        for (const char* part : {"map_public_ip_on_launch", "sg-rule", "max_aggregation_interval"})
            QVERIFY(help.out.contains(part));
        const Outcome one = run({"edit", "add-subnet", "--help"});
        QCOMPARE(one.status, 0);
        QVERIFY(one.out.contains("sekisho-cli edit FILE add-subnet az=ZONE tier=public|private|isolated"));
        QVERIFY(!one.out.contains("add-vpc"));
    }
};

QTEST_GUILESS_MAIN(CliEditTest)
#include "edit_test.moc"
