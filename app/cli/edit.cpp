// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"
#include "app/cli/edit_op.h"
#include "app/cli/edit_report.h"
#include "core/format/json_text.h"
#include "ui/document/design_file.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>

namespace sekisho::cli {

namespace {

using nlohmann::json;

/// A design on its way through operations.
struct Session {
    Design design;
    std::set<ElementId> named;

    /// False, after saying why; the design is then of no use.
    bool carryOut(const EditOp& op, const std::string& place, Console& console,
                  const std::function<void(Given&)>& read) {
        Given given(design, op);
        read(given);
        given.checkRequired();
        Result<Delta> delta = given.problem() ? Result<Delta>(Delta()) : op.run(given);
        if (given.problem()) {
            console.fail(*given.problem(), &design.network, place);
            return false;
        }
        if (!delta) {
            console.fail(delta.error(), &design.network, place);
            return false;
        }
        if (const auto applied = design.apply(*delta); !applied) {
            console.fail(applied.error(), &design.network, place);
            return false;
        }
        named.insert(given.named().begin(), given.named().end());
        return true;
    }
};

std::string opNames() {
    std::vector<std::string_view> names;
    for (const EditOp& op : editOps())
        names.push_back(op.name);
    return joined(names);
}

/// The operations of a script; nothing after saying what is wrong with it.
std::optional<json> readScript(const std::string& path, Console& console) {
    const auto bytes = readFile(path, format::maxFileSize);
    if (!bytes) {
        console.fail(bytes.error());
        return std::nullopt;
    }
    if (const auto checked = format::checkJson(*bytes); !checked) {
        console.fail(checked.error(), nullptr, path);
        return std::nullopt;
    }
    json script = json::parse(*bytes, nullptr, false);
    bool good = script.is_array();
    for (const json& each : script)
        good = good && each.is_object() && each.contains("op") && each["op"].is_string();
    if (good) return script;
    console.fail(Text::script_shape, {{"path", path}});
    return std::nullopt;
}

bool runScript(const std::string& path, Session& session, Console& console) {
    const auto script = readScript(path, console);
    if (!script) return false;
    std::size_t index = 0;
    for (const json& each : *script) {
        const std::string name = each["op"].get<std::string>();
        const std::string place =
            path + ": " +
            console.text(Text::script_place, {{"index", std::to_string(++index)}, {"op", name}});
        const EditOp* op = findEditOp(name);
        if (!op) {
            console.say(Severity::Error, Text::op_unknown, {{"op", name}, {"known", opNames()}}, place);
            return false;
        }
        if (!session.carryOut(*op, place, console, [&](Given& given) { given.readObject(each); }))
            return false;
    }
    return true;
}

} // namespace

Status runEdit(const Arguments& arguments, Console& console) {
    const std::string path = arguments.word(0);
    const auto script = arguments.value("script");
    const std::string name = arguments.word(1);
    if (script && !name.empty()) return console.fail(Text::script_and_op, {{"op", name}});
    if (!script && name.empty()) return console.fail(Text::op_missing, {{"known", opNames()}});
    const EditOp* op = script ? nullptr : findEditOp(name);
    if (!script && !op) return console.fail(Text::op_unknown, {{"op", name}, {"known", opNames()}});
    const std::string target = arguments.value("output").value_or(path);
    std::error_code error;
    if (target != path && !arguments.has("force") &&
        std::filesystem::exists(std::filesystem::symlink_status(target, error)))
        return console.fail(Text::file_exists, {{"path", target}});

    const auto before = loadFile(path, console);
    if (!before) return Status::Failed;
    Session session{*before, {}};
    const std::vector<std::string> words(arguments.words().begin() + (script ? 1 : 2),
                                         arguments.words().end());
    const bool done =
        script ? runScript(*script, session, console)
               : session.carryOut(*op, name, console, [&](Given& given) { given.readWords(words); });
    if (!done) return console.fail(Text::edit_nothing_written, {{"path", target}});

    const bool changed = !(session.design == *before);
    if (!arguments.has("dry-run") && (changed || target != path))
        if (const auto saved = saveDesign(target, session.design); !saved) return console.fail(saved.error());
    reportChanges(*before, session.design, session.named, console);
    return Status::Yes;
}

} // namespace sekisho::cli
