// SPDX-License-Identifier: Apache-2.0
#include "bench.h"
#include "tests/format/full_design.h"
#include "tests/support/random_edits.h"
#include "ui/editors/form.h"
#include "ui/editors/inspector.h"
#include "ui/editors/rule_editor.h"
#include "ui/editors/rule_table.h"
#include "ui/editors/table_section.h"
#include "ui/editors/text_input.h"
#include "ui/panels/inspector_panel.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include <map>
#include <set>

using namespace sekisho;
using namespace sekisho::editors;
using namespace sekisho::test;

namespace {

struct Window {
    Bench bench;
    InspectorPanel panel{bench.document, bench.facts, bench.selection};

    Window() { open(); }
    explicit Window(Design design) {
        bench.document.start(std::move(design), QString());
        open();
    }
    void open() {
        panel.resize(339, 900);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
    }
    Inspector* page() {
        for (auto* area : panel.findChildren<QScrollArea*>())
            if (area->isVisible()) return qobject_cast<Inspector*>(area->widget());
        return nullptr;
    }
    template<class T>
    T* field(const char* name) {
        Inspector* shown = page();
        return shown ? shown->findChild<T*>(QLatin1String(name)) : nullptr;
    }
    template<class T>
    std::vector<T*> fields() {
        std::vector<T*> found;
        if (Inspector* shown = page())
            for (T* one : shown->findChildren<T*>())
                if (one->isVisible() && one->isEnabled()) found.push_back(one);
        return found;
    }
    void type(QLineEdit* field, const QString& text) {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        if (text.isEmpty()) QTest::keyClick(field, Qt::Key_Delete);
    }
    QString shownText() {
        QStringList texts;
        for (auto* label : fields<QLabel>())
            texts << label->text().remove(QChar(0x200b));
        return texts.join(QLatin1Char('\n'));
    }
    const Design& design() { return bench.document.design(); }
};

/// What is typed into each field by its name, and differs from what is there.
QString textFor(const QString& field, const Design& design, ElementId element) {
    static const std::map<QString, QString> texts = {
        {"name", "another name"},
        {"aws_name", "{project}-other"},
        {"name_tag", "{environment}-other"},
        {"zone", "ap-northeast-1d"},
        {"cidr", "10.77.0.0/20"},
        {"ipv6", "2001:db8:7700::/56"},
        {"private_ip", "10.0.1.77"},
        {"description", "another description"},
        {"managed", "com.amazonaws.{region}.dynamodb"},
        {"max_entries", "77"},
        {"service", "sts"},
        {"vpc_id", "vpc-77777777777777777"},
        {"owner_id", "777777777777"},
        {"region", "us-west-2"},
        {"cidrs", "10.77.0.0/16, 10.78.0.0/16"},
        {"log_group", "/other/{project}"},
        {"retention_in_days", "7"},
        {"bucket_arn", "arn:aws:s3:::other"},
        {"aggregation_interval", "600"},
        {"detail", "other detail"},
        {"ports", "tcp/77, udp/78"},
        {"label", "another_label"},
        {"project_name", "otherproject"},
        {"environment", "stg"},
    };
    Q_UNUSED(design)
    Q_UNUSED(element)
    const auto it = texts.find(field);
    return it == texts.end() ? QString() : it->second;
}

/// One node of each kind there is.
std::vector<ElementId> onePerKind(const Network& network) {
    std::vector<ElementId> ids;
    for (const auto& entry : network.nodes)
        if (ids.empty() || ids.back().kind != entry.key.kind) ids.push_back(entry.key);
    return ids;
}

} // namespace

