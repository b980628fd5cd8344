// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "core/terraform/replacements.h"
#include "core/terraform/resources.h"
#include "core/terraform/survey.h"

#include "core/model/address_book.h"
#include "core/model/check.h"
#include "tests/export/designs.h"
#include "tests/export/judge.h"
#include "tests/support/random_edits.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

using namespace sekisho;
using namespace sekisho::test;
using terraform::Replacement;

namespace {

Design withNat() {
    Design design = handsOn();
    apply(design, edits::setNatEnabled(design, true));
    return design;
}

Cidr cidr(std::string_view text) {
    return *Cidr::parse(text);
}

template<class N, class F>
void change(Design& design, std::string_view name, F how) {
    N node = sekisho::test::named<N>(design, name);
    how(node);
    apply(design, edits::replaceNode(design, Node(std::move(node))));
}

template<class N>
N removed(Design& design, std::string_view name) {
    N node = sekisho::test::named<N>(design, name);
    apply(design, edits::removeElements(design, {node.id}));
    return node;
}

void drawAgain(Design& design, Node node) {
    apply(design, edits::addNode(design, std::move(node)));
}

/// One line for each: "aws_subnet.private[0]: cidr_block 10.0.11.0/24 > 10.0.99.0/24",
/// "aws_subnet.x < aws_subnet.y" for what a `moved` block keeps; "!" if the moves of the list keep it.
QByteArrayList described(const std::vector<Replacement>& list) {
    QByteArrayList lines;
    for (const Replacement& one : list) {
        QByteArray line = QByteArray::fromStdString(one.address);
        if (one.moved) line += " < " + QByteArray::fromStdString(one.moved->from);
        for (const terraform::ForcedArgument& argument : one.arguments)
            line += ": " +
                    QByteArray::fromStdString(argument.name + " " + argument.before + " > " + argument.after);
        if (one.avoidable && !one.moved) line += " !";
        lines << line;
    }
    return lines;
}

struct Case {
    const char* name;
    std::function<Design()> before;
    std::function<void(Design&)> edit;
    QByteArrayList expected;
};

NatGateway firstNat(const Design& design) {
    return *design.network.all<NatGateway>().begin();
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        {"nothing", withNat, [](Design&) {}, {}},
        {"a label that people read",
         withNat,
         [](Design& d) {
             const auto id = sekisho::test::named<Subnet>(d, "private-1a").id;
             apply(d, edits::rename(d, id, "application"));
             apply(d, edits::rename(d, sekisho::test::named<SecurityGroup>(d, "alb").id, "front door"));
         },
         {}},
        {"a box",
         withNat,
         [](Design& d) {
             const auto id = sekisho::test::named<Subnet>(d, "private-1a").id;
             apply(d, edits::placeBoxes(d, {{{id, {}}, Box{40, 40, {}, {}, false, false, false, {}}}}));
         },
         {}},
        {"a zone in the middle",
         withNat,
         [](Design& d) {
             const VpcId vpc = d.network.all<Vpc>().begin()->id;
             apply(d, edits::addAvailabilityZone(d, vpc, "ap-northeast-1b"));
             const auto zone = sekisho::test::named<AvailabilityZone>(d, "ap-northeast-1b").id;
             apply(d, edits::addSubnet(d, zone, Tier::Public));
             apply(d, edits::addSubnet(d, zone, Tier::Private));
             apply(d, edits::addNatGatewayPerZone(d, vpc));
         },
         {}},
        {"the zone before the last goes",
         withNat,
         [](Design& d) {
             apply(d, edits::removeElements(d, {d.network.all<AvailabilityZone>().begin()->id}));
         },
         {}},
        {"a tag, a rule, DNS",
         withNat,
         [](Design& d) {
             change<Vpc>(d, d.network.all<Vpc>().begin()->name, [](Vpc& v) { v.dnsHostnames = true; });
             change<SecurityGroup>(d, "ecs", [](SecurityGroup& g) {
                 g.rules.pop_back();
                 g.tags["team"] = "web";
             });
         },
         {}},
        {"NAT off", withNat, [](Design& d) { apply(d, edits::setNatEnabled(d, false)); }, {}},
        {"NAT on", handsOn, [](Design& d) { apply(d, edits::setNatEnabled(d, true)); }, {}},
        {"forms and labels by choice",
         withNat,
         [](Design& d) {
             for (const char* type : {"aws_subnet", "aws_route_table", "aws_route_table_association"})
                 apply(d, edits::setAddressForm(d, {type, "private"}, AddressForm::ForEach));
             for (const char* type : {"aws_subnet", "aws_route_table", "aws_route_table_association"})
                 apply(d, edits::relabel(d, {type, "private"}, "inner"));
             apply(d, edits::setAddressForm(d, {"aws_nat_gateway", "main"}, AddressForm::ForEach));
             apply(d, edits::setAddressForm(d, {"aws_vpc", "main"}, AddressForm::Count));
             apply(d, edits::relabel(d, {"aws_security_group", "alb"}, "front"));
         },
         {}},
        {"the first of two goes, the other stands alone", // not taken for the first, since a move speaks of
                                                          // it
         withNat,
         [](Design& d) {
             const ResourceKey key{"aws_route_table_association", "private"};
             apply(d, edits::removeElements(d, {d.addresses.sets.find(key)->members.front().element}));
             apply(d, edits::setAddressForm(d, key, AddressForm::Single));
         },
         {}},
        {"there and back",
         withNat,
         [](Design& d) {
             const ResourceKey nat{"aws_nat_gateway", "main"}, vpc{"aws_vpc", "main"};
             for (const AddressForm form : {AddressForm::ForEach, AddressForm::Count, AddressForm::ForEach})
                 apply(d, edits::setAddressForm(d, nat, form));
             for (const AddressForm form :
                  {AddressForm::ForEach, AddressForm::Single, AddressForm::Count, AddressForm::ForEach})
                 apply(d, edits::setAddressForm(d, vpc, form));
         },
         {}},
        {"rules of their own, their group relabelled",
         [] {
             Design d = withNat();
             Settings settings = d.settings;
             settings.ruleStyle = RuleStyle::Separate;
             apply(d, edits::setSettings(d, settings));
             return d;
         },
         [](Design& d) {
             apply(d, edits::relabel(d, {"aws_security_group", "alb"}, "front"));
             apply(d, edits::relabel(d, {"aws_security_group", "front"}, "door"));
         },
         {}},
        {"a CIDR",
         withNat,
         [](Design& d) { change<Subnet>(d, "private-1a", [](Subnet& s) { s.cidr = cidr("10.0.99.0/24"); }); },
         {"aws_subnet.private[0]: cidr_block 10.0.11.0/24 > 10.0.99.0/24",
          "aws_route_table_association.private[0]: subnet_id aws_subnet.private[0] > aws_subnet.private[0]"}},
        {"a NAT gateway's subnet",
         withNat,
         [](Design& d) { change<Subnet>(d, "public-1a", [](Subnet& s) { s.cidr = cidr("10.0.99.0/24"); }); },
         {"aws_subnet.public[0]: cidr_block 10.0.1.0/24 > 10.0.99.0/24",
          "aws_route_table_association.public[0]: subnet_id aws_subnet.public[0] > aws_subnet.public[0]",
          "aws_nat_gateway.main[0]: subnet_id aws_subnet.public[0] > aws_subnet.public[0]"}},
        {"the zone of a subnet",
         withNat,
         [](Design& d) {
             change<Subnet>(d, "private-1a", [&](Subnet& s) {
                 s.az = sekisho::test::named<AvailabilityZone>(d, "ap-northeast-1c").id;
             });
         },
         {"aws_subnet.private[0]: availability_zone ap-northeast-1a > ap-northeast-1c",
          "aws_route_table_association.private[0]: subnet_id aws_subnet.private[0] > aws_subnet.private[0]"}},
        {"a group's name and description",
         withNat,
         [](Design& d) {
             change<SecurityGroup>(d, "alb",
                                   [](SecurityGroup& g) { g.awsName = *NameTemplate::parse("front"); });
             change<SecurityGroup>(d, "rds", [](SecurityGroup& g) { g.description = "the data"; });
         },
         {"aws_security_group.alb: name handson-dev-alb-sg > front",
          "aws_security_group.rds: description Security group for RDS PostgreSQL > the data"}},
        {"the project's name",
         withNat,
         [](Design& d) {
             Settings settings = d.settings;
             settings.projectName = "shop";
             apply(d, edits::setSettings(d, settings));
         },
         {"aws_security_group.alb: name handson-dev-alb-sg > shop-dev-alb-sg",
          "aws_security_group.ecs: name handson-dev-ecs-sg > shop-dev-ecs-sg",
          "aws_security_group.rds: name handson-dev-rds-sg > shop-dev-rds-sg"}},
        {"a NAT gateway to another subnet",
         withNat,
         [](Design& d) {
             apply(d, edits::moveNatGateway(d, firstNat(d).id,
                                            sekisho::test::named<Subnet>(d, "private-1a").id));
         },
         {"aws_nat_gateway.main[0]: subnet_id aws_subnet.public[0] > aws_subnet.private[0]"}},
        {"two NAT gateways exchange their addresses",
         withNat,
         [](Design& d) {
             std::vector<NatGateway> nats;
             for (const NatGateway& nat : d.network.all<NatGateway>())
                 nats.push_back(nat);
             std::swap(nats[0].elasticIps, nats[1].elasticIps);
             for (const NatGateway& nat : nats)
                 apply(d, edits::replaceNode(d, nat));
         },
         {"aws_nat_gateway.main[0]: allocation_id aws_eip.nat[0] > aws_eip.nat[1]",
          "aws_nat_gateway.main[1]: allocation_id aws_eip.nat[1] > aws_eip.nat[0]"}},
        {"a private NAT gateway",
         withNat,
         [](Design& d) {
             NatGateway nat = firstNat(d);
             nat.mode = NatMode::Private;
             nat.elasticIps.clear();
             apply(d, edits::replaceNode(d, nat));
         },
         {"aws_nat_gateway.main[0]: connectivity_type public > private: allocation_id aws_eip.nat[0] > "}},
        {"a route's destination",
         withNat,
         [](Design& d) {
             change<RouteTable>(d, "private-1a", [](RouteTable& t) {
                 t.routes.front().destination = cidr("198.51.100.0/24");
             });
         },
         {"aws_route.private_nat[0]: destination_cidr_block 0.0.0.0/0 > 198.51.100.0/24"}},
        {"a flow log's traffic and group",
         [] {
             Design d = withNat();
             apply(d, edits::addFlowLog(d, d.network.all<Vpc>().begin()->id, "traffic"));
             return d;
         },
         [](Design& d) {
             change<FlowLog>(d, "traffic", [](FlowLog& f) {
                 f.trafficType = TrafficType::Reject;
                 std::get<CloudWatchDestination>(f.destination).logGroup = *NameTemplate::parse("/x");
                 f.aggregationInterval = 600; // the provider's default
             });
         },
         {"aws_cloudwatch_log_group.traffic: name handson-dev-traffic > /x",
          "aws_flow_log.traffic: traffic_type ALL > REJECT: log_destination "
          "aws_cloudwatch_log_group.traffic > aws_cloudwatch_log_group.traffic"}},
        {"a group drawn again",
         withNat,
         [](Design& d) {
             SecurityGroup group = removed<SecurityGroup>(d, "rds");
             group.name = "database";
             drawAgain(d, group);
         },
         {"aws_security_group.database < aws_security_group.rds"}},
        {"a subnet drawn again under another name",
         withNat,
         [](Design& d) {
             Subnet subnet = removed<Subnet>(d, "private-1c");
             subnet.name = "inner";
             drawAgain(d, subnet);
         },
         {"aws_subnet.inner_c < aws_subnet.private[1]"}},
        {"a NAT gateway drawn again as something else",
         withNat,
         [](Design& d) {
             const NatGateway old = firstNat(d);
             const ElasticIp eip = *d.network.get(old.elasticIps.front());
             apply(d, edits::removeElements(d, {old.id}));
             apply(d, edits::addNode(d, eip));
             NatGateway nat = old;
             for (const ElasticIp& one : d.network.all<ElasticIp>())
                 nat.elasticIps = {one.id}; // the last
             apply(d, edits::addNode(d, nat));
         },
         {"aws_eip.nat_eip_1a[0] < aws_eip.nat[0]",
          "aws_nat_gateway.main[\"ap-northeast-1a\"] < aws_nat_gateway.main[0]"}},
        {"an Elastic IP of other tags is another",
         withNat,
         [](Design& d) {
             apply(d, edits::addElasticIp(d, "partner"));
             apply(d, edits::removeElements(d, {firstNat(d).id}));
         },
         {}},
        {"the Region",
         withNat,
         [](Design& d) {
             Settings settings = d.settings;
             settings.region = "us-west-2";
             apply(d, edits::setSettings(d, settings));
             for (const char* name : {"ap-northeast-1a", "ap-northeast-1c"})
                 change<AvailabilityZone>(d, name, [](AvailabilityZone& az) {
                     az.zone = "us-west-2" + az.zone.substr(az.zone.size() - 1);
                 });
         },
         {"*"}},
    };
    return all;
}

