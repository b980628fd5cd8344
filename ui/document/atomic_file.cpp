// SPDX-License-Identifier: Apache-2.0
#include "ui/document/atomic_file.h"

#include <cerrno>
#include <chrono>
#include <system_error>

namespace sekisho {

namespace {

namespace fs = std::filesystem;

/// Links may be followed here, so only links in a circle give ELOOP; what writeDiagnostic() says of it is for
/// exports.
Diagnostic saveDiagnostic(int error, const fs::path& path) {
    if (error != ELOOP) return writeDiagnostic(error, path);
    return sekisho::error(Code::write_failed,
                          {{"path", path.string()}, {"reason", std::generic_category().message(error)}});
}

/// Where the chain of links from `path` ends, whether or not there is a file.
Result<fs::path> linkTarget(fs::path path) {
    constexpr int maxLinks = 40; // as the kernel has it
    std::error_code error;
    for (int links = 0; fs::is_symlink(fs::symlink_status(path, error)); ++links) {
        if (links == maxLinks) return fail(saveDiagnostic(ELOOP, path));
        const fs::path target = fs::read_symlink(path, error);
        if (error) return fail(saveDiagnostic(error.value(), path));
        path = path.parent_path() / target; // an absolute target replaces all of it
    }
    return path;
}

} // namespace

Result<std::string> readFile(const fs::path& path, std::size_t limit) {
    std::error_code error;
    const fs::path target = fs::canonical(path, error);
    if (error) return fail(readDiagnostic(error.value(), path));
    const IoResult<FolderHandle> folder = FolderHandle::open(target.parent_path());
    if (!folder) return fail(readDiagnostic(folder.error(), path));
    IoResult<std::string> bytes = folder->read(target.filename().string(), limit);
    if (bytes) return std::move(*bytes);
    if (bytes.error() == EFBIG)
        return fail(Code::read_too_large, {{"path", path.string()}, {"limit", std::to_string(limit)}});
    return fail(readDiagnostic(bytes.error(), path));
}

Result<void> replaceFile(const fs::path& path, std::string_view bytes, const FaultHook& hook) {
    const Result<fs::path> target = linkTarget(path);
    if (!target) return fail(target.error());
    const std::string name = target->filename().string();
    if (name.empty() || name == "." || name == "..")
        return fail(Code::write_not_regular, {{"path", path.string()}});
    const fs::path parent = target->has_parent_path() ? target->parent_path() : fs::path(".");

    const IoResult<FolderHandle> folder = FolderHandle::open(parent, hook);
    if (!folder) {
        if (folder.error() == ENOENT) return fail(Code::write_no_folder, {{"path", parent.string()}});
        return fail(saveDiagnostic(folder.error(), folder.error() == ENOTDIR ? parent : path));
    }
    const IoResult<FileFacts> old = folder->facts(name);
    if (!old) return fail(saveDiagnostic(old.error(), path));
    if (old->kind != FileKind::None && old->kind != FileKind::Regular)
        return fail(Code::write_not_regular, {{"path", path.string()}});
    // Renaming would get around a file's own write protection.
    if (old->kind == FileKind::Regular && !folder->writable(name))
        return fail(Code::write_unwritable, {{"path", path.string()}});

    const std::string saving = '.' + name + ".saving";
    const auto written = [&]() -> IoResult<void> {
        if (IoResult<void> locked = folder->lock(std::chrono::seconds(10)); !locked) return locked;
        const IoResult<FileFacts> leftover = folder->facts(saving);
        if (!leftover) return tl::unexpected<int>(leftover.error());
        if (leftover->kind != FileKind::None)
            if (IoResult<void> removed = folder->remove(saving); !removed) return removed;
        if (IoResult<void> created = folder->create(saving, bytes, *old); !created) return created;
        IoResult<void> renamed = folder->rename(saving, *folder, name);
        if (!renamed) static_cast<void>(folder->remove(saving));
        return renamed;
    }();
    if (!written && written.error() == EWOULDBLOCK)
        return fail(Code::write_locked, {{"path", path.string()}});
    if (!written) return fail(saveDiagnostic(written.error(), path));
    // From here on the new file is the file; that the folder cannot be synced takes nothing away.
    static_cast<void>(folder->sync());
    return {};
}

} // namespace sekisho
