// SPDX-License-Identifier: Apache-2.0
#include "ui/document/export_recovery.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <set>
#include <string>

namespace sekisho {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int journalVersion = 1;
constexpr const char* journalFormat = "sekisho-export-journal";

tl::unexpected<Diagnostic> foreignStage(const fs::path& root) {
    return fail(Code::write_stage_foreign, {{"path", (root / stageName).string()}});
}

bool isNumbered(std::string_view name) {
    if (!name.starts_with("new.") && !name.starts_with("old.")) return false;
    name.remove_prefix(4);
    return !name.empty() && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

/// Removes the stage and in it only what an export puts there.
Result<void> discardStage(const FolderHandle& folder, const FolderHandle& stage, const fs::path& root) {
    const fs::path path = root / stageName;
    const IoResult<std::vector<std::string>> names = stage.names();
    if (!names) return fail(writeDiagnostic(names.error(), path));
    for (const std::string& name : *names) {
        if (name != journalDraftName && !isNumbered(name)) return foreignStage(root);
        const IoResult<FileFacts> facts = stage.facts(name);
        if (!facts || facts->kind != FileKind::Regular) return foreignStage(root);
    }
    for (const std::string& name : *names)
        if (const IoResult<void> removed = stage.remove(name); !removed)
            return fail(writeDiagnostic(removed.error(), path / name));
    if (const IoResult<void> removed = folder.removeFolder(stageName); !removed)
        return fail(writeDiagnostic(removed.error(), path));
    return {};
}

/// What is under a name, as the journal sees it.
enum class State { Old, New, Changed };

bool holds(const FolderHandle& folder, const FileFacts& facts, const std::string& name,
           const std::optional<std::string>& hash) {
    if (!hash || facts.kind == FileKind::None) return !hash && facts.kind == FileKind::None;
    if (facts.kind != FileKind::Regular) return false;
    const IoResult<std::string> bytes = folder.read(name, maxExportFileBytes);
    return bytes && sha256(*bytes) == *hash;
}

/// Brings one file back; State::Changed when somebody has changed it since, so that it stays as it is.
IoResult<State> undoEntry(const FolderHandle& folder, const FolderHandle& stage, const JournalEntry& entry,
                          std::size_t index) {
    const auto [parent, name] = splitPath(entry.path);
    const IoResult<FolderHandle> in = folder.descend(parent);
    if (!in) {
        if (in.error() == ENOENT) return entry.before ? State::Changed : State::Old;
        if (in.error() == ELOOP || in.error() == ENOTDIR) return State::Changed;
        return tl::unexpected<int>(in.error());
    }
    const IoResult<FileFacts> facts = in->facts(name);
    if (!facts) return tl::unexpected<int>(facts.error());
    if (holds(*in, *facts, name, entry.before)) return State::Old;
    if (!holds(*in, *facts, name, entry.after)) return State::Changed;

    IoResult<void> undone;
    if (!entry.before)
        undone = in->remove(name);
    else {
        const IoResult<FileFacts> old = stage.facts(oldName(index));
        if (!old) return tl::unexpected<int>(old.error());
        if (!holds(stage, *old, oldName(index), entry.before)) return State::Changed;
        undone = entry.after ? stage.rename(oldName(index), *in, name)
                             : stage.renameNew(oldName(index), *in, name);
    }
    if (undone) undone = in->sync();
    if (!undone) return tl::unexpected<int>(undone.error());
    return State::New;
}

Result<void> removeMadeFolders(const FolderHandle& folder, const ExportJournal& journal,
                               const fs::path& root) {
    for (auto path = journal.folders.rbegin(); path != journal.folders.rend(); ++path) {
        const auto [parent, name] = splitPath(*path);
        const IoResult<FolderHandle> in = folder.descend(parent);
        if (!in) continue; // never made
        const IoResult<void> removed = in->removeFolder(name);
        // One that somebody put a file into is theirs now.
        if (removed || removed.error() == ENOENT || removed.error() == ENOTEMPTY ||
            removed.error() == EEXIST || removed.error() == ENOTDIR)
            continue;
        return fail(writeDiagnostic(removed.error(), root / *path));
    }
    return {};
}

Result<ExportRecovery> undo(const FolderHandle& folder, const FolderHandle& stage,
                            const ExportJournal& journal, const fs::path& root) {
    ExportRecovery recovery;
    recovery.notes.push_back(warning(Code::write_recovered, {{"path", root.string()}}));
    for (std::size_t i = journal.entries.size(); i-- > 0;) {
        const JournalEntry& entry = journal.entries[i];
        const fs::path path = root / entry.path;
        const IoResult<State> state = undoEntry(folder, stage, entry, i);
        if (!state) return fail(writeDiagnostic(state.error(), path));
        if (*state == State::New) recovery.restored.push_back(entry.path);
        if (*state == State::Changed)
            recovery.notes.push_back(warning(Code::write_recovery_left, {{"path", path.string()}}));
    }
    if (const Result<void> removed = removeMadeFolders(folder, journal, root); !removed)
        return fail(removed.error());
    IoResult<void> done = folder.sync();
    if (done) done = stage.remove(journalName);
    if (done) done = stage.sync();
    if (!done) return fail(writeDiagnostic(done.error(), root));
    return recovery;
}

} // namespace

std::string newName(std::size_t entry) {
    return "new." + std::to_string(entry);
}
std::string oldName(std::size_t entry) {
    return "old." + std::to_string(entry);
}

std::string writeJournal(const ExportJournal& journal) {
    nlohmann::ordered_json document;
    document["format"] = journalFormat;
    document["version"] = journalVersion;
    document["stage"] = journal.stage;
    document["folders"] = journal.folders;
    document["entries"] = Json::array();
    for (const JournalEntry& entry : journal.entries) {
        nlohmann::ordered_json row;
        row["path"] = entry.path;
        if (entry.before) row["before"] = *entry.before;
        if (entry.after) row["after"] = *entry.after;
        document["entries"].push_back(row);
    }
    return document.dump(2) + '\n';
}

std::optional<ExportJournal> readJournal(std::string_view bytes) {
    const Json document = Json::parse(bytes, nullptr, false);
    if (!document.is_object() || document.size() != 5) return {};
    if (document.value("format", Json()) != journalFormat ||
        document.value("version", Json()) != journalVersion)
        return {};
    const Json stage = document.value("stage", Json());
    const Json folders = document.value("folders", Json());
    const Json entries = document.value("entries", Json());
    if (!stage.is_number_unsigned() || !folders.is_array() || !entries.is_array()) return {};

    ExportJournal journal;
    journal.stage = stage.get<std::uint64_t>();
    for (const Json& folder : folders) {
        if (!folder.is_string() || !isExportPath(folder.get_ref<const std::string&>())) return {};
        journal.folders.push_back(folder.get<std::string>());
    }
    std::set<std::string> seen;
    for (const Json& row : entries) {
        if (!row.is_object()) return {};
        JournalEntry entry;
        for (const auto& [key, value] : row.items()) {
            if (!value.is_string()) return {};
            const std::string& text = value.get_ref<const std::string&>();
            if (key == "path")
                entry.path = text;
            else if ((key != "before" && key != "after") || !isSha256(text))
                return {};
            else
                (key == "before" ? entry.before : entry.after) = text;
        }
        if (!isExportPath(entry.path) && entry.path != manifestName) return {};
        if (entry.before == entry.after || !seen.insert(entry.path).second) return {};
        journal.entries.push_back(std::move(entry));
    }
    return journal;
}

Result<ExportRecovery> recoverExport(const fs::path& folder, const FaultHook& hook) {
    const IoResult<FolderHandle> handle = FolderHandle::open(folder, hook);
    if (!handle && handle.error() == ENOENT) return ExportRecovery{};
    if (!handle) return fail(readDiagnostic(handle.error(), folder));
    // Planning alone must work in a folder that cannot be locked or written to.
    const IoResult<FileFacts> stage = handle->facts(stageName);
    if (stage && stage->kind == FileKind::None) return ExportRecovery{};
    if (const IoResult<void> locked = handle->lock(std::chrono::seconds(2)); !locked)
        return fail(Code::write_locked, {{"path", folder.string()}});
    return recoverLocked(*handle, folder);
}

Result<ExportRecovery> recoverLocked(const FolderHandle& folder, const fs::path& root) {
    const IoResult<FileFacts> facts = folder.facts(stageName);
    if (!facts) return fail(readDiagnostic(facts.error(), root));
    if (facts->kind == FileKind::None) return ExportRecovery{};
    if (facts->kind == FileKind::Symlink)
        return fail(Code::write_symlink, {{"path", (root / stageName).string()}});
    const IoResult<FolderHandle> stage = folder.descend(stageName);
    if (!stage) return foreignStage(root);

    const IoResult<FileFacts> journalFacts = stage->facts(journalName);
    if (!journalFacts) return fail(readDiagnostic(journalFacts.error(), root / stageName));
    ExportRecovery recovery;
    if (journalFacts->kind != FileKind::None) {
        const IoResult<std::string> bytes = stage->read(journalName, maxManifestBytes);
        if (!bytes) return foreignStage(root);
        const std::optional<ExportJournal> journal = readJournal(*bytes);
        if (!journal || journal->stage != facts->inode) return foreignStage(root);
        Result<ExportRecovery> undone = undo(folder, *stage, *journal, root);
        if (!undone) return fail(undone.error());
        recovery = std::move(*undone);
    }
    recovery.found = true;
    if (const Result<void> discarded = discardStage(folder, *stage, root); !discarded)
        return fail(discarded.error());
    return recovery;
}

} // namespace sekisho
