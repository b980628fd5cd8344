// SPDX-License-Identifier: Apache-2.0
#include "ui/document/document.h"

#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;

namespace {

Design handsOn() {
    return *makeTemplate("hands-on");
}

SubnetId firstSubnet(const Document& document) {
    return document.network().all<Subnet>().begin()->id;
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT

private slots:
    void editsAreSteps() {
        Document document;
        document.start(handsOn(), QStringLiteral("hands-on"));
        const Design start = document.design();
        int changes = 0;
        connect(&document, &Document::changed, this, [&] { ++changes; });
        QVERIFY(!document.isModified());

        const SubnetId subnet = firstSubnet(document);
        QVERIFY(document.edit(QStringLiteral("Rename"), edits::rename(document.design(), subnet, "front")));
        QCOMPARE(document.network().get(subnet)->name, std::string("front"));
        QVERIFY(document.isModified());
        QCOMPARE(changes, 1);
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Rename"));

        document.undoStack()->undo();
        QCOMPARE(changes, 2);
        QVERIFY(document.design() == start);
        QVERIFY(!document.isModified());
        document.undoStack()->redo();
        QCOMPARE(changes, 3);
        QCOMPARE(document.network().get(subnet)->name, std::string("front"));
    }

    void oneGestureIsOneStep() {
        Document document;
        document.start(handsOn(), QString());
        const Design start = document.design();
        const SubnetId subnet = firstSubnet(document);
        const Gesture gesture = Document::newGesture();
        for (const char* name : {"f", "fr", "fro"})
            QVERIFY(document.edit(QStringLiteral("Rename"), edits::rename(document.design(), subnet, name),
                                  gesture));
        QVERIFY(document.edit(QStringLiteral("Rename"), edits::rename(document.design(), subnet, "other"),
                              Document::newGesture()));
        QCOMPARE(document.undoStack()->count(), 2);
        document.undoStack()->undo();
        QCOMPARE(document.network().get(subnet)->name, std::string("fro"));
        document.undoStack()->undo();
        QVERIFY(document.design() == start);
    }

    void cancelledGestureLeavesNothing() {
        Document document;
        document.start(handsOn(), QString());
        const Design start = document.design();
        const SubnetId subnet = firstSubnet(document);
        const Gesture gesture = Document::newGesture();
        QVERIFY(
            document.edit(QStringLiteral("Rename"), edits::rename(document.design(), subnet, "x"), gesture));
        document.cancelGesture(gesture);
        QVERIFY(document.design() == start);
        QVERIFY(!document.undoStack()->canRedo());
        QVERIFY(!document.undoStack()->canUndo());
        document.cancelGesture(gesture);
        QVERIFY(document.design() == start);
    }

    void refusedEditChangesNothing() {
        Document document;
        document.start(handsOn(), QString());
        const Design start = document.design();
        QSignalSpy refused(&document, &Document::refused);
        QVERIFY(!document.edit(QStringLiteral("Rename"), edits::rename(start, SubnetId{999}, "x")));
        QCOMPARE(refused.count(), 1);
        // Made from a state that is not there any more.
        const auto stale = edits::rename(start, firstSubnet(document), "a");
        QVERIFY(document.edit(QStringLiteral("Rename"), edits::rename(start, firstSubnet(document), "b")));
        const Design between = document.design();
        QVERIFY(!document.edit(QStringLiteral("Rename"), stale));
        QCOMPARE(refused.count(), 2);
        QVERIFY(document.design() == between);
        QCOMPARE(document.undoStack()->count(), 1);
    }

    void noChangeIsNoStep() {
        Document document;
        document.start(handsOn(), QString());
        const auto same = edits::setNatEnabled(document.design(), document.design().settings.natEnabled);
        QVERIFY(document.edit(QStringLiteral("NAT"), same));
        QCOMPARE(document.undoStack()->count(), 0);
    }

    void saveAndOpen() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("店.sekisho")).toStdString();
        Document document;
        document.start(handsOn(), QStringLiteral("hands-on"));
        QCOMPARE(document.displayName(), QStringLiteral("hands-on"));
        QVERIFY(document.edit(QStringLiteral("NAT"), edits::setNatEnabled(document.design(), true)));
        QSignalSpy saved(&document, &Document::saved);
        QVERIFY(document.save(path));
        QCOMPARE(saved.count(), 1);
        QVERIFY(!document.isModified());
        QCOMPARE(document.displayName(), QStringLiteral("店.sekisho"));
        // The step before the save can still be taken back, and then the design is not the saved one.
        document.undoStack()->undo();
        QVERIFY(document.isModified());
        document.undoStack()->redo();
        QVERIFY(!document.isModified());

