// SPDX-License-Identifier: Apache-2.0
#include "ui/canvas/clipboard.h"

#include "core/format/json_codec.h"

#include <QMimeData>

#include <nlohmann/json.hpp>

namespace sekisho::canvas {

namespace {

using nlohmann::json;

constexpr const char* mark = "sekisho-nodes";
constexpr int version = 1;

std::optional<ElementId> idFrom(const json& value) {
    if (!value.is_string()) return std::nullopt;
    return elementIdFromString(value.get_ref<const std::string&>());
}

std::optional<std::int32_t> intFrom(const json& object, const char* key) {
    const auto it = object.find(key);
    if (it == object.end() || !it->is_number_integer()) return std::nullopt;
    const auto value = it->get<std::int64_t>();
    if (value < -10'000'000 || value > 10'000'000) return std::nullopt;
    return static_cast<std::int32_t>(value);
}

json boxToJson(const Placement& placement, const Box& box) {
    json object{{"node", toString(placement.node)}, {"x", box.x}, {"y", box.y}};
    if (placement.in) object["in"] = toString(*placement.in);
    if (box.width) object["width"] = *box.width;
    if (box.height) object["height"] = *box.height;
    if (box.automatic) object["auto"] = true;
    if (box.locked) object["locked"] = true;
    if (box.collapsed) object["collapsed"] = true;
    if (box.color) object["color"] = *box.color;
    return object;
}

std::optional<std::pair<Placement, Box>> boxFromJson(const json& object) {
    if (!object.is_object()) return std::nullopt;
    const auto node = idFrom(object.value("node", json()));
    const auto x = intFrom(object, "x");
    const auto y = intFrom(object, "y");
    if (!node || !isNodeKind(node->kind) || !x || !y) return std::nullopt;
    Placement placement{*node, {}};
    if (object.contains("in")) {
        const auto in = idFrom(object["in"]);
        if (!in || !SubnetId::from(*in)) return std::nullopt;
        placement.in = SubnetId::from(*in);
    }
    Box box;
    box.x = *x;
    box.y = *y;
    box.width = intFrom(object, "width");
    box.height = intFrom(object, "height");
    const auto isOn = [&](const char* key) {
        const auto it = object.find(key);
        return it != object.end() && it->is_boolean() && it->get<bool>();
    };
    box.automatic = isOn("auto");
    box.locked = isOn("locked");
    box.collapsed = isOn("collapsed");
    if (const auto color = intFrom(object, "color"); color && *color >= 0 && *color < 256)
        box.color = static_cast<std::uint8_t>(*color);
    return std::pair(placement, box);
}

} // namespace

QByteArray toJsonText(const ClipboardContent& content) {
    json nodes = json::array();
    for (const Node& node : content.fragment.nodes)
        nodes.push_back(format::toJson(node));
    json boxes = json::array();
    for (const auto& [placement, box] : content.fragment.boxes)
        boxes.push_back(boxToJson(placement, box));
    json roots = json::array();
    for (const ElementId root : content.fragment.roots)
        roots.push_back(toString(root));
    json joined = json::array();
    for (const Joined& each : content.fragment.joined)
        joined.push_back(
            {{"member", toString(each.member)}, {"to", toString(each.holder)}, {"active", each.active}});
    const json all{{"format", mark},
                   {"version", version},
                   {"origin", content.origin.toStdString()},
                   {"roots", std::move(roots)},
                   {"nodes", std::move(nodes)},
                   {"boxes", std::move(boxes)},
                   {"joined", std::move(joined)}};
    return QByteArray::fromStdString(all.dump(2, ' ', false, json::error_handler_t::replace));
}

std::optional<ClipboardContent> fromJsonText(const QByteArray& text) {
    constexpr qsizetype largest = 64 * 1024 * 1024;
    if (text.size() > largest || !text.contains(mark)) return std::nullopt;
    const json all = json::parse(text.begin(), text.end(), nullptr, false);
    if (!all.is_object() || all.value("format", json()) != mark || all.value("version", json()) != version)
        return std::nullopt;
    const auto nodes = all.find("nodes");
    const auto boxes = all.find("boxes");
    const auto roots = all.find("roots");
    if (nodes == all.end() || !nodes->is_array() || boxes == all.end() || !boxes->is_array() ||
        roots == all.end() || !roots->is_array())
        return std::nullopt;
    ClipboardContent content;
    if (const auto origin = all.find("origin"); origin != all.end() && origin->is_string())
        content.origin = QString::fromStdString(origin->get<std::string>());
    for (const json& node : *nodes) {
        auto read = format::nodeFromJson(node);
        if (!read) return std::nullopt;
        content.fragment.nodes.push_back(std::move(*read));
    }
    for (const json& box : *boxes) {
        auto read = boxFromJson(box);
        if (!read) return std::nullopt;
        content.fragment.boxes.push_back(std::move(*read));
    }
    for (const json& root : *roots) {
        const auto id = idFrom(root);
        if (!id) return std::nullopt;
        content.fragment.roots.push_back(*id);
    }
    // Older programs write none.
    if (const auto joined = all.find("joined"); joined != all.end() && joined->is_array())
        for (const json& each : *joined) {
            if (!each.is_object()) return std::nullopt;
            const auto member = idFrom(each.value("member", json()));
            const auto holder = idFrom(each.value("to", json()));
            if (!member || !holder) return std::nullopt;
            const bool active = each.value("active", json(true)) == true;
            content.fragment.joined.push_back({*member, *holder, active});
        }
    if (content.fragment.nodes.empty()) return std::nullopt;
    return content;
}

std::unique_ptr<QMimeData> toMimeData(const ClipboardContent& content) {
    auto data = std::make_unique<QMimeData>();
    const QByteArray text = toJsonText(content);
    data->setData(QLatin1String(fragmentMimeType), text);
    data->setText(QString::fromUtf8(text));
    return data;
}

std::optional<ClipboardContent> fromMimeData(const QMimeData* data) {
    if (!data) return std::nullopt;
    if (data->hasFormat(QLatin1String(fragmentMimeType)))
        return fromJsonText(data->data(QLatin1String(fragmentMimeType)));
    if (data->hasText()) return fromJsonText(data->text().toUtf8());
    return std::nullopt;
}

} // namespace sekisho::canvas
