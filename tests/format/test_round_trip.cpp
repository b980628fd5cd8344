// SPDX-License-Identifier: Apache-2.0
#include "core/format/codec.h"
#include "core/model/templates.h"
#include "tests/format/full_design.h"

#include <QTest>

#include <algorithm>
#include <clocale>

using namespace sekisho;
using format::Loaded;
using format::readDesign;
using format::writeDesign;

namespace {

QByteArray describe(const Diagnostic& diagnostic) {
    QByteArray text = QByteArray::fromStdString(std::string(codeText(diagnostic.code)));
    for (const DiagnosticArg& arg : diagnostic.args)
        text += ' ' + QByteArray::fromStdString(arg.name + '=' + arg.value);
    return text;
}

/// The design that the bytes mean; an empty one, and a failed test, if they mean none.
Design mustRead(const std::string& bytes) {
    const auto loaded = readDesign(bytes);
    if (!loaded) {
        QTest::qFail(describe(loaded.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    return loaded->design;
}

QStringList linesOf(const Design& design) {
    return QString::fromStdString(writeDesign(design)).split('\n');
}

/// How many lines `after` has that `before` has not, and the other way round.
QPair<int, int> changedLines(const QStringList& before, const QStringList& after) {
    int added = 0;
    int removed = 0;
    for (const QString& line : after)
        added += !before.contains(line);
    for (const QString& line : before)
        removed += !after.contains(line);
    return {added, removed};
}

/// `groups` security groups with two rules each.
Design largeDesign(std::uint32_t groups) {
    Design design;
    Vpc vpc;
    vpc.id = {1};
    vpc.cidrs = {{{1}, test::cidrOf("10.0.0.0/16")}};
    design.network.nodes.set(vpc.id, Node(vpc));
    for (std::uint32_t number = 1; number <= groups; ++number) {
        SecurityGroup group;
        group.id = {number};
        group.vpc = {1};
        group.name = "group " + std::to_string(number);
        group.awsName = test::templateOf("{project}-{environment}-group-" + std::to_string(number));
        group.description = "Security group number " + std::to_string(number);
        group.rules = {
            {{2 * number}, Direction::Ingress, Traffic::tcp(443), test::cidrOf("10.0.0.0/16"), "HTTPS"},
            {{2 * number + 1}, Direction::Egress, Traffic::all(), SecurityGroupId{number}, "all"}};
        design.network.nodes.set(group.id, Node(std::move(group)));
        design.addresses.sets.set({"aws_security_group", "group_" + std::to_string(number)},
                                  ResourceSet{AddressForm::Single, {{"", SecurityGroupId{number}}}});
        design.diagram.boxes.set({SecurityGroupId{number}, {}},
                                 Box{static_cast<int>(number), 0, {}, {}, false, false, false, {}});
    }
    return design;
}

} // namespace

class RoundTripTest : public QObject {
    Q_OBJECT

private slots:
    void designs_data();
    void designs();
    void odd();
    void layout();
    void lineDiffs();
    void strings_data();
    void strings();
    void invalidUtf8();
    void traffic_data();
    void traffic();
    void orderDoesNotMatter();
    void byteOrderMark();
    void danglingIsKept();
    void commaLocale();
    void large();
};

void RoundTripTest::designs_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("full") << QByteArray();
    for (const TemplateInfo& info : designTemplates()) {
        const QByteArray name(info.name.data(), qsizetype(info.name.size()));
        QTest::newRow(name.constData()) << name;
    }
}

void RoundTripTest::designs() {
    QFETCH(QByteArray, name);
    Design design = test::fullDesign();
    if (!name.isEmpty()) {
        const auto made = makeTemplate(name.toStdString());
        QVERIFY(made.has_value());
        design = *made;
    }
    const std::string bytes = writeDesign(design);
    const Design again = mustRead(bytes);
    QVERIFY(again == design);
    QCOMPARE(writeDesign(again), bytes);
    QVERIFY(bytes.ends_with("}\n"));
    QVERIFY(!bytes.ends_with("\n\n"));
    QVERIFY(bytes.find('\r') == std::string::npos);
}

void RoundTripTest::odd() {
    // The full design is so full that it must not be reported as dangling anywhere.
    const auto loaded = readDesign(writeDesign(test::fullDesign()));
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->diagnostics.size(), std::size_t(0));
    // Nothing but the words that make it a design.
    const auto least = readDesign(R"({"format": "sekisho", "version": 1})");
    QVERIFY(least.has_value());
    QVERIFY(least->design == Design());
}

void RoundTripTest::layout() {
    Design design;
    SecurityGroup group;
    group.id = {1};
    group.vpc = {1};
    group.rules = {{{1}, Direction::Ingress, Traffic::tcp(443), test::cidrOf("0.0.0.0/0"), "HTTPS"},
                   {{2}, Direction::Egress, Traffic::all(), SelfGroup{}, {}}};
    design.network.nodes.set(group.id, Node(group));
    design.addresses.sets.set({"aws_security_group", "web"},
                              ResourceSet{AddressForm::Single, {{"", group.id}}});
    design.diagram.boxes.set({group.id, {}}, Box{8, -16, {}, {}, false, false, false, {}});
    const char* expected = R"({
  "format": "sekisho",
  "version": 1,
  "generator": "Sekisho 0.1",
  "settings": {
    "region": "ap-northeast-1",
    "project_name": "sekisho",
    "environment": "dev",
    "nat_enabled": true,
    "rule_style": "inline"
  },
  "network": {
    "nodes": [
      {
        "id": "sg-1",
        "vpc": "vpc-1",
        "rules": [
          {"id": "sg-rule-1", "direction": "ingress", "traffic": "tcp/443", "peer": {"cidr": "0.0.0.0/0"}, "description": "HTTPS"},
          {"id": "sg-rule-2", "direction": "egress", "traffic": "all", "peer": {"self": true}}
        ]
      }
    ]
  },
  "addresses": {
    "sets": [
      {"type": "aws_security_group", "label": "web", "members": ["sg-1"]}
    ]
  },
  "diagram": [
    {"node": "sg-1", "x": 8, "y": -16}
  ],
  "notes": {}
}
)";
    QCOMPARE(QByteArray::fromStdString(writeDesign(design)), QByteArray(expected));
}

