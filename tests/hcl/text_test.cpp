// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/text.h"

#include <QTest>

using namespace sekisho::hcl;
using namespace std::string_literals;

Q_DECLARE_METATYPE(std::string)
Q_DECLARE_METATYPE(std::vector<std::string>)

class TextTest : public QObject {
    Q_OBJECT

private slots:
    void identifiers_data();
    void identifiers();
    void labels_data();
    void labels();
    void escapes_data();
    void escapes();
    void sanitises_data();
    void sanitises();
    void comments_data();
    void comments();
    void counts_data();
    void counts();
    void countsLiterals_data();
    void countsLiterals();
};

void TextTest::identifiers_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("legal");
    for (const char* text : {"a", "_", "vpc_id", "A9", "a-b", "_3"})
        QTest::newRow(text) << std::string(text) << true;
    for (const char* text : {"", "9a", "-a", "a b", "a.b", "é", "a\n", "関", "a\"", "${a}"})
        QTest::addRow("not %s", text) << std::string(text) << false;
    QTest::newRow("NUL") << "a\0"s << false;
}
void TextTest::identifiers() {
    QFETCH(std::string, text);
    QFETCH(bool, legal);
    QCOMPARE(isIdentifier(text), legal);
}

void TextTest::labels_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("label");
    QTest::newRow("plain") << "web"s
                           << "web"s;
    QTest::newRow("words") << "Web tier (public)"s
                           << "web_tier_public"s;
    QTest::newRow("dash") << "my-sg--x"s
                          << "my_sg_x"s;
    QTest::newRow("digit") << "3 tier"s
                           << "_3_tier"s;
    QTest::newRow("edges") << "  __a__ "s
                           << "a"s;
    QTest::newRow("Japanese") << "関所"s
                              << "fallback-x"s;
    QTest::newRow("mixed") << "関所 ALB 1号"s
                           << "alb_1"s;
    QTest::newRow("empty") << ""s
                           << "fallback-x"s;
    QTest::newRow("code") << "\"${file(\"x\")}"s
                          << "file_x"s;
    QTest::newRow("long") << std::string(100, 'A') << std::string(64, 'a');
    QTest::newRow("cut before a gap") << std::string(63, 'a') + " b" << std::string(63, 'a');
    QTest::newRow("long after a digit") << std::string(70, '1') << "_" + std::string(63, '1');
}
void TextTest::labels() {
    QFETCH(std::string, name);
    QFETCH(std::string, label);
    QCOMPARE(identifierFrom(name, "fallback-x"), label);
    QVERIFY(isIdentifier(identifierFrom(name, "fallback-x")));
    QCOMPARE(identifierFrom(label, "x"), label == "fallback-x" ? "fallback_x"s : label);
}

void TextTest::escapes_data() {
    QTest::addColumn<std::string>("data");
    QTest::addColumn<std::string>("literal");
    QTest::newRow("empty") << ""s
                           << "\"\""s;
    QTest::newRow("plain") << "10.0.0.0/16"s
                           << "\"10.0.0.0/16\""s;
    QTest::newRow("quote") << "a\"b"s
                           << R"("a\"b")"s;
    QTest::newRow("backslash") << "a\\"s
                               << R"("a\\")"s;
    QTest::newRow("backslash n") << "\\n"s
                                 << R"("\\n")"s;
    QTest::newRow("white space") << "a\n\r\tb"s
                                 << R"("a\n\r\tb")"s;
    QTest::newRow("NUL") << "a\0b"s
                         << R"("a\u0000b")"s;
    QTest::newRow("escape") << "\x1b[0m\x7f"s
                            << R"("\u001b[0m\u007f")"s;
    QTest::newRow("C1") << "\u0085"s
                        << R"("\u0085")"s;
    QTest::newRow("interpolation") << "${x}"s
                                   << R"("$${x}")"s;
    QTest::newRow("directive") << "%{if x}"s
                               << R"("%%{if x}")"s;
    QTest::newRow("escaped already") << "$${x}"s
                                     << R"("$$${x}")"s;
    QTest::newRow("signs") << "$ % $$ 100%"s
                           << R"("$ % $$ 100%")"s;
    QTest::newRow("bidi") << "a\u202Eb\u2066"s
                          << R"("a\u202eb\u2066")"s;
    QTest::newRow("zero width") << "a\u200Bb\uFEFF"s
                                << R"("a\u200bb\ufeff")"s;
    QTest::newRow("separators") << "\u2028\u2029"s
                                << R"("\u2028\u2029")"s;
    QTest::newRow("tag") << "\U000E0041"s
                         << R"("\U000e0041")"s;
    QTest::newRow("noncharacter") << "\uFFFE"s
                                  << R"("\ufffe")"s;
    QTest::newRow("Japanese") << "関所"s
                              << "\"関所\""s;
    QTest::newRow("variation selector") << "葛\U000E0100"s
                                        << "\"葛\U000E0100\""s;
    QTest::newRow("surrogate") << "\xed\xa0\x80"s
                               << "\"\uFFFD\uFFFD\uFFFD\""s;
}
void TextTest::escapes() {
    QFETCH(std::string, data);
    QFETCH(std::string, literal);
    QCOMPARE(stringLiteral(data), literal);
}

