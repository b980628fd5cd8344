// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/texts.h"
#include "core/base/result.h"
#include "core/model/design.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sekisho::cli {

/// What the process ends with.
enum class Status : std::uint8_t {
    Yes = 0,    ///< yes, clean, done
    No = 1,     ///< no, findings
    Failed = 2, ///< wrong usage, or it could not be done
};

/// A message of our own, not yet said.
struct Message {
    Text text{};
    std::vector<DiagnosticArg> args;
};

/// Why something cannot be done.
using Problem = std::variant<Message, Diagnostic>;

template<class T>
using Attempt = tl::expected<T, Problem>;

inline tl::unexpected<Problem> problem(Text text, std::vector<DiagnosticArg> args = {}) {
    return tl::unexpected<Problem>(Message{text, std::move(args)});
}
inline tl::unexpected<Problem> problem(Diagnostic diagnostic) {
    return tl::unexpected<Problem>(std::move(diagnostic));
}

/// Collects what goes to standard output and standard error, so that nothing is written before it is known
/// whether the command succeeds, and tests can read it.
class Console {
public:
    explicit Console(Language language) : m_language(language) {}

    Language language() const { return m_language; }
    void setLanguage(Language language) { m_language = language; }

    /// A text in the language of this console.
    std::string text(Text text, const std::vector<DiagnosticArg>& args = {}) const {
        return fill(text, m_language, args);
    }

    /// To standard output, as it is.
    void print(std::string_view text) { m_out += text; }
    void printLine(std::string_view line) { (m_out += line) += '\n'; }

    /// To standard error, as it is.
    void note(std::string_view text) { m_err += text; }

    /// "error: place: sentence [code]" to standard error. `names`: where subjects' names are looked up.
    void say(const Diagnostic& diagnostic, const Network* names = nullptr, std::string_view place = {});
    void sayAll(const Diagnostics& diagnostics, const Network* names = nullptr, std::string_view place = {});
    void say(Severity severity, Text text, const std::vector<DiagnosticArg>& args = {},
             std::string_view place = {});

    /// Says an error; for `return console.fail(...)`.
    Status fail(Text text, const std::vector<DiagnosticArg>& args = {});
    Status fail(const Diagnostic& diagnostic, const Network* names = nullptr, std::string_view place = {});
    Status fail(const Problem& problem, const Network* names = nullptr, std::string_view place = {});

    const std::string& out() const { return m_out; }
    const std::string& err() const { return m_err; }

private:
    void sayLine(Severity severity, std::string_view place, std::string_view sentence, std::string_view code);

    Language m_language;
    std::string m_out;
    std::string m_err;
};

/// Text from outside for one line of output: never cut, but without line ends, tabs and control characters.
std::string clean(std::string_view text);

/// "a, b, c".
std::string joined(std::span<const std::string_view> words, std::string_view separator = ", ");
std::string joined(const std::vector<std::string>& words, std::string_view separator = ", ");

/// Reads a design. Nothing, after saying why, if that cannot be done.
std::optional<Design> loadFile(const std::string& path, Console& console);

} // namespace sekisho::cli
