// SPDX-License-Identifier: Apache-2.0
#include "app/cli/edit_report.h"

#include "app/cli/names.h"
#include "core/format/json_codec.h"
#include "core/model/delta.h"
#include "core/terraform/replacements.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace sekisho::cli {

namespace {

using nlohmann::json;

/// A node or part as JSON, a node without its parts.
using Elements = std::map<ElementId, json>;

Elements elementsOf(const Node& node) {
    Elements elements;
    json own = format::toJson(node);
    json rest = json::object();
    for (const auto& [key, value] : own.items()) {
        bool parts = false;
        if (value.is_array())
            for (const json& part : value) {
                if (!part.is_object() || !part.contains("id")) continue;
                if (const auto id = elementIdFromString(part["id"].get<std::string>())) {
                    elements[*id] = part;
                    parts = true;
                }
            }
        if (!parts) rest[key] = value;
    }
    elements[idOf(node)] = std::move(rest);
    return elements;
}

enum class Fate { Added, Changed, Removed };

class Reporter {
public:
    Reporter(const Design& before, const Design& after, Console& console)
        : m_before(before), m_after(after), m_oldAddresses(before.addresses), m_newAddresses(after.addresses),
          m_console(console) {}

    void report(const std::set<ElementId>& named) {
        const Delta delta = difference(m_before, m_after);
        for (const auto& change : delta.nodes)
            compare(change.before ? elementsOf(*change.before) : Elements(),
                    change.after ? elementsOf(*change.after) : Elements());
        for (const auto& change : delta.boxes)
            if (m_after.network.find(change.key.node)) m_fates.emplace(change.key.node, Fate::Changed);
        for (const auto& change : delta.sets)
            for (const auto& set : {change.before, change.after})
                if (set)
                    for (const ResourceMember& member : set->members)
                        noteAddress(member.element);
        for (const auto& [id, fate] : m_fates)
            printElement(id, fate);
        printRest(delta);
        sayRemovedAlong(named);
        sayMoved();
        sayDestroyed();
        sayReplaced();
    }

private:
    void compare(const Elements& before, const Elements& after) {
        for (const auto& [id, value] : before) {
            const auto now = after.find(id);
            if (now == after.end()) {
                m_fates[id] = Fate::Removed;
            } else if (now->second != value) {
                m_fates[id] = Fate::Changed;
            }
        }
        for (const auto& [id, value] : after)
            if (!before.contains(id)) m_fates[id] = Fate::Added;
    }

    void noteAddress(ElementId id) {
        if (m_fates.contains(id)) return;
        const auto texts = [&](const AddressIndex& index) {
            std::vector<std::string> all;
            for (const AddressRef& ref : index.all(id))
                all.push_back(toString(ref));
            return all;
        };
        if (texts(m_oldAddresses) != texts(m_newAddresses)) m_fates[id] = Fate::Changed;
    }

    void printElement(ElementId id, Fate fate) {
        const bool gone = fate == Fate::Removed;
        const Design& design = gone ? m_before : m_after;
        const std::string address = mainAddress(design, gone ? m_oldAddresses : m_newAddresses, id);
        const std::string_view word = fate == Fate::Added     ? "added"
                                      : fate == Fate::Changed ? "changed"
                                                              : "removed";
        m_console.printLine(std::string(word) + '\t' + toString(id) + '\t' +
                            clean(text::displayName(design.network, id)) +
                            (address.empty() ? std::string() : '\t' + address));
    }

    /// Settings and notes are no elements: their fields stand in the place of names.
    void printRest(const Delta& delta) {
        const auto compareFields = [&](std::string_view what, const json& before, const json& after) {
            std::set<std::string> keys;
            for (const json& object : {before, after})
                for (const auto& [key, value] : object.items())
                    keys.insert(key);
            for (const std::string& key : keys)
                if (before.value(key, json()) != after.value(key, json()))
                    m_console.printLine("changed\t" + std::string(what) + '\t' + key);
        };
        if (delta.settings)
            compareFields("settings", format::toJson(m_before.settings), format::toJson(m_after.settings));
        if (delta.notes)
            compareFields("notes", format::toJson(m_before.notes), format::toJson(m_after.notes));
        // Moves that come with other addresses are said, not listed: the elements are.
        if (delta.moved && delta.sets.empty()) m_console.printLine("changed\taddresses\tmoved");
    }

    void sayRemovedAlong(const std::set<ElementId>& named) {
        for (const auto& [id, fate] : m_fates) {
            if (fate != Fate::Removed || named.contains(id)) continue;
            // A part goes with its node as a matter of course.
            const auto owner = ownerOf(m_before.network, id);
            if (owner && *owner != id && !m_after.network.find(*owner)) continue;
            m_console.say(Severity::Warning, Text::edit_removed_along,
                          {{"id", toString(id)},
                           {"kind", std::string(text::kindName(id.kind, m_console.language()))},
                           {"name", text::displayName(m_before.network, id)}});
        }
    }

    void sayMoved() {
        const auto& old = m_before.addresses.moved;
        for (const MovedAddress& moved : m_after.addresses.moved)
            if (std::find(old.begin(), old.end(), moved) == old.end())
                m_console.say(Severity::Info, Text::edit_moved, {{"from", moved.from}, {"to", moved.to}});
    }

    static std::set<std::string> addressesOf(const Design& design) {
        std::set<std::string> all;
        for (const auto& entry : design.addresses.sets) {
            if (entry.key.type.rfind("data.", 0) == 0) continue;
            for (std::size_t i = 0; i < entry.value->members.size(); ++i)
                all.insert(toString(AddressRef{&entry.key, entry.value.get(), i}));
        }
        return all;
    }

    void sayDestroyed() {
        const std::set<std::string> now = addressesOf(m_after);
        std::set<std::string> moved;
        for (const MovedAddress& each : m_after.addresses.moved)
            moved.insert(each.from);
        std::vector<std::string> gone;
        for (const std::string& address : addressesOf(m_before))
            if (!now.contains(address) && !moved.contains(address)) gone.push_back(address);
        if (!gone.empty())
            m_console.say(Severity::Warning, Text::edit_destroys, {{"addresses", joined(gone)}});
    }

    /// What merely hangs on the NAT switch is taken to exist: it may.
    void sayReplaced() {
        const terraform::ExportOptions options{.nat = true};
        for (const terraform::Replacement& one : terraform::replacements(m_before, m_after, options)) {
            if (one.moved) {
                m_console.say(Severity::Warning, Text::edit_keeps,
                              {{"from", one.moved->from}, {"to", one.moved->to}});
                continue;
            }
            std::vector<std::string> names;
            for (const terraform::ForcedArgument& argument : one.arguments)
                names.push_back(argument.name);
            m_console.say(Severity::Warning, Text::edit_replaces,
                          {{"what", one.address + " (" + joined(names) + ")"}});
        }
    }

    const Design& m_before;
    const Design& m_after;
    AddressIndex m_oldAddresses;
    AddressIndex m_newAddresses;
    Console& m_console;
    std::map<ElementId, Fate> m_fates;
};

} // namespace

void reportChanges(const Design& before, const Design& after, const std::set<ElementId>& named,
                   Console& console) {
    Reporter(before, after, console).report(named);
}

} // namespace sekisho::cli
