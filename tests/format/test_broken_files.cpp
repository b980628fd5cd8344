// SPDX-License-Identifier: Apache-2.0
#include "core/format/codec.h"
#include "core/format/json_text.h"
#include "tests/format/full_design.h"

#include <QTest>

#include <random>

using namespace sekisho;
using format::readDesign;
using format::writeDesign;

namespace {

QByteArray argument(const Diagnostic& diagnostic, std::string_view name) {
    for (const DiagnosticArg& arg : diagnostic.args)
        if (arg.name == name) return QByteArray::fromStdString(arg.value);
    return "(no such argument)";
}

QByteArray codeOf(const Diagnostic& diagnostic) {
    const std::string_view text = codeText(diagnostic.code);
    return QByteArray(text.data(), qsizetype(text.size()));
}

/// A file around these members of the top-level object.
QByteArray file(const QByteArray& members) {
    return "{\"format\": \"sekisho\", \"version\": 1, \"generator\": \"g\",\n" + members + "}";
}

/// A file whose second line holds these nodes.
QByteArray nodes(const QByteArray& list) {
    return file("\"network\": {\"nodes\": [\n" + list + "]}");
}

} // namespace

class BrokenFilesTest : public QObject {
    Q_OBJECT

private slots:
    void text_data();
    void text();
    void header_data();
    void header();
    void content_data();
    void content();
    void suggestion();
    void truncated();
    void mutated();
    void hostile_data();
    void hostile();
};

