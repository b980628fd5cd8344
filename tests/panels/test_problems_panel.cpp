// SPDX-License-Identifier: Apache-2.0
#include "tests/panels/stage.h"
#include "ui/panels/fix_words.h"
#include "ui/panels/problem_delegate.h"
#include "ui/panels/problems_model.h"
#include "ui/panels/problems_panel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>

using namespace sekisho;

namespace {

struct Shown : Stage {
    ProblemsPanel panel{document, facts, selection};
    QAbstractItemModelTester tester{panel.model(), QAbstractItemModelTester::FailureReportingMode::Fatal};

    Shown() {
        panel.resize(374, 300);
        show(panel);
    }
    void overlap() {
        change<Subnet>(2, [](Subnet& subnet) { subnet.cidr = Cidr::parse("10.0.1.0/24").value(); });
    }
    void duplicateRule() {
        change<SecurityGroup>(1, [](SecurityGroup& group) {
            group.rules.push_back(group.rules.front());
            group.rules.back().id = {};
        });
    }
    QStringList codes() {
        QStringList list;
        for (int row = 0; row < panel.model()->rowCount(); ++row)
            list << panel.model()->index(row).data(ProblemsModel::CodeRole).toString();
        return list;
    }
    QRect rowRect(int row) { return panel.list()->visualRect(panel.model()->index(row)); }
};

} // namespace

class ProblemsPanelTest : public QObject {
    Q_OBJECT

private slots:
    void saysThatThereAreNone() {
        Shown s;
        QCOMPARE(s.panel.model()->rowCount(), 0);
        QVERIFY(!s.panel.list()->isVisible());
        QVERIFY(s.panel.findChild<QLabel*>()->isVisible());
        QCOMPARE(s.panel.findChild<QLabel*>()->text(), QString("No problems found."));
    }

