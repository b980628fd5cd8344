// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/dock.h"
#include "core/model/check.h"
#include "core/model/edits.h"
#include "core/terraform/export.h"
#include "tests/desktop/window_fixture.h"
#include "tests/export/judge.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/panels/export_dialog.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace sekisho;
using test::Window;

/// What the readers of the article do with the window, by mouse and keys.
class JourneyTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void databaseBehindTheService();
    void threeZonesFromNothing();
    void natAndItsPrice();
    void networkAclToDisk();

private:
    /// The rows of all tables on a page, cells joined by "|".
    static QStringList rowsIn(QWidget* widget);
    static QAbstractItemView* tableWith(QWidget* widget, const QString& cell, QModelIndex* where);
    static QString fileText(Window& window, const std::string& name);
    static QString textsIn(QWidget* widget);
};

void JourneyTest::init() {
    style::setLanguage(style::LanguageChoice::English);
    style::setTheme(style::ThemeChoice::Light);
}

QStringList JourneyTest::rowsIn(QWidget* widget) {
    QStringList rows;
    for (const auto* view : widget->findChildren<QAbstractItemView*>()) {
        if (!view->isVisible() || !view->model()) continue;
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < view->model()->columnCount(); ++column)
                cells << view->model()->index(row, column).data().toString();
            rows << cells.join(QLatin1Char('|'));
        }
    }
    return rows;
}

QAbstractItemView* JourneyTest::tableWith(QWidget* widget, const QString& cell, QModelIndex* where) {
    for (auto* view : widget->findChildren<QAbstractItemView*>())
        for (int row = 0; view->isVisible() && view->model() && row < view->model()->rowCount(); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column)
                if (view->model()->index(row, column).data().toString() == cell) {
                    *where = view->model()->index(row, column);
                    return view;
                }
    return nullptr;
}

QString JourneyTest::fileText(Window& window, const std::string& name) {
    for (const auto& file : window->facts().terraform().result().files)
        if (file.path == name) return QString::fromStdString(file.bytes);
    return {};
}

QString JourneyTest::textsIn(QWidget* widget) {
    QStringList texts;
    for (const auto* label : widget->findChildren<QLabel*>())
        if (label->isVisible()) texts << label->text();
    return texts.join(QLatin1Char('\n'));
}