/// What terraform plans after one folder was applied, for another.
struct Plan {
    bool ok = false;
    QString text;
    QStringList create, remove, replace;
};

QHash<QString, Plan> plansOf(const QStringList& pairs) {
    QHash<QString, Plan> plans;
    const Outcome outcome = runProgram(QStringLiteral("node"),
                                       {judgeScript(), "--batch", "-", "--scenario", "change", "--no-fmt"},
                                       pairs.join(QLatin1Char('\n')).toUtf8(), 3600);
    const auto list = [](const QJsonObject& object, const char* name) {
        QStringList addresses;
        for (const QJsonValue& value : object[QLatin1String(name)].toArray())
            addresses << value.toString();
        addresses.sort();
        return addresses;
    };
    for (const QByteArray& line : outcome.output.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.contains(QLatin1String("dir"))) continue;
        plans[object[QLatin1String("dir")].toString()] = {
            object[QLatin1String("ok")].toBool(), QString::fromUtf8(line).left(3000), list(object, "create"),
            list(object, "delete"), list(object, "replace")};
    }
    return plans;
}

/// Another form of address, or something that is removed and drawn again.
Result<Delta> ofAddresses(RandomEdits& random, const Design& design) {
    const auto& sets = design.addresses.sets;
    const auto& nodes = design.network.nodes;
    if (random.chance(50)) {
        const auto& set = *(sets.begin() + random.below(static_cast<std::uint32_t>(sets.size())));
        return edits::setAddressForm(design, set.key, static_cast<AddressForm>(random.below(3)));
    }
    const auto& node = *(nodes.begin() + random.below(static_cast<std::uint32_t>(nodes.size())));
    if (node.key.kind == Kind::Vpc || node.key.kind == Kind::AvailabilityZone)
        return edits::rename(design, node.key, "again");
    auto removal = edits::removeElements(design, {node.key});
    Design without = design;
    if (!removal || !without.apply(*removal)) return removal;
    auto addition = edits::addNode(without, *node.value);
    if (!addition) return addition;
    removal->append(*addition);
    return removal;
}

