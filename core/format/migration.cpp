// SPDX-License-Identifier: Apache-2.0
#include "core/format/migration.h"

#include "core/format/json_text.h"

#include <nlohmann/json.hpp>

#include <cassert>
#include <optional>

namespace sekisho::format {

namespace {

/// Makes a document tree. Unlike nlohmann's own parser it does not let one of two equal keys vanish.
class TreeReader {
public:
    explicit TreeReader(std::string_view text) : m_text(text), m_cursor(text) {}

    Result<nlohmann::json> read() {
        nlohmann::json tree = value({});
        if (m_error) return fail(std::move(*m_error));
        return tree;
    }

private:
    nlohmann::json value(const std::string& path) {
        switch (m_cursor.peek()) {
        case '{': return object(path);
        case '[': return array(path);
        case '"': return std::string(m_cursor.string());
        default: return nlohmann::json::parse(m_cursor.token(), nullptr, false);
        }
    }
    nlohmann::json object(const std::string& path) {
        nlohmann::json result = nlohmann::json::object();
        for (m_cursor.enter(); !m_error && m_cursor.more();) {
            const std::size_t offset = m_cursor.offset();
            std::string key(m_cursor.key());
            const std::string inner = path.empty() ? key : path + '.' + key;
            if (result.contains(key)) {
                m_error = error(Code::file_duplicate_key, placeArgs(m_text, offset, inner));
                break;
            }
            result[std::move(key)] = value(inner);
        }
        return result;
    }
    nlohmann::json array(const std::string& path) {
        nlohmann::json result = nlohmann::json::array();
        for (m_cursor.enter(); !m_error && m_cursor.more();)
            result.push_back(value(path + '[' + std::to_string(result.size()) + ']'));
        return result;
    }

    std::string_view m_text;
    JsonCursor m_cursor;
    std::optional<Diagnostic> m_error;
};

} // namespace

const Migrations& migrations() {
    // For version 2: append the step from 1 to 2, and raise currentVersion.
    static const Migrations known{1, {}};
    assert(known.current() == currentVersion);
    return known;
}

Result<std::string> migrated(std::string_view text, int version, const Migrations& migrations) {
    auto document = TreeReader(text).read();
    if (!document) return fail(std::move(document.error()));
    for (int at = version; at < migrations.current(); ++at) {
        migrations.steps[static_cast<std::size_t>(at - migrations.oldest)](*document);
        (*document)["version"] = at + 1;
    }
    return document->dump();
}

} // namespace sekisho::format
