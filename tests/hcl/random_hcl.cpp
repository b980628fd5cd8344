// SPDX-License-Identifier: Apache-2.0
#include "tests/hcl/random_hcl.h"

#include "core/hcl/text.h"
#include "core/hcl/utf8.h"

#include <iterator>
#include <string_view>
#include <utility>

namespace sekisho::hcl::test {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view fragments[] = {
    "\""sv,
    "\\"sv,
    "\\\""sv,
    "${"sv,
    "%{"sv,
    "$${"sv,
    "$$"sv,
    "$"sv,
    "%"sv,
    "%%{"sv,
    "{"sv,
    "}"sv,
    "~}"sv,
    "${~"sv,
    "%{ if true }"sv,
    "${local.secret}"sv,
    "\" = file(\"/etc/passwd\")\n"sv,
    "\n"sv,
    "\r\n"sv,
    "\r"sv,
    "\t"sv,
    "\0"sv,
    "\x01"sv,
    "\x1b[31m"sv,
    "\x7f"sv,
    "\u0085"sv,
    "\u2028"sv,
    "\u2029"sv,
    "\u202E"sv,
    "\u2066"sv,
    "\u200B"sv,
    "\u200D"sv,
    "\u200F"sv,
    "\uFEFF"sv,
    "\u00AD"sv,
    "\U000E0041|"sv,
    "\uFFFE"sv,
    "\xff"sv,
    "\xc0\xaf"sv,
    "\xed\xa0\x80"sv,
    "\xf4\x90\x80\x80"sv,
    "\xe3\x81"sv,
    "<<EOT\n"sv,
    "EOT"sv,
    "*/"sv,
    "/*"sv,
    "#"sv,
    "//"sv,
    "# x"sv,
    "\n}\nresource \"a\" \"b\" {\n"sv,
    "a"sv,
    "Web"sv,
    " "sv,
    "  "sv,
    "="sv,
    "=>"sv,
    ","sv,
    "関所"sv,
    "か\u3099"sv,
    "e\u0301"sv,
    "\u0301"sv,
    "\U0001F468\u200D\U0001F469"sv,
    "\U0001F1EF\U0001F1F5"sv,
    "\U0001F1EF"sv,
    "\u2764\uFE0F"sv,
    "\U0001F44D\U0001F3FD"sv,
    "한"sv,
    "\u1112"sv,
    "\u1161\u11AB"sv,
    "\uAC00\u11A8"sv,
    "\u0600"sv,
    "नि"sv,
    "葛\U000E0100"sv,
    "\u00A9"sv,
    "\\u0041"sv,
    "\\n"sv,
};

constexpr std::string_view words[] = {
    "a",  "id", "var", "name", "cidr_blocks", "for_each",      "from_port",  "long-name",
    "x9", "_",  "if",  "in",   "for",         "a_longer_name", "description"};

} // namespace

std::string RandomHcl::hostileName() {
    std::string name;
    const std::size_t count = 1 + below(8);
    for (std::size_t i = 0; i < count; ++i) {
        if (!oneIn(6)) {
            name += fragments[below(std::size(fragments))];
            continue;
        }
        const auto point = static_cast<char32_t>(1 + below(oneIn(4) ? 0x10FFFF : 0x2FFF));
        appendUtf8(name, point);
        // Terraform's NFC looks at 16 bits of a code point only: U+E0041 and an acute become U+00C1.
        if (point > 0xFFFF) name += '|';
    }
    if (oneIn(200))
        while (name.size() < 10000)
            name += name + "x";
    return name;
}

std::string RandomHcl::identifier() {
    return std::string(words[below(std::size(words))]);
}

std::string RandomHcl::variable() {
    for (;;) {
        std::string name = identifier();
        if (name != "for" && name != "if" && name != "in") return name;
    }
}

Expr RandomHcl::object(int depth) {
    std::vector<ObjectItem> items;
    for (std::size_t i = below(5); i > 0; --i) {
        Expr key = identifier();
        if (oneIn(4))
            key = hostileName();
        else if (oneIn(8))
            key = expression(0);
        items.push_back({std::move(key), expression(depth - 1)});
    }
    return hcl::object(std::move(items), oneIn(3) ? Layout::OneLine : Layout::MultiLine);
}