/// The settings of every kind of node.
class TestInspectors : public QObject {
    Q_OBJECT

private slots:
    void showTheProjectWhenNothingIsSelected() {
        Window w;
        QVERIFY(!w.panel.element());
        QVERIFY(w.shownText().contains(QStringLiteral("Select something to see its settings.")));
        auto* region = w.field<ChoiceBox>("region");
        QCOMPARE(region->currentText(), QStringLiteral("ap-northeast-1"));
        QVERIFY(w.shownText().contains(QStringLiteral("Tokyo")));
        const int other = region->findText(QStringLiteral("us-east-1"));
        QVERIFY(other >= 0);
        region->setCurrentIndex(other);
        emit region->activated(other);
        QCOMPARE(w.design().settings.region, std::string("us-east-1"));
        auto* nat = w.field<QCheckBox>("nat_enabled");
        const bool before = w.design().settings.natEnabled;
        QTest::mouseClick(nat, Qt::LeftButton, {}, QPoint(8, nat->height() / 2));
        QCOMPARE(w.design().settings.natEnabled, !before);
        w.bench.undo();
        QCOMPARE(nat->isChecked(), before);
    }

    void titleInTheReadersLanguage() {
        style::setLanguage(style::LanguageChoice::Japanese);
        Window w;
        w.bench.selection.set({InternetGatewayId{1}});
        QVERIFY(w.page());
        QVERIFY(w.shownText().startsWith(QStringLiteral("インターネットゲートウェイ")));
        style::setLanguage(style::LanguageChoice::English);
    }

    void rowOfButtonsDoesNotWidenThePage() {
        for (const auto language : {style::LanguageChoice::Japanese, style::LanguageChoice::English})
            for (const int width : {339, 300}) {
                style::setLanguage(language);
                Window w;
                w.panel.resize(width, 900);
                w.bench.selection.set({NetworkAclId{1}});
                QVERIFY(w.page());
                const auto tables = w.page()->findChildren<TableSection*>();
                for (TableSection* table : tables)
                    table->table().selectRow(0);
                QTest::qWait(0);
                const QScrollArea* area =
                    qobject_cast<QScrollArea*>(w.page()->parentWidget()->parentWidget());
                QVERIFY(area);
                QVERIFY2(
                    w.page()->width() <= area->viewport()->width(),
                    qPrintable(
                        QStringLiteral("%1 in %2").arg(w.page()->width()).arg(area->viewport()->width())));
            }
        style::setLanguage(style::LanguageChoice::English);
    }

    void pencilOpensTheLabel() {
        Window w;
        w.bench.selection.set({SubnetId{1}});
        QToolButton* pencil = nullptr;
        for (auto* button : w.fields<QToolButton>())
            if (button->isCheckable() && button->accessibleName() == "Change the Terraform address")
                pencil = button;
        QVERIFY(pencil);
        pencil->click();
        auto* label = w.field<QLineEdit>("label");
        QVERIFY(label->isVisible() && label->hasFocus());
        QCOMPARE(label->selectedText(), label->text());
        QCOMPARE(label->mapTo(w.page(), QPoint()).x(),
                 w.field<QLineEdit>("name")->mapTo(w.page(), QPoint()).x());
    }

    void balancersHaveAddressesByScheme() {
        Window w;
        const auto words = [&] {
            QStringList all;
            for (TableSection* table : w.page()->findChildren<TableSection*>())
                all << shown(table->model());
            return all.join(QLatin1Char(' '));
        };
        const Network before = w.design().network; // that which is gone over stays
        for (const Workload& workload : before.all<Workload>()) {
            Workload own = workload;
            for (Interface& one : own.interfaces)
                one.publicIp = PublicIp::SubnetDefault;
            w.bench.edit(edits::replaceNode(w.design(), own));
            w.bench.selection.set({workload.id});
            QVERIFY(w.page());
            const bool isBalancer = workload.workloadKind == WorkloadKind::Alb;
            QVERIFY2(words().contains(isBalancer ? "By scheme: yes" : "By subnet: no"), qPrintable(words()));
            if (!isBalancer) continue;
            own.internetFacing = false;
            w.bench.edit(edits::replaceNode(w.design(), own));
            QVERIFY2(words().contains("By scheme: no"), qPrintable(words()));
        }
    }

