// SPDX-License-Identifier: Apache-2.0
#include "core/hcl/body.h"

#include <utility>

namespace sekisho::hcl {

Body& Body::attribute(std::string name, Expr value, std::string comment) {
    items.push_back({Attribute{std::move(name), std::move(value), std::move(comment)}});
    return *this;
}

Body& Body::block(std::string type, std::vector<std::string> labels) {
    items.push_back({Block{std::move(type), std::move(labels), {}, Layout::MultiLine}});
    return std::get<Block>(items.back().value).body;
}

Body& Body::add(Block block) {
    items.push_back({std::move(block)});
    return *this;
}

Body& Body::blankLine() {
    items.push_back({BlankLine{}});
    return *this;
}

Body& Body::comment(std::string text) {
    items.push_back({Comment{std::move(text)}});
    return *this;
}

bool operator==(const Body& a, const Body& b) {
    return a.items == b.items;
}

bool operator==(const Block& a, const Block& b) {
    return a.type == b.type && a.labels == b.labels && a.layout == b.layout && a.body == b.body;
}

} // namespace sekisho::hcl
