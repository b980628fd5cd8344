// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace sekisho {

/// A stretch of a terminal's text in one look.
struct AnsiRun {
    enum class Color { Default, Red, Green, Yellow, Blue, Magenta, Cyan, Faint };
    QString text;
    Color color = Color::Default;
    bool bold = false;
    bool underline = false;

    friend bool operator==(const AnsiRun&, const AnsiRun&) = default;
};

/// Reads what a program prints for a terminal: colours become looks, other control sequences fall away. Bytes
/// may be cut anywhere, also in the middle of a character.
class AnsiReader {
public:
    std::vector<AnsiRun> read(const QByteArray& bytes);

private:
    void select(const QByteArray& parameters);

    QByteArray m_rest; ///< the beginning of a sequence or character that is not complete yet
    AnsiRun m_look;
};

} // namespace sekisho
