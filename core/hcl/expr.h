// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace sekisho::hcl {

struct ExprNode;

/// An HCL expression: an immutable tree, cheap to copy, compared by structure. C++ strings, numbers and bools
/// convert to literals, so data can never become code: code comes from ref(), call() and the other makers
/// below, and verbatim text from raw() alone. A default Expr is `null`.
class Expr {
public:
    Expr();
    Expr(std::string text);      // NOLINT(google-explicit-constructor): a string literal
    Expr(std::string_view text); // NOLINT(google-explicit-constructor): a string literal
    Expr(const char* text);      // NOLINT(google-explicit-constructor): a string literal
    /// A bool, or any integer that fits std::int64_t; no pointer turns into a bool here, no char into a
    /// number.
    template<class T, std::enable_if_t<std::is_integral_v<T> && !std::is_same_v<T, char> &&
                                           (sizeof(T) < 8 || std::is_signed_v<T>),
                                       int> = 0>
    Expr(T value) : Expr(of(value)) {} // NOLINT(google-explicit-constructor)

    /// The node to visit: `std::visit(..., expr.node().value)`.
    const ExprNode& node() const { return *m_node; }

    /// The node as a T (String, Reference, Call...), or null if it is another kind.
    template<class T>
    const T* as() const;

    friend bool operator==(const Expr& a, const Expr& b);

private:
    friend struct ExprFactory;
    explicit Expr(ExprNode node);
    static Expr of(bool value);
    static Expr of(std::int64_t value);
    template<class T>
    static Expr of(T value) {
        return of(static_cast<std::int64_t>(value));
    }

    std::shared_ptr<const ExprNode> m_node;
};

/// How a tuple or an object is laid out. MultiLine counts only where a line break is allowed: within a
/// template, a key or an index everything is on one line. Empty ones are `[]` and `{}` always.
enum class Layout : std::uint8_t { OneLine, MultiLine };

enum class UnaryOp : std::uint8_t { Not, Negate };

enum class BinaryOp : std::uint8_t {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
};

struct Null {
    friend bool operator==(const Null&, const Null&) = default;
};
struct Bool {
    bool value = false;
    friend bool operator==(const Bool&, const Bool&) = default;
};
/// A number as it is written: an optional minus, digits, an optional fraction and exponent.
struct Number {
    std::string text;
    friend bool operator==(const Number&, const Number&) = default;
};
/// A string literal: data. The writer escapes it.
struct String {
    std::string text;
    friend bool operator==(const String&, const String&) = default;
};
/// `"...${x}..."`: parts that are a String are text (data, escaped), all others interpolations. At least one
/// of them is an interpolation, and there are two parts or more (see interpolate()).
struct Template {
    std::vector<Expr> parts;
    friend bool operator==(const Template&, const Template&) = default;
};
/// A name and the attributes of it: `var.vpc_cidr`, `aws_vpc.main.id`, `each.value`, `x`.
struct Reference {
    std::string path; ///< identifiers joined by dots
    friend bool operator==(const Reference&, const Reference&) = default;
};
/// `of.name`, where `of` is no Reference (that one holds its attributes itself).
struct GetAttr {
    Expr of;
    std::string name;
    friend bool operator==(const GetAttr&, const GetAttr&) = default;
};
/// `of[key]`: a number, a string or any other expression.
struct Index {
    Expr of;
    Expr key;
    friend bool operator==(const Index&, const Index&) = default;
};
/// `of[*]`
struct Splat {
    Expr of;
    friend bool operator==(const Splat&, const Splat&) = default;
};
/// `name(arguments)`, with `...` after the last argument when `expand`.
struct Call {
    std::string name; ///< an identifier, or several joined by `::`
    std::vector<Expr> arguments;
    bool expand = false;
    friend bool operator==(const Call&, const Call&) = default;
};
struct Tuple {
    std::vector<Expr> elements;
    Layout layout = Layout::OneLine;
    friend bool operator==(const Tuple&, const Tuple&) = default;
};
/// A key that is a String is written bare where it is an identifier, else quoted; a Template is quoted; any
/// other expression is put in parentheses.
struct ObjectItem {
    Expr key;
    Expr value;
    friend bool operator==(const ObjectItem&, const ObjectItem&) = default;
};
struct Object {
    std::vector<ObjectItem> items;
    Layout layout = Layout::MultiLine;
    friend bool operator==(const Object&, const Object&) = default;
};
/// `condition ? yes : no`
struct Conditional {
    Expr condition;
    Expr yes;
    Expr no;
    friend bool operator==(const Conditional&, const Conditional&) = default;
};
struct Unary {
    UnaryOp op{};
    Expr operand;
    friend bool operator==(const Unary&, const Unary&) = default;
};
struct Binary {
    BinaryOp op{};
    Expr left;
    Expr right;
    friend bool operator==(const Binary&, const Binary&) = default;
};
/// `[for keyName, valueName in in : result if condition]`, or with a `resultKey` the object
/// `{ for keyName, valueName in in : resultKey => result... if condition }`.
struct For {
    std::string keyName; ///< empty: the value's name alone
    std::string valueName;
    Expr in;
    std::optional<Expr> resultKey; ///< makes it an object
    Expr result;
    bool group = false; ///< `...`; objects only
    std::optional<Expr> condition;
    friend bool operator==(const For&, const For&) = default;
};
/// Parentheses that the author wants. Those that precedence demands, the writer sets by itself.
struct Parentheses {
    Expr inner;
    friend bool operator==(const Parentheses&, const Parentheses&) = default;
};
/// Code that is written as it stands, a whole expression without comments. Lines after the first are indented
/// anew; spacing within a line is the caller's. A Raw with a heredoc is not touched at all.
struct Raw {
    std::string code;
    friend bool operator==(const Raw&, const Raw&) = default;
};

