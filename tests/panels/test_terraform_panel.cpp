// SPDX-License-Identifier: Apache-2.0
#include "tests/panels/stage.h"
#include "ui/panels/code_view.h"
#include "ui/panels/replacement_strip.h"
#include "ui/panels/terraform_panel.h"
#include "ui/panels/terraform_refusal.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace sekisho;

namespace {

struct Shown : Stage {
    TerraformPanel panel{document, facts, selection};

    Shown() {
        panel.resize(492, 300);
        show(panel);
    }
    CodeView& view() { return *panel.view(); }
    int cursorLine() {
        return 1 + int(QString::fromStdString(view().text()).left(view().cursorOffset()).count('\n'));
    }
    QString lineAt(int line) { return view().line(line - 1); }
    /// The first line (from 1) that contains the text; 0 if none does.
    int lineWith(const QString& text, int from = 1) {
        for (int line = from; line <= view().lineCount(); ++line)
            if (lineAt(line).contains(text)) return line;
        return 0;
    }
    /// Of what came or changed: its lines; of what went: those, behind a minus.
    QStringList linesOf(const std::vector<LineChange>& changes) {
        QStringList lines;
        for (const LineChange& change : changes)
            if (change.kind == LineChange::Went)
                for (const QString& line :
                     QString::fromStdString(change.before).split('\n', Qt::SkipEmptyParts))
                    lines << "-" + line.trimmed();
            else
                lines << linesOf(std::vector<LineRange>{change.lines});
        return lines;
    }
    QStringList linesOf(const std::vector<LineRange>& ranges) {
        QStringList lines;
        for (const LineRange& range : ranges)
            for (int line = range.first; line <= range.last; ++line)
                lines << lineAt(line).trimmed();
        return lines;
    }
};

} // namespace

class TerraformPanelTest : public QObject {
    Q_OBJECT

private slots:
    void replacementsAreAnnounced() {
        Shown s;
        auto* strip = s.panel.findChild<ReplacementStrip*>();
        const auto texts = [&] {
            QStringList all;
            for (QLabel* label : strip->findChildren<QLabel*>())
                if (label->isVisible() && !label->text().isEmpty()) all << label->text();
            return all;
        };
        const auto links = [&] {
            QList<QPushButton*> all;
            for (QPushButton* button : strip->findChildren<QPushButton*>())
                if (button->isVisible() && button->objectName() != QLatin1String("keep")) all << button;
            return all;
        };
        const auto cidr = [&](const char* block) {
            s.change<Subnet>(3, [&](Subnet& subnet) { subnet.cidr = Cidr::parse(block).value(); });
        };
        cidr("10.0.98.0/24");
        QVERIFY(!strip->isVisible()); // never saved: nothing of it can have been applied
        QTemporaryDir folder;
        QVERIFY(s.document.save(folder.filePath("a.sekisho").toStdString()).has_value());
        QVERIFY(!strip->isVisible());
        cidr("10.0.99.0/24");
        QVERIFY(strip->isVisible());
        QVERIFY(texts().contains("Since the last save, terraform would replace 2 resource(s)"));
        QVERIFY(texts().contains(QStringLiteral("cidr_block 10.0.98.0/24 → 10.0.99.0/24")));
        QVERIFY(texts().contains("subnet_id (aws_subnet.private[0] is replaced)"));
        QCOMPARE(links().size(), 2);
        QCOMPARE(links().front()->text(), QStringLiteral("aws_subnet.private[0]"));
        QVERIFY(!strip->findChild<QPushButton*>("keep")->isVisible());
        QTest::mouseClick(links().front(), Qt::LeftButton);
        QVERIFY(s.selection.contains(SubnetId{3}));
        cidr("10.0.98.0/24");
        QVERIFY(!strip->isVisible());
        s.document.undoStack()->undo();
        QVERIFY(strip->isVisible());
        QVERIFY(s.document.save(folder.filePath("a.sekisho").toStdString()).has_value());
        QVERIFY(!strip->isVisible());
    }

