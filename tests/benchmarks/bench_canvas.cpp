// SPDX-License-Identifier: Apache-2.0
#include "core/cost/price_book.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/layout.h"
#include "ui/canvas/router.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/style/theme.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QGraphicsView>
#include <QPainter>

namespace {

using namespace sekisho;

Design scaled(int groups, int rules, int workloads) {
    return *makeTemplate("scale", {{"groups", std::to_string(groups)},
                                   {"rules", std::to_string(rules)},
                                   {"workloads", std::to_string(workloads)}});
}

/// 5,000 drawn things: 1,960 workloads in two zones each, and 1,000 groups.
const Design& large() {
    static const Design design = scaled(1000, 2000, 1960);
    return design;
}

struct Stage {
    explicit Stage(Design design) { document.start(std::move(design), "bench"); }
    cost::PriceBook prices = *cost::PriceBook::parse(resources::priceBookJson());
    Document document;
    Facts facts{document, prices};
    Selection selection{document};
    canvas::CanvasScene scene{document, facts, &selection};
};

/// One frame of a window of 1,440 x 900 at a zoom of state.range(0) per cent, everything painted.
void frame(benchmark::State& state) {
    static Stage stage(large());
    stage.scene.settle();
    QGraphicsView view(&stage.scene);
    view.setFrameShape(QFrame::NoFrame);
    view.setRenderHint(QPainter::Antialiasing);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.resize(1440, 900);
    const qreal zoom = qreal(state.range(0)) / 100;
    view.scale(zoom, zoom);
    const QRectF content = stage.scene.contentRect();
    // Into the thick of it.
    view.centerOn(content.left() + std::min(content.width() / 2, 700 / zoom),
                  content.top() + std::min(content.height() / 3, 600 / zoom));
    QImage image(1440, 900, QImage::Format_ARGB32_Premultiplied);
    for (auto _ : state) {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        view.render(&painter, QRectF(image.rect()), image.rect());
    }
}

/// What the drawing does after one rule was added to one of 2,000 groups.
void ruleEdit(benchmark::State& state) {
    Stage stage(scaled(2000, 4000, 50));
    stage.scene.settle();
    int port = 2000;
    for (auto _ : state) {
        state.PauseTiming();
        const auto& group = *stage.document.network().get(SecurityGroupId{1000});
        SecurityGroupRule rule = group.rules.back();
        rule.traffic = Traffic::tcp(static_cast<std::uint16_t>(port++ % 60000));
        stage.document.edit("rule", edits::setSecurityGroupRule(stage.document.design(), rule));
        (void)stage.facts.problems();
        state.ResumeTiming();
        stage.scene.settle();
    }
}

/// The same where a line comes or goes with it.
void lineEdit(benchmark::State& state) {
    Stage stage(scaled(2000, 4000, 50));
    stage.scene.settle();
    SecurityGroupRule rule;
    rule.traffic = Traffic::tcp(443);
    rule.peer = SecurityGroupId{7};
    bool there = false;
    for (auto _ : state) {
        state.PauseTiming();
        if (there)
            stage.document.undoStack()->undo();
        else
            stage.document.edit(
                "rule", edits::addSecurityGroupRule(stage.document.design(), SecurityGroupId{1000}, rule));
        there = !there;
        (void)stage.facts.problems();
        state.ResumeTiming();
        stage.scene.settle();
    }
}

void fullLayout(benchmark::State& state) {
    const canvas::Links links = canvas::linksOf(large());
    for (auto _ : state)
        benchmark::DoNotOptimize(canvas::layoutOf(large(), links));
    state.counters["items"] = double(canvas::layoutOf(large(), links).items.size());
}

void allLinks(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(canvas::linksOf(large()));
}

void allLines(benchmark::State& state) {
    const canvas::Links links = canvas::linksOf(large());
    const canvas::Layout layout = canvas::layoutOf(large(), links);
    for (auto _ : state)
        benchmark::DoNotOptimize(canvas::linesOf(large(), layout, links));
}

void openLarge(benchmark::State& state) {
    for (auto _ : state) {
        Stage stage(large());
        stage.scene.settle();
    }
}

BENCHMARK(frame)
    ->Name("frame of 5,000 things, zoom %")
    ->Arg(5)
    ->Arg(20)
    ->Arg(50)
    ->Arg(100)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(ruleEdit)->Name("follow one rule, 2,000 groups")->Unit(benchmark::kMillisecond);
BENCHMARK(lineEdit)->Name("follow one new line, 2,000 groups")->Unit(benchmark::kMillisecond);
BENCHMARK(fullLayout)->Name("layout of 5,000 things")->Unit(benchmark::kMillisecond);
BENCHMARK(allLinks)->Name("links of 5,000 things")->Unit(benchmark::kMillisecond);
BENCHMARK(allLines)->Name("lines of 5,000 things")->Unit(benchmark::kMillisecond);
BENCHMARK(openLarge)->Name("open 5,000 things")->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    style::setTheme(style::ThemeChoice::Light);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