void BrokenFilesTest::text_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("place"); // line:column
    const auto row = [](const char* name, const QByteArray& bytes, const char* code, const char* place) {
        QTest::newRow(name) << bytes << QByteArray(code) << QByteArray(place);
    };
    row("empty", "", "file-truncated", "1:1");
    row("blank", " \n\t ", "file-truncated", "2:3");
    row("no JSON", "resource \"aws_vpc\" {}", "file-syntax", "1:1");
    row("trailing text", "{}\n{}", "file-syntax", "2:1");
    row("trailing NUL", QByteArray("{}\0", 3), "file-syntax", "1:3");
    row("NUL at the start", QByteArray("\0{}", 3), "file-syntax", "1:1");
    row("NUL in a string", QByteArray("{\"a\0\": 1}", 9), "file-syntax", "1:4");
    row("line end in a string", "{\"a\nb\": 1}", "file-syntax", "1:4");
    row("trailing comma", "{\"a\": 1,\n}", "file-syntax", "2:1");
    row("trailing comma in an array", "[1,]", "file-syntax", "1:4");
    row("missing comma", "{\"a\": 1 \"b\": 2}", "file-syntax", "1:9");
    row("missing colon", "{\"a\" 1}", "file-syntax", "1:6");
    row("key without quotes", "{a: 1}", "file-syntax", "1:2");
    row("single quotes", "{'a': 1}", "file-syntax", "1:2");
    row("wrong bracket", "{\"a\": [1}", "file-syntax", "1:9");
    row("comment", "{} // no", "file-syntax", "1:4");
    row("leading zero", "{\"a\": 01}", "file-syntax", "1:8");
    row("plus", "{\"a\": +1}", "file-syntax", "1:7");
    row("bare point", "{\"a\": 1.}", "file-syntax", "1:9");
    row("bare exponent", "{\"a\": 1e}", "file-syntax", "1:9");
    row("NaN", "{\"a\": NaN}", "file-syntax", "1:7");
    row("capital", "{\"a\": True}", "file-syntax", "1:7");
    row("bad word", "{\"a\": nul1}", "file-syntax", "1:10");
    row("bad escape", "{\"a\": \"\\x\"}", "file-syntax", "1:9");
    row("bad hex", "{\"a\": \"\\u12g4\"}", "file-syntax", "1:12");
    row("lone high surrogate", "{\"a\": \"\\ud800\"}", "file-syntax", "1:14");
    row("lone low surrogate", "{\"a\": \"\\udc00\"}", "file-syntax", "1:14");
    row("two high surrogates", "{\"a\": \"\\ud800\\ud800\"}", "file-syntax", "1:20");
    row("columns are characters", "{\"日本😀\": x}", "file-syntax", "1:9");
    row("stray continuation", "{\"a\": \"\x80\"}", "file-not-utf8", "1:8");
    row("overlong", "{\"a\":\n\"\xC0\xAF\"}", "file-not-utf8", "2:2");
    row("surrogate in UTF-8", "{\"a\": \"\xED\xA0\x80\"}", "file-not-utf8", "1:8");
    row("beyond Unicode", "{\"a\": \"\xF4\x90\x80\x80\"}", "file-not-utf8", "1:8");
    row("Latin-1", "{\"a\": \"caf\xE9\"}", "file-not-utf8", "1:11");
    row("UTF-16", QByteArray("\xFF\xFE{\0}\0", 6), "file-not-utf8", "1:1");
    row("cut in a character", "{\"a\": \"\xE6\x97", "file-truncated", "1:8");
    row("two byte order marks", "\xEF\xBB\xBF\xEF\xBB\xBF{}", "file-syntax", "1:1");
    row("depth 65", QByteArray(65, '[') + QByteArray(65, ']'), "file-too-deep", "1:65");
    row("depth 100,000", QByteArray(100'000, '['), "file-too-deep", "1:65");
    row("objects in depth", QByteArray("{\"a\":").repeated(100'000), "file-too-deep", "1:321");
    row("depth 64", QByteArray(64, '[') + QByteArray(64, ']'), "file-not-sekisho", "");
}

void BrokenFilesTest::text() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, place);
    const auto loaded = readDesign(bytes.toStdString());
    QVERIFY(!loaded);
    QCOMPARE(codeOf(loaded.error()), code);
    QCOMPARE(loaded.error().severity, Severity::Error);
    if (!place.isEmpty())
        QCOMPARE(argument(loaded.error(), "line") + ':' + argument(loaded.error(), "column"), place);
}

void BrokenFilesTest::header_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* bytes, const char* code, const char* name = "path",
                        const char* value = "version") {
        QTest::newRow(bytes) << QByteArray(bytes) << QByteArray(code) << QByteArray(name)
                             << QByteArray(value);
    };
    const char* none = "(no such argument)";
    row("[]", "file-not-sekisho", "path", none);
    row("3", "file-not-sekisho", "path", none);
    row("{}", "file-not-sekisho", "path", none);
    row(R"({"format": 1, "version": 1})", "file-not-sekisho", "path", none);
    row(R"({"format": "tiled", "version": 1})", "file-not-sekisho", "path", none);
    row(R"({"format": "sekisho"})", "file-missing-key");
    row(R"({"format": "sekisho", "version": "1"})", "file-wrong-type");
    row(R"({"format": "sekisho", "version": 1.0})", "file-wrong-type");
    row(R"({"format": "sekisho", "version": null})", "file-wrong-type");
    row(R"({"format": "sekisho", "version": 0})", "file-bad-value");
    row(R"({"format": "sekisho", "version": -1})", "file-bad-value");
    row(R"({"format": "sekisho", "version": -99999999999999999999})", "file-bad-value");
    // A newer version may have anything else in it, unknown keys above all.
    row(R"({"new": {}, "format": "sekisho", "version": 2, "generator": "Sekisho 9"})", "file-newer",
        "generator", "Sekisho 9");
    row(R"({"format": "sekisho", "version": 7})", "file-newer", "version", "7");
    row(R"({"format": "sekisho", "version": 8})", "file-newer", "known", "1");
    row(R"({"format": "sekisho", "version": 99999999999999999999})", "file-newer", "version",
        "99999999999999999999");
}

void BrokenFilesTest::header() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto loaded = readDesign(bytes.toStdString());
    QVERIFY(!loaded);
    QCOMPARE(codeOf(loaded.error()), code);
    QCOMPARE(argument(loaded.error(), name.toStdString()), value);
}

