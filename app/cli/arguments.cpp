// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace sekisho::cli {

namespace {

constexpr std::string_view programName = "sekisho-cli";

std::vector<std::string> namesOf(const OptionSpec& option) {
    std::vector<std::string> names;
    std::string_view rest = option.names;
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        names.emplace_back(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return names;
}

/// "--mode stack|addon", "-o DIR", "--force".
std::string shownOption(const OptionSpec& option) {
    std::string text = namesOf(option).front();
    if (!option.choices.empty())
        text += " " + joined(option.choices, "|");
    else if (!option.value.empty())
        text += " " + std::string(option.value);
    return text;
}

std::vector<OptionSpec> allOptions(const CommandSpec& command) {
    std::vector<OptionSpec> options = command.options;
    options.insert(options.end(), commonOptions().begin(), commonOptions().end());
    return options;
}

/// CLI11 is asked to take the line apart and nothing else: what is required or allowed is judged here, so
/// that it can be said in either language. The words are left to `remaining()`: words declared to CLI11 would
/// have a list in brackets, which a file name may look like, split.
struct Parser {
    CLI::App app;
    std::vector<CLI::Option*> handles;

    explicit Parser(const std::vector<OptionSpec>& options) {
        app.set_help_flag();
        app.allow_extras();
        for (const OptionSpec& option : options) {
            const std::string names(option.names);
            if (option.value.empty()) {
                handles.push_back(app.add_flag(names));
                continue;
            }
            CLI::Option* handle = app.add_option(names, [](const CLI::results_t&) { return true; });
            handle->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            handles.push_back(handle);
        }
    }

    /// False, after saying why, for what CLI11 cannot take apart.
    bool parse(const std::vector<std::string>& args, const std::vector<OptionSpec>& options,
               Console& console) {
        try {
            app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
            return true;
        } catch (const CLI::ArgumentMismatch& mismatch) {
            // "--format: 1 required TEXT missing"
            const std::string what = mismatch.what();
            const std::string name = what.substr(0, what.find_first_of(": "));
            for (const OptionSpec& option : options) {
                const auto names = namesOf(option);
                if (std::find(names.begin(), names.end(), name) == names.end() || option.value.empty())
                    continue;
                console.fail(Text::option_value_missing, {{"option", name}, {"value", shownOption(option)}});
                return false;
            }
            console.fail(Text::arguments_unreadable, {{"detail", what}});
        } catch (const CLI::Error& failure) {
            console.fail(Text::arguments_unreadable, {{"detail", failure.what()}});
        }
        return false;
    }
};

bool looksLikeOption(std::string_view word) {
    return word.size() > 1 && word.front() == '-' && !(word[1] >= '0' && word[1] <= '9');
}

/// Whether the value was given as "--option=value", which leaves no doubt that it is meant as such.
bool isJoined(const std::vector<std::string>& names, const std::string& value,
              const std::vector<std::string>& args) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::find(args.begin(), args.end(), name + "=" + value) != args.end();
    });
}

/// Checks what an option was given. `args`: the whole line.
bool checkOption(const OptionSpec& option, const std::vector<std::string>& values,
                 const std::vector<OptionSpec>& options, const std::vector<std::string>& args,
                 Console& console) {
    const std::vector<std::string> names = namesOf(option);
    if (option.value.empty()) return true;
    if (values.size() > 1 && !option.repeated) {
        console.fail(Text::option_twice, {{"option", names.front()}});
        return false;
    }
    for (const std::string& value : values) {
        // "-o --force": the folder was forgotten, not meant to be called --force.
        const bool isOption = std::any_of(options.begin(), options.end(), [&](const OptionSpec& other) {
            const auto others = namesOf(other);
            return std::find(others.begin(), others.end(), value) != others.end();
        });
        if (value.empty() || (isOption && !isJoined(names, value, args))) {
            console.fail(Text::option_value_missing,
                         {{"option", names.front()}, {"value", shownOption(option)}});
            return false;
        }
        if (option.choices.empty() ||
            std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end())
            continue;
        console.fail(Text::option_choice,
                     {{"value", value}, {"option", names.front()}, {"known", joined(option.choices)}});
        return false;
    }
    return true;
}

} // namespace

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto found = m_options.find(option);
    if (found == m_options.end() || found->second.empty()) return std::nullopt;
    return found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::vector<std::string>() : found->second;
}

const std::vector<OptionSpec>& commonOptions() {
    static const std::vector<OptionSpec> options = {
        {"--lang", "LANG", Text::option_lang, {"en", "ja"}},
        {"-h,--help", "", Text::option_help},
    };
    return options;
}