/// Designs before and now, and what was announced.
struct Pair {
    QString name;
    Design before;
    Design now;
};

Design accepted(const Design& before, const Design& now) {
    Design kept = now;
    const auto list = terraform::replacements(before, now, {});
    apply(kept, edits::addMoved(kept, terraform::movesThatKeep(list)));
    return kept;
}

} // namespace

class ReplacementsTest : public QObject {
    Q_OBJECT

private slots:
    void tableIsTheProviders();
    void announced_data();
    void announced();
    void finderAgrees();
    void namesThatWereLeftAreNotGivenAgain();
    void terraformAgrees();

private:
    void judge(const QList<Pair>& pairs);
};

/// Every argument that an export can write and the provider cannot change is in the table, and nothing else.
void ReplacementsTest::tableIsTheProviders() {
    QFile file(QStringLiteral(SEKISHO_SOURCE_DIR "/tests/terraform/stand_in/schema.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject types = QJsonDocument::fromJson(file.readAll()).object()["resources"].toObject();
    // Never written by an export.
    const QStringList unwritten = {"region",
                                   "ipv4_ipam_pool_id",
                                   "ipv4_netmask_length",
                                   "availability_zone_id",
                                   "outpost_arn",
                                   "gateway_id",
                                   "name_prefix",
                                   "address",
                                   "ipam_pool_id",
                                   "network_border_group",
                                   "public_ipv4_pool",
                                   "resource_configuration_arn",
                                   "service_network_arn",
                                   "service_region",
                                   "log_group_class",
                                   "path",
                                   "deliver_cross_account_role",
                                   "eni_id",
                                   "log_format",
                                   "regional_nat_gateway_id",
                                   "transit_gateway_attachment_id",
                                   "transit_gateway_id"};
    QStringList expected, written;
    for (auto type = types.begin(); type != types.end(); ++type) {
        if (!terraform::typeInfo(type.key().toStdString())) continue;
        const QJsonObject attributes = type.value().toObject()["a"].toObject();
        for (auto one = attributes.begin(); one != attributes.end(); ++one) {
            const QJsonArray facts = one.value().toArray();
            const QString flags = facts[0].toString();
            const bool ownName = type.key().startsWith("aws_iam_") && one.key() == "name";
            if (!flags.contains('f') || unwritten.contains(one.key()) || ownName) continue;
            const QJsonValue absent = facts.size() > 2 ? facts[2].toObject()["d"] : QJsonValue();
            expected << type.key() + " " + one.key() + " " + absent.toVariant().toString() +
                            (flags.contains('c') ? " computed" : "");
        }
    }
    for (const terraform::ForcesReplacement& row : terraform::argumentsThatForceReplacement())
        written << QString::fromStdString(std::string(row.type) + " " + std::string(row.argument) + " " +
                                          std::string(row.whenAbsent) + (row.computed ? " computed" : ""));
    expected.sort();
    written.sort();
    QCOMPARE(written.join("\n"), expected.join("\n"));
}

void ReplacementsTest::announced_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases().size(); ++i)
        QTest::newRow(cases()[i].name) << int(i);
}

