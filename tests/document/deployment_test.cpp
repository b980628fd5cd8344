// SPDX-License-Identifier: Apache-2.0
#include "ui/document/deployment.h"

#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace sekisho;

namespace {

struct Stage {
    cost::PriceBook prices = *cost::PriceBook::parse(resources::priceBookJson());
    Document document;
    Facts facts{document, prices};
    Deployment deployment{document, facts};

    Stage() {
        Design design = *makeTemplate("hands-on");
        design.settings.natEnabled = true;
        document.start(std::move(design), QStringLiteral("x"));
    }
    template<class N>
    const N& first(std::size_t at = 0) {
        for (const N& node : document.network().all<N>())
            if (at-- == 0) return node;
        qFatal("there are not as many");
    }
    PlannedChange change(ElementId element, PlannedAction action) {
        return {QString::fromStdString(toString(element)), action, element};
    }
};

} // namespace

class DeploymentTest : public QObject {
    Q_OBJECT

private slots:
    /// Several resources of one node are one mark.
    void actionsJoin() {
        Stage s;
        const NatGateway& nat = s.first<NatGateway>();
        const RouteTable& table = s.first<RouteTable>();
        const SecurityGroup& group = s.first<SecurityGroup>();
        const ElementId route = table.routes.front().id, rule = group.rules.front().id;
        s.deployment.setPlan({s.change(nat.id, PlannedAction::Update),
                              s.change(nat.elasticIps.front(), PlannedAction::Replace),
                              s.change(route, PlannedAction::Delete),
                              s.change(rule, PlannedAction::Create),
                              {QStringLiteral("null_resource.mine"), PlannedAction::Delete, {}}});
        const Deployment& d = s.deployment;
        QVERIFY(d.isMarked());
        QVERIFY(d.plannedFor(nat.id) == PlannedAction::Replace);
        QVERIFY(d.plannedFor(nat.elasticIps.front()) == PlannedAction::Replace);
        QVERIFY(d.plannedFor(route) == PlannedAction::Delete);
        // The table stays; one of its routes goes.
        QVERIFY(d.plannedFor(table.id) == PlannedAction::Update);
        QVERIFY(d.plannedFor(rule) == PlannedAction::Create);
        QVERIFY(d.plannedFor(group.id) == PlannedAction::Update);
        QVERIFY(!d.plannedFor(s.first<Vpc>().id));
        QCOMPARE(d.changesOf(nat.id).size(), std::size_t(2));
        QVERIFY(countsOf(d.plan()) == (PlanCounts{1, 1, 1, 2}));
        // A group that is made is made with its rules.
        s.deployment.setPlan(
            {s.change(rule, PlannedAction::Create), s.change(group.id, PlannedAction::Create)});
        QVERIFY(d.plannedFor(group.id) == PlannedAction::Create);
    }

