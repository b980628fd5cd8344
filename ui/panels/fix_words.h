// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/advice/fixes.h"

#include <QString>

namespace sekisho {

/// What stands on the button of a fix: "Use 10.0.3.0/24".
QString fixLabel(const advice::Fix& fix);

/// A sentence of ui/text in its two parts: what is wrong, and how to mend it (may be empty).
struct SplitSentence {
    QString wrong;
    QString mend;
};
SplitSentence splitSentence(const QString& sentence);

} // namespace sekisho
