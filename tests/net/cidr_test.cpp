// SPDX-License-Identifier: Apache-2.0
#include "core/net/address_number.h"
#include "core/net/cidr.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

using namespace sekisho;

namespace {

std::string argument(const Diagnostic& diagnostic, std::string_view name) {
    for (const DiagnosticArg& arg : diagnostic.args)
        if (arg.name == name) return arg.value;
    return "(no such argument)";
}

Cidr cidr(std::string_view text) {
    const auto block = Cidr::parse(text);
    if (!block) qFatal("%.*s is no CIDR block", int(text.size()), text.data());
    return *block;
}

std::vector<Cidr> cidrs(const QByteArrayList& texts) {
    std::vector<Cidr> blocks;
    for (const QByteArray& text : texts)
        blocks.push_back(cidr(text.toStdString()));
    return blocks;
}

QByteArray text(const std::optional<Cidr>& block) {
    return block ? QByteArray::fromStdString(block->toString()) : QByteArray("none");
}

/// An address with long runs of zeros and ones, as people write them.
IpAddress randomAddress(std::mt19937_64& random, IpFamily family) {
    IpAddress address{family, {}};
    for (std::size_t i = 0; i < std::size_t(address.bits() / 8); ++i) {
        const auto kind = random() % 4;
        address.bytes[i] = std::uint8_t(kind < 2 ? 0 : kind == 2 ? 0xff : random() & 0xff);
    }
    return address;
}

} // namespace

