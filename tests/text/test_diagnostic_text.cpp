// SPDX-License-Identifier: Apache-2.0
#include "ui/text/diagnostic_text.h"

#include <QRegularExpression>
#include <QTest>

#include <fstream>
#include <iterator>
#include <map>
#include <set>

using namespace sekisho;
using namespace sekisho::text;

namespace {

constexpr std::array languages = {Language::English, Language::Japanese};

QString q(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// How often each "{word}" stands in a row; doubled braces are characters.
std::set<QString> placeholders(std::string_view row) {
    QString text = q(row);
    text.remove("{{").remove("}}");
    std::set<QString> found;
    static const QRegularExpression word("\\{([a-z0-9_]+)\\}");
    for (auto it = word.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured(1));
    return found;
}

bool hasJapanese(const QString& text) {
    static const QRegularExpression script("[\\x{3040}-\\x{30ff}\\x{4e00}-\\x{9fff}]");
    return text.contains(script);
}

Network someNetwork() {
    Network network;
    const auto put = [&](Node node) {
        const ElementId id = idOf(node);
        network.nodes.set(id, std::move(node));
    };
    AvailabilityZone zone;
    zone.id = {1};
    zone.zone = "ap-northeast-1a";
    put(zone);
    Vpc vpc;
    vpc.id = {1};
    vpc.cidrs = {{{1}, Cidr::parse("10.0.0.0/16").value()}};
    put(vpc);
    Subnet subnet;
    subnet.id = {1};
    subnet.name = "プライベートA";
    put(subnet);
    SecurityGroup web;
    web.id = {1};
    web.name = "web";
    web.rules = {{{1}, Direction::Ingress, Traffic::tcp(443), Cidr::anywhere(IpFamily::V4), {}},
                 {{2}, Direction::Egress, Traffic::all(), SecurityGroupId{2}, {}},
                 {{3}, Direction::Ingress, Traffic::tcp(22), SelfGroup{}, {}}};
    put(web);
    SecurityGroup db;
    db.id = {2};
    db.name = "db {subject2} {text}";
    put(db);
    NetworkAcl acl;
    acl.id = {1};
    acl.name = "acl";
    acl.rules = {
        {{1}, Direction::Egress, 110, AclAction::Deny, Traffic::udp(PortRange::all()), ThisVpcCidr{}}};
    acl.associations = {{{1}, {1}, true}};
    put(acl);
    RouteTable table;
    table.id = {1};
    table.name = "rt";
    table.routes = {{{1}, Cidr::anywhere(IpFamily::V6), InternetGatewayId{1}},
                    {{2}, PrefixListId{7}, PeeringId{1}}};
    table.associations = {{{1}, {1}}};
    put(table);
    Workload workload;
    workload.id = {1};
    workload.name = "alb\n\xe2\x80\xae"
                    "evil";
    Interface interface;
    interface.id = {1};
    interface.subnet = {1};
    workload.interfaces = {interface};
    workload.listeners = {{{1}, Protocol::tcp(), 80, {}, 80, {}}};
    put(workload);
    return network;
}

} // namespace

class DiagnosticTextTest : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasOneRow() {
        std::ifstream file(SEKISHO_SOURCE_DIR "/ui/text/diagnostic_texts.inc", std::ios::binary);
        const std::string table{std::istreambuf_iterator<char>(file), {}};
        QVERIFY(!table.empty());
        static const QRegularExpression head("^TEXT\\(\\s*(\\w+)\\s*,", QRegularExpression::MultilineOption);
        std::map<QString, int> rows;
        for (auto it = head.globalMatch(q(table)); it.hasNext();)
            ++rows[it.next().captured(1)];
        for (std::uint16_t i = 0; i < codeCount; ++i) {
            const QString code = q(codeText(Code(i))).replace('-', '_');
            QVERIFY2(rows[code] == 1, qPrintable(QString("%1: %2 rows").arg(code).arg(rows[code])));
        }
        QCOMPARE(rows.size(), std::size_t(codeCount));
    }