        Document other;
        QSignalSpy replaced(&other, &Document::replaced);
        int changes = 0;
        connect(&other, &Document::changed, this, [&] { ++changes; });
        QVERIFY(other.open(path));
        QCOMPARE(replaced.count(), 1);
        QCOMPARE(changes, 1);
        QVERIFY(other.design() == document.design());
        QVERIFY(!other.isModified());
        QVERIFY(!other.undoStack()->canUndo());
    }

    void brokenFileLeavesTheOpenOne() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.sekisho"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"format\": \"sekisho\", ");
        file.close();
        Document document;
        document.start(handsOn(), QStringLiteral("hands-on"));
        QVERIFY(document.edit(QStringLiteral("NAT"), edits::setNatEnabled(document.design(), true)));
        const Design before = document.design();
        int changes = 0;
        connect(&document, &Document::changed, this, [&] { ++changes; });
        const auto opened = document.open(path.toStdString());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::file_truncated);
        QVERIFY(document.design() == before);
        QVERIFY(document.undoStack()->canUndo());
        QCOMPARE(changes, 0);
        // A folder that is not there: the design stays modified.
        QVERIFY(!document.save(folder.filePath(QStringLiteral("no/such/x.sekisho")).toStdString()));
        QVERIFY(document.isModified());
        QVERIFY(document.path().empty());
    }

    void factsFollow() {
        const auto prices = cost::PriceBook::parse(resources::priceBookJson());
        QVERIFY(prices);
        Document document;
        Facts facts(document, *prices);
        document.start(handsOn(), QString());
        QCOMPARE(facts.estimate()->total.hourly, facts.estimate()->natOff.hourly);
        QSignalSpy cost(&facts, &Facts::costChanged);
        QVERIFY(document.edit(QStringLiteral("NAT"), edits::setNatEnabled(document.design(), true)));
        QVERIFY(cost.count() > 0);
        QCOMPARE(facts.estimate()->total.hourly, facts.estimate()->natOn.hourly);
        QVERIFY(facts.estimate()->natOn.hourly != facts.estimate()->natOff.hourly);

        // Two rules of one number: a problem at the ACL, gone with undo.
        const NetworkAcl& acl = *document.network().all<NetworkAcl>().begin();
        QVERIFY(!facts.severityOf(acl.id));
        NetworkAclRule rule = acl.rules.front();
        rule.number = acl.rules[1].number;
        QVERIFY(document.edit(QStringLiteral("Number"), edits::setNetworkAclRule(document.design(), rule)));
        QCOMPARE(facts.severityOf(acl.id), std::optional(Severity::Error));
        document.undoStack()->undo();
        QVERIFY(!facts.severityOf(acl.id));

        const auto textOf = [&](const char* name) {
            for (const auto& file : facts.terraform().result().files)
                if (file.path == name) return file.bytes;
            return std::string();
        };
        QVERIFY(textOf("terraform.tfvars").find("= true") != std::string::npos);
        QVERIFY(document.edit(QStringLiteral("NAT"), edits::setNatEnabled(document.design(), false)));
        QVERIFY(textOf("terraform.tfvars").find("= false") != std::string::npos);
    }

    void selectionForgetsWhatIsGone() {
        Document document;
        Selection selection(document);
        document.start(handsOn(), QString());
        const SubnetId subnet = firstSubnet(document);
        const VpcId vpc = document.network().all<Vpc>().begin()->id;
        selection.set({subnet, vpc});
        selection.setHovered(subnet);
        QVERIFY(document.edit(QStringLiteral("Delete"), edits::removeElements(document.design(), {subnet})));
        QCOMPARE(selection.elements().size(), std::size_t(1));
        QVERIFY(selection.single() == ElementId(vpc));
        QVERIFY(!selection.hovered());
        // A line of the drawing stands for several rules: all of them are hovered.
        selection.setHovered(vpc, {vpc, SecurityGroupRuleId{1}});
        QVERIFY(selection.isHovered(SecurityGroupRuleId{1}) && selection.isHovered(vpc));
        selection.setHovered({});
        QVERIFY(!selection.isHovered(SecurityGroupRuleId{1}) && !selection.isHovered(vpc));
        selection.toggle(vpc);
        QVERIFY(selection.empty());
    }
};

QTEST_GUILESS_MAIN(DocumentTest)
#include "document_test.moc"
