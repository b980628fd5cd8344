// SPDX-License-Identifier: Apache-2.0
#include "core/cost/json_check.h"

#include "core/base/excerpt.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace sekisho::cost {

namespace {

using Json = nlohmann::json;

class Checker final : public nlohmann::json_sax<Json> {
public:
    explicit Checker(std::string_view text) : m_text(text) {}

    std::optional<Diagnostic> problem;

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        m_open.back().place = name;
        if (m_open.back().keys.insert(name).second) return true;
        problem = error(Code::price_book_duplicate, {{"path", path()}});
        return false;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return syntaxError(position > 0 ? position - 1 : 0);
    }

    bool syntaxError(std::size_t offset) {
        const std::string_view before = m_text.substr(0, offset);
        const auto line = 1 + std::ranges::count(before, '\n');
        const auto lineStart = before.rfind('\n') + 1; // npos + 1 is 0
        const auto column =
            1 + std::ranges::count_if(before.substr(lineStart), [](char c) {
                return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // characters, not bytes
            });
        problem = error(Code::price_book_syntax,
                        {{"line", std::to_string(line)}, {"column", std::to_string(column)}});
        return false;
    }

private:
    // A price book needs 8; a file full of brackets would eat the memory.
    static constexpr std::size_t maxDepth = 32;

    struct Level {
        bool isArray = false;
        std::size_t index = 0;
        std::string place; // the current key
        std::set<std::string> keys;
    };

    bool value() {
        if (!m_open.empty()) ++m_open.back().index;
        return true;
    }
    bool open(bool isArray) {
        if (m_open.size() == maxDepth) {
            problem = error(Code::price_book_type, {{"path", path()}, {"expected", "string, number, null"}});
            return false;
        }
        m_open.push_back({isArray, 0, {}, {}});
        return true;
    }
    bool close() {
        m_open.pop_back();
        return value();
    }

    std::string path() const {
        std::string text;
        for (const Level& level : m_open) {
            if (level.isArray) {
                text += '[' + std::to_string(level.index) + ']';
            } else {
                if (!text.empty()) text += '.';
                text += excerpt(level.place);
            }
        }
        return text;
    }

    std::string_view m_text;
    std::vector<Level> m_open;
};

} // namespace

std::optional<Diagnostic> checkJson(std::string_view json) {
    Checker checker(json);
    // The library takes a NUL for the end and overlooks what follows.
    const bool complete = Json::sax_parse(json, &checker);
    if (const auto nul = json.find('\0'); complete && nul != std::string_view::npos) checker.syntaxError(nul);
    return std::move(checker.problem);
}

} // namespace sekisho::cost
