// SPDX-License-Identifier: Apache-2.0
#include "ui/document/export_writer.h"

#include "ui/document/export_recovery.h"

#include <cerrno>
#include <set>

namespace sekisho {

namespace {

namespace fs = std::filesystem;

struct Change {
    std::string path;
    std::optional<std::string> before; ///< bytes; unset: no file
    std::optional<std::string> after;
    FileFacts facts{}; ///< of the file that was backed up
};

bool overwrites(const PlannedFile& file, const WriteOptions& options) {
    const auto choice = options.choices.find(file.path);
    if (choice != options.choices.end()) return choice->second == EditChoice::Overwrite;
    return options.force && file.action == FileAction::Edited;
}

/// One export into an open, locked folder. Every step fails with a Diagnostic; whoever calls takes back then.
class Transaction {
public:
    Transaction(const FolderHandle& folder, fs::path root, std::vector<Change> changes)
        : m_folder(folder), m_root(std::move(root)), m_changes(std::move(changes)) {}

    Result<void> run() {
        if (const IoResult<void> made = m_folder.makeFolder(stageName, 0700); !made) {
            if (made.error() == EEXIST) return fail(Code::write_locked, {{"path", m_root.string()}});
            return fail(writeDiagnostic(made.error(), m_root));
        }
        m_begun = true;
        const IoResult<FolderHandle> stage = m_folder.descend(stageName);
        if (!stage) return fail(writeDiagnostic(stage.error(), m_root / stageName));
        for (std::size_t i = 0; i < m_changes.size(); ++i)
            if (const Result<void> staged = stageChange(*stage, i); !staged) return staged;
        if (const Result<void> announced = announce(*stage); !announced) return announced;
        for (const std::string& folder : m_journal.folders)
            if (const Result<void> made = makeSubfolder(folder); !made) return made;
        for (std::size_t i = 0; i < m_changes.size(); ++i)
            if (const Result<void> installed = install(*stage, i); !installed) return installed;
        return commit(*stage);
    }

    bool begun() const { return m_begun; }         ///< there is a stage
    bool announced() const { return m_announced; } ///< files may have been touched

private:
    Diagnostic changed(const Change& change) const {
        return error(Code::write_changed, {{"path", (m_root / change.path).string()}});
    }
    tl::unexpected<Diagnostic> failure(int error, const std::string& path) const {
        return fail(writeDiagnostic(error, m_root / path));
    }

    /// Puts the new bytes and the old file into the stage and checks that the old file is what the plan saw.
    Result<void> stageChange(const FolderHandle& stage, std::size_t index) {
        Change& change = m_changes[index];
        const auto [parent, name] = splitPath(change.path);
        const IoResult<FolderHandle> in = m_folder.descend(parent);
        if (!in && (in.error() != ENOENT || change.before)) return failure(in.error(), change.path);
        if (in) {
            const IoResult<FileFacts> facts = in->facts(name);
            if (!facts) return failure(facts.error(), change.path);
            if ((facts->kind != FileKind::None) != change.before.has_value()) return fail(changed(change));
            change.facts = *facts;
            if (change.before)
                if (const Result<void> kept = backUp(*in, name, stage, index); !kept) return kept;
        } else
            addMissingFolders(parent);
        if (!change.after) return {};
        if (const IoResult<void> made = stage.create(newName(index), *change.after, change.facts); !made)
            return failure(made.error(), change.path);
        return {};
    }

    Result<void> backUp(const FolderHandle& in, const std::string& name, const FolderHandle& stage,
                        std::size_t index) {
        const Change& change = m_changes[index];
        if (change.facts.kind != FileKind::Regular) return fail(changed(change));
        // A second link keeps everything: times, owner, attributes. What it links is what is checked. Where
        // the file system or a policy allows no links, a copy serves.
        const bool linked = in.link(name, stage, oldName(index)).has_value();
        const IoResult<std::string> bytes =
            linked ? stage.read(oldName(index), maxExportFileBytes) : in.read(name, maxExportFileBytes);
        if (!bytes) return failure(bytes.error(), change.path);
        if (*bytes != *change.before) return fail(changed(change));
        if (linked) return {};
        if (const IoResult<void> copied = stage.create(oldName(index), *bytes, change.facts); !copied)
            return failure(copied.error(), change.path);
        return {};
    }

