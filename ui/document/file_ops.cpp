// SPDX-License-Identifier: Apache-2.0
#include "ui/document/file_ops.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <utility>

namespace sekisho {

namespace {

constexpr std::size_t chunk = std::size_t{64} * 1024;

tl::unexpected<int> ioFailure(int error = errno) {
    return tl::unexpected<int>(error);
}

std::shared_ptr<const int> owned(int descriptor) {
    return {new int(descriptor), [](const int* open) {
                ::close(*open);
                delete open;
            }};
}

FileFacts factsOf(const struct stat& status) {
    FileFacts facts;
    facts.kind = S_ISREG(status.st_mode)   ? FileKind::Regular
                 : S_ISDIR(status.st_mode) ? FileKind::Folder
                 : S_ISLNK(status.st_mode) ? FileKind::Symlink
                                           : FileKind::Other;
    facts.inode = status.st_ino;
    facts.size = static_cast<std::uint64_t>(status.st_size);
    facts.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
    facts.mode = status.st_mode & 0777U;
    facts.owner = status.st_uid;
    facts.group = status.st_gid;
    return facts;
}

int syncDescriptor(int descriptor) {
    if (::fsync(descriptor) == 0) return 0;
    // Some file systems cannot sync folders and say so; there is nothing more one could do there.
    return errno == EINVAL || errno == ENOTSUP || errno == EROFS ? 0 : errno;
}

} // namespace

FolderHandle::FolderHandle(int descriptor, std::shared_ptr<const FaultHook> hook)
    : m_descriptor(owned(descriptor)), m_hook(std::move(hook)) {}

int FolderHandle::fault(std::string_view step, std::string_view name) const {
    if (!*m_hook) return 0;
    return (*m_hook)(std::string(step) + ' ' + std::string(name));
}

IoResult<FolderHandle> FolderHandle::open(const std::filesystem::path& path, FaultHook hook) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return ioFailure();
    return FolderHandle(descriptor, std::make_shared<const FaultHook>(std::move(hook)));
}