Expr RandomHcl::loop(int depth) {
    For loop;
    if (oneIn(2)) loop.keyName = "k";
    loop.valueName = "v";
    loop.in = expression(depth - 1);
    loop.result = expression(depth - 1);
    if (oneIn(2)) {
        loop.resultKey = expression(depth - 1);
        loop.group = oneIn(3);
    }
    if (oneIn(2)) loop.condition = expression(depth - 1);
    return forExpr(std::move(loop));
}

Expr RandomHcl::expression(int depth) {
    const auto several = [&](std::size_t most) {
        std::vector<Expr> result;
        for (std::size_t i = below(most + 1); i > 0; --i)
            result.push_back(expression(depth - 1));
        return result;
    };
    const std::size_t leaves = 7;
    switch (below(depth > 0 ? leaves + 14 : leaves)) {
    case 0: return {};
    case 1: return oneIn(2);
    case 2: return static_cast<int>(below(2000)) - 1000;
    case 3: return decimal(oneIn(2) ? "0.045" : "-1.5e10");
    case 4: return hostileName();
    case 5: return ref(variable());
    case 6: return ref("aws_subnet.public.id");
    case 7: return interpolate({hostileName(), expression(depth - 1), hostileName()});
    case 8: return interpolate(several(4));
    case 9: return attr(expression(depth - 1), identifier());
    case 10: return index(expression(depth - 1), expression(depth - 1));
    case 11: return splat(expression(depth - 1));
    case 12: return call("merge", several(3));
    case 13: return callExpanding("provider::a::b", {expression(depth - 1)});
    case 14: return tuple(several(4), oneIn(2) ? Layout::OneLine : Layout::MultiLine);
    case 15:
    case 16: return object(depth);
    case 17: return conditional(expression(depth - 1), expression(depth - 1), expression(depth - 1));
    case 18: return unary(oneIn(2) ? UnaryOp::Not : UnaryOp::Negate, expression(depth - 1));
    case 19:
        return oneIn(4)
                   ? parentheses(expression(depth - 1))
                   : binary(static_cast<BinaryOp>(below(13)), expression(depth - 1), expression(depth - 1));
    default: return loop(depth);
    }
}

Expr RandomHcl::arithmetic(int depth, std::int64_t& value) {
    if (depth == 0) {
        value = static_cast<std::int64_t>(below(19)) - 9;
        return value;
    }
    std::int64_t left = 0;
    std::int64_t right = 0;
    std::int64_t condition = 0;
    switch (below(6)) {
    case 0: {
        Expr operand = arithmetic(depth - 1, value);
        value = -value;
        return unary(UnaryOp::Negate, std::move(operand));
    }
    case 1: {
        Expr test = arithmetic(depth - 1, condition);
        Expr yes = arithmetic(depth - 1, left);
        Expr no = arithmetic(depth - 1, right);
        value = condition < 3 ? left : right;
        return conditional(binary(BinaryOp::Less, std::move(test), 3), std::move(yes), std::move(no));
    }
    default: break;
    }
    Expr a = arithmetic(depth - 1, left);
    Expr b = arithmetic(depth - 1, right);
    switch (below(3)) {
    case 0: value = left + right; return binary(BinaryOp::Add, std::move(a), std::move(b));
    case 1: value = left - right; return binary(BinaryOp::Subtract, std::move(a), std::move(b));
    default: value = left * right; return binary(BinaryOp::Multiply, std::move(a), std::move(b));
    }
}

Body RandomHcl::body(int depth) {
    Body result;
    for (std::size_t i = below(7); i > 0; --i) {
        switch (below(depth > 0 ? 9 : 7)) {
        case 0: result.blankLine(); break;
        case 1: result.comment(hostileName()); break;
        case 2:
        case 3:
        case 4:
        case 5:
        case 6:
            result.attribute(identifier() + std::to_string(m_attributes++),
                             expression(static_cast<int>(below(4))),
                             oneIn(3) ? hostileName() : std::string());
            break;
        default: {
            Block block;
            block.type = "block";
            if (oneIn(2)) block.labels = {"first", "second"};
            block.body = body(depth - 1);
            block.layout = oneIn(2) ? Layout::OneLine : Layout::MultiLine;
            result.add(std::move(block));
        }
        }
    }
    return result;
}

} // namespace sekisho::hcl::test
