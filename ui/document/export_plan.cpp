// SPDX-License-Identifier: Apache-2.0
#include "ui/document/export_plan.h"

#include "ui/document/export_recovery.h"
#include "ui/document/tfvars_line.h"

#include <cerrno>
#include <set>
#include <system_error>

namespace sekisho {

namespace {

namespace fs = std::filesystem;

Result<void> checkFiles(const std::vector<terraform::ExportedFile>& files) {
    std::set<std::string> seen;
    for (const terraform::ExportedFile& file : files) {
        if (!isExportPath(file.path) || !seen.insert(file.path).second)
            return fail(Code::write_bad_path, {{"path", file.path}});
        if (file.bytes.size() > maxExportFileBytes)
            return fail(Code::read_too_large,
                        {{"path", file.path}, {"limit", std::to_string(maxExportFileBytes)}});
    }
    return {};
}

/// The absolute path of the chosen folder, which may be missing: then its nearest ancestor must be a folder.
Result<fs::path> locate(const fs::path& chosen) {
    if (chosen.empty()) return fail(Code::write_not_folder, {{"path", chosen.string()}});
    std::error_code error;
    fs::path folder = fs::absolute(chosen, error);
    // Links and ".." as far as the path exists, so that what is made later is where people meant it.
    if (!error) folder = fs::weakly_canonical(folder, error);
    if (error) return fail(readDiagnostic(error.value(), chosen));
    if (!folder.has_filename() && folder.has_parent_path() && folder != folder.root_path())
        folder = folder.parent_path();

    fs::path existing = folder;
    while (true) {
        const fs::file_status status = fs::symlink_status(existing, error);
        if (status.type() == fs::file_type::none) return fail(readDiagnostic(error.value(), existing));
        if (status.type() == fs::file_type::directory) return folder;
        if (fs::exists(status)) return fail(Code::write_not_folder, {{"path", existing.string()}});
        existing = existing.parent_path();
    }
}

/// What the folder holds under a path: nothing, bytes, or an obstacle.
struct Found {
    std::optional<std::string> bytes;
    std::optional<Diagnostic> obstacle;
};

Found look(const FolderHandle& folder, const fs::path& root, const std::string& path) {
    const fs::path full = root / path;
    const auto [parent, name] = splitPath(path);
    const IoResult<FolderHandle> in = folder.descend(parent);
    if (!in) {
        if (in.error() == ENOENT) return {};
        return {{}, writeDiagnostic(in.error(), root / parent)};
    }
    const IoResult<FileFacts> facts = in->facts(name);
    if (!facts) return {{}, writeDiagnostic(facts.error(), full)};
    switch (facts->kind) {
    case FileKind::None: return {};
    case FileKind::Symlink: return {{}, error(Code::write_symlink, {{"path", full.string()}})};
    case FileKind::Folder:
    case FileKind::Other: return {{}, error(Code::write_not_regular, {{"path", full.string()}})};
    case FileKind::Regular: break;
    }
    IoResult<std::string> bytes = in->read(name, maxExportFileBytes);
    if (bytes) return {std::move(*bytes), {}};
    if (bytes.error() == EFBIG)
        return {{},
                error(Code::read_too_large,
                      {{"path", full.string()}, {"limit", std::to_string(maxExportFileBytes)}})};
    return {{}, readDiagnostic(bytes.error(), full)};
}

/// Renaming would get around a file's own write protection.
void respectProtection(const FolderHandle& folder, const fs::path& root, PlannedFile& file) {
    if (file.action == FileAction::Unchanged || !file.before) return;
    const auto [parent, name] = splitPath(file.path);
    const IoResult<FolderHandle> in = folder.descend(parent);
    if (in && in->writable(name)) return;
    file.action = FileAction::Blocked;
    file.obstacle = error(Code::write_unwritable, {{"path", (root / file.path).string()}});
}

PlannedFile planForeign(const terraform::ExportedFile& file, std::string before, const fs::path& full) {
    PlannedFile planned{file.path, FileAction::Foreign, {}, {}, false, {}};
    if (!file.onlyAssignment) {
        // Also when the bytes are the same: a later export would otherwise take the file for its own.
        planned.obstacle = error(Code::write_foreign_file, {{"path", full.string()}});
        return planned;
    }
    planned.after = setTfvarsLine(before, file.onlyAssignment->name, file.onlyAssignment->value);
    if (!planned.after) {
        planned.action = FileAction::Blocked;
        planned.obstacle =
            error(Code::write_assignment, {{"path", full.string()}, {"name", file.onlyAssignment->name}});
        return planned;
    }
    planned.action = *planned.after == before ? FileAction::Unchanged : FileAction::SetLine;
    planned.before = std::move(before);
    return planned;
}

PlannedFile planProduced(const terraform::ExportedFile& file, const ExportManifest& manifest, Found found,
                         const fs::path& full) {
    if (found.obstacle) return {file.path, FileAction::Blocked, {}, {}, false, std::move(found.obstacle)};
    const auto known = manifest.find(file.path);
    const bool listed = known != manifest.end();
    if (!found.bytes)
        return {file.path, listed ? FileAction::Recreate : FileAction::Create, {}, file.bytes, true, {}};
    if (!listed) return planForeign(file, std::move(*found.bytes), full);

    PlannedFile planned{file.path, FileAction::Update, std::move(found.bytes), file.bytes, true, {}};
    if (planned.before == planned.after)
        planned.action = FileAction::Unchanged;
    else if (sha256(*planned.before) != known->second) {
        // An edited .tfvars is its editor's from now on: a yes sets the line and leaves the rest.
        if (file.onlyAssignment) {
            planned = planForeign(file, std::move(*planned.before), full);
            if (planned.action == FileAction::SetLine) planned.action = FileAction::Edited;
        } else
            planned.action = FileAction::Edited;
    }
    return planned;
}

PlannedFile planOrphan(const std::string& path, const std::string& hash, Found found) {
    // Whatever took its place is not what we wrote, so it is not ours to remove.
    if (found.obstacle) return {path, FileAction::KeepEdited, {}, {}, true, {}};
    if (found.bytes && sha256(*found.bytes) != hash)
        return {path, FileAction::KeepEdited, std::move(found.bytes), {}, true, {}};
    return {path, found.bytes ? FileAction::Remove : FileAction::Unchanged, std::move(found.bytes), {}, false,
            {}};
}

} // namespace

Result<ExportPlan> planExport(const fs::path& folder, const std::vector<terraform::ExportedFile>& files,
                              const FaultHook& hook) {
    if (const Result<void> valid = checkFiles(files); !valid) return fail(valid.error());
    Result<fs::path> location = locate(folder);
    if (!location) return fail(location.error());
    ExportPlan plan;
    plan.folder = std::move(*location);

    Result<ExportRecovery> recovery = recoverExport(plan.folder, hook);
    if (!recovery) return fail(recovery.error());
    plan.notes = std::move(recovery->notes);

    const IoResult<FolderHandle> handle = FolderHandle::open(plan.folder);
    if (!handle && handle.error() == ENOENT) {
        for (const terraform::ExportedFile& file : files)
            plan.files.push_back({file.path, FileAction::Create, {}, file.bytes, true, {}});
        return plan;
    }
    if (!handle) return fail(readDiagnostic(handle.error(), plan.folder));

    Found manifest = look(*handle, plan.folder, manifestName);
    if (manifest.obstacle) return fail(*manifest.obstacle);
    plan.manifestBytes = std::move(manifest.bytes);
    if (plan.manifestBytes) {
        const fs::path path = plan.folder / manifestName;
        if (plan.manifestBytes->size() > maxManifestBytes)
            return fail(Code::write_bad_manifest, {{"path", path.string()}});
        Result<ExportManifest> listed = readManifest(*plan.manifestBytes, path);
        if (!listed) return fail(listed.error());
        plan.manifest = std::move(*listed);
    }

    ExportManifest orphans = plan.manifest;
    for (const terraform::ExportedFile& file : files) {
        orphans.erase(file.path);
        PlannedFile planned =
            planProduced(file, plan.manifest, look(*handle, plan.folder, file.path), plan.folder / file.path);
        respectProtection(*handle, plan.folder, planned);
        plan.files.push_back(std::move(planned));
    }
    for (const auto& [path, hash] : orphans) {
        PlannedFile planned = planOrphan(path, hash, look(*handle, plan.folder, path));
        // One that is gone already leaves the manifest without a word.
        if (planned.action == FileAction::Unchanged) continue;
        if (planned.action == FileAction::Remove) respectProtection(*handle, plan.folder, planned);
        plan.files.push_back(std::move(planned));
    }
    return plan;
}

} // namespace sekisho
