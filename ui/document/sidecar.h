// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"
#include "ui/document/file_ops.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Where a design waits that is not saved yet, so that a crash costs seconds of work and not all of it: for
/// shop.sekisho in ".shop.sekisho.unsaved" beside it, a design file like any other; where that name is taken
/// or cannot be written, and for designs without a file, in a folder of the program's own, behind a line that
/// says whose it is. While its program lives it holds the sidecar (FileHold); what nobody holds was left over
/// by a crash.
namespace sekisho {

/// Whose changes they are.
struct UnsavedOf {
    std::filesystem::path file; ///< absolute; empty for a design that has none yet
    std::string name;           ///< what people know it by, in UTF-8
};

/// The sidecar of one open design. Not for two threads at once.
class Sidecar {
public:
    /// `folder` is the program's own; it is made when it is needed.
    explicit Sidecar(std::filesystem::path folder, FaultHook hook = {});

    /// Writes the sidecar as a whole or not at all; it is on the disk when this returns. It stays at one
    /// place until remove(). It is as private as the design's file, or else the user's alone. Fails like
    /// replaceFile() for the last place tried.
    [[nodiscard]] Result<void> write(const UnsavedOf& of, const Design& design);
    /// Removes what write() has written, if it is still that.
    void remove();
    /// Takes over a sidecar that was left over, so that the next write() replaces it.
    void adopt(std::filesystem::path path, FileHold hold);

    /// Empty while there is none.
    const std::filesystem::path& path() const { return m_path; }

private:
    Result<void> writeTo(const std::filesystem::path& path, const std::string& bytes, const FileFacts& like);

    std::filesystem::path m_folder;
    FaultHook m_hook;
    std::filesystem::path m_path;
    FileHold m_hold;
};

/// What a program that is no more had not saved. Only this user's: what others put there is not offered.
struct Leftover {
    std::filesystem::path sidecar;
    UnsavedOf of;
    std::int64_t written = 0; ///< nanoseconds since 1970
    std::uint64_t inode = 0;
    Result<Design> design; ///< or why it cannot be read; then it is kept for who can
};

/// The sidecar beside a design file, whether or not it is there. Links are followed.
std::filesystem::path sidecarBeside(const std::filesystem::path& file);

/// What was left over for that file, beside it and in the program's folder.
std::vector<Leftover> leftoversOf(const std::filesystem::path& file, const std::filesystem::path& folder);
/// All that was left over in the program's folder, the latest first.
std::vector<Leftover> leftoversIn(const std::filesystem::path& folder);
/// Whether a running program, this one included, has changes of the file in its sidecar.
bool isBeingChanged(const std::filesystem::path& file);

/// Takes a leftover for this program. Errno EWOULDBLOCK: another was faster; ENOENT: it is gone.
[[nodiscard]] IoResult<FileHold> claim(const Leftover& leftover);
/// Removes it, unless another program has it. False: it is still there.
bool discard(const Leftover& leftover);

} // namespace sekisho