void BrokenFilesTest::content_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const QByteArray& bytes, const char* code, const char* path,
                        const char* place) {
        QTest::newRow(name) << bytes << QByteArray(code) << QByteArray(path) << QByteArray(place);
    };
    row("unknown key at the top", file("\"colour\": 1"), "file-unknown-key", "colour", "2:1");
    row("unknown key in a node", nodes(R"({"id": "eip-1", "size": 1})"), "file-unknown-key",
        "network.nodes[0].size", "3:17");
    row("a field of another node", nodes(R"({"id": "eip-1", "cidr": "10.0.0.0/8"})"), "file-unknown-key",
        "network.nodes[0].cidr", "3:17");
    row("odd key", nodes(R"({"id": "eip-1", "a.b\n": 1})"), "file-unknown-key",
        R"(network.nodes[0]["a.b\n"])", "3:17");
    row("empty key", file("\"\": 1"), "file-unknown-key", R"([""])", "2:1");
    row("key twice", file("\"notes\": {},\n\"notes\": {}"), "file-duplicate-key", "notes", "3:1");
    row("key twice, once escaped", file("\"notes\": {},\n\"note\\u0073\": {}"), "file-duplicate-key", "notes",
        "3:1");
    row("version twice", file("\"version\": 1"), "file-duplicate-key", "version", "2:1");
    row("tag twice", nodes(R"({"id": "eip-1", "tags": {"a": "1", "a": "2"}})"), "file-duplicate-key",
        "network.nodes[0].tags.a", "3:36");
    row("no id", nodes(R"({"name": "x"})"), "file-missing-key", "network.nodes[0].id", "3:1");
    row("no required key", nodes(R"({"id": "subnet-1"})"), "file-missing-key", "network.nodes[0].az", "3:1");
    row("node that is no object", nodes("7"), "file-wrong-type", "network.nodes[0]", "3:1");
    row("id that is no string", nodes(R"({"id": 1})"), "file-wrong-type", "network.nodes[0].id", "3:8");
    row("id of no kind", nodes(R"({"id": "router-1"})"), "file-bad-value", "network.nodes[0].id", "3:8");
    row("id of a part", nodes(R"({"id": "sg-rule-1"})"), "file-bad-value", "network.nodes[0].id", "3:8");
    row("id 0", nodes(R"({"id": "eip-0"})"), "file-bad-value", "network.nodes[0].id", "3:8");
    row("id 01", nodes(R"({"id": "eip-01"})"), "file-bad-value", "network.nodes[0].id", "3:8");
    row("id beyond 32 bits", nodes(R"({"id": "eip-4294967296"})"), "file-bad-value", "network.nodes[0].id",
        "3:8");
    row("id twice", nodes(R"({"id": "eip-1"}, {"id": "eip-1"})"), "file-duplicate", "network.nodes[1].id",
        "3:25");
    row("part id 0", nodes(R"({"id": "vpc-1", "cidrs": [{"id": "vpc-cidr-0", "cidr": "10.0.0.0/8"}]})"),
        "file-bad-value", "network.nodes[0].cidrs[0].id", "3:34");
    row("part id twice",
        nodes("{\"id\": \"sg-1\", \"vpc\": \"vpc-1\", \"rules\": [\n"
              R"({"id": "sg-rule-1", "direction": "ingress", "traffic": "all", "peer": {"self": true}}]},)"
              "\n{\"id\": \"sg-2\", \"vpc\": \"vpc-1\", \"rules\": [\n"
              R"({"id": "sg-rule-1", "direction": "ingress", "traffic": "all", "peer": {"self": true}}]})"),
        "file-duplicate", "network.nodes[1].rules[0].id", "6:8");
    row("reference of another kind", nodes(R"({"id": "subnet-1", "az": "vpc-1"})"), "file-bad-value",
        "network.nodes[0].az", "3:26");
    row("bad CIDR", nodes(R"({"id": "subnet-1", "az": "az-1", "cidr": "10.0.0.1/8"})"), "file-bad-value",
        "network.nodes[0].cidr", "3:42");
    row("bad traffic", nodes("{\"id\": \"workload-1\", \"ports\": [\"all\",\n\"tcp/99999\"]}"),
        "file-bad-value", "network.nodes[0].ports[1]", "4:1");
    row("traffic object without protocol", nodes(R"({"id": "workload-1", "ports": [{}]})"),
        "file-missing-key", "network.nodes[0].ports[0].protocol", "3:32");
    row("bad word", nodes(R"({"id": "nat-1", "mode": "Public"})"), "file-bad-value", "network.nodes[0].mode",
        "3:25");
    row("bad template", nodes(R"({"id": "eip-1", "name_tag": "{zone}"})"), "file-bad-value",
        "network.nodes[0].name_tag", "3:29");
    row("text for a number", nodes(R"({"id": "flow-log-1", "max_aggregation_interval": "60"})"),
        "file-wrong-type", "network.nodes[0].max_aggregation_interval", "3:50");
    row("fraction", file(R"("diagram": [{"node": "vpc-1", "x": 1.5, "y": 0}])"), "file-wrong-type",
        "diagram[0].x", "2:36");
    row("exponent", file(R"("diagram": [{"node": "vpc-1", "x": 1e2, "y": 0}])"), "file-wrong-type",
        "diagram[0].x", "2:36");
    row("beyond 32 bits", file(R"("diagram": [{"node": "vpc-1", "x": 2147483648, "y": 0}])"),
        "file-bad-value", "diagram[0].x", "2:36");
    row("beyond 64 bits", file(R"("diagram": [{"node": "vpc-1", "x": -99999999999999999999, "y": 0}])"),
        "file-bad-value", "diagram[0].x", "2:36");
    row("beyond a byte", file(R"("diagram": [{"node": "vpc-1", "x": 0, "y": 0, "color": 256}])"),
        "file-bad-value", "diagram[0].color", "2:56");
    row("negative", nodes(R"({"id": "workload-1", "listeners": [{"id": "listener-1", "port": -1}]})"),
        "file-bad-value", "network.nodes[0].listeners[0].port", "3:65");
    row("number for a boolean", file(R"("settings": {"nat_enabled": 1})"), "file-wrong-type",
        "settings.nat_enabled", "2:29");
    row("null", file(R"("settings": {"region": null})"), "file-wrong-type", "settings.region", "2:24");
    row("list for an object", file(R"("notes": [])"), "file-wrong-type", "notes", "2:10");
    row("object for a list", file(R"("diagram": {})"), "file-wrong-type", "diagram", "2:12");
    row("number for a tag", nodes(R"({"id": "eip-1", "tags": {"a": 1}})"), "file-wrong-type",
        "network.nodes[0].tags.a", "3:31");
    row("number for a decimal", file(R"("notes": {"usage": {"endpoint_gb": 1.5}})"), "file-wrong-type",
        "notes.usage.endpoint_gb", "2:36");
    row("bad decimal", file(R"("notes": {"usage": {"endpoint_gb": "1,5"}})"), "file-bad-value",
        "notes.usage.endpoint_gb", "2:36");
    row("empty alternative", nodes(R"({"id": "flow-log-1", "resource": {}, "destination": {}})"),
        "file-bad-value", "network.nodes[0].resource", "3:34");
    row("unknown alternative", nodes(R"({"id": "flow-log-1", "resource": {"eip": "eip-1"}})"),
        "file-unknown-key", "network.nodes[0].resource.eip", "3:35");
    row("two alternatives",
        nodes(R"({"id": "flow-log-1", "resource": {"vpc": "vpc-1", "subnet": "subnet-1"}})"),
        "file-bad-value", "network.nodes[0].resource", "3:34");
    row("text for an alternative", nodes(R"({"id": "flow-log-1", "resource": "vpc-1"})"), "file-wrong-type",
        "network.nodes[0].resource", "3:34");
    row("false alternative", nodes(R"({"id": "vpc-1", "ipv6": {"amazon": false}})"), "file-wrong-type",
        "network.nodes[0].ipv6.amazon", "3:36");
    row("nameless alternative", nodes(R"({"id": "vpc-1", "ipv6": {"": true}})"), "file-unknown-key",
        R"(network.nodes[0].ipv6[""])", "3:26");
    row("foreign key", file(R"("network": {"foreign": {"x": {}}})"), "file-bad-value", "network.foreign.x",
        "2:25");
    row("foreign key twice", file(R"("network": {"foreign": {"eip-1": {}, "eip-1": {}}})"),
        "file-duplicate-key", "network.foreign.eip-1", "2:38");
    row("box twice", file(R"("diagram": [{"node": "vpc-1", "x": 1, "y": 0},
{"node": "vpc-1", "x": 2, "y": 0}])"),
        "file-duplicate", "diagram[1]", "3:1");
    const auto sets = [](const QByteArray& list) {
        return file("\"addresses\": {\"sets\": [\n" + list + "]}");
    };
    row("label", sets(R"({"type": "aws_vpc", "label": "1 a", "members": ["vpc-1"]})"), "file-bad-value",
        "addresses.sets[0].label", "3:1");
    row("no member", sets(R"({"type": "aws_vpc", "label": "a", "members": []})"), "file-bad-value",
        "addresses.sets[0].members", "3:1");
    row("single of two", sets(R"({"type": "aws_vpc", "label": "a", "members": ["vpc-1", "vpc-2"]})"),
        "file-bad-value", "addresses.sets[0].members", "3:1");
    row("key in a count",
        sets(
            R"({"type": "aws_eip", "label": "a", "form": "count", "members": [{"key": "x", "element": "eip-1"}]})"),
        "file-bad-value", "addresses.sets[0].members[0]", "3:1");
    row("for_each without key",
        sets(R"({"type": "aws_eip", "label": "a", "form": "for_each", "members": ["eip-1"]})"),
        "file-bad-value", "addresses.sets[0].members[0]", "3:1");
    row("for_each key twice", sets(R"({"type": "aws_eip", "label": "a", "form": "for_each",
"members": [{"key": "x", "element": "eip-1"}, {"key": "x", "element": "eip-2"}]})"),
        "file-duplicate", "addresses.sets[0].members[1]", "3:1");
    row("address twice", sets(R"({"type": "aws_eip", "label": "a", "members": ["eip-1"]},
{"type": "aws_eip", "label": "a", "members": ["eip-2"]})"),
        "file-duplicate", "addresses.sets[1]", "4:1");
    row("two addresses", sets(R"({"type": "aws_eip", "label": "a", "members": ["eip-1"]},
{"type": "aws_eip", "label": "b", "members": ["eip-1"]})"),
        "file-duplicate", "addresses.sets[1]", "4:1");
}