class CidrTest : public QObject {
    Q_OBJECT

private slots:
    void parsesAddresses_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* input, const char* canonical) {
            QTest::newRow(input) << QByteArray(input) << QByteArray(canonical);
        };
        row("0.0.0.0", "0.0.0.0");
        row("255.255.255.255", "255.255.255.255");
        row("10.20.30.40", "10.20.30.40");
        row("::", "::");
        row("::1", "::1");
        row("1::", "1::");
        row("0:0:0:0:0:0:0:0", "::");
        row("0000:0000:0000:0000:0000:0000:0000:0001", "::1");
        // RFC 4291, section 2.2
        row("ABCD:EF01:2345:6789:ABCD:EF01:2345:6789", "abcd:ef01:2345:6789:abcd:ef01:2345:6789");
        row("2001:DB8:0:0:8:800:200C:417A", "2001:db8::8:800:200c:417a");
        row("FF01:0:0:0:0:0:0:101", "ff01::101");
        row("0:0:0:0:0:0:13.1.68.3", "::d01:4403");
        row("::FFFF:129.144.52.38", "::ffff:129.144.52.38");
        row("::ffff:8190:3426", "::ffff:129.144.52.38");
        row("64:ff9b::192.0.2.33", "64:ff9b::c000:221");
        row("1:2:3:4:5:6:7.8.9.10", "1:2:3:4:5:6:708:90a");
        // RFC 5952, section 4
        row("2001:0db8::0001", "2001:db8::1");
        row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
        row("2001:db8::1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
        row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");
        row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
        row("1:0:0:2:3:4:0:0", "1::2:3:4:0:0");
        row("0:0:1::", "0:0:1::");
        row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
        row("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8");
        row("1:2:3:4:5:6:0:0", "1:2:3:4:5:6::");
        row("0:0:0:0:0:fffe:0:0", "::fffe:0:0");
        row("0:0:0:0:1:ffff:1:1", "::1:ffff:1:1");
    }
    void parsesAddresses() {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, canonical);
        const auto address = IpAddress::parse(input.toStdString());
        QVERIFY(address.has_value());
        QCOMPARE(QByteArray::fromStdString(address->toString()), canonical);
        QVERIFY(IpAddress::parse(address->toString()) == address);
    }

    void refusesAddresses_data() {
        QTest::addColumn<QByteArray>("input");
        for (const char* input : {"",
                                  " ",
                                  ".",
                                  ":",
                                  "1.2.3",
                                  "1.2.3.",
                                  "1.2.3.4.",
                                  ".1.2.3.4",
                                  "1.2.3.4.5",
                                  "1..2.3",
                                  "256.0.0.0",
                                  "010.0.0.0",
                                  "00.0.0.0",
                                  "1.2.3.0004",
                                  "1.2.3.-4",
                                  "+1.2.3.4",
                                  "0x1.2.3.4",
                                  "1.2.3.4 ",
                                  " 1.2.3.4",
                                  "1.2.3.4\n",
                                  "99999999999.1.1.1",
                                  "1,2,3,4",
                                  "１.2.3.4",
                                  "10.0.0.٤",
                                  "localhost",
                                  ":::",
                                  "::1::",
                                  "1::2::3",
                                  "1:2:3:4:5:6:7",
                                  "1:2:3:4:5:6:7:8:9",
                                  "1:2:3:4:5:6:7:8:",
                                  ":1:2:3:4:5:6:7:8",
                                  "1:2:3:4:5:6:7:8::",
                                  "::1:2:3:4:5:6:7:8",
                                  "1::2:3:4:5:6:7:8",
                                  "12345::",
                                  "::00001",
                                  "::g",
                                  "::1%eth0",
                                  "[::1]",
                                  "::1.2.3",
                                  "::1.2.3.256",
                                  "::01.2.3.4",
                                  "::1.2.3.4:5",
                                  "1.2.3.4::",
                                  "::1.2.3.4:",
                                  "1:2:3:4:5:6:7:1.2.3.4",
                                  "1:2:3:4:5:6::1.2.3.4",
                                  "::ffff:1.2.3.4.5",
                                  " ::1",
                                  "::1 ",
                                  "1:",
                                  "1::2:",
                                  ":1::",
                                  "1:::2",
                                  "２００１::"})
            QTest::newRow(input) << QByteArray(input);
        QTest::newRow("embedded NUL") << QByteArray("1.2.3.4\0", 8);
        QTest::newRow("NUL in IPv6") << QByteArray("::\0", 3);
        QTest::newRow("invalid UTF-8") << QByteArray("\xff\xfe.1.2.3");
        QTest::newRow("megabyte of digits") << QByteArray(1 << 20, '1');
        QTest::newRow("megabyte of colons") << QByteArray(1 << 20, ':');
        QTest::newRow("megabyte of zero groups") << QByteArray("0:").repeated(1 << 19);
    }
    void refusesAddresses() {
        QFETCH(QByteArray, input);
        const std::string_view given(input.constData(), std::size_t(input.size()));
        QVERIFY(!IpAddress::parse(given));
        const auto block = Cidr::parse(std::string(given) + "/32");
        QVERIFY(!block);
        QCOMPARE(block.error().code, Code::cidr_syntax);
    }

    void refusesBlocks_data() {
        QTest::addColumn<QByteArray>("input");
        for (const char* input : {"",
                                  "/",
                                  "10.0.0.0",
                                  "10.0.0.0/",
                                  "10.0.0.0/33",
                                  "10.0.0.0/-1",
                                  "10.0.0.0/+8",
                                  "10.0.0.0/08",
                                  "10.0.0.0/8 ",
                                  "10.0.0.0/ 8",
                                  " 10.0.0.0/8",
                                  "10.0.0.0 /8",
                                  "10.0.0.0/8/8",
                                  "10.0.0.0//8",
                                  "/8",
                                  "10.0.0.0/255.0.0.0",
                                  "10.0.0.0/8.",
                                  "10.0.0.0/a",
                                  "10.0.0.0/4294967304",
                                  "10.0.0.0/18446744073709551624",
                                  "10.0.0.0/８",
                                  "010.0.0.0/8",
                                  "10/8",
                                  "10.0/16",
                                  "::/129",
                                  "::/-1",
                                  "::/00",
                                  "::",
                                  "::/",
                                  ":::/0",
                                  "::/1280",
                                  "1::2::3/64",
                                  "2001:db8::/56x",
                                  "fe80::%1/64",
                                  "10.0.0.0\\8",
                                  "anywhere",
                                  "0/0"})
            QTest::newRow(input) << QByteArray(input);
        QTest::newRow("megabyte of nines") << "10.0.0.0/" + QByteArray(1 << 20, '9');
        QTest::newRow("megabyte of slashes") << QByteArray(1 << 20, '/');
    }
    void refusesBlocks() {
        QFETCH(QByteArray, input);
        const auto block = Cidr::parse(input.toStdString());
        QVERIFY(!block);
        QCOMPARE(block.error().code, Code::cidr_syntax);
        QCOMPARE(argument(block.error(), "text"), input.toStdString());
    }

    void namesTheNetworkThatWasMeant_data() {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("network");
        const auto row = [](const char* input, const char* network) {
            QTest::newRow(input) << QByteArray(input) << QByteArray(network);
        };
        row("10.0.0.1/16", "10.0.0.0/16");
        row("10.0.255.255/17", "10.0.128.0/17");
        row("192.168.1.3/31", "192.168.1.2/31");
        row("255.255.255.255/0", "0.0.0.0/0");
        row("128.0.0.0/0", "0.0.0.0/0");
        row("2001:db8::1/64", "2001:db8::/64");
        row("2001:DB8:0:01ff::/56", "2001:db8:0:100::/56");
        row("::1/0", "::/0");
        row("ffff::1/127", "ffff::/127");
        row("8000::/0", "::/0");
    }
    void namesTheNetworkThatWasMeant() {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, network);
        const auto block = Cidr::parse(input.toStdString());
        QVERIFY(!block);
        QCOMPARE(block.error().code, Code::cidr_host_bits);
        QCOMPARE(argument(block.error(), "text"), input.toStdString());
        QCOMPARE(argument(block.error(), "network"), network.toStdString());
        QVERIFY(Cidr::parse(network.toStdString()).has_value());
    }

    void roundTripsRandomBlocks() {
        std::mt19937_64 random(1);
        for (int i = 0; i < 20'000; ++i) {
            const auto family = i % 2 == 0 ? IpFamily::V4 : IpFamily::V6;
            const IpAddress address = randomAddress(random, family);
            QVERIFY(IpAddress::parse(address.toString()) == address);
            QVERIFY(addressFromNumber(family, addressNumber(address)) == address);

            const int length = int(random() % unsigned(address.bits() + 1));
            const Cidr block = Cidr::containing(address, length);
            const auto parsed = Cidr::parse(block.toString());
            QVERIFY(parsed.has_value());
            QVERIFY(*parsed == block);
            QCOMPARE(block.length(), length);
            QVERIFY(block.contains(address));
            QVERIFY(block.contains(block.address()));
            QVERIFY(block.contains(block.last()));
            // Bit by bit, apart from the arithmetic under test.
            for (int bit = 0; bit < address.bits(); ++bit) {
                const auto at = [bit](const IpAddress& a) {
                    return (a.bytes[std::size_t(bit / 8)] >> (7 - bit % 8)) & 1;
                };
                QCOMPARE(at(block.address()), bit < length ? at(address) : 0);
                QCOMPARE(at(block.last()), bit < length ? at(address) : 1);
                if (bit >= length) continue;
                IpAddress other = address;
                other.bytes[std::size_t(bit / 8)] ^= std::uint8_t(0x80 >> (bit % 8));
                QVERIFY(!block.contains(other));
            }
        }
    }

    void neverFailsOnRandomTexts() {
        // Any text is either refused or is read to the same block again from its canonical spelling.
        constexpr std::string_view alphabet = "0123456789abcdefF.:::/%- \xe3";
        std::mt19937_64 random(2);
        int accepted = 0;
        for (int i = 0; i < 200'000; ++i) {
            std::string input = i % 2 == 0 ? "2001:db8::10.0.0.0/96" : "10.128.0.0/16";
            for (auto edits = random() % 4; edits > 0; --edits) {
                const auto at = random() % input.size();
                const char c = alphabet[random() % alphabet.size()];
                if (random() % 3 == 0)
                    input.insert(at, 1, c);
                else if (random() % 2 == 0 && input.size() > 1)
                    input.erase(at, 1);
                else
                    input[at] = c;
            }
            const auto block = Cidr::parse(input);
            if (!block) continue;
            ++accepted;
            QVERIFY(Cidr::parse(block->toString()) == block);
        }
        QVERIFY(accepted > 1000);
    }

    void containsAndOverlaps_data() {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("aHoldsB");
        QTest::addColumn<bool>("bHoldsA");
        const auto row = [](const char* a, const char* b, bool aHoldsB, bool bHoldsA) {
            QTest::addRow("%s and %s", a, b) << QByteArray(a) << QByteArray(b) << aHoldsB << bHoldsA;
        };
        row("10.0.0.0/16", "10.0.0.0/16", true, true);
        row("10.0.0.0/16", "10.0.255.0/24", true, false);
        row("10.0.0.0/16", "10.1.0.0/24", false, false);
        row("10.0.0.0/24", "10.0.0.0/16", false, true);
        row("0.0.0.0/0", "255.255.255.255/32", true, false);
        row("0.0.0.0/1", "128.0.0.0/1", false, false);
        row("::/0", "0.0.0.0/0", false, false);
        row("::/0", "0.0.0.0/32", false, false);
        row("::/96", "0.0.0.0/0", false, false);
        row("2001:db8::/56", "2001:db8:0:ff::/64", true, false);
        row("2001:db8::/56", "2001:db8:0:100::/64", false, false);
        row("::ffff:0.0.0.0/96", "::ffff:10.0.0.0/104", true, false);
    }
    void containsAndOverlaps() {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(bool, aHoldsB);
        QFETCH(bool, bHoldsA);
        const Cidr first = cidr(a.toStdString());
        const Cidr second = cidr(b.toStdString());
        QCOMPARE(first.contains(second), aHoldsB);
        QCOMPARE(second.contains(first), bHoldsA);
        QCOMPARE(first.overlaps(second), aHoldsB || bHoldsA);
        QCOMPARE(second.overlaps(first), aHoldsB || bHoldsA);
    }

    void clampsTheLength() {
        const IpAddress v4 = *IpAddress::parse("10.1.2.3");
        const IpAddress v6 = *IpAddress::parse("2001:db8::1");
        QCOMPARE(Cidr::containing(v4, -5).toString(), std::string("0.0.0.0/0"));
        QCOMPARE(Cidr::containing(v4, 99).toString(), std::string("10.1.2.3/32"));
        QCOMPARE(Cidr::containing(v6, 99).toString(), std::string("2001:db8::/99"));
        QCOMPARE(Cidr::containing(v6, 999).toString(), std::string("2001:db8::1/128"));
        QCOMPARE(Cidr().toString(), std::string("0.0.0.0/0"));
        QVERIFY(Cidr() == Cidr::anywhere(IpFamily::V4));
        QVERIFY(Cidr().isAnywhere() && cidr("::/0").isAnywhere() && !cidr("::/1").isAnywhere());
    }

    void findsTheNextBlock_data() {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<QByteArray>("next");
        const auto row = [](const char* block, const char* next) {
            QTest::newRow(block) << QByteArray(block) << QByteArray(next);
        };
        row("10.0.0.0/24", "10.0.1.0/24");
        row("10.0.255.0/24", "10.1.0.0/24");
        row("255.255.255.0/24", "none");
        row("255.255.255.255/32", "none");
        row("0.0.0.0/0", "none");
        row("0.0.0.0/1", "128.0.0.0/1");
        row("128.0.0.0/1", "none");
        row("2001:db8::/64", "2001:db8:0:1::/64");
        row("2001:db8:0:0:ffff:ffff:ffff:ffff/128", "2001:db8:0:1::/128");
        row("::/0", "none");
        row("::/1", "8000::/1");
        row("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128", "none");
    }
    void findsTheNextBlock() {
        QFETCH(QByteArray, block);
        QFETCH(QByteArray, next);
        QCOMPARE(text(cidr(block.toStdString()).next()), next);
    }

    void cutsSubnets_data() {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<int>("length");
        QTest::addColumn<quint64>("index");
        QTest::addColumn<QByteArray>("subnet");
        const auto row = [](const char* block, int length, quint64 index, const char* subnet) {
            QTest::addRow("%s /%d %llu", block, length, index)
                << QByteArray(block) << length << index << QByteArray(subnet);
        };
        row("10.0.0.0/16", 24, 0, "10.0.0.0/24");
        row("10.0.0.0/16", 24, 255, "10.0.255.0/24");
        row("10.0.0.0/16", 24, 256, "none");
        row("10.0.0.0/16", 16, 0, "10.0.0.0/16");
        row("10.0.0.0/16", 16, 1, "none");
        row("10.0.0.0/16", 15, 0, "none");
        row("10.0.0.0/16", 33, 0, "none");
        row("10.0.0.0/16", -1, 0, "none");
        row("0.0.0.0/0", 32, 0xffffffff, "255.255.255.255/32");
        row("0.0.0.0/0", 32, 0x100000000, "none");
        row("2001:db8::/56", 64, 10, "2001:db8:0:a::/64");
        row("2001:db8::/64", 128, ~0ULL, "2001:db8::ffff:ffff:ffff:ffff/128");
        row("::/0", 64, ~0ULL, "ffff:ffff:ffff:ffff::/64");
        row("::/0", 128, ~0ULL, "::ffff:ffff:ffff:ffff/128");
        row("::/0", 0, 0, "::/0");
        row("::/0", 0, 1, "none");
        row("::/1", 64, ~0ULL >> 1, "7fff:ffff:ffff:ffff::/64");
        row("::/1", 64, ~0ULL, "none");
    }
    void cutsSubnets() {
        QFETCH(QByteArray, block);
        QFETCH(int, length);
        QFETCH(quint64, index);
        QFETCH(QByteArray, subnet);
        QCOMPARE(text(cidr(block.toStdString()).subnet(length, index)), subnet);
    }

    void ordersByFamilyAddressAndLength() {
        const QByteArrayList ascending = {"0.0.0.0/0",   "10.0.0.0/8",    "10.0.0.0/16",
                                          "10.0.1.0/24", "200.0.0.0/8",   "::/0",
                                          "::/128",      "2001:db8::/32", "ff00::/8"};
        auto blocks = cidrs(ascending);
        std::shuffle(blocks.begin(), blocks.end(), std::mt19937_64(3));
        std::sort(blocks.begin(), blocks.end());
        QVERIFY(blocks == cidrs(ascending));
    }

    void findsTheFirstFreeBlock_data() {
        QTest::addColumn<QByteArray>("space");
        QTest::addColumn<int>("length");
        QTest::addColumn<QByteArrayList>("taken");
        QTest::addColumn<QByteArray>("free");
        const auto row = [](const char* name, const char* space, int length, const QByteArrayList& taken,
                            const char* free) {
            QTest::newRow(name) << QByteArray(space) << length << taken << QByteArray(free);
        };
        row("empty space", "10.0.0.0/16", 24, {}, "10.0.0.0/24");
        row("behind the first", "10.0.0.0/16", 24, {"10.0.0.0/24"}, "10.0.1.0/24");
        row("a gap", "10.0.0.0/16", 24, {"10.0.2.0/24", "10.0.0.0/24"}, "10.0.1.0/24");
        row("a gap too small", "10.0.0.0/16", 23, {"10.0.0.0/24"}, "10.0.2.0/23");
        row("small blocks in the way", "10.0.0.0/16", 24, {"10.0.0.255/32", "10.0.1.0/32"}, "10.0.2.0/24");
        row("a large block", "10.0.0.0/16", 24, {"10.0.0.0/17"}, "10.0.128.0/24");
        row("nested and twice", "10.0.0.0/16", 24,
            {"10.0.0.0/20", "10.0.3.0/24", "10.0.0.0/20", "10.0.0.0/24"}, "10.0.16.0/24");
        row("outside the space", "10.0.0.0/16", 24, {"9.255.255.0/24", "10.1.0.0/16", "192.168.0.0/16"},
            "10.0.0.0/24");
        row("the other family", "10.0.0.0/16", 24, {"::/0", "2001:db8::/32"}, "10.0.0.0/24");
        row("larger than the space", "10.0.0.0/16", 24, {"10.0.0.0/8"}, "none");
        row("everything taken", "10.0.0.0/16", 24, {"0.0.0.0/0"}, "none");
        row("full", "10.0.0.0/23", 24, {"10.0.1.0/24", "10.0.0.0/24"}, "none");
        row("full by crumbs", "10.0.0.0/23", 24, {"10.0.1.7/32", "10.0.0.9/32"}, "none");
        row("all of it", "10.0.0.0/23", 23, {}, "10.0.0.0/23");
        row("does not fit", "10.0.0.0/24", 23, {}, "none");
        row("too long", "10.0.0.0/24", 33, {}, "none");
        row("negative", "0.0.0.0/0", -1, {}, "none");
        row("last of the space", "255.255.255.0/24", 25, {"255.255.255.0/25"}, "255.255.255.128/25");
        row("last taken too", "255.255.255.0/24", 25, {"255.255.255.0/25", "255.255.255.255/32"}, "none");
        row("all of IPv6", "::/0", 0, {}, "::/0");
        row("all of IPv6, one address taken", "::/0", 0, {"::1/128"}, "none");
        row("IPv6 subnet", "2001:db8::/56", 64, {"2001:db8::/64", "2001:db8:0:1::/64"}, "2001:db8:0:2::/64");
        row("upper half of IPv6", "::/0", 1, {"::/128"}, "8000::/1");
        row("last address of IPv6", "::/0", 128, {"::/1", "8000::/1"}, "none");
    }
    void findsTheFirstFreeBlock() {
        QFETCH(QByteArray, space);
        QFETCH(int, length);
        QFETCH(QByteArrayList, taken);
        QFETCH(QByteArray, free);
        QCOMPARE(text(firstFree(cidr(space.toStdString()), length, cidrs(taken))), free);
    }

    void findsWhatTryingEveryBlockFinds() {
        std::mt19937_64 random(4);
        for (int round = 0; round < 3000; ++round) {
            const auto family = round % 2 == 0 ? IpFamily::V4 : IpFamily::V6;
            // The end of the address space is where sums overflow.
            IpAddress address{family, {}};
            if (round % 4 < 2) address.bytes.fill(0xff);
            if (family == IpFamily::V4)
                std::fill(address.bytes.begin() + 4, address.bytes.end(), std::uint8_t{0});
            const int width = address.bits();
            const Cidr space = Cidr::containing(address, width - 8);
            const int length = width - int(random() % 9);
            std::vector<Cidr> taken;
            for (auto n = random() % 40; n > 0; --n)
                taken.push_back(*space.subnet(width - int(random() % 5), random() % 16));

            std::optional<Cidr> expected;
            for (std::uint64_t i = 0; !expected; ++i) {
                const auto candidate = space.subnet(length, i);
                if (!candidate) break;
                if (std::none_of(taken.begin(), taken.end(),
                                 [&](const Cidr& t) { return t.overlaps(*candidate); }))
                    expected = candidate;
            }
            QCOMPARE(text(firstFree(space, length, taken)), text(expected));
        }
    }

    void fillsASpaceWithThousands() {
        std::vector<Cidr> taken;
        for (std::uint64_t i = 0; i < 10'000; ++i)
            taken.push_back(*cidr("::/0").subnet(64, i));
        std::shuffle(taken.begin(), taken.end(), std::mt19937_64(5));
        QBENCHMARK_ONCE {
            QCOMPARE(text(firstFree(cidr("::/0"), 64, taken)), QByteArray("0:0:0:2710::/64"));
        }
    }

    void benchmarkParse_data() { benchmarkRows(); }
    void benchmarkParse() {
        QFETCH(QByteArray, input);
        const std::string given = input.toStdString();
        int lengths = 0;
        QBENCHMARK {
            for (int i = 0; i < 1000; ++i)
                lengths += Cidr::parse(given)->length();
        }
        QVERIFY(lengths > 0);
    }

    void benchmarkToString_data() { benchmarkRows(); }
    void benchmarkToString() {
        QFETCH(QByteArray, input);
        const Cidr block = cidr(input.toStdString());
        std::size_t sizes = 0;
        QBENCHMARK {
            for (int i = 0; i < 1000; ++i)
                sizes += block.toString().size();
        }
        QVERIFY(sizes > 0);
    }

private:
    static void benchmarkRows() {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("1000 IPv4") << QByteArray("192.168.128.0/20");
        QTest::newRow("1000 IPv6") << QByteArray("2001:db8:1234:ab00::/56");
    }
};

QTEST_APPLESS_MAIN(CidrTest)
#include "cidr_test.moc"
