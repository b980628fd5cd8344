// SPDX-License-Identifier: Apache-2.0
#include <QTest> // first: Qt 6.4's moc stumbles over <compare> otherwise

#include "tests/export/designs.h"

#include <QFile>

#include <algorithm>

using namespace sekisho;
using namespace sekisho::test;

namespace {

std::string article(const char* file) {
    QFile source(QStringLiteral(SEKISHO_SOURCE_DIR "/tests/export/article/") + QLatin1String(file));
    return source.open(QIODevice::ReadOnly) ? source.readAll().toStdString() : std::string();
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
        text.replace(at, what.size(), with);
    return text;
}

} // namespace

/// The hands-on design against the code of the article it comes from (article/*.tf: its listings as printed).
class ArticleTest : public QObject {
    Q_OBJECT

private slots:
    void blocks_data();
    void blocks();
    void associationsAreTheCommentedOnes();
    void onlyNamesTheArticleKnows();
};

void ArticleTest::blocks_data() {
    QTest::addColumn<QString>("articleFile");
    QTest::addColumn<QString>("stackFile");
    QTest::addColumn<QString>("addOnFile");
    QTest::addColumn<int>("count");
    QTest::newRow("groups") << "security.tf"
                            << "security.tf"
                            << "security.tf" << 3;
    QTest::newRow("nat") << "nat.tf"
                         << "nat.tf"
                         << "nat.tf" << 3;
    QTest::newRow("acls") << "nacl.tf"
                          << "nacl.tf"
                          << "nacl.tf" << 2;
    QTest::newRow("outputs") << "outputs.tf"
                             << "outputs.tf"
                             << "security_outputs.tf" << 5;
    QTest::newRow("switch") << "variables.tf"
                            << "variables.tf"
                            << "security_variables.tf" << 1;
}

/// Same addresses, arguments, expressions and order, but for the switch on which the article means NAT to
/// hang.
void ArticleTest::blocks() {
    QFETCH(QString, articleFile);
    QFETCH(QString, stackFile);
    QFETCH(QString, addOnFile);
    QFETCH(int, count);
    std::string text = article(articleFile.toUtf8());
    if (articleFile == "nat.tf")
        text = replaced(text, "count = length(var.availability_zones)",
                        "count = var.enable_nat_gateway ? length(var.availability_zones) : 0");
    const std::vector<std::string> wanted = normalizedBlocks(text);
    QCOMPARE(static_cast<int>(wanted.size()), count);
    const auto stack = terraform::exportTerraform(handsOn(), {});
    const auto addOn = terraform::exportTerraform(handsOn(), {.mode = terraform::ExportMode::AddOn});
    QCOMPARE(codesOf(stack, Severity::Error), "");
    QCOMPARE(codesOf(addOn, Severity::Error), "");
    const auto inStack = normalizedBlocks(bytesOf(stack, stackFile.toStdString()));
    for (const std::string& block : wanted)
        QVERIFY2(std::find(inStack.begin(), inStack.end(), block) != inStack.end(),
                 (block + "\nis not in\n" + bytesOf(stack, stackFile.toStdString())).c_str());
    // The add-on is what the article writes and nothing else.
    QCOMPARE(normalizedBlocks(bytesOf(addOn, addOnFile.toStdString())), wanted);
}

void ArticleTest::associationsAreTheCommentedOnes() {
    std::string text = article("nacl.tf");
    text = text.substr(text.find("# resource"));
    const std::vector<std::string> wanted =
        normalizedBlocks(replaced(replaced(text, "\n# ", "\n"), "# resource", "resource"));
    QCOMPARE(wanted.size(), std::size_t(2));
    const auto result = terraform::exportTerraform(handsOn(), {.associateNacls = true});
    const auto blocks = normalizedBlocks(bytesOf(result, "nacl.tf"));
    QCOMPARE(blocks.size(), std::size_t(4));
    for (const std::string& block : wanted)
        QVERIFY2(std::find(blocks.begin(), blocks.end(), block) != blocks.end(), block.c_str());
    QCOMPARE(codesOf(result, Severity::Warning),
             codesOf(terraform::exportTerraform(handsOn(), {}), Severity::Warning)
                 .substr(std::string("export-acl-inactive nacl-1\nexport-acl-inactive nacl-2\n").size()));
}

/// An add-on declares nothing that the base has, and writes one line into its variables.
void ArticleTest::onlyNamesTheArticleKnows() {
    const auto result =
        terraform::exportTerraform(handsOn(), {.mode = terraform::ExportMode::AddOn, .nat = true});
    std::vector<std::string> paths;
    for (const auto& file : result.files)
        paths.push_back(file.path);
    QCOMPARE(paths, (std::vector<std::string>{"nacl.tf", "nat.tf", "security.tf", "security_outputs.tf",
                                              "security_variables.tf", "terraform.tfvars"}));
    QVERIFY(result.files.back().onlyAssignment.has_value());
    QCOMPARE(result.files.back().onlyAssignment->name, "enable_nat_gateway");
    QCOMPARE(result.files.back().onlyAssignment->value, "true");
    QVERIFY(result.files.back().bytes.ends_with("\nenable_nat_gateway = true\n"));
    QCOMPARE(wholeText(result).find("var.aws_region"), std::string::npos);
}

QTEST_APPLESS_MAIN(ArticleTest)
#include "article_test.moc"
