// SPDX-License-Identifier: Apache-2.0
#include "core/model/name_template.h"

#include <array>

namespace sekisho {

namespace {

struct Word {
    NameTemplate::Kind kind;
    std::string_view text;
};

constexpr std::array words = {
    Word{NameTemplate::Kind::Project, "project"},
    Word{NameTemplate::Kind::Environment, "environment"},
    Word{NameTemplate::Kind::AzLetter, "az_letter"},
};

} // namespace

NameTemplate NameTemplate::literal(std::string text) {
    NameTemplate result;
    if (!text.empty()) result.m_parts.push_back({Kind::Literal, std::move(text)});
    return result;
}

Result<NameTemplate> NameTemplate::parse(std::string_view text) {
    NameTemplate result;
    std::string literal;
    const auto flush = [&] {
        if (!literal.empty()) result.m_parts.push_back({Kind::Literal, std::move(literal)});
        literal.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c != '{' && c != '}') {
            literal += c;
            continue;
        }
        if (i + 1 < text.size() && text[i + 1] == c) {
            literal += c;
            ++i;
            continue;
        }
        const std::size_t end = c == '{' ? text.find('}', i) : std::string_view::npos;
        const std::string_view name =
            end == std::string_view::npos ? text.substr(i) : text.substr(i + 1, end - i - 1);
        const Word* found = nullptr;
        if (end != std::string_view::npos)
            for (const Word& word : words)
                if (word.text == name) found = &word;
        if (!found)
            return fail(Code::name_template_syntax,
                        {{"text", std::string(text)}, {"part", std::string(name)}});
        flush();
        result.m_parts.push_back({found->kind, {}});
        i = end;
    }
    flush();
    return result;
}

bool NameTemplate::uses(Kind kind) const {
    for (const Part& part : m_parts)
        if (part.kind == kind) return true;
    return false;
}

std::string NameTemplate::toString() const {
    std::string text;
    for (const Part& part : m_parts) {
        if (part.kind == Kind::Literal) {
            for (const char c : part.text) {
                text += c;
                if (c == '{' || c == '}') text += c;
            }
            continue;
        }
        for (const Word& word : words)
            if (word.kind == part.kind) text.append("{").append(word.text).append("}");
    }
    return text;
}

std::string NameTemplate::expand(const Values& values) const {
    std::string text;
    for (const Part& part : m_parts) {
        switch (part.kind) {
        case Kind::Literal: text += part.text; break;
        case Kind::Project: text += values.project; break;
        case Kind::Environment: text += values.environment; break;
        case Kind::AzLetter: text += values.azLetter; break;
        }
    }
    return text;
}

} // namespace sekisho
