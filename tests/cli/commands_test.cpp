// SPDX-License-Identifier: Apache-2.0
#include "core/format/codec.h"
#include "tests/cli/process.h"

#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

using namespace cli;

namespace {

/// The lines of a cost estimate for one component.
QList<QJsonObject> linesOf(const QJsonObject& cost, const QString& component) {
    QList<QJsonObject> found;
    for (const QJsonValue& line : cost[QLatin1String("lines")].toArray())
        if (line[QLatin1String("component")].toString() == component) found.append(line.toObject());
    return found;
}

/// Decimal strings added up; the amounts here have no more than six decimals.
double sum(const QList<QJsonObject>& lines, const char* key) {
    double total = 0;
    for (const QJsonObject& line : lines)
        total += line[QLatin1String(key)].toString().toDouble();
    return total;
}

bool isJapanese(const QByteArray& text) {
    for (const QChar c : QString::fromUtf8(text))
        if (c.unicode() >= 0x3040 && c.unicode() <= 0x30ff) return true;
    return false;
}

} // namespace

class CliCommandsTest : public QObject {
    Q_OBJECT

private slots:
    void templatesAreListed() {
        const Outcome outcome = run({"templates"});
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.err, QByteArray());
        QStringList names;
        for (const QByteArray& line : outcome.lines()) {
            QCOMPARE(line.count('\t'), 1);
            QVERIFY(!line.split('\t')[1].isEmpty());
            names.append(QString::fromUtf8(line.split('\t')[0]));
        }
        QCOMPARE(names, (QStringList{"hands-on", "empty", "scale"}));
        QVERIFY(isJapanese(run({"--lang", "ja", "templates"}).out));
        QVERIFY(isJapanese(run({"templates", "--lang=ja"}).out));
    }

    void newMakesADesign_data() {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("hands-on") << QStringList{"--template", "hands-on"} << QByteArray("ap-northeast-1c");
        QTest::newRow("region") << QStringList{"--template", "hands-on", "--set", "region=us-east-1"}
                                << QByteArray("\"us-east-1b\"");
        QTest::newRow("names") << QStringList{"--template",        "empty", "--set",
                                              "project_name=shop", "--set", "environment=prod"}
                               << QByteArray("\"project_name\": \"shop\"");
        QTest::newRow("scale") << QStringList{"--template", "scale",   "--set", "groups=3",
                                              "--set",      "rules=7", "--set", "workloads=2"}
                               << QByteArray("\"sg-rule-7\"");
    }
    void newMakesADesign() {
        QFETCH(QStringList, args);
        QFETCH(QByteArray, part);
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.sekisho");
        const Outcome outcome = run(QStringList{"new"} + args + QStringList{"-o", path});
        QVERIFY2(outcome.status == 0, outcome.err);
        QCOMPARE(outcome.out, QByteArray());
        const QByteArray bytes = bytesOf(path);
        QVERIFY(bytes.contains(part));
        QVERIFY(sekisho::format::readDesign(bytes.toStdString()));
    }

    void newRefuses_data() {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("no template") << QStringList{} << QByteArray("[option-required]");
        QTest::newRow("unknown template")
            << QStringList{"--template", "x"} << QByteArray("[template-unknown]");
        QTest::newRow("unknown setting")
            << QStringList{"--template", "empty", "--set", "x=1"} << QByteArray("[template-setting-unknown]");
        QTest::newRow("bad setting") << QStringList{"--template", "scale", "--set", "groups=-1"}
                                     << QByteArray("[template-setting-bad]");
        QTest::newRow("no value") << QStringList{"--template", "empty", "--set", "region"}
                                  << QByteArray("[setting-syntax]");
        QTest::newRow("twice") << QStringList{"--template",       "empty", "--set",
                                              "region=us-east-1", "--set", "region=us-east-2"}
                               << QByteArray("[setting-twice]");
        QTest::newRow("unknown region")
            << QStringList{"--template", "hands-on", "--set", "region=xx-far-9"} << QByteArray("us-west-2");
    }
    void newRefuses() {
        QFETCH(QStringList, args);
        QFETCH(QByteArray, message);
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.sekisho");
        const Outcome outcome = run(QStringList{"new", "-o", path} + args);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(message), outcome.err);
        QVERIFY(!QFile::exists(path));
    }

    void newKeepsExistingFiles() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.sekisho");
        QVERIFY(write(path, "mine"));
        const Outcome refused = run({"new", "--template", "empty", "-o", path});
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.err.contains("--force"));
        QCOMPARE(bytesOf(path), QByteArray("mine"));
        QCOMPARE(run({"new", "--template", "empty", "-o", path, "--force"}).status, 0);
        QVERIFY(bytesOf(path).contains("\"format\": \"sekisho\""));
    }

    void wrongUsageIsTwo_data() {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QStringList{} << QByteArray("templates, new, export");
        QTest::newRow("unknown command") << QStringList{"destroy"} << QByteArray("templates, new, export");
        QTest::newRow("not yet there") << QStringList{"reach", "x"} << QByteArray("[unknown-command]");
        QTest::newRow("unknown option")
            << QStringList{"cost", "x", "--nta", "on"} << QByteArray("--nat on|off");
        QTest::newRow("global option") << QStringList{"--what"} << QByteArray("[unknown-option]");
        QTest::newRow("value missing")
            << QStringList{"cost", "x", "--format"} << QByteArray("[option-value-missing]");
        QTest::newRow("option for a value")
            << QStringList{"export", "x", "-o", "--force"} << QByteArray("[option-value-missing]");
        QTest::newRow("empty folder") << QStringList{"export", "x", "-o", ""} << QByteArray("-o DIR");
        QTest::newRow("choice") << QStringList{"cost", "x", "--format", "yaml"}
                                << QByteArray("text, json, csv, md");
        QTest::newRow("twice") << QStringList{"cost", "x", "--nat", "on", "--nat", "off"}
                               << QByteArray("[option-twice]");
        QTest::newRow("no file") << QStringList{"cost"} << QByteArray("[word-missing]");
        QTest::newRow("empty file") << QStringList{"cost", ""} << QByteArray("[word-missing]");
        QTest::newRow("two files") << QStringList{"cost", "a", "b"} << QByteArray("[word-extra]");
        QTest::newRow("no folder") << QStringList{"export", "x"} << QByteArray("-o DIR");
        QTest::newRow("language") << QStringList{"templates", "--lang", "fr"} << QByteArray("en, ja");
        QTest::newRow("missing file") << QStringList{"cost", "/nowhere/x"} << QByteArray("[read-missing]");
        QTest::newRow("folder as file") << QStringList{"cost", "/proc"} << QByteArray("[read-not-regular]");
        QTest::newRow("docker addon") << QStringList{"export", "x", "-o", "y", "--mode", "addon", "--docker"}
                                      << QByteArray("[docker-addon]");
        QTest::newRow("no number") << QStringList{"cost", "x", "--processed-gb", "1e3"}
                                   << QByteArray("[decimal-syntax]");
    }
    void wrongUsageIsTwo() {
        QFETCH(QStringList, args);
        QFETCH(QByteArray, message);
        const Outcome outcome = run(args);
        QCOMPARE(outcome.status, 2);
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY2(outcome.err.contains(message), outcome.err);
        QVERIFY(outcome.err.startsWith("error: "));
        // The same in Japanese.
        const Outcome japanese = run(args, QStringLiteral("ja_JP.UTF-8"));
        QCOMPARE(japanese.status, 2);
        QVERIFY2(isJapanese(japanese.err), japanese.err);
    }

    void helpTeaches_data() {
        QTest::addColumn<QString>("command");
        for (const char* command : {"templates", "new", "export", "cost", "check", "edit", "schema"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void helpTeaches() {
        QFETCH(QString, command);
        const Outcome all = run({"--help"});
        QCOMPARE(all.status, 0);
        QCOMPARE(all.err, QByteArray());
        QVERIFY(all.out.contains(command.toUtf8()));
        const Outcome english = run({command, "--help"});
        QCOMPARE(english.status, 0);
        QCOMPARE(english.err, QByteArray());
        QVERIFY(english.out.contains("sekisho-cli " + command.toUtf8()));
        QVERIFY(english.out.contains("Examples:"));
        QVERIFY(!isJapanese(english.out));
        const Outcome japanese = run({command, "-h", "--lang", "ja"});
        QCOMPARE(japanese.status, 0);
        QVERIFY(isJapanese(japanese.out));
    }

    void versionIsTold() {
        const Outcome outcome = run({"--version"});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.startsWith("sekisho-cli "));
    }

    void exportWritesAFolder() {
        const Workplace place;
        const QString folder = place.path("tf");
        const Outcome dry = run({"export", place.design, "-o", folder, "--dry-run"});
        QCOMPARE(dry.status, 1);
        QVERIFY(dry.out.contains("created\tvpc.tf\n"));
        QVERIFY(!QFile::exists(folder));

        const Outcome first = run({"export", place.design, "-o", folder});
        QVERIFY2(first.status == 0, first.err);
        QVERIFY(first.err.contains("[nat-off-destroys]"));
        QVERIFY(first.err.contains("[export-acl-inactive]"));
        QVERIFY(first.err.contains("[export-drawn-only]"));
        for (const QByteArray& line : first.lines()) {
            QVERIFY(line.startsWith("created\t"));
            QVERIFY(QFile::exists(folder + "/" + QString::fromUtf8(line.mid(8))));
        }
        QVERIFY(bytesOf(folder + "/terraform.tfvars").contains("enable_nat_gateway = false"));

        const Outcome again = run({"export", place.design, "-o", folder});
        QCOMPARE(again.status, 0);
        QCOMPARE(again.out, QByteArray(first.out).replace("created\t", "unchanged\t"));
        QCOMPARE(run({"export", place.design, "-o", folder, "--dry-run"}).status, 0);

        const Outcome on = run({"export", place.design, "-o", folder, "--nat", "on", "--associate-nacls"});
        QCOMPARE(on.status, 0);
        QVERIFY(on.out.contains("updated\tterraform.tfvars\n"));
        QVERIFY(on.out.contains("unchanged\tnat.tf\n"));
        QVERIFY(!on.err.contains("[nat-off-destroys]"));
        QVERIFY(!on.err.contains("[export-acl-inactive]"));
        QVERIFY(bytesOf(folder + "/nacl.tf").contains("aws_network_acl_association"));

        const Outcome docker = run({"export", place.design, "-o", folder, "--docker"});
        QVERIFY(docker.out.contains("created\tdocker-compose.yml\n"));
        QVERIFY(run({"export", place.design, "-o", folder}).out.contains("removed\tdocker-compose.yml\n"));
        QVERIFY(!QFile::exists(folder + "/docker-compose.yml"));
    }

    void exportAsksBeforeOverwriting() {
        const Workplace place;
        const QString folder = place.path("tf");
        QCOMPARE(run({"export", place.design, "-o", folder}).status, 0);
        const QByteArray edited = bytesOf(folder + "/vpc.tf") + "# mine\n";
        QVERIFY(write(folder + "/vpc.tf", edited));
        QVERIFY(QFile::remove(folder + "/nat.tf"));

        const Outcome refused = run({"export", place.design, "-o", folder});
        QCOMPARE(refused.status, 2);
        QCOMPARE(refused.out, QByteArray());
        QVERIFY(refused.err.contains("[write-edited-file]"));
        QVERIFY(refused.err.contains("--- a/vpc.tf\n"));
        QVERIFY(refused.err.contains("\n-# mine\n"));
        QVERIFY(refused.err.contains("[export-refused]"));
        QCOMPARE(bytesOf(folder + "/vpc.tf"), edited);
        QVERIFY(!QFile::exists(folder + "/nat.tf"));

        const Outcome forced = run({"export", place.design, "-o", folder, "--force"});
        QVERIFY2(forced.status == 0, forced.err);
        QVERIFY(forced.out.contains("updated\tvpc.tf\n"));
        QVERIFY(!bytesOf(folder + "/vpc.tf").contains("# mine"));
    }

    void exportLeavesForeignFiles() {
        const Workplace place;
        const QString folder = place.path("tf");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(write(folder + "/nat.tf", "# theirs\n"));
        QVERIFY(write(folder + "/vpc.tf", "# theirs\n"));
        const Outcome outcome = run({"export", place.design, "-o", folder, "--force"});
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.err.contains("nat.tf"));
        QVERIFY(outcome.err.contains("vpc.tf"));
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), (QStringList{"nat.tf", "vpc.tf"}));
    }

    void addonSetsOneLine() {
        const Workplace place;
        const QString folder = place.path("tf");
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(write(folder + "/terraform.tfvars",
                      "project_name       = \"theirs\"\nenable_nat_gateway = false\n"));
        const Outcome outcome = run({"export", place.design, "-o", folder, "--mode", "addon", "--nat", "on"});
        QVERIFY2(outcome.status == 0, outcome.err);
        QVERIFY(outcome.out.contains("updated\tterraform.tfvars\n"));
        QVERIFY(outcome.err.contains("\n-enable_nat_gateway = false\n+enable_nat_gateway = true\n"));
        QCOMPARE(bytesOf(folder + "/terraform.tfvars"),
                 QByteArray("project_name       = \"theirs\"\nenable_nat_gateway = true\n"));
        QVERIFY(QFile::exists(folder + "/security_variables.tf"));
    }

    void exportPassesFmt() {
        const QString terraform = QStandardPaths::findExecutable("terraform");
        if (terraform.isEmpty()) QSKIP("terraform is not installed");
        const Workplace place;
        const QString folder = place.path("tf");
        QVERIFY(run({"edit", place.design, "add-az", "d"}).status == 0);
        for (const QString& tier : {QString("public"), QString("private")})
            QVERIFY(run({"edit", place.design, "add-subnet", "az=ap-northeast-1d", "tier=" + tier}).status ==
                    0);
        const Outcome nat = run({"edit", place.design, "add-nat-per-az"});
        QVERIFY2(nat.status == 0, nat.err);
        QVERIFY(nat.out.contains("added\tnat-3\t"));
        QCOMPARE(run({"export", place.design, "-o", folder, "--nat", "on"}).status, 0);
        QProcess process;
        const Outcome fmt = finish(process, terraform, {"fmt", "-check", "-diff", folder});
        QVERIFY2(fmt.status == 0, fmt.out + fmt.err);
    }

    void costIsExact_data() {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<double>("natHourly");
        QTest::addColumn<double>("natMonthly");
        QTest::addColumn<QString>("totalWithoutAlb"); // the difference that the switch makes
        QTest::newRow("Tokyo on") << QStringList{"--nat", "on"} << 0.124 << 90.52 << "97.82";
        QTest::newRow("Virginia on") << QStringList{"--nat", "on", "--region", "us-east-1"} << 0.09 << 65.70
                                     << "73";
        QTest::newRow("off") << QStringList{} << 0.0 << 0.0 << "97.82";
        QTest::newRow("off, said") << QStringList{"--nat=off"} << 0.0 << 0.0 << "97.82";
    }
    void costIsExact() {
        QFETCH(QStringList, args);
        QFETCH(double, natHourly);
        QFETCH(double, natMonthly);
        QFETCH(QString, totalWithoutAlb);
        const Workplace place;
        const Outcome outcome = run(QStringList{"cost", place.design, "--format", "json"} + args);
        QVERIFY2(outcome.status == 0, outcome.err);
        QCOMPARE(outcome.err, QByteArray());
        const QJsonObject cost = outcome.json();
        const auto hours = linesOf(cost, "nat_gateway_hour");
        QCOMPARE(hours.size(), natHourly > 0 ? 2 : 0);
        QCOMPARE(sum(hours, "hourly"), natHourly);
        QCOMPARE(sum(hours, "monthly"), natMonthly);
        QCOMPARE(cost[QLatin1String("nat_enabled")].toBool(), natHourly > 0);
        QCOMPARE(cost[QLatin1String("hours_per_month")].toInt(), 730);
        QCOMPARE(outcome.at("nat_difference/monthly").toString(), totalWithoutAlb);
        double addresses = 0;
        for (const QJsonObject& line : linesOf(cost, "public_ipv4"))
            if (line[QLatin1String("node_id")].toString().startsWith("nat-"))
                addresses += line[QLatin1String("monthly")].toString().toDouble();
        QCOMPARE(addresses, natHourly > 0 ? 7.3 : 0.0);
        for (const QJsonValue& line : cost[QLatin1String("lines")].toArray()) {
            QVERIFY(!line[QLatin1String("source")].toString().isEmpty());
            QVERIFY(!line[QLatin1String("as_of")].toString().isEmpty());
            QCOMPARE(line[QLatin1String("kind")].toString(), QString("fixed"));
            QVERIFY(line[QLatin1String("quantity")].isString());
        }
        QCOMPARE(outcome.at("total_monthly"),
                 outcome.at(natHourly > 0 ? "nat_on/total_monthly" : "nat_off/total_monthly"));
        QVERIFY(cost[QLatin1String("unknown")].toArray().isEmpty());
    }

    void costCountsTraffic() {
        const Workplace place;
        const QJsonObject cost =
            run({"cost", place.design, "--nat", "on", "--processed-gb", "100", "--format", "json"}).json();
        const auto traffic = linesOf(cost, "nat_gateway_gb");
        QCOMPARE(traffic.size(), 2);
        for (const QJsonObject& line : traffic) {
            QCOMPARE(line[QLatin1String("quantity")].toString(), QString("50"));
            QCOMPARE(line[QLatin1String("monthly")].toString(), QString("3.1"));
            QVERIFY(line[QLatin1String("hourly")].isNull());
            QCOMPARE(line[QLatin1String("kind")].toString(), QString("usage"));
        }
        QCOMPARE(cost[QLatin1String("usage_monthly")].toString(), QString("6.2"));
        const Outcome negative = run({"cost", place.design, "--processed-gb", "-5"});
        QCOMPARE(negative.status, 2);
        QVERIFY(negative.err.contains("[quantity-negative]"));
    }

    void unknownPricesAreSaid() {
        const Workplace place;
        // The price of a NAT gateway's GB is not published for this Region.
        const QStringList args{"cost",     place.design, "--nat",          "on",
                               "--region", "af-south-1", "--processed-gb", "10"};
        const QJsonObject cost = run(args + QStringList{"--format", "json"}).json();
        QVERIFY(!cost[QLatin1String("unknown")].toArray().isEmpty());
        QVERIFY(cost[QLatin1String("at_least")].toBool());
        for (const QJsonObject& line : linesOf(cost, "nat_gateway_gb"))
            QVERIFY(line[QLatin1String("unit_price")].isNull() && line[QLatin1String("monthly")].isNull());
        const Outcome text = run(args);
        QVERIFY(text.out.contains("unknown"));
        QVERIFY(text.out.contains("at least"));
        QCOMPARE(run({"cost", place.design, "--region", "mars"}).status, 2);
        QVERIFY(run({"cost", place.design, "--region", "mars"}).err.contains("ap-northeast-1, "));
    }

    void costReadsWell() {
        const Workplace place;
        const Outcome text = run({"cost", place.design, "--nat", "on"});
        QCOMPARE(text.status, 0);
        for (const char* part :
             {"ap-northeast-1", "90.52", "730 hours a month", "+97.82", "Workloads", "USD/hour"})
            QVERIFY2(part == QByteArray("90.52") ? text.out.contains("45.26") : text.out.contains(part),
                     part);
        const Outcome csv = run({"cost", place.design, "--nat", "on", "--format", "csv"});
        QCOMPARE(
            csv.lines().first(),
            QByteArray("node,node_id,component,unit,quantity,unit_price,hourly,monthly,kind,source,as_of,"
                       "assumed\r"));
        QVERIFY(csv.out.contains("nat-1a,nat-1,nat_gateway_hour,hour,1,0.062,0.062,45.26,fixed,"));
        const Outcome markdown = run({"cost", place.design, "--format", "md", "--lang", "ja"});
        QVERIFY(markdown.out.startsWith("## "));
        QVERIFY(isJapanese(markdown.out));
    }

    /// No error; and what the article leaves switched off by default is said.
    void checkFindsNoErrorInTheArticle() {
        const Workplace place;
        const Outcome outcome = run({"check", place.design, "--format", "json"});
        QVERIFY2(outcome.status == 0, outcome.out);
        QCOMPARE(outcome.at("summary/error").toInt(), 0);
        QCOMPARE(outcome.at("summary/warning").toInt(), 1);
        const QJsonArray findings = outcome.at("findings").toArray();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0][QLatin1String("code")].toString(), QString("way-out-switched-off"));
        QCOMPARE(findings[0][QLatin1String("fix_available")].toBool(), true);
        QCOMPARE(run({"edit", place.design, "nat", "on"}).status, 0);
        QVERIFY(run({"check", place.design, "--format", "json"}).at("findings").toArray().isEmpty());
    }

    void checkFindsWhatIsWrong() {
        const Workplace place;
        QCOMPARE(run({"edit", place.design, "set", "subnet:private-1a", "cidr=192.168.0.0/24"}).status, 0);
        const Outcome outcome = run({"check", place.design, "--format", "json"});
        QCOMPARE(outcome.status, 1);
        QJsonObject finding;
        for (const QJsonValue& each : outcome.at("findings").toArray())
            if (each[QLatin1String("code")].toString() == "subnet-outside-vpc") finding = each.toObject();
        QCOMPARE(finding[QLatin1String("severity")].toString(), QString("error"));
        QCOMPARE(finding[QLatin1String("status")].toString(), QString("open"));
        QVERIFY(finding[QLatin1String("message")].toString().contains("private-1a"));
        QCOMPARE(finding[QLatin1String("fix_available")].toBool(), true); // the next free block
        const QJsonObject subject = finding[QLatin1String("subjects")].toArray().first().toObject();
        QCOMPARE(subject[QLatin1String("id")].toString(), QString("subnet-3"));
        QCOMPARE(subject[QLatin1String("name")].toString(), QString("private-1a"));
        QCOMPARE(subject[QLatin1String("terraform_address")].toString(), QString("aws_subnet.private[0]"));

        const Outcome text = run({"check", place.design, "--lang", "ja"});
        QCOMPARE(text.status, 1);
        QVERIFY(text.out.contains("[subnet-outside-vpc]"));
        QVERIFY(isJapanese(text.out));
        QCOMPARE(run({"check", place.design, "--fail-on", "never"}).status, 0);

        QCOMPARE(run({"edit", place.design, "accept", "subnet-outside-vpc", "subjects=subnet-3",
                      "reason=for the test"})
                     .status,
                 0);
        const Outcome accepted = run({"check", place.design, "--format", "json"});
        QCOMPARE(accepted.at("summary/accepted").toInt(), 1);
        QCOMPARE(accepted.status, accepted.at("summary/error").toInt() > 0 ? 1 : 0);
        QVERIFY(run({"check", place.design}).out.contains("(accepted: for the test)"));
        // An acceptance whose time is over counts no longer.
        QCOMPARE(run({"edit", place.design, "accept", "subnet-outside-vpc", "subjects=subnet-3",
                      "reason=once", "until=2020-01-31"})
                     .status,
                 0);
        QCOMPARE(run({"check", place.design}).status, 1);
    }

    void schemaIsJson() {
        const Outcome outcome = run({"schema"});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.at("$schema").isString());
    }

    void brokenDesignsAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("empty") << QByteArray() << QByteArray("[read-empty]");
        QTest::newRow("text") << QByteArray("hello") << QByteArray("[file-syntax]");
        QTest::newRow("cut") << QByteArray("{\"format\": \"sekisho\"") << QByteArray("[file-truncated]");
        QTest::newRow("other") << QByteArray("{\"a\": 1}") << QByteArray("[file-not-sekisho]");
        QTest::newRow("newer") << QByteArray("{\"format\": \"sekisho\", \"version\": 99}")
                               << QByteArray("[file-newer]");
        QTest::newRow("no UTF-8") << QByteArray("{\"\xff\": 1}") << QByteArray("[file-not-utf8]");
    }
    void brokenDesignsAreRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, code);
        const QTemporaryDir folder;
        const QString path = folder.filePath("broken.sekisho");
        QVERIFY(write(path, bytes));
        for (const QStringList& args :
             {QStringList{"cost", path}, QStringList{"check", path}, QStringList{"edit", path, "nat", "on"},
              QStringList{"export", path, "-o", folder.filePath("tf")}}) {
            const Outcome outcome = run(args);
            QCOMPARE(outcome.status, 2);
            QCOMPARE(outcome.out, QByteArray());
            QVERIFY2(outcome.err.contains(code) && outcome.err.contains("broken.sekisho"), outcome.err);
        }
        QCOMPARE(bytesOf(path), bytes);
        QVERIFY(!QFile::exists(folder.filePath("tf")));
    }

    void localesChangeNothingButTheLanguage() {
        const Workplace place;
        const QStringList args{"cost", place.design, "--nat", "on", "--format", "json"};
        const QByteArray expected = run(args).out;
        for (const char* locale : {"de_DE.UTF-8", "ja_JP.UTF-8", "tr_TR.UTF-8", "POSIX", "xx_XX", ""})
            QCOMPARE(run(args, QString::fromLatin1(locale)).out, expected);
        QVERIFY(isJapanese(run({"--help"}, "ja_JP.UTF-8").out));
        QVERIFY(isJapanese(run({"--help"}, "ja_JP.eucJP").out));
        QVERIFY(!isJapanese(run({"--help", "--lang", "en"}, "ja_JP.UTF-8").out));
        QVERIFY(!isJapanese(run({"--help"}, "de_DE.UTF-8").out));
    }

    void currentFolderNeedNotBeWritable() {
        const Workplace place;
        // Nobody can make files in /proc, not even root.
        QCOMPARE(run({"cost", place.design}, "C", "/proc").status, 0);
        QCOMPARE(run({"export", place.design, "-o", place.path("tf")}, "C", "/proc").status, 0);
        const Outcome outcome = run({"new", "--template", "empty", "-o", "x.sekisho"}, "C", "/proc");
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.err.startsWith("error: "));
    }

    void outputThatCannotBeWrittenIsTwo() {
        const Workplace place;
        const Outcome full = runShell("\"$0\" \"$@\" > /dev/full", {"cost", place.design});
        QCOMPARE(full.status, 2);
        QVERIFY2(full.err.contains("[output-failed]"), full.err);
        const Outcome closed = runShell("\"$0\" \"$@\" >&-", {"cost", place.design});
        QCOMPARE(closed.status, 2);
        QVERIFY2(closed.err.contains("[output-failed]"), closed.err);
        // What is opened next must not become standard output or error.
        const QString path = place.path("other.sekisho");
        const Outcome all =
            runShell("\"$0\" \"$@\" <&- >&- 2>&-", {"new", "--template", "hands-on", "-o", path});
        QCOMPARE(all.status, 0);
        QCOMPARE(bytesOf(path), bytesOf(place.design));
        QCOMPARE(runShell("\"$0\" \"$@\" <&- >&- 2>&-", {"edit", path, "nat", "on"}).status, 2);
        QCOMPARE(run({"cost", path}).status, 0);
    }

    void fileNamesAreTakenAsTheyAre_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"-x", "--force", "[a,b]", "a b", "a\nb", "日本語", "$(touch x)", "cost",
                                 "a=b", "%s%n", "\u202egpj"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void fileNamesAreTakenAsTheyAre() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString place = folder.path();
        QCOMPARE(run({"new", "--template", "hands-on", "--output=" + name}, "C", place).status, 0);
        QVERIFY(QFile::exists(folder.filePath(name)));
        QCOMPARE(run({"cost", "--", name}, "C", place).status, 0);
        QCOMPARE(run({"edit", "--", name, "nat", "on"}, "C", place).status, 0);
        const Outcome exported = run({"export", "--output", "tf", "--", name}, "C", place);
        QVERIFY2(exported.status == 0, exported.err);
        QCOMPARE(QDir(place).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 2);
        const Outcome missing = run({"cost", "--", name + "?"}, "C", place);
        QCOMPARE(missing.status, 2);
        QCOMPARE(missing.err.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(CliCommandsTest)
#include "commands_test.moc"