    void directionsAreThoseOfTheTables() {
        const Diagnostic acl{Severity::Warning, Code::acl_passes_nothing, {{"direction", "egress"}}, {}};
        QVERIFY(q(sentence(acl, Language::English)).contains("outbound rules"));
        QVERIFY(q(sentence(acl, Language::Japanese)).contains(QStringLiteral("アウトバウンド")));
    }

    void rowsAgree_data() {
        QTest::addColumn<int>("code");
        for (std::uint16_t i = 0; i < codeCount; ++i)
            QTest::newRow(std::string(codeText(Code(i))).c_str()) << int(i);
    }
    void rowsAgree() {
        QFETCH(int, code);
        const auto english = sentenceTemplate(Code(code), Language::English);
        const auto japanese = sentenceTemplate(Code(code), Language::Japanese);
        QVERIFY(placeholders(english) == placeholders(japanese));
        QVERIFY(!hasJapanese(q(english)));
        QVERIFY(hasJapanese(q(japanese)));
        // A sentence ends in a full stop, or in an example of what to write.
        QVERIFY(q(english).endsWith('.') || q(english).endsWith('}'));
        QVERIFY(q(japanese).endsWith(u'。') || q(japanese).endsWith('}'));

        // With all it asks for, no brace is left but those that are meant.
        Diagnostic diagnostic = error(Code(code), {}, {});
        for (const QString& word : placeholders(english))
            diagnostic.args.push_back({word.toStdString(), "value"});
        diagnostic.subjects.assign(5, SubnetId{1});
        for (const Language language : languages) {
            QString row = q(sentenceTemplate(Code(code), language));
            const int meant = int(row.count("{{") + row.count("}}"));
            const QString text = q(sentence(diagnostic, language));
            QCOMPARE(int(text.count('{') + text.count('}')), meant);
            QVERIFY(!text.contains('?'));
        }
    }

    void sentences_data() {
        QTest::addColumn<QString>("actual");
        QTest::addColumn<QString>("expected");
        const Network network = someNetwork();
        const auto row = [&](const char* what, const Diagnostic& diagnostic, Language language,
                             const char* expected) {
            QTest::newRow(what) << q(sentence(diagnostic, language, &network)) << QString::fromUtf8(expected);
        };
        const Diagnostic duplicate =
            error(Code::rule_duplicate, {{"field", "traffic"}}, {SecurityGroupRuleId{1}, SecurityGroupId{1}});
        row("part and node", duplicate, Language::English,
            "The rule “tcp/443 ← 0.0.0.0/0” of “web” is there twice; AWS refuses the second, even with "
            "another "
            "description. Remove one of them.");
        row("in Japanese", duplicate, Language::Japanese,
            "「web」にルール「tcp/443 ← "
            "0.0.0.0/0」が2つあります。説明が違っても、AWSは2つ目を受け付けません。"
            "一方を削除してください。");
        row("a name is no template", error(Code::group_name_empty, {{"text", "x"}}, {SecurityGroupId{2}}),
            Language::English,
            "The security group “db {subject2} {text}” has no AWS name. Give it one of 1 to 255 characters.");
        row("a value neither",
            error(Code::cidr_host_bits, {{"text", "{network}"}, {"network", "10.0.0.0/8"}}),
            Language::English,
            "“{network}” has bits set behind its prefix length. The network address is 10.0.0.0/8.");
        row("no name, no node", error(Code::group_name_empty, {}, {SecurityGroupId{9}}), Language::English,
            "The security group “sg-9” has no AWS name. Give it one of 1 to 255 characters.");
        row("missing value", error(Code::group_name_empty), Language::English,
            "The security group “?” has no AWS name. Give it one of 1 to 255 characters.");
        row("doubled braces", error(Code::name_without_zone, {{"field", "name_tag"}}, {SecurityGroupId{1}}),
            Language::English,
            "name_tag of “web” contains {az_letter}, but it does not stand in one single availability zone. "
            "Write "
            "the name without that part.");
        const Diagnostic needs = warning(Code::way_out_switched_off, {{"needs", "s3 packages_apt_pip_npm x"}},
                                         {SecurityGroupId{1}});
        row("needs have names", needs, Language::English,
            "“web” has no way out while NAT is off: S3, Packages by apt, pip or npm, x. Switch NAT on, or "
            "add "
            "VPC endpoints for the AWS services among these.");
        row("needs in Japanese", needs, Language::Japanese,
            "NATがオフのため「web」が外に出られません（S3、apt、pip、npmによるパッケージ取得、x）。"
            "NATをオンにするか、AWSサービスについてはVPCエンドポイントを追加してください。");
        QTest::newRow("without names")
            << q(sentence(error(Code::group_name_empty, {}, {SecurityGroupId{1}}), Language::English))
            << "The security group “sg-1” has no AWS name. Give it one of 1 to 255 characters.";
    }
    void sentences() {
        QFETCH(QString, actual);
        QFETCH(QString, expected);
        QCOMPARE(actual, expected);
    }

