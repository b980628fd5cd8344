// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"

namespace sekisho::cli {

/// The one table of commands: arguments, help and tests are made from it.
const std::vector<CommandSpec>& commands();

/// Carries out a command line, without the program's name.
Status run(const std::vector<std::string>& args, Console& console);

// What the commands do; each stands in a file of its name.
Status runTemplates(const Arguments& arguments, Console& console);
Status runNew(const Arguments& arguments, Console& console);
Status runExport(const Arguments& arguments, Console& console);
Status runCost(const Arguments& arguments, Console& console);
Status runCheck(const Arguments& arguments, Console& console);
Status runRender(const Arguments& arguments, Console& console);
Status runEdit(const Arguments& arguments, Console& console);
Status runSchema(const Arguments& arguments, Console& console);

} // namespace sekisho::cli
