// SPDX-License-Identifier: Apache-2.0
// How long the canvas takes to paint a frame of 1,440 x 900 with 5,000 things in the drawing, everything in
// it painted anew, offscreen: at every zoom, in several places, and while people do something.
//   bench_frames [--2x] [--dark] [--zoom PERCENT] [FILTER]      only the situations whose line contains
//   FILTER
// Milliseconds of processor time; "typical" is the median, "worst" the slowest of all frames after the first.
#include "core/cost/price_book.h"
#include "core/model/templates.h"
#include "resources/resources.h"
#include "tests/benchmarks/watch.h"
#include "ui/actions/commands.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/document/document.h"
#include "ui/document/facts.h"
#include "ui/document/selection.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QScrollBar>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

using namespace sekisho;
using namespace sekisho::benchmarks;

namespace {

constexpr int framesEach = 7;
std::string filter;

struct Stage {
    explicit Stage(Design design) {
        document.start(std::move(design), QStringLiteral("bench"));
        view.resize(1440, 900);
        view.show();
        settle();
    }
    void settle() {
        for (int turn = 0; turn < 5; ++turn)
            QApplication::processEvents();
    }
    double frame() {
        return timeOf([&] { view.viewport()->repaint(); });
    }

    cost::PriceBook prices = *cost::PriceBook::parse(resources::priceBookJson());
    Document document;
    Facts facts{document, prices};
    Selection selection{document};
    QWidget window;
    Commands commands{&window};
    canvas::CanvasView view{document, facts, selection, commands};
};

/// Where frames are taken: the middle and towards the corners of what is drawn.
std::vector<QPointF> places(const canvas::CanvasView& view) {
    const QRectF all = view.canvas().contentRect();
    std::vector<QPointF> found;
    for (const double y : {0.1, 0.35, 0.6, 0.9})
        for (const double x : {0.1, 0.5, 0.9})
            found.emplace_back(all.left() + all.width() * x, all.top() + all.height() * y);
    return found;
}

class Report {
public:
    Report(std::string design, std::string situation) : m_name(std::move(design) + ", " + situation) {}
    bool wanted() const { return m_name.find(filter) != std::string::npos; }
    void first(double time) { m_first = std::max(m_first, time); }
    void add(double time) { m_times.push_back(time); }
    void print(const std::string& zoom) {
        std::printf("%-44s %6s  first %6.1f  typical %6.1f  worst %6.1f%s\n", m_name.c_str(), zoom.c_str(),
                    m_first, median(m_times), largest(m_times), largest(m_times) > 16 ? "  <-- over 16" : "");
        std::fflush(stdout);
        m_first = 0;
        m_times.clear();
    }

private:
    std::string m_name;
    double m_first = 0;
    std::vector<double> m_times;
};

std::vector<double> zooms = {0.05, 0.10, 0.149, 0.16, 0.20, 0.25, 0.34, 0.36, 0.40, 0.50, 0.60,
                             0.70, 0.74, 0.78,  0.90, 1.00, 1.25, 1.50, 2.00, 3.00, 4.00};

/// At every zoom and place; `before` each frame.
void everyZoom(
    Stage& stage, Report report, const std::function<void()>& before = [] {}) {
    if (!report.wanted()) return;
    for (const double zoom : zooms) {
        stage.view.setZoom(zoom);
        for (const QPointF& place : places(stage.view)) {
            stage.view.centerOn(place);
            before();
            report.first(stage.frame());
            for (int i = 0; i < framesEach; ++i) {
                before();
                report.add(stage.frame());
            }
        }
        report.print(std::to_string(int(zoom * 100 + 0.5)) + " %");
    }
}

/// What is dragged: tiles, as many as there are, but not more than `most`.
std::vector<Placement> tiles(const Stage& stage, std::size_t most) {
    std::vector<Placement> found;
    for (const Placement& placement : stage.view.canvas().placements())
        if (placement.node.kind == Kind::Workload && found.size() < most) found.push_back(placement);
    return found;
}

void situations(const std::string& name, const Design& design) {
    if (filter.find(',') != std::string::npos && filter.find(name) == std::string::npos) return;
    Stage stage(design);
    auto& scene = stage.view.canvas();
    if (filter.empty() || name.find(filter) != std::string::npos)
        std::printf("%s: %zu things, %.0f x %.0f\n", name.c_str(), scene.placements().size(),
                    scene.contentRect().width(), scene.contentRect().height());
    everyZoom(stage, {name, "at rest"});

    int step = 0;
    everyZoom(stage, {name, "panning"}, [&] {
        const int sign = ++step % 8 < 4 ? 1 : -1;
        stage.view.panBy({37 * sign, 23 * sign});
    });

    if (Report report(name, "after a step of zoom"); report.wanted()) {
        // A touchpad's steps: hardly any zoom comes twice.
        for (const auto& [from, to] : {std::pair(0.05, 0.15), std::pair(0.15, 0.35), std::pair(0.35, 0.75),
                                       std::pair(0.75, 1.5), std::pair(1.5, 4.0)}) {
            for (const QPointF& place : places(stage.view))
                for (double zoom = from * 1.013; zoom < to; zoom *= 1.093) {
                    stage.view.setZoom(zoom);
                    stage.view.centerOn(place);
                    report.add(stage.frame());
                }
            report.print("-" + std::to_string(int(to * 100)) + " %");
        }
    }

    std::vector<ElementId> all;
    for (const Placement& placement : scene.placements())
        all.push_back(placement.node);
    if (Report report(name, "all selected"); report.wanted()) {
        stage.selection.set(all);
        stage.settle();
        everyZoom(stage, report);
        stage.selection.clear();
        stage.settle();
    }
    if (Report report(name, "a group hovered"); report.wanted()) {
        const auto groups = design.network.all<SecurityGroup>();
        std::vector<ElementId> ids;
        for (const SecurityGroup& group : groups)
            ids.push_back(group.id);
        std::size_t which = 0;
        everyZoom(stage, report, [&] {
            stage.selection.setHovered(ids[which++ % ids.size()]);
            scene.settle();
        });
        stage.selection.setHovered({});
        stage.settle();
    }
    for (const std::size_t count : {5, 500}) {
        Report report(name, "dragging " + std::to_string(count));
        if (!report.wanted()) continue;
        const auto dragged = tiles(stage, count);
        for (const double zoom : {0.05, 0.2, 0.5, 1.0, 2.0}) {
            stage.view.setZoom(zoom);
            for (const QPointF& place : places(stage.view)) {
                stage.view.centerOn(place);
                for (int i = 0; i < framesEach; ++i) {
                    report.add(timeOf([&] {
                        scene.setDragPreview(dragged, QPointF(i * 11, i * 7));
                        QApplication::processEvents();
                    }));
                }
            }
            report.print(std::to_string(int(zoom * 100 + 0.5)) + " %");
        }
        scene.setDragPreview({}, {});
        stage.settle();
    }
    if (Report report(name, "a rubber band over all"); report.wanted()) {
        for (const double zoom : {0.05, 0.1, 0.2}) {
            stage.view.setZoom(zoom);
            const QRectF content = scene.contentRect();
            stage.view.centerOn(content.center());
            for (int i = 1; i <= 20; ++i) {
                const double time = timeOf([&] {
                    const QRectF band(content.topLeft(), content.size() * i / 20);
                    scene.setRubberBand(band);
                    std::vector<ElementId> in;
                    for (const Placement& placement : scene.placementsIn(band))
                        in.push_back(placement.node);
                    stage.selection.set(in);
                    QApplication::processEvents();
                });
                if (i == 1)
                    report.first(time);
                else
                    report.add(time);
            }
            report.print(std::to_string(int(zoom * 100 + 0.5)) + " %");
        }
        scene.setRubberBand({});
        stage.selection.clear();
        stage.settle();
    }
}

Design scaled(int groups, int rules, int workloads) {
    return *makeTemplate("scale", {{"groups", std::to_string(groups)},
                                   {"rules", std::to_string(rules)},
                                   {"workloads", std::to_string(workloads)}});
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    bool dark = false;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--2x")
            qputenv("QT_SCALE_FACTOR", "2");
        else if (word == "--dark")
            dark = true;
        else if (word == "--zoom" && i + 1 < argc)
            zooms = {std::atof(argv[++i]) / 100};
        else
            filter = word;
    }
    QApplication application(argc, argv);
    style::setTheme(dark ? style::ThemeChoice::Dark : style::ThemeChoice::Light);
    situations("1,000 groups", scaled(1000, 2000, 1960));
    situations("8 groups", scaled(8, 40, 2450));
}
