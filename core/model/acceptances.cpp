// SPDX-License-Identifier: Apache-2.0
#include "core/model/acceptances.h"

#include "core/model/edits.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>

namespace sekisho {

namespace {

std::vector<ElementId> sorted(std::vector<ElementId> ids) {
    std::sort(ids.begin(), ids.end());
    return ids;
}

Notes notesWithout(const Design& design, std::string_view code, std::vector<ElementId> subjects) {
    Notes notes = design.notes;
    const std::vector<ElementId> wanted = sorted(std::move(subjects));
    std::erase_if(notes.acceptances, [&](const Acceptance& each) {
        return each.code == code && sorted(each.subjects) == wanted;
    });
    return notes;
}

} // namespace

bool covers(const Acceptance& acceptance, const Diagnostic& finding, std::string_view day) {
    const auto& subjects = finding.subjects;
    return acceptance.code == codeText(finding.code) &&
           (acceptance.until.empty() || day <= acceptance.until) &&
           std::all_of(acceptance.subjects.begin(), acceptance.subjects.end(), [&](ElementId id) {
               return std::find(subjects.begin(), subjects.end(), id) != subjects.end();
           });
}

const Acceptance* acceptanceOf(const Notes& notes, const Diagnostic& finding, std::string_view day) {
    const auto& all = notes.acceptances;
    const auto it = std::find_if(all.rbegin(), all.rend(),
                                 [&](const Acceptance& each) { return covers(each, finding, day); });
    return it == all.rend() ? nullptr : &*it;
}

std::string today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm local{};
    localtime_r(&now, &local);
    std::array<char, 16> text{};
    const auto length = std::strftime(text.data(), text.size(), "%Y-%m-%d", &local);
    return {text.data(), length};
}

namespace edits {

Result<Delta> accept(const Design& design, Acceptance acceptance) {
    Notes notes = notesWithout(design, acceptance.code, acceptance.subjects);
    notes.acceptances.push_back(std::move(acceptance));
    return setNotes(design, std::move(notes));
}

Result<Delta> withdrawAcceptance(const Design& design, std::string_view code,
                                 std::vector<ElementId> subjects) {
    return setNotes(design, notesWithout(design, code, std::move(subjects)));
}

} // namespace edits

} // namespace sekisho
