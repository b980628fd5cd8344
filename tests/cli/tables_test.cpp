// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/edit_op.h"
#include "app/cli/table.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace sekisho;
using namespace sekisho::cli;

namespace {

QString qt(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QByteArray sourceFile(const QString& path) {
    QFile file(QStringLiteral(SEKISHO_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList placeholders(const QString& text) {
    QStringList names;
    static const QRegularExpression pattern(QStringLiteral("\\{([a-z]+)\\}"));
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        names.append(it.next().captured(1));
    names.sort();
    names.removeDuplicates();
    return names;
}

/// The manual page as people read it, without the dots and dashes of troff.
QString manual() {
    return QString::fromUtf8(sourceFile("packaging/man/sekisho-cli.1")).replace("\\-", "-");
}

} // namespace

class CliTablesTest : public QObject {
    Q_OBJECT

private slots:
    void textsAreThereInBothLanguages() {
        QVERIFY(textCount > 0);
        for (std::uint16_t i = 0; i < textCount; ++i) {
            const auto text = static_cast<Text>(i);
            const QString english = qt(raw(text, Language::English)),
                          japanese = qt(raw(text, Language::Japanese));
            const QByteArray name = codeOf(text).c_str();
            QVERIFY2(!english.trimmed().isEmpty() && !japanese.trimmed().isEmpty(), name);
            QVERIFY2(english != japanese, name);
            QCOMPARE(placeholders(japanese), placeholders(english));
            bool foreign = false;
            for (const QChar c : english)
                foreign = foreign || (c.unicode() >= 0x3000 && c.unicode() <= 0x9fff);
            QVERIFY2(!foreign, name);
        }
    }

    void placeholdersAreFilled() {
        QCOMPARE(qt(fill(Text::option_twice, Language::English, {{"option", "--x\n--y"}})),
                 QString("The option --x --y is given twice. Give it once."));
        // JSON in a text is none.
        QVERIFY(qt(fill(Text::edit_script, Language::Japanese)).contains("{\"op\": \"rename\""));
    }

    void everyEditOfTheModelIsAnOperation() {
        QByteArray sources;
        for (const char* file : {"generic", "network", "traffic", "design"})
            sources += sourceFile(QStringLiteral("app/cli/edit_ops_%1.cpp").arg(QString::fromLatin1(file)));
        static const QRegularExpression declaration(QStringLiteral("Result<Delta> (\\w+)\\("));
        int count = 0;
        for (auto it = declaration.globalMatch(QString::fromUtf8(sourceFile("core/model/edits.h")));
             it.hasNext(); ++count) {
            const QByteArray name = it.next().captured(1).toUtf8();
            const QRegularExpression call(QStringLiteral("edits::%1\\b").arg(QString::fromUtf8(name)));
            QVERIFY2(QString::fromUtf8(sources).contains(call), name);
        }
        QVERIFY(count > 40);
    }

    void operationsAreWellFormed() {
        QSet<QString> names;
        for (const EditOp& op : editOps()) {
            QVERIFY2(!names.contains(qt(op.name)), op.name.data());
            names.insert(qt(op.name));
            QVERIFY(op.run);
            bool many = false, optional = false;
            QSet<QString> params;
            for (const Param& param : op.params) {
                QVERIFY2(!params.contains(qt(param.name)), op.name.data());
                params.insert(qt(param.name));
                if (!param.positional) continue;
                QVERIFY2(!many, "what takes the rest of the line must be the last");
                QVERIFY2(!(optional && param.required), "what may be left out comes last");
                many = param.many;
                optional = optional || !param.required;
            }
        }
    }

    void theManualNamesEverything() {
        const QString page = manual();
        QVERIFY(!page.isEmpty());
        const auto has = [&](const QString& word) {
            return page.contains(QRegularExpression(
                QStringLiteral("(^|[\\s\",\\[])%1($|[\\s\",\\]])").arg(QRegularExpression::escape(word)),
                QRegularExpression::MultilineOption));
        };
        std::vector<OptionSpec> options = commonOptions();
        for (const CommandSpec& command : commands()) {
            QVERIFY2(has(qt(command.name)), command.name.data());
            options.insert(options.end(), command.options.begin(), command.options.end());
        }
        options.push_back({"--version", "", Text::option_version});
        for (const OptionSpec& option : options) {
            for (const QString& name : qt(option.names).split(','))
                QVERIFY2(has(name), name.toUtf8());
            for (const std::string_view choice : option.choices)
                QVERIFY2(page.contains(qt(choice)), choice.data());
        }
        for (const EditOp& op : editOps())
            QVERIFY2(has(qt(op.name)), op.name.data());
    }

    void theManualRenders() {
        const QString man = QStandardPaths::findExecutable("man");
        if (man.isEmpty()) QSKIP("man is not installed");
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("MANWIDTH", "80");
        environment.insert("LC_ALL", "C.UTF-8");
        process.setProcessEnvironment(environment);
        process.start(
            man, {"--warnings", "-l", QStringLiteral(SEKISHO_SOURCE_DIR "/packaging/man/sekisho-cli.1")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("EXIT STATUS"));
    }

    void columnsAreAligned() {
        QCOMPARE(displayWidth("abc"), std::size_t{3});
        QCOMPARE(displayWidth("日本"), std::size_t{4});
        QCOMPARE(displayWidth("が"), std::size_t{2});
        QCOMPARE(displayWidth("e\u0301"), std::size_t{1});
        QCOMPARE(alignedTable({{"名前"}, {"n", Align::Right}}, {{"a", "10"}, {"日本語", "2"}}),
                 std::string("名前     n\na       10\n日本語   2\n"));
        QCOMPARE(markdownTable({{"a"}, {"b", Align::Right}}, {{"x|y", "1"}}),
                 std::string("| a | b |\n| --- | ---: |\n| x\\|y | 1 |\n"));
    }

    void csvIsSafe_data() {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("written");
        QTest::newRow("plain") << "a"
                               << "a";
        QTest::newRow("comma") << "a,b"
                               << "\"a,b\"";
        QTest::newRow("quote") << "a\"b"
                               << "\"a\"\"b\"";
        QTest::newRow("line") << "a\nb"
                              << "\"a\nb\"";
        QTest::newRow("formula") << "=1+1"
                                 << "'=1+1";
        QTest::newRow("command") << "@SUM(A1)"
                                 << "'@SUM(A1)";
        QTest::newRow("number") << "-1.5"
                                << "-1.5";
    }
    void csvIsSafe() {
        QFETCH(QString, cell);
        QFETCH(QString, written);
        QCOMPARE(qt(csvRecord({"x", cell.toStdString()})), "x," + written + "\r\n");
    }
};

QTEST_GUILESS_MAIN(CliTablesTest)
#include "tables_test.moc"