    void whatIsDrawnAgainIsKept() {
        Shown s;
        QTemporaryDir folder;
        QVERIFY(s.document.save(folder.filePath("a.sekisho").toStdString()).has_value());
        SecurityGroup group = *s.document.network().get(SecurityGroupId{3});
        s.edit(edits::removeElements(s.design(), {group.id}));
        group.name = "database";
        s.edit(edits::addNode(s.design(), group));
        auto* strip = s.panel.findChild<ReplacementStrip*>();
        QVERIFY(strip->isVisible());
        auto* keep = strip->findChild<QPushButton*>("keep");
        QVERIFY(keep->isVisible());
        const int steps = s.document.undoStack()->index();
        QTest::mouseClick(keep, Qt::LeftButton);
        QCOMPARE(s.document.undoStack()->index(), steps + 1);
        QVERIFY(!strip->isVisible());
        QVERIFY(s.panel.files().contains("moved.tf"));
        s.panel.showFile("moved.tf");
        QVERIFY(s.lineWith("from = aws_security_group.rds") > 0);
        QVERIFY(s.lineWith("to   = aws_security_group.database") > 0);
        s.document.undoStack()->undo();
        QVERIFY(strip->isVisible());
    }

    void showsWhatWouldBeExported() {
        Shown s;
        QCOMPARE(s.panel.files().mid(0, 5),
                 (QStringList{"vpc.tf", "security.tf", "nat.tf", "nacl.tf", "terraform.tfvars"}));
        const auto exported = terraform::exportTerraform(s.design(), {});
        QCOMPARE(s.panel.files().size(), qsizetype(exported.files.size()));
        for (const terraform::ExportedFile& file : exported.files) {
            s.panel.showFile(QString::fromStdString(file.path));
            QCOMPARE(s.panel.currentFile().toStdString(), file.path);
            QCOMPARE(s.view().text(), file.bytes);
        }
        // And after each edit.
        s.panel.showFile("security.tf");
        s.change<SecurityGroup>(2, [](SecurityGroup& group) { group.rules[0].traffic = Traffic::tcp(8080); });
        const auto changed = terraform::exportTerraform(s.design(), {});
        for (const terraform::ExportedFile& file : changed.files)
            if (file.path == "security.tf") QCOMPARE(s.view().text(), file.bytes);
    }

    void marksWhatIsSelected() {
        Shown s;
        s.selection.set({SecurityGroupId{2}});
        QCOMPARE(s.panel.currentFile(), QString("security.tf"));
        QCOMPARE(s.view().highlighted().size(), std::size_t(1));
        const LineRange group = s.view().highlighted().front();
        QVERIFY(s.lineAt(group.first).contains("\"aws_security_group\" \"ecs\""));
        QCOMPARE(s.lineAt(group.last), QString("}"));
        QVERIFY(s.view().viewport()->rect().intersects(s.view().lineRect(group.first)));
        // A rule is its block alone.
        s.selection.set({SecurityGroupRuleId{5}});
        const LineRange rule = s.view().highlighted().front();
        QVERIFY(rule.first > group.first && rule.last < group.last);
        QVERIFY(s.linesOf({rule}).contains("from_port       = 3000"));
        s.selection.clear();
        QVERIFY(s.view().highlighted().empty());
    }

