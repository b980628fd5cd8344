// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/motion.h"

#include <QApplication>
#include <QStyle>

namespace sekisho::canvas::motion {

namespace {
std::optional<bool> chosen;
}

bool isWanted() {
    if (chosen) return *chosen;
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

void setWanted(std::optional<bool> wanted) {
    chosen = wanted;
}

} // namespace sekisho::canvas::motion
