// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/model/design.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>

/// Single values as JSON, spelled as in the file: for edits that are given as JSON.
namespace sekisho::format {

/// T: Node, every node type, every part (VpcCidr, Route, SecurityGroupRule, ...), Traffic, the peers, targets
/// and destinations of rules and routes, Settings, Usage, Acceptance, Notes.
template<class T>
nlohmann::json toJson(const T& value);

/// The inverse. Strict like readDesign(), with its errors about content; {path} begins with `path`, and there
/// is no {line} and {column}. Further error: file_too_deep. The type of a Node follows from its id.
template<class T>
[[nodiscard]] Result<T> fromJson(const nlohmann::json& json, std::string_view path = {});

[[nodiscard]] Result<Node> nodeFromJson(const nlohmann::json& json, std::string_view path = {});

} // namespace sekisho::format
