// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include "core/model/check.h"
#include "core/model/templates.h"
#include "tests/export/judge.h"
#include "tests/support/random_edits.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

using namespace sekisho;
using namespace sekisho::test;

namespace {

quint64 seed() {
    return qEnvironmentVariableIsSet("SEKISHO_SEED") ? qEnvironmentVariable("SEKISHO_SEED").toULongLong()
                                                     : 20261123;
}

bool isLong() {
    return qEnvironmentVariableIsSet("SEKISHO_LONG");
}

/// What a random design begins as.
Design beginning(RandomEdits& random) {
    switch (random.below(6)) {
    case 0: {
        Design design = everyKind();
        // One of its ACL rules has no ICMP type on purpose, which is an error.
        std::vector<NetworkAcl> acls;
        for (const NetworkAcl& acl : design.network.all<NetworkAcl>())
            acls.push_back(acl);
        for (NetworkAcl& acl : acls) {
            for (NetworkAclRule& rule : acl.rules)
                rule.traffic = rule.traffic.normalized();
            replace(design, acl);
        }
        return design;
    }
    case 1: return keyedZones();
    case 2: {
        Design design;
        apply(design, edits::addVpcWithSubnets(design, "app", *Cidr::parse("10.0.0.0/16"),
                                               {"ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"}));
        if (random.chance(50))
            apply(design, edits::addNatGatewayPerZone(design, design.network.all<Vpc>().begin()->id));
        return design;
    }
    case 3: {
        Design design;
        apply(design, edits::addVpc(design, "東京", *Cidr::parse("10.0.0.0/20")));
        apply(design,
              edits::addVpcWithSubnets(design, "second", *Cidr::parse("172.16.0.0/16"), {"ap-northeast-1a"}));
        return design;
    }
    case 4: return *makeTemplate("scale", {{"groups", "8"}, {"rules", "20"}, {"workloads", "4"}});
    default: return handsOn();
    }
}

/// A design that check() finds no error in and that exports, after up to forty random edits.
Design validDesign(RandomEdits& random) {
    Design design = beginning(random);
    const std::uint32_t steps = 5 + random.below(36);
    for (std::uint32_t step = 0; step < steps; ++step) {
        Design next = design;
        const auto edit = random.next(design);
        if (!edit.delta || !next.apply(*edit.delta) || hasErrors(check(next))) continue;
        if (terraform::exportTerraform(next, {}).files.empty()) continue;
        design = std::move(next);
    }
    return design;
}

terraform::ExportOptions someOptions(RandomEdits& random) {
    terraform::ExportOptions options;
    if (random.chance(50)) options.rules = random.chance(50) ? RuleStyle::Inline : RuleStyle::Separate;
    if (random.chance(50)) options.nat = random.chance(50);
    options.associateNacls = random.chance(30);
    options.docker = random.chance(20);
    return options;
}

template<class N>
N* some(Design& design, RandomEdits& random, Node& copy) {
    const auto all = design.network.all<N>();
    if (all.empty()) return nullptr;
    auto it = all.begin();
    for (std::uint32_t skip = random.below(static_cast<std::uint32_t>(all.size())); skip > 0; --skip)
        ++it;
    copy = *it;
    return &std::get<N>(copy);
}

/// Changes one random node of the type as told; false if there is none, or nothing to spoil in it.
template<class N>
bool spoil(Design& design, RandomEdits& random, const std::function<bool(N&)>& how) {
    Node copy;
    N* node = some<N>(design, random, copy);
    if (!node || !how(*node)) return false;
    const auto delta = edits::replaceNode(design, copy);
    return delta && design.apply(*delta);
}

struct Mutation {
    const char* name;
    std::function<bool(Design&, RandomEdits&)> make;
};

/// Each makes a design what AWS or Terraform would refuse, at least for most designs.
const std::vector<Mutation>& mutations() {
    static const std::vector<Mutation> all = {
        {"subnet outside of its VPC",
         [](Design& d, RandomEdits& r) {
             return spoil<Subnet>(d, r,
                                  [](Subnet& s) { return s.cidr = *Cidr::parse("203.0.113.0/24"), true; });
         }},
        {"subnet as large as the VPC",
         [](Design& d, RandomEdits& r) {
             return spoil<Subnet>(d, r, [](Subnet& s) { return s.cidr = *Cidr::parse("10.0.0.0/16"), true; });
         }},
        {"subnet too small",
         [](Design& d, RandomEdits& r) {
             return spoil<Subnet>(d, r,
                                  [](Subnet& s) { return s.cidr = *Cidr::parse("10.0.77.0/29"), true; });
         }},
        {"subnet without a block",
         [](Design& d, RandomEdits& r) {
             return spoil<Subnet>(d, r, [](Subnet& s) { return s.cidr.reset(), s.ipv6 = {}, true; });
         }},
        {"VPC too large",
         [](Design& d, RandomEdits& r) {
             return spoil<Vpc>(d, r, [](Vpc& v) {
                 return !v.cidrs.empty() && (v.cidrs.front().cidr = *Cidr::parse("10.0.0.0/8"), true);
             });
         }},
        {"VPC without a block",
         [](Design& d, RandomEdits& r) {
             return spoil<Vpc>(d, r, [](Vpc& v) { return v.cidrs.clear(), true; });
         }},
        {"zone of another Region",
         [](Design& d, RandomEdits& r) {
             return spoil<AvailabilityZone>(d, r,
                                            [](AvailabilityZone& z) { return z.zone = "eu-west-1a", true; });
         }},
        {"zone twice",
         [](Design& d, RandomEdits& r) {
             if (d.network.all<AvailabilityZone>().size() < 2) return false;
             const std::string first = d.network.all<AvailabilityZone>().begin()->zone;
             return spoil<AvailabilityZone>(d, r, [&](AvailabilityZone& z) { return z.zone = first, true; });
         }},
        {"NAT gateway without an address",
         [](Design& d, RandomEdits& r) {
             return spoil<NatGateway>(d, r, [](NatGateway& n) { return n.elasticIps.clear(), true; });
         }},
        {"private NAT gateway with an address",
         [](Design& d, RandomEdits& r) {
             return spoil<NatGateway>(d, r, [](NatGateway& n) { return n.mode = NatMode::Private, true; });
         }},
        {"zonal NAT gateway in no subnet",
         [](Design& d, RandomEdits& r) {
             return spoil<NatGateway>(d, r, [](NatGateway& n) { return n.subnet.reset(), true; });
         }},
        {"NAT gateway on the switch, its route not",
         [](Design& d, RandomEdits& r) {
             return spoil<RouteTable>(d, r, [](RouteTable& t) {
                 for (Route& route : t.routes)
                     route.onNatToggle = !route.onNatToggle;
                 return !t.routes.empty();
             });
         }},
        {"the same destination twice",
         [](Design& d, RandomEdits& r) {
             return spoil<RouteTable>(d, r, [](RouteTable& t) {
                 if (t.routes.empty()) return false;
                 Route again = t.routes.front();
                 again.id = {};
                 t.routes.push_back(again);
                 return true;
             });
         }},
        {"IPv4 route to an egress-only gateway",
         [](Design& d, RandomEdits& r) {
             if (d.network.all<EgressOnlyInternetGateway>().empty()) return false;
             const auto gateway = d.network.all<EgressOnlyInternetGateway>().begin()->id;
             return spoil<RouteTable>(d, r, [&](RouteTable& t) {
                 return !t.routes.empty() && (t.routes.front().target = gateway, true);
             });
         }},
        {"group description with a newline",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(d, r,
                                         [](SecurityGroup& g) { return g.description = "a\n\"b\"", true; });
         }},
        {"group description too long",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(
                 d, r, [](SecurityGroup& g) { return g.description = std::string(300, 'x'), true; });
         }},
        {"group without a description",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(d, r, [](SecurityGroup& g) { return g.description.clear(), true; });
         }},
        {"group name that begins with sg-",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(
                 d, r, [](SecurityGroup& g) { return g.awsName = *NameTemplate::parse("sg-x"), true; });
         }},
        {"group name in Japanese",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(
                 d, r, [](SecurityGroup& g) { return g.awsName = *NameTemplate::parse("決済"), true; });
         }},
        {"two groups of one name",
         [](Design& d, RandomEdits& r) {
             if (d.network.all<SecurityGroup>().size() < 2) return false;
             const NameTemplate first = d.network.all<SecurityGroup>().begin()->awsName;
             return spoil<SecurityGroup>(d, r, [&](SecurityGroup& g) { return g.awsName = first, true; });
         }},
        {"the same rule twice",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(d, r, [](SecurityGroup& g) {
                 if (g.rules.empty()) return false;
                 SecurityGroupRule again = g.rules.front();
                 again.id = {};
                 again.description = "again";
                 g.rules.push_back(again);
                 return true;
             });
         }},
        {"all traffic with ports",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(d, r, [](SecurityGroup& g) {
                 if (g.rules.empty()) return false;
                 g.rules.front().traffic.protocol = Protocol::all();
                 g.rules.front().traffic.ports = PortRange{443, 443};
                 return true;
             });
         }},
        {"TCP without ports",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(d, r, [](SecurityGroup& g) {
                 if (g.rules.empty()) return false;
                 g.rules.front().traffic.protocol = Protocol::tcp();
                 g.rules.front().traffic.ports.reset();
                 return true;
             });
         }},
        {"ports turned around",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(d, r, [](SecurityGroup& g) {
                 if (g.rules.empty()) return false;
                 g.rules.front().traffic.protocol = Protocol::tcp();
                 g.rules.front().traffic.ports = PortRange{443, 80};
                 return true;
             });
         }},
        {"rule description that AWS refuses",
         [](Design& d, RandomEdits& r) {
             return spoil<SecurityGroup>(d, r, [](SecurityGroup& g) {
                 return !g.rules.empty() && (g.rules.front().description = "日本語 ${x} \n", true);
             });
         }},
        {"ACL number 0",
         [](Design& d, RandomEdits& r) {
             return spoil<NetworkAcl>(
                 d, r, [](NetworkAcl& a) { return !a.rules.empty() && (a.rules.front().number = 0, true); });
         }},
        {"ACL number too high",
         [](Design& d, RandomEdits& r) {
             return spoil<NetworkAcl>(d, r, [](NetworkAcl& a) {
                 return !a.rules.empty() && (a.rules.front().number = 32767, true);
             });
         }},
        {"ACL number twice",
         [](Design& d, RandomEdits& r) {
             return spoil<NetworkAcl>(d, r, [](NetworkAcl& a) {
                 if (a.rules.empty()) return false;
                 NetworkAclRule again = a.rules.front();
                 again.id = {};
                 a.rules.push_back(again);
                 return true;
             });
         }},
        {"ACL all traffic with ports",
         [](Design& d, RandomEdits& r) {
             return spoil<NetworkAcl>(d, r, [](NetworkAcl& a) {
                 if (a.rules.empty()) return false;
                 a.rules.front().traffic.protocol = Protocol::all();
                 a.rules.front().traffic.ports = PortRange{22, 22};
                 return true;
             });
         }},
        {"51 tags",
         [](Design& d, RandomEdits& r) {
             return spoil<Vpc>(d, r, [](Vpc& v) {
                 for (int i = 0; i < 51; ++i)
                     v.tags["key" + std::to_string(i)] = "x";
                 return true;
             });
         }},
        {"a tag of AWS's",
         [](Design& d, RandomEdits& r) {
             return spoil<Subnet>(d, r, [](Subnet& s) { return s.tags["aws:x"] = "y", true; });
         }},
        {"a tag too long",
         [](Design& d, RandomEdits& r) {
             return spoil<NetworkAcl>(
                 d, r, [](NetworkAcl& a) { return a.tags["x"] = std::string(257, 'y'), true; });
         }},
        {"a default tag that is empty",
         [](Design& d, RandomEdits&) {
             Settings settings = d.settings;
             settings.defaultTags[""] = "x";
             const auto delta = edits::setSettings(d, settings);
             return delta && d.apply(*delta).has_value();
         }},
        {"a Region that is none",
         [](Design& d, RandomEdits&) {
             Settings settings = d.settings;
             settings.region = "tokyo\"\n";
             const auto delta = edits::setSettings(d, settings);
             return delta && d.apply(*delta).has_value();
         }},
        {"gateway endpoint of another service",
         [](Design& d, RandomEdits& r) {
             return spoil<VpcEndpoint>(d, r, [](VpcEndpoint& e) {
                 return e.type == EndpointType::Gateway && (e.service = "ecr.api", true);
             });
         }},
        {"gateway endpoint with subnets",
         [](Design& d, RandomEdits& r) {
             return spoil<VpcEndpoint>(d, r,
                                       [](VpcEndpoint& e) { return e.type = EndpointType::Gateway, true; });
         }},
        {"endpoint of no service",
         [](Design& d, RandomEdits& r) {
             return spoil<VpcEndpoint>(d, r, [](VpcEndpoint& e) { return e.service.clear(), true; });
         }},
        {"prefix list with too many entries",
         [](Design& d, RandomEdits& r) {
             return spoil<PrefixList>(d, r, [](PrefixList& p) {
                 p.maxEntries = 1;
                 p.entries = {{*Cidr::parse("10.1.0.0/16"), ""}, {*Cidr::parse("10.2.0.0/16"), "\""}};
                 return true;
             });
         }},
        {"prefix list of the other family",
         [](Design& d, RandomEdits& r) {
             return spoil<PrefixList>(d, r, [](PrefixList& p) { return p.family = IpFamily::V6, true; });
         }},
        {"flow log into no bucket",
         [](Design& d, RandomEdits& r) {
             return spoil<FlowLog>(d, r,
                                   [](FlowLog& f) { return f.destination = S3Destination{"nowhere"}, true; });
         }},
        {"flow log at an odd interval",
         [](Design& d, RandomEdits& r) {
             return spoil<FlowLog>(d, r, [](FlowLog& f) { return f.aggregationInterval = 7, true; });
         }},
    };
    return all;
}

} // namespace

