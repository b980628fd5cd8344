// SPDX-License-Identifier: Apache-2.0
#include "app/cli/edit_op.h"
#include "core/format/json_codec.h"
#include "core/model/edits.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace sekisho::cli {

namespace {

using nlohmann::json;

constexpr std::int32_t copyOffset = 24; ///< scene units by which copies are drawn beside the originals

const std::vector<std::string_view>& nodeWords() {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> all;
        for (std::size_t kind = 0; kind < kindCount; ++kind)
            if (isNodeKind(static_cast<Kind>(kind))) all.push_back(kindWord(static_cast<Kind>(kind)));
        return all;
    }();
    return words;
}

const std::vector<Kind>& nodeKinds() {
    static const std::vector<Kind> kinds = [] {
        std::vector<Kind> all;
        for (const std::string_view word : nodeWords())
            all.push_back(*kindFromWord(word));
        return all;
    }();
    return kinds;
}

Result<Delta> add(Given& given) {
    const Kind kind = kindFromWord(given.text("node")).value_or(Kind::Vpc);
    std::uint32_t highest = 0;
    for (const auto& entry : given.design().network.nodes)
        if (entry.key.kind == kind) highest = std::max(highest, entry.key.number);
    json object = {{"id", toString(ElementId{kind, highest + 1})}};
    given.putFields(object, kind);
    for (const format::FieldInfo& field : format::fieldsOf(kind))
        if (field.name == "vpc" && field.required && !object.contains("vpc"))
            object["vpc"] = toString(given.vpc());
    if (given.problem()) return Delta{};
    auto node = format::nodeFromJson(object, kindWord(kind));
    if (!node) return fail(std::move(node.error()));
    return edits::addNode(given.design(), std::move(*node));
}

Result<Delta> set(Given& given) {
    const ElementId element = given.element("element");
    const auto owner = ownerOf(given.design().network, element);
    if (!owner) return Delta{};
    json object = format::toJson(*given.design().network.find(*owner));
    if (*owner == element) {
        given.putFields(object, element.kind);
    } else {
        const std::string id = toString(element);
        for (json& list : object)
            if (list.is_array())
                for (json& part : list)
                    if (part.is_object() && part.value("id", json()) == id)
                        given.putFields(part, element.kind);
    }
    if (given.problem()) return Delta{};
    auto node = format::nodeFromJson(object, toString(*owner));
    if (!node) return fail(std::move(node.error()));
    return edits::replaceNode(given.design(), std::move(*node));
}

/// The subnet in whose drawing of a workload or endpoint the box is.
std::optional<SubnetId> drawingOf(Given& given, ElementId element) {
    if (given.has("in")) return given.id<Kind::Subnet>("in");
    const Node* node = given.design().network.find(element);
    std::vector<SubnetId> subnets;
    if (const auto* workload = node ? std::get_if<Workload>(node) : nullptr)
        for (const Interface& interface : workload->interfaces)
            subnets.push_back(interface.subnet);
    else if (const auto* endpoint = node ? std::get_if<VpcEndpoint>(node) : nullptr)
        subnets = endpoint->subnets;
    if (subnets.empty()) return std::nullopt;
    if (std::any_of(subnets.begin(), subnets.end(), [&](SubnetId id) { return id != subnets.front(); })) {
        std::vector<std::string> known;
        for (const SubnetId id : subnets)
            known.push_back(toString(id));
        given.fail(
            Message{Text::move_which_drawing, {{"name", given.text("element")}, {"known", joined(known)}}});
    }
    return subnets.front();
}

Result<Delta> move(Given& given) {
    const ElementId element = given.element("element", nodeKinds());
    const Placement placement{element, drawingOf(given, element)};
    const Box* present = given.design().diagram.boxes.find(placement);
    if (given.isOn("auto")) return edits::placeBoxes(given.design(), {{placement, std::nullopt}});
    if ((!present || present->automatic) && !(given.has("x") && given.has("y")))
        given.fail(Message{Text::move_needs_place, {{"name", given.text("element")}}});
    Box box = present ? *present : Box();
    box.x = given.integer("x", box.x);
    box.y = given.integer("y", box.y);
    box.automatic = false;
    box.locked = given.isOn("locked", box.locked);
    if (given.has("width")) box.width = given.integer("width");
    if (given.has("height")) box.height = given.integer("height");
    box.collapsed = given.isOn("collapsed", box.collapsed);
    return edits::placeBoxes(given.design(), {{placement, box}});
}

} // namespace

std::vector<EditOp> genericOps() {
    const std::vector<std::string_view>& nodes = nodeWords();
    return {
        {"add",
         Text::op_add,
         {{"node", "KIND", Text::param_kind, true, true, false, nodes}},
         "external name=office cidrs=203.0.113.0/24",
         true,
         add},
        {"set",
         Text::op_set,
         {{"element", "ELEMENT", Text::param_element, true, true}},
         "subnet-1 name=front tags.Owner=web",
         true,
         set},
        {"remove",
         Text::op_remove,
         {{"elements", "ELEMENT", Text::param_elements, true, true, true}},
         "nat-1 workload:rds",
         false,
         [](Given& given) { return edits::removeElements(given.design(), given.elements("elements")); }},
        {"rename",
         Text::op_rename,
         {{"element", "ELEMENT", Text::param_element, true, true},
          {"name", "NAME", Text::param_name, true, true}},
         "sg:alb load-balancer",
         false,
         [](Given& given) {
             return edits::rename(given.design(), given.element("element", nodeKinds()), given.text("name"));
         }},
        {"duplicate",
         Text::op_duplicate,
         {{"elements", "ELEMENT", Text::param_elements, true, true, true},
          {"dx", "NUMBER", Text::param_dx},
          {"dy", "NUMBER", Text::param_dy}},
         "sg:ecs",
         false,
         [](Given& given) {
             return edits::duplicateNodes(given.design(), given.elements("elements", nodeKinds()),
                                          given.integer("dx", copyOffset), given.integer("dy", copyOffset));
         }},
        {"move",
         Text::op_move,
         {{"element", "ELEMENT", Text::param_element, true, true},
          {"x", "NUMBER", Text::param_x},
          {"y", "NUMBER", Text::param_y},
          {"in", "SUBNET", Text::param_in},
          {"width", "NUMBER", Text::param_width},
          {"height", "NUMBER", Text::param_height},
          {"locked", "on|off", Text::param_locked},
          {"collapsed", "on|off", Text::param_collapsed},
          {"auto", "on|off", Text::param_auto}},
         "workload:ecs in=private-1a x=40 y=16",
         false,
         move},
    };
}

} // namespace sekisho::cli