struct ExprNode {
    using Value = std::variant<Null, Bool, Number, String, Template, Reference, GetAttr, Index, Splat, Call,
                               Tuple, Object, Conditional, Unary, Binary, For, Parentheses, Raw>;
    Value value;
};

template<class T>
const T* Expr::as() const {
    return std::get_if<T>(&m_node->value);
}

// Makers. Names given to them (paths, attributes, functions, loop variables) come from the program, not from
// data: an assert checks that they are identifiers, and a release build writes `_` for what is not allowed.

/// `ref("aws_vpc.main.id")`. The first name is not `for`, `if` or `in`.
Expr ref(std::string path);
/// `of.name`: lengthens a Reference.
Expr attr(const Expr& of, std::string_view name);
/// `of[key]`: `index(ref("aws_subnet.public"), ref("count.index"))`, `index(x, 0)`, `index(x, "key")`.
Expr index(Expr of, Expr key);
/// `of[*]`
Expr splat(Expr of);
Expr call(std::string name, std::vector<Expr> arguments = {});
/// `name(arguments...)`
Expr callExpanding(std::string name, std::vector<Expr> arguments);
Expr tuple(std::vector<Expr> elements, Layout layout = Layout::OneLine);
Expr object(std::vector<ObjectItem> items, Layout layout = Layout::MultiLine);
Expr conditional(Expr condition, Expr yes, Expr no);
Expr unary(UnaryOp op, Expr operand);
Expr binary(BinaryOp op, Expr left, Expr right);
Expr forExpr(For loop);
Expr parentheses(Expr inner);
Expr raw(Raw code);
/// A number given as decimal text, e.g. "0.045". Other text is a bug; a release build makes a string of it.
Expr decimal(std::string text);
bool isNumber(std::string_view text);
/// A template of text (parts that are a String) and interpolations (all others), in its one normal form:
/// adjacent texts joined, empty ones dropped, inner templates spliced in. Nothing but text is a String, and a
/// lone interpolation is that expression itself, as `terraform fmt` writes it (the value is the same).
Expr interpolate(std::vector<Expr> parts);

// Looking inside, for whoever compares or rebuilds expressions.

/// The sub-expressions in the order they are written; the keys of an Object are no children.
std::vector<Expr> children(const Expr& expr);
/// The same expression with other children: as many of them as children() returned.
Expr withChildren(const Expr& expr, std::vector<Expr> replacements);
/// Whether two expressions are alike but for their children: same kind, names, operator, keys, layout and
/// number of children (texts and interpolations of a Template in the same places). Leaves are alike when
/// equal.
bool sameShape(const Expr& a, const Expr& b);

} // namespace sekisho::hcl