    void colorOfAGroupSaysNothingOfItsPlace() {
        Window w;
        const SecurityGroupId group = w.bench.network().all<SecurityGroup>().begin()->id;
        w.bench.selection.set({group});
        auto* mark = w.field<ChoiceBox>("color");
        QVERIFY(mark);
        const auto choose = [&](int index) {
            mark->setCurrentIndex(index);
            emit mark->activated(index);
        };
        choose(4);
        const Box* box = w.design().diagram.boxes.find({group, {}});
        QVERIFY(box && box->color && box->automatic);
        choose(0); // by order again: nothing is left of it
        QVERIFY(!w.design().diagram.boxes.find({group, {}}));
    }

    void openForEveryNode() {
        for (const Design& design : {*makeTemplate("hands-on"), fullDesign()}) {
            Window w(design);
            for (const auto& entry : w.bench.network().nodes) {
                w.bench.selection.set({entry.key});
                QVERIFY(w.panel.element() == std::optional(entry.key));
                QVERIFY(w.page());
                auto* name = w.field<TextField>("name");
                QVERIFY(name && name->isVisible());
                QCOMPARE(name->text(), QString::fromStdString(baseOf(*entry.value).name));
                // Everything that can be used has a name for those who cannot see it.
                for (QWidget* widget : w.page()->findChildren<QWidget*>())
                    if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) &&
                        !qobject_cast<QPushButton*>(widget) && !widget->inherits("QTextEdit"))
                        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            }
        }
    }

    void openInRandomDesigns() {
        const int designs = qEnvironmentVariableIsSet("SEKISHO_SHORT") ? 2 : 6;
        for (int seed = 0; seed < designs; ++seed) {
            Window w;
            RandomEdits random(std::uint64_t(seed) + 77);
            for (int step = 0; step < 120; ++step) {
                if (random.chance(15)) w.bench.undo();
                const auto edit = random.next(w.design());
                w.bench.document.edit(QString(), edit.delta);
                const auto& nodes = w.bench.network().nodes;
                if (nodes.empty()) continue;
                const auto at = nodes.begin() + std::ptrdiff_t(random.below(std::uint32_t(nodes.size())));
                w.bench.selection.set({at->key});
                QVERIFY(w.panel.element() == std::optional(at->key));
                if (step % 10 == 0) QCoreApplication::processEvents();
            }
        }
    }

    void editEveryField() {
        Window w(fullDesign());
        std::set<QString> typed;
        std::vector<ElementId> shown = onePerKind(w.bench.network());
        shown.push_back({}); // the project
        for (const ElementId element : shown) {
            w.bench.selection.set(element == ElementId{} ? std::vector<ElementId>() : std::vector{element});
            QCoreApplication::processEvents();
            QUndoStack& stack = *w.bench.document.undoStack();
            for (TextField* field : w.fields<TextField>()) {
                const QString text = textFor(field->objectName(), w.design(), element);
                QVERIFY2(!text.isEmpty(), qPrintable(field->objectName()));
                typed.insert(field->objectName());
                const Design before = w.design();
                const int steps = stack.index();
                w.type(field, text);
                QCOMPARE(w.design(), before); // not before Enter
                QTest::keyClick(field, Qt::Key_Return);
                QVERIFY2(!(w.design() == before),
                         qPrintable(toString(element).c_str() + QStringLiteral(" ") + field->objectName()));
                QCOMPARE(field->text(), text);
                QCOMPARE(stack.index(), steps + 1);
                w.bench.undo();
                QCOMPARE(w.design(), before);
                QVERIFY(field->text() != text);
            }
            for (ChoiceBox* box : w.fields<ChoiceBox>()) {
                if (box->count() < 2) continue;
                const Design before = w.design();
                const int other = box->currentIndex() == 0 ? 1 : 0;
                const QString text = box->itemText(other);
                box->setCurrentIndex(other);
                emit box->activated(other);
                QVERIFY2(!(w.design() == before), qPrintable(box->objectName()));
                QCOMPARE(box->currentText(), text);
                w.bench.undo();
                QCOMPARE(w.design(), before);
                QVERIFY(box->currentIndex() != other);
            }
            for (QCheckBox* box : w.fields<QCheckBox>()) {
                const Design before = w.design();
                const bool on = box->isChecked();
                box->setFocus();
                QTest::keyClick(box, Qt::Key_Space);
                QVERIFY2(!(w.design() == before), qPrintable(box->objectName()));
                QCOMPARE(box->isChecked(), !on);
                w.bench.undo();
                QCOMPARE(w.design(), before);
                QCOMPARE(box->isChecked(), on);
            }
            for (CheckList* list : w.fields<CheckList>()) {
                for (int row = 0; row < std::min(list->count(), 3); ++row) {
                    const Design before = w.design();
                    const auto state = list->item(row)->checkState();
                    list->setFocus();
                    list->setCurrentRow(row);
                    QTest::keyClick(list, Qt::Key_Space);
                    QVERIFY2(!(w.design() == before), qPrintable(list->objectName()));
                    w.bench.undo();
                    QCOMPARE(w.design(), before);
                    QCOMPARE(list->item(row)->checkState(), state);
                }
            }
        }
        QVERIFY(typed.size() > 15);
    }

    void keepWhatIsWrongOutOfTheDesign() {
        Window w;
        w.bench.selection.set({SubnetId{1}});
        auto* cidr = w.field<TextField>("cidr");
        const Design before = w.design();
        w.type(cidr, QStringLiteral("10.0.1.5/24"));
        QVERIFY(cidr->property("invalid").toBool());
        QVERIFY(w.shownText().contains(QStringLiteral("10.0.1.0/24.")));
        QTest::keyClick(cidr, Qt::Key_Return);
        QCOMPARE(w.design(), before);
        QCOMPARE(cidr->text(), QStringLiteral("10.0.1.5/24"));
        // Leaving keeps it red; Esc takes it back.
        w.field<TextField>("name")->setFocus();
        QCOMPARE(w.design(), before);
        QVERIFY(cidr->property("invalid").toBool());
        cidr->setFocus();
        QTest::keyClick(cidr, Qt::Key_Escape);
        QCOMPARE(cidr->text(), QStringLiteral("10.0.1.0/24"));
        QVERIFY(!cidr->property("invalid").toBool());
        // The network address is offered.
        w.type(cidr, QStringLiteral("10.0.77.5/24"));
        QTest::keyClick(cidr, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(w.bench.network().get(SubnetId{1})->cidr, Cidr::parse("10.0.77.0/24").value());
        // What is typed for one node is not taken for another.
        w.type(cidr, QStringLiteral("10.0.88.0/24"));
        w.bench.selection.set({SubnetId{2}});
        QCOMPARE(cidr->text(), QStringLiteral("10.0.2.0/24"));
        QCOMPARE(w.bench.network().get(SubnetId{2})->cidr, Cidr::parse("10.0.2.0/24").value());
    }

    void keepWhatWasRefused() {
        Window w;
        w.bench.selection.set({SubnetId{1}});
        auto* cidr = w.field<TextField>("cidr");
        w.type(cidr, QStringLiteral("10.0.1.5/2x"));
        w.field<TextField>("name")->setFocus();
        // An edit of something else, another node: it is there again.
        w.bench.edit(edits::rename(w.design(), SubnetId{1}, "edge"));
        QCOMPARE(cidr->text(), QStringLiteral("10.0.1.5/2x"));
        w.bench.selection.set({SubnetId{2}});
        QCOMPARE(cidr->text(), QStringLiteral("10.0.2.0/24"));
        QVERIFY(!cidr->property("invalid").toBool());
        w.bench.selection.set({SubnetId{1}});
        QCOMPARE(cidr->text(), QStringLiteral("10.0.1.5/2x"));
        QVERIFY(cidr->property("invalid").toBool());
        cidr->setFocus();
        QTest::keyClick(cidr, Qt::Key_Escape);
        QCOMPARE(cidr->text(), QStringLiteral("10.0.1.0/24"));
        // A block of the other family is refused while it is typed.
        w.type(cidr, QStringLiteral("2001:db8::/64"));
        QVERIFY(w.shownText().contains(QStringLiteral("is IPv6")));
        QTest::keyClick(cidr, Qt::Key_Escape);
        auto* six = w.field<TextField>("ipv6");
        w.type(six, QStringLiteral("10.0.0.0/24"));
        QVERIFY(w.shownText().contains(QStringLiteral("is IPv4")));
    }

    void tabGoesDownThePage() {
        Window w(fullDesign());
        w.panel.resize(339, 4000);
        for (const ElementId element : onePerKind(w.bench.network())) {
            w.bench.selection.set({element});
            QCoreApplication::processEvents();
            Inspector* page = w.page();
            std::vector<int> places;
            QWidget* first = page->nextInFocusChain();
            for (QWidget* at = first; at;
                 at = at->nextInFocusChain() == first ? nullptr : at->nextInFocusChain())
                if (page->isAncestorOf(at) && at->isVisible() && (at->focusPolicy() & Qt::TabFocus) &&
                    !at->focusProxy() && !qobject_cast<QComboBox*>(at->parentWidget()))
                    places.push_back(at->mapTo(page, QPoint(0, at->height() / 2)).y());
            QVERIFY2(places.size() > 1, toString(element).c_str());
            for (std::size_t i = 1; i < places.size(); ++i)
                QVERIFY2(places[i] > places[i - 1] - 30,
                         (toString(element) + " " + std::to_string(i)).c_str());
        }
    }

    void keepTheWidthWhateverTheNames() {
        Window w;
        const std::string name(10000, 'x');
        w.bench.edit(edits::rename(w.design(), VpcId{1}, name));
        w.bench.edit(edits::rename(w.design(), SecurityGroupId{2}, name));
        w.bench.edit(edits::rename(w.design(), WorkloadId{2}, name));
        w.panel.resize(300, 600);
        for (const ElementId element :
             {ElementId(SecurityGroupId{2}), ElementId(VpcId{1}), ElementId(WorkloadId{2}),
              ElementId(InternetGatewayId{1}), ElementId(RouteTableId{1})}) {
            w.bench.selection.set({element});
            QCoreApplication::processEvents();
            QVERIFY2(w.page()->minimumSizeHint().width() <= 300, toString(element).c_str());
            QVERIFY(w.page()->height() < 4000);
        }
        // What is said of a long text is short.
        w.bench.selection.set({SubnetId{1}});
        auto* cidr = w.field<TextField>("cidr");
        cidr->setFocus();
        cidr->selectAll();
        cidr->insert(QString(10000, QLatin1Char('9')));
        emit cidr->textEdited(cidr->text());
        QVERIFY(!cidr->verdict().ok());
        QVERIFY2(cidr->verdict().complaint.size() < 300, qPrintable(cidr->verdict().complaint.left(300)));
    }

    void giveANatGatewayAddresses() {
        Window w;
        w.bench.selection.set({NatGatewayId{1}});
        const auto choose = [&](ChoiceBox* box, const QString& text) {
            const int at = box->findText(text);
            QVERIFY2(at >= 0, qPrintable(text));
            box->setCurrentIndex(at);
            emit box->activated(at);
        };
        const auto box = [&](const QString& name) -> ChoiceBox* {
            for (auto* one : w.fields<ChoiceBox>())
                if (one->accessibleName() == name) return one;
            return nullptr;
        };
        const auto nat = [&] { return *w.bench.network().get(NatGatewayId{1}); };
        QVERIFY(!box(QStringLiteral("Addresses")));
        choose(box(QStringLiteral("Mode")), QStringLiteral("Regional"));
        QVERIFY(nat().zones.empty());
        // Automatic, or an address for each zone in one step.
        const int steps = w.bench.document.undoStack()->count();
        choose(box(QStringLiteral("Addresses")), QStringLiteral("By hand"));
        QCOMPARE(w.bench.document.undoStack()->count(), steps + 1);
        QCOMPARE(nat().zones.size(), std::size_t(2));
        const auto tables = w.fields<RuleTable>();
        QVERIFY(std::any_of(tables.begin(), tables.end(), [](RuleTable* table) {
            return table->model()->headerData(0, Qt::Horizontal) == QStringLiteral("Zone") &&
                   table->model()->rowCount() == 2;
        }));
        choose(box(QStringLiteral("Addresses")), QStringLiteral("Automatic"));
        QVERIFY(nat().zones.empty());
        // To the internet it needs an address: it gets one.
        choose(box(QStringLiteral("Mode")), QStringLiteral("Private"));
        QVERIFY(nat().elasticIps.empty());
        choose(box(QStringLiteral("Mode")), QStringLiteral("Public"));
        QCOMPARE(nat().elasticIps.size(), std::size_t(1));
    }

    void handAPrefixListToAws() {
        Window w;
        w.bench.edit(
            edits::addPrefixList(w.design(), "office", {{*Cidr::parse("192.0.2.0/24"), ""}}, IpFamily::V4));
        const PrefixListId id = w.bench.network().all<PrefixList>().begin()->id;
        w.bench.selection.set({id});
        for (auto* one : w.fields<ChoiceBox>())
            if (one->accessibleName() == QStringLiteral("Kept by")) {
                one->setCurrentIndex(1);
                emit one->activated(1);
            }
        const PrefixList* list = w.bench.network().get(id);
        QCOMPARE(list->managed, std::string("com.amazonaws.{region}.s3"));
        QVERIFY(list->entries.empty());
    }

    void takeWhatIsRightWhenTheKeyboardLeaves() {
        Window w;
        w.bench.selection.set({SecurityGroupId{2}});
        auto* name = w.field<TextField>("name");
        w.type(name, QStringLiteral("service"));
        w.field<TextField>("aws_name")->setFocus();
        QCOMPARE(w.bench.group(2).name, std::string("service"));
        QCOMPARE(w.bench.document.undoStack()->count(), 1);
    }

    void showProblemsBesideTheirFields() {
        Window w;
        w.bench.selection.set({SubnetId{1}});
        auto* cidr = w.field<TextField>("cidr");
        w.type(cidr, QStringLiteral("192.168.0.0/24"));
        QTest::keyClick(cidr, Qt::Key_Return);
        QTRY_VERIFY(w.shownText().contains(QStringLiteral("in none of the CIDR blocks")));
        w.bench.undo();
        QTRY_VERIFY(!w.shownText().contains(QStringLiteral("in none of the CIDR blocks")));
    }

    void showNamesAsTheyComeOut() {
        Window w;
        w.bench.selection.set({SecurityGroupId{2}});
        auto* name = w.field<TextField>("aws_name");
        QCOMPARE(name->text(), QStringLiteral("handson-dev-ecs-sg"));
        name->setFocus();
        QCOMPARE(name->text(), QStringLiteral("{project}-{environment}-ecs-sg"));
        QVERIFY(w.shownText().contains(QStringLiteral("→ handson-dev-ecs-sg")));
        w.type(name, QStringLiteral("{project}-{zone}"));
        QVERIFY(name->property("invalid").toBool());
        w.type(name, QStringLiteral("{project}-x"));
        QVERIFY(w.shownText().contains(QStringLiteral("→ handson-x")));
        w.field<TextField>("name")->setFocus();
        QCOMPARE(w.bench.group(2).awsName.toString(), std::string("{project}-x"));
        QCOMPARE(name->text(), QStringLiteral("handson-x"));
    }

    void showThePartsOwner() {
        Window w;
        w.bench.selection.set({SecurityGroupRuleId{5}});
        QVERIFY(w.panel.element() == std::optional<ElementId>(SecurityGroupId{2}));
        auto tables = w.page()->findChildren<RuleTable*>();
        QCOMPARE(tables.front()->selectedRows(), std::vector<int>{1});
        w.panel.focusFirstField();
        QVERIFY(tables.front()->hasFocus());
        // Deleting what is selected leaves its group, not nothing.
        QTest::keyClick(tables.front(), Qt::Key_Delete);
        QVERIFY(w.panel.element() == std::optional<ElementId>(SecurityGroupId{2}));
        // So does undoing what is selected.
        w.bench.selection.set({SecurityGroupId{2}});
        QTest::mouseClick(w.page()->findChild<RuleEditor*>()->sections()[0]->findChild<QPushButton*>(),
                          Qt::LeftButton);
        QVERIFY(w.bench.selection.single() && !isNodeKind(w.bench.selection.single()->kind));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(w.panel.element() == std::optional<ElementId>(SecurityGroupId{2}));
        w.bench.selection.clear();
        QVERIFY(!w.panel.element());
    }

    void showSeveral() {
        Window w;
        w.bench.selection.set({SubnetId{1}, SubnetId{2}, NatGatewayId{1}});
        QVERIFY(!w.panel.element());
        QVERIFY(!w.page());
        const auto buttons = w.panel.findChildren<QPushButton*>();
        const auto remove = std::find_if(buttons.begin(), buttons.end(), [](QPushButton* button) {
            return button->isVisible() && button->text() == QStringLiteral("Delete");
        });
        QVERIFY(remove != buttons.end());
        QTest::mouseClick(*remove, Qt::LeftButton);
        QVERIFY(!w.bench.network().get(SubnetId{1}));
        QVERIFY(!w.bench.network().get(NatGatewayId{1}));
        QCOMPARE(w.bench.document.undoStack()->count(), 1);
        QVERIFY(w.page()); // the project again
    }

    void addAndTakeOutMembers() {
        Window w;
        w.bench.selection.set({SecurityGroupId{2}});
        auto* members = w.page()->findChild<SetList*>();
        QVERIFY(members);
        auto out = members->findChildren<QToolButton*>();
        QCOMPARE(out.size(), 1);
        QCOMPARE(out.front()->accessibleName(), QStringLiteral("Take out ECS service ecs in 1a and 1c"));
        QTest::mouseClick(out.front(), Qt::LeftButton);
        QVERIFY(w.bench.network().get(WorkloadId{2})->securityGroups.empty());
        w.bench.undo();
        QCOMPARE(w.bench.network().get(WorkloadId{2})->securityGroups, std::vector{SecurityGroupId{2}});
    }

    void changeALabel() {
        Window w;
        w.bench.selection.set({SubnetId{1}});
        QCOMPARE(w.field<CodeText>("addresses")->text(), QStringLiteral("aws_subnet.public[0]"));
        for (auto* button : w.fields<QToolButton>())
            if (button->accessibleName() == QStringLiteral("Change the Terraform address")) button->click();
        QCoreApplication::processEvents();
        auto* label = w.field<TextField>("label");
        QVERIFY(label && label->isVisible());
        w.type(label, QStringLiteral("9 lives"));
        QVERIFY(label->property("invalid").toBool());
        w.type(label, QStringLiteral("private")); // another set has it
        QVERIFY(label->property("invalid").toBool());
        w.type(label, QStringLiteral("edge"));
        QTest::keyClick(label, Qt::Key_Return);
        QCOMPARE(w.field<CodeText>("addresses")->text(), QStringLiteral("aws_subnet.edge[0]"));
        QCOMPARE(w.design().addresses.moved.size(), std::size_t(2));
    }

    void chooseAFormOfAddress() {
        Window w;
        w.bench.selection.set({SubnetId{1}});
        for (auto* button : w.fields<QToolButton>())
            if (button->accessibleName() == QStringLiteral("Change the Terraform address")) button->click();
        QCoreApplication::processEvents();
        auto* form = w.field<ChoiceBox>("address-form");
        QVERIFY(form && form->isVisible());
        QCOMPARE(form->count(), 2); // two subnets stand under the label
        QVERIFY(form->currentText().startsWith(QLatin1String("count")));
        form->setFocus();
        QTest::keyClick(form, Qt::Key_Down);
        QCOMPARE(w.field<CodeText>("addresses")->text(),
                 QStringLiteral("aws_subnet.public[\"ap-northeast-1a\"]"));
        QCOMPARE(w.design().addresses.moved.size(), std::size_t(2));
        QCOMPARE(w.design().addresses.moved.front().from, std::string("aws_subnet.public[0]"));
        w.bench.undo();
        QCOMPARE(w.field<CodeText>("addresses")->text(), QStringLiteral("aws_subnet.public[0]"));
        QVERIFY(w.design().addresses.moved.empty());
    }

    void sayWhatRoutesMake() {
        Window w;
        w.bench.edit(edits::setNatEnabled(w.design(), true));
        w.bench.selection.set({SubnetId{1}});
        QVERIFY(w.shownText().contains(QStringLiteral("Public: its default route")));
        w.bench.selection.set({SubnetId{3}});
        QVERIFY(w.shownText().contains(QStringLiteral("through a NAT gateway")));
        w.bench.edit(edits::setNatEnabled(w.design(), false));
        QVERIFY(w.shownText().contains(QStringLiteral("Cut off")));
        w.bench.selection.set({NatGatewayId{1}});
        QVERIFY(w.shownText().contains(QStringLiteral("Still in your design.")));
        w.bench.edit(edits::setNatEnabled(w.design(), true));
        QVERIFY(!w.shownText().contains(QStringLiteral("Still in your design.")));
    }

    void followTheLanguageAndTheTheme() {
        Window w;
        w.bench.selection.set({NetworkAclId{1}});
        style::setTheme(style::ThemeChoice::Light);
        QVERIFY(w.page());
        const QImage light = w.panel.grab().toImage();
        style::setTheme(style::ThemeChoice::Dark);
        QVERIFY(w.panel.grab().toImage() != light);
        style::setLanguage(style::LanguageChoice::Japanese);
        QCoreApplication::processEvents();
        QVERIFY(w.page());
        QVERIFY(w.panel.element() == std::optional<ElementId>(NetworkAclId{1}));
        QCOMPARE(w.field<TextField>("name")->text(), QStringLiteral("public"));
        w.bench.selection.set({WorkloadId{2}});
        QVERIFY(w.shownText().contains(QStringLiteral("ECSサービス")));
        style::setLanguage(style::LanguageChoice::English);
        style::setTheme(style::ThemeChoice::Light);
        QCoreApplication::processEvents();
        QVERIFY(w.shownText().contains(QStringLiteral("ECS service")));
    }

    void askForTheWideEditor() {
        Window w;
        w.bench.selection.set({RouteTableId{2}});
        QSignalSpy asked(&w.panel, &InspectorPanel::openWide);
        for (auto* button : w.fields<QToolButton>())
            if (button->accessibleName() == QStringLiteral("Show in a wide pane"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked[0][0].value<ElementId>() == ElementId(RouteTableId{2}));
    }

    void makePagesWhenNeeded() {
        Bench bench;
        InspectorPanel panel(bench.document, bench.facts, bench.selection);
        bench.selection.set({SecurityGroupId{1}});
        bench.edit(edits::rename(bench.document.design(), SecurityGroupId{1}, "x"));
        QVERIFY(panel.findChildren<Inspector*>().isEmpty());
        panel.show();
        QCOMPARE(panel.findChildren<Inspector*>().size(), 1);
        bench.document.start(*makeTemplate("empty"), QString());
        QVERIFY(!panel.element());
    }

    void fitBothWidths() {
        for (const int width : {339, 300}) {
            Window w(fullDesign());
            w.panel.resize(width, 478);
            for (const auto& entry : w.bench.network().nodes) {
                w.bench.selection.set({entry.key});
                QCoreApplication::processEvents();
                auto* area = qobject_cast<QScrollArea*>(w.page()->parentWidget()->parentWidget());
                QVERIFY2(w.page()->width() <= area->viewport()->width(),
                         (toString(entry.key) + " " + std::to_string(w.page()->width())).c_str());
            }
        }
    }
};

QTEST_MAIN(TestInspectors)
#include "test_inspectors.moc"
