// SPDX-License-Identifier: Apache-2.0
// How long an edit of one rule takes until everything in the window is fresh: canvas, tables, text, cost,
// problems. A design of 2,000 security groups; offscreen. Prints the median of the edits, in milliseconds.
#include "app/desktop/dock.h"
#include "app/desktop/main_window.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace sekisho;

namespace {

// A function of its own, so that a profiler can be told to look at nothing else:
// valgrind --tool=callgrind --toggle-collect='*editUntilFresh*'
[[gnu::noinline]] void editUntilFresh(MainWindow& window, const SecurityGroupRule& rule) {
    window.document().edit(QStringLiteral("Rule"),
                           edits::setSecurityGroupRule(window.document().design(), rule));
    window.facts().problems();
    window.facts().terraform();
    (void)window.facts().estimate();
    window.canvas().canvas().settle();
    QApplication::processEvents(); // paints what has changed
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    style::setTheme(style::ThemeChoice::Light);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    MainWindow window(settings, folder.filePath(QStringLiteral("unsaved")).toStdString());
    window.resize(1440, 900);
    window.newFromTemplate(QStringLiteral("hands-on"));
    window.document().start(
        *makeTemplate("scale", {{"groups", "2000"}, {"rules", "4000"}, {"workloads", "50"}}),
        QStringLiteral("scale"));
    window.show();
    const auto settle = [&] {
        for (int turn = 0; turn < 20; ++turn)
            QApplication::processEvents();
    };
    settle();
    // A group with rules is selected, so that its tables and its text are shown.
    SecurityGroup group;
    for (const SecurityGroup& one : window.document().network().all<SecurityGroup>())
        if (one.rules.size() > group.rules.size()) group = one;
    window.selection().set({group.id});
    settle();

    const int edits = argc > 1 ? std::max(1, std::atoi(argv[1])) : 41;
    std::vector<double> times;
    for (int i = 0; i < edits; ++i) {
        SecurityGroupRule rule = window.document().network().get(group.id)->rules.front();
        rule.traffic = Traffic::tcp(static_cast<std::uint16_t>(1000 + i));
        QElapsedTimer timer;
        timer.start();
        editUntilFresh(window, rule);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        settle();
    }
    std::sort(times.begin(), times.end());
    std::printf("one-rule edit, everything fresh: median %.1f ms, fastest %.1f, slowest %.1f\n",
                times[times.size() / 2], times.front(), times.back());
}
