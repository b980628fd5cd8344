// SPDX-License-Identifier: Apache-2.0
// What people wait for, on a design of 2,000 security groups and 4,000 rules:
//   cmake --preset benchmark && cmake --build --preset benchmark
//   build/benchmark/tests/benchmarks/bench_core
#include "core/format/codec.h"
#include "core/model/check.h"
#include "core/model/edits.h"
#include "core/model/templates.h"
#include "core/terraform/export.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace sekisho;

/// The value, or the end of the benchmark: a figure for something that failed would be worse than none.
template<class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "bench_core: failed with %s\n",
                     std::string(codeText(result.error().code)).c_str());
        std::exit(1);
    }
    return std::move(*result);
}

const Design& largeDesign() {
    static const Design design =
        must(makeTemplate("scale", {{"groups", "2000"}, {"rules", "4000"}, {"workloads", "50"}}));
    return design;
}

std::size_t sizeOf(const terraform::ExportResult& result) {
    if (hasErrors(result.diagnostics) || result.files.empty()) {
        std::fprintf(stderr, "bench_core: the export is refused\n");
        std::exit(1);
    }
    std::size_t bytes = 0;
    for (const terraform::ExportedFile& file : result.files)
        bytes += file.bytes.size();
    return bytes;
}

void countBytes(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * static_cast<std::int64_t>(state.iterations()));
    state.counters["bytes"] = static_cast<double>(bytes);
}

void load(benchmark::State& state) {
    const std::string text = format::writeDesign(largeDesign());
    for (auto _ : state)
        benchmark::DoNotOptimize(must(format::readDesign(text)));
    countBytes(state, text.size());
}

void save(benchmark::State& state) {
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes = format::writeDesign(largeDesign()).size();
    countBytes(state, bytes);
}

void exportAll(benchmark::State& state) {
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes = sizeOf(terraform::exportTerraform(largeDesign(), {}));
    countBytes(state, bytes);
}

void checkAll(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(check(largeDesign()));
}

/// One cell of the rule table: the port of one rule in the middle of the design.
class OneRule {
public:
    OneRule() : m_design(largeDesign()) {
        std::size_t left = 1000;
        for (const SecurityGroup& group : m_design.network.all<SecurityGroup>())
            for (const SecurityGroupRule& rule : group.rules)
                if (left-- == 0) m_rule = rule;
        m_original = m_rule.description;
    }

    const Design& design() const { return m_design; }

    /// Changes the rule, by turns to and fro.
    ChangeSet change() {
        m_rule.description = m_rule.description == m_original ? m_original + " (changed)" : m_original;
        return must(m_design.apply(must(edits::setSecurityGroupRule(m_design, m_rule))));
    }

private:
    Design m_design;
    SecurityGroupRule m_rule;
    std::string m_original;
};

void editOneRule(benchmark::State& state) {
    OneRule rule;
    for (auto _ : state)
        benchmark::DoNotOptimize(rule.change());
}

/// From the edit to the refreshed text of every file.
void editOneRuleAndExport(benchmark::State& state) {
    OneRule rule;
    terraform::Exporter exporter({});
    sizeOf(exporter.update(rule.design()));
    for (auto _ : state) {
        const ChangeSet changes = rule.change();
        benchmark::DoNotOptimize(exporter.update(rule.design(), &changes));
        if (exporter.changedFiles().empty()) state.SkipWithError("no file changed");
    }
}

void editOneRuleAndCheck(benchmark::State& state) {
    OneRule rule;
    Checker checker;
    checker.update(rule.design());
    for (auto _ : state) {
        const ChangeSet changes = rule.change();
        benchmark::DoNotOptimize(checker.update(rule.design(), &changes));
    }
}

BENCHMARK(load)->Unit(benchmark::kMillisecond);
BENCHMARK(save)->Unit(benchmark::kMillisecond);
BENCHMARK(exportAll)->Unit(benchmark::kMillisecond);
BENCHMARK(checkAll)->Unit(benchmark::kMillisecond);
BENCHMARK(editOneRule)->Unit(benchmark::kMillisecond);
BENCHMARK(editOneRuleAndExport)->Unit(benchmark::kMillisecond);
BENCHMARK(editOneRuleAndCheck)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
