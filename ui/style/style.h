// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/text/diagnostic_text.h"

#include <QObject>

namespace sekisho::style {

enum class LanguageChoice { System, English, Japanese };

/// Says when what everything is drawn with has changed. One for the process.
class Style : public QObject {
    Q_OBJECT
public:
    static Style& instance();

signals:
    void themeChanged();
    /// After the translators were exchanged. Widgets get QEvent::LanguageChange too.
    void languageChanged();

private:
    Style() = default;
};

/// The language of the windows, English until setLanguage(); for the tables of ui/text.
text::Language language();
LanguageChoice languageChoice();
/// Exchanges the translators at run time, Qt's own texts included. System: as the environment says.
void setLanguage(LanguageChoice choice);

} // namespace sekisho::style
