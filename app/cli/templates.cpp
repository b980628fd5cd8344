// SPDX-License-Identifier: Apache-2.0
#include "core/model/templates.h"

#include "app/cli/commands.h"
#include "app/cli/prices.h"
#include "ui/document/design_file.h"

#include <filesystem>

namespace sekisho::cli {

Status runTemplates(const Arguments&, Console& console) {
    for (const TemplateInfo& info : designTemplates()) {
        const bool japanese = console.language() == Language::Japanese;
        console.printLine(std::string(info.name) + '\t' +
                          std::string(japanese ? info.descriptionJa : info.description));
    }
    return Status::Yes;
}

Status runNew(const Arguments& arguments, Console& console) {
    std::map<std::string, std::string> settings;
    for (const std::string& pair : arguments.values("set")) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            return console.fail(Text::setting_syntax, {{"text", pair}});
        const std::string key = pair.substr(0, equals);
        if (!settings.emplace(key, pair.substr(equals + 1)).second)
            return console.fail(Text::setting_twice, {{"name", key}});
    }
    const std::string path = *arguments.value("output");
    std::error_code error;
    if (!arguments.has("force") && std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        return console.fail(Text::file_exists, {{"path", path}});

    // Tells what is wrong with the name and the other settings before the Region is looked up.
    const std::string name = *arguments.value("template");
    auto design = makeTemplate(name, settings);
    if (!design) return console.fail(design.error());
    const auto book = loadPrices(console);
    if (!book) return Status::Failed;
    const cost::RegionPrices* region = findRegion(*book, design->settings.region, console);
    if (!region) return Status::Failed;
    design = makeTemplate(name, settings, region->zones);
    if (!design) return console.fail(design.error());

    if (const auto saved = saveDesign(path, *design); !saved) return console.fail(saved.error());
    return Status::Yes;
}

} // namespace sekisho::cli