void ReplacementsTest::announced() {
    QFETCH(int, index);
    const Case& one = cases()[static_cast<std::size_t>(index)];
    const Design before = one.before();
    Design now = before;
    one.edit(now);
    const auto list = terraform::replacements(before, now, {});
    if (one.expected == QByteArrayList{"*"}) {
        QVERIFY(list.size() > 20);
        return;
    }
    QCOMPARE(described(list).join("\n"), one.expected.join("\n"));
    // Once accepted, nothing is left to say, and the text has the blocks.
    const auto moves = terraform::movesThatKeep(list);
    if (moves.empty()) return;
    const Design kept = accepted(before, now);
    QCOMPARE(described(terraform::replacements(before, kept, {})).join("\n"), QByteArray());
    const std::string text = bytesOf(terraform::exportTerraform(kept, {}), "moved.tf");
    for (const MovedAddress& move : moves)
        QVERIFY2(text.find("to   = " + move.to) != std::string::npos, text.c_str());
}

/// The finder says at every step what comparing from scratch says.
void ReplacementsTest::finderAgrees() {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        RandomEdits random(seed);
        Design now = withNat();
        const Design before = now;
        terraform::ReplacementFinder finder;
        QVERIFY(finder.update(now, {}).empty());
        finder.setBefore(before);
        for (int step = 0; step < 30; ++step) {
            const auto edit = random.next(now);
            if (edit.delta) (void)now.apply(*edit.delta);
            const auto& found = finder.update(now, {});
            QCOMPARE(described(found).join("\n"),
                     described(terraform::replacements(before, now, {})).join("\n"));
        }
        finder.setBefore(now);
        QVERIFY(finder.update(now, {}).empty());
    }
}

