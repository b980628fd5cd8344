// SPDX-License-Identifier: Apache-2.0
#include "ui/document/tfvars_line.h"

#include <QTest>

#include <random>

using namespace sekisho;

class TfvarsLineTest : public QObject {
    Q_OBJECT

private slots:
    void sets_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* before, const char* after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("alone", "enable_nat_gateway = false\n", "enable_nat_gateway = true\n");
        row("already so", "enable_nat_gateway = true\n", "enable_nat_gateway = true\n");
        row("between others", "a = 1\nenable_nat_gateway = false\nb = 2\n",
            "a = 1\nenable_nat_gateway = true\nb = 2\n");
        row("aligned", "project_name       = \"x\"\nenable_nat_gateway   =   false\n",
            "project_name       = \"x\"\nenable_nat_gateway   =   true\n");
        row("no blanks", "enable_nat_gateway=false\n", "enable_nat_gateway=true\n");
        row("tabs, indented", "\tenable_nat_gateway\t=\tfalse\t\n", "\tenable_nat_gateway\t=\ttrue\t\n");
        row("comment behind", "enable_nat_gateway = false # costs money\n",
            "enable_nat_gateway = true # costs money\n");
        row("comments //", "enable_nat_gateway = false// off\n", "enable_nat_gateway = true// off\n");
        row("comment in between", "enable_nat_gateway = /* off */ false /* x */\n",
            "enable_nat_gateway = /* off */ true /* x */\n");
        row("in comments only",
            "# enable_nat_gateway = false\n// enable_nat_gateway = false\n/*\nenable_nat_gateway = "
            "false\n*/\n",
            "# enable_nat_gateway = false\n// enable_nat_gateway = false\n/*\nenable_nat_gateway = "
            "false\n*/\n"
            "enable_nat_gateway = true\n");
        row("in a string", "note = \"enable_nat_gateway = false\"\nenable_nat_gateway = false\n",
            "note = \"enable_nat_gateway = false\"\nenable_nat_gateway = true\n");
        row("string with quotes", "note = \"a \\\" # b\"\nenable_nat_gateway = false\n",
            "note = \"a \\\" # b\"\nenable_nat_gateway = true\n");
        row("string with a template", "note = \"${\"}\"} # %{ if true }\"\nenable_nat_gateway = false\n",
            "note = \"${\"}\"} # %{ if true }\"\nenable_nat_gateway = true\n");
        row("string with an escaped template", "note = \"$${ %%{\"\nenable_nat_gateway = false\n",
            "note = \"$${ %%{\"\nenable_nat_gateway = true\n");
        row("in a heredoc", "note = <<EOT\nenable_nat_gateway = false\nEOT\nenable_nat_gateway = false\n",
            "note = <<EOT\nenable_nat_gateway = false\nEOT\nenable_nat_gateway = true\n");
        row("in an indented heredoc",
            "note = <<-EOT\n  \"enable_nat_gateway = false\n  EOT\nenable_nat_gateway = false\n",
            "note = <<-EOT\n  \"enable_nat_gateway = false\n  EOT\nenable_nat_gateway = true\n");
        row("in a map", "settings = {\n  enable_nat_gateway = false\n}\nenable_nat_gateway = false\n",
            "settings = {\n  enable_nat_gateway = false\n}\nenable_nat_gateway = true\n");
        row("in a map only", "settings = {\n  enable_nat_gateway = false\n}\n",
            "settings = {\n  enable_nat_gateway = false\n}\nenable_nat_gateway = true\n");
        row("longer names",
            "enable_nat_gateway_v2 = false\nmy_enable_nat_gateway = 1\nenable_nat_gateway-x = 2\n",
            "enable_nat_gateway_v2 = false\nmy_enable_nat_gateway = 1\nenable_nat_gateway-x = 2\n"
            "enable_nat_gateway = true\n");
        row("value over several lines", "enable_nat_gateway = (\n  false\n)\nb = 1\n",
            "enable_nat_gateway = true\nb = 1\n");
        row("value is a string", "enable_nat_gateway = \"false\"\n", "enable_nat_gateway = true\n");
        row("value of several tokens", "enable_nat_gateway = !true && false # no\n",
            "enable_nat_gateway = true # no\n");
        row("value is a heredoc", "enable_nat_gateway = <<X\nfalse\nX\nb = 1\n",
            "enable_nat_gateway = true\nb = 1\n");
        row("carriage returns", "a = 1\r\nenable_nat_gateway = false\r\nb = 2\r\n",
            "a = 1\r\nenable_nat_gateway = true\r\nb = 2\r\n");
        row("appended with carriage returns", "a = 1\r\n", "a = 1\r\nenable_nat_gateway = true\r\n");
        row("no final newline", "a = 1\nenable_nat_gateway = false", "a = 1\nenable_nat_gateway = true");
        row("appended without final newline", "a = 1", "a = 1\nenable_nat_gateway = true\n");
        row("appended with \\r\\n, no final newline", "a = 1\r\nb = 2",
            "a = 1\r\nb = 2\r\nenable_nat_gateway = true\r\n");
        row("empty", "", "enable_nat_gateway = true\n");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "enable_nat_gateway = false\n",
            "\xEF\xBB\xBF"
            "enable_nat_gateway = true\n");
        row("only a byte order mark", "\xEF\xBB\xBF",
            "\xEF\xBB\xBF"
            "enable_nat_gateway = true\n");
        row("Japanese comment", "# NATを使う\nenable_nat_gateway = false # いいえ\n",
            "# NATを使う\nenable_nat_gateway = true # いいえ\n");
        row("ends in a comment", "a = 1 # x", "a = 1 # x\nenable_nat_gateway = true\n");
    }
    void sets() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const auto set = setTfvarsLine(before.toStdString(), "enable_nat_gateway", "true");
        QVERIFY(set.has_value());
        QCOMPARE(QByteArray::fromStdString(*set), after);
        // Done twice it changes nothing more.
        QCOMPARE(setTfvarsLine(*set, "enable_nat_gateway", "true"), set);
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
        row("set twice", "enable_nat_gateway = false\nenable_nat_gateway = true\n");
        row("no value", "enable_nat_gateway =\n");
        row("open string", "a = \"x\nenable_nat_gateway = false\n");
        row("open string at the end", "a = \"x\\");
        row("open template", "a = \"${x\"\nenable_nat_gateway = false\n");
        row("open comment", "/* a\nenable_nat_gateway = false\n");
        row("open bracket", "a = [1\nenable_nat_gateway = false\n");
        row("wrong bracket", "a = [1}\nenable_nat_gateway = false\n");
        row("closing bracket", "a = 1]\nenable_nat_gateway = false\n");
        row("open heredoc", "a = <<EOT\nenable_nat_gateway = false\n");
        row("heredoc without a marker", "a = <<\nenable_nat_gateway = false\n");
        row("very deep", "a = " + QByteArray(1000000, '['));
    }
    void refuses() {
        QFETCH(QByteArray, text);
        QVERIFY(!setTfvarsLine(text.toStdString(), "enable_nat_gateway", "true").has_value());
    }

    /// Whatever the bytes: no crash, and if there is a result it has the line and is stable.
    void survivesAnything() {
        std::mt19937 random(11); // NOLINT(cert-msc51-cpp)
        const std::vector<std::string> pieces = {"enable_nat_gateway",
                                                 " ",
                                                 "=",
                                                 "false",
                                                 "\n",
                                                 "\r\n",
                                                 "\"",
                                                 "\\",
                                                 "${",
                                                 "}",
                                                 "{",
                                                 "[",
                                                 "]",
                                                 "#",
                                                 "//",
                                                 "/*",
                                                 "*/",
                                                 "<<",
                                                 "-",
                                                 "EOT",
                                                 "$${",
                                                 "\xFF",
                                                 std::string(1, '\0')};
        for (int round = 0; round < 20000; ++round) {
            std::string text;
            for (auto count = random() % 20; count > 0; --count)
                text += pieces[random() % pieces.size()];
            const auto set = setTfvarsLine(text, "enable_nat_gateway", "true");
            if (!set) continue;
            QVERIFY(set->find("enable_nat_gateway") != std::string::npos);
            QCOMPARE(setTfvarsLine(*set, "enable_nat_gateway", "true"), set);
        }
    }
};

QTEST_APPLESS_MAIN(TfvarsLineTest)
#include "tfvars_line_test.moc"