void RoundTripTest::lineDiffs() {
    const Design before = test::fullDesign();
    const QStringList lines = linesOf(before);

    Design moved = before;
    moved.diagram.boxes.set({VpcId{1}, {}}, Box{-41, 20, 900, 600, false, false, true, std::uint8_t{3}});
    QCOMPARE(changedLines(lines, linesOf(moved)), qMakePair(1, 1));

    Design inserted = before;
    SecurityGroup group = *before.network.get(SecurityGroupId{1});
    group.rules.insert(group.rules.begin(), {{99}, Direction::Ingress, Traffic::tcp(22), SelfGroup{}, {}});
    inserted.network.nodes.set(group.id, Node(group));
    QCOMPARE(changedLines(lines, linesOf(inserted)), qMakePair(1, 0));
}

void RoundTripTest::strings_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("quotes") << QByteArray("\" \\ / ' \\u0041 ${x} %{y}");
    QTest::newRow("lines") << QByteArray("a\nb\r\nc\td\b\f");
    QTest::newRow("nul") << QByteArray("a\0b\0", 4);
    QTest::newRow("japanese") << QByteArray("関所：第２の門");
    QTest::newRow("beyond the BMP") << QByteArray("😀\U0010FFFF\U00010000");
    QTest::newRow("noncharacters") << QByteArray("\uFFFE\uFFFF\uFEFF");
    QTest::newRow("separators") << QByteArray("\u2028\u2029\u0085");
    QTest::newRow("combining") << QByteArray("e\u0301 \u00e9");
    QByteArray controls;
    for (int c = 0; c < 0x80; ++c)
        controls += char(c);
    QTest::newRow("all of ASCII") << controls;
    QTest::newRow("long") << QByteArray(200'000, 'x');
}

