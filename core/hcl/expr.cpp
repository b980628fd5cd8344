// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/expr.h"

#include <algorithm>
#include <cassert>
#include <type_traits>

namespace sekisho::hcl {

/// The one way from a node to an Expr, so that nodes keep the normal forms that the makers give them.
struct ExprFactory {
    template<class T>
    static Expr make(T value) {
        return Expr(ExprNode{std::move(value)});
    }
};

namespace {

template<class T>
Expr make(T value) {
    return ExprFactory::make(std::move(value));
}

/// What the functions below have to know of each kind of node: whether the nodes are alike but for their
/// children, and the children themselves, as places in a node (const or not).
template<class N, class F>
void forEachChild(N& node, F&& visit) {
    using T = std::remove_const_t<N>;
    if constexpr (std::is_same_v<T, Template>) {
        for (auto& part : node.parts)
            visit(part);
    } else if constexpr (std::is_same_v<T, GetAttr> || std::is_same_v<T, Splat>) {
        visit(node.of);
    } else if constexpr (std::is_same_v<T, Index>) {
        visit(node.of);
        visit(node.key);
    } else if constexpr (std::is_same_v<T, Call>) {
        for (auto& argument : node.arguments)
            visit(argument);
    } else if constexpr (std::is_same_v<T, Tuple>) {
        for (auto& element : node.elements)
            visit(element);
    } else if constexpr (std::is_same_v<T, Object>) {
        for (auto& item : node.items)
            visit(item.value);
    } else if constexpr (std::is_same_v<T, Conditional>) {
        visit(node.condition);
        visit(node.yes);
        visit(node.no);
    } else if constexpr (std::is_same_v<T, Unary>) {
        visit(node.operand);
    } else if constexpr (std::is_same_v<T, Binary>) {
        visit(node.left);
        visit(node.right);
    } else if constexpr (std::is_same_v<T, For>) {
        visit(node.in);
        if (node.resultKey) visit(*node.resultKey);
        visit(node.result);
        if (node.condition) visit(*node.condition);
    } else if constexpr (std::is_same_v<T, Parentheses>) {
        visit(node.inner);
    } else {
        static_assert(std::is_same_v<T, Null> || std::is_same_v<T, Bool> || std::is_same_v<T, Number> ||
                          std::is_same_v<T, String> || std::is_same_v<T, Reference> || std::is_same_v<T, Raw>,
                      "say which children this kind of node has");
    }
}

template<class T>
bool alike(const T& a, const T& b) {
    const auto sameKeys = [](const ObjectItem& x, const ObjectItem& y) { return x.key == y.key; };
    if constexpr (std::is_same_v<T, Template>)
        return std::ranges::equal(a.parts, b.parts, [](const Expr& x, const Expr& y) {
            return (x.as<String>() != nullptr) == (y.as<String>() != nullptr);
        });
    else if constexpr (std::is_same_v<T, GetAttr>)
        return a.name == b.name;
    else if constexpr (std::is_same_v<T, Call>)
        return a.name == b.name && a.expand == b.expand && a.arguments.size() == b.arguments.size();
    else if constexpr (std::is_same_v<T, Tuple>)
        return a.layout == b.layout && a.elements.size() == b.elements.size();
    else if constexpr (std::is_same_v<T, Object>)
        return a.layout == b.layout && std::ranges::equal(a.items, b.items, sameKeys);
    else if constexpr (std::is_same_v<T, Unary> || std::is_same_v<T, Binary>)
        return a.op == b.op;
    else if constexpr (std::is_same_v<T, For>)
        return a.keyName == b.keyName && a.valueName == b.valueName && a.group == b.group &&
               a.resultKey.has_value() == b.resultKey.has_value() &&
               a.condition.has_value() == b.condition.has_value();
    else if constexpr (std::is_same_v<T, Index> || std::is_same_v<T, Splat> ||
                       std::is_same_v<T, Conditional> || std::is_same_v<T, Parentheses>)
        return true;
    else
        return a == b; // leaves
}

} // namespace

Expr::Expr() {
    static const std::shared_ptr<const ExprNode> null = std::make_shared<const ExprNode>();
    m_node = null;
}
Expr::Expr(ExprNode node) : m_node(std::make_shared<const ExprNode>(std::move(node))) {}
Expr::Expr(std::string text) : Expr(ExprNode{String{std::move(text)}}) {}
Expr::Expr(std::string_view text) : Expr(std::string(text)) {}
Expr::Expr(const char* text) : Expr(std::string(text)) {}

Expr Expr::of(bool value) {
    static const Expr constants[] = {Expr(ExprNode{Bool{false}}), Expr(ExprNode{Bool{true}})};
    return constants[value ? 1 : 0];
}

Expr Expr::of(std::int64_t value) {
    return Expr(ExprNode{Number{std::to_string(value)}});
}

bool operator==(const Expr& a, const Expr& b) {
    return a.m_node == b.m_node || a.node().value == b.node().value;
}

Expr ref(std::string path) {
    return make(Reference{std::move(path)});
}

Expr attr(const Expr& of, std::string_view name) {
    if (const Reference* reference = of.as<Reference>()) {
        std::string path;
        path.reserve(reference->path.size() + 1 + name.size());
        path.append(reference->path).append(1, '.').append(name);
        return make(Reference{std::move(path)});
    }
    return make(GetAttr{of, std::string(name)});
}

Expr index(Expr of, Expr key) {
    return make(Index{std::move(of), std::move(key)});
}
Expr splat(Expr of) {
    return make(Splat{std::move(of)});
}
Expr call(std::string name, std::vector<Expr> arguments) {
    return make(Call{std::move(name), std::move(arguments), false});
}
Expr callExpanding(std::string name, std::vector<Expr> arguments) {
    assert(!arguments.empty());
    const bool expand = !arguments.empty();
    return make(Call{std::move(name), std::move(arguments), expand});
}
Expr tuple(std::vector<Expr> elements, Layout layout) {
    return make(Tuple{std::move(elements), layout});
}
Expr object(std::vector<ObjectItem> items, Layout layout) {
    return make(Object{std::move(items), layout});
}
Expr conditional(Expr condition, Expr yes, Expr no) {
    return make(Conditional{std::move(condition), std::move(yes), std::move(no)});
}
Expr unary(UnaryOp op, Expr operand) {
    return make(Unary{op, std::move(operand)});
}
Expr binary(BinaryOp op, Expr left, Expr right) {
    return make(Binary{op, std::move(left), std::move(right)});
}
Expr forExpr(For loop) {
    loop.group = loop.group && loop.resultKey;
    return make(std::move(loop));
}
Expr parentheses(Expr inner) {
    return make(Parentheses{std::move(inner)});
}
Expr raw(Raw code) {
    return make(std::move(code));
}

bool isNumber(std::string_view text) {
    std::size_t at = 0;
    const auto peek = [&] { return at < text.size() ? text[at] : '\0'; };
    const auto digits = [&] {
        const std::size_t start = at;
        while (peek() >= '0' && peek() <= '9')
            ++at;
        return at > start;
    };
    if (peek() == '-') ++at;
    if (!digits()) return false;
    if (peek() == '.') {
        ++at;
        if (!digits()) return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++at;
        if (peek() == '+' || peek() == '-') ++at;
        if (!digits()) return false;
    }
    return at == text.size();
}

Expr decimal(std::string text) {
    assert(isNumber(text));
    if (!isNumber(text)) return Expr(std::move(text));
    return make(Number{std::move(text)});
}

Expr interpolate(std::vector<Expr> parts) {
    std::vector<Expr> normal;
    normal.reserve(parts.size());
    const auto add = [&](const Expr& part) {
        const String* text = part.as<String>();
        const String* before = normal.empty() ? nullptr : normal.back().as<String>();
        if (text && text->text.empty()) return;
        if (text && before)
            normal.back() = Expr(before->text + text->text);
        else
            normal.push_back(part);
    };
    for (const Expr& part : parts) {
        if (const Template* inner = part.as<Template>())
            for (const Expr& innerPart : inner->parts)
                add(innerPart);
        else
            add(part);
    }
    if (normal.empty()) return Expr("");
    if (normal.size() == 1) return normal.front();
    return make(Template{std::move(normal)});
}

std::vector<Expr> children(const Expr& expr) {
    std::vector<Expr> result;
    std::visit(
        [&](const auto& node) { forEachChild(node, [&](const Expr& child) { result.push_back(child); }); },
        expr.node().value);
    return result;
}

Expr withChildren(const Expr& expr, std::vector<Expr> replacements) {
    return std::visit(
        [&](auto node) -> Expr { // a copy, to be changed
            std::size_t next = 0;
            forEachChild(node, [&](Expr& child) {
                assert(next < replacements.size());
                if (next < replacements.size()) child = std::move(replacements[next]);
                ++next;
            });
            assert(next == replacements.size());
            using T = decltype(node);
            if constexpr (std::is_same_v<T, Template>)
                return interpolate(std::move(node.parts));
            else if constexpr (std::is_same_v<T, GetAttr>)
                return attr(node.of, node.name);
            else
                return make(std::move(node));
        },
        expr.node().value);
}

bool sameShape(const Expr& a, const Expr& b) {
    if (a.node().value.index() != b.node().value.index()) return false;
    return std::visit(
        [&](const auto& node) {
            using T = std::decay_t<decltype(node)>;
            return alike(node, *b.as<T>());
        },
        a.node().value);
}

} // namespace sekisho::hcl