/// Drag an RDS into a private subnet, connect the ECS service to it on 5432, see the rule everywhere, undo it
/// all.
void JourneyTest::databaseBehindTheService() {
    Window window;
    const Design before = window.design();
    const SubnetId subnet = window.node<Subnet>("private-1c").id;
    QVERIFY(window.dropFromPalette("rds", window.at({subnet, {}})));
    std::optional<WorkloadId> database;
    for (const Workload& workload : window.design().network.all<Workload>())
        if (!before.network.get(workload.id)) database = workload.id;
    QVERIFY(database);
    QCOMPARE(window.design().network.get(*database)->interfaces.front().subnet, subnet);

    // From a handle of the service in the same zone; Enter in the popover takes what is typed.
    const Placement service{window.node<Workload>("ecs").id, subnet};
    const QPoint from = window.at(service);
    QTest::mouseMove(window.viewport(), from);
    const auto handles = window->canvas().canvas().handlesOf(service);
    QVERIFY(!handles.empty());
    const QPoint to = window.at({*database, subnet});
    window.drag(window.atScene(handles.back()), to);
    QVERIFY(QApplication::focusWidget());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("5432"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(window.design().network.get(*database)->securityGroups.size(), std::size_t(1));
    const SecurityGroupId group = window.design().network.get(*database)->securityGroups.front();
    QVERIFY(!before.network.get(group)); // made for it, in the same step
    const SecurityGroupId ecs = window.node<SecurityGroup>("ecs").id;
    std::optional<SecurityGroupRuleId> rule;
    for (const SecurityGroupRule& one : window.design().network.get(group)->rules)
        if (one.direction == Direction::Ingress) {
            QVERIFY(one.peer == SecurityGroupPeer(ecs));
            QVERIFY(one.traffic == Traffic::tcp(5432));
            rule = one.id;
        }
    QVERIFY(rule);

    // In the table of the group,
    QWidget* inspector = window->dock(QStringLiteral("inspector"))->content();
    window->selection().set({group});
    QTRY_VERIFY(!rowsIn(inspector).filter(QStringLiteral("5432")).isEmpty());
    QVERIFY(!rowsIn(inspector).filter(QStringLiteral("5432")).filter(QStringLiteral("ecs")).isEmpty());
    // on the canvas, where a click on its line selects it,
    window->canvas().canvas().settle();
    bool drawn = false;
    const QRectF all = window->canvas().canvas().contentRect();
    for (qreal y = all.top(); y < all.bottom() && !drawn; y += 4)
        for (qreal x = all.left(); x < all.right() && !drawn; x += 4)
            if (const auto hit = window->canvas().canvas().hitAt({x, y}))
                drawn = hit->part == canvas::Part::RuleEdge &&
                        std::find(hit->elements.begin(), hit->elements.end(), ElementId(*rule)) !=
                            hit->elements.end();
    QVERIFY(drawn);
    // and in the Terraform text.
    QCOMPARE(fileText(window, "security.tf").count(QStringLiteral("from_port       = 5432")), 2);

    while (window->document().undoStack()->canUndo())
        QTest::keyClick(&window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(window.design() == before);
    QCOMPARE(fileText(window, "security.tf").count(QStringLiteral("from_port       = 5432")), 1);
}

/// Three zones with NAT, drawn from an empty design, until terraform takes the export.
void JourneyTest::threeZonesFromNothing() {
    Window window(QStringLiteral("empty"));
    QVERIFY(window.dropFromPalette("vpc", window.viewport()->rect().center()));
    QCOMPARE(window.design().network.all<Vpc>().size(), std::size_t(1));
    const VpcId vpc = window.design().network.all<Vpc>().begin()->id;
    const auto header = [&] { // the zones cover the body
        window->canvas().fitAll(false);
        return window->canvas().mapFromScene(window->canvas().canvas().rectOf({vpc, {}})->topLeft() +
                                             QPointF(60, 13));
    };
    for (int zone = 0; zone < 3; ++zone)
        QVERIFY(window.dropFromPalette("availability-zone", header()));
    QCOMPARE(window.design().network.all<AvailabilityZone>().size(), std::size_t(3));
    QVERIFY(window.dropFromPalette("internet-gateway", header()));
    std::vector<AvailabilityZoneId> zones;
    for (const AvailabilityZone& zone : window.design().network.all<AvailabilityZone>())
        zones.push_back(zone.id);
    for (const AvailabilityZoneId zone : zones) {
        window->canvas().fitAll(false);
        QVERIFY(window.dropFromPalette("public-subnet", window.at({zone, {}})));
        QVERIFY(window.dropFromPalette(
            "private-subnet",
            window->canvas().mapFromScene(
                window->canvas().canvas().rectOf({zone, {}})->center() +
                QPointF(0, window->canvas().canvas().rectOf({zone, {}})->height() / 2 - 4))));
    }
    QCOMPARE(window.design().network.all<Subnet>().size(), std::size_t(6));
    std::vector<SubnetId> publicSubnets;
    for (const Subnet& subnet : window.design().network.all<Subnet>())
        if (subnet.tier == Tier::Public) publicSubnets.push_back(subnet.id);
    QCOMPARE(publicSubnets.size(), std::size_t(3));
    for (const SubnetId subnet : publicSubnets)
        QVERIFY(window.dropFromPalette("nat-gateway", window.at({subnet, {}})));
    QCOMPARE(window.design().network.all<NatGateway>().size(), std::size_t(3));

    QVERIFY(!hasErrors(window->facts().problems()));
    const auto result = terraform::exportChecked(window.design(), {});
    QVERIFY(!result.files.empty());
    if (test::isMissing("terraform") || test::isMissing("node")) QSKIP("terraform or node is missing");
    const QDir folder(window.path(QStringLiteral("out")));
    test::saveFiles(folder, result);
    const auto outcome =
        test::runProgram(QStringLiteral("node"), {test::judgeScript(), folder.path(), "--plan"});
    if (outcome.code == 77) QSKIP(outcome.output.constData());
    QVERIFY2(outcome.code == 0, outcome.output.constData());
}

void JourneyTest::natAndItsPrice() {
    Window window;
    Dock* cost = window->dock(QStringLiteral("cost"));
    QTRY_VERIFY(cost->hasContent());
    // Off at first, with what it would be.
    QVERIFY(cost->windowTitle().contains(QStringLiteral("$0.010")));
    QTRY_VERIFY(textsIn(cost).contains(QStringLiteral("ECS service ecs")));
    QTest::keyClick(&window.get(), Qt::Key_T, Qt::ControlModifier);
    QVERIFY(window.design().settings.natEnabled);
    QTRY_VERIFY(cost->windowTitle().contains(QStringLiteral("$0.144")));
    QTRY_VERIFY2(textsIn(cost).contains(QString::fromUtf8("−$0.134")), qPrintable(textsIn(cost)));
    QVERIFY(rowsIn(cost).join(QLatin1Char('\n')).contains(QStringLiteral("90.52")));
    QVERIFY(fileText(window, "terraform.tfvars").contains(QStringLiteral("enable_nat_gateway = true")));
}

/// Reorders an ACL, makes two numbers clash, mends it, exports, edits a file by hand and is refused.
void JourneyTest::networkAclToDisk() {
    Window window;
    const NetworkAclId acl = window.node<NetworkAcl>("public").id;
    QWidget* inspector = window->dock(QStringLiteral("inspector"))->content();
    window->selection().set({acl});
    QModelIndex cell;
    QTRY_VERIFY(tableWith(inspector, QStringLiteral("120"), &cell));
    QAbstractItemView* table = tableWith(inspector, QStringLiteral("120"), &cell);
    const auto ingress = [&] {
        QList<int> numbers;
        for (const NetworkAclRule& rule : window.design().network.get(acl)->rules)
            if (rule.direction == Direction::Ingress) numbers << rule.number;
        return numbers;
    };
    const Traffic last = window.design().network.get(acl)->rules[2].traffic;

    // Up by the keyboard: numbered anew in tens.
    table->setFocus();
    table->setCurrentIndex(cell);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    const auto ruleOf = [&](int number) -> const NetworkAclRule* {
        for (const NetworkAclRule& rule : window.design().network.get(acl)->rules)
            if (rule.direction == Direction::Ingress && rule.number == number) return &rule;
        return nullptr;
    };
    QVERIFY(ruleOf(110) && ruleOf(110)->traffic == last);
    QCOMPARE(window->document().undoStack()->count(), 1);

    // A number that another rule has is shown beside the cell and in the list of problems.
    QVERIFY(tableWith(inspector, QStringLiteral("110"), &cell));
    table->setCurrentIndex(cell);
    QTest::keyClick(table, Qt::Key_F2);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()) ||
                (QApplication::focusWidget() && QApplication::focusWidget() != table));
    QWidget* editor = QApplication::focusWidget();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(editor, QStringLiteral("100"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(ingress().count(100), 2);
    QVERIFY(hasErrors(window->facts().problems()));
    // Beside the way out that the ECS service lacks while NAT is off.
    QTRY_VERIFY(window->dock(QStringLiteral("problems"))->windowTitle().contains(QStringLiteral("2")));
    // Such a design is not written.
    QVERIFY(terraform::exportChecked(window.design(), {}).files.empty());
    QTest::keyClick(&window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!hasErrors(window->facts().problems()));

    const QString folder = window.path(QStringLiteral("terraform"));
    const auto dialog = [&] {
        window->commands().action(Command::TerraformExport)->trigger();
        auto* found = window->findChild<ExportDialog*>();
        found->setFolder(folder);
        return found;
    };
    ExportDialog* first = dialog();
    QTRY_VERIFY2(first->obstacle().isEmpty(), qPrintable(first->obstacle()));
    QTest::mouseClick(first->findChild<QPushButton*>(QStringLiteral("export-write")), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(folder + QStringLiteral("/nacl.tf")));
    first->close();
    QTRY_VERIFY(!window->findChild<ExportDialog*>());

    QFile file(folder + QStringLiteral("/nacl.tf"));
    QVERIFY(file.open(QIODevice::Append));
    file.write("# mine\n");
    file.close();
    ExportDialog* second = dialog();
    QTRY_VERIFY(!second->obstacle().isEmpty());
    QVERIFY(!second->findChild<QPushButton*>(QStringLiteral("export-write"))->isEnabled());
    second->setChoice(QStringLiteral("nacl.tf"), EditChoice::Overwrite);
    QTRY_VERIFY(second->obstacle().isEmpty());
    QTest::mouseClick(second->findChild<QPushButton*>(QStringLiteral("export-write")), Qt::LeftButton);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTRY_VERIFY(!QFile(folder + QStringLiteral("/nacl.tf")).fileName().isEmpty());
    QVERIFY(!file.readAll().contains("# mine"));
    second->close();
}

QTEST_MAIN(JourneyTest)
#include "test_journey.moc"