    void addMissingFolders(const std::string& parent) {
        if (parent.empty() || m_folder.descend(parent)) return;
        addMissingFolders(splitPath(parent).first);
        if (m_missing.insert(parent).second) m_journal.folders.push_back(parent);
    }

    /// Everything is in the stage; from here on the journal says how to take back.
    Result<void> announce(const FolderHandle& stage) {
        const IoResult<FileFacts> facts = stage.ownFacts();
        if (!facts) return failure(facts.error(), stageName);
        m_journal.stage = facts->inode;
        const auto hash = [](const std::optional<std::string>& bytes) {
            return bytes ? std::optional<std::string>(sha256(*bytes)) : std::nullopt;
        };
        for (const Change& change : m_changes)
            m_journal.entries.push_back({change.path, hash(change.before), hash(change.after)});

        const std::string journal = writeJournal(m_journal);
        if (journal.size() > maxManifestBytes) // thousands of files: it could not be read back
            return fail(Code::read_too_large, {{"path", (m_root / stageName / journalName).string()},
                                               {"limit", std::to_string(maxManifestBytes)}});
        IoResult<void> done = stage.create(journalDraftName, journal);
        if (done) done = stage.sync();
        if (done) done = m_folder.sync();
        m_announced = true;
        if (done) done = stage.rename(journalDraftName, stage, journalName);
        if (done) done = stage.sync();
        if (!done) return failure(done.error(), stageName);
        return {};
    }

    Result<void> makeSubfolder(const std::string& path) {
        const auto [parent, name] = splitPath(path);
        const IoResult<FolderHandle> in = m_folder.descend(parent);
        if (!in) return failure(in.error(), path);
        if (const IoResult<void> made = in->makeFolder(name, 0777); !made) return failure(made.error(), path);
        return {};
    }

    Result<void> install(const FolderHandle& stage, std::size_t index) {
        const Change& change = m_changes[index];
        const auto [parent, name] = splitPath(change.path);
        const IoResult<FolderHandle> in = m_folder.descend(parent);
        if (!in) return failure(in.error(), change.path);
        IoResult<void> done;
        if (change.before) {
            const IoResult<FileFacts> facts = in->facts(name);
            if (!facts || *facts != change.facts) return fail(changed(change));
            done = change.after ? stage.rename(newName(index), *in, name) : in->remove(name);
        } else {
            done = stage.renameNew(newName(index), *in, name);
            if (!done && done.error() == EEXIST) return fail(changed(change));
        }
        if (!done) return failure(done.error(), change.path);
        m_touched.insert(parent);
        return {};
    }

    /// The export has happened when the journal is gone.
    Result<void> commit(const FolderHandle& stage) {
        m_touched.insert("");
        for (const std::string& folder : m_journal.folders)
            m_touched.insert(splitPath(folder).first);
        for (const std::string& path : m_touched) {
            const IoResult<FolderHandle> folder = m_folder.descend(path);
            if (!folder) return failure(folder.error(), path);
            if (const IoResult<void> synced = folder->sync(); !synced) return failure(synced.error(), path);
        }
        if (const IoResult<void> removed = stage.remove(journalName); !removed)
            return failure(removed.error(), stageName);
        static_cast<void>(stage.sync()); // too late to take anything back
        return {};
    }