    void followsTheDesignRowByRow() {
        Shown s;
        QSignalSpy counted(&s.panel, &ProblemsPanel::countsChanged);
        s.overlap();
        QCOMPARE(s.codes(), QStringList{"subnets-overlap"});
        QCOMPARE(s.panel.errors(), 1);
        QVERIFY(s.panel.list()->isVisible());
        // A problem behind it is a row of its own; the first one stays.
        QSignalSpy inserted(s.panel.model(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(s.panel.model(), &QAbstractItemModel::rowsRemoved);
        const QPersistentModelIndex first = s.panel.model()->index(0);
        s.duplicateRule();
        QCOMPARE(s.codes(), (QStringList{"subnets-overlap", "rule-duplicate"}));
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(removed.count(), 0);
        QVERIFY(first.isValid());
        QCOMPARE(counted.count(), 2);
        QCOMPARE(counted.last(), (QVariantList{2, 0, 0}));
        s.document.undoStack()->undo();
        s.document.undoStack()->undo();
        QCOMPARE(s.panel.model()->rowCount(), 0);
        QCOMPARE(counted.last(), (QVariantList{0, 0, 0}));
    }

    void countsWithoutBeingSeen() {
        Stage s;
        ProblemsPanel panel(s.document, s.facts, s.selection);
        QSignalSpy counted(&panel, &ProblemsPanel::countsChanged);
        s.edit(edits::addElasticIp(s.design(), "spare"));
        QCOMPARE(counted.last(), (QVariantList{0, 1, 0}));
    }

    void aClickSelectsTheCulprit() {
        Shown s;
        QSignalSpy revealed(&s.selection, &Selection::revealRequested);
        s.overlap();
        QTest::mouseClick(s.panel.list()->viewport(), Qt::LeftButton, {},
                          s.rowRect(0).topLeft() + QPoint(60, 12));
        QVERIFY(s.selection.single() == ElementId(SubnetId{2}));
        QCOMPARE(revealed.count(), 1);
        s.selection.clear();
        QTest::keyClick(s.panel.list(), Qt::Key_Return);
        QVERIFY(s.selection.single() == ElementId(SubnetId{2}));
    }

    void theButtonMends() {
        Shown s;
        s.overlap();
        s.duplicateRule();
        const Design broken = s.design();
        QCOMPARE(s.panel.model()->index(0).data(ProblemsModel::FixRole).toString(),
                 QString("Use 10.0.0.0/24"));
        QTest::mouseClick(s.panel.list()->viewport(), Qt::LeftButton, {},
                          ProblemDelegate::buttonRect(s.rowRect(0), s.panel.model()->index(0)).center());
        QCOMPARE(s.design().network.get(SubnetId{2})->cidr->toString(), std::string("10.0.0.0/24"));
        QCOMPARE(s.codes(), QStringList{"rule-duplicate"});
        QVERIFY(s.selection.empty()); // the button is not the row
        // The other one by the keyboard.
        s.panel.list()->setCurrentIndex(s.panel.model()->index(0));
        QTest::keyClick(s.panel.list(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.panel.model()->rowCount(), 0);
        QCOMPARE(s.document.undoStack()->count(), 4);
        QCOMPARE(s.document.undoStack()->undoText(), QString("Remove"));
        s.document.undoStack()->undo();
        s.document.undoStack()->undo();
        QVERIFY(s.design() == broken);
        QCOMPARE(s.codes(), (QStringList{"subnets-overlap", "rule-duplicate"}));
    }

    /// A workload that cannot get out is a problem like others, with a mend of one step.
    void namesWhoLosesTheWayOut() {
        Shown s;
        s.duplicateRule();
        s.edit(edits::setNatEnabled(s.design(), false));
        QCOMPARE(s.codes(), (QStringList{"rule-duplicate", "way-out-switched-off"}));
        QCOMPARE(s.panel.warnings(), 1);
        const QModelIndex row = s.panel.model()->index(1);
        QVERIFY(row.data(ProblemsModel::WrongRole).toString().contains("CloudWatch Logs"));
        QCOMPARE(row.data(ProblemsModel::NamesRole).toString(), QString("ecs, private-1a, private-1c"));
        QCOMPARE(row.data(ProblemsModel::FixRole).toString(), QString("Add endpoints"));
        QVERIFY(s.facts.severityOf(WorkloadId{2}) == Severity::Warning);
        const Design before = s.design();
        s.panel.list()->setCurrentIndex(row);
        QTest::keyClick(s.panel.list(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.codes(), QStringList{"rule-duplicate"});
        QVERIFY(!s.facts.severityOf(WorkloadId{2}));
        s.document.undoStack()->undo();
        QVERIFY(s.design() == before);
        s.edit(edits::setNatEnabled(s.design(), true));
        QCOMPARE(s.codes(), QStringList{"rule-duplicate"});
    }

    /// What was broken when the file came comes back with undo, references to nothing too.
    void aMendedReferenceComesBack() {
        Shown s;
        Design broken = s.design();
        SecurityGroup group = *broken.network.get(SecurityGroupId{2});
        group.rules[0].peer = SecurityGroupId{99};
        broken.network.nodes.set(group.id, Node(group));
        s.document.start(broken, "broken");
        QCOMPARE(s.codes(), QStringList{"reference-dangling"});
        s.panel.list()->setCurrentIndex(s.panel.model()->index(0));
        QTest::keyClick(s.panel.list(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.panel.model()->rowCount(), 0);
        s.document.undoStack()->undo();
        QVERIFY(s.design() == broken);
        s.document.undoStack()->redo();
        QCOMPARE(s.panel.model()->rowCount(), 0);
    }

    void goesRound() {
        Shown s;
        s.overlap();
        s.duplicateRule();
        const ElementId rule = s.panel.model()->at(1).subjects.front();
        s.panel.goTo(1);
        QVERIFY(s.selection.single() == ElementId(SubnetId{2}));
        s.panel.goTo(1);
        QVERIFY(s.selection.single() == rule);
        s.panel.goTo(1);
        QVERIFY(s.selection.single() == ElementId(SubnetId{2}));
        s.panel.goTo(-1);
        QVERIFY(s.selection.single() == rule);
        QCOMPARE(s.panel.list()->currentIndex().row(), 1);
    }

    void sentencesComeInTwoParts() {
        const SplitSentence english = splitSentence("The subnet “a. b” has no block. Give it a CIDR.");
        QCOMPARE(english.wrong, QString("The subnet “a. b” has no block."));
        QCOMPARE(english.mend, QString("Give it a CIDR."));
        const SplitSentence japanese = splitSentence("「a。b」がありません。追加してください。");
        QCOMPARE(japanese.wrong, QString("「a。b」がありません。"));
        QCOMPARE(japanese.mend, QString("追加してください。"));
        QCOMPARE(splitSentence("10.0.0.0/24 overlaps.").wrong, QString("10.0.0.0/24 overlaps."));
    }
};

QTEST_MAIN(ProblemsPanelTest)
#include "test_problems_panel.moc"