/// What was moved away from an address may not be declared there again: terraform refuses that.
void ReplacementsTest::namesThatWereLeftAreNotGivenAgain() {
    const Design before = withNat();
    Design now = before;
    Subnet subnet = removed<Subnet>(now, "private-1c");
    subnet.name = "inner";
    drawAgain(now, subnet);
    now = accepted(before, now);
    subnet.name = "private-1c";
    subnet.cidr = cidr("10.0.77.0/24");
    drawAgain(now, subnet);
    for (const auto& entry : now.addresses.sets)
        for (std::size_t i = 0; i < entry.value->members.size(); ++i)
            for (const MovedAddress& move : now.addresses.moved)
                QVERIFY(toString(AddressRef{&entry.key, entry.value.get(), i}) != move.from);
    QCOMPARE(described(terraform::replacements(before, now, {})).join("\n"), QByteArray());
}

/// What is announced is what terraform replaces, and what is accepted it keeps.
void ReplacementsTest::terraformAgrees() {
    NEED_TERRAFORM();
    QList<Pair> pairs;
    for (const Case& one : cases()) {
        Pair pair{QLatin1String(one.name), one.before(), one.before()};
        one.edit(pair.now);
        if (!terraform::exportTerraform(pair.now, {}).files.empty()) pairs << pair;
    }
    const int count = qEnvironmentVariableIsSet("SEKISHO_LONG") ? 300 : 24;
    for (int i = 0; i < count; ++i) {
        RandomEdits random(777 + static_cast<std::uint64_t>(i));
        Design design = i % 3 == 0 ? keyedZones() : withNat();
        const auto steps = [&](std::uint32_t wanted) {
            for (std::uint32_t step = 0; step < wanted; ++step) {
                Design next = design;
                // Among the edits is the removal of all there is.
                const bool hasAddresses = design.addresses.sets.size() > 0;
                const auto delta = hasAddresses && random.chance(20) ? ofAddresses(random, design)
                                                                     : random.next(design).delta;
                if (!delta || !next.apply(*delta) || hasErrors(check(next))) continue;
                if (terraform::exportTerraform(next, {}).files.empty()) continue;
                design = std::move(next);
            }
        };
        steps(10);
        const Design before = design;
        steps(25);
        // Rules that leave their group are another matter: AWS has them twice until the next run.
        if (terraform::groupsInCycles(before) != terraform::groupsInCycles(design)) continue;
        pairs << Pair{QStringLiteral("random %1").arg(i), before, design};
    }
    judge(pairs);
}

