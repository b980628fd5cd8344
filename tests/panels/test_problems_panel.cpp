// SPDX-License-Identifier: Apache-2.0
#include "tests/panels/stage.h"
#include "ui/panels/fix_words.h"
#include "ui/panels/problem_delegate.h"
#include "ui/panels/problems_model.h"
#include "ui/panels/problems_panel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace sekisho;

namespace {

using Button = ProblemDelegate::Button;

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
    /// The field that asks for it; null: none does.
    QLineEdit* reason() {
        for (QLineEdit* field : panel.findChildren<QLineEdit*>("accept-reason"))
            if (field->isVisible()) return field;
        return nullptr;
    }
    ElementId eip() {
        ElementId last;
        for (const ElasticIp& address : design().network.all<ElasticIp>())
            last = address.id;
        return last;
    }
    QRect buttonRect(int row, Button button) {
        return ProblemDelegate::buttonRect(rowRect(row), panel.model()->index(row), button);
    }
    void click(int row, Button button) {
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {}, buttonRect(row, button).center());
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

    void theWorstStandFirst() {
        Shown s;
        s.edit(edits::addElasticIp(s.design(), "spare"));
        s.duplicateRule();
        s.overlap();
        // By the design's order the address comes between the other two.
        QCOMPARE(s.codes(), (QStringList{"subnets-overlap", "rule-duplicate", "eip-unused"}));
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

    /// Accepting asks for a reason in the row, and is one step of undo.
    void anAcceptedProblemIsNoOpenOne() {
        Shown s;
        s.duplicateRule();
        s.edit(edits::addElasticIp(s.design(), "spare"));
        QCOMPARE(s.codes(), (QStringList{"rule-duplicate", "eip-unused"}));
        const Design before = s.design();
        QSignalSpy counted(&s.panel, &ProblemsPanel::countsChanged);
        // The duplicate is an error: AWS refuses it, whatever people say.
        QVERIFY(s.buttonRect(0, Button::Accept).isEmpty());
        s.panel.askToAccept(s.panel.model()->index(0));
        QVERIFY(!s.reason());
        s.click(1, Button::Accept);
        QVERIFY(s.reason() && s.reason()->hasFocus());
        QVERIFY(s.rowRect(1).contains(s.panel.list()->viewport()->mapFromGlobal(
            s.reason()->mapToGlobal(s.reason()->rect().bottomRight()))));
        QTest::keyClick(s.reason(), Qt::Key_Return); // without a reason it is not accepted
        QVERIFY(s.design() == before && s.reason());
        QTest::keyClicks(s.reason(), "kept for the new site");
        QTest::keyClick(s.reason(), Qt::Key_Return);
        QVERIFY(!s.reason());
        QCOMPARE(s.codes(), (QStringList{"rule-duplicate", QString()}));
        QCOMPARE(s.panel.model()->index(1).data().toString(), QString("1 accepted"));
        QCOMPARE(counted.last(), (QVariantList{1, 0, 0}));
        QVERIFY(!s.facts.severityOf(s.eip()));
        QCOMPARE(s.design().notes.acceptances.size(), std::size_t(1));
        QCOMPARE(s.design().notes.acceptances[0].code, std::string("eip-unused"));
        QCOMPARE(s.design().notes.acceptances[0].reason, std::string("kept for the new site"));
        QCOMPARE(s.document.undoStack()->undoText(), QString("Accept problem"));
        s.document.undoStack()->undo();
        QVERIFY(s.design() == before);
        QCOMPARE(s.codes(), (QStringList{"rule-duplicate", "eip-unused"}));
        s.document.undoStack()->redo();

        // Unfolded it says why, and can be opened again.
        s.panel.list()->setCurrentIndex(s.panel.model()->index(1));
        QTest::keyClick(s.panel.list(), Qt::Key_Return);
        QCOMPARE(s.codes(), (QStringList{"rule-duplicate", QString(), "eip-unused"}));
        const QModelIndex row = s.panel.model()->index(2);
        QCOMPARE(row.data(ProblemsModel::ReasonRole).toString(), QString("Accepted: kept for the new site"));
        QVERIFY(row.data(ProblemsModel::FixRole).toString().isEmpty());
        s.panel.goTo(1); // only the open ones are gone to
        s.panel.goTo(1);
        QCOMPARE(s.panel.list()->currentIndex().row(), 0);
        s.click(2, Button::Reopen);
        QVERIFY(s.design() == before);
        QCOMPARE(s.codes(), (QStringList{"rule-duplicate", "eip-unused"}));
        QCOMPARE(s.document.undoStack()->undoText(), QString("Reopen problem"));
    }

    void acceptingIsForTheKeyboardToo() {
        Shown s;
        s.edit(edits::addElasticIp(s.design(), "spare"));
        s.panel.list()->setCurrentIndex(s.panel.model()->index(0));
        s.panel.list()->setFocus();
        QTest::keyClick(s.panel.list(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(s.reason(), Qt::Key_Escape);
        QVERIFY(!s.reason());
        QVERIFY(s.panel.list()->hasFocus());
        QCOMPARE(s.panel.model()->openCount(), 1);
        QTest::keyClick(s.panel.list(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(s.reason(), "spare");
        QTest::keyClick(s.reason(), Qt::Key_Return);
        QCOMPARE(s.panel.model()->index(0).data().toString(), QString("No open problems · 1 accepted"));
        QTest::mouseClick(s.panel.list()->viewport(), Qt::LeftButton, {}, s.rowRect(0).center());
        s.panel.list()->setCurrentIndex(s.panel.model()->index(1));
        QTest::keyClick(s.panel.list(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(s.panel.model()->openCount(), 1);
        QCOMPARE(s.panel.model()->rowCount(), 1);
    }

    /// While it is asked for, the problem may go, and others come.
    void whatIsAskedAboutMayGo() {
        Shown s;
        s.edit(edits::addElasticIp(s.design(), "spare"));
        s.panel.askToAccept(s.panel.model()->index(0));
        s.duplicateRule(); // a row before it
        QVERIFY(s.reason());
        QTest::keyClicks(s.reason(), "x");
        s.document.undoStack()->undo();
        s.document.undoStack()->undo();
        QCOMPARE(s.panel.model()->rowCount(), 0);
        QTRY_VERIFY(!s.reason());
        s.document.undoStack()->redo();
        QCOMPARE(s.panel.model()->openCount(), 1);
        QVERIFY(!s.panel.model()->index(0).data(ProblemsModel::AskingRole).toBool());
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
