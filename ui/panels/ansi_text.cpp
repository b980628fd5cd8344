// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/ansi_text.h"

#include <QList>

namespace sekisho {

namespace {

/// A sequence that goes on for longer is none.
constexpr qsizetype longestSequence = 2048;

/// How many bytes at the end begin a UTF-8 character that goes on in the next read.
qsizetype cutCharacter(const QByteArray& bytes) {
    for (qsizetype back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80) continue;
        const qsizetype length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? back : 0;
    }
    return 0;
}

} // namespace

void AnsiReader::select(const QByteArray& parameters) {
    const QList<QByteArray> words = parameters.split(';');
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int code = words[i].toInt();
        switch (code) {
        case 38:
        case 48:
            // One of 256 colours, or of all: the numbers behind it are no looks.
            if (i + 1 < words.size()) i += words[i + 1] == "5" ? 2 : words[i + 1] == "2" ? 4 : 0;
            break;
        case 0: m_look = {}; break;
        case 1: m_look.bold = true; break;
        case 2: m_look.color = AnsiRun::Color::Faint; break;
        case 4: m_look.underline = true; break;
        case 22: m_look.bold = false; break;
        case 24: m_look.underline = false; break;
        case 39: m_look.color = AnsiRun::Color::Default; break;
        default:
            // 30-37 and their bright forms; black and white are the default ink.
            static constexpr AnsiRun::Color colors[] = {AnsiRun::Color::Default, AnsiRun::Color::Red,
                                                        AnsiRun::Color::Green,   AnsiRun::Color::Yellow,
                                                        AnsiRun::Color::Blue,    AnsiRun::Color::Magenta,
                                                        AnsiRun::Color::Cyan,    AnsiRun::Color::Default};
            if (code == 90)
                m_look.color = AnsiRun::Color::Faint;
            else if (code >= 30 && code <= 37)
                m_look.color = colors[code - 30];
            else if (code > 90 && code <= 97)
                m_look.color = colors[code - 90];
        }
    }
}

std::vector<AnsiRun> AnsiReader::read(const QByteArray& more) {
    QByteArray bytes = m_rest + more;
    m_rest.clear();
    std::vector<AnsiRun> runs;
    QByteArray plain;
    const auto flush = [&] {
        if (plain.isEmpty()) return;
        AnsiRun run = m_look;
        run.text = QString::fromUtf8(plain);
        runs.push_back(std::move(run));
        plain.clear();
    };
    if (const qsizetype cut = cutCharacter(bytes); cut > 0) {
        m_rest = bytes.right(cut);
        bytes.chop(cut);
    }
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c != '\x1b') {
            if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) plain += c;
            continue;
        }
        if (i + 1 < bytes.size() && bytes[i + 1] == ']') {
            // To the terminal itself: its title, a link. Ends with BEL or ESC \.
            qsizetype end = i + 2;
            while (end < bytes.size() && bytes[end] != '\a' && bytes[end] != '\x1b' && bytes[end] != '\n')
                ++end;
            if (end >= bytes.size() && bytes.size() - i < longestSequence) {
                m_rest = bytes.mid(i) + m_rest;
                break;
            }
            // What is too long for one, or not ended on its line, is text after all.
            if (end < bytes.size() && bytes[end] != '\n')
                i = bytes[end] == '\a' ? end : end - 1;
            else
                ++i;
            continue;
        }
        if (i + 1 < bytes.size() && bytes[i + 1] != '[') {
            ++i; // a sequence of two bytes
            continue;
        }
        qsizetype end = i + 2;
        while (end < bytes.size() && !(bytes[end] >= 0x40 && bytes[end] <= 0x7e))
            ++end;
        if (end >= bytes.size()) {
            // Cut; but nothing that goes on for ever is waited for.
            if (bytes.size() - i < longestSequence) m_rest = bytes.mid(i) + m_rest;
            break;
        }
        if (bytes[end] == 'm') {
            flush();
            select(bytes.mid(i + 2, end - i - 2));
        }
        i = end;
    }
    flush();
    return runs;
}

} // namespace sekisho