void ReplacementsTest::judge(const QList<Pair>& pairs) {
    QTemporaryDir folder;
    QStringList lines;
    QHash<QString, qsizetype> indexOf;
    QHash<QString, bool> isAccepted;
    for (qsizetype i = 0; i < pairs.size(); ++i) {
        const auto save = [&](const char* what, const Design& design) {
            const QString path = folder.filePath(QString::number(i) + QLatin1String(what));
            saveFiles(QDir(path), terraform::exportTerraform(design, {}));
            return path;
        };
        const QString before = save("-before", pairs[i].before);
        const auto want = [&](const QString& now, bool kept) {
            lines << before + '\t' + now;
            indexOf[lines.last()] = i;
            isAccepted[lines.last()] = kept;
        };
        want(save("-now", pairs[i].now), false);
        if (!terraform::movesThatKeep(terraform::replacements(pairs[i].before, pairs[i].now, {})).empty())
            want(save("-kept", accepted(pairs[i].before, pairs[i].now)), true);
    }
    const auto plans = plansOf(lines);
    int replaced = 0, moved = 0;
    for (const QString& line : lines) {
        const Pair& pair = pairs[indexOf[line]];
        const Plan plan = plans[line];
        const Design now = isAccepted[line] ? accepted(pair.before, pair.now) : pair.now;
        const QByteArray where = pair.name.toUtf8() + (isAccepted[line] ? " (kept): " : ": ");
        QVERIFY2(plan.ok, (where + plan.text.toUtf8()).constData());
        QStringList announced;
        for (const Replacement& one : terraform::replacements(pair.before, now, {})) {
            if (!one.moved) {
                announced << QString::fromStdString(one.address);
                continue;
            }
            ++moved;
            QVERIFY2(plan.create.contains(QString::fromStdString(one.moved->to)) &&
                         plan.remove.contains(QString::fromStdString(one.moved->from)),
                     (where + plan.text.toUtf8()).constData());
        }
        announced.sort();
        replaced += int(announced.size());
        QVERIFY2(announced == plan.replace, (where + "announced " + announced.join(' ').toUtf8() +
                                             "; planned " + plan.replace.join(' ').toUtf8())
                                                .constData());
        if (!isAccepted[line]) continue;
        for (const MovedAddress& move :
             terraform::movesThatKeep(terraform::replacements(pair.before, pair.now, {})))
            QVERIFY2(!plan.create.contains(QString::fromStdString(move.to)) &&
                         !plan.remove.contains(QString::fromStdString(move.from)),
                     (where + plan.text.toUtf8()).constData());
    }
    qInfo() << lines.size() << "plans," << replaced << "replacements and" << moved << "moves offered";
    QVERIFY(replaced > 20 && moved > 3);
}

QTEST_GUILESS_MAIN(ReplacementsTest)
#include "replacements_test.moc"
