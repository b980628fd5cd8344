// SPDX-License-Identifier: Apache-2.0
#include "core/net/address_number.h"
#include "core/net/cidr_set.h"

#include <QTest>

#include <algorithm>
#include <bitset>
#include <random>

using namespace sekisho;

namespace {

Cidr cidr(std::string_view text) {
    const auto block = Cidr::parse(text);
    if (!block) qFatal("%.*s is no CIDR block", int(text.size()), text.data());
    return *block;
}

CidrSet setOf(IpFamily family, const QByteArrayList& texts) {
    std::vector<Cidr> blocks;
    for (const QByteArray& text : texts)
        blocks.push_back(cidr(text.toStdString()));
    return {family, blocks};
}

QByteArrayList texts(const CidrSet& set) {
    QByteArrayList list;
    for (const Cidr& block : set.cidrs())
        list << QByteArray::fromStdString(block.toString());
    return list;
}

using Bits = std::bitset<256>;

/// A block of 256 addresses that the brute force can count through.
struct Window {
    Cidr block;

    IpAddress address(std::size_t index) const {
        return block.subnet(block.address().bits(), index)->address();
    }
    CidrSet set(const Bits& bits) const {
        std::vector<Cidr> blocks;
        for (std::size_t i = 0; i < bits.size(); ++i)
            if (bits.test(i)) blocks.push_back(Cidr::containing(address(i), block.address().bits()));
        return {block.family(), blocks};
    }
    Bits bits(const CidrSet& set) const {
        Bits result;
        for (std::size_t i = 0; i < result.size(); ++i)
            result.set(i, set.contains(address(i)));
        return result;
    }
};

/// The size of the smallest list of blocks, by another way: halve until a half is full or empty.
std::size_t fewestBlocks(const Bits& bits, std::size_t from, std::size_t count) {
    std::size_t members = 0;
    for (std::size_t i = from; i < from + count; ++i)
        members += bits.test(i) ? 1 : 0;
    if (members == 0) return 0;
    if (members == count) return 1;
    return fewestBlocks(bits, from, count / 2) + fewestBlocks(bits, from + count / 2, count / 2);
}

} // namespace

class CidrSetTest : public QObject {
    Q_OBJECT

private slots:
    void listsTheFewestBlocks_data() {
        QTest::addColumn<QByteArrayList>("blocks");
        QTest::addColumn<QByteArrayList>("fewest");
        const auto row = [](const char* name, const QByteArrayList& blocks, const QByteArrayList& fewest) {
            QTest::newRow(name) << blocks << fewest;
        };
        row("halves", {"0.0.0.0/1", "128.0.0.0/1"}, {"0.0.0.0/0"});
        row("quarters out of order", {"192.0.0.0/2", "0.0.0.0/2", "128.0.0.0/2", "64.0.0.0/2"},
            {"0.0.0.0/0"});
        row("not aligned", {"10.0.1.0/24", "10.0.2.0/24"}, {"10.0.1.0/24", "10.0.2.0/24"});
        row("nested", {"10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/8"}, {"10.0.0.0/8"});
        row("neighbours", {"10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/23"}, {"10.0.0.0/22"});
        row("last address", {"255.255.255.255/32"}, {"255.255.255.255/32"});
        row("IPv6 halves", {"::/1", "8000::/1"}, {"::/0"});
        row("IPv6 carry", {"2001:db8::ffff:ffff:ffff:ffff/128", "2001:db8:0:1::/128"},
            {"2001:db8::ffff:ffff:ffff:ffff/128", "2001:db8:0:1::/128"});
        row("none", {}, {});
    }
    void listsTheFewestBlocks() {
        QFETCH(QByteArrayList, blocks);
        QFETCH(QByteArrayList, fewest);
        const auto family = !blocks.isEmpty() && blocks.first().contains(':') ? IpFamily::V6 : IpFamily::V4;
        QCOMPARE(texts(setOf(family, blocks)), fewest);
    }

