// SPDX-License-Identifier: Apache-2.0
#include "ui/editors/sentences.h"

#include "ui/style/style.h"
#include "ui/text/diagnostic_text.h"

#include <QCoreApplication>

namespace sekisho::editors {

namespace {

struct Lists {
    Q_DECLARE_TR_FUNCTIONS(sekisho::editors::Lists)
};

QString qString(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

QString sentence(const Diagnostic& diagnostic, const Network* names) {
    return qString(text::sentence(diagnostic, style::language(), names));
}

Verdict complaint(const Diagnostic& diagnostic, const Network* names) {
    Verdict verdict{sentence(diagnostic, names), {}};
    for (const DiagnosticArg& arg : diagnostic.args)
        if (arg.name == "network") verdict.offer = qString(arg.value);
    return verdict;
}

QString nameOf(const Network& network, ElementId element) {
    return qString(text::displayName(network, element));
}

QString titleOf(const Network& network, ElementId element) {
    const Node* node = network.find(element);
    if (node && baseOf(*node).name == text::kindName(element.kind, text::Language::English))
        return capitalized(kindName(element.kind));
    return nameOf(network, element);
}

QString kindName(Kind kind) {
    return qString(text::kindName(kind, style::language()));
}

QString capitalized(const QString& text) {
    // A Japanese text that begins with a Latin word begins with a name: apt is not Apt.
    if (text.isEmpty() || style::language() == text::Language::Japanese) return text;
    return text.left(1).toUpper() + text.mid(1);
}

QString clean(const std::string& text) {
    return qString(text::oneLine(text, 400));
}

QString shortened(const QString& text) {
    constexpr int most = 60, ends = 24;
    if (text.size() <= most) return text;
    return text.left(ends).trimmed() + QStringLiteral(" … ") + text.right(ends).trimmed();
}

QString breakable(const QString& text) {
    constexpr int longest = 20;
    QString broken;
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() || c == QChar(0x200b) ? 0 : run + 1;
        if (run > longest && !c.isLowSurrogate() && !c.isMark()) {
            broken += QChar(0x200b); // a place to break that is not seen
            run = 1;
        }
        broken += c;
    }
    return broken;
}

QString listed(const QStringList& names) {
    if (names.size() < 2) return names.join(QString());
    return Lists::tr("%1 and %2", "the last of a list")
        .arg(names.mid(0, names.size() - 1).join(Lists::tr(", ")), names.last());
}

} // namespace sekisho::editors
