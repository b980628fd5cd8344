// SPDX-License-Identifier: Apache-2.0
#include "ui/document/applied_groups.h"

#include "core/net/protocol.h"
#include "ui/document/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace sekisho {

namespace {

using Json = nlohmann::json;

constexpr std::size_t maxStateBytes = std::size_t{256} << 20U;
constexpr int stateVersion = 4;

const Json& at(const Json& object, const char* key) {
    static const Json none;
    if (!object.is_object()) return none;
    const auto it = object.find(key);
    return it != object.end() ? *it : none;
}
std::string textAt(const Json& object, const char* key) {
    const Json& value = at(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}
std::int64_t numberAt(const Json& object, const char* key) {
    const Json& value = at(object, key);
    return value.is_number_integer() ? value.get<std::int64_t>() : 0;
}

bool isGroup(std::string_view type) {
    return type == "aws_security_group" || type == "aws_default_security_group";
}
bool isRule(std::string_view type) {
    return type == "aws_vpc_security_group_ingress_rule" || type == "aws_vpc_security_group_egress_rule";
}
bool isPrefixList(std::string_view type) {
    return type == "aws_ec2_managed_prefix_list";
}

/// "aws_security_group.web", ".web[0]", ".web[\"a\"]".
std::string addressOf(const Json& resource, const Json& instance) {
    std::string address = at(resource, "mode") == "data" ? "data." : "";
    address += textAt(resource, "type") + "." + textAt(resource, "name");
    const Json& key = at(instance, "index_key");
    if (key.is_number_integer()) address += "[" + std::to_string(key.get<std::int64_t>()) + "]";
    if (key.is_string()) address += "[\"" + key.get<std::string>() + "\"]";
    return address;
}

/// One rule for each source, as the EC2 API counts them.
void addRules(const Json& attributes, const std::string& id, bool egress,
              std::vector<terraform::AppliedRule>& rules) {
    for (const Json& block : at(attributes, egress ? "egress" : "ingress")) {
        terraform::AppliedRule rule;
        rule.egress = egress;
        rule.protocol = textAt(block, "protocol");
        const auto protocol = Protocol::parse(rule.protocol);
        if (protocol) rule.protocol = protocol->toAws();
        if (protocol && (protocol->hasPorts() || protocol->isIcmp())) {
            rule.from = numberAt(block, "from_port");
            rule.to = numberAt(block, "to_port");
        }
        const auto add = [&](std::string source) {
            rule.source = std::move(source);
            rules.push_back(rule);
        };
        for (const char* const list :
             {"cidr_blocks", "ipv6_cidr_blocks", "security_groups", "prefix_list_ids"})
            for (const Json& source : at(block, list))
                if (source.is_string()) add(source.get<std::string>());
        if (at(block, "self") == true) add(id);
    }
}

/// How the groups of a security.tf have their rules, by address without index.
struct Forms {
    std::set<std::string> inside, resources;
};

Forms formsIn(std::string_view text) {
    Forms forms;
    std::string type, address;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with("resource \"")) {
            const std::size_t typeEnd = std::min(line.find('"', 10), line.size());
            type = line.substr(10, typeEnd - 10);
            const std::size_t label = std::min(line.find('"', typeEnd + 1), line.size() - 1) + 1;
            address = type + "." + std::string(line.substr(label, line.find('"', label) - label));
        } else if (isGroup(type) && (line == "  ingress {" || line == "  egress {")) {
            forms.inside.insert(address);
        } else if (isRule(type) && line.starts_with("  security_group_id ")) {
            const std::size_t from = line.find("aws_");
            if (from == std::string_view::npos) continue;
            const std::string_view group = line.substr(from);
            forms.resources.emplace(group.substr(0, group.find_first_of(".[", group.find('.') + 1)));
        }
    }
    return forms;
}

} // namespace

std::optional<terraform::AppliedGroups> readAppliedGroups(std::string_view state) {
    const Json document = Json::parse(state, nullptr, false);
    if (at(document, "version") != stateVersion || !at(document, "resources").is_array()) return std::nullopt;
    terraform::AppliedGroups applied;
    std::set<std::string> withResources; // ids of groups
    for (const Json& resource : at(document, "resources")) {
        const std::string type = textAt(resource, "type");
        // A module's resources are not those of this folder.
        if (!at(resource, "module").is_null() || !(isGroup(type) || isRule(type) || isPrefixList(type)))
            continue;
        for (const Json& instance : at(resource, "instances")) {
            const Json& attributes = at(instance, "attributes");
            const std::string address = addressOf(resource, instance);
            const std::string id = textAt(attributes, "id");
            if (id.empty() || at(instance, "deposed").is_string()) continue;
            if (isRule(type)) {
                const std::string group = textAt(attributes, "security_group_id");
                applied.resources.emplace(address, group);
                withResources.insert(group);
                continue;
            }
            applied.ids.emplace(address, id);
            if (!isGroup(type)) continue;
            std::vector<terraform::AppliedRule> rules;
            addRules(attributes, id, false, rules);
            addRules(attributes, id, true, rules);
            if (!rules.empty()) applied.inside.emplace(address, std::move(rules));
        }
    }
    std::erase_if(applied.inside,
                  [&](const auto& entry) { return withResources.contains(applied.ids.at(entry.first)); });
    return applied;
}

std::optional<terraform::AppliedGroups> appliedGroupsIn(const std::filesystem::path& folder) {
    const Result<std::string> bytes = readFile(folder / "terraform.tfstate", maxStateBytes);
    return bytes ? readAppliedGroups(*bytes) : std::nullopt;
}

Diagnostics warnOfTurnedRules(const ExportPlan& plan) {
    for (const PlannedFile& file : plan.files) {
        if (file.path != "security.tf" || !file.before || !file.after) continue;
        const Forms before = formsIn(*file.before), after = formsIn(*file.after);
        std::string names;
        const auto note = [&](const std::set<std::string>& were, const std::set<std::string>& are) {
            for (const std::string& address : were)
                if (are.contains(address)) names += (names.empty() ? "" : ", ") + address;
        };
        note(before.inside, after.resources);
        note(before.resources, after.inside);
        if (!names.empty()) return {warning(Code::export_rules_turn, {{"names", names}})};
    }
    return {};
}

} // namespace sekisho
