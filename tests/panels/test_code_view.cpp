// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/code_view.h"

#include <QScrollBar>
#include <QTest>

#include <random>

using namespace sekisho;

class CodeViewTest : public QObject {
    Q_OBJECT

private slots:
    void linesFollowTheText_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 10; ++seed)
            QTest::addRow("%d", seed) << seed;
    }

    /// After any edits a view shows what a new view of that text shows.
    void linesFollowTheText() {
        QFETCH(int, seed);
        std::mt19937 random{static_cast<std::mt19937::result_type>(seed)};
        const auto below = [&](std::size_t limit) { return std::size_t(random()) % limit; };
        // Line breaks are many, so that they stand at the ends of texts and of edits, and behind each other.
        const auto some = [&](std::size_t most) {
            std::string text;
            for (std::size_t n = below(most + 1); n > 0; --n)
                text += "\n\nab"[below(4)];
            return text;
        };
        CodeView view;
        view.resize(40, 60);
        std::string text;
        for (int step = 0; step < 400; ++step) {
            const std::size_t at = below(text.size() + 1);
            text.replace(at, below(std::min<std::size_t>(text.size() - at, 9) + 1),
                         some(step % 50 == 0 ? 300 : 8));
            if (step % 37 == 36) text.clear();
            view.setText(text);
            CodeView fresh;
            fresh.resize(40, 60);
            fresh.setText(text);
            QCOMPARE(view.text(), text);
            const QStringList lines = QString::fromStdString(text).split(QLatin1Char('\n'));
            const bool closed = lines.size() > 1 && lines.last().isEmpty();
            QCOMPARE(view.lineCount(), int(lines.size()) - (closed ? 1 : 0));
            for (int line = 0; line < view.lineCount(); ++line)
                QCOMPARE(view.line(line), lines[line]);
            QCOMPARE(view.horizontalScrollBar()->maximum(), fresh.horizontalScrollBar()->maximum());
        }
    }
};

QTEST_MAIN(CodeViewTest)
#include "test_code_view.moc"