    void displayNames_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* id, const char* expected) {
            QTest::newRow(id) << id << QString::fromUtf8(expected);
        };
        row("sg-1", "web");
        row("subnet-1", "プライベートA");
        row("az-1", "ap-northeast-1a");
        row("vpc-1", "vpc-1");
        row("vpc-2", "vpc-2");
        row("workload-1", "alb evil");
        row("vpc-cidr-1", "10.0.0.0/16");
        row("sg-rule-1", "tcp/443 ← 0.0.0.0/0");
        row("sg-rule-2", "all → db {subject2} {text}");
        row("sg-rule-3", "tcp/22 ← self");
        row("sg-rule-4", "sg-rule-4");
        row("nacl-rule-1", "110 udp → VPC");
        row("nacl-association-1", "acl – プライベートA");
        row("route-1", "::/0");
        row("route-2", "prefix-list-7");
        row("route-table-association-1", "rt – プライベートA");
        row("interface-1", "alb evil – プライベートA");
        row("listener-1", "tcp/80");
    }
    void displayNames() {
        QFETCH(QString, id);
        QFETCH(QString, expected);
        const auto element = elementIdFromString(id.toStdString());
        QVERIFY(element.has_value());
        QCOMPARE(q(displayName(someNetwork(), *element)), expected);
    }

    void oneLines_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("most");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* what, QByteArray input, int most, QByteArray expected) {
            QTest::newRow(what) << input << most << expected;
        };
        row("plain", "web server", 80, "web server");
        row("empty", "", 80, "");
        row("line ends", "a\r\n\tb", 80, "a   b");
        row("escape sequence", "\x1b[31mred", 80, " [31mred");
        row("C1 control",
            "a\xc2\x9b"
            "b",
            80, "a b");
        row("line separator",
            "a\xe2\x80\xa8"
            "b",
            80, "a b");
        row("override",
            "a\xe2\x80\xae"
            "cba",
            80, "acba");
        row("isolates", "\xe2\x81\xa6x\xe2\x81\xa9", 80, "x");
        row("marks", "\xe2\x80\x8f\xe2\x80\x8ex\xd8\x9c", 80, "x");
        row("no width",
            "a\xe2\x80\x8b\xef\xbb\xbf"
            "b",
            80, "ab");
        row("broken byte",
            "a\xff"
            "b",
            80,
            "a\xef\xbf\xbd"
            "b");
        row("cut character", "a\xe3\x81", 80, "a\xef\xbf\xbd\xef\xbf\xbd");
        row("overlong", "\xc0\xaf", 80, "\xef\xbf\xbd\xef\xbf\xbd");
        row("surrogate", "\xed\xa0\x80", 80, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
        row("fits", "12345", 5, "12345");
        row("is cut", "123456", 5, "12345…");
        row("kanji count one each", "関所関所関所", 5, "関所関所関…");
        row("combining marks count nothing",
            "e\xcc\x81"
            "e\xcc\x81"
            "ef",
            3,
            "e\xcc\x81"
            "e\xcc\x81"
            "e…");
        row("family emoji is one", "👨‍👩‍👧x", 1, "👨‍👩‍👧…");
        row("piled marks are thinned", "e" + QByteArray("\xcc\x81").repeated(100), 5,
            "e" + QByteArray("\xcc\x81").repeated(8));
        row("80 by default", QByteArray(200, 'x'), -1, QByteArray(80, 'x') + "…");
    }
    void oneLines() {
        QFETCH(QByteArray, input);
        QFETCH(int, most);
        QFETCH(QByteArray, expected);
        const std::string_view text(input.constData(), std::size_t(input.size()));
        const std::string line = most < 0 ? oneLine(text) : oneLine(text, std::size_t(most));
        QCOMPARE(QByteArray::fromStdString(line), expected);
    }

    void locales_data() {
        QTest::addColumn<QByteArray>("locale");
        QTest::addColumn<bool>("japanese");
        for (const char* name : {"ja", "ja_JP", "ja_JP.UTF-8", "ja_JP.eucJP", "JA_JP.utf8", "ja@x", "ja-JP"})
            QTest::newRow(name) << QByteArray(name) << true;
        for (const char* name : {"", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "de_DE", "jam_JM", "j", "jav"})
            QTest::newRow(name) << QByteArray(name) << false;
    }
    void locales() {
        QFETCH(QByteArray, locale);
        QFETCH(bool, japanese);
        QCOMPARE(languageFromLocale(locale.toStdString()) == Language::Japanese, japanese);
    }

    void environment_data() {
        QTest::addColumn<QByteArrayList>("values"); // LC_ALL, LC_MESSAGES, LANG, LANGUAGE
        QTest::addColumn<bool>("japanese");
        const auto row = [](const char* what, QByteArrayList values, bool japanese) {
            QTest::newRow(what) << values << japanese;
        };
        row("nothing", {"", "", "", ""}, false);
        row("LANG", {"", "", "ja_JP.UTF-8", ""}, true);
        row("LC_MESSAGES before LANG", {"", "en_US.UTF-8", "ja_JP.UTF-8", ""}, false);
        row("LC_ALL before all", {"ja_JP.UTF-8", "en_US.UTF-8", "C", ""}, true);
        row("C wins over LANGUAGE", {"C", "", "ja_JP.UTF-8", "ja"}, false);
        row("C.UTF-8 too", {"C.UTF-8", "", "", "ja"}, false);
        row("LANGUAGE", {"", "", "en_US.UTF-8", "ja:en"}, true);
        row("LANGUAGE for English", {"", "", "ja_JP.UTF-8", "en:ja"}, false);
    }
    void environment() {
        QFETCH(QByteArrayList, values);
        QFETCH(bool, japanese);
        constexpr std::array names = {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"};
        std::array<QByteArray, names.size()> saved;
        std::array<bool, names.size()> wasSet{};
        for (std::size_t i = 0; i < names.size(); ++i) {
            wasSet[i] = qEnvironmentVariableIsSet(names[i]);
            saved[i] = qgetenv(names[i]);
            if (values[qsizetype(i)].isEmpty())
                qunsetenv(names[i]);
            else
                qputenv(names[i], values[qsizetype(i)]);
        }
        const Language language = languageFromEnvironment();
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (wasSet[i])
                qputenv(names[i], saved[i]);
            else
                qunsetenv(names[i]);
        }
        QCOMPARE(language == Language::Japanese, japanese);
    }

    void wordsAreThereAndDiffer() {
        for (const Language language : languages) {
            std::set<std::string_view> seen;
            const auto take = [&](std::string_view word) {
                return !word.empty() && seen.insert(word).second;
            };
            for (std::size_t i = 0; i < kindCount; ++i)
                QVERIFY(take(kindName(Kind(i), language)));
            seen.clear();
            for (int i = 0; i <= int(Need::InboundDirectPublicIp); ++i)
                QVERIFY(take(needName(Need(i), language)));
            seen.clear();
            for (int i = 0; i <= int(WorkloadKind::Other); ++i)
                QVERIFY(take(workloadName(WorkloadKind(i), language)));
            seen.clear();
            for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info})
                QVERIFY(take(severityWord(severity, language)));
        }
        QCOMPARE(q(kindName(Kind::SecurityGroup, Language::English)), QString("security group"));
        QCOMPARE(q(kindName(Kind::SecurityGroup, Language::Japanese)), QString("セキュリティグループ"));
        QCOMPARE(q(severityWord(Severity::Warning, Language::Japanese)), QString("警告"));
    }
};

QTEST_APPLESS_MAIN(DiagnosticTextTest)
#include "test_diagnostic_text.moc"
