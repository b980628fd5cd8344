// SPDX-License-Identifier: Apache-2.0
// Any bytes as a name: what is written must be one literal (or comment) that reads back as the same text. The
// reader here is written from HCL's specification alone and shares no code with the writer.
#include "core/hcl/text.h"
#include "core/hcl/writer.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace sekisho::hcl;

namespace {

void demand(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

void encode(std::string& out, unsigned long c) {
    const auto put = [&](unsigned long byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
        return;
    }
    const int tail = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    const unsigned long marks[] = {0, 0xC0, 0xE0, 0xF0};
    put(marks[tail] | (c >> (6 * tail)));
    for (int i = tail - 1; i >= 0; --i)
        put(0x80 | ((c >> (6 * i)) & 0x3F));
}

bool isUtf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const unsigned lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80   ? 1
                                   : lead < 0xC2 ? 0
                                   : lead < 0xE0 ? 2
                                   : lead < 0xF0 ? 3
                                   : lead < 0xF5 ? 4
                                                 : 0;
        if (length == 0 || at + length > text.size()) return false;
        unsigned long c = length == 1 ? lead : lead & (0xFFu >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) {
            const unsigned next = static_cast<unsigned char>(text[at + i]);
            if ((next & 0xC0) != 0x80) return false;
            c = (c << 6) | (next & 0x3F);
        }
        if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) || (length == 3 && c < 0x800) ||
            (length == 4 && c < 0x10000))
            return false;
        at += length;
    }
    return true;
}

/// Reads a quoted literal at the front of `text` and passes over it. `${` ends the reading only if it is the
/// interpolation `${x}`, which stands for `marker`.
std::string readLiteral(std::string_view& text, std::string_view marker) {
    std::string value;
    demand(text.starts_with('"'), "a literal begins with a quote");
    text.remove_prefix(1);
    for (;;) {
        demand(!text.empty(), "a literal ends");
        const char c = text.front();
        demand(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "no raw control character");
        if (c == '"') {
            text.remove_prefix(1);
            return value;
        }
        if (c == '\\') {
            demand(text.size() > 1, "an escape is whole");
            const char kind = text[1];
            text.remove_prefix(2);
            if (kind == 'n')
                value += '\n';
            else if (kind == 'r')
                value += '\r';
            else if (kind == 't')
                value += '\t';
            else if (kind == '"' || kind == '\\')
                value += kind;
            else {
                demand(kind == 'u' || kind == 'U', "a known escape");
                const std::size_t digits = kind == 'u' ? 4 : 8;
                demand(text.size() >= digits, "an escape has its digits");
                char* end = nullptr;
                const std::string number(text.substr(0, digits));
                const unsigned long point = std::strtoul(number.c_str(), &end, 16);
                demand(end == number.c_str() + digits, "hexadecimal digits");
                demand(point < 0xD800 || point > 0xDFFF, "no surrogate");
                encode(value, point);
                text.remove_prefix(digits);
            }
            continue;
        }
        if (text.starts_with("$${") || text.starts_with("%%{")) {
            value.append(text.substr(1, 2));
            text.remove_prefix(3);
            continue;
        }
        demand(!text.starts_with("%{"), "no live directive");
        if (text.starts_with("${")) {
            demand(!marker.empty() && text.starts_with("${x}"), "no live interpolation");
            value += marker;
            text.remove_prefix(4);
            continue;
        }
        value += c;
        text.remove_prefix(1);
    }
}

void skip(std::string_view& text, std::string_view expected) {
    demand(text.starts_with(expected), "the text around a literal is as it should be");
    text.remove_prefix(expected.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string name(reinterpret_cast<const char*>(data), size);
    const std::string clean = sanitised(name);
    demand(isUtf8(clean), "sanitised text is UTF-8");
    demand(sanitised(clean) == clean, "sanitising twice changes nothing");
    if (isUtf8(name)) demand(clean == name, "good UTF-8 stays");

    {
        const std::string written = write(Expr(name));
        demand(isUtf8(written), "output is UTF-8");
        std::string_view rest = written;
        demand(readLiteral(rest, {}) == clean && rest.empty(), "a literal reads back");
    }
    {
        const Expr x = ref("x");
        const std::string written = write(interpolate({name, x, name, x, "y", name}));
        const std::string marker = "\x01marker\x01";
        std::string_view rest = written;
        demand(readLiteral(rest, marker) == clean + marker + clean + marker + sanitised("y" + name) &&
                   rest.empty(),
               "a template reads back");
    }
    {
        // As key, value, label and comments of a file: the lines are the ones there should be.
        Body body;
        body.comment(name);
        Body& block = body.block("b", {name});
        block.attribute("a", object({{"\"" + name, 1}}), name).attribute("c", tuple({name}), name);
        const std::string written = write(body);
        demand(isUtf8(written), "a file is UTF-8");
        std::string_view rest = written;
        while (rest.starts_with('#'))
            rest.remove_prefix(rest.find('\n') + 1);
        skip(rest, "b ");
        demand(readLiteral(rest, {}) == clean, "a label reads back");
        skip(rest, " {\n  a = {\n    ");
        demand(readLiteral(rest, {}) == "\"" + clean, "a key reads back");
        skip(rest, " = 1\n  }");
        const auto comment = [&] {
            const std::size_t end = rest.find('\n');
            const std::string_view line = rest.substr(0, end);
            demand(line.empty() || line.find_first_not_of(' ') == line.find('#'),
                   "a trailing comment is one");
            for (const char c : line)
                demand(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "no control in a comment");
            rest.remove_prefix(end + 1);
        };
        comment();
        skip(rest, "  c = [");
        demand(readLiteral(rest, {}) == clean, "a value reads back");
        skip(rest, "]");
        comment();
        skip(rest, "}\n");
        demand(rest.empty(), "nothing else is in the file");
    }
    demand(isIdentifier(identifierFrom(name, "x")), "a label is an identifier");
    demand(identifierFrom(name, "x").size() <= 64, "a label is short");
    demand(columns(clean) <= clean.size(), "no more columns than bytes");
    return 0;
}