/// Whatever can be drawn exports to what the real terraform accepts, or is refused by name.
class TruthTest : public QObject {
    Q_OBJECT

private slots:
    void randomDesigns();
    void spoiltDesigns();
    void hostileNames();
};

void TruthTest::randomDesigns() {
    NEED_TERRAFORM();
    const int count = isLong() ? 1000 : 100;
    qInfo() << "seed" << seed() << "designs" << count;
    QTemporaryDir folder;
    QStringList dirs;
    int refused = 0;
    for (int i = 0; dirs.size() < count; ++i) {
        RandomEdits random(seed() + static_cast<quint64>(i));
        const Design design = validDesign(random);
        const auto result = terraform::exportChecked(design, someOptions(random));
        if (result.files.empty()) { // separate or inline rules alone may be refused, with the reason
            QVERIFY(!codesOf(result, Severity::Error).empty());
            ++refused;
            QVERIFY2(refused <= count / 10, qPrintable(QStringLiteral("%1 refused").arg(refused)));
            continue;
        }
        dirs << folder.filePath(QString::number(i));
        saveFiles(QDir(dirs.last()), result);
    }
    qInfo() << dirs.size() << "exported," << refused << "refused";
    for (const Verdict& verdict : judgeAll(dirs, "--plan"))
        QVERIFY2(verdict.accepted, qPrintable(verdict.text));
    // Applying takes five times as long as planning: every fifth, with its empty second plan.
    QStringList fifth;
    for (qsizetype i = 0; i < dirs.size(); i += 5)
        fifth << dirs[i];
    for (const Verdict& verdict : judgeAll(fifth, "--apply"))
        QVERIFY2(verdict.accepted, qPrintable(verdict.text));
}

