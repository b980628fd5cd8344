// SPDX-License-Identifier: Apache-2.0
#include "core/format/codec.h"
#include "core/model/address_book.h"
#include "core/model/references.h"
#include "core/model/templates.h"
#include "tests/support/random_edits.h"

#include <QTest>

#include <set>

using namespace sekisho;

namespace {

using AddressMap = std::map<std::pair<ElementId, std::string>, std::string>; // (element, type) -> address

/// The addresses that are written, or those that Terraform's state has (a resource on the NAT switch has a
/// count).
AddressMap addressesOf(const Design& design, bool inState = false) {
    AddressMap map;
    for (const auto& entry : design.addresses.sets)
        for (std::size_t i = 0; i < entry.value->members.size(); ++i) {
            const AddressRef ref{&entry.key, entry.value.get(), i};
            map[{entry.value->members[i].element, entry.key.type}] =
                inState ? stateAddress(design.network, ref) : toString(ref);
        }
    return map;
}

/// Follows `moved` from an address that was to the one that is. A move of a whole resource takes its
/// instances along.
std::string moved(std::string address, const std::vector<MovedAddress>& moves) {
    for (const MovedAddress& move : moves) {
        if (move.from == address)
            address = move.to;
        else if (move.to.back() != ']' && address.rfind(move.from + "[", 0) == 0)
            address = move.to + address.substr(move.from.size());
    }
    return address;
}

int sequences() {
    if (qEnvironmentVariableIsSet("SEKISHO_LONG")) return 200'000;
    // Sanitizer builds and valgrind are slower by an order of magnitude.
    return qEnvironmentVariableIsSet("SEKISHO_SHORT") ? 1'000 : 10'000;
}

} // namespace

/// Random sequences of named edits, from each template.
class RandomEditsTest : public QObject {
    Q_OBJECT

private slots:
    void sequencesHold();
};

void RandomEditsTest::sequencesHold() {
    const quint64 seed = qEnvironmentVariableIsSet("SEKISHO_SEED")
                             ? qEnvironmentVariable("SEKISHO_SEED").toULongLong()
                             : 20261123;
    qInfo() << "seed" << seed << "sequences" << sequences();
    const Design starts[] = {*makeTemplate("hands-on"), *makeTemplate("empty"),
                             *makeTemplate("scale", {{"groups", "12"}, {"rules", "30"}, {"workloads", "6"}})};
    qint64 applied = 0, refused = 0;
    for (int sequence = 0; sequence < sequences(); ++sequence) {
        test::RandomEdits edits(seed + static_cast<quint64>(sequence));
        const Design& start = starts[sequence % 3];
        Design design = start;
        std::vector<Delta> done;
        QByteArray trail;
        const auto context = [&] {
            return QByteArray("seed ") + QByteArray::number(seed + static_cast<quint64>(sequence)) + trail;
        };
        for (std::uint32_t length = 1 + edits.below(12); length > 0; --length) {
            auto step = edits.next(design);
            trail += " " + QByteArray::fromStdString(step.name);
            if (!step.delta) {
                ++refused;
                continue;
            }
            const Design before = design;
            const auto changes = design.apply(*step.delta);
            QVERIFY2(changes, context() + ": an edit made a delta that does not apply: " +
                                  QByteArray::fromStdString(
                                      std::string(codeText(changes ? Code{} : changes.error().code))));
            ++applied;

            // All that was addressed and still is keeps its address, or a `moved` block says where it went.
            const AddressMap was = addressesOf(before), is = addressesOf(design);
            const AddressMap wasInState = addressesOf(before, true), isInState = addressesOf(design, true);
            for (const auto& [key, address] : was) {
                const auto now = is.find(key);
                if (now == is.end() || now->second == address) continue;
                QVERIFY2(step.mayMoveAddresses,
                         context() + ": " + QByteArray::fromStdString(address + " became " + now->second));
                QCOMPARE(QByteArray::fromStdString(moved(wasInState.at(key), design.addresses.moved)),
                         QByteArray::fromStdString(isInState.at(key)));
            }
            // No address twice, and none that a `moved` block leaves.
            std::set<std::string> unique;
            for (const auto& [key, address] : is)
                QVERIFY2(unique.insert(address).second,
                         context() + ": twice: " + QByteArray::fromStdString(address));
            for (const MovedAddress& move : design.addresses.moved)
                QVERIFY2(!unique.contains(move.from),
                         context() + ": declared again: " + QByteArray::fromStdString(move.from));

            Design undone = design;
            QVERIFY2(undone.apply(step.delta->inverse()), context());
            QVERIFY2(undone == before, context());
            done.push_back(std::move(*step.delta));
        }
        // The whole sequence as one delta, there and back.
        Delta whole;
        for (const Delta& delta : done)
            whole.append(delta);
        Design again = start;
        QVERIFY2(again.apply(whole), context());
        QVERIFY2(again == design, context());
        QVERIFY2(again.apply(whole.inverse()), context());
        QVERIFY2(again == start, context());

        const std::string bytes = format::writeDesign(design);
        const auto loaded = format::readDesign(bytes);
        QVERIFY2(loaded,
                 context() + ": " +
                     QByteArray::fromStdString(loaded ? "" : std::string(codeText(loaded.error().code))));
        QVERIFY2(format::writeDesign(loaded->design) == bytes, context());
    }
    qInfo() << applied << "edits applied," << refused << "refused";
    QVERIFY(applied > 2 * refused);
}

QTEST_APPLESS_MAIN(RandomEditsTest)
#include "test_random_edits.moc"