    const FolderHandle& m_folder;
    fs::path m_root;
    std::vector<Change> m_changes;
    ExportJournal m_journal;
    std::set<std::string> m_missing; ///< as m_journal.folders
    std::set<std::string> m_touched; ///< folders with changed names
    bool m_begun = false;
    bool m_announced = false;
};

struct Work {
    std::vector<Change> changes;
    WriteReport report;
};

/// The plan and the choices as changes of single files, the manifest last.
Work workOf(const ExportPlan& plan, const WriteOptions& options) {
    Work work;
    ExportManifest manifest;
    for (const PlannedFile& file : plan.files) {
        const bool asks = file.action == FileAction::Edited || file.action == FileAction::KeepEdited;
        if (asks && !overwrites(file, options)) {
            // Stays listed as it was, so that the next export asks again.
            manifest[file.path] = plan.manifest.at(file.path);
            work.report.kept.push_back(file.path);
            const Code code =
                file.action == FileAction::Edited ? Code::write_kept_edited : Code::write_kept_orphan;
            work.report.notes.push_back(warning(code, {{"path", (plan.folder / file.path).string()}}));
            continue;
        }
        if (file.after && file.listed) manifest[file.path] = sha256(*file.after);
        if (file.before == file.after) continue;
        (file.after ? work.report.written : work.report.removed).push_back(file.path);
        work.changes.push_back({file.path, file.before, file.after, {}});
    }
    const std::string manifestBytes = writeManifest(manifest);
    if (plan.manifestBytes ? *plan.manifestBytes != manifestBytes : !manifest.empty())
        work.changes.push_back({manifestName, plan.manifestBytes, manifestBytes, {}});
    return work;
}

/// That nobody exported in between: what is listed decides what may be overwritten.
Result<void> checkManifest(const FolderHandle& folder, const ExportPlan& plan) {
    const Diagnostic changed = error(Code::write_changed, {{"path", (plan.folder / manifestName).string()}});
    const IoResult<FileFacts> facts = folder.facts(manifestName);
    if (!facts || (facts->kind != FileKind::None) != plan.manifestBytes.has_value()) return fail(changed);
    if (!plan.manifestBytes) return {};
    const IoResult<std::string> bytes = folder.read(manifestName, maxExportFileBytes);
    if (!bytes || *bytes != *plan.manifestBytes) return fail(changed);
    return {};
}

Result<void> writeChanges(const ExportPlan& plan, std::vector<Change> changes, const FaultHook& hook,
                          Diagnostics& notes) {
    const IoResult<FolderHandle> folder = FolderHandle::open(plan.folder, hook);
    if (!folder) return fail(writeDiagnostic(folder.error(), plan.folder));
    if (const IoResult<void> locked = folder->lock(std::chrono::seconds(2)); !locked)
        return fail(Code::write_locked, {{"path", plan.folder.string()}});
    const Result<ExportRecovery> earlier = recoverLocked(*folder, plan.folder);
    if (!earlier) return fail(earlier.error());
    notes.insert(notes.end(), earlier->notes.begin(), earlier->notes.end());
    if (const Result<void> same = checkManifest(*folder, plan); !same) return same;

    Transaction transaction(*folder, plan.folder, std::move(changes));
    const Result<void> done = transaction.run();
    if (!transaction.begun()) return done;
    // After success only the empty stage is left to go; after a failure this takes everything back.
    const Result<ExportRecovery> tidied = recoverLocked(*folder, plan.folder);
    // A stage that stays behind harms nobody unless it has a journal.
    if (done || tidied || !transaction.announced()) return done;
    return fail(Code::write_rollback_failed, {{"path", plan.folder.string()}});
}

} // namespace

Diagnostics refusals(const ExportPlan& plan, const WriteOptions& options) {
    Diagnostics refused;
    for (const PlannedFile& file : plan.files) {
        if (file.obstacle) refused.push_back(*file.obstacle);
        const bool asks = file.action == FileAction::Edited && !options.force;
        if (asks && !options.choices.contains(file.path))
            refused.push_back(error(Code::write_edited_file, {{"path", (plan.folder / file.path).string()}}));
    }
    return refused;
}

Result<WriteReport> writeExport(const ExportPlan& plan, const WriteOptions& options, const FaultHook& hook) {
    if (Diagnostics refused = refusals(plan, options); !refused.empty()) return fail(refused.front());
    Work work = workOf(plan, options);
    if (!work.changes.empty()) {
        const IoResult<std::vector<fs::path>> made = makeFolders(plan.folder, hook);
        if (!made) return fail(writeDiagnostic(made.error(), plan.folder));
        const Result<void> done = writeChanges(plan, std::move(work.changes), hook, work.report.notes);
        if (!done) {
            removeFolders(*made);
            return fail(done.error());
        }
    }
    return std::move(work.report);
}

} // namespace sekisho