    void marksGo() {
        Stage s;
        const ElementId nat = s.first<NatGateway>().id;
        const auto plan = [&] { s.deployment.setPlan({s.change(nat, PlannedAction::Create)}); };
        QSignalSpy changed(&s.deployment, &Deployment::planChanged);
        plan();
        QCOMPARE(changed.count(), 1);
        // Somebody has seen enough, and wants them back.
        s.deployment.setMarked(false);
        QVERIFY(!s.deployment.plannedFor(nat));
        s.deployment.setMarked(true);
        QVERIFY(s.deployment.plannedFor(nat));
        // What the text does not have changes nothing.
        QVERIFY(s.document.edit(QStringLiteral("note"), edits::setNotes(s.document.design(), [&] {
                                    Notes n;
                                    n.usage.endpointGb = *Decimal::parse("1");
                                    return n;
                                }())));
        QCoreApplication::processEvents();
        QVERIFY(s.deployment.isMarked());
        // What is exported is another text.
        QVERIFY(s.document.edit(QStringLiteral("off"), edits::setNatEnabled(s.document.design(), false)));
        QTRY_VERIFY(!s.deployment.isMarked());
        QVERIFY(s.deployment.planIsOld() && !s.deployment.plan().empty());
        s.deployment.setMarked(true);
        QVERIFY(!s.deployment.isMarked());
        // Taken back, it is the plan of the design again.
        s.document.undoStack()->undo();
        QTRY_VERIFY(s.deployment.isMarked());
        QVERIFY(!s.deployment.planIsOld());
        s.document.undoStack()->redo();
        QTRY_VERIFY(s.deployment.planIsOld());
        // One of files that are not the design's never was.
        s.deployment.setPlan({s.change(nat, PlannedAction::Create)}, false);
        QVERIFY(s.deployment.planIsOld() && !s.deployment.isMarked());
        s.document.undoStack()->undo();
        QCoreApplication::processEvents();
        QVERIFY(s.deployment.planIsOld() && !s.deployment.isMarked());
        s.document.undoStack()->redo();
        plan();
        QVERIFY(s.deployment.isMarked() && !s.deployment.planIsOld());
        s.deployment.dropPlan();
        QVERIFY(s.deployment.plan().empty() && !s.deployment.isMarked());
        plan();
        s.document.start(*makeTemplate("hands-on"), QStringLiteral("y"));
        QVERIFY(s.deployment.plan().empty() && !s.deployment.isMarked());
    }

    void valuesOfNodes() {
        Stage s;
        const NatGateway& nat = s.first<NatGateway>();
        const NatGateway& second = s.first<NatGateway>(1);
        QVERIFY(s.deployment.valuesOf(nat.id).empty());
        const auto resource = [](const char* address, ElementId element, QJsonObject values) {
            return StateResource{QLatin1String(address), element, std::move(values)};
        };
        s.deployment.setState(
            {resource("aws_nat_gateway.main[0]", nat.id, {{"id", "nat-0a"}, {"public_ip", "203.0.113.5"}}),
             resource("aws_nat_gateway.main[1]", second.id, {{"id", "nat-0b"}}),
             resource("aws_eip.nat[0]", nat.elasticIps.front(),
                      {{"id", "eipalloc-1"}, {"public_ip", "203.0.113.5"}})},
            readOutputs(R"({"nat_gateway_ids":{"value":["nat-0a","nat-0b"]},
                "nat_gateway_public_ips":{"value":["203.0.113.5","203.0.113.6"]},"vpc_id":{"value":"vpc-1"}})"));
        const std::vector<DeployedValue> expected{
            {QStringLiteral("ID"), QStringLiteral("nat-0a")},
            {QStringLiteral("Public IP"), QStringLiteral("203.0.113.5")},
            {QStringLiteral("nat_gateway_ids[0]"), QStringLiteral("nat-0a")},
            {QStringLiteral("nat_gateway_public_ips[0]"), QStringLiteral("203.0.113.5")}};
        QVERIFY(s.deployment.valuesOf(nat.id) == expected);
        QCOMPARE(s.deployment.valuesOf(second.id).back().value, QStringLiteral("203.0.113.6"));
        QCOMPARE(s.deployment.valuesOf(s.first<Vpc>().id).front().label, QStringLiteral("vpc_id"));
        // A list of another length is of another design: only what names its resource is told.
        s.deployment.setState({resource("aws_nat_gateway.main[1]", second.id, {{"id", "nat-0b"}})},
                              readOutputs(R"({"nat_gateway_ids":{"value":["nat-0b"]}})"));
        QVERIFY(s.deployment.valuesOf(nat.id).empty());
        QCOMPARE(s.deployment.valuesOf(second.id).back().label, QStringLiteral("nat_gateway_ids[0]"));
        s.document.start(*makeTemplate("hands-on"), QStringLiteral("y"));
        QVERIFY(!s.deployment.hasState() && s.deployment.resources().empty());
    }
};

QTEST_GUILESS_MAIN(DeploymentTest)
#include "deployment_test.moc"
