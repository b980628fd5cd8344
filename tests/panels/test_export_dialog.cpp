// SPDX-License-Identifier: Apache-2.0
#include "core/model/acceptances.h"
#include "tests/panels/stage.h"
#include "ui/panels/code_view.h"
#include "ui/panels/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace sekisho;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

struct Shown : Stage {
    QTemporaryDir root;
    QString folder = root.filePath("out");
    ExportDialog dialog{document, facts, folder};

    Shown() { open(); }
    void open() {
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    }
    QTreeWidget& files() { return *dialog.findChild<QTreeWidget*>("export-files"); }
    QPushButton& button() { return *dialog.findChild<QPushButton*>("export-write"); }
    QTreeWidgetItem& file(const QString& name) { return *files().findItems(name, Qt::MatchExactly).value(0); }
    QString happens(const QString& name) { return file(name).text(1); }
    bool says(const QString& text) {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text)) return true;
        return false;
    }
    void click() { QTest::mouseClick(&button(), Qt::LeftButton); }
    QString report() { return dialog.findChild<QLabel*>("export-report")->text(); }
    /// Exports and closes; then the design is another one and the dialog is opened anew.
    void exportOnce() {
        click();
        QVERIFY(report().contains("security.tf"));
    }
};

/// A dialog over a folder to which the design was exported already.
struct Again {
    Shown first;
    std::unique_ptr<ExportDialog> dialog;

    Again() {
        first.exportOnce();
        first.dialog.close();
    }
    void open() {
        dialog = std::make_unique<ExportDialog>(first.document, first.facts, first.folder);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
    }
    QTreeWidget& files() { return *dialog->findChild<QTreeWidget*>("export-files"); }
    QTreeWidgetItem& file(const QString& name) { return *files().findItems(name, Qt::MatchExactly).value(0); }
    QPushButton& button() { return *dialog->findChild<QPushButton*>("export-write"); }
    CodeView& difference() { return *dialog->findChild<CodeView*>(); }
    QString path(const QString& name) { return first.folder + '/' + name; }
};

} // namespace

class ExportDialogTest : public QObject {
    Q_OBJECT

private slots:
    void writesWhatItShows() {
        Shown s;
        QSignalSpy exported(&s.dialog, &ExportDialog::exported);
        const auto expected = terraform::exportTerraform(s.design(), {});
        QCOMPARE(s.files().topLevelItemCount(), int(expected.files.size()));
        for (const terraform::ExportedFile& file : expected.files)
            QCOMPARE(s.happens(QString::fromStdString(file.path)), QString("New file"));
        QVERIFY(!QDir(s.folder).exists()); // nothing before "Export"
        s.click();
        for (const terraform::ExportedFile& file : expected.files)
            QCOMPARE(bytesOf(s.folder + '/' + QString::fromStdString(file.path)).toStdString(), file.bytes);
        QCOMPARE(exported.count(), 1);
        QCOMPARE(exported.first().first().toString(), s.folder);
        QVERIFY(s.report().contains("vpc.tf"));
    }

    void wantsAFolder() {
        Stage s;
        ExportDialog dialog(s.document, s.facts, {});
        dialog.open();
        auto* button = dialog.findChild<QPushButton*>("export-write");
        QVERIFY(!button->isEnabled());
        QCOMPARE(dialog.obstacle(), QString("Choose the folder to write into."));
        QTemporaryDir root;
        auto* field = dialog.findChild<QLineEdit*>("export-folder");
        field->setFocus();
        QTest::keyClicks(field, root.path());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(button->isEnabled());
        QVERIFY(dialog.isVisible());
    }

    void gatesThatAreNotInForceAreNamed() {
        Shown s;
        const auto acls = [&] {
            for (const QLabel* label : s.dialog.findChildren<QLabel*>())
                if (label->isVisible() && label->text().startsWith("Drawn but not in force"))
                    return label->text();
            return QString();
        };
        QVERIFY(acls().contains("public"));
        QVERIFY(acls().contains("private"));
        auto* box = s.dialog.findChildren<QCheckBox*>().value(0);
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(s.dialog.options().associateNacls);
        QVERIFY(acls().isEmpty());
        s.click();
        QVERIFY(bytesOf(s.folder + "/nacl.tf").contains("aws_network_acl_association"));
    }

