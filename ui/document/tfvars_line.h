// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sekisho {

/// The text of a .tfvars file in which the top-level `name` has the value `value` (HCL, written as it stands)
/// and everything else is as it was: order, blanks, comments, line ends. Where the name is not assigned, a
/// line `name = value` is appended. Nothing when the text is no HCL that can be followed (an unclosed string,
/// comment, bracket or heredoc) or assigns the name twice: then any change could be the wrong one.
std::optional<std::string> setTfvarsLine(std::string_view text, std::string_view name,
                                         std::string_view value);

} // namespace sekisho
