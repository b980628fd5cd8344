// SPDX-License-Identifier: Apache-2.0
#include "ui/style/style.h"

#include "resources/resources.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace sekisho::style {

namespace {

LanguageChoice currentChoice = LanguageChoice::System;
text::Language currentLanguage = text::Language::English;

/// The translators in use; they go before the application does.
struct Translators {
    std::unique_ptr<QTranslator> ours, qt;

    void clear() {
        ours.reset();
        qt.reset();
    }
};
Translators& translators() {
    static Translators all;
    return all;
}

} // namespace

Style& Style::instance() {
    static Style style;
    return style;
}

text::Language language() {
    return currentLanguage;
}

LanguageChoice languageChoice() {
    return currentChoice;
}

void setLanguage(LanguageChoice choice) {
    currentChoice = choice;
    switch (choice) {
    case LanguageChoice::System: currentLanguage = text::languageFromEnvironment(); break;
    case LanguageChoice::English: currentLanguage = text::Language::English; break;
    case LanguageChoice::Japanese: currentLanguage = text::Language::Japanese; break;
    }
    const bool japanese = currentLanguage == text::Language::Japanese;
    Translators& all = translators();
    all.clear();
    // English has a translation too: the forms for one and for many.
    if (const auto bytes = resources::find(japanese ? "sekisho_ja.qm" : "sekisho_en.qm")) {
        all.ours = std::make_unique<QTranslator>();
        if (all.ours->load(reinterpret_cast<const uchar*>(bytes->data()), int(bytes->size())))
            QCoreApplication::installTranslator(all.ours.get());
    }
    if (japanese) {
        all.qt = std::make_unique<QTranslator>();
        if (all.qt->load(QStringLiteral("qtbase_ja"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(all.qt.get());
    }
    emit Style::instance().languageChanged();
}

} // namespace sekisho::style
