// SPDX-License-Identifier: Apache-2.0
// What the real terraform makes of what the writer writes.
#include "core/hcl/text.h"
#include "core/hcl/writer.h"
#include "tests/hcl/random_hcl.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sekisho::hcl;
using sekisho::hcl::test::RandomHcl;

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Outcome terraform(const QString& folder, const QStringList& arguments) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("CHECKPOINT_DISABLE", "1");
    environment.insert("TF_CLI_CONFIG_FILE", "/dev/null");
    environment.insert("TF_IN_AUTOMATION", "1");
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start("terraform", arguments);
    if (!process.waitForFinished(300'000)) return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

void save(const QString& path, const std::string& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text.data(), static_cast<qint64>(text.size())), static_cast<qint64>(text.size()));
}

/// As Terraform normalises strings. (The guard keeps a leading U+FEFF from being taken for a mark of UTF-8.)
std::string nfc(const std::string& text) {
    const QString guarded = QString::fromUtf8(QByteArray("|") + QByteArray::fromStdString(text));
    return guarded.normalized(QString::NormalizationForm_C).mid(1).toStdString();
}

bool isLong() {
    return qEnvironmentVariable("SEKISHO_LONG") == "1";
}

} // namespace

class TerraformTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void fmtChangesNothing();
    void longKeysAlign();
    void rawIsIndented();
    void namesStayData();
    void precedence();
};

void TerraformTest::initTestCase() {
    if (!QStandardPaths::findExecutable("terraform").isEmpty()) return;
    if (qEnvironmentVariable("CI") == "true") QFAIL("terraform is not on PATH");
    QSKIP("terraform is not on PATH");
}

void TerraformTest::fmtChangesNothing() {
    const std::uint64_t seed = qEnvironmentVariable("SEKISHO_SEED", "20240601").toULongLong();
    const int count = isLong() ? 5000 : 400;
    qInfo("seed %llu, %d bodies", static_cast<unsigned long long>(seed), count);

    QTemporaryDir folder;
    RandomHcl random(seed);
    for (int i = 0; i < count; ++i)
        save(folder.filePath(QString("body%1.tf").arg(i)), write(random.body(3)));

    const Outcome outcome =
        terraform(folder.path(), {"fmt", "-check", "-recursive", "-list=true", "-diff", "-no-color"});
    QVERIFY2(outcome.code == 0, (outcome.out.left(4000) + outcome.err.left(4000)).constData());
    QCOMPARE(outcome.out, QByteArray());
}

/// Terraform counts columns 4096 bytes at a time.
void TerraformTest::longKeysAlign() {
    Body body;
    int number = 0;
    for (const std::size_t length : {4080u, 4090u, 4094u, 4095u, 4096u, 8190u, 12000u})
        for (const std::string unit :
             {"e\u0301", "関", "\u1112\u1161\u11AB", "\U0001F1EF\U0001F1F5", "か\u3099\u3099"})
            for (std::size_t shift = 0; shift < 4; ++shift) {
                std::string key(shift, 'z');
                while (key.size() < length)
                    key += unit;
                body.attribute("v" + std::to_string(number++),
                               object({{key, 1}, {"short", 2}, {std::string(13000, 'w'), 3}}));
            }
    QTemporaryDir folder;
    save(folder.filePath("keys.tf"), write(body));
    const Outcome outcome = terraform(folder.path(), {"fmt", "-check", "-list=true"});
    QVERIFY2(outcome.code == 0, outcome.err.left(2000).constData());
}

