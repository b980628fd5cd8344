// SPDX-License-Identifier: Apache-2.0
#include "ui/document/tfvars_line.h"

#include "ui/document/hcl_scanner.h"

namespace sekisho {

std::optional<std::string> setTfvarsLine(std::string_view text, std::string_view name,
                                         std::string_view value) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    HclScanner scanner(text);
    if (scanner.looksAt(byteOrderMark))
        for (std::size_t i = 0; i < byteOrderMark.size(); ++i)
            scanner.take(byteOrderMark[i]);

    std::optional<std::string> changed;
    while (!scanner.atEnd() && !scanner.broken()) {
        scanner.skipBlanks();
        if (scanner.take('\n') || scanner.skipComment()) continue;
        const bool named = scanner.takeName() == name;
        scanner.skipBlanks();
        const bool assigned = !scanner.looksAt("==") && scanner.take('=');
        do
            scanner.skipBlanks();
        while (scanner.skipComment());
        const std::size_t start = scanner.position();
        const std::size_t end = scanner.skipExpression();
        if (!named || !assigned) continue;
        if (changed || end == start) return std::nullopt;
        changed = std::string(text.substr(0, start)) + std::string(value) + std::string(text.substr(end));
    }
    if (scanner.broken()) return std::nullopt;
    if (changed) return changed;

    const std::size_t firstEnd = text.find('\n');
    const bool carriageReturns =
        firstEnd != std::string_view::npos && firstEnd > 0 && text[firstEnd - 1] == '\r';
    const std::string_view lineEnd = carriageReturns ? "\r\n" : "\n";
    std::string appended(text);
    if (!appended.empty() && appended != byteOrderMark && !appended.ends_with('\n')) appended += lineEnd;
    return appended.append(name).append(" = ").append(value).append(lineEnd);
}

} // namespace sekisho
