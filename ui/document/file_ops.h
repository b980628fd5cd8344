// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sekisho {

/// For tests: called before every step that changes the disk, with the step's name ("rename vpc.tf"). A value
/// other than 0 makes the step fail with that errno; a hook that throws is a crash: nothing is tidied up.
using FaultHook = std::function<int(std::string_view step)>;

/// A value, or the errno that says why there is none.
template<class T>
using IoResult = tl::expected<T, int>;

enum class FileKind : std::uint8_t { None, Regular, Folder, Symlink, Other };

/// What a folder says about a name in it. Two equal facts mean: the same file, not written to in between.
struct FileFacts {
    FileKind kind = FileKind::None;
    std::uint64_t inode = 0;
    std::uint64_t size = 0;    ///< bytes
    std::int64_t modified = 0; ///< nanoseconds since 1970
    std::uint32_t mode = 0;    ///< permission bits
    std::uint32_t owner = 0;
    std::uint32_t group = 0;

    friend bool operator==(const FileFacts&, const FileFacts&) = default;
};

/// A file that is taken for its holder alone, until the last copy of this is gone, by whatever end the
/// program comes to. Replacing the file under its name does not pass it on.
struct FileHold {
    std::shared_ptr<const int> descriptor;
    std::uint64_t inode = 0;

    explicit operator bool() const { return descriptor != nullptr; }
};

/// An open folder. Everything is reached by name from here and no symbolic link is ever followed below it, so
/// nothing that happens to the path in the meantime can lead out of the folder. All POSIX calls stand here.
class FolderHandle {
public:
    /// Opens the folder at `path`, whose links are followed: that is the folder people chose.
    [[nodiscard]] static IoResult<FolderHandle> open(const std::filesystem::path& path, FaultHook hook = {});

    /// Opens the folder `relative` ("a/b"; "" is this one) below. ELOOP names a link, ENOTDIR a file on the
    /// way.
    [[nodiscard]] IoResult<FolderHandle> descend(std::string_view relative) const;

    /// FileKind::None when there is no such name.
    [[nodiscard]] IoResult<FileFacts> facts(const std::string& name) const;
    [[nodiscard]] IoResult<FileFacts> ownFacts() const;

    /// The bytes of a regular file: EFBIG when there are more than `limit`, EINVAL when it is no regular
    /// file.
    [[nodiscard]] IoResult<std::string> read(const std::string& name, std::size_t limit) const;

    /// Names in the folder, without "." and "..", sorted.
    [[nodiscard]] IoResult<std::vector<std::string>> names() const;

    /// Whether this user may write to the file.
    [[nodiscard]] bool writable(const std::string& name) const;

    /// Takes the folder for this handle alone until it is closed, by whatever end the program comes to.
    /// EWOULDBLOCK when another handle, of this or another process, still has it after `patience`.
    [[nodiscard]] IoResult<void> lock(std::chrono::milliseconds patience) const;

    /// Takes a regular file for this program alone: EWOULDBLOCK when another holds it, ENOENT, EINVAL when it
    /// is no regular file. Where the file system knows no locks nobody is kept out.
    [[nodiscard]] IoResult<FileHold> hold(const std::string& name) const;
    /// Whether a program, this one included, holds the file. Asking keeps nobody else from asking.
    [[nodiscard]] bool isHeld(const std::string& name) const;

    /// Makes a new file, on the disk (fsync) when this returns. An existing file in `like` hands on its
    /// permissions and, where allowed, its owner.
    [[nodiscard]] IoResult<void> create(const std::string& name, std::string_view bytes,
                                        const FileFacts& like = {}) const;
    [[nodiscard]] IoResult<void> makeFolder(const std::string& name, std::uint32_t mode) const;
    /// A second name, in `to`, for the same file.
    [[nodiscard]] IoResult<void> link(const std::string& name, const FolderHandle& to,
                                      const std::string& newName) const;
    /// Renames, replacing what is there.
    [[nodiscard]] IoResult<void> rename(const std::string& name, const FolderHandle& to,
                                        const std::string& newName) const;
    /// Renames, failing with EEXIST when the new name is taken.
    [[nodiscard]] IoResult<void> renameNew(const std::string& name, const FolderHandle& to,
                                           const std::string& newName) const;
    [[nodiscard]] IoResult<void> remove(const std::string& name) const;
    [[nodiscard]] IoResult<void> removeFolder(const std::string& name) const;
    /// The names themselves reach the disk.
    [[nodiscard]] IoResult<void> sync() const;

private:
    FolderHandle(int descriptor, std::shared_ptr<const FaultHook> hook);

    int fault(std::string_view step, std::string_view name) const;
    IoResult<void> writeAll(int file, std::string_view bytes, const std::string& name) const;

    std::shared_ptr<const int> m_descriptor; // closed with the last owner
    std::shared_ptr<const FaultHook> m_hook;
};

/// The folder part and the last part of "a/b/c": {"a/b", "c"}.
std::pair<std::string, std::string> splitPath(const std::string& relative);

/// Makes the folder with its missing parents; returns those it made, outermost first. On failure none is
/// left.
[[nodiscard]] IoResult<std::vector<std::filesystem::path>> makeFolders(const std::filesystem::path& folder,
                                                                       const FaultHook& hook = {});
/// Takes back what makeFolders() made, as far as it is still empty.
void removeFolders(const std::vector<std::filesystem::path>& made);

/// The errno of a failed attempt to write `path`, in people's terms.
Diagnostic writeDiagnostic(int error, const std::filesystem::path& path);
/// The same for reading.
Diagnostic readDiagnostic(int error, const std::filesystem::path& path);

} // namespace sekisho
