// SPDX-License-Identifier: Apache-2.0
#include "app/cli/console.h"

#include "ui/document/design_file.h"

#include <limits>

namespace sekisho::cli {

namespace {

template<class Words>
std::string join(const Words& words, std::string_view separator) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) text += separator;
        text += word;
    }
    return text;
}

} // namespace

void Console::sayLine(Severity severity, std::string_view place, std::string_view sentence,
                      std::string_view code) {
    m_err += text::severityWord(severity, m_language);
    m_err += ": ";
    if (!place.empty()) (m_err += clean(place)) += ": ";
    m_err += sentence;
    ((m_err += " [") += code) += "]\n";
}

void Console::say(const Diagnostic& diagnostic, const Network* names, std::string_view place) {
    sayLine(diagnostic.severity, place, text::sentence(diagnostic, m_language, names),
            codeText(diagnostic.code));
}

void Console::sayAll(const Diagnostics& diagnostics, const Network* names, std::string_view place) {
    for (const Diagnostic& diagnostic : diagnostics)
        say(diagnostic, names, place);
}

void Console::say(Severity severity, Text text, const std::vector<DiagnosticArg>& args,
                  std::string_view place) {
    sayLine(severity, place, fill(text, m_language, args), codeOf(text));
}

Status Console::fail(Text text, const std::vector<DiagnosticArg>& args) {
    say(Severity::Error, text, args);
    return Status::Failed;
}

Status Console::fail(const Diagnostic& diagnostic, const Network* names, std::string_view place) {
    say(diagnostic, names, place);
    return Status::Failed;
}

Status Console::fail(const Problem& problem, const Network* names, std::string_view place) {
    if (const auto* message = std::get_if<Message>(&problem))
        say(Severity::Error, message->text, message->args, place);
    else
        say(std::get<Diagnostic>(problem), names, place);
    return Status::Failed;
}

std::string clean(std::string_view text) {
    return text::oneLine(text, std::numeric_limits<std::size_t>::max());
}

std::string joined(std::span<const std::string_view> words, std::string_view separator) {
    return join(words, separator);
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    return join(words, separator);
}

std::optional<Design> loadFile(const std::string& path, Console& console) {
    Result<format::Loaded> loaded = loadDesign(path);
    if (!loaded) {
        // What is wrong with the file itself names the file already.
        const bool named = codeText(loaded.error().code).substr(0, 5) == "read-";
        console.say(loaded.error(), nullptr, named ? std::string_view() : std::string_view(path));
        return std::nullopt;
    }
    console.sayAll(loaded->diagnostics, &loaded->design.network, path);
    return std::move(loaded->design);
}

} // namespace sekisho::cli