void RoundTripTest::strings() {
    QFETCH(QByteArray, text);
    Design design;
    External external;
    external.id = {1};
    external.name = text.toStdString();
    external.nameTag = NameTemplate::literal(text.toStdString());
    external.tags = {{text.toStdString(), text.toStdString()}};
    design.network.nodes.set(external.id, Node(external));
    design.settings.projectName = text.toStdString();
    const std::string bytes = writeDesign(design);
    QVERIFY(mustRead(bytes) == design);
    // Nothing that could break a line, or that an editor would not show, stands there as it is.
    for (const char c : bytes)
        QVERIFY(c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f));
    QVERIFY(bytes.find("\xE2\x80\xA8") == std::string::npos);
}

void RoundTripTest::invalidUtf8() {
    Design design;
    External external;
    external.id = {1};
    external.name = "a\xFF"
                    "b\xE3\x81";
    // Two keys that become equal: neither may be lost, and the file must be readable.
    external.tags = {{"\xFE", "first"}, {"\xFF", "second"}, {"z", "\xC0\xAF"}};
    design.network.nodes.set(external.id, Node(external));
    const std::string bytes = writeDesign(design);
    QVERIFY(QUtf8StringView(bytes.data(), qsizetype(bytes.size())).isValidUtf8());
    const Design read = mustRead(bytes);
    const External* again = read.network.get(ExternalId{1});
    QVERIFY(again);
    QCOMPARE(again->name, std::string("a\uFFFDb\uFFFD"));
    QCOMPARE(again->tags.size(), std::size_t(3));
    QCOMPARE(again->tags.at("\uFFFD"), std::string("first"));
    QCOMPARE(again->tags.at("\uFFFD\uFFFD"), std::string("second"));
    QCOMPARE(again->tags.at("z"), std::string("\uFFFD\uFFFD"));
    QCOMPARE(writeDesign(read), bytes);
}

void RoundTripTest::traffic_data() {
    QTest::addColumn<Traffic>("traffic");
    QTest::addColumn<QByteArray>("spelling");
    const auto row = [](const char* spelling, const Traffic& traffic) {
        QTest::newRow(spelling) << traffic << QByteArray(spelling);
    };
    row("\"all\"", Traffic::all());
    row("\"tcp/443\"", Traffic::tcp(443));
    row("\"tcp\"", Traffic::tcp(PortRange::all()));
    row("\"udp/1024-65535\"", Traffic::udp({1024, 65535}));
    row("\"icmp\"", {Protocol::icmp(), {}, IcmpType{}});
    row("\"icmp/8/0\"", {Protocol::icmp(), {}, IcmpType{8, 0}});
    row("\"50\"", {*Protocol::parse("50"), {}, {}});
    row(R"({"protocol": "tcp"})", {Protocol::tcp(), {}, {}});
    row(R"({"protocol": "icmp"})", {Protocol::icmp(), {}, {}});
    row(R"({"protocol": "all", "ports": {"from": 0, "to": 65535}})", {Protocol::all(), PortRange::all(), {}});
    row(R"({"protocol": "50", "ports": {"from": 9, "to": 1}, "icmp": {"type": -1, "code": 300}})",
        {*Protocol::parse("50"), PortRange{9, 1}, IcmpType{-1, 300}});
    row(R"({"protocol": "udp", "ports": {"from": 1, "to": 1}, "icmp": {"type": -1, "code": -1}})",
        {Protocol::udp(), PortRange::single(1), IcmpType{}});
}

