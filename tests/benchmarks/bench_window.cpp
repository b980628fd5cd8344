// SPDX-License-Identifier: Apache-2.0
// How long the window takes, on a design of 2,000 security groups and 4,000 rules, until everything in it is
// fresh and painted after something was done: canvas, tables, text, cost, problems. Offscreen.
//   bench_window [FILTER] [TIMES]      only what contains FILTER; TIMES each, 21 by default
// Milliseconds of processor time: the first time in a session, the median, the slowest after the first.
#include "app/desktop/dock.h"
#include "app/desktop/main_window.h"
#include "core/format/codec.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "tests/benchmarks/watch.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

using namespace sekisho;
using namespace sekisho::benchmarks;

namespace {

std::string filter;
int times = 21;

void settle() {
    for (int turn = 0; turn < 20; ++turn)
        QApplication::processEvents();
    // What the event loop would do, which is not running here.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

// A function of its own, so that a profiler can be told to look at nothing else:
// valgrind --tool=callgrind --toggle-collect='*doUntilFresh*'
[[gnu::noinline]] void doUntilFresh(MainWindow& window, const std::function<void()>& what) {
    what();
    window.facts().problems();
    window.facts().terraform();
    (void)window.facts().estimate();
    window.canvas().canvas().settle();
    QApplication::processEvents(); // paints what has changed
    QApplication::processEvents(); // and what was put off
}

/// `what` gets the number of the run; `unseen` is done before it and not counted.
void measure(
    MainWindow& window, const std::string& name, const std::function<void(int)>& what,
    const std::function<void(int)>& unseen = [](int) {}) {
    if (name.find(filter) == std::string::npos) return;
    double first = 0;
    std::vector<double> later;
    for (int i = 0; i <= times; ++i) {
        unseen(i);
        settle();
        const double time = timeOf([&] { doUntilFresh(window, [&] { what(i); }); });
        if (i == 0)
            first = time;
        else
            later.push_back(time);
    }
    settle();
    std::printf("%-44s first %7.1f  typical %7.1f  slowest %7.1f\n", name.c_str(), first, median(later),
                largest(later));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    if (argc > 1) filter = argv[1];
    if (argc > 2) times = std::max(1, std::atoi(argv[2]));
    style::setTheme(style::ThemeChoice::Light);
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    MainWindow window(settings, folder.filePath(QStringLiteral("unsaved")).toStdString());
    window.resize(1440, 900);
    window.newFromTemplate(QStringLiteral("hands-on"));
    window.document().start(
        *makeTemplate("scale", {{"groups", "2000"}, {"rules", "4000"}, {"workloads", "500"}}),
        QStringLiteral("scale"));
    window.show();
    settle();

    Document& document = window.document();
    const auto edit = [&](const Result<Delta>& delta) { document.edit(QStringLiteral("Edit"), delta); };
    const auto undo = [&](int = 0) { document.undoStack()->undo(); };
    // A group with rules is selected, so that its tables and its text are shown.
    SecurityGroup group;
    for (const SecurityGroup& one : document.network().all<SecurityGroup>())
        if (one.rules.size() > group.rules.size()) group = one;
    window.selection().set({group.id});
    settle();
    const auto ruleNow = [&] { return document.network().get(group.id)->rules.back(); };
    const auto workloads = [&] {
        std::vector<ElementId> ids;
        for (const Workload& workload : document.network().all<Workload>())
            if (ids.size() < 500) ids.push_back(workload.id);
        return ids;
    };

    measure(window, "a rule: its port", [&](int i) {
        SecurityGroupRule rule = ruleNow();
        rule.traffic = Traffic::tcp(static_cast<std::uint16_t>(1000 + i));
        edit(edits::setSecurityGroupRule(document.design(), rule));
    });
    measure(window, "a rule: its description", [&](int i) {
        SecurityGroupRule rule = ruleNow();
        rule.description = "Number " + std::to_string(i);
        edit(edits::setSecurityGroupRule(document.design(), rule));
    });
    measure(window, "a rule: its source", [&](int i) {
        SecurityGroupRule rule = ruleNow();
        rule.peer = SecurityGroupId{100 + std::uint32_t(i)};
        edit(edits::setSecurityGroupRule(document.design(), rule));
    });
    // Each with a port of its own: the same rule twice is an error, and then nothing is exported.
    std::uint16_t port = 2000;
    const auto addRule = [&](int) {
        SecurityGroupRule rule;
        rule.traffic = Traffic::tcp(++port);
        rule.peer = SecurityGroupId{7};
        edit(edits::addSecurityGroupRule(document.design(), group.id, rule));
    };
    measure(window, "a rule added", addRule);
    measure(window, "a rule added, taken back", undo, addRule);
    measure(
        window, "a rule removed",
        [&](int) { edit(edits::removeElements(document.design(), {ruleNow().id})); }, addRule);
    measure(window, "a rule added, from a CIDR", [&](int i) {
        SecurityGroupRule rule;
        rule.traffic = Traffic::tcp(++port);
        rule.peer = *Cidr::parse("203.0." + std::to_string(i % 250) + ".0/24");
        edit(edits::addSecurityGroupRule(document.design(), group.id, rule));
    });
    measure(window, "a rule added, from anywhere", [&](int) {
        SecurityGroupRule rule;
        rule.traffic = Traffic::tcp(++port);
        rule.peer = *Cidr::parse("0.0.0.0/0");
        edit(edits::addSecurityGroupRule(document.design(), group.id, rule));
    });
    measure(window, "a group renamed",
            [&](int i) { edit(edits::rename(document.design(), group.id, "renamed-" + std::to_string(i))); });
    measure(window, "another group selected",
            [&](int i) { window.selection().set({SecurityGroupId{10 + std::uint32_t(i)}}); });
    measure(window, "a workload selected",
            [&](int i) { window.selection().set({WorkloadId{10 + std::uint32_t(i)}}); });
    window.selection().set({group.id});
    measure(window, "NAT switched", [&](int) {
        edit(edits::setNatEnabled(document.design(), !document.design().settings.natEnabled));
    });
    measure(
        window, "500 workloads selected", [&](int) { window.selection().set(workloads()); },
        [&](int) { window.selection().set({group.id}); });
    measure(window, "500 workloads moved", [&](int i) {
        std::vector<std::pair<Placement, std::optional<Box>>> boxes;
        for (const ElementId id : workloads())
            for (const Placement& placement : window.canvas().canvas().placementsOf(id)) {
                Box box;
                box.x = std::int32_t(10 * (id.number % 40));
                box.y = std::int32_t(20 * (id.number / 40)) + 10 * (i % 2);
                boxes.emplace_back(placement, box);
            }
        edit(edits::placeBoxes(document.design(), boxes));
    });
    const auto removeMany = [&](int) { edit(edits::removeElements(document.design(), workloads())); };
    measure(window, "500 workloads deleted", removeMany, [&](int i) {
        if (i > 0) undo();
    });
    if (workloads().size() < 500) undo();
    measure(window, "500 workloads deleted, taken back", undo, removeMany);
    std::vector<ElementId> groups;
    for (const SecurityGroup& one : document.network().all<SecurityGroup>())
        if (groups.size() < 500) groups.push_back(one.id);
    const auto removeGroups = [&](int) { edit(edits::removeElements(document.design(), groups)); };
    measure(window, "500 groups deleted", removeGroups, [&](int i) {
        if (i > 0) undo();
    });
    if (!document.network().get(SecurityGroupId{1})) undo();
    measure(window, "500 groups deleted, taken back", undo, removeGroups);
    window.canvas().setFocus();
    measure(
        window, "500 workloads pasted", [&](int) { window.commands().action(Command::EditPaste)->trigger(); },
        [&](int i) {
            if (i > 0) undo();
            window.selection().set(workloads());
            window.commands().action(Command::EditCopy)->trigger();
        });
    window.selection().set({group.id});
    measure(window, "language", [&](int i) {
        style::setLanguage(i % 2 ? style::LanguageChoice::English : style::LanguageChoice::Japanese);
    });
    style::setLanguage(style::LanguageChoice::English);
    measure(window, "theme",
            [&](int i) { style::setTheme(i % 2 ? style::ThemeChoice::Light : style::ThemeChoice::Dark); });
    const std::string path = folder.filePath(QStringLiteral("large.sekisho")).toStdString();
    std::ofstream(path) << format::writeDesign(document.design());
    document.undoStack()->setClean();
    measure(window, "the file opened", [&](int) { window.openFile(path); });
}
