// SPDX-License-Identifier: Apache-2.0
#include "app/cli/help.h"

#include "app/cli/commands.h"

#include <algorithm>

namespace sekisho::cli {

namespace {

/// "-o, --output DIR", "--mode stack|addon".
std::string shown(const OptionSpec& option) {
    std::string text;
    for (const char c : option.names)
        text += c == ',' ? std::string(", ") : std::string(1, c);
    if (!option.choices.empty())
        text += " " + joined(option.choices, "|");
    else if (!option.value.empty())
        text += " " + std::string(option.value);
    return text;
}

void printOptions(const std::vector<OptionSpec>& options, Console& console) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const OptionSpec& option : options)
        rows.emplace_back(shown(option), console.text(option.help));
    printColumns(rows, console);
}

} // namespace

void printColumns(const std::vector<std::pair<std::string, std::string>>& rows, Console& console,
                  std::size_t most) {
    std::size_t width = 0;
    for (const auto& row : rows)
        if (row.first.size() <= most) width = std::max(width, row.first.size());
    for (const auto& [left, right] : rows) {
        std::string line = "  " + left;
        if (left.size() > width && !right.empty())
            line += "\n" + std::string(width + 4, ' ');
        else if (!right.empty())
            line += std::string(width - left.size() + 2, ' ');
        console.printLine(line + right);
    }
}

void printHelp(Console& console) {
    console.printLine(console.text(Text::help_intro));
    console.printLine("");
    console.printLine(console.text(Text::help_usage));
    console.printLine("  sekisho-cli [--lang en|ja] COMMAND ...");
    console.printLine("");
    console.printLine(console.text(Text::help_commands));
    std::vector<std::pair<std::string, std::string>> rows;
    for (const CommandSpec& command : commands())
        rows.emplace_back(std::string(command.name), console.text(command.summary));
    printColumns(rows, console);
    console.printLine("");
    console.printLine(console.text(Text::help_options));
    std::vector<OptionSpec> options = commonOptions();
    options.push_back({"--version", "", Text::option_version});
    printOptions(options, console);
    console.printLine("");
    console.printLine(console.text(Text::help_status));
    console.printLine("");
    console.printLine(console.text(Text::help_examples));
    for (const CommandSpec& command : commands())
        if (!command.examples.empty())
            console.printLine("  sekisho-cli " + std::string(command.examples.front().line));
    console.printLine("");
    console.printLine(console.text(Text::help_more));
}

void printHelp(const CommandSpec& command, Console& console) {
    console.printLine(console.text(Text::help_usage));
    console.printLine("  " + usageOf(command));
    console.printLine("");
    console.printLine(console.text(command.details));
    if (!command.words.empty()) {
        console.printLine("");
        console.printLine(console.text(Text::help_words));
        std::vector<std::pair<std::string, std::string>> rows;
        for (const WordSpec& word : command.words)
            rows.emplace_back(std::string(word.name), console.text(word.help));
        printColumns(rows, console);
    }
    console.printLine("");
    console.printLine(console.text(Text::help_options));
    std::vector<OptionSpec> options = command.options;
    options.insert(options.end(), commonOptions().begin(), commonOptions().end());
    printOptions(options, console);
    console.printLine("");
    console.printLine(console.text(Text::help_examples));
    for (const Example& example : command.examples) {
        console.printLine("  sekisho-cli " + std::string(example.line));
        console.printLine("      " + console.text(example.help));
    }
}

} // namespace sekisho::cli