void TruthTest::spoiltDesigns() {
    NEED_TERRAFORM();
    const int count = isLong() ? 2000 : 240;
    QTemporaryDir folder;
    QStringList dirs;
    QMap<QString, QString> nameOf;
    int made = 0, refused = 0;
    for (int i = 0; made < count; ++i) {
        QVERIFY(i < count * 40);
        RandomEdits random(seed() + 1'000'000 + static_cast<quint64>(i));
        const Mutation& mutation = mutations()[static_cast<std::size_t>(i) % mutations().size()];
        Design design = validDesign(random);
        if (!mutation.make(design, random)) continue;
        ++made;
        const auto result = terraform::exportChecked(design, someOptions(random));
        if (result.files.empty()) {
            QVERIFY2(hasErrors(result.diagnostics), mutation.name); // never an empty export without a reason
            ++refused;
            continue;
        }
        const QString dir = folder.filePath(QString::number(i));
        saveFiles(QDir(dir), result);
        dirs << dir;
        nameOf[dir] = QLatin1String(mutation.name);
    }
    qInfo() << made << "spoilt:" << refused << "refused," << dirs.size() << "exported and judged";
    for (const Verdict& verdict : judgeAll(dirs, "--plan"))
        QVERIFY2(verdict.accepted, qPrintable(nameOf[verdict.folder] + QLatin1String(": ") + verdict.text));
}

