// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/writer.h"

#include <QTest>

using namespace sekisho;
using namespace sekisho::hcl;
using namespace std::string_literals;

Q_DECLARE_METATYPE(std::string)
Q_DECLARE_METATYPE(sekisho::hcl::Expr)

class ExprTest : public QObject {
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void numbers_data();
    void numbers();
    void normalForms();
    void rebuilds_data();
    void rebuilds();
    void shapes();
    void repairsNames();
};

namespace {

const Expr a = ref("a");
const Expr b = ref("b");
const Expr c = ref("c");

Expr loop(Expr in, Expr result, std::optional<Expr> condition = {}) {
    For value;
    value.valueName = "v";
    value.in = std::move(in);
    value.result = std::move(result);
    value.condition = std::move(condition);
    return forExpr(std::move(value));
}

Expr objectLoop(bool group) {
    For value;
    value.keyName = "k";
    value.valueName = "v";
    value.in = a;
    value.resultKey = ref("v.id");
    value.result = ref("v");
    value.group = group;
    return forExpr(std::move(value));
}

} // namespace

void ExprTest::writes_data() {
    QTest::addColumn<Expr>("expr");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* name, const Expr& expr, const char* text) {
        QTest::newRow(name) << expr << std::string(text);
    };
    using enum BinaryOp;
    row("null", {}, "null");
    row("true", true, "true");
    row("false", false, "false");
    row("integer", 443, "443");
    row("smallest", std::numeric_limits<std::int64_t>::min(), "-9223372036854775808");
    row("decimal", decimal("0.045"), "0.045");
    row("string", "a\"b${c}", R"("a\"b$${c}")");
    row("reference", ref("var.vpc_cidr"), "var.vpc_cidr");
    row("attribute", attr(ref("aws_vpc.main"), "id"), "aws_vpc.main.id");
    row("index", index(ref("aws_subnet.public"), ref("count.index")), "aws_subnet.public[count.index]");
    row("index 0", attr(index(a, 0), "id"), "a[0].id");
    row("index key", index(a, "k\"y"), R"(a["k\"y"])");
    row("index -1", index(a, -1), "a[-1]");
    row("index of nothing", index(a, Expr()), "a[(null)]");
    row("index true", index(a, true), "a[(true)]");
    row("splat", attr(splat(ref("aws_nat_gateway.main")), "id"), "aws_nat_gateway.main[*].id");
    row("index of a call", index(call("f", {a}), 0), "f(a)[0]");
    row("index of a tuple", index(tuple({1, 2}), 0), "[1, 2][0]");
    row("index of a conditional", index(conditional(a, b, c), 0), "(a ? b : c)[0]");
    row("index of a string", index(Expr("x"), 0), "(\"x\")[0]");
    row("call", call("timestamp"), "timestamp()");
    row("arguments", call("substr", {a, -1, 1}), "substr(a, -1, 1)");
    row("expansion", callExpanding("f", {a, b}), "f(a, b...)");
    row("expansion of a number", callExpanding("f", {1}), "f((1)...)");
    row("provider function", call("provider::aws::arn_parse", {a}), "provider::aws::arn_parse(a)");
    row("empty tuple", tuple({}, Layout::MultiLine), "[]");
    row("tuple", tuple({"0.0.0.0/0", a}), R"(["0.0.0.0/0", a])");
    row("empty object", object({}), "{}");
    row("object", object({{"a", 1}, {"b c", 2}}), R"({ a = 1, "b c" = 2 })");
    row("key of a reference", object({{a, 1}}), "{ (a) = 1 }");
    row("key of a template", object({{interpolate({a, "-x"}), 1}}), R"({ "${a}-x" = 1 })");
    row("key in parentheses", object({{parentheses(a), 1}}), "{ (a) = 1 }");
    row("key for", object({{"for", 1}, {"null", 2}, {"if", 3}}), R"({ "for" = 1, "null" = 2, if = 3 })");
    row("key with code", object({{"${a}", 1}}), R"({ "$${a}" = 1 })");
    row("objects in a tuple", tuple({object({{"a", 1}}), object({})}), "[{ a = 1 }, {}]");
    row("template", interpolate({ref("var.project_name"), "-", ref("var.environment"), "-alb-sg"}),
        R"("${var.project_name}-${var.environment}-alb-sg")");
    row("template of a template", interpolate({"x", call("f", {interpolate({"y", a})})}),
        R"("x${f("y${a}")}")");
    row("object in a template", interpolate({"x", object({{"k", 1}})}), R"("x${ { k = 1 } }")");
    row("negation in a template", interpolate({"x", unary(UnaryOp::Negate, a)}), R"("x${- a}")");
    row("dollar before an interpolation", interpolate({"$", a}), R"("\u0024${a}")");
    row("dollars before an interpolation", interpolate({"$$", a}), R"("$\u0024${a}")");
    row("percent before an interpolation", interpolate({"%", a}), R"("%${a}")");
    row("brace after an interpolation", interpolate({a, "{$"}), R"("${a}{$")");
    row("conditional", conditional(ref("var.enable_nat_gateway"), call("length", {a}), 0),
        "var.enable_nat_gateway ? length(a) : 0");
    row("conditional in a branch", conditional(a, b, conditional(b, c, a)), "a ? b : b ? c : a");
    row("conditional as condition", conditional(conditional(a, b, c), b, c), "(a ? b : c) ? b : c");
    row("not", unary(UnaryOp::Not, a), "!a");
    row("negate", unary(UnaryOp::Negate, a), "-a");
    row("not of a comparison", unary(UnaryOp::Not, binary(Equal, a, b)), "!(a == b)");
    row("negated negative", unary(UnaryOp::Negate, -1), "--1");
    row("sum", binary(Add, binary(Multiply, a, b), c), "a * b + c");
    row("product of a sum", binary(Multiply, binary(Add, a, b), c), "(a + b) * c");
    row("left", binary(Subtract, binary(Subtract, a, b), c), "a - b - c");
    row("right", binary(Subtract, a, binary(Subtract, b, c)), "a - (b - c)");
    row("minus minus", binary(Subtract, a, -1), "a - -1");
    row("logic", binary(Or, binary(And, a, b), binary(NotEqual, b, c)), "a && b || b != c");
    row("logic the other way", binary(And, binary(Or, a, b), c), "(a || b) && c");
    row("comparisons", binary(Equal, binary(Less, a, b), binary(GreaterEqual, b, c)), "a < b == b >= c");
    row("division", binary(Divide, a, binary(Modulo, b, c)), "a / (b % c)");
    row("conditional operand", binary(Greater, conditional(a, b, c), 1), "(a ? b : c) > 1");
    row("less or equal", binary(LessEqual, a, b), "a <= b");
    row("for", loop(a, ref("v.id")), "[for v in a : v.id]");
    row("for if", loop(a, b, binary(NotEqual, b, "")), R"([for v in a : b if b != ""])");
    row("for object", objectLoop(false), "{ for k, v in a : v.id => v }");
    row("for group", objectLoop(true), "{ for k, v in a : v.id => v... }");
    row("for in a tuple", loop(tuple({1}), b, tuple({})), "[for v in [1] : b if[]]");
    row("for in parentheses", loop(parentheses(a), b, parentheses(c)), "[for v in(a) : b if(c)]");
    row("for if not", loop(a, b, unary(UnaryOp::Negate, c)), "[for v in a : b if - c]");
    row("parentheses", parentheses(binary(Add, a, 1)), "(a + 1)");
    row("raw", raw({"count.index + 1"}), "count.index + 1");
    row("raw operand", binary(Multiply, raw({"a + b"}), 2), "(a + b) * 2");
    row("raw reference", index(raw({"var.x"}), 0), "var.x[0]");
}
void ExprTest::writes() {
    QFETCH(Expr, expr);
    QFETCH(std::string, text);
    QCOMPARE(write(expr), text);
}