    void knowsAnywhere() {
        for (const auto family : {IpFamily::V4, IpFamily::V6}) {
            const CidrSet all = CidrSet::anywhere(family);
            const CidrSet halves = CidrSet(*Cidr::anywhere(family).subnet(1, 0))
                                       .united(CidrSet(*Cidr::anywhere(family).subnet(1, 1)));
            QVERIFY(all.isAnywhere() && halves.isAnywhere() && halves == all);
            QCOMPARE(all.fraction(), 1.0);
            QCOMPARE(CidrSet(family).fraction(), 0.0);
            QVERIFY(CidrSet(family).empty() && !CidrSet(family).isAnywhere());
            QVERIFY(all.minus(halves).empty());

            // Everything but one address: AWS accepts it, and it is as good as open.
            const CidrSet nearly = all.minus(CidrSet(Cidr::containing(Cidr::anywhere(family).last(), 128)));
            QVERIFY(!nearly.isAnywhere());
            QVERIFY(nearly.fraction() > 0.999);
            QCOMPARE(nearly.cidrs().size(), std::size_t(addressBits(family)));
        }
        QCOMPARE(setOf(IpFamily::V4, {"0.0.0.0/2", "128.0.0.0/8"}).fraction(), 0.25 + 1.0 / 256);
        QCOMPARE(setOf(IpFamily::V6, {"2000::/3"}).fraction(), 0.125);
    }

    void keepsFamiliesApart() {
        const CidrSet v4 = setOf(IpFamily::V4, {"::/0", "10.0.0.0/8", "2001:db8::/32"});
        QCOMPARE(texts(v4), QByteArrayList{"10.0.0.0/8"});
        QVERIFY(v4.contains(cidr("10.1.0.0/16")));
        QVERIFY(!v4.contains(cidr("10.0.0.0/7")) && !v4.contains(cidr("8.0.0.0/7")));
        QVERIFY(!CidrSet::anywhere(IpFamily::V6).contains(cidr("10.0.0.0/8")));
        QVERIFY(!CidrSet::anywhere(IpFamily::V6).contains(*IpAddress::parse("10.0.0.1")));
        QVERIFY(!CidrSet::anywhere(IpFamily::V4).contains(*IpAddress::parse("::")));
        QVERIFY(!(CidrSet(IpFamily::V4) == CidrSet(IpFamily::V6)));
    }

    void cutsAHole() {
        const CidrSet rest = setOf(IpFamily::V4, {"10.0.0.0/8"}).minus(setOf(IpFamily::V4, {"10.64.0.0/10"}));
        QCOMPARE(texts(rest), (QByteArrayList{"10.0.0.0/10", "10.128.0.0/9"}));
        QVERIFY(!rest.contains(cidr("10.64.0.0/24")) && rest.contains(cidr("10.128.0.0/9")));
        QVERIFY(rest.overlaps(setOf(IpFamily::V4, {"10.0.0.0/8"})));
        QVERIFY(!rest.overlaps(setOf(IpFamily::V4, {"10.64.0.0/16", "11.0.0.0/8"})));
    }

    void agreesWithBruteForce_data() {
        QTest::addColumn<QByteArray>("window");
        for (const char* window :
             {"10.0.0.0/24", "0.0.0.0/24", "255.255.255.0/24", "2001:db8::ff00/120", "::/120",
              "2001:db8:0:0:ffff:ffff:ffff:ff00/120", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ff00/120"})
            QTest::newRow(window) << QByteArray(window);
    }
    void agreesWithBruteForce() {
        QFETCH(QByteArray, window);
        const Window w{cidr(window.toStdString())};
        std::mt19937_64 random(6);
        const auto randomBits = [&random] {
            Bits bits;
            for (auto n = random() % 10; n > 0; --n) {
                const std::size_t from = random() % bits.size();
                const std::size_t to = std::min(bits.size(), from + random() % 64);
                for (std::size_t i = from; i < to; ++i)
                    bits.set(i);
            }
            return bits;
        };
        for (int round = 0; round < 40; ++round) {
            const Bits a = randomBits();
            const Bits b = randomBits();
            const CidrSet setA = w.set(a);
            const CidrSet setB = w.set(b);
            QVERIFY(w.bits(setA) == a);
            QVERIFY(w.bits(setA.united(setB)) == (a | b));
            QVERIFY(w.bits(setA.intersected(setB)) == (a & b));
            QVERIFY(w.bits(setA.minus(setB)) == (a & ~b));
            QCOMPARE(setA.contains(setB), (b & ~a).none());
            QCOMPARE(setA.overlaps(setB), (a & b).any());
            QCOMPARE(setA.empty(), a.none());

            const auto blocks = setA.cidrs();
            QCOMPARE(blocks.size(), fewestBlocks(a, 0, a.size()));
            QVERIFY(std::is_sorted(blocks.begin(), blocks.end()));
            QVERIFY(CidrSet(setA.family(), blocks) == setA);
            for (const Cidr& block : blocks)
                QVERIFY(setA.contains(block));
        }
    }
};

QTEST_APPLESS_MAIN(CidrSetTest)
#include "cidr_set_test.moc"
