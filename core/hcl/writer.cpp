// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/writer.h"

#include "core/hcl/lines.h"
#include "core/hcl/text.h"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <type_traits>

namespace sekisho::hcl {

namespace {

/// How tightly an expression binds; an operand that binds looser than its place asks for gets parentheses.
enum Precedence : int { Loosest = 0, FirstBinary = 1, Prefix = 7, Literal = 8, Postfix = 9 };

struct Operator {
    std::string_view text;
    int precedence;
};

/// The operators in the order of BinaryOp; all associate to the left (HCL's specification, "Operations").
constexpr Operator operators[] = {
    {" || ", 1}, {" && ", 2}, {" == ", 3}, {" != ", 3}, {" < ", 4}, {" <= ", 4}, {" > ", 4},
    {" >= ", 4}, {" + ", 5},  {" - ", 5},  {" * ", 6},  {" / ", 6}, {" % ", 6},
};

const Operator& operatorOf(BinaryOp op) {
    return operators[static_cast<std::size_t>(op)];
}

bool isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

int precedence(const Expr& expr) {
    return std::visit(
        [](const auto& node) -> int {
            using T = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<T, Conditional>)
                return Loosest;
            else if constexpr (std::is_same_v<T, Binary>)
                return operatorOf(node.op).precedence;
            else if constexpr (std::is_same_v<T, Unary>)
                return Prefix;
            else if constexpr (std::is_same_v<T, Number>)
                return node.text.starts_with('-') ? Prefix : Literal;
            else if constexpr (std::is_same_v<T, Null> || std::is_same_v<T, Bool> ||
                               std::is_same_v<T, String> || std::is_same_v<T, Template>)
                return Literal;
            else if constexpr (std::is_same_v<T, Raw>)
                // Nobody knows what it is, unless it is plainly a reference.
                return std::ranges::all_of(node.code, [](char c) { return isWordCharacter(c) || c == '.'; })
                           ? Postfix
                           : Loosest;
            else
                return Postfix;
        },
        expr.node().value);
}

/// The first character of an expression written in a place that asks for `minimum`; any letter for a word.
char firstCharacter(const Expr& expr, int minimum) {
    if (precedence(expr) < minimum) return '(';
    return std::visit(
        [](const auto& node) -> char {
            using T = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<T, Conditional>)
                return firstCharacter(node.condition, FirstBinary);
            else if constexpr (std::is_same_v<T, Binary>)
                return firstCharacter(node.left, operatorOf(node.op).precedence);
            else if constexpr (std::is_same_v<T, GetAttr> || std::is_same_v<T, Index> ||
                               std::is_same_v<T, Splat>)
                return firstCharacter(node.of, Postfix);
            else if constexpr (std::is_same_v<T, Parentheses>)
                return '(';
            else if constexpr (std::is_same_v<T, Tuple>)
                return '[';
            else if constexpr (std::is_same_v<T, Object>)
                return '{';
            else if constexpr (std::is_same_v<T, For>)
                return node.resultKey ? '{' : '[';
            else if constexpr (std::is_same_v<T, Raw>)
                return node.code.empty() ? ' ' : node.code.front();
            else
                return 'a';
        },
        expr.node().value);
}

class Writer {
public:
    explicit Writer(std::string& out) : m_lines(out), m_out(out) {}

    void file(const Body& body) {
        items(body);
        m_lines.flush();
    }
    void alone(const Block& item) {
        block(item);
        m_lines.flush();
    }
    void alone(const Expr& expr) {
        m_flat = true;
        expression(expr, Loosest);
    }

private:
    void items(const Body& body) {
        for (const Item& item : body.items)
            std::visit([this](const auto& it) { write(it); }, item.value);
    }

    void write(const Attribute& attribute) {
        m_lines.beginLine(false);
        assignment(attribute);
        if (!attribute.comment.empty()) trailingComment(attribute.comment);
        m_lines.endLine();
    }
    void write(const Block& item) { block(item); }
    void write(const BlankLine&) { m_lines.blankLine(); }
    void write(const Comment& comment) {
        for (const std::string& line : commentLines(comment.text)) {
            m_lines.beginLine(false);
            m_out += '#';
            if (!line.empty()) m_out.append(1, ' ').append(line);
            m_lines.endLine();
        }
    }

