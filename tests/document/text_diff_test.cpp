// SPDX-License-Identifier: Apache-2.0
#include "ui/document/text_diff.h"

#include <QTest>

#include <random>
#include <vector>

using namespace sekisho;

namespace {

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        found.push_back(text.substr(at, end - at));
        at = end;
    }
    return found;
}

/// What `patch` would make of it; checks the counts and the context of each hunk.
std::string patched(const std::string& before, const std::string& diff) {
    const std::vector<std::string> old = lines(before);
    std::string result;
    std::size_t at = 0;
    const std::vector<std::string> rows = lines(diff);
    for (std::size_t i = 2; i < rows.size();) {
        unsigned oldStart = 0;
        unsigned oldCount = 1;
        unsigned newStart = 0;
        unsigned newCount = 1;
        const std::string& head = rows[i++];
        const std::size_t comma = head.find(',');
        const std::size_t plus = head.find('+');
        const std::size_t comma2 = head.find(',', plus);
        if (std::sscanf(head.c_str(), "@@ -%u", &oldStart) != 1) return "(no hunk: " + head + ')';
        newStart = static_cast<unsigned>(std::stoul(head.substr(plus + 1)));
        if (comma < plus) oldCount = static_cast<unsigned>(std::stoul(head.substr(comma + 1)));
        if (comma2 != std::string::npos)
            newCount = static_cast<unsigned>(std::stoul(head.substr(comma2 + 1)));
        const std::size_t start = oldCount == 0 ? oldStart : oldStart - 1;
        while (at < start)
            result += old.at(at++);
        const std::size_t newLines = lines(result).size();
        if (newLines != (newCount == 0 ? newStart : newStart - 1)) return "(new start)";
        while (oldCount + newCount > 0) {
            std::string row = rows.at(i++);
            const char op = row.front();
            row.erase(0, 1);
            if (i < rows.size() && rows[i].starts_with('\\')) {
                row.pop_back();
                ++i;
            }
            if (op != '+') {
                if (old.at(at++) != row) return "(context)";
                --oldCount;
            }
            if (op != '-') {
                result += row;
                --newCount;
            }
        }
    }
    while (at < old.size())
        result += old[at++];
    return result;
}

} // namespace

class TextDiffTest : public QObject {
    Q_OBJECT

private slots:
    void shows_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("hunks");
        const QByteArray ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
        QTest::newRow("a line changed") << ten << QByteArray(ten).replace("5\n", "five\n")
                                        << QByteArray("@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
        QTest::newRow("first line added")
            << ten << "0\n" + ten << QByteArray("@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n");
        QTest::newRow("last line removed")
            << ten << ten.chopped(3) << QByteArray("@@ -7,4 +7,3 @@\n 7\n 8\n 9\n-10\n");
        QTest::newRow("two hunks") << ten << QByteArray(ten).replace("1\n2", "2").replace("9\n", "nine\n")
                                   << QByteArray("@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n"
                                                 "@@ -6,5 +5,5 @@\n 6\n 7\n 8\n-9\n+nine\n 10\n");
        QTest::newRow("changes with six lines between share a hunk")
            << ten << QByteArray("one\n2\n3\n4\n5\n6\n7\neight\n9\n10\n")
            << QByteArray("@@ -1,10 +1,10 @@\n-1\n+one\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+eight\n 9\n 10\n");
        QTest::newRow("from nothing")
            << QByteArray() << QByteArray("a\nb\n") << QByteArray("@@ -0,0 +1,2 @@\n+a\n+b\n");
        QTest::newRow("to nothing") << QByteArray("a\n") << QByteArray() << QByteArray("@@ -1 +0,0 @@\n-a\n");
        QTest::newRow("final newline lost")
            << QByteArray("a\n") << QByteArray("a")
            << QByteArray("@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n");
        QTest::newRow("no final newline on either side")
            << QByteArray("a\nx") << QByteArray("b\nx")
            << QByteArray("@@ -1,2 +1,2 @@\n-a\n+b\n x\n\\ No newline at end of file\n");
        QTest::newRow("line ends differ")
            << QByteArray("a\r\n") << QByteArray("a\n") << QByteArray("@@ -1 +1 @@\n-a\r\n+a\n");
    }
    void shows() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, hunks);
        const std::string diff = unifiedDiff(before.toStdString(), after.toStdString(), "vpc.tf");
        QCOMPARE(QByteArray::fromStdString(diff), "--- a/vpc.tf\n+++ b/vpc.tf\n" + hunks);
    }

    void nothingForEqualTexts() { QCOMPARE(unifiedDiff("a\nb", "a\nb", "x"), std::string()); }

    void everyDiffLeadsToTheNewText() {
        std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same cases each run
        for (int round = 0; round < 3000; ++round) {
            const auto text = [&] {
                std::string made;
                for (auto count = random() % 25; count > 0; --count)
                    made += std::string(1, char('a' + random() % 4)) + '\n';
                if (!made.empty() && random() % 4 == 0) made.pop_back();
                return made;
            };
            const std::string before = text();
            const std::string after = text();
            const std::string diff = unifiedDiff(before, after, "x");
            QVERIFY2(before == after ? diff.empty() : patched(before, diff) == after,
                     (before + "=>\n" + after + "by\n" + diff + "gives\n" + patched(before, diff)).c_str());
        }
    }

    void scriptsAreShortest() {
        // 2 of 400 lines moved: 4 changed lines, nothing more.
        std::string before;
        for (int i = 0; i < 400; ++i)
            before += std::to_string(i) + '\n';
        std::string after = before;
        after.erase(after.find("\n100\n"), 4);
        after.insert(after.find("\n300\n"), "\n100");
        const QByteArray diff = QByteArray::fromStdString(unifiedDiff(before, after, "x"));
        QCOMPARE(diff.count("\n-") + diff.count("\n+"), 3); // with the +++ line
        QCOMPARE(patched(before, diff.toStdString()), after);
    }

    void hugeDifferencesComeToAnEnd() {
        std::string before;
        std::string after;
        for (int i = 0; i < 60000; ++i) {
            before += "old " + std::to_string(i) + '\n';
            after += "new " + std::to_string(i) + '\n';
        }
        const std::string diff = unifiedDiff("same\n" + before, "same\n" + after, "x");
        QVERIFY(patched("same\n" + before, diff) == "same\n" + after);
    }
};

QTEST_APPLESS_MAIN(TextDiffTest)
#include "text_diff_test.moc"
