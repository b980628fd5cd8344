// SPDX-License-Identifier: Apache-2.0
#include "core/net/interval_set.h"

#include <QTest>

#include <bitset>
#include <cstdint>
#include <limits>
#include <random>

using namespace sekisho;

namespace {

constexpr std::size_t universe = 96;
using Bits = std::bitset<universe>;

/// The same set twice: as intervals and as one bit a member.
template<class T>
struct Twin {
    IntervalSet<T> set;
    Bits bits;
};

template<class T>
T value(std::size_t index) {
    // The top of a narrow type, where "+ 1" would overflow, the bottom of a signed one, where "- 1" would.
    if constexpr (std::is_signed_v<T>)
        return static_cast<T>(static_cast<int>(std::numeric_limits<T>::min()) + static_cast<int>(index));
    else
        return static_cast<T>(std::numeric_limits<T>::max() - (universe - 1) + index);
}

template<class T>
Twin<T> randomTwin(std::mt19937_64& random) {
    Twin<T> twin;
    for (auto n = random() % 8; n > 0; --n) {
        const std::size_t from = random() % universe;
        const std::size_t to = std::min(universe - 1, from + random() % 20);
        twin.set = twin.set.united({value<T>(from), value<T>(to)});
        for (std::size_t i = from; i <= to; ++i)
            twin.bits.set(i);
    }
    return twin;
}

template<class T>
bool isCanonical(const IntervalSet<T>& set) {
    const auto& intervals = set.intervals();
    for (std::size_t i = 0; i < intervals.size(); ++i) {
        if (intervals[i].from > intervals[i].to) return false;
        if (i > 0 &&
            !(intervals[i - 1].to < intervals[i].from && intervals[i - 1].to + 1 != intervals[i].from))
            return false;
    }
    return true;
}

template<class T>
bool same(const IntervalSet<T>& set, const Bits& bits) {
    if (!isCanonical(set) || set.empty() != bits.none()) return false;
    for (std::size_t i = 0; i < universe; ++i)
        if (set.contains(value<T>(i)) != bits.test(i)) return false;
    return true;
}

template<class T>
void compareWithBits(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    for (int round = 0; round < 4000; ++round) {
        const auto a = randomTwin<T>(random);
        const auto b = randomTwin<T>(random);
        QVERIFY(same(a.set, a.bits));
        QVERIFY(same(a.set.united(b.set), a.bits | b.bits));
        QVERIFY(same(a.set.intersected(b.set), a.bits & b.bits));
        QVERIFY(same(a.set.minus(b.set), a.bits & ~b.bits));
        QCOMPARE(a.set.contains(b.set), (b.bits & ~a.bits).none());
        QCOMPARE(a.set == b.set, a.bits == b.bits);
        QVERIFY(a.set.united(b.set).contains(b.set));
    }
}

} // namespace

class IntervalSetTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithBitsForPorts() { compareWithBits<std::int32_t>(1); }
    void agreesWithBitsForBytes() { compareWithBits<std::uint8_t>(2); }
    void agreesWithBitsForSignedBytes() { compareWithBits<std::int8_t>(3); }
    void agreesWithBitsForUnsigned64() { compareWithBits<std::uint64_t>(4); }

    void joinsNeighbours() {
        const PortSet ports = PortSet(443, 443).united({80, 80}).united({444, 500}).united({81, 90});
        QCOMPARE(ports.intervals().size(), std::size_t(2));
        QVERIFY((ports.intervals()[0] == PortSet::Interval{80, 90}));
        QVERIFY((ports.intervals()[1] == PortSet::Interval{443, 500}));
    }

    void reversedIsEmpty() {
        QVERIFY(PortSet(2, 1).empty());
        QVERIFY(PortSet::unionOf({{9, 3}, {5, 1}}).empty());
        QVERIFY(PortSet::unionOf({{9, 3}, {4, 5}, {1, 3}}) == PortSet(1, 5));
    }

    void cutsAHole() {
        const PortSet ports = PortSet(0, 65535).minus({1024, 65535}).minus({22, 22});
        QVERIFY((ports.intervals() == std::vector<PortSet::Interval>{{0, 21}, {23, 1023}}));
        QVERIFY(!ports.contains(22) && ports.contains(21) && ports.contains(23));
        QVERIFY(PortSet(0, 65535).contains(ports) && !ports.contains(PortSet(20, 24)));
        QVERIFY(ports.contains(PortSet()) && PortSet().contains(PortSet()));
    }
};

QTEST_APPLESS_MAIN(IntervalSetTest)
#include "interval_set_test.moc"