/// Names come back from terraform as they were, and nothing of them becomes code.
void TruthTest::hostileNames() {
    NEED_TERRAFORM();
    RandomEdits random(seed());
    QStringList names = {QStringLiteral("\"quoted\""),
                         QStringLiteral("back\\slash"),
                         QStringLiteral("a\nb\r\nc"),
                         QStringLiteral("${path.root}"),
                         QStringLiteral("%{ if true }x%{ endif }"),
                         QStringLiteral("$${x} %%{y}"),
                         QStringLiteral("<<EOT\nx\nEOT"),
                         QStringLiteral("<<-EOT"),
                         QStringLiteral("/* x */ # y // z"),
                         QString::fromUtf8("\xE2\x80\xAE"
                                           "dlrow\xE2\x80\x8F"),
                         QString::fromUtf8("日本語の名前"),
                         QString::fromUtf8("👨‍👩‍👧‍👦 家族"),
                         QStringLiteral("tab\there"),
                         QStringLiteral("'single' `back`"),
                         QStringLiteral("../../etc/passwd"),
                         QStringLiteral("a=b,c;d"),
                         QString(63, QChar(0x3042)),
                         QStringLiteral("${\"${nested}\"}"),
                         QStringLiteral("{project}"),
                         QStringLiteral("trailing\\"),
                         QStringLiteral("\\\"${a}"),
                         QStringLiteral("\u0007bell\u001b[31m")};
    for (int i = 0; i < 60; ++i) {
        const QString name = QString::fromStdString(random.hostileName()).left(80);
        if (!name.contains(QChar(0)) && !name.contains(QChar::ReplacementCharacter)) names << name;
    }
    Design design;
    apply(design, edits::addVpc(design, "app", *Cidr::parse("10.0.0.0/16")));
    const VpcId vpc = design.network.all<Vpc>().begin()->id;
    QMap<QString, QString> expected; // the literal tag "mark" -> the hostile tag
    for (qsizetype i = 0; i < names.size(); ++i) {
        apply(design, edits::addNetworkAcl(design, vpc, names[i].toStdString()));
        NetworkAcl acl;
        for (const NetworkAcl& last : design.network.all<NetworkAcl>())
            acl = last;
        acl.nameTag = {};
        const QString mark = QStringLiteral("mark-%1").arg(i);
        acl.tags = {{"mark", mark.toStdString()}, {"hostile", names[i].toStdString()}};
        apply(design, edits::replaceNode(design, acl));
        expected[mark] = names[i].normalized(QString::NormalizationForm_C); // terraform normalises strings
    }
    const auto result =
        terraform::exportTerraform(design, {.designName = names.join(QLatin1Char(' ')).toStdString()});
    QCOMPARE(codesOf(result, Severity::Error), std::string());
    QTemporaryDir folder;
    saveFiles(QDir(folder.path()), result);
    const QString shown = folder.path() + QStringLiteral(".json");
    const Outcome outcome =
        runProgram(QStringLiteral("node"), {judgeScript(), "--plan", "--show", shown, folder.path()});
    QVERIFY2(outcome.code == 0, outcome.output.constData());
    QFile file(shown);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray resources = QJsonDocument::fromJson(file.readAll())
                                     .object()[QLatin1String("planned_values")][QLatin1String("root_module")]
                                              [QLatin1String("resources")]
                                     .toArray();
    file.remove();
    int compared = 0;
    for (const QJsonValue& value : resources) {
        const QJsonObject resource = value.toObject();
        if (resource[QLatin1String("type")] != QLatin1String("aws_network_acl")) continue;
        const QJsonObject tags = resource[QLatin1String("values")][QLatin1String("tags")].toObject();
        const QString mark = tags[QLatin1String("mark")].toString();
        QVERIFY(expected.contains(mark));
        QCOMPARE(tags[QLatin1String("hostile")].toString(), expected[mark]);
        ++compared;
    }
    QCOMPARE(compared, int(names.size()));
}

QTEST_GUILESS_MAIN(TruthTest)
#include "truth_test.moc"
