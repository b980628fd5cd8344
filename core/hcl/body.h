// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hcl/expr.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <variant>
#include <vector>

namespace sekisho::hcl {

struct Item;
struct Block;

/// What stands between two braces, or in a file: attributes, blocks, blank lines and comments in order.
/// Attribute names and block types come from the program, not from data, and must be identifiers: an assert
/// checks it, and a release build writes `_` for what is not allowed.
struct Body {
    std::vector<Item> items;

    /// `name = value # comment`. The comment is data, made into one harmless line; empty: none.
    Body& attribute(std::string name, Expr value, std::string comment = {});
    /// Adds `type "label"... {}` and returns its body to be filled. The reference lives until the next item
    /// is added to this Body.
    Body& block(std::string type, std::vector<std::string> labels = {});
    /// Adds a block made elsewhere.
    Body& add(Block block);
    Body& blankLine();
    /// Comment lines, one for each line of the text (data: what could end the comment is made harmless).
    Body& comment(std::string text);

    friend bool operator==(const Body& a, const Body& b);
};

struct Attribute {
    std::string name;
    Expr value;
    std::string comment; ///< on the (last) line of the value; empty: none

    friend bool operator==(const Attribute&, const Attribute&) = default;
};

struct Block {
    std::string type;
    std::vector<std::string> labels; ///< data: always quoted and escaped
    Body body;
    /// `type { name = value }` where the body is one attribute that fits on a line and has no comment. An
    /// empty body is `{}` in any case.
    Layout layout = Layout::MultiLine;

    friend bool operator==(const Block& a, const Block& b);
};

struct BlankLine {
    friend bool operator==(const BlankLine&, const BlankLine&) = default;
};

struct Comment {
    std::string text; ///< without `#`

    friend bool operator==(const Comment&, const Comment&) = default;
};

struct Item {
    std::variant<Attribute, Block, BlankLine, Comment> value;

    friend bool operator==(const Item& a, const Item& b) = default;
};

} // namespace sekisho::hcl
