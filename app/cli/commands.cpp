// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include "app/cli/edit_help.h"
#include "app/cli/help.h"

#include <algorithm>

namespace sekisho::cli {

namespace {

const WordSpec designFile{"FILE", true, false, Text::word_file};

std::vector<CommandSpec> makeCommands() {
    return {
        {"templates",
         Text::templates_summary,
         Text::templates_details,
         {},
         {},
         {{"templates", Text::templates_example}},
         runTemplates},
        {"new",
         Text::new_summary,
         Text::new_details,
         {},
         {
             {"--template", "NAME", Text::new_template, {}, true},
             {"--set", "KEY=VALUE", Text::new_set, {}, false, true},
             {"-o,--output", "FILE", Text::new_output, {}, true},
             {"--force", "", Text::new_force},
         },
         {
             {"new --template hands-on -o web.sekisho", Text::new_example},
             {"new --template hands-on --set region=us-east-1 --set project_name=shop -o shop.sekisho",
              Text::new_example_set},
         },
         runNew},
        {"export",
         Text::export_summary,
         Text::export_details,
         {designFile},
         {
             {"-o,--output", "DIR", Text::export_output, {}, true},
             {"--mode", "MODE", Text::export_mode, {"stack", "addon"}},
             {"--rules", "STYLE", Text::export_rules, {"inline", "separate"}},
             {"--nat", "STATE", Text::export_nat, {"on", "off"}},
             {"--state", "FILE", Text::export_state},
             {"--associate-nacls", "", Text::export_associate},
             {"--docker", "", Text::export_docker},
             {"--force", "", Text::export_force},
             {"--despite-errors", "", Text::export_despite_errors},
             {"--dry-run", "", Text::export_dry_run},
         },
         {
             {"export web.sekisho -o terraform", Text::export_example},
             {"export web.sekisho -o terraform --nat on --dry-run", Text::export_example_dry},
             {"export web.sekisho -o existing-vpc --mode addon", Text::export_example_addon},
         },
         runExport},
        {"cost",
         Text::cost_summary,
         Text::cost_details,
         {designFile},
         {
             {"--region", "REGION", Text::cost_region},
             {"--nat", "STATE", Text::cost_nat, {"on", "off"}},
             {"--processed-gb", "GB", Text::cost_processed},
             {"--format", "FORMAT", Text::cost_format, {"text", "json", "csv", "md"}},
         },
         {
             {"cost web.sekisho --nat on", Text::cost_example},
             {"cost web.sekisho --region us-east-1 --processed-gb 100 --format json",
              Text::cost_example_json},
         },
         runCost},
        {"check",
         Text::check_summary,
         Text::check_details,
         {designFile},
         {
             {"--format", "FORMAT", Text::check_format, {"text", "json"}},
             {"--fail-on", "SEVERITY", Text::check_fail_on, {"error", "warning", "info", "never"}},
         },
         {
             {"check web.sekisho", Text::check_example},
             {"check web.sekisho --format json --fail-on warning", Text::check_example_json},
         },
         runCheck},
        {"render",
         Text::render_summary,
         Text::render_details,
         {designFile},
         {
             {"-o,--output", "OUT", Text::render_output, {}, true},
             {"--theme", "THEME", Text::render_theme, {"light", "dark", "high-contrast"}},
             {"--scale", "N", Text::render_scale},
             {"--transparent", "", Text::render_transparent},
         },
         {
             {"render web.sekisho -o web.svg", Text::render_example},
             {"render web.sekisho -o web.png --theme dark --scale 2", Text::render_example_png},
             {"render web.sekisho -o web.pdf --lang ja", Text::render_example_pdf},
         },
         runRender},
        {"edit",
         Text::edit_summary,
         Text::edit_details,
         {designFile,
          {"OPERATION", false, false, Text::word_operation},
          {"ARGUMENT", false, true, Text::word_argument}},
         {
             {"--script", "OPS.json", Text::edit_script},
             {"-o,--output", "FILE", Text::edit_output},
             {"--force", "", Text::edit_force},
             {"--dry-run", "", Text::edit_dry_run},
         },
         {
             {"edit web.sekisho add-subnet az=ap-northeast-1a tier=isolated name=db-1a", Text::edit_example},
             {"edit web.sekisho add-rule sg:ecs ingress tcp/8080 sg:alb", Text::edit_example_rule},
             {"edit web.sekisho set subnet-1 name=front tags.Owner=web", Text::edit_example_set},
             {"edit web.sekisho --script ops.json", Text::edit_example_script},
         },
         runEdit},
        {"schema",
         Text::schema_summary,
         Text::schema_details,
         {},
         {},
         {{"schema", Text::schema_example}},
         runSchema},
    };
}

std::string commandNames() {
    std::vector<std::string_view> names;
    for (const CommandSpec& command : commands())
        names.push_back(command.name);
    return joined(names);
}

} // namespace

const std::vector<CommandSpec>& commands() {
    static const std::vector<CommandSpec> table = makeCommands();
    return table;
}

Status run(const std::vector<std::string>& args, Console& console) {
    applyLanguage(args, console);
    const auto global = parseGlobal(args, console);
    if (!global) return Status::Failed;
    if (global->version) {
        console.printLine("sekisho-cli " SEKISHO_VERSION);
        return Status::Yes;
    }
    if (global->help) {
        printHelp(console);
        return Status::Yes;
    }
    if (global->command.empty()) return console.fail(Text::no_command, {{"known", commandNames()}});

    const auto& table = commands();
    const auto command = std::find_if(table.begin(), table.end(),
                                      [&](const CommandSpec& each) { return each.name == global->command; });
    if (command == table.end())
        return console.fail(Text::unknown_command, {{"command", global->command}, {"known", commandNames()}});
    const auto arguments = parseArguments(*command, global->rest, console);
    if (!arguments) return Status::Failed;
    if (!arguments->has("help")) return command->run(*arguments, console);
    if (command->name == "edit")
        printEditHelp(*command, *arguments, console);
    else
        printHelp(*command, console);
    return Status::Yes;
}

} // namespace sekisho::cli
