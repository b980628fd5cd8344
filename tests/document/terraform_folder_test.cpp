// SPDX-License-Identifier: Apache-2.0
#include "ui/document/terraform_folder.h"

#include "ui/document/export_plan.h"
#include "ui/document/export_writer.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho;
namespace tf = sekisho::terraform_folder;

namespace {

void write(const QTemporaryDir& folder, const char* name, const QByteArray& text) {
    const QString path = folder.filePath(QLatin1String(name));
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text);
}

void exportTo(const QTemporaryDir& folder, const std::vector<terraform::ExportedFile>& files) {
    const auto plan = planExport(folder.path().toStdString(), files);
    if (!plan || !writeExport(*plan, {})) qFatal("cannot export");
}

} // namespace

class TerraformFolderTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        for (const char* name : {"AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ACCESS_KEY_ID",
                                 "AWS_SECRET_ACCESS_KEY", "TF_VAR_who", "TF_WORKSPACE"})
            qunsetenv(name);
    }

    void arguments_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray none;
        QTest::newRow("plain") << QByteArray("provider \"aws\" {\n  profile = \"a\"\n}\n")
                               << QByteArray("provider") << QByteArray("\"a\"");
        QTest::newRow("one line") << QByteArray("provider \"aws\" { profile = var.p }")
                                  << QByteArray("provider") << QByteArray("var.p");
        QTest::newRow("comments") << QByteArray(
                                         "# provider \"aws\" { profile = 1 }\n/* } */provider \"aws\" {\n"
                                         "  // profile = \"b\"\n  profile = \"c\" # d\n}")
                                  << QByteArray("provider") << QByteArray("\"c\"");
        QTest::newRow("behind others")
            << QByteArray(
                   "provider \"aws\" {\n  region = \"}\"\n  default_tags {\n    tags = { profile = \"no\" }\n"
                   "  }\n  profile = \"yes\"\n}")
            << QByteArray("provider") << QByteArray("\"yes\"");
        QTest::newRow("alias") << QByteArray("provider \"aws\" {\n  alias = \"x\"\n  profile = \"b\"\n}\n"
                                             "provider \"aws\" {\n  profile = \"a\"\n}\n")
                               << QByteArray("provider") << QByteArray("\"a\"");
        QTest::newRow("other block") << QByteArray("provider \"gcp\" {\n  profile = \"a\"\n}\n")
                                     << QByteArray("provider") << none;
        QTest::newRow("of the file") << QByteArray("x = 1\r\nprofile = \"v\"\r\n") << none
                                     << QByteArray("\"v\"");
        QTest::newRow("heredoc") << QByteArray("x = <<E\nprofile = \"no\"\nE\nprofile = \"v\"\n") << none
                                 << QByteArray("\"v\"");
        for (const char* broken :
             {"", "{", "}", "provider", "provider \"aws\" {", "= = =", "provider \"aws\" { profile",
              "\xff\xfe", "provider \"aws\" { profile = \"", "a \"b\" \"c\n{"})
            QTest::newRow(broken) << QByteArray(broken) << QByteArray("provider") << none;
    }
    void arguments() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, expected);
        const auto found =
            tf::argumentOf(text.toStdString(), type.toStdString(), type.isEmpty() ? "" : "aws", "profile");
        QCOMPARE(QByteArray::fromStdString(found.value_or("")), expected);
    }

    /// As the provider looks for it.
    void identity() {
        QTemporaryDir folder;
        const auto is = [&](const char* profile, const char* saidBy) {
            const tf::Identity found = tf::identityOf(folder.path());
            QCOMPARE(found.profile, QLatin1String(profile));
            QCOMPARE(found.saidBy, QLatin1String(saidBy));
        };
        is("default", "");
        qputenv("AWS_DEFAULT_PROFILE", "old");
        is("old", "AWS_DEFAULT_PROFILE");
        qputenv("AWS_PROFILE", "sandbox");
        is("sandbox", "AWS_PROFILE");
        qputenv("AWS_ACCESS_KEY_ID", "AKIA");
        is("sandbox", "AWS_PROFILE"); // half of a key is none
        qputenv("AWS_SECRET_ACCESS_KEY", "s");
        is("", "AWS_ACCESS_KEY_ID");
        write(folder, "provider.tf", "provider \"aws\" {\n  profile = var.who\n}\n");
        is("", "AWS_ACCESS_KEY_ID"); // nobody says who
        write(folder, "variables.tf", "variable \"who\" {\n  default = null\n}\n");
        is("", "AWS_ACCESS_KEY_ID");
        write(folder, "variables.tf", "variable \"who\" {\n  default = \"first\"\n}\n");
        is("first", "variables.tf");
        qputenv("TF_VAR_who", "second");
        is("second", "TF_VAR_who");
        write(folder, "terraform.tfvars", "who = \"third\"\n");
        is("third", "terraform.tfvars");
        write(folder, "my.auto.tfvars", "who = \"fourth\"\n");
        is("fourth", "my.auto.tfvars");
        write(folder, "provider.tf", "provider \"aws\" {\n  profile = \"fixed\"\n}\n");
        is("fixed", "provider.tf");
        write(folder, "provider.tf", "provider \"aws\" {\n  profile = local.p\n}\n");
        is("local.p", "provider.tf");
    }

    void workspaceAndState() {
        QTemporaryDir folder;
        QCOMPARE(tf::workspaceOf(folder.path()), QStringLiteral("default"));
        QVERIFY(!tf::statePlaceOf(folder.path()).isThere);
        write(folder, "terraform.tfstate", "{}");
        QVERIFY(tf::statePlaceOf(folder.path()).isThere);
        write(folder, ".terraform/environment", "staging");
        QCOMPARE(tf::workspaceOf(folder.path()), QStringLiteral("staging"));
        QVERIFY(!tf::statePlaceOf(folder.path()).isThere);
        write(folder, "terraform.tfstate.d/staging/terraform.tfstate", "{}");
        QVERIFY(tf::statePlaceOf(folder.path()).isThere);
        write(folder, ".terraform/terraform.tfstate", R"({"backend":{"type":"s3","config":{}}})");
        QCOMPARE(tf::statePlaceOf(folder.path()).backend, QStringLiteral("s3"));
        qputenv("TF_WORKSPACE", "prod");
        QCOMPARE(tf::workspaceOf(folder.path()), QStringLiteral("prod"));
    }

    void filesAndDesign() {
        QTemporaryDir folder;
        std::vector<terraform::ExportedFile> files{
            {"main.tf", "# main\n", {}},
            {"terraform.tfvars", "nat = false\n", terraform::Assignment{"nat", "false"}}};
        QVERIFY(tf::match(folder.path(), files) == tf::Match::Other);
        exportTo(folder, files);
        QVERIFY(tf::match(folder.path(), files) == tf::Match::Same);
        auto changed = files;
        changed[0].bytes = "# other\n";
        QVERIFY(tf::match(folder.path(), changed) == tf::Match::Other);
        changed = files;
        changed[1] = {"terraform.tfvars", "nat = true\n", terraform::Assignment{"nat", "true"}};
        QVERIFY(tf::match(folder.path(), changed) == tf::Match::Other);
        changed = files;
        changed.pop_back();
        QVERIFY(tf::match(folder.path(), changed) == tf::Match::Other);
        // Saved under a name, the design is the same.
        changed = files;
        changed[0].bytes = "# Sekisho: a.sekisho\n\n# main\n";
        exportTo(folder, changed);
        changed[0].bytes = "# Sekisho: b.sekisho\n\n# main\n";
        QVERIFY(tf::match(folder.path(), changed) == tf::Match::Same);
        changed[0].bytes = "# Sekisho: b.sekisho\n\n# other\n";
        QVERIFY(tf::match(folder.path(), changed) == tf::Match::Other);
        exportTo(folder, files);
        // Other lines of a file that is the user's as well are not ours.
        write(folder, "terraform.tfvars", "mine = 1\nnat = false\n");
        QVERIFY(tf::match(folder.path(), files) == tf::Match::Same);
        write(folder, "main.tf", "# by hand\n");
        QVERIFY(tf::match(folder.path(), files) == tf::Match::Edited);
        QVERIFY(tf::match(folder.path(), {}) == tf::Match::Other);
        write(folder, ".sekisho-export.json", "[");
        QVERIFY(tf::match(folder.path(), files) == tf::Match::Other);
    }
};

QTEST_GUILESS_MAIN(TerraformFolderTest)
#include "terraform_folder_test.moc"