void TerraformTest::rawIsIndented() {
    Body body;
    body.attribute("a", raw({"jsonencode({\n Statement = [{\n  Sid = \"関所 ${var.x}\"\n  Effect_long = 1\n  "
                             "}]\n\n  B = \"$${x}\"\n})"}));
    body.attribute("bb", raw({"var.x == 1 ? [for s in var.y : s.id] : []"}), "why");
    body.attribute("c", index(raw({"var.x"}), raw({"count.index + 1"})));
    body.attribute("d", binary(BinaryOp::Multiply, raw({"a + b"}), 2));
    body.attribute("heredoc", raw({"<<EOT\n  text = ${var.x}\nEOT"}));
    body.attribute("e", 1);
    QTemporaryDir folder;
    save(folder.filePath("raw.tf"), write(body));
    const Outcome outcome = terraform(folder.path(), {"fmt", "-check", "-list=true", "-diff", "-no-color"});
    QVERIFY2(outcome.code == 0, (outcome.out + outcome.err).left(4000).constData());
}

void TerraformTest::namesStayData() {
    const std::uint64_t seed = qEnvironmentVariable("SEKISHO_SEED", "7").toULongLong();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    RandomHcl random(seed);
    std::vector<std::string> names;
    for (int i = 0; i < 2000; ++i)
        names.push_back(random.hostileName());

    Body body;
    body.block("locals").attribute("marker", "<marker>").attribute("secret", "leaked");
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string& name = names[i];
        body.blankLine().comment(name);
        body.block("output", {"n" + std::to_string(i)})
            .attribute(
                "value",
                object({{"literal", name},
                        {"template", interpolate({name, ref("local.marker"), name, ref("local.marker")})},
                        {"key", object({{name, i % 2 == 0}}, Layout::OneLine)}}),
                name);
    }
    QTemporaryDir folder;
    save(folder.filePath("names.tf"), write(body));
    const Outcome fmt = terraform(folder.path(), {"fmt", "-check", "-list=true"});
    QVERIFY2(fmt.code == 0, fmt.err.left(4000).constData());
    const Outcome apply = terraform(folder.path(), {"apply", "-auto-approve", "-no-color"});
    QVERIFY2(apply.code == 0, apply.err.left(4000).constData());
    const Outcome output = terraform(folder.path(), {"output", "-json"});
    QCOMPARE(output.code, 0);

    const nlohmann::json read = nlohmann::json::parse(output.out.constData(), nullptr, false);
    QVERIFY(read.is_object());
    QCOMPARE(read.size(), names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const nlohmann::json& value = read.at("n" + std::to_string(i)).at("value");
        const std::string expected = sanitised(names[i]);
        const std::string literal = value.at("literal").get<std::string>();
        QVERIFY2(literal == nfc(expected),
                 QByteArray::fromStdString(names[i] + " | " + literal).toPercentEncoding(" |").constData());
        QCOMPARE(value.at("template").get<std::string>(), nfc(expected + "<marker>" + expected + "<marker>"));
        QCOMPARE(value.at("key").size(), std::size_t(1));
        QCOMPARE(value.at("key").begin().key(), nfc(expected));
    }
}

/// The parentheses are right: what terraform computes is what the tree says.
void TerraformTest::precedence() {
    RandomHcl random(11);
    std::vector<std::int64_t> expected;
    Body body;
    for (int i = 0; i < 300; ++i) {
        std::int64_t value = 0;
        Expr expr = random.arithmetic(3, value);
        expected.push_back(value);
        body.block("output", {"n" + std::to_string(i)}).attribute("value", std::move(expr));
    }
    QTemporaryDir folder;
    save(folder.filePath("sums.tf"), write(body));
    const Outcome apply = terraform(folder.path(), {"apply", "-auto-approve", "-no-color"});
    QVERIFY2(apply.code == 0, apply.err.left(4000).constData());
    const Outcome output = terraform(folder.path(), {"output", "-json"});
    const nlohmann::json read = nlohmann::json::parse(output.out.constData(), nullptr, false);
    QVERIFY(read.is_object());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(read.at("n" + std::to_string(i)).at("value").get<std::int64_t>(), expected[i]);
}

QTEST_GUILESS_MAIN(TerraformTest)
#include "terraform_test.moc"
