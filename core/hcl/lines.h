// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sekisho::hcl {

/// Indents lines and aligns their `=` and trailing comments as `terraform fmt` does (hclwrite/format.go, HCL
/// 2.23). The writer appends the text of a line to out() and tells of what counts: brackets, the `=`,
/// literals beyond ASCII. Padding is put in as soon as a run of lines has ended.
class Lines {
public:
    explicit Lines(std::string& out) : m_out(out), m_begin(out.size()) {}

    std::string& out() { return m_out; }

    /// Starts a line that begins with a closing bracket, or not. (A guess of the indentation; endLine()
    /// settles it.)
    void beginLine(bool closing);
    /// A bracket, brace, parenthesis or `${` was, or will be, written in this line; or the end of one.
    void open() { ++m_net; }
    void close() { --m_net; }
    /// The `=` of an attribute or object item comes next: called before the space in front of it.
    void equal();
    /// The literal beyond ASCII from `from` to the end of out(): how many columns it has may matter.
    void wide(std::size_t from) { m_wide.push_back({from, m_out.size() - from}); }
    /// Appends the trailing comment: text without `#`.
    void comment(std::string_view text);
    void endLine();
    void blankLine();
    /// Aligns what is not yet aligned.
    void flush();

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct Line {
        std::size_t equal = none;   ///< offset of the space before `=`, if the line belongs to a run
        std::size_t comment = none; ///< offset of the space before the trailing comment
        std::size_t leadColumns = 0;
        std::size_t textColumns = 0; ///< all before the comment, while `=` has one space
        std::size_t equalPad = 0;
        std::size_t commentPad = 0;
    };
    struct Wide {
        std::size_t offset;
        std::size_t length;
    };

    std::size_t settleIndent();
    std::size_t columnsUpTo(std::size_t offset) const;

    std::string& m_out;
    std::size_t m_begin;      ///< of the current line
    std::size_t m_indent = 0; ///< spaces at its begin
    int m_net = 0;            ///< brackets opened less those closed in this line
    int m_netAtEqual = 0;
    std::size_t m_equal = none;
    std::size_t m_comment = none;
    std::vector<int> m_levels;   ///< per open level: the brackets that its line left open
    std::vector<Wide> m_wide;    ///< of the current line
    std::vector<Line> m_pending; ///< consecutive lines that may yet be padded
};

} // namespace sekisho::hcl