void ExprTest::numbers_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("isOne");
    for (const char* text : {"0", "-1", "0.045", "1e9", "1.5E-10", "12345678901234567890"})
        QTest::newRow(text) << std::string(text) << true;
    for (const char* text : {"", "-", "1.", ".5", "1e", "0x1", "1 ", "+1", "1,5", "NaN", "1e+"})
        QTest::addRow("not %s", text) << std::string(text) << false;
}
void ExprTest::numbers() {
    QFETCH(std::string, text);
    QFETCH(bool, isOne);
    QCOMPARE(isNumber(text), isOne);
    if (isOne) QCOMPARE(write(decimal(text)), text);
}

void ExprTest::normalForms() {
    QCOMPARE(interpolate({}), Expr(""));
    QCOMPARE(interpolate({a}), a);
    QCOMPARE(interpolate({"", a, ""}), a);
    QCOMPARE(interpolate({"x", "y"}), Expr("xy"));
    // Two harmless texts make one that is escaped as a whole.
    QCOMPARE(write(interpolate({"$", "{x}", a})), R"("$${x}${a}")"s);
    QCOMPARE(interpolate({"x", interpolate({"y", a}), "z"}), interpolate({"xy", a, "z"}));
    QCOMPARE(attr(ref("a.b"), "c"), ref("a.b.c"));
    QVERIFY(attr(splat(a), "c").as<GetAttr>());
    QVERIFY(!(Expr("1") == Expr(1)));
    QVERIFY(!(raw({"a"}) == a));
    QVERIFY(!(Expr(true) == Expr("true")));
    QCOMPARE(Expr(), Expr());
    QVERIFY(!(object({}, Layout::OneLine) == object({})));
}