    /// All that a node is made of, wherever it stands.
    void marksAllBlocksOfANode() {
        Shown s;
        const auto blocks = [&](const char* file) {
            s.panel.showFile(file);
            QStringList heads;
            for (const LineRange& range : s.view().highlighted())
                for (int line = range.first; line <= range.last; ++line)
                    if (s.lineAt(line).startsWith("resource"))
                        heads << s.lineAt(line).section('"', 1, 1) + '.' + s.lineAt(line).section('"', 3, 3);
            return heads;
        };
        // A NAT gateway: its address, the route through it, the switch.
        s.selection.set({NatGatewayId{1}});
        QCOMPARE(blocks("nat.tf"),
                 (QStringList{"aws_eip.nat", "aws_nat_gateway.main", "aws_route.private_nat"}));
        QCOMPARE(blocks("vpc.tf"), QStringList());
        s.panel.showFile("terraform.tfvars");
        QCOMPARE(s.linesOf(s.view().highlighted()).value(0), QString("enable_nat_gateway = true"));
        // A route table: its routes and associations.
        s.selection.set({RouteTableId{2}});
        QCOMPARE(s.panel.currentFile(), QString("vpc.tf"));
        QCOMPARE(blocks("vpc.tf"),
                 (QStringList{"aws_route_table.private", "aws_route_table_association.private"}));
        QCOMPARE(blocks("nat.tf"), QStringList{"aws_route.private_nat"});
        // A subnet: what associates it.
        s.selection.set({SubnetId{3}});
        QCOMPARE(blocks("vpc.tf"),
                 (QStringList{"aws_subnet.private", "aws_route_table_association.private"}));
        // A group whose rules are resources of their own.
        Settings settings = s.design().settings;
        settings.ruleStyle = RuleStyle::Separate;
        s.edit(edits::setSettings(s.design(), settings));
        s.panel.showFile("vpc.tf");
        s.selection.set({SecurityGroupId{2}});
        QCOMPARE(s.panel.currentFile(), QString("security.tf"));
        const QStringList heads = blocks("security.tf");
        QCOMPARE(heads.size(), 4);
        QCOMPARE(heads.front(), QString("aws_security_group.ecs"));
        QVERIFY(heads.filter("aws_vpc_security_group_ingress_rule.ecs").size() == 2);
        QVERIFY(s.view().viewport()->rect().intersects(
            s.view().lineRect(s.lineWith("\"aws_security_group\" \"ecs\""))));
    }

    void aClickSelectsWhatALineIsAbout() {
        Shown s;
        QSignalSpy revealed(&s.selection, &Selection::revealRequested);
        s.panel.showFile("security.tf");
        const int line = s.lineWith("from_port       = 3000");
        s.view().reveal({line, line});
        QTest::mouseClick(s.view().viewport(), Qt::LeftButton, {}, s.view().lineRect(line).center());
        QVERIFY(s.selection.single() == ElementId(SecurityGroupRuleId{5}));
        QCOMPARE(revealed.count(), 1);
        const int heading = s.lineWith("\"aws_security_group\" \"rds\"");
        s.view().reveal({heading, heading});
        QTest::mouseClick(s.view().viewport(), Qt::LeftButton, {}, s.view().lineRect(heading).center());
        QVERIFY(s.selection.single() == ElementId(SecurityGroupId{3}));
        // What shares the lines of a counted block.
        s.panel.showFile("nat.tf");
        const int nats = s.lineWith("\"aws_nat_gateway\"");
        s.view().setFocus();
        s.view().reveal({nats, nats});
        QTest::mouseClick(s.view().viewport(), Qt::LeftButton, {}, s.view().lineRect(nats).center());
        const std::vector<ElementId> both = {NatGatewayId{1}, NatGatewayId{2}};
        QVERIFY(s.selection.elements() == both);
        QCOMPARE(s.panel.currentFile(), QString("nat.tf"));
    }

    /// enable_nat_gateway is about what hangs on it, where that file is in sight.
    void theSwitchIsALine() {
        Shown s;
        s.panel.showFile("terraform.tfvars");
        s.selection.set({NatGatewayId{1}});
        QCOMPARE(s.panel.currentFile(), QString("terraform.tfvars"));
        QCOMPARE(s.linesOf(s.view().highlighted()).value(0), QString("enable_nat_gateway = true"));
        setNat(s.document, false);
        QCOMPARE(s.linesOf(s.view().highlighted()).value(0), QString("enable_nat_gateway = false"));
        QCOMPARE(s.linesOf(s.view().changedByLastEdit()).value(0), QString("enable_nat_gateway = false"));
        s.panel.showFile("vpc.tf");
        s.selection.set({NatGatewayId{2}});
        QCOMPARE(s.panel.currentFile(), QString("nat.tf"));
    }