    void anEditedFileIsNotOverwrittenUnasked() {
        Again s;
        const QByteArray ours = bytesOf(s.path("security.tf"));
        write(s.path("security.tf"), ours + "# mine\n");
        setNat(s.first.document, false);
        s.open();
        QCOMPARE(s.file("security.tf").text(1), QString("Edited since the last export"));
        QCOMPARE(s.file("terraform.tfvars").text(1), QString("Updated"));
        QCOMPARE(s.file("vpc.tf").text(1), QString("No change"));
        QCOMPARE(s.files().currentItem()->text(0), QString("security.tf")); // the first that changes
        QVERIFY(!s.button().isEnabled());
        QVERIFY(s.dialog->obstacle().contains("security.tf"));
        // The difference is there to look at.
        s.files().setCurrentItem(&s.file("security.tf"));
        QVERIFY(QString::fromStdString(s.difference().text()).contains("\n-# mine"));
        auto* choice = qobject_cast<QComboBox*>(s.files().itemWidget(&s.file("security.tf"), 2));
        QVERIFY(choice);
        // Kept: everything else is written.
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(choice->currentText(), QString("Keep mine"));
        QVERIFY(s.button().isEnabled());
        QTest::mouseClick(&s.button(), Qt::LeftButton);
        QCOMPARE(bytesOf(s.path("security.tf")), ours + "# mine\n");
        QVERIFY(bytesOf(s.path("terraform.tfvars")).contains("enable_nat_gateway = false"));
        QVERIFY(s.dialog->findChild<QLabel*>("export-report")->text().contains("Left as they are:"));
    }

    void overwritingIsAChoice() {
        Again s;
        const QByteArray ours = bytesOf(s.path("security.tf"));
        write(s.path("security.tf"), ours + "# mine\n");
        s.open();
        s.dialog->setChoice("security.tf", EditChoice::Overwrite);
        QVERIFY(s.button().isEnabled());
        QTest::mouseClick(&s.button(), Qt::LeftButton);
        QCOMPARE(bytesOf(s.path("security.tf")), ours);
    }

    void aForeignFileStopsIt() {
        Shown s;
        QVERIFY(QDir().mkpath(s.folder));
        write(s.folder + "/vpc.tf", "# somebody else's\n");
        s.dialog.setFolder(s.folder);
        QCOMPARE(s.happens("vpc.tf"), QString("Not Sekisho's: not overwritten"));
        QVERIFY(!s.button().isEnabled());
        QVERIFY(s.dialog.obstacle().contains("vpc.tf"));
        s.dialog.write();
        QCOMPARE(bytesOf(s.folder + "/vpc.tf"), QByteArray("# somebody else's\n"));
        QVERIFY(!QFile::exists(s.folder + "/security.tf")); // nothing half-written
        QVERIFY(s.dialog.isVisible());
    }

    void whatChangedMeanwhileIsSeen() {
        Again s;
        setNat(s.first.document, false);
        s.open();
        QVERIFY(s.button().isEnabled());
        write(s.path("terraform.tfvars"), "# changed behind the dialog\n");
        QTest::mouseClick(&s.button(), Qt::LeftButton);
        QCOMPARE(bytesOf(s.path("terraform.tfvars")), QByteArray("# changed behind the dialog\n"));
        QVERIFY(s.dialog->obstacle().contains("terraform.tfvars"));
        QCOMPARE(s.file("terraform.tfvars").text(1), QString("Edited since the last export"));
    }

    void followsTheDesignWhileOpen() {
        Shown s;
        s.change<Subnet>(2, [](Subnet& subnet) { subnet.cidr.reset(); });
        QVERIFY(!s.button().isEnabled());
        QVERIFY(s.dialog.obstacle().contains("public-1c"));
        s.document.undoStack()->undo();
        QVERIFY(s.button().isEnabled());
    }

    /// Who insists may write what AWS would refuse, but not find it written by surprise.
    void despiteProblemsOnlyIfAsked() {
        Shown s;
        const auto overlap = [&](const char* cidr) {
            s.change<Subnet>(2, [&](Subnet& subnet) { subnet.cidr = Cidr::parse(cidr).value(); });
        };
        auto* box = s.dialog.findChild<QCheckBox*>("export-despite");
        QVERIFY(!box->isVisible());
        overlap("10.0.1.0/24");
        QVERIFY(!s.button().isEnabled());
        QVERIFY(box->isVisible() && !box->isChecked());
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        QVERIFY(s.button().isEnabled());
        QVERIFY(s.dialog.obstacle().isEmpty());
        QVERIFY(s.says("Exported all the same: "));
        // Another problem: nobody has insisted on that one.
        overlap("10.9.0.0/24");
        QVERIFY(!s.button().isEnabled());
        QVERIFY(!box->isChecked());
        overlap("10.0.1.0/24");
        QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        s.click();
        QVERIFY(bytesOf(s.folder + "/vpc.tf").contains("aws_subnet"));
    }

