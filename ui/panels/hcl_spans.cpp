// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/code_view.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace sekisho {

namespace {

bool isWord(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('-');
}

bool isLiteral(QStringView word) {
    return word == u"true" || word == u"false" || word == u"null" || word == u"for" || word == u"in" ||
           word == u"if";
}

/// Behind a quote: the end of the string, the closing quote included. Templates may hold quotes of their own.
int endOfString(const QString& line, int from) {
    int depth = 0;
    for (int i = from; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == QLatin1Char('\\')) {
            ++i;
        } else if ((c == QLatin1Char('$') || c == QLatin1Char('%')) && i + 1 < line.size() &&
                   line[i + 1] == QLatin1Char('{') && (i == from || line[i - 1] != c)) {
            ++depth;
            ++i;
        } else if (depth > 0 && c == QLatin1Char('}')) {
            --depth;
        } else if (depth == 0 && c == QLatin1Char('"')) {
            return i + 1;
        }
    }
    return int(line.size());
}

} // namespace

std::vector<CodeSpan> hclSpans(const QString& line) {
    std::vector<CodeSpan> spans;
    const int size = int(line.size());
    bool first = true; // no word was there yet
    for (int i = 0; i < size;) {
        const QChar c = line[i];
        if (c == QLatin1Char('#') || (c == QLatin1Char('/') && i + 1 < size && line[i + 1] == c)) {
            spans.push_back({CodeSpan::Comment, i, size - i});
            break;
        }
        if (c == QLatin1Char('"')) {
            const int end = endOfString(line, i + 1);
            spans.push_back({CodeSpan::String, i, end - i});
            i = end;
        } else if (c.isDigit()) {
            int end = i;
            while (end < size && (line[end].isDigit() || line[end] == QLatin1Char('.')))
                ++end;
            spans.push_back({CodeSpan::Number, i, end - i});
            i = end;
        } else if (c.isLetter() || c == QLatin1Char('_')) {
            int end = i;
            bool dotted = false;
            while (end < size && (isWord(line[end]) || (line[end] == QLatin1Char('.') && end + 1 < size &&
                                                        isWord(line[end + 1])))) {
                dotted = dotted || line[end] == QLatin1Char('.');
                ++end;
            }
            const QStringView word = QStringView(line).mid(i, end - i);
            int next = end;
            while (next < size && line[next] == QLatin1Char(' '))
                ++next;
            // "ingress {" and "resource "a" "b" {" open blocks; "name = " is an argument.
            const bool opens =
                first && next < size && (line[next] == QLatin1Char('{') || line[next] == QLatin1Char('"'));
            if (opens || isLiteral(word))
                spans.push_back({CodeSpan::Keyword, i, end - i});
            else if (dotted)
                spans.push_back({CodeSpan::Reference, i, end - i});
            first = false;
            i = end;
        } else {
            ++i;
        }
    }
    return spans;
}

} // namespace sekisho