    void linesThatChangedAreMarked() {
        Shown s;
        QTemporaryDir folder;
        const std::filesystem::path file(folder.filePath("x.sekisho").toStdString());
        QVERIFY(s.document.save(file).has_value());
        s.panel.showFile("security.tf");
        QVERIFY(s.view().changedByLastEdit().empty());
        s.change<SecurityGroup>(2, [](SecurityGroup& group) { group.rules[1].traffic = Traffic::tcp(3100); });
        const QStringList ports = {"from_port       = 3100", "to_port         = 3100"};
        QCOMPARE(s.linesOf(s.view().changedByLastEdit()), ports);
        QCOMPARE(s.linesOf(s.view().changedSinceSave()), ports);
        s.change<SecurityGroup>(1, [](SecurityGroup& group) { group.description = "Another text"; });
        const QStringList text = {"description = \"Another text\""};
        QCOMPARE(s.linesOf(s.view().changedByLastEdit()), text);
        QCOMPARE(s.linesOf(s.view().changedSinceSave()), text + ports);
        QVERIFY(s.document.save(file).has_value());
        QVERIFY(s.view().changedSinceSave().empty());
    }

    /// Which lines came, changed and went since the last save: at the lines, at the tabs, and in all.
    void saysWhatIsNotSaved() {
        Shown s;
        QTemporaryDir folder;
        const std::filesystem::path file(folder.filePath("x.sekisho").toStdString());
        s.edit(edits::addVpcEndpoint(s.design(), VpcId{1}, EndpointType::Gateway, "s3"));
        // The one rule that goes shall not be the last: `ingress = []` would stand in its place.
        SecurityGroupRule other;
        other.traffic = Traffic::tcp(6432);
        other.peer = Cidr::anywhere(IpFamily::V4);
        s.edit(edits::addSecurityGroupRule(s.design(), SecurityGroupId{3}, other));
        QVERIFY(s.document.save(file).has_value());
        auto* count = s.panel.findChild<QToolButton*>("terraform-changes");
        auto* tabs = s.panel.findChild<QTabBar*>();
        const auto marked = [&] {
            QStringList paths;
            for (int i = 0; i < tabs->count(); ++i)
                if (!tabs->tabIcon(i).isNull()) paths << tabs->tabText(i);
            return paths;
        };
        QVERIFY(!count->isVisible());
        QVERIFY(marked().isEmpty());
        s.panel.showFile("security.tf");
        // A rule comes, one is another, one goes.
        SecurityGroupRule rule;
        rule.traffic = Traffic::tcp(9000);
        rule.peer = Cidr::anywhere(IpFamily::V4);
        s.edit(edits::addSecurityGroupRule(s.design(), SecurityGroupId{1}, rule));
        s.change<SecurityGroup>(2, [](SecurityGroup& group) { group.rules[1].traffic = Traffic::tcp(3100); });
        s.edit(edits::removeElements(s.design(), {SecurityGroupRuleId{7}}));
        QCOMPARE(marked(), QStringList{"security.tf"});
        QStringList kinds;
        for (const LineChange& change : s.view().changedSinceSave())
            kinds << QString("+~-")[int(change.kind)];
        QCOMPARE(kinds, (QStringList{"+", "~", "-"}));
        QVERIFY(s.linesOf(s.view().changedSinceSave()).contains("-from_port       = 5432"));
        QVERIFY(s.linesOf(s.view().changedByLastEdit()).front().startsWith('-'));
        QVERIFY(count->isVisible());
        const LineCounts all = countsOf(s.view().changedSinceSave());
        QCOMPARE(count->text(), QString("+%1 ~%2 −%3").arg(all.came).arg(all.changed).arg(all.went));
        QVERIFY(tabs->tabToolTip(tabs->currentIndex()).contains("security.tf: "));
        // From one change to the next, and round.
        QList<int> lines;
        s.view().setCursorOffset(0);
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&s.view(), Qt::Key_Down, Qt::AltModifier);
            lines << s.cursorLine();
        }
        QCOMPARE(lines[0], s.view().changedSinceSave()[0].lines.first);
        QCOMPARE(lines[2], s.view().changedSinceSave()[2].lines.first);
        QCOMPARE(lines[3], lines[0]);
        QTest::keyClick(&s.view(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(s.cursorLine(), lines[2]);
        // The button goes on in the other files.
        setNat(s.document, false);
        QCOMPARE(marked(), (QStringList{"security.tf", "terraform.tfvars"}));
        QTest::mouseClick(count, Qt::LeftButton);
        QCOMPARE(s.panel.currentFile(), QString("terraform.tfvars"));
        QVERIFY(s.lineAt(s.cursorLine()).startsWith("enable_nat_gateway"));
        // A file that went.
        std::vector<ElementId> endpoints;
        for (const VpcEndpoint& endpoint : s.document.network().all<VpcEndpoint>())
            endpoints.push_back(endpoint.id);
        s.edit(edits::removeElements(s.design(), endpoints));
        QVERIFY(!s.panel.files().contains("endpoints.tf"));
        QVERIFY(count->toolTip().contains("endpoints.tf: the file is gone"));
        QVERIFY(s.document.save(file).has_value());
        QVERIFY(!count->isVisible());
        QVERIFY(marked().isEmpty());
    }

    /// The name of the file in the headers is no edit.
    void savingUnderAnotherNameIsNoEdit() {
        Shown s;
        QTemporaryDir folder;
        s.panel.showFile("vpc.tf");
        QVERIFY(s.document.save(folder.filePath("x.sekisho").toStdString()).has_value());
        QVERIFY(s.lineAt(1).contains("x.sekisho"));
        QVERIFY(s.view().changedByLastEdit().empty());
        QVERIFY(s.view().changedSinceSave().empty());
    }

    /// A save while nobody looks counts all the same.
    void aSaveIsNotedUnseen() {
        Shown s;
        QTemporaryDir folder;
        s.panel.showFile("security.tf");
        s.panel.hide();
        s.change<SecurityGroup>(1, [](SecurityGroup& group) { group.description = "Saved text"; });
        QVERIFY(s.document.save(folder.filePath("x.sekisho").toStdString()).has_value());
        s.change<SecurityGroup>(3, [](SecurityGroup& group) { group.description = "Not saved"; });
        Stage::show(s.panel);
        QCOMPARE(s.linesOf(s.view().changedSinceSave()), QStringList{"description = \"Not saved\""});
    }

    void keepsWhatIsInSight() {
        Shown s;
        s.panel.showFile("security.tf");
        const int rds = s.lineWith("\"aws_security_group\" \"rds\"");
        s.view().setFirstVisibleLine(rds);
        // A rule above pushes the lines down; those in sight stay there.
        SecurityGroupRule rule;
        rule.traffic = Traffic::tcp(9000);
        rule.peer = Cidr::anywhere(IpFamily::V4);
        s.edit(edits::addSecurityGroupRule(s.design(), SecurityGroupId{1}, rule));
        QVERIFY(s.lineAt(s.view().firstVisibleLine()).contains("\"aws_security_group\" \"rds\""));
        // A change below moves nothing.
        const int top = s.view().firstVisibleLine();
        s.change<SecurityGroup>(3, [](SecurityGroup& group) { group.rules[1].description = "Below"; });
        QCOMPARE(s.view().firstVisibleLine(), top);
        // Each file has its own place.
        s.panel.showFile("vpc.tf");
        QCOMPARE(s.view().firstVisibleLine(), 1);
        s.panel.showFile("security.tf");
        QCOMPARE(s.view().firstVisibleLine(), top);
    }

    void aRefusedExportSaysWhy() {
        Shown s;
        s.change<Subnet>(2, [](Subnet& subnet) { subnet.cidr.reset(); });
        auto* refusal = s.panel.findChild<TerraformRefusal*>();
        QVERIFY(refusal->isVisible());
        QVERIFY(!s.view().isVisible());
        QVERIFY(refusal->text().contains("public-1c"));
        emit refusal->findChild<QLabel*>("terraform-refusal")->linkActivated("subnet-2");
        QVERIFY(s.selection.single() == ElementId(SubnetId{2}));
        s.document.undoStack()->undo();
        QVERIFY(s.view().isVisible());
    }

    void findsWithinTheFile() {
        Shown s;
        s.panel.showFile("security.tf");
        s.view().setFocus();
        QTest::keyClick(&s.view(), Qt::Key_F, Qt::ControlModifier);
        auto* field = s.panel.findChild<QLineEdit*>();
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, "INGRESS {");
        QCOMPARE(s.view().matchCount(), 5); // 80 and 443; 80 and 3000; 5432
        QCOMPARE(s.view().currentMatch(), 0);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(s.view().currentMatch(), 1);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(s.view().currentMatch(), 4);
        QCOMPARE(s.view().selectedText(), QString("ingress {"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!field->isVisible());
        QCOMPARE(s.view().matchCount(), 0);
    }

    void copies() {
        Shown s;
        s.panel.showFile("nat.tf");
        s.panel.copyFile();
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), s.view().text());
        s.view().setFocus();
        QTest::keyClick(&s.view(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&s.view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&s.view(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), s.lineAt(1) + '\n');
    }

    void screenReadersReadIt() {
        Shown s;
        s.panel.showFile("nat.tf");
        QAccessibleInterface* reader = QAccessible::queryAccessibleInterface(&s.view());
        QVERIFY(reader && reader->textInterface());
        QCOMPARE(reader->text(QAccessible::Name), QString("Terraform text"));
        QCOMPARE(reader->text(QAccessible::Value).toStdString(), s.view().text());
        const int line = s.lineWith("\"aws_nat_gateway\"");
        reader->textInterface()->setCursorPosition(int(s.view().text().find("\"aws_nat_gateway\"")));
        QTest::keyClick(&s.view(), Qt::Key_Return);
        QVERIFY(s.selection.contains(NatGatewayId{1}));
        const auto& marked = s.view().highlighted();
        QVERIFY(std::any_of(marked.begin(), marked.end(),
                            [line](const LineRange& range) { return range.first == line; }));
    }

    void followsTheOptions() {
        Shown s;
        terraform::ExportOptions options;
        options.mode = terraform::ExportMode::AddOn;
        s.facts.setExportOptions(options);
        QVERIFY(!s.panel.files().contains("vpc.tf"));
        QVERIFY(s.panel.files().contains("security_variables.tf"));
    }

    /// "+2" line 2 came, "~3<b" line 3 was b, "-4<b" b stood before line 4.
    void lineChanges_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QList<int>>("counts");
        const auto row = [](const char* name, const char* before, const char* after, const char* changes,
                            const QList<int>& counts) {
            QTest::newRow(name) << before << after << changes << counts;
        };
        row("same", "a\nb\n", "a\nb\n", "", {0, 0, 0});
        row("one line", "a\nb\nc\n", "a\nx\nc\n", "~2<b", {0, 1, 0});
        row("from nothing", "", "a\nb\n", "+1-2", {2, 0, 0});
        row("to nothing", "a\nb\n", "", "-1<a|b", {0, 0, 2});
        row("removed", "a\nb\nc\n", "a\nc\n", "-2<b", {0, 0, 1});
        row("removed at the end", "a\nb\n", "a\n", "-2<b", {0, 0, 1});
        row("inserted", "a\nc\n", "a\nb\nc\n", "+2", {1, 0, 0});
        row("inserted among its like", "a\na\n", "a\na\na\n", "+3", {1, 0, 0});
        row("one becomes two", "a\nb\nc\n", "a\nx\ny\nc\n", "~2-3<b", {1, 1, 0});
        row("two become one", "a\nb\nd\nc\n", "a\nx\nc\n", "~2<b|d", {0, 1, 1});
        row("two places", "a\n\nb\n\nc\n", "x\n\nb\n\ny\n", "~1<a ~5<c", {0, 2, 0});
        row("a paragraph that moved", "a\n\nb\n\nc\n", "b\n\na\n\nc\n", "", {0, 0, 0});
        row("a paragraph that went", "a\n\nb\nB\n\nc\n", "a\n\nc\n", "-3<b|B", {0, 0, 2});
        row("the last that went", "a\n\nb\n", "a\n", "-2<b", {0, 0, 1});
        row("two that went", "a\n\nb\n\nc\n\nd\n", "a\n\nd\n", "-3<b -3<c", {0, 0, 2});
        row("a paragraph that came", "a\n\nc\n", "a\n\nb\n\nc\n", "+3", {1, 0, 0});
        // Rules look alike, within a group and from one to the next.
        row("rules of two groups",
            "r a {\n  i {\n    x = 1\n  }\n\n  e {\n  }\n}\n\nr b {\n  i {\n    x = 2\n  }\n\n  e {\n  "
            "}\n}\n",
            "r a {\n  i {\n    x = 1\n  }\n\n  i {\n    x = 9\n  }\n\n  e {\n  }\n}\n\nr b {\n  i {\n    x = "
            "3\n  "
            "}\n\n  e {\n  }\n}\n",
            "+6-9 ~16<    x = 2", {4, 1, 0});
        row("a rule that went",
            "r a {\n  i {\n    x = 1\n  }\n\n  e {\n  }\n}\n\nr b {\n  i {\n    x = 2\n  }\n\n  e {\n  "
            "}\n}\n",
            "r a {\n  e {\n  }\n}\n\nr b {\n  i {\n    x = 2\n  }\n\n  e {\n  }\n}\n",
            "-2<  i {|    x = 1|  }|", {0, 0, 4});
        row("no end of line", "a\nb", "a\nc", "~2<b", {0, 1, 0});
        row("within paragraphs", "r a {\n  x = 1\n}\n\nr b {\n  x = 1\n  y = 2\n}\n",
            "r a {\n  x = 2\n}\n\nr new {\n}\n\nr b {\n  x = 1\n  y = 3\n}\n", "~2<  x = 1 +5-6 ~10<  y = 2",
            {2, 2, 0});
    }
    void lineChanges() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, changes);
        QFETCH(QList<int>, counts);
        const auto found = sekisho::lineChanges(before.toStdString(), after.toStdString());
        QStringList words;
        for (const LineChange& change : found) {
            QString word = QString("+~-")[int(change.kind)] + QString::number(change.lines.first);
            if (change.lines.last != change.lines.first) word += '-' + QString::number(change.lines.last);
            QString was = QString::fromStdString(change.before);
            QCOMPARE(was.isEmpty(), change.kind == LineChange::Came);
            if (!was.isEmpty()) word += '<' + was.chopped(1).replace('\n', '|');
            words << word;
        }
        QCOMPARE(words.join(' '), changes);
        const LineCounts all = countsOf(found);
        QCOMPARE((QList<int>{all.came, all.changed, all.went}), counts);
    }

    void colours_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("spans");
        QTest::newRow("block") << "resource \"aws_vpc\" \"main\" {"
                               << QStringList{"k:resource", "s:\"aws_vpc\"", "s:\"main\""};
        QTest::newRow("argument") << "  vpc_id = aws_vpc.main.id" << QStringList{"r:aws_vpc.main.id"};
        QTest::newRow("number") << "  from_port = 3000 # why" << QStringList{"n:3000", "c:# why"};
        QTest::newRow("literal") << "  enabled = true" << QStringList{"k:true"};
        QTest::newRow("template") << "  name = \"${var.a[\"x\"]}-b\" # c"
                                  << QStringList{"s:\"${var.a[\"x\"]}-b\"", "c:# c"};
        QTest::newRow("escaped") << "  a = \"\\\" # no\"" << QStringList{"s:\"\\\" # no\""};
    }
    void colours() {
        QFETCH(QString, line);
        QFETCH(QStringList, spans);
        QStringList found;
        for (const CodeSpan& span : hclSpans(line))
            found << QString("%1:%2").arg(QString("ksncr")[int(span.kind)], line.mid(span.from, span.length));
        QCOMPARE(found, spans);
    }
};

QTEST_MAIN(TerraformPanelTest)
#include "test_terraform_panel.moc"
