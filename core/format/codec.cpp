// SPDX-License-Identifier: Apache-2.0
#include "core/format/codec.h"

#include "core/base/excerpt.h"
#include "core/format/migration.h"
#include "core/format/reader.h"
#include "core/format/writer.h"

#include <charconv>

namespace sekisho::format {

namespace {

constexpr std::string_view formatName = "sekisho";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// What the file says of itself, found before anything else is looked at: a newer version may have it all
/// changed.
Result<int> readVersion(std::string_view text, const Migrations& migrations) {
    JsonCursor cursor(text);
    if (cursor.peek() != '{') return fail(Code::file_not_sekisho);
    bool ours = false;
    std::string generator = "?";
    std::optional<std::size_t> offset;
    std::string version;
    for (cursor.enter(); cursor.more();) {
        const std::string_view key = cursor.key();
        const bool isText = cursor.peek() == '"';
        if (key == "format" && isText) {
            ours = cursor.string() == formatName;
        } else if (key == "generator" && isText) {
            generator = excerpt(cursor.string());
        } else if (key == "version" && cursor.peek() != '{' && cursor.peek() != '[') {
            offset = cursor.offset();
            version = isText ? '"' + std::string(cursor.string()) + '"' : std::string(cursor.token());
        } else {
            cursor.skip();
        }
    }
    if (!ours) return fail(Code::file_not_sekisho);
    if (!offset) return fail(Code::file_missing_key, placeArgs(text, 0, "version"));

    int number = 0;
    const char* const last = version.data() + version.size();
    const auto [end, failure] = std::from_chars(version.data(), last, number);
    auto args = placeArgs(text, *offset, "version");
    if (end != last || failure == std::errc::invalid_argument) {
        args.push_back({"expected", "integer"});
        return fail(Code::file_wrong_type, std::move(args));
    }
    const bool huge = failure == std::errc::result_out_of_range && version.front() != '-';
    if (huge || number > migrations.current()) {
        args.insert(args.end(), {{"version", excerpt(version)},
                                 {"known", std::to_string(migrations.current())},
                                 {"generator", generator}});
        return fail(Code::file_newer, std::move(args));
    }
    if (failure != std::errc() || number < migrations.oldest) {
        args.insert(args.end(), {{"text", excerpt(version)},
                                 {"expected", std::to_string(migrations.oldest) + ".." +
                                                  std::to_string(migrations.current())}});
        return fail(Code::file_bad_value, std::move(args));
    }
    return number;
}

/// Addresses, boxes and notes of elements that are not there.
void reportDangling(const Design& design, const std::set<ElementId>& ids, Diagnostics& diagnostics) {
    const auto report = [&](const std::string& where, ElementId id) {
        if (!ids.contains(id))
            diagnostics.push_back(warning(Code::file_dangling, {{"where", where}, {"text", toString(id)}}));
    };
    for (const auto& entry : design.network.foreign)
        report("network.foreign", entry.key);
    for (const auto& entry : design.addresses.sets)
        for (const ResourceMember& member : entry.value->members)
            report("addresses " + toString(entry.key), member.element);
    for (const auto& entry : design.diagram.boxes) {
        report("diagram", entry.key.node);
        if (entry.key.in) report("diagram", *entry.key.in);
    }
}

} // namespace

Result<Loaded> readDesign(std::string_view bytes) {
    return readDesign(bytes, migrations());
}

Result<Loaded> readDesign(std::string_view bytes, const Migrations& migrations) {
    if (bytes.size() > maxFileSize)
        return fail(Code::file_too_large,
                    {{"bytes", std::to_string(bytes.size())}, {"limit", std::to_string(maxFileSize)}});
    Loaded loaded;
    std::string_view text = bytes;
    if (text.substr(0, byteOrderMark.size()) == byteOrderMark) {
        text.remove_prefix(byteOrderMark.size());
        loaded.diagnostics.push_back(info(Code::file_bom));
    }
    if (auto checked = checkJson(text); !checked) return fail(std::move(checked.error()));
    const auto version = readVersion(text, migrations);
    if (!version) return fail(version.error());

    std::string newer;
    const bool old = *version < migrations.current();
    if (old) {
        auto document = migrated(text, *version, migrations);
        if (!document) return fail(std::move(document.error()));
        newer = std::move(*document);
        text = newer;
        loaded.diagnostics.push_back(
            info(Code::file_migrated,
                 {{"version", std::to_string(*version)}, {"known", std::to_string(migrations.current())}}));
    }
    // Places in a migrated text are none that people could look at.
    Reader reader(text, {}, !old);
    Document document;
    reader.read(document);
    if (reader.error()) return fail(*reader.error());
    loaded.design = std::move(document);
    reportDangling(loaded.design, reader.ids(), loaded.diagnostics);
    return loaded;
}

std::string writeDesign(const Design& design) {
    Document document;
    static_cast<Header&>(document) = {std::string(formatName), currentVersion, std::string(generatorName)};
    static_cast<Design&>(document) = design;
    Writer writer;
    writer.write(document);
    return writer.take() + '\n';
}

} // namespace sekisho::format