void TextTest::sanitises_data() {
    QTest::addColumn<std::string>("data");
    QTest::addColumn<std::string>("text");
    QTest::newRow("ASCII") << "a\0b\n"s
                           << "a\0b\n"s;
    QTest::newRow("UTF-8") << "é関\U0001F600"s
                           << "é関\U0001F600"s;
    QTest::newRow("lone byte") << "a\xff"
                                  "b"s
                               << "a\uFFFDb"s;
    QTest::newRow("continuation") << "\x80\x80"s
                                  << "\uFFFD\uFFFD"s;
    QTest::newRow("overlong") << "\xc0\xaf"s
                              << "\uFFFD\uFFFD"s;
    QTest::newRow("overlong 3") << "\xe0\x80\xaf"s
                                << "\uFFFD\uFFFD\uFFFD"s;
    QTest::newRow("cut short") << "\xe3\x81"s
                               << "\uFFFD"s;
    QTest::newRow("cut short within") << "\xf0\x9f\x98"
                                         "a"s
                                      << "\uFFFDa"s;
    QTest::newRow("too large") << "\xf4\x90\x80\x80"s
                               << "\uFFFD\uFFFD\uFFFD\uFFFD"s;
    QTest::newRow("surrogate") << "\xed\xa0\x80"s
                               << "\uFFFD\uFFFD\uFFFD"s;
    QTest::newRow("last code point") << "\U0010FFFD"s
                                     << "\U0010FFFD"s;
}
void TextTest::sanitises() {
    QFETCH(std::string, data);
    QFETCH(std::string, text);
    QCOMPARE(sanitised(data), text);
    QCOMPARE(sanitised(text), text);
}

void TextTest::comments_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::vector<std::string>>("lines");
    using Lines = std::vector<std::string>;
    QTest::newRow("empty") << ""s << Lines{""};
    QTest::newRow("line ends") << "a\nb\r\nc\rd\u2028e\u2029f\u0085g"s
                               << Lines{"a", "b", "c", "d", "e", "f", "g"};
    QTest::newRow("last newline") << "a\n"s << Lines{"a", ""};
    QTest::newRow("blanks") << "a  \n  b\t"s << Lines{"a", "  b"};
    QTest::newRow("controls") << "a\0\x1b\u202E"s << Lines{"a\\u0000\\u001b\\u202e"};
    QTest::newRow("invalid") << "\xff"s << Lines{"\uFFFD"};
    QTest::newRow("marks") << "*/ # // ${x} \" 関所"s << Lines{"*/ # // ${x} \" 関所"};
}
void TextTest::comments() {
    QFETCH(std::string, text);
    QFETCH(std::vector<std::string>, lines);
    QCOMPARE(commentLines(text), lines);
}

void TextTest::counts_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::size_t>("count");
    const auto row = [](const char* name, std::string text, std::size_t count) {
        QTest::newRow(name) << std::move(text) << count;
    };
    row("empty", "", 0);
    row("ASCII", "name", 4);
    row("kanji", "関所", 2);
    row("combining", "e\u0301e\u0301\u0302", 2);
    row("combining first", "\u0301a", 2);
    row("kana with a mark", "か\u3099", 1);
    row("CRLF", "\r\n\n\r", 3);
    row("family", "\U0001F468\u200D\U0001F469\u200D\U0001F467", 1);
    row("skin tone", "\U0001F44D\U0001F3FD", 1);
    row("flags", "\U0001F1EF\U0001F1F5\U0001F1FA\U0001F1F8", 2);
    row("half a flag", "\U0001F1EF\U0001F1F5\U0001F1EF", 2);
    row("variation selector", "\u2764\uFE0F", 1);
    row("keycap", "1\uFE0F\u20E3", 1);
    row("Hangul syllable", "한", 1);
    row("Hangul letters", "\u1112\u1161\u11AB", 1);
    row("Hangul syllable and final", "\uAC00\u11A8", 1);
    row("Hangul LVT and final", "\uAC01\u11A8", 1);
    row("Hangul LVT and vowel", "\uAC01\u1161", 2);
    row("L, LV, T: an oddity of Terraform's counter", "\u1100\uAC00\u11A8", 2);
    row("Devanagari", "नि", 1);
    row("prepend", "\u0600a", 1);
    row("prepend before a control", "\u0600\n", 2);
    row("prepend alone", "\u0600\u0600", 1);
    row("replacement character takes no mark", "\uFFFD\u0301", 2);
    row("across the window", std::string(4095, 'z') + "e\u0301", 4097);
    row("before the window", std::string(4093, 'z') + "e\u0301", 4094);
}
void TextTest::counts() {
    QFETCH(std::string, text);
    QFETCH(std::size_t, count);
    QCOMPARE(columns(text), count);
}

void TextTest::countsLiterals_data() {
    QTest::addColumn<std::string>("escaped");
    QTest::addColumn<std::size_t>("count");
    const auto row = [](const char* name, std::string text, std::size_t count) {
        QTest::newRow(name) << std::move(text) << count;
    };
    // Measured with terraform 1.11.4.
    row("letter", "a\u0301", 1);
    row("dollar", "$\u0301a", 3);
    row("two dollars", "$$\u0301", 3);
    row("escaped interpolation", "$${\u0301", 4);
    row("more dollars", "$$$${\u0301", 6);
    row("escaped directive", "%%{\u0301", 4);
    row("percent and dollar", "%\u0301$\u0301", 4);
    row("dollar and kanji", "$$あ", 3);
    row("newline", "\\n\u0301", 2);
}
void TextTest::countsLiterals() {
    QFETCH(std::string, escaped);
    QFETCH(std::size_t, count);
    QCOMPARE(literalColumns(escaped), count);
}

QTEST_APPLESS_MAIN(TextTest)
#include "text_test.moc"