IoResult<FolderHandle> FolderHandle::descend(std::string_view relative) const {
    FolderHandle folder = *this;
    while (!relative.empty()) {
        const std::size_t slash = std::min(relative.find('/'), relative.size());
        const std::string name(relative.substr(0, slash));
        relative.remove_prefix(std::min(slash + 1, relative.size()));

        const IoResult<FileFacts> found = folder.facts(name);
        if (!found) return ioFailure(found.error());
        if (found->kind == FileKind::None) return ioFailure(ENOENT);
        if (found->kind == FileKind::Symlink) return ioFailure(ELOOP);
        const int descriptor =
            ::openat(*folder.m_descriptor, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (descriptor < 0) return ioFailure();
        folder = FolderHandle(descriptor, m_hook);
    }
    return folder;
}

IoResult<FileFacts> FolderHandle::facts(const std::string& name) const {
    struct stat status {};
    if (::fstatat(*m_descriptor, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return factsOf(status);
    if (errno == ENOENT) return FileFacts{};
    return ioFailure();
}

IoResult<FileFacts> FolderHandle::ownFacts() const {
    struct stat status {};
    if (::fstat(*m_descriptor, &status) != 0) return ioFailure();
    return factsOf(status);
}

IoResult<std::string> FolderHandle::read(const std::string& name, std::size_t limit) const {
    // O_NONBLOCK: a pipe under that name must not hang us before we can see what it is.
    const int descriptor =
        ::openat(*m_descriptor, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return ioFailure();
    const std::shared_ptr<const int> file = owned(descriptor);
    struct stat status {};
    if (::fstat(*file, &status) != 0) return ioFailure();
    if (!S_ISREG(status.st_mode)) return ioFailure(EINVAL);
    if (static_cast<std::uint64_t>(status.st_size) > limit) return ioFailure(EFBIG);

    std::string bytes;
    std::array<char, chunk> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read()
    while (true) {
        const ssize_t count = ::read(*file, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return ioFailure();
        if (count == 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
        if (bytes.size() > limit) return ioFailure(EFBIG);
    }
}

IoResult<std::vector<std::string>> FolderHandle::names() const {
    const int descriptor = ::openat(*m_descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return ioFailure();
    DIR* const stream = ::fdopendir(descriptor);
    if (stream == nullptr) {
        const int error = errno;
        ::close(descriptor);
        return ioFailure(error);
    }
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(stream)) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
        errno = 0;
    }
    const int error = errno;
    ::closedir(stream);
    if (error != 0) return ioFailure(error);
    std::ranges::sort(names);
    return names;
}

bool FolderHandle::writable(const std::string& name) const {
    return ::faccessat(*m_descriptor, name.c_str(), W_OK, AT_EACCESS) == 0;
}

IoResult<void> FolderHandle::lock(std::chrono::milliseconds patience) const {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (::flock(*m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) break;
        if (std::chrono::steady_clock::now() >= deadline) return ioFailure(EWOULDBLOCK);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    // Network file systems may not know locks on folders. The stage, made by one mkdir, still keeps two
    // writers apart there.
    return {};
}

IoResult<FileHold> FolderHandle::hold(const std::string& name) const {
    const int descriptor =
        ::openat(*m_descriptor, name.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return ioFailure();
    FileHold held{owned(descriptor)};
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return ioFailure();
    if (!S_ISREG(status.st_mode)) return ioFailure(EINVAL);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return ioFailure();
    held.inode = status.st_ino;
    return held;
}

bool FolderHandle::isHeld(const std::string& name) const {
    const int descriptor =
        ::openat(*m_descriptor, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return false;
    const std::shared_ptr<const int> file = owned(descriptor);
    return ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

IoResult<void> FolderHandle::writeAll(int file, std::string_view bytes, const std::string& name) const {
    while (!bytes.empty()) {
        if (const int error = fault("write", name)) return ioFailure(error);
        const ssize_t count = ::write(file, bytes.data(), std::min(bytes.size(), chunk));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return ioFailure();
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

IoResult<void> FolderHandle::create(const std::string& name, std::string_view bytes,
                                    const FileFacts& like) const {
    if (const int error = fault("create", name)) return ioFailure(error);
    // What is to be as private as `like` is so from its first byte on.
    const mode_t mode = like.kind == FileKind::Regular ? 0600 : 0666;
    const int descriptor =
        ::openat(*m_descriptor, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (descriptor < 0) return ioFailure();
    const std::shared_ptr<const int> file = owned(descriptor);
    const auto written = [&]() -> IoResult<void> {
        if (IoResult<void> all = writeAll(*file, bytes, name); !all) return all;
        if (like.kind == FileKind::Regular) {
            // The owner first: changing it may clear permission bits. Only root may give files away, so a
            // refusal is no failure.
            if (::fchown(*file, like.owner, like.group) != 0) errno = 0;
            if (::fchmod(*file, like.mode) != 0) return ioFailure();
        }
        if (const int error = fault("sync", name)) return ioFailure(error);
        if (const int error = syncDescriptor(*file)) return ioFailure(error);
        return {};
    }();
    if (!written) ::unlinkat(*m_descriptor, name.c_str(), 0);
    return written;
}

IoResult<void> FolderHandle::makeFolder(const std::string& name, std::uint32_t mode) const {
    if (const int error = fault("mkdir", name)) return ioFailure(error);
    if (::mkdirat(*m_descriptor, name.c_str(), mode) != 0) return ioFailure();
    return {};
}

IoResult<void> FolderHandle::link(const std::string& name, const FolderHandle& to,
                                  const std::string& newName) const {
    if (const int error = fault("link", name)) return ioFailure(error);
    if (::linkat(*m_descriptor, name.c_str(), *to.m_descriptor, newName.c_str(), 0) != 0) return ioFailure();
    return {};
}

IoResult<void> FolderHandle::rename(const std::string& name, const FolderHandle& to,
                                    const std::string& newName) const {
    if (const int error = fault("rename", newName)) return ioFailure(error);
    if (::renameat(*m_descriptor, name.c_str(), *to.m_descriptor, newName.c_str()) != 0) return ioFailure();
    return {};
}

IoResult<void> FolderHandle::renameNew(const std::string& name, const FolderHandle& to,
                                       const std::string& newName) const {
    if (const int error = fault("rename", newName)) return ioFailure(error);
#ifdef RENAME_NOREPLACE
    if (::renameat2(*m_descriptor, name.c_str(), *to.m_descriptor, newName.c_str(), RENAME_NOREPLACE) == 0)
        return {};
    if (errno != EINVAL && errno != ENOSYS) return ioFailure();
#endif
    // The file system cannot do both in one step.
    const IoResult<FileFacts> taken = to.facts(newName);
    if (!taken) return ioFailure(taken.error());
    if (taken->kind != FileKind::None) return ioFailure(EEXIST);
    if (::renameat(*m_descriptor, name.c_str(), *to.m_descriptor, newName.c_str()) != 0) return ioFailure();
    return {};
}

IoResult<void> FolderHandle::remove(const std::string& name) const {
    if (const int error = fault("remove", name)) return ioFailure(error);
    if (::unlinkat(*m_descriptor, name.c_str(), 0) != 0) return ioFailure();
    return {};
}

IoResult<void> FolderHandle::removeFolder(const std::string& name) const {
    if (const int error = fault("rmdir", name)) return ioFailure(error);
    if (::unlinkat(*m_descriptor, name.c_str(), AT_REMOVEDIR) != 0) return ioFailure();
    return {};
}

IoResult<void> FolderHandle::sync() const {
    if (const int error = fault("sync", "folder")) return ioFailure(error);
    if (const int error = syncDescriptor(*m_descriptor)) return ioFailure(error);
    return {};
}

std::pair<std::string, std::string> splitPath(const std::string& relative) {
    const std::size_t slash = relative.rfind('/');
    if (slash == std::string::npos) return {{}, relative};
    return {relative.substr(0, slash), relative.substr(slash + 1)};
}

IoResult<std::vector<std::filesystem::path>> makeFolders(const std::filesystem::path& folder,
                                                         const FaultHook& hook) {
    std::vector<std::filesystem::path> missing;
    std::error_code ignored;
    for (std::filesystem::path path = folder; !std::filesystem::exists(path, ignored);
         path = path.parent_path()) {
        missing.push_back(path);
        if (path == path.parent_path()) break;
    }
    std::ranges::reverse(missing);
    std::vector<std::filesystem::path> made;
    for (const std::filesystem::path& path : missing) {
        int error = hook ? hook("mkdir " + path.filename().string()) : 0;
        if (error == 0 && ::mkdir(path.c_str(), 0777) != 0) error = errno;
        if (error == EEXIST) continue; // somebody was faster
        if (error != 0) {
            removeFolders(made);
            return ioFailure(error);
        }
        made.push_back(path);
    }
    return made;
}

void removeFolders(const std::vector<std::filesystem::path>& made) {
    for (auto path = made.rbegin(); path != made.rend(); ++path)
        ::rmdir(path->c_str());
}

Diagnostic writeDiagnostic(int error, const std::filesystem::path& path) {
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return sekisho::error(Code::write_no_space, {{"path", path.string()}});
    case EACCES:
    case EPERM:
    case EROFS: return sekisho::error(Code::write_unwritable, {{"path", path.string()}});
    case ELOOP: return sekisho::error(Code::write_symlink, {{"path", path.string()}});
    case ENOTDIR: return sekisho::error(Code::write_not_folder, {{"path", path.string()}});
    default:
        return sekisho::error(Code::write_failed,
                              {{"path", path.string()}, {"reason", std::generic_category().message(error)}});
    }
}

Diagnostic readDiagnostic(int error, const std::filesystem::path& path) {
    switch (error) {
    case ENOENT: return sekisho::error(Code::read_missing, {{"path", path.string()}});
    case EINVAL:
    case EISDIR:
    case ENXIO: return sekisho::error(Code::read_not_regular, {{"path", path.string()}});
    default:
        return sekisho::error(Code::read_failed,
                              {{"path", path.string()}, {"reason", std::generic_category().message(error)}});
    }
}

} // namespace sekisho