    void assignment(const Attribute& attribute) {
        words(attribute.name, {});
        equal();
        expression(attribute.value, Loosest);
    }

    void block(const Block& item) {
        m_lines.beginLine(false);
        words(item.type, {});
        for (const std::string& label : item.labels) {
            m_out += ' ';
            literal(label);
        }
        m_out += ' ';
        open('{');
        const Attribute* single = item.layout == Layout::OneLine && item.body.items.size() == 1
                                      ? std::get_if<Attribute>(&item.body.items.front().value)
                                      : nullptr;
        if (single && single->comment.empty()) {
            const bool flat = std::exchange(m_flat, true);
            m_out += ' ';
            assignment(*single);
            m_out += ' ';
            m_flat = flat;
        } else if (!item.body.items.empty()) {
            m_lines.endLine();
            items(item.body);
            m_lines.beginLine(true);
        }
        close('}');
        m_lines.endLine();
    }

    void trailingComment(const std::string& text) {
        std::string joined;
        for (const std::string& line : commentLines(text)) {
            if (!joined.empty() && !line.empty()) joined += ' ';
            joined += line;
        }
        if (!joined.empty()) m_lines.comment(joined);
    }

    // Tokens

    void open(char bracket) {
        m_out += bracket;
        m_lines.open();
    }
    void close(char bracket) {
        m_out += bracket;
        m_lines.close();
    }
    void equal() {
        m_lines.equal();
        m_out += " = ";
    }

    /// Identifiers joined by `joint`. They come from the program; should one be none all the same, it must
    /// not become code.
    void words(std::string_view text, std::string_view joint) {
        for (;;) {
            const std::size_t end = joint.empty() ? std::string_view::npos : text.find(joint);
            const std::string_view word = text.substr(0, end);
            if (isIdentifier(word)) {
                m_out += word;
            } else {
                assert(isIdentifier(word));
                if (word.empty() || !(isWordCharacter(word[0]) && !(word[0] >= '0' && word[0] <= '9')))
                    m_out += '_';
                for (const char c : word)
                    m_out += isWordCharacter(c) || c == '-' ? c : '_';
            }
            if (end == std::string_view::npos) return;
            m_out += joint;
            text.remove_prefix(end + joint.size());
        }
    }

    /// Text within a literal; `$` right before an interpolation would escape it.
    void literalText(std::string_view text, bool beforeInterpolation) {
        const std::size_t from = m_out.size();
        const bool dollar = beforeInterpolation && text.ends_with('$');
        if (dollar) text.remove_suffix(1);
        const bool wide = appendEscaped(m_out, text);
        if (dollar) m_out += "\\u0024";
        if (wide) m_lines.wide(from);
    }
    void literal(std::string_view text) {
        m_out += '"';
        literalText(text, false);
        m_out += '"';
    }

    /// `-`: the formatter takes it for a subtraction, and puts a space behind it, after some tokens.
    void minus() {
        std::size_t at = m_out.size();
        while (at > 0 && m_out[at - 1] == ' ')
            --at;
        const std::string_view before = std::string_view(m_out).substr(0, at);
        const bool keyword = at > 0 && at < m_out.size() && isWordCharacter(before.back());
        m_out += keyword || before.ends_with("${") || before.ends_with("=>") ? "- " : "-";
    }

    /// `if` or `in` and what follows. The formatter takes `if (` and `in (` for calls, `if [` for an index.
    void keyword(std::string_view word, const Expr& expr) {
        m_out.append(1, ' ').append(word);
        const char next = firstCharacter(expr, Loosest);
        if (next != '(' && !(next == '[' && word == "if")) m_out += ' ';
        expression(expr, Loosest);
    }

    // Expressions

    void expression(const Expr& expr, int minimum) {
        const bool wrap = minimum > Loosest && precedence(expr) < minimum;
        if (wrap) open('(');
        std::visit([this](const auto& node) { write(node); }, expr.node().value);
        if (wrap) close(')');
    }

