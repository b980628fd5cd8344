// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hcl/body.h"

#include <string>

namespace sekisho::hcl {

/// The text of a file, as `terraform fmt` (1.11.4) would write it: UTF-8, "\n" after each line, aligned `=`
/// and trailing comments. The result depends on the argument alone.
///
/// Texts may be cached and joined. `=` and comments align within runs of consecutive lines, and a blank line,
/// a comment line, a block's first or last line ends every run. So write(a) + "\n" + write(b) is what the
/// formatter would write for the two together, and so is write(a) + write(b) if a ends, or b begins, with
/// such a line.
std::string write(const Body& body);

/// One block alone, at the level of the file.
std::string write(const Block& block);

/// An expression alone, on one line; layouts are passed over. For messages, keys and tests.
std::string write(const Expr& expr);

/// Append to `out`, which must be empty or end with a newline. Alignment does not reach back into it.
void append(std::string& out, const Body& body);
void append(std::string& out, const Block& block);

} // namespace sekisho::hcl