void BrokenFilesTest::content() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, place);
    const auto loaded = readDesign(bytes.toStdString());
    QVERIFY(!loaded);
    QCOMPARE(codeOf(loaded.error()), code);
    QCOMPARE(argument(loaded.error(), "path"), path);
    QCOMPARE(argument(loaded.error(), "line") + ':' + argument(loaded.error(), "column"), place);
    QCOMPARE(argument(loaded.error(), "where"), place + ' ' + path);
}

void BrokenFilesTest::suggestion() {
    const auto expected = [](const QByteArray& cidr) {
        const auto loaded =
            readDesign(nodes("{\"id\": \"external-1\", \"cidrs\": [\"" + cidr + "\"]}").toStdString());
        return loaded ? QByteArray("none") : argument(loaded.error(), "expected");
    };
    QCOMPARE(expected("10.1.2.3/8"), QByteArray("10.0.0.0/8"));
    QCOMPARE(expected("10.1.2.3/99"), QByteArray("10.0.0.0/16, 2001:db8::/56"));
    QCOMPARE(expected("10.0.0.0/8"), QByteArray("none"));
}

void BrokenFilesTest::truncated() {
    const std::string bytes = writeDesign(test::fullDesign());
    // Without its last line end it is whole.
    QVERIFY(readDesign(std::string_view(bytes).substr(0, bytes.size() - 1)).has_value());
    for (std::size_t size = 0; size + 1 < bytes.size(); ++size) {
        const std::string cut =
            bytes.substr(0, size); // a copy, so that a sanitizer sees reads beyond its end
        const auto loaded = readDesign(cut);
        QVERIFY2(!loaded, cut.c_str());
        QCOMPARE(codeOf(loaded.error()), QByteArray("file-truncated"));
    }
}

