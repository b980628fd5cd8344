// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho::cli {

/// A word of a command line that is no option.
struct WordSpec {
    std::string_view name; ///< "FILE"
    bool required = true;
    bool many = false; ///< takes all that follow; only the last one
    Text help{};
};

struct OptionSpec {
    std::string_view names; ///< "-o,--output"; the last one is what Arguments knows it by, without dashes
    std::string_view value; ///< "DIR"; empty: a switch
    Text help{};
    std::vector<std::string_view> choices = {}; ///< empty: anything
    bool required = false;
    bool repeated = false;
};

struct Example {
    std::string_view line; ///< without the program's name
    Text help{};
};

class Arguments;

struct CommandSpec {
    std::string_view name;
    Text summary{}; ///< one line
    Text details{}; ///< paragraphs
    std::vector<WordSpec> words;
    std::vector<OptionSpec> options;
    std::vector<Example> examples;
    Status (*run)(const Arguments&, Console&) = nullptr;
};

/// A command line, taken apart.
class Arguments {
public:
    bool has(std::string_view option) const { return m_options.contains(option); }
    /// The option's value, the last one if it was repeated.
    std::optional<std::string> value(std::string_view option) const;
    std::vector<std::string> values(std::string_view option) const;
    const std::vector<std::string>& words() const { return m_words; }
    /// The word at that place; empty if it was not given.
    std::string word(std::size_t index) const { return index < m_words.size() ? m_words[index] : ""; }

private:
    friend std::optional<Arguments> parseArguments(const CommandSpec&, const std::vector<std::string>&,
                                                   Console&);

    std::map<std::string, std::vector<std::string>, std::less<>> m_options;
    std::vector<std::string> m_words;
};

/// What comes before the command.
struct GlobalArguments {
    std::optional<std::string> unknown; ///< an option that is none
    bool help = false;
    bool version = false;
    std::string command; ///< empty: none
    std::vector<std::string> rest;
};

/// The options that every command has: --lang, --help.
const std::vector<OptionSpec>& commonOptions();

/// The name an option is known by: "output" of "-o,--output".
std::string_view optionName(const OptionSpec& option);

/// Looks for --lang anywhere, so that what is wrong with the rest can be told in that language.
void applyLanguage(const std::vector<std::string>& args, Console& console);

/// Takes what stands before the command. Nothing, after saying why, if that cannot be understood.
std::optional<GlobalArguments> parseGlobal(const std::vector<std::string>& args, Console& console);

/// Takes the rest apart and checks it against the command's table, except with --help. Nothing, after saying
/// why, if it does not fit.
std::optional<Arguments> parseArguments(const CommandSpec& command, const std::vector<std::string>& args,
                                        Console& console);

/// "sekisho-cli export FILE -o DIR [--force]".
std::string usageOf(const CommandSpec& command);

} // namespace sekisho::cli
