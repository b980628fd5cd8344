// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// JSON as text. The codec reads it in place rather than through a document tree: every error can then name
/// its line and column, a key that stands twice is seen, and a hostile file costs no memory beyond its own
/// size.
namespace sekisho::format {

inline constexpr std::size_t maxFileSize = std::size_t{64} * 1024 * 1024; ///< bytes
inline constexpr int maxDepth = 64; ///< arrays and objects in each other

/// What stands at the beginning of a text that may not be UTF-8.
struct Utf8Character {
    std::size_t length = 1; ///< bytes of the character, or of the maximal invalid part (Unicode, chapter 3.9)
    bool valid = true;
    bool cutOff = false; ///< invalid only because the text ends
};

/// The first character of `text`, which must not be empty.
Utf8Character utf8Character(std::string_view text);

/// `text` with U+FFFD for each maximal part that is not UTF-8.
std::string sanitized(std::string_view text);

/// Appends the JSON string that means sanitized(text). Control characters and the line separators U+2028 and
/// U+2029 are escaped: some editors would break the line there.
void appendQuoted(std::string& out, std::string_view text);

/// A place in a text, both from 1; the column counts characters.
struct TextPlace {
    std::size_t line = 1;
    std::size_t column = 1;
};
TextPlace placeOf(std::string_view text, std::size_t offset);

/// {path}, {line}, {column} and {where}, which is "12:34 path", for a diagnostic about `path`, which stands
/// at `offset`.
std::vector<DiagnosticArg> placeArgs(std::string_view text, std::size_t offset, const std::string& path);

/// Whether `text` is exactly one JSON value (RFC 8259) in UTF-8, no deeper than maxDepth. Errors, each with
/// {line} and {column}: file_not_utf8, file_truncated, file_syntax (with {text}), file_too_deep.
[[nodiscard]] Result<void> checkJson(std::string_view text);

/// Walks over text that checkJson() has passed, which must outlive it.
class JsonCursor {
public:
    explicit JsonCursor(std::string_view text) : m_text(text) { skipBlanks(); }

    /// Where the next value (or the bracket that ends the array or object) begins.
    std::size_t offset() const { return m_offset; }
    /// Its first character: one of `{["tfn-0123456789`.
    char peek() const { return m_text[m_offset]; }
    /// Goes into the array or object that is next.
    void enter();
    /// In an array or object: whether there is a further element. If not, the cursor leaves it.
    bool more();
    /// The key of the next member; the cursor is then at its value. Valid until the next key() or string().
    std::string_view key();
    /// The string that is next. Valid until the next key() or string().
    std::string_view string();
    /// The number, `true`, `false` or `null` that is next, as written.
    std::string_view token();
    /// Goes past the next value, whatever it is.
    void skip();

private:
    void skipBlanks();
    std::string_view unescaped(std::size_t from, std::size_t to);

    std::string_view m_text;
    std::size_t m_offset = 0;
    std::string m_scratch; // for strings with escapes
};

} // namespace sekisho::format