    void write(const Null&) { m_out += "null"; }
    void write(const Bool& node) { m_out += node.value ? "true" : "false"; }
    void write(const Number& node) {
        std::string_view text = node.text;
        if (text.starts_with('-')) {
            minus();
            text.remove_prefix(1);
        }
        m_out += text;
    }
    void write(const String& node) { literal(node.text); }

    void write(const Template& node) {
        const bool flat = std::exchange(m_flat, true);
        m_out += '"';
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            const Expr& part = node.parts[i];
            if (const String* text = part.as<String>()) {
                literalText(text->text, i + 1 < node.parts.size());
                continue;
            }
            m_out += '$';
            open('{');
            if (firstCharacter(part, Loosest) == '{') m_out += ' ';
            expression(part, Loosest);
            if (m_out.back() == '}') m_out += ' ';
            close('}');
        }
        m_out += '"';
        m_flat = flat;
    }

    void write(const Reference& node) { words(node.path, "."); }
    void write(const GetAttr& node) {
        expression(node.of, Postfix);
        m_out += '.';
        words(node.name, {});
    }
    void write(const Index& node) {
        expression(node.of, Postfix);
        const bool flat = std::exchange(m_flat, true);
        open('[');
        // The formatter loses a bare null, true or false from between the brackets.
        const bool wrap = node.key.as<Null>() || node.key.as<Bool>();
        if (wrap) open('(');
        expression(node.key, Loosest);
        if (wrap) close(')');
        close(']');
        m_flat = flat;
    }
    void write(const Splat& node) {
        expression(node.of, Postfix);
        m_out += "[*]";
    }

    void write(const Call& node) {
        words(node.name, "::");
        open('(');
        for (std::size_t i = 0; i < node.arguments.size(); ++i) {
            if (i > 0) m_out += ", ";
            // "1..." would be read as one number.
            const bool last = node.expand && i + 1 == node.arguments.size();
            expression(node.arguments[i], last ? Postfix : Loosest);
        }
        if (node.expand) m_out += "...";
        close(')');
    }

    void write(const Tuple& node) {
        open('[');
        if (node.layout == Layout::MultiLine && !m_flat && !node.elements.empty()) {
            m_lines.endLine();
            for (const Expr& element : node.elements) {
                m_lines.beginLine(false);
                expression(element, Loosest);
                m_out += ',';
                m_lines.endLine();
            }
            m_lines.beginLine(true);
        } else {
            for (std::size_t i = 0; i < node.elements.size(); ++i) {
                if (i > 0) m_out += ", ";
                expression(node.elements[i], Loosest);
            }
        }
        close(']');
    }

    void write(const Object& node) {
        open('{');
        if (node.layout == Layout::MultiLine && !m_flat && !node.items.empty()) {
            m_lines.endLine();
            for (const ObjectItem& item : node.items) {
                m_lines.beginLine(false);
                objectItem(item);
                m_lines.endLine();
            }
            m_lines.beginLine(true);
        } else if (!node.items.empty()) {
            for (std::size_t i = 0; i < node.items.size(); ++i) {
                m_out += i > 0 ? ", " : " ";
                objectItem(node.items[i]);
            }
            m_out += ' ';
        }
        close('}');
    }
    void objectItem(const ObjectItem& item) {
        const bool flat = std::exchange(m_flat, true);
        if (const String* key = item.key.as<String>()) {
            // `for` would begin a for expression; the others are values, not names.
            const std::string_view text = key->text;
            if (isIdentifier(text) && text != "for" && text != "null" && text != "true" && text != "false")
                m_out += text;
            else
                literal(text);
        } else {
            const bool bare = item.key.as<Template>() || item.key.as<Parentheses>();
            if (!bare) open('(');
            expression(item.key, Loosest);
            if (!bare) close(')');
        }
        m_flat = flat;
        equal();
        expression(item.value, Loosest);
    }

    void write(const Conditional& node) {
        expression(node.condition, FirstBinary);
        m_out += " ? ";
        expression(node.yes, Loosest);
        m_out += " : ";
        expression(node.no, Loosest);
    }
    void write(const Unary& node) {
        if (node.op == UnaryOp::Not)
            m_out += '!';
        else
            minus();
        expression(node.operand, Prefix);
    }
    void write(const Binary& node) {
        const Operator& op = operatorOf(node.op);
        expression(node.left, op.precedence);
        m_out += op.text;
        expression(node.right, op.precedence + 1);
    }

    void write(const For& node) {
        open(node.resultKey ? '{' : '[');
        m_out += node.resultKey ? " for " : "for ";
        if (!node.keyName.empty()) {
            words(node.keyName, {});
            m_out += ", ";
        }
        words(node.valueName, {});
        keyword("in", node.in);
        m_out += " : ";
        if (node.resultKey) {
            expression(*node.resultKey, Loosest);
            m_out += " => ";
        }
        expression(node.result, node.group ? Postfix : Loosest);
        if (node.group) m_out += "...";
        if (node.condition) keyword("if", *node.condition);
        if (node.resultKey) m_out += ' ';
        close(node.resultKey ? '}' : ']');
    }

    void write(const Parentheses& node) {
        open('(');
        expression(node.inner, Loosest);
        close(')');
    }

    /// Code of somebody else's: found out is what the layout of lines needs to know.
    void write(const Raw& node) {
        const std::string_view code = node.code;
        if (code.find("<<") != std::string_view::npos) {
            m_out += code;
            return;
        }
        std::size_t from = m_out.size();
        const auto endPiece = [&] {
            if (std::any_of(m_out.begin() + static_cast<std::ptrdiff_t>(from), m_out.end(),
                            [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
                m_lines.wide(from);
        };
        std::string nesting; // '"' for a literal, '{' for a brace, '$' for an interpolation
        for (std::size_t i = 0; i < code.size(); ++i) {
            const char c = code[i];
            const char next = i + 1 < code.size() ? code[i + 1] : '\0';
            if (!nesting.empty() && nesting.back() == '"') {
                m_out += c;
                if (c == '"') {
                    nesting.pop_back();
                } else if (c == '\\' && next != '\0') {
                    m_out += code[++i];
                } else if ((c == '$' || c == '%') && next == c && code.substr(i + 2).starts_with('{')) {
                    m_out.append(code.substr(i + 1, 2));
                    i += 2;
                } else if ((c == '$' || c == '%') && next == '{') {
                    ++i;
                    open('{');
                    nesting += '$';
                }
                continue;
            }
            switch (c) {
            case '"':
                nesting += '"';
                m_out += c;
                break;
            case '(':
            case '[':
            case '{':
                open(c);
                if (c == '{') nesting += '{';
                break;
            case ')':
            case ']':
            case '}':
                close(c);
                if (c == '}' && !nesting.empty()) nesting.pop_back();
                break;
            case '=': {
                const char before = i > 0 ? code[i - 1] : '\0';
                if (next != '=' && next != '>' &&
                    std::string_view("=!<>").find(before) == std::string_view::npos && before == ' ') {
                    m_out.pop_back();
                    endPiece(); // what follows is not in front of the `=`
                    from = m_out.size();
                    m_lines.equal();
                    m_out += ' ';
                }
                m_out += c;
                break;
            }
            case '\n': {
                endPiece();
                m_lines.endLine();
                while (i + 1 < code.size() && (code[i + 1] == ' ' || code[i + 1] == '\n'))
                    if (code[++i] == '\n') m_lines.blankLine();
                const bool closing = i + 1 < code.size() && std::string_view(")]}").find(code[i + 1]) < 3;
                m_lines.beginLine(closing);
                from = m_out.size();
                break;
            }
            default: m_out += c;
            }
        }
        endPiece();
    }

    Lines m_lines;
    std::string& m_out;
    bool m_flat = false; ///< where no line may break
};

} // namespace

void append(std::string& out, const Body& body) {
    assert(out.empty() || out.back() == '\n');
    Writer(out).file(body);
}

void append(std::string& out, const Block& block) {
    assert(out.empty() || out.back() == '\n');
    Writer(out).alone(block);
}

std::string write(const Body& body) {
    std::string out;
    append(out, body);
    return out;
}

std::string write(const Block& block) {
    std::string out;
    append(out, block);
    return out;
}

std::string write(const Expr& expr) {
    std::string out;
    Writer(out).alone(expr);
    return out;
}

} // namespace sekisho::hcl
