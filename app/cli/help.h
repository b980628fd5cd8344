// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"

namespace sekisho::cli {

/// The commands, and what they have in common.
void printHelp(Console& console);

/// One command: usage, what it does, its words and options, examples.
void printHelp(const CommandSpec& command, Console& console);

/// Two columns, the first as wide as its longest text or `most`; each line is indented.
void printColumns(const std::vector<std::pair<std::string, std::string>>& rows, Console& console,
                  std::size_t most = 28);

} // namespace sekisho::cli
