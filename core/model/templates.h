// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

/// A design to start from.
struct TemplateInfo {
    std::string_view name; ///< for scripts: "hands-on"
    std::string_view description;
    std::string_view descriptionJa;
    std::vector<std::string_view> settings; ///< the keys it takes
};

/// hands-on, empty, scale.
const std::vector<TemplateInfo>& designTemplates();

/// Makes the design of that name.
///   hands-on: the article's architecture in full; region, project_name, environment. The zones are the
///   Region's
///     first two that `zonesOfRegion` names (the Region's name plus "a" and "c" for ap-northeast-1, "a" and
///     "b" elsewhere, when it names none).
///   empty: settings alone; same keys.
///   scale: groups, rules (in total), workloads (all whole numbers from 0; at most 100,000), for benchmarks;
///     deterministic. Also region, project_name, environment.
/// Errors: template_unknown, template_setting_unknown, template_setting_bad.
[[nodiscard]] Result<Design> makeTemplate(std::string_view name,
                                          const std::map<std::string, std::string>& settings = {},
                                          const std::vector<std::string>& zonesOfRegion = {});

} // namespace sekisho
