// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/arguments.h"

namespace sekisho::cli {

/// The help of `edit`: all operations, how things are named, kinds and their fields. If one of the words is
/// an operation: that operation alone.
void printEditHelp(const CommandSpec& command, const Arguments& arguments, Console& console);

} // namespace sekisho::cli
