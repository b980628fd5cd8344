// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/writer.h"

#include <QTest>

using namespace sekisho::hcl;
using namespace std::string_literals;

Q_DECLARE_METATYPE(std::string)
Q_DECLARE_METATYPE(sekisho::hcl::Body)

class WriterTest : public QObject {
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void joins();
    void appends();
    void compares();
};

void WriterTest::writes_data() {
    QTest::addColumn<Body>("body");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* name, const Body& body, const char* text) {
        QTest::newRow(name) << body << std::string(text);
    };
    const auto inBlock = [](const Body& body) {
        Body file;
        file.block("b") = body;
        return file;
    };

    row("nothing", {}, "");
    row("runs of =", Body().attribute("a", 1).attribute("long_name", 2).blankLine().attribute("bb", 3),
        "a         = 1\nlong_name = 2\n\nbb = 3\n");
    row("a comment ends a run", Body().attribute("a", 1).comment("x").attribute("long_name", 2),
        "a = 1\n# x\nlong_name = 2\n");
    row("one line values belong to the run",
        Body()
            .attribute("a", object({{"x", 1}}, Layout::OneLine))
            .attribute("long_name", tuple({1, 2}))
            .attribute("ccc", call("f", {1})),
        "a         = { x = 1 }\nlong_name = [1, 2]\nccc       = f(1)\n");
    row("a multi-line value ends it",
        Body()
            .attribute("a", 1)
            .attribute("tags", object({{"Name", "x"}, {"Environment", "y"}}))
            .attribute("bb", 2),
        "a = 1\ntags = {\n  Name        = \"x\"\n  Environment = \"y\"\n}\nbb = 2\n");
    row("nested brackets on one line are one level",
        Body().attribute("p", call("jsonencode", {object({{"S", tuple({object({{"Sid", 1}})})}})})),
        "p = jsonencode({\n  S = [{\n    Sid = 1\n  }]\n})\n");
    row("multi-line tuple", Body().attribute("t", tuple({"a", tuple({1})}, Layout::MultiLine)),
        "t = [\n  \"a\",\n  [1],\n]\n");
    row("two objects in a tuple", Body().attribute("t", tuple({object({{"a", 1}}), object({{"b", 2}})})),
        "t = [{\n  a = 1\n  }, {\n  b = 2\n}]\n");
    row("branches", Body().attribute("t", conditional(ref("c"), object({{"a", 1}}), object({}))),
        "t = c ? {\n  a = 1\n} : {}\n");
    row("templates stay on a line", Body().attribute("t", interpolate({"x", object({{"a", 1}})})),
        "t = \"x${ { a = 1 } }\"\n");
    row("comments align", Body().attribute("a", 1, "one").attribute("bbb", "xx", "two").attribute("c", 3),
        "a   = 1    # one\nbbb = \"xx\" # two\nc   = 3\n");
    row("comments align across levels",
        Body().attribute("t", object({{"long_key", 1}}), "end").attribute("a", 1, "next"),
        "t = {\n  long_key = 1\n}     # end\na = 1 # next\n");
    row("a comment is data", Body().attribute("a", 1, "x\n}\ny \u202E"), "a = 1 # x } y \\u202e\n");
    row("an empty comment is none", Body().attribute("a", 1, "\n"), "a = 1\n");
    row("comment lines", inBlock(Body().comment("a\nb\n\nc\r}")),
        "b {\n  # a\n  # b\n  #\n  # c\n  # }\n}\n");
    row("kanji are one wide", Body().attribute("t", object({{"関所", 1}, {"name", 2}, {"か\u3099", 3}})),
        "t = {\n  \"関所\" = 1\n  name = 2\n  \"か\u3099\"  = 3\n}\n");
    row("wide text before comments", Body().attribute("a", "関所", "x").attribute("b", "abc", "y"),
        "a = \"関所\"  # x\nb = \"abc\" # y\n");
    row(
        "a label is data",
        [] {
            Body body;
            body.block("x", {"a\"b", "${c}"});
            return body;
        }(),
        "x \"a\\\"b\" \"$${c}\" {}\n");
    row("one-line block",
        Body()
            .add({"a", {}, Body().attribute("x", object({{"k", 1}})), Layout::OneLine})
            .add({"b", {}, Body().attribute("x", 1).attribute("y", 2), Layout::OneLine})
            .add({"c", {}, Body().attribute("x", 1, "why"), Layout::OneLine}),
        "a { x = { k = 1 } }\nb {\n  x = 1\n  y = 2\n}\nc {\n  x = 1 # why\n}\n");
    row(
        "nested blocks",
        [] {
            Body body;
            Body& group = body.block("resource", {"aws_security_group", "alb"});
            group.attribute("vpc_id", ref("aws_vpc.main.id")).blankLine();
            group.block("ingress").attribute("from_port", 80).attribute("protocol", "tcp");
            return body;
        }(),
        "resource \"aws_security_group\" \"alb\" {\n  vpc_id = aws_vpc.main.id\n\n  ingress {\n    from_port "
        "= 80\n"
        "    protocol  = \"tcp\"\n  }\n}\n");
    row("code within lines", Body().attribute("a", raw({"[\nfor s in x :\n  s\n]"})).attribute("bb", 1),
        "a = [\n  for s in x :\n  s\n]\nbb = 1\n");
    row("an element that looks like an attribute",
        Body().attribute("t", tuple({tuple({object({{"a", 1}}, Layout::OneLine), object({{"b", 2}})})},
                                    Layout::MultiLine)),
        "t = [\n  [{ a = 1 }, {\n    b  = 2\n  }],\n]\n");
}
void WriterTest::writes() {
    QFETCH(Body, body);
    QFETCH(std::string, text);
    QCOMPARE(write(body), text);
}

/// What was written apart may be joined: a blank line, a comment and the lines of a block end every run.
void WriterTest::joins() {
    const Body first = Body().attribute("a", 1).attribute("bbb", 2);
    Body second;
    second.block("x").attribute("long_name", 1);
    Body third = Body().comment("c").attribute("dddddd", 4);

    Body all;
    for (const Body* part : std::initializer_list<const Body*>{&first, &second, &third}) {
        if (part != &first) all.blankLine();
        all.items.insert(all.items.end(), part->items.begin(), part->items.end());
    }
    QCOMPARE(write(first) + "\n" + write(second) + "\n" + write(third), write(all));

    Body close = first;
    close.items.insert(close.items.end(), second.items.begin(), second.items.end());
    QCOMPARE(write(first) + write(second), write(close));
}

void WriterTest::appends() {
    std::string text = "a = 1\n";
    append(text, Body().attribute("bbb", 2).attribute("c", 3));
    QCOMPARE(text, "a = 1\nbbb = 2\nc   = 3\n"s);
    append(text, Block{"x", {"y"}, {}, Layout::MultiLine});
    QCOMPARE(text, "a = 1\nbbb = 2\nc   = 3\nx \"y\" {}\n"s);
    QCOMPARE(write(Block{"x", {}, Body().attribute("a", 1), Layout::MultiLine}), "x {\n  a = 1\n}\n"s);
}

void WriterTest::compares() {
    const auto make = [](int value) {
        Body body;
        body.block("x", {"y"}).attribute("a", value).blankLine().comment("c");
        return body;
    };
    QVERIFY(make(1) == make(1));
    QVERIFY(!(make(1) == make(2)));
    QVERIFY(!(make(1) == make(1).blankLine()));
}

QTEST_APPLESS_MAIN(WriterTest)
#include "writer_test.moc"
