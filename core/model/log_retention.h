// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

namespace sekisho {

/// The days that a log group of CloudWatch Logs can keep its events (API reference: PutRetentionPolicy),
/// ascending.
inline constexpr std::array logRetentions = {1,   3,   5,   7,   14,   30,   60,   90,   120,  150,  180,
                                             365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653};

} // namespace sekisho
