// SPDX-License-Identifier: Apache-2.0
#include "ui/document/facts.h"

#include "core/advice/way_out.h"
#include "core/model/acceptances.h"
#include "core/model/check.h"
#include "ui/document/document.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace sekisho {

namespace {

/// What changed since something was computed last; nothing: all may have.
struct Pending {
    bool dirty = true;
    std::optional<ChangeSet> changes;

    void note(const ChangeSet& more) {
        if (!dirty) {
            dirty = true;
            changes = more;
        } else if (changes) {
            changes->merge(more);
        }
    }
    void all() {
        dirty = true;
        changes.reset();
    }
    const ChangeSet* take() {
        dirty = false;
        return changes ? &*changes : nullptr;
    }
};

/// Whether more than what is let through is another: that has no part in who has a way out.
bool concernsWaysOut(const ChangeSet* changes) {
    const auto isFilter = [](ElementId id) {
        return id.kind == Kind::SecurityGroup || id.kind == Kind::NetworkAcl;
    };
    return !changes || changes->settings ||
           !std::all_of(changes->nodes.begin(), changes->nodes.end(), isFilter);
}

} // namespace

struct Facts::State {
    Document& document;
    const cost::PriceBook& prices;

    Checker checker;
    Pending checkPending;
    Diagnostics wayOutFindings;
    Diagnostics joined; ///< what is open of the checker's and these, where that is not all of the checker's
    const Diagnostics* problems = nullptr;
    std::vector<AcceptedProblem> accepted;
    std::unordered_map<ElementId, Severity> severities;

    terraform::Exporter exporter{terraform::ExportOptions{}};
    Pending exportPending;

    std::optional<Result<cost::Estimate>> estimate;

    State(Document& d, const cost::PriceBook& p) : document(d), prices(p) {}
};

Facts::Facts(Document& document, const cost::PriceBook& prices, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>(document, prices)) {
    connect(&document, &Document::replaced, this, [this] {
        m_state->checkPending.all();
        m_state->exportPending.all();
    });
    connect(&document, &Document::pathChanged, this, &Facts::noteName);
    connect(&document, &Document::changed, this, [this](const ChangeSet& changes) {
        if (changes.onlyDiagram()) return;
        m_state->checkPending.note(changes);
        m_state->exportPending.note(changes);
        m_state->estimate.reset();
        emit problemsChanged();
        emit terraformChanged();
        emit costChanged();
    });
}

Facts::~Facts() = default;

const Diagnostics& Facts::problems() const {
    State& state = *m_state;
    if (state.checkPending.dirty) {
        const Design& design = state.document.design();
        const ChangeSet* changes = state.checkPending.take();
        state.problems = &state.checker.update(design, changes);
        if (concernsWaysOut(changes)) state.wayOutFindings = advice::wayOutFindings(design);
        state.accepted.clear();
        if (!state.wayOutFindings.empty() || !design.notes.acceptances.empty()) {
            state.joined.clear();
            const std::string day = today();
            for (const Diagnostics* findings : {state.problems, &std::as_const(state.wayOutFindings)})
                for (const Diagnostic& finding : *findings) {
                    if (const Acceptance* acceptance = acceptanceOf(design.notes, finding, day))
                        state.accepted.push_back({finding, *acceptance});
                    else
                        state.joined.push_back(finding);
                }
            state.problems = &state.joined;
        }
        state.severities.clear();
        for (const Diagnostic& problem : *state.problems) {
            if (problem.severity == Severity::Info) continue;
            for (const ElementId subject : problem.subjects) {
                const auto [it, fresh] = state.severities.try_emplace(subject, problem.severity);
                if (!fresh) it->second = std::min(it->second, problem.severity);
                // The culprit, and where that is a part, the node it belongs to.
                if (isNodeKind(subject.kind)) break;
            }
        }
    }
    return *state.problems;
}

const std::vector<AcceptedProblem>& Facts::acceptedProblems() const {
    problems();
    return m_state->accepted;
}

std::optional<Severity> Facts::severityOf(ElementId node) const {
    problems();
    const auto it = m_state->severities.find(node);
    if (it == m_state->severities.end()) return {};
    return it->second;
}

const terraform::Exporter& Facts::terraform() const {
    State& state = *m_state;
    if (state.exportPending.dirty) state.exporter.update(state.document.design(), state.exportPending.take());
    return state.exporter;
}

void Facts::noteName() {
    setExportOptions(m_state->exporter.options());
}

void Facts::setExportOptions(terraform::ExportOptions options) {
    // The headers of the files name the design's file, as those do that the command line writes.
    options.designName = m_state->document.path().filename().string();
    if (options == m_state->exporter.options()) return;
    m_state->exporter.setOptions(std::move(options));
    m_state->exportPending.all();
    emit terraformChanged();
}

const Result<cost::Estimate>& Facts::estimate() const {
    State& state = *m_state;
    if (!state.estimate) state.estimate = cost::estimate(state.document.design(), state.prices);
    return *state.estimate;
}

const cost::PriceBook& Facts::prices() const {
    return m_state->prices;
}

} // namespace sekisho