std::string_view optionName(const OptionSpec& option) {
    const auto comma = option.names.rfind(',');
    const std::string_view name =
        comma == std::string_view::npos ? option.names : option.names.substr(comma + 1);
    return name.substr(name.find_first_not_of('-'));
}

void applyLanguage(const std::vector<std::string>& args, Console& console) {
    constexpr std::string_view option = "--lang";
    for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
        std::string_view value;
        if (args[i] == option && i + 1 < args.size())
            value = args[i + 1];
        else if (args[i].compare(0, option.size() + 1, "--lang=") == 0)
            value = std::string_view(args[i]).substr(option.size() + 1);
        if (value == "ja") console.setLanguage(Language::Japanese);
        if (value == "en") console.setLanguage(Language::English);
    }
}

std::optional<GlobalArguments> parseGlobal(const std::vector<std::string>& args, Console& console) {
    std::vector<OptionSpec> options = commonOptions();
    options.push_back({"--version", "", Text::option_version});
    Parser parser(options);
    parser.app.prefix_command();
    if (!parser.parse(args, options, console)) return std::nullopt;

    GlobalArguments global;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (!checkOption(options[i], parser.handles[i]->results(), options, args, console))
            return std::nullopt;
        const bool given = parser.handles[i]->count() > 0;
        global.help = global.help || (given && optionName(options[i]) == "help");
        global.version = global.version || (given && optionName(options[i]) == "version");
    }
    global.rest = parser.app.remaining();
    if (global.rest.empty()) return global;
    global.command = global.rest.front();
    global.rest.erase(global.rest.begin());
    if (looksLikeOption(global.command)) {
        std::vector<std::string> known;
        for (const OptionSpec& option : options)
            known.push_back(shownOption(option));
        console.fail(
            Text::unknown_option,
            {{"command", std::string(programName)}, {"option", global.command}, {"known", joined(known)}});
        return std::nullopt;
    }
    return global;
}

std::optional<Arguments> parseArguments(const CommandSpec& command, const std::vector<std::string>& args,
                                        Console& console) {
    const std::vector<OptionSpec> options = allOptions(command);
    const std::string name(command.name);
    Parser parser(options);
    if (!parser.parse(args, options, console)) return std::nullopt;

    Arguments arguments;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (parser.handles[i]->count() > 0)
            arguments.m_options[std::string(optionName(options[i]))] = parser.handles[i]->results();

    bool onlyWords = false;
    std::optional<std::string> unknown;
    for (std::string& word : parser.app.remaining()) {
        if (!onlyWords && word == "--")
            onlyWords = true;
        else if (!onlyWords && !unknown && looksLikeOption(word))
            unknown = word;
        else
            arguments.m_words.push_back(std::move(word));
    }
    if (unknown) {
        std::vector<std::string> known;
        for (const OptionSpec& option : options)
            known.push_back(shownOption(option));
        console.fail(Text::unknown_option,
                     {{"command", name}, {"option", *unknown}, {"known", joined(known)}});
        return std::nullopt;
    }
    if (arguments.has("help")) return arguments;

    for (const OptionSpec& option : options) {
        const std::string key(optionName(option));
        if (!checkOption(option, arguments.values(key), options, args, console)) return std::nullopt;
        if (option.required && !arguments.has(key)) {
            console.fail(Text::option_required,
                         {{"command", name}, {"option", shownOption(option)}, {"usage", usageOf(command)}});
            return std::nullopt;
        }
    }
    std::size_t most = command.words.size();
    for (std::size_t i = 0; i < command.words.size(); ++i) {
        const WordSpec& word = command.words[i];
        if (word.many) most = std::max(most, arguments.m_words.size());
        const bool missing = i >= arguments.m_words.size() || arguments.m_words[i].empty();
        if (!word.required || !missing) continue;
        console.fail(Text::word_missing,
                     {{"command", name}, {"word", std::string(word.name)}, {"usage", usageOf(command)}});
        return std::nullopt;
    }
    if (arguments.m_words.size() > most) {
        console.fail(Text::word_extra, {{"word", arguments.m_words[most]}, {"usage", usageOf(command)}});
        return std::nullopt;
    }
    return arguments;
}

std::string usageOf(const CommandSpec& command) {
    std::string usage(programName);
    usage.append(" ").append(command.name);
    for (const WordSpec& word : command.words) {
        const std::string shown = std::string(word.name) + (word.many ? "..." : "");
        usage += word.required ? " " + shown : " [" + shown + "]";
    }
    for (const OptionSpec& option : command.options) {
        const std::string shown = shownOption(option);
        usage += option.required ? " " + shown : " [" + shown + "]";
        if (option.repeated) usage += "...";
    }
    return usage;
}

} // namespace sekisho::cli
