// SPDX-License-Identifier: Apache-2.0
#include "core/model/check.h"
#include "core/model/references.h"
#include "core/model/templates.h"
#include "tests/model/check_cases.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace check_cases;

namespace {

/// What apply() would say of an edit that was made directly.
ChangeSet changesBetween(const Design& before, const Design& after) {
    const Delta delta = difference(before, after);
    ChangeSet changes;
    for (const auto& change : delta.nodes)
        changes.nodes.push_back(change.key);
    for (const auto& change : delta.sets)
        changes.sets.push_back(change.key);
    changes.foreign = !delta.foreign.empty();
    changes.settings = delta.settings.has_value();
    return changes;
}

/// One arbitrary change, however senseless.
void mutate(Design& design, std::mt19937& random) {
    const auto pick = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    const auto& nodes = design.network.nodes;
    const ElementId id = (nodes.begin() + std::ptrdiff_t(pick(nodes.size())))->key;
    switch (pick(6)) {
    case 0: design.network.nodes.remove(id); break;
    case 1: { // every reference of its kind goes elsewhere
        const Node copy = remapped(*design.network.find(id), [&](ElementId old) {
            return old == id || !isNodeKind(old.kind) ? old : ElementId{old.kind, std::uint32_t(1 + pick(4))};
        });
        design.network.nodes.set(id, copy);
        break;
    }
    case 2: {
        const std::uint32_t number = std::uint32_t(1 + pick(3));
        if (!design.network.get(SecurityGroupId{number})) break;
        change<SecurityGroup>(design, number, [&](SecurityGroup& group) {
            group.rules.push_back({{std::uint32_t(1000 + pick(100000))},
                                   Direction::Ingress,
                                   Traffic::tcp(std::uint16_t(1 + pick(3))),
                                   SecurityGroupId{std::uint32_t(1 + pick(4))},
                                   {}});
        });
        break;
    }
    case 3: {
        const auto& sets = design.addresses.sets;
        if (sets.empty()) break;
        const ResourceKey key = (sets.begin() + std::ptrdiff_t(pick(sets.size())))->key;
        const ResourceSet set = *sets.find(key);
        if (pick(2) == 0)
            design.addresses.sets.remove(key);
        else
            design.addresses.sets.set({key.type, key.label + "_copy"}, set);
        break;
    }
    case 4: design.settings.environment = pick(2) == 0 ? "dev" : "本番"; break;
    default: {
        ForeignText foreign;
        foreign.unresolved["cidr"] = "var.x";
        if (pick(2) == 0)
            design.network.foreign.set(id, foreign);
        else
            design.network.foreign.remove(id);
        break;
    }
    }
}

} // namespace

class CheckerTest : public QObject {
    Q_OBJECT

private slots:
    void keepsUpWithAnyEdit_data() {
        QTest::addColumn<bool>("told");
        QTest::newRow("told what changed") << true;
        QTest::newRow("finding out") << false;
    }
    void keepsUpWithAnyEdit() {
        QFETCH(bool, told);
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            Design design = goodDesign();
            Checker checker;
            checker.update(design);
            for (int step = 0; step < 25 && design.network.nodes.size() > 5; ++step) {
                const Design before = design;
                mutate(design, random);
                const ChangeSet changes = changesBetween(before, design);
                const Diagnostics& kept = checker.update(design, told ? &changes : nullptr);
                const Diagnostics fresh = check(design);
                QVERIFY2(kept == fresh, qPrintable(QString("round %1, step %2").arg(round).arg(step)));
            }
        }
    }

    void survivesMoves() {
        Design design = goodDesign();
        Checker first;
        first.update(design);
        Checker second = std::move(first);
        change<Vpc>(design, 2, [](Vpc& vpc) { vpc.cidrs.clear(); });
        QCOMPARE(second.update(design).size(), check(design).size());
        QVERIFY(!second.update(design).empty());
    }

    /// The picture is nobody's business here.
    void ignoresThePicture() {
        Design design = goodDesign();
        Checker checker;
        QVERIFY(checker.update(design).empty());
        ChangeSet changes;
        changes.boxes.push_back({VpcId{1}, {}});
        QVERIFY(checker.update(design, &changes).empty());
    }

    /// Typing rules into one of 2,000 groups, one by one, also when all the others name it.
    void followsEditsOfLargeDesigns_data() {
        QTest::addColumn<bool>("named");
        QTest::newRow("named by few") << false;
        QTest::newRow("named by all") << true;
    }
    void followsEditsOfLargeDesigns() {
        QFETCH(bool, named);
        auto made = makeTemplate("scale", {{"groups", "2000"}, {"rules", "4000"}, {"workloads", "500"}});
        QVERIFY(made.has_value());
        Design design = *made;
        const SecurityGroupId target = design.network.all<SecurityGroup>().begin()->id;
        if (named) {
            std::vector<std::uint32_t> others;
            for (const SecurityGroup& group : design.network.all<SecurityGroup>())
                others.push_back(group.id.number);
            for (const std::uint32_t number : others)
                change<SecurityGroup>(design, number, [&](SecurityGroup& group) {
                    group.rules.push_back(
                        {{500000 + number}, Direction::Egress, Traffic::tcp(8443), target, {}});
                });
        }
        Checker checker;
        checker.update(design);
        for (int i = 0; i < 21; ++i) {
            change<SecurityGroup>(design, target.number, [&](SecurityGroup& group) {
                group.rules.push_back({{std::uint32_t(1000000 + i)},
                                       Direction::Ingress,
                                       Traffic::tcp(std::uint16_t(10000 + i)),
                                       cidr("192.0.2.0/24"),
                                       {}});
            });
            ChangeSet changes;
            changes.nodes = {target};
            checker.update(design, &changes);
        }
        QVERIFY(checker.update(design) == check(design));
    }
};

QTEST_APPLESS_MAIN(CheckerTest)
#include "test_checker.moc"
