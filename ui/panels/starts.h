// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/design.h"

#include <QString>

namespace sekisho {

namespace cost {
class PriceBook;
}

/// What a design can begin with.
enum class Start : std::uint8_t {
    HandsOn,   ///< the article's architecture in full
    VpcTwoAzs, ///< a VPC with public and private subnets in two zones, and nothing in them
    Empty,
};
inline constexpr int startCount = 3;

struct StartSettings {
    QString region = QStringLiteral("ap-northeast-1");
    QString project = QStringLiteral("sekisho");
    QString environment = QStringLiteral("dev");
};

/// The design to begin with. `prices` knows the usual zones of the Region. Error: template_setting_bad.
[[nodiscard]] Result<Design> makeStart(Start start, const StartSettings& settings,
                                       const cost::PriceBook& prices);

QString startName(Start start);        ///< "Hands-on"
QString startDescription(Start start); ///< one sentence

} // namespace sekisho
