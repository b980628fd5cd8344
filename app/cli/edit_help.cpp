// SPDX-License-Identifier: Apache-2.0
#include "app/cli/edit_help.h"

#include "app/cli/edit_op.h"
#include "app/cli/help.h"

namespace sekisho::cli {

namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

void printOp(const EditOp& op, Console& console) {
    console.printLine(console.text(Text::help_usage));
    console.printLine("  sekisho-cli edit FILE " + usageOf(op));
    console.printLine("");
    console.printLine(console.text(op.help));
    Rows rows;
    for (const Param& param : op.params) {
        std::string help = console.text(param.help);
        if (!param.words.empty()) help += " " + joined(param.words, " | ");
        rows.emplace_back(std::string(param.name), help);
    }
    if (!rows.empty()) {
        console.printLine("");
        console.printLine(console.text(Text::help_words));
        printColumns(rows, console);
    }
    console.printLine("");
    console.printLine(console.text(Text::help_examples));
    std::string line = "  sekisho-cli edit web.sekisho " + std::string(op.name);
    if (!op.example.empty()) line += " " + std::string(op.example);
    console.printLine(line);
}

void printKinds(Console& console) {
    for (std::size_t i = 0; i < kindCount; ++i) {
        const auto kind = static_cast<Kind>(i);
        console.printLine("  " + std::string(kindWord(kind)) + ": " +
                          std::string(text::kindName(kind, console.language())));
        for (const format::FieldInfo& field : format::fieldsOf(kind)) {
            if (field.name == "id") continue;
            std::string line = "      " + std::string(field.name) + "  " + field.type;
            if (!field.words.empty()) line += ": " + joined(field.words, " | ");
            if (field.required) line += "  " + console.text(Text::help_required);
            console.printLine(line);
        }
    }
}

} // namespace

void printEditHelp(const CommandSpec& command, const Arguments& arguments, Console& console) {
    for (const std::string& word : arguments.words())
        if (const EditOp* op = findEditOp(word)) return printOp(*op, console);

    printHelp(command, console);
    console.printLine("");
    console.printLine(console.text(Text::edit_help_names));
    console.printLine("");
    console.printLine(console.text(Text::edit_help_values));
    console.printLine("");
    console.printLine(console.text(Text::edit_help_ops));
    for (const EditOp& op : editOps()) {
        console.printLine("  " + usageOf(op));
        console.printLine("      " + console.text(op.help));
    }
    console.printLine("");
    console.printLine(console.text(Text::edit_help_kinds));
    printKinds(console);
}

} // namespace sekisho::cli
