// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/main_window.h"
#include "ui/style/base_style.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"
#include "ui/text/diagnostic_text.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>

using namespace sekisho;

namespace {

/// Ends the program after the first paint and one turn of the event loop: for tests/benchmarks/start.
class QuitAfterPaint : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return false;
    }
};

constexpr int usageFailure = 2, noWindow = 3;

/// For the translator.
struct Main {
    Q_DECLARE_TR_FUNCTIONS(sekisho::Main)
};

void saysThatThereIsNoWindow(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type != QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qPrintable(message));
        return;
    }
    // There is no application yet, and so no translator.
    const bool japanese = text::languageFromEnvironment() == text::Language::Japanese;
    std::fprintf(stderr,
                 japanese
                     ? "sekisho: ウィンドウを開けません。ディスプレイがない環境では、sekisho-"
                       "cliで書き出しや料金の計算ができます。\n%s\n"
                     : "sekisho: No window can be opened. Where there is no display, sekisho-cli exports and "
                       "prices designs.\n%s\n",
                 qPrintable(message));
    std::fflush(stderr);
    std::_Exit(noWindow);
}

/// The path of an argument, byte by byte: Qt's text of one that is no UTF-8 would name another file.
std::filesystem::path asGiven(const QString& argument, int count, char** all) {
    for (int i = 1; i < count; ++i)
        if (QString::fromLocal8Bit(all[i]) == argument) return all[i];
    return argument.toStdString();
}

} // namespace

int main(int argc, char** argv) {
    // Without a display Qt ends the program with a core dump.
    qInstallMessageHandler(saysThatThereIsNoWindow);
    QApplication application(argc, argv);
    qInstallMessageHandler(nullptr);
    QApplication::setApplicationName(QStringLiteral("Sekisho"));
    QApplication::setOrganizationName(QStringLiteral("Sekisho"));
    QApplication::setApplicationVersion(QStringLiteral(SEKISHO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("sekisho"));
    QApplication::setStyle(new style::BaseStyle);

    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Sekisho"),
                       QStringLiteral("Sekisho"));
    const QStringList themes = {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark"),
                                QStringLiteral("high-contrast")};
    const QStringList languages = {QStringLiteral("system"), QStringLiteral("en"), QStringLiteral("ja")};
    const auto saved = [&settings](const char* key, const QStringList& words) {
        const int index = settings.value(QLatin1String(key), 0).toInt();
        return index >= 0 && index < words.size() ? index : 0;
    };
    style::setLanguage(style::LanguageChoice(saved("language", languages)));

    QCommandLineParser parser;
    parser.setApplicationDescription(Main::tr("Designer for the security layout of AWS VPCs."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   Main::tr("system, light, dark or high-contrast, for this run."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption language(QStringLiteral("lang"), Main::tr("en or ja, for this run."),
                                      QStringLiteral("LANG"));
    parser.addOption(theme);
    parser.addOption(language);
    QCommandLineOption quitAfterPaint(QStringLiteral("quit-after-paint"));
    quitAfterPaint.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(quitAfterPaint);
    parser.addPositionalArgument(
        QStringLiteral("DESIGN.sekisho"),
        Main::tr(
            "The design to open; without one, the last one, or the hands-on design. Each further one gets "
            "a window of its own."),
        QStringLiteral("[DESIGN.sekisho...]"));
    if (!parser.parse(QApplication::arguments())) {
        std::fprintf(stderr, "sekisho: %s\n", qPrintable(parser.errorText()));
        return usageFailure;
    }
    parser.process(application); // shows help or the version, if that is asked for

    const auto choice = [&](const QCommandLineOption& option, const QStringList& words, const char* key) {
        if (!parser.isSet(option)) return saved(key, words);
        const int index = int(words.indexOf(parser.value(option)));
        if (index < 0) {
            const QString said =
                Main::tr("--%1 %2 is not known; use one of: %3")
                    .arg(option.names().constFirst(), parser.value(option), words.join(QStringLiteral(", ")));
            std::fprintf(stderr, "sekisho: %s\n", qPrintable(said));
            std::exit(usageFailure);
        }
        return index;
    };
    style::setLanguage(style::LanguageChoice(choice(language, languages, "language")));
    style::setTheme(style::ThemeChoice(choice(theme, themes, "theme")));

    const QString own = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    MainWindow window(settings, std::filesystem::path(own.toStdString()) / "unsaved");
    const QStringList files = parser.positionalArguments();
    window.begin(files.isEmpty() ? std::nullopt : std::optional(asGiven(files.constFirst(), argc, argv)));
    // A window shows one design; each further one gets a program of its own.
    for (const QString& file : files.mid(1)) {
        QStringList arguments;
        for (const QCommandLineOption* option : {&theme, &language})
            if (parser.isSet(*option))
                arguments << QStringLiteral("--") + option->names().constFirst() << parser.value(*option);
        QProcess::startDetached(QApplication::applicationFilePath(),
                                arguments << QStringLiteral("--") << QFileInfo(file).absoluteFilePath());
    }
    if (parser.isSet(quitAfterPaint)) window.installEventFilter(new QuitAfterPaint(&window));
    window.show();
    return QApplication::exec();
}
