// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The dependency rule of ARCHITECTURE.md, read off the sources: which room may include what.
namespace architecture {

struct Violation {
    std::string file; ///< relative to the root
    int line = 0;     ///< from 1
    std::string include;
    std::string why;
};

struct Report {
    std::vector<Violation> violations; ///< by file, then by line
    std::size_t files = 0;             ///< that were read
    std::size_t includes = 0;          ///< that were judged
};

/// Reads every C++ file under core, ui, app and resources of `root`. Which Qt module a header such as
/// <QMessageBox> belongs to is looked up in `qtHeaders`, the folder that holds QtCore, QtWidgets, ...
Report checkIncludes(const std::filesystem::path& root, const std::filesystem::path& qtHeaders);

} // namespace architecture
