// SPDX-License-Identifier: Apache-2.0
#include "ui/text/diagnostic_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace sekisho::text {

namespace {

struct Sentence {
    std::string_view english;
    std::string_view japanese;
};

/// By code. The rows' order in the file does not matter; a code without a row is an empty sentence, which the
/// tests find.
const std::array<Sentence, 0
#define SEKISHO_CODE(name) +1
                 SEKISHO_CODES(SEKISHO_CODE)
#undef SEKISHO_CODE
                 >&
sentences() {
    static const auto table = [] {
        std::array<Sentence, 0
#define SEKISHO_CODE(name) +1
                   SEKISHO_CODES(SEKISHO_CODE)
#undef SEKISHO_CODE
                   >
            rows{};
#define TEXT(code, english, japanese) rows[static_cast<std::size_t>(Code::code)] = {english, japanese};
#include "ui/text/diagnostic_texts.inc"
#undef TEXT
        return rows;
    }();
    return table;
}

/// The n of "subject", "subject2", "subject3": from 0. Nothing for another word.
std::optional<std::size_t> subjectIndex(std::string_view word) {
    constexpr std::string_view prefix = "subject";
    if (word.substr(0, prefix.size()) != prefix) return std::nullopt;
    word.remove_prefix(prefix.size());
    if (word.empty()) return 0;
    if (word.size() != 1 || word[0] < '2' || word[0] > '9') return std::nullopt;
    return static_cast<std::size_t>(word[0] - '1');
}

/// The node that a part among the subjects belongs to: the one that follows it.
std::optional<ElementId> ownerIn(const std::vector<ElementId>& subjects, std::size_t index) {
    if (isNodeKind(subjects[index].kind) || index + 1 >= subjects.size()) return std::nullopt;
    const ElementId next = subjects[index + 1];
    return isNodeKind(next.kind) ? std::optional(next) : std::nullopt;
}

/// The names of the needs whose words (needWords) these are, with spaces between.
std::string needNames(std::string_view words, Language language) {
    std::string names;
    while (!words.empty()) {
        const std::string_view word = words.substr(0, words.find(' '));
        words.remove_prefix(std::min(word.size() + 1, words.size()));
        const auto known = std::find(needWords.begin(), needWords.end(), word);
        if (!names.empty()) names += language == Language::English ? ", " : "、";
        names += known == needWords.end() ? oneLine(word)
                                          : needName(static_cast<Need>(known - needWords.begin()), language);
    }
    return names;
}

/// What the rule tables call the direction: the word in the argument is terraform's.
std::string directionName(std::string_view word, Language language) {
    const bool isEnglish = language == Language::English;
    if (word == "ingress") return isEnglish ? "inbound" : "インバウンド";
    if (word == "egress") return isEnglish ? "outbound" : "アウトバウンド";
    return oneLine(word);
}

/// What stands for "{word}" in a sentence.
std::string valueOf(std::string_view word, const Diagnostic& diagnostic, Language language,
                    const Network* names) {
    if (const auto index = subjectIndex(word)) {
        if (*index >= diagnostic.subjects.size()) return "?";
        const ElementId id = diagnostic.subjects[*index];
        return names ? displayName(*names, id, ownerIn(diagnostic.subjects, *index)) : toString(id);
    }
    const auto arg = std::find_if(diagnostic.args.begin(), diagnostic.args.end(),
                                  [&](const DiagnosticArg& a) { return a.name == word; });
    if (arg == diagnostic.args.end()) return "?";
    if (word == "needs") return needNames(arg->value, language);
    if (word == "direction") return directionName(arg->value, language);
    return oneLine(arg->value);
}

} // namespace

std::string_view sentenceTemplate(Code code, Language language) {
    const Sentence& row = sentences()[static_cast<std::size_t>(code)];
    return language == Language::English ? row.english : row.japanese;
}

std::string sentence(const Diagnostic& diagnostic, Language language, const Network* names) {
    const std::string_view row = sentenceTemplate(diagnostic.code, language);
    std::string text;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        const bool isDoubled = i + 1 < row.size() && row[i + 1] == c;
        if ((c == '{' || c == '}') && isDoubled) {
            text += c;
            ++i;
            continue;
        }
        const std::size_t end = c == '{' ? row.find('}', i) : std::string_view::npos;
        if (end == std::string_view::npos) {
            text += c;
            continue;
        }
        text += valueOf(row.substr(i + 1, end - i - 1), diagnostic, language, names);
        i = end;
    }
    return text;
}

Language languageFromLocale(std::string_view locale) {
    const std::string_view language = locale.substr(0, locale.find_first_of("_.@-"));
    const bool isJapanese = language.size() == 2 && (language[0] == 'j' || language[0] == 'J') &&
                            (language[1] == 'a' || language[1] == 'A');
    return isJapanese ? Language::Japanese : Language::English;
}

Language languageFromEnvironment() {
    const auto read = [](const char* name) {
        const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody sets it meanwhile
        return std::string_view(value ? value : "");
    };
    std::string_view locale;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (locale.empty()) locale = read(name);
    const bool isPlain = locale.empty() || locale.substr(0, locale.find('.')) == "C" || locale == "POSIX";
    if (isPlain) return Language::English;
    const std::string_view preferences = read("LANGUAGE");
    const std::string_view first = preferences.substr(0, preferences.find(':'));
    return languageFromLocale(first.empty() ? locale : first);
}

} // namespace sekisho::text
