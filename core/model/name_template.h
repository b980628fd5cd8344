// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sekisho {

/// The text of an AWS name or a tag: literals plus what differs between deployments. It is written
/// "{project}-{environment}-nat-{az_letter}"; a brace that is meant is doubled.
class NameTemplate {
public:
    enum class Kind : std::uint8_t {
        Literal,
        Project,     ///< {project}: settings.projectName
        Environment, ///< {environment}: settings.environment
        AzLetter,    ///< {az_letter}: the last character of the element's availability zone
    };
    struct Part {
        Kind kind = Kind::Literal;
        std::string text; ///< of a literal

        friend bool operator==(const Part&, const Part&) = default;
    };
    /// What the parts are filled from.
    struct Values {
        std::string_view project;
        std::string_view environment;
        std::string_view azLetter;
    };

    NameTemplate() = default;
    /// A template that is all literal.
    static NameTemplate literal(std::string text);
    /// Reads the written form. Error: name_template_syntax, with the unknown or unclosed {part}.
    [[nodiscard]] static Result<NameTemplate> parse(std::string_view text);

    const std::vector<Part>& parts() const { return m_parts; }
    bool empty() const { return m_parts.empty(); }
    bool uses(Kind kind) const;
    /// The inverse of parse.
    std::string toString() const;
    std::string expand(const Values& values) const;

    friend bool operator==(const NameTemplate&, const NameTemplate&) = default;

private:
    std::vector<Part> m_parts;
};

} // namespace sekisho