void ExprTest::rebuilds_data() {
    writes_data();
}
/// Children can be taken out and put back, and other ones put in their place.
void ExprTest::rebuilds() {
    QFETCH(Expr, expr);
    const std::vector<Expr> parts = hcl::children(expr);
    QCOMPARE(withChildren(expr, parts), expr);
    QVERIFY(sameShape(expr, expr));
    if (parts.empty()) return;
    std::vector<Expr> others;
    for (const Expr& part : parts)
        others.push_back(part.as<String>() ? Expr("other") : ref("other"));
    const Expr changed = withChildren(expr, others);
    QVERIFY(sameShape(expr, changed) || expr.as<GetAttr>());
    if (!expr.as<GetAttr>()) QCOMPARE(hcl::children(changed), others);
}

void ExprTest::shapes() {
    const Expr first = interpolate({ref("var.p"), "-a-", index(ref("x"), 0)});
    const Expr second = interpolate({ref("var.p"), "-b-", index(ref("x"), 1)});
    QVERIFY(sameShape(first, second));
    QVERIFY(sameShape(hcl::children(first)[2], hcl::children(second)[2]));
    QVERIFY(!sameShape(Expr(0), Expr(1)));
    QVERIFY(!sameShape(first, interpolate({"-a-", ref("var.p"), a})));
    QVERIFY(!sameShape(call("f", {a}), call("g", {a})));
    QVERIFY(!sameShape(call("f", {a}), call("f", {a, b})));
    QVERIFY(!sameShape(call("f", {a}), callExpanding("f", {a})));
    QVERIFY(sameShape(object({{"k", 1}}), object({{"k", 2}})));
    QVERIFY(!sameShape(object({{"k", 1}}), object({{"l", 1}})));
    QVERIFY(!sameShape(tuple({a}), tuple({a}, Layout::MultiLine)));
    QVERIFY(!sameShape(objectLoop(true), objectLoop(false)));
    QVERIFY(!sameShape(loop(a, b), loop(a, b, c)));
    QVERIFY(!sameShape(binary(BinaryOp::Add, a, b), binary(BinaryOp::Subtract, a, b)));
    QVERIFY(!sameShape(a, Expr("a")));
}

void ExprTest::repairsNames() {
#ifdef NDEBUG
    QCOMPARE(write(ref("a.b\"}\n.9")), "a.b___._9"s);
    QCOMPARE(write(attr(splat(a), "")), "a[*]._"s);
    QCOMPARE(write(call("f(g", {a})), "f_g(a)"s);
    QCOMPARE(decimal("1 + 1"), Expr("1 + 1"));
#else
    QSKIP("a wrong name is an assert in this build");
#endif
}

QTEST_APPLESS_MAIN(ExprTest)
#include "expr_test.moc"