    /// An accepted error is one all the same.
    void acceptedErrorsHoldItUp() {
        Shown s;
        s.change<Subnet>(2, [](Subnet& subnet) { subnet.cidr = Cidr::parse("10.0.1.0/24").value(); });
        const Diagnostic problem = s.facts.problems().front();
        s.edit(edits::accept(s.design(), {"subnets-overlap", problem.subjects, "later", ""}));
        QVERIFY(s.facts.problems().empty());
        QVERIFY(!s.button().isEnabled());
        QVERIFY(s.dialog.obstacle().contains("10.0.1.0/24"));
        // What cannot be written as Terraform cannot be insisted on.
        s.change<Subnet>(2, [](Subnet& subnet) { subnet.cidr.reset(); });
        QVERIFY(!s.dialog.findChild<QCheckBox*>("export-despite")->isVisible());
        s.dialog.setDespiteProblems(true);
        QVERIFY(!s.button().isEnabled());
    }

    /// The same design gives the same bytes here and on the command line.
    void theHeadersNameTheDesign() {
        Shown s;
        QVERIFY(s.document.save(s.root.filePath("shop.sekisho").toStdString()).has_value());
        terraform::ExportOptions options;
        s.facts.setExportOptions(options); // whoever sets them need not know the name
        s.click();
        options.designName = "shop.sekisho";
        for (const terraform::ExportedFile& file : terraform::exportTerraform(s.design(), options).files)
            QCOMPARE(bytesOf(s.folder + '/' + QString::fromStdString(file.path)).toStdString(), file.bytes);
    }

    /// What terraform would destroy and make anew is said before it is written.
    void replacementsAreAnnounced() {
        Again s;
        const auto before = std::make_shared<Design>(s.first.design());
        s.first.change<Subnet>(3, [](Subnet& subnet) { subnet.cidr = Cidr::parse("10.0.99.0/24").value(); });
        const auto announced = [&] {
            for (const QLabel* label : s.dialog->findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains("Terraform will destroy"))
                    return label->text();
            return QString();
        };
        s.open();
        QVERIFY(announced().isEmpty()); // nothing is known of the state before
        s.dialog->setBefore(before);
        QVERIFY(announced().contains(QStringLiteral(
            "destroy aws_subnet.private[0] and make it anew: cidr_block 10.0.11.0/24 → 10.0.99.0/24")));
        s.first.document.undoStack()->undo();
        QVERIFY(announced().isEmpty());
        s.first.document.undoStack()->redo();
        QVERIFY(!announced().isEmpty());
        s.dialog->setFolder(s.first.root.filePath("elsewhere")); // nothing was ever applied from there
        QVERIFY(announced().isEmpty());
    }

    void optionsAreCarriedOut() {
        Shown s;
        terraform::ExportOptions options;
        options.rules = RuleStyle::Separate;
        options.docker = true;
        s.dialog.setOptions(options);
        s.click();
        QVERIFY(bytesOf(s.folder + "/security.tf").contains("aws_vpc_security_group_ingress_rule"));
        QVERIFY(QFile::exists(s.folder + "/docker-compose.yml"));
    }

    void anAddOnSetsOneLine() {
        Shown s;
        QVERIFY(QDir().mkpath(s.folder));
        write(s.folder + "/terraform.tfvars",
              "aws_region = \"ap-northeast-1\"\nenable_nat_gateway = false\n");
        auto* mode = s.dialog.findChildren<QComboBox*>().value(0);
        mode->setFocus();
        QTest::keyClick(mode, Qt::Key_Down);
        QVERIFY(s.dialog.options().mode == terraform::ExportMode::AddOn);
        QCOMPARE(s.happens("terraform.tfvars"), QString("One line is set, the rest stays"));
        s.files().setCurrentItem(&s.file("terraform.tfvars"));
        const QString diff = QString::fromStdString(s.dialog.findChild<CodeView*>()->text());
        QVERIFY(diff.contains("-enable_nat_gateway = false"));
        QVERIFY(diff.contains("+enable_nat_gateway = true"));
        s.click();
        QCOMPARE(bytesOf(s.folder + "/terraform.tfvars"),
                 QByteArray("aws_region = \"ap-northeast-1\"\nenable_nat_gateway = true\n"));
    }
};

QTEST_MAIN(ExportDialogTest)
#include "test_export_dialog.moc"
