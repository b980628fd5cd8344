// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho::hcl {

/// Whether `text` is an HCL identifier that we write: an ASCII letter or `_`, then ASCII letters, digits, `_`
/// and `-`. (HCL allows other scripts' letters too; we keep to ASCII.)
bool isIdentifier(std::string_view text);

/// A resource label made from a display name in any language: ASCII letters are lower-cased, letters and
/// digits kept, every run of anything else becomes one `_`, none at either end; a name that begins with a
/// digit gets `_` in front; at most 64 characters (and no `_` left at a cut). "Web tier (public)" ->
/// "web_tier_public", "3 tier" -> "_3_tier". When nothing remains: `fallback`, unchanged. Two names may give
/// the same label; keeping labels unique is the caller's work.
std::string identifierFrom(std::string_view name, std::string_view fallback);

/// The text that a literal made of `data` has when Terraform reads it: every maximal invalid part of UTF-8
/// (surrogates and overlong forms included) becomes one U+FFFD, everything else stays, NUL too. Terraform
/// then normalises string literals to NFC: `e` with a combining acute comes back as one character.
std::string sanitised(std::string_view data);

/// Appends `data` as it stands between the quotes of a string literal: `\"`, `\\`, `\n`, `\r`, `\t`, `$${`
/// and
/// `%%{`, with `\uXXXX` for other control characters and for what a reviewer cannot see (bidirectional
/// controls, zero-width characters, line and paragraph separators), on top of sanitised(). Returns whether
/// anything beyond ASCII was appended.
bool appendEscaped(std::string& out, std::string_view data);

/// The literal with its quotes.
std::string stringLiteral(std::string_view data);

/// A comment's text as lines without `#`: split at every kind of line end, tabs as spaces, no blanks at the
/// end of a line, and with `\uXXXX` for the other characters that appendEscaped() writes so. Never empty.
std::vector<std::string> commentLines(std::string_view text);

/// How many columns `terraform fmt` counts for one token of UTF-8 text: its extended grapheme clusters
/// (Unicode UAX #29), a kanji being one. It is go-textseg v15 to the letter, oddities included.
std::size_t columns(std::string_view text);

/// The columns of what stands between the quotes of a string literal. The scanner makes tokens of `$`, `%`,
/// `$${` and `%%{`, so a combining mark after one of them counts by itself.
std::size_t literalColumns(std::string_view escaped);

} // namespace sekisho::hcl
