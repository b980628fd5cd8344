// SPDX-License-Identifier: Apache-2.0
#include "core/net/protocol.h"

#include <QTest>

#include <clocale>

using namespace sekisho;

namespace {

QByteArray codeName(const Diagnostic& diagnostic) {
    const auto name = codeText(diagnostic.code);
    return {name.data(), qsizetype(name.size())};
}

QByteArray argument(const Diagnostic& diagnostic, std::string_view name) {
    for (const DiagnosticArg& arg : diagnostic.args)
        if (arg.name == name) return QByteArray::fromStdString(arg.value);
    return "(no such argument)";
}

} // namespace

class ProtocolTest : public QObject {
    Q_OBJECT

private slots:
    void parsesProtocols_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("number");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("aws");
        const auto row = [](const char* input, int number, const char* text, const char* aws) {
            QTest::newRow(input) << QByteArray(input) << number << QByteArray(text) << QByteArray(aws);
        };
        row("tcp", 6, "tcp", "tcp");
        row("TCP", 6, "tcp", "tcp");
        row("6", 6, "tcp", "tcp");
        row("udp", 17, "udp", "udp");
        row("17", 17, "udp", "udp");
        row("icmp", 1, "icmp", "icmp");
        row("1", 1, "icmp", "icmp");
        row("ICMPv6", 58, "icmpv6", "icmpv6");
        row("58", 58, "icmpv6", "icmpv6");
        row("all", -1, "all", "-1");
        row("All", -1, "all", "-1");
        row("-1", -1, "all", "-1");
        row("0", 0, "0", "0");
        row("50", 50, "50", "50");
        row("255", 255, "255", "255");
    }
    void parsesProtocols() {
        QFETCH(QByteArray, input);
        QFETCH(int, number);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, aws);
        const auto protocol = Protocol::parse(input.toStdString());
        QVERIFY(protocol.has_value());
        QCOMPARE(protocol->number(), number);
        QCOMPARE(QByteArray::fromStdString(protocol->toString()), text);
        QCOMPARE(QByteArray::fromStdString(protocol->toAws()), aws);
        QCOMPARE(protocol->isAll(), number == -1);
        QCOMPARE(protocol->isIcmp(), number == 1 || number == 58);
        QCOMPARE(protocol->hasPorts(), number == 6 || number == 17);
    }

    void everyNumberIsReadBack() {
        for (int number = -1; number <= 255; ++number) {
            const auto protocol = Protocol::parse(std::to_string(number));
            QVERIFY(protocol.has_value());
            QCOMPARE(protocol->number(), number);
            QVERIFY(Protocol::parse(protocol->toString()) == protocol);
            QVERIFY(Protocol::parse(protocol->toAws()) == protocol);
        }
    }

    void caseDoesNotFollowTheLocale() {
        // In Turkish the small letter of I is no i.
        if (!std::setlocale(LC_ALL, "tr_TR.UTF-8")) std::setlocale(LC_ALL, "");
        const bool read = Protocol::parse("ICMP").has_value();
        std::setlocale(LC_ALL, "C");
        QVERIFY(read);
    }

    void refusesProtocols_data() {
        QTest::addColumn<QByteArray>("input");
        for (const char* input : {"", " ", "tcp ", " tcp", "tcpp", "tc", "256", "-2", "06", "+6", "6.0",
                                  "0x6", "any", "ｔｃｐ", "９", "99999999999999999999", "tcp\n"})
            QTest::newRow(input) << QByteArray(input);
        QTest::newRow("NUL") << QByteArray("tcp\0", 4);
        QTest::newRow("megabyte") << QByteArray(1 << 20, '1');
    }
    void refusesProtocols() {
        QFETCH(QByteArray, input);
        const auto protocol = Protocol::parse(input.toStdString());
        QVERIFY(!protocol);
        QCOMPARE(protocol.error().code, Code::protocol_unknown);
        QCOMPARE(argument(protocol.error(), "text"), input);
    }

    void parsesPorts_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* input, int from, int to, const char* text) {
            QTest::newRow(input) << QByteArray(input) << from << to << QByteArray(text);
        };
        row("443", 443, 443, "443");
        row("0", 0, 0, "0");
        row("65535", 65535, 65535, "65535");
        row("1024-65535", 1024, 65535, "1024-65535");
        row("443-443", 443, 443, "443");
        row("0-65535", 0, 65535, "all");
        row("all", 0, 65535, "all");
        row("ALL", 0, 65535, "all");
        row("0-1", 0, 1, "0-1");
    }
    void parsesPorts() {
        QFETCH(QByteArray, input);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QByteArray, text);
        const auto ports = PortRange::parse(input.toStdString());
        QVERIFY(ports.has_value());
        QCOMPARE(int(ports->from), from);
        QCOMPARE(int(ports->to), to);
        QCOMPARE(QByteArray::fromStdString(ports->toString()), text);
        QVERIFY(PortRange::parse(ports->toString()) == ports);
    }

    void refusesPorts_data() {
        QTest::addColumn<QByteArray>("input");
        for (const char* input :
             {"",    "-",         "-1",      "1-",   "-1-2",  "65536", "0-65536", "99999999999999999999",
              "2-1", "443,80",    "80 - 90", " 80",  "80 ",   "080",   "0x50",    "8e1",
              "+80", "80-90-100", "80--90",  "http", "80–90", "８０",  "80.0"})
            QTest::newRow(input) << QByteArray(input);
        QTest::newRow("megabyte") << QByteArray(1 << 20, '-');
    }
    void refusesPorts() {
        QFETCH(QByteArray, input);
        const auto ports = PortRange::parse(input.toStdString());
        QVERIFY(!ports);
        QCOMPARE(ports.error().code, Code::port_syntax);
        QCOMPARE(argument(ports.error(), "text"), input);
    }

    void parsesTraffic_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("first"); // from port or ICMP type; -2: neither
        QTest::addColumn<int>("last");  // to port or ICMP code
        const auto row = [](const char* input, const char* text, int first, int last) {
            QTest::newRow(input) << QByteArray(input) << QByteArray(text) << first << last;
        };
        row("tcp/443", "tcp/443", 443, 443);
        row("TCP/443", "tcp/443", 443, 443);
        row("6/443", "tcp/443", 443, 443);
        row("udp/1024-65535", "udp/1024-65535", 1024, 65535);
        row("tcp", "tcp", 0, 65535);
        row("tcp/all", "tcp", 0, 65535);
        row("udp/0-65535", "udp", 0, 65535);
        row("icmp", "icmp", -1, -1);
        row("icmp/8", "icmp/8", 8, -1);
        row("icmp/8/0", "icmp/8/0", 8, 0);
        row("icmp/0/0", "icmp/0/0", 0, 0);
        row("icmp/255/255", "icmp/255/255", 255, 255);
        row("icmp/8/all", "icmp/8", 8, -1);
        row("icmp/-1/-1", "icmp", -1, -1);
        row("icmpv6/128", "icmpv6/128", 128, -1);
        row("58/128/0", "icmpv6/128/0", 128, 0);
        row("all", "all", -2, -2);
        row("-1", "all", -2, -2);
        row("50", "50", -2, -2);
        row("0", "0", -2, -2);
    }
    void parsesTraffic() {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, text);
        QFETCH(int, first);
        QFETCH(int, last);
        const auto traffic = Traffic::parse(input.toStdString());
        QVERIFY(traffic.has_value());
        QCOMPARE(QByteArray::fromStdString(traffic->toString()), text);
        QCOMPARE(traffic->ports.has_value(), traffic->protocol.hasPorts());
        QCOMPARE(traffic->icmp.has_value(), traffic->protocol.isIcmp());
        if (traffic->ports) {
            QCOMPARE(int(traffic->ports->from), first);
            QCOMPARE(int(traffic->ports->to), last);
        } else if (traffic->icmp) {
            QCOMPARE(int(traffic->icmp->type), first);
            QCOMPARE(int(traffic->icmp->code), last);
        } else {
            QCOMPARE(first, -2);
        }
        QVERIFY(traffic->normalized() == *traffic);
        QVERIFY(Traffic::parse(traffic->toString()) == traffic);
    }

    void refusesTraffic_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* input, const char* code, const char* text) {
            QTest::newRow(input) << QByteArray(input) << QByteArray(code) << QByteArray(text);
        };
        row("", "protocol-unknown", "");
        row("/443", "protocol-unknown", "");
        row("443", "protocol-unknown", "443");
        row("sctp/80", "protocol-unknown", "sctp");
        row("tcp 443", "protocol-unknown", "tcp 443");
        row("tcp:443", "protocol-unknown", "tcp:443");
        row("tcp/", "port-syntax", "");
        row("tcp/65536", "port-syntax", "65536");
        row("tcp/90-80", "port-syntax", "90-80");
        row("tcp/80/90", "port-syntax", "80/90");
        row("udp/ 53", "port-syntax", " 53");
        row("icmp/", "icmp-syntax", "");
        row("icmp/8/", "icmp-syntax", "8/");
        row("icmp//0", "icmp-syntax", "/0");
        row("icmp/256", "icmp-syntax", "256");
        row("icmp/8/256", "icmp-syntax", "8/256");
        row("icmp/8/0/0", "icmp-syntax", "8/0/0");
        row("icmp/-1/0", "icmp-syntax", "-1/0");
        row("icmp/all/0", "icmp-syntax", "all/0");
        row("icmp/-2", "icmp-syntax", "-2");
        row("icmpv6/echo", "icmp-syntax", "echo");
        row("all/443", "protocol-without-ports", "all/443");
        row("50/443", "protocol-without-ports", "50/443");
        row("all/", "protocol-without-ports", "all/");
    }
    void refusesTraffic() {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        const auto traffic = Traffic::parse(input.toStdString());
        QVERIFY(!traffic);
        QCOMPARE(codeName(traffic.error()), code);
        QCOMPARE(argument(traffic.error(), "text"), text);
    }

    void normalizes() {
        const PortRange web{80, 443};
        const IcmpType echo{8, 0};
        // What a protocol does not have is dropped, what it lacks is made explicit.
        QVERIFY((Traffic{Protocol::all(), web, echo}.normalized() == Traffic::all()));
        QVERIFY((Traffic{*Protocol::parse("50"), web, echo}.normalized() ==
                 Traffic{*Protocol::parse("50"), {}, {}}));
        QVERIFY((Traffic{Protocol::tcp(), {}, echo}.normalized() == Traffic::tcp(PortRange::all())));
        QVERIFY((Traffic{Protocol::udp(), web, echo}.normalized() == Traffic::udp(web)));
        QVERIFY((Traffic{Protocol::icmp(), web, {}}.normalized() ==
                 Traffic{Protocol::icmp(), {}, IcmpType{-1, -1}}));
        QVERIFY(
            (Traffic{Protocol::icmpv6(), web, echo}.normalized() == Traffic{Protocol::icmpv6(), {}, echo}));
        QVERIFY((Traffic{Protocol::icmp(), {}, IcmpType{-1, 4}}.normalized() ==
                 Traffic{Protocol::icmp(), {}, IcmpType{-1, -1}}));
        QVERIFY((Traffic{Protocol::icmp(), {}, IcmpType{3, -1}}.normalized() ==
                 Traffic{Protocol::icmp(), {}, IcmpType{3, -1}}));

        // The text of what is not normalized is the text of what it means.
        QCOMPARE((Traffic{Protocol::all(), web, echo}.toString()), std::string("all"));
        QCOMPARE((Traffic{Protocol::tcp(), {}, {}}.toString()), std::string("tcp"));
        QCOMPARE((Traffic{Protocol::icmp(), web, IcmpType{-1, 4}}.toString()), std::string("icmp"));
    }

    void everyTrafficIsReadBack() {
        for (int number = -1; number <= 255; ++number) {
            const Protocol protocol = *Protocol::parse(std::to_string(number));
            for (int from : {0, 1, 443, 65535})
                for (int to : {from, 65535}) {
                    const PortRange ports{std::uint16_t(from), std::uint16_t(to)};
                    const Traffic traffic{protocol, ports,
                                          IcmpType{std::int16_t(from % 256), std::int16_t(-1)}};
                    const auto again = Traffic::parse(traffic.toString());
                    QVERIFY(again.has_value());
                    QVERIFY(*again == traffic.normalized());
                }
        }
    }
};

QTEST_APPLESS_MAIN(ProtocolTest)
#include "protocol_test.moc"