void RoundTripTest::traffic() {
    QFETCH(Traffic, traffic);
    QFETCH(QByteArray, spelling);
    Design design;
    Workload workload;
    workload.id = {1};
    workload.ports = {traffic};
    design.network.nodes.set(workload.id, Node(workload));
    const std::string bytes = writeDesign(design);
    QVERIFY2(bytes.find("\"ports\": [" + spelling.toStdString() + "]\n") != std::string::npos, bytes.c_str());
    QVERIFY(mustRead(bytes) == design);
}

void RoundTripTest::orderDoesNotMatter() {
    const Design design = mustRead(R"({"network": {"nodes": [
        {"tags": {"b": "2", "a": "1"}, "name": "later", "id": "external-2"},
        {"id": "external-1"}, {"id": "eip-\u0031"}]}, "version": 1, "format": "sekisho"})");
    QCOMPARE(design.network.nodes.size(), std::size_t(3));
    const std::string bytes = writeDesign(design);
    QVERIFY(bytes.find("eip-1") < bytes.find("external-1"));
    QVERIFY(bytes.find("external-1") < bytes.find("external-2"));
    QVERIFY(bytes.find(R"({"a": "1", "b": "2"})") != std::string::npos);
    QVERIFY(mustRead(bytes) == design);
}

void RoundTripTest::byteOrderMark() {
    const std::string bytes = writeDesign(test::fullDesign());
    const auto loaded = readDesign("\xEF\xBB\xBF" + bytes);
    QVERIFY(loaded.has_value());
    QCOMPARE(loaded->diagnostics.size(), std::size_t(1));
    QCOMPARE(loaded->diagnostics.front().code, Code::file_bom);
    QCOMPARE(writeDesign(loaded->design), bytes);
    // As a Windows checkout would have it.
    const QByteArray crlf = QByteArray::fromStdString(bytes).replace('\n', "\r\n");
    QCOMPARE(writeDesign(mustRead(crlf.toStdString())), bytes);
}

void RoundTripTest::danglingIsKept() {
    const auto loaded = readDesign(R"({"format": "sekisho", "version": 1,
        "network": {"nodes": [{"id": "subnet-1", "az": "az-7"}], "foreign": {"sg-rule-4": {}}},
        "addresses": {"sets": [{"type": "aws_subnet", "label": "x", "members": ["subnet-9"]}]},
        "diagram": [{"node": "workload-3", "in": "subnet-8", "x": 0, "y": 0}]})");
    QVERIFY(loaded.has_value());
    QStringList dangling;
    for (const Diagnostic& diagnostic : loaded->diagnostics) {
        QCOMPARE(diagnostic.code, Code::file_dangling);
        QCOMPARE(diagnostic.severity, Severity::Warning);
        dangling += QString::fromStdString(diagnostic.args.at(1).value);
    }
    QCOMPARE(dangling, QStringList({"sg-rule-4", "subnet-9", "workload-3", "subnet-8"}));
    QCOMPARE(loaded->design.network.get(SubnetId{1})->az, AvailabilityZoneId{7});
    QVERIFY(mustRead(writeDesign(loaded->design)) == loaded->design);
}

void RoundTripTest::commaLocale() {
    const std::string before = writeDesign(test::fullDesign());
    const QByteArray old = std::setlocale(LC_ALL, nullptr);
    if (!std::setlocale(LC_ALL, "de_DE.UTF-8")) QSKIP("the locale de_DE.UTF-8 is not installed");
    const std::string bytes = writeDesign(test::fullDesign());
    const bool same = mustRead(bytes) == test::fullDesign();
    std::setlocale(LC_ALL, old.constData());
    QCOMPARE(bytes, before);
    QVERIFY(same);
}

/// How long that takes is measured by tests/benchmarks; what is quadratic would run into CTest's limit.
void RoundTripTest::large() {
    const Design design = largeDesign(2000);
    const auto loaded = readDesign(writeDesign(design));
    QVERIFY(loaded.has_value());
    QVERIFY(loaded->design == design);
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "test_round_trip.moc"
