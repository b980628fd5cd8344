// SPDX-License-Identifier: Apache-2.0
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "tests/support/random_edits.h"
#include "ui/actions/commands.h"
#include "ui/document/document.h"
#include "ui/document/selection.h"
#include "ui/panels/outline_model.h"
#include "ui/panels/outline_panel.h"
#include "ui/style/style.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest>

using namespace sekisho;

namespace {

/// The tree as text: one line a row, two blanks a level.
QString dump(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString right = index.data(OutlineModel::CountRole).toString();
        text +=
            QString(2 * depth, ' ') + index.data().toString() + (right.isEmpty() ? "" : " | " + right) + '\n';
        text += dump(model, index, depth + 1);
    }
    return text;
}

template<class N>
const N& named(const Document& document, const std::string& name) {
    for (const N& node : document.network().all<N>())
        if (node.name == name) return node;
    qFatal("there is no %s", name.c_str());
}

} // namespace

/// The design as a tree.
class TestOutline : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_document = std::make_unique<Document>();
        m_document->start(*makeTemplate("hands-on"), QStringLiteral("test"));
    }
    void showsTheDesign();
    void followsRowByRow();
    void movesAreNotResets();
    void followsEverything();
    void renames();
    void selectionBothWays();
    void aPartSelectsItsNode();
    void renameByKey();
    void contextMenu();
    void hoverLights();
    void emptySaysWhy();

private:
    std::unique_ptr<Document> m_document;
};

