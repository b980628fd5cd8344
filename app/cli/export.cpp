// SPDX-License-Identifier: Apache-2.0
#include "core/terraform/export.h"

#include "app/cli/commands.h"
#include "ui/document/applied_groups.h"
#include "ui/document/atomic_file.h"
#include "ui/document/export_plan.h"
#include "ui/document/export_writer.h"
#include "ui/document/text_diff.h"

#include <filesystem>

namespace sekisho::cli {

namespace {

constexpr std::size_t maxStateBytes = std::size_t{256} << 20U;

/// The word for scripts; empty for what would be refused.
std::string_view actionWord(FileAction action, bool force) {
    switch (action) {
    case FileAction::Create:
    case FileAction::Recreate: return "created";
    case FileAction::Unchanged: return "unchanged";
    case FileAction::Update:
    case FileAction::SetLine: return "updated";
    case FileAction::Edited: return force ? "updated" : "";
    case FileAction::Remove: return "removed";
    case FileAction::KeepEdited: return "kept";
    case FileAction::Foreign:
    case FileAction::Blocked: return "";
    }
    return "";
}

/// People see what becomes of a file that is not, or not only, ours before it is touched.
void showDifferences(const ExportPlan& plan, Console& console) {
    for (const PlannedFile& file : plan.files)
        if (file.action == FileAction::Edited || file.action == FileAction::SetLine)
            console.note(unifiedDiff(file.before.value_or(""), file.after.value_or(""), file.path));
}

terraform::ExportOptions optionsFrom(const Arguments& arguments) {
    terraform::ExportOptions options;
    if (arguments.value("mode") == "addon") options.mode = terraform::ExportMode::AddOn;
    if (const auto rules = arguments.value("rules"))
        options.rules = *rules == "inline" ? RuleStyle::Inline : RuleStyle::Separate;
    if (const auto nat = arguments.value("nat")) options.nat = *nat == "on";
    options.associateNacls = arguments.has("associate-nacls");
    options.docker = arguments.has("docker");
    options.designName = std::filesystem::path(arguments.word(0)).filename().string();
    return options;
}

} // namespace

Status runExport(const Arguments& arguments, Console& console) {
    terraform::ExportOptions options = optionsFrom(arguments);
    if (options.docker && options.mode == terraform::ExportMode::AddOn)
        return console.fail(Text::docker_addon);
    const std::string folder = *arguments.value("output");
    const auto design = loadFile(arguments.word(0), console);
    if (!design) return Status::Failed;

    if (const auto state = arguments.value("state")) {
        const auto bytes = readFile(*state, maxStateBytes);
        if (!bytes) return console.fail(bytes.error());
        options.applied = readAppliedGroups(*bytes);
        if (!options.applied) return console.fail(Text::state_unreadable, {{"path", *state}});
    } else {
        options.applied = appliedGroupsIn(folder);
    }
    const auto result = arguments.has("despite-errors") ? terraform::exportTerraform(*design, options)
                                                        : terraform::exportChecked(*design, options);
    console.sayAll(result.diagnostics, &design->network);
    if (hasErrors(result.diagnostics)) return console.fail(Text::export_refused, {{"path", folder}});

    const auto plan = planExport(folder, result.files);
    if (!plan) return console.fail(plan.error());
    console.sayAll(plan->notes);
    if (!options.applied) console.sayAll(warnOfTurnedRules(*plan));
    const bool force = arguments.has("force");
    const WriteOptions how{force, {}};
    showDifferences(*plan, console);
    if (const Diagnostics refused = refusals(*plan, how); !refused.empty()) {
        console.sayAll(refused);
        return console.fail(Text::export_refused, {{"path", folder}});
    }

    const bool dry = arguments.has("dry-run");
    if (!dry) {
        const auto report = writeExport(*plan, how);
        if (!report) return console.fail(report.error());
        console.sayAll(report->notes);
    }
    bool changes = false;
    for (const PlannedFile& file : plan->files) {
        const std::string_view word = actionWord(file.action, force);
        console.printLine(std::string(word) + '\t' + clean(file.path));
        changes = changes || (word != "unchanged" && word != "kept");
    }
    return dry && changes ? Status::No : Status::Yes;
}

} // namespace sekisho::cli
