// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace sekisho {

/// The lines that differ, as `diff -u` shows them: "--- a/name", "+++ b/name", hunks with three lines of
/// context. Empty when nothing differs. Texts that have little in common are shown as one hunk that replaces
/// the differing part as a whole, so that the time stays bounded.
std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view name);

} // namespace sekisho