void BrokenFilesTest::mutated() {
    const std::string start = writeDesign(test::fullDesign());
    const std::uint64_t seed = qEnvironmentVariable("SEKISHO_SEED", "20240601").toULongLong();
    const int rounds = qEnvironmentVariable("SEKISHO_LONG") == "1" ? 50'000 : 2'000;
    constexpr std::string_view telling = "{}[]\",:0123456789-.eE\\u tfn\n\xFF\x80\0";
    std::mt19937_64 random(seed);
    const auto below = [&random](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
    int read = 0;
    for (int round = 0; round < rounds; ++round) {
        std::string bytes = start;
        for (std::size_t change = 0, changes = 1 + below(3); change < changes; ++change) {
            const std::size_t at = below(bytes.size());
            switch (below(5)) {
            case 0: bytes[at] = static_cast<char>(below(256)); break;
            case 1: bytes[at] = telling[below(telling.size())]; break;
            case 2: bytes.erase(at, 1 + below(20)); break;
            case 3: bytes.insert(at, 1, telling[below(telling.size())]); break;
            default: bytes.insert(at, bytes.substr(below(bytes.size()), below(60))); break;
            }
        }
        const auto loaded = readDesign(bytes);
        if (!loaded) {
            QCOMPARE(loaded.error().severity, Severity::Error);
            continue;
        }
        ++read;
        const std::string saved = writeDesign(loaded->design);
        const auto again = readDesign(saved);
        QVERIFY2(again.has_value(), qPrintable(QString("seed %1, round %2").arg(seed).arg(round)));
        QVERIFY(again->design == loaded->design);
        QCOMPARE(writeDesign(again->design), saved);
    }
    qInfo("seed %llu: %d of %d mutated files were designs", static_cast<unsigned long long>(seed), read,
          rounds);
    QVERIFY(read > 0);
    QVERIFY(read < rounds);
}

void BrokenFilesTest::hostile_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("100 MB of zeros") << QByteArray(100'000'000, '\0') << QByteArray("file-too-large");
    QTest::newRow("60 MB of zeros") << QByteArray(60'000'000, '\0') << QByteArray("file-syntax");
    QTest::newRow("60 MB of blanks") << QByteArray(60'000'000, ' ') << QByteArray("file-truncated");
    QTest::newRow("60 MB of brackets") << QByteArray(60'000'000, '[') << QByteArray("file-too-deep");
    QTest::newRow("one string") << QByteArray('"' + QByteArray(60'000'000, 'x'))
                                << QByteArray("file-truncated");
    QTest::newRow("one number") << QByteArray(60'000'000, '1') << QByteArray("file-not-sekisho");
    QTest::newRow("one array") << QByteArray('[' + QByteArray("0,").repeated(30'000'000) + "0]")
                               << QByteArray("file-not-sekisho");
    QTest::newRow("one unknown value")
        << file("\"x\": [" + QByteArray("0,").repeated(30'000'000) + "0]") << QByteArray("file-unknown-key");
    // Each node looks ahead for its id.
    QTest::newRow("ids last") << nodes(QByteArray("{\"name\": \"x\", \"id\": \"eip-1\"},").repeated(100'000) +
                                       "0")
                              << QByteArray("file-duplicate");
    // Descending ids: putting them into a sorted table one by one would be quadratic.
    QByteArray descending;
    for (int number = 300'000; number > 0; --number)
        descending += "{\"id\":\"eip-" + QByteArray::number(number) + "\"},";
    descending.chop(1);
    QTest::newRow("descending ids") << nodes(descending) << QByteArray();
}

void BrokenFilesTest::hostile() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    // What takes quadratic time here runs into CTest's limit.
    const auto loaded = readDesign({bytes.constData(), std::size_t(bytes.size())});
    QCOMPARE(loaded ? QByteArray() : codeOf(loaded.error()), code);
}

QTEST_GUILESS_MAIN(BrokenFilesTest)
#include "test_broken_files.moc"
