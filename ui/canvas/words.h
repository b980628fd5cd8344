// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace sekisho::canvas {

/// What the drawing itself says.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Drawing)
};

} // namespace sekisho::canvas
