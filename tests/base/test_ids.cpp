// SPDX-License-Identifier: Apache-2.0
// First: moc of Qt 6.4 cannot parse <compare> of GCC 12 before any other standard header.
#include <QtTest>

#include "core/base/ids.h"

#include <limits>
#include <set>
#include <unordered_set>

using namespace sekisho;

class TestIds : public QObject {
    Q_OBJECT

private slots:
    void kindWords();
    void roundTrip();
    void fromString_data();
    void fromString();
    void order();
    void typedIds();
};

void TestIds::kindWords() {
    std::set<std::string_view> words;
    for (std::size_t i = 0; i < kindCount; ++i) {
        const auto kind = static_cast<Kind>(i);
        const auto word = kindWord(kind);
        QVERIFY(!word.empty());
        QVERIFY2(words.insert(word).second, "two kinds with one word");
        QVERIFY(kindFromWord(word) == kind);
        for (const char c : word)
            QVERIFY((c >= 'a' && c <= 'z') || c == '-');
    }
    QCOMPARE(kindWord(Kind::Subnet), std::string_view("subnet"));
    QCOMPARE(kindWord(Kind::RouteTableAssociation), std::string_view("route-table-association"));
    QCOMPARE(kindWord(Kind::Listener), std::string_view("listener"));
    QVERIFY(!kindFromWord("") && !kindFromWord("Subnet") && !kindFromWord("subnets"));
    QVERIFY(isNodeKind(Kind::External) && !isNodeKind(Kind::VpcCidr));
}

void TestIds::roundTrip() {
    for (std::size_t i = 0; i < kindCount; ++i)
        for (const std::uint32_t number :
             {0U, 1U, 9U, 10U, 4096U, std::numeric_limits<std::uint32_t>::max()}) {
            const ElementId id{static_cast<Kind>(i), number};
            QVERIFY2(elementIdFromString(toString(id)) == id, toString(id).c_str());
        }
}

void TestIds::fromString_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected"); // empty: refused
    const auto row = [](const QByteArray& text, const QByteArray& expected = {}) {
        QTest::newRow(text.isEmpty() ? "empty" : text.left(40).constData()) << text << expected;
    };
    row("subnet-3", "subnet-3");
    row("sg-rule-12", "sg-rule-12");
    row("route-table-association-1", "route-table-association-1");
    row("vpc-0", "vpc-0");
    row("vpc-4294967295", "vpc-4294967295");
    row("vpc-4294967296");
    row("vpc-99999999999999999999999999");
    row("");
    row("-");
    row("-1");
    row("subnet");
    row("subnet-");
    row("subnet3");
    row("subnet--3");
    row("subnet-03");
    row("subnet-00");
    row("subnet-+3");
    row("subnet- 3");
    row("subnet-3 ");
    row(" subnet-3");
    row("subnet-3\n");
    row("subnet-3.0");
    row("subnet-3e1");
    row("subnet-0x3");
    row("subnet-３");
    row("Subnet-3");
    row("subnet_3");
    row("subnets-3");
    row("route-table-");
    row("サブネット-3");
    row(QByteArray("subnet-3\0", 9));
    row(QByteArray("sub\0net-3", 9));
    row(QByteArray(1000000, '-'));
    row("subnet-" + QByteArray(1000000, '1'));
}

void TestIds::fromString() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto id = elementIdFromString({text.constData(), static_cast<std::size_t>(text.size())});
    QCOMPARE(id ? QByteArray::fromStdString(toString(*id)) : QByteArray(), expected);
}

void TestIds::order() {
    QVERIFY((ElementId{Kind::Vpc, 9} < ElementId{Kind::Subnet, 1}));
    QVERIFY((ElementId{Kind::Subnet, 2} < ElementId{Kind::Subnet, 10}));
    std::unordered_set<ElementId> set;
    for (std::size_t i = 0; i < kindCount; ++i)
        for (std::uint32_t number = 0; number < 100; ++number)
            set.insert({static_cast<Kind>(i), number});
    QCOMPARE(set.size(), kindCount * 100);
    QVERIFY(set.contains({Kind::Listener, 99}) && !set.contains({Kind::Listener, 100}));
}

void TestIds::typedIds() {
    const ElementId id = SubnetId{7};
    QCOMPARE(toString(id), std::string("subnet-7"));
    QVERIFY(SubnetId::from(id) == SubnetId{7});
    QVERIFY(!VpcId::from(id));
    static_assert(!std::is_convertible_v<SubnetId, VpcId>);
}

QTEST_APPLESS_MAIN(TestIds)
#include "test_ids.moc"
