// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string_view>

namespace fs = std::filesystem;

namespace architecture {

namespace {

const std::string allOfCore = "core/*";
const std::string allOfUi = "ui/*";
const std::set<std::string> noQt;
const std::set<std::string> noWindow = {"QtCore", "QtGui"};
const std::set<std::string> window = {"QtCore", "QtGui",        "QtWidgets",
                                      "QtSvg",  "QtSvgWidgets", "QtPrintSupport"};

struct Rule {
    std::set<std::string> rooms; ///< that it may include, besides itself
    std::set<std::string> qt;    ///< modules
};

/// The one table. A room that is not in it may not exist.
const std::map<std::string, Rule> rules = {
    {"core/base", {{}, noQt}},
    {"core/net", {{"core/base"}, noQt}},
    {"core/model", {{"core/base", "core/net"}, noQt}},
    {"core/hcl", {{"core/base"}, noQt}},
    {"core/format", {{"core/base", "core/net", "core/model"}, noQt}},
    {"core/analysis", {{"core/base", "core/net", "core/model"}, noQt}},
    {"core/cost", {{"core/base", "core/net", "core/model"}, noQt}},
    {"core/terraform", {{"core/base", "core/net", "core/model", "core/hcl"}, noQt}},
    {"core/advice",
     {{"core/base", "core/net", "core/model", "core/hcl", "core/analysis", "core/cost", "core/terraform"},
      noQt}},
    {"resources", {{}, noQt}},
    {"ui/text", {{allOfCore}, noQt}},
    {"ui/document", {{allOfCore, "ui/text"}, noWindow}},
    {"ui/style", {{allOfCore, "ui/text", "resources"}, window}},
    {"ui/actions", {{allOfCore, "ui/text", "ui/document", "ui/style"}, window}},
    {"ui/canvas", {{allOfCore, "ui/text", "ui/document", "ui/style", "ui/actions"}, window}},
    {"ui/editors", {{allOfCore, "ui/text", "ui/document", "ui/style", "ui/actions"}, window}},
    {"ui/panels", {{allOfCore, allOfUi, "resources"}, window}},
    {"app", {{allOfCore, allOfUi, "resources"}, window}},
};

/// Made while building, into the build folder.
const std::set<std::string> generatedFiles = {"embedded_files.inc"};

/// "core/net" of core/net/cidr.h and of core/net/x/y.h, "app" of app/main.cpp; nothing for what is in no
/// room.
std::optional<std::string> roomOf(const std::string& path) {
    const auto slash = path.find('/');
    if (slash == std::string::npos) return std::nullopt;
    const std::string top = path.substr(0, slash);
    if (top == "app" || top == "resources") return top;
    if (top != "core" && top != "ui") return std::nullopt;
    const auto second = path.find('/', slash + 1);
    if (second == std::string::npos) return std::nullopt;
    return path.substr(0, second);
}

bool mayInclude(const std::string& from, const std::string& to) {
    if (from == to) return true;
    const std::set<std::string>& rooms = rules.at(from).rooms;
    return rooms.count(to) != 0 || rooms.count(to.substr(0, to.find('/')) + "/*") != 0;
}

/// "QtWidgets" of <QMessageBox>, <QtWidgets/QMessageBox>, <qmessagebox.h>; "Qt" where it is some Qt header of
/// a module that is not installed. Nothing for a header that is not Qt's.
std::optional<std::string> qtModuleOf(const std::string& header, const fs::path& qtHeaders) {
    static const std::regex qtName("(Qt?[A-Z][A-Za-z0-9]*|q[a-z0-9_]+\\.h)(/.*)?");
    std::smatch match;
    if (!std::regex_match(header, match, qtName)) return std::nullopt;
    if (match[2].matched) return match[1];
    if (fs::is_directory(qtHeaders / header)) return header; // <QtWidgets>, the whole module
    std::error_code error;
    for (const fs::directory_entry& module : fs::directory_iterator(qtHeaders, error))
        if (fs::exists(module.path() / header)) return module.path().filename().string();
    return "Qt";
}

/// The standard library's headers have neither a slash nor a suffix; <cassert> is one, <unistd.h> is not.
bool isStandard(const std::string& header) {
    return header.find_first_of("/.") == std::string::npos;
}

bool startsWith(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

std::string judgeQuoted(const std::string& room, const std::string& include, const fs::path& root) {
    if (generatedFiles.count(include) != 0) return {};
    if (include.find("..") != std::string::npos || include.find("./") == 0 ||
        include.find("//") != std::string::npos)
        return "write the path from the root of the repository, without dots";
    const auto target = roomOf(include);
    if (!target || !fs::is_regular_file(root / include))
        return "there is no such file of a room; write the path from the root of the repository";
    if (rules.count(*target) == 0) return "the room " + *target + " is in no rule";
    if (!mayInclude(room, *target)) return room + " may not include " + *target;
    return {};
}

std::string judgeAngled(const std::string& room, const std::string& include, const fs::path& qtHeaders) {
    const bool inCore = startsWith(room, "core/");
    if (const auto module = qtModuleOf(include, qtHeaders)) {
        if (rules.at(room).qt.count(*module) != 0) return {};
        return room + " may not include " + (*module == "Qt" ? "Qt" : "Qt (" + *module + ")");
    }
    if (roomOf(include)) return "our own files are included with quotes";
    if (inCore && !isStandard(include) && !startsWith(include, "nlohmann/") && !startsWith(include, "tl/"))
        return "core stands on the standard library, nlohmann/json and tl::expected alone";
    return {};
}

} // namespace

Report checkIncludes(const fs::path& root, const fs::path& qtHeaders) {
    static const std::regex directive(R"(^\s*#\s*include(_next)?\b\s*(.*))");
    static const std::regex operand(R"re(^(?:"([^"]*)"|<([^>]*)>))re");
    Report report;
    std::vector<std::string> files;
    for (const char* top : {"core", "ui", "app", "resources"}) {
        if (!fs::is_directory(root / top)) continue;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / top)) {
            static const std::set<std::string> suffixes = {".h",   ".hpp", ".cpp", ".cc",
                                                           ".cxx", ".inc", ".ipp"};
            if (entry.is_regular_file() && suffixes.count(entry.path().extension().string()) != 0)
                files.push_back(entry.path().lexically_relative(root).generic_string());
        }
    }
    std::sort(files.begin(), files.end());

    for (const std::string& file : files) {
        ++report.files;
        const auto room = roomOf(file);
        if (!room || rules.count(*room) == 0) {
            report.violations.push_back({file, 1, {}, "lies in no room that has a rule"});
            continue;
        }
        std::ifstream in(root / file);
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            std::smatch match;
            if (!std::regex_match(line, match, directive)) continue;
            ++report.includes;
            const std::string rest = match[2];
            std::smatch path;
            if (!std::regex_search(rest, path, operand)) {
                report.violations.push_back(
                    {file, number, rest, "an include through a macro cannot be judged"});
                continue;
            }
            std::string why;
            std::string include = path[1].matched ? path[1].str() : path[2].str();
            if (path[1].matched && !qtModuleOf(include, qtHeaders))
                why = judgeQuoted(*room, include, root);
            else
                why = judgeAngled(*room, include, qtHeaders);
            if (!why.empty()) report.violations.push_back({file, number, include, why});
        }
    }
    return report;
}

} // namespace architecture