void TestOutline::showsTheDesign() {
    OutlineModel model(*m_document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QString text = dump(model);
    const char* lines[] = {"  ap-northeast-1a\n",
                           "    public-1a\n",
                           "      nat-1a",
                           "        nat-eip-1a",
                           "    private-1a\n      ecs\n      rds\n",
                           "  Security groups | 3\n",
                           "    ecs | 3 rule",
                           "  Network ACLs | 2\n",
                           "  Route tables | 3\n",
                           "  internet gateway\n",
                           "\nInternet\n"};
    for (const char* line : lines)
        QVERIFY2(text.contains(line), qPrintable(QString(line) + "\nis not in\n" + text));

    // Names that people gave stay; who has only the name of its kind is called so in any language.
    style::setLanguage(style::LanguageChoice::Japanese);
    const QString japanese = dump(model);
    style::setLanguage(style::LanguageChoice::English);
    for (const char* line : {"    public-1a\n", "  インターネットゲートウェイ\n", "\nインターネット\n"})
        QVERIFY2(japanese.contains(line), qPrintable(QString(line) + "\nis not in\n" + japanese));
}

void TestOutline::followsRowByRow() {
    OutlineModel model(*m_document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const VpcId vpc = m_document->network().all<Vpc>().begin()->id;
    m_document->edit("add", edits::addSecurityGroup(m_document->design(), vpc, "cache"));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 0);
    QVERIFY(dump(model).contains("    cache | 1 rule"));
    QVERIFY(dump(model).contains("Security groups | 4"));
    m_document->undoStack()->undo();
    QCOMPARE(removed.count(), 1);
    // A box that moves is none of its business.
    changed.clear();
    const Placement ecs{named<Workload>(*m_document, "ecs").id, named<Subnet>(*m_document, "private-1a").id};
    m_document->edit("move", edits::placeBoxes(m_document->design(), {{ecs, Box{}}}));
    QCOMPARE(changed.count(), 0);
    m_document->edit("rename", edits::rename(m_document->design(), ecs.node, "app"));
    QCOMPARE(inserted.count(), 1);
    QVERIFY(changed.count() >= 2); // both drawings
    m_document->edit("NAT",
                     edits::setNatEnabled(m_document->design(), !m_document->design().settings.natEnabled));
    QCOMPARE(reset.count(), 0);
}

void TestOutline::movesAreNotResets() {
    OutlineModel model(*m_document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const SubnetId subnet = named<Subnet>(*m_document, "private-1a").id;
    const AvailabilityZoneId other = named<AvailabilityZone>(*m_document, "ap-northeast-1c").id;
    m_document->edit("move", edits::moveSubnet(m_document->design(), subnet, other));
    QCOMPARE(model.rowsOf(subnet).size(), std::size_t(1));
    QVERIFY(model.elementAt(model.rowsOf(subnet).front().parent()) == ElementId(other));
    // What is in it came along.
    QCOMPARE(model.rowCount(model.rowsOf(subnet).front()), 2);
}

/// After any edit the tree is the one that a new model shows.
void TestOutline::followsEverything() {
    OutlineModel model(*m_document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    test::RandomEdits random(7);
    for (int i = 0; i < 150; ++i) {
        m_document->edit("edit", random.next(m_document->design()).delta);
        if (i % 5 == 4) m_document->undoStack()->undo();
        if (i % 10 != 9) continue;
        const OutlineModel fresh(*m_document);
        QCOMPARE(dump(model), dump(fresh));
    }
    m_document->start(Design(), QStringLiteral("empty"));
    QCOMPARE(model.rowCount(), 0);
}

void TestOutline::renames() {
    OutlineModel model(*m_document);
    const auto ecs = named<Workload>(*m_document, "ecs").id;
    const QModelIndex row = model.rowsOf(ecs).front();
    QVERIFY(row.flags() & Qt::ItemIsEditable);
    QVERIFY(model.setData(row, QString::fromUtf8("アプリ")));
    QCOMPARE(QString::fromStdString(m_document->network().get(ecs)->name), QString::fromUtf8("アプリ"));
    QCOMPARE(m_document->undoStack()->index(), 1);
    QVERIFY(!model.setData(row, "  "));
    const QModelIndex folder = model.rowsOf(named<SecurityGroup>(*m_document, "ecs").id).front().parent();
    QVERIFY(!(folder.flags() & Qt::ItemIsEditable));
    QVERIFY(!model.setData(folder, "x"));
}

void TestOutline::selectionBothWays() {
    QWidget window;
    Commands commands(&window);
    Selection selection(*m_document);
    OutlinePanel panel(*m_document, selection, commands);
    panel.show();
    const auto group = named<SecurityGroup>(*m_document, "ecs").id;
    panel.tree()->setCurrentIndex(panel.model()->rowsOf(group).front());
    QVERIFY(selection.single() == ElementId(group));
    // From elsewhere: every row of the node, opened so that it can be seen.
    const auto rds = named<Workload>(*m_document, "rds").id;
    selection.set({rds});
    const auto rows = panel.tree()->selectionModel()->selectedIndexes();
    QCOMPARE(rows.size(), 2);
    QVERIFY(panel.tree()->isExpanded(rows.front().parent()));
    QVERIFY(selection.single() == ElementId(rds));
    selection.clear();
    QVERIFY(panel.tree()->selectionModel()->selectedIndexes().isEmpty());
}

void TestOutline::aPartSelectsItsNode() {
    QWidget window;
    Commands commands(&window);
    Selection selection(*m_document);
    OutlinePanel panel(*m_document, selection, commands);
    const SecurityGroup& group = named<SecurityGroup>(*m_document, "ecs");
    selection.set({group.rules.front().id});
    const auto rows = panel.tree()->selectionModel()->selectedIndexes();
    QCOMPARE(rows.size(), 1);
    QVERIFY(panel.model()->elementAt(rows.front()) == ElementId(group.id));
    QVERIFY(selection.single() == ElementId(group.rules.front().id)); // and is not lost by it
}

void TestOutline::renameByKey() {
    QWidget window;
    Commands commands(&window);
    Selection selection(*m_document);
    OutlinePanel panel(*m_document, selection, commands);
    panel.show();
    panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    const auto group = named<SecurityGroup>(*m_document, "ecs").id;
    panel.tree()->setFocus();
    panel.tree()->setCurrentIndex(panel.model()->rowsOf(group).front());
    QTest::keyClick(panel.tree(), Qt::Key_F2);
    auto* editor = panel.tree()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, "service");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_document->network().get(group)->name, std::string("service"));
}

void TestOutline::contextMenu() {
    QWidget window;
    Commands commands(&window);
    Selection selection(*m_document);
    OutlinePanel panel(*m_document, selection, commands);
    panel.resize(240, 500);
    panel.show();
    const auto group = named<SecurityGroup>(*m_document, "ecs").id;
    const QModelIndex row = panel.model()->rowsOf(group).front();
    panel.tree()->scrollTo(row);
    emit panel.tree()->customContextMenuRequested(panel.tree()->visualRect(row).center());
    auto* menu = panel.findChild<QMenu*>(QStringLiteral("outlineMenu"));
    QVERIFY(menu);
    QVERIFY(menu->actions().contains(commands.action(Command::EditDelete)));
    menu->close();
}

/// What the mouse is over is lit everywhere, as in the rule tables.
void TestOutline::hoverLights() {
    QWidget window;
    Commands commands(&window);
    Selection selection(*m_document);
    OutlinePanel panel(*m_document, selection, commands);
    panel.resize(232, 600);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto group = named<SecurityGroup>(*m_document, "ecs").id;
    const QModelIndex row = panel.model()->rowsOf(group).front();
    QTest::mouseMove(panel.tree()->viewport(), panel.tree()->visualRect(row).center());
    QTRY_VERIFY(selection.hovered() == ElementId(group));
    // A folder is no element; outside nothing is lit.
    QTest::mouseMove(panel.tree()->viewport(), panel.tree()->visualRect(row.parent()).center());
    QTRY_VERIFY(!selection.hovered());
    QTest::mouseMove(panel.tree()->viewport(), panel.tree()->visualRect(row).center());
    QTRY_VERIFY(selection.hovered() == ElementId(group));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(panel.tree()->viewport(), &leave);
    QVERIFY(!selection.hovered());
}

void TestOutline::emptySaysWhy() {
    QWidget window;
    Commands commands(&window);
    m_document->start(Design(), QStringLiteral("empty"));
    Selection selection(*m_document);
    OutlinePanel panel(*m_document, selection, commands);
    QVERIFY(panel.tree()->isHidden());
    m_document->edit("add", edits::addVpc(m_document->design(), "net", *Cidr::parse("10.0.0.0/16")));
    QVERIFY(!panel.tree()->isHidden());
}

QTEST_MAIN(TestOutline)
#include "test_outline.moc"
