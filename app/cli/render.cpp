// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "ui/canvas/picture.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QHash>
#include <QProcessEnvironment>

#include <charconv>
#include <filesystem>

namespace sekisho::cli {

namespace {

constexpr double smallestScale = 0.1, largestScale = 8;

std::optional<double> scaleFrom(const std::string& text) {
    double scale = 0;
    const auto [end, failure] =
        std::from_chars(text.data(), text.data() + text.size(), scale, std::chars_format::fixed);
    // Written so that what is no number at all does not pass either.
    if (failure != std::errc() || end != text.data() + text.size() ||
        !(scale >= smallestScale && scale <= largestScale))
        return std::nullopt;
    return scale;
}

/// Drawing needs Qt's application, though neither a window nor a display.
class HeadlessApplication {
public:
    HeadlessApplication() {
        if (qApp) return;
        // Whatever the surroundings say, and without Qt's remarks on them.
        const QStringList variables = QProcessEnvironment::systemEnvironment().keys();
        for (const QString& name : variables) // QT_SCALE_FACTOR, QT_FONT_DPI, QT_STYLE_OVERRIDE, ...
            if (name.startsWith(QLatin1String("QT_")) && !name.endsWith(QLatin1String("PATH")))
                qunsetenv(name.toLocal8Bit().constData());
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // The same fonts under every locale, and the same bytes each time.
        qputenv("FC_LANG", "en");
        QHashSeed::setDeterministicGlobalSeed();
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
        m_application = std::make_unique<QApplication>(m_count, m_arguments);
    }

private:
    char m_name[12] = "sekisho-cli";
    char* m_arguments[2] = {m_name, nullptr};
    int m_count = 1;
    std::unique_ptr<QApplication> m_application;
};

} // namespace

Status runRender(const Arguments& arguments, Console& console) {
    canvas::PictureOptions options;
    if (const auto text = arguments.value("scale")) {
        const auto scale = scaleFrom(*text);
        if (!scale) return console.fail(Text::render_scale_bad, {{"value", *text}});
        options.scale = *scale;
    }
    if (arguments.value("theme") == "dark") options.theme = style::Variant::Dark;
    if (arguments.value("theme") == "high-contrast") options.theme = style::Variant::HighContrast;
    options.transparent = arguments.has("transparent");
    options.title = std::filesystem::path(arguments.word(0)).stem().string();

    const auto design = loadFile(arguments.word(0), console);
    if (!design) return Status::Failed;
    const HeadlessApplication application;
    style::setLanguage(console.language() == Language::Japanese ? style::LanguageChoice::Japanese
                                                                : style::LanguageChoice::English);
    const auto saved = canvas::savePicture(*design, *arguments.value("output"), options);
    if (!saved) return console.fail(saved.error());
    return Status::Yes;
}

} // namespace sekisho::cli
