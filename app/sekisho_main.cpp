// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/main_window.h"
#include "ui/style/base_style.h"
#include "ui/style/style.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QSettings>
#include <QTimer>

#include <cstdio>

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

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Sekisho"));
    QApplication::setOrganizationName(QStringLiteral("Sekisho"));
    QApplication::setApplicationVersion(QStringLiteral(SEKISHO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("sekisho"));
    QApplication::setStyle(new style::BaseStyle);

    QSettings settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Sekisho"),
                       QStringLiteral("Sekisho"));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Designer for the security layout of AWS VPCs."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("system, light, dark or high-contrast, for this run."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption language(QStringLiteral("lang"), QStringLiteral("en or ja, for this run."),
                                      QStringLiteral("LANG"));
    parser.addOption(theme);
    parser.addOption(language);
    QCommandLineOption quitAfterPaint(QStringLiteral("quit-after-paint"));
    quitAfterPaint.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(quitAfterPaint);
    parser.addPositionalArgument(
        QStringLiteral("DESIGN.sekisho"),
        QStringLiteral("The design to open; without one, the last one, or the hands-on design."),
        QStringLiteral("[DESIGN.sekisho]"));
    parser.process(application);

    const QStringList themes = {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark"),
                                QStringLiteral("high-contrast")};
    const QStringList languages = {QStringLiteral("system"), QStringLiteral("en"), QStringLiteral("ja")};
    const auto choice = [&](const QCommandLineOption& option, const QStringList& words, const char* key) {
        const int saved = settings.value(QLatin1String(key), 0).toInt();
        if (!parser.isSet(option)) return saved >= 0 && saved < words.size() ? saved : 0;
        const int index = int(words.indexOf(parser.value(option)));
        if (index < 0) {
            std::fprintf(stderr, "sekisho: --%s %s is not known; use one of: %s\n",
                         qPrintable(option.names().constFirst()), qPrintable(parser.value(option)),
                         qPrintable(words.join(QStringLiteral(", "))));
            std::exit(2);
        }
        return index;
    };
    style::setLanguage(style::LanguageChoice(choice(language, languages, "language")));
    style::setTheme(style::ThemeChoice(choice(theme, themes, "theme")));

    MainWindow window(settings);
    const QStringList files = parser.positionalArguments();
    const QString last = settings.value(QStringLiteral("session")).toString();
    if (!files.isEmpty())
        window.openFile(files.constFirst().toStdString());
    else if (last.isEmpty() || !QFileInfo::exists(last) || !window.openFile(last.toStdString()))
        window.newFromTemplate(QStringLiteral("hands-on"));
    if (parser.isSet(quitAfterPaint)) window.installEventFilter(new QuitAfterPaint(&window));
    window.show();
    return QApplication::exec();
}
