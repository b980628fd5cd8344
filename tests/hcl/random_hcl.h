// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hcl/body.h"

#include <cstdint>
#include <random>
#include <string>

namespace sekisho::hcl::test {

/// Random HCL, the same for the same seed on every machine.
class RandomHcl {
public:
    explicit RandomHcl(std::uint64_t seed) : m_engine(seed) {}

    /// 0 .. limit - 1
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(m_engine() % limit); }
    bool oneIn(std::size_t n) { return below(n) == 0; }

    /// A name that tries to be more than a name: quotes, interpolations, line breaks, NUL, controls of text
    /// direction, emoji, broken UTF-8, now and then 10 kB long.
    std::string hostileName();
    std::string identifier();
    /// An identifier that may begin an expression: no keyword.
    std::string variable();
    Expr expression(int depth);
    /// Arithmetic over small integers, with its value. No division by zero.
    Expr arithmetic(int depth, std::int64_t& value);
    Body body(int depth);

private:
    Expr object(int depth);
    Expr loop(int depth);

    std::mt19937_64 m_engine;
    std::size_t m_attributes = 0; ///< names must not repeat within a body
};

} // namespace sekisho::hcl::test
